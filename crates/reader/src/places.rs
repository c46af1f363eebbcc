//! Where it took place.

use std::ops::Range;

use document::{BlockKind, Shape};
use packs::{Form, Layer, Link, Mark, OfficeKind, Party, Value, World};

use crate::page::Sentence;

/// Within so many tokens before a place the office of who is posted there begins.
const POST: u32 = 6;
/// Within so many tokens before an office the organisation is named whose it is.
const OWNER: u32 = 3;
/// The most tokens of what is spoken of before its place.
const MATTER: u32 = 6;
/// Within so many tokens before a place a bracket that tells an hour begins.
const HOUR: u32 = 12;
/// Within so many tokens before a city the house in it is named: "at the headquarters of the Central Bank, Hanoi".
const HOUSE: u32 = 12;
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
    let begin = (from..sign).rev().find(|&at| sentence.is_link(at, Link::In)).filter(|_| parted);
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
