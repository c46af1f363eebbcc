//! One writer at a time, and who it is.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::store::StoreError;

/// How often a waiting writer looks again.
const AGAIN: Duration = Duration::from_millis(20);

/// A file beside the register that the writer holds while it changes it. Who holds it stands in it.
///
/// The system frees it when the process ends, however it ends.
pub(super) struct Lock {
    path: PathBuf,
    /// A second file, held by whoever comes next: one who writes again and again would else always be the first.
    gate: PathBuf,
    wait: Duration,
    /// What this process does, as others are told.
    doing: String,
    file: Option<File>,
}

impl Lock {
    pub(super) fn new(register: &Path, wait: Duration) -> Self {
        let beside = |end: &str| {
            let mut path: OsString = register.as_os_str().to_owned();
            path.push(end);
            PathBuf::from(path)
        };
        Self { path: beside(".lock"), gate: beside(".next"), wait, doing: String::new(), file: None }
    }

    pub(super) fn set_doing(&mut self, doing: &str) {
        self.doing = format!(" ({doing})");
    }

    /// Takes the lock, waiting for another writer.
    pub(super) fn take(&mut self, place: &str) -> Result<(), StoreError> {
        if self.file.is_some() {
            return Ok(());
        }
        let begun = Instant::now();
        let gate = self.held(&self.gate, begun, place)?;
        let mut file = self.held(&self.path, begun, place)?;
        drop(gate);
        let about = format!("process {}{} is writing it", std::process::id(), self.doing);
        // Who it is helps others, but it is no reason to fail.
        let _ = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(about.as_bytes()));
        self.file = Some(file);
        Ok(())
    }

    pub(super) fn release(&mut self) {
        self.file = None;
    }

    /// One of the two files, once nobody else holds it.
    fn held(&self, path: &Path, begun: Instant, place: &str) -> Result<File, StoreError> {
        let failed = |error: std::io::Error| StoreError::Failed {
            place: place.to_owned(),
            doing: "making the file beside it that says who writes",
            mend: "see that its folder can be written and that the disk has room",
            source: error.into(),
        };
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map_err(failed)?;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::Error(error)) => return Err(failed(error)),
                Err(TryLockError::WouldBlock) if begun.elapsed() >= self.wait => {
                    return Err(StoreError::Held { place: place.to_owned(), holder: self.holder() });
                }
                Err(TryLockError::WouldBlock) => sleep(AGAIN),
            }
        }
    }

    fn holder(&self) -> String {
        let mut about = String::new();
        let told = File::open(&self.path).and_then(|file| file.take(200).read_to_string(&mut about));
        if told.is_ok() && !about.is_empty() { about } else { "another process is writing it".to_owned() }
    }
}
