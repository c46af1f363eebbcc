//! What commands on a period share: its days, whose view is taken, which engagements are chosen, and from which register.

use anyhow::{Result, bail};
use clap::Args;
use document::PartialDate;
use jiff::civil::Date;
use packs::Packs;
use press::{History, Paper, PeriodOptions, PressError, days_of};
use register::{AccountId, Register};

use crate::arguments::PacksArguments;
use crate::asking::{Asked, PastArguments, code};
use crate::printing::{LanguageArguments, OutArguments, PrintArguments};
use crate::querying::QueryArguments;

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

/// Of which days, from whose point of view, of which engagements and from which register something is made.
#[derive(Args)]
struct ScopeArguments {
    #[command(flatten)]
    period: PeriodArguments,
    #[command(flatten)]
    view: ViewArguments,
    #[command(flatten)]
    query: QueryArguments,
    #[command(flatten)]
    past: PastArguments,
}

/// What something is made of.
pub(crate) struct Scope {
    pub(crate) register: Register,
    /// Where the history stands, if not in the register.
    present: Option<Register>,
    until_ms: i64,
    pub(crate) packs: Packs,
    /// The first and the last day, where they are said.
    pub(crate) days: Option<(Date, Date)>,
    /// The code of the party of the view.
    pub(crate) view: Option<String>,
    /// The engagements that fit the query, where there is one.
    pub(crate) chosen: Option<Vec<AccountId>>,
    /// The query as it was written.
    pub(crate) query: Option<String>,
    /// The day on which it is made.
    pub(crate) today: Date,
}

impl ScopeArguments {
    /// Opens the register, and looks up what is asked for.
    fn open(&self) -> Result<Scope> {
        let days = self.period.days()?;
        let Asked { register, today } = self.past.open()?;
        let packs = self.view.packs.load()?;
        Ok(Scope {
            present: self.past.present()?,
            until_ms: self.past.as_of.until_ms()?,
            view: self.view.code(&packs)?,
            chosen: self.query.chosen(&self.past, &register, &packs)?,
            query: self.query.text(),
            today: register::date(today),
            days,
            register,
            packs,
        })
    }
}

impl Scope {
    /// The history of the register, until the day as of which is asked.
    pub(crate) fn history(&self) -> History<'_> {
        History::until(self.present.as_ref().unwrap_or(&self.register), self.until_ms)
    }

    /// What a paper of some days is told, in a language.
    pub(crate) fn options(&self, language: &str, (from, to): (Date, Date)) -> PeriodOptions {
        PeriodOptions { language: language.to_owned(), from, to, view: self.view.clone(), today: self.today }
    }
}

/// Of what a calendar or feed is made, in which language, and where it is printed.
#[derive(Args)]
pub(crate) struct BareArguments {
    #[command(flatten)]
    scope: ScopeArguments,
    #[command(flatten)]
    language: LanguageArguments,
    #[command(flatten)]
    out: OutArguments,
}

impl BareArguments {
    /// Prints the text that is made of it in a language.
    pub(crate) fn print(&self, make: impl FnOnce(&Scope, &str) -> Result<String, PressError>) -> Result<bool> {
        let scope = self.scope.open()?;
        self.out.write(make(&scope, &self.language.code)?.as_bytes())?;
        Ok(true)
    }

    /// How the name of the file ends into which it is written.
    pub(crate) fn ending(&self) -> Option<&str> {
        self.out.file()?.extension()?.to_str()
    }
}

/// A paper of a period, and its form.
#[derive(Args)]
pub(crate) struct PeriodPaperArguments {
    #[command(flatten)]
    scope: ScopeArguments,
    #[command(flatten)]
    print: PrintArguments,
}

impl PeriodPaperArguments {
    /// Prints the paper that is made of the register, of some engagements alone where a query chose them.
    pub(crate) fn print(
        &self,
        make: impl FnOnce(&Register, &Packs, &PeriodOptions, Option<&[AccountId]>) -> Result<Paper, PressError>,
    ) -> Result<bool> {
        let scope = self.scope.open()?;
        let Some(days) = scope.days else {
            bail!("say which days: --week 2025-W28, --year 2025, or --from DATE --to DATE");
        };
        let options = scope.options(&self.print.language.code, days);
        self.print.print(&make(&scope.register, &scope.packs, &options, scope.chosen.as_deref())?)?;
        Ok(true)
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
    week: Option<(Date, Date)>,
    /// A year, or a month of one: 2025, 2025-07
    #[arg(long, value_name = "DATE")]
    year: Option<PartialDate>,
}

impl PeriodArguments {
    /// The first and the last day, where they are said.
    fn days(&self) -> Result<Option<(Date, Date)>> {
        let (from, to) = match (self.from, self.to, self.week, self.year) {
            (Some(from), Some(to), ..) => (from.first_day(), to.last_day()),
            (.., Some(week), _) => week,
            (.., Some(year)) => (year.first_day(), year.last_day()),
            _ => return Ok(None),
        };
        if from > to {
            bail!("the period ends before it begins ({from} to {to}); change --from and --to about");
        }
        Ok(Some((from, to)))
    }
}

/// The days of a week written as `2025-W28`.
fn week(text: &str) -> Result<(Date, Date), String> {
    let days = days_of(text).filter(|_| text.contains('W') && !text.contains(".."));
    days.ok_or_else(|| format!("`{text}` is no week; write 2025-W28"))
}
