//! Looks things up.

use std::collections::BTreeMap;

use packs::Packs;
use register::{Day, Register};
use tantivy::collector::{Count, TopDocs};
use tantivy::schema::Value as _;
use tantivy::{DocAddress, Order, Score, Searcher, TantivyDocument, TantivyError};

use crate::error::SearchError;
use crate::facets::{Counting, Facets};
use crate::fields::START;
use crate::hit::Found;
use crate::index::Index;
use crate::lookup::lookup;
use crate::query::{Entry, Query};
use crate::show::Shown;

/// In which order hits come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Those that fit best first; where no words are looked for, as by date.
    #[default]
    Relevance,
    /// The latest first, those without a date last.
    Date,
}

/// What is wanted of the hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Their order. Kinds of entry come one after the other all the same.
    pub sort: Sort,
    /// How many are left out.
    pub offset: usize,
    /// How many come at most.
    pub limit: usize,
    /// Whether they are counted by kind, party and so on.
    pub facets: bool,
    /// The day on which is asked; matters lapse.
    pub today: Day,
}

/// No more hits than this can be paged through: each page holds all before it.
pub const DEEPEST: usize = 100_000;

impl Index {
    /// Finds what a query looks for. `register` is the one that the index is of; where that has lost an entry since, the hit
    /// is left out.
    ///
    /// # Errors
    ///
    /// Where the index or the register fails.
    pub fn find(&self, register: &Register, packs: &Packs, query: &Query, asked: &Asked) -> Result<Found, SearchError> {
        let mut shown = Shown::new(&self.fields, (register, packs), query, asked.today);
        let mut found =
            Found { hits: Vec::new(), total: 0, others: BTreeMap::new(), facets: asked.facets.then(Facets::default) };
        for entry in query.entries() {
            let offset = asked.offset.saturating_sub(found.total);
            let limit = asked.limit - found.hits.len();
            let page = self.page(entry, query, asked, (offset, limit)).map_err(failed)?;
            found.total += page.total;
            if let (Some(facets), Some(more)) = (&mut found.facets, page.facets) {
                facets.add(more);
            }
            for (score, id) in page.ids {
                found.hits.extend(shown.hit(entry, &id, score)?);
            }
        }
        if !query.names_entries() {
            for entry in [Entry::Person, Entry::Matter] {
                let searcher = self.searcher(entry);
                let lookup = lookup(&self.fields, &searcher, query, asked.today);
                let n = searcher.search(&lookup, &Count).map_err(failed)?;
                found.others.extend((n > 0).then_some((entry, n)));
            }
        }
        Ok(found)
    }

    pub(crate) fn searcher(&self, entry: Entry) -> Searcher {
        self.parts[entry as usize].searcher()
    }

    /// The page of one kind of entry.
    fn page(
        &self,
        entry: Entry,
        query: &Query,
        asked: &Asked,
        (offset, limit): (usize, usize),
    ) -> Result<Page, TantivyError> {
        let searcher = self.searcher(entry);
        let lookup = lookup(&self.fields, &searcher, query, asked.today);
        let counting = asked.facets.then_some(Counting);
        let offset = offset.min(DEEPEST);
        let top = TopDocs::with_limit(limit.clamp(1, DEEPEST)).and_offset(offset);
        let by_date = asked.sort == Sort::Date || query.texts().next().is_none();
        let (mut top, total, facets): (Vec<(Score, DocAddress)>, _, _) = if by_date {
            let top = top.order_by_fast_field::<i64>(START, Order::Desc);
            let (top, total, facets) = searcher.search(&lookup, &(top, Count, counting))?;
            (top.into_iter().map(|(_, address)| (0.0, address)).collect(), total, facets)
        } else if asked.facets {
            searcher.search(&lookup, &(top.order_by_score(), Count, counting))?
        } else {
            // Alone, what cannot come to the top is passed over in blocks, and what is counted is not scored.
            (searcher.search(&lookup, &top.order_by_score())?, searcher.search(&lookup, &Count)?, None)
        };
        top.truncate(limit);
        let mut ids = Vec::new();
        for (score, address) in top {
            let stored: TantivyDocument = searcher.doc(address)?;
            let id = stored.get_first(self.fields.id).and_then(|id| id.as_str().map(str::to_owned));
            ids.extend(id.map(|id| (score, id)));
        }
        Ok(Page { ids, total, facets: facets.transpose()? })
    }
}

/// A page of hits by name.
struct Page {
    ids: Vec<(Score, String)>,
    total: usize,
    facets: Option<Facets>,
}

pub(crate) fn failed(error: TantivyError) -> SearchError {
    SearchError::Failed { place: "the index".into(), doing: "looking things up", source: error.into() }
}
