//! How a register grows: in steps up to a million accounts, what adding, asking and one document more take.
//!
//! The documents are those of `corpus`. They are added by the program itself, from archives; what is asked is asked
//! through the library, of a register that was just opened.

use std::error::Error;
use std::fs;
use std::io::{BufWriter, Write};
use std::num::NonZeroUsize;
use std::path::Path;
use std::time::{Duration, Instant};

use packs::Packs;
use register::{AccountId, Deposit, DocumentId, Origin, PackReader, Read, Register, Row, Sqlite};
use search::{Asked, Index, Query, Sort};
use serde_json::json;

use crate::corpus::{Bulletin, Corpus};
use crate::plot::{Line, plot};
use crate::seeded::Seeded;
use crate::{bulletins, program, stages};

/// How many documents a register has when it is measured.
const STEPS: [usize; 5] = [2_000, 6_000, 20_000, 60_000, 200_000];
/// How many documents are added, unless it is said.
const DOCUMENTS: usize = 20_000;
/// How often each thing is asked.
const ASKED: usize = 400;
/// How many documents are added one by one.
const SINGLE: usize = 60;

/// What is found at a step.
struct Found {
    documents: usize,
    accounts: u64,
    engagements: u64,
    /// Documents a second, of this step.
    speed: f64,
    /// The time for all documents so far.
    total: Duration,
    /// KiB.
    memory: Option<u64>,
    size_bytes: u64,
    /// Median and 95th percentile of each.
    show: [Duration; 2],
    rows: [Duration; 2],
    people: [Duration; 2],
    single: [Duration; 2],
    find: [Duration; 2],
    /// Accounts a second that the index takes in, in making it anew.
    indexed: f64,
}

pub(crate) fn run(packs: &Packs, arguments: &[String], out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let most = match arguments {
        [] => DOCUMENTS,
        [option, number] if option == "--documents" => number.parse()?,
        _ => return Err("write `register`, or `register --documents 200000`".into()),
    };
    let program = program::path()?;
    let corpus = Corpus::new(bulletins::load(packs, &Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))?);
    let place = std::env::temp_dir().join(format!("chancery-bench-{}", std::process::id()));
    fs::create_dir_all(&place)?;
    let file = place.join("register.db");
    let reading = reading_alone(packs, &corpus);
    writeln!(out, "one core reads {:.0} of these documents a second\n", 1.0 / reading.as_secs_f64())?;
    writeln!(
        out,
        "documents  accounts  engagements  added/s  of it reading  memory MB  file MB  show ms p50/p95  rows ms p50/p95  people ms p50/p95  one more ms p50/p95  find ms p50/p95  indexed/s"
    )?;
    let mut found: Vec<Found> = Vec::new();
    for step in STEPS.into_iter().filter(|step| *step < most).chain([most]) {
        let before = found.last().map_or(0, |last| last.documents);
        let (took, memory) = grow(&program, &corpus, (before, step - before), &file)?;
        let total = found.last().map_or(Duration::ZERO, |last| last.total) + took;
        let mut next = Found {
            documents: step,
            accounts: 0,
            engagements: 0,
            speed: (step - before) as f64 / took.as_secs_f64(),
            total,
            memory,
            size_bytes: fs::metadata(&file)?.len(),
            show: Default::default(),
            rows: Default::default(),
            people: Default::default(),
            single: Default::default(),
            find: Default::default(),
            indexed: 0.0,
        };
        ask(packs, &corpus, &file, &mut next)?;
        line(out, &next, reading)?;
        found.push(next);
    }
    fs::remove_dir_all(&place)?;
    let picture = program.with_file_name("register-growth.svg");
    fs::write(&picture, drawn(&found))?;
    writeln!(out, "\nthe growth as a plot: {}", picture.display())?;
    Ok(())
}

/// How long one core takes to read one of the documents.
fn reading_alone(packs: &Packs, corpus: &Corpus) -> Duration {
    let deposits: Vec<Deposit> = corpus.bulletins(0, 600).map(deposit).collect();
    let read = |deposits: &[Deposit]| {
        let before = stages::processor();
        let start = Instant::now();
        deposits.iter().for_each(|deposit| drop(std::hint::black_box(register::read(packs, deposit))));
        stages::processor().zip(before).map_or(start.elapsed(), |(after, before)| after - before)
    };
    read(&deposits[..100]);
    read(&deposits[100..]) / 500
}

