//! People: who they are, and which offices they held when.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use register::Row;
use register::people::Person;
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

/// Which people are asked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Fitting {
    /// Who is called so: words of the name or their beginnings, with or without accents.
    #[serde(default)]
    name: String,
    /// Who acts for this party: a code, or a name in any language of the packs.
    party: Option<String>,
    /// Who held this office.
    #[param(schema_with = words::offices)]
    office: Option<String>,
}

/// People that fit
///
/// In the order of their keys.
#[utoipa::path(get, path = "/people", tag = "people", params(Fitting, Page),
    responses((status = OK, body = Listed<Person>, description = "A page of people.")))]
pub(super) async fn list(
    State(desk): State<Arc<Desk>>,
    Query(fitting): Query<Fitting>,
    Query(page): Query<Page>,
) -> Result<Json<Listed<Person>>, Trouble> {
    Ok(Json(desk.ask(Asking::of_program(), move |asked| listed(asked, &fitting, &page)).await?))
}

fn listed(asked: &Asked<'_>, fitting: &Fitting, page: &Page) -> Result<Listed<Person>, Problem> {
    let register = &*asked.snapshot;
    let party = fitting.party.as_deref().map(|party| asked.desk.party(party)).transpose()?;
    let office = fitting.office.as_deref().map(words::office).transpose()?;
    let after = page.place()?.unwrap_or_default();
    let key = |person: &Person| person.id.clone();
    let held =
        |person: &Person| office.is_none_or(|office| person.tenures.iter().any(|tenure| tenure.office == office));
    let mut people = match (fitting.name.trim(), party) {
        ("", None) => {
            let more = |after: &str, n| Ok(register.store().people_after(after, n)?);
            return Listed::fitting(after, page.size(), more, key, held);
        }
        ("", Some(party)) => register.store().people(Some(&party))?,
        (name, party) => register.people_named(name, party.as_deref())?,
    };
    people.sort_by(|a, b| a.id.cmp(&b.id));
    let fitting = people.into_iter().filter(|person| person.id > after && held(person));
    Ok(Listed::behind(fitting, page.size(), key))
}

/// All people, as JSON Lines
#[utoipa::path(get, path = "/people.jsonl", tag = "people",
    responses((status = OK, body = String, content_type = lines::KIND, description = "A person a line.")))]
pub(super) async fn lines(State(desk): State<Arc<Desk>>) -> Response {
    lines::answer(&desk, |asked, out| {
        let more = |after: &str, n| Ok(asked.snapshot.store().people_after(after, n)?);
        lines::all(out, more, |person| person.id.clone())
    })
}

/// A person, and in what they took part.
#[derive(Serialize, ToSchema)]
pub(crate) struct PersonEntry {
    /// The person.
    person: Person,
    /// Their engagements, the earliest first.
    engagements: Vec<Row>,
}

/// One person, and in what they took part
#[utoipa::path(get, path = "/people/{key}", tag = "people", params(("key" = String, Path, description = "Their key, or a name that one person alone bears.")),
    responses((status = OK, body = PersonEntry, description = "The person.")))]
pub(super) async fn one(State(desk): State<Arc<Desk>>, Path(key): Path<String>) -> Result<Json<PersonEntry>, Trouble> {
    let entry = desk.ask(Asking::of_program(), move |asked| {
        let person = asked.snapshot.person_named(&key)?;
        Ok(PersonEntry { engagements: asked.snapshot.engagements_of(&person)?, person })
    });
    Ok(Json(entry.await?))
}
