//! Parties, alone and in pairs: with whom they have to do, what they asked and promised, and who acts for them.

use std::cmp::Reverse;
use std::sync::Arc;

use packs::ClaimType;
use register::matters::{Sought, State};
use register::people::Person;
use register::{AccountId, Day, Register};
use search::{Entry, Facets, Filter, Of, Query, Sort};

use super::{EngagementLine, MatterLine, PersonSummary, listed};
use crate::desk::{Asked, Desk};
use crate::problem::Problem;

/// So many engagements are shown, the latest.
const SHOWN: usize = 12;
/// So many claims of a kind.
const CLAIMS: usize = 8;
/// So many people.
const PEOPLE: usize = 12;
/// So many values of a count.
const COUNTED: usize = 14;

/// How often something is, by name.
pub(crate) type Counts = Vec<(String, u64)>;

/// One party, or what two have with each other.
#[derive(Debug)]
pub(crate) struct Dossier {
    /// Codes: one, or two.
    pub(crate) parties: Vec<String>,
    /// The latest engagements.
    pub(crate) engagements: Vec<EngagementLine>,
    /// How many there are.
    pub(crate) n_engagements: usize,
    /// The parties they had to do with, the most frequent first.
    pub(crate) partners: Counts,
    /// By topic.
    pub(crate) topics: Counts,
    /// By year, the earliest first.
    pub(crate) years: Counts,
    /// Matters that are not settled.
    pub(crate) matters: Vec<MatterLine>,
    /// Who acts for them, those heard of last first.
    pub(crate) people: Vec<PersonSummary>,
    /// What was asked and promised, and by whom.
    pub(crate) said: Vec<Said>,
}

/// What one party asked or promised.
#[derive(Debug)]
pub(crate) struct Said {
    /// `request` or `pledge`.
    pub(crate) kind: &'static str,
    /// By whom.
    pub(crate) by: String,
    /// The latest.
    pub(crate) claims: Vec<ClaimLine>,
}

/// A claim in a list.
#[derive(Debug)]
pub(crate) struct ClaimLine {
    /// The account that has it.
    pub(crate) account: AccountId,
    /// The engagement at which it was made.
    pub(crate) engagement: EngagementLine,
    /// The claim.
    pub(crate) claim: reader::Claim,
    /// The language of its words.
    pub(crate) language: Option<String>,
}

/// The parties that the register tells of, each with how many engagements it has; of a view, with how many of its own.
pub(crate) fn parties(asked: &Asked<'_>, view: Option<&str>) -> Result<Arc<Counts>, Problem> {
    asked.once(("parties", view), || {
        let mut query = Query::default();
        view.iter().for_each(|code| query.and(Filter::Party((*code).to_owned())));
        let wanted = search::Asked { sort: Sort::Date, offset: 0, limit: 0, facets: true, today: asked.tongue.today };
        let found = asked.desk.finder.find(asked.desk, &asked.snapshot, &query, &wanted)?;
        Ok(counted(found.facets.unwrap_or_default().party, usize::MAX))
    })
}

/// The dossier of a party, or of two.
pub(crate) fn dossier(
    desk: &Arc<Desk>,
    register: &Register,
    parties: &[String],
    today: Day,
) -> Result<Dossier, Problem> {
    let mut query = Query::default();
    parties.iter().for_each(|code| query.and(Filter::Party(code.clone())));
    let wanted = search::Asked { sort: Sort::Date, offset: 0, limit: SHOWN, facets: true, today };
    let found = desk.finder.find(desk, register, &query, &wanted)?;
    let Facets { mut party, topic, year, .. } = found.facets.unwrap_or_default();
    party.retain(|code, _| !parties.contains(code));
    let engagement = |hit: search::Hit| match hit.of {
        Of::Engagement(engagement) => Some(EngagementLine::from(&*engagement)),
        _ => None,
    };
    let mut said = Vec::new();
    for kind in [ClaimType::Request, ClaimType::Pledge] {
        for by in parties.iter().rev() {
            let to = parties.iter().find(|other| *other != by);
            said.push(claims(desk, register, kind, (by, to), today)?);
        }
    }
    let of = parties.iter().map(String::as_str).collect();
    let pending = Sought { today, parties: of, states: &State::PENDING, ..Sought::default() };
    let matters = listed(register, &pending, 0, SHOWN)?;
    Ok(Dossier {
        engagements: found.hits.into_iter().filter_map(engagement).collect(),
        n_engagements: found.total,
        partners: counted(party, COUNTED),
        topics: counted(topic, COUNTED),
        years: year.into_iter().map(|(year, n)| (year.to_string(), n)).collect(),
        matters,
        people: people(register, parties)?,
        said,
        parties: parties.to_vec(),
    })
}

fn counted(counts: std::collections::BTreeMap<String, u64>, most: usize) -> Counts {
    let mut counts: Counts = counts.into_iter().collect();
    counts.sort_by_key(|(value, n)| (Reverse(*n), value.clone()));
    counts.truncate(most);
    counts
}

fn claims(
    desk: &Arc<Desk>,
    register: &Register,
    kind: ClaimType,
    (by, to): (&String, Option<&String>),
    today: Day,
) -> Result<Said, Problem> {
    let mut query = Query::default();
    query.and(Filter::In(Entry::Claim));
    query.and(Filter::Claim(kind));
    query.and(Filter::Actor(by.clone()));
    // Not every request names to whom it is made: what was said between the two counts.
    to.into_iter().for_each(|to| query.and(Filter::Party(to.clone())));
    let wanted = search::Asked { sort: Sort::Date, offset: 0, limit: CLAIMS, facets: false, today };
    let found = desk.finder.find(desk, register, &query, &wanted)?;
    let mut claims = Vec::new();
    for hit in found.hits {
        let Of::Claim(hit) = hit.of else { continue };
        claims.push(ClaimLine {
            account: hit.account,
            engagement: EngagementLine::from(&*hit.engagement),
            claim: hit.claim,
            language: register.account(hit.account)?.language,
        });
    }
    Ok(Said { kind: kind.as_str(), by: by.clone(), claims })
}

/// Whoever was told of last.
fn people(register: &Register, parties: &[String]) -> Result<Vec<PersonSummary>, Problem> {
    let mut all: Vec<Person> = Vec::new();
    for code in parties {
        let mut people = register.store().people(Some(code))?;
        people.retain(|person| !person.tenures.is_empty());
        people.sort_by_key(|person| (Reverse(person.last), person.id.clone()));
        people.truncate(PEOPLE / parties.len().max(1));
        all.extend(people);
    }
    Ok(all.iter().map(PersonSummary::from).collect())
}
