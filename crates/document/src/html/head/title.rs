//! The title of a page: what its head says, without the name of the site, held against what the page shows.

use rustc_hash::FxHashMap;

use super::super::text::{composed, length};
use super::Head;

/// What parts a title from the name of its site, the surest first.
const SEPARATORS: [&str; 17] =
    [" | ", "｜", "|", " – ", " — ", " - ", " :: ", " » ", " « ", " > ", " › ", " < ", " · ", " • ", " / ", "_", ": "];
/// Signs that may stand between a title and the name of its site.
const BETWEEN: [char; 16] = [' ', '|', '｜', '-', '–', '—', '·', '•', ':', '»', '«', '/', '>', '<', '›', '_'];
/// A title has so many characters; the shorter may be the name of a site or rubric.
const SHORTEST: u32 = 8;

/// A line of a page that may be its title.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Line<'a> {
    pub(in super::super) text: &'a str,
    /// 1 of the main headings, 2 and 3 of others, 0 of what is no heading.
    pub(in super::super) level: u8,
}

impl Head {
    /// The title, without the name of the site; `None` where the head says none that the page bears out.
    pub(in super::super) fn title<'a>(&'a self, lines: &[Line<'a>]) -> Option<String> {
        let said: Vec<&str> = [self.linked.headline.as_deref(), self.og_title.as_deref(), Some(self.title.as_str())]
            .into_iter()
            .flatten()
            .filter(|title| !title.is_empty())
            .collect();
        let main = || lines.iter().filter(|line| line.level == 1).map(|line| line.text);
        let inside = |heading: &&str| {
            let in_title = |title: &&str| {
                title == heading
                    || (length(heading) >= SHORTEST && title.starts_with(heading))
                    || (length(heading) >= 12 && title.contains(heading))
            };
            said.iter().any(in_title)
        };
        let longest = said.iter().map(|title| composed(title)).max().unwrap_or_default();
        let lines_shown = Shown::of(lines, longest);
        // A title stands first in what the head says, and is a heading; of two that are neither or both the longer.
        let rank = |text: &'a str| {
            let first = said.iter().any(|title| title.starts_with(text));
            ((u8::from(first) + u8::from(lines_shown.as_heading(text)), composed(text)), text)
        };
        let ranked = main().filter(inside).chain(shown(&said, &lines_shown)).map(rank);
        let best = ranked.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, text)| text);
        let best = best.or_else(|| alike(&said, lines));
        best.map(str::to_owned).or_else(|| match said.first() {
            None => main().next().map(str::to_owned),
            Some(title) => self.bare(title, self.says_title_once()),
        })
    }

    /// A title without the name of the site, as far as that can be told from itself.
    fn bare(&self, title: &str, alone: bool) -> Option<String> {
        let sites = self.site.iter().chain(&self.linked.sites).filter(|site| !site.is_empty());
        for site in sites {
            let bare = title.strip_suffix(site.as_str()).map(|bare| bare.trim_end_matches(BETWEEN));
            let bare = bare.or_else(|| title.strip_prefix(site.as_str()).map(|bare| bare.trim_start_matches(BETWEEN)));
            if let Some(bare) = bare.filter(|bare| length(bare) >= SHORTEST) {
                return Some(bare.to_owned());
            }
        }
        for separator in [" | ", "｜", " – ", " — ", " - ", " :: ", " » "] {
            let sure = matches!(separator, " | " | "｜");
            if let Some((bare, site)) = title.rsplit_once(separator)
                && length(bare) >= 20
                && (sure || alone)
                && length(bare) > length(site) * 2
            {
                return Some(bare.to_owned());
            }
        }
        // One that the page does not show, and so short, is the name of a site or rubric.
        let told = !alone || length(title) > 24 || title.split_whitespace().nth(3).is_some();
        told.then(|| title.to_owned())
    }
}

/// The lines of a page, but for case and spaces, each with whether one of them is a heading.
struct Shown(FxHashMap<String, bool>);

impl Shown {
    /// Of lines that are longer than `longest`, but for some spaces, none is asked for.
    fn of(lines: &[Line<'_>], longest: usize) -> Self {
        let mut shown = FxHashMap::default();
        for line in lines.iter().filter(|line| composed(line.text) <= longest + longest / 4 + 4) {
            *shown.entry(folded(line.text)).or_default() |= (1..=3).contains(&line.level);
        }
        Self(shown)
    }

    fn as_line(&self, text: &str) -> bool {
        self.0.contains_key(&folded(text))
    }

    fn as_heading(&self, text: &str) -> bool {
        self.0.get(&folded(text)) == Some(&true)
    }
}

fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
    folded
}

