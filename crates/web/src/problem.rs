//! What can go wrong with a request, and which status says so.

use std::error::Error;
use std::fmt::Write as _;
use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use press::{PressError, PrintError};
use register::{RegisterError, StoreError};
use search::{FilterError, QueryError, SearchError};

/// What went wrong with a request.
#[derive(Clone, Debug)]
pub(crate) enum Problem {
    /// There is no such page or entry.
    Nothing,
    /// What was asked cannot be understood; says what and how to mend it.
    Unclear(String),
    /// Another site asked, or a page of an earlier run of the server.
    Foreign,
    /// What was sent is too much.
    TooMuch,
    /// It cannot be done as things stand; says why.
    Cannot(String),
    /// Another program writes.
    Busy,
    /// The index is not made yet.
    Indexing,
    /// The server is ending.
    Ending,
    /// It took too long.
    Slow,
    /// The server's own fault: told of in its log.
    Failed,
}

impl Problem {
    /// The server's own fault; the cause is logged here, and not sent.
    pub(crate) fn failed(cause: impl Error) -> Self {
        tracing::error!("{}", told(&cause));
        Self::Failed
    }

    /// The status of the answer.
    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::Nothing => StatusCode::NOT_FOUND,
            Self::Unclear(_) => StatusCode::BAD_REQUEST,
            Self::Foreign => StatusCode::FORBIDDEN,
            Self::TooMuch => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Cannot(_) => StatusCode::CONFLICT,
            Self::Busy | Self::Indexing | Self::Ending | Self::Slow => StatusCode::SERVICE_UNAVAILABLE,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The name by which programs and messages know it.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Unclear(_) => "unclear",
            Self::Foreign => "foreign",
            Self::TooMuch => "too-much",
            Self::Cannot(_) => "cannot",
            Self::Busy => "busy",
            Self::Indexing => "indexing",
            Self::Ending => "ending",
            Self::Slow => "slow",
            Self::Failed => "failed",
        }
    }

    /// What is to be said beside its name.
    pub(crate) fn detail(&self) -> Option<&str> {
        match self {
            Self::Unclear(detail) | Self::Cannot(detail) => Some(detail),
            _ => None,
        }
    }
}

/// An error with its causes, for the log.
pub(crate) fn told(error: &dyn Error) -> String {
    let mut told = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        let _ = write!(told, ": {cause}");
        source = cause.source();
    }
    told
}

/// The answer has no body: whoever serves pages or programs words it, see [`IntoResponse`] and [`problem_of`].
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// The problem that an answer is to tell of.
pub(crate) fn problem_of(response: &Response) -> Option<Arc<Problem>> {
    response.extensions().get::<Arc<Problem>>().cloned()
}

impl From<RegisterError> for Problem {
    fn from(error: RegisterError) -> Self {
        match error {
            RegisterError::Store(error) => error.into(),
            RegisterError::Unknown(_) | RegisterError::NotAnId(_) => Self::Nothing,
            RegisterError::Ambiguous { .. } => Self::Unclear(error.to_string()),
            RegisterError::Ruling(why) => Self::Cannot(why),
        }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Held { .. } => Self::Busy,
            other => Self::failed(other),
        }
    }
}

impl From<SearchError> for Problem {
    fn from(error: SearchError) -> Self {
        match error {
            SearchError::Register(error) => error.into(),
            SearchError::Query(_) | SearchError::NoEngagements { .. } => Self::Unclear(error.to_string()),
            other => Self::failed(other),
        }
    }
}

impl From<QueryError> for Problem {
    fn from(error: QueryError) -> Self {
        Self::Unclear(error.to_string())
    }
}

impl From<FilterError> for Problem {
    fn from(error: FilterError) -> Self {
        Self::Unclear(error.to_string())
    }
}

impl From<PressError> for Problem {
    fn from(error: PressError) -> Self {
        match error {
            PressError::Register(error) => error.into(),
            PressError::Period { .. }
            | PressError::Party(_)
            | PressError::OneParty(_)
            | PressError::Language { .. } => Self::Unclear(error.to_string()),
            other => Self::failed(other),
        }
    }
}

impl From<PrintError> for Problem {
    fn from(error: PrintError) -> Self {
        match error {
            PrintError::NotBuilt(_) | PrintError::Template(_) => Self::Cannot(error.to_string()),
            PrintError::Paper(_) => Self::Unclear(error.to_string()),
            other => Self::failed(other),
        }
    }
}
