//! What a search finds.

use std::collections::BTreeMap;

use document::PartialDate;
use reader::Claim;
use register::matters::{Matter, State};
use register::people::Person;
use register::{AccountId, Day, DocumentId, Engagement, Origin, date};
use serde::Serialize;

use crate::facets::Facets;
use crate::highlight::Fragment;
use crate::query::Entry;

/// What was found.
#[derive(Clone, Debug, Serialize)]
pub struct Found {
    /// The hits of this page.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: usize,
    /// Where the query names no kinds of entry: how many of other kinds there are that few are of, people and matters.
    pub others: BTreeMap<Entry, usize>,
    /// Counts over all hits, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facets: Option<Facets>,
}

/// One hit.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Hit {
    /// The entry.
    #[serde(flatten)]
    pub of: Of,
    /// How well it fits, among entries of its kind; 0 where no words were looked for.
    pub score: f32,
    /// Where it says so.
    pub fragments: Vec<Fragment>,
}

/// The entry of a hit.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "entry", rename_all = "kebab-case")]
pub enum Of {
    /// An engagement, without what links its accounts.
    Engagement(Box<Engagement>),
    /// A claim.
    Claim(ClaimHit),
    /// A person.
    Person(PersonHit),
    /// A matter.
    Matter(MatterHit),
    /// A document.
    Document(DocumentHit),
}

/// A claim, with the engagement at which it was made.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClaimHit {
    /// The account that has it.
    pub account: AccountId,
    /// The claim.
    pub claim: Claim,
    /// The engagement.
    pub engagement: Box<Engagement>,
}

/// A person.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonHit {
    /// Their key.
    pub id: String,
    /// The fullest name.
    pub name: String,
    /// The party for which they act.
    pub party: Option<String>,
    /// All spellings, the most frequent first.
    pub spellings: Vec<String>,
    /// Offices, and the first and last day on which they are told of in them.
    pub tenures: Vec<TenureHit>,
}

/// An office that a person is told of in.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TenureHit {
    /// The office.
    pub office: String,
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
}

/// A matter.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MatterHit {
    /// Its key.
    pub key: String,
    /// Codes.
    pub parties: Vec<String>,
    /// How it stands on the day on which was asked.
    pub state: State,
    /// When it falls due.
    pub due: Option<PartialDate>,
    /// The first day on which it is told of.
    pub first: String,
    /// The last.
    pub last: String,
}

/// A document.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DocumentHit {
    /// Its name among documents.
    pub id: DocumentId,
    /// Its title, where it has one.
    pub title: Option<String>,
    /// Its language.
    pub language: Option<String>,
    /// The first and the last day on which it may have been published.
    pub published: Option<(PartialDate, PartialDate)>,
    /// Where it came from.
    pub origin: Origin,
    /// How many accounts it gives.
    pub n_accounts: usize,
}

impl PersonHit {
    pub(crate) fn of(person: &Person) -> Self {
        let tenures = person.tenures.iter().map(|tenure| TenureHit {
            office: tenure.office.clone(),
            from: date(tenure.from).to_string(),
            to: date(tenure.to).to_string(),
        });
        Self {
            id: person.id.clone(),
            name: person.name.clone(),
            party: person.party.clone(),
            spellings: person.spellings.clone(),
            tenures: tenures.collect(),
        }
    }
}

impl MatterHit {
    pub(crate) fn of(matter: &Matter, today: Day) -> Self {
        Self {
            key: matter.key.clone(),
            parties: matter.parties.clone(),
            state: matter.at(today),
            due: matter.due,
            first: date(matter.first).to_string(),
            last: date(matter.last).to_string(),
        }
    }
}
