//! The engagements to which a paper keeps where a query was asked: those, and the matters of which they tell.

use register::matters::Matter;
use register::{AccountId, Register, StoreError};
use rustc_hash::FxHashSet;

/// So many lines of a matter are looked at.
const LINES: usize = 10_000;

/// Of which engagements a paper may tell.
#[derive(Debug, Default)]
pub(crate) struct Chosen(Option<FxHashSet<AccountId>>);

impl Chosen {
    /// These engagements alone; all where none are given.
    pub(crate) fn new(chosen: Option<&[AccountId]>) -> Self {
        Self(chosen.map(|chosen| chosen.iter().copied().collect()))
    }

    /// Whether an engagement is among them.
    pub(crate) fn holds(&self, engagement: AccountId) -> bool {
        self.0.as_ref().is_none_or(|chosen| chosen.contains(&engagement))
    }

    /// Whether one of them tells of a matter.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub(crate) fn holds_matter(&self, register: &Register, key: &str) -> Result<bool, StoreError> {
        let Some(chosen) = &self.0 else { return Ok(true) };
        for line in register.store().lines(key, LINES)? {
            let place = register.store().place(line.account)?;
            if place.and_then(|place| place.engagement).is_some_and(|engagement| chosen.contains(&engagement)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The matters of which one of them tells.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub(crate) fn of_matters(&self, register: &Register, matters: Vec<Matter>) -> Result<Vec<Matter>, StoreError> {
        if self.0.is_none() {
            return Ok(matters);
        }
        let mut told = Vec::new();
        for matter in matters {
            if self.holds_matter(register, &matter.key)? {
                told.push(matter);
            }
        }
        Ok(told)
    }
}
