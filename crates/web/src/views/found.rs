//! Engagements that fit a query, with counts of what they are.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use packs::Packs;
use register::{Day, Register};
use search::{Entry, Filter, Fragment, Of, Query, Sort};
use serde::Serialize;

use super::EngagementLine;
use crate::desk::Desk;
use crate::parameters::Parameters;
use crate::problem::Problem;

/// So many hits stand on a page.
pub(crate) const PAGE: usize = 50;
/// What lists can be narrowed by: the parameter, and the field of queries.
pub(crate) const FACETS: [(&str, &str); 6] = [
    ("kind", "kind"),
    ("party", "party"),
    ("topic", "topic"),
    ("type", "type"),
    ("language", "lang"),
    ("year", "year"),
];

/// What is looked for, from what an address gives: words and fields in `q`, and each facet by its name.
#[derive(Clone, Debug)]
pub(crate) struct Sought {
    pub(crate) query: Query,
    pub(crate) sort: Sort,
    /// From 1.
    pub(crate) page: usize,
}

impl Sought {
    /// Reads it.
    pub(crate) fn of(parameters: &Parameters, packs: &Packs) -> Result<Self, Problem> {
        let words = parameters.get("q").unwrap_or_default();
        let mut query = Query::parse(words, packs)?;
        let mut narrow = |field: &str, value: &str| -> Result<(), Problem> {
            query.and(Filter::parse(field, value, packs)?);
            Ok(())
        };
        for (name, field) in FACETS {
            for value in parameters.all(name) {
                match field {
                    "year" => {
                        narrow("from", value)?;
                        narrow("to", value)?;
                    }
                    _ => narrow(field, value)?,
                }
            }
        }
        for name in ["from", "to", "is"] {
            if let Some(value) = parameters.get(name) {
                narrow(name, value)?;
            }
        }
        let sort = match parameters.get("sort") {
            Some("date") => Sort::Date,
            _ => Sort::Relevance,
        };
        Ok(Self { query, sort, page: parameters.number("page").unwrap_or(1).max(1) })
    }
}

/// A page of engagements.
#[derive(Debug, Serialize)]
pub(crate) struct FoundEngagements {
    /// The hits, in order.
    pub(crate) hits: Vec<FoundEngagement>,
    /// How many there are in all.
    pub(crate) total: usize,
    /// Counts of all that is found, each facet with its values by their number.
    pub(crate) facets: Vec<Facet>,
    /// How many people and matters fit too.
    pub(crate) others: BTreeMap<Entry, usize>,
}

/// A hit.
#[derive(Debug, Serialize)]
pub(crate) struct FoundEngagement {
    /// The engagement.
    #[serde(flatten)]
    pub(crate) line: EngagementLine,
    /// Where it says what was looked for.
    pub(crate) fragments: Vec<Fragment>,
}

/// What entries are, with how many are it.
#[derive(Debug, Serialize)]
pub(crate) struct Facet {
    /// The name of its parameter.
    pub(crate) name: &'static str,
    /// Its values: codes or years.
    pub(crate) values: Vec<(String, u64)>,
}

/// Finds a page of engagements.
pub(crate) fn engagements(
    desk: &Arc<Desk>,
    register: &Register,
    sought: &Sought,
    today: Day,
) -> Result<FoundEngagements, Problem> {
    let offset = (sought.page - 1).saturating_mul(PAGE);
    let wanted = search::Asked { sort: sought.sort, offset, limit: PAGE, facets: true, today };
    let found = desk.finder.find(desk, register, &engagements_of(&sought.query), &wanted)?;
    Ok(FoundEngagements {
        hits: hits(found.hits),
        total: found.total,
        facets: found.facets.map_or_else(Vec::new, facets),
        others: found.others,
    })
}

/// Whatever a query asks for, lists of engagements show these alone.
pub(crate) fn engagements_of(query: &Query) -> Query {
    query.among(&[])
}

/// Looks at all engagements that a query finds, in their order, so many at a time; `look` says whether to go on.
pub(crate) fn all_engagements(
    desk: &Arc<Desk>,
    register: &Register,
    sought: &Sought,
    today: Day,
    mut look: impl FnMut(Vec<FoundEngagement>) -> bool,
) -> Result<(), Problem> {
    const AT_ONCE: usize = 500;
    let query = engagements_of(&sought.query);
    let mut offset = 0;
    loop {
        let wanted = search::Asked { sort: sought.sort, offset, limit: AT_ONCE, facets: false, today };
        let found = desk.finder.find(desk, register, &query, &wanted)?;
        offset += AT_ONCE;
        let is_last = offset >= found.total || found.hits.is_empty();
        if !look(hits(found.hits)) || is_last {
            return Ok(());
        }
    }
}

fn hits(hits: Vec<search::Hit>) -> Vec<FoundEngagement> {
    let engagement = |hit: search::Hit| match hit.of {
        Of::Engagement(engagement) => {
            Some(FoundEngagement { line: EngagementLine::from(&*engagement), fragments: hit.fragments })
        }
        _ => None,
    };
    hits.into_iter().filter_map(engagement).collect()
}

fn facets(found: search::Facets) -> Vec<Facet> {
    let years = found.year.into_iter().map(|(year, n)| (year.to_string(), n)).collect();
    let counts = [found.kind, found.party, found.topic, found.claim, found.language, years];
    let facet = |((name, _), counts): (&(&'static str, &str), BTreeMap<String, u64>)| {
        let mut values: Vec<(String, u64)> = counts.into_iter().collect();
        match *name {
            "year" => values.reverse(),
            _ => values.sort_by_key(|(value, n)| (Reverse(*n), value.clone())),
        }
        Facet { name, values }
    };
    FACETS.iter().zip(counts).map(facet).collect()
}
