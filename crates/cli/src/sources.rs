//! What the command line names: files, folders, patterns and standard input.

use std::cell::Cell;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Result, anyhow};
use intake::IntakeError;
use intake::files::{Files, Settings, is_read, is_read_by_name};

use crate::arguments::count;

/// Where one document comes from, or an archive of some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// `-`
    StandardInput,
    /// A file.
    File(PathBuf),
}

impl Source {
    /// A single source, as `-` or a file's name.
    pub(crate) fn new(name: &Path) -> Self {
        if name == Path::new("-") { Self::StandardInput } else { Self::File(name.to_owned()) }
    }

    /// Opens it.
    pub(crate) fn open(&self, settings: &Settings) -> Result<Files> {
        Ok(match self {
            Self::StandardInput => Files::stream("-", io::stdin(), settings),
            Self::File(path) => Files::open(path, settings)?,
        })
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StandardInput => f.write_str("-"),
            Self::File(path) => path.display().fmt(f),
        }
    }
}

/// All sources that the names on the command line stand for, one by one, in their order; files of a folder in the
/// order of their names. Only the names in the folders under way are held.
pub(crate) struct Sources {
    /// What is still to be walked, the next last.
    steps: Vec<Step>,
    counts: Rc<Counts>,
}

/// What a walk has seen so far.
#[derive(Default)]
pub(crate) struct Counts {
    /// Documents, also those still waiting in a folder that has been listed, where their names tell them.
    pub(crate) documents: Cell<usize>,
    /// Files of folders that are no documents.
    pub(crate) passed_over: Cell<usize>,
}

enum Step {
    /// As it stands on the command line.
    Named(PathBuf),
    Found(Source),
    /// A file of a folder that only its bytes tell: looked at when it is its turn, for a folder may hold very many.
    Unsure(PathBuf),
    Folder(PathBuf),
    /// The end of a folder of the command line, and the counts at its beginning.
    End(PathBuf, usize, usize),
}

impl Sources {
    pub(crate) fn new(names: &[PathBuf]) -> Self {
        Self { steps: names.iter().rev().cloned().map(Step::Named).collect(), counts: Rc::default() }
    }

    /// What it has seen so far.
    pub(crate) fn counts(&self) -> Rc<Counts> {
        Rc::clone(&self.counts)
    }

    fn found(&mut self, source: Source) {
        self.counts.documents.set(self.counts.documents.get() + 1);
        self.steps.push(Step::Found(source));
    }

    fn pass_over(&mut self) {
        self.counts.passed_over.set(self.counts.passed_over.get() + 1);
    }

    fn named(&mut self, name: PathBuf) -> Result<()> {
        if name.is_dir() {
            let counts = (self.counts.documents.get(), self.counts.passed_over.get());
            self.steps.push(Step::End(name.clone(), counts.0, counts.1));
            self.steps.push(Step::Folder(name));
        } else if name != Path::new("-")
            && !name.exists()
            && name.to_str().is_some_and(|name| name.contains(['*', '?', '[']))
        {
            self.pattern(&name)?;
        } else {
            self.found(Source::new(&name));
        }
        Ok(())
    }

    /// Walks what fits a pattern, for shells that do not expand them.
    fn pattern(&mut self, pattern: &Path) -> Result<()> {
        let text = pattern.to_string_lossy();
        let paths = glob::glob(&text)
            .map_err(|error| anyhow!("{text}: is no pattern of files ({error}); write [[] for a bracket"))?;
        let mut paths: Vec<_> = paths.filter_map(Result::ok).collect();
        paths.sort();
        if paths.is_empty() {
            return Err(anyhow!("{text}: no file fits this pattern; check it and the folder"));
        }
        self.steps.extend(paths.into_iter().rev().map(Step::Named));
        Ok(())
    }

    fn folder(&mut self, folder: &Path) -> Result<()> {
        let list = || {
            fs::read_dir(folder)?
                .map(|entry| {
                    let entry = entry?;
                    Ok((entry.path(), entry.file_type()?))
                })
                .collect::<io::Result<Vec<_>>>()
        };
        let mut entries = list().map_err(|error| IntakeError::reading(folder.display().to_string(), error))?;
        entries.sort_by(|a, b| b.0.cmp(&a.0));
        for (path, kind) in entries {
            if kind.is_dir() {
                self.steps.push(Step::Folder(path));
                continue;
            }
            match path.is_file().then(|| is_read_by_name(&path)) {
                Some(Some(true)) => self.found(Source::File(path)),
                Some(None) => self.steps.push(Step::Unsure(path)),
                // Linked folders too: they may lead in a circle.
                Some(Some(false)) | None => self.pass_over(),
            }
        }
        Ok(())
    }
}

impl Iterator for Sources {
    type Item = Result<Source>;

    fn next(&mut self) -> Option<Result<Source>> {
        loop {
            let step = match self.steps.pop()? {
                Step::Found(source) => return Some(Ok(source)),
                Step::Unsure(path) => {
                    if is_read(&path) {
                        self.found(Source::File(path));
                    } else {
                        self.pass_over();
                    }
                    Ok(())
                }
                Step::Named(name) => self.named(name),
                Step::Folder(folder) => self.folder(&folder),
                Step::End(folder, documents, passed_over) if documents == self.counts.documents.get() => {
                    let others = self.counts.passed_over.get() - passed_over;
                    let others =
                        if others > 0 { format!(", only {}", count(others, "other file")) } else { String::new() };
                    let folder = folder.display();
                    Err(anyhow!("{folder}: holds no documents{others}; name another folder, or the files themselves"))
                }
                Step::End(..) => Ok(()),
            };
            if let Err(error) = step {
                return Some(Err(error));
            }
        }
    }
}
