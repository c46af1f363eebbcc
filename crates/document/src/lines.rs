//! Cuts a text into lines, and these into tokens.

use std::ops::Range;

use memchr::memchr_iter;

use crate::token::Scanner;
use crate::{BlockKind, Token};

/// A line with something in it.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Its tokens.
    pub(crate) tokens: Range<u32>,
    /// Whether it stood between bars, as the row of a table.
    pub(crate) barred: bool,
    /// What the format says that it is.
    pub(crate) hint: Option<BlockKind>,
}

/// Cuts a text; `hints` says of lines, by their number, what they are, in their order.
pub(crate) fn lines(text: &str, hints: &[(u32, BlockKind)]) -> (Vec<Line>, Vec<Token>) {
    let scanner = Scanner::new(text);
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    let mut lines = Vec::new();
    let mut hints = hints.iter().peekable();
    let mut from = 0;
    for (number, to) in memchr_iter(b'\n', text.as_bytes()).chain([text.len()]).enumerate() {
        let hint = hints.next_if(|(line, _)| *line as usize == number).map(|(_, kind)| *kind);
        let (start, end, barred) = inside_bars(text, from, to);
        let first = tokens.len() as u32;
        scanner.line(start, end, &mut tokens);
        if tokens.len() as u32 > first {
            lines.push(Line { tokens: first..tokens.len() as u32, barred, hint });
        }
        from = to + 1;
    }
    (lines, tokens)
}

/// The bytes of a line without the bars around it.
fn inside_bars(text: &str, from: usize, to: usize) -> (usize, usize, bool) {
    let line = text[from..to].trim();
    let inner = line.strip_prefix('|').map(|line| line.strip_suffix('|').unwrap_or(line));
    let kept = inner.unwrap_or(line);
    let start = kept.as_ptr() as usize - text.as_ptr() as usize;
    (start, start + kept.len(), inner.is_some())
}
