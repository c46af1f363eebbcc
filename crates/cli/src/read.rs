//! `read`: files in, readings out; nothing is stored.

use std::io::{self, BufWriter, IsTerminal as _, Write as _};
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use intake::files::Found;

use crate::arguments::{DocumentArguments, JobsArguments, PacksArguments, count, tell};
use crate::desk::Desk;
use crate::in_order::in_order;
use crate::incoming::Incoming;
use crate::paint::{Color, Paint};
use crate::progress::Progress;
use crate::rendering::{Page, render};
use crate::sources::Sources;

/// Reads documents and prints their engagements and claims
///
/// For people by default, as JSON Lines with --json (one reading a line, as schema/reading.schema.json has it).
/// Readings come in the order of the input. What cannot be read is told on standard error, the rest is read, and
/// the exit code is 1.
///
/// Files are known by what they hold: text, HTML, Markdown, PDF, Word (DOCX), e-mails (EML, mbox), archives of the web (WARC), JSON Lines
/// and Parquet with named columns, and ZIP of any of these. Of a folder those are read whose endings or contents say so.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Files, folders (with those inside), patterns as 'news/*.txt', or - for standard input
    #[arg(required = true, value_name = "FILE")]
    names: Vec<PathBuf>,
    /// Prints JSON Lines
    #[arg(long)]
    json: bool,
    /// Whether to use colours; NO_COLOR turns them off too
    #[arg(long, value_enum, value_name = "WHEN", default_value_t)]
    color: Color,
    #[command(flatten)]
    document: DocumentArguments,
    #[command(flatten)]
    packs: PacksArguments,
    #[command(flatten)]
    jobs: JobsArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery read release.txt
  chancery read --published 2025-07-10 --lang sv releases/*.html
  chancery read --json --jobs 2 archive/ > readings.jsonl
  curl -s https://example.org/news | chancery read --format html -";

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let packs = arguments.packs.load()?;
    let desk = Desk { packs: &packs, settings: arguments.document.settings(None) };
    let page = (!arguments.json).then(|| Page::of_terminal(Paint::new(arguments.color)));
    let mut sources = Sources::new(&arguments.names);
    let counts = sources.counts();
    let progress = Progress::new(sources.counts());
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut incoming = Incoming::new(&mut sources, &desk.settings);
    let live = io::stdout().is_terminal();
    let mut all_well = true;
    in_order(
        arguments.jobs.count(),
        &mut incoming,
        |found| found.and_then(|found| read(&desk, found, page.as_ref())),
        |read| -> Result<()> {
            progress.one_more();
            let (printed, trouble) = read.unwrap_or_else(|error| (Vec::new(), Some(format!("{error:#}"))));
            if live {
                progress.aside(|| out.write_all(&printed).and_then(|()| out.flush()))?;
            } else {
                out.write_all(&printed)?;
            }
            if let Some(trouble) = trouble {
                all_well = false;
                out.flush()?;
                progress.aside(|| tell(trouble));
            }
            Ok(())
        },
    )?;
    progress.done();
    out.flush()?;
    if counts.passed_over.get() > 0 {
        tell(format_args!("{} in folders passed over", count(counts.passed_over.get(), "other file")));
    }
    incoming.passed_over().into_iter().for_each(tell);
    Ok(all_well)
}

/// Most readings take no more bytes as JSON.
const LINE: usize = 1 << 15;

/// What to print of a document, and what was wrong although it could be read.
fn read(desk: &Desk<'_>, found: Found, page: Option<&Page>) -> Result<(Vec<u8>, Option<String>)> {
    let (reading, trouble) = desk.read(&desk.open_found(found)?)?;
    let printed = match page {
        Some(page) => render(&reading, page).into_bytes(),
        None => {
            let mut line = Vec::with_capacity(LINE);
            serde_json::to_writer(&mut line, &reading)?;
            line.push(b'\n');
            line
        }
    };
    Ok((printed, trouble))
}
