//! The day that a document says in a line by itself, whatever its language: in numbers, or with the name of a month.

use std::ops::Range;

use jiff::civil::Date;

use crate::blocks::Shaped;
use crate::calendar::{Calendar, is_direction, solar_day};
use crate::cut::Cut;
use crate::{Block, BlockKind, PartialDate};

/// Blocks at either end of a document that may tell its day.
const EDGE: usize = 12;
/// A line that tells the day is not longer, in characters; nor does what tells it at the head of a paragraph end later, in bytes.
const LONGEST: usize = 160;
/// So many words may stand beside the day in a line that tells nothing else.
const BESIDE: usize = 4;
/// What stands between the parts of a date: so many items, and words of so many letters.
const FILLERS: usize = 4;
const FILLER: usize = 5;
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
        let line = Line::new(text(block), calendar, language);
        let (day, at) = line.first()?;
        Some((day, line.is_bare(&at) || line.is_timed(&at)))
    };
    let is_short = |text: &str| text.len() <= LONGEST * 4 && text.chars().count() <= LONGEST && has_figure(text);
    let short = || edges().filter(|block| is_short(text(block)));
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
        let line = Line::new(&head[..head.floor_char_boundary(LONGEST)], calendar, language);
        let (day, at) = line.first()?;
        let ends = matches!(line.items.get(at.end), None | Some(Item::Sign('-' | '–' | '—' | ':' | '.' | ')' | '/')));
        (at.start <= HEAD && ends).then_some(day)
    })
}

/// The day that the head of a page gives in words: `12 May. 2025`. One of numbers alone of which either may be the month is none.
pub(crate) fn said(text: &str, calendar: &Calendar, language: Option<&str>) -> Option<PartialDate> {
    let line = Line::new(&text[..text.floor_char_boundary(LONGEST)], calendar, language);
    let (day, at) = line.first()?;
    let open = line.number(at.start).is_some_and(|one| one <= 12)
        && line.number(at.start + 2).is_some_and(|other| other <= 12)
        && line.number(at.start) != line.number(at.start + 2);
    (!open || line.weekday_near(&at).is_some()).then_some(day)
}

/// Whether a line tells the day and little else, in a language that need not be known.
pub(crate) fn tells(text: &str, calendar: &Calendar) -> bool {
    let line = Line::new(text, calendar, None);
    line.first().is_some_and(|(_, at)| line.is_bare(&at) || line.is_timed(&at))
}

/// Whether four figures of any script in a row may be a year by any calendar.
pub(crate) fn names_year(text: &str) -> bool {
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let Some(mut value) = figure(sign) else { continue };
        let mut figures = 1;
        while let Some(next) = signs.next_if(|next| figure(*next).is_some()).and_then(figure) {
            (value, figures) = (value.saturating_mul(10).saturating_add(next), figures + 1);
        }
        // "20250710" too.
        let year = if figures == 8 { 1900 } else { value };
        if matches!(figures, 4 | 8) && matches!(year, 1300..=1500 | 1900..=2100 | 2443..=2643) {
            return true;
        }
    }
    false
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
    const NOUGHTS: [char; 8] = ['٠', '۰', '०', '০', '๐', '၀', '០', '０'];
    if sign < NOUGHTS[0] {
        return sign.to_digit(10).map(|value| value as i16);
    }
    NOUGHTS
        .into_iter()
        .find_map(|nought| (sign as u32).checked_sub(nought as u32).filter(|value| *value < 10))
        .map(|value| value as i16)
}

/// Whether a text has a figure: every full date has.
fn has_figure(text: &str) -> bool {
    text.chars().any(|sign| figure(sign).is_some())
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
                    word.extend(Some(next).filter(|sign| !is_direction(*sign)));
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

/// A line in its parts.
struct Line<'a> {
    items: Vec<Item>,
    calendar: &'a Calendar,
    language: Option<&'a str>,
}

impl<'a> Line<'a> {
    fn new(text: &str, calendar: &'a Calendar, language: Option<&'a str>) -> Self {
        Self { items: items(text), calendar, language }
    }

    /// Whether it tells nothing but a day.
    fn is_bare(&self, day: &Range<usize>) -> bool {
        let word = |(at, item): &(usize, &Item)| !day.contains(at) && matches!(item, Item::Word(_));
        self.items.iter().enumerate().filter(word).count() <= BESIDE
    }

    /// Whether a time of the day stands right behind a day: `17:20`, `17h20`, `17.20`.
    fn is_timed(&self, day: &Range<usize>) -> bool {
        let below = |at: usize, limit: i16| self.number(at).is_some_and(|number| number < limit);
        let parted = |at: usize| match self.items.get(at) {
            Some(Item::Sign(sign)) => matches!(sign, ':' | '.'),
            Some(Item::Word(word)) => word.chars().count() == 1,
            _ => false,
        };
        let two = |at: usize| matches!(self.items.get(at), Some(Item::Number(_, 2)));
        (day.end..day.end + 3).any(|at| below(at, 25) && parted(at + 1) && below(at + 2, 60) && two(at + 2))
    }

