//! How right readings are: they are compared with gold annotations.
//!
//! An engagement of the gold and one of the reading are paired when they agree enough on parties, people, place in
//! the text and date; pairs are taken best first. The figures are counted over the pairs. What the gold marks as
//! background is neither asked for nor punished.

use std::collections::{HashMap, HashSet};

use serde::{Serialize, Serializer};

use crate::gold::{Account, Claim, Engagement, Person};
use crate::text::{Text, fold, words};

/// How alike two engagements must be to be a pair.
const PAIR_THRESHOLD: f64 = 0.45;
/// The claims whose addressees are scored.
const ADDRESSED: [&str; 5] = ["request", "pledge", "courtesy", "invitation", "support"];

/// Counts towards every figure, over all documents, and lists what was missed, wrong or extra.
#[derive(Default)]
pub(crate) struct Tally {
    counts: Vec<(&'static str, Count)>,
    /// What was missed, wrong or extra, a line each.
    pub(crate) misses: Vec<String>,
}

#[derive(Clone, Copy, Default)]
struct Count {
    hit: usize,
    gold: usize,
    /// Where the figure is an F1 and no share.
    read: Option<usize>,
}

/// A figure, rounded to four places.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(crate) enum Figure {
    /// Of things found.
    F1 { f1: f64, precision: f64, recall: f64, gold: usize, read: usize },
    /// Of things found whose value is right.
    Share { share: Option<f64>, of: usize },
}

impl Figure {
    /// The one number that says most.
    pub(crate) fn value(self) -> Option<f64> {
        match self {
            Self::F1 { f1, .. } => Some(f1),
            Self::Share { share, .. } => share,
        }
    }
}

/// All figures by name, in the order in which they were first counted.
pub(crate) struct Figures(pub(crate) Vec<(&'static str, Figure)>);

impl Figures {
    pub(crate) fn get(&self, name: &str) -> Option<Figure> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, figure)| *figure)
    }
}

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, figure)| (name, figure)))
    }
}

impl Tally {
    fn share(&mut self, name: &'static str, right: bool) {
        self.add(name, usize::from(right), 1, None);
    }

