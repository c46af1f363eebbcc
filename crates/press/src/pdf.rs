//! A paper in, pages out: set by typst, tagged for screen readers and held to PDF/UA-1 while they are written.
//!
//! The looks are in `pdf/paper.typ`. What a paper says reaches it as data, a file of JSON that is read there and never as markup, so that no
//! name can become a command. Letters that no font has are replaced and told of below the title.

mod coverage;
mod pages;
mod world;

use typst::text::Font;
use typst_layout::PagedDocument;

use crate::paper::Paper;
use crate::print::{FontFile, PrintError};

/// Writes a paper that is in order ([`crate::tidy::tidy`]), with further fonts for letters that those in the program lack.
pub(crate) fn write(paper: &Paper, fonts: &[FontFile]) -> Result<Vec<u8>, PrintError> {
    let fonts = world::fonts(fonts)?;
    let written = match set(&coverage::covered(paper, &fonts), &fonts) {
        // Letters that fonts have each, but cannot set beside each other; there is no telling before.
        Err(PrintError::Setting(_)) => set(&coverage::plain(paper, &fonts), &fonts),
        written => written,
    };
    // What typst remembers of this paper is of no use for the next.
    typst::comemo::evict(0);
    written
}

/// A brief is read before a meeting: it has to fit on so many pages.
const BRIEF_PAGES: usize = 2;
/// What usually has more pages than these, as somebody may have written it, fits on those in no setting.
const HOPELESS: usize = 3 * BRIEF_PAGES;

/// Sets a paper of which fonts have every letter: a brief as closely as it must be to fit on its pages.
fn set(paper: &Paper, fonts: &[Font]) -> Result<Vec<u8>, PrintError> {
    let mut document = pages_of(paper, fonts, pages::USUAL)?;
    if paper.kind == "brief" && document.pages().len() <= HOPELESS {
        let mut closer = pages::CLOSER.into_iter();
        while document.pages().len() > BRIEF_PAGES
            && let Some(closer) = closer.next()
        {
            document = pages_of(paper, fonts, closer)?;
        }
    }
    let standards = typst_pdf::PdfStandards::new(&[typst_pdf::PdfStandard::Ua_1]);
    let standards = standards.map_err(|error| PrintError::Setting(error.message().to_string()))?;
    let options = typst_pdf::PdfOptions { standards, ..typst_pdf::PdfOptions::default() };
    typst_pdf::pdf(&document, &options).map_err(|errors| world::told(&errors))
}

fn pages_of(paper: &Paper, fonts: &[Font], setting: pages::Setting) -> Result<PagedDocument, PrintError> {
    let world = world::Desk::new(fonts.to_vec(), pages::files(paper, setting)?);
    typst::compile::<PagedDocument>(&world).output.map_err(|errors| world::told(&errors))
}
