//! What was said: speech verbs with their subject, addressee and complement.

use std::ops::Range;

use document::{PartialDate, Shape};
use packs::{ClaimType, Form, Kind, Layer, Level, Link, Mark, NumberKind, Party, Rule, Speech, Topics, Value};

use crate::engagements::{Story, meets};
use crate::mentions::{Mention, Who};
use crate::page::Sentence;
use crate::places::{headed, place};
use crate::scene::{Side, side};

/// A claim as it is found.
#[derive(Clone, Debug)]
pub(crate) struct DraftClaim {
    pub(crate) kind: ClaimType,
    pub(crate) actors: Vec<Party>,
    pub(crate) addressees: Vec<Party>,
    pub(crate) topics: Topics,
    pub(crate) evidence: Range<u32>,
    pub(crate) rule: Rule,
    pub(crate) strength: u8,
    pub(crate) certainty: f32,
    pub(crate) amount: Option<f64>,
    pub(crate) unit: Option<String>,
    pub(crate) date: Option<PartialDate>,
    pub(crate) what: Option<Range<u32>>,
}

/// A speech mark with what it governs.
#[derive(Clone, Copy)]
struct Said {
    mark: Mark,
    speech: Speech,
    rule: Rule,
}

/// A stretch of a sentence that makes one claim or several of one kind.
struct Stretch {
    /// The mark that reports, where another gives the type.
    lead: Said,
    /// The mark that gives the type.
    said: Said,
    /// From the subject to where the next stretch begins.
    tokens: Range<u32>,
}

/// Reads the claims of a sentence.
pub(crate) fn claims(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention]) -> Vec<DraftClaim> {
    let stretches = stretches(sentence, mentions);
    let mut actors: Vec<Side> = Vec::new();
    for stretch in &stretches {
        let found = subject(story, sentence, mentions, stretch);
        let before = actors.last().cloned().unwrap_or_default();
        actors.push(if found.is_empty() { before } else { found });
    }
    // "Noting that …, Xi said": who speaks comes later.
    for index in (0..actors.len().saturating_sub(1)).rev() {
        if actors[index].is_empty() {
            actors[index] = actors[index + 1].clone();
        }
    }
    let mut out: Vec<DraftClaim> = Vec::new();
    for (stretch, actor) in stretches.iter().zip(&actors) {
        let actor = if actor.is_empty() { &story.focus.subject } else { actor };
        out.extend(said(story, sentence, mentions, stretch, actor));
    }
    if out.is_empty() {
        out.extend(spoken(story, sentence, mentions));
    }
    out
}

/// The claims of one stretch.
fn said(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention], stretch: &Stretch, actor: &Side) -> Vec<DraftClaim> {
    let present = story.current.map(|index| story.drafts[index].parties.clone()).unwrap_or_default();
    let mut actors = if actor.all { present.clone() } else { actor.all_parties(story.people) };
    if actors.is_empty() {
        actors = present;
    }
    let joint = actor.all || actors.len() > 1;
    let of = |speech: Speech| if joint { speech.joint } else { speech.claim };
    let mut out = Vec::new();
    for part in parts(sentence, stretch, of(stretch.said.speech)) {
        let said = part_said(sentence, stretch, &part);
        let mut kind = of(said.speech);
        let (amount, unit) = amount(sentence, part.clone()).map_or((None, None), |(amount, unit)| (Some(amount), Some(unit)));
        if kind == ClaimType::Target && amount.is_none() {
            kind = Some(of(stretch.lead.speech)).filter(|kind| *kind != ClaimType::Target).unwrap_or(if joint { ClaimType::Agreement } else { ClaimType::Position });
        }
        let addressees = if joint || !addressed(kind) { Vec::new() } else { addressees(story, sentence, mentions, stretch, &actors) };
        let dates = sentence.dates().iter().filter(|date| part.contains(&date.start));
        let date = dates.filter_map(|date| story.clock.resolve(date, None, true)).map(|(_, end)| end).next_back();
        out.push(DraftClaim {
            kind,
            actors: actors.clone(),
            addressees,
            topics: topics(sentence, part.clone(), kind),
            rule: said.rule,
            strength: said.speech.strength,
            certainty: if actor.referred { 0.7 } else { 0.85 },
            amount: amount.filter(|_| kind == ClaimType::Target),
            unit: unit.filter(|_| kind == ClaimType::Target),
            date: date.filter(|_| matches!(kind, ClaimType::Target | ClaimType::NextStep)),
            what: what(sentence, part.clone(), kind),
            evidence: part,
        });
    }
    out
}

