//! What a text names: an engagement, a document, a person or a matter.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use reader::{Claim, Span};

use crate::id::{AccountId, DocumentId};
use crate::matters::Matter;
use crate::names::words;
use crate::people::{NameKey, Person};
use crate::register::{Register, RegisterError};
use crate::ruling::ClaimAnchor;
use crate::store::Row;

/// So many are named where a text fits several.
const SOME: usize = 4;

/// Something of the register that has a name.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// An engagement, by one of its accounts.
    Engagement(AccountId),
    /// A document.
    Document(DocumentId),
    /// A person.
    Person(Box<Person>),
    /// A matter.
    Matter(Box<Matter>),
}

/// A claim of an account as people name it: by its number.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberedClaim {
    /// Its place among all claims of the account, from 1, whether or not a ruling calls one of them wrong.
    pub n: usize,
    /// The claim.
    pub claim: Claim,
    /// Whether a ruling says that it is right or wrong.
    pub ruled: Option<bool>,
}

impl Register {
    /// What a text names: a document by its twelve digits, an engagement by any of its accounts or the beginning of one, a
    /// matter by its key, a person by key or name.
    ///
    /// # Errors
    ///
    /// Where it names nothing, or several things.
    pub fn entry(&self, text: &str) -> Result<Entry, RegisterError> {
        if text.contains('/') {
            return Ok(Entry::Matter(Box::new(self.matter_named(text)?)));
        }
        if let Ok(document) = text.parse::<DocumentId>()
            && self.store.origins(document)?.is_some()
        {
            return Ok(Entry::Document(document));
        }
        match self.account_named(text) {
            Ok(account) => Ok(Entry::Engagement(account)),
            Err(RegisterError::Unknown(_) | RegisterError::NotAnId(_)) => {
                Ok(Entry::Person(Box::new(self.person_named(text)?)))
            }
            Err(error) => Err(error),
        }
    }

    /// The matter of a key, or of the beginning of one.
    ///
    /// # Errors
    ///
    /// Where no key begins so, or several do.
    pub fn matter_named(&self, key: &str) -> Result<Matter, RegisterError> {
        if let Some(matter) = self.store.matter(key)? {
            return Ok(matter);
        }
        let small = key.to_lowercase();
        let found =
            self.store.matters(None)?.into_iter().filter(|matter| matter.key.to_lowercase().starts_with(&small));
        one(key, "matters", found.collect(), |matter| matter.key.clone())
    }

    /// The person of a key or a name.
    ///
    /// # Errors
    ///
    /// Where nobody bears it, or several do.
    pub fn person_named(&self, name: &str) -> Result<Person, RegisterError> {
        if let Some(person) = self.store.person_of(name)? {
            return Ok(person);
        }
        let mut found = self.people_named(name, None)?;
        // Of several the one is meant, mostly, of whom has been told the longest.
        found.sort_by_key(|person| (Reverse(person.last - person.first), person.id.clone()));
        one(name, "people", found, |person| person.id.clone())
    }

