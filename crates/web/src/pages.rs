//! Pages for people: what a view gives, in the words of who asks. A module a page, and its template of the same name.

mod engagement;
mod engagements;
mod rulings;
mod shell;
mod trouble;
mod week;

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::response::Html;
use axum::routing::{get, post};
use search::Fragment;

use crate::desk::Desk;
use crate::problem::Problem;
use crate::seen::escaped;

pub(crate) use trouble::{nothing, tell};

/// All pages.
pub(crate) fn routes() -> Router<Arc<Desk>> {
    Router::new()
        .route("/", get(week::show))
        .route("/engagements", get(engagements::show))
        .route("/engagements.csv", get(engagements::csv))
        .route("/engagements.jsonl", get(engagements::jsonl))
        .route("/engagements/{id}", get(engagement::show))
        .route("/rulings", get(rulings::show).post(rulings::make))
        .route("/rulings/{n}/undo", post(rulings::undo))
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
