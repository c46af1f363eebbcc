//! What robots.txt of a site allows ([RFC 9309](https://www.rfc-editor.org/rfc/rfc9309)).

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use texting_robots::Robot;
use url::Url;

/// The name by which robots.txt may speak of this program.
pub(super) const AGENT: &str = "chancery";
/// So much of the file is read, in bytes.
pub(super) const LONGEST: usize = 500 << 10;
/// How long an answer counts.
const COUNTS: Duration = Duration::from_secs(24 * 60 * 60);
/// How long one that is not there counts.
const MISSING_COUNTS: Duration = Duration::from_secs(10 * 60);
/// What so many sites allow is remembered.
const SITES: usize = 1000;

/// What a site allows.
pub enum Rules {
    /// Everything: it says nothing.
    All,
    /// What its file says.
    Some(Box<Robot>),
    /// Nobody knows, so nothing; what came instead.
    Unknown(String),
}

impl Rules {
    /// What a file says.
    pub fn of(file: &[u8]) -> Self {
        let file = &file[..file.len().min(LONGEST)];
        match catch_unwind(AssertUnwindSafe(|| Robot::new(AGENT, file))) {
            Ok(Ok(robot)) => Self::Some(Box::new(robot)),
            // RFC 9309, 2.2: what can be read counts. Nothing can.
            Ok(Err(_)) | Err(_) => Self::All,
        }
    }

    /// Whether an address may be asked.
    pub fn allow(&self, url: &Url) -> bool {
        match self {
            Self::All => true,
            Self::Some(robot) => catch_unwind(AssertUnwindSafe(|| robot.allowed(url.as_str()))).unwrap_or(false),
            Self::Unknown(_) => false,
        }
    }

    /// The pause that it asks for between any two requests; what is no number of seconds asks for none.
    pub fn delay(&self) -> Duration {
        match self {
            Self::Some(robot) => Duration::try_from_secs_f32(robot.delay.unwrap_or_default()).unwrap_or_default(),
            _ => Duration::ZERO,
        }
    }
}

/// What the sites that were asked lately allow.
#[derive(Default)]
pub(super) struct Robots {
    known: BTreeMap<String, (Rules, Instant)>,
    /// Sites that are being asked.
    under_way: BTreeSet<String>,
}

impl Robots {
    /// What a site allows, if that is known and not too old.
    pub(super) fn of(&self, site: &str) -> Option<&Rules> {
        let (rules, since) = self.known.get(site)?;
        let counts = if matches!(rules, Rules::Unknown(_)) { MISSING_COUNTS } else { COUNTS };
        (since.elapsed() < counts).then_some(rules)
    }

    /// Begins to ask what a site allows; `false` where that is asked already.
    pub(super) fn begin(&mut self, site: String) -> bool {
        self.under_way.insert(site)
    }

    /// Nothing was learnt of a site that was asked.
    pub(super) fn leave(&mut self, site: &str) {
        self.under_way.remove(site);
    }

    /// Remembers what a site allows; where that is too much to remember, what was learnt first is forgotten.
    pub(super) fn learn(&mut self, site: String, rules: Rules) {
        self.under_way.remove(&site);
        if self.known.len() >= SITES {
            self.known.retain(|_, (_, since)| since.elapsed() < COUNTS);
        }
        let oldest = || self.known.iter().min_by_key(|(_, (_, since))| *since).map(|(site, _)| site.clone());
        if let Some(oldest) = oldest().filter(|_| self.known.len() >= SITES) {
            self.known.remove(&oldest);
        }
        self.known.insert(site, (rules, Instant::now()));
    }
}

/// The site of an address, which speaks for itself: `https://example.org`.
pub(super) fn site_of(url: &Url) -> String {
    url.origin().ascii_serialization()
}

/// Where a site keeps its file.
pub(super) fn file_of(url: &Url) -> Url {
    let mut file = url.clone();
    file.set_path("/robots.txt");
    file.set_query(None);
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn obeys() {
        let rules = Rules::of(
            b"User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /private/\nAllow: /private/open\nDisallow: /*.pdf$\n\
              Crawl-delay: 7\n",
        );
        let check = |path: &str| {
            rules.allow(&Url::parse("https://example.org").and_then(|url| url.join(path)).expect("it is one"))
        };
        assert!(check("/news") && check("/private/open/1") && check("/a.pdf.html"));
        assert!(!check("/private/x") && !check("/a.pdf"));
        assert_eq!(rules.delay(), Duration::from_secs(7));
        let named = Rules::of(b"User-agent: *\nDisallow:\n\nUser-agent: Chancery\nDisallow: /news\n");
        assert!(!named.allow(&Url::parse("https://example.org/news").expect("it is one")));
    }

    #[test]
    fn survives_anything() {
        let many = "Disallow: /*a*a*a*a*a*a*a*a$\n".repeat(2_000);
        for file in [
            &b"\0\xff\xfe"[..],
            b"User-agent",
            b"<html>no</html>",
            b"Crawl-delay: -9e99\nDisallow: *$*",
            many.as_bytes(),
        ] {
            let rules = Rules::of(file);
            rules.allow(&Url::parse(&format!("https://example.org/{}", "a".repeat(2000))).expect("it is one"));
            assert_eq!(rules.delay(), Duration::ZERO);
        }
    }

    #[test]
    fn forgets_what_it_learnt_first() {
        let mut robots = Robots::default();
        for n in 0..=SITES {
            robots.learn(format!("https://{n}.example"), Rules::All);
        }
        assert_eq!(robots.known.len(), SITES);
        assert!(robots.of("https://0.example").is_none() && robots.of(&format!("https://{SITES}.example")).is_some());
    }
}
