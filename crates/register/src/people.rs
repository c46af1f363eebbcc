//! People across accounts: which names are one person, and which offices they held when.

use std::collections::BTreeSet;
use std::fmt;

use packs::OfficeKind;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::id::AccountId;
use crate::names::{Kinship, kinship, sounds, words};
use crate::ruling::Decisions;
use crate::sketch::{Day, hash};

/// After as many days without a word, one of the same name and party is taken for another.
pub(crate) const SILENCE: Day = 8 * 366;
/// Two names of one office are one person only if they were heard within as many days of each other.
const NEAR: Day = 3 * 366;

/// A name as it is known: the party, and the words of the name in the order of the alphabet.
///
/// Written `VN:bui-son-thanh`; with the year in which they were first heard of, where two people of one name and party
/// are told apart by time: `NO:berg-jan@1998`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NameKey {
    /// The party for which they act, where it is told.
    pub party: Option<String>,
    /// See [`words`].
    pub words: Vec<String>,
    /// The year in which this one was first heard of, where there are several.
    pub year: Option<i16>,
}

impl NameKey {
    /// The key of a name.
    pub fn new(party: Option<&str>, name: &str) -> Self {
        Self { party: party.map(str::to_owned), words: words(name), year: None }
    }

    /// The key that is written so.
    pub fn parse(text: &str) -> Option<Self> {
        let (party, rest) = text.split_once(':')?;
        let (words, year) = match rest.split_once('@') {
            Some((words, year)) => (words, Some(year.parse().ok()?)),
            None => (rest, None),
        };
        let words = words.split('-').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Some(Self { party: Some(party.to_owned()).filter(|party| !party.is_empty()), words, year })
    }
}

impl fmt::Display for NameKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.party.as_deref().unwrap_or_default(), self.words.join("-"))?;
        self.year.map_or(Ok(()), |year| write!(f, "@{year}"))
    }
}

/// That somebody of a name took part in something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// The day: of the engagement, else of the publication.
    pub day: Day,
    /// One of their offices then; empty where none is told.
    pub office: String,
    /// Who says so.
    pub account: AccountId,
}

/// All that is known of a name.
#[derive(Clone, Debug, PartialEq)]
pub struct NameFacts {
    /// The name.
    pub key: NameKey,
    /// How it was spelt, and how often.
    pub spellings: Vec<(String, u32)>,
    /// For each office the first and the last mention, in the order of the offices' names.
    pub held: Vec<(Mention, Mention)>,
}

impl NameFacts {
    fn first(&self) -> Day {
        self.held.iter().map(|(first, _)| first.day).min().unwrap_or_default()
    }

    fn last(&self) -> Day {
        self.held.iter().map(|(_, last)| last.day).max().unwrap_or_default()
    }

    /// The best spelling: the one with most marks (those that write in marks know them), then the most frequent.
    fn name(&self) -> &str {
        let marks = |name: &str| name.chars().filter(|c| !c.is_ascii()).count();
        let best = self.spellings.iter().max_by(|(a, n), (b, m)| (marks(a), n).cmp(&(marks(b), m)).then(b.cmp(a)));
        best.map_or("", |(name, _)| name)
    }
}

/// The people of one name, told apart by time, from the mentions in the order of their days.
///
/// A name with one bearer keeps its key; of several each bears the year in which they were first heard of.
pub(crate) fn bearers(facts: &NameFacts, mentions: &[Mention], year: impl Fn(Day) -> i16) -> Vec<NameFacts> {
    let mut eras: Vec<Vec<&Mention>> = Vec::new();
    for mention in mentions {
        match eras.last_mut() {
            Some(era) if era.last().is_some_and(|last| mention.day - last.day <= SILENCE) => era.push(mention),
            _ => eras.push(vec![mention]),
        }
    }
    if eras.len() < 2 {
        return vec![facts.clone()];
    }
    eras.into_iter()
        .map(|era| {
            let offices: BTreeSet<&String> = era.iter().map(|mention| &mention.office).collect();
            let of = |office: &String| {
                let mut of = era.iter().filter(|mention| mention.office == *office).map(|&mention| mention.clone());
                let first = of.next().expect("each office comes from a mention");
                (first.clone(), of.next_back().unwrap_or(first))
            };
            let key = NameKey { year: Some(year(era[0].day)), ..facts.key.clone() };
            NameFacts { key, spellings: facts.spellings.clone(), held: offices.into_iter().map(of).collect() }
        })
        .collect()
}

