//! The packs of `packs/`, compiled when the program is built and read in place.
//!
//! In come the files of the packs, by `build.rs`; out go [`Packs`], at once: nothing is parsed when the program starts.

use packs::Packs;

/// The compiled packs.
const COMPILED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/packs.bin"));

/// The packs in the program.
pub fn packs() -> Packs {
    Packs::from_compiled(COMPILED)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    /// The packs in the program and those of the folder are the same bytes.
    #[test]
    fn is_what_the_folder_compiles_to() {
        let files = packs::files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")).unwrap();
        assert!(packs::compile(&files).unwrap() == super::COMPILED);
        assert!(files.iter().any(|file| file.path.ends_with("/examples.tsv")));
        assert!(super::packs().languages.iter().all(|language| language.examples.is_empty()));
    }
}
