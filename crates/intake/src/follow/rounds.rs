//! What is due, asked at several hosts at once: [`plan`] says what is asked next, [`settle`] what an answer means and keeps it.
//!
//! Both run on the thread that calls [`Follower::step`], which alone reads and writes the register. Only waiting for answers is left to
//! others (`errands`).

mod plan;
mod report;
mod settle;

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::time::Duration;

use packs::Packs;
use register::{PackReader, Register, RegisterError, Source, SourceKind, Standing, Visit};

use self::plan::{Due, first_due, followed};
use self::settle::Settling;
use super::address::canonical;
use super::errand::{Ended, Errand};
use super::errands::Errands;
use super::fetch::{Fetcher, Request, host};

pub(super) use plan::{list_address, reach};
pub use report::{Outcome, Report};
pub(super) use settle::origin;

/// So many hosts are asked at once where nobody says otherwise.
pub const AT_ONCE: NonZeroUsize = NonZeroUsize::new(8).expect("it is not zero");
/// The longest that a step waits for an answer: what is due in the meantime is seen by the next.
const LONGEST_STEP: Duration = Duration::from_secs(1);

/// Follows the sources of a register.
///
/// Of each source and at each host one address is under way at a time.
pub struct Follower<'a> {
    errands: Errands<Due>,
    packs: &'a Packs,
    reader: PackReader<'a>,
    /// Hosts that may lie in private networks, whichever source leads there.
    allowed: Vec<String>,
    /// The last turn of each source, so that one with much to fetch does not hold up the others.
    turns: BTreeMap<String, Turn>,
    n_turns: u64,
}

/// A turn that a source had.
#[derive(Clone, Copy, Default)]
struct Turn {
    /// Which of all it was.
    n: u64,
    /// Whether a list was asked.
    was_list: bool,
}

/// What became of a step.
#[derive(Clone, Debug)]
pub enum Step {
    /// An address was asked, and what it brought is kept.
    Asked(Report),
    /// Addresses are under way, or their hosts are left alone, and none has brought anything yet.
    Waited,
    /// Nothing is due before this time, in milliseconds since 1970; `None` where nothing ever is.
    Idle(Option<i64>),
    /// The program is ending; what was under way is thrown away, and asked again another time.
    Ending,
}

/// What a look at the sources has found, beside the errands that it has begun.
#[derive(Default)]
struct Planned {
    /// A folder, or a file of one: it keeps nobody waiting, and is looked at here.
    file: Option<Due>,
    /// How long the next host is still left alone at which something is due.
    wait: Option<Duration>,
    /// When something is due next, in milliseconds since 1970.
    next_ms: Option<i64>,
}

impl<'a> Follower<'a> {
    /// Follows with a fetcher, at so many hosts at once, and reads with some packs. `allowed` are hosts, as `host` or `host:port`, that
    /// may lie in private networks whichever source leads there.
    pub fn new(fetcher: Fetcher, packs: &'a Packs, allowed: Vec<String>, at_once: NonZeroUsize) -> Self {
        let (errands, reader) = (Errands::new(fetcher, at_once), PackReader::new(packs, NonZeroUsize::MIN));
        Self { errands, packs, reader, allowed, turns: BTreeMap::new(), n_turns: 0 }
    }

    /// Asks what is due and may be asked, and takes in the next answer, for which it waits a second at most. `now_ms` is the time, in
    /// milliseconds since 1970.
    ///
    /// When this returns, what an address brought is kept together with what is known of it now; what is under way is not known to the
    /// register, and can be thrown away at any moment.
    ///
    /// # Errors
    ///
    /// Where the register fails. That an address cannot be had is no error.
    pub fn step(&mut self, register: &mut Register, now_ms: i64) -> Result<Step, RegisterError> {
        let planned = self.plan(register, now_ms)?;
        if planned.file.is_none() && planned.wait.is_none() && self.errands.is_empty() {
            return Ok(Step::Idle(planned.next_ms));
        }
        let within = if planned.file.is_some() { Duration::ZERO } else { planned.wait.unwrap_or(LONGEST_STEP) };
        let report = match self.errands.ended(within.min(LONGEST_STEP)) {
            _ if self.errands.fetcher.is_ending() => return Ok(Step::Ending),
            Some((due, ended)) => self.settle(register, due, ended, now_ms)?,
            None => planned.file.map(|due| self.look_at_file(register, due, now_ms)).transpose()?,
        };
        Ok(report.map_or(Step::Waited, Step::Asked))
    }

