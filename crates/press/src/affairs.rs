//! Matters as they are named and as they stand.

use document::PartialDate;
use jiff::civil::Date;
use packs::Topic;
use register::matters::{Matter, State};
use register::{Register, StoreError, date};

use crate::error::PressError;
use crate::paper::{NoteId, Sentence};
use crate::teller::{Teller, sentence};
use crate::words::VAGUE;

/// Whether a matter belongs to whoever speaks of it: its key names no parties.
pub(crate) fn is_shared(matter: &Matter) -> bool {
    matches!(matter.kind(), "instrument" | "candidacy")
}

/// Whether all that is known of a matter is that it is about relations, visits or the like.
pub(crate) fn is_vague(matter: &Matter) -> bool {
    let topic = || matter.key.rsplit('/').next().and_then(Topic::parse);
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

/// A sentence on a matter rests on so many of its lines, the last ones.
const LINES: usize = 2;

impl Teller<'_> {
    /// The name of a matter, by its key.
    pub(crate) fn matter(&self, key: &str, parties: &[String]) -> String {
        let mut parts = key.split('/');
        let kind = parts.next().unwrap_or_default();
        let rest: Vec<&str> = parts.collect();
        self.matter_of(kind, &rest)
            .unwrap_or_else(|| self.words.say("matter-other", vec![("parties", self.words.parties(parties, 4).into())]))
    }

    fn matter_of(&self, kind: &str, rest: &[&str]) -> Option<String> {
        let words = self.words;
        let codes = |joined: &str| -> Vec<String> { self.codes(joined) };
        let between = |joined: &str| words.parties(&codes(joined), 4);
        Some(match (kind, rest) {
            ("instrument", [code]) => words.instrument(code),
            ("candidacy", [body, whose]) => {
                let body = words.instrument(body).into();
                match whose.split_once('-').filter(|(from, _)| from.parse::<i16>().is_ok()) {
                    Some((from, to)) => {
                        let years = words.range(from.to_owned(), to.to_owned());
                        words.say("matter-candidacy-years", vec![("body", body), ("years", years.into())])
                    }
                    None => words.say("matter-candidacy", vec![("body", body)]),
                }
            }
            ("target", [pair, unit, amount]) => {
                let amount = words.amount(amount.parse().ok()?, unit).into();
                match codes(pair).as_slice() {
                    [] => return None,
                    [one] => words
                        .say("matter-target-alone", vec![("amount", amount), ("genitive", words.genitive(one).into())]),
                    _ => words.say("matter-target", vec![("amount", amount), ("parties", between(pair).into())]),
                }
            }
            ("session", [pair, number]) => {
                let n: u16 = number.parse().ok()?;
                let args = vec![
                    ("ordinal", words.ordinal(n).into()),
                    ("n", (*number).into()),
                    ("parties", between(pair).into()),
                ];
                words.say("matter-session", args)
            }
            ("invitation", [host, guest]) => {
                let host = codes(host).into_iter().next()?;
                let args = vec![
                    ("genitive", words.genitive(&host).into()),
                    ("host", words.party(&host).into()),
                    ("guest", words.party(guest).into()),
                ];
                words.say("matter-invitation", args)
            }
            ("topic", [pair, topic]) => {
                let topic = words.topic(Topic::parse(topic)?).into();
                words.say("matter-topic", vec![("topic", topic), ("parties", between(pair).into())])
            }
            _ => return None,
        })
    }

    /// Whether a matter is between two parties and nobody else, by its key.
    pub(crate) fn is_between(&self, matter: &Matter, (a, b): (&str, &str)) -> bool {
        let parts: Vec<&str> = matter.key.split('/').skip(1).collect();
        let mut codes = parts.first().map_or_else(Vec::new, |joined| self.codes(joined));
        // An invitation names host and guest apart.
        codes.extend(parts.get(1).filter(|_| matter.kind() == "invitation").map(|guest| (*guest).to_owned()));
        codes.len() == 2 && [a, b].iter().all(|party| codes.iter().any(|code| code == party))
    }

    /// Codes that are joined by dashes; some codes have dashes themselves.
    fn codes(&self, joined: &str) -> Vec<String> {
        let parts: Vec<&str> = joined.split('-').collect();
        let mut codes = Vec::new();
        let mut at = 0;
        while at < parts.len() {
            let longest =
                (at + 1..=parts.len()).rev().find(|&end| self.packs().world.party(&parts[at..end].join("-")).is_some());
            let end = longest.unwrap_or(at + 1);
            codes.push(parts[at..end].join("-"));
            at = end;
        }
        codes.retain(|code| !code.is_empty());
        codes
    }

    /// The word for a state.
    pub(crate) fn state(&self, state: State) -> String {
        self.words.word(&format!("state-{}", state.as_str()))
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
        let name = self.matter(&matter.key, &matter.parties);
        let state = self.state(matter.at(register::day(today)));
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
