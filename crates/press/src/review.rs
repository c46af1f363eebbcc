//! The review of a period.

use jiff::civil::Date;
use packs::Packs;
use register::Register;

use crate::error::PressError;
use crate::paper::Paper;
use crate::period::{Period, known_party};
use crate::words::Words;

/// What a review is of.
#[derive(Clone, Debug)]
pub struct ReviewOptions {
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

/// Prints the review of a period.
///
/// # Errors
///
/// Where the language has no messages, the party is unknown, the period ends before it begins, or the register fails.
pub fn review(_: &Register, packs: &Packs, options: &ReviewOptions) -> Result<Paper, PressError> {
    let _period = Period::new(options.from, options.to)?;
    let _view = options.view.as_deref().map(|code| known_party(packs, code)).transpose()?;
    let words = Words::new(packs, &options.language)?;
    let builder = crate::paper::PaperBuilder::new("review", words.code(), words.sentence("review-title", Vec::new()), "");
    Ok(builder.finish()?)
}
