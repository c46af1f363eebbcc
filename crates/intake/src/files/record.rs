//! A document with its columns, as JSON Lines and Parquet have them.

use document::PartialDate;
use register::Origin;
use serde::Deserialize;

use super::source::Source;
use super::{Claim, Member};

/// A document with what is known of it.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Record {
    /// The document itself.
    #[serde(alias = "html", alias = "body", alias = "content")]
    pub(super) text: String,
    #[serde(alias = "id", alias = "document")]
    pub(super) name: Option<String>,
    pub(super) source: Option<String>,
    #[serde(alias = "url")]
    pub(super) address: Option<String>,
    #[serde(alias = "date")]
    pub(super) published: Option<PartialDate>,
    pub(super) retrieved: Option<String>,
    #[serde(alias = "lang")]
    pub(super) language: Option<String>,
    pub(super) format: Option<String>,
}

/// The columns, each with its other names; the text first.
pub(super) const COLUMNS: [(&str, &[&str]); 8] = [
    ("text", &["html", "body", "content"]),
    ("name", &["id", "document"]),
    ("source", &[]),
    ("address", &["url"]),
    ("published", &["date"]),
    ("retrieved", &[]),
    ("language", &["lang"]),
    ("format", &[]),
];

impl Record {
    /// The document, called by its place where it has no name.
    pub(super) fn member(self, place: String, given: &Origin) -> Member {
        let origin = Origin {
            name: self.name.unwrap_or(place),
            source: self.source,
            address: self.address,
            published: self.published,
            retrieved: self.retrieved,
            language: self.language,
            format: self.format,
            original: None,
            headers: None,
        };
        let origin = origin.or(given);
        Member { origin, source: Source::Bytes(self.text.into_bytes()), original: None, claim: Claim::Text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_its_names() {
        for (column, others) in COLUMNS {
            for name in others.iter().chain([&column]) {
                let value = if column == "published" { "2025-07-10" } else { "x" };
                let mut fields = serde_json::json!({ "text": "t" });
                fields.as_object_mut().unwrap().remove(if column == "text" { "text" } else { "" });
                fields[*name] = value.into();
                let record: Record = serde_json::from_value(fields).expect("it is a record");
                let found = match column {
                    "text" => Some(record.text),
                    "name" => record.name,
                    "source" => record.source,
                    "address" => record.address,
                    "published" => record.published.map(|day| day.to_string()),
                    "retrieved" => record.retrieved,
                    "language" => record.language,
                    _ => record.format,
                };
                assert_eq!(found.as_deref(), Some(value), "{name}");
            }
        }
    }
}
