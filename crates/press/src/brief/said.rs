//! What the stories of two parties say: what was agreed, asked and promised, each once, and what became of it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use packs::ClaimType;
use register::matters::{Matter, keys};
use register::{Register, day};

use super::contacts::Contacts;
use super::dated;
use crate::error::PressError;
use crate::outcomes::Outcome;
use crate::paper::Sentence;
use crate::story::Story;
use crate::teller::{Teller, sentence};

/// Looks through the stories.
pub(super) struct Desk<'a> {
    pub(super) register: &'a Register,
    pub(super) contacts: &'a Contacts,
    pub(super) today: Date,
    /// The keys of the matters of which a sentence here has told.
    pub(super) told: BTreeSet<String>,
    /// The keys of those with a name of which a sentence of their own tells how they stand.
    pub(super) named: BTreeSet<String>,
}

impl Desk<'_> {
    /// What a party asked the other or promised it, or nobody by name, the last first, and what became of it: how much there is, and so
    /// much of it at most. What it asked a third one stands in the brief with that one.
    pub(super) fn said(
        &mut self,
        teller: &mut Teller<'_>,
        kind: ClaimType,
        (by, to): (&str, &str),
        most: usize,
    ) -> Result<(usize, Vec<Vec<Sentence>>), PressError> {
        let mut items = Items { most, ..Items::default() };
        for story in &self.contacts.stories {
            for outcome in story.outcomes(teller.packs()).iter().filter(|outcome| outcome.kind == kind) {
                let to_others = !outcome.addressees.is_empty() && outcome.addressees.iter().all(|party| party != to);
                if outcome.actors != [by] || to_others || !items.push(teller, story, outcome) {
                    continue;
                }
                let keys = keys_of(story, outcome);
                if let (Some(became), Some(item)) = (self.became(teller, &keys)?, items.said.last_mut()) {
                    item.push(became);
                }
                self.told.extend(keys);
            }
        }
        Ok((items.texts.len(), items.said))
    }

    /// What the sides last agreed on and aim at, where nothing else says so: how much there is, and so much of it at most.
    pub(super) fn stand(&mut self, teller: &mut Teller<'_>, most: usize) -> (usize, Vec<Vec<Sentence>>) {
        let tells = |outcome: &Outcome| {
            (outcome.kind == ClaimType::Agreement && outcome.firm)
                || matches!(outcome.kind, ClaimType::Target | ClaimType::Support)
        };
        let mut items = Items { most, ..Items::default() };
        for story in &self.contacts.stories {
            for outcome in story.outcomes(teller.packs()).iter().filter(|outcome| tells(outcome)) {
                let keys = keys_of(story, outcome);
                let is_told = |key: &String| self.told.contains(key) || self.named.contains(key);
                if (keys.is_empty() || !keys.iter().all(is_told)) && items.push(teller, story, outcome) {
                    self.told.extend(keys.into_iter().filter(|key| !self.named.contains(key)));
                }
            }
        }
        (items.texts.len(), items.said)
    }

    /// How the first matter of what was said stands.
    fn became(&self, teller: &mut Teller<'_>, keys: &[String]) -> Result<Option<Sentence>, PressError> {
        for key in keys {
            let Some(matter) = self.register.store().matter(key)? else { continue };
            let state = teller.words.state(matter.at(day(self.today)));
            let text = teller.words.sentence("became-of", vec![("state", state.into())]);
            let notes = teller.matter_notes(self.register, &matter)?;
            return Ok(Some(sentence(&text, notes)));
        }
        Ok(None)
    }

    /// Whether a sentence here says already what a matter would: nothing of it is still to come.
    pub(super) fn has_told(&self, matter: &Matter) -> bool {
        let is_ahead = matter.due.is_some_and(|due| due.last_day() >= self.today);
        self.told.contains(&matter.key) && !is_ahead
    }
}

/// The keys of the matters of an outcome.
fn keys_of(story: &Story, outcome: &Outcome) -> Vec<String> {
    let mut found = Vec::new();
    for (at, quote) in &outcome.told {
        let engagement = &story.accounts[*at].engagement;
        let claims = engagement.claims.iter().filter(|claim| claim.evidence == *quote);
        for key in claims.flat_map(|claim| keys(claim, &engagement.parties)) {
            if !found.contains(&key) {
                found.push(key);
            }
        }
    }
    found
}

/// Sentences with their days, no two of which say the same: so many at most.
#[derive(Default)]
struct Items {
    most: usize,
    said: Vec<Vec<Sentence>>,
    /// What all say, those too for which there is no room.
    texts: BTreeSet<String>,
}

impl Items {
    /// Adds an outcome with its day, unless the same was said on a later one or there is no room; whether it did.
    fn push(&mut self, teller: &mut Teller<'_>, story: &Story, outcome: &Outcome) -> bool {
        let Some(text) = teller.outcome(&story.engagement, outcome, false) else { return false };
        if !self.texts.insert(text.clone()) || self.said.len() == self.most {
            return false;
        }
        let text = dated(teller, story.dates(), &text);
        let notes = teller.outcome_notes(&story.accounts, outcome);
        self.said.push(vec![sentence(&text, notes)]);
        true
    }
}
