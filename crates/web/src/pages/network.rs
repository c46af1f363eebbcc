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
        listed(pair, self.view.period)
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
    let place = |code: &String| codes.iter().position(|known| *known == code);
    let mut between = vec![vec![0.0; codes.len()]; codes.len()];
    for pair in &view.pairs {
        if let [Some(a), Some(b)] = pair.parties.each_ref().map(place) {
            between[a][b] = pair.n as f64;
            between[b][a] = pair.n as f64;
        }
    }
    let series = |(code, values): (&&String, Vec<f64>)| Series { name: t.party(code), values };
    Chart {
        kind: ChartKind::Network,
        title: t.w("network-title"),
        alternative: t.w("network-alternative"),
        labels: codes.iter().map(|code| t.party(code)).collect(),
        series: codes.iter().zip(between).map(series).collect(),
    }
}
