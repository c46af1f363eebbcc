//! To whom it is said, and who is there to say or hear it.

use std::ops::Range;

use packs::{ClaimType, Form, Kind, Layer, Link, Party, Reference, Value};

use crate::claims::{Candidate, belongs};
use crate::drafts::Draft;
use crate::mentions::{Mention, Who};
use crate::page::Sentence;
use crate::scene::side;
use crate::story::Story;

/// The most words between a verb and whom it names.
const REACH: u32 = 8;
/// How many engagements back "the two sides" may refer.
const BACK: usize = 6;

/// The sides of the engagement spoken of; of one with a single party those of the talks before it.
pub(crate) fn sides(story: &Story<'_, '_>) -> Vec<Party> {
    let here = present(story);
    let talks = pair(story);
    let world = story.page.world();
    // "The two countries" of a joint statement, not the organisation whose forum it names.
    let within = here.len() > 2
        && talks.iter().all(|side| here.contains(side))
        && here.iter().all(|party| talks.contains(party) || !world.is_state(*party));
    if talks.len() == 2 && (here.len() == 1 || within) { talks } else { here }
}

/// The parties of what a claim belongs to; of talks of which only one side is known the page's own party is the other.
fn present(story: &Story<'_, '_>) -> Vec<Party> {
    let Some(draft) = belongs(story).map(|index| &story.drafts[index]) else { return Vec::new() };
    let mut parties = taking_part(story, draft);
    if parties.len() == 1 && two_sided(draft.kind) {
        parties.extend(story.people.home.filter(|home| *home != parties[0]));
    }
    parties
}

/// The parties of an engagement: of talks between people those of these people, not who is named in passing.
fn taking_part(story: &Story<'_, '_>, draft: &Draft) -> Vec<Party> {
    if !two_sided(draft.kind) || draft.parties.len() < 3 {
        return draft.parties.clone();
    }
    let host = draft.place.country.filter(|_| draft.kind == Kind::Visit);
    let led: Vec<Party> =
        draft.people.iter().filter_map(|&person| story.people.all[person].party).chain(host).collect();
    let mut sides: Vec<Party> = draft.parties.iter().copied().filter(|party| led.contains(party)).collect();
    if sides.len() < 2 {
        let world = story.page.world();
        let others: Vec<Party> = draft.parties.iter().copied().filter(|party| !sides.contains(party)).collect();
        let states = others.iter().copied().filter(|&party| world.is_state(party));
        sides
            .extend(states.chain(others.iter().copied().filter(|&party| !world.is_state(party))).take(2 - sides.len()));
    }
    sides
}

fn two_sided(kind: Kind) -> bool {
    matches!(kind, Kind::Meeting | Kind::Call | Kind::Visit | Kind::Consultation)
}

/// The two sides of what is spoken of, or of the last talks before it that had two.
pub(crate) fn pair(story: &Story<'_, '_>) -> Vec<Party> {
    let all = story.current.into_iter().chain((0..story.drafts.len()).rev().take(BACK));
    all.map(|index| &story.drafts[index])
        .map(|draft| taking_part(story, draft))
        .find(|sides| sides.len() == 2)
        .unwrap_or_default()
}

