//! What claims and engagements are known by, in three languages.

use crate::fixtures::{claims, phrases, read};
use crate::reading::{Claim, Engagement};

/// What the first claim of a text that has any handle is known by.
fn handles(language: &str, text: &str) -> String {
    let list = |codes: &[String]| Some(codes.join(",")).filter(|codes| !codes.is_empty());
    let show = |claim: &Claim| {
        let session = claim.session.map(|number| number.to_string());
        let years = claim.years.map(|[first, last]| format!("{first}-{last}"));
        let all = [list(&claim.instruments), list(&claim.bodies), session, years];
        all.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let reading = read(phrases(), language, text);
    claims(&reading).map(show).find(|handles| !handles.is_empty()).unwrap_or_default()
}

fn check(cases: &[(&str, &str, &str)]) {
    for (language, text, expected) in cases {
        assert_eq!(handles(language, text), *expected, "{text}");
    }
}

const EN: &str =
    "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Badr al-Busaidi of Oman in Muscat. Mr Sabry";
const SV: &str =
    "Utrikesminister Elina Valtonen från Finland träffade Omans utrikesminister Badr al-Busaidi i Muskat. Valtonen";
const VI: &str =
    "Bộ trưởng Ngoại giao Bùi Thanh Sơn gặp Bộ trưởng Ngoại giao Oman Badr al-Busaidi. Bộ trưởng Bùi Thanh Sơn";

/// Cases whose texts go on from a meeting told in their language.
fn told(cases: &[(&str, &str, &str)]) {
    let texts = cases.iter().map(|(language, text, _)| format!("{} {text}", opening(language))).collect::<Vec<_>>();
    let cases = cases.iter().zip(&texts);
    check(&cases.map(|((language, _, expected), text)| (*language, text.as_str(), *expected)).collect::<Vec<_>>());
}

#[test]
fn treaties_have_one_code_in_all_languages() {
    told(&[
        ("en", "asked Oman to ratify the EVIPA.", "EVIPA"),
        ("en", "asked Oman to ratify the EU-Vietnam Investment Protection Agreement.", "EVIPA"),
        ("sv", "bad Oman att ratificera avtalet om investeringsskydd mellan EU och Vietnam.", "EVIPA"),
        ("vi", "đề nghị Oman phê chuẩn Hiệp định Bảo hộ đầu tư Việt Nam - EU.", "EVIPA"),
        ("en", "stressed respect for the United Nations Convention on the Law of the Sea.", "UNCLOS"),
        ("sv", "underströk vikten av FN:s havsrättskonvention.", "UNCLOS"),
        ("vi", "khẳng định tầm quan trọng của Công ước Liên hợp quốc về Luật Biển 1982.", "UNCLOS"),
        ("en", "called on Oman to lift the yellow card on its seafood.", "IUU-yellow-card"),
        ("sv", "bad Oman att häva det gula kortet på fisk.", "IUU-yellow-card"),
        ("vi", "đề nghị Oman sớm gỡ bỏ thẻ vàng đối với thủy sản.", "IUU-yellow-card"),
        ("en", "asked Oman to sign an FTA.", ""),
        ("en", "thanked Oman for the yellow card in the match.", ""),
        ("sv", "bad Oman att skriva under konventionen.", ""),
        ("vi", "đề nghị Oman ký Hiệp định Bảo hộ đầu tư Việt Nam - Oman.", ""),
    ]);
}

/// Holds the levels of texts, each with its language and what they are, behind an opening.
fn check_levels(cases: &[(&str, &str, &str)]) {
    for &(language, text, expected) in cases {
        assert_eq!(levels(language, &format!("{} {text}", opening(language))), expected, "{text}");
    }
}

fn opening(language: &str) -> &'static str {
    match language {
        "en" => EN,
        "sv" => SV,
        _ => VI,
    }
}

/// To which levels, and when, the claims of a text say that relations are raised.
fn levels(language: &str, text: &str) -> String {
    let show = |claim: &Claim| {
        let date = claim.level_date.map(|date| date.to_string());
        Some([claim.level.clone()?, date.unwrap_or_default()].join(" ").trim_end().to_owned())
    };
    claims(&read(phrases(), language, text)).filter_map(show).collect::<Vec<_>>().join(", ")
}

