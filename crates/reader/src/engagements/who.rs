//! Who takes part in an act.

mod apart;
mod taking_part;
mod told;

use std::ops::Range;

use document::Shape;
use packs::{DateMatch, Form, Kind, Layer, Link, Party, Reference, Shape as Stands, Value};

use crate::acts::{Act, told_of};
use crate::begins::Begins;
use crate::claims::behind_quote;
use crate::mentions::{Mention, Who};
use crate::places::named_at;
use crate::scene::{Side, follows_verb, led, side};
use crate::sides::inverted;
use crate::story::Story;

/// How many tokens, such as the hour, may stand before an act that heads a line of a list.
const HEAD: u32 = 5;
/// What states do with each other that may be told of their capitals; at a conference or an event these are the place.
const BETWEEN_STATES: [Kind; 5] = [Kind::Meeting, Kind::Call, Kind::Consultation, Kind::Message, Kind::Signing];

/// Those before an act and behind it.
struct Beside {
    before: Side,
    after: Side,
    /// Whether who acts stands behind, as the language allows.
    inverts: bool,
}

impl Story<'_, '_> {
    /// Subject and object of an act.
    pub(crate) fn sides(&self, act: &Act<'_>, mentions: &[Mention], inherited: Option<&Side>) -> (Side, Side) {
        let sentence = act.sentence;
        let part = |tokens| side(sentence, mentions, self.people, &self.focus, tokens);
        // "*Left* Kuwait *for a visit to* Algeria": of the countries of a journey that behind the gap.
        let left = || {
            let party = |(_, value): (_, &Value)| matches!(value, Value::Party(_, Form::Name));
            sentence.within(Layer::Names, act.mark.end..act.mark.tail).any(party)
        };
        let gone = act.trigger.kind == Kind::Visit
            && act.mark.tail > 0
            && named_at(sentence, act.mark.tail).is_some_and(|to| to.city.is_none())
            && left();
        let from = if gone { act.mark.tail } else { act.right.start };
        // "“*We* want no conditions”, the Minister told reporters": what is quoted does not act.
        let quote = if act.trigger.kind == Kind::Statement { behind_quote(sentence, act.mark.start) } else { None };
        let left = quote.unwrap_or(act.left.start).max(act.left.start)..act.left.end;
        let (mut before, after) = (part(left), part(from..act.right.end.max(from)));
        if before.is_empty() && act.trigger.is_finite() && BETWEEN_STATES.contains(&act.trigger.kind) {
            before.parties = capitals(act);
        }
        if before.is_empty() && after.is_empty() && act.trigger.is_finite() {
            // "Efter mötet undertecknade *de* en handlingsplan", and "agreed on trade and signed a treaty".
            before = part(act.mark.start..act.mark.end);
            if before.is_empty() && inherited.is_none() {
                before = agreed(act, mentions).map(part).unwrap_or_default();
            }
        }
        if before.is_empty() && act.trigger.is_finite() && act.trigger.kind == Kind::Meeting {
            // "*The delegation* has met Speaker X", which the language might turn round.
            before = self.delegation(act, mentions).unwrap_or(before);
        }
        let travels = act.trigger.is_finite() && act.trigger.kind == Kind::Visit;
        let sent = if travels && before.is_empty() { self.sent(act, mentions) } else { None };
        let is_sent = sent.is_some();
        before = sent.unwrap_or(before);
        if before.is_empty() && act.trigger.kind == Kind::Meeting {
            // "Efter mötet med president X sade *president Y* …".
            before = speaks_behind(act, mentions).map(part).unwrap_or(before);
        }
        // "… and met the Minister": the subject of the verb before goes on.
        let attributed = attributed(act, mentions);
        let goes_on = before.is_empty()
            && !attributed
            && inherited.is_some_and(|subject| !subject.people.is_empty())
            && ((act.mark.start.saturating_sub(2)..act.mark.start)
                .any(|at| sentence.link(at, Link::And) == Some(act.mark.start))
                || listed(act)
                || purpose(act));
        // "The Ministry issued …": a body of which nothing says whose it is acts all the same.
        let body = mentions.iter().any(|mention| {
            act.left.contains(&mention.tokens.start)
                && matches!(mention.who, Who::Reference(Reference::Side, _))
                && !led(sentence, mention, act.left.start)
        });
        // Also where the words behind name somebody: "The government instructs Sida to …", "welcomes the decision of President X".
        let acts = match act.trigger.kind {
            Kind::Publication => after.people.is_empty(),
            Kind::Statement => !after.people.is_empty() && !sentence.language.subject_after_verb,
            _ => false,
        };
        if body && before.is_empty() && acts && act.trigger.is_finite() {
            before.parties.extend(self.people.home);
        }
        let inverts = sentence.language.subject_after_verb
            && !goes_on
            && !body
            && !is_sent
            && act.left.end <= act.mark.start
            && (before.is_empty() || attributed || follows_verb(sentence, mentions, &act.left, act.mark.end));
        let beside = Beside { before, after, inverts };
        let (mut subject, mut object) = self.turned(act, mentions, inherited, beside);
        if let Some(who) = act.relative.then(|| told_of(sentence, mentions, act.mark.start)).flatten() {
            // "President Murmu, who hosted a banquet": whom the clause is about.
            subject = side(sentence, mentions, self.people, &self.focus, who);
        }
        match act.trigger.kind {
            Kind::Visit => self.travel_alone(act, mentions, &mut subject, &mut object),
            Kind::Message => self.write_alone(act, mentions, &mut subject, &object),
            Kind::Event => self.honour(act, mentions, &mut subject, &mut object),
            _ => {}
        }
        if object.people.is_empty() && briefs(act) {
            object = Side::default();
        }
        self.known_sides(act, mentions, inherited, (subject, object))
    }

