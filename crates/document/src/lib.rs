//! A document: bytes as they came, cut into blocks, sentences and tokens.
//!
//! In come the bytes of one file and the [`Habits`] of the languages at hand; out goes a [`Document`].
//! It knows nothing of diplomacy: what the words mean is left to `packs` and `reader`.

mod date;
mod habits;
mod text;

pub use date::{NotADate, PartialDate};
pub use habits::{FurnitureKind, Habits, LanguageHabits};
pub use text::{Block, BlockKind, Document, Sentence, Shape, Token};
