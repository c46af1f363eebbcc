//! `sources add`: a source to be followed.

use std::path::Path;

use anyhow::{Context as _, Result, anyhow};
use clap::Args;
use intake::follow::{EVERY_S, canonical, check_selector};
use packs::Packs;
use register::{NotAdded, Register, Source, SourceKind};

use crate::arguments::PacksArguments;
use crate::asking::print;
use crate::register_arguments::{WritingArguments, now_ms};

/// The shortest time between two questions, in seconds.
const SHORTEST_S: i64 = 60;
/// The longest, in seconds.
const LONGEST_S: i64 = 30 * 24 * 60 * 60;

/// Adds a source to be followed: a feed, a sitemap, a page that lists others, a folder, or one of `chancery sources starters`
///
/// Nothing is asked yet: `chancery sources test ADDRESS` shows what it would give, `chancery watch` follows it.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    told: SourceArguments,
    #[command(flatten)]
    packs: PacksArguments,
    #[command(flatten)]
    writing: WritingArguments,
}

/// What is told of a source.
#[derive(Args)]
pub(super) struct SourceArguments {
    /// Where it lists what it publishes: an address, a folder of this machine, or the id of a starter
    #[arg(value_name = "ADDRESS")]
    pub(super) address: String,
    /// Who publishes there
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// What it is called here [default: made of its address]
    #[arg(long, value_name = "ID", value_parser = id)]
    id: Option<String>,
    /// What stands there: auto, feed, sitemap, listing or folder [default: told by what comes]
    #[arg(long, value_name = "KIND")]
    kind: Option<SourceKind>,
    /// Which links of a listing to take, as a selector of CSS: "main a.title" [default: all below its address]
    #[arg(long, value_name = "SELECTOR")]
    links: Option<String>,
    /// Takes only addresses that begin so
    #[arg(long, value_name = "PREFIX")]
    below: Option<String>,
    /// How often to ask: 30m, 1h, 1d [default: 1h]
    #[arg(long, value_name = "TIME", value_parser = seconds)]
    every: Option<u32>,
    /// A host of it, as host or host:port, that may lie in a private network; may be given several times
    #[arg(long = "allow-host", value_name = "HOST")]
    pub(super) allowed: Vec<String>,
}

impl SourceArguments {
    /// The source, checked as far as it can be without asking; without a name where none was told.
    pub(super) fn source(&self, packs: &Packs) -> Result<Source> {
        let starter = packs.sources.starter.iter().find(|starter| starter.id == self.address);
        if let Some(starter) = starter {
            let own = Some(starter.selector.clone()).filter(|selector| !selector.is_empty());
            let links = checked(self.links.clone().or(own))?;
            let source = Source {
                id: self.id.clone().unwrap_or_else(|| starter.id.clone()),
                name: self.name.clone().unwrap_or_else(|| starter.name.clone()),
                address: canonical(&starter.address, None)?.into(),
                kind: self.kind.unwrap_or_else(|| starter.kind.into()),
                links,
                ..self.told(String::new(), SourceKind::Auto)
            };
            return Ok(source);
        }
        let folder = Path::new(&self.address);
        let is_address = self.address.contains("://");
        let kind = match self.kind {
            None if !is_address && folder.is_dir() => SourceKind::Folder,
            kind => kind.unwrap_or_default(),
        };
        let address = if kind == SourceKind::Folder {
            let full =
                folder.canonicalize().with_context(|| format!("{}: there is no such folder", folder.display()))?;
            full.to_str().map(str::to_owned).ok_or_else(|| anyhow!("{}: its name is no Unicode", full.display()))?
        } else {
            canonical(&self.address, None)?.into()
        };
        let links = checked(self.links.clone())?;
        let host = address.split("://").nth(1).and_then(|rest| rest.split('/').next());
        let name = self.name.clone().or_else(|| host.map(str::to_owned)).unwrap_or_else(|| address.clone());
        let id = self.id.clone().unwrap_or_default();
        Ok(Source { id, name, links, ..self.told(address, kind) })
    }

    /// A source that is followed, with how it is looked through as told here.
    pub(super) fn laid_over(&self, source: Source) -> Result<Source> {
        Ok(Source {
            kind: self.kind.unwrap_or(source.kind),
            links: checked(self.links.clone().or(source.links))?,
            below: self.below.clone().or(source.below),
            ..source
        })
    }

