//! The names under which a language prints what has a code: the first that its files give.

use std::collections::BTreeMap;

use crate::blob::{Reader, Writer};
use crate::phrase::expand;

/// What names are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nameable {
    /// A state or organisation, by its code.
    Party,
    /// A city, by its English name.
    City,
    /// A recurring forum, by its short name.
    Series,
    /// A treaty, process, measure or body, by its code.
    Named,
    /// A level of relations, by its code.
    Relations,
}

impl Nameable {
    const ALL: [Self; 5] = [Self::Party, Self::City, Self::Series, Self::Named, Self::Relations];
}

/// For each code the name that a language prints.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DisplayNames {
    names: BTreeMap<Nameable, BTreeMap<String, String>>,
}

impl DisplayNames {
    /// The name of a code; `None` where the language has none.
    pub fn get(&self, what: Nameable, code: &str) -> Option<&str> {
        self.names.get(&what)?.get(code).map(String::as_str)
    }

    /// Keeps the first name of a cell, unless the code has one already. Brackets that do not close are told of elsewhere.
    pub(crate) fn add(&mut self, what: Nameable, code: &str, cell: &str) {
        let first = expand(cell).ok().and_then(|names| names.into_iter().next());
        if let Some(name) = first {
            self.names.entry(what).or_default().entry(code.to_owned()).or_insert(name);
        }
    }

    pub(crate) fn write(&self, out: &mut Writer) {
        let none = BTreeMap::new();
        for what in Nameable::ALL {
            out.list(self.names.get(&what).unwrap_or(&none), |out, (code, name)| {
                out.text(code);
                out.text(name);
            });
        }
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Self {
        let mut of = |what| (what, from.list(|from| (from.string(), from.string())).into_iter().collect());
        Self { names: Nameable::ALL.map(&mut of).into_iter().collect() }
    }
}
