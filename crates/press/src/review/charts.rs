//! The charts of a review: what they show, with words for those who cannot see them.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use packs::{Kind, Topic};

use super::tables::{by_number, partners_by_number};
use super::tally::{Month, Tally};
use crate::paper::{Block, Chart, ChartKind, Series};
use crate::period::Period;
use crate::words::Words;

/// So many partners stand in a chart.
const PARTNERS: usize = 10;
/// So many lines of topics.
const TOPICS: usize = 5;
/// Of fewer months no chart is drawn.
const MONTHS: usize = 2;

/// Contacts by month and kind.
pub(super) fn months(words: &Words<'_>, tally: &Tally, period: Period) -> Option<Block> {
    let months = months_of(period);
    let (most, n) = most(tally.months.iter().map(|(month, kinds)| (*month, kinds.values().sum())))?;
    let series = tally.kinds.keys().map(|kind| Series {
        name: words.kind(Kind::ALL[*kind]),
        values: values(&months, |month| tally.months.get(month)?.get(kind).copied()),
    });
    let args = vec![("month", words.month_of(most.0, most.1).into()), ("n", words.count(n).into())];
    (months.len() >= MONTHS).then(|| {
        Block::Chart(Chart {
            kind: ChartKind::Bars,
            title: words.sentence("chart-months", Vec::new()),
            alternative: words.sentence("chart-months-alternative", args),
            labels: labels(words, &months, period),
            series: series.collect(),
        })
    })
}

/// Partners by month.
pub(super) fn partners(words: &Words<'_>, tally: &Tally, period: Period) -> Option<Block> {
    let months = months_of(period);
    let partners = partners_by_number(tally);
    let (most, n) = partners.first()?;
    let series = partners.iter().take(PARTNERS).map(|(code, _)| Series {
        name: words.heading(&words.party(code)),
        values: values(&months, |month| tally.partners.get(code)?.get(month).copied()),
    });
    let args = vec![("party", words.party(most).into()), ("n", words.count(*n).into())];
    (months.len() >= MONTHS).then(|| {
        Block::Chart(Chart {
            kind: ChartKind::Heat,
            title: words.sentence("chart-partners", Vec::new()),
            alternative: words.sentence("chart-partners-alternative", args),
            labels: labels(words, &months, period),
            series: series.collect(),
        })
    })
}

/// Who meets whom.
pub(super) fn network(words: &Words<'_>, tally: &Tally) -> Option<Block> {
    let mut ties: BTreeMap<&String, usize> = BTreeMap::new();
    for ((a, b), n) in &tally.pairs {
        *ties.entry(a).or_default() += n;
        *ties.entry(b).or_default() += n;
    }
    let codes: Vec<&String> =
        by_number(ties.into_iter().collect()).into_iter().take(PARTNERS).map(|(code, _)| code).collect();
    let ((a, b), n) = most(tally.pairs.iter().map(|(pair, n)| (pair.clone(), *n)))?;
    let between = |a: &String, b: &String| {
        let pair = if a < b { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) };
        tally.pairs.get(&pair).copied().unwrap_or_default() as f64
    };
    let name = |code: &&String| words.heading(&words.party(code));
    let series = codes
        .iter()
        .map(|code| Series { name: name(code), values: codes.iter().map(|other| between(code, other)).collect() });
    let args = vec![("a", words.party(&a).into()), ("b", words.party(&b).into()), ("n", words.count(n).into())];
    (codes.len() > 2).then(|| {
        Block::Chart(Chart {
            kind: ChartKind::Network,
            title: words.sentence("chart-network", Vec::new()),
            alternative: words.sentence("chart-network-alternative", args),
            labels: codes.iter().map(name).collect(),
            series: series.collect(),
        })
    })
}

/// The most frequent topics by month.
pub(super) fn topics(words: &Words<'_>, tally: &Tally, period: Period) -> Option<Block> {
    let months = months_of(period);
    let topics = by_number(tally.topics.iter().map(|(topic, months)| (*topic, months.values().sum())).collect());
    let (first, _) = *topics.first()?;
    let series = topics.iter().take(TOPICS).map(|(topic, _)| Series {
        name: words.heading(&words.topic(Topic::ALL[*topic])),
        values: values(&months, |month| tally.topics.get(topic)?.get(month).copied()),
    });
    let args = vec![("topic", words.topic(Topic::ALL[first]).into())];
    (months.len() >= MONTHS).then(|| {
        Block::Chart(Chart {
            kind: ChartKind::Lines,
            title: words.sentence("chart-topics", Vec::new()),
            alternative: words.sentence("chart-topics-alternative", args),
            labels: labels(words, &months, period),
            series: series.collect(),
        })
    })
}

/// The months of a period.
fn months_of(period: Period) -> Vec<Month> {
    let mut months = Vec::new();
    let mut first = period.from.first_of_month();
    while first <= period.to {
        months.push((first.year(), first.month()));
        let Ok(next) = first.checked_add(1.month()) else { break };
        first = next;
    }
    months
}

fn labels(words: &Words<'_>, months: &[Month], period: Period) -> Vec<String> {
    let bare = period.year().is_some();
    let label = |&(year, month): &Month| if bare { words.month(month) } else { words.month_of(year, month) };
    months.iter().map(label).collect()
}

fn values(months: &[Month], of: impl Fn(&Month) -> Option<usize>) -> Vec<f64> {
    months.iter().map(|month| of(month).unwrap_or_default() as f64).collect()
}

/// What there is most of; of several the first.
fn most<T: Ord>(counts: impl Iterator<Item = (T, usize)>) -> Option<(T, usize)> {
    by_number(counts.collect()).into_iter().next()
}
