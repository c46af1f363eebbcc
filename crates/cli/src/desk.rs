//! A document that was found to one that is open, and to its reading, whatever comes.

use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::{Result, anyhow, bail};
use document::{Document, PartialDate};
use intake::files::{Found, Settings};
use packs::Packs;
use reader::Reading;

use crate::sources::Source;

/// With what, and how, documents are read.
pub(crate) struct Desk<'a> {
    pub(crate) packs: &'a Packs,
    pub(crate) settings: Settings,
}

/// A document that is open.
pub(crate) struct Opened {
    pub(crate) document: Document,
    /// The day of publication, where it was told.
    pub(crate) published: Option<PartialDate>,
}

impl Opened {
    /// How to read it.
    pub(crate) fn settings(&self) -> reader::Settings {
        reader::Settings { published: self.published }
    }
}

impl Desk<'_> {
    /// Opens the one document of a source.
    pub(crate) fn open(&self, source: &Source) -> Result<Opened> {
        let mut files = source.open(&self.settings)?;
        let Some(found) = files.next() else { bail!("{source}: holds no document; name another file") };
        let opened = self.open_found(found?)?;
        match files.next() {
            None => Ok(opened),
            Some(_) => bail!("{source}: holds several documents; take one out, and name that"),
        }
    }

    /// Opens a document that was found.
    pub(crate) fn open_found(&self, found: Found) -> Result<Opened> {
        let name = found.name().to_owned();
        guarded(&name, || {
            let deposit = found.deposit()?;
            let document = register::open(self.packs, &deposit)?;
            Ok(Opened { document, published: deposit.origin().published })
        })
    }

    /// Reads a document, and says what kept it from being read where no pack covers its language.
    pub(crate) fn read(&self, opened: &Opened) -> Result<(Reading, Option<String>)> {
        let document = &opened.document;
        let reading = guarded(document.name(), || Ok(reader::read(self.packs, document, &opened.settings())))?;
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
