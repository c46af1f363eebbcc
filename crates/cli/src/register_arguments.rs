//! Arguments that commands on the register share: where it is, and as of when it is asked.

use std::env;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Result, anyhow};
use clap::Args;
use directories::ProjectDirs;
use document::PartialDate;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use register::{Day, Register, Sqlite};

/// Where the register is.
#[derive(Args)]
pub(crate) struct RegisterArguments {
    /// The register's file [default: chancery/register.db in the platform's folder for data]
    #[arg(long, value_name = "FILE", env = "CHANCERY_REGISTER")]
    register: Option<PathBuf>,
}

impl RegisterArguments {
    /// The file.
    pub(crate) fn path(&self) -> Result<PathBuf> {
        match &self.register {
            Some(path) => Ok(path.clone()),
            None => {
                ProjectDirs::from("", "", "chancery").map(|folders| folders.data_dir().join("register.db")).ok_or_else(
                    || anyhow!("this machine has no folder for a user's data; name the register with --register FILE"),
                )
            }
        }
    }

    /// Opens it for reading.
    pub(crate) fn open(&self) -> Result<Register> {
        let path = self.path()?;
        if !path.exists() {
            return Err(no_register(&path));
        }
        Ok(Register::new(Box::new(Sqlite::open_to_read(&path)?))?)
    }
}

/// The register that is written, and how long to wait for another writer.
#[derive(Args)]
pub(crate) struct WritingArguments {
    #[command(flatten)]
    register: RegisterArguments,
    /// How long to wait where another process writes to the register
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    wait: u64,
}

impl WritingArguments {
    /// Opens the register for writing; makes it where `make` says so.
    pub(crate) fn open(&self, make: bool) -> Result<Register> {
        let path = self.register.path()?;
        if !make && !path.exists() {
            return Err(no_register(&path));
        }
        let command = env::args().nth(1).unwrap_or_default();
        let store = Sqlite::open(&path, Duration::from_secs(self.wait))?.doing(&format!("chancery {command}"));
        Ok(Register::new(Box::new(store))?)
    }
}

/// As of when the register is asked.
#[derive(Args)]
pub(crate) struct AsOfArguments {
    /// Answers as the register stood at the end of this day: 2025-07-10
    #[arg(long, value_name = "DATE")]
    as_of: Option<PartialDate>,
}

impl AsOfArguments {
    /// Opens the register for reading, as it stood.
    pub(crate) fn open(&self, register: &RegisterArguments) -> Result<Register> {
        let register = register.open()?;
        if self.as_of.is_none() { Ok(register) } else { Ok(register.as_of(self.until_ms()?)?) }
    }

    /// The same with what its documents came in, to be written whole.
    pub(crate) fn open_whole(&self, register: &RegisterArguments) -> Result<Register> {
        let mut asked = self.open(register)?;
        if self.is_given() {
            register.open()?.lend_originals(&mut asked)?;
        }
        Ok(asked)
    }

    /// The last moment that is looked at, in milliseconds since 1970.
    pub(crate) fn until_ms(&self) -> Result<i64> {
        let Some(date) = self.as_of else { return Ok(i64::MAX) };
        let last = date.last_day().at(23, 59, 59, 999_000_000).to_zoned(TimeZone::UTC)?;
        Ok(last.timestamp().as_millisecond())
    }

    /// Whether the register is asked as it stood.
    pub(crate) fn is_given(&self) -> bool {
        self.as_of.is_some()
    }

    /// The day on which the answer is given.
    pub(crate) fn today(&self) -> Day {
        self.as_of.map_or_else(today, |date| register::day(date.last_day()))
    }
}

fn no_register(path: &Path) -> anyhow::Error {
    anyhow!("{}: there is no register here yet; `chancery add FILE...` makes one", path.display())
}

/// The time, in milliseconds since 1970: that of the clock, or the one in CHANCERY_NOW (RFC 3339), so that a run can be
/// repeated to the letter.
pub(crate) fn now_ms() -> i64 {
    let told = env::var("CHANCERY_NOW").ok().and_then(|now| now.parse::<jiff::Timestamp>().ok());
    if let Some(told) = told {
        return told.as_millisecond();
    }
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// Today, by the clock of the world.
pub(crate) fn today() -> Day {
    (now_ms() / 86_400_000) as Day
}

/// A point in time as people read it, in the time of the world: `2025-07-10 14:03`.
pub(crate) fn moment(at_ms: i64) -> String {
    let at = jiff::Timestamp::from_millisecond(at_ms).unwrap_or_default().to_zoned(TimeZone::UTC);
    format!("{} {}", at.date(), Time::constant(at.hour(), at.minute(), 0, 0).to_string().get(..5).unwrap_or_default())
}

/// Who sits at the keyboard, as rulings name them.
pub(crate) fn user() -> Option<String> {
    ["CHANCERY_USER", "USER", "USERNAME", "LOGNAME"]
        .iter()
        .find_map(|name| env::var(name).ok())
        .filter(|name| !name.is_empty())
}
