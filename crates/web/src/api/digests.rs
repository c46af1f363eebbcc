//! Digests: what happened in a period, as a paper.

use std::sync::Arc;

use axum::extract::State;
use press::{Paper, PeriodOptions};
use serde::Deserialize;
use utoipa::IntoParams;

use super::asked::Query;
use super::json::Json;
use super::parties::InLanguage;
use super::trouble::Trouble;
use crate::asking::Asking;
use crate::desk::Desk;
use crate::views::Period;

/// Which digest is asked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Of {
    /// The days: a week, month, year or day, or two of them with `..` between: `2025-W28`, `2025-07`, `2025-07-08..2025-07-11`.
    #[param(example = "2025-W28")]
    period: String,
    /// From the point of view of this party: a code, or a name in any language of the packs.
    #[serde(rename = "for")]
    view: Option<String>,
}

/// The digest of a period
///
/// What each sentence rests on is in its notes; the shape is `schema/paper.schema.json`.
#[utoipa::path(get, path = "/digests", tag = "digests", params(Of, InLanguage),
    responses((status = OK, body = super::description::PaperSchema, description = "The paper, without its looks.")))]
pub(super) async fn digest(
    State(desk): State<Arc<Desk>>,
    Query(of): Query<Of>,
    Query(language): Query<InLanguage>,
) -> Result<Json<Paper>, Trouble> {
    let paper = desk.ask(Asking::of_program(), move |asked| {
        let period = Period::named(&of.period)?;
        let view = of.view.as_deref().map(|view| asked.desk.party(view)).transpose()?;
        let today = register::date(asked.tongue.today);
        let language = language.code(asked.desk)?;
        let options = PeriodOptions { language, from: period.from, to: period.to, view, today };
        Ok(press::digest(&asked.snapshot, asked.desk.packs, &options, None)?)
    });
    Ok(Json(paper.await?))
}
