//! Following sources: what is due to be asked, asked politely, and kept.
//!
//! [`Fetcher`] asks one address at a time: robots.txt first, a pause for each host, nothing of private networks, bounded in size and
//! time. [`discover`] finds in what a source lists the addresses of what it publishes. [`Follower`] joins the two with a register: each
//! answer is kept together with what is known of its address, as one change, so that it can be ended at any moment and goes on where
//! it was. Which time it is, it is told; only pauses are measured here.

mod address;
mod answer;
mod error;
mod fetch;
mod pace;
mod reach;
mod robots;

pub use address::{NotAnAddress, canonical, name_of};
pub use answer::Answer;
pub use error::FetchError;
pub use fetch::{Fetcher, Request, Settings, user_agent};
pub use reach::Reach;
