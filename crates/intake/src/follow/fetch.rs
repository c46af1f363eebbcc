//! One address asked: politely, and bounded in every way.

use std::collections::BTreeMap;
use std::error::Error as _;
use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use ureq::http::Response;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body};
use url::Url;

use super::address::canonical;
use super::answer::{Answer, bounded, retry_after, unpacked};
use super::error::FetchError;
use super::pace::{Pace, SHORTEST, wait};
use super::reach::{Checked, IsPrivate, Reach};
use super::robots::{self, Robots, Rules, file_of};

/// So often an address may lead on to another.
const REDIRECTS: usize = 5;
/// No single request is tried more often in one go.
const TRIES: u32 = 3;
/// The longest wait between two of them; where a site asks for more, it is asked again another time.
const LONGEST_WAIT: Duration = Duration::from_secs(30);
/// The longest wait for a connection.
const CONNECTING: Duration = Duration::from_secs(15);

/// How addresses are asked.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What the program calls itself.
    pub user_agent: String,
    /// How long a host is left alone between two requests; of other machines never shorter than two seconds.
    pub pause: Duration,
    /// The longest that a host is left alone between two requests because it asks so: by `Crawl-delay` or `Retry-After`.
    pub longest_pause: Duration,
    /// The longest time that one request may take, to the end of its answer.
    pub timeout: Duration,
    /// The longest body that is taken, unpacked.
    pub limit_bytes: usize,
    /// Whether the proxy that the environment names is used. Then that proxy alone decides which networks are reached.
    pub system_proxy: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            user_agent: user_agent(None),
            pause: SHORTEST,
            longest_pause: Duration::from_secs(120),
            timeout: Duration::from_secs(60),
            limit_bytes: 16 << 20,
            system_proxy: false,
        }
    }
}

/// What the program calls itself: `chancery/0.1.0 (+https://example.org/about)`. The address is where whoever is asked can turn to.
pub fn user_agent(contact: Option<&str>) -> String {
    let bare = format!("{}/{}", robots::AGENT, env!("CARGO_PKG_VERSION"));
    // A header takes no more than printable ASCII.
    let clean =
        |contact: &str| contact.chars().filter(|c| c.is_ascii_graphic() && !"()".contains(*c)).collect::<String>();
    match contact.map(clean).filter(|contact| !contact.is_empty()) {
        Some(contact) => format!("{bare} (+{contact})"),
        None => bare,
    }
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The address.
    pub address: &'a Url,
    /// What may be asked beside the open web.
    pub reach: &'a Reach,
    /// The `ETag` of what is known.
    pub etag: Option<&'a str>,
    /// Its `Last-Modified`.
    pub last_modified: Option<&'a str>,
}

/// Asks addresses, one at a time.
pub struct Fetcher {
    settings: Settings,
    /// An agent for each reach: what one source may ask, another must not come to by its connections.
    agents: BTreeMap<Reach, Agent>,
    pace: Pace,
    robots: Robots,
    ending: Arc<AtomicBool>,
}

impl Fetcher {
    /// Asks as the settings say, until `ending` is set.
    pub fn new(settings: Settings, ending: Arc<AtomicBool>) -> Self {
        Self { settings, agents: BTreeMap::new(), pace: Pace::default(), robots: Robots::default(), ending }
    }

    /// How addresses are asked.
    pub(super) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// How long the host of an address is still left alone.
    pub(super) fn ready_in(&self, address: &Url) -> Duration {
        self.pace.ready_in(address.host_str().unwrap_or_default())
    }

    /// Asks an address, and whatever it leads on to.
    ///
    /// Gives answers of success, and those that say that it is unchanged (304), away (404, 410) or not for everybody (other 4xx).
    ///
    /// # Errors
    ///
    /// Where it must not or cannot be had.
    pub fn get(&mut self, request: Request<'_>) -> Result<Answer, FetchError> {
        self.follow(request, true)
    }

    fn follow(&mut self, request: Request<'_>, ask_robots: bool) -> Result<Answer, FetchError> {
        let mut address = request.address.clone();
        for hop in 0..=REDIRECTS {
            let astray = |error: FetchError| {
                if hop == 0 || error.is_stopped() {
                    return error;
                }
                FetchError::Astray { address: request.address.to_string(), source: Box::new(error) }
            };
            request.reach.check(&address).map_err(astray)?;
            if ask_robots {
                self.ask_robots(&address, request.reach).map_err(astray)?;
            }
            let response = self.asked(&address, request).map_err(astray)?;
            let status = response.status().as_u16();
            let location = response.headers().get("location").map(|location| location.as_bytes().to_vec());
            match location {
                Some(location) if matches!(status, 301 | 302 | 303 | 307 | 308) => {
                    let next = canonical(&String::from_utf8_lossy(&location), Some(&address));
                    address = next.map_err(|error| FetchError::Astray {
                        address: request.address.to_string(),
                        source: Box::new(error.into()),
                    })?;
                }
                _ => return self.answer(&address, request.reach, response),
            }
        }
        Err(FetchError::Redirects { address: request.address.to_string(), most: REDIRECTS })
    }

