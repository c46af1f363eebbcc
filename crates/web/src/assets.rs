//! Styles, script and pictures of the pages, which the program holds.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use sha2::{Digest as _, Sha256};

use crate::problem::Problem;

/// Name, type and bytes of each.
const ASSETS: [(&str, &str, &[u8]); 4] = [
    ("style.css", "text/css; charset=utf-8", include_bytes!("../assets/style.css")),
    ("app.js", "text/javascript; charset=utf-8", include_bytes!("../assets/app.js")),
    ("htmx.js", "text/javascript; charset=utf-8", include_bytes!("../assets/htmx.min.js")),
    ("icon.svg", "image/svg+xml", include_bytes!("../assets/icon.svg")),
];

/// The addresses of all, each with what its bytes are, so that browsers keep them for good and a new one is fetched at once.
static ADDRESSES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let of = |(name, _, bytes): &(&str, &str, &[u8])| {
        let digest: String = Sha256::digest(bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        format!("/assets/{digest}/{name}")
    };
    ASSETS.iter().map(of).collect()
});

/// Where an asset is found.
pub(crate) fn address(name: &str) -> &'static str {
    let place = ASSETS.iter().position(|(other, ..)| *other == name);
    place.map_or("", |place| &ADDRESSES[place])
}

/// An asset. The digest of an earlier version finds that of today, which is then not kept.
pub(crate) async fn asset(Path((digest, name)): Path<(String, String)>) -> Result<Response, Problem> {
    let (name, kind, bytes) = *ASSETS.iter().find(|(other, ..)| *other == name).ok_or(Problem::Nothing)?;
    let current = address(name) == format!("/assets/{digest}/{name}");
    let keep = if current { "public, max-age=31536000, immutable" } else { "no-cache" };
    Ok(([(CONTENT_TYPE, kind), (CACHE_CONTROL, keep)], bytes).into_response())
}

#[cfg(test)]
mod tests {
    use axum::extract::Path;
    use axum::http::header::CACHE_CONTROL;

    use super::{address, asset};

    #[tokio::test]
    async fn only_the_version_of_today_is_kept() {
        let keeps = async |digest: &str| {
            let answer = asset(Path((digest.to_owned(), "app.js".to_owned()))).await.unwrap();
            answer.headers()[CACHE_CONTROL].to_str().unwrap().contains("immutable")
        };
        let digest = address("app.js").split('/').nth(2).unwrap();
        assert!(keeps(digest).await);
        for other in ["0", "a", "app", &digest[..6], "000000000000"] {
            assert!(!keeps(other).await, "{other}");
        }
    }
}
