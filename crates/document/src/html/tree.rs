//! The bare tree of a page, and the element in it that holds the main text.

use std::ops::{Index, IndexMut, RangeInclusive};

/// Characters of the longest text of a picture.
const LONGEST_CAPTION: u32 = 800;
/// Characters of the longest box that asks for something by a button or a field to fill in.
pub(super) const ASKS: u32 = 500;
/// The same where a link looks like a button: such links stand under paragraphs too.
pub(super) const ASKS_BY_LINK: u32 = 160;
/// Where one may write, what others wrote may be longer than the story, which stands above it.
pub(super) const ASKS_TO_WRITE: u32 = u32::MAX;
/// Characters of the main text that stand above such a box at least.
const ABOVE: u32 = 200;
/// How far around a button its box reaches.
const BOX: usize = 4;

/// An element that makes a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
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
    /// One of the page's own making.
    Own,
    /// Navigation and the like.
    Aside,
    /// What has no text to read.
    Dropped,
}

/// The tag of that name, if it makes a block.
pub(super) fn tag(name: &str) -> Option<Tag> {
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
        "svg" | "math" | "button" | "select" | "label" | "template" | "noscript" | "object" | "canvas" | "video"
        | "audio" | "map" | "datalist" => Tag::Dropped,
        _ => return None,
    })
}

/// An element in the tree.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) parent: u32,
    pub(super) tag: Tag,
    /// Whether its class says that it is the text of a picture.
    pub(super) caption: bool,
    /// Whether it is not of the story, by its tag; later also by its class and by what is around it.
    pub(super) aside: bool,
    /// Whether its class says that it is not of the story.
    pub(super) apart: bool,
    pub(super) dropped: bool,
    /// Whether its site's selectors say that it is of the main text.
    pub(super) main: bool,
    /// Whether its page says that it is the body of an article.
    pub(super) body: bool,
    /// Whether it is set in small print.
    pub(super) small: bool,
    /// Whether it is the label of what stands beside it in a table or list.
    pub(super) label: bool,
    /// How long a box around it may be that asks for something: not nought where a button stands right in it.
    pub(super) asks: u32,
    /// Whether anything can be read in it, be it short.
    pub(super) said: bool,
    /// Characters of telling text in it.
    pub(super) own: u32,
    /// The same with all below it.
    pub(super) text: u32,
    /// The last element below it.
    pub(super) last: u32,
}

/// The elements in the order of their starts, so parents stand before their children; the first is the root.
pub(super) struct Tree(Vec<Node>);

impl Tree {
    /// The root alone.
    pub(super) fn new() -> Self {
        Self(vec![Node {
            parent: 0,
            tag: Tag::Body,
            caption: false,
            aside: false,
            apart: false,
            dropped: false,
            main: false,
            body: false,
            small: false,
            label: false,
            asks: 0,
            said: false,
            own: 0,
            text: 0,
            last: 0,
        }])
    }

    /// Adds an element; gives its number.
    pub(super) fn push(&mut self, node: Node) -> u32 {
        self.0.push(node);
        self.0.len() as u32 - 1
    }

    /// Whether an element is the text of a picture, or in one. What is too long for that only has such a class.
    pub(super) fn is_caption(&self, node: u32) -> bool {
        let around = std::iter::successors(Some(node), |&node| (node > 0).then(|| self[node].parent));
        around.take(4).any(|node| {
            let node = &self[node];
            node.tag == Tag::Caption || (node.caption && node.text <= LONGEST_CAPTION)
        })
    }

    /// The row or list in which an element, or the one around it, is a cell or item, and whether that is a label.
    pub(super) fn fact(&self, node: u32) -> Option<(u32, bool)> {
        let around = [node, self[node].parent];
        let of = around.into_iter().find(|&node| matches!(self[node].tag, Tag::Cell | Tag::Item))?;
        Some((self[of].parent, self[of].label))
    }

    /// Whether an element or one near around it is marked as not of the story.
    pub(super) fn is_apart(&self, node: u32) -> bool {
        let around = std::iter::successors(Some(node), |&node| (node > 0).then(|| self[node].parent));
        around.take(16).any(|node| self[node].aside || self[node].apart)
    }

