//! Scores, on two small documents whose figures were counted by hand.

use std::path::Path;
use std::process::Command;

use insta::assert_snapshot;

fn check(arguments: &[&str]) -> String {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let output = Command::new(env!("CARGO_BIN_EXE_chancery"))
        .current_dir(tests)
        .args(arguments)
        .args(["--packs", "packs"])
        .output()
        .expect("the program starts");
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn scores_readings() {
    let folders = ["score", "--texts", "corpus/en", "--gold", "corpus/en"];
    assert_snapshot!(check(&[&folders[..], &["corpus/readings.jsonl"]].concat()));
    assert_snapshot!(check(&[&folders[..], &["--misses", "corpus/readings.jsonl"]].concat()));
    let json: serde_json::Value =
        serde_json::from_str(&check(&[&folders[..], &["--json", "corpus/readings.jsonl"]].concat())).unwrap();
    assert_eq!(json["engagement"]["gold"], 3);
}

#[test]
fn reads_the_documents_itself() {
    assert_snapshot!(check(&["score", "--texts", "corpus/en", "--gold", "corpus/en"]));
}

#[test]
fn scores_a_corpus_by_language() {
    assert_snapshot!(check(&["score", "--by-language", "corpus"]));
    assert_snapshot!(check(&["score", "--by-language", "corpus", "--locked"]));
    assert_snapshot!(check(&["score", "--by-language", "corpus", "--open"]));
    assert_snapshot!(check(&["score", "--by-language", "documents"]), @"chancery: documents: holds no folder with gold files; lay it out as CORPUS/en/001-en.txt and 001-en.json");
    assert_snapshot!(check(&["score", "--texts", "documents", "--gold", "documents"]), @"chancery: documents: holds no gold files (.json) that are asked for; name the folder in which they are");
}
