//! What follows from documents and rulings that have changed: no more than what they reach is looked at again.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use reader::Reading;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::clusters::{Link, clusters, components, link};
use crate::deposit::Origin;
use crate::engagement::{Account, Engagement, compose};
use crate::id::{AccountId, DocumentId};
use crate::matters::{Line, family, lines, matter};
use crate::people::{Mention, NameFacts, NameKey, Person, SILENCE, bearers, kept_under, kin, people, sought_under};
use crate::prepared::Sketched;
use crate::register::{Register, RegisterError};
use crate::sketch::{Day, Sketch, date};
use crate::store::{Place, Row, StoreError};

/// A matter is weighed by its last lines.
pub(crate) const LINES: usize = 500;

/// What rulings touch.
#[derive(Default)]
pub(crate) struct Reached {
    pub(crate) accounts: BTreeSet<AccountId>,
    pub(crate) names: BTreeSet<String>,
    pub(crate) matters: BTreeSet<String>,
}

/// Accounts, names and matters that have to be settled anew.
pub(crate) struct Settlement {
    now_ms: i64,
    /// What brings the changes, where it is not the document itself.
    pub(crate) cause: Option<String>,
    /// Whether changes are written into the history.
    pub(crate) quiet: bool,
    /// Accounts whose links are not known.
    new: BTreeSet<AccountId>,
    /// Those of them that were entered, and so belong nowhere yet.
    entered: FxHashSet<AccountId>,
    /// Accounts of components that have lost something.
    loose: BTreeSet<AccountId>,
    /// Engagements that accounts now gone belonged to.
    lost: BTreeSet<AccountId>,
    /// Names to settle, with the document that brings it.
    names: BTreeMap<NameKey, Option<DocumentId>>,
    /// Names that accounts told of which are gone or told anew, as they were known before.
    told_of: BTreeMap<NameKey, Option<NameFacts>>,
    /// Matters to settle, with the document that brings it.
    matters: BTreeMap<String, Option<DocumentId>>,
    sketches: FxHashMap<AccountId, Rc<Sketch>>,
    readings: FxHashMap<DocumentId, Rc<(Reading, Origin)>>,
    accounts: FxHashMap<AccountId, Rc<Account>>,
}

impl Settlement {
    pub(crate) fn new(now_ms: i64) -> Self {
        Self {
            now_ms,
            cause: None,
            quiet: false,
            new: BTreeSet::new(),
            entered: FxHashSet::default(),
            loose: BTreeSet::new(),
            lost: BTreeSet::new(),
            names: BTreeMap::new(),
            told_of: BTreeMap::new(),
            matters: BTreeMap::new(),
            sketches: FxHashMap::default(),
            readings: FxHashMap::default(),
            accounts: FxHashMap::default(),
        }
    }

    /// Takes in the accounts of a document, which came from an origin and reads so.
    pub(crate) fn enter(
        &mut self,
        register: &mut Register,
        document: DocumentId,
        origin: Origin,
        Sketched { reading, sketches }: Sketched,
    ) -> Result<(), RegisterError> {
        let mut entered = Vec::with_capacity(sketches.len());
        for ((sketch, keys), engagement) in sketches.into_iter().zip(&reading.engagements) {
            register.store.put_sketch(&sketch, engagement.span, &keys)?;
            self.new.insert(sketch.id);
            self.entered.insert(sketch.id);
            entered.push(sketch.id);
            self.sketches.insert(sketch.id, Rc::new(sketch));
        }
        self.readings.insert(document, Rc::new((reading, origin)));
        for id in entered {
            self.told(register, id)?;
        }
        Ok(())
    }

    /// Takes out the accounts of a document.
    pub(crate) fn leave(&mut self, register: &mut Register, document: DocumentId) -> Result<(), RegisterError> {
        for (account, ..) in register.store.accounts_of(document)? {
            if let Some(place) = register.store.place(account)? {
                self.loose.extend(register.store.component(place.component)?);
                self.lost.extend(place.engagement);
            }
            self.untell(register, account)?;
            self.new.remove(&account);
            self.sketches.remove(&account);
            self.accounts.remove(&account);
        }
        self.loose.retain(|account| account.document != document);
        self.readings.remove(&document);
        register.store.drop_sketches(document)?;
        Ok(())
    }

