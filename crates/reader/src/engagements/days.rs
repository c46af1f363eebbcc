//! When an act was: by its own words, by those before, by the story.

use packs::{Kind, Link, Shape as Stands};

use crate::acts::Act;
use crate::dates::Days;
use crate::drafts::{Draft, overlap};
use crate::places::place;
use crate::story::Story;

/// How many words may stand between an act and the month or year that dates it.
const BESIDE: u32 = 2;
/// How many tokens before a verb or a noun, and behind a noun, a word may stand that says that it is still to come.
const NEAR: u32 = 4;
const NAMED: u32 = 12;

impl Story<'_, '_> {
    /// The days that stand beside an act in figures or by name, not by reference.
    pub(super) fn own_days(&self, act: &Act<'_>) -> Option<Days> {
        let span = act.left.start..act.right.end;
        let dates = act
            .sentence
            .dates()
            .iter()
            .filter(|date| span.contains(&date.start) && !matches!(date.when, packs::When::Context(_)));
        dates
            .filter_map(|date| self.clock.resolve(date, self.context, ahead(act)))
            .find(|days| days.0.as_day().is_some())
    }

    /// The days of an act: by its own words, else by those before in the block.
    pub(crate) fn days(&mut self, act: &Act<'_>) -> Option<(Days, &'static str)> {
        let dateline = act.sentence.dateline_end();
        let dates = act.sentence.dates();
        let span = act.left.start.max(dateline)..act.right.end;
        // Those of its own clause first, then the others of the sentence, then the dateline's.
        let rank = |date: &packs::DateMatch| {
            let whole =
                date.parts.day[0].is_none() && date.parts.weekday.is_none() && matches!(date.when, packs::When::Parts);
            let reach = match () {
                () if span.contains(&date.start) => 0,
                () if date.start < dateline => 3,
                () if date.start < act.mark.start => 1,
                () => 2,
            };
            // A day says more than its week.
            let week = matches!(date.when, packs::When::Week(_));
            (reach, whole, week, date.start.abs_diff(act.mark.start))
        };
        let mut ranked: Vec<&packs::DateMatch> =
            dates.iter().filter(|date| rank(date).0 < 2 || !act.trigger.background).collect();
        ranked.sort_by_key(|date| rank(date));
        let told = self.clock.day().is_some();
        let dated = told || self.days_before(false).is_some_and(|(days, _)| days.0.as_day().is_some());
        let found = ranked.into_iter().find_map(|date| {
            let (reach, whole, ..) = rank(date);
            // A year alone dates what is signed or reviewed, seldom the act.
            let year = whole && date.parts.month[0].is_none() && !act.trigger.background;
            // A month or a year that does not stand beside the act dates what is spoken of.
            let beside =
                act.mark.start.abs_diff(date.end).min(act.mark.end.max(act.mark.tail).abs_diff(date.start)) <= BESIDE;
            // "Last month, Minister X received …".
            let fronted = date.start <= dateline.max(act.sentence.tokens.start);
            let beside = beside || (fronted && matches!(date.when, packs::When::Month(_)));
            let coarse = date.parts.day[0].is_none()
                && (whole || matches!(date.when, packs::When::Month(_) | packs::When::Year(_)))
                && !act.trigger.background;
            // "… to mark the anniversary in 2026", behind an act of a story that has its days.
            let year = year && (told || (dated && date.start > act.mark.start));
            // "…, and is expected to meet Y tomorrow": the day of what is still to come.
            let later = reach == 2
                && !ahead(act)
                && (act.right.end..date.start).any(|at| act.sentence.link(at, Link::Ahead).is_some());
            if (reach == 2 && whole) || year || (coarse && !beside && told) || (later && told) {
                return None;
            }
            let context = matches!(date.when, packs::When::Context(_));
            // "The day before they met and signed …": both acts count from the day spoken of before the sentence.
            let first = dates.iter().all(|other| other.start >= date.start);
            let before = match date.when {
                packs::When::Context(0) => self.context.or_else(|| self.days_before(false).map(|(days, _)| days)),
                packs::When::Context(_) if first => self.spoken_before,
                _ => self.context,
            };
            let days = self.clock.resolve(date, before, ahead(act))?;
            Some((days, if context { "same-day" } else { "sentence" }))
        });
        if let Some((days, _)) = found {
            self.note_days(days);
            return found;
        }
        if act.trigger.background {
            return None;
        }
        self.journey(act).or_else(|| self.context.map(|days| (days, "opening")))
    }

    /// The days of a journey told before to the country where an act takes place, where the day spoken of is not among
    /// them: "travels on the 14th to Portugal and on the 15th to Ireland. In Lisbon …".
    fn journey(&self, act: &Act<'_>) -> Option<(Days, &'static str)> {
        if act.trigger.kind == Kind::Visit {
            return None;
        }
        let country = place(act.sentence, act.sentence.tokens.clone(), &[Link::In])?.country?;
        let lead = self.lead?;
        let spoken = self.context.or_else(|| self.days_before(false).map(|(days, _)| days))?;
        let to = |draft: &&Draft| {
            draft.kind == Kind::Visit
                && !draft.background
                && draft.place.country == Some(country)
                && draft.people.contains(&lead)
        };
        let days = self.drafts[self.recent()].iter().rev().find(to)?.days?;
        (days.0.as_day().is_some() && !overlap(days, spoken)).then_some((days, "frame"))
    }

    /// Remembers the day spoken of.
    pub(crate) fn note_days(&mut self, days: Days) {
        // What lasts several days does not say on which of them the rest happens.
        let lasts = |day: Days| day.0 == day.1 && days.0 != days.1 && overlap(day, days);
        if days.0.as_day().is_some() && !self.context.is_some_and(lasts) {
            self.context = Some(days);
            self.opening = self.opening.or(self.context);
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
            .filter(|draft| draft.block == self.block || !draft.days.as_ref().is_some_and(to_come))
            .filter_map(|draft| draft.days)
            .chain(self.opening);
        // Of a visit of several days the day on which something else was is nearer.
        let told = told.next().map(|last| {
            let within = |day: &Days| day.0 == day.1 && day.0.as_day().is_some() && overlap(*day, last);
            if last.0 == last.1 { last } else { told.find(within).unwrap_or(last) }
        });
        let page = || self.clock.day().map(|day| ((day.into(), day.into()), "page"));
        told.map(|days| (days, "opening")).or_else(page)
    }
}

/// Whether an act is still to come: by the phrase that opens it, or by a small word beside that.
pub(super) fn ahead(act: &Act<'_>) -> bool {
    // "The 19th session of the Joint Committee *will* take place": behind a noun stands all that names it.
    let behind = if matches!(act.trigger.shape, Stands::Noun | Stands::Anaphor) { NAMED } else { 0 };
    let until = (act.mark.end + behind).min(act.right.end + u32::from(behind > 0));
    let near = act.mark.start.saturating_sub(NEAR).max(act.left.start)..until.min(act.sentence.tokens.end);
    act.trigger.future || near.into_iter().any(|at| act.sentence.link(at, Link::Ahead).is_some())
}
