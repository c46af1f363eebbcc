//! How well what was taken out of a page is what should be.

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::UnicodeNormalization as _;

use crate::layout::Layout;
use crate::taken::Taken;

/// The figures of one page, from 0 to 1; `None` where the page or the library has no such thing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Figures {
    /// F1 of the words of the main text, each as often as it stands there.
    pub(crate) text: Option<f64>,
    pub(crate) title: Option<f64>,
    pub(crate) date: Option<f64>,
    pub(crate) language: Option<f64>,
    pub(crate) byline: Option<f64>,
    pub(crate) canonical: Option<f64>,
    pub(crate) alternates: Option<f64>,
    /// Captions that came out as such.
    pub(crate) captions: Option<f64>,
    /// 1 where nothing came out that must not.
    pub(crate) clean: Option<f64>,
    /// What came out and must not.
    pub(crate) leaked: Vec<String>,
}

impl Figures {
    /// Compares.
    pub(crate) fn of(layout: &Layout, taken: &Taken) -> Self {
        let expected = &layout.expected;
        let out = normal(&taken.lines.join("\n"));
        let leaked: Vec<String> = expected.not.iter().filter(|text| out.contains(&normal(text))).cloned().collect();
        let is = |taken: &Option<String>, wanted: &str| right(taken.as_deref().map(normal) == Some(normal(wanted)));
        let language = taken.language.as_deref().map(|code| code.split(['-', '_']).next().unwrap_or(code).to_owned());
        Self {
            text: Some(f1(layout, taken)),
            title: Some(is(&taken.title, &expected.title)),
            date: expected.date.as_deref().map(|date| is(&taken.date, date)),
            language: Some(is(&language, &expected.language)),
            byline: expected.byline.as_deref().map(|byline| is(&taken.byline, byline)),
            canonical: expected.canonical.as_deref().map(|address| is(&taken.canonical, address)),
            alternates: taken.alternates.as_ref().and_then(|taken| {
                let wanted = &expected.alternates;
                let all = wanted.iter().all(|(code, address)| taken.contains(&(code.clone(), address.clone())));
                (!wanted.is_empty()).then(|| right(all && taken.len() == wanted.len()))
            }),
            captions: taken.captions.as_ref().and_then(|taken| {
                let told: FxHashSet<String> = taken.iter().map(|text| normal(text)).collect();
                mean(expected.captions.iter().map(|caption| right(told.contains(&normal(caption)))))
            }),
            clean: (!expected.not.is_empty()).then(|| right(leaked.is_empty())),
            leaked,
        }
    }
}

fn right(is: bool) -> f64 {
    if is { 1.0 } else { 0.0 }
}

/// The mean of some figures; `None` of none.
pub(crate) fn mean(figures: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = figures.fold((0.0, 0), |(sum, count), figure| (sum + figure, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

/// F1 of the words. Lines that may come out or not count neither way, nor do the title and captions, which some libraries take for text.
fn f1(layout: &Layout, taken: &Taken) -> f64 {
    let expected = &layout.expected;
    let free: FxHashSet<String> = std::iter::once(&expected.title)
        .chain(&expected.captions)
        .chain(&expected.either)
        .map(|line| normal(line))
        .collect();
    let lines = taken.lines.iter().map(|line| normal(line)).filter(|line| !free.contains(line));
    let (taken, wanted) = (counted(lines), counted(expected.text.iter().map(|text| normal(text))));
    let count = |words: &FxHashMap<String, usize>| words.values().sum::<usize>();
    let (given, asked) = (count(&taken), count(&wanted));
    if asked == 0 {
        return right(given == 0);
    }
    let both: usize = wanted.iter().map(|(word, &times)| times.min(taken.get(word).copied().unwrap_or(0))).sum();
    2.0 * both as f64 / (given + asked) as f64
}

fn counted(lines: impl Iterator<Item = String>) -> FxHashMap<String, usize> {
    let mut counts = FxHashMap::default();
    for line in lines {
        for word in line.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
    }
    counts
}

/// A text in NFC, in lower case and with single spaces.
fn normal(text: &str) -> String {
    let text: String = text.nfc().collect::<String>().to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Expected;

    fn layout(text: &[&str], not: &[&str]) -> Layout {
        let all = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let expected = Expected {
            title: "A title".to_owned(),
            date: Some("2025-07-10".to_owned()),
            language: "en".to_owned(),
            byline: None,
            address: None,
            canonical: None,
            alternates: Default::default(),
            text: all(text),
            captions: vec!["A picture".to_owned()],
            either: Vec::new(),
            not: all(not),
            article: true,
        };
        Layout { name: "x".to_owned(), html: Vec::new(), aside: false, expected }
    }

    #[test]
    fn counts_words() {
        let layout = layout(&["one two", "two three"], &["four five"]);
        let taken = |lines: &[&str]| Taken {
            lines: lines.iter().map(|line| (*line).to_owned()).collect(),
            language: Some("en-GB".to_owned()),
            date: Some("2025-07-10".to_owned()),
            ..Taken::default()
        };
        let figures = Figures::of(&layout, &taken(&["A  title", "A picture", "One two", "two three."]));
        assert_eq!(
            (figures.text, figures.clean, figures.language, figures.date),
            (Some(1.0), Some(1.0), Some(1.0), Some(1.0))
        );
        assert_eq!((figures.title, figures.byline), (Some(0.0), None));
        let figures = Figures::of(&layout, &taken(&["one two four five"]));
        assert_eq!((figures.text, figures.clean), (Some(0.5), Some(0.0)));
        assert_eq!(figures.leaked, ["four five"]);
    }
}
