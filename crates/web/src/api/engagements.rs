//! Engagements: those that fit, one with its accounts, and what changed it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use register::{Account, AccountId, Change, Engagement, Readings, Register, Ruling};
use search::{Of, Sort};
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
use crate::parameters::Parameters;
use crate::problem::Problem;
use crate::views::{Sought, engagements_of, history};

/// Which engagements are asked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Fitting {
    /// Words, "phrases" and fields, as `chancery find` takes them: `energy party:JP -kind:call`.
    #[serde(default)]
    q: String,
    /// Of this kind; of several any.
    #[serde(default)]
    #[param(schema_with = words::kinds)]
    kind: Vec<String>,
    /// Of this state or organisation: a code, or a name in any language of the packs; of several all.
    #[serde(default)]
    party: Vec<String>,
    /// About this topic; of several all.
    #[serde(default)]
    #[param(schema_with = words::topics)]
    topic: Vec<String>,
    /// With claims of this type; of several all.
    #[serde(default, rename = "type")]
    #[param(schema_with = words::types)]
    claim: Vec<String>,
    /// With accounts in this language (ISO 639-1); of several any.
    #[serde(default)]
    language: Vec<String>,
    /// Of this year.
    #[serde(default)]
    #[param(schema_with = words::years)]
    year: Vec<String>,
    /// On this day or later, as far as dates tell.
    #[param(schema_with = words::date)]
    from: Option<String>,
    /// On this day or earlier.
    #[param(schema_with = words::date)]
    to: Option<String>,
    /// Only those on which accounts differ, or that are told of in passing alone.
    #[param(inline)]
    is: Option<Is>,
}

/// What engagements may be.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Is {
    Disputed,
    Background,
}

/// In which order hits come.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Sorted {
    /// What fits best first (where no words are looked for, the latest), or the latest first.
    #[serde(default)]
    #[param(inline)]
    pub(crate) sort: Order,
}

/// The orders of hits.
#[derive(Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Order {
    #[default]
    Relevance,
    Date,
}

impl From<Order> for Sort {
    fn from(order: Order) -> Self {
        match order {
            Order::Relevance => Self::Relevance,
            Order::Date => Self::Date,
        }
    }
}

impl Fitting {
    /// The same as pages ask it.
    fn sought(&self, desk: &Desk) -> Result<Sought, Problem> {
        let all = [
            ("kind", &self.kind[..]),
            ("party", &self.party),
            ("topic", &self.topic),
            ("type", &self.claim),
            ("language", &self.language),
            ("year", &self.year),
            ("from", self.from.as_slice()),
            ("to", self.to.as_slice()),
        ];
        let mut given = Parameters::default().and("q", &self.q);
        for (name, values) in all {
            given = values.iter().fold(given, |given, value| given.and(name, value));
        }
        given = match self.is {
            Some(Is::Disputed) => given.and("is", "disputed"),
            Some(Is::Background) => given.and("is", "background"),
            None => given,
        };
        Sought::of(&given, desk.packs)
    }
}

/// Finds a page of engagements.
pub(super) fn found(
    asked: &Asked<'_>,
    query: &search::Query,
    sort: Order,
    page: &Page,
) -> Result<Listed<Engagement>, Problem> {
    let (offset, limit) = (page.offset()?, page.size());
    let wanted = search::Asked { sort: sort.into(), offset, limit, facets: false, today: asked.tongue.today };
    let found = asked.desk.finder.find(asked.desk, &asked.snapshot, query, &wanted)?;
    let engagement = |hit: search::Hit| match hit.of {
        Of::Engagement(engagement) => Some(*engagement),
        _ => None,
    };
    Ok(Listed::hits(found.hits.into_iter().filter_map(engagement).collect(), found.total, offset, limit))
}

/// Engagements that fit
///
/// The filters are those of the page; what links accounts is told of single engagements alone.
#[utoipa::path(get, path = "/engagements", tag = "engagements", params(Fitting, Sorted, Page),
    responses((status = OK, body = Listed<Engagement>, description = "A page of engagements.")))]
