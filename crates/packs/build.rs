//! Puts the files of `packs/` into the binary, but for the examples that only training needs.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").expect("set by cargo")).join("../../packs");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut list = String::from("&[\n");
    for pack in sorted(&folder).into_iter().filter(|path| path.join("pack.toml").exists()) {
        println!("cargo:rerun-if-changed={}", pack.display());
        for file in sorted(&pack).into_iter().filter(|path| path.is_file() && !path.ends_with("examples.tsv")) {
            println!("cargo:rerun-if-changed={}", file.display());
            let name = |path: &Path| path.file_name().expect("listed").to_string_lossy().into_owned();
            let file = file.canonicalize().expect("listed");
            writeln!(list, "({:?}, include_str!({:?})),", format!("{}/{}", name(&pack), name(&file)), file).expect("to a string");
        }
    }
    list.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR").expect("set by cargo")).join("embedded.rs"), list).expect("can write to OUT_DIR");
}

fn sorted(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder).expect("the packs are beside the crates").map(|entry| entry.expect("listed").path()).collect();
    paths.sort();
    paths
}
