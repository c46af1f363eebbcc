//! What is looked for: words and phrases, and what entries must be or must not be.

use document::PartialDate;
use packs::{ClaimType, Kind, Topic};
use register::matters::State;
use serde::Serialize;

/// A kind of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entry {
    /// What took place.
    Engagement,
    /// What was said there.
    Claim,
    /// Who took part.
    Person,
    /// A thread through claims.
    Matter,
    /// What was published.
    Document,
}

impl Entry {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Engagement, Self::Claim, Self::Person, Self::Matter, Self::Document];

    /// The word for many of them, as `in:` takes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Engagement => "engagements",
            Self::Claim => "claims",
            Self::Person => "people",
            Self::Matter => "matters",
            Self::Document => "documents",
        }
    }

    /// The kind that a word means, in the singular or plural.
    pub fn parse(word: &str) -> Option<Self> {
        let singular = |entry: &Self| ["engagement", "claim", "person", "matter", "document"][*entry as usize];
        Self::ALL.into_iter().find(|entry| entry.as_str() == word || singular(entry) == word)
    }
}

/// What an entry must be, or must not be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// A party takes part, or it is of or about it; a code.
    Party(String),
    /// A party says it; a code.
    Actor(String),
    /// It is said to a party; a code.
    Addressee(String),
    /// An engagement of a kind.
    Kind(Kind),
    /// On this day or later, as far as dates tell.
    From(PartialDate),
    /// On this day or earlier, as far as dates tell.
    To(PartialDate),
    /// It is about a topic.
    Topic(Topic),
    /// It makes claims of a type.
    Claim(ClaimType),
    /// Somebody of this name, or of a part of it, takes part.
    Person(String),
    /// It took place in a state; its code.
    Country(String),
    /// It took place in a city; its English name.
    City(String),
    /// An account or document is in a language (ISO 639-1).
    Language(String),
    /// It was published by somebody of this name, or at a web address of this host.
    Source(String),
    /// Its accounts differ on a field.
    Disputed,
    /// It is only mentioned in passing.
    Background,
    /// A matter that stands so.
    State(State),
    /// Entries of a kind.
    In(Entry),
}

/// One thing that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    /// A word, in any of its forms.
    Word(String),
    /// Words in their order.
    Phrase(String),
    /// Words that name a topic: where they stand, and where something is about it.
    Topical(String, Topic),
    /// What an entry is.
    Filter(Filter),
}

/// One thing that is looked for, or that must not be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Whether an entry must be without it.
    pub without: bool,
    /// What.
    pub sought: Sought,
}

/// What is looked for.
///
/// All clauses must hold. Of several values of what an entry has only one of (its kind, place, language, source, state) one is enough.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Its parts, in the order in which they were written.
    pub clauses: Vec<Clause>,
}

impl Query {
    /// Adds what an entry must be.
    pub fn and(&mut self, filter: Filter) {
        self.clauses.push(Clause { without: false, sought: Sought::Filter(filter) });
    }

    /// The same among entries of some kinds, whatever kinds it names itself.
    pub fn among(&self, entries: &[Entry]) -> Self {
        let is_kind = |clause: &&Clause| matches!(clause.sought, Sought::Filter(Filter::In(_)));
        let mut query = Self { clauses: self.clauses.iter().filter(|clause| !is_kind(clause)).cloned().collect() };
        entries.iter().for_each(|entry| query.and(Filter::In(*entry)));
        query
    }

    /// The kinds of entry that are looked for; engagements where none is named.
    pub fn entries(&self) -> Vec<Entry> {
        let named = |without: bool| {
            self.clauses.iter().filter_map(move |clause| match clause.sought {
                Sought::Filter(Filter::In(entry)) if clause.without == without => Some(entry),
                _ => None,
            })
        };
        let mut entries: Vec<Entry> = named(false).collect();
        if entries.is_empty() {
            let all = if named(true).next().is_some() { &Entry::ALL[..] } else { &[Entry::Engagement] };
            entries.extend(all);
        }
        entries.retain(|entry| named(true).all(|without| without != *entry));
        entries.sort_unstable();
        entries.dedup();
        entries
    }

    /// Whether kinds of entry are named.
    pub(crate) fn names_entries(&self) -> bool {
        self.clauses.iter().any(|clause| matches!(clause.sought, Sought::Filter(Filter::In(_))))
    }

    /// Words and phrases that entries must have.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.clauses.iter().filter(|clause| !clause.without).filter_map(|clause| match &clause.sought {
            Sought::Word(text) | Sought::Phrase(text) | Sought::Topical(text, _) => Some(&**text),
            Sought::Filter(_) => None,
        })
    }
}
