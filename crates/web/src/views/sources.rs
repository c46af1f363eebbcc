//! Sources that are followed, and how it stands with each.

use intake::follow::{Health, health};
use register::{Register, Source};

use crate::problem::Problem;

/// So many addresses that could not be had are told of each source.
const TOLD: usize = 5;

/// A source, and how it stands with it.
#[derive(Debug)]
pub(crate) struct SourceView {
    /// The source.
    pub(crate) source: Source,
    /// How it stands.
    pub(crate) health: Health,
}

/// All sources of a register.
pub(crate) fn sources(register: &Register) -> Result<Vec<SourceView>, Problem> {
    let mut views = Vec::new();
    for source in register.store().sources()? {
        let health = health(register, &source, TOLD)?;
        views.push(SourceView { source, health });
    }
    Ok(views)
}
