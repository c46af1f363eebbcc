//! `check`: whether all that is kept is whole.

use anyhow::Result;
use clap::Args;
use serde_json::json;

use crate::arguments::{count, tell};
use crate::asking::{print, print_json};
use crate::progress::Progress;
use crate::register_arguments::RegisterArguments;
use crate::rendering::clean;

/// Checks all that the register keeps: the file itself, every document, every quote in its document, every engagement
///
/// The exit code is 1 where something is wrong. A ruling whose words are no longer read as they were waits and is told: it is
/// kept, and counts again when they are.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Prints what was found as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    register: RegisterArguments,
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let register = arguments.register.open()?;
    let progress = Progress::of(register.store().counts()?[0] as usize);
    let checked = register.check(|done| progress.more(done))?;
    progress.done();
    let well = checked.faults.is_empty();
    if arguments.json {
        print_json([json!({
            "documents": checked.documents, "originals": checked.originals, "quotes": checked.quotes, "engagements": checked.engagements,
            "faults": checked.faults, "unplaced": checked.unplaced,
        })])?;
        return Ok(well);
    }
    for fault in &checked.faults {
        tell(clean(fault));
    }
    for n in &checked.unplaced {
        tell(format_args!(
            "ruling {n} waits: its words are not read as they were; `chancery rule list` shows it, `chancery undo {n}` drops it"
        ));
    }
    let looked_at = [
        count(checked.documents, "document"),
        count(checked.quotes, "quote"),
        count(checked.engagements, "engagement"),
    ];
    let verdict = if well {
        "all is well".to_owned()
    } else {
        format!(
            "{} found; `chancery rebuild` mends what follows from the documents",
            count(checked.faults.len(), "fault")
        )
    };
    print(&format!("{} looked at; {verdict}\n", looked_at.join(", ")))?;
    Ok(well)
}
