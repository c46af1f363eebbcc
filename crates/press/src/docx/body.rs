//! The main part: what a paper says, but for its notes.

use std::sync::Arc;

use resvg::usvg::fontdb;

use super::pictures::{self, Picture};
use super::runs::{self, KEEP_NEXT, Look, TO_END, paragraph, paragraph_with};
use super::template::House;
use super::{DECLARATION, NAMESPACES};
use crate::columns::{Room, columns};
use crate::html::holds_numbers;
use crate::paper::{Block, Chart, NoteId, Paper, Sentence, Table, TableRow, is_short_list};
use crate::print::PrintError;
use crate::xml::Xml;

/// Writes the main part, and the pictures in it, whose letters are of some fonts.
pub(super) fn document(
    paper: &Paper,
    house: &House,
    fonts: &Arc<fontdb::Database>,
) -> Result<(String, Vec<Picture>), PrintError> {
    let seen = vec![false; paper.notes.len()];
    let mut body = Body { xml: Xml::default(), paper, house, fonts, seen, pictures: Vec::new() };
    body.paper()?;
    let mut xml = Xml::with(DECLARATION);
    let mut namespaces = NAMESPACES.to_vec();
    namespaces.extend(house.namespaces.iter().map(|(key, value)| (key.as_str(), value.as_str())));
    xml.element("w:document", &namespaces, |xml| {
        xml.element("w:body", &[], |xml| {
            xml.line();
            xml.markup(&body.xml.finish());
            xml.markup(&house.page);
        });
    });
    Ok((xml.finish(), body.pictures))
}

struct Body<'a> {
    xml: Xml,
    paper: &'a Paper,
    house: &'a House,
    fonts: &'a Arc<fontdb::Database>,
    /// Which notes have been named: a footnote stands where it is named first, later marks refer to that.
    seen: Vec<bool>,
    pictures: Vec<Picture>,
}

