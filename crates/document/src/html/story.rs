//! Lays out the blocks of the main text, and says what the page says of itself.

use super::head::{Line, day};
use super::parser::{Parser, Piece};
use super::text::length;
use crate::lines::{Hint, Marks};
use crate::open::Page;

/// Blocks that may stand between the main heading and the main text.
const BETWEEN: usize = 12;
/// Elements around the main text in which its title is looked for.
const NEAR: usize = 8;
/// A title is not longer, in bytes.
pub(super) const LONGEST_TITLE: usize = 500;

impl Parser<'_> {
    /// The first of the lines above the main text that stand nearest around it, where nothing tells which of them is the title.
    fn head_of(&self, start: usize) -> usize {
        let Some(piece) = self.pieces.get(start) else { return start };
        let parents = std::iter::successors(Some(piece.node), |&node| (node > 0).then(|| self.tree[node].parent));
        let line = |piece: &Piece| piece.hint != Some(Hint::Link) && piece.end - piece.start <= LONGEST_TITLE;
        for node in parents.take(NEAR) {
            let of =
                self.pieces[..start].iter().rev().take(BETWEEN).take_while(|piece| piece.node >= node && line(piece));
            let lines = of.count();
            if lines > 0 {
                return start - lines;
            }
        }
        start
    }

    /// Finds the main text and lays out its blocks.
    pub(super) fn finish(mut self, address: Option<&str>) -> Page {
        let main = self.tree.find_main();
        for piece in &mut self.pieces {
            if piece.hint != Some(Hint::Heading) && self.tree.is_caption(piece.node) {
                piece.hint = Some(Hint::Caption);
            }
        }
        let by_site = self.pieces.iter().any(|piece| self.tree[piece.node].main);
        let inside = |piece: &Piece| {
            let node = &self.tree[piece.node];
            if by_site { node.main } else { main.contains(&piece.node) && !node.aside }
        };
        let shown = |piece: &Piece| &self.text[piece.start..piece.end];
        let of_page = self.pieces.iter().filter(|piece| piece.level == 1 || !self.tree[piece.node].aside);
        let lines: Vec<Line<'_>> = of_page
            .filter(|piece| piece.end - piece.start <= LONGEST_TITLE)
            .map(|piece| Line { text: shown(piece), level: piece.level })
            .collect();
        let title = self.marked.title.take().or_else(|| self.head.title(&lines));
        let says_title = |piece: &Piece| title.as_deref().is_some_and(|title| shown(piece) == title);
        // The main heading often stands outside of the main text, with date and lead between them.
        let start = self.pieces.iter().position(inside).unwrap_or(0);
        let above = self.pieces[..start]
            .iter()
            .rposition(|piece| piece.level == 1 || says_title(piece))
            .filter(|above| start - above <= BETWEEN)
            .or_else(|| title.is_none().then(|| self.head_of(start)))
            .unwrap_or(start);
        let between = |index: usize, piece: &Piece| index >= above && index < start && piece.hint != Some(Hint::Link);
        let of_story = |&(index, piece): &(usize, &Piece)| {
            inside(piece) || (!by_site && between(index, piece) && !self.tree[piece.node].aside)
        };
        let mut kept: Vec<Piece> = self.pieces.iter().enumerate().filter(of_story).map(|(_, piece)| *piece).collect();
        let length: u32 = kept.iter().map(|piece| length(shown(piece))).sum();
        if length < 200 && !by_site {
            // So little that the marks of the page cannot be trusted: all that can be seen.
            kept.clone_from(&self.pieces);
        }
        let is_heading =
            |piece: &Piece| title.as_deref().is_none_or(|title| shown(piece) == title || title.contains(shown(piece)));
        let heading = self.pieces.iter().find(|piece| piece.level == 1 && is_heading(piece)).map(shown);
        let mut page = Page::default();
        let has_heading = kept.iter().take(12).any(|piece| piece.level == 1 || says_title(piece));
        if let Some(first) = heading.or(title.as_deref()).filter(|_| !has_heading) {
            lay(&mut page, first, Some(Hint::Heading));
        }
        let date = self.marked.date.as_deref();
        if let Some(date) = date.filter(|date| kept.iter().all(|piece| shown(piece) != *date)) {
            lay(&mut page, date, None);
        }
        for piece in &kept {
            lay(&mut page, shown(piece), piece.hint.filter(|_| date != Some(shown(piece))));
        }
        (page.canonical, page.alternates) = self.head.addresses(address);
        page.published = date.and_then(day).or_else(|| self.head.published().filter(|_| date.is_none()));
        page.byline = self.marked.byline.or_else(|| self.head.byline());
        page.language = self.head.language;
        page.title = title;
        page
    }
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
