//! What the months are called, in languages with a pack and without.

use rustc_hash::FxHashMap;

/// The names of the months in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Months {
    /// ISO 639-1 code.
    pub language: String,
    /// Of each month, from the first, the forms in lower case; the twelve.
    pub forms: Vec<Vec<String>>,
}

/// A way of counting years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Era {
    /// What stands before a year of it.
    pub name: String,
    /// The year before its first.
    pub before: i16,
}

/// The names of months, ready for look-up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Calendar {
    /// Of each form the languages that have it, with the month.
    forms: FxHashMap<String, Vec<(u16, i8)>>,
    languages: Vec<String>,
    eras: Vec<Era>,
}

impl Calendar {
    pub(crate) fn new(months: Vec<Months>, eras: Vec<Era>) -> Self {
        let mut calendar = Self { eras, ..Self::default() };
        for (index, language) in months.into_iter().enumerate() {
            for (forms, month) in language.forms.into_iter().zip(1..) {
                for form in forms {
                    calendar.forms.entry(form).or_default().push((index as u16, month));
                }
            }
            calendar.languages.push(language.language);
        }
        calendar
    }

    /// The month of that name in a language; where that is not known, the month that it is in all languages that have it
    /// (`listopad` is November in Czech and October in Croatian).
    pub(crate) fn month(&self, word: &str, language: Option<&str>) -> Option<i8> {
        let all = self.forms.get(word)?;
        let own = all.iter().find(|(of, _)| language == Some(self.languages[usize::from(*of)].as_str()));
        let first = || all.first().filter(|first| all.iter().all(|other| other.1 == first.1));
        own.or_else(first).map(|(_, month)| *month)
    }

    /// The year of an era whose name ends a word.
    pub(crate) fn year(&self, word: &str, year: i16) -> Option<i16> {
        self.eras.iter().find(|era| word.ends_with(&era.name)).and_then(|era| era.before.checked_add(year))
    }
}