    fn add(&mut self, name: &'static str, hit: usize, gold: usize, read: Option<usize>) {
        let index = self.counts.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
            self.counts.push((name, Count { read: read.map(|_| 0), ..Count::default() }));
            self.counts.len() - 1
        });
        let count = &mut self.counts[index].1;
        count.hit += hit;
        count.gold += gold;
        count.read = count.read.map(|sum| sum + read.unwrap_or(0));
    }

    /// Adds what another has counted.
    pub(crate) fn absorb(&mut self, other: &Self) {
        for (name, count) in &other.counts {
            self.add(name, count.hit, count.gold, count.read);
        }
    }

    /// The figures so far.
    pub(crate) fn figures(&self) -> Figures {
        let share = |part: usize, of: usize| if of == 0 { 0.0 } else { rounded(part as f64 / of as f64) };
        let figure = |count: Count| match count.read {
            Some(read) => Figure::F1 {
                f1: rounded(f1(count.hit, count.gold, read)),
                precision: share(count.hit, read),
                recall: share(count.hit, count.gold),
                gold: count.gold,
                read,
            },
            None => Figure::Share { share: (count.gold > 0).then(|| share(count.hit, count.gold)), of: count.gold },
        };
        Figures(self.counts.iter().map(|(name, count)| (*name, figure(*count))).collect())
    }

    /// Scores the reading of a document against its gold; no reading misses all of it.
    pub(crate) fn document(&mut self, gold: &Account, read: Option<&Account>, text: &str) {
        let document = gold.document.as_str();
        let text = Text::new(text);
        let golds = &gold.engagements;
        let reads = read.map_or(&[][..], |read| &read.engagements);
        self.share("language", read.and_then(|read| read.language.as_ref()) == gold.language.as_ref());
        let pairs = paired_in(golds, reads, &text);
        let gold_of: HashMap<usize, usize> = pairs.iter().map(|&(gold, read)| (read, gold)).collect();
        let read_of: HashMap<usize, usize> = pairs.iter().copied().collect();
        let optional = |read: usize| gold_of.get(&read).map_or(reads[read].background, |&gold| golds[gold].background);
        let (wanted, asides): (Vec<usize>, Vec<usize>) = (0..golds.len()).partition(|&gold| !golds[gold].background);
        let hits = pairs.iter().filter(|(gold, _)| !golds[*gold].background);
        let n_read = (0..reads.len()).filter(|&read| !optional(read)).count();
        self.add("engagement", hits.clone().count(), wanted.len(), Some(n_read));
        self.add("background", pairs.len() - hits.clone().count(), asides.len(), None);
        for gold in wanted.iter().filter(|gold| !read_of.contains_key(gold)).map(|&gold| &golds[gold]) {
            self.misses.push(format!("{document}: engagement {}", line(gold)));
        }
        for (_, read) in
            reads.iter().enumerate().filter(|(index, read)| !gold_of.contains_key(index) && !read.background)
        {
            self.misses.push(format!("{document}: EXTRA {}", line(read)));
        }
        for &(gold, read) in hits {
            self.engagement(document, &golds[gold], &reads[read]);
        }
        if golds.iter().all(|gold| gold.claims.is_some()) {
            let gold_claims: Vec<&Claim> = wanted.iter().flat_map(|&gold| golds[gold].claims()).collect();
            let read_claims: Vec<&Claim> =
                (0..reads.len()).filter(|&read| !optional(read)).flat_map(|read| reads[read].claims()).collect();
            self.claims(document, &gold_claims, &read_claims, &text);
        }
    }

    /// Scores the fields of a pair.
    fn engagement(&mut self, document: &str, gold: &Engagement, read: &Engagement) {
        self.share("kind", gold.kind == read.kind);
        let one = |value: &Option<String>| value.iter().filter(|value| !value.is_empty()).cloned().collect::<Vec<_>>();
        let fields = [
            ("start", one(&gold.start), one(&read.start)),
            ("end", one(&gold.end), one(&read.end)),
            ("country", gold.country.as_slice().to_vec(), read.country.as_slice().to_vec()),
            ("city", gold.city.as_slice().to_vec(), read.city.as_slice().to_vec()),
        ];
        for (field, right, read_as) in fields {
            if right.is_empty() {
                continue;
            }
            let folded = fold(read_as.first().map_or("", String::as_str));
            let same = right.iter().any(|value| fold(value) == folded);
            self.share(field, same);
            if !same {
                let evidence = start(gold.evidence.as_deref(), 60);
                self.misses.push(format!(
                    "{document}: {field} {} read as {}: {evidence}",
                    right.join(" or "),
                    read_as.first().map_or("nothing", String::as_str)
                ));
            }
        }
        if let Some(occasion) = gold.occasion.as_deref().filter(|occasion| !occasion.is_empty()) {
            let (right, read) = (fold(occasion), fold(read.occasion.as_deref().unwrap_or_default()));
            let (right, read): (HashSet<&str>, HashSet<&str>) = (words(&right).collect(), words(&read).collect());
            self.share("occasion", right.intersection(&read).count() * 2 >= right.len());
        }
        let (common, right, found) = common(&gold.parties, &read.parties);
        self.add("parties", common, right, Some(found));
        let people = matched(&gold.people, &read.people);
        self.add("people", people.len(), gold.people.len(), Some(read.people.len()));
        for (right, found) in people {
            self.share("office", set(&right.offices) == set(&found.offices));
        }
    }

    fn claims(&mut self, document: &str, golds: &[&Claim], reads: &[&Claim], text: &Text) {
        let places = |claims: &[&Claim]| {
            claims.iter().map(|claim| text.sentences(claim.evidence.as_deref())).collect::<Vec<_>>()
        };
        let (gold_places, read_places) = (places(golds), places(reads));
        let near = |gold: usize, read: usize| meet(&gold_places[gold], &read_places[read]);
        let typed = pairs(golds.len(), reads.len(), 1.0, |gold, read| {
            f64::from(near(gold, read) && golds[gold].kind == reads[read].kind)
        });
        let loose = pairs(golds.len(), reads.len(), 1.0, |gold, read| f64::from(near(gold, read)));
        self.add("claim", typed.len(), golds.len(), Some(reads.len()));
        self.add("claim-any", loose.len(), golds.len(), Some(reads.len()));
        for (gold, read) in typed.iter().map(|&(gold, read)| (golds[gold], reads[read])) {
            self.share("actor", set(&gold.actors) == set(&read.actors));
            if ADDRESSED.contains(&gold.kind.as_str()) {
                self.share("addressee", set(&gold.addressees) == set(&read.addressees));
            }
            let (common, right, found) = common(&gold.topics, &read.topics);
            self.add("topic", common, right, Some(found));
        }
        for (index, gold) in golds.iter().enumerate() {
            if !typed.iter().any(|(found, _)| *found == index) {
                self.misses.push(format!("{document}: claim {}: {}", gold.kind, start(gold.evidence.as_deref(), 90)));
            }
        }
    }
}