/// What gives the type of one part: in reported speech the first act or cue of the part itself.
fn part_said(sentence: &Sentence<'_>, stretch: &Stretch, part: &Range<u32>) -> Said {
    if stretch.lead.speech.level != Some(Level::Report) || part.contains(&stretch.said.mark.start) {
        return stretch.said;
    }
    speech_marks(sentence, part.clone()).into_iter().find(|said| said.mark.start > stretch.lead.mark.start).unwrap_or(stretch.lead)
}

fn addressed(kind: ClaimType) -> bool {
    matches!(kind, ClaimType::Request | ClaimType::Pledge | ClaimType::Courtesy | ClaimType::Invitation | ClaimType::Support)
}

/// The speech marks in some tokens that are not really triggers.
fn speech_marks(sentence: &Sentence<'_>, tokens: Range<u32>) -> Vec<Said> {
    sentence
        .within(Layer::Speech, tokens)
        .filter_map(|(mark, value)| match value {
            Value::Speech(speech) if speech.level != Some(Level::Drop) && !(speech.claim == ClaimType::Request && meets(sentence, mark)) => {
                Some(Said { mark, speech: *speech, rule: sentence.entry(mark).rule })
            }
            _ => None,
        })
        .collect()
}

/// Parts a sentence into stretches, one a speech mark that stands for itself.
fn stretches(sentence: &Sentence<'_>, mentions: &[Mention]) -> Vec<Stretch> {
    let said = speech_marks(sentence, sentence.tokens.clone());
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut index = 0;
    while index < said.len() {
        let lead = said[index];
        let mut inner = lead;
        let mut next = index + 1;
        // What is reported decides the type: the first act or cue after it, if no other clause comes between.
        if lead.speech.level == Some(Level::Report) {
            if let Some(&follower) = said.get(next) {
                let report = follower.speech.level == Some(Level::Report);
                if !report && !breaks(sentence, mentions, lead.mark.end, follower.mark.start) {
                    inner = follower;
                    next += 1;
                }
            }
        }
        // Further cues inside the same complement say no more.
        while let Some(&follower) = said.get(next) {
            let cue = follower.speech.level.is_none();
            if !(cue && !breaks(sentence, mentions, said[next - 1].mark.end, follower.mark.start)) {
                break;
            }
            next += 1;
        }
        let start = stretches.last().map_or(sentence.tokens.start, |stretch: &Stretch| stretch.tokens.end);
        let end = said.get(next).map_or(sentence.tokens.end, |follower| break_before(sentence, mentions, said[next - 1].mark.end, follower.mark.start));
        stretches.push(Stretch { lead, said: inner, tokens: start.min(lead.mark.start)..end });
        index = next;
    }
    attribute(sentence, stretches)
}

/// "…, Wang said": a report with nothing behind it speaks for what stands before it.
fn attribute(sentence: &Sentence<'_>, mut stretches: Vec<Stretch>) -> Vec<Stretch> {
    let Some(last) = stretches.last() else { return stretches };
    let content = (last.lead.mark.end..sentence.tokens.end).filter(|&at| sentence.token(at).shape != Shape::Punctuation).count();
    let trailing = last.lead.speech.level == Some(Level::Report) && content <= 3 && last.lead.mark.start > sentence.tokens.start + 6;
    if !trailing {
        return stretches;
    }
    match stretches.len() {
        1 => stretches,
        count => {
            // Its words and its subject go to the stretch before.
            let last = stretches.pop().expect("there are two");
            let before = &mut stretches[count - 2];
            if before.lead.speech.level.is_none() {
                before.lead = last.lead;
            }
            before.tokens.end = last.tokens.end;
            stretches
        }
    }
}

