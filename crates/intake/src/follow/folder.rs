//! Folders of this machine, watched as sources are.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// So deep folders are walked.
const DEPTH: usize = 16;
/// So many files are looked at in one folder.
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
/// Where the folder itself cannot be read, and where it holds more than are looked at: which of them they were would be left to chance.
pub(super) fn files(folder: &Path) -> io::Result<Vec<File>> {
    bounded(folder, MOST)
}

fn bounded(folder: &Path, most: usize) -> io::Result<Vec<File>> {
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
            } else if kind.is_file() {
                if found.len() == most {
                    return Err(io::Error::other(format!(
                        "it holds more than {most} files; follow its folders one by one"
                    )));
                }
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

/// Why a folder cannot be followed, with the next step.
pub(super) fn told(folder: &str, error: &io::Error) -> String {
    let next = if error.kind() == io::ErrorKind::Other { "" } else { "; see that the folder is there" };
    format!("{folder}: cannot be read ({error}){next}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_is_too_much() {
        let folder = std::env::temp_dir().join(format!("chancery-too-much-{}", std::process::id()));
        fs::create_dir_all(folder.join("inner")).expect("it can be made");
        for name in ["b.txt", "a.txt", "inner/c.txt", ".hidden"] {
            fs::write(folder.join(name), "text").expect("it can be written");
        }
        let (all, too_much, missing) = (bounded(&folder, 3), bounded(&folder, 2), files(&folder.join("none")));
        fs::remove_dir_all(&folder).expect("it is ours");
        let names =
            all.expect("they are as many").into_iter().map(|file| file.path.strip_prefix(&folder).map(Path::to_owned));
        let names: Vec<PathBuf> = names.collect::<Result<_, _>>().expect("they lie there");
        assert_eq!(names, ["a.txt", "b.txt", "inner/c.txt"].map(PathBuf::from));
        let why = told("in", &too_much.expect_err("they are more"));
        assert_eq!(why, "in: cannot be read (it holds more than 2 files; follow its folders one by one)");
        assert!(told("in", &missing.expect_err("there is none")).ends_with("see that the folder is there"));
    }
}
