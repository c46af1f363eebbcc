//! `score`: how right readings are, against gold annotations.

use std::collections::HashMap;
use std::io::{self, BufWriter, Read as _, Write as _};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use clap::Args;
use intake::files::Settings;
use packs::Packs;
use register::Origin;

use crate::arguments::{JobsArguments, PacksArguments, tell};
use crate::desk::Desk;
use crate::figures::{Figure, Figures, Tally};
use crate::gold::{self, Account};
use crate::in_order::in_order;
use crate::score_register;
use crate::sources::Source;

/// Scores readings against gold annotations
///
/// Without READINGS the documents are read now. READINGS holds a reading a line, or one JSON array; documents are
/// the same where their file names are.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The folder of the documents
    #[arg(long, value_name = "DIR", required_unless_present_any = ["by_language", "register"], requires = "gold")]
    texts: Option<PathBuf>,
    /// The folder of the gold files, one JSON file a document
    #[arg(long, value_name = "DIR", requires = "texts")]
    gold: Option<PathBuf>,
    /// Readings as `chancery read --json` prints them, or - for standard input
    #[arg(value_name = "READINGS")]
    readings: Option<PathBuf>,
    /// Scores a corpus language by language: folders named by language, with 001-en.txt beside 001-en.json
    #[arg(long, value_name = "CORPUS", conflicts_with_all = ["texts", "gold", "readings"])]
    by_language: Option<PathBuf>,
    /// Scores which accounts a register takes for one: a folder of documents with gold.json, see clusters/README.md
    #[arg(long, value_name = "CLUSTERS", conflicts_with_all = ["texts", "gold", "readings", "by_language"])]
    register: Option<PathBuf>,
    /// Only documents whose number can be divided by three: those kept aside for measuring
    #[arg(long, conflicts_with = "open")]
    locked: bool,
    /// Only documents whose number cannot be divided by three
    #[arg(long)]
    open: bool,
    /// Prints the figures as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// Lists what was missed, wrong or extra
    #[arg(long, conflicts_with = "json")]
    pub(crate) misses: bool,
    #[command(flatten)]
    packs: PacksArguments,
    #[command(flatten)]
    jobs: JobsArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery score --texts texts/ --gold gold/
  chancery score --texts texts/ --gold gold/ --misses readings.jsonl
  chancery score --by-language corpus/ --open
  chancery score --register clusters/ --misses";

impl Arguments {
    /// The packs to read with.
    pub(crate) fn packs(&self) -> Result<Packs> {
        self.packs.load()
    }

    /// How many threads read.
    pub(crate) fn threads(&self) -> NonZeroUsize {
        self.jobs.count()
    }

    /// The documents that are asked for.
    fn part(&self) -> Part {
        match (self.locked, self.open) {
            (true, _) => Part::Locked,
            (_, true) => Part::Open,
            _ => Part::All,
        }
    }
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    if let Some(clusters) = &arguments.register {
        return score_register::run(arguments, clusters, arguments.part());
    }
    match (&arguments.by_language, &arguments.texts, &arguments.gold) {
        (Some(corpus), ..) => by_language(arguments, corpus),
        (None, Some(texts), Some(gold)) => one_folder(arguments, texts, gold),
        _ => bail!("name --texts and --gold, --by-language or --register"),
    }
}

fn one_folder(arguments: &Arguments, texts: &Path, gold: &Path) -> Result<bool> {
    let golds = asked(arguments, gold)?;
    let mut score = Score::default();
    match &arguments.readings {
        Some(readings) => {
            let readings = self::readings(readings)?;
            for gold in &golds {
                score.document(gold, texts, readings.get(gold.document.as_str()));
            }
        }
        None => score.read_now(arguments, &arguments.packs.load()?, &golds, texts)?,
    }
    let mut out = BufWriter::new(io::stdout().lock());
    score.misses(arguments, &mut out)?;
    let figures = score.tally.figures();
    if arguments.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&figures)?)?;
    } else {
        list(&figures, &mut out)?;
    }
    out.flush()?;
    Ok(score.all_well)
}

fn by_language(arguments: &Arguments, corpus: &Path) -> Result<bool> {
    let packs = arguments.packs.load()?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut rows = Vec::new();
    let mut all = Score::default();
    for folder in sorted(corpus)?.into_iter().filter(|path| path.is_dir()) {
        let golds = asked(arguments, &folder)?;
        if golds.is_empty() {
            continue;
        }
        let mut score = Score::default();
        score.read_now(arguments, &packs, &golds, &folder)?;
        score.misses(arguments, &mut out)?;
        all.tally.absorb(&score.tally);
        all.all_well &= score.all_well;
        rows.push((name(&folder), golds.len(), score.tally.figures()));
    }
    if rows.is_empty() {
        bail!(
            "{}: holds no folder with gold files; lay it out as CORPUS/en/001-en.txt and 001-en.json",
            corpus.display()
        );
    }
    rows.push(("all".to_owned(), rows.iter().map(|row| row.1).sum(), all.tally.figures()));
    if arguments.json {
        let by_language: Vec<_> = rows.iter().map(|(language, documents, figures)| serde_json::json!({"language": language, "documents": documents, "figures": figures})).collect();
        writeln!(out, "{}", serde_json::to_string_pretty(&by_language)?)?;
    } else {
        table(&rows, &mut out)?;
    }
    out.flush()?;
    Ok(all.all_well)
}

