//! Small linear models over what the phrases find: which type of claim a stretch of text makes, if any, and which
//! kind of engagement a sentence tells of where no trigger does.
//!
//! Phrases settle most stretches; where several speak, or none does, weights learnt from examples weigh them
//! together with the words. The weights are text (`model.tsv` and `acts-model.tsv`: feature, class, weight), made by
//! `chancery train` from gold files and examples; the same input always gives the same weights.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::PackError;
use crate::blob::{Pairs, Reader, Writer};
use crate::draft::LexiconDraft;
use crate::entry::Rule;
use crate::lexicon::UNKNOWN;
use crate::table::Row;
use crate::vocabulary::{ClaimType, Kind, Level, Sign};

/// The eleven types of claim (or the ten kinds of engagement), and none.
pub const CLASSES: usize = 12;
/// The class of what is none of them.
pub const NONE: usize = CLASSES - 1;
/// No stretch has more signals.
const MOST_SIGNALS: usize = 28;
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
    /// A trigger of this kind stands in it.
    Opens(Kind),
    /// It stands amid what is told of an engagement of this kind.
    Amid(Kind),
    /// What else holds of it.
    Sign(Sign),
}

impl Signal {
    /// As `model.tsv` writes it.
    pub fn name(self) -> String {
        match self {
            Self::Rule(level, kind) => format!("{}:{}", level.map_or("cue", Level::as_str), kind.as_str()),
            Self::Inner(kind) => format!("inner:{}", kind.as_str()),
            Self::Opens(kind) => format!("opens:{}", kind.as_str()),
            Self::Amid(kind) => format!("amid:{}", kind.as_str()),
            Self::Sign(sign) => sign.as_str().to_owned(),
        }
    }

    /// The signal of a name.
    pub fn parse(name: &str) -> Option<Self> {
        let Some((head, kind)) = name.split_once(':') else { return Sign::parse(name).map(Self::Sign) };
        Some(match head {
            "opens" => Self::Opens(Kind::parse(kind)?),
            "amid" => Self::Amid(Kind::parse(kind)?),
            "cue" => Self::Rule(None, ClaimType::parse(kind)?),
            "inner" => Self::Inner(ClaimType::parse(kind)?),
            _ => Self::Rule(Some(Level::parse(head)?), ClaimType::parse(kind)?),
        })
    }
}

/// The signals of a stretch by their numbers, in the order in which they are added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Signals {
    numbers: [u8; MOST_SIGNALS],
    count: u8,
}

impl FromIterator<Signal> for Signals {
    fn from_iter<I: IntoIterator<Item = Signal>>(signals: I) -> Self {
        let mut all = Self::default();
        for signal in signals {
            all.numbers[usize::from(all.count)] = signal.code() as u8;
            all.count += 1;
        }
        all
    }
}

/// What a model tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Which type of claim a stretch makes.
    Claims,
    /// Which kind of engagement a sentence tells of.
    Acts,
}

impl Task {
    /// What a class is called in the files.
    pub fn name(self, class: usize) -> &'static str {
        let found = match self {
            Self::Claims => ClaimType::ALL.get(class).map(|kind| kind.as_str()),
            Self::Acts => Kind::ALL.get(class).map(|kind| kind.as_str()),
        };
        found.unwrap_or("none")
    }

    /// The class of a name.
    pub fn class(self, name: &str) -> Option<usize> {
        match (name, self) {
            ("none", _) => Some(NONE),
            (_, Self::Claims) => ClaimType::parse(name).map(|kind| kind as usize),
            (_, Self::Acts) => Kind::parse(name).map(|kind| kind as usize),
        }
    }
}

impl Signal {
    /// Its number: rules first, then what they hold, what opens, and what else holds.
    #[inline]
    fn code(self) -> usize {
        let kinds = ClaimType::ALL.len();
        let inner = (1 + Level::ALL.len()) * kinds;
        let opens = inner + kinds;
        let amid = opens + Kind::ALL.len();
        match self {
            Self::Rule(level, kind) => level.map_or(0, |level| level as usize + 1) * kinds + kind as usize,
            Self::Inner(kind) => inner + kind as usize,
            Self::Opens(kind) => opens + kind as usize,
            Self::Amid(kind) => amid + kind as usize,
            Self::Sign(sign) => amid + Kind::ALL.len() + sign as usize,
        }
    }
}

/// Weights of words, pairs of words and signals.
#[derive(Debug, Default)]
pub struct Model {
    /// The row of each word; 0 of those that have none.
    words: Vec<u16>,
    pairs: Pairs,
    signals: Vec<u16>,
    entity: u16,
    rows: Rows,
    /// Its file.
    rule: Rule,
}

