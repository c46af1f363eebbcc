//! Any JSON: a reading that can be read is written, and read again as the same.

#![no_main]

use libfuzzer_sys::fuzz_target;
use reader::Reading;

fuzz_target!(|bytes: &[u8]| {
    let Ok(reading) = serde_json::from_slice::<Reading>(bytes) else { return };
    let written = serde_json::to_vec(&reading).expect("a reading can be written");
    assert_eq!(reading, serde_json::from_slice(&written).expect("it was just written"));
});
