//! Files and archives, known by what they hold and not by their names: one document after the other comes out of them.
//!
//! [`Files`] opens a file and, where it is an archive, what is in it, one inside the other; what comes out is [`Found`], whose
//! [`deposit`](Found::deposit) does the rest of the work on any thread. No more than one document of an archive is held, whatever
//! the archive's size, and nothing is written anywhere. What is wrong with one record is told, and the next one comes.

mod docx;
pub(crate) mod http;
pub(crate) mod known;
mod lines;
mod mbox;
mod message;
mod packed;
mod parquet;
mod pdf;
mod record;
mod simple;
mod source;
mod warc;
mod zip;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use register::{Deposit, Origin};

use crate::error::IntakeError;
use known::{Ending, Kind, Type, UNPACK};
use source::Source;

/// How deep archives may lie in each other: a ZIP in a ZIP, mailboxes in both, messages in these with a ZIP.
const DEEPEST: usize = 6;
/// How deep ZIP files may lie in each other.
const DEEPEST_ZIP: usize = 2;
/// The most that is held of an archive that lies in another one and has to be read from several places.
const HELD_BYTES: usize = 64 << 20;

/// How files are taken in.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What is known of all that come; a record that says more of itself counts more, but for its name.
    pub origin: Origin,
    /// The longest document, in bytes, and the longest file that one is read out of.
    pub limit_bytes: usize,
    /// The time, in milliseconds since 1970.
    pub now_ms: i64,
}

/// A document that was found, before it is read out of its format.
#[derive(Debug)]
pub struct Found {
    origin: Origin,
    bytes: Vec<u8>,
    original: Option<Vec<u8>>,
    form: Form,
    settings: (usize, i64),
}

/// How the bytes of a document become those that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    AsItIs,
    Docx,
    Pdf,
}

/// Something in an archive, or the file itself.
struct Member {
    /// What is known of it; its name is that under which errors tell of it.
    origin: Origin,
    source: Source,
    /// What it was taken out of.
    original: Option<Vec<u8>>,
    claim: Claim,
}

/// What is told of a member beside its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Claim {
    /// It is to be read: somebody has named it.
    Named,
    /// Its name tells whether it is to be read.
    Inside,
    /// A type that came with it.
    Typed(Type),
    /// It is text, whatever it begins with.
    Text,
}

/// What comes out of an archive.
#[expect(clippy::large_enum_variant, reason = "there is one at a time, and most are members")]
enum Step {
    /// Something that may be a document or an archive.
    Member(Member),
    /// Something that is neither, said in the singular.
    PassedOver(&'static str),
}

/// An archive that is open.
trait Archive: Send {
    /// What comes next; `None` at the end. After an error there may be more.
    fn next(&mut self) -> Option<Result<Step, IntakeError>>;

    /// Whether it is a ZIP.
    fn is_zip(&self) -> bool {
        false
    }
}

/// All documents of a file, one by one.
pub struct Files {
    /// What is still to be opened.
    first: Option<Member>,
    /// The archives that are open, the innermost last.
    open: Vec<Box<dyn Archive>>,
    settings: Settings,
    passed_over: BTreeMap<&'static str, usize>,
}

impl Files {
    /// The documents of a file on the disk.
    ///
    /// # Errors
    ///
    /// Where it cannot be opened.
    pub fn open(path: &Path, settings: &Settings) -> Result<Self, IntakeError> {
        let name = path.display().to_string();
        let opened = File::open(path).and_then(|file| file.metadata().map(|about| (file, about)));
        let (file, about) = opened.map_err(|error| IntakeError::reading(&*name, error))?;
        if about.is_dir() {
            return Err(IntakeError::reading(name, std::io::ErrorKind::IsADirectory.into()));
        }
        Ok(Self::new(name, Source::File(file), Claim::Named, settings))
    }

    /// The documents of what comes on a stream, called by a name.
    pub fn stream(name: impl Into<String>, stream: impl Read + Send + 'static, settings: &Settings) -> Self {
        Self::new(name.into(), Source::Stream(Box::new(stream)), Claim::Named, settings)
    }

