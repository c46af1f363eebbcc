//! Word files: their text, then behind lines that begin with `== `, with the name behind it, their other parts.

#![no_main]

#[path = "../intake.rs"]
mod intake_of;

use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fuzz_target!(|input: &str| {
    let mut parts = input.split("\n== ");
    let first = ("word/document.xml", parts.next().unwrap_or_default());
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in std::iter::once(first).chain(parts.filter_map(|part| part.split_once('\n'))) {
        if file.start_file(name, stored).is_err() {
            continue;
        }
        file.write_all(text.as_bytes()).expect("memory is there");
    }
    let Ok(file) = file.finish() else { return };
    intake_of::take("paper", file.into_inner());
});
