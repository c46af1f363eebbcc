//! All routes, and what every request goes through.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;

use crate::desk::Desk;
use crate::{api, asking, assets, guard, metrics, pages};

/// A form has so many bytes at most; uploads have a limit of their own.
const FORM_BYTES: usize = 4 << 20;

/// Answers what is asked of a desk.
pub fn router(desk: Arc<Desk>) -> Router {
    // What is added last is gone through first.
    Router::new()
        .merge(pages::routes())
        .merge(api::routes(&desk))
        .route("/assets/{digest}/{name}", get(assets::asset))
        .route("/healthz", get(metrics::health))
        .route("/metrics", get(metrics::metrics))
        .fallback(pages::nothing)
        .layer(DefaultBodyLimit::max(FORM_BYTES))
        .layer(from_fn(guard::time))
        .layer(from_fn(guard::origin))
        .layer(from_fn(api::tell))
        .layer(from_fn_with_state(Arc::clone(&desk), pages::tell))
        .layer(from_fn_with_state(Arc::clone(&desk), asking::remember))
        .layer(from_fn(guard::host))
        .layer(from_fn(guard::headers))
        .layer(from_fn_with_state(Arc::clone(&desk), metrics::count))
        .with_state(desk)
}
