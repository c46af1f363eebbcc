//! Faults of libraries that the program holds are no finds: without this, libFuzzer ends at every panic before it can be held.

use std::panic::{set_hook, take_hook};
use std::sync::Once;

/// Lets the program hold panics where it means to; those that it does not hold end the run as before.
pub fn hold() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        drop(take_hook());
        set_hook(Box::new(|panic| eprintln!("{panic}")));
    });
}
