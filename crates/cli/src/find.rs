//! `find`: what the register has of some words, parties, days and so on.

use std::io::{self, Write as _};

use anyhow::Result;
use clap::{Args, ValueEnum};
use packs::Packs;
use search::{Asked, Entry, Facets, Filter, Found, Query, Sort};
use serde_json::json;

use crate::arguments::PacksArguments;
use crate::asking::{PastArguments, nothing};
use crate::finding;
use crate::paint::{Color, Paint};
use crate::querying::{index, tell_behind, why};
use crate::rendering::Page;

/// Finds engagements, claims, people, matters and documents
///
/// QUERY is words (all must be there, in any of their forms, with diacritics or without), "phrases" and fields: party:JP or
/// party:"New Zealand", kind:meeting, from:2025-07, to:2025-07-11, topic:energy, type:pledge, actor:JP, addressee:VN, person:"Bui Thanh Son",
/// country:MY, city:Hanoi, lang:sv, source:mofa, state:agreed, is:disputed, is:background, in:claims. A minus before a word, phrase or field
/// leaves out what has it. Without in: it is engagements that are found.
///
/// The index stands beside the register (FILE.index) and is made, or brought up to date, when something is looked for.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// What to look for; nothing lists the latest
    #[arg(value_name = "QUERY")]
    query: Vec<String>,
    /// Of this party: a code, or a name in any pack's language; given twice, of both
    #[arg(long, value_name = "PARTY")]
    party: Vec<String>,
    /// Of this kind: meeting, call, visit, ...
    #[arg(long, value_name = "KIND")]
    kind: Vec<String>,
    /// On this day or later: 2025, 2025-07 or 2025-07-10
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// On this day or earlier
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
    /// About this topic: energy, trade, ...
    #[arg(long, value_name = "TOPIC")]
    topic: Vec<String>,
    /// Among these entries: engagements, claims, people, matters, documents
    #[arg(long = "in", value_name = "ENTRIES", value_delimiter = ',')]
    within: Vec<String>,
    /// In which order
    #[arg(long, value_enum, value_name = "ORDER", default_value_t)]
    sort: Order,
    /// How many to show at most
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
    /// How many to pass over
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: usize,
    /// Counts all that is found by kind, party, topic, type, language and year
    #[arg(long)]
    facets: bool,
    /// Prints one JSON object: hits, total, others, and facets with --facets
    #[arg(long)]
    json: bool,
    /// Whether to use colours; NO_COLOR turns them off too
    #[arg(long, value_enum, value_name = "WHEN", default_value_t)]
    color: Color,
    #[command(flatten)]
    past: PastArguments,
    #[command(flatten)]
    packs: PacksArguments,
}

/// The order of hits.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Order {
    /// What fits best first
    #[default]
    Relevance,
    /// The latest first
    Date,
}

const EXAMPLES: &str = "\
Examples:
  chancery find energy transition party:JP
  chancery find '\"yellow card\" -kind:statement' --from 2024 --sort date
  chancery find --party Vietnam --party \"Förenta staterna\" --kind meeting
  chancery find --in claims type:pledge actor:JP
  chancery find --in people \"Bui Thanh Son\"
  chancery find --facets --limit 0 from:2025         only counts";

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let packs = arguments.packs.load()?;
    let query = query(arguments, &packs)?;
    let register = arguments.past.open()?.register;
    let index = index(&arguments.past, &register, &packs)?;
    let asked = Asked {
        sort: match arguments.sort {
            Order::Relevance => Sort::Relevance,
            Order::Date => Sort::Date,
        },
        offset: arguments.offset,
        limit: arguments.limit,
        facets: arguments.facets,
        today: arguments.past.as_of.today(),
    };
    let found = index.find(&register, &packs, &query, &asked)?;
    let mut out = io::stdout().lock();
    if arguments.json {
        let mut object = serde_json::to_value(&found)?;
        if let Some(behind) = index.behind() {
            object["behind"] = json!(why(behind));
        }
        writeln!(out, "{object}")?;
        return Ok(true);
    }
    let page = Page::of_terminal(Paint::new(arguments.color));
    for hit in &found.hits {
        out.write_all(finding::hit(hit, &page).as_bytes())?;
    }
    writeln!(out, "{}", summary(&found, &query, arguments.offset))?;
    if let Some(facets) = &found.facets {
        out.write_all(counts(facets).as_bytes())?;
    }
    if found.total == 0 {
        nothing(
            &register,
            "nothing fits all of it",
            "look for fewer words, or with --in documents in the texts themselves",
        )?;
    }
    index.behind().into_iter().for_each(tell_behind);
    Ok(true)
}

/// The query of the words and flags together.
fn query(arguments: &Arguments, packs: &Packs) -> Result<Query> {
    let mut query = Query::parse(&arguments.query.join(" "), packs)?;
    let flags = [
        ("party", &arguments.party[..]),
        ("kind", &arguments.kind),
        ("from", arguments.from.as_slice()),
        ("to", arguments.to.as_slice()),
        ("topic", &arguments.topic),
        ("in", &arguments.within),
    ];
    for (field, values) in flags {
        for value in values {
            let filter = Filter::parse(field, value.trim(), packs);
            query.and(filter.map_err(|error| anyhow::anyhow!("--{field} {value}: {error}"))?);
        }
    }
    Ok(query)
}

/// How many there are, and what else there is.
fn summary(found: &Found, query: &Query, offset: usize) -> String {
    let entries = query.entries();
    let noun = match entries[..] {
        [entry] => named(entry, found.total),
        _ if found.total == 1 => "1 entry".to_owned(),
        _ => format!("{} entries", found.total),
    };
    let more = found.total.saturating_sub(offset.saturating_add(found.hits.len()));
    let mut line = if more > 0 && !found.hits.is_empty() {
        format!("{noun}, {more} more (--offset {})", offset + found.hits.len())
    } else {
        noun
    };
    for (&entry, &n) in &found.others {
        line += &format!("; {} too (--in {})", named(entry, n), entry.as_str());
    }
    line
}

fn named(entry: Entry, n: usize) -> String {
    let singular = match entry {
        Entry::Engagement => "engagement",
        Entry::Claim => "claim",
        Entry::Person => "person",
        Entry::Matter => "matter",
        Entry::Document => "document",
    };
    format!("{n} {}", if n == 1 { singular } else { entry.as_str() })
}

/// So many values of a facet are printed.
const VALUES: usize = 12;

fn counts(facets: &Facets) -> String {
    let years = facets.year.iter().map(|(year, n)| (year.to_string(), *n)).collect();
    let mut out = String::new();
    for (name, counts) in [
        ("kind", &facets.kind),
        ("party", &facets.party),
        ("topic", &facets.topic),
        ("type", &facets.claim),
        ("language", &facets.language),
        ("year", &years),
    ] {
        let mut counts: Vec<(&String, u64)> = counts.iter().map(|(value, n)| (value, *n)).collect();
        counts.sort_by_key(|(value, n)| (std::cmp::Reverse(*n), *value));
        let rest = counts.len().saturating_sub(VALUES);
        let mut shown: Vec<String> = counts.iter().take(VALUES).map(|(value, n)| format!("{value} {n}")).collect();
        if rest > 0 {
            shown.push(format!("{rest} more"));
        }
        if !shown.is_empty() {
            out += &format!("  {name:<10}{}\n", shown.join(", "));
        }
    }
    out
}
