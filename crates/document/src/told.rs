//! The day that a document says in a line by itself, whatever its language: in numbers, or with the name of a month.

use std::ops::Range;

use crate::blocks::Shaped;
use crate::calendar::Calendar;
use crate::cut::Cut;
use crate::{Block, BlockKind, PartialDate};

/// Blocks at either end of a document that may tell its day.
const EDGE: usize = 12;
/// A line that tells the day is not longer, in bytes; nor does what tells it at the head of a paragraph end later.
const LONGEST: usize = 160;
/// So many words may stand beside the day in a line that tells nothing else.
const BESIDE: usize = 4;
/// Where a paragraph begins with place and day, the day begins so early, in items.
const HEAD: usize = 8;

/// The day that one of the lines around the story tells, else its title, else its first words.
pub(crate) fn day(cut: Cut<'_>, shaped: &Shaped, calendar: &Calendar) -> Option<PartialDate> {
    let language = shaped.main.code.as_deref();
    let text = |block: &Block| &cut.text[block.bytes.start as usize..block.bytes.end as usize];
    let blocks = &shaped.blocks;
    let tail = blocks.len().saturating_sub(EDGE / 2).max(EDGE.min(blocks.len()));
    let edges = || blocks.iter().take(EDGE).chain(&blocks[tail..]);
    let find = |block: &Block| {
        let items = items(text(block));
        let (day, at) = first(&items, calendar, language)?;
        Some((day, is_bare(&items, &at) || is_timed(&items, &at)))
    };
    let short = || edges().filter(|block| text(block).len() <= LONGEST);
    // "令和7年6月3日" in the dress of a heading, "ประกาศเมื่อ 3 มิ.ย. 2568" and "Par H. Ek Publié le 3 juin 2025 à 17h20" in that of a paragraph.
    let line = || {
        short().find_map(|block| {
            let (day, bare) = find(block)?;
            let tells = matches!(block.kind, BlockKind::Dateline | BlockKind::Furniture | BlockKind::Source);
            (tells || bare && matches!(block.kind, BlockKind::Title | BlockKind::Paragraph)).then_some(day)
        })
    };
    let title = || short().filter(|block| block.kind == BlockKind::Title).find_map(|block| Some(find(block)?.0));
    line().or_else(title).or_else(|| {
        // "Bern, 04.06.2025 - The minister …", "Lima, 4 de junio de 2025.- El ministro …".
        let story = blocks.iter().find(|block| block.kind == BlockKind::Paragraph)?;
        let head = text(story);
        let items = items(&head[..head.floor_char_boundary(LONGEST)]);
        let (day, at) = first(&items, calendar, language)?;
        let ends = matches!(items.get(at.end), None | Some(Item::Sign('-' | '–' | '—' | ':' | '.' | ')' | '/')));
        (at.start <= HEAD && ends).then_some(day)
    })
}

/// Whether a line tells nothing but a day.
fn is_bare(items: &[Item], day: &Range<usize>) -> bool {
    let word = |(at, item): &(usize, &Item)| !day.contains(at) && matches!(item, Item::Word(_));
    items.iter().enumerate().filter(word).count() <= BESIDE
}

/// Whether a time of the day stands right behind a day: `17:20`, `17h20`, `17.20`.
fn is_timed(items: &[Item], day: &Range<usize>) -> bool {
    let below = |at: usize, limit: i16| number(items, at).is_some_and(|number| number < limit);
    let parted = |at: usize| match items.get(at) {
        Some(Item::Sign(sign)) => matches!(sign, ':' | '.'),
        Some(Item::Word(word)) => word.chars().count() == 1,
        _ => false,
    };
    let two = |at: usize| matches!(items.get(at), Some(Item::Number(_, 2)));
    (day.end..day.end + 3).any(|at| below(at, 25) && parted(at + 1) && below(at + 2, 60) && two(at + 2))
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Item {
    /// A number, and how many figures it has.
    Number(i16, usize),
    /// A word in lower case.
    Word(String),
    Sign(char),
}

/// The value of a figure of any script in which dates are written.
fn figure(sign: char) -> Option<i16> {
    const NOUGHTS: [char; 9] = ['0', '٠', '۰', '०', '০', '๐', '၀', '០', '０'];
    NOUGHTS
        .into_iter()
        .find_map(|nought| (sign as u32).checked_sub(nought as u32).filter(|value| *value < 10))
        .map(|value| value as i16)
}

/// The parts of a line. Marks on letters stay in their word, and so do stops between its letters: "3 ก.ย. 2568".
fn items(line: &str) -> Vec<Item> {
    let mut items = Vec::new();
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        if let Some(mut value) = figure(sign) {
            let mut figures = 1;
            while let Some(next) = signs.peek().copied().and_then(figure) {
                (value, figures) = (value.saturating_mul(10).saturating_add(next), figures + 1);
                signs.next();
            }
            items.push(Item::Number(value, figures));
        } else if sign.is_alphanumeric() {
            let mut word = String::from(sign);
            let joins = |sign: &char| !sign.is_whitespace() && !is_sign(*sign) && figure(*sign).is_none();
            loop {
                if let Some(next) = signs.next_if(joins) {
                    word.push(next);
                } else if signs.peek() == Some(&'.') && signs.clone().nth(1).is_some_and(|next| next.is_alphabetic()) {
                    word.extend(signs.next());
                } else {
                    break;
                }
            }
            items.push(Item::Word(word.to_lowercase()));
        } else if is_sign(sign) {
            items.push(Item::Sign(sign));
        }
    }
    items
}

