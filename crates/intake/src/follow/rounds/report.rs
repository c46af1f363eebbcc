//! What an address has brought.

use register::DocumentId;

/// What an address has brought.
#[derive(Clone, Debug)]
pub struct Report {
    /// The source.
    pub source: String,
    /// The address or file.
    pub address: String,
    /// The status that came (RFC 9110); `None` where none did, and of files.
    pub status: Option<u16>,
    /// What it brought.
    pub outcome: Outcome,
    /// What of it is left out although the rest is kept, and why: in an archive something can be broken, or be too much.
    pub left_out: Vec<String>,
}

/// What an address has brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A list of so many addresses, of which so many are to be asked now.
    List {
        /// All that it gives.
        found: usize,
        /// Those that are new or told to have changed.
        due: usize,
    },
    /// Documents that were not known at this address.
    New {
        /// Their names.
        documents: Vec<DocumentId>,
        /// What they tell of engagements.
        accounts: usize,
    },
    /// Documents in place of others that stood there.
    Corrected {
        /// Their names.
        documents: Vec<DocumentId>,
        /// What they tell of engagements.
        accounts: usize,
    },
    /// Nothing new.
    Unchanged,
    /// What is kept stands there no more.
    Gone,
    /// It is not taken, and why.
    Refused(String),
    /// It could not be had, and why.
    Failed(String),
}

impl Outcome {
    /// Whether something went wrong that may pass.
    pub fn is_failure(&self) -> bool {
        matches!(self, Self::Failed(_))
    }
}
