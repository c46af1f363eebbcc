//! Pages that link to what is published.

use std::time::{Duration, Instant};

use ego_tree::iter::Edge;
use html5ever::driver::{ParseOpts, parse_document};
use html5ever::tendril::{StrTendril, TendrilSink as _};
use register::{Source, SourceKind};
use scraper::{ElementRef, Html, HtmlTreeSink, Selector};
use url::Url;

use super::address::canonical;
use super::found::{Found, List, NoList};

/// The longest page that is looked through, in bytes.
const LONGEST: usize = 4 << 20;
/// So deep links are looked for: whether a selector fits is asked of each with all that it lies in.
const DEEPEST: usize = 1000;
/// So long links are looked for. The parser takes time with the square of elements that lie in each other, and many selectors with the
/// square of those beside each other: pages can be made that would take hours.
const LONGEST_LOOK: Duration = Duration::from_secs(10);
/// So many bytes are parsed before the clock is looked at.
const PIECE: usize = 2048;

/// What a page links to: where the selector of the source says so, else all below its own address.
pub(super) fn read(body: &[u8], address: &Url, source: &Source) -> Result<List, NoList> {
    let broken = |why: &str| NoList::Broken { kind: SourceKind::Listing, why: why.to_owned() };
    if body.len() > LONGEST {
        return Err(broken("it is longer than 4 MB"));
    }
    let wanted = source.links.as_deref().map(selector).transpose()?;
    let deadline = Instant::now() + LONGEST_LOOK;
    let late = || broken("finding its links takes too long; follow a feed or a sitemap of the site instead");
    // Addresses are ASCII; of other encodings only words are lost.
    let page = parsed(&String::from_utf8_lossy(body), deadline).ok_or_else(late)?;
    let base = base(&page, address);
    let links = match &wanted {
        Some(wanted) => links(&page, wanted, deadline),
        None => links(&page, &selector("a[href]")?, deadline),
    };
    let links = links.ok_or_else(late)?;
    let own = section(address);
    let is_wanted = |found: &Url| {
        let of_site = found.host_str() == address.host_str();
        let other_page = found.path() != address.path();
        // What a source says itself counts more than where its page lies.
        let below = source.below.is_some() || found.as_str().starts_with(&own);
        other_page && (wanted.is_some() || of_site && below)
    };
    let found = links.into_iter().filter_map(|link| canonical(link, Some(&base)).ok()).filter(is_wanted);
    let found = found.map(|address| Found { address, told: None, is_list: false }).collect();
    let title = page.select(&selector("title")?).next().map(|title| title.text().collect::<String>().trim().to_owned());
    let title = title.filter(|title| !title.is_empty());
    Ok(List { kind: SourceKind::Listing, title, found, feeds: feeds(&page, &base)? })
}

/// Whether a text is a selector, as a source has it.
///
/// # Errors
///
/// Where it is none.
pub fn check_selector(text: &str) -> Result<(), NoList> {
    selector(text).map(|_| ())
}

/// A selector of CSS.
pub(super) fn selector(text: &str) -> Result<Selector, NoList> {
    Selector::parse(text).map_err(|error| NoList::Selector { selector: text.to_owned(), why: error.to_string() })
}

/// A page; `None` where it takes too long.
fn parsed(mut page: &str, deadline: Instant) -> Option<Html> {
    let mut parser = parse_document(HtmlTreeSink::new(Html::new_document()), ParseOpts::default());
    while !page.is_empty() {
        let (piece, rest) = page.split_at(page.ceil_char_boundary(PIECE));
        parser.process(StrTendril::from_slice(piece));
        page = rest;
        if Instant::now() > deadline {
            return None;
        }
    }
    Some(parser.finish())
}

/// The addresses of all links that a selector means or that lie in what it means, each link once; `None` where that takes too long.
fn links<'a>(page: &'a Html, wanted: &Selector, deadline: Instant) -> Option<Vec<&'a str>> {
    let (mut depth, mut inside, mut found) = (0_usize, None, Vec::new());
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) => {
                depth += 1;
                let Some(element) = ElementRef::wrap(node).filter(|_| depth <= DEEPEST) else { continue };
                if Instant::now() > deadline {
                    return None;
                }
                if inside.is_none() && wanted.matches(&element) {
                    inside = Some(depth);
                }
                if inside.is_some() && element.value().name() == "a" {
                    found.extend(element.value().attr("href"));
                }
            }
            Edge::Close(_) => {
                if inside == Some(depth) {
                    inside = None;
                }
                depth -= 1;
            }
        }
    }
    Some(found)
}

/// What addresses of a page are joined to.
fn base(page: &Html, address: &Url) -> Url {
    let told = selector("base[href]").ok().and_then(|base| page.select(&base).next());
    let told = told.and_then(|base| address.join(base.value().attr("href")?.trim()).ok());
    told.filter(|base| matches!(base.scheme(), "http" | "https")).unwrap_or_else(|| address.clone())
}

