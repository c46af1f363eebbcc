//! Measures speed and memory in one run, on documents that do not repeat, and prints what it finds.
//!
//! The documents come from a seed and the packs of `packs/` (see `generator`); each is read once. What the numbers are
//! measured against (a bare automaton over the same phrases, `wc -w`) runs on the same texts in the same run. On one core
//! the processor's time counts, so that other work on the machine disturbs little.
//!
//! With a folder as its argument it writes such documents there and measures nothing, for profilers. With
//! `register [--documents N]` it measures how a register grows instead (see `register`), with `papers [--engagements N]` what papers
//! take (see `papers`), with `pages [--pages N]` how fast an archive of the web is added (see `pages`), with `served [--documents N]` what
//! pages take that are served (see `served`), with `followed [--hosts N]` how long a round through sources takes (see `followed`).

mod bulletins;
mod corpus;
mod followed;
mod generator;
mod pages;
mod papers;
mod plot;
mod program;
mod register;
mod seeded;
mod served;
mod stages;
mod yardsticks;

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use mimalloc::MiMalloc;
use packs::{Language, Packs};

use crate::generator::Generator;
use crate::stages::Stages;
use crate::yardsticks::Automaton;

/// The allocator of the program.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Documents of each language that one core reads.
const DOCUMENTS: usize = 1000;
/// Documents of the small folder that the program reads; the large one has four times as many.
const FOLDER: usize = 1000;
/// How often the program is started.
const STARTS: usize = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let packs = embedded::packs();
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (first, rest) = arguments.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    let mut out = std::io::stdout();
    match first {
        "" => reading(&packs, &mut out),
        "register" => register::run(&packs, rest, &mut out),
        "papers" => papers::run(&packs, rest, &mut out),
        "served" => served::run(&packs, rest, &mut out),
        "pages" => pages::run(&packs, rest, &mut out),
        "followed" => followed::run(&packs, rest, &mut out),
        option if option.starts_with('-') => Err(format!(
            "`{option}` is no option here; name a measurement (register, papers, pages, served, followed), or nothing"
        )
        .into()),
        folder => write(Path::new(folder), FOLDER, &generators()?.iter().map(Generator::new).collect::<Vec<_>>()),
    }
}

/// The packs as the folder has them, for the phrases that documents are made of.
fn generators() -> Result<Vec<Language>, Box<dyn Error>> {
    let packs = Packs::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs"))
        .map_err(|mistakes| mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    Ok(packs.languages)
}

/// How fast documents are read.
fn reading(packs: &Packs, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let languages = generators()?;
    let generators: Vec<Generator> = languages.iter().map(Generator::new).collect();
    let cores = thread::available_parallelism()?.get();
    let mut all: Vec<Vec<String>> = Vec::new();
    for (seed, generator) in generators.iter().enumerate() {
        all.push((0..DOCUMENTS).map(|index| generator.document((seed << 32 | index) as u64)).collect());
    }
    let bytes = |texts: &[String]| texts.iter().map(String::len).sum::<usize>();
    let total: usize = all.iter().map(|texts| bytes(texts)).sum();
    let count = all.iter().map(Vec::len).sum::<usize>();
    writeln!(out, "{count} documents, {:.1} MB, {} bytes each\n", total as f64 / 1e6, total / count)?;

    writeln!(out, "in a second of one core  documents   MB    open  scan  rest of reading  output")?;
    let mut sum = Stages::default();
    for (language, texts) in packs.languages.iter().zip(&all) {
        let stages = one_core(packs, texts);
        line(out, &language.name, texts.len(), bytes(texts), &stages)?;
        add(&mut sum, &stages);
    }
    line(out, "all", count, total, &sum)?;
    let speed = |took: Duration| total as f64 / 1e6 / took.as_secs_f64();
    let one = speed(sum.processor);
    writeln!(
        out,
        "{} engagements, {} claims, {:.1} MB of JSON\n",
        sum.engagements,
        sum.claims,
        sum.written as f64 / 1e6
    )?;

    let took = all_cores(packs, &all, cores);
    writeln!(
        out,
        "{:23} {:10.0} {:5.1}  {:.2} times one\n",
        format!("{cores} cores, by the clock"),
        count as f64 / took.as_secs_f64(),
        speed(took),
        speed(took) / one
    )?;

    writeln!(out, "yardsticks on the same texts                MB/s   our reading on one core is")?;
    let small: Vec<String> = all.iter().flatten().map(|text| text.to_lowercase()).collect();
    let (took, found) = automaton(&packs.languages, &small);
    writeln!(
        out,
        "bare automaton, same phrases, {found:8} found {:6.1}   {:.2} of it",
        speed(took),
        one / speed(took)
    )?;
    let joined = all.concat().concat();
    if let Some(took) = (0..5).filter_map(|_| yardsticks::word_count(joined.as_bytes())).min() {
        writeln!(
            out,
            "wc -w                                     {:6.1}   {:.2} of it",
            speed(took),
            one / speed(took)
        )?;
    }
    drop((small, joined, all));

    let program = program::path()?;
    let place = env::temp_dir().join(format!("chancery-bench-{}", std::process::id()));
    let measured = of_program(&program, &place, &generators, cores, out);
    fs::remove_dir_all(&place)?;
    measured
}

/// Reads all texts on one core.
fn one_core(packs: &Packs, texts: &[String]) -> Stages {
    stages::read_all(packs, &texts[..texts.len().min(20)]);
    let mut stages = stages::read_all(packs, texts);
    // The scan is part of reading; it is done again by itself to see its share.
    for text in texts {
        let document = document::open("document", text.as_bytes(), packs.habits(), &document::Settings::default());
        let document = document.expect("it is text");
        let start = Instant::now();
        std::hint::black_box(stages::scan(packs, &document));
        stages.scan += start.elapsed();
    }
    stages
}

fn add(sum: &mut Stages, one: &Stages) {
    sum.processor += one.processor;
    sum.open += one.open;
    sum.scan += one.scan;
    sum.read += one.read;
    sum.output += one.output;
    sum.engagements += one.engagements;
    sum.claims += one.claims;
    sum.written += one.written;
}

fn line(
    out: &mut impl std::io::Write,
    name: &str,
    documents: usize,
    bytes: usize,
    stages: &Stages,
) -> std::io::Result<()> {
    let total = stages.total().as_secs_f64();
    let share = |took: Duration| took.as_secs_f64() / total * 100.0;
    writeln!(
        out,
        "{name:23} {:10.0} {:5.1} {:5.0}% {:4.0}% {:15.0}% {:6.0}%",
        documents as f64 / stages.processor.as_secs_f64(),
        bytes as f64 / 1e6 / stages.processor.as_secs_f64(),
        share(stages.open),
        share(stages.scan),
        share(stages.read.saturating_sub(stages.scan)),
        share(stages.output)
    )
}

/// Reads all texts on all cores.
fn all_cores(packs: &Packs, all: &[Vec<String>], cores: usize) -> Duration {
    let texts: Vec<&String> = all.iter().flatten().collect();
    let next = AtomicUsize::new(0);
    let start = Instant::now();
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some(text) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
                    stages::read(packs, text, &mut Stages::default());
                }
            });
        }
    });
    start.elapsed()
}

