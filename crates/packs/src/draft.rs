//! A lexicon as it is gathered from packs, before it is compiled.
//!
//! Phrases go into a tree over words. Most stand in brackets with many others (`(hold|held) [bilateral] talks`) and end
//! alike, so that compiling joins all parts of the tree that are the same: what is left is a tenth.

use std::cmp::Reverse;

use document::Shape;
use rustc_hash::FxHashMap;

use crate::affixes::AffixesDraft;
use crate::blob::{Writer, fan_bits, sieve, write_fan};
use crate::codec;
use crate::entry::{Rule, Value};
use crate::lexicon::{ENDS, FEW, GROUP, LAYER, LONG, STEPS, UNKNOWN};
use crate::words::{Spelling, Words};

/// Affixes of more bytes than this are in no word.
const LONGEST_AFFIX: usize = 255;

/// How a phrase that ends at a node is written, and what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Form {
    entry: u32,
    /// Which words need a capital, a bit a word.
    capital: u32,
    /// Which words need all capitals.
    upper: u32,
    /// The list of words behind the gap, 0 where there is none.
    tail: u32,
}

/// Lists of numbers, each kept once; number 0 is the empty one.
#[derive(Debug, Default)]
struct Lists {
    numbers: FxHashMap<Box<[u32]>, u32>,
    all: Vec<Box<[u32]>>,
}

impl Lists {
    fn number(&mut self, list: &[u32]) -> u32 {
        if let Some(&number) = self.numbers.get(list) {
            return number;
        }
        if self.all.is_empty() && !list.is_empty() {
            self.number(&[]);
        }
        let number = self.all.len() as u32;
        self.all.push(list.into());
        self.numbers.insert(list.into(), number);
        number
    }

    /// Writes all lists one after the other; gives the place of each.
    fn write(&self, renumber: impl Fn(u32) -> u32, out: &mut Writer) -> Vec<u32> {
        let mut table = vec![0];
        let places = self.all.iter().map(|list| {
            if list.is_empty() {
                return 0;
            }
            let place = table.len() as u32;
            table.push(list.len() as u32);
            table.extend(list.iter().map(|&number| renumber(number)));
            place
        });
        let places = places.collect();
        out.table(&table);
        places
    }
}

/// A lexicon that is being gathered.
#[derive(Debug)]
pub(crate) struct LexiconDraft {
    spelling: Spelling,
    /// Numbers of words as they are written; several of a word as it is spelled.
    written: FxHashMap<Box<str>, u32>,
    words: FxHashMap<Box<str>, u32>,
    /// All words as they are spelled; the first is none.
    spelled: Vec<Box<str>>,
    fillers: Vec<u32>,
    next: FxHashMap<(u32, u32), u32>,
    /// The forms of the phrases that end at each node; the first node is where all begin.
    nodes: Vec<Vec<u32>>,
    forms: FxHashMap<Form, u32>,
    all_forms: Vec<Form>,
    tails: Lists,
    entries: Vec<(Value, Rule)>,
    prefixes: AffixesDraft,
    suffixes: AffixesDraft,
    phrases: u32,
    /// Of each word whether a phrase has it: others are known to models alone.
    in_phrases: Vec<bool>,
    /// The words that may be the last part of longer ones.
    heads: Vec<u32>,
}

impl LexiconDraft {
    pub(crate) fn new(endings: Vec<(String, String)>, syllables: bool) -> Self {
        Self {
            spelling: Spelling::new(endings, syllables),
            written: FxHashMap::default(),
            words: FxHashMap::default(),
            spelled: vec!["".into()],
            fillers: Vec::new(),
            next: FxHashMap::default(),
            nodes: vec![Vec::new()],
            forms: FxHashMap::default(),
            all_forms: Vec::new(),
            tails: Lists::default(),
            entries: Vec::new(),
            prefixes: AffixesDraft::default(),
            suffixes: AffixesDraft::default(),
            phrases: 0,
            in_phrases: Vec::new(),
            heads: Vec::new(),
        }
    }

    /// The number of a word, a new one where no phrase has it yet.
    pub(crate) fn intern(&mut self, written: &str) -> u32 {
        if let Some(&word) = self.written.get(written) {
            return word;
        }
        let spelled: Box<str> = self.spelling.of(written).into();
        let fresh = self.spelled.len() as u32;
        let word = *self.words.entry(spelled.clone()).or_insert(fresh);
        if word == fresh {
            self.spelled.push(spelled);
        }
        self.written.insert(written.into(), word);
        word
    }

