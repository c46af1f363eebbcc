//! JSON Feed 1 (<https://www.jsonfeed.org/version/1.1/>).

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, SeqAccess, Visitor};
use serde_json::Value;
use url::Url;

use super::{Entry, broken};
use crate::follow::found::{List, MOST, NoList};
use register::SourceKind;

#[derive(Deserialize)]
struct Feed {
    #[serde(default, deserialize_with = "text")]
    version: String,
    #[serde(default, deserialize_with = "text")]
    title: String,
    #[serde(default, deserialize_with = "items")]
    items: Vec<Item>,
}

/// An item; what is not of the right type counts as not said.
#[derive(Deserialize)]
struct Item {
    #[serde(default, deserialize_with = "text")]
    id: String,
    #[serde(default, deserialize_with = "text")]
    url: String,
    #[serde(default, deserialize_with = "text")]
    external_url: String,
    #[serde(default, deserialize_with = "text")]
    date_published: String,
    #[serde(default, deserialize_with = "text")]
    date_modified: String,
}

fn text<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::String(text) => text.trim().to_owned(),
        _ => String::new(),
    })
}

/// No more items than are taken of a list.
fn items<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Item>, D::Error> {
    struct Items;
    impl<'de> Visitor<'de> for Items {
        type Value = Vec<Item>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list of items")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Vec<Item>, A::Error> {
            let mut items = Vec::new();
            while items.len() < MOST {
                match from.next_element::<Option<Item>>()? {
                    Some(item) => items.extend(item),
                    None => return Ok(items),
                }
            }
            while from.next_element::<IgnoredAny>()?.is_some() {}
            Ok(items)
        }
    }
    from.deserialize_seq(Items)
}

/// What such a feed lists.
pub(super) fn read(body: &[u8], address: &Url) -> Result<List, NoList> {
    let feed: Feed = serde_json::from_slice(body).map_err(|error| broken(error.to_string()))?;
    if !feed.version.starts_with("https://jsonfeed.org/version/1") {
        return Err(broken("it does not say which version of JSON Feed it is".to_owned()));
    }
    let found = feed.items.into_iter().filter_map(|item| {
        let mut entry =
            Entry { id: item.id, published: item.date_published, updated: item.date_modified, ..Entry::default() };
        entry.link(item.url, None);
        entry.link(item.external_url, None);
        entry.found(address)
    });
    let title = Some(feed.title).filter(|title| !title.is_empty());
    Ok(List { kind: SourceKind::Feed, title, found: found.collect(), ..List::default() })
}
