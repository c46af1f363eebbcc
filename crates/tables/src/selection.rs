//! Which tables and which entries are wanted.

use document::PartialDate;
use register::{Day, Row, day};

use crate::error::TablesError;
use crate::rows::{TABLES, table};
use crate::table::Table;

/// Which tables, and of the derived ones which entries.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    tables: Vec<&'static Table>,
    from: Option<Day>,
    to: Option<Day>,
    parties: Vec<String>,
}

impl Selection {
    /// All entries of these tables, or of all where none is named.
    ///
    /// # Errors
    ///
    /// Where there is no table of a name.
    pub fn tables(names: &[String]) -> Result<Self, TablesError> {
        let named = names.iter().map(|name| {
            table(name).ok_or_else(|| {
                let all: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
                TablesError::Asked(format!("there is no table `{name}`; name one of {}", all.join(", ")))
            })
        });
        let tables: Vec<_> = named.collect::<Result<_, _>>()?;
        Ok(Self { tables, ..Self::default() })
    }

    /// Of the derived tables what has to do with some days, first and last, and with all of some parties.
    ///
    /// # Errors
    ///
    /// Where tables that are kept are named too: they are whole or left out, for part of them makes no register.
    pub fn only(
        mut self,
        from: Option<PartialDate>,
        to: Option<PartialDate>,
        parties: Vec<String>,
    ) -> Result<Self, TablesError> {
        self.from = from.map(|from| day(from.first_day()));
        self.to = to.map(|to| day(to.last_day()));
        self.parties = parties;
        match self.tables.iter().find(|table| table.kept).filter(|_| self.is_part()) {
            Some(table) => Err(TablesError::Asked(format!(
                "the table `{}` is exported whole; leave out --from, --to and --party, or the table",
                table.name
            ))),
            None => Ok(self),
        }
    }

    /// Whether only part of the entries is wanted.
    pub fn is_part(&self) -> bool {
        self.from.is_some() || self.to.is_some() || !self.parties.is_empty()
    }

    /// Whether a table is wanted.
    pub fn has(&self, table: &Table) -> bool {
        let named = self.tables.is_empty() || self.tables.contains(&table);
        named && !(self.is_part() && table.kept)
    }

    /// Whether one of some tables is wanted.
    pub(crate) fn has_any(&self, tables: &[&Table]) -> bool {
        tables.iter().any(|table| self.has(table))
    }

    /// Whether something from one day to another is wanted. What has no day is not, where days are asked for.
    pub(crate) fn days(&self, days: Option<(Day, Day)>) -> bool {
        match days {
            Some((first, last)) => self.from.is_none_or(|from| from <= last) && self.to.is_none_or(|to| first <= to),
            None => self.from.is_none() && self.to.is_none(),
        }
    }

    /// Whether something of some parties is wanted.
    pub(crate) fn parties<'a>(&self, parties: impl IntoIterator<Item = &'a String> + Clone) -> bool {
        self.parties.iter().all(|wanted| parties.clone().into_iter().any(|party| party == wanted))
    }

    /// Whether the engagement of a row is wanted.
    pub(crate) fn row(&self, row: &Row) -> bool {
        self.days(span(row.start.parse().ok(), row.end.parse().ok())) && self.parties(&row.parties)
    }

    /// Whether a person is wanted.
    pub(crate) fn person(&self, person: &register::people::Person) -> bool {
        self.days(Some((person.first, person.last))) && self.parties(&person.party)
    }

    /// Whether a matter is wanted.
    pub(crate) fn matter(&self, matter: &register::matters::Matter) -> bool {
        self.days(Some((matter.first, matter.last))) && self.parties(&matter.parties)
    }

    /// Whether an account that belongs to no engagement is wanted.
    pub(crate) fn account(&self, account: &register::Account) -> bool {
        let said = &account.engagement;
        self.days(span(said.start, said.end)) && self.parties(&said.parties)
    }
}

fn span(start: Option<PartialDate>, end: Option<PartialDate>) -> Option<(Day, Day)> {
    let (start, end) = (start.or(end)?, end.or(start)?);
    Some((day(start.first_day()), day(end.last_day())))
}
