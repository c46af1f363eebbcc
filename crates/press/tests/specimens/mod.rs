//! Papers made by hand: what printers must cope with.

use press::{
    Block, Chart, ChartKind, Note, NoteId, Paper, PaperBuilder, Run, Section, Sentence, Series, Table, TableRow,
};

/// Every specimen with its name.
#[allow(dead_code, reason = "each file of tests takes what it needs")]
pub(crate) fn all() -> Vec<(&'static str, Paper)> {
    vec![
        ("digest-sv", digest()),
        ("brief-vi", brief()),
        ("review-en", review()),
        ("traps-en", traps()),
        ("arabic", arabic()),
        ("notes-sv", many(300)),
        ("empty-sv", empty()),
    ]
}

fn run(text: &str) -> Run {
    Run { text: text.to_owned(), ..Run::default() }
}

fn strong(text: &str) -> Run {
    Run { strong: true, ..run(text) }
}

fn foreign(text: &str, language: &str) -> Run {
    Run { language: Some(language.to_owned()), ..run(text) }
}

fn section(level: u8, heading: &str, blocks: Vec<Block>) -> Section {
    Section { level, heading: heading.to_owned(), blocks }
}

fn note(index: usize, quote: &str, language: &str, source: &str, published: &str) -> Note {
    let day = published.parse().unwrap();
    Note {
        account: format!("3fa9c1d2b07e-{index}").parse().unwrap(),
        quote: quote.to_owned(),
        language: Some(language.to_owned()),
        source: source.to_owned(),
        published: Some((day, day)),
        address: Some(format!("https://example.org/nyheter/2025/07/{index}?sprak=vi&del=1")),
    }
}

fn paragraph(sentences: Vec<Sentence>) -> Block {
    Block::Paragraph { sentences }
}

fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

fn chart(kind: ChartKind, title: &str, alternative: &str, labels: Vec<String>, series: &[(&str, &[f64])]) -> Block {
    let series = series.iter().map(|(name, values)| Series { name: (*name).to_owned(), values: values.to_vec() });
    Block::Chart(Chart {
        kind,
        title: title.to_owned(),
        alternative: alternative.to_owned(),
        labels,
        series: series.collect(),
    })
}

/// A week in Swedish from Vietnamese documents.
pub(crate) fn digest() -> Paper {
    let mut builder = PaperBuilder::new("digest", "sv", "Vietnams utrikesförbindelser vecka 28, 2025", "Källor");
    builder.subtitle("7–13 juli 2025, sett från Vietnam");
    builder.foot("Sammanställt ur 5 dokument den 14 juli 2025. Två händelser med osäkra uppgifter är utelämnade.");
    let met = builder.note(note(1, "Phó Thủ tướng, Bộ trưởng Ngoại giao Bùi Thanh Sơn đã có cuộc gặp với Bộ trưởng Ngoại giao Nhật Bản Iwaya Takeshi.", "vi", "Báo Thế giới & Việt Nam", "2025-07-10"));
    let asked = builder.note(note(
        2,
        "Bộ trưởng đề nghị Nhật Bản tiếp tục hỗ trợ Việt Nam về hạ tầng chiến lược, chuyển đổi xanh.",
        "vi",
        "Bộ Ngoại giao",
        "2025-07-11",
    ));
    let seat = builder.note(note(
        3,
        "Japan appreciated Viet Nam's candidacy to ITLOS for 2026–2035.",
        "en",
        "Ministry of Foreign Affairs of Japan",
        "2025-07-10",
    ));
    builder.section(section(1, "Utrikesministern", vec![
        paragraph(vec![
            Sentence::backed(vec![run("Den 10 juli mötte vice premiärminister och utrikesminister "), strong("Bùi Thanh Sơn"), run(" Japans utrikesminister "), strong("Iwaya Takeshi"), run(" i Kuala Lumpur vid det 58:e utrikesministermötet i Asean (den 11 juli enligt Bộ Ngoại giao).")], vec![met, asked]),
            Sentence::backed(vec![run("Vietnam bad Japan om fortsatt stöd till strategisk infrastruktur och grön omställning, och om stöd för sin kandidatur till Internationella havsrättsdomstolen 2026–2035.")], vec![asked, seat]),
        ]),
        paragraph(vec![Sentence::backed(vec![run("Han skrev: ”"), foreign("Chúng tôi mong sớm đón tiếp Ngài tại Hà Nội", "vi"), run("”.")], vec![met])]),
    ]));
    builder.section(section(1, "Bilaterala förbindelser", vec![]));
    builder.section(section(
        2,
        "Schweiz",
        vec![Block::List {
            items: vec![
                vec![Sentence::backed(vec![run("De enades om samarbete inom forskning och teknik.")], vec![met])],
                vec![
                    Sentence::backed(vec![run("Målet är en handel på 18 miljarder dollar till 2028.")], vec![asked]),
                    Sentence::plain("Beloppet omfattar inte tjänster."),
                ],
            ],
        }],
    ));
    builder.section(section(
        1,
        "Kommande",
        vec![Block::Table(Table {
            caption: "Förfallna och kommande åtaganden".to_owned(),
            columns: strings(&["Ärende", "Motpart", "Förfaller", "Läge"]),
            rows: vec![
                TableRow {
                    cells: strings(&[
                        "Den 21:a gemensamma kommittén för ekonomiskt, vetenskapligt och tekniskt samarbete",
                        "Kambodja",
                        "2025-10",
                        "öppet",
                    ]),
                    notes: vec![met],
                },
                TableRow {
                    cells: strings(&["Ratificering av EVIPA", "Europeiska unionen", "2026", "bekräftat"]),
                    notes: vec![asked, seat],
                },
            ],
        })],
    ));
    builder.finish().unwrap()
}

