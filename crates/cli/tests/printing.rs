//! Printing a paper that was edited, in the formats that are no text: which one, with which fonts, and what is said where it fails.

mod support;

use std::fs;
use std::process::Command;

use insta::assert_snapshot;

use crate::support::{Folder, shown};

const WEEK: &str = "\
---
kind: digest
language: en
notes: Sources
---

# The week

## Leaders

| Partner | Number |
| --- | --- |
| 日本 | 1 |
";

fn print(folder: &Folder, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    let output = command.current_dir(&folder.0).arg("print").args(arguments).output().expect("the program is built");
    shown(&output, Some(folder))
}

#[test]
fn the_ending_or_the_format_says_what_is_printed() {
    let folder = Folder::new("printing", &[("week.md", WEEK.as_bytes())]);
    for (file, arguments, begins) in [
        ("week.pdf", &["--out", "week.pdf"][..], &b"%PDF-"[..]),
        ("week.docx", &["--out", "week.docx"], b"PK"),
        ("week", &["--out", "week", "--format", "pdf"], b"%PDF-"),
    ] {
        let printed = print(&folder, &[&["week.md"], arguments].concat());
        assert!(printed.ends_with("= 0"), "{printed}");
        assert!(fs::read(folder.path(file)).expect("it was written").starts_with(begins), "{file}");
    }
    assert_snapshot!(print(&folder, &["week.md", "--out", "week.xyz"]), @"
    ! chancery: week.xyz: its ending names no format; take .md, .html, .docx, .pdf or .json, or say --format
    = 1
    ");
}

#[test]
fn fonts_that_cannot_be_used_are_named() {
    let folder = Folder::new("fonts", &[("week.md", WEEK.as_bytes()), ("house.ttf", b"no font")]);
    let with = |font| print(&folder, &["week.md", "--out", "week.pdf", "--font", font]);
    assert_snapshot!(with("gone.ttf"), @"
    ! chancery: gone.ttf: the font cannot be read; check its name: No such file or directory (os error 2)
    = 1
    ");
    assert_snapshot!(with("house.ttf"), @"
    ! chancery: house.ttf: holds no font that can be used; give a TrueType or OpenType file (.ttf, .otf, .ttc)
    = 1
    ");
}
