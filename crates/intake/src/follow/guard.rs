//! Work on what comes from others, such that a mistake of the program costs that alone.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Does some work on what came. A panic of it is an error as others are, so that whoever does much goes on with the next.
///
/// # Errors
///
/// Those of the work, and where the program fails on it, in words.
pub fn guarded<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err("the program failed on this; report it together with what it was about".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_what_fails() {
        assert_eq!(guarded(|| Ok(1)), Ok(1));
        assert_eq!(guarded::<()>(|| Err("no".to_owned())), Err("no".to_owned()));
        let error = guarded::<()>(|| panic!("a test panics")).expect_err("it fails");
        assert!(error.contains("the program failed"), "{error}");
    }
}
