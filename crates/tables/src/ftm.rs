//! A register as entities of FollowTheMoney, one a line, for Aleph, OpenSanctions and what else reads them.
//!
//! Schemata: `Document` (with its text), `PublicBody` and `Organization` (parties), `Person`, `Position` and `Occupancy`
//! (tenures), `Event` (engagements; the documents are its proof, the quotes its summary, the claims its notes). The model
//! has no place for rulings, disputes and readings, so this is no way back: see <https://followthemoney.tech>.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use packs::World;
use register::people::{Person, Tenure};
use register::{Account, AccountId, DocumentId, Engagement, Register, Row, date};
use serde::Serialize;

use crate::codes::Codes;
use crate::error::TablesError;
use crate::export::person;
use crate::selection::Selection;

/// So many entries are asked for at once.
const AT_ONCE: usize = 500;

/// An entity: every property has a list of texts.
#[derive(Serialize)]
struct Entity {
    id: String,
    schema: &'static str,
    properties: BTreeMap<&'static str, Vec<String>>,
}

impl Entity {
    fn new(id: String, schema: &'static str) -> Self {
        Self { id, schema, properties: BTreeMap::new() }
    }

    /// Adds values of a property; empty ones and repetitions are left out.
    fn with(mut self, property: &'static str, values: impl IntoIterator<Item = impl ToString>) -> Self {
        for value in values.into_iter().map(|value| value.to_string()).filter(|value| !value.trim().is_empty()) {
            let known = self.properties.entry(property).or_default();
            if !known.contains(&value) {
                known.push(value);
            }
        }
        self
    }
}

/// Writes what is selected of a register, and flushes. Tables cannot be chosen here.
///
/// `progress` is told how many documents and engagements are done; see [`crate::total`].
///
/// # Errors
///
/// Where the register cannot be read or `out` fails.
pub fn export(
    register: &Register,
    world: &World,
    selection: &Selection,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(usize),
) -> Result<(), TablesError> {
    let mut export =
        Export { register, codes: Codes(world), selection, out, documents: BTreeSet::new(), others: BTreeSet::new() };
    if !selection.is_part() {
        export.documents(progress)?;
    }
    export.people()?;
    export.events(progress)?;
    Ok(export.out.flush()?)
}

struct Export<'a> {
    register: &'a Register,
    codes: Codes<'a>,
    selection: &'a Selection,
    out: &'a mut dyn Write,
    /// Documents that are written.
    documents: BTreeSet<DocumentId>,
    /// Parties and positions that are written.
    others: BTreeSet<String>,
}

