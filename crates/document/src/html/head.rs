//! What a page says of itself: title, author, day and language.

use memchr::{memchr, memchr2};
use serde_json::Value;

use super::attributes::Attributes;
use super::length;
use crate::PartialDate;
use crate::entities::entity;

/// What the head of a page says of it; better sources first.
#[derive(Default)]
pub(super) struct Head {
    pub(super) title: String,
    pub(super) og_title: Option<String>,
    pub(super) site: Option<String>,
    pub(super) headline: Option<String>,
    pub(super) author: Option<String>,
    pub(super) ld_author: Option<String>,
    pub(super) ld_date: Option<PartialDate>,
    pub(super) meta_date: Option<PartialDate>,
    pub(super) time: Option<PartialDate>,
    pub(super) language: Option<String>,
}

impl Head {
    /// Reads a `meta` element.
    pub(super) fn meta(&mut self, attributes: &Attributes<'_>) {
        let (Some(name), Some(content)) = (
            attributes.name.or(attributes.property_og).or(attributes.property).or(attributes.equiv),
            attributes.content,
        ) else {
            return;
        };
        let name = name.to_ascii_lowercase();
        let content = plain(content);
        if content.is_empty() {
            return;
        }
        match name.as_str() {
            "og:title" | "twitter:title" | "dc.title" | "dcterms.title" => {
                self.og_title = self.og_title.take().or(Some(content));
            }
            "og:site_name" => self.site = Some(content),
            "author" | "article:author" | "dc.creator" | "dcterms.creator" | "byl" if !content.contains("://") => {
                self.author = self.author.take().or(Some(content))
            }
            "article:published_time"
            | "og:published_time"
            | "datepublished"
            | "date"
            | "dc.date"
            | "dc.date.issued"
            | "dcterms.created"
            | "dcterms.issued"
            | "dcterms.date"
            | "pubdate"
            | "publishdate"
            | "publish-date"
            | "publish_date"
            | "published"
            | "parsely-pub-date"
            | "sailthru.date" => {
                self.meta_date = self.meta_date.or(day(&content));
            }
            "content-language" | "og:locale" | "dc.language" => self.language = self.language.take().or(Some(content)),
            _ => {}
        }
    }

    /// Reads JSON-LD.
    pub(super) fn linked_data(&mut self, json: &str) {
        if json.len() > 1 << 20 {
            return;
        }
        // The parser refuses what is nested deeper than 128.
        if let Ok(value) = serde_json::from_str::<Value>(json.trim()) {
            self.article(&value);
        }
    }

    fn article(&mut self, value: &Value) {
        let fields = match value {
            Value::Array(values) => return values.iter().for_each(|value| self.article(value)),
            Value::Object(fields) => fields,
            _ => return,
        };
        if let Some(graph) = fields.get("@graph") {
            self.article(graph);
        }
        let kind = fields.get("@type");
        let kinds = kind.into_iter().flat_map(|kind| kind.as_array().map_or(std::slice::from_ref(kind), Vec::as_slice));
        let is_article = kinds.filter_map(Value::as_str).any(|kind| {
            kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report" || kind == "WebPage"
        });
        if !is_article {
            return;
        }
        let text = |field: &str| fields.get(field).and_then(Value::as_str).map(plain).filter(|text| !text.is_empty());
        self.headline = self.headline.take().or_else(|| text("headline"));
        self.ld_date = self.ld_date.or_else(|| day(&text("datePublished")?));
        let author =
            fields.get("author").map(|author| author.as_array().and_then(|authors| authors.first()).unwrap_or(author));
        let author = author.and_then(|author| author.as_str().or_else(|| author.get("name")?.as_str()));
        self.ld_author = self.ld_author.take().or_else(|| author.map(plain).filter(|author| !author.is_empty()));
        if let Some(entity) = fields.get("mainEntity") {
            self.article(entity);
        }
    }

    /// The title, without the name of the site.
    pub(super) fn title<'t>(&self, headings: impl Iterator<Item = &'t str>) -> Option<String> {
        let long =
            self.headline.as_ref().or(self.og_title.as_ref()).or(Some(&self.title)).filter(|title| !title.is_empty());
        let mut first = None;
        for heading in headings {
            first = first.or(Some(heading));
            if length(heading) >= 12
                && (self.title.contains(heading) || long.is_some_and(|long| long.contains(heading)))
            {
                return Some(heading.to_owned());
            }
        }
        let Some(title) = long else { return first.map(str::to_owned) };
        if let Some(site) = &self.site
            && let Some(bare) = title
                .strip_suffix(site.as_str())
                .map(|bare| bare.trim_end_matches([' ', '|', '-', '–', '—', '·', ':', '»']))
            && length(bare) >= 8
        {
            return Some(bare.to_owned());
        }
        for separator in [" | ", " – ", " — ", " - ", " :: ", " » "] {
            if let Some((bare, site)) = title.rsplit_once(separator)
                && length(bare) >= 20
                && (separator == " | " || (self.headline.is_none() && self.og_title.is_none()))
                && length(bare) > length(site) * 2
            {
                return Some(bare.to_owned());
            }
        }
        Some(title.clone())
    }
}

/// Text without markup, references and doubled spaces.
pub(super) fn plain(text: &str) -> String {
    // A title or name is not longer.
    let text = &text[..text.floor_char_boundary(2000)];
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr2(b'&', b'<', rest.as_bytes()) {
        plain.push_str(&rest[..at]);
        let reference = rest.as_bytes()[at] == b'&';
        rest = &rest[at + 1..];
        if reference {
            match entity(rest) {
                Some((character, length)) => {
                    plain.push(character);
                    rest = &rest[length..];
                }
                None => plain.push('&'),
            }
        } else if rest.starts_with(|next: char| next.is_ascii_alphabetic() || next == '/') && rest.contains('>') {
            rest = &rest[memchr(b'>', rest.as_bytes()).expect("checked") + 1..];
        } else {
            plain.push('<');
        }
    }
    plain.push_str(rest);
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The day with which a date of a machine begins: `2025-07-10T08:00+07:00`, `20250710`, `2025/07/10`.
pub(super) fn day(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    let digits =
        |range: std::ops::Range<usize>| text.get(range).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let year: i16 = digits(0..4)?.parse().ok()?;
    let (month, day) = match text.as_bytes().get(4) {
        Some(b'-' | b'/') if text.as_bytes().get(7) == text.as_bytes().get(4) => (digits(5..7)?, digits(8..10)?),
        Some(byte) if byte.is_ascii_digit() && !text.as_bytes().get(8).is_some_and(u8::is_ascii_digit) => {
            (digits(4..6)?, digits(6..8)?)
        }
        _ => return None,
    };
    PartialDate::day(year, month.parse().ok()?, day.parse().ok()?).filter(|_| (1900..=2200).contains(&year))
}
