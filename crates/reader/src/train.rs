//! Learns the weights of a pack's model from examples and gold files.
//!
//! Softmax regression by averaged AdaGrad over words, pairs of words and the rules' signals, in a fixed order: the same
//! lessons give the same weights.

use std::collections::BTreeMap;
use std::ops::Range;

use document::{BlockKind, Document};
use packs::{CLASSES, ENTITY, Example, Kind, Level, NONE, Packs, Rule, Sign, Signal, Task, Weights};

use crate::accounts::{Seen, accounts};
use crate::claims::{Candidate, candidates};
use crate::dates::Clock;
use crate::drafts::Draft;
use crate::features::{signals, weighed, words};
use crate::mentions::{Mention, mentions};
use crate::page::{Page, Sentence};
use crate::people::People;
use crate::story::{Kept, Story};
use crate::{Settings, kinds};

/// How often all lessons are gone through.
const ROUNDS: usize = 8;
/// How many rounds count for nothing yet; what is learnt is the mean of the weights after each of the others.
const SETTLING: usize = 3;
/// From so many beginnings all this is done, each with an order of the lessons of its own, and the mean is learnt: one order alone
/// would move what few lessons tell by chance.
const ORDERS: u64 = 5;
/// How far one lesson moves a weight at first.
const STEP: f32 = 0.1;
/// How much an act that the rules found counts before anything is learnt.
const TRUST: f32 = 3.0;
/// Words, their beginnings and pairs that are seen so seldom have no weight of their own.
const RARE: u32 = 2;
/// How many letters of a word are its beginning.
const BEGINNING: usize = 4;
/// How strongly all the times that a feature is seen draw its weight back to where it began: what few lessons tell counts
/// for little. The rules' word of a claim is a better beginning than nothing is for an act, and yet one that words often mend.
const CLAIMS_DECAY: f32 = 2.0;
const ACTS_DECAY: f32 = 3.0;
/// Weights nearer to nothing than this are left out.
const SMALL: f32 = 0.03;

/// A piece of text with its class: one of the types of claim, or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// For which model it is.
    pub task: Task,
    features: Vec<String>,
    class: usize,
}

