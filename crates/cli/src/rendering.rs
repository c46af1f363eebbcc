//! A reading as people read it: a block an engagement.

use packs::ClaimType;
use reader::{Claim, Engagement, Person, Reading};
use terminal_size::{Width, terminal_size};
use unicode_width::UnicodeWidthChar as _;

use crate::paint::Paint;

/// Columns before everything that belongs to an engagement.
pub(crate) const INDENT: usize = 4;
/// Columns before the words of a claim: after the longest type.
const CLAIM: usize = INDENT + 12;

/// How wide lines are, and in what colours.
pub(crate) struct Page {
    pub(crate) paint: Paint,
    pub(crate) width: usize,
}

impl Page {
    /// As wide as the terminal, between what can be read and what is easily read; 80 columns where there is none.
    pub(crate) fn of_terminal(paint: Paint) -> Self {
        let width = terminal_size().map_or(80, |(Width(width), _)| width.into());
        Self { paint, width: width.clamp(40, 100) }
    }
}

/// Prints a reading for people.
pub(crate) fn render(reading: &Reading, page: &Page) -> String {
    let paint = page.paint;
    let mut about = vec![reading.language.as_deref().unwrap_or("language unknown").to_owned()];
    about.extend(reading.published.as_ref().map(|published| {
        format!("published {} ({})", days(&published.start.to_string(), &published.end.to_string()), published.basis)
    }));
    let mut out = format!("{}  {}\n", paint.bold(&clean(&reading.document)), paint.dim(&about.join(", ")));
    if reading.engagements.is_empty() && reading.notes.is_empty() {
        out += "  no engagements\n";
    }
    for note in &reading.notes {
        out += &format!("  note: {note}\n");
    }
    for engagement in &reading.engagements {
        out.push('\n');
        out += &self::engagement(engagement, page);
    }
    out.push('\n');
    out
}

fn engagement(engagement: &Engagement, page: &Page) -> String {
    let paint = page.paint;
    let date = match (engagement.start, engagement.end) {
        (Some(start), Some(end)) => days(&start.to_string(), &end.to_string()),
        (Some(day), None) | (None, Some(day)) => day.to_string(),
        (None, None) => "no date".to_owned(),
    };
    let background = if engagement.background { "  in passing" } else { "" };
    let parties = engagement.parties.join(", ");
    let mut out = format!(
        "  {}  {}  {}{}\n",
        paint.bold(&date),
        paint.green(&engagement.kind),
        paint.bold(&parties),
        paint.dim(background)
    );
    let mut line = |text: &str| out += &wrapped(text, INDENT, page.width, |line| line.to_owned());
    engagement.people.iter().for_each(|person| line(&self::person(person)));
    match (&engagement.city, &engagement.country) {
        (Some(city), Some(country)) => line(&format!("in {city}, {country}")),
        (Some(place), None) | (None, Some(place)) => line(&format!("in {place}")),
        (None, None) => {}
    }
    engagement.occasion.iter().for_each(|occasion| line(&format!("occasion: {occasion}")));
    out += &wrapped(&format!("“{}”", engagement.evidence), INDENT, page.width, |line| paint.dim(line));
    for kind in ClaimType::ALL {
        let of_kind = engagement.claims.iter().filter(|claim| claim.kind == kind.as_str());
        for (index, claim) in of_kind.enumerate() {
            // The type stands before the first of its claims.
            let label = if index == 0 { kind.as_str() } else { "" };
            let gap = " ".repeat(CLAIM - INDENT - label.len());
            let text = self::claim(claim, page);
            out += &format!("{}{}{gap}{}", " ".repeat(INDENT), paint.cyan(label), text.trim_start());
        }
    }
    out
}

fn person(person: &Person) -> String {
    let mut about: Vec<String> = person.party.iter().cloned().collect();
    about.extend(person.offices.iter().map(|office| office.replace('-', " ")));
    if about.is_empty() { person.name.clone() } else { format!("{} ({})", person.name, about.join(", ")) }
}

/// Who says it to whom and about what, then the words.
fn claim(claim: &Claim, page: &Page) -> String {
    let mut who = claim.actors.join(", ");
    if !claim.addressees.is_empty() {
        who = format!("{who} → {}", claim.addressees.join(", ")).trim_start().to_owned();
    }
    let mut about = vec![who, claim.topics.join(", ")];
    let amount = claim.amount.map(|amount| match &claim.unit {
        Some(unit) => format!("{amount} {unit}"),
        None => amount.to_string(),
    });
    about.extend(amount);
    about.extend(claim.by.as_ref().map(|year| format!("by {year}")));
    about.extend(claim.date.map(|date| date.to_string()));
    about.retain(|part| !part.is_empty());
    let about = if about.is_empty() {
        String::new()
    } else {
        wrapped(&about.join(" · "), CLAIM, page.width, |line| line.to_owned())
    };
    about + &wrapped(&format!("“{}”", claim.evidence), CLAIM, page.width, |line| page.paint.dim(line))
}

pub(crate) fn days(start: &str, end: &str) -> String {
    if start == end { start.to_owned() } else { format!("{start} to {end}") }
}

/// Breaks a text into lines at its spaces, each behind an indent and painted.
pub(crate) fn wrapped(text: &str, indent: usize, width: usize, paint: impl Fn(&str) -> String) -> String {
    let text = clean(text);
    let room = width.saturating_sub(indent).max(20);
    let (mut lines, mut line, mut columns) = (Vec::new(), String::new(), 0);
    for word in text.split_whitespace() {
        let wide = word.chars().map(|c| c.width().unwrap_or(0)).sum::<usize>();
        if columns > 0 && columns + 1 + wide > room {
            lines.push(std::mem::take(&mut line));
            columns = 0;
        }
        if columns > 0 {
            line.push(' ');
            columns += 1;
        }
        line.push_str(word);
        columns += wide;
    }
    lines.push(line);
    lines.iter().map(|line| format!("{}{}\n", " ".repeat(indent), paint(line))).collect()
}

/// A text without the characters that could command a terminal.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_whitespace() {
                ' '
            } else if c.is_control() {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps() {
        let check = |text, indent, width| wrapped(text, indent, width, str::to_owned);
        insta::assert_snapshot!(check("The two sides agreed to deepen cooperation in trade and energy.", 4, 34), @r"
            The two sides agreed to deepen
            cooperation in trade and
            energy.
        ");
        assert_eq!(check("", 2, 40), "  \n");
        assert_eq!(check("a\u{1b}[31mb\nc", 0, 40), "a\u{fffd}[31mb c\n");
        assert_eq!(check(&"x".repeat(50), 0, 40), "x".repeat(50) + "\n", "a long word is left whole");
    }
}
