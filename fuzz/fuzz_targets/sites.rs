//! Pages of a site that has selectors: a line each for its main text, title, byline, day and what is dropped; the rest is the page.

#![no_main]

use document::{Format, Habits, Selector, Settings, Site};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    let mut lines = input.splitn(6, '\n');
    let mut selectors = || {
        let selectors = lines.next().map(Selector::list).and_then(Result::ok).unwrap_or_default();
        for selector in &selectors {
            assert_eq!(selector.to_string().parse().as_ref(), Ok(selector));
        }
        selectors
    };
    let host = "mfa.example".to_owned();
    let site =
        Site { host, main: selectors(), title: selectors(), byline: selectors(), date: selectors(), drop: selectors() };
    let page = lines.next().unwrap_or_default();
    let habits = Habits::new(Vec::new()).with_sites([site]);
    let address = Some("https://www.mfa.example/news/1".to_owned());
    let settings = Settings { format: Some(Format::Html), address, ..Settings::default() };
    let Ok(document) = document::open("page", page.as_bytes(), &habits, &settings) else { return };
    for token in document.tokens() {
        assert!(!document.quote(token.start..token.end).is_empty());
    }
});
