//! A period at a glance: who met whom, who went where, what falls due, on what accounts differ, and what is new.

use std::collections::BTreeMap;

use document::PartialDate;
use jiff::ToSpan as _;
use jiff::civil::Date;
use register::matters::{Sought, State};
use register::{AccountId, Day, Readings, Register, Row, day};

use super::{EngagementLine, MatterLine, Period, lines, listed};
use crate::problem::Problem;

/// So many engagements of the period are shown; a list has them all.
const SHOWN: usize = 60;
/// So many matters.
const DUE: usize = 8;
/// So many days before it falls due a matter is shown.
const AHEAD: Day = 30;
/// So many changes are looked through for what is new.
const CHANGES: i64 = 400;
/// So many new engagements.
const NEW: usize = 8;
/// So many weeks of activity, the last being that in which the period ends.
const WEEKS: i64 = 13;

/// A period at a glance.
#[derive(Debug)]
pub(crate) struct Week {
    /// The days.
    pub(crate) period: Period,
    /// Whether another was meant, in which there is nothing yet.
    pub(crate) instead: bool,
    /// The engagements, by day.
    pub(crate) engagements: Vec<EngagementLine>,
    /// How many there are in all.
    pub(crate) n_engagements: usize,
    /// Who went where.
    pub(crate) visits: Vec<Visit>,
    /// Matters that fall due, those that are overdue first.
    pub(crate) due: Vec<MatterLine>,
    /// How many there are in all.
    pub(crate) n_due: usize,
    /// What came into the register last.
    pub(crate) new: Vec<EngagementLine>,
    /// How many engagements each week had, by kind.
    pub(crate) activity: Vec<Activity>,
    /// How many documents the register has.
    pub(crate) n_documents: u64,
}

/// Somebody's visit.
#[derive(Debug)]
pub(crate) struct Visit {
    /// The engagement.
    pub(crate) id: AccountId,
    /// Who went: codes.
    pub(crate) guests: Vec<String>,
    /// Their names.
    pub(crate) people: Vec<String>,
    /// Where to: code of the country.
    pub(crate) country: Option<String>,
    /// English name of the city.
    pub(crate) city: Option<String>,
    /// First day.
    pub(crate) start: Option<PartialDate>,
    /// Last day.
    pub(crate) end: Option<PartialDate>,
}

/// How many engagements began in a week.
#[derive(Debug)]
pub(crate) struct Activity {
    /// Its Monday.
    pub(crate) week: Date,
    /// By kind.
    pub(crate) kinds: BTreeMap<String, usize>,
}

/// A period of a register as it is seen by a party, or by nobody. Without a period, the week of today, or, where that has nothing,
/// the last one that has.
pub(crate) fn week(
    register: &Register,
    asked: Option<Period>,
    view: Option<&str>,
    today: Day,
) -> Result<Week, Problem> {
    let this = Period::week_of(register::date(today));
    let mut period = asked.unwrap_or(this);
    let mut rows = rows(register, period, view)?;
    let mut instead = false;
    if asked.is_none()
        && rows.is_empty()
        && let Some(last) = latest(register, view, this)?
    {
        (period, instead) = (last, true);
        rows = self::rows(register, period, view)?;
    }
    let mut readings = Readings::default();
    let engagements = lines(register, &rows[..rows.len().min(SHOWN)], &mut readings)?;
    let (due, n_due) = due(register, view, today)?;
    Ok(Week {
        period,
        instead,
        n_engagements: rows.len(),
        visits: engagements.iter().filter_map(visit).collect(),
        engagements,
        due,
        n_due,
        new: new(register, view, &mut readings)?,
        activity: activity(register, period, view)?,
        n_documents: register.store().counts()?[0],
    })
}

fn rows(register: &Register, period: Period, view: Option<&str>) -> Result<Vec<Row>, Problem> {
    let mut rows = press::rows_between(register, period.from, period.to)?;
    rows.retain(|row| view.is_none_or(|view| row.parties.iter().any(|party| party == view)));
    Ok(rows)
}

/// The last week before another in which there is something.
fn latest(register: &Register, view: Option<&str>, before: Period) -> Result<Option<Period>, Problem> {
    let start = super::last(register, view, before.from)?;
    Ok(start.map(|start| match start.as_day() {
        Some(day) => Period::week_of(day),
        None => Period { from: start.first_day(), to: start.last_day() },
    }))
}

fn visit(line: &EngagementLine) -> Option<Visit> {
    let country = line.country.as_ref().filter(|_| line.kind == "visit")?;
    let guests: Vec<String> = line.parties.iter().filter(|party| *party != country).cloned().collect();
    let guest = |party: &Option<String>| party.as_ref().is_some_and(|party| guests.contains(party));
    let people = line.people.iter().filter(|person| guest(&person.party)).map(|person| person.name.clone()).collect();
    (!guests.is_empty()).then(|| Visit {
        id: line.id,
        people,
        guests,
        country: line.country.clone(),
        city: line.city.clone(),
        start: line.start,
        end: line.end,
    })
}

/// What falls due within a month, or is overdue, and how much that is in all.
fn due(register: &Register, view: Option<&str>, today: Day) -> Result<(Vec<MatterLine>, usize), Problem> {
    let parties = view.into_iter().collect();
    let sought = Sought { today, parties, states: &State::PENDING, to: Some(today + AHEAD), ..Sought::default() };
    let n = register.store().count_matters(&sought)?.iter().map(|(_, _, n)| n).sum();
    Ok((listed(register, &sought, 0, DUE)?, n))
}

/// What came into the register last, the newest first.
fn new(register: &Register, view: Option<&str>, readings: &mut Readings) -> Result<Vec<EngagementLine>, Problem> {
    let last = register.store().last_change()?;
    let changes = register.store().changes((last - CHANGES).max(0), CHANGES as usize)?;
    let mut ids: Vec<AccountId> = Vec::new();
    for change in changes.iter().rev().filter(|change| change.entry == "engagement" && change.what == "new") {
        if let Ok(id) = change.id.parse()
            && !ids.contains(&id)
        {
            ids.push(id);
        }
    }
    let mut lines = Vec::new();
    for id in ids {
        if lines.len() == NEW {
            break;
        }
        let gathered = register.gathered(id, readings)?.map(|(engagement, _)| EngagementLine::from(&engagement));
        lines.extend(gathered.filter(|line| view.is_none_or(|view| line.parties.iter().any(|party| party == view))));
    }
    Ok(lines)
}

fn activity(register: &Register, period: Period, view: Option<&str>) -> Result<Vec<Activity>, Problem> {
    let last = Period::week_of(period.to);
    let first = Period::week_of(last.from.saturating_sub((7 * (WEEKS - 1)).days()));
    let mut weeks: Vec<Activity> = Vec::new();
    let mut monday = first.from;
    while monday <= last.from {
        weeks.push(Activity { week: monday, kinds: BTreeMap::new() });
        monday = monday.saturating_add(7.days());
        if weeks.len() > WEEKS as usize {
            break;
        }
    }
    for row in rows(register, Period { from: first.from, to: last.to }, view)? {
        let Some(start) = row.start.parse::<PartialDate>().ok().and_then(|start| start.as_day()) else { continue };
        let place = (day(start) - day(first.from)).div_euclid(7);
        if let Some(week) = usize::try_from(place).ok().and_then(|place| weeks.get_mut(place)) {
            *week.kinds.entry(row.kind).or_default() += 1;
        }
    }
    Ok(weeks)
}
