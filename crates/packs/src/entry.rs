//! What a phrase of a pack means.

use crate::vocabulary::{
    ClaimType, Kind, Level, Link, NumberKind, Offices, Realm, Reference, Role, Shape as TriggerShape, Topics, Turn,
};

/// A state or organisation, by its place in [`crate::World::parties`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Party(pub u16);

/// How a party is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// By its name.
    Name,
    /// By its name with the language's genitive ending.
    Genitive,
    /// By an adjective.
    Adjective,
    /// By the name of its people.
    Demonym,
}

/// The gender that an honorific or pronoun tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// Male.
    Male,
    /// Female.
    Female,
}

/// An office phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// The offices that it means.
    pub offices: Offices,
    /// How it goes together with what stands beside it.
    pub role: Role,
    /// The parties for which it means so; empty: all.
    pub parties: Box<[Party]>,
    /// The states that may have it, where it says so; a text may name it of another, but it is not taken for its.
    pub realm: Option<Realm>,
}

/// What opens an engagement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// The kind that it opens.
    pub kind: Kind,
    /// How it stands in its sentence.
    pub shape: TriggerShape,
    /// Only a passing mention.
    pub background: bool,
    /// Announced, not yet held.
    pub future: bool,
    /// Every object is an engagement of its own.
    pub each: bool,
    /// The objects together are one.
    pub one: bool,
    /// Whoever acts is at home and receives the others.
    pub host: bool,
    /// Whoever acts comes to the others.
    pub guest: bool,
    /// Whoever acts is among people of their own country, wherever that is.
    pub own: bool,
    /// It opens only where people of both sides are named before it.
    pub named: bool,
}

impl Trigger {
    /// One with nothing noted of it.
    #[must_use]
    pub fn new(kind: Kind, shape: TriggerShape) -> Self {
        Self {
            kind,
            shape,
            background: false,
            future: false,
            each: false,
            one: false,
            host: false,
            guest: false,
            own: false,
            named: false,
        }
    }

    /// Whether it is a verb that somebody is the subject of.
    #[must_use]
    pub fn is_finite(self) -> bool {
        matches!(self.shape, TriggerShape::Verb | TriggerShape::Joint | TriggerShape::Passive)
    }

    /// Whether it may open an engagement: one that only looks so does not.
    #[must_use]
    pub fn opens(self) -> bool {
        self.shape != TriggerShape::Drop
    }
}

/// A speech verb, act or cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speech {
    /// The type where one side says it.
    pub claim: ClaimType,
    /// The type where the sides say it together.
    pub joint: ClaimType,
    /// How much it says by itself; `None` for a cue.
    pub level: Option<Level>,
    /// 1 (noted) to 5 (agreed).
    pub strength: u8,
    /// Who says it is named behind it, by a word such as "by".
    pub passive: bool,
    /// Nobody is its subject: all who take part say it.
    pub all: bool,
    /// One tells it the others: told of by one side it is not what both talked about.
    pub own: bool,
}

/// What an occasion word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Heads the name of an occasion.
    Head,
    /// Heads the name of what is signed.
    Document,
    /// Introduces one.
    Frame,
    /// Names a series, by its place in [`crate::World::series`].
    Series(u16),
}

/// What a phrase says of the relations between states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relations {
    /// Their level, by its place in [`crate::World::relations`], and whether a word leads to it ("to a strategic partnership").
    Level(u16, bool),
    /// That they begin: *establish*.
    Begun,
    /// That they come to a level: *upgrade*.
    Raised,
    /// That they did so years ago: *anniversary of*.
    Marked,
    /// What becomes of them otherwise, and whether the words say so without naming them: *severed* (diplomatic relations),
    /// *recalled its ambassador*.
    Turn(Turn, bool),
    /// That it has not come so far: *threatened to*.
    Unsettled,
    /// What leads to the field of a level that is not of relations as a whole: (a strategic partnership) *on*.
    Field,
}

