//! Sessions of a row and their numbers.

use std::ops::Range;

use document::Shape;
use packs::{Layer, Link, Mark, NumberKind, Occasion, Value};

use crate::begins::Begins;
use crate::page::Sentence;

/// How many words of a session's name may stand between its number and its noun.
const NAME: u32 = 12;
/// No row of sessions is longer.
const MOST: u32 = 300;

/// A session of a row, as far as some words tell it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Session {
    /// The series, by its place in [`packs::World::series`].
    pub(crate) series: Option<u16>,
    /// Its number.
    pub(crate) number: Option<u16>,
}

impl Session {
    /// What it tells, and for the rest what another does.
    pub(crate) fn or(self, other: Self) -> Self {
        if self.series.is_none() && self.number.is_none() { other } else { self }
    }
}

/// The session of a row that some tokens name: the first with a number, else the first series.
pub(crate) fn session(sentence: &Sentence<'_>, tokens: Range<u32>) -> Session {
    let series = sentence.within(Layer::Occasions, tokens.clone()).filter_map(|(mark, value)| match value {
        Value::Occasion(Occasion::Series(series)) => Some((mark, *series)),
        _ => None,
    });
    let mut first = None;
    for (mark, series) in series {
        let number = glued(sentence, mark, series).or_else(|| number(sentence, mark, true, &tokens));
        if number.is_some() {
            return Session { series: Some(series), number };
        }
        first = first.or(Some((mark, series)));
    }
    let mut nouns = sentence.within(Layer::Handles, tokens.clone());
    let numbered = nouns.find_map(|(noun, value)| match value {
        Value::Session(first) => Some((noun, number(sentence, noun, *first, &tokens)?)),
        _ => None,
    });
    // "The 78th session of the General Assembly", but not "the third meeting on the sidelines of the ASEAN Summit".
    let of_row = |noun: Mark, series: Mark| (noun.end..series.start).all(|at| leads_on(sentence, at));
    match numbered {
        Some((noun, number)) => {
            let series = first.filter(|(mark, _)| noun.end <= mark.start && of_row(noun, *mark));
            Session { series: series.map(|(_, series)| series), number: Some(number) }
        }
        None => Session { series: first.map(|(_, series)| series), number: None },
    }
}

/// Whether a token leads from a noun of sessions to what it is a session of: "of", "in", an article or its number.
fn leads_on(sentence: &Sentence<'_>, at: u32) -> bool {
    let of = [Link::Of, Link::In].into_iter().any(|link| sentence.is_link(at, link));
    let small = || {
        let link = sentence.begins(at, Begins::layer(Layer::Links));
        !link && sentence.language.is_function_word(sentence.word(at))
    };
    let number = || sentence.token(at).shape == Shape::Number || sentence.begins(at, Begins::layer(Layer::Figures));
    of || number() || small()
}

/// "AMM-58", "COP30": the number that goes with the short name of a series.
fn glued(sentence: &Sentence<'_>, mark: Mark, series: u16) -> Option<u16> {
    // "G20" is no twentieth session.
    let name = &*sentence.page.world().series[usize::from(series)].name;
    let inside = (mark.end == mark.start + 1).then(|| sentence.word(mark.start).strip_prefix(name)).flatten();
    let at = if sentence.is(mark.end, "-") || sentence.is(mark.end, "–") { mark.end + 1 } else { mark.end };
    let behind = || figure(sentence, at, sentence.tokens.end);
    bounded(inside.and_then(|digits| digits.parse().ok())).or_else(behind)
}

/// The number that stands with a noun of sessions, before or behind it as the language has it. `first`: whether the first
/// that is so called is one of a row, though its number is a word; "their first meeting" seldom is.
fn number(sentence: &Sentence<'_>, noun: Mark, first: bool, tokens: &Range<u32>) -> Option<u16> {
    let (number, worded) = if sentence.language.number_after_noun {
        behind(sentence, noun, tokens)
    } else {
        before(sentence, noun, tokens)
    }?;
    let of_row = first || sentence.is_link(noun.end, Link::Of);
    (number > 1 || !worded || of_row).then_some(number)
}

