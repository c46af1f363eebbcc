//! Who has most to do with whom, as a drawing with its table beside it.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use press::{Chart, ChartKind, Series};

use super::html;
use super::overviews::{self, FIRST, Overviews, listed, names};
use super::shell::Shell;
use crate::asking::Asking;
use crate::desk::Desk;
use crate::problem::Problem;
use crate::tongue::Tongue;
use crate::views::{Pair, Pairs};

/// So many parties are drawn, those with most.
const DRAWN: usize = 16;
/// Fewer are no network.
const FEWEST: usize = 3;
/// So many pairs stand in the table.
const LISTED: usize = 60;

#[derive(Template)]
#[template(path = "network.html")]
struct Page<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    overviews: Overviews,
    view: Arc<Pairs>,
    chart: Option<String>,
}

pub(super) async fn show(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Html<String>, Problem> {
    desk.ask(asking, |asked| {
        let (t, view) = (asked.tongue, overviews::pairs(asked)?);
        let chart = chart(&t, &view);
        html(&Page {
            shell: Shell::new(asked, FIRST, t.w("network-title")),
            overviews: Overviews::new(asked, "/network", Some(view.period)),
            chart: (chart.labels.len() >= FEWEST).then(|| press::draw(&chart, "network")),
            t,
            view,
        })
    })
    .await
}

impl Page<'_> {
    /// The pairs of the table.
    fn shown(&self) -> &[Pair] {
        &self.view.pairs[..self.view.pairs.len().min(LISTED)]
    }

    fn names(&self, pair: &Pair) -> String {
        names(&self.t, pair)
    }

    /// Where the engagements of a pair are listed.
    fn listed(&self, pair: &Pair) -> String {
        listed(pair, &self.view.period.from.to_string(), &self.view.period.to.to_string())
    }
}

fn chart(t: &Tongue<'_>, view: &Pairs) -> Chart {
    let mut totals: BTreeMap<&String, usize> = BTreeMap::new();
    for pair in &view.pairs {
        pair.parties.iter().for_each(|code| *totals.entry(code).or_default() += pair.n);
    }
    let mut codes: Vec<&String> = totals.keys().copied().collect();
    codes.sort_by_key(|code| Reverse(totals[code]));
    codes.truncate(DRAWN);
    let between = |a: &String, b: &String| {
        let is = |pair: &&Pair| pair.parties.contains(a) && pair.parties.contains(b) && a != b;
        view.pairs.iter().find(is).map_or(0.0, |pair| pair.n as f64)
    };
    let series = |code: &&String| Series {
        name: t.party(code),
        values: codes.iter().map(|other| between(code, other)).collect(),
    };
    Chart {
        kind: ChartKind::Network,
        title: t.w("network-title"),
        alternative: t.w("network-alternative"),
        labels: codes.iter().map(|code| t.party(code)).collect(),
        series: codes.iter().map(series).collect(),
    }
}
