//! A person: how the name is written, which offices they held when, and in what they took part.

use anyhow::Result;
use register::Register;
use register::people::{Person, Tenure};

use crate::asking::day;
use crate::rendering::{INDENT, Page, days, head, quote, wrapped};

/// So many engagements of a person are listed.
const LATEST: usize = 20;

/// A person for people, with the engagements that they took part in.
pub(crate) fn person(register: &Register, person: &Person, page: &Page) -> Result<String> {
    let mut out = known(register, person, true, page)?;
    let rows = register.engagements_of(person)?;
    if rows.len() > LATEST {
        out += &format!("\n    the latest {LATEST} of {} engagements\n", rows.len());
    } else if !rows.is_empty() {
        out.push('\n');
    }
    for row in rows.iter().rev().take(LATEST) {
        let when = if row.start.is_empty() { "no date".to_owned() } else { days(&row.start, &row.end) };
        out += &format!("  {}    {}\n", head(&when, &row.kind, &row.parties, false, page).trim_end(), row.id);
    }
    Ok(out)
}

/// A person with their tenures; with the words that these rest on where `quotes` says so.
pub(crate) fn known(register: &Register, person: &Person, quotes: bool, page: &Page) -> Result<String> {
    let paint = page.paint;
    let party = person.party.as_deref().unwrap_or("no party");
    let mut out = format!("  {}  {}  {}\n", paint.bold(&person.name), paint.green(party), paint.dim(&person.id));
    let others: Vec<&str> =
        person.spellings.iter().filter(|spelling| **spelling != person.name).map(String::as_str).collect();
    if !others.is_empty() {
        out += &wrapped(&format!("also {}", others.join(", ")), INDENT, page.width, str::to_owned);
    }
    for held in &person.tenures {
        out += &tenure(register, held, &held.office.replace('-', " "), quotes, page)?;
    }
    if person.tenures.is_empty() {
        out += &format!("    told of from {}\n", days(&day(person.first), &day(person.last)));
    }
    Ok(out)
}

/// A tenure: from its first day to its last, and which accounts say so.
pub(crate) fn tenure(register: &Register, held: &Tenure, label: &str, quotes: bool, page: &Page) -> Result<String> {
    let ends = [(held.from, held.from_account), (held.to, held.to_account)];
    let ends = if ends[0] == ends[1] { &ends[..1] } else { &ends };
    let accounts: Vec<String> = ends.iter().map(|(_, account)| account.to_string()).collect();
    let told = format!("{label} {} · {}", days(&day(held.from), &day(held.to)), accounts.join(", "));
    let mut out = wrapped(&told, INDENT, page.width, str::to_owned);
    for (_, account) in ends.iter().filter(|_| quotes) {
        out += &quote(&register.account(*account)?.engagement.evidence, INDENT + 2, page);
    }
    Ok(out)
}
