//! A brief is read before a meeting: however much the register knows of two parties, it has two pages.
#![cfg(feature = "pdf")]

mod desk;
mod foreign;
mod plain;

use desk::{PACKS, claim, document, engagement, register, week, with};
use foreign::foreign;
use plain::show;
use press::{BriefOf, BriefOptions, Format, Paper, PrintOptions, brief, print};
use register::{Read, Register};
use serde_json::{Value, json};

const LANGUAGES: [&str; 3] = ["en", "sv", "vi"];
const TOPICS: [&str; 8] =
    ["trade", "energy,climate", "education", "defence", "maritime", "health", "digital", "agriculture,fisheries"];

fn brief_of(register: &Register, language: &str, of: BriefOf) -> Paper {
    let options = BriefOptions { language: language.to_owned(), of, today: "2025-07-14".parse().unwrap() };
    brief(register, &PACKS, &options).unwrap()
}

fn pages(paper: &Paper) -> usize {
    let file = print(paper, Format::Pdf, &PrintOptions::default()).unwrap();
    let told = foreign("pdfinfo", &["-"], &file);
    let pages = told.lines().find_map(|line| line.strip_prefix("Pages:")).expect("it says how many");
    pages.trim().parse().unwrap()
}

/// What was said at a meeting of some year and month: something of everything, with long words to quote.
fn claims(year: i32, month: u32) -> Vec<Value> {
    let place = (year * 12) as usize + month as usize;
    let (one, other) = (TOPICS[place % TOPICS.len()], TOPICS[(place / 2 + 3) % TOPICS.len()]);
    let words = |what: &str| {
        let long = "as both of them had said before, and would go on to say in the years to come, to whoever listened";
        format!("In month {month} of {year} they {what}, {long}.")
    };
    let target = json!({"amount": 1e9 * f64::from(year - 2000), "unit": "USD", "by": (year + 5).to_string()});
    vec![
        claim("agreement", "SE,JP", one, 5, &words("agreed")),
        claim("request", "SE>JP", other, 4, &words("were asked by Sweden")),
        claim("request", "JP>SE", one, 4, &words("were asked by Japan")),
        claim("pledge", "SE>JP", one, 4, &words("heard what Sweden promised")),
        claim("pledge", "JP>SE", other, 4, &words("heard what Japan promised")),
        with(claim("target", "SE,JP", "trade", 3, &words("set a target")), target),
        with(claim("invitation", "JP", "visits", 4, &words("were invited")), json!({"invited": ["SE"]})),
        with(claim("next-step", "SE,JP", "visits", 4, &words("looked ahead")), json!({"session": 1 + place % 90})),
    ]
}

/// Two accounts of a meeting, a day apart.
fn meeting(year: i32, month: u32) -> [Read; 2] {
    let people = format!("Ann Lee{year}/SE/foreign-minister + Bo Ng{year}/JP/foreign-minister");
    let told = |source: &str, day: u32, claims| {
        let date = format!("{year}-{month:02}-{day:02}");
        let words = format!("On {day}/{month} {year} the foreign ministers met, {source} says.");
        let at = json!({"city": "Stockholm", "country": "SE"});
        document(source, "en", &date, vec![with(engagement("meeting", &date, "SE,JP", &people, &words, claims), at)])
    };
    [told("Ministry for Foreign Affairs", 10, claims(year, month)), told("Agency", 11, Vec::new())]
}

fn pair() -> BriefOf {
    BriefOf::Pair("SE".to_owned(), "JP".to_owned())
}

#[test]
fn a_pair_with_many_years_has_two_pages() {
    let years = 2005..=2024;
    let register = register(years.flat_map(|year| (1..=12).flat_map(move |month| meeting(year, month))).collect());
    for language in LANGUAGES {
        let paper = brief_of(&register, language, pair());
        assert_eq!(pages(&paper), 2, "{language}: {}", show(&paper));
    }
    let text = show(&brief_of(&register, "en", pair()));
    let more: Vec<&str> = text.lines().filter(|line| line.contains("in the register.")).collect();
    insta::assert_snapshot!(more.join("\n"), @r"
    236 more contacts are in the register.
    - At least one more is in the register.
    - At least 6 more are in the register.
    - At least 6 more are in the register.
    - At least 6 more are in the register.
    - At least 6 more are in the register.
    - 88 more are in the register.
    - At least 38 more are in the register.
    ");
}

#[test]
fn long_addresses_take_no_third_page() {
    let documents = (2005..=2024).flat_map(|year| (1..=12).flat_map(move |month| meeting(year, month)));
    let documents = documents.enumerate().map(|(n, mut read)| {
        for origin in &mut read.deposit.origins {
            origin.address = Some(format!("https://ministry.example/{}/{n}", "press-releases-".repeat(10)));
        }
        read
    });
    let paper = brief_of(&register(documents.collect()), "en", pair());
    assert_eq!(pages(&paper), 2, "{}", show(&paper));
}

#[test]
fn somebody_met_for_many_years_has_two_pages() {
    let register = register((1..=12).flat_map(|month| meeting(2024, month)).collect());
    let person = register.person_named("Ann Lee2024").unwrap().id;
    let paper = brief_of(&register, "sv", BriefOf::Person(person));
    assert!(pages(&paper) <= 2, "{}", show(&paper));
    assert!(show(&paper).contains("kontakter finns i registret."), "{}", show(&paper));
}

#[test]
fn a_short_brief_has_one_page_or_two() {
    for language in LANGUAGES {
        assert!(pages(&brief_of(&week(), language, pair())) <= 2, "{language}");
    }
}
