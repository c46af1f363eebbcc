//! The register in a browser: pages for people, on the machine on which it lies.
//!
//! In go a register's file and packs, out comes what [`serve()`] answers at an address of this machine alone. A request takes one
//! state of the register from a small pool of readers, asks it through `views` (queries in, plain structures out), and
//! words the answer in `pages` by the packs' `interface.ftl`. What is changed goes through one writer. Which routes there are stands
//! in `router`; what guards them, in `guard`.
//!
//! **Invariant:** nothing that a document or a request holds is ever markup or a path; an address is fetched only where somebody has named it
//! in a form of these pages, by the fetcher of `intake` and never from a private network. No page asks another host for anything, and all
//! can be read without script.

mod api;
mod asked_elsewhere;
mod asking;
mod assets;
mod desk;
mod error;
mod finder;
mod guard;
mod known;
mod metrics;
mod pages;
mod parameters;
mod problem;
mod registers;
mod router;
mod seen;
mod serve;
mod stream;
mod tongue;
mod uploads;
mod views;

pub use desk::{Desk, Settings};
pub use error::ServeError;
pub use router::router;
pub use serve::{LISTEN, local, serve};
