//! A month, day by day: what happened, and what falls due.

use document::PartialDate;
use jiff::ToSpan as _;
use jiff::civil::Date;
use register::matters::{Sought, State};
use register::{AccountId, Day, Register, Row};

use super::{MatterLine, Period, listed};
use crate::problem::Problem;

/// So many engagements of a day are shown; a list has them all.
const OF_A_DAY: usize = 5;
/// So many that touch a day are looked through for those that fall due on it.
const TOUCHING: usize = 50;
/// So many of which only the month is known.
const VAGUE: usize = 20;
/// What lasts longer stands on its first day that is shown alone.
const LONGEST_DAYS: i32 = 7;

/// A month in whole weeks.
#[derive(Debug)]
pub(crate) struct Month {
    /// Its days.
    pub(crate) period: Period,
    /// The days of all weeks that it touches, from a Monday on.
    pub(crate) days: Vec<CalendarDay>,
    /// What is of the month, on a day that is not known.
    pub(crate) vague: Vec<Entry>,
    /// How many there are beside these.
    pub(crate) n_more: usize,
}

/// A day of a calendar.
#[derive(Debug)]
pub(crate) struct CalendarDay {
    /// Which.
    pub(crate) date: Date,
    /// Whether it is of the month, not of the weeks around it.
    pub(crate) inside: bool,
    /// Whether it is today.
    pub(crate) today: bool,
    /// The first of its engagements.
    pub(crate) entries: Vec<Entry>,
    /// How many there are beside these.
    pub(crate) n_more: usize,
    /// The first of what falls due.
    pub(crate) due: Vec<MatterLine>,
    /// Whether there is more.
    pub(crate) more_due: bool,
}

/// An engagement in a calendar.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Its name.
    pub(crate) id: AccountId,
    /// The kind.
    pub(crate) kind: String,
    /// Codes.
    pub(crate) parties: Vec<String>,
}

/// The month of a period's last day, as it is seen by a party or by nobody.
pub(crate) fn calendar(register: &Register, of: Period, view: Option<&str>, today: Day) -> Result<Month, Problem> {
    let period = Period::month_of(of.to);
    let (first, last) = (Period::week_of(period.from).from, Period::week_of(period.to).to);
    let mut days = Vec::new();
    let mut date = first;
    while date <= last {
        let inside = period.from <= date && date <= period.to;
        let today = date == register::date(today);
        days.push(CalendarDay {
            date,
            inside,
            today,
            entries: Vec::new(),
            n_more: 0,
            due: Vec::new(),
            more_due: false,
        });
        let Ok(next) = date.checked_add(1.day()) else { break };
        date = next;
    }
    let mut month = Month { period, days, vague: Vec::new(), n_more: 0 };
    for row in press::rows_between(register, first, last)? {
        if view.is_none_or(|view| row.parties.iter().any(|party| party == view)) {
            month.enter(&row);
        }
    }
    month.fall_due(register, view, today)?;
    Ok(month)
}

/// Puts one more on a list, or counts it where that is full.
fn put(list: &mut Vec<Entry>, n_more: &mut usize, most: usize, entry: impl Fn() -> Entry) {
    if list.len() < most {
        list.push(entry());
    } else {
        *n_more += 1;
    }
}

impl Month {
    /// Puts an engagement on its days.
    fn enter(&mut self, row: &Row) {
        let entry = || Entry { id: row.id, kind: row.kind.clone(), parties: row.parties.clone() };
        let Ok(start) = row.start.parse::<PartialDate>() else { return };
        let Some(from) = start.as_day() else {
            if Period::month_of(start.first_day()) == self.period && start.months().is_some() {
                put(&mut self.vague, &mut self.n_more, VAGUE, entry);
            }
            return;
        };
        let to = row.end.parse::<PartialDate>().ok().and_then(PartialDate::as_day).filter(|to| *to >= from);
        let lasts = to.is_some_and(|to| register::day(to) - register::day(from) >= LONGEST_DAYS);
        let from = if lasts { self.days.first().map_or(from, |first| from.max(first.date)) } else { from };
        let to = to.filter(|_| !lasts).unwrap_or(from);
        for day in self.days.iter_mut().filter(|day| from <= day.date && day.date <= to) {
            put(&mut day.entries, &mut day.n_more, OF_A_DAY, entry);
        }
    }

    /// Puts matters on the days on which they fall due.
    fn fall_due(&mut self, register: &Register, view: Option<&str>, today: Day) -> Result<(), Problem> {
        let pending =
            Sought { today, parties: view.into_iter().collect(), states: &State::PENDING, ..Sought::default() };
        for day in &mut self.days {
            let on = Some(register::day(day.date));
            let mut due = listed(register, &Sought { from: on, to: on, ..pending.clone() }, 0, TOUCHING)?;
            day.more_due = due.len() == TOUCHING;
            due.retain(|matter| matter.due.and_then(PartialDate::as_day) == Some(day.date));
            day.more_due |= due.len() > OF_A_DAY;
            due.truncate(OF_A_DAY);
            day.due = due;
        }
        Ok(())
    }

    /// Whether there is nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.vague.is_empty() && self.days.iter().all(|day| day.entries.is_empty() && day.due.is_empty())
    }
}
