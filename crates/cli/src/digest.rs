//! `digest`: what happened in a period, as round-ups of foreign affairs tell it.

use anyhow::Result;
use clap::Args;
use press::{DigestOptions, digest};

use crate::printing::{PastArguments, PeriodArguments, PrintArguments, ViewArguments};

/// Prints the round-up of a week, month or any period: leaders, minister, bilateral, multilateral, other, coming up
///
/// Every sentence has a footnote with the quote that it rests on. The Markdown can be edited and printed again with `chancery print`.
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
  chancery digest --week 2025-W28 --for VN --lang sv
  chancery digest --from 2025-07 --to 2025-09 --out summer.docx --template house.docx";

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let asked = arguments.past.open()?;
    let packs = arguments.view.packs()?;
    let (from, to) = arguments.period.days()?;
    let options = DigestOptions {
        language: arguments.print.lang.clone(),
        from,
        to,
        view: arguments.view.code(&packs)?,
        query: None,
        today: register::date(asked.today),
    };
    arguments.print.print(&digest(&asked.register, &packs, &options)?)?;
    Ok(true)
}
