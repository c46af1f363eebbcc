//! `export`: the register as tables, for other programs and other registers.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use clap::{Args, ValueEnum};
use document::PartialDate;
use packs::Packs;
use register::Register;
use tables::{Csv, JsonLines, Parquet, Selection, Sink};

use crate::arguments::PacksArguments;
use crate::asking::code;
use crate::progress::Progress;
use crate::register_arguments::{AsOfArguments, RegisterArguments, now_ms};

/// Writes the register as tables
///
/// Whole, and as jsonl, csv or parquet, an export can be imported again: `chancery import` makes the same register of it. With
/// --from, --to, --party or --table it is for reading alone.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The form of what is written
    #[arg(long, value_enum, value_name = "FORMAT")]
    format: Format,
    /// The file (jsonl, ftm, warc) or folder (csv, parquet) to write; a file goes to standard output without it
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// Only this table; may be given several times
    #[arg(long = "table", value_name = "NAME")]
    tables: Vec<String>,
    /// Only what was on this day or later: 2025, 2025-07 or 2025-07-10. Documents, rulings and history are left out then
    #[arg(long, value_name = "DATE")]
    from: Option<PartialDate>,
    /// Only what was on this day or earlier
    #[arg(long, value_name = "DATE")]
    to: Option<PartialDate>,
    /// Only what this state or organisation has to do with: a code (VN, ASEAN) or a name in any pack's language; given twice, both have
    #[arg(long = "party", value_name = "PARTY")]
    parties: Vec<String>,
    #[command(flatten)]
    as_of: AsOfArguments,
    #[command(flatten)]
    register: RegisterArguments,
    #[command(flatten)]
    packs: PacksArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery export --format jsonl > register.jsonl
  chancery export --format parquet --out register/
  chancery export --format csv --out 2025/ --from 2025 --to 2025 --party VN
  chancery export --format csv --out people/ --table people --table tenures
  chancery export --format ftm --out entities.jsonl      for Aleph and other users of FollowTheMoney
  chancery export --format warc --out kept.warc.gz       the documents as they came, for readers of archives of the web

Tables, each with its columns in a line of names (csv) or a schema (parquet):
  export, originals, documents, origins, readings, rulings, changes
                                                                what a register is made of, and its past
  sources, visits                                               what is followed, and the addresses that it gave
  engagements, participants, disputes, links, accounts, claims, people, tenures, matters, matter_lines

Engagements and claims have their PLOVER and CAMEO codes beside them, parties their ISO alpha-3 codes and Correlates of War
numbers; docs/codes.md says what is lost in these.";

/// The form of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// JSON Lines: one stream, an object a row
    Jsonl,
    /// Comma-separated values: a folder, a file a table
    Csv,
    /// Apache Parquet: a folder, a file a table
    Parquet,
    /// FollowTheMoney entities as JSON Lines; cannot be imported
    Ftm,
    /// What came, as an archive of the web (WARC 1.1, each record packed by gzip); `add` takes it in
    Warc,
}

impl Format {
    fn is_folder(self) -> bool {
        matches!(self, Self::Csv | Self::Parquet)
    }
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let packs = arguments.packs.load()?;
    let selection = selection(arguments, &packs)?;
    let register = arguments.as_of.open_whole(&arguments.register)?;
    let total =
        if arguments.format == Format::Warc { register.store().counts()?[0] } else { tables::total(&register)? };
    let progress = Progress::entries(total);
    let mut export = Export { register: &register, packs: &packs, selection: &selection, progress: &progress };
    let done = match (&arguments.out, arguments.format) {
        (None, format) if format.is_folder() => Err(anyhow!("name the folder for the tables with --out DIR")),
        (Some(out), Format::Csv) => export.tables(&mut Csv::create(out, &selection)?),
        (Some(out), Format::Parquet) => export.tables(&mut Parquet::create(out, &selection)?),
        (Some(out), format) if out != Path::new("-") => export.file(out, format),
        (_, format) => export.stream(&mut BufWriter::with_capacity(1 << 18, io::stdout().lock()), format),
    };
    progress.done();
    done.map(|()| true)
}

fn selection(arguments: &Arguments, packs: &Packs) -> Result<Selection> {
    if arguments.format == Format::Ftm && !arguments.tables.is_empty() {
        return Err(anyhow!(
            "FollowTheMoney has entities instead of tables; leave out --table, or take another --format"
        ));
    }
    if arguments.format == Format::Warc {
        let part = arguments.from.or(arguments.to).is_some() || !arguments.parties.is_empty();
        if part || !arguments.tables.is_empty() {
            return Err(anyhow!(
                "an archive of the web holds all documents; leave out --from, --to, --party and --table"
            ));
        }
    }
    let parties = arguments.parties.iter().map(|party| code(packs, party)).collect::<Result<_>>()?;
    Ok(Selection::tables(&arguments.tables)?.only(arguments.from, arguments.to, parties)?)
}

struct Export<'a> {
    register: &'a Register,
    packs: &'a Packs,
    selection: &'a Selection,
    progress: &'a Progress,
}

impl Export<'_> {
    fn tables(&mut self, sink: &mut dyn Sink) -> Result<()> {
        let progress = self.progress;
        let mut done = |n| progress.more(n);
        unwrapped(tables::export(self.register, &self.packs.world, self.selection, sink, &mut done))
    }

    fn stream(&mut self, out: &mut dyn Write, format: Format) -> Result<()> {
        if !matches!(format, Format::Ftm | Format::Warc) {
            return self.tables(&mut JsonLines::new(out));
        }
        let progress = self.progress;
        let mut done = |n| progress.more(n);
        if format == Format::Warc {
            return warc(intake::warc::write(self.register, now_ms(), out, &mut done));
        }
        unwrapped(tables::ftm::export(self.register, &self.packs.world, self.selection, out, &mut done))
    }

    /// Writes a file that bears its name only once it is whole.
    fn file(&mut self, path: &Path, format: Format) -> Result<()> {
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        let failed = |error: &dyn std::fmt::Display| {
            let mend = "see that its folder is there and can be written, and that the disk has room";
            anyhow!("{} cannot be written ({error}); {mend}", path.display())
        };
        let file = File::create(&part).map_err(|error| failed(&error))?;
        let mut out = BufWriter::with_capacity(1 << 18, file);
        self.stream(&mut out, format).map_err(|error| match error.downcast::<io::Error>() {
            Ok(error) => failed(&error),
            Err(error) => error,
        })?;
        let file = out.into_inner().map_err(|error| failed(&error))?;
        file.sync_all().and_then(|()| fs::rename(&part, path)).map_err(|error| failed(&error))
    }
}

/// The same of an archive of the web.
fn warc(done: Result<(), intake::warc::WarcError>) -> Result<()> {
    done.map_err(|error| match error {
        intake::warc::WarcError::Out(error) => error.into(),
        error => error.into(),
    })
}

/// The result, an error of the output as the output's own.
fn unwrapped(done: Result<(), tables::TablesError>) -> Result<()> {
    done.map_err(|error| match error {
        tables::TablesError::Out(error) => error.into(),
        error => error.into(),
    })
}
