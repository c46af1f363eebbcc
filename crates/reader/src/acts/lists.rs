//! What one act lists: sessions, the countries of a journey, documents.

use std::ops::Range;

use document::Shape;
use packs::{Form, Kind, Layer, Link, Mark, NumberKind, Occasion, Shape as Stands, Trigger, Value};

use super::Act;
use crate::page::Sentence;
use crate::places::Place;

/// The most articles and other small words before the noun of a document, and the most bytes of one.
const ARTICLES: u32 = 2;
const SMALL: usize = 5;
/// Within so many tokens behind a semicolon the noun of a document stands.
const COUNTED: u32 = 8;
/// The most tokens of who travels, where the language sets them behind the verb.
const SUBJECT: u32 = 14;
/// How many tokens a bracket behind a country may hold.
const BRACKET: u32 = 12;

/// Whether something names a city or a country.
pub(super) fn names_place(value: &Value) -> bool {
    matches!(value, Value::City(_) | Value::Party(_, Form::Name))
}

/// Whether some tokens hold an ordinal number.
pub(super) fn ordinal(sentence: &Sentence<'_>, tokens: Range<u32>) -> bool {
    // The first of all is seldom one of a row.
    sentence.within(Layer::Figures, tokens).any(|(_, value)| match value {
        Value::Number(number, NumberKind::Ordinal) => *number > 1.0,
        Value::Number(_, kind) => matches!(kind, NumberKind::OrdinalSuffix | NumberKind::OrdinalPrefix),
        _ => false,
    })
}

/// The sessions that one act lists: "took part in the plenary; the retreat; the 32nd ARF".
pub(crate) fn sessions<'s>(act: &Act<'s>) -> Vec<Act<'s>> {
    let sentence = act.sentence;
    let named = |tokens: &Range<u32>| {
        sentence.within(Layer::Occasions, tokens.clone()).any(|(_, value)| value.names_occasion())
    };
    let numbered = |at: u32| {
        (sentence.is(at, ",") || sentence.is_link(at, Link::And))
            && ordinal(sentence, at + 1..(at + 4).min(act.right.end))
    };
    match act.trigger.kind {
        Kind::Signing => return documents(act),
        Kind::Visit => return legs(act),
        _ => (),
    }
    let signs = (act.right.start..act.right.end).filter(|&at| sentence.is(at, ";") || numbered(at));
    let cuts: Vec<u32> =
        std::iter::once(act.right.start).chain(signs.map(|at| at + 1)).chain([act.right.end]).collect();
    let parts: Vec<Range<u32>> = cuts.windows(2).map(|pair| pair[0]..pair[1]).filter(|part| named(part)).collect();
    if !matches!(act.trigger.kind, Kind::Conference | Kind::Consultation) || parts.len() < 2 {
        return vec![act.clone()];
    }
    // The first has all that stands before the list, the others themselves alone.
    let left =
        |right: &Range<u32>| if right.start == act.right.start { act.left.clone() } else { right.start..right.start };
    parts.into_iter().map(|right| Act { left: left(&right), right, ..act.clone() }).collect()
}

/// The countries of a journey that each have days of their own: "visits Seoul on 9 March and Tokyo on 10 March".
fn legs<'s>(act: &Act<'s>) -> Vec<Act<'s>> {
    let sentence = act.sentence;
    let place = |at: u32| sentence.at(Layer::Names, at).any(|(_, value)| names_place(value));
    let day = |date: &&packs::DateMatch| {
        date.parts.day[0].is_some() || matches!(date.when, packs::When::Weekday | packs::When::Published(_))
    };
    let dated = |tokens: Range<u32>| sentence.dates().iter().filter(day).any(|date| tokens.contains(&date.start));
    let begins = |at: u32| {
        let led = [Link::In, Link::To].into_iter().filter_map(|link| sentence.link(at, link));
        // "To *the* Kyrgyz Republic".
        let led =
            led.map(|at| at + u32::from(sentence.tokens.contains(&at) && sentence.token(at).shape == Shape::Lower));
        place(at) || led.into_iter().any(place) || sentence.dates().iter().filter(day).any(|date| date.start == at)
    };
    let joint = |at: u32| sentence.link(at, Link::And).or(sentence.is(at, ",").then_some(at + 1));
    let starts: Vec<u32> = act.right.clone().filter_map(joint).filter(|&at| begins(at)).collect();
    let ends = starts.iter().skip(1).copied().chain([act.right.end]);
    // "Will visit Vietnam, Malaysia and Cambodia *in turn*": each is one without days of its own too.
    let full = |part: &Range<u32>| (act.trigger.each || dated(part.clone())) && part.clone().any(place);
    let further: Vec<Range<u32>> = starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect();
    // The day before a noun is that of what else was done there.
    let from = if act.trigger.is_finite() { act.left.start } else { act.mark.end };
    let first = from..starts.first().copied().unwrap_or(act.right.end);
    let dated = !act.trigger.background && !further.is_empty() && full(&first) && further.iter().all(full);
    let starts = if dated { starts } else { countries(act) };
    let Some(&end) = starts.first() else { return vec![act.clone()] };
    let ends = starts.iter().skip(1).copied().chain([act.right.end]);
    let head = Act { right: act.right.start.min(end)..end, ..act.clone() };
    let leg = |right: Range<u32>| Act { left: right.start..right.start, right, further: true, ..act.clone() };
    std::iter::once(head).chain(starts.iter().zip(ends).map(|(&start, end)| leg(start..end))).collect()
}

