//! The acts of a sentence: its triggers, each with the words that belong to it.

use std::cell::LazyCell;
use std::ops::Range;

use document::Shape;
use packs::{
    ClaimType, Form, Kind, Layer, Level, Link, Mark, NumberKind, Occasion, Reference, Rule, Shape as Stands, Trigger,
    Value,
};

use crate::begins::Begins;
use crate::mentions::{Mention, Who};
use crate::page::Sentence;
use crate::places::{Place, place};

/// The most articles and other small words before the noun of a document, and the most bytes of one.
const ARTICLES: u32 = 2;
const SMALL: usize = 5;
/// The most tokens of what else is said of somebody between commas.
const APPOSITION: u32 = 12;
/// Within so many tokens before its verb a clause of what is said begins.
const CLAUSE: u32 = 5;
/// Within so many tokens behind a comma a name begins, an office before it.
const NAMED: u32 = 4;
/// Within so many tokens behind a semicolon the noun of a document stands.
const COUNTED: u32 = 8;
/// Within so many tokens before a verb the "who" or "where" of its clause stands.
const RELATIVE: u32 = 8;
/// The most tokens of a place's name and the comma behind it.
const PLACE: u32 = 6;
/// The most tokens between a place and what somebody went there for.
const PURPOSE: u32 = 3;
/// The most tokens of who travels, where the language sets them behind the verb.
const SUBJECT: u32 = 14;
/// How many tokens a bracket behind a country may hold.
const BRACKET: u32 = 12;

/// A trigger with the words around it.
#[derive(Clone)]
pub(crate) struct Act<'s> {
    pub(crate) mark: Mark,
    /// Whether it stands in a clause about somebody ("who is on a tour of …").
    pub(crate) relative: bool,
    pub(crate) trigger: Trigger,
    pub(crate) rule: Rule,
    /// Words before it that belong to it.
    pub(crate) left: Range<u32>,
    /// Words after it that belong to it.
    pub(crate) right: Range<u32>,
    /// Whether it is one of several documents that are signed, but not the first.
    pub(crate) further: bool,
    pub(crate) sentence: &'s Sentence<'s>,
}

impl Act<'_> {
    /// Whether it speaks of what is signed as known: "*the treaty* was signed".
    pub(crate) fn refers_to_signing(&self) -> bool {
        let trigger = &self.trigger;
        trigger.kind == Kind::Signing && trigger.shape == Stands::Anaphor && !trigger.one
    }

    /// Whether its phrase begins with the sign that ends a quote: "“…”*, says* Minister X".
    pub(crate) fn quoted(&self) -> bool {
        self.trigger.kind == Kind::Statement
            && self.trigger.shape == Stands::Passive
            && self.sentence.token(self.mark.start).shape == Shape::Punctuation
    }
}

/// The acts of a sentence, each with the words that belong to it.
pub(crate) fn acts<'s>(sentence: &'s Sentence<'s>, mentions: &[Mention]) -> Vec<Act<'s>> {
    let mut acts: Vec<Act<'s>> = Vec::new();
    let dateline = sentence.dateline_end();
    let each = LazyCell::new(|| sentence.marks(Layer::Links).any(|(_, value)| *value == Value::Link(Link::Each)));
    for (mark, value) in sentence.marks(Layer::Triggers) {
        let Value::Trigger(trigger) = value else { continue };
        // "To co-chair *the session of the joint commission*": more than a conference.
        if let Some(act) = acts.last_mut().filter(|act| {
            let gathers = act.trigger.kind == Kind::Conference && trigger.kind == Kind::Consultation;
            gathers && mark.start > act.mark.end && (mark.start..mark.end + 1).contains(&act.mark.tail)
        }) {
            act.trigger.kind = Kind::Consultation;
        }
        if !trigger.opens()
            || acts.last().is_some_and(|act| {
                // "Will be in Apia for *talks with* …", "was in Apia and *met* …": the purpose of a journey is an act of its own.
                let purpose = act.trigger.kind == Kind::Visit
                    && trigger.kind == Kind::Meeting
                    && (trigger.is_finite() || mark.end > act.mark.tail)
                    && mark.end >= act.mark.tail;
                mark.start < act.mark.tail && act.mark.start != mark.start && !purpose
            })
        {
            continue;
        }
        if let Some(twin) = acts.last().filter(|act| act.mark.start == mark.start) {
            // Of two that begin together the one without a gap counts; "held *political consultations* with" is more than a
            // meeting, "led a delegation to *the Joint Committee*" more than a conference.
            let plain = |kind: Kind| matches!(kind, Kind::Meeting | Kind::Conference);
            let more = plain(twin.trigger.kind) && trigger.kind == Kind::Consultation;
            let less = twin.trigger.kind == Kind::Consultation && plain(trigger.kind);
            if less || !(more || (twin.mark.tail > 0 && mark.tail == 0)) {
                continue;
            }
            acts.pop();
        }
        // "Left on Sunday for a visit to Peru" is one journey.
        let same_journey = acts.last().is_some_and(|act| {
            let visits = act.trigger.kind == Kind::Visit && trigger.kind == Kind::Visit;
            let near = act.mark.tail > 0 && mark.start <= act.mark.tail + 2;
            // "Has just returned *from a four-day visit* to Peru".
            let small = |at: u32| matches!(sentence.token(at).shape, Shape::Lower | Shape::Number);
            let from =
                || sentence.link(act.mark.end - 1, Link::From).is_some() && (act.mark.end..mark.start).all(small);
            visits && trigger.shape == Stands::Noun && (near || act.mark.tail == 0 && from())
        });
        if same_journey {
            continue;
        }
        if spans_acts(sentence, mark) || speaks(sentence, mark) || governed(sentence, mentions, mark, *trigger) {
            continue;
        }
        let from = acts.last().map_or(dateline, |act| act.mark.end);
        if trigger.named && !both_named(mentions, from..mark.start) {
            continue;
        }
        let trigger = session(sentence, mentions, mark, Trigger { each: trigger.each || *each, ..*trigger });
        acts.push(Act {
            mark,
            relative: relative(sentence, mark.start),
            trigger,
            rule: sentence.entry(mark).rule,
            left: when(sentence, mentions, dateline.min(mark.start)..mark.start).unwrap_or(dateline.min(mark.start))
                ..mark.start,
            right: swallowed(mentions, mark)..sentence.tokens.end,
            further: false,
            sentence,
        });
    }
    for index in 0..acts.len() {
        let next = acts.get(index + 1).map(|act| act.mark.start);
        let end = end(&acts[index], next);
        acts[index].right.end = end;
        if let Some([previous, act]) = index.checked_sub(1).and_then(|before| acts[before..].first_chunk_mut()) {
            part(mentions, previous, act);
        }
    }
    acts
}

