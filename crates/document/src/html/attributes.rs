//! The attributes of a tag that say something of the text, and which of them tell the story from what is around it.

use memchr::memchr;

/// The attributes of a tag that say something of the text.
#[derive(Default)]
pub(super) struct Attributes<'a> {
    pub(super) class: Option<&'a str>,
    pub(super) id: Option<&'a str>,
    pub(super) role: Option<&'a str>,
    pub(super) name: Option<&'a str>,
    pub(super) property_og: Option<&'a str>,
    pub(super) property: Option<&'a str>,
    pub(super) equiv: Option<&'a str>,
    pub(super) content: Option<&'a str>,
    pub(super) datetime: Option<&'a str>,
    pub(super) title: Option<&'a str>,
    pub(super) language: Option<&'a str>,
    pub(super) kind: Option<&'a str>,
    pub(super) href: Option<&'a str>,
    pub(super) relation: Option<&'a str>,
    pub(super) href_language: Option<&'a str>,
    pub(super) hidden: bool,
    /// Whether it opens and shuts what stands beside it.
    pub(super) toggles: bool,
    /// Whether it is set in small print.
    pub(super) small: bool,
    /// Whether the tag closes itself.
    pub(super) closed: bool,
}

impl<'a> Attributes<'a> {
    /// Reads the attributes of a tag; gives the place after its `>`.
    pub(super) fn read(&mut self, html: &'a str, mut at: usize) -> usize {
        let bytes = html.as_bytes();
        loop {
            while at < bytes.len() && (bytes[at].is_ascii_whitespace() || bytes[at] == b'/') {
                self.closed = bytes[at] == b'/';
                at += 1;
            }
            if at >= bytes.len() {
                return at;
            }
            if bytes[at] == b'>' {
                return at + 1;
            }
            let name = at;
            // A sign that no name has is one all the same.
            at += 1;
            while at < bytes.len() && !bytes[at].is_ascii_whitespace() && !matches!(bytes[at], b'=' | b'>' | b'/') {
                at += 1;
            }
            let name = &bytes[name..at];
            while at < bytes.len() && bytes[at].is_ascii_whitespace() {
                at += 1;
            }
            let mut value = None;
            if at < bytes.len() && bytes[at] == b'=' {
                at += 1;
                while at < bytes.len() && bytes[at].is_ascii_whitespace() {
                    at += 1;
                }
                let (text, after) = value_at(html, at);
                value = Some(text);
                at = after;
            }
            self.closed = false;
            self.set(name, value);
        }
    }

    fn set(&mut self, name: &[u8], value: Option<&'a str>) {
        let is = |known: &str| name.eq_ignore_ascii_case(known.as_bytes());
        let field = match name.len() {
            2 if is("id") => &mut self.id,
            4 if is("name") => &mut self.name,
            4 if is("role") => &mut self.role,
            4 if is("type") => &mut self.kind,
            4 if is("lang") => &mut self.language,
            8 if is("xml:lang") => &mut self.language,
            3 if is("rel") => &mut self.relation,
            4 if is("href") => &mut self.href,
            5 if is("class") => &mut self.class,
            5 if is("title") => &mut self.title,
            5 if is("style") => {
                let compact = value.unwrap_or("");
                self.hidden |= compact.len() < 400 && has_part(compact, &["display:none", "display: none"]);
                self.small |= is_small(compact);
                return;
            }
            6 if is("hidden") => {
                self.hidden = true;
                return;
            }
            7 if is("content") => &mut self.content,
            8 if is("property") => &mut self.property_og,
            8 if is("itemprop") => &mut self.property,
            8 if is("datetime") => &mut self.datetime,
            8 if is("hreflang") => &mut self.href_language,
            10 if is("http-equiv") => &mut self.equiv,
            13 if is("aria-expanded") => {
                self.toggles = true;
                return;
            }
            _ => return,
        };
        *field = field.or(value);
    }
}

/// How surely a time is that of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sure {
    Yes,
    /// It may be that of a change: `<time class=updated>`, as which many sites mark the one time that they have.
    Perhaps,
    /// It is that of a change.
    No,
}

/// The time that an element gives for machines: `<time datetime=2025-06-03>`, `<abbr title=2025-06-03T18:20>`,
/// `<span itemprop=datePublished content=2025-06-03>`.
pub(super) fn time<'a>(name: &str, attributes: &Attributes<'a>) -> Option<(&'a str, Sure)> {
    let is = |property: &str| attributes.property.is_some_and(|told| told.eq_ignore_ascii_case(property));
    let time = match name {
        "meta" => None,
        "abbr" => attributes.title,
        "time" => attributes.datetime.or(attributes.content),
        _ if is("datePublished") => attributes.content.or(attributes.datetime),
        _ => None,
    }?;
    let of_change = |class: &str| has_part(class, &["updated", "modified"]) && !has_part(class, &["publish", "posted"]);
    let sure = if is("dateModified") {
        Sure::No
    } else if attributes.class.is_some_and(of_change) {
        Sure::Perhaps
    } else {
        Sure::Yes
    };
    Some((time, sure))
}