/// The weights of each feature in hundredths, from 1; most fit a byte each.
///
/// They are laid so that none lies on two lines of the cache, and those that tell of more classes, which are mostly the
/// commoner ones, stand together.
#[derive(Debug, Default)]
struct Rows {
    narrow: Vec<Narrow>,
    wide: Vec<[i16; CLASSES]>,
}

#[derive(Clone, Copy, Debug)]
#[repr(align(16))]
struct Narrow([i8; CLASSES]);

/// What a whole of weight is in hundredths.
const WHOLE: f32 = 100.0;

/// Adds up weights in the order in which they come.
///
/// Which rows they are is gathered before any is looked at: no look waits for another, so that the memory is asked for
/// many of them at once.
struct Sum<'m> {
    rows: &'m Rows,
    waiting: [u16; 64],
    count: usize,
    total: Weights,
}

impl Sum<'_> {
    #[inline]
    fn add(&mut self, row: u16) {
        self.waiting[self.count] = row;
        self.count += usize::from(row > 0);
        if self.count == self.waiting.len() {
            self.settle();
        }
    }

    fn settle(&mut self) {
        let mut total = self.total;
        let mut add = |weights: [f32; CLASSES]| {
            total.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight / WHOLE);
        };
        for &row in &self.waiting[..self.count] {
            let place = usize::from(row) - 1;
            match self.rows.narrow.get(place) {
                Some(row) => add(row.0.map(f32::from)),
                None => add(self.rows.wide[place - self.rows.narrow.len()].map(f32::from)),
            }
        }
        (self.total, self.count) = (total, 0);
    }
}

impl Model {
    /// Where it stands: the first line of its file.
    pub fn rule(&self) -> Rule {
        self.rule
    }

    pub(crate) fn read(from: &mut Reader<'_>) -> Self {
        Self {
            words: from.list(|from| from.number() as u16),
            pairs: Pairs::read(from),
            signals: from.list(|from| from.number() as u16),
            entity: from.number() as u16,
            rows: Rows {
                narrow: from.list(|from| Narrow(std::array::from_fn(|_| from.number() as i8))),
                wide: from.list(|from| std::array::from_fn(|_| from.number() as i16)),
            },
            rule: Rule { file: from.number() as u16, line: 1 },
        }
    }

    /// Whether no pack gave any weights.
    pub fn is_empty(&self) -> bool {
        self.rows.narrow.is_empty() && self.rows.wide.is_empty()
    }

    /// Adds the weights of what the stretch holds; `words` are lexicon numbers, [`ENTITY`] for people and parties.
    pub fn score(&self, words: &[u32], signals: &Signals) -> Weights {
        let mut sum = Sum { rows: &self.rows, waiting: [0; 64], count: 0, total: [0.0; CLASSES] };
        if self.is_empty() {
            return sum.total;
        }
        let row = |rows: &[u16], of: usize| rows.get(of).copied().unwrap_or(0);
        let signals = &signals.numbers[..signals.count.into()];
        signals.iter().for_each(|&signal| sum.add(row(&self.signals, signal.into())));
        let mut before = UNKNOWN;
        for &word in words {
            sum.add(if word == ENTITY { self.entity } else { row(&self.words, word as usize) });
            if before != UNKNOWN && word != UNKNOWN {
                sum.add(self.pairs.get(before, word));
            }
            before = word;
        }
        sum.settle();
        sum.total
    }
}

/// A weight as it is written, in hundredths.
fn hundredths(written: &str) -> Option<i16> {
    let hundredths = f64::from(written.parse::<f32>().ok()?) * f64::from(WHOLE);
    let whole = hundredths.round();
    // A written number of two decimals lies nearer to its hundredths than this.
    ((hundredths - whole).abs() < 1e-3 && whole.abs() <= f64::from(i16::MAX)).then_some(whole as i16)
}

/// A model as it is gathered.
#[derive(Debug, Default)]
pub(crate) struct ModelDraft {
    words: FxHashMap<u32, u16>,
    pairs: FxHashMap<(u32, u32), u16>,
    signals: FxHashMap<Signal, u16>,
    entity: u16,
    /// The first is of none.
    rows: Vec<[i16; CLASSES]>,
    file: u16,
}

