//! All phrases of a language and of the world in one automaton over words.
//!
//! A byte automaton finds `us` in `discuss` and loses the word boundary; this one steps from word to word
//! through a trie with shared ends, so that every match begins and ends where words do, at one look-up a word.

mod scan;

use std::ops::Range;

use document::{Shape, Token};

use crate::affixes::Affixes;
use crate::blob::{Reader, Table, View, sieve_bit};
use crate::codec;
use crate::entry::{Entry, LAYERS, Layer};
use crate::words::{Spelled, Spelling, Words};
use scan::Scan;

/// So many bytes a word has at least that is made of several.
const LEAST_COMPOUND: usize = 8;
/// A word that stands in no phrase.
pub const UNKNOWN: u32 = 0;
/// The bit at which the layer of an entry stands beside its index.
pub(crate) const LAYER: u32 = 24;
/// Beside an entry: the form goes on with the words that need a capital, those that need all capitals, and the list of
/// words behind the gap.
pub(crate) const LONG: u32 = 1 << 31;
/// No form, but how many groups of forms follow, each of those whose gap is followed by the same word: first the length
/// and the word of each, then the forms.
pub(crate) const GROUP: u32 = 1 << 30;
/// Beside the node of a word: a phrase is that word alone.
pub(crate) const ENDS: u32 = 1 << 31;
/// Beside the node of a word: so few words go on behind it that their sieve is one number.
pub(crate) const FEW: u32 = 1 << 30;
/// The bit at which a node says what steps it has: none, or, less 1, the bits of a table of them (word and node).
pub(crate) const STEPS: u32 = 24;

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
    /// How many marks of each layer stand before what was scanned last.
    before: [u32; LAYERS],
    /// What scanning needs at a place, kept from place to place.
    found: Vec<Found>,
    paths: Vec<Path>,
    begun: Vec<Begun>,
}

/// So many tokens have a mark of a layer at most, as a rule.
const TOKENS_A_MARK: usize = 8;

impl Marks {
    /// None yet, with room for those of so many tokens.
    pub fn with_room(tokens: usize) -> Self {
        Self { layers: std::array::from_fn(|_| Vec::with_capacity(tokens / TOKENS_A_MARK)), ..Self::default() }
    }

    /// All marks of a layer.
    pub fn all(&self, layer: Layer) -> &[Mark] {
        &self.layers[layer as usize]
    }

    /// The marks of a layer in what was scanned last.
    pub fn last(&self, layer: Layer) -> &[Mark] {
        &self.layers[layer as usize][self.before[layer as usize] as usize..]
    }

    /// The marks of a layer that begin at a token.
    pub fn at(&self, layer: Layer, token: u32) -> &[Mark] {
        at(self.all(layer), token)
    }
}

/// Those of some marks that begin at a token.
pub(crate) fn at(marks: &[Mark], token: u32) -> &[Mark] {
    let from = marks.partition_point(|mark| mark.start < token);
    let length = marks[from..].iter().take_while(|mark| mark.start == token).count();
    &marks[from..from + length]
}

/// All phrases of a language and of the world.
#[derive(Debug, Default)]
pub struct Lexicon {
    spelling: Spelling,
    words: Words,
    phrases: u32,
    /// The words up to this number may stand inside a phrase of a trigger or speech verb without being of it.
    fillers: u32,
    /// The words from this number on are known to models alone.
    known: u32,
    entries: Vec<Entry>,
    /// Lists of words behind gaps.
    tails: Table,
    /// Nodes, each of the layers of what ends there or behind it (and, from bit 16, behind it alone), what steps it has
    /// and how many numbers its forms take, the forms, the steps.
    nodes: Table,
    /// Of each word that begins phrases its node, with [`ENDS`] and [`FEW`], and the sieve of the words that go on behind
    /// it: where they are few the sieve itself, else its place and, in the lowest five bits, its length.
    roots: Table,
    sieves: Table,
    prefixes: Affixes,
    suffixes: Affixes,
    /// Words that may be the last part of longer ones, with their numbers.
    heads: Affixes,
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

/// Where phrases that begin at a word go.
#[derive(Clone, Copy, Debug)]
struct Begun {
    /// The node of this word alone; that at 0 where nothing begins.
    root: Node,
    /// Whether the word behind it may go on from there.
    goes_on: bool,
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
            known: from.number(),
            entries: codec::read_entries(from),
            tails: from.table(),
            nodes: from.table(),
            roots: from.table(),
            sieves: from.table(),
            prefixes: Affixes::read(from),
            suffixes: Affixes::read(from),
            heads: Affixes::read(from),
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

