//! Documents and accounts by the numbers that they have in this store.
//!
//! What they are called follows from hashes, so that what is new would be written all over the file. Numbers are given in the
//! order in which documents are added: what belongs to new ones stands together at the end of every table and index.

use rustc_hash::FxHashMap;

use super::Sqlite;
use crate::id::{AccountId, DocumentId};
use crate::store::StoreError;

/// With so many documents what is known of them is forgotten, and looked up again.
const MOST: usize = 1 << 18;
/// No account has this number: that of one whose document is not here.
const NOWHERE: i64 = -1;

/// Names of documents and their numbers, as far as they were looked up.
#[derive(Default)]
pub(super) struct Numbers {
    numbers: FxHashMap<DocumentId, i64>,
    names: FxHashMap<i64, DocumentId>,
}

impl Numbers {
    pub(super) fn clear(&mut self) {
        self.numbers.clear();
        self.names.clear();
    }

    pub(super) fn learn(&mut self, document: DocumentId, n: i64) {
        if self.numbers.len() >= MOST {
            self.clear();
        }
        self.numbers.insert(document, n);
        self.names.insert(n, document);
    }
}

impl Sqlite {
    /// The number of a document; `None` where it is not here.
    pub(super) fn document_number(&self, document: DocumentId) -> Result<Option<i64>, StoreError> {
        if let Some(&n) = self.numbers.borrow().numbers.get(&document) {
            return Ok(Some(n));
        }
        let found = self.one("SELECT n FROM documents WHERE id = ?", [document.bits()], |row| row.get(0))?;
        if let Some(n) = found {
            self.numbers.borrow_mut().learn(document, n);
        }
        Ok(found)
    }

    /// The document of a number.
    pub(super) fn document_name(&self, n: i64) -> Result<DocumentId, StoreError> {
        if let Some(&document) = self.numbers.borrow().names.get(&n) {
            return Ok(document);
        }
        let found =
            self.one("SELECT id FROM documents WHERE n = ?", [n], |row| Ok(DocumentId::from_bits(row.get(0)?)))?;
        let document = found.ok_or_else(|| self.broken(format!("document number {n} is missing")))?;
        self.numbers.borrow_mut().learn(document, n);
        Ok(document)
    }

    /// The number of an account, whether it is here or not.
    pub(super) fn number(&self, account: AccountId) -> Result<i64, StoreError> {
        Ok(self.document_number(account.document)?.map_or(NOWHERE, |n| n << 16 | i64::from(account.index)))
    }

    /// The account of a number.
    pub(super) fn account(&self, number: i64) -> Result<AccountId, StoreError> {
        Ok(AccountId { document: self.document_name(number >> 16)?, index: number as u16 })
    }

    /// The accounts of some numbers, each once and in order.
    pub(super) fn accounts(&self, mut numbers: Vec<i64>) -> Result<Vec<AccountId>, StoreError> {
        numbers.sort_unstable();
        numbers.dedup();
        let mut accounts: Vec<AccountId> = Vec::with_capacity(numbers.len());
        let mut before = None;
        for number in numbers {
            let n = number >> 16;
            let document = match before {
                Some((known, document)) if known == n => document,
                _ => self.document_name(n)?,
            };
            before = Some((n, document));
            accounts.push(AccountId { document, index: number as u16 });
        }
        accounts.sort_unstable();
        Ok(accounts)
    }

    /// The numbers of the accounts of a document: the least and the greatest that there may be.
    pub(super) fn numbers_of(&self, document: DocumentId) -> Result<(i64, i64), StoreError> {
        let number = |index| self.number(AccountId { document, index });
        Ok((number(0)?, number(u16::MAX)?))
    }
}
