//! Parquet with named columns, as JSON Lines have them: a document a row.

use std::collections::BTreeMap;
use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::{ColumnChunkMetaData, ParquetMetaData};
use ::parquet::file::reader::{FileReader, SerializedFileReader};
use ::parquet::record::reader::RowIter;
use ::parquet::record::{Field, Row};
use ::parquet::schema::types::{Type as Schema, TypePtr};
use bytes::Bytes;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use register::Origin;

use super::record::{COLUMNS, Record};
use super::source::Source;
use super::zip::held_too_long;
use super::{Archive, HELD_BYTES, Member, Step};
use crate::error::{IntakeError, fair};

/// So many rows are decoded at once: documents are long.
const AT_ONCE: usize = 32;
/// No column of a row group may have more bytes.
const LONGEST_COLUMN: u64 = 1 << 30;
/// After so many rows in a row that cannot be read the rest is given up.
const MOST_BROKEN: usize = 100;
const NAME: &str = "name the column with the text `text`, see `chancery add --help`";
const FETCH: &str = "write or fetch it again";

/// A file that is read row by row.
pub(super) struct Rows {
    origin: Origin,
    rows: RowIter<'static>,
    limit_bytes: usize,
    /// The number of the row, from 1.
    n: u64,
    broken: usize,
}

impl Rows {
    pub(super) fn open(member: Member, limit_bytes: usize) -> Result<Self, IntakeError> {
        let Member { origin, source, .. } = member;
        let name = &origin.name;
        let broken = |error: ParquetError| broken(name, &error);
        let reader: Box<dyn FileReader> = match source {
            Source::File(file) => {
                guarded(name, || SerializedFileReader::<File>::new(file))?.map(Box::new).map_err(broken)?
            }
            held => {
                let held = held.all(HELD_BYTES).map_err(|error| IntakeError::reading(name, error))?;
                let held = Bytes::from(held.map_err(|_| held_too_long(name))?);
                guarded(name, || SerializedFileReader::<Bytes>::new(held))?.map(Box::new).map_err(broken)?
            }
        };
        let wanted = wanted(reader.metadata().file_metadata().schema());
        let wanted = wanted.ok_or_else(|| IntakeError::broken(name, "has no column that holds text", NAME))?;
        measured(name, reader.metadata(), &wanted)?;
        let rows = guarded(name, || RowIter::from_file_into(reader).project(Some(wanted)))?.map_err(broken)?;
        Ok(Self { rows: rows.with_batch_size(AT_ONCE), origin, limit_bytes, n: 0, broken: 0 })
    }

    fn record(&self, row: Row) -> Result<Step, IntakeError> {
        let place = format!("{}, row {}", self.origin.name, self.n);
        let mut values: BTreeMap<&'static str, String> = BTreeMap::new();
        for (name, field) in row.into_columns() {
            let Some(column) = column(&name) else { continue };
            if let Some(value) = text(field) {
                values.entry(column).or_insert(value);
            }
        }
        let mut take = |column: &str| values.remove(column);
        let Some(text) = take("text") else { return Ok(Step::PassedOver("row without a text")) };
        if text.len() > self.limit_bytes {
            return Err(IntakeError::too_long(place, text.len() as u64, self.limit_bytes));
        }
        let published = take("published").map(|day| {
            let wrong = |_| IntakeError::broken(&*place, format!("`{day}` is no date"), "write it as 2025-07-10");
            // A moment says its day too.
            day.get(..10).unwrap_or(&day).parse().map_err(wrong)
        });
        let record = Record {
            text,
            name: take("name"),
            source: take("source"),
            address: take("address"),
            published: published.transpose()?,
            retrieved: take("retrieved"),
            language: take("language"),
            format: take("format"),
        };
        Ok(Step::Member(record.member(place, &self.origin)))
    }
}

/// The column that a name stands for.
fn column(name: &str) -> Option<&'static str> {
    COLUMNS.iter().find(|(column, others)| *column == name || others.contains(&name)).map(|(column, _)| *column)
}

/// The columns that are read; `None` where none holds a text.
fn wanted(schema: &Schema) -> Option<Schema> {
    let fields = schema.get_fields().iter().filter(|field| field.is_primitive() && column(field.name()).is_some());
    let fields: Vec<TypePtr> = fields.map(Arc::clone).collect();
    if !fields.iter().any(|field| column(field.name()) == Some("text")) {
        return None;
    }
    Schema::group_type_builder(schema.name()).with_fields(fields).build().ok()
}

/// Whether what is read of a file may be unpacked, as far as the end of it says: a page is unpacked at once.
fn measured(name: &str, about: &ParquetMetaData, wanted: &Schema) -> Result<(), IntakeError> {
    let is_wanted = |column: &&ColumnChunkMetaData| {
        let path = column.column_path().parts();
        wanted.get_fields().iter().any(|field| path == [field.name()])
    };
    for column in about.row_groups().iter().flat_map(|group| group.columns().iter().filter(is_wanted)) {
        let [packed, unpacked] = [column.compressed_size(), column.uncompressed_size()]
            .map(|size_bytes| u64::try_from(size_bytes).unwrap_or(0));
        if unpacked > LONGEST_COLUMN {
            let problem = format!("has more than {} MB in one column of a row group", LONGEST_COLUMN >> 20);
            return Err(IntakeError::refused(name, problem, "write it with fewer rows in a row group"));
        }
        // The same short word in every row becomes far less than a text.
        if unpacked > HELD_BYTES as u64 {
            fair(packed, unpacked).map_err(|error| IntakeError::reading(name, error))?;
        }
    }
    Ok(())
}

/// What a column holds, as JSON Lines would say it.
fn text(field: Field) -> Option<String> {
    match field {
        Field::Str(text) => Some(text),
        Field::Bytes(bytes) => Some(String::from_utf8_lossy(bytes.data()).into_owned()),
        Field::Date(day) => {
            Date::new(1970, 1, 1).ok()?.checked_add(i64::from(day).days()).ok().map(|day| day.to_string())
        }
        Field::TimestampMillis(at_ms) => Timestamp::from_millisecond(at_ms).ok().map(|at| at.to_string()),
        Field::TimestampMicros(at_us) => Timestamp::from_microsecond(at_us).ok().map(|at| at.to_string()),
        Field::Int(number) => Some(number.to_string()),
        Field::Long(number) => Some(number.to_string()),
        _ => None,
    }
}

fn broken(place: &str, error: &ParquetError) -> IntakeError {
    IntakeError::broken(place, format!("is no Parquet that can be read ({error})"), FETCH)
}

/// Does what may fail in the library on a file that is damaged on purpose.
fn guarded<T>(place: &str, work: impl FnOnce() -> T) -> Result<T, IntakeError> {
    let done = catch_unwind(AssertUnwindSafe(work));
    done.map_err(|_| IntakeError::broken(place, "is no Parquet that can be read", FETCH))
}

impl Archive for Rows {
    fn next(&mut self) -> Option<Result<Step, IntakeError>> {
        if self.broken > MOST_BROKEN {
            return None;
        }
        self.n += 1;
        let place = format!("{}, row {}", self.origin.name, self.n);
        let rows = &mut self.rows;
        let row = match guarded(&place, || rows.next()) {
            Ok(row) => row?,
            // What has failed so need not end.
            Err(error) => {
                self.broken = usize::MAX;
                return Some(Err(error));
            }
        };
        Some(match row {
            Ok(row) => {
                self.broken = 0;
                self.record(row)
            }
            Err(error) => {
                self.broken += 1;
                Err(broken(&place, &error))
            }
        })
    }
}
