//! Lists, page by page.

use serde::Serialize;
use utoipa::ToSchema;

use super::cursor::cursor;
use super::lines;
use crate::problem::Problem;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Listed<T> {
    /// Its entries.
    pub(crate) items: Vec<T>,
    /// How many there are on all pages, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) total: Option<usize>,
    /// Where the list goes on: the `cursor` of the next page. Left out on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) next: Option<String>,
}

impl<T> Listed<T> {
    /// A whole list.
    pub(crate) fn whole(items: Vec<T>) -> Self {
        Self { total: Some(items.len()), items, next: None }
    }

    /// A page of hits, so many of which come before it.
    pub(crate) fn hits(items: Vec<T>, total: usize, offset: usize, limit: usize) -> Self {
        Self { items, total: Some(total), next: next(total, offset, limit) }
    }

    /// A page of the entries behind a place that fit, of those which `more` gives behind a key, so many at once.
    pub(super) fn fitting(
        mut after: String,
        limit: usize,
        mut more: impl FnMut(&str, usize) -> Result<Vec<T>, Problem>,
        key: impl Fn(&T) -> String,
        fits: impl Fn(&T) -> bool,
    ) -> Result<Self, Problem> {
        let mut found = Vec::new();
        while found.len() <= limit {
            let some = more(&after, lines::AT_ONCE)?;
            let is_last = some.len() < lines::AT_ONCE;
            if let Some(last) = some.last() {
                after = key(last);
            }
            found.extend(some.into_iter().filter(|entry| fits(entry)));
            if is_last {
                break;
            }
        }
        Ok(Self::behind(found, limit, key))
    }

    /// The first so many of the entries behind a place; of more than that the last names the next page.
    pub(crate) fn behind(items: impl IntoIterator<Item = T>, limit: usize, key: impl Fn(&T) -> String) -> Self {
        let mut items: Vec<T> = items.into_iter().take(limit + 1).collect();
        let more = items.len() > limit;
        items.truncate(limit);
        let next = items.last().filter(|_| more).map(|last| cursor(key(last)));
        Self { items, total: None, next }
    }
}

/// The cursor behind a page of hits.
pub(super) fn next(total: usize, offset: usize, limit: usize) -> Option<String> {
    let end = offset.saturating_add(limit);
    (end < total).then(|| cursor(end))
}
