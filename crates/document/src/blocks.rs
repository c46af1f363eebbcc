//! Tells what each line or paragraph is, by its shape and by the phrases of furniture that packs know.
//!
//! What is called furniture or teaser is lost to the reader, so in doubt a block is a paragraph.

mod alone;
mod ends;

use std::hash::BuildHasher;
use std::ops::Range;

use rustc_hash::{FxBuildHasher, FxHashSet};

use crate::cut::Cut;
use crate::habits::{Habits, lower};
use crate::language::{Main, Teller};
use crate::lines::{Hint, Line};
use crate::sentences::Splitter;
use crate::stamps;
use crate::wrap;
use crate::{Block, BlockKind, Sentence, Settings, Shape};

#[cfg(test)]
mod tests;

/// The blocks of a text.
pub(crate) struct Shaped {
    pub(crate) main: Main,
    pub(crate) blocks: Vec<Block>,
    pub(crate) sentences: Vec<Sentence>,
    /// The block that is most likely the title.
    pub(crate) title: Option<u32>,
}

/// A block before it is known what it is.
struct Piece {
    tokens: Range<u32>,
    hint: Option<Hint>,
    barred: bool,
    /// Words, at most 1000.
    words: u32,
    sentences: u32,
    /// Whether it ends as a sentence does.
    stops: bool,
    role: Role,
}

/// What a block may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// To be told by what stands around it.
    Open,
    Known(BlockKind),
    /// A heading over other stories.
    Others,
    /// One line that leads to another story.
    Other,
    /// A sign that the story ends.
    End,
}

/// What a page says of itself.
pub(crate) struct Said<'a> {
    pub(crate) title: Option<&'a str>,
    pub(crate) byline: Option<&'a str>,
    pub(crate) language: Option<&'a str>,
}

/// Cuts lines into blocks and sentences.
pub(crate) fn blocks(cut: Cut<'_>, lines: Vec<Line>, habits: &Habits, settings: &Settings, said: &Said<'_>) -> Shaped {
    let mut splitter = Splitter::new(cut, habits);
    let lines = wrap::join(cut, part_stamps(cut, lines), &mut splitter);
    let mut teller = Teller::new(cut, habits);
    let ranges: Vec<Range<u32>> = lines.iter().map(|line| line.tokens.clone()).collect();
    let main = teller.main(&ranges, settings, said.language);

    let mut sentences = Vec::with_capacity(cut.tokens.len() / 24 + lines.len());
    let mut blocks = Vec::with_capacity(lines.len());
    let mut pieces = Vec::with_capacity(lines.len());
    for (index, line) in lines.into_iter().enumerate() {
        let language = teller.block(line.tokens.clone(), &main);
        let first = sentences.len() as u32;
        splitter.split(line.tokens.clone(), index as u32, language, &mut sentences);
        blocks.push(Block {
            kind: BlockKind::Paragraph,
            bytes: cut.bytes(&line.tokens),
            sentences: first..sentences.len() as u32,
            language,
        });
        pieces.push(Piece {
            words: cut.words(line.tokens.start..line.tokens.end.min(line.tokens.start + 1000)) as u32,
            sentences: sentences.len() as u32 - first,
            stops: splitter.ends(line.tokens.clone(), language),
            tokens: line.tokens,
            hint: line.hint,
            barred: line.barred,
            role: Role::Open,
        });
    }
    let mut shaper = Shaper { cut, habits, pieces, has_body: false, scratch: String::new() };
    let title = shaper.shape(said);
    for (block, piece) in blocks.iter_mut().zip(&shaper.pieces) {
        block.kind = match piece.role {
            Role::Open => BlockKind::Paragraph,
            Role::Known(kind) => kind,
            Role::Others | Role::End => BlockKind::Furniture,
            Role::Other => BlockKind::Teaser,
        };
    }
    Shaped { main, blocks, sentences, title }
}

