//! Where and when it was.

use super::{shown, told};
use crate::fixtures::{phrases, read};

#[test]
fn a_journey_has_its_days_in_its_country() {
    let text = "Statsminister Eva Lund reser den 14 oktober 2025 till Portugal. Den 15 oktober fortsätter Lund till Irland.\n\n\
                I Lissabon träffar Lund Portugals premiärminister Rui Matos.";
    let told = read(phrases(), "sv", text).engagements.into_iter().find(|told| told.kind == "meeting");
    let start = told.and_then(|told| told.start).map(|start| start.to_string());
    assert_eq!(start.as_deref(), Some("2025-10-14"));
}

#[test]
fn what_no_words_place_was_where_the_titles_say() {
    let countries = |language, text: &str| {
        read(phrases(), language, text)
            .engagements
            .iter()
            .map(|e| e.country.clone().unwrap_or_default())
            .collect::<Vec<_>>()
    };
    let text =
        "# Handelsministern i Windhoek\n\nHandelsminister Anna Berg träffade Namibias energiminister Tom Alweendo.";
    assert_eq!(countries("sv", text), ["NA"]);
    let text = "# Trade minister in Windhoek\n\nNorwegian Trade Minister Anna Berg met with Namibian Energy Minister Tom Alweendo.";
    assert_eq!(countries("en", text), ["NA"]);
    // Whoever travels goes there.
    let text = "# Handelsministern i Windhoek\n\nHandelsminister Anna Berg inleder ett officiellt besök på torsdag.";
    assert_eq!(countries("sv", text), ["NA"]);
    // Of two countries it may be either.
    let text = "# Handelsministern i Windhoek\n\n# Från en resa i Angola\n\nHandelsminister Anna Berg träffade Namibias energiminister Tom Alweendo.";
    assert_eq!(countries("sv", text), [""]);
}

#[test]
fn what_no_words_place_was_where_the_rest_was() {
    let countries = |text: &str| -> Vec<String> {
        let told = read(phrases(), "en", text).engagements.into_iter();
        told.map(|told| format!("{} {}", told.kind, told.country.as_deref().unwrap_or("-"))).collect()
    };
    // Both met there, and signed.
    let signed = "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru in Lima on Monday.\n\nThe two \
                  ministers signed an agreement on fishing on Monday. Minister Sabry telephoned Foreign Minister Tete Antonio of \
                  Angola on Monday.\n";
    assert_eq!(countries(signed), ["meeting PE", "signing PE", "call -"]);
    // Whoever met others there that day met the next there too.
    let next = "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru in Cairo on 5 May 2025.\n\nOn 5 May \
                2025 Minister Sabry met Foreign Minister Tete Antonio of Angola.\n\nOn 9 May 2025 Minister Sabry met Foreign Minister \
                Saif Haddad of Oman.\n";
    assert_eq!(countries(next), ["meeting EG", "meeting EG", "meeting -"]);
    // What was long before it was written was not where it was written.
    let before = "LIMA, 5 May 2025\n\nPeru and Kenya signed a treaty on trade on 2 May 2025. Peru and Oman signed a treaty on trade on 3 \
                  June 1975.\n";
    assert_eq!(countries(before), ["signing PE", "signing -"]);
    // Nor where something near it was.
    let beside = "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru in Lima on 5 May 2025. Sri Lanka and \
                  Peru signed a treaty on trade on 3 June 1975.\n";
    assert_eq!(countries(beside), ["meeting PE", "signing -"]);
}

#[test]
fn a_dateline_ends_with_an_agency_or_a_bar() {
    for head in ["Windhoek, Namibia, 6 February 2026 (Prensa Libre del Sur)", "Windhoek, Namibia | 6 February 2026 |"] {
        let text = format!(
            "{head} Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru on Thursday.\n"
        );
        let start = read(phrases(), "en", &text).engagements[0].start.map(|start| start.to_string());
        assert_eq!(start.as_deref(), Some("2026-02-05"), "{head}");
    }
}

