//! Documents, rulings, readings and history.

use reader::Reading;
use rusqlite::params;
use rusqlite::types::Value;

use super::{Sqlite, text};
use crate::deposit::{Deposit, Origin};
use crate::id::{AccountId, DocumentId};
use crate::packed::Packed;
use crate::ruling::{Ruling, Undone};
use crate::store::{Change, KeptReading, StoreError};

impl Sqlite {
    pub(super) fn keep_document(&self, id: DocumentId, deposit: &Deposit, bytes: &Packed) -> Result<bool, StoreError> {
        let new = self.execute(
            "INSERT OR IGNORE INTO documents (id, added_ms, size, bytes) VALUES (?, ?, ?, ?)",
            params![id.bits(), deposit.added_ms, deposit.bytes.len() as i64, bytes.bytes()],
        )? > 0;
        if new {
            self.numbers.borrow_mut().learn(id, self.connection.last_insert_rowid());
        } else {
            let same = self.stored(id)?.is_some_and(|kept| kept.bytes == deposit.bytes);
            if !same {
                return Err(self.broken(format!("two documents share the name {id}; this one cannot be kept")));
            }
        }
        for origin in &deposit.origins {
            self.keep_origin(id, origin)?;
        }
        Ok(new)
    }

    pub(super) fn keep_origin(&self, document: DocumentId, origin: &Origin) -> Result<bool, StoreError> {
        let Some(n) = self.document_number(document)? else { return Ok(false) };
        Ok(self.execute("INSERT OR IGNORE INTO origins VALUES (?, ?)", params![n, text(origin)])? > 0)
    }

    pub(super) fn stored(&self, document: DocumentId) -> Result<Option<Deposit>, StoreError> {
        let row = self.one("SELECT size, bytes FROM documents WHERE id = ?", [document.bits()], |row| {
            Ok((row.get::<_, i64>(0)?, Packed::kept(row.get(1)?)))
        })?;
        let Some((size, bytes)) = row else { return Ok(None) };
        let kept = self.known(document)?;
        let bytes = bytes.unpack(size as usize).map_err(|error| self.unpackable(&error))?;
        Ok(kept.map(|kept| Deposit { bytes, ..kept }))
    }

    pub(super) fn known(&self, document: DocumentId) -> Result<Option<Deposit>, StoreError> {
        let added = self.one("SELECT added_ms FROM documents WHERE id = ?", [document.bits()], |row| row.get(0))?;
        let Some(added_ms) = added else { return Ok(None) };
        let n = self.document_number(document)?;
        let mut origins: Vec<Origin> = self.jsons("SELECT origin FROM origins WHERE document = ?", [n])?;
        origins.sort();
        Ok(Some(Deposit { origins, added_ms, ..Deposit::default() }))
    }

    pub(super) fn keep_original(&self, name: &str, size_bytes: usize, bytes: &Packed) -> Result<(), StoreError> {
        let sql = "INSERT OR IGNORE INTO originals VALUES (?, ?, ?)";
        self.execute(sql, params![name, size_bytes as i64, bytes.bytes()])?;
        Ok(())
    }

    pub(super) fn kept_original(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let row = self.one("SELECT size, bytes FROM originals WHERE name = ?", [name], |row| {
            Ok((row.get::<_, i64>(0)?, Packed::kept(row.get(1)?)))
        })?;
        let unpacked = row.map(|(size, bytes)| bytes.unpack(size as usize));
        unpacked.transpose().map_err(|error| self.unpackable(&error))
    }

    pub(super) fn document_names(
        &self,
        after: Option<DocumentId>,
        limit: usize,
    ) -> Result<Vec<DocumentId>, StoreError> {
        let after = after.map(|after| self.document_number(after)).transpose()?.flatten().unwrap_or(0);
        self.many("SELECT id FROM documents WHERE n > ? ORDER BY n LIMIT ?", params![after, limit as i64], |row| {
            Ok(DocumentId::from_bits(row.get(0)?))
        })
    }

    pub(super) fn keep_ruling(&self, ruling: &Ruling) -> Result<(), StoreError> {
        self.execute("INSERT OR REPLACE INTO rulings VALUES (?, ?)", params![ruling.n as i64, text(ruling)])?;
        Ok(())
    }

    pub(super) fn mark_undone(&self, n: u64, undone: &Undone) -> Result<(), StoreError> {
        let mut rulings: Vec<Ruling> = self.jsons("SELECT ruling FROM rulings WHERE n = ?", [n as i64])?;
        let Some(ruling) = rulings.first_mut() else { return Ok(()) };
        ruling.undone = Some(undone.clone());
        self.keep_ruling(ruling)
    }

    pub(super) fn keep_reading(
        &self,
        document: DocumentId,
        packs: &str,
        at_ms: i64,
        reading: &Packed,
    ) -> Result<(), StoreError> {
        // The last is how it reads today, also where a clock was set back.
        let Some(n) = self.document_number(document)? else { return Ok(()) };
        self.execute(
            "INSERT OR REPLACE INTO readings VALUES \
             (?1, max(?2, coalesce((SELECT max(from_ms) FROM readings WHERE document = ?1), ?2)), ?3, ?4)",
            params![n, at_ms, packs, reading.bytes()],
        )?;
        Ok(())
    }

