//! Documents, rulings, readings and history.

use reader::Reading;
use rusqlite::params;
use rusqlite::types::Value;

use super::{Sqlite, text};
use crate::deposit::{Deposit, Origin};
use crate::id::{AccountId, DocumentId};
use crate::ruling::{Ruling, Undone};
use crate::store::{Change, KeptReading, StoreError};

/// No reading takes more bytes as JSON.
const LONGEST_READING: usize = 1 << 30;

impl Sqlite {
    pub(super) fn keep_document(&self, id: DocumentId, deposit: &Deposit) -> Result<bool, StoreError> {
        let new = self.execute(
            "INSERT OR IGNORE INTO documents (id, added_ms, size, bytes) VALUES (?, ?, ?, ?)",
            params![id.bits(), deposit.added_ms, deposit.bytes.len() as i64, self.packed(&deposit.bytes)],
        )? > 0;
        if !new {
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
        let kept = self.execute(
            "INSERT OR IGNORE INTO origins SELECT n, ?2 FROM documents WHERE id = ?1",
            params![document.bits(), text(origin)],
        )?;
        Ok(kept > 0)
    }

    pub(super) fn stored(&self, document: DocumentId) -> Result<Option<Deposit>, StoreError> {
        let row = self.one("SELECT size, bytes FROM documents WHERE id = ?", [document.bits()], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?))
        })?;
        let Some((size, bytes)) = row else { return Ok(None) };
        let kept = self.known(document)?;
        let bytes = self.unpacked(&bytes, size as usize)?;
        Ok(kept.map(|kept| Deposit { bytes, ..kept }))
    }

    pub(super) fn known(&self, document: DocumentId) -> Result<Option<Deposit>, StoreError> {
        let added = self.one("SELECT added_ms FROM documents WHERE id = ?", [document.bits()], |row| row.get(0))?;
        let Some(added_ms) = added else { return Ok(None) };
        let mut origins: Vec<Origin> = self.jsons(
            "SELECT o.origin FROM documents d JOIN origins o ON o.document = d.n WHERE d.id = ?",
            [document.bits()],
        )?;
        origins.sort();
        Ok(Some(Deposit { bytes: Vec::new(), origins, added_ms }))
    }

    pub(super) fn document_names(
        &self,
        after: Option<DocumentId>,
        limit: usize,
    ) -> Result<Vec<DocumentId>, StoreError> {
        let after = after
            .map(|after| self.one("SELECT n FROM documents WHERE id = ?", [after.bits()], |row| row.get::<_, i64>(0)));
        let after = after.transpose()?.flatten().unwrap_or(0);
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
        reading: &Reading,
    ) -> Result<(), StoreError> {
        // The last is how it reads today, also where a clock was set back.
        self.execute(
            "INSERT OR REPLACE INTO readings \
             SELECT n, max(?2, coalesce((SELECT max(from_ms) FROM readings WHERE document = n), ?2)), ?3, ?4 \
             FROM documents WHERE id = ?1",
            params![document.bits(), at_ms, packs, self.packed(text(reading).as_bytes())],
        )?;
        Ok(())
    }

    pub(super) fn kept_reading(&self, document: DocumentId, at_ms: Option<i64>) -> Result<Option<Reading>, StoreError> {
        let packed = self.one(
            "SELECT r.reading FROM documents d JOIN readings r ON r.document = d.n \
             WHERE d.id = ? AND r.from_ms <= ? ORDER BY r.from_ms DESC LIMIT 1",
            params![document.bits(), at_ms.unwrap_or(i64::MAX)],
            |row| row.get::<_, Vec<u8>>(0),
        )?;
        packed.map(|packed| self.unpacked_reading(&packed)).transpose()
    }

    pub(super) fn kept_readings(&self, document: DocumentId) -> Result<Vec<KeptReading>, StoreError> {
        let sql = "SELECT r.from_ms, r.packs, r.reading FROM documents d JOIN readings r ON r.document = d.n \
                   WHERE d.id = ? ORDER BY r.from_ms";
        let rows: Vec<(i64, String, Vec<u8>)> =
            self.many(sql, [document.bits()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        rows.into_iter()
            .map(|(from_ms, packs, packed)| {
                Ok(KeptReading { from_ms, packs, reading: self.unpacked_reading(&packed)? })
            })
            .collect()
    }

    fn unpacked_reading(&self, packed: &[u8]) -> Result<Reading, StoreError> {
        let most = zstd::bulk::Decompressor::upper_bound(packed).unwrap_or(LONGEST_READING);
        let bytes = self.unpacked(packed, most.min(LONGEST_READING))?;
        serde_json::from_slice(&bytes)
            .map_err(|error| self.broken(format!("holds a reading that cannot be read ({error})")))
    }

    pub(super) fn keep_change(&self, change: &Change) -> Result<i64, StoreError> {
        let document = change.cause.strip_prefix(BY_DOCUMENT).and_then(|id| id.parse::<DocumentId>().ok());
        let cause = document.map_or_else(|| Value::from(change.cause.clone()), |id| Value::from(id.bits()));
        let entry = ENTRIES.iter().position(|entry| *entry == change.entry);
        let entry = entry.ok_or_else(|| self.broken(format!("nothing called `{}` is kept", change.entry)))?;
        self.execute(
            "INSERT INTO changes (at_ms, cause, entry, id, what) VALUES (?, ?, ?, ?, ?)",
            params![change.at_ms, cause, entry as i64, short(&change.entry, &change.id), change.what],
        )?;
        Ok(self.connection.last_insert_rowid())
    }

    pub(super) fn changes_of_entry(&self, entry: &str, id: &str) -> Result<Vec<Change>, StoreError> {
        self.kept_changes("id = ? AND entry = ? ORDER BY n", params![short(entry, id), entry_number(entry)])
    }

    pub(super) fn kept_changes(&self, of: &str, params: impl rusqlite::Params) -> Result<Vec<Change>, StoreError> {
        let sql = format!("SELECT n, at_ms, cause, entry, id, what FROM changes WHERE {of}");
        self.many(&sql, params, |row| {
            let entry = ENTRIES.get(row.get::<_, u8>(3)? as usize).copied().unwrap_or_default();
            let cause = match row.get(2)? {
                Value::Integer(bits) => format!("{BY_DOCUMENT}{}", DocumentId::from_bits(bits)),
                other => written(other),
            };
            let id = match row.get(4)? {
                Value::Integer(bits) if entry == "document" => DocumentId::from_bits(bits).to_string(),
                Value::Integer(bits) => AccountId::from_bits(bits).to_string(),
                other => written(other),
            };
            Ok(Change { n: row.get(0)?, at_ms: row.get(1)?, cause, entry: entry.to_owned(), id, what: row.get(5)? })
        })
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

/// A name as the history keeps it: that of a document or an account as a number.
fn short(entry: &str, id: &str) -> Value {
    let number = match entry {
        "document" => id.parse().ok().map(DocumentId::bits),
        "engagement" => id.parse().ok().map(AccountId::bits),
        _ => None,
    };
    number.map_or_else(|| Value::from(id.to_owned()), Value::from)
}

fn written(value: Value) -> String {
    if let Value::Text(text) = value { text } else { String::new() }
}