/// "*Har* träffat talman X och *besökt* hamnen": whether what ends a phrase with a gap is an act of its own, behind another in
/// the gap.
fn spans_acts(sentence: &Sentence<'_>, mark: Mark) -> bool {
    let finite = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.opens() && trigger.is_finite());
    let inside = sentence.within(Layer::Triggers, mark.end..mark.tail.max(mark.end));
    let mut acts = inside.filter(|(mark, value)| mark.tail == 0 && finite(value)).map(|(mark, _)| mark);
    let first = acts.next().filter(|first| first.end < mark.tail);
    first.is_some_and(|first| acts.any(|last| last.start > first.end && last.end == mark.tail))
}

/// "*Minister X and his counterpart Y* discussed trade": whether two people are named among some tokens.
fn both_named(mentions: &[Mention], tokens: Range<u32>) -> bool {
    let named = |mention: &&Mention| tokens.contains(&mention.tokens.start) && matches!(mention.who, Who::Person(_));
    mentions.iter().filter(named).count() == 2
}

/// Where the words behind an act end: before the next, before a speech verb, before a clause about somebody.
fn end(act: &Act<'_>, next: Option<u32>) -> u32 {
    let sentence = act.sentence;
    let behind = act.mark.end.max(act.mark.tail);
    // "Signed an *agreement on* ports with Minister X": what is signed is no speech.
    let cue = |level: Option<Level>| level.is_none() && act.trigger.kind == Kind::Signing;
    let says = |value: &Value| matches!(value, Value::Speech(speech) if speech.level != Some(Level::Drop) && !cue(speech.level));
    let mut speech = sentence.within(Layer::Speech, behind..sentence.tokens.end).filter(|(_, value)| says(value));
    let speech = speech.next().map(|(mark, _)| mark.start);
    let who = (act.mark.end..sentence.tokens.end).find(|&at| sentence.link(at, Link::Who).is_some());
    // A subject that follows its verb may stand behind a speech verb's mark only if nothing else is left.
    [next, speech, who].into_iter().flatten().min().unwrap_or(sentence.tokens.end).max(behind)
}

