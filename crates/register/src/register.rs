//! The register itself: what is added and ruled, and what follows from it.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::ops::AddAssign;

use reader::{Reading, Span};

use crate::deposit::Deposit;
use crate::id::{AccountId, DocumentId, NotAnId};
use crate::packed::Packed;
use crate::prepared::{Prepared, Ready, Sketched};
use crate::ruling::{Anchor, ClaimAnchor, ClaimId, Decision, Decisions, Ruling, Undone};
use crate::settle::{Reached, Settlement};
use crate::store::{Change, Store, StoreError};

/// So many of the things that a text may name are told.
const AMBIGUOUS: usize = 4;
/// So many documents are looked at at once.
const AT_ONCE: usize = 64;

/// What can go wrong with a register.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// The place where it is kept fails.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A text names nothing that is here.
    #[error("`{0}` is not in the register; `chancery find` lists what is, and any account of an engagement names it")]
    Unknown(String),
    /// A text names several things.
    #[error("`{name}` fits several {of}: {some}; write more of it, or one of these")]
    Ambiguous {
        /// What was asked for.
        name: String,
        /// Of what there are several.
        of: &'static str,
        /// The first few that fit.
        some: String,
    },
    /// A text has not the form of a name.
    #[error(transparent)]
    NotAnId(#[from] NotAnId),
    /// A ruling that cannot be made.
    #[error("{0}")]
    Ruling(String),
}

/// A document and how it reads.
#[derive(Clone, Debug)]
pub struct Read {
    /// The document.
    pub deposit: Deposit,
    /// Its reading with the packs of the day; `None` to read it only where it is new.
    pub reading: Option<Reading>,
}

/// How documents are read again.
pub trait Reader {
    /// The fingerprint of the packs.
    fn packs(&self) -> &str;
    /// How documents read, in their order. None fails: one that cannot be opened any more reads as empty, with a note.
    fn read(&self, deposits: &[Deposit]) -> Vec<Reading>;
}

/// What became of documents that were added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Documents that are new.
    pub new: usize,
    /// Documents that were there, from the same place.
    pub known: usize,
    /// Documents that were there, but came from another place now.
    pub elsewhere: usize,
    /// Accounts that are new.
    pub accounts: usize,
}

impl AddAssign for Added {
    fn add_assign(&mut self, more: Self) {
        self.new += more.new;
        self.known += more.known;
        self.elsewhere += more.elsewhere;
        self.accounts += more.accounts;
    }
}

/// A register: documents and rulings, and all that follows from them.
pub struct Register {
    pub(crate) store: Box<dyn Store>,
    pub(crate) decisions: Decisions,
    generation: i64,
}

