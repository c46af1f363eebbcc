//! What comes out: all accounts of a document.

use document::PartialDate;
use serde::{Deserialize, Serialize};

/// All accounts of a document, in the shape of the gold files.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The name under which the document came.
    pub document: String,
    /// ISO 639-1 code, where the language could be told.
    pub language: Option<String>,
    /// When it was published, as narrowly as the document itself supports.
    pub published: Option<Published>,
    /// The accounts, in the order of the text.
    pub engagements: Vec<Engagement>,
    /// What a reader should know of how it was read ("no pack covers `de`").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

/// When a document was published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Published {
    /// First day that fits.
    pub start: PartialDate,
    /// Last day that fits.
    pub end: PartialDate,
    /// What says so: `given`, `metadata`, `address`, `text`, `dateline` or `engagements`.
    pub basis: String,
}

/// Where in the text a thing stands: bytes from and to, into the text as it came.
pub type Span = [u32; 2];

/// What one document says about one engagement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = Told))]
pub struct Engagement {
    /// `e1`, `e2` and so on, in the order of the text.
    pub id: String,
    /// One of the ten kinds (`meeting`, `call`, ...).
    pub kind: String,
    /// First day, as precise as the text.
    pub start: Option<PartialDate>,
    /// Last day, as precise as the text.
    pub end: Option<PartialDate>,
    /// What the dates rest on: `sentence`, `same-day`, `frame`, `opening`, `page`, `session`.
    pub date_basis: Option<String>,
    /// ISO 3166-1 alpha-2 code of the country where it took place.
    pub country: Option<String>,
    /// English name of the city.
    pub city: Option<String>,
    /// The occasion in the document's own words.
    pub occasion: Option<String>,
    /// The forum of which it is itself a session, by its code (`AMM`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// The number of the session that it is itself, of that forum or of a body without a code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<u16>,
    /// The forum on whose occasion it took place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occasion_series: Option<String>,
    /// The number of the session on whose occasion it took place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occasion_session: Option<u16>,
    /// The level of relations that begins with what is signed (`diplomatic-relations`), or what else becomes of them:
    /// `broken-off`, `suspended`, `lowered`, `recalled` (an ambassador) or `restored`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// Codes of states and organisations.
    pub parties: Vec<String>,
    /// The named people who took part.
    pub people: Vec<Person>,
    /// Whether it is mentioned only in passing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub background: bool,
    /// The words that say so, exactly as in the document.
    pub evidence: String,
    /// Where they stand.
    #[cfg_attr(feature = "openapi", schema(value_type = [u32; 2]))]
    pub span: Span,
    /// The pack line that opened it: `en/triggers.tsv:12`.
    pub rule: String,
    /// From 0 to 1.
    #[serde(deserialize_with = "certainty")]
    pub certainty: f32,
    /// What was said, asked and agreed.
    pub claims: Vec<Claim>,
}

/// A person as one document names them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = Named))]
pub struct Person {
    /// The fullest form of the name in the document.
    pub name: String,
    /// The party for which they act.
    pub party: Option<String>,
    /// Offices held, from the vocabulary.
    pub offices: Vec<String>,
    /// Where the fullest form stands.
    #[cfg_attr(feature = "openapi", schema(value_type = [u32; 2]))]
    pub span: Span,
}

/// One thing that an account says was agreed, asked, pledged or said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Claim {
    /// One of the eleven types.
    #[serde(rename = "type")]
    pub kind: String,
    /// Who says it.
    pub actors: Vec<String>,
    /// To whom, where that matters.
    pub addressees: Vec<String>,
    /// From the list of topics.
    pub topics: Vec<String>,
    /// Codes of the treaties, processes and measures that its words name (`EVIPA`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instruments: Vec<String>,
    /// Codes of the bodies that its words name beside those who say it and to whom (`ITLOS`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<String>,
    /// The number of the session or round that its words name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<u16>,
    /// First and last year of the term or period that its words name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<[i16; 2]>,
    /// The level of relations to which its words say that they are raised, or with which they begin
    /// (`strategic-partnership`), or what else becomes of them (`broken-off`, `suspended`, `lowered`, `recalled`, `restored`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<String>,
    /// When that level was or is to be reached: a day, month or year that its words name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level_date: Option<PartialDate>,
    /// Codes of those whose relations they are, as far as its words name them ("upgraded its relations with Peru").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub level_parties: Vec<String>,
    /// For `support`: what for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidacy: Option<String>,
    /// For `target`: the plain number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<f64>,
    /// For `target`: ISO 4217 code, `times` or `percent`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// For `target`: the year by which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// For `next-step`: the session or date; for `invitation`: where to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
    /// For `next-step`: the day, month or year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// For `invitation`: who is invited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invited: Vec<String>,
    /// How strongly it is said, 1 (noted) to 5 (agreed).
    pub strength: u8,
    /// The words that say so, exactly as in the document.
    pub evidence: String,
    /// Where they stand.
    #[cfg_attr(feature = "openapi", schema(value_type = [u32; 2]))]
    pub span: Span,
    /// The pack line that gave it: `en/claims.tsv:40`.
    pub rule: String,
    /// From 0 to 1.
    #[serde(deserialize_with = "certainty")]
    pub certainty: f32,
}

/// A certainty as it is read. A number too great for its type would be none when it is written again.
fn certainty<'de, D: serde::Deserializer<'de>>(from: D) -> Result<f32, D::Error> {
    let certainty = f32::deserialize(from)?;
    let fits = (0.0..=1.0).contains(&certainty);
    fits.then_some(certainty).ok_or_else(|| serde::de::Error::custom("a certainty is a number from 0 to 1"))
}

#[cfg(test)]
mod tests {
    use serde::de::IntoDeserializer as _;
    use serde::de::value::{Error, F64Deserializer};

    #[test]
    fn a_certainty_beyond_all_numbers_is_refused() {
        let read = |number: f64| {
            let from: F64Deserializer<Error> = number.into_deserializer();
            super::certainty(from).ok()
        };
        assert_eq!((read(0.5), read(1.5), read(1e99)), (Some(0.5), None, None));
    }
}
