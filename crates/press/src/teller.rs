//! What tells the stories of one paper: its words, its point of view, its notes, and what it has said already.

use std::cell::RefCell;

use packs::Packs;
use reader::Span;
use register::{Account, AccountId, Engagement, Participant};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::error::PressError;
use crate::paper::{Note, NoteId, PaperBuilder, Sentence};
use crate::story::Story;
use crate::words::{Precise, Words, runs};

/// A sentence rests on so many notes at most.
const NOTES: usize = 4;

/// Tells stories into a paper.
pub(crate) struct Teller<'a> {
    /// The words.
    pub(crate) words: &'a Words<'a>,
    /// The party from which things are seen.
    pub(crate) view: Option<String>,
    /// The year that the reader knows, which dates leave out.
    pub(crate) year: Option<i16>,
    /// The paper.
    pub(crate) builder: PaperBuilder,
    /// How people are named, by the keys of their names; `None` for whom the register does not know.
    pub(crate) names: RefCell<FxHashMap<String, Option<String>>>,
    /// Names that stood in it already.
    named: FxHashSet<String>,
    /// People of the view's party whose offices this part has told.
    titled: FxHashSet<String>,
    /// The occasion and the days that the last story of this part had.
    occasion: Option<String>,
    dates: Option<Precise>,
    /// What of all this the story has changed that is being told.
    before: Before,
    /// The people of the last story, with their parties, and those of this one.
    last: FxHashSet<(String, Option<String>)>,
    present: FxHashSet<(String, Option<String>)>,
}

/// What stood before a story was told, and whom it has named first.
#[derive(Default)]
struct Before {
    occasion: Option<String>,
    dates: Option<Precise>,
    named: Vec<String>,
    titled: Vec<String>,
}

impl<'a> Teller<'a> {
    /// Begins a paper of a kind.
    pub(crate) fn new(words: &'a Words<'a>, kind: &str, title: &str, view: Option<String>, year: Option<i16>) -> Self {
        let heading = words.sentence("notes-heading", Vec::new());
        let builder = PaperBuilder::new(kind, words.code(), title, heading);
        Self {
            words,
            view,
            year,
            builder,
            names: RefCell::default(),
            named: FxHashSet::default(),
            titled: FxHashSet::default(),
            occasion: None,
            dates: None,
            before: Before::default(),
            last: FxHashSet::default(),
            present: FxHashSet::default(),
        }
    }

