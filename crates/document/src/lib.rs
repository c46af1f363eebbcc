//! A document: bytes as they came, cut into blocks, sentences and tokens.
//!
//! In come the bytes of one file and the [`Habits`] of the languages at hand; out goes a [`Document`].
//! It knows nothing of diplomacy: what the words mean is left to `packs` and `reader`.

mod address;
mod blocks;
mod calendar;
mod cut;
mod date;
mod decode;
mod entities;
mod error;
mod habits;
mod html;
mod language;
mod lines;
mod markdown;
mod normal;
mod open;
mod script;
mod selector;
mod sentences;
mod settings;
mod stamps;
mod text;
mod token;
mod told;
mod wrap;

pub use address::is_web;
pub use calendar::{Era, Months};
pub use date::{NotADate, PartialDate};
pub use error::DocumentError;
pub use habits::{FurnitureKind, Habits, LanguageHabits, lower, small};
pub use open::open;
pub use selector::{NotASelector, Selector, Site};
pub use settings::{Format, Settings};
pub use text::{Block, BlockKind, Document, Sentence, Shape, Token};
pub use token::tokenize;
