//! Papers as Markdown that people edit: out by [`write()`], and in again by [`read()`] when words were changed, sentences deleted,
//! paragraphs moved and headings renamed.
//!
//! ```text
//! ---
//! kind: digest
//! language: sv
//! notes: Källor
//! ---
//!
//! # The title
//!
//! *What stands below it*
//!
//! ## A part
//!
//! A sentence.[^1] Another, with **a name**.[^1][^2] One that tells nothing of the world.<!-- plain -->
//!
//! : What a table shows
//!
//! | Who | When |
//! | --- | --- |
//! | Solvang | 10 July[^2] |
//!
//! ***
//!
//! What stands at the foot.
//!
//! [^1]: <q lang="vi">The quote.</q> Its source (2025-07-10). <https://example.org/1> `3fa9c1d2b07e-1`
//! ```
//!
//! A sentence ends with its notes. A chart is `<!-- chart: bars -->` above a table with its title, its text and its numbers.

mod escape;
mod inline;
mod notes;
mod read;
mod write;

pub use read::{Edited, MarkdownError, Remark, read};
pub(crate) use write::write;
