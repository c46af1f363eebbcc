//! Whether a request names this machine as its host.

use std::net::IpAddr;

use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::HOST;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

/// Refuses a request to any other name.
pub(crate) async fn host(request: Request, next: Next) -> Response {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    if host.is_some_and(is_local) {
        return next.run(request).await;
    }
    let why = "this server answers to 127.0.0.1, [::1] and localhost alone; write one of them into the address\n";
    (StatusCode::MISDIRECTED_REQUEST, why).into_response()
}

/// Whether a host, perhaps with a port, is this machine.
pub(crate) fn is_local(host: &str) -> bool {
    let is_port = |port: &str| !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit());
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !name.contains(':') || name.ends_with(']') => (name, port),
        _ => (host, "80"),
    };
    let address = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    let local = address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
    is_port(port) && (local || name.eq_ignore_ascii_case("localhost"))
}

#[cfg(test)]
mod tests {
    use super::is_local;

    #[test]
    fn knows_this_machine() {
        for host in ["127.0.0.1", "127.0.0.1:8000", "localhost:80", "LOCALHOST", "[::1]", "[::1]:8000", "127.8.8.8:1"] {
            assert!(is_local(host), "{host}");
        }
        for host in [
            "",
            "example.org",
            "127.0.0.1.example.org:8000",
            "localhost.example.org",
            "0.0.0.0:8000",
            "192.168.1.2",
            "127.0.0.1:",
            "127.0.0.1:80x",
            "[::2]:8000",
            "user@localhost",
        ] {
            assert!(!is_local(host), "{host}");
        }
    }
}
