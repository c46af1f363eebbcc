//! How an index follows its register: everything taken in, or what has changed.

use std::collections::BTreeSet;

use packs::Packs;
use register::{AccountId, DocumentId, Readings, Register};

use crate::entries;
use crate::error::Trouble;
use crate::index::Index;
use crate::part::{Mark, Writers};
use crate::query::Entry;

/// Where more entries have changed than this, all are taken in anew: that is faster than to take each out first.
const MANY_CHANGES: usize = 100_000;
/// So many changes or documents are looked at at once.
const AT_ONCE: usize = 4096;

impl Index {
    /// Takes in everything anew.
    pub(crate) fn fill(
        &self,
        register: &Register,
        packs: &Packs,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<(), Trouble> {
        let store = register.store();
        // What changes while this goes on is caught up with the next time.
        let mark = Mark::of(store.changes(store.last_change()? - 1, 1)?.last());
        let [n_documents, ..] = store.counts()?;
        let mut taking = Taking::new(self, register, packs, true);
        let (mut after, mut done) = (None, 0);
        loop {
            let documents = store.documents(after, AT_ONCE)?;
            let Some(&last) = documents.last() else { break };
            after = Some(last);
            for document in documents {
                taking.document(document)?;
                for (account, ..) in store.accounts_of(document)? {
                    // An engagement bears the name of one of its accounts.
                    if store.place(account)?.and_then(|place| place.engagement) == Some(account) {
                        taking.engagement(account)?;
                    }
                }
                done += 1;
                progress(done, n_documents);
            }
        }
        for person in store.people(None)? {
            taking.writers.put(Entry::Person, &person.id, [entries::person(&self.fields, &person)])?;
        }
        for matter in store.matters(None)? {
            taking.writers.put(Entry::Matter, &matter.key, [entries::matter(&self.fields, &matter)])?;
        }
        Ok(taking.writers.finish(&mark)?)
    }

    /// Takes in what has changed.
    pub(crate) fn follow(
        &self,
        register: &Register,
        packs: &Packs,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<(), Trouble> {
        let store = register.store();
        let mut mark = self.mark().unwrap_or_default();
        let mut changed: BTreeSet<(String, String)> = BTreeSet::new();
        loop {
            let changes = store.changes(mark.change, AT_ONCE)?;
            let Some(last) = changes.last() else { break };
            mark = Mark::of(Some(last));
            changed.extend(changes.into_iter().map(|change| (change.entry, change.id)));
            if changed.len() > MANY_CHANGES {
                self.empty()?;
                return self.fill(register, packs, progress);
            }
        }
        if changed.is_empty() {
            return Ok(());
        }
        let mut taking = Taking::new(self, register, packs, false);
        // What a document says anew changes all of which it tells.
        for (_, id) in changed.clone().iter().filter(|(entry, _)| entry == "document") {
            let Ok(id) = id.parse::<DocumentId>() else { continue };
            taking.document(id)?;
            for (account, ..) in store.accounts_of(id)? {
                let engagement = store.place(account)?.and_then(|place| place.engagement);
                changed.extend(engagement.map(|engagement| ("engagement".to_owned(), engagement.to_string())));
            }
        }
        for (entry, id) in &changed {
            match &**entry {
                "engagement" => match id.parse() {
                    Ok(id) => taking.engagement(id)?,
                    Err(_) => continue,
                },
                "person" => taking.person(id)?,
                "matter" => taking.matter(id)?,
                _ => {}
            }
        }
        Ok(taking.writers.finish(&mark)?)
    }

    fn empty(&self) -> Result<(), Trouble> {
        for (part, entry) in self.parts.iter().zip(Entry::ALL) {
            let writer = part.writer(entry, false)?;
            writer.delete_all_documents()?;
            part.finish(writer, &Mark::default(), true)?;
        }
        Ok(())
    }
}

/// Takes entries of a register into an index.
struct Taking<'a> {
    index: &'a Index,
    register: &'a Register,
    packs: &'a Packs,
    readings: Readings,
    writers: Writers<'a>,
}

impl<'a> Taking<'a> {
    fn new(index: &'a Index, register: &'a Register, packs: &'a Packs, fresh: bool) -> Self {
        let writers = Writers::new(&index.fields, &index.parts, fresh);
        Self { index, register, packs, readings: Readings::default(), writers }
    }

    fn document(&mut self, id: DocumentId) -> Result<(), Trouble> {
        let deposit = self.register.store().document(id)?;
        let kept = if deposit.is_some() { Some(self.readings.of(self.register, id)?) } else { None };
        let entry = deposit
            .zip(kept)
            .map(|(deposit, kept)| entries::document(&self.index.fields, self.packs, &deposit, &kept.reading));
        Ok(self.writers.put(Entry::Document, &id.to_string(), entry)?)
    }

    fn engagement(&mut self, id: AccountId) -> Result<(), Trouble> {
        let owner = id.to_string();
        let fields = &self.index.fields;
        let gathered = entries::gathered(self.register, id, &mut self.readings)?;
        let (mut entry, mut claims) = (None, Vec::new());
        if let Some((engagement, accounts)) = gathered {
            let mut origins = Vec::new();
            for account in &accounts {
                origins.extend(self.readings.of(self.register, account.id.document)?.origins.iter().cloned());
            }
            entry = Some(entries::engagement(fields, &engagement, &accounts, &origins));
            claims = entries::claims(fields, &engagement, &accounts);
        }
        self.writers.put(Entry::Engagement, &owner, entry)?;
        Ok(self.writers.put(Entry::Claim, &owner, claims)?)
    }

    fn person(&mut self, id: &str) -> Result<(), Trouble> {
        let person = self.register.store().person_of(id)?.filter(|person| person.id == id);
        let entry = person.map(|person| entries::person(&self.index.fields, &person));
        Ok(self.writers.put(Entry::Person, id, entry)?)
    }

    fn matter(&mut self, key: &str) -> Result<(), Trouble> {
        let entry = self.register.store().matter(key)?.map(|matter| entries::matter(&self.index.fields, &matter));
        Ok(self.writers.put(Entry::Matter, key, entry)?)
    }
}
