//! Any bytes: opened and read, with the packs of the program.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use packs::Packs;

static PACKS: LazyLock<Packs> = LazyLock::new(embedded::packs);

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = document::open("document", bytes, PACKS.habits(), &document::Settings::default()) else {
        return;
    };
    let reading = reader::read(&PACKS, &document, &reader::Settings::default());
    let again = reader::read(&PACKS, &document, &reader::Settings::default());
    assert_eq!(reading, again);
});