/// Parts the words between two acts.
fn part(mentions: &[Mention], previous: &mut Act<'_>, act: &mut Act<'_>) {
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
    let nouns = previous.trigger.shape == Stands::Noun && act.trigger.shape == Stands::Noun;
    let comma = || (from..start).rev().find(|&at| sentence.is(at, ",")).map(|at| at + 1);
    // "At the close of the talks between X and Y, a treaty was signed".
    let cut = if nouns { comma() } else { None }.unwrap_or_else(|| clause_start(sentence, mentions, from, start));
    // "Mötet avslutades med att *de undertecknade* ett avtal": a word that refers to them with its verb.
    let covers = |mention: &&Mention| (from..start).contains(&mention.tokens.start) && mention.tokens.end > start;
    let mut cut = mentions.iter().find(covers).map_or(cut, |mention| mention.tokens.start);
    let travels = act.trigger.kind == Kind::Visit;
    if let Some(lead) = led(sentence, mentions, cut..start).filter(|&lead| travels && lead >= from) {
        act.left.start = lead;
        return;
    }
    if travels && cut == start {
        act.left.start = traveller(sentence, mentions, from..start).unwrap_or(cut);
        end_before(previous, start);
        return;
    }
    // "At the end of the session the two sides signed …": what leads the sentence has no object.
    // "During the visit, an agreement between the academies was signed": behind a comma nobody is led by it.
    let with = |at: u32| sentence.link(at, Link::With).is_some();
    let head = from..(from..cut).find(|&at| sentence.is(at, ",")).unwrap_or(cut);
    if cut == start && fronted(previous) && !head.into_iter().any(with) {
        cut = from;
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
    let frames = act.trigger.background && act.trigger.kind == Kind::Conference;
    let meets = previous.trigger.kind == Kind::Meeting && previous.trigger.is_finite() && previous.mark.tail == 0;
    if !frames || !meets || !sentence.is(act.mark.start - 1, ",") {
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
    let plain = |at: u32| sentence.token(at).shape != Shape::Punctuation && sentence.link(at, Link::And).is_none();
    let led = [Link::With, Link::By, Link::From].into_iter().any(|link| sentence.link(met - 1, link).is_some());
    let close = !led && (previous.mark.end..met).all(plain);
    let (before, between) = (among(previous.left.clone()).next(), among(previous.mark.end..act.mark.start).count());
    let from = match between {
        0 if before.is_some() => met,
        1 if before.is_none() => previous.mark.end,
        _ => return None,
    };
    close.then_some((from, met))
}

/// Where whoever travels is named right before that is told, behind the act before: "received Defence Minister X, on a
/// visit to …", "received Minister X before *he* flew to …"; but not "met Minister X *before* flying to …".
fn traveller(sentence: &Sentence<'_>, mentions: &[Mention], between: Range<u32>) -> Option<u32> {
    let joins = |at: u32| [Link::And, Link::After].into_iter().any(|link| sentence.link(at, link).is_some());
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

/// Whether an act only says when the rest happens: "during the visit".
fn fronted(act: &Act<'_>) -> bool {
    act.trigger.shape == Stands::Anaphor && !act.trigger.one
}

/// The comma before an "and" behind which nobody stands who acts, as far as the next act.
fn goes_on(sentence: &Sentence<'_>, mentions: &[Mention], from: u32, to: u32) -> Option<u32> {
    let joint =
        (from..to).rev().find(|&at| sentence.link(at, Link::And).is_some() && at > from && sentence.is(at - 1, ","))?;
    let somebody = |mention: &Mention| {
        (joint..to).contains(&mention.tokens.start) && !matches!(mention.who, Who::Name | Who::Party(Form::Adjective))
    };
    (!mentions.iter().any(somebody)).then_some(joint - 1)
}

/// The tokens before one among which the "who" or "where" of its clause stands.
fn clause(sentence: &Sentence<'_>, at: u32) -> Range<u32> {
    at.saturating_sub(RELATIVE).max(sentence.tokens.start)..at
}

/// The "who" or "where" of the clause in which a token stands.
fn opening(sentence: &Sentence<'_>, at: u32) -> Option<u32> {
    clause(sentence, at).rev().find(|&at| sentence.link(at, Link::Who).is_some())
}

/// Whether a clause that "who" or "which" opens holds a token.
fn relative(sentence: &Sentence<'_>, at: u32) -> bool {
    clause(sentence, at)
        .rev()
        .take_while(|&at| !sentence.is(at, ","))
        .any(|at| sentence.link(at, Link::Who).is_some() && at > sentence.tokens.start)
}

/// The place about which the clause is in which an act stands, or to which somebody went for it: "flew to *Kampala, where* he
/// met …", "flew to *Kampala for a* meeting with …".
pub(crate) fn told_at(act: &Act<'_>) -> Option<Place> {
    let sentence = act.sentence;
    let small = |at: u32| sentence.token(at).shape == Shape::Lower;
    let until = if act.relative { opening(sentence, act.mark.start)? } else { act.mark.start };
    let comma = u32::from(act.relative && until > sentence.tokens.start && sentence.is(until - 1, ","));
    let near = until.saturating_sub(PLACE).max(sentence.tokens.start);
    let (mark, _) = sentence.within(Layer::Names, near..until).rev().find(|(_, value)| names_place(value))?;
    let joined = if act.relative {
        mark.end + comma == until
    } else {
        act.trigger.shape == Stands::Noun
            && mark.end < until
            && mark.end + PURPOSE >= until
            && (mark.end..until).all(small)
    };
    place(sentence, mark.start..mark.end, &[Link::In, Link::To]).filter(|_| joined)
}

/// Whether something names a city or a country.
fn names_place(value: &Value) -> bool {
    matches!(value, Value::City(_) | Value::Party(_, Form::Name))
}

/// The mention right before the "who" of the clause in which a token stands.
pub(crate) fn told_of(sentence: &Sentence<'_>, mentions: &[Mention], at: u32) -> Option<Range<u32>> {
    let who = opening(sentence, at)?;
    let close = |mention: &&Mention| {
        let beside = mention.tokens.end + 2 >= who;
        // "Minister X, Head of the Policy Bureau, who": what a comma leads says of what else the person is head.
        let apposition = || {
            sentence.is(who - 1, ",")
                && sentence.is(mention.tokens.end, ",")
                && mention.tokens.end + APPOSITION >= who
                && sentence.within(Layer::Triggers, mention.tokens.end..who).next().is_none()
                && sentence.within(Layer::Speech, mention.tokens.end..who).next().is_none()
        };
        match mention.who {
            _ if mention.tokens.end > who => false,
            Who::Person(_) => beside || apposition(),
            Who::Office(_) => beside,
            _ => false,
        }
    };
    mentions.iter().rev().find(close).map(|mention| mention.tokens.clone())
}

/// Where the words behind a trigger begin: with a mention that begins inside it ("hosted the *Prime Minister* of …").
fn swallowed(mentions: &[Mention], mark: Mark) -> u32 {
    let inside = mentions.iter().find(|mention| {
        mention.tokens.start > mark.start && mention.tokens.start < mark.end && mention.tokens.end > mark.end
    });
    inside.map_or(mark.end, |mention| mention.tokens.start)
}

/// Where the clause of an act begins, after the act before it.
fn clause_start(sentence: &Sentence<'_>, mentions: &[Mention], from: u32, to: u32) -> u32 {
    // "Met Minister X and Speaker Y *and* laid a wreath", "…; received Minister Z": the subject goes on.
    if to > from && sentence.is(to - 1, ";")
        || (to.saturating_sub(2).max(from)..to).any(|at| sentence.link(at, Link::And) == Some(to))
    {
        return to;
    }
    let breaks = (from..to).rev().find(|&at| {
        let sign = sentence.token(at).shape == Shape::Punctuation && matches!(sentence.word(at), ";" | "," | "–" | "—");
        let and = sentence.link(at, Link::And).is_some();
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

/// Whether the same words are a speech verb here: "called on Japan *to* …" asks, "called on the Minister" meets, and "will visit
/// Japan *to* …" goes there.
pub(crate) fn speaks(sentence: &Sentence<'_>, mark: Mark) -> bool {
    let says = |value: &Value| matches!(value, Value::Speech(speech) if speech.level == Some(Level::Act) && speech.claim != ClaimType::NextStep);
    sentence.at(Layer::Speech, mark.start).any(|(_, value)| says(value)) && asks(sentence, mark.end)
}

/// Whether an infinitive follows: "to" before a word in small letters.
fn asks(sentence: &Sentence<'_>, from: u32) -> bool {
    (from..sentence.tokens.end.min(from + 16)).take_while(|&at| !sentence.is(at, ";")).any(|at| {
        sentence
            .link(at, Link::Infinitive)
            .is_some_and(|next| sentence.tokens.contains(&next) && sentence.token(next).shape == Shape::Lower)
    })
}

/// Whether a speech mark is really a trigger: one begins with the same word, and no infinitive follows.
pub(crate) fn meets(sentence: &Sentence<'_>, mark: Mark) -> bool {
    sentence.opens(mark.start)
        && !asks(sentence, mark.end)
        && sentence.within(Layer::Names, mark.end..sentence.tokens.end).next().is_some()
}

/// Whether a speech verb before the trigger makes it part of what was said.
fn governed(sentence: &Sentence<'_>, mentions: &[Mention], mark: Mark, trigger: Trigger) -> bool {
    let said = sentence.within(Layer::Speech, sentence.tokens.start..mark.start).rev().find(|(mark_said, value)| {
        let Value::Speech(speech) = value else { return false };
        // "*Is expected* to travel to Ankara for a meeting with …": what opens a journey says nothing.
        let to_come = speech.claim == ClaimType::NextStep && sentence.opens(mark_said.start);
        matches!(speech.level, Some(Level::Act | Level::Report))
            && mark_said.end <= mark.start.max(mark_said.start) + 1
            && !to_come
    });
    let Some((speech, _)) = said else { return false };
    // "Demanded *that* the Council condemn …": what others should say.
    let that = || {
        let near = mark.start.saturating_sub(CLAUSE).max(speech.end.saturating_sub(1))..mark.start;
        near.rev()
            .take_while(|&at| sentence.token(at).shape != Shape::Punctuation)
            .any(|at| sentence.link(at, Link::That).is_some())
    };
    // "Met X, and both agreed on trade; *met Y*, whom he asked …": whom a further clause names was met.
    let met = |mention: &Mention| {
        (mark.end..mark.end + 2).contains(&mention.tokens.start) && matches!(mention.who, Who::Person(_))
    };
    let semicolon = mark.start > sentence.tokens.start && sentence.is(mark.start - 1, ";");
    if semicolon && trigger.is_finite() && mentions.iter().any(met) {
        return false;
    }
    if trigger.background || (trigger.kind == Kind::Statement && !(trigger.is_finite() && that())) {
        return false;
    }
    // "Went through the situation and *X's journey to* Y".
    let Value::Speech(told) = &sentence.entry(speech).value else { return false };
    if trigger.kind == Kind::Visit && trigger.shape == Stands::Noun && told.claim == ClaimType::Topic {
        return true;
    }
    let finite = trigger.is_finite();
    // "Said so *when* he received the High Commissioner".
    if finite && when(sentence, mentions, speech.end..mark.start).is_some() {
        return false;
    }
    // "Agreed, *in* a meeting between X and Y, to …".
    let led = (mark.start.saturating_sub(2).max(speech.end)..mark.start + 1)
        .any(|at| sentence.link(at, Link::In).is_some() || sentence.link(at, Link::After).is_some());
    let people = mentions.iter().filter(|mention| {
        mention.tokens.start >= mark.end
            && mention.tokens.start < mark.end + 16
            && matches!(mention.who, Who::Person(_))
    });
    // "The ceremony *is to be held* on Friday, then talks between X and Y".
    let announced = told.claim == ClaimType::NextStep && trigger.kind == Kind::Meeting;
    let told = led && matches!(trigger.shape, Stands::Noun | Stands::Anaphor);
    if (told || announced && trigger.shape == Stands::Noun) && people.count() > 1 {
        return false;
    }
    // "… and then witnessed the signing", "informed that President X will visit": a clause of its own.
    let before = || mark.start.saturating_sub(3).max(speech.end)..mark.start;
    let infinitive = |at: u32| sentence.link(at, Link::Infinitive).is_some();
    // "Invited him to visit Peru *and co-chair* the session".
    let listed = sentence.begins(mark.start, Begins::layer(Layer::Verbs)) && (speech.end..mark.start).any(infinitive);
    let asked = listed || before().chain([mark.start]).any(infinitive);
    let goes_on = !asked && before().any(|at| sentence.link(at, Link::And).is_some());
    let person = mentions.iter().find(|mention| {
        mention.tokens.start >= speech.end && !matches!(mention.who, Who::Name | Who::Party(Form::Adjective))
    });
    // "Said that *she met* Minister X in Lima".
    let called = |who: &Who| {
        finite && trigger.kind != Kind::Visit && matches!(who, Who::Reference(Reference::He | Reference::She, _))
    };
    let named = person.is_some_and(|mention| {
        mention.tokens.start <= speech.end + 2
            && mention.tokens.end <= mark.start
            && (matches!(mention.who, Who::Person(_)) || called(&mention.who))
            && reports(sentence, speech)
    });
    let fresh = clause_start(sentence, mentions, speech.end, mark.start);
    fresh == mark.start && !(goes_on && finite) && !named
}

/// Where a clause of time with a subject of its own begins, of which a verb stands at the end of some tokens.
fn when(sentence: &Sentence<'_>, mentions: &[Mention], tokens: Range<u32>) -> Option<u32> {
    let opens = tokens.clone().rev().find_map(|at| sentence.link(at, Link::When))?;
    let somebody = |mention: &Mention| {
        tokens.contains(&mention.tokens.start)
            && mention.tokens.start >= opens
            && !matches!(mention.who, Who::Name | Who::Party(Form::Adjective))
    };
    mentions.iter().any(somebody).then_some(opens)
}

/// Whether a speech mark only reports.
fn reports(sentence: &Sentence<'_>, mark: Mark) -> bool {
    matches!(&sentence.entry(mark).value, Value::Speech(speech) if speech.level == Some(Level::Report))
}

/// "The 63rd meeting of the committee": a numbered meeting is a session of a standing body.
fn session(sentence: &Sentence<'_>, mentions: &[Mention], mark: Mark, trigger: Trigger) -> Trigger {
    let noun = trigger.kind == Kind::Meeting && matches!(trigger.shape, Stands::Noun | Stands::Anaphor);
    // "Talks with the Second Minister" are not the second.
    let behind = mark.end..(mark.end + 2).min(sentence.tokens.end);
    let named = mentions.iter().filter(|mention| behind.contains(&mention.tokens.start));
    let until = named.map(|mention| mention.tokens.start).min().unwrap_or(behind.end);
    if !noun
        || !(ordinal(sentence, mark.start.saturating_sub(2).max(sentence.tokens.start)..mark.start + 1)
            || ordinal(sentence, behind.start..until))
    {
        return trigger;
    }
    Trigger { kind: Kind::Consultation, shape: Stands::Noun, ..trigger }
}

/// Whether some tokens hold an ordinal number.
fn ordinal(sentence: &Sentence<'_>, tokens: Range<u32>) -> bool {
    // The first of all is seldom one of a row.
    sentence.within(Layer::Figures, tokens).any(|(_, value)| match value {
        Value::Number(number, NumberKind::Ordinal) => *number > 1.0,
        Value::Number(_, kind) => matches!(kind, NumberKind::OrdinalSuffix | NumberKind::OrdinalPrefix),
        _ => false,
    })
}

/// The sessions that one act lists: "took part in the plenary; the retreat; the 32nd ARF".
pub(crate) fn sessions<'s>(act: &Act<'s>) -> Vec<Act<'s>> {
    let sentence = act.sentence;
    let named = |tokens: &Range<u32>| {
        sentence
            .within(Layer::Occasions, tokens.clone())
            .any(|(_, value)| matches!(value, Value::Occasion(Occasion::Head | Occasion::Series(_))))
    };
    let numbered = |at: u32| {
        (sentence.is(at, ",") || sentence.link(at, Link::And).is_some())
            && ordinal(sentence, at + 1..(at + 4).min(act.right.end))
    };
    match act.trigger.kind {
        Kind::Signing => return documents(act),
        Kind::Visit => return legs(act),
        _ => (),
    }
    let signs = (act.right.start..act.right.end).filter(|&at| sentence.is(at, ";") || numbered(at));
    let cuts: Vec<u32> =
        std::iter::once(act.right.start).chain(signs.map(|at| at + 1)).chain([act.right.end]).collect();
    let parts: Vec<Range<u32>> = cuts.windows(2).map(|pair| pair[0]..pair[1]).filter(|part| named(part)).collect();
    if !matches!(act.trigger.kind, Kind::Conference | Kind::Consultation) || parts.len() < 2 {
        return vec![act.clone()];
    }
    // The first has all that stands before the list, the others themselves alone.
    let left =
        |right: &Range<u32>| if right.start == act.right.start { act.left.clone() } else { right.start..right.start };
    parts.into_iter().map(|right| Act { left: left(&right), right, ..act.clone() }).collect()
}

/// The countries of a journey that each have days of their own: "visits Seoul on 9 March and Tokyo on 10 March".
fn legs<'s>(act: &Act<'s>) -> Vec<Act<'s>> {
    let sentence = act.sentence;
    let place = |at: u32| sentence.at(Layer::Names, at).any(|(_, value)| names_place(value));
    let day = |date: &&packs::DateMatch| date.parts.day[0].is_some();
    let dated = |tokens: Range<u32>| sentence.dates().iter().filter(day).any(|date| tokens.contains(&date.start));
    let begins = |at: u32| {
        let led = [Link::In, Link::To].into_iter().filter_map(|link| sentence.link(at, link));
        place(at) || led.into_iter().any(place) || sentence.dates().iter().filter(day).any(|date| date.start == at)
    };
    let joint = |at: u32| sentence.link(at, Link::And).or(sentence.is(at, ",").then_some(at + 1));
    let starts: Vec<u32> = act.right.clone().filter_map(joint).filter(|&at| begins(at)).collect();
    let ends = starts.iter().skip(1).copied().chain([act.right.end]);
    // "Will visit Vietnam, Malaysia and Cambodia *in turn*": each is one without days of its own too.
    let full = |part: &Range<u32>| (act.trigger.each || dated(part.clone())) && part.clone().any(place);
    let further: Vec<Range<u32>> = starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect();
    let first = act.left.start..starts.first().copied().unwrap_or(act.right.end);
    let dated = act.trigger.is_finite() && !further.is_empty() && full(&first) && further.iter().all(full);
    let starts = if dated { starts } else { countries(act) };
    let Some(&end) = starts.first() else { return vec![act.clone()] };
    let ends = starts.iter().skip(1).copied().chain([act.right.end]);
    let head = Act { right: act.right.start.min(end)..end, ..act.clone() };
    let leg = |right: Range<u32>| Act { left: right.start..right.start, right, further: true, ..act.clone() };
    std::iter::once(head).chain(starts.iter().zip(ends).map(|(&start, end)| leg(start..end))).collect()
}

/// Where the further countries stand to which one journey goes, its days told of all: "will visit *Tallinn and Riga* on 4–6
/// February", "travels to *Peru, Chile and Bolivia*".
fn countries(act: &Act<'_>) -> Vec<u32> {
    let sentence = act.sentence;
    let world = sentence.page.world();
    let place = |at: u32| {
        let article = sentence.tokens.contains(&at) && sentence.token(at).shape == Shape::Lower;
        (at..at + 1 + u32::from(article)).find_map(|at| {
            let mut names = sentence.at(Layer::Names, at);
            names.find_map(|(mark, value)| Some((mark.end, Place::named(world, value)?.country?)))
        })
    };
    let behind = act.mark.end.max(act.mark.tail);
    // "I april besöker utrikesminister *X Kenya* och Uganda".
    let subject = || {
        let plain = |at: &u32| sentence.token(*at).shape != Shape::Punctuation;
        let words = (behind + 1..(behind + SUBJECT).min(act.right.end)).take_while(plain);
        let named = |at: u32| {
            sentence
                .at(Layer::Names, at)
                .any(|(_, value)| matches!(value, Value::Party(_, Form::Name) | Value::City(_)))
        };
        let mut words = words.filter(|&at| named(at) && sentence.token(at - 1).shape == Shape::Capital);
        words.next().filter(|_| sentence.language.subject_after_verb).and_then(place)
    };
    let first = place(behind).or_else(subject).filter(|_| act.trigger.is_finite());
    let Some((mut end, first)) = first else { return Vec::new() };
    let (mut seen, mut starts, mut joined) = (vec![first], Vec::new(), false);
    loop {
        // "Việt Nam (3-5 February) and Laos".
        if sentence.is(end, "(")
            && let Some(close) = (end..(end + BRACKET).min(act.right.end)).find(|&at| sentence.is(at, ")"))
        {
            end = close + 1;
        }
        let comma = sentence.is(end, ",");
        let and = sentence.link(end + u32::from(comma), Link::And);
        let Some(from) = and.or(comma.then_some(end + 1)).filter(|&from| from < act.right.end) else { break };
        let led = [Link::To, Link::In].into_iter().find_map(|link| sentence.link(from, link)).unwrap_or(from);
        let Some((next, country)) = place(led) else { break };
        end = next;
        // "Oslo, Norway, and Riga": the country of a city is no further one.
        if !seen.contains(&country) {
            joined |= and.is_some();
            seen.push(country);
            starts.push(led);
        }
    }
    if joined { starts } else { Vec::new() }
}

/// The documents that one act of signing lists, before it or behind: "an agreement on trade and a memorandum on nurses".
fn documents<'s>(act: &Act<'s>) -> Vec<Act<'s>> {
    let sentence = act.sentence;
    let head =
        |at: u32| sentence.at(Layer::Occasions, at).any(|(_, value)| matches!(value, Value::Occasion(Occasion::Head)));
    // Behind "and", a comma or a semicolon its noun follows, an article at most between.
    let named = |from: u32| {
        let article = |at: u32| sentence.token(at).shape == Shape::Lower && sentence.word(at).len() <= SMALL;
        let ahead = (from..(from + ARTICLES + 1).min(sentence.tokens.end)).find(|&at| head(at) || !article(at));
        // "Memoranda of understanding *and agreements*, witnessed by …": of which nothing is said are the same.
        let bare = |at: u32| {
            let end = at + 1;
            at == from && (!sentence.tokens.contains(&end) || sentence.token(end).shape == Shape::Punctuation)
        };
        ahead.is_some_and(|at| head(at) && !bare(at))
    };
    let listed = |tokens: Range<u32>| -> Vec<u32> {
        let next = |at: u32| {
            let sign = sentence.is(at, ",") || sentence.is(at, ";");
            let end = if sign { Some(at + 1) } else { sentence.link(at, Link::And) }?;
            // Behind a semicolon stands one, whatever counts it: "(b) Protocol on …".
            let near = || sentence.is(at, ";") && (end..(end + COUNTED).min(tokens.end)).any(head);
            (end < tokens.end && (named(end) || near())).then_some(end)
        };
        tokens.clone().filter_map(next).collect()
    };
    // What is said of the first document does not end the list: up to the next act.
    let from = act.mark.end.max(act.mark.tail);
    // "Witnessed the signing of a *joint communiqué* and an accord": what names a document is none.
    let names = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Signing && trigger.shape == Stands::Noun);
    let mut acts = sentence.within(Layer::Triggers, from..sentence.tokens.end);
    let next = acts.find(|(mark, value)| !(names(value) && head(mark.start)));
    let to = next.map_or(sentence.tokens.end, |(mark, _)| mark.start).max(act.right.end);
    // "Signed with Ministers X and Y, *an agreement* on …": what no document stands before is the first, not a further one.
    let mut behind = listed(act.mark.end..to);
    behind.retain(|&start| (act.mark.start..start).any(head));
    let (starts, end) = if behind.is_empty() { (listed(act.left.clone()), act.left.end) } else { (behind, to) };
    let first = match starts.first() {
        None => return vec![act.clone()],
        // Before the act a document must stand in front of the first sign too.
        Some(&first) if first <= act.left.end && !(act.left.start..first).any(head) => return vec![act.clone()],
        Some(&first) => first,
    };
    let whole = if first > act.mark.start {
        Act { right: act.right.start.min(first)..first, ..act.clone() }
    } else {
        act.clone()
    };
    let ends = starts.iter().skip(1).copied().chain([end]);
    let others = starts.iter().zip(ends).map(|(&start, end)| Act {
        left: start..start,
        right: start..end,
        further: true,
        trigger: if gathers(sentence, start..end) {
            Trigger { kind: Kind::Conference, ..act.trigger }
        } else {
            act.trigger
        },
        ..act.clone()
    });
    std::iter::once(whole).chain(others).collect()
}

