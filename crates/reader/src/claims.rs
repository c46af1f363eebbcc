//! What was said: stretches of speech with their type, speaker, addressee and topics.

use std::ops::Range;

use document::PartialDate;
use packs::{ClaimType, Form, Kind, Layer, Level, Link, NONE, Party, Rule, Topics, Value};

use crate::engagements::Story;
use crate::features::{classify, settle};
use crate::figures::amount;
use crate::mentions::{Mention, Who};
use crate::page::Sentence;
use crate::places::{headed, place};
use crate::scene::{Side, follows_verb, led, side};
use crate::stretches::{Said, Stretch, ends_speech, parts, speech_marks, stretches, trim};

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

/// A piece of a sentence that may make a claim.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// Its words.
    pub(crate) tokens: Range<u32>,
    /// The mark that gives its type, where there is one.
    pub(crate) said: Option<Said>,
    /// The type that the marks give.
    pub(crate) kind: Option<ClaimType>,
    /// Who says it.
    pub(crate) actor: Side,
    /// Whether the sides say it together.
    pub(crate) joint: bool,
    /// Whether it is in somebody's own words.
    pub(crate) quoted: bool,
}

/// The pieces of a sentence that may make a claim each.
pub(crate) fn candidates(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention]) -> Vec<Candidate> {
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
    let quoted = quoted(story, sentence);
    let mut out: Vec<Candidate> = Vec::new();
    for (stretch, actor) in stretches.iter().zip(&actors) {
        let actor = if actor.is_empty() { &story.focus.subject } else { actor };
        let joint = is_joint(story, actor);
        let of = |said: &Said| if joint { said.speech.joint } else { said.speech.claim };
        for tokens in parts(sentence, stretch, of(&stretch.said)) {
            let said = part_said(sentence, stretch, &tokens);
            out.push(Candidate { tokens, said: Some(said), kind: Some(of(&said)), actor: actor.clone(), joint, quoted });
        }
    }
    if out.is_empty() {
        out.extend(bare(story, sentence, mentions, quoted));
    }
    out
}

/// A sentence in which nothing says that somebody says something.
fn bare(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention], quoted: bool) -> Option<Candidate> {
    story.current?;
    let tokens = trim(sentence, sentence.tokens.clone());
    if tokens.len() < 4 || sentence.is(sentence.tokens.end - 1, "?") {
        return None;
    }
    let first = side(sentence, mentions, story.people, &story.focus, tokens.start..tokens.start + (tokens.len() as u32).min(8));
    let actor = if quoted || first.is_empty() { story.focus.subject.clone() } else { first };
    let joint = !quoted && is_joint(story, &actor);
    Some(Candidate { tokens, said: None, kind: None, actor, joint, quoted })
}

/// Whether a sentence stands in quotation marks, or is what an interview's speaker says.
fn quoted(story: &Story<'_, '_>, sentence: &Sentence<'_>) -> bool {
    let mark = matches!(sentence.word(sentence.tokens.start), "\"" | "“" | "”" | "–" | "—" | "-" | "«" | "„" | "»" | "‘");
    mark || story.current.is_some_and(|current| story.drafts[current].kind == Kind::Statement)
}

fn is_joint(story: &Story<'_, '_>, actor: &Side) -> bool {
    actor.all || actor.all_parties(story.people).len() > 1
}

/// What gives the type of one part: in reported speech the first act or cue of the part itself.
fn part_said(sentence: &Sentence<'_>, stretch: &Stretch, part: &Range<u32>) -> Said {
    if stretch.lead.speech.level != Some(Level::Report) || part.contains(&stretch.said.mark.start) {
        return stretch.said;
    }
    speech_marks(sentence, part.clone()).into_iter().find(|said| said.mark.start > stretch.lead.mark.start).unwrap_or(stretch.lead)
}

