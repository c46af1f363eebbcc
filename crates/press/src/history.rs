//! What the history of a register says of its entries: since when one is there, under which lasting name, and when it last changed.

use register::{AccountId, Change, DocumentId, Register, Store, StoreError};

/// So many changes are fetched at once.
const BATCH: usize = 2_000;

/// The history of a register, until a moment.
///
/// A register that is asked as of a day is made anew and has no history of its own: it takes that of the present, until the day.
#[derive(Clone, Copy)]
pub struct History<'a> {
    store: &'a dyn Store,
    until_ms: i64,
}

/// How long an entry has been there, and how it is called for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Life {
    /// The name that does not change: the first one that the entry had.
    pub(crate) name: String,
    /// Since when it is there, in milliseconds since 1970.
    pub(crate) first_ms: i64,
    /// When it last changed.
    pub(crate) last_ms: i64,
    /// The number of its last change, which only grows.
    pub(crate) n: i64,
}

impl<'a> History<'a> {
    /// All of it.
    pub fn of(register: &'a Register) -> Self {
        Self::until(register, i64::MAX)
    }

    /// Until a moment, in milliseconds since 1970.
    pub fn until(register: &'a Register, until_ms: i64) -> Self {
        Self { store: register.store(), until_ms }
    }

    fn told(&self, mut changes: Vec<Change>) -> Vec<Change> {
        changes.retain(|change| change.at_ms <= self.until_ms);
        changes
    }

    /// The life of an engagement by the names of all its accounts: it bears that of the one published first, so that an older
    /// document found later gives it another name. What was its name first stays.
    pub(crate) fn of_engagement(
        &self,
        engagement: AccountId,
        accounts: impl Iterator<Item = AccountId>,
    ) -> Result<Life, StoreError> {
        let mut changes = Vec::new();
        for account in accounts {
            changes.extend(self.changes_of("engagement", &account.to_string())?);
        }
        match life(&changes) {
            Some(life) => Ok(life),
            None => self.unwritten(engagement.to_string(), engagement.document),
        }
    }

    /// Whether a name of an engagement was never more than a further name of it: it came when that of an older account went.
    pub(crate) fn is_later_name(&self, name: AccountId, accounts: &[AccountId]) -> Result<bool, StoreError> {
        let Some(came) = self.changes_of("engagement", &name.to_string())?.into_iter().next() else { return Ok(false) };
        for other in accounts.iter().filter(|other| **other != name) {
            let changes = self.changes_of("engagement", &other.to_string())?;
            let is_older = changes.first().is_some_and(|first| first.n < came.n);
            if is_older && changes.iter().any(|change| change.what == "gone" && change.at_ms == came.at_ms) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The life of an entry by its name; `None` where the history does not know it.
    pub(crate) fn of_entry(&self, entry: &str, id: &str) -> Result<Option<Life>, StoreError> {
        Ok(life(&self.changes_of(entry, id)?))
    }

    /// An entry of which nothing is written: as old as its document.
    fn unwritten(&self, name: String, document: DocumentId) -> Result<Life, StoreError> {
        let added_ms = self.store.origins(document)?.map_or(0, |deposit| deposit.added_ms);
        Ok(Life { name, first_ms: added_ms, last_ms: added_ms, n: 0 })
    }

    fn changes_of(&self, entry: &str, id: &str) -> Result<Vec<Change>, StoreError> {
        Ok(self.told(self.store.changes_of(entry, id)?))
    }

    /// Changes by which entries of a kind went.
    pub(crate) fn gone(&self, entry: &str) -> Result<Vec<Change>, StoreError> {
        Ok(self.told(self.store.changes_gone(entry)?))
    }

    /// Shows changes to something, the latest first, until it has enough.
    pub(crate) fn back<E: From<StoreError>>(&self, mut look: impl FnMut(&Change) -> Result<bool, E>) -> Result<(), E> {
        let mut before = i64::MAX;
        loop {
            let changes = self.store.changes_before(before, BATCH)?;
            for change in changes.iter().filter(|change| change.at_ms <= self.until_ms) {
                if !look(change)? {
                    return Ok(());
                }
            }
            match changes.last() {
                Some(last) if changes.len() == BATCH => before = last.n,
                _ => return Ok(()),
            }
        }
    }
}

/// What changes of one entry say; `None` where there are none.
fn life(changes: &[Change]) -> Option<Life> {
    let first = changes.iter().min_by_key(|change| change.n)?;
    let last = changes.iter().max_by_key(|change| change.n)?;
    Some(Life { name: first.id.clone(), first_ms: first.at_ms, last_ms: last.at_ms, n: last.n })
}

/// A moment by a pattern of `strftime`, in the time of the world.
pub(crate) fn moment(at_ms: i64, pattern: &str) -> String {
    jiff::Timestamp::from_millisecond(at_ms).unwrap_or_default().strftime(pattern).to_string()
}
