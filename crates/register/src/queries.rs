//! What can be asked of a register.

use std::rc::Rc;

use reader::Reading;
use rustc_hash::FxHashMap;

use crate::clusters::{Link, link};
use crate::deposit::Origin;
use crate::engagement::{Account, Engagement, compose};
use crate::id::{AccountId, DocumentId};
use crate::register::{Register, RegisterError};
use crate::sketch::Sketch;

/// How a document reads, and where it came from.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its reading.
    pub reading: Reading,
    /// All places that it came from.
    pub origins: Vec<Origin>,
    /// The origin under which it is shown.
    pub origin: Origin,
}

/// Readings that were asked for lately, so that the accounts of one document open it once.
#[derive(Default)]
pub struct Readings {
    lately: FxHashMap<DocumentId, Rc<Kept>>,
}

/// So many readings are kept at hand.
const LATELY: usize = 1024;

impl Readings {
    /// How a document reads, and where it came from.
    ///
    /// # Errors
    ///
    /// Where there is no such document.
    pub fn of(&mut self, register: &Register, document: DocumentId) -> Result<Rc<Kept>, RegisterError> {
        if let Some(kept) = self.lately.get(&document) {
            return Ok(Rc::clone(kept));
        }
        if self.lately.len() >= LATELY {
            self.lately.clear();
        }
        let unknown = || RegisterError::Unknown(document.to_string());
        let deposit = register.store.origins(document)?.ok_or_else(unknown)?;
        let reading = register.store.reading(document, None)?.ok_or_else(unknown)?;
        let kept = Rc::new(Kept { reading, origin: deposit.origin(), origins: deposit.origins });
        self.lately.insert(document, Rc::clone(&kept));
        Ok(kept)
    }
}

impl Register {
    /// How a document reads, and where it came from.
    pub(crate) fn reading_of(&self, document: DocumentId) -> Result<(Reading, Origin), RegisterError> {
        let unknown = || RegisterError::Unknown(document.to_string());
        let origin = self.store.origins(document)?.ok_or_else(unknown)?.origin();
        Ok((self.store.reading(document, None)?.ok_or_else(unknown)?, origin))
    }

    /// One account of a reading, without the claims that rulings call wrong.
    pub(crate) fn account_in(
        &self,
        id: AccountId,
        reading: &Reading,
        origin: &Origin,
    ) -> Result<Account, RegisterError> {
        let engagement = reading.engagements.get(usize::from(id.index).wrapping_sub(1));
        let mut engagement = engagement.cloned().ok_or_else(|| RegisterError::Unknown(id.to_string()))?;
        engagement.claims.retain(|claim| self.decisions.claims.get(&(id, claim.span)) != Some(&false));
        Ok(Account {
            id,
            language: reading.language.clone(),
            published: reading.published.as_ref().map(|published| (published.start, published.end)),
            origin: origin.clone(),
            confirmed: self.decisions.confirmed.contains(&id),
            engagement,
        })
    }

    /// What one document says of one engagement.
    ///
    /// # Errors
    ///
    /// Where there is no such account.
    pub fn account(&self, id: AccountId) -> Result<Account, RegisterError> {
        let (reading, origin) = self.reading_of(id.document)?;
        self.account_in(id, &reading, &origin)
    }

    /// All accounts of a document, in the order of its text, with the engagements to which they belong: none for an
    /// account that a ruling rejects.
    ///
    /// # Errors
    ///
    /// Where there is no such document.
    pub fn accounts_of(&self, document: DocumentId) -> Result<Vec<(Account, Option<AccountId>)>, RegisterError> {
        let (reading, origin) = self.reading_of(document)?;
        let mut accounts = Vec::new();
        for (id, ..) in self.store.accounts_of(document)? {
            let place = self.store.place(id)?.and_then(|place| place.engagement);
            accounts.push((self.account_in(id, &reading, &origin)?, place));
        }
        Ok(accounts)
    }

    /// The engagement of a name, with its accounts in the order of their publication, but not what links them; `None`
    /// where no engagement has the name.
    ///
    /// For whoever goes through many: `readings` are kept from one to the next.
    ///
    /// # Errors
    ///
    /// Where the store fails.
    pub fn gathered(
        &self,
        engagement: AccountId,
        readings: &mut Readings,
    ) -> Result<Option<(Engagement, Vec<Account>)>, RegisterError> {
        let mut accounts = Vec::new();
        for id in self.store.members(engagement)? {
            let sketch = self.store.sketch(id)?.ok_or_else(|| RegisterError::Unknown(id.to_string()))?;
            let kept = readings.of(self, id.document)?;
            accounts.push((self.account_in(id, &kept.reading, &kept.origin)?, sketch));
        }
        if accounts.is_empty() {
            return Ok(None);
        }
        let gathered = compose(borrowed(&accounts), &[], &self.decisions);
        let accounts = in_order(accounts, &gathered);
        Ok(Some((gathered, accounts)))
    }

    /// The engagement to which an account belongs, with its accounts in the order of their publication.
    ///
    /// # Errors
    ///
    /// Where there is no such account, or a ruling rejects it.
    pub fn engagement(&self, account: AccountId) -> Result<(Engagement, Vec<Account>), RegisterError> {
        let place = self.store.place(account)?.ok_or_else(|| RegisterError::Unknown(account.to_string()))?;
        let rejected = || {
            let by = "a ruling says that it is wrong; `chancery rule list` shows which, `chancery undo` takes it back";
            RegisterError::Ruling(format!("{account}: {by}"))
        };
        let mut accounts = Vec::new();
        for id in self.store.members(place.engagement.ok_or_else(rejected)?)? {
            let sketch = self.store.sketch(id)?.ok_or_else(|| RegisterError::Unknown(id.to_string()))?;
            accounts.push((self.account(id)?, sketch));
        }
        let mut links: Vec<Link> = Vec::new();
        for (at, (_, a)) in accounts.iter().enumerate() {
            links.extend(accounts[at + 1..].iter().filter_map(|(_, b)| link(a, b, &self.decisions.bonds)));
        }
        let engagement = compose(borrowed(&accounts), &links, &self.decisions);
        let accounts = in_order(accounts, &engagement);
        Ok((engagement, accounts))
    }
}

fn borrowed(accounts: &[(Account, Sketch)]) -> Vec<(&Account, &Sketch)> {
    accounts.iter().map(|(account, sketch)| (account, sketch)).collect()
}

/// The accounts of an engagement in its own order.
fn in_order(mut accounts: Vec<(Account, Sketch)>, engagement: &Engagement) -> Vec<Account> {
    let order: Vec<AccountId> = engagement.accounts().collect();
    accounts.sort_by_key(|(account, _)| order.iter().position(|id| *id == account.id));
    accounts.into_iter().map(|(account, _)| account).collect()
}
