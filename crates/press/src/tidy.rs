//! A paper in, the same paper out as every format can hold it: what is empty is left out, notes are numbered by their first use.

use std::mem;

use crate::paper::{Block, Chart, Note, NoteId, Paper, Run, Sentence, Table};

/// Puts a paper in order for printing.
///
/// White space becomes single spaces and control characters go, but not in quotes; runs of one look become one; what has no words is left
/// out; tables and charts have as many cells as headings; headings go down one level at a time; notes stand in the order of their first
/// use, and those that nothing uses are left out.
pub(crate) fn tidy(paper: &Paper) -> Paper {
    let mut paper = paper.clone();
    for text in [&mut paper.title, &mut paper.notes_heading, &mut paper.kind] {
        *text = words(text);
    }
    paper.language = language(&paper.language).unwrap_or_else(|| "und".to_owned());
    for line in [&mut paper.subtitle, &mut paper.foot] {
        *line = line.as_deref().map(words).filter(|line| !line.is_empty());
    }
    for section in &mut paper.sections {
        section.heading = words(&section.heading);
        section.blocks.retain_mut(|block| tidy_block(block, &paper.language));
    }
    paper.drop_empty();
    let mut level = 0;
    for section in &mut paper.sections {
        level = section.level.clamp(1, (level + 1).min(DEEPEST));
        section.level = level;
    }
    number(&mut paper);
    paper.notes.iter_mut().for_each(tidy_note);
    paper
}

/// The deepest level of a heading: below the title, HTML and word processors have five more.
const DEEPEST: u8 = 5;

/// A text with single spaces, and none at its ends.
pub(crate) fn words(text: &str) -> String {
    let mut tidy = spaced(text);
    tidy.truncate(tidy.trim_end().len());
    tidy.drain(..tidy.len() - tidy.trim_start().len());
    tidy
}

/// Makes every stretch of white space one space, and drops control characters. A space that does not break stays.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{a0}' | '\u{202f}' => spaced.push(letter),
            _ if letter.is_whitespace() => {
                if !spaced.ends_with(' ') {
                    spaced.push(' ');
                }
            }
            _ if letter.is_control() => {}
            _ => spaced.push(letter),
        }
    }
    spaced
}

/// A tag of a language in its plain form, `None` for what is no such tag.
pub(crate) fn language(tag: &str) -> Option<String> {
    let form = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (tag.len() >= 2 && tag.split('-').all(form)).then(|| tag.to_owned())
}

/// Puts a block in order; whether anything is left of it.
fn tidy_block(block: &mut Block, of_paper: &str) -> bool {
    match block {
        Block::Paragraph { sentences } => {
            tidy_sentences(sentences, of_paper);
            !sentences.is_empty()
        }
        Block::List { items } => {
            items.iter_mut().for_each(|item| tidy_sentences(item, of_paper));
            items.retain(|item| !item.is_empty());
            !items.is_empty()
        }
        Block::Table(table) => {
            tidy_table(table);
            !table.columns.is_empty()
        }
        Block::Chart(chart) => {
            tidy_chart(chart);
            !chart.labels.is_empty() && !chart.series.is_empty()
        }
    }
}

fn tidy_sentences(sentences: &mut Vec<Sentence>, of_paper: &str) {
    for sentence in sentences.iter_mut() {
        sentence.runs = tidy_runs(mem::take(&mut sentence.runs), of_paper);
        let mut seen = Vec::with_capacity(sentence.notes.len());
        sentence.notes.retain(|note| !seen.contains(note) && (seen.push(*note), true).1);
        sentence.plain &= sentence.notes.is_empty();
    }
    sentences.retain(|sentence| !sentence.runs.is_empty());
}

