//! What relations come to: levels that they reach, what begins them and what breaks them off.

use std::ops::Range;

use packs::{Form, Layer, Link, Mark, Party, Relations, Topic, Turn, Value};

use super::span_of_years;
use crate::page::Sentence;

/// Between the words that raise relations, or mark that they were, and their level stand so many words at most.
const RAISED: u32 = 14;
/// Between the verb that begins relations, or breaks them off, and their name: "establish a".
const BEGUN: u32 = 3;
/// Between their name and such a verb, where whose they are stands between: "relations between Iran and Oman were severed".
const BETWEEN: u32 = 8;
/// So far before the verb stands what tells that it is not done: "threatened to sever".
const UNSETTLED: u32 = 4;
/// So far behind a level begins what it is limited to: "a partnership in the field of raw materials".
const FIELD: u32 = 3;
/// So far from the words of a level stand those whose it is.
const WHOSE: u32 = 6;
/// No relations are marked that are older, in years.
const AGE: i16 = 200;

/// Topics that are no field of their own: of them relations are as a whole.
const WHOLE: [Topic; 5] = [Topic::Relations, Topic::Regional, Topic::Multilateral, Topic::Protocol, Topic::Visits];

/// What relations come to by some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reached {
    pub(crate) comes: Comes,
    /// Whether the words only mark that it was reached years ago.
    pub(crate) marked: bool,
    /// Where they mark it with the years, the first: "50 years of diplomatic relations (1973–2023)".
    pub(crate) since: Option<i16>,
    /// Whose relations they are, as far as the words beside them say: "upgraded its relations with *Peru*".
    pub(crate) whose: Vec<Party>,
    /// The words that name them, and the verb.
    pub(crate) words: Range<u32>,
}

/// What relations come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Comes {
    /// A level, by its place in [`packs::World::relations`].
    Level(u16),
    /// What else becomes of them.
    Turn(Turn),
}

/// What some tokens say that relations come to: "upgrade relations to a strategic partnership", "diplomatic relations were
/// established", "severed diplomatic relations", but not "elevate the strategic partnership", nor "a strategic partnership
/// on raw materials". Of several levels the highest, for a lower one is where they come from.
pub(crate) fn reached(sentence: &Sentence<'_>, tokens: Range<u32>) -> Option<Reached> {
    let said = sentence.within(Layer::Handles, tokens.clone()).filter_map(|(mark, value)| match value {
        Value::Relations(said) => Some((mark, *said)),
        _ => None,
    });
    let said: Vec<(Mark, Relations)> = said.collect();
    let found = said.iter().enumerate().filter_map(|(at, &(mark, what))| {
        let near = said[..at].iter().rev().take_while(|(other, _)| mark.start - other.end <= RAISED);
        let near: Vec<(Mark, Relations)> = near.copied().collect();
        let marked = near.iter().any(|(_, what)| *what == Relations::Marked);
        let (comes, verb) = match what {
            Relations::Turn(turn, true) => (Comes::Turn(turn), mark),
            Relations::Level(level, led) if !is_limited(sentence, level, mark) => {
                let verb = verb_of(sentence, (mark, led), &near, said.get(at + 1));
                (comes(level, verb.map(|(_, what)| what), marked)?, verb.map_or(mark, |(verb, _)| verb))
            }
            _ => return None,
        };
        let since = || span_of_years(sentence, tokens.clone(), AGE).map(|[first, _]| first);
        let words = verb.start.min(mark.start)..verb.end.max(mark.end);
        let whose = whose(sentence, words.clone(), &tokens);
        let reached = Reached { comes, marked, since: marked.then(since).flatten(), whose, words };
        (marked || is_done(sentence, verb, &tokens, &near)).then_some(reached)
    });
    found.max_by_key(|reached| reached.comes)
}

/// The verb before a level, the next first, or right behind it that says that relations come to it. `led`: a word leads to it.
fn verb_of(
    sentence: &Sentence<'_>,
    (mark, led): (Mark, bool),
    before: &[(Mark, Relations)],
    behind: Option<&(Mark, Relations)>,
) -> Option<(Mark, Relations)> {
    let begins = |what| matches!(what, Relations::Begun | Relations::Turn(_, false));
    let verb =
        before.iter().find(|(_, what)| !matches!(what, Relations::Level(..) | Relations::Unsettled | Relations::Field));
    // "Relations *between* Iran and Oman were severed".
    let apart = if sentence.is_link(mark.end, Link::With) { BETWEEN } else { BEGUN };
    let raises = verb.filter(|(_, what)| *what == Relations::Raised && led);
    let begun = || verb.filter(|(verb, what)| begins(*what) && mark.start - verb.end <= BEGUN);
    let follows = || behind.filter(|(verb, what)| begins(*what) && verb.start - mark.end <= apart);
    raises.or_else(begun).or_else(follows).copied()
}

