//! All phrases of a language and of the world in one automaton over words.
//!
//! A byte automaton finds `us` in `discuss` and loses the word boundary; this one steps from word to word
//! through a trie, so that every match begins and ends where words do, at one look-up a word.

use std::ops::Range;

use document::{Shape, Token};
use rustc_hash::FxHashMap;

use crate::entry::{Entry, LAYERS, Layer};

/// How many words a gap (`…`) may span.
const GAP: usize = 14;
/// How many fillers a phrase may be stretched by.
const FILLERS: u32 = 3;
/// A word that stands in no phrase.
pub const UNKNOWN: u32 = 0;
const NOWHERE: u32 = u32::MAX;

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
        let to = from + marks[from..].partition_point(|mark| mark.start < tokens.end);
        &marks[from..to]
    }

    /// The marks of a layer that begin at a token.
    pub fn at(&self, layer: Layer, token: u32) -> &[Mark] {
        self.within(layer, token..token + 1)
    }
}

/// All phrases of a language and of the world.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: FxHashMap<Box<str>, u32>,
    endings: Vec<(String, String)>,
    roots: Vec<u32>,
    next: FxHashMap<(u32, u32), u32>,
    nodes: Vec<Vec<u32>>,
    entries: Vec<Entry>,
    prefixes: Affixes,
    suffixes: Affixes,
    /// Whether a word may stand inside a phrase of a trigger or speech verb without being of it.
    fillers: Vec<bool>,
}

/// Beginnings or endings of words, with their entries.
#[derive(Debug, Default)]
struct Affixes {
    entries: FxHashMap<Box<str>, Vec<u32>>,
    lengths: Vec<usize>,
}

impl Affixes {
    fn insert(&mut self, affix: &str, entry: u32) {
        self.entries.entry(affix.into()).or_default().push(entry);
        if !self.lengths.contains(&affix.len()) {
            self.lengths.push(affix.len());
            self.lengths.sort_unstable_by(|a, b| b.cmp(a));
        }
    }

    /// The entries of the longest affix that fits.
    fn find<'w>(&self, word: &'w str, part: impl Fn(&'w str, usize) -> Option<&'w str>) -> &[u32] {
        self.lengths
            .iter()
            .filter(|&&length| length < word.len())
            .filter_map(|&length| self.entries.get(part(word, length)?))
            .next()
            .map_or(&[], Vec::as_slice)
    }
}

