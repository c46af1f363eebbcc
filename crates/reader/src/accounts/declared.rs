//! A document that is itself a joint statement, as its heading says: its states have agreed on its words.

use std::ops::Range;

use document::{BlockKind, Shape};
use packs::{Form, Kind, Layer, Link, Mark, Party, Reference, Shape as Stands, Value};

use crate::claims::DraftClaim;
use crate::dates::{Clock, Days};
use crate::drafts::Draft;
use crate::page::Sentence;

/// Within so many blocks the heading stands, in a line of so many tokens.
const HEAD: u32 = 3;
const LINE: usize = 60;

/// The joint statement that a document is: by those who act together in it first, on the day of the line that closes it
/// ("Done at Lubango on …"), else of the page, else on the last of a visit.
pub(super) fn declared(sentences: &[Sentence<'_>], drafts: &[Draft], clock: &Clock) -> Option<Draft> {
    let head = sentences.iter().take_while(|sentence| sentence.block_index < HEAD);
    let heading = head.into_iter().find(|sentence| is_heading(sentence))?;
    let close = sentences.iter().find(|sentence| {
        sentence.in_story()
            && sentence.tokens.start > heading.tokens.end
            && document(sentence).is_some_and(|mark| mark.start == sentence.tokens.start)
    });
    let words = close.unwrap_or(heading);
    let told = || drafts.iter().filter(|draft| !draft.background);
    let together = |draft: &&Draft| draft.parties.len() > 1 && draft.kind != Kind::Signing;
    let talks = told().find(|draft| together(draft) && draft.kind != Kind::Visit && draft.people.len() > 1);
    let first = talks.or_else(|| told().find(together));
    let we = speaking(sentences, heading);
    let parties = match first {
        _ if we.len() > 1 => we,
        Some(draft) => draft.parties.clone(),
        None => named(heading, heading.tokens.clone()),
    };
    let known = |draft: &Draft| draft.kind == Kind::Signing && words.tokens.contains(&draft.evidence.start);
    if parties.len() < 2 || told().any(known) {
        return None;
    }
    let closed = close.and_then(|close| close.dates().iter().find_map(|date| clock.resolve(date, None, false)));
    let visit = told().find(|draft| draft.kind == Kind::Visit).and_then(|visit| visit.days);
    let last = |days: Days| days.1.as_day().map(|_| ((days.1, days.1), "frame"));
    let page = || clock.day().map(|day| ((day.into(), day.into()), "page"));
    let days = closed.map(|days| (days, "sentence")).or_else(page).or_else(|| visit.and_then(last));
    let people = first.map(|draft| draft.people.clone()).unwrap_or_default();
    let rule = words.entry(document(words)?).rule;
    let evidence = words.tokens.clone();
    Some(Draft {
        parties,
        people,
        certainty: 0.7,
        ..Draft::new(Kind::Signing, days, evidence, words.block_index, rule)
    })
}

/// The first phrase of a line that opens an act, where it names what the document is.
fn document(sentence: &Sentence<'_>) -> Option<Mark> {
    let (first, _) = sentence.marks(Layer::Triggers).next()?;
    let capital = matches!(sentence.token(first.start).shape, Shape::Capital | Shape::Upper);
    let names = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Signing && trigger.shape == Stands::Noun && trigger.one);
    let (mark, _) = sentence.at(Layer::Triggers, first.start).find(|(_, value)| names(value))?;
    capital.then_some(mark)
}

/// Whether a line is the name of a joint statement: "India–Greece *Joint Statement* on …", "JOINT COMMUNIQUÉ". Before it
/// stand its states alone.
fn is_heading(sentence: &Sentence<'_>) -> bool {
    let line = matches!(sentence.block, BlockKind::Title | BlockKind::Paragraph) && sentence.tokens.len() <= LINE;
    let Some(mark) = document(sentence).filter(|_| line) else { return false };
    let party = |(mark, value): (Mark, &Value)| matches!(value, Value::Party(..)).then_some(mark.end);
    let mut at = sentence.tokens.start;
    while at < mark.start {
        let sign = sentence.token(at).shape == Shape::Punctuation || sentence.is_link(at, Link::And);
        match sentence.at(Layer::Names, at).find_map(party) {
            Some(end) => at = end,
            None if sign => at += 1,
            None => return false,
        }
    }
    true
}

/// Gives a joint statement what its words say: who says "we condemn" in it makes no statement beside, and where nothing else is
/// told, what belongs to nothing yet is its own.
pub(super) fn join_words(joint: &mut Draft, drafts: &mut Vec<Draft>, pending: &mut Vec<DraftClaim>) {
    let (words, others): (Vec<Draft>, Vec<Draft>) = std::mem::take(drafts)
        .into_iter()
        .partition(|draft| draft.kind == Kind::Statement && draft.people.is_empty() && draft.block > joint.block);
    let own = if others.iter().all(|draft| draft.background) { std::mem::take(pending) } else { Vec::new() };
    *drafts = others;
    for mut claim in own.into_iter().chain(words.into_iter().flat_map(|draft| draft.claims)) {
        claim.actors.clone_from(&joint.parties);
        joint.claims.push(claim);
    }
}

/// Those who speak as one at the head of what a heading leads, as far as they are named before what they say: "*We, the
/// foreign ministers of Fiji, Samoa and Tonga,* condemn …".
fn speaking(sentences: &[Sentence<'_>], heading: &Sentence<'_>) -> Vec<Party> {
    let first = sentences.iter().find(|sentence| sentence.in_story() && sentence.tokens.start >= heading.tokens.end);
    let we = |sentence: &&Sentence<'_>| matches!(sentence.reference(sentence.tokens.start), Some((Reference::We, end)) if sentence.is(end, ","));
    let Some(first) = first.filter(we) else { return Vec::new() };
    let says = first.marks(Layer::Speech).next().map_or(first.tokens.end, |(mark, _)| mark.start);
    named(first, first.tokens.start..says)
}

/// The parties that some words of a sentence name.
fn named(sentence: &Sentence<'_>, tokens: Range<u32>) -> Vec<Party> {
    let mut parties = Vec::new();
    for (_, value) in sentence.within(Layer::Names, tokens) {
        match value {
            Value::Party(party, Form::Name | Form::Genitive) if !parties.contains(party) => parties.push(*party),
            _ => (),
        }
    }
    parties
}
