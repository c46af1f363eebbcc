//! RSS, Atom and JSON Feed.

use feed_rs::model::{Entry, Text};
use register::SourceKind;
use url::Url;

use super::address::canonical;
use super::found::{Found, List, NoList};

/// The longest feed that is read, in bytes: what is made of it is many times as long.
const LONGEST: usize = 4 << 20;

/// What a feed lists.
pub(super) fn read(body: &[u8], address: &Url) -> Result<List, NoList> {
    let broken = |why: String| NoList::Broken { kind: SourceKind::Feed, why };
    if body.len() > LONGEST {
        return Err(broken("it is longer than 4 MB".to_owned()));
    }
    // Markup inside is not shown, so it need not be made safe to show.
    let parser = feed_rs::parser::Builder::new().base_uri(Some(address.as_str())).sanitize_content(false).build();
    let feed = parser.parse(body).map_err(|error| broken(error.to_string()))?;
    let found = feed.entries.iter().filter_map(|entry| {
        // When it was said to be changed; a feed that tells nothing of it tells when it was published.
        let told = entry.updated.or(entry.published).map(|time| time.to_rfc3339());
        Some(Found { address: link(entry, address)?, told, is_list: false })
    });
    let title =
        feed.title.as_ref().map(|Text { content, .. }| content.trim().to_owned()).filter(|title| !title.is_empty());
    Ok(List { kind: SourceKind::Feed, title, found: found.collect(), ..List::default() })
}

/// Where an entry stands: its link to a page, else its name where that is an address.
fn link(entry: &Entry, address: &Url) -> Option<Url> {
    let is_page = |rel: &Option<String>| rel.as_deref().is_none_or(|rel| rel == "alternate");
    let pages = entry.links.iter().filter(|link| is_page(&link.rel)).map(|link| link.href.as_str());
    let name = Some(entry.id.as_str()).filter(|id| id.starts_with("http://") || id.starts_with("https://"));
    pages.chain(name).find_map(|link| canonical(link, Some(address)).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str) -> String {
        let address = Url::parse("https://mfa.example/feeds/news.xml").expect("it is one");
        match read(body.as_bytes(), &address) {
            Ok(list) => {
                let found = |found: &Found| format!("{} {}\n", found.address, found.told.as_deref().unwrap_or("-"));
                format!("{}\n", list.title.unwrap_or_default()) + &list.found.iter().map(found).collect::<String>()
            }
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn reads_each_form() {
        insta::assert_snapshot!(check(
            "<rss version='2.0'><channel><title>News of the Ministry</title><link>https://mfa.example/</link>\
             <item><title>A call</title><link>https://mfa.example/news/1?utm_source=rss</link><pubDate>Thu, 10 Jul 2025 08:00:00 +0700</pubDate></item>\
             <item><title>A visit</title><guid isPermaLink='true'>https://mfa.example/news/2</guid></item>\
             <item><title>Nothing to ask</title><guid isPermaLink='false'>17</guid></item></channel></rss>"
        ), @r"
        News of the Ministry
        https://mfa.example/news/1 2025-07-10T01:00:00+00:00
        https://mfa.example/news/2 -
        ");
        insta::assert_snapshot!(check(
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>News</title><id>x</id><updated>2025-07-11T00:00:00Z</updated>\
             <entry><title>A call</title><id>urn:1</id><link rel='enclosure' href='/1.mp3'/><link href='../news/1'/>\
             <published>2025-07-10T00:00:00Z</published><updated>2025-07-11T00:00:00Z</updated></entry></feed>"
        ), @r"
        News
        https://mfa.example/news/1 2025-07-11T00:00:00+00:00
        ");
        insta::assert_snapshot!(check(
            r#"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": [
                {"id": "1", "url": "https://mfa.example/news/1", "date_published": "2025-07-10T08:00:00+07:00"}]}"#
        ), @r"
        News
        https://mfa.example/news/1 2025-07-10T01:00:00+00:00
        ");
        insta::assert_snapshot!(check("<rss><channel><item>"), @"cannot be read as feed (unable to parse feed: no root element)");
    }

    #[test]
    fn expands_no_entities() {
        let bomb = "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        let text = check(&format!("{bomb}<rss version='2.0'><channel><title>&b;</title></channel></rss>"));
        assert!(!text.contains("aaaa"), "{text}");
        let deep = "<a>".repeat(200_000);
        check(&format!("<rss version='2.0'><channel>{deep}"));
        check(&format!("{{\"version\": {}", "[".repeat(200_000)));
    }
}
