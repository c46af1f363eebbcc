//! Where it took place, and on what occasion.

use std::ops::Range;

use document::{BlockKind, Shape};
use packs::{Form, Kind, Layer, Link, Mark, NumberKind, Occasion, OfficeKind, Party, Reference, Value, World};

use crate::begins::Begins;
use crate::page::Sentence;

/// Within so many tokens before a place the office of who is posted there begins.
const POST: u32 = 6;
/// Within so many tokens before an office the organisation is named whose it is.
const OWNER: u32 = 3;
/// The most bytes of a small word that ends no name.
const SMALL: usize = 4;
/// The most tokens of what is spoken of before its place.
const MATTER: u32 = 6;
/// Within so many tokens before a place a bracket that tells an hour begins.
const HOUR: u32 = 12;
/// Within so many tokens before a city the house in it is named: "at the headquarters of the Central Bank, Hanoi".
const HOUSE: u32 = 12;
/// Whoever acts behind the name of an occasion is named within so many tokens, with their office.
const NAME: u32 = 8;
/// Within so many tokens behind the words that lead an occasion a journey begins that is none.
const JOURNEY: u32 = 3;

/// A place as far as a text gives it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) country: Option<Party>,
    /// By its place in [`packs::World::cities`].
    pub(crate) city: Option<u16>,
}

impl Place {
    /// A city with its country.
    pub(crate) fn of_city(world: &World, city: u16) -> Self {
        Self { country: Some(world.country_of(city)), city: Some(city) }
    }

    /// What a city's or a state's name names.
    pub(crate) fn named(world: &World, value: &Value) -> Option<Self> {
        match value {
            Value::City(city) => Some(Self::of_city(world, *city)),
            Value::Party(party, Form::Name) if world.is_state(*party) => {
                Some(Self { country: Some(*party), city: None })
            }
            _ => None,
        }
    }
}

/// The first place within some tokens that a small word such as "in" or "to" leads.
pub(crate) fn place(sentence: &Sentence<'_>, tokens: Range<u32>, links: &[Link]) -> Option<Place> {
    let world = sentence.page.world();
    let mut country = None;
    // Where what is only spoken of goes on: "discussed *the situation in* Sudan and in Libya".
    let mut spoken = None;
    for (mark, value) in sentence.within(Layer::Names, tokens) {
        let Some(named) = Place::named(world, value) else { continue };
        let lead = leading(sentence, mark.start, links);
        let joined = |end: u32, lead: u32| {
            let from = end + u32::from(sentence.is(end, ","));
            from == lead || sentence.link(from, Link::And) == Some(lead)
        };
        if lead.is_some_and(|lead| tells_of(sentence, lead) || spoken.is_some_and(|end| joined(end, lead))) {
            spoken = Some(mark.end);
            continue;
        }
        let house = || named.city.is_some() && links.contains(&Link::In) && houses(sentence, mark.start);
        if !(lead.is_some() || house()) || posted(sentence, mark.start) || tells_hour(sentence, mark.start) {
            continue;
        }
        if named.city.is_some() {
            return Some(named);
        }
        // "Kuala Lumpur, Malaysia": the city may still follow in brackets or apposition.
        country = country.or(Some(named));
    }
    country
}

/// The countries in which a sentence says that envoys are posted.
pub(crate) fn posts(sentence: &Sentence<'_>) -> impl Iterator<Item = Party> {
    let world = sentence.page.world();
    let sent = move |at: u32| led(sentence, at, &[Link::In, Link::To]) && posted(sentence, at);
    let of = move |(mark, value): (Mark, &Value)| Place::named(world, value)?.country.filter(|_| sent(mark.start));
    sentence.marks(Layer::Names).filter_map(of)
}

