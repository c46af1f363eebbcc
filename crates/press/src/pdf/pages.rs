//! A paper as the template `paper.typ` reads it: data, and charts as files beside it.

use rustc_hash::FxHashSet;
use serde::Serialize;

use crate::charts;
use crate::columns::{Room, columns};
use document::is_web;

use crate::html::holds_numbers;
use crate::paper::{Block, Note, NoteId, Paper, Sentence, Table, is_short_list};
use crate::print::PrintError;
use crate::tidy::words;

/// How high a chart may be, in parts of its width: somewhat lower than a page.
const HIGHEST: f64 = 1.3;

/// More notes than these stand at the end of a paper and not at the feet of its pages. Footnotes have all pages set several times, until each
/// stands where its mark does: a digest of a thousand engagements, with five thousand notes, takes three times as long by them.
const MOST_FOOTNOTES: usize = 500;

/// A paragraph of so many bytes and notes is never parted by the end of a page.
const SHORT_BYTES: usize = 900;
const SHORT_NOTES: usize = 8;
/// What a table has room for, in points: `paper.typ` says so too.
const ROOM: Room = Room { whole: 470.0, letters: 8.5, margins: 8.0 };

/// How large the letters of a paper are, in points, and whether it is set closely.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Setting {
    size: f64,
    dense: bool,
}

/// As papers are set that may have as many pages as they need.
pub(super) const USUAL: Setting = Setting { size: 10.0, dense: false };
/// As what has to fit on few pages is set, the most legible first.
pub(super) const CLOSER: [Setting; 3] =
    [Setting { size: 9.5, dense: true }, Setting { size: 9.0, dense: true }, Setting { size: 8.5, dense: true }];

#[derive(Serialize)]
struct Page<'a> {
    #[serde(flatten)]
    setting: Setting,
    language: Option<&'a str>,
    title: &'a str,
    subtitle: Option<&'a str>,
    foot: Option<&'a str>,
    blocks: Vec<Piece<'a>>,
    notes: Vec<Footnote<'a>>,
    /// The heading of the notes, where they stand at the end.
    endnotes: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(tag = "piece", rename_all = "kebab-case")]
enum Piece<'a> {
    Heading { level: u8, text: &'a str },
    Paragraph { text: Text<'a> },
    List { items: Vec<Text<'a>>, whole: bool },
    Table(Grid),
    Chart { title: &'a str, alternative: &'a str, file: String, width: f64, table: Grid, whole: bool },
}

/// What is read in one go.
#[derive(Serialize)]
struct Text<'a> {
    parts: Vec<Part<'a>>,
    /// Whether it is short enough to stand on one page.
    whole: bool,
}

/// Words of one look, or the mark of a note.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Part<'a> {
    Words {
        text: &'a str,
        strong: bool,
        language: Option<&'a str>,
    },
    /// The note, and whether it stands here: it does where it is named first.
    Note {
        note: usize,
        first: bool,
        follows: bool,
    },
}

#[derive(Serialize)]
struct Grid {
    caption: String,
    columns: Vec<String>,
    numbers: Vec<bool>,
    rows: Vec<Line>,
    /// Whether it stays on one page.
    whole: bool,
    /// How wide each column is, as a part of the page, where they do not all fit as they wish.
    widths: Vec<f64>,
    /// How large letters are, as a part of those of other tables.
    size: f64,
}

#[derive(Serialize)]
struct Line {
    cells: Vec<String>,
    notes: Vec<Part<'static>>,
}

#[derive(Serialize)]
struct Footnote<'a> {
    quote: String,
    language: Option<&'a str>,
    source: String,
    /// Where the source can be opened, in the notes behind the first of a document: that one spells the address out.
    link: Option<&'a str>,
    address: Option<&'a str>,
    /// Whether the address may be a link.
    web: bool,
    account: String,
}

/// The files of a paper.
pub(super) fn files(paper: &Paper, setting: Setting) -> Result<Vec<(String, Vec<u8>)>, PrintError> {
    let mut writing = Writing { seen: vec![false; paper.notes.len()], charts: Vec::new() };
    let mut blocks = Vec::new();
    for section in &paper.sections {
        if !section.heading.is_empty() {
            blocks.push(Piece::Heading { level: section.level, text: &section.heading });
        }
        blocks.extend(section.blocks.iter().map(|block| writing.block(block)));
    }
    let page = Page {
        setting,
        language: primary(&paper.language),
        // PDF/UA asks for one; whoever edits a paper may have emptied it.
        title: if paper.title.trim().is_empty() { &paper.kind } else { &paper.title },
        subtitle: paper.subtitle.as_deref(),
        foot: paper.foot.as_deref(),
        blocks,
        notes: footnotes(&paper.notes),
        endnotes: (paper.notes.len() > MOST_FOOTNOTES).then_some(&paper.notes_heading),
    };
    let json = serde_json::to_vec(&page).map_err(|error| PrintError::Writing(error.into()))?;
    let mut files = writing.charts;
    files.push(("paper.json".to_owned(), json));
    Ok(files)
}

