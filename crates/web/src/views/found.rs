//! Engagements that fit a query, with counts of what they are.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use document::PartialDate;
use jiff::civil::Date;
use packs::Packs;
use register::{AccountId, Day, Register, Row};
use search::{Filter, Fragment, Of, Query, Sort};

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
        Ok(Self { query, sort, page: parameters.page(PAGE) })
    }
}

/// A page of engagements.
#[derive(Debug)]
pub(crate) struct FoundEngagements {
    /// The hits, in order.
    pub(crate) hits: Vec<FoundEngagement>,
    /// How many there are in all.
    pub(crate) total: usize,
    /// Counts of all that is found, each facet with its values by their number.
    pub(crate) facets: Vec<Facet>,
}

/// A hit.
#[derive(Debug)]
pub(crate) struct FoundEngagement {
    /// The engagement.
    pub(crate) line: EngagementLine,
    /// Where it says what was looked for.
    pub(crate) fragments: Vec<Fragment>,
}

/// What entries are, with how many are it.
#[derive(Debug)]
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
    let wanted =
        search::Asked { sort: sought.sort, offset: (sought.page - 1) * PAGE, limit: PAGE, facets: true, today };
    let found = desk.finder.find(desk, register, &engagements_of(&sought.query), &wanted)?;
    Ok(FoundEngagements {
        hits: hits(found.hits),
        total: found.total,
        facets: found.facets.map_or_else(Vec::new, facets),
    })
}

/// Whatever a query asks for, lists of engagements show these alone.
pub(crate) fn engagements_of(query: &Query) -> Query {
    query.among(&[])
}

/// All engagements that a list shows on its pages, in the order of that by date.
///
/// They are named at once: pages of hits end at [`search::DEEPEST`], and each holds all before it.
pub(crate) fn chosen(
    desk: &Arc<Desk>,
    register: &Register,
    sought: &Sought,
    today: Day,
) -> Result<Vec<AccountId>, Problem> {
    let mut dated = Vec::new();
    for id in desk.finder.choose(desk, register, &engagements_of(&sought.query), today)? {
        dated.extend(register.store().row(id)?.map(|row| (Reverse(first_day(&row)), id)));
    }
    dated.sort_unstable();
    Ok(dated.into_iter().map(|(_, id)| id).collect())
}

/// The first day of an engagement, as far as it is known.
fn first_day(row: &Row) -> Option<Date> {
    let date = |text: &str| text.parse::<PartialDate>().ok();
    date(&row.start).map(PartialDate::first_day).or_else(|| date(&row.end).map(PartialDate::last_day))
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
