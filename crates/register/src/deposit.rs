//! A document as it is kept: its bytes as they came, where they came from, and how to read them.

use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use document::{Document, Format, Habits, PartialDate};
use packs::Packs;
use reader::Reading;
use serde::{Deserialize, Serialize};

use crate::id::{DocumentId, original_name};
use crate::register::Reader;

/// The longest document that is read, in bytes.
pub const SIZE_LIMIT: usize = 1 << 30;

/// Where a document came from, and what whoever brought it knew of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Origin {
    /// The name under which it came: a file's path, a line of an archive.
    pub name: String,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Where it stands on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The day of publication, where it was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// When it was fetched, as RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retrieved: Option<String>,
    /// The language, where it was told (ISO 639-1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The form, where it was told: `plain`, `markdown` or `html`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// What came, where what is read is not its bytes (a PDF, a message): their SHA-256 in hexadecimal digits, by which they are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original: Option<String>,
    /// The status line and headers of the answer that it came in, as they came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headers: Option<String>,
}

impl Origin {
    /// The same, and of what it does not say itself, what is given. Its name, what it came in and its headers stay its own.
    #[must_use]
    pub fn or(self, given: &Self) -> Self {
        let given = given.clone();
        Self {
            source: self.source.or(given.source),
            address: self.address.or(given.address),
            published: self.published.or(given.published),
            retrieved: self.retrieved.or(given.retrieved),
            language: self.language.or(given.language),
            format: self.format.or(given.format),
            ..self
        }
    }
}

/// A document that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deposit {
    /// Its bytes as they are read: as they came, or what was taken out of `original`.
    pub bytes: Vec<u8>,
    /// The bytes as they came, where they are not those that are read. Once it is kept its origins name them, and this is empty.
    pub original: Option<Vec<u8>>,
    /// All places that it came from; one at least.
    pub origins: Vec<Origin>,
    /// When it was first added, in milliseconds since 1970.
    pub added_ms: i64,
}

impl Deposit {
    /// A document whose bytes are read as they came.
    pub fn new(bytes: impl Into<Vec<u8>>, origin: Origin, added_ms: i64) -> Self {
        Self { bytes: bytes.into(), original: None, origins: vec![origin], added_ms }
    }

    /// Names the bytes that came in all its origins; the document came from each in these.
    pub(crate) fn name_original(&mut self) {
        if let Some(original) = &self.original {
            let name = original_name(original);
            self.origins.iter_mut().for_each(|origin| origin.original = Some(name.clone()));
        }
    }

    /// Its name among documents.
    pub fn id(&self) -> DocumentId {
        DocumentId::of(&self.bytes)
    }

    /// The origin under which it is shown and read: of each fact the first that any origin tells, in their order.
    pub fn origin(&self) -> Origin {
        let mut origins: Vec<&Origin> = self.origins.iter().collect();
        origins.sort();
        let first = |of: fn(&Origin) -> &Option<String>| origins.iter().find_map(|origin| of(origin).clone());
        Origin {
            name: origins.first().map_or_else(String::new, |origin| origin.name.clone()),
            source: first(|origin| &origin.source),
            address: first(|origin| &origin.address),
            published: origins.iter().find_map(|origin| origin.published),
            retrieved: first(|origin| &origin.retrieved),
            language: first(|origin| &origin.language),
            format: first(|origin| &origin.format),
            original: first(|origin| &origin.original),
            headers: first(|origin| &origin.headers),
        }
    }

    /// Whether a further origin changes how the document is read.
    pub(crate) fn reads_otherwise(&self, with: &Self) -> bool {
        let how = |origin: Origin| (origin.name, origin.address, origin.published, origin.language, origin.format);
        how(self.origin()) != how(with.origin())
    }

    /// The form told of it.
    fn format(origin: &Origin) -> Option<Format> {
        match origin.format.as_deref()? {
            "plain" => Some(Format::Plain),
            "markdown" => Some(Format::Markdown),
            "html" => Some(Format::Html),
            _ => None,
        }
    }
}

/// Reads a document that is kept: a function of the document and the packs alone.
///
/// # Errors
///
/// What cannot be opened: binary files, encodings that do not fit.
pub fn read(packs: &Packs, deposit: &Deposit) -> Result<Reading, document::DocumentError> {
    let published = deposit.origin().published;
    Ok(reader::read(packs, &open(packs, deposit)?, &reader::Settings { published }))
}

/// Opens a document that is kept, as it is opened to be read.
///
/// # Errors
///
/// What cannot be opened: binary files, encodings that do not fit.
pub fn open(packs: &Packs, deposit: &Deposit) -> Result<Document, document::DocumentError> {
    opened(packs.habits(), deposit)
}

/// Opens a document. Its text is the same whatever the habits: only its blocks and sentences follow from them.
pub(crate) fn opened(habits: &Habits, deposit: &Deposit) -> Result<Document, document::DocumentError> {
    let origin = deposit.origin();
    let settings = document::Settings {
        language: origin.language.clone(),
        size_limit: SIZE_LIMIT,
        format: Deposit::format(&origin),
        address: origin.address.clone(),
    };
    document::open(&origin.name, &deposit.bytes, habits, &settings)
}

/// Reads documents that are kept with some packs, on some threads.
pub struct PackReader<'a> {
    packs: &'a Packs,
    threads: NonZeroUsize,
}

impl<'a> PackReader<'a> {
    /// Reads with these packs on so many threads.
    pub fn new(packs: &'a Packs, threads: NonZeroUsize) -> Self {
        Self { packs, threads }
    }

    /// How a document reads, whatever comes: what cannot be read is empty, and its notes say why.
    fn reading(&self, deposit: &Deposit) -> Reading {
        let why = match catch_unwind(AssertUnwindSafe(|| read(self.packs, deposit))) {
            Ok(Ok(reading)) => return reading,
            Ok(Err(error)) => error.to_string(),
            Err(_) => "the program failed on this document; report it together with the document".to_owned(),
        };
        Reading { document: deposit.origin().name, notes: vec![why], ..Reading::default() }
    }
}

impl Reader for PackReader<'_> {
    fn packs(&self) -> &str {
        self.packs.fingerprint()
    }

    fn read(&self, deposits: &[Deposit]) -> Vec<Reading> {
        let share = deposits.len().div_ceil(self.threads.get()).max(1);
        if deposits.len() < 2 {
            return deposits.iter().map(|deposit| self.reading(deposit)).collect();
        }
        thread::scope(|scope| {
            let readers = deposits.chunks(share).map(|share| {
                scope.spawn(move || share.iter().map(|deposit| self.reading(deposit)).collect::<Vec<_>>())
            });
            let readers: Vec<_> = readers.collect();
            readers.into_iter().flat_map(|reader| reader.join().expect("a failing document is caught")).collect()
        })
    }
}
