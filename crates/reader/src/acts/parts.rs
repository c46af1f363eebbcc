//! Which words of a sentence belong to each of its acts.

use std::ops::Range;

use document::Shape;
use packs::{Form, Kind, Layer, Level, Link, Mark, Reference, Shape as Stands, Value};

use super::Act;
use super::clauses::{opening, told_of};
use super::lists::names_place;
use crate::mentions::{Mention, Who};
use crate::page::Sentence;
use crate::scene::led as led_by;

/// Within so many tokens behind a comma a name begins, an office before it.
const NAMED: u32 = 4;
/// So many tokens may stand between whoever acts and their verb.
const BESIDE: u32 = 1;
/// Within so many tokens behind "where" whoever acts begins.
const CLOSE: u32 = 3;

/// Where the words behind an act end: before the next, before a speech verb, before a clause about somebody.
pub(super) fn end(act: &Act<'_>, next: Option<u32>) -> u32 {
    let sentence = act.sentence;
    let behind = act.mark.end.max(act.mark.tail);
    // "Signed an *agreement on* ports with Minister X": what is signed is no speech.
    let cue = |level: Option<Level>| level.is_none() && act.trigger.kind == Kind::Signing;
    let says = |value: &Value| matches!(value, Value::Speech(speech) if speech.level != Some(Level::Drop) && !cue(speech.level));
    let mut speech = sentence.within(Layer::Speech, behind..sentence.tokens.end).filter(|(_, value)| says(value));
    let speech = speech.next().map(|(mark, _)| mark.start);
    let who = (act.mark.end..sentence.tokens.end).find(|&at| sentence.is_link(at, Link::Who));
    // A subject that follows its verb may stand behind a speech verb's mark only if nothing else is left.
    [next, speech, who].into_iter().flatten().min().unwrap_or(sentence.tokens.end).max(behind)
}

