//! Dates: one that can be read is written, and read again as the same; a page that says it in each way in which pages do can be opened.

#![no_main]

use std::sync::LazyLock;

use document::{Format, PartialDate, Settings};
use libfuzzer_sys::fuzz_target;
use packs::Packs;

static PACKS: LazyLock<Packs> = LazyLock::new(embedded::packs);

fuzz_target!(|text: &str| {
    if let Ok(date) = text.parse::<PartialDate>() {
        assert_eq!((date.to_string(), String::from(date)), (text.to_owned(), text.to_owned()));
        assert!(date.first_day() <= date.last_day());
    }
    let attribute = text.replace('&', "&amp;").replace('"', "&quot;");
    let json = serde_json::to_string(text).expect("it is text").replace('<', "\\u003c");
    let said = [
        format!("<meta name=\"date\" content=\"{attribute}\">"),
        format!(
            "<script type=\"application/ld+json\">{{\"@type\": \"NewsArticle\", \"datePublished\": {json}}}</script>"
        ),
        format!("<time datetime=\"{attribute}\">{attribute}</time>"),
        format!("<p>{attribute}</p>"),
    ];
    for said in said {
        let page = format!(
            "<html><head><title>A call</title>{said}</head><p>The ministers met on Tuesday. {attribute}</html>"
        );
        let settings = Settings { format: Some(Format::Html), language: Some("en".to_owned()), ..Settings::default() };
        let Ok(document) = document::open("page", page.as_bytes(), PACKS.habits(), &settings) else { continue };
        let reading = reader::read(&PACKS, &document, &reader::Settings::default());
        let _ = reading.published;
    }
});