/// What has been scored so far.
struct Score {
    tally: Tally,
    /// Whether every document could be read.
    all_well: bool,
}

impl Default for Score {
    fn default() -> Self {
        Self { tally: Tally::default(), all_well: true }
    }
}

impl Score {
    /// Reads the documents of gold files and scores them.
    fn read_now(&mut self, arguments: &Arguments, packs: &Packs, golds: &[Account], texts: &Path) -> Result<()> {
        let settings = Settings { origin: Origin::default(), limit_bytes: document::Settings::SIZE_LIMIT, now_ms: 0 };
        let desk = Desk { packs, settings };
        in_order(
            arguments.jobs.count(),
            golds.iter(),
            |gold| {
                let source = Source::File(texts.join(&gold.document));
                let read = || -> Result<Account> {
                    let (reading, _) = desk.read(&desk.open(&source)?)?;
                    Ok(serde_json::from_value(serde_json::to_value(reading)?)?)
                };
                (gold, read())
            },
            |(gold, read): (&Account, Result<Account>)| {
                let read = read.map_err(|error| self.trouble(&error)).ok();
                self.document(gold, texts, read.as_ref());
                Ok(())
            },
        )
    }

    fn document(&mut self, gold: &Account, texts: &Path, read: Option<&Account>) {
        match gold::text(&texts.join(&gold.document)) {
            Ok(text) => self.tally.document(gold, read, &text),
            Err(error) => self.trouble(&error),
        }
    }

    fn trouble(&mut self, error: &anyhow::Error) {
        self.all_well = false;
        tell(format_args!("{error:#}"));
    }

    fn misses(&self, arguments: &Arguments, out: &mut impl io::Write) -> io::Result<()> {
        let misses = self.tally.misses.iter().filter(|_| arguments.misses);
        misses.into_iter().try_for_each(|miss| writeln!(out, "{miss}"))
    }
}

/// The gold files of a folder that are asked for; there must be some, where the folder is named itself.
fn asked(arguments: &Arguments, folder: &Path) -> Result<Vec<Account>> {
    let golds = golds(folder, arguments.part())?;
    if golds.is_empty() && arguments.by_language.is_none() {
        bail!(
            "{}: holds no gold files (.json) that are asked for; name the folder in which they are",
            folder.display()
        );
    }
    Ok(golds)
}

/// A part of a corpus, by the number with which a document's name begins.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Every document.
    All,
    /// Those whose number cannot be divided by three.
    Open,
    /// The others, kept aside for measuring.
    Locked,
}

impl Part {
    /// Whether a document of this name belongs to it.
    pub(crate) fn holds(self, name: &str) -> bool {
        let number: Option<u64> =
            name.split(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse().ok());
        let third = number.is_some_and(|number| number % 3 == 0);
        self == Self::All || third == (self == Self::Locked)
    }
}

/// The gold files of a part of a folder, in the order of their names.
pub(crate) fn golds(folder: &Path, part: Part) -> Result<Vec<Account>> {
    let files = sorted(folder)?.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    files.filter(|path| part.holds(&name(path))).map(|path| gold::gold(&path)).collect()
}

fn readings(path: &Path) -> Result<HashMap<String, Account>> {
    let text = if path == Path::new("-") {
        let mut text = String::new();
        io::stdin().lock().read_to_string(&mut text).context("standard input cannot be read as a text in UTF-8")?;
        text
    } else {
        gold::text(path)?
    };
    let readings = gold::readings(&text, &path.display().to_string())?;
    Ok(readings.into_iter().map(|reading| (name(Path::new(&reading.document)), reading)).collect())
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder)
        .map_err(|error| anyhow!("{}: cannot be read as a folder ({error}); check its name", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn list(figures: &Figures, out: &mut impl io::Write) -> io::Result<()> {
    for (name, figure) in &figures.0 {
        match figure {
            Figure::F1 { f1, precision, recall, gold, read } => {
                writeln!(
                    out,
                    "{name:12} f1 {f1:?}  precision {precision:?}  recall {recall:?}  gold {gold}  read {read}"
                )?;
            }
            Figure::Share { share: Some(share), of } => writeln!(out, "{name:12} share {share:?}  of {of}")?,
            Figure::Share { share: None, of } => writeln!(out, "{name:12} share -  of {of}")?,
        }
    }
    Ok(())
}

/// The figures that a table of languages shows.
const COLUMNS: [&str; 8] = ["engagement", "people", "start", "kind", "country", "claim", "actor", "topic"];

fn table(rows: &[(String, usize, Figures)], out: &mut impl io::Write) -> io::Result<()> {
    write!(out, "{:8} {:>9}", "language", "documents")?;
    COLUMNS.iter().try_for_each(|column| write!(out, "  {column:>7}"))?;
    writeln!(out)?;
    for (language, documents, figures) in rows {
        write!(out, "{language:8} {documents:>9}")?;
        for column in COLUMNS {
            let value = figures
                .get(column)
                .and_then(Figure::value)
                .map_or_else(|| "-".to_owned(), |value| format!("{value:.4}"));
            write!(out, "  {value:>width$}", width = column.len().max(7))?;
        }
        writeln!(out)?;
    }
    Ok(())
}