/// Two parties in Vietnamese.
pub(crate) fn brief() -> Paper {
    let mut builder = PaperBuilder::new("brief", "vi", "Việt Nam và Nhật Bản: tóm tắt quan hệ", "Nguồn tin");
    builder.subtitle("Tính đến ngày 14 tháng 7 năm 2025");
    let visit = builder.note(note(
        4,
        "Foreign Minister Iwaya welcomed the visit and looked forward to the 13th session of the committee.",
        "en",
        "Kyodo",
        "2025-07-10",
    ));
    let swedish = builder.note(note(
        5,
        "Statsministern gratulerade till femtio år av förbindelser.",
        "sv",
        "Regeringskansliet",
        "2025-06-12",
    ));
    let sentence = |text: &str, note| Sentence::backed(vec![run(text)], vec![note]);
    builder.section(section(
        1,
        "Ai là ai",
        vec![paragraph(vec![
            sentence("Bộ trưởng Ngoại giao Nhật Bản Iwaya Takeshi giữ chức từ tháng 10 năm 2024.", visit),
            sentence("Phó Thủ tướng Bùi Thanh Sơn đồng thời là Bộ trưởng Ngoại giao.", visit),
        ])],
    ));
    builder.section(section(1, "Gặp gỡ gần nhất", vec![paragraph(vec![
        sentence("Ngày 10/7/2025, hai Bộ trưởng gặp nhau tại Kuala Lumpur, nhân dịp Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 58.", visit),
        sentence("Hai bên nhất trí thúc đẩy hợp tác về năng lượng, chuyển đổi số, nguồn nhân lực và ứng phó biến đổi khí hậu.", swedish),
    ])]));
    builder.section(section(
        1,
        "Những điểm hai bên nói khác nhau",
        vec![Block::Table(Table {
            caption: "Cùng một cuộc gặp, hai bản tin".to_owned(),
            columns: strings(&["Nội dung", "Việt Nam", "Nhật Bản"]),
            rows: vec![TableRow { cells: strings(&["Ngày gặp", "10/7/2025", "11/7/2025"]), notes: vec![visit] }],
        })],
    ));
    let labels = (1..=12).map(|month| format!("2025-{month:02}")).collect();
    builder.section(section(
        1,
        "Theo tháng",
        vec![chart(
            ChartKind::Lines,
            "Số cuộc gặp và điện đàm theo tháng",
            "Nhiều nhất vào tháng 7 với 9 cuộc gặp.",
            labels,
            &[
                ("Cuộc gặp", &[1., 0., 2., 3., 1., 4., 9., 2., 1., 0., 2., 1.]),
                ("Điện đàm", &[0., 1., 1., 0., 2., 1., 3., 1., 0., 1., 0., 2.]),
                ("Thư, điện mừng", &[2., 1., 0., 0., 1., 1., 0., 0., 4., 0., 1., 0.]),
            ],
        )],
    ));
    builder.finish().unwrap()
}