/// Whether a place says where an envoy or somebody of an organisation is posted, not where something is: "the ambassador *in
/// Washington*", "the UN coordinator *in Kenya*".
fn posted(sentence: &Sentence<'_>, at: u32) -> bool {
    let world = sentence.page.world();
    let from = at.saturating_sub(POST).max(sentence.tokens.start);
    let organisation = |value: &Value| matches!(value, Value::Party(party, _) if !world.is_state(*party));
    sentence.within(Layer::Names, from..at).any(|(mark, value)| {
        let Value::Office(office) = value else { return false };
        let envoy = office.offices.has(OfficeKind::Ambassador) || office.offices.has(OfficeKind::HonoraryConsul);
        let before = mark.start.saturating_sub(OWNER).max(sentence.tokens.start)..mark.start;
        let sent = || {
            office.parties.first().is_some_and(|&party| !world.is_state(party))
                || sentence.within(Layer::Names, before).any(|(_, value)| organisation(value))
        };
        mark.end < at && mark.end + 2 >= at && (envoy || office.offices.has(OfficeKind::Official) && sent())
    })
}

/// Whether a place says where a clock shows an hour: "at 12:30 (local time; 6:30 p.m. *in Japan*)".
fn tells_hour(sentence: &Sentence<'_>, at: u32) -> bool {
    let from = at.saturating_sub(HOUR).max(sentence.tokens.start);
    let bracket = (from..at).rev().take_while(|&at| !sentence.is(at, ")")).find(|&at| sentence.is(at, "("));
    bracket.is_some_and(|open| (open..at).any(|at| sentence.word(at).contains(':')))
}

/// The city or state that is named at a token, with an article before it at most.
pub(crate) fn named_at(sentence: &Sentence<'_>, at: u32) -> Option<Place> {
    let world = sentence.page.world();
    let named = |at: u32| sentence.at(Layer::Names, at).find_map(|(_, value)| Place::named(world, value));
    let article = |at: u32| sentence.tokens.contains(&at) && sentence.token(at).shape == Shape::Lower;
    named(at).or_else(|| if article(at) { named(at + 1) } else { None })
}

/// The city of a dateline.
pub(crate) fn dateline(sentence: &Sentence<'_>) -> Option<Place> {
    let end = if sentence.block == BlockKind::Dateline { sentence.tokens.end } else { sentence.dateline_end() };
    let (world, start) = (sentence.page.world(), sentence.tokens.start);
    let city = sentence.within(Layer::Names, start..end).find_map(|(_, value)| match value {
        Value::City(city) => Some(Place::of_city(world, *city)),
        _ => None,
    });
    // "KUWAIT, Feb 8 (KUNA) --": a city that is called as its country is.
    let dated = || sentence.dates().iter().any(|date| date.start < end);
    let comma = |mark: Mark| mark.start == start && sentence.is(mark.end, ",") && dated();
    let country = || sentence.at(Layer::Names, start).find(|(mark, _)| comma(*mark));
    city.or_else(|| country().and_then(|(_, value)| Place::named(world, value)))
}

/// Whether a small word of these classes stands right before a token, or an article after it does.
pub(crate) fn led(sentence: &Sentence<'_>, at: u32, links: &[Link]) -> bool {
    leading(sentence, at, links).is_some()
}

/// Where the small word of these classes begins that leads a token.
fn leading(sentence: &Sentence<'_>, at: u32, links: &[Link]) -> Option<u32> {
    let from = at.saturating_sub(4).max(sentence.tokens.start);
    sentence.within(Layer::Links, from..at).find_map(|(mark, value)| {
        let wanted = matches!(value, Value::Link(link) if links.contains(link));
        let between = mark.end..at;
        // "Anklagade *på lördagen* Kambodja": what leads a day leads no place behind it, but where somebody goes may stand there,
        // "besökte på lördagen Kambodja".
        let dated = || {
            !links.contains(&Link::To)
                && sentence.dates().iter().any(|date| date.start == mark.start && mark.end < date.end && date.end <= at)
        };
        let leads = wanted
            && !dated()
            && between.len() <= 2
            && between.clone().all(|token| sentence.token(token).shape != Shape::Punctuation);
        leads.then_some(mark.start)
    })
}

/// Whether what goes on in a place and is only spoken of stands before the small word that leads it: "*the situation* in
/// Sudan".
fn tells_of(sentence: &Sentence<'_>, lead: u32) -> bool {
    let from = lead.saturating_sub(MATTER).max(sentence.tokens.start);
    let matter = |(mark, value): (Mark, &Value)| mark.end == lead && *value == Value::Link(Link::Matter);
    sentence.within(Layer::Links, from..lead).any(matter)
}

