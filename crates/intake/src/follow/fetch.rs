//! How addresses are asked: politely, and bounded in every way.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ureq::Agent;
use url::Url;

use super::exchange::{Exchange, agent};
use super::pace::{Pace, SHORTEST};
use super::reach::Reach;
use super::robots::{self, Robots, Rules, site_of};

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

/// What is asked by: knows when each host may be asked again, and what each site allows.
pub struct Fetcher {
    settings: Settings,
    /// An agent for each reach: what one source may ask, another must not come to by its connections.
    agents: BTreeMap<Reach, Agent>,
    pace: Pace,
    pub(super) robots: Robots,
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

    /// Whether the program is ending.
    pub(super) fn is_ending(&self) -> bool {
        self.ending.load(Ordering::Relaxed)
    }

    /// What is set when the program is to end.
    pub(super) fn ending(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.ending)
    }

    /// How long the host of an address is still left alone.
    pub(super) fn ready_in(&self, address: &Url) -> Duration {
        self.pace.ready_in(host(address))
    }

    /// A request of an address, whose host is under way until it is [asked](Self::asked).
    pub(super) fn exchange(
        &mut self,
        address: Url,
        reach: &Reach,
        (etag, last_modified): (Option<String>, Option<String>),
    ) -> Exchange {
        self.pace.begin(host(&address));
        let settings = &self.settings;
        let agent = self.agents.entry(reach.clone()).or_insert_with(|| agent(settings, reach)).clone();
        let (timeout, limit_bytes) = (settings.timeout, settings.limit_bytes);
        Exchange { agent, address, etag, last_modified, timeout, limit_bytes }
    }

    /// An address was asked; its host is left alone so long from now.
    pub(super) fn asked(&mut self, address: &Url, pause: Duration) {
        self.pace.end(host(address), pause);
    }

    /// Leaves the host of an address alone so long from now.
    pub(super) fn leave_alone(&mut self, address: &Url, pause: Duration) {
        self.pace.leave_alone(host(address), pause);
    }

    /// How long the host of an address is left alone after each answer.
    pub(super) fn pause(&self, address: &Url, reach: &Reach) -> Duration {
        let shortest = if reach.is_own_machine(address) { Duration::ZERO } else { SHORTEST };
        let asked = self.robots.of(&site_of(address)).map(Rules::delay).unwrap_or_default();
        self.settings.pause.max(shortest).max(asked.min(self.settings.longest_pause))
    }
}

/// The host of an address, by which politeness counts.
pub(super) fn host(address: &Url) -> &str {
    address.host_str().unwrap_or_default()
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
