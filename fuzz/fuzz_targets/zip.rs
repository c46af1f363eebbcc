//! ZIP files, and what lies in them.

#![no_main]

#[path = "../intake.rs"]
mod intake_of;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| intake_of::take("files.zip", [b"PK\x03\x04", bytes].concat()));
