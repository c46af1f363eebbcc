//! An engagement of the register: what all its accounts say together, and on what they differ.

use std::collections::BTreeMap;

use document::PartialDate;
use jiff::Timestamp;
use packs::{Kind, OfficeKind};
use serde::{Deserialize, Serialize};

use crate::clusters::Link;
use crate::deposit::Origin;
use crate::id::AccountId;
use crate::likeness::{Likeness, is_copy, is_translation};
use crate::names::{Kinship, kinship, words};
use crate::ruling::{Decisions, FieldValue};
use crate::sketch::{Day, Sketch, day};

/// What one document says of one engagement, with the document's circumstances.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    /// Its name.
    pub id: AccountId,
    /// The language of the document.
    pub language: Option<String>,
    /// When it was published: the first and last day that fit.
    pub published: Option<(PartialDate, PartialDate)>,
    /// Where the document came from.
    pub origin: Origin,
    /// Whether a ruling says that it is right.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confirmed: bool,
    /// What it says; claims that a ruling calls wrong are left out.
    pub engagement: reader::Engagement,
}

impl Account {
    /// The day on which things were so as it tells: that of the engagement, but never later than the publication; where the day is
    /// vague, the publication, if this lies in it.
    pub fn told_on(&self) -> Option<Day> {
        let published = self.published.map(|(_, last)| day(last.last_day()));
        let Some(start) = self.engagement.start else { return published };
        let (first, last) = (day(start.first_day()), day(start.last_day()));
        Some(published.filter(|published| *published <= last).unwrap_or(first))
    }

    /// Whether it tells of what was still to come when it was published.
    pub fn is_ahead(&self) -> bool {
        let published = self.published.map(|(_, last)| last.last_day());
        let start = self.engagement.start.map(|start| start.first_day());
        matches!((start, published), (Some(start), Some(published)) if start > published)
    }
}

/// An engagement: its accounts, and what they say together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Engagement {
    /// Its name: that of its first account by date of publication.
    pub id: AccountId,
    /// The kind.
    pub kind: String,
    /// First day, as precise as any account has it.
    pub start: Option<PartialDate>,
    /// Last day.
    pub end: Option<PartialDate>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
    /// English name.
    pub city: Option<String>,
    /// The occasion, in the words of an account.
    pub occasion: Option<String>,
    /// Codes of states and organisations.
    pub parties: Vec<String>,
    /// Who took part.
    pub people: Vec<Participant>,
    /// Whether all accounts tell of it in passing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub background: bool,
    /// Its accounts, grouped by source: the copies and translations of one text are a group.
    pub sources: Vec<Vec<AccountId>>,
    /// Fields on which independent accounts differ.
    pub disputes: Vec<Dispute>,
    /// Fields that a ruling has set, with its number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ruled: Vec<(String, u64)>,
    /// Pairs of accounts that were taken for one, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<AccountLink>,
}

/// Why two accounts are one engagement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccountLink {
    /// The two.
    pub accounts: (AccountId, AccountId),
    /// Whether a ruling says so.
    pub ruled: bool,
    /// How alike they are.
    #[serde(flatten)]
    pub likeness: Likeness,
}

/// Somebody who took part, as the accounts together name them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Participant {
    /// The fullest form of the name.
    pub name: String,
    /// For whom they act.
    pub party: Option<String>,
    /// Their offices.
    pub offices: Vec<String>,
    /// The accounts that name them.
    pub accounts: Vec<AccountId>,
}

/// A field on which accounts differ. Every value keeps its accounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Dispute {
    /// `date`, `kind`, `country` or `city`.
    pub field: String,
    /// What is said, the value that is shown first.
    pub values: Vec<Said>,
    /// The ruling that settles it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<u64>,
}

/// One value of a disputed field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Said {
    /// The value, as [`FieldValue`] prints it.
    pub value: String,
    /// The accounts that say so.
    pub accounts: Vec<AccountId>,
}

