//! A paper as plain text.

use press::{Block, Paper, Sentence};

/// The paper with its notes as numbers: first names in stars, tables in bars, of charts what is not zero.
pub(crate) fn show(paper: &Paper) -> String {
    let words = |sentence: &Sentence| {
        let runs =
            sentence.runs.iter().map(|run| if run.strong { format!("*{}*", run.text) } else { run.text.clone() });
        let notes: String = sentence.notes.iter().map(|note| format!("[{}]", note.0 + 1)).collect();
        runs.collect::<String>() + &notes
    };
    let line = |sentences: &[Sentence]| sentences.iter().map(words).collect::<Vec<_>>().join(" ");
    let mut out = format!("# {}\n", paper.title);
    paper.subtitle.iter().for_each(|subtitle| out += &format!("{subtitle}\n"));
    for section in &paper.sections {
        out += &format!("\n{} {}\n", "#".repeat(usize::from(section.level) + 1), section.heading);
        for block in &section.blocks {
            match block {
                Block::Paragraph { sentences } => out += &format!("{}\n", line(sentences)),
                Block::List { items } => items.iter().for_each(|item| out += &format!("- {}\n", line(item))),
                Block::Table(table) => {
                    out += &format!("[{}]\n| {} |\n", table.caption, table.columns.join(" | "));
                    for row in &table.rows {
                        let notes: String = row.notes.iter().map(|note| format!("[{}]", note.0 + 1)).collect();
                        out += &format!("| {} |{notes}\n", row.cells.join(" | "));
                    }
                }
                Block::Chart(chart) => {
                    out += &format!("({:?}) {}: {}\n", chart.kind, chart.title, chart.alternative);
                    for series in &chart.series {
                        let points = chart.labels.iter().zip(&series.values).filter(|(_, value)| **value != 0.0);
                        let points: Vec<String> = points.map(|(label, value)| format!("{label} {value}")).collect();
                        out += &format!("  {}: {}\n", series.name, points.join(", "));
                    }
                }
            }
        }
    }
    out += &format!("\n{}: {}\n", paper.notes_heading, paper.notes.len());
    paper.foot.iter().for_each(|foot| out += &format!("{foot}\n"));
    out
}
