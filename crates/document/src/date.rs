//! Dates as precise as a text gives them.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A date as precise as the text: `2025`, `2025-07` or `2025-07-10`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// What is wrong with a text that should be a [`PartialDate`].
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{0}` is not a date; write 2025, 2025-07 or 2025-07-10")]
pub struct NotADate(String);

impl PartialDate {
    /// A whole year, 1000 to 9999.
    pub fn year(year: i16) -> Option<Self> {
        (1000..=9999).contains(&year).then_some(Self { year, month: None, day: None })
    }

    /// A month of a year; `None` if there is no such month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        Self::year(year)?;
        (1..=12).contains(&month).then_some(Self { year, month: Some(month), day: None })
    }

    /// A day; `None` if the calendar has no such day.
    pub fn day(year: i16, month: i8, day: i8) -> Option<Self> {
        Self::month(year, month)?;
        Date::new(year, month, day).ok().map(Self::from)
    }

    /// The calendar day, where the day is known.
    pub fn as_day(self) -> Option<Date> {
        Date::new(self.year, self.month?, self.day?).ok()
    }

    /// The first day that it may be.
    pub fn first_day(self) -> Date {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).expect("checked when made")
    }

    /// The last day that it may be.
    pub fn last_day(self) -> Date {
        let month = Date::new(self.year, self.month.unwrap_or(12), 1).expect("checked when made");
        match self.day {
            Some(_) => self.first_day(),
            None => month.last_of_month(),
        }
    }

    /// Whether the first day that it may be is no later than the last that another may be.
    #[inline]
    pub fn begins_by(self, other: Self) -> bool {
        let first = (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1));
        // No day of a month lies behind its 31st, whether there is one or not.
        first <= (other.year, other.month.unwrap_or(12), other.day.unwrap_or(31))
    }

    /// The year.
    pub fn years(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    pub fn months(self) -> Option<i8> {
        self.month
    }

    /// The date some days later (or earlier); `None` where the day is not known.
    pub fn plus_days(self, days: i64) -> Option<Self> {
        self.as_day()?.checked_add(days.days()).ok().map(Self::from)
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl std::str::FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let wrong = || NotADate(text.to_owned());
        let mut parts = text.split('-');
        let mut part = |length: usize| -> Result<Option<i16>, NotADate> {
            match parts.next() {
                None => Ok(None),
                Some(digits) if digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit()) => {
                    Ok(digits.parse().ok())
                }
                Some(_) => Err(wrong()),
            }
        };
        let (year, month, day) = (part(4)?.ok_or_else(wrong)?, part(2)?, part(2)?);
        if parts.next().is_some() {
            return Err(wrong());
        }
        match (month, day) {
            (None, _) => Self::year(year),
            (Some(month), None) => Self::month(year, month as i8),
            (Some(month), Some(day)) => Self::day(year, month as i8, day as i8),
        }
        .ok_or_else(wrong)
    }
}

impl TryFrom<String> for PartialDate {
    type Error = NotADate;

    fn try_from(text: String) -> Result<Self, NotADate> {
        text.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        // Every day of a reading goes this way, so it is done without the formatter.
        let mut text = Self::with_capacity("2025-07-10".len());
        let figures = |value: i16, place: i16| char::from(b'0' + (value / place % 10) as u8);
        text.extend([1000, 100, 10, 1].map(|place| figures(date.year, place)));
        for part in [date.month, date.day].into_iter().map_while(|part| part) {
            text.push('-');
            text.extend([10, 1].map(|place| figures(part.into(), place)));
        }
        text
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for PartialDate {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::Type::String)
            .pattern(Some("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"))
            .description(Some("A date as precise as the text: `2025`, `2025-07` or `2025-07-10`."))
            .examples(["2025-07-10"])
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for PartialDate {
    fn name() -> std::borrow::Cow<'static, str> {
        "PartialDate".into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_it_reads() {
        for text in ["2025", "2025-07", "2024-02-29"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
            assert_eq!(String::from(text.parse::<PartialDate>().unwrap()), text);
        }
        for text in ["", "25", "2025-13", "2025-02-30", "2025-07-10-1", "2025-7-1", "juli"] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn spans_its_days() {
        let month: PartialDate = "2024-02".parse().unwrap();
        assert_eq!(month.first_day().to_string(), "2024-02-01");
        let dates =
            ["2023", "2023-12", "2023-12-31", "2024-01-01", "2024-02", "2024-02-29", "2024-04-30", "2024-05", "2024"];
        for (one, other) in dates.iter().flat_map(|one| dates.iter().map(move |other| (one, other))) {
            let [one, other] = [one, other].map(|date| date.parse::<PartialDate>().unwrap());
            assert_eq!(one.begins_by(other), one.first_day() <= other.last_day(), "{one} {other}");
        }
        assert_eq!(month.last_day().to_string(), "2024-02-29");
        assert_eq!("2025-07-31".parse::<PartialDate>().unwrap().plus_days(1).unwrap().to_string(), "2025-08-01");
    }
}
