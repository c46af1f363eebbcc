//! What a register takes in, one after the other, from the rows of an export.

use std::iter::Peekable;

use register::{
    Change, Deposit, DocumentId, KeptReading, Origin, Ruling, Source, Standing, Taken, Undone, Visit, original_name,
};

use crate::error::TablesError;
use crate::read::{Records, not_ours};
use crate::record::Record;
use crate::rows::followed;
use crate::rows::kept::{self, FORM};

/// Something to take in.
#[derive(Debug)]
pub enum Step {
    /// What documents came in, where they were read out of other bytes.
    Original(Vec<u8>),
    /// A document with its origins and earlier readings; how it reads today is left open.
    Document(Taken),
    /// A ruling.
    Ruling(Ruling),
    /// A source that is followed.
    Source(Source),
    /// What is known of an address that a source gave.
    Visit(Visit),
    /// A change of the history.
    Change(Change),
}

/// What a register takes in: originals, documents, then rulings, what is followed, and changes.
pub struct Steps {
    records: Peekable<Records>,
    /// How far that order has come.
    stage: u8,
}

impl Steps {
    /// What these rows say.
    pub fn new(records: Records) -> Self {
        Self { records: records.peekable(), stage: 0 }
    }

    fn step(&mut self, mut record: Record) -> Result<Option<Step>, TablesError> {
        let table = record.table;
        if *table == kept::EXPORT {
            let form = record.integer("form")?;
            let problem = format!("is of form {form}, which a later version of chancery wrote");
            return if form > FORM { Err(record.wrong(problem, "use that version")) } else { Ok(None) };
        }
        let (stage, step) = if *table == kept::ORIGINALS {
            (0, Step::Original(original(&mut record)?))
        } else if *table == kept::DOCUMENTS {
            (1, Step::Document(self.document(&mut record)?))
        } else if *table == kept::RULINGS {
            (2, Step::Ruling(ruling(&mut record)?))
        } else if *table == followed::SOURCES {
            (3, Step::Source(source(&mut record)?))
        } else if *table == followed::VISITS {
            (4, Step::Visit(visit(&mut record)?))
        } else if *table == kept::CHANGES {
            (5, Step::Change(change(&mut record)?))
        } else {
            return Err(not_ours(record.place().to_owned(), "belongs to a document that is not before it".to_owned()));
        };
        if stage < self.stage {
            let mend = "import one export after the other, each as it was written";
            return Err(record.wrong("comes after rows that it should come before", mend));
        }
        self.stage = stage;
        Ok(Some(step))
    }

    /// A document with what follows of it.
    fn document(&mut self, record: &mut Record) -> Result<Taken, TablesError> {
        let name = record.text("id")?;
        let mut deposit =
            Deposit { bytes: record.bytes("bytes")?, added_ms: record.moment("added")?, ..Deposit::default() };
        let id = deposit.id();
        if id.to_string() != name {
            return Err(other_bytes(record, &name, &id.to_string()));
        }
        let mut readings: Vec<KeptReading> = Vec::new();
        while let Some(part) = self.records.next_if(|next| next.as_ref().is_ok_and(|next| is_part(next, id))) {
            let mut part = part?;
            if *part.table == kept::ORIGINS {
                deposit.origins.push(origin(&mut part)?);
            } else {
                readings.push(reading(&mut part)?);
            }
        }
        // Where the rows break off, more of this document may have followed: it comes whole or not at all.
        if let Some(Err(error)) = self.records.next_if(Result::is_err) {
            return Err(error);
        }
        if deposit.origins.is_empty() {
            // Enough to keep it, where the table of origins was left out.
            let name = record.maybe_text("name").unwrap_or_else(|| name.clone());
            let (source, address) = (record.maybe_text("source"), record.maybe_text("address"));
            deposit.origins.push(Origin { name, source, address, ..Origin::default() });
        }
        deposit.origins.sort();
        readings.sort_by_key(|kept| kept.from_ms);
        Ok(Taken { deposit, readings, reading: None })
    }
}

/// Whether a row is one of a document's origins and readings.
fn is_part(record: &Record, document: DocumentId) -> bool {
    let of_documents = *record.table == kept::ORIGINS || *record.table == kept::READINGS;
    of_documents && record.peek("document") == Some(&document.to_string())
}

