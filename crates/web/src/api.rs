//! The API for programs, `/api/v1`: the same queries as the pages, as JSON.
//!
//! What is asked for is a checked type (`asked`), and so is what comes out: the types of the register and its search, as commands print
//! them with `--json`. The description (`/api/openapi.json`) is made from both and from the routes, so it cannot say anything else. Whatever goes
//! wrong is a problem of RFC 9457 (`trouble`); answers carry the state of the register they were made from (`tag`).

mod accounts;
mod asked;
mod claims;
mod cursor;
mod description;
mod digests;
mod disputes;
mod documents;
mod engagements;
mod found;
mod json;
mod lines;
mod listed;
mod matters;
mod parties;
mod people;
mod rulings;
mod tag;
mod trouble;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouterExt as _};
use utoipa_axum::routes;

use crate::desk::Desk;

pub(crate) use description::WHOLE as DESCRIPTION;
pub(crate) use trouble::{all as problems, tell};

/// Where it is.
const ROOT: &str = "/api/v1";

/// Whether a path belongs to programs: they are answered as such, whatever goes wrong.
pub(crate) fn has(path: &str) -> bool {
    path.starts_with("/api/")
}

/// All routes, with their description.
pub(crate) fn routes(desk: &Arc<Desk>) -> Router<Arc<Desk>> {
    let (routes, described) = described();
    routes
        .layer(from_fn_with_state(Arc::clone(desk), tag::tag))
        .layer(from_fn_with_state(Arc::new(asked::names(&described)), asked::known))
        .route("/api/openapi.json", get(description::show))
}

/// All routes under the root, and what they say of themselves.
fn described() -> (Router<Arc<Desk>>, OpenApi) {
    let routes = OpenApiRouter::new()
        .routes(routes!(engagements::list))
        .routes(routes!(engagements::lines))
        .routes(routes!(engagements::one))
        .routes(routes!(engagements::accounts))
        .routes(routes!(engagements::history_of))
        .routes(routes!(accounts::list))
        .routes(routes!(accounts::lines))
        .routes(routes!(accounts::one))
        .routes(routes!(claims::list))
        .routes(routes!(claims::lines))
        .routes(routes!(claims::of_account))
        .routes(routes!(people::list))
        .routes(routes!(people::lines))
        .routes(routes!(people::one))
        .routes(routes!(parties::list))
        .routes(routes!(parties::one))
        .routes(routes!(matters::list))
        .routes(routes!(matters::lines))
        .routes(routes!(matters::one))
        .routes(routes!(disputes::list))
        .routes(routes!(rulings::list, rulings::make).layer(rulings::limit()))
        .routes(routes!(rulings::one, rulings::undo))
        .routes(routes!(documents::list, documents::add).layer(documents::limit()))
        .routes(routes!(documents::lines))
        .routes(routes!(documents::one))
        .routes(routes!(found::find))
        .routes(routes!(digests::digest));
    OpenApiRouter::with_openapi(description::head()).nest(ROOT, routes).split_for_parts()
}
