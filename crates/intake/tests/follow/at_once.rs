//! Several hosts asked at once: none waits for another, and each is asked as politely as if it were alone.
//!
//! Nothing here is measured by the clock but pauses: what is said to be at once is held back until the other has come.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use crate::following::{BEGIN_MS, fetcher, follow, next_if_any, polite, register, settings, source};
use crate::site::{Seen, Site};
use intake::follow::{AT_ONCE, Fetcher, Follower, Outcome, Report, Settings};
use packs::Packs;
use register::Source;

/// Another host than that of [`Site::open`].
const OTHER: &str = "127.0.0.2";

/// One that waits longer for an answer than any test here takes.
fn patient(packs: &Packs) -> Follower<'_> {
    let settings = Settings { timeout: Duration::from_secs(120), ..settings() };
    Follower::new(Fetcher::new(settings, Arc::new(AtomicBool::new(false))), packs, Vec::new(), AT_ONCE)
}

fn is_new(report: &Report) -> bool {
    matches!(report.outcome, Outcome::New { .. })
}

#[test]
fn two_hosts_are_asked_at_once() {
    let (one, other, packs) = (Site::open(), Site::open_at(OTHER), embedded::packs());
    let mut register = register(&[source(&one, "one", "/held.xml"), source(&other, "other", "/held.xml")]);
    let mut follower = patient(&packs);
    let reports = std::thread::scope(|scope| {
        let all = scope.spawn(|| {
            let all = std::iter::from_fn(|| next_if_any(&mut follower, &mut register, BEGIN_MS));
            all.collect::<Vec<Report>>()
        });
        // Neither is answered before both are asked.
        assert!(one.is_asked("/held") && other.is_asked("/held"));
        one.let_go();
        other.let_go();
        all.join().expect("it does not fail")
    });
    assert_eq!(reports.iter().filter(|report| is_new(report)).count(), 2, "{reports:?}");
}

#[test]
fn who_does_not_answer_keeps_nobody_waiting() {
    let (slow, other, packs) = (Site::open(), Site::open_at(OTHER), embedded::packs());
    let mut register = register(&[source(&slow, "a-slow", "/held.xml"), source(&other, "other", "/atom.xml")]);
    let mut follower = patient(&packs);
    let mut next = || next_if_any(&mut follower, &mut register, BEGIN_MS).expect("something is due");
    // The lists of both, and three articles of one.
    let before: Vec<Report> = (0..5).map(|_| next()).collect();
    assert_eq!(before.iter().filter(|report| is_new(report) && report.source == "other").count(), 3, "{before:?}");
    assert!(slow.is_asked("/held"), "it was asked");
    slow.let_go();
    let last = next();
    assert!(is_new(&last) && last.source == "a-slow", "{last:?}");
}

#[test]
fn each_host_is_asked_once_at_a_time() {
    // Two ports of one host, and another host; the first leads on to the other.
    let (one, two, other) = (Site::open(), Site::open(), Site::open_at(OTHER));
    let packs = embedded::packs();
    let moved = source(&one, "moved", &format!("/moved/{}", other.address));
    let moved = Source { allowed: [&one, &other].map(|site| site.address.to_string()).to_vec(), ..moved };
    let mut register = register(&[
        source(&one, "again", "/again.xml"),
        source(&one, "atom", "/atom.xml"),
        moved,
        source(&two, "json", "/feed.json"),
        source(&two, "more", "/more.xml"),
        source(&other, "rss", "/grows.xml"),
        source(&other, "site", "/sitemap.xml"),
    ]);
    for site in [&one, &two, &other] {
        site.set_delay_ms(15);
    }
    follow(&mut register, &packs, BEGIN_MS);
    let mut of_one = [one.take_seen(), two.take_seen()].concat();
    of_one.sort_by_key(|seen| seen.began);
    let of_other = other.take_seen();
    polite(&of_one);
    polite(&of_other);
    let robots = |seen: &[Seen]| seen.iter().filter(|seen| seen.path == "/robots.txt").count();
    assert_eq!((robots(&of_one), robots(&of_other)), (2, 1), "each site is asked once what it allows");
    let again: Vec<usize> = (0..of_one.len()).filter(|&at| of_one[at].path == "/fails-once").collect();
    assert!(matches!(again[..], [first, then] if then == first + 1), "what fails in passing goes first: {again:?}");
    let led_on = of_one.iter().filter(|seen| seen.path.starts_with("/to/")).count();
    assert!(led_on == 4 && of_other.len() > 12, "{led_on} of {}", of_other.len());
    let is_between = |seen: &&Seen| seen.began > of_one[0].began && seen.ended < of_one[of_one.len() - 1].began;
    assert!(of_other.iter().filter(is_between).count() > 5, "they are not asked one after the other");
}

#[test]
fn one_at_a_time_is_one_at_a_time() {
    let (one, other, packs) = (Site::open(), Site::open_at(OTHER), embedded::packs());
    let mut register = register(&[source(&one, "one", "/atom.xml"), source(&other, "other", "/more.xml")]);
    let mut follower = Follower::new(fetcher(), &packs, Vec::new(), NonZeroUsize::MIN);
    while next_if_any(&mut follower, &mut register, BEGIN_MS).is_some() {}
    let mut seen = [one.take_seen(), other.take_seen()].concat();
    seen.sort_by_key(|seen| seen.began);
    assert!(seen.len() == 13 && seen.windows(2).all(|pair| pair[0].ended <= pair[1].began), "{seen:?}");
}

#[test]
fn what_is_removed_meanwhile_is_not_kept() {
    let (site, packs) = (Site::open(), embedded::packs());
    let mut register = register(&[source(&site, "held", "/held.xml")]);
    let mut follower = patient(&packs);
    assert!(next_if_any(&mut follower, &mut register, BEGIN_MS).is_some(), "its list comes");
    // Whoever asks waits a second at most, so that somebody else can have his turn.
    while !matches!(site.take_seen().last(), Some(seen) if seen.path == "/held") {
        follower.step(&mut register, BEGIN_MS).expect("the register holds");
    }
    register.drop_source("held").expect("it can be dropped");
    site.let_go();
    assert!(next_if_any(&mut follower, &mut register, BEGIN_MS).is_none());
    assert_eq!(register.store().counts().expect("it can be read")[0], 0);
    assert!(register.store().visit(&site.page("/held")).expect("it can be read").is_none());
}
