//! Addresses on the web: made whole, and the day that one names.

use url::Url;

use crate::PartialDate;

/// Years that an address may name; other numbers are of something else.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;
/// The longest address that is kept, in bytes.
const LONGEST: usize = 2000;

/// An address as a page writes it, made whole by that of the page.
///
/// `None` where it is not of the web, is too long, or stands for itself alone without a `base`.
pub(crate) fn whole(address: &str, base: Option<&str>) -> Option<String> {
    let address = address.trim();
    let is_one = !address.is_empty()
        && address.len() <= LONGEST
        && !address.starts_with('#')
        && !address.contains(|sign: char| sign.is_whitespace() || sign.is_control());
    let base = base.and_then(|base| Url::parse(base).ok());
    let whole = Url::options().base_url(base.as_ref()).parse(Some(address).filter(|_| is_one)?).ok()?;
    let is_web = matches!(whole.scheme(), "http" | "https") && whole.has_host() && whole.as_str().len() <= LONGEST;
    is_web.then(|| whole.into())
}

/// Whether an address is whole and of the web.
pub fn is_web(address: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

/// The host of an address, in lower case, without its port.
pub(crate) fn host(address: &str) -> Option<String> {
    let address = Url::parse(address).ok()?;
    Some(address.host_str()?.trim_end_matches('.').to_owned())
}

/// The day that an address names in its path: `/2025/07/10/`, `/2025-07-10-visit`, `/20250710/`, `/2025/0710/`, `/202507/10/`.
pub(crate) fn day(address: &str) -> Option<PartialDate> {
    let path = address.split_once("://").map_or(address, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    let path = path.split(['?', '#']).next()?;
    let numbers = numbers(&path[..path.floor_char_boundary(LONGEST)]);
    numbers.iter().enumerate().find_map(|(at, number)| {
        let next = |step: usize| {
            let all = (at..at + step).all(|at| numbers[at].parted);
            numbers.get(at + step).filter(|_| all).map(|number| number.digits)
        };
        let of = |year: &str, month: &str, day: &str| {
            let year = year.parse().ok().filter(|year| YEARS.contains(year))?;
            PartialDate::day(year, month.parse().ok()?, day.parse().ok()?)
        };
        let digits = number.digits;
        match digits.len() {
            8 => of(&digits[..4], &digits[4..6], &digits[6..]),
            6 => next(1).filter(|day| day.len() == 2).and_then(|day| of(&digits[..4], &digits[4..], day)),
            4 => match next(1)? {
                both if both.len() == 4 => of(digits, &both[..2], &both[2..]),
                month if month.len() <= 2 => {
                    next(2).filter(|day| day.len() <= 2).and_then(|day| of(digits, month, day))
                }
                _ => None,
            },
            _ => None,
        }
    })
}

/// A run of digits, and whether one sign alone parts it from the next.
struct Number<'a> {
    digits: &'a str,
    parted: bool,
}

fn numbers(path: &str) -> Vec<Number<'_>> {
    let bytes = path.as_bytes();
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if length == 0 {
            at += 1;
            continue;
        }
        let end = at + length;
        let parted = bytes.get(end).is_some_and(|sign| b"/-_.".contains(sign))
            && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        numbers.push(Number { digits: &path[at..end], parted });
        at = end;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_addresses_whole() {
        let base = Some("https://example.org/news/2025/a.html?x=/y");
        let rows = [
            ("https://other.example/a", base, Some("https://other.example/a")),
            ("//cdn.example/a", base, Some("https://cdn.example/a")),
            ("/b", base, Some("https://example.org/b")),
            ("b.html", base, Some("https://example.org/news/2025/b.html")),
            ("./b", base, Some("https://example.org/news/2025/b")),
            ("../../../b", base, Some("https://example.org/b")),
            ("..", base, Some("https://example.org/news/")),
            ("HTTPS://Other.Example/é", base, Some("https://other.example/%C3%A9")),
            ("?id=2", base, Some("https://example.org/news/2025/a.html?id=2")),
            ("b", Some("https://example.org"), Some("https://example.org/b")),
            ("/b", None, None),
            ("/b", Some("a.html"), None),
            ("javascript:void(0)", base, None),
            ("mailto:a@b.example", base, None),
            ("#top", base, None),
            ("https://x.example/a\nb", base, None),
            ("", base, None),
        ];
        for (address, base, expected) in rows {
            assert_eq!(whole(address, base).as_deref(), expected, "{address}");
        }
    }

    #[test]
    fn tells_hosts() {
        let rows = [
            ("https://www.Example.org:8080/a", Some("www.example.org")),
            ("http://user@example.org?x", Some("example.org")),
            ("example.org/a", None),
            ("https://[::1]:8080/a", Some("[::1]")),
            ("a/b", None),
        ];
        for (address, expected) in rows {
            assert_eq!(host(address).as_deref(), expected, "{address}");
        }
    }

    #[test]
    fn tells_days() {
        let rows = [
            ("https://example.org/2025/07/10/visit-of-7/", "2025-07-10"),
            ("https://example.org/2025/7/9/", "2025-07-09"),
            ("https://example.org/a-2025-07-10-visit.html", "2025-07-10"),
            ("http://example.org/20251112/9ab3f0c2d1e84b7a/c.html", "2025-11-12"),
            ("http://example.org/n1/2025/0605/c1002-404.html", "2025-06-05"),
            ("http://example.org/202506/05/content_77.htm", "2025-06-05"),
            ("http://example.org/202507/t20250710_11.html", "2025-07-10"),
            ("https://2025-07-10.example/a", ""),
            ("https://example.org/a?d=2025-07-10", ""),
            ("https://example.org/2025/13/40/", ""),
            ("https://example.org/1834-05-12", ""),
            ("https://example.org/agenda-2030-12", ""),
            ("https://example.org/102250605143012874.htm", ""),
            ("https://example.org/2025/07/visit", ""),
        ];
        for (address, expected) in rows {
            assert_eq!(day(address).map_or(String::new(), |day| day.to_string()), expected, "{address}");
        }
    }
}
