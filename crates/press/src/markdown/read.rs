//! Markdown in, a paper out.

use std::collections::{HashMap, HashSet};

use comrak::nodes::{ListType, Node, NodeValue};
use comrak::{Arena, Options, parse_document};

use super::inline::Inlines;
use super::notes;
use crate::paper::{Block, Chart, ChartKind, NoteId, Paper, PaperError, Section, Sentence, Series, Table, TableRow};
use crate::tidy::{tidy, words};

/// A paper that a person has edited.
#[derive(Clone, Debug, PartialEq)]
pub struct Edited {
    /// The paper.
    pub paper: Paper,
    /// What the person should know of it.
    pub remarks: Vec<Remark>,
}

/// What a person should know of a paper that was read from Markdown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Remark {
    /// A sentence came without a note: it is printed as one that tells nothing of the world.
    #[error("line {line}: “{sentence}” has no note; it is printed as the editor's own words")]
    Unbacked {
        /// Where its paragraph begins, from 1.
        line: usize,
        /// The sentence.
        sentence: String,
    },
    /// What Markdown knows and papers do not: its words alone are kept.
    #[error("line {line}: papers have no {what}; its words are kept as a paragraph")]
    Unknown {
        /// Where it begins, from 1.
        line: usize,
        /// What it is.
        what: &'static str,
    },
    /// A look that papers do not have: the words are kept without it.
    #[error("line {line}: papers have no {what}; the words are kept without them")]
    Look {
        /// Where its paragraph or list begins, from 1.
        line: usize,
        /// What it is.
        what: &'static str,
    },
}

/// Why Markdown is no paper.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum MarkdownError {
    /// The lines on top are missing.
    #[error("the first lines do not say `{0}: …`; put back the lines between `---` that stood on top of the file")]
    Head(&'static str),
    /// There is no title.
    #[error("the title is missing; begin one line with `# `")]
    Title,
    /// A sentence names a note that the file lacks.
    #[error(
        "line {line}: there is no note [^{name}]; put back the line that begins with `[^{name}]:`, or take the mark away"
    )]
    NoNote {
        /// Where, from 1.
        line: usize,
        /// What the note is called.
        name: String,
    },
    /// A note does not say on what it rests.
    #[error(
        "line {line}: the note lacks the name of its account; put back what stood between `` ` `` at its end, or write the sentence without a note"
    )]
    NoAccount {
        /// Where, from 1.
        line: usize,
    },
    /// A chart lacks its table, or has words for numbers.
    #[error("line {line}: {what}; put back the chart as it was, or take it away down to its last row")]
    Chart {
        /// Where, from 1.
        line: usize,
        /// What is wrong.
        what: String,
    },
    /// The paper is not in order.
    #[error(transparent)]
    Paper(#[from] PaperError),
}

/// Reads a paper from Markdown that [`crate::print()`] wrote and a person may have edited.
///
/// Words may be changed, sentences deleted with their notes, paragraphs moved and written, headings renamed. A sentence that comes without
/// a note is kept as plain, and remarked on.
///
/// # Errors
///
/// Where the head or title is missing, a note is named that is not there or does not name its account, or a chart is broken. Each error
/// names its line.
pub fn read(text: &str) -> Result<Edited, MarkdownError> {
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.footnotes = true;
    options.extension.table = true;
    options.extension.front_matter_delimiter = Some("---".to_owned());
    let root = parse_document(&arena, text, &options);
    let mut reading = Reading::of(root)?;
    missing_notes(text, root, &reading.notes)?;
    reading.blocks(root)?;
    let Reading { paper, remarks, .. } = reading;
    paper.check()?;
    Ok(Edited { paper: tidy(&paper), remarks })
}

/// What has been read.
struct Reading {
    paper: Paper,
    remarks: Vec<Remark>,
    notes: HashMap<String, NoteId>,
}

impl Reading {
    /// Reads the head and the notes.
    fn of(root: Node<'_>) -> Result<Self, MarkdownError> {
        let mut head = HashMap::new();
        let mut notes = HashMap::new();
        let mut read = Vec::new();
        for node in root.children() {
            match &node.data().value {
                NodeValue::FrontMatter(text) => {
                    let pairs = text.lines().filter_map(|line| line.split_once(':'));
                    head.extend(pairs.map(|(key, value)| (key.trim().to_owned(), words(value))));
                }
                NodeValue::FootnoteDefinition(definition) => {
                    let note = notes::read(node).ok_or_else(|| MarkdownError::NoAccount { line: line(node) })?;
                    notes.insert(definition.name.clone(), NoteId(read.len()));
                    read.push(note);
                }
                _ => {}
            }
        }
        let mut take = |key| head.remove(key).ok_or(MarkdownError::Head(key));
        let paper = Paper {
            kind: take("kind")?,
            language: take("language")?,
            notes_heading: take("notes")?,
            title: String::new(),
            subtitle: None,
            sections: Vec::new(),
            notes: read,
            foot: None,
        };
        Ok(Self { paper, remarks: Vec::new(), notes })
    }

