//! What a form decides, as a ruling has it.

use packs::Packs;
use register::matters::State;
use register::{AccountId, Anchor, ClaimAnchor, Decision, FieldValue, Register};

use crate::parameters::Parameters;
use crate::problem::Problem;

/// The decision of a form: its `rule` by the name that a command has for it, and what that needs.
pub(crate) fn decision(register: &Register, packs: &Packs, form: &Parameters) -> Result<Decision, Problem> {
    let form = Deciding { register, form };
    match form.text("rule")? {
        "merge" => Ok(register.merging(&form.accounts()?)?.0),
        "split" => Ok(register.splitting(form.account("account")?, None)?),
        "set" => {
            let value = FieldValue::named(packs, form.text("field")?, form.text("value")?);
            let value = value.map_err(|error| Problem::Unclear(error.to_string()))?;
            Ok(Decision::Set { account: form.anchor()?, value })
        }
        "confirm" => Ok(Decision::Confirm { account: form.anchor()? }),
        "reject" => Ok(Decision::Reject { account: form.anchor()? }),
        "confirm-claim" => Ok(Decision::ConfirmClaim { claim: form.claim()? }),
        "reject-claim" => Ok(Decision::RejectClaim { claim: form.claim()? }),
        "same-person" => Ok(Decision::SamePerson { names: form.names()? }),
        "other-person" => Ok(Decision::OtherPerson { names: form.names()? }),
        "state" => {
            let state = State::parse(form.text("state")?).ok_or_else(|| lacking("state"))?;
            Ok(Decision::State { matter: register.matter_named(form.text("matter")?)?.key, state })
        }
        rule @ ("link" | "unlink") => {
            let account = form.account("account")?;
            Ok(register.linking(account, form.number()?, form.text("matter")?, rule == "link")?)
        }
        other => Err(Problem::Unclear(format!("`{other}` is no ruling; docs of `chancery rule` list them"))),
    }
}

/// A form that decides something.
struct Deciding<'a> {
    register: &'a Register,
    form: &'a Parameters,
}

fn lacking(name: &str) -> Problem {
    Problem::Unclear(format!("a ruling of this kind needs `{name}`; send the form again as the page has it"))
}

impl Deciding<'_> {
    fn text(&self, name: &str) -> Result<&str, Problem> {
        self.form.get(name).ok_or_else(|| lacking(name))
    }

    fn account(&self, name: &str) -> Result<AccountId, Problem> {
        Ok(self.register.account_named(self.text(name)?)?)
    }

    fn accounts(&self) -> Result<Vec<AccountId>, Problem> {
        self.form.all("account").map(|name| Ok(self.register.account_named(name)?)).collect()
    }

    fn anchor(&self) -> Result<Anchor, Problem> {
        Ok(self.register.anchor(self.account("account")?)?)
    }

    fn number(&self) -> Result<usize, Problem> {
        self.form.number("claim").ok_or_else(|| lacking("claim"))
    }

    fn claim(&self) -> Result<ClaimAnchor, Problem> {
        Ok(self.register.claim_anchor(self.account("account")?, self.number()?)?)
    }

    fn names(&self) -> Result<[String; 2], Problem> {
        Ok(self.register.two_names(self.text("name")?, self.text("other")?)?)
    }
}
