//! What a calendar has to cancel: entries that the history knows and the register has no more, under their names of then.

use jiff::civil::Date;
use packs::Kind;
use register::{AccountId, Day, When, date};
use rustc_hash::FxHashSet;

use super::{Desk, Held};
use crate::error::PressError;
use crate::history::Life;

/// An engagement that is no more: it was joined with another, called wrong, or is read no more.
pub(super) struct Gone {
    pub(super) life: Life,
    pub(super) first: Date,
    pub(super) last: Date,
    pub(super) kind: Option<Kind>,
    pub(super) parties: Vec<String>,
}

/// What an account said, as far as that is still known.
struct Said {
    first: Day,
    last: Day,
    kind: String,
    parties: Vec<String>,
}

impl Desk<'_, '_> {
    /// The engagements of the period that are no more, whatever was chosen: what is gone can be found by no query.
    pub(super) fn gone_engagements(&self, held: &Held) -> Result<Vec<Gone>, PressError> {
        let written = self.history.gone("engagement")?;
        let written = written.iter().filter_map(|change| change.id.parse::<AccountId>().ok());
        let mut seen: FxHashSet<AccountId> = FxHashSet::default();
        let mut gone = Vec::new();
        // What was joined to one that is held may live on as its name, and so is not written down as gone.
        for id in held.accounts.iter().copied().chain(written) {
            if !seen.insert(id) || held.names.contains(&id.to_string()) {
                continue;
            }
            // Most accounts never gave anything its name, or are of other days; whether one lives on is dear to find out.
            let Some(life) = self.history.of_entry("engagement", &id.to_string())? else { continue };
            let Some(said) = self.said(id)? else { continue };
            let (first, last) = (date(said.first), date(said.last));
            if first <= self.period.to && self.period.from <= last && !self.lives_on(id)? {
                gone.push(Gone { life, first, last, kind: Kind::parse(&said.kind), parties: said.parties });
            }
        }
        Ok(gone)
    }

    /// Whether an engagement, perhaps of other days, goes by a name still, or was never shown under it.
    fn lives_on(&self, id: AccountId) -> Result<bool, PressError> {
        let store = self.register.store();
        let Some(engagement) = store.place(id)?.and_then(|place| place.engagement) else { return Ok(false) };
        let members = store.members(engagement)?;
        let life = self.history.of_engagement(engagement, members.iter().copied())?;
        Ok(life.name == id.to_string() || self.history.is_later_name(id, &members)?)
    }

    /// What an account says, or said when its document was last read so that it had one.
    fn said(&self, id: AccountId) -> Result<Option<Said>, PressError> {
        let store = self.register.store();
        if let Some(sketch) = store.sketch(id)? {
            let (When::Told(first, last) | When::Published(first, last)) = sketch.when else { return Ok(None) };
            return Ok(Some(Said { first, last, kind: sketch.kind, parties: sketch.parties }));
        }
        let place = usize::from(id.index).wrapping_sub(1);
        let readings = store.readings(id.document)?;
        Ok(readings.into_iter().rev().find_map(|mut kept| {
            let read = (place < kept.reading.engagements.len()).then(|| kept.reading.engagements.swap_remove(place))?;
            let start = read.start.or(read.end)?;
            let last = read.end.unwrap_or(start).last_day();
            let (first, last) = (register::day(start.first_day()), register::day(last));
            Some(Said { first, last, kind: read.kind, parties: read.parties })
        }))
    }

    /// Matters that are no more, by their keys, on the day that their key names, else on the one on which they went.
    pub(super) fn gone_matters(&self) -> Result<Vec<(Life, String, Date)>, PressError> {
        let mut seen: FxHashSet<String> = FxHashSet::default();
        let mut gone = Vec::new();
        for change in self.history.gone("matter")? {
            let there = self.register.store().matter(&change.id)?.is_some();
            if there || !seen.insert(change.id.clone()) {
                continue;
            }
            let Some(life) = self.history.of_entry("matter", &change.id)? else { continue };
            let named = change.id.rsplit('/').next().and_then(|part| part.parse::<document::PartialDate>().ok());
            let named = named.filter(|_| change.id.starts_with("next-step/"));
            let went = date((life.last_ms / 86_400_000) as Day);
            let day = named.map_or(went, document::PartialDate::last_day);
            let seen_by =
                self.teller.view.as_ref().is_none_or(|view| change.id.split(['/', '-']).any(|part| part == view));
            if self.period.has(day) && seen_by {
                gone.push((life, change.id, day));
            }
        }
        Ok(gone)
    }
}
