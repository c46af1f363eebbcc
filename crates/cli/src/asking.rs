//! Arguments of the commands that ask the register, and what an answer needs.

use std::io::{self, Write as _};

use anyhow::{Result, anyhow};
use clap::Args;
use document::PartialDate;
use register::{Change, Day, Register};
use serde::Serialize;

use crate::arguments::{PacksArguments, tell};
use crate::paint::{Color, Paint};
use crate::register_arguments::{AsOfArguments, RegisterArguments};
use crate::rendering::Page;

/// Which register is asked, and as of when.
#[derive(Args)]
pub(crate) struct PastArguments {
    #[command(flatten)]
    pub(crate) register: RegisterArguments,
    #[command(flatten)]
    pub(crate) as_of: AsOfArguments,
}

/// Which register is asked, as of when, and in which form it answers.
#[derive(Args)]
pub(crate) struct AskArguments {
    #[command(flatten)]
    past: PastArguments,
    /// Prints JSON Lines
    #[arg(long)]
    pub(crate) json: bool,
    /// Whether to use colours; NO_COLOR turns them off too
    #[arg(long, value_enum, value_name = "WHEN", default_value_t)]
    color: Color,
}

/// A register that is asked.
pub(crate) struct Asked {
    pub(crate) register: Register,
    /// The day on which the answer is given.
    pub(crate) today: Day,
}

impl PastArguments {
    /// Opens the register, as it stood.
    pub(crate) fn open(&self) -> Result<Asked> {
        Ok(Asked { register: self.as_of.open(&self.register)?, today: self.as_of.today() })
    }

    /// The register of the present where that of the past is asked, which has no history: it is made anew each time.
    pub(crate) fn present(&self) -> Result<Option<Register>> {
        self.as_of.is_given().then(|| self.register.open()).transpose()
    }
}

impl AskArguments {
    /// Opens the register, as it stood.
    pub(crate) fn open(&self) -> Result<Asked> {
        self.past.open()
    }

    /// The page to print on.
    pub(crate) fn page(&self) -> Page {
        Page::of_terminal(Paint::new(self.color))
    }

    /// A page for what stands side by side.
    pub(crate) fn wide_page(&self) -> Page {
        Page::wide(Paint::new(self.color))
    }

    /// What changed an entry, until the day as of which is asked.
    pub(crate) fn history(&self, asked: &Asked, entry: &str, ids: &[String]) -> Result<Vec<Change>> {
        let present = self.past.present()?;
        let store = present.as_ref().unwrap_or(&asked.register).store();
        let until_ms = self.past.as_of.until_ms()?;
        let mut changes = Vec::new();
        for id in ids {
            changes.extend(store.changes_of(entry, id)?.into_iter().filter(|change| change.at_ms <= until_ms));
        }
        changes.sort_by_key(|change| change.n);
        Ok(changes)
    }
}

/// Of which party something is asked.
#[derive(Args)]
pub(crate) struct PartyArguments {
    /// Only what concerns this state or organisation: a code (VN, ASEAN) or a name in any pack's language
    #[arg(long, value_name = "PARTY")]
    party: Option<String>,
    #[command(flatten)]
    packs: PacksArguments,
}

impl PartyArguments {
    /// The code of the party asked for.
    pub(crate) fn code(&self) -> Result<Option<String>> {
        let Some(name) = &self.party else { return Ok(None) };
        let packs = self.packs.load()?;
        Ok(Some(code(&packs, name)?))
    }
}

/// The code of a party by its code or name.
pub(crate) fn code(packs: &packs::Packs, name: &str) -> Result<String> {
    let party = packs.party_named(name).ok_or_else(|| {
        anyhow!("`{name}` is no party that the packs know; write its code (VN, ASEAN) or its name in a pack's language")
    })?;
    Ok(packs.world.code(party).to_owned())
}

/// A day of an answer, as text.
pub(crate) fn day(day: Day) -> String {
    register::date(day).to_string()
}

/// A stretch of days that may be open at either end.
#[derive(Args)]
pub(crate) struct DaysArguments {
    /// Not before this day, month or year: 2025-07-10, 2025-07, 2025
    #[arg(long, value_name = "DATE")]
    from: Option<PartialDate>,
    /// Not after this day, month or year
    #[arg(long, value_name = "DATE")]
    to: Option<PartialDate>,
}

impl DaysArguments {
    /// The first and the last of these days, where it is open at neither end.
    pub(crate) fn ends(&self) -> [Option<Day>; 2] {
        [self.from.map(|from| register::day(from.first_day())), self.to.map(|to| register::day(to.last_day()))]
    }
}

/// Prints entries as JSON Lines.
pub(crate) fn print_json<T: Serialize>(entries: impl IntoIterator<Item = T>) -> Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for entry in entries {
        serde_json::to_writer(&mut out, &entry)?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}

/// Prints a text for people.
pub(crate) fn print(text: &str) -> Result<()> {
    Ok(io::stdout().lock().write_all(text.as_bytes())?)
}

/// Says that nothing was found, and what to do: where the register is empty, to fill it.
pub(crate) fn nothing(register: &Register, found: &str, next: &str) -> Result<()> {
    if register.store().counts()?[0] == 0 {
        tell("the register has no documents; `chancery add FILE...` brings some");
    } else {
        tell(format_args!("{found}; {next}"));
    }
    Ok(())
}