/// What relations come to by a verb at a level: to diplomatic relations one also returns, or breaks them off.
fn comes(level: u16, verb: Option<Relations>, marked: bool) -> Option<Comes> {
    match verb {
        Some(Relations::Turn(turn, _)) if level == 0 => Some(Comes::Turn(turn)),
        Some(Relations::Turn(turn, _)) if turn != Turn::Restored => marked.then_some(Comes::Level(level)),
        Some(_) => Some(Comes::Level(level)),
        None => marked.then_some(Comes::Level(level)),
    }
}

/// Whether a verb tells of what is done or to be done, and not of what is denied or only threatened.
fn is_done(sentence: &Sentence<'_>, verb: Mark, tokens: &Range<u32>, near: &[(Mark, Relations)]) -> bool {
    let from = verb.start.saturating_sub(UNSETTLED).max(tokens.start);
    let denied = sentence.has_link(from..verb.start, Link::Not);
    !denied && !near.iter().any(|(mark, what)| *what == Relations::Unsettled && mark.end >= from)
}

/// Whether a level is only of some field, and not of the relations as a whole: "a strategic partnership *on raw materials*",
/// "an *energy* partnership".
fn is_limited(sentence: &Sentence<'_>, level: u16, mark: Mark) -> bool {
    let topic = |value: &Value| match value {
        Value::Topic(topics) => topics.iter().any(|topic| !WHOLE.contains(&topic)),
        _ => false,
    };
    let around = mark.start.saturating_sub(FIELD)..mark.end + 1;
    let mut beside = sentence.within(Layer::Topics, around);
    let beside = beside.any(|(at, value)| (at.end == mark.start || at.start == mark.end) && topic(value));
    let leads = |value: &Value| matches!(value, Value::Relations(Relations::Field));
    let led = sentence.at(Layer::Handles, mark.end).find(|(_, value)| leads(value)).map(|(link, _)| link.end);
    let follows = |from: u32| {
        let dated = sentence.dates().iter().any(|date| (mark.end..=from).contains(&date.start));
        !dated && sentence.within(Layer::Topics, from..from + FIELD).any(|(_, value)| topic(value))
    };
    sentence.page.world().sectoral != Some(level) && (beside || led.is_some_and(follows))
}

/// Whose relations some words are about: those named among them or with them, else with whom it is agreed; and, beside one
/// alone, who stands before.
fn whose(sentence: &Sentence<'_>, words: Range<u32>, tokens: &Range<u32>) -> Vec<Party> {
    let named = |tokens: Range<u32>| {
        sentence.within(Layer::Names, tokens).filter_map(|(_, value)| match value {
            Value::Party(party, Form::Name | Form::Genitive | Form::Adjective) => Some(*party),
            Value::City(city) => Some(sentence.page.world().cities[usize::from(*city)].country),
            _ => None,
        })
    };
    let leads = |at: u32| [Link::With, Link::From, Link::To, Link::In].iter().any(|&link| sentence.is_link(at, link));
    // The phrase itself may end with the small word.
    let led = leads(words.end) || leads(words.end - 1);
    let end = if led { (words.end + WHOSE).min(tokens.end) } else { words.end };
    let mut whose: Vec<Party> = Vec::new();
    let mut add = |tokens: Range<u32>| {
        for party in named(tokens) {
            if !whose.contains(&party) {
                whose.push(party);
            }
        }
        whose.len()
    };
    if add(words.start..end) == 0 {
        // "Signed *with the minister of Fiji* a communiqué establishing relations".
        let with = (tokens.start..words.start).rev().find(|&at| sentence.is_link(at, Link::With));
        with.into_iter().for_each(|at| _ = add(at..(at + WHOSE).min(words.start)));
    }
    let before = words.start.saturating_sub(WHOSE).max(tokens.start)..words.start;
    if let ([one], Some(subject)) = (whose.as_slice(), named(before).next_back())
        && *one != subject
    {
        whose.insert(0, subject);
    }
    whose
}
