//! Gold annotations and readings as the score compares them.

use std::path::Path;

use anyhow::{Context as _, Result};
use serde::{Deserialize, Deserializer};

/// What the score looks at of a gold file or a reading; all else is ignored.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Account {
    pub(crate) document: String,
    pub(crate) language: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) engagements: Vec<Engagement>,
}

/// An engagement of a gold file or a reading.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Engagement {
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) kind: String,
    pub(crate) start: Option<String>,
    pub(crate) end: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) country: Values,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) city: Values,
    pub(crate) occasion: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) parties: Vec<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) people: Vec<Person>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) background: bool,
    pub(crate) evidence: Option<String>,
    pub(crate) claims: Option<Vec<Claim>>,
}

impl Engagement {
    /// Its claims; none where it has no list of them.
    pub(crate) fn claims(&self) -> &[Claim] {
        self.claims.as_deref().unwrap_or_default()
    }
}

/// A person of a gold file or a reading.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Person {
    pub(crate) name: String,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) offices: Vec<String>,
}

/// A claim of a gold file or a reading.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Claim {
    #[serde(rename = "type", default, deserialize_with = "or_default")]
    pub(crate) kind: String,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) actors: Vec<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) addressees: Vec<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub(crate) topics: Vec<String>,
    pub(crate) evidence: Option<String>,
}

/// One value, or several that are right.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Values {
    One(String),
    Several(Vec<String>),
}

impl Default for Values {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

impl Values {
    pub(crate) fn as_slice(&self) -> &[String] {
        match self {
            Self::One(value) if value.is_empty() => &[],
            Self::One(value) => std::slice::from_ref(value),
            Self::Several(values) => values,
        }
    }
}

/// `null` means the same as nothing.
fn or_default<'de, T: Default + Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    Ok(Option::deserialize(from)?.unwrap_or_default())
}

/// Reads a gold file.
pub(crate) fn gold(path: &Path) -> Result<Account> {
    let text = text(path)?;
    serde_json::from_str(&text)
        .with_context(|| format!("{}: is no gold file; it needs `document` and `engagements`", path.display()))
}

/// Reads readings, JSON Lines or one JSON array.
pub(crate) fn readings(text: &str, name: &str) -> Result<Vec<Account>> {
    if text.trim_start().starts_with('[') {
        return serde_json::from_str(text).with_context(|| format!("{name}: is no JSON array of readings"));
    }
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(index, line)| {
            serde_json::from_str(line)
                .with_context(|| format!("{name}:{}: is no reading; write one as JSON on each line", index + 1))
        })
        .collect()
}

/// The text of a file.
pub(crate) fn text(path: &Path) -> Result<String> {
    let read = || anyhow::Ok(String::from_utf8(std::fs::read(path)?)?);
    read().with_context(|| format!("{}: cannot be read as a text in UTF-8", path.display()))
}
