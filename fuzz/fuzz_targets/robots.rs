//! Files of robots.txt; the first line is the address that is to be asked.

#![no_main]

#[path = "../guarded.rs"]
mod guarded;

use intake::follow::Rules;
use libfuzzer_sys::fuzz_target;
use url::Url;

fuzz_target!(|bytes: &[u8]| {
    guarded::hold();
    let end = bytes.iter().position(|&byte| byte == b'\n').unwrap_or(bytes.len());
    let base = Url::parse("https://mfa.example/").expect("it is one");
    let Ok(address) = base.join(&String::from_utf8_lossy(&bytes[..end])) else { return };
    let rules = Rules::of(bytes.get(end + 1..).unwrap_or_default());
    assert_eq!(rules.allow(&address), rules.allow(&address));
    let _ = rules.delay();
});
