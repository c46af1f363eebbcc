//! The brief before a meeting: of two parties, or of a person.

use jiff::civil::Date;
use packs::Packs;
use register::Register;

use crate::error::PressError;
use crate::paper::{Paper, PaperBuilder};
use crate::words::Words;

/// What a brief is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BriefOf {
    /// Two parties by their codes; the first is that of the reader.
    Pair(String, String),
    /// A person by the key.
    Person(String),
}

/// What a brief is of, and how it is told.
#[derive(Clone, Debug)]
pub struct BriefOptions {
    /// In which language (ISO 639-1).
    pub language: String,
    /// Of whom.
    pub of: BriefOf,
    /// The day on which it is made.
    pub today: Date,
}

/// Prints a brief.
///
/// # Errors
///
/// Where the language has no messages, a party or person is unknown, or the register fails.
pub fn brief(_: &Register, packs: &Packs, options: &BriefOptions) -> Result<Paper, PressError> {
    let words = Words::new(packs, &options.language)?;
    Ok(PaperBuilder::new("brief", words.code(), words.sentence("brief-title", Vec::new()), "").finish()?)
}
