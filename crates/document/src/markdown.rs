//! Finds the marks of Markdown in a text, so that they are not read.
//!
//! The text stays as it came; what comes out is which of its bytes are marks, and what its lines are.

use std::ops::Range;

use memchr::memchr;

use crate::lines::{Hint, Marks, ends};
use crate::open::Page;

/// Finds the marks, and what a head of the file says of it.
pub(crate) fn read(text: &str, page: &mut Page) {
    let mut reader = Reader { text, marks: Marks::default(), brackets: Vec::new() };
    let mut fence: Option<u8> = None;
    let mut above: Option<(u32, usize, usize)> = None;
    let head = head(text, page);
    if head > 0 {
        reader.skip(0, head);
    }
    let mut from = 0;
    for (number, (to, next)) in ends(text).enumerate() {
        let number = number as u32;
        let start = from.max(head);
        from = next;
        if to <= start {
            above = None;
            continue;
        }
        let line = &text[start..to];
        let trimmed = line.trim_start();
        let indent = start + line.len() - trimmed.len();
        let first = trimmed.bytes().next();
        if let Some(mark @ (b'`' | b'~')) = first
            && trimmed.bytes().take_while(|&byte| byte == mark).count() >= 3
            && fence.is_none_or(|open| open == mark)
        {
            fence = if fence.is_some() { None } else { Some(mark) };
            reader.skip(start, to);
            continue;
        }
        if fence.is_some() {
            continue;
        }
        let only =
            |signs: &[u8], least: usize| trimmed.len() >= least && trimmed.bytes().all(|byte| signs.contains(&byte));
        let underline = only(b"= ", 2) || only(b"- ", 2);
        if underline && let Some((line, start, to)) = above {
            reader.marks.hints.push((line, Hint::Heading));
            let _ = (start, to);
        }
        let rule = only(b"- ", 3) || only(b"* ", 3) || only(b"_ ", 3) || only(b"|-: ", 3);
        if underline || rule || is_definition(trimmed) {
            reader.skip(start, to);
            above = None;
            continue;
        }
        let (body, hint) = reader.opening(indent, to);
        if let Some(hint) = hint {
            reader.marks.hints.push((number, hint));
        }
        above = hint.is_none().then_some((number, start, to));
        reader.inline(body, to);
    }
    // An underlined heading is known one line late.
    reader.marks.hints.sort_by_key(|(line, _)| *line);
    page.marks = reader.marks;
}

/// `[name]: https://…`, which is not shown.
fn is_definition(line: &str) -> bool {
    line.starts_with('[')
        && !line.starts_with("[^")
        && line.split_once("]:").is_some_and(|(_, address)| address.trim_start().starts_with("http"))
}

/// Reads the head that sites put between lines of `---`; gives the byte after it.
fn head(text: &str, page: &mut Page) -> usize {
    if !text.starts_with("---\n") && !text.starts_with("---\r\n") {
        return 0;
    }
    let mut from = 0;
    for (number, (to, next)) in ends(text).enumerate().take(60) {
        let line = text[from..to].trim_end();
        if number > 0 && (line == "---" || line == "...") {
            return next;
        }
        if let Some((key, value)) = line.split_once(':') {
            let value = value.trim().trim_matches(['"', '\'']);
            let text = || Some(value.to_owned()).filter(|value| !value.is_empty());
            match key.trim().to_ascii_lowercase().as_str() {
                "title" => page.title = text(),
                "author" | "byline" => page.byline = text(),
                "lang" | "language" => page.language = text(),
                "date" | "published" => page.published = value.get(..10).and_then(|day| day.parse().ok()),
                _ => {}
            }
        }
        from = next;
    }
    (page.title, page.byline, page.language, page.published) = (None, None, None, None);
    0
}

struct Reader<'a> {
    text: &'a str,
    marks: Marks,
    /// Open brackets of the line, each with its length.
    brackets: Vec<(usize, usize)>,
}

