//! Files that were written by programs of others: `fixtures/make.py` has made them, and says what is in them.

use std::path::{Path, PathBuf};

use insta::assert_snapshot;
use intake::files::{Files, Settings, is_read};
use packs::Packs;
use register::{Deposit, Origin};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// What was found in a file, what is wrong with it, and what was passed over.
fn found(name: &str) -> (Vec<Deposit>, String) {
    let settings = Settings { origin: Origin::default(), limit_bytes: 1 << 20, now_ms: 7 };
    let mut files = Files::open(&fixture(name), &settings).expect("the file is there");
    let (mut deposits, mut others) = (Vec::new(), String::new());
    for found in &mut files {
        match found.and_then(|found| found.deposit()) {
            Ok(deposit) => deposits.push(deposit),
            Err(error) => others += &format!("! {error}\n"),
        }
    }
    for (what, n) in files.passed_over() {
        others += &format!("- {what}: {n}\n");
    }
    (deposits, others)
}

/// What is known of each document, and how it begins and ends.
fn told(name: &str) -> String {
    let packs = embedded::packs();
    let folder = format!("{}/", fixture("").display());
    let (deposits, others) = found(name);
    let told: String = deposits.iter().map(|deposit| one(&packs, deposit)).collect();
    (told + &others).replace(folder.trim_end_matches('/'), "").replace("/wget.warc.gz", "wget.warc.gz")
}

fn one(packs: &Packs, deposit: &Deposit) -> String {
    let origin = deposit.origin();
    let document = register::open(packs, deposit).expect("it is a document");
    let reading = register::read(packs, deposit).expect("it is a document");
    let mut told = format!("{} ({})\n", origin.name, document.language().unwrap_or("?"));
    let mut say = |what: &str, value: Option<String>| {
        if let Some(value) = value {
            told += &format!("  {what}: {value}\n");
        }
    };
    say("address", origin.address);
    say("source", origin.source);
    say("retrieved", origin.retrieved);
    say("published", origin.published.map(|day| day.to_string()));
    say("headers", origin.headers.map(|headers| headers.replace("\r\n", " / ")));
    say("original", deposit.original.as_ref().map(|original| format!("{} bytes", original.len() / 1000 * 1000)));
    say("form", origin.format);
    say("title", document.title().map(str::to_owned));
    say("byline", document.byline().map(str::to_owned));
    say("dated", reading.published.map(|day| format!("{} ({})", day.start, day.basis)));
    for block in document.blocks() {
        let text = document.quote(block.bytes.clone()).replace('\n', " ");
        let end = text.char_indices().nth(90).map_or(text.len(), |(at, _)| at);
        say(
            &format!("{:?}", block.kind).to_lowercase(),
            Some(format!("{}{}", &text[..end], if end < text.len() { "…" } else { "" })),
        );
    }
    for engagement in &reading.engagements {
        say(
            "engagement",
            Some(format!(
                "{} {} {}",
                engagement.kind,
                engagement.parties.join(","),
                engagement.people.iter().map(|person| &*person.name).collect::<Vec<_>>().join(", ")
            )),
        );
    }
    told
}

#[test]
fn an_archive_of_warcio() {
    assert_snapshot!(told("warcio.warc.gz"));
}

#[test]
fn an_archive_of_wget() {
    assert_snapshot!(told("wget.warc.gz"));
}

#[test]
fn messages_of_python() {
    assert_snapshot!(told("plain.eml"));
    assert_snapshot!(told("alternative.eml"));
    assert_snapshot!(told("attachments.eml"));
    assert_snapshot!(told("press.mbox"));
}

#[test]
fn word_files_of_python_and_libreoffice() {
    assert_snapshot!(told("python.docx"));
    assert_snapshot!(told("office.docx"));
}

#[test]
fn pdf_of_typst_and_libreoffice() {
    assert_snapshot!(told("typst.pdf"));
    assert_snapshot!(told("office.pdf"));
}

#[test]
fn parquet_of_pyarrow() {
    assert_snapshot!(told("pyarrow.parquet"));
}

#[test]
fn names_do_not_matter() {
    let folder = std::env::temp_dir().join(format!("chancery-others-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("can write to the folder for temporary files");
    for name in ["warcio.warc.gz", "alternative.eml", "press.mbox", "python.docx", "typst.pdf", "pyarrow.parquet"] {
        let nameless = folder.join(name.replace('.', "-"));
        std::fs::copy(fixture(name), &nameless).expect("it can be copied");
        assert!(is_read(&nameless), "{name}");
        let of = |path: &Path| {
            let settings = Settings { origin: Origin::default(), limit_bytes: 1 << 20, now_ms: 7 };
            let files = Files::open(path, &settings).expect("the file is there");
            files.map(|found| found.and_then(|found| found.deposit()).expect("it is read").bytes).collect::<Vec<_>>()
        };
        assert!(!of(&nameless).is_empty());
        assert!(of(&nameless) == of(&fixture(name)), "{name}");
    }
    assert!(!is_read(&fixture("make.py")));
    std::fs::remove_dir_all(&folder).expect("it is ours");
}
