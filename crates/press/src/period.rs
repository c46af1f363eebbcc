//! Of which days a paper tells, and the engagements of these days as rows, without opening any of them.

use document::PartialDate;
use jiff::ToSpan as _;
use jiff::civil::{Date, ISOWeekDate, Weekday};
use packs::Packs;
use register::{AccountId, Register, Row};

use crate::error::PressError;
use crate::paper::{Block, Section, Sentence};
use crate::words::{Arg, Words};

/// Nothing lasts longer, in days: what begins so long before a period is looked at too.
const LONGEST: i64 = 62;
/// So many rows are fetched at once, and so many first: a stretch of days may have none.
const BATCH: usize = 2_000;
const FIRST_BATCH: usize = 64;

/// Of which days a paper tells, from whose point of view and in which language.
#[derive(Clone, Debug)]
pub struct PeriodOptions {
    /// In which language (ISO 639-1).
    pub language: String,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The code of the party from which it is seen; `None` for nobody's view.
    pub view: Option<String>,
    /// The day on which it is made.
    pub today: Date,
}

impl PeriodOptions {
    /// The days, the party that there is, and the words.
    ///
    /// # Errors
    ///
    /// Where the language has no messages, the party is unknown, or the period ends before it begins.
    pub(crate) fn checked<'a>(&self, packs: &'a Packs) -> Result<(Period, Option<String>, Words<'a>), PressError> {
        let period = Period::new(self.from, self.to)?;
        let view = self.view.as_deref().map(|code| known_party(packs, code)).transpose()?;
        Ok((period, view, Words::new(packs, &self.language)?))
    }
}

/// The title of a paper, by its message for nobody's view and the one for a party's.
pub(crate) fn title(words: &Words<'_>, (plain, seen): (&str, &str), view: Option<&str>) -> String {
    match view {
        Some(code) => {
            let args = vec![("genitive", Arg::from(words.genitive(code))), ("party", words.party(code).into())];
            words.sentence(seen, args)
        }
        None => words.sentence(plain, Vec::new()),
    }
}

/// What stands in a paper of a period of which the register knows nothing.
pub(crate) fn empty(words: &Words<'_>, period: Period) -> Section {
    let heading = words.period(period.from, period.to);
    let empty = Sentence::plain(words.sentence("empty-period", Vec::new()));
    Section { level: 1, heading, blocks: vec![Block::Paragraph { sentences: vec![empty] }] }
}

/// Some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    /// The first.
    pub(crate) from: Date,
    /// The last.
    pub(crate) to: Date,
}

impl Period {
    /// From a day to a day.
    ///
    /// # Errors
    ///
    /// Where it ends before it begins.
    pub(crate) fn new(from: Date, to: Date) -> Result<Self, PressError> {
        if to < from { Err(PressError::Period { from, to }) } else { Ok(Self { from, to }) }
    }

    /// The year, where all of it lies in one.
    pub(crate) fn year(self) -> Option<i16> {
        (self.from.year() == self.to.year()).then(|| self.from.year())
    }

    /// How many days it has.
    pub(crate) fn days(self) -> i32 {
        register::day(self.to) - register::day(self.from) + 1
    }

    /// Whether a day is one of its own.
    pub(crate) fn has(self, day: Date) -> bool {
        (self.from..=self.to).contains(&day)
    }

    /// Whether something falls into it: on one of its days at least, or in a month or year that it holds as a whole.
    pub(crate) fn holds(self, row: &Row) -> bool {
        let parse = |text: &str| text.parse::<PartialDate>().ok();
        let Some(start) = parse(&row.start) else { return false };
        let end = parse(&row.end).unwrap_or(start);
        let (first, last) = (start.first_day(), end.last_day());
        match (start.as_day(), end.as_day()) {
            (Some(_), Some(_)) => first <= self.to && self.from <= last,
            _ => self.from <= first && last <= self.to,
        }
    }
}

/// The first and the last day of a period as people write it: `2025-W28` (a week by ISO 8601), `2025-07`, `2025`, `2025-07-10`, or two
/// of them with `..` between.
pub fn days_of(text: &str) -> Option<(Date, Date)> {
    let Some((from, to)) = text.split_once("..") else { return days_of_one(text) };
    let (from, to) = (days_of_one(from)?.0, days_of_one(to)?.1);
    (from <= to).then_some((from, to))
}

