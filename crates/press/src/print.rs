//! A paper and a format in, a file out.

use crate::markdown;
use crate::paper::{Paper, PaperError};
use crate::tidy::tidy;

/// A format in which papers are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A text for people to edit, which [`crate::read_markdown`] reads again.
    Markdown,
    /// A page for browsers in one file.
    Html,
    /// A document for word processors. Needs the feature `docx`.
    Docx,
    /// Pages, tagged for screen readers (PDF/UA-1). Needs the feature `pdf`.
    Pdf,
    /// The paper as it is, for programs: `schema/paper.schema.json`.
    Json,
}

impl Format {
    /// Every format, the plainest first.
    pub const ALL: [Self; 5] = [Self::Markdown, Self::Html, Self::Docx, Self::Pdf, Self::Json];

    /// How its files' names end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Json => "json",
        }
    }
}

/// What else a printer is given.
#[derive(Clone, Debug, Default)]
pub struct PrintOptions {
    /// A document of the house (DOCX) whose styles, headers, footers and page set-up are taken. Other formats leave it.
    pub template: Option<Vec<u8>>,
    /// Fonts for letters that those in the program lack: of pages (PDF), and of charts that are drawn as pictures (DOCX). Other formats
    /// hold no fonts and leave them.
    pub fonts: Vec<FontFile>,
}

/// A font from outside, or a collection of some: TrueType or OpenType.
#[derive(Clone, Debug)]
pub struct FontFile {
    /// By what errors name it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a paper cannot be printed in a format.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// A sentence of it rests on nothing.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// The program was built without the format.
    #[error("this program was built without {0}; build it with the feature `{0}` of the crate `press`")]
    NotBuilt(&'static str),
    /// The house template is no document of a word processor.
    #[error("the template cannot be used: {0}; give a DOCX file that a word processor saved")]
    Template(String),
    /// A font from outside is none.
    #[error("{0}: holds no font that can be used; give a TrueType or OpenType file (.ttf, .otf, .ttc)")]
    Font(String),
    /// The typesetter would not set it.
    #[error("the pages cannot be set: {0}; report this")]
    Setting(String),
    /// The paper cannot be written.
    #[error("the paper cannot be written")]
    Writing(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Prints a paper. The same paper gives the same bytes.
///
/// # Errors
///
/// Where a sentence rests on nothing, the template is no DOCX file, a font is none, the program was built without the format, or the
/// typesetter or the writer of a format fails.
pub fn print(paper: &Paper, format: Format, options: &PrintOptions) -> Result<Vec<u8>, PrintError> {
    paper.check()?;
    let paper = tidy(paper);
    match format {
        Format::Markdown => Ok(markdown::write(&paper).into_bytes()),
        Format::Html => Ok(crate::html::write(&paper).into_bytes()),
        Format::Json => json(&paper),
        Format::Docx => docx(paper, options),
        Format::Pdf => pdf(paper, options),
    }
}

fn json(paper: &Paper) -> Result<Vec<u8>, PrintError> {
    let mut json = serde_json::to_vec_pretty(paper).map_err(|error| PrintError::Writing(error.into()))?;
    json.push(b'\n');
    Ok(json)
}

#[cfg(feature = "docx")]
fn docx(mut paper: Paper, options: &PrintOptions) -> Result<Vec<u8>, PrintError> {
    crate::direction::fence(&mut paper);
    crate::docx::write(&paper, options)
}

#[cfg(not(feature = "docx"))]
fn docx(_: Paper, _: &PrintOptions) -> Result<Vec<u8>, PrintError> {
    Err(PrintError::NotBuilt("docx"))
}

#[cfg(feature = "pdf")]
fn pdf(mut paper: Paper, options: &PrintOptions) -> Result<Vec<u8>, PrintError> {
    crate::direction::fence(&mut paper);
    crate::pdf::write(&paper, &options.fonts)
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: Paper, _: &PrintOptions) -> Result<Vec<u8>, PrintError> {
    Err(PrintError::NotBuilt("pdf"))
}
