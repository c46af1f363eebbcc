//! Lists of sources: what is read of one is written, and read again as the same.

#![no_main]

use intake::follow::{Outline, opml, outlines};
use libfuzzer_sys::fuzz_target;
use register::Source;

fuzz_target!(|bytes: &[u8]| {
    let Ok(read) = outlines(bytes) else { return };
    let source = |outline: &Outline| Source {
        name: outline.name.clone(),
        address: outline.address.clone(),
        kind: outline.kind,
        links: outline.links.clone(),
        below: outline.below.clone(),
        every_s: outline.every_s.unwrap_or_default(),
        ..Source::default()
    };
    let sources: Vec<Source> = read.iter().map(source).collect();
    let again = outlines(opml(&sources).as_bytes()).expect("it was just written");
    assert_eq!(again.iter().map(source).collect::<Vec<_>>(), sources);
});
