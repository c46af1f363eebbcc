//! Pages of links: the first line is the selector of the source, which lists of sources bring from outside too. Where it is empty, what
//! the list is has to be told.

#![no_main]

#[path = "../lists.rs"]
mod lists;

use libfuzzer_sys::fuzz_target;
use register::{Source, SourceKind};

/// The longest page: what a selector may cost grows with the square of it, and is bounded by time alone.
const LONGEST: usize = 4096;

fuzz_target!(|bytes: &[u8]| {
    let end = bytes.iter().position(|&byte| byte == b'\n').unwrap_or(bytes.len());
    let (selector, page) = (&bytes[..end], bytes.get(end + 1..).unwrap_or_default());
    let links = std::str::from_utf8(selector).ok().filter(|selector| !selector.is_empty()).map(str::to_owned);
    let kind = if links.is_some() { SourceKind::Listing } else { SourceKind::Auto };
    lists::read(&Source { kind, links, ..Source::default() }, &page[..page.len().min(LONGEST)]);
});