impl Engagement {
    /// All its accounts, in order of publication.
    pub fn accounts(&self) -> impl Iterator<Item = AccountId> {
        self.sources.iter().flatten().copied()
    }

    /// How many accounts it has beyond one a source.
    pub fn n_copies(&self) -> usize {
        self.accounts().count() - self.sources.len()
    }

    /// The disputes that no ruling has settled.
    pub fn open_disputes(&self) -> impl Iterator<Item = &Dispute> {
        self.disputes.iter().filter(|dispute| dispute.settled.is_none())
    }
}

/// The engagement of some accounts, one at least, each with its sketch. The order in which they are given does not matter.
pub fn compose(mut accounts: Vec<(&Account, &Sketch)>, links: &[Link], decisions: &Decisions) -> Engagement {
    accounts.sort_by_key(|(account, _)| {
        let published = account.published.map(|published| published.1.last_day());
        (published.is_none(), published, account.id)
    });
    let sources = sources(&accounts);
    let corrected = corrected(&accounts);
    let told = Told { accounts: &accounts, sources: &sources, corrected: &corrected };
    let mut disputes = Vec::new();
    let mut chosen = |field: &str, values: Vec<Said>| -> Option<String> {
        let first = values.first()?.value.clone();
        if values.len() > 1 {
            disputes.push(Dispute { field: field.to_owned(), values, settled: None });
        }
        Some(first)
    };
    let date = chosen("date", told.dates());
    let kind = chosen("kind", told.kinds()).expect("every account has a kind");
    let country = chosen("country", told.values(|account| account.country.clone()));
    let city = chosen("city", told.values(|account| account.city.clone()));
    let days = date.and_then(|date| match FieldValue::parse("date", &date) {
        Ok(FieldValue::Date(days)) => days,
        _ => None,
    });
    let mut engagement = Engagement {
        id: accounts[0].0.id,
        kind,
        start: days.map(|days| days.0),
        end: days.map(|days| days.1),
        country,
        city,
        occasion: told.values(|account| account.occasion.clone()).into_iter().next().map(|said| said.value),
        parties: told.parties(),
        people: told.people(),
        background: accounts.iter().all(|(account, _)| account.engagement.background),
        sources,
        disputes,
        ruled: Vec::new(),
        links: links
            .iter()
            .map(|link| AccountLink { accounts: (link.a, link.b), ruled: link.ruled, likeness: link.likeness.clone() })
            .collect(),
    };
    engagement.apply(decisions);
    engagement
}

impl Engagement {
    /// What rulings set, the latest of each field.
    fn apply(&mut self, decisions: &Decisions) {
        let mut set: Vec<(u64, FieldValue)> = self
            .accounts()
            .filter_map(|id| decisions.fields.get(&id))
            .flat_map(|fields| fields.values().cloned())
            .collect();
        set.sort_by_key(|(n, _)| *n);
        for (n, value) in set {
            let field = value.field();
            self.ruled.retain(|(ruled, _)| ruled != field);
            self.ruled.push((field.to_owned(), n));
            self.disputes
                .iter_mut()
                .filter(|dispute| dispute.field == field)
                .for_each(|dispute| dispute.settled = Some(n));
            match value {
                FieldValue::Kind(kind) => self.kind = kind,
                FieldValue::Date(days) => (self.start, self.end) = (days.map(|days| days.0), days.map(|days| days.1)),
                FieldValue::Country(country) => self.country = country,
                FieldValue::City(city) => self.city = city,
                FieldValue::Occasion(occasion) => self.occasion = occasion,
                FieldValue::Parties(parties) => self.parties = parties,
            }
        }
    }
}

/// Groups accounts that are one text: copies, and translations.
fn sources(accounts: &[(&Account, &Sketch)]) -> Vec<Vec<AccountId>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (at, (_, sketch)) in accounts.iter().enumerate() {
        let one = |other: &usize| {
            let other = accounts[*other].1;
            is_copy(sketch, other) || is_translation(sketch, other)
        };
        let (mut same, others): (Vec<_>, Vec<_>) = groups.into_iter().partition(|group| group.iter().any(one));
        groups = others;
        let mut group: Vec<usize> = same.drain(..).flatten().collect();
        group.push(at);
        group.sort_unstable();
        groups.push(group);
    }
    groups.sort_unstable();
    groups.into_iter().map(|group| group.into_iter().map(|at| accounts[at].0.id).collect()).collect()
}

