//! What is due, one address after the other: asked, and what it brings kept.

mod lists;
mod pages;
mod report;

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::time::Duration;

use packs::Packs;
use register::{
    Added, Origin, PackReader, Prepared, Read, Register, RegisterError, Source, SourceKind, Standing, Visit,
};
use sha2::{Digest as _, Sha256};
use url::Url;

use super::address::canonical;
use super::answer::Answer;
use super::error::FetchError;
use super::fetch::{Fetcher, Request};
use super::reach::Reach;

pub use report::{Outcome, Report};

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
