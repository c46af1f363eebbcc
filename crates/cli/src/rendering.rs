//! A reading as people read it: a block an engagement.

use document::PartialDate;
use packs::ClaimType;
use reader::{Claim, Engagement, Reading};
use terminal_size::{Width, terminal_size};
use unicode_width::UnicodeWidthChar as _;

use crate::paint::Paint;

/// Columns before everything that belongs to an engagement.
pub(crate) const INDENT: usize = 4;
/// Columns before the words of a claim: after the longest type.
pub(crate) const CLAIM: usize = INDENT + 12;

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

    /// As wide as the terminal, for what stands side by side.
    pub(crate) fn wide(paint: Paint) -> Self {
        let width = terminal_size().map_or(80, |(Width(width), _)| width.into());
        Self { paint, width: width.clamp(40, 240) }
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
    let date = date(engagement.start, engagement.end);
    let mut out = head(&date, &engagement.kind, &engagement.parties, engagement.background, page);
    let mut line = |text: &str| out += &wrapped(text, INDENT, page.width, str::to_owned);
    engagement.people.iter().for_each(|known| line(&person(&known.name, known.party.as_deref(), &known.offices)));
    place(engagement.city.as_deref(), engagement.country.as_deref()).iter().for_each(|place| line(place));
    engagement.occasion.iter().for_each(|occasion| line(&format!("occasion: {occasion}")));
    out += &quote(&engagement.evidence, INDENT, page);
    for kind in ClaimType::ALL {
        let of_kind = engagement.claims.iter().filter(|claim| claim.kind == kind.as_str());
        for (index, claim) in of_kind.enumerate() {
            // The type stands before the first of its claims.
            let label = if index == 0 { kind.as_str() } else { "" };
            out += &labelled(label, &self::claim(claim, page), page);
        }
    }
    out
}

/// The first line of an engagement: when, what and whose.
pub(crate) fn head(date: &str, kind: &str, parties: &[String], background: bool, page: &Page) -> String {
    let paint = page.paint;
    let background = if background { "  in passing" } else { "" };
    let parties = paint.bold(&parties.join(", "));
    format!("  {}  {}  {parties}{}\n", paint.bold(date), paint.green(kind), paint.dim(background))
}

/// The days of an engagement.
pub(crate) fn date(start: Option<PartialDate>, end: Option<PartialDate>) -> String {
    match (start, end) {
        (Some(start), Some(end)) => days(&start.to_string(), &end.to_string()),
        (Some(day), None) | (None, Some(day)) => day.to_string(),
        (None, None) => "no date".to_owned(),
    }
}

pub(crate) fn person(name: &str, party: Option<&str>, offices: &[String]) -> String {
    let mut about: Vec<String> = party.iter().map(|&party| party.to_owned()).collect();
    about.extend(offices.iter().map(|office| office.replace('-', " ")));
    if about.is_empty() { name.to_owned() } else { format!("{name} ({})", about.join(", ")) }
}

pub(crate) fn place(city: Option<&str>, country: Option<&str>) -> Option<String> {
    match (city, country) {
        (Some(city), Some(country)) => Some(format!("in {city}, {country}")),
        (Some(place), None) | (None, Some(place)) => Some(format!("in {place}")),
        (None, None) => None,
    }
}

/// Text that begins in the column of claims, with a label in front.
pub(crate) fn labelled(label: &str, text: &str, page: &Page) -> String {
    let gap = " ".repeat((CLAIM - INDENT).saturating_sub(label.len()).max(1));
    format!("{}{}{gap}{}", " ".repeat(INDENT), page.paint.cyan(label), text.trim_start())
}

/// A line of a list: a label, and a text that hangs behind it.
pub(crate) fn hanging(label: &str, text: &str, indent: usize, page: &Page) -> String {
    let text = wrapped(text, indent + wide(label) + 2, page.width, str::to_owned);
    format!("{}{label}  {}", " ".repeat(indent), text.trim_start())
}

/// Who says it to whom and about what, then the words.
pub(crate) fn claim(claim: &Claim, page: &Page) -> String {
    let about = about(claim);
    let about = if about.is_empty() { String::new() } else { wrapped(&about, CLAIM, page.width, str::to_owned) };
    about + &quote(&claim.evidence, CLAIM, page)
}

/// Who says it to whom, and about what, on one line.
pub(crate) fn about(claim: &Claim) -> String {
    let mut about = vec![from_to(&claim.actors, &claim.addressees), claim.topics.join(", ")];
    let amount = claim.amount.map(|amount| match &claim.unit {
        Some(unit) => format!("{amount} {unit}"),
        None => amount.to_string(),
    });
    about.extend(amount);
    about.extend(claim.by.as_ref().map(|year| format!("by {year}")));
    about.extend(claim.date.map(|date| date.to_string()));
    about.retain(|part| !part.is_empty());
    about.join(" · ")
}

/// Who says something, and to whom: `JP → NO`.
pub(crate) fn from_to(actors: &[String], addressees: &[String]) -> String {
    let actors = actors.join(", ");
    if addressees.is_empty() {
        return actors;
    }
    format!("{actors} → {}", addressees.join(", ")).trim_start().to_owned()
}

/// Words of a document.
pub(crate) fn quote(words: &str, indent: usize, page: &Page) -> String {
    wrapped(&format!("“{words}”"), indent, page.width, |line| page.paint.dim(line))
}

pub(crate) fn days(start: &str, end: &str) -> String {
    if start == end { start.to_owned() } else { format!("{start} to {end}") }
}

/// Breaks a text into lines at its spaces, each behind an indent and painted.
pub(crate) fn wrapped(text: &str, indent: usize, width: usize, paint: impl Fn(&str) -> String) -> String {
    let lines = broken(text, width.saturating_sub(indent).max(20));
    lines.iter().map(|line| format!("{}{}\n", " ".repeat(indent), paint(line))).collect()
}

/// Breaks a text into lines of so many columns at its spaces.
pub(crate) fn broken(text: &str, room: usize) -> Vec<String> {
    let text = clean(text);
    let (mut lines, mut line, mut columns) = (Vec::new(), String::new(), 0);
    for word in text.split_whitespace() {
        let wide = wide(word);
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
    lines
}

/// How many columns a text takes on a terminal.
pub(crate) fn wide(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
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
