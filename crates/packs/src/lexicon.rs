//! All phrases of a language and of the world in one automaton over words.
//!
//! A byte automaton finds `us` in `discuss` and loses the word boundary; this one steps from word to word
//! through a trie with shared ends, so that every match begins and ends where words do, at one look-up a word.

use std::ops::Range;

use document::{Shape, Token};

use crate::affixes::Affixes;
use crate::blob::{NOWHERE, Pairs, PairsView, Reader, Table, View};
use crate::codec;
use crate::entry::{Entry, LAYERS, Layer};
use crate::words::{Spelling, Words};

/// How many words a gap (`…`) may span.
const GAP: u32 = 14;
/// How many fillers a phrase may be stretched by.
const FILLERS: u32 = 3;
/// A word that stands in no phrase.
pub const UNKNOWN: u32 = 0;
/// Among the layers of a node: more than one step goes on from it, and they are among the pairs.
pub(crate) const MANY: u32 = 1 << 31;
/// The layers whose phrases may be stretched.
const STRETCHED: u32 = 1 << Layer::Triggers as u32 | 1 << Layer::Speech as u32;

/// A phrase found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its first token.
    pub start: u32,
    /// The token after its last (of the part before a gap, where there is one).
    pub end: u32,
    /// The token after the last of the part behind a gap; 0 where there is no gap.
    pub tail: u32,
    /// Index of its [`Entry`].
    pub entry: u32,
}

/// The phrases found in a text, a list a layer, each sorted by start.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    layers: [Vec<Mark>; LAYERS],
    /// The layers of which marks begin at each token, a bit a layer.
    begins: Vec<u16>,
    /// What scanning needs at a place, kept from place to place.
    found: Vec<Found>,
    paths: Vec<Path>,
}

impl Marks {
    /// All marks of a layer.
    pub fn all(&self, layer: Layer) -> &[Mark] {
        &self.layers[layer as usize]
    }

    /// The marks of a layer that begin within some tokens.
    pub fn within(&self, layer: Layer, tokens: Range<u32>) -> &[Mark] {
        let marks = &self.layers[layer as usize];
        let from = marks.partition_point(|mark| mark.start < tokens.start);
        let length = marks[from..].iter().take_while(|mark| mark.start < tokens.end).count();
        &marks[from..from + length]
    }

    /// The marks of a layer that begin at a token.
    pub fn at(&self, layer: Layer, token: u32) -> &[Mark] {
        if !self.begin(layer, token) {
            return &[];
        }
        self.within(layer, token..token + 1)
    }

    /// Whether a mark of a layer begins at a token.
    pub(crate) fn begin(&self, layer: Layer, token: u32) -> bool {
        self.begins.get(token as usize).is_some_and(|layers| layers >> layer as u8 & 1 == 1)
    }
}

/// All phrases of a language and of the world.
#[derive(Debug, Default)]
pub struct Lexicon {
    spelling: Spelling,
    words: Words,
    phrases: u32,
    /// The words up to this number may stand inside a phrase of a trigger or speech verb without being of it.
    fillers: u32,
    entries: Vec<Entry>,
    /// Lists of words behind gaps.
    tails: Table,
    /// Rows: layer and entry, words that need a capital, words that need all capitals, tail.
    forms: Table,
    /// Lists of forms.
    lists: Table,
    /// Rows: list of the forms that end here, the one word that goes on and where to (or which may), layers.
    nodes: Table,
    steps: Pairs,
    /// The node of each word that begins phrases.
    roots: Table,
    prefixes: Affixes,
    suffixes: Affixes,
}

/// A phrase that fits at a place.
#[derive(Clone, Copy, Debug)]
struct Found {
    entry: u32,
    layer: usize,
    end: u32,
    tail: u32,
    length: u32,
    /// How far off the part behind a gap is: of gaps of one length the nearer counts, and of two as near the longer.
    near: (u32, u32),
}

/// How far a phrase has come.
#[derive(Clone, Copy, Debug)]
struct Path {
    node: u32,
    end: u32,
    fillers: u32,
    /// Whether the last word was a filler.
    filled: bool,
}

