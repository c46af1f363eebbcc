//! A site followed for two days: what is kept, what is asked again, and what it costs the site.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, SystemTime};

use crate::site::{Seen, Site};
use intake::follow::{AT_ONCE, Fetcher, Follower, Outcome, Report, Settings, Shared, Step, health, look};
use packs::Packs;
use register::{Register, Source, SourceKind, Sqlite, Standing, Visit};

pub(crate) const PAUSE: Duration = Duration::from_millis(30);
const DAY_MS: i64 = 86_400_000;
/// 10 July 2025, eight in the morning.
pub(crate) const BEGIN_MS: i64 = 1_752_134_400_000;

pub(crate) fn settings() -> Settings {
    let longest_pause = Duration::from_millis(100);
    Settings {
        pause: PAUSE,
        longest_pause,
        timeout: Duration::from_secs(3),
        limit_bytes: 1 << 20,
        ..Settings::default()
    }
}

pub(crate) fn fetcher() -> Fetcher {
    Fetcher::new(settings(), Arc::new(AtomicBool::new(false)))
}

pub(crate) fn source(site: &Site, id: &str, path: &str) -> Source {
    Source {
        id: id.to_owned(),
        name: "Ministry".to_owned(),
        address: site.page(path),
        every_s: 3600,
        allowed: vec![site.address.to_string()],
        added_ms: BEGIN_MS,
        ..Source::default()
    }
}

pub(crate) fn register(sources: &[Source]) -> Register {
    let mut register = Register::new(Box::new(Sqlite::in_memory().expect("there is memory"))).expect("it is empty");
    for source in sources {
        register.put_source(source).expect("it can be kept");
    }
    register
}

/// Does all that is due.
pub(crate) fn follow(register: &mut Register, packs: &Packs, now_ms: i64) -> Vec<Report> {
    let mut follower = Follower::new(fetcher(), packs, Vec::new(), AT_ONCE);
    std::iter::from_fn(|| next_if_any(&mut follower, register, now_ms)).collect()
}

/// What comes next; `None` once all that is due is done.
pub(crate) fn next_if_any(follower: &mut Follower<'_>, register: &mut Register, now_ms: i64) -> Option<Report> {
    loop {
        match follower.step(register, now_ms).expect("the register holds") {
            Step::Asked(report) => return Some(report),
            Step::Waited => {}
            Step::Idle(_) => return None,
            Step::Ending => panic!("nobody has asked it to end"),
        }
    }
}

fn next(follower: &mut Follower<'_>, register: &mut Register, now_ms: i64) -> Report {
    next_if_any(follower, register, now_ms).expect("something is due")
}

/// What became of each path.
fn outcomes(site: &Site, reports: &[Report]) -> BTreeMap<String, String> {
    let told = |outcome: &Outcome| match outcome {
        Outcome::List { found, due } => format!("list {found} {due}"),
        Outcome::New { documents, accounts } => format!("new {} {accounts}", documents.len()),
        Outcome::Corrected { .. } => "corrected".to_owned(),
        Outcome::Unchanged => "unchanged".to_owned(),
        Outcome::Gone => "gone".to_owned(),
        Outcome::Refused(why) => format!("refused: {why}"),
        Outcome::Failed(why) => format!("failed: {why}"),
    };
    let path = |report: &Report| report.address.replace(&site.page(""), "");
    reports.iter().map(|report| (path(report), told(&report.outcome).replace(&site.page(""), ""))).collect()
}

pub(crate) fn polite(seen: &[Seen]) {
    for pair in seen.windows(2) {
        // Whoever is too slow or never ends is left, and goes on alone.
        let left = ["/slow", "/endless", "/bomb"].contains(&pair[0].path.as_str());
        let gap = pair[1].began.duration_since(if left { pair[0].began } else { pair[0].ended });
        assert!(gap + Duration::from_millis(5) >= PAUSE, "{gap:?} between {} and {}", pair[0].path, pair[1].path);
    }
}