    /// What of a source is told in the same way whatever it is.
    fn told(&self, address: String, kind: SourceKind) -> Source {
        Source {
            address,
            kind,
            below: self.below.clone(),
            every_s: self.every.unwrap_or(EVERY_S),
            allowed: self.allowed.clone(),
            added_ms: now_ms(),
            ..Source::default()
        }
    }
}

/// A selector of links, where one is told.
fn checked(links: Option<String>) -> Result<Option<String>> {
    if let Some(links) = &links {
        check_selector(links)?;
    }
    Ok(links)
}

fn id(text: &str) -> Result<String, String> {
    let fine = |c: char| c.is_alphanumeric() && !c.is_uppercase() || matches!(c, '-' | '_' | '.');
    if !text.is_empty() && text.len() <= 64 && text.chars().all(fine) {
        return Ok(text.to_owned());
    }
    Err("take small letters, digits and hyphens".to_owned())
}

/// A time as people write it, in seconds.
pub(super) fn seconds(text: &str) -> Result<u32, String> {
    let told = text.parse::<jiff::SignedDuration>().map_err(|_| "write it as 30m, 1h or 1d".to_owned());
    let day = || {
        text.strip_suffix('d').and_then(|days| days.trim().parse::<i64>().ok()).map(|days| days.saturating_mul(86_400))
    };
    let seconds = told.map(|told| told.as_secs()).or_else(|error| day().ok_or(error))?;
    if !(SHORTEST_S..=LONGEST_S).contains(&seconds) {
        return Err("take a minute to 30 days".to_owned());
    }
    Ok(u32::try_from(seconds).unwrap_or(EVERY_S))
}

pub(crate) fn run(arguments: &Arguments) -> Result<bool> {
    let source = arguments.told.source(&arguments.packs.load()?)?;
    let mut register = arguments.writing.open(true)?;
    let source = add(&mut register, source)?;
    print(&format!("{}: {} will be asked every {}\n", source.id, source.address, super::list::every(source.every_s)))?;
    Ok(true)
}

/// Adds a source, where none is called so and none is followed at its address; gives it as it is kept.
pub(super) fn add(register: &mut Register, source: Source) -> Result<Source> {
    register.add_source(source).map_err(|error| match error {
        NotAdded::Called(id) => anyhow!("another source is called {id}; name this one with --id"),
        other => other.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_times() {
        for (text, expected) in
            [("30m", Ok(1800)), ("1h", Ok(3600)), ("1d", Ok(86_400)), ("1h 30m", Ok(5400)), ("2 d", Ok(172_800))]
        {
            assert_eq!(seconds(text), expected, "{text}");
        }
        for text in ["", "5s", "1", "-1h", "99999999999999d", "soon"] {
            assert!(seconds(text).is_err(), "{text}");
        }
    }

    #[derive(clap::Parser)]
    struct Line {
        #[command(flatten)]
        told: SourceArguments,
    }

    fn told(arguments: &[&str]) -> SourceArguments {
        <Line as clap::Parser>::parse_from(std::iter::once(&"line").chain(arguments)).told
    }

    #[test]
    fn what_is_told_lies_over_what_is_followed() {
        let followed = Source {
            id: "mfa".to_owned(),
            kind: SourceKind::Listing,
            links: Some("main a".to_owned()),
            every_s: 7,
            ..Source::default()
        };
        let as_it_is = told(&["mfa"]).laid_over(followed.clone()).expect("it is fine");
        assert_eq!(as_it_is, followed);
        let other = told(&["mfa", "--links", "#news a", "--below", "https://mfa.example/"]);
        let other = other.laid_over(followed.clone()).expect("it is fine");
        assert_eq!((other.kind, other.links.as_deref()), (SourceKind::Listing, Some("#news a")));
        assert_eq!((other.below.as_deref(), other.every_s), (Some("https://mfa.example/"), 7));
        assert!(told(&["mfa", "--links", "a..b"]).laid_over(followed).is_err());
    }

    #[test]
    fn starters_can_be_followed() {
        let packs = embedded::packs();
        assert!(!packs.sources.starter.is_empty());
        for starter in &packs.sources.starter {
            let source =
                told(&[&starter.id]).source(&packs).unwrap_or_else(|error| panic!("{}: {error:#}", starter.id));
            assert_eq!(source.links.is_some(), !starter.selector.is_empty(), "{}", starter.id);
        }
    }

    #[test]
    fn knows_names() {
        assert!(id("mfa-example.org_1").is_ok());
        assert!(id("").is_err() && id("A b").is_err() && id("a/b").is_err());
    }
}
