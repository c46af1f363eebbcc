//! What must hold of whatever comes in: it is taken in or refused, and what comes out can be opened or is refused.

#[path = "guarded.rs"]
mod guarded;

use std::sync::LazyLock;

use document::Habits;
use intake::files::{Files, Settings};
use register::Origin;

static HABITS: LazyLock<Habits> = LazyLock::new(|| Habits::new(Vec::new()));
/// The longest document, in bytes.
const LIMIT_BYTES: usize = 1 << 16;
/// No more of one input is looked at.
const MOST: usize = 200;

/// Takes some bytes in, under a name.
pub fn take(name: &str, bytes: Vec<u8>) {
    guarded::hold();
    let origin = Origin { name: name.to_owned(), ..Origin::default() };
    let settings = Settings { origin, limit_bytes: LIMIT_BYTES, now_ms: 0 };
    for found in Files::bytes(bytes, None, &settings).take(MOST) {
        let Ok(deposit) = found.and_then(|found| found.deposit()) else { continue };
        assert!(deposit.bytes.len() <= 32 * LIMIT_BYTES, "{} bytes", deposit.bytes.len());
        let origin = deposit.origin();
        let _ = document::open(&origin.name, &deposit.bytes, &HABITS, &document::Settings::default());
    }
}
