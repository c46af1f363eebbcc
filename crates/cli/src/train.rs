//! `train`: makes the model of a pack anew from its examples and from gold files.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use clap::Args;
use packs::{Packs, class_of};
use reader::Lesson;

use crate::gold::{self, Account};
use crate::score::{Part, golds};

/// Learns which type of claim a stretch makes, and writes it into the pack as text
///
/// The lessons are the pack's examples.tsv and the open documents of a corpus (those whose number cannot be divided
/// by three; the others are kept aside for measuring). The same lessons always give the same model.tsv.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The folder of the packs, each of whose languages gets its model.tsv
    #[arg(value_name = "PACKS")]
    packs: PathBuf,
    /// A corpus with a folder a language: 001-en.txt beside 001-en.json
    #[arg(long, value_name = "CORPUS")]
    corpus: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  chancery train packs/
  chancery train packs/ --corpus corpus/";

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let packs = crate::arguments::load(Some(&arguments.packs))?;
    for language in &packs.languages {
        let mut lessons: Vec<Lesson> = Vec::new();
        for example in &language.examples {
            let document = open(&packs, &language.code, "example", example.text.as_bytes())?;
            lessons.extend(reader::example(&packs, &document, example.joint, example.class));
        }
        let n_examples = lessons.len();
        if let Some(folder) = arguments.corpus.as_ref().map(|corpus| corpus.join(&language.code)).filter(|folder| folder.is_dir()) {
            for gold in golds(&folder, Part::Open)? {
                lessons.extend(of_gold(&packs, &language.code, &folder, &gold)?);
            }
        }
        let lines = reader::learn(&lessons);
        let mut text = String::from("# Written by `chancery train`; change examples.tsv, not this file.\nfeature\tclass\tweight\n");
        for (feature, class, weight) in &lines {
            writeln!(text, "{feature}\t{class}\t{weight:.2}")?;
        }
        let path = arguments.packs.join(&language.code).join("model.tsv");
        fs::write(&path, text).with_context(|| format!("{}: cannot be written", path.display()))?;
        println_of(&format!("{}: {} weights from {n_examples} examples and {} pieces of gold files", path.display(), lines.len(), lessons.len() - n_examples))?;
    }
    Ok(true)
}

fn println_of(line: &str) -> Result<()> {
    use std::io::Write as _;
    Ok(writeln!(std::io::stdout(), "{line}")?)
}

/// The lessons of a document with its gold file; none where that has no claims.
fn of_gold(packs: &Packs, language: &str, folder: &Path, gold: &Account) -> Result<Vec<Lesson>> {
    if gold.engagements.iter().any(|engagement| engagement.claims.is_none()) {
        return Ok(Vec::new());
    }
    let path = folder.join(&gold.document);
    let bytes = fs::read(&path).with_context(|| format!("{}: cannot be read", path.display()))?;
    let document = open(packs, language, &gold.document, &bytes)?;
    let class = |claim: &gold::Claim| class_of(&claim.kind).ok_or_else(|| anyhow!("{}: `{}` is no type of claim", path.display(), claim.kind));
    let mut claims = Vec::new();
    for claim in gold.engagements.iter().flat_map(gold::Engagement::claims) {
        claims.push((claim.evidence.clone().unwrap_or_default(), class(claim)?));
    }
    Ok(reader::lessons(packs, &document, &reader::Settings::default(), &claims))
}

fn open(packs: &Packs, language: &str, name: &str, bytes: &[u8]) -> Result<document::Document> {
    let settings = document::Settings { language: Some(language.to_owned()), ..document::Settings::default() };
    Ok(document::open(name, bytes, packs.habits(), &settings)?)
}
