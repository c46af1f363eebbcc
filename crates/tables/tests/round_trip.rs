//! What goes out comes back: every format gives the same register, byte for byte when it goes out again.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use packs::Packs;
use proptest::collection::vec;
use proptest::prelude::*;
use register::{
    AccountId, ClaimAnchor, Decision, Deposit, FieldValue, Origin, PackReader, Read, Register, Source, SourceKind,
    Sqlite, Standing, Taken, Version, Visit,
};
use tables::{Csv, JsonLines, Parquet, Selection, Step, Steps, TABLES, TablesError};

/// A folder that is gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("chancery-tables-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("can write to the folder for temporary files");
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn packs() -> Packs {
    embedded::packs()
}

fn reader(packs: &Packs) -> PackReader<'_> {
    PackReader::new(packs, NonZeroUsize::MIN)
}

fn empty() -> Register {
    Register::new(Box::new(Sqlite::in_memory().expect("memory is there"))).expect("it can be read")
}

const ENGLISH: &str = "Foreign Minister Ingrid Solvang held a telephone call with Japan's Minister for Foreign Affairs \
    Kurosawa Haruto on 14 January 2026. Mr Kurosawa asked Norway to speed up the approval of Japanese research vessels. \
    Norway promised to share its ice data.\n";
const SWEDISH: &str = "Utrikesminister Ingrid Solvang talade i telefon med Japans utrikesminister Kurosawa Haruto den \
    14 januari 2026. Hon bjöd in honom till Norge. Norge stöder Japans kandidatur till FN:s säkerhetsråd.\n";
const VIETNAMESE: &str = "Ngày 15/1/2026, Bộ trưởng Ngoại giao Na Uy Ingrid Solvang đã gặp Bộ trưởng Ngoại giao Nhật Bản \
    Kurosawa Haruto tại Oslo. Hai bên nhất trí tăng cường hợp tác.\n";

fn origin(name: &str) -> Origin {
    Origin { name: name.to_owned(), ..Origin::default() }
}

fn read(bytes: impl Into<Vec<u8>>, mut origins: Vec<Origin>, added_ms: i64) -> Read {
    origins.sort();
    origins.dedup();
    Read { deposit: Deposit { bytes: bytes.into(), original: None, origins, added_ms }, reading: None }
}

/// A document that was read out of other bytes.
fn out_of(original: &[u8], text: &str, name: &str) -> Read {
    let mut read = read(text, vec![origin(name)], JANUARY + 8000);
    read.deposit.original = Some(original.to_vec());
    read
}

const JANUARY: i64 = 1_768_500_000_123;

/// A register with what is hard to carry: three languages, bytes that are no text, origins with every field, rulings.
fn full(packs: &Packs) -> Register {
    let mut register = empty();
    let quoted = Origin {
        name: "a \"quoted\", name;\nof two lines\r\n".to_owned(),
        source: Some("Bộ Ngoại giao | Hà Nội".to_owned()),
        address: Some("https://example.org/?a=1,2&b=“”".to_owned()),
        published: Some("2026-01".parse().unwrap()),
        retrieved: Some("2026-01-16T08:00:00Z".to_owned()),
        language: Some("vi".to_owned()),
        format: Some("plain".to_owned()),
        headers: Some("HTTP/1.1 200 OK\r\nSet-Cookie: \"a\"\r\n".to_owned()),
        ..Origin::default()
    };
    let bare = Origin { source: Some(String::new()), address: Some("\\".to_owned()), ..origin("") };
    let batches = [
        vec![read(ENGLISH, vec![origin("en.txt"), bare], JANUARY), read(SWEDISH, vec![origin("sv.txt")], JANUARY + 1)],
        vec![read(VIETNAMESE, vec![quoted], JANUARY + 5000)],
        vec![
            read([0, 159, 146, 150, 13, 10], vec![origin("picture")], JANUARY + 6000),
            read("", vec![origin("empty")], -1),
        ],
        vec![read(ENGLISH, vec![origin("the same again")], JANUARY + 7000)],
        vec![out_of(&[0, 255, 10], "Two of one.", "a.eml"), out_of(&[0, 255, 10], "One of two.", "a.eml/1")],
        vec![out_of(b"", "Out of nothing.", "empty.pdf"), out_of(b"\\", ENGLISH, "quoted.pdf")],
    ];
    for (batch, at) in batches.into_iter().zip(0..) {
        register.add(batch, &reader(packs), JANUARY + at * 1000).unwrap();
    }
    follow(&mut register, packs);
    register
}

