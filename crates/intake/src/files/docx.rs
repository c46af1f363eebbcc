//! Word files ([ECMA-376](https://ecma-international.org/publications-and-standards/standards/ecma-376/)): headings, paragraphs, tables
//! and notes as a plain page, with the title and day that the file says of itself.

use std::collections::HashMap;
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::simple::{About, Simple};
use crate::error::{IntakeError, fair};

const RESAVE: &str = "open and save it anew, or save it as text";
/// Tables and boxes may lie so deep in each other.
const DEEPEST: usize = 200;

/// Reads the text of a Word file as a page, of which a limit in bytes holds; each part of the file may have four times as many.
pub(super) fn read(name: &str, bytes: &[u8], limit_bytes: usize) -> Result<Vec<u8>, IntakeError> {
    let broken = |problem: String| IntakeError::broken(name, problem, RESAVE);
    let mut file = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(format!("is damaged ({error})")))?;
    let mut part = |of: &str| -> Result<Option<Vec<u8>>, IntakeError> {
        let Some(index) = file.index_for_name(of) else { return Ok(None) };
        let part = file.by_index(index).map_err(|error| broken(format!("is damaged ({error})")))?;
        let packed = part.compressed_size();
        let mut unpacked = Vec::new();
        let most = limit_bytes as u64 * 4;
        part.take(most + 1).read_to_end(&mut unpacked).map_err(|error| IntakeError::reading(name, error))?;
        fair(packed, unpacked.len() as u64).map_err(|error| IntakeError::reading(name, error))?;
        if unpacked.len() as u64 > most {
            return Err(IntakeError::too_long(name, None, limit_bytes));
        }
        Ok(Some(unpacked))
    };
    let about = part("docProps/core.xml")?.map(|core| about(&core)).unwrap_or_default();
    let levels = part("word/styles.xml")?.map(|styles| styles_levels(&styles)).unwrap_or_default();
    let main = part("word/document.xml")?.ok_or_else(|| broken("holds no text".to_owned()))?;
    let notes = [part("word/footnotes.xml")?, part("word/endnotes.xml")?];
    let mut page = Body::new(Simple::new(&about), &levels, limit_bytes);
    for xml in std::iter::once(&main).chain(notes.iter().flatten()) {
        page.read(xml).map_err(|problem| match problem {
            Problem::TooLong(size_bytes) => IntakeError::too_long(name, size_bytes, limit_bytes),
            Problem::Xml(problem) => broken(problem),
            Problem::Harm(problem) => IntakeError::refused(name, problem, RESAVE),
        })?;
    }
    if page.empty {
        return Err(broken("holds no text".to_owned()));
    }
    Ok(page.page.finish())
}