/// Whether what a list names is no document but a gathering: "the signing of the treaty; *the 32nd ASEAN Regional Forum*; *the
/// meeting of the treaty's commission*".
fn gathers(sentence: &Sentence<'_>, tokens: Range<u32>) -> bool {
    let head = tokens.start..(tokens.start + COUNTED).min(tokens.end);
    let series = |value: &Value| matches!(value, Value::Occasion(Occasion::Series(_)));
    let meets =
        |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Conference && trigger.opens());
    // The noun of a gathering, with no document's right behind it, as in "summit declaration".
    let named = || {
        let noun = |value: &Value| matches!(value, Value::Session(_));
        let gathering =
            sentence.within(Layer::Handles, head.clone()).find(|(_, value)| noun(value)).map(|(mark, _)| mark);
        let heads = || {
            sentence
                .within(Layer::Occasions, head.clone())
                .filter(|(_, value)| **value == Value::Occasion(Occasion::Head))
        };
        gathering.is_some_and(|noun| {
            let document = |mark: Mark| mark.start < noun.start && mark.end <= noun.start || mark.start == noun.end;
            !heads().any(|(mark, _)| document(mark))
        })
    };
    sentence.within(Layer::Occasions, head.clone()).any(|(_, value)| series(value))
        || sentence.within(Layer::Triggers, head.clone()).any(|(_, value)| meets(value))
        || named()
}

