//! What a page says, without its looks, and what each sentence of it rests on.

use document::PartialDate;
use register::AccountId;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::tidy::number;

/// A digest, brief, review or comparison, ready to be printed in any format.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Paper {
    /// `digest`, `brief`, `review` or `compare`.
    pub kind: String,
    /// The language in which it is worded (ISO 639-1).
    pub language: String,
    /// What stands on top.
    pub title: String,
    /// What stands below it: the period, the point of view.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// Its parts, in order.
    pub sections: Vec<Section>,
    /// What its sentences rest on, each once, in the order of their first use.
    pub notes: Vec<Note>,
    /// The heading above the notes, in its language.
    pub notes_heading: String,
    /// What stands at the foot: how and from what it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub foot: Option<String>,
}

/// A part of a paper under a heading. Parts of parts have a greater level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// 1 for the parts of a paper, 2 for parts of these.
    pub level: u8,
    /// The heading.
    pub heading: String,
    /// What stands under it; empty only where a part of a greater level follows.
    pub blocks: Vec<Block>,
}

/// What stands under a heading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "kebab-case")]
pub enum Block {
    /// Sentences that are read one after the other.
    Paragraph {
        /// The sentences; one at least.
        sentences: Vec<Sentence>,
    },
    /// Sentences that stand one below the other.
    List {
        /// Its points; one at least.
        items: Vec<Vec<Sentence>>,
    },
    /// A table.
    Table(Table),
    /// A chart, with its table for those who cannot see it.
    Chart(Chart),
}

/// A sentence, and what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sentence {
    /// Its words.
    pub runs: Vec<Run>,
    /// What it rests on; empty only where `plain` says that it tells nothing of the world.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<NoteId>,
    /// Whether it tells nothing of the world: that a period is empty, how much more the register has.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub plain: bool,
}

/// Words of one look.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// The words, spaces included.
    pub text: String,
    /// Whether they are stressed: names of people and parties at their first mention.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub strong: bool,
    /// The language of the words where it is not that of the paper: of a quote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// A note of a paper: its place among [`Paper::notes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NoteId(pub usize);

/// What sentences rest on: the words of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// The account.
    pub account: AccountId,
    /// Its words, exactly.
    pub quote: String,
    /// The language of these words (ISO 639-1), where it could be told.
    pub language: Option<String>,
    /// Who published them, else the name under which the document came.
    pub source: String,
    /// When, as narrowly as is known.
    pub published: Option<(PartialDate, PartialDate)>,
    /// Where they stand on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// A table with a heading over each column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The columns' headings.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<TableRow>,
}

/// A row of a table. Counts and sums of the register rest on all its entries and need no note; what is said of one engagement does.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableRow {
    /// A cell a column.
    pub cells: Vec<String>,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<NoteId>,
}

/// A chart: what it shows, not how it is drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// Of which kind it is.
    pub kind: ChartKind,
    /// What stands above it.
    pub title: String,
    /// What it shows, in a sentence or two, for those who cannot see it.
    pub alternative: String,
    /// Names along the way: weeks, months, parties, in order.
    pub labels: Vec<String>,
    /// Its lines of numbers, each with one number a label.
    pub series: Vec<Series>,
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// A bar a label; several series lie on each other.
    Bars,
    /// A line over the labels a series.
    Lines,
    /// A field a series and label, the darker the greater.
    Heat,
    /// The labels in a circle; series `i` has how strongly label `i` is tied to each label.
    Network,
    /// Events along a line: the labels are days, a series a kind; numbers say how many.
    Timeline,
}

/// Numbers of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// What is counted.
    pub name: String,
    /// One a label.
    pub values: Vec<f64>,
}

/// Why a paper cannot be printed.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum PaperError {
    /// A sentence rests on nothing.
    #[error(
        "under “{heading}” a sentence rests on nothing: “{sentence}”; a paper prints nothing without its source, report this"
    )]
    Unbacked {
        /// The heading.
        heading: String,
        /// The sentence.
        sentence: String,
    },
    /// A sentence rests on a note that is not there.
    #[error("under “{heading}” a sentence rests on note {note}, which is not there; report this")]
    NoNote {
        /// The heading.
        heading: String,
        /// The number of the note.
        note: usize,
    },
}

