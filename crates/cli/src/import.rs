//! `import`: what was exported, into a register.

use std::collections::HashSet;
use std::io::{self, BufReader, Write as _};
use std::iter::Peekable;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use clap::Args;
use register::{DocumentId, PackReader, Reader as _, Register, Source, Taken, TakenIn};
use serde_json::json;
use tables::{Records, Step, Steps, TablesError};

use crate::arguments::{count, tell};
use crate::keeping::{BATCH, KeepingArguments, keep, known, told, told_of};
use crate::progress::Progress;
use crate::register_arguments::now_ms;

/// Takes what was exported into a register
///
/// Documents, rulings, earlier readings and history are kept as they were; all else is made of them anew. Into a fresh register it
/// makes the same again. An interrupted run loses nothing of what it had done: run it again, and it goes on.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// A file of JSON Lines, a folder of CSV or Parquet, or - for JSON Lines on standard input
    #[arg(value_name = "PATH")]
    path: PathBuf,
    /// Prints what was done as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    keeping: KeepingArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery import register.jsonl
  chancery import --register copy.db register/           of CSV or Parquet
  chancery export --format jsonl | chancery import --register copy.db -";

/// So many addresses are taken in as one change.
const AT_ONCE: usize = 1000;

/// What an import did.
struct Done {
    documents: TakenIn,
    rulings: usize,
    /// Changes of the history that came; `None` where the register's own stays.
    changes: Option<usize>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let packs = arguments.keeping.packs()?;
    let mut steps = Steps::new(records(&arguments.path)?).peekable();
    let mut register = arguments.keeping.open(true)?;
    let threads = arguments.keeping.threads();
    let reader = PackReader::new(&packs, threads);
    originals(&mut steps, &mut register)?;
    let documents = documents(&mut steps, &mut register, &reader, threads)?;
    let mut rulings = Vec::new();
    while let Some(step) = steps.next_if(|step| matches!(step, Ok(Step::Ruling(_)))) {
        if let Step::Ruling(ruling) = step? {
            rulings.push(ruling);
        }
    }
    let rulings = register.take_rulings(&rulings, now_ms()).context("rulings could not be imported")?;
    followed(&mut steps, &mut register).context("what is followed could not be imported")?;
    let changes = history(steps, &mut register, documents.otherwise > 0)?;
    report(arguments, &register, &Done { documents, rulings, changes })?;
    Ok(true)
}

fn records(path: &Path) -> Result<Records> {
    if path == Path::new("-") {
        return Ok(tables::read_lines(BufReader::with_capacity(1 << 18, io::stdin()), "-".to_owned())?);
    }
    if !path.exists() {
        return Err(anyhow!("{}: there is no such file or folder; check the name", path.display()));
    }
    Ok(tables::read(path)?)
}

/// So many bytes of originals are kept as one change.
const ORIGINALS_BYTES: usize = 16 << 20;

/// Takes in what documents came in, so that it is there before they are.
fn originals(steps: &mut Peekable<Steps>, register: &mut Register) -> Result<()> {
    let (mut waiting, mut size_bytes) = (Vec::new(), 0);
    while let Some(step) = steps.next_if(|step| matches!(step, Ok(Step::Original(_)))) {
        let Step::Original(original) = step? else { continue };
        size_bytes += original.len();
        waiting.push(original);
        if size_bytes >= ORIGINALS_BYTES {
            register.take_originals(&waiting).context(ORIGINALS)?;
            (waiting, size_bytes) = (Vec::new(), 0);
        }
    }
    register.take_originals(&waiting).map(|_| ()).context(ORIGINALS)
}

const ORIGINALS: &str = "what documents came in could not be imported";