/// The words that say so: from just before the trigger to a little after it; of one that stands in a list, its own.
pub(crate) fn evidence(act: &Act<'_>) -> Range<u32> {
    if act.left.start > act.mark.start || act.right.end <= act.mark.start {
        // Nothing stands behind what a sentence ends with.
        let words = if act.right.is_empty() { &act.sentence.tokens } else { &act.right };
        return words.start..words.end.min(words.start + 12);
    }
    let start = act.mark.start.saturating_sub(6).max(act.left.start);
    let end = (act.mark.end + 12).min(act.sentence.tokens.end).max(act.mark.end);
    start..end
}

#[cfg(test)]
mod tests {
    use crate::fixtures::{phrases, read};

    /// Kind, names and first day of all that a text tells of.
    fn told(text: &str) -> Vec<String> {
        let line = |told: crate::reading::Engagement| {
            let mut names: Vec<String> = told.people.into_iter().map(|person| person.name).collect();
            names.sort();
            format!("{} {} {}", told.kind, names.join("+"), told.start.map(|day| day.to_string()).unwrap_or_default())
        };
        read(phrases(), "en", text).engagements.into_iter().map(line).collect()
    }

    #[test]
    fn each_act_of_a_sentence_has_its_own_words() {
        let check = |text: &str, expected: &[&str]| assert_eq!(told(text), expected, "{text}");
        // Nobody stands behind the last "and": the same subject goes on, and its day is its own.
        check(
            "CAIRO, 5 May 2025\n\nForeign Minister Ali Sabry of Sri Lanka met with President Rosa Quispe of Peru and Speaker Inés \
             Rojas of Peru, and is scheduled to hold talks with Foreign Minister Tete Antonio of Angola tomorrow.\n",
            &[
                "meeting Ali Sabry+Rosa Quispe 2025-05-05",
                "meeting Ali Sabry+Inés Rojas 2025-05-05",
                "meeting Ali Sabry+Tete Antonio 2025-05-06",
            ],
        );
        // What only says when the rest happens takes nobody from it, before or behind.
        check(
            "CAIRO, 5 May 2025\n\nForeign Minister Ali Sabry of Sri Lanka called on President Rosa Quispe of Peru and Speaker Inés \
             Rojas of Peru during his visit.\n",
            &["meeting Ali Sabry+Rosa Quispe 2025-05-05", "meeting Ali Sabry+Inés Rojas 2025-05-05"],
        );
        check(
            "CAIRO, 5 May 2025\n\nForeign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru. At the end of the \
             meeting the two sides signed agreements on trade.\n",
            &["meeting Ali Sabry+Rosa Quispe 2025-05-05", "signing Ali Sabry+Rosa Quispe 2025-05-05"],
        );
        // The purpose of a journey is an act of its own.
        check(
            "LIMA, 5 May 2025\n\nForeign Minister Rosa Quispe of Peru will be in Accra on Friday for talks with Foreign Minister \
             Kofi Mensah of Ghana.\n",
            &["visit Rosa Quispe 2025-05-09", "meeting Kofi Mensah+Rosa Quispe 2025-05-09"],
        );
        // Of whom a clause tells, what else he is may stand between.
        check(
            "CAIRO, 5 May 2025\n\nForeign Minister Ali Sabry of Sri Lanka came with Minister Nimal Dias of Sri Lanka, head of the policy \
             bureau, who met Minister Luis Vega of Peru.\n",
            &["meeting Luis Vega+Nimal Dias 2025-05-05"],
        );
        check(
            "LIMA, 5 May 2025\n\nForeign Minister Rosa Quispe of Peru met Foreign Minister Kofi Mensah of Ghana on Monday. Last month, \
             Minister Mensah received Foreign Minister Tete Antonio of Angola.\n",
            &["meeting Kofi Mensah+Rosa Quispe 2025-05-05", "meeting Kofi Mensah+Tete Antonio 2025-04"],
        );
    }

