//! Which day a date in the text means.

use document::{BlockKind, Document, PartialDate, Shape};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use packs::{DateMatch, Kind, Layer, Link, Value, When};

use crate::drafts::overlap;
use crate::page::{Page, Sentence};
use crate::reading::Published;

#[cfg(test)]
mod tests;

/// How many blocks at the head and the foot of a page may hold its date.
const EDGE: u32 = 8;
/// A block of so few tokens that holds a full date gives the page's date.
const SHORT: usize = 16;
/// So does one of so many that tells of nothing but a publication.
const LINE: usize = 24;
/// How many blocks at the head may say which days a page covers.
const HEAD: u32 = 4;
/// How many days has a visit or a meeting, at most, whose days are told by weekday.
const SHORT_SPAN: i32 = 6;
/// How many days before the page it began, at most.
const BEFORE: i32 = 10;
/// How many days a diary or round-up covers at most.
const SPAN: i32 = 10;
/// So many days ahead of the page a diary goes at most.
const LISTED: i32 = 31;
/// What lasts from one day to another may end so many years later.
const YEARS: i16 = 2;
/// No page is older than this year; what looks so counts by another calendar or tells history.
const EARLIEST: i16 = 1900;
/// Nor is one of a later year.
const LATEST: i16 = 2099;
/// A date without a year lies at most so many days after the page.
const AHEAD: i32 = 100;
/// A day without a month lies at most so many days after it.
const SOON: i8 = 6;

/// When a document was published, as far as the caller, its page's metadata or its address says.
pub(crate) fn said(document: &Document, given: Option<PartialDate>) -> Option<Published> {
    given
        .map(|day| exactly(day, "given"))
        .or_else(|| document.published().map(|day| exactly(day, "metadata")))
        // A day in the address can be written in one way alone, and no other day of the page is mistaken for it.
        .or_else(|| document.addressed().map(|day| exactly(day, "address")))
}

/// When a document says in a line by itself that it was published, in numbers or with the name of a month of any language.
pub(crate) fn told(document: &Document) -> Option<Published> {
    document.told().map(|day| exactly(day, "text"))
}

fn exactly(day: PartialDate, basis: &str) -> Published {
    Published { start: day, end: day, basis: basis.to_owned() }
}

/// A span of days, as precise as the text.
pub(crate) type Days = (PartialDate, PartialDate);

/// A day with a year stands at most so many tokens from one that has it too.
const BESIDE: u32 = 80;

/// What fixes dates that a sentence leaves open.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clock {
    /// When the document was published.
    pub(crate) published: Option<Published>,
    /// The year that the document is about, where no page date fixes it.
    year: Option<i16>,
    /// The last day of the span that a diary or round-up says it covers.
    last: Option<Date>,
    /// The spans of a few days that the text names, each with the token where it begins.
    spans: Vec<(u32, Date, Date)>,
}

