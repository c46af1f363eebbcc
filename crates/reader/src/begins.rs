//! What begins at a token, as a set: one test instead of a look at the marks.

use document::{Shape, Token};
use packs::{LAYERS, Layer, Link, Value};

/// What marks begin at a token: their layers, what names are, and which small words; and whether it has a capital.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Begins(u64);

impl Begins {
    pub(crate) const PARTY: Self = Self(1 << LAYERS);
    pub(crate) const CITY: Self = Self(1 << (LAYERS + 1));
    pub(crate) const OFFICE: Self = Self(1 << (LAYERS + 2));
    pub(crate) const PORTFOLIO: Self = Self(1 << (LAYERS + 3));
    pub(crate) const HONORIFIC: Self = Self(1 << (LAYERS + 4));
    pub(crate) const NOT_NAME: Self = Self(1 << (LAYERS + 5));
    pub(crate) const REFERENCE: Self = Self(1 << (LAYERS + 6));
    /// A month or a day of the week.
    pub(crate) const DAY_NAME: Self = Self(1 << (LAYERS + 7));
    /// A word with a capital.
    pub(crate) const CAPITAL: Self = Self(1 << (LAYERS + 8));

    /// What a token is by itself.
    pub(crate) fn token(token: &Token) -> Self {
        if matches!(token.shape, Shape::Capital | Shape::Upper) { Self::CAPITAL } else { Self::default() }
    }

    /// Anything of a layer.
    pub(crate) const fn layer(layer: Layer) -> Self {
        Self(1 << layer as u32)
    }

    /// A small word of a class.
    pub(crate) const fn link(link: Link) -> Self {
        Self(1 << (32 + link as u32))
    }

    /// A mark of a layer with its meaning.
    pub(crate) fn mark(layer: Layer, value: &Value) -> Self {
        let meant = match value {
            Value::Party(..) => Self::PARTY,
            Value::City(_) => Self::CITY,
            Value::Office(_) => Self::OFFICE,
            Value::Portfolio(_) => Self::PORTFOLIO,
            Value::Honorific(_) => Self::HONORIFIC,
            Value::NotName => Self::NOT_NAME,
            Value::Reference(_) => Self::REFERENCE,
            Value::Month(_) | Value::Weekday(_) => Self::DAY_NAME,
            Value::Link(link) => Self::link(*link),
            _ => Self::default(),
        };
        Self::layer(layer).or(meant)
    }

    /// All of both.
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any of some begins.
    pub(crate) const fn any(self, some: Self) -> bool {
        self.0 & some.0 != 0
    }
}

const _: () = assert!(LAYERS + 9 <= 32 && Link::ALL.len() <= 32, "the set has a bit for each");
