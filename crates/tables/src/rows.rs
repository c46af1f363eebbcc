//! The tables, and what of a register goes into their rows.

pub(crate) mod accounts;
pub(crate) mod engagements;
pub(crate) mod followed;
pub(crate) mod kept;
pub(crate) mod matters;
pub(crate) mod people;

use crate::table::Table;

/// All tables, in the order in which they are listed. Those that are kept come first.
pub const TABLES: &[&Table] = &[
    &kept::EXPORT,
    &kept::ORIGINALS,
    &kept::DOCUMENTS,
    &kept::ORIGINS,
    &kept::READINGS,
    &kept::RULINGS,
    &followed::SOURCES,
    &followed::VISITS,
    &kept::CHANGES,
    &engagements::ENGAGEMENTS,
    &engagements::PARTICIPANTS,
    &engagements::DISPUTES,
    &engagements::LINKS,
    &accounts::ACCOUNTS,
    &accounts::CLAIMS,
    &people::PEOPLE,
    &people::TENURES,
    &matters::MATTERS,
    &matters::MATTER_LINES,
];

/// The table of a name.
pub fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().copied().find(|table| table.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_said_once() {
        for (at, table) in TABLES.iter().enumerate() {
            assert!(TABLES[..at].iter().all(|other| other.name != table.name), "{}", table.name);
            for (at, column) in table.columns.iter().enumerate() {
                assert!(table.columns[..at].iter().all(|other| other.name != column.name), "{column:?}");
                // JSON Lines name the table so.
                assert_ne!(column.name, "table");
            }
        }
    }

    #[test]
    fn the_manual_lists_them() {
        let manual = include_str!("../../../docs/tables.md");
        for table in TABLES {
            let column = |column: &crate::table::Column| match column.of {
                crate::table::Type::Text => column.name.to_owned(),
                of => format!("{} ({})", column.name, format!("{of:?}").to_lowercase()),
            };
            let columns: Vec<String> = table.columns.iter().map(column).collect();
            let line = format!("| `{}` | {} | {} |", table.name, table.about, columns.join(", "));
            assert!(manual.lines().any(|known| known == line), "docs/tables.md should say:\n{line}");
        }
    }
}