impl Lexicon {
    pub(crate) fn new(endings: Vec<(String, String)>) -> Self {
        Self { roots: vec![NOWHERE], endings, ..Self::default() }
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
        self.entries.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The number of a word as it stands in a text, [`UNKNOWN`] where no phrase has it.
    pub fn word(&self, written: &str, scratch: &mut String) -> u32 {
        self.fold(written, scratch);
        self.words.get(scratch.as_str()).copied().unwrap_or(UNKNOWN)
    }

    /// A word as the packs spell it.
    pub fn folded(&self, written: &str) -> String {
        let mut folded = String::new();
        self.fold(written, &mut folded);
        folded
    }

    /// Small letters, plain quotes and dashes, and the language's own spellings, into `folded`.
    fn fold(&self, written: &str, folded: &mut String) {
        folded.clear();
        if written.is_ascii() {
            folded.push_str(written);
            folded.make_ascii_lowercase();
            return;
        }
        for character in written.chars() {
            match character {
                '’' | '‘' | 'ʼ' | '`' => folded.push('\''),
                '“' | '”' | '„' | '«' | '»' | '″' => folded.push('"'),
                '–' | '—' | '‑' | '‐' | '−' => folded.push('-'),
                _ => folded.extend(character.to_lowercase()),
            }
        }
        if let Some((old, new)) = self.endings.iter().find(|(old, _)| folded.ends_with(old.as_str())) {
            folded.truncate(folded.len() - old.len());
            folded.push_str(new);
        }
    }

    /// The number of a word, a new one where no phrase has it yet.
    pub(crate) fn intern(&mut self, written: &str) -> u32 {
        let mut folded = String::new();
        self.fold(written, &mut folded);
        if let Some(&word) = self.words.get(folded.as_str()) {
            return word;
        }
        let word = self.roots.len() as u32;
        self.words.insert(folded.into(), word);
        self.roots.push(NOWHERE);
        word
    }

    /// Lets a word stand inside phrases of triggers and speech verbs without being of them.
    pub(crate) fn filler(&mut self, word: &str) {
        let word = self.intern(word) as usize;
        if self.fillers.len() <= word {
            self.fillers.resize(word + 1, false);
        }
        self.fillers[word] = true;
    }

    fn is_filler(&self, word: u32) -> bool {
        self.fillers.get(word as usize).copied().unwrap_or(false)
    }

    /// Numbers the words of a plain phrase, and says which of them need capitals.
    pub(crate) fn intern_phrase(&mut self, phrase: &str) -> (Vec<u32>, u32, u32) {
        let (mut words, mut capital, mut upper) = (Vec::new(), 0, 0);
        for (place, token) in document::tokenize(phrase).iter().enumerate() {
            let bit = 1_u32.checked_shl(place as u32).unwrap_or(0);
            match token.shape {
                Shape::Capital => capital |= bit,
                Shape::Upper => upper |= bit,
                Shape::Lower | Shape::Number | Shape::Punctuation => {}
            }
            words.push(self.intern(&phrase[token.start as usize..token.end as usize]));
        }
        (words, capital, upper)
    }

    /// Adds a plain phrase. `…` parts it in two; a `*` at the end or start makes it an affix.
    pub(crate) fn insert(&mut self, phrase: &str, mut entry: Entry) {
        let index = self.entries.len() as u32;
        if let Some(affix) = phrase.strip_suffix('*') {
            self.prefixes.insert(&affix.to_lowercase(), index);
        } else if let Some(affix) = phrase.strip_prefix('*') {
            self.suffixes.insert(&affix.to_lowercase(), index);
        } else {
            let (head, tail) = phrase.split_once('…').map_or((phrase, None), |(head, tail)| (head, Some(tail)));
            let (words, capital, upper) = self.intern_phrase(head);
            if words.is_empty() {
                return;
            }
            (entry.capital, entry.upper) = (capital, upper);
            entry.tail = tail.map(|tail| self.intern_phrase(tail).0.into_boxed_slice());
            let node = self.walk_in(&words);
            self.nodes[node as usize].push(index);
        }
        self.entries.push(entry);
    }

    fn walk_in(&mut self, words: &[u32]) -> u32 {
        let mut node = NOWHERE;
        for (place, &word) in words.iter().enumerate() {
            let new = self.nodes.len() as u32;
            let step = match place {
                0 => &mut self.roots[word as usize],
                _ => self.next.entry((node, word)).or_insert(NOWHERE),
            };
            if *step == NOWHERE {
                *step = new;
                self.nodes.push(Vec::new());
            }
            node = *step;
        }
        node
    }

    /// Finds the phrases within some tokens (a sentence). At every place the longest phrase of a layer wins;
    /// phrases of one layer do not overlap, but several may cover the very same words.
    pub fn scan(&self, text: &str, tokens: &[Token], words: &[u32], range: Range<u32>, marks: &mut Marks) {
        let mut covered = [range.start; LAYERS];
        let mut found: Vec<(u32, u32, u32)> = Vec::new();
        let mut paths: Vec<(u32, u32, u32, bool)> = Vec::new();
        for at in range.clone() {
            found.clear();
            let mut best = [0_u32; LAYERS];
            // Where a word both goes on in the phrase and may fill it, both ways are gone.
            paths.clear();
            paths.push((self.roots[words[at as usize] as usize], at + 1, 0, false));
            while let Some((node, end, fillers, filled)) = paths.pop() {
                if node == NOWHERE {
                    continue;
                }
                for &index in if filled { &[][..] } else { &self.nodes[node as usize] } {
                    let entry = &self.entries[index as usize];
                    let layer = entry.layer() as usize;
                    let stretched = fillers > 0 && !matches!(entry.layer(), Layer::Triggers | Layer::Speech);
                    if at < covered[layer] || stretched || !entry.fits_case(&tokens[at as usize..end as usize]) {
                        continue;
                    }
                    let Some(tail) = self.tail(entry, words, end, range.end) else { continue };
                    let length = end - at + u32::from(tail > 0);
                    if length >= best[layer] {
                        best[layer] = length;
                        found.push((index, end, tail));
                    }
                }
                if end >= range.end || words[end as usize] == UNKNOWN {
                    continue;
                }
                let word = words[end as usize];
                if fillers < FILLERS && self.is_filler(word) {
                    paths.push((node, end + 1, fillers + 1, true));
                }
                if let Some(&next) = self.next.get(&(node, word)) {
                    paths.push((next, end + 1, fillers, false));
                }
            }
            for &(entry, end, tail) in &found {
                let layer = self.entries[entry as usize].layer() as usize;
                let said = marks.layers[layer].iter().rev().take_while(|mark| mark.start == at).any(|mark| {
                    mark.end == end && self.entries[mark.entry as usize].value == self.entries[entry as usize].value
                });
                // Of gaps of one length the nearer, and of two as near the longer.
                let place = |entry: u32, tail: u32| (tail - self.entries[entry as usize].tail.as_ref().map_or(0, |words| words.len() as u32), u32::MAX - tail);
                let nearer = |&(other, other_end, other_tail): &(u32, u32, u32)| {
                    self.entries[other as usize].layer() as usize == layer && other_end == end && other_tail > 0 && place(other, other_tail) < place(entry, tail)
                };
                let far = tail > 0 && found.iter().any(nearer);
                if end - at + u32::from(tail > 0) == best[layer] && !said && !far {
                    marks.layers[layer].push(Mark { start: at, end, tail, entry });
                    covered[layer] = end;
                }
            }
            self.affixes(text, &tokens[at as usize], at, &mut covered, marks);
        }
    }

    /// Where the part behind a gap ends: 0 if the phrase has no gap, `None` if it has one and does not fit.
    fn tail(&self, entry: &Entry, words: &[u32], from: u32, to: u32) -> Option<u32> {
        let Some(tail) = &entry.tail else { return Some(0) };
        let last = (from as usize + GAP).min(to as usize);
        (from as usize + 1..last).find_map(|start| self.tail_at(tail, &words[start..to as usize]).map(|length| (start + length) as u32))
    }

    /// How many words the part behind a gap takes, fillers inside it counted, where it begins at the first.
    fn tail_at(&self, tail: &[u32], words: &[u32]) -> Option<usize> {
        if words.first() != tail.first() {
            return None;
        }
        let (mut at, mut fillers) = (1, 0);
        for &wanted in &tail[1..] {
            while words.get(at).is_some_and(|&word| word != wanted && fillers < FILLERS && self.is_filler(word)) {
                (at, fillers) = (at + 1, fillers + 1);
            }
            if words.get(at) != Some(&wanted) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    fn affixes(&self, text: &str, token: &Token, at: u32, covered: &mut [u32; LAYERS], marks: &mut Marks) {
        if self.prefixes.lengths.is_empty() && self.suffixes.lengths.is_empty() {
            return;
        }
        if !matches!(token.shape, Shape::Lower | Shape::Capital) || token.end - token.start < 5 {
            return;
        }
        let mut folded = String::new();
        self.fold(&text[token.start as usize..token.end as usize], &mut folded);
        let prefix = self.prefixes.find(&folded, |word, length| word.get(..length));
        let suffix = self.suffixes.find(&folded, |word, length| word.get(word.len() - length..));
        for &entry in prefix.iter().chain(suffix) {
            let layer = self.entries[entry as usize].layer() as usize;
            if at >= covered[layer] {
                marks.layers[layer].push(Mark { start: at, end: at + 1, tail: 0, entry });
            }
        }
        for &entry in prefix.iter().chain(suffix) {
            let layer = self.entries[entry as usize].layer() as usize;
            covered[layer] = covered[layer].max(at + 1);
        }
    }

    /// Every phrase that it holds, folded, for measuring a bare scan of the same phrases.
    pub fn phrases(&self) -> Vec<String> {
        let mut spelled = vec![""; self.roots.len()];
        #[expect(clippy::iter_over_hash_type, reason = "every word goes to its own place")]
        for (word, &number) in &self.words {
            spelled[number as usize] = word;
        }
        let mut paths: Vec<Option<(u32, u32)>> = vec![None; self.nodes.len()];
        #[expect(clippy::iter_over_hash_type, reason = "every step goes to its own place")]
        for (&(from, word), &to) in &self.next {
            paths[to as usize] = Some((from, word));
        }
        let mut first = vec![UNKNOWN; self.nodes.len()];
        for (word, &node) in self.roots.iter().enumerate().filter(|(_, node)| **node != NOWHERE) {
            first[node as usize] = word as u32;
        }
        let phrase = |mut node: u32| {
            let mut words = Vec::new();
            while let Some((from, word)) = paths[node as usize] {
                words.push(spelled[word as usize]);
                node = from;
            }
            words.push(spelled[first[node as usize] as usize]);
            words.reverse();
            words.join(" ")
        };
        let mut all: Vec<String> = (0..self.nodes.len() as u32).filter(|&node| !self.nodes[node as usize].is_empty()).map(phrase).collect();
        all.sort();
        all.dedup();
        all
    }
}
