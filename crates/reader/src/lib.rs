//! Document and packs in, reading out: a pure function.

mod reading;

pub use reading::{Claim, Engagement, Person, Published, Reading, Span};

use document::{Document, PartialDate};
use packs::Packs;

/// What the caller knows of a document.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// The day of publication, where the caller knows it.
    pub published: Option<PartialDate>,
}

/// Reads a document.
pub fn read(_packs: &Packs, document: &Document, _settings: &Settings) -> Reading {
    Reading { document: document.name().to_owned(), ..Reading::default() }
}

/// Shows each sentence with its marks, the rules that fired and what they gave, as text for people.
pub fn explain(_packs: &Packs, _document: &Document, _settings: &Settings) -> String {
    String::new()
}