    /// Lets a word stand inside phrases of triggers and speech verbs without being of them.
    pub(crate) fn filler(&mut self, word: &str) {
        let word = self.intern_known(word);
        if !self.fillers.contains(&word) {
            self.fillers.push(word);
        }
    }

    /// Lets a word be the last part of longer ones that no phrase has: these then count as it does.
    pub(crate) fn head(&mut self, word: &str) {
        let word = self.intern_known(word);
        if !self.heads.contains(&word) {
            self.heads.push(word);
        }
    }

    /// The number of a word that is asked for by itself, and not by a model.
    fn intern_known(&mut self, written: &str) -> u32 {
        let word = self.intern(written);
        let from = self.in_phrases.len().max(word as usize + 1);
        self.in_phrases.resize(from, false);
        self.in_phrases[word as usize] = true;
        word
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
            words.push(self.intern_known(&phrase[token.start as usize..token.end as usize]));
        }
        (words, capital, upper)
    }

    /// Adds a plain phrase. `…` parts it in two; a `*` at the end or start makes it an affix.
    pub(crate) fn insert(&mut self, phrase: &str, value: &Value, rule: Rule) {
        if let Some(affix) = phrase.strip_suffix('*') {
            let entry = self.entry(value, rule);
            self.affix(affix, entry, |draft| &mut draft.prefixes, |bytes| bytes);
        } else if let Some(affix) = phrase.strip_prefix('*') {
            let entry = self.entry(value, rule);
            self.affix(affix, entry, |draft| &mut draft.suffixes, |bytes| bytes.into_iter().rev().collect());
        } else {
            let (head, tail) = phrase.split_once('…').map_or((phrase, None), |(head, tail)| (head, Some(tail)));
            let (words, capital, upper) = self.intern_phrase(head);
            if words.is_empty() {
                return;
            }
            let tail = tail.map_or(0, |tail| {
                let words = self.intern_phrase(tail).0;
                self.tails.number(&words)
            });
            let entry = self.entry(value, rule);
            let form = self.form(Form { entry, capital, upper, tail });
            let node = self.walk_in(&words) as usize;
            if !self.nodes[node].contains(&form) {
                self.nodes[node].push(form);
            }
        }
        self.phrases += 1;
    }

    fn affix(
        &mut self,
        affix: &str,
        entry: u32,
        of: impl Fn(&mut Self) -> &mut AffixesDraft,
        order: impl Fn(Vec<u8>) -> Vec<u8>,
    ) {
        let affix = affix.to_lowercase();
        if !affix.is_empty() && affix.len() <= LONGEST_AFFIX {
            of(self).insert(order(affix.into_bytes()), entry);
        }
    }

    /// The number of a meaning; all phrases of a line are added together, so that those before tell.
    fn entry(&mut self, value: &Value, rule: Rule) -> u32 {
        let same =
            self.entries.iter().rev().take_while(|(_, other)| *other == rule).position(|(other, _)| other == value);
        if let Some(back) = same {
            return (self.entries.len() - 1 - back) as u32;
        }
        self.entries.push((value.clone(), rule));
        self.entries.len() as u32 - 1
    }

    fn form(&mut self, form: Form) -> u32 {
        let fresh = self.all_forms.len() as u32;
        let number = *self.forms.entry(form).or_insert(fresh);
        if number == fresh {
            self.all_forms.push(form);
        }
        number
    }

    fn walk_in(&mut self, words: &[u32]) -> u32 {
        let mut node = 0;
        for &word in words {
            let new = self.nodes.len() as u32;
            node = *self.next.entry((node, word)).or_insert(new);
            if node == new {
                self.nodes.push(Vec::new());
            }
        }
        node
    }

    /// Writes the compiled lexicon; gives the final number of each word.
    pub(crate) fn write(self, out: &mut Writer) -> Vec<u32> {
        let mut steps: Vec<(u32, u32, u32)> = self.next.iter().map(|(&(from, word), &to)| (from, word, to)).collect();
        steps.sort_unstable();
        let first = steps.partition_point(|step| step.0 == 0);
        let Numbered { numbers: begin, roots, known } = self.renumber(&steps, first);
        let renumber = |word: u32| begin[word as usize];
        steps.iter_mut().for_each(|step| step.1 = renumber(step.1));
        steps.sort_unstable();

        self.spelling.write(out);
        Words::write(
            self.spelled.iter().enumerate().skip(1).map(|(word, spelled)| (&**spelled, renumber(word as u32))),
            &self.spelling,
            out,
        );
        out.number(self.phrases);
        out.number(self.fillers.len() as u32);
        out.number(known);
        codec::write_entries(&self.entries, out);
        let tails = self.tails.write(renumber, out);
        let layer = |form: &Form| self.entries[form.entry as usize].0.layer() as u32;
        let forms: Vec<Written> = self
            .all_forms
            .iter()
            .map(|form| {
                let meant = form.entry | layer(form) << LAYER;
                let tail = tails.get(form.tail as usize).copied().unwrap_or(0);
                let row = [meant | LONG, form.capital, form.upper, tail];
                let first = self.tails.all.get(form.tail as usize).and_then(|words| words.first());
                let row = if form.capital | form.upper | tail == 0 { vec![meant] } else { row.to_vec() };
                Written { first: first.map_or(UNKNOWN, |&word| renumber(word)), row }
            })
            .collect();

        let mut lists = Lists::default();
        let ends: Vec<u32> = self.nodes.iter().map(|forms| lists.number(forms)).collect();
        let mask =
            |ended: &Vec<u32>| ended.iter().fold(0, |mask, &form| mask | 1 << layer(&self.all_forms[form as usize]));
        let masks: Vec<u32> = self.nodes.iter().map(mask).collect();
        let (nodes, steps) = joined(&ends, &masks, &steps);
        let order = from_the_root(&nodes, &steps);
        // First where each node goes, then the nodes with their steps.
        let of = |node: u32| &nodes[node as usize - 1];
        let ended: Vec<Vec<u32>> = lists.all.iter().map(|list| end(list, &forms)).collect();
        let ended = |node: &Node| &ended[node.ends as usize];
        let mut places = vec![0_u32; nodes.len() + 1];
        let mut next = 1;
        for &node in &order {
            places[node as usize] = next;
            let steps = of(node).steps.len();
            next += 2 + ended(of(node)).len() as u32 + if steps > 0 { 2 << fan_bits(steps) } else { 0 };
        }
        let mut table = vec![0];
        for &node in &order {
            let node = of(node);
            let steps: Vec<(u32, u32)> =
                steps[node.steps.clone()].iter().map(|&(word, to)| (word, places[to as usize])).collect();
            let kind = if steps.is_empty() { 0 } else { 1 + fan_bits(steps.len()) };
            table.extend([node.own | node.below | node.below << 16, kind << STEPS | ended(node).len() as u32]);
            table.extend(ended(node));
            if !steps.is_empty() {
                write_fan(&steps, &mut table);
            }
        }
        out.table(&table);
        let root = nodes.last().map_or(&[][..], |root| &steps[root.steps.clone()]);
        let (mut first, mut sieves) = (vec![0; 2 * roots as usize], Vec::new());
        for &(word, to) in root {
            let ends = if ended(of(to)).is_empty() { 0 } else { ENDS };
            let sieve = sieve(steps[of(to).steps.clone()].iter().map(|step| step.0));
            let (few, second) = match *sieve {
                [only] => (FEW, only),
                _ => (0, (sieves.len() as u32) << 5 | sieve.len().trailing_zeros()),
            };
            first[2 * word as usize..][..2].copy_from_slice(&[places[to as usize] | ends | few, second]);
            sieves.extend(if few == 0 { sieve } else { Vec::new() });
        }
        out.table(&first);
        out.table(&sieves);
        self.prefixes.write(out);
        self.suffixes.write(out);
        let mut heads = AffixesDraft::default();
        for &word in &self.heads {
            let spelled = &self.spelled[word as usize];
            if (1..=LONGEST_AFFIX).contains(&spelled.len()) {
                heads.insert(spelled.bytes().rev().collect(), renumber(word));
            }
        }
        heads.write(out);
        begin
    }

    /// Numbers words anew: fillers first, then those that begin phrases, so that a number tells what a word can do; of these
    /// those of most phrases first, which are the commonest in texts too, so that what is looked up for them stands together;
    /// those that models alone know last. `first` of the steps begin phrases.
    fn renumber(&self, steps: &[(u32, u32, u32)], first: usize) -> Numbered {
        let mut uses = vec![0_u32; self.spelled.len()];
        steps.iter().for_each(|&(_, word, _)| uses[word as usize] += 1);
        let in_phrases = |word: u32| self.in_phrases.get(word as usize).copied().unwrap_or(false);
        let commonest =
            |words: &mut Vec<u32>| words.sort_by_key(|&word| (!in_phrases(word), Reverse(uses[word as usize]), word));
        let mut beginnings: Vec<u32> = steps[..first].iter().map(|step| step.1).collect();
        let mut all: Vec<u32> = (1..self.spelled.len() as u32).collect();
        commonest(&mut beginnings);
        commonest(&mut all);

        let mut numbers = vec![UNKNOWN; self.spelled.len()];
        let mut next = 1;
        let mut give = |word: u32| {
            if numbers[word as usize] == UNKNOWN {
                numbers[word as usize] = next;
                next += 1;
            }
            next
        };
        self.fillers.iter().for_each(|&word| _ = give(word));
        let roots = beginnings.into_iter().map(&mut give).last().unwrap_or(1).max(self.fillers.len() as u32 + 1);
        let models = all.partition_point(|&word| in_phrases(word));
        let known = all[..models].iter().map(|&word| give(word)).last().unwrap_or(roots).max(roots);
        all[models..].iter().for_each(|&word| _ = give(word));
        Numbered { numbers, roots, known }
    }
}

