//! What comes to the register: each file a document, each line of an archive of JSON Lines too.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use document::PartialDate;
use register::{Deposit, Origin};
use serde::Deserialize;

use crate::sources::{Source, Sources};

/// A line of an archive.
#[derive(Deserialize)]
struct Record {
    /// The document itself.
    #[serde(alias = "html", alias = "body", alias = "content")]
    text: String,
    #[serde(alias = "id", alias = "document")]
    name: Option<String>,
    source: Option<String>,
    #[serde(alias = "url")]
    address: Option<String>,
    #[serde(alias = "date")]
    published: Option<PartialDate>,
    retrieved: Option<String>,
    #[serde(alias = "lang")]
    language: Option<String>,
    format: Option<String>,
}

/// All documents that the command line names, one by one. No more than one is held.
pub(crate) struct Incoming<'a> {
    sources: &'a mut Sources,
    origin: &'a Origin,
    limit_bytes: usize,
    now_ms: i64,
    archive: Option<Archive>,
}

struct Archive {
    path: PathBuf,
    lines: BufReader<File>,
    line: usize,
}

impl<'a> Incoming<'a> {
    /// Documents from `sources`, with what `origin` knows of all of them.
    pub(crate) fn new(sources: &'a mut Sources, origin: &'a Origin, limit_bytes: usize, now_ms: i64) -> Self {
        Self { sources, origin, limit_bytes, now_ms, archive: None }
    }

    fn deposit(&self, bytes: Vec<u8>, origin: Origin) -> Deposit {
        Deposit { bytes, origins: vec![origin], added_ms: self.now_ms }
    }

    /// The next line of the archive that is open; `None` at its end.
    fn line(&mut self) -> Option<Result<Deposit>> {
        let archive = self.archive.as_mut()?;
        // A record is the text with its quotes escaped and what is known of it.
        let most = 2 * self.limit_bytes as u64 + (1 << 16);
        let mut line = Vec::new();
        loop {
            line.clear();
            archive.line += 1;
            match archive.lines.by_ref().take(most).read_until(b'\n', &mut line) {
                Ok(0) => {
                    self.archive = None;
                    return None;
                }
                Ok(_) if line.iter().all(u8::is_ascii_whitespace) => {}
                Ok(_) => break,
                Err(error) => {
                    let path = archive.path.display().to_string();
                    self.archive = None;
                    return Some(Err(anyhow!("{path}: cannot be read ({error}); check that its disk is there")));
                }
            }
        }
        let place = format!("{}:{}", archive.path.display(), archive.line);
        if line.len() as u64 == most && line.last() != Some(&b'\n') {
            self.archive = None;
            return Some(Err(anyhow!(
                "{place}: is longer than the limit; raise --limit, or check that it is JSON Lines (the rest is left out)"
            )));
        }
        Some(self.record(&line, place))
    }

    fn record(&self, line: &[u8], place: String) -> Result<Deposit> {
        let record: Record = serde_json::from_slice(line).map_err(|error| {
            anyhow!(
                "{place}: is no document ({error}); write an object with \"text\" a line, see `chancery add --help`"
            )
        })?;
        if record.text.len() > self.limit_bytes {
            let size_bytes = record.text.len();
            return Err(
                document::DocumentError::TooLong { name: place, size_bytes, limit_bytes: self.limit_bytes }.into()
            );
        }
        let given = self.origin.clone();
        let origin = Origin {
            name: record.name.unwrap_or(place),
            source: record.source.or(given.source),
            address: record.address,
            published: record.published.or(given.published),
            retrieved: record.retrieved,
            language: record.language.or(given.language),
            format: record.format.or(given.format),
        };
        Ok(self.deposit(record.text.into_bytes(), origin))
    }

    fn open(&mut self, path: &Path) -> Result<()> {
        let file = File::open(path).map_err(|error| crate::sources::unreadable(path, &error))?;
        self.archive = Some(Archive { path: path.to_owned(), lines: BufReader::with_capacity(1 << 18, file), line: 0 });
        Ok(())
    }
}

impl Iterator for Incoming<'_> {
    type Item = Result<Deposit>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(line) = self.line() {
                return Some(line);
            }
            let source = match self.sources.next()? {
                Ok(source) => source,
                Err(error) => return Some(Err(error)),
            };
            match source.archive() {
                Some(path) => {
                    if let Err(error) = self.open(path) {
                        return Some(Err(error));
                    }
                }
                None => {
                    let origin = Origin { name: source.to_string(), ..self.origin.clone() };
                    return Some(self.bytes(&source).map(|bytes| self.deposit(bytes, origin)));
                }
            }
        }
    }
}

impl Incoming<'_> {
    /// Bytes of a file, refused where they are too many.
    fn bytes(&self, source: &Source) -> Result<Vec<u8>> {
        let bytes = source.bytes(self.limit_bytes)?;
        if bytes.len() > self.limit_bytes {
            let error = document::DocumentError::TooLong {
                name: source.to_string(),
                size_bytes: bytes.len(),
                limit_bytes: self.limit_bytes,
            };
            return Err(error.into());
        }
        Ok(bytes)
    }
}