impl Reader<'_> {
    fn skip(&mut self, from: usize, to: usize) {
        if from < to {
            self.marks.skipped.push(from as u32..to as u32);
        }
    }

    /// The marks at the head of a line: where its text begins, and what it is.
    fn opening(&mut self, mut at: usize, to: usize) -> (usize, Option<Hint>) {
        let bytes = self.text.as_bytes();
        while at < to && bytes[at] == b'>' {
            self.skip(at, at + 1);
            at += 1;
            while at < to && bytes[at] == b' ' {
                at += 1;
            }
        }
        let spaced = |place: usize| place >= to || bytes[place] == b' ' || bytes[place] == b'\t';
        let hashes = bytes[at..to].iter().take(7).take_while(|&&byte| byte == b'#').count();
        if (1..=6).contains(&hashes) && spaced(at + hashes) {
            self.skip(at, at + hashes);
            return (at + hashes, Some(Hint::Heading));
        }
        if at < to && matches!(bytes[at], b'-' | b'*' | b'+') && spaced(at + 1) {
            self.skip(at, at + 1);
            return (at + 1, Some(Hint::Text));
        }
        let digits = bytes[at..to].iter().take(9).take_while(|byte| byte.is_ascii_digit()).count();
        let numbered =
            digits > 0 && at + digits < to && matches!(bytes[at + digits], b'.' | b')') && spaced(at + digits + 1);
        (at, numbered.then_some(Hint::Text))
    }

    /// The marks inside a line.
    fn inline(&mut self, mut at: usize, to: usize) {
        let bytes = self.text.as_bytes();
        let first = self.marks.skipped.len();
        self.brackets.clear();
        // Whether signs that close may still follow: each is looked for in vain once a line.
        let (mut closes, mut angles) = (true, true);
        let is_word = |place: usize| bytes.get(place).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
        let space_at = |place: usize| place >= to || bytes[place].is_ascii_whitespace();
        let line_start = at;
        while at < to {
            match bytes[at] {
                b'\\' if at + 1 < to && bytes[at + 1].is_ascii_punctuation() => {
                    self.skip(at, at + 1);
                    at += 2;
                    continue;
                }
                sign @ (b'*' | b'~' | b'`' | b'_') => {
                    let length = bytes[at..to].iter().take_while(|&&byte| byte == sign).count();
                    let before = at > line_start && !space_at(at - 1);
                    let after = !space_at(at + length);
                    let inside_word = sign == b'_' && at > line_start && is_word(at - 1) && is_word(at + length);
                    if (before || after) && !inside_word && (sign != b'~' || length == 2) {
                        self.skip(at, at + length);
                    }
                    at += length;
                    continue;
                }
                b'!' if bytes.get(at + 1) == Some(&b'[') => {
                    self.brackets.push((at, 2));
                    at += 2;
                    continue;
                }
                b'[' if bytes.get(at + 1) == Some(&b'^') => {
                    if let Some(length) = memchr(b']', &bytes[at..to.min(at + 40)]) {
                        self.skip(at, at + length + 1);
                        at += length + 1;
                        continue;
                    }
                }
                b'[' => self.brackets.push((at, 1)),
                b']' => {
                    if let Some((open, length)) = self.brackets.pop() {
                        let end = match bytes.get(at + 1) {
                            Some(b'(') if closes && at + 1 < to => target(&bytes[..to], at + 1),
                            Some(b'[') if closes && at + 1 < to => {
                                memchr(b']', &bytes[at + 1..to]).map(|length| at + length + 2)
                            }
                            _ => None,
                        };
                        if let Some(end) = end {
                            self.skip(open, open + length);
                            self.skip(at, end);
                            at = end;
                            continue;
                        }
                        closes &= !matches!(bytes.get(at + 1), Some(b'(' | b'['));
                    }
                }
                b'<' if angles
                    && at + 1 < to
                    && (bytes[at + 1].is_ascii_alphabetic() || matches!(bytes[at + 1], b'/' | b'!')) =>
                {
                    match memchr(b'>', &bytes[at..to]) {
                        Some(length) => {
                            self.skip(at, at + length + 1);
                            at += length + 1;
                            continue;
                        }
                        None => angles = false,
                    }
                }
                _ => {}
            }
            at += 1;
        }
        // A bracket is known to be a mark when it closes.
        self.marks.skipped[first..].sort_unstable_by_key(|skip| skip.start);
    }
}

/// The end of `(address "title")`, whose address may have brackets of its own.
fn target(bytes: &[u8], open: usize) -> Option<usize> {
    let mut end = open + memchr(b')', &bytes[open..])? + 1;
    for _ in 0..3 {
        let inside: Range<usize> = open + 1..end - 1;
        let opened = bytes[inside.clone()].iter().take(2000).filter(|&&byte| byte == b'(').count();
        let closed = bytes[inside].iter().take(2000).filter(|&&byte| byte == b')').count();
        if opened <= closed {
            break;
        }
        match memchr(b')', &bytes[end..]) {
            Some(length) if length < 500 => end += length + 1,
            _ => break,
        }
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::lines;

    /// The words that are read, with the hint of each line.
    fn show(text: &str) -> String {
        let mut page = Page::default();
        read(text, &mut page);
        let (lines, tokens) = lines(text, &page.marks);
        let shown = lines.iter().map(|line| {
            let words: String = tokens[line.tokens.start as usize..line.tokens.end as usize]
                .iter()
                .map(|token| {
                    format!(
                        "{}{}",
                        if token.spaced { " " } else { "" },
                        &text[token.start as usize..token.end as usize]
                    )
                })
                .collect();
            let hint = match line.hint {
                Some(Hint::Heading) => "#",
                Some(Hint::Text) => "-",
                _ => "",
            };
            format!("{hint}{}", words.trim_start())
        });
        shown.collect::<Vec<_>>().join(" / ")
    }

    #[test]
    fn leaves_marks_out() {
        let rows = [
            ("# Title #\n\nText", "#Title # / Text"),
            ("Title\n=====\nText", "#Title / Text"),
            ("A **bold** and *soft* word, un*frigging*believable", "A bold and soft word, unfriggingbelievable"),
            ("snake_case_name and _this_", "snake_case_name and this"),
            ("2 * 3 = 6", "2 * 3 = 6"),
            ("[The ministry](https://example.org/a_(b)) said", "The ministry said"),
            ("![Photo: X](a.png \"t\") and [1] and [x][y]", "Photo: X and [1] and x"),
            ("Note[^1] here", "Note here"),
            ("- one\n* two\n1. three", "-one / -two / -1. three"),
            ("> quoted", "quoted"),
            ("```\n*code*\n```\n*text*", "*code* / text"),
            ("---\ntitle: A\n---\nText", "Text"),
            ("one\n\n---\n\ntwo", "one / two"),
            ("\\*not\\*", "*not*"),
            ("a<br>b <https://example.org> [open", "ab [open"),
            ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b / 1 | 2"),
        ];
        for (text, expected) in rows {
            assert_eq!(show(text), expected, "{text:?}");
        }
    }

    #[test]
    fn reads_the_head() {
        let mut page = Page::default();
        read("---\ntitle: \"A visit\"\ndate: 2025-07-10T08:00\nlang: sv\n---\nText", &mut page);
        assert_eq!(page.title.as_deref(), Some("A visit"));
        assert_eq!(page.published.map(|day| day.to_string()).as_deref(), Some("2025-07-10"));
        assert_eq!(page.language.as_deref(), Some("sv"));
    }
}
