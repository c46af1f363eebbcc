//! An interview in questions that address an office: "Could the Minister tell us …?".

use document::BlockKind;
use packs::Offices;

use super::{BYLINE, LEAST_OWN_WORDS, asks};
use crate::mentions::{Mention, Who};
use crate::page::Sentence;
use crate::people::People;

/// So many paragraphs end in a question where a document is an interview.
const ASKED: usize = 2;

/// The questions of an interview, and who answers them.
pub(super) struct Asked {
    /// The paragraphs that end in a question, in order.
    questions: Vec<u32>,
    /// The sentence that names who answers.
    pub(super) named: usize,
    /// Who answers.
    pub(super) person: usize,
}

impl Asked {
    /// The interview that a document is, if it is one and names who holds the office that is asked.
    pub(super) fn of(
        sentences: &[Sentence<'_>],
        found: &[Vec<Mention>],
        people: &People,
        own_words: &[u32],
    ) -> Option<Self> {
        let ends = |index: &usize| {
            asks(&sentences[*index])
                && sentences.get(index + 1).is_none_or(|next| next.block_index != sentences[*index].block_index)
        };
        let last: Vec<usize> = (0..sentences.len()).filter(ends).collect();
        let questions: Vec<u32> = last.iter().map(|&index| sentences[index].block_index).collect();
        let answers = own_words.iter().filter(|block| questions.binary_search(block).is_err()).count();
        if questions.len() < ASKED || answers < LEAST_OWN_WORDS {
            return None;
        }
        // "The Secretary-General" is of an organisation without a word of it.
        let state = |index: usize, party| sentences[index].page.world().is_state(party);
        let office = |(index, mention): (usize, &Mention)| match mention.who {
            Who::Office(offices) if mention.party.is_none_or(|party| !state(index, party)) => Some(offices),
            _ => None,
        };
        let asked = last.iter().flat_map(|&index| found[index].iter().map(move |mention| (index, mention)));
        let asked = asked.filter_map(office);
        let asked = asked.fold(Offices::default(), Offices::and);
        let holder = |index: usize| {
            let mut named = found[index].iter().filter_map(|mention| match mention.who {
                Who::Person(person) => Some(person),
                _ => None,
            });
            let first = named.next()?;
            (people.may_hold(first, asked) && named.all(|other| other == first)).then_some(first)
        };
        // "Foreign Minister X.", below a picture or above the text.
        let line = |index: &usize| {
            let sentence = &sentences[*index];
            sentence.tokens.len() <= BYLINE && questions.binary_search(&sentence.block_index).is_err()
        };
        let shortest = (0..sentences.len())
            .filter(line)
            .filter_map(|index| Some((index, holder(index)?)))
            .min_by_key(|&(index, _)| sentences[index].tokens.len());
        let (named, person) = shortest?;
        Some(Self { questions, named, person })
    }

    /// Whether a sentence belongs to a question.
    pub(super) fn asks(&self, sentence: &Sentence<'_>) -> bool {
        self.questions.binary_search(&sentence.block_index).is_ok()
    }

    /// Whether a sentence belongs to a question or an answer, and not to what introduces them.
    pub(super) fn holds(&self, sentence: &Sentence<'_>) -> bool {
        self.asks(sentence) || self.answers(sentence)
    }

    /// Whether a sentence belongs to an answer.
    pub(super) fn answers(&self, sentence: &Sentence<'_>) -> bool {
        sentence.block == BlockKind::Paragraph
            && !self.asks(sentence)
            && self.questions.first().is_some_and(|&first| sentence.block_index > first)
    }
}
