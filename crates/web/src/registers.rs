//! The register's file: readers that each see one state of it, and one writer.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use register::{Register, RegisterError, Sqlite};

use crate::guard::Signed;
use crate::problem::Problem;

/// So many readers are kept for the next request.
const IDLE: usize = 8;
/// So long a change waits for another process that writes.
const WAIT: Duration = Duration::from_secs(10);

/// A register's file.
pub(crate) struct Registers {
    path: PathBuf,
    idle: Mutex<Vec<Register>>,
    writing: Mutex<()>,
}

impl Registers {
    /// The register of a file; makes it where there is none, and brings one of an earlier form up.
    pub(crate) fn open(path: PathBuf) -> Result<Self, RegisterError> {
        let registers = Self { path, idle: Mutex::default(), writing: Mutex::default() };
        match registers.writer() {
            Ok(_) => {}
            // What cannot be written may still be read.
            Err(error) if registers.path.exists() => tracing::warn!("the register is only read: {error}"),
            Err(error) => return Err(error),
        }
        let first = registers.reader()?;
        registers.idle().push(first);
        Ok(registers)
    }

    /// Where it lies.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The state of now, held until it is dropped.
    pub(crate) fn snapshot(&self) -> Result<Snapshot<'_>, RegisterError> {
        let idle = self.idle().pop();
        let register = match idle {
            Some(mut register) => {
                register.renew()?;
                register
            }
            None => self.reader()?,
        };
        Ok(Snapshot { register: Some(register), of: self })
    }

    /// Changes the register; whoever does has shown that a page of this server asked for it.
    pub(crate) fn change<T>(
        &self,
        _: &Signed,
        work: impl FnOnce(&mut Register) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let _turn = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        work(&mut self.writer()?)
    }

    fn reader(&self) -> Result<Register, RegisterError> {
        Register::new(Box::new(Sqlite::open_to_read(&self.path)?))
    }

    fn writer(&self) -> Result<Register, RegisterError> {
        Register::new(Box::new(Sqlite::open(&self.path, WAIT)?.doing("chancery serve")))
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Register>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One state of the register.
pub(crate) struct Snapshot<'a> {
    register: Option<Register>,
    of: &'a Registers,
}

impl Deref for Snapshot<'_> {
    type Target = Register;

    fn deref(&self) -> &Register {
        self.register.as_ref().expect("it is there until it is dropped")
    }
}

impl Drop for Snapshot<'_> {
    fn drop(&mut self) {
        let Some(mut register) = self.register.take() else { return };
        // One that cannot let go would keep the writer from making room.
        if register.rest().is_ok() {
            let mut idle = self.of.idle();
            if idle.len() < IDLE {
                idle.push(register);
            }
        }
    }
}
