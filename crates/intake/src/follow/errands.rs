//! Errands that are under way, each at a host of its own, asked by a few threads.
//!
//! The threads do nothing but ask one request and wait for its answer. What is asked next, when, and what an answer means is decided by
//! whoever holds this, alone; so neither pauses nor hosts that take their time keep a thread that others need.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::errand::{Ended, Errand, Next};
use super::error::FetchError;
use super::exchange::{Came, Exchange};
use super::fetch::Fetcher;
use super::pace::AGAIN;

/// Errands under way, each with what it is about.
///
/// No more answers are held at any time than requests may be under way, and one that has come to its end.
pub(super) struct Errands<T> {
    pub(super) fetcher: Fetcher,
    /// So many requests are under way at most.
    at_once: NonZeroUsize,
    /// The number of the next.
    next: u64,
    /// In the order in which they began.
    under_way: Vec<UnderWay<T>>,
    ended: VecDeque<(T, Ended)>,
    answers: (Sender<Told>, Receiver<Told>),
}

/// What came of the request of an errand, by its number.
type Told = (u64, Result<Came, FetchError>);

struct UnderWay<T> {
    n: u64,
    about: T,
    errand: Errand,
    /// Whether a thread asks for it now.
    is_asked: bool,
}

impl<T> Errands<T> {
    pub(super) fn new(fetcher: Fetcher, at_once: NonZeroUsize) -> Self {
        let (under_way, ended) = (Vec::new(), VecDeque::new());
        Self { fetcher, at_once, next: 0, under_way, ended, answers: channel() }
    }

    /// Whether another request would have to wait for one that is under way.
    pub(super) fn is_full(&self) -> bool {
        self.under_way.iter().filter(|errand| errand.is_asked).count() >= self.at_once.get()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.under_way.is_empty() && self.ended.is_empty()
    }

    /// What all that are under way are about.
    pub(super) fn about(&self) -> impl Iterator<Item = &T> {
        self.under_way.iter().map(|errand| &errand.about).chain(self.ended.iter().map(|(about, _)| about))
    }

    /// Whether one is under way that stands at a host.
    pub(super) fn is_at(&self, host: &str) -> bool {
        self.under_way.iter().any(|errand| errand.errand.host() == host)
    }

    /// Begins an errand.
    pub(super) fn begin(&mut self, about: T, errand: Errand) {
        self.under_way.push(UnderWay { n: self.next, about, errand, is_asked: false });
        self.next += 1;
        self.go_on();
    }

    /// Ends an errand that cannot begin.
    pub(super) fn refuse(&mut self, about: T, error: FetchError) {
        self.ended.push_back((about, Err(error)));
    }

    /// An errand that has come to its end, after waiting for one answer at most; `None` where that has ended none, where no answer comes
    /// within so long, and where the program is ending.
    pub(super) fn ended(&mut self, within: Duration) -> Option<(T, Ended)> {
        let (until, mut has_come) = (Instant::now() + within, false);
        loop {
            let wait = self.go_on();
            if self.fetcher.is_ending() {
                return None;
            }
            // A thread that others wait for may be free now.
            if has_come || !self.ended.is_empty() {
                return self.ended.pop_front();
            }
            let left = until.saturating_duration_since(Instant::now());
            match self.answers.1.recv_timeout(left.min(wait)) {
                Ok((n, came)) => {
                    self.came(n, came);
                    has_come = true;
                }
                Err(_) if left.is_zero() => return None,
                Err(_) => {}
            }
        }
    }

    /// Asks what can be asked, the eldest first; gives how long to wait at most until more can be.
    fn go_on(&mut self) -> Duration {
        let (mut wait, mut at) = (AGAIN, 0);
        while at < self.under_way.len() {
            let is_full = self.is_full();
            let UnderWay { n, errand, is_asked, .. } = &mut self.under_way[at];
            if *is_asked {
                at += 1;
                continue;
            }
            match errand.next(&mut self.fetcher) {
                Next::Wait(pause) => (wait, at) = (wait.min(pause), at + 1),
                Next::Ask if is_full => at += 1,
                Next::Ask => {
                    ask(*n, errand.exchange(&mut self.fetcher), self.answers.0.clone());
                    *is_asked = true;
                    at += 1;
                }
                Next::Done(ended) => {
                    let UnderWay { about, .. } = self.under_way.remove(at);
                    self.ended.push_back((about, ended));
                }
            }
        }
        wait
    }

    fn came(&mut self, n: u64, came: Result<Came, FetchError>) {
        let errand = self.under_way.iter_mut().find(|errand| errand.n == n);
        let errand = errand.expect("it is under way until its answer is taken");
        errand.is_asked = false;
        errand.errand.came(&mut self.fetcher, came);
    }
}

/// Asks in a thread of its own. Where the program ends before the answer does, that is thrown away.
fn ask(n: u64, exchange: Exchange, answers: Sender<Told>) {
    let (address, told) = (exchange.address.to_string(), answers.clone());
    // Nobody listens any more once the program is ending.
    let begun = thread::Builder::new().name("request".to_owned()).spawn(move || drop(told.send((n, exchange.ask()))));
    if let Err(error) = begun {
        let why = format!("no thread can be had to ask it: {error}");
        drop(answers.send((n, Err(FetchError::Unreachable { address, why }))));
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;
    use std::sync::Arc;

    use url::Url;

    use super::*;
    use crate::follow::answer::Answer;
    use crate::follow::fetch::{Request, Settings};
    use crate::follow::reach::Reach;
    use crate::follow::robots::{Rules, site_of};

    #[test]
    fn what_has_ended_waits_for_no_thread() {
        // Whoever asks here waits for an answer.
        let silent = TcpListener::bind("127.0.0.1:0").expect("loopback is there");
        let silent = silent.local_addr().expect("it is bound").to_string();
        let reach = Reach::allowing([silent.as_str(), "127.0.0.2"]);
        let mut fetcher = Fetcher::new(Settings::default(), Arc::default());
        let addresses = [format!("http://{silent}/"), "http://127.0.0.2/".to_owned()];
        let addresses = addresses.map(|address| Url::parse(&address).expect("it is one"));
        addresses.iter().for_each(|address| fetcher.robots.learn(site_of(address), Rules::All));
        let errand = |address| Errand::new(Request { address, reach: &reach, etag: None, last_modified: None });
        let mut errands = Errands::new(fetcher, NonZeroUsize::MIN);
        for (n, about, address) in [(0, "waits", &addresses[0]), (1, "is asked", &addresses[1])] {
            errands.under_way.push(UnderWay { n, about, errand: errand(address), is_asked: n == 1 });
        }
        assert!(errands.is_full() && errands.ended(Duration::ZERO).is_none());
        let answer = Answer {
            address: addresses[1].clone(),
            status: 404,
            headers: String::new(),
            content_type: None,
            etag: None,
            last_modified: None,
            body: Vec::new(),
        };
        errands.came(1, Ok(Came { answer, leads_to: None }));
        // The thread goes to the one that waited, and what has come is taken in all the same.
        let ended = errands.ended(Duration::ZERO).map(|(about, _)| about);
        assert_eq!((ended, errands.is_full()), (Some("is asked"), true));
    }
}
