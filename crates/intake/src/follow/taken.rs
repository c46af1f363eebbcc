//! What came from an address, made into documents.

use register::{Deposit, Origin};

/// Media types of what is read, and how.
const TYPES: [(&str, Option<&str>); 7] = [
    ("text/html", Some("html")),
    ("application/xhtml+xml", Some("html")),
    ("text/markdown", Some("markdown")),
    ("text/plain", None),
    // Servers call so what they do not know.
    ("application/octet-stream", None),
    ("binary/octet-stream", None),
    ("", None),
];

/// The documents in a body.
///
/// # Errors
///
/// Where it holds none, in words.
pub(super) fn taken(body: Vec<u8>, media_type: &str, origin: Origin, now_ms: i64) -> Result<Vec<Deposit>, String> {
    let format = TYPES.iter().find(|(known, _)| *known == media_type);
    let Some((_, format)) = format else {
        return Err(format!("is `{media_type}`, of which no text is taken"));
    };
    if body.iter().all(u8::is_ascii_whitespace) {
        return Err("is empty".to_owned());
    }
    let origin = Origin { format: format.map(str::to_owned), ..origin };
    Ok(vec![Deposit { bytes: body, origins: vec![origin], added_ms: now_ms }])
}
