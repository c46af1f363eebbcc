//! What is due, one address after the other: asked, and what it brings kept.

use std::collections::BTreeSet;
use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;
use std::time::Duration;

use packs::Packs;
use register::{
    Added, Deposit, DocumentId, Origin, PackReader, Prepared, Read, Register, RegisterError, Source, SourceKind,
    Standing, Version, Visit,
};
use sha2::{Digest as _, Sha256};
use url::Url;

use super::address::canonical;
use super::answer::{Answer, bounded};
use super::error::FetchError;
use super::fetch::{Fetcher, Request};
use super::folder;
use super::found::{MOST, discover};
use super::guard::guarded;
use super::reach::Reach;
use super::schedule::{
    DAY_MS, after_failed_list, after_failed_page, after_gone, after_list, after_page, after_refusal,
};
use super::taken::taken;

/// Follows the sources of a register.
pub struct Follower<'a> {
    fetcher: Fetcher,
    packs: &'a Packs,
    reader: PackReader<'a>,
    /// Hosts that may lie in private networks, whichever source leads there.
    allowed: Vec<String>,
    /// Whose turn it is, so that a source with much to fetch does not hold up the others.
    turn: usize,
}

/// What became of a step.
#[derive(Clone, Debug)]
pub enum Step {
    /// An address was asked, and what it brought is kept.
    Asked(Report),
    /// Something is due, but its host is left alone so long.
    Wait(Duration),
    /// Nothing is due before this time, in milliseconds since 1970; `None` where nothing ever is.
    Idle(Option<i64>),
    /// The program is ending; what was under way is asked again another time.
    Ending,
}

/// What an address has brought.
#[derive(Clone, Debug)]
pub struct Report {
    /// The source.
    pub source: String,
    /// The address or file.
    pub address: String,
    /// The status that came (RFC 9110); `None` where none did, and of files.
    pub status: Option<u16>,
    /// What it brought.
    pub outcome: Outcome,
    /// What of it is left out although the rest is kept, and why: in an archive something can be broken, or be too much.
    pub left_out: Vec<String>,
}

/// What an address has brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A list of so many addresses, of which so many are to be asked now.
    List {
        /// All that it gives.
        found: usize,
        /// Those that are new or told to have changed.
        due: usize,
    },
    /// Documents that were not known at this address.
    New {
        /// Their names.
        documents: Vec<DocumentId>,
        /// What they tell of engagements.
        accounts: usize,
    },
    /// Documents in place of others that stood there.
    Corrected {
        /// Their names.
        documents: Vec<DocumentId>,
        /// What they tell of engagements.
        accounts: usize,
    },
    /// Nothing new.
    Unchanged,
    /// What is kept stands there no more.
    Gone,
    /// It is not taken, and why.
    Refused(String),
    /// It could not be had, and why.
    Failed(String),
}

impl Outcome {
    /// Whether something went wrong that may pass.
    pub fn is_failure(&self) -> bool {
        matches!(self, Self::Failed(_))
    }
}

/// The address at which the list of a source is kept; `None` where it has none that can be asked.
pub(super) fn list_address(source: &Source) -> Option<String> {
    match source.kind {
        SourceKind::Folder => Some(source.address.clone()),
        _ => canonical(&source.address, None).ok().map(String::from),
    }
}

/// What one source may be asked.
pub(super) fn reach(source: &Source, allowed: &[String]) -> Reach {
    let reach = Reach::allowing(source.allowed.iter().chain(allowed).map(String::as_str));
    match Url::parse(&source.address) {
        Ok(address) => reach.with_port_of(&address),
        Err(_) => reach,
    }
}

impl<'a> Follower<'a> {
    /// Follows with a fetcher, and reads with some packs. `allowed` are hosts, as `host` or `host:port`, that may lie in private networks
    /// whichever source leads there.
    pub fn new(fetcher: Fetcher, packs: &'a Packs, allowed: Vec<String>) -> Self {
        Self { fetcher, packs, reader: PackReader::new(packs, NonZeroUsize::MIN), allowed, turn: 0 }
    }

