//! How long a host is left alone between two requests.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The shortest pause; shorter is only asked of this machine.
pub(super) const SHORTEST: Duration = Duration::from_secs(2);
/// Of so many hosts it is remembered when each may be asked; beyond, of those alone that are left alone now.
const HOSTS: usize = 1000;
/// How often a pause looks whether the program is ending.
pub(super) const AGAIN: Duration = Duration::from_millis(100);

/// When each host may be asked again.
#[derive(Debug, Default)]
pub(super) struct Pace {
    free: BTreeMap<String, Instant>,
    /// Hosts of which an answer is awaited.
    under_way: BTreeSet<String>,
}

impl Pace {
    /// How long a host is still left alone; while an answer of it is awaited, when to look again.
    pub(super) fn ready_in(&self, host: &str) -> Duration {
        if self.under_way.contains(host) {
            return AGAIN;
        }
        self.free.get(host).map_or(Duration::ZERO, |free| free.saturating_duration_since(Instant::now()))
    }

    /// A host is asked, and nobody else asks it until that has come to its end.
    pub(super) fn begin(&mut self, host: &str) {
        let is_alone = self.under_way.insert(host.to_owned());
        debug_assert!(is_alone, "{host} is asked twice at a time");
    }

    /// Its answer has come, or never will: it is left alone so long from now.
    pub(super) fn end(&mut self, host: &str, pause: Duration) {
        self.under_way.remove(host);
        self.leave_alone(host, pause);
    }

    /// Leaves a host alone so long from now, or longer where that is so already.
    pub(super) fn leave_alone(&mut self, host: &str, pause: Duration) {
        let now = Instant::now();
        if self.free.len() >= HOSTS {
            self.free.retain(|_, free| *free > now);
        }
        let free = self.free.entry(host.to_owned()).or_insert(now);
        *free = (*free).max(now + pause);
    }
}

/// Waits; `false` where the program is to end, which is looked at all the while.
pub fn wait(how_long: Duration, ending: &AtomicBool) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forgets_no_host_that_is_left_alone() {
        let mut pace = Pace::default();
        pace.leave_alone("slow.example", Duration::from_secs(60));
        for n in 0..3 * HOSTS {
            pace.leave_alone(&format!("{n}.example"), Duration::ZERO);
        }
        assert!(pace.free.len() <= HOSTS && !pace.ready_in("slow.example").is_zero());
        // A shorter pause takes nothing back.
        pace.leave_alone("slow.example", Duration::from_secs(1));
        assert!(pace.ready_in("slow.example") > Duration::from_secs(50));
    }

    #[test]
    fn leaves_alone_who_has_not_answered() {
        let mut pace = Pace::default();
        pace.begin("slow.example");
        assert!(!pace.ready_in("slow.example").is_zero() && pace.ready_in("other.example").is_zero());
        pace.end("slow.example", Duration::ZERO);
        assert!(pace.ready_in("slow.example").is_zero());
    }
}
