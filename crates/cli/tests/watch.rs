//! Sources followed by the real program: once in one go, once killed again and again; what is kept must be the same.

#[path = "../../intake/tests/follow/site.rs"]
#[expect(dead_code, reason = "the tests of the fetcher look closer at what it was asked")]
mod site;
mod support;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use site::Site;
use support::{Folder, shown};

/// How often the program is killed on each of the two days.
const KILLS: usize = 12;
const DAYS: [&str; 2] = ["2025-07-10T08:00:00Z", "2025-07-11T14:00:00Z"];

/// SplitMix64: the same moments in every run, as far as the machine allows.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (mixed ^ mixed >> 27) % limit
    }
}

fn command(register: &Path, now: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    command.args(arguments).env("CHANCERY_REGISTER", register).env("CHANCERY_NOW", now).env_remove("CHANCERY_CONTACT");
    command.stdin(Stdio::null());
    command
}

fn run(register: &Path, now: &str, arguments: &[&str]) -> Output {
    command(register, now, arguments).output().expect("the program starts")
}

const WATCH: [&str; 8] = ["watch", "--once", "--pause", "0.05", "--longest-pause=0.1", "--timeout", "3", "--limit=1MB"];

/// Two sites at two hosts, and a register that is to follow both.
fn begun(folder: &Folder, name: &str) -> ([Site; 2], std::path::PathBuf) {
    let (sites, register) = ([Site::open(), Site::open_at("127.0.0.2")], folder.0.join(name));
    for (id, at, path) in [
        ("atom", 0, "/atom.xml"),
        ("json", 0, "/feed.json"),
        ("more", 1, "/more.xml"),
        ("press", 0, "/press/"),
        ("rss", 0, "/rss.xml"),
        ("site", 0, "/sitemap.xml"),
    ] {
        let (address, host) = (sites[at].page(path), sites[at].address.to_string());
        let mut arguments = vec!["sources", "add", &address, "--id", id, "--name", "Ministry", "--allow-host", &host];
        if id == "press" {
            arguments.extend(["--links", "a.title"]);
        }
        let added = shown(&run(&register, DAYS[0], &arguments), None);
        assert!(added.ends_with("= 0"), "{added}");
    }
    (sites, register)
}

/// What is kept: everything that an export has of it, with the addresses of the sites left out, and what follows from it: the parts of a day by
/// which addresses are asked later than others, and what bodies of lists are. All other times are the same, for the program is told the time.
fn kept(register: &Path, sites: &[Site; 2]) -> BTreeSet<String> {
    let tables = ["documents", "origins", "visits", "sources", "engagements"].map(|table| format!("--table={table}"));
    let mut arguments = vec!["export", "--format", "jsonl"];
    arguments.extend(tables.iter().map(String::as_str));
    let output = run(register, DAYS[1], &arguments);
    assert!(output.status.success(), "{}", shown(&output, None));
    let [one, other] = sites.each_ref().map(|site| site.address.to_string());
    let text = String::from_utf8_lossy(&output.stdout).replace(&one, "SITE").replace(&other, "OTHER");
    let row = |line: &str| {
        let mut row: serde_json::Value = serde_json::from_str(line).expect("it is JSON");
        if let Some(row) = row.as_object_mut().filter(|row| row["table"] == "visits") {
            row.remove("due");
            if row["standing"] == "list" {
                row.remove("body");
            }
        }
        row.to_string()
    };
    text.lines().map(row).collect()
}

#[test]
fn goes_on_where_it_was_killed() {
    let folder = Folder::new("watch-kills", &[]);
    let (whole, in_one_go) = begun(&folder, "whole.db");
    let (parts, in_parts) = begun(&folder, "parts.db");
    // Who answers first must not matter.
    whole[0].set_delay_ms(10);
    parts[1].set_delay_ms(40);
    let (mut seeded, mut killed) = (Seeded(7), 0);
    for (day, now) in (1..).zip(DAYS) {
        whole.iter().for_each(|site| site.set_day(day));
        let output = run(&in_one_go, now, &WATCH);
        // Some of the site cannot be had, and that is told.
        assert_eq!(output.status.code(), Some(1), "{}", shown(&output, None));

        parts.iter().for_each(|site| site.set_day(day));
        let mut left = KILLS;
        while left > 0 {
            let mut child =
                command(&in_parts, now, &WATCH).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
            let (began, after) = (Instant::now(), Duration::from_millis(20 + seeded.below(400)));
            while began.elapsed() < after && child.try_wait().expect("it can be waited for").is_none() {
                sleep(Duration::from_millis(2));
            }
            if child.try_wait().expect("it can be waited for").is_some() {
                break;
            }
            // On Unix this is SIGKILL.
            child.kill().expect("it runs");
            child.wait().expect("it can be waited for");
            (left, killed) = (left - 1, killed + 1);
        }
        run(&in_parts, now, &WATCH);
    }
    assert!(killed >= 20, "it was killed {killed} times alone: it is done too soon");
    let (one, other) = (kept(&in_one_go, &whole), kept(&in_parts, &parts));
    let differences: Vec<&String> = one.symmetric_difference(&other).collect();
    assert!(differences.is_empty(), "{differences:#?}");
    assert!(one.len() > 80, "{} rows", one.len());
    let checked = shown(&run(&in_parts, DAYS[1], &["check"]), None);
    assert!(checked.contains("all is well"), "{checked}");
}

