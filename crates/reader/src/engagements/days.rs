//! When an act was: by its own words, by those before, by the story.

use std::ops::Range;

use document::Shape;
use jiff::ToSpan as _;
use jiff::civil::Date;
use packs::{DateMatch, Kind, Layer, Level, Link, NumberKind, Occasion, Shape as Stands, Value, When};

use crate::acts::Act;
use crate::begins::Begins;
use crate::dates::Days;
use crate::drafts::{Draft, overlap};
use crate::mentions::{Mention, Who};
use crate::occasions::framed;
use crate::page::Sentence;
use crate::places::{Place, named_at, place};
use crate::scene::Side;
use crate::story::Story;

/// So many tokens before a date a word may stand that says that it is a paper's.
const DATED: u32 = 2;
/// How many words may stand between an act and the month or year that dates it.
const BESIDE: u32 = 2;
/// How many tokens before a verb or a noun, and behind a noun, a word may stand that says that it is still to come.
const NEAR: u32 = 4;
const NAMED: u32 = 12;
/// Within so many tokens before an act stands how long it lasts, or that it ends; right before a date, that it begins.
const LASTING: u32 = 6;
const BEGINNING: u32 = 2;
/// Within so many tokens behind the head of a sentence a date stands that "it was" leads.
const FRONTED: u32 = 2;
/// A bracket opens at most so many tokens before a date that it holds, and so many behind the day of which that is another count.
const RESTATED: u32 = 8;
const BESIDE_BRACKET: u32 = 4;
/// What lasts goes on for so many days at most.
const LONGEST: i32 = 14;

impl Story<'_, '_> {
    /// The days that stand beside an act in figures or by name, not by reference.
    pub(super) fn own_days(&self, act: &Act<'_>) -> Option<Days> {
        let span = act.left.start..act.right.end;
        let dates = act
            .sentence
            .dates()
            .iter()
            .filter(|date| span.contains(&date.start) && !matches!(date.when, When::Context(_)));
        dates
            .filter_map(|date| self.clock.resolve(date, self.spoken.context, ahead(act)))
            .find(|days| days.0.as_day().is_some())
    }

    /// "Leaves tonight on a tour that will take her to *Peru (2-3 May)* and Chile (4 May)": the days in brackets where a leg goes.
    pub(super) fn days_in_brackets(&self, leg: &Act<'_>) -> Option<Days> {
        let mut dates = leg.sentence.dates().iter().filter(|date| leg.right.contains(&date.start));
        let date = dates.find(|date| leg.sentence.is(date.start - 1, "("))?;
        self.clock.resolve(date, self.spoken.context, ahead(leg))
    }

