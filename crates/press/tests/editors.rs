//! What an editor would mend before sending a paper on: names, offices, order, and what says nothing.

mod desk;

use desk::{PACKS, claim, document, engagement, options, register, with};
use insta::assert_snapshot;
use press::{Block, BriefOf, BriefOptions, Paper, Section, Sentence, brief, digest, review};
use register::{Read, Register};
use serde_json::json;

const LANGUAGES: [&str; 3] = ["en", "sv", "vi"];

/// What a paper says, a paragraph or point a line.
fn lines(paper: &Paper) -> String {
    let said = |sentences: &Vec<Sentence>| sentences.iter().map(Sentence::text).collect::<Vec<_>>().join(" ");
    let of = |section: &Section| {
        let mut lines = Vec::new();
        for block in &section.blocks {
            match block {
                Block::Paragraph { sentences } => lines.push(said(sentences)),
                Block::List { items } => lines.extend(items.iter().map(|item| format!("- {}", said(item)))),
                _ => {}
            }
        }
        lines
    };
    paper.sections.iter().flat_map(of).collect::<Vec<_>>().join("\n")
}

/// A digest of July 2025.
fn july(register: &Register, language: &str, view: Option<&str>) -> String {
    lines(&digest(register, &PACKS, &options(language, view, "2025-07-01", "2025-07-31"), None).expect("it is printed"))
}

fn year(register: &Register, language: &str, view: Option<&str>) -> String {
    lines(&review(register, &PACKS, &options(language, view, "2025-01-01", "2025-12-31"), None).expect("it is printed"))
}

fn of_both(register: &Register, language: &str, (a, b): (&str, &str)) -> String {
    let of = BriefOf::Pair(a.to_owned(), b.to_owned());
    let today = "2025-07-31".parse().expect("a day");
    lines(&brief(register, &PACKS, &BriefOptions { language: language.to_owned(), of, today }).expect("it is printed"))
}

/// A document that tells of one meeting.
fn met(language: &str, date: &str, parties: &str, people: &str) -> Read {
    let words = format!("{people} ({date}, {language}).");
    document("Källan", language, date, vec![engagement("meeting", date, parties, people, &words, Vec::new())])
}

