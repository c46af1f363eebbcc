//! This week, or any period, at a glance.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use press::{Chart, ChartKind, Series, Table};

use super::shell::Shell;
use super::{Way, html};
use crate::asking::Asking;
use crate::desk::{Asked, Desk};
use crate::problem::Problem;
use crate::tongue::Tongue;
use crate::views::{self, Activity, EngagementLine, Period, Week};

#[derive(Template)]
#[template(path = "week.html")]
struct Page<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    week: Arc<Week>,
    /// Engagements of one day together.
    days: Vec<Day>,
    chart: String,
    table: Table,
    previous: String,
    next: String,
    /// Other lengths of period around the same days.
    units: Vec<Way>,
}

struct Day {
    heading: String,
    lines: Vec<EngagementLine>,
}

pub(super) async fn show(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Html<String>, Problem> {
    desk.ask(asking, |asked| {
        let period = Period::asked(&asked.asking.parameters)?;
        let view = asked.asking.view.as_deref();
        let week = asked.once((period, view), || views::week(&asked.snapshot, period, view, asked.tongue.today))?;
        html(&page(asked, week))
    })
    .await
}

fn page<'a>(asked: &Asked<'a>, week: Arc<Week>) -> Page<'a> {
    let t = asked.tongue;
    let chart = chart(&t, &week.activity);
    let address = |period: Period| asked.asking.given().with("period", &period.name()).address("/");
    let units = [
        ("unit-week", Period::week_of(week.period.to)),
        ("unit-month", Period::month_of(week.period.to)),
        ("unit-year", Period::year_of(week.period.to)),
    ];
    let unit = |(id, period): (&str, Period)| Way::new(t.w(id), address(period), period == week.period);
    Page {
        shell: Shell::new(asked, "/", t.period(&week.period.from, &week.period.to)),
        t,
        days: days(&t, &week.engagements),
        chart: press::draw(&chart, "activity"),
        table: chart.legible_table(),
        previous: address(week.period.previous()),
        next: address(week.period.next()),
        units: units.map(unit).into(),
        week,
    }
}

fn days(t: &Tongue<'_>, lines: &[EngagementLine]) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for line in lines {
        let heading = t.days(&line.start, &line.end);
        match days.last_mut() {
            Some(day) if day.heading == heading => day.lines.push(line.clone()),
            _ => days.push(Day { heading, lines: vec![line.clone()] }),
        }
    }
    days
}

/// So many kinds have a colour of their own.
const KINDS: usize = 4;

fn chart(t: &Tongue<'_>, weeks: &[Activity]) -> Chart {
    let mut totals = std::collections::BTreeMap::<&str, usize>::new();
    for (kind, n) in weeks.iter().flat_map(|week| &week.kinds) {
        *totals.entry(kind).or_default() += n;
    }
    let mut kinds: Vec<(&str, usize)> = totals.into_iter().collect();
    kinds.sort_by_key(|&(kind, n)| (std::cmp::Reverse(n), kind));
    let mut series: Vec<Series> = Vec::new();
    let values = |counts: &dyn Fn(&str) -> bool| -> Vec<f64> {
        let of = |week: &Activity| week.kinds.iter().filter(|(kind, _)| counts(kind)).map(|(_, n)| *n).sum::<usize>();
        weeks.iter().map(|week| of(week) as f64).collect()
    };
    let (first, rest) = kinds.split_at(kinds.len().min(KINDS));
    for (kind, _) in first {
        series.push(Series { name: t.kinds(kind), values: values(&|other| other == *kind) });
    }
    if !rest.is_empty() {
        series.push(Series {
            name: t.w("other-kinds"),
            values: values(&|other| rest.iter().any(|(kind, _)| *kind == other)),
        });
    }
    let label = |week: &Activity| week.week.iso_week_date().week().to_string();
    Chart {
        kind: ChartKind::Bars,
        title: t.w("activity"),
        alternative: t.w("activity-alternative"),
        labels: weeks.iter().map(label).collect(),
        series,
    }
}
