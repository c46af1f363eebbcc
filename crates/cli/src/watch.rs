//! `watch`: follows the sources.

use std::io::{self, Write as _};
use std::num::NonZeroUsize;
use std::sync::atomic::Ordering;
use std::time::Duration;

use anyhow::{Result, bail};
use clap::Args;
use intake::follow::{AT_ONCE, Follower, Outcome, Report, Step, wait};
use register::DocumentId;
use serde_json::json;

use crate::arguments::{PacksArguments, count};
use crate::fetching::{FetchArguments, ending};
use crate::register_arguments::{WritingArguments, moment, now_ms};
use crate::rendering::clean;

/// The longest sleep: whoever adds a source need not wait longer for it.
const LOOK_AGAIN: Duration = Duration::from_secs(15);

/// No more hosts are asked at once: each takes a thread, and memory for an answer.
const MOST_AT_ONCE: NonZeroUsize = NonZeroUsize::new(256).expect("it is not zero");

/// Follows the sources: asks each when it is due, and keeps what it publishes
///
/// A line is printed for each address that was asked. What an address brings is kept at once, so that it can be ended at any
/// moment and goes on where it was. Sites are asked politely: robots.txt is obeyed, one request at a time and a pause for each host,
/// and pages that are kept only whether they have changed. Several hosts are asked at once, so that a slow one keeps no other waiting.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Does what is due now, and ends; the exit code is 1 where something could not be had
    #[arg(long)]
    once: bool,
    /// Prints each line as JSON
    #[arg(long)]
    json: bool,
    /// A host, as host or host:port, that may lie in a private network, whichever source leads there; may be given several times
    #[arg(long = "allow-host", value_name = "HOST")]
    allowed: Vec<String>,
    /// So many hosts are asked at once, each one request at a time; so many answers, each of `--limit` at most, are held at a time
    #[arg(long, value_name = "N", default_value_t = AT_ONCE, value_parser = at_once)]
    at_once: NonZeroUsize,
    #[command(flatten)]
    fetch: FetchArguments,
    #[command(flatten)]
    writing: WritingArguments,
    #[command(flatten)]
    packs: PacksArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery watch --contact https://example.org/about-our-register
  chancery watch --once                         for cron";

fn at_once(text: &str) -> Result<NonZeroUsize, String> {
    let number: Option<NonZeroUsize> = text.parse().ok();
    number.filter(|number| *number <= MOST_AT_ONCE).ok_or_else(|| format!("write a number from 1 to {MOST_AT_ONCE}"))
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let packs = arguments.packs.load()?;
    let mut register = arguments.writing.open(true)?;
    if register.store().sources()?.is_empty() {
        bail!("no sources are followed yet; `chancery sources add ADDRESS` adds one");
    }
    let ending = ending()?;
    let fetcher = arguments.fetch.fetcher_ending(&ending);
    let mut follower = Follower::new(fetcher, &packs, arguments.allowed.clone(), arguments.at_once);
    let mut all_well = true;
    while !ending.load(Ordering::Relaxed) {
        match follower.step(&mut register, now_ms())? {
            Step::Asked(report) => {
                all_well &= !report.outcome.is_failure();
                print(arguments, &report)?;
            }
            Step::Waited => {}
            Step::Idle(_) if arguments.once => return Ok(all_well),
            Step::Idle(next) => {
                let until = next.map_or(i64::MAX, |next| next.saturating_sub(now_ms()));
                wait(Duration::from_millis(until.max(100).unsigned_abs()).min(LOOK_AGAIN), &ending);
            }
            Step::Ending => break,
        }
    }
    // What was not asked is not well under `--once`, which promises all that is due.
    Ok(!arguments.once)
}

/// A line of what an address has brought.
fn print(arguments: &Arguments, report: &Report) -> Result<()> {
    let told = if arguments.json { as_json(report) } else { as_line(report) };
    let mut out = io::stdout().lock();
    writeln!(out, "{told}")?;
    if !arguments.json {
        report
            .left_out
            .iter()
            .try_for_each(|why| writeln!(out, "{}", line(report, "-", &format!("not taken: {why}"))))?;
    }
    Ok(out.flush()?)
}

fn as_line(report: &Report) -> String {
    let status = report.status.map_or_else(|| "-".to_owned(), |status| status.to_string());
    let names = |documents: &[DocumentId]| documents.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let what = match &report.outcome {
        Outcome::List { found, due } => format!("lists {found}, {due} to be asked"),
        Outcome::New { documents, accounts } => {
            format!("new {} with {}", names(documents), count(*accounts, "account"))
        }
        Outcome::Corrected { documents, accounts } => {
            format!("corrected, now {} with {}", names(documents), count(*accounts, "account"))
        }
        Outcome::Unchanged => "unchanged".to_owned(),
        Outcome::Gone => "gone; what is kept stays".to_owned(),
        // They name the address themselves.
        Outcome::Refused(why) => return line(report, &status, &format!("not taken: {why}")),
        Outcome::Failed(why) => return line(report, &status, &format!("not had: {why}")),
    };
    line(report, &status, &format!("{what}  {}", report.address))
}

fn line(report: &Report, status: &str, what: &str) -> String {
    clean(&format!("{}  {}  {status}  {what}", moment(now_ms()), report.source))
}

fn as_json(report: &Report) -> String {
    let (outcome, documents, why) = match &report.outcome {
        Outcome::List { .. } => ("list", None, None),
        Outcome::New { documents, .. } => ("new", Some(documents), None),
        Outcome::Corrected { documents, .. } => ("corrected", Some(documents), None),
        Outcome::Unchanged => ("unchanged", None, None),
        Outcome::Gone => ("gone", None, None),
        Outcome::Refused(why) => ("refused", None, Some(why)),
        Outcome::Failed(why) => ("failed", None, Some(why)),
    };
    json!({
        "source": report.source, "address": report.address, "status": report.status, "outcome": outcome, "documents": documents,
        "why": why, "left_out": report.left_out,
    })
    .to_string()
}
