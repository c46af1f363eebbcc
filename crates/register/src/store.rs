//! Where a register is kept: a narrow trait, so that a file and a server can both be it.

use reader::{Reading, Span};
use serde::{Deserialize, Serialize};

use crate::deposit::{Deposit, Origin};
use crate::id::{AccountId, DocumentId};
use crate::matters::{Line, Matter, Sought, State};
use crate::packed::Packed;
use crate::people::{Mention, NameFacts, NameKey, Person};
use crate::ruling::{Ruling, Undone};
use crate::sketch::Sketch;
use crate::source::{Source, Standing, Visit};

/// What went wrong with the place where a register is kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk or server fails; says what was being done.
    #[error("{place}: {doing} failed; {mend}")]
    Failed {
        /// The file or server.
        place: String,
        /// What was being done.
        doing: &'static str,
        /// What to do about it.
        mend: &'static str,
        /// What the store says.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// It was made by a later version.
    #[error(
        "{place}: was written by a later version of chancery (form {found}, this one knows {known}); use that version"
    )]
    Later {
        /// The file or server.
        place: String,
        /// The number of its form.
        found: i64,
        /// The latest that is known here.
        known: i64,
    },
    /// What is kept does not make sense.
    #[error("{place}: {what}; run `chancery check`, and `chancery rebuild` if it says so")]
    Broken {
        /// The file or server.
        place: String,
        /// What does not.
        what: String,
    },
    /// Another process writes, and has not ended in the time that one was ready to wait.
    #[error("{place}: {holder}; wait until it is done, or wait longer with --wait SECONDS")]
    Held {
        /// The file or server.
        place: String,
        /// Who holds it, and since when.
        holder: String,
    },
}

/// One row of a list of engagements: what lists sort and filter by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = EngagementRow))]
pub struct Row {
    /// The engagement.
    pub id: AccountId,
    /// The kind.
    pub kind: String,
    /// First day, as text; empty where it is not known.
    pub start: String,
    /// Last day.
    pub end: String,
    /// Codes, in their order.
    pub parties: Vec<String>,
    /// How many disputes are open.
    pub n_disputes: u32,
    /// How many accounts.
    pub n_accounts: u32,
    /// How many independent sources.
    pub n_sources: u32,
}

/// That an entry changed, and what brought it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Change {
    /// Its number, in the order of the changes.
    pub n: i64,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// What brought it: `document 3fa9c1d2b07e`, `ruling 4`, `packs 91c2…`.
    pub cause: String,
    /// What kind of entry: `engagement`, `person`, `matter` or `document`.
    pub entry: String,
    /// Which.
    pub id: String,
    /// What happened: `new`, `gone`, or what it was and is now.
    pub what: String,
}

/// How a document was read from some time on.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptReading {
    /// When it was read so, in milliseconds since 1970.
    pub from_ms: i64,
    /// The fingerprint of the packs.
    pub packs: String,
    /// The reading.
    pub reading: Reading,
}

/// Where an account stands in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The least account of all that lead to each other.
    pub component: AccountId,
    /// The engagement; `None` for an account that a ruling rejects.
    pub engagement: Option<AccountId>,
}

/// What a register asks of the place where it is kept.
///
/// Between [`begin`](Self::begin) and [`commit`](Self::commit) all changes are one: others see them all or none, and so does whoever opens
/// the register after a crash.
pub trait Store: Send {
    /// Begins a change. Waits for another process that is changing the register.
    fn begin(&mut self) -> Result<(), StoreError>;
    /// Makes the changes last.
    fn commit(&mut self) -> Result<(), StoreError>;
    /// Forgets the changes.
    fn rollback(&mut self) -> Result<(), StoreError>;
    /// Lets go of the state that reading alone is held to, so that room can be made; what is read until [`renew`](Self::renew) is of
    /// any state.
    fn rest(&mut self) -> Result<(), StoreError>;
    /// Holds reading alone to the state of now.
    fn renew(&mut self) -> Result<(), StoreError>;
    /// A number that is another once another process has changed the register.
    fn generation(&self) -> Result<i64, StoreError>;

