//! A register row by row, into whatever takes rows.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use packs::World;
use register::people::NameKey;
use register::{AccountId, DocumentId, Engagement, Register, Row};

use crate::codes::Codes;
use crate::error::TablesError;
use crate::rows::{TABLES, accounts, engagements, followed, kept, matters, people};
use crate::selection::Selection;
use crate::table::{Table, Value};

/// So many entries are asked for at once.
const AT_ONCE: usize = 500;
/// No matter has more lines.
const ALL: usize = usize::MAX >> 1;

/// What takes rows.
pub trait Sink {
    /// Takes a row, whose values are in the order of the table's columns.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    fn put(&mut self, table: &'static Table, row: &[Value]) -> Result<(), TablesError>;

    /// Ends it.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    fn finish(&mut self) -> Result<(), TablesError>;
}

/// How many documents and engagements an export goes through.
///
/// # Errors
///
/// Where the register cannot be read.
pub fn total(register: &Register) -> Result<u64, TablesError> {
    let [documents, _, engagements] = register.store().counts()?;
    Ok(documents + engagements)
}

/// Writes what is selected of a register, and ends the sink.
///
/// First comes what is kept: what documents came in, each document with its origins and readings, then rulings, what is followed, and history;
/// the order of all rows is
/// always the same. `progress` is told how many documents and engagements are done; see [`total`].
///
/// # Errors
///
/// Where the register cannot be read or the sink fails.
pub fn export(
    register: &Register,
    world: &World,
    selection: &Selection,
    sink: &mut dyn Sink,
    progress: &mut dyn FnMut(usize),
) -> Result<(), TablesError> {
    let mut export = Export { register, codes: Codes(world), selection, sink };
    export.put(&kept::EXPORT, kept::export)?;
    export.originals()?;
    export.documents(progress)?;
    export.rulings()?;
    export.followed()?;
    export.history()?;
    export.engagements(progress)?;
    export.people()?;
    export.matters()?;
    export.sink.finish()
}

struct Export<'a> {
    register: &'a Register,
    codes: Codes<'a>,
    selection: &'a Selection,
    sink: &'a mut dyn Sink,
}

