//! A document with its marks: what all later steps look at.

use std::hash::Hasher as _;
use std::ops::Range;

use document::{Block, BlockKind, Document, Shape, Token, small};
use packs::{
    DateMatch, Entry, LAYERS, Language, Layer, Link, Mark, Marks, Packs, Party, Reference, UNKNOWN, Value, When, World,
};
use rustc_hash::FxHasher;

use crate::begins::Begins;

/// The most tokens of the brackets around an agency in a dateline.
const AGENCY: u32 = 8;
/// How many words of an agency may stand behind the day.
const AGENCY_BEHIND: u32 = 4;
/// How many tokens has a sentence at most that is a dateline.
const LINE: usize = 14;
/// How many tokens behind its city has one that is a city in capitals.
const BESIDE_CITY: u32 = 4;
/// No anniversary is of so few years.
const FEW_YEARS: i16 = 2;
/// Nor is a round one, which no day begins: a term is shorter.
const LEAST_ROUND: i16 = 15;
/// So many letters of a word tell it from others whatever its ending.
const BEGINNING: usize = 8;
/// What a line of a list begins with.
const LIST_SIGNS: [&str; 10] = ["-", "–", "—", "•", "·", "*", "+", "→", "▪", "●"];

const ALL: [Layer; LAYERS] = [
    Layer::Names,
    Layer::Links,
    Layer::Figures,
    Layer::Triggers,
    Layer::Speech,
    Layer::Topics,
    Layer::Occasions,
    Layer::Particles,
    Layer::Verbs,
    Layer::Handles,
];

/// A document with the numbers of its words and all marks.
pub(crate) struct Page<'a> {
    pub(crate) packs: &'a Packs,
    pub(crate) document: &'a Document,
    marks: Marks,
    pub(crate) dates: Vec<DateMatch>,
    /// The years to which anniversaries are counted: "25 October 1973-*2023*".
    pub(crate) anniversaries: Vec<i16>,
    words: Vec<u32>,
    /// The tokens that count as the last part of their word, and what numbers they have as they are.
    shortened: Vec<(u32, u32)>,
    /// What begins at each token.
    begins: Vec<Begins>,
    /// What stands before each sentence.
    before: Vec<Before>,
}

/// How many marks of each layer and how many dates stand before a sentence.
#[derive(Clone, Copy, Debug)]
struct Before {
    marks: [u32; LAYERS],
    dates: u32,
}

impl<'a> Page<'a> {
    /// Scans a document; `main` is the language of blocks that have none of their own.
    pub(crate) fn new(packs: &'a Packs, document: &'a Document, main: u8) -> Self {
        let tokens = document.tokens();
        let mut page = Self {
            packs,
            document,
            marks: Marks::with_room(tokens.len()),
            dates: Vec::new(),
            anniversaries: Vec::new(),
            words: vec![UNKNOWN; tokens.len()],
            shortened: Vec::new(),
            begins: tokens.iter().map(Begins::token).collect(),
            before: Vec::with_capacity(document.sentences().len() + 1),
        };
        for index in 0..document.sentences().len() {
            page.before.push(page.so_far());
            let sentence = &document.sentences()[index];
            let language = &packs.languages[usize::from(page.block_of(index).language.unwrap_or(main))];
            let lexicon = &language.lexicon;
            let range = sentence.tokens.clone();
            let of_sentence = range.start as usize..range.end as usize;
            lexicon.number(document.text(), &tokens[of_sentence.clone()], &mut page.words[of_sentence.clone()]);
            let shortened =
                lexicon.shorten(document.text(), &tokens[of_sentence.clone()], &mut page.words[of_sentence]);
            page.shortened.extend(shortened.into_iter().map(|(at, number)| (range.start + at, number)));
            lexicon.scan(document.text(), tokens, &page.words, range.clone(), &mut page.marks);
            for layer in ALL {
                for &mark in page.marks.last(layer) {
                    let here = &mut page.begins[mark.start as usize];
                    *here = here.or(Begins::mark(layer, &lexicon.of(mark).value));
                }
            }
            let figures = page.marks.last(Layer::Figures);
            let found = language.dates.find(lexicon, document.text(), tokens, &page.words, figures, range.clone());
            // "Theresa May": a month alone behind a capitalised word is a name's.
            let named = |date: &DateMatch| {
                let before = date
                    .start
                    .checked_sub(1)
                    .filter(|before| range.contains(before))
                    .map(|before| &tokens[before as usize]);
                let capital = before.is_some_and(|token| {
                    token.shape == Shape::Capital && !language.is_function_word(document.word(token))
                });
                date.end == date.start + 1 && date.parts.month[0].is_some() && capital
            };
            // "2/12" is a day where it heads a line, else it may be a fraction.
            let block = document.blocks()[sentence.block as usize].sentences.start;
            let misplaced =
                |date: &DateMatch| date.when == When::Line && !(index as u32 == block && date.start == range.start);
            for date in found {
                match anniversary(document, &date, &range) {
                    // "(25 October 1973-2023)" dates nothing that happens.
                    Some(year) => page.anniversaries.push(year),
                    None if named(&date) || misplaced(&date) => {}
                    None => page.dates.push(date),
                }
            }
            let opens = |at: u32| {
                let token = &tokens[at as usize];
                token.shape == Shape::Punctuation && document.word(token) == "("
            };
            page.anniversaries
                .extend(range.clone().filter(|&at| opens(at)).filter_map(|at| round(document, at + 1, &range)));
        }
        page.before.push(page.so_far());
        page
    }

