//! One scan of a sentence: which phrases begin at each of its words.

use std::ops::Range;

use document::{Shape, Token};

use super::{Begun, Found, GROUP, LAYER, LONG, Lexicon, Mark, Node, Path};
use crate::blob::View;
use crate::entry::{LAYERS, Layer, Value};

/// How many words a gap (`…`) may span.
const GAP: u32 = 14;
/// How many fillers a phrase may be stretched by.
const FILLERS: u32 = 3;
/// The layers whose phrases may be stretched.
const STRETCHED: u32 = 1 << Layer::Triggers as u32 | 1 << Layer::Speech as u32;
const NAMES: usize = Layer::Names as usize;

/// A scan of a sentence.
pub(super) struct Scan<'s> {
    pub(super) lexicon: &'s Lexicon,
    pub(super) nodes: View<'s>,
    pub(super) tails: View<'s>,
    /// The words that a gap may be followed by, as a small filter, behind the token before the gap.
    pub(super) window: (u32, u64),
    pub(super) tokens: &'s [Token],
    pub(super) words: &'s [u32],
    pub(super) end: u32,
    /// Up to where each layer is covered by phrases.
    pub(super) covered: [u32; LAYERS],
    /// The greatest of these.
    pub(super) most: u32,
    /// Where what begins at the place ends at the latest.
    pub(super) named: u32,
    pub(super) found: &'s mut Vec<Found>,
    pub(super) paths: &'s mut Vec<Path>,
    pub(super) layers: &'s mut [Vec<Mark>; LAYERS],
}

