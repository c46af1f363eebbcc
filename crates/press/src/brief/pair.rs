//! The brief of two parties.

use std::collections::BTreeSet;

use jiff::civil::Date;
use packs::ClaimType;
use register::matters::{Matter, Sought, State};
use register::{Register, day};

use super::bounded::{self, More, Part};
use super::contacts::{Contacts, PARTIES, announced};
use super::leading::leading;
use super::said::Desk;
use super::timeline::timeline;
use super::{part, until};
use crate::affairs::{is_shared, is_vague};
use crate::anniversaries::year_ahead;
use crate::differs::differs;
use crate::error::PressError;
use crate::levels::{Level, levels_between};
use crate::paper::{Block, Paper, Sentence};
use crate::period::known_party;
use crate::teller::Teller;
use crate::words::{Arg, MORE, MORE_AT_LEAST, Words};

/// So much is told of how relations stand, of what is open and of what comes next.
const MOST: usize = 6;
/// So many anniversaries.
const ANNIVERSARIES: usize = 3;
/// So much of what each asked or promised.
const SAID: usize = 4;
/// So much of what is reported differently.
const DIFFERENT: usize = 3;

/// Prints the brief of two parties.
pub(super) fn brief(
    register: &Register,
    words: &Words<'_>,
    (a, b): (&str, &str),
    today: Date,
) -> Result<Paper, PressError> {
    let (a, b) = (known_party(words.packs, a)?, known_party(words.packs, b)?);
    if a == b {
        return Err(PressError::OneParty(a));
    }
    let names = || vec![("a", Arg::from(words.party(&a))), ("b", Arg::from(words.party(&b)))];
    let title = words.sentence("brief-title", names());
    let mut teller = Teller::new(words, "brief", &title, Some(a.clone()), None);
    teller.builder.subtitle(words.sentence("brief-subtitle", vec![("date", words.date(today.into(), None).into())]));
    let contacts = Contacts::of(register, &teller, (&a, &b), today)?;
    if contacts.stories.is_empty() {
        let plain = Sentence::plain(words.sentence("brief-no-contact", names()));
        part(&mut teller, "brief-last-met", Vec::new(), vec![Block::Paragraph { sentences: vec![plain] }]);
    }
    let parts = Writing { register, pair: (&a, &b), today, contacts: &contacts }.parts(&mut teller)?;
    bounded::add(&mut teller, parts);
    let stories = &contacts.stories;
    let documents: BTreeSet<_> = stories.iter().flat_map(|story| crate::teller::documents(&story.engagement)).collect();
    teller.foot(stories.len(), documents.len(), contacts.left_out);
    Ok(teller.builder.finish()?)
}

/// What a brief is written from.
struct Writing<'a> {
    register: &'a Register,
    pair: (&'a str, &'a str),
    today: Date,
    contacts: &'a Contacts,
}