    fn blocks(&mut self, root: Node<'_>) -> Result<(), MarkdownError> {
        let mut titled = false;
        let mut nodes = root.children().peekable();
        while let Some(node) = nodes.next() {
            let next = nodes.peek().copied();
            let heading = if let NodeValue::Heading(heading) = &node.data().value { Some(heading.level) } else { None };
            match &node.data().value {
                NodeValue::FrontMatter(_) | NodeValue::FootnoteDefinition(_) => {}
                NodeValue::Heading(_) if !titled => {
                    self.paper.title = self.inlines(node).text();
                    titled = true;
                }
                NodeValue::Heading(_) => {
                    let level = heading.map_or(1, |level| level.saturating_sub(1).max(1));
                    let heading = self.inlines(node).text();
                    self.paper.sections.push(Section { level, heading, blocks: Vec::new() });
                }
                NodeValue::ThematicBreak if is_foot(node) => {
                    let foot: Vec<String> = foot(node).map(|node| self.inlines(node).text()).collect();
                    self.paper.foot = Some(foot.join(" "));
                    break;
                }
                NodeValue::ThematicBreak => {}
                NodeValue::Paragraph if self.paper.subtitle.is_none() && self.is_subtitle(node) => {
                    self.paper.subtitle = Some(self.inlines(node).text());
                }
                NodeValue::Paragraph if next.is_some_and(is_table) && self.inlines(node).text().starts_with(':') => {
                    let caption = words(&self.inlines(node).text()[1..]);
                    let table = self.table(nodes.next().expect("peeked"), caption);
                    self.push(Block::Table(table));
                }
                NodeValue::Table(_) => {
                    let table = self.table(node, String::new());
                    self.push(Block::Table(table));
                }
                NodeValue::HtmlBlock(html) if chart_kind(&html.literal).is_some() => {
                    let kind = chart_kind(&html.literal).expect("just seen");
                    let chart = self.chart(node, kind, &mut nodes)?;
                    self.push(Block::Chart(chart));
                }
                NodeValue::HtmlBlock(html) if html.literal.trim_start().starts_with("<!--") => {}
                _ => self.words(node),
            }
        }
        if titled { Ok(()) } else { Err(MarkdownError::Title) }
    }

    /// Adds paragraphs and lists, and what papers do not have as paragraphs.
    fn words(&mut self, node: Node<'_>) {
        let unknown = match &node.data().value {
            NodeValue::Paragraph => {
                let sentences = self.sentences(node);
                return self.push(Block::Paragraph { sentences });
            }
            NodeValue::List(list) => {
                let numbered = list.list_type == ListType::Ordered;
                self.remarks.extend(numbered.then(|| Remark::Look { line: line(node), what: "numbers before points" }));
                let items = node.children().map(|item| self.item(item)).collect();
                return self.push(Block::List { items });
            }
            NodeValue::HtmlBlock(html) => ("block of HTML", Some(html.literal.clone())),
            NodeValue::CodeBlock(code) => ("block of code", Some(code.literal.clone())),
            _ => ("such block", None),
        };
        let (what, literal) = unknown;
        self.remarks.push(Remark::Unknown { line: line(node), what });
        let sentences = match literal {
            Some(literal) => vec![Sentence::plain(literal)],
            None => self.item(node),
        };
        self.push(Block::Paragraph { sentences });
    }

    /// The sentences of every paragraph in a node: a point of a list, a quotation.
    fn item(&mut self, node: Node<'_>) -> Vec<Sentence> {
        let is_paragraph = |node: &Node<'_>| matches!(node.data().value, NodeValue::Paragraph | NodeValue::Heading(_));
        node.descendants().filter(is_paragraph).flat_map(|paragraph| self.sentences(paragraph)).collect()
    }

    fn sentences(&mut self, node: Node<'_>) -> Vec<Sentence> {
        let (sentences, unbacked) = self.inlines(node).sentences();
        let line = line(node);
        let slants = node.descendants().any(|inside| matches!(inside.data().value, NodeValue::Emph));
        self.remarks.extend(slants.then_some(Remark::Look { line, what: "slanted letters" }));
        self.remarks.extend(unbacked.into_iter().map(|sentence| Remark::Unbacked { line, sentence }));
        sentences
    }

    fn inlines(&self, node: Node<'_>) -> Inlines {
        Inlines::of(node, &mut |name| self.notes.get(name).copied())
    }

    /// Adds a block to the last section; before the first heading it stands under none.
    fn push(&mut self, block: Block) {
        if self.paper.sections.is_empty() {
            self.paper.sections.push(Section { level: 1, heading: String::new(), blocks: Vec::new() });
        }
        self.paper.sections.last_mut().expect("one at least").blocks.push(block);
    }

    /// Whether a paragraph above the first heading is stressed as a whole.
    fn is_subtitle(&self, node: Node<'_>) -> bool {
        let mut children = node.children();
        let stressed = children.next().is_some_and(|child| matches!(child.data().value, NodeValue::Emph));
        self.paper.sections.is_empty() && stressed && children.next().is_none()
    }

