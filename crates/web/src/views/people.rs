//! People: who they are, what they held when, and in what they took part.

use document::PartialDate;
use register::people::{Person, Tenure};
use register::{AccountId, Readings, Register};

use super::{EngagementLine, lines};
use crate::problem::Problem;

/// So many engagements of a person are shown, the latest.
const SHOWN: usize = 40;

/// Somebody in a list.
#[derive(Clone, Debug)]
pub(crate) struct PersonSummary {
    /// Their key.
    pub(crate) id: String,
    /// The fullest name.
    pub(crate) name: String,
    /// For whom they act.
    pub(crate) party: Option<String>,
    /// Their offices.
    pub(crate) offices: Vec<String>,
    /// First day on which they are told of.
    pub(crate) first: PartialDate,
    /// The last.
    pub(crate) last: PartialDate,
}

impl From<&Person> for PersonSummary {
    fn from(person: &Person) -> Self {
        Self {
            id: person.id.clone(),
            name: person.name.clone(),
            party: person.party.clone(),
            offices: person.tenures.iter().map(|tenure| tenure.office.clone()).collect(),
            first: register::date(person.first).into(),
            last: register::date(person.last).into(),
        }
    }
}

/// Somebody.
#[derive(Debug)]
pub(crate) struct PersonView {
    /// Who they are.
    pub(crate) person: PersonSummary,
    /// How the name is written, the most frequent first.
    pub(crate) spellings: Vec<String>,
    /// The keys of their names.
    pub(crate) names: Vec<String>,
    /// What they held when.
    pub(crate) tenures: Vec<TenureView>,
    /// In what they took part, the latest first.
    pub(crate) engagements: Vec<EngagementLine>,
    /// How many that are in all.
    pub(crate) n_engagements: usize,
}

/// An office, and the words that give it to somebody.
#[derive(Debug)]
pub(crate) struct TenureView {
    /// The office.
    pub(crate) office: String,
    /// The first day on which it is told of.
    pub(crate) from: PartialDate,
    /// The last.
    pub(crate) to: PartialDate,
    /// The account of the first day.
    pub(crate) account: AccountId,
    /// Its words.
    pub(crate) quote: String,
    /// Their language.
    pub(crate) language: Option<String>,
}

/// The person of a key or a name.
pub(crate) fn person(register: &Register, name: &str) -> Result<PersonView, Problem> {
    let person = register.person_named(name)?;
    let mut rows = register.engagements_of(&person)?;
    rows.reverse();
    let tenures = person.tenures.iter().map(|held| tenure(register, held)).collect::<Result<_, Problem>>()?;
    Ok(PersonView {
        person: PersonSummary::from(&person),
        engagements: lines(register, &rows[..rows.len().min(SHOWN)], &mut Readings::default())?,
        n_engagements: rows.len(),
        spellings: person.spellings,
        names: person.names,
        tenures,
    })
}

fn tenure(register: &Register, held: &Tenure) -> Result<TenureView, Problem> {
    let account = register.account(held.from_account)?;
    Ok(TenureView {
        office: held.office.clone(),
        from: register::date(held.from).into(),
        to: register::date(held.to).into(),
        account: held.from_account,
        quote: account.engagement.evidence,
        language: account.language,
    })
}
