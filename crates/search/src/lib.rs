//! The index of words over a register: queries in, hits with their quotes out.
//!
//! [`Query::parse`] reads what people type; [`Index::open`] makes the index beside a register or catches it up, by the numbers of
//! the register's changes; [`Index::find`] gives engagements, claims, people, matters and documents. The index is derived and
//! holds names alone: what a hit shows is read from the register, and a folder that is gone or of another form is made anew.
//! Which stemmer a language has is said by its pack. Printing is left to the doors.

mod entries;
mod error;
mod facets;
mod fields;
mod find;
mod follow;
mod highlight;
mod hit;
mod index;
mod lookup;
mod narrow;
mod parse;
mod part;
mod place;
mod query;
mod read_only;
mod show;
mod words;

pub use error::SearchError;
pub use facets::Facets;
pub use find::{Asked, DEEPEST, Sort};
pub use highlight::Fragment;
pub use hit::{ClaimHit, DocumentHit, Found, Hit, MatterHit, Of, PersonHit, TenureHit};
pub use index::{Behind, Index, beside};
pub use parse::{FilterError, QueryError};
pub use query::{Clause, Entry, Filter, Query, Sought};
