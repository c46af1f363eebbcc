//! Scripts, as far as they tell languages apart.

/// A script: a block of Unicode, with those of one script drawn together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Script(u16);

impl Script {
    /// No script.
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const LATIN: Self = Self(1);
    pub(crate) const CYRILLIC: Self = Self(2);
    pub(crate) const ARABIC: Self = Self(3);
    pub(crate) const HAN: Self = Self(4);
    pub(crate) const KANA: Self = Self(5);
    pub(crate) const HANGUL: Self = Self(6);
    const THAI: Self = Self(7);
    const LAO: Self = Self(8);
    const MYANMAR: Self = Self(9);
    const KHMER: Self = Self(10);
    const TIBETAN: Self = Self(11);

    /// Whether spaces stand between its words.
    pub(crate) fn is_spaced(self) -> bool {
        ![Self::HAN, Self::KANA, Self::THAI, Self::LAO, Self::MYANMAR, Self::KHMER, Self::TIBETAN].contains(&self)
    }
}

/// The script of a letter.
pub(crate) fn script(letter: char) -> Script {
    match u32::from(letter) {
        0..0x300 | 0x1d00..0x1e00 | 0x1e00..0x1f00 | 0x2c60..0x2c80 | 0xa720..0xa800 | 0xff21..0xff5b => Script::LATIN,
        0x400..0x530 | 0x1c80..0x1c90 | 0x2de0..0x2e00 | 0xa640..0xa6a0 => Script::CYRILLIC,
        0x600..0x700 | 0x750..0x780 | 0x8a0..0x900 | 0xfb50..0xfe00 | 0xfe70..0xff00 => Script::ARABIC,
        0x2e80..0x2fe0 | 0x3005..0x3008 | 0x3400..0xa000 | 0xf900..0xfb00 | 0x20000..0x32000 => Script::HAN,
        0x3040..0x3100 | 0x31f0..0x3200 | 0xff66..0xffa0 => Script::KANA,
        0x1100..0x1200 | 0x3130..0x3190 | 0xac00..0xd7b0 => Script::HANGUL,
        0xe00..0xe80 => Script::THAI,
        0xe80..0xf00 => Script::LAO,
        0x1000..0x10a0 => Script::MYANMAR,
        0x1780..0x1800 => Script::KHMER,
        0xf00..0x1000 => Script::TIBETAN,
        code => Script(16 + (code >> 7) as u16),
    }
}