    /// Finds the main text: the first and the last of its elements. Asides are told from here on.
    pub(super) fn find_main(&mut self) -> RangeInclusive<u32> {
        self.sum();
        self.set_apart();
        self.sum();
        let main = self.main();
        self.set_boxes_apart(main);
        main..=self[main].last
    }

    /// Sets apart the boxes between the paragraphs of the main text that ask for something: a short text with a button or a field
    /// under it ("Get five stories a day. [Sign up]"). What stands above all other text may be a lead with a button to listen.
    fn set_boxes_apart(&mut self, main: u32) {
        let inside = main + 1..=self[main].last;
        let Some(first) = inside.clone().find(|&node| self[node].own > 0) else { return };
        // The text of the elements before each.
        let mut above = Vec::with_capacity((self[main].last - main) as usize);
        let mut sum = 0;
        for node in inside.clone() {
            above.push(sum);
            sum += if self[node].aside { 0 } else { self[node].own };
        }
        for node in inside {
            if self[node].asks == 0 || self[node].aside {
                continue;
            }
            let around = std::iter::successors(Some(node), |&node| Some(self[node].parent)).take(BOX);
            let of = if self[node].asks == ASKS_TO_WRITE {
                let below = around.take_while(|&of| of > first).last();
                below.filter(|&of| above[(of - main - 1) as usize] >= ABOVE)
            } else {
                let most = self[node].asks.min(self[main].text / 5 * 2);
                let fits = |&of: &u32| of > first && self[of].tag != Tag::Paragraph && self[of].text <= most;
                let with_text = around.clone().find(|&node| self[node].text > 0).filter(fits);
                // "Be the first to know.": too short to tell by, it may stand with its heading in a box of theirs.
                let in_heading = around.clone().any(|node| matches!(self[node].tag, Tag::Heading(_)));
                let short = around.take_while(|&node| self[node].text == 0).filter(|&node| self[node].said).last();
                with_text.or(short.filter(|of| !in_heading && fits(of)))
            };
            if let Some(of) = of {
                for node in of..=self[of].last {
                    self[node].aside = true;
                }
            }
        }
    }

    /// Sums the text below each element that is of the story.
    fn sum(&mut self) {
        for node in &mut self.0 {
            node.text = if node.aside { 0 } else { node.own };
        }
        for index in (0..self.0.len()).rev() {
            let node = self.0[index];
            let last = node.last.max(index as u32);
            self.0[index].last = last;
            if index > 0 {
                let parent = &mut self.0[node.parent as usize];
                parent.text += node.text;
                parent.said |= node.said;
                parent.last = parent.last.max(last);
            }
        }
    }

    /// Sets apart what its class says is not of the story, unless much of the page's text is in it.
    fn set_apart(&mut self) {
        let all = self.0[0].text;
        for index in 1..self.0.len() {
            let node = self.0[index];
            let above = self.0[node.parent as usize].aside;
            self.0[index].aside = node.aside || above || (node.apart && node.text < all / 5 * 2);
        }
    }

    /// The element of the main text.
    fn main(&self) -> u32 {
        let all = self.0[0].text;
        let most = |is: &dyn Fn(&Node) -> bool| {
            let fitting = self.0.iter().enumerate().filter(|(_, node)| is(node) && !node.aside);
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
                && u64::from(text) * 10 >= u64::from(all) * share
            {
                return if self[index].tag == Tag::Main { self.narrow(index) } else { index };
            }
        }
        self.narrow(0)
    }

    /// The smallest element inside of one that holds most of its text.
    fn narrow(&self, from: u32) -> u32 {
        let enough = self[from].text / 10 * 7;
        let mut main = from;
        // Parents stand before their children, so one pass goes down all the way.
        for index in from as usize + 1..self.0.len().min(self[from].last as usize + 1) {
            let node = self.0[index];
            let container = matches!(
                node.tag,
                Tag::Body | Tag::Main | Tag::Article | Tag::Section | Tag::Own | Tag::Table | Tag::Row | Tag::Cell
            );
            if container && !node.aside && node.text > enough && node.text > 0 && index as u32 <= self[main].last {
                main = index as u32;
            }
        }
        main
    }
}

impl Index<u32> for Tree {
    type Output = Node;

    fn index(&self, node: u32) -> &Node {
        &self.0[node as usize]
    }
}

impl IndexMut<u32> for Tree {
    fn index_mut(&mut self, node: u32) -> &mut Node {
        &mut self.0[node as usize]
    }
}
