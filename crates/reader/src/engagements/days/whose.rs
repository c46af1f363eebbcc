//! Whose day a date is: that of an act, or of what else its sentence tells.

use std::ops::Range;

use document::Shape;
use packs::{DateMatch, Kind, Layer, Level, Link, Value, When};

use super::{BESIDE, FRONTED, NAMED, ahead};
use crate::acts::Act;
use crate::begins::Begins;
use crate::drafts::overlap;
use crate::occasions::framed;
use crate::page::Sentence;
use crate::places::Place;
use crate::story::Story;

/// So many tokens before a date a word may stand that says that it is a paper's.
const DATED: u32 = 2;
/// A bracket opens at most so many tokens before a date that it holds, and so many behind the day of which that is another count.
const RESTATED: u32 = 8;
const BESIDE_BRACKET: u32 = 4;

impl Story<'_, '_> {
    /// "10 June – During his visit to Fiji (*9-11 June*), the Minister held talks": whether days in brackets right behind a journey
    /// that leads a sentence are those of the journey alone, and another date tells when an act of it was.
    pub(super) fn of_journey(&self, act: &Act<'_>, date: &DateMatch) -> bool {
        let sentence = act.sentence;
        let bracket = date.start > sentence.tokens.start && sentence.is(date.start - 1, "(");
        if !bracket || act.trigger.kind == Kind::Visit || date.end > act.mark.start {
            return false;
        }
        let journey = |(mark, value): &(packs::Mark, &Value)| {
            let named = date.start.saturating_sub(mark.end) <= NAMED;
            named && matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Visit && !trigger.is_finite())
        };
        let before = sentence.within(Layer::Triggers, sentence.tokens.start..date.start).next_back();
        let Some(days) = before.filter(journey).and_then(|_| self.clock.resolve(date, None, ahead(act))) else {
            return false;
        };
        let within = |other: &DateMatch| {
            let day = self.clock.resolve(other, self.spoken.context, false);
            other.start != date.start && day.is_some_and(|day| day.0 == day.1 && overlap(day, days))
        };
        days.0 != days.1 && sentence.dates().iter().any(within)
    }
}

/// "In accordance with Decree 98 *dated 31 December*, the Ministry holds …": whether a date is that of a paper spoken of before
/// an act, not issued by it.
pub(super) fn of_paper(act: &Act<'_>, date: &DateMatch) -> bool {
    let supposed = act.mark.start == act.mark.end;
    (date.start < act.mark.start || supposed) && is_dated(act.sentence, date)
}

/// "On the evening of 12 May local time (*the morning of 13 May in Hanoi*)": whether a date stands in brackets that open behind
/// another day, with no more than a few words between.
pub(crate) fn restates(sentence: &Sentence<'_>, date: &DateMatch) -> bool {
    if date.parts.day[0].is_none() && !matches!(date.when, When::Context(_)) {
        return false;
    }
    let from = date.start.saturating_sub(RESTATED).max(sentence.tokens.start);
    let Some(open) = (from..date.start).rev().find(|&at| sentence.is(at, "(") || sentence.is(at, ")")) else {
        return false;
    };
    let day = |other: &&DateMatch| {
        other.start < date.start
            && other.end <= open
            && open - other.end <= BESIDE_BRACKET
            && other.parts.day[0].is_some()
    };
    let other = sentence.dates().iter().rev().find(day);
    sentence.is(open, "(")
        && other.is_some_and(|other| (other.end..open).all(|at| sentence.token(at).shape != Shape::Punctuation))
}

