//! How likely two accounts tell of one engagement, and what says so.

use serde::{Deserialize, Serialize};

use crate::names::{Kinship, kinship};
use crate::sketch::{Sketch, SketchPerson, When};

/// How alike two accounts are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Likeness {
    /// From 0 to 1; from [`ONE`] they are taken for one.
    pub score: f32,
    /// Whether something says that they cannot be one, whatever others say.
    pub conflict: bool,
    /// What was weighed, and how much each part says, as log-odds.
    pub parts: Vec<Part>,
}

/// One thing that was weighed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// The field.
    pub field: Field,
    /// How the two stand to each other in it.
    pub relation: Relation,
    /// What it says, as log-odds.
    pub weight: f32,
}

/// Fields that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields of an engagement")]
pub enum Field {
    Kind,
    Parties,
    People,
    Days,
    Place,
    Session,
    Claims,
    Words,
}

/// How two accounts stand to each other in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// They say the same.
    Same,
    /// One says part of what the other says.
    Part,
    /// Both fit, but one is vague.
    Fits,
    /// They differ in what accounts of one engagement may differ in.
    Near,
    /// They differ.
    Differs,
}

/// From here on two accounts are taken for one engagement.
pub(crate) const ONE: f32 = 0.5;

/// Log-odds that two accounts which share a key are one engagement, before anything else is known.
fn prior(kind: &str) -> f32 {
    match kind {
        // Several a day by one party are the rule.
        "statement" | "publication" | "event" => -6.0,
        "message" | "signing" => -4.0,
        _ => -3.5,
    }
}

/// Kinds that one act is told as by one and the other.
const RELATED: [(&str, &str); 7] = [
    ("meeting", "consultation"),
    ("meeting", "call"),
    ("conference", "consultation"),
    ("conference", "event"),
    ("conference", "meeting"),
    ("event", "signing"),
    ("statement", "message"),
];

/// Compares two accounts. It does not matter which comes first.
pub fn likeness(a: &Sketch, b: &Sketch) -> Likeness {
    let mut weighed = Weighed { parts: Vec::new(), conflict: a.id.document == b.id.document };
    weighed.kind(a, b);
    weighed.parties(a, b);
    weighed.people(a, b);
    weighed.days(a, b);
    weighed.place(a, b);
    weighed.session(a, b);
    weighed.words(a, b);
    let kind = if a.kind <= b.kind { &a.kind } else { &b.kind };
    let odds = prior(kind) + weighed.parts.iter().map(|part| part.weight).sum::<f32>();
    let score = if weighed.conflict { 0.0 } else { 1.0 / (1.0 + (-odds).exp()) };
    Likeness { score: (score * 100.0).round() / 100.0, conflict: weighed.conflict, parts: weighed.parts }
}

struct Weighed {
    parts: Vec<Part>,
    conflict: bool,
}

impl Weighed {
    fn add(&mut self, field: Field, relation: Relation, weight: f32) {
        self.parts.push(Part { field, relation, weight });
    }

    fn conflict(&mut self, field: Field) {
        self.add(field, Relation::Differs, -9.0);
        self.conflict = true;
    }

    fn kind(&mut self, a: &Sketch, b: &Sketch) {
        let pair = (a.kind.as_str(), b.kind.as_str());
        if pair.0 == pair.1 {
            self.add(Field::Kind, Relation::Same, 1.0);
        } else if RELATED.contains(&pair) || RELATED.contains(&(pair.1, pair.0)) {
            self.add(Field::Kind, Relation::Near, -0.5);
        } else {
            self.conflict(Field::Kind);
        }
    }

    fn parties(&mut self, a: &Sketch, b: &Sketch) {
        if a.parties.is_empty() || b.parties.is_empty() {
            return;
        }
        let shared = a.parties.iter().filter(|party| b.parties.contains(party)).count();
        let (few, many) = (a.parties.len().min(b.parties.len()), a.parties.len().max(b.parties.len()));
        if shared == many {
            self.add(Field::Parties, Relation::Same, if many == 1 { 1.0 } else { 2.0 });
        } else if shared == few {
            self.add(Field::Parties, Relation::Part, if few == 1 { 0.5 } else { 1.0 });
        } else if shared >= 2 {
            self.add(Field::Parties, Relation::Near, 0.5);
        } else if shared == 1 {
            self.add(Field::Parties, Relation::Differs, -3.0);
            self.conflict |= few <= 2;
        } else {
            self.conflict(Field::Parties);
        }
    }

    fn people(&mut self, a: &Sketch, b: &Sketch) {
        if a.people.is_empty() || b.people.is_empty() {
            return;
        }
        let matched = |people: &[SketchPerson], others: &[SketchPerson]| {
            people.iter().filter(|person| others.iter().any(|other| same_person(person, other))).count()
        };
        let shared = matched(&a.people, &b.people).min(matched(&b.people, &a.people));
        let clashes = clashes(a, b);
        match (shared, clashes) {
            (0, 0) => {}
            (0, _) => self.conflict(Field::People),
            (1, 0) => self.add(Field::People, Relation::Part, 1.5),
            (_, 0) => self.add(Field::People, Relation::Same, 3.0),
            // Of delegations, each names others; but whoever meets one after the other is one too.
            _ => self.conflict(Field::People),
        }
    }

