//! `compare`: the accounts of an engagement side by side.

use anyhow::Result;
use clap::Args;
use press::CompareOptions;
use register::compare::{Agreement, Column, Row, SourceClaim, columns, compare};
use register::{Account, Engagement};
use serde_json::json;

use crate::arguments::PacksArguments;
use crate::asking::{AskArguments, print, print_json};
use crate::printing::PrintArguments;
use crate::rendering::{INDENT, Page, about, broken, wide, wrapped};
use crate::showing::engagement::{Numbers, circumstances, opening, word};

/// Sets the accounts of an engagement side by side, claim by claim: what all say, what only one says, what they say differently
///
/// Copies and translations of one text are one column. With --format or --out it is a paper in the language of --lang, every
/// sentence with its quotes.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The engagement, by any of its accounts or the beginning of one
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    print: PrintArguments,
    #[command(flatten)]
    packs: PacksArguments,
    #[command(flatten)]
    ask: AskArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery compare 3fa9c1d2b07e-4
  chancery compare 3fa9 --lang sv --out compared.docx
  chancery compare --json 3fa9 | jq '.rows[] | select(.agreement == \"differently\")'";

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let asked = arguments.ask.open()?;
    let account = asked.register.account_named(&arguments.id)?;
    if arguments.print.is_given() {
        let language = arguments.print.language.code.clone();
        let options = CompareOptions { language, engagement: account, accounts: Vec::new() };
        arguments.print.print(&press::compare(&asked.register, &arguments.packs.load()?, &options)?)?;
        return Ok(true);
    }
    let (engagement, accounts) = asked.register.engagement(account)?;
    let columns = columns(&engagement.sources, &accounts);
    let rows = compare(&columns);
    if arguments.ask.json {
        let columns: Vec<_> = columns.iter().map(|column| json!({ "accounts": column.accounts })).collect();
        print_json([json!({ "engagement": engagement.id, "columns": columns, "rows": rows })])?;
        return Ok(true);
    }
    let numbers = Numbers::new(&asked.register, &accounts)?;
    let sheet = Sheet { page: arguments.ask.wide_page(), numbers };
    print(&sheet.render(&engagement, &accounts, &columns, &rows))?;
    Ok(true)
}

/// Columns between columns, and how narrow one may be.
const GAP: usize = 3;
const NARROWEST: usize = 34;

struct Sheet {
    page: Page,
    numbers: Numbers,
}

impl Sheet {
    fn render(&self, engagement: &Engagement, accounts: &[Account], columns: &[Column], rows: &[Row]) -> String {
        let mut out = opening(engagement, &self.page);
        for (at, column) in columns.iter().enumerate() {
            out += &self.head(at, column, accounts);
        }
        if columns.len() == 1 {
            out += "\n    there is one source alone; nothing to compare it with\n";
        }
        if rows.is_empty() {
            out += "\n    no account makes a claim\n";
        }
        for row in rows {
            out += &format!("\n    {}\n", self.page.paint.cyan(&verdict(row)));
            out += &match self.room(columns.len()) {
                Some(room) => self.beside(row, columns, room),
                None => self.stacked(row, columns),
            };
        }
        out
    }

    /// The columns that each source has, where they fit side by side.
    fn room(&self, n_columns: usize) -> Option<usize> {
        let room = (self.page.width.saturating_sub(INDENT) + GAP) / n_columns.max(1);
        room.checked_sub(GAP).filter(|room| *room >= NARROWEST && n_columns > 1)
    }

    /// The letter of a source with its accounts.
    fn head(&self, at: usize, column: &Column, accounts: &[Account]) -> String {
        let mut out = String::new();
        for (index, id) in column.accounts.iter().enumerate() {
            let letter = if index == 0 { letter(at) } else { " ".to_owned() };
            let account = accounts.iter().find(|account| account.id == *id);
            let line = format!("{id}, {}", account.map(circumstances).unwrap_or_default());
            let lines = wrapped(&line, INDENT + 3, self.page.width, str::to_owned);
            out += &format!("    {}  {}", self.page.paint.bold(&letter), lines.trim_start());
        }
        if at == 0 { format!("\n{out}") } else { out }
    }

    fn stacked(&self, row: &Row, columns: &[Column]) -> String {
        let mut out = String::new();
        for (at, cell) in row.cells.iter().enumerate() {
            let Some(cell) = cell else { continue };
            for (index, (line, dim)) in
                self.cell(cell, &columns[at], weighed(row), self.page.width - INDENT - 3).iter().enumerate()
            {
                let letter = if index == 0 { letter(at) } else { " ".to_owned() };
                out += &format!("    {}  {}\n", self.page.paint.bold(&letter), self.painted(line, *dim));
            }
        }
        out
    }

