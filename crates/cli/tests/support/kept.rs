//! The register of the documents in `tests/register`, and what the program says of it.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{Folder, shown};

/// A register in a folder of its own.
pub(crate) struct Kept {
    pub(crate) folder: Folder,
}

impl Kept {
    pub(crate) fn empty(name: &str) -> Self {
        Self { folder: Folder::new(name, &[]) }
    }

    /// All documents, each added on the day after its publication.
    pub(crate) fn full(name: &str) -> Self {
        let kept = Self::empty(name);
        for (day, documents) in [
            ("2025-07-12", &["1-en-ministry.txt", "2-en-copy.html", "3-sv-translation.txt", "5-en-pakistan.txt"][..]),
            ("2025-07-13", &["4-sv-another-day.txt"]),
            ("2025-08-21", &["6-vi-cambodia.txt"]),
            ("2025-11-16", &["7-vi-visit.txt"]),
            ("2025-12-12", &["8-sv-session.txt"]),
        ] {
            let added = kept.on(day, &[&["add", "--source", "Press"][..], documents].concat());
            assert!(added.ends_with("= 0"), "{added}");
        }
        kept
    }

    /// What a command prints on some day, at eight in the morning.
    pub(crate) fn on(&self, day: &str, arguments: &[&str]) -> String {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/register");
        let output = Command::new(env!("CARGO_BIN_EXE_chancery"))
            .current_dir(tests)
            .args(arguments)
            .env("CHANCERY_REGISTER", self.folder.path("register.db"))
            .env("CHANCERY_NOW", format!("{day}T08:00:00Z"))
            .env("CHANCERY_USER", "Ada")
            .env_remove("NO_COLOR")
            .stdin(Stdio::null())
            .output()
            .expect("the program starts");
        shown(&output, Some(&self.folder))
    }

    /// What a command prints at the end of the year.
    pub(crate) fn says(&self, arguments: &[&str]) -> String {
        self.on("2025-12-31", arguments)
    }
}
