//! Of which days a page tells, and which come before and after.

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

use crate::parameters::Parameters;
use crate::problem::Problem;

/// Some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    /// The first.
    pub(crate) from: Date,
    /// The last.
    pub(crate) to: Date,
}

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Week,
    Month,
    Year,
    Days(i32),
}

impl Period {
    /// The one that a text names, see [`press::days_of`].
    pub(crate) fn parse(text: &str) -> Option<Self> {
        press::days_of(text).map(|(from, to)| Self { from, to })
    }

    /// The one that a text names, or what is wrong with the text.
    pub(crate) fn named(text: &str) -> Result<Self, Problem> {
        let unclear = || Problem::Unclear(format!("`{text}` is no period; write 2025-W28, 2025-07 or 2025"));
        Self::parse(text).ok_or_else(unclear)
    }

    /// The one that an address names, if it names one.
    pub(crate) fn asked(parameters: &Parameters) -> Result<Option<Self>, Problem> {
        parameters.get("period").map(Self::named).transpose()
    }

    /// The week of a day.
    pub(crate) fn week_of(day: Date) -> Self {
        let from = day.saturating_sub((i64::from(day.weekday().to_monday_zero_offset())).days());
        Self { from, to: from.saturating_add(6.days()) }
    }

    /// The month of a day.
    pub(crate) fn month_of(day: Date) -> Self {
        Self { from: day.first_of_month(), to: day.last_of_month() }
    }

    /// The year of a day.
    pub(crate) fn year_of(day: Date) -> Self {
        Self { from: day.first_of_year(), to: day.last_of_year() }
    }

    fn unit(self) -> Unit {
        let Self { from, to } = self;
        if self == Self::week_of(from) {
            Unit::Week
        } else if self == Self::month_of(from) {
            Unit::Month
        } else if self == Self::year_of(from) {
            Unit::Year
        } else {
            Unit::Days(register::day(to) - register::day(from) + 1)
        }
    }

    /// The name by which [`Self::parse`] knows it.
    pub(crate) fn name(self) -> String {
        let from = self.from;
        match self.unit() {
            Unit::Week => {
                let week = from.iso_week_date();
                format!("{}-W{:02}", week.year(), week.week())
            }
            Unit::Month => format!("{:04}-{:02}", from.year(), from.month()),
            Unit::Year => format!("{:04}", from.year()),
            Unit::Days(1) => from.to_string(),
            Unit::Days(_) => format!("{from}..{}", self.to),
        }
    }

    /// The one before.
    pub(crate) fn previous(self) -> Self {
        self.moved(-1)
    }

    /// The one after.
    pub(crate) fn next(self) -> Self {
        self.moved(1)
    }

    fn moved(self, by: i64) -> Self {
        let from = |span: Span| self.from.saturating_add(span);
        match self.unit() {
            Unit::Week => Self::week_of(from((7 * by).days())),
            Unit::Month => Self::month_of(from(by.months())),
            Unit::Year => Self::year_of(from(by.years())),
            Unit::Days(n) => {
                let span = (i64::from(n) * by).days();
                Self { from: self.from.saturating_add(span), to: self.to.saturating_add(span) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Period;

    #[test]
    fn goes_back_and_forth() {
        let check = |text: &str| {
            let period = Period::parse(text).unwrap();
            assert_eq!(Period::parse(&period.name()), Some(period));
            format!("{} < {} < {}", period.previous().name(), period.name(), period.next().name())
        };
        assert_eq!(check("2025-W01"), "2024-W52 < 2025-W01 < 2025-W02");
        assert_eq!(check("2024-02"), "2024-01 < 2024-02 < 2024-03");
        assert_eq!(check("2025"), "2024 < 2025 < 2026");
        assert_eq!(check("2025-07-10"), "2025-07-09 < 2025-07-10 < 2025-07-11");
        assert_eq!(
            check("2025-07-01..2025-07-10"),
            "2025-06-21..2025-06-30 < 2025-07-01..2025-07-10 < 2025-07-11..2025-07-20"
        );
        assert_eq!(check("9999"), "9998 < 9999 < 9999");
    }
}
