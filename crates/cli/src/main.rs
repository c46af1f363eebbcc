//! The door for people and scripts: files in, readings, explanations, scores and checks of packs out.
//!
//! Arguments are checked here, one file a command; what a document says is left to `reader`, and what a pack
//! may say to `packs`. Only this crate prints, walks folders and uses threads.

mod arguments;
mod packs_check;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Reads what is published about diplomacy: who met, called, visited or wrote to whom, and what was said.
#[derive(Parser)]
#[command(name = "chancery", version, subcommand_required = true, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Looks after the language packs
    #[command(subcommand)]
    Packs(PacksCommand),
}

#[derive(Subcommand)]
enum PacksCommand {
    Check(packs_check::Arguments),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Packs(PacksCommand::Check(arguments)) => packs_check::run(&arguments),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("chancery: {error:#}");
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
