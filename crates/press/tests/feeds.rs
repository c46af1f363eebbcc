//! Calendars and feeds of a small register, as parsers that are not ours read them.

mod desk;

use desk::{PACKS, add, claim, document, engagement, options, register, week, with};
use feed_rs::model::Feed;
use icalendar::{Calendar, CalendarComponent, Component as _, Event, EventLike as _};
use insta::assert_snapshot;
use press::{FeedFormat, FeedOptions, History, calendar, feed};
use register::{AccountId, Decision, Read, Register};
use serde_json::json;

const LANGUAGES: [&str; 3] = ["en", "sv", "vi"];
const FORMATS: [FeedFormat; 2] = [FeedFormat::Atom, FeedFormat::Json];
/// An hour, in milliseconds.
const HOUR: i64 = 3_600_000;

fn calendar_of(register: &Register, language: &str, view: Option<&str>, chosen: Option<&[AccountId]>) -> String {
    let options = options(language, view, "2025-01-01", "2030-12-31");
    let printed = calendar(register, &History::of(register), &PACKS, &options, chosen).expect("it can be printed");
    for line in printed.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
    printed
}

/// The events of a calendar.
fn events(printed: &str) -> Vec<Event> {
    let calendar: Calendar = printed.parse().unwrap_or_else(|error| panic!("{error}\n{printed}"));
    let event = |component: &CalendarComponent| component.as_event().cloned().expect("there is nothing but events");
    calendar.components.iter().map(event).collect()
}

fn value<'a>(event: &'a Event, name: &str) -> &'a str {
    event.property_value(name).unwrap_or("-")
}

/// Events a line each, in the order of their days.
fn listed(events: &[Event]) -> String {
    let line = |event: &Event| {
        let names = ["DTSTART", "DTEND", "STATUS"].map(|name| value(event, name)).join(" ");
        let category = event.get_categories().unwrap_or_default().join("+");
        format!("{names} [{category}] {}", event.get_summary().unwrap_or("-"))
    };
    let mut lines: Vec<String> = events.iter().map(line).collect();
    lines.sort();
    lines.join("\n")
}

fn event<'a>(events: &'a [Event], summary: &str) -> &'a Event {
    let found = events.iter().find(|event| event.get_summary() == Some(summary));
    found.unwrap_or_else(|| panic!("{summary} is not among\n{}", listed(events)))
}