/// The engagements of a gold and of a reading that are one, by their places.
pub(crate) fn paired(golds: &[Engagement], reads: &[Engagement], text: &str) -> Vec<(usize, usize)> {
    paired_in(golds, reads, &Text::new(text))
}

fn paired_in(golds: &[Engagement], reads: &[Engagement], text: &Text) -> Vec<(usize, usize)> {
    pairs(golds.len(), reads.len(), PAIR_THRESHOLD, |gold, read| affinity(&golds[gold], &reads[read], text))
}

/// How alike two engagements are, from 0 to 1.
fn affinity(gold: &Engagement, read: &Engagement, text: &Text) -> f64 {
    let who = f1(matched(&gold.people, &read.people).len(), gold.people.len(), read.people.len());
    let near = meet(&text.sentences(gold.evidence.as_deref()), &text.sentences(read.evidence.as_deref()));
    let same_day = gold.start.as_ref().is_some_and(|day| !day.is_empty()) && gold.start == read.start;
    let same_kind = gold.kind == read.kind;
    let (common, right, found) = common(&gold.parties, &read.parties);
    let all = right + found - common;
    let parties = if all == 0 { 0.0 } else { common as f64 / all as f64 };
    0.3 * parties + 0.3 * who + 0.2 * f64::from(near) + 0.1 * f64::from(same_day) + 0.1 * f64::from(same_kind)
}

/// Pairs one to one, best score first, then in the order of the text.
fn pairs(n_golds: usize, n_reads: usize, threshold: f64, score: impl Fn(usize, usize) -> f64) -> Vec<(usize, usize)> {
    let all = (0..n_golds).flat_map(|gold| (0..n_reads).map(move |read| (gold, read)));
    let mut scored: Vec<_> =
        all.map(|(gold, read)| (score(gold, read), gold, read)).filter(|(score, ..)| *score >= threshold).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut golds, mut reads) = (vec![false; n_golds], vec![false; n_reads]);
    scored.retain(|&(_, gold, read)| {
        let free = !golds[gold] && !reads[read];
        if free {
            (golds[gold], reads[read]) = (true, true);
        }
        free
    });
    scored.into_iter().map(|(_, gold, read)| (gold, read)).collect()
}

/// Pairs of people with the same name, each used once.
fn matched<'a>(golds: &'a [Person], reads: &'a [Person]) -> Vec<(&'a Person, &'a Person)> {
    let folded = |people: &'a [Person]| people.iter().map(|person| (person, fold(&person.name))).collect::<Vec<_>>();
    let mut left = folded(reads);
    let mut pairs = Vec::new();
    for (gold, name) in folded(golds) {
        if let Some(index) = left.iter().position(|(_, other)| same_person(&name, other)) {
            pairs.push((gold, left.remove(index).0));
        }
    }
    pairs
}

/// Whether two folded names are the same person: all words of the shorter are in the longer.
fn same_person(a: &str, b: &str) -> bool {
    let (a, b): (HashSet<&str>, HashSet<&str>) = (words(a).collect(), words(b).collect());
    !a.is_empty() && !b.is_empty() && (a.is_subset(&b) || b.is_subset(&a))
}

fn f1(hit: usize, gold: usize, read: usize) -> f64 {
    if hit == 0 {
        return 0.0;
    }
    let (precision, recall) = (hit as f64 / read as f64, hit as f64 / gold as f64);
    2.0 * precision * recall / (precision + recall)
}

fn meet(a: &std::ops::Range<usize>, b: &std::ops::Range<usize>) -> bool {
    a.start.max(b.start) < a.end.min(b.end)
}

fn set(values: &[String]) -> HashSet<&str> {
    values.iter().map(String::as_str).collect()
}

/// How many values two lists share, and how many each has.
fn common(gold: &[String], read: &[String]) -> (usize, usize, usize) {
    let (gold, read) = (set(gold), set(read));
    (gold.intersection(&read).count(), gold.len(), read.len())
}

/// To four places.
pub(crate) fn rounded(value: f64) -> f64 {
    format!("{value:.4}").parse().expect("a number as it was just written")
}

fn line(engagement: &Engagement) -> String {
    format!("{} {}: {}", engagement.kind, engagement.parties.join(","), start(engagement.evidence.as_deref(), 80))
}

/// The first characters of some words.
fn start(words: Option<&str>, n_chars: usize) -> String {
    words.unwrap_or_default().chars().take(n_chars).collect()
}