/// Whether a party is named only for what goes on there: "the nuclear *issues of North Korea*".
pub(crate) fn spoken_of(sentence: &Sentence<'_>, at: u32) -> bool {
    leading(sentence, at, &[Link::In, Link::Of]).is_some_and(|lead| tells_of(sentence, lead))
}

/// Whether a house that "in" leads stands before a city, parted from it by a comma or a bracket: "at the *National Assembly
/// House (Hanoi)*".
fn houses(sentence: &Sentence<'_>, at: u32) -> bool {
    let sign = at.saturating_sub(1);
    let parted = sentence.tokens.contains(&sign) && (sentence.is(sign, ",") || sentence.is(sign, "("));
    let from = sign.saturating_sub(HOUSE).max(sentence.tokens.start);
    let begin = (from..sign).rev().find(|&at| sentence.link(at, Link::In).is_some()).filter(|_| parted);
    begin.is_some_and(|begin| {
        let inside = begin + 1..sign;
        let plain = |at: u32| sentence.token(at).shape != Shape::Punctuation || sentence.is(at, "-");
        let place = |value: &Value| matches!(value, Value::City(_));
        inside.len() > 1
            && inside.clone().all(plain)
            && inside.clone().any(|at| sentence.capital(at))
            && !sentence.within(Layer::Names, inside.clone()).any(|(_, value)| place(value))
            && sentence.within(Layer::Triggers, inside).next().is_none()
    })
}

/// The occasion that a frame word leads ("on the sidelines of …"), as tokens.
pub(crate) fn framed(sentence: &Sentence<'_>) -> Option<Range<u32>> {
    let frame = sentence.marks(Layer::Occasions).find(|(_, value)| **value == Value::Occasion(Occasion::Frame))?.0;
    // "Nhân dịp *này*", "nhân dịp *ông* sang thăm": a word that refers back names no occasion.
    let refers =
        [frame.end, frame.end - 1].into_iter().filter_map(|at| sentence.reference(at)).any(|(reference, end)| {
            use Reference::{Country, Guest, He, Host, She, They};
            end > frame.end && matches!(reference, He | She | They | Country | Guest | Host)
        });
    // "*As part of his visit to* Baghdad": a journey is none.
    let visits = |(mark, value): (Mark, &Value)| {
        mark.end > frame.end && matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Visit)
    };
    let near = frame.start..(frame.end + JOURNEY).min(sentence.tokens.end);
    let journey = sentence.within(Layer::Triggers, near).any(visits);
    let named = occasion_from(sentence, frame.end);
    let one = named.len() == 1 && sentence.language.is_function_word(sentence.word(named.start));
    Some(named).filter(|tokens| !tokens.is_empty() && !refers && !journey && !one)
}

/// The name of an occasion around one of its head nouns within some tokens.
pub(crate) fn headed(sentence: &Sentence<'_>, tokens: Range<u32>) -> Option<Range<u32>> {
    let named = sentence
        .within(Layer::Occasions, tokens.clone())
        .find(|(_, value)| matches!(value, Value::Occasion(Occasion::Series(_) | Occasion::Head)))?
        .0;
    let mut start = named.start;
    // Back over its name: capitals, ordinals, parties.
    while start > tokens.start {
        let before = start - 1;
        let token = sentence.token(before);
        let figure = token.shape == Shape::Number
            || sentence
                .at(Layer::Figures, before)
                .any(|(_, value)| matches!(value, Value::Number(_, NumberKind::Ordinal | NumberKind::OrdinalSuffix)));
        let sign =
            token.shape == Shape::Punctuation && matches!(sentence.word(before), "-" | "–" | "'" | "’" | ":" | "+");
        let listed = sentence.at(Layer::Names, before).next().is_some();
        if !(sentence.capital(before) || figure || sign || listed) {
            break;
        }
        start = before;
    }
    // "*An* agreement", "*The* Memorandum": an article is none of its name.
    while start < named.start && sentence.language.is_function_word(sentence.word(start)) {
        start += 1;
    }
    // Behind its head a name goes on with a small word ("of", "on") or a capital, not with a verb.
    let about = [Link::Of, Link::About].into_iter().any(|link| sentence.link(named.end, link).is_some());
    let goes_on = sentence.tokens.contains(&named.end)
        && (about
            || sentence.at(Layer::Triggers, named.end).next().is_none()
                && (sentence.at(Layer::Links, named.end).next().is_some()
                    || !matches!(sentence.token(named.end).shape, Shape::Lower)));
    let end = if goes_on { occasion_from(sentence, named.end).end.max(named.end) } else { named.end };
    // A head alone ("the forum") names no occasion.
    let telling = named.end - start > 1 || end > named.end || sentence.capital(named.start);
    telling.then_some(start..end)
}

