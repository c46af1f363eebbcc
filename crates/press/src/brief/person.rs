//! The brief of a person.

use std::collections::BTreeSet;

use jiff::civil::Date;
use register::people::{NameKey, Person};
use register::{AccountId, Readings, Register, day};

use super::bounded::{self, More, Part, Point};
use super::{part, tenures};
use crate::digest::Least;
use crate::error::PressError;
use crate::named::name_of;
use crate::paper::{Block, Paper, Sentence};
use crate::story::Story;
use crate::teller::{Teller, sentence};
use crate::words::{Arg, MORE, Words, clean};

/// So many offices are told.
const OFFICES: usize = 6;
/// So many contacts, the last ones.
const CONTACTS: usize = 10;
/// So many sentences tell what came of one.
const OUTCOMES: usize = 2;
/// So many further spellings of the name.
const SPELLINGS: usize = 4;

/// Prints the brief of somebody.
pub(super) fn brief(register: &Register, words: &Words<'_>, key: &str, today: Date) -> Result<Paper, PressError> {
    let person = register.store().person_of(key)?.ok_or_else(|| PressError::Person(key.to_owned()))?;
    let name = clean(&name_of(register, words, &person)?);
    let title = words.sentence("brief-title-person", vec![("name", name.clone().into())]);
    let mut teller = Teller::new(words, "brief", &title, person.party.clone(), None);
    teller.builder.subtitle(words.sentence("brief-subtitle", vec![("date", words.date(today.into(), None).into())]));
    let mut who: Vec<Vec<Sentence>> =
        tenures(register, &mut teller, &person, OFFICES)?.into_iter().map(|tenure| vec![tenure]).collect();
    who.extend(spellings(register, &mut teller, &person, &name)?.map(|spelt| vec![spelt]));
    let last = last(register, &teller, &person, today)?;
    let who = Part::list(words.sentence("brief-who", Vec::new()), (who.len(), who), OFFICES + 1, MORE);
    let met = met(&mut teller, &last);
    if met.points.is_empty() {
        bounded::add(&mut teller, vec![who]);
        let plain = Sentence::plain(words.sentence("brief-nothing", vec![("name", name.into())]));
        part(&mut teller, "brief-last-met", Vec::new(), vec![Block::Paragraph { sentences: vec![plain] }]);
    } else {
        bounded::add(&mut teller, vec![who, met]);
    }
    let Last { stories, left_out, .. } = last;
    let documents: BTreeSet<_> = stories.iter().flat_map(|story| crate::teller::documents(&story.engagement)).collect();
    teller.foot(stories.len(), documents.len(), left_out);
    Ok(teller.builder.finish()?)
}

/// The last contacts, a paragraph each with what came of it.
fn met(teller: &mut Teller<'_>, last: &Last) -> Part {
    let mut points: Vec<Point> = Vec::new();
    for (place, story) in last.stories.iter().enumerate() {
        // Each has its day, but what somebody is need not be told ten times.
        teller.forget_last();
        let told = teller.paragraph(story, OUTCOMES, Least::Something);
        points.extend(told.map(|sentences| Point { place, sentences }));
    }
    let more = More { n: last.n_more, message: Some("more-contacts") };
    let heading = teller.words.sentence("brief-last-met", Vec::new());
    Part { heading, points, least: 3, more, paragraphs: true, below: Vec::new() }
}

/// How else the name is spelt.
fn spellings(
    register: &Register,
    teller: &mut Teller<'_>,
    person: &Person,
    name: &str,
) -> Result<Option<Sentence>, PressError> {
    // A family name alone is no spelling of the whole.
    let n_words = |name: &str| name.split_whitespace().count();
    let others = person.spellings.iter().map(|spelling| clean(spelling));
    let others = others.filter(|spelling| spelling != name && n_words(spelling) >= n_words(name).min(2));
    let others: Vec<String> = others.take(SPELLINGS).collect();
    let Some(tenure) = person.tenures.first().filter(|_| !others.is_empty()) else { return Ok(None) };
    let text = teller.words.sentence("spellings", vec![("names", Arg::from(teller.words.list(&others)))]);
    let note = teller.note_at(register, tenure.from_account, None)?;
    Ok(Some(sentence(&text, vec![note])))
}

/// The last engagements of somebody, the last first.
struct Last {
    stories: Vec<Story>,
    /// How many are too faint to be told.
    left_out: usize,
    /// How many others there are.
    n_more: usize,
}

/// The last engagements of somebody until a day.
fn last(register: &Register, teller: &Teller<'_>, person: &Person, today: Date) -> Result<Last, PressError> {
    let store = register.store();
    let mut mentions = Vec::new();
    for name in person.names.iter().filter_map(|name| NameKey::parse(name)) {
        mentions.extend(store.mentions(&name)?);
    }
    mentions.retain(|mention| mention.day <= day(today) && (person.first..=person.last).contains(&mention.day));
    mentions.sort_by_key(|mention| (std::cmp::Reverse(mention.day), mention.account));
    let mut seen = BTreeSet::<AccountId>::new();
    let mut last = Last { stories: Vec::new(), left_out: 0, n_more: 0 };
    let mut readings = Readings::default();
    for mention in mentions {
        let Some(id) = store.place(mention.account)?.and_then(|place| place.engagement) else { continue };
        if !seen.insert(id) {
            continue;
        }
        if last.stories.len() == CONTACTS {
            last.n_more += 1;
            continue;
        }
        let Some(mut story) = Story::gathered(register, id, &mut readings)? else { continue };
        teller.name_people(register, &mut story)?;
        if story.is_faint() {
            last.left_out += 1;
        } else {
            last.stories.push(story);
        }
    }
    // A document may name somebody on another day than the one of the engagement.
    last.stories.sort_by_key(|story| std::cmp::Reverse(story.start()));
    Ok(last)
}