/// A source with every field and one with none; an address at which two documents stood, and one that waits.
fn follow(register: &mut Register, packs: &Packs) {
    let full = Source {
        id: "mfa".to_owned(),
        name: "Bộ Ngoại giao | \"A\", B".to_owned(),
        address: "https://mfa.example/?a=1,2".to_owned(),
        kind: SourceKind::Listing,
        links: Some("main > a[title=\"x,y\"]".to_owned()),
        below: Some("https://mfa.example/news/".to_owned()),
        every_s: 3600,
        paused: true,
        allowed: vec!["127.0.0.1:8080".to_owned(), "intranet.example".to_owned()],
        added_ms: JANUARY,
    };
    register.put_source(&full).unwrap();
    register.put_source(&Source { id: "bare".to_owned(), ..Source::default() }).unwrap();
    let documents = register.store().documents(None, 2).unwrap();
    let version = |(from_ms, &document)| Version { from_ms, document };
    let kept = Visit {
        standing: Standing::Gone,
        due_ms: None,
        told: Some("2026-01".to_owned()),
        asked_ms: Some(JANUARY + 7),
        status: Some(410),
        etag: Some("W/\"1\"".to_owned()),
        last_modified: Some("Thu, 15 Jan 2026 08:00:00 GMT".to_owned()),
        body: Some("00ff".to_owned()),
        error: Some("the site answers 410,\nso".to_owned()),
        failures: 3,
        unchanged: 1,
        versions: (JANUARY..).zip(&documents).map(version).collect(),
        ..Visit::new("https://mfa.example/1", "mfa", JANUARY)
    };
    let waiting = Visit::new("https://mfa.example/2", "mfa", JANUARY);
    register.visited(Vec::new(), &[kept, waiting], &reader(packs), JANUARY).unwrap();
}

fn engagements(register: &Register) -> Vec<AccountId> {
    register.store().rows(None, 1000).unwrap().iter().map(|row| row.id).collect()
}

/// Decisions of several sorts, one undone.
fn ruled(register: &mut Register) {
    let ids = engagements(register);
    let anchor = |register: &Register, id| register.anchor(id).unwrap();
    let account = anchor(register, ids[0]);
    let value = FieldValue::City(Some("Tromsø".to_owned()));
    let set = Decision::Set { account: account.clone(), value };
    register.rule(set, "anna", "she was there; \"really\",\nsays she", JANUARY + 10_000).unwrap();
    let merge = Decision::Merge { accounts: ids.iter().map(|&id| anchor(register, id)).collect() };
    let n = register.rule(merge, "bo", "", JANUARY + 11_000).unwrap();
    register.undo(n, "", JANUARY + 12_000).unwrap();
    let (engagement, accounts) = register.engagement(ids[0]).unwrap();
    if let Some(claim) = accounts.iter().find_map(|account| account.engagement.claims.first()) {
        let claim = ClaimAnchor { account, span: claim.span };
        register.rule(Decision::ConfirmClaim { claim }, "bo", "right", JANUARY + 13_000).unwrap();
    }
    assert!(!engagement.parties.is_empty());
}

const FORMATS: [&str; 3] = ["jsonl", "csv", "parquet"];

fn export(
    register: &Register,
    packs: &Packs,
    format: &str,
    to: &Path,
    selection: &Selection,
) -> Result<(), TablesError> {
    let export = |sink: &mut dyn tables::Sink| tables::export(register, &packs.world, selection, sink, &mut |_| {});
    match format {
        "jsonl" => export(&mut JsonLines::new(fs::File::create(to).unwrap())),
        "csv" => export(&mut Csv::create(to, selection)?),
        _ => export(&mut Parquet::create(to, selection)?),
    }
}

