//! One request and its answer: the part of asking that waits for others, and that any thread can do.

use std::error::Error as _;
use std::io;
use std::time::Duration;

use ureq::http::Response;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body};
use url::Url;

use super::answer::{Answer, bounded, retry_after, unpacked};
use super::error::FetchError;
use super::fetch::Settings;
use super::guard::guarded;
use super::reach::{Checked, IsPrivate, Reach};

/// The longest wait for a connection.
const CONNECTING: Duration = Duration::from_secs(15);

/// One request, with all that it takes.
pub(super) struct Exchange {
    pub(super) agent: Agent,
    pub(super) address: Url,
    /// What is asked is whether it has changed since.
    pub(super) etag: Option<String>,
    pub(super) last_modified: Option<String>,
    pub(super) timeout: Duration,
    pub(super) limit_bytes: usize,
}

/// What came of a request.
pub(super) struct Came {
    pub(super) answer: Answer,
    /// Where it leads on to, as it stands there.
    pub(super) leads_to: Option<Vec<u8>>,
}

/// What asks, within a reach.
pub(super) fn agent(settings: &Settings, reach: &Reach) -> Agent {
    let proxy = if settings.system_proxy { ureq::Proxy::try_from_env() } else { None };
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(proxy)
        .user_agent(&settings.user_agent)
        .accept("text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.8")
        .accept_encoding("")
        .timeout_connect(Some(CONNECTING.min(settings.timeout)))
        .timeout_global(Some(settings.timeout))
        .build();
    Agent::with_parts(config, DefaultConnector::default(), Checked::new(reach.clone()))
}

impl Exchange {
    /// Asks, and waits for the answer to its end.
    ///
    /// # Errors
    ///
    /// Where none came, or one that says that the site fails or asks for time.
    pub(super) fn ask(self) -> Result<Came, FetchError> {
        let failed = |why| FetchError::Unreachable { address: self.address.to_string(), why };
        guarded(|| Ok(self.had())).map_err(failed)?
    }

    fn had(&self) -> Result<Came, FetchError> {
        let mut get = self.agent.get(self.address.as_str()).header("accept-encoding", "gzip");
        if let Some(etag) = &self.etag {
            get = get.header("if-none-match", etag);
        }
        if let Some(last_modified) = &self.last_modified {
            get = get.header("if-modified-since", last_modified);
        }
        let response = get.call().map_err(|error| self.failed(&error))?;
        let status = response.status().as_u16();
        if status >= 500 || matches!(status, 408 | 425 | 429) {
            let retry_after = retry_after(response.headers());
            return Err(FetchError::Status { address: self.address.to_string(), status, retry_after });
        }
        let location = response.headers().get("location").map(|location| location.as_bytes().to_vec());
        let leads_to = location.filter(|_| matches!(status, 301 | 302 | 303 | 307 | 308));
        Ok(Came { answer: self.answer(response)?, leads_to })
    }

    /// The answer with its body, where that is wanted.
    fn answer(&self, response: Response<Body>) -> Result<Answer, FetchError> {
        let mut answer = Answer::of(&self.address, &response);
        if !(200..300).contains(&answer.status) {
            return Ok(answer);
        }
        let encoding = response.headers().get("content-encoding").and_then(|value| value.to_str().ok());
        let encoding = encoding.unwrap_or_default().to_owned();
        let limit_bytes = self.limit_bytes;
        let too_long = || FetchError::TooLong { address: self.address.to_string(), limit_bytes };
        // What says that it is too long is asked again each week, and need not come each time.
        if response.body().content_length().is_some_and(|length| length > limit_bytes as u64) {
            return Err(too_long());
        }
        let read = bounded(response.into_body().into_reader(), limit_bytes);
        let packed = read.map_err(|error| self.broken_off(&error))?.ok_or_else(too_long)?;
        let unpacked = unpacked(packed, &encoding, limit_bytes);
        let wrong = |error: io::Error| FetchError::Packed { address: self.address.to_string(), why: error.to_string() };
        answer.body = unpacked.map_err(wrong)?.ok_or_else(too_long)?;
        Ok(answer)
    }

    /// Why no answer could be had.
    fn failed(&self, error: &ureq::Error) -> FetchError {
        let unreachable = |why: String| FetchError::Unreachable { address: self.address.to_string(), why };
        match error {
            ureq::Error::Timeout(_) => self.slow(),
            ureq::Error::Io(error) => self.broken_off(error),
            ureq::Error::HostNotFound => unreachable("there is no such host".to_owned()),
            ureq::Error::Other(other) if other.downcast_ref::<IsPrivate>().is_some() => {
                FetchError::Private { host: self.address.host_str().unwrap_or_default().to_owned() }
            }
            ureq::Error::LargeResponseHeader(..) => unreachable("its headers are longer than what is taken".to_owned()),
            other => {
                let cause = other.source().map(|cause| format!(": {cause}")).unwrap_or_default();
                unreachable(format!("{other}{cause}"))
            }
        }
    }

    /// Why an answer has not come to its end.
    fn broken_off(&self, error: &io::Error) -> FetchError {
        let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<ureq::Error>());
        match inner {
            Some(inner) if !matches!(inner, ureq::Error::Io(_)) => self.failed(inner),
            _ if matches!(error.kind(), io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock) => self.slow(),
            _ => FetchError::Unreachable { address: self.address.to_string(), why: error.to_string() },
        }
    }

    fn slow(&self) -> FetchError {
        FetchError::Slow { address: self.address.to_string(), seconds: self.timeout.as_secs_f32() }
    }
}