/// The accounts in whose place their publisher has put a later text: of one address, all but what was fetched there last.
fn corrected(accounts: &[(&Account, &Sketch)]) -> Vec<AccountId> {
    let stood = |account: &Account| {
        let fetched = account.origin.retrieved.as_ref()?.parse::<Timestamp>().ok()?;
        Some((account.origin.address.clone()?, fetched))
    };
    let mut last: BTreeMap<String, Timestamp> = BTreeMap::new();
    for (address, fetched) in accounts.iter().filter_map(|(account, _)| stood(account)) {
        let known = last.entry(address).or_insert(fetched);
        *known = fetched.max(*known);
    }
    let earlier = |account: &Account| stood(account).is_some_and(|(address, fetched)| fetched < last[&address]);
    accounts.iter().filter(|(account, _)| earlier(account)).map(|(account, _)| account.id).collect()
}

/// What accounts say, field by field.
struct Told<'a> {
    accounts: &'a [(&'a Account, &'a Sketch)],
    sources: &'a [Vec<AccountId>],
    /// Those that their publisher has corrected.
    corrected: &'a [AccountId],
}

/// How a date was found, the surest first; see `date_basis` of a reading.
const BASES: [&str; 6] = ["sentence", "session", "same-day", "opening", "frame", "page"];

impl Told<'_> {
    /// How many sources stand behind a value; whoever has corrected it no longer does.
    fn n_sources(&self, said: &Said) -> usize {
        let stands = |id: &AccountId| said.accounts.contains(id) && !self.corrected.contains(id);
        self.sources.iter().filter(|source| source.iter().any(stands)).count()
    }

    /// What accounts say in a field, the value of most sources first, then that of the earliest account.
    fn values(&self, of: impl Fn(&reader::Engagement) -> Option<String>) -> Vec<Said> {
        let mut values: Vec<Said> = Vec::new();
        for (account, _) in self.accounts {
            let Some(value) = of(&account.engagement) else { continue };
            match values.iter_mut().find(|said| said.value == value) {
                Some(said) => said.accounts.push(account.id),
                None => values.push(Said { value, accounts: vec![account.id] }),
            }
        }
        values.sort_by_key(|said| std::cmp::Reverse(self.n_sources(said)));
        values
    }

    fn kinds(&self) -> Vec<Said> {
        let mut kinds = self.values(|account| Some(account.kind.clone()));
        let rank = |said: &Said| Kind::ALL.iter().position(|kind| kind.as_str() == said.value);
        kinds.sort_by_key(|said| (std::cmp::Reverse(self.n_sources(said)), rank(said)));
        kinds
    }

    /// Dates, without those that say no more than another, and those only taken from the page where another is told.
    fn dates(&self) -> Vec<Said> {
        let basis = |account: &reader::Engagement| {
            BASES.iter().position(|basis| account.date_basis.as_deref() == Some(basis)).unwrap_or(BASES.len())
        };
        let best = self.accounts.iter().map(|(account, _)| basis(&account.engagement)).min().unwrap_or_default();
        let guessed = |account: &reader::Engagement| basis(account) + 1 >= BASES.len() && best + 1 < BASES.len();
        let mut values = self.values(|account| {
            let (start, end) = (account.start?, account.end?);
            (!guessed(account)).then(|| FieldValue::Date(Some((start, end))).to_string())
        });
        let span = |said: &Said| match FieldValue::parse("date", &said.value) {
            Ok(FieldValue::Date(Some((start, end)))) => (start.first_day(), end.last_day()),
            _ => unreachable!("printed as a date"),
        };
        let spans: Vec<_> = values.iter().filter(|said| self.n_sources(said) > 0).map(span).collect();
        let narrower =
            |span: &(_, _)| spans.iter().any(|other| other != span && span.0 <= other.0 && other.1 <= span.1);
        values.retain(|said| !narrower(&span(said)));
        let surest = |said: &Said| {
            let of = self.accounts.iter().filter(|(account, _)| said.accounts.contains(&account.id));
            of.map(|(account, _)| basis(&account.engagement)).min()
        };
        values.sort_by_key(|said| (std::cmp::Reverse(self.n_sources(said)), surest(said)));
        values
    }

    /// Parties that most say: all of two accounts, of more those that two of them name.
    fn parties(&self) -> Vec<String> {
        let mut said: Vec<(String, usize)> = Vec::new();
        let standing = self.accounts.iter().filter(|(account, _)| !self.corrected.contains(&account.id));
        for party in standing.clone().flat_map(|(account, _)| &account.engagement.parties) {
            match said.iter_mut().find(|(known, _)| known == party) {
                Some((_, times)) => *times += 1,
                None => said.push((party.clone(), 1)),
            }
        }
        let least = if standing.count() > 2 { 2 } else { 1 };
        if said.iter().any(|(_, times)| *times >= least) {
            said.retain(|(_, times)| *times >= least);
        }
        said.into_iter().map(|(party, _)| party).collect()
    }

    fn people(&self) -> Vec<Participant> {
        let mut people: Vec<Participant> = Vec::new();
        for (account, _) in self.accounts {
            for person in &account.engagement.people {
                let named = words(&person.name);
                let same = people.iter_mut().find(|known| {
                    (known.party == person.party || known.party.is_none() || person.party.is_none())
                        && !known.accounts.contains(&account.id)
                        && kinship(&words(&known.name), &named) != Kinship::Other
                });
                match same {
                    Some(known) => known.join(account.id, person),
                    None => people.push(Participant {
                        name: person.name.clone(),
                        party: person.party.clone(),
                        offices: person.offices.clone(),
                        accounts: vec![account.id],
                    }),
                }
            }
        }
        people
    }
}

