//! What of an entry of the register goes into the index.

use std::collections::BTreeSet;

use document::PartialDate;
use jiff::civil::Date;
use packs::Packs;
use reader::{Claim, Reading, Span};
use register::matters::Matter;
use register::people::{NameKey, Person};
use register::{Account, AccountId, Deposit, Engagement, Origin, Readings, Register, RegisterError, day};
use tantivy::TantivyDocument;
use tantivy::schema::Field;

use crate::fields::Fields;
use crate::words::normal;

/// An entry on its way into the index.
struct Draft<'a> {
    fields: &'a Fields,
    entry: TantivyDocument,
}

impl<'a> Draft<'a> {
    fn new(fields: &'a Fields, id: &str, owner: &str) -> Self {
        let mut draft = Self { fields, entry: TantivyDocument::default() };
        draft.add(fields.id, id);
        draft.add(fields.owner, owner);
        draft
    }

    fn add(&mut self, field: Field, value: &str) {
        self.entry.add_text(field, value);
    }

    fn all<S: AsRef<str>>(&mut self, field: Field, values: impl IntoIterator<Item = S>) {
        let values: BTreeSet<String> = values.into_iter().map(|value| value.as_ref().to_owned()).collect();
        values.iter().for_each(|value| self.add(field, value));
    }

    /// A text in a language: under its words' stems, and without marks.
    ///
    /// Lines without marks are not kept twice: whoever looks for words without marks looks in both fields.
    fn text(&mut self, language: Option<&str>, text: &str) {
        let text = normal(text);
        let tongue = self.fields.tongue(language);
        if let Some(tongue) = tongue {
            self.entry.add_text(tongue.field, &text);
        }
        for line in text.lines().filter(|line| tongue.is_none() || !line.is_ascii()) {
            self.entry.add_text(self.fields.plain, line);
        }
    }

    fn days(&mut self, first: Option<i32>, last: Option<i32>) {
        if let (Some(first), Some(last)) = (first.or(last), last.or(first)) {
            self.entry.add_i64(self.fields.start, first.into());
            self.entry.add_i64(self.fields.end, last.max(first).into());
        }
    }

    fn dates(&mut self, start: Option<PartialDate>, end: Option<PartialDate>) {
        self.days(start.map(|date| day(date.first_day())), end.map(|date| day(date.last_day())));
    }

    fn names<'n>(&mut self, names: impl IntoIterator<Item = &'n str>) {
        let names: BTreeSet<String> = names.into_iter().map(name_words).collect();
        names.iter().for_each(|name| self.add(self.fields.person, name));
    }

    fn origins<'o>(&mut self, origins: impl IntoIterator<Item = &'o Origin>) {
        let named = |origin: &'o Origin| {
            origin.source.as_deref().into_iter().chain(origin.address.as_deref().and_then(host)).map(normal)
        };
        let sources: BTreeSet<_> = origins.into_iter().flat_map(named).collect();
        sources.iter().for_each(|source| self.add(self.fields.source, source));
    }
}

/// The words of a name without marks, in the order of the alphabet.
pub(crate) fn name_words(name: &str) -> String {
    NameKey::new(None, &normal(name)).words.join(" ")
}

/// The host of a web address.
fn host(address: &str) -> Option<&str> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())
}

/// An engagement with its accounts; `None` where it is gone, also where it goes while it is looked at: another process may be
/// changing the register.
pub(crate) fn gathered(
    register: &Register,
    id: AccountId,
    readings: &mut Readings,
) -> Result<Option<(Engagement, Vec<Account>)>, RegisterError> {
    match register.gathered(id, readings) {
        Err(RegisterError::Unknown(_)) => Ok(None),
        other => other,
    }
}

/// The accounts whose words count: of the copies of one text the first, and of its translations the first in each language.
pub(crate) fn told<'a>(engagement: &Engagement, accounts: &'a [Account]) -> Vec<&'a Account> {
    let mut told: Vec<&Account> = Vec::new();
    for source in &engagement.sources {
        let begin = told.len();
        for account in source.iter().filter_map(|id| accounts.iter().find(|account| account.id == *id)) {
            if told[begin..].iter().all(|other| other.language != account.language) {
                told.push(account);
            }
        }
    }
    told
}

/// What an engagement and each of its claims have in common.
fn common<'a>(fields: &'a Fields, id: &str, engagement: &Engagement, accounts: &[&Account]) -> Draft<'a> {
    let mut draft = Draft::new(fields, id, &engagement.id.to_string());
    draft.add(fields.kind, &engagement.kind);
    draft.all(fields.party, &engagement.parties);
    draft.dates(engagement.start, engagement.end);
    engagement.country.iter().for_each(|country| draft.add(fields.country, country));
    engagement.city.iter().for_each(|city| draft.add(fields.city, city));
    let named = accounts.iter().flat_map(|account| &account.engagement.people).map(|person| &*person.name);
    draft.names(engagement.people.iter().map(|person| &*person.name).chain(named));
    if engagement.background {
        draft.add(fields.is, "background");
    }
    if engagement.open_disputes().next().is_some() {
        draft.add(fields.is, "disputed");
    }
    draft
}

