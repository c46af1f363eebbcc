//! What people decided, and what it means for the accounts that are there.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use document::PartialDate;
use packs::Kind;
use reader::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::clusters::Bonds;
use crate::id::AccountId;
use crate::matters::State;
use crate::people::NameKey;

/// A decision with its circumstances. Rulings are kept for good; one that is undone stays, and counts no more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ruling {
    /// Its number, from 1, in the order in which they were made.
    pub n: u64,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// Who decided.
    pub who: String,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// What was decided.
    pub decision: Decision,
    /// Where it was undone: when and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone: Option<Undone>,
}

/// That a ruling was undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Undone {
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// Who undid it.
    pub who: String,
}

/// What can be decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "rule", rename_all = "kebab-case")]
pub enum Decision {
    /// These accounts are one engagement.
    Merge {
        /// Two or more.
        accounts: Vec<Anchor>,
    },
    /// These accounts are not the engagement of those.
    Split {
        /// Those taken out; they stay together.
        accounts: Vec<Anchor>,
        /// Those that stay.
        from: Vec<Anchor>,
    },
    /// The engagement of this account has this value in a field, whatever the accounts say.
    Set {
        /// One of its accounts.
        account: Anchor,
        /// Which field, and the value.
        value: FieldValue,
    },
    /// The account is right.
    Confirm {
        /// The account.
        account: Anchor,
    },
    /// The account is wrong and counts no more.
    Reject {
        /// The account.
        account: Anchor,
    },
    /// The claim is right.
    ConfirmClaim {
        /// The claim.
        claim: ClaimAnchor,
    },
    /// The claim is wrong and counts no more.
    RejectClaim {
        /// The claim.
        claim: ClaimAnchor,
    },
    /// Two names are one person.
    SamePerson {
        /// Names as [`crate::people::NameKey`] has them.
        names: [String; 2],
    },
    /// Two names are two people.
    OtherPerson {
        /// Names as [`crate::people::NameKey`] has them.
        names: [String; 2],
    },
    /// A matter stands so, whatever the claims say.
    State {
        /// The key of the matter.
        matter: String,
        /// How it stands.
        state: State,
    },
    /// The claim belongs to this matter.
    Link {
        /// The claim.
        claim: ClaimAnchor,
        /// The key of the matter.
        matter: String,
    },
    /// The claim does not belong to this matter.
    Unlink {
        /// The claim.
        claim: ClaimAnchor,
        /// The key of the matter.
        matter: String,
    },
}

/// An account as a ruling means it: where its words stand, so that it is found again when packs read it otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Anchor {
    /// Its name when the ruling was made.
    pub account: AccountId,
    /// Its kind then.
    pub kind: String,
    /// Where its evidence stood.
    #[cfg_attr(feature = "openapi", schema(value_type = [u32; 2]))]
    pub span: Span,
}

/// A claim as a ruling means it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClaimAnchor {
    /// The account that makes it.
    pub account: Anchor,
    /// Where its evidence stood.
    #[cfg_attr(feature = "openapi", schema(value_type = [u32; 2]))]
    pub span: Span,
}

/// A field of an engagement and its value; `None` where the ruling says that nothing is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "field", content = "value", rename_all = "kebab-case")]
pub enum FieldValue {
    /// The kind, from the vocabulary.
    Kind(String),
    /// First and last day.
    Date(Option<(PartialDate, PartialDate)>),
    /// ISO 3166-1 alpha-2 code.
    Country(Option<String>),
    /// English name.
    City(Option<String>),
    /// The occasion.
    Occasion(Option<String>),
    /// Codes of states and organisations.
    Parties(Vec<String>),
}

/// Why a field and a value do not fit.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum FieldError {
    /// There is no such field.
    #[error("`{0}` is no field to set; take kind, date, country, city, occasion or parties")]
    Field(String),
    /// The field cannot have this value.
    #[error("`{value}` is no {field}; write {mend}")]
    Value {
        /// The field.
        field: &'static str,
        /// The value given.
        value: String,
        /// What would fit.
        mend: String,
    },
}