/// Words as they are numbered at last.
struct Numbered {
    /// The new number of each.
    numbers: Vec<u32>,
    /// The number after the last that begins a phrase.
    roots: u32,
    /// The number after the last that a phrase has.
    known: u32,
}

/// A form as it is read.
struct Written {
    /// The first word behind the gap.
    first: u32,
    row: Vec<u32>,
}

/// What ends at a node: the forms without a gap, then those with one, grouped by the first word behind it.
fn end(list: &[u32], forms: &[Written]) -> Vec<u32> {
    let mut forms: Vec<&Written> = list.iter().map(|&form| &forms[form as usize]).collect();
    forms.sort_by_key(|form| form.first);
    let plain = forms.iter().take_while(|form| form.first == UNKNOWN).count();
    let mut out: Vec<u32> = forms[..plain].iter().flat_map(|form| &form.row).copied().collect();
    let groups: Vec<_> = forms[plain..].chunk_by(|a, b| a.first == b.first).collect();
    if !groups.is_empty() {
        out.push(GROUP | groups.len() as u32);
        out.extend(
            groups.iter().flat_map(|group| [group.iter().map(|form| form.row.len() as u32).sum(), group[0].first]),
        );
    }
    out.extend(groups.into_iter().flatten().flat_map(|form| &form.row));
    out
}

