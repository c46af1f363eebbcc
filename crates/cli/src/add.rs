//! `add`: documents into the register.

use std::collections::HashSet;
use std::io::{self, Write as _};
use std::num::NonZeroUsize;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use clap::Args;
use intake::files::Found;
use packs::Packs;
use register::{Added, DocumentId, PackReader, Prepared, Register};
use serde_json::json;

use crate::arguments::{DocumentArguments, count, tell};
use crate::desk::guarded;
use crate::incoming::Incoming;
use crate::keeping::{BATCH, KeepingArguments, keep, known, told, told_of};
use crate::progress::Progress;
use crate::register_arguments::now_ms;
use crate::sources::Sources;

/// Adds documents to the register
///
/// What is added is kept as it came, read, and joined with what other documents say of the same engagements. The same
/// document twice is one. Files are known by what they hold: text, HTML, Markdown, PDF, Word (DOCX), e-mails (EML, mbox), archives of the
/// web (WARC, packed or not), JSON Lines and Parquet with named columns, and ZIP of any of these. An
/// archive that `export --format warc` has written is believed in what it says of who published what. One that is broken does not stop the
/// others: it is told, and the exit code is 1. An interrupted run loses nothing of what it had reported as done: run it again, and it goes on.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Files, folders (with those inside), patterns as 'news/*.txt', or - for standard input
    #[arg(required = true, value_name = "FILE")]
    names: Vec<PathBuf>,
    /// Who published the documents
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// Prints what was done as JSON
    #[arg(long)]
    json: bool,
    /// Prints each document with its id as soon as it is kept
    #[arg(long)]
    list: bool,
    /// So many documents are kept as one change: fewer are kept sooner, more in less time
    #[arg(long, value_name = "N", default_value_t = BATCH)]
    batch: NonZeroUsize,
    #[command(flatten)]
    document: DocumentArguments,
    #[command(flatten)]
    keeping: KeepingArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery add release.txt
  chancery add --source \"Ministry of Foreign Affairs\" releases/
  chancery add crawl.warc.gz press.mbox talks.pdf
  chancery add archive.jsonl                    a document a line: {\"text\": \"…\", \"name\": \"…\", \"address\": \"https://…\",
                                                \"source\": \"…\", \"published\": \"2025-07-10\", \"retrieved\": \"2025-07-11T08:00:00Z\",
                                                \"language\": \"en\", \"format\": \"html\"}; all but text may be left out.
                                                Columns of Parquet have the same names";

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let packs = arguments.keeping.packs()?;
    let mut register = arguments.keeping.open(true)?;
    let known = known(&register)?;
    let mut sources = Sources::new(&arguments.names);
    let counts = sources.counts();
    let progress = Progress::new(sources.counts());
    let settings = arguments.document.settings(arguments.source.clone());
    let mut incoming = Incoming::new(&mut sources, &settings);
    let threads = arguments.keeping.threads();
    let reader = PackReader::new(&packs, threads);
    let (mut added, mut refused) = (Added::default(), 0);
    keep(
        (threads, arguments.batch),
        &mut incoming,
        |found| found.and_then(|found| prepare(&packs, found, &known)),
        |read| {
            progress.one_more();
            if let Err(error) = &read {
                refused += 1;
                progress.aside(|| tell(format_args!("{error:#}")));
            }
            Ok(read.ok())
        },
        |batch| write(&mut register, &reader, batch, arguments.list, &mut added),
    )?;
    progress.done();
    report(arguments, &register, added, refused)?;
    if counts.passed_over.get() > 0 {
        let others = count(counts.passed_over.get(), "other file");
        tell(format_args!("{others} in folders passed over"));
    }
    incoming.passed_over().into_iter().for_each(tell);
    Ok(refused == 0)
}

/// Reads a document that is new, and does all that can be done before it is written.
fn prepare(packs: &Packs, found: Found, known: &HashSet<DocumentId>) -> Result<Prepared> {
    let name = found.name().to_owned();
    let deposit = guarded(&name, || Ok(found.deposit()?))?;
    Prepared::new(deposit, |id, deposit| {
        let read = || guarded(&deposit.origin().name, || Ok(register::read(packs, deposit)?));
        if known.contains(&id) { Ok(None) } else { read().map(Some) }
    })
}

/// Writes a batch; where `list` says so, names its documents once they are kept.
fn write(
    register: &mut Register,
    reader: &PackReader<'_>,
    batch: Vec<Prepared>,
    list: bool,
    added: &mut Added,
) -> Result<()> {
    let names = batch.iter().map(|document| format!("{} {}\n", document.id(), document.deposit().origin().name));
    let names: String = if list { names.collect() } else { String::new() };
    *added += register.add(batch, reader, now_ms()).context("documents could not be added")?;
    Ok(io::stdout().write_all(names.as_bytes())?)
}

fn report(arguments: &Arguments, register: &Register, added: Added, refused: usize) -> Result<()> {
    let mut out = io::stdout().lock();
    if arguments.json {
        let [documents, _, engagements] = register.store().counts()?;
        let done = json!({
            "new": added.new, "known": added.known, "elsewhere": added.elsewhere, "refused": refused,
            "accounts": added.accounts, "documents": documents, "engagements": engagements,
        });
        writeln!(out, "{done}")?;
        return Ok(());
    }
    let mut parts = told(added);
    if refused > 0 {
        parts.push(format!("{refused} refused"));
    }
    writeln!(out, "{}; {}", parts.join(", "), told_of(register)?)?;
    Ok(())
}
