//! `matters`: what runs through the claims, and how it stands.

use anyhow::Result;
use clap::Args;
use register::folded;
use register::matters::{KINDS, Matter, State};

use crate::arguments::tell;
use crate::asking::{AskArguments, PartyArguments, nothing, print, print_json};
use crate::showing::matter::{listed, title};

/// Lists matters: what runs through the claims, how it stands, when it falls due and when it was last heard of
///
/// `chancery show KEY` gives the whole thread of one.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Only those with these words in what they are about: EVIPA, "session 21"
    #[arg(value_name = "TEXT")]
    text: Option<String>,
    #[command(flatten)]
    party: PartyArguments,
    /// Only those that stand so: open, acknowledged, agreed, delivered, lapsed or replaced
    #[arg(long, value_name = "STATE", value_parser = state)]
    state: Option<State>,
    /// Only of this kind
    #[arg(long, value_name = "KIND", value_parser = KINDS)]
    kind: Option<String>,
    /// Also what two parties have said on a topic, where it has no other name
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    ask: AskArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery matters EVIPA
  chancery matters --party Cambodia --kind target
  chancery matters --state open --all
  chancery show candidacy/ITLOS/2026-2035";

/// The state of a word, for arguments.
pub(crate) fn state(word: &str) -> Result<State, String> {
    let known = || State::ALL.map(State::as_str).join(", ");
    State::parse(word).ok_or_else(|| format!("take one of {}", known()))
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let asked = arguments.ask.open()?;
    let party = arguments.party.code()?;
    let mut matters = asked.register.store().matters(party.as_deref())?;
    matters.retain(|matter| arguments.fits(matter, asked.today));
    let topics = |matter: &Matter| matter.kind() == "topic";
    let hidden =
        if arguments.all || arguments.kind.is_some() { 0 } else { matters.iter().filter(|m| topics(m)).count() };
    if hidden > 0 {
        matters.retain(|matter| !topics(matter));
    }
    if arguments.ask.json {
        let today = |matter: Matter| Matter { state: matter.at(asked.today), ..matter };
        print_json(matters.into_iter().map(today))?;
        return Ok(true);
    }
    if matters.is_empty() && hidden == 0 {
        nothing(&asked.register, "no matter fits", "`chancery matters --all` lists every one")?;
    }
    let page = arguments.ask.page();
    for matter in &matters {
        print(&listed(matter, asked.today, &page))?;
    }
    if hidden > 0 {
        tell(format_args!("{hidden} more by topic alone; --all shows them"));
    }
    Ok(true)
}

impl Arguments {
    fn fits(&self, matter: &Matter, today: register::Day) -> bool {
        let about = folded(&format!("{} {}", matter.key, title(&matter.key)));
        self.text.as_ref().is_none_or(|text| about.contains(&folded(text)))
            && self.state.is_none_or(|state| matter.at(today) == state)
            && self.kind.as_ref().is_none_or(|kind| matter.kind() == kind)
    }
}