    fn so_far(&self) -> Before {
        Before { marks: ALL.map(|layer| self.marks.all(layer).len() as u32), dates: self.dates.len() as u32 }
    }

    fn block_of(&self, sentence: usize) -> &'a Block {
        &self.document.blocks()[self.document.sentences()[sentence].block as usize]
    }

    /// A sentence by its index.
    pub(crate) fn sentence(&self, index: usize, main: u8) -> Sentence<'_> {
        let block = self.block_of(index);
        let tokens = self.document.sentences()[index].tokens.clone();
        let (before, behind) = (&self.before[index], &self.before[index + 1]);
        let marks = |layer: Layer| {
            let of = |before: &Before| before.marks[layer as usize] as usize;
            &self.marks.all(layer)[of(before)..of(behind)]
        };
        let mut sentence = Sentence {
            page: self,
            language: &self.packs.languages[usize::from(block.language.unwrap_or(main))],
            block: block.kind,
            block_index: self.document.sentences()[index].block,
            index,
            story_start: tokens.start,
            all: self.document.tokens(),
            begins: &self.begins,
            dates: &self.dates[before.dates as usize..behind.dates as usize],
            marks: ALL.map(marks),
            tokens,
        };
        if block.sentences.start as usize == index {
            sentence.story_start = sentence.behind_dateline();
        }
        sentence
    }

    /// What no language owns.
    pub(crate) fn world(&self) -> &'a World {
        &self.packs.world
    }

    /// The number that the language's lexicon has for a word as it is written.
    pub(crate) fn word_number(&self, at: u32) -> u32 {
        match self.shortened.binary_search_by_key(&at, |one| one.0) {
            Ok(place) => self.shortened[place].1,
            Err(_) => self.words[at as usize],
        }
    }

    /// The bytes that some tokens cover.
    pub(crate) fn bytes(&self, tokens: Range<u32>) -> Range<u32> {
        let all = self.document.tokens();
        all[tokens.start as usize].start..all[tokens.end.max(tokens.start + 1) as usize - 1].end
    }

    /// The text that some tokens cover.
    pub(crate) fn quote(&self, tokens: Range<u32>) -> &'a str {
        self.document.quote(self.bytes(tokens))
    }

    /// Whether a token is a sign with which lines of a list begin.
    pub(crate) fn list_sign(&self, at: u32) -> bool {
        LIST_SIGNS.contains(&self.quote(at..at + 1))
    }

    /// For whom the one acts whom the world knows by a name, written as in a text.
    pub(crate) fn leader(&self, written: &str) -> Option<Party> {
        self.world().leader(&written.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
    }
}

