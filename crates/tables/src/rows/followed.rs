//! What is followed: sources, and what is known of the addresses that they gave.

use register::{Source, Visit};

use crate::rows::kept::nested;
use crate::table::{Table, Value, flag, integer, json, moment, row, text};

/// Sources.
pub(crate) const SOURCES: Table = Table {
    name: "sources",
    about: "a source that is followed",
    kept: true,
    columns: &[
        text("id"),
        text("name"),
        text("address"),
        text("kind"),
        text("links"),
        text("below"),
        integer("every_s"),
        flag("paused"),
        json("allowed"),
        moment("added"),
    ],
};

/// Visits.
pub(crate) const VISITS: Table = Table {
    name: "visits",
    about: "an address that a source gave, what came from it last, and the documents that stood there",
    kept: true,
    columns: &[
        text("address"),
        text("source"),
        text("standing"),
        moment("due"),
        text("told"),
        moment("asked"),
        integer("status"),
        text("etag"),
        text("last_modified"),
        text("body"),
        text("error"),
        integer("failures"),
        integer("unchanged"),
        json("versions"),
    ],
};

pub(crate) fn source(source: &Source) -> Vec<Value> {
    row![
        &source.id,
        &source.name,
        &source.address,
        source.kind.as_str(),
        source.links.as_ref(),
        source.below.as_ref(),
        source.every_s,
        source.paused,
        nested(&source.allowed),
        Value::Moment(source.added_ms),
    ]
}

pub(crate) fn visit(visit: &Visit) -> Vec<Value> {
    row![
        &visit.address,
        &visit.source,
        visit.standing.as_str(),
        visit.due_ms.map(Value::Moment),
        visit.told.as_ref(),
        visit.asked_ms.map(Value::Moment),
        visit.status,
        visit.etag.as_ref(),
        visit.last_modified.as_ref(),
        visit.body.as_ref(),
        visit.error.as_ref(),
        visit.failures,
        visit.unchanged,
        nested(&visit.versions),
    ]
}
