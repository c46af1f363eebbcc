//! `import`: what was exported, into a register.

use std::collections::HashSet;
use std::io::{self, BufReader, Write as _};
use std::iter::Peekable;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use anyhow::{Context as _, Result, anyhow};
use clap::Args;
use register::{DocumentId, PackReader, Reader as _, Register, Taken, TakenIn};
use serde_json::json;
use tables::{Records, Step, Steps, TablesError};

use crate::arguments::{JobsArguments, PacksArguments, count, tell};
use crate::in_order::in_order;
use crate::progress::Progress;
use crate::register_arguments::{RegisterArguments, WaitArguments, now_ms};

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
    register: RegisterArguments,
    #[command(flatten)]
    wait: WaitArguments,
    #[command(flatten)]
    packs: PacksArguments,
    #[command(flatten)]
    jobs: JobsArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery import register.jsonl
  chancery import --register copy.db register/           of CSV or Parquet
  chancery export --format jsonl | chancery import --register copy.db -";

/// So many documents are written as one change, or as many as have so many bytes.
const BATCH: usize = 400;
const BATCH_BYTES: usize = 16 << 20;
/// How far reading may be ahead of writing.
const AHEAD: usize = 2;

/// What an import did.
struct Done {
    documents: TakenIn,
    rulings: usize,
    /// Changes of the history that came; `None` where the register's own stays.
    changes: Option<usize>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let packs = arguments.packs.load()?;
    let mut steps = Steps::new(records(&arguments.path)?).peekable();
    let mut register = arguments.wait.open(&arguments.register, true)?;
    let reader = PackReader::new(&packs, arguments.jobs.count());
    let documents = documents(&mut steps, &mut register, &reader, arguments)?;
    let mut rulings = Vec::new();
    while let Some(step) = steps.next_if(|step| !matches!(step, Ok(Step::Change(_)))) {
        if let Step::Ruling(ruling) = step? {
            rulings.push(ruling);
        }
    }
    let rulings = register.take_rulings(&rulings, now_ms()).context("rulings could not be imported")?;
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

/// Takes in all documents: reads on all cores, writes on one.
fn documents(
    steps: &mut Peekable<Steps>,
    register: &mut Register,
    reader: &PackReader<'_>,
    arguments: &Arguments,
) -> Result<TakenIn> {
    let known: HashSet<DocumentId> = register.store().documents(None, usize::MAX >> 1)?.into_iter().collect();
    let progress = Progress::entries(0);
    let documents =
        std::iter::from_fn(|| match steps.next_if(|step| matches!(step, Ok(Step::Document(_)) | Err(_)))? {
            Ok(Step::Document(taken)) => Some(Ok(taken)),
            Ok(_) => None,
            Err(error) => Some(Err(error)),
        });
    let (batches, waiting) = sync_channel::<Vec<Taken>>(AHEAD);
    let taken = thread::scope(|scope| -> Result<TakenIn> {
        let writer = scope.spawn(|| write(register, reader, waiting));
        let mut batch = Batch::default();
        let read = in_order(
            arguments.jobs.count(),
            documents,
            |taken: Result<Taken, TablesError>| taken.map(|taken| read(taken, reader, &known)),
            |taken| -> Result<()> {
                progress.one_more();
                match batch.with(taken?) {
                    Some(full) => batches.send(full).map_err(|_| anyhow!("writing to the register has ended early")),
                    None => Ok(()),
                }
            },
        );
        // What came before a mistake is kept too, so that the next run goes on behind it.
        let sent = batches.send(batch.documents).map_err(|_| anyhow!("writing to the register has ended early"));
        drop(batches);
        let written =
            writer.join().map_err(|_| anyhow!("the program failed while it wrote; what it had done is kept"))?;
        written.and_then(|taken| read.and(sent).map(|()| taken))
    });
    progress.done();
    taken
}

/// Reads a document that is new.
fn read(mut taken: Taken, reader: &PackReader<'_>, known: &HashSet<DocumentId>) -> Taken {
    if !known.contains(&taken.deposit.id()) {
        taken.reading = reader.read(std::slice::from_ref(&taken.deposit)).pop();
    }
    taken
}

#[derive(Default)]
struct Batch {
    documents: Vec<Taken>,
    size_bytes: usize,
}

impl Batch {
    /// Puts in one more; gives the batch back where it is full.
    fn with(&mut self, taken: Taken) -> Option<Vec<Taken>> {
        self.size_bytes += taken.deposit.bytes.len();
        self.documents.push(taken);
        if self.documents.len() < BATCH && self.size_bytes < BATCH_BYTES {
            return None;
        }
        Some(std::mem::take(self).documents)
    }
}

fn write(register: &mut Register, reader: &PackReader<'_>, batches: Receiver<Vec<Taken>>) -> Result<TakenIn> {
    let mut all = TakenIn::default();
    for batch in batches {
        let taken = register.take_documents(batch, reader, now_ms()).context("documents could not be imported")?;
        all.added.new += taken.added.new;
        all.added.known += taken.added.known;
        all.added.elsewhere += taken.added.elsewhere;
        all.added.accounts += taken.added.accounts;
        all.otherwise += taken.otherwise;
    }
    Ok(all)
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
    let [documents, _, engagements] = register.store().counts()?;
    let (added, otherwise) = (done.documents.added, done.documents.otherwise);
    let mut out = io::stdout().lock();
    if arguments.json {
        let done = json!({
            "new": added.new, "known": added.known, "elsewhere": added.elsewhere, "accounts": added.accounts,
            "otherwise": otherwise, "rulings": done.rulings, "changes": done.changes,
            "documents": documents, "engagements": engagements,
        });
        writeln!(out, "{done}")?;
        return Ok(());
    }
    let mut parts = vec![format!("{} new with {}", count(added.new, "document"), count(added.accounts, "account"))];
    for (n, what) in [(added.known, "known already"), (added.elsewhere, "known from elsewhere")] {
        if n > 0 {
            parts.push(format!("{n} {what}"));
        }
    }
    parts.push(format!("{} new", count(done.rulings, "ruling")));
    writeln!(
        out,
        "{}; the register has {} and {}",
        parts.join(", "),
        count(documents as usize, "document"),
        count(engagements as usize, "engagement")
    )?;
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
