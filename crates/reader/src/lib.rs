//! Document and packs in, reading out: a pure function.
//!
//! The cascade: a [`page`] of marks, [`mentions`] of people and parties, [`dates`], [`engagements`] opened by
//! triggers, [`claims`] made by speech verbs. It opens no file, reads no clock and knows no database.

mod accounts;
mod acts;
mod addressees;
mod begins;
mod claims;
mod dates;
mod drafts;
mod engagements;
mod explain;
mod features;
mod figures;
#[cfg(test)]
mod fixtures;
mod handles;
mod kinds;
mod legs;
mod mentions;
mod occasions;
mod page;
mod people;
mod places;
mod reading;
mod scene;
mod sides;
mod speakers;
mod story;
mod stretches;
mod train;

pub use explain::explain;
pub use reading::{Claim, Engagement, Person, Published, Reading, Span};
pub use train::{Lesson, Line, Told, example, learn, lessons};

use document::{Document, PartialDate};
use packs::{ClaimType, Packs, Party};

use crate::accounts::accounts;
use crate::claims::DraftClaim;
use crate::drafts::Draft;
use crate::handles::{Body, Comes, Session};
use crate::page::Page;
use crate::people::People;

/// What the caller knows of a document.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// The day of publication, where the caller knows it.
    pub published: Option<PartialDate>,
}

/// Reads a document.
///
/// A language that no pack covers gives a reading without engagements and a note that says so. Spans are
/// bytes of the text as it came, quotes are exact.
pub fn read(packs: &Packs, document: &Document, settings: &Settings) -> Reading {
    let mut reading = Reading {
        document: document.name().to_owned(),
        language: document.language().map(str::to_owned),
        ..Reading::default()
    };
    let Some(main) = document.language_index() else {
        let language =
            document.language().map_or_else(|| "its language".to_owned(), |code| format!("the language `{code}`"));
        reading.notes.push(format!("no pack covers {language}; nothing was read"));
        reading.published = dates::said(document, settings.published).or_else(|| dates::told(document));
        return reading;
    };
    let page = Page::new(packs, document, main);
    let (people, clock, drafts) = accounts(&page, main, settings, &mut |_| ());
    reading.engagements =
        drafts.iter().enumerate().map(|(index, draft)| engagement(&page, &people, index, draft)).collect();
    reading.published = clock.published.clone().or_else(|| by_engagements(&drafts));
    reading
}

/// Where nothing else tells: not before the last day that it tells of.
fn by_engagements(drafts: &[Draft]) -> Option<Published> {
    let last = drafts.iter().filter_map(|draft| Some(draft.days?.1)).filter(|day| day.as_day().is_some()).max()?;
    Some(Published { start: last, end: last.plus_days(2)?, basis: "engagements".to_owned() })
}

fn engagement(page: &Page<'_>, people: &People, index: usize, draft: &Draft) -> Engagement {
    let world = page.world();
    let code = |party: Party| world.code(party).to_owned();
    let series = |session: Session| session.series.map(|series| world.series[usize::from(series)].name.clone());
    let bytes = page.bytes(draft.evidence.clone());
    Engagement {
        id: "e".to_owned() + &(index + 1).to_string(),
        kind: draft.kind.as_str().to_owned(),
        start: draft.days.map(|days| days.0),
        end: draft.days.map(|days| days.1),
        date_basis: draft.days_basis.map(str::to_owned),
        country: draft.place.country.map(code),
        city: draft.place.city.map(|city| world.cities[city as usize].name.clone()),
        occasion: draft.occasion.clone().map(|tokens| page.quote(tokens).to_owned()),
        series: series(draft.session),
        session: draft.session.number,
        occasion_series: series(draft.occasion_session),
        occasion_session: draft.occasion_session.number,
        level: draft.level.map(|level| level_code(page, level)),
        parties: draft.parties.iter().map(|&party| code(party)).collect(),
        people: draft
            .people
            .iter()
            .map(|&person| {
                let known = &people.all[person];
                let mut bytes = page.bytes(known.name.clone());
                bytes.end -= known.ending;
                Person {
                    name: page.document.quote(bytes.clone()).to_owned(),
                    party: known.party.map(code),
                    offices: known.offices.iter().map(|office| office.as_str().to_owned()).collect(),
                    span: span(page, bytes),
                }
            })
            .collect(),
        background: draft.background,
        evidence: page.document.quote(bytes.clone()).to_owned(),
        span: span(page, bytes),
        rule: page.packs.place(draft.rule),
        certainty: hundredths(draft.certainty),
        claims: draft.claims.iter().map(|claim| self::claim(page, claim)).collect(),
    }
}

