//! Sizes as people write them.

use std::str::FromStr;

/// A number of bytes, written as `16MB`, `500 kB` or `1GiB`; 1 GiB is the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size(u32);

/// What is wrong with a text that should be a [`Size`].
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NotASize {
    /// It is no number with a unit.
    #[error("write a number with a unit, as 500kB, 16MB or 1GiB")]
    Form,
    /// It is too much, or nothing.
    #[error("a document may have 1 byte to 1 GiB")]
    Bounds,
}

const UNITS: [(&str, u64); 10] = [
    ("", 1),
    ("b", 1),
    ("k", 1000),
    ("kb", 1000),
    ("kib", 1 << 10),
    ("m", 1_000_000),
    ("mb", 1_000_000),
    ("mib", 1 << 20),
    ("gb", 1_000_000_000),
    ("gib", 1 << 30),
];

impl Size {
    /// The number of bytes.
    pub(crate) fn bytes(self) -> usize {
        self.0 as usize
    }
}

impl FromStr for Size {
    type Err = NotASize;

    fn from_str(text: &str) -> Result<Self, NotASize> {
        let text = text.trim();
        let (number, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
        let unit = unit.trim_start().to_ascii_lowercase();
        let &(_, factor) = UNITS.iter().find(|(name, _)| *name == unit).ok_or(NotASize::Form)?;
        if number.is_empty() {
            return Err(NotASize::Form);
        }
        let bytes = number.parse::<u64>().ok().and_then(|number| number.checked_mul(factor));
        let bytes = bytes.filter(|bytes| (1..=1 << 30).contains(bytes)).ok_or(NotASize::Bounds)?;
        Ok(Self(u32::try_from(bytes).expect("1 GiB at most")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_sizes() {
        let check = |text: &str| text.parse::<Size>().map(Size::bytes);
        for (text, bytes) in
            [("7", 7), ("16MB", 16_000_000), ("16 MiB", 16 << 20), ("500k", 500_000), ("1GiB", 1 << 30)]
        {
            assert_eq!(check(text), Ok(bytes), "{text}");
        }
        for text in ["", "MB", "16XB", "-1", "1.5MB"] {
            assert_eq!(check(text), Err(NotASize::Form), "{text}");
        }
        for text in ["0", "2GiB", "99999999999999999999", "18446744073709551615kB"] {
            assert_eq!(check(text), Err(NotASize::Bounds), "{text}");
        }
    }
}
