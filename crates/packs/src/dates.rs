//! The shapes of dates.

use std::cmp::Ordering;
use std::ops::{Range, RangeInclusive};

use document::{Shape, Token};

use crate::blob::{Reader, Table, View, Writer};
use crate::codec::{read_rule, write_rule};
use crate::draft::LexiconDraft;
use crate::entry::{Rule, Value};
use crate::lexicon::{self, Lexicon, Mark};

/// How many parts a pattern may have.
const MOST: usize = 64;

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
    /// The weekend so many after the last one before the page's date.
    Weekend(i8),
    /// The next such weekday after the page's date, 1 to 7: for words that hold the weekday and that it is to come.
    Coming(i8),
    /// The day until which something lasts, which does not say when it begins.
    Until,
    /// What the parts say, where they head a line and the day is near the page's own: `2/12` in a diary.
    Line,
    /// So many days after the first of a stay or a gathering, or, below zero, counted back from its last, which is -1.
    Stay(i8),
}

impl When {
    pub(crate) const ALL: &'static [&'static str] = &[
        "date",
        "published+N",
        "published-N",
        "context+N",
        "context-N",
        "weekday",
        "weekday-last",
        "weekday-next",
        "month-last",
        "month-this",
        "month-next",
        "year-last",
        "year-this",
        "year-next",
        "week-last",
        "week-this",
        "week-next",
        "weekend-last",
        "weekend-next",
        "coming-N",
        "until",
        "line",
        "stay+N",
        "stay-N",
    ];

    fn write(self, out: &mut Writer) {
        let (code, number) = match self {
            Self::Parts => (0, 0),
            Self::Published(days) => (1, days),
            Self::Context(days) => (2, days),
            Self::Weekday => (3, 0),
            Self::WeekdayLast => (4, 0),
            Self::WeekdayNext => (5, 0),
            Self::Month(months) => (6, months.into()),
            Self::Year(years) => (7, years.into()),
            Self::Week(weeks) => (8, weeks.into()),
            Self::Weekend(weeks) => (9, weeks.into()),
            Self::Coming(day) => (10, day.into()),
            Self::Until => (11, 0),
            Self::Line => (12, 0),
            Self::Stay(day) => (13, day.into()),
        };
        out.number(code);
        out.wide(number as u64);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let (code, number) = (from.number(), from.wide() as i64);
        match code {
            0 => Self::Parts,
            1 => Self::Published(number),
            2 => Self::Context(number),
            3 => Self::Weekday,
            4 => Self::WeekdayLast,
            5 => Self::WeekdayNext,
            6 => Self::Month(number as i8),
            7 => Self::Year(number as i16),
            8 => Self::Week(number as i8),
            9 => Self::Weekend(number as i8),
            10 => Self::Coming(number as i8),
            11 => Self::Until,
            12 => Self::Line,
            _ => Self::Stay(number as i8),
        }
    }

    pub(crate) fn parse(word: &str) -> Option<Self> {
        let days =
            |rest: &str| rest.strip_prefix('+').unwrap_or(rest).parse::<i64>().ok().filter(|days| days.abs() <= 366);
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
            "until" => Self::Until,
            "line" => Self::Line,
            "weekend-last" => Self::Weekend(0),
            "weekend-next" => Self::Weekend(1),
            _ if word.starts_with("coming-") => {
                Self::Coming(word["coming-".len()..].parse().ok().filter(|day| (1..=7).contains(day))?)
            }
            _ if word.starts_with("published") => Self::Published(days(&word["published".len()..])?),
            _ if word.starts_with("context") => Self::Context(days(&word["context".len()..])?),
            _ if word.starts_with("stay") => Self::Stay(days(&word["stay".len()..])?.try_into().ok()?),
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

impl DateParts {
    /// The same with its months counted from 1: those below zero are months only beside a day.
    fn named(mut self) -> Option<Self> {
        let doubtful = self.month.iter().flatten().any(|month| *month < 0);
        self.month = self.month.map(|month| month.map(i8::abs));
        (!doubtful || self.day[0].is_some()).then_some(self)
    }
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
    Day(usize),
    MonthName(usize),
    MonthNumber(usize),
    Year(usize),
    /// The last two figures of a year of this century.
    ShortYear,
    Weekday,
}

/// What a pattern is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Part(Part),
    Word(u32),
}

