//! Whose words are whose: quotes and who says them, interviews, and who is "he" behind them.

use document::Shape;
use packs::{Kind, Layer, Level, Reference, Value};

use super::{Candidate, is_joint, items};
use crate::drafts::Draft;
use crate::mentions::{Mention, Who};
use crate::page::Sentence;
use crate::scene::Side;
use crate::speakers::subject;
use crate::story::Story;

/// Among so many engagements the one that a document itself is comes first.
const EARLY: usize = 4;
/// Within so many sentences a quote names who says it.
const QUOTE: usize = 6;

/// Before the pieces of a sentence are weighed: somebody's own words leave the speaker as before, in an interview
/// whoever gives it.
pub(crate) fn keep_speaker(story: &mut Story<'_, '_>, sentence: &Sentence<'_>, first_person: bool, before: &Side) {
    let interview = interview(story);
    story.own_words = interview.is_some() && first_person;
    if !quoted(story, sentence) {
        return;
    }
    let states = |&index: &usize| story.drafts[index].kind == Kind::Statement;
    let current = story.current.filter(states);
    // "“We want no conditions”, Minister X told reporters *after the talks*", which are spoken of then.
    let here = |&index: &usize| sentence.tokens.contains(&story.drafts[index].evidence.start);
    let made = story.recent().rev().find(|index| here(index) && states(index));
    let statement = interview.filter(|_| story.own_words).or(made).or(current).map(|index| &story.drafts[index]);
    story.focus.subject = match statement {
        Some(draft) if draft.parties.len() == 1 => {
            Side { people: draft.people.clone(), parties: draft.parties.clone(), ..Side::default() }
        }
        _ => before.clone(),
    };
}

/// After a sentence: whoever spoke or acted last is the "he" of the next; where both sides did, whoever was it before.
pub(crate) fn note_speaker(
    story: &mut Story<'_, '_>,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    candidates: &[Candidate],
    before: Side,
) {
    if items::note(story, sentence, candidates) {
        return;
    }
    let says = |candidate: &&Candidate| {
        candidate.told && candidate.said.is_some_and(|said| said.speech.level.is_some()) && !candidate.actor.is_empty()
    };
    let spoke = candidates.iter().rev().find(says).map(|candidate| candidate.actor.clone());
    let acted = || if quoted(story, sentence) { None } else { subject(story, sentence, mentions) };
    if let Some(subject) = spoke.or_else(acted) {
        note_called(story, mentions, &subject);
        story.focus.subject = subject;
    }
    if story.focus.subject.people.is_empty() && !before.people.is_empty() && is_joint(story, &story.focus.subject) {
        story.focus.subject = before;
    }
}

/// Remembers whether a subject was "he" or "she".
fn note_called(story: &mut Story<'_, '_>, mentions: &[Mention], subject: &Side) {
    let gender = mentions.iter().find_map(|mention| match mention.who {
        Who::Reference(Reference::He | Reference::She, gender) => Some(gender),
        _ => None,
    });
    if let (Some(Some(gender)), [person], true) = (gender, subject.people.as_slice(), subject.referred) {
        story.focus.called = Some((*person, gender));
    }
}

/// The interview or speech that a document gives: its first statement.
fn interview(story: &Story<'_, '_>) -> Option<usize> {
    let first = story.drafts.iter().take(EARLY).position(|draft| draft.kind == Kind::Statement && !draft.background)?;
    let own = |draft: &Draft| draft.parties.len() == 1 && (draft.voiced || !draft.people.is_empty());
    Some(first).filter(|&first| own(&story.drafts[first]))
}

/// Where a claim belongs: to the interview whose words it is in, else to the engagement spoken of.
pub(crate) fn belongs(story: &Story<'_, '_>) -> Option<usize> {
    interview(story).filter(|_| story.own_words).or(story.current)
}

