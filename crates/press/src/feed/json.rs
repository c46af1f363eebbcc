//! A feed as JSON Feed (version 1.1, jsonfeed.org).

use serde::Serialize;

use super::{Entry, Feed};

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    language: &'a str,
    authors: [Author; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author {
    name: &'static str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    title: &'a str,
    summary: &'a str,
    content_html: &'a str,
    date_published: &'a str,
    date_modified: &'a str,
    tags: [&'a str; 1],
}

/// Writes a feed.
pub(super) fn write(feed: &Feed) -> String {
    let json = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        language: &feed.language,
        authors: [Author { name: "chancery" }],
        items: feed.entries.iter().map(item).collect(),
    };
    let json = serde_json::to_string_pretty(&json).expect("texts and lists can be written as JSON");
    json + "\n"
}

fn item(entry: &Entry) -> Item<'_> {
    Item {
        id: &entry.id,
        url: entry.address.as_deref(),
        title: &entry.title,
        summary: &entry.summary,
        content_html: &entry.content,
        date_published: &entry.published,
        date_modified: &entry.updated,
        tags: [&entry.label],
    }
}
