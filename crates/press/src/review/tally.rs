//! What is counted of the engagements of a period.

use std::collections::BTreeMap;

use jiff::civil::Date;
use packs::{Kind, OfficeKind, Packs, Society, Topic, Topics};
use register::{AccountId, DocumentId, Register, Row, Sketch, day};
use rustc_hash::FxHashSet;

use crate::chosen::Chosen;
use crate::error::PressError;
use crate::period::{Period, each_row};

/// A month of a year.
pub(super) type Month = (i16, i8);

/// Where a visit leads, seen from a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Direction {
    Out,
    In,
    Other,
}

/// Through whom one deals with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Channel {
    Party,
    Government,
    Parliament,
    People,
    Business,
    Other,
}

/// Counts of a period.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) engagements: usize,
    /// Told in passing.
    pub(super) left_out: usize,
    pub(super) accounts: usize,
    pub(super) disputed: usize,
    pub(super) documents: FxHashSet<DocumentId>,
    /// Days of the period on which something was published.
    pub(super) published: FxHashSet<i32>,
    /// By the place of the kind.
    pub(super) kinds: BTreeMap<usize, usize>,
    pub(super) months: BTreeMap<Month, BTreeMap<usize, usize>>,
    pub(super) ranks: BTreeMap<usize, usize>,
    pub(super) directions: BTreeMap<Direction, usize>,
    pub(super) channels: BTreeMap<Channel, usize>,
    pub(super) partners: BTreeMap<String, BTreeMap<Month, usize>>,
    pub(super) pairs: BTreeMap<(String, String), usize>,
    pub(super) topics: BTreeMap<usize, BTreeMap<Month, usize>>,
    /// The first engagement with each partner that is new.
    pub(super) firsts: Vec<AccountId>,
}

/// More parties than these are no pairs.
const PARTIES: usize = 4;
/// Firsts are told where the register knew so much before the period, as a share of what is in it.
const KNOWN_BEFORE: f64 = 0.5;

impl Tally {
    /// Counts the engagements of a period that were chosen, as a party sees it where one is given. `firsts`: whether first contacts are looked for.
    pub(super) fn of(
        register: &Register,
        packs: &Packs,
        period: Period,
        (view, chosen): (Option<&str>, &Chosen),
        firsts: bool,
    ) -> Result<Self, PressError> {
        let mut tally = Self::default();
        let mut known = Known { view: view.map(str::to_owned), ..Known::default() };
        let from = if firsts { None } else { Some(period.from) };
        let mut new: Vec<AccountId> = Vec::new();
        each_row(register, from, period.to, |row| {
            let seen = view.is_none_or(|view| row.parties.iter().any(|party| party == view));
            if !seen {
                return Ok(());
            }
            if !period.holds(row) {
                known.before += 1;
                known.learn(row);
                return Ok(());
            }
            if !chosen.holds(row.id) {
                known.learn(row);
                return Ok(());
            }
            let Some(sketch) = register.store().sketch(row.id)? else { return Ok(()) };
            if sketch.background {
                tally.left_out += 1;
            } else {
                if known.learn(row) {
                    new.push(row.id);
                }
                tally.count(packs, row, &sketch, period, view);
                tally.read(register, row, &sketch, period)?;
            }
            Ok(())
        })?;
        if known.before as f64 >= tally.engagements as f64 * KNOWN_BEFORE {
            tally.firsts = new;
        }
        Ok(tally)
    }

    /// Counts what was read of an engagement: the documents of all its accounts, and the days on which they were published.
    fn read(&mut self, register: &Register, row: &Row, naming: &Sketch, period: Period) -> Result<(), PressError> {
        let days = day(period.from)..=day(period.to);
        let mut add = |sketch: &Sketch| {
            self.documents.insert(sketch.id.document);
            self.published.extend(sketch.published.filter(|published| days.contains(published)));
        };
        add(naming);
        if row.n_accounts > 1 {
            let members = register.store().members(row.id)?;
            for id in members.into_iter().filter(|id| *id != row.id) {
                register.store().sketch(id)?.iter().for_each(&mut add);
            }
        }
        Ok(())
    }