impl Scan<'_> {
    /// The phrases that begin at a token.
    pub(super) fn phrases(&mut self, begun: Begun, at: u32) {
        let open = if at >= self.most {
            u32::MAX
        } else {
            (0..LAYERS).fold(0, |open, layer| open | u32::from(at >= self.covered[layer]) << layer)
        };
        self.named = self.named_till(at);
        let mut best = [0_u32; LAYERS];
        self.found.clear();
        self.paths.clear();
        let mut path = Path { node: begun.root.at, end: at + 1, fillers: 0, filled: false };
        let Begun { root: mut node, mut goes_on } = begun;
        loop {
            if !path.filled && node.layers & open & 0xffff != 0 {
                self.ends(node, &path, at, open, &mut best);
            }
            let below = node.below() & open;
            let mut step = 0;
            if below != 0 && path.end < self.end {
                let word = self.words[path.end as usize];
                // Where a word both goes on in the phrase and may fill it, both ways are gone.
                if self.lexicon.is_filler(word) && path.fillers < FILLERS && below & STRETCHED != 0 {
                    self.paths.push(Path {
                        node: path.node,
                        end: path.end + 1,
                        fillers: path.fillers + 1,
                        filled: true,
                    });
                }
                step = if goes_on { node.step(self.nodes, word) } else { 0 };
            }
            goes_on = true;
            path = if step == 0 {
                let Some(path) = self.paths.pop() else { break };
                path
            } else {
                Path { node: step, end: path.end + 1, fillers: path.fillers, filled: false }
            };
            node = Node::at(self.nodes, path.node);
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
                self.covered[found.layer] = found.end;
                self.most = self.most.max(found.end);
            }
        }
    }

    /// The end of a name of a party or city whose last word stands at a place, else no end. Where words are written in
    /// syllables, a phrase may seem to begin with it: "Nhật *Bản cam kết*" is no "bản cam kết".
    fn named_till(&self, at: u32) -> u32 {
        let ends = |mark: &&Mark| mark.start < at && mark.end == at + 1;
        let names =
            |mark: &Mark| matches!(self.lexicon.entries[mark.entry as usize].value, Value::Party(..) | Value::City(_));
        let amid = self.lexicon.spelling.syllables && at < self.covered[NAMES];
        let last = amid.then(|| self.layers[NAMES].last()).flatten();
        if last.filter(ends).is_some_and(names) { at + 1 } else { u32::MAX }
    }

    /// Takes up the phrases that end where a path has come to.
    fn ends(&mut self, node: Node, path: &Path, at: u32, open: u32, best: &mut [u32; LAYERS]) {
        // With fillers only that ends which may be stretched.
        let open = if path.fillers > 0 { open & STRETCHED } else { open };
        let (mut next, end) = (node.at + 2, node.forms_end());
        while next < end {
            let meant = self.nodes.get(next);
            if meant & GROUP != 0 {
                let groups = next + 1..next + 1 + 2 * (meant & !GROUP);
                let mut forms = groups.end;
                for group in groups.step_by(2) {
                    let [length, first] = self.nodes.two(group);
                    if self.may_follow(first, path.end) {
                        self.gapped(first, forms..forms + length, path.end, at, open, best);
                    }
                    forms += length;
                }
                break;
            }
            if let Some((layer, _)) = self.form(next, meant, path.end, at, open) {
                self.take_up(meant, layer, path.end, at, (0, (0, 0)), best);
            }
            next += if meant & LONG == 0 { 1 } else { 4 };
        }
    }

    /// Takes up the phrases of a group, whose gap is followed by one word, where the part before the gap ends at `end`.
    #[inline(never)]
    fn gapped(&mut self, first: u32, forms: Range<u32>, end: u32, at: u32, open: u32, best: &mut [u32; LAYERS]) {
        let Some(behind) = self.find(first, self.window(end)) else { return };
        for form in forms.step_by(4) {
            let meant = self.nodes.get(form);
            let Some((layer, list)) = self.form(form, meant, end, at, open) else { continue };
            if let Some(tail) = self.tail(list, behind, end) {
                let near = (tail - self.tails.get(list), u32::MAX - tail);
                self.take_up(meant, layer, end, at, (tail, near), best);
            }
        }
    }

    /// The layer of a form and the list of words behind its gap, if it fits the words from `at` to `end`.
    #[inline]
    fn form(&self, form: u32, meant: u32, end: u32, at: u32, open: u32) -> Option<(usize, u32)> {
        let layer = (meant >> LAYER & 0x3f) as usize;
        if open >> layer & 1 == 0 {
            return None;
        }
        if meant & LONG == 0 {
            return Some((layer, 0));
        }
        let [capital, upper] = self.nodes.two(form + 1);
        let fits = capital | upper == 0 || fits_case(capital, upper, &self.tokens[at as usize..end as usize]);
        fits.then(|| (layer, self.nodes.get(form + 3)))
    }

    /// Takes up a phrase that fits, unless a longer one of its layer does.
    #[inline]
    fn take_up(
        &mut self,
        meant: u32,
        layer: usize,
        end: u32,
        at: u32,
        (tail, near): (u32, (u32, u32)),
        best: &mut [u32; LAYERS],
    ) {
        let length = end - at + u32::from(tail > 0);
        if length >= best[layer] && end <= self.named {
            best[layer] = length;
            let entry = meant & ((1 << LAYER) - 1);
            self.found.push(Found { entry, layer, end, tail, length, near });
        }
    }

    /// Where the part behind a gap ends, if it fits; `behind` is where its first word stands first.
    fn tail(&self, tail: u32, behind: u32, from: u32) -> Option<u32> {
        let mut at = behind;
        loop {
            if let Some(end) = self.tail_at(tail, at) {
                return Some(end);
            }
            at = self.find(self.words[behind as usize], at + 1..self.window(from).end)?;
        }
    }

    /// The first place within some tokens at which a word stands.
    #[inline]
    fn find(&self, word: u32, tokens: Range<u32>) -> Option<u32> {
        let words = self.words.get(tokens.start as usize..tokens.end as usize)?;
        Some(tokens.start + words.iter().position(|&other| other == word)? as u32)
    }

    /// Where the part behind a gap may begin.
    fn window(&self, from: u32) -> Range<u32> {
        from + 1..(from + GAP).min(self.end)
    }

    /// Whether a word may stand where the part behind a gap may begin. Some are said to that do not.
    fn may_follow(&mut self, word: u32, from: u32) -> bool {
        if self.window.0 != from {
            self.window = (from, self.window(from).fold(0, |all, at| all | 1 << (self.words[at as usize] & 63)));
        }
        self.window.1 >> (word & 63) & 1 == 1
    }

    /// Where the part behind a gap ends that begins at a token, fillers inside it counted.
    fn tail_at(&self, tail: u32, start: u32) -> Option<u32> {
        let (mut at, mut fillers) = (start as usize + 1, 0);
        for wanted in self.tails.list(tail).skip(1) {
            while fillers < FILLERS
                && self.words.get(at).is_some_and(|&word| word != wanted && self.lexicon.is_filler(word))
            {
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
    pub(super) fn affixes(&mut self, text: &str, at: u32) {
        let token = &self.tokens[at as usize];
        if !matches!(token.shape, Shape::Lower | Shape::Capital) || token.end - token.start < 5 {
            return;
        }
        let written = &text[token.start as usize..token.end as usize];
        let (prefixes, suffixes) = (&self.lexicon.prefixes, &self.lexicon.suffixes);
        let plain = self.lexicon.spelling.is_plain();
        let (first, last) = (text.as_bytes()[token.start as usize], text.as_bytes()[token.end as usize - 1]);
        if plain && !prefixes.may_begin(first) && !suffixes.may_begin(last) {
            return;
        }
        let (prefix, suffix) = self.lexicon.with_small(written, |small| {
            (prefixes.find(small.iter().copied()), suffixes.find(small.iter().rev().copied()))
        });
        if prefix | suffix == 0 {
            return;
        }
        let before = self.covered;
        for entry in prefixes.list(prefix).chain(suffixes.list(suffix)) {
            let layer = self.lexicon.entries[entry as usize].layer as usize;
            if at >= before[layer] {
                self.layers[layer].push(Mark { start: at, end: at + 1, tail: 0, entry });
            }
            self.covered[layer] = self.covered[layer].max(at + 1);
        }
        self.most = self.most.max(at + 1);
    }
}

/// Whether the words of a text have the capitals that a phrase asks for.
fn fits_case(capital: u32, upper: u32, tokens: &[Token]) -> bool {
    let mut asked = capital | upper;
    while asked != 0 {
        let place = asked.trailing_zeros();
        asked &= asked - 1;
        let Some(token) = tokens.get(place as usize) else { return true };
        let fits = match token.shape {
            Shape::Upper => true,
            Shape::Capital => upper >> place & 1 == 0,
            Shape::Lower | Shape::Number | Shape::Punctuation => false,
        };
        if !fits {
            return false;
        }
    }
    true
}
