//! Where a list goes on: a text that programs hand back as it came.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use search::DEEPEST;
use serde::{Deserialize, Deserializer};
use utoipa::IntoParams;

use crate::problem::Problem;

/// How many entries a page has at most, and how many where nothing is said.
const MOST: usize = 500;
const USUAL: usize = 50;

/// How many entries are wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limit(usize);

impl Default for Limit {
    fn default() -> Self {
        Self(USUAL)
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let number = text.parse().ok().filter(|n| (1..=MOST).contains(n));
        let wrong = || format!("limit: `{}` is no number from 1 to {MOST}", text.escape_debug());
        number.map(Self).ok_or_else(|| serde::de::Error::custom(wrong()))
    }
}

/// Which page of a list is asked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Page {
    /// How many entries at most.
    #[serde(default)]
    #[param(schema_with = limit)]
    pub(crate) limit: Limit,
    /// Where the list goes on: `next` of the page before.
    pub(crate) cursor: Option<String>,
}

impl Page {
    /// How many entries it has at most.
    pub(crate) fn size(&self) -> usize {
        self.limit.0
    }

    /// The place behind which it begins.
    pub(crate) fn place(&self) -> Result<Option<String>, Problem> {
        place(self.cursor.as_deref())
    }

    /// How many hits come before it.
    pub(crate) fn offset(&self) -> Result<usize, Problem> {
        offset(self.cursor.as_deref())
    }
}

/// The schema of [`Limit`].
pub(super) fn limit() -> utoipa::openapi::Object {
    let number = utoipa::openapi::ObjectBuilder::new().schema_type(utoipa::openapi::Type::Integer);
    number.minimum(Some(1)).maximum(Some(MOST)).default(Some(USUAL.into())).build()
}

/// Writes a place.
pub(super) fn cursor(place: impl fmt::Display) -> String {
    URL_SAFE_NO_PAD.encode(place.to_string())
}

/// The place behind which a list goes on; nothing where it begins.
pub(super) fn place(cursor: Option<&str>) -> Result<Option<String>, Problem> {
    let Some(cursor) = cursor else { return Ok(None) };
    let text = URL_SAFE_NO_PAD.decode(cursor).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    text.map(Some).ok_or_else(unknown)
}

/// How many hits come before those that are wanted.
pub(super) fn offset(cursor: Option<&str>) -> Result<usize, Problem> {
    let Some(place) = place(cursor)? else { return Ok(0) };
    let offset = place.parse().map_err(|_| unknown())?;
    if offset > DEEPEST {
        let mend =
            format!("a list is paged through to its entry {DEEPEST}; narrow it, or take all of it as JSON Lines");
        return Err(Problem::Unclear(mend));
    }
    Ok(offset)
}

/// That a cursor is none.
pub(super) fn unknown() -> Problem {
    Problem::Unclear("the cursor is none of this list; take `next` as an answer gave it".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{cursor, offset, place};

    #[test]
    fn leads_back_to_its_place() {
        for text in ["", "VN:bui-son-thanh", "instrument/EVIPA"] {
            assert_eq!(place(Some(&cursor(text))).unwrap().as_deref(), Some(text));
        }
        assert_eq!((offset(Some(&cursor(50))).unwrap(), offset(None).unwrap()), (50, 0));
        for wrong in ["!", "é", "AAA", &cursor("x"), &cursor(100_001), &cursor(u128::MAX)] {
            assert!(offset(Some(wrong)).is_err(), "{wrong}");
        }
    }
}
