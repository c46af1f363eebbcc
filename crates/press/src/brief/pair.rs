//! The brief of two parties.

use std::collections::BTreeMap;

use document::PartialDate;
use jiff::ToSpan as _;
use jiff::civil::Date;
use packs::{ClaimType, Kind, OfficeKind};
use register::matters::{Matter, Sought, State, keys};
use register::people::Person;
use register::{Readings, Register, Row, day};

use super::timeline::timeline;
use super::{dated, list, part, tenure, until};
use crate::affairs::{is_shared, is_vague};
use crate::differs::differs;
use crate::error::PressError;
use crate::outcomes::Outcome;
use crate::paper::{Block, Paper, Sentence, Table, TableRow};
use crate::period::{each_row, known_party};
use crate::story::Story;
use crate::teller::{Teller, sentence};
use crate::words::{Arg, Words};

/// So many people of each party are named.
const PEOPLE: usize = 8;
/// So many holders of one office.
const HOLDERS: usize = 2;
/// Whoever has not been heard of for so many days before the last contact is left out.
const GONE_DAYS: i32 = 2 * 366;
/// So many contacts are told, the last ones.
const CONTACTS: usize = 4;
/// So many are looked through for what was asked and promised.
const LOOKED: usize = 40;
/// So much of one kind is told.
const MOST: usize = 6;
/// More parties than these are no pair's.
const PARTIES: usize = 4;
/// What is announced for so many days ahead is told.
const AHEAD_DAYS: i64 = 400;
/// Offices whose holders are named, the highest first.
const NAMED: [OfficeKind; 5] = [
    OfficeKind::HeadOfState,
    OfficeKind::HeadOfGovernment,
    OfficeKind::PartyLeader,
    OfficeKind::LegislatureHead,
    OfficeKind::ForeignMinister,
];

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
    let rows = contacts(register, (&a, &b), today)?;
    let (stories, left_out) = last(register, &rows)?;
    if stories.is_empty() {
        let plain = Sentence::plain(words.sentence("brief-no-contact", names()));
        part(&mut teller, "brief-last-met", Vec::new(), vec![Block::Paragraph { sentences: vec![plain] }]);
    }
    let people = people(register, &mut teller, (&a, &b), today)?;
    part(&mut teller, "brief-who", Vec::new(), list(people));
    let met = last_met(&mut teller, &stories);
    part(&mut teller, "brief-last-met", Vec::new(), met);
    let mut relations = stand(&mut teller, &stories);
    relations.extend(years(words, &rows));
    let open = matters(register, &teller, (&a, &b), today)?;
    relations.extend(timeline(words, &rows, &open));
    part(&mut teller, "brief-relations", Vec::new(), relations);
    let mut desk = Desk { register, stories: &stories, today };
    for (id, kind, by) in [
        ("brief-they-asked", ClaimType::Request, &b),
        ("brief-we-asked", ClaimType::Request, &a),
        ("brief-pledged", ClaimType::Pledge, &a),
        ("brief-they-pledged", ClaimType::Pledge, &b),
    ] {
        let said = desk.said(&mut teller, kind, by)?;
        let of = if by == &a { ("a", words.party(&a).into()) } else { ("b", words.party(&b).into()) };
        part(&mut teller, id, vec![of], list(said));
    }
    let [open, next] = tell(register, &mut teller, &open, today)?;
    part(&mut teller, "brief-open", Vec::new(), list(open));
    let mut coming = announced(register, &mut teller, (&a, &b), today)?;
    coming.extend(next);
    part(&mut teller, "brief-next", Vec::new(), list(coming));
    let differs = stories.iter().flat_map(|story| differs(&mut teller, story)).collect();
    part(&mut teller, "brief-differs", Vec::new(), list(differs));
    let documents: std::collections::BTreeSet<_> =
        stories.iter().flat_map(|story| crate::teller::documents(&story.engagement)).collect();
    teller.foot(stories.len(), documents.len(), left_out);
    Ok(teller.builder.finish()?)
}

/// Whether an engagement is of both parties, and few others.
fn is_of_both(row: &Row, (a, b): (&str, &str)) -> bool {
    let has = |code: &str| row.parties.iter().any(|party| party == code);
    row.parties.len() <= PARTIES && has(a) && has(b)
}

/// The rows of engagements of both parties until a day, the last first.
fn contacts(register: &Register, (a, b): (&str, &str), today: Date) -> Result<Vec<Row>, PressError> {
    let mut rows: Vec<Row> = Vec::new();
    each_row(register, None, today, |row| {
        if is_of_both(row, (a, b)) {
            rows.push(row.clone());
        }
        Ok(())
    })?;
    rows.reverse();
    Ok(rows)
}

