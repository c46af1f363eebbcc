//! What lines become, by texts.

use crate::habits::tests::habits;
use crate::{BlockKind, Format, Settings, open};

/// A letter a block: what it is.
fn kinds(text: &str) -> String {
    kinds_of(text, Format::Plain)
}

fn kinds_of(text: &str, format: Format) -> String {
    let settings = Settings { format: Some(format), ..Settings::default() };
    let document = open("x", text.as_bytes(), &habits(), &settings).unwrap();
    let letter = |kind| match kind {
        BlockKind::Title => 'T',
        BlockKind::Dateline => 'D',
        BlockKind::Paragraph => 'p',
        BlockKind::Caption => 'C',
        BlockKind::Source => 'S',
        BlockKind::Furniture => 'f',
        BlockKind::Teaser => 't',
    };
    document.blocks().iter().map(|block| letter(block.kind)).collect()
}

const LONG: &str = "The minister met with his colleague in the capital on Monday. They discussed trade and the coming summit, and he thanked her for the visit.";
const ONE: &str =
    "The president received the ambassador of the kingdom who presented his letters of credence in the palace.";

#[test]
fn tells_heads() {
    let rows = [
        (format!("Minister meets colleague\n\n{LONG}\n{LONG}"), "Tpp"),
        (format!(" date 2025-06-03 Minister meets colleague\n\n{LONG}"), "DTp"),
        (format!(" date 2025-06-03 {LONG}\n{LONG}"), "Dpp"),
        (format!("Minister meets colleague\nPublished: 3 June 2025\n{LONG}"), "TDp"),
        (format!("Minister meets colleague\nSource: Xinhua Editor: x 2025-11-12 20:31:15\n{LONG}"), "TDp"),
        (format!("15.9.2021\nMinister meets colleague\n{LONG}"), "DTp"),
        (format!("Home > News > Press\nMinister meets colleague\n{LONG}"), "fTp"),
        (format!("Minister meets colleague\nHANOI (VNA) -\n{LONG}"), "TDp"),
        (format!("Minister meets colleague\nHANOI, July 10 (VNA) - {LONG}\n{LONG}"), "Tpp"),
        (format!("Minister meets colleague\nZalo Facebook Twitter Print Copy link\n{LONG}"), "Tfp"),
        (format!("We use cookies to improve this site.\n{LONG}"), "fp"),
        (format!("Can the summit be saved?\n\n{LONG}\n\n{LONG}"), "Tpp"),
        (format!("Minister meets colleague\nThe below is attributable to the Spokesperson:\n{LONG}"), "Tpp"),
        ("Foreign Minister Wang met with the President".to_owned(), "p"),
        ("He met with her.".to_owned(), "p"),
        ("2025-06-03".to_owned(), "D"),
    ];
    for (text, expected) in rows {
        assert_eq!(kinds(&text), expected, "{text}");
    }
}

#[test]
fn tells_bodies() {
    let rows = [
        // A heading, and short lines that are none.
        (format!("{LONG}\n\nTrade and security\n\n{LONG}"), "pTp"),
        (format!("{LONG}\nMahinda Rajapaksa\nPresident of the Republic\nExcellency,\n{LONG}"), "ppppp"),
        (format!("{LONG}\n- Trade\n- Security\n1. First\n2) Second\n(a) third\n{LONG}"), "ppppppp"),
        (
            format!("{LONG}\n- What do you expect of the visit?\nAmbassador X: {LONG}\n- And the summit?\n{LONG}"),
            "ppppp",
        ),
        (format!("{LONG}\nQ: What next?\nA: We meet again.\n{LONG}"), "pppp"),
        (format!("{LONG}\nCarl Gustaf R\n2 april 2024"), "ppD"),
        // Captions.
        (format!("{LONG}\n| The two ministers in Oslo. (Photo: X) |\n{LONG}"), "pCp"),
        (format!("{LONG}\nThe two ministers in Oslo. Foto: X\n{LONG}"), "pCp"),
        (
            format!("{LONG}\nHai bộ trưởng. (Ảnh: TTXVN)\nHai bộ trưởng tại lễ ký hôm nay. (Nguồn: TTXVN)\n{LONG}"),
            "pCCp",
        ),
        (format!("{LONG}\nPhoto: the two ministers\n{LONG}"), "pCp"),
        (format!("{LONG} {LONG} {LONG} {LONG} (Photo: X)"), "p"),
        // Sources.
        (format!("{LONG}\nSource: Xinhua"), "pS"),
        (format!("{LONG}\nKälla: https://example.org/a-b"), "pS"),
        (format!("{LONG}\nTheo TTXVN"), "pS"),
        (format!("{LONG}\nPV (theo TTXVN)"), "pS"),
        (
            format!(
                "{LONG}\nTheo TTXVN, ngày 5/7, bộ trưởng đã được tổng thống tiếp tại phủ tổng thống ở thủ đô.\n{LONG}"
            ),
            "ppp",
        ),
        // Furniture.
        (format!("{LONG}\nKommentar (0)\n#Trade #Summit\nhttps://example.org\nPrint | Share\n-----"), "pfffff"),
        (
            format!(
                "{LONG}\nSự kiện này đánh dấu một cột mốc quan trọng trong quan hệ giữa hai nước và hai dân tộc.\n{LONG}"
            ),
            "ppp",
        ),
    ];
    for (text, expected) in rows {
        assert_eq!(kinds(&text), expected, "{text}");
    }
}

