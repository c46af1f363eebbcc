//! The contacts of two parties: those there were, those that matter most, and those that are announced.

use std::cmp::Reverse;

use document::PartialDate;
use jiff::ToSpan as _;
use jiff::civil::Date;
use packs::{Kind, OfficeKind};
use register::{Readings, Register, Row};

use super::bounded::Point;
use crate::digest::Least;
use crate::error::PressError;
use crate::paper::Sentence;
use crate::period::each_row;
use crate::story::Story;
use crate::teller::Teller;
use crate::words::Words;

/// So many contacts are told.
const CONTACTS: usize = 4;
/// So many are looked through for what was asked and promised, the last ones.
const LOOKED: usize = 40;
/// More parties than these are no pair's.
pub(super) const PARTIES: usize = 4;
/// What is announced for so many days ahead is told.
const AHEAD_DAYS: i64 = 400;
/// Kinds in which nobody meets anybody.
const OTHER: [Kind; 4] = [Kind::Statement, Kind::Event, Kind::Publication, Kind::Message];
/// Whoever leads a country or its foreign affairs.
const LEADING: [OfficeKind; 6] = [
    OfficeKind::HeadOfState,
    OfficeKind::HeadOfGovernment,
    OfficeKind::PartyLeader,
    OfficeKind::LegislatureHead,
    OfficeKind::DeputyHeadOfGovernment,
    OfficeKind::ForeignMinister,
];

/// What the last contacts say.
pub(super) struct Contacts {
    /// Every contact, the last first.
    pub(super) rows: Vec<Row>,
    /// The last ones that are sure enough to be told.
    pub(super) stories: Vec<Story>,
    /// How many are too faint.
    pub(super) left_out: usize,
    /// Whether no contact is older than those that were looked at.
    pub(super) is_all: bool,
}

impl Contacts {
    /// The contacts of both parties until a day.
    pub(super) fn of(
        register: &Register,
        teller: &Teller<'_>,
        pair: (&str, &str),
        today: Date,
    ) -> Result<Self, PressError> {
        let rows = rows(register, pair, today)?;
        let mut contacts = Self { rows, stories: Vec::new(), left_out: 0, is_all: true };
        let mut readings = Readings::default();
        for row in &contacts.rows {
            if contacts.stories.len() == LOOKED {
                contacts.is_all = false;
                break;
            }
            let Some(mut story) = Story::gathered(register, row.id, &mut readings)? else { continue };
            teller.name_people(register, &mut story)?;
            if story.is_faint() {
                contacts.left_out += 1;
            } else {
                contacts.stories.push(story);
            }
        }
        Ok(contacts)
    }

    /// The contacts that matter most, each a paragraph: the last one, then the last of those who lead.
    pub(super) fn told(&self, teller: &mut Teller<'_>, pair: (&str, &str)) -> Vec<Point> {
        let weight = |story: &Story| weight(story, pair);
        let mut order: Vec<usize> = (0..self.stories.len()).collect();
        order.sort_by_key(|&place| (weight(&self.stories[place]), place));
        let last = self.stories.first().and_then(Story::start);
        // Of several on the last day it is the one that matters most.
        let newest = order.iter().position(|&place| self.stories[place].start() == last);
        let newest = newest.map(|at| order.remove(at));
        let tells = telling(teller.words, teller.view.clone());
        let chosen = newest.into_iter().chain(order).filter(|&place| tells(&self.stories[place]));
        let chosen: Vec<usize> = chosen.take(CONTACTS).collect();
        let mut read = chosen.clone();
        read.sort_by_key(|&place| (Reverse(self.stories[place].start()), weight(&self.stories[place]), place));
        let mut points: Vec<(usize, Point)> = Vec::new();
        for story in read {
            teller.begin_part();
            let told = teller.paragraph(&self.stories[story], 0, Least::Something);
            // Two entries of which the same is to be said are one.
            let is_new =
                |said: &Vec<Sentence>| points.iter().all(|(_, known)| known.sentences[0].text() != said[0].text());
            let place = points.len();
            points.extend(told.filter(is_new).map(|sentences| (story, Point { place, sentences })));
        }
        points.sort_by_key(|(story, _)| chosen.iter().position(|place| place == story));
        points.into_iter().map(|(_, point)| point).collect()
    }
}

/// Whether there is something to tell of a story, asked of somebody else than who tells it: what was named once is named otherwise again.
fn telling(words: &Words<'_>, view: Option<String>) -> impl Fn(&Story) -> bool {
    move |story| {
        let mut other = Teller::new(words, "brief", "", view.clone(), None);
        other.paragraph(story, 0, Least::Something).is_some()
    }
}

/// How little a contact matters: meetings of those who lead before others, and these before what is only said, or where both were with
/// many and somebody of one alone is named.
fn weight(story: &Story, pair: (&str, &str)) -> (bool, bool, Reverse<Option<PartialDate>>) {
    let names = |party: &str| story.engagement.people.iter().any(|person| person.party.as_deref() == Some(party));
    let among_many = story.kind() == Some(Kind::Conference) && !(names(pair.0) && names(pair.1));
    let is_other = among_many || story.kind().is_none_or(|kind| OTHER.contains(&kind));
    (is_other, !story.has_office(None, &LEADING), Reverse(story.start()))
}

/// Whether an engagement is of both parties, and few others.
fn is_of_both(row: &Row, (a, b): (&str, &str)) -> bool {
    let has = |code: &str| row.parties.iter().any(|party| party == code);
    row.parties.len() <= PARTIES && has(a) && has(b)
}

/// The rows of engagements of both parties until a day, the last first.
fn rows(register: &Register, pair: (&str, &str), today: Date) -> Result<Vec<Row>, PressError> {
    let mut rows: Vec<Row> = Vec::new();
    each_row(register, None, today, |row| {
        if is_of_both(row, pair) {
            rows.push(row.clone());
        }
        Ok(())
    })?;
    rows.reverse();
    Ok(rows)
}

/// What has been announced of both for the days to come, the next first: so many at most.
pub(super) fn announced(
    register: &Register,
    teller: &mut Teller<'_>,
    pair: (&str, &str),
    today: Date,
    most: usize,
) -> Result<Vec<(Date, Vec<Sentence>)>, PressError> {
    let until = today.saturating_add(AHEAD_DAYS.days());
    let mut rows: Vec<Row> = Vec::new();
    each_row(register, Some(today), until, |row| {
        let start = row.start.parse::<PartialDate>().ok();
        if start.is_some_and(|start| start.first_day() > today) && is_of_both(row, pair) {
            rows.push(row.clone());
        }
        Ok(())
    })?;
    teller.announced(register, &rows, today, most)
}
