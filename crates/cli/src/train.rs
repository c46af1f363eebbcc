//! `train`: makes the model of a pack anew from its examples and from gold files.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use clap::Args;
use packs::{Packs, Task};
use reader::Lesson;

use crate::gold::{self, Account};
use crate::score::{Part, golds};

/// Learns which type of claim a stretch makes and which kind of engagement a sentence tells of, and writes it into the
/// packs as text
///
/// The lessons are the packs' examples.tsv and acts.tsv and the open documents of a corpus (those whose number cannot be divided
/// by three; the others are kept aside for measuring). The same lessons always give the same
/// files, model.tsv and acts-model.tsv.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The folder of the packs, each of whose languages gets its model.tsv
    #[arg(value_name = "PACKS")]
    packs: PathBuf,
    /// A corpus with a folder a language (001-en.txt beside 001-en.json), of which the open part is learnt from; one
    /// that is given more than once counts as often
    #[arg(long, value_name = "CORPUS")]
    corpus: Vec<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  chancery train packs/
  chancery train packs/ --corpus corpus/ --corpus lessons/";

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let packs = crate::arguments::load(Some(&arguments.packs))?;
    for language in &packs.languages {
        let mut lessons: Vec<Lesson> = Vec::new();
        for example in &language.examples {
            let document = open(&packs, &language.code, "example", example.text.as_bytes())?;
            lessons.extend(reader::example(&packs, &document, example));
        }
        let n_examples = lessons.len();
        for corpus in &arguments.corpus {
            let folder = corpus.join(&language.code);
            for gold in if folder.is_dir() { golds(&folder, Part::Open)? } else { Vec::new() } {
                lessons.extend(of_gold(&packs, &language.code, &folder, &gold)?);
            }
        }
        let folder = arguments.packs.join(&language.code);
        for (task, name, examples) in
            [(Task::Claims, "model.tsv", "examples.tsv"), (Task::Acts, "acts-model.tsv", "acts.tsv")]
        {
            if language.examples.iter().all(|example| example.task != task) {
                continue;
            }
            let lines = reader::learn(task, &lessons);
            let mut text =
                format!("# Written by `chancery train`; change {examples}, not this file.\nfeature\tclass\tweight\n");
            for (feature, class, weight) in &lines {
                writeln!(text, "{feature}\t{class}\t{weight:.2}")?;
            }
            let path = folder.join(name);
            fs::write(&path, text).with_context(|| format!("{}: cannot be written", path.display()))?;
            println_of(&format!("{}: {} weights", path.display(), lines.len()))?;
        }
        println_of(&format!(
            "{}: learnt from {n_examples} examples and {} pieces of gold files",
            language.name,
            lessons.len() - n_examples
        ))?;
    }
    Ok(true)
}

fn println_of(line: &str) -> Result<()> {
    use std::io::Write as _;
    Ok(writeln!(std::io::stdout(), "{line}")?)
}

/// The lessons of a document with its gold file; none where that has no claims.
fn of_gold(packs: &Packs, language: &str, folder: &Path, gold: &Account) -> Result<Vec<Lesson>> {
    if gold.engagements.iter().any(|engagement| engagement.claims.is_none() || engagement.evidence.is_none()) {
        return Ok(Vec::new());
    }
    let path = folder.join(&gold.document);
    let bytes = fs::read(&path).with_context(|| format!("{}: cannot be read", path.display()))?;
    let document = open(packs, language, &gold.document, &bytes)?;
    let class = |claim: &gold::Claim| {
        Task::Claims
            .class(&claim.kind)
            .ok_or_else(|| anyhow!("{}: `{}` is no type of claim", path.display(), claim.kind))
    };
    let mut claims = Vec::new();
    for claim in gold.engagements.iter().flat_map(gold::Engagement::claims) {
        claims.push((claim.evidence.clone().unwrap_or_default(), class(claim)?));
    }
    let acts: Vec<reader::Told> = gold
        .engagements
        .iter()
        .filter_map(|engagement| Some((engagement.evidence.clone()?, Task::Acts.class(&engagement.kind)?)))
        .collect();
    Ok(reader::lessons(packs, &document, &reader::Settings::default(), &claims, &acts))
}

fn open(packs: &Packs, language: &str, name: &str, bytes: &[u8]) -> Result<document::Document> {
    let settings = document::Settings { language: Some(language.to_owned()), ..document::Settings::default() };
    Ok(document::open(name, bytes, packs.habits(), &settings)?)
}
