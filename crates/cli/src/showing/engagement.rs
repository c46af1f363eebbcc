//! An engagement: what its accounts say together, on what they differ, and why they are one.

use std::collections::BTreeMap;

use anyhow::Result;
use packs::ClaimType;
use register::compare::{Column, SourceClaim, columns};
use register::{Account, AccountId, AccountLink, ClaimId, Dispute, Engagement, Part, Register};

use crate::arguments::count;
use crate::rendering::{
    CLAIM, INDENT, Page, claim, date, days, hanging, head, labelled, person, place, quote, wrapped,
};
use crate::ruling_words;

/// Columns before what belongs to a line of a list.
const INSIDE: usize = INDENT + 2;

/// An engagement for people.
pub(crate) fn engagement(register: &Register, id: AccountId, why: bool, page: &Page) -> Result<String> {
    let (engagement, accounts) = register.engagement(id)?;
    let numbers = Numbers::new(register, &accounts)?;
    let mut out = opening(&engagement, page);
    out += &disputes(&engagement, &accounts, page);
    out += &rulings(register, &engagement, page)?;
    for column in columns(&engagement.sources, &accounts) {
        out += &source(&column, &accounts, &numbers, page);
    }
    if why {
        out += &links(&engagement.links, page);
    }
    Ok(out)
}

/// When, what, whose, who and where: what the accounts say together.
pub(crate) fn opening(engagement: &Engagement, page: &Page) -> String {
    let when = date(engagement.start, engagement.end);
    let mut out = head(&when, &engagement.kind, &engagement.parties, engagement.background, page);
    let mut line = |text: &str| out += &wrapped(text, INDENT, page.width, str::to_owned);
    for known in &engagement.people {
        line(&person(&known.name, known.party.as_deref(), &known.offices));
    }
    place(engagement.city.as_deref(), engagement.country.as_deref()).iter().for_each(|place| line(place));
    engagement.occasion.iter().for_each(|occasion| line(&format!("occasion: {occasion}")));
    line(&format!("{} · {}", engagement.id, n_sources(engagement)));
    out
}

/// `2 independent sources`, `1 independent source, 3 copies`.
fn n_sources(engagement: &Engagement) -> String {
    let sources = count(engagement.sources.len(), "independent source");
    match engagement.n_copies() {
        0 => sources,
        1 => format!("{sources}, 1 copy"),
        n => format!("{sources}, {n} copies"),
    }
}

fn disputes(engagement: &Engagement, accounts: &[Account], page: &Page) -> String {
    engagement.disputes.iter().map(|dispute| format!("\n{}", self::dispute(dispute, accounts, page))).collect()
}

fn dispute(dispute: &Dispute, accounts: &[Account], page: &Page) -> String {
    let settled = dispute.settled.map(|n| format!(", settled by ruling {n}")).unwrap_or_default();
    let mut out = format!("    {}\n", page.paint.cyan(&format!("accounts differ on the {}{settled}", dispute.field)));
    for said in &dispute.values {
        let ids: Vec<String> = said.accounts.iter().map(ToString::to_string).collect();
        let verb = if ids.len() == 1 { "says" } else { "say" };
        let value = said.value.split_once("..").map_or_else(|| said.value.clone(), |(from, to)| days(from, to));
        out += &wrapped(&format!("{value}: {} {verb}", ids.join(", ")), INSIDE, page.width, str::to_owned);
        let first = accounts.iter().find(|account| said.accounts.contains(&account.id));
        out += &first.map(|account| quote(&account.engagement.evidence, INSIDE + 2, page)).unwrap_or_default();
    }
    out
}

fn rulings(register: &Register, engagement: &Engagement, page: &Page) -> Result<String> {
    let accounts: Vec<AccountId> = engagement.accounts().collect();
    let rulings = register.rulings_on(&accounts)?;
    if rulings.is_empty() {
        return Ok(String::new());
    }
    let mut out = format!("\n    {}\n", page.paint.cyan("rulings"));
    for ruling in &rulings {
        out += &hanging(&ruling.n.to_string(), &ruling_words::ruling(register, ruling), INSIDE, page);
    }
    Ok(out)
}

