//! Reads a page once: its tags make the tree, its text the blocks.

use memchr::memchr;

use super::attributes::{
    Attributes, CAPTIONS, has_aside_role, has_page_role, has_part, is_apart, is_apart_by_name, is_small_print, time,
};
use super::fields::{Field, Fields};
use super::head::{Head, Time, day, plain};
use super::marked::Marked;
use super::tree::{ASKS, ASKS_BY_LINK, ASKS_TO_WRITE, Node, Tag, Tree, tag};
use crate::Habits;
use crate::lines::Hint;
use crate::selector::Site;

/// How many times of a page are kept.
const TIMES: usize = 64;
/// How many pictures of a page are looked at.
const PICTURES: usize = 256;
/// How far an end tag looks for its start.
const REACH: usize = 64;

/// A block of text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) node: u32,
    pub(super) hint: Option<Hint>,
    pub(super) level: u8,
}

/// Where two inline elements meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seam {
    /// Nowhere near.
    None,
    /// One has ended.
    Ended,
    /// One has ended, and the next has begun.
    Between,
}

/// The state of reading a page.
pub(super) struct Parser<'a> {
    pub(super) html: &'a str,
    pub(super) at: usize,
    pub(super) tree: Tree,
    pub(super) stack: Vec<u32>,
    pub(super) text: String,
    /// Where the block at work begins in `text`.
    pub(super) block: usize,
    /// Characters of links in the block at work.
    pub(super) linked: u32,
    /// Depth of the stack at which a link was opened.
    pub(super) link: Option<usize>,
    /// Whether an inline element has just ended, and another begun right behind it.
    pub(super) seam: Seam,
    /// Of each open element of the page's own making, whether it is a box.
    own: Vec<bool>,
    pub(super) pieces: Vec<Piece>,
    /// The elements in which pictures stand right, and where.
    pub(super) pictures: Vec<(u32, usize)>,
    pub(super) head: Head,
    pub(super) name: String,
    pub(super) habits: &'a Habits,
    pub(super) site: Option<&'a Site>,
    pub(super) fields: Fields<'a>,
    pub(super) marked: Marked,
}

impl<'a> Parser<'a> {
    pub(super) fn new(html: &'a str, habits: &'a Habits) -> Self {
        Self {
            html,
            at: 0,
            tree: Tree::new(),
            stack: vec![0],
            text: String::with_capacity(html.len() / 4),
            block: 0,
            linked: 0,
            link: None,
            seam: Seam::None,
            own: Vec::new(),
            pieces: Vec::new(),
            pictures: Vec::new(),
            head: Head::default(),
            name: String::new(),
            habits,
            site: None,
            fields: Fields::default(),
            marked: Marked::default(),
        }
    }

    pub(super) fn run(&mut self) {
        let bytes = self.html.as_bytes();
        while self.at < bytes.len() {
            match memchr(b'<', &bytes[self.at..]) {
                None => {
                    self.add(self.at, bytes.len());
                    break;
                }
                Some(length) => {
                    self.add(self.at, self.at + length);
                    self.at += length;
                    self.markup();
                }
            }
        }
        self.flush();
    }

    /// Reads what begins with `<`.
    fn markup(&mut self) {
        let rest = &self.html[self.at..];
        let bytes = rest.as_bytes();
        match bytes.get(1) {
            Some(b'!') if rest.starts_with("<!--") => self.at += find(rest, "-->").map_or(rest.len(), |at| at + 3),
            Some(b'!') if rest.starts_with("<![CDATA[") => {
                let end = find(rest, "]]>").unwrap_or(rest.len());
                self.add(self.at + 9, self.at + end.max(9));
                self.at += (end + 3).min(rest.len());
            }
            Some(b'!' | b'?') => self.at += memchr(b'>', bytes).map_or(rest.len(), |at| at + 1),
            Some(b'/') if bytes.get(2).is_some_and(u8::is_ascii_alphabetic) => {
                self.read_name(self.at + 2);
                self.at += memchr(b'>', bytes).map_or(rest.len(), |at| at + 1);
                self.close();
            }
            Some(byte) if byte.is_ascii_alphabetic() => self.open(),
            _ => {
                self.add_text("<");
                self.at += 1;
            }
        }
    }