/// The days of a period in which no `..` stands.
fn days_of_one(text: &str) -> Option<(Date, Date)> {
    if let Some((year, week)) = text.split_once("-W") {
        let monday = ISOWeekDate::new(year.parse().ok()?, week.parse().ok()?, Weekday::Monday).ok()?.date();
        return Some((monday, monday.saturating_add(6.days())));
    }
    let date: PartialDate = text.parse().ok()?;
    Some((date.first_day(), date.last_day()))
}

/// Shows the rows of a stretch of days to something, in the order of their first days.
///
/// # Errors
///
/// Where the register fails, or what looks at them does.
pub(crate) fn each_row(
    register: &Register,
    from: Option<Date>,
    to: Date,
    look: impl FnMut(&Row) -> Result<(), PressError>,
) -> Result<(), PressError> {
    rows_after(register, from.map(|from| from.checked_sub(LONGEST.days()).unwrap_or(Date::MIN)), to, look)
}

/// The same of rows that begin in these days, or earlier in the month of the first.
///
/// # Errors
///
/// Where the register fails, or what looks at them does.
pub(crate) fn rows_after(
    register: &Register,
    from: Option<Date>,
    to: Date,
    mut look: impl FnMut(&Row) -> Result<(), PressError>,
) -> Result<(), PressError> {
    let mut after: Option<Row> = from.map(|from| {
        // What is known by its month alone stands before the days of it. What the name is does not matter, it only has to come first.
        let start = from.strftime("%Y-%m").to_string();
        let id: AccountId = "000000000000-1".parse().expect("it has the form of one");
        Row {
            id,
            kind: String::new(),
            start,
            end: String::new(),
            parties: Vec::new(),
            n_disputes: 0,
            n_accounts: 0,
            n_sources: 0,
        }
    });
    let last = to.to_string();
    let mut batch = FIRST_BATCH;
    loop {
        let rows = register.store().rows(after.as_ref(), batch)?;
        for row in &rows {
            if row.start > last {
                return Ok(());
            }
            look(row)?;
        }
        match rows.last() {
            Some(row) if rows.len() == batch => after = Some(row.clone()),
            _ => return Ok(()),
        }
        batch = BATCH;
    }
}

/// The rows of a period.
///
/// # Errors
///
/// Where the register fails.
pub(crate) fn rows_of(register: &Register, period: Period) -> Result<Vec<Row>, PressError> {
    let mut rows = Vec::new();
    each_row(register, Some(period.from), period.to, |row| {
        if period.holds(row) {
            rows.push(row.clone());
        }
        Ok(())
    })?;
    Ok(rows)
}

/// The rows of the engagements of some days, in the order of their first days.
///
/// # Errors
///
/// Where the period ends before it begins, or the register fails.
pub fn rows_between(register: &Register, from: Date, to: Date) -> Result<Vec<Row>, PressError> {
    rows_of(register, Period::new(from, to)?)
}

/// The code of a party that there is.
///
/// # Errors
///
/// Where there is none of it.
pub(crate) fn known_party(packs: &Packs, code: &str) -> Result<String, PressError> {
    match packs.world.party(code) {
        Some(party) => Ok(packs.world.code(party).to_owned()),
        None => Err(PressError::Party(code.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::days_of;

    #[test]
    fn reads_periods() {
        let check = |text| days_of(text).map(|(from, to)| format!("{from} {to}"));
        assert_eq!(check("2025-W28").as_deref(), Some("2025-07-07 2025-07-13"));
        assert_eq!(check("2025-02").as_deref(), Some("2025-02-01 2025-02-28"));
        assert_eq!(check("2025").as_deref(), Some("2025-01-01 2025-12-31"));
        assert_eq!(check("2025-07-10").as_deref(), Some("2025-07-10 2025-07-10"));
        assert_eq!(check("2025-06..2025-07-10").as_deref(), Some("2025-06-01 2025-07-10"));
        for text in ["", "2025-W54", "2025-W", "2025-13", "2025-07..2025-06", "..", "week", "2024..2025..2026"] {
            assert_eq!(check(text), None, "{text}");
        }
        // As long as an address may be.
        assert_eq!(check(&"..".repeat(32_000)), None);
    }
}