/// Parts the words between two acts.
pub(super) fn part(mentions: &[Mention], previous: &mut Act<'_>, act: &mut Act<'_>) {
    let sentence = act.sentence;
    let (from, start) = (previous.mark.end, act.mark.start);
    if let Some(behind) = interposed(mentions, previous, act) {
        previous.left.end = start;
        previous.right = behind..act.right.end;
        (act.left, act.right.end) = (start..start, behind);
        return;
    }
    let end_before = |previous: &mut Act<'_>, cut: u32| {
        previous.right.end = previous.right.end.min(cut).max(previous.mark.end);
    };
    if let Some((met, behind)) = amid(mentions, previous, act) {
        previous.right = met..act.right.end;
        (act.left, act.right.end) = (start..start, behind);
        return;
    }
    // "…, and is expected to travel on": the same subject goes on.
    if let Some(joint) = goes_on(sentence, mentions, from, start) {
        act.left.start = joint + 1;
        end_before(previous, joint);
        return;
    }
    // "Received, at the palace, *the President, Mr X, who* then met …": of whom the clause tells the act before it tells too.
    let who = opening(sentence, start).filter(|&who| act.relative && who >= from);
    if let Some(who) = who.filter(|_| told_of(sentence, mentions, start).is_some_and(|told| told.start >= from)) {
        act.left.start = who;
        end_before(previous, who);
        return;
    }
    // "The journey goes on to Mumbai *where he meets* …": who acts in a clause about a place stands in it.
    let acts = |who: u32| {
        let near = who + 1..who + 1 + CLOSE;
        let somebody = |mention: &Mention| {
            near.contains(&mention.tokens.start)
                && mention.tokens.end <= start
                && !matches!(mention.who, Who::Name | Who::Party(_))
        };
        let place = sentence.within(Layer::Names, from..who).any(|(mark, value)| mark.end == who && names_place(value));
        place && mentions.iter().any(somebody)
    };
    if let Some(who) = who.filter(|&who| acts(who)) {
        act.left.start = who + 1;
        end_before(previous, who);
        return;
    }
    let nouns = previous.trigger.shape == Stands::Noun && act.trigger.shape == Stands::Noun;
    let comma = || (from..start).rev().find(|&at| sentence.is(at, ",")).map(|at| at + 1);
    // "At the close of the talks between X and Y, a treaty was signed".
    let cut = if nouns { comma() } else { None }.unwrap_or_else(|| clause_start(sentence, mentions, from, start));
    // "The talks between X *and Y* on the sidelines of the summit": what frames an act takes nobody from it.
    let joins = |cut: u32| (from..cut).any(|at| sentence.link(at, Link::And) == Some(cut));
    let cut = if frames(act) && joins(cut) { start } else { cut };
    // "Mötet avslutades med att *de undertecknade* ett avtal": a word that refers to them with its verb.
    let covers = |mention: &&Mention| (from..start).contains(&mention.tokens.start) && mention.tokens.end > start;
    let mut cut = mentions.iter().find(covers).map_or(cut, |mention| mention.tokens.start);
    let travels = act.trigger.kind == Kind::Visit;
    if let Some(lead) = led(sentence, mentions, cut..start).filter(|&lead| travels && lead >= from) {
        act.left.start = lead;
        return;
    }
    // "President X, *accompanied by Minister Y*, visited …": who comes along is not who travels.
    let comes =
        previous.trigger.shape == Stands::Anaphor && previous.trigger.one && previous.left.end > previous.left.start;
    if comes && sentence.is(start - 1, ",") {
        act.left.start = start;
        end_before(previous, start);
        return;
    }
    if travels && cut == start {
        act.left.start = traveller(sentence, mentions, from..start).unwrap_or(cut);
        end_before(previous, start);
        return;
    }
    // "At the end of the session the two sides signed …": what leads the sentence has no object.
    // "During the visit, an agreement between the academies was signed": behind a comma nobody is led by it.
    let with = |at: u32| sentence.is_link(at, Link::With);
    let head = from..(from..cut).find(|&at| sentence.is(at, ",")).unwrap_or(cut);
    // "After the talks, Minister X *and Minister Y* signed …": both.
    let both = sentence.is(from, ",") && joins(cut);
    if (cut == start || both) && fronted(previous) && !head.into_iter().any(with) {
        cut = from;
    }
    // "On the margins of the event *the President* held talks with …".
    if cut == start && act.trigger.is_finite() && frames(previous) {
        cut = actor(sentence, mentions, from..start).unwrap_or(cut);
    }
    if cut == start && act.trigger.is_finite() && previous.trigger.shape == Stands::Noun {
        cut = states(sentence, mentions, from..start).unwrap_or(cut);
    }
    // "… and Prime Minister X during his visit": whom the act before it met.
    if travels && fronted(act) {
        cut = start;
    }
    act.left.start = cut;
    // "Received, on Sunday in Algiers, *Carlos Vera, the President's adviser, on a visit to* …": whom else did somebody receive?
    let met = previous.trigger.kind == Kind::Meeting && previous.trigger.shape == Stands::Verb;
    let somebody = |mention: &Mention| {
        (from..cut).contains(&mention.tokens.start) && !matches!(mention.who, Who::Name | Who::Party(_))
    };
    if travels && met && !mentions.iter().any(somebody) {
        end_before(previous, start);
    } else if cut > from {
        end_before(previous, cut);
    }
}

/// "Met, *on the sidelines of the summit in Lima*, Minister X": where the words behind a gathering go on with whom somebody
/// met who stands before it.
fn interposed(mentions: &[Mention], previous: &Act<'_>, act: &Act<'_>) -> Option<u32> {
    let sentence = act.sentence;
    let meets = previous.trigger.kind == Kind::Meeting && previous.trigger.is_finite() && previous.mark.tail == 0;
    if !frames(act) || !meets || !sentence.is(act.mark.start - 1, ",") {
        return None;
    }
    let person = |tokens: Range<u32>| {
        mentions
            .iter()
            .filter(|mention| tokens.contains(&mention.tokens.start) && matches!(mention.who, Who::Person(_)))
            .count()
    };
    let closes =
        (act.mark.end..act.right.end).find(|&at| sentence.is(at, ",") && person(at + 1..at + 1 + NAMED) > 0)?;
    let alone = person(previous.left.start..act.mark.start) == 1 && person(act.mark.start..closes) == 0;
    alone.then_some(closes + 1)
}

