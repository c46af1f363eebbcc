//! Archives of the web; the first byte says whether the input is one, or the body of a record of one.

#![no_main]

#[path = "../intake.rs"]
mod intake_of;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else { return };
    let archive = if first % 2 == 0 {
        [b"WARC/1.1\r\n", rest].concat()
    } else {
        let head = "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: ";
        [head.as_bytes(), rest.len().to_string().as_bytes(), b"\r\n\r\nHTTP/1.1 200\r\n", rest].concat()
    };
    intake_of::take("archive", archive);
});