/// To whom it is said: whom the verb names, else the others in the engagement.
pub(crate) fn addressees(
    story: &Story<'_, '_>,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    candidate: &Candidate,
    actors: &[Party],
) -> Vec<Party> {
    let not_actor =
        |parties: Vec<Party>| -> Vec<Party> { parties.into_iter().filter(|party| !actors.contains(party)).collect() };
    let asked = not_actor(candidate.asked.all_parties(story.people));
    if !asked.is_empty() {
        return asked;
    }
    let mut others = not_actor(present(story));
    if others.is_empty() && story.own_words {
        // A guest speaks to the page's own party; "the partner side" is the other of the talks spoken of.
        others = not_actor(story.people.home.into_iter().collect());
        let partner = |mention: &Mention| {
            candidate.tokens.contains(&mention.tokens.start)
                && matches!(mention.who, Who::Reference(Reference::OtherSide | Reference::Counterpart, _))
        };
        if others.is_empty() && mentions.iter().any(partner) {
            others = not_actor(pair(story));
        }
    }
    if let Some(said) = candidate.said.filter(|said| said.speech.passive) {
        let before = candidate.tokens.start..said.mark.start;
        let named = not_actor(side(sentence, mentions, story.people, &story.focus, before).all_parties(story.people));
        return if named.is_empty() { others } else { named };
    }
    let from = candidate.said.map_or(candidate.tokens.start, |said| said.mark.end);
    let mut object = not_actor(object(story, sentence, mentions, from..candidate.tokens.end));
    if object.is_empty() {
        object = not_actor(nation(mentions, from));
    }
    if !object.is_empty()
        && candidate.said.is_some_and(|said| said.speech.level.is_some() || said.speech.claim == ClaimType::Request)
    {
        return object;
    }
    let after = from..(from + REACH).min(candidate.tokens.end);
    let named = not_actor(side(sentence, mentions, story.people, &story.focus, after).all_parties(story.people));
    // "Asked for *Swedish* help": a party's adjective tells too.
    let spoken = not_actor(spoken_of(mentions, from..candidate.tokens.end));
    match named.iter().chain(&spoken).find(|party| others.contains(party)) {
        Some(&party) => vec![party],
        None if others.is_empty() => {
            let told: Vec<Party> = named.into_iter().chain(spoken).take(1).collect();
            if told.is_empty() { not_actor(spoken_with(story, actors)) } else { told }
        }
        None => others,
    }
}

/// With whom somebody spoke who now speaks alone: the other side of the last talks that had two, if it is one of them.
fn spoken_with(story: &Story<'_, '_>, actors: &[Party]) -> Vec<Party> {
    let sides = pair(story);
    if actors.iter().any(|actor| sides.contains(actor)) { sides } else { Vec::new() }
}

/// The parties that some words name, in whatever form, but not as places.
fn spoken_of(mentions: &[Mention], tokens: Range<u32>) -> Vec<Party> {
    let party =
        |mention: &Mention| mention.party.filter(|_| matches!(mention.who, Who::Party(form) if form != Form::Name));
    mentions.iter().filter(|mention| tokens.contains(&mention.tokens.start)).filter_map(party).collect()
}

/// Whom a verb names right behind it, with those that "and" joins to them.
fn object(story: &Story<'_, '_>, sentence: &Sentence<'_>, mentions: &[Mention], tokens: Range<u32>) -> Vec<Party> {
    let acting = || {
        mentions.iter().filter(|mention| {
            !matches!(mention.who, Who::Name | Who::Party(Form::Adjective | Form::Genitive | Form::Demonym))
        })
    };
    let Some(first) =
        acting().find(|mention| (tokens.start..(tokens.start + 2).min(tokens.end)).contains(&mention.tokens.start))
    else {
        return capital(sentence, tokens.start..(tokens.start + 1).min(tokens.end)).into_iter().collect();
    };
    let mut end = first.tokens.end;
    for mention in acting().filter(|mention| mention.tokens.start >= first.tokens.end) {
        let between = end..mention.tokens.start;
        let joined =
            between.len() == 1 && between.clone().all(|at| sentence.is_link(at, Link::And) || sentence.is(at, ","));
        if !joined {
            break;
        }
        end = mention.tokens.end;
    }
    side(sentence, mentions, story.people, &story.focus, first.tokens.start..end).all_parties(story.people)
}

/// The people whom a verb names right behind it: "thanked the Swedes".
fn nation(mentions: &[Mention], from: u32) -> Vec<Party> {
    let near = mentions.iter().find(|mention| (from..from + 2).contains(&mention.tokens.start));
    near.filter(|mention| matches!(mention.who, Who::Party(Form::Demonym)))
        .and_then(|mention| mention.party)
        .into_iter()
        .collect()
}

/// The state for which a capital within some words stands ("Beijing urged", "called on Washington to").
pub(crate) fn capital(sentence: &Sentence<'_>, tokens: Range<u32>) -> Option<Party> {
    let world = sentence.page.world();
    sentence.within(Layer::Names, tokens).find_map(|(mark, value)| match value {
        Value::City(city) if world.cities[usize::from(*city)].capital => {
            let place = mark.start > sentence.tokens.start && sentence.is_link(mark.start - 1, Link::In);
            (!place).then_some(world.country_of(*city))
        }
        _ => None,
    })
}
