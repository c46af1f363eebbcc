//! Articles and their corrections: two texts that stood at one address, one after the other.

use document::{BlockKind, Document};
use packs::Packs;
use serde::Serialize;
use similar::{Algorithm, ChangeTag, TextDiff};

use crate::deposit::{Deposit, open};
use crate::id::DocumentId;
use crate::register::{Register, RegisterError};
use crate::source::{Standing, Version};

/// How long two texts are compared before what is left counts as changed.
const COMPARING: std::time::Duration = std::time::Duration::from_millis(500);

/// What stood before and after a document at its address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Correction {
    /// The address.
    pub address: String,
    /// What stood there just before it.
    pub earlier: Vec<Version>,
    /// What stood there just after it.
    pub later: Vec<Version>,
    /// When it was last asked and nothing stood there any more, in milliseconds since 1970; `None` where something does.
    pub gone_ms: Option<i64>,
}

/// A line of a text, beside another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Whether it stands in the later text alone, or in the earlier; a line of both is left out.
    pub added: bool,
    /// The line.
    pub line: String,
}

impl Register {
    /// What stood before and after a document at each of its addresses; empty where nothing else did, and it still stands there.
    ///
    /// # Errors
    ///
    /// Where the store fails.
    pub fn corrections(&self, document: DocumentId) -> Result<Vec<Correction>, RegisterError> {
        let mut corrections = Vec::new();
        for visit in self.stood_at(document)? {
            let last = |version: &&Version| version.document == document;
            let Some(from_ms) = visit.versions.iter().rev().find(last).map(|version| version.from_ms) else { continue };
            let times = |of: fn(&i64, &i64) -> bool| {
                visit.versions.iter().map(|version| version.from_ms).filter(move |time| of(time, &from_ms))
            };
            let at = |time: Option<i64>| {
                let then = visit.versions.iter().filter(|version| Some(version.from_ms) == time);
                then.cloned().collect::<Vec<Version>>()
            };
            let (earlier, later) = (at(times(|a, b| a < b).max()), at(times(|a, b| a > b).min()));
            let gone_ms = visit.asked_ms.filter(|_| visit.standing == Standing::Gone);
            if !earlier.is_empty() || !later.is_empty() || gone_ms.is_some() {
                corrections.push(Correction { address: visit.address, earlier, later, gone_ms });
            }
        }
        Ok(corrections)
    }

    /// The lines by which a document differs from what it corrects; none where several stood there, for nobody knows which took the place
    /// of which.
    ///
    /// # Errors
    ///
    /// Where the store fails.
    pub fn corrected(
        &self,
        packs: &Packs,
        correction: &Correction,
        later: DocumentId,
    ) -> Result<Vec<Difference>, RegisterError> {
        let [earlier] = &correction.earlier[..] else { return Ok(Vec::new()) };
        let (earlier, later) = (self.store().document(earlier.document)?, self.store().document(later)?);
        Ok(earlier.zip(later).map_or_else(Vec::new, |(earlier, later)| differences(packs, &earlier, &later)))
    }
}

/// Whether two documents tell the same story, whatever stands around it: menus, counters, teasers of others.
pub fn tells_the_same(packs: &Packs, one: &Deposit, other: &Deposit) -> bool {
    let (Ok(one), Ok(other)) = (open(packs, one), open(packs, other)) else { return false };
    one.title().map(words) == other.title().map(words) && story(&one) == story(&other)
}

/// The lines by which two documents differ, in their order. What cannot be opened has no lines.
pub fn differences(packs: &Packs, earlier: &Deposit, later: &Deposit) -> Vec<Difference> {
    let story = |deposit: &Deposit| open(packs, deposit).map(|document| story(&document)).unwrap_or_default();
    let (earlier, later) = (story(earlier), story(later));
    let (earlier, later) = (refs(&earlier), refs(&later));
    let diff = TextDiff::configure().algorithm(Algorithm::Myers).timeout(COMPARING).diff_slices(&earlier, &later);
    let changed = diff.iter_all_changes().filter_map(|change| match change.tag() {
        ChangeTag::Equal => None,
        tag => Some(Difference { added: tag == ChangeTag::Insert, line: change.value().to_owned() }),
    });
    changed.collect()
}

fn refs(lines: &[String]) -> Vec<&str> {
    lines.iter().map(String::as_str).collect()
}

/// The sentences of a document's story, each a line.
fn story(document: &Document) -> Vec<String> {
    let of_story = |kind| !matches!(kind, BlockKind::Furniture | BlockKind::Teaser | BlockKind::Source);
    let blocks = document.blocks();
    let sentences = document.sentences().iter().filter(|sentence| of_story(blocks[sentence.block as usize].kind));
    let text = |sentence: &document::Sentence| {
        let tokens = &document.tokens()[sentence.tokens.start as usize..sentence.tokens.end as usize];
        let (first, last) = (tokens.first()?, tokens.last()?);
        Some(words(document.text().get(first.start as usize..last.end as usize)?))
    };
    sentences.filter_map(text).collect()
}

/// A text with one space between its words.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
