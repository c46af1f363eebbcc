//! What is written as Markdown is read back as the same paper, also when a person has edited it.

mod specimens;

use press::{
    Block, Format, MarkdownError, Paper, PrintOptions, Remark, Run, Section, Sentence, Table, TableRow, print,
    read_markdown,
};
use proptest::prelude::*;

fn markdown(paper: &Paper) -> String {
    String::from_utf8(print(paper, Format::Markdown, &PrintOptions::default()).unwrap()).unwrap()
}

/// A paper in the order that every format prints.
fn in_order(paper: &Paper) -> Paper {
    serde_json::from_slice(&print(paper, Format::Json, &PrintOptions::default()).unwrap()).unwrap()
}

#[test]
fn reads_back_every_specimen() {
    for (name, paper) in specimens::all() {
        let edited = read_markdown(&markdown(&paper)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(edited.paper, in_order(&paper), "{name}");
        assert_eq!(edited.remarks, [], "{name}");
    }
}

#[test]
fn prints_a_digest() {
    insta::assert_snapshot!(markdown(&specimens::digest()));
}

#[test]
fn reads_what_a_person_edited() {
    let text = markdown(&specimens::digest());
    let edited = text
        .replace("## Utrikesministern", "## Utrikesminister Bùi Thanh Sơn")
        .replace("De enades om samarbete inom forskning och teknik.", "De enades om ett *nära* samarbete")
        .replace("Beloppet omfattar inte tjänster.<!-- plain -->", "")
        .replace("## Kommande\n", "## Kommande\n\nDet här skrev redaktören. Och detta.[^3]\n");
    let edited = read_markdown(&edited).unwrap();
    assert_eq!(edited.paper.sections[0].heading, "Utrikesminister Bùi Thanh Sơn");
    let Block::List { items } = &edited.paper.sections[2].blocks[0] else { panic!("a list") };
    assert_eq!(items[0][0].text(), "De enades om ett nära samarbete");
    assert_eq!((items[0][0].notes.len(), items[1].len()), (1, 1));
    let remarks: Vec<String> = edited.remarks.iter().map(Remark::to_string).collect();
    assert_eq!(remarks, ["line 21: papers have no slanted letters; the words are kept without them"]);
    let Block::Paragraph { sentences } = &edited.paper.sections[3].blocks[0] else { panic!("a paragraph") };
    assert_eq!(sentences[0].text(), "Det här skrev redaktören. Och detta.");
    assert_eq!(edited.paper.notes.len(), 3);
    for format in Format::ALL {
        assert!(matches!(
            print(&edited.paper, format, &PrintOptions::default()),
            Ok(_) | Err(press::PrintError::NotBuilt(_))
        ));
    }
}

#[test]
fn keeps_the_note_of_a_sentence_where_the_sentence_goes() {
    let text = markdown(&specimens::many(3));
    // The last sentence is moved to the front: its note becomes the first.
    let line = text.lines().find(|line| line.starts_with("Den 1 juli")).unwrap();
    let (first, last) =
        line.rsplit_once(" Den 3 juli").map(|(first, last)| (first, format!("Den 3 juli{last}"))).unwrap();
    let edited = read_markdown(&text.replace(line, &format!("{last} {first}"))).unwrap().paper;
    let Block::Paragraph { sentences } = &edited.sections[0].blocks[0] else { panic!("a paragraph") };
    assert!(sentences[0].text().starts_with("Den 3 juli"));
    assert_eq!((sentences[0].notes[0].0, edited.notes[0].account.index), (0, 3));
}

#[test]
fn says_which_sentences_rest_on_nothing() {
    let text =
        markdown(&specimens::empty()).replace("## Inget", "## Inget\n\nEn egen mening.\n\n> Ett citat.\n\n## Inget");
    let edited = read_markdown(&text).unwrap();
    let remarks: Vec<String> = edited.remarks.iter().map(Remark::to_string).collect();
    assert_eq!(
        remarks,
        [
            "line 11: “En egen mening.” has no note; it is printed as the editor's own words",
            "line 13: papers have no such block; its words are kept as a paragraph",
            "line 13: “Ett citat.” has no note; it is printed as the editor's own words",
        ]
    );
}

#[test]
fn says_which_looks_are_lost() {
    let text = markdown(&specimens::digest());
    let text = text.replacen("\n## ", "\n1. Ett tal.<!-- plain -->\n\nEtt *snett* ord.<!-- plain -->\n\n## ", 1);
    let remarks: Vec<String> = read_markdown(&text).unwrap().remarks.iter().map(Remark::to_string).collect();
    assert_eq!(remarks.len(), 2, "{remarks:?}");
    assert!(
        remarks[0].ends_with("papers have no numbers before points; the words are kept without them"),
        "{remarks:?}"
    );
    assert!(remarks[1].ends_with("papers have no slanted letters; the words are kept without them"), "{remarks:?}");
}

#[test]
fn names_the_line_of_what_is_wrong() {
    let text = markdown(&specimens::digest());
    let check = |from: &str, to: &str| read_markdown(&text.replace(from, to)).unwrap_err();
    assert_eq!(check("---\n\n#", "\n\n#"), MarkdownError::Head("kind"));
    assert_eq!(check("language: sv\n", ""), MarkdownError::Head("language"));
    assert_eq!(check("[^1]: ", "[^one]: "), MarkdownError::NoNote { line: 13, name: "1".to_owned() });
    assert!(matches!(check("`3fa9c1d2b07e-2`", ""), MarkdownError::NoAccount { .. }));
    let written = |words: &str| {
        let heading = "## Kommande\n";
        read_markdown(&text.replace(heading, &format!("{heading}\n{words}\n"))).map(|edited| {
            let Block::Paragraph { sentences } = &edited.paper.sections[3].blocks[0] else { panic!("a paragraph") };
            sentences[0].text()
        })
    };
    let line = text.lines().position(|line| line == "## Kommande").unwrap() + 3;
    let missing = |name: &str| Err(MarkdownError::NoNote { line, name: name.to_owned() });
    assert_eq!(
        written(r"En not skrivs \[^1] eller \[^nio] här.[^1]"),
        Ok("En not skrivs [^1] eller [^nio] här.".to_owned())
    );
    assert_eq!(written(r"Två ord \[^nio] och ett till.[^tio]"), missing("tio"));
    assert_eq!(written(r"Ett streck\\[^nio] till."), missing("nio"));
    assert_eq!(written("Först [^] och [^ sedan.[^nio]"), missing("nio"));
    let chart = markdown(&specimens::brief());
    assert!(matches!(read_markdown(&chart.replace("| 9 |", "| many |")), Err(MarkdownError::Chart { .. })));
    assert!(matches!(
        read_markdown(&chart.replace("| 2025-", "2025-").replace("| --- ", "")),
        Err(MarkdownError::Chart { .. })
    ));
    assert_eq!(read_markdown(""), Err(MarkdownError::Head("kind")));
}

#[test]
fn a_space_that_does_not_break_begins_nothing() {
    let mut paper = specimens::empty();
    let Block::Paragraph { sentences } = &mut paper.sections[0].blocks[0] else { panic!("a paragraph") };
    let run = |text: &str, strong| Run { text: text.to_owned(), strong, language: None };
    sentences[0].runs = vec![run("\u{a0}", false), run("\u{a0} 1", true)];
    let Block::Paragraph { sentences } = &in_order(&paper).sections[0].blocks[0] else { panic!("a paragraph") };
    assert_eq!(sentences[0].runs, [run("1", true)]);
}

#[test]
fn addresses_are_read_back_as_they_were() {
    let mut paper = specimens::digest();
    let addresses =
        ["https://example.org/1", "HTTPS://EXAMPLE.ORG/1", "http:// example.org", "ftp://example.org", "a;b"];
    for address in addresses {
        paper.notes[0].address = Some(address.to_owned());
        let text = markdown(&paper);
        assert_eq!(
            text.contains(&format!("<{address}>")),
            !address.contains([' ', ';']) && !address.starts_with("ftp")
        );
        assert_eq!(read_markdown(&text).unwrap().paper.notes[0].address.as_deref(), Some(address));
    }
}

#[test]
fn letters_in_squares_are_bold_too() {
    let mut paper = specimens::empty();
    let Block::Paragraph { sentences } = &mut paper.sections[0].blocks[0] else { panic!("a paragraph") };
    let run = |text: &str, strong| Run { text: text.to_owned(), strong, language: None };
    sentences[0].runs = vec![run("1", false), run("🄰", true)];
    let edited = read_markdown(&markdown(&paper)).unwrap();
    assert_eq!(edited.paper, in_order(&paper));
}

/// Text of letters that mean something in Markdown, of words, and of anything at all.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[-#*_`\\[\\]()<>&|~+=:.!^\\\\ a1\n]{0,12}",
        "[a-zåäöđếệ0-9 ]{0,16}",
        any::<String>().prop_map(|text| text.chars().take(12).collect()),
    ]
}