    /// The documents of some bytes, of which `settings.origin` tells all that is known, its name too, and `content_type` what they were
    /// said to be, where somebody said so.
    pub fn bytes(bytes: Vec<u8>, content_type: Option<&str>, settings: &Settings) -> Self {
        let claim = content_type.map_or(Claim::Named, |of| Claim::Typed(known::content_type(of)));
        Self::new(settings.origin.name.clone(), Source::Bytes(bytes), claim, settings)
    }

    fn new(name: String, source: Source, claim: Claim, settings: &Settings) -> Self {
        let origin = Origin { name, ..settings.origin.clone() };
        let first = Some(Member { origin, source, original: None, claim });
        Self { first, open: Vec::new(), settings: settings.clone(), passed_over: BTreeMap::new() }
    }

    /// What was seen so far and is no document, in the singular, with how often it was seen.
    pub fn passed_over(&self) -> &BTreeMap<&'static str, usize> {
        &self.passed_over
    }

    fn pass_over(&mut self, what: &'static str) {
        *self.passed_over.entry(what).or_default() += 1;
    }

    /// Opens a member: a document comes out, or it becomes the innermost archive.
    fn enter(&mut self, mut member: Member) -> Result<Option<Found>, IntakeError> {
        match member.claim {
            Claim::Text => return self.found(member, Form::AsItIs).map(Some),
            Claim::Typed(Type::Unread) => {
                self.pass_over("file of another type");
                return Ok(None);
            }
            _ => {}
        }
        let name = member.origin.name.clone();
        let ending = known::ending(&name);
        if member.claim == Claim::Inside && ending == Ending::Unread {
            self.pass_over("other file");
            return Ok(None);
        }
        let head = member.source.head().map_err(|error| IntakeError::reading(&*name, error))?;
        let mut kind = known::kind(&head);
        match member.claim {
            Claim::Named | Claim::Inside => match ending {
                Ending::Read(named) if kind == Kind::Text => kind = plausible(named),
                Ending::Unknown if member.claim == Claim::Inside && matches!(kind, Kind::Text | Kind::Other(..)) => {
                    self.pass_over("other file");
                    return Ok(None);
                }
                _ => {}
            },
            Claim::Typed(Type::Unsaid) if kind == Kind::Text => {
                self.pass_over("file of another type");
                return Ok(None);
            }
            Claim::Typed(Type::Message) if kind == Kind::Text => kind = Kind::Message,
            Claim::Typed(_) | Claim::Text => {}
        }
        self.enter_kind(member, kind, &head)
    }

    fn enter_kind(&mut self, member: Member, kind: Kind, head: &[u8]) -> Result<Option<Found>, IntakeError> {
        let limit = self.settings.limit_bytes;
        let name = member.origin.name.clone();
        let archive: Box<dyn Archive> = match kind {
            Kind::Text | Kind::Html => return self.found(member, Form::AsItIs).map(Some),
            Kind::Pdf => return self.found(member, Form::Pdf).map(Some),
            Kind::Other(what, mend) => return Err(IntakeError::broken(member.origin.name, format!("is {what}"), mend)),
            Kind::JsonLines => Box::new(lines::Lines::new(member, limit)),
            Kind::Mbox => Box::new(mbox::Mbox::new(member, limit)),
            Kind::Message => Box::new(message::open(member, limit)?),
            Kind::Parquet => Box::new(parquet::Rows::open(member, limit)?),
            Kind::Warc => Box::new(warc::Warc::new(member, limit, packed::Packing::None)),
            Kind::Gzip | Kind::Zstd => packed::open(member, kind, head, limit)?,
            Kind::Zip => match zip::open(member)? {
                zip::Opened::Docx(member) => return self.found(member, Form::Docx).map(Some),
                zip::Opened::Zip(zip) => Box::new(zip),
            },
        };
        if self.open.len() >= DEEPEST {
            return Err(IntakeError::refused(name, "archives lie too deep in each other", UNPACK));
        }
        if archive.is_zip() && self.open.iter().filter(|open| open.is_zip()).count() >= DEEPEST_ZIP {
            return Err(IntakeError::refused(name, "ZIP files lie too deep in each other", UNPACK));
        }
        self.open.push(archive);
        Ok(None)
    }