/// Scans texts in small letters, the same number of each language, by a bare automaton of the language's phrases.
fn automaton(languages: &[Language], texts: &[String]) -> (Duration, usize) {
    let (mut took, mut found) = (Duration::ZERO, 0);
    for (language, texts) in languages.iter().zip(texts.chunks(texts.len() / languages.len())) {
        let automaton = Automaton::new(&language.lexicon);
        let (start, before) = (Instant::now(), stages::processor());
        found += texts.iter().map(|text| automaton.scan(text)).sum::<usize>();
        took += stages::processor().zip(before).map_or(start.elapsed(), |(after, before)| after - before);
    }
    (took, found)
}

/// Writes documents to a folder, one file each, the languages in turn.
fn write(folder: &Path, count: usize, generators: &[Generator]) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    for index in 0..count {
        let document = generators[index % generators.len()].document(1 << 48 | index as u64);
        fs::write(folder.join(format!("{index:06}.txt")), document)?;
    }
    Ok(())
}

/// Starts the program: how soon it answers, and whether its memory stays flat.
fn of_program(
    program: &Path,
    place: &Path,
    generators: &[Generator],
    cores: usize,
    out: &mut impl std::io::Write,
) -> Result<(), Box<dyn Error>> {
    let folders = [place.join("small"), place.join("large")];
    for (folder, count) in folders.iter().zip([FOLDER, 4 * FOLDER]) {
        write(folder, count, generators)?;
    }
    let first = folders[0].join("000000.txt");
    let mut starts: Vec<Duration> =
        (0..STARTS).map(|_| program::first_output(program, &first)).collect::<Result<_, _>>()?;
    starts.sort();
    writeln!(out, "\nstart to first output, median of {STARTS}: {:.1} ms", starts[STARTS / 2].as_secs_f64() * 1e3)?;
    for (folder, count) in folders.iter().zip([FOLDER, 4 * FOLDER]) {
        let (took, most) = program::folder(program, folder, cores)?;
        let memory = most.map_or_else(|| "unknown".to_owned(), |most| format!("{:.1} MB", most.all as f64 / 1024.0));
        let rate = count as f64 / took.as_secs_f64();
        writeln!(out, "the program on {count} files: {rate:.0} documents/s on {cores} cores, peak memory {memory}")?;
    }
    Ok(())
}
