//! The store's trait: what is derived here, what is primary in [`super::primary`].

use reader::{Reading, Span};
use rusqlite::params;

use super::primary::entry_number;
use super::{Sqlite, failed, text};
use crate::deposit::{Deposit, Origin};
use crate::id::{AccountId, DocumentId};
use crate::matters::{Line, Matter, Sought, State};
use crate::packed::Packed;
use crate::people::{Mention, NameFacts, NameKey, Person};
use crate::ruling::{Ruling, Undone};
use crate::sketch::{Day, Sketch};
use crate::source::{Source, Standing, Visit};
use crate::store::{Change, KeptReading, Place, Row, Store, StoreError};

impl Sqlite {
    fn name_number(&self, name: &str) -> Result<Option<i64>, StoreError> {
        self.one("SELECT n FROM names WHERE name = ?", [name], |row| row.get(0))
    }

    fn accounts_where(&self, of: &str, param: i64) -> Result<Vec<AccountId>, StoreError> {
        let sql = format!("SELECT n FROM accounts WHERE {of}");
        self.accounts(self.many(&sql, [param], |row| row.get::<_, i64>(0))?)
    }

    /// The first or the last day on which somebody of a name held an office, and the account of that day that is told of: the least or
    /// the greatest, whatever came into the register first.
    fn end(&self, name: i64, office: &str, last: bool) -> Result<Option<Mention>, StoreError> {
        let of = if last { "max" } else { "min" };
        let sql = format!(
            "SELECT day, account FROM mentions WHERE name = ?1 AND office = ?2 \
             AND day = (SELECT {of}(day) FROM mentions WHERE name = ?1 AND office = ?2)"
        );
        let found: Vec<(Day, i64)> = self.many(&sql, params![name, office], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let Some(&(day, _)) = found.first() else { return Ok(None) };
        let accounts = self.accounts(found.into_iter().map(|(_, number)| number).collect())?;
        let account = if last { accounts.last() } else { accounts.first() };
        Ok(account.map(|&account| Mention { day, office: office.to_owned(), account }))
    }
}

impl Store for Sqlite {
    fn begin(&mut self) -> Result<(), StoreError> {
        if let Some(lock) = &mut self.lock {
            lock.take(&self.place)?;
        }
        let begun = self
            .connection
            .execute_batch("BEGIN IMMEDIATE")
            .map_err(|error| failed(&self.place, "beginning to write", error));
        if begun.is_err()
            && let Some(lock) = &mut self.lock
        {
            lock.release();
        }
        begun
    }

    fn commit(&mut self) -> Result<(), StoreError> {
        let done = self.connection.execute_batch("COMMIT").map_err(|error| failed(&self.place, "writing", error));
        if done.is_err() {
            return self.rollback().and(done);
        }
        if let Some(lock) = &mut self.lock {
            lock.release();
        }
        done
    }

    fn rollback(&mut self) -> Result<(), StoreError> {
        // Documents that were added are none.
        self.numbers.borrow_mut().clear();
        let done = if self.connection.is_autocommit() { Ok(()) } else { self.connection.execute_batch("ROLLBACK") };
        if let Some(lock) = &mut self.lock {
            lock.release();
        }
        done.map_err(|error| failed(&self.place, "taking back what was begun", error))
    }

    fn rest(&mut self) -> Result<(), StoreError> {
        if self.connection.is_autocommit() {
            return Ok(());
        }
        let done = self.connection.execute_batch("COMMIT");
        done.map_err(|error| failed(&self.place, "letting go of what was read", error))
    }

    fn renew(&mut self) -> Result<(), StoreError> {
        self.rest()?;
        self.connection.execute_batch("BEGIN").map_err(|error| failed(&self.place, "opening it", error))
    }

    fn generation(&self) -> Result<i64, StoreError> {
        Ok(self.one("PRAGMA data_version", [], |row| row.get(0))?.unwrap_or_default())
    }

    fn put_document(&mut self, id: DocumentId, deposit: &Deposit, bytes: &Packed) -> Result<bool, StoreError> {
        self.keep_document(id, deposit, bytes)
    }

