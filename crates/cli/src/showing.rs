//! Entries of the register as people read them.

pub(crate) mod document;
pub(crate) mod engagement;
pub(crate) mod history;
pub(crate) mod matter;
pub(crate) mod person;
