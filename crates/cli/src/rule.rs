//! `rule`: decisions of people, which no document and no pack overrides.

mod making;

use anyhow::Result;
use clap::{Args, Subcommand};
use register::matters::State;
use register::{Anchor, Decision, FieldValue};

pub(crate) use self::making::MakingArguments;
use crate::arguments::{PacksArguments, tell};
use crate::asking::{AskArguments, nothing, print, print_json};
use crate::matters::state;
use crate::rendering::hanging;
use crate::ruling_words;

/// Decides what documents leave open or get wrong: merges, splits, fields, claims, people, matters
///
/// A ruling lasts: no further document, no other packs and no rebuild overrides it. `chancery undo N` takes it back.
/// An engagement or account is named by its ID or the beginning of it, a claim by its number in `chancery show`.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  chancery rule set 3fa9c1d2b07e-4 date 2025-07-10 --why \"the ministry's own page\"
  chancery rule merge 3fa9c1d2b07e-4 8a22c1d2b07e-1
  chancery rule split 8a22c1d2b07e-1
  chancery rule reject 3fa9c1d2b07e-4 --claim 2
  chancery rule same-person VN:bui-son-thanh \"Son Bui\"
  chancery rule state instrument/EVIPA delivered
  chancery rule link 3fa9c1d2b07e-4 --claim 3 candidacy/ITLOS/2026-2035
  chancery rule list";

#[derive(Subcommand)]
enum Command {
    /// Says that engagements are one
    Merge {
        /// Two or more, each by any of its accounts
        #[arg(required = true, num_args = 2.., value_name = "ID")]
        ids: Vec<String>,
        #[command(flatten)]
        making: MakingArguments,
    },
    /// Takes an account, with its copies, out of its engagement
    Split {
        /// The account
        #[arg(value_name = "ID")]
        id: String,
        /// The account that it is to be parted from [default: all others of the engagement]
        #[arg(long, value_name = "ID")]
        from: Option<String>,
        #[command(flatten)]
        making: MakingArguments,
    },
    /// Sets a field of an engagement: kind, date, country, city, occasion or parties
    Set {
        /// The engagement
        #[arg(value_name = "ID")]
        id: String,
        /// The field
        #[arg(value_name = "FIELD")]
        field: String,
        /// The value (a date or two with .. between, codes of parties with commas between); - where nothing is known
        #[arg(value_name = "VALUE", allow_hyphen_values = true)]
        value: String,
        #[command(flatten)]
        packs: PacksArguments,
        #[command(flatten)]
        making: MakingArguments,
    },
    /// Says that an account, or one of its claims, is right
    Confirm(OfClaim),
    /// Says that an account, or one of its claims, is wrong, so that it counts no more
    Reject(OfClaim),
    /// Says that two names are one person
    SamePerson(OfNames),
    /// Says that two names are two people
    OtherPerson(OfNames),
    /// Says how a matter stands: open, acknowledged, agreed, delivered, lapsed or replaced
    State {
        /// Its key
        #[arg(value_name = "MATTER")]
        matter: String,
        /// How it stands
        #[arg(value_name = "STATE", value_parser = state)]
        state: State,
        #[command(flatten)]
        making: MakingArguments,
    },
    /// Puts a claim into a matter
    Link(OfMatter),
    /// Takes a claim out of a matter
    Unlink(OfMatter),
    /// Lists the rulings that count
    List {
        /// Also those that were undone
        #[arg(long)]
        all: bool,
        #[command(flatten)]
        ask: AskArguments,
    },
}

#[derive(Args)]
struct OfClaim {
    /// The account
    #[arg(value_name = "ID")]
    id: String,
    /// The number of one of its claims
    #[arg(long, value_name = "N")]
    claim: Option<usize>,
    #[command(flatten)]
    making: MakingArguments,
}

#[derive(Args)]
struct OfNames {
    /// A name, or its key as `chancery people` has it
    #[arg(value_name = "NAME")]
    name: String,
    /// The other
    #[arg(value_name = "NAME")]
    other: String,
    #[command(flatten)]
    making: MakingArguments,
}

