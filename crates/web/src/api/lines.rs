//! Whole results as JSON Lines, written as fast as they are taken.

use std::io::Write as _;
use std::sync::Arc;

use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;

use crate::asking::Asking;
use crate::desk::{Asked, Desk};
use crate::problem::Problem;
use crate::stream::{Out, streamed};

/// The type of JSON Lines.
pub(super) const KIND: &str = "application/jsonl";

/// So many entries are read at once.
pub(super) const AT_ONCE: usize = 500;

/// An answer that `write` writes.
pub(super) fn answer(
    desk: &Arc<Desk>,
    write: impl FnOnce(&Asked<'_>, &mut Out) -> Result<(), Problem> + Send + 'static,
) -> Response {
    ([(CONTENT_TYPE, KIND)], streamed(desk, Asking::of_program(), write)).into_response()
}

/// Writes an entry.
pub(super) fn line(out: &mut Out, entry: &impl Serialize) -> Result<(), Problem> {
    serde_json::to_writer(&mut *out, entry).map_err(|_| Problem::Ending)?;
    out.write_all(b"\n").map_err(|_| Problem::Ending)
}

/// Writes all entries of a list that gives so many at once behind a key.
pub(super) fn all<T: Serialize>(
    out: &mut Out,
    mut more: impl FnMut(&str, usize) -> Result<Vec<T>, Problem>,
    key: impl Fn(&T) -> String,
) -> Result<(), Problem> {
    let mut last = String::new();
    loop {
        let entries = more(&last, AT_ONCE)?;
        entries.iter().try_for_each(|entry| line(out, entry))?;
        match entries.last() {
            Some(entry) if entries.len() == AT_ONCE => last = key(entry),
            _ => return Ok(()),
        }
    }
}
