//! `people`: who is known, and who held which office when.

use anyhow::{Result, bail};
use clap::Args;
use packs::OfficeKind;
use register::people::{Person, Tenure, succession};

use crate::asking::{AskArguments, Asked, PartyArguments, nothing, print, print_json};
use crate::showing::person::{known, tenure};

/// Lists people with their names and offices; with --party and --office, who held the office from when to when
///
/// First and last day of an office are those on which accounts give it to a person: they held it from the first day or
/// earlier, to the last or later.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Only who is called so: words of the name or their beginnings, with or without accents
    #[arg(value_name = "NAME")]
    name: Option<String>,
    #[command(flatten)]
    party: PartyArguments,
    /// Only who held this office (foreign-minister)
    #[arg(long, value_name = "OFFICE", value_parser = office)]
    office: Option<&'static str>,
    #[command(flatten)]
    ask: AskArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery people Son
  chancery people --party Vietnam
  chancery people --party JP --office foreign-minister";

fn office(word: &str) -> Result<&'static str, String> {
    let known = || OfficeKind::ALL.iter().map(|office| office.as_str()).collect::<Vec<_>>().join(", ");
    OfficeKind::parse(&word.replace(' ', "-")).map(OfficeKind::as_str).ok_or_else(|| format!("take one of {}", known()))
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let asked = arguments.ask.open()?;
    let party = arguments.party.code()?;
    let mut people = match &arguments.name {
        Some(name) if name.trim().is_empty() => bail!("the name is empty; leave it out to list everybody"),
        Some(name) => asked.register.people_named(name, party.as_deref())?,
        None => asked.register.store().people(party.as_deref())?,
    };
    if let Some(office) = arguments.office {
        people.retain(|person| person.tenures.iter().any(|tenure| tenure.office == office));
    }
    if people.is_empty() && !arguments.ask.json {
        nothing(&asked.register, "nobody fits", "`chancery people` lists everybody who is known")?;
        return Ok(true);
    }
    let holders = arguments.office.map(|office| succession(&people, office));
    if arguments.ask.json {
        // In the order in which they held the office, where one is asked for.
        let order: Vec<&Person> = match holders {
            Some(holders) => holders.into_iter().map(|(person, _)| person).collect(),
            None => people.iter().collect(),
        };
        print_json(order)?;
    } else if let Some(holders) = holders {
        print_succession(arguments, &asked, &holders)?;
    } else {
        let quotes = arguments.name.is_some();
        for person in &people {
            print(&known(&asked.register, person, quotes, &arguments.ask.page())?)?;
        }
    }
    Ok(true)
}

fn print_succession(arguments: &Arguments, asked: &Asked, holders: &[(&Person, &Tenure)]) -> Result<()> {
    let page = arguments.ask.page();
    for (person, held) in holders {
        let party = person.party.as_deref().unwrap_or("no party");
        let office = held.office.replace('-', " ");
        let name = page.paint.bold(&person.name);
        print(&format!("  {name}  {}  {}\n", page.paint.green(party), page.paint.dim(&person.id)))?;
        print(&tenure(&asked.register, held, &office, true, &page)?)?;
    }
    Ok(())
}
