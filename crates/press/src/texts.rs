//! Every text of a paper that people read, for what is done to all of them.

use crate::paper::{Block, Paper, Run, Sentence};

/// Does something with every text of a paper.
pub(crate) fn for_each_text(paper: &mut Paper, each: &mut impl FnMut(&mut String)) {
    each(&mut paper.title);
    paper.subtitle.iter_mut().for_each(&mut *each);
    paper.foot.iter_mut().for_each(&mut *each);
    for note in &mut paper.notes {
        each(&mut note.quote);
        each(&mut note.source);
        note.address.iter_mut().for_each(&mut *each);
    }
    for section in &mut paper.sections {
        each(&mut section.heading);
        for block in &mut section.blocks {
            for_each_text_of(block, each);
        }
    }
}

fn for_each_text_of(block: &mut Block, each: &mut impl FnMut(&mut String)) {
    let runs = |sentences: &mut Vec<Sentence>, each: &mut dyn FnMut(&mut String)| {
        sentences.iter_mut().flat_map(|sentence| &mut sentence.runs).for_each(|Run { text, .. }| each(text));
    };
    match block {
        Block::Paragraph { sentences } => runs(sentences, each),
        Block::List { items } => items.iter_mut().for_each(|item| runs(item, each)),
        Block::Table(table) => {
            each(&mut table.caption);
            table.columns.iter_mut().for_each(&mut *each);
            table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(each);
        }
        Block::Chart(chart) => {
            each(&mut chart.title);
            each(&mut chart.alternative);
            chart.labels.iter_mut().for_each(&mut *each);
            chart.series.iter_mut().for_each(|series| each(&mut series.name));
        }
    }
}
