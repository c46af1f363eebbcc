//! On what occasion an act took place, and which session of a row it is.

use std::ops::Range;

use document::Shape;
use packs::{Kind, Layer, Level, Link, Value};

use crate::acts::Act;
use crate::handles::{Session, session};
use crate::occasions::{attended, document, framed, headed};
use crate::page::Sentence;

/// The words that name the occasion of an act, or, of what is itself one, the act.
pub(super) fn occasion(act: &Act<'_>) -> Option<Range<u32>> {
    let sentence = act.sentence;
    let named = || headed(sentence, act.left.start..act.right.end);
    // One document of a list is told apart by its own words, where its noun is no name.
    let listed = || {
        let plain = |at: &u32| sentence.token(*at).shape != Shape::Punctuation;
        let end = act.right.clone().find(|at| !plain(at)).unwrap_or(act.right.end);
        (act.further && end > act.right.start).then_some(act.right.start..end)
    };
    match act.trigger.kind {
        // What is signed, before the occasion on which it is.
        Kind::Signing => {
            let plain = || document(sentence, act.left.start..act.right.end);
            named().or_else(listed).or_else(plain).or_else(|| framed(sentence))
        }
        Kind::Conference | Kind::Consultation | Kind::Event => framed(sentence).or_else(named),
        Kind::Call | Kind::Message | Kind::Publication => framed(sentence),
        Kind::Meeting | Kind::Visit | Kind::Statement => {
            framed(sentence).or_else(|| attended(sentence, around(act), act.trigger.kind == Kind::Visit))
        }
    }
}

/// The words that may say at what gathering an act took place: its own, those at the head of its sentence in which nothing else
/// is done, and those behind it up to what is done next or a clause of its own.
fn around(act: &Act<'_>) -> Range<u32> {
    let (sentence, head) = (act.sentence, act.sentence.dateline_end().min(act.left.start));
    let done = |(_, value): &(packs::Mark, &Value)| matches!(value, Value::Trigger(trigger) if trigger.is_finite());
    let alone = !sentence.within(Layer::Triggers, head..act.left.start).any(|mark| done(&mark));
    let rest = act.right.end..sentence.tokens.end;
    let next = sentence.within(Layer::Triggers, rest.clone()).find(done).map_or(rest.end, |(mark, _)| mark.start);
    let clause = |&at: &u32| [Link::Who, Link::That, Link::And].into_iter().any(|link| sentence.is_link(at, link));
    let end = (rest.start..next).find(clause).unwrap_or(next);
    if alone { head..end } else { act.left.start..end }
}

/// The session that an act itself is, and the one on whose occasion it took place. Whoever is told to be at one, and
/// nothing else, takes part in it.
pub(super) fn sessions_of(act: &Act<'_>) -> (Session, Session) {
    let kind = act.trigger.kind;
    let frame = framed(act.sentence).unwrap_or(act.sentence.tokens.end..act.sentence.tokens.end);
    // "They agreed on what to prepare for the 21st meeting": what is spoken of is no occasion.
    let spoken = act.sentence.within(Layer::Speech, act.mark.start..frame.start.max(act.mark.start)).any(
        |(_, value)| matches!(value, Value::Speech(speech) if matches!(speech.level, Some(Level::Act | Level::Report))),
    );
    let occasion = if spoken { Session::default() } else { session(act.sentence, frame.clone()) };
    if !matches!(kind, Kind::Conference | Kind::Consultation) {
        return (Session::default(), occasion);
    }
    let right = act.mark.start.max(act.left.end).min(act.right.start)..act.right.end;
    let parts = [act.left.clone(), right].map(|part| {
        let cut = part.start..part.end.min(frame.start.max(part.start));
        if part.contains(&frame.start) { cut } else { part }
    });
    let [left, right] = parts.map(|part| session(act.sentence, part));
    let own = right.or(left);
    if own == Session::default() && kind == Kind::Conference { (occasion, own) } else { (own, occasion) }
}

/// Whether a sentence tells in passing of a gathering: "on the sidelines of the forum".
pub(super) fn beside(sentence: &Sentence<'_>) -> bool {
    let gathers = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Conference && trigger.background);
    sentence.marks(Layer::Triggers).any(|(_, value)| gathers(value))
}
