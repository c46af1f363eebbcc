//! An engagement: what its accounts say together, claim by claim, and the documents that say so.

use std::collections::BTreeMap;

use document::PartialDate;
use packs::{ClaimType, Packs};
use reader::{Claim, Span};
use register::compare::{Agreement, SourceClaim, columns, compare};
use register::people::NameKey;
use register::{Account, AccountId, AccountLink, Change, ClaimId, DocumentId, Engagement, Register};

use super::lit::{Light, LitBlock, lit};
use super::{EngagementLine, RulingLine};
use crate::problem::Problem;

/// So many documents are shown with their text; of the others only what is known of them.
const TEXTS: usize = 8;

/// An engagement.
#[derive(Debug)]
pub(crate) struct EngagementView {
    /// What its accounts say together.
    pub(crate) line: EngagementLine,
    /// For each of its people the key under which the register knows them.
    pub(crate) keys: Vec<Option<String>>,
    /// Fields on which accounts differ.
    pub(crate) disputes: Vec<DisputeView>,
    /// What was said, by type; each once, whoever says it.
    pub(crate) groups: Vec<Group>,
    /// Its accounts, those of one source together.
    pub(crate) accounts: Vec<AccountView>,
    /// How many independent sources there are.
    pub(crate) n_sources: usize,
    /// Why accounts were taken for one.
    pub(crate) links: Vec<AccountLink>,
    /// What brought each change.
    pub(crate) history: Vec<Change>,
    /// Rulings that count.
    pub(crate) rulings: Vec<RulingLine>,
}

/// A field on which accounts differ.
#[derive(Debug)]
pub(crate) struct DisputeView {
    /// Which.
    pub(crate) field: String,
    /// What is said, the value that is shown first.
    pub(crate) values: Vec<ValueView>,
    /// The ruling that settles it.
    pub(crate) settled: Option<u64>,
}

/// One value, and who says it.
#[derive(Debug)]
pub(crate) struct ValueView {
    /// The value as rulings write it.
    pub(crate) value: String,
    /// The publishers.
    pub(crate) sources: Vec<String>,
    /// The words of the first account.
    pub(crate) quote: String,
    /// Their language.
    pub(crate) language: Option<String>,
}

/// Claims of one type.
#[derive(Debug)]
pub(crate) struct Group {
    /// The type.
    pub(crate) kind: String,
    /// The claims.
    pub(crate) rows: Vec<RowView>,
}

/// One thing that is said, by one source or several.
#[derive(Debug)]
pub(crate) struct RowView {
    /// Its number in the page; 0 are the words of the engagement itself.
    pub(crate) entry: usize,
    /// How the sources stand to each other; `None` where there is one alone.
    pub(crate) agreement: Option<Agreement>,
    /// In what they differ.
    pub(crate) differs: Vec<String>,
    /// What each source says, in the order of the sources; `None` where it says nothing of it.
    pub(crate) cells: Vec<Option<Cell>>,
}

/// What a source says.
#[derive(Debug)]
pub(crate) struct Cell {
    /// The claim, as its first account has it.
    pub(crate) claim: Claim,
    /// The language of that account.
    pub(crate) language: Option<String>,
    /// Each account that says so, with the number of the claim there and whether a ruling confirms it.
    pub(crate) told: Vec<Told>,
}

/// Where a claim stands.
#[derive(Debug)]
pub(crate) struct Told {
    /// The account.
    pub(crate) account: AccountId,
    /// The number of the claim in it.
    pub(crate) n: usize,
    /// Where its words stand in the document.
    pub(crate) span: Span,
    /// Whether a ruling says that it is right.
    pub(crate) confirmed: bool,
}

/// What one document says of it.
#[derive(Debug)]
pub(crate) struct AccountView {
    /// Its name.
    pub(crate) id: AccountId,
    /// The document.
    pub(crate) document: DocumentId,
    /// Which source it belongs to, from 0.
    pub(crate) source: usize,
    /// Who published it.
    pub(crate) publisher: String,
    /// The language.
    pub(crate) language: Option<String>,
    /// When it was published.
    pub(crate) published: Option<(PartialDate, PartialDate)>,
    /// The words that tell of the engagement.
    pub(crate) evidence: String,
    /// The line of the pack that found it.
    pub(crate) rule: String,
    /// How sure the reading is, from 0 to 1.
    pub(crate) certainty: f32,
    /// Whether a ruling says that it is right.
    pub(crate) confirmed: bool,
    /// The text with what is said lit; empty for copies beyond the first few.
    pub(crate) text: Vec<LitBlock>,
}

/// The engagement to which an account belongs.
pub(crate) fn engagement(register: &Register, packs: &Packs, id: AccountId) -> Result<EngagementView, Problem> {
    let (engagement, accounts) = register.engagement(id)?;
    let groups = groups(register, &engagement, &accounts)?;
    let lights = lights(&groups, &accounts);
    let ids: Vec<AccountId> = engagement.accounts().collect();
    let rulings = register.rulings_on(&ids)?.into_iter().map(|ruling| RulingLine::of(register, ruling));
    Ok(EngagementView {
        keys: keys(register, &engagement)?,
        disputes: engagement.disputes.iter().map(|dispute| self::dispute(dispute, &accounts)).collect(),
        accounts: account_views(register, packs, &engagement, &accounts, &lights)?,
        groups,
        n_sources: engagement.sources.len(),
        links: engagement.links.clone(),
        history: history(register, &ids)?,
        rulings: rulings.collect(),
        line: EngagementLine::from(&engagement),
    })
}