    pub(crate) fn packs(&self) -> &'a Packs {
        self.words.packs
    }

    /// Some parties as the paper names them: that of its view first.
    pub(crate) fn seen(&self, codes: &[String]) -> Vec<String> {
        let mut seen = codes.to_vec();
        seen.sort_by_key(|code| self.view.as_ref() != Some(code));
        seen
    }

    /// Whether a name stands in the paper for the first time.
    pub(crate) fn is_first(&mut self, name: &str) -> bool {
        let first = self.named.insert(name.to_owned());
        self.before.named.extend(first.then(|| name.to_owned()));
        first
    }

    /// Begins a part: what was told in the one before is told again.
    pub(crate) fn begin_part(&mut self) {
        self.titled.clear();
        self.forget_last();
    }

    /// Forgets day, occasion and people of the last story: it is not the one that stands before the next.
    pub(crate) fn forget_last(&mut self) {
        self.occasion = None;
        self.dates = None;
        self.present.clear();
    }

    /// Begins a story: those of the one before are known.
    pub(crate) fn begin_story(&mut self) {
        self.last = std::mem::take(&mut self.present);
        self.before = Before { occasion: self.occasion.clone(), dates: self.dates, ..Before::default() };
    }

    /// Forgets a story that is not told after all: the next stands behind the one before it.
    pub(crate) fn undo_story(&mut self) {
        let before = std::mem::take(&mut self.before);
        before.named.iter().for_each(|name| _ = self.named.remove(name));
        before.titled.iter().for_each(|name| _ = self.titled.remove(name));
        (self.occasion, self.dates) = (before.occasion, before.dates);
        self.present = std::mem::take(&mut self.last);
    }

    /// Whether the last story told who somebody is.
    pub(crate) fn is_known(&mut self, person: &Participant) -> bool {
        let who = (person.name.clone(), person.party.clone());
        let known = self.last.contains(&who);
        self.present.insert(who);
        known
    }

    /// Whether this part has not told yet what somebody of the view's party is.
    pub(crate) fn is_untitled(&mut self, name: &str) -> bool {
        let first = self.titled.insert(name.to_owned());
        self.before.titled.extend(first.then(|| name.to_owned()));
        first
    }

    /// Whether the last story had the same occasion.
    pub(crate) fn is_same_occasion(&mut self, occasion: Option<&String>) -> bool {
        let same = occasion.is_some() && self.occasion.as_ref() == occasion;
        self.occasion = occasion.cloned();
        same
    }

    /// Whether the last story was on the same day, or over the same days.
    pub(crate) fn has_same_days(&mut self, dates: Option<Precise>) -> bool {
        let days = dates.is_some_and(|dates| dates.from.as_day().is_some() && dates.to.as_day().is_some());
        let same = days && self.dates == dates;
        self.dates = dates;
        same
    }

    /// The note of some words of an account.
    pub(crate) fn note(&mut self, account: &Account, quote: &str) -> NoteId {
        self.builder.note(note(account, quote))
    }

    /// The notes of what tells of an engagement: of each source its first account.
    pub(crate) fn fact_notes(&mut self, story: &Story) -> Vec<NoteId> {
        let mut ids: Vec<AccountId> =
            story.engagement.sources.iter().filter_map(|source| source.first().copied()).collect();
        ids.truncate(NOTES);
        // Whoever says otherwise is always shown.
        let dates = story.engagement.open_disputes().filter(|dispute| dispute.field == "date");
        ids.extend(dates.flat_map(|dispute| dispute.values.iter().filter_map(|said| said.accounts.first())));
        let mut notes: Vec<NoteId> = Vec::new();
        for id in ids {
            let Some(account) = story.accounts.iter().find(|account| account.id == id) else { continue };
            let note = self.note(account, &account.engagement.evidence);
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        notes
    }

    /// The note of words at a place of an account: those of the claim there, else of the engagement.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub(crate) fn note_at(
        &mut self,
        register: &register::Register,
        account: AccountId,
        span: Option<Span>,
    ) -> Result<NoteId, PressError> {
        let account = register.account(account)?;
        let claim = account.engagement.claims.iter().find(|claim| Some(claim.span) == span);
        let quote = claim.map_or(&account.engagement.evidence, |claim| &claim.evidence).clone();
        Ok(self.note(&account, &quote))
    }
}

/// The note of some words of an account.
pub(crate) fn note(account: &Account, quote: &str) -> Note {
    Note {
        account: account.id,
        quote: quote.to_owned(),
        language: account.language.clone(),
        source: source(account),
        published: account.published,
        address: account.origin.address.clone(),
    }
}

/// Who published an account: as told, else the host of its address, else the name under which it came.
pub fn source(account: &Account) -> String {
    let origin = &account.origin;
    let host = || {
        let rest = origin.address.as_deref()?.split_once("://")?.1;
        let host = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?;
        Some(host.trim_start_matches("www.").to_owned()).filter(|host| !host.is_empty())
    };
    let name = || origin.name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    crate::words::clean(&origin.source.clone().or_else(host).unwrap_or_else(name))
}

/// Who published what one account of an engagement says.
pub(crate) fn source_of(accounts: &[Account], of: &[AccountId]) -> String {
    let first = of.iter().find_map(|id| accounts.iter().find(|account| account.id == *id));
    first.map_or_else(String::new, source)
}

/// A sentence of words that rest on some notes.
pub(crate) fn sentence(text: &str, notes: Vec<NoteId>) -> Sentence {
    Sentence::backed(runs(text), notes)
}

/// The documents that tell of an engagement: one an account, so that a document may stand among them twice.
pub(crate) fn documents(engagement: &Engagement) -> impl Iterator<Item = register::DocumentId> {
    engagement.accounts().map(|account| account.document).collect::<Vec<_>>().into_iter()
}
