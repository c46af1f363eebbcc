//! A small register of documents in three languages, and what is printed from it.

use std::path::Path;
use std::sync::LazyLock;

use packs::Packs;
use press::PeriodOptions;
use reader::Reading;
use register::{Deposit, Origin, Read, Reader, Register, Sqlite};
use serde_json::{Value, json};

/// The packs without what was learnt: it says nothing of words, and takes long to compile.
pub(crate) static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs::from_files(&pack_files()).expect("they load"));

pub(crate) fn pack_files() -> Vec<packs::PackFile> {
    let mut files = packs::files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")).expect("they are there");
    files.retain(|file| !file.path.ends_with("model.tsv") && !packs::is_example(&file.path));
    files
}

/// Reads nothing: the documents bring their readings.
struct NoReader;

impl Reader for NoReader {
    fn packs(&self) -> &str {
        "none"
    }

    fn read(&self, deposits: &[Deposit]) -> Vec<Reading> {
        deposits.iter().map(|_| Reading::default()).collect()
    }
}

/// What is asked of a paper about a period, on a day in July 2025.
#[allow(dead_code, reason = "each file of tests takes what it needs")]
pub(crate) fn options(language: &str, view: Option<&str>, from: &str, to: &str) -> PeriodOptions {
    let day = |text: &str| text.parse().expect("a day");
    PeriodOptions {
        language: language.to_owned(),
        from: day(from),
        to: day(to),
        view: view.map(str::to_owned),
        today: day("2025-07-14"),
    }
}

/// One value laid over another.
pub(crate) fn with(mut value: Value, more: Value) -> Value {
    let (Some(fields), Value::Object(more)) = (value.as_object_mut(), more) else { return value };
    fields.extend(more);
    value
}

/// An engagement: `meeting`, `2025-07-08..2025-07-09`, `SE,JP`, `Ingrid Solvang/SE/foreign-minister + …`, and its words.
pub(crate) fn engagement(
    kind: &str,
    dates: &str,
    parties: &str,
    people: &str,
    words: &str,
    claims: Vec<Value>,
) -> Value {
    let (start, end) = dates.split_once("..").unwrap_or((dates, dates));
    let day = |date: &str| if date.is_empty() { Value::Null } else { json!(date) };
    let person = |person: &str| {
        let mut parts = person.rsplitn(3, '/');
        let mut part = || parts.next().unwrap_or_default();
        let (offices, party, name) = (part(), part(), part());
        let offices: Vec<&str> = offices.split('+').filter(|office| !office.is_empty()).collect();
        let party = if party.is_empty() { Value::Null } else { json!(party) };
        json!({"name": name, "party": party, "offices": offices, "span": [0, 1]})
    };
    let people: Vec<Value> = people.split(" + ").filter(|text| !text.is_empty()).map(person).collect();
    let codes: Vec<&str> = parties.split(',').collect();
    json!({
        "id": "e1", "kind": kind, "start": day(start), "end": day(end), "date_basis": "sentence", "parties": codes,
        "people": people, "evidence": words, "span": [0, 0], "rule": "", "certainty": 0.9, "claims": claims
    })
}

/// A claim: `request`, `SE>JP`, `trade,energy`, how strongly, and its words.
pub(crate) fn claim(kind: &str, sides: &str, topics: &str, strength: u8, words: &str) -> Value {
    let codes = |text: &str| text.split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (actors, addressees) = sides.split_once('>').unwrap_or((sides, ""));
    json!({
        "type": kind, "actors": codes(actors), "addressees": codes(addressees), "topics": codes(topics),
        "strength": strength, "evidence": words, "span": [0, 0], "rule": "", "certainty": 0.9
    })
}

/// A document of these engagements, published by somebody on a day.
pub(crate) fn document(source: &str, language: &str, published: &str, mut engagements: Vec<Value>) -> Read {
    let mut text = String::new();
    let mut place = |told: &mut Value| {
        let from = text.len();
        text += told["evidence"].as_str().expect("it has words");
        told["span"] = json!([from, text.len()]);
        text.push('\n');
    };
    for engagement in &mut engagements {
        place(engagement);
        engagement["claims"].as_array_mut().expect("it has claims").iter_mut().for_each(&mut place);
    }
    let published = json!({"start": published, "end": published, "basis": "text"});
    let reading = json!({"document": source, "language": language, "published": published, "engagements": engagements});
    let address = Some(format!("https://example.org/{}/{}", language, text.len()));
    let origin =
        Origin { name: format!("{language}.txt"), source: Some(source.to_owned()), address, ..Origin::default() };
    Read {
        deposit: Deposit::new(text, origin, 0),
        reading: Some(serde_json::from_value(reading).expect("it is a reading")),
    }
}

/// A register in memory.
pub(crate) fn register(documents: Vec<Read>) -> Register {
    let mut register = Register::new(Box::new(Sqlite::in_memory().expect("there is memory"))).expect("it is new");
    add(&mut register, documents, 0);
    register
}

/// Adds documents at some time, in milliseconds since 1970.
pub(crate) fn add(register: &mut Register, documents: Vec<Read>, now_ms: i64) {
    register.add(documents, &NoReader, now_ms).expect("it can be written");
}