fn claim(page: &Page<'_>, draft: &DraftClaim) -> Claim {
    let codes =
        |parties: &[Party]| parties.iter().map(|&party| page.world().code(party).to_owned()).collect::<Vec<_>>();
    let bytes = page.bytes(draft.evidence.clone());
    let what = draft.what.clone().map(|tokens| page.quote(tokens).to_owned());
    let support = draft.kind == ClaimType::Support;
    let named = |&named: &u16| page.world().named[usize::from(named)].code.clone();
    let body = |body: &Body| match body {
        Body::Organisation(party) => page.world().code(*party).to_owned(),
        Body::Organ(organ) => named(organ),
    };
    Claim {
        kind: draft.kind.as_str().to_owned(),
        actors: codes(&draft.actors),
        addressees: codes(&draft.addressees),
        topics: draft.topics.iter().map(|topic| topic.as_str().to_owned()).collect(),
        instruments: draft.instruments.iter().map(named).collect(),
        bodies: draft.bodies.iter().map(body).collect(),
        session: draft.session,
        years: draft.years,
        level: draft.level.map(|level| level_code(page, level)),
        level_date: draft.level_date,
        level_parties: codes(&draft.level_parties),
        candidacy: what.clone().filter(|_| support),
        amount: draft.amount,
        unit: draft.unit.clone(),
        by: draft.date.filter(|_| draft.kind == ClaimType::Target).map(|date| date.years().to_string()),
        what: what.filter(|_| !support),
        date: draft.date.filter(|_| draft.kind == ClaimType::NextStep),
        invited: if draft.kind == ClaimType::Invitation { codes(&draft.addressees) } else { Vec::new() },
        strength: draft.strength,
        evidence: page.document.quote(bytes.clone()).to_owned(),
        span: span(page, bytes),
        rule: page.packs.place(draft.rule),
        certainty: hundredths(draft.certainty),
    }
}

fn level_code(page: &Page<'_>, level: Comes) -> String {
    match level {
        Comes::Level(level) => page.world().relations[usize::from(level)].clone(),
        Comes::Turn(turn) => turn.as_str().to_owned(),
    }
}

/// A certainty as it is told: to the hundredth.
fn hundredths(certainty: f32) -> f32 {
    (certainty * 100.0).round() / 100.0
}

/// Where some bytes of the text stand in the document as it came.
fn span(page: &Page<'_>, bytes: std::ops::Range<u32>) -> Span {
    let source = page.document.source_span(bytes);
    [source.start, source.end]
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::fixtures::{phrases, read};

    #[test]
    fn a_text_may_end_anywhere() {
        let samples = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../samples"));
        let mut cut = 0;
        let entries = std::fs::read_dir(samples).expect("there are samples");
        let paths = entries.map(|entry| entry.expect("it is a file").path());
        for path in paths.filter(|path| path.extension().is_some_and(|ending| ending == "txt")) {
            let name = path.file_name().and_then(|name| name.to_str()).expect("its name is text").to_owned();
            let text = std::fs::read_to_string(&path).expect("it is text");
            for paragraph in text.lines() {
                for (end, _) in paragraph.match_indices(' ').filter(|&(end, _)| !paragraph[..end].trim().is_empty()) {
                    for sign in ["", ":", ","] {
                        read(phrases(), &name[..2], &format!("{}{sign}", &paragraph[..end]));
                        cut += 1;
                    }
                }
            }
        }
        assert!(cut > 1000, "the samples have words");
        for text in [
            "The visit ended.\n\nForeign Minister Rosa Quispe of Peru:",
            "Peru and Ghana signed an agreement on trade and",
        ] {
            read(phrases(), "en", text);
        }
    }
}
