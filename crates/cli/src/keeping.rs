//! What commands that bring documents into a register share: read on all cores, written on one.

use std::collections::HashSet;
use std::mem;
use std::num::NonZeroUsize;
use std::sync::mpsc::sync_channel;
use std::thread;

use anyhow::{Result, anyhow};
use clap::Args;
use packs::Packs;
use register::{Added, DocumentId, Register};

use crate::arguments::{JobsArguments, PacksArguments, count};
use crate::in_order::in_order;
use crate::register_arguments::WritingArguments;

/// The register that is written, and with what documents are read for it.
#[derive(Args)]
pub(crate) struct KeepingArguments {
    #[command(flatten)]
    writing: WritingArguments,
    #[command(flatten)]
    packs: PacksArguments,
    #[command(flatten)]
    jobs: JobsArguments,
}

impl KeepingArguments {
    /// Opens the register for writing; makes it where `make` says so.
    pub(crate) fn open(&self, make: bool) -> Result<Register> {
        self.writing.open(make)
    }

    pub(crate) fn packs(&self) -> Result<Packs> {
        self.packs.load()
    }

    /// With how many threads documents are read.
    pub(crate) fn threads(&self) -> NonZeroUsize {
        self.jobs.count()
    }
}

/// Names of the documents that a register has: they need not be read again.
pub(crate) fn known(register: &Register) -> Result<HashSet<DocumentId>> {
    Ok(register.store().documents(None, usize::MAX >> 1)?.into_iter().collect())
}

/// So many documents are written as one change, unless something else is asked for.
pub(crate) const BATCH: NonZeroUsize = NonZeroUsize::new(400).expect("it is not 0");
/// Or as many as have so many bytes.
const BATCH_BYTES: usize = 16 << 20;
/// How many batches reading may be ahead of writing.
const AHEAD: usize = 2;

/// A document on its way, and how many bytes it has.
pub(crate) trait OnItsWay {
    fn size_bytes(&self) -> usize;
}

impl OnItsWay for register::Prepared {
    fn size_bytes(&self) -> usize {
        let deposit = self.deposit();
        deposit.bytes.len() + deposit.original.as_ref().map_or(0, Vec::len)
    }
}

impl OnItsWay for register::Taken {
    fn size_bytes(&self) -> usize {
        self.deposit.bytes.len()
    }
}

/// Does `read` on every item with some threads and hands what `take` lets through to `write`, in the order of the items and in
/// batches of at most so many.
///
/// The first error of `take` ends it; what came before is written all the same, so that the next run goes on behind it.
pub(crate) fn keep<T: Send, R: Send + OnItsWay>(
    (threads, batch): (NonZeroUsize, NonZeroUsize),
    items: impl Iterator<Item = T>,
    read: impl Fn(T) -> Result<R> + Sync,
    mut take: impl FnMut(Result<R>) -> Result<Option<R>>,
    mut write: impl FnMut(Vec<R>) -> Result<()> + Send,
) -> Result<()> {
    let (batches, waiting) = sync_channel::<Vec<R>>(AHEAD);
    thread::scope(|scope| {
        let writer = scope.spawn(move || waiting.into_iter().try_for_each(&mut write));
        // That nobody takes a batch is told by the writer's own error.
        let send = |batch| batches.send(batch).map_err(|_| anyhow!("writing to the register has ended early"));
        let (mut waiting, mut size_bytes) = (Vec::new(), 0);
        let taken = in_order(threads, items, read, |read| -> Result<()> {
            let Some(read) = take(read)? else { return Ok(()) };
            size_bytes += read.size_bytes();
            waiting.push(read);
            if waiting.len() < batch.get() && size_bytes < BATCH_BYTES {
                return Ok(());
            }
            size_bytes = 0;
            send(mem::take(&mut waiting))
        });
        let sent = if waiting.is_empty() { Ok(()) } else { send(waiting) };
        drop(batches);
        let written = writer
            .join()
            .map_err(|_| anyhow!("the program failed while it wrote; what was reported as done is kept"))?;
        written.and(taken).and(sent)
    })
}

/// What became of documents, in words.
pub(crate) fn told(added: Added) -> Vec<String> {
    let mut parts = vec![format!("{} new with {}", count(added.new, "document"), count(added.accounts, "account"))];
    for (n, what) in [(added.known, "known already"), (added.elsewhere, "known from elsewhere")] {
        if n > 0 {
            parts.push(format!("{n} {what}"));
        }
    }
    parts
}

/// What a register has, in words.
pub(crate) fn told_of(register: &Register) -> Result<String> {
    let [documents, _, engagements] = register.store().counts()?;
    let (documents, engagements) = (count(documents as usize, "document"), count(engagements as usize, "engagement"));
    Ok(format!("the register has {documents} and {engagements}"))
}
