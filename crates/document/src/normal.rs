//! Brings a text to NFC and remembers where each byte came from.

use std::ops::Range;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc, is_nfc_quick};

/// A text as it came, where it was not in NFC.
#[derive(Clone, Debug, Default)]
pub(crate) struct Original {
    source: String,
    /// Where stretches begin, in the order of the text; the first begins at 0.
    stretches: Vec<Stretch>,
}

/// A run of bytes that are the same in the text and in its source, or a few characters that are not.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    text: u32,
    source: u32,
    same: bool,
}

/// The text in NFC and, where that is not what came, the text that came.
pub(crate) fn compose(source: String) -> (String, Option<Box<Original>>) {
    let unsure = first_unsure(source.as_bytes());
    let rest = &source[unsure..];
    let composed = match is_nfc_quick(rest.chars()) {
        IsNormalized::Yes => true,
        IsNormalized::No => false,
        IsNormalized::Maybe => is_nfc(rest),
    };
    if composed {
        return (source, None);
    }
    let mut text = String::with_capacity(source.len());
    text.push_str(&source[..unsure]);
    let mut stretches = vec![Stretch { text: 0, source: 0, same: true }];
    let mut at = unsure;
    while at < source.len() {
        let end = cluster(&source, at);
        let before = text.len();
        let piece = &source[at..end];
        if piece.len() == 1 || is_nfc_quick(piece.chars()) == IsNormalized::Yes {
            text.push_str(piece);
        } else {
            text.extend(piece.nfc());
        }
        let same = text[before..] == *piece;
        let last = stretches.last().expect("the first is there from the start");
        if !same || !last.same {
            stretches.push(Stretch { text: before as u32, source: at as u32, same });
        }
        at = end;
    }
    (text, Some(Box::new(Original { source, stretches })))
}

/// The first byte from which a text may not be in NFC; all characters before it surely are, and join no other.
fn first_unsure(bytes: &[u8]) -> usize {
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte < 0x80 {
            at += match bytes[at..].first_chunk::<8>() {
                // Eight at once; else as many as are ASCII.
                Some(chunk) => ((u64::from_le_bytes(*chunk) & 0x8080_8080_8080_8080).trailing_zeros() / 8) as usize,
                None => 1,
            };
            continue;
        }
        let (second, third) = (bytes.get(at + 1).copied().unwrap_or(0), bytes.get(at + 2).copied().unwrap_or(0));
        at += match byte {
            // Latin up to its modifiers; Cyrillic without its marks.
            0xc2..=0xcb | 0xd0 | 0xd1 => 2,
            // Latin with two marks, as in Vietnamese.
            0xe1 if matches!(second, 0xba | 0xbb) => 3,
            // Dashes and quotes; signs of money; shapes.
            0xe2 if (second == 0x80 && third >= 0x82) || second == 0x82 || (0x94..=0x97).contains(&second) => 3,
            // Han.
            0xe5..=0xe9 => 3,
            _ => return last_starter(bytes, at),
        };
    }
    bytes.len()
}

/// The first byte of the character before a place: what follows there may join it.
fn last_starter(bytes: &[u8], mut at: usize) -> usize {
    while at > 0 {
        at -= 1;
        if !(0x80..0xc0).contains(&bytes[at]) {
            break;
        }
    }
    at
}

/// The end of a character and all that may join it.
fn cluster(source: &str, at: usize) -> usize {
    let mut characters = source[at..].char_indices();
    characters.next();
    characters.find(|&(_, character)| begins(character)).map_or(source.len(), |(length, _)| at + length)
}

/// Whether a character joins none before it. A few vowel signs (U+0F73) are no marks themselves and come apart into marks.
fn begins(character: char) -> bool {
    let mark = || std::iter::once(character).nfd().next().is_some_and(|first| canonical_combining_class(first) != 0);
    character < '\u{300}' || (is_nfc_quick(std::iter::once(character)) != IsNormalized::Maybe && !mark())
}

impl Original {
    /// The text as it came.
    pub(crate) fn source(&self) -> &str {
        &self.source
    }

    /// The bytes of the source from which some bytes of the text came.
    pub(crate) fn span(&self, bytes: Range<u32>) -> Range<u32> {
        let start = self.place(bytes.start, false);
        let end = if bytes.end > bytes.start { self.place(bytes.end, true) } else { start };
        start..end
    }

    /// A place in the source; inside of what differs it is its start, or its end.
    fn place(&self, at: u32, end: bool) -> u32 {
        let after = self.stretches.partition_point(|stretch| stretch.text < at + u32::from(!end));
        let stretch = self.stretches[after.saturating_sub(1)];
        let next = self.stretches.get(after).map_or(self.source.len() as u32, |next| next.source);
        match (stretch.same, end) {
            (true, _) => (stretch.source + (at - stretch.text)).min(next),
            (false, false) => stretch.source,
            (false, true) => next,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composes_and_finds_back() {
        let rows = [
            ("plain", true),
            ("Bùi Thanh Sơn — “hội đàm” 5 € 王毅", true),
            ("Bu\u{300}i Thanh So\u{31b}n", false),
            ("e\u{301}", false),
            ("\u{301}e", true),
            ("a\u{323}\u{302} b", false),
            ("한국 \u{1112}\u{1161}\u{11ab}", false),
            ("x \u{212b}ngström", false),
            ("", true),
        ];
        for (source, composed) in rows {
            let (text, original) = compose(source.to_owned());
            assert_eq!(original.is_none(), composed, "{source:?}");
            assert_eq!(text, source.nfc().collect::<String>());
            let Some(original) = original else { continue };
            assert_eq!(original.span(0..text.len() as u32), 0..source.len() as u32, "{source:?}");
            for (at, character) in text.char_indices() {
                let span = original.span(at as u32..(at + character.len_utf8()) as u32);
                let quote = &source[span.start as usize..span.end as usize];
                assert_eq!(quote.nfc().collect::<String>(), character.to_string(), "{source:?}");
            }
        }
    }

    #[test]
    fn a_sign_that_comes_apart_into_marks_joins_the_mark_before() {
        let source = "\u{1e01b}\u{f73}";
        let (text, original) = compose(source.to_owned());
        assert_eq!(text, source.nfc().collect::<String>());
        assert_eq!(original.expect("the text was changed").span(0..1), 0..source.len() as u32);
    }
}
