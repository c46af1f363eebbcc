//! An address that is to be had, request by request: what its site allows, all that it leads on to, and again where it fails in passing.
//!
//! Nothing is asked here. [`Errand::next`] says when something is to be asked, [`Errand::exchange`] what, and [`Errand::came`] is told what
//! came of it.

use std::time::{Duration, Instant};

use url::Url;

use super::address::canonical;
use super::answer::Answer;
use super::error::FetchError;
use super::exchange::{Came, Exchange};
use super::fetch::{Fetcher, Request, host};
use super::pace::AGAIN;
use super::reach::Reach;
use super::robots::{Rules, file_of, site_of};

/// So often an address may lead on to another.
const REDIRECTS: usize = 5;
/// No single request is tried more often in one go.
const TRIES: u32 = 3;
/// The longest wait between two of them; where a site asks for more, it is asked again another time.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// How an errand ends.
pub(super) type Ended = Result<Answer, FetchError>;

/// An address that is to be had.
pub(super) struct Errand {
    reach: Reach,
    etag: Option<String>,
    last_modified: Option<String>,
    page: Trail,
    /// To the file in which the site of the page says what it allows, while that is asked.
    robots: Option<Trail>,
    ended: Option<Ended>,
}

/// What is to be done for an errand.
pub(super) enum Next {
    /// It can be asked what is next ([`Errand::exchange`]).
    Ask,
    /// Nothing, for so long at most.
    Wait(Duration),
    /// It has come to its end.
    Done(Ended),
}

/// An address, and where it has led so far.
struct Trail {
    first: Url,
    at: Url,
    hop: usize,
    tries: u32,
    /// Not sooner is it asked again.
    not_before: Instant,
}

impl Errand {
    pub(super) fn new(request: Request<'_>) -> Self {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        Self {
            reach: request.reach.clone(),
            etag: owned(request.etag),
            last_modified: owned(request.last_modified),
            page: Trail::new(request.address.clone()),
            robots: None,
            ended: request.reach.check(request.address).err().map(Err),
        }
    }

    /// The host to which it has led: where it began, nobody waits for it any more.
    pub(super) fn host(&self) -> &str {
        host(&self.page.at)
    }

    /// What is to be done now.
    pub(super) fn next(&mut self, fetcher: &mut Fetcher) -> Next {
        if self.ended.is_none() && self.robots.is_none() && !self.look_at_robots(fetcher) {
            return Next::Wait(AGAIN);
        }
        if let Some(ended) = self.ended.take() {
            return Next::Done(ended);
        }
        let trail = self.trail();
        let wait = fetcher.ready_in(&trail.at).max(trail.not_before.saturating_duration_since(Instant::now()));
        if wait.is_zero() { Next::Ask } else { Next::Wait(wait) }
    }

    /// What is to be asked next; its host is under way until it is told what [came](Self::came).
    pub(super) fn exchange(&self, fetcher: &mut Fetcher) -> Exchange {
        let known = if self.robots.is_some() { (None, None) } else { (self.etag.clone(), self.last_modified.clone()) };
        fetcher.exchange(self.trail().at.clone(), &self.reach, known)
    }

    fn trail(&self) -> &Trail {
        self.robots.as_ref().unwrap_or(&self.page)
    }

    /// Whether it is known what the site of the page allows; where it is not, it is to be asked, but by one errand alone.
    fn look_at_robots(&mut self, fetcher: &mut Fetcher) -> bool {
        let (at, site) = (&self.page.at, site_of(&self.page.at));
        let error = match fetcher.robots.of(&site) {
            Some(Rules::Unknown(why)) => FetchError::NoRobots { address: at.to_string(), why: why.clone() },
            Some(rules) if !rules.allow(at) => FetchError::Robots { address: at.to_string() },
            Some(_) => return true,
            None => {
                let is_mine = fetcher.robots.begin(site);
                self.robots = is_mine.then(|| Trail::new(file_of(at)));
                return is_mine;
            }
        };
        self.ended = Some(Err(self.page.astray(error)));
        true
    }

    /// Takes what came of what was to be asked.
    pub(super) fn came(&mut self, fetcher: &mut Fetcher, came: Result<Came, FetchError>) {
        let is_robots = self.robots.is_some();
        let trail = self.robots.as_mut().unwrap_or(&mut self.page);
        let pause = fetcher.pause(&trail.at, &self.reach);
        // Who asks for time asks it for all that stands there.
        let told = came.as_ref().err().and_then(FetchError::asked_for).unwrap_or_default();
        fetcher.asked(&trail.at, pause.max(told.min(fetcher.settings().longest_pause)));
        match trail.came(came, pause, &self.reach) {
            None => {}
            Some(ended) if is_robots => self.learn(fetcher, ended),
            Some(ended) => self.ended = Some(ended),
        }
    }

    /// Learns what a site allows (RFC 9309, 2.3): all where it has no file, nothing where the site fails.
    fn learn(&mut self, fetcher: &mut Fetcher, ended: Ended) {
        self.robots = None;
        let site = site_of(&self.page.at);
        let rules = match ended {
            Ok(answer) if (200..300).contains(&answer.status) => Rules::of(&answer.body),
            Ok(_) | Err(FetchError::Redirects { .. }) => Rules::All,
            Err(error @ FetchError::Private { .. }) => {
                fetcher.robots.leave(&site);
                self.ended = Some(Err(self.page.astray(error)));
                return;
            }
            Err(error) => Rules::Unknown(error.told()),
        };
        fetcher.robots.learn(site, rules);
        // What it asks for holds from its own answer on.
        fetcher.leave_alone(&self.page.at, fetcher.pause(&self.page.at, &self.reach));
    }
}

