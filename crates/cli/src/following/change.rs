//! `sources pause`, `resume` and `remove`.

use anyhow::Result;
use clap::Args;
use register::Source;

use super::named;
use crate::asking::print;
use crate::register_arguments::WritingArguments;

/// Leaves a source alone until it is resumed
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    named: NamedArguments,
}

/// Follows a source again
#[derive(Args)]
pub(crate) struct ResumeArguments {
    #[command(flatten)]
    named: NamedArguments,
}

/// Follows a source no more; the documents that it gave stay
#[derive(Args)]
pub(crate) struct RemoveArguments {
    #[command(flatten)]
    named: NamedArguments,
}

#[derive(Args)]
struct NamedArguments {
    /// The source, as `chancery sources` names it, or its address
    #[arg(value_name = "SOURCE")]
    source: String,
    #[command(flatten)]
    writing: WritingArguments,
}

pub(crate) fn pause(arguments: &Arguments) -> Result<bool> {
    set_paused(&arguments.named, true)
}

pub(crate) fn resume(arguments: &ResumeArguments) -> Result<bool> {
    set_paused(&arguments.named, false)
}

fn set_paused(arguments: &NamedArguments, paused: bool) -> Result<bool> {
    let mut register = arguments.writing.open(false)?;
    let source = Source { paused, ..named(&register, &arguments.source)? };
    register.put_source(&source)?;
    print(&format!("{} is {}\n", source.id, if paused { "paused" } else { "followed again" }))?;
    Ok(true)
}

pub(crate) fn remove(arguments: &RemoveArguments) -> Result<bool> {
    let mut register = arguments.named.writing.open(false)?;
    let source = named(&register, &arguments.named.source)?;
    register.drop_source(&source.id)?;
    print(&format!("{} is followed no more; the documents that it gave stay\n", source.id))?;
    Ok(true)
}
