//! How many of all hits are of each kind, party, topic, year, language and type of claim.

use std::collections::BTreeMap;

use serde::Serialize;
use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocId, Score, SegmentOrdinal, SegmentReader};

use crate::entries::year;
use crate::fields::START;

/// Counts over all hits, by value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Facets {
    /// By kind of engagement.
    pub kind: BTreeMap<String, u64>,
    /// By party; a hit counts for each of its parties.
    pub party: BTreeMap<String, u64>,
    /// By topic.
    pub topic: BTreeMap<String, u64>,
    /// By type of claim.
    #[serde(rename = "type")]
    pub claim: BTreeMap<String, u64>,
    /// By language.
    pub language: BTreeMap<String, u64>,
    /// By the year of the first day.
    #[cfg_attr(feature = "openapi", schema(value_type = BTreeMap<String, u64>))]
    pub year: BTreeMap<i16, u64>,
}

/// The columns that are counted, in the order of [`Facets::counts`].
const COLUMNS: [&str; 5] = ["kind", "party", "topic", "claim", "language"];

impl Facets {
    fn counts(&mut self) -> [&mut BTreeMap<String, u64>; COLUMNS.len()] {
        [&mut self.kind, &mut self.party, &mut self.topic, &mut self.claim, &mut self.language]
    }

    /// Adds those of other hits.
    pub(crate) fn add(&mut self, mut other: Self) {
        for (counts, others) in self.counts().into_iter().zip(other.counts()) {
            for (value, n) in std::mem::take(others) {
                *counts.entry(value).or_default() += n;
            }
        }
        for (year, n) in other.year {
            *self.year.entry(year).or_default() += n;
        }
    }
}

/// Counts facets.
pub(crate) struct Counting;

/// Counts of one part of the index.
pub(crate) struct Counter {
    columns: [Option<(StrColumn, Vec<u64>)>; COLUMNS.len()],
    days: Column<i64>,
    /// By day, from the least that there is.
    n_days: Vec<u64>,
    least: i64,
}

impl Collector for Counting {
    type Fruit = tantivy::Result<Facets>;
    type Child = Counter;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<Counter> {
        let column = |name| -> tantivy::Result<_> {
            let column = segment.fast_fields().str(name)?;
            Ok(column.map(|column| {
                let n_values = column.num_terms();
                (column, vec![0; n_values])
            }))
        };
        let [kind, party, topic, claim, language] = COLUMNS;
        let days = segment.fast_fields().i64(START)?;
        let (least, most) = (days.min_value(), days.max_value());
        let n_days = usize::try_from(most.saturating_sub(least)).map_or(0, |n| n.min(LONGEST) + 1);
        Ok(Counter {
            columns: [column(kind)?, column(party)?, column(topic)?, column(claim)?, column(language)?],
            days,
            n_days: vec![0; n_days],
            least,
        })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, fruits: Vec<tantivy::Result<Facets>>) -> tantivy::Result<tantivy::Result<Facets>> {
        let mut facets = Facets::default();
        for fruit in fruits {
            facets.add(fruit?);
        }
        Ok(Ok(facets))
    }
}

/// Days from the year 0 to the last that a date can have.
const LONGEST: usize = 10_000 * 366;

impl SegmentCollector for Counter {
    type Fruit = tantivy::Result<Facets>;

    fn collect(&mut self, entry: DocId, _: Score) {
        for (column, counts) in self.columns.iter_mut().flatten() {
            column.ords().values_for_doc(entry).for_each(|value| counts[value as usize] += 1);
        }
        if let Some(day) = self.days.first(entry)
            && let Some(n) = self.n_days.get_mut((day - self.least) as usize)
        {
            *n += 1;
        }
    }

    fn harvest(self) -> tantivy::Result<Facets> {
        let mut facets = Facets::default();
        for (counts, column) in facets.counts().into_iter().zip(&self.columns) {
            let Some((column, found)) = column else { continue };
            for (value, &n) in found.iter().enumerate().filter(|(_, n)| **n > 0) {
                let mut word = String::new();
                column.ord_to_str(value as u64, &mut word)?;
                counts.insert(word, n);
            }
        }
        for (day, &n) in self.n_days.iter().enumerate().filter(|(_, n)| **n > 0) {
            *facets.year.entry(year(self.least + day as i64)).or_default() += n;
        }
        Ok(facets)
    }
}
