//! What can go wrong with the index.

use std::path::PathBuf;

use register::{RegisterError, StoreError};
use tantivy::TantivyError;

use crate::parse::QueryError;

/// What went wrong while looking for something, or while making the index.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The query is not understood.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// The register cannot be read.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// The query looks for what papers, calendars and feeds are not made of.
    #[error("the query looks for {of}, where engagements are chosen; leave `in:{of}` out of it, or say `in:claims`")]
    NoEngagements {
        /// The word for what it looks for.
        of: &'static str,
    },
    /// There is no index yet, and another process is making it.
    #[error("{}: another process is making this index; ask again when it is done", place.display())]
    Held {
        /// The folder of the index.
        place: PathBuf,
    },
    /// The folder or the index in it fails.
    #[error("{}: {doing} failed; see to its disk, or remove this folder: it is made anew from the register", place.display())]
    Failed {
        /// The folder of the index.
        place: PathBuf,
        /// What was being done.
        doing: &'static str,
        /// What the index says.
        source: Box<TantivyError>,
    },
}

impl From<StoreError> for SearchError {
    fn from(error: StoreError) -> Self {
        Self::Register(error.into())
    }
}

/// What goes wrong while an index is written.
pub(crate) enum Trouble {
    Index(TantivyError),
    Other(SearchError),
}

impl From<TantivyError> for Trouble {
    fn from(error: TantivyError) -> Self {
        Self::Index(error)
    }
}

impl From<RegisterError> for Trouble {
    fn from(error: RegisterError) -> Self {
        Self::Other(error.into())
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Other(error.into())
    }
}