    /// Subject and object of an act by how its phrase stands to those before and behind it.
    fn turned(
        &self,
        act: &Act<'_>,
        mentions: &[Mention],
        inherited: Option<&Side>,
        Beside { before, after, inverts }: Beside,
    ) -> (Side, Side) {
        let sentence = act.sentence;
        let part = |tokens| side(sentence, mentions, self.people, &self.focus, tokens);
        match act.trigger.shape {
            Stands::Passive if act.mark.tail > 0 => {
                // "Togs presidenten emot av …": who receives stands behind the gap.
                let mut received = part(act.right.start..act.mark.tail);
                let receives = part(act.mark.tail..act.right.end);
                let guest = if before.is_empty() { inherited.cloned().unwrap_or_default() } else { before.clone() };
                if receives.is_empty() && !guest.is_empty() && !sentence.language.subject_after_verb {
                    // "Được Thủ tướng X tiếp", "… và sẽ được Thủ tướng X tiếp": in it.
                    (received, guest)
                } else {
                    received.merge(&before);
                    (receives, received)
                }
            }
            // "Arrived on Monday and was received by Queen X".
            Stands::Passive if before.is_empty() => (after, inherited.cloned().unwrap_or_default()),
            Stands::Passive => (after, before),
            Stands::Verb | Stands::Joint if inverts => {
                let (subject, mut object) = inverted(act, mentions, sentence, self, after);
                // Whom somebody met before a journey is no part of it.
                if act.trigger.kind != Kind::Visit {
                    object.merge(&before);
                }
                (subject, object)
            }
            _ => (before, after),
        }
    }
}

/// Whether an act stands at the head of its sentence, behind the day and the hour.
pub(super) fn heads_line(act: &Act<'_>) -> bool {
    let sentence = act.sentence;
    let dated = sentence.dates().first().filter(|date| date.start == sentence.tokens.start).map_or(0, |date| date.end);
    act.mark.start <= sentence.dateline_end().max(dated) + HEAD
}

/// "*Briefed his counterpart* on the talks with Oman": whether the words of an act themselves name whom it is done to, so that what
/// stands behind them is only spoken of.
fn briefs(act: &Act<'_>) -> bool {
    let told = |at: u32| act.sentence.reference(at).filter(|(_, end)| *end == act.mark.end);
    act.trigger.is_finite()
        && !act.sentence.is_link(act.mark.end, Link::Of)
        && (act.mark.start..act.mark.end)
            .any(|at| told(at).is_some_and(|(reference, _)| reference == Reference::Counterpart))
}

/// Whether "he" or "she" stands before an act, and nobody who is named.
pub(super) fn says_he(act: &Act<'_>, mentions: &[Mention]) -> bool {
    let before = || mentions.iter().filter(|mention| act.left.contains(&mention.tokens.start));
    let pronoun = |mention: &Mention| matches!(mention.who, Who::Reference(Reference::He | Reference::She, _));
    before().any(pronoun) && !before().any(|mention| matches!(mention.who, Who::Person(_)))
}