    fn days(&mut self, a: &Sketch, b: &Sketch) {
        let (Some(x), Some(y)) = (a.when.days(), b.when.days()) else {
            // Nothing says that it is not another of the same kind.
            self.add(Field::Days, Relation::Near, -2.0);
            return;
        };
        let apart = (x.0.max(y.0) - x.1.min(y.1)).max(0);
        let told = matches!((a.when, b.when), (When::Told(..), When::Told(..)));
        let single = x.0 == x.1 && y.0 == y.1;
        match apart {
            0 if told && single => self.add(Field::Days, Relation::Same, 2.5),
            0 if told && x == y => self.add(Field::Days, Relation::Same, 2.0),
            0 if (x.1 - x.0).max(y.1 - y.0) <= 9 => self.add(Field::Days, Relation::Fits, 1.0),
            0 => self.add(Field::Days, Relation::Fits, 0.0),
            1 => self.add(Field::Days, Relation::Near, -0.5),
            _ => self.conflict(Field::Days),
        }
    }

    fn place(&mut self, a: &Sketch, b: &Sketch) {
        match ((&a.city, &b.city), (&a.country, &b.country)) {
            ((Some(x), Some(y)), _) if x == y => self.add(Field::Place, Relation::Same, 0.5),
            ((Some(_), Some(_)), (Some(x), Some(y))) if x == y => self.add(Field::Place, Relation::Near, -0.5),
            (_, (Some(x), Some(y))) if x == y => self.add(Field::Place, Relation::Fits, 0.3),
            (_, (Some(_), Some(_))) | ((Some(_), Some(_)), _) => self.add(Field::Place, Relation::Differs, -1.5),
            _ => {}
        }
    }

    fn session(&mut self, a: &Sketch, b: &Sketch) {
        let standing = |sketch: &Sketch| matches!(sketch.kind.as_str(), "consultation" | "conference");
        let ((series, number), (other, other_number)) = (&a.session, &b.session);
        if let (Some(number), Some(other_number)) = (number, other_number) {
            if series == other && number == other_number {
                self.add(Field::Session, Relation::Same, 2.0);
            } else if number != other_number && standing(a) && standing(b) {
                self.conflict(Field::Session);
            }
        } else if series.is_some() && other.is_some() && series != other && standing(a) && standing(b) {
            self.add(Field::Session, Relation::Differs, -2.0);
        }
    }

    /// What was said, word for word and by its matter.
    fn words(&mut self, a: &Sketch, b: &Sketch) {
        if is_copy(a, b) {
            self.add(Field::Words, Relation::Same, 5.0);
            return;
        }
        let few = a.claims.len().min(b.claims.len());
        if few > 0 {
            let found = |some: &[u32], among: &[u32]| some.iter().filter(|claim| among.contains(claim)).count();
            let shared = found(&a.claims, &b.claims).min(found(&b.claims, &a.claims));
            let share = shared as f32 / few as f32;
            match share {
                share if share >= 0.5 => self.add(Field::Claims, Relation::Same, 1.5),
                share if share > 0.0 => self.add(Field::Claims, Relation::Part, 0.7),
                _ => self.add(Field::Claims, Relation::Differs, -0.3),
            }
        }
    }
}

/// Whether one account is a copy of the other: two thirds of the quotes of the shorter stand in the longer.
pub(crate) fn is_copy(a: &Sketch, b: &Sketch) -> bool {
    let few = a.quotes.len().min(b.quotes.len());
    let shared = a.quotes.iter().filter(|quote| b.quotes.contains(quote)).count();
    few > 0 && 3 * shared >= 2 * few
}

/// Whether one account is a translation of the other: their claims are alike one by one, in order, in two languages.
pub(crate) fn is_translation(a: &Sketch, b: &Sketch) -> bool {
    let (few, many) = (a.claims.len().min(b.claims.len()), a.claims.len().max(b.claims.len()));
    few >= TOLD && a.language != b.language && 5 * common(&a.claims, &b.claims) >= 4 * many
}

/// With fewer claims alike, two writers may have chosen the same.
const TOLD: usize = 4;

/// The longest list of claims that both have in one order.
fn common(a: &[u32], b: &[u32]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (at, y) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if x == y { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

fn same_person(a: &SketchPerson, b: &SketchPerson) -> bool {
    let party = a.party.is_none() || b.party.is_none() || a.party == b.party;
    match kinship(&a.words, &b.words) {
        Kinship::Same => party,
        Kinship::Spelling | Kinship::Part => party && (a.party == b.party || share_office(a, b)),
        Kinship::Other => false,
    }
}

fn share_office(a: &SketchPerson, b: &SketchPerson) -> bool {
    a.offices.iter().any(|office| b.offices.contains(office))
}

/// Parties for which both accounts name people, but nobody whom the other names.
fn clashes(a: &Sketch, b: &Sketch) -> usize {
    let mut parties: Vec<&String> = a.people.iter().filter_map(|person| person.party.as_ref()).collect();
    parties.sort_unstable();
    parties.dedup();
    let of = |sketch: &Sketch, party: &String| {
        sketch.people.iter().filter(|person| person.party.as_ref() == Some(party)).cloned().collect::<Vec<_>>()
    };
    parties
        .into_iter()
        .filter(|party| {
            let (ours, theirs) = (of(a, party), of(b, party));
            !theirs.is_empty() && !ours.iter().any(|person| theirs.iter().any(|other| same_person(person, other)))
        })
        .count()
}
