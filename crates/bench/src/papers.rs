//! What papers take: a digest of a thousand engagements in every format, and a review of a hundred thousand.
//!
//! The register is that of `register`, grown by the program itself; the papers are made and printed through the library, so that
//! each step is told apart.

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use document::PartialDate;
use jiff::civil::Date;
use packs::Packs;
use press::{Format, Paper, PeriodOptions, PrintError, PrintOptions, digest, print, review};
use register::{Register, Row, Sqlite};

use crate::corpus::Corpus;
use crate::register::{grow, ms};
use crate::{bulletins, program};

/// How many engagements are reviewed, unless it is said.
const REVIEWED: usize = 100_000;
/// How many a digest tells of.
const TOLD: usize = 1_000;
/// A digest is made and printed so often; the median counts.
const TIMES: usize = 5;
/// In which language.
const LANGUAGE: &str = "en";

pub(crate) fn run(packs: &Packs, arguments: &[String], out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let reviewed = match arguments {
        [] => REVIEWED,
        [option, number] if option == "--engagements" => number.parse::<usize>()?.max(2 * TOLD),
        _ => return Err("write `papers`, or `papers --engagements 100000`".into()),
    };
    let place = std::env::temp_dir().join(format!("chancery-bench-{}", std::process::id()));
    fs::create_dir_all(&place)?;
    let measured = grown(packs, &place, reviewed).and_then(|register| measure(packs, &register, reviewed, out));
    fs::remove_dir_all(&place)?;
    measured
}

/// A register of so many engagements at least.
fn grown(packs: &Packs, place: &Path, engagements: usize) -> Result<Register, Box<dyn Error>> {
    let corpus = Corpus::new(bulletins::load(packs, &Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))?);
    let (program, file) = (program::path()?, place.join("register.db"));
    let step = engagements / 8 + 1;
    let mut documents = 0;
    loop {
        grow(&program, &corpus, (documents, step), &file)?;
        documents += step;
        let register = Register::new(Box::new(Sqlite::open_to_read(&file)?))?;
        if register.store().counts()?[2] as usize >= engagements {
            return Ok(register);
        }
    }
}

fn measure(packs: &Packs, register: &Register, reviewed: usize, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let [documents, accounts, engagements] = register.store().counts()?;
    writeln!(out, "a register of {documents} documents, {accounts} accounts and {engagements} engagements")?;
    writeln!(out, "memory before, with packs and texts of the bench: {}\n", memory())?;
    let rows = rows(register, reviewed)?;
    let told = rows.get(rows.len() / 2..).and_then(|rows| rows.get(..TOLD));
    let told = told.ok_or("the register has too few engagements with a date; name more with --engagements")?;
    let chosen: Vec<_> = told.iter().map(|row| row.id).collect();
    let options = period(told)?;
    let (paper, made) = timed(TIMES, || digest(register, packs, &options, Some(&chosen)))?;
    writeln!(out, "a digest of {TOLD} engagements                ms      kB")?;
    line(out, "read and worded", made, None)?;
    let printed = formats(&paper, out)?;
    writeln!(out, "{:38} {:8.0}   (all formats)", "printed", ms(printed))?;
    writeln!(out, "peak memory {}\n", memory())?;

    let options = period(&rows)?;
    let (paper, made) = timed(1, || review(register, packs, &options, None))?;
    writeln!(out, "a review of {} engagements             ms      kB", rows.len())?;
    line(out, "counted and worded", made, None)?;
    formats(&paper, out)?;
    writeln!(out, "peak memory {}", memory())?;
    Ok(())
}

/// Prints a paper in every format; gives how long all took together.
fn formats(paper: &Paper, out: &mut impl Write) -> Result<Duration, Box<dyn Error>> {
    let mut all = Duration::ZERO;
    for format in Format::ALL {
        match timed(TIMES, || print(paper, format, &PrintOptions::default())) {
            Ok((printed, took)) => {
                all += took;
                line(out, format.extension(), took, Some(printed.len()))?;
            }
            Err(PrintError::NotBuilt(feature)) => writeln!(out, "{feature}: not built")?,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(all)
}

/// The first so many rows in the order of their days, without those that have none.
fn rows(register: &Register, most: usize) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut rows: Vec<Row> = Vec::new();
    loop {
        let more = register.store().rows(rows.last(), (most - rows.len()).clamp(1, 2_000))?;
        let ended = more.is_empty();
        rows.extend(more);
        if ended || rows.len() >= most {
            break;
        }
    }
    rows.retain(|row| !row.start.is_empty());
    Ok(rows)
}

/// The days of some rows, seen by nobody.
fn period(rows: &[Row]) -> Result<PeriodOptions, Box<dyn Error>> {
    let day = |row: Option<&Row>| -> Result<Date, Box<dyn Error>> {
        Ok(row.ok_or("the register has too few engagements")?.start.parse::<PartialDate>()?.first_day())
    };
    let (from, to) = (day(rows.first())?, day(rows.last())?);
    Ok(PeriodOptions { language: LANGUAGE.to_owned(), from, to, view: None, today: to })
}

/// What something gives, and the median of the times that it took.
fn timed<T, E>(times: usize, mut make: impl FnMut() -> Result<T, E>) -> Result<(T, Duration), E> {
    let mut took = Vec::with_capacity(times);
    loop {
        let start = Instant::now();
        let made = make()?;
        took.push(start.elapsed());
        if took.len() >= times {
            took.sort_unstable();
            return Ok((made, took[took.len() / 2]));
        }
    }
}

fn line(out: &mut impl Write, name: &str, took: Duration, size_bytes: Option<usize>) -> std::io::Result<()> {
    let size = size_bytes.map_or_else(String::new, |bytes| format!("{:7.0}", bytes as f64 / 1e3));
    writeln!(out, "{name:38} {:8.0} {size}", ms(took))?;
    out.flush()
}

/// The most memory that this process has held, where the system tells.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").ok();
    let most = status.as_deref().and_then(program::high_water);
    most.map_or_else(|| "unknown".to_owned(), |most| format!("{} MB", most / 1024))
}