fn import(from: &Path, packs: &Packs, into: &mut Register) -> Result<(), TablesError> {
    let now = JANUARY + 1_000_000_000;
    let (mut rulings, mut changes, mut otherwise) = (Vec::new(), Vec::new(), 0);
    for step in Steps::new(tables::read(from)?) {
        match step? {
            Step::Original(original) => drop(into.take_originals(&[original])?),
            Step::Document(taken) => {
                otherwise += into.take_documents(vec![taken], &reader(packs), now)?.otherwise;
            }
            Step::Ruling(ruling) => rulings.push(ruling),
            Step::Source(source) => drop(into.take_sources(&[source])?),
            Step::Visit(visit) => into.take_visits(&[visit])?,
            Step::Change(change) => changes.push(Ok(change)),
        }
    }
    into.take_rulings(&rulings, now)?;
    if !changes.is_empty() {
        into.take_history::<TablesError>(changes, otherwise > 0, now)?;
    }
    Ok(())
}

/// All bytes of an export, file by file.
fn bytes(path: &Path) -> Vec<(String, Vec<u8>)> {
    if path.is_file() {
        return vec![(String::new(), fs::read(path).unwrap())];
    }
    let mut files: Vec<_> = fs::read_dir(path).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), fs::read(path).unwrap())).collect()
}

/// Exports, imports into a fresh register and exports that; both say the same of some times too.
fn check(register: &Register, packs: &Packs, format: &str, folder: &Path, times: &[i64]) {
    let (first, second) = (folder.join(format!("1-{format}")), folder.join(format!("2-{format}")));
    let first = first.with_extension("jsonl");
    let second = second.with_extension("jsonl");
    export(register, packs, format, &first, &Selection::default()).unwrap();
    let mut copy = empty();
    import(&first, packs, &mut copy).unwrap();
    export(&copy, packs, format, &second, &Selection::default()).unwrap();
    for ((name, one), (_, other)) in bytes(&first).iter().zip(&bytes(&second)) {
        assert!(one == other, "{format} {name}:\n{}\n{}", String::from_utf8_lossy(one), String::from_utf8_lossy(other));
    }
    let faults = copy.check(|_| {}).unwrap().faults;
    assert_eq!(faults, [] as [&str; 0]);
    for at_ms in times {
        let [then, now] = [register, &copy].map(|register| {
            let path = folder.join("then.jsonl");
            let mut past = register.as_of(*at_ms).unwrap();
            register.lend_originals(&mut past).unwrap();
            export(&past, packs, "jsonl", &path, &Selection::default()).unwrap();
            fs::read_to_string(path).unwrap()
        });
        assert_eq!(then, now, "as of {at_ms}");
    }
}

#[test]
fn every_format_gives_the_same_register() {
    let (packs, folder) = (packs(), Folder::new("same"));
    let mut register = full(&packs);
    ruled(&mut register);
    assert!(engagements(&register).len() > 1);
    for format in FORMATS {
        check(&register, &packs, format, &folder.0, &[JANUARY + 500, JANUARY + 2500, JANUARY + 11_500]);
    }
}

#[test]
fn what_was_read_by_other_packs_is_kept_and_read_anew() {
    let (packs, folder) = (packs(), Folder::new("packs"));
    let mut register = full(&packs);
    // As if packs of the past had found nothing in the first document.
    let first = register.store().documents(None, 1).unwrap()[0];
    let mut past = empty();
    for id in register.store().documents(None, 100).unwrap() {
        let deposit = register.store().document(id).unwrap().unwrap();
        let mut readings = register.store().readings(id).unwrap();
        if id == first {
            readings[0].packs = "old".to_owned();
            readings[0].reading.engagements.clear();
        }
        past.take_documents(vec![Taken { deposit, readings, reading: None }], &reader(&packs), JANUARY + 20_000)
            .unwrap();
    }
    ruled(&mut register);
    for format in FORMATS {
        let path = folder.0.join(format!("past-{format}.jsonl"));
        export(&past, &packs, format, &path, &Selection::default()).unwrap();
        let mut copy = empty();
        import(&path, &packs, &mut copy).unwrap();
        let readings = copy.store().readings(first).unwrap();
        assert_eq!((readings.len(), readings[0].packs.as_str()), (2, "old"));
        assert_eq!(copy.as_of(JANUARY + 500).unwrap().accounts_of(first).unwrap().len(), 0);
        assert!(!copy.accounts_of(first).unwrap().is_empty());
    }
}

