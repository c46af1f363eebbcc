//! Which day a date in the text means.

use document::{BlockKind, Document, PartialDate, Shape};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use packs::{DateMatch, Kind, Layer, Link, Value, When};

use crate::drafts::overlap;
use crate::page::{Page, Sentence};
use crate::reading::Published;

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

#[cfg(test)]
mod tests {
    use crate::fixtures::{phrases, read};

    fn starts(language: &str, text: &str) -> Vec<String> {
        let reading = read(phrases(), language, text);
        reading.engagements.iter().map(|told| told.start.map_or_else(String::new, |day| day.to_string())).collect()
    }

    #[test]
    fn a_weekday_to_come_is_not_the_one_before() {
        let page = |story: &str| format!("Utrikesministern reser\n\nPublicerad 12.2.2024\n\n{story}\n");
        let coming = "Utrikesminister Elina Valtonen reser på fredag till Moldavien.";
        let past = "Utrikesminister Elina Valtonen mötte på fredagen Moldaviens president Maia Sandu.";
        let weekend = "I helgen träffade utrikesminister Elina Valtonen Norges utrikesminister Espen Barth Eide.";
        assert_eq!(starts("sv", &page(coming)), ["2024-02-16"]);
        assert_eq!(starts("sv", &page(past)), ["2024-02-09"]);
        assert_eq!(starts("sv", &page(weekend)), ["2024-02-10"]);
    }

    #[test]
    fn a_term_of_years_begins_in_the_year_of_the_page() {
        let plan = "Den 3 februari mötte Kenyas utrikesminister Musalia Mudavadi Perus utrikesminister Hugo de Zela i Lima. De \
                    antog en handlingsplan för åren 2026-2030 och talade om en plats i rådet 2027-2029.";
        assert_eq!(starts("sv", plan)[0], "2026-02-03");
    }

    #[test]
    fn an_anniversary_tells_the_year_to_which_it_is_counted() {
        let letters = "On October 25, President Kofi Osei of Ghana and President Rosa Quispe of Peru exchanged letters of congratulations \
                       on the 50th anniversary of relations (October 25, 1973-2023).";
        assert_eq!(starts("en", letters), ["2023-10-25"]);
        // Not a term of years.
        let meeting = "On October 25, President Kofi Osei of Ghana met President Rosa Quispe of Peru. They spoke of thirty years of \
                       relations (1995-2025) and of a seat in the Council (2026-2035).";
        assert_eq!(starts("en", meeting), ["2025-10-25"]);
    }

    #[test]
    fn what_is_announced_is_still_to_come() {
        for (text, expected) in [
            (
                "APIA, 6 May 2025 - Foreign Minister Tala Leota of Samoa will meet Foreign Minister Hemi Ngata of New Zealand on Thursday.",
                "2025-05-08",
            ),
            (
                "APIA, 6 May 2025 - Foreign Minister Tala Leota of Samoa is due to be received by President Catalina Reyes of Chile on \
                 Friday, 16 May.",
                "2025-05-16",
            ),
            (
                "APIA, 6 May 2025 - Foreign Minister Tala Leota of Samoa met Foreign Minister Hemi Ngata of New Zealand on Thursday.",
                "2025-05-01",
            ),
        ] {
            assert_eq!(starts("en", text), [expected], "{text}");
        }
        let text = "Pressmeddelande\n\nPublicerad 2 juni 2025\n\nStatsminister Ebba Lind reser den 11 juni till Malawi. På torsdagen tas hon \
                    emot av Malawis president Chifundo Banda i Lilongwe.\n";
        assert_eq!(starts("sv", text), ["2025-06-11", "2025-06-12"]);
    }

    #[test]
    fn weekdays_lie_in_the_days_of_a_visit() {
        let text = "LIMA, 17 March 2025\n\nForeign Minister Mari Tamm of Estonia visited Peru on 10-13 March 2025. On Tuesday she met \
                    Foreign Minister Rosa Quispe of Peru.\n";
        assert_eq!(starts("en", text), ["2025-03-10", "2025-03-11"]);
        // A page that tells no date of its own.
        let text = "Trong tuần từ 3 đến 7/3/2025, Bộ trưởng Ngoại giao Việt Nam Lê Văn Tám có các hoạt động sau:\n\nThứ Ba: Hội đàm với Bộ \
                    trưởng Ngoại giao Peru Rosa Quispe.\n\nThứ Sáu: Điện đàm với Bộ trưởng Ngoại giao Estonia Mari Tamm.\n";
        assert_eq!(starts("vi", text), ["2025-03-04", "2025-03-07"]);
    }