impl Trail {
    fn new(first: Url) -> Self {
        Self { at: first.clone(), first, hop: 0, tries: 0, not_before: Instant::now() }
    }

    /// What came of asking where it has led; `None` where it leads on, or is to be asked again.
    fn came(&mut self, came: Result<Came, FetchError>, pause: Duration, reach: &Reach) -> Option<Ended> {
        match came {
            Ok(Came { leads_to: Some(location), .. }) => self.lead_on(&location, reach).err().map(Err),
            Ok(Came { answer, .. }) => Some(Ok(answer)),
            Err(error) => self.failed(error, pause).map(Err),
        }
    }

    /// Leads on to where an answer says.
    fn lead_on(&mut self, location: &[u8], reach: &Reach) -> Result<(), FetchError> {
        let next = canonical(&String::from_utf8_lossy(location), Some(&self.at));
        (self.hop, self.tries) = (self.hop + 1, 0);
        self.at = next.map_err(|error| self.astray(error.into()))?;
        if self.hop > REDIRECTS {
            return Err(FetchError::Redirects { address: self.first.to_string(), most: REDIRECTS });
        }
        reach.check(&self.at).map_err(|error| self.astray(error))
    }

    /// What went wrong; `None` where it may pass, and is to be asked again.
    fn failed(&mut self, error: FetchError, pause: Duration) -> Option<FetchError> {
        self.tries += 1;
        let wait = error.retry_after().unwrap_or_default().max(pause.saturating_mul(1 << self.tries));
        let may_help = matches!(error, FetchError::Status { status, .. } if status != 429);
        if !may_help || self.tries >= TRIES || wait > LONGEST_WAIT {
            return Some(self.astray(error));
        }
        self.not_before = Instant::now() + wait;
        None
    }

