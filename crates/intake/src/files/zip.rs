//! ZIP files of anything that is read, and Word files, which are some too.
//!
//! Members are read one by one and written nowhere.

use std::io::{self, Read as _, Seek as _, SeekFrom};

use register::Origin;
use zip::ZipArchive;
use zip::result::ZipError;

use super::source::{Anywhere, Source};
use super::{Archive, Claim, HELD_BYTES, Member, Step};
use crate::error::{IntakeError, fair};

/// No archive has more members.
const MOST_MEMBERS: usize = 1_000_000;
const PACK: &str = "unpack it with another program and bring the folder";

/// What a ZIP is.
pub(super) enum Opened {
    /// A Word file.
    Docx(Member),
    /// An archive.
    Zip(Zip),
}

/// An archive that is read member by member.
pub(super) struct Zip {
    origin: Origin,
    archive: ZipArchive<Box<dyn Anywhere>>,
    size_bytes: u64,
    next: usize,
    /// Whether it has no members, which is still to be said.
    empty: bool,
    /// How many bytes all members so far have had, unpacked: members may share their packed bytes.
    unpacked: u64,
}

/// Opens a ZIP.
pub(super) fn open(member: Member) -> Result<Opened, IntakeError> {
    let Member { origin, source, original, claim } = member;
    let name = origin.name.clone();
    let reading = |error| IntakeError::reading(&*name, error);
    let held = source.anywhere(HELD_BYTES).map_err(reading)?;
    let mut archive = held.map_err(|_| held_too_long(&name))?;
    let (size_bytes, members) = measured(&mut archive).map_err(reading)?;
    if members > MOST_MEMBERS as u64 {
        return Err(IntakeError::refused(name, format!("has more than {MOST_MEMBERS} members"), PACK));
    }
    let archive = ZipArchive::new(archive).map_err(|error| failed(&name, error))?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("word/document.xml") {
        let mut whole = archive.into_inner();
        whole.seek(SeekFrom::Start(0)).map_err(reading)?;
        return Ok(Opened::Docx(Member { origin, source: Source::Stream(Box::new(whole)), original, claim }));
    }
    let office = [
        ("xl/workbook.xml", "is an Excel workbook", "save the text of interest as a text file or CSV"),
        ("ppt/presentation.xml", "is a PowerPoint presentation", "save it as PDF and bring that"),
        ("META-INF/manifest.xml", "is an OpenDocument or Java file", "save it as DOCX or PDF and bring that"),
        ("META-INF/container.xml", "is an EPUB", "save it as text or HTML and bring that"),
    ];
    if let Some((_, problem, mend)) = office.into_iter().find(|(file, ..)| has(file)) {
        return Err(IntakeError::broken(name, problem, mend));
    }
    let empty = archive.is_empty();
    Ok(Opened::Zip(Zip { origin, archive, size_bytes, next: 0, empty, unpacked: 0 }))
}

pub(super) fn held_too_long(name: &str) -> IntakeError {
    let problem = format!("is more than {} MB inside another archive", HELD_BYTES >> 20);
    IntakeError::refused(name, problem, super::known::UNPACK)
}

/// How many bytes a ZIP has, and how many members its end says that it has.
fn measured(archive: &mut Box<dyn Anywhere>) -> io::Result<(u64, u64)> {
    // The record at the end and its comment, before it the one for archives of more than 65,535 members.
    const END: u64 = 22 + 65_535 + 20 + 56;
    let size_bytes = archive.seek(SeekFrom::End(0))?;
    archive.seek(SeekFrom::Start(size_bytes.saturating_sub(END)))?;
    let mut end = Vec::new();
    archive.take(END).read_to_end(&mut end)?;
    archive.seek(SeekFrom::Start(0))?;
    let number = |mark: &[u8], at: usize, size: usize| {
        let from = memchr::memmem::rfind(&end, mark)? + at;
        let bytes = end.get(from..from + size)?;
        Some(bytes.iter().rev().fold(0, |all, &byte| all << 8 | u64::from(byte)))
    };
    let (many, few) = (number(b"PK\x06\x06", 32, 8), number(b"PK\x05\x06", 10, 2));
    Ok((size_bytes, many.max(few).unwrap_or_default()))
}