impl Body<'_> {
    fn paper(&mut self) -> Result<(), PrintError> {
        let (paper, styles) = (self.paper, &self.house.styles);
        self.line(&styles.title, &paper.title);
        if let Some(subtitle) = &paper.subtitle {
            self.line(&styles.subtitle, subtitle);
        }
        for section in &paper.sections {
            let style = &styles.headings[usize::from(section.level.clamp(1, 3)) - 1];
            if !section.heading.is_empty() {
                self.line_above(style, &section.heading);
            }
            for (place, block) in section.blocks.iter().enumerate() {
                // How much more there is than a table has stands on its page.
                let more = matches!(section.blocks.get(place + 1), Some(Block::Paragraph { .. }));
                self.block(block, more)?;
            }
        }
        if let Some(foot) = &paper.foot {
            self.line(&styles.footnote_text, foot);
        }
        Ok(())
    }

    /// Adds a paragraph that is all of one look.
    fn line(&mut self, style: &str, text: &str) {
        let language = &self.paper.language;
        let look = Look::plain(language);
        paragraph(&mut self.xml, Some(style), language, |xml| runs::text(xml, text, look));
    }

    /// The same for one that belongs to what follows, whatever the house's style says of it.
    fn line_above(&mut self, style: &str, text: &str) {
        let language = &self.paper.language;
        let look = Look::plain(language);
        paragraph_with(&mut self.xml, Some(style), language, KEEP_NEXT, |xml| runs::text(xml, text, look));
    }

    /// Adds a paragraph of sentences, with further markup of its looks.
    fn sentences(&mut self, style: Option<&str>, sentences: &[Sentence], more: &str) {
        let mut inside = Xml::default();
        if style.is_some() && self.house.styles.bare_bullet {
            runs::text(&mut inside, "•\u{2002}", Look::plain(&self.paper.language));
        }
        for (place, sentence) in sentences.iter().enumerate() {
            let (paper, styles) = (self.paper, &self.house.styles);
            if place > 0 {
                runs::text(&mut inside, " ", Look::plain(&paper.language));
            }
            sentence.runs.iter().for_each(|run| runs::run(&mut inside, run, styles, &paper.language));
            self.references(&mut inside, &sentence.notes);
        }
        let inside = inside.finish();
        paragraph_with(&mut self.xml, style, &self.paper.language, more, |xml| xml.markup(&inside));
    }

    fn references(&mut self, xml: &mut Xml, notes: &[NoteId]) {
        let language = &self.paper.language;
        let look = Look { style: Some(&self.house.styles.footnote_reference), ..Look::plain(language) };
        for (place, note) in notes.iter().enumerate() {
            if place > 0 {
                runs::text(xml, ",", look);
            }
            let number = (note.0 + 1).to_string();
            let bookmark = format!("_Note{number}");
            if std::mem::replace(&mut self.seen[note.0], true) {
                again(xml, &bookmark, &number, look);
                continue;
            }
            xml.empty("w:bookmarkStart", &[("w:id", &number), ("w:name", &bookmark)]);
            xml.element("w:r", &[], |xml| {
                runs::properties(xml, look, false);
                xml.empty("w:footnoteReference", &[("w:id", &number)]);
            });
            xml.empty("w:bookmarkEnd", &[("w:id", &number)]);
        }
    }

    /// Adds a block; `more`: whether words follow that belong to it.
    fn block(&mut self, block: &Block, more: bool) -> Result<(), PrintError> {
        match block {
            Block::Paragraph { sentences } => self.sentences(None, sentences, ""),
            Block::List { items } => {
                let style = &self.house.styles.bullet;
                let together = is_short_list(items.len());
                for (place, item) in items.iter().enumerate() {
                    let keep = if together && place + 1 < items.len() { KEEP_NEXT } else { "" };
                    self.sentences(Some(style), item, keep);
                }
            }
            Block::Table(table) => {
                if !table.caption.is_empty() {
                    self.line_above(&self.house.styles.caption, &table.caption);
                }
                self.table(table, more);
            }
            Block::Chart(chart) => self.chart(chart)?,
        }
        Ok(())
    }

    fn chart(&mut self, chart: &Chart) -> Result<(), PrintError> {
        self.line_above(&self.house.styles.caption, &chart.title);
        let picture = Picture::of(chart, self.pictures.len() + 1, self.fonts)?;
        let keep = if picture.is_low() { KEEP_NEXT } else { "" };
        paragraph_with(&mut self.xml, None, &self.paper.language, keep, |xml| {
            pictures::draw(xml, &picture, self.house.text_width);
        });
        self.pictures.push(picture);
        self.table(&chart.legible_table(), false);
        Ok(())
    }

    fn table(&mut self, table: &Table, more: bool) {
        let room = Room { whole: self.house.text_width, letters: LETTERS, margins: MARGINS };
        let set = columns(table, room);
        let widths: Vec<u32> = set.widths.iter().map(|wide| *wide as u32).collect();
        // As few letters as can be are smaller than the program has them; a house may have any size for its text, for which the columns
        // were not measured.
        let of_house = self.house.styles.of_house;
        let letters = if of_house { LETTERS * OF_HOUSE } else { LETTERS };
        let size = (set.size < 1.0 || of_house).then(|| (letters * set.size / HALF_POINT) as u32);
        let headed = table.columns.iter().any(|heading| !heading.is_empty());
        // A table without rows is none for a word processor.
        if !headed && table.rows.is_empty() {
            return;
        }
        let mut xml = std::mem::take(&mut self.xml);
        xml.element("w:tbl", &[], |xml| {
            xml.element("w:tblPr", &[], |xml| {
                xml.empty("w:tblStyle", &[("w:val", &self.house.styles.table)]);
                if crate::direction::runs_left(&self.paper.language) {
                    xml.empty("w:bidiVisual", &[]);
                }
                let whole = widths.iter().sum::<u32>().to_string();
                xml.empty("w:tblW", &[("w:w", &whole), ("w:type", "dxa")]);
                let look = [
                    ("w:val", if headed { "0420" } else { "0400" }),
                    ("w:firstRow", if headed { "1" } else { "0" }),
                    ("w:lastRow", "0"),
                    ("w:firstColumn", "0"),
                ];
                let bands = [("w:lastColumn", "0"), ("w:noHBand", "0"), ("w:noVBand", "1")];
                xml.empty("w:tblLook", &[&look[..], &bands[..]].concat());
                if !table.caption.is_empty() {
                    xml.empty("w:tblCaption", &[("w:val", &table.caption)]);
                }
            });
            xml.element("w:tblGrid", &[], |xml| {
                widths.iter().for_each(|width| xml.empty("w:gridCol", &[("w:w", &width.to_string())]));
            });
            let head = TableRow { cells: table.columns.clone(), notes: Vec::new() };
            let columns: Vec<Column> =
                widths.iter().enumerate().map(|(at, &width)| Column::of(table, at, (width, size))).collect();
            if headed {
                self.row(xml, &head, &columns, [true; 2]);
            }
            // What fits well into a part of a page is not parted by its end.
            let whole = table.is_short();
            for (place, row) in table.rows.iter().enumerate() {
                self.row(xml, row, &columns, [false, whole && (more || place + 1 < table.rows.len())]);
            }
        });
        xml.line();
        self.xml = xml;
        // Two tables without a paragraph between them would be one; this one is as low as a gap.
        let looks = [if more { KEEP_NEXT } else { "" }, GAP].concat();
        paragraph_with(&mut self.xml, None, &self.paper.language, &looks, |_| {});
    }

    /// Adds a row: whether it is the head, and whether it stays with the next.
    fn row(&mut self, xml: &mut Xml, row: &TableRow, columns: &[Column], [head, stays]: [bool; 2]) {
        let language = self.paper.language.clone();
        xml.element("w:tr", &[], |xml| {
            xml.markup(if head {
                "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
            } else {
                "<w:trPr><w:cantSplit/></w:trPr>"
            });
            for (place, (cell, column)) in row.cells.iter().zip(columns).enumerate() {
                xml.element("w:tc", &[], |xml| {
                    xml.element("w:tcPr", &[], |xml| {
                        xml.empty("w:tcW", &[("w:w", &column.width.to_string()), ("w:type", "dxa")]);
                    });
                    let more =
                        [if stays { KEEP_NEXT } else { "" }, if column.holds_numbers { TO_END } else { "" }].concat();
                    paragraph_with(xml, None, &language, &more, |xml| {
                        runs::text(xml, cell, Look { size: column.size, ..Look::plain(&language) });
                        if place + 1 == row.cells.len() {
                            self.references(xml, &row.notes);
                        }
                    });
                });
            }
        });
        xml.line();
    }
}