#[test]
fn a_city_at_the_head_tells_where_they_meet() {
    let text = "Tallinn, 19 november 2025\n\nUtrikesminister Kaja Mets från Estland reser till Kenya. I Nairobi har ministern möten med \
                utrikesminister Moses Wekesa och energiminister Peter Otieno.\n";
    assert_eq!(told("sv", text, "meeting"), ["EE,KE Kaja Mets,Moses Wekesa", "EE,KE Kaja Mets,Peter Otieno"]);
}

#[test]
fn two_acts_of_the_day_before_are_of_one_day() {
    let text = "KYJIV, 30 juni 2026\n\nSveriges talman Eva Lund besökte Kyjiv den 27–28 juni. Lund talade i parlamentet den 28 juni. Dagen \
                före hade Lund överläggningar med Ukrainas talman Ruslan Kovalenko och undertecknade en avsiktsförklaring med \
                talman Kovalenko.\n";
    let told = read(phrases(), "sv", text).engagements;
    let days: Vec<String> = told
        .iter()
        .filter(|told| matches!(told.kind.as_str(), "meeting" | "signing"))
        .filter_map(|told| told.start.map(|day| day.to_string()))
        .collect();
    assert_eq!(days, ["2026-06-27", "2026-06-27"]);
}

#[test]
fn each_country_of_a_journey_has_its_days() {
    let check = |text: &str| {
        let told = read(phrases(), "sv", text).engagements.into_iter().filter(|told| told.kind == "visit");
        told.map(|told| {
            let start = told.start.map(|day| day.to_string()).unwrap_or_default();
            format!("{} {start}", told.country.unwrap_or_default())
        })
        .collect::<Vec<_>>()
    };
    let seoul = "STOCKHOLM, 3 mars 2026\n\nSveriges utrikesminister Eva Lund besöker Seoul den 9 mars och Tokyo den 10–11 mars.\n";
    assert_eq!(check(seoul), ["KR 2026-03-09", "JP 2026-03-10"]);
    let kenya = "STOCKHOLM, 3 mars 2026\n\nSveriges utrikesminister Eva Lund reser den 9 mars till Kenya och den 11 mars till Uganda.\n";
    assert_eq!(check(kenya), ["KE 2026-03-09", "UG 2026-03-11"]);
    let one =
        "STOCKHOLM, 3 mars 2026\n\nSveriges utrikesminister Eva Lund reser den 9–11 mars till Kenya och Uganda.\n";
    assert_eq!(check(one), ["KE 2026-03-09", "UG 2026-03-09"]);
}

#[test]
fn an_envoys_post_is_no_place_of_a_meeting() {
    let text = "Finlands utrikesminister Aino Virtanen hade på onsdagen ett möte med Sveriges ambassadör i Washington, Olle Berg.";
    let told = read(phrases(), "sv", text).engagements;
    assert_eq!(told[0].country.as_deref(), None);
}

/// Kind and place of all that a text tells of.
fn placed(language: &str, text: &str) -> Vec<String> {
    let told = read(phrases(), language, text).engagements;
    let line = |told: crate::reading::Engagement| {
        format!("{} {} {}", told.kind, told.country.unwrap_or_default(), told.city.unwrap_or_default())
    };
    told.into_iter().map(line).collect()
}

#[test]
fn a_house_stands_before_its_city() {
    let text = "Thống đốc Phạm Ngọc Hoàng làm việc với Bộ trưởng Tài chính Ghana Kofi Mensah tại trụ sở Ngân hàng Nhà nước, Hà Nội.";
    assert_eq!(placed("vi", text), ["meeting VN Hanoi"]);
    let text = "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru at the Palace of Nations (Cairo).";
    assert_eq!(placed("en", text), ["meeting EG Cairo"]);
}