    /// A document with its bytes.
    fn found(&self, member: Member, form: Form) -> Result<Found, IntakeError> {
        let limit = self.settings.limit_bytes;
        let Member { mut origin, source, original, claim } = member;
        if let Claim::Typed(Type::Text(format)) = claim {
            origin.format = Some(format.to_owned());
        }
        let bytes = source.all(limit).map_err(|error| IntakeError::reading(&*origin.name, error))?;
        let bytes = bytes.map_err(|size_bytes| IntakeError::too_long(&*origin.name, size_bytes, limit))?;
        Ok(Found { origin, bytes, original, form, settings: (limit, self.settings.now_ms) })
    }
}

/// What a file is whose bytes say nothing: what its name says, where such a file may begin in any way.
fn plausible(named: Kind) -> Kind {
    match named {
        Kind::JsonLines | Kind::Message => named,
        _ => Kind::Text,
    }
}

impl Iterator for Files {
    type Item = Result<Found, IntakeError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let member = match self.first.take() {
                Some(member) => member,
                None => match self.open.last_mut()?.next() {
                    None => {
                        self.open.pop();
                        continue;
                    }
                    Some(Ok(Step::PassedOver(what))) => {
                        self.pass_over(what);
                        continue;
                    }
                    Some(Ok(Step::Member(member))) => member,
                    Some(Err(error)) => return Some(Err(error)),
                },
            };
            if let Some(found) = self.enter(member).transpose() {
                return Some(found);
            }
        }
    }
}

impl Found {
    /// The name under which it came.
    pub fn name(&self) -> &str {
        &self.origin.name
    }

    /// The document as a register keeps it.
    ///
    /// # Errors
    ///
    /// Where nothing can be read out of its format.
    pub fn deposit(self) -> Result<Deposit, IntakeError> {
        let Self { mut origin, bytes, original, form, settings: (limit_bytes, now_ms) } = self;
        let read = match form {
            Form::AsItIs => return Ok(Deposit { original, ..Deposit::new(bytes, origin, now_ms) }),
            Form::Docx => docx::read(&origin.name, &bytes, limit_bytes)?,
            Form::Pdf => pdf::read(&origin.name, &bytes, limit_bytes)?,
        };
        origin.format = Some("html".to_owned());
        Ok(Deposit { original: Some(original.unwrap_or(bytes)), ..Deposit::new(read, origin, now_ms) })
    }
}

/// Whether a file of a folder is one of those that are read: told by its ending, and where that is not known by its first bytes.
pub fn is_read(path: &Path) -> bool {
    is_read_by_name(path).unwrap_or_else(|| {
        let head = File::open(path).and_then(|file| Source::File(file).head());
        head.is_ok_and(|head| !matches!(known::kind(&head), Kind::Text | Kind::Other(..)))
    })
}

/// The same by its ending alone, so that it need not be opened; `None` where that says nothing.
pub fn is_read_by_name(path: &Path) -> Option<bool> {
    match known::ending(&path.to_string_lossy()) {
        Ending::Read(_) => Some(true),
        Ending::Unread => Some(false),
        Ending::Unknown => None,
    }
}

/// So many documents are taken of bytes that come at once: an archive can hold more than memory does.
const MOST: usize = 1000;
/// And so many bytes of them, unpacked.
const MOST_BYTES: usize = 256 << 20;

/// The documents of some bytes, of a file that was sent or of the answer of a server, with what is wrong with others; see
/// [`Files::bytes`]. Of an archive with very many the first come, and the last that is wrong says so.
pub fn all(bytes: Vec<u8>, content_type: Option<&str>, settings: &Settings) -> (Vec<Deposit>, Vec<IntakeError>) {
    let (mut deposits, mut wrong, mut size_bytes) = (Vec::new(), Vec::new(), 0);
    for found in Files::bytes(bytes, content_type, settings) {
        if deposits.len() + wrong.len() == MOST || size_bytes > MOST_BYTES {
            let more = "holds more documents than are taken at once, and the rest is left out";
            wrong.push(IntakeError::broken(
                &*settings.origin.name,
                more,
                "save it and add the file: `chancery add FILE`",
            ));
            break;
        }
        match found.and_then(Found::deposit) {
            Ok(deposit) => {
                size_bytes += deposit.bytes.len() + deposit.original.as_ref().map_or(0, Vec::len);
                deposits.push(deposit);
            }
            Err(error) => wrong.push(error),
        }
    }
    (deposits, wrong)
}
