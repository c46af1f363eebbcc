//! Pages of the plainest kind, as what is read out of other formats is kept: a title, a day, headings, paragraphs and tables.

/// A page that is written piece by piece.
pub(super) struct Simple {
    html: String,
}

/// What a page says of itself; empty where it is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct About {
    pub(super) title: String,
    pub(super) author: String,
    /// As RFC 3339 or a day.
    pub(super) published: String,
}

impl Simple {
    /// A page that says this of itself.
    pub(super) fn new(about: &About) -> Self {
        let mut html = String::from("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\n");
        if !about.title.is_empty() {
            html.push_str(&title(&about.title));
        }
        for (name, content) in [("author", &about.author), ("article:published_time", &about.published)] {
            if !content.is_empty() {
                html.push_str(&format!("<meta name=\"{name}\" content=\"{}\">\n", Escaped(content)));
            }
        }
        html.push_str("</head><body><article>\n");
        Self { html }
    }

    /// How many bytes it has.
    pub(super) fn size_bytes(&self) -> usize {
        self.html.len()
    }

    /// Adds a heading of a level from 1 to 6.
    pub(super) fn heading(&mut self, level: u8, text: &str) {
        self.element(&format!("h{}", level.clamp(1, 6)), text);
    }

    /// Adds a paragraph.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.element("p", text);
    }

    /// Adds a table, row by row.
    pub(super) fn table(&mut self, rows: &[Vec<String>]) {
        self.html.push_str("<table>\n");
        for row in rows {
            self.html.push_str("<tr>");
            for cell in row {
                self.html.push_str(&format!("<td>{}</td>", Escaped(cell.trim())));
            }
            self.html.push_str("</tr>\n");
        }
        self.html.push_str("</table>\n");
    }

    fn element(&mut self, name: &str, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.html.push_str(&format!("<{name}>{}</{name}>\n", Escaped(text)));
        }
    }

    /// The page.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.html.push_str("</article></body></html>\n");
        self.html.into_bytes()
    }
}

/// The element of a page that says its title.
pub(super) fn title(text: &str) -> String {
    format!("<title>{}</title>\n", Escaped(text))
}

/// Text without anything that is markup, and without what no text has.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for piece in self.0.split_inclusive(|c: char| matches!(c, '&' | '<' | '>' | '"') || c.is_control()) {
            let last = piece.chars().next_back().unwrap_or(' ');
            let (kept, sign) = match last {
                '&' => (&piece[..piece.len() - 1], "&amp;"),
                '<' => (&piece[..piece.len() - 1], "&lt;"),
                '>' => (&piece[..piece.len() - 1], "&gt;"),
                '"' => (&piece[..piece.len() - 1], "&quot;"),
                '\n' => (&piece[..piece.len() - 1], "<br>\n"),
                last if last.is_control() => (&piece[..piece.len() - last.len_utf8()], " "),
                _ => (piece, ""),
            };
            f.write_str(kept)?;
            f.write_str(sign)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_markup_but_its_own() {
        let about =
            About { title: "A < B".to_owned(), author: "\"x\" & y".to_owned(), published: "2025-05-04".to_owned() };
        let mut page = Simple::new(&about);
        page.heading(9, " <h1>\0 ");
        page.paragraph("one\ntwo\u{85}");
        page.paragraph(" \u{7} ");
        page.table(&[vec!["a".to_owned(), "<b>".to_owned()]]);
        let html = String::from_utf8(page.finish()).unwrap();
        for part in [
            "<title>A &lt; B</title>",
            "content=\"&quot;x&quot; &amp; y\"",
            "<h6>&lt;h1&gt; </h6>",
            "<p>one<br>\ntwo</p>",
            "<td>&lt;b&gt;</td>",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }
}
