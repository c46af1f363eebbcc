//! What can be wrong with the bytes of a document.

/// Why some bytes are no document.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum DocumentError {
    /// There is no text at all.
    #[error("{name}: the document is empty; check that it was saved or fetched whole")]
    Empty {
        /// The name under which it came.
        name: String,
    },
    /// It is longer than the limit.
    #[error(
        "{name}: {size_bytes} bytes are more than the limit of {limit_bytes}; raise it with --limit or cut the document"
    )]
    TooLong {
        /// The name under which it came.
        name: String,
        /// How long it is.
        size_bytes: usize,
        /// How long it may be.
        limit_bytes: usize,
    },
    /// It is no text.
    #[error("{name}: byte {at} shows that this is a binary file; give its text, as plain text, Markdown or HTML")]
    Binary {
        /// The name under which it came.
        name: String,
        /// The byte that no text has.
        at: usize,
    },
    /// No encoding makes text of it.
    #[error("{name}: byte {at} fits no encoding that the rest is in; save the document as UTF-8")]
    Encoding {
        /// The name under which it came.
        name: String,
        /// The byte that does not fit.
        at: usize,
    },
}
