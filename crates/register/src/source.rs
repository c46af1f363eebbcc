//! The sources that are followed, and what is known of each address that was asked or is to be.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::id::DocumentId;
use crate::prepared::Prepared;
use crate::register::{Added, Reader, Register, RegisterError};

/// How what a source publishes is found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceKind {
    /// Told by what comes.
    #[default]
    Auto,
    /// RSS, Atom or JSON Feed.
    Feed,
    /// A sitemap, or an index of some.
    Sitemap,
    /// A page that links to what is published.
    Listing,
    /// A folder of this machine.
    Folder,
}

impl SourceKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Auto, Self::Feed, Self::Sitemap, Self::Listing, Self::Folder];

    /// Its name: `feed`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Feed => "feed",
            Self::Sitemap => "sitemap",
            Self::Listing => "listing",
            Self::Folder => "folder",
        }
    }
}

impl From<packs::SourceKind> for SourceKind {
    fn from(kind: packs::SourceKind) -> Self {
        match kind {
            packs::SourceKind::Feed => Self::Feed,
            packs::SourceKind::Sitemap => Self::Sitemap,
            packs::SourceKind::Listing => Self::Listing,
        }
    }
}

impl fmt::Display for SourceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for SourceKind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let kinds = || Self::ALL.map(Self::as_str).join(", ");
        let found = Self::ALL.into_iter().find(|kind| kind.as_str() == text);
        found.ok_or_else(|| format!("`{text}` is no kind of source; there are {}", kinds()))
    }
}

/// A source that is followed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its name among sources: `example-org-news`.
    pub id: String,
    /// Who publishes there, as documents name their source.
    pub name: String,
    /// Where what is published is listed: an address of http or https, or a folder.
    pub address: String,
    /// How what is published is found there.
    pub kind: SourceKind,
    /// Which links of a listing lead to what is published, as a selector of CSS; all below its own address where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub links: Option<String>,
    /// How the addresses that are taken begin; all where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<String>,
    /// How often it is asked, in seconds.
    pub every_s: u32,
    /// Whether it is left alone for now.
    #[serde(default)]
    pub paused: bool,
    /// Hosts of it that may lie in private networks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allowed: Vec<String>,
    /// When it was added, in milliseconds since 1970.
    pub added_ms: i64,
}

/// How it stands with an address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// It is to be asked.
    #[default]
    Waiting,
    /// What stands there is kept.
    Kept,
    /// What is kept stands there no more.
    Gone,
    /// It cannot be had, and is asked again.
    Failing,
    /// It is not taken: robots.txt forbids it, it is no document, or it could not be had too often.
    Refused,
    /// It lists others.
    List,
}

impl Standing {
    /// All, in the order of their numbers.
    pub const ALL: [Self; 6] = [Self::Waiting, Self::Kept, Self::Gone, Self::Failing, Self::Refused, Self::List];

    /// The number that stands for it.
    pub(crate) fn number(self) -> i64 {
        Self::ALL.iter().position(|known| *known == self).unwrap_or_default() as i64
    }

    /// Its name: `kept`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Kept => "kept",
            Self::Gone => "gone",
            Self::Failing => "failing",
            Self::Refused => "refused",
            Self::List => "list",
        }
    }
}

/// What stood at an address from some time on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// When it was fetched, in milliseconds since 1970.
    pub from_ms: i64,
    /// The document; of a file that holds several, each has its own version of that time.
    pub document: DocumentId,
}

/// What is known of an address that a source gives.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// The address, written in one way.
    pub address: String,
    /// The source that first gave it.
    pub source: String,
    /// How it stands.
    pub standing: Standing,
    /// When it is to be asked next, in milliseconds since 1970; `None` for no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_ms: Option<i64>,
    /// What the list told of its last change, as it stands there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<String>,
    /// When it was last asked, in milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_ms: Option<i64>,
    /// The status of the last answer (RFC 9110); `None` where none came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Its `ETag`, for asking whether it has changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// Its `Last-Modified`, for the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
    /// The SHA-256 of the last body, as hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// What went wrong the last time; `None` where nothing did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// How often in a row it could not be had.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub failures: u32,
    /// How often in a row it was asked and had nothing new.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub unchanged: u32,
    /// What stood there, the earliest first; empty for lists and for what is not kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<Version>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

impl Visit {
    /// An address that a source gives, to be asked at once.
    pub fn new(address: &str, source: &str, now_ms: i64) -> Self {
        Self { address: address.to_owned(), source: source.to_owned(), due_ms: Some(now_ms), ..Self::default() }
    }

    /// The documents that stand there now, or did last.
    pub fn latest(&self) -> impl Iterator<Item = DocumentId> + '_ {
        let last = self.versions.last().map(|version| version.from_ms);
        self.versions.iter().filter(move |version| Some(version.from_ms) == last).map(|version| version.document)
    }
}

impl Register {
    /// Keeps a source in place of what it was before.
    ///
    /// # Errors
    ///
    /// Where the store fails.
    pub fn put_source(&mut self, source: &Source) -> Result<(), RegisterError> {
        self.change(|register| Ok(register.store.put_source(source)?))
    }

    /// Forgets a source, and the addresses of it at which nothing was kept. The others stay, and are asked no more.
    ///
    /// # Errors
    ///
    /// Where the store fails.
    pub fn drop_source(&mut self, id: &str) -> Result<(), RegisterError> {
        self.change(|register| Ok(register.store.drop_source(id)?))
    }

    /// Keeps what an answer has brought: documents, and what is known of addresses now. Both last when this returns, or neither.
    ///
    /// # Errors
    ///
    /// Where the store fails; then nothing of it is kept.
    pub fn visited(
        &mut self,
        documents: Vec<Prepared>,
        visits: &[Visit],
        reader: &dyn Reader,
        now_ms: i64,
    ) -> Result<Added, RegisterError> {
        self.change(|register| {
            let added = register.add_all(documents.into_iter(), reader, now_ms)?;
            for visit in visits {
                register.store.put_visit(visit)?;
            }
            Ok(added)
        })
    }

    /// The addresses at which a document stood, with all that stood there.
    ///
    /// # Errors
    ///
    /// Where the store fails.
    pub fn stood_at(&self, document: DocumentId) -> Result<Vec<Visit>, RegisterError> {
        let Some(deposit) = self.store.origins(document)? else { return Ok(Vec::new()) };
        // A file of a folder that is followed has its path for a name, and no address.
        let both = deposit.origins.into_iter().flat_map(|origin| [origin.address, Some(origin.name)]);
        let mut addresses: Vec<String> = both.flatten().collect();
        addresses.sort();
        addresses.dedup();
        let mut visits = Vec::new();
        for address in addresses {
            let visit = self.store.visit(&address)?;
            let holds = |visit: &Visit| visit.versions.iter().any(|version| version.document == document);
            visits.extend(visit.filter(holds));
        }
        Ok(visits)
    }

    /// Takes in what another register knows of addresses, as one change; what is known of them here stays.
    ///
    /// # Errors
    ///
    /// Where the store fails; then nothing of it is kept.
    pub fn take_visits(&mut self, visits: &[Visit]) -> Result<(), RegisterError> {
        self.change(|register| {
            for visit in visits {
                if register.store.visit(&visit.address)?.is_none() {
                    register.store.put_visit(visit)?;
                }
            }
            Ok(())
        })
    }
}