impl Lexicon {
    pub(crate) fn read(from: &mut Reader<'_>) -> Self {
        Self {
            spelling: Spelling::read(from),
            words: Words::read(from),
            phrases: from.number(),
            fillers: from.number(),
            entries: codec::read_entries(from),
            tails: from.table(),
            forms: from.table(),
            lists: from.table(),
            nodes: from.table(),
            steps: Pairs::read(from),
            roots: from.table(),
            prefixes: Affixes::read(from),
            suffixes: Affixes::read(from),
        }
    }

    /// An entry by its index.
    pub fn entry(&self, index: u32) -> &Entry {
        &self.entries[index as usize]
    }

    /// The entry of a mark.
    pub fn of(&self, mark: Mark) -> &Entry {
        self.entry(mark.entry)
    }

    /// How many phrases it holds.
    pub fn len(&self) -> usize {
        self.phrases as usize
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.phrases == 0
    }

    /// The number of a word as it stands in a text, [`UNKNOWN`] where no phrase has it.
    pub fn word(&self, written: &str) -> u32 {
        self.words.find(written, 0, written.len())
    }

    /// Numbers the words of a text, as [`Self::word`] does.
    pub fn number(&self, text: &str, tokens: &[Token], numbers: &mut [u32]) {
        for (token, number) in tokens.iter().zip(numbers) {
            *number = self.words.find(text, token.start as usize, token.end as usize);
        }
    }

    /// A word as the packs spell it.
    pub fn folded(&self, written: &str) -> String {
        self.spelling.of(written)
    }

    /// Finds the phrases within some tokens (a sentence). At every place the longest phrase of a layer wins;
    /// phrases of one layer do not overlap, but several may cover the very same words.
    pub fn scan(&self, text: &str, tokens: &[Token], words: &[u32], range: Range<u32>, marks: &mut Marks) {
        let Marks { layers, begins, found, paths } = marks;
        if begins.len() < range.end as usize {
            begins.resize(range.end as usize, 0);
        }
        let mut scan = Scan {
            lexicon: self,
            nodes: self.nodes.view(),
            lists: self.lists.view(),
            forms: self.forms.view(),
            tails: self.tails.view(),
            steps: self.steps.view(),
            tokens,
            words: &words[..range.end as usize],
            end: range.end,
            covered: [range.start; LAYERS],
            most: range.start,
            found,
            paths,
            layers,
            begins,
        };
        let roots = self.roots.view();
        let affixes = !self.prefixes.is_empty() || !self.suffixes.is_empty();
        for at in range {
            let root = roots.get(words[at as usize]);
            if root != 0 {
                scan.phrases(root, at);
            }
            if affixes {
                scan.affixes(text, at);
            }
        }
    }

    /// Every phrase that it holds, with the capitals that it asks for and the index of its [`Entry`], sorted. Words
    /// stand apart by one space each, also where they were written together; a gap is `…`.
    pub fn phrases(&self) -> Vec<(String, u32)> {
        let mut spelled: Vec<(String, u32)> = self.words.all();
        spelled.retain(|(word, _)| self.spelling.of(word) == *word);
        spelled.sort_by_key(|(_, number)| *number);
        let word = |number: u32| {
            spelled.binary_search_by_key(&number, |one| one.1).map_or("", |place| &*spelled[place].0)
        };
        let mut many: Vec<[u32; 3]> = self.steps.all().collect();
        many.sort_unstable();
        let mut all = Vec::new();
        let mut paths: Vec<(u32, Vec<u32>)> = (0..self.roots.len() as u32)
            .map(|number| (self.roots.view().get(number), vec![number]))
            .filter(|(root, _)| *root != 0)
            .collect();
        while let Some((node, words)) = paths.pop() {
            let [list, next, to, masks] = self.nodes.view().row(node);
            let longer = |word: u32| words.iter().copied().chain([word]).collect::<Vec<_>>();
            if masks & MANY != 0 {
                let from = many.partition_point(|step| step[0] < node);
                let steps = many[from..].iter().take_while(|step| step[0] == node);
                paths.extend(steps.map(|step| (step[2], longer(step[1]))));
            } else if to != NOWHERE {
                paths.push((to, longer(next)));
            }
            for form in self.lists.view().list(list) {
                let [entry, capital, upper, tail] = self.forms.view().row(form);
                let mut phrase: Vec<String> =
                    words.iter().zip(0..).map(|(&number, place)| raised(word(number), place, capital, upper)).collect();
                if tail != 0 {
                    phrase.push("…".to_owned());
                    phrase.extend(self.tails.view().list(tail).map(|number| word(number).to_owned()));
                }
                all.push((phrase.join(" "), entry & 0xff_ffff));
            }
        }
        all.sort();
        all
    }
}