    #[test]
    fn how_long_a_visit_lasts_does_not_say_when_it_began() {
        let text = "LUSAKA, 18 July 2023 - Foreign Minister Stanley Kakubo of Zambia met Foreign Minister Mari Tamm of Estonia, who is in Zambia \
                    until Thursday.";
        assert_eq!(starts("en", text), ["2023-07-18"]);
    }

    #[test]
    fn a_name_is_a_month_only_beside_a_day() {
        let text = "DHAKA, Jan 18, 2023 (NBA) - Foreign Minister Rafiq Alam of Bangladesh met Czech Foreign Minister Jan Novotny.";
        assert_eq!(starts("en", text), ["2023-01-18"]);
    }

    #[test]
    fn the_year_of_a_heading_is_that_of_the_days_below() {
        let text = "Statsministerns program vecka 4, 2025\n\nTisdag 21 januari\n\nStatsminister Ebba Lind träffar Malawis president Chifundo Banda.\n";
        assert_eq!(starts("sv", text), ["2025-01-21"]);
    }

    #[test]
    fn the_weekday_tells_the_year_of_a_dateline() {
        let text = "LILONGWE, Feb 12 (MANA) - President Lazarus Chakwera of Malawi met President Daniel Chapo of Mozambique on Wednesday. \
                    Trade fell in 2024.\n";
        assert_eq!(starts("en", text), ["2025-02-12"]);
        // The day before, in a year that is not the one to be reached.
        let text = "LILONGWE, Jul 2 (MANA) - President Lazarus Chakwera of Malawi met President Daniel Chapo of Mozambique on Tuesday. \
                    Trade grew in 2025. They want to double it by 2030, and again by 2040.\n";
        assert_eq!(starts("en", text), ["2025-07-01"]);
    }

    #[test]
    fn the_weekdays_of_a_diary_lie_in_its_week() {
        let text = "WEEKLY DIGEST\n24 - 30 October 2022, Abuja\n\nMONDAY. Foreign Minister Geoffrey Onyeama met Ambassador Mette Nygaard of Denmark.\n\n\
                    SATURDAY. Foreign Minister Geoffrey Onyeama telephoned Foreign Minister Park Jin of South Korea.\n";
        assert_eq!(starts("en", text), ["2022-10-24", "2022-10-29"]);
    }

    #[test]
    fn an_anniversary_is_no_time() {
        let text = "Lusaka, 8 May 2026. President Chanda met Ghana's President Mensah for the 60th anniversary of relations \
                    (3 June 1966 - 3 June 2026).";
        assert_eq!(starts("en", text), ["2026-05-08"]);
    }

    #[test]
    fn a_year_that_is_agreed_on_is_no_time() {
        let text = "Den 26 oktober 2025 mötte Vietnams utrikesminister Le Van Hoa Thailands utrikesminister Somchai Raksa i Kuala \
                    Lumpur.\n\nUtrikesminister Le Van Hoa höll även samtal med Filippinernas utrikesminister Erlinda Sarmiento om att \
                    stärka samarbetet och fira 50-årsdagen av förbindelserna år 2026.\n";
        assert_eq!(starts("sv", text), ["2025-10-26"; 2]);
    }

    #[test]
    fn a_year_is_written_in_two_figures_too() {
        let text = "Möte i Reykjavik\n\n30.10.24\n\nUtrikesminister Elina Valtonen mötte i dag Islands president Halla Tómasdóttir.\n";
        assert_eq!(starts("sv", text), ["2024-10-30"]);
    }

    #[test]
    fn the_date_behind_the_city_is_the_page_s() {
        let text = "CAIRO – 11 June 2026: Egypt's Foreign Minister Ashraf Nour held talks on Wednesday with Vietnam's Foreign \
                    Minister Le Van Hoa.\n";
        assert_eq!(starts("en", text), ["2026-06-10"]);
        let text = "CAIRO – Ngày 11/6/2026: Ngoại trưởng Ai Cập Ashraf Nour hôm thứ Tư hội đàm với Bộ trưởng Ngoại giao Việt Nam Lê \
                    Văn Hòa.\n";
        assert_eq!(starts("vi", text), ["2026-06-10"]);
    }

