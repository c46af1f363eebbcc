//! A paper in, a document for word processors out (Office Open XML, ECMA-376): real styles, headings, footnotes and tables, each run with
//! its language.
//!
//! A house template gives its styles, headers, footers and page set-up. Styles are found by the names that every word processor keeps
//! whatever its language: `Title`, `Subtitle`, `heading 1` to `heading 3`, `List Bullet`, `caption`, `footnote text`, `footnote reference`,
//! `Strong`, `Quote Char`, `Hyperlink`, `Table Grid`. Those that it lacks are added.

mod body;
mod notes;
mod package;
mod parts;
mod pictures;
mod runs;
mod styles;
mod template;

use crate::paper::Paper;
use crate::print::{PrintError, PrintOptions};

/// Writes a paper that is in order ([`crate::tidy::tidy`]). Fonts are for charts: text has those of whoever opens it.
pub(crate) fn write(paper: &Paper, options: &PrintOptions) -> Result<Vec<u8>, PrintError> {
    let house = match &options.template {
        Some(file) => template::House::open(file)?,
        None => template::House::own(paper),
    };
    let (document, pictures) = body::document(paper, &house, &pictures::fonts(&options.fonts)?)?;
    let notes = notes::footnotes(paper, &house.styles);
    package::pack(house.finish(paper, document, notes, pictures)?)
}

/// The namespaces of what is written.
const NAMESPACES: [(&str, &str); 5] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
];

/// What every part begins with.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