    pub(super) fn kept_reading(&self, document: DocumentId, at_ms: Option<i64>) -> Result<Option<Reading>, StoreError> {
        let packed = self.one(
            "SELECT reading FROM readings WHERE document = ? AND from_ms <= ? ORDER BY from_ms DESC LIMIT 1",
            params![self.document_number(document)?, at_ms.unwrap_or(i64::MAX)],
            |row| row.get(0),
        )?;
        packed.map(|packed| self.unpacked_reading(packed)).transpose()
    }

    pub(super) fn kept_readings(&self, document: DocumentId) -> Result<Vec<KeptReading>, StoreError> {
        let sql = "SELECT from_ms, packs, reading FROM readings WHERE document = ? ORDER BY from_ms";
        let rows: Vec<(i64, String, Vec<u8>)> =
            self.many(sql, [self.document_number(document)?], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        rows.into_iter()
            .map(|(from_ms, packs, packed)| Ok(KeptReading { from_ms, packs, reading: self.unpacked_reading(packed)? }))
            .collect()
    }

    fn unpacked_reading(&self, packed: Vec<u8>) -> Result<Reading, StoreError> {
        Packed::kept(packed).unpack_reading().map_err(|error| self.unpackable(&error))
    }

    fn unpackable(&self, error: &std::io::Error) -> StoreError {
        self.broken(format!("holds bytes that cannot be unpacked ({error})"))
    }

    pub(super) fn keep_change(&self, change: &Change) -> Result<i64, StoreError> {
        let document = change.cause.strip_prefix(BY_DOCUMENT).and_then(|id| id.parse().ok());
        let cause = document.map(|document| self.document_number(document)).transpose()?.flatten();
        let cause = cause.map_or_else(|| Value::from(change.cause.clone()), Value::from);
        let entry = ENTRIES.iter().position(|entry| *entry == change.entry);
        let entry = entry.ok_or_else(|| self.broken(format!("nothing called `{}` is kept", change.entry)))?;
        let id = self.short(&change.entry, &change.id)?;
        self.execute(
            "INSERT INTO changes (at_ms, cause, entry, id, what) VALUES (?, ?, ?, ?, ?)",
            params![change.at_ms, cause, entry as i64, id, change.what],
        )?;
        Ok(self.connection.last_insert_rowid())
    }

    pub(super) fn changes_of_entry(&self, entry: &str, id: &str) -> Result<Vec<Change>, StoreError> {
        // As text, where its document came after what was written of it.
        let of = "id IN (?, ?) AND entry = ? ORDER BY n";
        self.kept_changes(of, params![self.short(entry, id)?, id, entry_number(entry)])
    }

    pub(super) fn kept_changes(&self, of: &str, params: impl rusqlite::Params) -> Result<Vec<Change>, StoreError> {
        type Kept = (i64, i64, Value, u8, Value, String);
        let sql = format!("SELECT n, at_ms, cause, entry, id, what FROM changes WHERE {of}");
        let found: Vec<Kept> = self.many(&sql, params, |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))
        })?;
        let change = |(n, at_ms, cause, entry, id, what): Kept| {
            let entry = ENTRIES.get(usize::from(entry)).copied().unwrap_or_default();
            let cause = match cause {
                Value::Integer(n) => format!("{BY_DOCUMENT}{}", self.document_name(n)?),
                other => written(other),
            };
            let id = match id {
                Value::Integer(n) if entry == "document" => self.document_name(n)?.to_string(),
                Value::Integer(number) => self.account(number)?.to_string(),
                other => written(other),
            };
            Ok(Change { n, at_ms, cause, entry: entry.to_owned(), id, what })
        };
        found.into_iter().map(change).collect()
    }

    /// A name as the history keeps it: that of a document or an account as its number.
    fn short(&self, entry: &str, id: &str) -> Result<Value, StoreError> {
        let number = match entry {
            "document" => id.parse().ok().map(|document| self.document_number(document)).transpose()?.flatten(),
            "engagement" => match id.parse::<AccountId>() {
                Ok(account) if self.document_number(account.document)?.is_some() => Some(self.number(account)?),
                _ => None,
            },
            _ => None,
        };
        Ok(number.map_or_else(|| Value::from(id.to_owned()), Value::from))
    }
}

/// The number of a kind of entry; one that nothing has where there is no such kind.
pub(super) fn entry_number(entry: &str) -> i64 {
    ENTRIES.iter().position(|known| *known == entry).unwrap_or(ENTRIES.len()) as i64
}

/// What changes, by the numbers that stand for it.
const ENTRIES: [&str; 4] = ["document", "engagement", "person", "matter"];
/// How the cause of most changes begins.
const BY_DOCUMENT: &str = "document ";

fn written(value: Value) -> String {
    if let Value::Text(text) = value { text } else { String::new() }
}
