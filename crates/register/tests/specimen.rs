//! Registers of every form that there has been still open, and become what this version makes of them.
//!
//! `cargo test -p register --test specimen -- --ignored` makes the specimen of the present form. Once a version with that form
//! is out, its specimen stays as it is.

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::time::Duration;

use reader::Reading;
use register::matters::State;
use register::{
    AccountId, Decision, Deposit, DocumentId, FieldValue, Origin, PackReader, Read, Reader, Register, Sqlite,
};

/// The number of the form that registers have now.
const FORM: u32 = 1;

fn specimens() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specimens")
}

fn open(file: &Path) -> Register {
    let store = Sqlite::open(file, Duration::ZERO).expect("it opens");
    Register::new(Box::new(store)).expect("it can be read")
}

/// Reads documents as the register has them, whatever the packs of today say.
struct AsKept(BTreeMap<DocumentId, Reading>);

impl Reader for AsKept {
    fn packs(&self) -> &str {
        "as kept"
    }

    fn read(&self, deposits: &[Deposit]) -> Vec<Reading> {
        deposits.iter().map(|deposit| self.0[&deposit.id()].clone()).collect()
    }
}

#[test]
fn every_form_opens_and_can_be_rebuilt() {
    let folder = std::env::temp_dir().join(format!("chancery-specimens-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("can write to the folder for temporary files");
    for form in 1..=FORM {
        let file = folder.join(format!("{form}.db"));
        fs::copy(specimens().join(format!("{form}.db")), &file).expect("there is a specimen of each form");
        let mut register = open(&file);
        let documents = register.store().documents(None, 1000).expect("it can be read");
        let reading = |id| register.store().reading(id, None).expect("it can be read").expect("it is there");
        let reader = AsKept(documents.iter().map(|&id| (id, reading(id))).collect());
        let rulings = register.store().rulings().expect("it can be read");
        assert_eq!((documents.len(), rulings.len()), (TEXTS.len(), 8), "form {form}");
        if form == FORM {
            let checked = register.check(|_| ()).expect("it can be read");
            assert_eq!((checked.faults, checked.unplaced), (Vec::new(), Vec::new()), "form {form}");
        }
        register.rebuild(&reader, i64::MAX >> 1, |_| ()).expect("it can be written");
        let checked = register.check(|_| ()).expect("it can be read");
        assert_eq!((checked.faults, checked.unplaced), (Vec::new(), Vec::new()), "form {form}, rebuilt");
        assert_eq!(register.store().rulings().expect("it can be read"), rulings, "form {form}");
    }
    fs::remove_dir_all(&folder).expect("it is ours");
}

/// A meeting told three times, once of another day; a copy; a successor; a call.
const TEXTS: [(&str, &str, &str); 6] = [
    (
        "oslo.txt",
        "2024-05-04",
        "On 3 May 2024, Foreign Minister Ingrid Solvang of Norway met with Foreign Minister Takeshi Moriyama of Japan in Oslo. \
         The two sides agreed to expand cooperation in energy. Minister Moriyama invited Minister Solvang to visit Japan.",
    ),
    (
        "tokyo.txt",
        "2024-05-05",
        "Foreign Minister Takeshi Moriyama of Japan met with Foreign Minister Ingrid Solvang of Norway in Oslo on 2 May 2024. \
         Minister Moriyama asked Norway to support trade.",
    ),
    (
        "agency.txt",
        "2024-05-05",
        "Agency. On 3 May 2024, Foreign Minister Ingrid Solvang of Norway met with Foreign Minister Takeshi Moriyama of Japan in \
         Oslo. The two sides agreed to expand cooperation in energy. Minister Moriyama invited Minister Solvang to visit Japan.",
    ),
    (
        "stockholm.txt",
        "2024-05-04",
        "Den 3 maj 2024 träffade Norges utrikesminister Ingrid Solvang Japans utrikesminister Takeshi Moriyama i Oslo. Båda sidor \
         enades om att utöka samarbetet inom energi.",
    ),
    (
        "successor.txt",
        "2025-01-20",
        "On 20 January 2025, Foreign Minister Kari Nordli of Norway spoke by phone with Foreign Minister Takeshi Moriyama of Japan. \
         The two sides agreed to raise two-way trade to 20 billion USD by 2030.",
    ),
    ("nothing.txt", "2025-01-21", "The weather in Oslo was fine."),
];

#[test]
#[ignore = "makes the specimen of the present form anew"]
fn makes_a_specimen() {
    let file = specimens().join(format!("{FORM}.db"));
    fs::create_dir_all(specimens()).expect("it can be written");
    let _ = fs::remove_file(&file);
    let packs = embedded::packs();
    let reader = PackReader::new(&packs, NonZeroUsize::MIN);
    let mut register = open(&file);
    let mut first = Vec::new();
    for (now_ms, (name, published, text)) in (1..).map(|n| n * 1_000_000).zip(TEXTS) {
        let published = Some(published.parse().expect("it is a day"));
        let origin = Origin { name: name.to_owned(), published, ..Origin::default() };
        let deposit = Deposit::new(text, origin, now_ms);
        first.push(AccountId { document: deposit.id(), index: 1 });
        register.add(vec![Read { deposit, reading: None }], &reader, now_ms).expect("it can be written");
    }
    let anchor = |register: &Register, n: usize| register.anchor(first[n]).expect("it is read");
    let names = ["JP:moriyama-takeshi".to_owned(), "NO:nordli".to_owned()];
    let matter = register.store().matters(None).expect("it can be read")[0].key.clone();
    let decisions = [
        Decision::Merge { accounts: vec![anchor(&register, 0), anchor(&register, 3)] },
        Decision::Split { accounts: vec![anchor(&register, 1)], from: vec![anchor(&register, 0)] },
        Decision::Set {
            account: anchor(&register, 0),
            value: FieldValue::parse("date", "2024-05-03").expect("it is a day"),
        },
        Decision::Confirm { account: anchor(&register, 0) },
        Decision::Reject { account: anchor(&register, 4) },
        Decision::OtherPerson { names },
        Decision::State { matter: matter.clone(), state: State::Agreed },
        Decision::State { matter, state: State::Open },
    ];
    for (now_ms, decision) in (10..).map(|n| n * 1_000_000).zip(decisions) {
        register.rule(decision, "specimen", "to have one of each", now_ms).expect("it can be written");
    }
    register.undo(2, "specimen", 30_000_000).expect("it can be undone");
    drop(register);
    for beside in ["lock", "next"] {
        let _ = fs::remove_file(specimens().join(format!("{FORM}.db.{beside}")));
    }
}