/// Where the further countries stand to which one journey goes, its days told of all: "will visit *Tallinn and Riga* on 4–6
/// February", "travels to *Peru, Chile and Bolivia*".
fn countries(act: &Act<'_>) -> Vec<u32> {
    let sentence = act.sentence;
    let world = sentence.page.world();
    let place = |at: u32| {
        let article = sentence.tokens.contains(&at) && sentence.token(at).shape == Shape::Lower;
        (at..at + 1 + u32::from(article)).find_map(|at| {
            let mut names = sentence.at(Layer::Names, at);
            names.find_map(|(mark, value)| Some((mark.end, Place::named(world, value)?.country?)))
        })
    };
    let behind = act.mark.end.max(act.mark.tail);
    // "I april besöker utrikesminister *X Kenya* och Uganda".
    let subject = || {
        let plain = |at: &u32| sentence.token(*at).shape != Shape::Punctuation;
        let words = (behind + 1..(behind + SUBJECT).min(act.right.end)).take_while(plain);
        let named = |at: u32| sentence.at(Layer::Names, at).any(|(_, value)| names_place(value));
        let mut words = words.filter(|&at| named(at) && sentence.token(at - 1).shape == Shape::Capital);
        words.next().filter(|_| sentence.language.subject_after_verb).and_then(place)
    };
    // "Was in *Tashkent and Dushanbe* for consultations": in the gap of the act.
    let gap = (act.mark.end < behind && place(act.mark.end).is_some()).then_some(act.mark.end);
    let first = place(gap.unwrap_or(behind)).or_else(subject).filter(|_| act.trigger.is_finite());
    let Some((mut end, first)) = first else { return Vec::new() };
    let (mut seen, mut starts, mut joined) = (vec![first], Vec::new(), false);
    loop {
        // "Việt Nam (3-5 February) and Laos".
        if sentence.is(end, "(")
            && let Some(close) = (end..(end + BRACKET).min(act.right.end)).find(|&at| sentence.is(at, ")"))
        {
            end = close + 1;
        }
        let comma = sentence.is(end, ",");
        let and = sentence.link(end + u32::from(comma), Link::And);
        let Some(from) = and.or(comma.then_some(end + 1)).filter(|&from| from < act.right.end) else { break };
        let led = [Link::To, Link::In].into_iter().find_map(|link| sentence.link(from, link)).unwrap_or(from);
        let Some((next, country)) = place(led) else { break };
        end = next;
        // "Oslo, Norway, and Riga": the country of a city is no further one.
        if !seen.contains(&country) {
            joined |= and.is_some();
            seen.push(country);
            starts.push(led);
        }
    }
    if joined { starts } else { Vec::new() }
}

