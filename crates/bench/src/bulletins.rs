//! The sentences of the register's corpus, a file a language in `register/`, and who and what they can name.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use packs::{Form, Packs, Value};

/// What one language says.
pub(crate) struct Language {
    /// Sentences, by what they tell of.
    sentences: BTreeMap<String, Vec<String>>,
    /// Names of the parties, in the order of [`States::codes`].
    pub(crate) names: Vec<String>,
    /// Their genitives.
    pub(crate) genitives: Vec<String>,
}

/// The states that every language can name.
pub(crate) struct States {
    /// Their codes, in the order of the alphabet.
    pub(crate) codes: Vec<String>,
    /// Their capitals.
    pub(crate) capitals: Vec<String>,
}

impl Language {
    /// All sentences of a kind.
    pub(crate) fn all(&self, what: &str) -> &[String] {
        self.sentences.get(what).map_or(&[], Vec::as_slice)
    }

    /// The only sentence of a kind.
    pub(crate) fn only(&self, what: &str) -> &str {
        self.all(what).first().map_or("", String::as_str)
    }

    /// One of the words that stand beside each other in the sentence of a kind.
    pub(crate) fn word(&self, what: &str, at: usize) -> &str {
        self.only(what).split('|').nth(at).unwrap_or_default()
    }
}

/// All languages that have sentences here, and the states that all of them name.
pub(crate) fn load(packs: &Packs, folders: &Path) -> Result<(Vec<Language>, States), Box<dyn Error>> {
    let mut languages = Vec::new();
    let mut named: Vec<BTreeMap<String, String>> = Vec::new();
    for language in &packs.languages {
        let file = folders.join("crates/bench/register").join(format!("{}.tsv", language.code));
        if file.is_file() {
            languages.push((language, sentences(&fs::read_to_string(file)?)));
            named.push(parties(&fs::read_to_string(folders.join(format!("packs/{}/parties.tsv", language.code)))?));
        }
    }
    let world = &packs.world;
    let mut states: Vec<(String, String)> = Vec::new();
    for party in
        world.parties.iter().filter(|party| party.state && named.iter().all(|named| named.contains_key(&party.code)))
    {
        if let Some(capital) = party.capital {
            states.push((party.code.clone(), world.cities[usize::from(capital)].name.clone()));
        }
    }
    states.sort();
    let (codes, capitals): (Vec<String>, Vec<String>) = states.into_iter().unzip();
    let languages = languages.into_iter().zip(&named).map(|((language, sentences), named)| {
        let genitives = genitives(language);
        let names: Vec<String> = codes.iter().map(|code| named[code].clone()).collect();
        let genitive =
            |name: &String| genitives.iter().find(|genitive| genitive.starts_with(name)).unwrap_or(name).clone();
        Language { sentences, genitives: names.iter().map(genitive).collect(), names }
    });
    Ok((languages.collect(), States { codes, capitals }))
}

fn sentences(file: &str) -> BTreeMap<String, Vec<String>> {
    let mut sentences: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (what, text) in
        file.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).skip(1)
    {
        sentences.entry(what.to_owned()).or_default().push(text.to_owned());
    }
    sentences
}

/// The first name of each party.
fn parties(file: &str) -> BTreeMap<String, String> {
    let lines = file.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines
        .filter_map(|line| {
            let mut columns = line.split('\t');
            let (code, names) = (columns.next()?, columns.next()?);
            let first = names.split('|').next()?;
            let plain = !first.is_empty() && !first.contains(['(', '[', '*']);
            plain.then(|| (code.to_owned(), first.to_owned()))
        })
        .collect()
}

/// All genitives of parties, the shorter first.
fn genitives(language: &packs::Language) -> Vec<String> {
    let phrases = language.lexicon.phrases().into_iter();
    let genitive = |entry: u32| matches!(language.lexicon.entry(entry).value, Value::Party(_, Form::Genitive));
    let mut all: Vec<String> = phrases.filter(|(_, entry)| genitive(*entry)).map(|(phrase, _)| phrase).collect();
    all.sort_by_key(|phrase| (phrase.len(), phrase.clone()));
    all
}