    /// Asks one address that is due, if there is one. `now_ms` is the time, in milliseconds since 1970.
    ///
    /// When this returns, what the address brought is kept together with what is known of it now.
    ///
    /// # Errors
    ///
    /// Where the register fails. That an address cannot be had is no error.
    pub fn step(&mut self, register: &mut Register, now_ms: i64) -> Result<Step, RegisterError> {
        let mut sources = register.store().sources()?;
        let mut addresses = BTreeSet::new();
        // Where two have one address, each would take its list from the other without end.
        sources.retain(|source| !source.paused && list_address(source).is_none_or(|address| addresses.insert(address)));
        let (mut wait, mut next): (Option<Duration>, Option<i64>) = (None, None);
        for turn in 0..sources.len() {
            let turn = (self.turn + turn) % sources.len();
            let source = &sources[turn];
            let Some(visit) = first_due(register, source, now_ms)? else { continue };
            let due_ms = visit.due_ms.unwrap_or(now_ms);
            if due_ms > now_ms {
                next = Some(next.map_or(due_ms, |next| next.min(due_ms)));
                continue;
            }
            let ready_in = Url::parse(&visit.address).map_or(Duration::ZERO, |address| self.fetcher.ready_in(&address));
            if !ready_in.is_zero() {
                wait = Some(wait.map_or(ready_in, |wait| wait.min(ready_in)));
                continue;
            }
            self.turn = turn + 1;
            let report = self.ask(register, source, visit, now_ms)?;
            return Ok(report.map_or(Step::Ending, Step::Asked));
        }
        Ok(wait.map_or(Step::Idle(next), Step::Wait))
    }

    /// Asks an address of a source; `None` where the program is ending.
    fn ask(
        &mut self,
        register: &mut Register,
        source: &Source,
        visit: Visit,
        now_ms: i64,
    ) -> Result<Option<Report>, RegisterError> {
        let is_list = visit.standing == Standing::List;
        let visit = Visit { asked_ms: Some(now_ms), ..visit };
        let mut round = Round { follower: self, register, source, now_ms };
        match (source.kind, is_list) {
            (SourceKind::Folder, true) => round.folder(visit).map(Some),
            (SourceKind::Folder, false) => round.file(visit).map(Some),
            (_, true) => round.list(visit),
            (_, false) => round.page(visit),
        }
    }

    fn get(&mut self, source: &Source, visit: &Visit) -> Result<Answer, FetchError> {
        let address = canonical(&visit.address, None)?;
        let reach = reach(source, &self.allowed);
        self.fetcher.get(Request {
            address: &address,
            reach: &reach,
            etag: visit.etag.as_deref(),
            last_modified: visit.last_modified.as_deref(),
        })
    }
}

/// What of a source is to be asked first: its list where that is due or was never asked, else what has waited longest.
fn first_due(register: &Register, source: &Source, now_ms: i64) -> Result<Option<Visit>, RegisterError> {
    let store = register.store();
    let Some(address) = list_address(source) else { return Ok(None) };
    match store.visit(&address)? {
        Some(list) if list.source == source.id && list.standing == Standing::List && list.due_ms.is_some() => {
            // What is new must not wait behind all that a long list gave before.
            if list.due_ms.is_some_and(|due_ms| due_ms <= now_ms) {
                return Ok(Some(list));
            }
            Ok(store.due(&source.id, 1)?.into_iter().next())
        }
        // What was kept there as a page of another stays known.
        known => Ok(Some(Visit {
            standing: Standing::List,
            versions: known.map(|known| known.versions).unwrap_or_default(),
            ..Visit::new(&address, &source.id, source.added_ms)
        })),
    }
}

/// One address under way.
struct Round<'a, 'b> {
    follower: &'b mut Follower<'a>,
    register: &'b mut Register,
    source: &'b Source,
    now_ms: i64,
}

impl Round<'_, '_> {
    fn report(&self, visit: &Visit, outcome: Outcome) -> Report {
        let (source, address, status) = (self.source.id.clone(), visit.address.clone(), visit.status);
        Report { source, address, status, outcome, left_out: Vec::new() }
    }

    /// Keeps what is known of addresses now, and documents with it.
    fn keep(&mut self, documents: Vec<Read>, visits: &[Visit]) -> Result<Added, RegisterError> {
        let documents = documents.into_iter().map(Prepared::from).collect();
        self.register.visited(documents, visits, &self.follower.reader, self.now_ms)
    }

    fn keep_visit(&mut self, visit: Visit, outcome: Outcome) -> Result<Report, RegisterError> {
        self.keep(Vec::new(), std::slice::from_ref(&visit))?;
        Ok(self.report(&visit, outcome))
    }