/// "Summoned the ambassador *after* the drone attack *on Monday*", "condemns *the attack* perpetrated *yesterday*": whether a date
/// behind an act is that of what came before it, which is no gathering and no act that has a phrase.
pub(super) fn dates_cause(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let behind = act.mark.end.max(act.mark.tail)..date.start.saturating_sub(1);
    let says = matches!(act.trigger.kind, Kind::Statement | Kind::Message);
    let spoken = |at: u32| sentence.link(at, Link::Matter).filter(|_| says);
    let leads = |at: u32| {
        let after = sentence.link(at, Link::After).map(|end| (end, false));
        after.or_else(|| spoken(at).map(|end| (end, true)))
    };
    let Some((from, spoken)) = behind.rev().find_map(leads) else { return false };
    let between = from..date.start;
    let gathers = |value: &Value| matches!(value, Value::Occasion(_) | Value::Session(_));
    let sign = |at: u32| sentence.token(at).shape == Shape::Punctuation && !sentence.is(at, "-");
    (spoken || between.len() > 1)
        && !between.clone().any(sign)
        && sentence.within(Layer::Triggers, between.clone()).next().is_none()
        && !sentence.within(Layer::Occasions, between.clone()).any(|(_, value)| gathers(value))
        && (spoken || sentence.within(Layer::Topics, between).next().is_some())
}

/// "Left today, concluding a visit to Jordan *from 16 to 19 April*, and went on to Kuwait": whether days are those of the journey that
/// stands before them, which "and" or a comma parts from the next.
pub(super) fn of_journey_before(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let journey = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Visit);
    let parts = |at: u32| sentence.is(at, ",") || sentence.is_link(at, Link::And);
    act.trigger.kind == Kind::Visit
        && date.parts.day[1].is_some()
        && date.end < act.mark.start
        && (date.end..act.mark.start).any(parts)
        && sentence.within(Layer::Triggers, sentence.dateline_end()..date.start).any(|(_, value)| journey(value))
}

/// "Asked about *the attack of 22 April*, the Spokesperson said …": whether a date before what is said or written is that of the
/// matter right before it.
pub(super) fn dates_matter(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let before = act.mark.end.max(act.mark.tail) <= date.start || date.end <= act.mark.start;
    let comma = |at: u32| sentence.is(at, ",");
    let apart = (date.end..sentence.tokens.end).any(comma) && !(sentence.dateline_end()..date.start).any(comma);
    let topics = sentence.within(Layer::Topics, sentence.dateline_end()..date.start);
    let matter = topics.into_iter().any(|(mark, _)| mark.end == date.start && mark.start > sentence.dateline_end());
    let told = act.mark.end > act.mark.start && matches!(act.trigger.kind, Kind::Statement | Kind::Message);
    told && before && apart && matter
}

/// "On the occasion of Switzerland's *National Day, 1 August*, the Ambassador told this paper": whether a date at the head of a
/// sentence is that of what is celebrated.
pub(super) fn of_occasion(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let Some(frame) = framed(sentence).filter(|frame| frame.end <= date.start && date.end < act.mark.start) else {
        return false;
    };
    let head = sentence.dateline_end();
    // But "Nhân dịp nhậm chức, *ngày 1/8*, Đại sứ …".
    let bare = sentence.is(date.start - 1, "(") || sentence.token(date.start).shape != Shape::Lower;
    let beside = bare && (frame.end..date.start).all(|at| matches!(sentence.word(at), "(" | ","));
    let told = sentence.within(Layer::Triggers, head..date.start).next().is_some()
        || sentence.within(Layer::Occasions, frame.clone()).any(|(_, value)| value.names_occasion());
    let fronted = sentence.at(Layer::Occasions, head).any(|(mark, _)| mark.end == frame.start);
    // "National Day (*1 August*), …".
    let end = if sentence.is(date.end, ")") { date.end + 1 } else { date.end };
    fronted && beside && !told && matches!(date.when, When::Parts) && sentence.is(end, ",")
}

/// Whether a date stands right behind the place where somebody goes: "will visit *Fiji* at the end of the month".
pub(super) fn dates_journey(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let between = act.mark.end.max(act.mark.tail)..date.start;
    let sign = |at: u32| sentence.token(at).shape == Shape::Punctuation && !sentence.is(at, "-");
    let place = |(mark, value): (packs::Mark, &Value)| Place::named(sentence.page.world(), value).map(|_| mark.end);
    act.trigger.kind == Kind::Visit
        && between.len() as u32 <= NAMED
        && !between.clone().any(sign)
        && sentence
            .within(Layer::Names, between)
            .filter_map(place)
            .next_back()
            .is_some_and(|end| end + BESIDE >= date.start)
}

