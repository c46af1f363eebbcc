//! `add`: documents into the register.

use std::collections::HashSet;
use std::io::{self, Write as _};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::mpsc::sync_channel;
use std::thread;

use anyhow::{Context as _, Result, anyhow};
use clap::Args;
use packs::Packs;
use register::{Added, Deposit, DocumentId, PackReader, Read, Register};
use serde_json::json;

use crate::arguments::{DocumentArguments, JobsArguments, PacksArguments, count, tell};
use crate::desk::guarded;
use crate::in_order::in_order;
use crate::incoming::Incoming;
use crate::progress::Progress;
use crate::register_arguments::{RegisterArguments, WaitArguments, now_ms};
use crate::sources::Sources;

/// Adds documents to the register
///
/// What is added is kept as it came, read, and joined with what other documents say of the same engagements. The same
/// document twice is one. An interrupted run loses nothing of what it had reported as done: run it again, and it goes on.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Files, folders (their .txt, .md, .html, .htm and .jsonl, also in folders inside), patterns as 'news/*.txt', or - for standard input
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
  chancery add release.txt
  chancery add --source \"Ministry of Foreign Affairs\" releases/
  chancery add archive.jsonl                    a document a line: {\"text\": \"…\", \"name\": \"…\", \"address\": \"https://…\",
                                                \"source\": \"…\", \"published\": \"2025-07-10\", \"retrieved\": \"2025-07-11T08:00:00Z\",
                                                \"language\": \"en\", \"format\": \"html\"}; all but text may be left out";

/// So many documents are kept as one change, or as many as have so many bytes.
const BATCH: NonZeroUsize = NonZeroUsize::new(400).expect("it is not 0");
const BATCH_BYTES: usize = 16 << 20;
/// How far reading may be ahead of writing.
const AHEAD: usize = 2;

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let packs = arguments.packs.load()?;
    let mut register = arguments.wait.open(&arguments.register, true)?;
    let known = known(&register)?;
    let mut sources = Sources::with_archives(&arguments.names);
    let counts = sources.counts();
    let progress = Progress::new(sources.counts());
    let origin = arguments.document.origin(arguments.source.clone());
    let incoming = Incoming::new(&mut sources, &origin, arguments.document.limit_bytes(), now_ms());
    let reader = PackReader::new(&packs, arguments.jobs.count());
    let (batches, waiting) = sync_channel::<Vec<Read>>(AHEAD);
    let mut refused = 0;
    let added = thread::scope(|scope| -> Result<Added> {
        let writer = scope.spawn(|| write(&mut register, &reader, waiting, arguments.list));
        let mut batch = Batch::default();
        let read = in_order(
            arguments.jobs.count(),
            incoming,
            |deposit| deposit.and_then(|deposit| read(&packs, deposit, &known)),
            |read| -> Result<()> {
                progress.one_more();
                match read {
                    Ok(read) => match batch.with(read, arguments.batch) {
                        // That nobody takes it is told by the writer's own error.
                        Some(full) => batches.send(full).map_err(|_| Stopped.into()),
                        None => Ok(()),
                    },
                    Err(error) => {
                        refused += 1;
                        progress.aside(|| tell(format_args!("{error:#}")));
                        Ok(())
                    }
                }
            },
        );
        let rest = batch.documents;
        let sent =
            read.and_then(|()| if rest.is_empty() { Ok(()) } else { batches.send(rest).map_err(|_| Stopped.into()) });
        drop(batches);
        let written = writer
            .join()
            .map_err(|_| anyhow!("the program failed while it wrote; what was reported as done is kept"))?;
        written.and_then(|added| sent.map(|()| added))
    });
    progress.done();
    let added = added?;
    report(arguments, &register, added, refused)?;
    if counts.passed_over.get() > 0 {
        let others = count(counts.passed_over.get(), "other file");
        tell(format_args!("{others} in folders passed over; only .txt, .md, .html, .htm and .jsonl are read there"));
    }
    Ok(refused == 0)
}

/// The writer has given up; its own error says why.
#[derive(Debug, thiserror::Error)]
#[error("writing to the register has ended early")]
struct Stopped;

fn known(register: &Register) -> Result<HashSet<DocumentId>> {
    Ok(register.store().documents(None, usize::MAX >> 1)?.into_iter().collect())
}

/// Reads a document that is new.
fn read(packs: &Packs, deposit: Deposit, known: &HashSet<DocumentId>) -> Result<Read> {
    if known.contains(&deposit.id()) {
        return Ok(Read { deposit, reading: None });
    }
    let name = deposit.origin().name;
    let reading = guarded(&name, || Ok(register::read(packs, &deposit)?))?;
    Ok(Read { deposit, reading: Some(reading) })
}

#[derive(Default)]
struct Batch {
    documents: Vec<Read>,
    size_bytes: usize,
}

impl Batch {
    /// Puts in one more; gives the batch back where it is full.
    fn with(&mut self, read: Read, most: NonZeroUsize) -> Option<Vec<Read>> {
        self.size_bytes += read.deposit.bytes.len();
        self.documents.push(read);
        if self.documents.len() < most.get() && self.size_bytes < BATCH_BYTES {
            return None;
        }
        Some(std::mem::take(self).documents)
    }
}

fn write(
    register: &mut Register,
    reader: &PackReader<'_>,
    batches: std::sync::mpsc::Receiver<Vec<Read>>,
    list: bool,
) -> Result<Added> {
    let mut all = Added::default();
    for batch in batches {
        let names = batch.iter().map(|read| format!("{} {}\n", read.deposit.id(), read.deposit.origin().name));
        let names: String = if list { names.collect() } else { String::new() };
        let added = register.add(batch, reader, now_ms()).context("documents could not be added")?;
        all.new += added.new;
        all.known += added.known;
        all.elsewhere += added.elsewhere;
        all.accounts += added.accounts;
        io::stdout().write_all(names.as_bytes())?;
    }
    Ok(all)
}

fn report(arguments: &Arguments, register: &Register, added: Added, refused: usize) -> Result<()> {
    let [documents, _, engagements] = register.store().counts()?;
    let mut out = io::stdout().lock();
    if arguments.json {
        let done = json!({
            "new": added.new, "known": added.known, "elsewhere": added.elsewhere, "refused": refused,
            "accounts": added.accounts, "documents": documents, "engagements": engagements,
        });
        writeln!(out, "{done}")?;
        return Ok(());
    }
    let mut parts = vec![format!("{} new with {}", count(added.new, "document"), count(added.accounts, "account"))];
    if added.known > 0 {
        parts.push(format!("{} known already", added.known));
    }
    if added.elsewhere > 0 {
        parts.push(format!("{} known from elsewhere", added.elsewhere));
    }
    if refused > 0 {
        parts.push(format!("{refused} refused"));
    }
    writeln!(
        out,
        "{}; the register has {} and {}",
        parts.join(", "),
        count(documents as usize, "document"),
        count(engagements as usize, "engagement")
    )?;
    Ok(())
}
