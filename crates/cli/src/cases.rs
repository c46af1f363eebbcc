//! The cases of a pack: a text, and what must be found in it or that nothing may be.

use std::fmt;

use document::{DocumentError, Format, PartialDate};
use packs::{Case, ClaimType, Kind, Language, Packs};
use reader::{Claim, Engagement, Reading};

/// Why a case does not hold.
#[derive(Debug)]
pub(crate) enum Mismatch {
    /// The text of the case is none.
    Unopened(DocumentError),
    /// What is expected is neither an engagement nor a claim.
    Unknown(String),
    /// Not all that is expected was read, or something where nothing may be.
    Differs {
        /// What was read, as cases write it.
        read: String,
    },
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unopened(error) => error.fmt(f),
            Self::Unknown(word) => {
                write!(f, "`{word}` is neither a kind of engagement nor a type of claim; see packs/README.md")
            }
            Self::Differs { read } if read.is_empty() => f.write_str("nothing"),
            Self::Differs { read } => f.write_str(read),
        }
    }
}

/// The day on which all cases are read, so that `today` is the same for ever.
const DAY: (i16, i8, i8) = (2025, 7, 15);

/// Whether a case of a language holds.
///
/// Every engagement and claim that it names must be read, each one of its own; what it does not name is not
/// looked at. A case that wants nothing holds where neither engagement nor claim is read.
pub(crate) fn check(packs: &Packs, language: &Language, case: &Case) -> Result<(), Mismatch> {
    let settings = document::Settings {
        language: Some(language.code.clone()),
        format: Some(Format::Plain),
        ..document::Settings::default()
    };
    let document =
        document::open("case", case.text.as_bytes(), packs.habits(), &settings).map_err(Mismatch::Unopened)?;
    let published = PartialDate::day(DAY.0, DAY.1, DAY.2);
    let reading = reader::read(packs, &document, &reader::Settings { published });
    if holds(&case.expected, &reading)? { Ok(()) } else { Err(Mismatch::Differs { read: show(&reading) }) }
}

fn holds(expected: &str, reading: &Reading) -> Result<bool, Mismatch> {
    let expected: Vec<Expected<'_>> = expected
        .split(';')
        .map(str::trim)
        .filter(|one| !one.is_empty())
        .map(Expected::parse)
        .collect::<Result<_, _>>()?;
    if expected.is_empty() {
        return Ok(reading.engagements.is_empty());
    }
    let mut engagements: Vec<&Engagement> = reading.engagements.iter().collect();
    let mut claims: Vec<&Claim> = claims(reading).collect();
    Ok(expected.iter().all(|one| match one {
        Expected::Engagement { kind, parties } => {
            take(&mut engagements, |read| read.kind == *kind && same(parties, &read.parties))
        }
        Expected::Claim { kind, actors, addressees } => take(&mut claims, |read| {
            read.kind == *kind && same(actors, &read.actors) && same(addressees, &read.addressees)
        }),
    }))
}

/// One thing that a case wants found. Lists that are empty are not looked at.
enum Expected<'a> {
    Engagement { kind: &'a str, parties: Vec<&'a str> },
    Claim { kind: &'a str, actors: Vec<&'a str>, addressees: Vec<&'a str> },
}

impl<'a> Expected<'a> {
    /// Reads `meeting EE,VN` or `request VN>EE`.
    fn parse(text: &'a str) -> Result<Self, Mismatch> {
        let (kind, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let codes = |list: &'a str| list.split(',').map(str::trim).filter(|code| !code.is_empty()).collect();
        if Kind::parse(kind).is_some() {
            return Ok(Self::Engagement { kind, parties: codes(rest) });
        }
        if ClaimType::parse(kind).is_none() {
            return Err(Mismatch::Unknown(kind.to_owned()));
        }
        let (actors, addressees) = rest.split_once('>').unwrap_or((rest, ""));
        Ok(Self::Claim { kind, actors: codes(actors), addressees: codes(addressees) })
    }
}

/// Takes the first that fits out of the list.
fn take<T>(list: &mut Vec<T>, fits: impl Fn(&T) -> bool) -> bool {
    list.iter().position(fits).map(|index| list.remove(index)).is_some()
}

fn same(expected: &[&str], read: &[String]) -> bool {
    expected.is_empty()
        || (expected.iter().all(|code| read.iter().any(|one| one == code))
            && read.iter().all(|one| expected.contains(&one.as_str())))
}

fn claims(reading: &Reading) -> impl Iterator<Item = &Claim> {
    reading.engagements.iter().flat_map(|engagement| &engagement.claims)
}

/// What was read, as cases write it.
fn show(reading: &Reading) -> String {
    let list = |codes: &[String]| {
        let mut codes = codes.to_vec();
        codes.sort();
        codes.join(",")
    };
    let engagements =
        reading.engagements.iter().map(|one| format!("{} {}", one.kind, list(&one.parties)).trim().to_owned());
    let claims = claims(reading).map(|one| format!("{} {}>{}", one.kind, list(&one.actors), list(&one.addressees)));
    engagements.chain(claims).collect::<Vec<_>>().join("; ")
}
