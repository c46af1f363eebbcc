//! What the caller knows or wants of a document before it is opened.

/// The form in which a document comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Lines of text.
    Plain,
    /// Text with the marks of Markdown.
    Markdown,
    /// A web page.
    Html,
}

/// How to open a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// ISO 639-1 code of its language; told from the text where `None`.
    pub language: Option<String>,
    /// The longest document to open, in bytes. 1 GiB is the most that it can be.
    pub size_limit: usize,
    /// Its form; told from the name and the text where `None`.
    pub format: Option<Format>,
    /// Where it stands on the web, where that is known: what the page calls its own address else.
    pub address: Option<String>,
}

impl Settings {
    /// The longest document to open where nothing else is said: 16 MiB.
    pub const SIZE_LIMIT: usize = 16 << 20;
}

impl Default for Settings {
    fn default() -> Self {
        Self { language: None, size_limit: Self::SIZE_LIMIT, format: None, address: None }
    }
}
