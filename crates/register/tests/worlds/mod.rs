//! Small worlds, made at random: documents in which a few people of a few parties meet on a few days, told by several,
//! copied, dated vaguely, spelt otherwise.

use std::collections::BTreeMap;

use document::PartialDate;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use reader::{Claim, Engagement, Person, Published, Reading, Span};
use register::{Deposit, DocumentId, Origin, Read, Reader};

/// A document of a world: what it says, and the places from which it comes.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    language: &'static str,
    published: Option<(i64, i64)>,
    accounts: Vec<Account>,
    /// Each origin: a name, and the day of publication where it tells one.
    origins: Vec<(u8, Option<i64>)>,
    salt: u16,
}

#[derive(Clone, Debug)]
struct Account {
    kind: &'static str,
    days: Days,
    parties: Vec<&'static str>,
    people: Vec<(&'static str, Option<&'static str>, Vec<&'static str>)>,
    place: (Option<&'static str>, Option<&'static str>),
    session: Option<u16>,
    background: bool,
    quote: u8,
    claims: Vec<Said>,
}

#[derive(Clone, Debug)]
enum Days {
    None,
    One(i64),
    Range(i64, i64),
    Month(i64),
    Year(i64),
}

#[derive(Clone, Debug)]
struct Said {
    kind: &'static str,
    actors: Vec<&'static str>,
    addressees: Vec<&'static str>,
    about: About,
    due: Option<i64>,
    quote: u8,
}

#[derive(Clone, Debug)]
enum About {
    Topic(&'static str),
    Instrument,
    Candidacy,
    Target(u8),
    Session(u16),
    Invitation(&'static str),
}

const PARTIES: [&str; 4] = ["JP", "NO", "TH", "VN"];
/// Names and the parties for which they act, some of them spellings or parts of each other.
const PEOPLE: [(&str, Option<&str>); 18] = [
    ("Bùi Thanh Sơn", Some("VN")),
    ("Bui Thanh Son", Some("VN")),
    ("Son", Some("VN")),
    ("Le Thanh Son", Some("VN")),
    ("Takeshi Iwaya", Some("JP")),
    ("Iwaya Takeshi", None),
    ("Takesi Iwaya", Some("JP")),
    ("Iwaya", Some("JP")),
    ("Iwaja", Some("JP")),
    ("Sihasak Phuangketkeow", Some("TH")),
    ("Sihasac Phuangketkeov", Some("TH")),
    ("Sihasak", Some("TH")),
    ("J. Berg", Some("NO")),
    ("Jan Berg", Some("NO")),
    ("Yermek Sergazin", Some("NO")),
    ("Jermek Sergazin", Some("NO")),
    ("S. V. Malyshev", Some("NO")),
    ("Sergey Malyshev", Some("NO")),
];

/// Days are near to each other, but for some that are years later.
fn day() -> impl Strategy<Value = i64> + Clone {
    prop_oneof![6 => 0..6_i64, 2 => 20..24_i64, 1 => 1100..1104_i64, 1 => 3300..3304_i64]
}

fn days() -> impl Strategy<Value = Days> {
    prop_oneof![
        2 => Just(Days::None),
        6 => day().prop_map(Days::One),
        2 => (day(), 0..5_i64).prop_map(|(day, long)| Days::Range(day, day + long)),
        1 => day().prop_map(Days::Month),
        1 => day().prop_map(Days::Year),
    ]
}

fn parties(least: usize, most: usize) -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(PARTIES.to_vec(), least..=most)
}

fn said() -> impl Strategy<Value = Said> {
    let kinds =
        ["agreement", "request", "pledge", "support", "target", "invitation", "next-step", "position", "courtesy"];
    let about = prop_oneof![
        2 => select(vec!["energy", "trade"]).prop_map(About::Topic),
        2 => Just(About::Instrument),
        1 => Just(About::Candidacy),
        2 => (1..4_u8).prop_map(About::Target),
        1 => (20..22_u16).prop_map(About::Session),
        1 => select(PARTIES.to_vec()).prop_map(About::Invitation),
    ];
    (select(kinds.to_vec()), parties(1, 2), parties(0, 1), about, proptest::option::of(day()), 0..6_u8)
        .prop_map(|(kind, actors, addressees, about, due, quote)| Said { kind, actors, addressees, about, due, quote })
}

fn person() -> impl Strategy<Value = (&'static str, Option<&'static str>, Vec<&'static str>)> {
    (select(PEOPLE.to_vec()), subsequence(vec!["foreign-minister", "minister"], 0..=2))
        .prop_map(|((name, party), offices)| (name, party, offices))
}

fn account() -> impl Strategy<Value = Account> {
    let kinds = ["meeting", "meeting", "meeting", "call", "consultation", "visit", "statement", "signing"];
    let place = select(vec![(None, None), (Some("NO"), Some("Oslo")), (Some("NO"), None), (Some("VN"), Some("Hanoi"))]);
    (
        (select(kinds.to_vec()), days(), parties(0, 3), proptest::collection::vec(person(), 0..4)),
        (place, proptest::option::weighted(0.2, 20..22_u16), proptest::bool::weighted(0.1), 0..8_u8),
        proptest::collection::vec(said(), 0..4),
    )
        .prop_map(|((kind, days, parties, mut people), (place, session, background, quote), claims)| {
            let mut named = std::collections::BTreeSet::new();
            people.retain(|(name, ..)| named.insert(*name));
            Account { kind, days, parties, people, place, session, background, quote, claims }
        })
}

fn document() -> impl Strategy<Value = Document> {
    (
        select(vec!["en", "sv", "vi"]),
        proptest::option::weighted(0.8, (day(), 0..3_i64)),
        proptest::collection::vec(account(), 0..5),
        proptest::collection::vec((0..3_u8, proptest::option::weighted(0.3, day())), 1..3),
        any::<u16>(),
    )
        .prop_map(|(language, published, accounts, origins, salt)| Document {
            language,
            published: published.map(|(day, long)| (day, day + long)),
            accounts,
            origins,
            salt,
        })
}

/// Some documents, among them copies of each other.
pub(crate) fn documents() -> impl Strategy<Value = Vec<Document>> {
    (proptest::collection::vec(document(), 2..9), proptest::collection::vec((any::<u16>(), any::<u16>()), 0..3))
        .prop_map(|(mut documents, copies)| {
            for (of, salt) in copies {
                let copy = documents[usize::from(of) % documents.len()].clone();
                documents.push(Document { salt, ..copy });
            }
            documents
        })
}

fn date(day: i64) -> PartialDate {
    PartialDate::day(2015, 3, 28).expect("a day of the calendar").plus_days(day).expect("it has a day")
}

fn owned(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|&code| code.to_owned()).collect()
}

/// A text that grows, and where its sentences stand.
#[derive(Default)]
struct Text(String);

impl Text {
    fn say(&mut self, sentence: String) -> (String, Span) {
        let from = self.0.len() as u32;
        self.0 += &sentence;
        let span = [from, self.0.len() as u32];
        self.0.push('\n');
        (sentence, span)
    }
}

impl Document {
    /// Its bytes as they come from each of its origins, and how they read.
    pub(crate) fn deposits(&self) -> (Vec<Deposit>, Reading) {
        let mut text = Text(format!("Document {} in {}.\n", self.salt, self.language));
        let engagements =
            (1..).zip(&self.accounts).map(|(index, account)| account.engagement(index, &mut text)).collect();
        let published = |(start, end)| Published { start: date(start), end: date(end), basis: "text".to_owned() };
        let reading = Reading {
            document: String::new(),
            language: Some(self.language.to_owned()),
            published: self.published.map(published),
            engagements,
            notes: Vec::new(),
        };
        let deposit = |&(name, day): &(u8, Option<i64>)| Deposit {
            bytes: text.0.clone().into_bytes(),
            original: None,
            origins: vec![Origin { name: format!("{name}.txt"), published: day.map(date), ..Origin::default() }],
            added_ms: 1000,
        };
        (self.origins.iter().map(deposit).collect(), reading)
    }
}

impl Account {
    fn engagement(&self, index: usize, text: &mut Text) -> Engagement {
        let (evidence, span) = text.say(format!("They met, as sentence {} says.", self.quote));
        let (start, end) = match self.days {
            Days::None => (None, None),
            Days::One(day) => (Some(date(day)), Some(date(day))),
            Days::Range(from, to) => (Some(date(from)), Some(date(to))),
            Days::Month(day) => (PartialDate::month(date(day).years(), 3), PartialDate::month(date(day).years(), 3)),
            Days::Year(day) => (PartialDate::year(date(day).years()), PartialDate::year(date(day).years())),
        };
        let person = |(name, party, offices): &(&str, Option<&str>, Vec<&str>)| Person {
            name: (*name).to_owned(),
            party: party.map(str::to_owned),
            offices: owned(offices),
            span,
        };
        Engagement {
            id: format!("e{index}"),
            kind: self.kind.to_owned(),
            start,
            end,
            date_basis: start.map(|_| ["sentence", "page", "opening"][usize::from(self.quote) % 3].to_owned()),
            country: self.place.0.map(str::to_owned),
            city: self.place.1.map(str::to_owned),
            occasion: None,
            series: None,
            session: self.session,
            occasion_series: None,
            occasion_session: None,
            level: None,
            parties: owned(&self.parties),
            people: self.people.iter().map(person).collect(),
            background: self.background,
            evidence,
            span,
            rule: "en/triggers.tsv:1".to_owned(),
            certainty: 0.9,
            claims: self.claims.iter().map(|said| said.claim(text)).collect(),
        }
    }
}

impl Said {
    fn claim(&self, text: &mut Text) -> Claim {
        let (evidence, span) = text.say(format!("They said what sentence {} says.", self.quote));
        let mut claim = Claim {
            kind: self.kind.to_owned(),
            actors: owned(&self.actors),
            addressees: owned(&self.addressees),
            topics: Vec::new(),
            instruments: Vec::new(),
            level: None,
            level_date: None,
            level_parties: Vec::new(),
            bodies: Vec::new(),
            session: None,
            years: None,
            candidacy: None,
            amount: None,
            unit: None,
            by: None,
            what: None,
            date: self.due.map(date),
            invited: Vec::new(),
            strength: 3,
            evidence,
            span,
            rule: "en/claims.tsv:1".to_owned(),
            certainty: 0.9,
        };
        match self.about {
            About::Topic(topic) => claim.topics.push(topic.to_owned()),
            About::Instrument => claim.instruments.push("EVIPA".to_owned()),
            About::Candidacy => {
                claim.bodies.push("ITLOS".to_owned());
                claim.years = Some([2026, 2035]);
            }
            About::Target(times) => {
                claim.amount = Some(f64::from(times) * 1e9);
                claim.unit = Some("USD".to_owned());
            }
            About::Session(number) => claim.session = Some(number),
            About::Invitation(guest) => claim.invited.push(guest.to_owned()),
        }
        claim
    }
}

/// Reads the documents of a world; what an origin tells of the day of publication counts, as it does in a real reading.
#[derive(Default)]
pub(crate) struct WorldReader(pub(crate) BTreeMap<DocumentId, Reading>);

impl WorldReader {
    fn reading(&self, deposit: &Deposit) -> Reading {
        let origin = deposit.origin();
        let mut reading = self.0[&deposit.id()].clone();
        reading.document = origin.name;
        if let Some(given) = origin.published {
            reading.published = Some(Published { start: given, end: given, basis: "given".to_owned() });
        }
        reading
    }
}

impl Reader for WorldReader {
    fn packs(&self) -> &str {
        "the packs of the test"
    }

    fn read(&self, deposits: &[Deposit]) -> Vec<Reading> {
        deposits.iter().map(|deposit| self.reading(deposit)).collect()
    }
}

/// All deposits of some documents, and who reads them.
pub(crate) fn world(documents: &[Document]) -> (Vec<Read>, WorldReader) {
    let mut reader = WorldReader::default();
    let mut reads = Vec::new();
    for (deposits, reading) in documents.iter().map(Document::deposits) {
        for deposit in deposits {
            reader.0.insert(deposit.id(), reading.clone());
            reads.push(Read { deposit, reading: None });
        }
    }
    (reads, reader)
}