/// Whether a character parts words: what is neither letter nor space nor a mark on a letter, and can be seen.
fn is_sign(sign: char) -> bool {
    !sign.is_alphanumeric()
        && !sign.is_whitespace()
        && !is_direction(sign)
        && !unicode_normalization::char::is_combining_mark(sign)
}

/// Whether a character only says which way is written: "\u{200f}03/06/2025".
fn is_direction(sign: char) -> bool {
    matches!(sign, '\u{200c}'..='\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The first full date among some items, and where it stands.
fn first(items: &[Item], calendar: &Calendar, language: Option<&str>) -> Option<(PartialDate, Range<usize>)> {
    (0..items.len()).find_map(|at| {
        let (day, end) = numeric(items, at, calendar).or_else(|| named(items, at, calendar, language))?;
        Some((day, at..end))
    })
}

/// A number at a place.
fn number(items: &[Item], at: usize) -> Option<i16> {
    match items.get(at) {
        Some(Item::Number(number, 1 | 2)) => Some(*number),
        _ => None,
    }
}

/// A year of four figures at a place; those of the Buddhist calendar are 543 more.
fn year(items: &[Item], at: usize) -> Option<i16> {
    match items.get(at) {
        Some(&Item::Number(year @ 1900..=2100, 4)) => Some(year),
        Some(&Item::Number(year @ 2443..=2643, 4)) => Some(year - 543),
        _ => None,
    }
}

/// `2025-06-03`, `2025年6月3日`, `令和7年6月3日`, `03.06.2025`, `3/6/2025`: where both numbers may be the month, the second is.
fn numeric(items: &[Item], at: usize, calendar: &Calendar) -> Option<(PartialDate, usize)> {
    let alike =
        items.get(at + 1) == items.get(at + 3) && matches!(items.get(at + 1), Some(Item::Sign('-' | '/' | '.')));
    let worded = || {
        [at + 1, at + 3].iter().all(|&at| matches!(items.get(at), Some(Item::Word(word)) if word.chars().count() == 1))
    };
    if !alike && !worded() {
        return None;
    }
    let counted = || match items.get(at.checked_sub(1)?) {
        Some(Item::Word(era)) => calendar.year(era, number(items, at)?),
        _ => None,
    };
    if let Some(year) = year(items, at).or_else(counted) {
        let day = PartialDate::day(year, number(items, at + 2)? as i8, number(items, at + 4)? as i8)?;
        return Some((day, at + 5));
    }
    let (one, other, year) = (number(items, at)?, number(items, at + 2)?, year(items, at + 4)?);
    let (day, month) = if other > 12 { (other, one) } else { (one, other) };
    Some((PartialDate::day(year, month as i8, day as i8)?, at + 5))
}

/// `3 juin 2025`, `3 de junio de 2025`, `Juni 3, 2025`, `2025. június 3.`: a short word or sign may stand between.
fn named(items: &[Item], at: usize, calendar: &Calendar, language: Option<&str>) -> Option<(PartialDate, usize)> {
    let month = |at: usize| match items.get(at) {
        Some(Item::Word(word)) => calendar.month(word, language),
        _ => None,
    };
    // The next place at which something stands, with two items before it at most.
    let next = |from: usize, is: &dyn Fn(usize) -> bool| {
        let fills = |at: usize| match items.get(at) {
            Some(Item::Word(word)) => word.chars().count() <= 4,
            Some(Item::Sign(sign)) => !matches!(sign, ';' | '!' | '?' | '|' | '&'),
            _ => false,
        };
        (from..from + 3).find(|&at| is(at) || !fills(at)).filter(|&at| is(at))
    };
    let (is_month, is_day) = (|at: usize| month(at).is_some(), |at: usize| number(items, at).is_some());
    let is_year = |at: usize| year(items, at).is_some();
    let (day, of, years) = if is_day(at) {
        let of = next(at + 1, &is_month)?;
        (at, of, next(of + 1, &is_year)?)
    } else if is_year(at) {
        // "2025. június 3.", "2025. gada 3. jūnijs".
        match next(at + 1, &is_month) {
            Some(of) => (next(of + 1, &is_day)?, of, at),
            None => {
                let day = next(at + 1, &is_day)?;
                (day, next(day + 1, &is_month)?, at)
            }
        }
    } else if is_month(at) {
        let day = next(at + 1, &is_day)?;
        (day, at, next(day + 1, &is_year)?)
    } else {
        return None;
    };
    let found = PartialDate::day(year(items, years)?, month(of)?, number(items, day)? as i8)?;
    Some((found, day.max(of).max(years) + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Era, Months};

    fn calendar() -> Calendar {
        let months = |language: &str, at: usize, form: &str| {
            let mut forms = vec![Vec::new(); 12];
            forms[at - 1].push(form.to_owned());
            Months { language: language.to_owned(), forms }
        };
        let all = [
            ("es", 6, "junio"),
            ("hu", 6, "június"),
            ("el", 10, "οκτωβρίου"),
            ("ar", 11, "نوفمبر"),
            ("cs", 11, "listopadu"),
            ("hr", 10, "listopadu"),
            ("fr", 6, "juin"),
            ("th", 6, "มิถุนายน"),
            ("th", 6, "มิ.ย"),
            ("ca", 10, "octubre"),
            ("lv", 6, "jūnijs"),
            ("he", 6, "יונ"),
        ];
        let all = all.into_iter().map(|(language, at, form)| months(language, at, form)).collect();
        Calendar::new(all, vec![Era { name: "令和".to_owned(), before: 2018 }])
    }

    #[test]
    fn lines_that_tell_the_day() {
        let rows = [
            ("3 juin 2025", true),
            ("Publié le 3 juin 2025 par Ek", true),
            ("Par H. Ek Publié le 3 juin 2025 à 17h20 Temps de lecture : 2 min.", true),
            ("Elle a dit le 3 juin 2025 que le port de la ville serait prêt.", false),
            ("Elle a dit le 3 juin 2025 que 20 ports de la ville seraient prêts.", false),
        ];
        for (line, expected) in rows {
            let items = items(line);
            let (_, at) = first(&items, &calendar(), Some("fr")).unwrap();
            assert_eq!(is_bare(&items, &at) || is_timed(&items, &at), expected, "{line}");
        }
    }

    #[test]
    fn dates_in_any_language() {
        let rows = [
            ("2025-06-03 18:20", "", "2025-06-03"),
            ("発表：2025年6月3日", "ja", "2025-06-03"),
            ("令和７年６月３日", "ja", "2025-06-03"),
            ("2025년 6월 3일", "ko", "2025-06-03"),
            ("Data: 03.06.2025", "pl", "2025-06-03"),
            ("3. 6. 2025", "cs", "2025-06-03"),
            ("6/13/2025", "", "2025-06-13"),
            ("٢٣ نوفمبر ٢٠٢٥", "ar", "2025-11-23"),
            ("Lima, 3 de junio de 2025", "es", "2025-06-03"),
            ("2025. június 3.", "hu", "2025-06-03"),
            ("Juin 3, 2025", "fr", "2025-06-03"),
            ("1er juin 2025", "fr", "2025-06-01"),
            ("Πέμπτη, 02 Οκτωβρίου 2025", "el", "2025-10-02"),
            ("3 มิถุนายน 2568", "th", "2025-06-03"),
            ("3 มิ.ย. 2568", "th", "2025-06-03"),
            ("วันที่ 3 มิถุนายน พ.ศ. 2568", "th", "2025-06-03"),
            ("21 d’octubre del 2025", "ca", "2025-10-21"),
            ("2025. gada 3. jūnijs", "lv", "2025-06-03"),
            ("3 יונ׳ 2025", "he", "2025-06-03"),
            ("\u{200f}03\u{200f}/06\u{200f}/2025", "ar", "2025-06-03"),
            ("3. listopadu 2025", "cs", "2025-11-03"),
            ("3. listopadu 2025", "hr", "2025-10-03"),
            ("3. listopadu 2025", "sk", ""),
            ("3 juin", "fr", ""),
            ("31.06.2025", "", ""),
            ("1.500.2025", "", ""),
            ("12 pays, juin et juillet, 2025", "fr", ""),
        ];
        for (line, language, expected) in rows {
            let found = first(&items(line), &calendar(), Some(language).filter(|code| !code.is_empty()));
            assert_eq!(found.map_or(String::new(), |(day, _)| day.to_string()), expected, "{line}");
        }
    }
}