fn failed(place: &str, error: ZipError) -> IntakeError {
    match error {
        ZipError::Io(error) => IntakeError::reading(place, error),
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            IntakeError::broken(place, "is locked by a password", "unpack it with that and bring the folder")
        }
        ZipError::UnsupportedArchive(what) => IntakeError::broken(place, format!("cannot be unpacked ({what})"), PACK),
        error => IntakeError::broken(place, format!("is a damaged ZIP ({error})"), "fetch it again"),
    }
}

impl Zip {
    fn member(&mut self, index: usize) -> Result<Step, IntakeError> {
        let place = format!("{}, member {}", self.origin.name, index + 1);
        // What a member is called is looked at before anything of it is unpacked.
        let raw = self.archive.by_index_raw(index).map_err(|error| failed(&place, error))?;
        let inside = raw.name().map_err(|error| failed(&place, error))?.into_owned();
        let name = format!("{}/{inside}", self.origin.name);
        let place = format!("{name} (member {} at byte {})", index + 1, raw.header_start());
        if raw.is_dir() {
            return Ok(Step::PassedOver("folder"));
        }
        if raw.is_symlink() {
            return Ok(Step::PassedOver("link"));
        }
        if leads_out(&inside) {
            return Err(IntakeError::refused(place, "has a name that leads out of its archive", PACK));
        }
        if is_beside(&inside) {
            return Ok(Step::PassedOver("other file"));
        }
        let (packed, size_bytes) = (raw.compressed_size(), raw.size());
        drop(raw);
        if let super::known::Ending::Unread = super::known::ending(&name) {
            return Ok(Step::PassedOver("other file"));
        }
        fair(packed, size_bytes).map_err(|error| IntakeError::reading(&*place, error))?;
        if size_bytes > HELD_BYTES as u64 {
            return Err(held_too_long(&place));
        }
        if let Err(error) = fair(self.size_bytes, self.unpacked + size_bytes) {
            // Each of its members may be fair by itself: no further one is unpacked.
            self.next = self.archive.len();
            return Err(IntakeError::reading(&*place, error));
        }
        let member = self.archive.by_index(index).map_err(|error| failed(&place, error))?;
        let mut bytes = Vec::new();
        // Sizes may lie.
        let most = size_bytes.min(HELD_BYTES as u64) + 1;
        member.take(most).read_to_end(&mut bytes).map_err(|error| IntakeError::reading(&*place, error))?;
        if bytes.len() as u64 > size_bytes {
            return Err(IntakeError::refused(place, "is longer than it says", "fetch it again"));
        }
        self.unpacked += bytes.len() as u64;
        let origin = Origin { name, ..self.origin.clone() };
        Ok(Step::Member(Member { origin, source: Source::Bytes(bytes), original: None, claim: Claim::Inside }))
    }
}

/// Whether a name would lead out of the folder in which its archive is unpacked. It is never a path here, but such an archive means no good.
fn leads_out(name: &str) -> bool {
    let rooted = name.starts_with(['/', '\\']) || name.as_bytes().get(1) == Some(&b':');
    rooted || name.contains('\0') || name.split(['/', '\\']).any(|part| part == "..")
}

/// Whether a member is what systems write beside files.
fn is_beside(name: &str) -> bool {
    name.split('/').any(|part| part == "__MACOSX" || part.starts_with('.') && part.len() > 1)
}

impl Archive for Zip {
    fn next(&mut self) -> Option<Result<Step, IntakeError>> {
        let index = self.next;
        if index >= self.archive.len() {
            let empty = std::mem::replace(&mut self.empty, false);
            return empty.then_some(Ok(Step::PassedOver("archive with nothing in it")));
        }
        self.next += 1;
        Some(self.member(index))
    }

    fn is_zip(&self) -> bool {
        true
    }
}
