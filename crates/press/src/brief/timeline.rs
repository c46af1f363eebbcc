//! The timeline of two parties: their contacts and open matters, by their days.

use std::collections::BTreeSet;

use document::PartialDate;
use packs::Kind;
use register::Row;
use register::matters::Matter;

use crate::paper::{Block, Chart, ChartKind, Series};
use crate::words::Words;

/// More dates than these do not stand apart along a line: months stand for days then, and years for months.
const MOST_DATES: usize = 60;

/// A lane of a timeline.
struct Lane {
    name: String,
    /// When something was; the same date once for each.
    dates: Vec<PartialDate>,
}

/// Draws contacts, a lane a kind, and below them when open matters were last heard of and when they are due; `None` where all has one date.
pub(super) fn timeline(words: &Words<'_>, rows: &[Row], matters: &[Matter]) -> Option<Block> {
    let mut lanes = contacts(words, rows);
    let alternative = alternative(words, &lanes)?;
    lanes.extend(of_matters(words, matters));
    let dates = legible(&mut lanes);
    (dates.len() > 1).then(|| {
        Block::Chart(Chart {
            kind: ChartKind::Timeline,
            title: words.sentence("chart-timeline", Vec::new()),
            alternative,
            labels: dates.iter().map(ToString::to_string).collect(),
            series: lanes.into_iter().map(|lane| series(lane, &dates)).collect(),
        })
    })
}

/// Contacts, a lane a kind that there was.
fn contacts(words: &Words<'_>, rows: &[Row]) -> Vec<Lane> {
    let of = |kind: &Kind| {
        let rows = rows.iter().filter(|row| row.kind == kind.as_str());
        let dates: Vec<PartialDate> = rows.filter_map(|row| row.start.parse().ok()).collect();
        (!dates.is_empty()).then(|| Lane { name: words.heading(&words.kind(*kind)), dates })
    };
    Kind::ALL.iter().filter_map(of).collect()
}

/// When matters were last heard of, and when they are due.
fn of_matters(words: &Words<'_>, matters: &[Matter]) -> Vec<Lane> {
    let heard = matters.iter().map(|matter| register::date(matter.last).into()).collect();
    let due = matters.iter().filter_map(|matter| matter.due).collect();
    let lanes = [("chart-timeline-heard", heard), ("chart-timeline-due", due)];
    let lane = |(id, dates): (&str, Vec<PartialDate>)| {
        (!dates.is_empty()).then(|| Lane { name: words.sentence(id, Vec::new()), dates })
    };
    lanes.into_iter().filter_map(lane).collect()
}

/// The dates of all lanes in order, made vaguer until they stand apart.
fn legible(lanes: &mut [Lane]) -> Vec<PartialDate> {
    let month = |date: PartialDate| date.months().and_then(|month| PartialDate::month(date.years(), month));
    let year = |date: PartialDate| PartialDate::year(date.years());
    let vaguer: [&dyn Fn(PartialDate) -> Option<PartialDate>; 2] = [&month, &year];
    let mut dates = all(lanes);
    for vague in vaguer {
        if dates.len() <= MOST_DATES {
            break;
        }
        let each = lanes.iter_mut().flat_map(|lane| &mut lane.dates);
        each.for_each(|date| *date = vague(*date).unwrap_or(*date));
        dates = all(lanes);
    }
    dates
}

fn all(lanes: &[Lane]) -> Vec<PartialDate> {
    let dates: BTreeSet<PartialDate> = lanes.iter().flat_map(|lane| lane.dates.iter().copied()).collect();
    dates.into_iter().collect()
}

/// How many of a lane have each date.
fn series(lane: Lane, dates: &[PartialDate]) -> Series {
    let mut values = vec![0.0; dates.len()];
    for date in &lane.dates {
        if let Ok(place) = dates.binary_search(date) {
            values[place] += 1.0;
        }
    }
    Series { name: lane.name, values }
}

/// What the chart shows in words; `None` where there are no contacts.
fn alternative(words: &Words<'_>, lanes: &[Lane]) -> Option<String> {
    let dates = all(lanes);
    let (first, last) = (*dates.first()?, *dates.last()?);
    let n: usize = lanes.iter().map(|lane| lane.dates.len()).sum();
    let args = vec![
        ("from", words.when(first.into(), None).into()),
        ("to", words.when(last.into(), None).into()),
        ("n", n.into()),
        ("figure", words.count(n).into()),
    ];
    Some(words.sentence("chart-timeline-alternative", args))
}
