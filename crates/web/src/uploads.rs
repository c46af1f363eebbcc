//! Documents that somebody sends: read, kept, and those that are refused remembered until they are dismissed.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::ErrorKind::NotFound;
use std::io::{BufReader, Read as _};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use axum::extract::Multipart;
use axum::http::HeaderMap;
use document::PartialDate;
use intake::files;
use intake::follow::guarded;
use register::{Deposit, DocumentId, Origin, PackReader, Read};
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::guard::Signed;
use crate::problem::Problem;

/// A document has so many bytes at most.
pub(crate) const DOCUMENT_BYTES: usize = 16 << 20;
/// So many refused documents are remembered.
const REMEMBERED: usize = 50;
/// What the name of the file that remembers them has behind that of the register.
const ENDING: &str = ".refused.json";
/// The longest such file, in bytes.
const LONGEST: u64 = 4 << 20;

/// A document that was refused.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Refused {
    /// Its name.
    pub(crate) name: String,
    /// Why.
    pub(crate) why: String,
    /// When, in milliseconds since 1970.
    pub(crate) at_ms: i64,
}

/// Those that were refused, the latest first, in a file beside the register's: who comes back the next day is still told.
pub(crate) struct Uploads {
    refused: Mutex<VecDeque<Refused>>,
    file: PathBuf,
}

impl Uploads {
    /// Those of a register, by the path of its file.
    pub(crate) fn of(register: &Path) -> Self {
        let mut file = register.as_os_str().to_owned();
        file.push(ENDING);
        let file = PathBuf::from(file);
        let told = File::open(&file).map(|told| serde_json::from_reader(BufReader::new(told.take(LONGEST))));
        let refused = match told {
            Ok(Ok(refused)) => refused,
            Ok(Err(error)) => {
                tracing::warn!("{}: what it holds of refused documents is not readable: {error}", file.display());
                VecDeque::new()
            }
            Err(_) => VecDeque::new(),
        };
        Self { refused: Mutex::new(refused), file }
    }

    /// All that are remembered.
    pub(crate) fn refused(&self) -> Vec<Refused> {
        self.all().iter().cloned().collect()
    }

    /// Forgets them.
    pub(crate) fn dismiss(&self, _: &Signed) {
        let mut all = self.all();
        all.clear();
        self.write(&all);
    }

    /// Remembers some.
    pub(crate) fn remember(&self, refused: impl IntoIterator<Item = Refused>) {
        let mut refused = refused.into_iter().peekable();
        if refused.peek().is_none() {
            return;
        }
        let mut all = self.all();
        for refused in refused {
            all.push_front(refused);
            all.truncate(REMEMBERED);
        }
        self.write(&all);
    }

    /// Writes them, whole or not at all. Where that fails they are remembered until the program ends.
    fn write(&self, all: &VecDeque<Refused>) {
        let written = if all.is_empty() {
            fs::remove_file(&self.file).or_else(|error| if error.kind() == NotFound { Ok(()) } else { Err(error) })
        } else {
            let new = self.file.with_extension("new");
            serde_json::to_vec(all)
                .map_err(Into::into)
                .and_then(|json| fs::write(&new, json))
                .and_then(|()| fs::rename(new, &self.file))
        };
        if let Err(error) = written {
            tracing::warn!("{}: refused documents cannot be remembered: {error}", self.file.display());
        }
    }

