//! The shapes of dates.

use std::ops::Range;

use document::{Shape, Token};
use rustc_hash::FxHashMap;

use crate::entry::{Layer, Rule, Value};
use crate::lexicon::{Lexicon, Marks};

/// What a date shape says of the day meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// What the parts say: a day, a month, a year, or from one to another.
    Parts,
    /// So many days after the day of publication.
    Published(i64),
    /// So many days after the day last spoken of.
    Context(i64),
    /// The weekday nearest before the page's date, or on it.
    Weekday,
    /// The weekday before the page's date.
    WeekdayLast,
    /// The weekday after the page's date.
    WeekdayNext,
    /// The month so many after that of the page, or the named month before or after it.
    Month(i8),
    /// The year so many after that of the page (with a month where one is named).
    Year(i16),
    /// The week so many after that of the page.
    Week(i8),
}

impl When {
    pub(crate) const ALL: &'static [&'static str] = &[
        "date", "published+N", "published-N", "context+N", "context-N", "weekday", "weekday-last", "weekday-next", "month-last",
        "month-this", "month-next", "year-last", "year-this", "year-next", "week-last", "week-this", "week-next",
    ];

    pub(crate) fn parse(word: &str) -> Option<Self> {
        let days = |rest: &str| rest.strip_prefix('+').unwrap_or(rest).parse::<i64>().ok().filter(|days| days.abs() <= 366);
        let way = |rest: &str| match rest {
            "-last" => Some(-1),
            "-this" => Some(0),
            "-next" => Some(1),
            _ => None,
        };
        Some(match word {
            "date" => Self::Parts,
            "weekday" => Self::Weekday,
            "weekday-last" => Self::WeekdayLast,
            "weekday-next" => Self::WeekdayNext,
            _ if word.starts_with("published") => Self::Published(days(&word["published".len()..])?),
            _ if word.starts_with("context") => Self::Context(days(&word["context".len()..])?),
            _ if word.starts_with("month") => Self::Month(way(&word["month".len()..])?),
            _ if word.starts_with("year") => Self::Year(way(&word["year".len()..])?.into()),
            _ if word.starts_with("week") => Self::Week(way(&word["week".len()..])?),
            _ => return None,
        })
    }
}

/// What a date in a text names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateParts {
    /// First and, of a range, last day.
    pub day: [Option<i8>; 2],
    /// First and, of a range, last month.
    pub month: [Option<i8>; 2],
    /// First and, of a range, last year.
    pub year: [Option<i16>; 2],
    /// 1 (Monday) to 7.
    pub weekday: Option<i8>,
}

/// A date found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateMatch {
    /// Its first token.
    pub start: u32,
    /// The token after its last.
    pub end: u32,
    /// What it names.
    pub parts: DateParts,
    /// What it says of the day meant.
    pub when: When,
    /// The line of the pack.
    pub rule: Rule,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Word(u32),
    Dash,
    Day(usize),
    MonthName(usize),
    MonthNumber(usize),
    Year(usize),
    Weekday,
}

#[derive(Debug)]
struct Pattern {
    parts: Vec<Part>,
    when: When,
    rule: Rule,
}

/// The date shapes of a language.
#[derive(Debug, Default)]
pub struct DatePatterns {
    patterns: Vec<Pattern>,
    by_word: FxHashMap<u32, Vec<u32>>,
    by_part: Vec<u32>,
}

/// What the automaton of dates reads.
struct Input<'a> {
    text: &'a str,
    tokens: &'a [Token],
    words: &'a [u32],
    marks: &'a Marks,
    lexicon: &'a Lexicon,
    end: u32,
}

impl DatePatterns {
    /// Adds a plain pattern.
    pub(crate) fn insert(&mut self, plain: &str, when: When, rule: Rule, lexicon: &mut Lexicon) -> Result<(), String> {
        let mut parts = Vec::new();
        for (place, piece) in plain.split('{').enumerate() {
            let literal = if place == 0 {
                piece
            } else {
                let (name, rest) = piece.split_once('}').ok_or("`{` is not closed by `}`")?;
                parts.push(part(name).ok_or_else(|| format!("`{{{name}}}` is no part of a date"))?);
                rest
            };
            parts.extend(lexicon.intern_phrase(literal).0.into_iter().map(Part::Word));
        }
        let dash = lexicon.intern_phrase("-").0[0];
        parts.iter_mut().filter(|part| **part == Part::Word(dash)).for_each(|part| *part = Part::Dash);
        let index = self.patterns.len() as u32;
        match parts.first() {
            None => return Err("the pattern is empty".to_owned()),
            Some(Part::Word(word)) => self.by_word.entry(*word).or_default().push(index),
            Some(_) => self.by_part.push(index),
        }
        self.patterns.push(Pattern { parts, when, rule });
        Ok(())
    }

