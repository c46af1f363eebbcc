//! Takes the main text out of a web page.
//!
//! One pass over the page, with a stack of the elements that make blocks, gives its blocks of text and a bare
//! tree. The main text is the smallest element that holds most of the text outside links, navigation and the like.
//! Depth costs nothing and broken markup is read on: time is linear in the page.

use memchr::{memchr, memchr2};
use serde_json::Value;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::PartialDate;
use crate::entities::entity;
use crate::lines::{Hint, Marks};
use crate::open::Page;

/// How far an end tag looks for its start.
const REACH: usize = 64;
/// Blocks shorter than this many characters tell nothing of where the main text is.
const TELLING: u32 = 40;

/// Blocks that may stand between the main heading and the main text.
const BETWEEN: usize = 12;

/// Takes text and metadata out of a page.
pub(crate) fn page(html: &str) -> Page {
    let mut parser = Parser::new(html);
    parser.run();
    parser.finish()
}

/// An element that makes a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tag {
    Body,
    Main,
    Article,
    Section,
    Paragraph,
    Heading(u8),
    List,
    Item,
    Table,
    Row,
    Cell,
    Figure,
    Caption,
    Preformatted,
    /// Navigation and the like.
    Aside,
    /// What has no text to read.
    Dropped,
}

fn tag(name: &str) -> Option<Tag> {
    Some(match name {
        "body" => Tag::Body,
        "main" => Tag::Main,
        "article" => Tag::Article,
        "div" | "section" | "header" | "blockquote" | "form" | "fieldset" | "address" | "center" | "details"
        | "summary" | "hgroup" | "dl" => Tag::Section,
        "p" => Tag::Paragraph,
        "h1" => Tag::Heading(1),
        "h2" => Tag::Heading(2),
        "h3" | "h4" | "h5" | "h6" => Tag::Heading(3),
        "ul" | "ol" => Tag::List,
        "li" | "dt" | "dd" => Tag::Item,
        "table" => Tag::Table,
        "tr" => Tag::Row,
        "td" | "th" => Tag::Cell,
        "figure" => Tag::Figure,
        "figcaption" | "caption" => Tag::Caption,
        "pre" => Tag::Preformatted,
        "nav" | "footer" | "aside" | "menu" | "dialog" => Tag::Aside,
        "svg" | "math" | "button" | "select" | "template" | "noscript" | "object" | "canvas" | "video" | "audio"
        | "map" | "datalist" => Tag::Dropped,
        _ => return None,
    })
}

/// Parts of class names and ids that web pages give to what is not the story.
const ASIDES: [&str; 24] = [
    "sidebar",
    "cookie",
    "breadcrumb",
    "navbar",
    "menu",
    "footer",
    "popup",
    "modal",
    "newsletter",
    "paginat",
    "toolbar",
    "sr-only",
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
    "trending",
];
/// How many of these hold also where the name speaks of a story.
const SURE_ASIDES: usize = 13;
/// Parts of class names and ids that they give to the story.
const STORIES: [&str; 8] = ["article", "content", "story", "entry", "main", "body", "detail", "post-"];

/// An element in the tree.
#[derive(Clone, Copy, Debug)]
struct Node {
    parent: u32,
    tag: Tag,
    /// Whether it is not of the story, by its tag; later also by its class and by what is around it.
    aside: bool,
    /// Whether its class says that it is not of the story.
    apart: bool,
    dropped: bool,
    /// Whether its page says that it is the body of an article.
    body: bool,
    /// Characters of telling text in it.
    own: u32,
    /// The same with all below it.
    text: u32,
    /// The last element below it.
    last: u32,
}

/// A block of text.
#[derive(Clone, Copy, Debug)]
struct Piece {
    start: usize,
    end: usize,
    node: u32,
    hint: Option<Hint>,
    level: u8,
}

