//! All that typst sees: the template, the files of one paper, and the fonts.

use std::collections::HashMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::FONTS;
use crate::print::{FontFile, PrintError};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static OWN: LazyLock<Vec<Font>> =
    LazyLock::new(|| FONTS.iter().flat_map(|font| Font::iter(Bytes::new(*font))).collect());

/// The fonts in the program, and others.
pub(super) fn fonts(others: &[FontFile]) -> Result<Vec<Font>, PrintError> {
    let mut fonts = OWN.clone();
    for file in others {
        let before = fonts.len();
        fonts.extend(Font::iter(Bytes::new(file.bytes.clone())));
        if fonts.len() == before {
            return Err(PrintError::Font(file.name.clone()));
        }
    }
    Ok(fonts)
}

/// Where one paper is set. Nothing is read from disk, clock or net.
pub(super) struct Desk {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: Source,
    files: HashMap<FileId, Bytes>,
}

impl Desk {
    /// Lays out the files of a paper by their names.
    pub(super) fn new(fonts: Vec<Font>, files: Vec<(String, Vec<u8>)>) -> Self {
        Self {
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            main: Source::new(file_id("paper.typ"), include_str!("paper.typ").to_owned()),
            files: files.into_iter().map(|(name, bytes)| (file_id(&name), Bytes::new(bytes))).collect(),
        }
    }
}

/// The identifier of a file.
fn file_id(name: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).expect("names are plain")).intern()
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// What typst says of its errors.
pub(super) fn told(errors: &[SourceDiagnostic]) -> PrintError {
    let messages: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    PrintError::Setting(messages.join("; "))
}
