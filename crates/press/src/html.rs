//! A paper in, one page of HTML out: styles inside, no script, for screens light and dark, for print and for screen readers.
//!
//! Headings go down one level at a time, tables have captions and heads, quotes say their language, charts hold their texts and tables,
//! and notes link to where they are used and back.

use std::collections::HashMap;

use crate::charts;
use crate::direction::{runs_left, stretches};
use crate::paper::{Block, Chart, Note, NoteId, Paper, Run, Sentence, Table, TableRow};
use crate::tidy::words;
use crate::xml::Xml;

/// Writes a paper that is in order ([`crate::tidy::tidy`]).
pub(crate) fn write(paper: &Paper) -> String {
    let mut page = Page { html: Xml::with("<!doctype html>\n"), uses: HashMap::new(), n_charts: 0 };
    page.within("html", &[("lang", &paper.language), ("dir", way(&paper.language))], |page| {
        head(&mut page.html, paper);
        page.within("body", &[], |page| page.within("main", &[], |page| page.paper(paper)));
    });
    page.html.finish()
}

fn way(language: &str) -> &'static str {
    if runs_left(language) { "rtl" } else { "ltr" }
}

fn head(html: &mut Xml, paper: &Paper) {
    html.element("head", &[], |html| {
        html.empty("meta", &[("charset", "utf-8")]);
        html.empty("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
        // Nothing is fetched, whatever a name or an address holds.
        let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
        html.empty("meta", &[("http-equiv", "Content-Security-Policy"), ("content", policy)]);
        html.words("title", &[], &paper.title);
        html.line();
        html.element("style", &[], |html| html.markup(include_str!("html/style.css")));
    });
    html.line();
}

/// A page as it grows.
struct Page {
    html: Xml,
    /// How often each note has been named.
    uses: HashMap<NoteId, usize>,
    n_charts: usize,
}

impl Page {
    fn paper(&mut self, paper: &Paper) {
        self.html.line();
        self.html.element("h1", &[], |html| text(html, &paper.title));
        self.html.line();
        if let Some(subtitle) = &paper.subtitle {
            self.html.element("p", &[("class", "subtitle")], |html| text(html, subtitle));
            self.html.line();
        }
        // At the end it might stand alone on a page of print.
        if let Some(foot) = &paper.foot {
            self.html.element("p", &[("class", "foot")], |html| text(html, foot));
            self.html.line();
        }
        for section in &paper.sections {
            if !section.heading.is_empty() {
                let name = format!("h{}", section.level + 1);
                self.html.element(&name, &[], |html| text(html, &section.heading));
                self.html.line();
            }
            section.blocks.iter().for_each(|block| self.block(block));
        }
        if !paper.notes.is_empty() {
            self.notes(paper);
        }
    }

    /// Writes into an element, with all that a page knows.
    fn within(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Self)) {
        let mut html = std::mem::take(&mut self.html);
        html.element(name, attributes, |html| {
            std::mem::swap(html, &mut self.html);
            inside(self);
            std::mem::swap(html, &mut self.html);
        });
        html.line();
        self.html = html;
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph { sentences } => self.within("p", &[], |page| page.sentences(sentences)),
            Block::List { items } => self.within("ul", &[], |page| {
                items.iter().for_each(|item| page.within("li", &[], |page| page.sentences(item)));
            }),
            Block::Table(table) => self.table(table, !table.caption.is_empty()),
            Block::Chart(chart) => self.chart(chart),
        }
    }

    fn sentences(&mut self, sentences: &[Sentence]) {
        for (place, sentence) in sentences.iter().enumerate() {
            if place > 0 {
                self.html.text(" ");
            }
            sentence.runs.iter().for_each(|part| run(&mut self.html, part));
            self.references(&sentence.notes);
        }
    }

    fn references(&mut self, notes: &[NoteId]) {
        if notes.is_empty() {
            return;
        }
        let uses = &mut self.uses;
        self.html.element("sup", &[], |html| {
            for (place, note) in notes.iter().enumerate() {
                if place > 0 {
                    html.text(", ");
                }
                let use_of = uses.entry(*note).or_default();
                *use_of += 1;
                let (number, id) = ((note.0 + 1).to_string(), use_name(*note, *use_of));
                let address = format!("#note-{number}");
                html.words("a", &[("id", &id), ("href", &address), ("role", "doc-noteref")], &number);
            }
        });
    }

    fn table(&mut self, table: &Table, captioned: bool) {
        // A wide table is scrolled with the keys too.
        let mut region = vec![("class", "wide"), ("tabindex", "0"), ("role", "region")];
        region.extend((!table.caption.is_empty()).then_some(("aria-label", table.caption.as_str())));
        let numbers: Vec<bool> = (0..table.columns.len()).map(|column| holds_numbers(table, column)).collect();
        self.within("div", &region, |page| {
            page.within("table", &[], |page| {
                if captioned {
                    page.html.element("caption", &[], |html| text(html, &table.caption));
                }
                if table.columns.iter().any(|heading| !heading.is_empty()) {
                    page.within("thead", &[], |page| page.columns(&table.columns, &numbers));
                }
                page.within("tbody", &[], |page| table.rows.iter().for_each(|row| page.row(row, &numbers)));
            });
        });
    }

    fn columns(&mut self, columns: &[String], numbers: &[bool]) {
        self.html.element("tr", &[], |html| {
            for (heading, &number) in columns.iter().zip(numbers) {
                // A corner without words is no heading.
                let (name, scope) = if heading.is_empty() { ("td", None) } else { ("th", Some(("scope", "col"))) };
                html.element(name, &attributes(scope, number), |html| text(html, heading));
            }
        });
    }

    fn row(&mut self, row: &TableRow, numbers: &[bool]) {
        self.within("tr", &[], |page| {
            for (column, (cell, &number)) in row.cells.iter().zip(numbers).enumerate() {
                let names_row = column == 0 && !cell.is_empty() && row.cells.len() > 1;
                let (name, scope) = if names_row { ("th", Some(("scope", "row"))) } else { ("td", None) };
                page.within(name, &attributes(scope, number), |page| {
                    text(&mut page.html, cell);
                    if column + 1 == row.cells.len() {
                        page.references(&row.notes);
                    }
                });
            }
        });
    }

    fn chart(&mut self, chart: &Chart) {
        self.n_charts += 1;
        let id = format!("chart-{}", self.n_charts);
        self.within("figure", &[], |page| {
            page.html.element("figcaption", &[], |html| text(html, &chart.title));
            page.html.line();
            page.html.markup(&charts::draw(chart, &id));
            page.html.line();
            page.within("details", &[], |page| {
                page.html.element("summary", &[], |html| text(html, &chart.title));
                page.table(&chart.legible_table(), false);
            });
        });
    }

    fn notes(&mut self, paper: &Paper) {
        let attributes = [("class", "notes"), ("role", "doc-endnotes"), ("aria-labelledby", "notes")];
        self.within("section", &attributes, |page| {
            page.html.element("h2", &[("id", "notes")], |html| text(html, &paper.notes_heading));
            page.within("ol", &[], |page| {
                for (place, note) in paper.notes.iter().enumerate() {
                    let id = format!("note-{}", place + 1);
                    page.within("li", &[("id", &id)], |page| page.note(NoteId(place), note));
                }
            });
        });
    }

    fn note(&mut self, id: NoteId, note: &Note) {
        let html = &mut self.html;
        let language = note.language.as_deref();
        let attributes: Vec<_> = language.map(|tag| vec![("lang", tag), ("dir", way(tag))]).unwrap_or_default();
        html.words("q", &attributes, &words(&note.quote));
        html.text(" ");
        html.element("cite", &[], |html| text(html, &note.source));
        if let Some((from, to)) = note.published {
            html.text(", ");
            html.words("time", &[("datetime", &from.to_string())], &from.to_string());
            if from != to {
                html.text("–");
                html.words("time", &[("datetime", &to.to_string())], &to.to_string());
            }
        }
        html.text(". ");
        if let Some(address) = &note.address {
            // No other scheme is safe to follow.
            if document::is_web(address) {
                html.words("a", &[("href", address), ("rel", "noreferrer")], address);
            } else {
                text(html, address);
            }
            html.text(" ");
        }
        html.words("code", &[], &note.account.to_string());
        for use_of in 1..=self.uses.get(&id).copied().unwrap_or(0) {
            let (address, name) = (format!("#{}", use_name(id, use_of)), format!("↩ {}.{use_of}", id.0 + 1));
            html.text(" ");
            let attributes =
                [("class", "back"), ("href", address.as_str()), ("role", "doc-backlink"), ("aria-label", &name)];
            html.words("a", &attributes, "↩");
        }
    }
}

