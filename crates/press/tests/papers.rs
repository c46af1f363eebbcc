//! Papers of a small register, in every language, as people read them.

mod desk;
mod plain;

use desk::{PACKS, claim, document, engagement, options, register, week, with};
use insta::assert_snapshot;
use plain::show;
use press::{
    Block, BriefOf, BriefOptions, CompareOptions, Paper, PeriodOptions, PressError, Section, Sentence, brief, compare,
    digest, review,
};
use register::Register;
use serde_json::{Value, json};

const LANGUAGES: [&str; 3] = ["en", "sv", "vi"];

fn day(text: &str) -> jiff::civil::Date {
    text.parse().unwrap()
}

fn digest_of(
    register: &Register,
    language: &str,
    view: Option<&str>,
    from: &str,
    to: &str,
) -> Result<Paper, PressError> {
    digest(register, &PACKS, &options(language, view, from, to), None)
}

fn week_in(language: &str, view: Option<&str>) -> Paper {
    digest_of(&week(), language, view, "2025-07-07", "2025-07-13").unwrap()
}

fn brief_of(register: &Register, language: &str, of: BriefOf) -> Result<Paper, PressError> {
    brief(register, &PACKS, &BriefOptions { language: language.to_owned(), of, today: day("2025-07-14") })
}

fn pair(a: &str, b: &str) -> BriefOf {
    BriefOf::Pair(a.to_owned(), b.to_owned())
}

fn review_of(register: &Register, language: &str, view: Option<&str>) -> Paper {
    let year = options(language, view, "2025-01-01", "2025-12-31");
    let options = PeriodOptions { today: day("2025-12-31"), ..year };
    review(register, &PACKS, &options, None).unwrap()
}

fn compared(register: &Register, language: &str) -> Paper {
    let rows = register.store().rows(None, 100).unwrap();
    let engagement = rows.iter().find(|row| row.n_accounts == 2).expect("two tell of one").id;
    let options = CompareOptions { language: language.to_owned(), engagement, accounts: Vec::new() };
    compare(register, &PACKS, &options).unwrap()
}

#[test]
fn a_week_as_sweden_sees_it() {
    for language in LANGUAGES {
        assert_snapshot!(format!("digest-{language}"), show(&week_in(language, Some("SE"))));
    }
}

#[test]
fn a_week_as_nobody_sees_it() {
    assert_snapshot!("digest-of-all", show(&week_in("sv", None)));
}

#[test]
fn what_sweden_and_japan_have_with_each_other() {
    let register = week();
    for language in LANGUAGES {
        assert_snapshot!(format!("brief-{language}"), show(&brief_of(&register, language, pair("SE", "JP")).unwrap()));
    }
}

