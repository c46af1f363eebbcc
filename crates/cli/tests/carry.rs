//! Registers that go out and come in again, from end to end.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use insta::assert_snapshot;

/// A folder that is gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("chancery-carry-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("can write to the folder for temporary files");
        Self(folder)
    }

    /// Runs the program with the small packs of the tests; `DIR` in an argument is this folder. Gives what it printed and said.
    fn run(&self, arguments: &[&str]) -> String {
        let arguments = arguments.iter().map(|argument| argument.replace("DIR", &self.0.display().to_string()));
        let output = Command::new(env!("CARGO_BIN_EXE_chancery"))
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"))
            .args(arguments)
            .args(["--packs", "packs"])
            .stdin(Stdio::null())
            .output()
            .expect("the program starts");
        let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
        for line in String::from_utf8_lossy(&output.stderr).lines() {
            text += &format!("! {line}\n");
        }
        text.replace(&self.0.display().to_string(), "DIR")
    }

    fn add(&self) {
        self.run(&[
            "add",
            "--register",
            "DIR/a.db",
            "documents/call.md",
            "documents/meeting.txt",
            "documents/quiet.txt",
        ]);
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The text without the times of the run and the fingerprints of packs.
fn timeless(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut line = line.to_owned();
        for (field, shown) in [("added", "TIME"), ("from", "TIME"), ("at", "TIME"), ("packs", "PACKS")] {
            let begin = format!("\"{field}\":\"");
            if let Some(from) = line.find(&begin).map(|at| at + begin.len())
                && (shown == "PACKS" || line[from..].starts_with("20"))
                && let Some(length) = line[from..].find('"')
                && length > 12
            {
                line.replace_range(from..from + length, shown);
            }
        }
        out += &line;
        out.push('\n');
    }
    out
}

#[test]
fn exports_a_small_document() {
    let folder = Folder::new("small");
    folder.run(&["add", "--register", "DIR/a.db", "documents/call.md"]);
    assert_snapshot!(timeless(&folder.run(&["export", "--register", "DIR/a.db", "--format", "jsonl"])));
}

#[test]
fn imports_what_it_exports() {
    let folder = Folder::new("same");
    folder.add();
    let export = |register: &str| folder.run(&["export", "--register", register, "--format", "jsonl"]);
    let whole = export("DIR/a.db");
    for (format, out) in [("jsonl", "DIR/out.jsonl"), ("csv", "DIR/csv"), ("parquet", "DIR/parquet")] {
        let copy = format!("DIR/{format}.db");
        assert_eq!(folder.run(&["export", "--register", "DIR/a.db", "--format", format, "--out", out]), "");
        let said = folder.run(&["import", "--register", &copy, out]);
        assert_eq!(
            said,
            "3 documents new with 2 accounts, 0 rulings new; the register has 3 documents and 2 engagements\n"
        );
        assert!(export(&copy) == whole, "{format}");
        // A second time it is all there.
        let again = folder.run(&["import", "--register", &copy, out]);
        assert!(again.starts_with("0 documents new with 0 accounts, 3 known already, 0 rulings new"), "{again}");
    }
    let stopped = fs::read_dir(&folder.0).unwrap().chain(fs::read_dir(folder.0.join("csv")).unwrap());
    assert!(stopped.flatten().all(|file| file.path().extension().is_none_or(|ending| ending != "part")));
}

#[test]
fn says_what_cannot_be() {
    let folder = Folder::new("cannot");
    folder.add();
    folder.run(&["export", "--register", "DIR/a.db", "--format", "ftm", "--out", "DIR/entities.jsonl"]);
    folder.run(&["export", "--register", "DIR/a.db", "--format", "csv", "--out", "DIR/csv"]);
    let export = |more: &[&str]| folder.run(&[&["export", "--register", "DIR/a.db", "--format"], more].concat());
    let said = [
        export(&["csv"]),
        export(&["jsonl", "--table", "persons"]),
        export(&["jsonl", "--table", "documents", "--from", "2025"]),
        export(&["jsonl", "--party", "Atlantis"]),
        export(&["ftm", "--table", "people"]),
        export(&["csv", "--out", "DIR/csv", "--table", "people"]),
        export(&["jsonl", "--out", "DIR/nowhere/out.jsonl"]),
        folder.run(&["import", "--register", "DIR/b.db", "DIR/entities.jsonl"]),
        folder.run(&["import", "--register", "DIR/b.db", "DIR/nothing"]),
        folder.run(&["import", "--register", "DIR/b.db", "documents"]),
    ];
    assert_snapshot!(said.concat());
}
