//! The index beside a register: made, caught up with the register's changes, and made anew where it cannot be used.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use packs::Packs;
use register::Register;

use crate::error::{SearchError, Trouble};
use crate::fields::Fields;
use crate::part::{Mark, Part};
use crate::place::Place;
use crate::query::Entry;

/// The index over a register.
pub struct Index {
    pub(crate) fields: Fields,
    pub(crate) parts: Vec<Part>,
    /// Its folder; none in memory.
    pub(crate) folder: Option<PathBuf>,
    /// Why it may be behind the register.
    behind: Mutex<Option<Behind>>,
}

/// Why an index may be behind its register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behind {
    /// Another process is writing it.
    Held,
    /// Its folder cannot be written.
    ReadOnly,
    /// Writing it failed: its disk may be full.
    Failed,
}

/// Where the index of a register is kept: beside it, in a folder of its name with `.index` behind.
pub fn beside(register: &Path) -> PathBuf {
    let mut path = register.as_os_str().to_owned();
    path.push(".index");
    path.into()
}

impl Index {
    /// The index of a register, in a folder (see [`beside`]): made where it is missing, broken or of another form, and caught
    /// up with the register. `progress` is told how many documents of how many are done where it is made.
    ///
    /// Where another process is writing it or the folder is read-only, it is taken as it is, see [`Self::behind`]; where
    /// there is none in a folder that is read-only, it is made in memory.
    ///
    /// # Errors
    ///
    /// Where the register or the folder fails, or another process is making the first index.
    pub fn open(
        folder: &Path,
        register: &Register,
        packs: &Packs,
        mut progress: impl FnMut(u64, u64),
    ) -> Result<Self, SearchError> {
        let fields = Fields::of(packs);
        let place = Place { folder, of_form: folder.join(fields.version()) };
        if let Some(index) = place.existing(&fields, register)?
            && index.is_level(register)?
        {
            return Ok(index);
        }
        let lock = match place.lock() {
            Ok(lock) => lock,
            Err(behind) => {
                return match (place.existing(&fields, register)?, behind) {
                    (Some(index), behind) => {
                        index.stay(Some(behind));
                        Ok(index)
                    }
                    (None, Behind::Held) => Err(SearchError::Held { place: folder.to_owned() }),
                    (None, _) => Self::in_memory(register, packs),
                };
            }
        };
        // Another process may have brought it up in the meantime.
        let index = match place.existing(&fields, register)? {
            Some(index) => {
                index.stay(index.level(register, packs, &mut progress).map_err(|error| place.named(error))?);
                index
            }
            None => {
                let index = place.make(fields).map_err(|error| place.named(error))?;
                index.fill(register, packs, &mut progress).map_err(|error| place.named(error))?;
                index
            }
        };
        drop(lock);
        Ok(index)
    }

    /// An index of a register in memory.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub fn in_memory(register: &Register, packs: &Packs) -> Result<Self, SearchError> {
        let fields = Fields::of(packs);
        let nowhere = Place { folder: Path::new("memory"), of_form: PathBuf::new() };
        let make = || {
            let parts = Entry::ALL.iter().map(|_| Part::make(&fields, None)).collect::<Result<_, _>>()?;
            let index = Self::of(fields.clone(), parts, None);
            index.fill(register, packs, &mut |_, _| {})?;
            Ok(index)
        };
        make().map_err(|error| nowhere.named(error))
    }

    pub(crate) fn of(fields: Fields, parts: Vec<Part>, folder: Option<PathBuf>) -> Self {
        Self { fields, parts, folder, behind: Mutex::default() }
    }

    /// Why it may be behind the register; `None` where it is level with it.
    pub fn behind(&self) -> Option<Behind> {
        *self.held()
    }

    fn held(&self) -> MutexGuard<'_, Option<Behind>> {
        self.behind.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers why it is behind.
    fn stay(&self, behind: Option<Behind>) {
        *self.held() = behind;
    }

    /// Takes in what has changed in the register since; where that cannot be now, [`Self::behind`] says why. Meanwhile others look
    /// things up in what was there before.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub fn catch_up(&self, register: &Register, packs: &Packs) -> Result<(), SearchError> {
        let mut behind = self.held();
        if self.is_level(register)? {
            *behind = None;
            return Ok(());
        }
        let folder = self.folder.clone().unwrap_or_default();
        let place = Place { folder: &folder, of_form: folder.join(self.fields.version()) };
        let lock = self.folder.is_some().then(|| place.lock()).transpose();
        // Another process may have taken it in.
        let looked = self.parts.iter().try_for_each(Part::look);
        *behind = match lock {
            _ if looked.is_err() => Some(Behind::Failed),
            Ok(_held) => self.level(register, packs, &mut |_, _| {}).map_err(|error| place.named(error))?,
            Err(behind) => Some(behind),
        };
        Ok(())
    }

    /// Follows the register as far as the index can be written.
    fn level(
        &self,
        register: &Register,
        packs: &Packs,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Option<Behind>, Trouble> {
        match self.follow(register, packs, progress) {
            Ok(()) => Ok(None),
            Err(Trouble::Index(_)) => Ok(Some(Behind::Failed)),
            Err(other) => Err(other),
        }
    }

    /// How far all parts have come at least; `None` where one was never finished.
    pub(crate) fn mark(&self) -> Option<Mark> {
        let marks: Option<Vec<Mark>> = self.parts.iter().map(Part::mark).collect();
        marks?.into_iter().min()
    }

    fn is_level(&self, register: &Register) -> Result<bool, SearchError> {
        Ok(self.lag(register, 1)? == 0)
    }

    /// How many changes of the register are not in it yet; it counts no further than `most`.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub fn lag(&self, register: &Register, most: usize) -> Result<usize, SearchError> {
        let after = self.mark().map_or(0, |mark| mark.change);
        Ok(usize::try_from(register.store().last_change()? - after).unwrap_or(0).min(most))
    }
}