/// "Träffade *under sitt besök i Stockholm* även talman X", "I går träffade han under besöket talman X": where a journey set
/// amid a meeting's words parts the verb from whom somebody met; from where the meeting's words go on, and where whom it names
/// begins.
fn amid(mentions: &[Mention], previous: &Act<'_>, act: &Act<'_>) -> Option<(u32, u32)> {
    let sentence = act.sentence;
    let meets = previous.trigger.kind == Kind::Meeting && previous.trigger.is_finite() && previous.mark.tail == 0;
    let journey = act.trigger.kind == Kind::Visit && !act.trigger.is_finite();
    if !meets || !journey || !sentence.language.subject_after_verb {
        return None;
    }
    let acts = |mention: &&Mention| !matches!(mention.who, Who::Name | Who::Party(_));
    let among = |tokens: Range<u32>| mentions.iter().filter(acts).filter(move |at| tokens.contains(&at.tokens.start));
    let met = among(act.mark.end..act.right.end).next()?.tokens.start;
    let plain = |at: u32| sentence.token(at).shape != Shape::Punctuation && !sentence.is_link(at, Link::And);
    let led = [Link::With, Link::By, Link::From].into_iter().any(|link| sentence.is_link(met - 1, link));
    let close = !led && (previous.mark.end..met).all(plain);
    let (before, between) = (among(previous.left.clone()).next(), among(previous.mark.end..act.mark.start).count());
    let from = match between {
        0 if before.is_some() => met,
        1 if before.is_none() => previous.mark.end,
        _ => return None,
    };
    close.then_some((from, met))
}

/// Where whoever acts begins, right before the verb with which some tokens end and with no small word that leads them.
fn actor(sentence: &Sentence<'_>, mentions: &[Mention], tokens: Range<u32>) -> Option<u32> {
    let somebody = |mention: &&Mention| {
        mention.tokens.start > tokens.start
            && mention.tokens.end <= tokens.end
            && !matches!(mention.who, Who::Name | Who::Party(_))
    };
    let last = mentions.iter().rev().find(somebody)?;
    (last.tokens.end + BESIDE >= tokens.end && !led_by(sentence, last, tokens.start)).then_some(last.tokens.start)
}

/// Where whoever travels is named right before that is told, behind the act before: "received Defence Minister X, on a
/// visit to …", "received Minister X before *he* flew to …"; but not "met Minister X *before* flying to …".
fn traveller(sentence: &Sentence<'_>, mentions: &[Mention], between: Range<u32>) -> Option<u32> {
    let joins = |at: u32| [Link::And, Link::After].into_iter().any(|link| sentence.is_link(at, link));
    let joined = |from: u32| (from..between.end).any(joins);
    let person = |mention: &&Mention| {
        let one = matches!(mention.who, Who::Person(_) | Who::Reference(Reference::He | Reference::She, _));
        mention.tokens.end <= between.end && one && !joined(mention.tokens.end)
    };
    if joins(between.end) {
        return None;
    }
    let last = mentions.iter().rev().find(person)?;
    (last.tokens.end + 3 >= between.end && last.tokens.start >= between.start).then_some(last.tokens.start)
}