/// "Met Minister X in Nairobi *in January*": whether only whom somebody met and where stands between an act and a date that
/// closes its clause.
pub(super) fn closes(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let between = act.mark.end.max(act.mark.tail)..date.start;
    let told = [Layer::Speech, Layer::Triggers, Layer::Topics, Layer::Occasions];
    let clause = [Link::That, Link::Who, Link::When, Link::If, Link::Infinitive, Link::After, Link::And];
    let plain = |at: u32| {
        sentence.token(at).shape != Shape::Punctuation && clause.iter().all(|&link| !sentence.is_link(at, link))
    };
    let ends = date.end >= sentence.tokens.end || sentence.token(date.end).shape == Shape::Punctuation;
    act.trigger.is_finite()
        && ends
        && !between.is_empty()
        && told.iter().all(|&layer| sentence.within(layer, between.clone()).next().is_none())
        && between.clone().all(plain)
}

/// "The last visit was *in April 2024, when* X attended the session", "*det var i april som* X besökte …": whether a date leads
/// the clause of an act.
pub(super) fn leads(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let fronted = date.start <= sentence.dateline_end() + FRONTED && sentence.language.subject_after_verb;
    let opens = |link: Link| (date.end..date.end + 2).find(|&at| sentence.is_link(at, link));
    let when = opens(Link::When).or_else(|| opens(Link::Who).filter(|_| fronted));
    when.is_some_and(|when| {
        let clause = when + 1..act.mark.start;
        let plain = |at: u32| sentence.token(at).shape != Shape::Punctuation;
        when < act.mark.start && clause.clone().all(plain) && sentence.within(Layer::Triggers, clause).next().is_none()
    })
}

/// Whether a date stands in what somebody is told to have said, behind the word that leads it.
pub(super) fn is_reported(act: &Act<'_>, date: &DateMatch) -> bool {
    let behind = act.mark.end.max(act.mark.tail)..date.start;
    act.sentence.has_link(behind, Link::That) && !of_saying(act, date)
}

/// Whether a date behind an act stands in a clause of time that begins behind the act: "said so *after having* met her on Friday".
pub(super) fn in_clause(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let link = |at: u32, link: Link| sentence.is_link(at, link);
    let opens = |at: u32| link(at, Link::When) || link(at, Link::After) && link(at + 1, Link::Infinitive);
    (act.mark.end..date.start).any(opens)
}

/// "Minister X, *who arrived on Thursday,* met …": whether an act is told in a clause that a comma ends before the next.
pub(super) fn interrupts(act: &Act<'_>) -> bool {
    let (sentence, behind) = (act.sentence, act.mark.end.max(act.mark.tail));
    let finite = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.is_finite());
    let mut acts = sentence.within(Layer::Triggers, behind..sentence.tokens.end).filter(|(_, value)| finite(value));
    let parted = |next: u32| (behind..next).any(|at| sentence.is(at, ","));
    act.relative && acts.next().is_some_and(|(next, _)| parted(next.start))
}

/// "Met Minister X *and on 6 May called on* President Y": whether "and" or a sign and a date lead the verb of the next act.
pub(super) fn of_next(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let sign = |at: u32| sentence.is(at, ";") || sentence.is(at, ",");
    let led = |at: u32| sign(at) || sentence.link(at, Link::And) == Some(date.start);
    let next = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.opens() && trigger.is_finite());
    date.start > act.mark.end.max(act.mark.tail)
        && led(date.start - 1)
        && (date.end..date.end + BESIDE).any(|at| sentence.at(Layer::Triggers, at).any(|(_, value)| next(value)))
}

/// Whether a clause about somebody that a comma ends before an act tells of a date.
pub(super) fn relates(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let parted = |tokens: Range<u32>| tokens.into_iter().any(|at| sentence.is(at, ","));
    let who = (sentence.dateline_end()..date.start).rev().find(|&at| sentence.is_link(at, Link::Who));
    let who = who.filter(|&who| who > sentence.tokens.start && sentence.is(who - 1, ","));
    who.is_some_and(|who| !act.relative && !parted(who..date.start) && parted(date.end..act.mark.start))
}

