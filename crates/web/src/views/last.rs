//! When something last happened, for pages that open on it.

use document::PartialDate;
use jiff::civil::Date;
use register::{Day, Register};

use super::Period;
use crate::problem::Problem;

/// So many rows are looked back through for a party's last.
const BACK: usize = 5_000;

/// The first day of the last engagement that began until a day, of a party or of anybody.
pub(crate) fn last(register: &Register, view: Option<&str>, until: Date) -> Result<Option<PartialDate>, Problem> {
    let limit = if view.is_some() { BACK } else { 1 };
    let rows = register.store().rows_until(&until.to_string(), limit)?;
    let seen = rows.iter().find(|row| view.is_none_or(|view| row.parties.iter().any(|party| party == view)));
    Ok(seen.and_then(|row| row.start.parse().ok()))
}

/// The period on which a page opens: the one around today, or around the last day of which there is something.
pub(crate) fn opening(
    register: &Register,
    view: Option<&str>,
    today: Day,
    around: impl Fn(Date) -> Period,
) -> Result<Period, Problem> {
    let now = around(register::date(today));
    Ok(last(register, view, now.to)?.map_or(now, |day| around(day.first_day())))
}
