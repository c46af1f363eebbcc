//! A text with its tokens, as the steps that look at it see it.

use std::ops::Range;

use crate::{Shape, Token};

/// A text and its tokens so far.
#[derive(Clone, Copy)]
pub(crate) struct Cut<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
}

impl<'a> Cut<'a> {
    /// A token by its index.
    pub(crate) fn token(&self, at: u32) -> Token {
        self.tokens[at as usize]
    }

    /// The text of a token.
    pub(crate) fn word(&self, at: u32) -> &'a str {
        let token = self.tokens[at as usize];
        &self.text[token.start as usize..token.end as usize]
    }

    /// The shape of a token.
    pub(crate) fn shape(&self, at: u32) -> Shape {
        self.tokens[at as usize].shape
    }

    /// Whether a token is this sign.
    pub(crate) fn is(&self, at: u32, sign: &str) -> bool {
        let token = self.tokens[at as usize];
        self.text.as_bytes()[token.start as usize..token.end as usize] == *sign.as_bytes()
    }

    /// Whether a token is one of these characters.
    pub(crate) fn is_any(&self, at: u32, signs: &str) -> bool {
        self.shape(at) == Shape::Punctuation && signs.contains(self.word(at))
    }

    /// Whether a token is made of letters.
    pub(crate) fn is_word(&self, at: u32) -> bool {
        !matches!(self.shape(at), Shape::Number | Shape::Punctuation)
    }

    /// Whether a token begins with a capital.
    pub(crate) fn is_capital(&self, at: u32) -> bool {
        matches!(self.shape(at), Shape::Capital | Shape::Upper)
    }

    /// Whether a token begins with a small letter of a script that has capitals.
    pub(crate) fn is_small(&self, at: u32) -> bool {
        self.shape(at) == Shape::Lower && self.word(at).chars().next().is_some_and(char::is_lowercase)
    }

    /// How many of some tokens are made of letters.
    pub(crate) fn words(&self, tokens: Range<u32>) -> usize {
        tokens.filter(|&at| self.is_word(at)).count()
    }

    /// The bytes that some tokens cover; there must be one.
    pub(crate) fn bytes(&self, tokens: &Range<u32>) -> Range<u32> {
        self.tokens[tokens.start as usize].start..self.tokens[tokens.end as usize - 1].end
    }

    /// The value of a number of at most four digits.
    pub(crate) fn number(&self, at: u32) -> Option<u32> {
        let word = self.word(at);
        (self.shape(at) == Shape::Number && word.len() <= 4).then(|| word.parse().ok()).flatten()
    }
}