/// What a phrase means.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A party.
    Party(Party, Form),
    /// A city, by its place in [`crate::World::cities`].
    City(u16),
    /// An office.
    Office(Office),
    /// What a minister is minister of; whether that is foreign affairs.
    Portfolio(bool),
    /// A word before a name that is not of it.
    Honorific(Option<Gender>),
    /// Begins no person's name and ends one.
    NotName,
    /// Refers to somebody named elsewhere.
    Reference(Reference),
    /// A small word.
    Link(Link),
    /// A month, 1 to 12.
    Month(i8),
    /// A day of the week, 1 (Monday) to 7.
    Weekday(i8),
    /// A number.
    Number(f64, NumberKind),
    /// A unit of money (ISO 4217) or `times` with its factor, or `percent`.
    Unit(Box<str>, f64),
    /// Opens an engagement.
    Trigger(Trigger),
    /// A speech verb, act or cue.
    Speech(Speech),
    /// What a claim is about.
    Topic(Topics),
    /// An occasion word.
    Occasion(Occasion),
    /// A treaty, measure or body, by its place in [`crate::World::named`].
    Named(u16),
    /// A noun whose number counts the sessions of a row; whether its first is mostly one.
    Session(bool),
    /// What relations between states are at or come to.
    Relations(Relations),
    /// Who speaks for a party and signs its pages: an agency, a ministry, a newspaper.
    Voice(Party),
    /// A small word inside names.
    Particle,
    /// Opens a further matter in a list.
    Verb,
}

/// What can lie over the same words without hiding each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Layer {
    /// Parties, cities, offices, honorifics, references.
    Names,
    /// Small words.
    Links,
    /// Months, weekdays, numbers, units.
    Figures,
    /// What opens engagements.
    Triggers,
    /// Speech verbs and cues.
    Speech,
    /// Topics.
    Topics,
    /// Occasion words.
    Occasions,
    /// Small words inside names.
    Particles,
    /// Verbs that open a further matter.
    Verbs,
    /// What is known by a code or a number: treaties, measures and bodies by name, nouns of numbered sessions,
    /// levels of relations.
    Handles,
}

/// How many layers there are.
pub const LAYERS: usize = 10;

/// The line of a pack that a phrase comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Rule {
    /// Its place in [`crate::Packs::files`].
    pub file: u16,
    /// From 1.
    pub line: u32,
}

/// A phrase's meaning, with the line that it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it means.
    pub value: Value,
    /// Where it stands.
    pub rule: Rule,
    /// The layer in which it lies.
    pub(crate) layer: Layer,
    /// A number for its value: entries that mean the same have the same.
    pub(crate) sense: u32,
}

impl Entry {
    /// The layer in which it lies.
    pub fn layer(&self) -> Layer {
        self.layer
    }
}

impl Value {
    /// Whether it is the noun of an occasion's name, or the name of a series.
    pub fn names_occasion(&self) -> bool {
        matches!(self, Self::Occasion(Occasion::Head | Occasion::Document | Occasion::Series(_)))
    }

    /// The layer in which it lies.
    pub(crate) fn layer(&self) -> Layer {
        match self {
            Value::Party(..)
            | Value::City(_)
            | Value::Office(_)
            | Value::Portfolio(_)
            | Value::Honorific(_)
            | Value::NotName
            | Value::Reference(_) => Layer::Names,
            Value::Link(_) => Layer::Links,
            Value::Month(_) | Value::Weekday(_) | Value::Number(..) | Value::Unit(..) => Layer::Figures,
            Value::Trigger(_) => Layer::Triggers,
            Value::Speech(_) => Layer::Speech,
            Value::Topic(_) => Layer::Topics,
            Value::Occasion(_) => Layer::Occasions,
            Value::Particle => Layer::Particles,
            Value::Verb => Layer::Verbs,
            Value::Named(_) | Value::Session(_) | Value::Relations(_) | Value::Voice(_) => Layer::Handles,
        }
    }
}