/// The parts that are no words, by their numbers.
const PARTS: [Part; 10] = [
    Part::Day(0),
    Part::Day(1),
    Part::MonthName(0),
    Part::MonthName(1),
    Part::MonthNumber(0),
    Part::MonthNumber(1),
    Part::Year(0),
    Part::Year(1),
    Part::Weekday,
    Part::ShortYear,
];

/// The number of a word among the pieces of patterns; those before it are of parts.
fn word_code(word: u32) -> u32 {
    PARTS.len() as u32 + word
}

/// The date shapes of a language as they are gathered.
#[derive(Debug, Default)]
pub(crate) struct DatesDraft {
    patterns: Vec<(Vec<Piece>, When, Rule)>,
}

impl DatesDraft {
    /// Adds a plain pattern.
    pub(crate) fn insert(
        &mut self,
        plain: &str,
        when: When,
        rule: Rule,
        lexicon: &mut LexiconDraft,
    ) -> Result<(), String> {
        let mut parts = Vec::new();
        for (place, piece) in plain.split('{').enumerate() {
            let literal = if place == 0 {
                piece
            } else {
                let (name, rest) = piece.split_once('}').ok_or("`{` is not closed by `}`")?;
                parts.push(part(name).map(Piece::Part).ok_or_else(|| format!("`{{{name}}}` is no part of a date"))?);
                rest
            };
            parts.extend(lexicon.intern_phrase(literal).0.into_iter().map(Piece::Word));
        }
        if parts.is_empty() {
            return Err("the pattern is empty".to_owned());
        }
        if parts.len() > MOST {
            return Err(format!("the pattern has more than {MOST} parts"));
        }
        self.patterns.push((parts, when, rule));
        Ok(())
    }

    /// Writes the patterns as a tree over their parts; `numbers` are the final ones of words.
    pub(crate) fn write(mut self, numbers: &[u32], out: &mut Writer) {
        for piece in self.patterns.iter_mut().flat_map(|(pieces, ..)| pieces) {
            if let Piece::Word(word) = piece {
                *word = numbers[*word as usize];
            }
        }
        // Of two patterns of one line that fit alike, the one that begins with a word is meant.
        let mut order: Vec<usize> = (0..self.patterns.len()).collect();
        order.sort_by_key(|&index| {
            (self.patterns[index].2.line, !matches!(self.patterns[index].0[0], Piece::Word(_)), index)
        });
        let mut ranks = vec![0; order.len()];
        order.iter().zip(0..).for_each(|(&index, rank)| ranks[index] = rank);
        out.list(&order, |out, &index| {
            let (_, when, rule) = self.patterns[index];
            when.write(out);
            write_rule(rule, out);
        });
        let mut first: Vec<u32> = self
            .patterns
            .iter()
            .filter_map(|(parts, ..)| if let Piece::Word(word) = parts[0] { Some(word) } else { None })
            .collect();
        first.sort_unstable();
        first.dedup();
        let mut set = vec![0; first.last().map_or(0, |last| *last as usize / 32 + 1)];
        first.into_iter().for_each(|word| set[word as usize / 32] |= 1 << (word % 32));
        out.table(&set);
        let code = |piece: &Piece| match piece {
            Piece::Part(part) => PARTS.iter().position(|one| one == part).expect("all are there") as u32,
            Piece::Word(word) => word_code(*word),
        };
        let mut all: Vec<(Vec<u32>, u32)> = self
            .patterns
            .iter()
            .zip(&ranks)
            .map(|((pieces, ..), rank)| (pieces.iter().map(code).collect(), *rank))
            .collect();
        all.sort();
        let mut nodes = Vec::new();
        tree(&all, 0, &mut nodes);
        out.table(&nodes);
    }
}

