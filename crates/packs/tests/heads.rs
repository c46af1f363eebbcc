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

#[test]
fn let_compounds_count_as_their_last_part() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cli/tests/packs");
    let mut files = packs::files(&folder).expect("they are there");
    let of = |path: &str, text: &str| packs::PackFile { path: path.to_owned(), text: text.to_owned() };
    files.retain(|file| file.path != "en/triggers.tsv");
    files.push(of("en/triggers.tsv", "phrase\tkind\tshape\nsigned an agreement|signed a truce\tsigning\tjoint\n"));
    files.push(of("en/compounds.txt", "agreement\n"));
    let packs = Packs::from_files(&files).expect("they load");
    let lexicon = &packs.languages[0].lexicon;
    let shortened = |text: &str| {
        let tokens = document::tokenize(text);
        let mut words = vec![packs::UNKNOWN; tokens.len()];
        lexicon.number(text, &tokens, &mut words);
        let before = words.clone();
        let found = lexicon.shorten(text, &tokens, &mut words);
        assert!(found.iter().all(|&(at, number)| before[at as usize] == number), "{text}");
        found.into_iter().map(|(at, _)| (at, words[at as usize] == lexicon.word("agreement"))).collect::<Vec<_>>()
    };
    assert_eq!(shortened("They signed a Grainagreement"), [(3, true)]);
    // Neither the word itself nor one that a phrase has.
    assert_eq!(shortened("They signed an agreement and a truce"), []);
}
