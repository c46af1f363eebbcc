//! What can go wrong with tables.

use std::path::Path;

use register::{RegisterError, StoreError};

/// What can go wrong with tables.
#[derive(Debug, thiserror::Error)]
pub enum TablesError {
    /// The register fails.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// A file or folder cannot be read or written.
    #[error("{path}: {doing} failed ({source}); {mend}")]
    File {
        /// Which.
        path: String,
        /// What was being done.
        doing: &'static str,
        /// What to do about it.
        mend: &'static str,
        /// What the system says.
        source: std::io::Error,
    },
    /// What was written cannot go out. Its cause is that of the output, bare.
    #[error(transparent)]
    Out(#[from] std::io::Error),
    /// A row that is imported does not make sense.
    #[error("{place}: {problem}; {mend}")]
    Row {
        /// The file and the line or row.
        place: String,
        /// What does not.
        problem: String,
        /// What to do about it.
        mend: &'static str,
    },
    /// What is asked for cannot be.
    #[error("{0}")]
    Asked(String),
}

impl From<StoreError> for TablesError {
    fn from(error: StoreError) -> Self {
        Self::Register(error.into())
    }
}

impl TablesError {
    /// A file that cannot be written.
    pub(crate) fn writing(path: &Path, error: impl Into<std::io::Error>) -> Self {
        let mend = "see that its folder can be written and that the disk has room, or name another with --out";
        Self::File { path: path.display().to_string(), doing: "writing it", mend, source: error.into() }
    }

    /// A file that cannot be read.
    pub(crate) fn reading(path: &Path, error: impl Into<std::io::Error>) -> Self {
        let mend = "check its name and your leave to read it";
        Self::File { path: path.display().to_string(), doing: "reading it", mend, source: error.into() }
    }
}
