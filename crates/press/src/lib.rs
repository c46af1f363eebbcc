//! The register in, papers, calendars and feeds out: digests, briefs, reviews and comparisons, in every pack's language and many formats.
//!
//! A [`Paper`] is what a page says, without its looks: headings, sentences, tables and charts. Every sentence and every row holds the
//! notes that it rests on, and [`PaperBuilder::finish`] refuses one that does not. How papers are worded stands in the packs; how they look,
//! in a module a format.

mod affairs;
mod ahead;
mod anniversaries;
mod brief;
mod calendar;
mod charts;
mod chosen;
#[cfg(any(feature = "docx", feature = "pdf"))]
mod columns;
mod compare;
mod differs;
mod digest;
mod direction;
#[cfg(feature = "docx")]
mod docx;
mod error;
mod facts;
mod feed;
#[cfg(any(feature = "docx", feature = "pdf"))]
mod fonts;
mod history;
mod html;
mod levels;
mod markdown;
mod named;
mod outcomes;
mod paper;
#[cfg(feature = "pdf")]
mod pdf;
mod period;
mod print;
mod review;
mod story;
mod teller;
#[cfg(any(feature = "docx", feature = "pdf"))]
mod texts;
mod tidy;
mod told;
mod words;
mod xml;

pub use brief::{BriefOf, BriefOptions, brief};
pub use calendar::calendar;
pub use charts::draw;
pub use compare::{CompareOptions, compare};
pub use digest::digest;
pub use error::PressError;
pub use feed::{FeedFormat, FeedOptions, feed};
pub use history::History;
pub use markdown::{Edited, MarkdownError, Remark, read as read_markdown};
pub use paper::{
    Block, Chart, ChartKind, Note, NoteId, Paper, PaperBuilder, PaperError, Run, Section, Sentence, Series, Table,
    TableRow,
};
pub use period::{PeriodOptions, days_of, rows_between};
pub use print::{FontFile, Format, PrintError, PrintOptions, print};
pub use review::review;
pub use teller::source;
pub use words::{Arg, Args, Precise, Words, check_interface, check_messages, clean};
