//! Lines over logarithmic axes, as SVG.

use std::fmt::Write as _;

/// A line of a plot.
pub(crate) struct Line {
    pub(crate) name: String,
    /// Positive numbers.
    pub(crate) points: Vec<(f64, f64)>,
}

const WIDTH: f64 = 770.0;
const HEIGHT: f64 = 480.0;
const MARGIN: f64 = 60.0;
/// Room for the names of lines.
const NAMES: f64 = 250.0;
/// How high a line of letters is.
const LETTERS: f64 = 15.0;
/// Told apart also by who does not see all colours.
const COLOURS: [&str; 6] = ["#0072b2", "#999999", "#d55e00", "#009e73", "#cc79a7", "#000000"];

/// Draws lines; a power of ten is a line of the grid.
pub(crate) fn plot(across: &str, up: &str, lines: &[Line]) -> String {
    let points = || lines.iter().flat_map(|line| &line.points);
    let (left, right) = powers(points().map(|point| point.0));
    let (low, high) = powers(points().map(|point| point.1));
    let x = |value: f64| MARGIN + (value.log10() - left) / (right - left) * (WIDTH - MARGIN - NAMES);
    let y = |value: f64| HEIGHT - MARGIN - (value.log10() - low) / (high - low) * (HEIGHT - 2.0 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" font-size=\"12\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
    );
    let mut add = |part: String| writeln!(svg, "{part}").expect("a text takes all");
    let grid = |from: (f64, f64), to: (f64, f64)| {
        format!(
            "<line x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\" stroke=\"#dddddd\"/>",
            from.0, from.1, to.0, to.1
        )
    };
    let label = |at: (f64, f64), anchor: &str, text: &str| {
        format!("<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"{anchor}\">{text}</text>", at.0, at.1)
    };
    let (bottom, top, end) = (HEIGHT - MARGIN, MARGIN, WIDTH - NAMES);
    for power in left as i32..=right as i32 {
        let at = x(10_f64.powi(power));
        add(grid((at, bottom), (at, top)));
        add(label((at, bottom + 18.0), "middle", &number(power)));
    }
    for power in low as i32..=high as i32 {
        let at = y(10_f64.powi(power));
        add(grid((MARGIN, at), (end, at)));
        add(label((MARGIN - 6.0, at + 4.0), "end", &number(power)));
    }
    add(label((f64::midpoint(MARGIN, end), HEIGHT - 16.0), "middle", across));
    add(label((MARGIN, MARGIN - 20.0), "middle", up));
    for (at, line) in lines.iter().enumerate() {
        let colour = COLOURS[at % COLOURS.len()];
        let points: Vec<String> =
            line.points.iter().map(|point| format!("{:.1},{:.1}", x(point.0), y(point.1))).collect();
        add(format!(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>",
            points.join(" ")
        ));
    }
    let ends = lines.iter().map(|line| line.points.last().map_or(bottom, |last| y(last.1)));
    for (at, (line, name)) in lines.iter().zip(apart(ends.collect())).enumerate() {
        let colour = COLOURS[at % COLOURS.len()];
        add(format!("<g fill=\"{colour}\">{}</g>", label((end + 6.0, name + 4.0), "start", &line.name)));
    }
    svg + "</svg>\n"
}

/// Heights at which names stand: those that they should have, but none over another.
fn apart(wanted: Vec<f64>) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].total_cmp(&wanted[b]));
    let (mut heights, mut free) = (wanted, f64::MIN);
    for at in order {
        heights[at] = heights[at].max(free);
        free = heights[at] + LETTERS;
    }
    heights
}

/// The powers of ten between which numbers lie.
fn powers(numbers: impl Iterator<Item = f64>) -> (f64, f64) {
    let (least, most) = numbers.fold((f64::MAX, f64::MIN_POSITIVE), |(least, most), n| (least.min(n), most.max(n)));
    let (low, high) = (least.log10().floor(), most.log10().ceil());
    if high > low { (low, high) } else { (low, low + 1.0) }
}

fn number(power: i32) -> String {
    match power {
        ..0 => 10_f64.powi(power).to_string(),
        0..=3 => 10_u32.pow(power as u32).to_string(),
        4..=5 => format!("{} k", 10_u32.pow(power as u32 - 3)),
        _ => format!("{} M", 10_f64.powi(power - 6)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_apart() {
        assert_eq!(apart(vec![50.0, 20.0, 22.0]), [50.0, 20.0, 35.0]);
        assert_eq!(apart(vec![22.0, 20.0, 40.0]), [35.0, 20.0, 50.0]);
    }

    #[test]
    fn draws_lines_over_powers_of_ten() {
        let line = Line { name: "it".to_owned(), points: vec![(10.0, 0.5), (1000.0, 20.0)] };
        let svg = plot("n", "ms", &[line]);
        assert!(svg.contains("points=\"60.0,") && svg.contains(">1 k<") == svg.contains(">4<"), "{svg}");
        assert!(svg.contains(">100<") && svg.contains(">0.1<") && svg.ends_with("</svg>\n"), "{svg}");
    }
}
