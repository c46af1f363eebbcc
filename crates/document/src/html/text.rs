//! The text of a page, block by block.

use memchr::memchr;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::parser::{Parser, Piece, Seam};
use super::tree::Tag;
use crate::entities::entity;
use crate::lines::Hint;

/// Blocks shorter than this many characters tell nothing of where the main text is.
pub(super) const TELLING: u32 = 40;

/// The level of main headings that are links.
pub(super) const LINKED: u8 = 9;

/// So many marks may stand on a letter.
const MARKS: usize = 32;

impl Parser<'_> {
    /// Adds the text between two places.
    pub(super) fn add(&mut self, from: usize, to: usize) {
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
    pub(super) fn add_text(&mut self, text: &str) {
        if !text.is_empty() && std::mem::replace(&mut self.seam, Seam::None) == Seam::Between {
            self.part(text);
        }
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

    /// Puts a space where two elements meet that a style sets apart: before and after figures, and before a capital.
    fn part(&mut self, text: &str) {
        let block = &self.text[self.block..];
        let last = block.chars().rev().take(MARKS).find(|sign| !is_combining_mark(*sign));
        let (Some(last), Some(next)) = (last, text.chars().next()) else { return };
        let figures = last.is_numeric() || next.is_numeric();
        if last.is_alphanumeric() && next.is_alphanumeric() && (figures || (last.is_lowercase() && next.is_uppercase()))
        {
            self.text.push(' ');
        }
    }

    fn count_link(&mut self, before: usize) {
        if self.link.is_some() {
            self.linked += length(&self.text[before.min(self.text.len())..]);
        }
    }

    /// Ends the block at work.
    pub(super) fn flush(&mut self) {
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
        // Dates and marks stand before the links of lists.
        let item = matches!(self.tree[node].tag, Tag::Item | Tag::Cell);
        let link = linked * 10 >= length * if item { 6 } else { 7 };
        let is_text = length >= TELLING && linked * 2 < length && hint != Some(Hint::Heading);
        self.tree[node].said = true;
        if is_text {
            self.tree[node].own += length;
        }
        // Smaller headings that are links are those of other stories.
        let hint = if link && (hint != Some(Hint::Heading) || level > 1) { Some(Hint::Link) } else { hint };
        // A main heading that is a link is the name of the site.
        let level = if link && level == 1 { LINKED } else { level };
        self.pieces.push(Piece { start, end, node, hint, level });
    }

    /// What the elements around a block say of it; those around a paragraph's own are asked too.
    fn hint(&self, node: u32) -> (Option<Hint>, u8) {
        let mut node = node;
        for _ in 0..4 {
            let this = self.tree[node];
            match this.tag {
                Tag::Heading(level) => return (Some(Hint::Heading), level),
                Tag::Item | Tag::Cell => return (Some(Hint::Text), 0),
                Tag::Body | Tag::Main | Tag::Article | Tag::Table | Tag::List => break,
                _ => node = this.parent,
            }
        }
        (None, 0)
    }
}

/// The characters of a text, the same whether its accents are composed or not; wide ones count twice.
pub(super) fn length(text: &str) -> u32 {
    let one = |sign: char| 1 + u32::from(is_wide(sign));
    if text.is_ascii() {
        text.len() as u32
    } else if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        text.chars().map(one).sum()
    } else {
        text.nfc().map(one).sum()
    }
}

/// The bytes of a text with its accents composed, the same however they came.
pub(super) fn composed(text: &str) -> usize {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return text.len();
    }
    text.nfc().map(char::len_utf8).sum()
}

/// Whether a character says as much as two letters: Chinese signs, Japanese and Korean syllables.
fn is_wide(sign: char) -> bool {
    matches!(sign, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}
