//! How likely two accounts tell of one engagement, and what says so.

use serde::{Deserialize, Serialize};

use crate::names::{Kinship, kinship};
use crate::sketch::{Day, FEW, Sketch, SketchPerson, When, act};

/// How alike two accounts are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
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
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = Weighed))]
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
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ComparedField))]
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
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
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
        "publication" | "event" => -6.0,
        "statement" => -5.5,
        "message" | "signing" => -4.0,
        _ => -3.5,
    }
}

/// About as long as the frame of a visit or summit.
const WEEK: Day = 9;

/// Kinds that one act is told as by one and the other, with what it costs.
const RELATED: [(&str, &str, f32); 7] = [
    ("meeting", "consultation", -0.5),
    ("meeting", "call", -1.5),
    ("conference", "consultation", -1.0),
    ("conference", "event", -0.5),
    ("conference", "meeting", -3.0),
    ("event", "signing", -0.5),
    ("statement", "message", -0.5),
];

/// Compares two accounts. It does not matter which comes first.
pub fn likeness(a: &Sketch, b: &Sketch) -> Likeness {
    let mut weighed = Weighed { parts: Vec::new(), conflict: a.id.document == b.id.document };
    weighed.kind(a, b);
    let parties_differ = weighed.parties(a, b);
    let people_shared = weighed.people(a, b);
    // Whoever meets one after the other is named in both; who else is there tells them apart.
    weighed.conflict |= parties_differ && people_shared < 2;
    weighed.days(a, b);
    weighed.place(a, b);
    weighed.session(a, b);
    weighed.words(a, b);
    let kind = if a.kind <= b.kind { &a.kind } else { &b.kind };
    let odds = prior(kind) + weighed.parts.iter().map(|part| part.weight).sum::<f32>();
    let score = if weighed.conflict { 0.0 } else { 1.0 / (1.0 + (-odds).exp()) };
    Likeness { score: (score * 100.0).round() / 100.0, conflict: weighed.conflict, parts: weighed.parts }
}

/// Whether two accounts cannot be one, as far as that is soon seen; most that share a key cannot.
pub(crate) fn are_apart(a: &Sketch, b: &Sketch) -> bool {
    let days = || {
        let (Some(x), Some(y)) = (a.when.days(), b.when.days()) else { return false };
        x.0.max(y.0) - x.1.min(y.1) > FEW
    };
    // Where each names a party that the other does not, two people at least must be named by both.
    let parties = || {
        let shared = a.parties.iter().filter(|party| b.parties.contains(party)).count();
        shared < a.parties.len().min(b.parties.len()).min(2) && !share_two(&a.people, &b.people)
    };
    let kinds = || a.kind != b.kind && related(&a.kind, &b.kind).is_none();
    a.id.document == b.id.document || days() || kinds() || parties()
}

/// Whether two at least of some people may be among others.
fn share_two(some: &[SketchPerson], others: &[SketchPerson]) -> bool {
    let mut missing = 0;
    others.len() > 1
        && some.len() > 1
        && some.iter().all(|person| {
            missing += usize::from(!others.iter().any(|other| same_person(person, other).is_some()));
            some.len() - missing > 1
        })
}