/// The claim that a piece makes, if any.
pub(crate) fn claim(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention], candidate: &Candidate) -> Option<DraftClaim> {
    let (class, certainty) = classify(sentence, mentions, candidate);
    if class == NONE {
        return None;
    }
    let mut kind = ClaimType::ALL[class];
    let part = candidate.tokens.clone();
    let (amount, unit) = amount(sentence, part.clone()).map_or((None, None), |(amount, unit)| (Some(amount), Some(unit)));
    if kind == ClaimType::Target && amount.is_none() {
        kind = settle(candidate);
    }
    let present = story.current.map(|index| story.drafts[index].parties.clone()).unwrap_or_default();
    let mut actors = if candidate.actor.all { present.clone() } else { candidate.actor.all_parties(story.people) };
    if actors.is_empty() {
        actors = present;
    }
    let addressees = if candidate.joint || !addressed(kind) { Vec::new() } else { addressees(story, sentence, mentions, candidate, &actors) };
    let dates = sentence.dates().iter().filter(|date| part.contains(&date.start));
    let date = dates.filter_map(|date| story.clock.resolve(date, None, true)).map(|(_, end)| end).next_back();
    let current = story.current.map(|index| story.drafts[index].rule);
    Some(DraftClaim {
        kind,
        actors,
        addressees,
        topics: topics(sentence, mentions, part.clone(), kind),
        rule: candidate.said.map(|said| said.rule).or(current).unwrap_or_default(),
        strength: candidate.said.map_or(2, |said| said.speech.strength),
        certainty: if candidate.actor.referred { certainty * 0.9 } else { certainty },
        amount: amount.filter(|_| kind == ClaimType::Target),
        unit: unit.filter(|_| kind == ClaimType::Target),
        date: date.filter(|_| matches!(kind, ClaimType::Target | ClaimType::NextStep)),
        what: what(sentence, part.clone(), kind),
        evidence: part,
    })
}

fn addressed(kind: ClaimType) -> bool {
    matches!(kind, ClaimType::Request | ClaimType::Pledge | ClaimType::Courtesy | ClaimType::Invitation | ClaimType::Support)
}

/// Who says it: whoever stands last before the mark in its stretch, or first after it where the language allows.
fn subject(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention], stretch: &Stretch) -> Side {
    let mark = stretch.lead.mark;
    let part = |tokens| side(sentence, mentions, story.people, &story.focus, tokens);
    if stretch.lead.speech.passive {
        // "Greetings were conveyed to the President by the Envoy".
        let by = (mark.end.saturating_sub(1)..stretch.tokens.end).find_map(|at| sentence.link(at, Link::By));
        let agent = by.and_then(|by| mentions.iter().find(|mention| (by..by + 3).contains(&mention.tokens.start)));
        return agent.map(|agent| part(agent.tokens.clone())).unwrap_or_default();
    }
    let first = |reach: u32| {
        mentions.iter().find(|mention| (mark.end..mark.end + reach).contains(&mention.tokens.start) && !matches!(mention.who, Who::Name | Who::Party(Form::Adjective | Form::Genitive)))
    };
    // "…, said Wang": who stands right behind the report of what came before.
    let report = stretch.lead.speech.level == Some(Level::Report);
    if report && mark.start > sentence.tokens.start && ends_speech(sentence, mark.start - 1) {
        if let Some(speaker) = first(2) {
            return part(speaker.tokens.clone());
        }
    }
    let before = part(stretch.tokens.start..mark.start);
    let inverted = sentence.language.subject_after_verb && follows_verb(sentence, mentions, &(stretch.tokens.start..mark.start), mark.end);
    if !before.is_empty() && !inverted {
        return nearest(story, sentence, mentions, stretch.tokens.start..mark.start).unwrap_or(before);
    }
    if sentence.language.subject_after_verb {
        if let Some(first) = first(3) {
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
    // The last that no small word such as "with" or "in" leads.
    let index = acting.iter().rposition(|mention| !led(sentence, mention, tokens.start)).or_else(|| acting.len().checked_sub(1))?;
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
fn addressees(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention], candidate: &Candidate, actors: &[Party]) -> Vec<Party> {
    let from = candidate.said.map_or(candidate.tokens.start, |said| said.mark.end);
    let mut after = from..(from + 8).min(candidate.tokens.end);
    if let Some(said) = candidate.said.filter(|said| said.speech.passive) {
        after = candidate.tokens.start..said.mark.start;
    }
    let present: Vec<Party> = story.current.map(|index| story.drafts[index].parties.clone()).unwrap_or_default();
    let others: Vec<Party> = present.iter().copied().filter(|party| !actors.contains(party)).collect();
    let named = side(sentence, mentions, story.people, &story.focus, after).all_parties(story.people);
    let named: Vec<Party> = named.into_iter().filter(|party| !actors.contains(party)).collect();
    match named.first() {
        Some(party) if others.is_empty() || others.contains(party) => vec![*party],
        _ => others,
    }
}

/// What it is about.
fn topics(sentence: &Sentence<'_>, mentions: &[Mention], tokens: Range<u32>, kind: ClaimType) -> Topics {
    // "The *Trade* Minister" says nothing of the matter.
    let office = |at: u32| mentions.iter().any(|mention| mention.tokens.contains(&at) && matches!(mention.who, Who::Person(_) | Who::Office(_)));
    let of = |tokens: Range<u32>| {
        sentence.within(Layer::Topics, tokens).filter(|(mark, _)| !office(mark.start)).fold(Topics::default(), |all, (_, value)| match value {
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