    /// Lets words that no phrase has count as what ends them, where that may be the last part of longer words ("ett
    /// *stipendieavtal*" is an *avtal*). Gives which of these tokens they are, and the numbers that they had.
    pub fn shorten(&self, text: &str, tokens: &[Token], numbers: &mut [u32]) -> Vec<(u32, u32)> {
        let mut out = Vec::new();
        if self.heads.is_empty() {
            return out;
        }
        for (at, (token, number)) in tokens.iter().zip(numbers).enumerate() {
            let (start, end) = (token.start as usize, token.end as usize);
            let stranger = *number == UNKNOWN || *number >= self.known;
            let word = matches!(token.shape, Shape::Lower | Shape::Capital) && end - start >= LEAST_COMPOUND;
            if !stranger || !word || !self.heads.may_begin(text.as_bytes()[end - 1]) {
                continue;
            }
            let head = self.with_small(&text[start..end], |small| self.heads.find(small.iter().rev().copied()));
            if let Some(head) = self.heads.list(head).next() {
                out.push((at as u32, std::mem::replace(number, head)));
            }
        }
        out
    }

    /// Asks something of a word as the packs spell it.
    fn with_small<T>(&self, written: &str, ask: impl FnOnce(&[u8]) -> T) -> T {
        let mut spelled = [0; size_of::<Spelled>()];
        match self.words.spell(written, &mut spelled) {
            Some(length) if self.spelling.is_plain() => ask(&spelled[..length]),
            _ => ask(self.spelling.of(written).as_bytes()),
        }
    }

    /// Whether a word may stand inside a phrase of a trigger or speech verb without being of it.
    #[inline]
    fn is_filler(&self, word: u32) -> bool {
        word.wrapping_sub(1) < self.fillers
    }

    /// A word as the packs spell it.
    pub fn folded(&self, written: &str) -> String {
        self.spelling.of(written)
    }

    /// Finds the phrases within some tokens (a sentence). At every place the longest phrase of a layer wins;
    /// phrases of one layer do not overlap, but several may cover the very same words.
    pub fn scan(&self, text: &str, tokens: &[Token], words: &[u32], range: Range<u32>, marks: &mut Marks) {
        let Marks { layers, before, begun, found, paths } = marks;
        *before = std::array::from_fn(|layer| layers[layer].len() as u32);
        self.begin(&words[range.start as usize..range.end as usize], begun);
        let mut scan = Scan {
            lexicon: self,
            nodes: self.nodes.view(),
            tails: self.tails.view(),
            window: (0, 0),
            tokens,
            words: &words[..range.end as usize],
            end: range.end,
            covered: [range.start; LAYERS],
            most: range.start,
            named: u32::MAX,
            found,
            paths,
            layers,
        };
        let affixes = !self.prefixes.is_empty() || !self.suffixes.is_empty();
        for (at, &begun) in range.zip(&*begun) {
            if begun.root.at != 0 {
                scan.phrases(begun, at);
            }
            if affixes {
                scan.affixes(text, at);
            }
        }
    }

    /// Where phrases go that begin at each word.
    ///
    /// Most words that begin phrases begin none here. That is told by two small tables, before the nodes are looked at; and
    /// these are looked at for all words before any is followed, so that the memory is asked for many of them at once.
    fn begin(&self, words: &[u32], begun: &mut Vec<Begun>) {
        let (roots, sieves, nodes) = (self.roots.view(), self.sieves.view(), self.nodes.view());
        let behind = words.iter().skip(1).copied().chain([UNKNOWN]);
        begun.clear();
        begun.extend(words.iter().zip(behind).map(|(&word, next)| {
            let [root, sieve] = roots.two_or_none(2 * word);
            let (numbers, bit) = if root & FEW != 0 {
                (sieve, sieve_bit(next, 0))
            } else {
                let bit = sieve_bit(next, sieve & 31);
                (sieves.get((sieve >> 5) + bit / 32), bit % 32)
            };
            let goes_on = numbers >> bit & 1 == 1;
            let begins = root & ENDS != 0 || goes_on || self.is_filler(next);
            let at = if begins { root & !(ENDS | FEW) } else { 0 };
            let [layers, shape] = nodes.two_or_none(at);
            Begun { root: Node { at, layers, shape }, goes_on }
        }));
    }