    /// Looks whether the site allows to ask an address; asks it first where that is not known.
    fn ask_robots(&mut self, address: &Url, reach: &Reach) -> Result<(), FetchError> {
        let site = address.origin().ascii_serialization();
        if self.robots.of(&site).is_none() {
            let rules = self.rules(address, reach)?;
            self.robots.learn(site.clone(), rules);
            // What it asks for holds from its own answer on.
            self.pace.leave_alone(address.host_str().unwrap_or_default(), self.pause(address, reach));
        }
        match self.robots.of(&site) {
            Some(Rules::Unknown(why)) => Err(FetchError::NoRobots { address: address.to_string(), why: why.clone() }),
            Some(rules) if !rules.allow(address) => Err(FetchError::Robots { address: address.to_string() }),
            _ => Ok(()),
        }
    }

    /// What a site allows (RFC 9309, 2.3): all where it has no file, nothing where the site fails.
    fn rules(&mut self, address: &Url, reach: &Reach) -> Result<Rules, FetchError> {
        let file = file_of(address);
        let request = Request { address: &file, reach, etag: None, last_modified: None };
        match self.follow(request, false) {
            Ok(answer) if (200..300).contains(&answer.status) => Ok(Rules::of(&answer.body)),
            Ok(_) | Err(FetchError::Redirects { .. }) => Ok(Rules::All),
            Err(error) if error.is_stopped() || matches!(error, FetchError::Private { .. }) => Err(error),
            Err(error) => Ok(Rules::Unknown(error.told())),
        }
    }

    /// Asks one address, and again where it fails in passing.
    fn asked(&mut self, address: &Url, request: Request<'_>) -> Result<Response<Body>, FetchError> {
        let host = address.host_str().unwrap_or_default().to_owned();
        let pause = self.pause(address, request.reach);
        let mut tries = 0;
        loop {
            if !wait(self.pace.ready_in(&host), &self.ending) {
                return Err(FetchError::Stopped { address: address.to_string() });
            }
            let asked = self.once(address, request);
            // Who asks for time asks it for all that stands there.
            let told = asked.as_ref().err().and_then(FetchError::asked_for).unwrap_or_default();
            self.pace.leave_alone(&host, pause.max(told.min(self.settings.longest_pause)));
            tries += 1;
            let error = match asked {
                Ok(response) => return Ok(response),
                Err(error) => error,
            };
            let wait_for = error.retry_after().unwrap_or_default().max(pause.saturating_mul(1 << tries));
            let may_help = matches!(error, FetchError::Status { status, .. } if status != 429);
            if !may_help || tries >= TRIES || wait_for > LONGEST_WAIT {
                return Err(error);
            }
            if !wait(wait_for, &self.ending) {
                return Err(FetchError::Stopped { address: address.to_string() });
            }
        }
    }

    /// How long the host of an address is left alone after each answer.
    fn pause(&self, address: &Url, reach: &Reach) -> Duration {
        let shortest = if reach.is_own_machine(address) { Duration::ZERO } else { SHORTEST };
        let asked = self.robots.of(&address.origin().ascii_serialization()).map(Rules::delay).unwrap_or_default();
        self.settings.pause.max(shortest).max(asked.min(self.settings.longest_pause))
    }

    fn once(&mut self, address: &Url, request: Request<'_>) -> Result<Response<Body>, FetchError> {
        let settings = &self.settings;
        let agent = self.agents.entry(request.reach.clone()).or_insert_with(|| agent(settings, request.reach));
        let mut get = agent.get(address.as_str()).header("accept-encoding", "gzip");
        if let Some(etag) = request.etag {
            get = get.header("if-none-match", etag);
        }
        if let Some(last_modified) = request.last_modified {
            get = get.header("if-modified-since", last_modified);
        }
        let response = get.call().map_err(|error| failed(address, &error, settings))?;
        let status = response.status().as_u16();
        if status >= 500 || matches!(status, 408 | 425 | 429) {
            let retry_after = retry_after(response.headers());
            return Err(FetchError::Status { address: address.to_string(), status, retry_after });
        }
        Ok(response)
    }