    #[test]
    fn a_visit_of_several_days_does_not_date_what_follows() {
        let text = "On 18 October 2023, Prime Minister Le Van Hoa of Vietnam met Prime Minister Kerttu Salo of Finland, who is on an \
                    official visit to Vietnam from 17 to 19 October. After the talks, the two Prime Ministers signed an agreement on \
                    education.\n";
        let reading = read(phrases(), "en", text);
        let signing = reading.engagements.iter().find(|told| told.kind == "signing").expect("they sign");
        assert_eq!(signing.start.map(|day| day.to_string()).as_deref(), Some("2023-10-18"));
        let visit = reading.engagements.iter().find(|told| told.kind == "visit").expect("she visits");
        assert_eq!(visit.start.map(|day| day.to_string()).as_deref(), Some("2023-10-17"));
    }

    fn spans(language: &str, text: &str) -> Vec<String> {
        let days = |day: Option<document::PartialDate>| day.map_or_else(String::new, |day| day.to_string());
        let told = read(phrases(), language, text).engagements;
        told.into_iter().map(|told| format!("{} {}..{}", told.kind, days(told.start), days(told.end))).collect()
    }

    #[test]
    fn how_long_a_visit_lasts_tells_its_other_end() {
        for (text, expected) in [
            (
                "Ngày 13/1/2025, Ngoại trưởng Ghana Kofi Mensah bắt đầu chuyến thăm Peru hai ngày.",
                "visit 2025-01-13..2025-01-14",
            ),
            (
                "Ngày 25/3/2025, Ngoại trưởng Ghana Kofi Mensah bắt đầu chuyến thăm Peru kéo dài đến 28/3.",
                "visit 2025-03-25..2025-03-28",
            ),
            (
                "Accra, 22/3/2025. Ngoại trưởng Ghana Kofi Mensah hôm qua kết thúc chuyến thăm Peru bốn ngày.",
                "visit 2025-03-18..2025-03-21",
            ),
            // Nothing tells when it begins.
            ("Accra, 22/3/2025. Ngoại trưởng Ghana Kofi Mensah sẽ thăm Peru ba ngày.", "visit 2025-03-22..2025-03-22"),
        ] {
            assert_eq!(spans("vi", text), [expected], "{text}");
        }
    }

    #[test]
    fn a_day_has_the_year_of_one_beside_it() {
        let text = "Ngày 4/3, Thủ tướng Lào Sonexay Siphandone tiếp Ngoại trưởng Ghana Kofi Mensah sang thăm Lào từ ngày 3 - 5/3/2025. Ông \
                    cảm ơn Lào đã làm Chủ tịch ASEAN 2024.";
        assert_eq!(starts("vi", text), ["2025-03-04", "2025-03-03"]);
    }

    #[test]
    fn days_of_a_month_told_before_have_it() {
        for (told, expected) in [
            ("Từ ngày 18 đến 21 tháng này, Ngoại trưởng Ghana Kofi Mensah sẽ thăm Peru.", "2025-03-18"),
            ("Ngày 18, Ngoại trưởng Ghana Kofi Mensah hội đàm với Ngoại trưởng Peru Rosa Quispe.", "2025-03-18"),
            ("Ngày 28, Ngoại trưởng Ghana Kofi Mensah hội đàm với Ngoại trưởng Peru Rosa Quispe.", "2025-02-28"),
        ] {
            assert_eq!(starts("vi", &format!("Lima, 20/3/2025. {told}")), [expected], "{told}");
        }
    }

    #[test]
    fn a_day_of_something_else_is_not_the_acts() {
        for (text, expected) in [
            (
                "Accra, 9/4/2024. Sau khi quân nổi dậy tràn vào đêm 5/4 ở vùng biên giới, Ngoại trưởng Ghana Kofi Mensah ngày 6/4 hội \
                 đàm với Ngoại trưởng Peru Rosa Quispe.",
                "2024-04-06",
            ),
            (
                "Sáng 6/8/2025, trước thềm Ngày thành lập ASEAN (8/8), Ngoại trưởng Ghana Kofi Mensah tiếp Ngoại trưởng Peru Rosa \
                 Quispe.",
                "2025-08-06",
            ),
            // The day of the talks that are meant.
            (
                "Accra, 9/4/2024. Trong cuộc hội đàm ngày 5/4, Ngoại trưởng Ghana Kofi Mensah cảm ơn Ngoại trưởng Peru Rosa Quispe.",
                "2024-04-05",
            ),
        ] {
            assert_eq!(starts("vi", text), [expected], "{text}");
        }
    }

