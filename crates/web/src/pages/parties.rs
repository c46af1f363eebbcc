//! Parties and pairs of them: dossiers before a meeting.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use press::{Chart, ChartKind, Series, Table};

use super::html;
use super::shell::Shell;
use crate::asking::Asking;
use crate::desk::{Asked, Desk};
use crate::parameters::Parameters;
use crate::problem::Problem;
use crate::tongue::Tongue;
use crate::views::{self, Counts, Dossier, Said};

const PATH: &str = "/parties";

#[derive(Template)]
#[template(path = "parties.html")]
struct Page<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    parties: Arc<Counts>,
    n: usize,
}

pub(super) async fn show(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Response, Problem> {
    desk.ask(asking, |asked| {
        let t = asked.tongue;
        // A form that names one or two parties leads to their dossier.
        let named: Vec<&str> = asked.asking.parameters.all("party").collect();
        if let Some(first) = named.first() {
            let first = asked.desk.party(first)?;
            let second = named.get(1).map(|name| asked.desk.party(name)).transpose()?;
            let path = second.map_or_else(|| format!("{PATH}/{first}"), |second| format!("{PATH}/{first}/{second}"));
            return Ok(Redirect::to(&path).into_response());
        }
        let parties = views::parties(asked, None)?;
        let n = parties.len();
        let shell = Shell::new(asked, PATH, t.w("nav-parties"));
        Ok(html(&Page { shell, t, parties, n })?.into_response())
    })
    .await
}

#[derive(Template)]
#[template(path = "dossier.html")]
struct DossierPage<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    view: Arc<Dossier>,
    years: String,
    table: Table,
    brief: Option<String>,
    all: String,
    matters: String,
    /// The party itself, of a dossier of one.
    one: Option<String>,
}

pub(super) async fn show_one(
    State(desk): State<Arc<Desk>>,
    Path(party): Path<String>,
    asking: Asking,
) -> Result<Html<String>, Problem> {
    desk.ask(asking, move |asked| page(asked, vec![known(asked.desk, &party)?])).await
}

pub(super) async fn show_pair(
    State(desk): State<Arc<Desk>>,
    Path((a, b)): Path<(String, String)>,
    asking: Asking,
) -> Result<Html<String>, Problem> {
    desk.ask(asking, move |asked| {
        let (a, b) = (known(asked.desk, &a)?, known(asked.desk, &b)?);
        if a == b { Err(Problem::Nothing) } else { page(asked, vec![a, b]) }
    })
    .await
}

/// The code of a party that an address names.
fn known(desk: &Desk, name: &str) -> Result<String, Problem> {
    desk.party(name).map_err(|_| Problem::Nothing)
}

fn page(asked: &Asked<'_>, parties: Vec<String>) -> Result<Html<String>, Problem> {
    let t = asked.tongue;
    let view = asked.once(&parties, || views::dossier(asked.desk, &asked.snapshot, &parties, t.today))?;
    let named =
        |path: &str| view.parties.iter().fold(Parameters::default(), |all, code| all.and("party", code)).address(path);
    let chart = chart(&t, &view.years);
    // The reader's own party comes first in a brief.
    let brief = match &view.parties[..] {
        [a, b] => Some((a, b)),
        [one] => asked.asking.view.as_ref().filter(|view| *view != one).map(|view| (view, one)),
        _ => None,
    };
    let brief = brief.map(|(a, b)| Parameters::default().with("a", a).with("b", b).address("/papers/brief"));
    html(&DossierPage {
        shell: Shell::new(asked, PATH, t.parties(&view.parties)),
        years: press::draw(&chart, "years"),
        table: chart.legible_table(),
        brief,
        all: named("/engagements"),
        matters: named("/matters"),
        one: view.parties.first().filter(|_| view.parties.len() == 1).cloned(),
        t,
        view,
    })
}

fn chart(t: &Tongue<'_>, years: &Counts) -> Chart {
    let series = Series { name: t.w("nav-engagements"), values: years.iter().map(|(_, n)| *n as f64).collect() };
    Chart {
        kind: ChartKind::Bars,
        title: t.w("by-year"),
        alternative: t.w("by-year-alternative"),
        labels: years.iter().map(|(year, _)| year.clone()).collect(),
        series: vec![series],
    }
}

impl DossierPage<'_> {
    /// What a list of claims is headed by: who asked or promised.
    fn heading(&self, said: &Said) -> String {
        self.t.words.sentence(&format!("who-{}", said.kind), vec![("party", self.t.party(&said.by).into())])
    }
}
