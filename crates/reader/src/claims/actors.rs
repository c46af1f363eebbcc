//! For whom a claim is made.

use packs::{ClaimType, Form, Kind, Level, Link, Party, Reference};

use super::Candidate;
use crate::addressees::sides;
use crate::mentions::{Mention, Who};
use crate::page::Sentence;
use crate::scene::{Side, side};
use crate::story::Story;

/// Within so many tokens behind the verb stands whose help it asks for or thanks for.
const GIVEN: u32 = 3;
/// Within so many tokens behind somebody stands what is to be done with them.
const DONE: u32 = 6;

/// The parties for which those act who make a claim of a type.
pub(super) fn actors(
    story: &Story<'_, '_>,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    candidate: &Candidate,
    kind: ClaimType,
) -> Vec<Party> {
    let named = if candidate.actor.all { sides(story) } else { candidate.actor.all_parties(story.people) };
    // "The situation in … was also raised": all speak of it.
    let nobody = !candidate.told
        && !candidate.quoted
        && matches!(kind, ClaimType::Topic | ClaimType::NextStep | ClaimType::Agreement);
    let actors = if let Some(others) = unnamed_agent(story, sentence, mentions, candidate) {
        others
    } else if named.is_empty() || nobody {
        sides(story)
    } else {
        together(story, candidate, kind, &named).unwrap_or(named)
    };
    // "He thanked Norway": whoever "he" is, it is not Norway.
    other_speaker(story, sentence, mentions, candidate, &actors)
        .or_else(|| pledger(story, mentions, candidate, kind))
        .or_else(|| outsider(story, candidate))
        .map_or(actors, |other| vec![other])
}

/// Both sides of talks, where one of them tells what was talked about or agreed.
fn together(story: &Story<'_, '_>, candidate: &Candidate, kind: ClaimType, actors: &[Party]) -> Option<Vec<Party>> {
    // "*Informed* Minister X of the reforms".
    let told = kind == ClaimType::Topic && candidate.said.is_some_and(|said| said.speech.own);
    let shared = matches!(kind, ClaimType::Topic | ClaimType::Agreement) && !told;
    let sides = if shared { sides(story) } else { Vec::new() };
    let talks = story.current.is_some_and(|current| story.drafts[current].kind != Kind::Statement);
    (talks && sides.len() == 2 && actors.len() == 1 && sides.contains(&actors[0])).then_some(sides)
}

/// Who says it, where a passive names only to whom: "*Peru was asked* to vote for it" is said by the others.
fn unnamed_agent(
    story: &Story<'_, '_>,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    candidate: &Candidate,
) -> Option<Vec<Party>> {
    let said = candidate.said.filter(|said| said.speech.passive && !candidate.told)?;
    let before = candidate.tokens.start..said.mark.start;
    let named = side(sentence, mentions, story.people, &story.focus, before).all_parties(story.people);
    let mut others = sides(story);
    others.retain(|party| !named.contains(party));
    Some(others).filter(|others| !others.is_empty() && !named.is_empty())
}

/// The other side, where a pronoun, or somebody whose party nobody told, says something to the very party that they
/// were taken for.
fn other_speaker(
    story: &Story<'_, '_>,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    candidate: &Candidate,
    actors: &[Party],
) -> Option<Party> {
    let ([actor], true) = (actors, guessed(story, &candidate.actor)) else { return None };
    let end = candidate.said.filter(|said| said.speech.level == Some(Level::Act))?.mark.end;
    let near = |reach: u32| mentions.iter().find(|mention| (end..end + reach).contains(&mention.tokens.start));
    let theirs = near(GIVEN).is_some_and(|mention| gives(sentence, candidate, end, mention, *actor));
    let object = near(if theirs { GIVEN } else { 2 })?;
    // "She promised *that Sweden* opens an embassy": who acts in a clause of its own is no object, but is asked in "asked *that Sweden*
    // open one".
    let asks = candidate.kind == Some(ClaimType::Request);
    if !asks && sentence.has_link(end.saturating_sub(1)..object.tokens.start, Link::That) {
        return None;
    }
    let same = matches!(object.who, Who::Party(Form::Name)) && object.party == Some(*actor) || theirs;
    let mut others = story.drafts[story.current?].parties.iter().copied().filter(|party| party != actor);
    let other = others.next().filter(|_| others.next().is_none());
    other.filter(|_| same)
}

/// Whether a party gives what is asked for or thanked for behind a verb, so that it does neither itself: "thanked for the
/// *Swedish* help", "asked for *Swedish* help"; not "asked for *Swedish* workers to be let in", "the thanks of the *Swedish* people".
fn gives(sentence: &Sentence<'_>, candidate: &Candidate, end: u32, mention: &Mention, party: Party) -> bool {
    let before = end.saturating_sub(1)..mention.tokens.start;
    let behind = mention.tokens.end..(mention.tokens.end + DONE).min(candidate.tokens.end);
    let asked = match candidate.kind {
        Some(ClaimType::Courtesy) => true,
        Some(ClaimType::Request) => {
            !sentence.has_link(before.clone(), Link::That) && !sentence.has_link(behind, Link::Infinitive)
        }
        _ => false,
    };
    let form = matches!(mention.who, Who::Party(Form::Adjective | Form::Genitive));
    asked && form && mention.party == Some(party) && !sentence.has_link(before, Link::Of)
}

/// Whether nothing told for whom those speak who say it.
fn guessed(story: &Story<'_, '_>, actor: &Side) -> bool {
    let told = || actor.people.iter().any(|&person| story.people.all[person].said);
    actor.referred || (!actor.people.is_empty() && !told())
}

/// "The minister promised that Sweden will": whoever pledges for a state speaks for it.
fn pledger(story: &Story<'_, '_>, mentions: &[Mention], candidate: &Candidate, kind: ClaimType) -> Option<Party> {
    let said = candidate.said.filter(|_| kind == ClaimType::Pledge && !candidate.joint)?;
    if !candidate.told || candidate.actor.people.len() != 1 || !guessed(story, &candidate.actor) {
        return None;
    }
    // "*Will stand by* Ukraine": behind what only shows the pledge stands to whom it is made.
    let behind = if said.speech.level.is_some() { 3 } else { 0 };
    let near = said.mark.start..said.mark.end + behind;
    let named = mentions.iter().find(|mention| near.contains(&mention.tokens.start))?;
    named.party.filter(|_| matches!(named.who, Who::Party(Form::Name) | Who::Reference(Reference::Side, _)))
}

/// The side of whoever is named only where they speak: the one of two for which nobody else is named.
fn outsider(story: &Story<'_, '_>, candidate: &Candidate) -> Option<Party> {
    let ([person], false) = (candidate.actor.people.as_slice(), candidate.actor.referred) else { return None };
    let draft = &story.drafts[story.current?];
    let talks = matches!(draft.kind, Kind::Meeting | Kind::Call | Kind::Consultation | Kind::Signing);
    if !talks || story.people.all[*person].said || draft.people.is_empty() || draft.people.contains(person) {
        return None;
    }
    let named = |party: &Party| draft.people.iter().any(|&other| story.people.all[other].party == Some(*party));
    let sides = sides(story);
    let mut alone = sides.iter().copied().filter(|party| !named(party));
    let side = alone.next().filter(|_| sides.len() == 2);
    side.filter(|_| alone.next().is_none())
}
