//! Search over all kinds of entries.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use search::{Facets, Filter, Found, Hit};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asked::Query;
use super::cursor::Page;
use super::engagements::Sorted;
use super::json::Json;
use super::listed::next;
use super::trouble::Trouble;
use super::words;
use crate::asking::Asking;
use crate::desk::{Asked, Desk};
use crate::problem::Problem;

/// What is looked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Sought {
    /// Words, "phrases" and fields, as `chancery find` takes them: `energy party:JP -kind:call`.
    #[serde(default)]
    q: String,
    /// Among these entries; among engagements where nothing is said.
    #[serde(default, rename = "in")]
    #[param(schema_with = words::entries)]
    within: Vec<String>,
    /// Whether all that is found is counted by kind, party, topic, type, language and year.
    #[serde(default)]
    facets: bool,
}

/// What was found.
#[derive(Serialize, ToSchema)]
pub(crate) struct FoundPage {
    /// The hits of this page.
    hits: Vec<Hit>,
    /// How many there are in all.
    total: usize,
    /// Where no kinds of entries were asked for: how many people and matters fit too.
    others: BTreeMap<String, usize>,
    /// Counts over all hits, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    facets: Option<Facets>,
    /// Where the list goes on: the `cursor` of the next page. Left out on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

/// Searches engagements, claims, people, matters and documents
#[utoipa::path(get, path = "/search", tag = "search", params(Sought, Sorted, Page),
    responses((status = OK, body = FoundPage, description = "A page of hits.")))]
pub(super) async fn find(
    State(desk): State<Arc<Desk>>,
    Query(sought): Query<Sought>,
    Query(sorted): Query<Sorted>,
    Query(page): Query<Page>,
) -> Result<Json<FoundPage>, Trouble> {
    Ok(Json(desk.ask(Asking::of_program(), move |asked| found(asked, &sought, &sorted, &page)).await?))
}

fn found(asked: &Asked<'_>, sought: &Sought, sorted: &Sorted, page: &Page) -> Result<FoundPage, Problem> {
    let packs = asked.desk.packs;
    let mut query = search::Query::parse(&sought.q, packs)?;
    for entries in &sought.within {
        query.and(Filter::parse("in", entries, packs)?);
    }
    let (offset, limit) = (page.offset()?, page.size());
    let wanted =
        search::Asked { sort: sorted.sort.into(), offset, limit, facets: sought.facets, today: asked.tongue.today };
    let Found { hits, total, others, facets } = asked.desk.finder.find(asked.desk, &asked.snapshot, &query, &wanted)?;
    let others = others.into_iter().map(|(entry, n)| (entry.as_str().to_owned(), n)).collect();
    Ok(FoundPage { hits, total, others, facets, next: next(total, offset, limit) })
}
