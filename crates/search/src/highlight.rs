//! Where the words that were looked for stand in a text, and the piece of it that is shown.

use std::collections::BTreeSet;

use register::AccountId;
use rustc_hash::FxHashMap;
use serde::Serialize;
use tantivy::tokenizer::TextAnalyzer;

use crate::fields::Fields;
use crate::words::{normal, plain, words};

/// A piece of a text, with the words that were looked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Fragment {
    /// The words, with `…` where the text goes on.
    pub text: String,
    /// Where the words that were looked for stand in `text`: bytes from and to.
    pub ranges: Vec<[usize; 2]>,
    /// The account that says so; none of a document or person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountId>,
}

/// About how long a fragment is at most, in bytes.
const LENGTH: usize = 320;
/// How much of it stands before the first word that was looked for.
const BEFORE: usize = 80;
/// So many fragments are shown of one hit.
const FRAGMENTS: usize = 3;

/// A text that may be shown.
pub(crate) struct Candidate<'a> {
    pub(crate) text: &'a str,
    pub(crate) language: Option<&'a str>,
    pub(crate) account: Option<AccountId>,
}

/// Where words that are looked for stand in a text, each with the number of the word of the query.
type Marks = BTreeSet<([usize; 2], usize)>;

/// Words that are looked for, by form, each with the number of the word of the query.
type Forms = FxHashMap<String, usize>;

/// Finds the words of a query in texts.
pub(crate) struct Highlighter {
    tongues: Vec<(String, TextAnalyzer, Forms)>,
    plain: (TextAnalyzer, Forms),
    any: bool,
}

impl Highlighter {
    pub(crate) fn new<'q>(fields: &Fields, sought: impl Iterator<Item = &'q str>) -> Self {
        let texts: Vec<&str> = sought.collect();
        let forms = |analyzer: &mut TextAnalyzer| {
            let words = texts.iter().flat_map(|text| words(analyzer, text)).collect::<Vec<_>>();
            words.into_iter().enumerate().map(|(n, word)| (word, n)).collect::<Forms>()
        };
        let tongue = |tongue: &crate::fields::Tongue| {
            let mut analyzer = tongue.analyzer();
            let forms = forms(&mut analyzer);
            (tongue.code.clone(), analyzer, forms)
        };
        let mut plain = plain();
        let plain_forms = forms(&mut plain);
        Self {
            tongues: fields.tongues.iter().map(tongue).collect(),
            any: !plain_forms.is_empty(),
            plain: (plain, plain_forms),
        }
    }

    /// Where words of the query stand in a text that is normal, and which.
    fn find(&mut self, text: &str, language: Option<&str>) -> Marks {
        let mut found = BTreeSet::new();
        let tongue = self.tongues.iter_mut().find(|tongue| Some(&*tongue.0) == language);
        let tongue = tongue.map(|(_, analyzer, forms)| (analyzer, &*forms));
        for (analyzer, forms) in tongue.into_iter().chain([(&mut self.plain.0, &self.plain.1)]) {
            analyzer.token_stream(text).process(&mut |token| {
                if let Some(&n) = forms.get(&token.text) {
                    found.insert(([token.offset_from, token.offset_to], n));
                }
            });
        }
        found
    }

    /// The pieces that show most of what was looked for, of all texts that may be shown: one at least where there are texts.
    pub(crate) fn fragments(&mut self, candidates: &[Candidate<'_>]) -> Vec<Fragment> {
        let mut found: Vec<(usize, Marks)> = Vec::new();
        if self.any {
            for (at, candidate) in candidates.iter().enumerate() {
                let marks = self.find(&normal(candidate.text), candidate.language);
                if !marks.is_empty() {
                    found.push((at, marks));
                }
            }
        }
        let mut fragments = Vec::new();
        let mut shown: BTreeSet<usize> = BTreeSet::new();
        while fragments.len() < FRAGMENTS {
            let new = |marks: &Marks| {
                marks.iter().map(|(_, n)| n).filter(|n| !shown.contains(n)).collect::<BTreeSet<_>>().len()
            };
            let best = found
                .iter()
                .enumerate()
                .max_by_key(|(order, (_, marks))| (new(marks), marks.len().min(8), std::cmp::Reverse(*order)));
            let Some((place, (at, marks))) = best.filter(|(_, (_, marks))| new(marks) > 0) else { break };
            fragments.push(fragment(&candidates[*at], marks));
            shown.extend(marks.iter().map(|(_, n)| *n));
            found.remove(place);
        }
        if fragments.is_empty() {
            fragments.extend(candidates.first().map(|first| fragment(first, &BTreeSet::new())));
        }
        fragments
    }
}

/// The piece of a text around its first marks.
fn fragment(candidate: &Candidate<'_>, marks: &Marks) -> Fragment {
    let text = normal(candidate.text);
    let (mut from, mut to) = (0, text.len());
    if text.len() > LENGTH {
        let first = marks.first().map_or(0, |(range, _)| range[0]);
        from = if first > BEFORE { word_start(&text, first - BEFORE) } else { 0 };
        to = if from + LENGTH < text.len() { word_end(&text, from, from + LENGTH) } else { text.len() };
    }
    let lead = if from > 0 { "…" } else { "" };
    let tail = if to < text.len() { "…" } else { "" };
    let mut ranges: Vec<[usize; 2]> = Vec::new();
    for ([start, end], _) in marks.iter().filter(|([start, end], _)| *start >= from && *end <= to) {
        let range = [start - from + lead.len(), end - from + lead.len()];
        match ranges.last_mut() {
            Some(last) if range[0] < last[1] => last[1] = last[1].max(range[1]),
            _ => ranges.push(range),
        }
    }
    Fragment { text: [lead, &text[from..to], tail].concat(), ranges, account: candidate.account }
}

/// The beginning of a word near a place.
fn word_start(text: &str, near: usize) -> usize {
    let near = text.floor_char_boundary(near);
    let space = text[near..].find(char::is_whitespace).filter(|length| *length < BEFORE);
    space.map_or(near, |length| near + length + text[near + length..].chars().next().map_or(0, char::len_utf8))
}

/// The end of a word near a place.
fn word_end(text: &str, from: usize, near: usize) -> usize {
    let near = text.floor_char_boundary(near);
    text[from..near].rfind(char::is_whitespace).map_or(near, |length| from + length)
}
