//! What the fetcher asks, and what it must not.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use crate::site::{Seen, Site};
use intake::follow::{Answer, FetchError, Fetcher, Reach, Request, Settings, Shared, canonical, user_agent};

fn fetcher() -> Shared {
    let settings = Settings {
        user_agent: user_agent(Some("https://example.org/about")),
        pause: Duration::from_millis(60),
        timeout: Duration::from_millis(2500),
        limit_bytes: 1 << 20,
        longest_pause: Duration::from_secs(2),
        ..Settings::default()
    };
    Shared::new(Fetcher::new(settings, Arc::new(AtomicBool::new(false))))
}

fn reach(site: &Site) -> Reach {
    Reach::allowing([site.address.to_string().as_str()])
}

fn get(fetcher: &Shared, address: &str, reach: &Reach) -> Result<Answer, FetchError> {
    let address = canonical(address, None)?;
    fetcher.get(Request { address: &address, reach, etag: None, last_modified: None })
}

#[test]
fn has_what_can_be_had() {
    let site = Site::open();
    let (fetcher, reach) = (fetcher(), reach(&site));
    let text = |path: &str| {
        let answer = get(&fetcher, &site.page(path), &reach).unwrap_or_else(|error| panic!("{path}: {error}"));
        (answer.status, answer.address.path().to_owned(), String::from_utf8_lossy(&answer.body).into_owned())
    };
    let (status, path, body) = text("/news/1");
    assert_eq!((status, &*path), (200, "/news/1"));
    assert!(body.contains("Elina Hakala"), "{body}");
    assert!(text("/packed").2.starts_with("<html"), "it is unpacked");
    let (status, path, _) = text("/old/9");
    assert_eq!((status, &*path), (200, "/news/9"), "it follows to the end");
    assert_eq!(text("/missing").0, 404);
    assert_eq!(text("/fails-once").0, 200, "it asks again");
}

#[test]
fn refuses_what_it_must() {
    let site = Site::open();
    let (fetcher, reach) = (fetcher(), reach(&site));
    let why = |path: &str| match get(&fetcher, &site.page(path), &reach) {
        Ok(answer) => panic!("{path}: {} from {}", answer.status, answer.address),
        Err(error) => error.told(),
    };
    for (path, expected) in [
        ("/private/1", "robots.txt of the site asks"),
        ("/metadata", "169.254.169.254: lies in a private network"),
        ("/local-name", "localhost: lies in a private network"),
        ("/around", "more than 5 times"),
        ("/endless", "is longer than 1048576 bytes"),
        ("/bomb", "is longer than 1048576 bytes"),
        ("/slow", "did not come within 2.5 seconds"),
        ("/fails", "the site answers 503"),
    ] {
        let why = why(path);
        assert!(why.contains(expected), "{path}: {why}");
    }
    // None of the private ones was ever connected to: only this site was asked, and once each.
    let asked = site.take_seen();
    for path in ["/private/1", "/news/1"] {
        assert!(asked.iter().all(|seen| seen.path != path), "{path}");
    }
    let fails = asked.iter().filter(|seen| seen.path == "/fails").count();
    assert_eq!(fails, 1, "who asks for two hours is not asked again in seconds");
}

#[test]
fn connects_to_no_private_network_by_name() {
    let site = Site::open();
    let port = site.address.port();
    let fetcher = fetcher();
    // Whoever is allowed another host has not allowed this one.
    let allowed = format!("intranet.example:{port}");
    let elsewhere = Reach::allowing([allowed.as_str()]);
    for name in [
        format!("http://127.0.0.1:{port}/"),
        format!("http://localhost:{port}/"),
        format!("http://[::ffff:127.0.0.1]:{port}/"),
    ] {
        let error = get(&fetcher, &name, &elsewhere).expect_err("it is private");
        assert!(matches!(error, FetchError::Private { .. }), "{name}: {error}");
    }
    assert!(site.take_seen().is_empty(), "nobody was asked");
}