impl FieldValue {
    /// Reads a field and its value, as `date` and `2025-07-10`; `-` says that nothing is known.
    ///
    /// # Errors
    ///
    /// Where there is no such field, or the value does not fit it.
    pub fn parse(field: &str, value: &str) -> Result<Self, FieldError> {
        let known = (value != "-").then(|| value.to_owned());
        let wrong = |field, mend: String| FieldError::Value { field, value: value.to_owned(), mend };
        match field {
            "kind" => {
                let kinds = || Kind::ALL.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(", ");
                Kind::parse(value)
                    .map(|kind| Self::Kind(kind.as_str().to_owned()))
                    .ok_or_else(|| wrong("kind", kinds()))
            }
            "date" => {
                let mend =
                    || wrong("date", "a day, month or year, or two with .. between: 2025-07-08..2025-07-11".to_owned());
                let Some(text) = known else { return Ok(Self::Date(None)) };
                let (start, end) = text.split_once("..").unwrap_or((&text, &text));
                let (start, end): (PartialDate, PartialDate) =
                    (start.parse().map_err(|_| mend())?, end.parse().map_err(|_| mend())?);
                if start.first_day() > end.last_day() { Err(mend()) } else { Ok(Self::Date(Some((start, end)))) }
            }
            "country" => match &known {
                Some(code) if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_uppercase()) => {
                    Err(wrong("country", "its two-letter code: VN".to_owned()))
                }
                _ => Ok(Self::Country(known)),
            },
            "city" => Ok(Self::City(known)),
            "occasion" => Ok(Self::Occasion(known)),
            "parties" => {
                let parties = known.iter().flat_map(|codes| codes.split([',', ' '])).filter(|code| !code.is_empty());
                Ok(Self::Parties(parties.map(str::to_owned).collect()))
            }
            _ => Err(FieldError::Field(field.to_owned())),
        }
    }

    /// The field's name.
    pub fn field(&self) -> &'static str {
        match self {
            Self::Kind(_) => "kind",
            Self::Date(_) => "date",
            Self::Country(_) => "country",
            Self::City(_) => "city",
            Self::Occasion(_) => "occasion",
            Self::Parties(_) => "parties",
        }
    }
}

impl fmt::Display for FieldValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(value) | Self::Country(Some(value)) | Self::City(Some(value)) | Self::Occasion(Some(value)) => {
                f.write_str(value)
            }
            Self::Date(Some((start, end))) if start == end => start.fmt(f),
            Self::Date(Some((start, end))) => write!(f, "{start}..{end}"),
            Self::Parties(parties) if !parties.is_empty() => f.write_str(&parties.join(",")),
            _ => f.write_str("-"),
        }
    }
}

impl Decision {
    /// The accounts that it means.
    pub fn anchors(&self) -> Vec<&Anchor> {
        match self {
            Self::Merge { accounts } => accounts.iter().collect(),
            Self::Split { accounts, from } => accounts.iter().chain(from).collect(),
            Self::Set { account, .. } | Self::Confirm { account } | Self::Reject { account } => vec![account],
            Self::ConfirmClaim { claim }
            | Self::RejectClaim { claim }
            | Self::Link { claim, .. }
            | Self::Unlink { claim, .. } => vec![&claim.account],
            Self::SamePerson { .. } | Self::OtherPerson { .. } | Self::State { .. } => Vec::new(),
        }
    }

    /// Its name as a command has it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Merge { .. } => "merge",
            Self::Split { .. } => "split",
            Self::Set { .. } => "set",
            Self::Confirm { .. } => "confirm",
            Self::Reject { .. } => "reject",
            Self::ConfirmClaim { .. } => "confirm-claim",
            Self::RejectClaim { .. } => "reject-claim",
            Self::SamePerson { .. } => "same-person",
            Self::OtherPerson { .. } => "other-person",
            Self::State { .. } => "state",
            Self::Link { .. } => "link",
            Self::Unlink { .. } => "unlink",
        }
    }
}