impl Writing<'_> {
    /// All parts in their order. Nothing is told twice: what was asked and promised goes before what is agreed, and that before open matters
    /// of which no more is known.
    fn parts(&self, teller: &mut Teller<'_>) -> Result<Vec<Part>, PressError> {
        let words = teller.words;
        let who = self.who(teller)?;
        let met = self.met(teller);
        let levels = levels_between(self.register, teller, self.pair, self.today)?;
        let open = self.matters(teller, &levels)?;
        let mut desk = Desk {
            register: self.register,
            contacts: self.contacts,
            today: self.today,
            told: BTreeSet::new(),
            named: open.iter().filter(|matter| matter.kind() != "topic").map(|matter| matter.key.clone()).collect(),
        };
        let said = self.said(teller, &mut desk)?;
        let standing = teller.standing(self.register, &levels)?;
        let n_standing = usize::from(!standing.is_empty());
        desk.told.extend(levels.iter().map(|level| level.matter.key.clone()));
        let (n, mut stand) = desk.stand(teller, MOST - n_standing);
        let n = n + n_standing;
        stand.splice(..0, (n_standing > 0).then_some(standing));
        let relations = Part::list(heading(words, "brief-relations"), (n, stand), MOST, self.or_more());
        let mut over_time = Part::list(heading(words, "brief-over-time"), (0, Vec::new()), 0, MORE);
        over_time.below.extend(timeline(words, &self.contacts.rows, &open));
        let (coming, open): (Vec<&Matter>, Vec<&Matter>) =
            open.iter().filter(|matter| !desk.has_told(matter)).partition(|matter| is_coming(matter));
        let (n_open, open) = self.stand(teller, &open)?;
        let mut next = announced(self.register, teller, self.pair, self.today, MOST)?;
        let anniversaries = self.anniversaries(teller, &levels)?;
        // Neither is sought further than it is told.
        let is_all = next.len() < MOST && anniversaries.len() < ANNIVERSARIES;
        next.extend(anniversaries);
        next.sort_by_key(|(day, _)| *day);
        let mut telling = Vec::new();
        for matter in coming {
            if teller.is_telling(self.register, matter)? {
                telling.push(matter);
            }
        }
        let (n_coming, coming) = self.stand(teller, &telling)?;
        let n_next = next.len() + n_coming;
        let next = next.into_iter().map(|(_, sentences)| sentences).chain(coming).collect();
        let stories = &self.contacts.stories;
        let different: Vec<_> = stories.iter().flat_map(|story| differs(teller, story)).collect();
        let mut parts = vec![who, met, relations];
        parts.extend(said);
        parts.push(Part::list(heading(words, "brief-open"), (n_open, open), MOST, MORE));
        let or_more = if is_all { MORE } else { MORE_AT_LEAST };
        parts.push(Part::list(heading(words, "brief-next"), (n_next, next), MOST, or_more));
        let different = (different.len(), different);
        parts.push(Part::list(heading(words, "brief-differs"), different, DIFFERENT, self.or_more()));
        // Last, so that what is read is not parted by a chart that needs half a page.
        parts.push(over_time);
        Ok(parts)
    }

    /// How it is said that there is more of what the stories say: not all may have been looked at.
    fn or_more(&self) -> &'static str {
        if self.contacts.is_all { MORE } else { MORE_AT_LEAST }
    }

    /// Who leads both.
    fn who(&self, teller: &mut Teller<'_>) -> Result<Part, PressError> {
        let points = leading(self.register, teller, self.pair, self.today)?;
        let more = More { n: 0, message: None };
        let heading = heading(teller.words, "brief-who");
        Ok(Part { heading, points, least: 8, more, paragraphs: false, below: Vec::new() })
    }

    /// The contacts that matter most, a paragraph each.
    fn met(&self, teller: &mut Teller<'_>) -> Part {
        let points = self.contacts.told(teller, self.pair);
        let n = self.contacts.rows.len().saturating_sub(points.len() + self.contacts.left_out);
        let more = More { n, message: Some("more-contacts") };
        let heading = heading(teller.words, "brief-last-met");
        Part { heading, points, least: 3, more, paragraphs: true, below: Vec::new() }
    }

    /// What each of both asked for and promised.
    fn said(&self, teller: &mut Teller<'_>, desk: &mut Desk<'_>) -> Result<Vec<Part>, PressError> {
        let (a, b) = self.pair;
        let mut parts = Vec::new();
        for (id, kind, name, by) in [
            ("brief-they-asked", ClaimType::Request, "b", b),
            ("brief-we-asked", ClaimType::Request, "a", a),
            ("brief-pledged", ClaimType::Pledge, "a", a),
            ("brief-they-pledged", ClaimType::Pledge, "b", b),
        ] {
            let to = if by == a { b } else { a };
            let said = desk.said(teller, kind, (by, to), SAID)?;
            let heading = teller.words.sentence(id, vec![(name, teller.words.party(by).into())]);
            parts.push(Part::list(heading, said, SAID, self.or_more()));
        }
        Ok(parts)
    }

    /// Matters of both that are not settled, the most telling first.
    fn matters(&self, teller: &Teller<'_>, levels: &[Level]) -> Result<Vec<Matter>, PressError> {
        let (a, b) = self.pair;
        let today = day(self.today);
        let sought = Sought { today, parties: vec![a, b], states: &State::PENDING, ..Sought::default() };
        let mut matters = self.register.store().matters_sought(&sought, 0, usize::MAX)?;
        matters.retain(|matter| {
            let open = until(matter, self.today);
            // What one of them has with others is none of theirs, whoever was told of it.
            let theirs = is_shared(matter) || teller.is_between(matter, (a, b));
            // A level that is reached is told as how relations stand.
            let reached = levels.iter().any(|level| level.matter.key == matter.key);
            matter.parties.len() <= PARTIES && theirs && open && !is_vague(teller.packs(), matter) && !reached
        });
        // What has a name comes before what has only a topic, and what was heard of last before what is older.
        matters.sort_by_key(|matter| (matter.kind() == "topic", std::cmp::Reverse(matter.last), matter.key.clone()));
        Ok(matters)
    }

    /// The next anniversaries of their relations and of what both have signed.
    fn anniversaries(
        &self,
        teller: &mut Teller<'_>,
        levels: &[Level],
    ) -> Result<Vec<(Date, Vec<Sentence>)>, PressError> {
        let Some(year) = year_ahead(self.today) else { return Ok(Vec::new()) };
        let mut next = teller.level_anniversaries(self.register, levels, year, ANNIVERSARIES)?;
        let signed = ANNIVERSARIES - next.len();
        next.extend(teller.anniversaries(self.register, &self.contacts.rows, year, signed)?);
        Ok(next)
    }

    /// How many matters there are, and how the first of them stand.
    fn stand(&self, teller: &mut Teller<'_>, matters: &[&Matter]) -> Result<(usize, Vec<Vec<Sentence>>), PressError> {
        let told = matters.iter().take(MOST);
        let told = told.map(|matter| Ok(vec![teller.matter_sentence(self.register, matter, self.today)?]));
        Ok((matters.len(), told.collect::<Result<_, PressError>>()?))
    }
}

/// Whether a matter is a session, a visit or a step that is to come.
fn is_coming(matter: &Matter) -> bool {
    matches!(matter.kind(), "session" | "invitation" | "next-step")
}

fn heading(words: &Words<'_>, id: &str) -> String {
    words.sentence(id, Vec::new())
}
