//! Rulings and the causes of changes, in words.

use register::{ClaimAnchor, Decision, Register, Ruling};

use crate::register_arguments::moment;

/// What was decided: `set the date of 3fa9c1d2b07e-4 to 2025-07-10`.
pub(crate) fn decision(register: &Register, decision: &Decision) -> String {
    let list = |anchors: &[register::Anchor]| {
        anchors.iter().map(|anchor| anchor.account.to_string()).collect::<Vec<_>>().join(", ")
    };
    let claim = |of: &ClaimAnchor| claim(register, of);
    match decision {
        Decision::Merge { accounts } => format!("merge {}", list(accounts)),
        Decision::Split { accounts, from } => format!("split {} from {}", list(accounts), list(from)),
        Decision::Set { account, value } => format!("set the {} of {} to {value}", value.field(), account.account),
        Decision::Confirm { account } => format!("confirm {}", account.account),
        Decision::Reject { account } => format!("reject {}", account.account),
        Decision::ConfirmClaim { claim: of } => format!("confirm {}", claim(of)),
        Decision::RejectClaim { claim: of } => format!("reject {}", claim(of)),
        Decision::SamePerson { names: [a, b] } => format!("{a} and {b} are one person"),
        Decision::OtherPerson { names: [a, b] } => format!("{a} and {b} are two people"),
        Decision::State { matter, state } => format!("{matter} is {}", state.as_str()),
        Decision::Link { claim: of, matter } => format!("link {} to {matter}", claim(of)),
        Decision::Unlink { claim: of, matter } => format!("unlink {} from {matter}", claim(of)),
    }
}

fn claim(register: &Register, claim: &ClaimAnchor) -> String {
    let account = claim.account.account;
    let claims = register.numbered_claims(account).unwrap_or_default();
    match claims.iter().find(|numbered| numbered.claim.span == claim.span) {
        Some(numbered) => format!("claim {} of {account}", numbered.n),
        None => format!("a claim of {account}"),
    }
}

/// A ruling with its circumstances, on one line.
pub(crate) fn ruling(register: &Register, ruling: &Ruling) -> String {
    let mut text = format!("{} ({}, {})", decision(register, &ruling.decision), ruling.who, moment(ruling.at_ms));
    if !ruling.why.is_empty() {
        text += &format!(": {}", ruling.why);
    }
    if let Some(undone) = &ruling.undone {
        text += &format!("; undone ({}, {})", undone.who, moment(undone.at_ms));
    }
    text
}

/// What brought a change: `document 3fa9c1d2b07e (news/july.txt)`, `ruling 4 (Ada): merge …`.
pub(crate) fn cause(register: &Register, cause: &str) -> String {
    let document = || {
        let id = cause.strip_prefix("document ")?.parse().ok()?;
        let origin = register.store().origins(id).ok().flatten()?.origin();
        Some(format!("{cause} ({})", origin.source.unwrap_or(origin.name)))
    };
    let ruled = || {
        let n: u64 = cause.strip_prefix("undoing ").unwrap_or(cause).strip_prefix("ruling ")?.parse().ok()?;
        let ruling = register.store().rulings().ok()?.into_iter().find(|ruling| ruling.n == n)?;
        let who = match &ruling.undone {
            Some(undone) if cause.starts_with("undoing") => &undone.who,
            _ => &ruling.who,
        };
        Some(format!("{cause} ({who}): {}", decision(register, &ruling.decision)))
    };
    document().or_else(ruled).unwrap_or_else(|| cause.to_owned())
}
