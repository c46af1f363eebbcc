//! When an act was: by its own words, by those before, by the story.

mod frames;
mod lasting;
mod whose;

use document::Shape;
use packs::{DateMatch, Kind, Layer, Link, Shape as Stands, When};

pub(crate) use self::whose::{earlier, is_dated, restates};

use self::lasting::{begins_what_ends, ends, is_short};
use self::whose::{
    aside, bracketed_behind, closes, dates_cause, dates_journey, dates_matter, in_clause, interrupts, is_reported,
    leads, learnt_before, of_journey_before, of_next, of_occasion, of_paper, of_saying, relates,
};
use crate::acts::Act;
use crate::begins::Begins;
use crate::dates::Days;
use crate::drafts::{Draft, overlap};
use crate::mentions::{Mention, Who};
use crate::scene::Side;
use crate::story::Story;

#[cfg(test)]
mod tests;

/// How many words may stand between an act and the month or year that dates it.
const BESIDE: u32 = 2;
/// How many tokens before a verb or a noun, and behind a noun, a word may stand that says that it is still to come.
const NEAR: u32 = 4;
const NAMED: u32 = 12;
/// Within so many tokens behind the head of a sentence a date stands that "it was" leads.
const FRONTED: u32 = 2;

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
        let dates = act.sentence.dates().iter().filter(|date| !of_paper(act, date));
        let ranked = dates.map(|date| (self.rank(act, date), date));
        let mut ranked: Vec<(Rank, &DateMatch)> =
            ranked.filter(|(rank, _)| rank.reach < Reach::Behind || !act.trigger.background).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        let found = ranked.into_iter().find_map(|(rank, date)| self.days_by_date(act, date, rank.reach));
        // "Concluding a mission of three days, the High Commissioner warned …": today.
        let journey = act.trigger.kind == Kind::Visit;
        let today =
            || self.clock.day().filter(|_| journey && ends(act)).map(|day| ((day.into(), day.into()), "sentence"));
        if let Some((days, basis)) = found.or_else(today) {
            let whole = self.lasting(act, days);
            if ends(act) && days.0 == days.1 {
                self.spoken.ended = Some(days);
            }
            if !(self.clock.day().is_some() && interrupts(act)) {
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

    /// How near a date of the sentence of an act is to it.
    fn rank(&self, act: &Act<'_>, date: &DateMatch) -> Rank {
        let dateline = act.sentence.dateline_end();
        let reach = match () {
            () if (act.left.start.max(dateline)..act.right.end).contains(&date.start) => Reach::Own,
            () if date.start < dateline => Reach::Dateline,
            () if date.start < act.mark.start => Reach::Before,
            () => Reach::Behind,
        };
        // "Will call on the Speaker on Monday; *from 3 to 5 May* visits Peru": a semicolon parts them.
        let words = date.end.min(act.mark.start)..date.start.max(act.mark.end);
        Rank {
            // "On 5 May (*6 May in Hanoi*)", "on a visit (*3-5 May*)".
            other: restates(act.sentence, date)
                || self.of_journey(act, date)
                || of_journey_before(act, date)
                || learnt_before(act, date)
                || begins_what_ends(act, date),
            reach,
            whole: is_whole(date),
            week: matches!(date.when, When::Week(_))
                || matches!(date.when, When::Context(days) if days % 7 == 0 && days != 0),
            parted: words.into_iter().any(|at| act.sentence.is(at, ";")),
            aside: aside(act, date),
            // "This morning he went on to Peru, where he is due to meet Minister X *tomorrow*".
            past: act.trigger.is_finite() && date.start < act.mark.start && ahead(act),
            far: date.start.abs_diff(act.mark.start),
        }
    }

    /// The days of an act by a date of its sentence, if it is the act's and tells them.
    fn days_by_date(&self, act: &Act<'_>, date: &DateMatch, reach: Reach) -> Option<(Days, &'static str)> {
        let told = self.clock.day().is_some();
        let dated = told || self.days_before(false).is_some_and(|(days, _)| days.0.as_day().is_some());
        let whole = is_whole(date);
        // A year alone dates what is signed or reviewed, seldom the act; and "… to mark the anniversary in 2026", behind an act
        // of a story that has its days.
        let year = whole && date.parts.month[0].is_none() && !act.trigger.background;
        let year = year && (told || (dated && date.start > act.mark.start));
        // A month or a year that does not stand beside the act dates what is spoken of.
        let coarse = date.parts.day[0].is_none()
            && (whole || matches!(date.when, When::Month(_) | When::Year(_)))
            && !act.trigger.background;
        let vague = reach == Reach::Behind && whole || year || coarse && told && !stands_beside(act, date, reach);
        if vague || dates_another(act, date, reach, told, dated) {
            return None;
        }
        let days = self.clock.resolve(date, self.counted_from(act, date), ahead_on(act, date))?;
        // "The Premier's day in Vientiane on *11 October*", above a dateline of the day after.
        let titled = self.spoken.titled.filter(|_| reach == Reach::Dateline && days.0 == days.1);
        let days = titled.unwrap_or(days);
        // "Met Minister X, who conveyed an invitation to the forum on 13 May": of what is past none is to come.
        let past = act.trigger.is_finite() && act.trigger.kind != Kind::Visit && !ahead(act);
        if reach == Reach::Behind && past && self.clock.day().is_some_and(|today| days.0.first_day() > today) {
            return None;
        }
        // "*Yesterday* Minister X said that President Y will visit": nor of what is to come any that is past.
        let will = act.trigger.is_finite() && !act.trigger.future && ahead(act);
        if reach == Reach::Before && will && self.clock.day().is_some_and(|today| days.1.last_day() < today) {
            return None;
        }
        let basis = match () {
            () if matches!(date.when, When::Context(_)) => "same-day",
            () if of_saying(act, date) => "page",
            () => "sentence",
        };
        Some((days, basis))
    }

    /// The days from which a date counts.
    fn counted_from(&self, act: &Act<'_>, date: &DateMatch) -> Option<Days> {
        let spoken = || self.spoken.context.or_else(|| self.days_before(false).map(|(days, _)| days));
        // "The day before they met and signed …": both acts count from the day spoken of before the sentence.
        let first = || act.sentence.dates().iter().all(|other| other.start >= date.start);
        match date.when {
            When::Context(0) => spoken().map(|days| self.day_of(days)),
            When::Context(_) if first() => self.spoken.before.map(|days| self.day_of(days)),
            When::Stay(_) => self.stay(),
            // "On Friday", where the page tells no day: from the one last told of.
            _ if self.clock.day().is_none() => spoken(),
            _ => self.spoken.context,
        }
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

/// Where a date stands, beside an act: the nearer tells its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    /// In its own clause.
    Own,
    /// Before it in its sentence.
    Before,
    /// Behind it.
    Behind,
    /// In the dateline.
    Dateline,
}

/// How near a date is to an act: the least tells its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// Whether it restates another, or is of something else.
    other: bool,
    reach: Reach,
    /// Whether it tells no day.
    whole: bool,
    /// Whether it tells a week, of which a day says more.
    week: bool,
    /// Whether a semicolon stands between.
    parted: bool,
    /// Whether it dates something else of which a phrase tells.
    aside: bool,
    /// Whether it stands before what is still to come.
    past: bool,
    /// Tokens between them.
    far: u32,
}

/// Whether a date is a month or a year, or what has neither day nor weekday.
fn is_whole(date: &DateMatch) -> bool {
    date.parts.day[0].is_none() && date.parts.weekday.is_none() && matches!(date.when, When::Parts)
}

/// Whether a month or a year stands so near to an act that it dates it.
fn stands_beside(act: &Act<'_>, date: &DateMatch, reach: Reach) -> bool {
    let sentence = act.sentence;
    let far = act.mark.start.abs_diff(date.end).min(act.mark.end.max(act.mark.tail).abs_diff(date.start));
    // "Reser *i november* till Chile".
    let within = || (act.mark.end..act.mark.tail).contains(&date.start);
    // "Last month, Minister X received …".
    let fronted = || {
        let month = date.parts.month[0].is_some() && date.parts.day[0].is_none();
        let first = date.start <= sentence.dateline_end().max(sentence.tokens.start);
        first && (month || matches!(date.when, When::Month(_)))
    };
    // "Will visit Fiji at the end of the month": behind where somebody goes.
    let goes = || reach == Reach::Own && dates_journey(act, date);
    // "The next round will be held in Bergen *in May 2026*": and behind where something is to be held.
    let held = || {
        let plain = |at: u32| sentence.token(at).shape != Shape::Punctuation;
        act.trigger.shape == Stands::Noun
            && ahead(act)
            && date.start >= act.mark.end
            && date.start - act.mark.end <= NEAR + BESIDE
            && (act.mark.end..date.start).all(plain)
    };
    far <= BESIDE || within() || closes(act, date) || leads(act, date) || fronted() || goes() || held()
}

/// Whether a date is that of something else of which the sentence of an act tells. `told`: whether the page tells its day; `dated`:
/// whether that or the story does.
fn dates_another(act: &Act<'_>, date: &DateMatch, reach: Reach, told: bool, dated: bool) -> bool {
    let sentence = act.sentence;
    // "…, and is expected to meet Y tomorrow", "prepared the summit *to be held on 12 September*": the day of what is still to
    // come.
    let later = || {
        let own = reach == Reach::Own && act.trigger.is_finite() && act.trigger.kind != Kind::Visit;
        (reach == Reach::Behind || own) && !ahead(act) && sentence.has_link(act.mark.end..date.start, Link::Ahead)
    };
    // "Signed the decree and asked that the mission open *by* 1 September": a term that is set.
    let term = || date.start > act.mark.start && sentence.is_link(date.start - 1, Link::By);
    let cause = || dates_cause(act, date) || dates_matter(act, date);
    let states = act.trigger.kind == Kind::Statement;
    // "Says in an interview that she met Minister Y *when* he came *on Tuesday*".
    let clause = || reach == Reach::Behind && states && in_clause(act, date);
    // "Wrote that he had spoken with both, and asked them to keep to *the accord of 26 October*": what is said has its own.
    let reported = || states && is_reported(act, date);
    // "Minister X, *who arrived on Thursday*, met …": the day of what the clause tells.
    let relative = || reach == Reach::Before && relates(act, date);
    // "Held talks with Minister X, called on President Y (*24 June*)": of whom another act tells.
    let another = || dated && bracketed_behind(act, date);
    told && (cause() || clause() || term() || reported() || relative())
        || another()
        || later()
        || of_occasion(act, date)
        || of_next(act, date)
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

/// Whether an act is still to come: by the phrase that opens it, or by a small word beside that.
pub(super) fn ahead(act: &Act<'_>) -> bool {
    // "The 19th session of the Joint Committee *will* take place": behind a noun stands all that names it.
    let behind = if matches!(act.trigger.shape, Stands::Noun | Stands::Anaphor) { NAMED } else { 0 };
    let until = (act.mark.end + behind).min(act.right.end + u32::from(behind > 0));
    let near = act.mark.start.saturating_sub(NEAR).max(act.left.start)..until.min(act.sentence.tokens.end);
    act.trigger.future || act.sentence.has_link(near, Link::Ahead)
}
