//! A look at a source, before it is followed: what it lists, and how the first of it would be read. Nothing is written.

use packs::Packs;
use register::{Deposit, Origin, Source, SourceKind, Visit};
use url::Url;

use super::address::canonical;
use super::answer::Answer;
use super::error::FetchError;
use super::fetch::Request;
use super::folder;
use super::found::{Found, List, discover};
use super::reach::Reach;
use super::rounds::{origin, reach};
use super::shared::Shared;
use super::taken::taken;

/// What a source would give.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// What its list is.
    pub kind: SourceKind,
    /// What it calls itself.
    pub title: Option<String>,
    /// All addresses that it lists, in its order.
    pub found: Vec<String>,
    /// Feeds that a page names as its own.
    pub feeds: Vec<String>,
    /// The first of what it lists, as it would be read.
    pub first: Vec<Looked>,
}

/// A page, as it would be read.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    /// The address.
    pub address: String,
    /// What went wrong.
    pub error: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The language (ISO 639-1).
    pub language: Option<String>,
    /// The day of publication, as text.
    pub published: Option<String>,
    /// How many words its text has.
    pub n_words: usize,
    /// How many engagements it tells of.
    pub n_engagements: usize,
}

/// Asks a source's list, and the first few pages of it. `allowed` are hosts that may lie in private networks.
///
/// # Errors
///
/// Where its list cannot be had or read, in words.
pub fn look(
    fetcher: &Shared,
    packs: &Packs,
    source: &Source,
    allowed: &[String],
    pages: usize,
) -> Result<Look, String> {
    let reach = reach(source, allowed);
    if source.kind == SourceKind::Folder {
        return look_at_folder(source);
    }
    let address = canonical(&source.address, None).map_err(|error| error.to_string())?;
    let mut list = ask_list(fetcher, source, &address, &reach)?;
    // Of an index the first sitemap stands for all.
    if let Some(sitemap) = list.found.iter().find(|found| found.is_list).map(|found| found.address.clone()) {
        let inner = ask_list(fetcher, source, &sitemap, &reach)?;
        list.found.extend(inner.found.into_iter().filter(|found| !found.is_list));
    }
    let is_page = |found: &&Found| !found.is_list;
    let first = list.found.iter().filter(is_page).take(pages);
    let first = first.map(|found| look_at_page(fetcher, packs, &found.address, &reach)).collect();
    let texts = |urls: &mut dyn Iterator<Item = &Url>| urls.map(ToString::to_string).collect();
    Ok(Look {
        kind: list.kind,
        title: list.title,
        found: texts(&mut list.found.iter().filter(is_page).map(|found| &found.address)),
        feeds: texts(&mut list.feeds.iter()),
        first,
    })
}

fn look_at_folder(source: &Source) -> Result<Look, String> {
    let files = folder::files(source.address.as_ref()).map_err(|error| folder::told(&source.address, &error))?;
    let found = files.iter().map(|file| file.path.display().to_string()).collect();
    Ok(Look { kind: SourceKind::Folder, found, ..Look::default() })
}

fn ask(fetcher: &Shared, address: &Url, reach: &Reach) -> Result<Answer, String> {
    let asked = fetcher.get(Request { address, reach, etag: None, last_modified: None });
    match asked.map_err(|error: FetchError| error.told())? {
        answer if (200..300).contains(&answer.status) => Ok(answer),
        answer => Err(format!("{address}: the site answers {}", answer.status)),
    }
}

fn ask_list(fetcher: &Shared, source: &Source, address: &Url, reach: &Reach) -> Result<List, String> {
    let answer = ask(fetcher, address, reach)?;
    let list = discover(source, &answer.address, &answer.body, &answer.media_type());
    list.map_err(|error| format!("{address}: {error}"))
}

fn look_at_page(fetcher: &Shared, packs: &Packs, address: &Url, reach: &Reach) -> Looked {
    let looked = Looked { address: address.to_string(), ..Looked::default() };
    let read = || -> Result<Looked, String> {
        let answer = ask(fetcher, address, reach)?;
        let origin = Origin { name: address.to_string(), ..Origin::default() };
        let media_type = answer.media_type();
        let (deposits, _) = taken(answer.body, &media_type, origin, 0)?;
        let deposit = deposits.first().ok_or("holds no document")?;
        let document = register::open(packs, deposit).map_err(|error| error.to_string())?;
        let reading = register::read(packs, deposit).map_err(|error| error.to_string())?;
        Ok(Looked {
            title: document.title().map(str::to_owned),
            language: reading.language,
            published: reading.published.map(|published| published.start.to_string()),
            n_words: document.text().split_whitespace().count(),
            n_engagements: reading.engagements.len(),
            ..looked.clone()
        })
    };
    read().unwrap_or_else(|error| Looked { error: Some(error), ..looked })
}

/// A page asked once by its address, as documents, and in words what of it is left out; for whoever hands over an address instead of a
/// file.
///
/// # Errors
///
/// Where it cannot be had, or holds no document, in words.
pub fn one_page(
    fetcher: &Shared,
    address: &str,
    allowed: &[String],
    now_ms: i64,
) -> Result<(Vec<Deposit>, Vec<String>), String> {
    let address = canonical(address, None).map_err(|error| error.to_string())?;
    // Who names a port means it.
    let reach = Reach::allowing(allowed.iter().map(String::as_str)).with_port_of(&address);
    let answer = ask(fetcher, &address, &reach)?;
    let visit = Visit::new(address.as_str(), "", now_ms);
    let origin = origin(&visit, None, Some(answer.headers.clone()), now_ms);
    let media_type = answer.media_type();
    taken(answer.body, &media_type, origin, now_ms).map_err(|why| format!("{address}: {why}"))
}
