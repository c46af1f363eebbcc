//! Bars, upright where their labels fit below them, else lying.

use super::WIDTH;
use super::canvas::{Canvas, Hold};
use super::measure::{LINE, number, width, wrap};
use crate::paper::Chart;

/// How high upright bars grow.
const HIGH: f64 = 220.0;
/// More bars than these never lie: they would fill more than a page.
const MOST_LYING: usize = 40;

pub(super) fn draw(chart: &Chart, canvas: &mut Canvas) {
    canvas.legend(chart.series.iter().map(|series| series.name.as_str()), |canvas, series, corner| {
        let fill = canvas.fill(series);
        canvas.field(corner, [18.0, 10.0], &fill);
    });
    let slot = (WIDTH - 40.0) / chart.labels.len().max(1) as f64;
    let fits = chart.labels.iter().all(|label| width(label) + 6.0 <= slot);
    if fits || chart.labels.len() > MOST_LYING { upright(chart, canvas) } else { lying(chart, canvas) }
}

/// The sum of a label's values. What is counted is never below nought.
fn total(chart: &Chart, place: usize) -> f64 {
    chart.series.iter().map(|series| series.values[place].max(0.0)).sum()
}

fn greatest(chart: &Chart) -> f64 {
    (0..chart.labels.len()).map(|place| total(chart, place)).fold(0.0, f64::max)
}

fn upright(chart: &Chart, canvas: &mut Canvas) {
    let [left, scale] = canvas.axis(greatest(chart), HIGH);
    let slot = (WIDTH - left) / chart.labels.len() as f64;
    let wide = (slot * 0.72).min(56.0);
    let numbered = (0..chart.labels.len()).all(|place| width(&number(total(chart, place))) < slot - 2.0);
    for place in 0..chart.labels.len() {
        let x = left + (place as f64 + 0.5) * slot;
        let mut y = canvas.height;
        for (series, values) in chart.series.iter().enumerate() {
            let high = values.values[place].max(0.0) * scale;
            y -= high;
            if high > 0.0 {
                let fill = canvas.fill(series);
                // A hair of paper stays between two fields.
                canvas.field([x - wide / 2.0, y], [wide, (high - 0.7).max(0.3)], &fill);
            }
        }
        if numbered && total(chart, place) > 0.0 {
            canvas.text([x, y - 4.0], Hold::Middle, &number(total(chart, place)));
        }
    }
    canvas.labels(&chart.labels, left);
}

fn lying(chart: &Chart, canvas: &mut Canvas) {
    let widest = chart.labels.iter().map(|label| width(label)).fold(0.0, f64::max);
    let left = widest.min(220.0) + 8.0;
    let right = (0..chart.labels.len()).map(|place| width(&number(total(chart, place)))).fold(0.0, f64::max) + 8.0;
    let greatest = greatest(chart);
    let scale = if greatest > 0.0 { (WIDTH - left - right) / greatest } else { 0.0 };
    for (place, label) in chart.labels.iter().enumerate() {
        let lines = wrap(label, left - 8.0, 3);
        let high = (lines.len() as f64 * LINE + 6.0).max(22.0);
        canvas.lines([left - 8.0, canvas.height + high / 2.0], Hold::End, &lines);
        let mut x = left;
        for (series, values) in chart.series.iter().enumerate() {
            let wide = values.values[place].max(0.0) * scale;
            if wide > 0.0 {
                let fill = canvas.fill(series);
                canvas.field([x, canvas.height + high / 2.0 - 7.0], [(wide - 0.7).max(0.3), 14.0], &fill);
            }
            x += wide;
        }
        canvas.text([x + 5.0, canvas.height + high / 2.0 + 4.0], Hold::Start, &number(total(chart, place)));
        canvas.height += high;
    }
    canvas.height += 4.0;
}