/// Each kind of chart, with labels that are long.
pub(crate) fn review() -> Paper {
    let mut builder = PaperBuilder::new("review", "en", "Foreign affairs of Viet Nam, 2025", "Sources");
    builder.subtitle("January to December 2025");
    let source = builder.note(note(
        6,
        "Viet Nam and Sweden raised their relations to a sectoral strategic partnership.",
        "en",
        "VNA",
        "2025-06-12",
    ));
    builder.section(section(1, "Firsts and raised relations", vec![paragraph(vec![Sentence::backed(
        vec![run("On 12 June, Viet Nam and Sweden raised their relations to a strategic partnership in science and technology.")],
        vec![source],
    )])]));
    let weeks = (1..=52).map(|week| format!("W{week:02}")).collect();
    let by_week = |factor: usize| (0..52).map(|week| ((week * factor) % 7) as f64).collect::<Vec<_>>();
    builder.section(section(
        1,
        "Tallies",
        vec![
            paragraph(vec![Sentence::plain(
                "Counts are of engagements, each counted once however many documents tell of it.",
            )]),
            chart(
                ChartKind::Bars,
                "Engagements by week",
                "Between two and fourteen a week.",
                weeks,
                &[("In", &by_week(3)), ("Out", &by_week(5)), ("Calls", &by_week(2))],
            ),
            chart(
                ChartKind::Bars,
                "Engagements by channel",
                "Government leads with 1 204.",
                strings(&[
                    "Government",
                    "Party",
                    "Parliament and its friendship groups",
                    "Organisations of the people",
                    "Business",
                    "Nordatlantiska fördragsorganisationen och Europeiska försvarsbyrån",
                    "Cộng hòa Xã hội chủ nghĩa Việt Nam và các tổ chức nhân dân hữu nghị toàn quốc",
                ]),
                &[
                    ("Visits", &[1204., 310., 122., 40., 8., 31., 5.]),
                    ("Letters and messages", &[410., 200., 12., 4., 0., 3., 9.]),
                ],
            ),
            chart(
                ChartKind::Bars,
                "Engagements by rank",
                "Foreign ministers lead.",
                strings(&["Head of state", "Premier", "Minister"]),
                &[("Engagements", &[12., 31., 87.])],
            ),
            chart(
                ChartKind::Heat,
                "Partner by month",
                "Japan in every month; most in July.",
                (1..=12).map(|month| format!("2025-{month:02}")).collect(),
                &[
                    ("Japan", &[3., 2., 1., 4., 2., 6., 12., 2., 1., 1., 3., 2.]),
                    (
                        "United Kingdom of Great Britain and Northern Ireland",
                        &[0., 0., 1., 0., 2., 0., 3., 0., 1., 0., 0., 1.],
                    ),
                    ("Thụy Điển", &[0., 0., 0., 0., 0., 5., 1., 0., 0., 2., 0., 0.]),
                    ("European Union", &[1., 1., 1., 2., 2., 3., 8., 10., 2., 1., 3., 7.]),
                ],
            ),
            Block::Table(Table {
                caption: "By kind and month".to_owned(),
                columns: strings(&[
                    "Kind", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Sum",
                ]),
                rows: ["Visits", "Calls", "Letters and messages", "Consultations", "Signings"]
                    .iter()
                    .map(|kind| TableRow {
                        cells: std::iter::once((*kind).to_owned())
                            .chain((1..=13).map(|month| (month * 7 % 11).to_string()))
                            .collect(),
                        notes: vec![],
                    })
                    .collect(),
            }),
        ],
    ));
    let parties = strings(&[
        "Viet Nam",
        "Japan",
        "Sweden",
        "United Kingdom of Great Britain and Northern Ireland",
        "European Union",
        "Lào",
        "Kambodja",
        "Thailand",
        "Indonesia",
    ]);
    let ties: Vec<Vec<f64>> = (0..9_usize)
        .map(|one| {
            (0..9_usize)
                .map(|other| if one == 0 && other > 0 || one + other == 9 { (one + 2 * other) as f64 } else { 0.0 })
                .collect()
        })
        .collect();
    let ties: Vec<(&str, &[f64])> = parties.iter().map(String::as_str).zip(ties.iter().map(Vec::as_slice)).collect();
    let many = (1..=40).map(|place| format!("Partner number {place}")).collect::<Vec<_>>();
    let rays: Vec<Vec<f64>> = (0..40_usize)
        .map(|one| (0..40_usize).map(|other| f64::from(u8::from(one != other && (one * other) % 13 == 1))).collect())
        .collect();
    let rays: Vec<(&str, &[f64])> = many.iter().map(String::as_str).zip(rays.iter().map(Vec::as_slice)).collect();
    let days = strings(&[
        "2025-01-14",
        "2025-02-02",
        "2025-03-20",
        "2025-03-21",
        "2025-03-22",
        "2025-06-12",
        "2025-07-10",
        "2025-07-11",
        "2025-12-01",
    ]);
    builder.section(section(
        1,
        "Who met whom",
        vec![
            chart(
                ChartKind::Network,
                "Parties that met",
                "Viet Nam met all; the others met each other seldom.",
                parties.clone(),
                &ties,
            ),
            chart(ChartKind::Network, "Parties that met, more of them", "Forty partners.", many.clone(), &rays),
            chart(
                ChartKind::Timeline,
                "Viet Nam and Japan",
                "From a call in January to a visit in December.",
                days,
                &[
                    ("Visits", &[0., 0., 1., 1., 2., 0., 1., 0., 1.]),
                    ("Calls", &[1., 0., 0., 1., 0., 1., 12., 0., 0.]),
                    ("Consultations and sessions of committees", &[0., 2., 1., 0., 0., 0., 5., 1., 0.]),
                ],
            ),
        ],
    ));
    builder.finish().unwrap()
}