/// Takes in all documents: reads on all cores, writes on one.
fn documents(
    steps: &mut Peekable<Steps>,
    register: &mut Register,
    reader: &PackReader<'_>,
    threads: NonZeroUsize,
) -> Result<TakenIn> {
    let known = known(register)?;
    let progress = Progress::entries(0);
    let documents =
        std::iter::from_fn(|| match steps.next_if(|step| matches!(step, Ok(Step::Document(_)) | Err(_)))? {
            Ok(Step::Document(taken)) => Some(Ok(taken)),
            Ok(_) => None,
            Err(error) => Some(Err(error)),
        });
    let mut all = TakenIn::default();
    let kept = keep(
        (threads, BATCH),
        documents,
        |taken: Result<Taken, TablesError>| Ok(read(taken?, reader, &known)),
        |taken| {
            progress.one_more();
            taken.map(Some)
        },
        |batch| {
            let taken = register.take_documents(batch, reader, now_ms()).context("documents could not be imported")?;
            all.added += taken.added;
            all.otherwise += taken.otherwise;
            Ok(())
        },
    );
    progress.done();
    kept.map(|()| all)
}

/// Reads a document that is new.
fn read(mut taken: Taken, reader: &PackReader<'_>, known: &HashSet<DocumentId>) -> Taken {
    if !known.contains(&taken.deposit.id()) {
        taken.reading = reader.read(std::slice::from_ref(&taken.deposit)).pop();
    }
    taken
}

/// Takes in sources, and what is known of the addresses that they gave.
fn followed(steps: &mut Peekable<Steps>, register: &mut Register) -> Result<()> {
    let (mut sources, mut visits) = (Vec::new(), Vec::new());
    while let Some(step) = steps.next_if(|step| !matches!(step, Ok(Step::Change(_)))) {
        match step? {
            Step::Source(source) => sources.push(source),
            Step::Visit(visit) => visits.push(visit),
            _ => {}
        }
        if visits.len() >= AT_ONCE {
            register.take_visits(&std::mem::take(&mut visits))?;
        }
    }
    for Source { id, address, .. } in register.take_sources(&sources)? {
        let mend = format!("`chancery sources resume {id}` follows it");
        tell(format_args!("{id}: {address} lies on this machine or in a private network, so it is paused; {mend}"));
    }
    Ok(register.take_visits(&visits)?)
}

/// Takes in the history, the last that comes.
fn history(mut steps: Peekable<Steps>, register: &mut Register, otherwise: bool) -> Result<Option<usize>> {
    if steps.peek().is_none() {
        return Ok(Some(0));
    }
    let mut n_changes = 0;
    let changes = steps.filter_map(|step| match step {
        Ok(Step::Change(change)) => {
            n_changes += 1;
            Some(Ok(change))
        }
        Ok(_) => None,
        Err(error) => Some(Err(error)),
    });
    let taken = register
        .take_history::<TablesError>(changes, otherwise, now_ms())
        .context("the history could not be imported")?;
    Ok(taken.then_some(n_changes))
}

fn report(arguments: &Arguments, register: &Register, done: &Done) -> Result<()> {
    let (added, otherwise) = (done.documents.added, done.documents.otherwise);
    let mut out = io::stdout().lock();
    if arguments.json {
        let [documents, _, engagements] = register.store().counts()?;
        let done = json!({
            "new": added.new, "known": added.known, "elsewhere": added.elsewhere, "accounts": added.accounts,
            "otherwise": otherwise, "rulings": done.rulings, "changes": done.changes,
            "documents": documents, "engagements": engagements,
        });
        writeln!(out, "{done}")?;
        return Ok(());
    }
    let mut parts = told(added);
    parts.push(format!("{} new", count(done.rulings, "ruling")));
    writeln!(out, "{}; {}", parts.join(", "), told_of(register)?)?;
    if otherwise > 0 {
        tell(format_args!(
            "{} read otherwise with these packs than where they come from",
            count(otherwise, "document")
        ));
    }
    if done.changes.is_none() {
        tell("the register has a history of its own, which stays; that of the export is left out");
    }
    Ok(())
}
