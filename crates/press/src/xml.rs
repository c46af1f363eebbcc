//! Elements in, the text of XML or HTML out: what is opened is closed, and whatever comes from outside is escaped.

use std::fmt::Write;

/// A text of XML or HTML that grows.
#[derive(Default)]
pub(crate) struct Xml(String);

impl Xml {
    /// Begins with text that is markup already: a declaration, a style sheet.
    pub(crate) fn with(markup: &str) -> Self {
        Self(markup.to_owned())
    }

    /// Adds an element and what stands in it.
    pub(crate) fn element(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        self.open(name, attributes);
        self.0.push('>');
        inside(self);
        _ = write!(self.0, "</{name}>");
    }

    /// Adds an element that holds nothing but a text.
    pub(crate) fn words(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.element(name, attributes, |xml| xml.text(text));
    }

    /// Adds an element that never holds anything.
    pub(crate) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.open(name, attributes);
        self.0.push_str("/>");
    }

    /// Adds a text.
    pub(crate) fn text(&mut self, text: &str) {
        escape(&mut self.0, text);
    }

    /// Adds what is markup already. Never anything from outside.
    pub(crate) fn markup(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// Ends a line, for whoever reads the markup.
    pub(crate) fn line(&mut self) {
        self.0.push('\n');
    }

    /// The text.
    pub(crate) fn finish(self) -> String {
        self.0
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        _ = write!(self.0, "<{name}");
        for (key, value) in attributes {
            _ = write!(self.0, " {key}=\"");
            escape(&mut self.0, value);
            self.0.push('"');
        }
    }
}

/// Escapes for text and attributes alike. Characters that XML forbids become U+FFFD.
fn escape(into: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\t' | '\n' => into.push(letter),
            '\u{fffe}' | '\u{ffff}' => into.push('\u{fffd}'),
            _ if letter.is_control() => into.push('\u{fffd}'),
            _ => into.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_comes_from_outside() {
        let mut xml = Xml::default();
        xml.element("p", &[("title", "\"><script>")], |xml| xml.text("a < b & \u{1}"));
        assert_eq!(xml.finish(), "<p title=\"&quot;&gt;&lt;script&gt;\">a &lt; b &amp; \u{fffd}</p>");
    }
}
