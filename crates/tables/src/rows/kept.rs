//! What a register is made of: documents, rulings, and the past that cannot be derived.

use register::{Change, Deposit, DocumentId, KeptReading, Origin, Ruling};

use crate::table::{Table, Value, bytes, integer, json, moment, row, text};

/// The form of what is exported; another number where older programs can no longer import it.
pub(crate) const FORM: i64 = 1;

/// What this is an export of.
pub(crate) const EXPORT: Table =
    Table { name: "export", about: "the form of this export: one row", kept: true, columns: &[integer("form")] };

/// Documents.
pub(crate) const DOCUMENTS: Table = Table {
    name: "documents",
    about: "a document as it came, and the first that was told of where it came from",
    kept: true,
    columns: &[
        text("id"),
        moment("added"),
        integer("size_bytes"),
        text("language"),
        text("published_start"),
        text("published_end"),
        text("published_basis"),
        text("name"),
        text("source"),
        text("address"),
        integer("n_origins"),
        integer("n_accounts"),
        bytes("bytes"),
    ],
};

/// Origins.
pub(crate) const ORIGINS: Table = Table {
    name: "origins",
    about: "a place that a document came from, and what was told of it there",
    kept: true,
    columns: &[
        text("document"),
        text("name"),
        text("source"),
        text("address"),
        text("published"),
        text("retrieved"),
        text("language"),
        text("format"),
        text("original"),
        text("headers"),
    ],
};

/// Originals.
pub(crate) const ORIGINALS: Table = Table {
    name: "originals",
    about: "what documents came in, where they were read out of other bytes: PDF, Word files, messages; its id is the SHA-256",
    kept: true,
    columns: &[text("id"), integer("size_bytes"), bytes("bytes")],
};

/// Readings.
pub(crate) const READINGS: Table = Table {
    name: "readings",
    about: "how a document was read from some time on, with the fingerprint of the packs",
    kept: true,
    columns: &[text("document"), moment("from"), text("packs"), json("reading")],
};

/// Rulings.
pub(crate) const RULINGS: Table = Table {
    name: "rulings",
    about: "what somebody decided, in the order of the decisions",
    kept: true,
    columns: &[
        integer("n"),
        moment("at"),
        text("who"),
        text("why"),
        text("rule"),
        json("decision"),
        moment("undone_at"),
        text("undone_by"),
    ],
};

/// Changes.
pub(crate) const CHANGES: Table = Table {
    name: "changes",
    about: "that an entry changed, and what brought it, in the order of the changes",
    kept: true,
    columns: &[integer("n"), moment("at"), text("cause"), text("entry"), text("id"), text("what")],
};

pub(crate) fn export() -> Vec<Value> {
    row![FORM]
}

pub(crate) fn document(id: DocumentId, deposit: &Deposit, last: Option<&KeptReading>) -> Vec<Value> {
    let origin = deposit.origin();
    let reading = last.map(|kept| &kept.reading);
    let published = reading.and_then(|reading| reading.published.as_ref());
    row![
        id.to_string(),
        Value::Moment(deposit.added_ms),
        deposit.bytes.len(),
        reading.and_then(|reading| reading.language.as_ref()),
        published.map(|published| published.start),
        published.map(|published| published.end),
        published.map(|published| &published.basis),
        origin.name,
        origin.source,
        origin.address,
        deposit.origins.len(),
        reading.map_or(0, |reading| reading.engagements.len()),
        Value::Bytes(deposit.bytes.clone()),
    ]
}

pub(crate) fn origin(document: DocumentId, origin: &Origin) -> Vec<Value> {
    row![
        document.to_string(),
        &origin.name,
        origin.source.as_ref(),
        origin.address.as_ref(),
        origin.published,
        origin.retrieved.as_ref(),
        origin.language.as_ref(),
        origin.format.as_ref(),
        origin.original.as_ref(),
        origin.headers.as_ref(),
    ]
}

pub(crate) fn original(name: String, original: Vec<u8>) -> Vec<Value> {
    row![name, original.len(), Value::Bytes(original)]
}

pub(crate) fn reading(document: DocumentId, kept: &KeptReading) -> Vec<Value> {
    row![document.to_string(), Value::Moment(kept.from_ms), &kept.packs, nested(&kept.reading)]
}

pub(crate) fn ruling(ruling: &Ruling) -> Vec<Value> {
    row![
        i64::try_from(ruling.n).unwrap_or(i64::MAX),
        Value::Moment(ruling.at_ms),
        &ruling.who,
        &ruling.why,
        ruling.decision.name(),
        nested(&ruling.decision),
        ruling.undone.as_ref().map(|undone| Value::Moment(undone.at_ms)),
        ruling.undone.as_ref().map(|undone| &undone.who),
    ]
}

pub(crate) fn change(change: &Change) -> Vec<Value> {
    row![change.n, Value::Moment(change.at_ms), &change.cause, &change.entry, &change.id, &change.what]
}

/// Something as JSON.
pub(crate) fn nested(of: &impl serde::Serialize) -> Value {
    Value::Json(serde_json::to_string(of).expect("entries are plain values"))
}
