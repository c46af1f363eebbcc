//! What every chart is drawn with: a palette, patterns, texts, an axis and a legend.

use super::WIDTH;
use super::measure::{LETTERS, LINE, fit, number, ticks, width};
use crate::xml::Xml;

/// Colours that people with each kind of colour blindness tell apart, dark enough for white paper and light enough for a dark page (after
/// Okabe and Ito, <https://jfly.uni-koeln.de/color/>).
const PALETTE: [&str; 6] = ["#0072b2", "#d55e00", "#009e73", "#b0568f", "#767676", "#8c6d1f"];
/// Fine lines over fields of each colour, so that nothing is told by colour alone; the first has none.
const HATCHES: [&str; 6] = ["", "M0 3h6", "M3 0v6", "M0 3h6M3 0v6", "M2 3h2", "M0 1h6M0 4h6"];
/// How hatches lie.
const SLANTS: [&str; 6] = ["0", "45", "0", "45", "0", "135"];
/// Strokes of lines.
pub(super) const DASHES: [&str; 6] = ["none", "6 3", "2 3", "9 3 2 3", "12 4", "4 4"];

/// Where a text is held.
#[derive(Clone, Copy)]
pub(super) enum Hold {
    Start,
    Middle,
    End,
}

/// A chart as it is drawn, downwards.
pub(super) struct Canvas {
    body: Xml,
    id: String,
    n_series: usize,
    /// The colour of letters and rules.
    pub(super) ink: &'static str,
    /// How far down it has come.
    pub(super) height: f64,
}

impl Canvas {
    pub(super) fn new(id: &str, n_series: usize, ink: &'static str) -> Self {
        Self { body: Xml::default(), id: id.to_owned(), n_series, ink, height: 4.0 }
    }

    /// Adds an element with numbers and looks.
    pub(super) fn shape(&mut self, name: &str, numbers: &[(&str, f64)], looks: &[(&str, &str)]) {
        let numbers: Vec<(&str, String)> = numbers.iter().map(|&(key, value)| (key, unit(value))).collect();
        let numbers = numbers.iter().map(|(key, value)| (*key, value.as_str()));
        let attributes: Vec<(&str, &str)> = numbers.chain(looks.iter().copied()).collect();
        self.body.empty(name, &attributes);
        self.body.line();
    }

    /// Adds a text on its base line.
    pub(super) fn text(&mut self, [x, y]: [f64; 2], hold: Hold, text: &str) {
        self.text_with([x, y], hold, text, &[]);
    }

    /// Adds a text with looks.
    pub(super) fn text_with(&mut self, [x, y]: [f64; 2], hold: Hold, text: &str, looks: &[(&str, &str)]) {
        let anchor = match hold {
            Hold::Start => "start",
            Hold::Middle => "middle",
            Hold::End => "end",
        };
        let (x, y) = (unit(x), unit(y));
        let mut attributes = vec![("x", x.as_str()), ("y", y.as_str()), ("text-anchor", anchor)];
        attributes.extend(looks);
        self.body.words("text", &attributes, text);
        self.body.line();
    }

    /// Adds lines of text, the middle of which is at a height.
    pub(super) fn lines(&mut self, [x, middle]: [f64; 2], hold: Hold, lines: &[String]) {
        let top = middle - lines.len() as f64 * LINE / 2.0 + LETTERS * 0.85;
        for (place, line) in lines.iter().enumerate() {
            self.text([x, top + place as f64 * LINE], hold, line);
        }
    }

