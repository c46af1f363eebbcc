//! Claims: what was asked, agreed and said, wherever it was.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use reader::Claim;
use register::{AccountId, NumberedClaim, Register};
use search::{ClaimHit, Entry, Filter, Of};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asked::Query;
use super::cursor::Page;
use super::engagements::Sorted;
use super::json::Json;
use super::listed::Listed;
use super::trouble::Trouble;
use super::{lines, words};
use crate::asking::Asking;
use crate::desk::Desk;
use crate::problem::Problem;

/// Which claims are asked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Fitting {
    /// Words, "phrases" and fields, as `chancery find` takes them.
    #[serde(default)]
    q: String,
    /// Of this type; of several any.
    #[serde(default, rename = "type")]
    #[param(schema_with = words::types)]
    claim: Vec<String>,
    /// Made by this party: a code, or a name in any language of the packs.
    #[serde(default)]
    actor: Vec<String>,
    /// Made to this party.
    #[serde(default)]
    addressee: Vec<String>,
    /// Made at an engagement of this party.
    #[serde(default)]
    party: Vec<String>,
    /// About this topic; of several all.
    #[serde(default)]
    #[param(schema_with = words::topics)]
    topic: Vec<String>,
    /// On this day or later, as far as dates tell.
    #[param(schema_with = words::date)]
    from: Option<String>,
    /// On this day or earlier.
    #[param(schema_with = words::date)]
    to: Option<String>,
}

impl Fitting {
    fn query(&self, desk: &Desk) -> Result<search::Query, Problem> {
        let mut query = search::Query::parse(&self.q, desk.packs)?;
        let all = [
            ("type", &self.claim[..]),
            ("actor", &self.actor),
            ("addressee", &self.addressee),
            ("party", &self.party),
            ("topic", &self.topic),
            ("from", self.from.as_slice()),
            ("to", self.to.as_slice()),
        ];
        for (field, values) in all {
            for value in values {
                query.and(Filter::parse(field, value.trim(), desk.packs)?);
            }
        }
        Ok(query.among(&[Entry::Claim]))
    }
}

/// Claims that fit
#[utoipa::path(get, path = "/claims", tag = "claims", params(Fitting, Sorted, Page),
    responses((status = OK, body = Listed<ClaimHit>, description = "A page of claims, each with the engagement at which it was made.")))]
pub(super) async fn list(
    State(desk): State<Arc<Desk>>,
    Query(fitting): Query<Fitting>,
    Query(sorted): Query<Sorted>,
    Query(page): Query<Page>,
) -> Result<Json<Listed<ClaimHit>>, Trouble> {
    let query = fitting.query(&desk)?;
    let listed = desk.ask(Asking::of_program(), move |asked| {
        let (offset, limit) = (page.offset()?, page.size());
        let wanted =
            search::Asked { sort: sorted.sort.into(), offset, limit, facets: false, today: asked.tongue.today };
        let found = asked.desk.finder.find(asked.desk, &asked.snapshot, &query, &wanted)?;
        let claim = |hit: search::Hit| match hit.of {
            Of::Claim(claim) => Some(claim),
            _ => None,
        };
        Ok(Listed::hits(found.hits.into_iter().filter_map(claim).collect(), found.total, offset, limit))
    });
    Ok(Json(listed.await?))
}

/// A claim by its place in an account.
#[derive(Serialize, ToSchema)]
pub(crate) struct ClaimOfAccount {
    /// The account.
    account: AccountId,
    /// Its number among all claims of the account, from 1.
    n: usize,
    /// The claim.
    claim: Claim,
    /// Whether a ruling says that it is right or wrong.
    ruled: Option<bool>,
}

fn claims(register: &Register, account: AccountId) -> Result<Vec<ClaimOfAccount>, Problem> {
    Ok(register.numbered_claims(account)?.into_iter().map(|claim| of(account, claim)).collect())
}

fn of(account: AccountId, NumberedClaim { n, claim, ruled }: NumberedClaim) -> ClaimOfAccount {
    ClaimOfAccount { account, n, claim, ruled }
}

/// The claims of one account, by number
///
/// Those that a ruling calls wrong are there too: rulings name claims by these numbers.
#[utoipa::path(get, path = "/accounts/{id}/claims", tag = "claims", params(("id" = String, Path, description = "The name of the account.")),
    responses((status = OK, body = Listed<ClaimOfAccount>, description = "Its claims.")))]
pub(super) async fn of_account(
    State(desk): State<Arc<Desk>>,
    Path(id): Path<String>,
) -> Result<Json<Listed<ClaimOfAccount>>, Trouble> {
    let listed =
        desk.ask(Asking::of_program(), move |asked| claims(&asked.snapshot, asked.snapshot.account_named(&id)?));
    Ok(Json(Listed::whole(listed.await?)))
}

/// All claims, as JSON Lines
#[utoipa::path(get, path = "/claims.jsonl", tag = "claims",
    responses((status = OK, body = String, content_type = lines::KIND, description = "A claim a line, with the account that makes it.")))]
pub(super) async fn lines(State(desk): State<Arc<Desk>>) -> Response {
    lines::answer(&desk, |asked, out| {
        let mut after = None;
        loop {
            let documents = asked.snapshot.store().documents(after, lines::AT_ONCE)?;
            let Some(&last) = documents.last() else { return Ok(()) };
            after = Some(last);
            for document in documents {
                for (account, claims) in asked.snapshot.claims_of(document)? {
                    claims.into_iter().try_for_each(|claim| lines::line(out, &of(account, claim)))?;
                }
            }
        }
    })
}