/// Names and words that mean something in some format.
pub(crate) fn traps() -> Paper {
    let mut builder = PaperBuilder::new("digest", "en", "<b>Traps</b> & *others* #", "Sources [^1]: \\_");
    builder.subtitle("_Under_ the `title` <i>");
    builder.foot("- foot | with 1. marks --- # and $math$ #set text(red)");
    let mut odd = note(
        7,
        "<script>alert(\"1\")</script> ]]> `code`\n\n[^2]: # not *a* note | \\ &amp; 𝔘 \u{1}",
        "en",
        "So_urce* <x> (2020)",
        "2025-07-10",
    );
    odd.published = None;
    odd.address = Some("javascript:alert('1')".to_owned());
    let odd = builder.note(odd);
    let mut other = note(8, "نص عربي", "ar", "صحيفة", "2025-07");
    other.published = Some(("2025-07".parse().unwrap(), "2025-08-02".parse().unwrap()));
    let other = builder.note(other);
    let sentence = |text: &str| Sentence::backed(vec![run(text)], vec![odd, other]);
    builder.section(section(1, "1. # <h1>Head *ing*</h1> ##", vec![
        paragraph(vec![sentence("1. No list. # No heading, <b>no</b> *star* _line_ [link](x) `code` | pipe ~~no~~ &amp; \\ $x$ #let @label.")]),
        paragraph(vec![sentence("- dash"), sentence("+ plus"), sentence("# hash"), sentence("> quote"), sentence(": colon"), sentence("=== line"), sentence("--- line"), sentence("3) three"), sentence("<!-- plain -->")]),
        paragraph(vec![Sentence::backed(vec![run("They met "), strong("محمد بن سلمان"), run(" and "), strong("דוד לוי"), run(" in "), foreign("القاهرة", "ar"), run(" (2 days), then left.")], vec![odd])]),
        paragraph(vec![Sentence::backed(vec![run("a"), strong("*b*"), run("c "), strong(" d "), run("e"), strong("f"), run("g 日本 岩屋毅 😀")], vec![other])]),
        Block::List { items: vec![vec![sentence("- item")], vec![sentence("2. item")]] },
        Block::List { items: vec![vec![sentence("another list")]] },
        Block::Table(Table {
            caption: ": caption | <b>".to_owned(),
            columns: strings(&["a|b", "<th>", ""]),
            rows: vec![TableRow { cells: strings(&["| |", "محمد بن سلمان", "`\\`"]), notes: vec![other] }, TableRow::default()],
        }),
        chart(ChartKind::Bars, "<title> & \"more\"", "]]> <desc>", strings(&["<a>", "محمد بن سلمان", "x|y"]), &[("<s>", &[1., 2., 3.]), ("اثنان", &[0.5, 0., 1.5])]),
    ]));
    builder.section(section(5, "Too deep", vec![paragraph(vec![sentence("A heading goes down one level.")])]));
    builder.finish().unwrap()
}

