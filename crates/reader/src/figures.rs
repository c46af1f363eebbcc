//! Sums of money, factors and shares.

use std::ops::Range;

use document::Shape;
use packs::{Layer, NumberKind, Value};

use crate::page::Sentence;

/// A sum of money, a factor or a share in some tokens: its value and unit.
pub(crate) fn amount(sentence: &Sentence<'_>, tokens: Range<u32>) -> Option<(f64, String)> {
    let (unit_at, unit, factor) =
        sentence.within(Layer::Figures, tokens.clone()).find_map(|(mark, value)| match value {
            Value::Unit(unit, factor) => Some((mark, unit, *factor)),
            _ => None,
        })?;
    if &**unit == "times" {
        return Some((factor, unit.to_string()));
    }
    // The number stands before the unit with its scale, or right behind a sign or code ("US$ 3 billion"); behind a word it
    // is another's ("two billion dollars 2028").
    let before = tokens.start.max(unit_at.start.saturating_sub(6))..unit_at.start;
    let value = before
        .filter_map(|at| scaled(sentence, at, tokens.end))
        .find(|&(_, end)| end <= unit_at.start && end + 1 >= unit_at.start);
    let code = sentence.token(unit_at.start).shape != Shape::Lower;
    let behind = || {
        (unit_at.end..(unit_at.end + 2).min(tokens.end))
            .filter(|_| code)
            .find_map(|at| scaled(sentence, at, tokens.end))
    };
    value.or_else(behind).map(|(value, _)| (value, unit.to_string()))
}

/// The number with its scale ("1.5 billion", "two billion") that begins at a token, and the token after it.
fn scaled(sentence: &Sentence<'_>, at: u32, end: u32) -> Option<(f64, u32)> {
    let (mut value, mut at) = digits(sentence, at, end).or_else(|| worded(sentence, at))?;
    while let Some((scale, end)) = sentence.at(Layer::Figures, at).find_map(|(mark, value)| match value {
        Value::Number(scale, NumberKind::Scale) => Some((*scale, mark.end)),
        _ => None,
    }) {
        (value, at) = (value * scale, end);
    }
    Some((value, at))
}

/// A number written as a word, and the token after it.
fn worded(sentence: &Sentence<'_>, at: u32) -> Option<(f64, u32)> {
    sentence.at(Layer::Figures, at).find_map(|(mark, value)| match value {
        Value::Number(number, NumberKind::Cardinal) => Some((*number, mark.end)),
        _ => None,
    })
}

/// The number in digits that begins at a token, and the token after it.
fn digits(sentence: &Sentence<'_>, at: u32, end: u32) -> Option<(f64, u32)> {
    (sentence.token(at).shape == Shape::Number).then(|| number(sentence, at, end))
}

/// A number written in digits, with its decimals and thousands, and the token after it.
fn number(sentence: &Sentence<'_>, at: u32, end: u32) -> (f64, u32) {
    let mut digits = sentence.word(at).to_owned();
    let mut next = at + 1;
    while next + 1 < end
        && matches!(sentence.word(next), "," | ".")
        && !sentence.token(next).spaced
        && sentence.token(next + 1).shape == Shape::Number
        && !sentence.token(next + 1).spaced
    {
        let group = sentence.word(next + 1);
        if group.len() != 3 {
            digits.push('.');
        }
        digits.push_str(group);
        next += 2;
    }
    (digits.parse().unwrap_or(0.0), next)
}

#[cfg(test)]
mod tests {
    use document::Settings;
    use packs::Packs;

    use super::amount;
    use crate::page::Page;

    /// The sum that the packs find in a sentence of their language.
    fn check(packs: &Packs, language: &str, text: &str) -> Option<(f64, String)> {
        let settings = Settings { language: Some(language.to_owned()), ..Settings::default() };
        let document = document::open("x", text.as_bytes(), packs.habits(), &settings).expect("it is text");
        let page = Page::new(packs, &document, document.language_index().expect("a pack covers it"));
        let sentence = page.sentence(0, document.language_index().expect("a pack covers it"));
        amount(&sentence, sentence.tokens.clone())
    }

    #[test]
    fn finds_sums_in_words_and_figures() {
        let packs = Packs::load(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs")))
            .expect("the packs load");
        let cases = [
            ("en", "They set the goal of lifting two-way trade to US$3 billion by 2026.", Some((3e9, "USD"))),
            ("en", "They set the goal of lifting trade to two billion dollars in 2028.", Some((2e9, "USD"))),
            ("en", "They set the goal of doubling trade by 2030.", Some((2.0, "times"))),
            ("en", "Exports are to rise by 15 percent.", Some((15.0, "percent"))),
            ("sv", "De satte som mål en handel på två miljarder dollar 2028.", Some((2e9, "USD"))),
            ("sv", "Stödet ökas till totalt 1,5 miljarder kronor.", Some((1.5e9, "SEK"))),
            ("vi", "Hai bên phấn đấu đưa kim ngạch hai chiều lên 20 tỷ USD.", Some((2e10, "USD"))),
            ("en", "The two sides met in 2028.", None),
        ];
        for (language, text, expected) in cases {
            let expected = expected.map(|(value, unit)| (value, unit.to_owned()));
            assert_eq!(check(&packs, language, text), expected, "{text}");
        }
    }
}