#[derive(Args)]
struct OfMatter {
    /// The account that makes the claim
    #[arg(value_name = "ID")]
    id: String,
    /// The number of the claim
    #[arg(long, value_name = "N")]
    claim: usize,
    /// The key of the matter
    #[arg(value_name = "MATTER")]
    matter: String,
    #[command(flatten)]
    making: MakingArguments,
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    match &arguments.command {
        Command::Merge { ids, making } => {
            let mut register = making.open()?;
            let ids = ids.iter().map(|id| register.account_named(id)).collect::<Result<Vec<_>, _>>()?;
            let (decision, of_one) = register.merging(&ids)?;
            if let Some((a, b)) = of_one {
                tell(format_args!(
                    "{a} and {b} are told apart by one document; they are merged as you say, `chancery undo` takes it back"
                ));
            }
            making.rule(&mut register, decision)
        }
        Command::Split { id, from, making } => {
            let mut register = making.open()?;
            let from = from.as_deref().map(|from| register.account_named(from)).transpose()?;
            let decision = register.splitting(register.account_named(id)?, from)?;
            making.rule(&mut register, decision)
        }
        Command::Set { id, field, value, packs, making } => {
            let value = FieldValue::named(&packs.load()?, field, value)?;
            let mut register = making.open()?;
            let account = register.anchor(register.account_named(id)?)?;
            making.rule(&mut register, Decision::Set { account, value })
        }
        Command::Confirm(of) => {
            of.rule(|account| Decision::Confirm { account }, |claim| Decision::ConfirmClaim { claim })
        }
        Command::Reject(of) => of.rule(|account| Decision::Reject { account }, |claim| Decision::RejectClaim { claim }),
        Command::SamePerson(of) => of.rule(|names| Decision::SamePerson { names }),
        Command::OtherPerson(of) => of.rule(|names| Decision::OtherPerson { names }),
        Command::State { matter, state, making } => {
            let mut register = making.open()?;
            let matter = register.matter_named(matter)?.key;
            making.rule(&mut register, Decision::State { matter, state: *state })
        }
        Command::Link(of) => of.rule(true),
        Command::Unlink(of) => of.rule(false),
        Command::List { all, ask } => list(*all, ask),
    }
}

impl OfClaim {
    fn rule(
        &self,
        account: impl FnOnce(Anchor) -> Decision,
        claim: impl FnOnce(register::ClaimAnchor) -> Decision,
    ) -> Result<bool> {
        let mut register = self.making.open()?;
        let named = register.account_named(&self.id)?;
        let decision = match self.claim {
            Some(n) => claim(register.claim_anchor(named, n)?),
            None => account(register.anchor(named)?),
        };
        self.making.rule(&mut register, decision)
    }
}

impl OfNames {
    fn rule(&self, decision: impl FnOnce([String; 2]) -> Decision) -> Result<bool> {
        let mut register = self.making.open()?;
        let names = register.two_names(&self.name, &self.other)?;
        self.making.rule(&mut register, decision(names))
    }
}

impl OfMatter {
    fn rule(&self, linked: bool) -> Result<bool> {
        let mut register = self.making.open()?;
        let account = register.account_named(&self.id)?;
        let decision = register.linking(account, self.claim, &self.matter, linked)?;
        self.making.rule(&mut register, decision)
    }
}

fn list(all: bool, ask: &AskArguments) -> Result<bool> {
    let asked = ask.open()?;
    let mut rulings = asked.register.store().rulings()?;
    rulings.retain(|ruling| all || ruling.undone.is_none());
    if ask.json {
        print_json(rulings)?;
        return Ok(true);
    }
    if rulings.is_empty() {
        nothing(&asked.register, "no ruling counts", "`chancery rule --help` shows how to make one")?;
    }
    let page = ask.page();
    for ruling in &rulings {
        let mut words = ruling_words::ruling(&asked.register, ruling);
        if asked.register.decisions().unplaced.contains(&ruling.n) {
            words += "; waits, for its words are not read as they were";
        }
        print(&hanging(&ruling.n.to_string(), &words, 2, &page))?;
    }
    Ok(true)
}