/// A person of the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Person {
    /// Their key: that of the fullest of their names.
    pub id: String,
    /// The fullest name in its best spelling.
    pub name: String,
    /// The party for which they act.
    pub party: Option<String>,
    /// The keys of all names that are theirs.
    pub names: Vec<String>,
    /// How these are spelt, the most frequent first.
    pub spellings: Vec<String>,
    /// The offices that they held, by their rank and first day.
    pub tenures: Vec<Tenure>,
    /// The first day on which they are told of.
    #[serde(with = "crate::sketch::as_date")]
    #[cfg_attr(feature = "openapi", schema(value_type = document::PartialDate))]
    pub first: Day,
    /// The last.
    #[serde(with = "crate::sketch::as_date")]
    #[cfg_attr(feature = "openapi", schema(value_type = document::PartialDate))]
    pub last: Day,
}

/// A person's office, from the first day on which an account gives it to them to the last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Tenure {
    /// The office, from the vocabulary.
    pub office: String,
    /// Not later than this day.
    #[serde(with = "crate::sketch::as_date")]
    #[cfg_attr(feature = "openapi", schema(value_type = document::PartialDate))]
    pub from: Day,
    /// Which account says so.
    pub from_account: AccountId,
    /// Not earlier than this day.
    #[serde(with = "crate::sketch::as_date")]
    #[cfg_attr(feature = "openapi", schema(value_type = document::PartialDate))]
    pub to: Day,
    /// Which account says so.
    pub to_account: AccountId,
}

/// Who of some people held an office, and when: by the first day on which they are told to hold it.
pub fn succession<'a>(people: &'a [Person], office: &str) -> Vec<(&'a Person, &'a Tenure)> {
    let held = |person: &'a Person| person.tenures.iter().find(|tenure| tenure.office == office);
    let mut holders: Vec<_> = people.iter().filter_map(|person| Some((person, held(person)?))).collect();
    holders.sort_by(|(a, x), (b, y)| (x.from, x.to, &a.id).cmp(&(y.from, y.to, &b.id)));
    holders
}

/// Whether two names may be one person's, and how.
pub(crate) fn kin(a: &NameFacts, b: &NameFacts, decisions: &Decisions) -> Option<Kinship> {
    match ruled(&a.key, &b.key, decisions) {
        Some(true) => return Some(Kinship::Same),
        Some(false) => return None,
        None => {}
    }
    if a.key.party != b.key.party {
        return None;
    }
    let kinship = kinship(&a.key.words, &b.key.words);
    let near = |office: &(Mention, Mention), other: &(Mention, Mention)| {
        !office.0.office.is_empty()
            && office.0.office == other.0.office
            && office.0.day - other.1.day <= NEAR
            && other.0.day - office.1.day <= NEAR
    };
    let office = a.held.iter().any(|office| b.held.iter().any(|other| near(office, other)));
    // Names that do not lead to each other are kin only by a ruling: else it would matter what has brought them together.
    let kin = || matches!(kinship, Kinship::Spelling | Kinship::Part) && office && lead(&a.key, &b.key);
    kin().then_some(kinship)
}

/// Whether one name is found where the other looks.
fn lead(a: &NameKey, b: &NameKey) -> bool {
    let kept = kept_under(b);
    sought_under(a).iter().any(|key| kept.contains(key))
}

/// What was decided of two names: of these two themselves, else of them without the years that tell bearers apart.
fn ruled(a: &NameKey, b: &NameKey, decisions: &Decisions) -> Option<bool> {
    if decisions.people.is_empty() {
        return None;
    }
    let timeless = |key: &NameKey| NameKey { year: None, ..key.clone() }.to_string();
    let (x, y) = ([a.to_string(), timeless(a)], [b.to_string(), timeless(b)]);
    let pairs = [(&x[0], &y[0]), (&x[0], &y[1]), (&x[1], &y[0]), (&x[1], &y[1])];
    pairs.into_iter().find_map(|(x, y)| {
        let mut names = [x.clone(), y.clone()];
        names.sort_unstable();
        decisions.people.get(&names).copied()
    })
}

