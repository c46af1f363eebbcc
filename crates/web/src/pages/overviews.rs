//! What the pages have together that show much at once: ways from one to the other, and through time.

use std::sync::Arc;

use super::Way;
use crate::desk::Asked;
use crate::problem::Problem;
use crate::tongue::Tongue;
use crate::views::{self, Pair, Pairs, Period};

/// Where the first of them is, to which all other pages lead.
pub(super) const FIRST: &str = "/calendar";
/// The message of each and where it is.
const ALL: [(&str, &str); 4] =
    [("calendar-title", FIRST), ("matrix-title", "/matrix"), ("network-title", "/network"), ("map-title", "/map")];

/// The ways to all of them.
pub(super) struct Overviews {
    pub(super) ways: Vec<Way>,
    /// The periods before and after, where the page is of one.
    pub(super) turns: Option<[String; 2]>,
}

impl Overviews {
    /// Those of a page, which may be of a period.
    pub(super) fn new(asked: &Asked<'_>, here: &str, period: Option<Period>) -> Self {
        let way = |&(id, address): &(&str, &str)| Way::new(asked.tongue.w(id), address.to_owned(), address == here);
        let turned = |period: Period| asked.asking.given().with("period", &period.name()).address(here);
        let turns = period.map(|period| [turned(period.previous()), turned(period.next())]);
        Self { ways: ALL.iter().map(way).collect(), turns }
    }
}

/// The pairs of the year that is asked for, or of the last of which there is something.
pub(super) fn pairs(asked: &Asked<'_>) -> Result<Arc<Pairs>, Problem> {
    let view = asked.asking.view.as_deref();
    let period = match Period::asked(&asked.asking.parameters)? {
        Some(period) => period,
        None => views::opening(&asked.snapshot, view, asked.tongue.today, Period::year_of)?,
    };
    asked.once((period, view), || views::pairs(&asked.snapshot, period, view))
}

/// Where the engagements of a pair are listed, of some days.
pub(super) fn listed(pair: &Pair, Period { from, to }: Period) -> String {
    let [a, b] = &pair.parties;
    format!("/engagements?party={a}&party={b}&from={from}&to={to}")
}

/// The names of a pair.
pub(super) fn names(t: &Tongue<'_>, pair: &Pair) -> String {
    t.parties(&pair.parties)
}
