//! `sources test`: what a source would give.

use anyhow::{Result, anyhow};
use clap::Args;
use intake::follow::{Look, Looked, Shared, look};
use packs::Packs;
use register::Source;
use serde_json::json;

use super::add::SourceArguments;
use super::named;
use crate::arguments::{PacksArguments, count};
use crate::asking::{print, print_json};
use crate::fetching::FetchArguments;
use crate::paint::{Color, Paint};
use crate::register_arguments::RegisterArguments;
use crate::rendering::{Page, hanging, wrapped};

/// So many addresses are told one by one.
const TOLD: usize = 10;

/// Asks a source once and shows what would be taken; nothing is kept
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    told: SourceArguments,
    /// So many of its pages are asked too
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u16).range(0..=20))]
    pages: u16,
    /// Prints what was found as JSON
    #[arg(long)]
    json: bool,
    /// When to use colours
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Color,
    #[command(flatten)]
    fetch: FetchArguments,
    #[command(flatten)]
    packs: PacksArguments,
    #[command(flatten)]
    register: RegisterArguments,
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let packs = arguments.packs.load()?;
    let source = asked(arguments, &packs)?;
    let fetcher = Shared::new(arguments.fetch.fetcher()?);
    let allowed = &arguments.told.allowed;
    let look = look(&fetcher, &packs, &source, allowed, arguments.pages.into()).map_err(|why| anyhow!("{why}"))?;
    if arguments.json {
        print_json([as_json(&look)])?;
    } else {
        print(&shown(&look, &Page::of_terminal(Paint::new(arguments.color))))?;
    }
    Ok(!look.found.is_empty() && look.first.iter().all(|page| page.error.is_none()))
}

/// The source that is followed under the name given, with what is told otherwise of it; else one of the address given.
fn asked(arguments: &Arguments, packs: &Packs) -> Result<Source> {
    if let Ok(register) = arguments.register.open()
        && let Ok(source) = named(&register, &arguments.told.address)
    {
        return arguments.told.laid_over(source);
    }
    arguments.told.source(packs)
}

fn as_json(look: &Look) -> serde_json::Value {
    let page = |page: &Looked| {
        json!({
            "address": page.address, "error": page.error, "title": page.title, "language": page.language,
            "published": page.published, "words": page.n_words, "engagements": page.n_engagements,
        })
    };
    json!({
        "kind": look.kind, "title": look.title, "found": look.found, "feeds": look.feeds,
        "first": look.first.iter().map(page).collect::<Vec<_>>(),
    })
}

fn shown(look: &Look, page: &Page) -> String {
    let paint = page.paint;
    let title = look.title.clone().unwrap_or_else(|| "without title".to_owned());
    let mut out =
        format!("{}  {}  {}\n", paint.green(look.kind.as_str()), paint.bold(&title), count(look.found.len(), "page"));
    for feed in &look.feeds {
        out += &wrapped(&format!("names a feed: {feed}"), 2, page.width, str::to_owned);
    }
    if look.found.is_empty() {
        let mend = "name the links with --links or the addresses with --below, or take a feed of the site";
        out += &wrapped(&format!("nothing would be taken; {mend}"), 2, page.width, str::to_owned);
    }
    for address in look.found.iter().skip(look.first.len()).take(TOLD) {
        out += &wrapped(address, 2, page.width, str::to_owned);
    }
    for looked in &look.first {
        out.push('\n');
        out += &wrapped(&paint.bold(&looked.address), 2, page.width, str::to_owned);
        if let Some(error) = &looked.error {
            out += &hanging("not had", error, 4, page);
            continue;
        }
        let title = looked.title.clone().unwrap_or_else(|| "none".to_owned());
        out += &hanging("title", &title, 4, page);
        let language = looked.language.as_deref().unwrap_or("language unknown");
        let published = looked.published.as_deref().unwrap_or("day of publication unknown");
        let words = count(looked.n_words, "word");
        out += &hanging(
            "text",
            &format!("{language}, {published}, {words}, {}", count(looked.n_engagements, "engagement")),
            4,
            page,
        );
    }
    out
}