/// Whether a style sets small print: `font-size: 11px`, `font-size:x-small`.
fn is_small(style: &str) -> bool {
    let style = &style[..style.floor_char_boundary(400)];
    let Some((_, size)) = style.split_once("font-size:") else { return false };
    let size = size.trim_start();
    let number: f32 = size[..size.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count()]
        .parse()
        .unwrap_or(f32::MAX);
    match size.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '.') {
        unit if unit.starts_with("px") => number < 12.0,
        unit if unit.starts_with("pt") => number < 9.0,
        unit => unit.starts_with("x-small") || unit.starts_with("smaller"),
    }
}

/// A value with quotes or without, and the place after it.
fn value_at(html: &str, at: usize) -> (&str, usize) {
    let bytes = &html.as_bytes()[at..];
    match bytes.first() {
        Some(&quote @ (b'"' | b'\'')) => match memchr(quote, &bytes[1..]) {
            Some(length) => (&html[at + 1..at + 1 + length], at + length + 2),
            None => (&html[at + 1..], html.len()),
        },
        _ => {
            let length = bytes.iter().take_while(|byte| !byte.is_ascii_whitespace() && **byte != b'>').count();
            (&html[at..at + length], at + length)
        }
    }
}

/// Parts of class names and ids that web pages give to what is not the story, wherever they stand in the name.
const SURE_ASIDES: [&str; 22] = [
    "sidebar",
    "rightbar",
    "leftbar",
    "cookie",
    "consent",
    "crumb",
    "navbar",
    "menu",
    "footer",
    "popup",
    "modal",
    "newsletter",
    "paginat",
    "toolbar",
    "sr-only",
    "visually-hidden",
    "screen-reader",
    "author-bio",
    "author-box",
    "outbrain",
    "taboola",
    "disqus",
];
/// The same where the name does not speak of a story too.
const ASIDES: [&str; 23] = [
    "subscribe",
    "comment",
    "related",
    "share",
    "sharing",
    "social",
    "promo",
    "advert",
    "recommend",
    "banner",
    "most-read",
    "most-view",
    "trending",
    "popular",
    "latest",
    "recirc",
    "tagcloud",
    "feedback",
    "paywall",
    "also-like",
    "lang-switch",
    "right-rail",
    "experiencefragment",
];
/// Parts of class names that they give to the text of a picture.
pub(super) const CAPTIONS: [&str; 7] =
    ["caption", "cutline", "img-desc", "image-desc", "photo-desc", "photo-credit", "image-credit"];
/// Parts of class names and ids that they give to the story.
const STORIES: [&str; 8] = ["article", "content", "story", "entry", "main", "body", "detail", "post-"];

/// Whether its role says that an element is not of the story.
pub(super) fn has_aside_role(attributes: &Attributes<'_>) -> bool {
    has_role(attributes, &["navigation", "complementary", "search", "dialog", "alert"])
}

/// Whether its role says that it is the head or foot of the page.
pub(super) fn has_page_role(attributes: &Attributes<'_>) -> bool {
    has_role(attributes, &["banner", "contentinfo"])
}

fn has_role(attributes: &Attributes<'_>, roles: &[&str]) -> bool {
    attributes.role.is_some_and(|role| roles.iter().any(|name| role.eq_ignore_ascii_case(name)))
}

/// Whether its class or id says that an element is not of the story.
pub(super) fn is_apart(attributes: &Attributes<'_>) -> bool {
    let named =
        |parts: &[&str]| [attributes.class, attributes.id].into_iter().flatten().any(|name| has_part(name, parts));
    named(&SURE_ASIDES) || (named(&ASIDES) && !named(&STORIES)) || attributes.class.is_some_and(is_beside)
}

/// Whether the name of an element of the page's own making says that it is not of the story: `<x-newsletter>`.
pub(super) fn is_apart_by_name(name: &str) -> bool {
    has_part(name, &SURE_ASIDES) || (has_part(name, &ASIDES) && !has_part(name, &STORIES))
}

/// Whether a class is that of a tab that is shut, or of a box at the side.
fn is_beside(class: &str) -> bool {
    let has = |name: &str| class.split_ascii_whitespace().take(16).any(|one| one.eq_ignore_ascii_case(name));
    has("widget") || (has("tab-pane") && !has("active") && !has("show"))
}

/// Whether its class says that it is set in small print.
pub(super) fn is_small_print(class: &str) -> bool {
    const NAMES: [&str; 4] = ["small", "smallprint", "small-print", "fine-print"];
    class.split_ascii_whitespace().take(16).any(|name| NAMES.iter().any(|small| name.eq_ignore_ascii_case(small)))
}

/// Whether one of some parts is in a name, in any case.
pub(super) fn has_part(name: &str, parts: &[&str]) -> bool {
    let name = &name.as_bytes()[..name.len().min(200)];
    (0..name.len()).any(|at| {
        let first = name[at].to_ascii_lowercase();
        parts.iter().any(|part| {
            let part = part.as_bytes();
            part[0] == first && name.len() - at >= part.len() && name[at..at + part.len()].eq_ignore_ascii_case(part)
        })
    })
}
