//! Numbers, sums and lists, as a language writes them.

use super::{Arg, Words};

/// What numbers are scaled by, and the message of each.
const SCALES: [(f64, &str); 4] =
    [(1e12, "scale-trillion"), (1e9, "scale-billion"), (1e6, "scale-million"), (1e3, "scale-thousand")];
/// Below this a number is written in full.
const SMALL: f64 = 1e5;

impl Words<'_> {
    /// A number with the marks of the language: `1,250` or `18.5`.
    pub(crate) fn number(&self, value: f64) -> String {
        let rounded = (value * 100.0).round() / 100.0;
        let text = rounded.abs().to_string();
        let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let group = self.word("group-mark");
        // Four digits are a year as often as a number; they stay together.
        let mut out = if whole.len() <= 4 { whole.to_owned() } else { grouped(whole, &group) };
        if !decimals.is_empty() {
            out = format!("{out}{}{decimals}", self.word("decimal-mark"));
        }
        if rounded < 0.0 { format!("−{out}") } else { out }
    }

    /// A count.
    pub(crate) fn count(&self, n: usize) -> String {
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
    pub(crate) fn amount(&self, value: f64, unit: &str) -> String {
        match unit {
            "percent" | "times" => self.say(unit, vec![("figure", self.number(value).into())]),
            _ => self.say("money", vec![("figure", self.scaled(value).into()), ("currency", unit.into())]),
        }
    }

    /// An ordinal: `21st`.
    pub(crate) fn ordinal(&self, n: u16) -> String {
        self.say("ordinal", vec![("ordinal", Arg::Ordinal(f64::from(n)))])
    }

    /// A list: `a, b and c`. Where a part has the word for *and* itself, the last is joined by another.
    pub(crate) fn list(&self, items: &[String]) -> String {
        let Some((last, before)) = items.split_last() else { return String::new() };
        let Some((first, middle)) = before.split_first() else { return last.clone() };
        let conjunction = format!(" {} ", self.word("list-conjunction"));
        let long = items.iter().any(|item| item.contains(&conjunction));
        let join = |id: &str, list: String, item: &String| {
            self.say(id, vec![("list", list.into()), ("item", item.into())])
        };
        let list = middle.iter().fold(first.clone(), |list, item| join("list-comma", list, item));
        join(if long { "list-and-long" } else { "list-and" }, list, last)
    }

    /// A list of so many at most; of more it says that there are others.
    pub(crate) fn short_list(&self, items: &[String], most: usize) -> String {
        if items.len() <= most {
            return self.list(items);
        }
        let join = |list: String, item: &String| {
            self.say("list-comma", vec![("list", list.into()), ("item", item.into())])
        };
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
