//! CSV: a folder with a file a table, UTF-8, commas, quotes where needed.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;

use crate::error::TablesError;
use crate::export::{Part, Sink, files};
use crate::read::not_ours;
use crate::record::Record;
use crate::selection::Selection;
use crate::table::{Table, Type, Value};
use crate::text::{parsed, printed};

/// The ending of the files.
pub(crate) const ENDING: &str = "csv";

/// Writes CSV files into a folder.
pub struct Csv {
    files: BTreeMap<&'static str, (Part, ::csv::Writer<File>)>,
}

impl Csv {
    /// Makes the folder where it is not there, and in it a file for each table that is selected.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn create(folder: &Path, selection: &Selection) -> Result<Self, TablesError> {
        let mut open = BTreeMap::new();
        for (table, part, file) in files(folder, ENDING, selection)? {
            let mut writer = ::csv::WriterBuilder::new().flexible(false).from_writer(file);
            let head = table.columns.iter().map(|column| column.name);
            writer.write_record(head).map_err(|error| TablesError::writing(&part.path, error))?;
            open.insert(table.name, (part, writer));
        }
        Ok(Self { files: open })
    }
}

impl Sink for Csv {
    fn put(&mut self, table: &'static Table, row: &[Value]) -> Result<(), TablesError> {
        let Some((part, writer)) = self.files.get_mut(table.name) else { return Ok(()) };
        let cells = row.iter().map(cell);
        writer.write_record(cells).map_err(|error| TablesError::writing(&part.path, error))
    }

    fn finish(&mut self) -> Result<(), TablesError> {
        for (part, writer) in self.files.values_mut() {
            writer.flush().map_err(|error| TablesError::writing(&part.path, error))?;
            part.finish(writer.get_ref())?;
        }
        Ok(())
    }
}

/// What stands before a cell that would be taken for another: a text, or bytes, that are there but empty, for what is not there, and a text
/// that spreadsheets would work out.
const MARK: char = '\\';

/// Whether spreadsheets take a cell of CSV for a formula, by how it begins
/// ([OWASP, CSV injection](https://owasp.org/www-community/attacks/CSV_Injection)).
pub fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Whether a cell gets one mark more, or has got one.
fn is_marked(text: &str) -> bool {
    let behind = text.trim_start_matches(MARK);
    behind.is_empty() || is_formula(behind)
}

/// The cell of a value.
fn cell(value: &Value) -> String {
    let text = printed(value).unwrap_or_default();
    let of_text = matches!(value, Value::Text(_) | Value::Json(_) | Value::List(_) | Value::Bytes(_));
    let is_empty_list = text.is_empty() && matches!(value, Value::List(_));
    if of_text && !is_empty_list && is_marked(&text) { format!("{MARK}{text}") } else { text }
}

/// The value of a cell.
fn value(cell: &str, of: Type) -> Option<Value> {
    let of_text = matches!(of, Type::Text | Type::Json | Type::List | Type::Bytes);
    match cell.strip_prefix(MARK) {
        _ if cell.is_empty() => Some(Value::None),
        Some(cell) if of_text && is_marked(cell) => parsed(cell, of),
        _ => parsed(cell, of),
    }
}

/// The rows of a file.
pub(crate) struct Rows {
    table: &'static Table,
    name: String,
    /// Which column of the file is each of the table.
    columns: Vec<Option<usize>>,
    records: ::csv::StringRecordsIntoIter<File>,
}

impl Rows {
    pub(crate) fn open(path: &Path, table: &'static Table) -> Result<Self, TablesError> {
        let file = File::open(path).map_err(|error| TablesError::reading(path, error))?;
        let mut reader = ::csv::ReaderBuilder::new().from_reader(file);
        let name = path.display().to_string();
        let head = reader.headers().map_err(|error| not_ours(name.clone(), format!("is no CSV ({error})")))?;
        // Spreadsheets put a mark before the first name.
        let names: Vec<&str> = head.iter().map(|name| name.trim_start_matches('\u{feff}')).collect();
        let columns = table.columns.iter().map(|column| names.iter().position(|name| *name == column.name)).collect();
        Ok(Self { table, name, columns, records: reader.into_records() })
    }

    fn record(&self, row: &::csv::StringRecord) -> Result<Record, TablesError> {
        let line = row.position().map_or(0, ::csv::Position::line);
        let place = format!("{}:{line}", self.name);
        let mut values = Vec::with_capacity(self.columns.len());
        for (column, at) in self.table.columns.iter().zip(&self.columns) {
            let cell = at.and_then(|at| row.get(at)).unwrap_or_default();
            let value = value(cell, column.of)
                .ok_or_else(|| not_ours(place.clone(), format!("has in `{}` what cannot stand there", column.name)))?;
            values.push(value);
        }
        Ok(Record::new(self.table, values, place))
    }
}

impl Iterator for Rows {
    type Item = Result<Record, TablesError>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(match self.records.next()? {
            Ok(row) => self.record(&row),
            Err(error) => Err(not_ours(self.name.clone(), format!("is no CSV ({error})"))),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_is_empty_from_what_is_not_there() {
        for text in ["", "\\", "\\\\", "a", "\\a", "a,b", "\"", "\n", "=1+1", "\\=1", "-2", "@a", "\t=1"] {
            let written = Value::from(text);
            assert_eq!(value(&cell(&written), Type::Text), Some(written));
        }
        assert_eq!(value(&cell(&Value::None), Type::Text), Some(Value::None));
        for bytes in [Vec::new(), vec![0], b"\\".to_vec()] {
            let written = Value::Bytes(bytes);
            assert_eq!(value(&cell(&written), Type::Bytes), Some(written));
        }
        let list = Value::List(vec!["=1".to_owned(), "b".to_owned()]);
        assert_eq!(value(&cell(&list), Type::List), Some(list));
    }

    #[test]
    fn no_text_is_a_formula() {
        let text = |text: &str| cell(&Value::from(text));
        assert_eq!([text("=HYPERLINK(1)"), text("+1"), text("-1")], ["\\=HYPERLINK(1)", "\\+1", "\\-1"]);
        assert_eq!(cell(&Value::List(vec!["@SUM(1)".to_owned()])), "\\@SUM(1)");
        // Base64 may begin so too; numbers are none.
        assert_eq!(cell(&Value::Bytes(vec![0xf8, 0, 0])), "\\+AAA");
        assert_eq!(cell(&Value::Integer(-1)), "-1");
    }
}
