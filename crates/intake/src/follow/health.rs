//! How it stands with a source.

use register::{Register, RegisterError, Source, Standing, Visit};

use super::rounds::list_address;

/// How it stands with a source.
#[derive(Clone, Debug)]
pub struct Health {
    /// What is known of its list; `None` where it was never asked.
    pub list: Option<Visit>,
    /// Addresses that wait to be asked.
    pub n_waiting: u64,
    /// Addresses at which something is kept, also of what is gone since.
    pub n_kept: u64,
    /// Of these, those that stand there no more.
    pub n_gone: u64,
    /// Addresses that cannot be had now, or were given up.
    pub n_failing: u64,
    /// The last addresses that could not be had, with what went wrong.
    pub failing: Vec<Visit>,
    /// When it is to be asked next, in milliseconds since 1970; `None` while it is paused.
    pub due_ms: Option<i64>,
}

impl Health {
    /// What went wrong when its list was last asked.
    pub fn error(&self) -> Option<&str> {
        self.list.as_ref()?.error.as_deref()
    }

    /// When its list was last asked, in milliseconds since 1970.
    pub fn asked_ms(&self) -> Option<i64> {
        self.list.as_ref()?.asked_ms
    }
}

/// How it stands with a source; of what cannot be had the last so many are told one by one.
///
/// # Errors
///
/// Where the register cannot be read.
pub fn health(register: &Register, source: &Source, most: usize) -> Result<Health, RegisterError> {
    let store = register.store();
    let standings = store.standings(&source.id)?;
    let count = |wanted| standings.iter().find(|(standing, _)| *standing == wanted).map_or(0, |(_, count)| *count);
    let mut failing = store.visits_of(&source.id, Standing::Failing, most)?;
    failing.extend(store.visits_of(&source.id, Standing::Refused, most.saturating_sub(failing.len()))?);
    let list = list_address(source).map(|address| store.visit(&address)).transpose()?.flatten();
    let due = if source.paused { None } else { store.due(&source.id, 1)?.first().and_then(|visit| visit.due_ms) };
    Ok(Health {
        list: list.filter(|visit| visit.source == source.id && visit.asked_ms.is_some()),
        n_waiting: count(Standing::Waiting),
        n_kept: count(Standing::Kept) + count(Standing::Gone),
        n_gone: count(Standing::Gone),
        n_failing: count(Standing::Failing) + count(Standing::Refused),
        failing,
        due_ms: due.or_else(|| (!source.paused).then_some(source.added_ms)),
    })
}
