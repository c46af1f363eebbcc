//! The bytes of a PDF, which end the reading when more is asked of them than a document can need.
//!
//! The library reads what a page, a function or a colour names by its number wherever it stands: forty nodes each of which names the next
//! twice make a million million pages, and each step of a long chain keeps all steps before it. Nothing in the library ends that, but
//! each look-up asks for the bytes.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use super::glyphs::Ended;

/// So many look-ups may any document have, and one more for each byte: a page that sets its font often asks for it as often.
const LOOK_UPS: usize = 100_000;
/// None may have more.
const MOST_LOOK_UPS: usize = 5_000_000;
/// So much of the stack may be in use at a look-up: some hundred steps.
const DEEPEST_BYTES: usize = 2 << 20;

/// Bytes that are read by the thread that made it alone.
pub(super) struct Guarded {
    bytes: Vec<u8>,
    deadline: Instant,
    n_look_ups: AtomicUsize,
    /// Where its stack stood at first.
    stack: usize,
}

impl Guarded {
    pub(super) fn new(bytes: Vec<u8>, deadline: Instant) -> Self {
        Self { bytes, deadline, n_look_ups: AtomicUsize::new(0), stack: stack() }
    }
}

impl AsRef<[u8]> for Guarded {
    fn as_ref(&self) -> &[u8] {
        Ended::after(self.deadline);
        let most = (LOOK_UPS + self.bytes.len()).min(MOST_LOOK_UPS);
        if self.n_look_ups.fetch_add(1, Ordering::Relaxed) > most || stack().abs_diff(self.stack) > DEEPEST_BYTES {
            Ended::Deep.unwind();
        }
        &self.bytes
    }
}

/// Where the stack stands, nearly.
#[inline(never)]
fn stack() -> usize {
    let here = 0_u8;
    std::hint::black_box(std::ptr::from_ref(&here)).addr()
}
