//! Language packs: data in, one compiled lexicon out.

use std::path::Path;

/// All packs, compiled.
#[derive(Debug)]
pub struct Packs {}

/// A mistake in a pack: file, line and mend.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct PackError(pub String);

impl Packs {
    /// The packs in the binary.
    pub fn embedded() -> Result<Self, Vec<PackError>> {
        Ok(Self {})
    }
    /// The packs of a folder.
    pub fn load(_folder: &Path) -> Result<Self, Vec<PackError>> {
        Ok(Self {})
    }
    /// What the languages do with blocks and sentences.
    pub fn habits(&self) -> &document::Habits {
        unimplemented!()
    }
}