    #[test]
    fn whom_somebody_met_stands_behind_the_gathering_on_whose_sidelines_it_was() {
        let text = "I Lima träffade Ghanas utrikesminister Kofi Mensah den 14 mars 2025, i samband med deltagandet i toppmötet i Peru, \
                    Perus utrikesminister Rosa Quispe; Chiles utrikesminister Luis Vega och Kenyas utrikesminister Jane Auma.";
        let mut meetings: Vec<String> = read(phrases(), "sv", text)
            .engagements
            .into_iter()
            .filter(|told| told.kind == "meeting")
            .map(|told| {
                told.people.iter().map(|person| &*person.name).collect::<Vec<_>>().join("+")
                    + " "
                    + &told.parties.join(",")
            })
            .collect();
        meetings.sort();
        assert_eq!(
            meetings,
            ["Kofi Mensah+Jane Auma GH,KE", "Kofi Mensah+Luis Vega GH,CL", "Kofi Mensah+Rosa Quispe GH,PE"]
        );
    }

    #[test]
    fn a_phrase_with_a_gap_hides_no_two_acts() {
        let text = "Perus talman Rosa Quispe är på besök i Sverige den 1–5 mars 2027. Quispe har träffat riksdagens talman Eva Lund och \
                    besökt Göteborg.";
        let told = read(phrases(), "sv", text).engagements;
        let met = told.iter().find(|told| told.kind == "meeting").expect("they met");
        assert_eq!(met.people.iter().map(|one| &*one.name).collect::<Vec<_>>(), ["Rosa Quispe", "Eva Lund"]);
    }

