//! What a ruling means, from what somebody typed.

use anyhow::{Result, bail};
use register::matters::KINDS;
use register::{AccountId, Anchor, Decision, FieldValue, Register};

use crate::arguments::{PacksArguments, tell};
use crate::asking;

pub(super) fn anchor(register: &Register, id: &str) -> Result<Anchor> {
    Ok(register.anchor(register.account_named(id)?)?)
}

fn anchors(register: &Register, accounts: &[AccountId]) -> Result<Vec<Anchor>> {
    accounts.iter().map(|account| Ok(register.anchor(*account)?)).collect()
}

/// All accounts of the engagements are bound: what joins one must not part from the others.
pub(super) fn merge(register: &Register, ids: &[String]) -> Result<Decision> {
    let mut accounts: Vec<AccountId> = Vec::new();
    for id in ids {
        let (engagement, _) = register.engagement(register.account_named(id)?)?;
        let new: Vec<AccountId> = engagement.accounts().filter(|account| !accounts.contains(account)).collect();
        let of_one = new.iter().find_map(|a| accounts.iter().find(|b| a.document == b.document).map(|b| (*a, *b)));
        if let Some((a, b)) = of_one {
            tell(format_args!(
                "{a} and {b} are told apart by one document; they are merged as you say, `chancery undo` takes it back"
            ));
        }
        accounts.extend(new);
    }
    if accounts.len() < 2 {
        bail!("{} is one account; name a second engagement to merge it with", ids.join(" and "));
    }
    Ok(Decision::Merge { accounts: anchors(register, &accounts)? })
}

/// An account goes with its copies, unless these are all there is.
pub(super) fn split(register: &Register, id: &str, from: Option<&str>) -> Result<Decision> {
    let account = register.account_named(id)?;
    let (engagement, _) = register.engagement(account)?;
    let all: Vec<AccountId> = engagement.accounts().collect();
    let from = from.map(|from| register.account_named(from)).transpose()?;
    if let Some(from) = from.filter(|from| *from == account || !all.contains(from)) {
        bail!("{from} is no other account of the engagement of {account}; `chancery show {account}` lists them");
    }
    let source = engagement.sources.iter().find(|source| source.contains(&account)).cloned().unwrap_or_default();
    let alone = source.len() == all.len() || from.is_some_and(|from| source.contains(&from));
    let taken = if alone { vec![account] } else { source };
    let left: Vec<AccountId> = match from {
        Some(from) => vec![from],
        None => all.into_iter().filter(|other| !taken.contains(other)).collect(),
    };
    if left.is_empty() {
        bail!("{account} is the only account of its engagement; there is nothing to split it from");
    }
    Ok(Decision::Split { accounts: anchors(register, &taken)?, from: anchors(register, &left)? })
}

/// A field's value, its parties by code.
pub(super) fn field_value(packs: &PacksArguments, field: &str, value: &str) -> Result<FieldValue> {
    let value = match field {
        "country" | "parties" if value != "-" => {
            let packs = packs.load()?;
            let codes = value.split(',').filter(|name| !name.trim().is_empty());
            codes.map(|name| asking::code(&packs, name.trim())).collect::<Result<Vec<_>>>()?.join(",")
        }
        _ => value.to_owned(),
    };
    Ok(FieldValue::parse(field, &value)?)
}

/// Whether a text has the form of a matter's key: a kind, then what it is about.
pub(super) fn is_key(text: &str) -> bool {
    let parts: Vec<&str> = text.split('/').collect();
    parts.len() >= 2 && KINDS.contains(&parts[0]) && parts.iter().all(|part| !part.trim().is_empty())
}
