//! Messages, and mailboxes of them: the first byte says which.

#![no_main]

#[path = "../intake.rs"]
mod intake_of;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, rest)) = bytes.split_first() else { return };
    let head: &[u8] = if first % 2 == 0 { b"" } else { b"From a@b Thu May  4 09:00:00 2025\n" };
    intake_of::take("message", [head, b"From: a\nTo: b\nMIME-Version: 1.0\n", rest].concat());
});
