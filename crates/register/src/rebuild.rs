//! The register made anew from what is primary: with other packs, or as it stood on a day.

use std::collections::BTreeMap;

use crate::deposit::Deposit;
use crate::id::DocumentId;
use crate::packed::Packed;
use crate::prepared::Sketched;
use crate::register::{Reader, Register, RegisterError};
use crate::settle::Settlement;
use crate::sketch::hash;
use crate::sqlite::Sqlite;
use crate::store::StoreError;

/// So many documents are read and settled at once: enough to keep all cores busy.
const AT_ONCE: usize = 512;

/// Every entry of a register with a hash of what it says, by its kind and name.
type Entries = BTreeMap<(&'static str, String), u64>;

/// How far a rebuilt register differs from what it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rebuilt {
    /// Documents read.
    pub documents: usize,
    /// Entries that are new.
    pub new: usize,
    /// Entries that are gone.
    pub gone: usize,
    /// Entries that say something else.
    pub changed: usize,
}

impl Register {
    /// Reads every document anew and makes everything else from that and the rulings, as one change.
    ///
    /// `progress` is told of every document that is done. With the packs that the register was made with it ends as it was.
    ///
    /// # Errors
    ///
    /// Where the store fails; then nothing changes.
    pub fn rebuild(
        &mut self,
        reader: &dyn Reader,
        now_ms: i64,
        mut progress: impl FnMut(usize),
    ) -> Result<Rebuilt, RegisterError> {
        self.change(|register| {
            let before = register.entries()?;
            register.store.forget()?;
            register.decisions = crate::ruling::Decisions::default();
            let mut rebuilt = Rebuilt::default();
            let mut after: Option<DocumentId> = None;
            loop {
                let ids = register.store.documents(after, AT_ONCE)?;
                let Some(&last) = ids.last() else { break };
                after = Some(last);
                let deposits = ids.iter().map(|&id| register.kept(id)).collect::<Result<Vec<_>, _>>()?;
                let mut settlement = Settlement::new(now_ms);
                settlement.quiet = true;
                let readings = reader.read(&deposits);
                for ((id, deposit), reading) in ids.iter().zip(&deposits).zip(readings) {
                    if register.store.reading(*id, None)?.as_ref() != Some(&reading) {
                        register.store.put_reading(*id, reader.packs(), now_ms, &Packed::reading(&reading))?;
                        let cause = format!("packs {}", reader.packs());
                        register.note(now_ms, cause, ("document", id.to_string()), "reads otherwise".to_owned())?;
                    }
                    settlement.enter(register, *id, deposit.origin(), Sketched::new(*id, reading))?;
                }
                settlement.settle(register)?;
                rebuilt.documents += ids.len();
                progress(ids.len());
            }
            register.apply_rulings(now_ms)?;
            let cause = format!("packs {}", reader.packs());
            let now = register.entries()?;
            for ((kind, id), hash) in &now {
                let what = match before.get(&(*kind, id.clone())) {
                    None => "new",
                    Some(before) if before != hash => "changed",
                    Some(_) => continue,
                };
                let counted = if what == "new" { &mut rebuilt.new } else { &mut rebuilt.changed };
                *counted += 1;
                register.note(now_ms, cause.clone(), (kind, id.clone()), what.to_owned())?;
            }
            for (kind, id) in before.into_keys().filter(|key| !now.contains_key(key)) {
                rebuilt.gone += 1;
                register.note(now_ms, cause.clone(), (kind, id), "gone".to_owned())?;
            }
            Ok(rebuilt)
        })
    }

    /// The register as it stood at some time: its documents and rulings until then, read as they were read then.
    ///
    /// Made in memory, and gone with the program; takes time in proportion to the register. What documents came in is left behind, for it
    /// may be far more than their texts: see [`lend_originals`](Self::lend_originals).
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    pub fn as_of(&self, at_ms: i64) -> Result<Self, RegisterError> {
        let mut past = Self::new(Box::new(Sqlite::in_memory()?))?;
        past.change(|past| {
            let mut after: Option<DocumentId> = None;
            loop {
                let ids = self.store.documents(after, AT_ONCE)?;
                let Some(&last) = ids.last() else { break };
                after = Some(last);
                let mut settlement = Settlement::new(at_ms);
                settlement.quiet = true;
                for id in ids {
                    let Some(kept) = self.store.document(id)?.filter(|kept| kept.added_ms <= at_ms) else { continue };
                    let Some(reading) = self.store.reading(id, Some(at_ms))? else { continue };
                    past.store.put_document(id, &kept, &Packed::new(&kept.bytes))?;
                    past.store.put_reading(id, "", kept.added_ms, &Packed::reading(&reading))?;
                    settlement.enter(past, id, kept.origin(), Sketched::new(id, reading))?;
                }
                settlement.settle(past)?;
            }
            for mut ruling in self.store.rulings()?.into_iter().filter(|ruling| ruling.at_ms <= at_ms) {
                ruling.undone = ruling.undone.filter(|undone| undone.at_ms <= at_ms);
                past.store.put_ruling(&ruling)?;
            }
            past.apply_rulings(at_ms)
        })?;
        Ok(past)
    }

    /// Gives a register that was made of this one what its documents came in, for it to be whole: exported, or checked.
    ///
    /// # Errors
    ///
    /// Where a store fails; then nothing changes.
    pub fn lend_originals(&self, past: &mut Self) -> Result<(), RegisterError> {
        past.change(|past| {
            let mut after: Option<DocumentId> = None;
            loop {
                let ids = past.store.documents(after, AT_ONCE)?;
                let Some(&last) = ids.last() else { return Ok(()) };
                after = Some(last);
                for id in ids {
                    let Some(kept) = past.store.origins(id)? else { continue };
                    for name in kept.origins.into_iter().filter_map(|origin| origin.original) {
                        if !past.store.has_original(&name)?
                            && let Some(original) = self.store.original(&name)?
                        {
                            past.store.put_original(&name, original.len(), &Packed::new(&original))?;
                        }
                    }
                }
            }
        })
    }

    /// Brings a register without rulings up to those that it keeps.
    fn apply_rulings(&mut self, now_ms: i64) -> Result<(), RegisterError> {
        let rulings = self.store.rulings()?;
        let mut settlement = Settlement::new(now_ms);
        settlement.quiet = true;
        self.rule_anew(&rulings, settlement)
    }

    pub(crate) fn kept(&self, id: DocumentId) -> Result<Deposit, RegisterError> {
        self.store.document(id)?.ok_or_else(|| RegisterError::Unknown(id.to_string()))
    }

    /// Everything that is derived, as far as it can be told by a number.
    pub(crate) fn entries(&self) -> Result<Entries, StoreError> {
        let mut entries = Entries::new();
        let mut after = None;
        loop {
            let rows = self.store.rows(after.as_ref(), 10_000)?;
            let Some(last) = rows.last() else { break };
            after = Some(last.clone());
            for row in &rows {
                let members = self.store.members(row.id)?;
                entries.insert(("engagement", row.id.to_string()), told(&(row, members)));
            }
        }
        entries
            .extend(self.store.people(None)?.into_iter().map(|person| (("person", person.id.clone()), told(&person))));
        entries.extend(
            self.store.matters(None)?.into_iter().map(|matter| (("matter", matter.key.clone()), told(&matter))),
        );
        Ok(entries)
    }
}

fn told(entry: &impl serde::Serialize) -> u64 {
    hash(&serde_json::to_string(entry).expect("entries are plain values"))
}