/// The words of an occasion, up to what no longer belongs to it.
fn occasion_from(sentence: &Sentence<'_>, from: u32) -> Range<u32> {
    let mut end = from;
    while sentence.tokens.contains(&end) {
        let token = sentence.token(end);
        // "ASEAN:s 58:e möte": a colon inside a word ends nothing.
        let inside = sentence.is(end, ":")
            && sentence.tokens.contains(&(end + 1))
            && sentence.token(end + 1).shape == Shape::Lower
            && !sentence.token(end + 1).spaced;
        let stop = token.shape == Shape::Punctuation
            && !inside
            && matches!(sentence.word(end), "," | ";" | "." | "–" | "—" | ":" | "\"" | "”");
        // "The 50th anniversary of relations (25 October 1973-2023)".
        let figure = |at: u32| {
            sentence.tokens.contains(&at)
                && (sentence.token(at).shape == Shape::Number
                    || sentence.at(Layer::Figures, at).any(|(_, value)| matches!(value, Value::Month(_))))
        };
        let date = sentence.dates().iter().any(|date| date.start == end) || (sentence.is(end, "(") && figure(end + 1));
        // "An agreement on *political consultations*", "on *support* for fisheries": what it is of is no verb.
        let speaks = if sentence.link(from, Link::About).is_some() {
            end > from && tells(sentence, end)
        } else {
            sentence.at(Layer::Speech, end).next().is_some()
                || (end > from && sentence.at(Layer::Triggers, end).next().is_some())
        };
        let place = end > from
            && sentence.link(end, Link::In).is_some_and(|next| {
                sentence.at(Layer::Names, next).any(|(_, value)| matches!(value, Value::City(_) | Value::Party(..)))
            });
        // "The sixth meeting of the Commission *with* Minister of State X".
        let office = |at: u32| sentence.at(Layer::Names, at).any(|(_, value)| matches!(value, Value::Office(..)));
        let with = end > from && sentence.link(end, Link::With).is_some_and(|next| office(next) || office(next + 1));
        if stop || date || speaks || place || with || (end > from && acts(sentence, end)) || end - from > 24 {
            break;
        }
        end += 1;
    }
    // "… on 3 May" ends before "on".
    let small = |at: u32| {
        sentence.at(Layer::Links, at).any(|(mark, value)| mark.end == at + 1 && *value != Value::Link(Link::Matter))
            || (sentence.token(at).shape == Shape::Lower
                && sentence.word(at).len() <= SMALL
                && sentence.language.is_function_word(sentence.word(at)))
    };
    while end > from && small(end - 1) {
        end -= 1;
    }
    from..end
}

/// "On the margins of the event *the President* met …", "… of the summit *Minister X* met …": whether somebody who acts begins
/// right behind the name of an occasion.
fn acts(sentence: &Sentence<'_>, at: u32) -> bool {
    let article = sentence.token(at).shape == Shape::Lower
        && sentence.language.is_function_word(sentence.word(at))
        && !sentence.begins(at, Begins::layer(Layer::Links));
    let plain = sentence.token(at - 1).shape != Shape::Punctuation
        && !sentence.begins(at - 1, Begins::layer(Layer::Links))
        && !sentence.language.is_function_word(sentence.word(at - 1));
    let somebody = |at: u32| sentence.begins(at, Begins::OFFICE.or(Begins::HONORIFIC));
    let met = |at: u32| {
        let finite = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.is_finite());
        sentence.at(Layer::Triggers, at).any(|(_, value)| finite(value))
    };
    let named = |at: &u32| sentence.capital(*at) || sentence.link(*at, Link::Of).is_some();
    let name = || sentence.capital(at) && (at..at + NAME).take_while(named).last().is_some_and(|last| met(last + 1));
    plain && (article && somebody(at + 1) || name())
}

