//! Any bytes: known by what they are, and taken in.

#![no_main]

#[path = "../intake.rs"]
mod intake_of;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| intake_of::take("file", bytes.to_vec()));
