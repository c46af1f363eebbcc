//! RSS, Atom and JSON Feed: where each entry stands, and when it changed; nothing else of them is kept.
//!
//! Own code and not a library: `feed-rs` copies the authors of a feed to each of its entries, and each `xml:base` to what lies in it, so
//! that one of 4 MB fills any memory.

mod json;

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use register::SourceKind;
use url::Url;

use super::address::canonical;
use super::found::{Found, List, MOST, NoList};

/// The longest feed that is read, in bytes.
const LONGEST: usize = 4 << 20;
/// The longest text of an element that is looked at, in bytes.
const LONGEST_TEXT: usize = 4096;
/// So many addresses of one entry are tried.
const LINKS: usize = 8;

/// What a feed lists.
pub(super) fn read(body: &[u8], address: &Url) -> Result<List, NoList> {
    if body.len() > LONGEST {
        return Err(broken("it is longer than 4 MB".to_owned()));
    }
    let inside = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body).trim_ascii_start();
    if inside.starts_with(b"{") { json::read(inside, address) } else { xml(body, address) }
}

fn broken(why: String) -> NoList {
    NoList::Broken { kind: SourceKind::Feed, why }
}

/// An entry under way.
#[derive(Default)]
struct Entry {
    /// What leads to its page, as it is written, and its base where it has one of its own.
    links: Vec<(String, Option<Url>)>,
    /// Its name; many are addresses.
    id: String,
    published: String,
    updated: String,
}

impl Entry {
    fn link(&mut self, link: String, base: Option<Url>) {
        if !link.is_empty() && self.links.len() < LINKS {
            self.links.push((link, base));
        }
    }

    /// Where it stands: its link to a page, else its name where that is an address.
    fn found(self, base: &Url) -> Option<Found> {
        let links = self.links.iter().map(|(link, own)| (link, own.as_ref().unwrap_or(base)));
        let name = Some(&self.id).filter(|id| id.starts_with("http://") || id.starts_with("https://"));
        let mut links = links.chain(name.map(|name| (name, base)));
        let address = links.find_map(|(link, base)| canonical(link, Some(base)).ok())?;
        // When it was said to be changed; a feed that tells nothing of it tells when it was published.
        let told = [self.updated, self.published].into_iter().find(|told| !told.is_empty());
        Some(Found { address, told, is_list: false })
    }
}

/// What is open while a feed is read.
struct Open {
    list: List,
    /// Whether the root of a feed has come.
    is_feed: bool,
    /// The base of all addresses.
    base: Url,
    depth: usize,
    /// How deep what has the title of the feed lies: `channel`, or `feed` itself.
    head: Option<usize>,
    /// The entry that is open, how deep it lies, and its base.
    entry: Option<(Entry, usize, Option<Url>)>,
    /// The text of the innermost element that is looked at.
    text: String,
}

/// Feeds in XML. Of what is cut short or no XML further on, what came before counts.
fn xml(body: &[u8], address: &Url) -> Result<List, NoList> {
    let text = decoded(body);
    let mut reader = Reader::from_str(&text);
    let config = reader.config_mut();
    // An `&` that stands for itself is no reason to leave out what follows.
    (config.expand_empty_elements, config.allow_dangling_amp) = (true, true);
    let list = List { kind: SourceKind::Feed, ..List::default() };
    let (is_feed, base, text) = (false, address.clone(), String::new());
    let mut open = Open { list, is_feed, base, depth: 0, head: None, entry: None, text };
    while open.list.found.len() < MOST {
        match reader.read_event() {
            Ok(Event::Start(start)) => open.start(&start),
            Ok(Event::Text(words)) => open.push(&words),
            Ok(Event::CData(words)) => open.push(&words),
            Ok(Event::GeneralRef(reference)) => {
                let letter = reference.resolve_char_ref().ok().flatten().map(String::from);
                let named = || quick_xml::escape::resolve_predefined_entity(&reference).map(str::to_owned);
                open.push(&letter.or_else(named).unwrap_or_default());
            }
            Ok(Event::End(end)) => open.end(end.local_name().as_ref()),
            Ok(Event::Eof) if open.depth > 0 && open.list.found.is_empty() => {
                return Err(broken("it ends before its first entry".to_owned()));
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) if open.list.found.is_empty() => return Err(broken(error.to_string())),
            Err(_) => break,
        }
    }
    if open.is_feed { Ok(open.list) } else { Err(broken("it has neither rss, feed nor RDF".to_owned())) }
}

