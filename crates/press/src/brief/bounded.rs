//! The parts of a brief, cut so that it fits on its pages: what matters least goes, and how much more there is is told.

use rustc_hash::FxHashSet;

use crate::paper::{Block, Note, NoteId, Section, Sentence};
use crate::teller::Teller;

/// A part of a brief.
pub(super) struct Part {
    /// Its heading.
    pub(super) heading: String,
    /// What it says, what matters most first.
    pub(super) points: Vec<Point>,
    /// So many points stay, however little room there is.
    pub(super) least: usize,
    /// What there is beyond these points.
    pub(super) more: More,
    /// Whether the points are paragraphs, and no list.
    pub(super) paragraphs: bool,
    /// What stands below the points.
    pub(super) below: Vec<Block>,
}

/// A point of a part.
pub(super) struct Point {
    /// Where it stands among the points.
    pub(super) place: usize,
    /// What it says.
    pub(super) sentences: Vec<Sentence>,
}

/// How much more the register has than a part tells.
pub(super) struct More {
    /// How many.
    pub(super) n: usize,
    /// The message that says so; `None` where it is of no use to know.
    pub(super) message: Option<&'static str>,
}

impl Part {
    /// A list of points in the order in which they matter, so many at most, and how many there are.
    pub(super) fn list(
        heading: String,
        (n, points): (usize, Vec<Vec<Sentence>>),
        most: usize,
        message: &'static str,
    ) -> Self {
        let points = points.into_iter().take(most).enumerate();
        let points: Vec<Point> = points.map(|(place, sentences)| Point { place, sentences }).collect();
        let more = More { n: n.saturating_sub(points.len()), message: Some(message) };
        Self { heading, points, least: LEAST, more, paragraphs: false, below: Vec::new() }
    }

    /// What stands under its heading.
    fn blocks(mut self, teller: &Teller<'_>) -> Vec<Block> {
        self.points.sort_by_key(|point| point.place);
        let more = self.more.message.filter(|_| !self.points.is_empty());
        let more = more.and_then(|message| teller.words.more(message, self.more.n)).map(|more| vec![more]);
        let said = self.points.into_iter().map(|point| point.sentences).chain(more);
        let mut blocks: Vec<Block> = match self.paragraphs {
            true => said.map(|sentences| Block::Paragraph { sentences }).collect(),
            false => super::list(said.collect()),
        };
        blocks.extend(self.below);
        blocks
    }
}

/// So many points of a part stay, unless it is said.
const LEAST: usize = 2;

/// Adds the parts to the paper, without what there is no room for.
pub(super) fn add(teller: &mut Teller<'_>, mut parts: Vec<Part>) {
    while height(teller, &parts) > ROOM {
        // The longest part loses most readily what matters least in it.
        let spare = |part: &Part| part.points.len().saturating_sub(part.least);
        let Some(longest) = parts.iter_mut().max_by_key(|part| spare(part)).filter(|part| spare(part) > 0) else {
            break;
        };
        longest.points.pop();
        longest.more.n += 1;
    }
    for part in parts {
        let heading = part.heading.clone();
        let blocks = part.blocks(teller);
        teller.builder.section(Section { level: 1, heading, blocks });
    }
}

// What follows is reckoned for the closest setting in which letters are still of 9 points (`pdf/pages.rs`), in points, and generously: pages
// are seldom full to their end.

/// What two pages hold below the title.
const ROOM: f64 = 1_400.0;
const HEADING: f64 = 21.0;
const LINE: f64 = 11.0;
const NOTE_LINE: f64 = 8.2;
/// What stands between points.
const GAP: f64 = 2.0;
/// A row of a table.
const ROW: f64 = 11.0;
/// A lane of a chart.
const LANE: f64 = 21.0;
/// So many letters a line has, and a line of a note.
const LETTERS: usize = 102;
const NOTE_LETTERS: usize = 130;

/// How high all parts are about.
fn height(teller: &Teller<'_>, parts: &[Part]) -> f64 {
    let mut noted: FxHashSet<NoteId> = FxHashSet::default();
    let mut addresses: FxHashSet<&str> = FxHashSet::default();
    let mut height = 0.0;
    for part in parts.iter().filter(|part| !part.points.is_empty() || !part.below.is_empty()) {
        height += HEADING;
        for point in &part.points {
            let n_letters =
                point.sentences.iter().map(|said| said.text().chars().count() + 2 * said.notes.len() + 1).sum();
            height += lines(n_letters, LETTERS) * LINE + GAP;
            let notes = point.sentences.iter().flat_map(|said| &said.notes).filter(|note| noted.insert(**note));
            let notes = notes.filter_map(|note| teller.builder.notes().get(note.0));
            height += notes.map(|note| lines(letters_of(note, &mut addresses), NOTE_LETTERS) * NOTE_LINE).sum::<f64>();
        }
        height += if part.more.n > 0 { LINE + GAP } else { 0.0 };
        height += part.below.iter().map(height_of).sum::<f64>();
    }
    height
}

fn lines(n_letters: usize, in_line: usize) -> f64 {
    n_letters.div_ceil(in_line) as f64
}

/// How long a note is: its words, who published them when, its name, and the address where it is the first of its document.
fn letters_of<'a>(note: &'a Note, addresses: &mut FxHashSet<&'a str>) -> usize {
    let around = 25;
    let address = note.address.as_deref().filter(|address| addresses.insert(address));
    let address = address.map_or(0, |address| address.chars().count());
    note.quote.chars().count() + note.cited().chars().count() + address + around
}

fn height_of(block: &Block) -> f64 {
    match block {
        Block::Table(table) => (table.rows.len() + 3) as f64 * ROW,
        Block::Chart(chart) => {
            let rows = chart.legible_table().rows.len();
            (rows + 5) as f64 * ROW + (chart.series.len() + 1) as f64 * LANE
        }
        _ => 0.0,
    }
}