impl Register {
    /// The register that a store keeps.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    pub fn new(store: Box<dyn Store>) -> Result<Self, RegisterError> {
        let mut register = Self { store, decisions: Decisions::default(), generation: 0 };
        register.learn_rulings()?;
        Ok(register)
    }

    /// Where it is kept.
    pub fn store(&self) -> &dyn Store {
        &*self.store
    }

    /// What rulings mean for the accounts that are there.
    pub fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    /// Lets go of the state that it was opened to read, so that whoever writes can make room. It is asked again after
    /// [`Self::renew`].
    ///
    /// # Errors
    ///
    /// Where the store fails.
    pub fn rest(&mut self) -> Result<(), RegisterError> {
        Ok(self.store.rest()?)
    }

    /// Brings a register that is only read to the state of now, and holds it there.
    ///
    /// # Errors
    ///
    /// Where the store fails.
    pub fn renew(&mut self) -> Result<(), RegisterError> {
        self.store.renew()?;
        if self.store.generation()? != self.generation {
            self.learn_rulings()?;
        }
        Ok(())
    }

    fn learn_rulings(&mut self) -> Result<(), StoreError> {
        self.generation = self.store.generation()?;
        let rulings = self.store.rulings()?;
        self.decisions = decisions(&*self.store, &rulings)?;
        Ok(())
    }

    /// Does something as one change: all of it lasts, or nothing.
    pub(crate) fn change<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, RegisterError>,
    ) -> Result<T, RegisterError> {
        self.store.begin()?;
        let done = (|| {
            if self.store.generation()? != self.generation {
                self.learn_rulings()?;
            }
            work(self)
        })();
        match done {
            Ok(done) => {
                self.store.commit()?;
                Ok(done)
            }
            Err(error) => {
                self.store.rollback()?;
                self.learn_rulings()?;
                Err(error)
            }
        }
    }

    /// Adds documents as one change: when this returns they are kept.
    ///
    /// A document whose bytes are there already is one with it; a further origin is kept, and where it tells more of the
    /// document, this is read again. `now_ms` is the time, in milliseconds since 1970.
    ///
    /// # Errors
    ///
    /// Where the store fails; then none of them is added.
    pub fn add(
        &mut self,
        documents: impl IntoIterator<Item = impl Into<Prepared>>,
        reader: &dyn Reader,
        now_ms: i64,
    ) -> Result<Added, RegisterError> {
        self.change(|register| register.add_all(documents.into_iter().map(Into::into), reader, now_ms))
    }

    pub(crate) fn add_all(
        &mut self,
        documents: impl Iterator<Item = Prepared>,
        reader: &dyn Reader,
        now_ms: i64,
    ) -> Result<Added, RegisterError> {
        let mut added = Added::default();
        let mut documents_added = BTreeSet::new();
        let mut settlement = Settlement::new(now_ms);
        for Prepared { id, deposit, ready } in documents {
            documents_added.insert(id);
            let Some(before) = self.store.origins(id)? else {
                let read = || Ready::new(id, &deposit, read_one(reader, &deposit));
                let Ready { bytes, original, reading, sketched } = ready.unwrap_or_else(read);
                self.keep_original(&deposit, original)?;
                self.store.put_document(id, &deposit, &bytes)?;
                self.store.put_reading(id, reader.packs(), now_ms, &reading)?;
                self.note(now_ms, format!("document {id}"), ("document", id.to_string()), "new".to_owned())?;
                added.new += 1;
                added.accounts += sketched.sketches.len();
                settlement.enter(self, id, deposit.origin(), sketched)?;
                continue;
            };
            self.keep_original(&deposit, None)?;
            let mut new = false;
            for origin in &deposit.origins {
                new |= self.store.put_origin(id, origin)?;
            }
            if !new {
                added.known += 1;
                continue;
            }
            added.elsewhere += 1;
            self.note(
                now_ms,
                format!("document {id}"),
                ("document", id.to_string()),
                "came from elsewhere too".to_owned(),
            )?;
            let Some(kept) = self.store.document(id)? else { continue };
            if kept.reads_otherwise(&before) {
                let reading = read_one(reader, &kept);
                self.store.put_reading(id, reader.packs(), now_ms, &Packed::reading(&reading))?;
                settlement.leave(self, id)?;
                settlement.enter(self, id, kept.origin(), Sketched::new(id, reading))?;
            }
        }
        self.settle_added(&documents_added, settlement)?;
        Ok(added)
    }

    /// Keeps the bytes that a document came in, where they are not there; `packed` are they, where that is done.
    fn keep_original(&mut self, deposit: &Deposit, packed: Option<Packed>) -> Result<(), StoreError> {
        let Some(original) = &deposit.original else { return Ok(()) };
        let Some(name) = deposit.origins.iter().find_map(|origin| origin.original.as_ref()) else { return Ok(()) };
        if !self.store.has_original(name)? {
            self.store.put_original(name, original.len(), &packed.unwrap_or_else(|| Packed::new(original)))?;
        }
        Ok(())
    }

    /// Settles what documents that were added reach.
    pub(crate) fn settle_added(
        &mut self,
        documents: &BTreeSet<DocumentId>,
        mut settlement: Settlement,
    ) -> Result<(), RegisterError> {
        let rulings = self.store.rulings()?;
        let of_these = |ruling: &&Ruling| {
            ruling.decision.anchors().iter().any(|anchor| documents.contains(&anchor.account.document))
        };
        if rulings.iter().any(|ruling| of_these(&ruling)) {
            // A ruling of an import may have waited for its document.
            self.learn_rulings()?;
            let reached = self.reached_by(rulings.iter().filter(of_these))?;
            settlement.reach(self, reached)?;
        }
        settlement.settle(self)
    }

    /// Makes a ruling. It lasts when this returns; its number is given.
    ///
    /// # Errors
    ///
    /// Where it makes no sense, or the store fails; then nothing changes.
    pub fn rule(&mut self, decision: Decision, who: &str, why: &str, now_ms: i64) -> Result<u64, RegisterError> {
        self.change(|register| {
            let n = register.store.rulings()?.last().map_or(1, |last| last.n + 1);
            let ruling = Ruling { n, at_ms: now_ms, who: who.to_owned(), why: why.to_owned(), decision, undone: None };
            register.store.put_ruling(&ruling)?;
            register.ruled(&[ruling], &format!("ruling {n}"), now_ms)?;
            Ok(n)
        })
    }

    /// Keeps rulings that were made elsewhere, with their numbers and times.
    ///
    /// # Errors
    ///
    /// Where another ruling has one of the numbers, or the store fails; then nothing changes.
    pub fn take_rulings(&mut self, rulings: &[Ruling], now_ms: i64) -> Result<usize, RegisterError> {
        self.change(|register| {
            let there = register.store.rulings()?;
            let mut new = Vec::new();
            for ruling in rulings {
                match there.iter().find(|known| known.n == ruling.n) {
                    Some(known) if known == ruling => {}
                    Some(_) => {
                        return Err(RegisterError::Ruling(format!(
                            "ruling {} is another here than in what is imported; import into a fresh register",
                            ruling.n
                        )));
                    }
                    None => {
                        register.store.put_ruling(ruling)?;
                        new.push(ruling.clone());
                    }
                }
            }
            register.ruled(&new, "import", now_ms)?;
            Ok(new.len())
        })
    }

    /// Undoes a ruling. It stays in the list, and counts no more.
    ///
    /// # Errors
    ///
    /// Where there is no such ruling, it is undone already, or the store fails.
    pub fn undo(&mut self, n: u64, who: &str, now_ms: i64) -> Result<(), RegisterError> {
        self.change(|register| {
            let rulings = register.store.rulings()?;
            let found = rulings.into_iter().find(|ruling| ruling.n == n);
            let ruling = match found {
                None => {
                    return Err(RegisterError::Ruling(format!(
                        "there is no ruling {n}; `chancery rule list` shows all"
                    )));
                }
                Some(Ruling { undone: Some(undone), .. }) => {
                    return Err(RegisterError::Ruling(format!("ruling {n} is undone already, by {}", undone.who)));
                }
                Some(ruling) => ruling,
            };
            register.store.undo_ruling(n, &Undone { at_ms: now_ms, who: who.to_owned() })?;
            register.ruled(&[ruling], &format!("undoing ruling {n}"), now_ms)
        })
    }

    /// Brings the register up to rulings that have changed.
    fn ruled(&mut self, changed: &[Ruling], cause: &str, now_ms: i64) -> Result<(), RegisterError> {
        let mut settlement = Settlement::new(now_ms);
        settlement.cause = Some(cause.to_owned());
        self.rule_anew(changed, settlement)
    }

    /// Learns the rulings again and settles what some of them touch.
    pub(crate) fn rule_anew(&mut self, changed: &[Ruling], mut settlement: Settlement) -> Result<(), RegisterError> {
        self.learn_rulings()?;
        let reached = self.reached_by(changed.iter())?;
        settlement.reach(self, reached)?;
        settlement.settle(self)
    }

    /// What some rulings touch.
    fn reached_by<'a>(&self, rulings: impl Iterator<Item = &'a Ruling>) -> Result<Reached, StoreError> {
        let mut reached = Reached::default();
        for ruling in rulings {
            for anchor in ruling.decision.anchors() {
                reached.accounts.extend(place(&*self.store, anchor)?);
            }
            match &ruling.decision {
                Decision::SamePerson { names } | Decision::OtherPerson { names } => {
                    reached.names.extend(names.iter().cloned())
                }
                Decision::State { matter, .. } => {
                    reached.matters.insert(matter.clone());
                }
                _ => {}
            }
        }
        Ok(reached)
    }

    /// Writes into the history that an entry changed.
    pub(crate) fn note(
        &mut self,
        at_ms: i64,
        cause: String,
        (entry, id): (&str, String),
        what: String,
    ) -> Result<(), StoreError> {
        self.store.put_change(&Change { n: 0, at_ms, cause, entry: entry.to_owned(), id, what })?;
        Ok(())
    }

    /// The account of a name, or of the beginning of one: `3fa9c1d2b07e-4`, `3fa9-4`, `3fa9` where the document has one.
    ///
    /// # Errors
    ///
    /// Where the text is no such name, and where it fits none or several.
    pub fn account_named(&self, name: &str) -> Result<AccountId, RegisterError> {
        let (digits, index) = match name.split_once('-') {
            Some((digits, index)) => (digits, Some(index.parse::<u16>().map_err(|_| NotAnId::of(name))?)),
            None => (name, None),
        };
        let (mut least, greatest) = DocumentId::range(digits).ok_or_else(|| NotAnId::of(name))?;
        let mut found = Vec::new();
        // As many as are told of, and one more.
        while found.len() <= AMBIGUOUS {
            let documents = self.store.documents_between(least, greatest, AT_ONCE)?;
            for &document in &documents {
                let accounts = self.store.accounts_of(document)?.into_iter().map(|(account, ..)| account);
                found.extend(accounts.filter(|account| index.is_none_or(|index| account.index == index)));
            }
            match documents.last().and_then(|last| last.next()) {
                Some(next) if documents.len() == AT_ONCE => least = next,
                _ => break,
            }
        }
        match found[..] {
            [account] => Ok(account),
            [] => Err(RegisterError::Unknown(name.to_owned())),
            _ => {
                let some: Vec<String> = found.iter().take(AMBIGUOUS).map(ToString::to_string).collect();
                Err(RegisterError::Ambiguous { name: name.to_owned(), of: "accounts", some: some.join(", ") })
            }
        }
    }

    /// The rulings that count and mean any of some accounts.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    pub fn rulings_on(&self, accounts: &[AccountId]) -> Result<Vec<Ruling>, RegisterError> {
        let mut on = Vec::new();
        for ruling in self.store.rulings()?.into_iter().filter(|ruling| ruling.undone.is_none()) {
            let places = ruling.decision.anchors().into_iter().map(|anchor| place(&*self.store, anchor));
            let places: Vec<Option<AccountId>> = places.collect::<Result<_, _>>()?;
            if places.iter().flatten().any(|place| accounts.contains(place)) {
                on.push(ruling);
            }
        }
        Ok(on)
    }

    /// An account as a ruling names it.
    ///
    /// # Errors
    ///
    /// Where there is no such account.
    pub fn anchor(&self, account: AccountId) -> Result<Anchor, RegisterError> {
        let accounts = self.store.accounts_of(account.document)?;
        let found = accounts.into_iter().find(|(id, ..)| *id == account);
        let (account, kind, span) = found.ok_or_else(|| RegisterError::Unknown(account.to_string()))?;
        Ok(Anchor { account, kind, span })
    }
}