    /// Reads the name of a tag, in lower case.
    fn read_name(&mut self, from: usize) -> usize {
        let bytes = &self.html.as_bytes()[from..];
        let length =
            bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':')).count();
        self.name.clear();
        self.name.push_str(&self.html[from..from + length.min(24)]);
        self.name.make_ascii_lowercase();
        from + length
    }

    fn open(&mut self) {
        let mut attributes = Attributes::default();
        let from = self.read_name(self.at + 1);
        self.at = attributes.read(self.html, from);
        let name = std::mem::take(&mut self.name);
        let field = self.enter(&name, &attributes);
        if self.seam == Seam::Ended && is_inline(&name) {
            self.seam = Seam::Between;
        }
        if let Some((time, sure)) = time(&name, &attributes)
            && let Some(day) = day(time)
        {
            let node = self.top();
            if !self.tree[node].aside && self.head.times.len() < TIMES {
                self.head.times.push(Time { node, day, sure });
            }
        }
        match name.as_str() {
            "html" => self.head.language = attributes.language.map(str::to_owned),
            "meta" => self.head.meta(&attributes),
            "script" => {
                let inside = self.raw("script");
                if attributes.kind.is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) {
                    self.head.linked.read(inside);
                }
            }
            "style" | "iframe" | "textarea" | "xmp" | "noembed" | "noframes" => {
                if name == "textarea" {
                    let top = self.top();
                    self.tree[top].asks = ASKS_TO_WRITE;
                }
                self.raw(&name);
            }
            "title" => {
                let inside = self.raw("title");
                if self.head.title.is_empty() {
                    self.head.title = plain(inside);
                }
            }
            "br" => self.flush(),
            "hr" => self.flush(),
            "a" if attributes.href.is_some() => {
                self.link = Some(self.stack.len());
                if attributes.class.is_some_and(|class| has_part(class, &["btn", "button"])) {
                    let top = self.top();
                    self.tree[top].asks = self.tree[top].asks.max(ASKS_BY_LINK);
                }
            }
            "link" => {
                self.head.link(&attributes);
                let canonical = self.head.canonical.take();
                self.tell_site(canonical.as_deref());
                self.head.canonical = canonical;
            }
            "base" => self.head.base = self.head.base.take().or(attributes.href.map(plain)),
            "img" | "amp-img" => self.picture(),
            "input" => self.ask(&attributes),
            "wbr" | "source" => {}
            // What a button in a heading opens stands below it: its words are the heading.
            "button" if matches!(self.tree[self.top()].tag, Tag::Heading(_)) => {}
            _ => {
                if name == "button" {
                    self.ask(&attributes);
                }
                if attributes.property.is_some_and(|property| property.eq_ignore_ascii_case("datePublished")) {
                    self.head.meta_date =
                        self.head.meta_date.or(attributes.content.or(attributes.datetime).and_then(day));
                }
                match tag(&name) {
                    Some(tag) if !attributes.closed => {
                        self.push(tag, &attributes, field);
                        let top = self.top();
                        self.tree[top].label = matches!(name.as_str(), "dt" | "th");
                    }
                    Some(_) => self.flush(),
                    None if name.contains('-') && !attributes.closed => self.open_own(&name, &attributes, field),
                    None => {}
                }
            }
        }
        // What makes no block is an element of the tree all the same, where a selector needs it.
        if matches!(field, Some(Field::Main | Field::Drop)) && tag(&name).is_none() {
            self.push(Tag::Section, &attributes, field);
            self.fields.stands_above(self.stack.len() - 1);
        }
        self.name = name;
    }

    /// An element of the page's own making. `<x-card>` stands for a box; in the middle of a text it is a part of that.
    fn open_own(&mut self, name: &str, attributes: &Attributes<'_>, field: Option<Field>) {
        let around = matches!(
            self.tree[self.top()].tag,
            Tag::Body | Tag::Main | Tag::Article | Tag::Section | Tag::Own | Tag::Aside
        );
        let is_box = around && self.text[self.block..].trim().is_empty();
        if is_box {
            self.push(Tag::Own, attributes, field);
            let top = self.top();
            self.tree[top].apart |= is_apart_by_name(name);
        }
        self.own.push(is_box);
    }

    /// A button or a field to fill in: what stands beside it may ask for something.
    fn ask(&mut self, attributes: &Attributes<'_>) {
        let is_seen = !attributes.hidden && attributes.kind.is_none_or(|kind| !kind.eq_ignore_ascii_case("hidden"));
        if is_seen && !attributes.toggles {
            let top = self.top();
            self.tree[top].asks = self.tree[top].asks.max(ASKS);
        }
    }

    /// A picture: what stands alone beside it may be its text.
    fn picture(&mut self) {
        if self.pictures.len() < PICTURES && !self.tree[self.top()].dropped {
            self.pictures.push((self.top(), self.text.len()));
        }
    }

    pub(super) fn top(&self) -> u32 {
        *self.stack.last().expect("the root stays")
    }

    /// Opens an element that makes a block.
    fn push(&mut self, tag: Tag, attributes: &Attributes<'_>, field: Option<Field>) {
        self.flush();
        self.imply_ends(tag);
        let parent = self.top();
        let above = self.tree[parent];
        let story = matches!(tag, Tag::Body | Tag::Main | Tag::Article);
        // Of an article there is no head or foot of the page: `<article><div role="contentinfo">` is a lead.
        let in_article = || self.stack.iter().rev().take(REACH).any(|&open| self.tree[open].tag == Tag::Article);
        let by_role = has_aside_role(attributes) || (has_page_role(attributes) && !in_article());
        let aside = !story && (tag == Tag::Aside || attributes.hidden || by_role);
        let body = tag != Tag::Dropped
            && attributes.property.is_some_and(|property| property.eq_ignore_ascii_case("articleBody"));
        let is_caption = tag != Tag::Dropped && attributes.class.is_some_and(|class| has_part(class, &CAPTIONS));
        let node = Node {
            parent,
            tag,
            caption: is_caption,
            aside: above.aside || aside,
            apart: !story && (is_apart(attributes) || self.is_card(tag, is_caption)),
            dropped: above.dropped || tag == Tag::Dropped || attributes.hidden || field == Some(Field::Drop),
            main: above.main || field == Some(Field::Main),
            body,
            small: above.small || attributes.small || attributes.class.is_some_and(is_small_print),
            label: false,
            asks: 0,
            said: false,
            own: 0,
            text: 0,
            last: 0,
        };
        self.stack.push(self.tree.push(node));
    }

    /// Whether an element stands in a link, which leads to another story then: `<a href=x><h4>…</h4><p>…</p></a>`.
    fn is_card(&self, tag: Tag, is_caption: bool) -> bool {
        let of_story = matches!(tag, Tag::Heading(_) | Tag::Figure | Tag::Caption) || is_caption;
        self.link.is_some() && !of_story
    }

    /// Closes what a new element closes without saying so.
    fn imply_ends(&mut self, tag: Tag) {
        let mut closes = |tags: &[Tag]| {
            while self.stack.len() > 1 && tags.contains(&self.tree[*self.stack.last().expect("checked")].tag) {
                self.stack.pop();
            }
        };
        match tag {
            Tag::Item => closes(&[Tag::Paragraph, Tag::Item]),
            Tag::Row => closes(&[Tag::Paragraph, Tag::Cell, Tag::Row]),
            Tag::Cell => closes(&[Tag::Paragraph, Tag::Cell]),
            Tag::Dropped => {}
            _ => closes(&[Tag::Paragraph]),
        }
    }

    fn close(&mut self) {
        let name = std::mem::take(&mut self.name);
        self.leave(&name);
        if is_inline(&name) {
            self.seam = Seam::Ended;
        }
        match name.as_str() {
            "a" => self.link = None,
            // A `</p>` without its start is an empty paragraph.
            "p" if self.tree[self.top()].tag != Tag::Paragraph => self.flush(),
            name => {
                let mut own = || name.contains('-').then(|| self.own.pop()).flatten().filter(|is_box| *is_box);
                if let Some(tag) = tag(name).or_else(|| own().map(|_| Tag::Own)) {
                    self.flush();
                    self.pop(tag);
                }
            }
        }
        self.name = name;
    }

    /// Closes an element and those open in it; cells keep what is inside of them.
    fn pop(&mut self, tag: Tag) {
        let tables = matches!(tag, Tag::Table | Tag::Row | Tag::Cell | Tag::Body);
        for depth in (1..self.stack.len()).rev().take(REACH) {
            let open = self.tree[self.stack[depth]].tag;
            let same = open == tag || matches!((open, tag), (Tag::Heading(_), Tag::Heading(_)));
            if same {
                self.stack.truncate(depth);
                break;
            }
            if open == Tag::Cell && !tables {
                break;
            }
        }
        if self.link.is_some_and(|depth| depth > self.stack.len()) {
            self.link = None;
        }
    }

    /// The text of an element that has no markup inside.
    fn raw(&mut self, name: &str) -> &'a str {
        let html = self.html;
        let from = self.at;
        let mut at = from;
        while let Some(length) = memchr(b'<', &html.as_bytes()[at..]) {
            at += length;
            let rest = &html.as_bytes()[at + 1..];
            if rest.first() == Some(&b'/')
                && rest.len() > name.len()
                && rest[1..=name.len()].eq_ignore_ascii_case(name.as_bytes())
            {
                self.at = at + memchr(b'>', &html.as_bytes()[at..]).map_or(html.len() - at, |end| end + 1);
                return &html[from..at];
            }
            at += 1;
        }
        self.at = html.len();
        &html[from..]
    }
}

fn find(text: &str, what: &str) -> Option<usize> {
    memchr::memmem::find(text.as_bytes(), what.as_bytes())
}

/// Whether pages set elements of this name side by side, with nothing but a style between them.
fn is_inline(name: &str) -> bool {
    matches!(name, "span" | "time" | "a" | "small" | "abbr" | "strong" | "b" | "i" | "em")
}
