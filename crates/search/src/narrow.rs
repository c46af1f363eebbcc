//! The engagements that a query chooses, all of them and without their words: what papers, calendars and feeds are narrowed to.

use register::{AccountId, Day, Register};
use tantivy::collector::DocSetCollector;
use tantivy::schema::Value as _;
use tantivy::{TantivyDocument, TantivyError};

use crate::entries::ClaimName;
use crate::error::SearchError;
use crate::find::failed;
use crate::index::Index;
use crate::lookup::lookup;
use crate::query::{Entry, Query};

impl Index {
    /// The engagements that fit, and those of the claims that do where the query looks for claims, in the order of their names.
    ///
    /// # Errors
    ///
    /// Where the query looks for other entries, or the index or the register fails.
    pub fn engagements(&self, register: &Register, query: &Query, today: Day) -> Result<Vec<AccountId>, SearchError> {
        let mut chosen = Vec::new();
        for entry in query.entries() {
            match entry {
                Entry::Engagement => {
                    let names = self.names(entry, query, today).map_err(failed)?;
                    chosen.extend(names.iter().filter_map(|name| name.parse::<AccountId>().ok()));
                }
                Entry::Claim => {
                    for name in self.names(entry, query, today).map_err(failed)? {
                        let Some(claim) = ClaimName::parse(&name) else { continue };
                        let place = register.store().place(claim.account)?;
                        chosen.extend(place.and_then(|place| place.engagement));
                    }
                }
                other => return Err(SearchError::NoEngagements { of: other.as_str() }),
            }
        }
        chosen.sort_unstable();
        chosen.dedup();
        Ok(chosen)
    }

    /// The names of all entries of a kind that fit.
    fn names(&self, entry: Entry, query: &Query, today: Day) -> Result<Vec<String>, TantivyError> {
        let searcher = self.searcher(entry);
        let lookup = lookup(&self.fields, &searcher, query, today);
        let mut found: Vec<_> = searcher.search(&lookup, &DocSetCollector)?.into_iter().collect();
        // In the order in which they are stored, each block is opened once.
        found.sort_unstable();
        let mut names = Vec::with_capacity(found.len());
        for address in found {
            let stored: TantivyDocument = searcher.doc(address)?;
            names.extend(stored.get_first(self.fields.id).and_then(|id| id.as_str().map(str::to_owned)));
        }
        Ok(names)
    }
}