/// A paper from right to left.
pub(crate) fn arabic() -> Paper {
    let mut builder = PaperBuilder::new("digest", "ar", "نشرة الأسبوع 28", "المصادر");
    let met = builder.note(note(9, "The ministers met in Cairo.", "en", "Ministry of Foreign Affairs", "2025-07-10"));
    builder.section(section(
        1,
        "القادة",
        vec![
            paragraph(vec![Sentence::backed(
                vec![
                    run("التقى الوزيران في القاهرة في 10 يوليو 2025 مع "),
                    foreign("Bùi Thanh Sơn", "vi"),
                    run(" وبحثا التعاون."),
                ],
                vec![met],
            )]),
            chart(
                ChartKind::Bars,
                "حسب الشهر",
                "ثلاثة أشهر.",
                strings(&["يناير", "فبراير", "مارس"]),
                &[("لقاءات", &[3., 4., 9.]), ("مكالمات", &[1., 2., 2.])],
            ),
        ],
    ));
    builder.finish().unwrap()
}

/// A period of which nothing is known.
pub(crate) fn empty() -> Paper {
    let mut builder = PaperBuilder::new("digest", "sv", "Vecka 1, 2031", "Källor");
    builder.section(section(
        1,
        "Inget att berätta",
        vec![paragraph(vec![Sentence::plain("För denna tid känner registret inga händelser.")])],
    ));
    builder.finish().unwrap()
}

/// A paper of so many sentences, each with a note of its own.
pub(crate) fn many(sentences: usize) -> Paper {
    let notes: Vec<Note> = (1..=sentences)
        .map(|index| {
            note(
                index,
                &format!("Hai bên nhất trí thúc đẩy hợp tác về năng lượng và chuyển đổi số, lần thứ {index}."),
                "vi",
                "Báo Thế giới & Việt Nam",
                "2025-07-10",
            )
        })
        .collect();
    let sentence = |index: usize| {
        Sentence::backed(
            vec![run(&format!(
                "Den {} juli mötte utrikesministern sin motpart nummer {index} och talade om energi, handel och klimat i Kuala Lumpur.",
                index % 30 + 1
            ))],
            vec![NoteId(index)],
        )
    };
    let paragraphs: Vec<Block> = (0..sentences)
        .collect::<Vec<_>>()
        .chunks(3)
        .map(|chunk| paragraph(chunk.iter().map(|&index| sentence(index)).collect()))
        .collect();
    let sections = paragraphs
        .chunks(20)
        .enumerate()
        .map(|(place, blocks)| section(1 + (place % 2) as u8, &format!("Avdelning {}", place + 1), blocks.to_vec()))
        .collect();
    let mut paper = digest();
    paper.title = format!("{sentences} meningar och noter");
    paper.sections = sections;
    paper.notes = notes;
    paper
}
