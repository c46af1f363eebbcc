//! What is compared of an account when two are held side by side.

use std::hash::Hasher as _;

use document::PartialDate;
use jiff::ToSpan as _;
use jiff::civil::Date;
use packs::{Topic, Topics};
use reader::{Claim, Engagement, Reading};
use rustc_hash::{FxHashSet, FxHasher};
use serde::{Deserialize, Serialize};

use crate::id::{AccountId, DocumentId};
use crate::names::{folded, sounds, words};

/// Days since 1970.
pub type Day = i32;

/// What is compared of an account. Kept beside it, so that a comparison opens no document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sketch {
    /// Whose it is.
    #[serde(rename = "i")]
    pub id: AccountId,
    /// The language of the document.
    #[serde(rename = "l")]
    pub language: String,
    /// The kind of engagement.
    #[serde(rename = "k")]
    pub kind: String,
    /// First and last day, and how they are known.
    #[serde(rename = "d")]
    pub when: When,
    /// The last day on which the document may have been published.
    #[serde(rename = "e")]
    pub published: Option<Day>,
    /// The parties, in the order of their codes.
    #[serde(rename = "p")]
    pub parties: Vec<String>,
    /// The people.
    #[serde(rename = "q")]
    pub people: Vec<SketchPerson>,
    /// Where it took place.
    #[serde(rename = "c")]
    pub country: Option<String>,
    /// The city.
    #[serde(rename = "y")]
    pub city: Option<String>,
    /// The forum and the number of its session, where they are known.
    #[serde(rename = "s")]
    pub session: (Option<String>, Option<u16>),
    /// The words of its quotes, as hashes: the engagement's own and those of its claims.
    #[serde(rename = "w")]
    pub quotes: Vec<u32>,
    /// Whether the words that tell of it say the day themselves.
    #[serde(rename = "x")]
    pub dated: bool,
    /// The topics of all its claims, a bit each, in the order of the vocabulary.
    #[serde(rename = "o")]
    pub topics: u64,
    /// Type and first topics of each claim, as hashes, in the order of the text.
    #[serde(rename = "t")]
    pub claims: Vec<u32>,
    /// Whether it is told in passing.
    #[serde(rename = "b")]
    pub background: bool,
}

/// When an account says that it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    /// From a day to a day, as the document says.
    #[serde(rename = "t")]
    Told(Day, Day),
    /// It says nothing; it was published between these days.
    #[serde(rename = "p")]
    Published(Day, Day),
    /// Nothing is known.
    #[serde(rename = "n")]
    Unknown,
}

/// A person of an account, as compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SketchPerson {
    /// The words of the name, see [`words`].
    #[serde(rename = "n")]
    pub words: Vec<String>,
    /// For whom they act.
    #[serde(rename = "p")]
    pub party: Option<String>,
    /// Their offices.
    #[serde(rename = "o")]
    pub offices: Vec<String>,
}

/// How long before its publication a document tells of what it does not date, in days.
const NEWS: Day = 7;

/// Days since 1970 of a calendar day.
pub fn day(date: Date) -> Day {
    (date.duration_since(Date::constant(1970, 1, 1)).as_hours() / 24) as Day
}

/// The calendar day so many days after the beginning of 1970.
pub fn date(day: Day) -> Date {
    Date::constant(1970, 1, 1).saturating_add(day.days())
}

/// Days in entries that others read: written as dates, `2025-07-10`.
pub(crate) mod as_date {
    use jiff::civil::Date;
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};

    use super::{Day, date, day};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands fields over so")]
    pub(crate) fn serialize<S: Serializer>(of: &Day, to: S) -> Result<S::Ok, S::Error> {
        date(*of).to_string().serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Day, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(from)?;
        text.parse::<Date>().map(day).map_err(serde::de::Error::custom)
    }
}

/// The sketches of all accounts of a reading.
pub(crate) fn sketches(document: DocumentId, reading: &Reading) -> Vec<Sketch> {
    let published =
        reading.published.as_ref().map(|published| (day(published.start.first_day()), day(published.end.last_day())));
    let language = reading.language.as_deref().unwrap_or_default();
    (1..)
        .zip(&reading.engagements)
        .map(|(index, engagement)| {
            let id = AccountId { document, index };
            sketch(id, language, published, engagement)
        })
        .collect()
}

fn sketch(id: AccountId, language: &str, published: Option<(Day, Day)>, engagement: &Engagement) -> Sketch {
    let mut parties = engagement.parties.clone();
    parties.sort_unstable();
    Sketch {
        id,
        language: language.to_owned(),
        kind: engagement.kind.clone(),
        published: published.map(|published| published.1),
        when: when(engagement.start, engagement.end, published),
        parties,
        people: engagement
            .people
            .iter()
            .map(|person| SketchPerson {
                words: words(&person.name),
                party: person.party.clone(),
                offices: person.offices.clone(),
            })
            .collect(),
        country: engagement.country.clone(),
        city: engagement.city.clone(),
        session: session(engagement),
        dated: matches!(engagement.date_basis.as_deref(), Some("sentence" | "session")),
        topics: topics(engagement),
        quotes: quotes(engagement),
        claims: engagement.claims.iter().map(matter).collect(),
        background: engagement.background,
    }
}