/// The text of a feed, in the encoding that its first line names; where bytes do not fit, only words are lost.
fn decoded(body: &[u8]) -> Cow<'_, str> {
    let said = body.strip_prefix(b"<?xml").and_then(|rest| {
        let line = std::str::from_utf8(&rest[..rest.iter().position(|&byte| byte == b'>')?]).ok()?;
        let (_, label) = line.split_once("encoding")?;
        let label = label.trim_start().strip_prefix('=')?.trim_start();
        Encoding::for_label(label.strip_prefix(['"', '\''])?.split(['"', '\'']).next()?.as_bytes())
    });
    // What can be read to here is not what it says.
    said.filter(|encoding| encoding.is_ascii_compatible()).unwrap_or(UTF_8).decode(body).0
}

impl Open {
    fn start(&mut self, start: &BytesStart<'_>) {
        self.depth += 1;
        let name = start.local_name();
        let name = name.as_ref();
        if self.depth == 1 {
            self.is_feed = matches!(name, "rss" | "feed" | "RDF");
            self.head = (name == "feed").then_some(1);
            self.base = base(start, &self.base).unwrap_or_else(|| self.base.clone());
        }
        match (&mut self.entry, name) {
            (None, "channel") if self.depth == 2 => self.head = Some(2),
            (None, "item" | "entry") if self.is_feed && self.depth <= 3 => {
                self.entry = Some((Entry::default(), self.depth, base(start, &self.base)));
            }
            (Some((entry, depth, own)), "link") if self.depth == *depth + 1 => {
                // Those that lead to no page: enclosures, the feed itself, comments.
                if attribute(start, "rel").is_none_or(|rel| rel == "alternate")
                    && let Some(link) = attribute(start, "href")
                {
                    let base = base(start, own.as_ref().unwrap_or(&self.base)).or_else(|| own.clone());
                    entry.link(link.trim().to_owned(), base);
                }
            }
            _ => {}
        }
        if self.is_looked_at() {
            self.text.clear();
        }
    }

    /// Whether the element that is open is a part of an entry, or of the head of the feed.
    fn is_looked_at(&self) -> bool {
        match &self.entry {
            Some((_, depth, _)) => self.depth == depth + 1,
            None => self.head.is_some_and(|head| self.depth == head + 1),
        }
    }

    fn push(&mut self, words: &str) {
        if self.text.len() + words.len() <= LONGEST_TEXT {
            self.text.push_str(words);
        }
    }

    fn end(&mut self, name: &str) {
        let said = || self.text.trim().to_owned();
        if self.is_looked_at() {
            match (&mut self.entry, name) {
                (Some((entry, _, own)), "link") => entry.link(said(), own.clone()),
                (Some((entry, ..)), "guid" | "id") => entry.id = said(),
                (Some((entry, ..)), "pubDate" | "published" | "date" | "issued") => entry.published = said(),
                (Some((entry, ..)), "updated" | "modified") => entry.updated = said(),
                (None, "title") if self.list.title.is_none() => {
                    self.list.title = Some(said()).filter(|title| !title.is_empty())
                }
                _ => {}
            }
            self.text.clear();
        }
        if let Some((entry, _, own)) = self.entry.take_if(|(_, depth, _)| *depth == self.depth) {
            self.list.found.extend(entry.found(own.as_ref().unwrap_or(&self.base)));
        }
        self.depth -= 1;
    }
}

/// What an attribute says, whatever its prefix.
fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    // Looking for doubles takes time with the square of them.
    let mut attributes = start.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let attribute = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(Into::into)
}

