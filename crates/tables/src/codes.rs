//! Codes that others have for parties, engagements and claims.

use packs::{Coding, PartyInfo, Setting, World};
use register::Engagement;

use crate::table::Value;

/// Codes of others, as far as the packs know them.
#[derive(Clone, Copy)]
pub(crate) struct Codes<'a>(pub(crate) &'a World);

impl Codes<'_> {
    fn info(&self, party: &str) -> Option<&PartyInfo> {
        self.0.party(party).map(|party| self.0.info(party))
    }

    /// Whether a code is that of a state.
    pub(crate) fn is_state(&self, party: &str) -> bool {
        self.0.is_state_code(party)
    }

    /// ISO 3166-1 alpha-3 code of a party that has one.
    pub(crate) fn alpha3(&self, party: Option<&String>) -> Value {
        let code = party.and_then(|party| self.info(party)).map(|info| &info.alpha3);
        code.filter(|code| !code.is_empty()).into()
    }

    /// Correlates of War number of a party that has one.
    pub(crate) fn cow(&self, party: Option<&String>) -> Value {
        party.and_then(|party| self.info(party)?.cow).into()
    }

    /// Alpha-3 codes of the parties that have one.
    pub(crate) fn alpha3s(&self, parties: &[String]) -> Value {
        let codes = parties.iter().filter_map(|party| self.info(party)).map(|info| info.alpha3.clone());
        Value::List(codes.filter(|code| !code.is_empty()).collect())
    }

    /// Correlates of War numbers of the parties that have one.
    pub(crate) fn cows(&self, parties: &[String]) -> Value {
        Value::List(parties.iter().filter_map(|party| self.info(party)?.cow).map(|number| number.to_string()).collect())
    }

    /// PLOVER type, PLOVER mode and CAMEO code of an engagement.
    pub(crate) fn of_engagement(&self, engagement: &Engagement) -> [Value; 3] {
        let setting = setting(&engagement.parties, engagement.country.as_deref());
        events(self.0.coding_of_kind(&engagement.kind, setting))
    }

    /// The same of a claim.
    pub(crate) fn of_claim(&self, claim: &str, strength: u8) -> [Value; 3] {
        events(self.0.coding_of_claim(claim, strength))
    }
}

fn events(coding: Option<&Coding>) -> [Value; 3] {
    let code = |of: fn(&Coding) -> &String| Value::from(coding.map(of).filter(|code| !code.is_empty()));
    [code(|coding| &coding.plover), code(|coding| &coding.mode), code(|coding| &coding.cameo)]
}

/// Where and among how many an engagement of some parties took place.
fn setting(parties: &[String], country: Option<&str>) -> Option<Setting> {
    match (parties.len(), country) {
        (3.., _) => Some(Setting::Many),
        (2, Some(country)) if parties.iter().any(|party| party == country) => Some(Setting::Home),
        (2, Some(_)) => Some(Setting::Third),
        _ => None,
    }
}
