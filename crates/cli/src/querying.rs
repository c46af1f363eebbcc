//! Queries of commands that do not list what they find: the index, and the engagements that fit.

use anyhow::{Context as _, Result};
use clap::Args;
use packs::Packs;
use register::{AccountId, Register};
use search::{Behind, Index, Query};

use crate::arguments::tell;
use crate::asking::PastArguments;
use crate::progress::Progress;

/// Which engagements something is made of.
#[derive(Args)]
pub(crate) struct QueryArguments {
    /// Only of engagements that fit this query, which is written as for `chancery find`: 'topic:energy party:JP'
    #[arg(long, value_name = "QUERY")]
    query: Option<String>,
}

impl QueryArguments {
    /// The query as it was written; none where it says nothing.
    pub(crate) fn text(&self) -> Option<String> {
        self.query.as_deref().map(str::trim).filter(|query| !query.is_empty()).map(str::to_owned)
    }

    /// The engagements that fit; `None` where nothing is asked for.
    pub(crate) fn chosen(
        &self,
        past: &PastArguments,
        register: &Register,
        packs: &Packs,
    ) -> Result<Option<Vec<AccountId>>> {
        let Some(text) = self.text() else { return Ok(None) };
        let query = Query::parse(&text, packs).with_context(|| format!("--query {text}"))?;
        let index = index(past, register, packs)?;
        let chosen = index.engagements(register, &query, past.as_of.today()).context("--query")?;
        index.behind().into_iter().for_each(tell_behind);
        Ok(Some(chosen))
    }
}

/// The index beside the register, or in memory over a register of the past.
pub(crate) fn index(past: &PastArguments, register: &Register, packs: &Packs) -> Result<Index> {
    if past.as_of.is_given() {
        return Ok(Index::in_memory(register, packs)?);
    }
    let progress = Progress::of(register.store().counts()?[0] as usize);
    let folder = search::beside(&past.register.path()?);
    let index = Index::open(&folder, register, packs, |_, _| progress.one_more());
    progress.done();
    Ok(index?)
}

/// Says that the index may be behind the register, and why.
pub(crate) fn tell_behind(behind: Behind) {
    tell(format_args!("the index may be behind the register: {}", why(behind)));
}

/// Why an index is behind.
pub(crate) fn why(behind: Behind) -> &'static str {
    match behind {
        Behind::Held => "another process is writing it; ask again when it is done",
        Behind::ReadOnly => "its folder is read-only",
        Behind::Failed => "writing it failed; see that its disk has room",
    }
}
