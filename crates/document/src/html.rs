//! Takes the main text out of a web page.
//!
//! One pass over the page, with a stack of the elements that make blocks, gives its blocks of text and a bare
//! tree. The main text is the smallest element that holds most of the text outside links, navigation and the like.
//! Depth costs nothing and broken markup is read on: time is linear in the page.

mod attributes;
mod fields;
mod head;
mod marked;
mod parser;
mod story;
mod text;
mod tree;

use self::parser::Parser;
use crate::Habits;
use crate::open::Page;

/// Takes text and metadata out of a page; `address` is where it was fetched, where that is known.
pub(crate) fn page(html: &str, address: Option<&str>, habits: &Habits) -> Page {
    let mut parser = Parser::new(html, habits);
    parser.tell_site(address);
    parser.run();
    parser.finish(address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::Hint;

    /// The blocks of a page, with a sign for their hints, and what its head says.
    fn show(html: &str) -> (String, String) {
        let page = page(html, None, &Habits::default());
        let mut hints = page.marks.hints.iter().peekable();
        let mut blocks = Vec::new();
        for (number, line) in page.text.lines().enumerate() {
            let hint = hints.next_if(|(at, _)| *at as usize == number).map_or("", |(_, hint)| match hint {
                Hint::Heading => "#",
                Hint::Caption => "c:",
                Hint::Text => "-",
                Hint::Link => "@",
            });
            if !line.is_empty() {
                blocks.push(format!("{hint}{line}"));
            }
        }
        let day = page.published.map(|day| day.to_string());
        let said: Vec<_> =
            [page.title, page.byline, day, page.language].into_iter().map(|said| said.unwrap_or_default()).collect();
        (blocks.join(" / "), said.join("; "))
    }

    const LONG: &str = "The minister met with his colleague, and the two discussed trade, security and the coming summit in the capital.";

    #[test]
    fn takes_the_main_text() {
        let rows = [
            (format!("<p>{LONG}<p>{LONG}"), format!("{LONG} / {LONG}")),
            (
                format!(
                    "<body><nav><a href=/>Home</a></nav><div class='side related-news'><p>{LONG}</div><div id=content><h1>A visit</h1><p>{LONG}</p>\
                     <figure><img><figcaption>Photo: X</figcaption></figure><p>{LONG}</p><ul><li>One &amp; two</li><li><a href=x>More</a></ul></div><footer>© us</footer>"
                ),
                format!("#A visit / {LONG} / c:Photo: X / {LONG} / -One & two / @More"),
            ),
            (
                format!(
                    "<title>A visit to Oslo | Ministry</title><h1>A visit to Oslo</h1><div><article>{LONG}<br>{LONG}<script>x<y</script></article></div>"
                ),
                format!("#A visit to Oslo / {LONG} / {LONG}"),
            ),
            (
                format!(
                    "<div><h1>A visit to Oslo</h1><p>10/07/2025</p><h2>A lead.</h2><div class=share><p>Share</p></div><div><p>{LONG}<p>{LONG}</div><p>More</div>"
                ),
                format!("#A visit to Oslo / 10/07/2025 / #A lead. / {LONG} / {LONG}"),
            ),
            // What would all be set apart is kept.
            (format!("<div class=share-page><p>{LONG}</p><p>{LONG}</p></div>"), format!("{LONG} / {LONG}")),
            ("<p>Short</p><div hidden>No</div>".to_owned(), "Short".to_owned()),
            (
                format!(
                    "<p><span>July 3, 2025</span><span>15:20</span><b>Wi</b><b>re</b><i>Editor: x</i> <b>H</b>e</p><p>{LONG}"
                ),
                format!("July 3, 2025 15:20 Wire Editor: x He / {LONG}"),
            ),
            (format!("<pre>{LONG}\n{LONG}</pre>"), format!("{LONG} / {LONG}")),
            (
                format!("a < b &notanentity; <x-y>{LONG}</x-y> so\u{ad}ft <!-- {LONG} --> {LONG}"),
                format!("a < b &notanentity; {LONG} soft {LONG}"),
            ),
        ];
        for (html, expected) in rows {
            assert_eq!(show(&html).0, expected, "{html}");
        }
    }

    #[test]
    fn reads_the_head() {
        let rows = [
            ("<html lang=sv-SE><title>Möte i Oslo | UD</title><p>x", "Möte i Oslo | UD; ; ; sv-SE"),
            (
                "<meta property='og:title' content='Talks &quot;end&quot; in Rome - The Paper'><meta property='og:site_name' content='The Paper'>\
                 <meta name=author content='A B'><meta property='article:published_time' content='2025-07-10T23:00:00+07:00'>",
                "Talks \"end\" in Rome; A B; 2025-07-10; ",
            ),
            (
                "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"H &amp; M\",\"datePublished\":\"2024-02-29\",\
                 \"author\":[{\"name\":\"C D\"}]}]}</script><meta name=author content=x>",
                "H & M; C D; 2024-02-29; ",
            ),
            ("<nav><time datetime=2020-01-01></nav><time datetime='2021-05-06 10:00'>6 May</time>", "; ; 2021-05-06; "),
            ("<script type='application/ld+json'>{broken</script>", "; ; ; "),
            ("<a rel=author>John F. Ek</a>", "; John F. Ek; ; "),
            ("<a rel=author>Read it at ek.example</a>", "; ; ; "),
        ];
        for (html, expected) in rows {
            assert_eq!(show(html).1, expected, "{html}");
        }
    }

    #[test]
    fn depth_costs_nothing() {
        for part in [
            "<div>",
            "<p><table><tr><td>",
            "<a href=x>",
            "</div><li>",
            "<",
            "<!",
            "<a b='",
            "&#",
            "<!--",
            "<b",
            "<title>",
            "<pre>\n",
            "<a rel=author>x",
            "<h1>a</h1>",
            "<p>2020</p><time datetime=2020-01-01>",
            "<figure><figcaption>x",
            "</b><b>\u{301}",
        ] {
            let html = part.repeat(200_000);
            let _ = page(&html, None, &Habits::default());
        }
    }

    #[test]
    fn a_title_cut_into_headings_costs_nothing() {
        // No title is longer, nor are more lines looked at.
        let title = (0..400).map(|n| format!("w{n:03}")).collect::<Vec<_>>().join(" ");
        let headings: String = (0..1900).map(|at| format!("<h1>{}</h1>", &title[at..at + 90])).collect();
        let html = format!("<title>{title}</title>{headings}");
        let _ = page(&html, None, &Habits::default());
    }
}