    fn list(&mut self, mut visit: Visit) -> Result<Option<Report>, RegisterError> {
        let answer = match self.follower.get(self.source, &visit) {
            Ok(answer) => answer,
            Err(error) if error.is_stopped() => return Ok(None),
            Err(error) => {
                visit.status = error.status();
                return self.failed_list(visit, error.told(), error.retry_after()).map(Some);
            }
        };
        visit.status = Some(answer.status);
        let body = digest(&answer.body);
        if answer.status == 304 || answer.status == 200 && visit.body.as_ref() == Some(&body) {
            learn(&mut visit, &answer);
            return self.had_list(visit, Vec::new(), Outcome::Unchanged).map(Some);
        }
        if !(200..300).contains(&answer.status) {
            let why = format!("{}: the site answers {}", visit.address, answer.status);
            return self.failed_list(visit, why, None).map(Some);
        }
        let is_inner = list_address(self.source).as_deref() != Some(&*visit.address);
        let kind = if is_inner { SourceKind::Sitemap } else { self.source.kind };
        let source = Source { kind, ..self.source.clone() };
        let list = guarded(|| {
            let list = discover(&source, &answer.address, &answer.body, &answer.media_type());
            list.map_err(|error| error.to_string())
        });
        let mut list = match list {
            Ok(list) => list,
            Err(error) => {
                let why = format!("{}: {error}", visit.address);
                return self.failed_list(visit, why, None).map(Some);
            }
        };
        if is_inner {
            // A sitemap of an index is not an index again.
            list.found.retain(|found| !found.is_list);
        }
        // What a list gives that was had before is new, and goes before what is left of what it gave at first.
        let due_ms = if visit.body.is_some() { self.source.added_ms.min(self.now_ms) } else { self.now_ms };
        let all = list.found.len();
        let found = list.found.into_iter().map(|found| (String::from(found.address), found.told, found.is_list));
        let (due, is_all) = self.due(found, due_ms)?;
        if is_all {
            learn(&mut visit, &answer);
            visit.body = Some(body);
        }
        let is_told = is_inner || self.source.kind != SourceKind::Auto;
        if !is_told && matches!(list.kind, SourceKind::Feed | SourceKind::Sitemap) {
            // Should a page come in its place one day, that is no list.
            self.register.found_to_be(&self.source.id, list.kind)?;
        }
        let outcome = Outcome::List { found: all, due: due.len() };
        self.had_list(visit, due, outcome).map(Some)
    }

    fn folder(&mut self, mut visit: Visit) -> Result<Report, RegisterError> {
        let files = match folder::files(Path::new(&self.source.address)) {
            Ok(files) => files,
            Err(error) => {
                let why = folder::told(&visit.address, &error);
                return self.failed_list(visit, why, None);
            }
        };
        let all = files.len();
        // Names that are no Unicode cannot be kept as text, nor found again.
        let named = files.into_iter().filter_map(|file| Some((file.path.to_str()?.to_owned(), Some(file.told), false)));
        let (mut due, _) = self.due(named, self.now_ms)?;
        due.extend(self.away()?);
        visit.status = None;
        let outcome = Outcome::List { found: all, due: due.len() };
        self.had_list(visit, due, outcome)
    }

    /// Files that are kept and are no longer there, to be marked so.
    fn away(&self) -> Result<Vec<Visit>, RegisterError> {
        let kept = self.register.store().visits_of(&self.source.id, Standing::Kept, usize::MAX)?;
        // Where nobody can tell, it is taken to be there.
        let away = kept.into_iter().filter(|visit| !Path::new(&visit.address).try_exists().unwrap_or(true));
        Ok(away.map(|visit| Visit { due_ms: Some(self.now_ms), ..visit }).collect())
    }

    /// Of what a list gives, each with what it tells of a change and whether it is a list itself, what is to be written anew, to be asked
    /// at some time; and whether that is all. The rest comes the next time.
    fn due(
        &self,
        found: impl Iterator<Item = (String, Option<String>, bool)>,
        due_ms: i64,
    ) -> Result<(Vec<Visit>, bool), RegisterError> {
        let sources = self.register.store().sources()?;
        let followed: BTreeSet<&str> = sources.iter().map(|source| source.id.as_str()).collect();
        let mut due = Vec::new();
        for (address, told, is_list) in found {
            let new = Visit { told, ..Visit::new(&address, &self.source.id, due_ms) };
            let new = if is_list { Visit { standing: Standing::List, ..new } } else { new };
            let Some(visit) = self.known_or_new(new, &followed)? else { continue };
            if due.len() == MOST {
                return Ok((due, false));
            }
            due.push(visit);
        }
        Ok((due, true))
    }

    /// What is to be known of an address that a list gives, where that is new.
    fn known_or_new(&self, new: Visit, followed: &BTreeSet<&str>) -> Result<Option<Visit>, RegisterError> {
        let Some(known) = self.register.store().visit(&new.address)? else { return Ok(Some(new)) };
        if (known.standing == Standing::List) != (new.standing == Standing::List) {
            return Ok(None);
        }
        let Visit { source, told, due_ms, .. } = new;
        if self.is_left(&known, followed) {
            return Ok(Some(Visit { source, told, due_ms, failures: 0, ..known }));
        }
        // It belongs to whoever gave it first, while that is followed.
        if known.source != source || told.is_none() || told == known.told {
            return Ok(None);
        }
        let due_ms = if known.told.is_some() { due_ms } else { known.due_ms };
        Ok(Some(Visit { told, due_ms, failures: 0, ..known }))
    }

