//! Sources that are followed, and the addresses that they gave.

use rusqlite::params;

use super::{Sqlite, text};
use crate::source::{Source, Standing, Visit};
use crate::store::StoreError;

impl Sqlite {
    pub(super) fn keep_source(&self, source: &Source) -> Result<(), StoreError> {
        self.execute("INSERT OR REPLACE INTO sources VALUES (?, ?)", params![source.id, text(source)])?;
        Ok(())
    }

    pub(super) fn forget_source(&self, id: &str) -> Result<(), StoreError> {
        self.execute("DELETE FROM sources WHERE id = ?", [id])?;
        // What is known of a kept document's address says which version of it came first.
        let visits: Vec<Visit> = self.jsons("SELECT visit FROM visits WHERE source = ?", [id])?;
        for mut visit in visits {
            if visit.versions.is_empty() {
                self.execute("DELETE FROM visits WHERE address = ?", [visit.address])?;
            } else {
                visit.due_ms = None;
                if visit.standing == Standing::List {
                    // Another source may give it as a page.
                    visit.standing = Standing::Kept;
                }
                self.keep_visit(&visit)?;
            }
        }
        Ok(())
    }

    pub(super) fn kept_sources(&self) -> Result<Vec<Source>, StoreError> {
        self.jsons("SELECT source FROM sources ORDER BY id", [])
    }

    pub(super) fn keep_visit(&self, visit: &Visit) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO visits (address, source, standing, due_ms, visit) VALUES (?1, ?2, ?3, ?4, ?5) \
             ON CONFLICT (address) DO UPDATE SET source = ?2, standing = ?3, due_ms = ?4, visit = ?5",
            params![visit.address, visit.source, visit.standing.number(), visit.due_ms, text(visit)],
        )?;
        Ok(())
    }

    pub(super) fn kept_visit(&self, address: &str) -> Result<Option<Visit>, StoreError> {
        let kept: Option<String> =
            self.one("SELECT visit FROM visits WHERE address = ?", [address], |row| row.get(0))?;
        kept.map(|kept| self.json(&kept)).transpose()
    }

    pub(super) fn kept_visits(&self, after: &str, limit: usize) -> Result<Vec<Visit>, StoreError> {
        let sql = "SELECT visit FROM visits WHERE address > ? ORDER BY address LIMIT ?";
        self.jsons(sql, params![after, limit as i64])
    }

    pub(super) fn visits_due(&self, source: &str, limit: usize) -> Result<Vec<Visit>, StoreError> {
        let sql = "SELECT visit FROM visits WHERE source = ? AND due_ms IS NOT NULL ORDER BY due_ms, n LIMIT ?";
        self.jsons(sql, params![source, limit as i64])
    }

    pub(super) fn lists_due(&self, source: &str, limit: usize) -> Result<Vec<Visit>, StoreError> {
        // By the other index it would look through all the pages that wait.
        let sql = "SELECT visit FROM visits INDEXED BY visits_standing \
                   WHERE source = ? AND standing = ? AND due_ms IS NOT NULL ORDER BY due_ms, n LIMIT ?";
        self.jsons(sql, params![source, Standing::List.number(), limit as i64])
    }

    pub(super) fn visits_of_source(
        &self,
        source: &str,
        standing: Standing,
        limit: usize,
    ) -> Result<Vec<Visit>, StoreError> {
        let sql = "SELECT visit FROM visits WHERE source = ? AND standing = ? ORDER BY n DESC LIMIT ?";
        self.jsons(sql, params![source, standing.number(), limit as i64])
    }

    pub(super) fn count_visits(&self, source: &str) -> Result<Vec<(Standing, u64)>, StoreError> {
        let sql = "SELECT standing, count(*) FROM visits WHERE source = ? GROUP BY standing ORDER BY standing";
        let counts: Vec<(usize, u64)> =
            self.many(sql, [source], |row| Ok((row.get::<_, i64>(0)? as usize, row.get::<_, i64>(1)?.unsigned_abs())))?;
        let standing = |(number, count): (usize, u64)| Some((*Standing::ALL.get(number)?, count));
        Ok(counts.into_iter().filter_map(standing).collect())
    }
}
