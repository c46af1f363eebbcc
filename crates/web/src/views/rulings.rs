//! Rulings, as lists and pages show them.

use register::{Decision, Register, Ruling};

/// A ruling and what it is about.
#[derive(Clone, Debug)]
pub(crate) struct RulingLine {
    /// The ruling itself.
    pub(crate) ruling: Ruling,
    /// Where what it decides is shown: the path of a page.
    pub(crate) place: String,
    /// Whether it waits: its words are not read as they were.
    pub(crate) waits: bool,
}

impl RulingLine {
    /// A ruling of a register.
    pub(crate) fn of(register: &Register, ruling: Ruling) -> Self {
        let waits = register.decisions().unplaced.contains(&ruling.n);
        Self { place: place(&ruling.decision), waits, ruling }
    }
}

/// The page on which a decision shows.
pub(crate) fn place(decision: &Decision) -> String {
    match decision {
        Decision::SamePerson { names } | Decision::OtherPerson { names } => format!("/people/{}", names[0]),
        Decision::State { matter, .. } => format!("/matters/{matter}"),
        other => match other.anchors().first() {
            Some(anchor) => format!("/engagements/{}", anchor.account),
            None => "/rulings".to_owned(),
        },
    }
}