    fn put_origin(&mut self, document: DocumentId, origin: &Origin) -> Result<bool, StoreError> {
        self.keep_origin(document, origin)
    }

    fn document(&self, document: DocumentId) -> Result<Option<Deposit>, StoreError> {
        self.stored(document)
    }

    fn origins(&self, document: DocumentId) -> Result<Option<Deposit>, StoreError> {
        self.known(document)
    }

    fn put_original(&mut self, name: &str, size_bytes: usize, bytes: &Packed) -> Result<(), StoreError> {
        self.keep_original(name, size_bytes, bytes)
    }

    fn has_original(&self, name: &str) -> Result<bool, StoreError> {
        Ok(self.one("SELECT 1 FROM originals WHERE name = ?", [name], |_| Ok(()))?.is_some())
    }

    fn original(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.kept_original(name)
    }

    fn originals(&self, after: &str, limit: usize) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT name FROM originals WHERE name > ? ORDER BY name LIMIT ?";
        self.many(sql, params![after, limit as i64], |row| row.get(0))
    }

    fn documents(&self, after: Option<DocumentId>, limit: usize) -> Result<Vec<DocumentId>, StoreError> {
        self.document_names(after, limit)
    }

    fn counts(&self) -> Result<[u64; 3], StoreError> {
        let count = |table: &str| {
            let count = self.one(&format!("SELECT count(*) FROM {table}"), [], |row| row.get::<_, i64>(0))?;
            Ok(count.unwrap_or_default() as u64)
        };
        Ok([count("documents")?, count("accounts")?, count("engagements")?])
    }

    fn n_rulings(&self) -> Result<[u64; 2], StoreError> {
        let sql = "SELECT count(*), count(json_extract(ruling, '$.undone')) FROM rulings";
        let count = |row: &rusqlite::Row<'_>| Ok([row.get::<_, i64>(0)? as u64, row.get::<_, i64>(1)? as u64]);
        Ok(self.one(sql, [], count)?.unwrap_or_default())
    }

    fn rulings(&self) -> Result<Vec<Ruling>, StoreError> {
        self.jsons("SELECT ruling FROM rulings ORDER BY n", [])
    }

    fn put_ruling(&mut self, ruling: &Ruling) -> Result<(), StoreError> {
        self.keep_ruling(ruling)
    }

    fn undo_ruling(&mut self, n: u64, undone: &Undone) -> Result<(), StoreError> {
        self.mark_undone(n, undone)
    }

    fn put_reading(
        &mut self,
        document: DocumentId,
        packs: &str,
        at_ms: i64,
        reading: &Packed,
    ) -> Result<(), StoreError> {
        self.keep_reading(document, packs, at_ms, reading)
    }

    fn reading(&self, document: DocumentId, at_ms: Option<i64>) -> Result<Option<Reading>, StoreError> {
        self.kept_reading(document, at_ms)
    }

    fn readings(&self, document: DocumentId) -> Result<Vec<KeptReading>, StoreError> {
        self.kept_readings(document)
    }

    fn reading_packs(&self, document: DocumentId) -> Result<Option<String>, StoreError> {
        let sql = "SELECT r.packs FROM documents d JOIN readings r ON r.document = d.n WHERE d.id = ? ORDER BY r.from_ms DESC LIMIT 1";
        self.one(sql, [document.bits()], |row| row.get(0))
    }

    fn put_sketch(&mut self, sketch: &Sketch, span: Span, keys: &[i64]) -> Result<(), StoreError> {
        let number = self.number(sketch.id)?;
        self.execute(
            "INSERT OR REPLACE INTO accounts (n, kind, span_from, span_to) VALUES (?, ?, ?, ?)",
            params![number, sketch.kind, span[0], span[1]],
        )?;
        self.execute("INSERT OR REPLACE INTO sketches VALUES (?, ?)", params![number, text(sketch)])?;
        for &key in keys {
            self.execute("INSERT OR IGNORE INTO keys VALUES (?, ?)", params![key, number])?;
        }
        Ok(())
    }