/// The people whom some names mean. Every name that is kin to one of them must be among them.
///
/// Spellings of one name are one person. A part of a name belongs to whoever bears the whole, if all who do are one.
pub(crate) fn people(names: &[NameFacts], decisions: &Decisions) -> Vec<Person> {
    let mut order: Vec<&NameFacts> = names.iter().collect();
    order.sort_by(|a, b| (b.key.words.len(), &a.key).cmp(&(a.key.words.len(), &b.key)));
    let mut of: Vec<usize> = (0..order.len()).collect();
    let unite = |of: &mut Vec<usize>, a: usize, b: usize| {
        let (a, b) = (of[a].min(of[b]), of[a].max(of[b]));
        of.iter_mut().filter(|group| **group == b).for_each(|group| *group = a);
    };
    let mut wholes: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for at in 0..order.len() {
        for other in 0..at {
            match kin(order[at], order[other], decisions) {
                Some(Kinship::Part) => wholes.entry(at).or_default().push(other),
                Some(_) => unite(&mut of, at, other),
                None => {}
            }
        }
    }
    for at in 0..order.len() {
        let Some(wholes) = wholes.get(&at) else { continue };
        let bearers: FxHashSet<usize> = wholes.iter().map(|&whole| of[whole]).collect();
        if bearers.len() == 1 {
            unite(&mut of, at, wholes[0]);
        }
    }
    let mut groups: Vec<usize> = of.clone();
    groups.sort_unstable();
    groups.dedup();
    groups
        .into_iter()
        .map(|group| person(&(0..order.len()).filter(|&at| of[at] == group).map(|at| order[at]).collect::<Vec<_>>()))
        .collect()
}

/// The person of some names, the fullest first.
fn person(names: &[&NameFacts]) -> Person {
    let mut spellings: Vec<(String, u32)> = Vec::new();
    for (name, n) in names.iter().flat_map(|name| &name.spellings) {
        match spellings.iter_mut().find(|(known, _)| known == name) {
            Some((_, times)) => *times += n,
            None => spellings.push((name.clone(), *n)),
        }
    }
    spellings.sort_by(|(a, n), (b, m)| m.cmp(n).then(a.cmp(b)));
    let mut tenures: Vec<Tenure> = Vec::new();
    for (first, last) in names.iter().flat_map(|name| &name.held).filter(|(first, _)| !first.office.is_empty()) {
        match tenures.iter_mut().find(|tenure| tenure.office == first.office) {
            Some(tenure) => {
                if (first.day, first.account) < (tenure.from, tenure.from_account) {
                    (tenure.from, tenure.from_account) = (first.day, first.account);
                }
                if (last.day, last.account) > (tenure.to, tenure.to_account) {
                    (tenure.to, tenure.to_account) = (last.day, last.account);
                }
            }
            None => tenures.push(Tenure {
                office: first.office.clone(),
                from: first.day,
                from_account: first.account,
                to: last.day,
                to_account: last.account,
            }),
        }
    }
    let rank = |office: &str| OfficeKind::ALL.iter().position(|known| known.as_str() == office);
    tenures.sort_by_key(|tenure| (rank(&tenure.office), tenure.from));
    Person {
        id: names[0].key.to_string(),
        name: names[0].name().to_owned(),
        party: names[0].key.party.clone(),
        names: names.iter().map(|name| name.key.to_string()).collect(),
        spellings: spellings.into_iter().map(|(name, _)| name).collect(),
        tenures,
        first: names.iter().map(|name| name.first()).min().unwrap_or_default(),
        last: names.iter().map(|name| name.last()).max().unwrap_or_default(),
    }
}

/// The keys under which a name is kept, so that names which may be one person's are found.
pub(crate) fn kept_under(key: &NameKey) -> Vec<i64> {
    match &key.words[..] {
        [] => Vec::new(),
        [word] => vec![lone(key, word)],
        words => {
            let mut keys: Vec<i64> = words.iter().map(|word| whole(key, word)).collect();
            keys.extend(pairs(key));
            keys
        }
    }
}

/// The keys under which a name looks for others.
pub(crate) fn sought_under(key: &NameKey) -> Vec<i64> {
    match &key.words[..] {
        [] => Vec::new(),
        [word] => vec![whole(key, word)],
        words => {
            let mut keys: Vec<i64> = words.iter().map(|word| lone(key, word)).collect();
            keys.extend(pairs(key));
            keys
        }
    }
}

fn lone(key: &NameKey, word: &str) -> i64 {
    hash(&(&key.party, "lone", word)) as i64
}

fn whole(key: &NameKey, word: &str) -> i64 {
    hash(&(&key.party, "whole", word)) as i64
}

