//! What the heads of packs may say.

use std::path::Path;

use packs::Packs;

/// The small packs of the program's tests, with some words of the head replaced by others.
fn packs(from: &str, to: &str) -> Result<Packs, Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cli/tests/packs");
    let mut files = packs::files(&folder).expect("they are there");
    let head = files.iter_mut().find(|file| file.path == "en/pack.toml").expect("it is there");
    head.text = head.text.replace(from, to);
    Packs::from_files(&files).map_err(|errors| errors.iter().map(ToString::to_string).collect())
}

#[test]
fn name_a_stemmer_or_none() {
    let stemmer = |from, to| packs(from, to).map(|packs| packs.languages[0].stemmer);
    assert_eq!(stemmer("", ""), Ok(Some("english")));
    assert_eq!(stemmer("stemmer = \"english\"\n", ""), Ok(None));
    let errors = stemmer("\"english\"", "\"klingon\"").unwrap_err();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert!(errors[0].starts_with("en/pack.toml:"), "{errors:?}");
    assert!(errors[0].contains("no stemmer `klingon`; use one of arabic, danish"), "{errors:?}");
}