/// The accounts of a source with their quotes, then its claims, each once.
fn source(column: &Column, accounts: &[Account], numbers: &Numbers, page: &Page) -> String {
    let mut out = "\n".to_owned();
    for id in &column.accounts {
        let Some(account) = accounts.iter().find(|account| account.id == *id) else { continue };
        out += &format!("    {}\n", page.paint.bold(&id.to_string()));
        out += &wrapped(&circumstances(account), INSIDE, page.width, str::to_owned);
        out += &quote(&account.engagement.evidence, INSIDE, page);
    }
    for kind in ClaimType::ALL {
        let of_kind = column.claims.iter().filter(|said| said.claim.kind == kind.as_str());
        for (index, said) in of_kind.enumerate() {
            let label = if index == 0 { kind.as_str() } else { "" };
            let text = claim(&said.claim, page) + &wrapped(&numbers.of(said, column), CLAIM, page.width, str::to_owned);
            out += &labelled(label, &text, page);
        }
    }
    out
}

/// Where an account comes from: `en, published 2025-07-10 · Ministry · https://… `.
pub(crate) fn circumstances(account: &Account) -> String {
    let mut about = vec![account.language.clone().unwrap_or_else(|| "language unknown".to_owned())];
    about.extend(account.published.map(|(from, to)| format!("published {}", days(&from.to_string(), &to.to_string()))));
    let mut parts = vec![about.join(", ")];
    let origin = &account.origin;
    parts.extend(origin.source.clone());
    parts.push(origin.address.clone().unwrap_or_else(|| origin.name.clone()));
    if account.confirmed {
        parts.push("confirmed".to_owned());
    }
    parts.join(" · ")
}

/// The numbers by which rulings name the claims of some accounts.
#[derive(Default)]
pub(crate) struct Numbers(BTreeMap<ClaimId, (usize, bool)>);

impl Numbers {
    pub(crate) fn new(register: &Register, accounts: &[Account]) -> Result<Self> {
        let mut numbers = BTreeMap::new();
        for account in accounts {
            for claim in register.numbered_claims(account.id)? {
                numbers.entry((account.id, claim.claim.span)).or_insert((claim.n, claim.ruled == Some(true)));
            }
        }
        Ok(Self(numbers))
    }

    /// Which accounts of a source make a claim: `claim 4 of 3fa9c1d2b07e-1, claim 3 of 8a22c1d2b07e-2`; where there is one
    /// account alone, `claim 4`.
    pub(crate) fn of(&self, said: &SourceClaim, column: &Column) -> String {
        let place = |place: &ClaimId| {
            let (n, confirmed) = self.0.get(place).copied().unwrap_or_default();
            let of = if column.accounts.len() > 1 { format!(" of {}", place.0) } else { String::new() };
            format!("claim {n}{of}{}", if confirmed { ", confirmed" } else { "" })
        };
        said.told.iter().map(place).collect::<Vec<_>>().join(", ")
    }
}

/// Why accounts were taken for one: the pairs with their scores, and what was weighed.
fn links(links: &[AccountLink], page: &Page) -> String {
    let mut out = format!("\n    {}\n", page.paint.cyan("why these accounts are one"));
    if links.is_empty() {
        out += "      there is one account alone\n";
    }
    for link in links {
        let ruled = if link.ruled { ", by a ruling" } else { "" };
        let (a, b) = link.accounts;
        let line = format!("{a} and {b}: {:.2}{ruled}", link.likeness.score);
        out += &wrapped(&line, INSIDE, page.width, str::to_owned);
        let parts: Vec<String> = link.likeness.parts.iter().map(part).collect();
        out += &wrapped(&parts.join(", "), INSIDE + 2, page.width, |line| page.paint.dim(line));
    }
    out
}

fn part(part: &Part) -> String {
    format!("{} {} {:+.1}", word(&part.field), word(&part.relation), part.weight)
}

/// The word by which JSON has a value of a list.
pub(crate) fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