    /// Takes in what rulings touch.
    pub(crate) fn reach(&mut self, register: &mut Register, reached: Reached) -> Result<(), RegisterError> {
        for account in reached.accounts {
            if let Some(place) = register.store.place(account)? {
                self.loose.extend(register.store.component(place.component)?);
            }
            self.new.insert(account);
            self.untell(register, account)?;
            // Rulings may take claims away from it.
            self.accounts.remove(&account);
            self.told(register, account)?;
        }
        for name in &reached.names {
            let name = NameKey::parse(name).map(|name| NameKey { year: None, ..name });
            self.names.extend(name.map(|name| (name, None)));
        }
        self.matters.extend(reached.matters.into_iter().map(|key| (key, None)));
        Ok(())
    }

    /// Keeps whom an account names, and to which matters it adds.
    fn told(&mut self, register: &mut Register, id: AccountId) -> Result<(), RegisterError> {
        if register.decisions.rejected.contains(&id) {
            return Ok(());
        }
        let account = self.account(register, id)?;
        if let Some(on) = account.told_on() {
            for person in &account.engagement.people {
                let name = NameKey::new(person.party.as_deref(), &person.name);
                let offices = person.offices.iter().map(String::as_str);
                let none = person.offices.is_empty().then_some("");
                for office in offices.chain(none) {
                    let mention = Mention { day: on, office: office.to_owned(), account: id };
                    register.store.put_mention(&name, &person.name, &mention, &kept_under(&name))?;
                }
                self.names.insert(name, Some(id.document));
            }
        }
        for (key, line) in lines(&account, &register.decisions) {
            register.store.put_line(&key, &line)?;
            self.matters.insert(key, Some(id.document));
        }
        Ok(())
    }

    /// Forgets whom an account names, and what it adds to matters.
    fn untell(&mut self, register: &mut Register, id: AccountId) -> Result<(), RegisterError> {
        for name in register.store.names_of(id)? {
            if !self.told_of.contains_key(&name) {
                let before = register.store.name(&name)?;
                self.told_of.insert(name.clone(), before);
            }
            self.names.insert(name, Some(id.document));
        }
        register.store.drop_mentions(id)?;
        let matters = register.store.drop_lines(id)?;
        self.matters.extend(matters.into_iter().map(|key| (key, Some(id.document))));
        Ok(())
    }

    fn sketch(&mut self, register: &Register, id: AccountId) -> Result<Rc<Sketch>, StoreError> {
        if let Some(sketch) = self.sketches.get(&id) {
            return Ok(Rc::clone(sketch));
        }
        let sketch = register.store.sketch(id)?.map(Rc::new).ok_or_else(|| StoreError::Broken {
            place: "the register".to_owned(),
            what: format!("the account {id} is missing"),
        })?;
        self.sketches.insert(id, Rc::clone(&sketch));
        Ok(sketch)
    }

    fn account(&mut self, register: &Register, id: AccountId) -> Result<Rc<Account>, RegisterError> {
        if let Some(account) = self.accounts.get(&id) {
            return Ok(Rc::clone(account));
        }
        let reading = match self.readings.get(&id.document) {
            Some(reading) => Rc::clone(reading),
            None => {
                let reading = Rc::new(register.reading_of(id.document)?);
                self.readings.insert(id.document, Rc::clone(&reading));
                reading
            }
        };
        let account = Rc::new(register.account_in(id, &reading.0, &reading.1)?);
        self.accounts.insert(id, Rc::clone(&account));
        Ok(account)
    }

    /// Settles everything, and writes what has changed.
    pub(crate) fn settle(mut self, register: &mut Register) -> Result<(), RegisterError> {
        let (accounts, links) = self.reachable(register)?;
        let mut before: BTreeSet<AccountId> = std::mem::take(&mut self.lost);
        let mut places: BTreeMap<AccountId, Option<Place>> = BTreeMap::new();
        for &account in &accounts {
            let place = if self.entered.contains(&account) { None } else { register.store.place(account)? };
            before.extend(place.and_then(|place| place.engagement));
            places.insert(account, place);
        }
        let mut after = BTreeSet::new();
        let counted: Vec<AccountId> =
            accounts.iter().copied().filter(|account| !register.decisions.rejected.contains(account)).collect();
        for (component, links) in components(&counted, links) {
            after.extend(self.settle_component(register, &component, &links, &places)?);
        }
        for &account in accounts.iter().filter(|account| register.decisions.rejected.contains(account)) {
            register.store.put_place(account, Place { component: account, engagement: None })?;
        }
        for gone in before.difference(&after) {
            register.store.drop_row(*gone)?;
            let brought = self.taken_over(register, *gone)?;
            self.note(register, ("engagement", gone.to_string()), Some(brought), "gone".to_owned())?;
        }
        self.settle_names(register)?;
        self.settle_matters(register)
    }

