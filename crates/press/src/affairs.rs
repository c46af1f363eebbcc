//! Matters as they are named and as they stand.

use std::collections::BTreeSet;

use document::PartialDate;
use jiff::civil::Date;
use packs::{ClaimType, Packs, Topic};
use register::matters::{Line, Matter, State};
use register::{Register, StoreError, date};

use crate::error::PressError;
use crate::outcomes::{Outcome, is_organ};
use crate::paper::{NoteId, Sentence};
use crate::teller::{Teller, sentence};
use crate::words::VAGUE;

/// Whether a matter belongs to whoever speaks of it: its key names no parties.
pub(crate) fn is_shared(matter: &Matter) -> bool {
    matches!(matter.kind(), "instrument" | "candidacy")
}

/// Whether all that is known of a matter is that it is about relations, visits or the like, that law is invoked which nobody has signed
/// (“agreed on the importance of UNCLOS”), or that somebody is backed in an organisation, which is no body for which one stands.
pub(crate) fn is_vague(packs: &Packs, matter: &Matter) -> bool {
    if let Some(code) = matter.key.strip_prefix("instrument/") {
        let law = packs.world.named.iter().any(|named| named.law && named.code == code);
        return law && matter.state != State::Delivered;
    }
    let topic = || matter.key.rsplit('/').next().and_then(Topic::parse);
    if let Some(body) = matter.key.strip_prefix("candidacy/").and_then(|rest| rest.split('/').next()) {
        return !is_organ(packs, body);
    }
    matter.kind() == "topic" && topic().is_none_or(|topic| VAGUE.contains(&topic) || topic == Topic::Visits)
}

/// So many matters are fetched at once.
const BATCH: usize = 2_000;

/// The matters that are to be kept, of one party where it is given, in the order of their keys. A register has as many matters as
/// engagements: without a party they are not all held at once.
///
/// # Errors
///
/// Where the register fails.
pub(crate) fn matters_of(
    register: &Register,
    party: Option<&str>,
    keep: impl Fn(&Matter) -> bool,
) -> Result<Vec<Matter>, StoreError> {
    let store = register.store();
    if party.is_some() {
        let mut matters = store.matters(party)?;
        matters.retain(keep);
        return Ok(matters);
    }
    let (mut kept, mut after) = (Vec::new(), String::new());
    loop {
        let matters = store.matters_after(&after, BATCH)?;
        let Some(last) = matters.last() else { return Ok(kept) };
        after.clone_from(&last.key);
        kept.extend(matters.into_iter().filter(&keep));
    }
}

/// Whose a candidacy is, where its lines tell of one party: of whoever asks for backing, or is backed.
fn candidate(lines: &[Line]) -> Option<&str> {
    let named = lines.iter().filter_map(|line| match (ClaimType::parse(&line.said)?, line.addressees.as_slice()) {
        (ClaimType::Support | ClaimType::Pledge, [backed]) => Some(backed),
        (ClaimType::Request, _) => line.actors.first().filter(|_| line.actors.len() == 1),
        _ => None,
    });
    let named: BTreeSet<&String> = named.collect();
    named.first().filter(|_| named.len() == 1).map(|one| one.as_str())
}

/// A sentence on a matter rests on so many of its lines, the last ones.
const LINES: usize = 2;
/// So many lines tell whose a candidacy is.
const CANDIDACY_LINES: usize = 200;

