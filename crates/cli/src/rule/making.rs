//! How a ruling is made and undone: by whom and why, and what it changed.

use anyhow::{Result, anyhow};
use clap::Args;
use register::{Change, Decision, Register, Ruling};
use serde_json::json;

use crate::asking::{print, print_json};
use crate::register_arguments::{WritingArguments, now_ms, user};
use crate::rendering::{clean, wrapped};
use crate::ruling_words;

/// The circumstances of a ruling, and of undoing one.
#[derive(Args)]
pub(crate) struct MakingArguments {
    /// Why
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    why: String,
    /// Who decides [default: you]
    #[arg(long, value_name = "NAME")]
    who: Option<String>,
    /// Prints what was done as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    writing: WritingArguments,
}

impl MakingArguments {
    pub(crate) fn open(&self) -> Result<Register> {
        self.writing.open(false)
    }

    pub(crate) fn who(&self) -> Result<String> {
        let who = self.who.clone().or_else(user).filter(|who| !who.trim().is_empty());
        who.ok_or_else(|| anyhow!("nobody knows who you are; say it with --who NAME"))
    }

    /// Makes a ruling and prints what it changed.
    pub(crate) fn rule(&self, register: &mut Register, decision: Decision) -> Result<bool> {
        let who = self.who()?;
        let before = register.store().last_change()?;
        let n = register.rule(decision, &who, &self.why, now_ms())?;
        self.report(register, n, before, &format!("ruling {n}"))
    }

    /// Prints a ruling and what it changed after a change.
    pub(crate) fn report(&self, register: &Register, n: u64, before: i64, cause: &str) -> Result<bool> {
        let rulings = register.store().rulings()?;
        let ruling = rulings.iter().find(|ruling| ruling.n == n);
        let ruling = ruling.ok_or_else(|| anyhow!("ruling {n} is gone; run `chancery check`"))?;
        let mut changes = register.store().changes(before, usize::MAX >> 1)?;
        changes.retain(|change| change.cause == cause);
        if self.json {
            print_json([json!({ "ruling": ruling, "changes": changes })])?;
            return Ok(true);
        }
        print(&reported(register, ruling, &changes))?;
        Ok(true)
    }
}

fn reported(register: &Register, ruling: &Ruling, changes: &[Change]) -> String {
    let verb = if ruling.undone.is_some() { "undone" } else { "ruled" };
    let words = clean(&ruling_words::decision(register, &ruling.decision));
    let mut out = format!("{verb} {}: {words}\n", ruling.n);
    for change in changes {
        out += &wrapped(&format!("{} {}: {}", change.entry, change.id, change.what), 2, 100, str::to_owned);
    }
    if changes.is_empty() {
        out += "  no entry stands otherwise than before\n";
    }
    out
}
