//! Pages for people: what a view gives, in the words of who asks. A module a page, and its template of the same name.

mod api;
mod calendar;
mod documents;
mod engagement;
mod engagements;
mod listed;
mod map;
mod matrix;
mod matters;
mod network;
mod overviews;
mod papers;
mod parties;
mod people;
mod queue;
mod rulings;
mod shell;
mod sources;
mod trouble;
mod week;

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::response::Html;
use axum::routing::{get, post};
use search::Fragment;

use crate::desk::Desk;
use crate::problem::Problem;
use crate::seen::escaped;
use crate::uploads::DOCUMENT_BYTES;

pub(crate) use trouble::{nothing, tell};

/// Documents that are sent at once have so many bytes together.
const UPLOAD_BYTES: usize = 4 * DOCUMENT_BYTES + (1 << 20);

/// All pages.
pub(crate) fn routes() -> Router<Arc<Desk>> {
    Router::new()
        .route("/", get(week::show))
        .route("/api", get(api::show))
        .route("/calendar", get(calendar::show))
        .route("/matrix", get(matrix::show))
        .route("/network", get(network::show))
        .route("/map", get(map::show))
        .route("/engagements", get(engagements::show))
        .route("/engagements.csv", get(engagements::csv))
        .route("/engagements.jsonl", get(engagements::jsonl))
        .route("/engagements.ics", get(engagements::calendar))
        .route("/engagements.atom", get(engagements::atom))
        .route("/engagements.json", get(engagements::json_feed))
        .route("/engagements/{id}", get(engagement::show))
        .route("/matters", get(matters::show))
        .route("/matters/{*key}", get(matters::show_one))
        .route("/parties", get(parties::show))
        .route("/parties/{party}", get(parties::show_one))
        .route("/parties/{a}/{b}", get(parties::show_pair))
        .route("/people", get(people::show))
        .route("/people/{key}", get(people::show_one))
        .route("/queue", get(queue::show))
        .route("/documents", get(documents::show))
        .route("/documents", post(documents::send).layer(DefaultBodyLimit::max(UPLOAD_BYTES)))
        .route("/documents/fetch", post(documents::fetch))
        .route("/documents/refused", post(documents::dismiss))
        .route("/documents/{id}", get(documents::show_one))
        .route("/documents/{id}/bytes", get(documents::bytes))
        .route("/sources", get(sources::show).post(sources::add))
        .route("/sources/{id}/{what}", post(sources::change))
        .route("/papers", get(papers::show_any))
        .route("/papers/print", post(papers::print))
        .route("/papers/{name}", get(papers::show))
        .route("/rulings", get(rulings::show).post(rulings::make))
        .route("/rulings/{n}/undo", post(rulings::undo))
}

/// One link of a row of links.
struct Way {
    label: String,
    address: String,
    /// Whether it leads to what is shown.
    here: bool,
    /// How many entries are there, where that is told.
    n: Option<usize>,
}

impl Way {
    fn new(label: String, address: String, here: bool) -> Self {
        Self { label, address, here, n: None }
    }
}

/// Fills in a template.
fn html(page: &impl Template) -> Result<Html<String>, Problem> {
    page.render().map(Html).map_err(Problem::failed)
}

/// A piece of a text as markup, the words that were looked for marked.
fn fragment(fragment: &Fragment) -> String {
    let mut out = String::new();
    let mut from = 0;
    for &[start, end] in &fragment.ranges {
        out += &escaped(&fragment.text[from..start]);
        out += &format!("<mark>{}</mark>", escaped(&fragment.text[start..end]));
        from = end;
    }
    out + &escaped(&fragment.text[from..])
}
