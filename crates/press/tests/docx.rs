//! DOCX: parts that a reader which is not ours can read, footnotes that lead somewhere, and the styles of a house.
#![cfg(feature = "docx")]

mod foreign;
mod specimens;

use std::io::{Cursor, Read, Write};

use foreign::read;
use press::{Block, Chart, ChartKind, FontFile, Format, Paper, PrintError, PrintOptions, Series, print};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use zip::ZipArchive;
use zip::write::SimpleFileOptions;

fn docx(paper: &Paper, template: Option<Vec<u8>>) -> Vec<u8> {
    print(paper, Format::Docx, &PrintOptions { template, ..PrintOptions::default() }).unwrap()
}

fn part(file: &[u8], name: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(file)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The elements of a part with their attributes, by a reader that refuses what is not well formed.
fn elements(xml: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut reader = Reader::from_str(xml);
    let mut elements = Vec::new();
    loop {
        match reader.read_event().expect("well formed") {
            Event::Start(tag) | Event::Empty(tag) => {
                let attributes = tag.attributes().map(|attribute| attribute.expect("well formed"));
                let pair = |attribute: quick_xml::events::attributes::Attribute<'_>| {
                    (attribute.key.as_ref().to_owned(), attribute.value.to_string())
                };
                elements.push((tag.name().as_ref().to_owned(), attributes.map(pair).collect()));
            }
            Event::Eof => return elements,
            _ => {}
        }
    }
}

/// The values of an attribute of an element.
fn values(xml: &str, element: &str, attribute: &str) -> Vec<String> {
    let of_element = elements(xml).into_iter().filter(|(name, _)| name == element);
    of_element
        .flat_map(|(_, attributes)| attributes)
        .filter(|(key, _)| key == attribute)
        .map(|(_, value)| value)
        .collect()
}

#[test]
fn every_part_is_well_formed_and_named() {
    for (name, paper) in specimens::all() {
        let file = docx(&paper, None);
        let mut zip = ZipArchive::new(Cursor::new(&file[..])).unwrap();
        let names: Vec<String> =
            (0..zip.len()).map(|place| zip.by_index(place).unwrap().name().unwrap().into_owned()).collect();
        for part_name in names.iter().filter(|name| [".xml", ".rels", ".svg"].iter().any(|end| name.ends_with(end))) {
            assert!(!elements(&part(&file, part_name)).is_empty(), "{name}: {part_name}");
        }
        for target in values(&part(&file, "word/_rels/document.xml.rels"), "Relationship", "Target") {
            assert!(names.contains(&format!("word/{target}")), "{name}: {target}");
        }
    }
}

/// The words of a part of a document as pandoc has it: `{"t": "Str", "c": "word"}`.
fn words(value: &Value, out: &mut String) {
    match (value["t"].as_str(), &value["c"]) {
        (Some("Str"), Value::String(word)) => out.push_str(word),
        (Some("Space" | "SoftBreak" | "LineBreak"), _) => out.push(' '),
        // The words of a note are no words of the sentence.
        (Some("Note"), _) => {}
        (_, Value::Array(inside)) => inside.iter().for_each(|inside| words(inside, out)),
        _ => value.as_array().into_iter().flatten().for_each(|inside| words(inside, out)),
    }
}

/// The words of all parts of a kind, in their order.
fn parts_of(value: &Value, kind: &str, found: &mut Vec<String>) {
    if value["t"] == kind {
        let mut text = String::new();
        words(&value["c"], &mut text);
        found.push(text);
    }
    match value {
        Value::Array(inside) => inside.iter().for_each(|inside| parts_of(inside, kind, found)),
        Value::Object(fields) => fields.values().for_each(|inside| parts_of(inside, kind, found)),
        _ => {}
    }
}

#[test]
fn a_reader_that_is_not_ours_finds_headings_tables_and_notes() {
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>();
    for (name, paper) in specimens::all() {
        let told = read("pandoc", &["--from", "docx", "--to", "json", "--fail-if-warnings"], &docx(&paper, None));
        let told: Value = serde_json::from_str(&told.unwrap_or_else(|said| panic!("{name}: {said}"))).unwrap();
        let all = |kind: &str| {
            let mut found = Vec::new();
            parts_of(&told["blocks"], kind, &mut found);
            found.iter().map(|text| squeezed(text)).collect::<Vec<_>>()
        };
        let headings = paper.sections.iter().map(|section| squeezed(&section.heading)).filter(|text| !text.is_empty());
        assert_eq!(all("Header"), headings.collect::<Vec<_>>(), "{name}");
        let blocks = || paper.sections.iter().flat_map(|section| &section.blocks);
        let tables = blocks().filter(|block| matches!(block, Block::Table(_) | Block::Chart(_))).count();
        assert_eq!(all("Table").len(), tables, "{name}");
        let notes = all("Note");
        assert_eq!(notes.len(), paper.notes.len(), "{name}");
        for (read, note) in notes.iter().zip(&paper.notes) {
            assert!(read.contains(&squeezed(&note.quote)), "{name}: “{}” is not in “{read}”", note.quote);
        }
    }
    let mut cut = docx(&specimens::digest(), None);
    cut.truncate(cut.len() / 2);
    assert!(read("pandoc", &["--from", "docx", "--to", "json"], &cut).is_err(), "half a document is none");
}