/// Three documents in three languages; two tell of one meeting and date it differently.
#[allow(dead_code, reason = "each file of tests takes what it needs")]
pub(crate) fn week() -> Register {
    let talks = "Ingrid Solvang/SE/foreign-minister + Kurosawa Aiko/JP/foreign-minister";
    let at = json!({"city": "Kuala Lumpur", "country": "MY", "occasion_series": "AMM", "occasion_session": 58});
    let swedish = document(
        "Utrikesdepartementet",
        "sv",
        "2025-07-12",
        vec![
            with(
                engagement(
                    "meeting",
                    "2025-07-10",
                    "SE,JP",
                    talks,
                    "Utrikesminister Ingrid Solvang träffade Japans utrikesminister Kurosawa Aiko i Kuala Lumpur den 10 juli.",
                    vec![
                        claim(
                            "agreement",
                            "SE,JP",
                            "science-technology,education",
                            5,
                            "De enades om att forska tillsammans.",
                        ),
                        claim("agreement", "SE,JP", "visits", 5, "Besöken ska fortsätta."),
                        claim(
                            "request",
                            "SE>JP",
                            "trade,investment,energy",
                            4,
                            "Hon bad Japan att investera i vindkraft och öppna för handel.",
                        ),
                        claim("pledge", "JP>SE", "semiconductors", 4, "Kurosawa lovade hjälp med halvledare."),
                        claim("courtesy", "SE>JP", "protocol", 3, "Hon tackade för värdskapet."),
                    ],
                ),
                at.clone(),
            ),
            engagement(
                "statement",
                "2025-07-11",
                "SE",
                "Ingrid Solvang/SE/foreign-minister",
                "Solvang uttalade sig i går.",
                vec![claim(
                    "position",
                    "SE",
                    "human-rights,maritime",
                    3,
                    "Hon talade om mänskliga rättigheter och havet.",
                )],
            ),
        ],
    );
    let english = document(
        "Ministry of Foreign Affairs of Japan",
        "en",
        "2025-07-13",
        vec![with(
            engagement(
                "meeting",
                "2025-07-11",
                "JP,SE",
                talks,
                "On July 11, Foreign Minister Kurosawa Aiko met Ingrid Solvang, Foreign Minister of Sweden, in Kuala Lumpur.",
                vec![
                    claim("agreement", "JP,SE", "science-technology", 5, "They agreed to do research together."),
                    claim("request", "JP>SE", "defence", 4, "Kurosawa called on Sweden to take part in exercises."),
                    with(
                        claim("request", "JP>SE", "maritime", 3, "She asked for support for the candidacy."),
                        json!({"bodies": ["ITLOS"], "years": [2026, 2035]}),
                    ),
                ],
            ),
            at,
        )],
    );
    let vietnamese = document(
        "Bộ Ngoại giao Việt Nam",
        "vi",
        "2025-07-12",
        vec![
            with(
                engagement(
                    "visit",
                    "2025-07-08..2025-07-09",
                    "VN,SE",
                    "Trần Văn Bình/VN/head-of-government",
                    "Thủ tướng Trần Văn Bình thăm Thụy Điển từ ngày 8 đến 9/7.",
                    vec![
                        with(
                            claim(
                                "target",
                                "VN,SE",
                                "trade",
                                3,
                                "Hai bên phấn đấu đưa kim ngạch đạt 2,5 tỷ USD vào năm 2030.",
                            ),
                            json!({"amount": 2.5e9, "unit": "USD", "by": "2030"}),
                        ),
                        with(
                            claim("invitation", "VN", "visits", 4, "Thủ tướng mời Thụy Điển thăm Việt Nam."),
                            json!({"invited": ["SE"]}),
                        ),
                        with(
                            claim("request", "VN>SE", "fisheries", 4, "Thủ tướng đề nghị gỡ thẻ vàng."),
                            json!({"instruments": ["IUU-yellow-card"]}),
                        ),
                    ],
                ),
                json!({"country": "SE"}),
            ),
            with(
                engagement(
                    "consultation",
                    "2025-07-11",
                    "VN,SE",
                    "Lê Thị Thu/VN/deputy-foreign-minister",
                    "Thứ trưởng Lê Thị Thu tham khảo chính trị lần thứ 3 với Thụy Điển.",
                    vec![with(
                        claim("next-step", "VN,SE", "visits", 4, "Kỳ họp thứ 4 vào tháng 3/2026."),
                        json!({"session": 4, "date": "2026-03"}),
                    )],
                ),
                json!({"session": 3, "city": "Hanoi"}),
            ),
            engagement(
                "call",
                "2025-07-07",
                "VN,LA",
                "Trần Văn Bình/VN/head-of-government + Bounma/LA/head-of-government+party-leader",
                "Thủ tướng điện đàm với Thủ tướng Lào.",
                vec![claim("topic", "VN,LA", "border,transport,relations", 1, "Hai bên trao đổi về biên giới.")],
            ),
            with(
                engagement(
                    "conference",
                    "2025-07-08..2025-07-11",
                    "VN,ASEAN",
                    "Phạm Hòa/VN/foreign-minister",
                    "Bộ trưởng Phạm Hòa dự AMM-58.",
                    Vec::new(),
                ),
                json!({"series": "AMM", "session": 58}),
            ),
            with(
                engagement("meeting", "2025-07-09", "VN,CU", "", "Nhân dịp này, đoàn gặp Cuba.", Vec::new()),
                json!({"background": true}),
            ),
            engagement(
                "signing",
                "2025-07-09",
                "VN,US,GB",
                "",
                "Việt Nam ký với Hoa Kỳ và Anh.",
                vec![with(
                    claim("agreement", "VN,US,GB", "maritime", 5, "Ba bên tuân thủ UNCLOS."),
                    json!({"instruments": ["UNCLOS"]}),
                )],
            ),
        ],
    );
    register(vec![swedish, english, vietnamese])
}
