//! A matter: what it is about, how it stands, and all that was said of it.

use std::collections::BTreeMap;

use anyhow::Result;
use register::matters::{Line, Matter};
use register::{AccountId, Day, Engagement, Register};

use crate::arguments::count;
use crate::asking::day;
use crate::rendering::{CLAIM, INDENT, Page, from_to, labelled, quote, wrapped};

/// A thread has so many lines at most.
const LINES: usize = 500;

/// What a matter is about, in words: `target of 20,000,000,000 USD, KH-VN`.
pub(crate) fn title(key: &str) -> String {
    let parts: Vec<&str> = key.split('/').collect();
    match parts[..] {
        ["instrument", code] => format!("instrument {code}"),
        ["level", between, level] => format!("{level}, {between}"),
        ["candidacy", body, whose] => format!("candidacy for {body}, {whose}"),
        ["target", between, unit, figure] => format!("target of {} {unit}, {between}", grouped(figure)),
        ["session", between, number] => format!("session {number}, {between}"),
        ["invitation", host, guest] => format!("invitation of {guest} by {host}"),
        ["next-step", between, date] => format!("next step in {date}, {between}"),
        ["topic", between, topic] => format!("{topic}, {between}"),
        _ => key.to_owned(),
    }
}

/// A figure with its thousands apart.
fn grouped(figure: &str) -> String {
    if figure.len() < 5 || !figure.bytes().all(|b| b.is_ascii_digit()) {
        return figure.to_owned();
    }
    let thousands = figure.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    thousands.collect::<Vec<_>>().join(",")
}

/// A matter on two lines of a list.
pub(crate) fn listed(matter: &Matter, today: Day, page: &Page) -> String {
    let mut about = Vec::new();
    about.extend(matter.due.map(|due| format!("due {due}{}", if matter.is_overdue(today) { ", overdue" } else { "" })));
    about.push(format!("last heard of {}", day(matter.last)));
    about.push(count(matter.n_lines as usize, "line"));
    about.push(matter.parties.join(", "));
    let ruled = matter.ruled.map(|n| format!(", by ruling {n}"));
    let state = format!("{}{}", matter.at(today).as_str(), ruled.unwrap_or_default());
    let paint = page.paint;
    let mut out =
        format!("  {}  {}  {}\n", paint.bold(&title(&matter.key)), paint.green(&state), paint.dim(&matter.key));
    out += &wrapped(&about.join(" · "), INDENT, page.width, str::to_owned);
    out
}

/// A matter with its whole thread.
pub(crate) fn matter(register: &Register, matter: &Matter, today: Day, page: &Page) -> Result<String> {
    let mut out = listed(matter, today, page);
    if matter.n_lines as usize > LINES {
        out += &format!("    the last {LINES} lines\n");
    }
    out.push('\n');
    for (line, accounts) in told_once(register, register.store().lines(&matter.key, LINES)?)? {
        out += &labelled(&day(line.day), &self::line(register, &line, &accounts, page)?, page);
    }
    Ok(out)
}

/// Lines in their order, those of copies of one text once, with all accounts that have them.
fn told_once(register: &Register, lines: Vec<Line>) -> Result<Vec<(Line, Vec<AccountId>)>> {
    let mut known: BTreeMap<AccountId, Engagement> = BTreeMap::new();
    let mut once: Vec<(AccountId, Line, Vec<AccountId>)> = Vec::new();
    for line in lines {
        let place = register.store().place(line.account)?.and_then(|place| place.engagement).unwrap_or(line.account);
        if let std::collections::btree_map::Entry::Vacant(entry) = known.entry(place) {
            entry.insert(register.engagement(line.account)?.0);
        }
        let source = known[&place].sources.iter().find(|source| source.contains(&line.account));
        let source = source.and_then(|source| source.first()).copied().unwrap_or(line.account);
        let same = once.iter_mut().find(|(of, other, accounts)| {
            *of == source
                && !accounts.contains(&line.account)
                && (&other.said, &other.actors, &other.addressees) == (&line.said, &line.actors, &line.addressees)
        });
        match same {
            Some((.., accounts)) => accounts.push(line.account),
            None => once.push((source, line.clone(), vec![line.account])),
        }
    }
    Ok(once.into_iter().map(|(_, line, accounts)| (line, accounts)).collect())
}

fn line(register: &Register, line: &Line, accounts: &[AccountId], page: &Page) -> Result<String> {
    let mut about = vec![line.said.clone(), from_to(&line.actors, &line.addressees)];
    about.extend(line.due.map(|due| format!("due {due}")));
    about.retain(|part| !part.is_empty());
    let accounts: Vec<String> = accounts.iter().map(ToString::to_string).collect();
    let mut out = wrapped(&about.join(" · "), CLAIM, page.width, str::to_owned);
    out += &quote(&words(register, line)?, CLAIM, page);
    out += &wrapped(&accounts.join(", "), CLAIM, page.width, str::to_owned);
    Ok(out)
}

/// The words of a line.
fn words(register: &Register, line: &Line) -> Result<String> {
    let engagement = register.account(line.account)?.engagement;
    let claim = engagement.claims.into_iter().find(|claim| claim.span == line.span);
    Ok(claim.map_or(engagement.evidence, |claim| claim.evidence))
}

/// What was said last of when a matter falls due, and where.
pub(crate) fn last_words(register: &Register, matter: &Matter, page: &Page) -> Result<String> {
    let lines = register.store().lines(&matter.key, LINES)?;
    let Some(line) = lines.iter().rev().find(|line| line.due.is_some()).or(lines.last()) else {
        return Ok(String::new());
    };
    let account = wrapped(&line.account.to_string(), INDENT, page.width, str::to_owned);
    Ok(quote(&words(register, line)?, INDENT, page) + &account)
}

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn says_what_a_matter_is_about() {
        for (key, words) in [
            ("instrument/EVIPA", "instrument EVIPA"),
            ("candidacy/ITLOS/2026-2035", "candidacy for ITLOS, 2026-2035"),
            ("target/KH-VN/USD/20000000000", "target of 20,000,000,000 USD, KH-VN"),
            ("target/KH-VN/times/2.5", "target of 2.5 times, KH-VN"),
            ("session/KH-VN/21", "session 21, KH-VN"),
            ("invitation/VN/JP", "invitation of JP by VN"),
            ("next-step/JP-NO/2026-05", "next step in 2026-05, JP-NO"),
            ("topic/JP-VN/energy", "energy, JP-VN"),
            ("other", "other"),
        ] {
            assert_eq!(title(key), words);
        }
    }
}
