//! `digest`: what happened in a period, as round-ups of foreign affairs tell it.

use anyhow::Result;
use clap::Args;
use press::digest;

use crate::period_arguments::PeriodPaperArguments;

/// Prints the round-up of a week, month or any period: leaders, minister, bilateral, multilateral, other, coming up
///
/// Every sentence has a footnote with the quote that it rests on. The Markdown can be edited and printed again with `chancery print`.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(flatten)]
    paper: PeriodPaperArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery digest --week 2025-W28 --for VN --lang sv
  chancery digest --year 2025-07 --query 'topic:energy -kind:statement'
  chancery digest --from 2025-07 --to 2025-09 --out summer.docx --template house.docx";

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    arguments.paper.print(digest)
}
