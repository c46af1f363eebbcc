//! Readings and rulings in, a register out: engagements across documents, people, matters, disputes, and their history.
//!
//! Documents and rulings are kept as truth; everything else follows from them and the packs, so `register = f(documents, packs, rulings)`.
//! Each step is a function of what it is given: [`likeness()`] compares two accounts, [`clusters()`] parts accounts into engagements,
//! [`compose`] makes an engagement of accounts, [`people`] and [`matters`] join names and claims. Only what a change reaches is
//! done again, and gives what doing all again would give. SQL stands in [`Sqlite`] alone, behind [`Store`].

mod alignment;
mod check;
mod clusters;
pub mod compare;
mod corrections;
mod deciding;
mod deposit;
mod engagement;
#[cfg(test)]
mod fixtures;
mod id;
mod import;
mod likeness;
mod lookup;
pub mod matters;
mod names;
mod packed;
pub mod people;
mod prepared;
mod queries;
mod rebuild;
mod register;
mod ruling;
mod settle;
mod sketch;
mod source;
mod sources;
mod sqlite;
mod store;

pub use check::Checked;
pub use clusters::{Bonds, Link, clusters};
pub use corrections::{Correction, Difference, differences, tells_the_same};
pub use deposit::{Deposit, Origin, PackReader, SIZE_LIMIT, open, read};
pub use engagement::{Account, AccountLink, Dispute, Engagement, Participant, Said, compose};
pub use id::{AccountId, DocumentId, NotAnId, original_name};
pub use import::{Taken, TakenIn};
pub use likeness::{Field, Likeness, Part, Relation, likeness};
pub use lookup::{Entry, NumberedClaim};
pub use names::folded;
pub use packed::Packed;
pub use prepared::Prepared;
pub use queries::{Kept, Readings};
pub use rebuild::Rebuilt;
pub use register::{Added, Read, Reader, Register, RegisterError};
pub use ruling::{Anchor, ClaimAnchor, ClaimId, Decision, Decisions, FieldError, FieldValue, Ruling, Undone};
pub use sketch::{Day, Sketch, SketchPerson, When, date, day};
pub use source::{Source, SourceKind, Standing, Version, Visit};
pub use sources::NotAdded;
pub use sqlite::Sqlite;
pub use store::{Change, KeptReading, Place, Row, Store, StoreError};
