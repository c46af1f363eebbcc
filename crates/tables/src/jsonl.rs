//! JSON Lines: one stream of all tables, an object a row, the name of its table first. What is missing is left out.

use std::borrow::Cow;
use std::io::{BufRead, Read as _, Write};

use serde::Deserialize;
use serde_json::{Map, Value as Json};

use crate::error::TablesError;
use crate::export::Sink;
use crate::read::not_ours;
use crate::record::Record;
use crate::rows::table;
use crate::table::{Table, Type, Value};
use crate::text::{parsed, printed};

/// No line is longer, in bytes: the longest document that is kept, in base64.
const LONGEST: u64 = 3 << 30;

/// Writes JSON Lines.
pub struct JsonLines<W: Write> {
    out: W,
    line: Vec<u8>,
}

impl<W: Write> JsonLines<W> {
    /// Writes to `out`, which should be buffered.
    pub fn new(out: W) -> Self {
        Self { out, line: Vec::new() }
    }
}

impl<W: Write> Sink for JsonLines<W> {
    fn put(&mut self, table: &'static Table, row: &[Value]) -> Result<(), TablesError> {
        self.line.clear();
        write!(self.line, "{{\"table\":\"{}\"", table.name)?;
        for (column, value) in table.columns.iter().zip(row).filter(|(_, value)| **value != Value::None) {
            write!(self.line, ",\"{}\":", column.name)?;
            cell(&mut self.line, value)?;
        }
        self.line.extend_from_slice(b"}\n");
        Ok(self.out.write_all(&self.line)?)
    }

    fn finish(&mut self) -> Result<(), TablesError> {
        Ok(self.out.flush()?)
    }
}

fn cell(out: &mut Vec<u8>, value: &Value) -> std::io::Result<()> {
    match value {
        Value::Json(json) => out.extend_from_slice(json.as_bytes()),
        Value::Number(number) => serde_json::to_writer(out, number)?,
        Value::Integer(number) => serde_json::to_writer(out, number)?,
        Value::Flag(flag) => serde_json::to_writer(out, flag)?,
        Value::List(list) => serde_json::to_writer(out, list)?,
        _ => serde_json::to_writer(out, &printed(value))?,
    }
    Ok(())
}

/// What a line begins to say.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow)]
    table: Option<Cow<'a, str>>,
}

/// The rows of kept tables in JSON Lines, in their order.
pub(crate) struct Lines<R> {
    from: R,
    name: String,
    n: u64,
    line: Vec<u8>,
}

impl<R: BufRead> Lines<R> {
    pub(crate) fn new(from: R, name: String) -> Self {
        Self { from, name, n: 0, line: Vec::new() }
    }

    /// The next line that is not empty; `false` at the end.
    fn advance(&mut self) -> Result<bool, TablesError> {
        loop {
            self.line.clear();
            self.n += 1;
            let read = self.from.by_ref().take(LONGEST).read_until(b'\n', &mut self.line);
            if read.map_err(|error| TablesError::reading(self.name.as_ref(), error))? == 0 {
                return Ok(false);
            }
            if self.line.len() as u64 == LONGEST {
                return Err(self.wrong("is longer than any row".to_owned()));
            }
            if !self.line.iter().all(u8::is_ascii_whitespace) {
                return Ok(true);
            }
        }
    }

    fn wrong(&self, problem: String) -> TablesError {
        not_ours(format!("{}:{}", self.name, self.n), problem)
    }

    /// The row of the line, where its table is one that is kept.
    fn record(&self) -> Result<Option<Record>, TablesError> {
        let head: Head<'_> =
            serde_json::from_slice(&self.line).map_err(|error| self.wrong(format!("is no row ({error})")))?;
        let Some(name) = head.table else { return Err(self.wrong("names no `table`".to_owned())) };
        let Some(table) = table(&name) else {
            return Err(self.wrong(format!("is of no table that is known: `{name}`")));
        };
        if !table.kept {
            return Ok(None);
        }
        let mut fields: Map<String, Json> =
            serde_json::from_slice(&self.line).map_err(|error| self.wrong(format!("is no row ({error})")))?;
        let mut values = Vec::with_capacity(table.columns.len());
        for column in table.columns {
            let value = match fields.remove(column.name) {
                None | Some(Json::Null) => Value::None,
                Some(json) => value(json, column.of)
                    .ok_or_else(|| self.wrong(format!("has in `{}` what cannot stand there", column.name)))?,
            };
            values.push(value);
        }
        Ok(Some(Record::new(table, values, format!("{}:{}", self.name, self.n))))
    }
}

fn value(json: Json, of: Type) -> Option<Value> {
    Some(match (of, json) {
        (Type::Json, json) => Value::Json(json.to_string()),
        (Type::Text, Json::String(text)) => Value::Text(text),
        (Type::Integer, json) => Value::Integer(json.as_i64()?),
        (Type::Number, json) => Value::Number(json.as_f64()?),
        (Type::Flag, json) => Value::Flag(json.as_bool()?),
        (Type::List, json) => Value::List(serde_json::from_value(json).ok()?),
        (Type::Bytes | Type::Moment | Type::Day, Json::String(text)) => parsed(&text, of)?,
        _ => return None,
    })
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<Record, TablesError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.advance() {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => return Some(Err(error)),
            }
            if let Some(record) = self.record().transpose() {
                return Some(record);
            }
        }
    }
}