/// Whether what follows somewhere tells on, rather than of what a document is: a verb of an engagement ("… *were signed*"),
/// who signs it ("*by* the ministers"), what it is for ("*to promote* trade"), one more thing done ("*and agreed* to").
fn tells(sentence: &Sentence<'_>, at: u32) -> bool {
    let verb = |value: &Value| match value {
        Value::Trigger(trigger) => trigger.is_finite() || trigger.kind == Kind::Signing,
        _ => false,
    };
    let speaks = |at: u32| sentence.at(Layer::Speech, at).next().is_some();
    let on =
        [Link::By, Link::Who, Link::That, Link::Infinitive].into_iter().any(|link| sentence.link(at, link).is_some());
    let also = sentence.link(at, Link::And).is_some_and(|next| {
        speaks(next)
            || sentence.at(Layer::Triggers, next).any(|(_, value)| verb(value))
            || sentence.tokens.contains(&next)
                && sentence.token(next).shape == Shape::Lower
                && sentence.word(next).len() <= SMALL
                && sentence.language.is_function_word(sentence.word(next))
    });
    on || also || sentence.at(Layer::Triggers, at).any(|(_, value)| verb(value))
}

/// The year that a numbered session of a yearly forum fixes, from the first such session of the document.
pub(crate) fn session_year(sentence: &Sentence<'_>) -> Option<i16> {
    // "APEC 2025".
    let world = sentence.page.world();
    let of_year = sentence.marks(Layer::Names).find_map(|(mark, value)| {
        let organisation = matches!(value, Value::Party(party, Form::Name) if !world.is_state(*party));
        let number =
            organisation && sentence.tokens.contains(&mark.end) && sentence.token(mark.end).shape == Shape::Number;
        number.then(|| sentence.word(mark.end).parse().ok()).flatten().filter(|year| (1990..2100).contains(year))
    });
    if of_year.is_some() {
        return of_year;
    }
    sentence.marks(Layer::Occasions).find_map(|(mark, value)| {
        let Value::Occasion(Occasion::Series(series)) = value else { return None };
        let series = &sentence.page.world().series[*series as usize];
        // "COP30": the number is glued to the name.
        let digits = sentence.word(mark.end - 1).trim_start_matches(|c: char| !c.is_ascii_digit());
        if let Some(year) = digits.parse().ok().and_then(|session| series.year(session)) {
            return Some(year);
        }
        let dated = |at: u32| sentence.dates().iter().any(|date| (date.start..date.end).contains(&at));
        let near = mark.start.saturating_sub(5).max(sentence.tokens.start)..(mark.end + 4).min(sentence.tokens.end);
        near.filter(|at| !(mark.start..mark.end).contains(at) && !dated(*at)).find_map(|at| {
            if sentence.token(at).shape == Shape::Number {
                let ordinal = sentence.tokens.contains(&(at + 1))
                    && sentence
                        .at(Layer::Figures, at + 1)
                        .any(|(_, value)| matches!(value, Value::Number(_, NumberKind::OrdinalSuffix)));
                let before = sentence.within(Layer::Figures, at.saturating_sub(4).max(sentence.tokens.start)..at);
                let led = before.into_iter().any(|(mark, value)| {
                    mark.end == at && matches!(value, Value::Number(_, NumberKind::OrdinalPrefix))
                });
                // "APEC 2025".
                if let Some(year) =
                    sentence.word(at).parse().ok().filter(|year| at == mark.end && (1990..2100).contains(year))
                {
                    return Some(year);
                }
                let beside = at >= mark.end && at <= mark.end + 1 || at + 1 == mark.start;
                let counts = ordinal || led || beside;
                return sentence
                    .word(at)
                    .parse()
                    .ok()
                    .filter(|&session: &u32| counts && session < 200)
                    .and_then(|session| series.year(session));
            }
            sentence.at(Layer::Figures, at).find_map(|(_, value)| match value {
                Value::Number(number, NumberKind::Ordinal) => series.year(*number as u32),
                _ => None,
            })
        })
    })
}
