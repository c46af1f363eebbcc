//! How texts are taken apart into what is looked up: words, brought to their stems or stripped of their marks.

use register::folded;
use tantivy::tokenizer::{
    Language, LowerCaser, RemoveLongFilter, Stemmer, TextAnalyzer, Token, TokenFilter, TokenStream, Tokenizer,
};
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// What is longer is no word, in bytes.
const LONGEST: usize = 80;

/// Words of a language, brought to their stems where it has a stemmer (one of [`packs::STEMMERS`]).
pub(crate) fn stemmed(stemmer: Option<&str>) -> TextAnalyzer {
    let words = TextAnalyzer::builder(Words::default()).filter(RemoveLongFilter::limit(LONGEST)).filter(LowerCaser);
    match stemmer.and_then(algorithm) {
        Some(language) => words.filter(Stemmer::new(language)).build(),
        None => words.build(),
    }
}

/// Words of any language without their marks.
pub(crate) fn plain() -> TextAnalyzer {
    TextAnalyzer::builder(Words::default()).filter(RemoveLongFilter::limit(LONGEST)).filter(Fold).build()
}

/// Words that are plain already, each text far from the one before it, so that a phrase with gaps stays inside one.
pub(crate) fn apart() -> TextAnalyzer {
    TextAnalyzer::builder(Words { before: APART, ..Words::default() }).build()
}

/// So many places lie between two texts that are apart.
const APART: usize = 16;

/// The stemmer of a name.
fn algorithm(name: &str) -> Option<Language> {
    let mut letters = name.chars();
    let capitalised: String = letters.next()?.to_uppercase().chain(letters).collect();
    serde_json::from_value(serde_json::Value::String(capitalised)).ok()
}

/// A text as it is looked at: in NFC.
pub(crate) fn normal(text: &str) -> std::borrow::Cow<'_, str> {
    if is_nfc(text) { text.into() } else { text.nfc().collect::<String>().into() }
}

/// Cuts a text into runs of letters, marks and figures.
#[derive(Clone, Default)]
struct Words {
    token: Token,
    /// How many places are left out before the first.
    before: usize,
}

struct WordStream<'a> {
    text: &'a str,
    at: usize,
    token: &'a mut Token,
}

impl Tokenizer for Words {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        self.token.reset();
        self.token.position = self.token.position.wrapping_add(self.before);
        WordStream { text, at: 0, token: &mut self.token }
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || (!c.is_ascii() && is_combining_mark(c))
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(begin) = self.text[self.at..].find(is_word) else { return false };
        let from = self.at + begin;
        let length = self.text[from..].find(|c| !is_word(c)).unwrap_or(self.text.len() - from);
        self.at = from + length;
        self.token.text.clear();
        self.token.text.push_str(&self.text[from..self.at]);
        self.token.position = self.token.position.wrapping_add(1);
        (self.token.offset_from, self.token.offset_to) = (from, self.at);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

/// Strips words of case and marks.
#[derive(Clone)]
struct Fold;

#[derive(Clone)]
struct Folding<T>(T);

struct FoldStream<T>(T);

impl TokenFilter for Fold {
    type Tokenizer<T: Tokenizer> = Folding<T>;

    fn transform<T: Tokenizer>(self, tokenizer: T) -> Folding<T> {
        Folding(tokenizer)
    }
}

impl<T: Tokenizer> Tokenizer for Folding<T> {
    type TokenStream<'a> = FoldStream<T::TokenStream<'a>>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        FoldStream(self.0.token_stream(text))
    }
}

impl<T: TokenStream> TokenStream for FoldStream<T> {
    fn advance(&mut self) -> bool {
        if !self.0.advance() {
            return false;
        }
        let text = &mut self.0.token_mut().text;
        if text.is_ascii() {
            text.make_ascii_lowercase();
        } else {
            *text = folded(text);
        }
        true
    }

    fn token(&self) -> &Token {
        self.0.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.0.token_mut()
    }
}

/// The words of a text as an analyzer gives them.
pub(crate) fn words(analyzer: &mut TextAnalyzer, text: &str) -> Vec<String> {
    let mut words = Vec::new();
    analyzer.token_stream(text).process(&mut |token| words.push(token.text.clone()));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_texts_apart() {
        let check = |analyzer: fn() -> TextAnalyzer, text: &str| words(&mut analyzer(), text).join(" ");
        for (analyzer, text, expected) in [
            (
                (|| stemmed(Some("english"))) as fn() -> TextAnalyzer,
                "The MEETINGS of EU-Japan, 2025!",
                "the meet of eu japan 2025",
            ),
            (|| stemmed(Some("swedish")), "Länderna på Åland", "länd på åland"),
            (|| stemmed(None), "Bộ trưởng Bùi Thanh Sơn", "bộ trưởng bùi thanh sơn"),
            (plain, "Đặng Ðình Quý, Malmö, Ærø", "dang dinh quy malmo aero"),
            (plain, "— … \u{301}", ""),
            (plain, "", ""),
        ] {
            assert_eq!(check(analyzer, text).trim(), expected, "{text}");
        }
        assert_eq!(words(&mut plain(), &"x".repeat(200)), Vec::<String>::new());
    }

    /// Every stemmer that a pack may name is there.
    #[test]
    fn knows_every_stemmer() {
        assert!(packs::STEMMERS.iter().all(|name| algorithm(name).is_some()));
    }
}
