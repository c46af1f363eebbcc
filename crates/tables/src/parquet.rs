//! Parquet: a folder with a file a table, columns of their own types, compressed by zstd.

mod buffer;
mod read;
mod schema;

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use ::parquet::basic::{Compression, ZstdLevel};
use ::parquet::errors::ParquetError;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::SerializedFileWriter;

use crate::error::TablesError;
use crate::export::{Part, Sink, files};
use crate::selection::Selection;
use crate::table::{Table, Value};
use buffer::Buffer;

pub(crate) use read::Rows;

/// The ending of the files.
pub(crate) const ENDING: &str = "parquet";
/// A group of rows ends when it has so many, or so many bytes: what is held of a table until it is written.
const GROUP: usize = 100_000;
const GROUP_BYTES: usize = 8 << 20;
/// What a value that is held takes beside its own bytes, about.
const HELD_BYTES: usize = 48;

/// Writes Parquet files into a folder.
pub struct Parquet {
    files: BTreeMap<&'static str, Open>,
}

/// A file that is written.
struct Open {
    part: Part,
    writer: SerializedFileWriter<File>,
    columns: Vec<Buffer>,
    rows: usize,
    size_bytes: usize,
}

impl Parquet {
    /// Makes the folder where it is not there, and in it a file for each table that is selected.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn create(folder: &Path, selection: &Selection) -> Result<Self, TablesError> {
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::default()))
            .set_created_by(concat!("chancery ", env!("CARGO_PKG_VERSION")).to_owned());
        let properties = Arc::new(properties.build());
        let mut open = BTreeMap::new();
        for (table, part, file) in files(folder, ENDING, selection)? {
            let writer = SerializedFileWriter::new(file, schema::of(table), Arc::clone(&properties))
                .map_err(|error| failed(&part.path, error))?;
            let columns = table.columns.iter().map(|column| Buffer::new(column.of)).collect();
            open.insert(table.name, Open { part, writer, columns, rows: 0, size_bytes: 0 });
        }
        Ok(Self { files: open })
    }
}

impl Sink for Parquet {
    fn put(&mut self, table: &'static Table, row: &[Value]) -> Result<(), TablesError> {
        let Some(open) = self.files.get_mut(table.name) else { return Ok(()) };
        for (column, value) in open.columns.iter_mut().zip(row) {
            column.put(value);
            open.size_bytes += value.size_bytes() + HELD_BYTES;
        }
        open.rows += 1;
        if open.rows >= GROUP || open.size_bytes >= GROUP_BYTES { open.write() } else { Ok(()) }
    }

    fn finish(&mut self) -> Result<(), TablesError> {
        for open in self.files.values_mut() {
            open.write()?;
            open.writer.finish().map_err(|error| failed(&open.part.path, error))?;
            open.part.finish(open.writer.inner())?;
        }
        Ok(())
    }
}

impl Open {
    /// Writes the rows that are held as a group.
    fn write(&mut self) -> Result<(), TablesError> {
        if self.rows == 0 {
            return Ok(());
        }
        (self.rows, self.size_bytes) = (0, 0);
        let columns = &mut self.columns;
        let group = || {
            let mut group = self.writer.next_row_group()?;
            for column in columns {
                let mut writer =
                    group.next_column()?.ok_or_else(|| ParquetError::General("a column less".to_owned()))?;
                column.write(&mut writer)?;
                writer.close()?;
            }
            group.close().map(|_| ())
        };
        group().map_err(|error| failed(&self.part.path, error))
    }
}

fn failed(path: &Path, error: ParquetError) -> TablesError {
    let error = match error {
        ParquetError::External(error) => match error.downcast::<std::io::Error>() {
            Ok(error) => *error,
            Err(error) => std::io::Error::other(error),
        },
        error => std::io::Error::other(error),
    };
    TablesError::writing(path, error)
}
