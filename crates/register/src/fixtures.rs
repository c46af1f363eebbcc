//! Readings for the tests, made of few words.

use document::PartialDate;
use reader::{Claim, Engagement, Person, Published, Reading};

use crate::deposit::{Deposit, Origin};
use crate::register::{Read, Reader, Register};
use crate::sqlite::Sqlite;

/// An engagement from a line: `meeting 2025-07-10 VN,JP Bui Thanh Son/VN/foreign-minister + Iwaya Takeshi/JP/foreign-minister`.
///
/// A dash stands for nothing; a date may be `2025-07-08..2025-07-11`, and `?` behind it says that the sentence does not tell it.
pub(crate) fn engagement(line: &str) -> Engagement {
    let mut parts = line.splitn(4, ' ');
    let mut part = || parts.next().filter(|part| *part != "-").unwrap_or_default().to_owned();
    let (kind, date, parties, people) = (part(), part(), part(), part());
    let told = date.trim_end_matches('?');
    let (start, end) = told.split_once("..").unwrap_or((told, told));
    let day = |text: &str| text.parse::<PartialDate>().ok();
    Engagement {
        id: "e1".to_owned(),
        kind,
        start: day(start),
        end: day(end),
        date_basis: day(start).map(|_| if date.ends_with('?') { "page" } else { "sentence" }.to_owned()),
        country: None,
        city: None,
        occasion: None,
        series: None,
        session: None,
        occasion_series: None,
        occasion_session: None,
        level: None,
        parties: parties.split(',').filter(|party| !party.is_empty()).map(str::to_owned).collect(),
        people: people.split(" + ").filter(|person| !person.is_empty()).map(person).collect(),
        background: false,
        evidence: line.to_owned(),
        span: [0, line.len() as u32],
        rule: String::new(),
        certainty: 0.9,
        claims: Vec::new(),
    }
}

fn person(text: &str) -> Person {
    let mut parts = text.split('/');
    let name = parts.next().unwrap_or_default().to_owned();
    let party = parts.next().filter(|party| !party.is_empty()).map(str::to_owned);
    let offices =
        parts.next().unwrap_or_default().split('+').filter(|office| !office.is_empty()).map(str::to_owned).collect();
    Person { name, party, offices, span: [0, 0] }
}

/// A claim from a line: `request VN>EU investment`.
pub(crate) fn claim(line: &str) -> Claim {
    let mut parts = line.split(' ');
    let kind = parts.next().unwrap_or_default().to_owned();
    let (actors, addressees) = parts.next().unwrap_or_default().split_once('>').map_or(("", ""), |sides| sides);
    let codes = |text: &str| text.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let topics = parts.next().map(codes).unwrap_or_default();
    Claim {
        kind,
        actors: codes(actors),
        addressees: codes(addressees),
        topics,
        candidacy: None,
        amount: None,
        unit: None,
        by: None,
        what: None,
        date: None,
        invited: Vec::new(),
        instruments: Vec::new(),
        bodies: Vec::new(),
        session: None,
        years: None,
        level: None,
        level_date: None,
        level_parties: Vec::new(),
        strength: 3,
        evidence: line.to_owned(),
        span: [0, line.len() as u32],
        rule: String::new(),
        certainty: 0.9,
    }
}

/// A document whose text is the lines of its engagements, with its reading.
pub(crate) fn read(name: &str, language: &str, published: &str, lines: &[&str]) -> Read {
    let text = format!("{name}\n{}", lines.join("\n"));
    let mut at = name.len() + 1;
    let engagements = lines
        .iter()
        .map(|line| {
            let span = [at as u32, (at + line.len()) as u32];
            at += line.len() + 1;
            Engagement { span, ..engagement(line) }
        })
        .collect();
    let day = published.parse::<PartialDate>().ok();
    let reading = Reading {
        document: name.to_owned(),
        language: Some(language.to_owned()),
        published: day.map(|day| Published { start: day, end: day, basis: "text".to_owned() }),
        engagements,
        notes: Vec::new(),
    };
    let origin = Origin { name: name.to_owned(), ..Origin::default() };
    Read { deposit: Deposit::new(text, origin, 0), reading: Some(reading) }
}

/// Reads nothing: the documents of the tests bring their readings.
pub(crate) struct NoReader;

impl Reader for NoReader {
    fn packs(&self) -> &str {
        "none"
    }

    fn read(&self, deposits: &[Deposit]) -> Vec<Reading> {
        deposits.iter().map(|_| Reading::default()).collect()
    }
}

/// A register in memory with some documents.
pub(crate) fn register(documents: Vec<Read>) -> Register {
    let store = Sqlite::in_memory().expect("there is memory");
    let mut register = Register::new(Box::new(store)).expect("it is new");
    register.add(documents, &NoReader, 0).expect("it can be written");
    register
}
