//! Routes, as browsers and programs ask them.

mod api;
mod guard;
mod pages;
mod support;
mod uploads;
mod words;
