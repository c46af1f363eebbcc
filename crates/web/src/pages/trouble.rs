//! What went wrong, as a page says it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{Html, IntoResponse as _, Response};

use super::html;
use super::shell::Shell;
use crate::api;
use crate::asking::Asking;
use crate::desk::Desk;
use crate::problem::{Problem, problem_of};

#[derive(Template)]
#[template(path = "trouble.html")]
struct Trouble<'a> {
    shell: Shell<'a>,
    /// What to do about it.
    mend: String,
    detail: Option<&'a str>,
}

/// There is no such page.
pub(crate) async fn nothing() -> Problem {
    Problem::Nothing
}

/// Puts what went wrong into a page of the language of who asks.
pub(crate) async fn tell(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    if api::has(request.uri().path()) {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let asking = <Asking as axum::extract::FromRequestParts<_>>::from_request_parts(&mut parts, &desk).await;
    let response = next.run(Request::from_parts(parts, body)).await;
    let told = match problem_of(&response) {
        Some(problem) => problem,
        // Of methods and bodies that routes refuse themselves.
        None if response.status() == StatusCode::METHOD_NOT_ALLOWED => Arc::new(Problem::Nothing),
        None => return response,
    };
    let page = asking.and_then(|asking| page(&desk, &asking, &told));
    let status = response.status();
    page.map_or_else(|_| response, |page| (status, page).into_response())
}

fn page(desk: &Desk, asking: &Asking, problem: &Problem) -> Result<Html<String>, Problem> {
    let t = desk.tongue(asking);
    let title = t.w(&format!("problem-{}", problem.name()));
    let mend = t.w(&format!("mend-{}", problem.name()));
    html(&Trouble { shell: Shell::around(desk, asking, "", title), mend, detail: problem.detail() })
}
