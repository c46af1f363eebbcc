//! The feed: engagements that are new or have changed, the newest change first, as Atom (RFC 4287) or JSON Feed 1.1.
//!
//! All of it is a function of the register and its history. An entry keeps its name as long as the register keeps the engagement.

mod atom;
mod content;
mod json;

use jiff::civil::Date;
use packs::{Kind, Packs};
use register::{AccountId, Readings, Register};
use rustc_hash::FxHashSet;

use crate::chosen::Chosen;
use crate::error::PressError;
use crate::history::{History, moment};
use crate::period::{Period, known_party, title};
use crate::story::Story;
use crate::teller::Teller;
use crate::words::Words;

/// So many sentences tell what came of an engagement.
const OUTCOMES: usize = 4;
/// How names of entries begin: tags (RFC 4151), of which no two things have the same.
const TAG: &str = "tag:chancery,2026:";

/// Of what a feed tells, and how.
#[derive(Clone, Debug)]
pub struct FeedOptions {
    /// In which language (ISO 639-1).
    pub language: String,
    /// The first and last day of what it tells; all days where none are given.
    pub days: Option<(Date, Date)>,
    /// The code of the party from which it is seen; `None` for nobody's view.
    pub view: Option<String>,
    /// What was asked for, in the words of whoever asked: it stands in the title and makes the name of the feed.
    pub query: Option<String>,
    /// How many entries it has at most.
    pub limit: usize,
}

/// A format of feeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedFormat {
    /// Atom: XML that every reader of feeds reads.
    Atom,
    /// JSON Feed 1.1, for programs.
    Json,
}

/// Prints the feed; where `chosen` are given, it tells of these engagements alone. The history is that of the register, or of the
/// present one where the register is of the past.
///
/// # Errors
///
/// Where the language has no messages, the party is unknown, the period ends before it begins, or the register fails.
pub fn feed(
    register: &Register,
    history: &History<'_>,
    packs: &Packs,
    options: &FeedOptions,
    chosen: Option<&[AccountId]>,
    format: FeedFormat,
) -> Result<String, PressError> {
    let period = options.days.map(|(from, to)| Period::new(from, to)).transpose()?;
    let view = options.view.as_deref().map(|code| known_party(packs, code)).transpose()?;
    let words = Words::new(packs, &options.language)?;
    let feed = gathered(register, history, &words, (options, view), period, &Chosen::new(chosen))?;
    Ok(match format {
        FeedFormat::Atom => atom::write(&feed),
        FeedFormat::Json => json::write(&feed),
    })
}

/// A feed, whatever its format.
struct Feed {
    id: String,
    language: String,
    title: String,
    /// When an entry last changed, or where there is none, when the register did.
    updated: String,
    entries: Vec<Entry>,
}

/// One engagement.
struct Entry {
    id: String,
    title: String,
    /// By RFC 3339.
    published: String,
    updated: String,
    /// A page that tells of it.
    address: Option<String>,
    kind: Kind,
    /// The word for the kind.
    label: String,
    /// What happened, in a sentence.
    summary: String,
    /// What is told and the quotes, as HTML.
    content: String,
}

fn gathered(
    register: &Register,
    history: &History<'_>,
    words: &Words<'_>,
    (options, view): (&FeedOptions, Option<String>),
    period: Option<Period>,
    chosen: &Chosen,
) -> Result<Feed, PressError> {
    let id = feed_name(options, view.as_deref());
    let mut name = title(words, ("digest-title", "digest-title-for"), view.as_deref());
    if let Some(query) = &options.query {
        let args = vec![("title", name.as_str().into()), ("query", crate::words::clean(query).into())];
        name = words.sentence("feed-subject", args);
    }
    let mut teller = Teller::new(words, "feed", &name, view, None);
    let (mut entries, mut newest_ms) = (Vec::new(), 0);
    let (mut seen, mut readings) = (FxHashSet::<AccountId>::default(), Readings::default());
    history.back(|change| {
        newest_ms = newest_ms.max(change.at_ms);
        let id = change.id.parse::<AccountId>().ok().filter(|id| change.entry == "engagement" && chosen.holds(*id));
        let Some(id) = id.filter(|id| entries.len() < options.limit && seen.insert(*id)) else {
            return Ok(entries.len() < options.limit);
        };
        // An engagement whose name is gone has another, under which it changed too.
        let Some(row) = register.store().row(id)? else { return Ok(true) };
        let is_seen = teller.view.as_ref().is_none_or(|view| row.parties.contains(view));
        if is_seen && period.is_none_or(|period| period.holds(&row)) {
            let story = Story::gathered(register, id, &mut readings)?.filter(|story| !story.is_faint());
            if let Some(mut story) = story {
                teller.name_people(register, &mut story)?;
                entries.extend(entry(history, &mut teller, &story)?);
            }
        }
        Ok::<bool, PressError>(entries.len() < options.limit)
    })?;
    let updated = entries.first().map_or_else(|| at(newest_ms), |entry: &Entry| entry.updated.clone());
    Ok(Feed { id, language: words.code().to_owned(), title: name, updated, entries })
}

/// The entry of a story; `None` where nobody is known to have taken part.
fn entry(history: &History<'_>, teller: &mut Teller<'_>, story: &Story) -> Result<Option<Entry>, PressError> {
    let (Some(told), Some(kind)) = (teller.told(story, OUTCOMES), story.kind()) else { return Ok(None) };
    let life = history.of_engagement(story.engagement.id, story.engagement.accounts())?;
    let title = match story.dates() {
        Some(dates) => teller.dated_event(&told.title, dates),
        None => told.title.clone(),
    };
    Ok(Some(Entry {
        id: format!("{TAG}engagement/{}", life.name),
        title,
        published: at(life.first_ms),
        updated: at(life.last_ms),
        address: told.notes.iter().find_map(|note| note.web_address()).map(str::to_owned),
        kind,
        label: teller.words.heading(&teller.words.kind_of_one(kind)),
        summary: told.text.first().cloned().unwrap_or_default(),
        content: content::html(&told),
    }))
}

/// A moment by RFC 3339.
fn at(at_ms: i64) -> String {
    moment(at_ms, "%Y-%m-%dT%H:%M:%SZ")
}

/// The name of a feed: the same for the same question.
fn feed_name(options: &FeedOptions, view: Option<&str>) -> String {
    let days = options.days.map_or_else(|| "all".to_owned(), |(from, to)| format!("{from}.{to}"));
    let view = view.unwrap_or("all");
    let mut name = format!("{TAG}feed/{}/{}/{days}", encoded(&options.language), encoded(view));
    if let Some(query) = &options.query {
        name = format!("{name}/{}", encoded(query));
    }
    name
}

/// A text as a part of an address: what is no letter, figure, dash or stop of ASCII by its bytes.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' => out.push(byte.into()),
            _ => out += &format!("%{byte:02X}"),
        }
    }
    out
}