/// Feeds that a page names as its own.
fn feeds(page: &Html, base: &Url) -> Result<Vec<Url>, NoList> {
    let named = selector("link[rel~=alternate][href]")?;
    let is_feed = |element: &ElementRef<'_>| {
        let of = element.value().attr("type").unwrap_or_default().to_ascii_lowercase();
        matches!(of.as_str(), "application/rss+xml" | "application/atom+xml" | "application/feed+json")
    };
    let links = page.select(&named).filter(is_feed).filter_map(|element| element.value().attr("href"));
    Ok(links.filter_map(|link| canonical(link, Some(base)).ok()).take(20).collect())
}

/// How addresses below a page begin: `https://example.org/news/` for `/news`, `/news/` and `/news/index.html`.
fn section(address: &Url) -> String {
    let path = address.path();
    let last = path.rsplit('/').next().unwrap_or_default();
    let path = match path.strip_suffix(last) {
        Some(folder) if last.contains('.') => folder.to_owned(),
        _ if last.is_empty() => path.to_owned(),
        _ => format!("{path}/"),
    };
    format!("{}{path}", address.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head><title> News </title><link rel='alternate' type='application/rss+xml' href='/rss'></head><body>\
        <nav><a href='/'>Home</a><a href='/about'>About</a></nav><ul id='list'>\
        <li class='item'><a href='/news/1#top'>One</a></li><li class='item'><a href='2.html?utm_source=x'>Two</a></li>\
        <li><a href='https://other.example/3'>Three</a></li><li><a href='?page=2'>Next</a></li>\
        <li><a href='mailto:a@b.example'>Write</a></li></ul><div id='aside'><a href='/news/old'>Old</a></div></body></html>";

    fn check(page: &str, links: Option<&str>, below: Option<&str>) -> String {
        let address = Url::parse("https://mfa.example/news/").expect("it is one");
        let source = Source { links: links.map(str::to_owned), below: below.map(str::to_owned), ..Source::default() };
        match read(page.as_bytes(), &address, &source) {
            Ok(list) => list.found.iter().map(|found| format!("{}\n", found.address)).collect(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn takes_links() {
        insta::assert_snapshot!(check(PAGE, None, None), @r"
        https://mfa.example/news/1
        https://mfa.example/news/2.html
        https://mfa.example/news/old
        ");
        insta::assert_snapshot!(check(PAGE, Some("#list"), None), @r"
        https://mfa.example/news/1
        https://mfa.example/news/2.html
        https://other.example/3
        ");
        insta::assert_snapshot!(check(PAGE, Some("li.item > a"), None), @r"
        https://mfa.example/news/1
        https://mfa.example/news/2.html
        ");
        insta::assert_snapshot!(check(PAGE, None, Some("https://mfa.example/a")), @r"
        https://mfa.example/
        https://mfa.example/about
        https://mfa.example/news/1
        https://mfa.example/news/2.html
        https://mfa.example/news/old
        ");
        assert!(check(PAGE, Some("li..item"), None).contains("is no selector"));
        insta::assert_snapshot!(check("<base href='/archive/x/'><a href='../../news/7'>", None, None), @"https://mfa.example/news/7");
    }

    #[test]
    fn survives_depth() {
        for open in ["<div>", "<b>", "<table><tr><td>", "<a href=x>", "<svg><a href=y>"] {
            check(&open.repeat(30_000), Some("main div > a"), None);
        }
    }

    #[test]
    fn takes_each_link_once() {
        let page = "<div id=list>".repeat(900) + &"<a href=/news/x>x</a>".repeat(50_000);
        let page = Html::parse_document(&page);
        for wanted in ["#list", "div a", "div div a"] {
            assert_eq!(found(&page, wanted), Some(50_000), "{wanted}");
        }
        let deep = Html::parse_document(&("<div id=list>".repeat(20_000) + "<a href=/news/x>x</a>"));
        assert_eq!(found(&deep, "#list"), Some(0), "nobody reads so deep");
    }

    fn found(page: &Html, wanted: &str) -> Option<usize> {
        let deadline = Instant::now() + Duration::from_secs(3600);
        links(page, &selector(wanted).expect("it is one"), deadline).map(|links| links.len())
    }

    #[test]
    fn ends_when_it_is_late() {
        let late = Instant::now();
        std::thread::sleep(Duration::from_millis(2));
        assert!(parsed(PAGE, late).is_none());
        let page = Html::parse_document(PAGE);
        assert!(links(&page, &selector("h2 ~ p a").expect("it is one"), late).is_none());
    }

    #[test]
    fn knows_its_section() {
        for (address, expected) in [
            ("https://a.example/news", "https://a.example/news/"),
            ("https://a.example/news/", "https://a.example/news/"),
            ("https://a.example/news/index.html", "https://a.example/news/"),
            ("https://a.example/", "https://a.example/"),
        ] {
            assert_eq!(section(&Url::parse(address).expect("it is one")), expected);
        }
    }
}
