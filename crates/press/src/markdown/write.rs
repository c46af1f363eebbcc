//! A paper in, Markdown out.

use std::fmt::Write;

use super::escape::{self, Place};
use super::notes;
use crate::paper::{Block, Chart, NoteId, Paper, Run, Section, Sentence, Table, TableRow};

/// Writes a paper that is in order ([`crate::tidy::tidy`]).
pub(crate) fn write(paper: &Paper) -> String {
    let mut out = String::new();
    // Values stand to the end of their line and are taken as they are.
    for (key, value) in [("kind", &paper.kind), ("language", &paper.language), ("notes", &paper.notes_heading)] {
        out.push_str(if key == "kind" { "---\n" } else { "" });
        _ = writeln!(out, "{key}: {value}");
    }
    out.push_str("---\n\n# ");
    heading(&mut out, &paper.title);
    if let Some(subtitle) = &paper.subtitle {
        out.push('*');
        escape::text(&mut out, subtitle, Place::Within);
        out.push_str("*\n\n");
    }
    for (place, part) in paper.sections.iter().enumerate() {
        section(&mut out, part, place == 0);
    }
    if let Some(foot) = &paper.foot {
        out.push_str("***\n\n");
        escape::text(&mut out, foot, Place::Line);
        out.push_str("\n\n");
    }
    for (place, note) in paper.notes.iter().enumerate() {
        notes::write(&mut out, place + 1, note);
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// Ends a heading. A `#` at its end would be taken for its close.
fn heading(out: &mut String, text: &str) {
    let body = text.trim_end_matches('#');
    escape::text(out, body, Place::Within);
    (body.len()..text.len()).for_each(|_| out.push_str("\\#"));
    out.push_str("\n\n");
}

fn section(out: &mut String, section: &Section, first: bool) {
    if !(first && section.heading.is_empty()) {
        out.extend((0..=section.level).map(|_| '#'));
        out.push(' ');
        heading(out, &section.heading);
    }
    let mut after_list = false;
    for block in &section.blocks {
        // Two lists one after the other would be read as one.
        if after_list && matches!(block, Block::List { .. }) {
            out.push_str("<!-- -->\n\n");
        }
        after_list = matches!(block, Block::List { .. });
        self::block(out, block);
    }
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Paragraph { sentences } => {
            self::sentences(out, sentences);
            out.push_str("\n\n");
        }
        Block::List { items } => {
            for item in items {
                out.push_str("- ");
                self::sentences(out, item);
                out.push('\n');
            }
            out.push('\n');
        }
        Block::Table(table) => self::table(out, table),
        Block::Chart(chart) => self::chart(out, chart),
    }
}

fn sentences(out: &mut String, sentences: &[Sentence]) {
    for (place, sentence) in sentences.iter().enumerate() {
        if place > 0 {
            out.push(' ');
        }
        for (at, run) in sentence.runs.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| sentence.runs[before].text.chars().next_back());
            let after = sentence.runs.get(at + 1).and_then(|after| after.text.chars().next());
            self::run(out, run, place + at == 0, [before, after]);
        }
        references(out, &sentence.notes);
        if sentence.plain {
            out.push_str("<!-- plain -->");
        }
    }
}

fn run(out: &mut String, run: &Run, first: bool, around: [Option<char>; 2]) {
    if let Some(language) = &run.language {
        _ = write!(out, "<span lang=\"{language}\">");
    }
    let [open, close] = match (run.strong, bold_is_seen(&run.text, around)) {
        (false, _) => ["", ""],
        (true, true) => ["**", "**"],
        (true, false) => ["<strong>", "</strong>"],
    };
    let place = if first && open.is_empty() && run.language.is_none() { Place::Line } else { Place::Within };
    out.push_str(open);
    escape::text(out, &run.text, place);
    out.push_str(close);
    if run.language.is_some() {
        out.push_str("</span>");
    }
}

/// Whether `**` around a text makes it bold: CommonMark asks that its marks stand at the edges of words, or have space or the end beside them.
fn bold_is_seen(text: &str, [before, after]: [Option<char>; 2]) -> bool {
    let edge = |inner: Option<char>, outer: Option<char>| {
        inner.is_some_and(|inner| is_of_word(inner) || !inner.is_whitespace() && outer.is_none_or(|o| o == ' '))
    };
    edge(text.chars().next(), before) && edge(text.chars().next_back(), after)
}

/// Whether a letter is one for CommonMark too: letters in circles and squares count as alphabetic, but are symbols.
fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() && !matches!(letter, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}')
}

fn references(out: &mut String, notes: &[NoteId]) {
    for note in notes {
        _ = write!(out, "[^{}]", note.0 + 1);
    }
}

fn table(out: &mut String, table: &Table) {
    out.push_str(": ");
    escape::text(out, &table.caption, Place::Within);
    out.truncate(out.trim_end().len());
    out.push_str("\n\n");
    row(out, &table.columns, &[]);
    out.push_str(&"| --- ".repeat(table.columns.len()));
    out.push_str("|\n");
    for TableRow { cells, notes } in &table.rows {
        row(out, cells, notes);
    }
    out.push('\n');
}

fn row(out: &mut String, cells: &[String], notes: &[NoteId]) {
    for (place, cell) in cells.iter().enumerate() {
        out.push_str("| ");
        escape::text(out, cell, Place::Cell);
        if place + 1 == cells.len() {
            references(out, notes);
        }
        out.push(' ');
    }
    out.push_str("|\n");
}

fn chart(out: &mut String, chart: &Chart) {
    _ = write!(out, "<!-- chart: {} -->\n\n: ", chart.kind.name());
    escape::text(out, &chart.title, Place::Within);
    out.truncate(out.trim_end().len());
    out.push_str("\n\n");
    if !chart.alternative.is_empty() {
        escape::text(out, &chart.alternative, Place::Line);
        out.push_str("\n\n");
    }
    let table = chart.table();
    row(out, &table.columns, &[]);
    out.push_str(&"| --- ".repeat(table.columns.len()));
    out.push_str("|\n");
    table.rows.iter().for_each(|line| row(out, &line.cells, &[]));
    out.push('\n');
}
