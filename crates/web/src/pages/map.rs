//! Capitals and seats as points on a plain graticule: no borders, since where they run is a political matter.

use std::fmt::Write as _;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Html;

use super::html;
use super::overviews::{FIRST, Overviews};
use super::shell::Shell;
use crate::asking::Asking;
use crate::desk::Desk;
use crate::problem::Problem;
use crate::seen::escaped;
use crate::tongue::Tongue;
use crate::views::{self, Place, Places};

#[derive(Template)]
#[template(path = "map.html")]
struct Page<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    overviews: Overviews,
    view: Places,
    map: String,
}

pub(super) async fn show(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Html<String>, Problem> {
    desk.ask(asking, |asked| {
        let t = asked.tongue;
        let view = views::places(asked, asked.asking.view.as_deref())?;
        html(&Page {
            shell: Shell::new(asked, FIRST, t.w("map-title")),
            overviews: Overviews::new(asked, "/map", None),
            map: draw(&t, &view.places),
            t,
            view,
        })
    })
    .await
}

/// Units of the drawing a degree.
const SCALE: f64 = 2.5;
/// The degrees between which there are seats, north and south.
const NORTH: f64 = 80.0;
const SOUTH: f64 = -58.0;
/// So far lines of the graticule are from each other, in degrees.
const STEP: i32 = 30;
/// The greatest point has this radius, and the smallest this.
const RADII: [f64; 2] = [11.0, 2.5];
/// So many points may have a name beside them.
const NAMED: usize = 40;
/// How high letters are, and how wide one is at most on average.
const LETTER: [f64; 2] = [11.0, 6.2];

/// A box on the drawing: left, top, right, bottom.
type Area = [f64; 4];

/// Draws places: the greater the point, the more its parties have to do, by area.
fn draw(t: &Tongue<'_>, places: &[Place]) -> String {
    let (width, height) = (360.0 * SCALE, (NORTH - SOUTH) * SCALE);
    let mut svg = format!(
        "<svg viewBox=\"{} 0 {} {height}\" role=\"img\" aria-labelledby=\"map-name\"><title id=\"map-name\">{}</title>",
        -RADII[0],
        width + 2.0 * RADII[0],
        escaped(&t.w("map-alternative"))
    );
    svg += &graticule(width, height);
    let most = places.first().map_or(1, |place| place.n) as f64;
    let radius = |place: &Place| (RADII[0] * (place.n as f64 / most).sqrt()).max(RADII[1]);
    let points: Vec<[f64; 3]> = places.iter().map(|place| point(place, radius(place))).collect();
    for ([x, y, r], place) in points.iter().zip(places) {
        let told = escaped(&format!("{}: {}", t.words.city(&place.city), t.number(&place.n)));
        // Writing into a string cannot fail.
        let _ = write!(
            svg,
            "<circle class=\"point\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r:.1}\"><title>{told}</title></circle>"
        );
    }
    let mut taken: Vec<Area> = points.iter().map(|[x, y, r]| [x - r, y - r, x + r, y + r]).collect();
    for (at, place) in points.iter().zip(places).take(NAMED) {
        let name = t.words.city(&place.city);
        let Some((x, y, area)) = room(*at, &name, width, &taken) else { continue };
        taken.push(area);
        let _ = write!(svg, "<text x=\"{x:.1}\" y=\"{y:.1}\">{}</text>", escaped(&name));
    }
    svg + "</svg>"
}

fn point(place: &Place, radius: f64) -> [f64; 3] {
    let north = place.latitude.clamp(SOUTH, NORTH);
    [(place.longitude + 180.0) * SCALE, (NORTH - north) * SCALE, radius]
}

/// Meridians and parallels, the equator among them heavier.
fn graticule(width: f64, height: f64) -> String {
    let mut lines = String::new();
    for degrees in (-180..=180).step_by(STEP as usize) {
        let x = f64::from(degrees + 180) * SCALE;
        let _ = write!(lines, "<path d=\"M{x} 0V{height}\"/>");
    }
    for degrees in (-60..=90).step_by(STEP as usize).filter(|degrees| (SOUTH..=NORTH).contains(&f64::from(*degrees))) {
        let y = (NORTH - f64::from(degrees)) * SCALE;
        let class = if degrees == 0 { " class=\"equator\"" } else { "" };
        let _ = write!(lines, "<path{class} d=\"M0 {y}H{width}\"/>");
    }
    format!("<g class=\"graticule\">{lines}</g>")
}

/// Where a name stands beside its point without lying over another or over a point; nothing where there is no room.
fn room([x, y, r]: [f64; 3], name: &str, width: f64, taken: &[Area]) -> Option<(f64, f64, Area)> {
    let [high, wide] = [LETTER[0], LETTER[1] * name.chars().count() as f64];
    let places = [
        (x + r + 3.0, y),
        (x - r - 3.0 - wide, y),
        (x - wide / 2.0, y - r - high / 2.0 - 2.0),
        (x - wide / 2.0, y + r + high / 2.0 + 2.0),
    ];
    places.into_iter().find_map(|(left, middle)| {
        let area = [left, middle - high / 2.0, left + wide, middle + high / 2.0];
        let free = taken
            .iter()
            .all(|other| area[2] < other[0] || other[2] < area[0] || area[3] < other[1] || other[3] < area[1]);
        (free && area[0] >= 0.0 && area[2] <= width).then_some((left, middle + high * 0.35, area))
    })
}

#[cfg(test)]
mod tests {
    use super::room;

    #[test]
    fn names_give_way() {
        let side = |taken: &[[f64; 4]]| {
            room([100.0, 100.0, 5.0], "Oslo", 900.0, taken).map(|(x, y, _)| match () {
                () if x > 100.0 => "right",
                () if x < 75.0 => "left",
                () if y < 100.0 => "above",
                () => "below",
            })
        };
        let right = [106.0, 95.0, 140.0, 105.0];
        let left = [60.0, 95.0, 94.0, 105.0];
        assert_eq!(side(&[]), Some("right"));
        assert_eq!(side(&[right]), Some("left"));
        assert_eq!(side(&[right, left]), Some("above"));
        assert_eq!(side(&[[0.0, 0.0, 900.0, 300.0]]), None);
    }
}