/// A claim: its account and where its words begin and end.
pub type ClaimId = (AccountId, Span);

/// All rulings that count, by what they touch.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decisions {
    /// Accounts that are one, or are not.
    pub bonds: Bonds,
    /// Accounts said to be right.
    pub confirmed: FxHashSet<AccountId>,
    /// Accounts said to be wrong.
    pub rejected: FxHashSet<AccountId>,
    /// Values of fields, with the number of the ruling.
    pub fields: FxHashMap<AccountId, BTreeMap<&'static str, (u64, FieldValue)>>,
    /// Claims said to be right or wrong.
    pub claims: FxHashMap<ClaimId, bool>,
    /// Pairs of names that are one person, or are not; the lesser first.
    pub people: BTreeMap<[String; 2], bool>,
    /// All names of which something was decided together with a name, without the years that tell bearers apart.
    ruled_with: BTreeMap<NameKey, BTreeSet<NameKey>>,
    /// How matters stand, by their keys, with the number of the ruling.
    pub states: BTreeMap<String, (u64, State)>,
    /// Claims put into a matter, or taken out of it.
    pub links: FxHashMap<ClaimId, BTreeMap<String, bool>>,
    /// Rulings, by number, whose account or claim no longer stands in its document.
    pub unplaced: Vec<u64>,
}

impl Decisions {
    /// What rulings mean, in their order, where `place` finds the account that an anchor means today, and `find` the claim.
    pub fn new(
        rulings: &[Ruling],
        mut place: impl FnMut(&Anchor) -> Option<AccountId>,
        mut find: impl FnMut(&ClaimAnchor) -> Option<ClaimId>,
    ) -> Self {
        let mut decisions = Self::default();
        for ruling in rulings.iter().filter(|ruling| ruling.undone.is_none()) {
            let whole = Cell::new(true);
            let there = |is_there: bool| whole.set(whole.get() && is_there);
            decisions.add(
                ruling,
                &mut |anchor| {
                    let account = place(anchor);
                    there(account.is_some());
                    account
                },
                &mut |anchor| {
                    let claim = find(anchor);
                    there(claim.is_some());
                    claim
                },
            );
            if !whole.get() {
                decisions.unplaced.push(ruling.n);
            }
        }
        decisions
    }

    fn add(
        &mut self,
        ruling: &Ruling,
        place: &mut impl FnMut(&Anchor) -> Option<AccountId>,
        find: &mut impl FnMut(&ClaimAnchor) -> Option<ClaimId>,
    ) {
        match &ruling.decision {
            Decision::Merge { accounts } => {
                let accounts: Vec<AccountId> = accounts.iter().filter_map(place).collect();
                self.bind(&accounts, ruling.n);
            }
            Decision::Split { accounts, from } => {
                let accounts: Vec<AccountId> = accounts.iter().filter_map(&mut *place).collect();
                let from: Vec<AccountId> = from.iter().filter_map(place).collect();
                self.bind(&accounts, ruling.n);
                for (&a, &b) in accounts.iter().flat_map(|a| from.iter().map(move |b| (a, b))) {
                    self.bonds.set(a, b, false, ruling.n);
                }
            }
            Decision::Set { account, value } => {
                if let Some(account) = place(account) {
                    let fields = self.fields.entry(account).or_default();
                    fields.insert(value.field(), (ruling.n, value.clone()));
                }
            }
            Decision::Confirm { account } => {
                if let Some(account) = place(account) {
                    self.rejected.remove(&account);
                    self.confirmed.insert(account);
                }
            }
            Decision::Reject { account } => {
                if let Some(account) = place(account) {
                    self.confirmed.remove(&account);
                    self.rejected.insert(account);
                }
            }
            Decision::ConfirmClaim { claim } | Decision::RejectClaim { claim } => {
                let right = matches!(ruling.decision, Decision::ConfirmClaim { .. });
                if let Some(claim) = find(claim) {
                    self.claims.insert(claim, right);
                }
            }
            Decision::SamePerson { names } | Decision::OtherPerson { names } => {
                let mut names = names.clone();
                names.sort_unstable();
                let timeless = |name: &String| NameKey::parse(name).map(|name| NameKey { year: None, ..name });
                if let (Some(a), Some(b)) = (timeless(&names[0]), timeless(&names[1])) {
                    self.ruled_with.entry(a.clone()).or_default().insert(b.clone());
                    self.ruled_with.entry(b).or_default().insert(a);
                }
                self.people.insert(names, matches!(ruling.decision, Decision::SamePerson { .. }));
            }
            Decision::State { matter, state } => {
                self.states.insert(matter.clone(), (ruling.n, *state));
            }
            Decision::Link { claim, matter } | Decision::Unlink { claim, matter } => {
                let linked = matches!(ruling.decision, Decision::Link { .. });
                if let Some(claim) = find(claim) {
                    self.links.entry(claim).or_default().insert(matter.clone(), linked);
                }
            }
        }
    }