/// A word and the beginning of another, as it is written and as it sounds.
fn pairs(key: &NameKey) -> Vec<i64> {
    let mut keys = Vec::new();
    for (at, word) in key.words.iter().enumerate() {
        for (other_at, other) in key.words.iter().enumerate() {
            if at != other_at {
                keys.push(hash(&(&key.party, word, other.chars().next())) as i64);
                keys.push(hash(&(&key.party, word, "sound", sounds(other).chars().next())) as i64);
            }
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

#[cfg(test)]
mod tests {
    use crate::fixtures::{read, register};
    use crate::sketch::date;

    /// Everybody whom some documents name, with their tenures.
    fn people(documents: &[(&str, &[&str])]) -> String {
        let documents = documents.iter().enumerate();
        let read = documents.map(|(at, (published, lines))| read(&format!("d{at}"), "en", published, lines)).collect();
        let mut shown = String::new();
        for person in register(read).store().people(None).unwrap() {
            shown += &format!("{} ({})", person.id, person.spellings.join(", "));
            for tenure in person.tenures {
                shown += &format!("; {} {}..{}", tenure.office, date(tenure.from), date(tenure.to));
            }
            shown.push('\n');
        }
        shown
    }

    #[test]
    fn joins_spellings_orders_and_parts() {
        insta::assert_snapshot!(people(&[
            ("2025-07-10", &["meeting 2025-07-10 VN,JP Bui Thanh Son/VN/foreign-minister + Iwaya Takeshi/JP/foreign-minister"]),
            ("2025-07-11", &["meeting 2025-07-11 VN,TH Bùi Thanh Sơn/VN/foreign-minister + Sihasak Phuangketkeow/TH/foreign-minister"]),
            ("2025-08-01", &["call 2025-08-01 JP,TH Takeshi Iwaya/JP/foreign-minister + Sihasak/TH/foreign-minister"]),
            ("2025-08-02", &["call 2025-08-02 RU,TH Sergei Lavrov/RU/foreign-minister"]),
            ("2025-08-03", &["call 2025-08-03 RU,JP Sergej Lavrov/RU/foreign-minister"]),
        ]), @r"
        JP:iwaya-takeshi (Iwaya Takeshi, Takeshi Iwaya); foreign-minister 2025-07-10..2025-08-01
        RU:lavrov-sergei (Sergei Lavrov, Sergej Lavrov); foreign-minister 2025-08-02..2025-08-03
        TH:phuangketkeow-sihasak (Sihasak, Sihasak Phuangketkeow); foreign-minister 2025-07-11..2025-08-01
        VN:bui-son-thanh (Bui Thanh Son, Bùi Thanh Sơn); foreign-minister 2025-07-10..2025-07-11
        ");
    }

    #[test]
    fn keeps_two_people_apart() {
        insta::assert_snapshot!(people(&[
            // One name and office, in different years.
            ("1998-03-01", &["meeting 1998-03-01 NO,SE Jan Berg/NO/foreign-minister"]),
            ("2024-03-01", &["meeting 2024-03-01 NO,SE Jan Berg/NO/foreign-minister"]),
            // A part of two names.
            ("2024-03-02", &["meeting 2024-03-02 VN,SE Nguyen Manh Hung/VN/minister"]),
            ("2024-03-03", &["meeting 2024-03-03 VN,SE Nguyen Manh Cuong/VN/minister"]),
            ("2024-03-04", &["meeting 2024-03-04 VN,SE Nguyen Manh/VN/minister"]),
            // A part of a name with another office.
            ("2024-03-05", &["meeting 2024-03-05 SE,FI Berg/SE/ambassador"]),
            ("2024-03-06", &["meeting 2024-03-06 SE,FI Anna Berg/SE/foreign-minister"]),
        ]), @r"
        NO:berg-jan@1998 (Jan Berg); foreign-minister 1998-03-01..1998-03-01
        NO:berg-jan@2024 (Jan Berg); foreign-minister 2024-03-01..2024-03-01
        SE:anna-berg (Anna Berg); foreign-minister 2024-03-06..2024-03-06
        SE:berg (Berg); ambassador 2024-03-05..2024-03-05
        VN:manh-nguyen (Nguyen Manh); minister 2024-03-04..2024-03-04
        VN:cuong-manh-nguyen (Nguyen Manh Cuong); minister 2024-03-03..2024-03-03
        VN:hung-manh-nguyen (Nguyen Manh Hung); minister 2024-03-02..2024-03-02
        ");
    }
}
