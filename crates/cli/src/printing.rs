//! What commands that print share: the language, the format and the file.

use std::fs;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use clap::{Args, ValueEnum};
use press::{Paper, PrintOptions};

/// In which language and format a paper is printed, and where.
#[derive(Args)]
pub(crate) struct PrintArguments {
    #[command(flatten)]
    pub(crate) language: LanguageArguments,
    /// The format [default: by the ending of --out, else Markdown]
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    out: OutArguments,
    /// Takes styles, headers and page set-up of this document (DOCX)
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,
}

/// In which language something is printed.
#[derive(Args)]
pub(crate) struct LanguageArguments {
    /// The language in which it is worded (ISO 639-1), one of the packs
    #[arg(long = "lang", value_name = "CODE", default_value = "en")]
    pub(crate) code: String,
}

/// Where something is printed.
#[derive(Args)]
pub(crate) struct OutArguments {
    /// Writes into this file instead of to standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl OutArguments {
    /// The file that is named.
    fn file(&self) -> Option<&Path> {
        self.out.as_deref()
    }

    /// Writes there what was printed.
    pub(crate) fn write(&self, printed: &[u8]) -> Result<()> {
        match &self.out {
            Some(path) => fs::write(path, printed).map_err(|error| {
                anyhow!("{}: cannot be written ({error}); check its folder and its disk", path.display())
            }),
            None => Ok(io::stdout().lock().write_all(printed)?),
        }
    }
}

/// A format of papers.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Text with marks, to edit and print again
    Markdown,
    /// A page for browsers
    Html,
    /// A document for word processors
    Docx,
    /// The paper as data
    Json,
}

impl Format {
    fn press(self) -> press::Format {
        match self {
            Self::Markdown => press::Format::Markdown,
            Self::Html => press::Format::Html,
            Self::Docx => press::Format::Docx,
            Self::Json => press::Format::Json,
        }
    }
}

impl PrintArguments {
    /// Prints a paper.
    pub(crate) fn print(&self, paper: &Paper) -> Result<()> {
        let format = self.format()?;
        let template = self.template.as_ref().map(|path| {
            fs::read(path).with_context(|| format!("{}: the template cannot be read; check its name", path.display()))
        });
        let options = PrintOptions { template: template.transpose()?, ..PrintOptions::default() };
        let printed = press::print(paper, format, &options)?;
        if self.out.file().is_none() && format == press::Format::Docx && io::stdout().is_terminal() {
            bail!("a document for word processors is nothing for a terminal; name a file with --out FILE")
        }
        self.out.write(&printed)
    }

    /// Whether it is said how to print.
    pub(crate) fn is_given(&self) -> bool {
        self.format.is_some() || self.out.file().is_some()
    }

    fn format(&self) -> Result<press::Format> {
        if let Some(format) = self.format {
            return Ok(format.press());
        }
        let Some(path) = self.out.file() else { return Ok(press::Format::Markdown) };
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let known = Format::value_variants().iter().map(|format| format.press());
        known.into_iter().find(|format| ending.eq_ignore_ascii_case(format.extension())).ok_or_else(|| {
            anyhow!("{}: its ending names no format; take .md, .html, .docx or .json, or say --format", path.display())
        })
    }
}