    /// Every phrase that it holds, with the capitals that it asks for and the index of its [`Entry`], sorted. Words
    /// stand apart by one space each, also where they were written together; a gap is `…`.
    pub fn phrases(&self) -> Vec<(String, u32)> {
        let mut spelled: Vec<(String, u32)> = self.words.all();
        spelled.retain(|(word, _)| self.spelling.of(word) == *word);
        spelled.sort_by_key(|(_, number)| *number);
        let word =
            |number: u32| spelled.binary_search_by_key(&number, |one| one.1).map_or("", |place| &*spelled[place].0);
        let mut all = Vec::new();
        let mut paths: Vec<(u32, Vec<u32>)> = (0..self.roots.len() as u32 / 2)
            .map(|number| (self.roots.view().get(2 * number) & !(ENDS | FEW), vec![number]))
            .filter(|(root, _)| *root != 0)
            .collect();
        while let Some((node, words)) = paths.pop() {
            let longer = |word: u32| words.iter().copied().chain([word]).collect::<Vec<_>>();
            let node = Node::at(self.nodes.view(), node);
            paths.extend(node.steps(self.nodes.view()).map(|(word, to)| (to, longer(word))));
            for Form { meant, capital, upper, tail } in node.forms(self.nodes.view()) {
                let mut phrase: Vec<String> =
                    words.iter().zip(0..).map(|(&number, place)| raised(word(number), place, capital, upper)).collect();
                if tail != 0 {
                    phrase.push("…".to_owned());
                    phrase.extend(self.tails.view().list(tail).map(|number| word(number).to_owned()));
                }
                all.push((phrase.join(" "), meant & ((1 << LAYER) - 1)));
            }
        }
        all.sort();
        all
    }
}

/// A node of the trie.
#[derive(Clone, Copy, Debug)]
struct Node {
    at: u32,
    /// The layers of what ends here or behind it; from bit 16, of what ends behind it.
    layers: u32,
    shape: u32,
}

/// How a phrase is written that ends at a node, and what it means.
struct Form {
    /// Entry and layer.
    meant: u32,
    capital: u32,
    upper: u32,
    tail: u32,
}

impl Node {
    #[inline]
    fn at(nodes: View<'_>, at: u32) -> Self {
        let [layers, shape] = nodes.two(at);
        Self { at, layers, shape }
    }

    /// The layers of what ends behind it.
    #[inline]
    fn below(self) -> u32 {
        self.layers >> 16
    }

    #[inline]
    fn forms_end(self) -> u32 {
        self.at + 2 + (self.shape & ((1 << STEPS) - 1))
    }

    /// The node to which a word goes on, 0 if none.
    #[inline]
    fn step(self, nodes: View<'_>, word: u32) -> u32 {
        match self.shape >> STEPS {
            0 => 0,
            1 => match nodes.two(self.forms_end()) {
                [only, to] if only == word => to,
                _ => 0,
            },
            bits if word != UNKNOWN => nodes.fan(self.forms_end(), bits - 1, word),
            _ => 0,
        }
    }

    /// The words that go on, and where to.
    fn steps(self, nodes: View<'_>) -> impl Iterator<Item = (u32, u32)> + use<'_> {
        let bits = (self.shape >> STEPS).checked_sub(1);
        bits.map(|bits| nodes.fan_all(self.forms_end(), bits)).into_iter().flatten()
    }

    #[inline]
    fn forms(self, nodes: View<'_>) -> impl Iterator<Item = Form> + use<'_> {
        let (mut at, end) = (self.at + 2, self.forms_end());
        std::iter::from_fn(move || {
            if at >= end {
                return None;
            }
            if nodes.get(at) & GROUP != 0 {
                at += 1 + 2 * (nodes.get(at) & !GROUP);
            }
            let meant = nodes.get(at);
            at += 1;
            if meant & LONG == 0 {
                return Some(Form { meant, capital: 0, upper: 0, tail: 0 });
            }
            let ([capital, upper], tail) = (nodes.two(at), nodes.get(at + 2));
            at += 3;
            Some(Form { meant: meant & !LONG, capital, upper, tail })
        })
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
