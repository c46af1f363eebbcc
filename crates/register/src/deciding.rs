//! What a ruling means, from what somebody names: accounts with their copies, claims by their numbers, people by their names.

use packs::Packs;

use crate::id::AccountId;
use crate::matters::is_key;
use crate::register::{Register, RegisterError};
use crate::ruling::{Anchor, Decision, FieldError, FieldValue};

impl Register {
    fn anchors(&self, accounts: &[AccountId]) -> Result<Vec<Anchor>, RegisterError> {
        accounts.iter().map(|account| self.anchor(*account)).collect()
    }

    /// That engagements are one, each named by any of its accounts. All their accounts are bound: what joins one must not part from
    /// the others. Given too are two accounts that one document tells apart, where there are any.
    ///
    /// # Errors
    ///
    /// Where there are not two engagements, or one is not there.
    pub fn merging(&self, ids: &[AccountId]) -> Result<(Decision, Option<(AccountId, AccountId)>), RegisterError> {
        let mut accounts: Vec<AccountId> = Vec::new();
        let mut of_one = None;
        for id in ids {
            let (engagement, _) = self.engagement(*id)?;
            let new: Vec<AccountId> = engagement.accounts().filter(|account| !accounts.contains(account)).collect();
            let same = |a: &AccountId| accounts.iter().find(|b| a.document == b.document).map(|b| (*a, *b));
            of_one = of_one.or_else(|| new.iter().find_map(same));
            accounts.extend(new);
        }
        if accounts.len() < 2 {
            let mut ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
            ids.dedup();
            return Err(RegisterError::Ruling(format!(
                "{} is one account; name a second engagement to merge it with",
                ids.join(" and ")
            )));
        }
        Ok((Decision::Merge { accounts: self.anchors(&accounts)? }, of_one))
    }

    /// That an account is not of its engagement, or not of that of one other account. It goes with its copies, unless these are all there is.
    ///
    /// # Errors
    ///
    /// Where there is nothing from which it could be parted.
    pub fn splitting(&self, account: AccountId, from: Option<AccountId>) -> Result<Decision, RegisterError> {
        let (engagement, _) = self.engagement(account)?;
        let all: Vec<AccountId> = engagement.accounts().collect();
        if let Some(from) = from.filter(|from| *from == account || !all.contains(from)) {
            return Err(RegisterError::Ruling(format!(
                "{from} is no other account of the engagement of {account}; `chancery show {account}` lists them"
            )));
        }
        let source = engagement.sources.iter().find(|source| source.contains(&account)).cloned().unwrap_or_default();
        let alone = source.len() == all.len() || from.is_some_and(|from| source.contains(&from));
        let taken = if alone { vec![account] } else { source };
        let left: Vec<AccountId> = match from {
            Some(from) => vec![from],
            None => all.into_iter().filter(|other| !taken.contains(other)).collect(),
        };
        if left.is_empty() {
            return Err(RegisterError::Ruling(format!(
                "{account} is the only account of its engagement; there is nothing to split it from"
            )));
        }
        Ok(Decision::Split { accounts: self.anchors(&taken)?, from: self.anchors(&left)? })
    }

    /// The keys of two names that are ruled to be one person or two.
    ///
    /// # Errors
    ///
    /// Where nobody bears one of them, or both are the same.
    pub fn two_names(&self, name: &str, other: &str) -> Result<[String; 2], RegisterError> {
        let names = [self.name_key(name)?, self.name_key(other)?];
        if names[0] == names[1] {
            return Err(RegisterError::Ruling(format!(
                "both names are {0}; `chancery show {0}` has all names of that person with their keys",
                names[0]
            )));
        }
        Ok(names)
    }

    /// That a claim, by its number, belongs to a matter or does not.
    ///
    /// # Errors
    ///
    /// Where there is no such claim or matter. A claim may be the first of a matter that nothing else names.
    pub fn linking(
        &self,
        account: AccountId,
        claim: usize,
        matter: &str,
        linked: bool,
    ) -> Result<Decision, RegisterError> {
        let claim = self.claim_anchor(account, claim)?;
        let matter = match self.matter_named(matter) {
            Ok(known) => known.key,
            Err(RegisterError::Unknown(_)) if linked && is_key(matter) => matter.to_owned(),
            Err(error) => return Err(error),
        };
        Ok(if linked { Decision::Link { claim, matter } } else { Decision::Unlink { claim, matter } })
    }
}

impl FieldValue {
    /// Reads a field and its value as [`Self::parse`] does, with parties by code or by a name in any pack's language.
    ///
    /// # Errors
    ///
    /// Where there is no such field, or the value does not fit it.
    pub fn named(packs: &Packs, field: &str, value: &str) -> Result<Self, FieldError> {
        let (field, several) = match field {
            "country" if value != "-" => ("country", false),
            "parties" if value != "-" => ("parties", true),
            _ => return Self::parse(field, value),
        };
        let names = if several { value.split(',').collect() } else { vec![value] };
        let code = |name: &&str| {
            let party = packs.party_named(name.trim()).ok_or_else(|| FieldError::Value {
                field: "party that the packs know",
                value: name.trim().to_owned(),
                mend: "its code (VN, ASEAN) or its name in a pack's language".to_owned(),
            })?;
            Ok(packs.world.code(party).to_owned())
        };
        let codes = names.iter().filter(|name| !name.trim().is_empty()).map(code).collect::<Result<Vec<_>, _>>()?;
        Self::parse(field, &codes.join(","))
    }
}