impl Clock {
    /// Sets the clock by what the caller knows, the page's metadata, its address, its text, and the sessions that it names.
    pub(crate) fn new(
        page: &Page<'_>,
        sentences: &[Sentence<'_>],
        given: Option<PartialDate>,
        session_year: Option<i16>,
    ) -> Self {
        // Sites say the day in another language too: "June 3, 2025" above a Vietnamese page.
        let published = said(page.document, given)
            .or_else(|| from_text(page, sentences).map(|day| exactly(day, "text")))
            .or_else(|| told(page.document));
        let mut clock = Self { published, ..Self::default() };
        clock.year = clock
            .day()
            .map(Date::year)
            .or_else(|| session_year.map(|of_session| year_beside(page, of_session).unwrap_or(of_session)))
            .or_else(|| commonest_year(page, sentences, true))
            .or_else(|| commonest_year(page, sentences, false))
            .or_else(|| first_term(page))
            .or_else(|| bare_year(page, sentences));
        clock.last = span(page, sentences, clock.year);
        if clock.published.is_none() {
            clock.published = from_dateline(page, sentences, clock.year).map(|day| exactly(day, "dateline"));
        }
        clock.spans = clock.spans(page);
        clock
    }

    /// The spans of a few days, near the page's date, that the text names.
    fn spans(&self, page: &Page<'_>) -> Vec<(u32, Date, Date)> {
        let day = self.day();
        let span = |date: &DateMatch| {
            let (start, end) = self.parts(date, None, false)?;
            let (start, end) = (start.as_day()?, end.as_day()?);
            let lasts = (1..SHORT_SPAN).contains(&start.until(end).ok()?.get_days());
            let near = |day: Date| day.until(start).is_ok_and(|until| (-BEFORE..=AHEAD).contains(&until.get_days()));
            (lasts && day.is_none_or(near)).then_some((date.start, start, end))
        };
        page.dates.iter().filter(|date| date.when == When::Parts).filter_map(span).collect()
    }

    /// The day of a weekday that a page about a day names.
    fn weekday(weekday: Weekday, day: Date, context: Option<Days>, ahead: bool) -> Option<Date> {
        // Of days to come, the one that follows those last spoken of.
        let to_come = |start: &Date| day.until(*start).is_ok_and(|until| (1..=AHEAD).contains(&until.get_days()));
        let spoken_of = context.and_then(|(start, _)| start.as_day()).filter(to_come);
        match spoken_of {
            Some(start) => on_or_after(start, weekday),
            None if ahead => on_or_after(day, weekday),
            None => on_or_before(day, weekday),
        }
    }

    /// The day of the last span named before a token that falls on a weekday.
    fn in_span(&self, before: u32, weekday: Weekday) -> Option<Date> {
        let last = self.spans.partition_point(|(at, ..)| *at < before).checked_sub(1)?;
        let (_, start, end) = self.spans[last];
        on_or_after(start, weekday).filter(|day| *day <= end)
    }

    /// The page's date, where it is a single day.
    pub(crate) fn day(&self) -> Option<Date> {
        let published = self.published.as_ref()?;
        (published.start == published.end).then(|| published.start.as_day()).flatten()
    }

    /// The days that a date means; `context` is the day last spoken of, `ahead` whether what it dates is still to come.
    pub(crate) fn resolve(&self, date: &DateMatch, context: Option<Days>, ahead: bool) -> Option<Days> {
        let day = self.day();
        let one = |day: Date| Some((day.into(), day.into()));
        match date.when {
            When::Parts => self.parts(date, context, ahead),
            When::Until => None,
            When::Line => {
                let around = self.last.or(day);
                let near = |days: &Days| {
                    let until = |around: Date| around.until(days.0.as_day()?).ok();
                    around
                        .is_none_or(|day| until(day).is_some_and(|until| (-SPAN..=LISTED).contains(&until.get_days())))
                };
                self.parts(date, context, true).filter(near)
            }
            When::Published(days) => one(day?.checked_add(days.days()).ok()?),
            When::Context(days) => {
                let (start, end) = context?;
                if days == 0 {
                    Some((start, end))
                } else {
                    Some((
                        start.plus_days(days)?,
                        end.plus_days(days).filter(|_| start == end).or(start.plus_days(days))?,
                    ))
                }
            }
            When::Stay(day) => {
                let (start, end) = context?;
                let found = if day < 0 { end.plus_days(i64::from(day) + 1)? } else { start.plus_days(day.into())? };
                let within = start == end || overlap((found, found), (start, end));
                within.then_some((found, found))
            }
            When::Weekday | When::WeekdayLast | When::WeekdayNext => {
                let weekday = Weekday::from_monday_one_offset(date.parts.weekday?).ok()?;
                if let Some(day) = self.in_span(date.start, weekday).filter(|_| date.when == When::Weekday) {
                    return one(day);
                }
                // Where the page tells no date, the day last spoken of.
                let day = self.last.or(day).or_else(|| context?.1.as_day())?;
                match date.when {
                    When::WeekdayLast => one(day.nth_weekday(-1, weekday).ok()?),
                    When::WeekdayNext => one(day.nth_weekday(1, weekday).ok()?),
                    _ => one(Self::weekday(weekday, day, context, ahead)?),
                }
            }
            When::Month(months) => {
                let day = day?;
                if let Some(month) = date.parts.month[0] {
                    let year = match months {
                        ..=-1 if month >= day.month() => day.year() - 1,
                        1.. if month <= day.month() => day.year() + 1,
                        _ => day.year(),
                    };
                    let month = PartialDate::month(year, month)?;
                    return Some((month, month));
                }
                // "From the 8th to the 10th of this month".
                if let Some(first) = date.parts.day[0] {
                    let there = day.first_of_month().checked_add(i64::from(months).months()).ok()?;
                    return days_of(there, first, date.parts.day[1]);
                }
                let there = day.first_of_month().checked_add(i64::from(months).months()).ok()?;
                let month = PartialDate::month(there.year(), there.month())?;
                Some((month, month))
            }
            When::Year(years) => {
                let year = self.year? + years;
                let found = match date.parts {
                    packs::DateParts { day: [Some(day), _], month: [Some(month), _], .. } => {
                        PartialDate::day(year, month, day)
                    }
                    packs::DateParts { month: [Some(month), _], .. } => PartialDate::month(year, month),
                    _ => PartialDate::year(year),
                }?;
                Some((found, found))
            }
            When::Coming(weekday) => {
                let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
                one(day?.nth_weekday(1, weekday).ok()?)
            }
            When::Weekend(weeks) => {
                let last = on_or_before(day?, Weekday::Saturday)?;
                let saturday = last.checked_add((7 * i64::from(weeks)).days()).ok()?;
                Some((saturday.into(), saturday.checked_add(1.days()).ok()?.into()))
            }
            When::Week(weeks) => {
                // Where the page tells no date, from the day last spoken of.
                let day = day.or_else(|| context?.1.as_day())?;
                let monday = day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()?;
                let monday = monday.checked_add((7 * i64::from(weeks)).days()).ok()?;
                Some((monday.into(), monday.checked_add(6.days()).ok()?.into()))
            }
        }
    }

    /// The one day, a few before the page's, that the titles name: "The Premier's meetings on *11 October*".
    pub(crate) fn titled(&self, sentences: &[Sentence<'_>]) -> Option<Days> {
        let titles = sentences.iter().filter(|sentence| sentence.block == BlockKind::Title);
        let mut dates = titles.flat_map(|sentence| sentence.dates()).filter(|date| date.parts.day[0].is_some());
        let (date, None) = (dates.next()?, dates.next()) else { return None };
        let days = self.parts(date, None, false).filter(|_| date.when == When::Parts)?;
        let before = self.day()?.since(days.0.as_day()?).ok()?.get_days();
        (days.0 == days.1 && (1..=BEFORE).contains(&before)).then_some(days)
    }

    /// The day until which something lasts that begins on another.
    pub(crate) fn until(&self, date: &DateMatch, from: Days) -> Option<PartialDate> {
        self.parts(date, Some(from), true).map(|(_, end)| end)
    }

    fn parts(&self, date: &DateMatch, context: Option<Days>, ahead: bool) -> Option<Days> {
        let parts = &date.parts;
        let months = [parts.month[0].or(parts.month[1]), parts.month[1].or(parts.month[0])];
        let years = [parts.year[0].or(parts.year[1]), parts.year[1].or(parts.year[0])];
        let Some(month) = months[0] else {
            if let Some(day) = parts.day[0] {
                // "On the 24th": the month is that last spoken of; on the 3rd, that of the month before; on the 22nd, it is to come.
                let around = context.map(|(start, _)| start.first_day()).or_else(|| self.day())?;
                let late = |page: Date| around <= page && page.month() == around.month() && day > page.day() + SOON;
                let months = if !ahead && self.day().is_some_and(late) { -1 } else { 0 };
                let there = |months: i64| around.first_of_month().checked_add(months.months()).ok();
                // "Wednesday 2:", in a diary of the last week of a month, is of the next.
                let falls = |months: &i64| {
                    let then = there(*months).and_then(|month| month.with().day(day).build().ok());
                    parts.weekday.is_none() || then.is_some_and(|then| falls(date, then))
                };
                let months = [months, months + 1, months - 1].into_iter().find(falls).unwrap_or(months);
                return days_of(there(months)?, day, parts.day[1]);
            }
            return Some((PartialDate::year(years[0]?)?, PartialDate::year(years[1]?)?));
        };
        let year = years[0].or_else(|| {
            let year = self.year_of(month, parts.day[0], ahead)?;
            let told = || year_by_weekday(year, month, parts.day[0]?, parts.weekday?, 0);
            told().or(Some(year))
        })?;
        let Some(day) = parts.day[0] else {
            return Some((PartialDate::month(year, month)?, PartialDate::month(years[1].unwrap_or(year), months[1]?)?));
        };
        let start = PartialDate::day(year, month, day)?;
        let end_year = years[1].unwrap_or(if months[1]? < month { year + 1 } else { year });
        let end = PartialDate::day(end_year, months[1]?, parts.day[1].unwrap_or(day))?;
        // From a day of one year to the same of a far one, anniversaries are counted.
        (start <= end && end_year - year <= YEARS).then_some((start, end))
    }

    /// The year of a date that names none: the one that brings it nearest to the page's date.
    fn year_of(&self, month: i8, day: Option<i8>, ahead: bool) -> Option<i16> {
        let Some(page) = self.day().or(self.last) else { return self.year };
        let distance = |year: i16| {
            let date = Date::new(year, month, day.unwrap_or(1)).ok()?;
            Some(page.until(date).ok()?.get_days())
        };
        let here = distance(page.year())?;
        let wanted = if ahead { -20..=365 } else { -366..=AHEAD };
        if wanted.contains(&here) {
            return Some(page.year());
        }
        Some(if here > 0 {
            page.year() - 1
        } else if ahead {
            page.year() + 1
        } else {
            page.year()
        })
    }
}

/// A day of a month, or those from it to another.
fn days_of(month: Date, first: i8, last: Option<i8>) -> Option<Days> {
    let day = |day: i8| PartialDate::day(month.year(), month.month(), day);
    Some((day(first)?, day(last.unwrap_or(first))?))
}

fn on_or_after(day: Date, weekday: Weekday) -> Option<Date> {
    day.yesterday().ok()?.nth_weekday(1, weekday).ok()
}

fn on_or_before(day: Date, weekday: Weekday) -> Option<Date> {
    day.tomorrow().ok()?.nth_weekday(-1, weekday).ok()
}

fn full(date: &DateMatch) -> Option<PartialDate> {
    match (date.when, date.parts.day, date.parts.month[0], date.parts.year[0]) {
        (When::Parts, [Some(day), None], Some(month), Some(year)) => PartialDate::day(year, month, day),
        _ => None,
    }
}

/// Whether a day falls on the day of the week that a date names: not so with "Wed, 06/11/2025", which is the eleventh of June.
fn falls(date: &DateMatch, day: Date) -> bool {
    date.parts.weekday.is_none_or(|weekday| weekday == day.weekday().to_monday_one_offset())
}

/// The last of a span of at most [`SPAN`] days, in a year where it names none.
fn last_of(date: &DateMatch, year: Option<i16>) -> Option<Date> {
    let parts = &date.parts;
    let month = parts.month[0]?;
    let year = parts.year[0].or(year)?;
    let start = PartialDate::day(year, month, parts.day[0]?)?.as_day()?;
    let year = parts.year[1].unwrap_or(year);
    let end = PartialDate::day(year, parts.month[1].unwrap_or(month), parts.day[1]?)?.as_day()?;
    (0..SPAN).contains(&start.until(end).ok()?.get_days()).then_some(end)
}

/// The last day of the first span of days in the lines around a story whose days are told by weekday.
fn span(page: &Page<'_>, sentences: &[Sentence<'_>], year: Option<i16>) -> Option<Date> {
    let weekday = |date: &DateMatch| matches!(date.when, When::Weekday) && date.parts.month[0].is_none();
    if page.dates.iter().filter(|date| weekday(date)).count() < 2 {
        return None;
    }
    sentences
        .iter()
        .take_while(|sentence| sentence.block_index < HEAD)
        .filter(|sentence| sentence.tokens.len() <= SHORT)
        .find_map(|sentence| sentence.dates().iter().find_map(|date| last_of(date, year)))
}

/// The year nearest to one in which a day falls on a weekday, or so many days after it.
fn year_by_weekday(near: i16, month: i8, day: i8, weekday: i8, late: i8) -> Option<i16> {
    let falls = |date: Date| (date.weekday().to_monday_one_offset() - weekday).rem_euclid(7) <= late;
    [0, -1, 1].into_iter().map(|years| near + years).find(|&year| Date::new(year, month, day).is_ok_and(falls))
}

/// The first full date in the lines around the story.
fn from_text(page: &Page<'_>, sentences: &[Sentence<'_>]) -> Option<PartialDate> {
    let blocks = page.document.blocks().len() as u32;
    let on_edge = |sentence: &Sentence<'_>| sentence.block_index < EDGE || sentence.block_index + EDGE >= blocks;
    let found = |sure: bool| {
        sentences.iter().find_map(|sentence| {
            let block = &page.document.blocks()[sentence.block_index as usize];
            let of_page = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Publication);
            let line = || sentence.within(Layer::Triggers, sentence.tokens.clone()).all(|(_, value)| of_page(value));
            // "It was signed on 3 October 2023.", among other sentences, is of the story.
            let alone = block.sentences.len() == 1 || line();
            let short = sentence.tokens.len() <= SHORT && alone || sentence.tokens.len() <= LINE && line();
            let short = block.sentences.len() <= 3 && short;
            let told = matches!(sentence.block, BlockKind::Dateline | BlockKind::Source);
            let alone = told || (on_edge(sentence) && short && sentence.block != BlockKind::Teaser);
            // "It enters into force on 1 January 2026.", "Having regard to the Act of 18 February 2025;": what ends as a sentence
            // does tells of a day less surely than a line.
            let ends = [".", ";"].iter().any(|stop| sentence.is(sentence.tokens.end - 1, stop));
            let line = told || !ends;
            // "Cairo, 11 June 2026 (MENA) - The Minister …": of what the page says behind the story is the day of those who copy it.
            let dateline = |date: &DateMatch| sentence.block_index < EDGE && date.start < sentence.dateline_end();
            // "The leaders' meeting is to be held on 12 September 2025.": nor is it the day of what is still to come.
            let to_come = |date: &DateMatch| sentence.has_link(sentence.tokens.start..date.start, Link::Ahead);
            let head = |date: &&DateMatch| alone && (line || !sure && !to_come(date)) || dateline(date);
            let agrees =
                |date: &&DateMatch| full(date).and_then(PartialDate::as_day).is_none_or(|day| falls(date, day));
            sentence.dates().iter().filter(head).filter(agrees).find_map(full)
        })
    };
    let around = found(true).or_else(|| found(false));
    around.or_else(|| {
        // A title that ends in the date.
        sentences
            .iter()
            .filter(|sentence| sentence.block == BlockKind::Title)
            .find_map(|sentence| sentence.dates().iter().find_map(full))
    })
}

