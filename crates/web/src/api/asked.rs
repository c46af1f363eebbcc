//! What programs ask and send, as checked types: names that are not known are refused, with those that are.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, MatchedPath, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use serde::de::DeserializeOwned;
use serde_json::error::Category;
use utoipa::openapi::path::{Operation, ParameterIn};
use utoipa::openapi::{OpenApi, RefOr};

use super::trouble::Trouble;
use crate::desk::Desk;
use crate::guard::Signed;
use crate::problem::Problem;

/// The query of an address, or a part of it.
pub(crate) struct Query<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Trouble> {
        let query = parts.uri.query().unwrap_or_default();
        serde_html_form::from_str(query).map(Self).map_err(Trouble::malformed)
    }
}

/// The names that the query of each path may have, by what the description says.
pub(super) type Names = BTreeMap<(String, Method), Vec<String>>;

/// Takes them from a description.
pub(super) fn names(described: &OpenApi) -> Names {
    let mut names = Names::new();
    for (path, item) in &described.paths.paths {
        let methods = [(Method::GET, &item.get), (Method::POST, &item.post), (Method::DELETE, &item.delete)];
        for (method, operation) in methods {
            if let Some(operation) = operation {
                names.insert((path.clone(), method), of_query(operation));
            }
        }
    }
    names
}

fn of_query(operation: &Operation) -> Vec<String> {
    let all = operation.parameters.iter().flatten().filter_map(|parameter| match parameter {
        RefOr::T(parameter) => Some(parameter),
        RefOr::Ref(_) => None,
    });
    let of_query = all.filter(|parameter| matches!(parameter.parameter_in, ParameterIn::Query));
    of_query.map(|parameter| parameter.name.clone()).collect()
}

/// Refuses a query with a name that the description does not have, or without a value.
pub(super) async fn known(State(names): State<Arc<Names>>, request: Request, next: Next) -> Response {
    let path = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str).to_owned();
    let method = if request.method() == Method::HEAD { Method::GET } else { request.method().clone() };
    if let (Some(query), Some(known)) = (request.uri().query(), names.get(&(path, method)))
        && let Some(wrong) = wrong(query, known)
    {
        return Trouble::malformed(wrong).into_response();
    }
    next.run(request).await
}

/// What is wrong with a query.
fn wrong(query: &str, known: &[String]) -> Option<String> {
    form_urlencoded::parse(query.as_bytes()).find_map(|(name, value)| {
        let shown = name.escape_debug();
        if known.iter().all(|one| *one != name) {
            let all = if known.is_empty() { "none is taken here" } else { &format!("there are {}", known.join(", ")) };
            Some(format!("there is no parameter `{shown}`; {all}"))
        } else if value.is_empty() {
            Some(format!("the parameter `{shown}` is empty; give it a value, or leave it out"))
        } else {
            None
        }
    })
}

/// JSON that a program sends, which no other site can make a browser do.
pub(crate) struct Sent<T> {
    pub(crate) value: T,
    pub(crate) signed: Signed,
}

impl<T: DeserializeOwned> FromRequest<Arc<Desk>> for Sent<T> {
    type Rejection = Trouble;

    async fn from_request(request: Request, desk: &Arc<Desk>) -> Result<Self, Trouble> {
        let Some(signed) = Signed::json(request.headers()) else {
            let kind =
                request.headers().get(CONTENT_TYPE).map(|kind| String::from_utf8_lossy(kind.as_bytes()).into_owned());
            let came = kind.map_or_else(|| "no type came".to_owned(), |kind| format!("`{}` came", kind.escape_debug()));
            return Err(Trouble::OtherType(format!("{came}; send JSON as application/json")));
        };
        let body =
            Bytes::from_request(request, desk).await.map_err(|refused| match refused.into_response().status() {
                StatusCode::PAYLOAD_TOO_LARGE => Trouble::Known(Problem::TooMuch),
                _ => Trouble::malformed("what was sent breaks off; send it again"),
            })?;
        let value = serde_json::from_slice(&body).map_err(|error| match error.classify() {
            Category::Data => Trouble::Known(Problem::Unclear(error.to_string())),
            _ => Trouble::malformed(error),
        })?;
        Ok(Self { value, signed })
    }
}
