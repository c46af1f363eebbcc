//! Where an index is kept, and who may write there.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};

use register::Register;
use tantivy::TantivyError;

use crate::error::{SearchError, Trouble};
use crate::fields::Fields;
use crate::index::{Behind, Index};
use crate::part::{Mark, Part};
use crate::query::Entry;

/// Where an index is kept.
pub(crate) struct Place<'a> {
    pub(crate) folder: &'a Path,
    /// The folder inside it for indexes of this form.
    pub(crate) of_form: PathBuf,
}

impl Place<'_> {
    pub(crate) fn named(&self, trouble: Trouble) -> SearchError {
        match trouble {
            Trouble::Index(error) => self.failed("writing the index", error),
            Trouble::Other(error) => error,
        }
    }

    fn failed(&self, doing: &'static str, error: TantivyError) -> SearchError {
        SearchError::Failed { place: self.folder.to_owned(), doing, source: error.into() }
    }

    /// Where the index of a kind of entry is.
    fn part(&self, entry: Entry) -> PathBuf {
        self.of_form.join(entry.as_str())
    }

    /// The index that is there, if it is whole and of this register.
    pub(crate) fn existing(&self, fields: &Fields, register: &Register) -> Result<Option<Index>, SearchError> {
        let open = |read_only| {
            let open = |entry| Part::open(fields, &self.part(entry), read_only).ok();
            Entry::ALL.into_iter().map(open).collect::<Option<Vec<Part>>>()
        };
        if !self.of_form.exists() {
            return Ok(None);
        }
        let Some(parts) = open(false).or_else(|| open(true)) else { return Ok(None) };
        let index = Index::of(fields.clone(), parts, Some(self.folder.to_owned()));
        let mut marks: Vec<Mark> = Vec::new();
        for part in &index.parts {
            let Some(mark) = part.mark() else { return Ok(None) };
            marks.push(mark);
        }
        for mark in marks.iter().filter(|mark| mark.change > 0) {
            let change = register.store().changes(mark.change - 1, 1)?;
            if Mark::of(change.first()) != *mark {
                return Ok(None);
            }
        }
        Ok(Some(index))
    }

    /// Keeps others from writing.
    pub(crate) fn lock(&self) -> Result<File, Behind> {
        fs::create_dir_all(self.folder).map_err(|_| Behind::ReadOnly)?;
        let path = self.folder.join("lock");
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(path);
        let file = file.map_err(|_| Behind::ReadOnly)?;
        file.try_lock().map_err(|_| Behind::Held)?;
        Ok(file)
    }

    /// An empty index in place of whatever is there, of this form or another.
    pub(crate) fn make(&self, fields: Fields) -> Result<Index, Trouble> {
        for other in fs::read_dir(self.folder).map_err(TantivyError::from)?.flatten() {
            if other.path().is_dir() {
                // One that another process still reads may stay; it is in nobody's way.
                let _ = fs::remove_dir_all(other.path());
            }
        }
        let make = |entry| Part::make(&fields, Some(&self.part(entry)));
        let parts = Entry::ALL.into_iter().map(make).collect::<Result<_, _>>()?;
        Ok(Index::of(fields, parts, Some(self.folder.to_owned())))
    }
}