    fn table(&self, node: Node<'_>, caption: String) -> Table {
        let mut table = Table { caption, ..Table::default() };
        for row in node.children() {
            let inlines: Vec<Inlines> = row.children().map(|cell| self.inlines(cell)).collect();
            let cells = inlines.iter().map(Inlines::text).collect();
            if matches!(row.data().value, NodeValue::TableRow(true)) {
                table.columns = cells;
            } else {
                table.rows.push(TableRow { cells, notes: inlines.iter().flat_map(Inlines::notes).collect() });
            }
        }
        table
    }

    /// Reads a chart from what follows its mark: title, text, table.
    fn chart<'a>(
        &self,
        mark: Node<'a>,
        kind: ChartKind,
        nodes: &mut impl Iterator<Item = Node<'a>>,
    ) -> Result<Chart, MarkdownError> {
        let wrong = |node: Node<'_>, what: String| MarkdownError::Chart { line: line(node), what };
        let mut chart =
            Chart { kind, title: String::new(), alternative: String::new(), labels: vec![], series: vec![] };
        for node in nodes {
            match &node.data().value {
                NodeValue::Paragraph => {
                    let text = self.inlines(node).text();
                    match text.strip_prefix(':') {
                        Some(title) if chart.title.is_empty() && chart.alternative.is_empty() => {
                            chart.title = words(title)
                        }
                        _ => chart.alternative = words(&format!("{} {text}", chart.alternative)),
                    }
                }
                NodeValue::Table(_) => {
                    let table = self.table(node, String::new());
                    chart.series = series(&table).map_err(|cell| wrong(node, format!("`{cell}` is no number")))?;
                    chart.labels = table.rows.into_iter().filter_map(|row| row.cells.into_iter().next()).collect();
                    return Ok(chart);
                }
                _ => break,
            }
        }
        Err(wrong(mark, "the chart has no table below it".to_owned()))
    }
}

/// The columns of a table as lines of numbers, else the cell that is none.
fn series(table: &Table) -> Result<Vec<Series>, String> {
    let column = |(place, name): (usize, &String)| {
        let number = |row: &TableRow| {
            let cell = row.cells.get(place).map_or("", String::as_str);
            if cell.is_empty() { Ok(0.0) } else { cell.parse::<f64>().map_err(|_| cell.to_owned()) }
        };
        Ok(Series { name: name.clone(), values: table.rows.iter().map(number).collect::<Result<_, _>>()? })
    };
    table.columns.iter().enumerate().skip(1).map(column).collect()
}

fn chart_kind(html: &str) -> Option<ChartKind> {
    let name = html.trim().strip_prefix("<!--")?.strip_suffix("-->")?.trim().strip_prefix("chart:")?;
    ChartKind::ALL.into_iter().find(|kind| kind.name() == name.trim())
}

fn is_table(node: Node<'_>) -> bool {
    matches!(node.data().value, NodeValue::Table(_))
}

/// Whether nothing but paragraphs stands below a line across the page.
fn is_foot(node: Node<'_>) -> bool {
    foot(node).next().is_some() && foot(node).all(|node| matches!(node.data().value, NodeValue::Paragraph))
}

/// What stands below a node, but for the notes.
fn foot(node: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    node.following_siblings().skip(1).filter(|node| !matches!(node.data().value, NodeValue::FootnoteDefinition(_)))
}

fn line(node: Node<'_>) -> usize {
    node.data().sourcepos.start.line
}

/// Refuses marks of notes that are not there: Markdown takes them for words.
fn missing_notes(text: &str, root: Node<'_>, notes: &HashMap<String, NoteId>) -> Result<(), MarkdownError> {
    // A person may write of `[^1]` itself, with a backslash before it: that is no mark.
    let meant: HashSet<(usize, &str)> = text
        .lines()
        .zip(1..)
        .flat_map(|(source, line)| marks(source).filter(|mark| !mark.escaped).map(move |mark| (line, mark.name)))
        .collect();
    for node in root.descendants() {
        let data = node.data();
        let NodeValue::Text(words) = &data.value else { continue };
        let line = data.sourcepos.start.line;
        let missing = |mark: &Mark<'_>| meant.contains(&(line, mark.name)) && !notes.contains_key(mark.name);
        if let Some(mark) = marks(words).find(missing) {
            return Err(MarkdownError::NoNote { line, name: mark.name.to_owned() });
        }
    }
    Ok(())
}

/// What looks like the mark of a note.
struct Mark<'a> {
    name: &'a str,
    /// Whether a backslash stands before it.
    escaped: bool,
}

/// What looks like marks of notes in a line.
fn marks(line: &str) -> impl Iterator<Item = Mark<'_>> {
    line.match_indices("[^").filter_map(|(at, begin)| {
        let rest = &line[at + begin.len()..];
        let end = rest.find(['[', ']']).filter(|&end| end > 0 && rest[end..].starts_with(']'))?;
        // Of two backslashes the first takes the second for itself.
        let n_backslashes = line[..at].bytes().rev().take_while(|&byte| byte == b'\\').count();
        Some(Mark { name: &rest[..end], escaped: n_backslashes % 2 == 1 })
    })
}
