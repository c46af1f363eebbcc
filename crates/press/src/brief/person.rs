//! The brief of a person.

use std::collections::BTreeSet;

use jiff::civil::Date;
use register::people::{NameKey, Person};
use register::{AccountId, Readings, Register, day};

use super::{list, part, tenures};
use crate::error::PressError;
use crate::paper::{Block, Paper, Sentence};
use crate::story::Story;
use crate::teller::{Teller, sentence};
use crate::words::{Arg, Words, clean};

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
    let name = clean(&person.name);
    let title = words.sentence("brief-title-person", vec![("name", name.clone().into())]);
    let mut teller = Teller::new(words, "brief", &title, None, None);
    teller.builder.subtitle(words.sentence("brief-subtitle", vec![("date", words.date(today.into(), None).into())]));
    let mut who: Vec<Vec<Sentence>> =
        tenures(register, &mut teller, &person, OFFICES)?.into_iter().map(|tenure| vec![tenure]).collect();
    who.extend(spellings(register, &mut teller, &person)?.map(|spelt| vec![spelt]));
    part(&mut teller, "brief-who", Vec::new(), list(who));
    let (stories, left_out) = stories(register, &person, today)?;
    let mut blocks: Vec<Block> = Vec::new();
    for story in &stories {
        teller.begin_part();
        blocks.extend(teller.paragraph(story, OUTCOMES, false).map(|sentences| Block::Paragraph { sentences }));
    }
    if blocks.is_empty() {
        let plain = Sentence::plain(words.sentence("brief-nothing", vec![("name", name.into())]));
        blocks.push(Block::Paragraph { sentences: vec![plain] });
    }
    part(&mut teller, "brief-last-met", Vec::new(), blocks);
    let documents: BTreeSet<_> = stories.iter().flat_map(|story| crate::teller::documents(&story.engagement)).collect();
    teller.foot(stories.len(), documents.len(), left_out);
    Ok(teller.builder.finish()?)
}

/// How else the name is spelt.
fn spellings(register: &Register, teller: &mut Teller<'_>, person: &Person) -> Result<Option<Sentence>, PressError> {
    let others = person.spellings.iter().filter(|spelling| **spelling != person.name);
    let others: Vec<String> = others.take(SPELLINGS).map(|spelling| clean(spelling)).collect();
    let Some(tenure) = person.tenures.first().filter(|_| !others.is_empty()) else { return Ok(None) };
    let text = teller.words.sentence("spellings", vec![("names", Arg::from(teller.words.list(&others)))]);
    let note = teller.note_at(register, tenure.from_account, None)?;
    Ok(Some(sentence(&text, vec![note])))
}

/// The last engagements of somebody until a day, the last first, and how many are too faint to be told.
fn stories(register: &Register, person: &Person, today: Date) -> Result<(Vec<Story>, usize), PressError> {
    let store = register.store();
    let mut mentions = Vec::new();
    for name in person.names.iter().filter_map(|name| NameKey::parse(name)) {
        mentions.extend(store.mentions(&name)?);
    }
    mentions.retain(|mention| mention.day <= day(today) && (person.first..=person.last).contains(&mention.day));
    mentions.sort_by_key(|mention| (std::cmp::Reverse(mention.day), mention.account));
    let (mut seen, mut stories, mut left_out) = (BTreeSet::<AccountId>::new(), Vec::new(), 0);
    let mut readings = Readings::default();
    for mention in mentions {
        let Some(id) = store.place(mention.account)?.and_then(|place| place.engagement) else { continue };
        if stories.len() == CONTACTS {
            break;
        }
        if !seen.insert(id) {
            continue;
        }
        let Some(story) = Story::gathered(register, id, &mut readings)? else { continue };
        if story.is_faint() {
            left_out += 1;
        } else {
            stories.push(story);
        }
    }
    Ok((stories, left_out))
}
