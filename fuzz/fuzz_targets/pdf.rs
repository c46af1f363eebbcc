//! Files of PDF.

#![no_main]

#[path = "../intake.rs"]
mod intake_of;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| intake_of::take("paper", [b"%PDF-1.7\n", bytes].concat()));
