//! Files of Parquet.

#![no_main]

#[path = "../intake.rs"]
mod intake_of;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| intake_of::take("table", [b"PAR1", bytes].concat()));
