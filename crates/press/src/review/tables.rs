//! The tables of a review.

use std::collections::BTreeMap;

use packs::{Kind, OfficeKind, Topic};

use super::charts;
use super::tally::{Channel, Direction, Tally};
use crate::paper::{Block, Table, TableRow};
use crate::period::Period;
use crate::words::{MORE, Words};

/// So many partners are listed.
const PARTNERS: usize = 15;
/// So many topics.
const TOPICS: usize = 12;

/// Kinds, directions, ranks, channels and months.
pub(super) fn figures(words: &Words<'_>, tally: &Tally, period: Period, view: Option<&str>) -> Vec<Block> {
    let kinds = tally.kinds.iter().map(|(kind, n)| (words.kind(Kind::ALL[*kind]), *n));
    let mut blocks = vec![counts(words, "caption-kinds", "column-kind", by_number(kinds.collect()))];
    if view.is_some() && tally.directions.keys().any(|direction| *direction != Direction::Other) {
        let name = |direction: &Direction| match direction {
            Direction::Out => "direction-out",
            Direction::In => "direction-in",
            Direction::Other => "direction-other",
        };
        let rows = tally.directions.iter().map(|(direction, n)| (words.sentence(name(direction), Vec::new()), *n));
        blocks.push(counts(words, "caption-directions", "column-direction", rows.collect()));
    }
    let rank = |place: usize| match OfficeKind::ALL.get(place) {
        Some(office) => words.heading(&words.office(*office, view)),
        None => words.sentence("rank-other", Vec::new()),
    };
    let rows = tally.ranks.iter().map(|(place, n)| (rank(*place), *n)).collect();
    blocks.push(counts(words, "caption-ranks", "column-rank", rows));
    let channel = |channel: &Channel| match channel {
        Channel::Party => "channel-party",
        Channel::Government => "channel-government",
        Channel::Parliament => "channel-parliament",
        Channel::People => "channel-people",
        Channel::Business => "channel-business",
        Channel::Other => "channel-other",
    };
    let rows = tally.channels.iter().map(|(of, n)| (words.sentence(channel(of), Vec::new()), *n)).collect();
    blocks.push(counts(words, "caption-channels", "column-channel", rows));
    // Behind the tables, which fill a page: before them it would leave half of one empty.
    blocks.extend(charts::months(words, tally, period));
    blocks
}

/// Partners, and when one dealt with them.
pub(super) fn partners(words: &Words<'_>, tally: &Tally, period: Period) -> Vec<Block> {
    if tally.partners.is_empty() {
        return Vec::new();
    }
    let rows = partners_by_number(tally).into_iter().take(PARTNERS);
    let rows = rows.map(|(code, n)| (words.heading(&words.party(&code)), n)).collect();
    let mut blocks = vec![counts(words, "caption-partners", "column-partner", rows)];
    blocks.extend(more(words, tally.partners.len(), PARTNERS));
    blocks.extend(charts::partners(words, tally, period));
    blocks.extend(charts::network(words, tally));
    blocks
}

/// Partners by how much one had to do with them.
pub(super) fn partners_by_number(tally: &Tally) -> Vec<(String, usize)> {
    by_number(tally.partners.iter().map(|(code, months)| (code.clone(), months.values().sum())).collect())
}

/// Topics, and how they rise and fall against the period before.
pub(super) fn topics(words: &Words<'_>, tally: &Tally, before: &Tally, period: Period) -> Vec<Block> {
    let sums = |tally: &Tally| -> BTreeMap<usize, usize> {
        tally.topics.iter().map(|(topic, months)| (*topic, months.values().sum())).collect()
    };
    let (now, then) = (sums(tally), sums(before));
    let most = by_number(now.iter().map(|(topic, n)| (*topic, *n)).collect());
    let row = |(topic, n): (usize, usize)| {
        let before = then.get(&topic).copied().unwrap_or_default();
        let change = n as f64 - before as f64;
        let sign = if change > 0.0 { "+" } else { "" };
        let cells = vec![
            words.heading(&words.topic(Topic::ALL[topic])),
            words.count(before),
            words.count(n),
            format!("{sign}{}", words.number(change)),
        ];
        TableRow { cells, notes: Vec::new() }
    };
    let rows: Vec<TableRow> = most.into_iter().take(TOPICS).map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = ["column-topic", "column-before", "column-now", "column-change"];
    let table = Table {
        caption: words.sentence("caption-topics", Vec::new()),
        columns: columns.iter().map(|id| words.sentence(id, Vec::new())).collect(),
        rows,
    };
    let mut blocks = vec![Block::Table(table)];
    blocks.extend(more(words, now.len(), TOPICS));
    blocks.extend(charts::topics(words, tally, period));
    blocks
}

/// How many more rows a table would have.
fn more(words: &Words<'_>, n: usize, most: usize) -> Option<Block> {
    words.more(MORE, n.saturating_sub(most)).map(|more| Block::Paragraph { sentences: vec![more] })
}

/// What the review rests on.
pub(super) fn coverage(words: &Words<'_>, tally: &Tally, period: Period) -> Block {
    let silent = usize::try_from(period.days()).unwrap_or_default().saturating_sub(tally.published.len());
    let rows = [
        ("coverage-engagements", tally.engagements),
        ("coverage-accounts", tally.accounts),
        ("coverage-silent", silent),
        ("coverage-disputes", tally.disputed),
    ];
    let rows = rows.into_iter().map(|(id, n)| (words.sentence(id, Vec::new()), n)).collect();
    counts(words, "caption-coverage", "column-what", rows)
}

/// A table of counts.
fn counts(words: &Words<'_>, caption: &str, column: &str, rows: Vec<(String, usize)>) -> Block {
    let row = |(name, n): (String, usize)| TableRow { cells: vec![name, words.count(n)], notes: Vec::new() };
    Block::Table(Table {
        caption: words.sentence(caption, Vec::new()),
        columns: vec![words.sentence(column, Vec::new()), words.sentence("column-number", Vec::new())],
        rows: rows.into_iter().map(row).collect(),
    })
}

/// The most frequent first, then by name.
pub(super) fn by_number<T: Ord>(mut counts: Vec<(T, usize)>) -> Vec<(T, usize)> {
    counts.sort_by(|(a, n), (b, m)| m.cmp(n).then(a.cmp(b)));
    counts
}
