//! `review`: a period in figures, firsts and matters.

use anyhow::Result;
use clap::Args;
use press::review;

use crate::period_arguments::PeriodPaperArguments;

/// Prints the review of a year or any period: counts, partners, firsts, agreements, targets, topics, coverage, with charts
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(flatten)]
    paper: PeriodPaperArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery review --year 2025 --for VN
  chancery review --year 2025 --lang vi --out review.html";

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    arguments.paper.print(review)
}