/// Adds so many documents from a number on to the register of a file; gives how long that took, and the most memory that it held, in
/// KiB (where the system tells).
pub(crate) fn grow(
    program: &Path,
    corpus: &Corpus,
    (from, count): (usize, usize),
    file: &Path,
) -> Result<(Duration, Option<u64>), Box<dyn Error>> {
    let archive = file.with_extension("jsonl");
    write(&archive, corpus.bulletins(from, count))?;
    let added = program::add(program, &archive, file, std::thread::available_parallelism()?.get());
    fs::remove_file(&archive)?;
    let (took, memory) = added?;
    Ok((took, memory.map(|memory| memory.all)))
}

fn write(archive: &Path, bulletins: impl Iterator<Item = Bulletin>) -> Result<(), Box<dyn Error>> {
    let mut out = BufWriter::new(fs::File::create(archive)?);
    for Bulletin { text, published } in bulletins {
        writeln!(out, "{}", json!({ "text": text, "published": published.to_string(), "name": "bulletin" }))?;
    }
    Ok(out.flush()?)
}

fn deposit(Bulletin { text, published }: Bulletin) -> Deposit {
    let origin = Origin { name: "bulletin".to_owned(), published: Some(published.into()), ..Origin::default() };
    Deposit::new(text, origin, 0)
}

/// Asks a register what people ask, and adds some documents one by one.
fn ask(packs: &Packs, corpus: &Corpus, file: &Path, found: &mut Found) -> Result<(), Box<dyn Error>> {
    let mut seeded = Seeded::new(found.documents as u64);
    let mut register = Register::new(Box::new(Sqlite::open(file, Duration::ZERO)?))?;
    let [_, accounts, engagements] = register.store().counts()?;
    (found.accounts, found.engagements) = (accounts, engagements);
    let some = (0..ASKED).map(|_| some_account(&register, &mut seeded)).collect::<Result<Vec<_>, _>>()?;
    found.show = percentiles(&some, |account| register.engagement(*account).map(|_| ()))?;
    let rows = some.iter().map(|account| Ok(register.engagement(*account)?.0.id));
    let rows: Vec<Option<Row>> = rows
        .map(|id: Result<AccountId, register::RegisterError>| Ok(register.store().row(id?)?))
        .collect::<Result<_, register::RegisterError>>()?;
    found.rows = percentiles(&rows, |row| register.store().rows(row.as_ref(), 50).map(|_| ()))?;
    let parties: Vec<String> = rows.iter().flatten().flat_map(|row| row.parties.iter().cloned()).collect();
    found.people = percentiles(&parties, |party| register.store().people(Some(party)).map(|_| ()))?;
    look_up(packs, &register, &some, &file.with_extension("index"), found)?;
    let reader = PackReader::new(packs, NonZeroUsize::MIN);
    let further: Vec<Deposit> = (0..SINGLE).map(|_| deposit(corpus.further(seeded.below(found.documents)))).collect();
    found.single = percentiles(&further, |deposit| {
        register.add(vec![Read { deposit: deposit.clone(), reading: None }], &reader, 0).map(|_| ())
    })?;
    Ok(())
}

