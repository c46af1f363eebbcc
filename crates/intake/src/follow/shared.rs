//! A fetcher through which several threads ask, each the address that it needs.
//!
//! What is asked next, and when, is decided by one thread at a time; while it waits, for an answer or because a host is left alone, others
//! go on. So hosts are asked beside each other, and at a host one request is under way.

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::answer::Answer;
use super::errand::{Errand, Next};
use super::error::FetchError;
use super::fetch::{Fetcher, Request};
use super::pace::wait;

/// A [`Fetcher`] that threads share.
pub struct Shared {
    fetcher: Mutex<Fetcher>,
    ending: Arc<AtomicBool>,
}

impl Shared {
    /// Shares a fetcher.
    pub fn new(fetcher: Fetcher) -> Self {
        let ending = fetcher.ending();
        Self { fetcher: Mutex::new(fetcher), ending }
    }

    /// Asks an address, and whatever it leads on to.
    ///
    /// Gives answers of success, and those that say that it is unchanged (304), away (404, 410) or not for everybody (other 4xx).
    ///
    /// # Errors
    ///
    /// Where it must not or cannot be had.
    pub fn get(&self, request: Request<'_>) -> Result<Answer, FetchError> {
        let mut errand = Errand::new(request);
        loop {
            let mut fetcher = self.fetcher();
            match errand.next(&mut fetcher) {
                Next::Ask => {
                    let exchange = errand.exchange(&mut fetcher);
                    drop(fetcher);
                    let came = exchange.ask();
                    errand.came(&mut self.fetcher(), came);
                }
                Next::Wait(pause) => {
                    drop(fetcher);
                    if !wait(pause, &self.ending) {
                        return Err(FetchError::Stopped { address: request.address.to_string() });
                    }
                }
                Next::Done(ended) => return ended,
            }
        }
    }

    fn fetcher(&self) -> MutexGuard<'_, Fetcher> {
        self.fetcher.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
