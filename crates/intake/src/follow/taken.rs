//! What came from an address, made into documents.

use register::{Deposit, Origin};

use crate::files::{self, Settings};

/// Media types of servers that do not know, or call all text by one name: content and address tell more.
const VAGUE: [&str; 4] = ["", "text/plain", "application/octet-stream", "binary/octet-stream"];

/// The documents in a body, and in words what of it is left out: what is broken in an archive, and of one with very many the rest.
///
/// # Errors
///
/// Where it holds none, in words.
pub(super) fn taken(
    body: Vec<u8>,
    media_type: &str,
    origin: Origin,
    now_ms: i64,
) -> Result<(Vec<Deposit>, Vec<String>), String> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return Err("is empty".to_owned());
    }
    let said = Some(media_type).filter(|of| !VAGUE.contains(of));
    let place = format!("{}: ", origin.name);
    let settings = Settings { origin, limit_bytes: document::Settings::SIZE_LIMIT, now_ms };
    let (deposits, wrong) = files::all(body, said, &settings);
    let mut wrong = wrong.iter().map(ToString::to_string);
    // What is sound in an archive comes although something in it is not.
    if !deposits.is_empty() {
        return Ok((deposits, wrong.collect()));
    }
    match wrong.next() {
        Some(wrong) => Err(wrong.strip_prefix(&place).unwrap_or(&wrong).to_owned()),
        None => Err(format!("is `{media_type}`, of which no text is taken")),
    }
}