impl Export<'_> {
    /// Writes a row, where its table is wanted.
    fn put(&mut self, table: &'static Table, row: impl FnOnce() -> Vec<Value>) -> Result<(), TablesError> {
        if !self.selection.has(table) {
            return Ok(());
        }
        let row = row();
        debug_assert!(
            row.len() == table.columns.len()
                && row.iter().zip(table.columns).all(|(value, column)| value.is_of(column.of)),
            "{}: {row:?}",
            table.name
        );
        self.sink.put(table, &row)
    }

    fn originals(&mut self) -> Result<(), TablesError> {
        let store = self.register.store();
        let mut after = String::new();
        while self.selection.has(&kept::ORIGINALS) {
            let names = store.originals(&after, AT_ONCE)?;
            let Some(last) = names.last() else { break };
            after.clone_from(last);
            for name in names {
                let Some(original) = store.original(&name)? else { continue };
                self.put(&kept::ORIGINALS, || kept::original(name, original))?;
            }
        }
        Ok(())
    }

    fn documents(&mut self, progress: &mut dyn FnMut(usize)) -> Result<(), TablesError> {
        let of_kept = self.selection.has_any(&[&kept::DOCUMENTS, &kept::ORIGINS, &kept::READINGS]);
        let of_accounts = self.selection.has_any(&[&accounts::ACCOUNTS, &accounts::CLAIMS]);
        let mut after: Option<DocumentId> = None;
        loop {
            let ids = self.register.store().documents(after, AT_ONCE)?;
            let Some(&last) = ids.last() else { return Ok(()) };
            after = Some(last);
            for &id in &ids {
                if of_kept {
                    self.document(id)?;
                }
                if of_accounts {
                    self.accounts(id)?;
                }
                progress(1);
            }
        }
    }

    fn document(&mut self, id: DocumentId) -> Result<(), TablesError> {
        let store = self.register.store();
        let deposit = if self.selection.has(&kept::DOCUMENTS) { store.document(id)? } else { store.origins(id)? };
        let Some(deposit) = deposit else { return Ok(()) };
        let readings = store.readings(id)?;
        self.put(&kept::DOCUMENTS, || kept::document(id, &deposit, readings.last()))?;
        for origin in &deposit.origins {
            self.put(&kept::ORIGINS, || kept::origin(id, origin))?;
        }
        for reading in &readings {
            self.put(&kept::READINGS, || kept::reading(id, reading))?;
        }
        Ok(())
    }

    fn accounts(&mut self, document: DocumentId) -> Result<(), TablesError> {
        let (register, codes) = (self.register, self.codes);
        for (account, engagement) in register.accounts_of(document)? {
            if self.selection.is_part() {
                let row = engagement.map(|id| register.store().row(id)).transpose()?.flatten();
                let wanted = match row {
                    Some(row) => self.selection.row(&row),
                    None => self.selection.account(&account),
                };
                if !wanted {
                    continue;
                }
            }
            self.put(&accounts::ACCOUNTS, || accounts::account(&account, engagement, codes))?;
            if self.selection.has(&accounts::CLAIMS) {
                for row in accounts::claims(&account, engagement, codes, register.decisions()) {
                    self.put(&accounts::CLAIMS, || row)?;
                }
            }
        }
        Ok(())
    }

    fn rulings(&mut self) -> Result<(), TablesError> {
        if self.selection.has(&kept::RULINGS) {
            for ruling in self.register.store().rulings()? {
                self.put(&kept::RULINGS, || kept::ruling(&ruling))?;
            }
        }
        Ok(())
    }

    fn followed(&mut self) -> Result<(), TablesError> {
        if self.selection.has(&followed::SOURCES) {
            for source in self.register.store().sources()? {
                self.put(&followed::SOURCES, || followed::source(&source))?;
            }
        }
        let mut after = String::new();
        while self.selection.has(&followed::VISITS) {
            let visits = self.register.store().visits(&after, AT_ONCE)?;
            let Some(last) = visits.last() else { break };
            after.clone_from(&last.address);
            for visit in &visits {
                self.put(&followed::VISITS, || followed::visit(visit))?;
            }
        }
        Ok(())
    }

    fn history(&mut self) -> Result<(), TablesError> {
        let mut after = 0;
        while self.selection.has(&kept::CHANGES) {
            let changes = self.register.store().changes(after, AT_ONCE)?;
            let Some(last) = changes.last() else { break };
            after = last.n;
            for change in &changes {
                self.put(&kept::CHANGES, || kept::change(change))?;
            }
        }
        Ok(())
    }

    fn engagements(&mut self, progress: &mut dyn FnMut(usize)) -> Result<(), TablesError> {
        let tables =
            [&engagements::ENGAGEMENTS, &engagements::PARTICIPANTS, &engagements::DISPUTES, &engagements::LINKS];
        let mut after: Option<Row> = None;
        while self.selection.has_any(&tables) {
            let rows = self.register.store().rows(after.as_ref(), AT_ONCE)?;
            let Some(last) = rows.last() else { break };
            after = Some(last.clone());
            for row in &rows {
                if !self.selection.is_part() || self.selection.row(row) {
                    self.engagement(row.id)?;
                }
                progress(1);
            }
        }
        Ok(())
    }

    fn engagement(&mut self, id: AccountId) -> Result<(), TablesError> {
        let codes = self.codes;
        let (engagement, _) = self.register.engagement(id)?;
        self.put(&engagements::ENGAGEMENTS, || engagements::engagement(&engagement, codes))?;
        if self.selection.has(&engagements::PARTICIPANTS) {
            for participant in &engagement.people {
                let person = person(self.register, &engagement, participant)?;
                self.put(&engagements::PARTICIPANTS, || {
                    engagements::participant(&engagement, participant, person.as_ref(), codes)
                })?;
            }
        }
        for row in engagement.disputes.iter().flat_map(|dispute| engagements::dispute(&engagement, dispute)) {
            self.put(&engagements::DISPUTES, || row)?;
        }
        for link in &engagement.links {
            self.put(&engagements::LINKS, || engagements::link(&engagement, link))?;
        }
        Ok(())
    }

    fn people(&mut self) -> Result<(), TablesError> {
        let codes = self.codes;
        let mut after = String::new();
        while self.selection.has_any(&[&people::PEOPLE, &people::TENURES]) {
            let some = self.register.store().people_after(&after, AT_ONCE)?;
            let Some(last) = some.last() else { break };
            after.clone_from(&last.id);
            for person in &some {
                if !self.selection.person(person) {
                    continue;
                }
                self.put(&people::PEOPLE, || people::person(person, codes))?;
                for tenure in &person.tenures {
                    if self.selection.days(Some((tenure.from, tenure.to))) {
                        self.put(&people::TENURES, || people::tenure(person, tenure, codes))?;
                    }
                }
            }
        }
        Ok(())
    }

    fn matters(&mut self) -> Result<(), TablesError> {
        let codes = self.codes;
        let mut after = String::new();
        while self.selection.has_any(&[&matters::MATTERS, &matters::MATTER_LINES]) {
            let some = self.register.store().matters_after(&after, AT_ONCE)?;
            let Some(last) = some.last() else { break };
            after.clone_from(&last.key);
            for matter in &some {
                if !self.selection.matter(matter) {
                    continue;
                }
                self.put(&matters::MATTERS, || matters::matter(matter, codes))?;
                if self.selection.has(&matters::MATTER_LINES) {
                    for line in self.register.store().lines(&matter.key, ALL)? {
                        if self.selection.days(Some((line.day, line.day))) {
                            self.put(&matters::MATTER_LINES, || matters::line(matter, &line))?;
                        }
                    }
                }
            }
        }
        Ok(())
    }
}

