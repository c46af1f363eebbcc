//! Events along a line of days, a lane a kind.

use document::PartialDate;

use super::WIDTH;
use super::canvas::{Canvas, Hold};
use super::measure::{LINE, number, width, wrap};
use crate::paper::{Chart, Series};

/// A table of more rows is no longer read at a glance.
const MOST_LABELS: usize = 12;

/// The same by months or years, where it has more days than a table has rows; of more years than these the first ones are one row.
pub(super) fn coarser(chart: &Chart) -> Chart {
    let dates: Option<Vec<PartialDate>> = chart.labels.iter().map(|label| label.parse().ok()).collect();
    let Some(dates) = dates.filter(|dates| dates.len() > MOST_LABELS) else { return chart.clone() };
    let month = |date: &PartialDate| match date.months() {
        Some(month) => format!("{:04}-{month:02}", date.years()),
        None => format!("{:04}", date.years()),
    };
    let months = joined(chart, dates.iter().map(month).collect());
    if months.labels.len() <= MOST_LABELS {
        return months;
    }
    let mut years: Vec<i16> = dates.iter().map(|date| date.years()).collect();
    years.sort_unstable();
    years.dedup();
    let until = years.len().checked_sub(MOST_LABELS).map(|place| years[place]).filter(|_| years.len() > MOST_LABELS);
    let year = |date: &PartialDate| match until.filter(|until| date.years() <= *until) {
        Some(until) => format!("–{until}"),
        None => date.years().to_string(),
    };
    joined(chart, dates.iter().map(year).collect())
}

/// A chart with other labels, those that are the same side by side made one.
fn joined(chart: &Chart, others: Vec<String>) -> Chart {
    let mut labels: Vec<String> = Vec::new();
    let mut places = Vec::with_capacity(others.len());
    for label in others {
        if labels.last() != Some(&label) {
            labels.push(label);
        }
        places.push(labels.len() - 1);
    }
    let joined = |series: &Series| {
        let mut values = vec![0.0; labels.len()];
        for (&place, value) in places.iter().zip(&series.values) {
            values[place] += value;
        }
        Series { name: series.name.clone(), values }
    };
    Chart { series: chart.series.iter().map(joined).collect(), labels, ..chart.clone() }
}

/// A lane holds so many events above each other before they cover each other.
const MOST_ROWS: usize = 8;

pub(super) fn draw(chart: &Chart, canvas: &mut Canvas) {
    let names = chart.series.iter().map(|series| width(&series.name)).fold(0.0, f64::max);
    let left = names.min(170.0) + 8.0;
    let places = places(&chart.labels);
    let x = |place: usize| left + 14.0 + places[place] * (WIDTH - left - 28.0);
    let greatest = chart.series.iter().flat_map(|series| &series.values).copied().fold(0.0, f64::max);
    let top = canvas.height;
    for (series, lane) in chart.series.iter().enumerate() {
        let events = lane.values.iter().enumerate().filter(|&(_, &value)| value > 0.0);
        let events: Vec<(f64, f64)> = events.map(|(place, &value)| (x(place), value)).collect();
        let radius = |value: f64| if value > 1.0 { 7.0 + 4.0 * (value / greatest).sqrt() } else { 5.0 };
        let rows = rows(&events, radius);
        let lines = wrap(&lane.name, left - 8.0, 3);
        let n_rows = rows.iter().max().map_or(1, |row| row + 1) as f64;
        let high = (n_rows * 24.0 + 4.0).max(lines.len() as f64 * LINE + 8.0);
        let middle = canvas.height + high / 2.0;
        canvas.lines([left - 8.0, middle], Hold::End, &lines);
        for (&(x, value), row) in events.iter().zip(rows) {
            let y = middle + (row as f64 - (n_rows - 1.0) / 2.0) * 24.0;
            event(canvas, series, [x, y, radius(value)], value);
        }
        canvas.height += high;
        canvas.rule([left, canvas.height], [WIDTH, canvas.height], "0.2");
    }
    days(chart, canvas, top, x);
}

/// How far along each label stands, from 0 to 1: by its day where all are days, else one after the other.
fn places(labels: &[String]) -> Vec<f64> {
    let days: Option<Vec<_>> =
        labels.iter().map(|label| Some(label.parse::<PartialDate>().ok()?.first_day())).collect();
    let days = days.and_then(|days| {
        let first = *days.iter().min()?;
        days.iter().map(|&day| Some(f64::from(first.until(day).ok()?.get_days()))).collect::<Option<Vec<f64>>>()
    });
    let steps = days.unwrap_or_else(|| (0..labels.len()).map(|place| place as f64).collect());
    let last = steps.iter().copied().fold(0.0, f64::max);
    steps.iter().map(|step| if last > 0.0 { step / last } else { 0.5 }).collect()
}

/// In which row of a lane each event stands, so that none covers another.
fn rows(events: &[(f64, f64)], radius: impl Fn(f64) -> f64) -> Vec<usize> {
    let mut ends: Vec<f64> = Vec::new();
    let row = |&(x, value): &(f64, f64)| {
        let begins = x - radius(value);
        let free = ends.iter().position(|&end| end < begins);
        let row = free.unwrap_or(if ends.len() < MOST_ROWS { ends.len() } else { MOST_ROWS - 1 });
        ends.resize(ends.len().max(row + 1), f64::NEG_INFINITY);
        ends[row] = x + radius(value);
        row
    };
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.sort_by(|&one, &other| events[one].0.total_cmp(&events[other].0));
    let sorted: Vec<usize> = order.iter().map(|&place| events[place]).collect::<Vec<_>>().iter().map(row).collect();
    let mut rows = vec![0; events.len()];
    order.into_iter().zip(sorted).for_each(|(place, row)| rows[place] = row);
    rows
}

fn event(canvas: &mut Canvas, series: usize, [x, y, radius]: [f64; 3], value: f64) {
    if value <= 1.0 {
        return canvas.mark(series, [x, y]);
    }
    canvas.shape("circle", &[("cx", x), ("cy", y), ("r", radius)], &[("fill", Canvas::colour(series))]);
    let text = number(value);
    if width(&text) <= 2.0 * radius {
        canvas.text_with([x, y + 4.0], Hold::Middle, &text, &[("fill", "#ffffff")]);
    }
}

/// Adds the days below, as many as fit, with lines up through the lanes.
fn days(chart: &Chart, canvas: &mut Canvas, top: f64, x: impl Fn(usize) -> f64) {
    let mut order: Vec<usize> = (0..chart.labels.len()).collect();
    order.sort_by(|&one, &other| x(one).total_cmp(&x(other)));
    let (bottom, mut free) = (canvas.height, 0.0);
    for place in order {
        let half = width(&chart.labels[place]) / 2.0;
        let middle = x(place).clamp(half.min(WIDTH / 2.0), (WIDTH - half).max(WIDTH / 2.0));
        if middle - half < free {
            continue;
        }
        free = middle + half + 12.0;
        canvas.rule([x(place), top], [x(place), bottom + 4.0], "0.15");
        canvas.text([middle, bottom + 17.0], Hold::Middle, &chart.labels[place]);
    }
    canvas.height += 24.0;
}