pub(super) async fn list(
    State(desk): State<Arc<Desk>>,
    Query(fitting): Query<Fitting>,
    Query(sorted): Query<Sorted>,
    Query(page): Query<Page>,
) -> Result<Json<Listed<Engagement>>, Trouble> {
    let sought = fitting.sought(&desk)?;
    Ok(Json(
        desk.ask(Asking::of_program(), move |asked| found(asked, &engagements_of(&sought.query), sorted.sort, &page))
            .await?,
    ))
}

/// All engagements that fit, as JSON Lines
#[utoipa::path(get, path = "/engagements.jsonl", tag = "engagements", params(Fitting),
    responses((status = OK, body = String, content_type = lines::KIND, description = "An engagement a line.")))]
pub(super) async fn lines(State(desk): State<Arc<Desk>>, Query(fitting): Query<Fitting>) -> Result<Response, Trouble> {
    let sought = fitting.sought(&desk)?;
    // Once an answer has begun, nothing else can be said.
    desk.finder.ready()?;
    Ok(lines::answer(&desk, move |asked, out| {
        let query = engagements_of(&sought.query);
        let mut readings = Readings::default();
        for id in asked.desk.finder.choose(asked.desk, &asked.snapshot, &query, asked.tongue.today)? {
            if let Some((engagement, _)) = asked.snapshot.gathered(id, &mut readings)? {
                lines::line(out, &engagement)?;
            }
        }
        Ok(())
    }))
}

/// An engagement with all that it rests on.
#[derive(Serialize, ToSchema)]
pub(crate) struct EngagementEntry {
    /// What its accounts say together.
    engagement: Engagement,
    /// Its accounts, in the order of their publication.
    accounts: Vec<Account>,
    /// Rulings that count and mean any of them.
    rulings: Vec<Ruling>,
}

/// The engagement of a name, with its accounts.
fn named(register: &Register, name: &str) -> Result<(Engagement, Vec<Account>), Problem> {
    Ok(register.engagement(register.account_named(name)?)?)
}

fn entry(register: &Register, name: &str) -> Result<EngagementEntry, Problem> {
    let (engagement, accounts) = named(register, name)?;
    let members: Vec<AccountId> = engagement.accounts().collect();
    Ok(EngagementEntry { engagement, accounts, rulings: register.rulings_on(&members)? })
}

/// One engagement, its accounts and the rulings on it
///
/// It is named by any of its accounts, or the beginning of one: `3fa9c1d2b07e-4`, `3fa9`. Its `links` say why accounts were taken for one.
#[utoipa::path(get, path = "/engagements/{id}", tag = "engagements", params(("id" = String, Path, description = "The name of any of its accounts.")),
    responses((status = OK, body = EngagementEntry, description = "The engagement.")))]
pub(super) async fn one(
    State(desk): State<Arc<Desk>>,
    Path(id): Path<String>,
) -> Result<Json<EngagementEntry>, Trouble> {
    Ok(Json(desk.ask(Asking::of_program(), move |asked| entry(&asked.snapshot, &id)).await?))
}

/// The accounts of one engagement
#[utoipa::path(get, path = "/engagements/{id}/accounts", tag = "engagements", params(("id" = String, Path, description = "The name of any of its accounts.")),
    responses((status = OK, body = Listed<Account>, description = "Its accounts, in the order of their publication.")))]
pub(super) async fn accounts(
    State(desk): State<Arc<Desk>>,
    Path(id): Path<String>,
) -> Result<Json<Listed<Account>>, Trouble> {
    let accounts = desk.ask(Asking::of_program(), move |asked| Ok(named(&asked.snapshot, &id)?.1));
    Ok(Json(Listed::whole(accounts.await?)))
}

/// What changed one engagement, and what brought it
#[utoipa::path(get, path = "/engagements/{id}/history", tag = "engagements", params(("id" = String, Path, description = "The name of any of its accounts.")),
    responses((status = OK, body = Listed<Change>, description = "Its changes, the earliest first.")))]
pub(super) async fn history_of(
    State(desk): State<Arc<Desk>>,
    Path(id): Path<String>,
) -> Result<Json<Listed<Change>>, Trouble> {
    let changes = desk.ask(Asking::of_program(), move |asked| {
        let (engagement, _) = named(&asked.snapshot, &id)?;
        history(&asked.snapshot, &engagement.accounts().collect::<Vec<_>>())
    });
    Ok(Json(Listed::whole(changes.await?)))
}
