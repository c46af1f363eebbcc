//! Opens a document: bytes in, a cut text out.

use crate::blocks::{Said, blocks};
use crate::cut::Cut;
use crate::decode::decode;
use crate::lines::{Marks, lines};
use crate::normal::compose;
use crate::{Document, DocumentError, Format, Habits, PartialDate, Settings};
use crate::{address, html, markdown, told};

/// A text out of its format.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub(crate) text: String,
    pub(crate) marks: Marks,
    /// Lines laid out so far, where the text is made line by line.
    pub(crate) lines: u32,
    pub(crate) title: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) published: Option<PartialDate>,
    pub(crate) language: Option<String>,
    pub(crate) canonical: Option<String>,
    pub(crate) alternates: Vec<(String, String)>,
}

/// Opens a document.
///
/// `name` is the name of the file or page: errors say it, and its ending tells the format where `settings` does not, as it tells the
/// address where it is one.
///
/// # Errors
///
/// Bytes that are empty, too many, binary or in no encoding that all of them fit.
pub fn open(name: &str, bytes: &[u8], habits: &Habits, settings: &Settings) -> Result<Document, DocumentError> {
    let limit = settings.size_limit.min(1 << 30);
    if bytes.len() > limit {
        return Err(DocumentError::TooLong { name: name.to_owned(), size_bytes: bytes.len(), limit_bytes: limit });
    }
    let decoded = decode(name, bytes)?;
    let format = settings.format.unwrap_or_else(|| format(name, &decoded));
    // What is fetched is often named by where it stands.
    let address = settings.address.as_deref().or(Some(name).filter(|name| address::is_web(name)));
    let mut page = match format {
        Format::Html => html::page(&decoded, address, habits),
        Format::Plain | Format::Markdown => Page { text: decoded, ..Page::default() },
    };
    page.title = page.title.map(|title| compose(title).0);
    let (text, original) = compose(page.text);
    page.text = String::new();
    if format == Format::Markdown {
        markdown::read(&text, &mut page);
    }
    let (lines, tokens) = lines(&text, &page.marks);
    if tokens.is_empty() {
        return Err(DocumentError::Empty { name: name.to_owned() });
    }
    let cut = Cut { text: &text, tokens: &tokens };
    let said =
        Said { title: page.title.as_deref(), byline: page.byline.as_deref(), language: page.language.as_deref() };
    let shaped = blocks(cut, lines, habits, settings, &said);
    let told = told::day(cut, &shaped, &habits.calendar);
    let address = address.or(page.canonical.as_deref());
    Ok(Document {
        addressed: address.and_then(address::day),
        told,
        canonical: page.canonical,
        alternates: page.alternates,
        name: name.to_owned(),
        language: shaped.main.code,
        language_index: shaped.main.index,
        title: page.title,
        title_block: shaped.title,
        byline: page.byline,
        published: page.published,
        blocks: shaped.blocks,
        sentences: shaped.sentences,
        text,
        original,
        tokens,
    })
}

/// Tells the format by the name's ending and by how the text begins.
fn format(name: &str, text: &str) -> Format {
    let path = name.split(['?', '#']).next().unwrap_or(name);
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let head = &text[..text.floor_char_boundary(4096)];
    match ending.as_str() {
        "md" | "markdown" | "mdown" | "mkd" => Format::Markdown,
        "html" | "htm" | "xhtml" | "shtml" => Format::Html,
        _ if begins_as_html(head) => Format::Html,
        "txt" | "text" => Format::Plain,
        _ if looks_like_markdown(head) => Format::Markdown,
        _ => Format::Plain,
    }
}