#[test]
fn what_they_agree_on_is_elsewhere() {
    let text = "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru, and they agreed to hold a forum of \
                ports next year in Lima.";
    assert_eq!(placed("en", text), ["meeting  "]);
    let text =
        "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru, who warned in Cairo of war.";
    assert_eq!(placed("en", text), ["meeting EG Cairo"]);
}

#[test]
fn who_meets_on_the_days_of_a_gathering_meets_there() {
    let text = "NDO - Ngày 8/5/2025, Hội nghị Cấp cao ASEAN lần thứ 46 khai mạc tại Kuala Lumpur.\n\nChiều 8/5, Thủ tướng Lê Văn Hòa gặp \
                Thủ tướng Ghana Kofi Mensah.\n";
    assert_eq!(placed("vi", text).last().map(String::as_str), Some("meeting MY Kuala Lumpur"));
}

#[test]
fn a_town_that_no_pack_lists_stands_before_its_country_in_brackets() {
    let text = "Chủ tịch Quốc hội Lê Văn Hòa tiếp Thị trưởng Yeosu (Hàn Quốc) Chung Ki-hwan.";
    assert_eq!(told("vi", text, "meeting"), ["KR,VN Lê Văn Hòa,Chung Ki-hwan"]);
}

#[test]
fn each_dateline_places_what_stands_below_it() {
    let text = "OTTAWA. Kanadas handelsminister Rose Martin träffade Chiles energiminister Pablo Rojas.\n\nKAIRO. Egyptens \
                handelsminister Amr Fahmy träffade Kenyas energiminister Peter Otieno.\n";
    assert_eq!(
        shown("sv", text),
        ["meeting CA CA,CL Rose Martin (CA), Pablo Rojas (CL)", "meeting EG EG,KE Amr Fahmy (EG), Peter Otieno (KE)"]
    );
}

#[test]
fn a_gathering_of_a_series_is_where_the_page_says() {
    let text = "Foreign Minister Ali Sabry of Sri Lanka attended the ASEAN Regional Forum on 8 July 2025.\n\nMinister Rosa Quispe of \
                Peru spoke in Vienna on 8 July 2025 at a conference on trade.\n\nThe ASEAN Regional Forum in Kuala Lumpur ends on \
                Friday.\n";
    assert_eq!(placed("en", text).first().map(String::as_str), Some("conference MY Kuala Lumpur"));
    // Where it tells of two, of neither.
    let two = text.replace("ends on", "and the ASEAN Regional Forum in Hanoi end on");
    assert_ne!(placed("en", &two).first().map(String::as_str), Some("conference MY Kuala Lumpur"));
}

#[test]
fn what_was_told_on_monday_took_place_on_the_day_told_later() {
    let text = "Feb. 17, 2025\n\nSEOUL, Feb. 17 (Yonhap) -- Foreign Minister Kim Do-yun and his Czech counterpart, Jan Dvorak, discussed \
                nuclear energy, Kim's office said Monday.\n\nIn the talks held in Munich on Saturday, Kim asked for Prague's attention.";
    let told = read(phrases(), "en", text).engagements;
    let days: Vec<_> = told.iter().map(|told| (told.kind.as_str(), told.start.map(|day| day.to_string()))).collect();
    assert_eq!(days, [("meeting", Some("2025-02-15".to_owned()))]);
}

#[test]
fn an_envoy_calls_on_somebody_where_he_is_accredited() {
    let place = |text: &str| {
        let told = read(phrases(), "en", text).engagements;
        told.into_iter().next().expect("they meet").country
    };
    let call = "Speaker Kofi Mensah of Ghana met the Ambassador of Peru, Rosa Quispe, and thanked Peru.";
    assert_eq!(place(call).as_deref(), Some("GH"));
    let both = "Ambassador Ama Osei of Ghana met the Ambassador of Peru, Rosa Quispe, and thanked Peru.";
    assert_eq!(place(both), None);
}

