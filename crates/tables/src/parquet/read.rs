//! The rows of Parquet files.

use std::fs::File;
use std::path::Path;

use ::parquet::errors::ParquetError;
use ::parquet::file::reader::SerializedFileReader;
use ::parquet::record::reader::RowIter;
use ::parquet::record::{Field, Row};

use crate::error::TablesError;
use crate::read::not_ours;
use crate::record::Record;
use crate::table::{Table, Type, Value};

/// So many rows are decoded at once: documents are long.
const AT_ONCE: usize = 64;

/// The rows of a file.
pub(crate) struct Rows {
    table: &'static Table,
    name: String,
    n: u64,
    rows: RowIter<'static>,
}

impl Rows {
    pub(crate) fn open(path: &Path, table: &'static Table) -> Result<Self, TablesError> {
        let name = path.display().to_string();
        let file = File::open(path).map_err(|error| TablesError::reading(path, error))?;
        let reader = SerializedFileReader::new(file).map_err(|error| broken(name.clone(), &error))?;
        let rows = RowIter::from_file_into(Box::new(reader)).with_batch_size(AT_ONCE);
        Ok(Self { table, name, n: 0, rows })
    }

    fn record(&self, row: Row) -> Result<Record, TablesError> {
        let place = format!("{}, row {}", self.name, self.n);
        let mut values = vec![Value::None; self.table.columns.len()];
        for (name, field) in row.into_columns() {
            let Some(at) = self.table.place(&name) else { continue };
            values[at] = value(field, self.table.columns[at].of)
                .ok_or_else(|| not_ours(place.clone(), format!("has in `{name}` what cannot stand there")))?;
        }
        Ok(Record::new(self.table, values, place))
    }
}

fn broken(place: String, error: &ParquetError) -> TablesError {
    not_ours(place, format!("is no Parquet that can be read ({error})"))
}

fn value(field: Field, of: Type) -> Option<Value> {
    Some(match (of, field) {
        (_, Field::Null) => Value::None,
        (Type::Text, Field::Str(text)) => Value::Text(text),
        (Type::Json, Field::Str(text)) => Value::Json(text),
        // As some write text and JSON.
        (Type::Text, Field::Bytes(bytes)) => Value::Text(bytes.as_utf8().ok()?.to_owned()),
        (Type::Json, Field::Bytes(bytes)) => Value::Json(bytes.as_utf8().ok()?.to_owned()),
        (Type::Integer, Field::Long(number)) => Value::Integer(number),
        (Type::Integer, Field::Int(number)) => Value::Integer(number.into()),
        (Type::Number, Field::Double(number)) => Value::Number(number),
        (Type::Flag, Field::Bool(flag)) => Value::Flag(flag),
        (Type::Bytes, Field::Bytes(bytes)) => Value::Bytes(bytes.data().to_vec()),
        (Type::Moment, Field::TimestampMillis(at_ms) | Field::Long(at_ms)) => Value::Moment(at_ms),
        (Type::Moment, Field::TimestampMicros(at_us)) => Value::Moment(at_us.div_euclid(1000)),
        (Type::Day, Field::Date(day)) => Value::Day(day),
        _ => return None,
    })
}

impl Iterator for Rows {
    type Item = Result<Record, TablesError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.n += 1;
        Some(match self.rows.next()? {
            Ok(row) => self.record(row),
            Err(error) => Err(broken(format!("{}, row {}", self.name, self.n), &error)),
        })
    }
}
