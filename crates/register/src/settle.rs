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
use crate::register::{Register, RegisterError};
use crate::sketch::{Day, Sketch, date, sketches};
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
    names: BTreeSet<NameKey>,
    /// Names that accounts told of which are gone or told anew, as they were known before.
    told_of: BTreeMap<NameKey, Option<NameFacts>>,
    matters: BTreeSet<String>,
    sketches: FxHashMap<AccountId, Rc<Sketch>>,
    readings: FxHashMap<DocumentId, Rc<(Reading, Origin)>>,
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
            names: BTreeSet::new(),
            told_of: BTreeMap::new(),
            matters: BTreeSet::new(),
            sketches: FxHashMap::default(),
            readings: FxHashMap::default(),
        }
    }

    /// Takes in the accounts of a document.
    pub(crate) fn enter(
        &mut self,
        register: &mut Register,
        document: DocumentId,
        reading: Reading,
    ) -> Result<(), RegisterError> {
        let origin = register.store.origins(document)?.map(|kept| kept.origin()).unwrap_or_default();
        let mut entered = Vec::with_capacity(reading.engagements.len());
        for (sketch, engagement) in sketches(document, &reading).into_iter().zip(&reading.engagements) {
            register.store.put_sketch(&sketch, engagement.span, &sketch.keys())?;
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
            self.told(register, account)?;
        }
        for name in &reached.names {
            self.names.extend(NameKey::parse(name).map(|name| NameKey { year: None, ..name }));
        }
        self.matters.extend(reached.matters);
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
                self.names.insert(name);
            }
        }
        for (key, line) in lines(&account, &register.decisions) {
            register.store.put_line(&key, &line)?;
            self.matters.insert(key);
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
            self.names.insert(name);
        }
        register.store.drop_mentions(id)?;
        self.matters.extend(register.store.drop_lines(id)?);
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

    fn account(&mut self, register: &Register, id: AccountId) -> Result<Account, RegisterError> {
        let reading = match self.readings.get(&id.document) {
            Some(reading) => Rc::clone(reading),
            None => {
                let reading = Rc::new(register.reading_of(id.document)?);
                self.readings.insert(id.document, Rc::clone(&reading));
                reading
            }
        };
        register.account_in(id, &reading.0, &reading.1)
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
        for component in components(&counted, &links) {
            after.extend(self.settle_component(register, &component, &links, &places)?);
        }
        for &account in accounts.iter().filter(|account| register.decisions.rejected.contains(account)) {
            register.store.put_place(account, Place { component: account, engagement: None })?;
        }
        for gone in before.difference(&after) {
            register.store.drop_row(*gone)?;
            self.note(register, ("engagement", gone.to_string()), gone.document, "gone".to_owned())?;
        }
        self.settle_names(register)?;
        self.settle_matters(register)
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
        let links: Vec<Link> = if component.len() == 1 {
            Vec::new()
        } else {
            let inside = |id: &AccountId| component.binary_search(id).is_ok();
            links.iter().filter(|link| inside(&link.a) && inside(&link.b)).cloned().collect()
        };
        let mut names = Vec::new();
        for members in clusters(&sketches, &links, &register.decisions.bonds) {
            let inside = |id: &AccountId| members.binary_search(id).is_ok();
            let links: Vec<Link> = links.iter().filter(|link| inside(&link.a) && inside(&link.b)).cloned().collect();
            let mut accounts = Vec::with_capacity(members.len());
            for &id in &members {
                accounts.push((self.account(register, id)?, (*self.sketch(register, id)?).clone()));
            }
            let newest = members.iter().copied().find(|id| self.new.contains(id)).unwrap_or(members[0]);
            let row = row(&compose(accounts, &links, &register.decisions));
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
                self.note(register, ("engagement", row.id.to_string()), newest.document, what)?;
            }
        }
        Ok(names)
    }

    fn settle_names(&mut self, register: &mut Register) -> Result<(), RegisterError> {
        for (name, before) in std::mem::take(&mut self.told_of) {
            if register.store.name(&name)? != before {
                // What it was kin to, it may be no more; nothing but its words leads there now.
                self.names.extend(register.store.names_under(&sought_under(&name))?);
                self.names.extend(register.decisions.names_ruled_with(&name));
            }
        }
        let mut settled: BTreeSet<NameKey> = BTreeSet::new();
        for name in &self.names {
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
                    self.note(register, ("person", gone.id.clone()), last_document(gone), "gone".to_owned())?;
                }
            }
            for person in new.iter().filter(|person| old.get(&person.id) != Some(person)) {
                register.store.put_person(person)?;
                let what = if old.contains_key(&person.id) { "changed" } else { "new" };
                self.note(register, ("person", person.id.clone()), last_document(person), what.to_owned())?;
            }
        }
        Ok(())
    }

    fn settle_matters(&self, register: &mut Register) -> Result<(), RegisterError> {
        let mut keys = self.matters.clone();
        for key in &self.matters {
            if let Some(family) = family(key) {
                keys.extend(register.store.line_keys(&format!("{family}/"))?);
            }
        }
        for key in &keys {
            let lines = register.store.lines(key, LINES)?;
            let newer = newer(register, key, &lines)?;
            let document = lines.last().map(|line| line.account.document);
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
            match after {
                Some(after) => register.store.put_matter(&after)?,
                None => register.store.drop_matter(key)?,
            }
            self.note(register, ("matter", key.clone()), document.unwrap_or(DocumentId::of(b"")), what)?;
        }
        Ok(())
    }

    fn note(
        &self,
        register: &mut Register,
        entry: (&str, String),
        document: DocumentId,
        what: String,
    ) -> Result<(), StoreError> {
        if self.quiet {
            return Ok(());
        }
        let cause = self.cause.clone().unwrap_or_else(|| format!("document {document}"));
        register.note(self.now_ms, cause, entry, what)
    }
}

fn last_document(person: &Person) -> DocumentId {
    let last = person.tenures.iter().max_by_key(|tenure| tenure.to);
    last.map_or_else(|| DocumentId::of(b""), |tenure| tenure.to_account.document)
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
