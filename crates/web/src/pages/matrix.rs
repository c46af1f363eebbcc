//! Who with whom, by month: a table whose fields are the darker the more.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use jiff::civil::Date;

use super::html;
use super::overviews::{self, FIRST, Overviews, listed, names};
use super::shell::Shell;
use crate::asking::Asking;
use crate::desk::Desk;
use crate::problem::Problem;
use crate::tongue::Tongue;
use crate::views::{Pair, Pairs, Period};

/// So many pairs are shown, those with most.
const SHOWN: usize = 40;
/// So many shades there are in the style.
const SHADES: usize = 5;

#[derive(Template)]
#[template(path = "matrix.html")]
struct Page<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    overviews: Overviews,
    view: Arc<Pairs>,
    /// The most of one field.
    most: usize,
}

pub(super) async fn show(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Html<String>, Problem> {
    desk.ask(asking, |asked| {
        let (t, view) = (asked.tongue, overviews::pairs(asked)?);
        html(&Page {
            shell: Shell::new(asked, FIRST, t.w("matrix-title")),
            overviews: Overviews::new(asked, "/matrix", Some(view.period)),
            most: shown(&view).iter().flat_map(|pair| &pair.months).copied().max().unwrap_or(1),
            t,
            view,
        })
    })
    .await
}

/// The pairs that are shown.
fn shown(view: &Pairs) -> &[Pair] {
    &view.pairs[..view.pairs.len().min(SHOWN)]
}

impl Page<'_> {
    fn shown(&self) -> &[Pair] {
        shown(&self.view)
    }

    /// How many pairs there are beside these.
    fn n_more(&self) -> Option<usize> {
        Some(self.view.pairs.len() - self.shown().len()).filter(|n| *n > 0)
    }

    /// The years of the months, each with how many of these it has.
    fn years(&self) -> Vec<(i16, usize)> {
        let mut years: Vec<(i16, usize)> = Vec::new();
        for month in &self.view.months {
            match years.last_mut() {
                Some((year, n)) if *year == month.year() => *n += 1,
                _ => years.push((month.year(), 1)),
            }
        }
        years
    }

    fn names(&self, pair: &Pair) -> String {
        names(&self.t, pair)
    }

    fn month(&self, month: &Date) -> String {
        self.t.words.month_of(month.year(), month.month())
    }

    /// Where the engagements of a field are listed.
    fn listed(&self, pair: &Pair, month: &Date) -> String {
        let (from, to) = ((*month).max(self.view.period.from), month.last_of_month().min(self.view.period.to));
        listed(pair, Period { from, to })
    }

    /// The shade of a number, from 1 on; none has none.
    fn shade(&self, n: &usize) -> usize {
        (n * SHADES).div_ceil(self.most.max(1))
    }
}
