//! Papers, calendars and feeds from end to end: what is printed of a register, and what is said where there is nothing to print.

#[path = "support/kept.rs"]
mod kept;
mod support;

use insta::assert_snapshot;

use crate::kept::Kept;

/// The meeting that is told four times.
const TALKS: &str = "680a5fbd84f7-1";

/// The lines of an answer that begin so.
fn lines(answer: &str, begin: &str) -> String {
    answer.lines().filter(|line| line.starts_with(begin)).map(|line| line.trim_end().to_owned() + "\n").collect()
}

#[test]
fn prints_a_calendar_and_a_feed() {
    let kept = Kept::full("feeds");
    let calendar = kept.says(&["calendar", "--year", "2025", "--for", "Japan", "--lang", "sv"]);
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n= 0"), "{calendar}");
    assert_snapshot!("calendar", lines(&calendar, "SUMMARY"));
    let around = kept.on("2025-08-01", &["calendar", "--for", "JP"]);
    assert!(around.contains("DTSTART;VALUE=DATE:20250710"), "a month ago belongs to it: {around}");
    let later = kept.on("2025-12-31", &["calendar", "--for", "JP"]);
    assert!(!later.contains("20250710"), "half a year ago does not: {later}");
    let atom = kept.says(&["feed", "--limit", "2"]);
    assert_eq!(atom.matches("<entry>").count(), 2, "{atom}");
    assert_snapshot!("feed", lines(&atom, "<title>") + &lines(&atom, "<updated>"));
    let json = kept.says(&["feed", "--format", "json", "--query", "party:JP kind:meeting to:2025-08"]);
    let json: serde_json::Value = serde_json::from_str(json.trim_end_matches("= 0")).expect("it is JSON");
    assert_eq!(json["title"], "Foreign affairs digest: party:JP kind:meeting to:2025-08");
    assert_eq!(json["items"].as_array().map(Vec::len), Some(1), "{json}");
    let file = kept.folder.path("of.json");
    assert_eq!(kept.says(&["feed", "--out", &file]), "= 0");
    assert!(std::fs::read_to_string(&file).expect("it is there").starts_with('{'), "by its ending it is JSON");
    let past = kept.says(&["feed", "--as-of", "2025-07-12", "--query", "party:JP"]);
    let now = kept.says(&["feed", "--query", "party:JP kind:meeting to:2025-08"]);
    assert!(past.contains("<updated>2025-07-12T08:00:00Z</updated>"), "it has the history of then: {past}");
    assert!(now.contains("<updated>2025-07-13T08:00:00Z</updated>"), "{now}");
    let file = kept.folder.path("all.ics");
    assert_eq!(kept.says(&["calendar", "--out", &file]), "= 0");
    assert!(std::fs::read_to_string(&file).expect("it is there").ends_with("END:VCALENDAR\r\n"));
}

#[test]
fn cancels_what_is_wrong() {
    let kept = Kept::full("cancels");
    let calendar = || kept.says(&["calendar", "--year", "2025", "--for", "JP"]);
    let uid = format!("UID:engagement/{TALKS}@chancery");
    let status = |calendar: &str| {
        let event = calendar.split("BEGIN:VEVENT").find(|event| event.contains(&uid)).expect("it is there").to_owned();
        lines(&event, "STATUS")
    };
    assert_eq!(status(&calendar()), "STATUS:CONFIRMED\n");
    for account in ["680a5fbd84f7-1", "459003b2b8af-1", "5b6d54f9b0cd-1", "683047"] {
        kept.says(&["rule", "reject", account]);
    }
    assert_eq!(status(&calendar()), "STATUS:CANCELLED\n");
}

#[test]
fn a_query_narrows_papers() {
    let kept = Kept::full("narrowed");
    let all = kept.says(&["digest", "--year", "2025"]);
    let narrow = kept.says(&["digest", "--year", "2025", "--query", "party:KH"]);
    assert!(all.contains("Japan") && narrow.contains("Cambodia") && !narrow.contains("Japan"), "{narrow}");
    let count = |review: &str| lines(review, "Compiled from the register");
    let of = |query: &[&str]| count(&kept.says(&[&["review", "--year", "2025"], query].concat()));
    assert_snapshot!(of(&[]) + &of(&["--query", "party:KH"]) + &of(&["--query", "pineapples"]), @r"
    Compiled from the register: 6 entries from 8 documents.
    Compiled from the register: 2 entries from 2 documents.
    Compiled from the register: 0 entries from 0 documents.
    ");
}

#[test]
fn prints_a_comparison_as_a_paper() {
    let kept = Kept::full("compared");
    assert_snapshot!("compared", kept.says(&["compare", TALKS, "--format", "markdown", "--lang", "sv"]));
    let file = kept.folder.path("compared.json");
    assert_eq!(kept.says(&["compare", TALKS, "--out", &file]), "= 0");
    let paper: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(&file).expect("it is there")).expect("it is JSON");
    assert_eq!((&paper["kind"], &paper["language"]), (&"compare".into(), &"en".into()));
}

#[test]
fn where_there_is_nothing_it_says_so() {
    let kept = Kept::full("nothing");
    assert_snapshot!(
        "empty_period",
        kept.says(&["digest", "--week", "2001-W01"]) + "\n" + &kept.says(&["review", "--year", "2001"])
    );
    assert_snapshot!("one_sided", kept.says(&["brief", "VN", "Brazil"]));
    let empty = kept.says(&["calendar", "--year", "2001"]);
    assert!(!empty.contains("VEVENT") && empty.ends_with("END:VCALENDAR\r\n= 0"), "{empty}");
    let empty = kept.says(&["feed", "--query", "pineapples"]);
    assert!(!empty.contains("<entry>") && empty.ends_with("</feed>\n= 0"), "{empty}");
}

#[test]
fn what_is_not_understood_is_an_error() {
    let kept = Kept::full("errors");
    let check = |arguments: &[&str]| format!("$ {}\n{}\n", arguments.join(" "), kept.says(arguments));
    let all = [
        &["digest"][..],
        &["digest", "--week", "2025-W28", "--for", "Atlantis"],
        &["digest", "--week", "2025-W28", "--lang", "de"],
        &["digest", "--from", "2025-08", "--to", "2025-07"],
        &["brief", "VN", "Vietnam"],
        &["brief", "VN", "Atlantis"],
        &["brief", "Nobody"],
        &["calendar", "--for", "Atlantis"],
        &["calendar", "--query", "party:Atlantis"],
        &["feed", "--query", "in:people son"],
        &["feed", "--lang", "de"],
        &["calendar", "--out", "/nowhere/at/all.ics"],
        &["compare", TALKS, "--out", "compared.txt"],
    ];
    assert_snapshot!("errors", all.map(check).concat());
    assert!(kept.says(&["digest", "--week", "2025-28"]).ends_with("= 2"));
    assert!(kept.says(&["feed", "--limit", "0"]).ends_with("= 2"));
}
