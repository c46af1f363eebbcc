//! HTML, charts and JSON: what is printed is well formed, and nothing from outside becomes markup.

mod specimens;

use press::{Format, PrintOptions, print};
use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};

fn printed(paper: &press::Paper, format: Format) -> String {
    String::from_utf8(print(paper, format, &PrintOptions::default()).unwrap()).unwrap()
}

/// The names of a page's elements and the values of an attribute, by a reader that refuses what is not well formed.
fn elements(html: &str, attribute: &str) -> Vec<(String, Option<String>)> {
    let mut reader = Reader::from_str(html.trim_start_matches("<!doctype html>"));
    reader.config_mut().check_end_names = true;
    let mut elements = Vec::new();
    loop {
        match reader.read_event().expect("well formed") {
            Event::Start(tag) | Event::Empty(tag) => {
                let value = tag.attributes().map(|attribute| attribute.expect("well formed"));
                let value = value.filter(|found| found.key.as_ref() == attribute).last();
                let value = value.map(|found| found.normalized_value(XmlVersion::Implicit1_0).unwrap().into_owned());
                elements.push((tag.name().as_ref().to_owned(), value));
            }
            Event::Eof => return elements,
            _ => {}
        }
    }
}

#[test]
fn pages_are_well_formed_and_fetch_nothing() {
    for (name, paper) in specimens::all() {
        let html = printed(&paper, Format::Html);
        let elements = elements(&html, "href");
        for (element, address) in &elements {
            assert!(!["script", "iframe", "b", "i", "img", "link"].contains(&element.as_str()), "{name}: <{element}>");
            let address = address.as_deref().unwrap_or("#");
            assert!(address.starts_with('#') || address.starts_with("https://"), "{name}: {address}");
        }
    }
}

#[test]
fn quotes_run_on_over_the_ends_of_lines() {
    let mut paper = specimens::digest();
    paper.notes[0].quote = "Bùi Thanh Sơn\r\ngặp\tIwaya Takeshi.\n".to_owned();
    assert!(printed(&paper, Format::Html).contains(">Bùi Thanh Sơn gặp Iwaya Takeshi.</q>"));
    assert!(printed(&paper, Format::Json).contains("Bùi Thanh Sơn\\r\\ngặp"), "for programs it stands as it is");
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    for (name, paper) in specimens::all() {
        let html = printed(&paper, Format::Html);
        let mut level = 0;
        for (element, _) in elements(&html, "") {
            let Some(next) = element.strip_prefix('h').and_then(|digit| digit.parse::<u8>().ok()) else { continue };
            assert!(next <= level + 1, "{name}: h{next} below h{level}");
            level = next;
        }
    }
}

#[test]
fn links_lead_somewhere() {
    for (name, paper) in specimens::all() {
        let html = printed(&paper, Format::Html);
        let ids: Vec<String> = elements(&html, "id").into_iter().filter_map(|(_, id)| id).collect();
        let mut unique = ids.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), ids.len(), "{name}: an identifier stands twice");
        for (_, address) in elements(&html, "href") {
            if let Some(id) = address.as_deref().and_then(|address| address.strip_prefix('#')) {
                assert!(ids.iter().any(|known| known == id), "{name}: #{id} leads nowhere");
            }
        }
    }
}

#[test]
fn quotes_say_their_language() {
    let html = printed(&specimens::digest(), Format::Html);
    assert!(html.contains("<html lang=\"sv\" dir=\"ltr\">"));
    assert!(html.contains("<q lang=\"vi\" dir=\"ltr\">Phó Thủ tướng"));
    assert!(html.contains("<span lang=\"vi\" dir=\"ltr\">Chúng tôi mong"));
    let arabic = printed(&specimens::arabic(), Format::Html);
    assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"));
}

#[test]
fn charts_tell_those_who_cannot_see_them() {
    let html = printed(&specimens::review(), Format::Html);
    let count = |name: &str| elements(&html, "").iter().filter(|(element, _)| element == name).count();
    assert_eq!((count("svg"), count("desc"), count("details")), (7, 7, 7));
    assert!(html.contains("<desc id=\"chart-4-text\">Japan in every month; most in July.</desc>"));
}

#[test]
fn numbers_that_are_none_are_drawn_as_nought() {
    let mut paper = specimens::review();
    for section in &mut paper.sections {
        for block in &mut section.blocks {
            let press::Block::Chart(chart) = block else { continue };
            chart.series.iter_mut().for_each(|series| series.values.fill(f64::NAN));
            chart.labels.truncate(1);
        }
    }
    let html = printed(&paper, Format::Html);
    assert!(!html.contains("NaN") && !html.contains("\"inf"));
}

#[test]
fn json_keeps_to_its_schema() {
    let schema = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schema/paper.schema.json");
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    let index = compiler.compile(schema, &mut schemas).expect("the schema is one");
    for (name, paper) in specimens::all() {
        let json: serde_json::Value = serde_json::from_str(&printed(&paper, Format::Json)).unwrap();
        if let Err(error) = schemas.validate(&json, index) {
            panic!("{name}: {error:#}");
        }
    }
}