/// The part of a tag that typst knows.
fn primary(tag: &str) -> Option<&str> {
    let primary = tag.split('-').next()?;
    ((2..=3).contains(&primary.len()) && primary.bytes().all(|byte| byte.is_ascii_alphabetic())).then_some(primary)
}

struct Writing {
    seen: Vec<bool>,
    charts: Vec<(String, Vec<u8>)>,
}

impl Writing {
    fn block<'a>(&mut self, block: &'a Block) -> Piece<'a> {
        match block {
            Block::Paragraph { sentences } => Piece::Paragraph { text: self.text(sentences) },
            Block::List { items } => {
                let items: Vec<Text<'_>> = items.iter().map(|item| self.text(item)).collect();
                let whole = is_short_list(items.len()) && items.iter().all(|item| item.whole);
                Piece::List { items, whole }
            }
            Block::Table(table) => Piece::Table(self.grid(table)),
            Block::Chart(chart) => {
                let number = self.charts.len() + 1;
                let svg = charts::svg(chart, &format!("chart-{number}"), charts::BLACK);
                let file = format!("chart-{number}.svg");
                let height = charts::height(&svg);
                self.charts.push((file.clone(), svg.into_bytes()));
                let width = (HIGHEST * charts::WIDTH / height).min(1.0);
                let table = self.grid(&chart.legible_table());
                // Nobody reads the numbers of a chart a page behind it, but a gap of half a page is worse.
                let whole = table.whole && charts::is_low(height);
                Piece::Chart { title: &chart.title, alternative: &chart.alternative, file, width, table, whole }
            }
        }
    }

    fn text<'a>(&mut self, sentences: &'a [Sentence]) -> Text<'a> {
        let n_bytes: usize = sentences.iter().flat_map(|sentence| &sentence.runs).map(|run| run.text.len()).sum();
        let n_notes: usize = sentences.iter().map(|sentence| sentence.notes.len()).sum();
        Text { parts: self.parts(sentences), whole: n_bytes <= SHORT_BYTES && n_notes <= SHORT_NOTES }
    }

    fn parts<'a>(&mut self, sentences: &'a [Sentence]) -> Vec<Part<'a>> {
        let mut parts = Vec::new();
        for (place, sentence) in sentences.iter().enumerate() {
            if place > 0 {
                parts.push(Part::Words { text: " ", strong: false, language: None });
            }
            parts.extend(sentence.runs.iter().map(|run| Part::Words {
                text: &run.text,
                strong: run.strong,
                language: run.language.as_deref().and_then(primary),
            }));
            parts.extend(self.notes(&sentence.notes));
        }
        parts
    }

    fn notes(&mut self, notes: &[NoteId]) -> Vec<Part<'static>> {
        let mut mark = |(place, note): (usize, &NoteId)| {
            let first = !std::mem::replace(&mut self.seen[note.0], true);
            Part::Note { note: note.0, first, follows: place > 0 }
        };
        notes.iter().enumerate().map(&mut mark).collect()
    }

    fn grid(&mut self, table: &Table) -> Grid {
        let set = columns(table, ROOM);
        Grid {
            widths: if set.fits { Vec::new() } else { set.widths },
            size: set.size,
            whole: table.is_short(),
            caption: table.caption.clone(),
            columns: table.columns.clone(),
            numbers: (0..table.columns.len()).map(|column| holds_numbers(table, column)).collect(),
            rows: table
                .rows
                .iter()
                .map(|row| Line { cells: row.cells.clone(), notes: self.notes(&row.notes) })
                .collect(),
        }
    }
}

/// The notes. An address that can be followed is written once; further notes of its document have it behind the source.
fn footnotes(notes: &[Note]) -> Vec<Footnote<'_>> {
    let mut written: FxHashSet<&str> = FxHashSet::default();
    notes.iter().map(|note| footnote(note, &mut written)).collect()
}

fn footnote<'a>(note: &'a Note, written: &mut FxHashSet<&'a str>) -> Footnote<'a> {
    let address = note.address.as_deref();
    let web = address.is_some_and(is_web);
    let link = address.filter(|address| web && !written.insert(address));
    Footnote {
        quote: words(&note.quote),
        language: note.language.as_deref().and_then(primary),
        source: format!("{}.", note.cited()),
        link,
        address: address.filter(|_| link.is_none()),
        web,
        account: note.account.to_string(),
    }
}