impl Teller<'_> {
    /// Whether a matter is between two parties and nobody else, by its key.
    pub(crate) fn is_between(&self, matter: &Matter, (a, b): (&str, &str)) -> bool {
        let parts: Vec<&str> = matter.key.split('/').skip(1).collect();
        let mut codes = parts.first().map_or_else(Vec::new, |joined| self.words.codes(joined));
        // An invitation names host and guest apart.
        codes.extend(parts.get(1).filter(|_| matter.kind() == "invitation").map(|guest| (*guest).to_owned()));
        codes.len() == 2 && [a, b].iter().all(|party| codes.iter().any(|code| code == party))
    }

    /// Whether a matter is of the party of the view, where there is one: what two others have with each other is not, though it may have
    /// spoken of it.
    pub(crate) fn is_own(&self, matter: &Matter) -> bool {
        let Some(view) = self.view.as_ref().filter(|_| !is_shared(matter)) else { return true };
        let mut codes = self.words.codes(matter.key.split('/').nth(1).unwrap_or_default());
        codes.extend(matter.key.split('/').nth(2).filter(|_| matter.kind() == "invitation").map(str::to_owned));
        codes.contains(view)
    }

    /// What a next step is about, by the last lines that tell of it.
    fn step_about(&self, register: &Register, matter: &Matter) -> Result<Option<String>, PressError> {
        for line in register.store().lines(&matter.key, LINES)? {
            let account = register.account(line.account)?;
            let claims = account.engagement.claims.iter().filter(|claim| claim.span == line.span);
            let outcomes = claims.filter_map(|claim| Outcome::of(self.packs(), claim, None, 0));
            let mut telling = outcomes.filter(|outcome| outcome.has_matter() || !outcome.instruments.is_empty());
            if let Some(about) = telling.find_map(|outcome| self.about(&outcome)) {
                return Ok(Some(about));
            }
        }
        Ok(None)
    }

    /// Whether something is known of a matter that is to come beyond its day: whose a candidacy is, what a next step is about.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub(crate) fn is_telling(&self, register: &Register, matter: &Matter) -> Result<bool, PressError> {
        Ok(match matter.kind() {
            "next-step" => self.step_about(register, matter)?.is_some(),
            "candidacy" => candidate(&register.store().lines(&matter.key, CANDIDACY_LINES)?).is_some(),
            _ => true,
        })
    }

    /// The name of a matter; of a candidacy with whose it is, and of a step with what it is about, which its lines tell and its key
    /// does not.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub(crate) fn matter_name(&self, register: &Register, matter: &Matter) -> Result<String, PressError> {
        if matter.kind() == "next-step" {
            let whose = self.seen(&self.words.codes(matter.key.split('/').nth(1).unwrap_or_default()));
            if let Some(about) = self.step_about(register, matter)?.filter(|_| whose.len() > 1) {
                return Ok(self.words.step(about, &whose));
            }
        }
        if matter.kind() == "candidacy" {
            let lines = register.store().lines(&matter.key, CANDIDACY_LINES)?;
            let named = candidate(&lines).and_then(|party| self.words.candidacy(&matter.key, party));
            if let Some(name) = named {
                return Ok(name);
            }
        }
        Ok(self.words.matter_seen(&matter.key, &matter.parties, self.view.as_deref()))
    }

    /// How a matter stands on a day, with the notes of its last lines.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub(crate) fn matter_sentence(
        &mut self,
        register: &Register,
        matter: &Matter,
        today: Date,
    ) -> Result<Sentence, PressError> {
        let name = self.matter_name(register, matter)?;
        let state = self.words.state(matter.at(register::day(today)));
        let last = self.words.date(date(matter.last).into(), None);
        let mut args = vec![("matter", name.into()), ("state", state.into()), ("last", last.into())];
        let due = matter.due.filter(|due| due.last_day() >= today);
        let id = if due.is_some() { "matter-line-due" } else { "matter-line" };
        args.extend(due.map(|due| ("due", self.due(due).into())));
        let text = self.words.sentence(id, args);
        let notes = self.matter_notes(register, matter)?;
        Ok(sentence(&text, notes))
    }

    /// When something falls due, as it stands in a sentence.
    pub(crate) fn due(&self, due: PartialDate) -> String {
        self.words.when(due.into(), None)
    }

    /// The notes of the last lines of a matter.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub(crate) fn matter_notes(&mut self, register: &Register, matter: &Matter) -> Result<Vec<NoteId>, PressError> {
        let mut notes = Vec::new();
        for line in register.store().lines(&matter.key, LINES)? {
            let note = self.note_at(register, line.account, Some(line.span))?;
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        Ok(notes)
    }
}
