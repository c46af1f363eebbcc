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
                Hint::Teaser => "t:",
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
    fn leaves_out_what_asks_for_something() {
        let article = |inside: &str| format!("<article><h1>A visit</h1><p>{LONG}</p>{inside}<p>{LONG}</p></article>");
        let around = |inside: &str| format!("#A visit / {LONG} / {inside}{LONG}");
        let rows = [
            (
                article(
                    "<div><h4>Our letter</h4><p>Get the five stories that matter before breakfast.</p><form><input type=email></form></div>",
                ),
                around(""),
            ),
            (
                article("<div><p>Unlock this story and all the others of the week.</p><button>Pay</button></div>"),
                around(""),
            ),
            // One that opens and shuts, one that is not seen, and a lead.
            (
                article(
                    "<div><h3><button aria-expanded=false>Trade</button></h3><p>They agreed to lower the tariffs on fish and on wool.</p></div>",
                ),
                around("#Trade / They agreed to lower the tariffs on fish and on wool. / "),
            ),
            (
                article(
                    "<div><p>They agreed to lower the tariffs on fish and on wool.</p><input type=hidden value=x></div>",
                ),
                around("They agreed to lower the tariffs on fish and on wool. / "),
            ),
            (
                format!(
                    "<article><h1>A visit</h1><div><p>The minister met with his colleague in Oslo.<button>Listen</button></div><p>{LONG}</article>"
                ),
                format!("#A visit / The minister met with his colleague in Oslo. / {LONG}"),
            ),
        ];
        for (html, expected) in rows {
            assert_eq!(show(&html).0, expected, "{html}");
        }
    }

    #[test]
    fn tells_what_stands_beside_a_picture() {
        let page = |inside: &str| format!("<h1>A visit</h1><div>{inside}</div><p>{LONG}</p><p>{LONG}</p>");
        let rows = [
            ("<img src=x><span>The two on the bank of the river</span>", "c:The two on the bank of the river"),
            ("<div><img src=x></div><div>The two on the bank of the river</div>", "c:The two on the bank of the river"),
            ("<img src=x><p>The two met on the bank of the river.</p>", "The two met on the bank of the river."),
            (
                "<img src=x><div>The two on the bank</div><div>Anna Ek/Wire</div>",
                "c:The two on the bank / Anna Ek/Wire",
            ),
            (
                "<img src=x><div>The two met.</div><div>It rained.</div><div>Snow fell.</div>",
                "The two met. / It rained. / Snow fell.",
            ),
            ("<img src=x><div>3 June 2025</div>", "3 June 2025"),
        ];
        for (inside, expected) in rows {
            assert_eq!(show(&page(inside)).0, format!("#A visit / {expected} / {LONG} / {LONG}"), "{inside}");
        }
    }

    #[test]
    fn leaves_out_what_readers_write_and_what_stands_above_the_title() {
        let form = "<form><p>All is read before it is shown here to others.</p><textarea></textarea></form>";
        let html = format!(
            "<div><h1>A visit</h1><p>{LONG}</p><p>{LONG}</p><div><h2>Said</h2><p>{LONG}</p><p>{LONG}</p>{form}</div></div>"
        );
        assert_eq!(show(&html).0, format!("#A visit / {LONG} / {LONG}"));
        let html = format!("<div><h1>A visit</h1><p>{LONG}</p><p>{LONG}</p>{form}<p>{LONG}</p></div>");
        assert_eq!(show(&html).0, format!("#A visit / {LONG} / {LONG} / {LONG}"));
        let note = "This page is kept as it was and nobody answers for what it says.";
        let html = format!(
            "<title>A visit to Oslo</title><div>{note}</div><p>3 June 2025</p><h2>A visit to Oslo</h2><p>{LONG}</p><p>{LONG}</p>"
        );
        assert_eq!(show(&html).0, format!("3 June 2025 / #A visit to Oslo / {LONG} / {LONG}"));
    }

    #[test]
    fn tells_lists_with_summaries() {
        let item =
            |at: usize, link: &str| format!("<div><a href={at}>{link}</a><span>3 June 2025</span><p>{LONG}</p></div>");
        let items = |links: [&str; 3]| links.iter().enumerate().map(|(at, link)| item(at, link)).collect::<String>();
        let list = show(&items([
            "Minister receives the ambassador",
            "Consultations with Cyprus held",
            "Agreement on seafarers in force",
        ]))
        .0;
        assert_eq!(list.matches("t:The minister").count(), 3, "{list}");
        let speakers = show(&items(["Anna Ek", "Hemi Ngata", "Anna Ek"])).0;
        assert_eq!(speakers.matches("t:").count(), 0, "{speakers}");
    }

    #[test]
    fn leaves_out_what_leads_elsewhere() {
        let page = |inside: &str| format!("<div><h1>A visit</h1><p>{LONG}<p>{LONG}</p>{inside}<p>{LONG}</div>");
        let around = |inside: &str| format!("#A visit / {LONG} / {LONG}{inside} / {LONG}");
        let rows = [
            // A story that stands in a link, and one below a link.
            (
                "<a href=x><h4>The canal</h4><p>Forty kilometres of concrete and three passports.</p></a>",
                " / @The canal",
            ),
            (
                "<div><h3><a href=x>Minister receives the ambassador</a></h3><p>He has lived in the city since the spring of last year.</p></div>",
                " / @Minister receives the ambassador / t:He has lived in the city since the spring of last year.",
            ),
            (
                "<div><h3><a href=x>Anna Ek</a></h3><p>He has lived in the city since the spring of last year.</p></div>",
                " / @Anna Ek / He has lived in the city since the spring of last year.",
            ),
            (
                "<h3>The gate<div><button>#</button></div></h3><div><a href=x><h4>The canal that lost its country</h4></a></div>",
                " / #The gate / @The canal that lost its country",
            ),
            ("<div><h3>Stay</h3><p>Be the first to know.</p><form><input type=email></form></div>", ""),
            // A box without paragraphs, or with a short one, that ends in a link.
            ("<div><p>Whoever reads us may support us.</p><a href=x>Support us</a></div>", ""),
            ("<div><div>Our letter</div><div>What happens in the city.</div><a href=x>Sign in</a></div>", ""),
            ("<div><div>He left for Oslo.</div></div>", " / He left for Oslo."),
            // Boxes of the page's own making.
            ("<x-newsletter><p>We write to you on every second Thursday.</p></x-newsletter>", ""),
            ("<x-quote><p>He left for Oslo.</p></x-quote>", " / He left for Oslo."),
        ];
        for (inside, expected) in rows {
            assert_eq!(show(&page(inside)).0, around(expected), "{inside}");
        }
        // A picture that opens in a link has its text.
        let html = page("<a href=x.jpg><figure><img src=x.jpg><figcaption>The two in Oslo</figcaption></figure></a>");
        assert_eq!(show(&html).0, around(" / c:The two in Oslo"));
        // Of an article no head or foot is that of the page.
        let html = format!("<article><h1>A visit</h1><div role=contentinfo><p>{LONG}</div><p>{LONG}</article>");
        assert_eq!(show(&html).0, format!("#A visit / {LONG} / {LONG}"));
    }

    #[test]
    fn days_stand_beside_the_story() {
        let page =
            |head: &str, foot: &str| format!("<h1>A visit</h1>{head}<div><p>{LONG}</p><p>{LONG}</p></div>{foot}");
        let text = format!("{LONG} / {LONG}");
        let rows = [
            (
                "",
                "<footer><p>Sist endret 2025-06-03 14:05</p></footer>",
                format!("#A visit / {text} / Sist endret 2025-06-03 14:05"),
            ),
            ("<footer><p>webmaster, 2025-06-03</p></footer>", "", format!("#A visit / webmaster, 2025-06-03 / {text}")),
            // The day of another story, and one that is not needed.
            ("", "<div class=related><a href=x>Another visit</a><p>2025-06-03</p></div>", format!("#A visit / {text}")),
            ("<p>2025-06-01</p>", "<footer><p>2025-06-03</p></footer>", format!("#A visit / 2025-06-01 / {text}")),
            ("<meta name=date content=2025-06-01>", "<footer><p>2025-06-03</p></footer>", format!("#A visit / {text}")),
        ];
        for (head, foot, expected) in rows {
            assert_eq!(show(&page(head, foot)).0, expected, "{head} {foot}");
        }
        let page = |above: &str, below: &str| {
            format!(
                "<title>A visit to Oslo</title><p>{above}</p><h1>A visit to Oslo</h1><p>{below}</p><p>{LONG}</p><p>{LONG}</p>"
            )
        };
        let rows = [
            ("5 June 2025<p>3 June 2025", "", "3 June 2025 / #A visit to Oslo"),
            ("5 June 2025", "3 June 2025", "#A visit to Oslo / 3 June 2025"),
        ];
        for (above, below, expected) in rows {
            assert_eq!(show(&page(above, below)).0, format!("{expected} / {text}"), "{above} {below}");
        }
    }

    #[test]
    fn leaves_out_small_print() {
        let page = |inside: &str| format!("<div><h1>A visit</h1><p>{LONG}</p>{inside}</div>");
        let rows = [
            ("<p style='font-size: 11px'>You get this as you asked us for it.</p>", ""),
            (
                "<p class='text-muted small'>You get this as you asked us for it.</p><p class=small>3 June 2025</p>",
                " / 3 June 2025",
            ),
            ("<p style='font-size:14px'>He left for Oslo.</p>", " / He left for Oslo."),
            ("<p class=small>He left for Oslo.</p><p>She did not go.</p>", " / He left for Oslo. / She did not go."),
        ];
        for (inside, expected) in rows {
            assert_eq!(show(&page(inside)).0, format!("#A visit / {LONG}{expected}"), "{inside}");
        }
        // Where all is small, nothing is small print.
        let small = format!("<div style='font-size:11px'><h1>A visit</h1><p>{LONG}</p><p>He left.</p></div>");
        assert_eq!(show(&small).0, format!("#A visit / {LONG} / He left."));
    }

    #[test]
    fn leaves_out_labels_tabs_and_what_stands_beside() {
        let page = |inside: &str| format!("<div><h1>A visit</h1>{inside}<p>{LONG}</p><p>{LONG}</p></div>");
        let rows = [
            ("<dl><dt>When</dt><dd>3 June 2025</dd></dl>", "-3 June 2025 / "),
            ("<table><tr><th>Views</th><td>12</td></tr></table>", "-12 / "),
            (
                "<table><tr><td>Date</td><td>3 June</td></tr><tr><td>Subject</td><td>Fish</td></tr></table>",
                "-3 June / -Fish / ",
            ),
            ("<table><tr><td>Date</td><td>3 June</td></tr></table>", "-Date / -3 June / "),
            (
                "<table><tr><th>Day</th><th>Place</th></tr><tr><td>3 June</td><td>Oslo</td></tr></table>",
                "-Day / -Place / -3 June / -Oslo / ",
            ),
            ("<div class='tab-pane fade'><p>Minutes of the fourth round (PDF)</p></div>", ""),
            ("<div class='tab-pane active'><p>The fourth round is over.</p></div>", "The fourth round is over. / "),
            ("<div class='widget'><p>Open day for schools on the first Saturday</p></div>", ""),
            ("<div class='text-widget-x'><p>The fourth round is over.</p></div>", "The fourth round is over. / "),
        ];
        for (inside, expected) in rows {
            assert_eq!(show(&page(inside)).0, format!("#A visit / {expected}{LONG} / {LONG}"), "{inside}");
        }
        let html = page(&format!(
            "<p>{LONG}</p><div><p>Our letter comes on every second Thursday.</p><a class=btn href=x>Get it here</a></div>"
        ));
        assert_eq!(show(&html).0, format!("#A visit / {LONG} / {LONG} / {LONG}"));
    }

    #[test]
    fn a_ministry_is_no_title() {
        let page = |title: &str, inside: &str| {
            format!(
                "<title>Ministry of Fisheries and Seas</title><div><h1>{title}</h1></div><ul><li><a href=/>Home</a></ul><div><div>{inside}<p>{LONG}<p>{LONG}</div></div>"
            )
        };
        let html = page("Ministry of Fisheries and Seas", "<h4>The coming summit</h4><p>Tuesday, 3 June 2025</p>");
        assert_eq!(show(&html).1, "; ; ; ");
        // Words that stand above another heading, and those that stand nowhere.
        let diary = |title: &str| {
            format!("<title>{title} | Congress</title><h1>{title}</h1><h2>The coming summit</h2><p>{LONG}<p>{LONG}")
        };
        assert_eq!(show(&diary("Diary of Sittings")).1, "; ; ; ");
        assert_eq!(show(&diary("Ministers discussed security")).1, "Ministers discussed security; ; ; ");
        let html = format!(
            "<title>THE OFFICE OF TRADE</title><div><div>Programme of the coming summit of ministers</div><div>3 June 2025</div><p>{LONG}<p>{LONG}</div>"
        );
        assert_eq!(show(&html).1, "; ; ; ");
        let html = page("Ministry of Fisheries and Seas", "");
        assert_eq!(show(&html).1, "Ministry of Fisheries and Seas; ; ; ");
    }

    #[test]
    fn tells_what_stands_in_its_data_alone() {
        let page = |inside: &str| {
            format!(
                "<title>A visit to Oslo</title><script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{LONG}\\n\\n<b>{LONG}</b>\"}}\
                 </script><div>{inside}</div>"
            )
        };
        assert_eq!(show(&page("<p>Turn on scripts.</p>")).0, format!("#A visit to Oslo / {LONG} / {LONG}"));
        let all = format!("<h1>A visit to Oslo</h1><p>{LONG}</p><p>{LONG}</p><p>He left.</p>");
        assert_eq!(show(&page(&all)).0, format!("#A visit to Oslo / {LONG} / {LONG} / He left."));
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
            ("<time datetime=2021-05-07 class=updated></time><time datetime=2021-05-06></time>", "; ; 2021-05-06; "),
            ("<abbr class=published title='2021-05-06T18:40:00+03:00'>6:40 PM</abbr>", "; ; 2021-05-06; "),
            ("<p><span itemprop=datePublished content=2021-05-06>6 May</span>", "; ; 2021-05-06; "),
            (
                "<meta name=PubDate content='2021-05-06 19:05'><meta name=LastModified content=2021-05-08>",
                "; ; 2021-05-06; ",
            ),
            ("<meta name=publicationDate content='2021/5/6 8:00'>", "; ; 2021-05-06; "),
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
