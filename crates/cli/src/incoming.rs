//! What comes from the command line: each document of each file, also of those in archives.

use std::collections::BTreeMap;
use std::rc::Rc;

use anyhow::Result;
use intake::files::{Files, Found, Settings};

use crate::sources::{Counts, Sources};

/// All documents that the command line names, one by one. No more than one is held.
pub(crate) struct Incoming<'a> {
    sources: &'a mut Sources,
    settings: &'a Settings,
    counts: Rc<Counts>,
    open: Option<Files>,
    /// Whether the file that is open has given a document.
    given: bool,
    passed_over: BTreeMap<&'static str, usize>,
}

impl<'a> Incoming<'a> {
    /// Documents from `sources`, taken in so.
    pub(crate) fn new(sources: &'a mut Sources, settings: &'a Settings) -> Self {
        let counts = sources.counts();
        Self { sources, settings, counts, open: None, given: false, passed_over: BTreeMap::new() }
    }

    /// What archives held beside documents, in words; `None` where they held nothing else.
    pub(crate) fn passed_over(&self) -> Option<String> {
        let parts: Vec<String> = self.passed_over.iter().map(|(what, n)| format!("{what} ({n})")).collect();
        (!parts.is_empty()).then(|| format!("in archives passed over: {}", parts.join(", ")))
    }

    /// The next document of the file that is open.
    fn of_open(&mut self) -> Option<Result<Found>> {
        let files = self.open.as_mut()?;
        let Some(found) = files.next() else {
            for (what, n) in files.passed_over() {
                *self.passed_over.entry(what).or_default() += n;
            }
            self.open = None;
            return None;
        };
        if std::mem::replace(&mut self.given, true) {
            self.counts.documents.set(self.counts.documents.get() + 1);
        }
        Some(found.map_err(Into::into))
    }
}

impl Iterator for Incoming<'_> {
    type Item = Result<Found>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(found) = self.of_open() {
                return Some(found);
            }
            let opened = self.sources.next()?.and_then(|source| source.open(self.settings));
            match opened {
                Ok(files) => (self.open, self.given) = (Some(files), false),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}
