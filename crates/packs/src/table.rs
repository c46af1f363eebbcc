//! Tab-separated files with a head line, and plain lists.

use crate::error::PackError;

/// A file of a pack: its path below `packs` and its text.
#[derive(Clone, Debug)]
pub struct PackFile {
    /// `en/triggers.tsv`.
    pub path: String,
    /// The whole text.
    pub text: String,
}

/// One line of a table, with its cells in the order that was asked for.
pub(crate) struct Row<'a> {
    pub(crate) path: &'a str,
    pub(crate) line: u32,
    pub(crate) cells: Vec<&'a str>,
}

impl Row<'_> {
    pub(crate) fn error(&self, problem: impl Into<String>, mend: impl Into<String>) -> PackError {
        PackError::Line { path: self.path.to_owned(), line: self.line, problem: problem.into(), mend: mend.into() }
    }

    /// A cell read as a word of a vocabulary.
    pub(crate) fn word<T: Copy>(
        &self,
        column: usize,
        parse: fn(&str) -> Option<T>,
        all: &[&str],
    ) -> Result<T, PackError> {
        parse(self.cells[column]).ok_or_else(|| {
            self.error(
                format!("`{}` is not known here", self.cells[column]),
                format!("write one of: {}", all.join(", ")),
            )
        })
    }
}

/// The lines of a table; `columns` are those that it may have, the first `needed` of them filled.
pub(crate) fn rows<'a>(
    file: &'a PackFile,
    columns: &[&str],
    needed: usize,
    errors: &mut Vec<PackError>,
) -> Vec<Row<'a>> {
    let mut order: Option<Vec<usize>> = None;
    let mut rows = Vec::new();
    for (line, text) in lines(file) {
        let cells: Vec<&str> = text.split('\t').map(str::trim).collect();
        let place = Row { path: &file.path, line, cells: Vec::new() };
        let Some(order) = &order else {
            let found =
                cells.iter().map(|cell| columns.iter().position(|column| column == cell)).collect::<Option<Vec<_>>>();
            match found {
                Some(found) => order = Some(found),
                None => {
                    errors.push(place.error(
                        "the head line is not that of this file",
                        format!("write these columns, with tabs: {}", columns.join(", ")),
                    ));
                    return rows;
                }
            }
            continue;
        };
        if cells.len() > order.len() {
            errors.push(
                place.error(format!("{} columns, the head line has {}", cells.len(), order.len()), "remove a tab"),
            );
            continue;
        }
        let mut sorted = vec![""; columns.len()];
        for (cell, &column) in cells.iter().zip(order) {
            sorted[column] = cell;
        }
        if let Some(empty) = (0..needed).find(|&column| sorted[column].is_empty()) {
            errors.push(
                place
                    .error(format!("the column `{}` is empty", columns[empty]), "fill it (columns are parted by tabs)"),
            );
            continue;
        }
        rows.push(Row { path: &file.path, line, cells: sorted });
    }
    rows
}

/// The lines of a file that hold something, with their numbers from 1.
pub(crate) fn lines(file: &PackFile) -> impl Iterator<Item = (u32, &str)> {
    file.text
        .lines()
        .zip(1..)
        .map(|(text, line)| (line, text.trim_end()))
        .filter(|(_, text)| !text.trim().is_empty() && !text.starts_with('#'))
}