/// The attributes of a cell.
fn attributes(scope: Option<(&'static str, &'static str)>, number: bool) -> Vec<(&'static str, &'static str)> {
    scope.into_iter().chain(number.then_some(("class", "number"))).collect()
}

fn use_name(note: NoteId, use_of: usize) -> String {
    format!("use-{}-{use_of}", note.0 + 1)
}

/// Whether a column holds nothing but numbers. The first says what its row is about, even where that is a year.
pub(crate) fn holds_numbers(table: &Table, column: usize) -> bool {
    let is_number = |cell: &str| {
        let digits = cell.trim_start_matches(['-', '−', '+']).trim_end_matches(['%', ' ', '\u{a0}', '\u{202f}']);
        digits.starts_with(|letter: char| letter.is_ascii_digit())
            && digits.chars().all(|letter| letter.is_ascii_digit() || " \u{a0}\u{202f}.,".contains(letter))
    };
    let cells = || table.rows.iter().filter_map(|row| row.cells.get(column));
    column > 0 && cells().next().is_some() && cells().all(|cell| is_number(cell))
}

fn run(html: &mut Xml, run: &Run) {
    let words = |html: &mut Xml| {
        if run.strong { html.element("strong", &[], |html| text(html, &run.text)) } else { text(html, &run.text) }
    };
    match &run.language {
        Some(language) => html.element("span", &[("lang", language), ("dir", way(language))], words),
        None => words(html),
    }
}

/// Adds a text; stretches from right to left are kept apart from what stands around them.
fn text(html: &mut Xml, text: &str) {
    for (left, stretch) in stretches(text) {
        if left { html.words("bdi", &[("dir", "rtl")], stretch) } else { html.text(stretch) }
    }
}
