//! What another register held, kept as it was there.
//!
//! Documents come with how they were read at earlier times, so that questions about the past get the same answers; what is
//! derived is derived again. The history comes last and takes the place of what the import itself has written into it.

use std::collections::BTreeSet;

use reader::Reading;

use crate::deposit::Deposit;
use crate::id::{DocumentId, original_name};
use crate::packed::Packed;
use crate::prepared::{Prepared, Sketched};
use crate::register::{Added, Read, Reader, Register, RegisterError, read_one};
use crate::settle::Settlement;
use crate::store::{Change, KeptReading};

/// What brings changes that an import makes.
const IMPORT: &str = "import";
/// So many changes are looked at at once.
const AT_ONCE: usize = 10_000;

/// A document of another register.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The document, with the time when it was added there.
    pub deposit: Deposit,
    /// How it was read there, in the order of time; may be empty.
    pub readings: Vec<KeptReading>,
    /// How it reads today; `None` to read it only where it is new.
    pub reading: Option<Reading>,
}

/// What became of documents that were taken in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// As [`Register::add`] counts them.
    pub added: Added,
    /// Documents that read otherwise here than the last of their readings there.
    pub otherwise: usize,
}

impl Register {
    /// Takes in documents of another register as one change: when this returns they are kept.
    ///
    /// Those that are here already stay as they are, but for further origins.
    ///
    /// # Errors
    ///
    /// Where the store fails; then none of them is kept.
    pub fn take_documents(
        &mut self,
        documents: Vec<Taken>,
        reader: &dyn Reader,
        now_ms: i64,
    ) -> Result<TakenIn, RegisterError> {
        self.change(|register| {
            let mut taken = TakenIn::default();
            let mut known = Vec::new();
            let mut new = BTreeSet::new();
            let mut settlement = Settlement::new(now_ms);
            settlement.cause = Some(IMPORT.to_owned());
            for document in documents {
                let id = document.deposit.id();
                if new.contains(&id) || register.store.origins(id)?.is_some() {
                    known.push(document);
                    continue;
                }
                let reading = document.reading.clone().unwrap_or_else(|| read_one(reader, &document.deposit));
                taken.otherwise += usize::from(register.keep_taken(&document, &reading, reader.packs(), now_ms)?);
                taken.added.new += 1;
                taken.added.accounts += reading.engagements.len();
                new.insert(id);
                settlement.enter(register, id, document.deposit.origin(), Sketched::new(id, reading))?;
            }
            register.settle_added(&new, settlement)?;
            for Taken { deposit, readings, reading } in known {
                let id = deposit.id();
                let read = Prepared::from(Read { deposit, reading });
                let added = register.add_all(std::iter::once(read), reader, now_ms)?;
                taken.added.known += added.known;
                taken.added.elsewhere += added.elsewhere;
                let here = register.store.reading(id, None)?;
                let differs = readings.last().is_some_and(|last| here.as_ref() != Some(&last.reading));
                taken.otherwise += usize::from(differs);
            }
            Ok(taken)
        })
    }

    /// Takes in bytes that documents came in there, as one change: when this returns they are kept. How many are new is given.
    ///
    /// # Errors
    ///
    /// Where the store fails; then none of them is kept.
    pub fn take_originals(&mut self, originals: &[Vec<u8>]) -> Result<usize, RegisterError> {
        self.change(|register| {
            let mut new = 0;
            for original in originals {
                let name = original_name(original);
                if !register.store.has_original(&name)? {
                    register.store.put_original(&name, original.len(), &Packed::new(original))?;
                    new += 1;
                }
            }
            Ok(new)
        })
    }

    /// Keeps a new document with its readings; whether it reads otherwise today than it last did.
    fn keep_taken(
        &mut self,
        document: &Taken,
        reading: &Reading,
        packs: &str,
        now_ms: i64,
    ) -> Result<bool, RegisterError> {
        let id: DocumentId = document.deposit.id();
        self.store.put_document(id, &document.deposit, &Packed::new(&document.deposit.bytes))?;
        for kept in &document.readings {
            self.store.put_reading(id, &kept.packs, kept.from_ms, &Packed::reading(&kept.reading))?;
        }
        let packed = Packed::reading(reading);
        let differs = match document.readings.last() {
            // How it read when it was added nobody knows; this is the best guess.
            None => {
                self.store.put_reading(id, packs, document.deposit.added_ms, &packed)?;
                false
            }
            Some(last) if last.reading == *reading => false,
            Some(last) => {
                self.store.put_reading(id, packs, now_ms.max(last.from_ms + 1), &packed)?;
                true
            }
        };
        self.note(now_ms, IMPORT.to_owned(), ("document", id.to_string()), "new".to_owned())?;
        Ok(differs)
    }

    /// Takes in the history of another register, as one change: it takes the place of what an import has written here.
    ///
    /// `otherwise` says that some documents read otherwise here; then what this has brought and taken away is written behind
    /// it. `false` where this register has a history of its own: that stays, and the other is left out.
    ///
    /// # Errors
    ///
    /// Where the store fails or a change cannot be had; then nothing changes.
    pub fn take_history<E: From<RegisterError>>(
        &mut self,
        changes: impl IntoIterator<Item = Result<Change, E>>,
        otherwise: bool,
        now_ms: i64,
    ) -> Result<bool, E> {
        if !self.is_imported()? {
            return Ok(false);
        }
        let mut failed = None;
        let taken = self.change(|register| {
            register.store.forget_changes()?;
            let mut live: BTreeSet<(String, String)> = BTreeSet::new();
            for change in changes {
                let change = change.map_err(|error| {
                    failed = Some(error);
                    RegisterError::Ruling("what is imported ends early".to_owned())
                })?;
                register.store.put_change(&change)?;
                if otherwise {
                    let entry = (change.entry, change.id);
                    if change.what == "gone" {
                        live.remove(&entry)
                    } else {
                        live.insert(entry)
                    };
                }
            }
            if otherwise { register.note_differences(live, now_ms) } else { Ok(()) }
        });
        match (taken, failed) {
            (_, Some(error)) => Err(error),
            (taken, None) => taken.map(|()| true).map_err(E::from),
        }
    }

    /// Whether all that has happened here is an import.
    fn is_imported(&self) -> Result<bool, RegisterError> {
        let mut after = 0;
        loop {
            let changes = self.store.changes(after, AT_ONCE)?;
            let Some(last) = changes.last() else { return Ok(true) };
            after = last.n;
            if changes.iter().any(|change| change.cause != IMPORT) {
                return Ok(false);
            }
        }
    }

    /// Writes into the history which entries are there now that it knows nothing of, and the other way round.
    fn note_differences(&mut self, mut live: BTreeSet<(String, String)>, now_ms: i64) -> Result<(), RegisterError> {
        live.retain(|(entry, _)| entry != "document");
        for (entry, id) in self.entries()?.into_keys() {
            if !live.remove(&(entry.to_owned(), id.clone())) {
                self.note(now_ms, IMPORT.to_owned(), (entry, id), "new".to_owned())?;
            }
        }
        for (entry, id) in live {
            self.note(now_ms, IMPORT.to_owned(), (&entry, id), "gone".to_owned())?;
        }
        Ok(())
    }
}