/// A line of `model.tsv`: a feature, a class and its weight.
pub type Line = (String, &'static str, f32);

/// A quote of a document, with the class of what it carries.
pub type Told = (String, usize);

/// The pieces of a document, each with the class that its gold file gives it; `claims` and `acts` are quotes of it.
pub fn lessons(packs: &Packs, document: &Document, settings: &Settings, claims: &[Told], acts: &[Told]) -> Vec<Lesson> {
    let Some(main) = document.language_index() else { return Vec::new() };
    let page = Page::new(packs, document, main);
    let find = |told: &[Told]| -> Vec<(Range<u32>, usize, bool)> {
        let place = |(quote, class): &Told| {
            let start = document.text().find(quote.as_str())? as u32;
            Some((start..start + quote.len() as u32, *class, false))
        };
        told.iter().filter_map(place).collect()
    };
    let (mut claims, mut acts) = (find(claims), find(acts));
    let mut take = |task: Task, bytes: Range<u32>| {
        let told = if task == Task::Claims { &mut claims } else { &mut acts };
        // A quote may begin with a small word or sign that no piece begins with: "*and* condemned …".
        let begins = |quote: &Range<u32>| bytes.contains(&quote.start);
        let leads = |quote: &Range<u32>| task == Task::Claims && quote.start < bytes.start && bytes.start < quote.end;
        let free = |fits: &dyn Fn(&Range<u32>) -> bool| told.iter().position(|(quote, _, used)| !used && fits(quote));
        free(&begins).or_else(|| free(&leads)).map_or(NONE, |found| {
            told[found].2 = true;
            told[found].1
        })
    };
    let mut lessons = Vec::new();
    accounts(&page, main, settings, &mut |seen| match seen {
        // What goes on with a list is of the list's class, whatever its words.
        Seen::Piece(sentence, mentions, candidate) if candidate.under.is_none() => {
            let class = take(Task::Claims, page.bytes(candidate.tokens.clone()));
            lessons.push(lesson(document, sentence, mentions, candidate, class));
        }
        Seen::Piece(..) => {}
        Seen::Sentence(story, sentence, mentions) => {
            let class = take(Task::Acts, page.bytes(sentence.tokens.clone()));
            let signals: Vec<Signal> = kinds::signals(story, sentence, mentions);
            lessons.push(Lesson {
                task: Task::Acts,
                features: features(document, sentence, mentions, sentence.tokens.clone(), &signals),
                class,
            });
        }
    });
    lessons
}

/// The lesson of a sentence that stands alone, as an example does.
pub fn example(packs: &Packs, document: &Document, example: &Example) -> Option<Lesson> {
    let Example { task, class, joint, .. } = *example;
    let main = document.language_index()?;
    let page = Page::new(packs, document, main);
    let sentence = (0..document.sentences().len()).map(|index| page.sentence(index, main)).next()?;
    let sentences = [sentence.in_block(BlockKind::Paragraph)];
    let [sentence] = &sentences;
    let mut people = People::default();
    mentions(sentence, &mut people, true);
    let found = [mentions(sentence, &mut people, false)];
    let clock = Clock::default();
    let kept = Kept::new(&sentences, &found);
    let [found] = &found;
    let mut story = Story::new(&page, &clock, &people, &kept);
    if task == Task::Acts {
        let signals: Vec<Signal> = kinds::signals(&story, sentence, found);
        return Some(Lesson {
            task,
            features: features(document, sentence, found, sentence.tokens.clone(), &signals),
            class,
        });
    }
    story.drafts.push(Draft::new(Kind::Meeting, None, 0..0, 0, Rule::default()));
    story.current = Some(0);
    let mut all = candidates(&story, sentence, found);
    let fits = all.iter().position(|candidate| candidate.kind.is_some_and(|kind| kind as usize == class)).unwrap_or(0);
    let whole = all.iter().map(|candidate| candidate.tokens.start).min()?
        ..all.iter().map(|candidate| candidate.tokens.end).max()?;
    let mut candidate = all.swap_remove(fits);
    candidate.tokens = whole;
    candidate.joint = joint;
    candidate.kind = candidate.said.map(|said| if joint { said.speech.joint } else { said.speech.claim });
    Some(lesson(document, sentence, found, &candidate, class))
}

fn lesson(
    document: &Document,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    candidate: &Candidate,
    class: usize,
) -> Lesson {
    let tokens = weighed(sentence, mentions, candidate);
    let signals: Vec<Signal> = signals(sentence, mentions, candidate, tokens.clone());
    Lesson { task: Task::Claims, features: features(document, sentence, mentions, tokens, &signals), class }
}

/// Signals, words and pairs of words as the files of models write them.
fn features(
    document: &Document,
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    tokens: Range<u32>,
    signals: &[Signal],
) -> Vec<String> {
    let mut features: Vec<String> = signals.iter().map(|signal| format!("signal {}", signal.name())).collect();
    let spelled = spelled(document, sentence, mentions, tokens);
    features.extend(spelled.iter().filter(|word| !word.is_empty()).map(|word| format!("word {word}")));
    features.extend(
        spelled
            .windows(2)
            .filter(|pair| pair.iter().all(|word| !word.is_empty()))
            .map(|pair| format!("pair {} {}", pair[0], pair[1])),
    );
    features
}

/// The words of a piece as the files write them; `@` for people and parties, nothing for figures.
fn spelled(document: &Document, sentence: &Sentence<'_>, mentions: &[Mention], tokens: Range<u32>) -> Vec<String> {
    let mut at = tokens.start;
    words(sentence, mentions, tokens)
        .into_iter()
        .map(|word| {
            if word == ENTITY {
                let named = mentions.iter().find(|mention| mention.tokens.start == at);
                at = named.map_or(at + 1, |mention| mention.tokens.end.max(at + 1));
                return "@".to_owned();
            }
            let token = document.tokens()[at as usize];
            at += 1;
            if token.shape == document::Shape::Number {
                String::new()
            } else {
                sentence.language.lexicon.folded(document.word(&token))
            }
        })
        .collect()
}

/// The weights that a feature has before anything is learnt: what the rules say counts.
fn given(task: Task, feature: Feature<'_>) -> Weights {
    let mut weights = [0.0; CLASSES];
    let name = feature.written().filter(|_| task == Task::Claims).and_then(|name| name.strip_prefix("signal "));
    match name.and_then(Signal::parse) {
        Some(Signal::Rule(Some(Level::Act), kind)) => weights[kind as usize] = TRUST,
        Some(Signal::Rule(_, kind)) => weights[kind as usize] = TRUST / 2.0,
        Some(Signal::Sign(Sign::Bare)) => weights[NONE] = TRUST / 5.0,
        _ => {}
    }
    weights
}

/// Learns from lessons of one task; gives the lines of the model's file, sorted.
pub fn learn(task: Task, lessons: &[Lesson]) -> Vec<Line> {
    let lessons = || lessons.iter().filter(|lesson| lesson.task == task);
    let mut counts: BTreeMap<Feature<'_>, u32> = BTreeMap::new();
    for name in lessons().flat_map(|lesson| &lesson.features) {
        for feature in Feature::all(name) {
            *counts.entry(feature).or_default() += 1;
        }
    }
    let names: Vec<Feature<'_>> = counts
        .iter()
        .filter(|(feature, count)| {
            **count > RARE || matches!(feature, Feature::Written(name) if name.starts_with("signal "))
        })
        .map(|(feature, _)| *feature)
        .collect();
    let index: BTreeMap<Feature<'_>, usize> = names.iter().enumerate().map(|(index, name)| (*name, index)).collect();
    let rows: Vec<(Vec<usize>, usize)> = lessons()
        .map(|lesson| {
            let features = lesson.features.iter().flat_map(|name| Feature::all(name));
            (features.filter_map(|feature| index.get(&feature).copied()).collect(), lesson.class)
        })
        .collect();
    let decay = if task == Task::Claims { CLAIMS_DECAY } else { ACTS_DECAY };
    let first: Vec<(Weights, f32)> =
        names.iter().map(|name| (given(task, *name), decay / counts[name] as f32)).collect();
    let mut weights = vec![[0.0; CLASSES]; first.len()];
    for seed in 1..=ORDERS {
        for (sum, learnt) in weights.iter_mut().zip(descend(&rows, &first, seed)) {
            sum.iter_mut().zip(learnt).for_each(|(sum, weight)| *sum += weight / ORDERS as f32);
        }
    }
    let mut lines: Vec<Line> = Vec::new();
    // A word has the weight of its beginning too, and so have those that were seen too seldom for one of their own.
    for name in counts.keys().filter_map(|feature| feature.written()) {
        let own = Feature::all(name).filter_map(|feature| index.get(&feature)).map(|&index| &weights[index]);
        let sum = own.fold([0.0; CLASSES], |mut sum: Weights, own| {
            sum.iter_mut().zip(own).for_each(|(sum, weight)| *sum += weight);
            sum
        });
        // There are fewer kinds than classes.
        let is_class = |class: usize| task.class(task.name(class)) == Some(class);
        let kept = sum.iter().enumerate().filter(|&(class, weight)| is_class(class) && weight.abs() >= SMALL);
        lines.extend(kept.map(|(class, weight)| (name.to_owned(), task.name(class), *weight)));
    }
    lines
}

/// What has a weight while learning.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Feature<'a> {
    /// As the model's file writes it.
    Written(&'a str),
    /// What words of more letters begin with: forms of one word mostly weigh alike.
    Beginning(&'a str),
}

impl<'a> Feature<'a> {
    /// What is learnt of a feature that is written so.
    fn all(name: &'a str) -> impl Iterator<Item = Self> {
        let word = name.strip_prefix("word ");
        let beginning = word.and_then(|word| word.char_indices().nth(BEGINNING).map(|(end, _)| &word[..end]));
        std::iter::once(Self::Written(name)).chain(beginning.map(Self::Beginning))
    }

    fn written(self) -> Option<&'a str> {
        match self {
            Self::Written(name) => Some(name),
            Self::Beginning(_) => None,
        }
    }
}

/// The weights of features with which they give the classes best; rows are the features of a lesson with its class, `first` where
/// the weights of each begin and how strongly each time draws them back there, `seed` tells their order.
fn descend(rows: &[(Vec<usize>, usize)], first: &[(Weights, f32)], mut seed: u64) -> Vec<Weights> {
    let mut weights: Vec<Weights> = first.iter().map(|(given, _)| *given).collect();
    let mut slopes = vec![[1e-6_f32; CLASSES]; first.len()];
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut means = vec![[0.0_f32; CLASSES]; first.len()];
    for round in 0..ROUNDS {
        for place in (1..order.len()).rev() {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(place, (seed >> 33) as usize % (place + 1));
        }
        for &row in &order {
            let (features, class) = &rows[row];
            let mut scores = [0.0_f32; CLASSES];
            for &feature in features {
                scores.iter_mut().zip(&weights[feature]).for_each(|(score, weight)| *score += weight);
            }
            let most = scores.iter().copied().fold(f32::MIN, f32::max);
            let sum: f32 = scores.iter().map(|score| (score - most).exp()).sum();
            for other in 0..CLASSES {
                let wrong = (scores[other] - most).exp() / sum - f32::from(other == *class);
                for &feature in features {
                    let (given, decay) = &first[feature];
                    let slope = wrong + decay * (weights[feature][other] - given[other]);
                    slopes[feature][other] += slope * slope;
                    weights[feature][other] -= STEP * slope / slopes[feature][other].sqrt();
                }
            }
        }
        if round >= SETTLING {
            for (mean, weights) in means.iter_mut().zip(&weights) {
                mean.iter_mut().zip(weights).for_each(|(mean, weight)| *mean += weight / (ROUNDS - SETTLING) as f32);
            }
        }
    }
    means
}
