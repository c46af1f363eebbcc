//! Addresses: on the first line where one was found, on the second the address. Written in one way, it stays as it is; a document of it
//! can be opened.

#![no_main]

use std::sync::LazyLock;

use document::{Habits, Settings};
use intake::follow::{Reach, canonical};
use libfuzzer_sys::fuzz_target;

static HABITS: LazyLock<Habits> = LazyLock::new(|| Habits::new(Vec::new()));

fuzz_target!(|input: &str| {
    let (base, text) = input.split_once('\n').unwrap_or((input, input));
    let base = canonical(base, None).ok();
    if let Ok(address) = canonical(text, base.as_ref()) {
        assert!(address.as_str().len() <= 2048);
        assert_eq!(canonical(address.as_str(), None).as_ref(), Ok(&address));
    }
    let _ = (Reach::allowing([text]), document::is_web(text));
    let settings = Settings { address: Some(text.to_owned()), ..Settings::default() };
    let escaped = text.replace('&', "&amp;").replace('"', "&quot;");
    let page = format!(
        "<html><head><base href=\"{escaped}\"><link rel=canonical href=\"{escaped}\">\
         <link rel=alternate hreflang=en href=\"{escaped}\"></head><p>A text.</html>"
    );
    let _ = document::open(text, page.as_bytes(), &HABITS, &settings);
});