/// Whether a new clause begins between two marks.
fn breaks(sentence: &Sentence<'_>, mentions: &[Mention], from: u32, to: u32) -> bool {
    (from..to).any(|at| is_break(sentence, mentions, at, to))
}

fn is_break(sentence: &Sentence<'_>, mentions: &[Mention], at: u32, to: u32) -> bool {
    if sentence.is(at, ";") {
        return true;
    }
    let comma = sentence.is(at, ",");
    let and = sentence.link(at, Link::And).is_some();
    if !(comma || and) {
        return false;
    }
    let next = if comma { sentence.link(at + 1, Link::And).unwrap_or(at + 1) } else { at + 1 };
    let close = to <= next + 2;
    let acting = |mention: &Mention| comma || !matches!(mention.who, Who::Party(_) | Who::Name);
    close || mentions.iter().any(|mention| (next..next + 3).contains(&mention.tokens.start) && mention.tokens.end + 1 >= to && acting(mention))
}

/// Where a stretch ends before the next mark: at the sign that parts them, else at the mark.
fn break_before(sentence: &Sentence<'_>, mentions: &[Mention], from: u32, to: u32) -> u32 {
    let sign = (from..to).rev().find(|&at| sentence.is(at, ",") || sentence.is(at, ";") || sentence.link(at, Link::And).is_some());
    let subject = mentions.iter().rev().find(|mention| mention.tokens.start >= from && mention.tokens.end <= to && to - mention.tokens.end <= 2).map(|mention| mention.tokens.start);
    match (sign, subject) {
        (Some(sign), Some(subject)) if subject > sign && subject - sign > 4 => subject,
        (Some(sign), _) => sign + 1,
        (None, Some(subject)) => subject,
        (None, None) => to,
    }
}

/// Who says it: whoever stands last before the mark in its stretch, or first after it where the language allows.
fn subject(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention], stretch: &Stretch) -> Side {
    let mark = stretch.lead.mark;
    let part = |tokens| side(sentence, mentions, story.people, &story.focus, tokens);
    let before = part(stretch.tokens.start..mark.start);
    if !before.is_empty() {
        return nearest(story, sentence, mentions, stretch.tokens.start..mark.start).unwrap_or(before);
    }
    if sentence.language.subject_after_verb {
        let first = mentions.iter().find(|mention| (mark.end..mark.end + 3).contains(&mention.tokens.start) && !matches!(mention.who, Who::Name | Who::Party(Form::Adjective | Form::Genitive)));
        if let Some(first) = first {
            return part(first.tokens.clone());
        }
    }
    Side::default()
}

/// The subject in the words before a verb: the mentions of its clause, joined where "and" joins them.
fn nearest(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention], tokens: Range<u32>) -> Option<Side> {
    let acting: Vec<&Mention> = mentions
        .iter()
        .filter(|mention| tokens.contains(&mention.tokens.start) && !matches!(mention.who, Who::Name | Who::Party(Form::Adjective | Form::Genitive | Form::Demonym)))
        .collect();
    // The first whose clause is not led by a small word such as "with" or "in".
    let led = |mention: &Mention| {
        let before = mention.tokens.start.saturating_sub(2).max(tokens.start)..mention.tokens.start;
        sentence.within(Layer::Links, before).any(|(_, value)| matches!(value, Value::Link(Link::With | Link::By | Link::From | Link::To | Link::In | Link::Of)))
    };
    let index = acting.iter().rposition(|mention| !led(mention)).or_else(|| acting.len().checked_sub(1))?;
    let mut from = acting[index].tokens.start;
    let mut and = false;
    for pair in acting[..=index].windows(2).rev() {
        let between = pair[0].tokens.end..pair[1].tokens.start;
        and |= between.clone().any(|at| sentence.link(at, Link::And).is_some());
        let joined = and && !between.is_empty() && between.len() <= 2 && between.clone().all(|at| sentence.link(at, Link::And).is_some() || sentence.is(at, ","));
        if !joined {
            break;
        }
        from = pair[0].tokens.start;
    }
    let found = side(sentence, mentions, story.people, &story.focus, from..acting[index].tokens.end);
    (!found.is_empty()).then_some(found)
}

