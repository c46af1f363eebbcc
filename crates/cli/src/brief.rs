//! `brief`: what one must know before a meeting.

use anyhow::{Result, bail};
use clap::Args;
use press::{BriefOf, BriefOptions, brief};

use crate::arguments::PacksArguments;
use crate::asking::{PastArguments, code};
use crate::printing::PrintArguments;

/// Prints the brief of two parties or of a person: who they are, when they last met, who asked and promised what, what is open
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Two parties, yours first (codes or names in any pack's language), or one person (a key or words of the name)
    #[arg(value_name = "WHO", num_args = 1..=2, required = true)]
    who: Vec<String>,
    #[command(flatten)]
    packs: PacksArguments,
    #[command(flatten)]
    print: PrintArguments,
    #[command(flatten)]
    past: PastArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery brief VN JP --out brief.docx
  chancery brief Vietnam USA --lang sv
  chancery brief \"Iwaya Takeshi\"";

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let asked = arguments.past.open()?;
    let packs = arguments.packs.load()?;
    let of = match &arguments.who[..] {
        [a, b] => {
            let (a, b) = (code(&packs, a)?, code(&packs, b)?);
            if a == b {
                bail!("`{a}` and `{b}` are one; name two parties, yours first");
            }
            BriefOf::Pair(a, b)
        }
        [name] => BriefOf::Person(asked.register.person_named(name)?.id),
        _ => bail!("name two parties, or one person"),
    };
    let options =
        BriefOptions { language: arguments.print.language.code.clone(), of, today: register::date(asked.today) };
    arguments.print.print(&brief(&asked.register, &packs, &options)?)?;
    Ok(true)
}
