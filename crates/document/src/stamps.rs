//! Dates by their shape alone: enough to know a line that says when something was published.

use std::ops::Range;

use crate::Shape;
use crate::cut::Cut;

/// Tokens of a line that are looked at.
const LOOKED_AT: u32 = 64;

/// A date in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    /// Its tokens.
    pub(crate) tokens: Range<u32>,
    /// Whether a time of day stands in the line, or the date is written as machines write it.
    pub(crate) exact: bool,
}

/// The first full date among some tokens.
pub(crate) fn stamp(cut: Cut<'_>, tokens: Range<u32>) -> Option<Stamp> {
    let tokens = tokens.start..tokens.end.min(tokens.start + LOOKED_AT);
    let numbers = || tokens.clone().filter(|&at| cut.text.as_bytes()[cut.token(at).end as usize - 1].is_ascii_digit());
    numbers().next()?;
    let clock = numbers().any(|at| clock(cut, at, tokens.end).is_some());
    numbers().find_map(|at| {
        let end = iso(cut, at, tokens.end);
        let exact = end.is_some() || clock;
        let end = end.or_else(|| numeric(cut, at, tokens.end)).or_else(|| dashed(cut, at, tokens.end));
        let end = end.or_else(|| worded(cut, at, tokens.end))?;
        Some(Stamp { tokens: at..end, exact })
    })
}

/// The token after a date such as `2025-06-03`, and a time after it, with which a line begins, one word before it at most.
pub(crate) fn leading(cut: Cut<'_>, tokens: &Range<u32>) -> Option<u32> {
    let first = tokens.clone().find(|&at| cut.shape(at) == Shape::Number)?;
    if first > tokens.start + 2 || (first > tokens.start && !cut.is_word(tokens.start)) {
        return None;
    }
    let mut end = iso(cut, first, tokens.end)?;
    if end < tokens.end
        && let Some(after) = clock(cut, end, tokens.end)
    {
        end = after;
    }
    Some(end)
}

/// `2025-06-03`.
fn iso(cut: Cut<'_>, at: u32, end: u32) -> Option<u32> {
    let glued = at + 4 < end && (at + 1..at + 5).all(|at| !cut.token(at).spaced);
    let fits = glued
        && year(cut, at)
        && cut.is(at + 1, "-")
        && below(cut, at + 2, 12)
        && cut.is(at + 3, "-")
        && below(cut, at + 4, 31);
    fits.then_some(at + 5)
}

/// `3/6/2025`, `03.06.2025`, `3. 6. 2025`, `2025/06/03`; a word may be glued before it.
fn numeric(cut: Cut<'_>, at: u32, end: u32) -> Option<u32> {
    if at + 4 >= end || !cut.is_any(at + 1, "/.-") || cut.word(at + 1) != cut.word(at + 3) {
        return None;
    }
    let glued = [1, 3].iter().all(|&step| !cut.token(at + step).spaced);
    if !glued {
        return None;
    }
    let day = below(cut, at, 31) || (cut.is_word(at) && trailing_number(cut.word(at)));
    let fits = (day && below(cut, at + 2, 31) && year(cut, at + 4))
        || (year(cut, at) && below(cut, at + 2, 12) && below(cut, at + 4, 31));
    fits.then_some(at + 5)
}

/// `3-Jun-2025`, `03/June/2025`.
fn dashed(cut: Cut<'_>, at: u32, end: u32) -> Option<u32> {
    let glued = at + 4 < end && (at + 1..at + 5).all(|at| !cut.token(at).spaced);
    let parted = glued && cut.is_any(at + 1, "-/") && cut.word(at + 1) == cut.word(at + 3);
    (parted && below(cut, at, 31) && cut.is_word(at + 2) && year(cut, at + 4)).then_some(at + 5)
}

fn trailing_number(word: &str) -> bool {
    word.trim_end_matches(|letter: char| letter.is_ascii_digit()).len() + 2 >= word.len()
        && word.ends_with(|letter: char| letter.is_ascii_digit())
}