/// What is wrong with a part.
enum Problem {
    TooLong(u64),
    Xml(String),
    Harm(&'static str),
}

impl From<quick_xml::Error> for Problem {
    fn from(error: quick_xml::Error) -> Self {
        Self::Xml(format!("is damaged ({error})"))
    }
}

/// The style of headings, by the names of styles.
type Levels = HashMap<String, u8>;

/// The value of an attribute, by its name without a prefix.
fn attribute(of: &BytesStart<'_>, name: &str) -> Option<String> {
    // Looking for doubles takes time with the square of them.
    let mut attributes = of.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}

/// Which styles are headings: by their level in the outline, else by their names, which are English in every Word.
fn styles_levels(xml: &[u8]) -> Levels {
    let mut levels = Levels::new();
    let mut style: Option<(String, Option<u8>)> = None;
    let mut reader = Reader::from_reader(xml);
    loop {
        let event = reader.read_event();
        let (of, empty) = match &event {
            Ok(Event::Start(of)) => (of, false),
            Ok(Event::Empty(of)) => (of, true),
            Ok(Event::End(of)) if of.local_name().as_ref() == "style" => {
                if let Some((name, Some(level))) = style.take() {
                    levels.entry(name).or_insert(level);
                }
                continue;
            }
            Ok(Event::Eof) | Err(_) => return levels,
            Ok(_) => continue,
        };
        match of.local_name().as_ref() {
            "style" if !empty => style = attribute(of, "styleId").map(|name| (name, None)),
            "outlineLvl" => {
                let level = attribute(of, "val").and_then(|level| level.parse::<u8>().ok()).filter(|&level| level < 6);
                if let (Some((_, known)), Some(level)) = (&mut style, level) {
                    *known = Some(level + 1);
                }
            }
            "name" => {
                let title = attribute(of, "val").is_some_and(|name| name.eq_ignore_ascii_case("title"));
                if let (Some((_, known)), true) = (&mut style, title) {
                    *known = Some(1);
                }
            }
            _ => {}
        }
    }
}

/// What a file says of itself. When it was last changed is nearer to its publication than when its template was made.
fn about(xml: &[u8]) -> About {
    let mut about = About::default();
    let (mut created, mut modified) = (String::new(), String::new());
    let mut reader = Reader::from_reader(xml);
    let mut field = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(of)) => field = of.local_name().as_ref().to_owned(),
            Ok(Event::End(_)) => field.clear(),
            Ok(event @ (Event::Text(_) | Event::GeneralRef(_) | Event::CData(_))) => {
                let into = match &*field {
                    "title" => &mut about.title,
                    "creator" => &mut about.author,
                    "created" => &mut created,
                    "modified" => &mut modified,
                    _ => continue,
                };
                into.push_str(&text(&event));
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    about.published = if modified.is_empty() { created } else { modified };
    for field in [&mut about.title, &mut about.author, &mut about.published] {
        *field = field.trim().to_owned();
    }
    about
}

/// The text of an event. References are those of XML itself and of single characters: nothing else is expanded.
fn text(event: &Event<'_>) -> String {
    match event {
        Event::Text(text) => text.to_string(),
        Event::CData(text) => text.to_string(),
        Event::GeneralRef(reference) => {
            if let Ok(Some(sign)) = reference.resolve_char_ref() {
                return sign.to_string();
            }
            quick_xml::escape::resolve_predefined_entity(reference).unwrap_or_default().to_owned()
        }
        _ => String::new(),
    }
}

/// The text of a file as it is read.
struct Body<'a> {
    page: Simple,
    levels: &'a Levels,
    limit_bytes: usize,
    /// The paragraphs that are open: a box may stand in one.
    paragraphs: Vec<Paragraph>,
    /// The tables that are open; what lies in another one is laid out in its cell.
    tables: Vec<Vec<Vec<String>>>,
    /// How many elements are open whose text is not read, one in the other.
    unread: usize,
    /// Whether text is being read.
    text: bool,
    /// Whether it stands above the line, as the numbers of notes do.
    raised: bool,
    empty: bool,
}

#[derive(Default)]
struct Paragraph {
    text: String,
    level: Option<u8>,
}

impl<'a> Body<'a> {
    fn new(page: Simple, levels: &'a Levels, limit_bytes: usize) -> Self {
        let (paragraphs, tables) = (Vec::new(), Vec::new());
        Self { page, levels, limit_bytes, paragraphs, tables, unread: 0, text: false, raised: false, empty: true }
    }