/// The blocks in which somebody says "I" or "we" outside quotation marks.
pub(crate) fn first_person(sentences: &[Sentence<'_>], found: &[Vec<Mention>]) -> Vec<u32> {
    let mut rest = found;
    let blocks = sentences.chunk_by(|one, next| one.block_index == next.block_index);
    let blocks = blocks.filter(|block| {
        let (of_block, behind) = rest.split_at(block.len());
        rest = behind;
        is_first_person(block, of_block)
    });
    blocks.map(|block| block[0].block_index).collect()
}

/// Whether somebody says "I" or "we" in a block outside quotation marks.
fn is_first_person(block: &[Sentence<'_>], found: &[Vec<Mention>]) -> bool {
    let own =
        found.iter().flatten().filter(|mention| matches!(mention.who, Who::Reference(Reference::I | Reference::We, _)));
    let mut own = own.map(|mention| mention.tokens.start).peekable();
    let mut inside = false;
    for sentence in block {
        for at in sentence.tokens.clone() {
            if own.peek().is_none() {
                return false;
            }
            inside ^= sentence.token(at).shape == Shape::Punctuation
                && matches!(sentence.word(at), "\"" | "“" | "”" | "„" | "«" | "»");
            if own.next_if_eq(&at).is_some() && !inside {
                return true;
            }
        }
    }
    false
}

/// Whether a sentence stands in quotation marks, or is what an interview's speaker says.
pub(super) fn quoted(story: &Story<'_, '_>, sentence: &Sentence<'_>) -> bool {
    opens_quote(sentence)
        || story.own_words
        || story.current.is_some_and(|current| story.drafts[current].kind == Kind::Statement)
}

/// Whether a sentence begins with a sign of somebody's own words.
fn opens_quote(sentence: &Sentence<'_>) -> bool {
    let first = sentence.tokens.start;
    sentence.token(first).shape == Shape::Punctuation
        && matches!(sentence.word(first), "\"" | "“" | "”" | "–" | "—" | "-" | "«" | "„" | "»" | "‘")
}

/// Where the sentence goes on behind the quote that it begins, before a token: "“We want no conditions”, *Minister X told …*".
pub(crate) fn behind_quote(sentence: &Sentence<'_>, until: u32) -> Option<u32> {
    let closes = |at: &u32| matches!(sentence.word(*at), "\"" | "”" | "“" | "»" | "«");
    let inside = (sentence.tokens.start + 1..until).rev();
    inside.into_iter().find(closes).filter(|_| opens_quote(sentence)).map(|at| at + 1)
}

/// Who says a quote that a sentence begins, and the later sentence of its block that tells: "– We had good talks. Now we go on,
/// *says Minister X*."
pub(crate) fn quote_ahead(sentences: &[Sentence<'_>], found: &[Vec<Mention>], index: usize) -> Option<(usize, usize)> {
    let block = sentences[index].block_index;
    if index > 0 && sentences[index - 1].block_index == block || !opens_quote(&sentences[index]) {
        return None;
    }
    let behind = (index + 1..sentences.len().min(index + QUOTE)).take_while(|&at| sentences[at].block_index == block);
    behind.into_iter().find_map(|at| Some((at, quote_ends(&sentences[at], &found[at])?)))
}

/// Who is named right behind the verb with which a quote ends.
fn quote_ends(sentence: &Sentence<'_>, mentions: &[Mention]) -> Option<usize> {
    let person = |mention: &Mention| if let Who::Person(person) = mention.who { Some(person) } else { None };
    let mut said = sentence.marks(Layer::Speech).filter(|(mark, value)| {
        let report = matches!(value, Value::Speech(speech) if speech.level == Some(Level::Report));
        let ends = mark.start > sentence.tokens.start && sentence.token(mark.start - 1).shape == Shape::Punctuation;
        report && ends
    });
    said.find_map(|(mark, _)| {
        let beside = |mention: &&Mention| (mark.start + 1..mark.end + 2).contains(&mention.tokens.start);
        mentions.iter().find(beside).and_then(person)
    })
}
