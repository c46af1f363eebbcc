//! The text of a document as the score sees it: on one line, with the places where its sentences begin.
//!
//! These sentences are cruder than those of `document`, and the same for every reader that is scored.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// A document with its sentences, so that evidence can be placed in it.
pub(crate) struct Text {
    flat: String,
    starts: Vec<usize>,
}

impl Text {
    pub(crate) fn new(raw: &str) -> Self {
        let flat = flattened(raw);
        let mut starts = vec![0];
        starts.extend(sentence_starts(&flat));
        let mut position = 0;
        for line in raw.split(is_line_end).map(flattened).filter(|line| !line.is_empty()) {
            if let Some(found) = flat[position..].find(&line) {
                starts.push(position + found);
                position += found + line.len();
            }
        }
        starts.sort_unstable();
        starts.dedup();
        Self { flat, starts }
    }

    /// The sentences that some words touch, as a range; empty if they are not in the text.
    pub(crate) fn sentences(&self, evidence: Option<&str>) -> Range<usize> {
        let evidence = flattened(evidence.unwrap_or_default());
        if evidence.is_empty() {
            return 0..0;
        }
        let Some(start) = self.flat.find(&evidence) else { return 0..0 };
        let end = start + evidence.len();
        let first = self.starts.partition_point(|&begin| begin <= start).saturating_sub(1);
        first..self.starts.partition_point(|&begin| begin < end)
    }
}

/// Where sentences begin: after a stop, closing quotes and a space, before what is no small ASCII letter.
fn sentence_starts(flat: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    for (index, stop) in flat.char_indices().filter(|(_, c)| ".!?…;".contains(*c)) {
        let after = flat[index + stop.len_utf8()..].trim_start_matches(['"', '”', '’', ')']);
        let Some(rest) = after.strip_prefix(' ') else { continue };
        let inside = rest.strip_prefix(['"', '“', '(']).unwrap_or(rest);
        if inside.chars().next().is_some_and(|c| is_word(c) && !c.is_ascii_lowercase()) {
            starts.push(flat.len() - rest.len());
        }
    }
    starts
}

/// Lower case without diacritics, punctuation or repeated spaces.
pub(crate) fn fold(text: &str) -> String {
    let bare = text.replace('đ', "d").replace('Đ', "D");
    let bare: String = bare.nfkd().filter(|&c| canonical_combining_class(c) == 0).collect();
    bare.to_lowercase().split(|c| !is_word(c)).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

pub(crate) fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| !word.is_empty())
}

/// A letter, a number or a low line; marks that stand alone are none.
fn is_word(c: char) -> bool {
    c == '_' || (c.is_alphanumeric() && !is_combining_mark(c))
}

/// White space, and the separators of ASCII.
fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The text on one line, its words with single spaces.
fn flattened(text: &str) -> String {
    text.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_evidence() {
        let check = |raw: &str, evidence: &str| Text::new(raw).sentences(Some(evidence));
        let text = "One thing.  Another (thing)!\n\n“Third one,” he said; and on.” (Fourth)\nno capital. ă last";
        assert_eq!(check(text, "One"), 0..1);
        assert_eq!(check(text, "thing. Another\tthing"), 0..0);
        assert_eq!(check(text, "thing.\nAnother (thing"), 0..2);
        assert_eq!(check(text, "“Third one,” he said; and"), 2..3);
        assert_eq!(check(text, "(Fourth)"), 3..4);
        assert_eq!(check(text, "no capital. ă"), 4..6);
        assert_eq!(check(text, ""), 0..0);
    }

    #[test]
    fn folds() {
        for (text, folded) in [("Đại  sứ, Ândré's", "dai su andre s"), ("ﬁne_1 ½", "fine_1 1 2"), ("…", "")]
        {
            assert_eq!(fold(text), folded);
        }
    }
}
