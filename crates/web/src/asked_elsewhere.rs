//! What the server asks of other machines, and only because somebody who sits at this one has said so: a look at a source, and a
//! document by its address. Both are asked in the background, several at once, as politely as `chancery watch` asks.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use intake::follow::{AT_ONCE, Fetcher, Look, Settings, Shared, guarded, look, one_page};
use register::Source;

use crate::desk::Desk;
use crate::guard::Signed;
use crate::problem::Problem;
use crate::uploads;

/// So many are under way at most, each in a thread of its own; at one host they take turns.
const UNDER_WAY: usize = AT_ONCE.get();
/// So many looks are remembered.
const REMEMBERED: usize = 10;
/// So many pages of a source are looked at.
const PAGES: usize = 3;

/// A look at a source.
#[derive(Clone, Debug)]
pub(crate) struct LookedAt {
    /// What it is called, or its address where it is not followed.
    pub(crate) name: String,
    /// When it began, in milliseconds since 1970.
    pub(crate) at_ms: i64,
    /// What was found, which can be long; `None` while it is under way.
    pub(crate) found: Option<Result<Arc<Look>, String>>,
}

/// What is asked of other machines, and what was lately.
pub(crate) struct Elsewhere {
    state: Mutex<State>,
    /// All is asked through one, which knows when each host may be asked again.
    fetcher: Shared,
}

#[derive(Default)]
struct State {
    /// The number of the next.
    next: u64,
    /// The latest first.
    looks: VecDeque<(u64, LookedAt)>,
    /// Addresses of documents that are being fetched.
    fetching: Vec<String>,
    n_under_way: usize,
}

impl Elsewhere {
    /// Nothing was asked yet.
    pub(crate) fn new(settings: Settings) -> Self {
        Self { state: Mutex::default(), fetcher: Shared::new(Fetcher::new(settings, Arc::default())) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The looks that are remembered, the latest first.
    pub(crate) fn looks(&self) -> Vec<LookedAt> {
        self.state().looks.iter().map(|(_, look)| look.clone()).collect()
    }

    /// Addresses of documents that are being fetched.
    pub(crate) fn fetching(&self) -> Vec<String> {
        self.state().fetching.clone()
    }

    fn begin(&self) -> Result<MutexGuard<'_, State>, Problem> {
        let mut state = self.state();
        if state.n_under_way >= UNDER_WAY {
            let why = "other addresses are being asked; wait until one is done, and send it again";
            return Err(Problem::Cannot(why.to_owned()));
        }
        state.n_under_way += 1;
        Ok(state)
    }
}

/// Looks at a source in the background.
pub(crate) fn look_at(desk: &Arc<Desk>, _: &Signed, source: Source) -> Result<(), Problem> {
    let mut state = desk.elsewhere.begin()?;
    let n = state.next;
    state.next += 1;
    let name = if source.id.is_empty() { source.address.clone() } else { source.name.clone() };
    state.looks.push_front((n, LookedAt { name, at_ms: desk.now_ms(), found: None }));
    state.looks.truncate(REMEMBERED);
    drop(state);
    let own = Arc::clone(desk);
    thread::spawn(move || {
        let found = guarded(|| look(&own.elsewhere.fetcher, own.packs, &source, &own.allowed, PAGES));
        let mut state = own.elsewhere.state();
        state.n_under_way -= 1;
        if let Some((_, look)) = state.looks.iter_mut().find(|(known, _)| *known == n) {
            look.found = Some(found.map(Arc::new));
        }
    });
    Ok(())
}

/// Fetches a document in the background, and keeps it; where that fails, it is remembered with what was refused.
pub(crate) fn fetch(desk: &Arc<Desk>, signed: Signed, address: String) -> Result<(), Problem> {
    let mut state = desk.elsewhere.begin()?;
    state.fetching.push(address.clone());
    drop(state);
    let own = Arc::clone(desk);
    thread::spawn(move || {
        if let Err(why) = guarded(|| fetched(&own, &signed, &address)) {
            own.uploads.remember([uploads::Refused { name: address.clone(), why, at_ms: own.now_ms() }]);
        }
        let mut state = own.elsewhere.state();
        state.n_under_way -= 1;
        if let Some(at) = state.fetching.iter().position(|known| *known == address) {
            state.fetching.remove(at);
        }
    });
    Ok(())
}

/// Asks an address and keeps what stands there; what of it is refused is remembered on its own.
fn fetched(desk: &Desk, signed: &Signed, address: &str) -> Result<(), String> {
    let now_ms = desk.now_ms();
    let (deposits, left_out) = one_page(&desk.elsewhere.fetcher, address, &desk.allowed, now_ms)?;
    let refused = |why| uploads::Refused { name: address.to_owned(), why, at_ms: now_ms };
    desk.uploads.remember(left_out.into_iter().map(refused));
    let unsaid = "it could not be kept; see what the program logs, and fetch it again";
    let kept = uploads::keep_all(desk, signed, deposits);
    kept.map(|_| ()).map_err(|problem| problem.detail().unwrap_or(unsaid).to_owned())
}