#[test]
fn follows_for_two_days() {
    let (site, packs) = (Site::open(), embedded::packs());
    let sources = [
        source(&site, "atom", "/atom.xml"),
        source(&site, "json", "/feed.json"),
        source(&site, "press", "/press/"),
        source(&site, "rss", "/rss.xml"),
        source(&site, "site", "/sitemap.xml"),
    ];
    let sources = sources.map(|source| match &*source.id {
        "press" => Source { links: Some("a.title".to_owned()), ..source },
        _ => source,
    });
    let mut register = register(&sources);

    let first = outcomes(&site, &follow(&mut register, &packs, BEGIN_MS));
    let first_text: String = first.iter().map(|(path, what)| format!("{path}  {what}\n")).collect();
    insta::assert_snapshot!("first_day", first_text.replace(&site.address.to_string(), "SITE"));
    let seen = site.take_seen();
    polite(&seen);
    assert!(seen.iter().all(|seen| seen.path != "/private/1"), "robots.txt is obeyed");
    // A site may allow later what it forbids now; a picture stays one.
    let due_ms =
        |path: &str| register.store().visit(&site.page(path)).expect("it can be read").expect("it is known").due_ms;
    assert!(due_ms("/private/1").is_some_and(|due_ms| (7..8).contains(&((due_ms - BEGIN_MS) / DAY_MS))));
    assert_eq!(due_ms("/picture"), None);

    // Nothing is due again at once.
    assert!(follow(&mut register, &packs, BEGIN_MS).is_empty());
    assert!(site.take_seen().is_empty());

    site.set_day(2);
    let second = outcomes(&site, &follow(&mut register, &packs, BEGIN_MS + DAY_MS * 5 / 4));
    let second_text: String = second.iter().map(|(path, what)| format!("{path}  {what}\n")).collect();
    insta::assert_snapshot!("second_day", second_text.replace(&site.address.to_string(), "SITE"));
    let seen = site.take_seen();
    polite(&seen);
    // All that has a means to be asked so was asked so, and nothing of it was sent again.
    let with_means = |seen: &&Seen| first.get(&seen.path).is_some_and(|_| seen.status == 304);
    let saved: BTreeSet<&str> = seen.iter().filter(with_means).map(|seen| seen.path.as_str()).collect();
    let expected = [
        "/fails-once",
        "/feed.json",
        "/latin",
        "/news/1",
        "/news/10",
        "/news/11",
        "/news/13",
        "/news/14",
        "/news/16",
        "/news/17",
        "/news/19",
        "/news/2",
        "/news/20",
        "/news/22",
        "/news/5",
        "/news/7",
        "/news/8",
        "/rss.xml",
        "/s1.xml",
        "/s2.xml.gz",
    ];
    assert_eq!(saved.into_iter().collect::<Vec<_>>(), expected);

    // Both texts are there, and which came first; what is gone is marked.
    let visit = register.store().visit(&site.page("/news/3")).expect("it can be read").expect("it is known");
    let [earlier, later] = &visit.versions[..] else { panic!("{visit:?}") };
    let corrections = register.corrections(later.document).expect("it can be read");
    assert_eq!(corrections[0].earlier[0], *earlier);
    let deposit = |id| register.store().document(id).expect("it can be read").expect("it is kept");
    let differences = register::differences(&packs, &deposit(earlier.document), &deposit(later.document));
    let differences: Vec<String> =
        differences.iter().map(|line| format!("{}{}", if line.added { "+" } else { "-" }, line.line)).collect();
    assert_eq!(differences.len(), 2, "{differences:?}");
    assert!(
        differences[0].starts_with("-On 13 January") && differences[1].starts_with("+On 14 January"),
        "{differences:?}"
    );
    let gone = register.store().visit(&site.page("/news/4")).expect("it can be read").expect("it is known");
    assert_eq!((gone.standing, gone.versions.len()), (Standing::Gone, 1));
    assert!(register.corrections(gone.versions[0].document).expect("it can be read")[0].gone_ms.is_some());

    let rss = health(&register, &sources[3], 9).expect("it can be read");
    assert_eq!((rss.n_kept, rss.n_gone, rss.error()), (12, 1, None));
    assert_eq!(register.check(|_| ()).expect("it can be read").faults, Vec::<String>::new());
}