    /// The first full date, and where it stands.
    fn first(&self) -> Option<(PartialDate, Range<usize>)> {
        (0..self.items.len()).find_map(|at| {
            let (day, end) = self.numeric(at).or_else(|| self.named(at))?;
            Some((day, at..end))
        })
    }

    /// A number of one or two figures at a place.
    fn number(&self, at: usize) -> Option<i16> {
        match self.items.get(at) {
            Some(Item::Number(number, 1 | 2)) => Some(*number),
            _ => None,
        }
    }

    fn word(&self, at: usize) -> Option<&str> {
        match self.items.get(at) {
            Some(Item::Word(word)) => Some(word),
            _ => None,
        }
    }

    /// A year of four figures at a place; those of the Buddhist calendar are 543 more.
    fn year(&self, at: usize) -> Option<i16> {
        match self.items.get(at) {
            Some(&Item::Number(year @ 1900..=2100, 4)) => Some(year),
            Some(&Item::Number(year @ 2443..=2643, 4)) => Some(year - 543),
            _ => None,
        }
    }

    /// A year of the solar Hijri calendar. In numbers alone it lies between 2000 and 2040: later ones are those of the lunar years of
    /// our time.
    fn solar_year(&self, at: usize, in_numbers: bool) -> Option<i16> {
        let years = if in_numbers { 1379..=1419 } else { 1300..=1500 };
        match self.items.get(at) {
            Some(Item::Number(year, 4)) if years.contains(year) => Some(*year),
            _ => None,
        }
    }

    /// A year of an era, whose name stands before it or which the language writes without: `令和7年`, `114-09-11`.
    fn counted_year(&self, at: usize) -> Option<i16> {
        let named = || self.calendar.year(self.word(at.checked_sub(1)?)?, self.number(at).or_else(|| self.three(at))?);
        named().or_else(|| self.calendar.year_alone(self.three(at)?, self.language))
    }

    fn three(&self, at: usize) -> Option<i16> {
        match self.items.get(at) {
            Some(Item::Number(number, 3)) => Some(*number),
            _ => None,
        }
    }

    /// `2025-06-03`, `2025年6月3日`, `令和7年6月3日`, `03.06.2025`, `3/6/2025`: where both numbers may be the month, the second is, unless the
    /// day of the week says otherwise.
    fn numeric(&self, at: usize) -> Option<(PartialDate, usize)> {
        let items = &self.items;
        let alike =
            items.get(at + 1) == items.get(at + 3) && matches!(items.get(at + 1), Some(Item::Sign('-' | '/' | '.')));
        let worded = || [at + 1, at + 3].iter().all(|&at| self.word(at).is_some_and(|word| word.chars().count() == 1));
        if !alike && !worded() {
            return None;
        }
        let of = |year: i16, month: i16, day: i16| PartialDate::day(year, month as i8, day as i8);
        if let Some(year) = self.year(at).or_else(|| self.counted_year(at)) {
            return Some((of(year, self.number(at + 2)?, self.number(at + 4)?)?, at + 5));
        }
        if let Some(year) = self.solar_year(at, true) {
            return Some((solar_day(year, self.number(at + 2)? as i8, self.number(at + 4)? as i8)?, at + 5));
        }
        let (one, other) = (self.number(at)?, self.number(at + 2)?);
        if let Some(year) = self.solar_year(at + 4, true) {
            return Some((solar_day(year, other as i8, one as i8)?, at + 5));
        }
        let year = self.year(at + 4)?;
        let (usual, swapped) = (of(year, other, one), of(year, one, other));
        let weekday = self.weekday_near(&(at..at + 5));
        let falls = |day: &PartialDate| weekday.is_some() && day.as_day().map(weekday_of) == weekday;
        let day = usual.filter(falls).or(swapped.filter(falls)).or(usual).or(swapped)?;
        Some((day, at + 5))
    }

    /// The day of the week that stands beside a date: `Wed, 06/11/2025 - 10:24`.
    fn weekday_near(&self, date: &Range<usize>) -> Option<i8> {
        let before = (date.start.saturating_sub(2)..date.start).rev();
        let near = before.chain(date.end..date.end + 2);
        near.filter_map(|at| self.word(at)).find_map(|word| self.calendar.weekday(word, self.language))
    }

