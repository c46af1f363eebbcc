//! What a request gives by name: in its address, or in a form.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::response::IntoResponse as _;
use search::DEEPEST;

use crate::desk::Desk;
use crate::guard::Signed;
use crate::problem::Problem;

/// Names and values, in their order; a name may come several times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// Those of a query or a form.
    pub(crate) fn parse(encoded: &[u8]) -> Self {
        Self(form_urlencoded::parse(encoded).into_owned().collect())
    }

    /// The first value of a name that says something.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// All values of a name that say something.
    pub(crate) fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        let of_name = self.0.iter().filter(move |(other, _)| other == name);
        of_name.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Whether a name is there, even with nothing behind it.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(other, _)| other == name)
    }

    /// A number.
    pub(crate) fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.parse().ok()
    }

    /// Which page of a list is asked for, from 1, where so many entries stand on each; no deeper than lists of hits go.
    pub(crate) fn page(&self, size: usize) -> usize {
        self.number("page").unwrap_or(1).clamp(1, DEEPEST / size)
    }

    /// The same without the values of a name.
    pub(crate) fn without(&self, name: &str) -> Self {
        Self(self.0.iter().filter(|(other, _)| other != name).cloned().collect())
    }

    /// The same without values that say nothing.
    pub(crate) fn said(&self) -> Self {
        Self(self.0.iter().filter(|(_, value)| !value.trim().is_empty()).cloned().collect())
    }

    /// The same with one value of a name alone.
    pub(crate) fn with(&self, name: &str, value: &str) -> Self {
        self.without(name).and(name, value)
    }

    /// The same with one value more of a name.
    pub(crate) fn and(mut self, name: &str, value: &str) -> Self {
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same without one value of a name.
    pub(crate) fn but(&self, name: &str, value: &str) -> Self {
        Self(self.0.iter().filter(|(other, its)| other != name || its.trim() != value).cloned().collect())
    }

    /// All names with their values.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (&**name, &**value))
    }

    /// An address with these behind a path.
    pub(crate) fn address(&self, path: &str) -> String {
        if self.0.is_empty() {
            return path.to_owned();
        }
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(&self.0);
        format!("{path}?{}", query.finish())
    }
}

impl<S: Sync> FromRequestParts<S> for Parameters {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(Self::parse(parts.uri.query().unwrap_or_default().as_bytes()))
    }
}

/// A form that a page of this server has sent.
pub(crate) struct Form {
    pub(crate) parameters: Parameters,
    pub(crate) signed: Signed,
}

impl FromRequest<Arc<Desk>> for Form {
    type Rejection = Problem;

    async fn from_request(request: Request, desk: &Arc<Desk>) -> Result<Self, Problem> {
        let headers = request.headers().clone();
        let is_form = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).is_some_and(|kind| {
            kind.split(';').next().is_some_and(|kind| kind.trim() == "application/x-www-form-urlencoded")
        });
        if !is_form {
            return Err(Problem::Unclear("a form is expected (application/x-www-form-urlencoded)".to_owned()));
        }
        let body =
            Bytes::from_request(request, desk).await.map_err(|refused| match refused.into_response().status() {
                StatusCode::PAYLOAD_TOO_LARGE => Problem::TooMuch,
                _ => Problem::Unclear("what was sent breaks off; send it again".to_owned()),
            })?;
        let parameters = Parameters::parse(&body);
        let signed = Signed::check(&desk.token, parameters.get("token"), &headers)?;
        Ok(Self { parameters, signed })
    }
}

#[cfg(test)]
mod tests {
    use super::Parameters;

    #[test]
    fn addresses_lead_back() {
        let given = Parameters::parse(b"q=energy+%26+trade&kind=meeting&kind=call&from=");
        assert_eq!(given.all("kind").collect::<Vec<_>>(), ["meeting", "call"]);
        assert_eq!((given.get("from"), given.has("from"), given.get("q")), (None, true, Some("energy & trade")));
        assert_eq!(
            given.but("kind", "call").with("page", "2").address("/x"),
            "/x?q=energy+%26+trade&kind=meeting&from=&page=2"
        );
        assert_eq!(given.said().without("q").address("/x"), "/x?kind=meeting&kind=call");
        assert_eq!(Parameters::default().address("/x"), "/x");
    }

    #[test]
    fn pages_are_those_that_there_are() {
        let rows = [
            ("", 1),
            ("0", 1),
            ("-1", 1),
            ("x", 1),
            ("7", 7),
            ("18446744073709551615", 2_000),
            ("99999999999999999999", 1),
        ];
        for (text, page) in rows {
            assert_eq!(Parameters::default().and("page", text).page(50), page, "{text}");
        }
    }
}
