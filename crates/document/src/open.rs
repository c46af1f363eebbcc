//! Opens a document: bytes in, a cut text out.

use crate::blocks::blocks;
use crate::cut::Cut;
use crate::decode::decode;
use crate::lines::{Marks, lines};
use crate::normal::compose;
use crate::{Document, DocumentError, Format, Habits, PartialDate, Settings};

/// A text out of its format.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) text: String,
    pub(crate) marks: Marks,
    pub(crate) title: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) published: Option<PartialDate>,
    pub(crate) language: Option<String>,
}

/// Opens a document.
///
/// `name` is the name of the file or page: errors say it, and its ending tells the format where `settings` does not.
///
/// # Errors
///
/// Bytes that are empty, too many, binary or in no encoding that all of them fit.
pub fn open(name: &str, bytes: &[u8], habits: &Habits, settings: &Settings) -> Result<Document, DocumentError> {
    let limit = settings.size_limit.min(1 << 30);
    if bytes.len() > limit {
        return Err(DocumentError::TooLong { name: name.to_owned(), size_bytes: bytes.len(), limit_bytes: limit });
    }
    let decoded = decode(name, bytes)?;
    let page = page(name, decoded, settings.format);
    let (text, original) = compose(page.text);
    let (lines, tokens) = lines(&text, &page.marks);
    if tokens.is_empty() {
        return Err(DocumentError::Empty { name: name.to_owned() });
    }
    let cut = Cut { text: &text, tokens: &tokens };
    let shaped = blocks(cut, lines, habits, settings, page.language.as_deref(), page.title.as_deref());
    Ok(Document {
        name: name.to_owned(),
        language: shaped.main.code,
        language_index: shaped.main.index,
        title: page.title,
        title_block: shaped.title,
        byline: page.byline,
        published: page.published,
        blocks: shaped.blocks,
        sentences: shaped.sentences,
        text,
        original,
        tokens,
    })
}

/// Takes the text out of its format.
fn page(_name: &str, text: String, _format: Option<Format>) -> Page {
    Page { text, ..Page::default() }
}
