//! The pieces of a sentence that may make a claim each, and who says each.

use std::ops::Range;

use document::Shape;
use packs::{ClaimType, Kind, Level, Link};

use super::quotes::quoted;
use super::{is_joint, items};
use crate::mentions::Mention;
use crate::page::Sentence;
use crate::scene::{Side, side};
use crate::speakers::speakers;
use crate::story::Story;
use crate::stretches::{Said, Stretch, lists, parts, speech_marks, trim};

/// The most tokens from the sign behind a clause to the verb that says something, and the fewest of such a clause.
const NEAR: u32 = 7;
const CLAUSE: u32 = 5;
/// How strong what is agreed is.
const AGREED: u8 = 5;
/// Within so many tokens whoever does something of whom nothing says that they say it is named.
const HEAD: u32 = 8;

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
    /// Whether a verb says that somebody says or does it.
    pub(crate) spoken: bool,
    /// Whether the sentence itself says who.
    pub(crate) told: bool,
    /// Who is asked, where the words before the mark say so ("*the rebels* must leave").
    pub(crate) asked: Side,
    /// Whether the sides say it together.
    pub(crate) joint: bool,
    /// Whether it is in somebody's own words.
    pub(crate) quoted: bool,
    /// The words with which a list of what somebody agrees on, asks or pledges begins that goes on here.
    pub(crate) under: Option<Range<u32>>,
    /// The type of the list of which it is a line.
    pub(crate) listed: Option<ClaimType>,
}

/// The pieces of a sentence that may make a claim each.
pub(crate) fn candidates(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention]) -> Vec<Candidate> {
    if let Some(item) = items::item(story, sentence, mentions) {
        return vec![item];
    }
    let stretches = &story.kept.stretches[sentence.index];
    let actors = speakers(story, sentence, mentions, stretches);
    let quoted = quoted(story, sentence);
    // "“…”, Yoon said": whoever is named behind speaks the words before.
    let attributed = stretches
        .iter()
        .zip(&actors)
        .rev()
        .find(|(stretch, actor)| stretch.lead.mark.start > stretch.said.mark.start && !actor.is_empty());
    let attributed = attributed.map(|(_, actor)| actor.clone());
    let speaker = attributed.as_ref().unwrap_or(&story.focus.subject);
    let mut out: Vec<Candidate> = Vec::new();
    let ahead = stretches.first().and_then(|first| clause_ahead(sentence, first));
    if let Some(end) = ahead {
        out.extend(bare(story, sentence, mentions, sentence.dateline_end()..end, quoted));
    }
    for (stretch, found) in stretches.iter().zip(actors) {
        let voice = voice(speaker, stretch, &found, quoted || attributed.is_some());
        let told = voice.is_some() || !found.is_empty();
        let (actor, asked) = match voice {
            Some(voice) => (voice.clone(), found),
            None if told => (found, Side::default()),
            None if listed(story, sentence, &stretch.lead) => {
                (Side { all: true, referred: true, ..Side::default() }, Side::default())
            }
            None => (story.focus.subject.clone(), Side::default()),
        };
        let joint = is_joint(story, &actor);
        let of = |said: &Said| if joint { said.speech.joint } else { said.speech.claim };
        let behind = ahead.map_or(stretch.tokens.clone(), |end| end.max(stretch.tokens.start)..stretch.tokens.end);
        let parts = parts(sentence, &Stretch { tokens: behind, ..stretch.clone() }, of(&stretch.said));
        let each = std::iter::repeat_n((actor, asked), parts.len());
        // Where nothing marks a verb, what follows it may be more of its object.
        let marked = |first: &Range<u32>| sentence.has_link(first.clone(), Link::Infinitive);
        let first = parts.first().cloned().filter(|first| first.contains(&stretch.said.mark.start) && marked(first));
        for (tokens, (actor, asked)) in parts.into_iter().zip(each) {
            let said = part_said(sentence, stretch, &tokens);
            let goes_on = said.mark == stretch.said.mark && lists(sentence, tokens.start);
            out.push(Candidate {
                under: first.clone().filter(|first| tokens.start >= first.end && goes_on),
                tokens,
                said: Some(said),
                kind: Some(of(&said)),
                actor,
                spoken: stretch.lead.speech.level.is_some() || said.speech.level.is_some(),
                told,
                asked,
                joint,
                quoted,
                listed: None,
            });
        }
    }
    if out.is_empty() {
        out.extend(bare(story, sentence, mentions, sentence.tokens.clone(), quoted));
    }
    out
}

