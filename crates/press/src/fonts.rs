//! The fonts in the program: Noto, cut to Latin with Vietnamese, Greek and Cyrillic, and Arabic and Hebrew whole (`fonts/README.md`).

/// The family of headings, tables and charts.
pub(crate) const SANS: &str = "Noto Sans";

/// Every font, in the order in which a letter is looked for.
pub(crate) const FONTS: [&[u8]; 6] = [
    include_bytes!("../fonts/NotoSerif-Regular.ttf"),
    include_bytes!("../fonts/NotoSerif-Bold.ttf"),
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoSansHebrew-Regular.ttf"),
];
