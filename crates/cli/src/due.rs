//! `due`: what falls due, and what is overdue.

use anyhow::Result;
use clap::Args;
use register::Day;
use register::matters::{Matter, Sought, State};
use serde_json::json;

use crate::asking::{AskArguments, DaysArguments, PartyArguments, nothing, print, print_json};
use crate::showing::matter::{last_words, listed};

/// Lists matters and next steps by the day on which they fall due, what is overdue first, with the words that say so
///
/// What has been delivered, has lapsed or was replaced is left out; half a year after its day, what nobody speaks of any
/// more has lapsed.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(flatten)]
    days: DaysArguments,
    #[command(flatten)]
    party: PartyArguments,
    #[command(flatten)]
    ask: AskArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery due --to 2026
  chancery due --from 2025-10 --to 2025-12 --party Japan";

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let asked = arguments.ask.open()?;
    let party = arguments.party.code()?;
    let [from, to] = arguments.days.ends();
    let sought = Sought {
        today: asked.today,
        parties: party.as_deref().into_iter().collect(),
        states: &State::PENDING,
        // Also where all days are asked for, what falls due on none is left out.
        from: from.or(Some(Day::MIN)),
        to,
        ..Sought::default()
    };
    let matters = asked.register.store().matters_sought(&sought, 0, usize::MAX)?;
    if arguments.ask.json {
        print_json(matters.into_iter().map(|matter| {
            let overdue = matter.is_overdue(asked.today);
            json!({ "overdue": overdue, "matter": Matter { state: matter.at(asked.today), ..matter } })
        }))?;
        return Ok(true);
    }
    if matters.is_empty() {
        nothing(&asked.register, "nothing is due", "`chancery matters --all` lists what has no date too")?;
    }
    let page = arguments.ask.page();
    for matter in &matters {
        print(&listed(matter, asked.today, &page))?;
        print(&last_words(&asked.register, matter, &page)?)?;
    }
    Ok(true)
}