/// Parts a date such as `date 2025-06-03` from the text that follows it in one of the first lines.
fn part_stamps(cut: Cut<'_>, mut lines: Vec<Line>) -> Vec<Line> {
    for index in 0..lines.len().min(3) {
        let line = lines[index].clone();
        if let Some(end) = stamps::leading(cut, &line.tokens)
            && end + 3 <= line.tokens.end
            && cut.is_word(end)
            && cut.is_word(end + 1)
        {
            lines[index].tokens.end = end;
            lines.insert(index + 1, Line { tokens: end..line.tokens.end, apart: true, ..line });
            break;
        }
    }
    lines
}

/// Whether a line begins with a bullet, a dash or a number of a list.
pub(crate) fn is_item(cut: Cut<'_>, tokens: &Range<u32>) -> bool {
    let at = |step: u32| tokens.start + step;
    let spaced = |step: u32| at(step) < tokens.end && cut.token(at(step)).spaced;
    match cut.shape(at(0)) {
        Shape::Punctuation => {
            (cut.is_any(at(0), "-–—•*·▪‣●○■□►+") && spaced(1))
                || (cut.is(at(0), "(") && at(2) < tokens.end && cut.is(at(2), ")") && spaced(3))
        }
        Shape::Number => at(1) < tokens.end && cut.is_any(at(1), ".)") && !spaced(1) && spaced(2),
        _ => cut.word(at(0)).len() <= 3 && at(1) < tokens.end && cut.is(at(1), ")") && spaced(2),
    }
}

/// Gives each piece its role.
struct Shaper<'a> {
    cut: Cut<'a>,
    habits: &'a Habits,
    pieces: Vec<Piece>,
    /// Whether there is running text.
    has_body: bool,
    scratch: String,
}