/// Makes an index of words over the register and looks up what some of its engagements say: names, sides and kind, words of a quote.
fn look_up(
    packs: &Packs,
    register: &Register,
    some: &[AccountId],
    folder: &Path,
    found: &mut Found,
) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let index = Index::open(folder, register, packs, |_, _| {})?;
    found.indexed = found.accounts as f64 / start.elapsed().as_secs_f64();
    let mut queries = Vec::with_capacity(some.len());
    for (turn, account) in some.iter().enumerate() {
        let (engagement, accounts) = register.engagement(*account)?;
        let quote = accounts.first().map_or("", |account| &account.engagement.evidence);
        let words: Vec<&str> = quote.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3).collect();
        let parties = engagement.parties.iter().map(|party| format!("party:{party} "));
        let text = match (turn % 3, engagement.people.first()) {
            (0, Some(person)) => person.name.clone(),
            (1, _) => format!("{}kind:{}", parties.collect::<String>(), engagement.kind),
            _ => words.iter().rev().take(2).copied().collect::<Vec<_>>().join(" "),
        };
        queries.push(Query::parse(&text, packs)?);
    }
    let asked = |facets| Asked { sort: Sort::Relevance, offset: 0, limit: 20, facets, today: 0 };
    let mut facets = false;
    found.find = percentiles(&queries, |query| {
        facets = !facets;
        index.find(register, packs, query, &asked(facets)).map(|_| ())
    })?;
    drop(index);
    Ok(fs::remove_dir_all(folder)?)
}

/// The first account of the first document after a random name that has one.
fn some_account(register: &Register, seeded: &mut Seeded) -> Result<AccountId, Box<dyn Error>> {
    let name = |bits: usize| format!("{bits:012x}").parse::<DocumentId>();
    let documents = register.store().documents_between(name(seeded.below(1 << 47))?, name((1 << 47) - 1)?, 1)?;
    let accounts = documents.first().map(|&document| register.store().accounts_of(document)).transpose()?;
    match accounts.unwrap_or_default().first() {
        Some((account, ..)) => Ok(*account),
        None => some_account(register, seeded),
    }
}

/// The median and the 95th percentile of what something takes.
fn percentiles<T, E: Error + 'static>(
    of: &[T],
    mut ask: impl FnMut(&T) -> Result<(), E>,
) -> Result<[Duration; 2], Box<dyn Error>> {
    let mut took = Vec::with_capacity(of.len());
    for one in of {
        let start = Instant::now();
        ask(one)?;
        took.push(start.elapsed());
    }
    Ok(percentiles_of(took))
}

/// The median and the 95th percentile of some times.
pub(crate) fn percentiles_of(mut took: Vec<Duration>) -> [Duration; 2] {
    took.sort_unstable();
    [took[took.len() / 2], took[took.len() * 95 / 100]]
}

pub(crate) fn ms(took: Duration) -> f64 {
    took.as_secs_f64() * 1e3
}

fn line(out: &mut impl Write, found: &Found, reading: Duration) -> std::io::Result<()> {
    let both = |[median, most]: [Duration; 2]| format!("{:.1} / {:.1}", ms(median), ms(most));
    let share = reading.as_secs_f64() * found.speed / 2.0 * 100.0;
    writeln!(
        out,
        "{:9} {:9} {:12} {:8.0} {:13.0}% {:10} {:8.0} {:>16} {:>16} {:>18} {:>20} {:>16} {:10.0}",
        found.documents,
        found.accounts,
        found.engagements,
        found.speed,
        share,
        found.memory.map_or_else(|| "?".to_owned(), |memory| (memory / 1024).to_string()),
        found.size_bytes as f64 / 1e6,
        both(found.show),
        both(found.rows),
        both(found.people),
        both(found.single),
        both(found.find),
        found.indexed
    )?;
    out.flush()
}

/// Times beside what would grow as n log n, from the first step on.
fn drawn(found: &[Found]) -> String {
    let accounts = |found: &Found| found.accounts as f64;
    let of = |name: &str, value: &dyn Fn(&Found) -> f64| Line {
        name: name.to_owned(),
        points: found.iter().map(|found| (accounts(found), value(found))).collect(),
    };
    let Some(first) = found.first() else { return String::new() };
    let scale = ms(first.total) / (accounts(first) * accounts(first).ln());
    plot(
        "accounts",
        "milliseconds",
        &[
            of("adding all", &|found| ms(found.total)),
            of("n log n", &|found| scale * accounts(found) * accounts(found).ln()),
            of("one document more, 95th percentile", &|found| ms(found.single[1])),
            of("looking up, 95th percentile", &|found| ms(found.find[1])),
            of("an engagement, 95th percentile", &|found| ms(found.show[1])),
            of("a page of rows, 95th percentile", &|found| ms(found.rows[1])),
        ],
    )
}
