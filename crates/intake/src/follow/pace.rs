//! How long a host is left alone between two requests.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The shortest pause; shorter is only asked of this machine.
pub(super) const SHORTEST: Duration = Duration::from_secs(2);
/// The longest pause that robots.txt can ask for.
const LONGEST: Duration = Duration::from_secs(120);
/// How often a pause looks whether the program is ending.
const AGAIN: Duration = Duration::from_millis(100);

/// When each host may be asked again.
#[derive(Debug, Default)]
pub(super) struct Pace {
    free_from: BTreeMap<String, Instant>,
    /// What robots.txt asks for.
    delays: BTreeMap<String, Duration>,
}

impl Pace {
    /// Remembers a pause that a host asks for.
    pub(super) fn ask_for(&mut self, host: &str, seconds: f32) {
        // What is no number of seconds asks for nothing.
        if let Ok(delay) = Duration::try_from_secs_f32(seconds) {
            self.delays.insert(host.to_owned(), delay.min(LONGEST));
        }
    }

    /// How long a host is still left alone.
    pub(super) fn ready_in(&self, host: &str) -> Duration {
        self.free_from.get(host).map_or(Duration::ZERO, |free| free.saturating_duration_since(Instant::now()))
    }

    /// Remembers that a host has just answered, after which it is left alone so long.
    pub(super) fn answered(&mut self, host: &str, pause: Duration) {
        let pause = pause.max(self.delays.get(host).copied().unwrap_or_default());
        self.free_from.insert(host.to_owned(), Instant::now() + pause);
    }
}

/// Waits; `false` where the program is ending.
pub(super) fn wait(how_long: Duration, ending: &AtomicBool) -> bool {
    let until = Instant::now() + how_long;
    loop {
        if ending.load(Ordering::Relaxed) {
            return false;
        }
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return true;
        }
        sleep(left.min(AGAIN));
    }
}
