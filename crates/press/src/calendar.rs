//! The calendar: engagements of a period and what falls due in it, in iCalendar (RFC 5545).
//!
//! All of it is a function of the register and its history. An event keeps its UID as long as the register keeps the entry; each
//! change raises SEQUENCE, which is the number of the change. What the register has no more is cancelled.

mod event;
mod gone;
mod lines;

use document::PartialDate;
use jiff::civil::Date;
use packs::Packs;
use register::matters::{Sought, State};
use register::{AccountId, Readings, Register};
use rustc_hash::FxHashSet;

use crate::chosen::Chosen;
use crate::error::PressError;
use crate::history::{History, Life};
use crate::period::{Period, PeriodOptions, rows_of, title};
use crate::story::Story;
use crate::teller::Teller;
use crate::told::Told;

use event::{Event, Status};
use gone::Gone;
use lines::Lines;

/// So many sentences tell what came of an engagement.
const OUTCOMES: usize = 3;
/// Who made the calendar (RFC 5545, section 3.7.3).
const PRODUCT: &str = "-//chancery//chancery//EN";

/// Prints the calendar of a period; where `chosen` are given, it holds of the engagements these alone, and the matters of which they
/// tell. The history is that of the register, or of the present one where the register is of the past.
///
/// # Errors
///
/// Where the language has no messages, the party is unknown, the period ends before it begins, or the register fails.
pub fn calendar(
    register: &Register,
    history: &History<'_>,
    packs: &Packs,
    options: &PeriodOptions,
    chosen: Option<&[AccountId]>,
) -> Result<String, PressError> {
    let (period, view, words) = options.checked(packs)?;
    let title = title(&words, ("digest-title", "digest-title-for"), view.as_deref());
    let mut lines = Lines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", PRODUCT);
    lines.plain("CALSCALE", "GREGORIAN");
    // The name by RFC 7986, and the one that is older and read by more.
    lines.text("NAME", &title);
    lines.text("X-WR-CALNAME", &title);
    let teller = Teller::new(&words, "calendar", &title, view, None);
    let mut desk = Desk { register, history, period, chosen: Chosen::new(chosen), teller, lines };
    let shown = desk.engagements()?;
    desk.matters()?;
    desk.gone(&shown)?;
    desk.lines.plain("END", "VCALENDAR");
    Ok(desk.lines.finish())
}

/// The engagements that a calendar holds.
#[derive(Default)]
struct Held {
    /// The names under which they stand in it.
    names: FxHashSet<String>,
    /// All their accounts.
    accounts: Vec<AccountId>,
}

/// Writes a calendar.
struct Desk<'d, 'w> {
    register: &'d Register,
    history: &'d History<'d>,
    period: Period,
    chosen: Chosen,
    teller: Teller<'w>,
    lines: Lines,
}

impl Desk<'_, '_> {
    fn is_seen(&self, parties: &[String]) -> bool {
        self.teller.view.as_ref().is_none_or(|view| parties.contains(view))
    }

    /// What took place or was announced.
    fn engagements(&mut self) -> Result<Held, PressError> {
        let mut held = Held::default();
        let mut readings = Readings::default();
        for row in rows_of(self.register, self.period)? {
            if !self.is_seen(&row.parties) || !self.chosen.holds(row.id) {
                continue;
            }
            let Some(mut story) = Story::gathered(self.register, row.id, &mut readings)? else { continue };
            if story.is_faint() {
                continue;
            }
            self.teller.name_people(self.register, &mut story)?;
            let (Some(told), Some(dates)) = (self.teller.told(&story, OUTCOMES), story.dates()) else { continue };
            let life = self.history.of_engagement(row.id, story.engagement.accounts())?;
            held.names.insert(life.name.clone());
            held.accounts.extend(story.engagement.accounts());
            let announced = story.accounts.iter().all(register::Account::is_ahead);
            let vague = dates.from.as_day().is_none() || dates.to.as_day().is_none();
            let summary = if vague { self.teller.dated_event(&told.title, dates) } else { told.title.clone() };
            let days = (dates.from.first_day(), dates.to.last_day());
            let mut event = Event::of(("engagement", &life), days, summary).telling(&told);
            event.status = if announced { Status::Tentative } else { Status::Confirmed };
            event.location = self.place(&story);
            event.category = story.kind().map(|kind| self.teller.words.heading(&self.teller.words.kind_of_one(kind)));
            event.write(&mut self.lines);
        }
        Ok(held)
    }

    /// The city and the state in which something took place.
    fn place(&self, story: &Story) -> Option<String> {
        let words = self.teller.words;
        let city = story.engagement.city.as_ref().map(|city| words.city(city));
        let country = story.engagement.country.as_ref().map(|country| words.party(country));
        let parts: Vec<String> = city.into_iter().chain(country).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// What falls due, on the last day that this may be. What was done or replaced before it fell due is cancelled.
    fn matters(&mut self) -> Result<(), PressError> {
        let due = self.teller.words.sentence("category-due", Vec::new());
        let sought = Sought {
            parties: self.teller.view.as_deref().into_iter().collect(),
            from: Some(register::day(self.period.from)),
            to: Some(register::day(self.period.to)),
            ..Sought::default()
        };
        let mut matters = self.register.store().matters_sought(&sought, 0, usize::MAX)?;
        matters.sort_by(|a, b| a.key.cmp(&b.key));
        for matter in matters {
            let last = matter.due.map(PartialDate::last_day).filter(|last| self.period.has(*last));
            let Some(day) = last else { continue };
            if !self.chosen.holds_matter(self.register, &matter.key)? {
                continue;
            }
            let told = self.teller.told_matter(self.register, &matter)?;
            let life = self.history.of_entry("matter", &matter.key)?.unwrap_or_else(|| unwritten(&matter.key, day));
            let mut event = Event::of(("matter", &life), (day, day), told.title.clone()).telling(&told);
            event.status = if matter.state < State::Delivered { Status::Confirmed } else { Status::Cancelled };
            event.category = Some(due.clone());
            event.write(&mut self.lines);
        }
        Ok(())
    }

    /// What the calendar may have held before, and holds no more.
    fn gone(&mut self, held: &Held) -> Result<(), PressError> {
        for Gone { life, first, last, kind, parties } in self.gone_engagements(held)? {
            let Some(kind) = kind.filter(|_| self.is_seen(&parties)) else { continue };
            let summary = self.teller.event(kind, &parties, None);
            Event::of(("engagement", &life), (first, last), summary).cancelled().write(&mut self.lines);
        }
        for (life, key, day) in self.gone_matters()? {
            let summary = self.teller.words.heading(&self.teller.words.matter(&key, &[]));
            Event::of(("matter", &life), (day, day), summary).cancelled().write(&mut self.lines);
        }
        Ok(())
    }
}

/// The life of a matter of which no history is: as old as the day on which it falls due.
fn unwritten(key: &str, day: Date) -> Life {
    let at_ms = i64::from(register::day(day)) * 86_400_000;
    Life { name: key.to_owned(), first_ms: at_ms, last_ms: at_ms, n: 0 }
}

/// What stands in the description of an event: what is told, then the words that it rests on, with who published them.
fn description(told: &Told) -> String {
    let mut parts = vec![told.text.join(" ")];
    for note in &told.notes {
        let quote = crate::words::clean(&note.quote);
        let address = note.web_address().map_or_else(String::new, |address| format!("\n{address}"));
        parts.push(format!("“{quote}”\n{}{address}", note.origin()));
    }
    parts.join("\n\n")
}