#[test]
fn goes_on_where_it_was_interrupted() {
    let (packs, folder) = (packs(), Folder::new("interrupted"));
    let mut register = full(&packs);
    ruled(&mut register);
    let (whole, cut) = (folder.0.join("whole.jsonl"), folder.0.join("cut.jsonl"));
    export(&register, &packs, "jsonl", &whole, &Selection::default()).unwrap();
    let text = fs::read_to_string(&whole).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    for n in [2, 5, 9, lines.len() / 2, lines.len() - 1] {
        let mut copy = empty();
        fs::write(&cut, lines[..n].join("\n") + "\n{\"table\":\"rul").unwrap();
        assert!(import(&cut, &packs, &mut copy).is_err());
        import(&whole, &packs, &mut copy).unwrap();
        let again = folder.0.join("again.jsonl");
        export(&copy, &packs, "jsonl", &again, &Selection::default()).unwrap();
        assert!(text == fs::read_to_string(&again).unwrap(), "cut after line {n}");
    }
}

#[test]
fn joins_a_register_that_is_there() {
    let (packs, folder) = (packs(), Folder::new("joins"));
    let path = folder.0.join("one.jsonl");
    export(&full(&packs), &packs, "jsonl", &path, &Selection::default()).unwrap();
    let mut other = empty();
    other
        .add(
            vec![read(
                "Foreign Minister Wang Yi met Foreign Minister Maja Berg of Norway in Oslo on 2 May 2025.",
                vec![origin("x")],
                7,
            )],
            &reader(&packs),
            7,
        )
        .unwrap();
    let history = other.store().changes(0, 1000).unwrap();
    import(&path, &packs, &mut other).unwrap();
    assert_eq!(other.store().counts().unwrap()[0], 9);
    assert_eq!(other.store().changes(0, history.len()).unwrap(), history);
    assert_eq!(other.check(|_| {}).unwrap().faults, [] as [&str; 0]);
}

