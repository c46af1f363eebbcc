//! Folders of this machine, watched as sources are.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// So deep folders are walked.
const DEPTH: usize = 16;
/// So many files are taken of one folder.
const MOST: usize = 100_000;

/// A file that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct File {
    pub(super) path: PathBuf,
    /// Its time of change and size: another pair where it was written anew.
    pub(super) told: String,
}

/// All files of a folder, in the order of their names. Hidden ones and links to other folders are left out.
///
/// # Errors
///
/// Where the folder itself cannot be read.
pub(super) fn files(folder: &Path) -> io::Result<Vec<File>> {
    let mut found = Vec::new();
    let mut folders = vec![(folder.to_owned(), 0)];
    while let Some((folder, depth)) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if depth == 0 => return Err(error),
            Err(_) => continue,
        };
        // What cannot be looked at now may be there the next time.
        for entry in entries.flatten() {
            let (path, Ok(kind)) = (entry.path(), entry.file_type()) else { continue };
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                continue;
            }
            if kind.is_dir() && depth < DEPTH {
                folders.push((path, depth + 1));
            } else if kind.is_file() && found.len() < MOST {
                let Ok(about) = entry.metadata() else { continue };
                let changed = about.modified().ok().and_then(|changed| changed.duration_since(UNIX_EPOCH).ok());
                let told = format!("{} {}", changed.unwrap_or_default().as_millis(), about.len());
                found.push(File { path, told });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}
