//! The door for people and scripts: files in; readings, entries of the register, papers, pages, scores and checks of packs out.
//!
//! Arguments are checked here, one file a command; what a document says is left to `reader`, what a pack may say to `packs`,
//! and what is kept to `register`. Only this crate prints, walks folders of documents and chooses the allocator.

mod add;
mod arguments;
mod asking;
mod brief;
mod calendar;
mod cases;
mod check;
mod compare;
mod completions;
mod desk;
mod digest;
mod due;
mod explain;
mod export;
mod feed;
mod fetching;
mod figures;
mod find;
mod finding;
mod following;
mod gold;
mod import;
mod in_order;
mod incoming;
mod keeping;
mod matters;
mod packs_check;
mod paint;
mod people;
mod period_arguments;
mod print;
mod printing;
mod progress;
mod querying;
mod read;
mod rebuild;
mod register_arguments;
mod rendering;
mod review;
mod rule;
mod ruling_words;
mod score;
mod score_register;
mod serve;
mod show;
mod showing;
mod size;
mod sources;
mod text;
mod train;
mod undo;
mod watch;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use mimalloc::MiMalloc;

/// A reading is thousands of small lists, with which it is a tenth faster than the system's.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Reads what is published about diplomacy: who met, called, visited or wrote to whom, and what was said.
///
/// Exit codes: 0, all is well; 1, something could not be read, is broken or does not hold; 2, the command
/// was not understood.
#[derive(Parser)]
#[command(name = "chancery", version, arg_required_else_help = true, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  chancery read release.txt                     what a press release tells of, for people
  chancery read --json archive/ > readings.jsonl
  curl -s https://example.org/news | chancery read --format html -
  chancery explain release.txt                  why it read so
  chancery add releases/                        into the register
  chancery sources add https://mfa.example/feed.xml, and chancery watch
                                                what a ministry publishes from now on
  chancery find energy party:JP from:2025       what the register has of it
  chancery matters --party JP                   what runs between Japan and others, and how it stands
  chancery digest --week 2025-W28 --lang sv     the week as a round-up
  chancery calendar --for VN --out vn.ics       for a calendar program
  chancery serve                                the register in a browser
  chancery packs check my-packs/                mistakes of packs, with file and line
  chancery score --texts texts/ --gold gold/    how right the readings are

`chancery COMMAND --help` tells more of each.";

#[derive(Subcommand)]
enum Command {
    Read(read::Arguments),
    Explain(explain::Arguments),
    Add(add::Arguments),
    Find(find::Arguments),
    Show(show::Arguments),
    Compare(compare::Arguments),
    People(people::Arguments),
    Matters(matters::Arguments),
    Due(due::Arguments),
    Rule(rule::Arguments),
    Undo(undo::Arguments),
    Sources(following::Arguments),
    Watch(watch::Arguments),
    Rebuild(rebuild::Arguments),
    Check(check::Arguments),
    Digest(digest::Arguments),
    Brief(brief::Arguments),
    Review(review::Arguments),
    Print(print::Arguments),
    Calendar(calendar::Arguments),
    Feed(feed::Arguments),
    Serve(serve::Arguments),
    Export(export::Arguments),
    Import(import::Arguments),
    /// Looks after the language packs
    #[command(subcommand)]
    Packs(PacksCommand),
    Score(score::Arguments),
    Train(train::Arguments),
    Completions(completions::Arguments),
}

#[derive(Subcommand)]
enum PacksCommand {
    Check(packs_check::Arguments),
}

/// Runs a command; `false` where it ran, but not all is well.
fn run(command: Command) -> Result<bool> {
    match command {
        Command::Read(arguments) => read::run(&arguments),
        Command::Add(arguments) => add::run(&arguments),
        Command::Find(arguments) => find::run(&arguments),
        Command::Show(arguments) => show::run(&arguments),
        Command::Compare(arguments) => compare::run(&arguments),
        Command::People(arguments) => people::run(&arguments),
        Command::Matters(arguments) => matters::run(&arguments),
        Command::Due(arguments) => due::run(&arguments),
        Command::Rule(arguments) => rule::run(&arguments),
        Command::Undo(arguments) => undo::run(&arguments),
        Command::Sources(arguments) => following::run(&arguments),
        Command::Watch(arguments) => watch::run(&arguments),
        Command::Rebuild(arguments) => rebuild::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Digest(arguments) => digest::run(&arguments),
        Command::Brief(arguments) => brief::run(&arguments),
        Command::Review(arguments) => review::run(&arguments),
        Command::Print(arguments) => print::run(&arguments),
        Command::Calendar(arguments) => calendar::run(&arguments),
        Command::Feed(arguments) => feed::run(&arguments),
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Packs(PacksCommand::Check(arguments)) => packs_check::run(&arguments),
        Command::Score(arguments) => score::run(&arguments),
        Command::Train(arguments) => train::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
    }
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // All that is read says what it was; only what is printed comes bare. (`anyhow`'s own downcast looks behind what was said.)
            match error.chain().next().and_then(|error| error.downcast_ref::<std::io::Error>()) {
                Some(error) => arguments::tell(format_args!("the output cannot be written ({error}); see to its disk")),
                None => arguments::tell(format_args!("{error:#}")),
            }
            ExitCode::FAILURE
        }
    }
}

/// Whether whoever read the output has closed it, which is no error: `chancery read … | head`.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io.or(json) == Some(std::io::ErrorKind::BrokenPipe)
    })
}