    fn count(&mut self, packs: &Packs, row: &Row, sketch: &Sketch, period: Period, view: Option<&str>) {
        self.engagements += 1;
        self.accounts += row.n_accounts as usize;
        self.disputed += usize::from(row.n_disputes > 0);
        let kind = Kind::ALL.iter().position(|kind| kind.as_str() == row.kind).unwrap_or_default();
        let month = month(row, period);
        *self.kinds.entry(kind).or_default() += 1;
        *self.months.entry(month).or_default().entry(kind).or_default() += 1;
        let offices = offices(sketch, view);
        let rank = offices.iter().min().copied().unwrap_or(OfficeKind::ALL.len());
        *self.ranks.entry(rank).or_default() += 1;
        *self.channels.entry(channel(packs, &row.parties, &offices)).or_default() += 1;
        if Kind::ALL.get(kind) == Some(&Kind::Visit) {
            *self.directions.entry(direction(sketch, view)).or_default() += 1;
        }
        let is_state = |code: &&String| packs.world.is_state_code(code);
        for partner in row.parties.iter().filter(is_state).filter(|party| Some(party.as_str()) != view) {
            *self.partners.entry(partner.clone()).or_default().entry(month).or_default() += 1;
        }
        if row.parties.len() <= PARTIES {
            let mut parties: Vec<&String> = row.parties.iter().filter(is_state).collect();
            parties.sort_unstable();
            for (at, a) in parties.iter().enumerate() {
                for b in &parties[at + 1..] {
                    *self.pairs.entry(((*a).clone(), (*b).clone())).or_default() += 1;
                }
            }
        }
        for topic in Topics(sketch.topics).iter() {
            *self.topics.entry(place(topic)).or_default().entry(month).or_default() += 1;
        }
    }
}

fn place(topic: Topic) -> usize {
    Topic::ALL.iter().position(|known| *known == topic).unwrap_or_default()
}

/// The month in which something began; that of the period's first day where it began before.
fn month(row: &Row, period: Period) -> Month {
    let start = row.start.parse::<document::PartialDate>().map_or(period.from, |start| start.first_day());
    let start: Date = start.max(period.from);
    (start.year(), start.month())
}

/// The places of the offices of those who took part, of a party where one is given.
fn offices(sketch: &Sketch, view: Option<&str>) -> Vec<usize> {
    let people = sketch.people.iter().filter(|person| view.is_none() || person.party.as_deref() == view);
    let place = |office: &String| OfficeKind::ALL.iter().position(|known| known.as_str() == office);
    people.flat_map(|person| &person.offices).filter_map(place).collect()
}

/// By whose organisation takes part, else by the highest of the offices.
fn channel(packs: &Packs, parties: &[String], offices: &[usize]) -> Channel {
    let world = &packs.world;
    let society = parties.iter().find_map(|code| world.info(world.party(code)?).society);
    match society {
        Some(Society::People) => return Channel::People,
        Some(Society::Business) => return Channel::Business,
        None => {}
    }
    let highest = offices.iter().min().and_then(|office| OfficeKind::ALL.get(*office));
    match highest {
        Some(OfficeKind::PartyLeader) => Channel::Party,
        Some(OfficeKind::LegislatureHead | OfficeKind::LegislatureDeputyHead) => Channel::Parliament,
        Some(OfficeKind::OrganisationHead | OfficeKind::Spouse) | None => Channel::Other,
        Some(_) => Channel::Government,
    }
}

fn direction(sketch: &Sketch, view: Option<&str>) -> Direction {
    match (view, &sketch.country) {
        (Some(view), Some(country)) if country == view => Direction::In,
        (Some(_), Some(_)) => Direction::Out,
        _ => Direction::Other,
    }
}

/// With whom there was something before.
#[derive(Debug, Default)]
struct Known {
    view: Option<String>,
    pairs: FxHashSet<(String, String)>,
    before: usize,
}

impl Known {
    /// Learns of an engagement; whether two of its parties had none before.
    fn learn(&mut self, row: &Row) -> bool {
        if row.parties.len() > PARTIES {
            return false;
        }
        let mut new = false;
        for (at, a) in row.parties.iter().enumerate() {
            for b in &row.parties[at + 1..] {
                let seen = self.view.as_ref().is_none_or(|view| [a, b].contains(&view));
                let pair = if a < b { (a.clone(), b.clone()) } else { (b.clone(), a.clone()) };
                new |= seen && self.pairs.insert(pair);
            }
        }
        new
    }
}
