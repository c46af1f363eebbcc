//! What the selectors of a site, and the marks that name an author, give while a page is read.

use super::attributes::Attributes;
use super::fields::{Field, Fields};
use super::parser::Parser;
use super::story::LONGEST_TITLE;
use super::text::{composed, length};

/// What the selectors of the site gave.
#[derive(Default)]
pub(super) struct Marked {
    pub(super) title: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) date: Option<String>,
}

impl Parser<'_> {
    /// Takes the selectors of the site of an address, if none are known yet.
    pub(super) fn tell_site(&mut self, address: Option<&str>) {
        if self.site.is_none()
            && let Some(site) = address.and_then(|address| self.habits.site(address))
        {
            self.site = Some(site);
            self.fields = Fields::of(Some(site));
        }
    }

    /// Looks whether a selector means an element that is opened.
    pub(super) fn enter(&mut self, name: &str, attributes: &Attributes<'_>) -> Option<Field> {
        if attributes.closed || has_no_inside(name) {
            return None;
        }
        if name == "p" {
            // Its end may be left out.
            self.leave("p");
        }
        self.fields.enter(name, attributes, self.text.len())
    }

    /// Ends what a selector means and a tag closes.
    pub(super) fn leave(&mut self, name: &str) {
        for open in self.fields.leave(name) {
            if let Some((field, at)) = open.field {
                let text = &self.text[self.text.floor_char_boundary(at)..];
                let text = text.split_whitespace().take(LONGEST_TITLE / 4).collect::<Vec<_>>().join(" ");
                self.mark(field, text);
            }
            if let Some(depth) = open.depth {
                self.flush();
                self.stack.truncate(depth.max(1));
            }
        }
    }

    /// Keeps the first that a selector gave.
    fn mark(&mut self, field: Field, text: String) {
        let by_site = self.site.is_some_and(|site| !site.byline.is_empty());
        let place = match field {
            Field::Title => &mut self.marked.title,
            Field::Date => &mut self.marked.date,
            Field::Byline if by_site => &mut self.marked.byline,
            Field::Byline if is_name(&text) && !self.tree.is_apart(self.top()) => &mut self.head.marked_author,
            Field::Byline | Field::Main | Field::Drop => return,
        };
        if place.is_none() && !text.is_empty() && composed(&text) <= LONGEST_TITLE {
            *place = Some(text);
        }
    }
}

/// Whether an element has no end tag, or is read up to it at once.
fn has_no_inside(name: &str) -> bool {
    const NAMES: [&str; 21] = [
        "area", "base", "br", "col", "embed", "hr", "iframe", "img", "input", "link", "meta", "noembed", "noframes",
        "param", "script", "source", "style", "textarea", "title", "track", "wbr",
    ];
    NAMES.contains(&name) || name == "xmp"
}

/// Whether a text may be the name of who wrote a page, not a sentence or an address.
fn is_name(text: &str) -> bool {
    // "John F. Ek Jr.": what a stop ends is short there.
    let mut stopped = text.split_whitespace().filter(|word| word.contains('.'));
    composed(text) <= 80
        && !text.contains(|sign: char| sign.is_ascii_digit() || matches!(sign, '@' | '/' | ':'))
        && stopped.all(|word| length(word) <= 4 && word.ends_with('.'))
}
