//! How long a journey or a gathering lasts of which one day is told.

use std::ops::Range;

use document::Shape;
use jiff::ToSpan;
use jiff::civil::Date;
use packs::{DateMatch, Kind, Layer, Link, NumberKind, Value, When};

use super::ahead;
use crate::acts::Act;
use crate::dates::Days;
use crate::drafts::overlap;
use crate::story::Story;

/// Within so many tokens before an act stands how long it lasts, or that it ends; right before a date, that it begins.
const LASTING: u32 = 6;
const BEGINNING: u32 = 2;
/// What lasts goes on for so many days at most.
const LONGEST: i32 = 14;

impl Story<'_, '_> {
    /// All days of a journey of which another sentence tells the first, where it is told as past or present.
    pub(in crate::engagements) fn lasting_from(&self, act: &Act<'_>, days: Days) -> Days {
        if act.trigger.is_finite() && !ahead(act) { self.lasting(act, days) } else { days }
    }

    /// All days of a journey or a gathering of which the first or the last is told: "arrived on Monday for a *three-day
    /// visit*", "*wrapped up* a two-day visit today", "today concluded his visit, which *began* on 10 June".
    pub(super) fn lasting(&self, act: &Act<'_>, days: Days) -> Days {
        let Some(day) = days.0.as_day().filter(|_| lasts(act) && days.0 == days.1) else {
            return days;
        };
        // "Concludes tomorrow a visit to Fiji (26–29 March)".
        let own = act.sentence.dates().iter().filter(|date| (act.left.start..act.right.end).contains(&date.start));
        let mut own = own.filter_map(|date| self.clock.resolve(date, None, ahead(act)));
        if let Some(whole) = own.find(|whole| whole.0 != whole.1 && is_short(*whole) && overlap(*whole, days)) {
            return whole;
        }
        let long =
            act.sentence.within(Layer::Figures, near(act).start..named_again(act)).find_map(|(_, value)| match value {
                Value::Number(days, NumberKind::Days) => Some(*days as i32 - 1),
                _ => None,
            });
        let moved = |by: i32| day.checked_add(by.days()).ok();
        let (first, last) = match long {
            _ if ends(act) => (self.began(act, days).or_else(|| moved(-long?)), Some(day)),
            Some(long) if act.trigger.is_finite() => (Some(day), moved(long)),
            _ => (Some(day), self.until(act, days).filter(|last| *last > day)),
        };
        first.zip(last).map_or(days, |(first, last)| (first.into(), last.into()))
    }

    /// The day until which it lasts, where its sentence tells it: "a stay until the 28th".
    fn until(&self, act: &Act<'_>, days: Days) -> Option<Date> {
        let mut dates = act.sentence.dates().iter().filter(|date| date.start >= act.left.start);
        let date = dates.find(|date| date.when == When::Until)?;
        self.clock.until(date, days)?.as_day()
    }

    /// The day on which what ends began, where its sentence tells it.
    fn began(&self, act: &Act<'_>, end: Days) -> Option<Date> {
        let led = |at: u32| act.sentence.has_link(at.saturating_sub(BEGINNING)..at, Link::Begins);
        // "Concluding a visit *from 6 April*": behind the act.
        let from = |at: u32| at >= act.mark.end && act.sentence.is_link(at, Link::From);
        let dates = act.sentence.dates().iter().filter(|date| led(date.start) || from(date.start));
        let days = dates.filter_map(|date| self.clock.resolve(date, Some(end), false)?.0.as_day());
        days.into_iter().find(|day| is_short(((*day).into(), end.1)))
    }
}

/// Whether an act is of a kind that may go on for days.
fn lasts(act: &Act<'_>) -> bool {
    let kind = matches!(act.trigger.kind, Kind::Visit | Kind::Conference | Kind::Consultation);
    kind && !act.trigger.background
}

/// Where what belongs to an act ends, with the noun right behind by which it is named once more: "arrived in Praia on 2 May for
/// *a two-day visit to Cabo Verde*".
fn named_again(act: &Act<'_>) -> u32 {
    let end = act.right.end;
    let noun =
        |value: &Value| matches!(value, Value::Trigger(next) if next.kind == act.trigger.kind && !next.is_finite());
    let mut behind = act.sentence.within(Layer::Triggers, end..end + 2);
    behind.find(|(_, value)| noun(value)).map_or(end, |(mark, _)| mark.end)
}

/// The words right before an act, and those that open it.
fn near(act: &Act<'_>) -> Range<u32> {
    let before = act.mark.start.saturating_sub(LASTING).max(act.sentence.tokens.start)..act.mark.start;
    let sign = before.clone().rev().find(|&at| act.sentence.token(at).shape == Shape::Punctuation);
    sign.unwrap_or(before.start)..act.mark.tail.max(act.mark.end)
}

/// "Left today, concluding a visit *from 6 April*": whether a day behind an act that ends is that on which it began.
pub(super) fn begins_what_ends(act: &Act<'_>, date: &DateMatch) -> bool {
    let from = act.sentence.is_link(date.start, Link::From);
    from && date.start >= act.mark.end && date.parts.day[1].is_none() && ends(act)
}

/// Whether an act is told to end: "*wraps up* a visit to", "at the *end of* his visit to".
pub(super) fn ends(act: &Act<'_>) -> bool {
    lasts(act) && act.sentence.has_link(near(act), Link::Ends)
}

/// Whether some days are two or more, but not many.
pub(super) fn is_short((first, last): Days) -> bool {
    let days = first.as_day().zip(last.as_day()).and_then(|(first, last)| first.until(last).ok());
    days.is_some_and(|days| (1..LONGEST).contains(&days.get_days()))
}
