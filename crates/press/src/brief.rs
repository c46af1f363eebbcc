//! The brief before a meeting: of two parties, or of a person.

mod bounded;
mod contacts;
mod leading;
mod pair;
mod person;
mod said;
mod timeline;

use jiff::civil::Date;
use packs::Packs;
use register::people::{Person, Tenure};
use register::{Register, date, day};

use crate::error::PressError;
use crate::named::name_of;
use crate::paper::{Block, Paper, Section, Sentence};
use crate::teller::{Teller, sentence};
use crate::words::{Arg, Precise, clean, one_of_many, strong};

/// What a brief is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BriefOf {
    /// Two parties by their codes; the first is that of the reader.
    Pair(String, String),
    /// A person by the key.
    Person(String),
}

/// What a brief is of, and how it is told.
#[derive(Clone, Debug)]
pub struct BriefOptions {
    /// In which language (ISO 639-1).
    pub language: String,
    /// Of whom.
    pub of: BriefOf,
    /// The day on which it is made.
    pub today: Date,
}

/// Prints a brief: what happened until a day, and what is to come.
///
/// # Errors
///
/// Where the language has no messages, a party or person is unknown, or the register fails.
pub fn brief(register: &Register, packs: &Packs, options: &BriefOptions) -> Result<Paper, PressError> {
    let words = crate::words::Words::new(packs, &options.language)?;
    match &options.of {
        BriefOf::Pair(a, b) => pair::brief(register, &words, (a, b), options.today),
        BriefOf::Person(key) => person::brief(register, &words, key, options.today),
    }
}

/// Begins a part of a brief.
fn part(teller: &mut Teller<'_>, id: &str, args: Vec<(&str, Arg)>, blocks: Vec<Block>) {
    let heading = teller.words.sentence(id, args);
    teller.builder.section(Section { level: 1, heading, blocks });
}

/// A list of what stands one below the other; nothing where there is nothing.
fn list(items: Vec<Vec<Sentence>>) -> Vec<Block> {
    if items.is_empty() { Vec::new() } else { vec![Block::List { items }] }
}

/// What somebody is, in the highest offices, and between which days that is on record; `None` where no office is.
fn tenure(register: &Register, teller: &mut Teller<'_>, person: &Person) -> Result<Option<Sentence>, PressError> {
    tenure_of(register, teller, person, &person.tenures)
}

/// The offices of somebody, each with the days between which it is on record, the highest first.
fn tenures(
    register: &Register,
    teller: &mut Teller<'_>,
    person: &Person,
    most: usize,
) -> Result<Vec<Sentence>, PressError> {
    let mut sentences = Vec::new();
    for tenure in person.tenures.iter().take(most) {
        sentences.extend(tenure_of(register, teller, person, std::slice::from_ref(tenure))?);
    }
    Ok(sentences)
}

/// Some offices of somebody in one sentence.
fn tenure_of(
    register: &Register,
    teller: &mut Teller<'_>,
    person: &Person,
    tenures: &[Tenure],
) -> Result<Option<Sentence>, PressError> {
    let words = teller.words;
    let party = person.party.as_deref();
    let offices: Vec<String> = tenures.iter().map(|tenure| tenure.office.clone()).collect();
    let first = tenures.iter().min_by_key(|tenure| tenure.from);
    let last = tenures.iter().max_by_key(|tenure| tenure.to);
    let (Some(office), Some(first), Some(last)) = (words.offices(&offices, party), first, last) else {
        return Ok(None);
    };
    let mut args =
        vec![("name", Arg::from(strong(&clean(&name_of(register, words, person)?)))), ("office", office.into())];
    args.push(one_of_many(&offices));
    args.push(("dates", words.date(Precise::days(date(first.from), date(last.to)), None).into()));
    args.push(("genitive", party.map_or_else(String::new, |code| words.genitive(code)).into()));
    args.push(("code", party.unwrap_or_default().into()));
    args.push(("party", party.map_or_else(String::new, |code| words.party(code)).into()));
    let text = words.sentence("tenure", args);
    let mut notes = vec![teller.note_at(register, first.from_account, None)?];
    let note = teller.note_at(register, last.to_account, None)?;
    notes.extend((!notes.contains(&note)).then_some(note));
    Ok(Some(sentence(&text, notes)))
}

/// Puts the day on which something was said before the sentence that says it.
fn dated(teller: &Teller<'_>, day: Option<Precise>, text: &str) -> String {
    let Some(day) = day else { return text.to_owned() };
    let when = teller.words.date(day, None);
    teller.words.sentence("dated-line", vec![("date", when.into()), ("sentence", text.into())])
}

/// Whether something was heard of until a day.
fn until(matter: &register::matters::Matter, today: Date) -> bool {
    matter.first <= day(today)
}