fn feed_of(register: &Register, options: &FeedOptions, format: FeedFormat) -> Feed {
    let printed = feed(register, &History::of(register), &PACKS, options, None, format).expect("it can be printed");
    let feed = feed_rs::parser::parse(printed.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{printed}"));
    let kind = match format {
        FeedFormat::Atom => feed_rs::model::FeedType::Atom,
        FeedFormat::Json => feed_rs::model::FeedType::JSON,
    };
    assert_eq!(feed.feed_type, kind);
    feed
}

fn all(language: &str) -> FeedOptions {
    FeedOptions { language: language.to_owned(), days: None, view: None, query: None, limit: 50 }
}

fn titles(feed: &Feed) -> Vec<&str> {
    feed.entries.iter().map(|entry| &*entry.title.as_ref().expect("it has a title").content).collect()
}

fn content(entry: &feed_rs::model::Entry) -> &str {
    entry.content.as_ref().and_then(|content| content.body.as_deref()).expect("it has content")
}

/// A document that tells of one meeting.
fn meeting(source: &str, published: &str, dates: &str, parties: &str, people: &str, words: &str) -> Read {
    document(source, "sv", published, vec![engagement("meeting", dates, parties, people, words, Vec::new())])
}

const TALKS: &str = "Ann Lee/SE/foreign-minister + Bo Ng/JP/foreign-minister";

#[test]
fn a_calendar_holds_what_took_place_and_what_falls_due() {
    let register = week();
    for language in LANGUAGES {
        assert_snapshot!(
            format!("calendar-{language}"),
            listed(&events(&calendar_of(&register, language, Some("SE"), None)))
        );
    }
    assert_snapshot!("calendar-of-all", listed(&events(&calendar_of(&register, "en", None, None))));
    let printed = calendar_of(&register, "en", Some("SE"), None);
    let one = printed.split("BEGIN:VEVENT").find(|event| event.contains("20250710")).expect("it is there");
    assert_snapshot!("calendar-event", one.replace("\r\n", "\n"));
    assert_eq!(printed, calendar_of(&week(), "en", Some("SE"), None), "no clock is asked");
}

#[test]
fn days_are_as_wide_as_they_are_known() {
    let parties = ["SE,JP", "SE,NO", "SE,FI", "SE,DK", "SE,IS"];
    let dates = ["2025-07-10", "2025-07-08..2025-07-11", "2025-09", "2026", "2025-12-31"];
    let at = |(parties, dates): (&str, &str)| {
        meeting("Källan", "2025-07-12", dates, parties, "", &format!("De möts. {parties}"))
    };
    let printed = calendar_of(&register(parties.into_iter().zip(dates).map(at).collect()), "en", Some("SE"), None);
    assert_snapshot!(listed(&events(&printed)), @r"
    20250708 20250712 CONFIRMED [Meeting] Norway: meeting
    20250710 20250711 CONFIRMED [Meeting] Japan: meeting
    20250901 20251001 TENTATIVE [Meeting] Finland: meeting, September 2025
    20251231 20260101 TENTATIVE [Meeting] Iceland: meeting
    20260101 20270101 TENTATIVE [Meeting] Denmark: meeting, 2026
    ");
}

#[test]
fn an_empty_calendar_and_an_empty_feed_are_whole() {
    let register = register(Vec::new());
    let printed = calendar_of(&register, "sv", None, None);
    assert!(events(&printed).is_empty() && printed.ends_with("END:VCALENDAR\r\n"));
    for format in FORMATS {
        assert!(feed_of(&register, &all("sv"), format).entries.is_empty());
    }
}

#[test]
fn a_change_keeps_the_name_and_raises_the_sequence() {
    let mut register =
        register(vec![meeting("Källan", "2025-07-12", "2025-07-10", "SE,JP", TALKS, "De möttes den 10 juli.")]);
    let before = events(&calendar_of(&register, "en", Some("SE"), None)).remove(0);
    let entry_before = feed_of(&register, &all("en"), FeedFormat::Atom).entries.remove(0);
    // Published earlier, it gives the engagement another name in the register.
    let earlier = "Ann Lee träffade Bo Ng i Tokyo den 10 juli.";
    add(&mut register, vec![meeting("Byrån", "2025-07-11", "2025-07-10", "SE,JP", TALKS, earlier)], HOUR);
    let after = events(&calendar_of(&register, "en", Some("SE"), None));
    assert_eq!(after.len(), 1, "{}", listed(&after));
    assert_eq!(value(&after[0], "UID"), value(&before, "UID"));
    let sequence = |event: &Event| value(event, "SEQUENCE").parse::<u32>().expect("it is a number");
    assert!(sequence(&after[0]) > sequence(&before));
    let stamps = ["DTSTAMP", "LAST-MODIFIED", "CREATED"];
    assert_eq!(stamps.map(|name| value(&before, name)), ["19700101T000000Z"; 3]);
    assert_eq!(stamps.map(|name| value(&after[0], name)), ["19700101T010000Z", "19700101T010000Z", "19700101T000000Z"]);
    for format in FORMATS {
        let feed = feed_of(&register, &all("en"), format);
        let entry = &feed.entries[0];
        assert_eq!((feed.entries.len(), &entry.id), (1, &entry_before.id));
        assert_eq!(entry.published.map(|at| at.timestamp()), Some(0));
        assert_eq!(entry.updated.map(|at| at.timestamp()), Some(HOUR / 1000), "{format:?}");
    }
    // As it stood before, it has the history of then.
    let past = register.as_of(0).expect("it can be made");
    let options = options("en", Some("SE"), "2025-01-01", "2030-12-31");
    let printed = calendar(&past, &History::until(&register, 0), &PACKS, &options, None).expect("it can be printed");
    assert_eq!(value(&events(&printed)[0], "SEQUENCE"), value(&before, "SEQUENCE"));
}

#[test]
fn what_the_register_has_no_more_is_cancelled() {
    let documents = vec![
        meeting("Källan", "2025-07-12", "2025-07-10", "SE,JP", TALKS, "De möttes den 10 juli."),
        meeting("Källan", "2025-07-12", "2025-07-11", "SE,NO", "Ann Lee/SE/foreign-minister", "Hon mötte Norge."),
        meeting(
            "Byrån",
            "2025-07-12",
            "2025-07-08",
            "SE,JP",
            "Ann Lee/SE/foreign-minister",
            "Hon mötte Japan den 8 juli.",
        ),
    ];
    let mut register = register(documents);
    let before = events(&calendar_of(&register, "en", Some("SE"), None));
    assert_eq!(before.len(), 3);
    let id = |register: &Register, parties: &str, start: &str| {
        let rows = register.store().rows(None, 10).expect("it can be read");
        rows.iter().find(|row| row.parties.join(",").contains(parties) && row.start == start).expect("it is there").id
    };
    let rejected = register.anchor(id(&register, "NO", "2025-07-11")).expect("it is there");
    register.rule(Decision::Reject { account: rejected }, "Ada", "", HOUR).expect("it can be ruled");
    let pair = [id(&register, "JP", "2025-07-10"), id(&register, "JP", "2025-07-08")];
    let accounts = pair.map(|id| register.anchor(id).expect("it is there")).to_vec();
    let n = register.rule(Decision::Merge { accounts }, "Ada", "", 2 * HOUR).expect("it can be ruled");
    let after = events(&calendar_of(&register, "en", Some("SE"), None));
    let cancelled = |events: &[Event]| {
        let cancelled: Vec<Event> =
            events.iter().filter(|event| value(event, "STATUS") == "CANCELLED").cloned().collect();
        listed(&cancelled)
    };
    assert_eq!(after.len(), 3, "{}", listed(&after));
    assert_snapshot!(cancelled(&after), @r"
    20250708 20250709 CANCELLED [] Japan: meeting
    20250711 20250712 CANCELLED [] Norway: meeting
    ");
    let uids = |events: &[Event]| {
        let mut uids: Vec<String> = events.iter().map(|event| value(event, "UID").to_owned()).collect();
        uids.sort();
        uids
    };
    assert_eq!(uids(&after), uids(&before), "each is either kept or cancelled by its name");
    for event in &after {
        let earlier = before.iter().find(|earlier| value(earlier, "UID") == value(event, "UID")).expect("it was there");
        let sequence = |event: &Event| value(event, "SEQUENCE").parse::<u32>().expect("it is a number");
        assert!(sequence(event) > sequence(earlier), "{}", value(event, "UID"));
    }
    register.undo(n, "Ada", 3 * HOUR).expect("it can be undone");
    let again = events(&calendar_of(&register, "en", Some("SE"), None));
    assert_eq!(cancelled(&again).lines().count(), 1, "what comes back is cancelled no more\n{}", listed(&again));
    assert_eq!(uids(&again), uids(&before));
}

#[test]
fn what_was_done_before_it_fell_due_is_cancelled() {
    let agreed = document(
        "Källan",
        "sv",
        "2025-07-12",
        vec![with(
            engagement(
                "consultation",
                "2025-07-11",
                "SE,JP",
                TALKS,
                "De höll samråd.",
                vec![with(
                    claim("next-step", "SE,JP", "visits", 4, "Nästa möte hålls i mars 2026."),
                    json!({"session": 4, "date": "2026-03"}),
                )],
            ),
            json!({"session": 3}),
        )],
    );
    let held = document(
        "Källan",
        "sv",
        "2026-02-12",
        vec![with(
            engagement("consultation", "2026-02-11", "SE,JP", TALKS, "Det fjärde mötet hölls.", Vec::new()),
            json!({"session": 4}),
        )],
    );
    let mut register = register(vec![agreed]);
    let due = |register: &Register| {
        let events = events(&calendar_of(register, "en", Some("SE"), None));
        let due: Vec<Event> =
            events.into_iter().filter(|event| event.get_categories() == Some(vec!["Due".to_owned()])).collect();
        listed(&due)
    };
    assert_snapshot!(due(&register), @r"
    20260331 20260401 CONFIRMED [Due] The fourth session between Sweden and Japan: due in March 2026
    ");
    add(&mut register, vec![held], HOUR);
    assert_snapshot!(due(&register), @"20260331 20260401 CANCELLED [Due] The fourth session between Sweden and Japan: due in March 2026");
}

/// Names and quotes with whatever could end a line, a value, an element or an attribute.
const HOSTILE: &str = "<b>\"Bo\"</b> & O'Ek;,\\ ]]> <script>";

fn hostile() -> Register {
    let people = format!("{HOSTILE}/SE/foreign-minister + فيصل بن فرحان/SA/foreign-minister");
    let words = format!(
        "{HOSTILE}\r\nEND:VCALENDAR\r\nBEGIN:VEVENT\u{1}\u{7f}\u{2028}\u{202e}x\u{0} møttes \u{1f600}\u{fffe}."
    );
    let mut read = meeting(&format!("{HOSTILE}\r\nX:"), "2025-07-12", "2025-07-10", "SE,SA", &people, &words);
    read.deposit.origins[0].address = Some("https://example.org/\r\nATTENDEE:x\"><script>".to_owned());
    let other = with(
        engagement("meeting", "2025-07-11", "SE,NO", "", "Hon mötte Norge.", Vec::new()),
        json!({"city": "Oslo;\r\nX-EVIL:1,\\", "series": "A\nB"}),
    );
    register(vec![read, document("javascript:", "sv", "2025-07-12", vec![other])])
}

#[test]
fn nothing_from_outside_breaks_a_calendar() {
    let printed = calendar_of(&hostile(), "sv", Some("SE"), None);
    let events = events(&printed);
    assert_eq!(events.len(), 2, "{printed}");
    let description = event(&events, "Saudiarabien: möte").get_description().expect("it has one").to_owned();
    assert!(description.contains(HOSTILE) && description.contains("\u{2068}فيصل بن فرحان\u{2069}"), "{description}");
    assert!(
        description.contains("END:VCALENDAR BEGIN:VEVENT x møttes \u{1f600}") && !description.contains('\u{202e}'),
        "{description}"
    );
    let addresses: Vec<&str> = events.iter().filter_map(|event| event.property_value("URL")).collect();
    assert_eq!(addresses, ["https://example.org/sv/18"], "one with line ends is none");
    assert!(printed.lines().all(|line| !line.starts_with("X-EVIL") && !line.starts_with("ATTENDEE")));
    let location = event(&events, "Norge: möte").get_location().expect("it has one");
    assert!(location.contains("Oslo; X-EVIL:1,\\"), "{location}");
}

#[test]
fn nothing_from_outside_is_markup_in_a_feed() {
    let register = hostile();
    for format in FORMATS {
        let feed = feed_of(&register, &all("sv"), format);
        assert_eq!(feed.entries.len(), 2);
        let entry = feed.entries.iter().find(|entry| content(entry).contains("Saudiarabien")).expect("it is there");
        let escaped = "&lt;b&gt;&quot;Bo&quot;&lt;/b&gt; &amp; O'Ek;,\\ ]]&gt; &lt;script&gt;";
        assert!(content(entry).contains(escaped), "{}", content(entry));
        assert!(!content(entry).contains("<script") && !content(entry).contains("href"), "{}", content(entry));
        let summary = &entry.summary.as_ref().expect("it has one").content;
        assert!(summary.contains(HOSTILE), "{summary}");
        assert!(entry.links.is_empty(), "an address with line ends is no link: {:?}", entry.links);
    }
}

#[test]
fn a_feed_tells_the_newest_change_first() {
    let mut register = week();
    let third =
        meeting("Källan", "2025-07-14", "2025-07-13", "SE,NO", "Ann Lee/SE/foreign-minister", "Hon mötte Norge.");
    add(&mut register, vec![third], HOUR);
    for format in FORMATS {
        for language in LANGUAGES {
            let feed = feed_of(&register, &FeedOptions { view: Some("SE".to_owned()), ..all(language) }, format);
            assert_eq!(feed.language.as_deref(), Some(language));
            if format == FeedFormat::Atom {
                assert_snapshot!(format!("feed-{language}"), titles(&feed).join("\n"));
                assert_eq!(feed.updated.map(|at| at.timestamp()), Some(HOUR / 1000));
            }
        }
        let short = feed_of(&register, &FeedOptions { limit: 1, ..all("en") }, format);
        assert_eq!(titles(&short), ["Sweden and Norway: meeting, 13 July 2025"]);
        let days = Some(("2025-07-08".parse().expect("a day"), "2025-07-09".parse().expect("a day")));
        let visit = feed_of(&register, &FeedOptions { days, view: Some("SE".to_owned()), ..all("en") }, format);
        assert_eq!(titles(&visit), ["Vietnam: visit, 8–9 July 2025"]);
    }
    let feed = feed_of(&register, &all("en"), FeedFormat::Atom);
    let entry = feed.entries.iter().find(|entry| content(entry).contains("Kuala Lumpur")).expect("it is there");
    assert_snapshot!("feed-content", content(entry).replace("<blockquote>", "\n<blockquote>"));
}

#[test]
fn a_query_chooses_what_is_told() {
    let register = week();
    let rows = register.store().rows(None, 100).expect("it can be read");
    let chosen: Vec<AccountId> = rows.iter().filter(|row| row.kind == "visit").map(|row| row.id).collect();
    let held = events(&calendar_of(&register, "en", None, Some(&chosen)));
    assert_snapshot!(listed(&held), @r"
    20250708 20250710 CONFIRMED [Visit] Vietnam and Sweden: visit
    20301231 20310101 CONFIRMED [Due] The target of 2.5 billion US dollars between Sweden and Vietnam: due in 2030
    ");
    let asked = FeedOptions { query: Some("kind:visit “x” & y".to_owned()), ..all("en") };
    for format in FORMATS {
        let printed =
            feed(&register, &History::of(&register), &PACKS, &asked, Some(&chosen), format).expect("it can be printed");
        let feed = feed_rs::parser::parse(printed.as_bytes()).expect("it is a feed");
        assert_eq!(titles(&feed).len(), 1);
        assert_eq!(feed.title.expect("it has a title").content, "Foreign affairs digest: kind:visit “x” & y");
        if format == FeedFormat::Atom {
            assert_eq!(feed.id, "tag:chancery,2026:feed/en/all/all/kind%3Avisit%20%E2%80%9Cx%E2%80%9D%20%26%20y");
        }
    }
}