/// A dateline that gives day and month: the year comes from elsewhere, and from the weekday that the story names first, which is
/// that day or the eve.
fn from_dateline(page: &Page<'_>, sentences: &[Sentence<'_>], year: Option<i16>) -> Option<PartialDate> {
    let year = year?;
    let weekday = page.dates.iter().find(|date| matches!(date.when, When::Weekday)).and_then(|date| date.parts.weekday);
    sentences.iter().take_while(|sentence| sentence.block_index < EDGE).find_map(|sentence| {
        // "Meetings of the Secretary-General, *3 September*".
        let ends_title = |date: &DateMatch| {
            let parted =
                date.start > sentence.tokens.start && sentence.token(date.start - 1).shape == Shape::Punctuation;
            sentence.block == BlockKind::Title && date.end == sentence.tokens.end && parted
        };
        let head = |date: &&DateMatch| {
            sentence.block == BlockKind::Dateline || date.start < sentence.dateline_end() || ends_title(date)
        };
        sentence.dates().iter().filter(head).find_map(|date| match (date.when, date.parts.day, date.parts.month[0]) {
            (When::Parts, [Some(day), None], Some(month)) => {
                let year =
                    date.parts.year[0].or_else(|| year_by_weekday(year, month, day, weekday?, 1)).unwrap_or(year);
                PartialDate::day(year, month, day)
            }
            _ => None,
        })
    })
}