#[test]
fn tells_what_it_does() {
    let folder = Folder::new("watch-tells", &[]);
    let register = folder.0.join("register.db");
    let site = Site::open();
    let (address, host) = (site.page("/atom.xml"), site.address.to_string());
    let says =
        |now: &str, arguments: &[&str]| shown(&run(&register, now, arguments), Some(&folder)).replace(&host, "SITE");
    let mut told = String::new();
    let mut tell = |now: &str, arguments: &[&str]| {
        told += &format!("$ {}\n{}\n", arguments.join(" ").replace(&host, "SITE"), says(now, arguments))
    };
    tell(DAYS[0], &["watch", "--once"]);
    tell(DAYS[0], &["sources", "add", "ftp://mfa.example/"]);
    tell(DAYS[0], &["sources", "add", &address, "--id", "atom", "--name", "Ministry"]);
    tell(DAYS[0], &["watch", "--once", "--pause", "0"]);
    tell(DAYS[0], &["sources"]);
    tell(DAYS[0], &["sources", "remove", "atom"]);
    tell(DAYS[0], &["sources", "test", &address, "--allow-host", &host, "--pause", "0", "--pages", "1"]);
    tell(
        DAYS[0],
        &["sources", "add", &address, "--id", "atom", "--name", "Ministry", "--allow-host", &host, "--every", "1h 30m"],
    );
    tell(DAYS[0], &["sources", "add", &address]);
    tell(DAYS[0], &["watch", "--once", "--pause", "0"]);
    tell(DAYS[0], &["sources", "pause", "atom"]);
    tell(DAYS[1], &["watch", "--once", "--pause", "0"]);
    tell(DAYS[0], &["sources"]);
    tell(DAYS[0], &["sources", "resume", "atom"]);
    tell(DAYS[0], &["sources", "export", "-"]);
    tell(DAYS[0], &["sources", "pause", "nobody"]);
    // A part of the time is different for each address, and so for each port.
    let lines = told
        .lines()
        .map(|line| line.split_once(" · next ").map_or(line.to_owned(), |(line, _)| format!("{line} · next …")));
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn shows_what_was_corrected() {
    let folder = Folder::new("watch-shows", &[]);
    let register = folder.0.join("register.db");
    let site = Site::open();
    let (address, host) = (site.page("/rss.xml"), site.address.to_string());
    for below in ["/news/3", "/news/4"] {
        let below = site.page(below);
        let id = &below[below.len() - 1..];
        // The same feed for each, by an address of its own.
        let address = format!("{address}?{id}");
        run(
            &register,
            DAYS[0],
            &["sources", "add", &address, "--id", id, "--name", "Ministry", "--allow-host", &host, "--below", &below],
        );
    }
    run(&register, DAYS[0], &["watch", "--once", "--pause", "0"]);
    site.set_day(2);
    let second = shown(&run(&register, DAYS[1], &["watch", "--once", "--pause", "0", "--json"]), None);
    let ids: Vec<String> = second
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|line| line["outcome"] == "corrected")
        .filter_map(|line| line["documents"][0].as_str().map(str::to_owned))
        .collect();
    let [corrected] = &ids[..] else { panic!("{second}") };
    let shown_now = shown(&run(&register, DAYS[1], &["show", corrected]), None).replace(&host, "SITE");
    for expected in ["corrects ", "- On 13 January 2025", "+ On 14 January 2025"] {
        assert!(shown_now.replace("  ", " ").contains(expected), "{expected} in {shown_now}");
    }
    let exported =
        String::from_utf8(run(&register, DAYS[1], &["export", "--format", "jsonl", "--table", "visits"]).stdout)
            .expect("it is text");
    let gone = exported.lines().find(|line| line.contains("/news/4")).expect("it is known");
    assert!(gone.contains("\"standing\":\"gone\"") && gone.contains("\"status\":410"), "{gone}");
}

#[test]
#[cfg(unix)]
fn ends_when_it_is_asked_to() {
    let folder = Folder::new("watch-ends", &[]);
    let (sites, register) = begun(&folder, "register.db");
    // Without `--once` it goes on until it is interrupted; the pause is longer than the test.
    ends(command(&register, DAYS[0], &["watch", "--pause", "30"]), || sites[0].is_asked("/robots.txt"));
}

#[test]
#[cfg(unix)]
fn waits_for_no_answer_when_it_is_asked_to_end() {
    let folder = Folder::new("watch-holds", &[]);
    let (site, register) = (Site::open(), folder.0.join("register.db"));
    let (address, host) = (site.page("/held.xml"), site.address.to_string());
    run(&register, DAYS[0], &["sources", "add", &address, "--id", "held", "--allow-host", &host]);
    let watch = ["watch", "--pause", "0", "--timeout", "3600"];
    ends(command(&register, DAYS[0], &watch), || site.is_asked("/held"));
    // What was under way is asked again another time.
    site.let_go();
    let then = shown(&run(&register, DAYS[0], &["watch", "--once", "--pause", "0"]), None);
    assert!(then.contains("new ") && then.contains("/held"), "{then}");
}

/// The program ends soon once it is told to, which it is in the middle of what it does.
#[cfg(unix)]
fn ends(mut command: Command, is_in_the_middle: impl Fn() -> bool) {
    let mut child = command.stdout(Stdio::null()).spawn().expect("it starts");
    assert!(is_in_the_middle());
    let told = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("there is such a command");
    assert!(told.success());
    let ended = Instant::now();
    while child.try_wait().expect("it can be waited for").is_none() {
        assert!(ended.elapsed() < Duration::from_secs(10), "it does not end");
        sleep(Duration::from_millis(10));
    }
    assert!(child.wait().expect("it has ended").success(), "it ends well");
}