    #[test]
    fn each_document_that_one_sentence_lists_is_signed() {
        let check = |language: &str, text: &str, n: usize| {
            let told = read(phrases(), language, text).engagements;
            let signed = told.iter().filter(|told| told.kind == "signing" && told.parties.len() == 2).count();
            assert_eq!(signed, n, "{text}: {told:#?}");
        };
        check("en", "Kenya and Ghana signed an MOU on nuclear power and an arrangement on seasonal workers.", 2);
        check("en", "Kenya and Ghana signed an agreement on trade and investment.", 1);
        check("en", "Kenya and Ghana witnessed the signing of a joint communiqué and an accord on seafarers.", 2);
        check(
            "en",
            "President Nana Osei of Ghana visited Kenya in May. During the visit, the Agreement on Animal Health and the Protocol on \
             Cooperation between the Academies were signed.",
            2,
        );
        check("vi", "Kenya và Ghana đã ký Hiệp định vận tải đường bộ và Bản ghi nhớ về quản lý tài nguyên nước.", 2);
        check("vi", "Kenya và Ghana đã ký Hiệp định vận tải và du lịch.", 1);
        check(
            "sv",
            "Kenya och Ghana undertecknade ett avtal om vägtransporter och ett samförståndsavtal om vatten.",
            2,
        );
        check("sv", "Kenya och Ghana undertecknade ett avtal om handel och turism.", 1);
    }
}