/// To whom it is said: the first other party named after the mark, else the others in the engagement.
fn addressees(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention], stretch: &Stretch, actors: &[Party]) -> Vec<Party> {
    let after = stretch.said.mark.end..(stretch.said.mark.end + 8).min(stretch.tokens.end);
    let present: Vec<Party> = story.current.map(|index| story.drafts[index].parties.clone()).unwrap_or_default();
    let others: Vec<Party> = present.iter().copied().filter(|party| !actors.contains(party)).collect();
    let named = side(sentence, mentions, story.people, &story.focus, after).all_parties(story.people);
    let named: Vec<Party> = named.into_iter().filter(|party| !actors.contains(party)).collect();
    match named.first() {
        Some(party) if others.is_empty() || others.contains(party) => vec![*party],
        _ => others,
    }
}

/// One stretch as one claim, or as several where it lists different acts.
fn parts(sentence: &Sentence<'_>, stretch: &Stretch, kind: ClaimType) -> Vec<Range<u32>> {
    let listing = matches!(kind, ClaimType::Request | ClaimType::Agreement | ClaimType::Pledge);
    let from = stretch.said.mark.end;
    let mut cuts = vec![stretch.tokens.start];
    for at in from..stretch.tokens.end {
        let semicolon = sentence.is(at, ";");
        let comma = sentence.is(at, ",") || sentence.link(at, Link::And).is_some();
        let after_and = if sentence.is(at, ",") { sentence.link(at + 1, Link::And).unwrap_or(at + 1) } else { at + 1 };
        let verb = [after_and, after_and + 1].into_iter().any(|next| next < stretch.tokens.end && sentence.at(Layer::Verbs, next).next().is_some());
        let that = comma && sentence.link(after_and, Link::That).is_some() && stretch.lead.speech.level == Some(Level::Report);
        if (semicolon && at + 2 < stretch.tokens.end) || (listing && comma && verb) || that {
            if at + 1 > cuts.last().copied().unwrap_or(0) + 3 {
                cuts.push(at + 1);
            }
        }
    }
    cuts.push(stretch.tokens.end);
    cuts.windows(2).map(|pair| trim(sentence, pair[0]..pair[1])).filter(|part| !part.is_empty()).collect()
}

/// Drops signs and small words at the ends.
fn trim(sentence: &Sentence<'_>, tokens: Range<u32>) -> Range<u32> {
    let sign = |at: u32| sentence.token(at).shape == Shape::Punctuation;
    let (mut start, mut end) = (tokens.start, tokens.end);
    while start < end && (sign(start) || (start > sentence.tokens.start && sentence.link(start, Link::And).is_some())) {
        start += 1;
    }
    while end > start && sign(end - 1) {
        end -= 1;
    }
    start..end
}

/// What it is about.
fn topics(sentence: &Sentence<'_>, tokens: Range<u32>, kind: ClaimType) -> Topics {
    let of = |tokens: Range<u32>| {
        sentence.within(Layer::Topics, tokens).fold(Topics::default(), |all, (_, value)| match value {
            Value::Topic(topics) => all.and(*topics),
            _ => all,
        })
    };
    let found = of(tokens);
    let found = if found.is_empty() { of(sentence.tokens.clone()) } else { found };
    if !found.is_empty() {
        return found;
    }
    Topics::default().with(match kind {
        ClaimType::Courtesy => packs::Topic::Protocol,
        ClaimType::Invitation | ClaimType::NextStep => packs::Topic::Visits,
        _ => packs::Topic::Relations,
    })
}

