//! A register written as an archive of the web, and made again of that.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::path::Path;

use intake::files::{Files, Settings};
use register::{Deposit, Origin, PackReader, Read, Register, Sqlite};

fn empty() -> Register {
    Register::new(Box::new(Sqlite::in_memory().expect("memory is there"))).expect("it can be read")
}

/// Adds all documents of some files.
fn add(register: &mut Register, files: Files, reader: &PackReader<'_>) {
    let documents = files.map(|found| {
        let deposit = found.and_then(|found| found.deposit()).expect("all is sound");
        Read { deposit, reading: None }
    });
    register.add(documents.collect::<Vec<_>>(), reader, 9).expect("it can be added");
}

/// A document by its name, with its bytes and where it came from.
type Held = (String, Vec<u8>, Vec<Origin>);

/// All documents, and the names of what they came in.
fn held(register: &Register) -> (Vec<Held>, BTreeSet<String>) {
    let store = register.store();
    let ids = store.documents(None, 1000).expect("it can be read");
    let documents = ids.iter().map(|&id| {
        let document = store.document(id).expect("it can be read").expect("it is there");
        (id.to_string(), document.bytes, document.origins)
    });
    let mut documents: Vec<_> = documents.collect();
    documents.sort();
    (documents, store.originals("", 1000).expect("it can be read").into_iter().collect())
}

#[test]
fn gives_the_same_documents_and_origins() {
    let packs = embedded::packs();
    let reader = PackReader::new(&packs, NonZeroUsize::MIN);
    let mut register = empty();
    let settings = |origin| Settings { origin, limit_bytes: 1 << 20, now_ms: 5 };
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let files = [
        "warcio.warc.gz",
        "attachments.eml",
        "alternative.eml",
        "press.mbox",
        "python.docx",
        "typst.pdf",
        "pyarrow.parquet",
    ];
    for (n, name) in files.into_iter().enumerate() {
        // Half of them from somebody who is known.
        let source = (n % 2 == 0).then(|| "Utrikesdepartementet, \"press\"\r\n".to_owned());
        let origin = Origin { source, ..Origin::default() };
        add(&mut register, Files::open(&fixtures.join(name), &settings(origin)).expect("it is there"), &reader);
    }
    // Text that looks like something else, and a page that has come from two places.
    for (name, text) in [
        ("strange.txt", "{\"text\": \"The minister met her.\"}\n{\"text\": \"And him.\"}\n"),
        ("a b/å%.html", "<html><p>The minister met her.</p></html>"),
        ("again.html", "<html><p>The minister met her.</p></html>"),
    ] {
        let origin = Origin { name: name.to_owned(), format: Some("plain".to_owned()), ..Origin::default() };
        let deposit = Deposit::new(text, origin, 5);
        register.add([Read { deposit, reading: None }], &reader, 9).expect("it can be added");
    }
    // What is odd about where something came from.
    let html = |n: u32| format!("<html><p>The minister met her {n} times.</p></html>");
    let text = |text: String, origin: Origin| Deposit::new(text, Origin { name: "odd".to_owned(), ..origin }, 5);
    let headers = |headers: &str| Origin {
        headers: Some(headers.to_owned()),
        address: Some("https://a.example/robots.txt".to_owned()),
        ..Origin::default()
    };
    let address = "https://a.example/\r\nWARC-Type: warcinfo\r\n\r\nx\u{85}".to_owned();
    let odd = [
        text(html(1), Origin { address: Some(address), ..Origin::default() }),
        text(html(2), Origin { address: Some("https://a.example/robots.txt".to_owned()), ..Origin::default() }),
        text(html(3), headers("HTTP/1.1 203 Non-Authoritative Information\r\nContent-Type: text/html\r\n")),
        text(html(4), headers("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Encoding: gzip\r\n")),
        text(html(5), headers("")),
        text(html(6), headers("HTTP/1.1 200 OK\r\n\r\nX: y\r\n")),
        text(html(7), headers("no status line")),
        text(html(8), headers(&format!("HTTP/1.1 200 OK\r\nX: {}\r\n", "long ".repeat(13_000)))),
        text(" \n".to_owned(), headers("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")),
    ];
    let n_odd = odd.len();
    register.add(odd.map(|deposit| Read { deposit, reading: None }), &reader, 9).expect("it can be added");
    // Messages with so few headers that they are known by where they lie alone.
    let few = "From a@a Thu May  4 09:00:00 2025\nFrom: a@a.example\nSubject: Visit\n\nThe minister met him.\n\n";
    let given =
        Origin { name: "few.mbox".to_owned(), ..headers("HTTP/1.1 200 OK\r\nContent-Type: application/mbox\r\n") };
    for given in [given.clone(), Origin { headers: None, ..given }] {
        let more = few.replace("him", if given.headers.is_some() { "them" } else { "us" });
        add(&mut register, Files::bytes(more.into_bytes(), None, &settings(given)), &reader);
    }
    let before = held(&register);
    assert!(before.0.iter().filter(|(.., origins)| origins[0].name == "odd").count() == n_odd);
    assert!(before.0.iter().filter(|(.., origins)| origins[0].name == "few.mbox:1").count() == 2);
    assert!(before.0.len() > 12 && before.1.len() > 3, "{} documents", before.0.len());
    assert!(before.0.iter().any(|(.., origins)| origins.len() > 1));
    assert!(before.0.iter().any(|(.., origins)| origins.iter().any(|origin| origin.headers.is_some())));

    let mut archive = Vec::new();
    intake::warc::write(&register, 7, &mut archive, &mut |_| ()).expect("memory is there");
    let mut again = empty();
    let given = Origin { name: "kept.warc.gz".to_owned(), ..Origin::default() };
    add(&mut again, Files::bytes(archive.clone(), None, &settings(given)), &reader);
    let after = held(&again);
    for (one, other) in before.0.iter().zip(&after.0) {
        assert_eq!((&one.0, &one.2), (&other.0, &other.2));
        assert!(one.1 == other.1, "{}", one.0);
    }
    assert!(before == after);
    assert_eq!(again.check(|_| ()).expect("it can be read").faults, [] as [&str; 0]);

    let mut second = Vec::new();
    intake::warc::write(&register, 7, &mut second, &mut |_| ()).expect("memory is there");
    assert!(archive == second);
}
