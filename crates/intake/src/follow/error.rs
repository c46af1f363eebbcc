//! Why an address was not had.

use std::time::Duration;

/// How long a host is left alone that says that too much is asked of it, and not for how long.
const TOO_MUCH: Duration = Duration::from_secs(60);

/// Why an address was not had.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// It is none that is asked.
    #[error(transparent)]
    Address(#[from] super::NotAnAddress),
    /// Its host lies where only machines of one network can see it.
    #[error(
        "{host}: lies in a private network or on this machine, where nothing is fetched; if that is meant, allow it with \
         --allow-host {host}"
    )]
    Private {
        /// The host.
        host: String,
    },
    /// It names a port that is not of the web.
    #[error("{address}: names port {port}; only 80 and 443 are asked, and the one that a source's own address names")]
    Port {
        /// The address.
        address: String,
        /// The port.
        port: u16,
    },
    /// The site asks programs to leave it alone.
    #[error("{address}: robots.txt of the site asks programs to leave it alone")]
    Robots {
        /// The address.
        address: String,
    },
    /// Nobody knows what the site allows.
    #[error("{address}: robots.txt of the site cannot be had ({why}); until it can, nothing there is asked")]
    NoRobots {
        /// The address.
        address: String,
        /// What came instead.
        why: String,
    },
    /// It leads on and on.
    #[error("{address}: leads on to other addresses more than {most} times")]
    Redirects {
        /// The address.
        address: String,
        /// So often is followed.
        most: usize,
    },
    /// It leads to what is no address.
    #[error("{address}: leads on to something that is not asked")]
    Astray {
        /// The address.
        address: String,
        /// What it leads to.
        source: Box<FetchError>,
    },
    /// It is larger than what is taken.
    #[error("{address}: is longer than {limit_bytes} bytes; raise --limit to take it")]
    TooLong {
        /// The address.
        address: String,
        /// So much is taken.
        limit_bytes: usize,
    },
    /// It takes too long.
    #[error("{address}: did not come within {seconds} seconds")]
    Slow {
        /// The address.
        address: String,
        /// So long was waited.
        seconds: f32,
    },
    /// It cannot be unpacked.
    #[error("{address}: cannot be unpacked ({why})")]
    Packed {
        /// The address.
        address: String,
        /// What is wrong with it.
        why: String,
    },
    /// The site asks for time, or fails.
    #[error("{address}: the site answers {status}")]
    Status {
        /// The address.
        address: String,
        /// The status (RFC 9110).
        status: u16,
        /// How long it asks to be left alone.
        retry_after: Option<Duration>,
    },
    /// The host is not there, does not answer, or is not who it should be.
    #[error("{address}: cannot be reached ({why})")]
    Unreachable {
        /// The address.
        address: String,
        /// What failed.
        why: String,
    },
    /// Whoever asked no longer waits.
    #[error("{address}: was not asked, for the program is ending")]
    Stopped {
        /// The address.
        address: String,
    },
}

impl FetchError {
    /// The error with what lies behind it, in one line.
    pub fn told(&self) -> String {
        match self {
            Self::Astray { source, .. } => format!("{self}: {}", source.told()),
            _ => self.to_string(),
        }
    }

    /// Whether asking again may help.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::NoRobots { .. } | Self::Slow { .. } | Self::Status { .. } | Self::Unreachable { .. } => true,
            Self::Astray { source, .. } => source.may_pass(),
            _ => false,
        }
    }

    /// Whether it was not asked only because the program is ending.
    pub fn is_stopped(&self) -> bool {
        match self {
            Self::Stopped { .. } => true,
            Self::Astray { source, .. } => source.is_stopped(),
            _ => false,
        }
    }

    /// How long the site asks to be left alone.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Status { retry_after, .. } => *retry_after,
            Self::Astray { source, .. } => source.retry_after(),
            _ => None,
        }
    }

    /// How long a whole host is to be left alone, where it says that too much is asked of it (429) or that it cannot answer now (503).
    pub(super) fn asked_for(&self) -> Option<Duration> {
        match self {
            Self::Status { status: 429, retry_after, .. } => Some(retry_after.unwrap_or(TOO_MUCH)),
            Self::Status { status: 503, retry_after, .. } => *retry_after,
            _ => None,
        }
    }

    /// The status that came (RFC 9110), where one did.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Status { status, .. } => Some(*status),
            Self::Astray { source, .. } => source.status(),
            _ => None,
        }
    }
}
