//! Clauses in which an act stands: about somebody, of time, of what is said.

use std::ops::Range;

use document::Shape;
use packs::{ClaimType, Form, Kind, Layer, Level, Link, Mark, Reference, Shape as Stands, Trigger, Value};

use super::lists::names_place;
use super::parts::clause_start;
use super::{Act, in_name};
use crate::begins::Begins;
use crate::mentions::{Mention, Who};
use crate::page::Sentence;
use crate::places::{Place, place};

/// The most tokens of what else is said of somebody between commas.
const APPOSITION: u32 = 12;
/// Within so many tokens before its verb a clause of what is said begins.
const CLAUSE: u32 = 5;
/// Within so many tokens before a verb the "who" or "where" of its clause stands.
const RELATIVE: u32 = 8;
/// The most tokens of a place's name and the comma behind it.
const PLACE: u32 = 6;
/// So many tokens before its last word a phrase begins that ends in the word which leads an infinitive too.
const LEADING: u32 = 8;
/// The most tokens between a place and what somebody went there for.
const PURPOSE: u32 = 3;

/// The tokens before one among which the "who" or "where" of its clause stands.
fn clause(sentence: &Sentence<'_>, at: u32) -> Range<u32> {
    at.saturating_sub(RELATIVE).max(sentence.tokens.start)..at
}

/// The "who" or "where" of the clause in which a token stands.
pub(super) fn opening(sentence: &Sentence<'_>, at: u32) -> Option<u32> {
    clause(sentence, at).rev().find(|&at| sentence.is_link(at, Link::Who))
}

/// Whether a clause that "who" or "which" opens holds a token.
pub(super) fn relative(sentence: &Sentence<'_>, at: u32) -> bool {
    clause(sentence, at)
        .rev()
        .take_while(|&at| !sentence.is(at, ","))
        .any(|at| sentence.is_link(at, Link::Who) && at > sentence.tokens.start)
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
        // "Ông tới *Cairo gặp* Tổng thống X": a verb right behind it.
        let verb = act.trigger.is_finite()
            && act.trigger.kind == Kind::Meeting
            && mark.end == until
            && sentence.link(mark.start.max(sentence.tokens.start + 1) - 1, Link::To) == Some(mark.start);
        let noun = act.trigger.shape == Stands::Noun
            && mark.end < until
            && mark.end + PURPOSE >= until
            && (mark.end..until).all(small);
        verb || noun
    };
    place(sentence, mark.start..mark.end, &[Link::In, Link::To]).filter(|_| joined)
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

/// Whether the same words are a speech verb here: "called on Japan *to* …" asks, "called on the Minister" meets, and "will visit
/// Japan *to* …" goes there.
pub(crate) fn speaks(sentence: &Sentence<'_>, mark: Mark) -> bool {
    // "They *signed* an agreement to promote trade": what is agreed on is done, and nobody is asked.
    let asked = |claim: ClaimType| !matches!(claim, ClaimType::NextStep | ClaimType::Agreement);
    let says = |value: &Value| matches!(value, Value::Speech(speech) if speech.level == Some(Level::Act) && asked(speech.claim));
    sentence.at(Layer::Speech, mark.start).any(|(_, value)| says(value)) && asks(sentence, mark.end)
}