/// Where a clause of its own ends in which nothing says that somebody says something: "The talks are on the right track, *and
/// the Minister* thanked Peru".
fn clause_ahead(sentence: &Sentence<'_>, first: &Stretch) -> Option<u32> {
    let mark = first.lead.mark.start;
    let from = mark.saturating_sub(NEAR).max(sentence.dateline_end() + CLAUSE);
    if first.tokens.start > sentence.tokens.start {
        return None;
    }
    (from..mark).rev().find(|&at| {
        sentence.is(at, ";") || sentence.is(at, ",") && sentence.link(at + 1, Link::And).is_some_and(|end| end <= mark)
    })
}

/// Whether a summary of talks lists what the sides said: "• *Welcomed* the rise in trade. • *Agreed* to open an office."
fn listed(story: &Story<'_, '_>, sentence: &Sentence<'_>, lead: &Said) -> bool {
    let first = sentence.tokens.start + 1;
    let item =
        sentence.heads_block() && sentence.token(first - 1).shape == Shape::Punctuation && lead.mark.start == first;
    let talks = |kind: Kind| matches!(kind, Kind::Meeting | Kind::Call | Kind::Consultation);
    let of = lead.speech;
    let shared = matches!(of.claim, ClaimType::Assessment | ClaimType::Position | ClaimType::Topic)
        || of.joint == ClaimType::Agreement && of.strength == AGREED;
    item && shared && story.current.is_some_and(|current| talks(story.drafts[current].kind))
}

/// Who speaks, where that is not the subject of the words: in somebody's own words, and where a cue says what
/// others should do.
fn voice<'s>(speaker: &'s Side, stretch: &Stretch, found: &Side, quoted: bool) -> Option<&'s Side> {
    if stretch.lead.speech.level.is_some() || found.all {
        return None;
    }
    let asks = stretch.said.speech.claim == ClaimType::Request && !found.referred && !found.is_empty();
    (quoted || asks).then_some(speaker).filter(|side| !side.is_empty())
}

/// Words in which nothing says that somebody says something.
fn bare(
    story: &Story<'_, '_>,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    tokens: Range<u32>,
    quoted: bool,
) -> Option<Candidate> {
    story.current?;
    let tokens = trim(sentence, tokens);
    if tokens.len() < 4 || sentence.is(sentence.tokens.end - 1, "?") {
        return None;
    }
    let first = side(sentence, mentions, story.people, &story.focus, acting(sentence, mentions, tokens.clone()));
    let told = !quoted && !first.is_empty();
    let actor = if told { first } else { story.focus.subject.clone() };
    let joint = !quoted && is_joint(story, &actor);
    Some(Candidate {
        tokens,
        said: None,
        kind: None,
        actor,
        spoken: false,
        told,
        asked: Side::default(),
        joint,
        quoted,
        under: None,
        listed: None,
    })
}

/// Where at the head of some words whoever does something stands: the first who are named, and whoever is joined to them.
fn acting(sentence: &Sentence<'_>, mentions: &[Mention], tokens: Range<u32>) -> Range<u32> {
    let head = tokens.start..tokens.end.min(tokens.start + HEAD);
    let joins = |at: u32| sentence.is(at, ",") || sentence.is_link(at, Link::And);
    let mut named = mentions.iter().filter(|mention| head.contains(&mention.tokens.start));
    let Some(first) = named.next() else { return head };
    let joined = named.try_fold(first.tokens.end, |end, next| {
        let gap = end..next.tokens.start;
        if gap.clone().all(joins) { Ok(next.tokens.end.max(end)) } else { Err(end) }
    });
    head.start..joined.unwrap_or_else(|end| end)
}

/// What gives the type of one part: in reported speech the first act or cue of the part itself, unless a verb goes on with the
/// list: "said she hopes that the two sides will …; *promote* meetings to discuss …".
fn part_said(sentence: &Sentence<'_>, stretch: &Stretch, part: &Range<u32>) -> Said {
    if stretch.lead.speech.level != Some(Level::Report)
        || part.contains(&stretch.said.mark.start)
        || (stretch.said.mark.start < part.start && lists(sentence, part.start))
    {
        return stretch.said;
    }
    speech_marks(sentence, part.clone())
        .into_iter()
        .find(|said| said.mark.start > stretch.lead.mark.start)
        .unwrap_or(stretch.lead)
}
