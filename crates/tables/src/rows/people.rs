//! People and the offices that they held.

use register::people::{Person, Tenure};

use crate::codes::Codes;
use crate::table::{Table, Value, day, integer, list, row, text};

/// People.
pub(crate) const PEOPLE: Table = Table {
    name: "people",
    about: "a person across documents and languages",
    kept: false,
    columns: &[
        text("id"),
        text("name"),
        text("party"),
        text("party_alpha3"),
        integer("party_cow"),
        list("names"),
        list("spellings"),
        day("first"),
        day("last"),
    ],
};

/// Tenures.
pub(crate) const TENURES: Table = Table {
    name: "tenures",
    about: "a person's office, from the first day on which an account gives it to them to the last",
    kept: false,
    columns: &[
        text("person"),
        text("name"),
        text("party"),
        text("party_alpha3"),
        integer("party_cow"),
        text("office"),
        day("from"),
        text("from_account"),
        day("to"),
        text("to_account"),
    ],
};

pub(crate) fn person(person: &Person, codes: Codes<'_>) -> Vec<Value> {
    row![
        &person.id,
        &person.name,
        person.party.as_ref(),
        codes.alpha3(person.party.as_ref()),
        codes.cow(person.party.as_ref()),
        &person.names,
        &person.spellings,
        Value::Day(person.first),
        Value::Day(person.last),
    ]
}

pub(crate) fn tenure(person: &Person, tenure: &Tenure, codes: Codes<'_>) -> Vec<Value> {
    row![
        &person.id,
        &person.name,
        person.party.as_ref(),
        codes.alpha3(person.party.as_ref()),
        codes.cow(person.party.as_ref()),
        &tenure.office,
        Value::Day(tenure.from),
        tenure.from_account.to_string(),
        Value::Day(tenure.to),
        tenure.to_account.to_string(),
    ]
}