    #[test]
    fn each_of_those_met_has_the_day_in_brackets() {
        let text = "Accra, 7/11/2025. Ngoại trưởng Peru Rosa Quispe hội kiến Tổng thống Ghana Nana Osei (chiều 5/11) và Chủ tịch Quốc hội \
                    Ghana Akua Badu (sáng 6/11).";
        assert_eq!(starts("vi", text), ["2025-11-05", "2025-11-06"]);
    }

    #[test]
    fn a_sentence_of_place_agency_and_date_is_a_dateline() {
        let text = "La Paz (ABI), 20/10. Ngoại trưởng Peru Rosa Quispe hôm nay tiếp Ngoại trưởng Ghana Kofi Mensah. Thương mại tăng \
                    trong năm 2024.";
        assert_eq!(starts("vi", text), ["2024-10-20"]);
        // What is copied later is dated by the story's own head.
        let text = "Lima, 29/8/2024 (Andina) - Ngoại trưởng Peru Rosa Quispe hôm qua tiếp Ngoại trưởng Ghana Kofi Mensah.\n\n(Lan Anh \
                    dịch, 31/8/2024)\n";
        assert_eq!(starts("vi", text), ["2024-08-28"]);
        let text = "(Báo Sông Hồng, 15/1/2026) Ngoại trưởng Peru Rosa Quispe tiếp Ngoại trưởng Ghana Kofi Mensah ngày 14/1 tại Lima.";
        assert_eq!(starts("vi", text), ["2026-01-14"]);
    }

    #[test]
    fn a_line_tells_the_page_s_day_more_surely_than_a_sentence() {
        let text = "Ngày 29/7 tại Lima, Ngoại trưởng Peru Rosa Quispe tiếp Ngoại trưởng Ghana Kofi Mensah.\n\nHiệp định có hiệu lực từ ngày \
                    1/1/2026.\n\nBáo Sông Hồng, 31-7-2025\n";
        assert_eq!(starts("vi", text), ["2025-07-29"]);
    }

    #[test]
    fn a_title_tells_the_day_before_that_of_the_page() {
        let text = "Hoạt động của Thủ tướng Lê Văn Hòa tại Lima ngày 11/10\n\nLima, 12/10/2024 - Thủ tướng Lê Văn Hòa có lịch trình dày \
                    đặc.\n\nThủ tướng gặp Thủ tướng Peru Rosa Quispe.\n";
        assert_eq!(starts("vi", text), ["2024-10-11"]);
        // The journey of which a title alone tells, and the meeting on it.
        let text = "Thủ tướng Lê Văn Hòa thăm Peru\n\nLima, 12/10/2024 - Thủ tướng Lê Văn Hòa gặp Thủ tướng Peru Rosa Quispe.\n";
        assert_eq!(starts("vi", text), ["2024-10-12", "2024-10-12"]);
    }

    #[test]
    fn one_day_told_by_two_clocks_is_the_first() {
        for told in [
            "Chiều 12/5 (giờ địa phương, tức rạng sáng 13/5 theo giờ Hà Nội), Ngoại trưởng Ghana Kofi Mensah tiếp Ngoại trưởng Peru Rosa \
             Quispe.",
            "Tối 12/5 theo giờ địa phương (sáng 13/5 theo giờ Việt Nam), Ngoại trưởng Ghana Kofi Mensah tiếp Ngoại trưởng Peru Rosa Quispe.",
        ] {
            assert_eq!(starts("vi", &format!("Accra, 14/5/2025. {told}")), ["2025-05-12"], "{told}");
        }
    }

