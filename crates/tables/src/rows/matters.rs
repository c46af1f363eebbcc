//! Matters and what was said of them.

use register::matters::{Line, Matter};

use crate::codes::Codes;
use crate::table::{Table, Value, day, integer, list, number, row, text};

/// Matters.
pub(crate) const MATTERS: Table = Table {
    name: "matters",
    about: "a thread through the claims, and how it stands",
    kept: false,
    columns: &[
        text("key"),
        text("kind"),
        list("parties"),
        list("parties_alpha3"),
        list("parties_cow"),
        text("state"),
        integer("ruling"),
        text("due"),
        day("first"),
        day("last"),
        integer("n_lines"),
    ],
};

/// Lines of matters.
pub(crate) const MATTER_LINES: Table = Table {
    name: "matter_lines",
    about: "what one account says or tells of a matter",
    kept: false,
    columns: &[
        text("matter"),
        text("account"),
        integer("from_byte"),
        integer("to_byte"),
        day("day"),
        text("said"),
        list("actors"),
        list("addressees"),
        integer("strength"),
        number("amount"),
        text("unit"),
        text("due"),
    ],
};

pub(crate) fn matter(matter: &Matter, codes: Codes<'_>) -> Vec<Value> {
    row![
        &matter.key,
        matter.kind(),
        &matter.parties,
        codes.alpha3s(&matter.parties),
        codes.cows(&matter.parties),
        matter.state.as_str(),
        matter.ruled.and_then(|n| i64::try_from(n).ok()),
        matter.due,
        Value::Day(matter.first),
        Value::Day(matter.last),
        matter.n_lines,
    ]
}

pub(crate) fn line(matter: &Matter, line: &Line) -> Vec<Value> {
    row![
        &matter.key,
        line.account.to_string(),
        line.span[0],
        line.span[1],
        Value::Day(line.day),
        &line.said,
        &line.actors,
        &line.addressees,
        line.strength,
        line.amount,
        line.unit.as_ref(),
        line.due,
    ]
}