    fn drop_sketches(&mut self, document: DocumentId) -> Result<(), StoreError> {
        for (account, ..) in self.accounts_of(document)? {
            if let Some(sketch) = self.sketch(account)? {
                let number = self.number(account)?;
                for key in sketch.keys() {
                    self.execute("DELETE FROM keys WHERE key = ? AND account = ?", params![key, number])?;
                }
            }
        }
        let (least, greatest) = self.numbers_of(document)?;
        for table in ["accounts", "sketches"] {
            self.execute(&format!("DELETE FROM {table} WHERE n BETWEEN ? AND ?"), params![least, greatest])?;
        }
        Ok(())
    }

    fn documents_between(
        &self,
        least: DocumentId,
        greatest: DocumentId,
        limit: usize,
    ) -> Result<Vec<DocumentId>, StoreError> {
        let sql = "SELECT id FROM documents WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?";
        self.many(sql, params![least.bits(), greatest.bits(), limit as i64], |row| {
            Ok(DocumentId::from_bits(row.get(0)?))
        })
    }

    fn accounts_of(&self, document: DocumentId) -> Result<Vec<(AccountId, String, Span)>, StoreError> {
        let (least, greatest) = self.numbers_of(document)?;
        let sql = "SELECT n, kind, span_from, span_to FROM accounts WHERE n BETWEEN ? AND ? ORDER BY n";
        self.many(sql, params![least, greatest], |row| {
            let account = AccountId { document, index: row.get::<_, i64>(0)? as u16 };
            Ok((account, row.get(1)?, [row.get(2)?, row.get(3)?]))
        })
    }

    fn accounts_under(&self, keys: &[i64]) -> Result<Vec<AccountId>, StoreError> {
        let mut numbers: Vec<i64> = Vec::new();
        for key in keys {
            numbers.extend(self.many("SELECT account FROM keys WHERE key = ?", [key], |row| row.get::<_, i64>(0))?);
        }
        self.accounts(numbers)
    }

    fn sketch(&self, account: AccountId) -> Result<Option<Sketch>, StoreError> {
        let text: Option<String> =
            self.one("SELECT sketch FROM sketches WHERE n = ?", [self.number(account)?], |row| row.get(0))?;
        text.map(|text| self.json(&text)).transpose()
    }

