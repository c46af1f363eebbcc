//! Arguments that several commands share.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use clap::Args;
use packs::Packs;

/// Which packs to read with.
#[derive(Args)]
pub(crate) struct PacksArguments {
    /// Reads with the packs of this folder instead of those in the program
    #[arg(long, value_name = "DIR")]
    pub(crate) packs: Option<PathBuf>,
}

impl PacksArguments {
    /// Loads the packs named, or those in the program.
    pub(crate) fn load(&self) -> Result<Packs> {
        load(self.packs.as_deref())
    }
}

/// Loads the packs of a folder, or those in the program; every mistake is a line of the error.
pub(crate) fn load(folder: Option<&Path>) -> Result<Packs> {
    let loaded = folder.map_or_else(Packs::embedded, Packs::load);
    loaded.map_err(|errors| {
        let of = folder.map_or_else(|| "of the program".to_owned(), |folder| format!("in {}", folder.display()));
        let (count, s) = (errors.len(), if errors.len() == 1 { "" } else { "s" });
        let list = errors.iter().map(|error| format!("\n  {error}")).collect::<String>();
        anyhow!("the packs {of} cannot be used, {count} mistake{s}:{list}\nmend them, or name other packs with --packs DIR")
    })
}