/// "On *4 March* the Minister, on a visit from *3 to 5 March 2025*, …": the year of a day that stands close to one of the same
/// month without a year.
fn year_beside(page: &Page<'_>, of_session: i16) -> Option<i16> {
    let day = |date: &&DateMatch| date.when == When::Parts && date.parts.day[0].is_some();
    let days: Vec<&DateMatch> = page.dates.iter().filter(day).collect();
    days.windows(2).find_map(|pair| {
        let month = |date: &DateMatch| date.parts.month[0].or(date.parts.month[1]);
        let near = |year: &i16| year.abs_diff(of_session) <= 2;
        let year = |date: &DateMatch| date.parts.year[1].or(date.parts.year[0]).filter(near);
        let (one, other) = (year(pair[0]), year(pair[1]));
        let close = pair[1].start <= pair[0].end + BESIDE && month(pair[0]) == month(pair[1]);
        one.xor(other).filter(|_| close && month(pair[0]).is_some())
    })
}

/// The year that most dates of the document name: those with a month, or those of a year alone, and not what is to be
/// reached, "*by* 2030".
fn commonest_year(page: &Page<'_>, sentences: &[Sentence<'_>], months: bool) -> Option<i16> {
    let mut years: Vec<(i16, usize)> = Vec::new();
    let term = |sentence: &Sentence<'_>, date: &DateMatch| {
        let before =
            |link| date.start > sentence.tokens.start && sentence.link(date.start - 1, link) == Some(date.start);
        // A pack may count the small word to the date.
        let led = |link| before(link) || sentence.link(date.start, link).is_some_and(|end| end < date.end);
        [Link::By, Link::To].into_iter().any(led)
    };
    let dates = sentences
        .iter()
        .flat_map(|sentence| sentence.dates().iter().filter(move |date| months || !term(sentence, date)));
    for year in dates
        .filter(|date| date.parts.month[0].is_some() == months)
        .filter(|date| months || date.parts.year[1].is_none())
        .flat_map(|date| date.parts.year)
        .flatten()
        .chain(page.anniversaries.iter().copied().filter(|_| months))
        .filter(|year| *year >= EARLIEST)
    {
        match years.iter_mut().find(|(known, _)| *known == year) {
            Some((_, count)) => *count += 1,
            None => years.push((year, 1)),
        }
    }
    years.into_iter().max_by_key(|&(year, count)| (count, year)).map(|(year, _)| year)
}

