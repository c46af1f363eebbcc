//! How wide a text is, how it is broken into lines, and how a number is written beside a mark.

/// The size of letters in charts, in units.
pub(super) const LETTERS: f64 = 12.0;
/// The height of a line of text.
pub(super) const LINE: f64 = 14.0;

/// How wide a text is about, in units. Rather too wide than too narrow.
pub(super) fn width(text: &str) -> f64 {
    ems(text) * LETTERS
}

/// The same in sizes of its letters.
pub(crate) fn ems(text: &str) -> f64 {
    text.chars().map(letter_width).sum()
}

/// How wide a letter of a plain sans serif is, in parts of its size.
fn letter_width(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '\u{202f}' | 'ì' | 'í' | 'ị' | 'ỉ' => {
            0.31
        }
        'f' | 'r' | 't' | '(' | ')' | '-' | '/' | '"' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 0.95,
        '0'..='9' => 0.58,
        '\u{300}'..='\u{36f}' => 0.0,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{ffef}' => 1.0,
        '\u{1f000}'.. => 1.2,
        _ if letter.is_uppercase() => 0.73,
        _ => 0.62,
    }
}

/// Breaks a text into lines of a width. What does not fit into so many lines is cut, with dots.
pub(super) fn wrap(text: &str, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.last_mut().expect("one at least");
        let joined = if last.is_empty() { word.to_owned() } else { format!("{last} {word}") };
        if last.is_empty() || width(&joined) <= room {
            *last = joined;
        } else {
            lines.push(word.to_owned());
        }
    }
    let cut = lines.len() > most;
    lines.truncate(most);
    if let (true, Some(last)) = (cut, lines.last_mut()) {
        last.push('…');
    }
    lines.iter().map(|line| fit(line, room)).collect()
}

/// A text that is cut, with dots, where it does not fit.
pub(super) fn fit(text: &str, room: f64) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let (mut kept, mut used) = (String::new(), width("…"));
    for letter in text.chars() {
        used += letter_width(letter) * LETTERS;
        if used > room {
            break;
        }
        kept.push(letter);
    }
    kept.truncate(kept.trim_end_matches([' ', '…']).len());
    kept.push('…');
    kept
}

/// A number as people read it: thousands apart by a narrow space, two decimals at the most.
pub(super) fn number(value: f64) -> String {
    let text = format!("{:.2}", value.abs());
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) && whole.len() > 4 {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    let decimals = decimals.trim_end_matches('0');
    let sign = if value < 0.0 { "−" } else { "" };
    if decimals.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}.{decimals}") }
}

/// Round numbers from nought to somewhat above the greatest value: five or six.
pub(super) fn ticks(greatest: f64) -> Vec<f64> {
    if greatest <= 0.0 {
        return vec![0.0, 1.0];
    }
    let rough = greatest / 5.0;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|step| step * power).find(|&step| step >= rough).unwrap_or(rough);
    // What is counted has no halves.
    let step = if greatest >= 1.0 { step.max(1.0) } else { step };
    let steps = (greatest / step).ceil().min(100.0) as u32;
    (0..=steps).map(|place| f64::from(place) * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_and_cuts() {
        assert_eq!(wrap("Europeiska kommissionen", 100.0, 2), ["Europeiska", "kommissionen"]);
        assert_eq!(wrap("Cộng hòa Xã hội chủ nghĩa Việt Nam", 100.0, 2).len(), 2);
        assert_eq!(fit("Donaudampfschifffahrt", 60.0), "Donaud…");
        assert!(wrap("Nordatlantiska fördragsorganisationen", 40.0, 3).iter().all(|line| width(line) <= 40.0));
    }

    #[test]
    fn writes_numbers_and_round_ticks() {
        assert_eq!([number(1234.0), number(12345.0), number(-2.5)], ["1234", "12\u{202f}345", "−2.5"]);
        assert_eq!(ticks(7.0), [0.0, 2.0, 4.0, 6.0, 8.0]);
        assert_eq!(ticks(0.0), [0.0, 1.0]);
        assert_eq!(ticks(3.0), [0.0, 1.0, 2.0, 3.0]);
    }
}