#[test]
fn what_two_have_announced_is_told_until_it_took_place() {
    let talks = "Ann Lee/SE/foreign-minister + Bo Ng/JP/foreign-minister";
    let told = |published: &str| {
        let visit = engagement("visit", "2025-09", "SE,JP", talks, "Ng kommer i september.", Vec::new());
        let register = register(vec![document("Källan", "sv", published, vec![visit])]);
        let paper = brief_of(&register, "sv", pair("SE", "JP")).unwrap();
        let next = paper.sections.into_iter().find(|section| section.heading == "Kommande möten och årsdagar")?;
        let Block::List { items } = &next.blocks[0] else { panic!("it is a list") };
        Some(items.iter().map(|item| item[0].text()).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(told("2025-07-12").as_deref(), Some("September 2025: utrikesminister Ann Lee besöker Japan."));
    assert_eq!(told("2025-10-02"), None, "nobody could know on 14 July");
}

#[test]
fn anniversaries_of_what_was_signed_are_told_a_year_ahead() {
    let signing = |date: &str, words: &str| {
        let treaty = with(claim("agreement", "SE,JP", "maritime", 5, words), json!({"instruments": ["UNCLOS"]}));
        engagement("signing", date, "SE,JP", "", &format!("{words} ({date})"), vec![treaty])
    };
    let plain =
        |date: &str, parties: &str| engagement("signing", date, parties, "", &format!("{date} {parties}"), vec![]);
    let signed = vec![
        signing("2024-07-20", "They signed it."),
        plain("2016-02-29", "SE,JP"),
        plain("2005-09-01..2005-09-03", "SE,JP"),
        // Of no round number of years, past already, of a time that is not known, of many, and of others.
        plain("2023-07-20", "SE,JP"),
        plain("2020-07-14", "SE,JP"),
        plain("2020-08-30..2020-09-02", "SE,JP"),
        plain("2020-10-01", "SE,JP,NO,DK,FI"),
        plain("2020-08-02", "NO,DK"),
    ];
    let register = register(vec![document("Källan", "sv", "2025-07-01", signed)]);
    let told = |language: &str| {
        let paper = brief_of(&register, language, pair("SE", "JP")).unwrap();
        let is_next = |heading: &str| ["anniversar", "årsdag", "kỷ niệm"].iter().any(|word| heading.contains(word));
        let next = paper.sections.iter().find(|section| is_next(&section.heading)).expect("there are some");
        let Block::List { items } = &next.blocks[0] else { panic!("it is a list") };
        assert!(items.iter().all(|item| item[0].notes.len() == 1), "each has its quote");
        items.iter().map(|item| item[0].text()).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(LANGUAGES.map(told).join("\n"), @r"
    20 July 2025: first anniversary of the signing of the UN Convention on the Law of the Sea by Sweden and Japan.
    September 2025: 20th anniversary of the signing of an agreement by Sweden and Japan.
    28 February 2026: tenth anniversary of the signing of an agreement by Sweden and Japan.
    20 juli 2025: ettårsdagen av att Sverige och Japan undertecknade FN:s havsrättskonvention.
    September 2025: 20-årsdagen av att Sverige och Japan undertecknade en överenskommelse.
    28 februari 2026: tioårsdagen av att Sverige och Japan undertecknade en överenskommelse.
    20/7/2025: kỷ niệm 1 năm Thụy Điển và Nhật Bản ký Công ước Liên hợp quốc về Luật Biển.
    Tháng 9/2025: kỷ niệm 20 năm Thụy Điển và Nhật Bản ký văn kiện hợp tác.
    28/2/2026: kỷ niệm 10 năm Thụy Điển và Nhật Bản ký văn kiện hợp tác.
    ");
    let paper = digest_of(&register, "en", None, "2025-07-07", "2025-07-13").unwrap();
    let Block::List { items } = &paper.sections.last().expect("it has parts").blocks[0] else { panic!("a list") };
    let coming: Vec<String> = items.iter().map(|item| item[0].text()).collect();
    assert_snapshot!(coming.join("\n"), @r"
    14 July: fifth anniversary of the signing of an agreement by Sweden and Japan.
    20 July: first anniversary of the signing of the UN Convention on the Law of the Sea by Sweden and Japan.
    2 August: fifth anniversary of the signing of an agreement by Norway and Denmark.
    ");
}

#[test]
fn levels_of_relations_are_told_with_their_anniversaries() {
    let talks = "Ann Lee/SE/foreign-minister + Bo Ng/JP/foreign-minister";
    let raised = |kind: &str, sides: &str, level: &str, date: &str, words: &str| {
        let told = with(claim(kind, sides, "relations", 5, words), json!({"level": level}));
        if date.is_empty() { told } else { with(told, json!({"level_date": date})) }
    };
    let claims = vec![
        raised("agreement", "SE,JP", "strategic-partnership", "", "They agreed to raise relations."),
        raised("request", "JP>SE", "comprehensive-strategic-partnership", "2030", "Ng proposed another step."),
        raised("assessment", "SE", "comprehensive-partnership", "2015", "Lee recalled 2015."),
        // What is agreed for later is not reached.
        raised("agreement", "SE,JP", "special-strategic-partnership", "2032", "They agreed on a later step."),
    ];
    let began = engagement("signing", "1926-05-20", "SE,JP", "", "They have had relations since 1926.", Vec::new());
    let began = with(began, json!({"level": "diplomatic-relations", "background": true}));
    let met = engagement("meeting", "2025-07-10", "SE,JP", talks, "Lee met Ng.", claims);
    let register = register(vec![document("Källan", "sv", "2025-07-11", vec![met, began])]);
    let items = |paper: &Paper, headings: [&str; 3]| {
        let section = paper.sections.iter().find(|section| headings.iter().any(|part| section.heading.contains(part)));
        let Block::List { items } = &section.expect("it is there").blocks[0] else { panic!("it is a list") };
        assert!(items.iter().all(|item| !item[0].notes.is_empty()), "each has its quote");
        items.iter().map(|item| item[0].text()).collect::<Vec<_>>().join("\n")
    };
    let told = |language: &str| {
        let brief = brief_of(&register, language, pair("SE", "JP")).unwrap();
        let review = review_of(&register, language, None);
        [
            items(&brief, ["Where relations stand", "Förbindelserna i dag", "Tình hình quan hệ"]),
            items(&brief, ["anniversar", "årsdag", "kỷ niệm"]),
            items(&review, ["Changes in relations", "Förändrade förbindelser", "Thay đổi trong quan hệ"]),
        ]
        .join("\n")
    };
    assert_snapshot!(LANGUAGES.map(told).join("\n"), @r"
    Relations have been at the level of strategic partnership since 10 July 2025.
    20 May 2026: 100th anniversary of diplomatic relations between Sweden and Japan.
    10 July 2026: first anniversary of relations between Sweden and Japan at the level of strategic partnership.
    Relations between Japan and Sweden at the level of strategic partnership: agreed, last heard of on 10 July 2025.
    Förbindelserna ligger på nivån strategiskt partnerskap sedan den 10 juli 2025.
    20 maj 2026: 100-årsdagen av att diplomatiska förbindelser upprättades mellan Sverige och Japan.
    10 juli 2026: ettårsdagen av att Sverige och Japan höjde sina förbindelser till nivån strategiskt partnerskap.
    Förbindelser mellan Japan och Sverige på nivån strategiskt partnerskap: parterna är överens, senast på tal den 10 juli 2025.
    Quan hệ hai bên ở mức Đối tác chiến lược từ ngày 10/7/2025.
    20/5/2026: kỷ niệm 100 năm Thụy Điển và Nhật Bản thiết lập quan hệ ngoại giao.
    10/7/2026: kỷ niệm 1 năm Thụy Điển và Nhật Bản nâng cấp quan hệ lên Đối tác chiến lược.
    Quan hệ ở mức Đối tác chiến lược giữa Nhật Bản và Thụy Điển: đã nhất trí, được nhắc đến gần nhất ngày 10/7/2025.
    ");
}

#[test]
fn relations_are_told_as_broken_off_and_restored() {
    let talks = "Ann Lee/SE/foreign-minister + Bo Ng/JP/foreign-minister";
    let turned = |kind: &str, sides: &str, level: &str, words: &str| {
        with(claim(kind, sides, "relations", 5, words), json!({"level": level}))
    };
    let met = |date: &str, words: &str, claims: Vec<Value>| engagement("meeting", date, "SE,JP", talks, words, claims);
    let raised = turned("agreement", "SE,JP", "strategic-partnership", "They raised relations.");
    let restored = turned("agreement", "SE,JP", "restored", "They agreed to resume relations.");
    let asked = with(turned("request", "SE>JP", "broken-off", "Lee urged Japan."), json!({"level_parties": ["KP"]}));
    let severed =
        engagement("statement", "2025-02-03", "JP,SE", "", "Japan severed relations with Sweden.", Vec::new());
    let recalled = engagement("event", "2025-02-01", "JP,SE", "", "Japan recalled its ambassador.", Vec::new());
    let told = vec![
        met("2024-05-06", "Lee met Ng in May.", vec![raised]),
        with(recalled, json!({"level": "recalled"})),
        with(severed, json!({"level": "broken-off"})),
        met("2025-07-10", "Lee met Ng in July.", vec![restored, asked]),
    ];
    let register = register(vec![document("Källan", "sv", "2025-07-11", told)]);
    let told = |language: &str| {
        let brief = brief_of(&register, language, pair("SE", "JP")).unwrap();
        let is = |section: &&Section| {
            ["Where relations stand", "Förbindelserna i dag", "Tình hình quan hệ"].contains(&section.heading.as_str())
        };
        let section = brief.sections.iter().find(is).expect("it is there");
        let Block::List { items } = &section.blocks[0] else { panic!("it is a list") };
        let standing = items[0].iter().map(Sentence::text).collect::<Vec<_>>().join(" ");
        let digest = digest_of(&register, language, None, "2025-01-01", "2025-12-31").unwrap();
        let blocks = digest.sections.iter().flat_map(|section| &section.blocks);
        let paragraphs = blocks.filter_map(|block| match block {
            Block::Paragraph { sentences } => Some(sentences.iter().map(Sentence::text).collect::<Vec<_>>().join(" ")),
            _ => None,
        });
        [standing].into_iter().chain(paragraphs).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(LANGUAGES.map(told).join("\n"), @r"
    Diplomatic relations were broken off on 3 February 2025. Relations were restored on 10 July 2025.
    On 10 July Sweden’s Foreign Minister Ann Lee met Japan’s Foreign Minister Bo Ng. The two sides agreed to restore relations. Sweden called on Japan to break off diplomatic relations with North Korea.
    On 1 February Japan recalled its ambassador from Sweden.
    On 3 February Japan broke off diplomatic relations with Sweden.
    De diplomatiska förbindelserna bröts den 3 februari 2025. Förbindelserna återupptogs den 10 juli 2025.
    Den 10 juli sammanträffade Sveriges utrikesminister Ann Lee med Japans utrikesminister Bo Ng. De båda sidorna enades om att återuppta förbindelserna. Sverige uppmanade Japan att bryta de diplomatiska förbindelserna med Nordkorea.
    Den 1 februari kallade Japan hem sin ambassadör från Sverige.
    Den 3 februari bröt Japan de diplomatiska förbindelserna med Sverige.
    Quan hệ ngoại giao bị cắt đứt ngày 3/2/2025. Quan hệ được khôi phục ngày 10/7/2025.
    Ngày 10/7, Bộ trưởng Ngoại giao Thụy Điển Ann Lee đã gặp Bộ trưởng Ngoại giao Nhật Bản Bo Ng. Hai bên nhất trí khôi phục quan hệ. Thụy Điển đề nghị Nhật Bản cắt đứt quan hệ ngoại giao với Triều Tiên.
    Ngày 1/2, Nhật Bản đã triệu hồi Đại sứ tại Thụy Điển.
    Ngày 3/2, Nhật Bản đã cắt đứt quan hệ ngoại giao với Thụy Điển.
    ");
}

#[test]
fn what_somebody_spoke_about_is_named_once() {
    let speaker = "Ann Lee/SE/foreign-minister";
    let spoke = |kind: &str, words: &str| claim(kind, "SE", "trade", 3, words);
    let claims = vec![spoke("assessment", "Handeln är viktig."), spoke("topic", "Hon tog upp handeln.")];
    let statement = engagement("statement", "2025-07-10", "SE", speaker, "Lee talade.", claims);
    let register = register(vec![document("Källan", "sv", "2025-07-10", vec![statement])]);
    let paper = digest_of(&register, "en", Some("SE"), "2025-07-07", "2025-07-13").unwrap();
    let Block::Paragraph { sentences } = &paper.sections[0].blocks[0] else { panic!("it is a paragraph") };
    assert_eq!(sentences[0].text(), "On 10 July Foreign Minister Ann Lee made a statement on trade.");
}

/// The paragraphs of a digest of a week in July, with the words of each.
fn paragraphs(documents: Vec<register::Read>, language: &str) -> String {
    let paper = digest_of(&register(documents), language, None, "2025-07-07", "2025-07-13").unwrap();
    let blocks = paper.sections.iter().flat_map(|section| &section.blocks);
    let told = blocks.filter_map(|block| match block {
        Block::Paragraph { sentences } => Some(sentences.iter().map(Sentence::text).collect::<Vec<_>>().join(" ")),
        Block::List { items } => {
            Some(items.iter().flatten().map(|item| format!("- {}", item.text())).collect::<Vec<_>>().join("\n"))
        }
        _ => None,
    });
    told.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_subject_is_named_once() {
    let talks = "Ann Lee/SE/foreign-minister + Bo Ng/JP/foreign-minister";
    let claims = vec![
        claim("request", "SE>JP", "trade", 4, "Lee asked for trade."),
        claim("pledge", "SE>JP", "energy", 4, "Lee promised help with energy."),
    ];
    let agreed = vec![
        claim("agreement", "SE,JP", "trade", 5, "They agreed on trade."),
        claim("agreement", "SE,JP", "visits", 5, "They agreed on visits."),
    ];
    let council = vec![
        claim("request", "EU>JP", "climate", 4, "The EU asked for climate."),
        claim("pledge", "EU>JP", "finance", 4, "The EU promised money."),
    ];
    let told = |language: &str| {
        let met = engagement("meeting", "2025-07-10", "SE,JP", talks, "Lee met Ng.", claims.clone());
        let call = engagement("call", "2025-07-11", "SE,JP", talks, "Lee called Ng.", agreed.clone());
        let eu = engagement("meeting", "2025-07-12", "EU,JP", "", "The EU met Japan.", council.clone());
        paragraphs(vec![document("Källan", "sv", "2025-07-12", vec![met, call, eu])], language)
    };
    assert_snapshot!(LANGUAGES.map(told).join("\n"), @r"
    On 10 July Sweden’s Foreign Minister Ann Lee met Japan’s Foreign Minister Bo Ng. Sweden asked Japan for action on trade. It promised to support Japan in energy.
    On 11 July Ann Lee spoke by telephone with Bo Ng. The two sides agreed on cooperation in trade.
    On 12 July representatives of the European Union met representatives of Japan. The European Union asked Japan for action on climate. It promised to support Japan in finance.
    Den 10 juli sammanträffade Sveriges utrikesminister Ann Lee med Japans utrikesminister Bo Ng. Sverige framförde önskemål till Japan om handel. Landet utlovade stöd till Japan inom energi.
    Den 11 juli talade Ann Lee i telefon med Bo Ng. De båda sidorna enades om samarbete inom handel.
    Den 12 juli sammanträffade företrädare för EU med företrädare för Japan. EU framförde önskemål till Japan om klimat. Unionen utlovade stöd till Japan inom finanser.
    Ngày 10/7, Bộ trưởng Ngoại giao Thụy Điển Ann Lee đã gặp Bộ trưởng Ngoại giao Nhật Bản Bo Ng. Thụy Điển đề nghị Nhật Bản phối hợp trong lĩnh vực thương mại. Thụy Điển cũng cam kết hỗ trợ Nhật Bản trong lĩnh vực năng lượng.
    Ngày 11/7, Bộ trưởng Ngoại giao Ann Lee đã điện đàm với Bộ trưởng Ngoại giao Bo Ng. Hai bên nhất trí hợp tác trong lĩnh vực thương mại.
    Ngày 12/7, đại diện EU đã gặp đại diện Nhật Bản. EU đề nghị Nhật Bản phối hợp trong lĩnh vực ứng phó biến đổi khí hậu. EU cũng cam kết hỗ trợ Nhật Bản trong lĩnh vực tài chính.
    ");
}

#[test]
fn days_people_and_their_party_are_not_told_again_and_again() {
    let lee = "Ann Lee/SE/foreign-minister";
    let both = format!("{lee} + Bo Ek/SE/minister");
    let days = "2025-07-08..2025-07-09";
    let told = |language: &str| {
        let meetings = vec![
            engagement("meeting", days, "SE,JP", &format!("{both} + Go Ng/JP/foreign-minister"), "First.", Vec::new()),
            engagement("meeting", days, "SE,NO", &format!("{lee} + Pia Lie/NO/minister"), "Second.", Vec::new()),
            engagement("meeting", "2025-07-10", "SE,NO", &format!("{lee} + Pia Lie/NO/minister"), "Third.", Vec::new()),
            // The same once more, in other words: it is told once.
            engagement(
                "meeting",
                "2025-07-10",
                "SE,NO",
                &format!("{lee} + Pia Lie/NO/minister"),
                "Fourth.",
                Vec::new(),
            ),
        ];
        let documents = vec![document("Källan", "sv", "2025-07-12", meetings)];
        paragraphs(documents, language)
    };
    assert_snapshot!(LANGUAGES.map(told).join("\n"), @r"
    On 8–9 July Sweden’s Foreign Minister Ann Lee and Minister Bo Ek met Japan’s Foreign Minister Go Ng.
    Over the same days Ann Lee met Minister Pia Lie of Norway.
    On 10 July Ann Lee met Pia Lie.
    Den 8–9 juli sammanträffade Sveriges utrikesminister Ann Lee och minister Bo Ek med Japans utrikesminister Go Ng.
    Samma dagar sammanträffade Ann Lee med Norges minister Pia Lie.
    Den 10 juli sammanträffade Ann Lee med Pia Lie.
    Ngày 8-9/7, Bộ trưởng Ngoại giao Thụy Điển Ann Lee và Bộ trưởng Bo Ek đã gặp Bộ trưởng Ngoại giao Nhật Bản Go Ng.
    Cùng thời gian này, Bộ trưởng Ngoại giao Ann Lee đã gặp Bộ trưởng Na Uy Pia Lie.
    Ngày 10/7, Bộ trưởng Ngoại giao Ann Lee đã gặp Bộ trưởng Pia Lie.
    ");
}

#[test]
fn whoever_is_wed_to_somebody_holds_no_office() {
    let people = "Ann Lee/SE/spouse + Bo Ng/JO/spouse";
    let told = |language: &str| {
        let met = engagement("meeting", "2025-07-10", "SE,JO", people, "Lee met Ng.", Vec::new());
        paragraphs(vec![document("Källan", "sv", "2025-07-12", vec![met])], language)
    };
    assert_snapshot!(LANGUAGES.map(told).join("\n"), @r"
    On 10 July Ann Lee of Sweden met Bo Ng of Jordan.
    Den 10 juli sammanträffade Ann Lee från Sverige med Bo Ng från Jordanien.
    Ngày 10/7, Ann Lee (Thụy Điển) đã gặp Bo Ng (Jordan).
    ");
}

#[test]
fn views_of_a_statement_are_told_in_its_sentence() {
    let speaker = "Ann Lee/SE/minister";
    let claims = vec![
        claim("position", "SE", "trade", 4, "Hon vill ha frihandel."),
        claim("position", "SE", "climate", 3, "Hon talade om klimatet."),
        claim("request", "SE>JP", "fisheries", 4, "Hon bad Japan om fisket."),
    ];
    let spoke = engagement("statement", "2025-07-10", "SE", speaker, "Lee talade.", claims);
    let read = || document("Källan", "sv", "2025-07-10", vec![spoke.clone()]);
    assert_snapshot!(LANGUAGES.map(|language| paragraphs(vec![read()], language)).join("\n"), @r"
    On 10 July Minister Ann Lee of Sweden made a statement on trade and climate. Sweden asked Japan for action on fisheries.
    Den 10 juli uttalade sig Sveriges minister Ann Lee om handel och klimat. Sverige framförde önskemål till Japan om fiske.
    Ngày 10/7, Bộ trưởng Thụy Điển Ann Lee đã phát biểu về thương mại và ứng phó biến đổi khí hậu. Thụy Điển đề nghị Nhật Bản phối hợp trong lĩnh vực thủy sản.
    ");
    let paper = digest_of(&register(vec![read()]), "en", None, "2025-07-07", "2025-07-13").unwrap();
    let Block::Paragraph { sentences } = &paper.sections[0].blocks[0] else { panic!("it is a paragraph") };
    assert_eq!(sentences[0].notes.len(), 3, "who spoke, and both views");
}

#[test]
fn what_is_coming_up_is_told_by_its_day() {
    let lee = "Ann Lee/SE/head-of-government";
    let vague = with(claim("next-step", "SE,NO", "regional", 3, "De ses igen."), json!({"date": "2025-10-05"}));
    let told = |language: &str| {
        let coming = vec![
            with(
                engagement("visit", "2025-07-20..2025-07-22", "SE,JP", lee, "Lee reser.", Vec::new()),
                json!({"country": "JP"}),
            ),
            engagement("meeting", "2025-07-23", "SE,NO", "", "De ska mötas.", Vec::new()),
            engagement("event", "2025-07-24", "SE", "", "En invigning.", Vec::new()),
            with(
                engagement("conference", "2025-07-25", "SE,ASEAN", "", "AMM väntar.", Vec::new()),
                json!({"series": "AMM", "session": 59}),
            ),
            engagement("statement", "2025-07-26", "SE", lee, "Lee ska tala.", Vec::new()),
            engagement("meeting", "2025-07-10", "SE,NO", "", "De möttes.", vec![vague.clone()]),
        ];
        paragraphs(vec![document("Källan", "sv", "2025-07-12", coming)], language)
    };
    assert_snapshot!(LANGUAGES.map(told).join("\n"), @r"
    On 10 July representatives of Sweden met representatives of Norway. The next step is expected on 5 October 2025.
    - 20–22 July: Sweden’s Prime Minister Ann Lee to visit Japan.
    - 23 July: meeting between Sweden and Norway.
    - 24 July: event (Sweden).
    - 25 July: the 59th ASEAN Foreign Ministers’ Meeting.
    Den 10 juli sammanträffade företrädare för Sverige med företrädare för Norge. Nästa steg väntas den 5 oktober 2025.
    - 20–22 juli: Sveriges statsminister Ann Lee besöker Japan.
    - 23 juli: möte mellan Sverige och Norge.
    - 24 juli: evenemang (Sverige).
    - 25 juli: Aseans 59:e utrikesministermöte.
    Ngày 10/7, đại diện Thụy Điển đã gặp đại diện Na Uy. Bước tiếp theo dự kiến vào ngày 5/10/2025.
    - 20-22/7: Thủ tướng Thụy Điển Ann Lee thăm Nhật Bản.
    - 23/7: cuộc gặp giữa Thụy Điển và Na Uy.
    - 24/7: sự kiện (Thụy Điển).
    - 25/7: Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 59.
    ");
}

#[test]
fn law_that_is_invoked_leaves_nothing_open() {
    let talks = "Ann Lee/SE/foreign-minister + Bo Ng/JP/foreign-minister";
    let named = |kind: &str, sides: &str, code: &str, words: &str| {
        with(claim(kind, sides, "maritime", 5, words), json!({"instruments": [code]}))
    };
    let claims = vec![
        named("agreement", "SE,JP", "UNCLOS", "They stressed the law of the sea."),
        named("agreement", "SE,JP", "CPTPP", "They agreed on talks."),
        with(
            claim("support", "JP>SE", "legal", 4, "Ng backs Sweden."),
            json!({"bodies": ["ITLOS"], "years": [2026, 2035]}),
        ),
    ];
    let met = engagement("meeting", "2025-07-10", "SE,JP", talks, "Lee met Ng.", claims);
    let register = register(vec![document("Källan", "sv", "2025-07-11", vec![met])]);
    let open = |language: &str| {
        let paper = brief_of(&register, language, pair("SE", "JP")).unwrap();
        let is =
            |section: &&Section| ["Open matters", "Öppna ärenden", "Vấn đề còn mở"].contains(&section.heading.as_str());
        let Block::List { items } = &paper.sections.iter().find(is).expect("it is there").blocks[0] else { panic!() };
        items.iter().flatten().map(Sentence::text).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(LANGUAGES.map(open).join("\n"), @r"
    Sweden’s candidacy for the International Tribunal for the Law of the Sea 2026–2035: open, last heard of on 10 July 2025, due in 2026.
    The CPTPP: agreed, last heard of on 10 July 2025.
    Sveriges kandidatur till Internationella havsrättsdomstolen 2026–2035: frågan är öppen, senast på tal den 10 juli 2025, väntas under 2026.
    Stillahavsavtalet CPTPP: parterna är överens, senast på tal den 10 juli 2025.
    Việc Thụy Điển ứng cử vào Tòa án quốc tế về Luật Biển (ITLOS) nhiệm kỳ 2026-2035: đang mở, được nhắc đến gần nhất ngày 10/7/2025, dự kiến năm 2026.
    Hiệp định CPTPP: đã nhất trí, được nhắc đến gần nhất ngày 10/7/2025.
    ");
}

#[test]
fn a_pair_of_which_one_side_alone_speaks() {
    let asked = vec![claim("request", "SE>BR", "trade", 4, "Lee bad om handel.")];
    let met = engagement("meeting", "2025-07-10", "SE,BR", "Ann Lee/SE/minister", "Lee var i Brasilien.", asked);
    let register = register(vec![document("Källan", "sv", "2025-07-11", vec![met])]);
    for language in LANGUAGES {
        let both = [("SE", "BR"), ("BR", "SE")].map(|(a, b)| brief_of(&register, language, pair(a, b)).unwrap());
        for paper in both {
            let headed = paper.sections.iter().filter(|section| section.blocks.is_empty()).count();
            assert_eq!(headed, 0, "no heading stands over nothing: {}", show(&paper));
        }
    }
    assert_snapshot!(show(&brief_of(&register, "sv", pair("SE", "BR")).unwrap()), @r"
    # Underlag: Sverige och Brasilien
    Läget den 14 juli 2025

    ## Senaste kontakter
    Den 10 juli 2025 sammanträffade minister *Ann Lee* med företrädare för *Brasilien*.[1]

    ## Vad Sverige har bett om
    - 10 juli 2025: Sverige framförde önskemål till Brasilien om handel.[2] Läget: frågan är öppen.[2]

    Källor: 2
    Sammanställt ur registret: 1 händelse enligt 1 dokument.
    ");
}

/// A past week of a busy register: most of what came after it was told only when it had taken place.
#[test]
fn a_digest_tells_what_was_announced_until_its_last_day() {
    let talks = |place: usize| format!("Ann{place} Lee{place}/SE/foreign-minister + Bo Ng/JP/foreign-minister");
    let meeting = |place: usize, date: &str, published: &str| {
        let words = format!("Det var möte nummer {place}.");
        document("Källan", "sv", published, vec![engagement("meeting", date, "SE,JP", &talks(place), &words, vec![])])
    };
    let mut documents: Vec<_> = (1..20).map(|place| meeting(place, "2025-07-15", "2025-07-16")).collect();
    documents.push(meeting(20, "2025-07-20", "2025-07-13"));
    documents.push(meeting(21, "2025-07-21", "2025-07-14"));
    let paper = digest_of(&register(documents), "sv", Some("SE"), "2025-07-07", "2025-07-13").unwrap();
    let Block::List { items } = &paper.sections.last().expect("it has parts").blocks[0] else { panic!("a list") };
    let told: Vec<String> = items.iter().map(|item| item[0].text()).collect();
    assert_eq!(told, ["20 juli: möte med Japan."], "on 14 July the week was over");
}

#[test]
fn what_somebody_did() {
    let of = BriefOf::Person("SE:ingrid-solvang".to_owned());
    assert_snapshot!("brief-of-person", show(&brief_of(&week(), "sv", of).unwrap()));
}

#[test]
fn a_year_in_review() {
    let register = week();
    for language in LANGUAGES {
        assert_snapshot!(format!("review-{language}"), show(&review_of(&register, language, Some("VN"))));
    }
}

#[test]
fn a_review_counts_every_document_and_the_days_of_each() {
    let talks = "Ann Lee/SE/foreign-minister + Bo Ng/JP/foreign-minister";
    let told = |source: &str, published: &str, words: &str| {
        document(source, "sv", published, vec![engagement("meeting", "2025-07-10", "SE,JP", talks, words, Vec::new())])
    };
    let register = register(vec![
        told("Alfa", "2025-07-10", "Lee träffade Ng den 10 juli."),
        told("Beta", "2025-07-12", "I torsdags tog Ng emot sin kollega."),
    ]);
    let text = show(&review_of(&register, "sv", None));
    assert_snapshot!(text.lines().filter(|line| line.contains("utan")).collect::<Vec<_>>().join("\n"), @"| Dagar utan källa | 363 |");
    assert_snapshot!(text.lines().last().unwrap(), @"Sammanställt ur registret: 1 händelse enligt 2 dokument.");
}

#[test]
fn a_review_tells_how_much_more_there_is_than_it_lists() {
    let partners = "AR AT AU BD BE BR CA CL CN CO CZ DE DK EE EG ES FI FR";
    let read = partners.split(' ').zip(1..).map(|(partner, day)| {
        let date = format!("2025-03-{day:02}");
        let words = format!("On {day} March the ministers of Sweden and {partner} met and agreed on energy.");
        let agreed = format!("They agreed on the energy plan of {partner}.");
        let claims = vec![claim("agreement", &format!("SE,{partner}"), "energy", 5, &agreed)];
        let people = format!("Ann Lee/SE/foreign-minister + Bo {partner}/{partner}/foreign-minister");
        let met = engagement("meeting", &date, &format!("SE,{partner}"), &people, &words, claims);
        document("Ministry for Foreign Affairs", "en", &date, vec![met])
    });
    let text = show(&review_of(&register(read.collect()), "en", Some("SE")));
    let more: Vec<&str> = text.lines().filter(|line| line.contains("in the register.")).collect();
    // Partners and agreements.
    assert_snapshot!(more.join("\n"), @r"
    3 more are in the register.
    - 3 more are in the register.
    ");
}

#[test]
fn two_accounts_of_one_meeting() {
    let register = week();
    for language in LANGUAGES {
        assert_snapshot!(format!("compare-{language}"), show(&compared(&register, language)));
    }
}

#[test]
fn what_two_of_three_say_is_not_said_by_all() {
    let talks = "Ann Lee/SE/foreign-minister + Bo Ng/JP/foreign-minister";
    let told = |source: &str, fact: &str, claims| {
        let meeting = engagement("meeting", "2025-07-10", "SE,JP", talks, fact, claims);
        document(source, "en", "2025-07-11", vec![meeting])
    };
    let energy = |words| claim("agreement", "SE,JP", "energy", 5, words);
    let defence = |words| claim("request", "JP>SE", "defence", 4, words);
    let register = register(vec![
        told(
            "Alfa",
            "Lee met Ng on 10 July.",
            vec![energy("They agreed on wind power at sea."), defence("Ng asked for joint exercises.")],
        ),
        told(
            "Beta",
            "On Thursday Ng received the visitor from Stockholm.",
            vec![energy("A deal on wind power at sea was struck."), defence("Tokyo wants to train together.")],
        ),
        told(
            "Gamma",
            "The two ministers talked for an hour in the capital.",
            vec![
                energy("Both want wind power, at sea."),
                claim("pledge", "SE>JP", "education", 4, "Lee promised places for students."),
            ],
        ),
    ]);
    let rows = register.store().rows(None, 100).unwrap();
    let parts = |language: &str| {
        let options = CompareOptions { language: language.to_owned(), engagement: rows[0].id, accounts: Vec::new() };
        let text = show(&compare(&register, &PACKS, &options).unwrap());
        text.split_once("\n## ").expect("it has parts").1.to_owned()
    };
    assert_eq!((rows.len(), rows[0].n_sources), (1, 3));
    assert_snapshot!("compare-three", LANGUAGES.map(parts).join("\n"));
}

#[test]
fn nothing_is_in_the_words_of_another_language() {
    let register = week();
    let english = [" the ", " and ", " of ", " with ", " on ", "met "];
    for language in ["sv", "vi"] {
        let papers = [
            week_in(language, Some("SE")),
            week_in(language, None),
            brief_of(&register, language, pair("SE", "JP")).unwrap(),
            review_of(&register, language, None),
            compared(&register, language),
        ];
        for paper in papers {
            // Sources keep the names that they have.
            let text = show(&paper).replace("Ministry of Foreign Affairs of Japan", "");
            let found: Vec<&&str> = english.iter().filter(|word| text.contains(**word)).collect();
            assert!(found.is_empty(), "{language}, {}: {found:?} in\n{text}", paper.kind);
        }
    }
}

#[test]
fn a_period_without_anything_says_so() {
    let register = week();
    for language in LANGUAGES {
        let paper = digest_of(&register, language, Some("SE"), "2024-01-01", "2024-01-07").unwrap();
        let text = show(&paper);
        assert_eq!(paper.notes.len(), 0, "{text}");
        assert!(!paper.sections.is_empty(), "{text}");
    }
    assert_snapshot!(show(&digest_of(&register, "sv", None, "2024-01-01", "2024-01-31").unwrap()), @r"
    # Utrikespolitisk översikt
    Januari 2024

    ## Januari 2024
    Registret har ingenting om denna period.

    Källor: 0
    Sammanställt ur registret: 0 händelser enligt 0 dokument.
    ");
}

#[test]
fn what_cannot_be_printed_is_told_with_the_next_step() {
    let register = week();
    let check = |paper: Result<Paper, PressError>| paper.unwrap_err().to_string();
    let (from, to) = ("2025-07-07", "2025-07-13");
    assert_snapshot!(check(digest_of(&register, "sv", Some("XX"), from, to)), @"no party has the code `XX`; write one such as VN or ASEAN (packs/world lists all)");
    assert_snapshot!(check(digest_of(&register, "de", None, from, to)), @"no pack is of the language `de`; there are: en, sv, vi");
    assert_snapshot!(check(digest_of(&register, "sv", None, to, from)), @"the period ends on 2025-07-07, before it begins on 2025-07-13; write the earlier day first");
    assert_snapshot!(check(brief_of(&register, "sv", pair("SE", "SE"))), @"a brief is of two parties, and `SE` is one; name the other, or a person");
    assert_snapshot!(check(brief_of(&register, "sv", BriefOf::Person("SE:nobody".to_owned()))), @"`SE:nobody` is nobody in the register; `chancery people` lists who is");
}

#[test]
fn a_pair_without_contacts_has_a_brief_that_says_so() {
    assert_snapshot!("brief-without-contacts", show(&brief_of(&week(), "sv", pair("SE", "BR")).unwrap()));
}

#[test]
fn names_stay_as_they_are() {
    let people = "<b>Bo</b> *Ek* [x](y)_z_/SE/foreign-minister + فيصل بن فرحان/SA/foreign-minister";
    let register = register(vec![document(
        "Källan",
        "sv",
        "2025-07-12",
        vec![engagement(
            "meeting",
            "2025-07-10",
            "SE,SA",
            people,
            "De träffades den 10 juli.",
            vec![claim("agreement", "SE,SA", "energy", 5, "De enades om energi.")],
        )],
    )]);
    let paper = digest_of(&register, "sv", Some("SE"), "2025-07-07", "2025-07-13").unwrap();
    let Block::Paragraph { sentences } = &paper.sections[0].blocks[0] else { panic!("it is a paragraph") };
    let runs: Vec<(&str, bool)> = sentences[0].runs.iter().map(|run| (run.text.as_str(), run.strong)).collect();
    assert_eq!(
        runs,
        [
            ("Den 10 juli sammanträffade utrikesminister ", false),
            ("<b>Bo</b> *Ek* [x](y)_z_", true),
            (" med Saudiarabiens utrikesminister ", false),
            ("\u{2068}فيصل بن فرحان\u{2069}", true),
            (".", false),
        ]
    );
}

#[test]
fn every_genitive_is_that_of_the_language() {
    let meeting = |party: &str| {
        let people = format!("Ann Lee/SE/foreign-minister + Bo Ng/{party}/foreign-minister");
        let parties = format!("SE,{party}");
        let words = format!("{party}: de träffades.");
        engagement("meeting", "2025-07-10", &parties, &people, &words, Vec::new())
    };
    let fact = |language: &str, party: &str| {
        let register = register(vec![document("Källan", "sv", "2025-07-12", vec![meeting(party)])]);
        let paper = digest_of(&register, language, Some("SE"), "2025-07-07", "2025-07-13").unwrap();
        let Block::Paragraph { sentences } = &paper.sections[0].blocks[0] else { panic!("it is a paragraph") };
        sentences[0].text()
    };
    let all = [
        ("sv", "LA"),
        ("sv", "US"),
        ("sv", "NO"),
        ("en", "LA"),
        ("en", "US"),
        ("en", "GB"),
        ("vi", "US"),
        ("vi", "JP"),
    ];
    let told: Vec<String> = all.iter().map(|(language, party)| fact(language, party)).collect();
    assert_snapshot!("genitives", told.join("\n"));
}

/// A fourth language is a file: here one that puts the verb first, has no names of its own and another genitive.
#[test]
fn a_fourth_language_is_a_file_of_messages() {
    let mut files = desk::pack_files();
    let mut english = files.iter().find(|file| file.path == "en/messages.ftl").expect("it is there").text.clone();
    let person = english.find("\nperson = ").expect("it is there") + 1;
    let end = person + english[person..].find("\n}\n").expect("it ends") + 2;
    english.replace_range(person..end, "person = { $name }, { $office } de { $party }");
    let own: String = english
        .lines()
        .map(|line| match line.split_once(" = ") {
            Some(("fact-meeting", _)) => {
                "fact-meeting = kunvenis { $when } { $a } kun { $b } { $where } { $occasion } { $note }."
            }
            Some(("agreement-field", _)) => "agreement-field = konsentis { $who } pri { $field }.",
            Some(("list-and", _)) => "list-and = { $list } kaj { $item }",
            _ => line,
        })
        .filter(|line| {
            let of_name = ["party-", "    .genitive", "series-AMM"].iter().any(|begin| line.starts_with(begin));
            !of_name && !line.contains("ASEAN Foreign")
        })
        .map(|line| format!("{line}\n"))
        .collect();
    let file = |path: &str, text: &str| packs::PackFile { path: path.to_owned(), text: text.to_owned() };
    files.push(file("xx/messages.ftl", &own));
    files.push(file("xx/pack.toml", "language = \"xx\"\nname = \"Made up\"\n"));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let packs = packs::Packs::from_files(&files).expect("they load");
    let options = options("xx", Some("SE"), "2025-07-07", "2025-07-13");
    let paper = digest(&week(), &packs, &options, None).unwrap();
    let text = show(&paper);
    let told: Vec<&str> =
        text.lines().filter(|line| line.starts_with("Kunvenis") || line.contains("missing in")).collect();
    assert_snapshot!("fourth-language", told.join("\n"));
}

#[test]
fn messages_that_lack_something_are_told_before_anything_is_printed() {
    let mut files = desk::pack_files();
    let messages = files.iter_mut().find(|file| file.path == "sv/messages.ftl").expect("it is there");
    messages.text = messages
        .text
        .replace("discussed = { $who } diskuterade { $about }.", "discussed = { $who } diskuterade { $topic }.");
    messages.text = messages.text.replace("same-day = samma dag\n", "");
    messages.text += "same-night = samma natt\nparty-ZZ = Zembla\n";
    let packs = packs::Packs::from_files(&files).expect("they load");
    let language = packs.languages.iter().find(|language| language.code == "sv").expect("it is there");
    assert_snapshot!(press::check_messages(&packs, language).join("\n"), @r"
    `discussed` is given no $topic
    `discussed` leaves out $about
    `same-night` is no message of any paper
    `party-ZZ`: nothing has the code `ZZ`
    `same-day` is missing
    ");
}