#[test]
fn every_note_stands_once_and_every_mark_leads_to_one() {
    for (name, paper) in specimens::all() {
        let file = docx(&paper, None);
        let (document, notes) = (part(&file, "word/document.xml"), part(&file, "word/footnotes.xml"));
        let here = values(&document, "w:footnoteReference", "w:id");
        let there: Vec<String> =
            values(&notes, "w:footnote", "w:id").into_iter().filter(|id| !["-1", "0"].contains(&id.as_str())).collect();
        assert_eq!(here, there, "{name}");
        let bookmarks = values(&document, "w:bookmarkStart", "w:name");
        let fields = document.split(" NOTEREF ").skip(1).map(|rest| rest.split_once(' ').unwrap().0.to_owned());
        fields.for_each(|bookmark| assert!(bookmarks.contains(&bookmark), "{name}: {bookmark}"));
    }
}

#[test]
fn a_short_list_is_not_parted() {
    let kept = |n_points: usize| {
        let mut paper = specimens::empty();
        let items = vec![vec![press::Sentence::plain("En punkt.")]; n_points];
        paper.sections[0].blocks = vec![press::Block::List { items }];
        part(&docx(&paper, None), "word/document.xml").matches("<w:keepNext/>").count()
    };
    let [one, three, four] = [1, 3, 4].map(kept);
    assert_eq!((three - one, four - one), (2, 0), "each point but the last stays with the next, where there are few");
}

#[test]
fn every_style_is_there() {
    for (name, paper) in specimens::all() {
        let file = docx(&paper, None);
        let styles = values(&part(&file, "word/styles.xml"), "w:style", "w:styleId");
        let (document, notes) = (part(&file, "word/document.xml"), part(&file, "word/footnotes.xml"));
        for element in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
            for style in [&document, &notes].into_iter().flat_map(|part| values(part, element, "w:val")) {
                assert!(styles.contains(&style), "{name}: {style}");
            }
        }
    }
}

#[test]
fn words_say_their_language() {
    let file = docx(&specimens::digest(), None);
    let languages = |part_name: &str| values(&part(&file, part_name), "w:lang", "w:val");
    assert!(
        languages("word/document.xml").contains(&"vi".to_owned())
            && languages("word/document.xml").contains(&"sv".to_owned())
    );
    assert!(languages("word/footnotes.xml").contains(&"en".to_owned()));
    assert!(part(&file, "docProps/core.xml").contains("<dc:language>sv</dc:language>"));
    let arabic = docx(&specimens::arabic(), None);
    assert!(part(&arabic, "word/document.xml").contains("<w:bidi/>"));
}

#[test]
fn quotes_run_on_over_the_ends_of_lines() {
    let mut paper = specimens::digest();
    paper.notes[0].quote = "Bùi Thanh Sơn\r\ngặp Iwaya Takeshi.".to_owned();
    let notes = part(&docx(&paper, None), "word/footnotes.xml");
    assert!(notes.contains("Bùi Thanh Sơn gặp Iwaya Takeshi."), "{notes}");
}

/// The picture of a paper of one chart: a heat map of some rows by the month of a label.
fn picture(label: &str, n_rows: usize, options: &PrintOptions) -> Result<Vec<u8>, PrintError> {
    let series = |row| Series { name: format!("Row {row}"), values: vec![row as f64] };
    let chart = Chart {
        kind: ChartKind::Heat,
        title: "Heat".to_owned(),
        alternative: "Some rows.".to_owned(),
        labels: vec![label.to_owned()],
        series: (0..n_rows).map(series).collect(),
    };
    let mut paper = specimens::empty();
    paper.sections[0].blocks.push(Block::Chart(chart));
    let file = print(&paper, Format::Docx, options)?;
    let mut picture = Vec::new();
    let mut zip = ZipArchive::new(Cursor::new(&file[..])).unwrap();
    zip.by_name("word/media/chart1.png").unwrap().read_to_end(&mut picture).unwrap();
    Ok(picture)
}

#[test]
fn charts_are_drawn_as_large_as_they_are_shown() {
    let size = |n_rows: usize| {
        let picture = picture("July", n_rows, &PrintOptions::default()).unwrap();
        // The header of PNG: signature, length and name of the first part, then width and height.
        let number = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
        [number(16), number(20)]
    };
    assert_eq!(size(4)[0], 1920);
    let [wide, high] = size(400);
    assert!(high <= 2605 && wide < 1920, "{wide} × {high} pixels");
}

