//! Cuts text into tokens, in one pass.

use std::sync::LazyLock;

use unicode_normalization::char::is_combining_mark;

use crate::{Shape, Token};

/// What a character is to a token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Small,
    Capital,
    /// A letter of a script without capitals, or a digit of one.
    Uncased,
    /// Belongs to the letter before it.
    Mark,
    Digit,
    Sign,
}

/// Characters up to here are looked up, those above it asked one by one.
const TABLE: usize = 0x2000;

static CLASSES: LazyLock<[Class; TABLE]> =
    LazyLock::new(|| std::array::from_fn(|code| char::from_u32(code as u32).map_or(Class::Sign, ask)));

const SMALL: u8 = 1;
const CAPITAL: u8 = 2;
/// Both of the above: the kinds up to here are letters.
const LETTERS: u8 = SMALL | CAPITAL;
const DIGIT: u8 = 4;
const SPACE: u8 = 5;
const SIGN: u8 = 6;
/// The first byte of a longer character, or a later one.
const BEYOND: u8 = 7;

/// What a byte is to a token.
static ASCII: [u8; 256] = {
    let mut kinds = [SIGN; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' => SMALL,
            b'A'..=b'Z' => CAPITAL,
            b'0'..=b'9' => DIGIT,
            b' ' | b'\t'..=b'\r' => SPACE,
            0x80.. => BEYOND,
            _ => SIGN,
        };
        byte += 1;
    }
    kinds
};

/// Asks the Unicode tables.
fn ask(character: char) -> Class {
    match character {
        '0'..='9' => Class::Digit,
        // The joiners inside words of Indic and Arabic script.
        '\u{200c}' | '\u{200d}' => Class::Mark,
        // The soft hyphen and the joiner of words are inside of them too.
        '\u{ad}' | '\u{2060}' => Class::Mark,
        // What cannot be seen: the space without width, signs of direction, the mark of byte order.
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
            Class::Space
        }
        _ if character.is_whitespace() => Class::Space,
        _ if character.is_lowercase() => Class::Small,
        _ if character.is_uppercase() => Class::Capital,
        _ if is_combining_mark(character) => Class::Mark,
        _ if character.is_alphanumeric() => Class::Uncased,
        _ => Class::Sign,
    }
}

/// Cuts a text into tokens.
///
/// Spans are byte offsets into `text`, sorted, not overlapping, on character boundaries; what lies between
/// them is white space or cannot be seen. `text` must be shorter than 4 GiB.
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    Scanner::new(text).line(0, text.len(), true, &mut tokens);
    tokens
}

/// Cuts the lines of one text.
pub(crate) struct Scanner<'a> {
    text: &'a str,
    classes: &'static [Class; TABLE],
}

