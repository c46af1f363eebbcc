//! Numbers, sums and lists, as a language writes them.

use super::{Arg, Words};

/// What numbers are scaled by, and the message of each.
const SCALES: [(f64, &str); 4] =
    [(1e12, "scale-trillion"), (1e9, "scale-billion"), (1e6, "scale-million"), (1e3, "scale-thousand")];
/// Below this a number is written in full.
const SMALL: f64 = 1e5;

impl Words<'_> {
    /// A number with the marks of the language: `1,250` or `18.5`.
    pub fn number(&self, value: f64) -> String {
        let rounded = (value * 100.0).round() / 100.0;
        let text = rounded.abs().to_string();
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let group = self.mark("group-mark");
        // Four digits are a year as often as a number; they stay together.
        let mut out = if whole.len() <= 4 { whole.to_owned() } else { grouped(whole, &group) };
        if !decimals.is_empty() {
            out = format!("{out}{}{decimals}", self.mark("decimal-mark"));
        }
        if rounded < 0.0 { format!("−{out}") } else { out }
    }

    /// A count.
    pub fn count(&self, n: usize) -> String {
        self.number(n as f64)
    }

    /// A number in words as far as they help: `18 billion`.
    fn scaled(&self, value: f64) -> String {
        let scale = SCALES.iter().find(|(scale, _)| value >= *scale && value >= SMALL);
        let Some((scale, id)) = scale else { return self.number(value) };
        let n = value / scale;
        self.say(id, vec![("n", Arg::Number(n)), ("figure", self.number(n).into())])
    }

    /// A sum, a share or a factor, by its unit.
    pub fn amount(&self, value: f64, unit: &str) -> String {
        match unit {
            "percent" | "times" => {
                self.say(unit, vec![("n", Arg::Number(value)), ("figure", self.number(value).into())])
            }
            _ => self.say("money", vec![("figure", self.scaled(value).into()), ("currency", unit.into())]),
        }
    }

    /// An ordinal: `21st`.
    pub(crate) fn ordinal(&self, n: u16) -> String {
        self.say("ordinal", vec![("ordinal", Arg::Ordinal(f64::from(n))), ("n", Arg::Number(f64::from(n)))])
    }

    /// A list: `a, b and c`. Where a part has the word for *and* itself, the last is joined by another.
    pub fn list(&self, items: &[String]) -> String {
        let Some((last, before)) = items.split_last() else { return String::new() };
        let Some((first, middle)) = before.split_first() else { return last.clone() };
        let conjunction = format!(" {} ", self.word("list-conjunction"));
        let long = items.iter().any(|item| item.contains(&conjunction));
        let join =
            |id: &str, list: String, item: &String| self.say(id, vec![("list", list.into()), ("item", item.into())]);
        let list = middle.iter().fold(first.clone(), |list, item| join("list-comma", list, item));
        join(if long { "list-and-long" } else { "list-and" }, list, last)
    }

    /// A list of so many at most; of more it says that there are others.
    pub(crate) fn short_list(&self, items: &[String], most: usize) -> String {
        if items.len() <= most {
            return self.list(items);
        }
        let join =
            |list: String, item: &String| self.say("list-comma", vec![("list", list.into()), ("item", item.into())]);
        let some = items[1..most].iter().fold(items[0].clone(), join);
        self.say("list-others", vec![("list", some.into())])
    }
}

fn grouped(digits: &str, mark: &str) -> String {
    let first = match digits.len() % 3 {
        0 => 3,
        rest => rest,
    };
    let rest = digits.as_bytes()[first..].chunks(3).map(|chunk| String::from_utf8_lossy(chunk).into_owned());
    std::iter::once(digits[..first].to_owned()).chain(rest).collect::<Vec<_>>().join(mark)
}

#[cfg(test)]
mod tests {
    use crate::words::Words;

    #[test]
    fn numbers_have_the_marks_of_the_language() {
        let packs = embedded::packs();
        let check = |language: &str| {
            let words = Words::new(&packs, language).unwrap();
            let amounts = [(2.5e9, "USD"), (1e6, "SEK"), (1_250_000.0, "EUR"), (30.0, "percent"), (12_345.0, "JPY")];
            let shown: Vec<String> = amounts.iter().map(|(value, unit)| words.amount(*value, unit)).collect();
            let ordinals: Vec<String> = [1, 2, 3, 11, 21, 22, 58].iter().map(|n| words.ordinal(*n)).collect();
            format!("{}\n{}", shown.join("; "), ordinals.join(" ")).replace('\u{a0}', "_")
        };
        insta::assert_snapshot!(check("en"), @"
        2.5 billion US dollars; 1 million Swedish kronor; 1.25 million euros; 30 per cent; 12,345 yen
        first second third eleventh 21st 22nd 58th
        ");
        insta::assert_snapshot!(check("sv"), @"
        2,5 miljarder dollar; 1 miljon kronor; 1,25 miljoner euro; 30 procent; 12_345 yen
        första andra tredje elfte 21:a 22:a 58:e
        ");
        insta::assert_snapshot!(check("vi"), @"
        2,5 tỷ USD; 1 triệu krona Thụy Điển; 1,25 triệu euro; 30%; 12.345 yên
        nhất 2 3 11 21 22 58
        ");
    }

    #[test]
    fn lists_say_which_and_belongs_to_what() {
        let packs = embedded::packs();
        let check = |language: &str, items: &[&str]| {
            let items: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
            Words::new(&packs, language).unwrap().list(&items)
        };
        assert_eq!(check("sv", &["handel", "energi", "fiske"]), "handel, energi och fiske");
        assert_eq!(check("sv", &["handel", "forskning och teknik"]), "handel samt forskning och teknik");
        assert_eq!(check("en", &["trade", "science and technology"]), "trade, and science and technology");
        assert_eq!(check("vi", &["thương mại", "năng lượng"]), "thương mại và năng lượng");
        assert_eq!(check("sv", &["handel"]), "handel");
        assert_eq!(check("sv", &[]), "");
    }
}
