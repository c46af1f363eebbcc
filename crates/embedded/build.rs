//! Compiles the packs of `packs/`; their mistakes end the build.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let variable = |name| env::var_os(name).map(PathBuf::from).ok_or("is not run by cargo");
    let folder = variable("CARGO_MANIFEST_DIR")?.join("../../packs");
    watch(&folder)?;
    for pack in fs::read_dir(&folder)? {
        let pack = pack?.path();
        if pack.join("pack.toml").is_file() {
            watch(&pack)?;
            fs::read_dir(&pack)?.try_for_each(|file| watch(&file?.path()))?;
        }
    }
    let compiled = packs::files(&folder).and_then(|files| packs::compile(&files)).map_err(|mistakes| {
        mistakes
            .iter()
            .fold(format!("{} mistakes in packs/", mistakes.len()), |all, mistake| format!("{all}\n  {mistake}"))
    });
    match compiled {
        Ok(compiled) => fs::write(variable("OUT_DIR")?.join("packs.bin"), compiled)?,
        Err(mistakes) => {
            eprintln!("{mistakes}");
            std::process::exit(1);
        }
    }
    Ok(())
}

/// Has cargo run this again when a file or folder changes, but for what only training needs.
fn watch(path: &Path) -> Result<(), Box<dyn Error>> {
    if !path.to_str().is_some_and(packs::is_example) {
        println!("cargo::rerun-if-changed={}", path.to_str().ok_or("the path is not in Unicode")?);
    }
    Ok(())
}