impl Export<'_> {
    fn put(&mut self, entity: &Entity) -> Result<(), TablesError> {
        serde_json::to_writer(&mut *self.out, entity).map_err(std::io::Error::from)?;
        Ok(self.out.write_all(b"\n")?)
    }

    fn documents(&mut self, progress: &mut dyn FnMut(usize)) -> Result<(), TablesError> {
        let mut after = None;
        loop {
            let ids = self.register.store().documents(after, AT_ONCE)?;
            let Some(&last) = ids.last() else { return Ok(()) };
            after = Some(last);
            for &id in &ids {
                self.document(id)?;
                progress(1);
            }
        }
    }

    /// Writes a document where it is not yet written; gives the name of its entity.
    fn document(&mut self, id: DocumentId) -> Result<String, TablesError> {
        let name = format!("document-{id}");
        if !self.documents.insert(id) {
            return Ok(name);
        }
        let Some(deposit) = self.register.store().document(id)? else { return Ok(name) };
        let reading = self.register.store().reading(id, None)?;
        let origin = deposit.origin();
        let published = reading.and_then(|reading| reading.published).filter(|day| day.start == day.end);
        let file = if origin.name.trim().is_empty() { id.to_string() } else { origin.name };
        let entity = Entity::new(name.clone(), "Document")
            .with("fileName", [file])
            .with("fileSize", [deposit.bytes.len()])
            .with("publisher", origin.source)
            .with("sourceUrl", origin.address.filter(|address| address.starts_with("http")))
            .with("publishedAt", published.map(|day| day.start))
            .with("retrievedAt", origin.retrieved)
            .with("bodyText", std::str::from_utf8(&deposit.bytes).ok());
        self.put(&entity)?;
        Ok(name)
    }

    /// Writes a party where it is not yet written; gives the name of its entity.
    fn party(&mut self, code: &str) -> Result<String, TablesError> {
        let name = named("party", code);
        if self.others.insert(name.clone()) {
            let schema = if self.codes.is_state(code) { "PublicBody" } else { "Organization" };
            let entity = Entity::new(name.clone(), schema).with("name", [code]).with("country", self.country(code));
            self.put(&entity)?;
        }
        Ok(name)
    }

    /// The code of a state as it is written there.
    fn country(&self, code: &str) -> Option<String> {
        self.codes.is_state(code).then(|| code.to_ascii_lowercase())
    }

    fn people(&mut self) -> Result<(), TablesError> {
        let mut after = String::new();
        loop {
            let some = self.register.store().people_after(&after, AT_ONCE)?;
            let Some(last) = some.last() else { return Ok(()) };
            after.clone_from(&last.id);
            for person in some.iter().filter(|person| self.selection.person(person)) {
                self.person(person)?;
            }
        }
    }

    fn person(&mut self, person: &Person) -> Result<(), TablesError> {
        let country = person.party.as_ref().and_then(|party| self.country(party));
        let others = person.spellings.iter().filter(|spelling| **spelling != person.name);
        let offices = person.tenures.iter().map(|tenure| &tenure.office);
        let entity = Entity::new(named("person", &person.id), "Person")
            .with("name", [&person.name])
            .with("alias", others)
            .with("country", country)
            .with("position", offices);
        self.put(&entity)?;
        for tenure in person.tenures.iter().filter(|tenure| self.selection.days(Some((tenure.from, tenure.to)))) {
            self.tenure(person, tenure)?;
        }
        Ok(())
    }

    fn tenure(&mut self, person: &Person, tenure: &Tenure) -> Result<(), TablesError> {
        let party = person.party.as_deref().unwrap_or_default();
        let position = named("position", &format!("{party}-{}", tenure.office));
        if self.others.insert(position.clone()) {
            let of = if party.is_empty() { None } else { Some(self.party(party)?) };
            let entity = Entity::new(position.clone(), "Position")
                .with("name", [format!("{} {party}", tenure.office).trim()])
                .with("country", self.country(party))
                .with("organization", of);
            self.put(&entity)?;
        }
        let proof = [self.document(tenure.from_account.document)?, self.document(tenure.to_account.document)?];
        let held = format!("{}/{}", person.id, tenure.office);
        let entity = Entity::new(named("occupancy", &held), "Occupancy")
            .with("holder", [named("person", &person.id)])
            .with("post", [position])
            .with("startDate", [date(tenure.from)])
            .with("endDate", [date(tenure.to)])
            .with("proof", proof);
        self.put(&entity)
    }

    fn events(&mut self, progress: &mut dyn FnMut(usize)) -> Result<(), TablesError> {
        let mut after: Option<Row> = None;
        loop {
            let rows = self.register.store().rows(after.as_ref(), AT_ONCE)?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = Some(last.clone());
            for row in &rows {
                if self.selection.row(row) {
                    self.event(row.id)?;
                }
                progress(1);
            }
        }
    }

    fn event(&mut self, id: AccountId) -> Result<(), TablesError> {
        let (engagement, accounts) = self.register.engagement(id)?;
        let mut involved = Vec::new();
        for party in &engagement.parties {
            involved.push(self.party(party)?);
        }
        for participant in &engagement.people {
            let person = person(self.register, &engagement, participant)?;
            involved.extend(person.map(|person| named("person", &person)));
        }
        let mut proof = Vec::new();
        for account in &accounts {
            proof.push(self.document(account.id.document)?);
        }
        let entity = Entity::new(format!("event-{id}"), "Event")
            .with("name", [title(&engagement)])
            .with("keywords", [&engagement.kind])
            .with("startDate", engagement.start)
            .with("endDate", engagement.end)
            .with("country", engagement.country.as_ref().and_then(|country| self.country(country)))
            .with("location", &engagement.city)
            .with("involved", involved)
            .with("proof", proof)
            .with("description", &engagement.occasion)
            .with("summary", accounts.iter().map(|account| &account.engagement.evidence))
            .with("notes", accounts.iter().flat_map(claims))
            .with("recordId", [id]);
        self.put(&entity)
    }
}

/// What an engagement is called: its kind, parties and day.
fn title(engagement: &Engagement) -> String {
    let day = engagement.start.map(|start| start.to_string());
    let parts = [Some(engagement.kind.clone()), Some(engagement.parties.join(", ")), day];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// The claims of an account, each with its type, who says it to whom, and its words.
fn claims(account: &Account) -> impl Iterator<Item = String> {
    account.engagement.claims.iter().map(|claim| {
        let to =
            if claim.addressees.is_empty() { String::new() } else { format!(" → {}", claim.addressees.join(", ")) };
        format!("{} {}{to}: “{}”", claim.kind, claim.actors.join(", "), claim.evidence)
    })
}

/// The name of an entity: letters, digits and dashes are all that it may have.
fn named(what: &str, key: &str) -> String {
    let plain = key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && key.bytes().last().is_some_and(|b| b.is_ascii_alphanumeric());
    if plain { format!("{what}-{key}") } else { format!("{what}-{}", DocumentId::of(key.as_bytes())) }
}