    /// The dates within some tokens, the longest at each place, not overlapping.
    pub fn find(&self, lexicon: &Lexicon, text: &str, tokens: &[Token], words: &[u32], marks: &Marks, range: Range<u32>) -> Vec<DateMatch> {
        let input = Input { text, tokens, words, marks, lexicon, end: range.end };
        let mut found = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let best = self.longest(&input, at);
            at = best.map_or(at + 1, |date| date.end);
            found.extend(best);
        }
        found
    }

    fn longest(&self, input: &Input<'_>, at: u32) -> Option<DateMatch> {
        let by_word = self.by_word.get(&input.words[at as usize]).map_or(&[][..], Vec::as_slice);
        let token = &input.tokens[at as usize];
        let figure = token.shape == Shape::Number || !input.marks.at(Layer::Figures, at).is_empty();
        let by_part = if figure { self.by_part.as_slice() } else { &[] };
        by_word
            .iter()
            .chain(by_part)
            .filter_map(|&index| {
                let pattern = &self.patterns[index as usize];
                let (end, parts) = input.fit(&pattern.parts, at)?;
                Some(DateMatch { start: at, end, parts, when: pattern.when, rule: pattern.rule })
            })
            .min_by_key(|date| (u32::MAX - date.end, date.rule.line))
    }
}

impl Input<'_> {
    fn fit(&self, parts: &[Part], mut at: u32) -> Option<(u32, DateParts)> {
        let start = at;
        let mut found = DateParts::default();
        for part in parts {
            if at >= self.end {
                return None;
            }
            match *part {
                Part::Word(word) => {
                    if self.words[at as usize] != word {
                        return None;
                    }
                    at += 1;
                }
                Part::Dash => {
                    let token = &self.tokens[at as usize];
                    if !matches!(&self.text[token.start as usize..token.end as usize], "-" | "–" | "—" | "‑" | "‐" | "−") {
                        return None;
                    }
                    at += 1;
                }
                Part::Day(which) => found.day[which] = Some(self.number(&mut at, 1..=2, 1..=31)? as i8),
                Part::MonthNumber(which) => found.month[which] = Some(self.number(&mut at, 1..=2, 1..=12)? as i8),
                Part::Year(which) => found.year[which] = Some(self.number(&mut at, 4..=4, 1000..=2199)?),
                Part::MonthName(which) => {
                    found.month[which] = Some(self.figure(&mut at, |value| match value {
                        Value::Month(month) => Some(*month),
                        _ => None,
                    })?);
                }
                Part::Weekday => {
                    found.weekday = Some(self.figure(&mut at, |value| match value {
                        Value::Weekday(day) => Some(*day),
                        _ => None,
                    })?);
                }
            }
        }
        // A number must not go on: `10/7/20` is not the tenth of July in `10/7/2025`.
        let goes_on = |token: u32| {
            self.tokens.get(token as usize).is_some_and(|next| !next.spaced && next.shape == Shape::Number)
        };
        let decimal = at + 1 < self.end && !self.tokens[at as usize].spaced && matches!(self.quote(at), "/" | "." | ",") && goes_on(at + 1);
        let inside = start > 0 && !self.tokens[start as usize].spaced && self.tokens[start as usize - 1].shape == Shape::Number;
        (!goes_on(at) && !(decimal && self.tokens[at as usize - 1].shape == Shape::Number) && !inside).then_some((at, found))
    }

    fn quote(&self, token: u32) -> &str {
        let token = &self.tokens[token as usize];
        &self.text[token.start as usize..token.end as usize]
    }

    fn number(&self, at: &mut u32, digits: std::ops::RangeInclusive<usize>, values: std::ops::RangeInclusive<i16>) -> Option<i16> {
        let written = self.quote(*at);
        if self.tokens[*at as usize].shape != Shape::Number || !digits.contains(&written.len()) {
            return None;
        }
        *at += 1;
        written.parse().ok().filter(|value| values.contains(value))
    }

    fn figure(&self, at: &mut u32, value: impl Fn(&Value) -> Option<i8>) -> Option<i8> {
        let (found, end) = self.marks.at(Layer::Figures, *at).iter().find_map(|mark| Some((value(&self.lexicon.of(*mark).value)?, mark.end)))?;
        *at = end;
        Some(found)
    }
}

fn part(name: &str) -> Option<Part> {
    Some(match name {
        "day" | "dd" => Part::Day(0),
        "day2" | "dd2" => Part::Day(1),
        "month" => Part::MonthName(0),
        "month2" => Part::MonthName(1),
        "mm" => Part::MonthNumber(0),
        "mm2" => Part::MonthNumber(1),
        "year" => Part::Year(0),
        "year2" => Part::Year(1),
        "weekday" => Part::Weekday,
        _ => return None,
    })
}