/// What the head of a page says of it; better sources first.
#[derive(Default)]
struct Head {
    title: String,
    og_title: Option<String>,
    site: Option<String>,
    headline: Option<String>,
    author: Option<String>,
    ld_author: Option<String>,
    ld_date: Option<PartialDate>,
    meta_date: Option<PartialDate>,
    time: Option<PartialDate>,
    language: Option<String>,
}

struct Parser<'a> {
    html: &'a str,
    at: usize,
    nodes: Vec<Node>,
    stack: Vec<u32>,
    text: String,
    /// Where the block at work begins in `text`.
    block: usize,
    /// Characters of links in the block at work.
    linked: u32,
    /// Depth of the stack at which a link was opened.
    link: Option<usize>,
    pieces: Vec<Piece>,
    head: Head,
    name: String,
}

impl<'a> Parser<'a> {
    fn new(html: &'a str) -> Self {
        let root = Node {
            parent: 0,
            tag: Tag::Body,
            aside: false,
            apart: false,
            dropped: false,
            body: false,
            own: 0,
            text: 0,
            last: 0,
        };
        Self {
            html,
            at: 0,
            nodes: vec![root],
            stack: vec![0],
            text: String::with_capacity(html.len() / 4),
            block: 0,
            linked: 0,
            link: None,
            pieces: Vec::new(),
            head: Head::default(),
            name: String::new(),
        }
    }

    fn run(&mut self) {
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
        match name.as_str() {
            "html" => self.head.language = attributes.language.map(str::to_owned),
            "meta" => self.meta(&attributes),
            "script" => {
                let inside = self.raw("script");
                if attributes.kind.is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) {
                    self.linked_data(inside);
                }
            }
            "style" | "iframe" | "textarea" | "xmp" | "noembed" | "noframes" => {
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
            "a" if attributes.href => self.link = Some(self.stack.len()),
            "time" => {
                let date = attributes.datetime.and_then(day);
                let aside = self.nodes[self.top() as usize].aside;
                self.head.time = self.head.time.or(date.filter(|_| !aside));
            }
            "img" | "input" | "wbr" | "source" | "link" => {}
            _ => {
                if attributes.property.is_some_and(|property| property.eq_ignore_ascii_case("datePublished")) {
                    self.head.meta_date =
                        self.head.meta_date.or(attributes.content.or(attributes.datetime).and_then(day));
                }
                match tag(&name) {
                    Some(tag) if !attributes.closed => self.push(tag, &attributes),
                    Some(_) => self.flush(),
                    None => {}
                }
            }
        }
        self.name = name;
    }

    fn top(&self) -> u32 {
        *self.stack.last().expect("the root stays")
    }

    /// Opens an element that makes a block.
    fn push(&mut self, tag: Tag, attributes: &Attributes<'_>) {
        self.flush();
        self.imply_ends(tag);
        let parent = self.top();
        let above = self.nodes[parent as usize];
        let story = matches!(tag, Tag::Body | Tag::Main | Tag::Article);
        let aside = !story && (tag == Tag::Aside || attributes.hidden || has_aside_role(attributes));
        let body = tag != Tag::Dropped
            && attributes.property.is_some_and(|property| property.eq_ignore_ascii_case("articleBody"));
        let is_caption = tag != Tag::Dropped && attributes.class.is_some_and(|class| has_part(class, &["caption"]));
        let node = Node {
            parent,
            tag: if is_caption { Tag::Caption } else { tag },
            aside: above.aside || aside,
            apart: !story && is_apart(attributes),
            dropped: above.dropped || tag == Tag::Dropped || attributes.hidden,
            body,
            own: 0,
            text: 0,
            last: 0,
        };
        self.stack.push(self.nodes.len() as u32);
        self.nodes.push(node);
    }

