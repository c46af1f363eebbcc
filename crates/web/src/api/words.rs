//! The words that parameters take, from the vocabulary and the tables of the program, for the description.

use document::PartialDate;
use packs::{ClaimType, Kind, OfficeKind, Topic};
use register::matters::{KINDS, State};
use search::Entry;
use utoipa::openapi::{Array, ArrayBuilder, Object, ObjectBuilder, Type};

use crate::problem::Problem;

fn one_of(words: impl Iterator<Item = &'static str>) -> Object {
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words)).build()
}

fn several(words: impl Iterator<Item = &'static str>) -> Array {
    ArrayBuilder::new().items(one_of(words)).build()
}

/// Kinds of engagements.
pub(super) fn kinds() -> Array {
    several(Kind::ALL.iter().map(|kind| kind.as_str()))
}

/// Topics.
pub(super) fn topics() -> Array {
    several(Topic::ALL.iter().map(|topic| topic.as_str()))
}

/// Types of claims.
pub(super) fn types() -> Array {
    several(ClaimType::ALL.iter().map(|kind| kind.as_str()))
}

/// Kinds of entries.
pub(super) fn entries() -> Array {
    several(Entry::ALL.iter().map(|entry| entry.as_str()))
}

/// Offices.
pub(super) fn offices() -> Object {
    one_of(OfficeKind::ALL.iter().map(|office| office.as_str()))
}

/// States of matters.
pub(super) fn states() -> Object {
    one_of(State::ALL.into_iter().map(State::as_str))
}

/// Kinds of matters.
pub(super) fn matters() -> Object {
    one_of(KINDS.into_iter())
}

/// A year.
pub(super) fn years() -> Array {
    let year = ObjectBuilder::new().schema_type(Type::String).pattern(Some("^[1-9][0-9]{3}$"));
    ArrayBuilder::new().items(year).build()
}

/// A day, month or year.
pub(super) fn date() -> Object {
    let pattern = "^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";
    ObjectBuilder::new().schema_type(Type::String).pattern(Some(pattern)).examples(["2025-07-10"]).build()
}

/// The office of a word.
pub(super) fn office(word: &str) -> Result<&'static str, Problem> {
    let all: Vec<&str> = OfficeKind::ALL.iter().map(|office| office.as_str()).collect();
    OfficeKind::parse(word).map(OfficeKind::as_str).ok_or_else(|| unknown("office", word, &all))
}

/// The state of a word.
pub(super) fn state(word: &str) -> Result<State, Problem> {
    State::parse(word).ok_or_else(|| unknown("state", word, &State::ALL.map(State::as_str)))
}

/// The kind of matters of a word.
pub(super) fn matter(word: &str) -> Result<&'static str, Problem> {
    KINDS.into_iter().find(|kind| *kind == word).ok_or_else(|| unknown("kind", word, &KINDS))
}

/// The day, month or year of a text.
pub(super) fn day(text: &str) -> Result<PartialDate, Problem> {
    text.parse().map_err(|error: document::NotADate| Problem::Unclear(error.to_string()))
}

fn unknown(parameter: &str, word: &str, all: &[&str]) -> Problem {
    Problem::Unclear(format!("{parameter}: there is no `{}`; there are {}", word.escape_debug(), all.join(", ")))
}