    /// Adds a thin line of the axis.
    pub(super) fn rule(&mut self, [x1, y1]: [f64; 2], [x2, y2]: [f64; 2], opacity: &str) {
        let ends = [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)];
        self.shape("line", &ends, &[("stroke", self.ink), ("stroke-opacity", opacity)]);
    }

    /// Adds a field.
    pub(super) fn field(&mut self, [x, y]: [f64; 2], [wide, high]: [f64; 2], fill: &str) {
        self.shape("rect", &[("x", x), ("y", y), ("width", wide), ("height", high)], &[("fill", fill)]);
    }

    /// The colour of a series.
    pub(super) fn colour(series: usize) -> &'static str {
        PALETTE[series % PALETTE.len()]
    }

    /// The colour and pattern of a series.
    pub(super) fn fill(&self, series: usize) -> String {
        match hatch(series) {
            Some(_) => format!("url(#{}-f{series})", self.id),
            None => Self::colour(series).to_owned(),
        }
    }

    /// Adds the mark of a series on a line: each has a shape of its own.
    pub(super) fn mark(&mut self, series: usize, [x, y]: [f64; 2]) {
        let path = match series % 6 {
            0 => "M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z",
            1 => "M-3.2 -3.2h6.4v6.4h-6.4z",
            2 => "M0 -4.2l4.2 7.4h-8.4z",
            3 => "M0 -4.5l4.5 4.5l-4.5 4.5l-4.5 -4.5z",
            4 => "M0 4.2l4.2 -7.4h-8.4z",
            _ => "M-4 -1.4h2.6v-2.6h2.8v2.6h2.6v2.8h-2.6v2.6h-2.8v-2.6h-2.6z",
        };
        let at = format!("translate({} {})", unit(x), unit(y));
        self.shape("path", &[], &[("d", path), ("transform", &at), ("fill", Self::colour(series))]);
    }

    /// Adds what stands for each series, when there are several; `sign` draws its sign into 18 by 10 units.
    pub(super) fn legend<'a>(&mut self, names: impl Iterator<Item = &'a str>, sign: fn(&mut Self, usize, [f64; 2])) {
        if self.n_series < 2 {
            return;
        }
        let mut x = 0.0;
        for (series, name) in names.enumerate() {
            let name = fit(name, WIDTH - 30.0);
            if x > 0.0 && x + 24.0 + width(&name) > WIDTH {
                x = 0.0;
                self.height += LINE + 4.0;
            }
            sign(self, series, [x, self.height + 2.0]);
            self.text([x + 24.0, self.height + 11.0], Hold::Start, &name);
            x += 24.0 + width(&name) + 18.0;
        }
        self.height += LINE + 12.0;
    }

    /// Adds an upright axis from nought to the greatest value with lines across, and gives its left end and how high a unit is.
    pub(super) fn axis(&mut self, greatest: f64, high: f64) -> [f64; 2] {
        let ticks = ticks(greatest);
        let left = ticks.iter().map(|&tick| width(&number(tick))).fold(0.0, f64::max) + 8.0;
        let scale = high / ticks.last().copied().unwrap_or(1.0);
        let bottom = self.height + 10.0 + high;
        for (place, &tick) in ticks.iter().enumerate() {
            let y = bottom - tick * scale;
            self.rule([left, y], [WIDTH, y], if place == 0 { "0.8" } else { "0.2" });
            self.text([left - 6.0, y + 4.0], Hold::End, &number(tick));
        }
        self.height = bottom;
        [left, scale]
    }

    /// Adds labels below the axis, of slots that begin at its left end: each where they fit, else every second, third …
    pub(super) fn labels(&mut self, labels: &[String], left: f64) {
        let slot = (WIDTH - left) / labels.len().max(1) as f64;
        let widest = labels.iter().map(|label| width(label)).fold(0.0, f64::max).min(160.0);
        let step = ((widest + 8.0) / slot).ceil().max(1.0) as usize;
        for (place, label) in labels.iter().enumerate().step_by(step) {
            let label = fit(label, 160.0);
            let half = width(&label) / 2.0;
            let x = (left + (place as f64 + 0.5) * slot).clamp(half.min(WIDTH / 2.0), (WIDTH - half).max(WIDTH / 2.0));
            self.text([x, self.height + 16.0], Hold::Middle, &label);
        }
        self.height += 22.0;
    }

    /// The chart, with the texts for those who cannot see it.
    pub(super) fn finish(self, title: &str, alternative: &str) -> String {
        let (title_id, text_id) = (format!("{}-title", self.id), format!("{}-text", self.id));
        let names = format!("{title_id} {text_id}");
        let high = unit(self.height.ceil());
        let view = format!("0 0 {WIDTH} {high}");
        let attributes = [
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("viewBox", view.as_str()),
            ("width", &unit(WIDTH)),
            ("height", &high),
            ("role", "img"),
            ("aria-labelledby", &names),
            ("direction", "ltr"),
            ("font-family", "Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, Segoe UI, Helvetica, Arial, sans-serif"),
            ("font-size", &unit(LETTERS)),
            ("fill", self.ink),
        ];
        let mut svg = Xml::default();
        svg.element("svg", &attributes, |svg| {
            svg.words("title", &[("id", &title_id)], title);
            svg.words("desc", &[("id", &text_id)], alternative);
            svg.line();
            let hatched: Vec<_> = (0..self.n_series).filter_map(|series| Some((series, hatch(series)?))).collect();
            if !hatched.is_empty() {
                svg.element("defs", &[], |svg| hatched.iter().for_each(|&hatched| define(svg, &self.id, hatched)));
                svg.line();
            }
            svg.markup(&self.body.finish());
        });
        svg.finish()
    }
}

/// The place of the hatch of a series, `None` for a plain field: no two of 36 series have colour and hatch in common.
fn hatch(series: usize) -> Option<usize> {
    let hatch = (series + series / PALETTE.len()) % HATCHES.len();
    (!HATCHES[hatch].is_empty()).then_some(hatch)
}

fn define(svg: &mut Xml, id: &str, (series, hatch): (usize, usize)) {
    let (name, slant) = (format!("{id}-f{series}"), format!("rotate({})", SLANTS[hatch]));
    let attributes = [
        ("id", name.as_str()),
        ("width", "6"),
        ("height", "6"),
        ("patternUnits", "userSpaceOnUse"),
        ("patternTransform", &slant),
    ];
    svg.element("pattern", &attributes, |svg| {
        svg.empty("rect", &[("width", "6"), ("height", "6"), ("fill", Canvas::colour(series))]);
        svg.empty("path", &[("d", HATCHES[hatch]), ("stroke", "#ffffff"), ("stroke-width", "1.3")]);
    });
}

/// A number of units with one decimal.
pub(super) fn unit(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
