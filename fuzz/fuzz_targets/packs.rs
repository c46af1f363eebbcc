//! Any files of packs: compiled, and where they hold, a text is read with them. Files are parted by lines that begin
//! with `== `, with the path behind it; the text is what stands before the first.

#![no_main]

use libfuzzer_sys::fuzz_target;
use packs::{PackFile, Packs};

fuzz_target!(|input: &str| {
    let mut parts = input.split("\n== ");
    let text = parts.next().unwrap_or_default();
    let files: Vec<PackFile> = parts
        .filter_map(|part| part.split_once('\n'))
        .map(|(path, text)| PackFile { path: path.to_owned(), text: text.to_owned() })
        .collect();
    let Ok(packs) = Packs::from_files(&files) else { return };
    let language = packs.languages.first().map(|language| language.code.clone());
    let settings = document::Settings { language, ..document::Settings::default() };
    let Ok(document) = document::open("text", text.as_bytes(), packs.habits(), &settings) else { return };
    let _ = reader::read(&packs, &document, &reader::Settings::default());
    let _ = reader::explain(&packs, &document, &reader::Settings::default());
});