    /// Whether nobody looks at what is known any more, though a list gives it.
    fn is_left(&self, known: &Visit, followed: &BTreeSet<&str>) -> bool {
        if known.source != self.source.id {
            return !followed.contains(&*known.source);
        }
        // A source that was removed and is followed again under the same name; a file that was away and is back.
        let before = known.asked_ms.is_some_and(|asked_ms| asked_ms < self.source.added_ms);
        known.due_ms.is_none() && before || self.source.kind == SourceKind::Folder && known.standing == Standing::Gone
    }

    fn had_list(&mut self, visit: Visit, due: Vec<Visit>, outcome: Outcome) -> Result<Report, RegisterError> {
        let mut visit = Visit { standing: Standing::List, error: None, failures: 0, ..visit };
        let next = after_list(self.source, &visit, self.now_ms);
        // The index tells when a sitemap of it has changed.
        visit.due_ms = Some(if visit.told.is_some() { next.max(self.now_ms + DAY_MS) } else { next });
        let report = self.report(&visit, outcome);
        let mut visits = vec![visit];
        visits.extend(due);
        self.keep(Vec::new(), &visits)?;
        Ok(report)
    }

    fn failed_list(&mut self, visit: Visit, why: String, wait: Option<Duration>) -> Result<Report, RegisterError> {
        let failures = visit.failures + 1;
        let mut visit = Visit { standing: Standing::List, error: Some(why.clone()), failures, ..visit };
        visit.due_ms = Some(after_failed_list(self.source, &visit, wait, self.now_ms));
        self.keep_visit(visit, Outcome::Failed(why))
    }

    fn page(&mut self, mut visit: Visit) -> Result<Option<Report>, RegisterError> {
        let answer = match self.follower.get(self.source, &visit) {
            Ok(answer) => answer,
            Err(error) if error.is_stopped() => return Ok(None),
            Err(error) => {
                visit.status = error.status();
                let (why, wait) = (error.told(), error.retry_after());
                // A site may allow later what it forbids now, and so may whoever follows it.
                let again = Some(after_refusal(&visit, self.now_ms));
                let passes = error.may_pass();
                let report = if passes { self.failed(visit, why, wait)? } else { self.refused(visit, why, again)? };
                return Ok(Some(report));
            }
        };
        visit.status = Some(answer.status);
        let report = match answer.status {
            304 => {
                learn(&mut visit, &answer);
                self.unchanged(visit)?
            }
            200..300 => self.answered(visit, answer)?,
            404 | 410 if !visit.versions.is_empty() => self.gone(visit)?,
            status => {
                let why = format!("{}: the site answers {status}", visit.address);
                self.failed(visit, why, None)?
            }
        };
        Ok(Some(report))
    }

    fn answered(&mut self, mut visit: Visit, answer: Answer) -> Result<Report, RegisterError> {
        learn(&mut visit, &answer);
        let media_type = answer.media_type();
        self.came(visit, answer.body, &media_type, Some(answer.headers))
    }

    fn file(&mut self, mut visit: Visit) -> Result<Report, RegisterError> {
        let limit_bytes = self.follower.fetcher.settings().limit_bytes;
        let read = fs::File::open(Path::new(&visit.address)).and_then(|file| bounded(file, limit_bytes));
        visit.status = None;
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
        let packs = self.follower.packs;
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
        let again = (!visit.versions.is_empty() && self.source.kind != SourceKind::Folder)
            .then(|| after_refusal(&visit, self.now_ms));
        self.refused(visit, why, again)
    }

    /// Whether a page tells the same story as when it was last kept, whatever else of it has changed.
    fn says_the_same(&self, visit: &Visit, deposits: &[Deposit]) -> Result<bool, RegisterError> {
        let before: Vec<DocumentId> = visit.latest().collect();
        let ([before], [now]) = (&before[..], deposits) else { return Ok(false) };
        let Some(before) = self.register.store().document(*before)? else { return Ok(false) };
        // Where that cannot be told, reading says what is wrong.
        Ok(guarded(|| Ok(register::tells_the_same(self.follower.packs, &before, now))).unwrap_or_default())
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
        if self.source.kind == SourceKind::Folder { None } else { after_page(visit, self.now_ms) }
    }

    fn gone(&mut self, mut visit: Visit) -> Result<Report, RegisterError> {
        if visit.standing != Standing::Gone {
            // Failures of another sort say nothing of how long it is gone.
            visit.failures = 0;
        }
        let is_file = self.source.kind == SourceKind::Folder;
        visit.due_ms = if is_file { None } else { after_gone(&visit, self.now_ms) };
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

/// Where a document came from that stood at an address; one without headers is a file.
pub(super) fn origin(visit: &Visit, source: Option<&str>, headers: Option<String>, now_ms: i64) -> Origin {
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