/// A word with the capitals that a phrase asks for at a place.
fn raised(word: &str, place: u32, capital: u32, upper: u32) -> String {
    let asks = |bits: u32| bits.checked_shr(place).is_some_and(|bits| bits & 1 == 1);
    let mut characters = word.chars();
    match characters.next() {
        Some(_) if asks(upper) => word.to_uppercase(),
        Some(first) if asks(capital) => first.to_uppercase().chain(characters).collect(),
        _ => word.to_owned(),
    }
}

/// A scan of a sentence.
struct Scan<'s> {
    lexicon: &'s Lexicon,
    nodes: View<'s>,
    lists: View<'s>,
    forms: View<'s>,
    tails: View<'s>,
    steps: PairsView<'s>,
    tokens: &'s [Token],
    words: &'s [u32],
    end: u32,
    /// Up to where each layer is covered by phrases.
    covered: [u32; LAYERS],
    /// The greatest of these.
    most: u32,
    found: &'s mut Vec<Found>,
    paths: &'s mut Vec<Path>,
    layers: &'s mut [Vec<Mark>; LAYERS],
    begins: &'s mut [u16],
}

impl Scan<'_> {
    /// The phrases that begin at a token with a root.
    fn phrases(&mut self, root: u32, at: u32) {
        let open = if at >= self.most {
            u32::MAX
        } else {
            (0..LAYERS).fold(0, |open, layer| open | u32::from(at >= self.covered[layer]) << layer)
        };
        let mut best = [0_u32; LAYERS];
        self.found.clear();
        self.paths.clear();
        let mut path = Path { node: root, end: at + 1, fillers: 0, filled: false };
        loop {
            let [list, next, to, masks] = self.nodes.row(path.node);
            if list != 0 && !path.filled && masks & open & 0xffff != 0 {
                self.ends(list, &path, at, open, &mut best);
            }
            let below = masks >> 16 & open & 0x7fff;
            let mut step = NOWHERE;
            if below != 0 && path.end < self.end {
                let word = self.words[path.end as usize];
                // Where a word both goes on in the phrase and may fill it, both ways are gone.
                if word.wrapping_sub(1) < self.lexicon.fillers && path.fillers < FILLERS && below & STRETCHED != 0 {
                    self.paths.push(Path {
                        node: path.node,
                        end: path.end + 1,
                        fillers: path.fillers + 1,
                        filled: true,
                    });
                }
                if masks & MANY == 0 {
                    step = if word == next { to } else { NOWHERE };
                } else if word != UNKNOWN && next >> (word & 31) & 1 == 1 {
                    step = self.steps.get(path.node, word);
                }
            }
            path = if step == NOWHERE {
                let Some(path) = self.paths.pop() else { break };
                path
            } else {
                Path { node: step, end: path.end + 1, fillers: path.fillers, filled: false }
            };
        }
        for found in &*self.found {
            let nearer = |other: &Found| {
                other.layer == found.layer && other.end == found.end && other.tail > 0 && other.near < found.near
            };
            if found.length != best[found.layer] || (found.tail > 0 && self.found.iter().any(nearer)) {
                continue;
            }
            let marks = &mut self.layers[found.layer];
            let sense = |entry: u32| self.lexicon.entries[entry as usize].sense;
            let said = marks
                .iter()
                .rev()
                .take_while(|mark| mark.start == at)
                .any(|mark| mark.end == found.end && sense(mark.entry) == sense(found.entry));
            if !said {
                marks.push(Mark { start: at, end: found.end, tail: found.tail, entry: found.entry });
                self.begins[at as usize] |= 1 << found.layer;
                self.covered[found.layer] = found.end;
                self.most = self.most.max(found.end);
            }
        }
    }

    /// Takes up the phrases that end where a path has come to.
    fn ends(&mut self, list: u32, path: &Path, at: u32, open: u32, best: &mut [u32; LAYERS]) {
        for form in self.lists.list(list) {
            let [entry, capital, upper, tail] = self.forms.row(form);
            let (layer, entry) = ((entry >> 24) as usize, entry & 0xff_ffff);
            let stretched = path.fillers > 0 && STRETCHED >> layer & 1 == 0;
            if open >> layer & 1 == 0
                || stretched
                || capital | upper != 0 && !fits_case(capital, upper, &self.tokens[at as usize..path.end as usize])
            {
                continue;
            }
            let list = tail;
            let Some(tail) = self.tail(list, path.end) else { continue };
            let length = path.end - at + u32::from(tail > 0);
            if length >= best[layer] {
                best[layer] = length;
                let near = if tail == 0 { (0, 0) } else { (tail - self.tails.get(list), u32::MAX - tail) };
                self.found.push(Found { entry, layer, end: path.end, tail, length, near });
            }
        }
    }

    /// Where the part behind a gap ends: 0 if the phrase has no gap, `None` if it has one and does not fit.
    fn tail(&self, tail: u32, from: u32) -> Option<u32> {
        if tail == 0 {
            return Some(0);
        }
        let last = (from + GAP).min(self.end);
        let first = self.tails.get(tail + 1);
        (from + 1..last)
            .find(|&start| self.words[start as usize] == first && self.tail_at(tail, start).is_some())
            .and_then(|start| self.tail_at(tail, start))
    }

    /// Where the part behind a gap ends that begins at a token, fillers inside it counted.
    fn tail_at(&self, tail: u32, start: u32) -> Option<u32> {
        let (mut at, mut fillers) = (start as usize + 1, 0);
        let filler = |word: u32| word.wrapping_sub(1) < self.lexicon.fillers;
        for wanted in self.tails.list(tail).skip(1) {
            while fillers < FILLERS && self.words.get(at).is_some_and(|&word| word != wanted && filler(word)) {
                (at, fillers) = (at + 1, fillers + 1);
            }
            if self.words.get(at) != Some(&wanted) {
                return None;
            }
            at += 1;
        }
        Some(at as u32)
    }

    /// What the beginning and the end of a word mean.
    fn affixes(&mut self, text: &str, at: u32) {
        let token = &self.tokens[at as usize];
        if !matches!(token.shape, Shape::Lower | Shape::Capital) || token.end - token.start < 5 {
            return;
        }
        let written = &text[token.start as usize..token.end as usize];
        let (prefixes, suffixes) = (&self.lexicon.prefixes, &self.lexicon.suffixes);
        let folded;
        let (prefix, suffix) = if written.is_ascii() {
            let small = |byte: u8| byte.to_ascii_lowercase();
            (prefixes.find(written.bytes().map(small)), suffixes.find(written.bytes().rev().map(small)))
        } else {
            folded = self.lexicon.spelling.of(written);
            (prefixes.find(folded.bytes()), suffixes.find(folded.bytes().rev()))
        };
        if prefix | suffix == 0 {
            return;
        }
        let before = self.covered;
        for entry in prefixes.list(prefix).chain(suffixes.list(suffix)) {
            let layer = self.lexicon.entries[entry as usize].layer as usize;
            if at >= before[layer] {
                self.layers[layer].push(Mark { start: at, end: at + 1, tail: 0, entry });
                self.begins[at as usize] |= 1 << layer;
            }
            self.covered[layer] = self.covered[layer].max(at + 1);
        }
        self.most = self.most.max(at + 1);
    }
}

/// Whether the words of a text have the capitals that a phrase asks for.
fn fits_case(capital: u32, upper: u32, tokens: &[Token]) -> bool {
    tokens.iter().enumerate().take(32).all(|(place, token)| {
        let upper_enough = upper >> place & 1 == 0 || token.shape == Shape::Upper;
        let capital_enough = capital >> place & 1 == 0 || matches!(token.shape, Shape::Capital | Shape::Upper);
        upper_enough && capital_enough
    })
}
