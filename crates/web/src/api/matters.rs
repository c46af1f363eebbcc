//! Matters: what runs through the claims, and how it stands.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use document::PartialDate;
use register::matters::{Line, Matter};
use register::{Day, Register};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asked::Query;
use super::cursor::Page;
use super::json::Json;
use super::listed::Listed;
use super::trouble::Trouble;
use super::{lines, words};
use crate::asking::Asking;
use crate::desk::{Asked, Desk};
use crate::problem::Problem;

/// So many lines of a matter are told, the latest.
const LINES: usize = 1_000;

/// Which matters are asked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Fitting {
    /// That concern this party: a code, or a name in any language of the packs.
    party: Option<String>,
    /// Of this kind.
    #[param(schema_with = words::matters)]
    kind: Option<String>,
    /// That stand so today.
    #[param(schema_with = words::states)]
    state: Option<String>,
    /// That fall due on this day or later.
    #[param(schema_with = words::date)]
    due_from: Option<String>,
    /// That fall due on this day or earlier.
    #[param(schema_with = words::date)]
    due_to: Option<String>,
}

/// Matters that fit
///
/// In the order of their keys.
#[utoipa::path(get, path = "/matters", tag = "matters", params(Fitting, Page),
    responses((status = OK, body = Listed<Matter>, description = "A page of matters.")))]
pub(super) async fn list(
    State(desk): State<Arc<Desk>>,
    Query(fitting): Query<Fitting>,
    Query(page): Query<Page>,
) -> Result<Json<Listed<Matter>>, Trouble> {
    Ok(Json(desk.ask(Asking::of_program(), move |asked| listed(asked, &fitting, &page)).await?))
}

fn listed(asked: &Asked<'_>, fitting: &Fitting, page: &Page) -> Result<Listed<Matter>, Problem> {
    let (register, today) = (&*asked.snapshot, asked.tongue.today);
    let party = fitting.party.as_deref().map(|party| asked.desk.party(party)).transpose()?;
    let kind = fitting.kind.as_deref().map(words::matter).transpose()?;
    let state = fitting.state.as_deref().map(words::state).transpose()?;
    let from = fitting.due_from.as_deref().map(words::day).transpose()?;
    let to = fitting.due_to.as_deref().map(words::day).transpose()?;
    let is_due = |due: Option<PartialDate>| {
        let touches = |due: PartialDate| {
            from.is_none_or(|from| due.last_day() >= from.first_day())
                && to.is_none_or(|to| due.first_day() <= to.last_day())
        };
        (from.is_none() && to.is_none()) || due.is_some_and(touches)
    };
    let fits = |matter: &Matter| {
        kind.is_none_or(|kind| matter.kind() == kind)
            && state.is_none_or(|state| matter.state == state)
            && is_due(matter.due)
    };
    let key = |matter: &Matter| matter.key.clone();
    let after = page.place()?.unwrap_or_default();
    let Some(party) = party else {
        return Listed::fitting(after, page.size(), |after, n| behind(register, today, after, n), key, fits);
    };
    let matters = register.store().matters(Some(&party))?.into_iter().filter(|matter| matter.key > after);
    Ok(Listed::behind(matters.map(|matter| at(matter, today)).filter(fits), page.size(), key))
}

/// So many matters behind a key, as they stand on a day.
fn behind(register: &Register, today: Day, key: &str, limit: usize) -> Result<Vec<Matter>, Problem> {
    let matters = register.store().matters_after(key, limit)?.into_iter();
    Ok(matters.map(|matter| at(matter, today)).collect())
}

fn at(matter: Matter, today: Day) -> Matter {
    Matter { state: matter.at(today), ..matter }
}

/// All matters, as JSON Lines
#[utoipa::path(get, path = "/matters.jsonl", tag = "matters",
    responses((status = OK, body = String, content_type = lines::KIND, description = "A matter a line.")))]
pub(super) async fn lines(State(desk): State<Arc<Desk>>) -> Response {
    lines::answer(&desk, |asked, out| {
        let more = |after: &str, n| behind(&asked.snapshot, asked.tongue.today, after, n);
        lines::all(out, more, |matter| matter.key.clone())
    })
}

/// A matter, and what was said of it.
#[derive(Serialize, ToSchema)]
pub(crate) struct MatterEntry {
    /// How it stands today.
    matter: Matter,
    /// What was said and done, in the order of the days; of very many the latest.
    lines: Vec<Line>,
}

/// One matter, and what was said of it
#[utoipa::path(get, path = "/matters/{key}", tag = "matters", params(("key" = String, Path, description = "Its key, or the beginning of it, with %2F for each slash: `instrument%2FEVIPA`.")),
    responses((status = OK, body = MatterEntry, description = "The matter.")))]
pub(super) async fn one(State(desk): State<Arc<Desk>>, Path(key): Path<String>) -> Result<Json<MatterEntry>, Trouble> {
    let entry = desk.ask(Asking::of_program(), move |asked| {
        let matter = asked.snapshot.matter_named(&key)?;
        let lines = asked.snapshot.store().lines(&matter.key, LINES)?;
        Ok(MatterEntry { matter: at(matter, asked.tongue.today), lines })
    });
    Ok(Json(entry.await?))
}
