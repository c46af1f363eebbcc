//! Entries as lists show them: a line each.

use document::PartialDate;
use register::matters::{Matter, State};
use register::{AccountId, Day, Engagement, Readings, Register, Row};
use serde::Serialize;

use crate::problem::Problem;

/// An engagement in a list.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct EngagementLine {
    /// Its name.
    pub(crate) id: AccountId,
    /// The kind.
    pub(crate) kind: String,
    /// First day.
    pub(crate) start: Option<PartialDate>,
    /// Last day.
    pub(crate) end: Option<PartialDate>,
    /// Codes.
    pub(crate) parties: Vec<String>,
    /// Who took part.
    pub(crate) people: Vec<PersonLine>,
    /// Code of the country.
    pub(crate) country: Option<String>,
    /// English name of the city.
    pub(crate) city: Option<String>,
    /// The occasion, in the words of an account.
    pub(crate) occasion: Option<String>,
    /// Whether all accounts tell of it in passing.
    pub(crate) background: bool,
    /// How many accounts tell of it.
    pub(crate) n_accounts: usize,
    /// How many independent sources these are.
    pub(crate) n_sources: usize,
    /// Fields on which accounts differ and that nobody has settled.
    pub(crate) disputes: Vec<String>,
}

/// Somebody who took part.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PersonLine {
    /// The fullest form of the name.
    pub(crate) name: String,
    /// The party for which they act.
    pub(crate) party: Option<String>,
    /// Their offices.
    pub(crate) offices: Vec<String>,
}

impl From<&Engagement> for EngagementLine {
    fn from(engagement: &Engagement) -> Self {
        let person = |known: &register::Participant| PersonLine {
            name: known.name.clone(),
            party: known.party.clone(),
            offices: known.offices.clone(),
        };
        Self {
            id: engagement.id,
            kind: engagement.kind.clone(),
            start: engagement.start,
            end: engagement.end,
            parties: engagement.parties.clone(),
            people: engagement.people.iter().map(person).collect(),
            country: engagement.country.clone(),
            city: engagement.city.clone(),
            occasion: engagement.occasion.clone(),
            background: engagement.background,
            n_accounts: engagement.accounts().count(),
            n_sources: engagement.sources.len(),
            disputes: engagement.open_disputes().map(|dispute| dispute.field.clone()).collect(),
        }
    }
}

/// The engagements of some rows; one that is gone is left out.
pub(crate) fn lines(
    register: &Register,
    rows: &[Row],
    readings: &mut Readings,
) -> Result<Vec<EngagementLine>, Problem> {
    let mut lines = Vec::with_capacity(rows.len());
    for row in rows {
        lines.extend(register.gathered(row.id, readings)?.map(|(engagement, _)| EngagementLine::from(&engagement)));
    }
    Ok(lines)
}

/// A matter in a list.
#[derive(Clone, Debug)]
pub(crate) struct MatterLine {
    /// Its key.
    pub(crate) key: String,
    /// Codes.
    pub(crate) parties: Vec<String>,
    /// How it stands today.
    pub(crate) state: State,
    /// Whether a ruling says so.
    pub(crate) ruled: bool,
    /// When it falls due.
    pub(crate) due: Option<PartialDate>,
    /// Whether that day is past.
    pub(crate) overdue: bool,
    /// The last day on which it is told of.
    pub(crate) last: PartialDate,
    /// In how many claims and engagements.
    pub(crate) n_lines: usize,
}

impl MatterLine {
    /// A matter as it stands on a day.
    pub(crate) fn of(matter: &Matter, today: Day) -> Self {
        Self {
            key: matter.key.clone(),
            parties: matter.parties.clone(),
            state: matter.at(today),
            ruled: matter.ruled.is_some(),
            due: matter.due,
            overdue: matter.is_overdue(today),
            last: register::date(matter.last).into(),
            n_lines: matter.n_lines as usize,
        }
    }
}
