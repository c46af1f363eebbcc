//! What the server asks of other machines, and only because somebody who sits at this one has said so: a look at a source, and a
//! document by its address. Both are asked in the background, through the fetcher that `chancery watch` has.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use intake::follow::{Fetcher, Look, look, one_page};
use register::{PackReader, Source};

use crate::desk::Desk;
use crate::guard::Signed;
use crate::problem::Problem;
use crate::uploads;

/// So many are asked at once.
const AT_ONCE: usize = 3;
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
    /// What was found; `None` while it is under way.
    pub(crate) found: Option<Result<Look, String>>,
}

/// What is asked of other machines, and what was lately.
#[derive(Default)]
pub(crate) struct Elsewhere(Mutex<State>);

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
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
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
        if state.n_under_way >= AT_ONCE {
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
        let asked = || look(&mut fetcher(&own), own.packs, &source, &own.allowed, PAGES);
        let found = caught(asked).and_then(|found| found);
        let mut state = own.elsewhere.state();
        state.n_under_way -= 1;
        if let Some((_, look)) = state.looks.iter_mut().find(|(known, _)| *known == n) {
            look.found = Some(found);
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
        let now_ms = own.now_ms();
        let fetched =
            caught(|| one_page(&mut fetcher(&own), &address, &own.allowed, now_ms)).and_then(|fetched| fetched);
        let kept = fetched.and_then(|deposits| {
            let read =
                deposits.into_iter().map(|deposit| uploads::read(&own, deposit)).collect::<Result<Vec<_>, _>>()?;
            let reader = PackReader::new(own.packs, NonZeroUsize::MIN);
            let kept = own.registers.change(&signed, |register| Ok(register.add(read, &reader, now_ms)?));
            kept.map(|_| ()).map_err(|problem| problem.name().to_owned())
        });
        if let Err(why) = kept {
            own.uploads.remember(uploads::Refused { name: address.clone(), why, at_ms: now_ms });
        }
        let mut state = own.elsewhere.state();
        state.n_under_way -= 1;
        if let Some(at) = state.fetching.iter().position(|known| *known == address) {
            state.fetching.remove(at);
        }
    });
    Ok(())
}

fn fetcher(desk: &Desk) -> Fetcher {
    Fetcher::new(desk.fetch.clone(), Arc::default())
}

/// A mistake of the program costs what it was doing alone.
fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    let failed = |_| "the program failed on what came; report it together with the address".to_owned();
    catch_unwind(AssertUnwindSafe(work)).map_err(failed)
}
