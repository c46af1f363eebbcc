//! On what occasion: the names of gatherings, and of what is signed.

use std::ops::Range;

use document::Shape;
use packs::{Form, Kind, Layer, Link, Mark, NumberKind, Occasion, Reference, Shape as Stands, Value};

use crate::begins::Begins;
use crate::page::Sentence;

/// The most bytes of a small word that ends no name.
const SMALL: usize = 4;
/// Between the word that leads to a gathering and the noun of its name stand so many tokens at most.
const LED: u32 = 8;
/// Whoever acts behind the name of an occasion is named within so many tokens, with their office.
const NAME: u32 = 8;
/// Within so many tokens behind the words that lead an occasion a journey begins that is none.
const JOURNEY: u32 = 3;

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
    let named = sentence.within(Layer::Occasions, tokens.clone()).find(|(_, value)| value.names_occasion())?.0;
    named_around(sentence, named, tokens)
}

/// "Met him *at the Digital Summit*": the name of a gathering within some tokens at which something takes place; of a journey
/// also that to which it leads, "travelled to Lima *for the APEC leaders' meeting*".
pub(crate) fn attended(sentence: &Sentence<'_>, tokens: Range<u32>, travels: bool) -> Option<Range<u32>> {
    let gathering = |value: &Value| matches!(value, Value::Occasion(Occasion::Series(_) | Occasion::Head));
    let leads = |at: u32| {
        let of_journey = [Link::About, Link::To].into_iter().filter(|_| travels);
        of_journey.chain([Link::At]).find_map(|link| sentence.link(at, link))
    };
    let mut nouns = sentence.within(Layer::Occasions, tokens.clone()).filter(|(_, value)| gathering(value));
    nouns.find_map(|(noun, _)| {
        let lead = (noun.start.saturating_sub(LED).max(tokens.start)..noun.start)
            .rev()
            .find_map(|at| leads(at).filter(|&end| end <= noun.start))?;
        let between = |at: u32| {
            let token = sentence.token(at);
            let apart = token.shape == Shape::Punctuation && !matches!(sentence.word(at), "-" | "–" | "'" | "’");
            !apart && !sentence.begins(at, Begins::layer(Layer::Triggers).or(Begins::layer(Layer::Speech)))
        };
        (lead..noun.start).all(between).then(|| named_around(sentence, noun, lead..tokens.end)).flatten()
    })
}

/// The document that some tokens name, if only by its noun: "signed *a memorandum*".
pub(crate) fn document(sentence: &Sentence<'_>, tokens: Range<u32>) -> Option<Range<u32>> {
    let mut nouns = sentence.within(Layer::Occasions, tokens.clone());
    let noun = nouns.find(|(_, value)| matches!(value, Value::Occasion(Occasion::Document)))?.0;
    Some(named_around(sentence, noun, tokens).unwrap_or(noun.start..noun.end))
}

/// The name of an occasion around its head noun, within some tokens.
fn named_around(sentence: &Sentence<'_>, named: Mark, tokens: Range<u32>) -> Option<Range<u32>> {
    let mut start = named.start;
    // Back over its name: capitals, ordinals, parties.
    while start > tokens.start {
        let before = start - 1;
        let token = sentence.token(before);
        let ordinal = |(mark, value): (Mark, &Value)| {
            mark.end > before && matches!(value, Value::Number(_, NumberKind::Ordinal | NumberKind::OrdinalSuffix))
        };
        let figure = token.shape == Shape::Number
            || sentence.within(Layer::Figures, before.saturating_sub(1)..before + 1).any(ordinal);
        let sign =
            token.shape == Shape::Punctuation && matches!(sentence.word(before), "-" | "–" | "'" | "’" | ":" | "+");
        let listed = sentence.at(Layer::Names, before).next().is_some();
        // "*Nordiska rådets* session", "*ALDE-partiets* kongress": whose it is begins with a capital.
        let whose = || {
            let genitive = sentence.language.genitive.iter().any(|ending| sentence.word(before).ends_with(&**ending));
            let joined = before > tokens.start + 1 && sentence.is(before - 1, "-");
            let from = if joined { before.saturating_sub(2) } else { before.saturating_sub(1) };
            before > tokens.start && genitive && token.shape == Shape::Lower && sentence.capital(from)
        };
        if !(sentence.capital(before) || figure || sign || listed || whose()) {
            break;
        }
        start = before;
    }
    // "*An* agreement", "*The* Memorandum": an article is none of its name.
    while start < named.start && sentence.language.is_function_word(sentence.word(start)) {
        start += 1;
    }
    // "The summit *in Lima*": its place behind it.
    let placed = sentence.link(named.end, Link::In).and_then(|next| {
        let place = |value: &Value| matches!(value, Value::City(_) | Value::Party(_, Form::Name));
        sentence.at(Layer::Names, next).find(|(_, value)| place(value)).map(|(mark, _)| mark.end)
    });
    // Behind its head a name goes on with a small word ("of", "on") or a capital, not with a verb.
    let about = [Link::Of, Link::About].into_iter().any(|link| sentence.is_link(named.end, link));
    let goes_on = sentence.tokens.contains(&named.end)
        && placed.is_none()
        && (about
            || sentence.at(Layer::Triggers, named.end).next().is_none()
                && (sentence.at(Layer::Links, named.end).next().is_some()
                    || !matches!(sentence.token(named.end).shape, Shape::Lower)));
    let end = if goes_on { occasion_from(sentence, named.end).end.max(named.end) } else { named.end };
    // A head alone ("the forum") names no occasion, but with its place that of a gathering does.
    let telling = named.end - start > 1 || end > named.end || sentence.capital(named.start);
    let gathering = sentence.entry(named).value != Value::Occasion(Occasion::Document);
    if telling { Some(start..end) } else { placed.filter(|_| gathering).map(|end| start..end) }
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
        let speaks = if sentence.is_link(from, Link::About) {
            end > from && tells(sentence, end)
        } else {
            sentence.at(Layer::Speech, end).next().is_some() && !sentence.capital(end)
                || (end > from && sentence.at(Layer::Triggers, end).any(|(_, value)| !gathers(value)))
        };
        let place = end > from
            && sentence.link(end, Link::In).is_some_and(|next| {
                sentence.at(Layer::Names, next).any(|(_, value)| matches!(value, Value::City(_) | Value::Party(..)))
            });
        // "The sixth meeting of the Commission *with* Minister of State X", "an agreement *with him*".
        let office = |at: u32| sentence.at(Layer::Names, at).any(|(_, value)| matches!(value, Value::Office(..)));
        let somebody = |next: u32| office(next) || office(next + 1) || sentence.reference(next).is_some();
        let with = sentence.link(end, Link::With).is_some_and(somebody);
        let says = sentence.is_link(end, Link::That);
        if stop || date || speaks || says || place || with || (end > from && acts(sentence, end)) || end - from > 24 {
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

/// "The third *conference of ministers*": whether a phrase is the noun of a gathering, which belongs to its name.
fn gathers(value: &Value) -> bool {
    let gathering = |kind: Kind| matches!(kind, Kind::Conference | Kind::Consultation);
    matches!(value, Value::Trigger(trigger) if trigger.shape == Stands::Noun && gathering(trigger.kind))
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
    let named = |at: &u32| sentence.capital(*at) || sentence.is_link(*at, Link::Of);
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
    let on = [Link::By, Link::Who, Link::That, Link::Infinitive].into_iter().any(|link| sentence.is_link(at, link));
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
