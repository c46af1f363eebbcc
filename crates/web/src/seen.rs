//! Words of documents, fit to stand in a page beside others.

use std::borrow::Cow;

/// Whether a character turns what stands around it, or commands whatever shows it.
fn is_command(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
        || (c.is_control() && !c.is_whitespace())
}

/// A text in which what would turn or hide other words shows as a sign of its own.
pub(crate) fn seen(text: &str) -> Cow<'_, str> {
    if !text.contains(is_command) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if is_command(c) { '\u{FFFD}' } else { c }).collect())
}

/// The same, with what is markup in pages written as text.
pub(crate) fn escaped(text: &str) -> String {
    // Writing into a string cannot fail.
    askama::filters::escape(seen(text), askama::filters::Html).map_or_else(|_| String::new(), |text| text.to_string())
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_is_markup_or_turns_the_page() {
        assert_eq!(escaped(" <b>\u{202E}x & y\n"), " &#60;b&#62;\u{FFFD}x &#38; y\n");
        assert_eq!(escaped("Bùi Thanh Sơn"), "Bùi Thanh Sơn");
        assert_eq!(escaped("a\u{0}b\u{1b}c"), "a\u{FFFD}b\u{FFFD}c");
    }
}