/// What has been announced of both for the days to come, the next first.
fn announced(
    register: &Register,
    teller: &mut Teller<'_>,
    (a, b): (&str, &str),
    today: Date,
) -> Result<Vec<Vec<Sentence>>, PressError> {
    let until = today.saturating_add(AHEAD_DAYS.days());
    let mut rows: Vec<Row> = Vec::new();
    each_row(register, Some(today), until, |row| {
        let start = row.start.parse::<PartialDate>().ok();
        if start.is_some_and(|start| start.first_day() > today) && is_of_both(row, (a, b)) {
            rows.push(row.clone());
        }
        Ok(())
    })?;
    Ok(teller.announced(register, &rows, today, MOST)?.into_iter().map(|(_, sentences)| sentences).collect())
}

/// The last stories, and how many are too faint to be told.
fn last(register: &Register, rows: &[Row]) -> Result<(Vec<Story>, usize), PressError> {
    let (mut stories, mut left_out) = (Vec::new(), 0);
    let mut readings = Readings::default();
    for row in rows {
        if stories.len() == LOOKED {
            break;
        }
        let Some(story) = Story::gathered(register, row.id, &mut readings)? else { continue };
        if story.is_faint() {
            left_out += 1;
        } else {
            stories.push(story);
        }
    }
    Ok((stories, left_out))
}

/// Who leads both, with the days on which that is on record.
fn people(
    register: &Register,
    teller: &mut Teller<'_>,
    (a, b): (&str, &str),
    today: Date,
) -> Result<Vec<Vec<Sentence>>, PressError> {
    let mut items = Vec::new();
    for party in [a, b] {
        let mut people = register.store().people(Some(party))?;
        people.retain(|person| person.first <= day(today) && rank(person).is_some());
        let newest = people.iter().map(|person| person.last).max().unwrap_or_default();
        people.retain(|person| newest - person.last <= GONE_DAYS);
        people.sort_by_key(|person| (rank(person), std::cmp::Reverse(person.last), person.id.clone()));
        let of_office = people.chunk_by(|one, other| rank(one) == rank(other));
        let held: Vec<&Person> =
            of_office.map(|people| holders(register, people)).collect::<Result<Vec<_>, _>>()?.concat();
        for person in held.into_iter().take(PEOPLE) {
            items.extend(tenure(register, teller, person)?.map(|tenure| vec![tenure]));
        }
    }
    Ok(items)
}

/// The last two holders of an office: so a change of it is seen. Who is told of in passing alone may act for somebody else, and stands
/// back where others hold it.
fn holders<'a>(register: &Register, people: &'a [Person]) -> Result<Vec<&'a Person>, PressError> {
    let (mut held, mut aside) = (Vec::new(), Vec::new());
    for person in people {
        if held.len() == HOLDERS {
            break;
        }
        let mut told = false;
        for account in person.tenures.iter().flat_map(|tenure| [tenure.from_account, tenure.to_account]) {
            if !register.account(account)?.engagement.background {
                told = true;
                break;
            }
        }
        if told { &mut held } else { &mut aside }.push(person);
    }
    aside.truncate(HOLDERS);
    Ok(if held.is_empty() { aside } else { held })
}

fn rank(person: &Person) -> Option<usize> {
    let of = |office: &str| NAMED.iter().position(|known| known.as_str() == office);
    person.tenures.iter().filter_map(|tenure| of(&tenure.office)).min()
}

/// The last contacts, a paragraph each.
fn last_met(teller: &mut Teller<'_>, stories: &[Story]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for story in stories {
        if blocks.len() == CONTACTS {
            break;
        }
        teller.begin_part();
        blocks.extend(teller.paragraph(story, 0, false).map(|sentences| Block::Paragraph { sentences }));
    }
    blocks
}

/// What the sides last agreed on and aim at.
fn stand(teller: &mut Teller<'_>, stories: &[Story]) -> Vec<Block> {
    let tells = |outcome: &Outcome| {
        (outcome.kind == ClaimType::Agreement && outcome.firm)
            || matches!(outcome.kind, ClaimType::Target | ClaimType::Support | ClaimType::Invitation)
    };
    let mut items: Vec<Vec<Sentence>> = Vec::new();
    for story in stories {
        for outcome in story.outcomes(teller.packs()).iter().filter(|outcome| tells(outcome)) {
            push(teller, &mut items, story, outcome);
        }
    }
    list(items)
}

/// Adds an outcome with its day, unless the same was said already, or enough was.
fn push(teller: &mut Teller<'_>, items: &mut Vec<Vec<Sentence>>, story: &Story, outcome: &Outcome) -> bool {
    let Some(text) = teller.outcome(&story.engagement, outcome, false) else { return false };
    let text = dated(teller, story.dates(), &text);
    if items.len() >= MOST || items.iter().any(|item| item[0].text() == text) {
        return false;
    }
    let notes = teller.outcome_notes(&story.accounts, outcome);
    items.push(vec![sentence(&text, notes)]);
    true
}

