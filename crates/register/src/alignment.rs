//! Which claims of several sources are one: by their words in one language, across languages by what no language owns.

use std::collections::BTreeMap;

use packs::ClaimType;
use reader::Claim;
use rustc_hash::FxHashMap;

use crate::compare::SourceClaim;
use crate::names::folded;
use crate::sketch::hash;

/// Which claims of several lists are one: for each thing its claim in each list.
///
/// The likeliest pairs come first, no list has two claims of one thing, and each claim is in one group.
pub(crate) fn aligned(lists: &[&[SourceClaim]]) -> Vec<Vec<Option<usize>>> {
    let told: Vec<Vec<Told<'_>>> = weighed(lists);
    let mut pairs = Vec::new();
    for (list, ours) in told.iter().enumerate() {
        for (other, theirs) in told.iter().enumerate().skip(list + 1) {
            for (at, a) in ours.iter().enumerate() {
                for (other_at, b) in theirs.iter().enumerate() {
                    let likeness = a.likeness(b);
                    if likeness >= a.threshold(b) {
                        // Of pairs that are alike as much, the one at like places of the texts.
                        let apart = (a.place - b.place).abs();
                        pairs.push((likeness, apart, (list, at), (other, other_at)));
                    }
                }
            }
        }
    }
    pairs.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.total_cmp(&y.1)).then((x.2, x.3).cmp(&(y.2, y.3))));
    let mut groups: Vec<Vec<Option<usize>>> = Vec::new();
    let mut of: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (list, claims) in lists.iter().enumerate() {
        for at in 0..claims.len() {
            of.insert((list, at), groups.len());
            groups.push((0..lists.len()).map(|other| (other == list).then_some(at)).collect());
        }
    }
    for (_, _, a, b) in pairs {
        let (kept, moved) = (of[&a].min(of[&b]), of[&a].max(of[&b]));
        let both = |(kept, moved): (&Option<usize>, &Option<usize>)| kept.is_some() && moved.is_some();
        if kept == moved || groups[kept].iter().zip(&groups[moved]).any(both) {
            continue;
        }
        let joined = std::mem::take(&mut groups[moved]);
        for (list, at) in joined.into_iter().enumerate().filter_map(|(list, at)| Some((list, at?))) {
            groups[kept][list] = Some(at);
            of.insert((list, at), kept);
        }
    }
    groups.retain(|group| group.iter().any(Option::is_some));
    groups
}

/// A claim as it is compared.
struct Told<'a> {
    claim: &'a Claim,
    language: Option<&'a str>,
    /// The words of its quote with their weights, in the order of their hashes.
    words: Vec<(u64, f32)>,
    /// How far into its list it stands, from 0 to 1.
    place: f32,
}

/// Words that many of the claims have weigh little.
fn weighed<'a>(lists: &[&'a [SourceClaim]]) -> Vec<Vec<Told<'a>>> {
    let words = |said: &SourceClaim| {
        let folded = folded(&said.claim.evidence);
        let mut words: Vec<u64> = folded
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| hash(&word))
            .collect();
        words.sort_unstable();
        words.dedup();
        words
    };
    let mut times: FxHashMap<u64, f32> = FxHashMap::default();
    for word in lists.iter().flat_map(|list| list.iter()).flat_map(words) {
        *times.entry(word).or_default() += 1.0;
    }
    let told = |list: &'a [SourceClaim]| {
        let place = |at: usize| at as f32 / list.len() as f32;
        list.iter()
            .enumerate()
            .map(|(at, said)| Told {
                claim: &said.claim,
                language: said.language.as_deref(),
                words: words(said).into_iter().map(|word| (word, 1.0 / times[&word])).collect(),
                place: place(at),
            })
            .collect()
    };
    lists.iter().map(|list| told(list)).collect()
}

/// Types of claim that one act is told as by one and the other.
const FAMILIES: [&[ClaimType]; 2] = [
    &[ClaimType::Agreement, ClaimType::Request, ClaimType::Pledge, ClaimType::Target, ClaimType::NextStep],
    &[ClaimType::Position, ClaimType::Assessment, ClaimType::Support],
];

/// What two claims of one thing reach at least, in one language and across two: there nothing says so but the fields.
const ALIKE: f32 = 3.25;
const ALIKE_ACROSS: f32 = 3.6;

impl Told<'_> {
    fn threshold(&self, other: &Self) -> f32 {
        if self.language == other.language { ALIKE } else { ALIKE_ACROSS }
    }

    /// How much says that two claims are one. It does not matter which comes first.
    fn likeness(&self, other: &Self) -> f32 {
        let (a, b) = (self.claim, other.claim);
        let handles = overlap(&[&a.instruments[..], &a.bodies].concat(), &[&b.instruments[..], &b.bodies].concat());
        let mut likeness = types(&a.kind, &b.kind);
        likeness += by(overlap(&a.actors, &b.actors), 1.5, -1.0);
        likeness += by(overlap(&a.addressees, &b.addressees), 0.5, 0.0);
        likeness += by(overlap(&a.topics, &b.topics), 1.2, -1.0);
        likeness += by(handles, 2.5, -2.0);
        likeness += same(a.session, b.session, 2.0, -3.0);
        likeness += same(a.years, b.years, 2.0, -2.0);
        // Of one target two figures may be told, but not two currencies.
        likeness += same(a.amount.map(f64::to_bits), b.amount.map(f64::to_bits), 2.0, 0.0);
        likeness += same(a.unit.as_ref(), b.unit.as_ref(), 0.5, -1.5);
        likeness += same(a.date, b.date, 1.0, 0.0);
        if self.language == other.language {
            likeness += 6.0 * shared(&self.words, &other.words) - 1.5;
        }
        likeness
    }
}

fn types(a: &str, b: &str) -> f32 {
    if a == b {
        return 2.0;
    }
    let (Some(a), Some(b)) = (ClaimType::parse(a), ClaimType::parse(b)) else { return -1.5 };
    let family = |family: &&[ClaimType]| family.contains(&a) && family.contains(&b);
    if FAMILIES.iter().any(family) {
        1.0
    } else if a == ClaimType::Topic || b == ClaimType::Topic {
        0.0
    } else {
        -1.5
    }
}

/// How much of two lists is in both, from 0 to 1; `None` where one says nothing.
fn overlap(a: &[String], b: &[String]) -> Option<f32> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let shared = a.iter().filter(|entry| b.contains(entry)).count() as f32;
    Some(shared / (a.len() as f32 + b.len() as f32 - shared))
}

fn by(overlap: Option<f32>, same: f32, other: f32) -> f32 {
    match overlap {
        None => 0.0,
        Some(share) if share > 0.0 => same * (0.5 + share / 2.0),
        Some(_) => other,
    }
}

fn same<T: PartialEq>(a: Option<T>, b: Option<T>, same: f32, other: f32) -> f32 {
    match (a, b) {
        (Some(a), Some(b)) => {
            if a == b {
                same
            } else {
                other
            }
        }
        _ => 0.0,
    }
}

/// How much of the weight of two lists of words both have.
fn shared(a: &[(u64, f32)], b: &[(u64, f32)]) -> f32 {
    let weight = |words: &[(u64, f32)]| words.iter().map(|(_, weight)| weight).sum::<f32>();
    let all = weight(a) + weight(b);
    let both: f32 = a
        .iter()
        .filter(|(word, _)| b.binary_search_by_key(word, |(word, _)| *word).is_ok())
        .map(|(_, weight)| weight)
        .sum();
    if all > 0.0 { 2.0 * both / all } else { 0.0 }
}
