//! The secret of forms.

use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;

use crate::problem::Problem;

/// Shows that a request comes from this server's pages, or from a program of this machine: nothing is written without it.
///
/// Pages carry a secret. Programs send what a browser sends for no other site without asking first, which is never granted: JSON, or the
/// method DELETE. What browsers say of where it comes from is looked at before ([`super::origin()`]).
pub(crate) struct Signed(());

/// The header that carries the secret where no form does.
const HEADER: &str = "x-chancery-token";

impl Signed {
    /// What sends JSON; `None` for what does not say so.
    pub(crate) fn json(headers: &HeaderMap) -> Option<Self> {
        let kind = headers.get(CONTENT_TYPE)?.to_str().ok()?;
        let kind = kind.split(';').next().unwrap_or_default().trim();
        kind.eq_ignore_ascii_case("application/json").then_some(Self(()))
    }

    /// What has the method DELETE; for routes of that method alone.
    pub(crate) fn delete() -> Self {
        Self(())
    }

    /// Compares what a form or a header carries with the secret.
    pub(crate) fn check(token: &str, form: Option<&str>, headers: &HeaderMap) -> Result<Self, Problem> {
        let header = headers.get(HEADER).and_then(|value| value.to_str().ok());
        let given = form.or(header).unwrap_or_default();
        // All of it is compared, so that how long it takes tells nothing.
        let differ = given.bytes().zip(token.bytes()).fold(0, |all, (a, b)| all | (a ^ b));
        if given.len() == token.len() && differ == 0 { Ok(Self(())) } else { Err(Problem::Foreign) }
    }
}
