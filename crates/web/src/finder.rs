//! The index of words beside the register: made in the background, and caught up before it is asked.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, TryLockError};

use packs::Packs;
use register::{AccountId, Day, Register};
use search::{Asked, Found, Index, Query, SearchError, beside};

use crate::desk::Desk;
use crate::problem::{Problem, told};
use crate::registers::Registers;

/// So few changes are caught up with while somebody waits.
const FEW: usize = 400;

/// The index of a register.
pub(crate) struct Finder {
    folder: PathBuf,
    index: RwLock<Option<Arc<Index>>>,
    /// Held by whoever catches up.
    following: Mutex<()>,
}

impl Finder {
    pub(crate) fn new(register: &Path) -> Self {
        Self { folder: beside(register), index: RwLock::default(), following: Mutex::default() }
    }

    /// Opens the index, or makes it; until then nothing can be looked up.
    pub(crate) fn begin(&self, registers: &Registers, packs: &Packs) {
        let made = registers.snapshot().map_err(SearchError::from).and_then(|register| {
            match Index::open(&self.folder, &register, packs, |_, _| {}) {
                // Another process makes the first one: until the next start this one does without a file.
                Err(SearchError::Held { .. }) => Index::in_memory(&register, packs),
                Err(error @ SearchError::Failed { .. }) => {
                    tracing::warn!("until the next start the index is kept in memory: {}", told(&error));
                    Index::in_memory(&register, packs)
                }
                other => other,
            }
        });
        match made {
            Ok(index) => *self.index.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(index)),
            Err(error) => tracing::error!("the index cannot be made: {}", told(&error)),
        }
    }

    fn index(&self) -> Option<Arc<Index>> {
        self.index.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether things can be looked up yet.
    pub(crate) fn ready(&self) -> Result<(), Problem> {
        self.index().map(drop).ok_or(Problem::Indexing)
    }

    /// Whether what is found in a state of the register is of that state: not while much is still being taken in.
    pub(crate) fn follows(&self, register: &Register) -> bool {
        self.index().is_some_and(|index| index.lag(register, FEW + 1).is_ok_and(|lag| lag <= FEW))
    }

    /// Looks something up in a state of the register.
    pub(crate) fn find(
        &self,
        desk: &Arc<Desk>,
        register: &Register,
        query: &Query,
        asked: &Asked,
    ) -> Result<Found, Problem> {
        let index = self.caught_up(desk, register)?;
        Ok(index.find(register, desk.packs, query, asked)?)
    }

    /// All engagements that a query chooses, and those of the claims that it does.
    pub(crate) fn choose(
        &self,
        desk: &Arc<Desk>,
        register: &Register,
        query: &Query,
        today: Day,
    ) -> Result<Vec<AccountId>, Problem> {
        Ok(self.caught_up(desk, register)?.engagements(register, query, today)?)
    }

    /// The turn to catch up, unless somebody has it.
    fn turn(&self) -> Option<MutexGuard<'_, ()>> {
        match self.following.try_lock() {
            Ok(turn) => Some(turn),
            Err(TryLockError::Poisoned(turn)) => Some(turn.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    /// The index, brought up to a state of the register as far as nobody has to wait long for it.
    fn caught_up(&self, desk: &Arc<Desk>, register: &Register) -> Result<Arc<Index>, Problem> {
        let index = self.index().ok_or(Problem::Indexing)?;
        match index.lag(register, FEW + 1)? {
            0 => {}
            1..=FEW => {
                let _turn = self.following.lock().unwrap_or_else(PoisonError::into_inner);
                index.catch_up(register, desk.packs)?;
            }
            // Until much is taken in, what was there before is found.
            _ => follow(desk, index.clone()),
        }
        Ok(index)
    }
}

/// Catches up in the background, unless somebody does already.
fn follow(desk: &Arc<Desk>, index: Arc<Index>) {
    // Whoever looks something up meanwhile would begin a thread for nothing.
    if desk.finder.turn().is_none() {
        return;
    }
    let desk = Arc::clone(desk);
    std::thread::spawn(move || {
        let Some(_turn) = desk.finder.turn() else { return };
        let caught_up = desk
            .registers
            .snapshot()
            .map_err(SearchError::from)
            .and_then(|register| index.catch_up(&register, desk.packs));
        if let Err(error) = caught_up {
            tracing::error!("the index cannot be brought up to date: {}", told(&error));
        }
    });
}
