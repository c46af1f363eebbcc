//! Which type of claim a piece of a sentence makes: the rules' word, weighed by the pack's model.

use std::cell::RefCell;
use std::ops::Range;

use packs::{CLASSES, ClaimType, ENTITY, Layer, Level, NONE, Sign, Signal, Signals, Value, Weights};
use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::claims::Candidate;
use crate::figures::amount;
use crate::mentions::{Mention, Who};
use crate::page::Sentence;

/// What the models said of the pieces of a page: when a story is told again, most of them weigh what they did.
#[derive(Debug)]
pub(crate) struct Weighed {
    claims: RefCell<FxHashMap<Piece, Option<(usize, f32)>>>,
    acts: RefCell<FxHashMap<Piece, Weights>>,
}

/// Some tokens, and what the rules say of them.
type Piece = (Range<u32>, Signals);

impl Weighed {
    /// Nothing yet, with room for what a page of so many sentences makes.
    pub(crate) fn with_room(sentences: usize) -> Self {
        let claims = FxHashMap::with_capacity_and_hasher(2 * sentences, FxBuildHasher);
        let acts = FxHashMap::with_capacity_and_hasher(sentences, FxBuildHasher);
        Self { claims: claims.into(), acts: acts.into() }
    }

    /// Which class a piece is of, where it makes a claim, and how certain that is, from 0 to 1.
    pub(crate) fn classify(
        &self,
        sentence: &Sentence<'_>,
        mentions: &[Mention],
        candidate: &Candidate,
    ) -> Option<(usize, f32)> {
        let model = &sentence.language.model;
        if model.is_empty() {
            return candidate.kind.map(|kind| (kind as usize, 0.85));
        }
        let tokens = weighed(sentence, mentions, candidate);
        let signals = signals(sentence, mentions, candidate, tokens.clone());
        let piece: Piece = (tokens, signals);
        let weigh = |(tokens, signals): &Piece| best(&model.score(&words(sentence, mentions, tokens.clone()), signals));
        *self.claims.borrow_mut().entry(piece).or_insert_with_key(weigh)
    }

    /// What the words of a sentence and the rules say of the kind of engagement that it tells of.
    pub(crate) fn acts(&self, sentence: &Sentence<'_>, mentions: &[Mention], signals: Signals) -> Weights {
        let piece: Piece = (sentence.tokens.clone(), signals);
        let model = &sentence.language.acts;
        let weigh = |(tokens, signals): &Piece| model.score(&words(sentence, mentions, tokens.clone()), signals);
        *self.acts.borrow_mut().entry(piece).or_insert_with_key(weigh)
    }
}

/// The words of a piece that are weighed: not those that only say where and when somebody says it, up to the sign before who
/// does ("*At the talks in Lima on 3 April*, Minister X asked Fiji …").
pub(crate) fn weighed(sentence: &Sentence<'_>, mentions: &[Mention], candidate: &Candidate) -> Range<u32> {
    let tokens = candidate.tokens.clone();
    let Some(said) = candidate.said else { return tokens };
    let subject = |at: u32| mentions.iter().any(|mention| mention.tokens.start == at);
    let sign = (tokens.start..said.mark.start).rev().find(|&at| sentence.is(at, ",") && subject(at + 1));
    let framed = |&sign: &u32| {
        let dated = sentence.dates().iter().any(|date| (tokens.start..sign).contains(&date.start));
        dated || sentence.within(Layer::Triggers, tokens.start..sign).next().is_some()
    };
    sign.filter(framed).map_or(tokens.clone(), |sign| sign + 1..tokens.end)
}

/// The class with the highest score, and how certain that is; nothing where that is none of them.
fn best(scores: &Weights) -> Option<(usize, f32)> {
    let best = (0..CLASSES).fold(NONE, |best, class| if scores[class] > scores[best] { class } else { best });
    (best != NONE).then(|| (best, probability(scores, best)))
}

/// The share of a class in what the scores say.
pub(crate) fn probability(scores: &Weights, class: usize) -> f32 {
    let sum: f32 = scores.iter().map(|score| (score - scores[class]).exp()).sum();
    1.0 / sum
}

/// The type of something that looks like a target and has no figure.
pub(crate) fn settle(candidate: &Candidate) -> ClaimType {
    match candidate.kind {
        Some(kind) if kind != ClaimType::Target => kind,
        _ if candidate.joint => ClaimType::Agreement,
        _ => ClaimType::Position,
    }
}

/// The numbers of its words, people and parties as one and the same.
pub(crate) fn words(sentence: &Sentence<'_>, mentions: &[Mention], tokens: Range<u32>) -> Vec<u32> {
    let mut out = Vec::with_capacity(tokens.len());
    let mut named = mentions
        .iter()
        .filter(|mention| !matches!(mention.who, Who::Reference(..)))
        .map(|mention| &mention.tokens)
        .peekable();
    let mut at = tokens.start;
    while at < tokens.end {
        while named.next_if(|mention| mention.start < at).is_some() {}
        if let Some(mention) = named.next_if(|mention| mention.start == at) {
            out.push(ENTITY);
            at = mention.end.max(at + 1);
        } else {
            out.push(sentence.page.word_number(at));
            at += 1;
        }
    }
    out
}

/// What the rules say of a piece, of which some words are [`weighed`].
pub(crate) fn signals<S: FromIterator<Signal>>(
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    candidate: &Candidate,
    weighed: Range<u32>,
) -> S {
    let said = candidate.said.zip(candidate.kind);
    let rule = said.map_or(Signal::Sign(Sign::Bare), |(said, kind)| Signal::Rule(said.speech.level, kind));
    let inner =
        said.into_iter().flat_map(|(said, _)| sentence.within(Layer::Speech, said.mark.end..candidate.tokens.end));
    let inner = inner.filter_map(|(_, value)| match value {
        Value::Speech(speech) if speech.level != Some(Level::Drop) => {
            Some(Signal::Inner(if candidate.joint { speech.joint } else { speech.claim }))
        }
        _ => None,
    });
    let acts = sentence
        .within(Layer::Triggers, weighed.clone())
        .any(|(_, value)| matches!(value, Value::Trigger(trigger) if trigger.opens()));
    let tokens = &candidate.tokens;
    let named = mentions.iter().any(|mention| tokens.contains(&mention.tokens.start));
    let dated = sentence.dates().iter().any(|date| weighed.contains(&date.start));
    let actor = &candidate.actor;
    let signs = [
        (true, Sign::Always),
        (candidate.joint, Sign::Joint),
        (candidate.quoted, Sign::Quoted),
        (acts, Sign::Act),
        (!named, Sign::Nobody),
        (amount(sentence, tokens.clone()).is_some(), Sign::Amount),
        (dated, Sign::Dated),
        (actor.people.len() == 1, Sign::Person),
        (actor.parties.len() == 1, Sign::Party),
        (candidate.told, Sign::Told),
        (actor.referred, Sign::Referred),
        (tokens.start > sentence.tokens.start, Sign::Before),
        (tokens.end + 1 < sentence.tokens.end, Sign::Behind),
    ];
    std::iter::once(rule).chain(inner.take(2)).chain(holding(signs)).collect()
}

/// The signs that hold.
pub(crate) fn holding<const N: usize>(signs: [(bool, Sign); N]) -> impl Iterator<Item = Signal> {
    signs.into_iter().filter(|(holds, _)| *holds).map(|(_, sign)| Signal::Sign(sign))
}