    fn beside(&self, row: &Row, columns: &[Column], room: usize) -> String {
        let cells: Vec<Vec<(String, bool)>> = row
            .cells
            .iter()
            .enumerate()
            .map(|(at, cell)| match cell {
                Some(cell) => self.cell(cell, &columns[at], weighed(row), room),
                None => vec![(format!("{} says nothing of it", letter(at)), true)],
            })
            .collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or_default();
        let mut out = String::new();
        for at in 0..height {
            let mut line = " ".repeat(INDENT);
            for (index, cell) in cells.iter().enumerate() {
                let (text, dim) = cell.get(at).map_or(("", false), |(text, dim)| (text.as_str(), *dim));
                line += &self.painted(text, dim);
                if index + 1 < cells.len() {
                    line += &" ".repeat((room + GAP).saturating_sub(wide(text)));
                }
            }
            out += line.trim_end();
            out.push('\n');
        }
        out
    }

    fn painted(&self, text: &str, dim: bool) -> String {
        if dim { self.page.paint.dim(text) } else { text.to_owned() }
    }

    /// A claim of a source in so many columns: its type, parties and, where `weighed`, strength, then its words (dim), and
    /// where it stands.
    fn cell(&self, said: &SourceClaim, column: &Column, weighed: bool, room: usize) -> Vec<(String, bool)> {
        let strength = if weighed { format!(" · strength {}", said.claim.strength) } else { String::new() };
        let about = format!("{} {}{strength}", said.claim.kind, about(&said.claim));
        let mut lines: Vec<(String, bool)> = broken(&about, room).into_iter().map(|line| (line, false)).collect();
        lines.extend(broken(&format!("“{}”", said.claim.evidence), room).into_iter().map(|line| (line, true)));
        lines.extend(broken(&self.numbers.of(said, column), room).into_iter().map(|line| (line, false)));
        lines
    }
}

/// Whether the sources say it more or less strongly.
fn weighed(row: &Row) -> bool {
    row.differs.iter().any(|field| field == "strength")
}

/// How sources are called: A, B, … Z, then by number.
fn letter(at: usize) -> String {
    u8::try_from(at)
        .ok()
        .filter(|at| *at < 26)
        .map_or_else(|| (at + 1).to_string(), |at| char::from(b'A' + at).to_string())
}

/// What a row comes to: `both`, `only A`, `differently in strength and date`.
fn verdict(row: &Row) -> String {
    let saying: Vec<String> =
        row.cells.iter().enumerate().filter(|(_, cell)| cell.is_some()).map(|(at, _)| letter(at)).collect();
    match row.agreement {
        Agreement::All if row.cells.len() == 2 => "both".to_owned(),
        Agreement::Some => saying.join(", "),
        Agreement::One => format!("only {}", saying.join(", ")),
        Agreement::Differently => format!("differently: {}", row.differs.join(", ")),
        Agreement::All => word(&row.agreement),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paint::{Color, Paint};

    #[test]
    fn sets_side_by_side_what_fits() {
        let room = |width, n_columns| {
            let page = Page { paint: Paint::new(Color::Never), width };
            Sheet { page, numbers: Numbers::default() }.room(n_columns)
        };
        assert_eq!(room(80, 2), Some(36));
        assert_eq!(room(70, 2), None);
        assert_eq!(room(160, 3), Some(50));
        assert_eq!(room(160, 5), None);
        assert_eq!(room(160, 1), None, "one alone is beside nothing");
    }

    #[test]
    fn says_how_sources_stand_to_each_other() {
        let check = |agreement, differs: &[&str], saying: &[bool]| {
            let claim = r#"{"type":"request","actors":[],"addressees":[],"topics":[],"strength":3,"evidence":"","span":[0,0],"rule":"","certainty":1}"#;
            let claim: reader::Claim = serde_json::from_str(claim).expect("it is a claim");
            let said =
                |says: &bool| says.then(|| SourceClaim { claim: claim.clone(), language: None, told: Vec::new() });
            let differs = differs.iter().map(|field| (*field).to_owned()).collect();
            verdict(&Row { agreement, differs, cells: saying.iter().map(said).collect() })
        };
        assert_eq!(check(Agreement::All, &[], &[true, true]), "both");
        assert_eq!(check(Agreement::All, &[], &[true, true, true]), "all");
        assert_eq!(check(Agreement::Some, &[], &[true, false, true]), "A, C");
        assert_eq!(check(Agreement::One, &[], &[false, true]), "only B");
        assert_eq!(check(Agreement::Differently, &["type", "date"], &[true, true]), "differently: type, date");
    }
}
