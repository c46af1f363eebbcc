//! Why a paper cannot be made.

use register::{RegisterError, StoreError};

use crate::paper::PaperError;

/// Why a paper cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum PressError {
    /// No pack is of the language.
    #[error("no pack is of the language `{asked}`; there are: {there}")]
    Language {
        /// The code that was asked for.
        asked: String,
        /// The codes that there are.
        there: String,
    },
    /// The messages of a language lack something or are broken.
    #[error("packs/{language}/{file}: {problems}; `chancery packs check` tells all, packs/README.md how to mend them")]
    Messages {
        /// The language.
        language: String,
        /// The file of its pack.
        file: &'static str,
        /// What is wrong, the first few.
        problems: String,
    },
    /// A code that no party has.
    #[error("no party has the code `{0}`; write one such as VN or ASEAN (packs/world lists all)")]
    Party(String),
    /// A brief of one party about itself.
    #[error("a brief is of two parties, and `{0}` is one; name the other, or a person")]
    OneParty(String),
    /// A key that no person has.
    #[error("`{0}` is nobody in the register; `chancery people` lists who is")]
    Person(String),
    /// A period that ends before it begins.
    #[error("the period ends on {to}, before it begins on {from}; write the earlier day first")]
    Period {
        /// Its first day.
        from: jiff::civil::Date,
        /// Its last day.
        to: jiff::civil::Date,
    },
    /// An account that is not of the engagement.
    #[error("{account} is no account of {engagement}; `chancery show {engagement}` lists those that are")]
    NoAccount {
        /// The account.
        account: register::AccountId,
        /// The engagement.
        engagement: register::AccountId,
    },
    /// The register fails, or has not what was asked for.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// A sentence rests on nothing.
    #[error(transparent)]
    Paper(#[from] PaperError),
}

impl From<StoreError> for PressError {
    fn from(error: StoreError) -> Self {
        Self::Register(error.into())
    }
}
