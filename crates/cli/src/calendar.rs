//! `calendar`: engagements and what falls due, for calendar programs.

use anyhow::Result;
use clap::Args;
use jiff::ToSpan as _;
use jiff::civil::Date;
use press::calendar;

use crate::period_arguments::BareArguments;

/// Prints engagements, next steps and what falls due as a calendar (iCalendar), for calendar programs
///
/// Print it again into the same file when the register has changed: what is there already keeps its place and is brought up to date,
/// and what the register has no more is cancelled. Without days it runs from a month ago to a year ahead. A query chooses what is held;
/// cancelled is all that went in these days, for what is gone can be found by no query.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(flatten)]
    of: BareArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery calendar --for VN --lang sv --out vn.ics
  chancery calendar --year 2026 --query 'topic:energy party:JP'";

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    arguments.of.print(|scope, language| {
        let options = scope.options(language, scope.days.unwrap_or_else(|| around(scope.today)));
        calendar(&scope.register, &scope.history(), &scope.packs, &options, scope.chosen.as_deref())
    })
}

/// The days that one looks at in a calendar.
fn around(today: Date) -> (Date, Date) {
    (today.saturating_sub(1.month()), today.saturating_add(1.year()))
}