/// "Received *Minister X and a delegation* visiting Peru": where whoever leads a delegation begins, with which some tokens
/// begin.
fn led(sentence: &Sentence<'_>, mentions: &[Mention], tokens: Range<u32>) -> Option<u32> {
    let alone =
        |mention: &Mention| matches!(mention.who, Who::Reference(Reference::Delegation, _)) && mention.party.is_none();
    let place = mentions.iter().position(|mention| tokens.contains(&mention.tokens.start) && alone(mention))?;
    let [.., lead] = &mentions[..place] else { return None };
    let at = mentions[place].tokens.start;
    let joined = sentence.link(lead.tokens.end, Link::And) == Some(at);
    (joined && matches!(lead.who, Who::Person(_))).then_some(lead.tokens.start)
}

/// "After the visit of President X, *Peru and Ghana* held talks": where states that act begin behind the last comma, with nothing
/// but them before the verb with which some tokens end.
fn states(sentence: &Sentence<'_>, mentions: &[Mention], tokens: Range<u32>) -> Option<u32> {
    let comma = tokens.clone().rev().find(|&at| sentence.is(at, ","))?;
    let named = |at: u32| {
        let party = |mention: &Mention| mention.tokens.contains(&at) && mention.who == Who::Party(Form::Name);
        mentions.iter().any(party)
    };
    let plain = |at: u32| named(at) || sentence.is_link(at, Link::And);
    let from = comma + 1;
    (from < tokens.end && named(from) && (from..tokens.end).all(plain)).then_some(from)
}

/// Whether an act only says at what gathering the rest happens: "on the sidelines of the summit".
fn frames(act: &Act<'_>) -> bool {
    act.trigger.background && act.trigger.kind == Kind::Conference
}

/// Whether an act only says when the rest happens: "during the visit".
fn fronted(act: &Act<'_>) -> bool {
    act.trigger.shape == Stands::Anaphor && !act.trigger.one
}

/// The comma before an "and" behind which nobody stands who acts, as far as the next act.
fn goes_on(sentence: &Sentence<'_>, mentions: &[Mention], from: u32, to: u32) -> Option<u32> {
    let joint =
        (from..to).rev().find(|&at| sentence.is_link(at, Link::And) && at > from && sentence.is(at - 1, ","))?;
    let somebody = |mention: &Mention| {
        (joint..to).contains(&mention.tokens.start) && !matches!(mention.who, Who::Name | Who::Party(Form::Adjective))
    };
    (!mentions.iter().any(somebody)).then_some(joint - 1)
}

/// Where the words behind a trigger begin: with a mention that begins inside it ("hosted the *Prime Minister* of …").
pub(super) fn swallowed(mentions: &[Mention], mark: Mark) -> u32 {
    let inside = mentions.iter().find(|mention| {
        mention.tokens.start > mark.start && mention.tokens.start < mark.end && mention.tokens.end > mark.end
    });
    inside.map_or(mark.end, |mention| mention.tokens.start)
}

/// Where the clause of an act begins, after the act before it.
pub(super) fn clause_start(sentence: &Sentence<'_>, mentions: &[Mention], from: u32, to: u32) -> u32 {
    // "Met Minister X and Speaker Y *and* laid a wreath", "…; received Minister Z": the subject goes on.
    if to > from && sentence.is(to - 1, ";")
        || (to.saturating_sub(2).max(from)..to).any(|at| sentence.link(at, Link::And) == Some(to))
    {
        return to;
    }
    let breaks = (from..to).rev().find(|&at| {
        let sign = sentence.token(at).shape == Shape::Punctuation && matches!(sentence.word(at), ";" | "," | "–" | "—");
        let and = sentence.is_link(at, Link::And);
        // "Called on X *and Minister Y*, attended the forum": no comma parts a verb from who acts.
        let parted = |mention: &Mention| and && mention.tokens.end + 1 == to && sentence.is(to - 1, ",");
        // The break counts if somebody who acts follows it.
        (sign || and)
            && mentions.iter().any(|mention| {
                mention.tokens.start > at
                    && mention.tokens.start <= at + 3
                    && mention.tokens.end <= to
                    && !parted(mention)
                    && !matches!(mention.who, Who::Name | Who::Party(_))
            })
    });
    breaks.map_or(to, |at| at + 1)
}