/// What it costs that one act is told as of two kinds; `None` where none is.
fn related(a: &str, b: &str) -> Option<f32> {
    let found = RELATED.iter().find(|related| [(related.0, related.1), (related.1, related.0)].contains(&(a, b)));
    found.map(|(.., cost)| *cost)
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
        if a.kind == b.kind {
            self.add(Field::Kind, Relation::Same, 1.0);
        } else if let Some(cost) = related(&a.kind, &b.kind) {
            self.add(Field::Kind, Relation::Near, cost);
        } else {
            self.conflict(Field::Kind);
        }
    }

    /// Whether each account names a party that the other does not.
    fn parties(&mut self, a: &Sketch, b: &Sketch) -> bool {
        if a.parties.is_empty() || b.parties.is_empty() {
            return false;
        }
        let shared = a.parties.iter().filter(|party| b.parties.contains(party)).count();
        let (few, many) = (a.parties.len().min(b.parties.len()), a.parties.len().max(b.parties.len()));
        if shared == many {
            self.add(Field::Parties, Relation::Same, if many == 1 { 1.0 } else { 2.0 });
        } else if shared == few {
            // One party alone is named in much that happens to it on a day.
            self.add(
                Field::Parties,
                Relation::Part,
                if few > 1 {
                    1.5
                } else if standing(a) && standing(b) {
                    0.5
                } else {
                    -1.5
                },
            );
        } else if shared >= 2 {
            self.add(Field::Parties, Relation::Near, 1.0);
        } else if shared == 1 {
            self.add(Field::Parties, Relation::Differs, -2.5);
        } else {
            self.add(Field::Parties, Relation::Differs, -4.0);
        }
        shared < few.min(2)
    }

    /// How many people both name.
    fn people(&mut self, a: &Sketch, b: &Sketch) -> usize {
        if a.people.is_empty() || b.people.is_empty() {
            return 0;
        }
        let (shared, left, others_left) = matched(&a.people, &b.people);
        // Somebody else stands for the same party: then it is another engagement, but for delegations of many.
        let clash = left.iter().any(|person| others_left.iter().any(|other| person.party == other.party));
        match shared {
            0 | 1 if clash => self.conflict(Field::People),
            0 => {}
            1 => self.add(Field::People, Relation::Part, 1.5),
            _ => self.add(Field::People, Relation::Same, 3.5),
        }
        shared
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
        let sure = a.dated && b.dated;
        match apart {
            0 if told && single => self.add(Field::Days, Relation::Same, 2.5),
            0 if told && x == y => self.add(Field::Days, Relation::Same, 2.0),
            0 if (x.1 - x.0).max(y.1 - y.0) <= FEW => self.add(Field::Days, Relation::Fits, 1.5),
            0 if (x.1 - x.0).max(y.1 - y.0) <= WEEK => self.add(Field::Days, Relation::Fits, 0.5),
            0 => self.add(Field::Days, Relation::Fits, 0.0),
            1 => self.add(Field::Days, Relation::Near, if sure { -2.0 } else { -1.5 }),
            // One tells of a visit on its first day, another on its last.
            2..=FEW if a.kind == "visit" && b.kind == "visit" => self.add(Field::Days, Relation::Near, -0.5),
            2..=FEW if !sure => self.add(Field::Days, Relation::Differs, -3.5),
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
        let ((series, number), (other, other_number)) = (&a.session, &b.session);
        if let (Some(number), Some(other_number)) = (number, other_number) {
            if series == other && number == other_number {
                // At one summit many meet.
                self.add(Field::Session, Relation::Same, if standing(a) && standing(b) { 2.0 } else { 0.5 });
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
        if few == 0 {
            return;
        }
        let found = |some: &[u32], among: &[u32]| some.iter().filter(|claim| among.contains(claim)).count();
        let shared = found(&a.claims, &b.claims).min(found(&b.claims, &a.claims));
        let topics =
            (a.topics & b.topics).count_ones() as f32 / a.topics.count_ones().min(b.topics.count_ones()).max(1) as f32;
        match shared as f32 / few as f32 {
            share if share >= 0.5 => self.add(Field::Claims, Relation::Same, 1.5),
            share if share > 0.0 || topics >= 0.5 => self.add(Field::Claims, Relation::Part, 0.4),
            _ => self.add(
                Field::Claims,
                Relation::Differs,
                if a.kind == "statement" || b.kind == "statement" { -1.0 } else { -0.3 },
            ),
        }
    }
}

/// Whether it is a session of a standing body or series, which its number tells from others, however many take part.
fn standing(sketch: &Sketch) -> bool {
    matches!(sketch.kind.as_str(), "consultation" | "conference")
}

/// Whether one account is a copy of the other: two thirds of the quotes of the shorter stand in the longer.
pub(crate) fn is_copy(a: &Sketch, b: &Sketch) -> bool {
    let few = a.quotes.len().min(b.quotes.len());
    let shared = a.quotes.iter().filter(|quote| b.quotes.contains(quote)).count();
    few > 0 && 3 * shared >= 2 * few
}

/// Whether one account is a translation of the other: in two languages the same sides do the same, in one order, about mostly the same.
pub(crate) fn is_translation(a: &Sketch, b: &Sketch) -> bool {
    let acts = |sketch: &Sketch| sketch.claims.iter().map(|&claim| act(claim)).collect::<Vec<u32>>();
    let (few, many) = (a.claims.len().min(b.claims.len()), a.claims.len().max(b.claims.len()));
    let topics = 3 * (a.topics & b.topics).count_ones() >= 2 * a.topics.count_ones().min(b.topics.count_ones());
    few >= TOLD && a.language != b.language && topics && 5 * common(&acts(a), &acts(b)) >= 4 * many
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

/// How many people two accounts share, and whom only one of them names. Each person is used once, the likeliest first.
fn matched<'a>(
    some: &'a [SketchPerson],
    others: &'a [SketchPerson],
) -> (usize, Vec<&'a SketchPerson>, Vec<&'a SketchPerson>) {
    let mut pairs: Vec<(u8, usize, usize)> = Vec::new();
    for (at, person) in some.iter().enumerate() {
        let likely =
            others.iter().enumerate().filter_map(|(other_at, other)| Some((same_person(person, other)?, at, other_at)));
        pairs.extend(likely);
    }
    // Of two that are as likely, not the side decides but the names.
    let names = |&(_, at, other_at): &(u8, usize, usize)| {
        let (one, other) = (&some[at].words, &others[other_at].words);
        (one.min(other), one.max(other))
    };
    pairs.sort_by(|x, y| y.0.cmp(&x.0).then_with(|| names(x).cmp(&names(y))));
    let (mut used, mut others_used) = (vec![false; some.len()], vec![false; others.len()]);
    let mut shared = 0;
    for (_, at, other_at) in pairs {
        if !used[at] && !others_used[other_at] {
            (used[at], others_used[other_at]) = (true, true);
            shared += 1;
        }
    }
    let left = |people: &'a [SketchPerson], used: &[bool]| {
        people.iter().zip(used).filter(|(_, used)| !**used).map(|(person, _)| person).collect::<Vec<_>>()
    };
    (shared, left(some, &used), left(others, &others_used))
}

/// How surely two names in accounts of neighbouring days are one person's; `None` where nothing says so.
///
/// Names weigh more than parties: the same two names in full are one person, also where one account takes them for another party's.
fn same_person(a: &SketchPerson, b: &SketchPerson) -> Option<u8> {
    let party = a.party.is_none() || b.party.is_none() || a.party == b.party;
    if a.words == b.words && !a.words.is_empty() {
        return if party { Some(3) } else { (a.words.len() > 1).then_some(2) };
    }
    let office = || a.offices.iter().any(|office| b.offices.contains(office));
    let alike = (party || office()) && matches!(kinship(&a.words, &b.words), Kinship::Spelling | Kinship::Part);
    alike.then_some(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::read;
    use crate::sketch::sketches;

    fn compare(a: &str, b: &str) -> Likeness {
        let sketch = |name, language, line: &str| {
            let read = read(name, language, "2025-07-12", &[line]);
            let reading = read.reading.expect("it brings one");
            sketches(read.deposit.id(), &reading).remove(0)
        };
        let (a, b) = (sketch("a", "en", a), sketch("b", "sv", b));
        assert_eq!(likeness(&a, &b).score, likeness(&b, &a).score, "it does not matter which comes first");
        likeness(&a, &b)
    }

    #[test]
    fn takes_for_one() {
        let talks = "meeting 2025-07-10 VN,JP Bui Thanh Son/VN/foreign-minister + Iwaya Takeshi/JP/foreign-minister";
        for other in [
            "meeting 2025-07-10 JP,VN Takeshi Iwaya/JP/foreign-minister + Bùi Thanh Sơn/VN/foreign-minister",
            "meeting 2025-07-11 VN,JP Bui Thanh Son/VN/foreign-minister + Iwaya Takeshi/JP/foreign-minister",
            "meeting 2025-07-10 VN,JP Iwaya/JP/foreign-minister",
            "meeting 2025-07-10 VN,JP -",
            "consultation 2025-07-10 VN,JP Bui Thanh Son/VN/ + Iwaya Takeshi/JP/",
            "meeting 2025-07-08..2025-07-11 VN,JP Bui Thanh Son/VN/ + Iwaya Takeshi/JP/",
            // The party was misread, but it is they.
            "meeting 2025-07-10 MY,JP Bui Thanh Son/MY/foreign-minister + Iwaya Takeshi/JP/foreign-minister",
        ] {
            let likeness = compare(talks, other);
            assert!(likeness.score >= ONE, "{other}: {likeness:?}");
        }
    }

    #[test]
    fn keeps_apart() {
        let talks = "meeting 2025-07-10 VN,JP Bui Thanh Son/VN/foreign-minister + Iwaya Takeshi/JP/foreign-minister";
        for other in [
            // Others of the same parties on the same day.
            "meeting 2025-07-10 VN,JP Pham Minh Chinh/VN/head-of-government + Ishiba Shigeru/JP/head-of-government",
            "meeting 2025-07-10 VN,JP Bui Thanh Son/VN/foreign-minister + Ishiba Shigeru/JP/head-of-government",
            // One minister, one after the other.
            "meeting 2025-07-10 VN,CH Bui Thanh Son/VN/foreign-minister + Ignazio Cassis/CH/foreign-minister",
            "meeting 2025-07-10 VN,CH Bui Thanh Son/VN/foreign-minister",
            // The same two, later.
            "meeting 2025-07-14 VN,JP Bui Thanh Son/VN/foreign-minister + Iwaya Takeshi/JP/foreign-minister",
            "meeting 2025-07-11 VN,JP -",
            "call 2025-07-11 VN,JP Bui Thanh Son/VN/foreign-minister",
            "visit 2025-07-10 VN,JP Bui Thanh Son/VN/foreign-minister + Iwaya Takeshi/JP/foreign-minister",
        ] {
            let likeness = compare(talks, other);
            assert!(likeness.score < ONE, "{other}: {likeness:?}");
        }
        let statement = "statement 2025-07-10 VN Pham Thu Hang/VN/official";
        assert!(compare(statement, "statement 2025-07-10 VN -").score < ONE);
    }

    #[test]
    fn knows_copies_and_translations() {
        let quotes = |claims: &[u32], quotes: &[u32], language: &str| {
            let read = read("a", language, "2025-07-12", &["meeting 2025-07-10 VN,JP -"]);
            let reading = read.reading.expect("it brings one");
            let sketch = sketches(read.deposit.id(), &reading).remove(0);
            Sketch { claims: claims.to_vec(), quotes: quotes.to_vec(), ..sketch }
        };
        let acts = |acts: &[u32]| acts.iter().map(|act| act << 16 | 7).collect::<Vec<u32>>();
        let agency = quotes(&acts(&[1, 2, 3, 4, 5]), &[10, 11, 12, 13, 14, 15], "en");
        assert!(is_copy(&agency, &quotes(&[1, 2, 3], &[10, 11, 12, 99], "en")), "cut, with another first sentence");
        assert!(!is_copy(&agency, &quotes(&[1, 2, 3], &[10, 21, 22], "en")), "one quote in common");
        let translated = |order: &[u32], language| is_translation(&agency, &quotes(&acts(order), &[90], language));
        assert!(translated(&[1, 2, 3, 4, 5], "sv"));
        assert!(translated(&[1, 2, 4, 5], "sv"), "a claim is missing");
        assert!(!translated(&[5, 4, 3, 2, 1], "sv"), "in another order");
        assert!(!translated(&[1, 2, 3, 4, 5], "en"), "in the same language it would be a copy");
        let other = Sketch { topics: 0b1100, ..quotes(&acts(&[1, 2, 3, 4, 5]), &[90], "sv") };
        assert!(!is_translation(&Sketch { topics: 0b0011, ..agency }, &other), "about something else");
    }
}
