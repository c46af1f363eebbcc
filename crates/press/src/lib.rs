//! The register in, papers out: digests, briefs, reviews and comparisons, in every pack's language and many formats.
//!
//! A [`Paper`] is what a page says, without its looks: headings, sentences, tables and charts. Every sentence and every row holds the
//! notes that it rests on, and [`PaperBuilder::finish`] refuses one that does not. How papers are worded stands in the packs; how they look,
//! in a module a format.

mod affairs;
mod brief;
mod compare;
mod differs;
mod digest;
mod error;
mod facts;
mod outcomes;
mod paper;
mod period;
mod review;
mod story;
mod teller;
mod words;

pub use brief::{BriefOf, BriefOptions, brief};
pub use compare::{CompareOptions, compare};
pub use digest::{DigestOptions, digest};
pub use error::PressError;
pub use paper::{
    Block, Chart, ChartKind, Note, NoteId, Paper, PaperBuilder, PaperError, Run, Section, Sentence, Series, Table,
    TableRow,
};
pub use review::{ReviewOptions, review};
pub use words::check_messages;