#[test]
fn tells_ends_and_lists_of_pages() {
    let rows = [
        // Whom to ask.
        (format!("<p>{LONG}<h3>To ask</h3><p>Anna Ek<br>Press secretary<br>Telephone 08-000 00 00"), "pffff"),
        (format!("<p>{LONG}<h3>To ask</h3><p>Press office, Bundesgasse 0, 3003 Bern"), "pff"),
        (format!("<p>{LONG}<h3>Order of the day</h3><p>10.00 Arrival, hall 1024<p>11.00 Lunch"), "pTpp"),
        (format!("<p>{LONG}<h3>Signed by</h3><p>Anna Ek<p>Hemi Ngata"), "pTpp"),
        (format!("<p>{LONG}<h3>Photos (2)</h3><a href=1>1</a><h3>Signed by</h3><p>Anna Ek"), "pffTp"),
        (format!("<p>{LONG}<h3>To see</h3><p><a href=x>Boats of the Meghna at dawn</a>"), "pft"),
        (format!("<h1>Talks</h1><p>{LONG}<p>Responsible: Press unit"), "Tpf"),
        (format!("<h1>Talks</h1><p>{LONG}<p>Q: And then"), "Tpp"),
        (format!("<h1>Talks</h1><div>What is in the shaft</div><div>02:13</div><p>{LONG}"), "Tffp"),
        (format!("<p>{LONG}<p>To ask:<p>Anna Ek<br>Lenngatan 0<br>Telephone 08-000 00 00"), "pffff"),
        // Who wrote it.
        (format!("<p>{LONG}<p>{LONG}<h4>Anna Ek</h4><p>Anna Ek writes of the Gulf and of ferries."), "ppff"),
        (format!("<meta name=author content='Anna Ek'><p>{LONG}<p>{LONG}<p>Anna Ek writes of the Gulf."), "ppf"),
        (
            format!(
                "<meta name=author content='Anna Ek'><p>{LONG}<p>For Anna Ek it was the first.<p>Anna Ek left for Oslo then."
            ),
            "ppp",
        ),
        (format!("<p>{LONG}<p>{LONG}<p>Anna Ek left for Oslo then."), "ppp"),
        (format!("<h1>Talks</h1><p>Press desk press@ministry.example<p>{LONG}"), "Tfp"),
        (format!("<meta name=author content='Anna Ek'><p>{LONG}<p>{LONG}<p>Anna Ek is on X."), "ppf"),
        // Who wrote it, and when.
        (format!("<meta name=author content='Anna Ek'><h1>Talks</h1><p>Written by Anna Ek<p>{LONG}"), "TSp"),
        (format!("<meta name=author content='Anna Ek'><h1>Talks</h1><p>Hemi Ngata<p>{LONG}"), "TTp"),
        (format!("<h2>Tuesday, 5 September 2023</h2><h1>Talks in Rome</h1><p>{LONG}"), "DTp"),
        // A list says what it lists.
        (
            "<h1>Found</h1><p>1 to 3 of 48 for Cyprus<h3><a href=1>Minister receives the ambassador</a></h3>\
             <h3><a href=2>Consultations with Cyprus held</a></h3><h3><a href=3>Agreement with Cyprus in force</a></h3>"
                .to_owned(),
            "Tfttt",
        ),
        (
            "<h1>Statements of 2025</h1><h2>June</h2><ul><li><a href=1>Minister receives the ambassador</a><li>\
             <a href=2>Consultations with Cyprus held</a></ul><h2>May</h2><a href=3>Agreement with Cyprus in force</a>"
                .to_owned(),
            "Tfttft",
        ),
    ];
    for (html, expected) in rows {
        assert_eq!(kinds_of(&html, Format::Html), expected, "{html}");
    }
}

