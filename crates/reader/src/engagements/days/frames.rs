//! The days of an act whose sentence tells none: those of what was told before, of which it is a part.

use document::Shape;
use packs::{Kind, Layer, Link, Shape as Stands, Value};

use super::FRONTED;
use super::lasting::is_short;
use crate::acts::Act;
use crate::dates::Days;
use crate::drafts::{Draft, overlap};
use crate::page::Sentence;
use crate::places::{Place, named_at, place};
use crate::story::Story;

impl Story<'_, '_> {
    /// "Left today, concluding a visit of 16-19 April. *The same day* …": of several days the one on which something ended.
    pub(super) fn day_of(&self, days: Days) -> Days {
        let ended = self.spoken.ended.filter(|day| days.0 != days.1 && overlap(*day, days));
        ended.unwrap_or(days)
    }

    /// The days of the stay or the gathering of which "*on the second day*" tells: those spoken of, else of the last journey or
    /// gathering.
    pub(super) fn stay(&self) -> Option<Days> {
        let lasts = |draft: &&Draft| {
            matches!(draft.kind, Kind::Visit | Kind::Conference | Kind::Consultation) && !draft.background
        };
        let told = || self.drafts[self.recent()].iter().rev().filter(lasts).filter_map(|draft| draft.days);
        let day = |days: &Days| days.0.as_day().is_some();
        let spoken = self.spoken.context.filter(|days| is_short(*days));
        spoken.or_else(|| told().find(|days| is_short(*days))).or_else(|| told().find(day))
    }

    /// The days of a journey told before to the country where an act takes place, where the day spoken of is not among
    /// them: "travels on the 14th to Portugal and on the 15th to Ireland. In Lisbon …".
    pub(super) fn journey(&self, act: &Act<'_>) -> Option<(Days, &'static str)> {
        if act.trigger.kind == Kind::Visit {
            return None;
        }
        let country = place(act.sentence, act.sentence.tokens.clone(), &[Link::In])?.country?;
        let lead = self.lead?;
        let spoken = self.spoken.context.or_else(|| self.days_before(false).map(|(days, _)| days))?;
        let to = |draft: &&Draft| {
            draft.kind == Kind::Visit
                && !draft.background
                && draft.place.country == Some(country)
                && draft.people.contains(&lead)
        };
        let days = self.drafts[self.recent()].iter().rev().find(to)?.days?;
        (days.0.as_day().is_some() && !overlap(days, spoken)).then_some((days, "frame"))
    }

    /// The days of a gathering told before beside which an act at the head of a block was, where the day spoken of is not among
    /// them: "The day before, the two met. … *On the sidelines of the summit* he received Minister X".
    pub(super) fn gathering(&self, act: &Act<'_>) -> Option<(Days, &'static str)> {
        let sentence = act.sentence;
        let gathers = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Conference);
        let first = sentence.marks(Layer::Triggers).next().filter(|(mark, _)| mark.end < act.mark.start)?;
        if act.trigger.kind != Kind::Meeting || !gathers(first.1) || !sentence.heads_block() {
            return None;
        }
        let spoken = self.spoken.context.or_else(|| self.days_before(false).map(|(days, _)| days))?;
        let held = |draft: &&Draft| draft.kind == Kind::Conference;
        let days = self.drafts[self.recent()].iter().rev().find(held)?.days?;
        (days.0.as_day().is_some() && !overlap(days, spoken)).then_some((days, "frame"))
    }

    /// "The commission met on the 9th. Its experts had prepared the session on the 7th and 8th. *At the end of the session* both sides
    /// signed …": the day of what a sentence turns back to at its head, told in its paragraph or the one before.
    pub(super) fn resumed(&self, act: &Act<'_>) -> Option<(Days, &'static str)> {
        let sentence = act.sentence;
        let turns = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.shape == Stands::Anaphor && trigger.kind != Kind::Visit);
        let (mark, value) = sentence.marks(Layer::Triggers).next().filter(|(mark, _)| mark.end <= act.mark.start)?;
        let draft = &self.drafts[self.current?];
        let Value::Trigger(session) = value else { return None };
        let told = turns(value) && session.kind == draft.kind && mark.start <= sentence.dateline_end() + FRONTED;
        let before = draft.block + 1 >= sentence.block_index && draft.evidence.start < sentence.tokens.start;
        let day = draft.days.filter(|days| days.0 == days.1 && days.0.as_day().is_some());
        let days = day.filter(|_| told && before && act.trigger.kind == Kind::Signing && !draft.background)?;
        Some((days, "opening"))
    }

    /// All days of the journey that leads the sentence of an act: "*During his visit*, the Minister also called on Speaker X" says
    /// on none of them that it was.
    pub(super) fn on_journey(&self, act: &Act<'_>) -> Option<(Days, &'static str)> {
        let sentence = act.sentence;
        let journey = |value: &Value| matches!(value, Value::Trigger(journey) if journey.kind == Kind::Visit && !journey.is_finite() && !journey.background);
        let first = sentence.marks(Layer::Triggers).next().filter(|(mark, _)| mark.end < act.mark.start);
        let fronted = first.filter(|(mark, value)| journey(value) && mark.start <= sentence.dateline_end() + FRONTED);
        // "Also met Premier Y *during his stay*": at the end of its sentence.
        let closing = || {
            let last = sentence.marks(Layer::Triggers).next_back().filter(|(mark, _)| mark.start >= act.mark.end);
            last.filter(|(mark, value)| journey(value) && closes_sentence(sentence, mark.end))
        };
        let (mark, _) = fronted.or_else(closing).filter(|_| act.trigger.kind != Kind::Visit)?;
        let country = named_at(sentence, mark.end).and_then(|place| place.country);
        let told = |draft: &&Draft| {
            draft.kind == Kind::Visit
                && !draft.background
                && country.is_none_or(|country| draft.place.country == Some(country))
        };
        let days = self.drafts[self.recent()].iter().rev().find(told)?.days?;
        is_short(days).then_some((days, "frame"))
    }
}

/// Whether nothing but a place stands between a token and the end of its sentence.
fn closes_sentence(sentence: &Sentence<'_>, at: u32) -> bool {
    let place = |(mark, value): (packs::Mark, &Value)| Place::named(sentence.page.world(), value).map(|_| mark.end);
    let end = sentence.at(Layer::Names, at).filter_map(place).max().unwrap_or(at);
    (end..sentence.tokens.end).all(|at| sentence.token(at).shape == Shape::Punctuation)
}
