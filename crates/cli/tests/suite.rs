//! What must hold for every pack in the program, and for every document.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use document::PartialDate;
use packs::{ClaimType, Kind, OfficeKind, Packs, Topic};
use reader::{Reading, Settings, Span};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn packs() -> Packs {
    embedded::packs()
}

/// The documents of the tests, and the samples.
fn documents() -> Vec<(String, Vec<u8>)> {
    let list = |name: &str| fs::read_dir(folder(name)).expect("it is there").map(|entry| entry.expect("listed").path());
    let folders = ["tests/documents", "tests/corpus/en", "../../samples"];
    let mut paths: Vec<_> = folders.into_iter().flat_map(list).collect();
    paths.retain(|path| path.is_file() && path.extension().is_some_and(|ending| ending != "json"));
    paths.sort();
    paths.into_iter().map(|path| (path.display().to_string(), fs::read(path).expect("it is there"))).collect()
}

fn read(packs: &Packs, name: &str, bytes: &[u8], language: Option<&str>) -> Option<(document::Document, Reading)> {
    let settings = document::Settings { language: language.map(str::to_owned), ..document::Settings::default() };
    let document = document::open(name, bytes, packs.habits(), &settings).ok()?;
    let reading = reader::read(packs, &document, &Settings { published: PartialDate::day(2025, 7, 15) });
    Some((document, reading))
}

#[test]
fn every_case_of_every_pack_holds() {
    let output =
        Command::new(env!("CARGO_BIN_EXE_chancery")).args(["packs", "check"]).output().expect("the program starts");
    assert!(
        output.status.success(),
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn evidence_stands_in_the_document() {
    let packs = packs();
    for (name, bytes) in documents() {
        let decomposed: String = std::str::from_utf8(&bytes).expect("documents of tests are UTF-8").nfd().collect();
        for bytes in [&bytes[..], decomposed.as_bytes()] {
            let (document, reading) = read(&packs, &name, bytes, None).expect("documents of tests can be opened");
            let check = |quote: &str, span: Span| {
                assert_eq!(document.source().get(span[0] as usize..span[1] as usize), Some(quote), "{name}");
            };
            for engagement in &reading.engagements {
                check(&engagement.evidence, engagement.span);
                engagement.people.iter().for_each(|person| check(&person.name, person.span));
                engagement.claims.iter().for_each(|claim| check(&claim.evidence, claim.span));
            }
            assert_eq!(reading, read(&packs, &name, bytes, None).expect("as before").1, "the same again");
        }
    }
}

#[test]
fn readings_keep_to_the_schema() {
    let packs = packs();
    let mut schemas = boon::Schemas::new();
    let schema = boon::Compiler::new()
        .compile(&folder("../../schema/reading.schema.json").display().to_string(), &mut schemas)
        .unwrap_or_else(|error| panic!("{error:#}"));
    let check = |reading: &Reading| {
        let json = serde_json::to_value(reading).expect("readings are JSON");
        schemas.validate(&json, schema).unwrap_or_else(|error| panic!("{error:#}\n{json:#}"));
    };
    for (name, bytes) in documents() {
        check(&read(&packs, &name, &bytes, None).expect("documents of tests can be opened").1);
        check(&read(&packs, &name, &bytes, Some("xx")).expect("documents of tests can be opened").1);
    }
    for language in &packs.languages {
        for case in &language.cases {
            check(&read(&packs, "case", case.text.as_bytes(), Some(&language.code)).expect("cases can be opened").1);
        }
    }
}

#[test]
fn the_schema_has_the_vocabulary() {
    let schema: Value =
        serde_json::from_str(&fs::read_to_string(folder("../../schema/reading.schema.json")).expect("it is there"))
            .expect("it is JSON");
    let check =
        |pointer: &str, words: Vec<&str>| assert_eq!(schema.pointer(pointer), Some(&Value::from(words)), "{pointer}");
    check("/$defs/engagement/properties/kind/enum", Kind::ALL.iter().map(|word| word.as_str()).collect());
    check("/$defs/claim/properties/type/enum", ClaimType::ALL.iter().map(|word| word.as_str()).collect());
    check("/$defs/claim/properties/topics/items/enum", Topic::ALL.iter().map(|word| word.as_str()).collect());
    check("/$defs/person/properties/offices/items/enum", OfficeKind::ALL.iter().map(|word| word.as_str()).collect());
}

#[test]
fn nothing_written_makes_a_pack_panic() {
    let packs = packs();
    // Words of the documents and cases, and signs that mean something, in an order that nobody wrote.
    let texts = documents().into_iter().map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned());
    for language in &packs.languages {
        let cases = language.cases.iter().map(|case| case.text.clone());
        let texts: Vec<String> = texts.clone().chain(cases).collect();
        let words: Vec<&str> = texts
            .iter()
            .flat_map(|text| text.split_whitespace())
            .chain(["(", "“", "\n", ",", ".", "\n\n", "31", "2/30", "–", "e\u{301}", "\u{202e}", "日本"])
            .collect();
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        for _ in 0..40 {
            let text: String = (0..120)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    format!("{} ", words[(state >> 33) as usize % words.len()])
                })
                .collect();
            let Some((document, reading)) = read(&packs, "mixed", text.as_bytes(), Some(&language.code)) else {
                continue;
            };
            for engagement in &reading.engagements {
                assert_eq!(
                    document.quote(engagement.span[0]..engagement.span[1]).is_empty(),
                    engagement.evidence.is_empty()
                );
            }
        }
    }
}
