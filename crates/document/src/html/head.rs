//! What a page says of itself: title, author, day, language and addresses.

mod linked;
mod title;

use jiff::fmt::rfc2822;
use memchr::{memchr, memchr2};

use self::linked::Linked;
pub(super) use self::title::Line;
use super::attributes::{Attributes, Sure};
use crate::PartialDate;
use crate::address::whole;
use crate::calendar::Calendar;
use crate::entities::entity;
use crate::told::said;

/// What the head of a page says of it; better sources first.
#[derive(Default)]
pub(super) struct Head {
    /// The text of `<title>`.
    pub(super) title: String,
    pub(super) og_title: Option<String>,
    pub(super) site: Option<String>,
    /// What its JSON-LD says.
    pub(super) linked: Linked,
    pub(super) author: Option<String>,
    /// Who a mark in the text says wrote it.
    pub(super) marked_author: Option<String>,
    pub(super) meta_date: Option<PartialDate>,
    /// The first day that it gives as people write it: `12 May. 2025`.
    pub(super) meta_words: Option<String>,
    /// The times that marks in the text give.
    pub(super) times: Vec<Time>,
    pub(super) language: Option<String>,
    pub(super) base: Option<String>,
    pub(super) og_address: Option<String>,
    pub(super) canonical: Option<String>,
    pub(super) alternates: Vec<(String, String)>,
}

/// A time that an element gives for machines.
#[derive(Clone, Copy, Debug)]
pub(super) struct Time {
    /// The element in which it stands.
    pub(super) node: u32,
    pub(super) day: PartialDate,
    /// Whether it is that of publication.
    pub(super) sure: Sure,
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
            "og:title" | "twitter:title" | "dc.title" | "dcterms.title" => keep(&mut self.og_title, content),
            "og:site_name" | "application-name" => keep(&mut self.site, content),
            "og:url" => keep(&mut self.og_address, content),
            "content-language" | "og:locale" | "dc.language" => keep(&mut self.language, content),
            name if AUTHORS.contains(&name) && !content.contains("://") => keep(&mut self.author, content),
            name if is_date(name) => match day(&content) {
                Some(day) => self.meta_date = self.meta_date.or(Some(day)),
                None => keep(&mut self.meta_words, content),
            },
            _ => {}
        }
    }

    /// Reads a `link` element.
    pub(super) fn link(&mut self, attributes: &Attributes<'_>) {
        let (Some(relation), Some(address)) = (attributes.relation, attributes.href) else { return };
        let is = |wanted: &str| relation.split_ascii_whitespace().any(|one| one.eq_ignore_ascii_case(wanted));
        if is("canonical") {
            keep(&mut self.canonical, plain(address));
        } else if let Some(language) = attributes.href_language.map(plain)
            && is("alternate")
            && !language.is_empty()
            && self.alternates.len() < ALTERNATES
        {
            self.alternates.push((language, plain(address)));
        }
    }

    /// The page's own address and those of its other languages, made whole; `fetched` is where the page came from.
    pub(super) fn addresses(&self, fetched: Option<&str>) -> (Option<String>, Vec<(String, String)>) {
        let base = self.base.as_deref().and_then(|base| whole(base, fetched));
        let base = base.as_deref().or(fetched);
        let own = [&self.canonical, &self.og_address, &self.linked.address].into_iter().flatten();
        let canonical = own.filter_map(|address| whole(address, base)).next();
        let base = base.or(canonical.as_deref());
        let alternates = self.alternates.iter();
        let alternates =
            alternates.filter_map(|(language, address)| Some((language.clone(), whole(address, base)?))).collect();
        (canonical, alternates)
    }

    /// Who wrote it.
    pub(super) fn byline(&mut self) -> Option<String> {
        self.linked.author.take().or(self.author.take()).or(self.marked_author.take())
    }

    /// The day of publication; `near` tells the elements around the story, in which times count. Others do where `far` says so, and when the
    /// page was last changed: at the head of many pages stands the day on which they are looked at.
    pub(super) fn published(&self, calendar: &Calendar, near: impl Fn(u32) -> bool, far: bool) -> Option<PartialDate> {
        let language = self.language.as_deref().and_then(|language| language.get(..2));
        let in_words = || said(self.meta_words.as_deref()?, calendar, language);
        let head = self.linked.date.or(self.meta_date).or_else(in_words).or(self.linked.page_date);
        let time = |is: &dyn Fn(&Time) -> bool| self.times.iter().find(|time| is(time)).map(|time| time.day);
        head.or_else(|| time(&|time| time.sure == Sure::Yes && near(time.node)))
            .or_else(|| time(&|time| time.sure == Sure::Perhaps && near(time.node)))
            .or_else(|| time(&|time| time.sure == Sure::Yes).filter(|_| far))
            .or_else(|| time(&|time| near(time.node)).filter(|_| far))
    }

    /// Whether nothing but `<title>` says a title.
    pub(super) fn says_title_once(&self) -> bool {
        self.linked.headline.is_none() && self.og_title.as_ref().is_none_or(|title| *title == self.title)
    }
}

/// Languages of a page that are kept.
const ALTERNATES: usize = 200;
/// Names of `meta` elements that say who wrote a page.
const AUTHORS: [&str; 8] = [
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "parsely-author",
    "sailthru.author",
    "citation_author",
];
/// Whether a `meta` element of that name says when a page was published: `article:published_time`, `publicationDate`, `PubDate`,
/// `dcterms.issued`.
fn is_date(name: &str) -> bool {
    const NAMES: [&str; 11] = [
        "date",
        "dc.date",
        "dc.date.issued",
        "dc.date.created",
        "dcterms.created",
        "dcterms.issued",
        "dcterms.date",
        "dcterms.available",
        "sailthru.date",
        "article:published",
        "published",
    ];
    let has = |part: &str| name.contains(part);
    let of_publication = has("pub") && (has("date") || has("time") || has("published-at"));
    let other = ["update", "modif", "expir", "unpub", "last"].into_iter().any(has);
    NAMES.contains(&name) || (of_publication && !other)
}

/// Keeps what comes first.
fn keep(place: &mut Option<String>, text: String) {
    if place.is_none() && !text.is_empty() {
        *place = Some(text);
    }
}

/// A title or name without markup, references and doubled spaces; none is longer.
pub(super) fn plain(text: &str) -> String {
    plain_line(&text[..text.floor_char_boundary(2000)])
}

/// Text without markup, references and doubled spaces.
pub(super) fn plain_line(text: &str) -> String {
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

/// The day with which a date of a machine begins: `2025-07-10T08:00+07:00`, `20250710`, `2025/07/10`, or one as e-mail has it.
pub(super) fn day(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    let digits =
        |range: std::ops::Range<usize>| text.get(range).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let Some(year) = digits(0..4) else {
        let parsed = rfc2822::DateTimeParser::new().relaxed_weekday(true).parse_zoned(text).ok()?;
        return Some(parsed.date().into()).filter(|_| (1900..=2200).contains(&parsed.year()));
    };
    let year: i16 = year.parse().ok()?;
    let (month, day) = match text.as_bytes().get(4) {
        Some(b'-' | b'/') if text.as_bytes().get(7) == text.as_bytes().get(4) => (digits(5..7)?, digits(8..10)?),
        Some(byte) if byte.is_ascii_digit() && !text.as_bytes().get(8).is_some_and(u8::is_ascii_digit) => {
            (digits(4..6)?, digits(6..8)?)
        }
        _ => return None,
    };
    PartialDate::day(year, month.parse().ok()?, day.parse().ok()?).filter(|_| (1900..=2200).contains(&year))
}
