//! The cut text.

use std::ops::Range;

use crate::PartialDate;
use crate::normal::Original;

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A word that begins with a small letter, or with one of a script without capitals.
    Lower,
    /// A word that begins with a capital and has a small letter, or is one capital alone.
    Capital,
    /// A word of two or more letters, all capitals.
    Upper,
    /// ASCII digits only.
    Number,
    /// One character that is neither letter, digit nor space; also one symbol or currency sign.
    Punctuation,
}

/// A run of letters (with their marks and digits that follow), a run of digits, or one other character.
///
/// Words are cut at hyphens, apostrophes and all punctuation: `U.S.-led` is `U` `.` `S` `.` `-` `led`,
/// `Vietnam's` is `Vietnam` `'` `s`, `AMM-58` is `AMM` `-` `58`, `58th` is `58` `th`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte in [`Document::text`].
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
    /// How it is written.
    pub shape: Shape,
    /// Whether white space (or the start of the text) stands before it.
    pub spaced: bool,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The title of the document, or a heading inside it.
    Title,
    /// Place, date or agency at the head of a story ("HANOI, July 10 (VNA) -").
    Dateline,
    /// Running text.
    Paragraph,
    /// Text under or beside a picture.
    Caption,
    /// Where the text comes from.
    Source,
    /// Navigation, buttons, counters.
    Furniture,
    /// A headline or summary of another story.
    Teaser,
}

/// A line or paragraph.
#[derive(Clone, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Bytes in [`Document::text`].
    pub bytes: Range<u32>,
    /// Its sentences, as indices into [`Document::sentences`].
    pub sentences: Range<u32>,
    /// Index of its language in [`crate::Habits`], where one of them fits.
    pub language: Option<u8>,
}

/// A sentence.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its tokens, as indices into [`Document::tokens`].
    pub tokens: Range<u32>,
    /// The block in which it stands.
    pub block: u32,
}

/// A document, cut.
#[derive(Clone, Debug, Default)]
pub struct Document {
    pub(crate) name: String,
    pub(crate) text: String,
    /// The text as it came, where it was not in NFC.
    pub(crate) original: Option<Box<Original>>,
    pub(crate) title: Option<String>,
    pub(crate) title_block: Option<u32>,
    pub(crate) byline: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) language_index: Option<u8>,
    pub(crate) published: Option<PartialDate>,
    pub(crate) addressed: Option<PartialDate>,
    pub(crate) told: Option<PartialDate>,
    pub(crate) canonical: Option<String>,
    pub(crate) alternates: Vec<(String, String)>,
    pub(crate) blocks: Vec<Block>,
    pub(crate) sentences: Vec<Sentence>,
    pub(crate) tokens: Vec<Token>,
}

impl Document {
    /// The name under which it came.
    pub fn name(&self) -> &str {
        &self.name
    }
    /// The whole text, in NFC. All spans of tokens, sentences and blocks are byte offsets into it.
    #[inline]
    pub fn text(&self) -> &str {
        &self.text
    }
    /// Its title: what the page's own metadata gives, else the best of the lines at its head.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref().or_else(|| Some(self.quote(self.blocks[self.title_block? as usize].bytes.clone())))
    }
    /// Who wrote it, by the page's own metadata.
    pub fn byline(&self) -> Option<&str> {
        self.byline.as_deref()
    }
    /// ISO 639-1 code of its main language, where it could be told; also of one that no pack covers.
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }
    /// Index of its main language in [`crate::Habits`], where a pack covers it.
    pub fn language_index(&self) -> Option<u8> {
        self.language_index
    }
    /// The day of publication that the page's own metadata gives.
    pub fn published(&self) -> Option<PartialDate> {
        self.published
    }
    /// The day that its address names: `https://example.org/2025/07/10/visit`.
    pub fn addressed(&self) -> Option<PartialDate> {
        self.addressed
    }
    /// The day that a line by itself says, in numbers or with the name of a month of any language.
    pub fn told(&self) -> Option<PartialDate> {
        self.told
    }
    /// The address that its page calls its own.
    pub fn canonical(&self) -> Option<&str> {
        self.canonical.as_deref()
    }
    /// Where the same stands in other languages, by the codes that its page gives them (`sv`, `en-GB`, `x-default`); also itself, where
    /// the page names that.
    pub fn alternates(&self) -> &[(String, String)] {
        &self.alternates
    }
    /// All blocks, in the order of the text.
    #[inline]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }
    /// All sentences, in the order of the text.
    #[inline]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }
    /// All tokens, in the order of the text.
    #[inline]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }
    /// The text as it came: decoded and, of a web page, taken out of it. The same as [`Self::text`] where that was in NFC.
    pub fn source(&self) -> &str {
        self.original.as_ref().map_or(&self.text, |original| original.source())
    }
    /// The bytes of [`Self::source`] from which some bytes of [`Self::text`] came.
    ///
    /// Both are on character boundaries; a character that was composed of several gives all of them.
    pub fn source_span(&self, bytes: Range<u32>) -> Range<u32> {
        self.original.as_ref().map_or(bytes.clone(), |original| original.span(bytes))
    }
    /// The words of some bytes of [`Self::text`], exactly as they came.
    pub fn quote(&self, bytes: Range<u32>) -> &str {
        let span = self.source_span(bytes);
        &self.source()[span.start as usize..span.end as usize]
    }
    /// The text of a token.
    #[inline]
    pub fn word(&self, token: &Token) -> &str {
        &self.text[token.start as usize..token.end as usize]
    }
}
