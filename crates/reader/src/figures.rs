//! Sums of money, factors and shares.

use std::ops::Range;

use document::Shape;
use packs::{Layer, NumberKind, Value};

use crate::page::Sentence;

/// A sum of money, a factor or a share in some tokens: its value and unit.
pub(crate) fn amount(sentence: &Sentence<'_>, tokens: Range<u32>) -> Option<(f64, String)> {
    let (unit_at, unit, factor) = sentence.within(Layer::Figures, tokens.clone()).find_map(|(mark, value)| match value {
        Value::Unit(unit, factor) => Some((mark, unit, *factor)),
        _ => None,
    })?;
    if &**unit == "times" {
        return Some((factor, unit.to_string()));
    }
    // The number stands before the unit with its scale, or right behind it ("US$ 3 billion").
    let number_at = (tokens.start.max(unit_at.start.saturating_sub(6))..unit_at.start)
        .find(|&at| sentence.token(at).shape == Shape::Number)
        .or_else(|| (unit_at.end..(unit_at.end + 2).min(tokens.end)).find(|&at| sentence.token(at).shape == Shape::Number))?;
    let (mut value, mut at) = number(sentence, number_at, tokens.end);
    while let Some((scale, end)) = sentence.at(Layer::Figures, at).find_map(|(mark, value)| match value {
        Value::Number(scale, NumberKind::Scale) => Some((*scale, mark.end)),
        _ => None,
    }) {
        (value, at) = (value * scale, end);
    }
    Some((value, unit.to_string()))
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
