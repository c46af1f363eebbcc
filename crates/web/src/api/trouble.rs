//! What went wrong, as programs are told: problem details of RFC 9457.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::{ALLOW, CONTENT_TYPE, HeaderValue};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::problem::{Problem, problem_of};

/// What went wrong with a request.
#[derive(Clone, Debug)]
pub(crate) enum Trouble {
    /// What pages know too.
    Known(Problem),
    /// What was sent does not have the form that the description gives; says in what.
    Malformed(String),
    /// What was sent is of another type; says which is taken.
    OtherType(String),
    /// The path knows no such method.
    Method,
}

/// What went wrong (RFC 9457).
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct Details {
    /// What kind of problem it is: a place in the guide to the API.
    #[serde(rename = "type")]
    kind: String,
    /// The same for people.
    title: &'static str,
    /// The status of the answer.
    status: u16,
    /// What is wrong with this request, and what to write instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
}

/// All problems by name, each with its status and title: what the guide lists.
pub(crate) fn all() -> Vec<(&'static str, u16, &'static str)> {
    let known = [
        Problem::Nothing,
        Problem::Unclear(String::new()),
        Problem::Foreign,
        Problem::TooMuch,
        Problem::Cannot(String::new()),
        Problem::Busy,
        Problem::Indexing,
        Problem::Ending,
        Problem::Slow,
        Problem::Failed,
    ];
    let own = [Trouble::Malformed(String::new()), Trouble::OtherType(String::new()), Trouble::Method];
    let all = own.into_iter().chain(known.map(Trouble::Known));
    let mut all: Vec<_> = all.map(|trouble| (trouble.name(), trouble.status().as_u16(), trouble.title())).collect();
    all.sort_by_key(|(name, status, _)| (*status, *name));
    all
}

impl Trouble {
    /// What was sent cannot be read; says what.
    pub(crate) fn malformed(what: impl ToString) -> Self {
        Self::Malformed(what.to_string())
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::Malformed(_) => StatusCode::BAD_REQUEST,
            Self::OtherType(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            // It has the right form, and still says nothing.
            Self::Known(Problem::Unclear(_)) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Known(problem) => problem.status(),
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "malformed",
            Self::OtherType(_) => "other-type",
            Self::Method => "method",
            Self::Known(problem) => problem.name(),
        }
    }

    fn title(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "What was sent does not have the form that the description gives.",
            Self::OtherType(_) => "What was sent is of a type that is not taken here.",
            Self::Method => "This path knows no such method; the header Allow names those that there are.",
            Self::Known(problem) => match problem {
                Problem::Nothing => "There is nothing of this name.",
                Problem::Unclear(_) => "A value has the right form, but means nothing here.",
                Problem::Foreign => "Another site asks for a change; only this machine's own programs and pages may.",
                Problem::TooMuch => "What was sent is too large.",
                Problem::Cannot(_) => "It cannot be done as things stand.",
                Problem::Busy => "Another program writes to the register; ask again in a moment.",
                Problem::Indexing => "The index of words is still being made; ask again in a moment.",
                Problem::Ending => "The server is ending.",
                Problem::Slow => "It took too long; ask for less.",
                Problem::Failed => "The server failed; its log says why.",
            },
        }
    }

    fn detail(self) -> Option<String> {
        match self {
            Self::Malformed(detail) | Self::OtherType(detail) => Some(detail),
            Self::Method => None,
            Self::Known(problem) => problem.detail().map(str::to_owned),
        }
    }
}

impl From<Problem> for Trouble {
    fn from(problem: Problem) -> Self {
        Self::Known(problem)
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let status = self.status();
        let details = Details {
            kind: format!("/api#{}", self.name()),
            title: self.title(),
            status: status.as_u16(),
            detail: self.detail(),
        };
        let body = serde_json::to_vec(&details).unwrap_or_default();
        let mut response = (status, body).into_response();
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(KIND));
        response
    }
}

/// The type of all that goes wrong.
pub(super) const KIND: &str = "application/problem+json";

/// Says as a problem what guards, limits and routes themselves refuse.
pub(crate) async fn tell(request: Request, next: Next) -> Response {
    if !super::has(request.uri().path()) {
        return next.run(request).await;
    }
    let response = next.run(request).await;
    let status = response.status();
    let told = response.headers().get(CONTENT_TYPE).is_some_and(|kind| kind == KIND);
    if told || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let trouble = match (problem_of(&response), status) {
        (Some(problem), _) => Trouble::Known(Problem::clone(&problem)),
        (None, StatusCode::METHOD_NOT_ALLOWED) => Trouble::Method,
        (None, StatusCode::PAYLOAD_TOO_LARGE) => Trouble::Known(Problem::TooMuch),
        (None, status) if status.is_server_error() => Trouble::Known(Problem::Failed),
        // What axum refuses of a path: percent signs that stand for no text, numbers that are none.
        (None, _) => Trouble::Known(Problem::Nothing),
    };
    let allow = response.headers().get(ALLOW).cloned();
    let mut told = trouble.into_response();
    if let Some(allow) = allow {
        told.headers_mut().insert(ALLOW, allow);
    }
    told
}