/// A node after joining.
struct Node {
    /// The list of forms that end here.
    ends: u32,
    /// The layers of these.
    own: u32,
    /// The layers of all forms that end behind it.
    below: u32,
    /// Its steps, in the list of all.
    steps: std::ops::Range<usize>,
}

/// The words that go on from a node, and where to.
type Steps = Box<[(u32, u32)]>;

/// Joins nodes from which the same phrases go on. Nodes are numbered from 1; the last is where all phrases begin.
fn joined(ends: &[u32], masks: &[u32], steps: &[(u32, u32, u32)]) -> (Vec<Node>, Vec<(u32, u32)>) {
    let mut nodes: Vec<Node> = Vec::new();
    let mut kept: Vec<(u32, u32)> = Vec::new();
    let mut known: FxHashMap<(u32, Steps), u32> = FxHashMap::default();
    let mut numbers = vec![0_u32; ends.len()];
    let mut until = steps.len();
    // A node comes after the one from which it is reached.
    for node in (0..ends.len()).rev() {
        let from = steps[..until].partition_point(|step| (step.0 as usize) < node);
        let own: Steps = steps[from..until].iter().map(|&(_, word, to)| (word, numbers[to as usize])).collect();
        until = from;
        let fresh = nodes.len() as u32 + 1;
        let below = own.iter().map(|&(_, to)| &nodes[to as usize - 1]).fold(0, |mask, to| mask | to.own | to.below);
        let first = kept.len();
        numbers[node] = *known.entry((ends[node], own)).or_insert_with_key(|(_, own)| {
            kept.extend(&**own);
            nodes.push(Node { ends: ends[node], own: masks[node], below, steps: first..kept.len() });
            fresh
        });
    }
    (nodes, kept)
}

/// The nodes in an order in which those that are reached together stand together; the last of all nodes, where phrases
/// begin, is left out.
fn from_the_root(nodes: &[Node], steps: &[(u32, u32)]) -> Vec<u32> {
    let mut order = Vec::new();
    let mut seen = vec![false; nodes.len() + 1];
    let mut waiting = vec![nodes.len() as u32];
    while let Some(node) = waiting.pop() {
        if std::mem::replace(&mut seen[node as usize], true) {
            continue;
        }
        order.push(node);
        waiting.extend(steps[nodes[node as usize - 1].steps.clone()].iter().rev().map(|&(_, to)| to));
    }
    order.remove(0);
    order
}
