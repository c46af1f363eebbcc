//! Who has to do with whom, month by month.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use document::PartialDate;
use jiff::ToSpan as _;
use jiff::civil::Date;
use register::{Register, Row};

use super::Period;
use crate::problem::Problem;

/// More parties than these are no pairs: a conference says little of each two.
const PARTIES: usize = 4;
/// So many months are counted, the last of the period.
const MONTHS: usize = 24;

/// How often each two parties have to do with each other in a period.
#[derive(Debug)]
pub(crate) struct Pairs {
    /// The days that are counted.
    pub(crate) period: Period,
    /// The first day of each month.
    pub(crate) months: Vec<Date>,
    /// The pairs, those with most first.
    pub(crate) pairs: Vec<Pair>,
}

/// Two parties.
#[derive(Debug)]
pub(crate) struct Pair {
    /// Their codes; the one from whose point of view they are seen comes first.
    pub(crate) parties: [String; 2],
    /// How many engagements they have, one number a month.
    pub(crate) months: Vec<usize>,
    /// How many in all.
    pub(crate) n: usize,
}

/// Counts the pairs of a period; of a view, those to which it belongs.
pub(crate) fn pairs(register: &Register, period: Period, view: Option<&str>) -> Result<Pairs, Problem> {
    let mut months = months_of(period);
    months.drain(..months.len().saturating_sub(MONTHS));
    let mut counts: BTreeMap<[String; 2], Vec<usize>> = BTreeMap::new();
    let from = months.first().copied().unwrap_or(period.from).max(period.from);
    let period = Period { from, to: period.to };
    for row in press::rows_between(register, period.from, period.to)? {
        let Some(month) = month_of(&row, &months) else { continue };
        for pair in pairs_of(&row, view) {
            counts.entry(pair).or_insert_with(|| vec![0; months.len()])[month] += 1;
        }
    }
    let pair = |(parties, months): ([String; 2], Vec<usize>)| Pair { n: months.iter().sum(), parties, months };
    let mut pairs: Vec<Pair> = counts.into_iter().map(pair).collect();
    // The sort keeps the order of codes where numbers are the same.
    pairs.sort_by_key(|pair| Reverse(pair.n));
    Ok(Pairs { period, months, pairs })
}

/// In which of the months something began; nothing where only its year is known.
fn month_of(row: &Row, months: &[Date]) -> Option<usize> {
    let start: PartialDate = row.start.parse().ok()?;
    start.months()?;
    let first = start.first_day().first_of_month();
    months.iter().position(|month| *month == first)
}

fn pairs_of(row: &Row, view: Option<&str>) -> Vec<[String; 2]> {
    let mut parties: Vec<&String> = row.parties.iter().collect();
    parties.sort_unstable_by_key(|code| (view != Some(code.as_str()), code.as_str()));
    parties.dedup();
    if parties.len() > PARTIES {
        return Vec::new();
    }
    let mut pairs = Vec::new();
    for (place, one) in parties.iter().enumerate() {
        if view.is_some_and(|view| view != one.as_str()) {
            break;
        }
        pairs.extend(parties[place + 1..].iter().map(|other| [(*one).clone(), (*other).clone()]));
    }
    pairs
}

fn months_of(period: Period) -> Vec<Date> {
    let mut months = Vec::new();
    let mut first = period.from.first_of_month();
    while first <= period.to {
        months.push(first);
        let Ok(next) = first.checked_add(1.month()) else { break };
        first = next;
    }
    months
}

#[cfg(test)]
mod tests {
    use register::Row;

    use super::{months_of, pairs_of};
    use crate::views::Period;

    #[test]
    fn parts_parties_in_pairs() {
        let check = |parties: &[&str], view: Option<&str>| {
            let row = Row {
                id: "000000000000-1".parse().unwrap(),
                kind: "meeting".to_owned(),
                start: "2026-01-14".to_owned(),
                end: String::new(),
                parties: parties.iter().map(ToString::to_string).collect(),
                n_disputes: 0,
                n_accounts: 1,
                n_sources: 1,
            };
            pairs_of(&row, view).iter().map(|pair| pair.join("-")).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(check(&["NO", "JP", "GH"], None), "GH-JP GH-NO JP-NO");
        assert_eq!(check(&["NO", "JP", "GH"], Some("NO")), "NO-GH NO-JP");
        assert_eq!(check(&["NO", "JP"], Some("VN")), "");
        assert_eq!(check(&["NO"], None), "");
        assert_eq!(check(&["NO", "JP", "GH", "VN", "KE"], None), "");
    }

    #[test]
    fn counts_whole_months() {
        let check = |text: &str| months_of(Period::parse(text).unwrap()).len();
        assert_eq!((check("2026"), check("2026-01"), check("2026-W05")), (12, 1, 2));
    }
}