/// The first year of the earliest of the terms that a document names: "a plan for 2026–2030" is spoken of when it begins.
fn first_term(page: &Page<'_>) -> Option<i16> {
    let terms = page.dates.iter().filter(|date| date.parts.month[0].is_none() && date.parts.year[1].is_some());
    terms.filter_map(|date| date.parts.year[0]).filter(|year| *year >= EARLIEST).min()
}

/// The last year that stands by itself in the lines at the head.
fn bare_year(page: &Page<'_>, sentences: &[Sentence<'_>]) -> Option<i16> {
    let head = sentences.iter().take_while(|sentence| sentence.block_index < HEAD);
    let years = head.filter(|sentence| sentence.tokens.len() <= SHORT).flat_map(|sentence| sentence.tokens.clone());
    let year = |at: u32| {
        let token = &page.document.tokens()[at as usize];
        let text = page.document.text().get(token.start as usize..token.end as usize)?;
        text.parse::<i16>().ok().filter(|year| text.len() == 4 && (EARLIEST..=LATEST).contains(year))
    };
    years.filter_map(year).last()
}

/// Whether a date tells its year and no weekday, like the day on which a page was published.
pub(crate) fn is_full(date: &DateMatch) -> bool {
    date.parts.year != [None; 2] && date.parts.weekday.is_none()
}