impl ModelDraft {
    /// Adds one line of a model's file.
    pub(crate) fn insert(
        &mut self,
        task: Task,
        file: u16,
        row: &Row<'_>,
        lexicon: &mut LexiconDraft,
    ) -> Result<(), PackError> {
        self.file = file;
        let class = task.class(row.cells[1]).ok_or_else(|| {
            row.error(
                format!("`{}` is no class of this model", row.cells[1]),
                "write the file anew with `chancery train`",
            )
        })?;
        let weight = hundredths(row.cells[2]).ok_or_else(|| {
            row.error(
                format!("`{}` is no number of at most two decimals up to 327", row.cells[2]),
                "write the file anew with `chancery train`",
            )
        })?;
        let wrong =
            || row.error(format!("`{}` is no feature", row.cells[0]), "write the file anew with `chancery train`");
        let (head, rest) = row.cells[0].split_once(' ').ok_or_else(wrong)?;
        let mut number = |word: &str| if word == "@" { ENTITY } else { lexicon.intern(word) };
        let Ok(fresh) = u16::try_from(self.rows.len().max(1)) else {
            return Err(row.error(format!("the model has more than {} features", u16::MAX), "learn from less"));
        };
        if self.rows.is_empty() {
            self.rows.push([0; CLASSES]);
        }
        let slot = match head {
            "word" if rest == "@" => &mut self.entity,
            "word" => self.words.entry(number(rest)).or_default(),
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
            self.rows.push([0; CLASSES]);
        }
        self.rows[usize::from(*slot)][class] = weight;
        Ok(())
    }

    /// Writes the compiled model; `numbers` are the final ones of words.
    pub(crate) fn write(self, numbers: &[u32], out: &mut Writer) {
        let number = |word: u32| if word == ENTITY { ENTITY } else { numbers[word as usize] };
        let is_wide = |row: &[i16; CLASSES]| row.iter().any(|&weight| i8::try_from(weight).is_err());
        let told = |row: &[i16; CLASSES]| row.iter().filter(|&&weight| weight != 0).count();
        let mut order: Vec<usize> = (1..self.rows.len()).collect();
        order.sort_by_key(|&row| (is_wide(&self.rows[row]), Reverse(told(&self.rows[row])), row));
        let mut places = vec![0_u16; self.rows.len().max(1)];
        order.iter().zip(1..).for_each(|(&row, place)| places[row] = place);
        let place = |row: u16| places[usize::from(row)];

        let table = |rows: Vec<(usize, u16)>, out: &mut Writer| {
            let mut table = vec![0; rows.iter().map(|(of, _)| of + 1).max().unwrap_or(0)];
            rows.into_iter().for_each(|(of, row)| table[of] = place(row));
            out.list(table, |out, row| out.number(row.into()));
        };
        table(self.words.iter().map(|(&word, &row)| (number(word) as usize, row)).collect(), out);
        let mut pairs: Vec<_> =
            self.pairs.iter().map(|(&(first, second), &row)| (number(first), number(second), place(row))).collect();
        pairs.sort_unstable();
        Pairs::write(&pairs, out);
        table(self.signals.iter().map(|(signal, &row)| (signal.code(), row)).collect(), out);
        out.number(place(self.entity).into());
        let (wide, narrow): (Vec<_>, Vec<_>) = order.into_iter().map(|row| self.rows[row]).partition(is_wide);
        for rows in [narrow, wide] {
            out.list(rows, |out, row| row.iter().for_each(|&weight| out.number(weight as u32)));
        }
        out.number(self.file.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_what_is_written() {
        for whole in -400..400_i16 {
            let written = format!("{:.2}", f32::from(whole) / WHOLE);
            assert_eq!(hundredths(&written), Some(whole));
            assert_eq!(written.parse(), Ok(f32::from(whole) / WHOLE));
        }
        assert_eq!(["0.123", "400", "x", "-0.00"].map(hundredths), [None, None, None, Some(0)]);
    }

    #[test]
    fn every_signal_has_a_number_and_a_name() {
        let levels = std::iter::once(None).chain(Level::ALL.iter().copied().map(Some));
        let of_kinds = ClaimType::ALL
            .iter()
            .flat_map(|&kind| levels.clone().map(move |level| Signal::Rule(level, kind)).chain([Signal::Inner(kind)]));
        let signs = Sign::ALL.iter().map(|&sign| Signal::Sign(sign));
        let acts = Kind::ALL.iter().flat_map(|&kind| [Signal::Opens(kind), Signal::Amid(kind)]);
        let all: Vec<Signal> = of_kinds.chain(acts).chain(signs).collect();
        let mut codes: Vec<usize> = all.iter().map(|signal| signal.code()).collect();
        codes.sort_unstable();
        assert_eq!(codes, (0..all.len()).collect::<Vec<_>>());
        assert!(all.iter().all(|&signal| Signal::parse(&signal.name()) == Some(signal)));
    }
}
