//! `sources starters`: public sources to choose from.

use anyhow::Result;
use clap::Args;
use serde_json::json;

use crate::arguments::PacksArguments;
use crate::asking::{print, print_json};
use crate::paint::{Color, Paint};
use crate::rendering::{Page, wrapped};

/// Lists public sources of ministries and agencies to choose from; none is followed until it is added
#[derive(Args)]
pub(crate) struct Arguments {
    /// Only those whose id, name, party or language has this word
    #[arg(value_name = "WORD")]
    word: Option<String>,
    /// Prints a JSON object a source
    #[arg(long)]
    json: bool,
    /// When to use colours
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Color,
    #[command(flatten)]
    packs: PacksArguments,
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let packs = arguments.packs.load()?;
    let word = arguments.word.as_deref().unwrap_or_default().to_lowercase();
    let wanted = packs.sources.starter.iter().filter(|starter| {
        let party = starter.party.clone().unwrap_or_default();
        let of_name = [&starter.id, &starter.name].iter().any(|text| text.to_lowercase().contains(&word));
        of_name || [&party, &starter.language].iter().any(|text| text.to_lowercase() == word)
    });
    if arguments.json {
        let as_json = wanted.map(|starter| {
            json!({
                "id": starter.id, "name": starter.name, "party": starter.party, "language": starter.language,
                "kind": starter.kind.word(), "address": starter.address, "links": starter.selector, "terms": starter.terms,
                "checked": starter.checked,
            })
        });
        print_json(as_json)?;
        return Ok(true);
    }
    let page = Page::of_terminal(Paint::new(arguments.color));
    for starter in wanted {
        let about = format!("{}, {}, {}", starter.language, starter.kind.word(), starter.checked);
        print(&format!("{}  {}  {}\n", page.paint.bold(&starter.id), starter.name, page.paint.dim(&about)))?;
        print(&wrapped(&starter.address, 2, page.width, str::to_owned))?;
        print(&wrapped(&starter.terms, 2, page.width, str::to_owned))?;
    }
    Ok(true)
}
