//! A register in one SQLite file.

mod derived;
mod lock;
mod matters;
mod numbers;
mod primary;
mod sources;

use std::cell::RefCell;
use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, Params, Row as SqlRow};
use rusqlite_migration::{M, Migrations};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::sqlite::lock::Lock;
use crate::sqlite::numbers::Numbers;
use crate::store::StoreError;

/// All forms that a register has had, each made from the one before it.
const MIGRATIONS: [&str; 1] = [include_str!("../migrations/1.sql")];

/// Statements that are kept ready; all that there are.
const STATEMENTS: usize = 128;

/// What is being done where a register is opened to write.
const WRITING: &str = "opening it to write";
const READ_ONLY: &str =
    "the file or its folder is read-only: ask for leave to write, or name another with --register FILE";

/// A register in one SQLite file, or in memory.
pub struct Sqlite {
    connection: Connection,
    /// As errors name it.
    place: String,
    /// Who else may write; none in memory.
    lock: Option<Lock>,
    numbers: RefCell<Numbers>,
}

impl Sqlite {
    /// Opens a register for writing, and makes it where there is none. A writer waits so long for another.
    ///
    /// # Errors
    ///
    /// Where the file cannot be made, opened or written, is no register, or was written by a later version.
    pub fn open(path: &Path, wait: Duration) -> Result<Self, StoreError> {
        let place = path.display().to_string();
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(|error| StoreError::Failed {
                place: place.clone(),
                doing: "making its folder",
                mend: "name another file with --register FILE",
                source: error.into(),
            })?;
        }
        if path.exists() {
            // SQLite would open it to read alone, and fail later.
            OpenOptions::new().append(true).open(path).map_err(|error| StoreError::Failed {
                place: place.clone(),
                doing: WRITING,
                mend: READ_ONLY,
                source: error.into(),
            })?;
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(|error| failed(&place, WRITING, error))?;
        let lock = Lock::new(path, wait);
        let mut store = Self::new(connection, place, Some(lock));
        store.set_up(true)?;
        Ok(store)
    }

    /// Says what this process does (`chancery add`), for others that have to wait for it.
    #[must_use]
    pub fn doing(mut self, what: &str) -> Self {
        if let Some(lock) = &mut self.lock {
            lock.set_doing(what);
        }
        self
    }

