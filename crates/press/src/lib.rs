//! The register in, papers out: digests, briefs, reviews and comparisons, in every pack's language and many formats.
//!
//! A [`Paper`] is what a page says, without its looks: headings, sentences, tables and charts. Every sentence and every row holds the
//! notes that it rests on, and [`PaperBuilder::finish`] refuses one that does not. How papers are worded stands in the packs; how they look,
//! in a module a format.

mod charts;
mod direction;
#[cfg(feature = "docx")]
mod docx;
#[cfg(feature = "docx")]
mod fonts;
mod html;
mod markdown;
mod paper;
mod print;
mod tidy;
mod xml;

pub use markdown::{Edited, MarkdownError, Remark, read as read_markdown};
pub use paper::{
    Block, Chart, ChartKind, Note, NoteId, Paper, PaperBuilder, PaperError, Run, Section, Sentence, Series, Table,
    TableRow,
};
pub use print::{Format, PrintError, PrintOptions, print};
