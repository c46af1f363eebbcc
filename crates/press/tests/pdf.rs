//! PDF: readers that are not ours find pages, tags, language and every word. The typesetter itself holds what it writes to PDF/UA-1 and
//! refuses to write what breaks it.
#![cfg(feature = "pdf")]

mod foreign;
mod specimens;

use foreign::foreign;
use press::{Block, FontFile, Format, Note, NoteId, Paper, PrintOptions, Sentence, Table, TableRow, print};
use proptest::prelude::*;

fn pdf(paper: &Paper) -> Vec<u8> {
    print(paper, Format::Pdf, &PrintOptions::default()).unwrap()
}

/// Words as a reader finds them, without line ends.
fn words(file: &[u8]) -> String {
    let text = foreign("pdftotext", &["-", "-"], file);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_specimen_is_set_and_tagged() {
    for (name, paper) in specimens::all() {
        let file = pdf(&paper);
        let told = foreign("pdfinfo", &["-"], &file);
        let says =
            |key: &str| told.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default().trim().to_owned();
        assert_eq!(says("Tagged:"), "yes", "{name}");
        assert_eq!(says("Title:"), paper.title, "{name}");
        assert!(says("Page size:").contains("A4"), "{name}: {told}");
        // What the typesetter writes only of what it has checked.
        assert!(file.windows(8).any(|bytes| bytes == b"pdfuaid:"), "{name}: {told}");
    }
}

#[test]
fn every_word_and_note_is_there() {
    let text = words(&pdf(&specimens::digest()));
    for words in [
        "Vietnams utrikesförbindelser vecka 28, 2025",
        "Bùi Thanh Sơn Japans utrikesminister Iwaya Takeshi",
        "chuyển đổi xanh",
        "Báo Thế giới & Việt Nam, 2025-07-10.",
        "3fa9c1d2b07e-3",
    ] {
        assert!(text.contains(words), "“{words}” is not in: {text}");
    }
    // A note stands once, however often it is named.
    assert_eq!(text.matches("3fa9c1d2b07e-1").count(), 1);
}

#[test]
fn very_many_notes_stand_at_the_end() {
    let text_of = |heading: &str, n_notes: usize| {
        let mut paper = Paper { notes_heading: heading.to_owned(), ..specimens::digest() };
        let Block::Paragraph { sentences } = &mut paper.sections[0].blocks[0] else { panic!("a paragraph") };
        let sentence = sentences[0].clone();
        for place in 0..n_notes {
            let note = Note { quote: format!("Quote number {place}."), ..paper.notes[0].clone() };
            paper.notes.push(note);
            sentences.push(Sentence { notes: vec![NoteId(paper.notes.len() - 1)], ..sentence.clone() });
        }
        let text = words(&pdf(&paper));
        assert!((0..n_notes).all(|place| text.matches(&format!("Quote number {place}.")).count() == 1), "{heading}");
        text
    };
    let below = |text: &str, heading: &str| text.rfind(heading).map(|at| text[at..].matches("Quote number").count());
    assert_eq!(below(&text_of("All the notes", 600), "All the notes"), Some(600), "all stand below their heading");
    assert_eq!(below(&text_of("All the notes", 20), "All the notes"), None, "they are footnotes");
    // Whoever edits a paper may take the heading away.
    text_of("", 600);
}

/// Whether some words stand on one page, wherever the paragraphs before them end.
fn stays_whole(blocks: &[Block], words: &[&str]) {
    let mut paper = specimens::empty();
    let filling = paper.sections[0].blocks[0].clone();
    for n_paragraphs in 22..=31 {
        paper.sections[0].blocks = vec![filling.clone(); n_paragraphs];
        paper.sections[0].blocks.extend_from_slice(blocks);
        let text = foreign("pdftotext", &["-", "-"], &pdf(&paper));
        let whole = text.split('\u{c}').any(|page| words.iter().all(|words| page.contains(words)));
        assert!(whole, "behind {n_paragraphs} paragraphs: {text}");
    }
}

#[test]
fn a_short_list_is_not_parted() {
    let points = ["Alfa.", "Beta.", "Gamma."];
    let items = points.map(|point| vec![Sentence::plain(point)]).to_vec();
    stays_whole(&[Block::List { items }], &points);
}

#[test]
fn what_stands_below_a_short_table_is_on_its_page() {
    let row = |cell: &str| TableRow { cells: vec![cell.to_owned()], ..TableRow::default() };
    let table = Table {
        caption: "Partner".to_owned(),
        columns: vec!["Land".to_owned()],
        rows: vec![row("Japan"), row("Norge")],
    };
    let more = Block::Paragraph { sentences: vec![Sentence::plain("Ytterligare 12 finns.")] };
    stays_whole(&[Block::Table(table), more], &["Partner", "Norge", "Ytterligare 12"]);
}

#[test]
fn markup_is_words_and_missing_letters_are_told_of() {
    let text = words(&pdf(&specimens::traps()));
    assert!(text.contains("$x$ #let @label.") && text.contains("#set text(red)"), "{text}");
    // Figures behind an Arabic name stay where they are.
    assert!(text.contains("2025-07–2025-08-02"), "{text}");
    assert!(text.contains("\u{fffd} = U+5C4B U+5CA9"), "{text}");
}

#[test]
fn a_title_that_was_emptied_is_the_kind_of_the_paper() {
    let paper = Paper { title: " ".to_owned(), ..specimens::empty() };
    assert!(words(&pdf(&paper)).starts_with(&paper.kind), "{}", words(&pdf(&paper)));
}

/// A paper of one sentence.
fn saying(words: &str) -> Paper {
    let mut paper = specimens::empty();
    let Block::Paragraph { sentences } = &mut paper.sections[0].blocks[0] else { panic!("a paragraph") };
    sentences[0].runs[0].text = words.to_owned();
    paper
}

#[test]
fn what_is_no_font_is_refused_by_name() {
    let font = |bytes: &[u8]| FontFile { name: "house.ttf".to_owned(), bytes: bytes.to_owned() };
    let with = |bytes| {
        let options = PrintOptions { fonts: vec![font(bytes)], ..PrintOptions::default() };
        print(&saying("日本"), Format::Pdf, &options)
    };
    let error = with(b"no font").unwrap_err().to_string();
    assert!(error.starts_with("house.ttf: holds no font"), "{error}");
    // A font that lacks the letters too helps nothing, and does no harm.
    let text = words(&with(include_bytes!("../fonts/NotoSansHebrew-Regular.ttf")).unwrap());
    assert!(text.contains("U+65E5 U+672C"), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words_can_be_set(text in any::<String>(), marked in r"[\PC\p{M}\p{Cf}]{1,12}") {
        let mut paper = saying(&format!("{text} {marked}"));
        paper.title = marked;
        prop_assert!(pdf(&paper).starts_with(b"%PDF"));
    }
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    assert!(pdf(&specimens::review()) == pdf(&specimens::review()));
}
