//! `sources`: which sources are followed, and how it stands with them.

mod add;
mod change;
mod exchange;
mod list;
mod starters;
mod test;

use anyhow::{Result, anyhow};
use clap::{Args, Subcommand};
use register::{Register, Source};

/// Looks after the sources that `chancery watch` follows
///
/// Without a further word, all sources are listed with how it stands with them.
#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, after_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    list: list::Arguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery sources starters Norway                              public sources to choose from
  chancery sources add no-ud                                    one of them
  chancery sources test https://mfa.example/news/feed.xml       what it would give; nothing is kept
  chancery sources add https://mfa.example/news/feed.xml --name \"Ministry of Foreign Affairs\"
  chancery sources add https://mfa.example/press/ --links \"main a.title\" --every 30m
  chancery sources add /srv/incoming                            a folder of this machine
  chancery sources                                              how it stands with all
  chancery watch                                                follows them";

#[derive(Subcommand)]
enum Command {
    List(list::Arguments),
    Starters(starters::Arguments),
    Add(add::Arguments),
    Pause(change::Arguments),
    Resume(change::ResumeArguments),
    Remove(change::RemoveArguments),
    Test(test::Arguments),
    Import(exchange::ImportArguments),
    Export(exchange::ExportArguments),
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    match &arguments.command {
        None => list::run(&arguments.list),
        Some(Command::List(arguments)) => list::run(arguments),
        Some(Command::Starters(arguments)) => starters::run(arguments),
        Some(Command::Add(arguments)) => add::run(arguments),
        Some(Command::Pause(arguments)) => change::pause(arguments),
        Some(Command::Resume(arguments)) => change::resume(arguments),
        Some(Command::Remove(arguments)) => change::remove(arguments),
        Some(Command::Test(arguments)) => test::run(arguments),
        Some(Command::Import(arguments)) => exchange::import(arguments),
        Some(Command::Export(arguments)) => exchange::export(arguments),
    }
}

/// The source that a word names: by its name here, or by its address.
fn named(register: &Register, word: &str) -> Result<Source> {
    let sources = register.store().sources()?;
    let found = sources.iter().find(|source| source.id == word || source.address == word);
    found.cloned().ok_or_else(|| {
        let known: Vec<&str> = sources.iter().map(|source| source.id.as_str()).collect();
        let known =
            if known.is_empty() { "there are none yet".to_owned() } else { format!("there are {}", known.join(", ")) };
        anyhow!("no source is called `{word}`; {known}")
    })
}
