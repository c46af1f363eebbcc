//! Lines to headings and paragraphs, without what stands on every page.

use std::collections::{BTreeMap, BTreeSet};

use super::commonest;
use super::glyphs::Line;

/// A heading or paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) text: String,
    /// Of a heading, from 1.
    pub(super) level: Option<u8>,
}

/// The part of a page, above and below, in which furniture stands.
const MARGIN: f64 = 0.12;
/// So much larger than most letters are those of a heading.
const LARGER: f64 = 1.15;

/// The headings and paragraphs that lines make.
pub(super) fn blocks(lines: Vec<Line>) -> Vec<Block> {
    let lines = without_furniture(lines);
    // The size of most letters, not of most lines: a list of short ones may stand in any.
    let sizes = lines.iter().flat_map(|line| std::iter::repeat_n(tenths(line), line.text.chars().count().min(200)));
    let body = commonest(sizes).unwrap_or(100) as f64 / 10.0;
    let leading = leading(&lines);
    let right = right_edge(&lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut last: Option<&Line> = None;
    let headings = headings(&lines, body);
    for line in &lines {
        let level = headings.get(&tenths(line)).copied();
        let goes_on = last.is_some_and(|last| follows(last, line, leading, right));
        match blocks.last_mut().filter(|block| goes_on && block.level == level) {
            Some(block) => join(&mut block.text, line.text.trim()),
            None => blocks.push(Block { text: line.text.trim().to_owned(), level }),
        }
        last = Some(line);
    }
    blocks
}

/// The size of the letters in tenths of a point.
fn tenths(line: &Line) -> i64 {
    (line.size * 10.0).round() as i64
}

/// The levels of headings by the size of their letters, see [`tenths`]: 1 is the largest.
fn headings(lines: &[Line], body: f64) -> BTreeMap<i64, u8> {
    let larger = lines.iter().filter(|line| line.size > body * LARGER && line.text.chars().count() < 300);
    let sizes: BTreeSet<i64> = larger.map(tenths).collect();
    sizes.into_iter().rev().enumerate().map(|(at, size)| (size, (at + 1).min(6) as u8)).collect()
}

/// How far lines of one paragraph mostly stand apart, in sizes of their letters.
fn leading(lines: &[Line]) -> f64 {
    let gaps = lines.windows(2).filter_map(|pair| {
        let [above, below] = pair else { return None };
        let gap = (below.baseline - above.baseline) / below.size;
        let alike = above.page == below.page && (above.size - below.size).abs() < 0.1 * below.size;
        (alike && (0.8..3.0).contains(&gap)).then(|| (gap * 20.0).round() as i64)
    });
    commonest(gaps).map_or(1.3, |gap| gap as f64 / 20.0)
}

/// Where most lines end.
fn right_edge(lines: &[Line]) -> f64 {
    let mut edges: Vec<f64> = lines.iter().map(|line| line.right).collect();
    edges.sort_by(f64::total_cmp);
    edges.get(edges.len() * 3 / 4).copied().unwrap_or(0.0)
}

/// Whether a line goes on with the paragraph of the one before.
fn follows(above: &Line, below: &Line, leading: f64, right: f64) -> bool {
    if (above.size - below.size).abs() > 0.1 * above.size || is_item(&below.text) {
        return false;
    }
    let ends = ends_sentence(&above.text);
    let short = above.right < right - 6.0 * above.size;
    if above.page != below.page {
        // A paragraph goes on over the page where its sentence does.
        return !ends && !short;
    }
    let gap = (below.baseline - above.baseline) / below.size;
    if gap < 0.0 {
        // The next column.
        return !ends;
    }
    let indented = below.left > above.left + 0.8 * below.size;
    gap <= leading * 1.2 + 0.05 && !(ends && (short || indented))
}

fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '”', '’', '»', ')', ']']);
    bare.ends_with(['.', '!', '?', '…', ':', '。'])
}

/// Whether a line begins with the sign of a list.
fn is_item(text: &str) -> bool {
    let mut signs = text.trim_start().chars();
    let bullet = signs.next().is_some_and(|sign| "•▪‣●○■□►–—-*·".contains(sign));
    bullet && signs.next().is_some_and(char::is_whitespace)
}

