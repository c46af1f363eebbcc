//! `rebuild`: the register made anew from its documents and rulings.

use anyhow::Result;
use clap::Args;
use register::PackReader;
use serde_json::json;

use crate::arguments::count;
use crate::asking::{print, print_json};
use crate::keeping::KeepingArguments;
use crate::progress::Progress;
use crate::register_arguments::now_ms;

/// Reads every document anew and makes everything else from that and the rulings
///
/// For better packs, or where `chancery check` says so. It is one change: interrupted, the register is as it was. With the
/// packs that it was made with it ends as it was.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Prints what was done as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    keeping: KeepingArguments,
}

const EXAMPLES: &str = "\
Examples:
  chancery rebuild
  chancery rebuild --packs my-packs/";

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let packs = arguments.keeping.packs()?;
    let mut register = arguments.keeping.open(false)?;
    let progress = Progress::of(register.store().counts()?[0] as usize);
    let reader = PackReader::new(&packs, arguments.keeping.threads());
    let rebuilt = register.rebuild(&reader, now_ms(), |done| progress.more(done))?;
    progress.done();
    let (new, gone, changed) = (rebuilt.new, rebuilt.gone, rebuilt.changed);
    if arguments.json {
        print_json([json!({ "documents": rebuilt.documents, "new": new, "gone": gone, "changed": changed })])?;
        return Ok(true);
    }
    let read = count(rebuilt.documents, "document");
    if new + gone + changed == 0 {
        print(&format!("{read} read anew; everything is as it was\n"))?;
    } else {
        print(&format!(
            "{read} read anew; of engagements, people and matters {new} new, {gone} gone, {changed} changed\n"
        ))?;
    }
    Ok(true)
}