    /// The answer with its body, where that is wanted. The host is left alone from its end on.
    fn answer(&mut self, address: &Url, reach: &Reach, response: Response<Body>) -> Result<Answer, FetchError> {
        let mut answer = Answer::of(address, &response);
        if !(200..300).contains(&answer.status) {
            return Ok(answer);
        }
        let encoding = response.headers().get("content-encoding").and_then(|value| value.to_str().ok());
        let encoding = encoding.unwrap_or_default().to_owned();
        let limit_bytes = self.settings.limit_bytes;
        let too_long = || FetchError::TooLong { address: address.to_string(), limit_bytes };
        // What says that it is too long is asked again each week, and need not come each time.
        if response.body().content_length().is_some_and(|length| length > limit_bytes as u64) {
            return Err(too_long());
        }
        let read = bounded(response.into_body().into_reader(), limit_bytes);
        self.pace.leave_alone(address.host_str().unwrap_or_default(), self.pause(address, reach));
        let packed = read.map_err(|error| broken_off(address, &error, &self.settings))?.ok_or_else(too_long)?;
        let unpacked = unpacked(packed, &encoding, limit_bytes);
        let wrong = |error: io::Error| FetchError::Packed { address: address.to_string(), why: error.to_string() };
        answer.body = unpacked.map_err(wrong)?.ok_or_else(too_long)?;
        Ok(answer)
    }
}

fn agent(settings: &Settings, reach: &Reach) -> Agent {
    let proxy = if settings.system_proxy { ureq::Proxy::try_from_env() } else { None };
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(proxy)
        .user_agent(&settings.user_agent)
        .accept("text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.8")
        .accept_encoding("")
        .timeout_connect(Some(CONNECTING.min(settings.timeout)))
        .timeout_global(Some(settings.timeout))
        .build();
    Agent::with_parts(config, DefaultConnector::default(), Checked::new(reach.clone()))
}

/// Why an address could not be had.
fn failed(address: &Url, error: &ureq::Error, settings: &Settings) -> FetchError {
    let unreachable = |why: String| FetchError::Unreachable { address: address.to_string(), why };
    match error {
        ureq::Error::Timeout(_) => {
            FetchError::Slow { address: address.to_string(), seconds: settings.timeout.as_secs_f32() }
        }
        ureq::Error::Io(error) => broken_off(address, error, settings),
        ureq::Error::HostNotFound => unreachable("there is no such host".to_owned()),
        ureq::Error::Other(other) if other.downcast_ref::<IsPrivate>().is_some() => {
            FetchError::Private { host: address.host_str().unwrap_or_default().to_owned() }
        }
        ureq::Error::LargeResponseHeader(..) => unreachable("its headers are longer than what is taken".to_owned()),
        other => {
            let cause = other.source().map(|cause| format!(": {cause}")).unwrap_or_default();
            unreachable(format!("{other}{cause}"))
        }
    }
}

/// Why an answer has not come to its end.
fn broken_off(address: &Url, error: &io::Error, settings: &Settings) -> FetchError {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<ureq::Error>());
    match inner {
        Some(inner) if !matches!(inner, ureq::Error::Io(_)) => failed(address, inner, settings),
        _ if matches!(error.kind(), io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock) => {
            FetchError::Slow { address: address.to_string(), seconds: settings.timeout.as_secs_f32() }
        }
        _ => FetchError::Unreachable { address: address.to_string(), why: error.to_string() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_can_be_hurried() {
        let settings = Settings { pause: Duration::from_millis(10), ..Settings::default() };
        let fetcher = Fetcher::new(settings, Arc::default());
        let reach = Reach::allowing(["127.0.0.1", "localhost", "intranet.example"]);
        let pause = |address: &str| fetcher.pause(&Url::parse(address).expect("it is one"), &reach).as_millis();
        assert_eq!([pause("http://127.0.0.1/"), pause("http://localhost/")], [10, 10]);
        for other in ["http://127.0.0.2/", "https://intranet.example/", "https://example.org/", "http://[::1]/"] {
            assert_eq!(pause(other), 2000, "{other}");
        }
    }

    #[test]
    fn says_who_it_is_in_one_line() {
        assert!(user_agent(None).starts_with("chancery/"));
        assert!(user_agent(Some("mailto:desk@mfa.example")).ends_with(" (+mailto:desk@mfa.example)"));
        assert!(user_agent(Some("a\r\nx: (b)")).ends_with(" (+ax:b)"));
    }
}
