//! Answers by the state of the register that they were made from, so that what did not change is not sent again (RFC 9110, 13.1.2).

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, ETAG, HeaderValue, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::desk::Desk;

/// Puts the state on what is read, and answers with nothing where who asks has it already.
pub(super) async fn tag(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    if !request.method().is_safe() {
        return next.run(request).await;
    }
    let own = Arc::clone(&desk);
    // Taken before the answer is made: should the register change between the two, the answer is only sent once too often.
    let state = desk.wait(move || own.state(&*own.registers.snapshot()?)).await;
    let tag = |state: String| HeaderValue::try_from(format!("W/\"{state}\"")).ok();
    let Some(state) = state.ok().flatten().and_then(tag) else {
        return next.run(request).await;
    };
    let known = has(request.headers(), state.as_bytes());
    let mut response = if known { StatusCode::NOT_MODIFIED.into_response() } else { next.run(request).await };
    if known || response.status().is_success() {
        let headers = response.headers_mut();
        headers.insert(ETAG, state);
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    }
    response
}

/// Whether a request names the state that it has.
fn has(headers: &HeaderMap, state: &[u8]) -> bool {
    let opaque = |tag: &[u8]| tag.strip_prefix(b"W/").unwrap_or(tag).to_owned();
    let named = headers.get_all(IF_NONE_MATCH).iter().flat_map(|value| value.as_bytes().split(|b| *b == b','));
    named.map(|tag| tag.trim_ascii()).any(|tag| opaque(tag) == opaque(state))
}