/// The documents that one act of signing lists, before it or behind: "an agreement on trade and a memorandum on nurses".
fn documents<'s>(act: &Act<'s>) -> Vec<Act<'s>> {
    let sentence = act.sentence;
    let head = |at: u32| {
        sentence
            .at(Layer::Occasions, at)
            .any(|(_, value)| matches!(value, Value::Occasion(Occasion::Head | Occasion::Document)))
    };
    // Behind "and", a comma or a semicolon its noun follows, an article at most between.
    let named = |from: u32| {
        let article = |at: u32| sentence.token(at).shape == Shape::Lower && sentence.word(at).len() <= SMALL;
        let ahead = (from..(from + ARTICLES + 1).min(sentence.tokens.end)).find(|&at| head(at) || !article(at));
        // "Memoranda of understanding *and agreements*, witnessed by …": of which nothing is said are the same.
        let bare = |at: u32| {
            let end = at + 1;
            at == from && (!sentence.tokens.contains(&end) || sentence.token(end).shape == Shape::Punctuation)
        };
        ahead.is_some_and(|at| head(at) && !bare(at))
    };
    let listed = |tokens: Range<u32>| -> Vec<u32> {
        let next = |at: u32| {
            let sign = sentence.is(at, ",") || sentence.is(at, ";");
            let end = if sign { Some(at + 1) } else { sentence.link(at, Link::And) }?;
            // Behind a semicolon stands one, whatever counts it: "(b) Protocol on …".
            let near = || sentence.is(at, ";") && (end..(end + COUNTED).min(tokens.end)).any(head);
            (end < tokens.end && (named(end) || near())).then_some(end)
        };
        tokens.clone().filter_map(next).collect()
    };
    // What is said of the first document does not end the list: up to the next act.
    let from = act.mark.end.max(act.mark.tail);
    // "Witnessed the signing of a *joint communiqué* and an accord": what names a document is none.
    let names = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Signing && trigger.shape == Stands::Noun);
    let mut acts = sentence.within(Layer::Triggers, from..sentence.tokens.end);
    let next = acts.find(|(mark, value)| !(names(value) && head(mark.start)));
    let to = next.map_or(sentence.tokens.end, |(mark, _)| mark.start).max(act.right.end);
    // "Signed with Ministers X and Y, *an agreement* on …": what no document stands before is the first, not a further one.
    let mut behind = listed(act.mark.end..to);
    behind.retain(|&start| (act.mark.start..start).any(head));
    // "An agreement on X and a *programme of consultations* were signed": what a document is on ends no list.
    let before = act.left.start..act.left.end.max(if head(act.mark.start) { from } else { act.mark.start });
    let (starts, end) = if behind.is_empty() { (listed(before.clone()), before.end) } else { (behind, to) };
    let first = match starts.first() {
        None => return vec![act.clone()],
        // Before the act a document must stand in front of the first sign too.
        Some(&first) if first <= before.end && !(before.start..first).any(head) => return vec![act.clone()],
        Some(&first) => first,
    };
    let whole = if first > act.mark.start {
        Act { right: act.right.start.min(first)..first, ..act.clone() }
    } else {
        act.clone()
    };
    let ends = starts.iter().skip(1).copied().chain([end]);
    let others = starts.iter().zip(ends).map(|(&start, end)| Act {
        left: start..start,
        right: start..end,
        further: true,
        trigger: if gathers(sentence, start..end) {
            Trigger { kind: Kind::Conference, ..act.trigger }
        } else {
            act.trigger
        },
        ..act.clone()
    });
    std::iter::once(whole).chain(others).collect()
}

/// Whether what a list names is no document but a gathering: "the signing of the treaty; *the 32nd ASEAN Regional Forum*; *the
/// meeting of the treaty's commission*".
fn gathers(sentence: &Sentence<'_>, tokens: Range<u32>) -> bool {
    let head = tokens.start..(tokens.start + COUNTED).min(tokens.end);
    let series = |value: &Value| matches!(value, Value::Occasion(Occasion::Series(_)));
    let meets =
        |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Conference && trigger.opens());
    // The noun of a gathering, with no document's right behind it, as in "summit declaration".
    let named = || {
        let noun = |value: &Value| matches!(value, Value::Session(_));
        let gathering =
            sentence.within(Layer::Handles, head.clone()).find(|(_, value)| noun(value)).map(|(mark, _)| mark);
        let heads = || {
            sentence
                .within(Layer::Occasions, head.clone())
                .filter(|(_, value)| matches!(value, Value::Occasion(Occasion::Head | Occasion::Document)))
        };
        gathering.is_some_and(|noun| {
            let document = |mark: Mark| mark.start < noun.start && mark.end <= noun.start || mark.start == noun.end;
            !heads().any(|(mark, _)| document(mark))
        })
    };
    sentence.within(Layer::Occasions, head.clone()).any(|(_, value)| series(value))
        || sentence.within(Layer::Triggers, head.clone()).any(|(_, value)| meets(value))
        || named()
}