impl Sentence {
    /// A sentence that rests on some notes.
    pub fn backed(runs: Vec<Run>, notes: Vec<NoteId>) -> Self {
        Self { runs, notes, plain: false }
    }

    /// A sentence that tells nothing of the world but what the register has.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { runs: vec![Run { text: text.into(), ..Run::default() }], notes: Vec::new(), plain: true }
    }

    /// Its words without their looks.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// A table of so many rows and bytes is short.
const SHORT_ROWS: usize = 18;
const SHORT_BYTES: usize = 900;

/// So few points of a list stand on one page: none of them is left alone on the next.
const FEW_POINTS: usize = 3;

/// Whether a list of so many points is not parted by the end of a page.
#[cfg(any(feature = "docx", feature = "pdf"))]
pub(crate) fn is_short_list(n_points: usize) -> bool {
    n_points <= FEW_POINTS
}

impl Table {
    /// Whether it fits well into a part of a page.
    #[cfg(any(feature = "docx", feature = "pdf"))]
    pub(crate) fn is_short(&self) -> bool {
        let n_bytes: usize = self.rows.iter().flat_map(|row| &row.cells).map(String::len).sum();
        self.rows.len() <= SHORT_ROWS && n_bytes <= SHORT_BYTES
    }
}

impl Note {
    /// Who published it and when: `Ministry of Foreign Affairs, 2025-07-10`.
    pub(crate) fn cited(&self) -> String {
        let published = self.published.map(|(from, to)| match from == to {
            true => from.to_string(),
            false => format!("{from}–{to}"),
        });
        let parts = [Some(self.source.clone()), published];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// Puts a paper together: keeps each note once, and lets no sentence through that rests on nothing.
#[derive(Debug)]
pub struct PaperBuilder {
    paper: Paper,
    /// Where the notes are that there are: a review has many thousands.
    places: FxHashMap<(AccountId, String), NoteId>,
}

impl PaperBuilder {
    /// Begins a paper of a kind in a language.
    pub fn new(kind: &str, language: &str, title: impl Into<String>, notes_heading: impl Into<String>) -> Self {
        let paper = Paper {
            kind: kind.to_owned(),
            language: language.to_owned(),
            title: title.into(),
            subtitle: None,
            sections: Vec::new(),
            notes: Vec::new(),
            notes_heading: notes_heading.into(),
            foot: None,
        };
        Self { paper, places: FxHashMap::default() }
    }

    /// Puts a line under the title.
    pub fn subtitle(&mut self, subtitle: impl Into<String>) {
        self.paper.subtitle = Some(subtitle.into());
    }

    /// Puts a line at the foot.
    pub fn foot(&mut self, foot: impl Into<String>) {
        self.paper.foot = Some(foot.into());
    }

    /// Keeps a note; one that is there already keeps its number. [`Self::finish`] numbers them anew.
    pub fn note(&mut self, note: Note) -> NoteId {
        *self.places.entry((note.account, note.quote.clone())).or_insert_with(|| {
            self.paper.notes.push(note);
            NoteId(self.paper.notes.len() - 1)
        })
    }

    /// The notes so far.
    pub(crate) fn notes(&self) -> &[Note] {
        &self.paper.notes
    }

    /// Adds a part. One without anything under its heading is left out at the end, unless parts of it follow.
    pub fn section(&mut self, section: Section) {
        self.paper.sections.push(section);
    }

    /// The paper, with its notes in the order of their first use, and none that nothing uses.
    ///
    /// # Errors
    ///
    /// Where a sentence rests on nothing, or on a note that is not there.
    pub fn finish(mut self) -> Result<Paper, PaperError> {
        self.paper.drop_empty();
        self.paper.check()?;
        number(&mut self.paper);
        Ok(self.paper)
    }
}

impl Paper {
    /// Leaves out headings under which nothing stands.
    pub(crate) fn drop_empty(&mut self) {
        let mut below = 0;
        let mut kept: Vec<Section> = Vec::with_capacity(self.sections.len());
        for section in self.sections.drain(..).rev() {
            if !section.blocks.is_empty() || section.level < below {
                below = section.level;
                kept.push(section);
            }
        }
        kept.reverse();
        self.sections = kept;
    }

    /// Whether every sentence rests on something that is there. Papers that were edited by hand are checked again before they are printed.
    ///
    /// # Errors
    ///
    /// Names the first sentence that does not.
    pub fn check(&self) -> Result<(), PaperError> {
        for section in &self.sections {
            for block in &section.blocks {
                let sentences: Vec<&Sentence> = match block {
                    Block::Paragraph { sentences } => sentences.iter().collect(),
                    Block::List { items } => items.iter().flatten().collect(),
                    Block::Table(_) | Block::Chart(_) => Vec::new(),
                };
                let heading = || section.heading.clone();
                if let Some(unbacked) = sentences.iter().find(|sentence| sentence.notes.is_empty() && !sentence.plain) {
                    return Err(PaperError::Unbacked { heading: heading(), sentence: unbacked.text() });
                }
                let rows = match block {
                    Block::Table(table) => &table.rows[..],
                    _ => &[],
                };
                let mut notes =
                    sentences.iter().flat_map(|sentence| &sentence.notes).chain(rows.iter().flat_map(|row| &row.notes));
                if let Some(missing) = notes.find(|note| note.0 >= self.notes.len()) {
                    return Err(PaperError::NoNote { heading: heading(), note: missing.0 });
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(sentence: Sentence) -> Section {
        Section {
            level: 1,
            heading: "Leaders".to_owned(),
            blocks: vec![Block::Paragraph { sentences: vec![sentence] }],
        }
    }

    fn words() -> Vec<Run> {
        vec![Run { text: "They met.".to_owned(), ..Run::default() }]
    }

    fn note(quote: &str) -> Note {
        Note {
            account: "3fa9c1d2b07e-1".parse().unwrap(),
            quote: quote.to_owned(),
            language: Some("en".to_owned()),
            source: "Ministry".to_owned(),
            published: None,
            address: None,
        }
    }

    #[test]
    fn notes_stand_in_the_order_of_their_first_use() {
        let mut builder = PaperBuilder::new("digest", "en", "A week", "Sources");
        let [_, second, first] = ["of nothing", "second", "first"].map(|quote| builder.note(note(quote)));
        builder.section(section(Sentence::backed(words(), vec![first, second])));
        let paper = builder.finish().unwrap();
        let quotes: Vec<&str> = paper.notes.iter().map(|note| note.quote.as_str()).collect();
        assert_eq!(quotes, ["first", "second"]);
        let Block::Paragraph { sentences } = &paper.sections[0].blocks[0] else { panic!("it is a paragraph") };
        assert_eq!(sentences[0].notes, [NoteId(0), NoteId(1)]);
    }

    #[test]
    fn prints_nothing_without_its_source() {
        let build = |sentence| {
            let mut builder = PaperBuilder::new("digest", "en", "A week", "Sources");
            let note = note("Solvang met Kurosawa.");
            assert_eq!((builder.note(note.clone()), builder.note(note)), (NoteId(0), NoteId(0)));
            builder.section(section(sentence));
            builder.finish()
        };
        assert!(build(Sentence::backed(words(), vec![NoteId(0)])).is_ok());
        assert!(build(Sentence::plain("Nothing is known of this week.")).is_ok());
        let unbacked = build(Sentence::backed(words(), Vec::new())).unwrap_err();
        assert_eq!(unbacked, PaperError::Unbacked { heading: "Leaders".to_owned(), sentence: "They met.".to_owned() });
        let no_note = build(Sentence::backed(words(), vec![NoteId(7)])).unwrap_err();
        assert_eq!(no_note, PaperError::NoNote { heading: "Leaders".to_owned(), note: 7 });
    }

    #[test]
    fn leaves_out_headings_under_which_nothing_stands() {
        let mut builder = PaperBuilder::new("digest", "en", "A week", "Sources");
        let parts = [
            (1, "Leaders", false),
            (1, "Bilateral", false),
            (2, "Japan", true),
            (2, "Laos", false),
            (1, "Coming up", false),
        ];
        for (level, heading, filled) in parts {
            let blocks = section(Sentence::plain("Words.")).blocks;
            let blocks = if filled { blocks } else { Vec::new() };
            builder.section(Section { level, heading: heading.to_owned(), blocks });
        }
        let paper = builder.finish().unwrap();
        let headings: Vec<&str> = paper.sections.iter().map(|section| section.heading.as_str()).collect();
        assert_eq!(headings, ["Bilateral", "Japan"]);
    }
}
