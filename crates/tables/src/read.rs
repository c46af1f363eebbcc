//! Files and folders that an export has made, as the rows of kept tables in the order in which a register takes them.

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::iter::Peekable;
use std::path::Path;

use crate::csv;
use crate::error::TablesError;
use crate::jsonl::Lines;
use crate::parquet;
use crate::record::Record;
use crate::rows::{TABLES, kept};
use crate::table::Table;

/// Rows of kept tables: originals, each document before its origins and readings, then rulings, then changes.
pub type Records = Box<dyn Iterator<Item = Result<Record, TablesError>> + Send>;

/// What is no row of an export.
pub(crate) fn not_ours(place: String, problem: String) -> TablesError {
    let mend = "import what `chancery export` wrote as jsonl, csv or parquet, whole";
    TablesError::Row { place, problem, mend }
}

/// Reads a folder of CSV or Parquet, one of its files named for all, or a file of JSON Lines.
///
/// # Errors
///
/// Where it cannot be opened or is no export.
pub fn read(path: &Path) -> Result<Records, TablesError> {
    let ending = path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    if path.is_dir() {
        return folder(path);
    }
    if let (Some(csv::ENDING | parquet::ENDING), Some(folder_of)) = (ending.as_deref(), path.parent()) {
        return folder(folder_of);
    }
    let file = File::open(path).map_err(|error| TablesError::reading(path, error))?;
    read_lines(BufReader::with_capacity(1 << 18, file), path.display().to_string())
}

/// Reads JSON Lines; `name` is what errors call them.
///
/// # Errors
///
/// Where they are something else.
pub fn read_lines(mut lines: impl BufRead + Send + 'static, name: String) -> Result<Records, TablesError> {
    let begin = lines.fill_buf().map_err(|error| TablesError::reading(name.as_ref(), error))?;
    let first = begin.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let has = |word: &[u8]| first.windows(word.len()).any(|part| part == word);
    if has(b"\"schema\":") && !has(b"\"table\":") {
        return Err(TablesError::Row {
            place: name,
            problem: "holds FollowTheMoney entities, which do not say all that a register is made of".to_owned(),
            mend: "export as jsonl, csv or parquet, and import that",
        });
    }
    Ok(Box::new(Lines::new(lines, name)))
}

fn folder(path: &Path) -> Result<Records, TablesError> {
    let find = |table: &'static Table, ending: &str| {
        let file = path.join(table.name).with_extension(ending);
        file.is_file().then_some(file)
    };
    let kept = || TABLES.iter().copied().filter(|table| table.kept);
    let ending =
        [csv::ENDING, parquet::ENDING].into_iter().find(|ending| kept().any(|table| find(table, ending).is_some()));
    let Some(ending) = ending else {
        let problem = "holds no table of an export (documents.csv, documents.parquet, …)".to_owned();
        return Err(not_ours(path.display().to_string(), problem));
    };
    let mut files = VecDeque::new();
    for table in kept() {
        let rows: Records = match find(table, ending) {
            None => Box::new(std::iter::empty()),
            Some(file) if ending == csv::ENDING => Box::new(csv::Rows::open(&file, table)?),
            Some(file) => Box::new(parquet::Rows::open(&file, table)?),
        };
        files.push_back((table, rows.peekable()));
    }
    Ok(Box::new(Folder { files, document: None }))
}

/// The tables of a folder, rows of documents joined with those that follow them.
struct Folder {
    files: VecDeque<(&'static Table, Peekable<Records>)>,
    /// The document whose origins and readings come next.
    document: Option<String>,
}

impl Iterator for Folder {
    type Item = Result<Record, TablesError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(document) = &self.document {
            let parts =
                self.files.iter_mut().filter(|(table, _)| **table == kept::ORIGINS || **table == kept::READINGS);
            for (_, rows) in parts {
                let next = rows.next_if(|row| match row {
                    Ok(row) => row.peek("document") == Some(document),
                    Err(_) => true,
                });
                if next.is_some() {
                    return next;
                }
            }
            self.document = None;
        }
        while let Some((table, rows)) = self.files.front_mut() {
            match rows.next() {
                Some(Ok(row)) => {
                    if **table == kept::DOCUMENTS {
                        self.document = row.peek("id").map(str::to_owned);
                    }
                    return Some(Ok(row));
                }
                Some(Err(error)) => return Some(Err(error)),
                // What is left of origins and readings comes next, and belongs to no document.
                None => self.files.pop_front(),
            };
        }
        None
    }
}
