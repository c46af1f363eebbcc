//! What a line or paragraph is by itself, before its neighbours are asked.

use std::ops::Range;

use super::{Role, Shaper};
use crate::lines::Hint;
use crate::stamps::stamp;
use crate::{BlockKind, FurnitureKind, Shape};

impl Shaper<'_> {
    /// What a piece is by itself.
    pub(super) fn alone(&mut self, index: usize, in_head: bool) -> Role {
        let piece = &self.pieces[index];
        let (tokens, words, stops) = (piece.tokens.clone(), piece.words, piece.stops);
        match piece.hint {
            // A lead in the dress of a heading is text.
            Some(Hint::Heading) if !(stops && words >= 8 && self.cut.is(tokens.end - 1, ".")) => {
                if in_head && self.is_bare_date(&tokens) {
                    return Role::Known(BlockKind::Dateline);
                }
                return self.marked_end(index).unwrap_or(Role::Known(BlockKind::Title));
            }
            Some(Hint::Caption) => return Role::Known(BlockKind::Caption),
            Some(Hint::Teaser) => return Role::Other,
            _ => {}
        }
        if words == 0 {
            return self.wordless(&tokens);
        }
        // Links above the text may hold its title; where there is no text, a page is a list.
        if piece.hint == Some(Hint::Link) && !stops && words <= 25 && (!in_head || words <= 6 || !self.has_body) {
            return if words < 4 || (in_head && self.has_body) {
                Role::Known(BlockKind::Furniture)
            } else {
                Role::Other
            };
        }
        if let Some(role) = self.arrow(&tokens, words) {
            return role;
        }
        if let Some(role) = self.marked_end(index) {
            return role;
        }
        // "Posted by: A. Ek | Date: 14 October 2025 | In: News": above the text the day is more than who posted it.
        let stamped = self.stamped(index, in_head);
        if (stamped.is_none() || !in_head)
            && (self.is_buttons(&tokens) || self.is_prefixed(&tokens, words) || self.is_trail(&tokens, words, stops))
        {
            return Role::Known(BlockKind::Furniture);
        }
        if let Some(kind) = stamped {
            return Role::Known(kind);
        }
        let piece = &self.pieces[index];
        if words <= 12 && !stops && (self.is_telephone(&tokens) || self.is_mail(&tokens)) {
            return Role::Known(BlockKind::Furniture);
        }
        if piece.barred && words >= 3 && (piece.sentences < 4 || words < 60) {
            return Role::Known(BlockKind::Caption);
        }
        if self.is_source(index) {
            return Role::Known(BlockKind::Source);
        }
        if self.is_caption(index) {
            return Role::Known(BlockKind::Caption);
        }
        Role::Open
    }

    /// A line of signs and numbers alone.
    fn wordless(&self, tokens: &Range<u32>) -> Role {
        if stamp(self.cut, tokens.clone()).is_some() {
            return Role::Known(BlockKind::Dateline);
        }
        let signs: String = tokens.clone().take(8).map(|at| self.cut.word(at)).collect();
        if matches!(signs.as_str(), "###" | "####" | "./." | "-30-" | "–30–") {
            return Role::End;
        }
        Role::Known(BlockKind::Furniture)
    }

    /// A line that points elsewhere: `>> Another story`.
    fn arrow(&self, tokens: &Range<u32>, words: u32) -> Option<Role> {
        let cut = self.cut;
        let at = tokens.start;
        let doubled = cut.is(at, ">") && at + 1 < tokens.end && cut.is(at + 1, ">") && !cut.token(at + 1).spaced;
        let opened = cut.is(at, "»") && at + 1 < tokens.end && cut.token(at + 1).spaced;
        let pointed = cut.is_any(at, "►▶➤→⇒👉");
        let closed = tokens.clone().any(|at| cut.is(at, "«"));
        ((doubled || pointed || (opened && !closed)) && words <= 40).then_some(Role::Other)
    }

    /// A line that begins with a phrase that ends stories.
    fn marked_end(&mut self, index: usize) -> Option<Role> {
        let piece = &self.pieces[index];
        let (tokens, words, stops) = (piece.tokens.clone(), piece.words, piece.stops);
        let mut start = tokens.start;
        while start + 1 < tokens.end && self.cut.shape(start) == Shape::Punctuation {
            start += 1;
        }
        let after = self.phrase(start, tokens.end, FurnitureKind::End)?;
        let rest = (after..tokens.end).find(|&at| self.cut.is_word(at));
        let bracketed = start > tokens.start;
        match rest {
            None if bracketed && self.cut.is_any(tokens.start, "([-–—*#") => Some(Role::End),
            None => Some(Role::Others),
            // The phrase is part of a sentence.
            Some(_) if stops && words > 12 => None,
            Some(_) if self.cut.is_any(after, ":|-–—") || self.cut.is_any(after - 1, ":>»►") => {
                Some(Role::Other)
            }
            Some(_) if !stops && words <= 12 && after - start > 1 => Some(Role::Other),
            _ => None,
        }
    }

    /// A line made of the words of buttons, with numbers and signs: `Share Print (0)`.
    fn is_buttons(&mut self, tokens: &Range<u32>) -> bool {
        if tokens.len() > 60 {
            return false;
        }
        let mut at = tokens.start;
        while at < tokens.end {
            if !self.cut.is_word(at) {
                at += 1;
            } else if let Some(after) = self.phrase(at, tokens.end, FurnitureKind::Line) {
                at = after;
            } else {
                return self.is_counter(tokens);
            }
        }
        true
    }

    /// A word or three with a nought: `Kommentare (0)`.
    fn is_counter(&self, tokens: &Range<u32>) -> bool {
        let cut = self.cut;
        let numbers = tokens.clone().filter(|&at| cut.shape(at) == Shape::Number).collect::<Vec<_>>();
        tokens.len() <= 6
            && numbers.len() == 1
            && cut.word(numbers[0]) == "0"
            && (numbers[0] == tokens.start || cut.is(numbers[0] - 1, "("))
    }

    fn is_prefixed(&mut self, tokens: &Range<u32>, words: u32) -> bool {
        words <= 40 && self.phrase(tokens.start, tokens.end, FurnitureKind::Prefix).is_some()
    }

    /// A path of pages, a row of rubrics, tags or nothing but an address.
    fn is_trail(&self, tokens: &Range<u32>, words: u32, stops: bool) -> bool {
        let cut = self.cut;
        if stops || words > 60 {
            return false;
        }
        let bytes = cut.bytes(tokens);
        let text = &cut.text[bytes.start as usize..bytes.end as usize];
        if !text.contains(char::is_whitespace) {
            let address = text.starts_with("http://")
                || text.starts_with("https://")
                || text.starts_with("www.")
                || (text.contains('@') && text.contains('.'));
            return address;
        }
        if cut.is(tokens.start, "#") && !cut.token(tokens.start + 1).spaced && cut.is_word(tokens.start + 1) {
            return true;
        }
        for (signs, least) in [(">›»", 2), ("|•·", 3)] {
            let (mut count, mut longest, mut run) = (0, 0, 0);
            for at in tokens.clone() {
                if cut.is_any(at, signs) && cut.token(at).spaced {
                    (count, run) = (count + 1, 0);
                } else if cut.is_word(at) {
                    run += 1;
                    longest = longest.max(run);
                } else if cut.shape(at) == Shape::Number {
                    // What has numbers may say a date.
                    longest = 99;
                }
            }
            // The last part of a path may be the title.
            if count >= least && longest <= 5 {
                return true;
            }
        }
        false
    }

    /// A few words with an address of e-mail: "Press desk press@ministry.example".
    fn is_mail(&self, tokens: &Range<u32>) -> bool {
        let cut = self.cut;
        let glued = |at: u32| cut.is_word(at) && !cut.token(at).spaced;
        let at_sign = |at: u32| {
            cut.is(at, "@") && !cut.token(at).spaced && at > tokens.start && at + 1 < tokens.end && glued(at + 1)
        };
        tokens.len() <= 20 && tokens.clone().any(at_sign)
    }

    /// A line with the number of a telephone: it begins with a nought or a plus, and has seven figures or more.
    pub(super) fn is_telephone(&self, tokens: &Range<u32>) -> bool {
        let cut = self.cut;
        let number = |at: u32| cut.shape(at) == Shape::Number;
        let begins = |at: u32| {
            number(at)
                && (at == tokens.start || !number(at - 1))
                && ((cut.word(at).len() > 1 && cut.word(at).starts_with('0'))
                    || (at > tokens.start && cut.is(at - 1, "+")))
        };
        tokens.clone().take(60).any(|at| {
            let run = (at..tokens.end).take(12).take_while(|&next| number(next) || cut.is_any(next, "-()/"));
            begins(at) && run.filter(|&next| number(next)).map(|next| cut.word(next).len()).sum::<usize>() >= 7
        })
    }

    /// A date and at most its weekday, in the dress of a heading: "Tuesday, 5 September 2023".
    fn is_bare_date(&self, tokens: &Range<u32>) -> bool {
        let outside =
            |stamp: Range<u32>| tokens.clone().filter(|at| !stamp.contains(at) && self.cut.is_word(*at)).count();
        tokens.len() <= 16 && stamp(self.cut, tokens.clone()).is_some_and(|stamp| outside(stamp.tokens) <= 2)
    }

    /// A line that says when, and no more than that.
    fn stamped(&self, index: usize, in_head: bool) -> Option<BlockKind> {
        let cut = self.cut;
        let piece = &self.pieces[index];
        if piece.tokens.len() > 40 || piece.words > 16 {
            return None;
        }
        let stamp = stamp(cut, piece.tokens.clone())?;
        let outside = piece.tokens.clone().filter(|at| !stamp.tokens.contains(at) && cut.is_word(*at)).count();
        let parted = || {
            let signs = piece.tokens.clone().filter(|at| !stamp.tokens.contains(at));
            signs.into_iter().any(|at| cut.is_any(at, "|•·:–—,-/"))
                || stamp.tokens.start == piece.tokens.start
                || stamp.tokens.end == piece.tokens.end
        };
        let is = match outside {
            0..=3 => true,
            4..=10 if stamp.exact => true,
            4..=8 => !piece.stops && (in_head || piece.words <= 8) && index > 0 && parted(),
            _ => false,
        };
        is.then_some(BlockKind::Dateline)
    }

    /// A short text with words that mark captions at its head, in its brackets or at its end.
    fn is_caption(&mut self, index: usize) -> bool {
        let piece = &self.pieces[index];
        let (tokens, words, sentences) = (piece.tokens.clone(), piece.words, piece.sentences);
        if words > 70 || sentences > 4 {
            return false;
        }
        if words <= 50 && sentences <= 3 && self.phrase(tokens.start, tokens.end, FurnitureKind::Caption).is_some() {
            return true;
        }
        let cut = self.cut;
        let colon = |at: u32| at < tokens.end && cut.is(at, ":");
        for at in tokens.end.saturating_sub(18).max(tokens.start + 1)..tokens.end {
            let before = cut.shape(at - 1) == Shape::Punctuation;
            if !before && !colon(at + 1) && !colon(at + 2) {
                continue;
            }
            if self.phrase(at, tokens.end, FurnitureKind::Caption).is_some() {
                return true;
            }
            if cut.is(at - 1, "(")
                && words <= 45
                && sentences <= 3
                && tokens.len() > 8
                && let Some(after) = self.phrase(at, tokens.end, FurnitureKind::Source)
                && (cut.is(after - 1, ":") || colon(after))
            {
                return true;
            }
        }
        false
    }

    /// A short line that says where the text comes from.
    fn is_source(&mut self, index: usize) -> bool {
        let piece = &self.pieces[index];
        let (tokens, words, stops, sentences) = (piece.tokens.clone(), piece.words, piece.stops, piece.sentences);
        let cut = self.cut;
        let agency = tokens.len() == 1
            && cut.shape(tokens.start) == Shape::Upper
            && cut.word(tokens.start).len() <= 6
            && index > 0;
        if agency {
            return true;
        }
        let mut start = tokens.start;
        while start + 1 < tokens.end && cut.is_any(start, "([-–—*") {
            start += 1;
        }
        // "PV (theo TTXVN)": the phrase in brackets after a word or two.
        let bracket = tokens
            .clone()
            .take(6)
            .find(|&at| at > start && cut.is(at, "("))
            .map(|at| at + 1)
            .filter(|&at| at < tokens.end);
        let found = self.phrase(start, tokens.end, FurnitureKind::Source).or_else(|| {
            bracket.filter(|_| words <= 8).and_then(|at| self.phrase(at, tokens.end, FurnitureKind::Source))
        });
        if let Some(after) = found {
            let address =
                (after..tokens.end.min(after + 6)).any(|at| cut.word(at).starts_with("http") || cut.word(at) == "www");
            return sentences <= 2 && (address || (words <= 8) || (words <= 14 && !stops));
        }
        // "(TTXVN/Vietnam+)", "(END)": a few words in brackets at the end of the story.
        cut.is(tokens.start, "(")
            && cut.is(tokens.end - 1, ")")
            && words <= 4
            && !stops
            && index > 2
            && !(index + 2 < self.pieces.len() && self.is_body(index + 1))
    }

    fn phrase(&mut self, at: u32, end: u32, kind: FurnitureKind) -> Option<u32> {
        self.habits.phrase(&self.cut, at, end, kind, &mut self.scratch)
    }
}
