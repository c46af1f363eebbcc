//! What the tests read with.

use std::path::Path;
use std::sync::LazyLock;

use packs::Packs;

use crate::reading::{Claim, Reading};

/// The packs' phrases alone, without what their models learnt; compiled once a process.
pub(crate) fn phrases() -> &'static Packs {
    static PHRASES: LazyLock<Packs> = LazyLock::new(|| {
        let mut files =
            packs::files(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs"))).expect("the packs are there");
        files.retain(|file| !file.path.ends_with("model.tsv"));
        Packs::from_files(&files).expect("the packs load")
    });
    &PHRASES
}

/// Reads a text in a language.
pub(crate) fn read(packs: &Packs, language: &str, text: &str) -> Reading {
    let settings = document::Settings { language: Some(language.to_owned()), ..document::Settings::default() };
    let document = document::open("x", text.as_bytes(), packs.habits(), &settings).expect("it is text");
    crate::read(packs, &document, &crate::Settings::default())
}

/// The claims of all engagements of a reading.
pub(crate) fn claims(reading: &Reading) -> impl Iterator<Item = &Claim> {
    reading.engagements.iter().flat_map(|engagement| &engagement.claims)
}