/// Writes the node of all patterns that are the same up to a depth: the first of those that end there (or none), how
/// many parts go on that are no words, how many words, and these with their nodes. Gives its place.
fn tree(all: &[(Vec<u32>, u32)], depth: usize, nodes: &mut Vec<u32>) -> u32 {
    let ended = all.iter().take_while(|(parts, _)| parts.len() == depth).count();
    let steps: Vec<_> = all[ended..].chunk_by(|a, b| a.0[depth] == b.0[depth]).collect();
    let parts = steps.iter().take_while(|step| (step[0].0[depth] as usize) < PARTS.len()).count();
    let node = nodes.len();
    nodes.extend([all[..ended].first().map_or(0, |(_, rank)| rank + 1), parts as u32, (steps.len() - parts) as u32]);
    nodes.resize(node + 3 + 2 * steps.len(), 0);
    for (place, step) in steps.into_iter().enumerate() {
        let to = tree(step, depth + 1, nodes);
        nodes[node + 3 + 2 * place] = step[0].0[depth];
        nodes[node + 4 + 2 * place] = to;
    }
    node as u32
}

/// The date shapes of a language.
#[derive(Debug, Default)]
pub struct DatePatterns {
    /// What the patterns mean, the first to be preferred.
    patterns: Vec<(When, Rule)>,
    /// The words that begin one, a bit a word.
    first: Table,
    nodes: Table,
}

/// What the tree of dates reads.
struct Input<'a> {
    text: &'a str,
    tokens: &'a [Token],
    words: &'a [u32],
    figures: &'a [Mark],
    lexicon: &'a Lexicon,
    nodes: View<'a>,
    start: u32,
    end: u32,
}

impl DatePatterns {
    pub(crate) fn read(from: &mut Reader<'_>) -> Self {
        Self {
            patterns: from.list(|from| (When::read(from), read_rule(from))),
            first: from.table(),
            nodes: from.table(),
        }
    }

    /// The dates within some tokens, the longest at each place, not overlapping; `figures` are the marks of that layer in
    /// these tokens.
    pub fn find(
        &self,
        lexicon: &Lexicon,
        text: &str,
        tokens: &[Token],
        words: &[u32],
        figures: &[Mark],
        range: Range<u32>,
    ) -> Vec<DateMatch> {
        let mut found: Vec<DateMatch> = Vec::new();
        let mut ahead = figures.iter().map(|mark| mark.start).peekable();
        let (first, nodes) = (self.first.view(), self.nodes.view());
        let of = range.start as usize..range.end as usize;
        let mut next = range.start;
        for ((at, token), &word) in range.clone().zip(&tokens[of.clone()]).zip(&words[of]) {
            let begins = first.get(word / 32) >> (word % 32) & 1 == 1;
            let figure = ahead.next_if_eq(&at).is_some();
            if figure {
                while ahead.next_if_eq(&at).is_some() {}
            }
            if at >= next && (begins || figure || token.shape == Shape::Number) {
                let input = Input { text, tokens, words, figures, lexicon, nodes, start: at, end: range.end };
                if let Some(date) = self.longest(&input) {
                    // "On Tuesday, 29 November": the words before a weekday take nothing from the day that it names.
                    let alone = date.when == When::Weekday && date.parts.day[0].is_none();
                    let mut inside = (at + 1..date.end).filter(|_| alone).filter_map(|start| {
                        let figures = &figures[figures.partition_point(|mark| mark.start < start)..];
                        self.longest(&Input { start, figures, ..input })
                    });
                    let date =
                        inside.find(|other| other.end > date.end && other.parts.day[0].is_some()).unwrap_or(date);
                    next = date.end;
                    found.push(date);
                }
            }
        }
        found
    }

    fn longest(&self, input: &Input<'_>) -> Option<DateMatch> {
        let mut best = None;
        if self.nodes.len() > 0 {
            input.go_on(0, input.start, DateParts::default(), &mut best);
        }
        let (end, rank, parts) = best?;
        let (when, rule) = self.patterns[rank as usize];
        Some(DateMatch { start: input.start, end, parts, when, rule })
    }
}