    /// The document by which an engagement lost its name: that of the new account whose engagement its first account joined, else its own.
    fn taken_over(&self, register: &Register, gone: AccountId) -> Result<DocumentId, StoreError> {
        let joined = register.store.place(gone)?.and_then(|place| place.engagement);
        let members = joined.map(|joined| register.store.members(joined)).transpose()?.unwrap_or_default();
        Ok(members.iter().find(|id| self.new.contains(id)).unwrap_or(&gone).document)
    }

    /// All accounts that have to be settled, and the links among them.
    fn reachable(&mut self, register: &Register) -> Result<(BTreeSet<AccountId>, Vec<Link>), RegisterError> {
        let bonds = &register.decisions.bonds;
        let rejected = &register.decisions.rejected;
        let mut reached: BTreeSet<AccountId> = self.loose.iter().chain(&self.new).copied().collect();
        let new: Vec<AccountId> = self.new.iter().copied().collect();
        for id in new {
            if rejected.contains(&id) {
                continue;
            }
            let sketch = self.sketch(register, id)?;
            let mut others = register.store.accounts_under(&sketch.sought())?;
            others.extend(bonds.partners(id));
            for other in others {
                if reached.contains(&other) || rejected.contains(&other) {
                    continue;
                }
                let other_sketch = self.sketch(register, other)?;
                if link(&sketch, &other_sketch, bonds).is_none() {
                    continue;
                }
                if let Some(place) = register.store.place(other)? {
                    reached.extend(register.store.component(place.component)?);
                }
            }
        }
        let mut under: FxHashMap<i64, Vec<AccountId>> = FxHashMap::default();
        let mut pairs: Vec<(AccountId, AccountId)> = Vec::new();
        for &id in reached.iter().filter(|id| !rejected.contains(id)) {
            let sketch = self.sketch(register, id)?;
            for key in sketch.sought() {
                let others = under.get(&key).into_iter().flatten();
                pairs.extend(others.map(|&other| (other.min(id), other.max(id))));
            }
            for key in sketch.keys() {
                under.entry(key).or_default().push(id);
            }
            let partners = bonds.partners(id);
            pairs.extend(
                partners
                    .into_iter()
                    .filter(|other| reached.contains(other) && !rejected.contains(other))
                    .map(|other| (other.min(id), other.max(id))),
            );
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut links = Vec::new();
        for (a, b) in pairs {
            let (a, b) = (self.sketch(register, a)?, self.sketch(register, b)?);
            links.extend(link(&a, &b, bonds));
        }
        Ok((reached, links))
    }

    /// Parts a component into engagements and keeps them; gives their names.
    fn settle_component(
        &mut self,
        register: &mut Register,
        component: &[AccountId],
        links: &[Link],
        places: &BTreeMap<AccountId, Option<Place>>,
    ) -> Result<Vec<AccountId>, RegisterError> {
        let sketches = component.iter().map(|&id| self.sketch(register, id)).collect::<Result<Vec<_>, _>>()?;
        let sketches: Vec<&Sketch> = sketches.iter().map(|sketch| &**sketch).collect();
        let mut names = Vec::new();
        for members in clusters(&sketches, links, &register.decisions.bonds) {
            let accounts = members.iter().map(|&id| self.account(register, id)).collect::<Result<Vec<_>, _>>()?;
            let sketched = |account: &Account| {
                let at = component.binary_search(&account.id).expect("a cluster is part of its component");
                sketches[at]
            };
            let accounts = accounts.iter().map(|account| (&**account, sketched(account))).collect();
            let newest = members.iter().copied().find(|id| self.new.contains(id)).unwrap_or(members[0]);
            // What links them is not in the row.
            let row = row(&compose(accounts, &[], &register.decisions));
            names.push(row.id);
            for &id in &members {
                let place = Place { component: component[0], engagement: Some(row.id) };
                if places.get(&id) != Some(&Some(place)) {
                    register.store.put_place(id, place)?;
                }
            }
            let before = register.store.row(row.id)?;
            let what = changed(before.as_ref(), &row);
            // Accounts may say more although the row is as it was.
            let touched = members.iter().any(|id| self.new.contains(id));
            if before.as_ref() != Some(&row) {
                register.store.put_row(&row)?;
            }
            if before.as_ref() != Some(&row) || touched {
                self.note(register, ("engagement", row.id.to_string()), Some(newest.document), what)?;
            }
        }
        Ok(names)
    }

    fn settle_names(&mut self, register: &mut Register) -> Result<(), RegisterError> {
        for (name, before) in std::mem::take(&mut self.told_of) {
            if register.store.name(&name)? != before {
                // What it was kin to, it may be no more; nothing but its words leads there now.
                let brought = self.names.get(&name).copied().flatten();
                let mut others = register.store.names_under(&sought_under(&name))?;
                others.extend(register.decisions.names_ruled_with(&name));
                others.into_iter().for_each(|other| {
                    self.names.entry(other).or_insert(brought);
                });
            }
        }
        let mut settled: BTreeSet<NameKey> = BTreeSet::new();
        for (name, brought) in &self.names {
            if settled.contains(name) {
                continue;
            }
            let (facts, old) = kindred(register, name)?;
            settled.extend(facts.iter().map(|facts| NameKey { year: None, ..facts.key.clone() }));
            settled.insert(name.clone());
            let new = people(&facts, &register.decisions);
            for gone in old.values().filter(|old| !new.contains(old)) {
                register.store.drop_person(&gone.id)?;
                if !new.iter().any(|person| person.id == gone.id) {
                    self.note(register, ("person", gone.id.clone()), *brought, "gone".to_owned())?;
                }
            }
            for person in new.iter().filter(|person| old.get(&person.id) != Some(person)) {
                register.store.put_person(person)?;
                let what = if old.contains_key(&person.id) { "changed" } else { "new" };
                self.note(register, ("person", person.id.clone()), *brought, what.to_owned())?;
            }
        }
        Ok(())
    }

    fn settle_matters(&self, register: &mut Register) -> Result<(), RegisterError> {
        let mut keys = self.matters.clone();
        for (key, brought) in &self.matters {
            let Some(family) = family(key) else { continue };
            for other in register.store.line_keys(&format!("{family}/"))? {
                keys.entry(other).or_insert(*brought);
            }
        }
        for (key, brought) in &keys {
            let lines = register.store.lines(key, LINES)?;
            let newer = newer(register, key, &lines)?;
            let before = register.store.matter(key)?;
            let after = matter(key, lines, newer, &register.decisions);
            if before == after {
                continue;
            }
            let what = match (&before, &after) {
                (None, _) => "new".to_owned(),
                (_, None) => "gone".to_owned(),
                (Some(before), Some(after)) if before.state != after.state => {
                    format!("state {} → {}", before.state.as_str(), after.state.as_str())
                }
                _ => "changed".to_owned(),
            };
            match (&before, &after) {
                (before, Some(after)) => register.store.put_matter(after, before.as_ref())?,
                (Some(before), None) => register.store.drop_matter(before)?,
                (None, None) => {}
            }
            self.note(register, ("matter", key.clone()), *brought, what)?;
        }
        Ok(())
    }

    /// Writes that an entry changed, and what brought it: the cause of all, else the document; a name or matter that neither
    /// has is a ruling's.
    fn note(
        &self,
        register: &mut Register,
        entry: (&str, String),
        document: Option<DocumentId>,
        what: String,
    ) -> Result<(), StoreError> {
        if self.quiet {
            return Ok(());
        }
        let cause = self.cause.clone().or_else(|| document.map(|document| format!("document {document}")));
        let cause = cause.unwrap_or_else(|| "a ruling".to_owned());
        register.note(self.now_ms, cause, entry, what)
    }
}

/// All names that are kin to one, by kin of kin, and the people that they were taken for before.
fn kindred(register: &Register, name: &NameKey) -> Result<(Vec<NameFacts>, BTreeMap<String, Person>), RegisterError> {
    let store = &*register.store;
    let mut facts: Vec<NameFacts> = Vec::new();
    let mut old: BTreeMap<String, Person> = BTreeMap::new();
    let mut seen: BTreeSet<NameKey> = BTreeSet::from([name.clone()]);
    let mut queue = vec![name.clone()];
    while let Some(name) = queue.pop() {
        let mine = facts_of(register, &name)?;
        let keys: Vec<String> = mine.iter().map(|facts| facts.key.to_string()).chain([name.to_string()]).collect();
        // A name's bearers may have been told apart before.
        let mut taken_for = store.bearers_of(&name)?;
        for key in keys {
            taken_for.extend(store.person_of(&key)?);
        }
        for person in taken_for {
            let names = person.names.iter().filter_map(|name| NameKey::parse(name));
            let names = names.map(|name| NameKey { year: None, ..name });
            queue.extend(names.filter(|name| seen.insert(name.clone())));
            old.insert(person.id.clone(), person);
        }
        let mut others = store.names_under(&sought_under(&name))?;
        others.extend(register.decisions.names_ruled_with(&name));
        for other in others {
            if seen.contains(&other) {
                continue;
            }
            let theirs = facts_of(register, &other)?;
            if mine.iter().any(|a| theirs.iter().any(|b| kin(a, b, &register.decisions).is_some())) {
                seen.insert(other.clone());
                queue.push(other);
            }
        }
        facts.extend(mine);
    }
    Ok((facts, old))
}

/// What is known of a name, its bearers told apart.
fn facts_of(register: &Register, name: &NameKey) -> Result<Vec<NameFacts>, StoreError> {
    let Some(facts) = register.store.name(name)? else { return Ok(Vec::new()) };
    let first = facts.held.iter().map(|(first, _)| first.day).min().unwrap_or_default();
    let last = facts.held.iter().map(|(_, last)| last.day).max().unwrap_or_default();
    if last - first <= SILENCE {
        return Ok(vec![facts]);
    }
    Ok(bearers(&facts, &register.store.mentions(name)?, |day| date(day).year()))
}

/// The first day on which a later figure of the same target is told, where there is one.
fn newer(register: &Register, key: &str, lines: &[Line]) -> Result<Option<Day>, StoreError> {
    let (Some(family), Some(last)) = (family(key), lines.last()) else { return Ok(None) };
    let mut newest = None;
    for other in register.store.line_keys(&format!("{family}/"))?.iter().filter(|other| *other != key) {
        let told = register.store.lines(other, 1)?.last().map(|line| line.day);
        newest = newest.max(told.filter(|&told| told > last.day));
    }
    Ok(newest)
}

fn row(engagement: &Engagement) -> Row {
    let text = |date: Option<document::PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let mut parties = engagement.parties.clone();
    parties.sort_unstable();
    Row {
        id: engagement.id,
        kind: engagement.kind.clone(),
        start: text(engagement.start),
        end: text(engagement.end),
        parties,
        n_disputes: engagement.open_disputes().count() as u32,
        n_accounts: engagement.accounts().count() as u32,
        n_sources: engagement.sources.len() as u32,
    }
}

/// What is different about a row, for the history.
fn changed(before: Option<&Row>, after: &Row) -> String {
    let Some(before) = before else { return "new".to_owned() };
    let fields = [
        ("kind", before.kind.clone(), after.kind.clone()),
        ("start", before.start.clone(), after.start.clone()),
        ("end", before.end.clone(), after.end.clone()),
        ("parties", before.parties.join(" "), after.parties.join(" ")),
        ("accounts", before.n_accounts.to_string(), after.n_accounts.to_string()),
        ("sources", before.n_sources.to_string(), after.n_sources.to_string()),
        ("disputes", before.n_disputes.to_string(), after.n_disputes.to_string()),
    ];
    let shown = |value: String| if value.is_empty() { "-".to_owned() } else { value };
    let changes: Vec<String> = fields
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| format!("{field} {} → {}", shown(before), shown(after)))
        .collect();
    if changes.is_empty() { "its accounts changed".to_owned() } else { changes.join("; ") }
}