/// Contacts by year and kind.
fn years(words: &Words<'_>, rows: &[Row]) -> Option<Block> {
    let mut years: BTreeMap<&str, BTreeMap<usize, usize>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.start.len() >= 4) {
        let Some(kind) = Kind::ALL.iter().position(|kind| kind.as_str() == row.kind) else { continue };
        *years.entry(&row.start[..4]).or_default().entry(kind).or_default() += 1;
    }
    let mut kinds: Vec<usize> = years.values().flat_map(|kinds| kinds.keys().copied()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let heads = kinds.iter().map(|&kind| words.kind(Kind::ALL[kind]));
    let columns = std::iter::once(words.sentence("table-year", Vec::new())).chain(heads).collect();
    let row = |(year, of): (&&str, &BTreeMap<usize, usize>)| {
        let counts = kinds.iter().map(|kind| words.count(of.get(kind).copied().unwrap_or_default()));
        TableRow { cells: std::iter::once((*year).to_owned()).chain(counts).collect(), notes: Vec::new() }
    };
    let rows: Vec<TableRow> = years.iter().rev().map(row).collect();
    let caption = words.sentence("table-contacts", Vec::new());
    (!rows.is_empty()).then_some(Block::Table(Table { caption, columns, rows }))
}

/// What the stories say, and how it stands.
struct Desk<'a> {
    register: &'a Register,
    stories: &'a [Story],
    today: Date,
}

impl Desk<'_> {
    /// What a party asked or promised, the last first, and what became of promises.
    fn said(&mut self, teller: &mut Teller<'_>, kind: ClaimType, by: &str) -> Result<Vec<Vec<Sentence>>, PressError> {
        let mut items = Vec::new();
        for story in self.stories {
            for outcome in story.outcomes(teller.packs()) {
                if outcome.kind != kind || outcome.actors != [by] || !push(teller, &mut items, story, outcome) {
                    continue;
                }
                if kind == ClaimType::Pledge
                    && let (Some(became), Some(item)) = (self.became(teller, story, outcome)?, items.last_mut())
                {
                    item.push(became);
                }
            }
        }
        Ok(items)
    }

    /// How the matter of a claim stands.
    fn became(
        &self,
        teller: &mut Teller<'_>,
        story: &Story,
        outcome: &Outcome,
    ) -> Result<Option<Sentence>, PressError> {
        for (at, quote) in &outcome.told {
            let account = &story.accounts[*at];
            let claims = account.engagement.claims.iter().filter(|claim| claim.evidence == *quote);
            for key in claims.flat_map(|claim| keys(claim, &account.engagement.parties)) {
                let Some(matter) = self.register.store().matter(&key)? else { continue };
                let state = teller.words.state(matter.at(day(self.today)));
                let text = teller.words.sentence("became-of", vec![("state", state.into())]);
                let notes = teller.matter_notes(self.register, &matter)?;
                return Ok(Some(sentence(&text, notes)));
            }
        }
        Ok(None)
    }
}

/// Matters of both that are not settled, the most telling first.
fn matters(
    register: &Register,
    teller: &Teller<'_>,
    (a, b): (&str, &str),
    today: Date,
) -> Result<Vec<Matter>, PressError> {
    let sought = Sought { today: day(today), parties: vec![a, b], states: &State::PENDING, ..Sought::default() };
    let mut matters = register.store().matters_sought(&sought, 0, usize::MAX)?;
    matters.retain(|matter| {
        let open = until(matter, today);
        // What one of them has with others is none of theirs, whoever was told of it.
        let theirs = is_shared(matter) || teller.is_between(matter, (a, b));
        matter.parties.len() <= PARTIES && theirs && open && !is_vague(matter)
    });
    // What has a name comes before what has only a topic, and what was heard of last before what is older.
    matters.sort_by_key(|matter| (matter.kind() == "topic", std::cmp::Reverse(matter.last), matter.key.clone()));
    Ok(matters)
}

/// How matters stand, and the sessions and visits that are to come.
fn tell(
    register: &Register,
    teller: &mut Teller<'_>,
    matters: &[Matter],
    today: Date,
) -> Result<[Vec<Vec<Sentence>>; 2], PressError> {
    let mut parts: [Vec<Vec<Sentence>>; 2] = Default::default();
    for matter in matters {
        let coming = matches!(matter.kind(), "session" | "invitation" | "next-step");
        let items = &mut parts[usize::from(coming)];
        if items.len() < MOST {
            items.push(vec![teller.matter_sentence(register, matter, today)?]);
        }
    }
    Ok(parts)
}
