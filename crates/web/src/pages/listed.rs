//! A page of entries of one kind, and the way to the next.

use search::{DEEPEST, Entry, Found, Hit, Query, Sort};

use crate::desk::Asked;
use crate::problem::Problem;

/// A page of entries.
pub(super) struct Listed<T> {
    pub(super) hits: Vec<T>,
    /// How many there are in all.
    pub(super) total: usize,
    /// Where the list goes on.
    pub(super) next: Option<String>,
}

impl<T> Listed<T> {
    /// Those of a kind that the words of an address find, so many on a page; `take` takes them from hits.
    pub(super) fn of(
        asked: &Asked<'_>,
        path: &str,
        (entry, size): (Entry, usize),
        take: impl Fn(Hit) -> Option<T>,
    ) -> Result<Self, Problem> {
        let given = asked.asking.given();
        let page = given.page(size);
        let query = Query::parse(given.get("q").unwrap_or_default(), asked.desk.packs)?.among(&[entry]);
        let today = asked.tongue.today;
        let wanted =
            search::Asked { sort: Sort::Relevance, offset: (page - 1) * size, limit: size, facets: false, today };
        let Found { hits, total, .. } = asked.desk.finder.find(asked.desk, &asked.snapshot, &query, &wanted)?;
        let more = page * size < total.min(DEEPEST);
        Ok(Self {
            hits: hits.into_iter().filter_map(take).collect(),
            total,
            next: more.then(|| given.with("page", &(page + 1).to_string()).address(path)),
        })
    }
}