impl Iterator for Steps {
    type Item = Result<Step, TablesError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let step = self.records.next()?.and_then(|record| self.step(record));
            if let Some(step) = step.transpose() {
                return Some(step);
            }
        }
    }
}

/// What is called by the name of other bytes.
fn other_bytes(record: &Record, name: &str, of: &str) -> TablesError {
    let problem = format!("is called {name}, but its bytes are those of {of}");
    record.wrong(problem, "it was changed or damaged; export again, and import that")
}

fn original(record: &mut Record) -> Result<Vec<u8>, TablesError> {
    let (name, bytes) = (record.text("id")?, record.bytes("bytes")?);
    let of = original_name(&bytes);
    if name == of { Ok(bytes) } else { Err(other_bytes(record, &name, &of)) }
}

fn origin(record: &mut Record) -> Result<Origin, TablesError> {
    let published = match record.maybe_text("published") {
        None => None,
        Some(text) => {
            let wrong = || record.wrong(format!("`{text}` is no date"), "write it as 2025, 2025-07 or 2025-07-10");
            Some(text.parse().map_err(|_| wrong())?)
        }
    };
    Ok(Origin {
        name: record.text("name")?,
        source: record.maybe_text("source"),
        address: record.maybe_text("address"),
        published,
        retrieved: record.maybe_text("retrieved"),
        language: record.maybe_text("language"),
        format: record.maybe_text("format"),
        original: record.maybe_text("original"),
        headers: record.maybe_text("headers"),
    })
}

fn reading(record: &mut Record) -> Result<KeptReading, TablesError> {
    Ok(KeptReading { from_ms: record.moment("from")?, packs: record.text("packs")?, reading: record.meant("reading")? })
}

fn ruling(record: &mut Record) -> Result<Ruling, TablesError> {
    let n = record.integer("n")?;
    let n = u64::try_from(n).map_err(|_| record.wrong(format!("{n} is no number of a ruling"), "count them from 1"))?;
    let undone = match (record.maybe_moment("undone_at"), record.maybe_text("undone_by")) {
        (Some(at_ms), who) => Some(Undone { at_ms, who: who.unwrap_or_default() }),
        (None, _) => None,
    };
    Ok(Ruling {
        n,
        at_ms: record.moment("at")?,
        who: record.text("who")?,
        why: record.text("why")?,
        decision: record.meant("decision")?,
        undone,
    })
}

fn source(record: &mut Record) -> Result<Source, TablesError> {
    let kind = record.text("kind")?;
    Ok(Source {
        id: record.text("id")?,
        name: record.text("name")?,
        address: record.text("address")?,
        kind: kind.parse().map_err(|why: String| record.wrong(why, "export again, and import that"))?,
        links: record.maybe_text("links"),
        below: record.maybe_text("below"),
        every_s: count(record, "every_s"),
        paused: record.flag("paused"),
        allowed: record.meant("allowed")?,
        added_ms: record.moment("added")?,
    })
}

fn visit(record: &mut Record) -> Result<Visit, TablesError> {
    let standing = record.text("standing")?;
    let known = Standing::ALL.into_iter().find(|known| known.as_str() == standing);
    let unknown = || record.wrong(format!("nothing stands `{standing}`"), "export again, and import that");
    Ok(Visit {
        standing: known.ok_or_else(unknown)?,
        address: record.text("address")?,
        source: record.text("source")?,
        due_ms: record.maybe_moment("due"),
        told: record.maybe_text("told"),
        asked_ms: record.maybe_moment("asked"),
        status: record.maybe_integer("status").and_then(|status| u16::try_from(status).ok()),
        etag: record.maybe_text("etag"),
        last_modified: record.maybe_text("last_modified"),
        body: record.maybe_text("body"),
        error: record.maybe_text("error"),
        failures: count(record, "failures"),
        unchanged: count(record, "unchanged"),
        versions: record.meant("versions")?,
    })
}

/// A number of times or seconds; 0 where there is none.
fn count(record: &mut Record, column: &str) -> u32 {
    record.maybe_integer(column).and_then(|number| u32::try_from(number).ok()).unwrap_or_default()
}

fn change(record: &mut Record) -> Result<Change, TablesError> {
    Ok(Change {
        n: record.integer("n")?,
        at_ms: record.moment("at")?,
        cause: record.text("cause")?,
        entry: record.text("entry")?,
        id: record.text("id")?,
        what: record.text("what")?,
    })
}
