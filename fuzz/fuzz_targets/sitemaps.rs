//! Sitemaps and indexes of them, also packed.

#![no_main]

#[path = "../lists.rs"]
mod lists;

use libfuzzer_sys::fuzz_target;
use register::{Source, SourceKind};

fuzz_target!(|bytes: &[u8]| lists::read(&Source { kind: SourceKind::Sitemap, ..Source::default() }, bytes));
