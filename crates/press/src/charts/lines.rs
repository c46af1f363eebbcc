//! A line a series, each with its own colour, stroke and mark.

use super::WIDTH;
use super::canvas::{Canvas, DASHES, unit};
use crate::paper::Chart;

/// How high lines rise.
const HIGH: f64 = 220.0;
/// With more points than these, marks would run into each other.
const MOST_MARKS: usize = 60;

pub(super) fn draw(chart: &Chart, canvas: &mut Canvas) {
    canvas.legend(chart.series.iter().map(|series| series.name.as_str()), |canvas, series, [x, y]| {
        let ends = [("x1", x), ("y1", y + 5.0), ("x2", x + 18.0), ("y2", y + 5.0)];
        canvas.shape("line", &ends, &stroke(series));
        canvas.mark(series, [x + 9.0, y + 5.0]);
    });
    let values = chart.series.iter().flat_map(|series| &series.values);
    let [left, scale] = canvas.axis(values.copied().fold(0.0, f64::max), HIGH);
    let slot = (WIDTH - left) / chart.labels.len() as f64;
    for (series, line) in chart.series.iter().enumerate() {
        let at = |(place, &value): (usize, &f64)| {
            [left + (place as f64 + 0.5) * slot, canvas.height - value.max(0.0) * scale]
        };
        let points: Vec<[f64; 2]> = line.values.iter().enumerate().map(at).collect();
        let path: Vec<String> = points.iter().map(|[x, y]| format!("{},{}", unit(*x), unit(*y))).collect();
        let path = path.join(" ");
        let looks: Vec<(&str, &str)> =
            [("points", path.as_str()), ("fill", "none")].into_iter().chain(stroke(series)).collect();
        canvas.shape("polyline", &[], &looks);
        if points.len() <= MOST_MARKS {
            points.into_iter().for_each(|point| canvas.mark(series, point));
        }
    }
    canvas.labels(&chart.labels, left);
}

fn stroke(series: usize) -> [(&'static str, &'static str); 3] {
    [("stroke", Canvas::colour(series)), ("stroke-width", "2"), ("stroke-dasharray", DASHES[series % DASHES.len()])]
}