/// Whether an infinitive follows: "to" before a word in small letters.
fn asks(sentence: &Sentence<'_>, from: u32) -> bool {
    // "On a working visit *to* the Kingdom" asks for nothing.
    let of_act = |at: u32| {
        let near = at.saturating_sub(LEADING).max(sentence.tokens.start)..at + 1;
        sentence.within(Layer::Triggers, near).any(|(mark, _)| mark.start < at && at < mark.end)
    };
    let until = sentence.tokens.end.min(from + 16);
    (from..until).take_while(|&at| !sentence.is(at, ";")).filter(|&at| !of_act(at)).any(|at| {
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

/// "*Called on* the Speaker": whether an act is told where a speech mark stands; what is sent is said, "*thanked* Japan".
fn tells(sentence: &Sentence<'_>, mark: Mark) -> bool {
    // "*Announced in a statement* that Peru had severed …": what only reports governs what is reported.
    let reports = reports(sentence, mark);
    let act = |trigger: &Trigger| {
        let said = trigger.kind == Kind::Message || trigger.kind == Kind::Statement && reports;
        !said && trigger.opens() && trigger.is_finite()
    };
    let acts = |value: &Value| matches!(value, Value::Trigger(trigger) if act(trigger));
    // "*Agreed to* sign": the phrase may hold the word that leads what is agreed.
    let asked = asks(sentence, mark.start + 1);
    sentence.at(Layer::Triggers, mark.start).any(|(_, value)| acts(value)) && !asked && meets(sentence, mark)
}

/// Whether a speech verb before the trigger makes it part of what was said.
pub(super) fn governed(sentence: &Sentence<'_>, mentions: &[Mention], mark: Mark, trigger: Trigger) -> bool {
    let said = sentence.within(Layer::Speech, sentence.tokens.start..mark.start).rev().find(|(mark_said, value)| {
        let Value::Speech(speech) = value else { return false };
        // "*Is expected* to travel to Ankara for a meeting with …": what opens a journey says nothing.
        let to_come = speech.claim == ClaimType::NextStep && sentence.opens(mark_said.start);
        // "*Fem avtal undertecknades*" says so itself.
        let signed = trigger.kind == Kind::Signing && speech.claim == ClaimType::Agreement;
        let to_come = to_come || signed && mark_said.end > mark.start;
        matches!(speech.level, Some(Level::Act | Level::Report))
            && mark_said.end <= mark.start.max(mark_said.start) + 1
            && !to_come
            // "*Called on* President X, who hosted a banquet": whoever was met was asked for nothing.
            && !tells(sentence, *mark_said)
            // "Sayyid Fahd Al *Said* received …".
            && !in_name(sentence, mentions, *mark_said)
    });
    let Some((speech, _)) = said else { return false };
    if trigger.kind == Kind::Signing
        && trigger.shape == Stands::Noun
        && is_clause(sentence, mark)
        && stands_alone(sentence, speech.end, mark.start)
    {
        return false;
    }
    // "Demanded *that* the Council condemn …": what others should say.
    let that = || {
        let near = mark.start.saturating_sub(CLAUSE).max(speech.end.saturating_sub(1))..mark.start;
        near.rev()
            .take_while(|&at| sentence.token(at).shape != Shape::Punctuation)
            .any(|at| sentence.is_link(at, Link::That))
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
        .any(|at| sentence.is_link(at, Link::In) || sentence.is_link(at, Link::After));
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
    let infinitive = |at: u32| sentence.is_link(at, Link::Infinitive);
    // "Invited him to visit Peru *and co-chair* the session".
    let listed = sentence.begins(mark.start, Begins::layer(Layer::Verbs)) && (speech.end..mark.start).any(infinitive);
    let asked = listed || before().chain([mark.start]).any(infinitive);
    let goes_on = !asked && before().any(|at| sentence.is_link(at, Link::And));
    let person = mentions.iter().find(|mention| {
        mention.tokens.start >= speech.end && !matches!(mention.who, Who::Name | Who::Party(Form::Adjective))
    });
    // "Said that *she met* Minister X in Lima".
    let called = |who: &Who| {
        finite && trigger.kind != Kind::Visit && matches!(who, Who::Reference(Reference::He | Reference::She, _))
    };
    let named = person.is_some_and(|mention| {
        // "Said on Friday *that he had met* Minister X".
        let that = mention.tokens.start > speech.end
            && sentence.link(mention.tokens.start - 1, Link::That) == Some(mention.tokens.start)
            && called(&mention.who);
        (mention.tokens.start <= speech.end + 2 || that)
            && mention.tokens.end <= mark.start
            && (matches!(mention.who, Who::Person(_)) || called(&mention.who))
            && (reports(sentence, speech) || announces(sentence, speech, trigger))
    });
    let fresh = clause_start(sentence, mentions, speech.end, mark.start);
    fresh == mark.start && !(goes_on && finite) && !named
}

/// "A letter of intent *was signed*", but not "a joint statement on trade": whether a mark ends in a verb, neither in what is
/// signed nor in a small word that leads on.
fn is_clause(sentence: &Sentence<'_>, mark: Mark) -> bool {
    let end = mark.end.max(mark.tail);
    let noun = || sentence.within(Layer::Occasions, mark.start..end).any(|(head, _)| head.end == end);
    let leads = [Link::Of, Link::By, Link::With, Link::In, Link::To, Link::From];
    let field = || sentence.at(Layer::Handles, end - 1).next().is_some();
    sentence.token(end - 1).shape == Shape::Lower
        && leads.into_iter().all(|link| !sentence.is_link(end - 1, link))
        && !noun()
        && !field()
}

/// "Asked for experts*; a letter of intent* was signed": whether a clause begins a little before a noun, behind what was said.
fn stands_alone(sentence: &Sentence<'_>, from: u32, noun: u32) -> bool {
    let near = noun.saturating_sub(CLAUSE).max(from)..noun;
    let begins = |at: u32| {
        let comma = at > from && sentence.is(at - 1, ",") && sentence.is_link(at, Link::And);
        sentence.is(at, ";") || comma
    };
    near.rev().take_while(|&at| !sentence.is_link(at, Link::That) && !sentence.is_link(at, Link::Who)).any(begins)
}

/// "Thanked Minister X and said that *President Y will visit* Peru": where whoever acts in what is reported begins, of which an
/// act tells.
pub(super) fn told(act: &Act<'_>, mentions: &[Mention]) -> Option<u32> {
    let (sentence, start) = (act.sentence, act.mark.start);
    let said = sentence.within(Layer::Speech, sentence.tokens.start..start).next_back().map(|(said, _)| said)?;
    let acts = |mention: &&Mention| {
        mention.tokens.start >= said.end && !matches!(mention.who, Who::Name | Who::Party(Form::Adjective))
    };
    let leads = || reports(sentence, said) || announces(sentence, said, act.trigger);
    let first = mentions.iter().find(acts).filter(|_| act.trigger.is_finite() && leads())?;
    let close = first.tokens.start <= said.end + 2 && first.tokens.end <= start;
    (close && matches!(first.who, Who::Person(_))).then_some(first.tokens.start)
}

/// Where a clause of time with a subject of its own begins, of which a verb stands at the end of some tokens.
pub(super) fn when(sentence: &Sentence<'_>, mentions: &[Mention], tokens: Range<u32>) -> Option<u32> {
    let opens = tokens.clone().rev().find_map(|at| sentence.link(at, Link::When))?;
    let somebody = |mention: &Mention| {
        tokens.contains(&mention.tokens.start)
            && mention.tokens.start >= opens
            && !matches!(mention.who, Who::Name | Who::Party(Form::Adjective))
    };
    mentions.iter().any(somebody).then_some(opens)
}

/// "*Eva Lund:* Minister X is visiting Peru": where what somebody says behind their name begins, if somebody else acts in it.
pub(super) fn behind_label(sentence: &Sentence<'_>, mentions: &[Mention], mark: Mark) -> Option<u32> {
    let person = |mention: &Mention| matches!(mention.who, Who::Person(_));
    let start = sentence.dateline_end();
    let labels = |mention: &&Mention| {
        mention.tokens.start <= start + 1 && person(mention) && sentence.is(mention.tokens.end, ":")
    };
    let label = mentions.iter().find(labels).filter(|_| sentence.heads_block())?;
    let said = label.tokens.end + 1..mark.start;
    mentions.iter().any(|mention| said.contains(&mention.tokens.start) && person(mention)).then_some(said.start)
}

/// Whether a speech mark only reports.
fn reports(sentence: &Sentence<'_>, mark: Mark) -> bool {
    matches!(&sentence.entry(mark).value, Value::Speech(speech) if speech.level == Some(Level::Report))
}

/// "*Announced* Minister X will visit Peru": whether a speech mark tells of the matter that an act right behind it is.
fn announces(sentence: &Sentence<'_>, mark: Mark, trigger: Trigger) -> bool {
    let tells = |value: &Value| matches!(value, Value::Speech(speech) if speech.level == Some(Level::Act) && speech.claim == ClaimType::Topic);
    trigger.is_finite() && tells(&sentence.entry(mark).value)
}
