//! The index of one kind of entry.

use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use register::Change;
use serde::{Deserialize, Serialize};
use tantivy::directory::MmapDirectory;
use tantivy::indexer::IndexWriterOptions;
use tantivy::{
    Index, IndexReader, IndexSettings, IndexWriter, ReloadPolicy, Searcher, TantivyDocument, TantivyError, Term,
};

use crate::fields::Fields;
use crate::query::Entry;
use crate::read_only::ReadOnly;

/// How far an index has followed the register.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Mark {
    /// The number of the last change that is in it.
    pub(crate) change: i64,
    /// When that was and what it changed: with the number, it tells one register from another.
    at_ms: i64,
    entry: String,
    id: String,
}

impl Mark {
    pub(crate) fn of(change: Option<&Change>) -> Self {
        change.map_or_else(Self::default, |change| Self {
            change: change.n,
            at_ms: change.at_ms,
            entry: change.entry.clone(),
            id: change.id.clone(),
        })
    }
}

/// The index of one kind of entry.
pub(crate) struct Part {
    index: Index,
    reader: IndexReader,
    /// How far what the reader shows has come at least: another process may have written more since.
    shown: Mutex<Option<Mark>>,
}

/// How much is held in memory before it is written, in bytes: where much is written, and where little is.
const MUCH: usize = 160 << 20;
const LITTLE: usize = 16 << 20;

/// In an index with more entries than this, all cores look.
const LARGE: u64 = 100_000;

impl Part {
    /// An empty index in a folder, or in memory.
    pub(crate) fn make(fields: &Fields, folder: Option<&Path>) -> Result<Self, TantivyError> {
        let builder = Index::builder()
            .schema(fields.schema.clone())
            .settings(IndexSettings::default())
            .tokenizers(fields.tokenizers());
        let index = match folder {
            Some(folder) => {
                fs::create_dir_all(folder)?;
                builder.create_in_dir(folder)?
            }
            None => builder.create_in_ram()?,
        };
        Self::with(index)
    }

    /// The index of a folder; where that cannot be written, only to look things up.
    pub(crate) fn open(fields: &Fields, folder: &Path, read_only: bool) -> Result<Self, TantivyError> {
        let directory = MmapDirectory::open(folder)?;
        let mut index = if read_only { Index::open(ReadOnly(directory))? } else { Index::open(directory)? };
        if index.schema() != fields.schema {
            return Err(TantivyError::SchemaError("of another form".to_owned()));
        }
        index.set_tokenizers(fields.tokenizers());
        Self::with(index)
    }

    fn with(mut index: Index) -> Result<Self, TantivyError> {
        let reader = |index: &Index| index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into();
        let mut opened: IndexReader = reader(&index)?;
        if opened.searcher().num_docs() > LARGE {
            index.set_default_multithread_executor()?;
            opened = reader(&index)?;
        }
        let part = Self { index, reader: opened, shown: Mutex::default() };
        part.look()?;
        Ok(part)
    }

    /// How far it has come, as far as it shows; `None` where nothing was ever finished.
    pub(crate) fn mark(&self) -> Option<Mark> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Shows what was written last, by whatever process.
    pub(crate) fn look(&self) -> Result<(), TantivyError> {
        // Read before the rest: so no more is said to be shown than is.
        let mark = self.index.load_metas()?.payload.and_then(|mark| serde_json::from_str(&mark).ok());
        self.reader.reload()?;
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = mark;
        Ok(())
    }

    /// What is in it.
    pub(crate) fn searcher(&self) -> Searcher {
        self.reader.searcher()
    }

    /// Begins to write into it: `much`, or only what is new.
    pub(crate) fn writer(&self, entry: Entry, much: bool) -> Result<IndexWriter, TantivyError> {
        let many = matches!(entry, Entry::Engagement | Entry::Claim | Entry::Document);
        let options = IndexWriterOptions::builder()
            .num_worker_threads(1)
            .num_merge_threads(1)
            .memory_budget_per_thread(if much && many { MUCH } else { LITTLE })
            .build();
        self.index.writer_with_options(options)
    }

    /// Makes what was written last, and shows it.
    pub(crate) fn finish(&self, mut writer: IndexWriter, mark: &Mark, much: bool) -> Result<(), TantivyError> {
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&serde_json::to_string(mark).expect("a mark is plain"));
        commit.commit()?;
        if much {
            writer.wait_merging_threads()?;
        }
        self.look()
    }
}

/// What is written into all parts.
pub(crate) struct Writers<'a> {
    fields: &'a Fields,
    writers: Vec<Option<IndexWriter>>,
    parts: &'a [Part],
    /// Whether everything is new: then nothing has to be taken out.
    fresh: bool,
}

impl<'a> Writers<'a> {
    pub(crate) fn new(fields: &'a Fields, parts: &'a [Part], fresh: bool) -> Self {
        Self { fields, writers: parts.iter().map(|_| None).collect(), parts, fresh }
    }

    fn of(&mut self, entry: Entry) -> Result<&mut IndexWriter, TantivyError> {
        let at = entry as usize;
        if self.writers[at].is_none() {
            self.writers[at] = Some(self.parts[at].writer(entry, self.fresh)?);
        }
        Ok(self.writers[at].as_mut().expect("it was just made"))
    }

    /// Puts in what there is now of an entry of the register, in place of what there was.
    pub(crate) fn put(
        &mut self,
        entry: Entry,
        owner: &str,
        now: impl IntoIterator<Item = TantivyDocument>,
    ) -> Result<(), TantivyError> {
        let owner = Term::from_field_text(self.fields.owner, owner);
        let fresh = self.fresh;
        let writer = self.of(entry)?;
        if !fresh {
            writer.delete_term(owner);
        }
        for document in now {
            writer.add_document(document)?;
        }
        Ok(())
    }

    /// Makes everything last.
    pub(crate) fn finish(mut self, mark: &Mark) -> Result<(), TantivyError> {
        for entry in Entry::ALL {
            self.of(entry)?;
        }
        for (part, writer) in self.parts.iter().zip(std::mem::take(&mut self.writers)) {
            part.finish(writer.expect("all are there"), mark, self.fresh)?;
        }
        Ok(())
    }
}
