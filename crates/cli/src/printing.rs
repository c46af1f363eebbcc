//! What commands that print papers share: the language, the format, the file, and the period.

use std::fs;
use std::io::{self, IsTerminal as _, Write as _};
use std::path::PathBuf;

use anyhow::{Context as _, Result, anyhow, bail};
use clap::{Args, ValueEnum};
use document::PartialDate;
use jiff::civil::{Date, ISOWeekDate, Weekday};
use packs::Packs;
use press::{Paper, PeriodOptions, PressError, PrintOptions};
use register::Register;

use crate::arguments::PacksArguments;
use crate::asking::{Asked, code};
use crate::register_arguments::{AsOfArguments, RegisterArguments};

/// In which language and format a paper is printed, and where.
#[derive(Args)]
pub(crate) struct PrintArguments {
    /// The language of the paper (ISO 639-1), one of the packs
    #[arg(long, value_name = "CODE", default_value = "en")]
    pub(crate) lang: String,
    /// The format [default: by the ending of --out, else Markdown]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Writes into this file instead of to standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Takes styles, headers and page set-up of this document (DOCX)
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,
}

/// From whose point of view a paper is told.
#[derive(Args)]
struct ViewArguments {
    /// Tells it from the point of view of this state or organisation: a code (VN, ASEAN) or a name in any pack's language
    #[arg(long = "for", value_name = "PARTY")]
    view: Option<String>,
    #[command(flatten)]
    packs: PacksArguments,
}

impl ViewArguments {
    /// The code of the party.
    fn code(&self, packs: &Packs) -> Result<Option<String>> {
        self.view.as_ref().map(|name| code(packs, name)).transpose()
    }
}

/// Which register a paper is made from, and as of when.
#[derive(Args)]
pub(crate) struct PastArguments {
    #[command(flatten)]
    register: RegisterArguments,
    #[command(flatten)]
    as_of: AsOfArguments,
}

impl PastArguments {
    /// Opens the register, as it stood.
    pub(crate) fn open(&self) -> Result<Asked> {
        Ok(Asked { register: self.as_of.open(&self.register)?, today: self.as_of.today() })
    }
}

/// A paper of a period: of which days, from whose point of view, in which form, and from which register.
#[derive(Args)]
pub(crate) struct PeriodPaperArguments {
    #[command(flatten)]
    period: PeriodArguments,
    #[command(flatten)]
    view: ViewArguments,
    #[command(flatten)]
    print: PrintArguments,
    #[command(flatten)]
    past: PastArguments,
}

impl PeriodPaperArguments {
    /// Prints the paper that is made of the register.
    pub(crate) fn print(
        &self,
        make: impl FnOnce(&Register, &Packs, &PeriodOptions) -> Result<Paper, PressError>,
    ) -> Result<bool> {
        let asked = self.past.open()?;
        let packs = self.view.packs.load()?;
        let (from, to) = self.period.days()?;
        let view = self.view.code(&packs)?;
        let language = self.print.lang.clone();
        let options = PeriodOptions { language, from, to, view, today: register::date(asked.today) };
        self.print.print(&make(&asked.register, &packs, &options)?)?;
        Ok(true)
    }
}

/// A format of papers.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Text with marks, to edit and print again
    Markdown,
    /// A page for browsers
    Html,
    /// A document for word processors
    Docx,
    /// The paper as data
    Json,
}

impl Format {
    fn press(self) -> press::Format {
        match self {
            Self::Markdown => press::Format::Markdown,
            Self::Html => press::Format::Html,
            Self::Docx => press::Format::Docx,
            Self::Json => press::Format::Json,
        }
    }
}

impl PrintArguments {
    /// Prints a paper.
    pub(crate) fn print(&self, paper: &Paper) -> Result<()> {
        let format = self.format()?;
        let template = self.template.as_ref().map(|path| {
            fs::read(path).with_context(|| format!("{}: the template cannot be read; check its name", path.display()))
        });
        let options = PrintOptions { template: template.transpose()?, ..PrintOptions::default() };
        let printed = press::print(paper, format, &options)?;
        match &self.out {
            Some(path) => fs::write(path, &printed)
                .with_context(|| format!("{}: cannot be written; check its folder and its disk", path.display())),
            None if format == press::Format::Docx && io::stdout().is_terminal() => {
                bail!("a document for word processors is nothing for a terminal; name a file with --out FILE")
            }
            None => Ok(io::stdout().lock().write_all(&printed)?),
        }
    }

    fn format(&self) -> Result<press::Format> {
        if let Some(format) = self.format {
            return Ok(format.press());
        }
        let Some(path) = &self.out else { return Ok(press::Format::Markdown) };
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let known = Format::value_variants().iter().map(|format| format.press());
        known.into_iter().find(|format| ending.eq_ignore_ascii_case(format.extension())).ok_or_else(|| {
            anyhow!("{}: its ending names no format; take .md, .html, .docx or .json, or say --format", path.display())
        })
    }
}

/// Of which days a paper tells.
#[derive(Args)]
struct PeriodArguments {
    /// The first day, month or year: 2025-07-07, 2025-07 or 2025
    #[arg(long, value_name = "DATE", conflicts_with_all = ["week", "year"], requires = "to")]
    from: Option<PartialDate>,
    /// The last
    #[arg(long, value_name = "DATE", conflicts_with_all = ["week", "year"], requires = "from")]
    to: Option<PartialDate>,
    /// A week by ISO 8601: 2025-W28
    #[arg(long, value_name = "WEEK", value_parser = week, conflicts_with = "year")]
    week: Option<ISOWeekDate>,
    /// A year, or a month of one: 2025, 2025-07
    #[arg(long, value_name = "DATE")]
    year: Option<PartialDate>,
}

impl PeriodArguments {
    /// The first and the last day.
    fn days(&self) -> Result<(Date, Date)> {
        let (from, to) = match (self.from, self.to, self.week, self.year) {
            (Some(from), Some(to), ..) => (from.first_day(), to.last_day()),
            (.., Some(week), _) => {
                let monday = week.date();
                (monday, monday.saturating_add(jiff::ToSpan::days(6)))
            }
            (.., Some(year)) => (year.first_day(), year.last_day()),
            _ => bail!("say which days: --week 2025-W28, --year 2025, or --from DATE --to DATE"),
        };
        if from > to {
            bail!("the period ends before it begins ({from} to {to}); change --from and --to about");
        }
        Ok((from, to))
    }
}

/// The Monday of a week written as `2025-W28`.
fn week(text: &str) -> Result<ISOWeekDate, String> {
    let parts = || {
        let (year, week) = text.split_once("-W")?;
        ISOWeekDate::new(year.parse().ok()?, week.parse().ok()?, Weekday::Monday).ok()
    };
    parts().ok_or_else(|| format!("`{text}` is no week; write 2025-W28"))
}
