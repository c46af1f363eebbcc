//! How matters stand, in columns: they are looked for and counted without opening any.

use rusqlite::types::Value;
use rusqlite::{params, params_from_iter};

use super::{Sqlite, text};
use crate::matters::{Matter, Sought, State};
use crate::sketch::{Day, day};
use crate::store::StoreError;

/// Stands for a day that never comes. As the table has it.
const NEVER: Day = Day::MAX;

/// What a matter is on the day `?1`.
const STANDING: &str = "CASE WHEN m.lapses < ?1 THEN 4 ELSE m.state END";

/// Conditions with their values, the day being the first.
struct Conditions {
    joins: String,
    all: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    fn of(sought: &Sought<'_>) -> Self {
        let mut conditions = Self { joins: String::new(), all: Vec::new(), values: Vec::new() };
        conditions.value(i64::from(sought.today));
        for (n, party) in sought.parties.iter().enumerate() {
            let place = conditions.value((*party).to_owned());
            conditions.joins += &format!(" JOIN matter_parties p{n} ON p{n}.key = m.key AND p{n}.party = ?{place}");
        }
        if let Some(kind) = sought.kind {
            let place = conditions.value(kind.to_owned());
            conditions.all.push(format!("m.kind = ?{place}"));
        }
        if !sought.states.is_empty() {
            conditions.all.push(standing(sought.states));
        }
        if sought.from.is_some() || sought.to.is_some() {
            conditions.all.push(format!("m.due < {NEVER}"));
        }
        for (column, day) in [("m.due >=", sought.from), ("m.due_from <=", sought.to)] {
            if let Some(day) = day {
                let place = conditions.value(i64::from(day));
                conditions.all.push(format!("{column} ?{place}"));
            }
        }
        conditions
    }

    /// Takes a value, and gives the number under which a statement has it.
    fn value(&mut self, value: impl Into<Value>) -> usize {
        self.values.push(value.into());
        self.values.len()
    }

    /// The part of a statement from its tables on.
    fn tables(&self) -> String {
        let only = if self.all.is_empty() { String::new() } else { format!(" WHERE {}", self.all.join(" AND ")) };
        format!("FROM matters m{}{only}", self.joins)
    }
}

/// That a matter stands in one of some states, in words for which there is an index.
fn standing(states: &[State]) -> String {
    if states == State::PENDING {
        return "m.lapses IS NOT NULL AND m.lapses >= ?1".to_owned();
    }
    let one = |state: &State| match state {
        State::Lapsed => "(m.state = 4 OR m.lapses < ?1)".to_owned(),
        other => format!("(m.state = {} AND (m.lapses IS NULL OR m.lapses >= ?1))", *other as i64),
    };
    format!("({})", states.iter().map(one).collect::<Vec<_>>().join(" OR "))
}

impl Sqlite {
    /// Keeps a matter with the columns by which it is found.
    pub(super) fn put_standing(&mut self, matter: &Matter) -> Result<(), StoreError> {
        let due = matter.due.map_or([NEVER; 2], |due| [day(due.first_day()), day(due.last_day())]);
        let lapses = (matter.state < State::Delivered).then(|| matter.lapses().unwrap_or(NEVER));
        self.execute(
            "INSERT OR REPLACE INTO matters VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            params![matter.key, matter.kind(), matter.state as i64, due[0], due[1], matter.last, lapses, text(matter)],
        )?;
        Ok(())
    }

    pub(super) fn sought(&self, sought: &Sought<'_>, skip: usize, limit: usize) -> Result<Vec<Matter>, StoreError> {
        let mut conditions = Conditions::of(sought);
        let limits = [limit, skip].map(|n| conditions.value(i64::try_from(n).unwrap_or(i64::MAX)));
        // Of one state all are pending or none is: an index has their order then.
        let alike = sought.states.len() == 1 || sought.states == State::PENDING;
        let pending = if alike { String::new() } else { format!("{STANDING} >= 3, ") };
        let sql = format!(
            "SELECT m.matter {} ORDER BY {pending}m.due, m.last DESC, m.key LIMIT ?{} OFFSET ?{}",
            conditions.tables(),
            limits[0],
            limits[1]
        );
        self.jsons(&sql, params_from_iter(conditions.values))
    }

    pub(super) fn counted(&self, sought: &Sought<'_>) -> Result<Vec<(String, State, usize)>, StoreError> {
        let conditions = Conditions::of(sought);
        let sql = format!("SELECT m.kind, {STANDING}, count(*) {} GROUP BY 1, 2", conditions.tables());
        let counts: Vec<(String, i64, i64)> =
            self.many(&sql, params_from_iter(conditions.values), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let known = |(kind, state, n): (String, i64, i64)| {
            let state = usize::try_from(state).ok().and_then(|state| State::ALL.get(state).copied());
            let state = state.ok_or_else(|| self.broken(format!("has a matter of the kind {kind} in no state")))?;
            Ok((kind, state, n as usize))
        };
        counts.into_iter().map(known).collect()
    }
}
