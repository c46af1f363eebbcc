//! The review of a period: tallies of what happened, what came of it, and what it rests on.

mod charts;
mod tables;
mod tally;

use jiff::ToSpan as _;
use jiff::civil::Date;
use packs::Packs;
use register::matters::{Matter, State};
use register::{AccountId, Readings, Register, day};
use rustc_hash::FxHashSet;

use crate::affairs::{is_vague, matters_of};
use crate::chosen::Chosen;
use crate::digest::Least;
use crate::error::PressError;
use crate::levels::Level;
use crate::paper::{Block, Paper, Section, Sentence};
use crate::period::{Period, PeriodOptions, empty, title};
use crate::story::Story;
use crate::teller::Teller;
use crate::words::{MORE, Words};

use tally::Tally;

/// So much is told of agreements, targets and positions each.
const MATTERS: usize = 15;
/// So many first contacts.
const FIRSTS: usize = 10;

/// Prints the review of a period; where `chosen` are given, of these engagements alone and the matters of which they tell.
///
/// Engagements are counted by what lists know of them; opened are only those that are told in a sentence.
///
/// # Errors
///
/// Where the language has no messages, the party is unknown, the period ends before it begins, or the register fails.
pub fn review(
    register: &Register,
    packs: &Packs,
    options: &PeriodOptions,
    chosen: Option<&[AccountId]>,
) -> Result<Paper, PressError> {
    let (period, view, words) = options.checked(packs)?;
    let chosen = Chosen::new(chosen);
    let title = title(&words, ("review-title", "review-title-for"), view.as_deref());
    let mut teller = Teller::new(&words, "review", &title, view.clone(), period.year());
    teller.builder.subtitle(words.period(period.from, period.to));
    let tally = Tally::of(register, packs, period, (view.as_deref(), &chosen), true)?;
    if tally.engagements == 0 {
        teller.builder.section(empty(&words, period));
    } else {
        let before = Tally::of(register, packs, before(period), (view.as_deref(), &chosen), false)?;
        let is_of_period = |matter: &Matter| day(period.from) <= matter.last && matter.first <= day(period.to);
        let mut matters = matters_of(register, view.as_deref(), is_of_period)?;
        matters.retain(|matter| teller.is_own(matter));
        add(&mut teller, "review-figures", tables::figures(&words, &tally, period, view.as_deref()));
        add(&mut teller, "review-partners", tables::partners(&words, &tally, period));
        let firsts = firsts(register, &mut teller, &tally)?;
        add(&mut teller, "review-firsts", firsts);
        let matters = chosen.of_matters(register, matters)?;
        let raised = raised(register, &matters, period)?;
        let mut desk = Desk { register, teller: &mut teller, today: options.today };
        desk.matters("review-levels", &raised, |_, _| true)?;
        desk.matters("review-agreements", &matters, |matter, today| {
            let told = matches!(matter.kind(), "instrument" | "session" | "topic" | "next-step");
            told && !is_vague(packs, matter) && matches!(matter.at(today), State::Agreed | State::Delivered)
        })?;
        desk.matters("review-targets", &matters, |matter, _| matter.kind() == "target")?;
        desk.matters("review-positions", &matters, |matter, _| {
            matter.kind() == "candidacy" && !is_vague(packs, matter)
        })?;
        add(&mut teller, "review-topics", tables::topics(&words, &tally, &before, period));
        add(&mut teller, "review-coverage", vec![tables::coverage(&words, &tally, period)]);
    }
    teller.foot(tally.engagements, tally.documents.len(), tally.left_out);
    Ok(teller.builder.finish()?)
}

/// The levels of relations that were reached in a period, and what else became of relations.
fn raised(register: &Register, matters: &[Matter], period: Period) -> Result<Vec<Matter>, PressError> {
    let mut raised = Vec::new();
    for matter in matters {
        let level = Level::of(register, matter.clone())?;
        raised.extend(level.filter(|level| period.has(level.since.first_day())).map(|level| level.matter));
    }
    Ok(raised)
}

/// The period of as many days before one.
fn before(period: Period) -> Period {
    let to = period.from.yesterday().unwrap_or(period.from);
    let from = period.from.checked_sub(i64::from(period.days()).days()).unwrap_or(Date::MIN);
    Period { from: from.min(to), to }
}

fn add(teller: &mut Teller<'_>, id: &str, blocks: Vec<Block>) {
    let heading = teller.words.sentence(id, Vec::new());
    teller.builder.section(Section { level: 1, heading, blocks });
}

/// The first contacts with partners of whom the register knew nothing before.
fn firsts(register: &Register, teller: &mut Teller<'_>, tally: &Tally) -> Result<Vec<Block>, PressError> {
    let mut items: Vec<Vec<Sentence>> = Vec::new();
    let mut n_more = 0;
    let mut readings = Readings::default();
    for id in &tally.firsts {
        teller.begin_part();
        let Some(mut story) = Story::gathered(register, *id, &mut readings)?.filter(|story| !story.is_faint()) else {
            continue;
        };
        teller.name_people(register, &mut story)?;
        if items.len() == FIRSTS {
            n_more += 1;
        } else {
            items.extend(teller.paragraph(&story, 0, Least::Something));
        }
    }
    Ok(list(teller.words, items, n_more))
}

/// What is told, and that there is so much more.
fn list(words: &Words<'_>, mut items: Vec<Vec<Sentence>>, n_more: usize) -> Vec<Block> {
    items.extend(words.more(MORE, n_more).map(|more| vec![more]));
    if items.is_empty() { Vec::new() } else { vec![Block::List { items }] }
}

/// Tells how matters stand.
struct Desk<'d, 'w> {
    register: &'d Register,
    teller: &'d mut Teller<'w>,
    today: Date,
}

impl Desk<'_, '_> {
    /// A part on the matters of one sort: first those that have a name, then those heard of last.
    fn matters(
        &mut self,
        id: &str,
        matters: &[Matter],
        told: impl Fn(&Matter, register::Day) -> bool,
    ) -> Result<(), PressError> {
        let mut told: Vec<&Matter> = matters.iter().filter(|matter| told(matter, day(self.today))).collect();
        let by = |matter: &&Matter| {
            let named = matter.kind() != "topic";
            (!named, std::cmp::Reverse((matter.n_lines, matter.last)), matter.key.clone())
        };
        told.sort_by_cached_key(by);
        let (mut items, mut n_untold, mut names) = (Vec::new(), 0, FxHashSet::default());
        for matter in told.iter() {
            if items.len() == MATTERS {
                break;
            }
            // Of some steps no more than the day is known, of some candidacies not whose they are, and one is asked for backing year by
            // year.
            let name = self.teller.matter_name(self.register, matter)?;
            if !self.teller.is_telling(self.register, matter)? || !names.insert(name) {
                n_untold += 1;
                continue;
            }
            items.push(vec![self.teller.matter_sentence(self.register, matter, self.today)?]);
        }
        let n_more = told.len() - items.len() - n_untold;
        let blocks = list(self.teller.words, items, n_more);
        add(self.teller, id, blocks);
        Ok(())
    }
}
