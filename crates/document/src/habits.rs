//! What the languages at hand do with blocks and sentences, as their packs say it.

/// What a line that begins with a phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FurnitureKind {
    /// A line that is only this is page furniture.
    Line,
    /// A line that begins so is page furniture.
    Prefix,
    /// A line that begins so ends the story.
    End,
    /// Begins a source line.
    Source,
    /// Marks a photo caption.
    Caption,
}

/// The habits of one language, as its pack gives them.
#[derive(Clone, Debug, Default)]
pub struct LanguageHabits {
    /// ISO 639-1 code.
    pub language: String,
    /// The commonest small words, in lower case.
    pub function_words: Vec<String>,
    /// Words with a stop that end no sentence, as written (`Mr.`).
    pub abbreviations: Vec<String>,
    /// Phrases (in lower case, words with single spaces) and what a line with them is.
    pub furniture: Vec<(String, FurnitureKind)>,
}

/// The habits of all languages at hand, ready for look-up.
#[derive(Clone, Debug, Default)]
pub struct Habits {
    pub(crate) languages: Vec<LanguageHabits>,
}

impl Habits {
    /// Prepares the habits of some languages; their order is that of [`crate::Document::language_index`].
    pub fn new(languages: Vec<LanguageHabits>) -> Self {
        Self { languages }
    }
}
