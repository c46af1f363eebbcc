//! Joins the lines of hard-wrapped text: mails, telexes, text out of page files.

use crate::Shape;
use crate::cut::Cut;
use crate::lines::Line;
use crate::sentences::Splitter;

/// Lines are this wide at least and at most, in characters, where a text is wrapped.
const WIDTHS: std::ops::RangeInclusive<usize> = 45..=110;
/// Pairs of lines that must look wrapped.
const LEAST_PAIRS: usize = 3;

/// Joins lines that were one paragraph before it was wrapped.
pub(crate) fn join(cut: Cut<'_>, lines: Vec<Line>, splitter: &mut Splitter<'_>) -> Vec<Line> {
    let Some(width) = width(cut, &lines) else { return lines };
    let spaced = lines.iter().skip(1).filter(|line| line.apart).count() * 20 >= lines.len();
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    let mut above: Option<Line> = None;
    for line in lines {
        let continues = above.as_ref().is_some_and(|above| {
            goes_on(above, &line) && !is_item(cut, &line) && {
                let full = is_full(cut, above, &line, width);
                let small = cut.shape(line.tokens.start) == Shape::Lower && chars(cut, above) * 2 > width;
                (full || small) && ((full && spaced) || !splitter.ends(above.tokens.clone(), None))
            }
        });
        match joined.last_mut() {
            Some(last) if continues => last.tokens.end = line.tokens.end,
            _ => joined.push(line.clone()),
        }
        above = Some(line);
    }
    joined
}

/// The width to which a text is wrapped, if it is.
fn width(cut: Cut<'_>, lines: &[Line]) -> Option<usize> {
    let mut counts = [0_u32; 112];
    let mut total = 0;
    for line in lines {
        counts[chars(cut, line).min(111)] += 1;
        total += 1;
    }
    // One line in thirty may stick out.
    let mut out = 0;
    let width = (0..112).rev().find(|&width| {
        out += counts[width];
        out * 30 > total
    })?;
    if !WIDTHS.contains(&width) {
        return None;
    }
    let (mut pairs, mut full, mut small) = (0, 0, 0);
    for pair in lines.windows(2).filter(|pair| goes_on(&pair[0], &pair[1]) && !is_item(cut, &pair[1])) {
        pairs += 1;
        if is_full(cut, &pair[0], &pair[1], width) {
            full += 1;
            small += usize::from(cut.shape(pair[1].tokens.start) == Shape::Lower);
        }
    }
    // Lists of headlines are as wide at times, but begin with capitals.
    (full >= LEAST_PAIRS && full * 10 >= pairs * 6 && small * 10 >= full * 3).then_some(width)
}

/// Whether the second of two lines may go on with the first.
fn goes_on(above: &Line, below: &Line) -> bool {
    !below.apart && !above.barred && !below.barred && above.hint == below.hint && above.hint.is_none()
}

/// Whether the first word of the line below had no room.
fn is_full(cut: Cut<'_>, above: &Line, below: &Line, width: usize) -> bool {
    let first = below.tokens.clone().take_while(|&at| at == below.tokens.start || !cut.token(at).spaced).take(8);
    let word: usize = first.map(|at| cut.word(at).chars().count().min(20)).sum();
    let length = chars(cut, above);
    length + 1 + word + 1 >= width && length * 2 > width
}

/// Whether a line begins with a bullet or a number of a list.
fn is_item(cut: Cut<'_>, line: &Line) -> bool {
    crate::blocks::is_item(cut, &line.tokens)
}

/// How long a line is, at most 111.
fn chars(cut: Cut<'_>, line: &Line) -> usize {
    let bytes = cut.bytes(&line.tokens);
    if bytes.len() > 440 {
        return 111;
    }
    cut.text[bytes.start as usize..bytes.end as usize].chars().count().min(111)
}