    /// The days of an act: by its own words, else by those before in the block.
    pub(crate) fn days(&mut self, act: &Act<'_>) -> Option<(Days, &'static str)> {
        let dateline = act.sentence.dateline_end();
        let dates = act.sentence.dates();
        let span = act.left.start.max(dateline)..act.right.end;
        // Those of its own clause first, then the others of the sentence, then the dateline's.
        let rank = |date: &DateMatch| {
            let whole = date.parts.day[0].is_none() && date.parts.weekday.is_none() && matches!(date.when, When::Parts);
            let reach = match () {
                () if span.contains(&date.start) => 0,
                () if date.start < dateline => 3,
                () if date.start < act.mark.start => 1,
                () => 2,
            };
            // A day says more than its week, or than how many weeks before or after it was.
            let week = matches!(date.when, When::Week(_))
                || matches!(date.when, When::Context(days) if days % 7 == 0 && days != 0);
            // "This morning he went on to Peru, where he is due to meet Minister X *tomorrow*".
            let before = act.trigger.is_finite() && date.start < act.mark.start && ahead(act);
            // "Will call on the Speaker on Monday; *from 3 to 5 May* visits Peru": a semicolon parts them.
            let words = date.end.min(act.mark.start)..date.start.max(act.mark.end);
            let parted = words.into_iter().any(|at| act.sentence.is(at, ";"));
            // "On 5 May (*6 May in Hanoi*)", "on a visit (*3-5 May*)".
            let other = restates(act.sentence, date) || self.of_journey(act, date) || of_journey_before(act, date);
            let other = other || learnt_before(act, date) || begins_what_ends(act, date);
            (other, reach, whole, week, parted, aside(act, date), before, date.start.abs_diff(act.mark.start))
        };
        let mut ranked: Vec<&DateMatch> =
            dates.iter().filter(|date| (rank(date).1 < 2 || !act.trigger.background) && !of_paper(act, date)).collect();
        ranked.sort_by_key(|date| rank(date));
        let told = self.clock.day().is_some();
        let dated = told || self.days_before(false).is_some_and(|(days, _)| days.0.as_day().is_some());
        let found = ranked.into_iter().find_map(|date| {
            let (_, reach, whole, ..) = rank(date);
            // A year alone dates what is signed or reviewed, seldom the act.
            let year = whole && date.parts.month[0].is_none() && !act.trigger.background;
            // A month or a year that does not stand beside the act dates what is spoken of.
            let beside =
                act.mark.start.abs_diff(date.end).min(act.mark.end.max(act.mark.tail).abs_diff(date.start)) <= BESIDE;
            // "Reser *i november* till Chile".
            let beside = beside || (act.mark.end..act.mark.tail).contains(&date.start);
            let beside = beside || closes(act, date) || leads(act, date);
            // "Last month, Minister X received …".
            let fronted = date.start <= dateline.max(act.sentence.tokens.start);
            let month =
                matches!(date.when, When::Month(_)) || (date.parts.month[0].is_some() && date.parts.day[0].is_none());
            let beside = beside || (fronted && month);
            // "Will visit Fiji at the end of the month": behind where somebody goes.
            let beside = beside || (reach == 0 && dates_journey(act, date));
            // "The next round will be held in Bergen *in May 2026*": and behind where something is to be held.
            let held = |at: u32| act.sentence.token(at).shape != Shape::Punctuation;
            let beside = beside
                || (act.trigger.shape == Stands::Noun
                    && ahead(act)
                    && date.start >= act.mark.end
                    && date.start - act.mark.end <= NEAR + BESIDE
                    && (act.mark.end..date.start).all(held));
            let coarse = date.parts.day[0].is_none()
                && (whole || matches!(date.when, When::Month(_) | When::Year(_)))
                && !act.trigger.background;
            // "… to mark the anniversary in 2026", behind an act of a story that has its days.
            let year = year && (told || (dated && date.start > act.mark.start));
            // "…, and is expected to meet Y tomorrow", "prepared the summit *to be held on 12 September*": the day of what is
            // still to come.
            let behind = reach == 2 || reach == 0 && act.trigger.is_finite() && act.trigger.kind != Kind::Visit;
            let later = behind && !ahead(act) && act.sentence.has_link(act.mark.end..date.start, Link::Ahead);
            // "Signed the decree and asked that the mission open *by* 1 September": a term that is set.
            let term = told && date.start > act.mark.start && act.sentence.is_link(date.start - 1, Link::By);
            let cause = (told && (dates_cause(act, date) || dates_matter(act, date))) || of_occasion(act, date);
            // "Says in an interview that she met Minister Y *when* he came *on Tuesday*".
            let clause = told && reach == 2 && act.trigger.kind == Kind::Statement && in_clause(act, date);
            // "Wrote that he had spoken with both, and asked them to keep to *the accord of 26 October*": what is said has its own.
            let reported = told && act.trigger.kind == Kind::Statement && is_reported(act, date);
            // "Held talks with Minister X, called on President Y (*24 June*)": of whom another act tells.
            let another = (told || dated) && bracketed_behind(act, date);
            // "Minister X, *who arrived on Thursday*, met …": the day of what the clause tells.
            let relative = told && reach == 1 && relates(act, date);
            let other = cause || clause || term || reported || another || relative || of_next(act, date);
            if other || (reach == 2 && whole) || year || (coarse && !beside && told) || later {
                return None;
            }
            let context = matches!(date.when, When::Context(_));
            // "The day before they met and signed …": both acts count from the day spoken of before the sentence.
            let first = dates.iter().all(|other| other.start >= date.start);
            let before = match date.when {
                When::Context(0) => {
                    let spoken = self.spoken.context.or_else(|| self.days_before(false).map(|(days, _)| days));
                    spoken.map(|days| self.day_of(days))
                }
                When::Context(_) if first => self.spoken.before.map(|days| self.day_of(days)),
                When::Stay(_) => self.stay(),
                // "On Friday", where the page tells no day: from the one last told of.
                _ if !told => self.spoken.context.or_else(|| self.days_before(false).map(|(days, _)| days)),
                _ => self.spoken.context,
            };
            let days = self.clock.resolve(date, before, ahead_on(act, date))?;
            // "The Premier's day in Vientiane on *11 October*", above a dateline of the day after.
            let days = self.spoken.titled.filter(|_| reach == 3 && days.0 == days.1).unwrap_or(days);
            // "Met Minister X, who conveyed an invitation to the forum on 13 May": of what is past none is to come.
            let past = act.trigger.is_finite() && act.trigger.kind != Kind::Visit && !ahead(act);
            if reach == 2 && past && self.clock.day().is_some_and(|today| days.0.first_day() > today) {
                return None;
            }
            // "*Yesterday* Minister X said that President Y will visit": nor of what is to come any that is past.
            let will = act.trigger.is_finite() && !act.trigger.future && ahead(act);
            if reach == 1 && will && self.clock.day().is_some_and(|today| days.1.last_day() < today) {
                return None;
            }
            let basis = match () {
                () if context => "same-day",
                () if of_saying(act, date) => "page",
                () => "sentence",
            };
            Some((days, basis))
        });
        // "Concluding a mission of three days, the High Commissioner warned …": today.
        let journey = act.trigger.kind == Kind::Visit;
        let today =
            || self.clock.day().filter(|_| journey && ends(act)).map(|day| ((day.into(), day.into()), "sentence"));
        if let Some((days, basis)) = found.or_else(today) {
            let whole = self.lasting(act, days);
            if ends(act) && days.0 == days.1 {
                self.spoken.ended = Some(days);
            }
            if !(told && interrupts(act)) {
                self.note_days(if ends(act) { whole } else { days });
            }
            return Some((whole, basis));
        }
        if act.trigger.background {
            return None;
        }
        let story = self.journey(act).or_else(|| self.gathering(act)).or_else(|| self.on_journey(act));
        let story = story.or_else(|| self.resumed(act));
        let opening = || self.spoken.context.map(|days| (days, "opening"));
        let (days, basis) = story.or_else(opening)?;
        Some((self.lasting_from(act, days), basis))
    }

