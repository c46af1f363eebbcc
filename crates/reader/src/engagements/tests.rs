use crate::fixtures::{phrases, read};
use crate::reading::Engagement;

mod days;
mod deeds;
mod journeys;
mod occasions;
mod who;

fn told(text: &str) -> Vec<Engagement> {
    read(phrases(), "en", text).engagements
}

/// Kind, parties and names of what a text tells of first.
fn first(text: &str) -> (String, Vec<String>, Vec<String>) {
    let first = told(text).into_iter().next().expect("it tells of something");
    (first.kind, first.parties, first.people.into_iter().map(|person| person.name).collect())
}

/// The names of each meeting of a text, sorted, in its order.
fn meetings(language: &str, text: &str) -> Vec<String> {
    let told = read(phrases(), language, text).engagements.into_iter().filter(|told| told.kind == "meeting");
    told.map(|told| {
        let mut names: Vec<String> = told.people.into_iter().map(|person| person.name).collect();
        names.sort();
        names.join("+")
    })
    .collect()
}

/// Kind, parties and names of all that a text tells of, in order.
fn told_of(language: &str, text: &str) -> Vec<String> {
    let told = read(phrases(), language, text).engagements.into_iter();
    told.map(|told| {
        let names: Vec<String> = told.people.into_iter().map(|person| person.name).collect();
        format!("{} {} {}", told.kind, told.parties.join(","), names.join(","))
    })
    .collect()
}

/// Kind, parties and days of all that a text tells of.
fn days(language: &str, text: &str) -> Vec<String> {
    let told = read(phrases(), language, text).engagements;
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let line = |told: Engagement| {
        let (start, end) = (told.start.and_then(|day| day.as_day()), told.end.and_then(|day| day.as_day()));
        format!("{} {} {} {}", told.kind, told.parties.join("+"), day(start), day(end))
    };
    told.into_iter().map(line).collect()
}

/// Kind, parties, people, first day and country of all that a Swedish text tells of.
fn told_in_swedish(text: &str) -> Vec<String> {
    let line = |told: crate::reading::Engagement| {
        let people: Vec<&str> = told.people.iter().map(|person| &*person.name).collect();
        let day = told.start.map_or_else(String::new, |day| day.to_string());
        let country = told.country.as_deref().unwrap_or("-");
        format!("{} {} [{}] {day} {country}", told.kind, told.parties.join("+"), people.join("+"))
    };
    read(phrases(), "sv", text).engagements.into_iter().map(line).collect()
}