/// Two years that a dash joins, the first at a token.
pub(crate) fn joined_years(document: &Document, at: u32, within: &Range<u32>) -> Option<[i16; 2]> {
    let word = |at: u32| within.contains(&at).then(|| document.word(&document.tokens()[at as usize]));
    let year = |at: u32| word(at).filter(|word| word.len() == 4)?.parse::<i16>().ok();
    let first = year(at)?;
    year(at + 2).filter(|_| matches!(word(at + 1), Some("-" | "–" | "—"))).map(|last| [first, last])
}

/// The year to which an anniversary is counted that a day with a year begins: "25 October 1973-*2023*".
fn anniversary(document: &Document, date: &DateMatch, within: &Range<u32>) -> Option<i16> {
    let began = date.parts.year[0].filter(|_| date.parts.day[0].is_some() && date.parts.year[1].is_none())?;
    let [first, last] = joined_years(document, date.end.checked_sub(1)?, within)?;
    (first == began && last > first + FEW_YEARS).then_some(last)
}

/// The same of two years so far apart as those of an anniversary: "(1995-2025)", but not "(2026-2035)".
fn round(document: &Document, at: u32, within: &Range<u32>) -> Option<i16> {
    let [first, last] = joined_years(document, at, within)?;
    ((last - first) % 5 == 0 && last - first >= LEAST_ROUND).then_some(last)
}

/// A sentence with its language.
#[derive(Clone)]
pub(crate) struct Sentence<'p> {
    pub(crate) page: &'p Page<'p>,
    pub(crate) language: &'p Language,
    pub(crate) block: BlockKind,
    pub(crate) block_index: u32,
    /// Its place among the sentences of the document.
    pub(crate) index: usize,
    pub(crate) tokens: Range<u32>,
    /// All tokens of the document, and what begins at each.
    all: &'p [Token],
    begins: &'p [Begins],
    dates: &'p [DateMatch],
    /// Its marks, layer by layer.
    marks: [&'p [Mark]; LAYERS],
    story_start: u32,
}

impl<'p> Sentence<'p> {
    /// The same sentence, as if it stood in a block of another kind.
    pub(crate) fn in_block(self, block: BlockKind) -> Self {
        Self { block, ..self }
    }

