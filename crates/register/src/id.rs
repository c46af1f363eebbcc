//! How documents and accounts are known: by what the document holds, so that every register gives the same names.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// Hexadecimal digits of a document's name.
const DIGITS: usize = 12;
/// Bits of a document's name: one less than the digits hold, so that a store may take an account's for a signed number.
const BITS: u32 = 47;

/// A document, by the first 47 bits of the SHA-256 of its bytes; written `3fa9c1d2b07e`.
///
/// Among a million documents two share them once in some 300 registers; the second is then refused, not confused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct DocumentId(u64);

/// An account: the document that gives it, and which of its accounts it is, counted from 1; written `3fa9c1d2b07e-4`.
///
/// An engagement bears the name of its first account, so whatever names an account names its engagement too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct AccountId {
    /// The document.
    pub document: DocumentId,
    /// Its place among the accounts of the document, from 1.
    pub index: u16,
}

/// What is wrong with a text that should name a document or an account.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{0}` names no account; write twelve hexadecimal digits, a dash and a number: 3fa9c1d2b07e-4")]
pub struct NotAnId(String);

impl NotAnId {
    pub(crate) fn of(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl DocumentId {
    /// The first and the last name that begin with some digits.
    pub(crate) fn range(digits: &str) -> Option<(Self, Self)> {
        let right = !digits.is_empty() && digits.len() <= DIGITS && digits.bytes().all(|b| b.is_ascii_hexdigit());
        let bits = u64::from_str_radix(digits, 16).ok().filter(|_| right)?;
        let rest = 4 * (DIGITS - digits.len()) as u32;
        Some((Self(bits << rest), Self(bits << rest | ((1 << rest) - 1))))
    }

    /// The name of a document with these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let digest = Sha256::digest(bytes);
        Self(digest[..DIGITS / 2].iter().fold(0, |all, &byte| all << 8 | u64::from(byte)) >> 1)
    }

    /// The name behind this one, in the order of names.
    pub(crate) fn next(self) -> Option<Self> {
        Some(Self(self.0 + 1)).filter(|next| next.0 >> BITS == 0)
    }

    /// Its bits.
    pub(crate) fn bits(self) -> i64 {
        self.0 as i64
    }

    pub(crate) fn from_bits(bits: i64) -> Self {
        Self(bits as u64)
    }
}

/// The name under which bytes are kept that are no document themselves: their SHA-256 in hexadecimal digits.
pub fn original_name(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

impl AccountId {
    /// Both parts as one number, in the order of the names.
    pub(crate) fn bits(self) -> i64 {
        (self.document.0 << 16 | u64::from(self.index)) as i64
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:0width$x}", self.0, width = DIGITS)
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.document, self.index)
    }
}

impl FromStr for DocumentId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let right = text.len() == DIGITS && text.bytes().all(|b| b.is_ascii_hexdigit());
        let bits = if right { u64::from_str_radix(text, 16).ok() } else { None };
        bits.filter(|bits| bits >> BITS == 0).map(Self).ok_or_else(|| NotAnId(text.to_owned()))
    }
}

impl FromStr for AccountId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let parts = || {
            let (document, index) = text.split_once('-')?;
            let index = index.parse().ok().filter(|&index| index > 0)?;
            Some(Self { document: document.parse().ok()?, index })
        };
        parts().ok_or_else(|| NotAnId(text.to_owned()))
    }
}

impl From<DocumentId> for String {
    fn from(id: DocumentId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for DocumentId {
    type Error = NotAnId;

    fn try_from(text: String) -> Result<Self, NotAnId> {
        text.parse()
    }
}

impl From<AccountId> for String {
    fn from(id: AccountId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for AccountId {
    type Error = NotAnId;

    fn try_from(text: String) -> Result<Self, NotAnId> {
        text.parse()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for DocumentId {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::Type::String)
            .pattern(Some("^[0-9a-f]{12}$"))
            .description(Some("A document, by its bytes."))
            .examples(["3fa9c1d2b07e"])
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for DocumentId {
    fn name() -> std::borrow::Cow<'static, str> {
        "DocumentId".into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for AccountId {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::Type::String)
            .pattern(Some("^[0-9a-f]{12}-[0-9]+$"))
            .description(Some("An account, or an engagement by its first account."))
            .examples(["3fa9c1d2b07e-4"])
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for AccountId {
    fn name() -> std::borrow::Cow<'static, str> {
        "AccountId".into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_it_reads() {
        let id = AccountId { document: DocumentId::of(b"Solvang met Kurosawa."), index: 12 };
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(DocumentId::from_bits(id.document.bits()), id.document);
        for text in [
            "",
            "3fa9c1d2b07e",
            "3fa9c1d2b07e-0",
            "3fa9c1d2b07-1",
            "ffa9c1d2b07e-1",
            "3fa9c1d2b07é-1",
            "3fa9c1d2b07e-70000",
            "+fa9c1d2b07e-1",
        ] {
            assert_eq!(text.parse::<AccountId>(), Err(NotAnId(text.to_owned())));
        }
    }
}
