//! The register from end to end: eight documents in three languages, and what each command makes of them.
//!
//! They tell of one meeting four times (once as a copy, once translated, once with another date), of a candidacy that one state is asked
//! to support and another takes note of, of a target and a later one, of a session that is agreed and held, of an invitation
//! and the visit, and of two foreign ministers followed by others.

#[path = "support/kept.rs"]
mod kept;
mod support;

use insta::assert_snapshot;

use crate::kept::Kept;

/// The meeting that is told four times.
const TALKS: &str = "680a5fbd84f7-1";

/// A text with N for scores and weights, which are tuned time and again: `0.98`, `+1.5`.
fn without_weights(text: &str) -> String {
    let word = |word: &str| {
        let number = word.trim_end_matches([',', ' ', '\n']);
        let weighs = number.contains('.') && number.parse::<f32>().is_ok();
        if weighs { word.replace(number, "N") } else { word.to_owned() }
    };
    text.split_inclusive([' ', '\n']).map(word).collect()
}

#[test]
fn shows_an_engagement() {
    let kept = Kept::full("show");
    assert_snapshot!("engagement", without_weights(&kept.says(&["show", TALKS, "--why", "--history"])));
    let by_another = kept.says(&["show", "683047"]);
    assert_eq!(by_another, kept.says(&["show", TALKS]), "any account names it, and the beginning of one");
    assert!(!by_another.contains("why these accounts are one") && !by_another.contains("history"));
    let json: serde_json::Value =
        serde_json::from_str(kept.says(&["show", "--json", TALKS]).trim_end_matches("= 0")).expect("it is JSON");
    assert_eq!(json["engagement"]["sources"].as_array().map(Vec::len), Some(2));
    assert_eq!(json["accounts"].as_array().map(Vec::len), Some(4));
    assert!(kept.says(&["show", "--color", "always", TALKS]).contains("\u{1b}[32mmeeting\u{1b}[0m"));
}

#[test]
fn shows_a_document_a_person_and_a_matter() {
    let kept = Kept::full("show-others");
    assert_snapshot!("document", kept.says(&["show", "459003b2b8af"]));
    assert_snapshot!("person", kept.says(&["show", "Kurosawa"]));
    assert_snapshot!("matter", kept.says(&["show", "candidacy/ITLOS/2026-2035", "--history"]));
    assert_eq!(kept.says(&["show", "JP:haruto-kurosawa"]), kept.says(&["show", "haruto KUROSAWA"]));
}

#[test]
fn compares_accounts() {
    let kept = Kept::full("compare");
    assert_snapshot!("compared", kept.says(&["compare", TALKS]));
    let json = kept.says(&["compare", "--json", TALKS]);
    let json: serde_json::Value = serde_json::from_str(json.trim_end_matches("= 0")).expect("it is JSON");
    assert_eq!(json["columns"][0]["accounts"].as_array().map(Vec::len), Some(3));
    assert!(kept.says(&["compare", "5e96"]).contains("there is one source alone"));
}