/// A font that has one letter for the dotted circle of another. Its table of letters (format 4) has the ends of all stretches, two bytes, the
/// beginnings, and what is added to a letter to give the number of its shape; the circle is a stretch of its own.
fn font_of(letter: u16) -> Vec<u8> {
    let circle = 0x25cc_u16;
    let mut font = include_bytes!("../fonts/NotoSansHebrew-Regular.ttf").to_vec();
    let places = (0..font.len() - 1).filter(|&at| font[at..at + 2] == circle.to_be_bytes()).collect::<Vec<_>>();
    let [end, begin] = places[..] else { panic!("the circle stands elsewhere too: {places:?}") };
    let added = begin + (begin - end) - 2;
    let shape = circle.wrapping_add(u16::from_be_bytes([font[added], font[added + 1]]));
    for (at, number) in [(end, letter), (begin, letter), (added, shape.wrapping_sub(letter))] {
        font[at..at + 2].copy_from_slice(&number.to_be_bytes());
    }
    font
}

#[test]
fn charts_have_letters_of_fonts_from_outside() {
    let with = |bytes: &[u8]| {
        let font = FontFile { name: "house.ttf".to_owned(), bytes: bytes.to_owned() };
        picture("屋", 2, &PrintOptions { fonts: vec![font], ..PrintOptions::default() })
    };
    let without = picture("屋", 2, &PrintOptions::default()).unwrap();
    assert!(with(&font_of(0x5c4b)).unwrap() != without, "the letter is drawn");
    assert!(with(&font_of(0x5ca9)).unwrap() == without, "a font without the letter changes nothing");
    let error = with(b"no font").unwrap_err().to_string();
    assert!(error.starts_with("house.ttf: holds no font"), "{error}");
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    assert!(docx(&specimens::review(), None) == docx(&specimens::review(), None));
}

/// A house's template as a word processor in Swedish saves it: other identifiers, landscape, a header, no style for footnotes. Each part
/// begins with `mark`.
fn template(mark: &str) -> Vec<u8> {
    let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let parts = [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document2.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/><Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/></Types>".to_owned()),
        ("_rels/.rels", format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{kind}/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>")),
        ("word/document2.xml", format!("<w:document {space}><w:body><w:p><w:r><w:t>Old words</w:t></w:r></w:p><w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/><w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1000\" w:right=\"2000\" w:bottom=\"1000\" w:left=\"2000\"/></w:sectPr></w:body></w:document>")),
        ("word/_rels/document2.xml.rels", format!("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s\" Type=\"{kind}/styles\" Target=\"styles.xml\"/><Relationship Id=\"h\" Type=\"{kind}/header\" Target=\"header1.xml\"/></Relationships>")),
        ("word/styles.xml", format!("<w:styles {space}><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Rubrik1\"><w:name w:val=\"heading 1\"/><w:rPr><w:color w:val=\"C00000\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Rubrik\"><w:name w:val=\"Title\"/></w:style></w:styles>")),
        ("word/header1.xml", format!("<w:hdr {space}><w:p><w:r><w:t>Utrikesdepartementet</w:t></w:r></w:p></w:hdr>")),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(format!("{mark}{text}").as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_house_gives_its_styles_and_page() {
    let file = docx(&specimens::digest(), Some(template("")));
    let document = part(&file, "word/document2.xml");
    assert!(
        !document.contains("Old words")
            && document.contains("w:orient=\"landscape\"")
            && document.contains("r:id=\"h\"")
    );
    assert!(part(&file, "word/header1.xml").contains("Utrikesdepartementet"));
    let styles = values(&part(&file, "word/styles.xml"), "w:style", "w:styleId");
    let used = values(&document, "w:pStyle", "w:val");
    assert!(used.contains(&"Rubrik1".to_owned()) && used.contains(&"Rubrik".to_owned()));
    assert!(used.contains(&"PressListBullet".to_owned()) && document.contains("•"));
    assert!(used.iter().all(|style| styles.contains(style)), "{used:?} {styles:?}");
    let types = part(&file, "[Content_Types].xml");
    assert!(
        types.contains("document.main+xml") && types.contains("/word/footnotes.xml") && !types.contains("template")
    );
    assert!(part(&file, "word/_rels/document2.xml.rels").contains("Target=\"footnotes.xml\""));
    assert!(!elements(&part(&file, "word/footnotes.xml")).is_empty());
}

#[test]
fn a_template_may_begin_with_byte_order_marks() {
    let printed = |mark| part(&docx(&specimens::digest(), Some(template(mark))), "word/document2.xml");
    assert_eq!(printed("\u{feff}"), printed(""));
}

#[test]
fn what_is_no_template_is_refused() {
    let check = |template: &[u8]| {
        let options = PrintOptions { template: Some(template.to_vec()), ..PrintOptions::default() };
        print(&specimens::empty(), Format::Docx, &options).unwrap_err()
    };
    assert!(matches!(check(b"no zip"), PrintError::Template(_)));
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("other.txt", SimpleFileOptions::default()).unwrap();
    let message = check(&zip.finish().unwrap().into_inner()).to_string();
    assert_eq!(
        message,
        "the template cannot be used: it has no [Content_Types].xml; give a DOCX file that a word processor saved"
    );
}
