//! What comes in: files of any kind, and what the sources that are followed publish.
//!
//! In come files, archives and addresses; out go [`register::Deposit`]s: each document with its bytes as they came and where it came
//! from. It reads nothing of what a document says: that is left to `document` and `reader`.

mod error;
pub mod files;
pub mod follow;
pub mod warc;

pub use error::IntakeError;
