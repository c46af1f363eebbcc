//! `show`: one entry of the register, with all that it rests on.

use anyhow::Result;
use clap::Args;
use register::{AccountId, Change, Entry, Register};
use serde_json::{Value, json};

use crate::arguments::tell;
use crate::asking::{AskArguments, Asked, print, print_json};
use crate::rendering::Page;
use crate::showing::{document, engagement, history, matter, person};

/// Shows engagements, documents, people or matters, with all that they rest on
///
/// An engagement is named by any of its accounts (3fa9c1d2b07e-4) or the beginning of one (3fa9), a document by its twelve
/// digits, a person by key or name, a matter by its key. What cannot be shown is told on standard error, the rest is
/// shown, and the exit code is 1.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// What to show
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
    /// Shows why the accounts of an engagement were taken for one: each pair with its score and what was weighed
    #[arg(long)]
    why: bool,
    /// Shows what changed the entry, and when
    #[arg(long)]
    history: bool,
    #[command(flatten)]
    ask: AskArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery show 3fa9c1d2b07e-4 --why
  chancery show 3fa9c1d2b07e                    a document: its accounts, and where they went
  chancery show VN:bui-son-thanh                a person; the name will do where one alone bears it
  chancery show session/KH-VN/21 --history
  chancery show --as-of 2025-07-10 3fa9c1d2b07e-4";

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let asked = arguments.ask.open()?;
    let page = arguments.ask.page();
    let mut all_well = true;
    for (at, id) in arguments.ids.iter().enumerate() {
        let shown = asked.register.entry(id).map_err(Into::into).and_then(|entry| {
            if arguments.ask.json {
                return print_json([as_json(arguments, &asked, &entry)?]);
            }
            let gap = if at > 0 { "\n" } else { "" };
            print(&format!("{gap}{}", shown(arguments, &asked, &entry, &page)?))
        });
        match shown {
            Ok(()) => {}
            Err(error) if error.downcast_ref::<register::RegisterError>().is_some() => {
                all_well = false;
                tell(format_args!("{error:#}"));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(all_well)
}

fn shown(arguments: &Arguments, asked: &Asked, entry: &Entry, page: &Page) -> Result<String> {
    let register = &asked.register;
    let mut text = match entry {
        Entry::Engagement(id) => engagement::engagement(register, *id, arguments.why, page)?,
        Entry::Document(id) => document::document(register, *id, page)?,
        Entry::Person(known) => person::person(register, known, page)?,
        Entry::Matter(thread) => matter::matter(register, thread, asked.today, page)?,
    };
    if arguments.history {
        let (id, changes) = changes(arguments, asked, entry)?;
        text += &history::history(register, &changes, &id, page);
    }
    Ok(text)
}

/// The name of an entry, and what changed it. An engagement may have borne the name of any of its accounts.
fn changes(arguments: &Arguments, asked: &Asked, entry: &Entry) -> Result<(String, Vec<Change>)> {
    let (kind, ids) = match entry {
        Entry::Engagement(id) => {
            let (engagement, accounts) = asked.register.engagement(*id)?;
            let others = accounts.iter().map(|account| account.id).filter(|id| *id != engagement.id);
            ("engagement", std::iter::once(engagement.id).chain(others).map(|id| id.to_string()).collect())
        }
        Entry::Document(id) => ("document", vec![id.to_string()]),
        Entry::Person(person) => ("person", vec![person.id.clone()]),
        Entry::Matter(matter) => ("matter", vec![matter.key.clone()]),
    };
    let changes = arguments.ask.history(asked, kind, &ids)?;
    Ok((ids[0].clone(), changes))
}

fn as_json(arguments: &Arguments, asked: &Asked, entry: &Entry) -> Result<Value> {
    let register = &asked.register;
    let mut value = match entry {
        Entry::Engagement(id) => engagement_json(register, *id, arguments.why)?,
        Entry::Document(id) => {
            let accounts = register.accounts_of(*id)?;
            let origins = register.store().origins(*id)?.map(|kept| kept.origins).unwrap_or_default();
            let place = |(account, engagement)| json!({ "account": account, "engagement": engagement });
            let corrections = register.corrections(*id)?;
            let accounts: Vec<Value> = accounts.into_iter().map(place).collect();
            json!({ "document": id, "origins": origins, "accounts": accounts, "corrections": corrections })
        }
        Entry::Person(known) => json!({ "person": known, "engagements": register.engagements_of(known)? }),
        Entry::Matter(thread) => {
            let lines = register.store().lines(&thread.key, usize::MAX >> 1)?;
            let state = thread.at(asked.today);
            json!({ "matter": register::matters::Matter { state, ..(**thread).clone() }, "lines": lines })
        }
    };
    if arguments.history {
        value["history"] = json!(changes(arguments, asked, entry)?.1);
    }
    Ok(value)
}

fn engagement_json(register: &Register, id: AccountId, why: bool) -> Result<Value> {
    let (mut engagement, accounts) = register.engagement(id)?;
    if !why {
        engagement.links.clear();
    }
    let members: Vec<AccountId> = engagement.accounts().collect();
    Ok(json!({ "engagement": engagement, "accounts": accounts, "rulings": register.rulings_on(&members)? }))
}
