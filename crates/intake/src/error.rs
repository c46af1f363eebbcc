//! What can be wrong with what comes in.

use std::io;

/// What is wrong with a file, or with one record of an archive: the others come all the same.
#[derive(Debug, thiserror::Error)]
pub enum IntakeError {
    /// A document that cannot be read.
    #[error(transparent)]
    Document(#[from] document::DocumentError),
    /// The system does not give what it should.
    #[error("{place}: cannot be read ({source}); {mend}")]
    Unreadable {
        /// The file, with the record and its first byte where it is an archive.
        place: String,
        /// What the system says.
        source: io::Error,
        /// What to do about it.
        mend: &'static str,
    },
    /// It is damaged, or not what it seems.
    #[error("{place}: {problem}; {mend}")]
    Broken {
        /// The file, with the record and its first byte where it is an archive.
        place: String,
        /// What is wrong.
        problem: String,
        /// What to do about it.
        mend: &'static str,
    },
    /// It would do harm: fill the memory, or lead out of its archive.
    #[error("{place}: {problem}, so it is refused; {mend}")]
    Refused {
        /// The file, with the record and its first byte where it is an archive.
        place: String,
        /// What it would do.
        problem: String,
        /// What to do about it.
        mend: &'static str,
    },
}

impl IntakeError {
    pub(crate) fn broken(place: impl Into<String>, problem: impl Into<String>, mend: &'static str) -> Self {
        Self::Broken { place: place.into(), problem: problem.into(), mend }
    }

    pub(crate) fn refused(place: impl Into<String>, problem: impl Into<String>, mend: &'static str) -> Self {
        Self::Refused { place: place.into(), problem: problem.into(), mend }
    }

    /// What opening or reading some bytes has ended with.
    pub fn reading(place: impl Into<String>, error: io::Error) -> Self {
        let place = place.into();
        if error.get_ref().is_some_and(|inner| inner.is::<Bomb>()) {
            return Self::refused(place, Bomb.to_string(), "unpack it by hand if you know that it is sound");
        }
        let mend = match error.kind() {
            io::ErrorKind::NotFound => {
                return Self::broken(place, "there is no such file or folder", "check the name and the folder");
            }
            io::ErrorKind::PermissionDenied => "ask its owner for leave to read it",
            io::ErrorKind::IsADirectory => "name a file in it",
            io::ErrorKind::UnexpectedEof => "it ends early: fetch it again",
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput => "it is damaged: fetch it again",
            _ => "check that it is a file and that its disk is there",
        };
        Self::Unreadable { place, source: error, mend }
    }

    /// A document that is longer than the limit, and how long it is where that is known: mostly it is not read to its end.
    pub(crate) fn too_long(name: impl Into<String>, size_bytes: impl Into<Option<u64>>, limit_bytes: usize) -> Self {
        let Some(size_bytes) = size_bytes.into() else {
            let problem = format!("is longer than the limit of {limit_bytes} bytes");
            return Self::broken(name, problem, "raise it with --limit or cut the document");
        };
        let size_bytes = usize::try_from(size_bytes).unwrap_or(usize::MAX);
        document::DocumentError::TooLong { name: name.into(), size_bytes, limit_bytes }.into()
    }
}

/// That few bytes would become very many.
#[derive(Debug, thiserror::Error)]
#[error("unpacks to more than {RATIO} times its size")]
pub(crate) struct Bomb;

/// So many times its size may become what is unpacked.
pub(crate) const RATIO: u64 = 200;
/// Less than this is not worth to be told apart.
const SMALL: u64 = 1 << 20;

/// Whether so many bytes may have become so many.
///
/// # Errors
///
/// [`Bomb`], where they may not.
pub(crate) fn fair(packed: u64, unpacked: u64) -> io::Result<()> {
    if unpacked > SMALL && unpacked > packed.saturating_mul(RATIO) { Err(io::Error::other(Bomb)) } else { Ok(()) }
}