    /// Keeps a document under its name; `false` where its bytes were kept before.
    fn put_document(&mut self, id: DocumentId, deposit: &Deposit, bytes: &Packed) -> Result<bool, StoreError>;
    /// Keeps a further origin of a document; `false` where it is known.
    fn put_origin(&mut self, document: DocumentId, origin: &Origin) -> Result<bool, StoreError>;
    /// A document that is kept.
    fn document(&self, document: DocumentId) -> Result<Option<Deposit>, StoreError>;
    /// Where a document came from, and when it was added, without its bytes.
    fn origins(&self, document: DocumentId) -> Result<Option<Deposit>, StoreError>;
    /// Keeps bytes that something came in under their name (see [`original_name`](crate::original_name)), of so many bytes.
    fn put_original(&mut self, name: &str, size_bytes: usize, bytes: &Packed) -> Result<(), StoreError>;
    /// Whether bytes are kept under this name.
    fn has_original(&self, name: &str) -> Result<bool, StoreError>;
    /// The bytes that are kept under a name.
    fn original(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError>;
    /// Such names in their order, after one.
    fn originals(&self, after: &str, limit: usize) -> Result<Vec<String>, StoreError>;
    /// Names of documents in the order in which they were added, after one.
    fn documents(&self, after: Option<DocumentId>, limit: usize) -> Result<Vec<DocumentId>, StoreError>;
    /// Documents whose names lie between two, in the order of their names.
    fn documents_between(
        &self,
        least: DocumentId,
        greatest: DocumentId,
        limit: usize,
    ) -> Result<Vec<DocumentId>, StoreError>;
    /// How many documents, accounts and engagements are kept.
    fn counts(&self) -> Result<[u64; 3], StoreError>;

    /// How many rulings were made, and how many of them are undone.
    fn n_rulings(&self) -> Result<[u64; 2], StoreError>;
    /// All rulings, in their order.
    fn rulings(&self) -> Result<Vec<Ruling>, StoreError>;
    /// Keeps a ruling.
    fn put_ruling(&mut self, ruling: &Ruling) -> Result<(), StoreError>;
    /// Marks a ruling as undone.
    fn undo_ruling(&mut self, n: u64, undone: &Undone) -> Result<(), StoreError>;

    /// Keeps how a document was read with some packs; an earlier reading is kept until `at_ms`.
    fn put_reading(
        &mut self,
        document: DocumentId,
        packs: &str,
        at_ms: i64,
        reading: &Packed,
    ) -> Result<(), StoreError>;
    /// How a document reads, or did at some time.
    fn reading(&self, document: DocumentId, at_ms: Option<i64>) -> Result<Option<Reading>, StoreError>;
    /// All readings of a document, in the order of time; the last is how it reads today.
    fn readings(&self, document: DocumentId) -> Result<Vec<KeptReading>, StoreError>;
    /// With which packs a document was read.
    fn reading_packs(&self, document: DocumentId) -> Result<Option<String>, StoreError>;

    /// Keeps what is compared of an account, under its keys.
    fn put_sketch(&mut self, sketch: &Sketch, span: Span, keys: &[i64]) -> Result<(), StoreError>;
    /// Forgets the accounts of a document.
    fn drop_sketches(&mut self, document: DocumentId) -> Result<(), StoreError>;
    /// The accounts of a document with their kinds and spans.
    fn accounts_of(&self, document: DocumentId) -> Result<Vec<(AccountId, String, Span)>, StoreError>;
    /// The accounts under some keys.
    fn accounts_under(&self, keys: &[i64]) -> Result<Vec<AccountId>, StoreError>;
    /// What is compared of an account.
    fn sketch(&self, account: AccountId) -> Result<Option<Sketch>, StoreError>;
    /// Where an account stands; `None` where it has no place yet.
    fn place(&self, account: AccountId) -> Result<Option<Place>, StoreError>;
    /// Gives an account its place.
    fn put_place(&mut self, account: AccountId, place: Place) -> Result<(), StoreError>;
    /// All accounts of a component, in order.
    fn component(&self, component: AccountId) -> Result<Vec<AccountId>, StoreError>;
    /// All accounts of an engagement, in order.
    fn members(&self, engagement: AccountId) -> Result<Vec<AccountId>, StoreError>;

    /// Keeps the row of an engagement.
    fn put_row(&mut self, row: &Row) -> Result<(), StoreError>;
    /// The row of an engagement.
    fn row(&self, engagement: AccountId) -> Result<Option<Row>, StoreError>;
    /// Forgets the row of an engagement.
    fn drop_row(&mut self, engagement: AccountId) -> Result<(), StoreError>;
    /// Rows in the order of their first days and names, after one.
    fn rows(&self, after: Option<&Row>, limit: usize) -> Result<Vec<Row>, StoreError>;
    /// Rows in the opposite order, from those whose first day is at least as early as a text: `2025-07-10`.
    fn rows_until(&self, last: &str, limit: usize) -> Result<Vec<Row>, StoreError>;

    /// Keeps that somebody was named; under which keys the name is found.
    fn put_mention(
        &mut self,
        name: &NameKey,
        spelling: &str,
        mention: &Mention,
        keys: &[i64],
    ) -> Result<(), StoreError>;
    /// The names of those whom an account names.
    fn names_of(&self, account: AccountId) -> Result<Vec<NameKey>, StoreError>;
    /// Forgets who was named by an account.
    fn drop_mentions(&mut self, account: AccountId) -> Result<(), StoreError>;
    /// What is known of a name; `None` where nobody is named so.
    fn name(&self, name: &NameKey) -> Result<Option<NameFacts>, StoreError>;
    /// All mentions of a name in the order of their days.
    fn mentions(&self, name: &NameKey) -> Result<Vec<Mention>, StoreError>;
    /// How documents of a language spell a name: by so many of its last mentions at most, the most frequent first.
    fn spelt(&self, name: &NameKey, language: &str, most: usize) -> Result<Vec<(String, u32)>, StoreError>;
    /// Names under some keys.
    fn names_under(&self, keys: &[i64]) -> Result<Vec<NameKey>, StoreError>;
    /// Keeps a person.
    fn put_person(&mut self, person: &Person) -> Result<(), StoreError>;
    /// Forgets a person.
    fn drop_person(&mut self, id: &str) -> Result<(), StoreError>;
    /// The person whose name this is, by the key of the name.
    fn person_of(&self, name: &str) -> Result<Option<Person>, StoreError>;
    /// The people told apart by time who bear one name.
    fn bearers_of(&self, name: &NameKey) -> Result<Vec<Person>, StoreError>;
    /// People in the order of their names, of one party where it is given.
    fn people(&self, party: Option<&str>) -> Result<Vec<Person>, StoreError>;
    /// People in the order of their keys, after one.
    fn people_after(&self, id: &str, limit: usize) -> Result<Vec<Person>, StoreError>;

    /// Keeps a line of a matter.
    fn put_line(&mut self, matter: &str, line: &Line) -> Result<(), StoreError>;
    /// Forgets the lines of an account; gives the matters.
    fn drop_lines(&mut self, account: AccountId) -> Result<Vec<String>, StoreError>;
    /// The lines of a matter in the order of their days; the last so many.
    fn lines(&self, matter: &str, limit: usize) -> Result<Vec<Line>, StoreError>;
    /// Matters whose lines begin with a key.
    fn line_keys(&self, prefix: &str) -> Result<Vec<String>, StoreError>;
    /// Keeps a matter in place of what it was before.
    fn put_matter(&mut self, matter: &Matter, before: Option<&Matter>) -> Result<(), StoreError>;
    /// Forgets a matter.
    fn drop_matter(&mut self, matter: &Matter) -> Result<(), StoreError>;
    /// A matter.
    fn matter(&self, key: &str) -> Result<Option<Matter>, StoreError>;
    /// Matters in the order of their keys, of one party where it is given.
    fn matters(&self, party: Option<&str>) -> Result<Vec<Matter>, StoreError>;
    /// So many of the matters that are looked for, behind the first so many. Those that are pending come first; of these what falls due
    /// first, and what does not last; of one day, what was heard of last.
    fn matters_sought(&self, sought: &Sought<'_>, skip: usize, limit: usize) -> Result<Vec<Matter>, StoreError>;
    /// How many of the matters that are looked for there are of each kind and state.
    fn count_matters(&self, sought: &Sought<'_>) -> Result<Vec<(String, State, usize)>, StoreError>;
    /// Matters in the order of their keys, after one.
    fn matters_after(&self, key: &str, limit: usize) -> Result<Vec<Matter>, StoreError>;

    /// Keeps that an entry changed; gives its number.
    fn put_change(&mut self, change: &Change) -> Result<i64, StoreError>;
    /// The number of the latest change; 0 where there is none.
    fn last_change(&self) -> Result<i64, StoreError>;
    /// Changes after a number, in their order.
    fn changes(&self, after: i64, limit: usize) -> Result<Vec<Change>, StoreError>;
    /// Changes before a number, the latest first.
    fn changes_before(&self, before: i64, limit: usize) -> Result<Vec<Change>, StoreError>;
    /// Changes by which entries of a kind went, in their order; some may have come back since.
    fn changes_gone(&self, entry: &str) -> Result<Vec<Change>, StoreError>;
    /// Changes of one entry, in their order.
    fn changes_of(&self, entry: &str, id: &str) -> Result<Vec<Change>, StoreError>;
    /// Forgets the history, and counts changes from 1 again: for an import, which brings its own.
    fn forget_changes(&mut self) -> Result<(), StoreError>;

    /// Keeps a source that is followed, in place of what it was before.
    fn put_source(&mut self, source: &Source) -> Result<(), StoreError>;
    /// Forgets a source with the addresses at which nothing was kept; the others are asked no more.
    fn drop_source(&mut self, id: &str) -> Result<(), StoreError>;
    /// All sources, in the order of their names.
    fn sources(&self) -> Result<Vec<Source>, StoreError>;
    /// Keeps what is known of an address, in place of what was before.
    fn put_visit(&mut self, visit: &Visit) -> Result<(), StoreError>;
    /// What is known of an address.
    fn visit(&self, address: &str) -> Result<Option<Visit>, StoreError>;
    /// What is known of addresses, in their order, after one.
    fn visits(&self, after: &str, limit: usize) -> Result<Vec<Visit>, StoreError>;
    /// The addresses of a source that are to be asked at any time, those that come first before the others.
    fn due(&self, source: &str, limit: usize) -> Result<Vec<Visit>, StoreError>;
    /// Of these the lists alone.
    fn due_lists(&self, source: &str, limit: usize) -> Result<Vec<Visit>, StoreError>;
    /// The addresses of a source that stand so, the last found first.
    fn visits_of(&self, source: &str, standing: Standing, limit: usize) -> Result<Vec<Visit>, StoreError>;
    /// How many addresses of a source stand how; none that nothing stands so.
    fn standings(&self, source: &str) -> Result<Vec<(Standing, u64)>, StoreError>;

    /// Forgets everything that is derived; history and earlier readings stay.
    fn forget(&mut self) -> Result<(), StoreError>;
    /// What the store itself finds wrong with what it keeps.
    fn check(&self) -> Result<Vec<String>, StoreError>;
}
