//! How long a host is left alone between two requests.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The shortest pause; shorter is only asked of this machine.
pub(super) const SHORTEST: Duration = Duration::from_secs(2);
/// Of so many hosts it is remembered when each may be asked; beyond, of those alone that are left alone now.
const HOSTS: usize = 1000;
/// How often a pause looks whether the program is ending.
const AGAIN: Duration = Duration::from_millis(100);

/// When each host may be asked again.
#[derive(Debug, Default)]
pub(super) struct Pace(BTreeMap<String, Instant>);

impl Pace {
    /// How long a host is still left alone.
    pub(super) fn ready_in(&self, host: &str) -> Duration {
        self.0.get(host).map_or(Duration::ZERO, |free| free.saturating_duration_since(Instant::now()))
    }

    /// Leaves a host alone so long from now, or longer where that is so already.
    pub(super) fn leave_alone(&mut self, host: &str, pause: Duration) {
        let now = Instant::now();
        if self.0.len() >= HOSTS {
            self.0.retain(|_, free| *free > now);
        }
        let free = self.0.entry(host.to_owned()).or_insert(now);
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
        assert!(pace.0.len() <= HOSTS && !pace.ready_in("slow.example").is_zero());
        // A shorter pause takes nothing back.
        pace.leave_alone("slow.example", Duration::from_secs(1));
        assert!(pace.ready_in("slow.example") > Duration::from_secs(50));
    }
}
