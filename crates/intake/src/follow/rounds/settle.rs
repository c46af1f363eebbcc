//! What an answer means: what it brings is kept, together with what is known of its address now.

mod lists;
mod pages;

use packs::Packs;
use register::{
    Added, Origin, PackReader, Prepared, Read, Register, RegisterError, Source, SourceKind, Standing, Visit,
};
use sha2::{Digest as _, Sha256};

use super::report::{Outcome, Report};
use crate::follow::answer::Answer;
use crate::follow::errand::Ended;

/// One address that was asked, and what takes in what came of it.
pub(super) struct Settling<'a> {
    pub(super) register: &'a mut Register,
    pub(super) packs: &'a Packs,
    pub(super) reader: &'a PackReader<'a>,
    pub(super) source: &'a Source,
    /// The longest file that is taken.
    pub(super) limit_bytes: usize,
    pub(super) now_ms: i64,
}

impl Settling<'_> {
    /// Keeps what an address of the web has brought.
    pub(super) fn answer(&mut self, visit: Visit, ended: Ended) -> Result<Report, RegisterError> {
        if visit.standing == Standing::List { self.list(visit, ended) } else { self.page(visit, ended) }
    }

    /// Looks at a folder, or at a file of one, and keeps what that brings.
    pub(super) fn file_or_folder(&mut self, visit: Visit) -> Result<Report, RegisterError> {
        if visit.standing == Standing::List { self.folder(visit) } else { self.file(visit) }
    }

    fn is_folder(&self) -> bool {
        self.source.kind == SourceKind::Folder
    }

    fn report(&self, visit: &Visit, outcome: Outcome) -> Report {
        let (source, address, status) = (self.source.id.clone(), visit.address.clone(), visit.status);
        Report { source, address, status, outcome, left_out: Vec::new() }
    }

    /// Keeps what is known of addresses now, and documents with it.
    fn keep(&mut self, documents: Vec<Read>, visits: &[Visit]) -> Result<Added, RegisterError> {
        let documents = documents.into_iter().map(Prepared::from).collect();
        self.register.visited(documents, visits, self.reader, self.now_ms)
    }

    fn keep_visit(&mut self, visit: Visit, outcome: Outcome) -> Result<Report, RegisterError> {
        self.keep(Vec::new(), std::slice::from_ref(&visit))?;
        Ok(self.report(&visit, outcome))
    }
}

/// Where a document came from that stood at an address; one without headers is a file.
pub(in crate::follow) fn origin(visit: &Visit, source: Option<&str>, headers: Option<String>, now_ms: i64) -> Origin {
    let retrieved = jiff::Timestamp::from_millisecond(now_ms).map(|at| at.to_string()).ok();
    Origin {
        name: visit.address.clone(),
        source: source.filter(|name| !name.is_empty()).map(str::to_owned),
        address: headers.is_some().then(|| visit.address.clone()),
        retrieved,
        headers,
        ..Origin::default()
    }
}

/// Remembers what to ask with whether an address has changed; an answer without it may still stand for one that had it.
fn learn(visit: &mut Visit, answer: &Answer) {
    if answer.status != 304 || answer.etag.is_some() {
        visit.etag.clone_from(&answer.etag);
    }
    if answer.status != 304 || answer.last_modified.is_some() {
        visit.last_modified.clone_from(&answer.last_modified);
    }
}

/// The SHA-256 of a body, as hexadecimal digits.
fn digest(body: &[u8]) -> String {
    Sha256::digest(body).iter().map(|byte| format!("{byte:02x}")).collect()
}