/// "*Bratislava and Skopje* signed a memorandum": the states for whose capitals an act is told, where they stand right before
/// its verb, or before a day and that, and no small word makes them its place.
fn capitals(act: &Act<'_>) -> Vec<Party> {
    let sentence = act.sentence;
    let world = sentence.page.world();
    let mut states = Vec::new();
    let mut from = act.mark.start;
    let cities = sentence.within(Layer::Names, act.left.clone()).rev();
    for (mark, value) in cities {
        let Value::City(city) = value else { break };
        let between = mark.end..from;
        let joined = between.len() == 1 && (sentence.is_link(mark.end, Link::And) || sentence.is(mark.end, ","));
        let dated = |date: &DateMatch| between.contains(&date.start) && date.end == between.end;
        let near = states.is_empty()
            && (between.len() <= 1 && !sentence.is(mark.end, ",") || sentence.dates().iter().any(dated));
        let placed = mark.start > sentence.tokens.start && sentence.begins(mark.start - 1, Begins::layer(Layer::Links));
        let capital = world.cities[usize::from(*city)].capital;
        let joins = mark.start > sentence.tokens.start && sentence.link(mark.start - 1, Link::And) == Some(mark.start);
        if !capital || !(joined || near) || placed && !joins {
            return Vec::new();
        }
        states.insert(0, world.country_of(*city));
        from = mark.start;
    }
    states
}

/// Who stands right behind the verb of speech that ends the words of an act at the head of a sentence, in a language where the
/// subject may: "After the talks with President X *said President Y*".
fn speaks_behind(act: &Act<'_>, mentions: &[Mention]) -> Option<Range<u32>> {
    let sentence = act.sentence;
    let fronted = act.mark.start <= sentence.dateline_end() + 1 && act.trigger.shape == Stands::Noun;
    let said = sentence.at(Layer::Speech, act.right.end).map(|(mark, _)| mark.end).max();
    let said = said.filter(|_| fronted && sentence.language.subject_after_verb)?;
    let speaker = mentions.iter().find(|mention| mention.tokens.start >= said && mention.tokens.start <= said + 1)?;
    matches!(speaker.who, Who::Person(_)).then(|| speaker.tokens.clone())
}

/// Who says something before "and" and a verb that nobody else is the subject of.
fn agreed(act: &Act<'_>, mentions: &[Mention]) -> Option<Range<u32>> {
    let sentence = act.sentence;
    let start = act.mark.start;
    let joined = (start.saturating_sub(2)..start).any(|at| sentence.link(at, Link::And) == Some(start));
    let (said, _) = sentence.within(Layer::Speech, sentence.dateline_end()..start).next().filter(|_| joined)?;
    let acts = |mention: &&Mention| {
        matches!(mention.who, Who::Person(_) | Who::Office(_) | Who::Reference(..)) && mention.tokens.end <= start
    };
    // Right behind the verb where the language allows, else before it.
    let behind = mentions.iter().filter(acts).find(|mention| (said.end..said.end + 2).contains(&mention.tokens.start));
    let before = mentions.iter().filter(acts).rfind(|mention| mention.tokens.end <= said.start);
    let inverts = sentence.language.subject_after_verb;
    behind.filter(|_| inverts).or(before).map(|mention| mention.tokens.clone())
}

/// "Travels to Ankara *to meet* the President": what somebody travels for.
fn purpose(act: &Act<'_>) -> bool {
    act.sentence.has_link(act.mark.start.saturating_sub(1)..act.mark.start + 1, Link::Infinitive)
}

/// "“We had good talks”, *said Minister X* afterwards": whether who speaks stands right behind the verb that ends a quote.
pub(super) fn attributed(act: &Act<'_>, mentions: &[Mention]) -> bool {
    let sentence = act.sentence;
    let before = act.mark.start.saturating_sub(1).max(sentence.tokens.start);
    let ends = before < act.mark.start && sentence.token(before).shape == Shape::Punctuation;
    let behind = |mention: &Mention| {
        (act.mark.start + 1..act.mark.start + 3).contains(&mention.tokens.start)
            && matches!(mention.who, Who::Person(_) | Who::Office(_))
    };
    act.trigger.kind == Kind::Statement && ends && mentions.iter().any(behind)
}

/// "… chaired the talks, met the Minister and laid a wreath": whether a comma right before a verb, or a semicolon, goes on with
/// the one before.
fn listed(act: &Act<'_>) -> bool {
    let sentence = act.sentence;
    let start = act.mark.start;
    // "Attended the plenary; *was* co-chair of …".
    let first = start.saturating_sub(1).max(sentence.tokens.start + 1);
    let begins = (first..start + 1).find(|&at| sentence.is(at - 1, ";"));
    if begins.is_some_and(|at| at == start || sentence.token(at).shape == Shape::Lower) {
        return true;
    }
    if !sentence.is(start.saturating_sub(1), ",") {
        return false;
    }
    let acts = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.is_finite());
    let mut before = sentence.within(Layer::Triggers, sentence.tokens.start..act.mark.start).rev();
    let Some((last, _)) = before.find(|(_, value)| acts(value)) else { return false };
    let clause = [Link::Who, Link::When, Link::After, Link::That];
    (last.end..act.mark.start).all(|at| clause.iter().all(|&link| !sentence.is_link(at, link)))
}
