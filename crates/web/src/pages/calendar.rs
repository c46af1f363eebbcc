//! A month as a calendar.

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
use crate::tongue::Tongue;
use crate::views::{self, CalendarDay, Entry, Month, Period};

/// So many parties of an engagement are named; the others are counted.
const NAMED: usize = 2;

#[derive(Template)]
#[template(path = "calendar.html")]
struct Page<'a> {
    shell: Shell<'a>,
    t: Tongue<'a>,
    overviews: Overviews,
    view: Arc<Month>,
}

pub(super) async fn show(State(desk): State<Arc<Desk>>, asking: Asking) -> Result<Html<String>, Problem> {
    desk.ask(asking, |asked| {
        let (t, view) = (asked.tongue, asked.asking.view.as_deref());
        let of = match Period::asked(&asked.asking.parameters)? {
            Some(period) => period,
            None => views::opening(&asked.snapshot, view, t.today, Period::month_of)?,
        };
        let view = asked.once((of, view), || views::calendar(&asked.snapshot, of, view, t.today))?;
        html(&Page {
            shell: Shell::new(asked, FIRST, t.period(&view.period.from, &view.period.to)),
            overviews: Overviews::new(asked, FIRST, Some(view.period)),
            t,
            view,
        })
    })
    .await
}

impl Page<'_> {
    /// Whom an engagement is between, as short as a calendar needs it.
    fn who(&self, entry: &Entry) -> String {
        let named = self.t.parties(&entry.parties[..entry.parties.len().min(NAMED)]);
        match entry.parties.len().saturating_sub(NAMED) {
            0 => named,
            more => format!("{named} +{more}"),
        }
    }

    /// Where all engagements of the month are listed.
    fn of_month(&self) -> String {
        format!("/engagements?from={}&to={}", self.view.period.from, self.view.period.to)
    }

    /// Where all engagements of a day are listed.
    fn listed(&self, day: &CalendarDay) -> String {
        format!("/engagements?from={0}&to={0}", day.date)
    }

    fn weekday(&self, n: &u8) -> String {
        self.t.w(&format!("weekday-{n}"))
    }

    /// The weekday and day, in full.
    fn day(&self, day: &CalendarDay) -> String {
        let weekday = self.t.w(&format!("weekday-{}", day.date.weekday().to_monday_one_offset()));
        format!("{weekday} {}", self.t.words.date(day.date.into(), None))
    }
}