impl Input<'_> {
    /// Tries all parts that go on from a node; keeps the longest, and of these the first.
    fn go_on(&self, node: u32, at: u32, parts: DateParts, best: &mut Option<(u32, u32, DateParts)>) {
        let [rank, steps] = self.nodes.two(node);
        let better = |&(end, other, _): &(u32, u32, DateParts)| (at, other) > (end, rank - 1);
        if rank > 0
            && best.as_ref().is_none_or(better)
            && self.is_whole(at)
            && let Some(parts) = parts.named()
        {
            *best = Some((at, rank - 1, parts));
        }
        if at >= self.end {
            return;
        }
        let step = |place: u32| self.nodes.two(node + 3 + 2 * place);
        let figures = lexicon::at(self.figures, at);
        if !figures.is_empty() || self.tokens[at as usize].shape == Shape::Number {
            for place in 0..steps {
                let [code, to] = step(place);
                let mut parts = parts;
                if let Some(end) = self.take(PARTS[code as usize], at, figures, &mut parts) {
                    self.go_on(to, end, parts, best);
                }
            }
        }
        let word = word_code(self.words[at as usize]);
        let (mut low, mut high) = (steps, steps + self.nodes.get(node + 2));
        while low < high {
            let middle = low.midpoint(high);
            let [code, to] = step(middle);
            match code.cmp(&word) {
                Ordering::Less => low = middle + 1,
                Ordering::Equal => return self.go_on(to, at + 1, parts, best),
                Ordering::Greater => high = middle,
            }
        }
    }

    /// Takes one part, where it stands at a token; gives the token behind it. `figures` are the marks that begin there.
    fn take(&self, part: Part, at: u32, figures: &[Mark], found: &mut DateParts) -> Option<u32> {
        match part {
            Part::Day(which) => found.day[which] = Some(self.number(at, 1..=2, 1..=31)? as i8),
            Part::MonthNumber(which) => found.month[which] = Some(self.number(at, 1..=2, 1..=12)? as i8),
            Part::Year(which) => found.year[which] = Some(self.number(at, 4..=4, 1000..=2199)?),
            Part::ShortYear => found.year[0] = Some(2000 + self.number(at, 2..=2, 0..=99)?),
            Part::MonthName(_) | Part::Weekday => {
                return figures.iter().find_map(|mark| {
                    match (part, &self.lexicon.of(*mark).value) {
                        (Part::MonthName(which), Value::Month(month)) => found.month[which] = Some(*month),
                        (Part::Weekday, Value::Weekday(day)) => found.weekday = Some(*day),
                        _ => return None,
                    }
                    Some(mark.end)
                });
            }
        }
        Some(at + 1)
    }

    /// Whether a date that ends before a token is whole: `10/7/20` is not the tenth of July in `10/7/2025`.
    fn is_whole(&self, at: u32) -> bool {
        let goes_on = |token: u32| {
            self.tokens.get(token as usize).is_some_and(|next| !next.spaced && next.shape == Shape::Number)
        };
        let decimal = at + 1 < self.end
            && !self.tokens[at as usize].spaced
            && matches!(self.quote(at), "/" | "." | ",")
            && goes_on(at + 1);
        let inside = self.start > 0
            && !self.tokens[self.start as usize].spaced
            && self.tokens[self.start as usize - 1].shape == Shape::Number;
        let in_number = decimal && self.tokens[at as usize - 1].shape == Shape::Number;
        !(goes_on(at) || in_number || inside)
    }

    fn quote(&self, token: u32) -> &str {
        let token = &self.tokens[token as usize];
        &self.text[token.start as usize..token.end as usize]
    }

    fn number(&self, at: u32, digits: RangeInclusive<usize>, values: RangeInclusive<i16>) -> Option<i16> {
        let token = &self.tokens[at as usize];
        let fits = token.shape == Shape::Number && digits.contains(&((token.end - token.start) as usize));
        let value = if fits { self.quote(at).parse().ok()? } else { return None };
        values.contains(&value).then_some(value)
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
        "yy" => Part::ShortYear,
        "weekday" => Part::Weekday,
        _ => return None,
    })
}