#[cfg(test)]
mod tests {
    use crate::fixtures::{NoReader, read, register};

    /// What brought each change of some kind of entry, by the names of the documents.
    fn causes(entry: &str, documents: &[(&str, &str, &[&str])]) -> Vec<String> {
        let mut register = register(Vec::new());
        let mut names = Vec::new();
        for (name, published, lines) in documents {
            let read = read(name, "en", published, lines);
            names.push((format!("document {}", read.deposit.id()), name));
            register.add(vec![read], &NoReader, 0).unwrap();
        }
        let changes = register.store().changes(0, 100).unwrap().into_iter().filter(|change| change.entry == entry);
        let by = |cause: &str| names.iter().find(|(document, _)| document == cause).map_or("?", |(_, name)| name);
        changes.map(|change| format!("{} by {}", change.what, by(&change.cause))).collect()
    }

    #[test]
    fn history_names_the_document_that_brings_a_change() {
        let talks = "meeting 2025-07-10 VN,JP Bui Thanh Son/VN/foreign-minister + Iwaya Takeshi/JP/foreign-minister";
        let earlier = "meeting 2025-07-10 JP,VN Iwaya Takeshi/JP/foreign-minister + Bui Thanh Son/VN/foreign-minister";
        // What is published earlier gives its name to the engagement.
        let told: [(&str, &str, &[&str]); 2] = [("late", "2025-07-12", &[talks]), ("early", "2025-07-11", &[earlier])];
        assert_eq!(causes("engagement", &told), ["new by late", "new by early", "gone by early"]);
        // People without an office are brought by documents too.
        let plain: [(&str, &str, &[&str]); 1] = [("one", "2025-07-11", &["meeting 2025-07-10 VN,JP Le Van Tam/VN/"])];
        assert_eq!(causes("person", &plain), ["new by one"]);
    }
}
