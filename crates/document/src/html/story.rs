//! Lays out the blocks of the main text, and says what the page says of itself.

use std::ops::RangeInclusive;

use super::head::{Line, day, plain_line};
use super::parser::{Parser, Piece};
use rustc_hash::FxHashSet;

use super::text::{TELLING, composed, length};
use super::tree::{ASKS_BY_LINK, Tag};
use crate::lines::{Hint, Marks};
use crate::normal::compose;
use crate::open::Page;
use crate::told;

/// Blocks that may stand between the main heading and the main text.
const BETWEEN: usize = 12;
/// Blocks that may stand between a title far above the main text and that, as long as it is looked for there what tells the day.
const FAR: usize = 40;
/// Elements around the main text in which its title is looked for.
const NEAR: usize = 8;
/// Lines of a page that may be its title.
const LINES: usize = 2000;
/// Characters of the longest line that tells the day.
const LONGEST_DATE: u32 = 80;
/// Characters that the main text has at least.
const LEAST: u32 = 200;
/// Characters of the shortest link that is a headline for sure.
const HEADLINE: u32 = 25;
/// Characters of the longest summary of another story.
const SUMMARY: u32 = 300;
/// So many summaries make a list.
const LIST: usize = 3;
/// So many words of a title are few.
const FEW: usize = 4;
/// So many rows of two cells make a table of labels.
const LABELS: usize = 2;
/// Characters of the longest box without paragraphs that leads elsewhere.
const LEADS: u32 = 300;
/// Characters of the longest text that stands alone beside a picture and is its own.
const LONGEST_BESIDE: u32 = 160;
/// How far around a picture its text stands.
const BESIDE: usize = 4;
/// A title is not longer, in bytes.
pub(super) const LONGEST_TITLE: usize = 500;