/// A day and a year with a few words and a month between them, in either order: `3 June 2025`, `June 3rd, 2025`,
/// `3 de junio de 2025`, `ngày 3 tháng 6 năm 2025`, `2025年6月3日`.
fn worded(cut: Cut<'_>, at: u32, end: u32) -> Option<u32> {
    let (day_first, year_first) = (below(cut, at, 31), year(cut, at));
    if !day_first && !year_first {
        return None;
    }
    // In Chinese and Japanese the digits are one word with the sign before them.
    let glued = |step: u32| {
        at + step < end
            && !cut.token(at + step).spaced
            && cut.is_word(at + step)
            && trailing_number(cut.word(at + step))
    };
    if year_first && glued(1) && glued(2) {
        return Some(at + 3);
    }
    let (mut words, mut months) = (0, 0);
    for next in at + 1..end.min(at + 9) {
        match cut.shape(next) {
            Shape::Number if day_first && year(cut, next) => {
                let has_month = words > 0 || months > 0 || (at > 0 && cut.is_word(at - 1));
                return has_month.then_some(next + 1);
            }
            Shape::Number if year_first && below(cut, next, 31) && (words > 0 || months > 0) => {
                if words == 1
                    && months == 0
                    && next + 1 < end
                    && cut.is_word(next + 1)
                    && !cut.token(next + 1).spaced
                    && next + 2 < end
                    && cut.shape(next + 2) == Shape::Number
                {
                    months += 1;
                    continue;
                }
                return Some(next + 1);
            }
            Shape::Number if below(cut, next, 12) && months == 0 => months += 1,
            Shape::Punctuation if cut.is_any(next, ",.") && !cut.token(next).spaced => {}
            Shape::Number | Shape::Punctuation => return None,
            _ if words < 4 && cut.word(next).chars().count() <= 24 => words += 1,
            _ => return None,
        }
    }
    None
}

/// `20:31`, `20:31:15`.
pub(crate) fn clock(cut: Cut<'_>, at: u32, end: u32) -> Option<u32> {
    let part = |at: u32, limit: u32| at < end && below_or_zero(cut, at, limit);
    let colon = |at: u32| {
        at + 1 < end
            && cut.is(at, ":")
            && !cut.token(at).spaced
            && !cut.token(at + 1).spaced
            && cut.word(at + 1).len() == 2
    };
    if !(part(at, 24) && colon(at + 1) && part(at + 2, 59)) {
        return None;
    }
    if colon(at + 3) && part(at + 4, 60) { Some(at + 5) } else { Some(at + 3) }
}

fn below(cut: Cut<'_>, at: u32, limit: u32) -> bool {
    cut.word(at).len() <= 2 && cut.number(at).is_some_and(|number| (1..=limit).contains(&number))
}

fn below_or_zero(cut: Cut<'_>, at: u32, limit: u32) -> bool {
    cut.word(at).len() <= 2 && cut.number(at).is_some_and(|number| number <= limit)
}

fn year(cut: Cut<'_>, at: u32) -> bool {
    cut.number(at).is_some_and(|number| (1900..=2100).contains(&number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokenize;

    #[test]
    fn finds_dates() {
        let rows = [
            ("June 3, 2025", "3, 2025"),
            ("3 June 2025", "3 June 2025"),
            ("Publicerad 11 dec 2024 kl 05.00", "11 dec 2024"),
            ("el 3 de junio de 2025", "3 de junio de 2025"),
            ("ngày 12 tháng 5 năm 2025", "12 tháng 5 năm 2025"),
            ("Thứ Ba, 10/09/2024 - 08:00", "10/09/2024"),
            ("Báo Quốc Tế23/11/2025", "23/11/2025"),
            ("2025-11-12 20:31:15", "2025-11-12"),
            ("ABU DHABI, 19th November, 2025", "19th November, 2025"),
            ("15.9.2021", "15.9.2021"),
            ("2025. június 3.", "2025. június 3"),
            ("2025年6月3日", "2025年6月3"),
            ("Publish Date : 12-Jun-2025", "12-Jun-2025"),
            ("A 12-year plan", ""),
            ("Priorities for 2025", ""),
            ("12 ministers of 8 countries", ""),
            ("1.5 billion", ""),
        ];
        for (text, expected) in rows {
            let tokens = tokenize(text);
            let cut = Cut { text, tokens: &tokens };
            let found = stamp(cut, 0..tokens.len() as u32).map(|stamp| cut.bytes(&stamp.tokens));
            assert_eq!(found.map_or("", |bytes| &text[bytes.start as usize..bytes.end as usize]), expected, "{text}");
        }
    }
}