/// The forum and session that the engagement is, else that it took place at.
fn session(engagement: &Engagement) -> (Option<String>, Option<u16>) {
    if engagement.series.is_some() || engagement.session.is_some() {
        (engagement.series.clone(), engagement.session)
    } else {
        (engagement.occasion_series.clone(), engagement.occasion_session)
    }
}

fn when(start: Option<PartialDate>, end: Option<PartialDate>, published: Option<(Day, Day)>) -> When {
    match (start.or(end), end.or(start), published) {
        (Some(start), Some(end), _) => {
            When::Told(day(start.first_day()), day(end.last_day()).max(day(start.first_day())))
        }
        (_, _, Some((first, last))) => When::Published(first - NEWS, last.max(first)),
        _ => When::Unknown,
    }
}

/// Hashes of the quotes' words, without what print changes: case, marks, spaces, punctuation.
fn quotes(engagement: &Engagement) -> Vec<u32> {
    let quotes = std::iter::once(&engagement.evidence).chain(engagement.claims.iter().map(|claim| &claim.evidence));
    let mut hashes: Vec<u32> = quotes
        .map(|quote| {
            let letters: String = folded(quote).chars().filter(|c| c.is_alphanumeric()).collect();
            hash(&letters) as u32
        })
        .collect();
    let mut seen = FxHashSet::default();
    hashes.retain(|&hash| seen.insert(hash));
    hashes
}

/// The topics of all claims.
fn topics(engagement: &Engagement) -> u64 {
    let topics = engagement.claims.iter().flat_map(|claim| &claim.topics).filter_map(|topic| Topic::parse(topic));
    topics.fold(Topics::default(), Topics::with).0
}

/// What a claim is about, alike in every language: who does what in the upper half, the first topic in the lower.
fn matter(claim: &Claim) -> u32 {
    let mut actors = claim.actors.clone();
    actors.sort_unstable();
    let half = |hash: u64| (hash >> 48) as u32;
    half(hash(&(&claim.kind, actors))) << 16 | half(hash(&claim.topics.first()))
}

/// Of what [`Sketch::claims`] holds of a claim, who does what.
pub(crate) fn act(claim: u32) -> u32 {
    claim >> 16
}

/// The same on every machine.
pub(crate) fn hash(of: &impl std::hash::Hash) -> u64 {
    let mut hasher = FxHasher::default();
    of.hash(&mut hasher);
    hasher.finish()
}

/// Days of a bucket: accounts of neighbouring days mostly meet in one.
const BUCKET: Day = 4;
/// An account that may be of more days than this is compared with none that its words do not name.
const LONGEST: Day = 62;
/// With more parties than this, pairs of them say little.
const MANY_PARTIES: usize = 4;
/// So many people of an account lead to others.
const LEADING: usize = 4;
/// So many words of each name.
const WORDS: usize = 2;
/// Within so many days a date that an account takes from elsewhere may be wrong; accounts further apart are never one.
pub(crate) const FEW: Day = 3;

impl When {
    /// First and last day that it may have been.
    pub fn days(self) -> Option<(Day, Day)> {
        match self {
            Self::Told(first, last) | Self::Published(first, last) => Some((first, last)),
            Self::Unknown => None,
        }
    }
}

impl Sketch {
    /// The keys under which it is found by another that [seeks](Self::sought) it.
    ///
    /// A key is a stretch of days and a pair of parties, a person or a session. Keys of near days are near numbers.
    pub fn keys(&self) -> Vec<i64> {
        self.keys_around(0)
    }

    /// The keys under which it finds others: of two accounts that may be of one engagement each finds the other.
    pub(crate) fn sought(&self) -> Vec<i64> {
        self.keys_around(FEW)
    }

    fn keys_around(&self, margin: Day) -> Vec<i64> {
        let Some((first, last)) = self.when.days().filter(|(first, last)| last - first <= LONGEST) else {
            return Vec::new();
        };
        let buckets = (first - margin).div_euclid(BUCKET)..=(last + margin).div_euclid(BUCKET);
        let anchors = self.anchors();
        let mut keys: Vec<i64> =
            buckets.flat_map(|bucket| anchors.iter().map(move |anchor| i64::from(bucket) << 36 | anchor)).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    fn anchors(&self) -> Vec<i64> {
        let mut anchors = Vec::new();
        let mut add = |anchor: u64| anchors.push((anchor >> 28) as i64);
        if (2..=MANY_PARTIES).contains(&self.parties.len()) {
            for (at, a) in self.parties.iter().enumerate() {
                self.parties[at + 1..].iter().for_each(|b| add(hash(&(a, b))));
            }
        }
        for person in self.people.iter().take(LEADING) {
            // Long words are the least common. As they sound, for spellings differ; and without the party, which may be misread.
            let mut words: Vec<&String> = person.words.iter().collect();
            words.sort_by_key(|word| std::cmp::Reverse(word.len()));
            let heard = words.into_iter().map(|word| sounds(word)).filter(|sounds| sounds.len() > 1);
            heard.take(WORDS).for_each(|sounds| add(hash(&sounds.chars().take(3).collect::<String>())));
        }
        if let (Some(series), number) = &self.session {
            add(hash(&(series, number)));
        }
        if self.people.is_empty() && !(2..=MANY_PARTIES).contains(&self.parties.len()) {
            add(hash(&(&self.kind, &self.parties)));
        }
        anchors
    }
}
