//! What the server counts of its own work, as Prometheus reads it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::desk::Desk;
use crate::problem::Problem;

/// Upper bounds of durations that are counted apart, in seconds.
const BOUNDS: [f64; 9] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// Requests by method, route and status.
#[derive(Default)]
pub(crate) struct Metrics(Mutex<BTreeMap<(&'static str, String, u16), Series>>);

#[derive(Default)]
struct Series {
    n: u64,
    seconds: f64,
    /// How many took no longer than each bound.
    within: [u64; BOUNDS.len()],
}

/// Counts a request, and tells of it in the log.
pub(crate) async fn count(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    // Only the shapes of addresses are kept: anybody can invent addresses.
    let route = request.extensions().get::<MatchedPath>().map_or("none", |path| path.as_str()).to_owned();
    let (method, path) = (method(request.method()), request.uri().path().to_owned());
    let begun = Instant::now();
    let response = next.run(request).await;
    let (status, seconds) = (response.status().as_u16(), begun.elapsed().as_secs_f64());
    tracing::debug!("{method} {path} {status} in {:.1} ms", seconds * 1000.0);
    let mut all = desk.metrics.0.lock().unwrap_or_else(PoisonError::into_inner);
    let series = all.entry((method, route, status)).or_default();
    series.n += 1;
    series.seconds += seconds;
    for (within, bound) in series.within.iter_mut().zip(BOUNDS) {
        *within += u64::from(seconds <= bound);
    }
    drop(all);
    response
}

/// A method that some route has; anybody can invent others.
fn method(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "DELETE" => "DELETE",
        _ => "other",
    }
}

/// All counts, in the text format of Prometheus.
pub(crate) async fn metrics(State(desk): State<Arc<Desk>>) -> impl IntoResponse {
    let mut out =
        "# HELP chancery_request_seconds How long requests took.\n# TYPE chancery_request_seconds histogram\n"
            .to_owned();
    let all = desk.metrics.0.lock().unwrap_or_else(PoisonError::into_inner);
    for ((method, route, status), series) in &*all {
        // Methods and routes hold no quotes: both are the server's own.
        let labels = format!("method=\"{method}\",route=\"{route}\",status=\"{status}\"");
        for (bound, n) in BOUNDS.iter().zip(series.within) {
            let _ = writeln!(out, "chancery_request_seconds_bucket{{{labels},le=\"{bound}\"}} {n}");
        }
        let _ = writeln!(out, "chancery_request_seconds_bucket{{{labels},le=\"+Inf\"}} {}", series.n);
        let _ = writeln!(out, "chancery_request_seconds_sum{{{labels}}} {}", series.seconds);
        let _ = writeln!(out, "chancery_request_seconds_count{{{labels}}} {}", series.n);
    }
    ([(CONTENT_TYPE, "text/plain; version=0.0.4")], out)
}

/// Whether the register can be read.
pub(crate) async fn health(State(desk): State<Arc<Desk>>) -> Result<&'static str, Problem> {
    let own = Arc::clone(&desk);
    desk.wait(move || Ok(own.registers.snapshot()?.store().counts().map(|_| "ok\n")?)).await
}
