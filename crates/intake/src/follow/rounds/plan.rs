//! What is to be asked next: read from the register, and from nothing else.

use std::collections::BTreeSet;

use register::{Register, RegisterError, Source, SourceKind, Standing, Visit};
use url::Url;

use crate::follow::address::canonical;
use crate::follow::reach::Reach;

/// An address of a source that is to be asked, or is being asked.
pub(super) struct Due {
    pub(super) source: Source,
    pub(super) visit: Visit,
}

/// The address at which the list of a source is kept; `None` where it has none that can be asked.
pub(in crate::follow) fn list_address(source: &Source) -> Option<String> {
    match source.kind {
        SourceKind::Folder => Some(source.address.clone()),
        _ => canonical(&source.address, None).ok().map(String::from),
    }
}

/// What one source may be asked.
pub(in crate::follow) fn reach(source: &Source, allowed: &[String]) -> Reach {
    let reach = Reach::allowing(source.allowed.iter().chain(allowed).map(String::as_str));
    match Url::parse(&source.address) {
        Ok(address) => reach.with_port_of(&address),
        Err(_) => reach,
    }
}

/// The sources that are to be asked at some time, in the order of their names.
pub(super) fn followed(register: &Register) -> Result<Vec<Source>, RegisterError> {
    let mut sources = register.store().sources()?;
    let mut addresses = BTreeSet::new();
    // Where two have one address, each would take its list from the other without end.
    sources.retain(|source| !source.paused && list_address(source).is_none_or(|address| addresses.insert(address)));
    Ok(sources)
}

/// What of a source is to be asked first: its own list where that is due or was never asked, else what has waited longest.
///
/// Of an index, the sitemaps and the pages that they gave go by turns: `after_list` says that a list was asked the last time. Else what is
/// new in a sitemap would wait behind all that the sitemaps gave at first, or pages behind many sitemaps.
pub(super) fn first_due(
    register: &Register,
    source: &Source,
    after_list: bool,
    now_ms: i64,
) -> Result<Option<Visit>, RegisterError> {
    let store = register.store();
    let Some(address) = list_address(source) else { return Ok(None) };
    let is_due = |visit: &Visit| visit.due_ms.is_some_and(|due_ms| due_ms <= now_ms);
    match store.visit(&address)? {
        Some(list) if list.source == source.id && list.standing == Standing::List && list.due_ms.is_some() => {
            // What is new must not wait behind all that a long list gave before.
            if is_due(&list) {
                return Ok(Some(list));
            }
            let first = store.due(&source.id, 1)?.into_iter().next();
            if after_list || !first.as_ref().is_some_and(is_due) {
                return Ok(first);
            }
            let list = store.due_lists(&source.id, 1)?.into_iter().next();
            Ok(list.filter(is_due).or(first))
        }
        // What was kept there as a page of another stays known.
        known => Ok(Some(Visit {
            standing: Standing::List,
            versions: known.map(|known| known.versions).unwrap_or_default(),
            ..Visit::new(&address, &source.id, source.added_ms)
        })),
    }
}