/// The part of a title that the page shows as a line of its own.
fn shown<'a>(said: &[&'a str], lines: &Shown) -> Option<&'a str> {
    let is_line = |part: &str| length(part) >= SHORTEST && lines.as_line(part);
    said.iter().find_map(|title| {
        if is_line(title) {
            return Some(*title);
        }
        // The longest part first: what is behind the last sign may be all that is not of the title.
        let parts = SEPARATORS.iter().flat_map(|separator| {
            let ends = title.rmatch_indices(separator).take(4).map(|(at, _)| &title[..at]);
            ends.chain(title.match_indices(separator).take(4).map(|(at, found)| &title[at + found.len()..]))
        });
        // Agencies put their name behind the title without a space.
        let glued = title.rsplit_once('-').map(|(bare, _)| bare);
        let parts = parts.chain(glued).map(str::trim).filter(|part| length(part) * 3 >= length(title) && is_line(part));
        parts.max_by_key(|part| composed(part))
    })
}

/// The heading that has most words in common with what the head says, at least half of its own.
fn alike<'a>(said: &[&str], lines: &[Line<'a>]) -> Option<&'a str> {
    let said: Vec<String> = said.iter().map(|title| title.to_lowercase()).collect();
    let share = |line: &Line<'a>| {
        let words: Vec<String> = line.text.split_whitespace().map(str::to_lowercase).collect();
        let common = |title: &String| {
            words.iter().filter(|word| title.split_whitespace().any(|other| other == word.as_str())).count()
        };
        let most = said.iter().map(common).max().unwrap_or(0);
        // Smaller headings are many: they must agree better.
        let fits = if line.level == 1 { most * 2 >= words.len() } else { most * 3 >= words.len() * 2 };
        (words.len() >= 3 && fits).then(|| (most * 100 / words.len(), line.text))
    };
    let headings = lines.iter().filter(|line| (1..=3).contains(&line.level)).take(200);
    headings.filter_map(share).reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_the_site_out() {
        // What `<title>`, OpenGraph and the name of the site say, the lines of the page, and its title.
        type Row<'r> = (&'r str, &'r str, &'r str, &'r [(&'r str, u8)], &'r str);
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let rows: [Row<'_>; 14] = [
            ("Talks end in Rome", "", "", &[], "Talks end in Rome"),
            ("Talks end in Rome - The Paper", "", "The Paper", &[], "Talks end in Rome"),
            ("The Paper: Talks end in Rome", "", "The Paper", &[], "Talks end in Rome"),
            ("Talks on trade end in Rome | Paper", "", "", &[], "Talks on trade end in Rome"),
            ("Talks end - at last - Paper", "", "", &[("TALKS END - AT  LAST", 0)], "Talks end - at last"),
            ("Print: Talks end in Rome", "", "", &[("Talks end in Rome", 2)], "Talks end in Rome"),
            ("Talks end in Rome-Wire", "", "", &[("Talks end in Rome", 0)], "Talks end in Rome"),
            ("News", "", "", &[("News", 1), ("Talks", 2)], "News"),
            ("x", "Rome hosts talks that end the war", "", &[("Talks that end the war", 1)], "Talks that end the war"),
            ("", "", "", &[("Talks", 1)], "Talks"),
            (
                "Minister in Rome for talks on the… | Paper",
                "",
                "",
                &[("Paper", 1), ("Minister in Rome for talks on the sea", 2)],
                "Minister in Rome for talks on the sea",
            ),
            ("Talks end - Acts - The Seas Office", "", "", &[("Talks end", 1), ("The Seas Office", 0)], "Talks end"),
            (
                "Talks end in Rome - Acts - Seas Office",
                "",
                "",
                &[("Seas Office", 1), ("Talks end in Rome", 0)],
                "Talks end in Rome",
            ),
            ("Talks end in Rome", "", "", &[("The Ministry of the Seas", 1)], "Talks end in Rome"),
        ];
        for (title, og, site, lines, expected) in rows {
            let head = Head { title: title.to_owned(), og_title: some(og), site: some(site), ..Head::default() };
            let lines: Vec<Line<'_>> = lines.iter().map(|&(text, level)| Line { text, level }).collect();
            assert_eq!(head.title(&lines).unwrap_or_default(), expected, "{title}");
        }
    }
}
