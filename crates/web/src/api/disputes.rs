//! Disputes: on what accounts differ, and nobody has settled.

use std::sync::Arc;

use axum::extract::State;
use document::PartialDate;
use register::{AccountId, Dispute, Engagement};
use search::Filter;
use serde::Serialize;
use utoipa::ToSchema;

use super::asked::Query;
use super::cursor::Page;
use super::engagements::{Order, found};
use super::json::Json;
use super::listed::Listed;
use super::trouble::Trouble;
use crate::asking::Asking;
use crate::desk::Desk;

/// On what the accounts of an engagement differ.
#[derive(Serialize, ToSchema)]
pub(crate) struct Disputed {
    /// The engagement.
    engagement: AccountId,
    /// Its kind.
    kind: String,
    /// Its first day, the value that is shown first.
    start: Option<PartialDate>,
    /// Codes of its parties.
    parties: Vec<String>,
    /// The fields; every value keeps its accounts.
    disputes: Vec<Dispute>,
}

impl From<Engagement> for Disputed {
    fn from(engagement: Engagement) -> Self {
        Self {
            disputes: engagement.open_disputes().cloned().collect(),
            engagement: engagement.id,
            kind: engagement.kind,
            start: engagement.start,
            parties: engagement.parties,
        }
    }
}

/// What accounts differ on
///
/// Engagements with open disputes, the latest first. A ruling of the rule `set` settles one.
#[utoipa::path(get, path = "/disputes", tag = "disputes", params(Page),
    responses((status = OK, body = Listed<Disputed>, description = "A page of disputes, by engagement.")))]
pub(super) async fn list(
    State(desk): State<Arc<Desk>>,
    Query(page): Query<Page>,
) -> Result<Json<Listed<Disputed>>, Trouble> {
    let listed = desk.ask(Asking::of_program(), move |asked| {
        let mut query = search::Query::default();
        query.and(Filter::Disputed);
        let found = found(asked, &query, Order::Date, &page)?;
        let items = found.items.into_iter().map(Disputed::from).collect();
        Ok(Listed { items, total: found.total, next: found.next })
    });
    Ok(Json(listed.await?))
}