#[test]
fn a_correction_is_a_dispute() {
    let (site, packs) = (Site::open(), embedded::packs());
    let rss = Source { below: Some(site.page("/news/3")), ..source(&site, "rss", "/rss.xml") };
    let mut register = register(&[rss]);
    follow(&mut register, &packs, BEGIN_MS);
    site.set_day(2);
    follow(&mut register, &packs, BEGIN_MS + DAY_MS * 5 / 4);
    let rows = register.store().rows(None, 10).expect("it can be read");
    let told: Vec<_> =
        rows.iter().map(|row| (row.n_accounts, row.n_sources, row.n_disputes, row.start.as_str())).collect();
    // One engagement, told by one source that has said two days: the later text counts.
    assert_eq!(told, [(2, 1, 1, "2025-01-14")]);
}

/// A folder that goes away with the test.
struct Folder(std::path::PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("chancery-follow-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("inner")).expect("it can be made");
        Self(folder)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(self.0.join(name), bytes).expect("it can be written");
    }

    fn source(&self) -> Source {
        let address = self.0.to_str().expect("it is Unicode").to_owned();
        Source { id: "in".to_owned(), address, kind: SourceKind::Folder, every_s: 60, ..Source::default() }
    }

    fn visit(&self, register: &Register, name: &str) -> Visit {
        let address = self.0.join(name);
        register.store().visit(address.to_str().expect("it is Unicode")).expect("it can be read").expect("it is known")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn n_documents(register: &Register) -> u64 {
    register.store().counts().expect("it can be read")[0]
}

const MEETING: &str =
    "On 3 May 2024, Foreign Minister Ingrid Solvang of Norway met with Foreign Minister Rosa Quispe of Peru in Oslo.";

#[test]
fn watches_folders() {
    let folder = Folder::new("watches");
    folder.write("a.txt", MEETING);
    folder.write("inner/b.html", format!("<p>{}</p>", MEETING.replace("Oslo", "Hamar")));
    folder.write(".hidden", "nothing");
    let (mut register, packs) = (register(&[folder.source()]), embedded::packs());
    follow(&mut register, &packs, BEGIN_MS);
    assert_eq!(n_documents(&register), 2);
    folder.write("a.txt", MEETING.replace("Oslo", "Bergen"));
    folder.write("inner/c.txt", MEETING.replace("Oslo", "Molde"));
    follow(&mut register, &packs, BEGIN_MS + DAY_MS);
    assert_eq!(n_documents(&register), 4);
}

#[test]
fn what_is_sound_in_an_archive_is_kept() {
    let folder = Folder::new("archive");
    let line = |text: &str| format!("{{\"text\": \"{text}\"}}\n");
    folder.write("a.jsonl", line(MEETING) + "{\"text\": broken}\n" + &line(&MEETING.replace("Oslo", "Bergen")));
    let (mut register, packs) = (register(&[folder.source()]), embedded::packs());
    let reports = follow(&mut register, &packs, BEGIN_MS);
    assert!(
        matches!(&reports[1].outcome, Outcome::New { documents, accounts: 2 } if documents.len() == 2),
        "{reports:?}"
    );
    let [left_out] = &reports[1].left_out[..] else { panic!("{reports:?}") };
    assert!(left_out.contains("a.jsonl") && left_out.contains('2'), "{left_out}");
}

#[test]
fn a_broken_file_stays_refused() {
    let folder = Folder::new("broken");
    let (mut register, packs) = (register(&[folder.source()]), embedded::packs());
    for day in 0..3 {
        folder.write("a.pdf", "%PDF-1.7\nnothing else");
        let touched = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000 + 60 * day);
        let file = std::fs::File::options().write(true).open(folder.0.join("a.pdf")).expect("it is there");
        file.set_modified(touched).expect("it is ours");
        let reports = follow(&mut register, &packs, BEGIN_MS + DAY_MS * day as i64);
        assert!(matches!(reports[1].outcome, Outcome::Refused(_)), "{reports:?}");
        let visit = folder.visit(&register, "a.pdf");
        assert_eq!((visit.standing, visit.error.is_some(), visit.versions.len()), (Standing::Refused, true, 0));
    }
}

#[test]
fn a_foreign_visit_names_no_file_outside_its_folder() {
    let (folder, outside) = (Folder::new("inside"), Folder::new("outside"));
    outside.write("a.txt", MEETING);
    let (mut register, packs) = (register(&[folder.source()]), embedded::packs());
    let path = |path: std::path::PathBuf| path.to_str().expect("it is Unicode").to_owned();
    let named = outside.0.file_name().expect("it has a name").to_owned();
    let around = folder.0.join("..").join(named).join("a.txt");
    for address in [path(outside.0.join("a.txt")), path(around)] {
        register.take_visits(&[Visit::new(&address, &folder.source().id, 0)]).expect("it can be written");
    }
    let reports = follow(&mut register, &packs, BEGIN_MS);
    let n_refused = reports.iter().filter(|report| matches!(report.outcome, Outcome::Refused(_))).count();
    assert_eq!((n_refused, register.store().counts().expect("it can be read")[0]), (2, 0), "{reports:?}");
}

#[test]
fn a_file_goes_and_comes_back() {
    let folder = Folder::new("goes");
    folder.write("a.txt", MEETING);
    let (mut register, packs) = (register(&[folder.source()]), embedded::packs());
    follow(&mut register, &packs, BEGIN_MS);
    let (file, away) = (folder.0.join("a.txt"), folder.0.join(".away"));
    std::fs::rename(&file, &away).expect("it is ours");
    follow(&mut register, &packs, BEGIN_MS + DAY_MS);
    assert_eq!(folder.visit(&register, "a.txt").standing, Standing::Gone);
    std::fs::rename(&away, &file).expect("it is ours");
    follow(&mut register, &packs, BEGIN_MS + DAY_MS * 2);
    let visit = folder.visit(&register, "a.txt");
    assert_eq!((visit.standing, visit.versions.len()), (Standing::Kept, 1));
}

#[test]
fn looks_without_writing() {
    let (site, packs) = (Site::open(), embedded::packs());
    let press = source(&site, "press", "/press/");
    let nothing = look(&Shared::new(fetcher()), &packs, &press, &[], 2).expect("it is there");
    assert_eq!((nothing.kind, nothing.found.len()), (SourceKind::Listing, 0), "its links lie elsewhere");
    let press = Source { links: Some("ul a".to_owned()), ..press };
    let some = look(&Shared::new(fetcher()), &packs, &press, &[], 2).expect("it is there");
    assert_eq!((some.found.len(), some.first.len(), some.first[0].n_engagements), (3, 2, 1));
    let whole =
        look(&Shared::new(fetcher()), &packs, &source(&site, "site", "/sitemap.xml"), &[], 0).expect("it is there");
    assert_eq!((whole.kind, whole.found.len()), (SourceKind::Sitemap, 2));
    let error = look(&Shared::new(fetcher()), &packs, &source(&site, "x", "/picture"), &[], 0).expect_err("it is none");
    assert!(error.contains("is neither feed, sitemap nor page"), "{error}");
}

#[test]
fn what_is_removed_stays_known() {
    for id in ["again", "atom"] {
        let (site, packs) = (Site::open(), embedded::packs());
        let atom = source(&site, "atom", "/atom.xml");
        let mut register = register(std::slice::from_ref(&atom));
        follow(&mut register, &packs, BEGIN_MS);
        register.drop_source("atom").expect("it can be dropped");
        assert!(follow(&mut register, &packs, BEGIN_MS + 30 * DAY_MS).is_empty(), "nobody is asked");
        // Followed again, its pages are asked only whether they have changed, whatever it is called.
        let added_ms = BEGIN_MS + 31 * DAY_MS;
        register.put_source(&Source { id: id.to_owned(), added_ms, ..atom }).expect("it can be kept");
        site.take_seen();
        follow(&mut register, &packs, added_ms);
        let statuses: Vec<_> = site.take_seen().into_iter().map(|seen| (seen.path, seen.status)).collect();
        assert!(statuses.contains(&("/news/10".to_owned(), 304)), "{id}: {statuses:?}");
        assert_eq!(n_documents(&register), 3);
    }
}

#[test]
fn a_page_that_is_followed_keeps_its_versions() {
    let (site, packs) = (Site::open(), embedded::packs());
    let mut register = register(&[source(&site, "atom", "/atom.xml")]);
    follow(&mut register, &packs, BEGIN_MS);
    let versions = |register: &Register| {
        register.store().visit(&site.page("/news/10")).expect("it can be read").expect("it is known").versions
    };
    let before = versions(&register);
    assert_eq!(before.len(), 1);
    register.put_source(&source(&site, "page", "/news/10")).expect("it can be kept");
    follow(&mut register, &packs, BEGIN_MS + 1);
    assert_eq!(versions(&register), before);
    // And is a page again once it is followed no more.
    register.drop_source("page").expect("it can be dropped");
    follow(&mut register, &packs, BEGIN_MS + 2 * DAY_MS);
    assert_eq!(versions(&register), before);
    let visit = register.store().visit(&site.page("/news/10")).expect("it can be read").expect("it is known");
    assert_eq!(visit.standing, Standing::Kept);
}

#[test]
fn two_of_one_address_are_one() {
    let (site, packs) = (Site::open(), embedded::packs());
    let mut register = register(&[source(&site, "a", "/atom.xml"), source(&site, "b", "/atom.xml")]);
    assert_eq!(follow(&mut register, &packs, BEGIN_MS).len(), 4);
    assert!(follow(&mut register, &packs, BEGIN_MS).is_empty());
}

#[test]
fn what_is_new_does_not_wait_behind_the_old() {
    let (site, packs) = (Site::open(), embedded::packs());
    let mut register = register(&[source(&site, "grows", "/grows.xml")]);
    let mut follower = Follower::new(fetcher(), &packs, Vec::new(), AT_ONCE);
    let mut step =
        |register: &mut Register, now_ms| next(&mut follower, register, now_ms).address.replace(&site.page(""), "");
    let first: Vec<String> = (0..2).map(|_| step(&mut register, BEGIN_MS + 1000)).collect();
    assert_eq!(first, ["/grows.xml", "/news/1"]);
    site.set_day(2);
    let hours_later = BEGIN_MS + 2 * 3_600_000;
    let then: Vec<String> = (0..4).map(|_| step(&mut register, hours_later)).collect();
    assert_eq!(then, ["/grows.xml", "/news/6", "/news/2", "/news/3"]);
    let kind = register.store().sources().expect("it can be read")[0].kind;
    assert_eq!(kind, SourceKind::Feed, "what it was found to be is kept");
}

#[test]
fn sitemaps_and_their_pages_go_by_turns() {
    let (site, packs) = (Site::open(), embedded::packs());
    let mut register = register(&[source(&site, "site", "/sitemap.xml")]);
    let mut follower = Follower::new(fetcher(), &packs, Vec::new(), AT_ONCE);
    let mut step = |now_ms| next(&mut follower, &mut register, now_ms).address.replace(&site.page(""), "");
    let first: Vec<String> = (0..3).map(|_| step(BEGIN_MS)).collect();
    assert_eq!(first, ["/sitemap.xml", "/s1.xml", "/s2.xml.gz"]);
    // The index does not tell when they have changed, and all that they gave at first still waits.
    let hours_later = BEGIN_MS + 2 * 3_600_000;
    let then: Vec<String> = (0..7).map(|_| step(hours_later)).collect();
    // Which sitemap is the first of the two is a part of an hour that differs by their addresses.
    let told: Vec<&str> = then.iter().map(|path| if path.starts_with("/s") { "list" } else { path }).collect();
    assert_eq!(told, ["list", "/news/16", "list", "/news/17", "list", "/news/18", "/news/19"]);
    assert_eq!(then.iter().collect::<BTreeSet<_>>().len(), 7, "{then:?}");
}

#[test]
fn what_is_too_much_at_once_comes_the_next_time() {
    let (site, packs) = (Site::open(), embedded::packs());
    let mut register = register(&[source(&site, "many", "/many/")]);
    let mut follower = Follower::new(fetcher(), &packs, Vec::new(), AT_ONCE);
    let mut step = |now_ms| next(&mut follower, &mut register, now_ms).outcome;
    assert_eq!(step(BEGIN_MS), Outcome::List { found: 50_003, due: 50_000 });
    assert_eq!(step(BEGIN_MS + DAY_MS), Outcome::List { found: 50_003, due: 3 });
    assert_eq!(step(BEGIN_MS + 2 * DAY_MS), Outcome::Unchanged);
}
