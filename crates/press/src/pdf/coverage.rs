//! Letters that no font has are replaced, and named where a paper says how it was made, rather than left out unseen.

use std::collections::{BTreeSet, HashMap};

use typst::text::Font;
use unicode_normalization::char::is_combining_mark;

use crate::paper::Paper;
use crate::texts::for_each_text;

/// What stands for a letter that no font has.
const REPLACEMENT: char = '\u{fffd}';
/// A sign of minus, and what stands for it in fonts that have none.
const MINUS: char = '\u{2212}';
const DASH: char = '\u{2013}';
/// What began a text once, and shows nothing; PDF/UA forbids it.
const BYTE_ORDER: char = '\u{feff}';
/// So many are named.
const MOST_NAMED: usize = 12;

/// A paper of which fonts have every letter.
pub(super) fn covered(paper: &Paper, fonts: &[Font]) -> Paper {
    let mut known = HashMap::new();
    let mut has = |letter| *known.entry(letter).or_insert_with(|| is_silent(letter) || has(fonts, &[letter]));
    // A mark is drawn over the letter before it only by a font that has both.
    replaced(
        paper,
        |letter, before| if is_combining_mark(letter) { self::has(fonts, &[before, letter]) } else { has(letter) },
    )
}

/// A paper of letters that the first font has, and nothing that joins or hides: what no font can fail at.
pub(super) fn plain(paper: &Paper, fonts: &[Font]) -> Paper {
    let first = &fonts[..fonts.len().min(1)];
    replaced(paper, |letter, _| !is_silent(letter) && !is_combining_mark(letter) && has(first, &[letter]))
}

/// A paper without the letters that cannot be set, and with their names. `can`: whether a letter can be, behind another.
fn replaced(paper: &Paper, mut can: impl FnMut(char, char) -> bool) -> Paper {
    let mut paper = paper.clone();
    let mut missing = BTreeSet::new();
    for_each_text(&mut paper, &mut |text| {
        if text.is_ascii() {
            return;
        }
        let mut before = ' ';
        let replaced = text.chars().filter(|&letter| letter != BYTE_ORDER).map(|letter| {
            let letter = if letter == MINUS && !can(letter, before) { DASH } else { letter };
            let set = letter <= '~' || can(letter, before);
            if !set && !is_silent(letter) {
                missing.insert(letter);
            }
            let set = if set { letter } else { REPLACEMENT };
            if !is_silent(set) && !is_combining_mark(set) {
                before = set;
            }
            set
        });
        *text = replaced.collect();
    });
    if !missing.is_empty() {
        let named = missing.iter().take(MOST_NAMED).map(|&letter| format!(" U+{:04X}", u32::from(letter)));
        let more = if missing.len() > MOST_NAMED { " …" } else { "" };
        let told = format!("{REPLACEMENT} ={}{more}", named.collect::<String>());
        paper.foot = Some(paper.foot.map_or(told.clone(), |foot| format!("{foot} {told}")));
    }
    paper
}

/// Whether one of the fonts has all of some letters.
fn has(fonts: &[Font], letters: &[char]) -> bool {
    let all = |font: &Font| letters.iter().all(|&letter| font.info().coverage.contains(u32::from(letter)));
    fonts.iter().any(all)
}

/// Whether a letter is never seen: joiners, marks of direction, selectors of forms.
fn is_silent(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
}
