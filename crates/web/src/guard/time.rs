//! How long a request may take.

use std::time::Duration;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::problem::Problem;

/// So long, what is sent included.
const LIMIT: Duration = Duration::from_secs(60);

/// Ends a request that takes longer.
pub(crate) async fn time(request: Request, next: Next) -> Response {
    let answer = tokio::time::timeout(LIMIT, next.run(request)).await;
    answer.unwrap_or_else(|_| Problem::Slow.into_response())
}