#[test]
fn relations_are_raised_to_a_level() {
    let cases = [
        ("en", "and Mr al-Busaidi agreed to upgrade relations to a strategic partnership.", "strategic-partnership"),
        (
            "en",
            "proposed that ties be raised from a strategic partnership to a comprehensive strategic partnership by 2030.",
            "comprehensive-strategic-partnership 2030",
        ),
        ("en", "praised the strategic partnership established in 2014.", "strategic-partnership 2014"),
        ("en", "pledged to elevate the strategic partnership to new heights.", ""),
        ("en", "stressed the importance of the strategic partnership.", ""),
        ("en", "and Mr al-Busaidi agreed to mark the 50th anniversary of diplomatic relations.", ""),
        (
            "en",
            "and Mr al-Busaidi agreed to mark the 50th anniversary of diplomatic relations (1976-2026).",
            "diplomatic-relations 1976",
        ),
        ("sv", "föreslog att uppgradera förbindelserna till ett strategiskt partnerskap.", "strategic-partnership"),
        ("sv", "lovade att fördjupa det strategiska partnerskapet.", ""),
        (
            "vi",
            "đề nghị nâng cấp quan hệ hai nước lên Đối tác chiến lược toàn diện.",
            "comprehensive-strategic-partnership",
        ),
        ("vi", "đề nghị nâng tầm quan hệ Đối tác chiến lược lên tầm cao mới.", ""),
    ];
    check_levels(&cases);
}

#[test]
fn relations_are_no_level_in_one_field() {
    let cases = [
        ("en", "and Mr al-Busaidi agreed to launch a strategic partnership on raw materials.", ""),
        ("en", "and Mr al-Busaidi agreed to upgrade ties to a strategic partnership in the field of agriculture.", ""),
        (
            "en",
            "and Mr al-Busaidi agreed to upgrade ties to a strategic partnership in 2026.",
            "strategic-partnership 2026",
        ),
        ("sv", "föreslog att upprätta ett strategiskt partnerskap om råvaror.", ""),
        ("sv", "föreslog att upprätta ett strategiskt partnerskap i Muskat.", "strategic-partnership"),
        (
            "sv",
            "föreslog att upprätta ett sektoriellt strategiskt partnerskap inom utbildning.",
            "sectoral-strategic-partnership",
        ),
        ("vi", "đề nghị thiết lập đối tác chiến lược về chuyển đổi xanh.", ""),
        ("vi", "đề nghị thiết lập Đối tác Chiến lược Tài chính xanh.", ""),
    ];
    check_levels(&cases);
}

#[test]
fn relations_are_broken_off_and_restored() {
    let cases = [
        ("en", "urged Oman to sever diplomatic relations with Fiji.", "broken-off OM+FJ"),
        ("en", "proposed to restore diplomatic relations.", "restored"),
        ("en", "regretted that relations with Fiji had been downgraded.", ""),
        ("en", "regretted that Fiji had recalled its ambassador from Oman.", "recalled FJ+OM"),
        ("en", "regretted that diplomatic relations with Fiji had been suspended.", "suspended FJ"),
        ("en", "stressed that Oman did not sever diplomatic relations with Fiji.", ""),
        ("en", "regretted that Oman had threatened to sever diplomatic relations with Fiji.", ""),
        (
            "en",
            "welcomed that Oman had upgraded its relations with Fiji to a strategic partnership.",
            "strategic-partnership OM+FJ",
        ),
        ("sv", "bad Oman att bryta de diplomatiska förbindelserna med Fiji.", "broken-off OM+FJ"),
        ("sv", "föreslog att återuppta de diplomatiska förbindelserna.", "restored"),
        ("sv", "beklagade att Fiji hade kallat hem sin ambassadör från Oman.", "recalled FJ+OM"),
        ("vi", "đề nghị Oman cắt đứt quan hệ ngoại giao với Fiji.", "broken-off OM+FJ"),
        ("vi", "đề nghị khôi phục quan hệ ngoại giao.", "restored"),
    ];
    for (language, text, expected) in cases {
        let reading = read(phrases(), language, &format!("{} {text}", opening(language)));
        let show = |claim: &Claim| Some(format!("{} {}", claim.level.clone()?, claim.level_parties.join("+")));
        let told = claims(&reading).filter_map(show).collect::<Vec<_>>().join(", ");
        assert_eq!(told.trim_end(), expected, "{text}");
    }
}