    /// `3 juin 2025`, `3 de junio de 2025`, `Juni 3, 2025`, `2025. június 3.`: a short word or sign may stand between.
    fn named(&self, at: usize) -> Option<(PartialDate, usize)> {
        let month = |at: usize| self.calendar.month(self.word(at)?, self.language);
        // The next place at which something stands, with a few items before it at most.
        let next = |from: usize, is: &dyn Fn(usize) -> bool| {
            let fills = |at: usize| match self.items.get(at) {
                Some(Item::Word(word)) => word.chars().count() <= FILLER,
                Some(Item::Sign(sign)) => !matches!(sign, ';' | '!' | '?' | '|' | '&'),
                _ => false,
            };
            (from..=from + FILLERS).find(|&at| is(at) || !fills(at)).filter(|&at| is(at))
        };
        let (is_month, is_day) = (|at: usize| month(at).is_some(), |at: usize| self.number(at).is_some());
        let is_year = |at: usize| self.year(at).or_else(|| self.solar_year(at, false)).is_some();
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
        let (month, number) = (month(of)?, self.number(day)? as i8);
        let found = if month.solar {
            solar_day(self.solar_year(years, false)?, month.number, number)
        } else {
            PartialDate::day(self.year(years)?, month.number, number)
        };
        Some((found?, day.max(of).max(years) + 1))
    }
}

/// The day of the week, from Monday, which is 1.
fn weekday_of(day: Date) -> i8 {
    day.weekday().to_monday_one_offset()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Era, Months};

    fn calendar() -> Calendar {
        let months = |language: &str, at: usize, form: &str| {
            let mut forms = vec![Vec::new(); 12];
            forms[at - 1].push(form.to_owned());
            Months { language: language.to_owned(), forms, ..Months::default() }
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
            ("ky", 6, "июнь"),
            ("mn", 6, "зургаадугаар"),
            ("eu", 6, "ekainaren"),
            ("si", 4, "අප්\u{200d}රේල්"),
            ("lv", 6, "jūnijs"),
            ("he", 6, "יונ"),
        ];
        let mut all: Vec<Months> = all.into_iter().map(|(language, at, form)| months(language, at, form)).collect();
        all.push(Months { solar: true, ..months("fa", 7, "مهر") });
        let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|day| vec![day.to_owned()]);
        all.push(Months { language: "en".to_owned(), weekdays: weekdays.to_vec(), ..Months::default() });
        let era = |name: &str, before: i16, alone: Option<&str>| Era {
            name: name.to_owned(),
            before,
            alone: alone.map(str::to_owned),
        };
        Calendar::new(all, vec![era("令和", 2018, None), era("民國", 1911, Some("zh"))])
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
        for (text, expected) in rows {
            let calendar = calendar();
            let line = Line::new(text, &calendar, Some("fr"));
            let (_, at) = line.first().unwrap();
            assert_eq!(line.is_bare(&at) || line.is_timed(&at), expected, "{text}");
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
            ("۲۳ مهر ۱۴۰۴، ۱۱:۴۵", "fa", "2025-10-15"),
            ("۱۴۰۴/۰۷/۲۳", "fa", "2025-10-15"),
            ("1447/04/23", "ar", ""),
            ("發布日期：114-09-11", "zh", "2025-09-11"),
            ("民國114年9月11日", "zh", "2025-09-11"),
            ("114-09-11", "en", ""),
            ("Wed, 06/11/2025 - 10:24", "en", "2025-06-11"),
            ("Thu, 06/11/2025 - 10:24", "en", "2025-11-06"),
            ("Fri, 06/11/2025 - 10:24", "en", "2025-11-06"),
            ("2025-ж., 3-июнь", "ky", "2025-06-03"),
            ("2025 оны зургаадугаар сарын 3", "mn", "2025-06-03"),
            ("2025eko ekainaren 3a", "eu", "2025-06-03"),
            ("2025 අප්\u{200d}රේල් 3", "si", "2025-04-03"),
            ("1.500.2025", "", ""),
            ("12 pays, juin et juillet, 2025", "fr", ""),
        ];
        for (line, language, expected) in rows {
            let calendar = calendar();
            let found = Line::new(line, &calendar, Some(language).filter(|code| !code.is_empty())).first();
            assert_eq!(found.map_or(String::new(), |(day, _)| day.to_string()), expected, "{line}");
        }
    }

    #[test]
    fn what_the_head_says_in_words() {
        let rows = [
            ("12 juin. 2025", "2025-06-12"),
            ("13/06/2025", "2025-06-13"),
            ("2025/6/3 18:20", "2025-06-03"),
            ("6.6.2025", "2025-06-06"),
            ("03/06/2025", ""),
            ("Wed, 06/11/2025", "2025-06-11"),
            ("3", ""),
        ];
        for (text, expected) in rows {
            let found = said(text, &calendar(), None).map_or(String::new(), |day| day.to_string());
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn years_of_any_calendar() {
        let rows = [
            ("3 June 2025", true),
            ("20250603", true),
            ("۲۳ مهر ۱۴۰۴", true),
            ("๓ มิ.ย. ๒๕๖๘", true),
            ("3 juin", false),
            ("+46 8 4050000", false),
            ("1204 views", false),
        ];
        for (text, expected) in rows {
            assert_eq!(names_year(text), expected, "{text}");
        }
    }
}