#[test]
fn what_goes_on_in_a_country_places_nobody_who_speaks_of_it() {
    let met = "CAIRO, 5 May 2025\n\nForeign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru";
    assert_eq!(placed("en", &format!("{met} to discuss the situation in Sudan and in Libya.\n")), ["meeting EG Cairo"]);
    assert_eq!(placed("en", &format!("{met} in Accra to discuss the war in Sudan.\n")), ["meeting GH Accra"]);
    let met = "KAIRO den 5 maj 2025\n\nPerus utrikesminister Rosa Quispe träffade Ghanas utrikesminister Kofi Mensah";
    assert_eq!(placed("sv", &format!("{met} om kriget i Sudan.\n")), ["meeting EG Cairo"]);
    let text = "Bộ trưởng Ngoại giao Lê Văn Hòa hội đàm với Ngoại trưởng Peru Rosa Quispe về tình hình tại Sudan.";
    assert_eq!(placed("vi", text), ["meeting  "]);
    // Nor is a call anywhere.
    let text = "President Kofi Mensah of Ghana spoke by phone with President Rosa Quispe of Peru, then in Cairo.";
    assert_eq!(placed("en", text), ["call  "]);
}

#[test]
fn who_flies_somewhere_for_a_meeting_meets_there() {
    let ali = "Foreign Minister Ali Sabry of Sri Lanka";
    let text =
        format!("{ali} flew to Lima for a meeting with President Rosa Quispe, before closing his mission in Quito.");
    assert_eq!(placed("en", &text), ["visit PE Lima", "meeting PE Lima"]);
    let text =
        format!("{ali} met President Rosa Quispe in Lima and went on to Accra, where he met Minister Kofi Mensah.");
    assert_eq!(placed("en", &text), ["meeting PE Lima", "visit GH Accra", "meeting GH Accra"]);
}

#[test]
fn a_country_behind_what_is_visited_is_not_where() {
    let text = "PORT VILA, 5 May 2025\n\nForeign Minister Ali Sabry of Sri Lanka visited Vanuatu. He also visited a school rebuilt with \
                Peru funds.\n";
    assert_eq!(placed("en", text), ["visit VU ", "event VU "]);
}

#[test]
fn an_agency_stands_behind_the_day_of_a_dateline() {
    let met = "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru on Thursday, and both spoke of trade.";
    for (line, place) in [
        ("YEREVAN, MAY 8 2025, ARMENPRESS.", "meeting AM Yerevan"),
        ("DUSHANBE, 08.05.2025 /NIAT «Khovar»/.", "meeting TJ Dushanbe"),
        ("KUWAIT, May 8, 2025 (KUNA) --", "meeting KW "),
        ("TEHRAN, May 8, 2025 (MNA) –", "meeting IR Tehran"),
    ] {
        let text = format!("{line} {met}");
        assert_eq!(placed("en", &text), [place], "{line}");
        let start = read(phrases(), "en", &text).engagements[0].start.map(|day| day.to_string());
        assert_eq!(start.as_deref(), Some("2025-05-08"), "{line}");
    }
}

#[test]
fn a_date_among_the_sentences_of_a_story_is_not_the_pages() {
    let text = "ACCRA, February 8 – Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru on Thursday. The \
                treaty was signed on 3 October 2023. It has been in force since.";
    let start = read(phrases(), "en", text).engagements[0].start.map(|day| day.to_string());
    assert_eq!(start.as_deref(), Some("2024-02-08"));
}

#[test]
fn what_is_still_to_come_has_the_day_behind_it() {
    let text = "LIMA, 3 November 2021\n\nThis morning Foreign Minister Ali Sabry of Sri Lanka went on to Brazil, where he is due to meet \
                Foreign Minister Luis Vega tomorrow.\n";
    let told =
        read(phrases(), "en", text).engagements.into_iter().find(|told| told.kind == "meeting").expect("they meet");
    assert_eq!(told.start.map(|day| day.to_string()).as_deref(), Some("2021-11-04"));
}