/// Whether a text begins with markup.
fn begins_as_html(head: &str) -> bool {
    const TAGS: [&str; 14] = [
        "!doctype html",
        "html",
        "head",
        "body",
        "article",
        "main",
        "div",
        "p",
        "h1",
        "title",
        "meta",
        "section",
        "table",
        "script",
    ];
    let mut rest = head.trim_start();
    while let Some(after) = rest
        .strip_prefix("<!--")
        .and_then(|rest| rest.split_once("-->"))
        .or_else(|| rest.strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")))
    {
        rest = after.1.trim_start();
    }
    let Some(tag) = rest.strip_prefix('<') else { return false };
    TAGS.iter().any(|known| {
        let named = tag.get(..known.len()).is_some_and(|name| name.eq_ignore_ascii_case(known));
        named && tag[known.len()..].starts_with(|next: char| next.is_whitespace() || next == '>' || next == '/')
    })
}

/// Whether a text has headings and other marks of Markdown.
fn looks_like_markdown(head: &str) -> bool {
    let headings = head.lines().filter(|line| line.starts_with("# ") || line.starts_with("## ")).count();
    headings > 0 && (headings > 1 || head.contains("](") || head.contains("**"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;
    use crate::habits::tests::habits;

    fn opened(text: &str, format: Option<Format>) -> Option<Document> {
        open("x", text.as_bytes(), &habits(), &Settings { format, ..Settings::default() }).ok()
    }

    /// What must hold of every document.
    fn check(document: &Document) {
        let text = document.text();
        assert!(unicode_normalization::is_nfc(text));
        let mut last = 0;
        for token in document.tokens() {
            assert!(token.start >= last && token.end > token.start, "{token:?}");
            assert!(!document.word(token).is_empty());
            // A character that comes apart may give two tokens; the quote of each is the whole.
            let quote: String = document.quote(token.start..token.end).nfc().collect();
            assert!(quote.contains(document.word(token)), "{quote:?} {:?}", document.word(token));
            last = token.end;
        }
        assert!(last as usize <= text.len());
        let (mut sentence, mut token, mut byte) = (0, 0, 0);
        for (index, block) in document.blocks().iter().enumerate() {
            assert!(block.bytes.start >= byte && block.bytes.end > block.bytes.start);
            byte = block.bytes.end;
            assert_eq!(block.sentences.start, sentence);
            assert!(block.sentences.end > sentence);
            sentence = block.sentences.end;
            for sentence in &document.sentences()[block.sentences.start as usize..block.sentences.end as usize] {
                assert_eq!(sentence.block as usize, index);
                assert_eq!(sentence.tokens.start, token);
                assert!(sentence.tokens.end > token);
                token = sentence.tokens.end;
                let bytes =
                    document.tokens()[sentence.tokens.start as usize].start..document.tokens()[token as usize - 1].end;
                assert!(bytes.start >= block.bytes.start && bytes.end <= block.bytes.end);
                let span = document.source_span(bytes.clone());
                assert_eq!(&document.source()[span.start as usize..span.end as usize], document.quote(bytes));
            }
        }
        assert_eq!(sentence as usize, document.sentences().len());
        assert_eq!(token as usize, document.tokens().len());
        let _ = (document.title(), document.byline(), document.published(), document.language());
    }

    /// Text of the parts that steps look for.
    fn pieces() -> impl Strategy<Value = String> {
        let parts: Vec<&'static str> = "a|The |minister |met |Mr. |U.S. |5|2025|-06-03|/|.|. |! |? |…|\n|\n\n|\r\n|  |(|)|[|]|](|\"|“|”|«|»|*|**|_|`|#|# |## |> |>> |- |---\n|```\n|\
            <p>|</p>|<div>|</div>|<a href=x>|</a>|<h1>|<li>|<table>|<td>|<pre>|<br>|<script>|</script>|<!--|-->|&amp;|&#x41;|&|<|é|e\u{301}|\u{301}|ệ|Bùi |của |và |Đ|中|外交。|の|は。|한|\u{1112}\u{1161}|\
            И |и |भारत। |ไทย|\u{ad}|\u{200b}|\u{200d}|\u{feff}|🤝|Photo: |Source: |Related stories\n|(END)\n|###\n|./.|10:30|3. |Juni |l\u{2019}|\u{2028}|\u{a0}|\\|~~|!["
            .split('|')
            .collect();
        prop::collection::vec(prop::sample::select(parts), 0..60).prop_map(|parts| parts.concat())
    }

    fn formats() -> impl Strategy<Value = Option<Format>> {
        prop::sample::select(vec![None, Some(Format::Plain), Some(Format::Markdown), Some(Format::Html)])
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200), format in formats()) {
            if let Ok(document) = open("x", &bytes, &habits(), &Settings { format, ..Settings::default() }) {
                check(&document);
            }
        }

        #[test]
        fn any_text(text in "\\PC{0,80}", format in formats()) {
            opened(&text, format).iter().for_each(check);
        }

        #[test]
        fn any_parts(text in pieces(), format in formats()) {
            let (first, second) = (opened(&text, format), opened(&text, format));
            first.iter().for_each(check);
            prop_assert_eq!(format!("{first:?}"), format!("{second:?}"));
        }

        #[test]
        fn decomposed_text_reads_the_same(text in pieces(), format in formats()) {
            let composed: String = text.nfc().collect();
            let decomposed: String = composed.nfd().collect();
            // An accent may unmake markup: `<e` and `</e` with an accent behind them are tags, `<é` is text and `</é` a
            // comment.
            let accented = |mark| composed.split(mark).skip(1).any(|rest| rest.starts_with(|sign: char| !sign.is_ascii()));
            prop_assume!(!accented("<") && !accented("</"));
            let (one, other) = (opened(&composed, format), opened(&decomposed, format));
            prop_assert_eq!(one.is_some(), other.is_some());
            if let (Some(one), Some(other)) = (one, other) {
                check(&other);
                prop_assert_eq!(one.tokens(), other.tokens());
                prop_assert_eq!(one.text(), other.text());
                prop_assert_eq!(format!("{:?}", one.blocks()), format!("{:?}", other.blocks()));
                prop_assert_eq!(one.language(), other.language());
            }
        }
    }

    #[test]
    fn how_long_lines_of_a_page_are_does_not_hang_on_how_accents_came() {
        let text = "-->The ---\n10:30éa## a## éaééa<p>भारत। aभारत। aa한भारत। भारत। ệ外交。a<h1>-->/met <p>Bùi . . é-->भारत। भारत। ệa. ## (";
        let page: String = text.nfc().collect();
        let decomposed: String = page.nfd().collect();
        let blocks = |page: &str| format!("{:?}", opened(page, Some(Format::Html)).expect("it is text").blocks());
        assert_eq!(blocks(&page), blocks(&decomposed));
    }

    #[test]
    fn keeps_no_second_copy_of_composed_text() {
        let document = opened("Bùi Thanh Sơn đến.", None).unwrap();
        assert!(document.original.is_none());
        let document = opened("Bu\u{300}i Thanh So\u{31b}n.", None).unwrap();
        assert_eq!(document.word(&document.tokens()[0]), "Bùi");
        assert_eq!(document.quote(0..4), "Bu\u{300}i");
        assert_eq!(document.source_span(0..4), 0..5);
    }

    #[test]
    fn tells_formats() {
        let rows = [
            ("a.md", "x", Format::Markdown),
            ("a.html", "x", Format::Html),
            ("a.txt", "# x\n# y", Format::Plain),
            ("a", "# x\n\n## y", Format::Markdown),
            ("https://example.org/a.php?x=1.txt", "\u{feff}<!-- x -->\n<!DOCTYPE html>", Format::Html),
            ("a.txt", "<html>", Format::Html),
            ("a.txt", "<pre-press>", Format::Plain),
            ("", "text", Format::Plain),
        ];
        for (name, text, expected) in rows {
            assert_eq!(format(name, text.trim_start_matches('\u{feff}')), expected, "{name} {text}");
        }
    }

    #[test]
    fn refuses_what_is_no_text() {
        let open = |bytes: &[u8], limit| {
            open("x", bytes, &habits(), &Settings { size_limit: limit, ..Settings::default() }).map(|_| ())
        };
        let name = || "x".to_owned();
        assert_eq!(open(b" \n ", 9), Err(DocumentError::Empty { name: name() }));
        assert_eq!(open(b"<p></p>", 9), Err(DocumentError::Empty { name: name() }));
        assert_eq!(open(b"four", 3), Err(DocumentError::TooLong { name: name(), size_bytes: 4, limit_bytes: 3 }));
        assert_eq!(open(b"a\0b", 9), Err(DocumentError::Binary { name: name(), at: 1 }));
    }
}