fn keys(register: &Register, engagement: &Engagement) -> Result<Vec<Option<String>>, Problem> {
    let key = |known: &register::Participant| {
        let name = NameKey::new(known.party.as_deref(), &known.name).to_string();
        Ok(register.store().person_of(&name)?.map(|person| person.id))
    };
    engagement.people.iter().map(key).collect()
}

pub(crate) fn dispute(dispute: &register::Dispute, accounts: &[Account]) -> DisputeView {
    let value = |said: &register::Said| {
        let told: Vec<&Account> = accounts.iter().filter(|account| said.accounts.contains(&account.id)).collect();
        let mut sources: Vec<String> = Vec::new();
        for source in told.iter().map(|account| press::source(account)) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        ValueView {
            value: said.value.clone(),
            sources,
            quote: told.first().map_or_else(String::new, |account| account.engagement.evidence.clone()),
            language: told.first().and_then(|account| account.language.clone()),
        }
    };
    DisputeView {
        field: dispute.field.clone(),
        values: dispute.values.iter().map(value).collect(),
        settled: dispute.settled,
    }
}

fn groups(register: &Register, engagement: &Engagement, accounts: &[Account]) -> Result<Vec<Group>, Problem> {
    let mut numbers: BTreeMap<ClaimId, (usize, bool)> = BTreeMap::new();
    for account in accounts {
        for claim in register.numbered_claims(account.id)? {
            numbers.entry((account.id, claim.claim.span)).or_insert((claim.n, claim.ruled == Some(true)));
        }
    }
    let cell = |said: SourceClaim| Cell {
        told: said
            .told
            .iter()
            .map(|place| {
                let (n, confirmed) = numbers.get(place).copied().unwrap_or_default();
                Told { account: place.0, n, span: place.1, confirmed }
            })
            .collect(),
        claim: said.claim,
        language: said.language,
    };
    let columns = columns(&engagement.sources, accounts);
    let alone = columns.len() < 2;
    let mut groups: Vec<Group> = Vec::new();
    for (row, entry) in compare(&columns).into_iter().zip(1..) {
        let kind = row.cells.iter().flatten().next().map_or_else(String::new, |cell| cell.claim.kind.clone());
        let view = RowView {
            entry,
            agreement: (!alone).then_some(row.agreement),
            differs: row.differs,
            cells: row.cells.into_iter().map(|said| said.map(cell)).collect(),
        };
        match groups.last_mut() {
            Some(group) if group.kind == kind => group.rows.push(view),
            _ => groups.push(Group { kind, rows: vec![view] }),
        }
    }
    groups.sort_by_key(|group| ClaimType::ALL.iter().position(|kind| kind.as_str() == group.kind));
    Ok(groups)
}

/// What is lit in each account: the words of the engagement, and those of claims.
fn lights(groups: &[Group], accounts: &[Account]) -> BTreeMap<AccountId, Vec<Light>> {
    let mut lights: BTreeMap<AccountId, Vec<Light>> = BTreeMap::new();
    for account in accounts {
        let own = lights.entry(account.id).or_default();
        own.push(Light { span: account.engagement.span, entry: 0 });
    }
    for row in groups.iter().flat_map(|group| &group.rows) {
        for told in row.cells.iter().flatten().flat_map(|cell| &cell.told) {
            lights.entry(told.account).or_default().push(Light { span: told.span, entry: row.entry });
        }
    }
    lights
}

fn account_views(
    register: &Register,
    packs: &Packs,
    engagement: &Engagement,
    accounts: &[Account],
    lights: &BTreeMap<AccountId, Vec<Light>>,
) -> Result<Vec<AccountView>, Problem> {
    let mut views = Vec::new();
    for (source, ids) in engagement.sources.iter().enumerate() {
        for account in ids.iter().filter_map(|id| accounts.iter().find(|account| account.id == *id)) {
            let lights = lights.get(&account.id).map_or(&[][..], Vec::as_slice);
            let text = if views.len() < TEXTS { text(register, packs, account, lights)? } else { Vec::new() };
            views.push(AccountView {
                id: account.id,
                document: account.id.document,
                source,
                publisher: press::source(account),
                language: account.language.clone(),
                published: account.published,
                evidence: account.engagement.evidence.clone(),
                rule: account.engagement.rule.clone(),
                certainty: account.engagement.certainty,
                confirmed: account.confirmed,
                text,
            });
        }
    }
    Ok(views)
}

/// The text of an account's document, with what is said lit; nothing where it can no longer be opened.
fn text(register: &Register, packs: &Packs, account: &Account, lights: &[Light]) -> Result<Vec<LitBlock>, Problem> {
    let deposit = register.store().document(account.id.document)?;
    let opened = deposit.and_then(|deposit| register::open(packs, &deposit).ok());
    Ok(opened.map_or_else(Vec::new, |opened| lit(&opened, lights)))
}

/// What changed an engagement, which may have borne the name of any of its accounts.
pub(crate) fn history(register: &Register, ids: &[AccountId]) -> Result<Vec<Change>, Problem> {
    let mut changes = Vec::new();
    for id in ids {
        changes.extend(register.store().changes_of("engagement", &id.to_string())?);
    }
    changes.sort_by_key(|change| change.n);
    Ok(changes)
}
