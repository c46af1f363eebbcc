//! What stands around a story: who wrote it, whom to ask, and what a list says of itself.

use std::ops::Range;

use super::{Piece, Role, Shaper};
use crate::lines::Hint;
use crate::{BlockKind, Shape, stamps};

/// Lines at the end of a page that may say whom to ask.
const CONTACTS: usize = 12;
/// So many lines that lead to other stories make a list.
const LIST: usize = 3;

impl Shaper<'_> {
    /// Lines that say who wrote the page, whom its head names too: "Hedvig Ek", "Written by Hedvig Ek".
    pub(super) fn bylines(&mut self, byline: &str) {
        let words = byline.split_whitespace().count() as u32;
        for piece in self.pieces.iter_mut().filter(|piece| piece.words <= words + 2 && !piece.stops) {
            let bytes = self.cut.bytes(&piece.tokens);
            let is_open = matches!(piece.role, Role::Open | Role::Known(BlockKind::Title));
            if is_open && self.cut.text[bytes.start as usize..bytes.end as usize].ends_with(byline) {
                piece.role = Role::Known(BlockKind::Source);
            }
        }
    }

    /// What a clip is called: a short line above its length, such as "02:13" or "0:00 / 2:14".
    pub(super) fn clips(&mut self, title: Option<&str>) {
        for at in 1..self.pieces.len() {
            let length = self.pieces[at].tokens.clone();
            let name = &self.pieces[at - 1];
            let is_length = self.pieces[at].words == 0
                && length.len() <= 9
                && stamps::clock(self.cut, length.start, length.end).is_some();
            let bytes = self.cut.bytes(&name.tokens);
            let is_title = title == Some(&self.cut.text[bytes.start as usize..bytes.end as usize]);
            let is_line = name.role == Role::Open && !name.stops && name.words <= 14;
            if is_length && is_line && !is_title {
                self.pieces[at - 1].role = Role::Known(BlockKind::Furniture);
            }
        }
    }

    /// At the end of a page, a heading with nothing but names, numbers and addresses below it says whom to ask. So does a name behind a
    /// label: "Responsible: Press unit".
    pub(super) fn contacts(&mut self, first: usize) {
        let Some(last) = (first..self.pieces.len()).rfind(|&at| self.pieces[at].role == Role::Open && self.is_body(at))
        else {
            return;
        };
        let tail = last + 1..self.pieces.len().min(last + 1 + CONTACTS);
        if tail.end < self.pieces.len() {
            return;
        }
        let is_line = |piece: &Piece| {
            piece.role != Role::Open
                || (!piece.stops && piece.words <= 12 && self.cut.shape(piece.tokens.start) != Shape::Number)
        };
        let is_list = |piece: &Piece| piece.hint == Some(Hint::Text) && piece.role == Role::Open;
        if !self.pieces[tail.clone()].iter().all(|piece| is_line(piece) && !is_list(piece)) {
            return;
        }
        let heads = |at: usize| {
            let piece = &self.pieces[at];
            let label = piece.role == Role::Open && piece.words <= 4 && self.cut.is(piece.tokens.end - 1, ":");
            label || piece.role == Role::Known(BlockKind::Title)
        };
        let headed = tail.clone().find(|&at| heads(at));
        // A heading with nothing but other stories below it is of these.
        let leads = |at: usize| {
            matches!(self.pieces[at].role, Role::Other | Role::Known(BlockKind::Teaser | BlockKind::Furniture))
        };
        if let Some(from) = headed.filter(|&from| from + 1 < tail.end && (from + 1..tail.end).all(leads)) {
            self.pieces[from].role = Role::Others;
        }
        let reached = headed.filter(|&from| (from..tail.end).any(|at| self.reaches(at)));
        let marked = self.pieces.iter().any(|piece| piece.hint.is_some());
        for at in tail {
            let label = marked && self.pieces[at].role == Role::Open && self.is_label(&self.pieces[at].tokens);
            if label
                || reached.is_some_and(|from| from <= at && self.pieces[at].role != Role::Known(BlockKind::Caption))
            {
                self.pieces[at].role = Role::Known(BlockKind::Furniture);
            }
        }
    }

    /// Who wrote the page, told below it: "Hana Khan covers the Gulf.", below her name as a heading, or where the page names her as its
    /// writer and nothing else of the story does.
    pub(super) fn card(&mut self, first: usize, byline: Option<&str>) {
        let Some(last) = (first + 2..self.pieces.len())
            .rfind(|&at| self.pieces[at].role == Role::Open && self.pieces[at].words >= 5)
        else {
            return;
        };
        let cut = self.cut;
        let text =
            |piece: &Piece| &cut.text[cut.bytes(&piece.tokens).start as usize..cut.bytes(&piece.tokens).end as usize];
        let card = &self.pieces[last];
        let above = &self.pieces[last - 1];
        let is_name = |name: &str| {
            name.split(' ').count() >= 2 && name.split(' ').all(|word| word.starts_with(char::is_uppercase))
        };
        let begins = |name: &str| {
            is_name(name) && text(card).strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', ',']))
        };
        let headed = above.role == Role::Known(BlockKind::Title) && above.words <= 4 && begins(text(above));
        let signed = byline.is_some_and(|name| {
            begins(name)
                && !self.pieces[first..last].iter().any(|piece| piece.role == Role::Open && text(piece).contains(name))
        });
        if card.words > 60 || !(headed || signed) {
            return;
        }
        if headed {
            self.pieces[last - 1].role = Role::Known(BlockKind::Furniture);
        }
        self.pieces[last].role = Role::Known(BlockKind::Furniture);
    }

    /// Headings below which nothing is told: "Photos (2)" above pictures, "Files" above what leads to them.
    pub(super) fn empty_headings(&mut self, first: usize) {
        let is = |piece: &Piece, kind: BlockKind| piece.role == Role::Known(kind);
        // What stands below, up to the next heading; right above another a heading may hold a whole chapter.
        let mut told = false;
        for at in (first + 1..self.pieces.len()).rev() {
            let next = self.pieces.get(at + 1).is_some_and(|next| is(next, BlockKind::Title));
            let piece = &self.pieces[at];
            let marked = piece.hint == Some(Hint::Heading);
            if !is(piece, BlockKind::Title) {
                told |= matches!(piece.role, Role::Open | Role::Known(BlockKind::Paragraph | BlockKind::Caption));
            } else if marked && !told && !next {
                self.pieces[at].role = Role::Known(BlockKind::Furniture);
            } else {
                told = false;
            }
        }
    }

    /// Whether a line is an address or a number to ring: figures of a telephone, or a long number between commas and words.
    fn reaches(&self, index: usize) -> bool {
        let cut = self.cut;
        let tokens = &self.pieces[index].tokens;
        let long = |at: u32| cut.shape(at) == Shape::Number && cut.word(at).len() >= 4;
        self.is_telephone(tokens)
            || (tokens.clone().any(|at| cut.is(at, ","))
                && tokens.clone().any(long)
                && stamps::stamp(cut, tokens.clone()).is_none())
    }

    /// "Responsible: Press unit": one or two words, a colon and a few more.
    fn is_label(&self, tokens: &Range<u32>) -> bool {
        let colon = tokens.clone().take(4).position(|at| self.cut.is(at, ":"));
        let named = self.cut.word(tokens.start).len() > 3;
        named && colon.is_some_and(|colon| (1..=2).contains(&colon)) && (3..=8).contains(&tokens.len())
    }

    /// A page without running text whose lines mostly lead elsewhere is a list: what else stands there says what it lists, as do the
    /// headings below its title.
    pub(super) fn list(&mut self, title: Option<u32>) {
        let others = self.pieces.iter().filter(|piece| piece.role == Role::Other).count();
        if others >= LIST {
            for (at, piece) in self.pieces.iter_mut().enumerate() {
                let of_list =
                    piece.role == Role::Known(BlockKind::Title) && title.is_some_and(|title| at > title as usize);
                if piece.role == Role::Open || of_list {
                    piece.role = Role::Known(BlockKind::Furniture);
                }
            }
        }
    }
}
