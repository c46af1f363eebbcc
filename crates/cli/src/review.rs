//! `review`: a period in figures, firsts and matters.

use anyhow::Result;
use clap::Args;
use press::{ReviewOptions, review};

use crate::printing::{PastArguments, PeriodArguments, PrintArguments, ViewArguments};

/// Prints the review of a year or any period: counts, partners, firsts, agreements, targets, topics, coverage, with charts
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(flatten)]
    period: PeriodArguments,
    #[command(flatten)]
    view: ViewArguments,
    #[command(flatten)]
    print: PrintArguments,
    #[command(flatten)]
    past: PastArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery review --year 2025 --for VN
  chancery review --year 2025 --lang vi --out review.html";

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let asked = arguments.past.open()?;
    let packs = arguments.view.packs()?;
    let (from, to) = arguments.period.days()?;
    let options = ReviewOptions {
        language: arguments.print.lang.clone(),
        from,
        to,
        view: arguments.view.code(&packs)?,
        today: register::date(asked.today),
    };
    arguments.print.print(&review(&asked.register, &packs, &options)?)?;
    Ok(true)
}
