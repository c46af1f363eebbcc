//! Rulings: what people decided, made and undone.

use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::StatusCode;
use axum::http::header::{HeaderName, LOCATION};
use register::Ruling;
use register::matters::State as Standing;
use serde::Deserialize;
use utoipa::ToSchema;

use super::asked::{Query, Sent};
use super::cursor::{self, Page};
use super::json::Json;
use super::listed::Listed;
use super::trouble::Trouble;
use crate::asking::Asking;
use crate::desk::Desk;
use crate::guard::Signed;
use crate::parameters::Parameters;
use crate::problem::Problem;
use crate::views;

/// A ruling has so many bytes at most.
pub(super) fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(1 << 18)
}

/// What is to be decided, and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewRuling {
    /// What is decided.
    decision: NewDecision,
    /// Why, for whoever reads it later.
    #[serde(default)]
    why: String,
}

/// What can be decided. Accounts are named as everywhere, people by key or name, matters by their keys.
#[derive(Deserialize, ToSchema)]
#[serde(tag = "rule", rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum NewDecision {
    /// These accounts are one engagement.
    Merge {
        /// Two or more.
        accounts: Vec<String>,
    },
    /// This account is not of its engagement.
    Split {
        /// The account.
        account: String,
    },
    /// The engagement of this account has this value in a field, whatever the accounts say.
    Set {
        /// Any of its accounts.
        account: String,
        /// Which field.
        field: Field,
        /// Its value as text: `2025-07-08..2025-07-11`, `VN`; `-` says that nothing is known.
        value: String,
    },
    /// The account is right.
    Confirm {
        /// The account.
        account: String,
    },
    /// The account is wrong and counts no more.
    Reject {
        /// The account.
        account: String,
    },
    /// The claim is right.
    ConfirmClaim {
        /// The account that makes it.
        account: String,
        /// Its number in the account, from 1.
        claim: u32,
    },
    /// The claim is wrong and counts no more.
    RejectClaim {
        /// The account that makes it.
        account: String,
        /// Its number in the account, from 1.
        claim: u32,
    },
    /// Two names are one person.
    SamePerson {
        /// The names.
        names: [String; 2],
    },
    /// Two names are two people.
    OtherPerson {
        /// The names.
        names: [String; 2],
    },
    /// A matter stands so, whatever the claims say.
    State {
        /// The key of the matter.
        matter: String,
        /// How it stands.
        state: Standing,
    },
    /// The claim belongs to this matter.
    Link {
        /// The account that makes it.
        account: String,
        /// Its number in the account, from 1.
        claim: u32,
        /// The key of the matter.
        matter: String,
    },
    /// The claim does not belong to this matter.
    Unlink {
        /// The account that makes it.
        account: String,
        /// Its number in the account, from 1.
        claim: u32,
        /// The key of the matter.
        matter: String,
    },
}

/// The fields that a ruling sets.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Field {
    Kind,
    Date,
    Country,
    City,
    Occasion,
    Parties,
}

impl Field {
    fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Date => "date",
            Self::Country => "country",
            Self::City => "city",
            Self::Occasion => "occasion",
            Self::Parties => "parties",
        }
    }
}

impl NewDecision {
    /// The same as a form has it.
    fn form(&self) -> Parameters {
        let form = |rule: &str| Parameters::default().and("rule", rule);
        let of_account = |rule: &str, account: &str| form(rule).and("account", account);
        let of_claim =
            |rule: &str, account: &str, claim: u32| of_account(rule, account).and("claim", &claim.to_string());
        let of_names = |rule: &str, [a, b]: &[String; 2]| form(rule).and("name", a).and("other", b);
        match self {
            Self::Merge { accounts } => {
                accounts.iter().fold(form("merge"), |form, account| form.and("account", account))
            }
            Self::Split { account } => of_account("split", account),
            Self::Set { account, field, value } => {
                of_account("set", account).and("field", field.name()).and("value", value)
            }
            Self::Confirm { account } => of_account("confirm", account),
            Self::Reject { account } => of_account("reject", account),
            Self::ConfirmClaim { account, claim } => of_claim("confirm-claim", account, *claim),
            Self::RejectClaim { account, claim } => of_claim("reject-claim", account, *claim),
            Self::SamePerson { names } => of_names("same-person", names),
            Self::OtherPerson { names } => of_names("other-person", names),
            Self::State { matter, state } => form("state").and("matter", matter).and("state", state.as_str()),
            Self::Link { account, claim, matter } => of_claim("link", account, *claim).and("matter", matter),
            Self::Unlink { account, claim, matter } => of_claim("unlink", account, *claim).and("matter", matter),
        }
    }
}

