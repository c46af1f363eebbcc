//! When an address is asked again.

use std::time::Duration;

use register::{Source, Visit};
use sha2::{Digest as _, Sha256};

/// How often a source is asked that says nothing else, in seconds.
pub const EVERY_S: u32 = 60 * 60;

/// Milliseconds of a day.
pub(super) const DAY_MS: i64 = 24 * 60 * 60 * 1000;
const MINUTE_MS: i64 = 60 * 1000;
/// How long after each failure in a row a page is asked again; after the last it is given up.
const AFTER_FAILURE_MS: [i64; 6] = [10 * MINUTE_MS, 60 * MINUTE_MS, 6 * 60 * MINUTE_MS, DAY_MS, 3 * DAY_MS, 7 * DAY_MS];
/// So often in a row a page is asked and found as it was; then it is left alone, unless its list tells of a change.
const LOOKS: u32 = 4;
/// So often a page that is gone is asked whether it has come back.
const BACK: u32 = 3;

/// When a list is asked again that could be had.
pub(super) fn after_list(source: &Source, visit: &Visit, now_ms: i64) -> i64 {
    let every_ms = i64::from(source.every_s.max(60)) * 1000;
    now_ms + every_ms + jitter(visit, now_ms, every_ms / 10)
}

/// When a list is asked again that could not be had: later each time, but once a day at least.
pub(super) fn after_failed_list(source: &Source, visit: &Visit, wait: Option<Duration>, now_ms: i64) -> i64 {
    let every_ms = i64::from(source.every_s.max(60)) * 1000;
    let doubled = every_ms.saturating_mul(1 << visit.failures.saturating_sub(1).min(16));
    now_ms + doubled.min(DAY_MS.max(every_ms)).max(millis(wait)) + jitter(visit, now_ms, every_ms / 10)
}

/// When a page is asked again that is kept: after a day, and three times as long each time that it is as it was.
pub(super) fn after_page(visit: &Visit, now_ms: i64) -> Option<i64> {
    let wait_ms = DAY_MS * 3_i64.pow(visit.unchanged.min(LOOKS));
    (visit.unchanged < LOOKS).then(|| now_ms + wait_ms + jitter(visit, now_ms, wait_ms / 10))
}

/// When a page is asked again that could not be had; `None` where that was tried often enough.
pub(super) fn after_failed_page(visit: &Visit, wait: Option<Duration>, now_ms: i64) -> Option<i64> {
    let wait_ms = AFTER_FAILURE_MS.get(visit.failures.saturating_sub(1) as usize)?;
    Some(now_ms + (*wait_ms).max(millis(wait)) + jitter(visit, now_ms, wait_ms / 10))
}

/// When a page is asked again that is not taken for what its site or its settings say: as late as what fails is asked the last time.
pub(super) fn after_refusal(visit: &Visit, now_ms: i64) -> i64 {
    let wait_ms = AFTER_FAILURE_MS[AFTER_FAILURE_MS.len() - 1];
    now_ms + wait_ms + jitter(visit, now_ms, wait_ms / 10)
}

/// When a page is asked again that is gone.
pub(super) fn after_gone(visit: &Visit, now_ms: i64) -> Option<i64> {
    let wait_ms = DAY_MS * 3_i64.pow(visit.failures.min(BACK));
    (visit.failures < BACK).then(|| now_ms + wait_ms + jitter(visit, now_ms, wait_ms / 10))
}

fn millis(wait: Option<Duration>) -> i64 {
    // Nobody is left alone longer than a week because he says so.
    wait.map_or(0, |wait| i64::try_from(wait.as_millis()).unwrap_or(i64::MAX).min(7 * DAY_MS))
}

/// A part of a time that is different for each address and day, so that not all are asked at once; the same in every run.
fn jitter(visit: &Visit, now_ms: i64, most_ms: i64) -> i64 {
    let hash =
        Sha256::new().chain_update(&visit.address).chain_update(now_ms.div_euclid(DAY_MS).to_le_bytes()).finalize();
    let number = hash.iter().take(6).fold(0_i64, |number, &byte| number << 8 | i64::from(byte));
    if most_ms > 0 { number % most_ms } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(failures: u32, unchanged: u32) -> Visit {
        Visit { failures, unchanged, ..Visit::new("https://mfa.example/1", "mfa", 0) }
    }

    #[test]
    fn asks_less_and_less() {
        // Each a little later, by a part of the time that is not the same for all.
        let days = |at: Option<i64>| at.map(|at| (at as f64 / DAY_MS as f64 / 1.05).round() as i64);
        let looks: Vec<_> = (0..6).map(|unchanged| days(after_page(&visit(0, unchanged), 0))).collect();
        assert!(matches!(looks[..], [Some(1), Some(3), Some(8..=9), Some(26..=28), None, None]), "{looks:?}");
        let gone: Vec<_> = (0..4).map(|failures| days(after_gone(&visit(failures, 0), 0))).collect();
        assert!(matches!(gone[..], [Some(1), Some(3), Some(8..=9), None]), "{gone:?}");
        let tries: Vec<_> = (1..8).map(|failures| after_failed_page(&visit(failures, 0), None, 0).is_some()).collect();
        assert_eq!(tries, [true, true, true, true, true, true, false]);
    }

    #[test]
    fn obeys_who_asks_for_time() {
        let hours = |seconds| {
            after_failed_page(&visit(1, 0), Some(Duration::from_secs(seconds)), 0).unwrap_or_default() / 3_600_000
        };
        assert_eq!((hours(0), hours(7200), hours(u64::MAX)), (0, 2, 7 * 24));
    }

    #[test]
    fn lists_come_in_turn() {
        let source = Source { every_s: 3600, ..Source::default() };
        let at = |address: &str, now_ms| after_list(&source, &Visit::new(address, "", 0), now_ms) - now_ms;
        assert_eq!(at("a", 7), at("a", 7));
        assert_ne!(at("a", 7), at("b", 7));
        assert_ne!(at("a", 7), at("a", 7 + DAY_MS));
        assert!((3_600_000..3_960_000).contains(&at("a", 7)));
        let failed = |failures| after_failed_list(&source, &visit(failures, 0), None, 0) / 3_600_000;
        assert_eq!([failed(1), failed(2), failed(3), failed(9), failed(99)], [1, 2, 4, 24, 24]);
    }
}
