//! What a claim is about, and what it names to that end.

use std::ops::Range;

use packs::{ClaimType, Layer, Link, Topics, Value};

use super::{Candidate, belongs};
use crate::mentions::{Mention, Who};
use crate::occasions::headed;
use crate::page::Sentence;
use crate::places::place;
use crate::story::Story;
use crate::stretches::{Said, trim};

/// What a claim is about where nothing tells.
const DEFAULT: Topics = Topics(1 << packs::Topic::Relations as u64);

/// What says among whom something is rather than what it is about.
pub(super) const AMONG: Topics = Topics(
    1 << packs::Topic::Relations as u64
        | 1 << packs::Topic::Multilateral as u64
        | 1 << packs::Topic::Regional as u64
        | 1 << packs::Topic::Visits as u64
        | 1 << packs::Topic::Protocol as u64,
);

/// Beside so many matters that tells nothing more.
const MATTERS: usize = 3;

/// What it is about: by its own words, else by those before it in the sentence, else as what was spoken of before.
pub(super) fn topics(
    story: &Story<'_, '_>,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    tokens: Range<u32>,
    kind: ClaimType,
) -> Topics {
    let of = |tokens: Range<u32>| named_in(sentence, mentions, tokens);
    let own = of(tokens.clone());
    if !own.is_empty() {
        return narrowed(own);
    }
    if kind == ClaimType::Invitation {
        return Topics::default().with(packs::Topic::Visits);
    }
    let around = [sentence.tokens.start..tokens.start, tokens.end..sentence.tokens.end].map(of);
    if let Some(around) = around.into_iter().find(|topics| !topics.is_empty()) {
        return around;
    }
    if let Some((_, topics)) = story.heard.filter(|(block, _)| *block == sentence.block_index) {
        return topics;
    }
    match kind {
        ClaimType::Courtesy => Topics::default().with(packs::Topic::Protocol),
        ClaimType::NextStep => story.theme.unwrap_or(DEFAULT),
        _ => told_of(story),
    }
}

/// The topics that some words name.
pub(super) fn named_in(sentence: &Sentence<'_>, mentions: &[Mention], tokens: Range<u32>) -> Topics {
    // "The *Trade* Minister" says nothing of the matter.
    let office = |at: u32| {
        mentions
            .iter()
            .any(|mention| mention.tokens.contains(&at) && matches!(mention.who, Who::Person(_) | Who::Office(_)))
    };
    let marks = sentence.within(Layer::Topics, tokens).filter(|(mark, _)| !office(mark.start));
    marks.fold(Topics::default(), |all, (_, value)| match value {
        Value::Topic(topics) => all.and(*topics),
        _ => all,
    })
}

/// Without what only says among whom something is, where two or more matters are named beside it.
fn narrowed(topics: Topics) -> Topics {
    let matters = topics.without(AMONG);
    if matters.iter().count() >= MATTERS { matters } else { topics }
}

/// After a sentence: what it speaks of, for what names nothing behind it in its paragraph.
pub(crate) fn note_topics(story: &mut Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention]) {
    let topics = named_in(sentence, mentions, sentence.tokens.clone());
    if !topics.is_empty() {
        story.heard = Some((sentence.block_index, topics));
    }
}

/// What the document speaks of most, else the last claim of what is spoken of that has a matter of its own.
fn told_of(story: &Story<'_, '_>) -> Topics {
    let claims = belongs(story).map_or(&[][..], |index| &story.drafts[index].claims);
    let plain = [DEFAULT, Topics::default().with(packs::Topic::Protocol), Topics::default().with(packs::Topic::Visits)];
    let told = || claims.iter().rev().map(|claim| claim.topics).find(|topics| !plain.contains(topics));
    story.theme.or_else(told).unwrap_or(DEFAULT)
}

/// For a next step its session, for an invitation or support where to or what for.
pub(super) fn what(
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    candidate: &Candidate,
    kind: ClaimType,
) -> Option<Range<u32>> {
    let tokens = candidate.tokens.clone();
    let from = candidate.said.map_or(tokens.start, |said| said.mark.end.clamp(tokens.start, tokens.end));
    match kind {
        ClaimType::NextStep => headed(sentence, tokens),
        ClaimType::Support => {
            // "Supports Timor-Leste's *accession to* ASEAN": a cue is of what it is for, and so is whose it is.
            let inside = |said: &Said| {
                said.speech.level.is_none() || said.mark.end > said.mark.start + 2 || from + 3 > tokens.end
            };
            let cue = candidate
                .said
                .filter(inside)
                .map(|said| said.mark.start.max(tokens.start) + u32::from(said.speech.level.is_some()));
            let whose = |at: u32| {
                mentions
                    .iter()
                    .find(|mention| mention.tokens.end == at)
                    .map_or(at, |mention| mention.tokens.start.max(tokens.start))
            };
            Some(trim(sentence, cue.map_or(from, whose)..tokens.end)).filter(|tokens| !tokens.is_empty())
        }
        ClaimType::Invitation => {
            place(sentence, tokens.clone(), &[Link::In, Link::To])?;
            // Who is invited stands first.
            let guest = mentions
                .iter()
                .find(|mention| (from..from + 2).contains(&mention.tokens.start))
                .map_or(from, |mention| mention.tokens.end.min(tokens.end));
            Some(trim(sentence, guest..tokens.end)).filter(|tokens| !tokens.is_empty())
        }
        _ => None,
    }
}