    /// The people one of whose names has all these words or their beginnings, in any order, case and with or without marks; those
    /// who bear the very name alone, where there are any.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    pub fn people_named(&self, name: &str, party: Option<&str>) -> Result<Vec<Person>, RegisterError> {
        let sought = words(name);
        let mut found = self.store.people(party)?;
        found.retain(|person| !sought.is_empty() && keys(person).any(|key| begin(&sought, &key.words)));
        let bears = |person: &Person| keys(person).any(|key| key.words == sought);
        if found.iter().any(bears) {
            found.retain(bears);
        }
        Ok(found)
    }

    /// The engagements of a person, the earliest first.
    ///
    /// # Errors
    ///
    /// Where the store cannot be read.
    pub fn engagements_of(&self, person: &Person) -> Result<Vec<Row>, RegisterError> {
        let mut found: BTreeSet<AccountId> = BTreeSet::new();
        for name in keys(person) {
            let mentions = self.store.mentions(&NameKey { year: None, ..name })?;
            for mention in mentions.iter().filter(|mention| (person.first..=person.last).contains(&mention.day)) {
                found.extend(self.store.place(mention.account)?.and_then(|place| place.engagement));
            }
        }
        let mut rows = Vec::new();
        for id in found {
            rows.extend(self.store.row(id)?);
        }
        rows.sort_by(|a, b| (&a.start, a.id).cmp(&(&b.start, b.id)));
        Ok(rows)
    }

    /// The key of the name that a text means: as it stands, or as the one person bears it who is called so.
    ///
    /// # Errors
    ///
    /// Where nobody bears it, or several do.
    pub fn name_key(&self, name: &str) -> Result<String, RegisterError> {
        let person = self.person_named(name)?;
        if person.names.iter().any(|key| key == name) {
            return Ok(name.to_owned());
        }
        let sought = words(name);
        let same = keys(&person).find(|key| key.words == sought).map(|key| key.to_string());
        Ok(same.unwrap_or(person.id))
    }

    /// All claims of an account with their numbers, also those that a ruling calls wrong.
    ///
    /// # Errors
    ///
    /// Where there is no such account.
    pub fn numbered_claims(&self, account: AccountId) -> Result<Vec<NumberedClaim>, RegisterError> {
        let unknown = || RegisterError::Unknown(account.to_string());
        let (reading, _) = self.reading_of(account.document)?;
        let engagement =
            reading.engagements.into_iter().nth(usize::from(account.index).wrapping_sub(1)).ok_or_else(unknown)?;
        Ok(self.numbered(account, engagement.claims))
    }

    /// The claims of each account of a document, as [`Self::numbered_claims`] gives those of one.
    ///
    /// # Errors
    ///
    /// Where there is no such document.
    pub fn claims_of(&self, document: DocumentId) -> Result<Vec<(AccountId, Vec<NumberedClaim>)>, RegisterError> {
        let (reading, _) = self.reading_of(document)?;
        let accounts = (1..).map(|index| AccountId { document, index }).zip(reading.engagements);
        Ok(accounts.map(|(account, engagement)| (account, self.numbered(account, engagement.claims))).collect())
    }

    fn numbered(&self, account: AccountId, claims: Vec<Claim>) -> Vec<NumberedClaim> {
        let ruled = |span: Span| self.decisions.claims.get(&(account, span)).copied();
        (1..).zip(claims).map(|(n, claim)| NumberedClaim { n, ruled: ruled(claim.span), claim }).collect()
    }

    /// The claim of a number, as a ruling names it.
    ///
    /// # Errors
    ///
    /// Where the account has no such claim.
    pub fn claim_anchor(&self, account: AccountId, n: usize) -> Result<ClaimAnchor, RegisterError> {
        let claims = self.numbered_claims(account)?;
        match claims.iter().find(|claim| claim.n == n) {
            Some(found) => Ok(ClaimAnchor { account: self.anchor(account)?, span: found.claim.span }),
            None => Err(RegisterError::Ruling(format!(
                "{account} has no claim {n}, but {} in all; `chancery show {account}` numbers them",
                claims.len()
            ))),
        }
    }
}

/// The names of a person.
fn keys(person: &Person) -> impl Iterator<Item = NameKey> + '_ {
    person.names.iter().filter_map(|key| NameKey::parse(key))
}

/// Whether each word is the beginning of another one of a name.
fn begin(sought: &[String], name: &[String]) -> bool {
    let mut left: Vec<&String> = name.iter().collect();
    sought.iter().all(|word| {
        let at = left.iter().position(|other| *other == word);
        let at = at.or_else(|| left.iter().position(|other| other.starts_with(word.as_str())));
        at.map(|at| left.remove(at)).is_some()
    })
}

fn one<T>(name: &str, of: &'static str, mut found: Vec<T>, key: impl Fn(&T) -> String) -> Result<T, RegisterError> {
    match found.len() {
        1 => Ok(found.remove(0)),
        0 => Err(RegisterError::Unknown(name.to_owned())),
        _ => {
            let some: Vec<String> = found.iter().take(SOME).map(key).collect();
            Err(RegisterError::Ambiguous { name: name.to_owned(), of, some: some.join(", ") })
        }
    }
}
