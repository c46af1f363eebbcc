//! Whether a request that changes something comes from a page of this server.

use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::{HOST, HeaderName, ORIGIN};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::problem::Problem;

/// Refuses what another site sends. What browsers say of that cannot be set by script.
pub(crate) async fn origin(request: Request, next: Next) -> Response {
    if request.method().is_safe() || is_own(request.headers()) {
        return next.run(request).await;
    }
    Problem::Foreign.into_response()
}

/// Whether all that is told of where a request comes from names this server. What no browser sends tells nothing.
fn is_own(headers: &HeaderMap) -> bool {
    let text = |name: &HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let site = text(&HeaderName::from_static("sec-fetch-site"));
    let origin = text(&ORIGIN);
    let same = |origin: &str| {
        let host = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
        host.is_some() && host == text(&HOST)
    };
    site.is_none_or(|site| site == "same-origin") && origin.is_none_or(same)
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderName, HeaderValue};

    use super::is_own;

    #[test]
    fn tells_own_pages_from_others() {
        let check = |told: &[(&'static str, &'static str)]| {
            let mut headers = HeaderMap::new();
            headers.insert("host", HeaderValue::from_static("127.0.0.1:8000"));
            for &(name, value) in told {
                headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
            }
            is_own(&headers)
        };
        let own = "http://127.0.0.1:8000";
        assert!(check(&[]));
        assert!(check(&[("sec-fetch-site", "same-origin"), ("origin", own)]));
        assert!(!check(&[("sec-fetch-site", "cross-site"), ("origin", own)]));
        assert!(!check(&[("sec-fetch-site", "same-site")]));
        assert!(!check(&[("sec-fetch-site", "none")]), "a form is never sent by typing an address");
        assert!(!check(&[("origin", "http://127.0.0.1:8001")]));
        assert!(!check(&[("origin", "null")]));
        assert!(!check(&[("origin", "https://example.org")]));
    }
}