#[test]
fn asks_whether_it_has_changed() {
    let site = Site::open();
    let (fetcher, reach) = (fetcher(), reach(&site));
    for path in ["/news/1", "/news/2"] {
        let address = canonical(&site.page(path), None).expect("it is one");
        let first = get(&fetcher, address.as_str(), &reach).expect("it is there");
        let (etag, last_modified) = (first.etag.as_deref(), first.last_modified.as_deref());
        let second =
            fetcher.get(Request { address: &address, reach: &reach, etag, last_modified }).expect("it is there");
        assert_eq!((second.status, second.body.len()), (304, 0), "{path}");
    }
}

#[test]
fn says_who_it_is_and_pauses() {
    let site = Site::open();
    let (fetcher, reach) = (fetcher(), reach(&site));
    for n in 1..6 {
        get(&fetcher, &site.page(&format!("/news/{n}")), &reach).expect("it is there");
    }
    let seen = site.take_seen();
    assert_eq!(seen[0].path, "/robots.txt", "it asks first what is allowed");
    assert_eq!(seen.len(), 6, "and once");
    for seen in &seen {
        let expected = format!("chancery/{} (+https://example.org/about)", env!("CARGO_PKG_VERSION"));
        assert_eq!(seen.headers["user-agent"], expected);
        assert!(!seen.headers.contains_key("cookie") && !seen.headers.contains_key("referer"));
    }
    for pair in seen.windows(2) {
        let gap = pair[1].began.duration_since(pair[0].began);
        assert!(gap >= Duration::from_millis(57), "{gap:?} between {} and {}", pair[0].path, pair[1].path);
    }
}

#[test]
fn leaves_alone_who_asks_for_it() {
    let site = Site::open();
    let (fetcher, reach) = (fetcher(), reach(&site));
    let gap = |seen: &[Seen]| seen[1].began.duration_since(seen[0].ended);
    for (path, least_ms) in [("/busy", 900), ("/fails", 1900)] {
        get(&fetcher, &site.page("/news/1"), &reach).expect("it is there");
        site.take_seen();
        get(&fetcher, &site.page(path), &reach).expect_err("it asks for time");
        get(&fetcher, &site.page("/news/1"), &reach).expect("it is there");
        let seen = site.take_seen();
        assert_eq!(seen.iter().map(|seen| &*seen.path).collect::<Vec<_>>(), [path, "/news/1"], "asked once");
        assert!(gap(&seen) >= Duration::from_millis(least_ms), "{path}: {:?}", gap(&seen));
    }
    // What robots.txt asks for holds from its own answer on.
    let site = Site::open();
    site.set_crawl_delay(1);
    get(&fetcher, &site.page("/news/1"), &self::reach(&site)).expect("it is there");
    let seen = site.take_seen();
    assert_eq!(seen[0].path, "/robots.txt");
    assert!(gap(&seen) >= Duration::from_millis(900), "{:?}", gap(&seen));
}

#[test]
fn ends_when_asked_to() {
    let site = Site::open();
    let ending = Arc::new(AtomicBool::new(false));
    let settings = Settings { pause: Duration::from_secs(60), ..Settings::default() };
    let fetcher = Shared::new(Fetcher::new(settings, Arc::clone(&ending)));
    let reach = reach(&site);
    let asked = std::thread::spawn(move || {
        let address = canonical(&site.page("/news/1"), None).expect("it is one");
        fetcher
            .get(Request { address: &address, reach: &reach, etag: None, last_modified: None })
            .map(|answer| answer.status)
    });
    std::thread::sleep(Duration::from_millis(300));
    ending.store(true, std::sync::atomic::Ordering::Relaxed);
    let error = asked.join().expect("it does not fail").expect_err("it was still pausing after robots.txt");
    assert!(error.is_stopped(), "{error}");
}
