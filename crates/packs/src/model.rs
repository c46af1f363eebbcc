//! A small linear model over what the phrases find: which type of claim a stretch of text makes, if any.
//!
//! Phrases settle most stretches; where several speak, or none does, weights learnt from examples weigh them
//! together with the words. The weights are text (`model.tsv`: feature, class, weight), made by
//! `chancery train` from gold files and `examples.tsv`; the same input always gives the same weights.

use rustc_hash::FxHashMap;

use crate::lexicon::{Lexicon, UNKNOWN};
use crate::table::Row;
use crate::vocabulary::{ClaimType, Level};
use crate::PackError;

/// The eleven types of claim, and none.
pub const CLASSES: usize = 12;
/// The class of stretches that make no claim.
pub const NONE: usize = CLASSES - 1;
/// A weight for each class.
pub type Weights = [f32; CLASSES];
/// The word number that stands for any person or party.
pub const ENTITY: u32 = u32::MAX;

/// What the rules say of a stretch, beside its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Signal {
    /// The mark that gives the type: how much it says by itself (`None`: a cue), and the type.
    Rule(Option<Level>, ClaimType),
    /// A further cue or act inside the stretch.
    Inner(ClaimType),
    /// No mark of speech stands in it.
    Bare,
    /// The sides say it together.
    Joint,
    /// It stands in quotation marks or in a speaker's own words.
    Quoted,
    /// An act of diplomacy is told in it.
    Act,
    /// Nobody stands in it who could say it.
    Nobody,
    /// A sum, factor or share.
    Amount,
    /// A date or numbered session.
    Dated,
    /// In force for every stretch.
    Always,
}

impl Signal {
    /// As `model.tsv` writes it.
    pub fn name(self) -> String {
        match self {
            Self::Rule(level, kind) => format!("{}:{}", level.map_or("cue", Level::as_str), kind.as_str()),
            Self::Inner(kind) => format!("inner:{}", kind.as_str()),
            Self::Bare => "bare".to_owned(),
            Self::Joint => "joint".to_owned(),
            Self::Quoted => "quoted".to_owned(),
            Self::Act => "act".to_owned(),
            Self::Nobody => "nobody".to_owned(),
            Self::Amount => "amount".to_owned(),
            Self::Dated => "dated".to_owned(),
            Self::Always => "always".to_owned(),
        }
    }

    /// The signal of a name.
    pub fn parse(name: &str) -> Option<Self> {
        if let Some((head, kind)) = name.split_once(':') {
            let kind = ClaimType::parse(kind)?;
            return Some(match head {
                "cue" => Self::Rule(None, kind),
                "inner" => Self::Inner(kind),
                _ => Self::Rule(Some(Level::parse(head)?), kind),
            });
        }
        [Self::Bare, Self::Joint, Self::Quoted, Self::Act, Self::Nobody, Self::Amount, Self::Dated, Self::Always]
            .into_iter()
            .find(|signal| signal.name() == name)
    }
}

/// What a class is called in `model.tsv`.
pub fn class_name(class: usize) -> &'static str {
    ClaimType::ALL.get(class).map_or("none", |kind| kind.as_str())
}

/// The class of a name.
pub fn class_of(name: &str) -> Option<usize> {
    if name == "none" { Some(NONE) } else { ClaimType::parse(name).map(|kind| kind as usize) }
}

/// Weights of words, pairs of words and signals.
#[derive(Debug, Default)]
pub struct Model {
    words: Vec<u32>,
    pairs: FxHashMap<(u32, u32), u32>,
    signals: FxHashMap<Signal, u32>,
    entity: u32,
    weights: Vec<Weights>,
}

impl Model {
    /// Whether no pack gave any weights.
    pub fn is_empty(&self) -> bool {
        self.weights.len() <= 1
    }

    /// Adds the weights of what the stretch holds; `words` are lexicon numbers, [`ENTITY`] for people and parties.
    pub fn score(&self, words: &[u32], signals: &[Signal]) -> Weights {
        let mut total = [0.0; CLASSES];
        let mut add = |index: u32| {
            if index > 0 {
                self.weights[index as usize].iter().zip(&mut total).for_each(|(weight, sum)| *sum += weight);
            }
        };
        signals.iter().for_each(|signal| add(self.signals.get(signal).copied().unwrap_or(0)));
        let mut before = UNKNOWN;
        for &word in words {
            add(if word == ENTITY { self.entity } else { self.words.get(word as usize).copied().unwrap_or(0) });
            if before != UNKNOWN && word != UNKNOWN {
                add(self.pairs.get(&(before, word)).copied().unwrap_or(0));
            }
            before = word;
        }
        total
    }

    /// Adds one line of `model.tsv`.
    pub(crate) fn insert(&mut self, row: &Row<'_>, lexicon: &mut Lexicon) -> Result<(), PackError> {
        let class = class_of(row.cells[1]).ok_or_else(|| row.error(format!("`{}` is no type of claim", row.cells[1]), "write a type of world/claim-types.txt, or none"))?;
        let weight: f32 = row.cells[2].parse().map_err(|_| row.error(format!("`{}` is not a number", row.cells[2]), "write the file anew with `chancery train`"))?;
        let wrong = || row.error(format!("`{}` is no feature", row.cells[0]), "write the file anew with `chancery train`");
        let (head, rest) = row.cells[0].split_once(' ').ok_or_else(wrong)?;
        let mut number = |word: &str| if word == "@" { ENTITY } else { lexicon.intern(word) };
        let fresh = self.weights.len().max(1) as u32;
        if self.weights.is_empty() {
            self.weights.push([0.0; CLASSES]);
        }
        let slot = match head {
            "word" if rest == "@" => &mut self.entity,
            "word" => {
                let word = number(rest) as usize;
                if self.words.len() <= word {
                    self.words.resize(word + 1, 0);
                }
                &mut self.words[word]
            }
            "pair" => {
                let (first, second) = rest.split_once(' ').ok_or_else(wrong)?;
                let pair = (number(first), number(second));
                self.pairs.entry(pair).or_default()
            }
            "signal" => self.signals.entry(Signal::parse(rest).ok_or_else(wrong)?).or_default(),
            _ => return Err(wrong()),
        };
        if *slot == 0 {
            *slot = fresh;
            self.weights.push([0.0; CLASSES]);
        }
        self.weights[*slot as usize][class] = weight;
        Ok(())
    }
}