/// An engagement.
///
/// `origins` are all places from which its accounts came.
pub(crate) fn engagement(
    fields: &Fields,
    engagement: &Engagement,
    accounts: &[Account],
    origins: &[Origin],
) -> TantivyDocument {
    let told = told(engagement, accounts);
    let mut draft = common(fields, &engagement.id.to_string(), engagement, &told);
    draft.all(fields.language, accounts.iter().filter_map(|account| account.language.as_deref()));
    draft.origins(origins);
    let claims = || told.iter().flat_map(|account| &account.engagement.claims);
    draft.all(fields.topic, claims().flat_map(|claim| &claim.topics));
    draft.all(fields.claim, claims().map(|claim| &claim.kind));
    draft.all(fields.actor, claims().flat_map(|claim| &claim.actors));
    draft.all(fields.addressee, claims().flat_map(|claim| &claim.addressees));
    for account in &told {
        let said = &account.engagement;
        let quotes =
            quotes(said.claims.iter().map(|claim| (claim.span, &*claim.evidence)), (said.span, &said.evidence));
        let names = said.people.iter().map(|person| &*person.name);
        for text in quotes.into_iter().chain(names).chain(said.city.as_deref()).chain(said.occasion.as_deref()) {
            draft.text(account.language.as_deref(), text);
        }
    }
    draft.entry
}

/// The engagement's own words and those of its claims, without words that lie inside others.
fn quotes<'q>(claims: impl Iterator<Item = (Span, &'q str)>, own: (Span, &'q str)) -> Vec<&'q str> {
    let mut quotes: Vec<(Span, &str)> = claims.chain([own]).collect();
    quotes.sort_by_key(|(span, _)| (span[0], std::cmp::Reverse(span[1])));
    let mut end = None;
    quotes.retain(|(span, _)| {
        let new = end.is_none_or(|end| span[1] > end);
        end = end.max(Some(span[1]));
        new
    });
    quotes.into_iter().map(|(_, quote)| quote).collect()
}

/// The claims of an engagement, once a source and language.
pub(crate) fn claims(fields: &Fields, engagement: &Engagement, accounts: &[Account]) -> Vec<TantivyDocument> {
    let told = told(engagement, accounts);
    let of = |account: &Account, claim: &Claim| {
        let id = ClaimName { account: account.id, span: claim.span }.to_string();
        let mut draft = common(fields, &id, engagement, &told);
        draft.all(fields.language, &account.language);
        draft.origins([&account.origin]);
        draft.all(fields.topic, &claim.topics);
        draft.add(fields.claim, &claim.kind);
        draft.all(fields.actor, &claim.actors);
        draft.all(fields.addressee, &claim.addressees);
        draft.text(account.language.as_deref(), &claim.evidence);
        draft.entry
    };
    told.iter().flat_map(|account| account.engagement.claims.iter().map(|claim| of(account, claim))).collect()
}

/// A claim, by its account and the place of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClaimName {
    pub(crate) account: AccountId,
    pub(crate) span: Span,
}

impl std::fmt::Display for ClaimName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}", self.account, self.span[0], self.span[1])
    }
}

impl ClaimName {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let account = parts.next()?.parse().ok()?;
        let span = [parts.next()?.parse().ok()?, parts.next()?.parse().ok()?];
        Some(Self { account, span })
    }
}

/// A person: all spellings, and the offices held.
pub(crate) fn person(fields: &Fields, person: &Person) -> TantivyDocument {
    let mut draft = Draft::new(fields, &person.id, &person.id);
    draft.all(fields.party, &person.party);
    draft.days(Some(person.first), Some(person.last));
    draft.names(person.spellings.iter().map(|name| &**name));
    let offices = person.tenures.iter().map(|tenure| &*tenure.office);
    for text in person.spellings.iter().map(|name| &**name).chain(offices) {
        draft.text(None, text);
    }
    draft.entry
}

/// A matter: the words of its key, and how it stands.
pub(crate) fn matter(fields: &Fields, matter: &Matter) -> TantivyDocument {
    let mut draft = Draft::new(fields, &matter.key, &matter.key);
    draft.all(fields.party, &matter.parties);
    draft.days(Some(matter.first), Some(matter.last));
    draft.add(fields.state, matter.state.as_str());
    if let Some(day) = matter.lapses() {
        draft.entry.add_i64(fields.lapses, day.into());
    }
    if let Some(topic) = matter.key.strip_prefix("topic/").and_then(|rest| rest.rsplit('/').next()) {
        draft.add(fields.topic, topic);
    }
    draft.text(None, &matter.key);
    draft.entry
}

/// A document: its text, and what its accounts are about.
pub(crate) fn document(fields: &Fields, packs: &Packs, deposit: &Deposit, reading: &Reading) -> TantivyDocument {
    let id = deposit.id().to_string();
    let mut draft = Draft::new(fields, &id, &id);
    let published = reading.published.as_ref();
    draft.dates(published.map(|published| published.start), published.map(|published| published.end));
    draft.all(fields.language, &reading.language);
    draft.origins(&deposit.origins);
    let engagements = || reading.engagements.iter();
    draft.all(fields.party, engagements().flat_map(|engagement| &engagement.parties));
    draft.all(fields.kind, engagements().map(|engagement| &engagement.kind));
    draft.all(fields.topic, engagements().flat_map(|one| &one.claims).flat_map(|claim| &claim.topics));
    draft.names(engagements().flat_map(|engagement| &engagement.people).map(|person| &*person.name));
    // What cannot be opened has no words.
    if let Ok(document) = register::open(packs, deposit) {
        draft.text(reading.language.as_deref(), document.text());
    }
    draft.entry
}

/// The year of a day since 1970.
pub(crate) fn year(day: i64) -> i16 {
    i32::try_from(day).map_or(Date::MAX, register::date).year()
}
