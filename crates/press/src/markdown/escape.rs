//! Text in, Markdown out that says that text and nothing else.

use std::fmt::Write;

/// Where a text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At the beginning of a line, where a `#` or `1.` would mean something.
    Line,
    /// Behind something else.
    Within,
    /// In a cell of a table, where `|` ends it.
    Cell,
}

/// Adds a text.
pub(super) fn text(into: &mut String, text: &str, place: Place) {
    let text = if place == Place::Line { line_start(into, text) } else { text };
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' => into.extend(['\\', letter]),
            '|' if place == Place::Cell => into.push_str("\\|"),
            // White space and control characters would be taken for line ends or dropped; only quotes have any.
            '\0' => into.push('\u{fffd}'),
            _ if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') => {
                _ = write!(into, "&#{};", u32::from(letter));
            }
            _ => into.push(letter),
        }
    }
}

/// Adds what would begin a heading, a list or a line across the page, and gives what is left of the text.
fn line_start<'a>(into: &mut String, text: &'a str) -> &'a str {
    let digits = text.len() - text.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let rest = &text[digits..];
    let marks: &[char] = if digits > 0 { &['.', ')'] } else { &['#', '+', '-', '=', ':'] };
    let Some(mark) = rest.chars().next().filter(|mark| marks.contains(mark)) else { return text };
    into.push_str(&text[..digits]);
    into.extend(['\\', mark]);
    &rest[mark.len_utf8()..]
}
