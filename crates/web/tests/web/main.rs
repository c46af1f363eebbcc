//! Routes, as browsers and programs ask them.

mod api;
mod guard;
mod pages;
#[path = "../../../intake/tests/follow/site.rs"]
#[expect(dead_code, reason = "the tests of the fetcher look closer at what it was asked")]
mod site;
mod sources;
mod support;
mod uploads;
mod words;