/// The key of the person who took part under some name; of several of one name the one who was heard of at the time.
pub(crate) fn person(
    register: &Register,
    engagement: &Engagement,
    participant: &register::Participant,
) -> Result<Option<String>, TablesError> {
    let name = NameKey::new(participant.party.as_deref(), &participant.name);
    if let Some(person) = register.store().person_of(&name.to_string())? {
        return Ok(Some(person.id));
    }
    let day = engagement.start.map(|start| register::day(start.first_day()));
    let bearers = register.store().bearers_of(&name)?;
    let then = |person: &&register::people::Person| day.is_some_and(|day| person.first <= day && day <= person.last);
    Ok(bearers.iter().find(then).map(|person| person.id.clone()))
}

/// A file that bears its name only once it is whole.
pub(crate) struct Part {
    /// Its name then.
    pub(crate) path: PathBuf,
}

impl Part {
    fn name(&self) -> PathBuf {
        let mut name = self.path.as_os_str().to_owned();
        name.push(".part");
        name.into()
    }

    fn create(&self) -> Result<File, TablesError> {
        File::create(self.name()).map_err(|error| TablesError::writing(&self.path, error))
    }

    /// Gives it its name.
    pub(crate) fn finish(&self, file: &File) -> Result<(), TablesError> {
        file.sync_all()
            .and_then(|()| fs::rename(self.name(), &self.path))
            .map_err(|error| TablesError::writing(&self.path, error))
    }
}

/// A file for each table that is selected, in a folder that is made where it is not there.
pub(crate) fn files(
    folder: &Path,
    ending: &str,
    selection: &Selection,
) -> Result<Vec<(&'static Table, Part, File)>, TablesError> {
    fs::create_dir_all(folder).map_err(|error| TablesError::writing(folder, error))?;
    let path = |table: &Table| folder.join(table.name).with_extension(ending);
    let (wanted, others): (Vec<&Table>, Vec<&Table>) = TABLES.iter().partition(|table| selection.has(table));
    // Beside tables of another export these would not fit together.
    if let Some(other) = others.into_iter().map(path).find(|path| path.exists()) {
        let mend = "name another folder, or remove it";
        return Err(TablesError::Asked(format!("{}: is of another export; {mend}", other.display())));
    }
    let files = wanted.into_iter().map(|table| {
        let part = Part { path: path(table) };
        let file = part.create()?;
        Ok((table, part, file))
    });
    files.collect()
}