    #[test]
    fn days_in_brackets_behind_a_journey_are_not_those_of_an_act_on_it() {
        let text = "Lima, ngày 12/8/2025 - Trong khuôn khổ chuyến thăm Peru (11-13/8), Ngoại trưởng Ghana Kofi Mensah đã hội đàm với \
                    Ngoại trưởng Peru Rosa Quispe.";
        assert_eq!(spans("vi", text), ["visit 2025-08-11..2025-08-13", "meeting 2025-08-12..2025-08-12"]);
        // Nor is that of a holiday the day on which somebody writes.
        let text = "Hà Nội, 31/1/2024. Ngày 30/1, Ngoại trưởng Ghana Kofi Mensah tiếp Đại sứ Peru Elena Rojas. Nhân dịp Quốc khánh Peru \
                    (26/1), Ngoại trưởng Ghana Kofi Mensah gửi điện mừng tới Ngoại trưởng Peru Rosa Quispe.";
        assert_eq!(starts("vi", text), ["2024-01-30", "2024-01-30"]);
    }

    #[test]
    fn a_day_that_a_sentence_speaks_of_is_nearer_than_the_whole_visit() {
        let text = "Tổng thống Ghana Kofi Mensah thăm Peru từ ngày 15 - 18/1/2026.\n\nĐúng 9 giờ sáng 16/1, quốc thiều hai nước được cử \
                    lên.\n\nHai nhà lãnh đạo Ghana và Peru đã hội đàm.\n";
        assert_eq!(spans("vi", text), ["visit 2026-01-15..2026-01-18", "meeting 2026-01-16..2026-01-16"]);
    }

    #[test]
    fn a_letter_of_which_nothing_tells_the_day_has_none() {
        let text = "Ngoại trưởng Ghana Kofi Mensah đã gửi điện mừng tới Ngoại trưởng Peru Rosa Quispe.\n\nBáo Sông Hồng, 31/7/2025\n";
        assert_eq!(starts("vi", text), [""]);
        let text =
            "Ngoại trưởng Ghana Kofi Mensah đã tiếp Ngoại trưởng Peru Rosa Quispe.\n\nBáo Sông Hồng, 31/7/2025\n";
        assert_eq!(starts("vi", text), ["2025-07-31"]);
    }

    #[test]
    fn a_paragraph_that_goes_back_a_day_does_not_date_the_next() {
        let text = "Ngày 12/3/2025, Ngoại trưởng Ghana Kofi Mensah tiếp Ngoại trưởng Peru Rosa Quispe. Trước đó, tối 11/3, Ngoại trưởng Kofi \
                    Mensah tiếp Ngoại trưởng Oman Ali Saleh.\n\nNgoại trưởng Kofi Mensah cũng tiếp Ngoại trưởng Kenya Grace Odinga.\n";
        assert_eq!(starts("vi", text), ["2025-03-12", "2025-03-11", "2025-03-12"]);
        // Nor does what was still to come.
        let text = "Lima, 13/3/2025. Ngày 12/3, Ngoại trưởng Ghana Kofi Mensah hội đàm với Ngoại trưởng Peru Rosa Quispe. Ngày 13/3, Ngoại \
                    trưởng Kofi Mensah sẽ thăm Chile.\n\nHai Ngoại trưởng đã ký Hiệp định hợp tác văn hóa.\n";
        assert_eq!(starts("vi", text), ["2025-03-12", "2025-03-13", "2025-03-12"]);
    }

    #[test]
    fn days_in_brackets_behind_one_of_several_acts_are_its_own() {
        let text = "Từ ngày 23 - 26/9/2025, Ngoại trưởng Ghana Kofi Mensah thăm Peru.\n\nTrong chuyến thăm, Ngoại trưởng Kofi Mensah hội đàm \
                    với Ngoại trưởng Rosa Quispe; chào Tổng thống Peru Luis Rojas (24/9).\n";
        assert_eq!(
            spans("vi", text),
            ["visit 2025-09-23..2025-09-26", "meeting 2025-09-23..2025-09-26", "meeting 2025-09-24..2025-09-24"]
        );
    }

    #[test]
    fn what_is_announced_has_its_own_days() {
        let text = "Lima, 26/8/2025. Ngày 25/8, Bộ Ngoại giao Peru thông báo Ngoại trưởng Rosa Quispe sẽ thăm Ghana từ 27-28/8.";
        assert_eq!(spans("vi", text), ["visit 2025-08-27..2025-08-28"]);
    }
}