impl Participant {
    fn join(&mut self, account: AccountId, person: &reader::Person) {
        let full = |name: &str| (words(name).len(), name.chars().filter(|c| !c.is_ascii()).count());
        if full(&person.name) > full(&self.name) {
            self.name.clone_from(&person.name);
        }
        if self.party.is_none() {
            self.party.clone_from(&person.party);
        }
        self.offices
            .extend(person.offices.iter().filter(|office| !self.offices.contains(office)).cloned().collect::<Vec<_>>());
        self.offices.sort_by_key(|office| OfficeKind::ALL.iter().position(|known| known.as_str() == office));
        self.accounts.push(account);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{read, register};

    const TALKS: &str = "Bui Thanh Son/VN/foreign-minister + Iwaya Takeshi/JP/foreign-minister";

    /// The one engagement of some accounts, in short.
    fn composed(accounts: &[(&str, &str)]) -> String {
        let read = accounts.iter().enumerate().map(|(at, (published, line))| {
            read(&format!("d{at}"), ["en", "sv", "vi"][at % 3], published, &[&format!("{line} {TALKS}")])
        });
        let register = register(read.collect());
        let rows = register.store().rows(None, 10).unwrap();
        assert_eq!(rows.len(), 1, "{rows:?}");
        let (engagement, told) = register.engagement(rows[0].id).unwrap();
        let date = FieldValue::Date(engagement.start.zip(engagement.end));
        let mut shown = format!("{} {date} {}", engagement.kind, engagement.parties.join(","));
        for dispute in &engagement.disputes {
            let name = |id: &AccountId| {
                told.iter().find(|account| account.id == *id).map_or("", |account| &account.origin.name)
            };
            let said = |said: &Said| {
                format!("{} by {}", said.value, said.accounts.iter().map(name).collect::<Vec<_>>().join(" "))
            };
            shown +=
                &format!("; {}: {}", dispute.field, dispute.values.iter().map(said).collect::<Vec<_>>().join(", "));
        }
        shown
    }

    #[test]
    fn tells_of_what_was_and_of_what_is_to_come() {
        let check = |published: &str, when: &str| {
            let register = register(vec![read("d", "en", published, &[&format!("meeting {when} VN,JP {TALKS}")])]);
            let rows = register.store().rows(None, 1).unwrap();
            let account = register.account(rows[0].id).unwrap();
            let ahead = if account.is_ahead() { " ahead" } else { "" };
            format!("{}{ahead}", crate::sketch::date(account.told_on().unwrap()))
        };
        assert_eq!(check("2025-07-12", "2025-07-10"), "2025-07-10");
        assert_eq!(check("2025-07-12", "2025-03"), "2025-03-01");
        assert_eq!(check("2025-07-12", "2025"), "2025-07-12", "a vague day is as late as the publication");
        assert_eq!(check("2025-07-12", "2026-03"), "2025-07-12 ahead", "nobody holds an office yet in what is planned");
    }

    #[test]
    fn says_what_its_accounts_say_and_where_they_differ() {
        let check = |accounts: &[(&str, &str)]| composed(accounts);
        let tenth = ("2025-07-10", "meeting 2025-07-10 VN,JP");
        let eleventh = ("2025-07-12", "meeting 2025-07-11 VN,JP");
        insta::assert_snapshot!(check(&[tenth, eleventh]), @"meeting 2025-07-10 VN,JP; date: 2025-07-10 by d0, 2025-07-11 by d1");
        insta::assert_snapshot!(check(&[tenth, eleventh, ("2025-07-13", "meeting 2025-07-11 JP,VN")]), @"meeting 2025-07-11 VN,JP; date: 2025-07-11 by d1 d2, 2025-07-10 by d0");
        insta::assert_snapshot!(check(&[("2025-07-12", "meeting 2025-07-08..2025-07-11 VN,JP"), tenth]), @"meeting 2025-07-10 VN,JP");
        insta::assert_snapshot!(check(&[tenth, ("2025-07-11", "meeting 2025-07-11? VN,JP")]), @"meeting 2025-07-10 VN,JP");
        insta::assert_snapshot!(check(&[tenth, ("2025-07-11", "consultation 2025-07-10 VN,JP")]), @"meeting 2025-07-10 VN,JP; kind: meeting by d0, consultation by d1");
        insta::assert_snapshot!(check(&[tenth, ("2025-07-11", "meeting 2025-07-10 VN,JP,ASEAN")]), @"meeting 2025-07-10 VN,JP,ASEAN");
        insta::assert_snapshot!(check(&[tenth, tenth, ("2025-07-11", "meeting 2025-07-10 VN,JP,ASEAN")]), @"meeting 2025-07-10 VN,JP");
    }

    #[test]
    fn what_its_publisher_has_corrected_stands_last() {
        let article = |name: &str, line: &str, fetched: &str| {
            let mut article = read(name, "en", "2025-07-10", &[&format!("{line} {TALKS}")]);
            let origin = &mut article.deposit.origins[0];
            (origin.address, origin.retrieved) =
                (Some("https://mfa.example/news/1".to_owned()), Some(fetched.to_owned()));
            article
        };
        let first = article("first", "meeting 2025-07-10 VN,JP,ASEAN", "2025-07-10T12:00:00Z");
        let later = article("later", "meeting 2025-07-11 VN,JP", "2025-07-11T01:00:00+09:00");
        for articles in [vec![first.clone(), later.clone()], vec![later, first]] {
            let register = register(articles);
            let rows = register.store().rows(None, 10).unwrap();
            assert_eq!(rows.len(), 1, "{rows:?}");
            let (engagement, _) = register.engagement(rows[0].id).unwrap();
            let values: Vec<&str> = engagement.disputes[0].values.iter().map(|said| said.value.as_str()).collect();
            assert_eq!(values, ["2025-07-11", "2025-07-10"]);
            assert_eq!(engagement.parties, ["VN", "JP"]);
        }
    }
}