    /// Looks at what is due, those first whose last turn is longest ago, and begins to ask what can be asked.
    fn plan(&mut self, register: &Register, now_ms: i64) -> Result<Planned, RegisterError> {
        let mut planned = Planned::default();
        let mut sources = followed(register)?;
        sources.sort_by_key(|source| self.last_turn(source).n);
        for source in sources {
            let is_under_way = self.errands.about().any(|due| due.source.id == source.id);
            if is_under_way || source.kind != SourceKind::Folder && self.errands.is_full() {
                continue;
            }
            let Some(visit) = first_due(register, &source, self.last_turn(&source).was_list, now_ms)? else { continue };
            let due_ms = visit.due_ms.unwrap_or(now_ms);
            if due_ms > now_ms {
                planned.next_ms = Some(planned.next_ms.map_or(due_ms, |next_ms| next_ms.min(due_ms)));
                continue;
            }
            let due = Due { source, visit: Visit { asked_ms: Some(now_ms), ..visit } };
            if due.source.kind == SourceKind::Folder {
                planned.file.get_or_insert(due);
            } else if let Some(wait) = self.begin(due) {
                planned.wait = Some(planned.wait.map_or(wait, |planned| planned.min(wait)));
            }
        }
        Ok(planned)
    }

    /// Begins to ask an address; how long its host is still left alone, where it is.
    fn begin(&mut self, due: Due) -> Option<Duration> {
        let address = match canonical(&due.visit.address, None) {
            Ok(address) => address,
            Err(error) => {
                self.errands.refuse(due, error.into());
                return None;
            }
        };
        if self.errands.is_at(host(&address)) {
            return None;
        }
        let wait = self.errands.fetcher.ready_in(&address);
        if !wait.is_zero() {
            return Some(wait);
        }
        self.has_its_turn(&due);
        let (etag, last_modified) = (due.visit.etag.as_deref(), due.visit.last_modified.as_deref());
        let reach = reach(&due.source, &self.allowed);
        let errand = Errand::new(Request { address: &address, reach: &reach, etag, last_modified });
        self.errands.begin(due, errand);
        None
    }

    fn last_turn(&self, source: &Source) -> Turn {
        self.turns.get(&source.id).copied().unwrap_or_default()
    }

    fn has_its_turn(&mut self, Due { source, visit }: &Due) {
        self.n_turns += 1;
        let turn = Turn { n: self.n_turns, was_list: visit.standing == Standing::List };
        self.turns.insert(source.id.clone(), turn);
    }

    /// Keeps what an address has brought; nothing where its source was removed in the meantime.
    fn settle(
        &self,
        register: &mut Register,
        Due { source, visit }: Due,
        ended: Ended,
        now_ms: i64,
    ) -> Result<Option<Report>, RegisterError> {
        let is_same = |known: &Source| {
            (&known.id, &known.address, known.added_ms) == (&source.id, &source.address, source.added_ms)
        };
        let Some(source) = register.store().sources()?.into_iter().find(is_same) else { return Ok(None) };
        self.settling(register, &source, now_ms).answer(visit, ended).map(Some)
    }

    fn look_at_file(&mut self, register: &mut Register, due: Due, now_ms: i64) -> Result<Report, RegisterError> {
        self.has_its_turn(&due);
        self.settling(register, &due.source, now_ms).file_or_folder(due.visit)
    }

    fn settling<'b>(&'b self, register: &'b mut Register, source: &'b Source, now_ms: i64) -> Settling<'b> {
        let limit_bytes = self.errands.fetcher.settings().limit_bytes;
        Settling { register, packs: self.packs, reader: &self.reader, source, limit_bytes, now_ms }
    }
}