    /// "Left today, concluding a visit of 16-19 April. *The same day* …": of several days the one on which something ended.
    fn day_of(&self, days: Days) -> Days {
        let ended = self.spoken.ended.filter(|day| days.0 != days.1 && overlap(*day, days));
        ended.unwrap_or(days)
    }

    /// The days of the stay or the gathering of which "*on the second day*" tells: those spoken of, else of the last journey or
    /// gathering.
    fn stay(&self) -> Option<Days> {
        let lasts = |draft: &&Draft| {
            matches!(draft.kind, Kind::Visit | Kind::Conference | Kind::Consultation) && !draft.background
        };
        let told = || self.drafts[self.recent()].iter().rev().filter(lasts).filter_map(|draft| draft.days);
        let day = |days: &Days| days.0.as_day().is_some();
        let spoken = self.spoken.context.filter(|days| is_short(*days));
        spoken.or_else(|| told().find(|days| is_short(*days))).or_else(|| told().find(day))
    }

    /// All days of a journey of which another sentence tells the first, where it is told as past or present.
    pub(super) fn lasting_from(&self, act: &Act<'_>, days: Days) -> Days {
        if act.trigger.is_finite() && !ahead(act) { self.lasting(act, days) } else { days }
    }

    /// All days of a journey or a gathering of which the first or the last is told: "arrived on Monday for a *three-day
    /// visit*", "*wrapped up* a two-day visit today", "today concluded his visit, which *began* on 10 June".
    fn lasting(&self, act: &Act<'_>, days: Days) -> Days {
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

    /// The days of a journey told before to the country where an act takes place, where the day spoken of is not among
    /// them: "travels on the 14th to Portugal and on the 15th to Ireland. In Lisbon …".
    fn journey(&self, act: &Act<'_>) -> Option<(Days, &'static str)> {
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
    fn gathering(&self, act: &Act<'_>) -> Option<(Days, &'static str)> {
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
    fn resumed(&self, act: &Act<'_>) -> Option<(Days, &'static str)> {
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

    /// "10 June – During his visit to Fiji (*9-11 June*), the Minister held talks": whether days in brackets right behind a journey
    /// that leads a sentence are those of the journey alone, and another date tells when an act of it was.
    fn of_journey(&self, act: &Act<'_>, date: &DateMatch) -> bool {
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

    /// All days of the journey that leads the sentence of an act: "*During his visit*, the Minister also called on Speaker X" says
    /// on none of them that it was.
    fn on_journey(&self, act: &Act<'_>) -> Option<(Days, &'static str)> {
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

    /// Remembers the day spoken of.
    pub(crate) fn note_days(&mut self, days: Days) {
        // What lasts several days does not say on which of them the rest happens.
        let lasts = |day: Days| day.0 == day.1 && days.0 != days.1 && overlap(day, days);
        if days.0 == days.1 && days.0.as_day().is_some() {
            self.spoken.last = Some(days);
        }
        if days.0.as_day().is_some() && !self.spoken.context.is_some_and(lasts) {
            self.spoken.context = Some(days);
            self.spoken.opening = self.spoken.opening.or(self.spoken.context);
        }
    }

    /// The days of an engagement that says none of its own: those of the one before it, else the page's.
    pub(crate) fn days_before(&self, background: bool) -> Option<(Days, &'static str)> {
        self.days_of_story(background, false)
    }

    /// The same; of what is past, none of what is still to come.
    pub(super) fn days_of_story(&self, background: bool, past: bool) -> Option<(Days, &'static str)> {
        if background {
            return None;
        }
        let today = self.clock.day().filter(|_| past);
        let to_come = |days: &Days| today.is_some_and(|today| days.0.first_day() > today);
        let before = self
            .current
            .map(|current| &self.drafts[current])
            .into_iter()
            .chain(self.drafts[self.recent()].iter().rev());
        let mut told = before
            .filter(|draft| !draft.background && draft.days_basis != Some("page"))
            .filter(|draft| draft.block == self.block || !(past && draft.to_come))
            .filter(|draft| draft.block == self.block || !draft.days.as_ref().is_some_and(to_come))
            // "Met President X today. The evening before he had met Minister Y.", in the paragraph above: what is told behind it
            // goes on from today.
            .filter(|draft| draft.block == self.block || !self.goes_back(draft))
            // "He was in Helsinki in December", further above: a month dates nothing that is told behind it.
            .filter(|draft| draft.block == self.block || draft.days.is_none_or(|days| days.0.as_day().is_some()))
            .filter_map(|draft| draft.days)
            .chain(self.spoken.opening);
        // Of a visit of several days the day on which something else was, or of which a sentence spoke, is nearer.
        // "During the visit both sides signed a treaty. The President *also* met Speaker X": on some day of it.
        let framed = |draft: &Draft| {
            draft.block == self.block && draft.days_basis == Some("frame") && draft.days.is_some_and(is_short)
        };
        let framed = self.current.map(|current| &self.drafts[current]).filter(|draft| framed(draft));
        let framed = framed.and_then(|draft| draft.days);
        let told = told.next().map(|last| {
            if framed == Some(last) {
                return last;
            }
            let within = |day: &Days| day.0 == day.1 && day.0.as_day().is_some() && overlap(*day, last);
            let spoken = self.spoken.last.filter(within);
            if last.0 == last.1 { last } else { told.find(within).or(spoken).unwrap_or(last) }
        });
        let page = || self.spoken.titled.or_else(|| self.clock.day().map(|day| (day.into(), day.into())));
        let page = || page().map(|days| (days, if self.spoken.titled.is_some() { "opening" } else { "page" }));
        told.map(|days| (days, "opening")).or_else(page)
    }
}

impl Story<'_, '_> {
    /// Whether an engagement was on a day before that of one told above it in its paragraph.
    fn goes_back(&self, draft: &Draft) -> bool {
        let day = |draft: &Draft| draft.days.filter(|days| days.0 == days.1).and_then(|days| days.0.as_day());
        let Some(own) = day(draft) else { return false };
        let above = |other: &&Draft| {
            other.block == draft.block && other.evidence.start < draft.evidence.start && !other.background
        };
        self.drafts[self.recent()].iter().find(above).and_then(day).is_some_and(|first| first > own)
    }
}

/// "In accordance with Decree 98 *dated 31 December*, the Ministry holds …": whether a date is that of a paper spoken of before
/// an act, not issued by it.
fn of_paper(act: &Act<'_>, date: &DateMatch) -> bool {
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
fn dates_cause(act: &Act<'_>, date: &DateMatch) -> bool {
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
fn of_journey_before(act: &Act<'_>, date: &DateMatch) -> bool {
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
fn dates_matter(act: &Act<'_>, date: &DateMatch) -> bool {
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
fn of_occasion(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let Some(frame) = framed(sentence).filter(|frame| frame.end <= date.start && date.end < act.mark.start) else {
        return false;
    };
    let head = sentence.dateline_end();
    let gathers =
        |value: &Value| matches!(value, Value::Occasion(Occasion::Head | Occasion::Document | Occasion::Series(_)));
    // But "Nhân dịp nhậm chức, *ngày 1/8*, Đại sứ …".
    let bare = sentence.is(date.start - 1, "(") || sentence.token(date.start).shape != Shape::Lower;
    let beside = bare && (frame.end..date.start).all(|at| matches!(sentence.word(at), "(" | ","));
    let told = sentence.within(Layer::Triggers, head..date.start).next().is_some()
        || sentence.within(Layer::Occasions, frame.clone()).any(|(_, value)| gathers(value));
    let fronted = sentence.at(Layer::Occasions, head).any(|(mark, _)| mark.end == frame.start);
    // "National Day (*1 August*), …".
    let end = if sentence.is(date.end, ")") { date.end + 1 } else { date.end };
    fronted && beside && !told && matches!(date.when, When::Parts) && sentence.is(end, ",")
}

/// Whether nothing but a place stands between a token and the end of its sentence.
fn closes_sentence(sentence: &Sentence<'_>, at: u32) -> bool {
    let place = |(mark, value): (packs::Mark, &Value)| Place::named(sentence.page.world(), value).map(|_| mark.end);
    let end = sentence.at(Layer::Names, at).filter_map(place).max().unwrap_or(at);
    (end..sentence.tokens.end).all(|at| sentence.token(at).shape == Shape::Punctuation)
}

/// Whether a date stands right behind the place where somebody goes: "will visit *Fiji* at the end of the month".
fn dates_journey(act: &Act<'_>, date: &DateMatch) -> bool {
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
fn closes(act: &Act<'_>, date: &DateMatch) -> bool {
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
fn leads(act: &Act<'_>, date: &DateMatch) -> bool {
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
fn is_reported(act: &Act<'_>, date: &DateMatch) -> bool {
    let behind = act.mark.end.max(act.mark.tail)..date.start;
    act.sentence.has_link(behind, Link::That) && !of_saying(act, date)
}

/// Whether a date behind an act stands in a clause of time that begins behind the act: "said so *after having* met her on Friday".
fn in_clause(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let link = |at: u32, link: Link| sentence.is_link(at, link);
    let opens = |at: u32| link(at, Link::When) || link(at, Link::After) && link(at + 1, Link::Infinitive);
    (act.mark.end..date.start).any(opens)
}

/// "Minister X, *who arrived on Thursday,* met …": whether an act is told in a clause that a comma ends before the next.
fn interrupts(act: &Act<'_>) -> bool {
    let (sentence, behind) = (act.sentence, act.mark.end.max(act.mark.tail));
    let finite = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.is_finite());
    let mut acts = sentence.within(Layer::Triggers, behind..sentence.tokens.end).filter(|(_, value)| finite(value));
    let parted = |next: u32| (behind..next).any(|at| sentence.is(at, ","));
    act.relative && acts.next().is_some_and(|(next, _)| parted(next.start))
}

/// "Met Minister X *and on 6 May called on* President Y": whether "and" or a sign and a date lead the verb of the next act.
fn of_next(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let sign = |at: u32| sentence.is(at, ";") || sentence.is(at, ",");
    let led = |at: u32| sign(at) || sentence.link(at, Link::And) == Some(date.start);
    let next = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.opens() && trigger.is_finite());
    date.start > act.mark.end.max(act.mark.tail)
        && led(date.start - 1)
        && (date.end..date.end + BESIDE).any(|at| sentence.at(Layer::Triggers, at).any(|(_, value)| next(value)))
}

/// Whether a clause about somebody that a comma ends before an act tells of a date.
fn relates(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let parted = |tokens: Range<u32>| tokens.into_iter().any(|at| sentence.is(at, ","));
    let who = (sentence.dateline_end()..date.start).rev().find(|&at| sentence.is_link(at, Link::Who));
    let who = who.filter(|&who| who > sentence.tokens.start && sentence.is(who - 1, ","));
    who.is_some_and(|who| !act.relative && !parted(who..date.start) && parted(date.end..act.mark.start))
}

/// "Discussed trade in their talks, the ministry *said Monday*": whether a date behind an act is that on which it was told.
fn of_saying(act: &Act<'_>, date: &DateMatch) -> bool {
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
fn begins_what_ends(act: &Act<'_>, date: &DateMatch) -> bool {
    let from = act.sentence.is_link(date.start, Link::From);
    from && date.start >= act.mark.end && date.parts.day[1].is_none() && ends(act)
}

/// Whether an act is told to end: "*wraps up* a visit to", "at the *end of* his visit to".
fn ends(act: &Act<'_>) -> bool {
    lasts(act) && act.sentence.has_link(near(act), Link::Ends)
}

/// Whether some days are two or more, but not many.
fn is_short((first, last): Days) -> bool {
    let days = first.as_day().zip(last.as_day()).and_then(|(first, last)| first.until(last).ok());
    days.is_some_and(|days| (1..LONGEST).contains(&days.get_days()))
}

/// Whether a date stands in brackets right behind what another act behind this one tells of.
fn bracketed_behind(act: &Act<'_>, date: &DateMatch) -> bool {
    let sentence = act.sentence;
    let opens = |(_, value): (packs::Mark, &Value)| matches!(value, Value::Trigger(trigger) if trigger.opens() && trigger.is_finite());
    date.start > act.mark.end
        && sentence.is(date.start - 1, "(")
        && sentence.is(date.end, ")")
        && sentence.within(Layer::Triggers, act.mark.end.max(act.mark.tail)..date.start).any(opens)
}

/// Whether what an act tells of a date is still to come: where no phrase opens the act, by the words between commas around
/// the date.
fn ahead_on(act: &Act<'_>, date: &DateMatch) -> bool {
    if act.mark.end > act.mark.start {
        return ahead(act);
    }
    let sentence = act.sentence;
    let comma = |at: &u32| sentence.is(*at, ",");
    let before = (act.right.start..date.start).rev().take_while(|at| !comma(at)).take(NAMED as usize);
    let behind = (date.end..act.right.end).take_while(|at| !comma(at)).take(NEAR as usize);
    before.chain(behind).any(|at| sentence.is_link(at, Link::Ahead))
}

/// "On 20 May, *when it learnt of the accident of 19 May*, the Government wrote": whether a date stands in a clause of time between
/// the first day of a sentence and an act.
fn learnt_before(act: &Act<'_>, date: &DateMatch) -> bool {
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
fn aside(act: &Act<'_>, date: &DateMatch) -> bool {
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

/// The day behind one of those met, each of whom has one: "called on President X (*on 5 November*) and Premier Y (*6 November*)",
/// "meets Chancellor X *on Sunday* and Minister Y *on Monday*".
pub(super) fn day_of_one<'s>(act: &Act<'s>, mentions: &[Mention], met: &Side) -> Option<&'s DateMatch> {
    let [person] = met.people.as_slice() else { return None };
    let of = |mention: &&Mention| act.right.contains(&mention.tokens.start) && mention.who == Who::Person(*person);
    let end = mentions.iter().find(of)?.tokens.end;
    let sentence = act.sentence;
    let small = |at: u32| sentence.is(at, ",") || sentence.begins(at, Begins::layer(Layer::Links));
    let behind = |date: &&DateMatch| {
        let bracket = sentence.is(end, "(") && date.start == end + 1 && sentence.is(date.end, ")");
        bracket || (end..=end + BESIDE).contains(&date.start) && (end..date.start).all(small)
    };
    let several = sentence.dates().iter().filter(|date| act.right.contains(&date.start)).count() > 1;
    let date = sentence.dates().iter().find(behind)?;
    (several || sentence.is(end, "(")).then_some(date)
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

/// Whether an act is still to come: by the phrase that opens it, or by a small word beside that.
pub(super) fn ahead(act: &Act<'_>) -> bool {
    // "The 19th session of the Joint Committee *will* take place": behind a noun stands all that names it.
    let behind = if matches!(act.trigger.shape, Stands::Noun | Stands::Anaphor) { NAMED } else { 0 };
    let until = (act.mark.end + behind).min(act.right.end + u32::from(behind > 0));
    let near = act.mark.start.saturating_sub(NEAR).max(act.left.start)..until.min(act.sentence.tokens.end);
    act.trigger.future || act.sentence.has_link(near, Link::Ahead)
}

#[cfg(test)]
mod tests {
    use crate::fixtures::{phrases, read};

    /// Kind, first and last day of all that a text tells of.
    fn told(text: &str) -> Vec<String> {
        let day = |day: Option<document::PartialDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let line = |told: crate::reading::Engagement| format!("{} {}..{}", told.kind, day(told.start), day(told.end));
        read(phrases(), "en", text).engagements.into_iter().map(line).collect()
    }

    #[test]
    fn how_long_a_journey_lasts_tells_its_other_days() {
        let check = |sentence: &str, expected: &str| {
            let text = format!("LIMA, 14 May 2025\n\nForeign Minister Kofi Mensah of Ghana {sentence}.\n");
            assert_eq!(told(&text), [expected], "{sentence}");
        };
        check("arrived in Peru on Monday for a three-day visit", "visit 2025-05-12..2025-05-14");
        check("today concluded a two-day visit to Peru", "visit 2025-05-13..2025-05-14");
        check("today concluded his visit to Peru, which began on 9 May", "visit 2025-05-09..2025-05-14");
        check("wraps up tomorrow a visit to Peru (10-15 May)", "visit 2025-05-10..2025-05-15");
        check("is paying a visit to Peru today", "visit 2025-05-14..2025-05-14");
    }

    #[test]
    fn a_day_that_is_spoken_of_is_not_that_of_the_act() {
        let check = |sentence: &str, expected: &str| {
            let text = format!("LIMA, 14 May 2025\n\nForeign Minister Rosa Quispe of Peru {sentence}.\n");
            assert_eq!(told(&text).first().map(String::as_str), Some(expected), "{sentence}");
        };
        check(
            "received Foreign Minister Kofi Mensah of Ghana, who invited her to a forum on 20 June",
            "meeting 2025-05-14..2025-05-14",
        );
        check(
            "met Foreign Minister Kofi Mensah of Ghana to have the bridge open by 20 May",
            "meeting 2025-05-14..2025-05-14",
        );
        check("had met Foreign Minister Kofi Mensah of Ghana the evening before", "meeting 2025-05-13..2025-05-13");
    }
}
