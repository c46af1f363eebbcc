//! Whose people are whose party nothing says, by what they say: "promised that *Malta* will take part" is said for Malta, and whoever
//! thanks Sweden is not of it.

use packs::{ClaimType, Form, Language, Level, Link, Party};
use rustc_hash::FxHashMap;

use crate::claims::Candidate;
use crate::drafts::Draft;
use crate::mentions::{Mention, Who};
use crate::page::{Page, Sentence};
use crate::people::People;

/// Within so many tokens behind a verb of saying a clause of what is said begins: "*told* visiting Minister X *that*".
const TOLD: u32 = 10;
/// Within so many tokens behind that its subject begins.
const SUBJECT: u32 = 2;

/// What somebody's words say of the state for which they speak.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Voice {
    person: usize,
    state: Party,
    /// Whether they speak for it; else they speak to it.
    own: bool,
}

/// What a piece of a sentence says of the state for which the one speaks who says it, where nothing else told.
pub(crate) fn voice(
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    people: &People,
    candidate: &Candidate,
    kind: ClaimType,
) -> Option<Voice> {
    let ([person], false, true) = (candidate.actor.people.as_slice(), candidate.quoted, candidate.told) else {
        return None;
    };
    let said = candidate.said.filter(|_| !people.all[*person].said)?;
    let (start, end) = (said.mark.start, said.mark.end);
    // "Said that *Malta is ready to*", "said *Malta attached importance to*".
    let beside = |mention: &&Mention| {
        mention.tokens.start >= candidate.tokens.start
            && mention.tokens.start <= start
            && mention.tokens.end + 1 >= start
    };
    let report = said.speech.level == Some(Level::Report);
    let (subject, that) = match mentions.iter().rev().find(beside).filter(|_| !report) {
        Some(subject) if matches!(subject.who, Who::Party(_)) => (subject, true),
        _ => {
            let that = (end.saturating_sub(1)..end + TOLD).find_map(|at| sentence.link(at, Link::That));
            let from = that.unwrap_or(end);
            let near = from..from + SUBJECT;
            (mentions.iter().find(|mention| near.contains(&mention.tokens.start))?, that.is_some() || report)
        }
    };
    let named = subject.party.filter(|_| subject.who == Who::Party(Form::Name));
    let state = named.filter(|&party| sentence.page.world().is_state(party))?;
    // What others should do, or how they are, may be said by anybody.
    let own = that && kind == ClaimType::Pledge;
    let other = !that && matches!(kind, ClaimType::Request | ClaimType::Courtesy | ClaimType::Invitation);
    (own || other).then_some(Voice { person: *person, state, own })
}

/// Gives people whose party was only inferred the state for which they speak, or another than the one to which they do. Tells
/// whether anything changed.
pub(super) fn hear(page: &Page<'_>, language: &Language, drafts: &[Draft], people: &mut People) -> bool {
    let world = page.world();
    let mut own: FxHashMap<usize, Option<Party>> = FxHashMap::default();
    let mut spoken_to: Vec<(usize, Party, &Draft)> = Vec::new();
    for draft in drafts {
        for voice in draft.claims.iter().filter_map(|claim| claim.voice) {
            if voice.own {
                let known = own.entry(voice.person).or_insert(Some(voice.state));
                *known = known.filter(|&state| state == voice.state);
            } else {
                spoken_to.push((voice.person, voice.state, draft));
            }
        }
    }
    let held = people.held();
    let natives = &language.home;
    let mut changed = false;
    let mut give = |people: &mut People, person: usize, state: Party| {
        let known = &mut people.all[person];
        let fits =
            !known.said && !held.takes(state, known.offices) && known.may_be_of(state, world.info(state), natives);
        if fits && known.party != Some(state) {
            (known.party, known.said, changed) = (Some(state), true, true);
        }
    };
    let mut own: Vec<(usize, Party)> = own.into_iter().filter_map(|(person, state)| Some((person, state?))).collect();
    own.sort_unstable_by_key(|(person, _)| *person);
    for (person, state) in own {
        give(people, person, state);
    }
    for (person, state, draft) in spoken_to {
        let mut others = draft.parties.iter().copied().filter(|&party| party != state && world.is_state(party));
        let other = others.next().filter(|_| others.next().is_none());
        if let Some(other) = other.filter(|_| people.all[person].party == Some(state)) {
            give(people, person, other);
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use crate::fixtures::{phrases, read};

    #[test]
    fn people_are_of_the_state_for_which_they_pledge_and_not_of_the_one_they_thank() {
        let party = |said: &str| {
            let text = format!(
                "Prime Minister Ama Osei-Kumi met Foreign Minister Sita Rana of Nepal on Monday. Osei-Kumi told the guest {said}."
            );
            let told = read(phrases(), "en", &format!("COLOMBO, 5 May 2025\n\n{text}")).engagements;
            let people: Vec<_> = told.into_iter().flat_map(|told| told.people).collect();
            people.into_iter().find(|person| person.name == "Ama Osei-Kumi").and_then(|person| person.party)
        };
        assert_eq!(party("that Fiji was ready to share its experience with Kathmandu").as_deref(), Some("FJ"));
        // Of others much is said.
        assert_ne!(party("that Fiji had lost a friend").as_deref(), Some("FJ"));
    }
}