#[test]
fn tells_other_stories() {
    let rows = [
        (format!("{LONG}\nRelated stories\nMinister visits Rome\n{ONE}"), "pftt"),
        // A box in the middle of a story does not end it.
        (format!("{LONG}\nRelated stories\nMinister visits Rome\n{LONG} {LONG}\n{LONG}"), "pftpp"),
        (format!("{LONG}\nRead more: Minister visits Rome\n{LONG}\n{LONG}"), "ptpp"),
        (format!("{LONG}\n>> Minister visits Rome\n» Minister visits Oslo"), "ptt"),
        (format!("{LONG}\n###\n{ONE}"), "pft"),
        (format!("{LONG}\n###\nNotes to editors\n1. The treaty was signed in 2019.\n{LONG}"), "pfTpp"),
        (format!("{LONG}\n{LONG}./.\n{ONE}"), "ppt"),
        (format!("{LONG}\n{LONG}\nSource: Xinhua\nMinister visits Rome today\n{ONE}"), "ppStt"),
        (format!("{LONG}\nSource: Xinhua\n{LONG}\n{LONG}"), "pSpp"),
        (format!("{LONG}\nTags: trade, summit"), "pt"),
    ];
    for (text, expected) in rows {
        assert_eq!(kinds(&text), expected, "{text}");
    }
}

#[test]
fn tells_unmarked_ends() {
    let story = "BEIJING - Foreign Minister Wang Yi met with Moldovan Foreign Minister Nicu Popescu in Beijing on Monday, and they spoke of trade.\n\
                 Wang Yi said that China and Moldova are good friends and that Beijing would buy more wine.\n\
                 Popescu thanked Wang for the welcome and said that Moldova holds to the one-China principle.\n\
                 On Tuesday Popescu goes on to Shanghai, where the Foreign Minister opens a fair, Wang said.\n";
    let others = "The Central Bank of Brazil has raised its rate for the third time since the beginning of this year.\n\
                  A storm has cut off several villages in the north of Portugal and damaged the port of Leixões.\n\
                  The city of Montreal expects a million visitors at its Jazz Festival, which opens on Friday this week.\n";
    assert_eq!(kinds(&format!("Wang Yi meets Popescu\n{story}{others}")), "Tppppttt");
    assert_eq!(kinds(&format!("Wang Yi meets Popescu\n{story}")), "Tpppp");
    // A digest.
    assert_eq!(kinds(&format!("Week in brief\n{others}{others}")), "Tpppppp");
    assert_eq!(kinds(&format!("Week in brief\n{others}")), "Tppp");
}

#[test]
fn joins_wrapped_lines() {
    let wrapped = "OSLO, May 3 - The foreign minister met with his colleague of Moldova in\n\
                   the capital on Monday and thanked her for the support that the country\n\
                   has given. Both sides agreed on a further round of talks in the autumn,\n\
                   at which the ministers of trade will be present as well, he said.\n\n\
                   The minister will go on to Chisinau tomorrow, where he meets the prime\n\
                   minister and visits a school.\n";
    assert_eq!(kinds(wrapped), "pp");
    let headlines = "Minister meets colleague in Oslo\nPresident receives the ambassador of the kingdom of the north\n\
                     Summit ends without a declaration\nTalks on trade go on\n";
    assert_eq!(kinds(headlines).len(), 4);
    let document = open("x", wrapped.as_bytes(), &habits(), &Settings::default()).unwrap();
    assert_eq!(document.sentences().len(), 3);
}

#[test]
fn finds_titles() {
    let rows = [
        (format!("UTRIKES\nMinister meets colleague\n{LONG}"), Some("Minister meets colleague")),
        (format!("News / Press\nVisit to Oslo\n{LONG}"), Some("Visit to Oslo")),
        (
            format!("Ministry of Foreign Affairs\nPress release\nMinister meets colleague for talks on trade\n{LONG}"),
            Some("Minister meets colleague for talks on trade"),
        ),
        (LONG.to_owned(), None),
    ];
    for (text, expected) in rows {
        let document = open("x", text.as_bytes(), &habits(), &Settings::default()).unwrap();
        assert_eq!(document.title(), expected);
    }
}
