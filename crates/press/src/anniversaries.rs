//! Anniversaries of what was signed, as far as the register knows the day.

use document::PartialDate;
use jiff::ToSpan as _;
use jiff::civil::Date;
use packs::Kind;
use register::{Readings, Register, Row};

use crate::error::PressError;
use crate::paper::Sentence;
use crate::period::{Period, rows_after};
use crate::story::Story;
use crate::teller::{Teller, sentence};

/// More parties than these sign what is nobody's own.
const PARTIES: usize = 4;
/// No anniversary is greater.
const OLDEST: i16 = 100;

/// Whether people mark an anniversary: the first, then each fifth.
fn is_marked(years: i16) -> bool {
    years == 1 || (years > 0 && years % 5 == 0)
}

/// The day, month or year so many years later: of 29 February the day before, where there is none.
fn later(date: PartialDate, years: i16) -> Option<PartialDate> {
    let year = date.years().checked_add(years)?;
    match (date.as_day(), date.months()) {
        (Some(day), _) => Some(day.checked_add(i64::from(years).years()).ok()?.into()),
        (None, Some(month)) => PartialDate::month(year, month),
        (None, None) => PartialDate::year(year),
    }
}

/// When something was that took these days: the day, or the month where no more is sure.
fn when(row: &Row) -> Option<PartialDate> {
    let (start, end) = (row.start.parse::<PartialDate>().ok()?, row.end.parse::<PartialDate>().ok());
    match end.filter(|end| *end != start) {
        None => Some(start),
        Some(end) if (start.years(), start.months()) == (end.years(), end.months()) => {
            PartialDate::month(start.years(), start.months()?)
        }
        Some(_) => None,
    }
}

/// The anniversary of a row that falls into a period, and of how many years it is.
fn falling(row: &Row, period: Period) -> Option<(PartialDate, i16)> {
    let of = when(row).filter(|_| row.kind == Kind::Signing.as_str() && row.parties.len() <= PARTIES)?;
    falls(of, period)
}

/// So many days of a year are enough to tell of what falls into it without a day.
const MOST_OF_A_YEAR: i32 = 300;

/// The anniversary of a day, month or year that falls into a period, and of how many years it is. One that is known by its month begins and
/// ends in it, and of one that is known by its year the period has a good part.
pub(crate) fn falls(of: PartialDate, period: Period) -> Option<(PartialDate, i16)> {
    let years = [period.from, period.to].map(|day| day.year().saturating_sub(of.years()));
    years.into_iter().filter(|years| is_marked(*years)).find_map(|years| {
        let falls = later(of, years)?;
        let (first, last) = (falls.first_day(), falls.last_day());
        let is_within = match falls.months() {
            Some(_) => period.has(first) && period.has(last),
            None => period.days() >= MOST_OF_A_YEAR && (period.has(first) || period.has(last)),
        };
        is_within.then_some((falls, years))
    })
}

/// The rows of which there is an anniversary in a period.
///
/// # Errors
///
/// Where the register fails.
pub(crate) fn of_period(register: &Register, period: Period) -> Result<Vec<Row>, PressError> {
    let mut rows = Vec::new();
    for years in (1..=OLDEST).filter(|years| is_marked(*years)) {
        let ago = |day: Date| day.checked_sub(i64::from(years).years()).unwrap_or(Date::MIN);
        // A day more: what was on 29 February falls on the 28th. Whether it does is asked of each.
        rows_after(register, Some(ago(period.from)), ago(period.to).saturating_add(1.day()), |row| {
            if falling(row, period).is_some_and(|(_, of)| of == years) {
                rows.push(row.clone());
            }
            Ok(())
        })?;
    }
    Ok(rows)
}

impl Teller<'_> {
    /// The anniversaries of some rows that fall into a period, each once, with the day on which it begins: so many at most, the next first.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub(crate) fn anniversaries(
        &mut self,
        register: &Register,
        rows: &[Row],
        period: Period,
        most: usize,
    ) -> Result<Vec<(Date, Vec<Sentence>)>, PressError> {
        let mut falling: Vec<(PartialDate, i16, &Row)> =
            rows.iter().filter_map(|row| falling(row, period).map(|(falls, years)| (falls, years, row))).collect();
        falling.sort_by_key(|(falls, _, row)| (falls.first_day(), row.id));
        let mut readings = Readings::default();
        let mut items: Vec<(Date, Vec<Sentence>)> = Vec::new();
        for (falls, years, row) in falling {
            if items.len() == most {
                break;
            }
            let Some(story) = Story::gathered(register, row.id, &mut readings)? else { continue };
            // What begins relations is told as their level. Nobody marks the first year of what has no name, or of what one party
            // signed alone.
            let is_marked = (years > 1 && row.parties.len() > 1) || story.signs_by_name(self.packs());
            if story.is_faint() || story.level().is_some() || !is_marked {
                continue;
            }
            let Some(text) = self.anniversary(&story, falls, years) else { continue };
            let said = sentence(&text, self.fact_notes(&story));
            // What two entries have in the same words is said once.
            if items.iter().all(|(_, known)| known[0].text() != said.text()) {
                items.push((falls.first_day(), vec![said]));
            }
        }
        Ok(items)
    }
}

/// The twelve months behind a day; `None` at the end of time.
pub(crate) fn year_ahead(today: Date) -> Option<Period> {
    Period::new(today.tomorrow().ok()?, today.checked_add(1.year()).ok()?).ok()
}