/// The base that an element says by `xml:base`. Only of a feed, an entry and a link is it asked: what lies in each other without end would
/// have bases as long as all of them together.
fn base(start: &BytesStart<'_>, outer: &Url) -> Option<Url> {
    let said = attribute(start, "base").filter(|base| !base.is_empty())?;
    canonical(&said, Some(outer)).ok()
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
        https://mfa.example/news/1 Thu, 10 Jul 2025 08:00:00 +0700
        https://mfa.example/news/2 -
        ");
        insta::assert_snapshot!(check(
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>News</title><id>x</id><updated>2025-07-11T00:00:00Z</updated>\
             <entry><title>A call</title><id>urn:1</id><link rel='enclosure' href='/1.mp3'/><link href='../news/1'/>\
             <published>2025-07-10T00:00:00Z</published><updated>2025-07-11T00:00:00Z</updated></entry></feed>"
        ), @r"
        News
        https://mfa.example/news/1 2025-07-11T00:00:00Z
        ");
        insta::assert_snapshot!(check(
            r#"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": [
                {"id": "1", "url": "https://mfa.example/news/1", "date_published": "2025-07-10T08:00:00+07:00"}]}"#
        ), @r"
        News
        https://mfa.example/news/1 2025-07-10T08:00:00+07:00
        ");
        // Signs that stand for themselves, and what is no item, leave nothing else out.
        insta::assert_snapshot!(check(
            "<rss version='2.0'><channel><item><title>Trade & Industry</title><link>https://mfa.example/news/1?a=1&b=2</link></item>\
             <item><link>https://mfa.example/news/2</link></item></channel></rss>"
        ), @r"
        https://mfa.example/news/1?a=1&b=2 -
        https://mfa.example/news/2 -
        ");
        insta::assert_snapshot!(check(
            r#"{"version": "https://jsonfeed.org/version/1.1", "title": 7, "items": [null, {"url": "https://mfa.example/news/1"}]}"#
        ), @"https://mfa.example/news/1 -");
        insta::assert_snapshot!(check("<rss><channel><item>"), @"cannot be read as feed (it ends before its first entry)");
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

    #[test]
    fn reads_what_is_written_otherwise() {
        insta::assert_snapshot!(check(
            "<rdf:RDF xmlns:rdf='r' xmlns='http://purl.org/rss/1.0/'><channel rdf:about='x'><title>News</title><items/></channel>\
             <item rdf:about='y'><title>A</title><link>/news/1</link><dc:date>2025-07-10</dc:date></item></rdf:RDF>"
        ), @r"
        News
        https://mfa.example/news/1 2025-07-10
        ");
        insta::assert_snapshot!(check(
            "<a:feed xmlns:a='http://www.w3.org/2005/Atom' xml:base='/en/'><a:title type='html'><![CDATA[ News &amp; views ]]></a:title>\
             <a:entry xml:base='2025/'><a:link rel='alternate' href='1'/><a:title>An <b>entry</b></a:title><a:source><a:id>x</a:id></a:source></a:entry>\
             <a:entry><a:link xml:base='https://mfa.example/sv/' href='2'/><a:content><a:link href='/no'/></a:content></a:entry></a:feed>"
        ), @r"
        News &amp; views
        https://mfa.example/en/2025/1 -
        https://mfa.example/sv/2 -
        ");
        insta::assert_snapshot!(check(
            "<rss version='0.91'><channel><image><title>Logo</title></image><title>News</title>\
             <item><link>https://mfa.example/news/1?a=1&amp;b=2</link><media:content><media:title>x</media:title><link>/no</link></media:content></item>\
             <item><link>https://mfa.example/news/2</link></broken>"
        ), @r"
        News
        https://mfa.example/news/1?a=1&b=2 -
        ");
        insta::assert_snapshot!(check(
            r#"{"version": "https://jsonfeed.org/version/1", "title": "News", "items": [{"id": 7, "external_url": "/news/7", "url": null}, {}]}"#
        ), @r"
        News
        https://mfa.example/news/7 -
        ");
        insta::assert_snapshot!(check("<html><channel><item/></channel></html>"), @"cannot be read as feed (it has neither rss, feed nor RDF)");
        insta::assert_snapshot!(check(r#"{"items": []}"#), @"cannot be read as feed (it does not say which version of JSON Feed it is)");
    }

    #[test]
    fn reads_other_encodings() {
        let feed =
            b"<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><title>P\xe5 besk</title></channel></rss>";
        let address = Url::parse("https://mfa.example/rss").expect("it is one");
        let title = read(feed, &address).expect("it is one").title;
        assert_eq!(title.as_deref(), Some("P\u{e5} besk"));
    }

    /// What a feed says of all its entries is kept once, if at all: the first and third of these would take a terabyte and 90 GB.
    #[test]
    fn copies_nothing_to_all_entries() {
        let half = LONGEST / 2 - 100;
        let author = "x".repeat(half);
        let items = "{},".repeat(half / 3);
        check(&format!(
            r#"{{"version": "https://jsonfeed.org/version/1", "authors": [{{"name": "{author}"}}], "items": [{items}{{}}]}}"#
        ));
        let authors: String = (0..half / 20).map(|n| format!(r#"{{"name": "{n:08}"}},"#)).collect();
        check(&format!(r#"{{"version": "https://jsonfeed.org/version/1", "authors": [{authors}{{}}], "items": []}}"#));
        check(&format!("<rss><channel>{}", "<item xml:base='aa/'>".repeat(LONGEST / 21 - 10)));
        let thumbnails = "<m:thumbnail url='x'/>".repeat(half / 22);
        let contents = "<m:content/>".repeat(half / 12);
        check(&format!("<rss><channel><item><m:group>{thumbnails}{contents}</m:group></item></channel></rss>"));
        let attributes: String = (0..half / 12).map(|n| format!(" a{n:07}=''")).collect();
        check(&format!("<rss><channel><item><link{attributes}/></item></channel></rss>"));
    }
}
