//! Which way a text runs.

/// Languages that are written from right to left (ISO 639), by their usual script.
const RIGHT_TO_LEFT: [&str; 12] = ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"];

/// Whether a language is written from right to left.
pub(crate) fn runs_left(language: &str) -> bool {
    let primary = language.split('-').next().unwrap_or(language);
    RIGHT_TO_LEFT.contains(&primary)
}

/// Whether a letter is written from right to left (the blocks of Unicode 16 whose class is R or AL).
pub(crate) fn letter_runs_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Parts a text where the way of its letters changes; spaces and marks within a stretch from right to left stay in it.
pub(crate) fn stretches(text: &str) -> Vec<(bool, &str)> {
    let mut stretches = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let Some(begin) = rest.find(letter_runs_left) else {
            stretches.push((false, rest));
            break;
        };
        if begin > 0 {
            stretches.push((false, &rest[..begin]));
        }
        let mut end = begin;
        for (place, letter) in rest[begin..].char_indices() {
            if letter_runs_left(letter) {
                end = begin + place + letter.len_utf8();
            } else if letter.is_alphanumeric() {
                break;
            }
        }
        stretches.push((true, &rest[begin..end]));
        rest = &rest[end..];
    }
    stretches
}

/// Ends each stretch from right to left, in a paper from left to right, with a mark that is not seen. Without it the figures behind an Arabic
/// name would be taken for Arabic and change places with what follows; HTML has elements for this.
#[cfg(any(feature = "docx", feature = "pdf"))]
pub(crate) fn fence(paper: &mut crate::paper::Paper) {
    if runs_left(&paper.language) {
        return;
    }
    crate::texts::for_each_text(paper, &mut |text| {
        if text.contains(letter_runs_left) {
            let fenced =
                stretches(text).into_iter().flat_map(|(left, stretch)| [stretch, if left { "\u{200e}" } else { "" }]);
            *text = fenced.collect();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_where_the_way_changes() {
        assert_eq!(
            stretches("They met محمد بن سلمان, twice."),
            [(false, "They met "), (true, "محمد بن سلمان"), (false, ", twice.")]
        );
        assert_eq!(stretches("plain"), [(false, "plain")]);
        assert!(stretches("").is_empty());
    }
}
