//! What waits for somebody's eyes: disputes, doubtful merges, readings that are not sure, and new people.

use std::sync::Arc;

use register::{AccountId, Readings, Register};
use search::{Filter, Of, Query, Sort};

use crate::desk::Desk;
use crate::problem::Problem;
use register::Day;

/// So many wait in a queue at most; when they are done, others come.
const MOST: usize = 100;
/// So many engagements are looked through, the latest.
const LOOKED: usize = 600;
/// So many changes.
const CHANGES: i64 = 2_000;
/// Accounts that are alike less than this may be of two engagements.
const ALIKE: f32 = 0.85;
/// A reading is sure from here on.
const SURE: f32 = 0.6;

/// What waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Queue {
    /// Fields on which accounts differ.
    Disputes,
    /// Accounts that were taken for one engagement by little.
    Doubtful,
    /// Accounts of which the reading is not sure.
    Uncertain,
    /// People who were not known before.
    People,
}

/// One thing that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Waiting {
    /// The engagement or person.
    pub(crate) id: String,
    /// The account that is in doubt, where it is one.
    pub(crate) account: Option<AccountId>,
}

impl Queue {
    /// All of them.
    pub(crate) const ALL: [Self; 4] = [Self::Disputes, Self::Doubtful, Self::Uncertain, Self::People];

    /// The name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Disputes => "disputes",
            Self::Doubtful => "doubtful",
            Self::Uncertain => "uncertain",
            Self::People => "people",
        }
    }

    /// The queue of a name.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|queue| queue.name() == name)
    }

    /// What waits in it, the latest first. Hundreds of entries are opened for it.
    pub(crate) fn waiting(self, desk: &Arc<Desk>, register: &Register, today: Day) -> Result<Vec<Waiting>, Problem> {
        match self {
            Self::Disputes => disputes(desk, register, today),
            Self::Doubtful => doubtful(register),
            Self::Uncertain => uncertain(register),
            Self::People => people(register),
        }
    }
}

fn disputes(desk: &Arc<Desk>, register: &Register, today: Day) -> Result<Vec<Waiting>, Problem> {
    let mut query = Query::default();
    query.and(Filter::Disputed);
    let wanted = search::Asked { sort: Sort::Date, offset: 0, limit: MOST, facets: false, today };
    let found = desk.finder.find(desk, register, &query, &wanted)?;
    let waiting = found.hits.into_iter().filter_map(|hit| match hit.of {
        Of::Engagement(engagement) => Some(Waiting { id: engagement.id.to_string(), account: None }),
        _ => None,
    });
    Ok(waiting.collect())
}

fn doubtful(register: &Register) -> Result<Vec<Waiting>, Problem> {
    let rows = register.store().rows_until("9999", LOOKED)?;
    let mut waiting = Vec::new();
    for row in rows.iter().filter(|row| row.n_sources > 1) {
        if waiting.len() == MOST {
            break;
        }
        let (engagement, _) = register.engagement(row.id)?;
        if engagement.links.iter().any(|link| link.ruled) {
            continue;
        }
        // What joins an account to the others is its strongest link.
        let strongest = |id: &AccountId| {
            let of = engagement.links.iter().filter(|link| link.accounts.0 == *id || link.accounts.1 == *id);
            of.map(|link| link.likeness.score).fold(0.0, f32::max)
        };
        let weakest = engagement.accounts().min_by(|a, b| strongest(a).total_cmp(&strongest(b)));
        waiting.extend(
            weakest
                .filter(|id| strongest(id) < ALIKE)
                .map(|account| Waiting { id: row.id.to_string(), account: Some(account) }),
        );
    }
    Ok(waiting)
}

fn uncertain(register: &Register) -> Result<Vec<Waiting>, Problem> {
    let rows = register.store().rows_until("9999", LOOKED)?;
    let (mut waiting, mut readings) = (Vec::new(), Readings::default());
    for row in &rows {
        let Some((_, accounts)) = register.gathered(row.id, &mut readings)? else { continue };
        let unsure = accounts.iter().find(|account| !account.confirmed && account.engagement.certainty < SURE);
        waiting.extend(unsure.map(|account| Waiting { id: row.id.to_string(), account: Some(account.id) }));
        if waiting.len() == MOST {
            break;
        }
    }
    Ok(waiting)
}

fn people(register: &Register) -> Result<Vec<Waiting>, Problem> {
    let last = register.store().last_change()?;
    let changes = register.store().changes((last - CHANGES).max(0), CHANGES as usize)?;
    let mut waiting: Vec<Waiting> = Vec::new();
    for change in changes.iter().rev().filter(|change| change.entry == "person" && change.what == "new") {
        let is_there =
            || register.store().person_of(&change.id).map(|person| person.is_some_and(|person| person.id == change.id));
        if waiting.len() < MOST && waiting.iter().all(|other| other.id != change.id) && is_there()? {
            waiting.push(Waiting { id: change.id.clone(), account: None });
        }
    }
    Ok(waiting)
}
