//! The program from end to end: what goes in, what comes out, and what is said of what cannot be read.

mod support;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use insta::assert_snapshot;

use crate::support::{Folder, shown};

/// A run of the program in the folder of the tests, with the small packs of the tests.
fn chancery(arguments: &[&str]) -> Output {
    command(arguments).stdin(Stdio::null()).output().expect("the program starts")
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    command.current_dir(tests()).env_remove("NO_COLOR").args(arguments);
    if matches!(arguments[0], "read" | "explain" | "score") {
        command.args(["--packs", "packs"]);
    }
    command
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn check(arguments: &[&str]) -> String {
    shown(&chancery(arguments), None)
}

#[test]
fn reads_for_people() {
    assert_snapshot!(check(&["read", "documents/call.md", "documents/quiet.txt"]));
    let coloured = check(&["read", "--color", "always", "documents/call.md"]);
    assert!(coloured.contains("\u{1b}[32mcall\u{1b}[0m"), "{coloured}");
    assert!(!check(&["read", "--color", "never", "documents/call.md"]).contains('\u{1b}'));
}

#[test]
fn reads_as_json_lines() {
    assert_snapshot!(check(&["read", "--json", "documents/meeting.txt"]));
    let given = check(&["read", "--json", "--published", "2024-05-04", "documents/meeting.txt"]);
    assert!(given.contains(r#""published":{"start":"2024-05-04","end":"2024-05-04","basis":"given"}"#), "{given}");
}

#[test]
fn explains() {
    assert_snapshot!(check(&["explain", "documents/call.md"]));
    assert_snapshot!(check(&["explain", "documents"]), @r"
    ! chancery: documents: is a folder; name one document in it
    = 1
    ");
}

#[test]
fn reads_standard_input() {
    let text = fs::read(tests().join("documents/meeting.txt")).unwrap();
    let mut child = command(&["read", "--json", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(&text).unwrap();
    let output = child.wait_with_output().unwrap();
    let read = String::from_utf8(output.stdout).unwrap();
    assert!(read.starts_with(r#"{"document":"-","language":"en""#) && read.contains(r#""kind":"meeting""#), "{read}");
}

#[test]
fn walks_folders_and_patterns() {
    let files: &[(&str, &[u8])] = &[
        ("b.txt", b"The garden of the city is open."),
        ("a/z.html", b"<p>The garden of the city is open.</p>"),
        ("a/y.MD", b"The garden of the city is open."),
        ("a/picture.jpg", b"\xff\xd8\xff"),
        ("c.dat", b"\0\0"),
    ];
    let folder = Folder::new("walks", files);
    let read = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| folder.path(name)).collect();
        let names = names.iter().map(String::as_str);
        let output = chancery(&["read", "--json"].into_iter().chain(names).collect::<Vec<_>>());
        let mut text = String::new();
        for line in String::from_utf8(output.stdout.clone()).unwrap().lines() {
            let reading: serde_json::Value = serde_json::from_str(line).unwrap();
            text += &format!("{}\n", reading["document"].as_str().unwrap());
        }
        shown(&Output { stdout: text.into_bytes(), ..output }, Some(&folder))
    };
    assert_snapshot!(read(&[""]), @r"
    a/y.MD
    a/z.html
    b.txt
    ! chancery: 2 other files in folders passed over
    = 0
    ");
    assert_snapshot!(read(&["b.txt", "a/*.[Mh]*"]), @r"
    b.txt
    a/y.MD
    a/z.html
    = 0
    ");
    assert_snapshot!(read(&["*.docx", "b.txt"]), @r"
    b.txt
    ! chancery: *.docx: no file fits this pattern; check it and the folder
    = 1
    ");
}

#[test]
fn says_what_it_cannot_read_and_reads_the_rest() {
    let folder = Folder::new(
        "bad",
        &[
            ("empty.txt", b""),
            ("blank.txt", b" \n\n"),
            ("binary.txt", b"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x03\x00\x3e\x00"),
            ("long.txt", &[b'a'; 2001]),
            ("german.txt", "Der Minister hat sich mit den Vertretern der Regierung in der Hauptstadt getroffen, und er war nicht zufrieden.".as_bytes()),
            ("good.txt", b"The garden of the city is open to all."),
            ("nothing/picture.jpg", b"\xff\xd8\xff"),
        ],
    );
    let read = |name: &str| {
        let output = chancery(&["read", "--limit", "2kB", &folder.path(name), &folder.path("good.txt")]);
        let text = shown(&output, Some(&folder));
        assert!(text.contains("good.txt  en\n  no engagements"), "{text}");
        assert_eq!(output.status.code(), Some(1), "{text}");
        text.replace("good.txt  en\n  no engagements\n\n", "")
    };
    assert_snapshot!(read("missing.txt"));
    assert_snapshot!(read("nothing"));
    assert_snapshot!(read("empty.txt"));
    assert_snapshot!(read("blank.txt"));
    assert_snapshot!(read("long.txt"));
    assert_snapshot!(read("german.txt"));
    let binary = read("binary.txt");
    assert!(binary.contains("this is a binary file; give its text"), "{binary}");
}

#[test]
fn says_where_an_encoding_breaks() {
    // Whatever encoding is tried: this is UTF-8 that breaks off inside its letters.
    let text = "Министр встретился с министром в городе. ".repeat(3).into_bytes();
    let broken: Vec<u8> =
        text.iter().enumerate().filter(|(index, _)| index % 41 != 20).map(|(_, byte)| *byte).collect();
    let folder = Folder::new("encoding", &[("broken.txt", &broken)]);
    let output = chancery(&["read", &folder.path("broken.txt")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("broken.txt: "), "{output:?}");
}

#[test]
fn tells_every_mistake_of_broken_packs() {
    let folder = Folder::new("packs", &[]);
    for pack in ["world", "en"] {
        fs::create_dir(folder.0.join(pack)).unwrap();
        for file in fs::read_dir(tests().join("packs").join(pack)).unwrap() {
            let file = file.unwrap();
            fs::copy(file.path(), folder.0.join(pack).join(file.file_name())).unwrap();
        }
    }
    fs::write(folder.0.join("en/triggers.tsv"), "phrase\tkind\tshape\nmet with\tparty\tjoint\n(met\tmeeting\tverb\n")
        .unwrap();
    let topics = fs::read_to_string(folder.0.join("en/topics.tsv")).unwrap();
    let treaties = "code\tnames\ttopics\twhat\nNPT\tNPT\t\tnote\nNPT\tNPT\nSMR\tSMR\t\tword\nNPT\tN.P.T.\n";
    fs::write(folder.0.join("world/treaties.tsv"), treaties).unwrap();
    fs::write(folder.0.join("en/topics.tsv"), "phrase\ttopics\tcode\nreactors\tenergy\tSMR\nwater\t\tUNO\nwater\n")
        .unwrap();
    let output = command(&["packs", "check", &folder.0.display().to_string()]).output().unwrap();
    assert_snapshot!(shown(&output, Some(&folder)));
    let output = Command::new(env!("CARGO_BIN_EXE_chancery"))
        .args(["read", "--packs", &folder.path(""), "x.txt"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    fs::remove_file(folder.0.join("world/treaties.tsv")).unwrap();
    fs::write(folder.0.join("en/topics.tsv"), topics).unwrap();
    fs::write(folder.0.join("en/triggers.tsv"), "phrase\tkind\tshape\nmet with\tmeeting\tjoint\n").unwrap();
    fs::write(folder.0.join("en/cases.txt"), "! Foreign Minister Anniken Huitfeldt of Norway met with Foreign Minister Nicu Popescu of Moldova.\nThe garden is open. ~ call NO,SE; request NO>SE\nThe garden is open. ~ picnic\n").unwrap();
    let output = command(&["packs", "check", &folder.0.display().to_string()]).output().unwrap();
    assert_snapshot!(shown(&output, Some(&folder)));
    assert_snapshot!(check(&["packs", "check", "documents"]), @r"
    ! chancery: the packs in documents cannot be used, 1 mistake:
    !   documents: holds no packs; name a folder with packs as its folders, each with a pack.toml
    ! mend them, or name other packs with --packs DIR
    = 1
    ");
}

#[test]
fn refuses_what_it_does_not_understand() {
    for arguments in [
        &["read"][..],
        &["red", "x"],
        &["read", "--limit", "2GiB", "x"],
        &["read", "--limit", "much", "x"],
        &["read", "--published", "10 July", "x"],
        &["read", "--jobs", "0", "x"],
        &["read", "--format", "pdf", "x"],
        &["score"],
        &["score", "--texts", "documents"],
        &["completions", "dos"],
    ] {
        let output = chancery(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {output:?}");
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn is_the_same_for_any_number_of_jobs() {
    let text = fs::read(tests().join("documents/meeting.txt")).unwrap();
    let names: Vec<String> = (0..60).map(|number| format!("{number:02}.txt")).collect();
    let empty: &[u8] = b"";
    let files: Vec<(&str, &[u8])> = names
        .iter()
        .enumerate()
        .map(|(index, name)| (name.as_str(), if index % 7 == 3 { empty } else { &text[..] }))
        .collect();
    let folder = Folder::new("jobs", &files);
    for form in [&["read", "--json"][..], &["read"]] {
        let with = |jobs| chancery(&[form, &["--jobs", jobs, &folder.path("")]].concat());
        let (one, four) = (with("1"), with("4"));
        assert_eq!(one.stdout, four.stdout);
        assert_eq!(one.stderr, four.stderr);
        assert!(String::from_utf8_lossy(&one.stdout).contains("58.txt"));
    }
}

#[test]
fn ends_quietly_when_nobody_reads_on() {
    let text = fs::read(tests().join("documents/meeting.txt")).unwrap();
    let names: Vec<String> = (0..300).map(|number| format!("{number:03}.txt")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &text[..])).collect();
    let folder = Folder::new("pipe", &files);
    let mut child =
        command(&["read", "--json", &folder.path("")]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn completes_and_helps() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(check(&["completions", shell]).contains("chancery"), "{shell}");
    }
    assert!(check(&["--version"]).starts_with("chancery "));
    for help in [&["--help"][..], &["read", "--help"], &["score", "--help"], &["packs", "check", "--help"]] {
        assert!(check(help).contains("Example"), "{help:?}");
    }
}
