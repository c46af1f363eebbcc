//! Following sources: what is due to be asked, asked politely, and kept.
//!
//! By a [`Fetcher`] addresses are asked: robots.txt first, one request at a time and a pause for each host, nothing of private networks, bounded in
//! size and time. What a source lists gives the addresses of what it publishes. [`Follower`] joins the two with a register, at several
//! hosts at once: each answer is kept together with what is known of its address, as one change, so that it can be ended at any moment
//! and goes on where it was. Which time it is, it is told; only pauses are measured here.
//!
//! `rounds` decides: what is asked next (`plan`) and what an answer means (`settle`). `errands` asks: each `errand` goes from request to
//! request until its address is had, and an `exchange` is one of these, the only thing that threads do. Where threads ask each for an
//! address of their own, without a register, they share a fetcher (`shared`).

mod address;
mod answer;
mod errand;
mod errands;
mod error;
mod exchange;
mod feed;
mod fetch;
mod folder;
mod found;
mod guard;
mod health;
mod listing;
mod look;
mod opml;
mod pace;
mod reach;
mod robots;
mod rounds;
mod schedule;
mod shared;
mod sitemap;
mod taken;

pub use address::{NotAnAddress, canonical};
pub use answer::Answer;
pub use error::FetchError;
pub use fetch::{Fetcher, Request, Settings, user_agent};
pub use found::{Found, List, NoList, discover};
pub use guard::guarded;
pub use health::{Health, health};
pub use listing::check_selector;
pub use look::{Look, Looked, look, one_page};
pub use opml::{NoOpml, Outline, opml, outlines};
pub use pace::wait;
pub use reach::Reach;
pub use robots::Rules;
pub use rounds::{AT_ONCE, Follower, Outcome, Report, Step};
pub use schedule::EVERY_S;
pub use shared::Shared;