#[test]
fn lists_people_and_who_followed_whom() {
    let kept = Kept::full("people");
    assert_snapshot!("people", kept.says(&["people"]));
    assert_snapshot!("succession", kept.says(&["people", "--party", "Việt Nam", "--office", "foreign-minister"]));
    assert_snapshot!("named", kept.says(&["people", "bao"]));
    assert_snapshot!(kept.says(&["people", "Nobody"]), @r"
    ! chancery: nobody fits; `chancery people` lists everybody who is known
    = 0
    ");
    assert_snapshot!(kept.says(&["people", "--party", "Atlantis"]), @r"
    ! chancery: `Atlantis` is no party that the packs know; write its code (VN, ASEAN) or its name in a pack's language
    = 1
    ");
    assert_snapshot!(kept.says(&["people", "--json", "--party", "Japan", "Minamoto"]), @r#"
    {"id":"JP:keiko-minamoto","name":"Minamoto Keiko","party":"JP","names":["JP:keiko-minamoto"],"spellings":["Minamoto Keiko"],"tenures":[{"office":"foreign-minister","from":"2025-11-13","from_account":"459003b2b8af-1","to":"2025-11-14","to_account":"459003b2b8af-2"}],"first":"2025-11-13","last":"2025-11-14"}
    = 0
    "#);
}

#[test]
fn lists_matters_and_what_is_due() {
    let kept = Kept::full("matters");
    assert_snapshot!("matters", kept.says(&["matters", "--all"]));
    assert_snapshot!("hidden", kept.says(&["matters", "--party", "Pakistan"]));
    assert_snapshot!(kept.says(&["matters", "itlos"]), @r"
      candidacy for ITLOS, 2026-2035  acknowledged  candidacy/ITLOS/2026-2035
        due 2026 · last heard of 2025-07-11 · 4 lines · JP, PK, VN
    = 0
    ");
    assert_snapshot!(kept.says(&["matters", "--state", "replaced"]), @r"
      target of 20,000,000,000 USD, KH-VN  replaced  target/KH-VN/USD/20000000000
        due 2030 · last heard of 2025-08-20 · 1 line · KH, VN
    = 0
    ");
    assert_snapshot!(kept.says(&["matters", "nothing"]), @r"
    ! chancery: no matter fits; `chancery matters --all` lists every one
    = 0
    ");
    assert_snapshot!(kept.says(&["due"]), @r"
      candidacy for ITLOS, 2026-2035  acknowledged  candidacy/ITLOS/2026-2035
        due 2026 · last heard of 2025-07-11 · 4 lines · JP, PK, VN
        “Minister Siddiqui took positive note of the proposal to support Vietnam's
        candidate for judge of ITLOS for the 2026-2035 term”
        5e96864d9850-1
      target of 25,000,000,000 USD, KH-VN  agreed  target/KH-VN/USD/25000000000
        due 2030 · last heard of 2025-12-10 · 1 line · KH, VN
        “Parterna satte som mål att handeln ska nå 25 miljarder dollar senast 2030”
        74dd020622d1-1
    = 0
    ");
    assert_snapshot!(kept.on("2027-02-01", &["due"]), @r"
      candidacy for ITLOS, 2026-2035  acknowledged  candidacy/ITLOS/2026-2035
        due 2026, overdue · last heard of 2025-07-11 · 4 lines · JP, PK, VN
        “Minister Siddiqui took positive note of the proposal to support Vietnam's
        candidate for judge of ITLOS for the 2026-2035 term”
        5e96864d9850-1
      target of 25,000,000,000 USD, KH-VN  agreed  target/KH-VN/USD/25000000000
        due 2030 · last heard of 2025-12-10 · 1 line · KH, VN
        “Parterna satte som mål att handeln ska nå 25 miljarder dollar senast 2030”
        74dd020622d1-1
    = 0
    ");
    assert_snapshot!(kept.says(&["due", "--from", "2031"]), @r"
    ! chancery: nothing is due; `chancery matters --all` lists what has no date too
    = 0
    ");
    assert_snapshot!(kept.says(&["due", "--json", "--to", "2026", "--party", "JP"]), @r#"
    {"matter":{"due":"2026","first":"2025-07-10","key":"candidacy/ITLOS/2026-2035","last":"2025-07-11","n_lines":4,"parties":["JP","PK","VN"],"state":"acknowledged"},"overdue":false}
    = 0
    "#);
}

#[test]
fn rules_and_undoes() {
    let kept = Kept::full("rule");
    let rule = |arguments: &[&str]| kept.says(&[&["rule"][..], arguments].concat());
    assert_snapshot!(rule(&["set", TALKS, "date", "2025-07-10", "--why", "the ministry's own page"]), @r"
    ruled 1: set the date of 680a5fbd84f7-1 to 2025-07-10
      engagement 680a5fbd84f7-1: disputes 1 → 0
    = 0
    ");
    assert_snapshot!(rule(&["set", TALKS, "parties", "Japan,Việt Nam,ASEAN", "--who", "Grace"]), @r"
    ruled 2: set the parties of 680a5fbd84f7-1 to JP,VN,ASEAN
      engagement 680a5fbd84f7-1: parties JP VN → ASEAN JP VN
    = 0
    ");
    assert_snapshot!(rule(&["split", "683047"]), @r"
    ruled 3: split 683047666dc2-1 from 680a5fbd84f7-1, 6fcc5b37d365-1, 7f95e5fe64ab-1
      engagement 680a5fbd84f7-1: accounts 4 → 3; sources 2 → 1
      engagement 683047666dc2-1: new
    = 0
    ");
    assert_snapshot!(rule(&["merge", TALKS, "683047666dc2-1"]), @r"
    ruled 4: merge 680a5fbd84f7-1, 6fcc5b37d365-1, 7f95e5fe64ab-1, 683047666dc2-1
      engagement 680a5fbd84f7-1: accounts 3 → 4; sources 1 → 2
      engagement 683047666dc2-1: gone
    = 0
    ");
    assert_snapshot!(rule(&["reject", "5e96864d9850-1", "--claim", "1"]), @r"
    ruled 5: reject claim 1 of 5e96864d9850-1
      engagement 5e96864d9850-1: its accounts changed
      matter candidacy/ITLOS/2026-2035: state acknowledged → open
    = 0
    ");
    assert_snapshot!(rule(&["confirm", TALKS]), @r"
    ruled 6: confirm 680a5fbd84f7-1
      engagement 680a5fbd84f7-1: its accounts changed
    = 0
    ");
    assert_snapshot!(rule(&["reject", "74dd"]), @r"
    ruled 7: reject 74dd020622d1-1
      engagement 74dd020622d1-1: gone
      person KH:sok-vannak: changed
      person VN:le-tam-van: changed
      matter session/KH-VN/21: state delivered → agreed
      matter target/KH-VN/USD/20000000000: state replaced → agreed
      matter target/KH-VN/USD/25000000000: gone
    = 0
    ");
    assert_snapshot!(rule(&["same-person", "Minamoto", "JP:haruto-kurosawa"]), @r"
    ruled 8: JP:keiko-minamoto and JP:haruto-kurosawa are one person
      person JP:keiko-minamoto: gone
      person JP:haruto-kurosawa: changed
    = 0
    ");
    assert_snapshot!(rule(&["state", "invitation/VN/JP", "open"]), @r"
    ruled 9: invitation/VN/JP is open
      matter invitation/VN/JP: state delivered → open
    = 0
    ");
    assert_snapshot!(rule(&["link", "459003b2b8af-2", "--claim", "2", "instrument/EVIPA"]), @r"
    ruled 10: link claim 2 of 459003b2b8af-2 to instrument/EVIPA
      engagement 459003b2b8af-2: its accounts changed
      matter instrument/EVIPA: new
    = 0
    ");
    assert_snapshot!(rule(&["unlink", TALKS, "--claim", "1", "candidacy/ITLOS"]), @r"
    ruled 11: unlink claim 1 of 680a5fbd84f7-1 from candidacy/ITLOS/2026-2035
      engagement 680a5fbd84f7-1: its accounts changed
      matter candidacy/ITLOS/2026-2035: changed
    = 0
    ");
    assert_snapshot!("ruled", kept.says(&["show", TALKS, "--history"]));
    assert_snapshot!("rulings", rule(&["list"]));
    assert_snapshot!(kept.says(&["rebuild"]), @r"
    8 documents read anew; everything is as it was
    = 0
    ");
    assert_snapshot!(kept.says(&["check"]), @r"
    8 documents, 34 quotes, 5 engagements looked at; all is well
    = 0
    ");
    assert_snapshot!(kept.says(&["undo", "7"]), @r"
    undone 7: reject 74dd020622d1-1
      engagement 74dd020622d1-1: new
      person KH:sok-vannak: changed
      person VN:le-tam-van: changed
      matter session/KH-VN/21: state agreed → delivered
      matter target/KH-VN/USD/20000000000: state agreed → replaced
      matter target/KH-VN/USD/25000000000: new
    = 0
    ");
    assert_snapshot!(kept.says(&["undo", "7"]), @r"
    ! chancery: ruling 7 is undone already, by Ada
    = 1
    ");
    for n in ["1", "2", "3", "4", "5", "6", "8", "9", "10", "11"] {
        assert!(kept.says(&["undo", n, "--json"]).ends_with("= 0"));
    }
    assert_snapshot!(rule(&["list"]), @r"
    ! chancery: no ruling counts; `chancery rule --help` shows how to make one
    = 0
    ");
    assert_snapshot!("undone", rule(&["list", "--all"]));
    let fresh = Kept::full("rule-fresh");
    for command in [&["matters", "--all", "--json"][..], &["people", "--json"], &["show", "--json", TALKS]] {
        assert_eq!(kept.says(command), fresh.says(command), "what is undone leaves nothing behind");
    }
}

#[test]
fn answers_as_the_register_stood() {
    let kept = Kept::full("as-of");
    let head = |text: String| text.lines().take(8).collect::<Vec<_>>().join("\n");
    assert_snapshot!(head(kept.says(&["show", "--as-of", "2025-07-12", TALKS])), @r"
    2025-07-10  meeting  VN, JP
      Tran Quoc Bao (VN, foreign minister)
      Kurosawa Haruto (JP, foreign minister)
      in Kuala Lumpur, MY
      occasion: AMM-58
      680a5fbd84f7-1 · 1 independent source, 2 copies

      680a5fbd84f7-1
    ");
    assert_snapshot!(kept.says(&["matters", "--as-of", "2025-08", "--kind", "session"]), @r"
      session 21, KH-VN  agreed  session/KH-VN/21
        due 2025-12 · last heard of 2025-08-20 · 1 line · KH, VN
    = 0
    ");
    assert_snapshot!(kept.says(&["people", "--as-of", "2025-11-01", "--office", "foreign-minister", "--party", "VN"]), @r"
      Trần Quốc Bảo  VN  VN:bao-quoc-tran
        foreign minister 2025-07-10 to 2025-08-20 · 680a5fbd84f7-1, 328b81c2ae46-1
          “Minister Tran Quoc Bao of Vietnam met with Japan's Foreign Minister
          Kurosawa Haruto in Kuala Lumpur on the”
          “trưởng Ngoại giao Trần Quốc Bảo đã hội đàm với Bộ trưởng Ngoại giao
          Campuchia Sok Vannak tại Phnôm Pênh.”
    = 0
    ");
    assert_snapshot!(kept.says(&["people", "--as-of", "2024"]), @r"
    ! chancery: the register has no documents; `chancery add FILE...` brings some
    = 0
    ");
    assert_snapshot!(kept.says(&["show", "--as-of", "2025-08", "session/KH-VN/21", "--history"]), @r"
      session 21, KH-VN  agreed  session/KH-VN/21
        due 2025-12 · last heard of 2025-08-20 · 1 line · KH, VN

        2025-08-20  next-step · VN, KH · due 2025-12
                    “Hai bên nhất trí tổ chức Kỳ họp lần thứ 21 Ủy ban hỗn hợp Việt
                    Nam - Campuchia vào tháng 12/2025”
                    328b81c2ae46-1

        history
          2025-08-21 08:00  new, by document 328b81c2ae46 (Press)
    = 0
    ");
}

#[test]
fn says_what_it_cannot_do() {
    let none = Kept::empty("none");
    assert_snapshot!(none.says(&["people"]), @r"
    ! chancery: register.db: there is no register here yet; `chancery add FILE...` makes one
    = 1
    ");
    assert_snapshot!(none.says(&["undo", "1"]), @r"
    ! chancery: register.db: there is no register here yet; `chancery add FILE...` makes one
    = 1
    ");
    let kept = Kept::full("errors");
    let says = |arguments: &[&str]| kept.says(arguments);
    assert_snapshot!(says(&["show", "ffff", "Nobody", "topic/XX"]), @r"
    ! chancery: `ffff` is not in the register; `chancery find` lists what is, and any account of an engagement names it
    ! chancery: `Nobody` is not in the register; `chancery find` lists what is, and any account of an engagement names it
    ! chancery: `topic/XX` is not in the register; `chancery find` lists what is, and any account of an engagement names it
    = 1
    ");
    assert!(says(&["show", "ffff", "5e96"]).contains("PK"), "the rest is shown");
    assert_snapshot!(says(&["show", "4"]), @r"
    ! chancery: `4` fits several accounts: 459003b2b8af-1, 459003b2b8af-2; write more of it, or one of these
    = 1
    ");
    assert_snapshot!(says(&["show", "topic/"]), @r"
    ! chancery: `topic/` fits several matters: topic/JP-VN/energy, topic/JP-VN/semiconductors, topic/JP-VN/trade, topic/KH-VN/investment; write more of it, or one of these
    = 1
    ");
    assert_snapshot!(says(&["show", "foreign"]), @r"
    ! chancery: `foreign` is not in the register; `chancery find` lists what is, and any account of an engagement names it
    = 1
    ");
    assert_snapshot!(says(&["compare", "Minamoto"]), @r"
    ! chancery: `Minamoto` names no account; write twelve hexadecimal digits, a dash and a number: 3fa9c1d2b07e-4
    = 1
    ");
    assert_snapshot!(says(&["rule", "set", TALKS, "colour", "red"]), @r"
    ! chancery: `colour` is no field to set; take kind, date, country, city, occasion or parties
    = 1
    ");
    assert_snapshot!(says(&["rule", "set", TALKS, "date", "July"]), @r"
    ! chancery: `July` is no date; write a day, month or year, or two with .. between: 2025-07-08..2025-07-11
    = 1
    ");
    assert_snapshot!(says(&["rule", "set", TALKS, "kind", "picnic"]), @r"
    ! chancery: `picnic` is no kind; write meeting, call, visit, consultation, conference, message, signing, statement, event, publication
    = 1
    ");
    assert_snapshot!(says(&["rule", "set", TALKS, "country", "Atlantis"]), @r"
    ! chancery: `Atlantis` is no party that the packs know; write its code (VN, ASEAN) or its name in a pack's language
    = 1
    ");
    assert_snapshot!(says(&["rule", "reject", TALKS, "--claim", "9"]), @r"
    ! chancery: 680a5fbd84f7-1 has no claim 9, but 4 in all; `chancery show 680a5fbd84f7-1` numbers them
    = 1
    ");
    assert_snapshot!(says(&["rule", "split", "5e96"]), @r"
    ! chancery: 5e96864d9850-1 is the only account of its engagement; there is nothing to split it from
    = 1
    ");
    assert_snapshot!(says(&["rule", "split", TALKS, "--from", "5e96"]), @r"
    ! chancery: 5e96864d9850-1 is no other account of the engagement of 680a5fbd84f7-1; `chancery show 680a5fbd84f7-1` lists them
    = 1
    ");
    assert_snapshot!(says(&["rule", "merge", "5e96", "5e96"]), @r"
    ! chancery: 5e96864d9850-1 is one account; name a second engagement to merge it with
    = 1
    ");
    assert_snapshot!(says(&["rule", "merge", "459003b2b8af-1", "459003b2b8af-2"]), @r"
    ruled 1: merge 459003b2b8af-1, 459003b2b8af-2
      engagement 459003b2b8af-1: kind visit → meeting; start 2025-11-13 → 2025-11-14; end 2025-11-15 →
      2025-11-14; accounts 1 → 2; sources 1 → 2; disputes 0 → 1
      engagement 459003b2b8af-2: gone
    ! chancery: 459003b2b8af-2 and 459003b2b8af-1 are told apart by one document; they are merged as you say, `chancery undo` takes it back
    = 0
    ");
    assert_snapshot!(says(&["rule", "same-person", "Kurosawa", "JP:haruto-kurosawa"]), @r"
    ! chancery: both names are JP:haruto-kurosawa; `chancery show JP:haruto-kurosawa` has all names of that person with their keys
    = 1
    ");
    assert_snapshot!(says(&["rule", "state", "instrument/NOTHING", "open"]), @r"
    ! chancery: `instrument/NOTHING` is not in the register; `chancery find` lists what is, and any account of an engagement names it
    = 1
    ");
    assert_snapshot!(says(&["rule", "link", TALKS, "--claim", "1", "no/kind"]), @r"
    ! chancery: `no/kind` is not in the register; `chancery find` lists what is, and any account of an engagement names it
    = 1
    ");
    assert_snapshot!(says(&["undo", "77"]), @r"
    ! chancery: there is no ruling 77; `chancery rule list` shows all
    = 1
    ");
    for wrong in [
        &["rule", "state", "invitation/VN/JP", "done"][..],
        &["rule", "merge", "5e96"],
        &["matters", "--kind", "wish"],
        &["people", "--office", "king"],
        &["due", "--from", "soon"],
        &["show"],
    ] {
        let said = says(wrong);
        assert!(said.ends_with("= 2"), "{said}");
    }
}

#[test]
fn tells_what_is_broken() {
    let kept = Kept::full("broken");
    assert_snapshot!(kept.says(&["check", "--json"]), @r#"
    {"documents":8,"engagements":6,"faults":[],"originals":0,"quotes":34,"unplaced":[]}
    = 0
    "#);
    let path = kept.folder.path("register.db");
    let mut bytes = std::fs::read(&path).expect("it is there");
    let middle = bytes.len() / 2;
    bytes[middle..].fill(0);
    std::fs::write(&path, bytes).expect("it can be written");
    let said = kept.says(&["check"]);
    assert!(said.ends_with("= 1"), "{said}");
}