    /// All names of which something was decided together with a name, without the years that tell bearers apart.
    pub(crate) fn names_ruled_with(&self, name: &NameKey) -> Vec<NameKey> {
        self.ruled_with.get(name).into_iter().flatten().cloned().collect()
    }

    fn bind(&mut self, accounts: &[AccountId], ruling: u64) {
        for (at, &a) in accounts.iter().enumerate() {
            accounts[at + 1..].iter().filter(|&&b| b != a).for_each(|&b| self.bonds.set(a, b, true, ruling));
        }
    }
}

#[cfg(test)]
mod tests {
    use reader::{Claim, Reading};

    use super::*;
    use crate::deposit::Deposit;
    use crate::fixtures::{claim, read, register};
    use crate::register::Reader;

    const TALKS: &str = "meeting 2025-07-10 VN,JP Bui Thanh Son/VN/foreign-minister";

    /// Reads every document as it is told.
    struct Told(Reading);

    impl Reader for Told {
        fn packs(&self) -> &str {
            "told"
        }

        fn read(&self, deposits: &[Deposit]) -> Vec<Reading> {
            deposits.iter().map(|_| self.0.clone()).collect()
        }
    }

    /// What is left of the claims of an account after one, at bytes 10 to 20, was rejected and packs then read some at other places.
    fn left(spans: &[Span]) -> (Vec<Span>, Vec<u64>) {
        let said = |spans: &[Span]| {
            let mut read = read("a", "en", "2025-07-11", &[TALKS]);
            let reading = read.reading.as_mut().expect("it brings one");
            reading.engagements[0].claims =
                spans.iter().map(|&span| Claim { span, ..claim("request VN>JP energy") }).collect();
            read
        };
        let mut register = register(vec![said(&[[10, 20], [30, 40]])]);
        let account = register.account_named(&register.store().rows(None, 1).unwrap()[0].id.to_string()).unwrap();
        let claim = ClaimAnchor { account: register.anchor(account).unwrap(), span: [10, 20] };
        register.rule(Decision::RejectClaim { claim }, "a desk", "", 1).unwrap();
        assert_eq!(register.account(account).unwrap().engagement.claims.len(), 1);
        register.rebuild(&Told(said(spans).reading.expect("it brings one")), 2, |_| ()).unwrap();
        let claims = register.account(account).unwrap().engagement.claims;
        (claims.iter().map(|claim| claim.span).collect(), register.decisions().unplaced.clone())
    }

    #[test]
    fn a_ruling_finds_its_claim_when_it_is_cut_otherwise() {
        assert_eq!(left(&[[10, 20], [30, 40]]), (vec![[30, 40]], vec![]));
        assert_eq!(left(&[[8, 18], [30, 40]]), (vec![[30, 40]], vec![]));
        assert_eq!(left(&[[5, 11], [12, 25], [30, 40]]), (vec![[5, 11], [30, 40]], vec![]), "the one that shares most");
        assert_eq!(left(&[[30, 40]]), (vec![[30, 40]], vec![1]), "it is told that there is none");
    }
}
