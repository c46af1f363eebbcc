//! `explain`: why a document reads so.

use std::io::{self, Write as _};
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use crate::arguments::{DocumentArguments, PacksArguments, tell};
use crate::desk::{Desk, guarded};
use crate::sources::Source;

/// Shows each sentence of a document with its marks, the pack line of every mark, and what they gave
#[derive(Args)]
pub(crate) struct Arguments {
    /// A file, or - for standard input
    #[arg(value_name = "FILE")]
    name: PathBuf,
    #[command(flatten)]
    document: DocumentArguments,
    #[command(flatten)]
    packs: PacksArguments,
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let packs = arguments.packs.load()?;
    if arguments.name.is_dir() {
        bail!("{}: is a folder; name one document in it", arguments.name.display());
    }
    let desk = Desk { packs: &packs, settings: arguments.document.settings(None) };
    let opened = desk.open(&Source::new(&arguments.name))?;
    let (_, trouble) = desk.read(&opened)?;
    let document = &opened.document;
    let shown = guarded(document.name(), || Ok(reader::explain(&packs, document, &opened.settings())))?;
    io::stdout().lock().write_all(shown.as_bytes())?;
    let all_well = trouble.is_none();
    trouble.into_iter().for_each(tell);
    Ok(all_well)
}
