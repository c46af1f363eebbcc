//! The labels in a circle, and a line between two that are tied, the thicker the stronger.

use std::f64::consts::TAU;

use super::WIDTH;
use super::canvas::{Canvas, Hold, unit};
use super::measure::{LINE, fit, width, wrap};
use crate::paper::Chart;

/// More labels than these stand around the circle like rays, else they would run into each other.
const MOST_LEVEL: usize = 12;

pub(super) fn draw(chart: &Chart, canvas: &mut Canvas) {
    let n = chart.labels.len();
    let rays = n > MOST_LEVEL;
    let widest = chart.labels.iter().map(|label| width(label)).fold(0.0, f64::max);
    let radius: f64 = if rays { (n as f64 * LINE / TAU).clamp(150.0, 190.0) } else { 150.0 };
    let around = if rays { widest.min(WIDTH / 2.0 - radius - 14.0) + 14.0 } else { 2.0 * LINE + 14.0 };
    let middle = [WIDTH / 2.0, canvas.height + radius + around];
    let angle = |place: usize| (place as f64 / n as f64 - 0.25) * TAU;
    let at =
        |place: usize, radius: f64| [middle[0] + radius * angle(place).cos(), middle[1] + radius * angle(place).sin()];
    let ties = ties(chart);
    let strongest = ties.iter().map(|tie| tie.2).fold(0.0, f64::max);
    for &(from, to, strength) in &ties {
        let wide = unit(0.8 + 6.0 * strength / strongest);
        let ([x1, y1], [x2, y2]) = (at(from, radius), at(to, radius));
        // Bent towards the middle, lines of neighbours do not hide the circle.
        let bend = [(x1 + x2) / 4.0 + middle[0] / 2.0, (y1 + y2) / 4.0 + middle[1] / 2.0];
        let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(unit);
        let path = format!("M{x1} {y1}Q{} {} {x2} {y2}", unit(bend[0]), unit(bend[1]));
        let looks = [("d", path.as_str()), ("fill", "none"), ("stroke", Canvas::colour(0)), ("stroke-width", &wide)];
        canvas.shape("path", &[], &[&looks[..], &[("stroke-opacity", "0.55")]].concat());
    }
    for (place, label) in chart.labels.iter().enumerate() {
        let [x, y] = at(place, radius);
        canvas.shape("circle", &[("cx", x), ("cy", y), ("r", 5.0)], &[("fill", Canvas::colour(1))]);
        let [x, y] = at(place, radius + 11.0);
        if rays {
            ray(canvas, [x, y], angle(place), &fit(label, around - 14.0));
        } else {
            level(canvas, [x, y], angle(place), label);
        }
    }
    canvas.height = middle[1] + radius + around;
}

/// The pairs that are tied, each once, with how strongly.
fn ties(chart: &Chart) -> Vec<(usize, usize, f64)> {
    let strength = |from: usize, to: usize| chart.series.get(from).map_or(0.0, |series| series.values[to]);
    let pairs = (0..chart.labels.len()).flat_map(|from| (from + 1..chart.labels.len()).map(move |to| (from, to)));
    pairs.map(|(from, to)| (from, to, strength(from, to).max(strength(to, from)))).filter(|tie| tie.2 > 0.0).collect()
}

/// Adds a label that points away from the middle, and is never upside down.
fn ray(canvas: &mut Canvas, [x, y]: [f64; 2], angle: f64, label: &str) {
    let left = angle.cos() < -1e-9;
    let degrees = angle.to_degrees() + if left { 180.0 } else { 0.0 };
    let turn = format!("rotate({} {} {})", unit(degrees), unit(x), unit(y));
    let hold = if left { Hold::End } else { Hold::Start };
    canvas.text_with([x, y], hold, label, &[("transform", &turn), ("dominant-baseline", "central")]);
}

/// Adds a level label outside the circle.
fn level(canvas: &mut Canvas, [x, y]: [f64; 2], angle: f64, label: &str) {
    let (across, down) = (angle.cos(), angle.sin());
    let hold = if across.abs() < 0.2 {
        Hold::Middle
    } else if across < 0.0 {
        Hold::End
    } else {
        Hold::Start
    };
    let room = if across.abs() < 0.2 {
        300.0
    } else if across < 0.0 {
        x
    } else {
        WIDTH - x
    };
    let lines = wrap(label, room, 2);
    let shift = lines.len() as f64 * LINE / 2.0 * down;
    canvas.lines([x, y + shift], hold, &lines);
}