/// "The 21st Vietnam–Cambodia Joint Committee meeting": the nearest number before the noun, with nothing between but its
/// name. Gives whether it is a word, too.
fn before(sentence: &Sentence<'_>, noun: Mark, tokens: &Range<u32>) -> Option<(u16, bool)> {
    let from = noun.start.saturating_sub(NAME).max(tokens.start);
    let (mark, value) = sentence.within(Layer::Figures, from..noun.end).rev().find(|(mark, value)| {
        mark.end <= noun.end && matches!(value, Value::Number(_, NumberKind::Ordinal | NumberKind::OrdinalSuffix))
    })?;
    let of_name = |at: u32| {
        let token = sentence.token(at);
        match token.shape {
            Shape::Punctuation => matches!(sentence.word(at), "-" | "–" | "'" | "’" | ":" | "+" | "/" | "&"),
            Shape::Capital | Shape::Upper | Shape::Number => true,
            Shape::Lower => {
                let small = sentence.language.is_function_word(sentence.word(at))
                    || sentence.begins(at, Begins::layer(Layer::Speech).or(Begins::layer(Layer::Verbs)));
                !small || sentence.is_link(at, Link::And) || sentence.is(at - 1, "'") || sentence.is(at - 1, "’")
            }
        }
    };
    if !(mark.end..noun.start).all(of_name) {
        return None;
    }
    match value {
        Value::Number(number, NumberKind::Ordinal) => Some((bounded(Some(*number as u32))?, true)),
        _ => Some((figure(sentence, mark.start.checked_sub(1).filter(|at| tokens.contains(at))?, noun.end)?, false)),
    }
}

/// "Kỳ họp Ủy ban hỗn hợp lần thứ 21": the first number behind the noun, right there or led by a word that makes an
/// ordinal. Gives whether it is a word, too.
fn behind(sentence: &Sentence<'_>, noun: Mark, tokens: &Range<u32>) -> Option<(u16, bool)> {
    let until = (noun.end + NAME).min(tokens.end);
    let sign = |at: &u32| {
        sentence.token(*at).shape != Shape::Punctuation || matches!(sentence.word(*at), "-" | "–" | "/" | "+" | "&")
    };
    let end = (noun.end..until).find(|at| !sign(at)).unwrap_or(until);
    // A noun that ends in such a word itself: "phiên họp lần thứ …".
    let led = sentence.within(Layer::Figures, noun.start..end).find_map(|(mark, value)| match value {
        Value::Number(number, NumberKind::Ordinal) => Some((bounded(Some(*number as u32))?, true)),
        Value::Number(_, NumberKind::OrdinalPrefix) => Some((figure(sentence, mark.end, tokens.end)?, false)),
        _ => None,
    });
    led.or_else(|| {
        // "Khóa họp 58 Hội đồng Nhân quyền", but not "hội nghị 3 bên".
        let next = noun.end + 1;
        let goes_on = tokens.contains(&next)
            && sentence.token(next).shape == Shape::Lower
            && !sentence.begins(next, Begins::layer(Layer::Links));
        Some((figure(sentence, noun.end, end).filter(|_| !goes_on)?, false))
    })
}

/// A number in digits at a token before `end` that is none of a date.
fn figure(sentence: &Sentence<'_>, at: u32, end: u32) -> Option<u16> {
    let dated = || sentence.dates().iter().any(|date| (date.start..date.end).contains(&at));
    let digits = at < end && sentence.tokens.contains(&at) && sentence.token(at).shape == Shape::Number;
    bounded(sentence.word(at.min(sentence.tokens.end - 1)).parse().ok().filter(|_| digits && !dated()))
}

fn bounded(number: Option<u32>) -> Option<u16> {
    number.filter(|number| (1..=MOST).contains(number)).map(|number| number as u16)
}