    /// An error, with where it began.
    fn astray(&self, error: FetchError) -> FetchError {
        if self.hop == 0 {
            return error;
        }
        FetchError::Astray { address: self.first.to_string(), source: Box::new(error) }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::follow::fetch::Settings;

    fn fetcher() -> Fetcher {
        Fetcher::new(Settings { pause: Duration::ZERO, ..Settings::default() }, Arc::default())
    }

    fn errand(address: &str) -> Errand {
        let reach = Reach::allowing(["127.0.0.1", "127.0.0.2"]);
        let address = Url::parse(address).expect("it is one");
        Errand::new(Request { address: &address, reach: &reach, etag: Some("e"), last_modified: None })
    }

    /// What is to be done now: an address to be asked, `wait`, or how it ended.
    fn told(errand: &mut Errand, fetcher: &mut Fetcher) -> String {
        match errand.next(fetcher) {
            Next::Ask => {
                let exchange = errand.exchange(fetcher);
                format!("{} {}", exchange.address, exchange.etag.unwrap_or_default())
            }
            Next::Wait(_) => "wait".to_owned(),
            Next::Done(Ok(answer)) => format!("{} from {}", answer.status, answer.address),
            Next::Done(Err(error)) => error.told(),
        }
    }

    fn answer(errand: &Errand, status: u16, body: &str) -> Answer {
        let address = errand.trail().at.clone();
        let (headers, body) = (String::new(), body.as_bytes().to_vec());
        Answer { address, status, headers, content_type: None, etag: None, last_modified: None, body }
    }

    fn came(errand: &mut Errand, fetcher: &mut Fetcher, status: u16, body: &str) {
        let answer = answer(errand, status, body);
        errand.came(fetcher, Ok(Came { answer, leads_to: None }));
    }

    fn led(errand: &mut Errand, fetcher: &mut Fetcher, to: &str) {
        let answer = answer(errand, 301, "");
        errand.came(fetcher, Ok(Came { answer, leads_to: Some(to.as_bytes().to_vec()) }));
    }

    #[test]
    fn a_site_is_asked_once_what_it_allows() {
        let mut fetcher = fetcher();
        let (mut one, mut two) = (errand("http://127.0.0.1/a"), errand("http://127.0.0.1/b"));
        assert_eq!(told(&mut one, &mut fetcher), "http://127.0.0.1/robots.txt ");
        assert_eq!(told(&mut two, &mut fetcher), "wait");
        // Its host is free meanwhile, but what it allows is not known yet.
        led(&mut one, &mut fetcher, "http://127.0.0.2/rules");
        assert_eq!(told(&mut two, &mut fetcher), "wait");
        assert_eq!(told(&mut one, &mut fetcher), "http://127.0.0.2/rules ");
        came(&mut one, &mut fetcher, 200, "User-agent: *\nDisallow: /b\n");
        assert_eq!(told(&mut one, &mut fetcher), "http://127.0.0.1/a e");
        assert_eq!(
            told(&mut two, &mut fetcher),
            "http://127.0.0.1/b: robots.txt of the site asks programs to leave it alone"
        );
        came(&mut one, &mut fetcher, 304, "");
        assert_eq!(told(&mut one, &mut fetcher), "304 from http://127.0.0.1/a");
    }

    #[test]
    fn each_site_on_the_way_is_asked_what_it_allows() {
        let mut fetcher = fetcher();
        let (mut one, mut two) = (errand("http://127.0.0.1/a"), errand("http://127.0.0.2/b"));
        assert_eq!(told(&mut one, &mut fetcher), "http://127.0.0.1/robots.txt ");
        came(&mut one, &mut fetcher, 404, "");
        assert_eq!(told(&mut one, &mut fetcher), "http://127.0.0.1/a e");
        assert_eq!(told(&mut two, &mut fetcher), "http://127.0.0.2/robots.txt ");
        assert_eq!(one.host(), "127.0.0.1");
        led(&mut one, &mut fetcher, "http://127.0.0.2/c");
        assert_eq!(one.host(), "127.0.0.2", "who was led elsewhere keeps nobody waiting");
        assert_eq!(told(&mut one, &mut fetcher), "wait", "another is there");
        came(&mut two, &mut fetcher, 404, "");
        assert_eq!(told(&mut two, &mut fetcher), "http://127.0.0.2/b e");
        assert_eq!(told(&mut one, &mut fetcher), "wait", "another is there");
        came(&mut two, &mut fetcher, 200, "b");
        assert_eq!(told(&mut one, &mut fetcher), "http://127.0.0.2/c e");
        led(&mut one, &mut fetcher, "http://10.0.0.1/");
        let error = told(&mut one, &mut fetcher);
        assert!(error.starts_with("http://127.0.0.1/a: leads on") && error.contains("10.0.0.1: lies in"), "{error}");
    }

    #[test]
    fn what_fails_in_passing_is_asked_again_later() {
        let mut fetcher = Fetcher::new(Settings::default(), Arc::default());
        let mut one = errand("http://127.0.0.1/a");
        told(&mut one, &mut fetcher);
        let failed = |retry_after| FetchError::Status { address: "a".to_owned(), status: 503, retry_after };
        one.came(&mut fetcher, Err(failed(Some(Duration::from_secs(7)))));
        let Next::Wait(wait) = one.next(&mut fetcher) else { panic!("it is asked at once") };
        assert!(wait > Duration::from_secs(6), "{wait:?}");
        // Who asks for an hour is not asked again in this go: nobody knows what the site allows.
        one.came(&mut fetcher, Err(failed(Some(Duration::from_secs(3600)))));
        let error = told(&mut one, &mut fetcher);
        assert!(error.contains("robots.txt of the site cannot be had (a: the site answers 503)"), "{error}");
    }
}
