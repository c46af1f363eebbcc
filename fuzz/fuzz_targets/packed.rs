//! What is packed by gzip or zstd: as it is, or packed here, one in the other. The first byte says how.

#![no_main]

#[path = "../intake.rs"]
mod intake_of;

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use libfuzzer_sys::fuzz_target;

/// So often an input is packed.
const OFTEN: u8 = 8;

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else { return };
    let mut packed = match first % 4 {
        0 => [b"\x1f\x8b\x08", rest].concat(),
        1 => [b"\x28\xb5\x2f\xfd", rest].concat(),
        // Much of the same, as bombs are.
        2 => rest.repeat(64),
        _ => rest.to_vec(),
    };
    for _ in 0..first / 4 % OFTEN {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
        gzip.write_all(&packed).expect("memory is there");
        packed = gzip.finish().expect("memory is there");
    }
    intake_of::take("text.gz", packed);
});