    fn read(&mut self, xml: &[u8]) -> Result<(), Problem> {
        let mut reader = Reader::from_reader(xml);
        // A file that breaks off says so by its ends.
        reader.config_mut().check_end_names = true;
        let mut depth = 0;
        loop {
            match reader.read_event()? {
                Event::Start(of) => {
                    depth += 1;
                    if depth > DEEPEST {
                        return Err(Problem::Harm("has elements too deep in each other"));
                    }
                    self.start(&of);
                }
                Event::Empty(of) => self.single(&of),
                Event::End(of) => {
                    depth -= 1;
                    self.end(of.local_name().as_ref());
                }
                event @ (Event::Text(_) | Event::GeneralRef(_) | Event::CData(_)) if self.text && self.unread == 0 => {
                    let text = text(&event);
                    let note = self.raised && text.chars().all(|sign| sign.is_ascii_digit());
                    if let Some(paragraph) = self.paragraphs.last_mut().filter(|_| !note) {
                        paragraph.text.push_str(&text);
                    }
                }
                Event::DocType(_) => return Err(Problem::Harm("declares a document type, as no Word file does")),
                Event::Eof => return if depth == 0 { Ok(()) } else { Err(Problem::Xml("ends early".to_owned())) },
                _ => {}
            }
            if self.page.size_bytes() > self.limit_bytes {
                return Err(Problem::TooLong(self.page.size_bytes() as u64));
            }
        }
    }

    fn start(&mut self, of: &BytesStart<'_>) {
        match of.local_name().as_ref() {
            // What else shows the same box, and what was deleted or moved away.
            "Fallback" | "del" | "moveFrom" => self.unread += 1,
            // Lines between the text and its notes.
            "footnote" | "endnote" if attribute(of, "type").is_some() => self.unread += 1,
            "p" => self.paragraphs.push(Paragraph::default()),
            "t" => self.text = true,
            "r" => self.raised = false,
            "tbl" if self.unread == 0 => self.tables.push(Vec::new()),
            "tr" if self.unread == 0 => {
                if let Some(table) = self.tables.last_mut() {
                    table.push(Vec::new());
                }
            }
            "tc" if self.unread == 0 => {
                if let Some(row) = self.tables.last_mut().and_then(|table| table.last_mut()) {
                    row.push(String::new());
                }
            }
            _ => self.single(of),
        }
    }

    fn single(&mut self, of: &BytesStart<'_>) {
        let Some(paragraph) = self.paragraphs.last_mut().filter(|_| self.unread == 0) else { return };
        match of.local_name().as_ref() {
            "tab" if of.attributes().next().is_none() => paragraph.text.push('\t'),
            "br" | "cr" => paragraph.text.push('\n'),
            "vertAlign" => self.raised = attribute(of, "val").as_deref() == Some("superscript"),
            "noBreakHyphen" => paragraph.text.push('-'),
            "pStyle" => {
                let style = attribute(of, "val");
                paragraph.level = style.and_then(|style| self.levels.get(&style).copied());
            }
            "outlineLvl" => {
                let level = attribute(of, "val").and_then(|level| level.parse::<u8>().ok()).filter(|&level| level < 6);
                paragraph.level = level.map(|level| level + 1).or(paragraph.level);
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "Fallback" | "del" | "moveFrom" => self.unread = self.unread.saturating_sub(1),
            "footnote" | "endnote" => self.unread = 0,
            "t" => self.text = false,
            "p" => self.end_paragraph(),
            "tbl" if self.unread == 0 => self.end_table(),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let text = paragraph.text.trim();
        if text.is_empty() || self.unread > 0 {
            return;
        }
        self.empty = false;
        match self.cell() {
            Some(cell) => {
                if !cell.is_empty() {
                    cell.push('\n');
                }
                cell.push_str(text);
            }
            None => match paragraph.level {
                Some(level) => self.page.heading(level, text),
                None => self.page.paragraph(text),
            },
        }
    }

    /// The cell that is being written.
    fn cell(&mut self) -> Option<&mut String> {
        self.tables.last_mut()?.last_mut()?.last_mut()
    }

    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        // A table of one column holds the page together, and one in another is a part of its cell.
        if self.tables.is_empty() && table.iter().any(|row| row.len() > 1) {
            self.page.table(&table);
            return;
        }
        for text in table.into_iter().flatten().filter(|text| !text.is_empty()) {
            match self.cell() {
                Some(cell) => {
                    cell.push('\n');
                    cell.push_str(&text);
                }
                None => text.split('\n').for_each(|line| self.page.paragraph(line)),
            }
        }
    }
}