    /// A token.
    pub(crate) fn token(&self, at: u32) -> &'p Token {
        &self.all[at as usize]
    }

    /// The text of a token.
    pub(crate) fn word(&self, at: u32) -> &'p str {
        self.page.document.word(self.token(at))
    }

    /// How a word that the pack knows begins, as a number: the same for its forms, "förbundspresident" and
    /// "förbundspresidenten".
    pub(crate) fn beginning(&self, at: u32) -> Option<u64> {
        if self.page.word_number(at) == UNKNOWN {
            return None;
        }
        let word = self.word(at);
        let head = &word.as_bytes()[..word.len().min(BEGINNING)];
        if head.is_ascii() {
            return Some(head.iter().fold(0, |all, byte| all << 8 | u64::from(byte.to_ascii_lowercase())));
        }
        let mut hasher = FxHasher::default();
        for letter in word.chars().take(BEGINNING) {
            match small(letter) {
                Some(small) => hasher.write_u32(small.into()),
                None => letter.to_lowercase().for_each(|small| hasher.write_u32(small.into())),
            }
        }
        Some(hasher.finish())
    }

    /// Whether a token is in the sentence and is this sign.
    pub(crate) fn is(&self, at: u32, sign: &str) -> bool {
        self.tokens.contains(&at) && {
            let token = self.token(at);
            self.page.document.text().as_bytes()[token.start as usize..token.end as usize] == *sign.as_bytes()
        }
    }

    /// Whether a token of the sentence begins with a capital.
    pub(crate) fn capital(&self, at: u32) -> bool {
        self.begins(at, Begins::CAPITAL)
    }

    /// The entry of a mark of this sentence.
    pub(crate) fn entry(&self, mark: Mark) -> &'p Entry {
        self.language.lexicon.of(mark)
    }

    /// Some marks of this sentence with what they mean.
    fn meant(&self, marks: &'p [Mark]) -> impl DoubleEndedIterator<Item = (Mark, &'p Value)> + use<'p> {
        let lexicon = &self.language.lexicon;
        marks.iter().map(move |&mark| (mark, &lexicon.of(mark).value))
    }

    /// The marks of a layer within some tokens, with what they mean.
    #[inline]
    pub(crate) fn within(
        &self,
        layer: Layer,
        tokens: Range<u32>,
    ) -> impl DoubleEndedIterator<Item = (Mark, &'p Value)> + use<'p> {
        let marks = self.marks[layer as usize];
        self.meant(if marks.is_empty() { marks } else { self.marks_within(marks, &tokens) })
    }

    fn marks_within(&self, marks: &'p [Mark], tokens: &Range<u32>) -> &'p [Mark] {
        let before = |at: u32| marks.partition_point(|mark| mark.start < at);
        let from = if tokens.start <= self.tokens.start { 0 } else { before(tokens.start) };
        let to = if tokens.end >= self.tokens.end { marks.len() } else { before(tokens.end) };
        &marks[from..to.max(from)]
    }

    /// The marks of a layer in the sentence.
    pub(crate) fn marks(&self, layer: Layer) -> impl DoubleEndedIterator<Item = (Mark, &'p Value)> + use<'p> {
        self.meant(self.marks[layer as usize])
    }

    /// The marks of a layer that begin at a token.
    #[inline]
    pub(crate) fn at(&self, layer: Layer, token: u32) -> impl DoubleEndedIterator<Item = (Mark, &'p Value)> + use<'p> {
        self.meant(if self.begins(token, Begins::layer(layer)) { self.marks_at(layer, token) } else { &[] })
    }

    fn marks_at(&self, layer: Layer, token: u32) -> &'p [Mark] {
        let marks = self.marks[layer as usize];
        let marks = &marks[marks.partition_point(|mark| mark.start < token)..];
        &marks[..marks.iter().take_while(|mark| mark.start == token).count()]
    }

    /// Whether any of some marks begins at a token of the sentence: the fastest thing to ask of it.
    #[inline]
    pub(crate) fn begins(&self, at: u32, some: Begins) -> bool {
        self.tokens.contains(&at) && self.begins[at as usize].any(some)
    }

    /// The first token, from one on, at which any of some begins; the end of the sentence if there is none.
    pub(crate) fn next(&self, at: u32, some: Begins) -> u32 {
        let rest = at.min(self.tokens.end)..self.tokens.end;
        let begins = &self.begins[rest.start as usize..rest.end as usize];
        begins.iter().position(|begins| begins.any(some)).map_or(rest.end, |place| rest.start + place as u32)
    }

    /// The end of a small word of a class that begins at a token.
    #[inline]
    pub(crate) fn link(&self, at: u32, wanted: Link) -> Option<u32> {
        if self.begins(at, Begins::link(wanted)) { self.link_at(at, wanted) } else { None }
    }

    /// Whether a small word of a class begins at a token.
    #[inline]
    pub(crate) fn is_link(&self, at: u32, wanted: Link) -> bool {
        self.begins(at, Begins::link(wanted))
    }

    /// Whether a small word of a class begins at any of some tokens.
    pub(crate) fn has_link(&self, tokens: Range<u32>, wanted: Link) -> bool {
        let (from, to) = (tokens.start.max(self.tokens.start), tokens.end.min(self.tokens.end));
        from < to && self.begins[from as usize..to as usize].iter().any(|begins| begins.any(Begins::link(wanted)))
    }

    fn link_at(&self, at: u32, wanted: Link) -> Option<u32> {
        self.at(Layer::Links, at)
            .find_map(|(mark, value)| matches!(value, Value::Link(link) if *link == wanted).then_some(mark.end))
    }

    /// Whether a phrase that may open an engagement begins at a token.
    pub(crate) fn opens(&self, at: u32) -> bool {
        let opens = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.opens());
        self.at(Layer::Triggers, at).any(|(_, value)| opens(value))
    }

    /// The reference that begins at a token.
    #[inline]
    pub(crate) fn reference(&self, at: u32) -> Option<(Reference, u32)> {
        if self.begins(at, Begins::REFERENCE) { self.reference_at(at) } else { None }
    }

    fn reference_at(&self, at: u32) -> Option<(Reference, u32)> {
        self.at(Layer::Names, at).find_map(|(mark, value)| match value {
            Value::Reference(reference) => Some((*reference, mark.end)),
            _ => None,
        })
    }

    /// The dates of the sentence.
    pub(crate) fn dates(&self) -> &'p [DateMatch] {
        self.dates
    }

    /// Where the place, date and agency at its head end ("HANOI, July 10 (VNA) –"); its start where there are none.
    pub(crate) fn dateline_end(&self) -> u32 {
        self.story_start
    }

    /// Whether the sentence is nothing but a place, an agency and a date: "Lima (Andina), 20 October.", "YEREVAN, FEBRUARY 8,
    /// ARMENPRESS."
    fn is_dateline(&self) -> bool {
        let [.., date] = self.dates() else { return false };
        let start = self.tokens.start;
        let closed = |at: u32| self.token(at).shape == Shape::Punctuation;
        let city = |(_, value): (Mark, &Value)| matches!(value, Value::City(_));
        // Behind the day the agency, where a city is named.
        let agency = (date.end..self.tokens.end).filter(|&at| !closed(at)).count() as u32;
        let placed = || self.marks(Layer::Names).any(city);
        let headed = date.start > start && agency == 0 || agency <= AGENCY_BEHIND && placed();
        let small = |at: u32| {
            self.token(at).shape == Shape::Lower
                && !self.dates().iter().any(|date| (date.start..date.end).contains(&at))
        };
        let acts = |layer| self.within(layer, self.tokens.clone()).next().is_some();
        let holder = |value: &Value| matches!(value, Value::Office(_) | Value::Honorific(_));
        self.tokens.len() <= LINE
            && headed
            && date.parts.day[0].is_some()
            && !self.tokens.clone().any(small)
            && !acts(Layer::Triggers)
            && !self.within(Layer::Names, self.tokens.clone()).any(|(_, value)| holder(value))
    }

    /// Whether the sentence is nothing but a city in capitals, with its country or an agency at most: "OTTAWA.", "BELÉM, Brazil."
    fn is_city_alone(&self) -> bool {
        let start = self.tokens.start;
        let city = self.at(Layer::Names, start).find(|(_, value)| matches!(value, Value::City(_)));
        let Some(end) = city.map(|(mark, _)| mark.end) else { return false };
        let capitals = (start..end).all(|at| self.token(at).shape == Shape::Upper);
        let rest = |at: u32| matches!(self.token(at).shape, Shape::Punctuation | Shape::Upper | Shape::Capital);
        capitals
            && self.tokens.end <= end + BESIDE_CITY
            && self.is(self.tokens.end - 1, ".")
            && (end..self.tokens.end).all(rest)
    }

    /// Looks for the dateline at the head of a block's first sentence.
    fn behind_dateline(&self) -> u32 {
        let start = self.tokens.start;
        if !self.capital(start) && !self.is(start, "(") {
            return start;
        }
        if self.is_dateline() || self.is_city_alone() {
            return self.tokens.end;
        }
        let head = start..(start + 20).min(self.tokens.end);
        let closed = |at: u32| self.tokens.contains(&at) && self.token(at).shape == Shape::Punctuation;
        let dash = |at: u32| {
            closed(at)
                && matches!(self.word(at), "-" | "–" | "—" | "―")
                && (self.token(at).spaced || self.is(at + 1, "-"))
                && self.tokens.contains(&(at + 1))
        };
        // "Addis Ababa, 22 December 2023: …", "Accra, Ghana | 3 July 2025 | …".
        let sign = |at: u32| self.is(at, ":") || self.is(at, "|");
        let colon = |at: u32| sign(at) && self.dates().iter().any(|date| date.end <= at && date.end + 2 > at);
        // "Pretoria: …".
        let city = self
            .within(Layer::Names, start..start + 1)
            .find(|(mark, value)| matches!(value, Value::City(_)) && sign(mark.end))
            .map(|(mark, _)| mark.end);
        // "Havana, 24 July (Prensa Latina) Foreign Minister …".
        let bracket = || {
            let (city, _) = self.at(Layer::Names, start).find(|(_, value)| matches!(value, Value::City(_)))?;
            let open = head.clone().find(|&at| self.is(at, "("))?;
            let date = |at: u32| self.dates().iter().any(|date| (date.start..date.end).contains(&at));
            let close = (open..(open + AGENCY).min(head.end)).find(|&at| self.is(at, ")"))?;
            // "Windhoek, Namibia, 6 February 2026 (Prensa Libre del Sur)".
            let country = |at: u32| self.at(Layer::Names, at).any(|(_, value)| matches!(value, Value::Party(..)));
            let plain = (city.end..open).all(|at| self.is(at, ",") || date(at) || country(at));
            (plain && !dash(close + 1)).then_some(close + 1)
        };
        // "(Havana Post, 15 January 2026) Foreign Minister …".
        let signed = || {
            let close = (start + 1..(start + 2 * AGENCY).min(head.end)).find(|&at| self.is(at, ")"))?;
            let dated = self.dates().iter().any(|date| (start..close).contains(&date.start));
            (self.is(start, "(") && dated && !dash(close + 1)).then_some(close + 1)
        };
        let end = bracket().or_else(signed).or_else(|| {
            head.clone()
                .find(|&at| at > start && closed(at) && (dash(at) || colon(at) || city == Some(at)))
                .map(|at| if self.is(at + 1, "-") { at + 2 } else { at + 1 })
        });
        let told = |end: u32| {
            let place = self
                .within(Layer::Names, start..end)
                .any(|(_, value)| matches!(value, Value::City(_) | Value::Party(..)));
            place || self.dates().iter().any(|date| date.start < end) || (start..end).any(|at| self.is(at, "("))
        };
        let verb = |end: u32| {
            self.within(Layer::Triggers, start..end).next().is_some()
                || self.within(Layer::Speech, start..end).next().is_some()
        };
        // Whoever is named with an office belongs to the story; of an agency's letters, "(MNA)", nobody is.
        let person = |end: u32| {
            self.within(Layer::Names, start..end).any(|(mark, value)| {
                let letters = mark.start > start && self.is(mark.start - 1, "(") && self.is(mark.end, ")");
                matches!(value, Value::Office(_) | Value::Honorific(_)) && !letters
            })
        };
        // "CAIRO – 11 June 2026: …": the date behind the dash is of it too.
        let dated = |end: u32| {
            let date = self.dates().iter().find(|date| (end..end + 2).contains(&date.start))?;
            let closed = self.is(date.end, ":") || (self.tokens.contains(&date.end) && dash(date.end));
            closed.then_some(date.end + 1)
        };
        let end = end.map(|end| dated(end).unwrap_or(end));
        end.filter(|&end| told(end) && !verb(end) && !person(end)).unwrap_or(start)
    }

    /// Whether a sentence is the first of its block.
    pub(crate) fn heads_block(&self) -> bool {
        let document = self.page.document;
        let first = document.blocks()[self.block_index as usize].sentences.start;
        document.sentences()[first as usize].tokens.start == self.tokens.start
    }

    /// Whether a sentence is a line of a list: the first of its block, with a sign at its head.
    pub(crate) fn lists(&self) -> bool {
        self.heads_block() && self.page.list_sign(self.tokens.start)
    }

    /// "Mr President, dear friends,": whether a block is nothing but whom a letter or speech addresses.
    pub(crate) fn greets(&self) -> bool {
        self.heads_block() && self.is(self.tokens.end - 1, ",")
    }

    /// Whether a sentence is part of the story itself.
    pub(crate) fn in_story(&self) -> bool {
        !matches!(self.block, BlockKind::Furniture | BlockKind::Teaser | BlockKind::Source)
    }
}
