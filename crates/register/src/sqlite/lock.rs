//! One writer at a time, and who it is.

use std::fs::{File, OpenOptions};
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
    wait: Duration,
    file: Option<File>,
}

impl Lock {
    pub(super) fn new(register: &Path, wait: Duration) -> Self {
        let mut path = register.as_os_str().to_owned();
        path.push(".lock");
        Self { path: path.into(), wait, file: None }
    }

    /// Takes the lock, waiting for another writer.
    pub(super) fn take(&mut self, place: &str) -> Result<(), StoreError> {
        if self.file.is_some() {
            return Ok(());
        }
        let failed = |error: std::io::Error| StoreError::Failed {
            place: place.to_owned(),
            doing: "making the file beside it that says who writes",
            mend: "see that its folder can be written and that the disk has room",
            source: error.into(),
        };
        let mut file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&self.path).map_err(failed)?;
        let begun = Instant::now();
        while file.try_lock().is_err() {
            if begun.elapsed() >= self.wait {
                return Err(StoreError::Held { place: place.to_owned(), holder: holder(&mut file) });
            }
            sleep(AGAIN);
        }
        let about = format!("process {} is writing it", std::process::id());
        // Who it is helps others, but it is no reason to fail.
        let _ = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(about.as_bytes()));
        self.file = Some(file);
        Ok(())
    }

    pub(super) fn release(&mut self) {
        self.file = None;
    }
}

fn holder(file: &mut File) -> String {
    let mut about = String::new();
    let told = file.rewind().and_then(|()| file.take(200).read_to_string(&mut about));
    if told.is_ok() && !about.is_empty() { about } else { "another process is writing it".to_owned() }
}
