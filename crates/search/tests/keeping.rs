//! How the index is kept: caught up, made anew, shared with others.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{CALL_EN, DOCUMENTS, JAPAN_EN, PACKS, add, all_shown, asked, find, in_file, in_memory, reader};
use proptest::prelude::*;
use register::{Decision, FieldValue, Register};
use search::{Asked, Behind, Index, Of, beside};

/// A folder that is gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("chancery-search-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("can write to the folder for temporary files");
        Self(folder)
    }

    /// A register of some documents in it, and the folder of its index.
    fn register(&self, documents: &[(&str, &str, &str)]) -> (Register, PathBuf) {
        let path = self.0.join("register.db");
        let mut register = in_file(&path);
        add(&mut register, documents);
        (register, beside(&path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn open(folder: &Path, register: &Register) -> Index {
    Index::open(folder, register, &PACKS, |_, _| {}).expect("it opens")
}

fn total(index: &Index, register: &Register, query: &str) -> usize {
    find(index, register, query, &asked()).total
}

/// The one folder of this form in the folder of an index.
fn of_form(folder: &Path) -> PathBuf {
    let inside = fs::read_dir(folder).expect("it is there").flatten().map(|entry| entry.path());
    inside.filter(|path| path.is_dir()).max().expect("an index is there")
}

#[test]
fn what_another_process_has_taken_in_is_shown() {
    let folder = Folder::new("another");
    let (mut register, place) = folder.register(&DOCUMENTS[..1]);
    let (mine, theirs) = (open(&place, &register), open(&place, &register));
    add(&mut register, &DOCUMENTS[1..]);
    theirs.catch_up(&register, &PACKS).expect("it is caught up");
    assert!(mine.lag(&register, 1000).expect("it can be told") > 0, "it does not show that yet");
    mine.catch_up(&register, &PACKS).expect("it is caught up");
    assert_eq!((mine.lag(&register, 1000).expect("it can be told"), total(&mine, &register, "")), (0, 3));
}

#[test]
fn is_made_and_caught_up() {
    let folder = Folder::new("made");
    let (mut register, place) = folder.register(&DOCUMENTS[..1]);
    assert_eq!(total(&open(&place, &register), &register, ""), 1);
    add(&mut register, &DOCUMENTS[1..]);
    let index = open(&place, &register);
    assert_eq!((total(&index, &register, ""), index.behind()), (3, None));
    // A further origin is found at once.
    assert_eq!(total(&index, &register, "source:elsewhere.example"), 0);
    add(&mut register, &[(JAPAN_EN, "Elsewhere", "https://elsewhere.example/a")]);
    index.catch_up(&register, &PACKS).expect("it catches up");
    assert_eq!(total(&index, &register, "source:elsewhere.example"), 1);
}

#[test]
fn is_made_anew_where_it_cannot_be_used() {
    let folder = Folder::new("anew");
    let (register, place) = folder.register(&DOCUMENTS);
    let expected = total(&open(&place, &register), &register, "in:claims");
    // Broken.
    fs::write(of_form(&place).join("claims/meta.json"), "{}").expect("can write");
    assert_eq!(total(&open(&place, &register), &register, "in:claims"), expected);
    // Never finished: another part is gone.
    fs::remove_dir_all(of_form(&place).join("matters")).expect("can write");
    assert_eq!(total(&open(&place, &register), &register, "in:claims"), expected);
    // Of another version.
    fs::rename(of_form(&place), place.join("0000")).expect("can write");
    assert_eq!(total(&open(&place, &register), &register, "in:claims"), expected);
    assert!(!place.join("0000").exists(), "what is of another version goes");
    // Of another register, with fewer changes or as many.
    drop(register);
    for ending in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(folder.0.join(format!("register.db{ending}")));
    }
    let (register, _) = folder.register(&DOCUMENTS[3..4]);
    assert_eq!(total(&open(&place, &register), &register, ""), 1);
}

#[test]
fn goes_on_where_another_writes() {
    let folder = Folder::new("held");
    let (mut register, place) = folder.register(&DOCUMENTS[..1]);
    drop(open(&place, &register));
    add(&mut register, &DOCUMENTS[1..]);
    let lock = fs::File::create(place.join("lock")).expect("can write");
    lock.lock().expect("nobody holds it");
    let index = open(&place, &register);
    assert_eq!((total(&index, &register, ""), index.behind()), (1, Some(Behind::Held)));
    index.catch_up(&register, &PACKS).expect("it waits for nobody");
    assert_eq!(index.behind(), Some(Behind::Held));
    drop(lock);
    index.catch_up(&register, &PACKS).expect("it catches up");
    assert_eq!((total(&index, &register, ""), index.behind()), (3, None));
}

#[test]
fn says_that_another_makes_it() {
    let folder = Folder::new("first");
    let (register, place) = folder.register(&DOCUMENTS[..1]);
    fs::create_dir_all(&place).expect("can write");
    let lock = fs::File::create(place.join("lock")).expect("can write");
    lock.lock().expect("nobody holds it");
    let error = Index::open(&place, &register, &PACKS, |_, _| {}).err().expect("there is none").to_string();
    assert!(error.ends_with("another process is making this index; ask again when it is done"), "{error}");
}

/// One step in the life of a register.
#[derive(Clone, Debug)]
enum Step {
    Add(usize),
    Reject(usize),
    Day(usize),
    Undo(u64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..DOCUMENTS.len()).prop_map(Step::Add),
        1 => (0..9_usize).prop_map(Step::Reject),
        1 => (0..9_usize).prop_map(Step::Day),
        1 => (1..4_u64).prop_map(Step::Undo),
    ]
}

fn take(register: &mut Register, step: &Step) {
    let account = |register: &Register, n: usize| {
        let documents = register.store().documents(None, 100).expect("it reads");
        let accounts = documents.iter().flat_map(|&document| register.store().accounts_of(document).expect("it reads"));
        let accounts: Vec<_> = accounts.collect();
        (!accounts.is_empty()).then(|| register.anchor(accounts[n % accounts.len()].0).expect("it is there"))
    };
    match step {
        Step::Add(n) => add(register, &DOCUMENTS[*n..=*n]),
        Step::Reject(n) => {
            if let Some(account) = account(register, *n) {
                register.rule(Decision::Reject { account }, "me", "", 2000).expect("it is kept");
            }
        }
        Step::Day(n) => {
            if let Some(account) = account(register, *n) {
                let value = FieldValue::parse("date", "2023-01-02").expect("a date");
                register.rule(Decision::Set { account, value }, "me", "", 2000).expect("it is kept");
            }
        }
        // There may be no such ruling.
        Step::Undo(n) => drop(register.undo(*n, "me", 3000)),
    }
}

/// All that an index finds, in an order of its own.
fn all(index: &Index, register: &Register) -> Vec<String> {
    let mut all = Vec::new();
    for query in [
        "in:engagements",
        "in:claims",
        "in:people",
        "in:matters",
        "in:documents",
        "son",
        "from:2024",
        "party:VN",
        "is:disputed",
    ] {
        let found = find(index, register, query, &Asked { facets: true, limit: 100, ..asked() });
        let mut hits: Vec<String> = found
            .hits
            .iter()
            .zip(all_shown(&found))
            .map(|(hit, shown)| match &hit.of {
                Of::Engagement(engagement) => format!("{shown} {}", engagement.id),
                _ => shown,
            })
            .collect();
        assert_eq!(hits.len(), found.total, "{query}: every hit is in the register");
        hits.sort();
        all.push(format!("{query}: {} {hits:?} {:?}", found.total, found.facets));
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever happens to a register, its index caught up is as one made anew.
    #[test]
    fn caught_up_is_as_made_anew(steps in proptest::collection::vec(step(), 1..8)) {
        let mut register = in_memory();
        let index = Index::in_memory(&register, &PACKS).expect("it is made");
        for step in &steps {
            take(&mut register, step);
            index.catch_up(&register, &PACKS).expect("it catches up");
        }
        let anew = Index::in_memory(&register, &PACKS).expect("it is made");
        prop_assert_eq!(all(&index, &register), all(&anew, &register));
    }
}

/// What a rebuild with other packs changes is caught up too.
#[test]
fn follows_a_rebuild() {
    let mut register = in_memory();
    add(&mut register, &[(CALL_EN, "DFAT", "https://dfat.example/call")]);
    let index = Index::in_memory(&register, &PACKS).expect("it is made");
    let mut files = packs::files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")).expect("they are there");
    files.retain(|file| !file.path.ends_with("model.tsv"));
    let claims = files.iter_mut().find(|file| file.path == "en/claims.tsv").expect("it is there");
    claims.text = claims.text.lines().filter(|line| !line.contains("invite")).collect::<Vec<_>>().join("\n");
    let poorer = packs::Packs::from_files(&files).expect("they load");
    let reader_with_less = register::PackReader::new(&poorer, std::num::NonZeroUsize::MIN);
    assert_eq!(total(&index, &register, "in:claims type:invitation"), 1);
    register.rebuild(&reader_with_less, 2000, |_| {}).expect("it is made anew");
    index.catch_up(&register, &PACKS).expect("it catches up");
    assert_eq!(total(&index, &register, "in:claims type:invitation"), 0);
    register.rebuild(&reader(), 3000, |_| {}).expect("it is made anew");
    index.catch_up(&register, &PACKS).expect("it catches up");
    assert_eq!(total(&index, &register, "in:claims type:invitation"), 1);
}
