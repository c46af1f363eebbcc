//! A row of a kept table that came from a file.

use register::Day;
use serde::de::DeserializeOwned;

use crate::error::TablesError;
use crate::table::{Table, Value};

/// A row of a kept table that came from a file, with its place there.
#[derive(Clone, Debug)]
pub struct Record {
    /// The table.
    pub table: &'static Table,
    values: Vec<Value>,
    place: String,
}

impl Record {
    /// The row of some values, in the order of the table's columns, from a place as errors name it.
    pub(crate) fn new(table: &'static Table, values: Vec<Value>, place: String) -> Self {
        Self { table, values, place }
    }

    /// Where it came from.
    pub fn place(&self) -> &str {
        &self.place
    }

    fn get(&mut self, column: &str) -> Value {
        let place = self.table.place(column);
        let value = place.and_then(|place| self.values.get_mut(place));
        value.map_or(Value::None, |value| std::mem::replace(value, Value::None))
    }

    /// An error about this row.
    pub(crate) fn wrong(&self, problem: impl Into<String>, mend: &'static str) -> TablesError {
        TablesError::Row { place: self.place.clone(), problem: problem.into(), mend }
    }

    fn missing(&self, column: &str) -> TablesError {
        self.wrong(format!("has no `{column}`"), "export again, and import that")
    }

    /// Takes the text of a column; `None` where there is none.
    pub(crate) fn maybe_text(&mut self, column: &str) -> Option<String> {
        match self.get(column) {
            Value::Text(text) | Value::Json(text) => Some(text),
            _ => None,
        }
    }

    /// Takes the text of a column that has one.
    pub(crate) fn text(&mut self, column: &str) -> Result<String, TablesError> {
        self.maybe_text(column).ok_or_else(|| self.missing(column))
    }

    /// The name that stands in a column, without taking it.
    pub(crate) fn peek(&self, column: &str) -> Option<&str> {
        match self.values.get(self.table.place(column)?)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Takes the bytes of a column.
    pub(crate) fn bytes(&mut self, column: &str) -> Result<Vec<u8>, TablesError> {
        match self.get(column) {
            Value::Bytes(bytes) => Ok(bytes),
            _ => Err(self.missing(column)),
        }
    }

    /// Takes the whole number of a column.
    pub(crate) fn integer(&mut self, column: &str) -> Result<i64, TablesError> {
        match self.get(column) {
            Value::Integer(number) => Ok(number),
            _ => Err(self.missing(column)),
        }
    }

    /// Takes the whole number of a column; `None` where there is none.
    pub(crate) fn maybe_integer(&mut self, column: &str) -> Option<i64> {
        match self.get(column) {
            Value::Integer(number) => Some(number),
            _ => None,
        }
    }

    /// Whether a column says so.
    pub(crate) fn flag(&mut self, column: &str) -> bool {
        self.get(column) == Value::Flag(true)
    }

    /// Takes the point in time of a column, in milliseconds since 1970; `None` where there is none.
    pub(crate) fn maybe_moment(&mut self, column: &str) -> Option<i64> {
        match self.get(column) {
            Value::Moment(at_ms) => Some(at_ms),
            Value::Day(day) => Some(i64::from(day as Day) * 86_400_000),
            _ => None,
        }
    }

    /// Takes the point in time of a column that has one.
    pub(crate) fn moment(&mut self, column: &str) -> Result<i64, TablesError> {
        self.maybe_moment(column).ok_or_else(|| self.missing(column))
    }

    /// Takes what the JSON or text of a column means.
    pub(crate) fn meant<T: DeserializeOwned>(&mut self, column: &str) -> Result<T, TablesError> {
        let text = self.text(column)?;
        serde_json::from_str(&text).map_err(|error| {
            self.wrong(format!("has in `{column}` what cannot be read ({error})"), "export again, and import that")
        })
    }
}
