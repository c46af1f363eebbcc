//! What all accounts of an engagement say together, and on what they differ.

use register::{AccountLink, Dispute, Engagement, Participant};

use crate::codes::Codes;
use crate::rows::kept::nested;
use crate::table::{Table, Value, flag, integer, json, list, number, row, text};

/// Engagements.
pub(crate) const ENGAGEMENTS: Table = Table {
    name: "engagements",
    about: "one act of diplomacy, as all its accounts tell it together",
    kept: false,
    columns: &[
        text("id"),
        text("kind"),
        text("plover"),
        text("plover_mode"),
        text("cameo"),
        text("start"),
        text("end"),
        text("country"),
        text("country_alpha3"),
        integer("country_cow"),
        text("city"),
        text("occasion"),
        list("parties"),
        list("parties_alpha3"),
        list("parties_cow"),
        list("people"),
        flag("background"),
        integer("n_accounts"),
        integer("n_sources"),
        list("disputes"),
        list("ruled"),
    ],
};

/// Who took part.
pub(crate) const PARTICIPANTS: Table = Table {
    name: "participants",
    about: "somebody who took part in an engagement",
    kept: false,
    columns: &[
        text("engagement"),
        text("person"),
        text("name"),
        text("party"),
        text("party_alpha3"),
        integer("party_cow"),
        list("offices"),
        list("accounts"),
    ],
};

/// Disputes.
pub(crate) const DISPUTES: Table = Table {
    name: "disputes",
    about: "one value of a field on which accounts of an engagement differ; the value that counts has rank 1",
    kept: false,
    columns: &[
        text("engagement"),
        text("field"),
        integer("rank"),
        text("value"),
        list("accounts"),
        integer("settled_by_ruling"),
    ],
};

/// Links.
pub(crate) const LINKS: Table = Table {
    name: "links",
    about: "why two accounts were taken for one engagement",
    kept: false,
    columns: &[
        text("engagement"),
        text("account"),
        text("other"),
        flag("ruled"),
        number("score"),
        flag("conflict"),
        json("parts"),
    ],
};

pub(crate) fn engagement(engagement: &Engagement, codes: Codes<'_>) -> Vec<Value> {
    let [plover, mode, cameo] = codes.of_engagement(engagement);
    let people: Vec<String> = engagement.people.iter().map(|person| person.name.clone()).collect();
    let disputes: Vec<String> = engagement.open_disputes().map(|dispute| dispute.field.clone()).collect();
    let ruled: Vec<String> = engagement.ruled.iter().map(|(field, n)| format!("{field} {n}")).collect();
    row![
        engagement.id.to_string(),
        &engagement.kind,
        plover,
        mode,
        cameo,
        engagement.start,
        engagement.end,
        engagement.country.as_ref(),
        codes.alpha3(engagement.country.as_ref()),
        codes.cow(engagement.country.as_ref()),
        engagement.city.as_ref(),
        engagement.occasion.as_ref(),
        &engagement.parties,
        codes.alpha3s(&engagement.parties),
        codes.cows(&engagement.parties),
        Value::List(people),
        engagement.background,
        engagement.accounts().count(),
        engagement.sources.len(),
        Value::List(disputes),
        Value::List(ruled),
    ]
}

/// Somebody who took part; `person` is their key among people, where it is known.
pub(crate) fn participant(
    engagement: &Engagement,
    participant: &Participant,
    person: Option<&String>,
    codes: Codes<'_>,
) -> Vec<Value> {
    row![
        engagement.id.to_string(),
        person,
        &participant.name,
        participant.party.as_ref(),
        codes.alpha3(participant.party.as_ref()),
        codes.cow(participant.party.as_ref()),
        &participant.offices,
        Value::names(&participant.accounts),
    ]
}

/// The rows of a dispute, one a value.
pub(crate) fn dispute<'a>(engagement: &'a Engagement, dispute: &'a Dispute) -> impl Iterator<Item = Vec<Value>> + 'a {
    dispute.values.iter().zip(1_u32..).map(|(said, rank)| {
        row![
            engagement.id.to_string(),
            &dispute.field,
            rank,
            &said.value,
            Value::names(&said.accounts),
            dispute.settled.and_then(|n| i64::try_from(n).ok()),
        ]
    })
}

pub(crate) fn link(engagement: &Engagement, link: &AccountLink) -> Vec<Value> {
    row![
        engagement.id.to_string(),
        link.accounts.0.to_string(),
        link.accounts.1.to_string(),
        link.ruled,
        Value::short(link.likeness.score),
        link.likeness.conflict,
        nested(&link.likeness.parts),
    ]
}
