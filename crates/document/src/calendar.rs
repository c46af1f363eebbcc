//! What months and days of the week are called, in languages with a pack and without, and how years are counted.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rustc_hash::FxHashMap;

use crate::PartialDate;

/// The names of the months and of the days of the week in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Months {
    /// ISO 639-1 code.
    pub language: String,
    /// Of each month, from the first, the forms in lower case; the twelve.
    pub forms: Vec<Vec<String>>,
    /// Of each day of the week, from Monday, the forms in lower case; seven or none.
    pub weekdays: Vec<Vec<String>>,
    /// Whether they are the months of the solar Hijri year, which begins in March: `23 Mehr 1404`.
    pub solar: bool,
}

/// A way of counting years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Era {
    /// What stands before a year of it.
    pub name: String,
    /// The year before its first.
    pub before: i16,
    /// The language in whose pages its years also stand alone, where they have three figures: `114-09-11`.
    pub alone: Option<String>,
}

/// A month of the common year, or of the solar one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Month {
    pub(crate) number: i8,
    pub(crate) solar: bool,
}

/// What each form of a name is, in the languages that have it.
#[derive(Clone, Debug)]
struct Names<T>(FxHashMap<String, Vec<(u16, T)>>);

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<T: Copy + PartialEq> Names<T> {
    fn add(&mut self, language: u16, forms: Vec<String>, what: T) {
        for form in forms {
            self.0
                .entry(form.chars().filter(|sign| !is_direction(*sign)).collect())
                .or_default()
                .push((language, what));
        }
    }

    /// What the name is in a language; where that is not known, what it is in all languages that have it
    /// (`listopad` is November in Czech and October in Croatian).
    fn get(&self, word: &str, languages: &[String], language: Option<&str>) -> Option<T> {
        let all = self.0.get(word)?;
        let own = all.iter().find(|(of, _)| language == Some(languages[usize::from(*of)].as_str()));
        let first = || all.first().filter(|first| all.iter().all(|other| other.1 == first.1));
        own.or_else(first).map(|(_, what)| *what)
    }
}

/// The names of months and days, ready for look-up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Calendar {
    months: Names<Month>,
    /// The days of the week from Monday, which is 1.
    weekdays: Names<i8>,
    languages: Vec<String>,
    eras: Vec<Era>,
}

impl Calendar {
    pub(crate) fn new(months: Vec<Months>, eras: Vec<Era>) -> Self {
        let mut calendar = Self { eras, ..Self::default() };
        for (index, language) in months.into_iter().enumerate() {
            let index = index as u16;
            for (forms, number) in language.forms.into_iter().zip(1..) {
                calendar.months.add(index, forms, Month { number, solar: language.solar });
            }
            for (forms, weekday) in language.weekdays.into_iter().zip(1..) {
                calendar.weekdays.add(index, forms, weekday);
            }
            calendar.languages.push(language.language);
        }
        calendar
    }

    /// The month of that name.
    pub(crate) fn month(&self, word: &str, language: Option<&str>) -> Option<Month> {
        self.months.get(word, &self.languages, language)
    }

    /// The day of the week of that name, from Monday, which is 1.
    pub(crate) fn weekday(&self, word: &str, language: Option<&str>) -> Option<i8> {
        self.weekdays.get(word, &self.languages, language)
    }

    /// The year of an era whose name ends a word.
    pub(crate) fn year(&self, word: &str, year: i16) -> Option<i16> {
        self.eras.iter().find(|era| word.ends_with(&era.name)).and_then(|era| era.before.checked_add(year))
    }

    /// The year of an era that stands without its name.
    pub(crate) fn year_alone(&self, year: i16, language: Option<&str>) -> Option<i16> {
        let era = self.eras.iter().find(|era| era.alone.is_some() && era.alone.as_deref() == language)?;
        era.before.checked_add(year)
    }
}

/// The day of a solar Hijri date, by the cycle of 33 years that agrees with the observed calendar from 1300 to 1500.
pub(crate) fn solar_day(year: i16, month: i8, day: i8) -> Option<PartialDate> {
    const FIRST: Date = date(2025, 3, 21);
    let longest = if month <= 6 { 31 } else { 30 };
    if !(1300..=1500).contains(&year) || !(1..=12).contains(&month) || !(1..=longest).contains(&day) {
        return None;
    }
    let days = |year: i16, month: i8, day: i8| {
        let (year, month) = (i64::from(year) + 1595, i64::from(month) - 1);
        365 * year + year / 33 * 8 + (year % 33 + 3) / 4 + month * 30 + month.min(6) + i64::from(day)
    };
    let after = days(year, month, day) - days(1404, 1, 1);
    FIRST.checked_add(after.days()).ok().map(PartialDate::from)
}

/// Whether a character only says which way is written or how letters join: "\u{200f}03/06/2025".
pub(crate) fn is_direction(sign: char) -> bool {
    matches!(sign, '\u{200c}'..='\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_the_solar_year() {
        let rows = [
            ((1404, 1, 1), "2025-03-21"),
            ((1404, 7, 23), "2025-10-15"),
            ((1403, 12, 30), "2025-03-20"),
            ((1399, 1, 1), "2020-03-20"),
            ((1408, 1, 1), "2029-03-20"),
            ((1404, 12, 29), "2026-03-20"),
            ((1404, 7, 31), ""),
            ((2025, 1, 1), ""),
        ];
        for ((year, month, day), expected) in rows {
            let found = solar_day(year, month, day).map_or(String::new(), |day| day.to_string());
            assert_eq!(found, expected, "{year} {month} {day}");
        }
    }
}