impl Parser<'_> {
    /// The first of the lines above the main text that stand nearest around it, where nothing tells which of them is the title.
    fn head_of(&self, start: usize) -> usize {
        let Some(piece) = self.pieces.get(start) else { return start };
        let parents = std::iter::successors(Some(piece.node), |&node| (node > 0).then(|| self.tree[node].parent));
        let line = |piece: &Piece| piece.hint != Some(Hint::Link) && self.bytes(piece) <= LONGEST_TITLE;
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
        self.tell_captions();
        let mut title = self.marked.title.take().or_else(|| self.head.title(&self.lines()));
        let mut story = self.story(&main, title.as_deref());
        if title.as_deref().is_some_and(|title| self.is_of_site(title, &story, &main)) {
            let other = self.story(&main, None);
            if self.has_title(&other) {
                (title, story) = (None, other);
            }
        }
        if let Some(body) = self.body_by_data(&story) {
            story.pieces.retain(|piece| piece.hint == Some(Hint::Heading));
            story.pieces.extend(body);
        }
        self.tell_list(&mut story.pieces);
        self.tell_cards(&mut story.pieces);
        for piece in &mut story.pieces {
            if title.as_deref() == Some(self.shown(piece)) {
                piece.hint = Some(Hint::Heading);
            }
        }
        let mut page = Page::default();
        let has_heading = story
            .pieces
            .iter()
            .take(BETWEEN)
            .any(|piece| piece.level == 1 || title.as_deref() == Some(self.shown(piece)));
        let heading = || self.pieces.iter().find(|piece| piece.level == 1).map(|piece| self.shown(piece));
        if let Some(first) = title.as_deref().or_else(heading).filter(|_| !has_heading) {
            lay(&mut page, first, Some(Hint::Heading));
        }
        let date = self.marked.date.as_deref();
        if let Some(date) = date.filter(|date| story.pieces.iter().all(|piece| self.shown(piece) != *date)) {
            lay(&mut page, date, None);
        }
        for piece in &story.pieces {
            lay(&mut page, self.shown(piece), piece.hint.filter(|_| date != Some(self.shown(piece))));
        }
        (page.canonical, page.alternates) = self.head.addresses(address);
        page.published = match date {
            Some(date) => day(date),
            None => {
                let far = !self.names_year(&story.pieces);
                self.head.published(&self.habits.calendar, |node| story.elements.contains(&node), far)
            }
        };
        page.byline = self.marked.byline.or_else(|| self.head.byline());
        page.language = self.head.language;
        page.title = title;
        page
    }

    /// The text that a page tells in its data alone, where a script would show it: `{"articleBody": "The minister …"}`.
    fn body_by_data(&mut self, story: &Story) -> Option<Vec<Piece>> {
        let body = self.head.linked.body.take()?;
        let told: usize =
            story.pieces.iter().filter(|piece| self.is_telling(piece)).map(|piece| self.bytes(piece)).sum();
        let bytes = composed(&body);
        if bytes < LEAST as usize || told * 4 > bytes {
            return None;
        }
        let mut pieces = Vec::new();
        for line in body.lines().map(plain_line).filter(|line| !line.is_empty()) {
            let start = self.text.len();
            self.text.push_str(&line);
            pieces.push(Piece { start, end: self.text.len(), node: 0, hint: None, level: 0 });
            self.text.push('\n');
        }
        Some(pieces)
    }

    /// Whether what the head calls the title is that of the site or a rubric: the story has few of its words, and does not show it or
    /// has another heading above its text.
    fn is_of_site(&self, title: &str, story: &Story, main: &RangeInclusive<u32>) -> bool {
        let head = story.pieces.iter().take_while(|piece| self.bytes(piece) <= LONGEST_TITLE / 2);
        let other = |piece: &Piece| piece.hint == Some(Hint::Heading) && self.shown(piece) != title;
        let is_shown = story.pieces.iter().any(|piece| self.shown(piece) == title);
        if !self.head.says_title_once() || (is_shown && !head.into_iter().any(other)) {
            return false;
        }
        let mut told = String::new();
        // What `<title>` says alone does not bear itself out above the main text: there stands the name of the site too. Nor do a few
        // words of it that stand above another heading: "Official Report".
        let few = (2..=FEW).contains(&title.split_whitespace().count());
        let repeats = |piece: &Piece| {
            let same = self.shown(piece) == title;
            same && (few || (title == self.head.title && !main.contains(&piece.node)))
        };
        let lines = story.pieces.iter().filter(|piece| piece.hint != Some(Hint::Link) && !repeats(piece));
        for piece in lines.take(BETWEEN * 2) {
            told.push_str(self.shown(piece));
            told.push(' ');
        }
        let told = compose(told.to_lowercase()).0;
        let title = &*compose(title.to_owned()).0;
        // Endings differ: the head of a word is enough.
        let is_told = |word: &&str| told.contains(&word.chars().take(5).collect::<String>().to_lowercase());
        let borne_out = title.split(['|', '>', '»', '/', '·', '•', '–', '—']).any(|part| {
            let words = || part.split(|sign: char| !sign.is_alphanumeric()).filter(|word| word.chars().count() > 3);
            let told = words().filter(is_told).count();
            // Where the page does not show it, all of a short one.
            let enough = if is_shown || words().nth(FEW * 2).is_some() {
                told * 3 >= words().count() * 2
            } else {
                told == words().count()
            };
            told > 0 && enough
        });
        told.len() >= LEAST as usize && !borne_out
    }

    /// Whether a line above the text of a story may be its title.
    fn has_title(&self, story: &Story) -> bool {
        let head = story.pieces.iter().take(BETWEEN).take_while(|piece| self.bytes(piece) <= LONGEST_TITLE / 2);
        head.into_iter().any(|piece| {
            let text = self.shown(piece);
            let words = text.split_whitespace().count();
            piece.hint != Some(Hint::Link) && words >= 3 && !text.ends_with('.') && !self.is_dated(piece)
        })
    }

    fn shown(&self, piece: &Piece) -> &str {
        &self.text[piece.start..piece.end]
    }

    /// The bytes of a block, its accents composed.
    fn bytes(&self, piece: &Piece) -> usize {
        composed(self.shown(piece))
    }

    /// Tells which blocks are the text of pictures, now that it is known how long these are.
    fn tell_captions(&mut self) {
        for piece in &mut self.pieces {
            if piece.hint != Some(Hint::Heading) && self.tree.is_caption(piece.node) {
                piece.hint = Some(Hint::Caption);
            }
        }
        let heading = self.pieces.iter().position(|piece| piece.hint == Some(Hint::Heading));
        for (node, at) in std::mem::take(&mut self.pictures) {
            if let Some(piece) = self.beside(node, at).filter(|piece| heading.is_some_and(|heading| heading < *piece)) {
                self.pieces[piece].hint = Some(Hint::Caption);
            }
        }
    }

    /// The one short text that stands behind a picture in a box of theirs, with or without a shorter one of who took it; a lead is a
    /// paragraph.
    fn beside(&self, node: u32, at: usize) -> Option<usize> {
        let next = self.pieces.partition_point(|piece| piece.start < at);
        let piece = self.pieces.get(next)?;
        let around = std::iter::successors(Some(node), |&node| (node > 0).then(|| self.tree[node].parent));
        let is_in =
            |piece: Option<&Piece>, of: u32| piece.is_some_and(|piece| (of..=self.tree[of].last).contains(&piece.node));
        let of = around.take(BESIDE).find(|&of| is_in(Some(piece), of))?;
        let before = next.checked_sub(1).and_then(|before| self.pieces.get(before));
        let is_text = |piece: &Piece, longest: u32| {
            let bare = piece.hint.is_none() && self.tree[piece.node].tag != Tag::Paragraph;
            bare && length(self.shown(piece)) <= longest && !self.is_dated(piece)
        };
        let after = self.pieces.get(next + 1).filter(|after| is_in(Some(after), of));
        let alone = !is_in(before, of)
            && after.is_none_or(|after| is_text(after, TELLING) && !is_in(self.pieces.get(next + 2), of));
        (alone && is_text(piece, LONGEST_BESIDE) && of > 0).then_some(next)
    }

    /// The lines that may be the title.
    fn lines(&self) -> Vec<Line<'_>> {
        let of_page = self.pieces.iter().filter(|piece| piece.level == 1 || !self.tree[piece.node].aside);
        let short = of_page.filter(|piece| self.bytes(piece) <= LONGEST_TITLE).take(LINES);
        short.map(|piece| Line { text: self.shown(piece), level: piece.level }).collect()
    }

    /// The blocks of the story: those of the main text, and what stands above it, from the title on.
    fn story(&self, main: &RangeInclusive<u32>, title: Option<&str>) -> Story {
        let by_site = self.pieces.iter().any(|piece| self.tree[piece.node].main);
        let inside = |piece: &Piece| {
            let node = &self.tree[piece.node];
            if by_site { node.main } else { main.contains(&piece.node) && !node.aside }
        };
        // The main heading often stands outside of the main text, with date and lead between them.
        let start = self.pieces.iter().position(inside).unwrap_or(0);
        let above = self.pieces[..start]
            .iter()
            .rposition(|piece| match title {
                Some(title) => piece.level == 1 || title == self.shown(piece),
                None => piece.hint == Some(Hint::Heading),
            })
            .filter(|above| start - above <= BETWEEN)
            .or_else(|| title.is_none().then(|| self.head_of(start)))
            .unwrap_or(start);
        let dated =
            self.dated_above(above).filter(|_| !self.is_dated_below(self.pieces.get(above + 1..).unwrap_or_default()));
        let between = |index: usize| (dated == Some(index) || (above..start).contains(&index)) && !by_site;
        let mut pieces: Vec<Piece> = Vec::new();
        for (index, piece) in self.pieces.iter().enumerate() {
            let node = &self.tree[piece.node];
            if inside(piece) || (between(index) && piece.hint != Some(Hint::Link) && !node.aside) {
                pieces.push(*piece);
            }
        }
        if !by_site {
            self.cut_above(&mut pieces, title);
            self.cut_boxes(&mut pieces);
            self.cut_labels(&mut pieces);
            self.cut_small_print(&mut pieces);
        }
        let text = |least: u32, of: &dyn Fn(&Piece) -> bool| {
            let text = self.pieces.iter().filter(|piece| piece.hint != Some(Hint::Link) && of(piece));
            text.map(|piece| length(self.shown(piece))).filter(|&length| length >= least).sum::<u32>()
        };
        let kept: FxHashSet<usize> = pieces.iter().map(|piece| piece.start).collect();
        let told = text(0, &|piece| kept.contains(&piece.start));
        let elsewhere = text(TELLING, &|piece| !kept.contains(&piece.start));
        if told < LEAST && elsewhere > told && !by_site {
            // So little that the marks of the page cannot be trusted: all that can be seen.
            pieces.clone_from(&self.pieces);
        }
        if let Some(apart) = self.dated_apart(title, above, &pieces).filter(|_| !by_site) {
            let at = pieces.partition_point(|piece| piece.start < apart.start);
            pieces.insert(at, Piece { hint: None, level: 0, ..apart });
        }
        let first = self.pieces.get(dated.unwrap_or(above)).map_or(0, |piece| self.tree[piece.node].parent);
        let last = pieces.last().map_or(0, |piece| self.tree[piece.node].last);
        Story { pieces, elements: first..=last.max(*main.end()) }
    }

    /// Leaves out the paragraphs above the title, where more stands below it: what the site says of itself or asks for.
    fn cut_above(&self, pieces: &mut Vec<Piece>, title: Option<&str>) {
        let is_title = |piece: &Piece| piece.hint == Some(Hint::Heading) && title == Some(self.shown(piece));
        let Some(place) = pieces.iter().position(is_title) else { return };
        // Of the days above it the nearest may be its own; the others, and all where one stands below, are those of looking at the page.
        let below = self.is_dated_below(&pieces[place + 1..]);
        let own = pieces[..place].iter().rposition(|piece| self.is_dated(piece)).filter(|_| !below);
        let mut at = 0;
        pieces.retain(|piece| {
            at += 1;
            at > place || own == Some(at - 1) || !self.is_dated(piece)
        });
        let Some(place) = pieces.iter().position(is_title) else { return };
        // Main headings above it are those of the site.
        let mut at = 0;
        pieces.retain(|piece| {
            at += 1;
            at > place || piece.level != 1
        });
        let Some(place) = pieces.iter().position(is_title) else { return };
        let sum = |pieces: &[Piece]| {
            let told = pieces.iter().filter(|piece| self.is_telling(piece));
            told.map(|piece| length(self.shown(piece))).sum::<u32>()
        };
        if sum(&pieces[..place]) < sum(&pieces[place..]) {
            let mut at = 0;
            pieces.retain(|piece| {
                at += 1;
                at > place || !self.is_telling(piece) || self.is_dated(piece)
            });
        }
    }

    /// Leaves out the boxes between the paragraphs of a story that have none themselves, or a short one, and end in a link: "Our letter",
    /// "What happens in Bern, every Friday.", "Sign in".
    fn cut_boxes(&self, pieces: &mut Vec<Piece>) {
        let is_paragraph = |piece: &Piece| self.is_telling(piece) && self.tree[piece.node].tag == Tag::Paragraph;
        let Some(first) = pieces.iter().position(is_paragraph) else { return };
        if pieces.iter().filter(|piece| is_paragraph(piece)).count() < LIST {
            return;
        }
        let is_heading = |piece: &Piece| piece.hint == Some(Hint::Heading);
        let is_bare = |piece: &Piece| matches!(self.tree[piece.node].tag, Tag::Section | Tag::Own);
        let mut boxed = vec![false; pieces.len()];
        for at in first + 2..pieces.len() {
            if pieces[at].hint != Some(Hint::Link) || !is_bare(&pieces[at]) {
                continue;
            }
            let around =
                std::iter::successors(Some(pieces[at].node), |&node| (node > 0).then(|| self.tree[node].parent));
            let holds = |of: u32, at: usize| {
                pieces.get(at).is_some_and(|piece| (of..=self.tree[of].last).contains(&piece.node))
            };
            let Some(of) = around.take(BESIDE).find(|&of| holds(of, at - 1)) else { continue };
            let from = (first + 1..at).rev().take(BETWEEN).take_while(|&before| holds(of, before)).last().unwrap_or(at);
            let text: u32 = pieces[from..=at].iter().map(|piece| length(self.shown(piece))).sum();
            let one = from + 1 == at && text <= ASKS_BY_LINK;
            let is_box = pieces[from..=at].iter().all(is_bare) || (one && !is_heading(&pieces[from]));
            if !holds(of, from - 1) && !holds(of, at + 1) && text <= LEADS && is_box {
                boxed[from..=at].fill(true);
            }
        }
        let mut at = 0;
        pieces.retain(|_| {
            at += 1;
            !boxed[at - 1]
        });
    }

    /// Whether a piece is a paragraph of some length.
    fn is_telling(&self, piece: &Piece) -> bool {
        matches!(piece.hint, None | Some(Hint::Text)) && length(self.shown(piece)) >= TELLING
    }

    /// Tells a page whose paragraphs are short and all stand below links: these are summaries of what the links lead to.
    fn tell_list(&self, pieces: &mut [Piece]) {
        let (mut summaries, mut told) = (Vec::new(), 0);
        let mut links = FxHashSet::default();
        let mut led = false;
        for (at, piece) in pieces.iter().enumerate() {
            let text = self.shown(piece);
            if piece.hint == Some(Hint::Link) {
                // Speakers are links too, but short, and come again.
                led |= (piece.level > 0 || length(text) >= HEADLINE) && links.insert(text);
            } else if self.is_telling(piece) {
                told += 1;
                if std::mem::take(&mut led) && length(text) <= SUMMARY {
                    summaries.push(at);
                }
            }
        }
        if summaries.len() >= LIST && summaries.len() * 5 >= told * 4 {
            for at in summaries {
                pieces[at].hint = Some(Hint::Teaser);
            }
        }
    }

    /// A heading that leads elsewhere and the one paragraph below it, in a box of theirs: another story. The names of speakers are
    /// links too, but short, or have more below them.
    fn tell_cards(&self, pieces: &mut [Piece]) {
        for at in 1..pieces.len() {
            let (link, piece) = (pieces[at - 1], pieces[at]);
            // Right below another such story a headline may be short.
            let is_next = at > 1 && pieces[at - 2].hint == Some(Hint::Teaser);
            let long = length(self.shown(&link)) >= HEADLINE || is_next;
            let leads = link.hint == Some(Hint::Link) && link.level > 1 && long;
            if !leads || !self.is_telling(&piece) || length(self.shown(&piece)) > SUMMARY {
                continue;
            }
            let around = std::iter::successors(Some(piece.node), |&node| (node > 0).then(|| self.tree[node].parent));
            let of = around.take(BESIDE).find(|&of| (of..=self.tree[of].last).contains(&link.node));
            // Nothing else is told in the box.
            if of.is_some_and(|of| of > 0 && self.tree[of].text <= length(self.shown(&piece))) {
                pieces[at].hint = Some(Hint::Teaser);
            }
        }
    }

    /// Leaves out the labels above the text of what is short itself: "Date" beside "3 June 2025", in a table or list.
    fn cut_labels(&self, pieces: &mut Vec<Piece>) {
        let is_short = |piece: &Piece| length(self.shown(piece)) < TELLING;
        let text = |piece: &Piece| !is_short(piece) && piece.hint != Some(Hint::Heading);
        let Some(first) = pieces.iter().position(text) else { return };
        let row = |at: usize| self.tree.fact(pieces.get(at)?.node).map(|(row, _)| row);
        let named = |at: usize| {
            let next = pieces.get(at + 1).filter(|next| is_short(next) && next.hint == Some(Hint::Text));
            let beside = next.and_then(|next| self.tree.fact(next.node)).filter(|(_, label)| !label);
            beside.is_some() && row(at + 1) == row(at) && is_short(&pieces[at])
        };
        let is_marked = |at: usize| self.tree.fact(pieces[at].node).is_some_and(|(_, label)| label);
        // "Date | 3 June 2025", "Subject | The Minister departs": a word or two before one other cell.
        let is_first = |at: usize| {
            let text = self.shown(&pieces[at]);
            let word = text.split_whitespace().count() <= 2 && !text.contains(|sign: char| sign.is_numeric());
            word && row(at + 2) != row(at) && (at == 0 || row(at - 1) != row(at))
        };
        let rows = (0..first).filter(|&at| named(at) && is_first(at)).count();
        let is_label = |at: usize| named(at) && (is_marked(at) || (rows >= LABELS && is_first(at)));
        let labels: Vec<bool> = (0..first).map(is_label).collect();
        let mut at = 0;
        pieces.retain(|_| {
            at += 1;
            !labels.get(at - 1).is_some_and(|label| *label)
        });
    }

    /// Leaves out the small print under a story whose text is larger. A line that tells the day stays.
    fn cut_small_print(&self, pieces: &mut Vec<Piece>) {
        let is_small = |piece: &Piece| self.tree[piece.node].small;
        let is_text = |piece: &&Piece| !matches!(piece.hint, Some(Hint::Link | Hint::Heading | Hint::Caption));
        let sum = |small: bool| {
            let of = pieces.iter().filter(is_text).filter(|piece| is_small(piece) == small);
            of.map(|piece| self.bytes(piece)).sum::<usize>()
        };
        if sum(true) * 2 > sum(false) {
            return;
        }
        let last = pieces.iter().rposition(|piece| is_text(&piece) && !is_small(piece)).unwrap_or(0);
        let mut index = 0;
        pieces.retain(|piece| {
            index += 1;
            index <= last + 1 || !is_small(piece) || self.is_dated(piece)
        });
    }

    /// A short line with a year right above the title, which may tell the day, where nothing else of the page tells it.
    fn dated_above(&self, above: usize) -> Option<usize> {
        if self.head_tells_day() {
            return None;
        }
        let from = above.saturating_sub(4);
        let is_date = |piece: &Piece| piece.hint != Some(Hint::Link) && self.is_dated(piece);
        self.pieces[from..above].iter().rposition(is_date).map(|place| from + place)
    }

    fn head_tells_day(&self) -> bool {
        self.head.published(&self.habits.calendar, |_| false, true).is_some()
    }

    /// A short line set apart that tells the day, between the title and the text or right below it, where nothing else of the page tells it:
    /// "Senast uppdaterad 9 dec 2025, 14.05". What stands beside links is the day of what these lead to.
    fn dated_apart(&self, title: Option<&str>, above: usize, pieces: &[Piece]) -> Option<Piece> {
        let (first, last) = (pieces.first()?, pieces.last()?);
        if self.head_tells_day() || self.names_year(pieces) {
            return None;
        }
        let place = |start: usize| self.pieces.partition_point(|piece| piece.start < start);
        // The title may stand so far above that it is no part of the story.
        let far = above.saturating_sub(FAR);
        let titled = self.pieces[far..above].iter().rposition(|piece| title == Some(self.shown(piece)));
        let from = titled.map_or(above, |titled| far + titled).min(place(first.start));
        let head = &self.pieces[from..place(first.start)];
        let foot = self.pieces[place(last.end)..].iter().take(4).take_while(|piece| piece.hint != Some(Hint::Link));
        let inside =
            pieces.windows(2).take(BETWEEN).flat_map(|two| &self.pieces[place(two[0].end)..place(two[1].start)]);
        let tells = |piece: &&Piece| {
            piece.hint != Some(Hint::Link)
                && self.is_dated(piece)
                && told::tells(self.shown(piece), &self.habits.calendar)
        };
        head.iter().chain(inside).chain(foot).find(tells).copied()
    }

    /// Whether a short line between the title and the first paragraph names a year: what stands above the title is the day on which the page
    /// is looked at.
    fn is_dated_below(&self, below: &[Piece]) -> bool {
        let lines = below.iter().take(BETWEEN).take_while(|piece| !self.is_telling(piece) || self.is_dated(piece));
        lines.into_iter().any(|piece| piece.hint != Some(Hint::Heading) && self.is_dated(piece))
    }

    /// Whether one of the first or last lines of a story names a year.
    fn names_year(&self, pieces: &[Piece]) -> bool {
        let last = pieces.len().saturating_sub(4).max(BETWEEN.min(pieces.len()));
        pieces.iter().take(BETWEEN).chain(&pieces[last..]).any(|piece| self.is_dated(piece))
    }

    /// Whether a piece is a short line with a year.
    fn is_dated(&self, piece: &Piece) -> bool {
        let text = self.shown(piece);
        text.len() <= LONGEST_DATE as usize * 4 && length(text) <= LONGEST_DATE && told::names_year(text)
    }
}

/// The blocks of a story.
struct Story {
    pieces: Vec<Piece>,
    /// The elements in and around them.
    elements: RangeInclusive<u32>,
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