    fn place(&self, account: AccountId) -> Result<Option<Place>, StoreError> {
        let sql = "SELECT component, engagement FROM accounts WHERE n = ?";
        let row: Option<(Option<i64>, Option<i64>)> =
            self.one(sql, [self.number(account)?], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let Some((Some(component), engagement)) = row else { return Ok(None) };
        let engagement = engagement.map(|engagement| self.account(engagement)).transpose()?;
        Ok(Some(Place { component: self.account(component)?, engagement }))
    }

    fn put_place(&mut self, account: AccountId, place: Place) -> Result<(), StoreError> {
        self.execute(
            "UPDATE accounts SET component = ?, engagement = ? WHERE n = ?",
            params![
                self.number(place.component)?,
                place.engagement.map(|engagement| self.number(engagement)).transpose()?,
                self.number(account)?
            ],
        )?;
        Ok(())
    }

    fn component(&self, component: AccountId) -> Result<Vec<AccountId>, StoreError> {
        self.accounts_where("component = ?", self.number(component)?)
    }

    fn members(&self, engagement: AccountId) -> Result<Vec<AccountId>, StoreError> {
        // It bears the name of one of them.
        let of = "component = (SELECT component FROM accounts WHERE n = ?1) AND engagement = ?1";
        self.accounts_where(of, self.number(engagement)?)
    }

    fn put_row(&mut self, row: &Row) -> Result<(), StoreError> {
        self.execute(
            "INSERT INTO engagements (n, start, id, row) VALUES (?, ?, ?, ?) \
             ON CONFLICT (n) DO UPDATE SET start = excluded.start, row = excluded.row",
            params![self.number(row.id)?, row.start, row.id.bits(), text(row)],
        )?;
        Ok(())
    }

    fn row(&self, engagement: AccountId) -> Result<Option<Row>, StoreError> {
        let rows = self.jsons("SELECT row FROM engagements WHERE n = ?", [self.number(engagement)?])?;
        Ok(rows.into_iter().next())
    }

    fn drop_row(&mut self, engagement: AccountId) -> Result<(), StoreError> {
        self.execute("DELETE FROM engagements WHERE n = ?", [self.number(engagement)?])?;
        Ok(())
    }

    fn rows(&self, after: Option<&Row>, limit: usize) -> Result<Vec<Row>, StoreError> {
        let (start, id) = after.map_or(("", i64::MIN), |row| (&row.start, row.id.bits()));
        let sql = "SELECT row FROM engagements WHERE (start, id) > (?, ?) ORDER BY start, id LIMIT ?";
        self.jsons(sql, params![start, id, limit as i64])
    }

    fn rows_until(&self, last: &str, limit: usize) -> Result<Vec<Row>, StoreError> {
        let sql = "SELECT row FROM engagements WHERE start <= ? AND start <> '' ORDER BY start DESC, id DESC LIMIT ?";
        self.jsons(sql, params![last, limit as i64])
    }

    fn put_mention(
        &mut self,
        name: &NameKey,
        spelling: &str,
        mention: &Mention,
        keys: &[i64],
    ) -> Result<(), StoreError> {
        let key = name.to_string();
        let number = match self.name_number(&key)? {
            Some(number) => number,
            None => {
                self.execute("INSERT INTO names (name) VALUES (?)", [&key])?;
                let number = self.connection.last_insert_rowid();
                for &key in keys {
                    self.execute("INSERT OR IGNORE INTO name_keys VALUES (?, ?)", params![key, number])?;
                }
                number
            }
        };
        let new = self.execute(
            "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?)",
            params![number, mention.office, mention.day, self.number(mention.account)?, spelling],
        )?;
        if new > 0 {
            self.execute(
                "INSERT INTO spellings VALUES (?, ?, 1) ON CONFLICT (name, spelling) DO UPDATE SET times = times + 1",
                params![number, spelling],
            )?;
        }
        Ok(())
    }

    fn names_of(&self, account: AccountId) -> Result<Vec<NameKey>, StoreError> {
        let sql = "SELECT DISTINCT n.name FROM mentions m JOIN names n ON n.n = m.name WHERE m.account = ?";
        let names: Vec<String> = self.many(sql, [self.number(account)?], |row| row.get(0))?;
        Ok(names.iter().filter_map(|name| NameKey::parse(name)).collect())
    }

    fn drop_mentions(&mut self, account: AccountId) -> Result<(), StoreError> {
        let account = self.number(account)?;
        let sql = "SELECT name, spelling FROM mentions WHERE account = ?";
        let found: Vec<(i64, String)> = self.many(sql, [account], |row| Ok((row.get(0)?, row.get(1)?)))?;
        self.execute("DELETE FROM mentions WHERE account = ?", [account])?;
        for (number, spelling) in found {
            self.execute(
                "UPDATE spellings SET times = times - 1 WHERE name = ? AND spelling = ?",
                params![number, spelling],
            )?;
            self.execute(
                "DELETE FROM spellings WHERE name = ? AND spelling = ? AND times <= 0",
                params![number, spelling],
            )?;
        }
        Ok(())
    }

    fn name(&self, name: &NameKey) -> Result<Option<NameFacts>, StoreError> {
        let Some(number) = self.name_number(&name.to_string())? else { return Ok(None) };
        let spellings = self.many(
            "SELECT spelling, times FROM spellings WHERE name = ? ORDER BY times DESC, spelling",
            [number],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        // One look-up an office and end, however often somebody was named.
        let mut held = Vec::new();
        let mut office: Option<String> = None;
        loop {
            let sql = "SELECT office FROM mentions WHERE name = ? AND office > ? ORDER BY office LIMIT 1";
            let next: Option<String> = match &office {
                None => {
                    self.one("SELECT office FROM mentions WHERE name = ? ORDER BY office LIMIT 1", [number], |row| {
                        row.get(0)
                    })?
                }
                Some(office) => self.one(sql, params![number, office], |row| row.get(0))?,
            };
            let Some(next) = next else { break };
            if let (Some(first), Some(last)) = (self.end(number, &next, false)?, self.end(number, &next, true)?) {
                held.push((first, last));
            }
            office = Some(next);
        }
        Ok((!held.is_empty()).then(|| NameFacts { key: name.clone(), spellings, held }))
    }

    fn mentions(&self, name: &NameKey) -> Result<Vec<Mention>, StoreError> {
        let Some(number) = self.name_number(&name.to_string())? else { return Ok(Vec::new()) };
        let sql = "SELECT day, office, account FROM mentions WHERE name = ?";
        let found: Vec<(Day, String, i64)> =
            self.many(sql, [number], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let mention = |(day, office, account)| Ok(Mention { day, office, account: self.account(account)? });
        let mut mentions = found.into_iter().map(mention).collect::<Result<Vec<_>, StoreError>>()?;
        mentions.sort_unstable();
        Ok(mentions)
    }

    fn spelt(&self, name: &NameKey, language: &str, most: usize) -> Result<Vec<(String, u32)>, StoreError> {
        let Some(number) = self.name_number(&name.to_string())? else { return Ok(Vec::new()) };
        let sql = "SELECT m.spelling, count(*) AS times
             FROM (SELECT account, spelling FROM mentions WHERE name = ? ORDER BY office DESC, day DESC, account DESC LIMIT ?) m
             JOIN sketches s ON s.n = m.account
             WHERE json_extract(s.sketch, '$.l') = ?
             GROUP BY m.spelling ORDER BY times DESC, m.spelling DESC";
        self.many(sql, params![number, most as i64, language], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    fn names_under(&self, keys: &[i64]) -> Result<Vec<NameKey>, StoreError> {
        let mut names = Vec::new();
        for key in keys {
            let sql = "SELECT n.name FROM name_keys k JOIN names n ON n.n = k.name WHERE k.key = ?";
            let found: Vec<String> = self.many(sql, [key], |row| row.get(0))?;
            names.extend(found.iter().filter_map(|name| NameKey::parse(name)));
        }
        names.sort_unstable();
        names.dedup();
        Ok(names)
    }

    fn put_person(&mut self, person: &Person) -> Result<(), StoreError> {
        let party = person.party.as_deref().unwrap_or_default();
        self.execute(
            "INSERT OR REPLACE INTO people VALUES (?, ?, ?, ?)",
            params![person.id, party, person.name, text(person)],
        )?;
        for name in &person.names {
            self.execute("INSERT OR REPLACE INTO person_names VALUES (?, ?)", params![name, person.id])?;
        }
        Ok(())
    }

    fn drop_person(&mut self, id: &str) -> Result<(), StoreError> {
        let people: Vec<Person> = self.jsons("SELECT person FROM people WHERE id = ?", [id])?;
        for name in people.iter().flat_map(|person| &person.names) {
            self.execute("DELETE FROM person_names WHERE name = ? AND person = ?", params![name, id])?;
        }
        self.execute("DELETE FROM people WHERE id = ?", [id])?;
        Ok(())
    }

    fn person_of(&self, name: &str) -> Result<Option<Person>, StoreError> {
        let sql = "SELECT p.person FROM person_names n JOIN people p ON p.id = n.person WHERE n.name = ?";
        Ok(self.jsons(sql, [name])?.into_iter().next())
    }

    fn bearers_of(&self, name: &NameKey) -> Result<Vec<Person>, StoreError> {
        let (least, beyond) = (format!("{name}@"), format!("{name}A"));
        let sql = "SELECT DISTINCT p.person FROM person_names n JOIN people p ON p.id = n.person WHERE n.name >= ? AND n.name < ?";
        self.jsons(sql, [least, beyond])
    }

    fn people(&self, party: Option<&str>) -> Result<Vec<Person>, StoreError> {
        match party {
            Some(party) => self.jsons("SELECT person FROM people WHERE party = ? ORDER BY name, id", [party]),
            None => self.jsons("SELECT person FROM people ORDER BY party, name, id", []),
        }
    }

    fn people_after(&self, id: &str, limit: usize) -> Result<Vec<Person>, StoreError> {
        self.jsons("SELECT person FROM people WHERE id > ? ORDER BY id LIMIT ?", params![id, limit as i64])
    }

    fn put_line(&mut self, matter: &str, line: &Line) -> Result<(), StoreError> {
        let Line { account, span, day, said, actors, addressees, strength, amount, unit, due } = line;
        self.execute(
            "INSERT OR REPLACE INTO lines VALUES (?, ?, ?, ?, ?, ?)",
            params![
                matter,
                day,
                self.number(*account)?,
                span[0],
                said,
                text(&(span[1], actors, addressees, strength, amount, unit, due))
            ],
        )?;
        Ok(())
    }

    fn drop_lines(&mut self, account: AccountId) -> Result<Vec<String>, StoreError> {
        let account = self.number(account)?;
        let mut matters: Vec<String> =
            self.many("SELECT matter FROM lines WHERE account = ?", [account], |row| row.get(0))?;
        if !matters.is_empty() {
            self.execute("DELETE FROM lines WHERE account = ?", [account])?;
        }
        matters.sort_unstable();
        matters.dedup();
        Ok(matters)
    }

    fn lines(&self, matter: &str, limit: usize) -> Result<Vec<Line>, StoreError> {
        // Of the first of these days all, so that what came into the register first does not decide which are left out.
        let since = "SELECT day FROM lines WHERE matter = ? ORDER BY day DESC LIMIT 1 OFFSET ?";
        let since: Option<Day> = self.one(since, params![matter, limit.saturating_sub(1) as i64], |row| row.get(0))?;
        let sql = "SELECT day, account, span_from, said, line FROM lines WHERE matter = ? AND day >= ?";
        let found: Vec<(Day, i64, u32, String, String)> =
            self.many(sql, params![matter, since.unwrap_or(Day::MIN)], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
            })?;
        let line = |(day, account, from, said, rest): (Day, i64, u32, String, String)| {
            let (to, actors, addressees, strength, amount, unit, due) = self.json(&rest)?;
            let (account, span) = (self.account(account)?, [from, to]);
            Ok(Line { account, span, day, said, actors, addressees, strength, amount, unit, due })
        };
        let mut lines = found.into_iter().map(line).collect::<Result<Vec<_>, StoreError>>()?;
        lines.sort_by(|a, b| (a.day, a.account, a.span[0], &a.said).cmp(&(b.day, b.account, b.span[0], &b.said)));
        lines.drain(..lines.len().saturating_sub(limit));
        Ok(lines)
    }

    fn line_keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let beyond = format!("{prefix}\u{10ffff}");
        self.many(
            "SELECT DISTINCT matter FROM lines WHERE matter >= ? AND matter < ? ORDER BY matter",
            params![prefix, beyond],
            |row| row.get(0),
        )
    }

    fn put_matter(&mut self, matter: &Matter, before: Option<&Matter>) -> Result<(), StoreError> {
        let parties = before.map_or(&[][..], |before| &before.parties);
        for party in parties.iter().filter(|party| !matter.parties.contains(party)) {
            self.execute("DELETE FROM matter_parties WHERE party = ? AND key = ?", params![party, matter.key])?;
        }
        for party in matter.parties.iter().filter(|party| !parties.contains(party)) {
            self.execute("INSERT INTO matter_parties VALUES (?, ?)", params![party, matter.key])?;
        }
        self.put_standing(matter)
    }

    fn drop_matter(&mut self, matter: &Matter) -> Result<(), StoreError> {
        for party in &matter.parties {
            self.execute("DELETE FROM matter_parties WHERE party = ? AND key = ?", params![party, matter.key])?;
        }
        self.execute("DELETE FROM matters WHERE key = ?", [&matter.key])?;
        Ok(())
    }

    fn matter(&self, key: &str) -> Result<Option<Matter>, StoreError> {
        Ok(self.jsons("SELECT matter FROM matters WHERE key = ?", [key])?.into_iter().next())
    }

    fn matters(&self, party: Option<&str>) -> Result<Vec<Matter>, StoreError> {
        match party {
            Some(party) => self.jsons(
                "SELECT m.matter FROM matter_parties p JOIN matters m ON m.key = p.key WHERE p.party = ? ORDER BY m.key",
                [party],
            ),
            None => self.jsons("SELECT matter FROM matters ORDER BY key", []),
        }
    }

    fn matters_sought(&self, sought: &Sought<'_>, skip: usize, limit: usize) -> Result<Vec<Matter>, StoreError> {
        self.sought(sought, skip, limit)
    }

    fn count_matters(&self, sought: &Sought<'_>) -> Result<Vec<(String, State, usize)>, StoreError> {
        self.counted(sought)
    }

    fn matters_after(&self, key: &str, limit: usize) -> Result<Vec<Matter>, StoreError> {
        self.jsons("SELECT matter FROM matters WHERE key > ? ORDER BY key LIMIT ?", params![key, limit as i64])
    }

    fn put_change(&mut self, change: &Change) -> Result<i64, StoreError> {
        self.keep_change(change)
    }

    fn last_change(&self) -> Result<i64, StoreError> {
        Ok(self
            .one("SELECT max(n) FROM changes", [], |row| row.get::<_, Option<i64>>(0))?
            .flatten()
            .unwrap_or_default())
    }

    fn changes(&self, after: i64, limit: usize) -> Result<Vec<Change>, StoreError> {
        self.kept_changes("n > ? ORDER BY n LIMIT ?", params![after, limit as i64])
    }

    fn changes_before(&self, before: i64, limit: usize) -> Result<Vec<Change>, StoreError> {
        self.kept_changes("n < ? ORDER BY n DESC LIMIT ?", params![before, limit as i64])
    }

    fn changes_gone(&self, entry: &str) -> Result<Vec<Change>, StoreError> {
        self.kept_changes("entry = ? AND what = 'gone' ORDER BY n", params![entry_number(entry)])
    }

    fn changes_of(&self, entry: &str, id: &str) -> Result<Vec<Change>, StoreError> {
        self.changes_of_entry(entry, id)
    }

    fn forget_changes(&mut self) -> Result<(), StoreError> {
        self.execute("DELETE FROM changes", [])?;
        self.execute("DELETE FROM sqlite_sequence WHERE name = 'changes'", [])?;
        Ok(())
    }

    fn put_source(&mut self, source: &Source) -> Result<(), StoreError> {
        self.keep_source(source)
    }

    fn drop_source(&mut self, id: &str) -> Result<(), StoreError> {
        self.forget_source(id)
    }

    fn sources(&self) -> Result<Vec<Source>, StoreError> {
        self.kept_sources()
    }

    fn put_visit(&mut self, visit: &Visit) -> Result<(), StoreError> {
        self.keep_visit(visit)
    }

    fn visit(&self, address: &str) -> Result<Option<Visit>, StoreError> {
        self.kept_visit(address)
    }

    fn visits(&self, after: &str, limit: usize) -> Result<Vec<Visit>, StoreError> {
        self.kept_visits(after, limit)
    }

    fn due(&self, source: &str, limit: usize) -> Result<Vec<Visit>, StoreError> {
        self.visits_due(source, limit)
    }

    fn due_lists(&self, source: &str, limit: usize) -> Result<Vec<Visit>, StoreError> {
        self.lists_due(source, limit)
    }

    fn visits_of(&self, source: &str, standing: Standing, limit: usize) -> Result<Vec<Visit>, StoreError> {
        self.visits_of_source(source, standing, limit)
    }

    fn standings(&self, source: &str) -> Result<Vec<(Standing, u64)>, StoreError> {
        self.count_visits(source)
    }

    fn forget(&mut self) -> Result<(), StoreError> {
        for table in [
            "accounts",
            "sketches",
            "keys",
            "engagements",
            "names",
            "name_keys",
            "spellings",
            "mentions",
            "people",
            "person_names",
            "lines",
            "matters",
            "matter_parties",
        ] {
            self.execute(&format!("DELETE FROM {table}"), [])?;
        }
        Ok(())
    }

    fn check(&self) -> Result<Vec<String>, StoreError> {
        let found: Vec<String> = self.many("PRAGMA integrity_check", [], |row| row.get(0))?;
        Ok(found.into_iter().filter(|found| found != "ok").collect())
    }
}
