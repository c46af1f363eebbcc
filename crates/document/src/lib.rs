//! A document: bytes as they came, cut into blocks, sentences and tokens.
//!
//! In come the bytes of one file and the [`Habits`] of the languages at hand; out goes a [`Document`].
//! It knows nothing of diplomacy: what the words mean is left to `packs` and `reader`.

mod cut;
mod date;
mod error;
mod habits;
mod lines;
mod settings;
mod text;
mod token;

pub use date::{NotADate, PartialDate};
pub use error::DocumentError;
pub use habits::{FurnitureKind, Habits, LanguageHabits};
pub use settings::{Format, Settings};
pub use text::{Block, BlockKind, Document, Sentence, Shape, Token};
pub use token::tokenize;
