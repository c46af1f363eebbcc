//! A source to a document and its reading, whatever comes.

use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::{Result, anyhow};
use document::Document;
use packs::Packs;
use reader::Reading;

use crate::sources::Source;

/// With what, and how, documents are read.
pub(crate) struct Desk<'a> {
    pub(crate) packs: &'a Packs,
    pub(crate) document: document::Settings,
    pub(crate) reader: reader::Settings,
}

impl Desk<'_> {
    /// Opens a source.
    pub(crate) fn open(&self, source: &Source) -> Result<Document> {
        let bytes = source.bytes(self.document.size_limit)?;
        let name = source.to_string();
        guarded(&name, || Ok(document::open(&name, &bytes, self.packs.habits(), &self.document)?))
    }

    /// Reads a document, and says what kept it from being read where no pack covers its language.
    pub(crate) fn read(&self, document: &Document) -> Result<(Reading, Option<String>)> {
        let reading = guarded(document.name(), || Ok(reader::read(self.packs, document, &self.reader)))?;
        let uncovered = document.language_index().is_none().then(|| self.uncovered(document));
        Ok((reading, uncovered))
    }

    fn uncovered(&self, document: &Document) -> String {
        let language = document.language().map_or_else(
            || "its language cannot be told".to_owned(),
            |code| format!("no pack covers its language `{code}`"),
        );
        let covered: Vec<&str> = self.packs.languages.iter().map(|language| language.code.as_str()).collect();
        let covered = covered.join(", ");
        format!(
            "{}: {language}, so nothing was read; add a pack, or name its language with --lang if it is one of {covered}",
            document.name()
        )
    }
}

/// Runs `work` on a document so that a mistake of the program costs this document alone.
pub(crate) fn guarded<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(anyhow!("{name}: the program failed on this document; report it together with the document"))
    })
}
