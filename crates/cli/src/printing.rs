//! What commands that print share: the language, the format and the file.

use std::fs;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use clap::{Args, ValueEnum};
use press::{FontFile, Paper, PrintOptions};

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
    /// A font (TrueType, OpenType) for letters that those in the program lack, in PDF and in the charts of DOCX: Chinese, Thai, … May
    /// be given again
    #[arg(long, value_name = "FILE")]
    font: Vec<PathBuf>,
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
    pub(crate) fn file(&self) -> Option<&Path> {
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
    /// Pages, tagged for screen readers
    Pdf,
    /// The paper as data
    Json,
}

impl Format {
    fn press(self) -> press::Format {
        match self {
            Self::Markdown => press::Format::Markdown,
            Self::Html => press::Format::Html,
            Self::Docx => press::Format::Docx,
            Self::Pdf => press::Format::Pdf,
            Self::Json => press::Format::Json,
        }
    }
}

impl PrintArguments {
    /// Prints a paper.
    pub(crate) fn print(&self, paper: &Paper) -> Result<()> {
        let format = self.format()?;
        let printed = press::print(paper, format, &self.options()?)?;
        let is_text = !matches!(format, press::Format::Docx | press::Format::Pdf);
        if self.out.file().is_none() && !is_text && io::stdout().is_terminal() {
            bail!("a {} file is nothing for a terminal; name a file with --out FILE", format.extension())
        }
        self.out.write(&printed)
    }

    /// Whether it is said how to print.
    pub(crate) fn is_given(&self) -> bool {
        self.format.is_some() || self.out.file().is_some()
    }

    fn options(&self) -> Result<PrintOptions> {
        let read = |path: &Path, what: &str| {
            fs::read(path).with_context(|| format!("{}: the {what} cannot be read; check its name", path.display()))
        };
        let font = |path: &PathBuf| Ok(FontFile { name: path.display().to_string(), bytes: read(path, "font")? });
        Ok(PrintOptions {
            template: self.template.as_ref().map(|path| read(path, "template")).transpose()?,
            fonts: self.font.iter().map(font).collect::<Result<_>>()?,
        })
    }

    fn format(&self) -> Result<press::Format> {
        if let Some(format) = self.format {
            return Ok(format.press());
        }
        let Some(path) = self.out.file() else { return Ok(press::Format::Markdown) };
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let known = Format::value_variants().iter().map(|format| format.press());
        known.into_iter().find(|format| ending.eq_ignore_ascii_case(format.extension())).ok_or_else(|| {
            anyhow!(
                "{}: its ending names no format; take .md, .html, .docx, .pdf or .json, or say --format",
                path.display()
            )
        })
    }
}
