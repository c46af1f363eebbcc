//! Pages and files: what of them is new is kept.

use std::fs;
use std::path::{Component, PathBuf};
use std::time::Duration;

use register::{Deposit, DocumentId, Read, RegisterError, Standing, Version, Visit};

use super::{Outcome, Report, Settling, digest, learn, origin};
use crate::follow::answer::{Answer, bounded};
use crate::follow::errand::Ended;
use crate::follow::guard::guarded;
use crate::follow::schedule::{after_failed_page, after_gone, after_page, after_refusal};
use crate::follow::taken::taken;

impl Settling<'_> {
    pub(super) fn page(&mut self, mut visit: Visit, ended: Ended) -> Result<Report, RegisterError> {
        let answer = match ended {
            Ok(answer) => answer,
            Err(error) => {
                visit.status = error.status();
                let (why, wait) = (error.told(), error.retry_after());
                if error.may_pass() {
                    return self.failed(visit, why, wait);
                }
                // A site may allow later what it forbids now, and so may whoever follows it.
                let again = Some(after_refusal(&visit, self.now_ms));
                return self.refused(visit, why, again);
            }
        };
        visit.status = Some(answer.status);
        match answer.status {
            304 => {
                learn(&mut visit, &answer);
                self.unchanged(visit)
            }
            200..300 => self.answered(visit, answer),
            404 | 410 if !visit.versions.is_empty() => self.gone(visit),
            status => {
                let why = format!("{}: the site answers {status}", visit.address);
                self.failed(visit, why, None)
            }
        }
    }

    fn answered(&mut self, mut visit: Visit, answer: Answer) -> Result<Report, RegisterError> {
        learn(&mut visit, &answer);
        let media_type = answer.media_type();
        self.came(visit, answer.body, &media_type, Some(answer.headers))
    }

    pub(super) fn file(&mut self, mut visit: Visit) -> Result<Report, RegisterError> {
        visit.status = None;
        let path = PathBuf::from(&visit.address);
        // What another register knows may name any file as one of a folder that is followed here.
        if !path.starts_with(&self.source.address) || path.components().any(|part| part == Component::ParentDir) {
            let why = format!("{}: does not lie in the folder {}", visit.address, self.source.address);
            return self.refused(visit, why, None);
        }
        let limit_bytes = self.limit_bytes;
        let read = fs::File::open(path).and_then(|file| bounded(file, limit_bytes));
        match read {
            Ok(Some(body)) => self.came(visit, body, "", None),
            Ok(None) => {
                let why = format!("{}: is longer than {limit_bytes} bytes; raise --limit to take it", visit.address);
                let again = Some(after_refusal(&visit, self.now_ms));
                self.refused(visit, why, again)
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && !visit.versions.is_empty() => {
                self.gone(visit)
            }
            Err(error) => {
                let why = format!("{}: cannot be read ({error})", visit.address);
                self.failed(visit, why, None)
            }
        }
    }

    /// A body came: what of it is new is kept.
    fn came(
        &mut self,
        mut visit: Visit,
        body: Vec<u8>,
        media_type: &str,
        headers: Option<String>,
    ) -> Result<Report, RegisterError> {
        let digest = digest(&body);
        if visit.body.replace(digest.clone()) == Some(digest) {
            return self.unchanged(visit);
        }
        let origin = origin(&visit, Some(&self.source.name), headers, self.now_ms);
        let packs = self.packs;
        let deposits = guarded(|| taken(body, media_type, origin, self.now_ms));
        let (deposits, mut left_out) = match deposits {
            Ok(taken) => taken,
            Err(why) => return self.no_document(visit, &why),
        };
        if self.says_the_same(&visit, &deposits)? {
            return self.unchanged(visit);
        }
        let mut documents = Vec::new();
        for deposit in deposits {
            // Of an archive that has grown most is kept already.
            if self.register.store().origins(deposit.id())?.is_some() {
                documents.push(Read { reading: None, deposit });
                continue;
            }
            match guarded(|| register::read(packs, &deposit).map_err(|error| error.to_string())) {
                Ok(reading) => documents.push(Read { reading: Some(reading), deposit }),
                Err(why) => left_out.push(why),
            }
        }
        if documents.is_empty() {
            return self.no_document(visit, &left_out[0]);
        }
        left_out.iter_mut().for_each(|why| *why = of(&visit, why));
        Ok(Report { left_out, ..self.kept(visit, documents)? })
    }

    /// What came is nothing that can be read.
    fn no_document(&mut self, mut visit: Visit, why: &str) -> Result<Report, RegisterError> {
        // That it has not changed since would not say that what is kept stands there.
        (visit.etag, visit.last_modified, visit.body) = (None, None, None);
        let why = of(&visit, why);
        // Of what is kept, another answer may be the article again.
        let again = (!visit.versions.is_empty() && !self.is_folder()).then(|| after_refusal(&visit, self.now_ms));
        self.refused(visit, why, again)
    }

    /// Whether a page tells the same story as when it was last kept, whatever else of it has changed.
    fn says_the_same(&self, visit: &Visit, deposits: &[Deposit]) -> Result<bool, RegisterError> {
        let before: Vec<DocumentId> = visit.latest().collect();
        let ([before], [now]) = (&before[..], deposits) else { return Ok(false) };
        let Some(before) = self.register.store().document(*before)? else { return Ok(false) };
        // Where that cannot be told, reading says what is wrong.
        Ok(guarded(|| Ok(register::tells_the_same(self.packs, &before, now))).unwrap_or_default())
    }

    fn kept(&mut self, mut visit: Visit, read: Vec<Read>) -> Result<Report, RegisterError> {
        let is_first = visit.versions.is_empty();
        let documents: Vec<DocumentId> = read.iter().map(|read| read.deposit.id()).collect();
        visit.versions.extend(documents.iter().map(|&document| Version { from_ms: self.now_ms, document }));
        (visit.failures, visit.unchanged, visit.error, visit.standing) = (0, 0, None, Standing::Kept);
        visit.due_ms = self.next_look(&visit);
        let added = self.keep(read, std::slice::from_ref(&visit))?;
        let accounts = added.accounts;
        let outcome =
            if is_first { Outcome::New { documents, accounts } } else { Outcome::Corrected { documents, accounts } };
        Ok(self.report(&visit, outcome))
    }

    fn unchanged(&mut self, mut visit: Visit) -> Result<Report, RegisterError> {
        visit.unchanged = if visit.failures > 0 { visit.unchanged } else { visit.unchanged + 1 };
        (visit.failures, visit.error, visit.standing) = (0, None, Standing::Kept);
        visit.due_ms = self.next_look(&visit);
        self.keep_visit(visit, Outcome::Unchanged)
    }

    /// Files are looked at when their folder tells of a change, and no sooner.
    fn next_look(&self, visit: &Visit) -> Option<i64> {
        if self.is_folder() { None } else { after_page(visit, self.now_ms) }
    }

    fn gone(&mut self, mut visit: Visit) -> Result<Report, RegisterError> {
        if visit.standing != Standing::Gone {
            // Failures of another sort say nothing of how long it is gone.
            visit.failures = 0;
        }
        visit.due_ms = if self.is_folder() { None } else { after_gone(&visit, self.now_ms) };
        (visit.failures, visit.error, visit.standing) = (visit.failures + 1, None, Standing::Gone);
        self.keep_visit(visit, Outcome::Gone)
    }

    fn failed(&mut self, mut visit: Visit, why: String, wait: Option<Duration>) -> Result<Report, RegisterError> {
        (visit.failures, visit.error) = (visit.failures + 1, Some(why.clone()));
        visit.due_ms = after_failed_page(&visit, wait, self.now_ms);
        // What is kept stays so.
        if visit.versions.is_empty() {
            visit.standing = if visit.due_ms.is_some() { Standing::Failing } else { Standing::Refused };
        }
        self.keep_visit(visit, Outcome::Failed(why))
    }

    /// It is not taken, and asked again at some time, if at all.
    fn refused(&mut self, mut visit: Visit, why: String, again: Option<i64>) -> Result<Report, RegisterError> {
        (visit.error, visit.due_ms) = (Some(why.clone()), again);
        if visit.versions.is_empty() {
            visit.standing = Standing::Refused;
        }
        self.keep_visit(visit, Outcome::Refused(why))
    }
}

/// What went wrong, with the address before it.
fn of(visit: &Visit, why: &str) -> String {
    if why.starts_with(&visit.address) { why.to_owned() } else { format!("{}: {why}", visit.address) }
}