    fn all(&self) -> MutexGuard<'_, VecDeque<Refused>> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What somebody sends.
pub(crate) struct Sent {
    signed: Signed,
    /// Each with its name.
    files: Vec<(String, Vec<u8>)>,
    /// What was written into the form itself.
    written: Option<String>,
    /// What is known of all of them.
    origin: Origin,
}

/// Reads what a form sends, piece by piece; the secret must come before the documents.
pub(crate) async fn sent(desk: &Desk, headers: &HeaderMap, mut form: Multipart) -> Result<Sent, Problem> {
    let broken = |error: axum::extract::multipart::MultipartError| match error.status().as_u16() {
        413 => Problem::TooMuch,
        _ => Problem::Unclear("what was sent breaks off; send it again".to_owned()),
    };
    let mut signed = Signed::check(&desk.token, None, headers).ok();
    let (mut files, mut origin, mut written) = (Vec::new(), Origin::default(), None);
    while let Some(field) = form.next_field().await.map_err(broken)? {
        let name = field.name().unwrap_or_default().to_owned();
        let file = field.file_name().map(own_name);
        if name == "file" {
            // What nobody may write is not read either.
            if signed.is_none() {
                return Err(Problem::Foreign);
            }
            let bytes = field.bytes().await.map_err(broken)?;
            let file = file.unwrap_or_default();
            if !(bytes.is_empty() && file.is_empty()) {
                files.push((file, bytes.to_vec()));
            }
            continue;
        }
        let text = field.text().await.map_err(broken)?;
        let text = text.trim();
        if text.is_empty() {
            continue;
        }
        let told = Some(text.to_owned());
        match &*name {
            "token" => signed = Some(Signed::check(&desk.token, Some(text), headers)?),
            "source" => origin.source = told,
            "address" => origin.address = told,
            "language" => origin.language = told,
            "format" => origin.format = told,
            "published" => {
                let date: PartialDate = text
                    .parse()
                    .map_err(|_| Problem::Unclear(format!("`{text}` is no day; write 2026-01-14, 2026-01 or 2026")))?;
                origin.published = Some(date);
            }
            "text" => written = told,
            _ => {}
        }
    }
    Ok(Sent { signed: signed.ok_or(Problem::Foreign)?, files, written, origin })
}

/// The name of a file without the folders before it.
fn own_name(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
}

/// Keeps what was sent, as one change; gives the documents that are in the register now, and how many were refused. These are
/// remembered.
pub(crate) fn keep(desk: &Desk, sent: Sent) -> Result<(Vec<DocumentId>, usize), Problem> {
    let now_ms = desk.now_ms();
    let (mut deposits, mut wrong) = (Vec::new(), Vec::new());
    for (name, bytes) in sent.files {
        let origin = Origin { name: name.clone(), ..sent.origin.clone() };
        let settings = files::Settings { origin, limit_bytes: DOCUMENT_BYTES, now_ms };
        let (found, errors) = files::all(bytes, None, &settings);
        if found.is_empty() && errors.is_empty() {
            wrong.push((name.clone(), "it holds nothing that is read".to_owned()));
        }
        deposits.extend(found);
        wrong.extend(errors.into_iter().map(|error| (name.clone(), error.to_string())));
    }
    deposits.extend(sent.written.map(|text| {
        let origin = Origin { name: "text".to_owned(), ..sent.origin };
        Deposit::new(text, origin, now_ms)
    }));
    let n_broken = wrong.len();
    desk.uploads.remember(wrong.into_iter().map(|(name, why)| Refused { name, why, at_ms: now_ms }));
    let (ids, n_refused) = keep_all(desk, &sent.signed, deposits)?;
    Ok((ids, n_broken + n_refused))
}

/// Keeps what can be read of some documents, as one change; gives those, and how many were refused. These are remembered.
pub(crate) fn keep_all(
    desk: &Desk,
    signed: &Signed,
    deposits: Vec<Deposit>,
) -> Result<(Vec<DocumentId>, usize), Problem> {
    let now_ms = desk.now_ms();
    let (mut kept, mut wrong): (Vec<Read>, Vec<Refused>) = (Vec::new(), Vec::new());
    for deposit in deposits {
        let name = deposit.origin().name;
        match read(desk, deposit) {
            Ok(read) => kept.push(read),
            Err(why) => wrong.push(Refused { name, why, at_ms: now_ms }),
        }
    }
    let n_refused = wrong.len();
    desk.uploads.remember(wrong);
    let ids = kept.iter().map(|read| read.deposit.id()).collect();
    if !kept.is_empty() {
        let reader = PackReader::new(desk.packs, NonZeroUsize::MIN);
        desk.registers.change(signed, |register| Ok(register.add(kept, &reader, now_ms)?))?;
    }
    Ok((ids, n_refused))
}

/// Keeps one document, or says why it is refused.
pub(crate) fn keep_one(desk: &Desk, signed: &Signed, deposit: Deposit) -> Result<DocumentId, Problem> {
    let now_ms = deposit.added_ms;
    let read = read(desk, deposit).map_err(Problem::Unclear)?;
    let id = read.deposit.id();
    let reader = PackReader::new(desk.packs, NonZeroUsize::MIN);
    desk.registers.change(signed, |register| Ok(register.add(vec![read], &reader, now_ms)?))?;
    Ok(id)
}

/// How a document reads; a mistake of the program costs this one alone.
fn read(desk: &Desk, deposit: Deposit) -> Result<Read, String> {
    if deposit.bytes.len() > DOCUMENT_BYTES {
        return Err(format!("it has more than {} MB; add it with `chancery add --limit`", DOCUMENT_BYTES >> 20));
    }
    let reading = guarded(|| register::read(desk.packs, &deposit).map_err(|error| error.to_string()))?;
    Ok(Read { reading: Some(reading), deposit })
}