/// Joins a line to those before it. A word that was cut at the end of its line becomes whole.
fn join(text: &mut String, line: &str) {
    let mut end = text.chars().rev();
    let (hyphen, before) = (end.next(), end.next());
    let lower = line.chars().next().is_some_and(char::is_lowercase);
    let cut = match hyphen {
        Some('\u{ad}') => true,
        Some('-' | '\u{2010}') => lower && before.is_some_and(char::is_lowercase),
        _ => false,
    };
    if cut {
        text.pop();
    } else if !matches!(hyphen, Some('-' | '\u{2010}' | '/')) || before.is_none_or(char::is_whitespace) {
        text.push(' ');
    }
    text.push_str(line);
}

/// Leaves out the numbers of pages and what stands at the edge of most of them.
fn without_furniture(mut lines: Vec<Line>) -> Vec<Line> {
    let n_pages = lines.last().map_or(0, |line| line.page + 1);
    let mut pages: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for line in lines.iter().filter(|line| is_at_edge(line)) {
        pages.entry(pattern(&line.text)).or_default().insert(line.page);
    }
    lines.retain(|line| {
        if !is_at_edge(line) {
            return true;
        }
        let pattern = pattern(&line.text);
        let repeated = n_pages > 1 && pages.get(&pattern).is_some_and(|on| on.len() > 1 && on.len() * 2 >= n_pages);
        let number = pattern.contains('#') && pattern.chars().all(|sign| !sign.is_alphabetic()) && pattern.len() < 12;
        !repeated && !number
    });
    lines
}

fn is_at_edge(line: &Line) -> bool {
    line.baseline < line.height * MARGIN || line.baseline > line.height * (1.0 - MARGIN)
}

/// A text with its numbers as one sign.
fn pattern(text: &str) -> String {
    let mut pattern = String::new();
    for sign in text.trim().chars() {
        if !sign.is_numeric() {
            pattern.push(sign);
        } else if !pattern.ends_with('#') {
            pattern.push('#');
        }
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of a page that is 800 high: `page baseline size left-right text`.
    fn line(of: &str) -> Line {
        let mut parts = of.splitn(5, ' ');
        let mut next = || parts.next().expect("five parts");
        let (page, baseline, size, edges, text) = (next(), next(), next(), next(), next());
        let (left, right) = edges.split_once('-').expect("two edges");
        let number = |text: &str| text.parse().expect("a number");
        Line {
            text: text.to_owned(),
            page: page.parse().expect("a number"),
            height: 800.0,
            left: number(left),
            right: number(right),
            baseline: number(baseline),
            size: number(size),
        }
    }

    fn check(lines: &[&str], expected: &[&str]) {
        let blocks = blocks(lines.iter().map(|of| line(of)).collect());
        let told = blocks.into_iter().map(|Block { text, level }| match level {
            Some(level) => format!("h{level} {text}"),
            None => text,
        });
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn joins_the_lines_of_a_paragraph() {
        check(
            &[
                "0 120 18 50-300 The minister in Oslo",
                "0 150 10 50-500 The foreign minister met her col-",
                "0 163 10 50-500 league in Oslo. They spoke of EU-",
                "0 176 10 50-200 Turkey relations.",
                "0 189 10 50-500 A new paragraph without a gap that goes on",
                "0 202 10 50-300 to here",
                "0 230 10 50-500 And one with a gap.",
            ],
            &[
                "h1 The minister in Oslo",
                "The foreign minister met her colleague in Oslo. They spoke of EU-Turkey relations.",
                "A new paragraph without a gap that goes on to here",
                "And one with a gap.",
            ],
        );
    }

    #[test]
    fn goes_on_over_pages_without_their_furniture() {
        check(
            &[
                "0 30 8 50-300 Ministry of Foreign Affairs",
                "0 400 10 50-500 The talks were long and",
                "0 413 10 50-500 the two sides then",
                "0 780 8 250-260 Page 1 of 2",
                "1 30 8 50-300 Ministry of Foreign Affairs",
                "1 130 10 50-500 agreed on everything.",
                "1 780 8 250-260 Page 2 of 2",
            ],
            &["The talks were long and the two sides then agreed on everything."],
        );
        check(&["0 400 10 50-500 Alone.", "0 780 10 250-260 - 3 -"], &["Alone."]);
    }

    #[test]
    fn lists_stay_lists() {
        check(
            &[
                "0 400 10 50-500 They agreed on:",
                "0 413 10 50-500 • trade and",
                "0 426 10 60-500 energy",
                "0 439 10 50-90 • fish",
            ],
            &["They agreed on:", "• trade and energy", "• fish"],
        );
    }
}
