//! `print`: a paper that was edited, in any format.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use clap::Args;

use crate::arguments::tell;
use crate::printing::PrintArguments;

/// Prints a paper that was written as Markdown and edited, in any format
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// The Markdown file
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    print: PrintArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery digest --week 2025-W28 --out week.md     then edit week.md
  chancery print week.md --out week.docx";

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let path = arguments.file.display();
    let text = fs::read_to_string(&arguments.file)
        .with_context(|| format!("{path}: cannot be read as a text in UTF-8; check its name"))?;
    let edited = press::read_markdown(&text).with_context(|| format!("{path}: is no paper that can be printed"))?;
    for remark in &edited.remarks {
        tell(format_args!("{path}: {remark}"));
    }
    arguments.print.print(&edited.paper)?;
    Ok(true)
}