/// Joins runs of one look, with single spaces across them and none at the ends.
fn tidy_runs(runs: Vec<Run>, of_paper: &str) -> Vec<Run> {
    let mut tidy: Vec<Run> = Vec::with_capacity(runs.len());
    for mut run in runs {
        run.text = spaced(&run.text);
        run.language = run.language.as_deref().and_then(language).filter(|tag| tag != of_paper);
        if tidy.last().is_none_or(|last| last.text.ends_with(' ')) && run.text.starts_with(' ') {
            run.text.remove(0);
        }
        match tidy.last_mut() {
            _ if run.text.is_empty() => {}
            Some(last) if last.strong == run.strong && last.language == run.language => last.text.push_str(&run.text),
            _ => tidy.push(run),
        }
    }
    while let Some(last) = tidy.last_mut() {
        last.text.truncate(last.text.trim_end().len());
        if !last.text.is_empty() {
            break;
        }
        tidy.pop();
    }
    let n_blank = tidy.iter().take_while(|run| run.text.trim_start().is_empty()).count();
    tidy.drain(..n_blank);
    if let Some(first) = tidy.first_mut() {
        first.text.drain(..first.text.len() - first.text.trim_start().len());
    }
    tidy
}

fn tidy_table(table: &mut Table) {
    table.caption = words(&table.caption);
    let width = table.rows.iter().map(|row| row.cells.len()).chain([table.columns.len()]).max().unwrap_or(0);
    table.columns.resize(width, String::new());
    for row in &mut table.rows {
        row.cells.resize(width, String::new());
    }
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells).chain(&mut table.columns) {
        *cell = words(cell);
    }
    table.rows.retain(|row| !row.notes.is_empty() || row.cells.iter().any(|cell| !cell.is_empty()));
}

fn tidy_chart(chart: &mut Chart) {
    for text in [&mut chart.title, &mut chart.alternative] {
        *text = words(text);
    }
    for label in chart.labels.iter_mut().chain(chart.series.iter_mut().map(|series| &mut series.name)) {
        *label = words(label);
    }
    for series in &mut chart.series {
        series.values.resize(chart.labels.len(), 0.0);
        series.values.iter_mut().filter(|value| !value.is_finite()).for_each(|value| *value = 0.0);
    }
}

fn tidy_note(note: &mut Note) {
    note.source = words(&note.source);
    note.language = note.language.as_deref().and_then(language);
    note.address = note.address.as_deref().map(words).filter(|address| !address.is_empty());
}

/// Numbers the notes by their first use, and leaves out those that nothing uses. The number of one that is not there stays, for
/// [`Paper::check`] to name.
pub(crate) fn number(paper: &mut Paper) {
    let mut places: Vec<Option<usize>> = vec![None; paper.notes.len()];
    let mut order = Vec::with_capacity(paper.notes.len());
    for note in paper.sections.iter_mut().flat_map(|section| &mut section.blocks).flat_map(notes_of) {
        let Some(place) = places.get_mut(note.0) else { continue };
        *note = NoteId(*place.get_or_insert_with(|| {
            order.push(note.0);
            order.len() - 1
        }));
    }
    // A sentence that rests on what was noted before has that first: [14][15].
    for sentence in paper.sections.iter_mut().flat_map(|section| &mut section.blocks).flat_map(sentences_of) {
        sentence.notes.sort_unstable_by_key(|note| note.0);
    }
    let mut notes: Vec<Option<Note>> = mem::take(&mut paper.notes).into_iter().map(Some).collect();
    paper.notes = order.into_iter().filter_map(|place| notes[place].take()).collect();
}

/// The sentences of a block.
fn sentences_of(block: &mut Block) -> Box<dyn Iterator<Item = &mut Sentence> + '_> {
    match block {
        Block::Paragraph { sentences } => Box::new(sentences.iter_mut()),
        Block::List { items } => Box::new(items.iter_mut().flatten()),
        _ => Box::new(std::iter::empty()),
    }
}

/// The notes of a block, in the order of reading.
fn notes_of(block: &mut Block) -> Box<dyn Iterator<Item = &mut NoteId> + '_> {
    match block {
        Block::Paragraph { sentences } => Box::new(sentences.iter_mut().flat_map(|sentence| &mut sentence.notes)),
        Block::List { items } => Box::new(items.iter_mut().flatten().flat_map(|sentence| &mut sentence.notes)),
        Block::Table(table) => Box::new(table.rows.iter_mut().flat_map(|row| &mut row.notes)),
        Block::Chart(_) => Box::new(std::iter::empty()),
    }
}
