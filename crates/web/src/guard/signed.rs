//! The secret of forms.

use axum::http::HeaderMap;

use crate::problem::Problem;

/// Shows that a request carries the secret of this server's pages: nothing is written without it.
pub(crate) struct Signed(());

/// The header that carries the secret where no form does.
const HEADER: &str = "x-chancery-token";

impl Signed {
    /// Compares what a form or a header carries with the secret.
    pub(crate) fn check(token: &str, form: Option<&str>, headers: &HeaderMap) -> Result<Self, Problem> {
        let header = headers.get(HEADER).and_then(|value| value.to_str().ok());
        let given = form.or(header).unwrap_or_default();
        // All of it is compared, so that how long it takes tells nothing.
        let differ = given.bytes().zip(token.bytes()).fold(0, |all, (a, b)| all | (a ^ b));
        if given.len() == token.len() && differ == 0 { Ok(Self(())) } else { Err(Problem::Foreign) }
    }
}