/// "Discussed trade in their talks, the ministry *said Monday*": whether a date behind an act is that on which it was told.
pub(super) fn of_saying(act: &Act<'_>, date: &DateMatch) -> bool {
    let before = act.sentence.within(Layer::Speech, act.mark.end..date.start).rev();
    let mut said = before.take_while(|(mark, _)| mark.end + 1 >= date.start);
    act.trigger.kind != Kind::Statement
        && said.any(|(_, value)| matches!(value, Value::Speech(speech) if speech.level == Some(Level::Report)))
}

/// Whether a date is led by a word that says that it is a paper's.
pub(crate) fn is_dated(sentence: &Sentence<'_>, date: &DateMatch) -> bool {
    let from = date.start.saturating_sub(DATED).max(sentence.tokens.start);
    sentence.has_link(from..date.start, Link::Dated)
}

/// Whether a date stands in brackets right behind what another act behind this one tells of.
pub(super) fn bracketed_behind(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let opens = |(_, value): (packs::Mark, &Value)| matches!(value, Value::Trigger(trigger) if trigger.opens() && trigger.is_finite());
    date.start > act.mark.end
        && sentence.is(date.start - 1, "(")
        && sentence.is(date.end, ")")
        && sentence.within(Layer::Triggers, act.mark.end.max(act.mark.tail)..date.start).any(opens)
}

/// "On 20 May, *when it learnt of the accident of 19 May*, the Government wrote": whether a date stands in a clause of time between
/// the first day of a sentence and an act.
pub(super) fn learnt_before(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let head = sentence.dateline_end();
    let when = |&at: &u32| sentence.is_link(at, Link::When);
    let Some(clause) = (head..date.start).rev().find(when).filter(|&clause| clause > head) else { return false };
    let opens = sentence.is(clause - 1, ",") && sentence.link(clause, Link::When) != Some(date.start);
    opens
        && (date.end..act.mark.start).any(|at| sentence.is(at, ","))
        && sentence.dates().iter().any(|first| first.start >= head && first.end < clause)
}

/// Whether a date before an act dates something else of which a phrase of its own tells: "on 7 May, in view of the attack
/// *of 5 May*, the Spokesperson said", "after the raid *on Friday*, the Minister said on Saturday".
pub(super) fn aside(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let head = sentence.dateline_end();
    let sign = |at: u32| sentence.token(at).shape == Shape::Punctuation && !sentence.is(at, "(");
    let apart = |stop| !(sentence.dateline_end() + 1..stop).contains(&act.mark.start);
    if behind_clause(sentence, date).is_some_and(apart) {
        return true;
    }
    if date.start <= head || date.end + 1 >= act.mark.start {
        return false;
    }
    let from = (head..date.start).rev().find(|&at| sign(at)).map_or(head, |at| at + 1);
    let first = sentence.dates().iter().find(|other| other.start >= head);
    let fronted = first.is_some_and(|first| first.start <= head + 1 && sentence.is(first.end, ","));
    // What somebody whom the sentence names did, or where a further part of it begins, is told of the act itself.
    let joined = from + 1 >= date.start || sentence.has_link(from..date.start, Link::And);
    let named = (from..date.start).any(|at| sentence.begins(at, Begins::OFFICE.or(Begins::HONORIFIC)));
    fronted && from > first.map_or(head, |first| first.start) && !joined && !named
}

/// Whether a date is of what came before: "after the raid *on Friday* near the border, the Minister said on Saturday".
pub(crate) fn earlier(sentence: &Sentence<'_>, date: &DateMatch) -> bool {
    behind_clause(sentence, date).is_some()
}

/// Where the clause ends that tells what came before, of which a date is.
fn behind_clause(sentence: &Sentence<'_>, date: &DateMatch) -> Option<u32> {
    let sign = |at: &u32| sentence.token(*at).shape == Shape::Punctuation;
    let mut before = (sentence.dateline_end()..date.start).rev().take_while(|at| !sign(at));
    let stop = (date.end..sentence.tokens.end).find(sign).filter(|&at| sentence.is(at, ","))?;
    before.any(|at| sentence.is_link(at, Link::After)).then_some(stop)
}