/// How a column is set.
struct Column {
    width: u32,
    /// How large its letters are, in half points, where they are smaller than others.
    size: Option<u32>,
    holds_numbers: bool,
}

impl Column {
    fn of(table: &Table, at: usize, (width, size): (u32, Option<u32>)) -> Self {
        Self { width, size, holds_numbers: holds_numbers(table, at) }
    }
}

/// The looks of the paragraph behind a table.
const GAP: &str = "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/>";

/// Adds the number of a note that stands elsewhere: a field, so that it follows when notes are added or taken away.
fn again(xml: &mut Xml, bookmark: &str, number: &str, look: Look<'_>) {
    let mut part = |inside: &dyn Fn(&mut Xml)| {
        xml.element("w:r", &[], |xml| {
            runs::properties(xml, look, false);
            inside(xml);
        });
    };
    part(&|xml| xml.empty("w:fldChar", &[("w:fldCharType", "begin")]));
    let field = format!(" NOTEREF {bookmark} \\h ");
    part(&|xml| xml.words("w:instrText", &[("xml:space", "preserve")], &field));
    part(&|xml| xml.empty("w:fldChar", &[("w:fldCharType", "separate")]));
    part(&|xml| runs::words(xml, number));
    part(&|xml| xml.empty("w:fldChar", &[("w:fldCharType", "end")]));
}

/// The size of letters in tables, and how wide the margins of a cell are with a little room, in twentieths of a point.
const LETTERS: f64 = 190.0;
const MARGINS: f64 = 220.0;
/// A house's letters may be wider than those that were measured: so much smaller they are in its tables.
const OF_HOUSE: f64 = 0.9;
/// Half a point, in which word processors count the size of letters.
const HALF_POINT: f64 = 10.0;
