//! Takes the main text out of a web page.
//!
//! One pass over the page, with a stack of the elements that make blocks, gives its blocks of text and a bare
//! tree. The main text is the smallest element that holds most of the text outside links, navigation and the like.
//! Depth costs nothing and broken markup is read on: time is linear in the page.

mod attributes;
mod head;
mod tree;

use memchr::memchr;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use self::attributes::{Attributes, has_aside_role, has_part, is_apart};
use self::head::{Head, day, plain};
use self::tree::{Node, Tag, Tree, tag};
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

/// A block of text.
#[derive(Clone, Copy, Debug)]
struct Piece {
    start: usize,
    end: usize,
    node: u32,
    hint: Option<Hint>,
    level: u8,
}

struct Parser<'a> {
    html: &'a str,
    at: usize,
    tree: Tree,
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
        Self {
            html,
            at: 0,
            tree: Tree::new(),
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
            "meta" => self.head.meta(&attributes),
            "script" => {
                let inside = self.raw("script");
                if attributes.kind.is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json")) {
                    self.head.linked_data(inside);
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
                let aside = self.tree[self.top()].aside;
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
        let above = self.tree[parent];
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
        self.stack.push(self.tree.push(node));
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
        match name.as_str() {
            "a" => self.link = None,
            // A `</p>` without its start is an empty paragraph.
            "p" if self.tree[self.top()].tag != Tag::Paragraph => self.flush(),
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
            let open = self.tree[self.stack[depth]].tag;
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
        if from >= to || self.tree[self.top()].dropped {
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
        let keeps_lines = self.tree[self.top()].tag == Tag::Preformatted;
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
            self.tree[node].own += length;
        }
        let hint = if link && hint != Some(Hint::Heading) { Some(Hint::Link) } else { hint };
        self.pieces.push(Piece { start, end, node, hint, level });
    }

    /// What the elements around a block say of it; those around a paragraph's own are asked too.
    fn hint(&self, node: u32) -> (Option<Hint>, u8) {
        let mut node = node;
        for _ in 0..4 {
            let this = self.tree[node];
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

    /// Finds the main text and lays out its blocks.
    fn finish(mut self) -> Page {
        let main = self.tree.find_main();
        let inside = |piece: &Piece| main.contains(&piece.node);
        let headings: Vec<Piece> = self.pieces.iter().filter(|piece| piece.level == 1).copied().collect();
        let shown = |piece: &Piece| &self.text[piece.start..piece.end];
        let title = self.head.title(headings.iter().map(shown));
        // The main heading often stands outside of the main text, with date and lead between them.
        let start = self.pieces.iter().position(inside).unwrap_or(0);
        let above = self.pieces[..start]
            .iter()
            .rposition(|piece| piece.level == 1)
            .filter(|above| start - above <= BETWEEN)
            .unwrap_or(start);
        let between = |index: usize, piece: &Piece| index >= above && index < start && piece.hint != Some(Hint::Link);
        let of_story = |&(index, piece): &(usize, &Piece)| {
            (inside(piece) || between(index, piece)) && !self.tree[piece.node].aside
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

fn find(text: &str, what: &str) -> Option<usize> {
    memchr::memmem::find(text.as_bytes(), what.as_bytes())
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
