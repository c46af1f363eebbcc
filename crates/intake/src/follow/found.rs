//! What a source lists: the addresses of what it publishes.

use std::collections::BTreeSet;

use register::{Source, SourceKind};
use url::Url;

use super::address::canonical;
use super::answer::ungzipped;
use super::{feed, listing, sitemap};

/// So many addresses are taken of one list at once; the rest the next time.
pub(super) const MOST: usize = 50_000;
/// The longest list that is read, unpacked.
const LONGEST: usize = 64 << 20;

/// An address that a list gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The address.
    pub address: Url,
    /// What the list tells of its last change, as it stands there.
    pub told: Option<String>,
    /// Whether it is a list itself: a sitemap of an index.
    pub is_list: bool,
}

/// What a list says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// What it is.
    pub kind: SourceKind,
    /// What it calls itself.
    pub title: Option<String>,
    /// What it lists, each address once, in its order.
    pub found: Vec<Found>,
    /// Feeds that a page names as its own.
    pub feeds: Vec<Url>,
}

/// Why what came is no list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoList {
    /// It cannot be read as what it should be.
    #[error("cannot be read as {kind} ({why})")]
    Broken {
        /// What it should be.
        kind: SourceKind,
        /// What is wrong with it.
        why: String,
    },
    /// Nobody knows what it is.
    #[error("is neither feed, sitemap nor page ({0}); see what stands at its address")]
    Unknown(String),
    /// The selector of the source is none.
    #[error("`{selector}` is no selector ({why}); write it as in CSS: main a.title, or #news")]
    Selector {
        /// The selector.
        selector: String,
        /// What is wrong with it.
        why: String,
    },
}

/// Finds what a list gives: a feed, a sitemap, or a page that links to what is published.
///
/// `address` is where it came from, `media_type` what its headers call it.
///
/// # Errors
///
/// Where it is none of these, or is broken.
pub fn discover(source: &Source, address: &Url, body: &[u8], media_type: &str) -> Result<List, NoList> {
    let broken = |why: String| NoList::Broken { kind: source.kind, why };
    let unpacked = ungzipped(body, LONGEST).map_err(|error| broken(error.to_string()))?;
    let body = unpacked.ok_or_else(|| broken(format!("it is longer than {} MB", LONGEST >> 20)))?;
    let told = match source.kind {
        SourceKind::Auto => kind(&body, media_type),
        kind => Some(kind),
    };
    let mut list = match told {
        Some(SourceKind::Feed) => feed::read(&body, address)?,
        Some(SourceKind::Sitemap) => sitemap::read(&body, address)?,
        Some(SourceKind::Listing) => listing::read(&body, address, source)?,
        _ => return Err(NoList::Unknown(if media_type.is_empty() { "no type told" } else { media_type }.to_owned())),
    };
    narrow(&mut list, source, address);
    Ok(list)
}

/// Leaves out what a list gives twice, and what the source does not want.
fn narrow(list: &mut List, source: &Source, address: &Url) {
    let mut seen = BTreeSet::new();
    let own = canonical(&source.address, None).ok();
    let below = source.below.as_deref();
    list.found.retain(|found| {
        let wanted = found.is_list || below.is_none_or(|below| found.address.as_str().starts_with(below));
        wanted
            && found.address != *address
            && Some(&found.address) != own.as_ref()
            && seen.insert(found.address.clone())
    });
}

/// What a list is, by its beginning; a page where its headers say so.
fn kind(body: &[u8], media_type: &str) -> Option<SourceKind> {
    // Old pages say much before their first element; a feed never does.
    let head = String::from_utf8_lossy(&body[..body.len().min(4096)]).to_ascii_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    if head.starts_with('{') {
        return Some(SourceKind::Feed);
    }
    match first_element(head).map(|name| name.rsplit_once(':').map_or(name, |(_, name)| name)) {
        Some("rss" | "feed" | "rdf") => Some(SourceKind::Feed),
        Some("urlset" | "sitemapindex") => Some(SourceKind::Sitemap),
        Some(_) => Some(SourceKind::Listing),
        None if matches!(media_type, "text/html" | "application/xhtml+xml") => Some(SourceKind::Listing),
        None => None,
    }
}

/// The name of the first element, past comments and instructions; also `!doctype`, which only pages have.
fn first_element(head: &str) -> Option<&str> {
    let mut rest = head;
    loop {
        rest = rest.trim_start().strip_prefix('<')?;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->")?.1;
        } else if let Some(instruction) = rest.strip_prefix('?') {
            rest = instruction.split_once("?>")?.1;
        } else {
            let end = rest.find(|c: char| c.is_whitespace() || c == '>' || c == '/')?;
            return Some(&rest[..end]).filter(|name| !name.is_empty());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_a_list_is() {
        let check = |body: &str, media_type: &str| kind(body.as_bytes(), media_type).map(SourceKind::as_str);
        for (body, media_type, expected) in [
            ("\u{feff}<?xml version=\"1.0\"?>\n<!-- made by hand --><rss version=\"2.0\">", "text/xml", Some("feed")),
            ("<feed xmlns=\"http://www.w3.org/2005/Atom\">", "text/html", Some("feed")),
            ("<rdf:RDF xmlns:rdf=\"x\">", "", Some("feed")),
            ("<atom:feed xmlns:atom=\"x\">", "", Some("feed")),
            ("  {\"version\": \"https://jsonfeed.org/version/1.1\"}", "application/json", Some("feed")),
            ("<urlset>", "application/xml", Some("sitemap")),
            ("<?xml-stylesheet href=\"a\"?><sitemapindex xmlns=\"x\">", "", Some("sitemap")),
            ("<!DOCTYPE html><html>", "", Some("listing")),
            ("no element at all", "text/html", Some("listing")),
            ("no element at all", "text/plain", None),
            ("<!-- without end", "application/pdf", None),
        ] {
            assert_eq!(check(body, media_type), expected, "{body}");
        }
    }
}
