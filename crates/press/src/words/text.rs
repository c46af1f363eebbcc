//! Texts put together from parts: spaces, capitals, and which words are stressed.

use crate::direction::letter_runs_left;
use crate::paper::Run;

/// Stand around stressed words while a sentence is put together; documents cannot bring them in, see [`clean`].
const STRONG: [char; 2] = ['\u{E000}', '\u{E001}'];
/// What isolates words that are written from right to left, so that they do not turn what stands around them.
const ISOLATE: [char; 2] = ['\u{2068}', '\u{2069}'];

/// A name or other words of a document, fit for a sentence: on one line, without what cannot be seen, and isolated where they
/// are written from right to left.
pub fn clean(text: &str) -> String {
    let seen = |c: char| {
        let hidden =
            matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
        !hidden && !STRONG.contains(&c) && (c.is_whitespace() || !c.is_control())
    };
    let kept: String = text.chars().filter(|&c| seen(c)).collect();
    let line = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.contains(letter_runs_left) { format!("{}{line}{}", ISOLATE[0], ISOLATE[1]) } else { line }
}

/// Words that are stressed.
pub(crate) fn strong(text: &str) -> String {
    format!("{}{text}{}", STRONG[0], STRONG[1])
}

/// Words without the marks of stress.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(|c| !STRONG.contains(c)).collect()
}

/// The runs of a text.
pub(crate) fn runs(text: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    for (at, part) in text.split(STRONG[0]).enumerate() {
        let (stressed, rest) = if at == 0 { ("", part) } else { part.split_once(STRONG[1]).unwrap_or(("", part)) };
        for (text, strong) in [(stressed, true), (rest, false)] {
            let text = plain(text);
            if !text.is_empty() {
                runs.push(Run { text, strong, language: None });
            }
        }
    }
    runs
}

/// Takes out what parts that are missing leave behind: spaces side by side or before a mark, commas side by side or in front.
pub(super) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = if c == '\n' { ' ' } else { c };
        if matches!(c, ',' | '.' | ';' | ':' | '!' | '?' | ')') {
            out.truncate(out.trim_end_matches(' ').len());
        }
        if c == '.' {
            out.truncate(out.trim_end_matches([',', ' ']).len());
        }
        let nothing_before = out.is_empty() && matches!(c, ' ' | ',');
        let doubled = match c {
            ' ' => out.ends_with([' ', '(']),
            ',' => out.ends_with(','),
            _ => false,
        };
        // A sentence whose last part ends in an abbreviation has its stop already.
        let stopped = c == '.' && out.ends_with('.');
        if !(nothing_before || doubled || stopped) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    out
}

/// With a capital at the beginning.
pub(super) fn capitalised(text: &str) -> String {
    let first = text.char_indices().find(|(_, c)| !STRONG.contains(c) && !ISOLATE.contains(c));
    match first {
        Some((at, c)) if c.is_lowercase() => {
            let rest = &text[at + c.len_utf8()..];
            format!("{}{}{rest}", &text[..at], c.to_uppercase())
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_parts_leave_no_hole() {
        let check = |text, tidied| assert_eq!(tidy(text), tidied);
        check("On 10 July A met B   .", "On 10 July A met B.");
        check(" , , , A met B", "A met B");
        check("A,  , met B ( on 3 May )", "A, met B (on 3 May)");
        check("with others etc. .", "with others etc.");
        check("the 4th session,  .", "the 4th session.");
        check("8.5, and 3", "8.5, and 3");
    }

    #[test]
    fn names_bring_no_marks_in() {
        assert_eq!(clean(" Bùi\u{200B} Thanh\n\tSơn "), "Bùi Thanh Sơn");
        assert_eq!(clean("<b>*_[x](y)"), "<b>*_[x](y)");
        assert_eq!(clean("a\u{E000}b\u{202E}c"), "abc");
        assert_eq!(clean("فيصل بن فرحان"), "\u{2068}فيصل بن فرحان\u{2069}");
    }

    #[test]
    fn stress_becomes_runs() {
        let shown: Vec<String> = runs(&format!("met {} in", strong("A B")))
            .iter()
            .map(|run| if run.strong { format!("*{}*", run.text) } else { run.text.clone() })
            .collect();
        assert_eq!(shown, ["met ", "*A B*", " in"]);
        assert_eq!(capitalised(&strong("ngày")), strong("Ngày"));
    }
}
