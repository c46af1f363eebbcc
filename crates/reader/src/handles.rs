//! What the words of a claim or an engagement can be known by in any language: treaties, bodies, numbered sessions and
//! terms of years.

mod levels;
mod sessions;

use std::ops::Range;

use document::Shape;
use packs::{Form, Layer, Mark, Party, Value};

pub(crate) use self::levels::{Comes, Reached, reached};
pub(crate) use self::sessions::{Session, session};
use crate::page::{Sentence, joined_years};

#[cfg(test)]
mod tests;

/// No term of office or programme is longer, in years.
const TERM: i16 = 30;

/// What is named in some tokens: treaties, processes and measures, by their places in [`packs::World::named`], in the
/// order of the text.
pub(crate) fn instruments(sentence: &Sentence<'_>, tokens: Range<u32>) -> Vec<u16> {
    let mut found = Vec::new();
    for (_, named) in named(sentence, tokens) {
        if !sentence.page.world().named[usize::from(named)].body && !found.contains(&named) {
            found.push(named);
        }
    }
    found
}

/// A body that some words name: an organisation, or an organ of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// A party that is no state.
    Organisation(Party),
    /// By its place in [`packs::World::named`].
    Organ(u16),
}

/// The bodies that are named in some tokens, in the order of the text; an organisation in the name of
/// its organ or treaty is not among them.
pub(crate) fn bodies(sentence: &Sentence<'_>, tokens: Range<u32>) -> Vec<Body> {
    let world = sentence.page.world();
    let names: Vec<(Mark, u16)> = named(sentence, tokens.clone()).collect();
    let organs = names.iter().filter(|(_, named)| world.named[usize::from(*named)].body);
    let within = |mark: &Mark| names.iter().any(|(name, _)| name.start <= mark.start && mark.end <= name.end);
    let organisations = sentence.within(Layer::Names, tokens).filter_map(|(mark, value)| match value {
        Value::Party(party, Form::Name | Form::Genitive) if !world.is_state(*party) && !within(&mark) => {
            Some((mark.start, Body::Organisation(*party)))
        }
        _ => None,
    });
    let mut all: Vec<(u32, Body)> =
        organisations.chain(organs.map(|&(mark, named)| (mark.start, Body::Organ(named)))).collect();
    all.sort_by_key(|(at, _)| *at);
    let mut found = Vec::new();
    for (_, body) in all {
        if !found.contains(&body) {
            found.push(body);
        }
    }
    found
}

fn named(sentence: &Sentence<'_>, tokens: Range<u32>) -> impl Iterator<Item = (Mark, u16)> {
    sentence
        .within(Layer::Handles, tokens)
        .filter_map(|(mark, value)| if let Value::Named(named) = value { Some((mark, *named)) } else { None })
}

/// The term or period of years that some tokens name: "2026–2035", "from 2026 to 2035".
pub(crate) fn years(sentence: &Sentence<'_>, tokens: Range<u32>) -> Option<[i16; 2]> {
    span_of_years(sentence, tokens, TERM)
}

/// The years from which to which some tokens tell of something that lasts no longer than `most` years.
fn span_of_years(sentence: &Sentence<'_>, tokens: Range<u32>, most: i16) -> Option<[i16; 2]> {
    let plausible = |&[first, last]: &[i16; 2]| {
        (1900..=2100).contains(&first) && (1900..=2100).contains(&last) && first < last && last <= first + most
    };
    let of_dates = sentence.dates().iter().filter(|date| tokens.contains(&date.start)).filter_map(|date| {
        let parts = &date.parts;
        let ([Some(first), Some(last)], [None, None], [None, None]) = (parts.year, parts.month, parts.day) else {
            return None;
        };
        Some([first, last])
    });
    let numbers = tokens.clone().filter(|&at| sentence.token(at).shape == Shape::Number);
    let joined = numbers.filter_map(|at| joined_years(sentence.page.document, at, &tokens));
    of_dates.chain(joined).find(plausible)
}