#[test]
fn somebody_has_one_name_in_a_paper() {
    let to_lam = |name: &str| format!("{name}/VN/party-leader + Ann Lee/SE/head-of-government");
    let register = register(vec![
        met("vi", "2025-07-01", "VN,SE", &to_lam("Tô Lâm")),
        met("en", "2025-07-03", "VN,SE", &to_lam("To Lam")),
        met("sv", "2025-07-05", "VN,SE", &to_lam("To Lam")),
        met("sv", "2025-07-07", "VN,SE", &to_lam("To Lam")),
        met("en", "2025-07-08", "JP,SE", "MOTEGI Toshimitsu/JP/foreign-minister + Ann Lee/SE/head-of-government"),
    ]);
    assert_snapshot!(LANGUAGES.map(|language| july(&register, language, Some("SE"))).join("\n"), @r"
    On 1 July Prime Minister Ann Lee met Vietnam’s General Secretary To Lam.
    On 3 July Ann Lee met To Lam.
    On 5 July Ann Lee met To Lam.
    On 7 July Ann Lee met To Lam.
    On 8 July Ann Lee met Japan’s Foreign Minister Motegi Toshimitsu.
    Den 1 juli sammanträffade statsminister Ann Lee med Vietnams generalsekreterare To Lam.
    Den 3 juli sammanträffade Ann Lee med To Lam.
    Den 5 juli sammanträffade Ann Lee med To Lam.
    Den 7 juli sammanträffade Ann Lee med To Lam.
    Den 8 juli sammanträffade Ann Lee med Japans utrikesminister Motegi Toshimitsu.
    Ngày 1/7, Thủ tướng Ann Lee đã gặp Tổng Bí thư Việt Nam Tô Lâm.
    Ngày 3/7, Thủ tướng Ann Lee đã gặp Tổng Bí thư Tô Lâm.
    Ngày 5/7, Thủ tướng Ann Lee đã gặp Tổng Bí thư Tô Lâm.
    Ngày 7/7, Thủ tướng Ann Lee đã gặp Tổng Bí thư Tô Lâm.
    Ngày 8/7, Thủ tướng Ann Lee đã gặp Bộ trưởng Ngoại giao Nhật Bản Motegi Toshimitsu.
    ");
}

#[test]
fn leaders_are_told_of_day_by_day_and_what_says_nothing_is_left_out() {
    let lee = "Ann Lee/SE/head-of-government";
    let with_ng = "Ann Lee/SE/head-of-government + Bo Ng/JP/head-of-state";
    let register = register(vec![document(
        "Källan",
        "sv",
        "2025-07-20",
        vec![
            engagement(
                "meeting",
                "2025-07-12",
                "SE,NO",
                "Ann Lee/SE/head-of-government + Kari Berg/NO/minister",
                "Hon mötte Berg.",
                vec![],
            ),
            engagement("statement", "2025-07-12", "SE", lee, "Hon talade.", vec![]),
            engagement("signing", "2025-07-12", "JP,SE", with_ng, "De skrev under.", vec![]),
            with(engagement("visit", "2025-07-15", "SE,JP", lee, "Hon reste dit.", vec![]), json!({"country": "JP"})),
            engagement("meeting", "2025-07-15", "SE,JP", with_ng, "Hon mötte Ng.", vec![]),
        ],
    )]);
    assert_snapshot!(LANGUAGES.map(|language| july(&register, language, Some("SE"))).join("\n"), @r"
    On 12 July Sweden and Japan signed an agreement.
    The same day Prime Minister Ann Lee met Minister Kari Berg of Norway.
    On 15 July Ann Lee visited Japan.
    The same day Ann Lee met Japan’s Head of State Bo Ng.
    Den 12 juli undertecknade Sverige och Japan en överenskommelse.
    Samma dag sammanträffade statsminister Ann Lee med Norges minister Kari Berg.
    Den 15 juli besökte Ann Lee Japan.
    Samma dag sammanträffade Ann Lee med Japans statschef Bo Ng.
    Ngày 12/7, Thụy Điển và Nhật Bản đã ký văn kiện hợp tác.
    Cùng ngày, Thủ tướng Ann Lee đã gặp Bộ trưởng Na Uy Kari Berg.
    Ngày 15/7, Thủ tướng Ann Lee đã thăm Nhật Bản.
    Cùng ngày, Thủ tướng Ann Lee đã gặp Nguyên thủ Nhật Bản Bo Ng.
    ");
}

#[test]
fn what_two_entries_say_alike_is_said_once() {
    let visit = |words: &str, topic: &str| {
        let asked = claim("request", "SE>JP", topic, 4, &format!("{words} Hon bad om något."));
        with(
            engagement("visit", "2025-07-15", "SE,JP", "Ann Lee/SE/minister", words, vec![asked]),
            json!({"country": "JP"}),
        )
    };
    let told = vec![visit("Lee besökte Japan.", "trade"), visit("Samma dag besökte hon Japan.", "energy")];
    let register = register(vec![document("Källan", "sv", "2025-07-16", told)]);
    assert_eq!(
        july(&register, "sv", Some("SE")),
        "Den 15 juli besökte minister Ann Lee Japan. Sverige framförde önskemål till Japan om handel. Sverige framförde \
         önskemål till Japan om energi."
    );
}

#[test]
fn offices_are_those_of_the_country() {
    let people = [
        "Ann Lee/SE/deputy-minister",
        "Bo Ek/SE/deputy-foreign-minister",
        "Carl Ås/SE/official",
        "Dan Öst/FI/party-leader",
        "Eva Kai/UNESCO/organisation-head",
        "Filip Ro/SE/head-of-government+minister",
        "Gia Lan/ECOWAS/organisation-head",
    ];
    let meetings = people.iter().enumerate().map(|(at, person)| {
        let party = person.split('/').nth(1).expect("it has a party");
        let parties = if party == "SE" { "SE,JP".to_owned() } else { format!("SE,{party}") };
        let words = format!("Möte {at}.");
        engagement("meeting", &format!("2025-07-{:02}", at + 10), &parties, person, &words, vec![])
    });
    let register = register(vec![document("Källan", "sv", "2025-07-30", meetings.collect())]);
    assert_snapshot!(LANGUAGES.map(|language| july(&register, language, Some("SE"))).join("\n\n"), @r"
    On 15 July Prime Minister Filip Ro met representatives of Japan.
    On 13 July representatives of Sweden met party leader Dan Öst of Finland.
    On 10 July State Secretary Ann Lee met representatives of Japan.
    On 11 July State Secretary for Foreign Affairs Bo Ek met representatives of Japan.
    On 12 July Carl Ås met representatives of Japan.
    On 14 July representatives of Sweden met UNESCO’s Director-General Eva Kai.
    On 16 July representatives of Sweden met Economic Community of West African States head Gia Lan.

    Den 15 juli sammanträffade statsminister Filip Ro med företrädare för Japan.
    Den 13 juli sammanträffade företrädare för Sverige med partiledaren Dan Öst från Finland.
    Den 10 juli sammanträffade statssekreterare Ann Lee med företrädare för Japan.
    Den 11 juli sammanträffade kabinettssekreterare Bo Ek med företrädare för Japan.
    Den 12 juli sammanträffade Carl Ås med företrädare för Japan.
    Den 14 juli sammanträffade företrädare för Sverige med Unescos generaldirektör Eva Kai.
    Den 16 juli sammanträffade företrädare för Sverige med Gia Lan (chef för Västafrikanska staters ekonomiska gemenskap).

    Ngày 15/7, Thủ tướng Filip Ro đã gặp đại diện Nhật Bản.
    Ngày 10/7, Quốc vụ khanh Ann Lee đã gặp đại diện Nhật Bản.
    Ngày 11/7, Quốc vụ khanh Bộ Ngoại giao Bo Ek đã gặp đại diện Nhật Bản.
    Ngày 12/7, Carl Ås đã gặp đại diện Nhật Bản.
    Ngày 13/7, đại diện Thụy Điển đã gặp lãnh đạo chính đảng Phần Lan Dan Öst.
    Ngày 14/7, đại diện Thụy Điển đã gặp Tổng Giám đốc UNESCO Eva Kai.
    Ngày 16/7, đại diện Thụy Điển đã gặp người đứng đầu Cộng đồng Kinh tế các quốc gia Tây Phi Gia Lan.
    ");
}

#[test]
fn the_highest_of_a_party_is_named_first() {
    let people =
        "Ann Lee/SE/minister + Bo Ek/SE/head-of-government + Kari Berg/NO/minister + Siv Dal/NO/foreign-minister";
    let register = register(vec![met("sv", "2025-07-10", "NO,SE", people)]);
    assert_eq!(
        july(&register, "en", Some("SE")),
        "On 10 July Prime Minister Bo Ek and Minister Ann Lee met Norway’s Foreign Minister Siv Dal and Minister Kari Berg."
    );
}

#[test]
fn what_is_next_says_what_it_is_about() {
    let step = |sides: &str, topics: &str, date: &str, words: &str| {
        with(claim("next-step", sides, topics, 4, words), json!({"date": date}))
    };
    let candidacy = with(
        claim("support", "SE,NO", "", 4, "De stödde kandidaturen."),
        json!({"bodies": ["UNSC"], "years": [2026, 2027]}),
    );
    let claims = vec![
        step("SE,NO", "energy", "2025-10", "Om energi i oktober."),
        step("SE,NO", "regional", "2025-11-05", "De ses igen."),
        // What was due before they met is not to come.
        step("SE,NO", "fisheries", "2025-01", "Om fisket i januari."),
        candidacy,
    ];
    let meeting = engagement("meeting", "2025-07-10", "NO,SE", "Ann Lee/SE/minister", "De möttes.", claims);
    let register = register(vec![document("Källan", "sv", "2025-07-11", vec![meeting])]);
    assert_snapshot!(LANGUAGES.map(|language| july(&register, language, Some("SE"))).join("\n"), @r"
    On 10 July Minister Ann Lee met representatives of Norway. The next step concerns energy in October 2025.
    - October 2025: a next step on energy between Sweden and Norway.
    Den 10 juli sammanträffade minister Ann Lee med företrädare för Norge. Nästa steg gäller energi i oktober 2025.
    - Oktober 2025: nästa steg i fråga om energi mellan Sverige och Norge.
    Ngày 10/7, Bộ trưởng Ann Lee đã gặp đại diện Na Uy. Bước tiếp theo liên quan đến năng lượng, tháng 10/2025.
    - Tháng 10/2025: bước tiếp theo về năng lượng giữa Thụy Điển và Na Uy.
    ");
}

#[test]
fn a_review_tells_of_its_party_and_of_each_matter_once() {
    let backed = |words: &str, engaged: &str| {
        let claim = with(claim("request", "SE>NO", "", 4, words), json!({"bodies": ["UNSC"]}));
        engagement("meeting", engaged, "NO,SE", "Ann Lee/SE/minister", &format!("{words} ({engaged})"), vec![claim])
    };
    // What Denmark and Finland have with each other is none of Sweden's, though Sweden spoke of it.
    let others = |parties: &str, topic: &str, words: &str| {
        let agreed = claim("agreement", &format!("SE,{parties}"), topic, 5, &format!("{words} De enades."));
        engagement("meeting", "2025-05-02", parties, "Ann Lee/SE/minister", words, vec![agreed])
    };
    let told = vec![
        backed("Hon bad om stöd.", "2025-03-01"),
        backed("Hon bad åter om stöd.", "2025-06-01"),
        others("DK,FI", "energy", "Om energi."),
        others("SE,DK", "defence", "Om försvar."),
    ];
    let register = register(vec![document("Källan", "sv", "2025-06-02", told)]);
    let seen = year(&register, "en", Some("SE"));
    assert!(!seen.contains("Denmark and Finland") && !seen.contains("Finland and Denmark"), "{seen}");
    assert!(seen.contains("Cooperation in defence between Sweden and Denmark"), "{seen}");
    assert!(seen.matches("candidacy for the UN Security Council").count() < 2, "{seen}");
    let all = year(&register, "en", None);
    assert!(all.contains("Cooperation in energy between Denmark and Finland"), "{all}");
}

#[test]
fn a_review_counts_by_whose_organisation_takes_part() {
    let register = register(vec![
        met("sv", "2025-03-01", "IFRC,SE", "Ann Lee/SE/foreign-minister"),
        met("sv", "2025-04-01", "SE,USABC", "Ann Lee/SE/foreign-minister"),
        met("sv", "2025-05-01", "NO,SE", "Ann Lee/SE/foreign-minister"),
    ]);
    let channels = |language: &str, caption: &str| {
        let of = options(language, Some("SE"), "2025-01-01", "2025-12-31");
        let paper = review(&register, &PACKS, &of, None).expect("it is printed");
        let tables = paper.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let table = tables.into_iter().find(|table| table.caption == caption).expect("channels");
        table.rows.iter().map(|row| row.cells.join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(channels("en", "Contacts by channel"), ["Government 1", "People's organisations 1", "Business 1"]);
    assert_eq!(channels("sv", "Kontakter efter kanal"), ["Regering 1", "Folkrörelser 1", "Näringsliv 1"]);
    assert_eq!(channels("vi", "Tiếp xúc theo kênh"), ["Chính phủ 1", "Tổ chức nhân dân 1", "Doanh nghiệp 1"]);
}

#[test]
fn who_is_known_better_as_somebody_elses_leader_is_not_told_as_ones_own() {
    let mut documents: Vec<Read> = (1..=4)
        .map(|day| {
            met("en", &format!("2025-07-0{day}"), "CD,JP", "Félix Moba/CD/head-of-state + Bo Ng/JP/head-of-state")
        })
        .collect();
    documents.push(met("sv", "2025-07-05", "SE,NO", "Félix Moba/SE/head-of-state + Siv Dal/NO/head-of-state"));
    documents.push(met("sv", "2025-07-06", "SE,NO", "Carl Ås/SE/head-of-state + Siv Dal/NO/head-of-state"));
    let told = of_both(&register(documents), "en", ("SE", "NO"));
    let who: Vec<&str> = told.lines().filter(|line| line.contains("on record")).collect();
    assert_eq!(
        who,
        [
            "- Carl Ås, Sweden’s Head of State, on record 6 July 2025.",
            "- Siv Dal, Norway’s Head of State, on record 5–6 July 2025."
        ]
    );
}

#[test]
fn a_conference_where_the_other_is_not_named_stands_behind_meetings() {
    let both = "Ann Lee/SE/official + Siv Dal/NO/official";
    let mut told: Vec<_> = (1..=4)
        .map(|day| {
            engagement("meeting", &format!("2025-07-{:02}", day * 5), "SE,NO", both, &format!("Möte {day}."), vec![])
        })
        .collect();
    told.push(with(
        engagement("conference", "2025-07-18", "SE,NO,UN", "Bo Ek/SE/foreign-minister", "Ek var i FN.", vec![]),
        json!({"series": "UNSC"}),
    ));
    let told = of_both(&register(vec![document("Källan", "sv", "2025-07-30", told)]), "en", ("SE", "NO"));
    assert!(told.matches(" met representative Siv Dal").count() == 4 && !told.contains("Security Council"), "{told}");
    assert!(told.contains("One more contact is in the register."), "{told}");
}
