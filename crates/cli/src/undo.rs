//! `undo`: a ruling taken back.

use anyhow::Result;
use clap::Args;

use crate::register_arguments::now_ms;
use crate::rule::MakingArguments;

/// Undoes a ruling, and prints what that changed
///
/// It stays in `chancery rule list --all`, with who undid it and when.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Its number, as `chancery rule list` has it
    #[arg(value_name = "N")]
    n: u64,
    #[command(flatten)]
    making: MakingArguments,
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let mut register = arguments.making.open()?;
    let before = register.store().last_change()?;
    register.undo(arguments.n, &arguments.making.who()?, now_ms())?;
    arguments.making.report(&register, arguments.n, before, &format!("undoing ruling {}", arguments.n))
}