#[test]
fn selects() {
    let (packs, folder) = (packs(), Folder::new("selects"));
    let register = full(&packs);
    let lines = |selection: Selection| {
        let path = folder.0.join("some.jsonl");
        export(&register, &packs, "jsonl", &path, &selection).unwrap();
        fs::read_to_string(path).unwrap()
    };
    let of = |names: &[&str]| Selection::tables(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
    let one = lines(of(&["engagements"]).unwrap());
    assert!(!one.is_empty() && one.lines().all(|line| line.starts_with("{\"table\":\"engagements\"")));
    let date = |text: &str| Some(text.parse().unwrap());
    let part = |from, to, parties: &[&str]| {
        let parties = parties.iter().map(|party| (*party).to_owned()).collect();
        lines(Selection::default().only(from, to, parties).unwrap())
    };
    assert!(!part(date("2026-01"), date("2026-01"), &["JP", "NO"]).contains("\"table\":\"documents\""));
    assert!(part(date("2026-01"), date("2026-01"), &["JP", "NO"]).contains("\"table\":\"claims\""));
    assert_eq!(part(date("2026-02"), None, &[]), "");
    assert_eq!(part(None, None, &["VN"]), "");
    assert!(of(&["persons"]).unwrap_err().to_string().contains("there is no table `persons`"));
    let whole = of(&["documents"]).unwrap().only(date("2026"), None, Vec::new());
    assert!(whole.unwrap_err().to_string().contains("`documents` is exported whole"));
}

#[test]
fn refuses_what_is_no_export() {
    let (packs, folder) = (packs(), Folder::new("refuses"));
    let path = folder.0.join("in.jsonl");
    for (text, said) in [
        ("{\"id\":\"document-1\",\"schema\":\"Document\",\"properties\":{}}", "holds FollowTheMoney entities"),
        ("hello", "is no row"),
        ("{\"a\":1}", "names no `table`"),
        ("{\"table\":\"recipes\"}", "is of no table that is known: `recipes`"),
        ("{\"table\":\"export\",\"form\":99}", "is of form 99"),
        (
            "{\"table\":\"documents\",\"id\":\"3fa9c1d2b07e\",\"added\":\"2026-01-01T00:00:00Z\",\"bytes\":\"aGVq\"}",
            "its bytes are those of",
        ),
        (
            "{\"table\":\"documents\",\"id\":\"3fa9c1d2b07e\",\"added\":\"yesterday\",\"bytes\":\"aGVq\"}",
            "has in `added` what cannot stand there",
        ),
        ("{\"table\":\"documents\",\"id\":\"3fa9c1d2b07e\",\"bytes\":\"aGVq\"}", "has no `added`"),
        (
            "{\"table\":\"origins\",\"document\":\"3fa9c1d2b07e\",\"name\":\"a\"}",
            "belongs to a document that is not before it",
        ),
        (
            "{\"table\":\"rulings\",\"n\":1,\"at\":\"2026-01-01T00:00:00Z\",\"who\":\"a\",\"why\":\"\",\"decision\":{\"rule\":\"sing\"}}",
            "has in `decision` what cannot be read",
        ),
        ("{\"table\":\"rulings\",\"n\":-1,\"at\":\"2026-01-01T00:00:00Z\"}", "-1 is no number of a ruling"),
    ] {
        fs::write(&path, text).unwrap();
        let error = import(&path, &packs, &mut empty()).expect_err(text).to_string();
        assert!(error.contains(said), "{error}");
    }
    let error = import(&folder.0, &packs, &mut empty()).expect_err("nothing in it").to_string();
    assert!(error.contains("holds no table of an export"), "{error}");
    fs::write(folder.0.join("documents.csv"), "id,added\n\"a").unwrap();
    assert!(import(&folder.0, &packs, &mut empty()).is_err());
    fs::write(folder.0.join("documents.parquet"), "PAR1").unwrap();
    fs::remove_file(folder.0.join("documents.csv")).unwrap();
    let error = import(&folder.0, &packs, &mut empty()).expect_err("no Parquet").to_string();
    assert!(error.contains("is no Parquet that can be read"), "{error}");
}

#[test]
fn codes_stand_beside() {
    let (packs, folder) = (packs(), Folder::new("codes"));
    let path = folder.0.join("all.jsonl");
    export(&full(&packs), &packs, "jsonl", &path, &Selection::default()).unwrap();
    let text = fs::read_to_string(path).unwrap();
    let call = text.lines().find(|line| line.starts_with("{\"table\":\"engagements\"") && line.contains("\"call\""));
    let call = call.expect("there is one");
    for part in [
        "\"plover\":\"CONSULT\"",
        "\"plover_mode\":\"phone\"",
        "\"cameo\":\"041\"",
        "\"NOR\"",
        "\"JPN\"",
        "\"385\"",
        "\"740\"",
    ] {
        assert!(call.contains(part), "{part} in {call}");
    }
    for table in TABLES.iter().filter(|table| !["disputes", "links", "rulings"].contains(&table.name)) {
        assert!(text.contains(&format!("{{\"table\":\"{}\"", table.name)), "{} has rows", table.name);
    }
}

#[test]
fn entities_of_follow_the_money() {
    let packs = packs();
    let mut out = Vec::new();
    tables::ftm::export(&full(&packs), &packs.world, &Selection::default(), &mut out, &mut |_| {}).unwrap();
    let text = String::from_utf8(out).unwrap();
    for schema in ["Document", "PublicBody", "Person", "Position", "Occupancy", "Event"] {
        assert!(text.contains(&format!("\"schema\":\"{schema}\"")), "{schema}");
    }
    // Whatever an entity names is there.
    let ids: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("{\"id\":\"")?.split('"').next()).collect();
    for line in text.lines() {
        let entity: serde_json::Value = serde_json::from_str(line).unwrap();
        for property in ["proof", "involved", "holder", "post", "organization"] {
            for id in entity["properties"][property].as_array().into_iter().flatten() {
                assert!(ids.contains(&id.as_str().unwrap()), "{id}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_from_anywhere_come_back(
        documents in vec((vec(any::<u8>(), 0..40), vec(("\\PC*|[\"\\\\,\r\n]*", prop::option::of("\\PC*|[\"\\\\,\r\n]*"), any::<i64>()), 1..3)), 0..4)
    ) {
        let (packs, folder) = (packs(), Folder::new("any"));
        let mut register = empty();
        for (bytes, origins) in documents {
            let added_ms = origins[0].2;
            let origins = origins.into_iter().map(|(name, source, _)| Origin { name, source, ..Origin::default() }).collect();
            register.add(vec![read(bytes, origins, added_ms)], &reader(&packs), JANUARY).unwrap();
        }
        for format in FORMATS {
            check(&register, &packs, format, &folder.0, &[]);
            fs::remove_dir_all(&folder.0).unwrap();
            fs::create_dir_all(&folder.0).unwrap();
        }
    }
}