    /// Closes what a new element closes without saying so.
    fn imply_ends(&mut self, tag: Tag) {
        let mut closes = |tags: &[Tag]| {
            while self.stack.len() > 1 && tags.contains(&self.nodes[*self.stack.last().expect("checked") as usize].tag)
            {
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
        match name.as_str() {
            "a" => self.link = None,
            // A `</p>` without its start is an empty paragraph.
            "p" if self.nodes[self.top() as usize].tag != Tag::Paragraph => self.flush(),
            name => {
                if let Some(tag) = tag(name) {
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
            let open = self.nodes[self.stack[depth] as usize].tag;
            let same = open == tag
                || matches!(
                    (open, tag),
                    (Tag::Heading(_), Tag::Heading(_)) | (Tag::Caption, Tag::Section | Tag::Paragraph | Tag::Item)
                );
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

    /// Adds the text between two places.
    fn add(&mut self, from: usize, to: usize) {
        if from >= to || self.nodes[self.top() as usize].dropped {
            return;
        }
        let html = self.html;
        let mut at = from;
        while let Some(length) = memchr(b'&', &html.as_bytes()[at..to]) {
            self.add_text(&html[at..at + length]);
            at += length + 1;
            match entity(&html[at..to]) {
                Some((character, length)) => {
                    self.add_text(character.encode_utf8(&mut [0; 4]));
                    at += length;
                }
                None => self.add_text("&"),
            }
        }
        self.add_text(&html[at..to]);
    }

    /// Adds text, with single spaces for its white space and without what cannot be seen.
    fn add_text(&mut self, text: &str) {
        let mut before = self.text.len();
        let keeps_lines = self.nodes[self.top() as usize].tag == Tag::Preformatted;
        let mut piece = 0;
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let hidden = match bytes[at..] {
                [b' ' | b'\t'..=b'\r', ..] => 1,
                [0xc2, 0xad, ..] => 2,
                [0xe2, 0x80, 0x8b, ..] | [0xef, 0xbb, 0xbf, ..] => 3,
                _ => {
                    at += 1;
                    continue;
                }
            };
            self.text.push_str(&text[piece..at]);
            if hidden == 1 {
                // A white space at the start of a block is none.
                if bytes[at] == b'\n' && keeps_lines {
                    self.count_link(before);
                    self.flush();
                    before = self.text.len();
                } else if self.text.len() > self.block && !self.text.ends_with(' ') {
                    self.text.push(' ');
                }
            }
            at += hidden;
            piece = at;
        }
        self.text.push_str(&text[piece..]);
        self.count_link(before);
    }

    fn count_link(&mut self, before: usize) {
        if self.link.is_some() {
            self.linked += length(&self.text[before.min(self.text.len())..]);
        }
    }

    /// Ends the block at work.
    fn flush(&mut self) {
        let linked = std::mem::take(&mut self.linked);
        let block = &self.text[self.block..];
        let end = self.block + block.trim_end().len();
        let start = end - block.trim().len();
        let length = length(block.trim());
        if start == end {
            self.text.truncate(self.block);
            return;
        }
        self.text.truncate(end);
        self.text.push('\n');
        self.block = self.text.len();
        let node = self.top();
        let (hint, level) = self.hint(node);
        let link = linked * 10 >= length * 8;
        let is_text = length >= TELLING && linked * 2 < length && hint != Some(Hint::Heading);
        if is_text {
            self.nodes[node as usize].own += length;
        }
        let hint = if link && hint != Some(Hint::Heading) { Some(Hint::Link) } else { hint };
        self.pieces.push(Piece { start, end, node, hint, level });
    }

    /// What the elements around a block say of it; those around a paragraph's own are asked too.
    fn hint(&self, node: u32) -> (Option<Hint>, u8) {
        let mut node = node;
        for _ in 0..4 {
            let this = self.nodes[node as usize];
            match this.tag {
                Tag::Heading(level) => return (Some(Hint::Heading), level),
                Tag::Caption => return (Some(Hint::Caption), 0),
                Tag::Item | Tag::Cell => return (Some(Hint::Text), 0),
                Tag::Body | Tag::Main | Tag::Article | Tag::Table | Tag::List => break,
                _ => node = this.parent,
            }
        }
        (None, 0)
    }

    fn meta(&mut self, attributes: &Attributes<'_>) {
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
        let head = &mut self.head;
        match name.as_str() {
            "og:title" => head.og_title = head.og_title.take().or(Some(content)),
            "twitter:title" | "dc.title" | "dcterms.title" => head.og_title = head.og_title.take().or(Some(content)),
            "og:site_name" => head.site = Some(content),
            "author" | "article:author" | "dc.creator" | "dcterms.creator" | "byl" if !content.contains("://") => {
                head.author = head.author.take().or(Some(content))
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
                head.meta_date = head.meta_date.or(day(&content));
            }
            "content-language" | "og:locale" | "dc.language" => head.language = head.language.take().or(Some(content)),
            _ => {}
        }
    }

    /// Reads JSON-LD.
    fn linked_data(&mut self, json: &str) {
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
        let head = &mut self.head;
        let text = |field: &str| fields.get(field).and_then(Value::as_str).map(plain).filter(|text| !text.is_empty());
        head.headline = head.headline.take().or_else(|| text("headline"));
        head.ld_date = head.ld_date.or_else(|| day(&text("datePublished")?));
        let author =
            fields.get("author").map(|author| author.as_array().and_then(|authors| authors.first()).unwrap_or(author));
        let author = author.and_then(|author| author.as_str().or_else(|| author.get("name")?.as_str()));
        head.ld_author = head.ld_author.take().or_else(|| author.map(plain).filter(|author| !author.is_empty()));
        if let Some(entity) = fields.get("mainEntity") {
            self.article(entity);
        }
    }

    /// Finds the main text and lays out its blocks.
    fn finish(mut self) -> Page {
        self.sum();
        self.set_apart();
        self.sum();
        let main = self.main();
        let last = self.nodes[main as usize].last;
        let inside = |piece: &Piece| piece.node >= main && piece.node <= last;
        let headings: Vec<Piece> = self.pieces.iter().filter(|piece| piece.level == 1).copied().collect();
        let shown = |piece: &Piece| &self.text[piece.start..piece.end];
        let title = self.title(headings.iter().map(shown));
        // The main heading often stands outside of the main text, with date and lead between them.
        let start = self.pieces.iter().position(inside).unwrap_or(0);
        let above = self.pieces[..start]
            .iter()
            .rposition(|piece| piece.level == 1)
            .filter(|above| start - above <= BETWEEN)
            .unwrap_or(start);
        let between = |index: usize, piece: &Piece| index >= above && index < start && piece.hint != Some(Hint::Link);
        let of_story = |&(index, piece): &(usize, &Piece)| {
            (inside(piece) || between(index, piece)) && !self.nodes[piece.node as usize].aside
        };
        let mut kept: Vec<Piece> = self.pieces.iter().enumerate().filter(of_story).map(|(_, piece)| *piece).collect();
        let length: u32 = kept.iter().map(|piece| length(shown(piece))).sum();
        if length < 200 {
            // So little that the marks of the page cannot be trusted: all that can be seen.
            kept.clone_from(&self.pieces);
        }
        let heading = headings
            .into_iter()
            .find(|piece| title.as_deref().is_none_or(|title| shown(piece) == title || title.contains(shown(piece))));
        let mut page = Page::default();
        let says_title = |text: &str| title.as_deref().is_some_and(|title| text == title);
        let has_heading = kept.iter().take(12).any(|piece| piece.level == 1 || says_title(shown(piece)));
        let first = match (has_heading, &heading, &title) {
            (true, _, _) => None,
            (false, Some(piece), _) => Some(shown(piece)),
            (false, None, Some(title)) => Some(title.as_str()),
            (false, None, None) => None,
        };
        if let Some(first) = first {
            lay(&mut page, first, Some(Hint::Heading));
        }
        for piece in &kept {
            lay(&mut page, shown(piece), piece.hint);
        }
        page.byline = self.head.ld_author.or(self.head.author);
        page.published = self.head.ld_date.or(self.head.meta_date).or(self.head.time);
        page.language = self.head.language;
        page.title = title;
        page
    }

    /// Sums the text below each element that is of the story.
    fn sum(&mut self) {
        for node in &mut self.nodes {
            node.text = if node.aside { 0 } else { node.own };
        }
        for index in (0..self.nodes.len()).rev() {
            let node = self.nodes[index];
            let last = node.last.max(index as u32);
            self.nodes[index].last = last;
            if index > 0 {
                let parent = &mut self.nodes[node.parent as usize];
                parent.text += node.text;
                parent.last = parent.last.max(last);
            }
        }
    }

    /// Sets apart what its class says is not of the story, unless much of the page's text is in it.
    fn set_apart(&mut self) {
        let all = self.nodes[0].text;
        for index in 1..self.nodes.len() {
            let node = self.nodes[index];
            let above = self.nodes[node.parent as usize].aside;
            self.nodes[index].aside = node.aside || above || (node.apart && node.text < all / 5 * 2);
        }
    }

    /// The element of the main text.
    fn main(&self) -> u32 {
        let all = self.nodes[0].text;
        let most = |is: &dyn Fn(&Node) -> bool| {
            let fitting = self.nodes.iter().enumerate().filter(|(_, node)| is(node) && !node.aside);
            // The first of the largest.
            fitting
                .map(|(index, node)| (index as u32, node.text))
                .reduce(|best, next| if next.1 > best.1 { next } else { best })
        };
        for (is, share) in [
            (&(|node: &Node| node.body) as &dyn Fn(&Node) -> bool, 3),
            (&|node: &Node| node.tag == Tag::Article, 4),
            (&|node: &Node| node.tag == Tag::Main, 3),
        ] {
            if let Some((index, text)) = most(is)
                && text > 0
                && text * 10 >= all * share
            {
                return if self.nodes[index as usize].tag == Tag::Main { self.narrow(index) } else { index };
            }
        }
        self.narrow(0)
    }

    /// The smallest element inside of one that holds most of its text.
    fn narrow(&self, from: u32) -> u32 {
        let enough = self.nodes[from as usize].text / 10 * 7;
        let mut main = from;
        // Parents stand before their children, so one pass goes down all the way.
        for index in from as usize + 1..self.nodes.len().min(self.nodes[from as usize].last as usize + 1) {
            let node = self.nodes[index];
            let container = matches!(
                node.tag,
                Tag::Body | Tag::Main | Tag::Article | Tag::Section | Tag::Table | Tag::Row | Tag::Cell
            );
            if container
                && !node.aside
                && node.text > enough
                && node.text > 0
                && index as u32 <= self.nodes[main as usize].last
            {
                main = index as u32;
            }
        }
        main
    }

    /// The title, without the name of the site.
    fn title<'t>(&self, headings: impl Iterator<Item = &'t str>) -> Option<String> {
        let head = &self.head;
        let long =
            head.headline.as_ref().or(head.og_title.as_ref()).or(Some(&head.title)).filter(|title| !title.is_empty());
        let mut first = None;
        for heading in headings {
            first = first.or(Some(heading));
            if length(heading) >= 12
                && (head.title.contains(heading) || long.is_some_and(|long| long.contains(heading)))
            {
                return Some(heading.to_owned());
            }
        }
        let Some(title) = long else { return first.map(str::to_owned) };
        if let Some(site) = &head.site
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
                && (separator == " | " || (head.headline.is_none() && head.og_title.is_none()))
                && length(bare) > length(site) * 2
            {
                return Some(bare.to_owned());
            }
        }
        Some(title.clone())
    }
}

/// The characters of a text, the same whether its accents are composed or not.
fn length(text: &str) -> u32 {
    let length = if text.is_ascii() {
        text.len()
    } else if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        text.chars().count()
    } else {
        text.nfc().count()
    };
    length as u32
}

/// Adds a block and an empty line to the text of a page.
fn lay(page: &mut Page, text: &str, hint: Option<Hint>) {
    if let Some(hint) = hint {
        let Marks { hints, .. } = &mut page.marks;
        hints.push((page.lines, hint));
    }
    page.lines += 2;
    page.text.push_str(text);
    page.text.push_str("\n\n");
}

/// Whether its role says that an element is not of the story.
fn has_aside_role(attributes: &Attributes<'_>) -> bool {
    const ROLES: [&str; 7] = ["navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alert"];
    attributes.role.is_some_and(|role| ROLES.iter().any(|name| role.eq_ignore_ascii_case(name)))
}

/// Whether its class or id says that an element is not of the story.
fn is_apart(attributes: &Attributes<'_>) -> bool {
    let named =
        |parts: &[&str]| [attributes.class, attributes.id].into_iter().flatten().any(|name| has_part(name, parts));
    named(&ASIDES[..SURE_ASIDES]) || (named(&ASIDES[SURE_ASIDES..]) && !named(&STORIES))
}

/// Whether one of some parts is in a name, in any case.
fn has_part(name: &str, parts: &[&str]) -> bool {
    let name = &name.as_bytes()[..name.len().min(200)];
    (0..name.len()).any(|at| {
        let first = name[at].to_ascii_lowercase();
        parts.iter().any(|part| {
            let part = part.as_bytes();
            part[0] == first && name.len() - at >= part.len() && name[at..at + part.len()].eq_ignore_ascii_case(part)
        })
    })
}

fn find(text: &str, what: &str) -> Option<usize> {
    memchr::memmem::find(text.as_bytes(), what.as_bytes())
}

/// Text without markup, references and doubled spaces.
fn plain(text: &str) -> String {
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
fn day(text: &str) -> Option<PartialDate> {
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

/// The attributes of a tag that say something of the text.
#[derive(Default)]
struct Attributes<'a> {
    class: Option<&'a str>,
    id: Option<&'a str>,
    role: Option<&'a str>,
    name: Option<&'a str>,
    property_og: Option<&'a str>,
    property: Option<&'a str>,
    equiv: Option<&'a str>,
    content: Option<&'a str>,
    datetime: Option<&'a str>,
    language: Option<&'a str>,
    kind: Option<&'a str>,
    href: bool,
    hidden: bool,
    /// Whether the tag closes itself.
    closed: bool,
}

impl<'a> Attributes<'a> {
    /// Reads the attributes of a tag; gives the place after its `>`.
    fn read(&mut self, html: &'a str, mut at: usize) -> usize {
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
            4 if is("href") => {
                self.href = true;
                return;
            }
            5 if is("class") => &mut self.class,
            5 if is("style") => {
                let compact = value.unwrap_or("");
                self.hidden |= compact.len() < 400 && has_part(compact, &["display:none", "display: none"]);
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
            10 if is("http-equiv") => &mut self.equiv,
            _ => return,
        };
        *field = field.or(value);
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The blocks of a page, with a sign for their hints, and what its head says.
    fn show(html: &str) -> (String, String) {
        let page = page(html);
        let mut hints = page.marks.hints.iter().peekable();
        let mut blocks = Vec::new();
        for (number, line) in page.text.lines().enumerate() {
            let hint = hints.next_if(|(at, _)| *at as usize == number).map_or("", |(_, hint)| match hint {
                Hint::Heading => "#",
                Hint::Caption => "c:",
                Hint::Text => "-",
                Hint::Link => "@",
            });
            if !line.is_empty() {
                blocks.push(format!("{hint}{line}"));
            }
        }
        let day = page.published.map(|day| day.to_string());
        let said: Vec<_> =
            [page.title, page.byline, day, page.language].into_iter().map(|said| said.unwrap_or_default()).collect();
        (blocks.join(" / "), said.join("; "))
    }

    const LONG: &str = "The minister met with his colleague, and the two discussed trade, security and the coming summit in the capital.";

    #[test]
    fn takes_the_main_text() {
        let rows = [
            (format!("<p>{LONG}<p>{LONG}"), format!("{LONG} / {LONG}")),
            (
                format!(
                    "<body><nav><a href=/>Home</a></nav><div class='side related-news'><p>{LONG}</div><div id=content><h1>A visit</h1><p>{LONG}</p>\
                     <figure><img><figcaption>Photo: X</figcaption></figure><p>{LONG}</p><ul><li>One &amp; two</li><li><a href=x>More</a></ul></div><footer>© us</footer>"
                ),
                format!("#A visit / {LONG} / c:Photo: X / {LONG} / -One & two / @More"),
            ),
            (
                format!(
                    "<title>A visit to Oslo | Ministry</title><h1>A visit to Oslo</h1><div><article>{LONG}<br>{LONG}<script>x<y</script></article></div>"
                ),
                format!("#A visit to Oslo / {LONG} / {LONG}"),
            ),
            (
                format!(
                    "<div><h1>A visit to Oslo</h1><p>10/07/2025</p><h2>A lead.</h2><div class=share><p>Share</p></div><div><p>{LONG}<p>{LONG}</div><p>More</div>"
                ),
                format!("#A visit to Oslo / 10/07/2025 / #A lead. / {LONG} / {LONG}"),
            ),
            // What would all be set apart is kept.
            (format!("<div class=share-page><p>{LONG}</p><p>{LONG}</p></div>"), format!("{LONG} / {LONG}")),
            ("<p>Short</p><div hidden>No</div>".to_owned(), "Short".to_owned()),
            (format!("<pre>{LONG}\n{LONG}</pre>"), format!("{LONG} / {LONG}")),
            (
                format!("a < b &notanentity; <x-y>{LONG}</x-y> so\u{ad}ft <!-- {LONG} --> {LONG}"),
                format!("a < b &notanentity; {LONG} soft {LONG}"),
            ),
        ];
        for (html, expected) in rows {
            assert_eq!(show(&html).0, expected, "{html}");
        }
    }

    #[test]
    fn reads_the_head() {
        let rows = [
            ("<html lang=sv-SE><title>Möte i Oslo | UD</title><p>x", "Möte i Oslo | UD; ; ; sv-SE"),
            (
                "<meta property='og:title' content='Talks &quot;end&quot; in Rome - The Paper'><meta property='og:site_name' content='The Paper'>\
                 <meta name=author content='A B'><meta property='article:published_time' content='2025-07-10T23:00:00+07:00'>",
                "Talks \"end\" in Rome; A B; 2025-07-10; ",
            ),
            (
                "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"H &amp; M\",\"datePublished\":\"2024-02-29\",\
                 \"author\":[{\"name\":\"C D\"}]}]}</script><meta name=author content=x>",
                "H & M; C D; 2024-02-29; ",
            ),
            ("<nav><time datetime=2020-01-01></nav><time datetime='2021-05-06 10:00'>6 May</time>", "; ; 2021-05-06; "),
            ("<script type='application/ld+json'>{broken</script>", "; ; ; "),
        ];
        for (html, expected) in rows {
            assert_eq!(show(html).1, expected, "{html}");
        }
    }

    #[test]
    fn depth_costs_nothing() {
        for part in [
            "<div>",
            "<p><table><tr><td>",
            "<a href=x>",
            "</div><li>",
            "<",
            "<!",
            "<a b='",
            "&#",
            "<!--",
            "<b",
            "<title>",
            "<pre>\n",
        ] {
            let html = part.repeat(200_000);
            let _ = page(&html);
        }
    }
}
