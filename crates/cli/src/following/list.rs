//! `sources list`: how it stands with each.

use anyhow::Result;
use clap::Args;
use intake::follow::{Health, health};
use register::Source;
use serde_json::{Value, json};

use crate::arguments::count;
use crate::asking::{print, print_json};
use crate::paint::{Color, Paint};
use crate::register_arguments::{RegisterArguments, moment};
use crate::rendering::{Page, clean, wrapped};

/// So many addresses that could not be had are told of each source.
const TOLD: usize = 3;

/// Lists the sources: when each was last asked, what it gave, and what went wrong
// Also flattened into the command above, whose group has the same name.
#[derive(Args)]
#[group(skip)]
pub(crate) struct Arguments {
    /// Prints a JSON object a source
    #[arg(long)]
    json: bool,
    /// When to use colours
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Color,
    #[command(flatten)]
    register: RegisterArguments,
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let register = arguments.register.open()?;
    let sources = register.store().sources()?;
    if arguments.json {
        let healths = sources.iter().map(|source| Ok(as_json(source, &health(&register, source, TOLD)?)));
        print_json(healths.collect::<Result<Vec<Value>>>()?)?;
        return Ok(true);
    }
    if sources.is_empty() {
        print("no sources are followed yet; `chancery sources add ADDRESS` adds one\n")?;
    }
    let page = Page::of_terminal(Paint::new(arguments.color));
    for source in &sources {
        print(&shown(source, &health(&register, source, TOLD)?, &page))?;
    }
    Ok(true)
}

/// A source as JSON, with how it stands with it.
pub(super) fn as_json(source: &Source, health: &Health) -> Value {
    let failing =
        |visit: &register::Visit| json!({ "address": visit.address, "status": visit.status, "error": visit.error });
    json!({
        "source": source, "asked": health.asked_ms().map(told), "due": health.due_ms.map(told), "error": health.error(),
        "waiting": health.n_waiting, "kept": health.n_kept, "gone": health.n_gone, "failing": health.n_failing,
        "failures": health.failing.iter().map(failing).collect::<Vec<_>>(),
    })
}

/// A point in time, as RFC 3339.
fn told(at_ms: i64) -> String {
    jiff::Timestamp::from_millisecond(at_ms).unwrap_or_default().to_string()
}

fn shown(source: &Source, health: &Health, page: &Page) -> String {
    let paint = page.paint;
    let paused = if source.paused { ", paused" } else { "" };
    let about = format!("{}, every {}{paused}", source.kind, every(source.every_s));
    let mut out = format!("{}  {}  {}\n", paint.bold(&source.id), clean(&source.name), paint.dim(&about));
    let mut line = |text: &str| out += &wrapped(text, 2, page.width, str::to_owned);
    line(&source.address);
    let asked = health.asked_ms().map_or_else(|| "never asked".to_owned(), |at| format!("asked {}", moment(at)));
    let mut parts = vec![asked, format!("{} kept", count(health.n_kept as usize, "page"))];
    for (n, what) in [(health.n_waiting, "waiting"), (health.n_gone, "gone since"), (health.n_failing, "not had")] {
        if n > 0 {
            parts.push(format!("{n} {what}"));
        }
    }
    parts.extend(health.due_ms.map(|at| format!("next {}", moment(at))));
    line(&parts.join(" · "));
    health.error().iter().for_each(|error| line(&format!("error: {error}")));
    for failing in &health.failing {
        failing.error.iter().for_each(|error| line(&format!("not had: {error}")));
    }
    out
}

/// A time between two questions, as people write it: `1h`, `30m`, `1h 30m`.
pub(super) fn every(seconds: u32) -> String {
    let units = [(86_400, "d"), (3600, "h"), (60, "m"), (1, "s")];
    let (mut left, mut parts) = (seconds, Vec::new());
    for (size, unit) in units {
        if left >= size {
            parts.push(format!("{}{unit}", left / size));
            left %= size;
        }
    }
    if parts.is_empty() { "0s".to_owned() } else { parts.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_how_often() {
        assert_eq!([every(3600), every(5400), every(86_400), every(0)], ["1h", "1h 30m", "1d", "0s"]);
    }
}