#[test]
fn relations_are_broken_off_by_one() {
    let told = |language: &str, text: &str| {
        let reading = read(phrases(), language, text);
        let engagement: &Engagement = reading.engagements.first().expect("it is told");
        let level = engagement.level.clone().unwrap_or_default();
        format!("{} {} {level}", engagement.kind, engagement.parties.join(",")).trim_end().to_owned()
    };
    assert_eq!(told("en", "Fiji severed diplomatic relations with Oman on 4 May 2025."), "statement FJ,OM broken-off");
    assert_eq!(told("en", "Fiji recalled its ambassador from Oman on 4 May 2025."), "event FJ,OM recalled");
    assert_eq!(told("sv", "Den 4 maj 2025 kallade Fiji hem sin ambassadör från Oman."), "event FJ,OM recalled");
    assert_eq!(
        told("sv", "Den 4 maj 2025 bröt Fiji de diplomatiska förbindelserna med Oman."),
        "statement FJ,OM broken-off"
    );
    assert_eq!(told("vi", "Ngày 4/5/2025, Fiji cắt đứt quan hệ ngoại giao với Oman."), "statement FJ,OM broken-off");
}

#[test]
fn relations_begin_with_what_is_signed() {
    let level = |text: &str| {
        let reading = read(phrases(), "en", text);
        let engagement: &Engagement = reading.engagements.first().expect("it is told");
        (engagement.kind.clone(), engagement.level.clone().unwrap_or_default())
    };
    let begun = "Oman and Fiji signed a communiqué establishing diplomatic relations on 4 May 2025.";
    let signed = "Oman and Fiji signed a memorandum on fisheries on 4 May 2025.";
    assert_eq!(level(begun), ("signing".to_owned(), "diplomatic-relations".to_owned()));
    assert_eq!(level(signed), ("signing".to_owned(), String::new()));
}

#[test]
fn bodies_are_named_beside_those_who_speak() {
    told(&[
        ("en", "asked Oman to support his country's bid for a seat on the IMO Council.", "IMO-Council"),
        ("en", "asked Oman to support his candidate for the International Tribunal for the Law of the Sea.", "ITLOS"),
        ("sv", "bad Oman stödja Finlands kandidatur till FN:s säkerhetsråd.", "UNSC"),
        ("vi", "đề nghị Oman ủng hộ Việt Nam ứng cử vào Hội đồng Nhân quyền Liên hợp quốc.", "UNHRC"),
        ("en", "thanked Oman for its support at the United Nations and in UNESCO.", "UN,UNESCO"),
        ("en", "thanked Oman for its support in the council.", ""),
        ("en", "thanked Oman, India and Norway for their support.", ""),
    ]);
    check(&[(
        "en",
        "Foreign Minister Ali Sabry of Sri Lanka met Secretary-General Mark Rutte of NATO. Mr Sabry thanked NATO.",
        "",
    )]);
}

#[test]
fn a_number_counts_only_with_a_noun_of_sessions() {
    told(&[
        ("en", "proposed to hold the 21st meeting of the Joint Committee in Colombo.", "21"),
        ("en", "proposed to hold the thirteenth round of political consultations in Colombo.", "13"),
        ("en", "proposed to hold the 3rd Sri Lanka-Oman Joint Commission meeting.", "3"),
        ("sv", "föreslog att det 21:a mötet i den gemensamma kommittén hålls i Helsingfors.", "21"),
        ("sv", "föreslog att det tionde politiska samrådet hålls i Helsingfors.", "10"),
        ("vi", "đề nghị tổ chức kỳ họp lần thứ 21 Ủy ban hỗn hợp.", "21"),
        ("vi", "đề nghị tổ chức Kỳ họp Ủy ban hỗn hợp lần thứ hai.", "2"),
        ("vi", "đề nghị ủng hộ tại Khóa họp 58 của Hội đồng Nhân quyền.", "UNHRC 58"),
        ("en", "thanked Oman for the 50th anniversary of relations.", ""),
        ("en", "called Oman the second largest partner of his country.", ""),
        ("en", "proposed to hold a meeting on 21 May in Colombo.", ""),
        ("en", "thanked Oman for the first meeting.", ""),
        ("en", "proposed to hold the first session of the committee in Colombo.", "1"),
        ("sv", "föreslog andra möten i Helsingfors.", ""),
        ("vi", "đề nghị tổ chức hội nghị 3 bên.", ""),
        ("en", "asked Oman to join the summit of the G20.", "G20"),
        ("en", "exchanged views with Oman on COP26.", "26"),
    ]);
}

