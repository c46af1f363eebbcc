//! `feed`: what is new in the register, for readers of feeds.

use anyhow::Result;
use clap::{Args, ValueEnum};
use press::{FeedFormat, FeedOptions, feed};

use crate::period_arguments::BareArguments;

/// Prints what is new in the register or has changed there as a feed (Atom or JSON Feed), the latest change first
///
/// Each entry has the quotes that it rests on, and keeps its name when it changes, so that readers show it as one.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The format [default: JSON Feed where --out ends in .json, else Atom]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// How many entries at most, 1 to 10000
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u16).range(1..=10_000))]
    limit: u16,
    #[command(flatten)]
    of: BareArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery feed --query 'topic:energy party:JP' --out energy.xml
  chancery feed --format json --for VN --lang vi --limit 20";

/// A format of feeds.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// XML that every reader of feeds reads
    Atom,
    /// JSON Feed 1.1
    Json,
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let is_json = || arguments.of.ending().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let format = match arguments.format {
        Some(Format::Atom) => FeedFormat::Atom,
        Some(Format::Json) => FeedFormat::Json,
        None if is_json() => FeedFormat::Json,
        None => FeedFormat::Atom,
    };
    arguments.of.print(|scope, language| {
        let options = FeedOptions {
            language: language.to_owned(),
            days: scope.days,
            view: scope.view.clone(),
            query: scope.query.clone(),
            limit: arguments.limit.into(),
        };
        feed(&scope.register, &scope.history(), &scope.packs, &options, scope.chosen.as_deref(), format)
    })
}