fn sentence() -> impl Strategy<Value = Sentence> {
    let run = (text(), any::<bool>(), any::<bool>()).prop_map(|(text, strong, foreign)| Run {
        text,
        strong,
        language: foreign.then(|| "vi".to_owned()),
    });
    (prop::collection::vec(run, 1..4), 0..3_usize).prop_map(|(runs, notes)| {
        let notes: Vec<_> = (0..notes).map(press::NoteId).collect();
        Sentence { runs, plain: notes.is_empty(), notes }
    })
}

fn block() -> impl Strategy<Value = Block> {
    let sentences = || prop::collection::vec(sentence(), 1..4);
    let row = prop::collection::vec(text(), 0..4).prop_map(|cells| TableRow { cells, notes: vec![press::NoteId(1)] });
    let table = (text(), prop::collection::vec(text(), 1..4), prop::collection::vec(row, 0..3));
    prop_oneof![
        sentences().prop_map(|sentences| Block::Paragraph { sentences }),
        prop::collection::vec(sentences(), 1..3).prop_map(|items| Block::List { items }),
        table.prop_map(|(caption, columns, rows)| Block::Table(Table { caption, columns, rows })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn reads_back_any_text(
        title in text(),
        foot in prop::option::of(text()),
        sections in prop::collection::vec((text(), prop::collection::vec(block(), 1..4)), 0..4),
        quote in text(),
        source in text(),
        address in prop::option::of(text()),
    ) {
        let mut paper = specimens::digest();
        (paper.title, paper.foot) = (title.clone(), foot);
        (paper.subtitle, paper.notes_heading) = (Some(source.clone()), title);
        paper.sections = sections.into_iter().map(|(heading, blocks)| Section { level: 1, heading, blocks }).collect();
        paper.notes[0].quote = quote;
        paper.notes[1].source = source;
        paper.notes[1].published = None;
        paper.notes[2].address = address;
        let text = markdown(&paper);
        let edited = read_markdown(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(edited.paper, in_order(&paper), "{}", text);
    }
}