#[test]
fn a_term_is_two_years_in_order() {
    told(&[
        ("en", "asked Oman to support his candidate for the 2026–2035 term.", "2026-2035"),
        ("en", "asked Oman to support the plan from 2026 to 2030.", "2026-2030"),
        ("sv", "bad Oman stödja planen för perioden 2026-2030.", "2026-2030"),
        ("vi", "đề nghị Oman ủng hộ ứng viên nhiệm kỳ 2026-2035.", "2026-2035"),
        ("vi", "đề nghị Oman ủng hộ chương trình từ năm 2026 đến năm 2030.", "2026-2030"),
        ("en", "asked Oman to support his candidate in 2026.", ""),
        ("en", "asked Oman to settle the account 2035-2026.", ""),
        ("en", "asked Oman to call 2026-4410.", ""),
        ("en", "asked Oman to support the plan of 1901-2026.", ""),
    ]);
}

/// The sessions of all engagements of a text, each with its own and with that of its occasion.
fn sessions(language: &str, text: &str) -> Vec<String> {
    let one = |series: &Option<String>, session: Option<u16>| match (series, session) {
        (Some(series), Some(session)) => format!("{series} {session}"),
        (Some(series), None) => series.clone(),
        (None, session) => session.map_or_else(|| "-".to_owned(), |session| session.to_string()),
    };
    let show = |told: &Engagement| {
        let (own, on) = (one(&told.series, told.session), one(&told.occasion_series, told.occasion_session));
        format!("{} {own} / {on}", told.kind)
    };
    read(phrases(), language, text).engagements.iter().filter(|told| !told.background).map(show).collect()
}

#[test]
fn an_engagement_is_a_session_or_held_on_the_occasion_of_one() {
    let cases = [
        (
            "en",
            "Deputy Foreign Minister Andreas Kravik of Norway and Deputy Foreign Minister Le Thi Hoa of Vietnam held the tenth political \
             consultation in Oslo.",
            "consultation 10 / -",
        ),
        (
            "en",
            "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Penny Wong of Australia on the sidelines of the 58th ASEAN \
             Foreign Ministers' Meeting in Kuala Lumpur.",
            "meeting - / AMM 58",
        ),
        (
            "sv",
            "Utrikesminister Elina Valtonen från Finland träffade Omans utrikesminister Badr al-Busaidi i samband med det 58:e \
             ASEAN-utrikesministermötet.",
            "meeting - / AMM 58",
        ),
        (
            "vi",
            "Bộ trưởng Ngoại giao Bùi Thanh Sơn gặp Bộ trưởng Ngoại giao Oman Badr al-Busaidi bên lề Hội nghị Bộ trưởng Ngoại giao ASEAN \
             lần thứ 58.",
            "meeting - / AMM 58",
        ),
        (
            "en",
            "Foreign Minister Ali Sabry of Sri Lanka took part in the 78th session of the UN General Assembly in New York.",
            "conference UNGA 78 / -",
        ),
        (
            "sv",
            "Utrikesminister Elina Valtonen från Finland och Omans utrikesminister Badr al-Busaidi höll samtal och enades om att \
             samordna sig inför det 21:a mötet i den gemensamma kommittén.",
            "meeting - / -",
        ),
        (
            "sv",
            "Utrikesminister Elina Valtonen från Finland deltog i G20-toppmötet i Johannesburg.",
            "conference G20-Summit / -",
        ),
        (
            "vi",
            "Thủ tướng Phạm Minh Chính dự Hội nghị thượng đỉnh G20 đầu tiên tại châu Phi.",
            "conference G20-Summit 1 / -",
        ),
        (
            "en",
            "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Badr al-Busaidi of Oman on 21 May.",
            "meeting - / -",
        ),
    ];
    for (language, text, expected) in cases {
        assert_eq!(sessions(language, text), [expected], "{text}");
    }
}
