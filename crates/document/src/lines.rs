//! Cuts a text into lines, and these into tokens.

use std::ops::Range;

use memchr::memchr2_iter;

use crate::Token;
use crate::token::Scanner;

/// A line with something in it.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Its tokens.
    pub(crate) tokens: Range<u32>,
    /// Whether it stood between bars, as the row of a table.
    pub(crate) barred: bool,
    /// Whether an empty line stands before it.
    pub(crate) apart: bool,
    /// What the format says that it is.
    pub(crate) hint: Option<Hint>,
}

/// What a format says of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hint {
    /// A heading.
    Heading,
    /// Text of a picture.
    Caption,
    /// Running text, also where it is short.
    Text,
    /// Nothing but links.
    Link,
    /// A summary of what a link leads to.
    Teaser,
}

/// What a format says of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    /// Lines by their number, in their order, and what they are.
    pub(crate) hints: Vec<(u32, Hint)>,
    /// Bytes that are not read, sorted, not overlapping.
    pub(crate) skipped: Vec<Range<u32>>,
}

/// The places where lines end, one a line: the end of its text and the start of the next.
pub(crate) fn ends(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let bytes = text.as_bytes();
    let breaks =
        memchr2_iter(b'\n', b'\r', bytes).filter(|&at| bytes[at] == b'\r' || at == 0 || bytes[at - 1] != b'\r');
    breaks.map(|at| (at, at + if bytes[at..].starts_with(b"\r\n") { 2 } else { 1 })).chain([(text.len(), text.len())])
}

/// Cuts a text.
pub(crate) fn lines(text: &str, marks: &Marks) -> (Vec<Line>, Vec<Token>) {
    let scanner = Scanner::new(text);
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    let mut lines = Vec::new();
    let mut hints = marks.hints.iter().peekable();
    let mut skipped = marks.skipped.iter().peekable();
    let mut from = 0;
    let mut apart = false;
    for (number, (to, next)) in ends(text).enumerate() {
        let mut hint = None;
        while let Some((_, kind)) = hints.next_if(|(line, _)| *line as usize <= number) {
            hint = Some(*kind);
        }
        let (mut start, end, barred) = inside_bars(text, from, to);
        let first = tokens.len() as u32;
        let mut spaced = true;
        while let Some(&skip) = skipped.peek()
            && (skip.start as usize) < end
        {
            // What lies outside of the bars is left out with them.
            if skip.start as usize > start {
                scanner.line(start, skip.start as usize, spaced, &mut tokens);
                spaced = text[..skip.start as usize].ends_with(char::is_whitespace);
            }
            start = start.max(skip.end as usize);
            if start > end {
                // It goes on in the next line.
                break;
            }
            skipped.next();
        }
        if start < end {
            scanner.line(start, end, spaced, &mut tokens);
        }
        if tokens.len() as u32 > first {
            lines.push(Line { tokens: first..tokens.len() as u32, barred, apart, hint });
            apart = false;
        } else {
            apart = true;
        }
        from = next;
    }
    (lines, tokens)
}

/// The bytes of a line without the bars around it.
fn inside_bars(text: &str, from: usize, to: usize) -> (usize, usize, bool) {
    let line = text[from..to].trim();
    let inner = line.strip_prefix('|').map(|line| line.strip_suffix('|').unwrap_or(line));
    let kept = inner.unwrap_or(line);
    let start = kept.as_ptr() as usize - text.as_ptr() as usize;
    (start, start + kept.len(), inner.is_some_and(|inner| !inner.contains('|')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_lines() {
        let text = "One\r\n\r\n| two |\rthree\n|a|b|\n";
        let (lines, tokens) = lines(text, &Marks::default());
        let shown: Vec<_> = lines
            .iter()
            .map(|line| {
                let words = &tokens[line.tokens.start as usize..line.tokens.end as usize];
                (&text[words[0].start as usize..words[words.len() - 1].end as usize], line.barred, line.apart)
            })
            .collect();
        assert_eq!(shown, [("One", false, false), ("two", true, true), ("three", false, false), ("a|b", false, false)]);
    }

    #[test]
    fn leaves_out_what_is_skipped() {
        let marks = Marks { skipped: vec![0..2, 6..7], hints: vec![(0, Hint::Heading)] };
        let text = "# Some*thing";
        let (lines, tokens) = lines(text, &marks);
        let words: Vec<_> =
            tokens.iter().map(|token| (&text[token.start as usize..token.end as usize], token.spaced)).collect();
        assert_eq!(words, [("Some", true), ("thing", false)]);
        assert_eq!(lines[0].hint, Some(Hint::Heading));
    }
}