    /// Opens a register for reading alone, as it stands now: what others write later does not show.
    ///
    /// # Errors
    ///
    /// Where there is no such file, it is no register, or was written by a later version.
    pub fn open_to_read(path: &Path) -> Result<Self, StoreError> {
        let place = path.display().to_string();
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
        let open = |name: &Path| Connection::open_with_flags(name, flags);
        let readable = |connection: &Connection| connection.query_row("PRAGMA schema_version", [], |_| Ok(()));
        // Beside a file that nobody may write, no shared memory can be made; then nobody else writes it either.
        let connection = open(path)
            .and_then(|connection| readable(&connection).map(|()| connection))
            .or_else(|error| match error.sqlite_error_code() {
                Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly) if path.exists() => open(&immutable(path)),
                _ => Err(error),
            })
            .map_err(|error| failed(&place, "opening it", error))?;
        let mut store = Self::new(connection, place, None);
        store.set_up(false)?;
        // Many questions make one answer; they must be asked of one state.
        store.connection.execute_batch("BEGIN").map_err(|error| failed(&store.place, "opening it", error))?;
        Ok(store)
    }

    /// A register in memory, which ends with the program.
    ///
    /// # Errors
    ///
    /// Where there is no memory for it.
    pub fn in_memory() -> Result<Self, StoreError> {
        let place = "memory".to_owned();
        let connection = Connection::open_in_memory().map_err(|error| failed(&place, "opening it", error))?;
        let mut store = Self::new(connection, place, None);
        store.set_up(true)?;
        Ok(store)
    }

    fn new(connection: Connection, place: String, lock: Option<Lock>) -> Self {
        Self { connection, place, lock, numbers: RefCell::default() }
    }

    fn set_up(&mut self, write: bool) -> Result<(), StoreError> {
        self.connection.set_prepared_statement_cache_capacity(STATEMENTS);
        let doing = if write { WRITING } else { "opening it" };
        self.connection.busy_timeout(Duration::from_secs(60)).map_err(|error| failed(&self.place, doing, error))?;
        let known = MIGRATIONS.len() as i64;
        let found: i64 = self
            .connection
            .query_row("PRAGMA user_version", [], |row| row.get(0))
            .map_err(|error| failed(&self.place, doing, error))?;
        if found > known {
            return Err(StoreError::Later { place: self.place.clone(), found, known });
        }
        let pragmas = if write {
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -131072; PRAGMA temp_store = MEMORY; \
             PRAGMA wal_autocheckpoint = 4000; PRAGMA mmap_size = 1073741824;"
        } else {
            "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 1073741824;"
        };
        self.connection.execute_batch(pragmas).map_err(|error| failed(&self.place, doing, error))?;
        if write && found < known {
            let _held = self.lock.as_mut().map(|lock| lock.take(&self.place)).transpose()?;
            let steps: Vec<M<'_>> = MIGRATIONS.iter().map(|&sql| M::up(sql)).collect();
            Migrations::new(steps).to_latest(&mut self.connection).map_err(|error| StoreError::Failed {
                place: self.place.clone(),
                doing: "bringing it to this version's form",
                mend: "see that the file is a register and that its disk has room",
                source: error.into(),
            })?;
            if let Some(lock) = &mut self.lock {
                lock.release();
            }
        } else if !write && found < known {
            return Err(StoreError::Broken {
                place: self.place.clone(),
                what: if found == 0 {
                    "is no register".to_owned()
                } else {
                    "is of an earlier form; `chancery check` brings it up".to_owned()
                },
            });
        }
        Ok(())
    }

    fn execute(&self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        let run = || self.connection.prepare_cached(sql)?.execute(params);
        run().map_err(|error| failed(&self.place, "writing", error))
    }

    fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        of: impl FnOnce(&SqlRow<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        let run = || {
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query(params)?;
            rows.next()?.map(of).transpose()
        };
        run().map_err(|error| failed(&self.place, "reading", error))
    }

    fn many<T>(
        &self,
        sql: &str,
        params: impl Params,
        of: impl FnMut(&SqlRow<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let run = || self.connection.prepare_cached(sql)?.query_map(params, of)?.collect::<rusqlite::Result<Vec<T>>>();
        run().map_err(|error| failed(&self.place, "reading", error))
    }

    /// Reads JSON that was kept.
    fn json<T: DeserializeOwned>(&self, text: &str) -> Result<T, StoreError> {
        serde_json::from_str(text).map_err(|error| self.broken(format!("holds an entry that cannot be read ({error})")))
    }

    fn jsons<T: DeserializeOwned>(&self, sql: &str, params: impl Params) -> Result<Vec<T>, StoreError> {
        let texts: Vec<String> = self.many(sql, params, |row| row.get(0))?;
        texts.iter().map(|text| self.json(text)).collect()
    }

    fn broken(&self, what: String) -> StoreError {
        StoreError::Broken { place: self.place.clone(), what }
    }
}

/// What is kept as JSON.
fn text(of: &impl Serialize) -> String {
    serde_json::to_string(of).expect("entries are plain values")
}

/// A file as SQLite opens it where nothing beside it can be written.
fn immutable(path: &Path) -> PathBuf {
    let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let escaped = full.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    PathBuf::from(format!("file:{escaped}?immutable=1"))
}

/// An error of SQLite, with what to do about it.
fn failed(place: &str, doing: &'static str, error: rusqlite::Error) -> StoreError {
    let mend = match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => "its disk is full: make room and do it again; what was reported as done is kept",
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => READ_ONLY,
        Some(ErrorCode::CannotOpen) if doing == WRITING => {
            "see that its folder is there and can be written, or name another with --register FILE"
        }
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            "another program holds the file: try again when it is done"
        }
        Some(ErrorCode::NotADatabase) => "the file is no register: name another with --register FILE",
        Some(ErrorCode::CannotOpen) => {
            "check its name, its folder and your leave to read it; `chancery add` makes a new one"
        }
        Some(ErrorCode::DatabaseCorrupt) => "the file is damaged: take it from a backup, or import an export",
        Some(ErrorCode::SystemIoFailure) => "see to its disk",
        _ => "report it with what you did",
    };
    StoreError::Failed { place: place.to_owned(), doing, mend, source: error.into() }
}
