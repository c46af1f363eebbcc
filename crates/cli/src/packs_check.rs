//! `packs check`: are the packs well-formed, do their cases hold, and are their messages complete?

use std::io::{self, BufWriter, Write as _};
use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use packs::{Case, Language};

use crate::arguments::{self, JobsArguments, count};
use crate::cases;
use crate::desk::guarded;
use crate::in_order::in_order;

/// Loads packs, runs their cases, checks their messages, and tells every mistake with file and line
#[derive(Args)]
#[command(after_help = "Examples:\n  chancery packs check\n  chancery packs check my-packs/")]
pub(crate) struct Arguments {
    /// The folder of packs to check; those in the program where it is left out
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    /// The same as DIR
    #[arg(long, value_name = "DIR", conflicts_with = "folder")]
    packs: Option<PathBuf>,
    #[command(flatten)]
    jobs: JobsArguments,
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let packs = arguments::load(arguments.folder.as_deref().or(arguments.packs.as_deref()))?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut all_hold = true;
    for language in &packs.languages {
        let mut failed = 0;
        let check = |case| {
            (
                case,
                guarded(&language.code, || {
                    Ok(cases::check(&packs, language, case).err().map(|mismatch| mismatch.to_string()))
                }),
            )
        };
        in_order(
            arguments.jobs.count(),
            language.cases.iter(),
            check,
            |(case, checked): (&Case, Result<Option<String>>)| -> Result<()> {
                let Some(read) = checked.unwrap_or_else(|error| Some(error.to_string())) else { return Ok(()) };
                failed += 1;
                let expected = if case.nothing { "nothing" } else { &case.expected };
                writeln!(out, "{}: {}\n  expected  {expected}\n  read      {read}", packs.place(case.rule), case.text)?;
                Ok(())
            },
        )?;
        let worded = [
            ("messages.ftl", press::check_messages(&packs, language)),
            ("interface.ftl", press::check_interface(&packs, language)),
        ];
        for (file, problem) in worded.iter().flat_map(|(file, problems)| problems.iter().map(move |one| (file, one))) {
            writeln!(out, "{}/{file}: {problem}", language.code)?;
        }
        writeln!(out, "{}", summary(language, failed))?;
        all_hold &= failed == 0 && worded.iter().all(|(_, problems)| problems.is_empty());
    }
    out.flush()?;
    Ok(all_hold)
}

fn summary(language: &Language, failed: usize) -> String {
    let (phrases, cases) = (count(language.lexicon.len(), "phrase"), count(language.cases.len(), "case"));
    let outcome = if failed == 0 { "all hold".to_owned() } else { format!("{failed} do not hold") };
    format!("{} ({}): {phrases}, {cases}, {outcome}", language.name, language.code)
}
