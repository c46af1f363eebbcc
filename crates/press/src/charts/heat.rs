//! A field a series and label, the darker the greater, with its number in it.

use super::WIDTH;
use super::canvas::{Canvas, Hold, unit};
use super::measure::{LINE, fit, number, width, wrap};
use crate::paper::Chart;

/// How dark the fields are, from few to many. Between the fourth and the fifth, letters turn white; all shades keep them readable on paper
/// and on a dark page.
const SHADES: [&str; 6] = ["0.08", "0.2", "0.33", "0.48", "0.9", "1"];
/// How many of the shades have dark letters.
const DARK_LETTERS: usize = 4;

pub(super) fn draw(chart: &Chart, canvas: &mut Canvas) {
    let names = chart.series.iter().map(|series| width(&series.name)).fold(0.0, f64::max);
    let left = names.min(190.0) + 8.0;
    let slot = ((WIDTH - left) / chart.labels.len() as f64).min(90.0);
    let greatest = chart.series.iter().flat_map(|series| &series.values).copied().fold(0.0, f64::max);
    scale(canvas, left, greatest);
    heads(chart, canvas, left, slot);
    for series in &chart.series {
        let lines = wrap(&series.name, left - 8.0, 3);
        let high = (lines.len() as f64 * LINE + 6.0).max(22.0);
        canvas.lines([left - 8.0, canvas.height + high / 2.0], Hold::End, &lines);
        for (place, &value) in series.values.iter().enumerate() {
            let corner = [left + place as f64 * slot, canvas.height];
            field(canvas, corner, [slot, high], value, greatest);
        }
        canvas.height += high;
    }
    canvas.height += 4.0;
}

/// Which of the shades a value has; none has none.
fn shade(value: f64, greatest: f64) -> Option<usize> {
    let part = value / greatest;
    (value > 0.0).then(|| ((part * SHADES.len() as f64).ceil() as usize).clamp(1, SHADES.len()) - 1)
}

fn field(canvas: &mut Canvas, [x, y]: [f64; 2], [wide, high]: [f64; 2], value: f64, greatest: f64) {
    let place = [("x", x + 0.5), ("y", y + 0.5), ("width", (wide - 1.0).max(0.5)), ("height", high - 1.0)];
    let Some(shade) = shade(value, greatest) else {
        return canvas.shape("rect", &place, &[("fill", "none"), ("stroke", canvas.ink), ("stroke-opacity", "0.15")]);
    };
    canvas.shape("rect", &place, &[("fill", Canvas::colour(0)), ("fill-opacity", SHADES[shade])]);
    let text = number(value);
    if width(&text) <= wide - 2.0 {
        let fill = if shade < DARK_LETTERS { canvas.ink } else { "#ffffff" };
        canvas.text_with([x + wide / 2.0, y + high / 2.0 + 4.0], Hold::Middle, &text, &[("fill", fill)]);
    }
}

/// Adds what the shades stand for.
fn scale(canvas: &mut Canvas, left: f64, greatest: f64) {
    if greatest <= 0.0 {
        return;
    }
    let y = canvas.height;
    canvas.text([left - 6.0, y + 10.0], Hold::End, "0");
    for (place, shade) in SHADES.iter().enumerate() {
        let at = [("x", left + place as f64 * 18.0), ("y", y), ("width", 17.0), ("height", 12.0)];
        canvas.shape("rect", &at, &[("fill", Canvas::colour(0)), ("fill-opacity", shade)]);
    }
    canvas.text([left + SHADES.len() as f64 * 18.0 + 5.0, y + 10.0], Hold::Start, &number(greatest));
    canvas.height += 22.0;
}

/// Adds the labels over the columns: upright where they do not fit side by side.
fn heads(chart: &Chart, canvas: &mut Canvas, left: f64, slot: f64) {
    let widest = chart.labels.iter().map(|label| width(label)).fold(0.0, f64::max);
    if widest + 6.0 <= slot {
        for (place, label) in chart.labels.iter().enumerate() {
            canvas.text([left + (place as f64 + 0.5) * slot, canvas.height + 12.0], Hold::Middle, label);
        }
        canvas.height += 18.0;
        return;
    }
    let high = widest.min(120.0) + 6.0;
    // Letters need more room than very narrow columns have: every second, third … label then.
    let step = (LINE / slot).ceil().max(1.0) as usize;
    for (place, label) in chart.labels.iter().enumerate().step_by(step) {
        let [x, y] = [left + (place as f64 + 0.5) * slot + 4.0, canvas.height + high - 4.0];
        let turn = format!("rotate(-90 {} {})", unit(x), unit(y));
        canvas.text_with([x, y], Hold::Start, &fit(label, 120.0), &[("transform", &turn)]);
    }
    canvas.height += high;
}