impl Shaper<'_> {
    /// Gives each piece its role; gives the piece that is the title.
    fn shape(&mut self, said: &Said<'_>) -> Option<u32> {
        let first_body = (0..self.pieces.len()).find(|&index| self.is_body(index));
        self.has_body = first_body.is_some();
        for index in 0..self.pieces.len() {
            self.pieces[index].role = self.alone(index, first_body.is_none_or(|body| index < body));
        }
        self.clips(said.title);
        let first = (0..self.pieces.len()).find(|&index| self.pieces[index].role == Role::Open && self.is_body(index));
        if let Some(byline) = said.byline {
            self.bylines(byline);
        }
        let title = self.head(first, said.title);
        self.headings(first.unwrap_or(self.pieces.len()));
        self.others(first.unwrap_or(self.pieces.len()));
        match first {
            Some(first) => {
                self.contacts(first);
                self.card(first, said.byline);
                self.loose_ends(first);
                self.empty_headings(first);
            }
            None => self.list(title),
        }
        title
    }

    /// Whether a piece is running text, by its length.
    fn is_body(&self, index: usize) -> bool {
        let piece = &self.pieces[index];
        let loud = self.cut.is_any(piece.tokens.end - 1, "?!")
            && index == 0
            && piece.words <= 20
            && piece.sentences == 1
            && self.pieces.len() > 2;
        piece.hint != Some(Hint::Heading)
            && !loud
            && (piece.words > 35
                || (piece.stops && piece.words >= 5)
                || (piece.sentences > 1 && piece.words >= 12)
                || self.is_long_unspaced(piece))
    }

    /// Whether a piece in a script without spaces is as long as a sentence.
    fn is_long_unspaced(&self, piece: &Piece) -> bool {
        let bytes = self.cut.bytes(&piece.tokens);
        piece.words < 5 && piece.stops && bytes.len() > 36
    }

    /// The lines before the first running text: titles, and what stands around them.
    fn head(&mut self, first: Option<usize>, page_title: Option<&str>) -> Option<u32> {
        let open = self.pieces.iter().filter(|piece| piece.role == Role::Open).count();
        if let Some(title) = page_title {
            self.repeated(title);
        }
        let until = match first {
            Some(first) => first,
            // No running text: one line alone may be a sentence without its stop, of several the first is the title.
            None if open > 1 => {
                self.pieces.iter().position(|piece| piece.role == Role::Open).map_or(0, |first| first + 1)
            }
            None => 0,
        };
        for index in 0..until {
            let piece = &self.pieces[index];
            let last = piece.tokens.end - 1;
            if piece.role != Role::Open || piece.words > 30 {
                continue;
            }
            let title = (!piece.stops || self.cut.is_any(last, "?!"))
                && !self.cut.is_any(last, ":,;")
                && !is_item(self.cut, &piece.tokens)
                && !self.goes_on(index);
            // A counter is no title: "21,306 views".
            let title = title && !(piece.words <= 2 && self.cut.shape(piece.tokens.start) == Shape::Number);
            // Where the page tells its title, a few words with a number are how long it takes to read, how often it was.
            let counts = page_title.is_some()
                && piece.hint != Some(Hint::Heading)
                && piece.words <= 5
                && piece.tokens.clone().any(|at| self.cut.shape(at) == Shape::Number);
            if counts && !piece.stops {
                self.pieces[index].role = Role::Known(BlockKind::Furniture);
                continue;
            }
            let place = title && self.is_place(&piece.tokens);
            if place {
                self.pieces[index].role = Role::Known(BlockKind::Dateline);
            } else if title {
                self.pieces[index].role = Role::Known(BlockKind::Title);
            }
        }
        self.best_title(first)
    }

    /// The title among the lines at the head: the one that says most of what the story says.
    fn best_title(&self, first: Option<usize>) -> Option<u32> {
        let is_title = |index: &usize| self.pieces[*index].role == Role::Known(BlockKind::Title);
        // Below the first text only where none stands above it.
        let is_text = |piece: &Piece| piece.role == Role::Open && piece.words >= 8;
        let text = self.pieces.iter().position(is_text).filter(|&text| first.is_some_and(|first| text <= first));
        let above = text.filter(|&text| (0..text).any(|index| is_title(&index)));
        let limit = above.or(first.map(|first| first + 4)).unwrap_or(8).min(self.pieces.len());
        let titles = || (0..limit).filter(is_title).take(40);
        if titles().nth(1).is_none() {
            return titles().next().map(|index| index as u32);
        }
        let cut = self.cut;
        let mut scratch = String::new();
        let mut key = |at: u32| {
            let word = cut.word(at);
            (cut.is_word(at) && word.len() > 3).then(|| FxBuildHasher.hash_one(lower(word, &mut scratch)))
        };
        let body = first.map_or(0..0, |first| {
            self.pieces[first].tokens.start..(self.pieces[first].tokens.start + 300).min(cut.tokens.len() as u32)
        });
        let told: FxHashSet<u64> = body.filter_map(&mut key).collect();
        let mut score = |index: usize| {
            let piece = &self.pieces[index];
            let said = piece.tokens.clone().filter_map(&mut key).filter(|word| told.contains(word)).count().min(8);
            let full = piece.words >= 3 && !self.is_rubric(index);
            (full, said)
        };
        // The first of the best.
        titles()
            .map(|index| (index, score(index)))
            .reduce(|best, next| if next.1 > best.1 { next } else { best })
            .map(|(index, _)| index as u32)
    }

    /// "HANOI (VNA) -": a place or agency on a line of its own.
    fn is_place(&self, tokens: &Range<u32>) -> bool {
        let cut = self.cut;
        let dashed = cut.is_any(tokens.end - 1, "-–—");
        let agency = cut.is(tokens.end - 1, ")")
            && tokens.len() >= 4
            && cut.is(tokens.end - 3, "(")
            && cut.shape(tokens.end - 2) == Shape::Upper;
        tokens.len() <= 12 && (dashed || (agency && cut.words(tokens.clone()) <= 4))
    }

    /// Whether a line is parted as rubrics are: `News / Press`.
    fn is_rubric(&self, index: usize) -> bool {
        let piece = &self.pieces[index];
        piece.words <= 5 && piece.tokens.clone().any(|at| self.cut.is_any(at, "|/>›»") && self.cut.token(at).spaced)
    }

    /// Lines that say the page's own title again, with the site's name or without.
    fn repeated(&mut self, title: &str) {
        let title = title.trim();
        if title.len() < 8 {
            return;
        }
        for piece in self.pieces.iter_mut().filter(|piece| piece.role == Role::Open && piece.words <= 40) {
            let bytes = self.cut.bytes(&piece.tokens);
            let text = &self.cut.text[bytes.start as usize..bytes.end as usize];
            if text.starts_with(title) && text.len() <= title.len() + 50
                || (title.starts_with(text) && text.len() * 2 > title.len())
            {
                piece.role = Role::Known(BlockKind::Title);
            }
        }
    }

    /// Short lines without a stop between paragraphs.
    fn headings(&mut self, first: usize) {
        let short = |shaper: &Self, index: usize| {
            let piece = &shaper.pieces[index];
            piece.role == Role::Open && piece.words <= 14 && !piece.stops && !is_item(shaper.cut, &piece.tokens)
        };
        for index in first + 1..self.pieces.len().saturating_sub(1) {
            let piece = &self.pieces[index];
            if !short(self, index) || piece.hint == Some(Hint::Text) || piece.hint == Some(Hint::Link) {
                continue;
            }
            let cut = self.cut;
            let begins = !cut.is_small(piece.tokens.start) && cut.shape(piece.tokens.start) != Shape::Number;
            let ends = !cut.is_any(piece.tokens.end - 1, ":,;-–—");
            let above = self.pieces[index - 1].role != Role::Open || !short(self, index - 1);
            let below = &self.pieces[index + 1];
            let leads = matches!(below.role, Role::Open | Role::Known(BlockKind::Caption))
                && (!short(self, index + 1) || below.words > 14)
                && below.words >= 5;
            if begins && ends && above && leads && piece.words >= 1 && !self.goes_on(index) {
                self.pieces[index].role = Role::Known(BlockKind::Title);
            }
        }
    }

    /// "The King received A, / B, and / C.", a line each: whether a list goes on with a line.
    fn goes_on(&self, index: usize) -> bool {
        let before = index.checked_sub(1).map(|before| &self.pieces[before].tokens);
        before.is_some_and(|before| !before.is_empty() && self.cut.is(before.end - 1, ","))
    }

    /// What follows the end of the story.
    fn others(&mut self, first: usize) {
        let mut index = first + 1;
        while index < self.pieces.len() {
            match self.pieces[index].role {
                Role::Others => index = self.after_heading(index + 1),
                Role::Other => index = self.after_pointer(index + 1),
                Role::End => index = self.after_end(index + 1),
                Role::Known(BlockKind::Source) => index = self.after_source(index + 1),
                Role::Open if self.ends_in_sign(index) => index = self.after_end(index + 1),
                _ => index += 1,
            }
        }
    }

    /// A paragraph whose last signs are "./.".
    fn ends_in_sign(&self, index: usize) -> bool {
        let tokens = &self.pieces[index].tokens;
        tokens.len() > 8
            && self.cut.is(tokens.end - 1, ".")
            && self.cut.is(tokens.end - 2, "/")
            && !self.cut.token(tokens.end - 1).spaced
    }

    /// Whether a piece is a paragraph of several sentences.
    fn is_full(&self, index: usize) -> bool {
        self.pieces
            .get(index)
            .is_some_and(|piece| piece.role == Role::Open && piece.sentences >= 2 && piece.words >= 25)
    }

    /// Below "Related stories": headlines and summaries, until running text resumes.
    fn after_heading(&mut self, mut index: usize) -> usize {
        while index < self.pieces.len() {
            let resumes = self.is_full(index) && (self.pieces[index].words >= 40 || self.is_full(index + 1));
            if resumes {
                return index;
            }
            let piece = &mut self.pieces[index];
            match piece.role {
                Role::Open | Role::Known(BlockKind::Title | BlockKind::Caption | BlockKind::Dateline) => {
                    piece.role = Role::Known(BlockKind::Teaser)
                }
                _ => {}
            }
            index += 1;
        }
        index
    }

    /// Below a line that leads elsewhere: more such lines, if nothing but short ones follows.
    fn after_pointer(&mut self, index: usize) -> usize {
        let headlines = |piece: &Piece| match piece.role {
            Role::Open => !piece.stops && piece.words <= 25,
            Role::Known(kind) => kind != BlockKind::Paragraph,
            _ => true,
        };
        if self.pieces[index..].iter().all(headlines) { self.tease(index, |piece| piece.words >= 4) } else { index }
    }

    /// Below a sign that ends the story: other stories, unless notes or a further text stand there.
    fn after_end(&mut self, index: usize) -> usize {
        let cut = self.cut;
        let notes = (index..self.pieces.len()).any(|at| {
            self.is_full(at) || (self.pieces[at].role == Role::Open && is_item(cut, &self.pieces[at].tokens))
        });
        if notes { index } else { self.tease(index, |piece| piece.words >= 4) }
    }

    /// Below a source line: other stories, if the text before it was longer and nothing full follows.
    fn after_source(&mut self, index: usize) -> usize {
        let words = |pieces: &[Piece]| {
            pieces.iter().filter(|piece| piece.role == Role::Open).map(|piece| piece.words).sum::<u32>()
        };
        if (index..self.pieces.len()).any(|at| self.is_full(at))
            || words(&self.pieces[..index]) < words(&self.pieces[index..]) * 2
        {
            return index;
        }
        self.tease(index, |piece| piece.words >= 5)
    }

    /// Summaries of other stories at the end of a page that nothing marks: each a sentence, none with the story's names.
    fn loose_ends(&mut self, first: usize) {
        let summary = |shaper: &Self, piece: &Piece| {
            let cut = shaper.cut;
            let quoted = piece.tokens.clone().any(|at| cut.is_any(at, "\"“”„«»:"));
            piece.role == Role::Open
                && piece.sentences == 1
                && (10..=60).contains(&piece.words)
                && !is_item(cut, &piece.tokens)
                && !quoted
        };
        let mut from = self.pieces.len();
        while from > first + 3 && self.pieces.len() - from < 80 {
            let piece = &self.pieces[from - 1];
            if matches!(piece.role, Role::Open | Role::Known(BlockKind::Paragraph)) && !summary(self, piece) {
                break;
            }
            from -= 1;
        }
        let summaries = self.pieces[from..].iter().filter(|piece| summary(self, piece)).count();
        if summaries < 3 {
            return;
        }
        // How many of its names each paragraph shares with all before it; the first says nothing.
        let mut known = FxHashSet::default();
        let mut names = Vec::new();
        let (mut alike, mut unlike) = (0, 0);
        let mut tail: Option<usize> = None;
        for index in first..self.pieces.len() {
            if self.pieces[index].role != Role::Open {
                continue;
            }
            self.names(index, &mut names);
            let shared = names.iter().filter(|name| known.contains(*name)).count();
            let strange = names.len() >= 2 && shared * 5 <= names.len();
            match tail {
                Some(_) if !strange => {
                    unlike += 1;
                    tail = None;
                }
                None if strange && index >= from && index > first + 2 => tail = Some(index),
                None if index > first && strange => unlike += 1,
                None if index > first => alike += 1,
                _ => {}
            }
            if tail.is_none() {
                known.extend(names.iter().copied());
            }
        }
        let Some(mut tail) = tail else { return };
        let count = self.pieces[tail..].iter().filter(|piece| piece.role == Role::Open).count();
        // A digest has other names in every paragraph.
        if count < 3 || alike < 2 || alike < unlike * 2 {
            return;
        }
        if self.pieces[tail - 1].role == Role::Known(BlockKind::Title) && tail > first + 2 {
            tail -= 1;
        }
        self.tease(tail, |_| true);
    }

    /// The names in a paragraph: words with capitals that begin no sentence.
    fn names(&mut self, index: usize, names: &mut Vec<u64>) {
        let cut = self.cut;
        let tokens = self.pieces[index].tokens.clone();
        names.clear();
        for at in tokens.start + 1..tokens.end.min(tokens.start + 200) {
            let inside = !cut.is_any(at - 1, ".!?…\"“”");
            if inside
                && cut.is_capital(at)
                && cut.word(at).len() > 2
                && self.habits.function_word(cut.word(at), &mut self.scratch) == 0
            {
                names.push(FxBuildHasher.hash_one(cut.word(at)));
            }
        }
    }

    /// Makes teasers of what is open from a piece on.
    fn tease(&mut self, from: usize, is: impl Fn(&Piece) -> bool) -> usize {
        for piece in &mut self.pieces[from..] {
            if piece.role == Role::Open && is(piece) || piece.role == Role::Known(BlockKind::Title) {
                piece.role = Role::Known(BlockKind::Teaser);
            }
        }
        self.pieces.len()
    }
}
