//! A letter in the words of whoever signs it: "Your Excellency, … Mutale Chishimba, President of Zambia".

use document::BlockKind;
use packs::{Kind, Layer, Value};

use super::SIGNED;
use crate::mentions::{Mention, Who};
use crate::page::Sentence;
use crate::people::People;
use crate::scene::Side;

/// The sentence that heads a letter, where a page is one: a line of its own, closed by a comma, that addresses somebody by a
/// title, above words of "I" or "we". The heading that announces it comes before that.
pub(super) fn head(sentences: &[Sentence<'_>], own_words: &[u32]) -> Option<usize> {
    let title = |value: &Value| matches!(value, Value::Honorific(_) | Value::Office(_));
    let addresses = |sentence: &Sentence<'_>| {
        let line = sentence.in_story() && sentence.greets() && sentence.tokens.len() <= SIGNED;
        let before = own_words.first().is_some_and(|&first| sentence.block_index < first);
        line && before && sentence.marks(Layer::Names).any(|(_, value)| title(value))
    };
    let salutation = sentences.iter().position(addresses)?;
    let announces = |sentence: &Sentence<'_>| sentence.block == BlockKind::Title && writes(sentence);
    Some(sentences[..salutation].iter().position(announces).unwrap_or(salutation))
}

/// Whether a phrase of a sentence tells of a message.
fn writes(sentence: &Sentence<'_>) -> bool {
    let message = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Message);
    sentence.marks(Layer::Triggers).any(|(_, value)| message(value))
}

/// To whom somebody writes: whom of another party the titles name, else the first other state that is named at all.
pub(super) fn addressee(sentences: &[Sentence<'_>], found: &[Vec<Mention>], people: &People, author: usize) -> Side {
    let own = people.all[author].party;
    let mut titled = sentences
        .iter()
        .zip(found)
        .filter(|(sentence, _)| sentence.block == BlockKind::Title)
        .flat_map(|(_, mentions)| mentions);
    let other = |mention: &Mention| match mention.who {
        Who::Person(person) => {
            let party = people.all[person].party;
            let other = person != author && (party.is_none() || party != own);
            other.then(|| Side { people: vec![person], parties: party.into_iter().collect(), ..Side::default() })
        }
        Who::Office(_) => {
            let party = mention.party.filter(|&party| Some(party) != own)?;
            Some(Side { parties: vec![party], ..Side::default() })
        }
        _ => None,
    };
    let state = |(sentence, mentions): (&Sentence<'_>, &Vec<Mention>)| {
        let world = sentence.page.world();
        let mut parties = mentions.iter().filter_map(|mention| mention.party);
        parties.find(|&party| Some(party) != own && world.is_state(party))
    };
    titled.find_map(other).unwrap_or_else(|| Side {
        parties: sentences.iter().zip(found).find_map(state).into_iter().collect(),
        ..Side::default()
    })
}