impl<'a> Scanner<'a> {
    /// Prepares to cut a text.
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, classes: &CLASSES }
    }

    /// Cuts the bytes `from..to`, which begin and end on character boundaries; `spaced` says so of the first token.
    pub(crate) fn line(&self, from: usize, to: usize, mut spaced: bool, tokens: &mut Vec<Token>) {
        let bytes = &self.text.as_bytes()[..to];
        let mut at = from;
        while at < to {
            let start = at;
            // Most bytes are ASCII: one look-up tells what they are, and runs of letters are one loop.
            let shape = match ASCII[usize::from(bytes[at])] {
                SPACE => {
                    spaced = true;
                    at += 1;
                    continue;
                }
                SIGN => {
                    at += 1;
                    Shape::Punctuation
                }
                DIGIT => {
                    at = self.digits(at + 1, to);
                    Shape::Number
                }
                BEYOND => {
                    let (class, length) = self.class_beyond_ascii(at);
                    at += length;
                    match class {
                        Class::Space => {
                            spaced = true;
                            continue;
                        }
                        Class::Sign | Class::Mark | Class::Digit => Shape::Punctuation,
                        Class::Small | Class::Capital | Class::Uncased => {
                            let (end, shape) = self.word(class == Class::Capital, at, to);
                            at = end;
                            shape
                        }
                    }
                }
                letter => {
                    let (end, shape) = self.word(letter == CAPITAL, at + 1, to);
                    at = end;
                    shape
                }
            };
            tokens.push(Token { start: start as u32, end: at as u32, shape, spaced });
            spaced = false;
        }
    }

    /// The end and the shape of a word whose first letter ends at `at`.
    #[inline]
    fn word(&self, capital: bool, mut at: usize, to: usize) -> (usize, Shape) {
        let bytes = &self.text.as_bytes()[..to];
        let mut seen = 0;
        while at < to {
            let kind = ASCII[usize::from(bytes[at])];
            if kind <= LETTERS {
                seen |= kind;
                at += 1;
                continue;
            }
            if kind == DIGIT {
                at = if self.begins_date(at, to) { at } else { self.digits(at + 1, to) };
                break;
            }
            if kind != BEYOND {
                break;
            }
            let (class, length) = self.class_beyond_ascii(at);
            match class {
                Class::Small | Class::Uncased => seen |= SMALL,
                Class::Capital => seen |= CAPITAL,
                Class::Mark => {}
                Class::Digit | Class::Space | Class::Sign => break,
            }
            at += length;
        }
        let shape = match (capital, seen) {
            (true, CAPITAL) => Shape::Upper,
            (true, _) => Shape::Capital,
            _ => Shape::Lower,
        };
        (at, shape)
    }

    /// Whether a date in figures is glued to the word before it: `Times23/11/2025`.
    fn begins_date(&self, at: usize, to: usize) -> bool {
        let end = self.digits(at, to);
        let bytes = &self.text.as_bytes()[end..to];
        end - at <= 2 && matches!(bytes, [b'/', b'0'..=b'9', b'/', ..] | [b'/', b'0'..=b'9', b'0'..=b'9', b'/', ..])
    }

    fn digits(&self, mut at: usize, to: usize) -> usize {
        let bytes = self.text.as_bytes();
        while at < to && bytes[at].is_ascii_digit() {
            at += 1;
        }
        at
    }

    /// The class of the character beyond ASCII at a byte, and its length.
    #[inline]
    fn class_beyond_ascii(&self, at: usize) -> (Class, usize) {
        let bytes = &self.text.as_bytes()[at..];
        match *bytes {
            [a @ 0xc0..=0xdf, b, ..] => (self.classes[((a as usize & 0x1f) << 6) | (b as usize & 0x3f)], 2),
            [0xe1, b, c, ..] => (self.classes[0x1000 | ((b as usize & 0x3f) << 6) | (c as usize & 0x3f)], 3),
            // Han and Hangul.
            [0xe4..=0xe9, ..] if bytes[0] > 0xe4 || bytes[1] >= 0xb8 => (Class::Uncased, 3),
            _ => self.text[at..]
                .chars()
                .next()
                .map_or((Class::Sign, 1), |character| (ask(character), character.len_utf8())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tokens with a letter for their shape and `_` where no space stands before them.
    fn show(text: &str) -> String {
        let shown = tokenize(text).into_iter().map(|token| {
            let shape = match token.shape {
                Shape::Lower => 'l',
                Shape::Capital => 'C',
                Shape::Upper => 'U',
                Shape::Number => 'n',
                Shape::Punctuation => 'p',
            };
            format!("{}{}{shape}", if token.spaced { "" } else { "_" }, &text[token.start as usize..token.end as usize])
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn cuts_words_digits_and_signs() {
        let rows = [
            ("", ""),
            ("  \t\n", ""),
            ("U.S.-led", "UC _.p _SC _.p _-p _ledl"),
            ("Vietnam's AMM-58", "VietnamC _'p _sl AMMU _-p _58n"),
            ("58th G20 COVID19", "58n _thl G20C COVID19U"),
            ("Times23/11/2025 COP30/31", "TimesC _23n _/p _11n _/p _2025n COP30U _/p _31n"),
            ("USD5bn", "USD5U _bnl"),
            ("Bùi Thanh Sơn", "BùiC ThanhC SơnC"),
            ("Bu\u{300}i đã ĐÃ Đ", "Bu\u{300}iC đãl ĐÃU ĐC"),
            ("McDonald iPhone USAs", "McDonaldC iPhonel USAsC"),
            ("外交部长王毅。会谈", "外交部长王毅l _。p _会谈l"),
            ("कि\u{94d}ताब", "कि\u{94d}ताबl"),
            ("Президент США", "ПрезидентC СШАU"),
            ("50%\u{a0}€14…", "50n _%p €p _14n _…p"),
            ("١٢ ½", "١٢l ½l"),
            ("\u{301}a", "\u{301}p _al"),
            ("🤝ok", "🤝p _okl"),
            ("\u{feff}Außen\u{ad}minister\u{200f}.", "Außen\u{ad}ministerC .p"),
        ];
        for (text, expected) in rows {
            assert_eq!(show(text), expected, "{text:?}");
        }
    }
}
