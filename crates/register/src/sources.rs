//! Sources that come in: added by somebody here, or taken from another register. No two are followed at one address.

use crate::register::{Register, RegisterError};
use crate::source::{Source, SourceKind};

/// Why a source was not added.
#[derive(Debug, thiserror::Error)]
pub enum NotAdded {
    /// Its address is that of another.
    #[error("{address} is followed already, as {id}; remove that first to follow it otherwise")]
    Followed {
        /// The address.
        address: String,
        /// What the other is called.
        id: String,
    },
    /// Its name is that of another.
    #[error("another source is called {0}; name this one otherwise")]
    Called(String),
    /// The register fails.
    #[error(transparent)]
    Register(#[from] RegisterError),
}

impl Register {
    /// Adds a source, and gives it as it is kept. One without a name is given one that is made of its address.
    ///
    /// # Errors
    ///
    /// Where its address is followed already, where another is called so, and where the store fails.
    pub fn add_source(&mut self, mut source: Source) -> Result<Source, NotAdded> {
        self.change(|register| {
            let known = register.store.sources()?;
            if let Some(Source { id, address, .. }) = known.iter().find(|known| known.address == source.address) {
                return Ok(Err(NotAdded::Followed { address: address.clone(), id: id.clone() }));
            }
            if source.id.is_empty() {
                source.id = free_name(&source.address, &known);
            } else if known.iter().any(|known| known.id == source.id) {
                return Ok(Err(NotAdded::Called(source.id)));
            }
            register.store.put_source(&source)?;
            Ok(Ok(source))
        })?
    }

    /// Keeps how what a source publishes is found, where nobody has told it.
    ///
    /// # Errors
    ///
    /// Where the store fails.
    pub fn found_to_be(&mut self, id: &str, kind: SourceKind) -> Result<(), RegisterError> {
        self.change(|register| {
            // Somebody may have changed it in the meantime.
            let untold = |source: &Source| source.id == id && source.kind == SourceKind::Auto;
            let source = register.store.sources()?.into_iter().find(untold);
            Ok(source.map_or(Ok(()), |source| register.store.put_source(&Source { kind, ..source }))?)
        })
    }

    /// Takes in sources of another register, as one change; what is called so here or followed here at the same address stays as it
    /// is.
    ///
    /// Gives those that were taken in paused, because they would open what only somebody who sits here may open: folders of this
    /// machine, and hosts in private networks.
    ///
    /// # Errors
    ///
    /// Where the store fails; then none of them is kept.
    pub fn take_sources(&mut self, sources: &[Source]) -> Result<Vec<Source>, RegisterError> {
        self.change(|register| {
            let mut known = register.store.sources()?;
            let mut paused = Vec::new();
            for source in sources {
                if known.iter().any(|known| known.id == source.id || known.address == source.address) {
                    continue;
                }
                let mut source = source.clone();
                if source.id.is_empty() {
                    source.id = free_name(&source.address, &known);
                }
                if !source.paused && (source.kind == SourceKind::Folder || !source.allowed.is_empty()) {
                    source.paused = true;
                    paused.push(source.clone());
                }
                register.store.put_source(&source)?;
                known.push(source);
            }
            Ok(paused)
        })
    }
}

/// A name for the source at an address that no other has: `example-org-news`, else `example-org-news-2`.
fn free_name(address: &str, known: &[Source]) -> String {
    let name = name_of(address);
    let is_free = |name: &String| known.iter().all(|known| known.id != *name);
    let numbered = (2..=known.len() + 2).map(|n| format!("{name}-{n}"));
    std::iter::once(name.clone()).chain(numbered).find(is_free).expect("there are more of them than sources")
}

/// A name for the source at an address: `example-org-news` for `https://www.example.org/news/`.
fn name_of(address: &str) -> String {
    let bare = address.split_once("://").map_or(address, |(_, bare)| bare);
    let bare = bare.trim_start_matches("www.").split(['?', '#']).next().unwrap_or_default();
    let mut name = String::new();
    for c in bare.chars() {
        if c.is_alphanumeric() {
            name.extend(c.to_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name: String = name.chars().take(48).collect();
    match name.trim_end_matches('-') {
        // The root of all folders has no letters.
        "" => "source".to_owned(),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sqlite::Sqlite;

    fn empty() -> Register {
        Register::new(Box::new(Sqlite::in_memory().expect("there is memory"))).expect("it is empty")
    }

    fn source(id: &str, address: &str) -> Source {
        Source { id: id.to_owned(), address: address.to_owned(), ..Source::default() }
    }

    #[test]
    fn names_a_source() {
        assert_eq!(name_of("https://www.example.org/news/"), "example-org-news");
        assert_eq!(name_of("https://mfa.example/rss.xml?x=1"), "mfa-example-rss-xml");
        assert_eq!(name_of("/srv/Incoming files"), "srv-incoming-files");
        assert_eq!(name_of("/"), "source");
    }

    #[test]
    fn adds_each_address_once() {
        let mut register = empty();
        let mut add = |id: &str, address: &str| {
            register.add_source(source(id, address)).map_or_else(|error| error.to_string(), |source| source.id)
        };
        assert_eq!(add("", "https://mfa.example/rss.php?id=1"), "mfa-example-rss-php");
        assert_eq!(add("", "https://mfa.example/rss.php?id=2"), "mfa-example-rss-php-2");
        assert_eq!(add("", "https://mfa.example/rss.php?id=3"), "mfa-example-rss-php-3");
        assert_eq!(add("mine", "https://mfa.example/news"), "mine");
        assert!(add("mine", "https://mfa.example/other").contains("another source is called mine"));
        assert!(add("other", "https://mfa.example/news").contains("is followed already, as mine"));
        assert_eq!(register.store().sources().expect("it can be read").len(), 4);
    }

    #[test]
    fn takes_in_no_address_twice_and_opens_nothing() {
        let mut register = empty();
        register.add_source(source("mine", "https://mfa.example/news")).expect("it is new");
        let folder = Source { kind: SourceKind::Folder, ..source("folder", "/home/me") };
        let inside = Source { allowed: vec!["10.0.0.1".to_owned()], ..source("inside", "https://intranet.example/") };
        let taken = [
            source("mine", "https://mfa.example/else"),
            source("theirs", "https://mfa.example/news"),
            source("a", "https://a.example/"),
            source("b", "https://a.example/"),
            folder,
            inside,
        ];
        let paused = register.take_sources(&taken).expect("it can be kept");
        assert_eq!(paused.iter().map(|source| &*source.id).collect::<Vec<_>>(), ["folder", "inside"]);
        let kept = register.store().sources().expect("it can be read");
        let kept: Vec<_> = kept.iter().map(|source| (&*source.id, source.paused)).collect();
        assert_eq!(kept, [("a", false), ("folder", true), ("inside", true), ("mine", false)]);
    }
}