#[test]
fn what_is_spoken_of_is_elsewhere() {
    let check = |language, text: &str, expected: &str| assert_eq!(shown(language, text), [expected], "{text}");
    // The war is there, not those who speak of it; a list goes on.
    check(
        "en",
        "On 3 March 2027 Foreign Minister Ali Sabry of Sri Lanka met with Foreign Minister Rosa Quispe of Peru to discuss the \
         situation in Sudan and in Haiti.",
        "meeting - LK,PE Ali Sabry (LK), Rosa Quispe (PE)",
    );
    check(
        "sv",
        "Den 3 mars 2027 träffade utrikesminister Eva Lund Perus utrikesminister Rosa Quispe för samtal om kriget i Sudan.",
        "meeting - SE,PE Eva Lund (SE), Rosa Quispe (PE)",
    );
    check(
        "en",
        "On 3 March 2027 Foreign Minister Ali Sabry of Sri Lanka met with Foreign Minister Rosa Quispe of Peru in Sudan.",
        "meeting SD LK,PE Ali Sabry (LK), Rosa Quispe (PE)",
    );
    // A quote does not say where it was said, the words behind it do.
    check(
        "sv",
        "– Skolorna i Kongo måste öppna, säger Kenyas president Peter Wekesa.",
        "statement - KE Peter Wekesa (KE)",
    );
    check(
        "sv",
        "– Skolorna måste öppna, säger Kenyas president Peter Wekesa i Lima.",
        "statement PE KE Peter Wekesa (KE)",
    );
}

#[test]
fn what_is_told_of_a_meeting_further_on_says_where_it_was() {
    let text = "Utrikesminister Eva Lund mötte torsdagen den 11 mars 2027 Perus utrikesminister Rosa Quispe. Vid mötet, som ägde rum i \
                Oslo, berättade Quispe om valet.";
    assert_eq!(shown("sv", text), ["meeting NO SE,PE Eva Lund (SE), Rosa Quispe (PE)"]);
}

#[test]
fn what_came_before_an_act_does_not_date_it() {
    let starts = |language, text: &str| -> Vec<String> {
        let told = read(phrases(), language, text).engagements.into_iter();
        told.map(|told| told.start.map(|day| day.to_string()).unwrap_or_default()).collect()
    };
    let told = "Publicerad 21 januari 2027\n\nPerus ambassadör Rosa Quispe har kallats upp till Utrikesdepartementet efter en \
                kränkning av svenskt luftrum i måndags.";
    assert_eq!(starts("sv", told), ["2027-01-21"]);
    // The talks were on the day behind them.
    let told = "Publicerad 21 januari 2027\n\nUtrikesminister Eva Lund sammanträffade med Perus ambassadör Rosa Quispe efter mötet i \
                måndags.";
    assert_eq!(starts("sv", told), ["2027-01-18"]);
    // A month told in passing dates nothing in another paragraph.
    let told = "Publicerad 10 mars 2027\n\nFinlands försvarsminister Antti Berg träffade på onsdagen Perus försvarsminister Luis \
                Quispe i Lima. Quispe besökte Helsingfors i december.\n\nBerg mötte också Chiles försvarsminister Rosa Vega.";
    assert_eq!(starts("sv", told).last().map(String::as_str), Some("2027-03-10"));
}

#[test]
fn a_city_visited_at_somebodys_invitation_is_where_the_visit_goes() {
    let city = |text: &str| read(phrases(), "sv", text).engagements.into_iter().next().and_then(|told| told.city);
    let told = "Talman Eva Lund besöker den 3–5 maj 2027 Lima på inbjudan av Perus talman Luis Vega.";
    assert_eq!(city(told).as_deref(), Some("Lima"));
    // A city of another country is not where the journey goes.
    let told = "Talman Eva Lund besöker den 3–5 maj 2027 Peru på väg hem från Nairobi.";
    assert_eq!(city(told), None);
}