/// How a document reads.
pub(crate) fn read_one(reader: &dyn Reader, deposit: &Deposit) -> Reading {
    reader.read(std::slice::from_ref(deposit)).pop().unwrap_or_default()
}

/// What rulings mean for the accounts of a store.
fn decisions(store: &dyn Store, rulings: &[Ruling]) -> Result<Decisions, StoreError> {
    let failed = Cell::new(None);
    let decisions = Decisions::new(
        rulings,
        |anchor| kept(place(store, anchor), &failed),
        |anchor| kept(find(store, anchor), &failed),
    );
    failed.into_inner().map_or(Ok(decisions), Err)
}

/// What was found, if looking for it did not fail; then the error is put aside.
fn kept<T>(found: Result<Option<T>, StoreError>, failed: &Cell<Option<StoreError>>) -> Option<T> {
    found.unwrap_or_else(|error| {
        failed.set(Some(error));
        None
    })
}

/// The claim that an anchor means today: of its account the one that shares most of its words.
fn find(store: &dyn Store, anchor: &ClaimAnchor) -> Result<Option<ClaimId>, StoreError> {
    let Some(account) = place(store, &anchor.account)? else { return Ok(None) };
    let Some(reading) = store.reading(account.document, None)? else { return Ok(None) };
    let engagement = reading.engagements.get(usize::from(account.index).wrapping_sub(1));
    let shared = |span: Span| span[1].min(anchor.span[1]).saturating_sub(span[0].max(anchor.span[0]));
    let claims = engagement.into_iter().flat_map(|engagement| &engagement.claims).map(|claim| claim.span);
    let best = claims.filter(|&span| shared(span) > 0).max_by_key(|&span| (span == anchor.span, shared(span)));
    Ok(best.map(|span| (account, span)))
}

/// The account that an anchor means today: the one of its words, of its kind where several share them.
fn place(store: &dyn Store, anchor: &Anchor) -> Result<Option<AccountId>, StoreError> {
    let mut accounts = store.accounts_of(anchor.account.document)?;
    accounts.retain(|(.., span)| span[0] < anchor.span[1] && anchor.span[0] < span[1]);
    let rank = |(id, kind, span): &(AccountId, String, reader::Span)| {
        (kind == &anchor.kind, *span == anchor.span, *id == anchor.account)
    };
    Ok(accounts.iter().rev().max_by_key(|account| rank(account)).map(|(id, ..)| *id))
}