/// All rulings
///
/// In their order; those that were undone are there too.
#[utoipa::path(get, path = "/rulings", tag = "rulings", params(Page),
    responses((status = OK, body = Listed<Ruling>, description = "A page of rulings.")))]
pub(super) async fn list(
    State(desk): State<Arc<Desk>>,
    Query(page): Query<Page>,
) -> Result<Json<Listed<Ruling>>, Trouble> {
    let listed = desk.ask(Asking::of_program(), move |asked| {
        let after: u64 = page.place()?.map_or(Ok(0), |place| place.parse().map_err(|_| cursor::unknown()))?;
        let rulings = asked.snapshot.store().rulings()?.into_iter().filter(|ruling| ruling.n > after);
        Ok(Listed::behind(rulings, page.size(), |ruling| ruling.n.to_string()))
    });
    Ok(Json(listed.await?))
}

/// One ruling
#[utoipa::path(get, path = "/rulings/{n}", tag = "rulings", params(("n" = u64, Path, description = "Its number.")),
    responses((status = OK, body = Ruling, description = "The ruling.")))]
pub(super) async fn one(State(desk): State<Arc<Desk>>, Path(n): Path<u64>) -> Result<Json<Ruling>, Trouble> {
    Ok(Json(desk.ask(Asking::of_program(), move |asked| numbered(&asked.snapshot, n)).await?))
}

fn numbered(register: &register::Register, n: u64) -> Result<Ruling, Problem> {
    register.store().rulings()?.into_iter().find(|ruling| ruling.n == n).ok_or(Problem::Nothing)
}

/// Rules
///
/// The ruling counts at once, and what it reaches is settled before the answer comes.
#[utoipa::path(post, path = "/rulings", tag = "rulings", request_body = NewRuling,
    responses((status = CREATED, body = Ruling, description = "The ruling that was made.", headers(("location" = String, description = "Where it is.")))))]
pub(super) async fn make(
    State(desk): State<Arc<Desk>>,
    Sent { value, signed }: Sent<NewRuling>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<Ruling>), Trouble> {
    let own = Arc::clone(&desk);
    let ruling = desk.wait(move || {
        let who = own.known_who()?;
        own.registers.change(&signed, |register| {
            let decision = views::decision(register, own.packs, &value.decision.form())?;
            let n = register.rule(decision, who, &value.why, own.now_ms())?;
            numbered(register, n)
        })
    });
    let ruling = ruling.await?;
    Ok((StatusCode::CREATED, [(LOCATION, format!("{}/rulings/{}", super::ROOT, ruling.n))], Json(ruling)))
}

/// Undoes a ruling
///
/// It stays in the list, and counts no more.
#[utoipa::path(delete, path = "/rulings/{n}", tag = "rulings", params(("n" = u64, Path, description = "Its number.")),
    responses((status = OK, body = Ruling, description = "The ruling, undone.")))]
pub(super) async fn undo(State(desk): State<Arc<Desk>>, Path(n): Path<u64>) -> Result<Json<Ruling>, Trouble> {
    let own = Arc::clone(&desk);
    let signed = Signed::delete();
    let ruling = desk.wait(move || {
        let who = own.known_who()?;
        own.registers.change(&signed, |register| {
            numbered(register, n)?;
            register.undo(n, who, own.now_ms())?;
            numbered(register, n)
        })
    });
    Ok(Json(ruling.await?))
}
