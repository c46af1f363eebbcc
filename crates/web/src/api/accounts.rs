//! Accounts: what each document says of each engagement.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use register::{Account, AccountId, Register};
use serde::Serialize;
use utoipa::ToSchema;

use super::asked::Query;
use super::cursor::{self, Page};
use super::json::Json;
use super::lines;
use super::listed::Listed;
use super::trouble::Trouble;
use crate::asking::Asking;
use crate::desk::Desk;
use crate::problem::Problem;

/// An account, and where it went.
#[derive(Serialize, ToSchema)]
pub(crate) struct Placed {
    /// What the document says.
    pub(crate) account: Account,
    /// The engagement that it tells of; none where a ruling rejects it.
    pub(crate) engagement: Option<AccountId>,
}

/// Looks at all accounts behind one, document by document in the order in which these were added; `look` says whether to go on.
pub(super) fn all(
    register: &Register,
    after: Option<AccountId>,
    mut look: impl FnMut(Placed) -> Result<bool, Problem>,
) -> Result<(), Problem> {
    let mut documents: Vec<_> = after.map(|after| after.document).into_iter().collect();
    loop {
        for document in &documents {
            for (account, engagement) in register.accounts_of(*document)? {
                let is_behind = after.is_none_or(|after| account.id.document != after.document || account.id > after);
                if is_behind && !look(Placed { account, engagement })? {
                    return Ok(());
                }
            }
        }
        documents = register.store().documents(documents.last().copied(), lines::AT_ONCE)?;
        if documents.is_empty() {
            return Ok(());
        }
    }
}

/// All accounts
///
/// In the order in which their documents were added.
#[utoipa::path(get, path = "/accounts", tag = "accounts", params(Page),
    responses((status = OK, body = Listed<Placed>, description = "A page of accounts.")))]
pub(super) async fn list(
    State(desk): State<Arc<Desk>>,
    Query(page): Query<Page>,
) -> Result<Json<Listed<Placed>>, Trouble> {
    let listed = desk.ask(Asking::of_program(), move |asked| {
        let after = page.place()?.map(|place| place.parse::<AccountId>().map_err(|_| cursor::unknown())).transpose()?;
        let mut accounts = Vec::new();
        all(&asked.snapshot, after, |placed| {
            accounts.push(placed);
            Ok(accounts.len() <= page.size())
        })?;
        Ok(Listed::behind(accounts, page.size(), |placed| placed.account.id.to_string()))
    });
    Ok(Json(listed.await?))
}

/// All accounts, as JSON Lines
#[utoipa::path(get, path = "/accounts.jsonl", tag = "accounts",
    responses((status = OK, body = String, content_type = lines::KIND, description = "An account a line.")))]
pub(super) async fn lines(State(desk): State<Arc<Desk>>) -> Response {
    lines::answer(&desk, |asked, out| all(&asked.snapshot, None, |placed| lines::line(out, &placed).map(|()| true)))
}

/// One account
#[utoipa::path(get, path = "/accounts/{id}", tag = "accounts", params(("id" = String, Path, description = "Its name, or the beginning of it: `3fa9c1d2b07e-4`.")),
    responses((status = OK, body = Placed, description = "The account.")))]
pub(super) async fn one(State(desk): State<Arc<Desk>>, Path(id): Path<String>) -> Result<Json<Placed>, Trouble> {
    let placed = desk.ask(Asking::of_program(), move |asked| {
        let id = asked.snapshot.account_named(&id)?;
        let engagement = asked.snapshot.store().place(id)?.and_then(|place| place.engagement);
        Ok(Placed { account: asked.snapshot.account(id)?, engagement })
    });
    Ok(Json(placed.await?))
}
