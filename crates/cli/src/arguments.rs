//! Arguments that several commands share, and how mistakes are told.

use std::fmt::Display;
use std::io::Write as _;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use clap::{Args, ValueEnum};
use document::PartialDate;
use intake::files::Settings;
use packs::Packs;
use register::Origin;

use crate::register_arguments::now_ms;
use crate::size::Size;

/// How many documents are read at once.
#[derive(Args)]
pub(crate) struct JobsArguments {
    /// Reads with this many threads, 1 to 256 [default: one a core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
}

impl JobsArguments {
    /// The number asked for, or that of the cores.
    pub(crate) fn count(&self) -> NonZeroUsize {
        let asked = self.jobs.and_then(|jobs| NonZeroUsize::new(jobs.into()));
        asked.or_else(|| std::thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN)
    }
}

/// Which packs to read with.
#[derive(Args)]
pub(crate) struct PacksArguments {
    /// Reads with the packs of this folder instead of those in the program
    #[arg(long, value_name = "DIR")]
    packs: Option<PathBuf>,
}

impl PacksArguments {
    /// Loads the packs named, or those in the program.
    pub(crate) fn load(&self) -> Result<Packs> {
        load(self.packs.as_deref())
    }
}

/// What the caller knows of the documents.
#[derive(Args)]
pub(crate) struct DocumentArguments {
    /// The day of publication, where you know it: 2025, 2025-07 or 2025-07-10
    #[arg(long, value_name = "DATE")]
    published: Option<PartialDate>,
    /// The language of the documents (ISO 639-1: `en`), instead of telling it from the text
    #[arg(long, value_name = "CODE")]
    lang: Option<String>,
    /// The form of the documents, instead of telling it from name and text
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// The longest document, or file that one is read out of, as `500kB`, `16MB` or `1GiB`; 1 GiB is the most
    #[arg(long, value_name = "SIZE", default_value = "16MB")]
    limit: Size,
}

/// The form in which a document comes.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Lines of text
    Plain,
    /// Text with the marks of Markdown
    Markdown,
    /// A web page
    Html,
}

impl DocumentArguments {
    /// How files are taken in, from a publisher where one is known.
    pub(crate) fn settings(&self, source: Option<String>) -> Settings {
        let format = self.format.and_then(|format| format.to_possible_value().map(|value| value.get_name().to_owned()));
        let origin =
            Origin { source, published: self.published, language: self.lang.clone(), format, ..Origin::default() };
        Settings { origin, limit_bytes: self.limit.bytes(), now_ms: now_ms() }
    }
}

/// Loads the packs of a folder, or those in the program; every mistake is a line of the error.
pub(crate) fn load(folder: Option<&Path>) -> Result<Packs> {
    let loaded = folder.map_or_else(|| Ok(embedded::packs()), Packs::load);
    loaded.map_err(|errors| {
        let of = folder.map_or_else(|| "in the program".to_owned(), |folder| format!("in {}", folder.display()));
        let mistakes = count(errors.len(), "mistake");
        let list = errors.iter().map(|error| format!("\n  {error}")).collect::<String>();
        anyhow!("the packs {of} cannot be used, {mistakes}:{list}\nmend them, or name other packs with --packs DIR")
    })
}

/// Tells of a mistake. That nobody may be there to hear is no mistake of its own.
pub(crate) fn tell(message: impl Display) {
    let _ = writeln!(std::io::stderr(), "chancery: {message}");
}

/// A number with its noun: `1 mistake`, `2 mistakes`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
