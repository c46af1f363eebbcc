//! Parties: states and organisations, with what the register counts of them.

use std::sync::Arc;

use axum::extract::{Path, State};
use search::{Facets, Filter, Sort};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asked::Query;
use super::json::Json;
use super::listed::Listed;
use super::trouble::Trouble;
use crate::asking::Asking;
use crate::desk::{Asked, Desk};
use crate::problem::Problem;
use crate::views;

/// In which language things are named.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct InLanguage {
    /// The language of names and papers (ISO 639-1), one of those of the pages; the first of them where it is left out.
    #[param(pattern = "^[a-z]{2,3}$")]
    lang: Option<String>,
}

impl InLanguage {
    /// The language, one that there is.
    pub(super) fn code(&self, desk: &Desk) -> Result<String, Problem> {
        let there: Vec<&str> = desk.languages().map(|words| words.code()).collect();
        let Some(asked) = &self.lang else { return Ok(there[0].to_owned()) };
        let found = there.iter().find(|code| *code == asked);
        let mend = || format!("lang: there is no `{}`; there are {}", asked.escape_debug(), there.join(", "));
        found.map(|&code| code.to_owned()).ok_or_else(|| Problem::Unclear(mend()))
    }
}

/// A party, and how much is told of it.
#[derive(Serialize, ToSchema)]
pub(crate) struct PartyLine {
    /// ISO 3166-1 alpha-2 of states, the short name in common use of organisations.
    code: String,
    /// Its name in the language that was asked for.
    name: String,
    /// Whether it is a state or territory.
    state: bool,
    /// In how many engagements it took part.
    n_engagements: u64,
}

fn line(asked: &Asked<'_>, language: &str, code: String, n_engagements: u64) -> PartyLine {
    let words = asked.desk.words(language);
    let world = &asked.desk.packs.world;
    let state = world.party(&code).is_some_and(|party| world.is_state(party));
    PartyLine { name: words.heading(&words.party(&code)), code, state, n_engagements }
}

/// The parties that the register tells of
///
/// Those with the most engagements first.
#[utoipa::path(get, path = "/parties", tag = "parties", params(InLanguage),
    responses((status = OK, body = Listed<PartyLine>, description = "All of them.")))]
pub(super) async fn list(
    State(desk): State<Arc<Desk>>,
    Query(language): Query<InLanguage>,
) -> Result<Json<Listed<PartyLine>>, Trouble> {
    let listed = desk.ask(Asking::of_program(), move |asked| {
        let language = language.code(asked.desk)?;
        let parties = views::parties(asked, None)?;
        Ok(parties.iter().map(|(code, n)| line(asked, &language, code.clone(), *n)).collect())
    });
    Ok(Json(Listed::whole(listed.await?)))
}

/// A party, and counts of its engagements.
#[derive(Serialize, ToSchema)]
pub(crate) struct PartyEntry {
    /// The party.
    party: PartyLine,
    /// Its engagements by kind, partner, topic, type of claim, language and year.
    facets: Facets,
}

/// One party, with counts of what it did
#[utoipa::path(get, path = "/parties/{party}", tag = "parties", params(("party" = String, Path, description = "Its code, or its name in any language of the packs."), InLanguage),
    responses((status = OK, body = PartyEntry, description = "The party.")))]
pub(super) async fn one(
    State(desk): State<Arc<Desk>>,
    Path(party): Path<String>,
    Query(language): Query<InLanguage>,
) -> Result<Json<PartyEntry>, Trouble> {
    let entry = desk.ask(Asking::of_program(), move |asked| {
        let language = language.code(asked.desk)?;
        let code = asked.desk.party(&party).map_err(|_| Problem::Nothing)?;
        let mut query = search::Query::default();
        query.and(Filter::Party(code.clone()));
        let wanted = search::Asked { sort: Sort::Date, offset: 0, limit: 0, facets: true, today: asked.tongue.today };
        let found = asked.desk.finder.find(asked.desk, &asked.snapshot, &query, &wanted)?;
        let mut facets = found.facets.unwrap_or_default();
        facets.party.remove(&code);
        Ok(PartyEntry { party: line(asked, &language, code, found.total as u64), facets })
    });
    Ok(Json(entry.await?))
}