/// A sum of money, a factor or a share in some tokens.
fn amount(sentence: &Sentence<'_>, tokens: Range<u32>) -> Option<(f64, String)> {
    let (unit_at, unit, factor) = sentence.within(Layer::Figures, tokens.clone()).find_map(|(mark, value)| match value {
        Value::Unit(unit, factor) => Some((mark, unit.to_string(), *factor)),
        _ => None,
    })?;
    if unit == "times" {
        return Some((factor, unit));
    }
    // The number stands before the unit with its scale, or right behind it ("US$ 3 billion").
    let number_at = (tokens.start.max(unit_at.start.saturating_sub(6))..unit_at.start)
        .find(|&at| sentence.token(at).shape == Shape::Number)
        .or_else(|| (unit_at.end..(unit_at.end + 2).min(tokens.end)).find(|&at| sentence.token(at).shape == Shape::Number))?;
    let (mut value, mut at) = number(sentence, number_at, tokens.end);
    while let Some((scale, end)) = sentence.at(Layer::Figures, at).find_map(|(mark, value)| match value {
        Value::Number(scale, NumberKind::Scale) => Some((*scale, mark.end)),
        _ => None,
    }) {
        (value, at) = (value * scale, end);
    }
    Some((value, unit))
}

/// A number written in digits, with its decimals and thousands.
fn number(sentence: &Sentence<'_>, at: u32, end: u32) -> (f64, u32) {
    let mut digits = sentence.word(at).to_owned();
    let mut next = at + 1;
    while next + 1 < end && matches!(sentence.word(next), "," | ".") && !sentence.token(next).spaced && sentence.token(next + 1).shape == Shape::Number && !sentence.token(next + 1).spaced {
        let group = sentence.word(next + 1);
        if group.len() != 3 {
            digits.push('.');
        }
        digits.push_str(group);
        next += 2;
    }
    (digits.parse().unwrap_or(0.0), next)
}

/// For a next step its session, for an invitation or support where to or what for.
fn what(sentence: &Sentence<'_>, tokens: Range<u32>, kind: ClaimType) -> Option<Range<u32>> {
    match kind {
        ClaimType::NextStep => headed(sentence, tokens),
        ClaimType::Support => {
            let start = sentence.within(Layer::Speech, tokens.clone()).next().map_or(tokens.start, |(mark, _)| mark.end);
            Some(start..tokens.end).filter(|tokens| !tokens.is_empty())
        }
        ClaimType::Invitation => {
            place(sentence, tokens.clone(), &[Link::In, Link::To])?;
            Some(tokens)
        }
        _ => None,
    }
}

/// Quoted speech without a speech verb: what an interview or a quote holds.
fn spoken(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention]) -> Option<DraftClaim> {
    let current = &story.drafts[story.current?];
    let quoted = matches!(sentence.word(sentence.tokens.start), "\"" | "“" | "”" | "–" | "—" | "-" | "«" | "„");
    let words = sentence.tokens.len();
    if !(quoted || current.kind == Kind::Statement) || words < 6 {
        return None;
    }
    let question = sentence.is(sentence.tokens.end - 1, "?");
    let acts = sentence.marks(Layer::Triggers).next().is_some();
    if question || (acts && !quoted) || mentions.is_empty() && !quoted {
        return None;
    }
    let actors = story.focus.subject.all_parties(story.people);
    let actors = if actors.is_empty() { current.parties.iter().copied().take(1).collect() } else { actors };
    let tokens = trim(sentence, sentence.tokens.clone());
    Some(DraftClaim {
        kind: ClaimType::Assessment,
        actors,
        addressees: Vec::new(),
        topics: topics(sentence, tokens.clone(), ClaimType::Assessment),
        evidence: tokens,
        rule: current.rule,
        strength: 2,
        certainty: 0.5,
        amount: None,
        unit: None,
        date: None,
        what: None,
    })
}
