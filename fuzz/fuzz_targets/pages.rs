//! Web pages, Markdown and lines: the first byte says which, and in which language; the rest is text.

#![no_main]

use std::sync::LazyLock;

use document::{Format, Settings};
use libfuzzer_sys::fuzz_target;
use packs::Packs;

static PACKS: LazyLock<Packs> = LazyLock::new(embedded::packs);

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else { return };
    let format = [Format::Html, Format::Markdown, Format::Plain][usize::from(first) % 3];
    let language =
        PACKS.languages.get(usize::from(first) / 3 % (PACKS.languages.len() + 1)).map(|one| one.code.clone());
    let settings = Settings { format: Some(format), language, ..Settings::default() };
    let Ok(document) = document::open("page", rest, PACKS.habits(), &settings) else { return };
    let reading = reader::read(&PACKS, &document, &reader::Settings::default());
    for engagement in &reading.engagements {
        assert!(engagement.span[0] <= engagement.span[1], "{:?}", engagement.span);
        assert!(document.source().contains(&engagement.evidence), "{}", engagement.evidence);
    }
});
