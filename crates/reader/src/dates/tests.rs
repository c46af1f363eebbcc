//! What dates come to, and which day a page is of.

use crate::fixtures::{phrases, read};

fn starts(language: &str, text: &str) -> Vec<String> {
    let reading = read(phrases(), language, text);
    reading.engagements.iter().map(|told| told.start.map_or_else(String::new, |day| day.to_string())).collect()
}

#[test]
fn a_weekday_to_come_is_not_the_one_before() {
    let page = |story: &str| format!("Utrikesministern reser\n\nPublicerad 12.2.2024\n\n{story}\n");
    let coming = "Utrikesminister Elina Valtonen reser på fredag till Moldavien.";
    let past = "Utrikesminister Elina Valtonen mötte på fredagen Moldaviens president Maia Sandu.";
    let weekend = "I helgen träffade utrikesminister Elina Valtonen Norges utrikesminister Espen Barth Eide.";
    assert_eq!(starts("sv", &page(coming)), ["2024-02-16"]);
    assert_eq!(starts("sv", &page(past)), ["2024-02-09"]);
    assert_eq!(starts("sv", &page(weekend)), ["2024-02-10"]);
}

#[test]
fn a_term_of_years_begins_in_the_year_of_the_page() {
    let plan = "Den 3 februari mötte Kenyas utrikesminister Musalia Mudavadi Perus utrikesminister Hugo de Zela i Lima. De \
                antog en handlingsplan för åren 2026-2030 och talade om en plats i rådet 2027-2029.";
    assert_eq!(starts("sv", plan)[0], "2026-02-03");
}

#[test]
fn an_anniversary_tells_the_year_to_which_it_is_counted() {
    let letters = "On October 25, President Kofi Osei of Ghana and President Rosa Quispe of Peru exchanged letters of congratulations \
                   on the 50th anniversary of relations (October 25, 1973-2023).";
    assert_eq!(starts("en", letters), ["2023-10-25"]);
    // Not a term of years.
    let meeting = "On October 25, President Kofi Osei of Ghana met President Rosa Quispe of Peru. They spoke of thirty years of \
                   relations (1995-2025) and of a seat in the Council (2026-2035).";
    assert_eq!(starts("en", meeting), ["2025-10-25"]);
}

#[test]
fn what_is_announced_is_still_to_come() {
    for (text, expected) in [
        (
            "APIA, 6 May 2025 - Foreign Minister Tala Leota of Samoa will meet Foreign Minister Hemi Ngata of New Zealand on Thursday.",
            "2025-05-08",
        ),
        (
            "APIA, 6 May 2025 - Foreign Minister Tala Leota of Samoa is due to be received by President Catalina Reyes of Chile on \
             Friday, 16 May.",
            "2025-05-16",
        ),
        (
            "APIA, 6 May 2025 - Foreign Minister Tala Leota of Samoa met Foreign Minister Hemi Ngata of New Zealand on Thursday.",
            "2025-05-01",
        ),
    ] {
        assert_eq!(starts("en", text), [expected], "{text}");
    }
    let text = "Pressmeddelande\n\nPublicerad 2 juni 2025\n\nStatsminister Ebba Lind reser den 11 juni till Malawi. På torsdagen tas hon \
                emot av Malawis president Chifundo Banda i Lilongwe.\n";
    assert_eq!(starts("sv", text), ["2025-06-11", "2025-06-12"]);
}

#[test]
fn weekdays_lie_in_the_days_of_a_visit() {
    let text = "LIMA, 17 March 2025\n\nForeign Minister Mari Tamm of Estonia visited Peru on 10-13 March 2025. On Tuesday she met \
                Foreign Minister Rosa Quispe of Peru.\n";
    assert_eq!(starts("en", text), ["2025-03-10", "2025-03-11"]);
    // A page that tells no date of its own.
    let text = "Trong tuần từ 3 đến 7/3/2025, Bộ trưởng Ngoại giao Việt Nam Lê Văn Tám có các hoạt động sau:\n\nThứ Ba: Hội đàm với Bộ \
                trưởng Ngoại giao Peru Rosa Quispe.\n\nThứ Sáu: Điện đàm với Bộ trưởng Ngoại giao Estonia Mari Tamm.\n";
    assert_eq!(starts("vi", text), ["2025-03-04", "2025-03-07"]);
}

#[test]
fn how_long_a_visit_lasts_does_not_say_when_it_began() {
    let text = "LUSAKA, 18 July 2023 - Foreign Minister Stanley Kakubo of Zambia met Foreign Minister Mari Tamm of Estonia, who is in Zambia \
                until Thursday.";
    assert_eq!(starts("en", text), ["2023-07-18"]);
}

#[test]
fn a_name_is_a_month_only_beside_a_day() {
    let text =
        "DHAKA, Jan 18, 2023 (NBA) - Foreign Minister Rafiq Alam of Bangladesh met Czech Foreign Minister Jan Novotny.";
    assert_eq!(starts("en", text), ["2023-01-18"]);
}

#[test]
fn the_year_of_a_heading_is_that_of_the_days_below() {
    let text = "Statsministerns program vecka 4, 2025\n\nTisdag 21 januari\n\nStatsminister Ebba Lind träffar Malawis president Chifundo Banda.\n";
    assert_eq!(starts("sv", text), ["2025-01-21"]);
}

#[test]
fn the_weekday_tells_the_year_of_a_dateline() {
    let text = "LILONGWE, Feb 12 (MANA) - President Lazarus Chakwera of Malawi met President Daniel Chapo of Mozambique on Wednesday. \
                Trade fell in 2024.\n";
    assert_eq!(starts("en", text), ["2025-02-12"]);
    // The day before, in a year that is not the one to be reached.
    let text = "LILONGWE, Jul 2 (MANA) - President Lazarus Chakwera of Malawi met President Daniel Chapo of Mozambique on Tuesday. \
                Trade grew in 2025. They want to double it by 2030, and again by 2040.\n";
    assert_eq!(starts("en", text), ["2025-07-01"]);
}

#[test]
fn the_weekdays_of_a_diary_lie_in_its_week() {
    let text = "WEEKLY DIGEST\n24 - 30 October 2022, Abuja\n\nMONDAY. Foreign Minister Geoffrey Onyeama met Ambassador Mette Nygaard of Denmark.\n\n\
                SATURDAY. Foreign Minister Geoffrey Onyeama telephoned Foreign Minister Park Jin of South Korea.\n";
    assert_eq!(starts("en", text), ["2022-10-24", "2022-10-29"]);
}

#[test]
fn an_anniversary_is_no_time() {
    let text = "Lusaka, 8 May 2026. President Chanda met Ghana's President Mensah for the 60th anniversary of relations \
                (3 June 1966 - 3 June 2026).";
    assert_eq!(starts("en", text), ["2026-05-08"]);
}

#[test]
fn a_year_that_is_agreed_on_is_no_time() {
    let text = "Den 26 oktober 2025 mötte Vietnams utrikesminister Le Van Hoa Thailands utrikesminister Somchai Raksa i Kuala \
                Lumpur.\n\nUtrikesminister Le Van Hoa höll även samtal med Filippinernas utrikesminister Erlinda Sarmiento om att \
                stärka samarbetet och fira 50-årsdagen av förbindelserna år 2026.\n";
    assert_eq!(starts("sv", text), ["2025-10-26"; 2]);
}

#[test]
fn a_year_is_written_in_two_figures_too() {
    let text = "Möte i Reykjavik\n\n30.10.24\n\nUtrikesminister Elina Valtonen mötte i dag Islands president Halla Tómasdóttir.\n";
    assert_eq!(starts("sv", text), ["2024-10-30"]);
}

#[test]
fn the_date_behind_the_city_is_the_page_s() {
    let text = "CAIRO – 11 June 2026: Egypt's Foreign Minister Ashraf Nour held talks on Wednesday with Vietnam's Foreign \
                Minister Le Van Hoa.\n";
    assert_eq!(starts("en", text), ["2026-06-10"]);
    let text = "CAIRO – Ngày 11/6/2026: Ngoại trưởng Ai Cập Ashraf Nour hôm thứ Tư hội đàm với Bộ trưởng Ngoại giao Việt Nam Lê \
                Văn Hòa.\n";
    assert_eq!(starts("vi", text), ["2026-06-10"]);
}

#[test]
fn a_visit_of_several_days_does_not_date_what_follows() {
    let text = "On 18 October 2023, Prime Minister Le Van Hoa of Vietnam met Prime Minister Kerttu Salo of Finland, who is on an \
                official visit to Vietnam from 17 to 19 October. After the talks, the two Prime Ministers signed an agreement on \
                education.\n";
    let reading = read(phrases(), "en", text);
    let signing = reading.engagements.iter().find(|told| told.kind == "signing").expect("they sign");
    assert_eq!(signing.start.map(|day| day.to_string()).as_deref(), Some("2023-10-18"));
    let visit = reading.engagements.iter().find(|told| told.kind == "visit").expect("she visits");
    assert_eq!(visit.start.map(|day| day.to_string()).as_deref(), Some("2023-10-17"));
}

fn spans(language: &str, text: &str) -> Vec<String> {
    let days = |day: Option<document::PartialDate>| day.map_or_else(String::new, |day| day.to_string());
    let told = read(phrases(), language, text).engagements;
    told.into_iter().map(|told| format!("{} {}..{}", told.kind, days(told.start), days(told.end))).collect()
}

#[test]
fn how_long_a_visit_lasts_tells_its_other_end() {
    for (text, expected) in [
        (
            "Ngày 13/1/2025, Ngoại trưởng Ghana Kofi Mensah bắt đầu chuyến thăm Peru hai ngày.",
            "visit 2025-01-13..2025-01-14",
        ),
        (
            "Ngày 25/3/2025, Ngoại trưởng Ghana Kofi Mensah bắt đầu chuyến thăm Peru kéo dài đến 28/3.",
            "visit 2025-03-25..2025-03-28",
        ),
        (
            "Accra, 22/3/2025. Ngoại trưởng Ghana Kofi Mensah hôm qua kết thúc chuyến thăm Peru bốn ngày.",
            "visit 2025-03-18..2025-03-21",
        ),
        // Nothing tells when it begins.
        ("Accra, 22/3/2025. Ngoại trưởng Ghana Kofi Mensah sẽ thăm Peru ba ngày.", "visit 2025-03-22..2025-03-22"),
    ] {
        assert_eq!(spans("vi", text), [expected], "{text}");
    }
}

#[test]
fn a_day_has_the_year_of_one_beside_it() {
    let text = "Ngày 4/3, Thủ tướng Lào Sonexay Siphandone tiếp Ngoại trưởng Ghana Kofi Mensah sang thăm Lào từ ngày 3 - 5/3/2025. Ông \
                cảm ơn Lào đã làm Chủ tịch ASEAN 2024.";
    assert_eq!(starts("vi", text), ["2025-03-04", "2025-03-03"]);
}

#[test]
fn days_of_a_month_told_before_have_it() {
    for (told, expected) in [
        ("Từ ngày 18 đến 21 tháng này, Ngoại trưởng Ghana Kofi Mensah sẽ thăm Peru.", "2025-03-18"),
        ("Ngày 18, Ngoại trưởng Ghana Kofi Mensah hội đàm với Ngoại trưởng Peru Rosa Quispe.", "2025-03-18"),
        ("Ngày 28, Ngoại trưởng Ghana Kofi Mensah hội đàm với Ngoại trưởng Peru Rosa Quispe.", "2025-02-28"),
    ] {
        assert_eq!(starts("vi", &format!("Lima, 20/3/2025. {told}")), [expected], "{told}");
    }
}

#[test]
fn a_day_of_something_else_is_not_the_acts() {
    for (text, expected) in [
        (
            "Accra, 9/4/2024. Sau khi quân nổi dậy tràn vào đêm 5/4 ở vùng biên giới, Ngoại trưởng Ghana Kofi Mensah ngày 6/4 hội \
             đàm với Ngoại trưởng Peru Rosa Quispe.",
            "2024-04-06",
        ),
        (
            "Sáng 6/8/2025, trước thềm Ngày thành lập ASEAN (8/8), Ngoại trưởng Ghana Kofi Mensah tiếp Ngoại trưởng Peru Rosa \
             Quispe.",
            "2025-08-06",
        ),
        // The day of the talks that are meant.
        (
            "Accra, 9/4/2024. Trong cuộc hội đàm ngày 5/4, Ngoại trưởng Ghana Kofi Mensah cảm ơn Ngoại trưởng Peru Rosa Quispe.",
            "2024-04-05",
        ),
    ] {
        assert_eq!(starts("vi", text), [expected], "{text}");
    }
}

#[test]
fn each_of_those_met_has_the_day_in_brackets() {
    let text = "Accra, 7/11/2025. Ngoại trưởng Peru Rosa Quispe hội kiến Tổng thống Ghana Nana Osei (chiều 5/11) và Chủ tịch Quốc hội \
                Ghana Akua Badu (sáng 6/11).";
    assert_eq!(starts("vi", text), ["2025-11-05", "2025-11-06"]);
}

#[test]
fn a_sentence_of_place_agency_and_date_is_a_dateline() {
    let text = "La Paz (ABI), 20/10. Ngoại trưởng Peru Rosa Quispe hôm nay tiếp Ngoại trưởng Ghana Kofi Mensah. Thương mại tăng \
                trong năm 2024.";
    assert_eq!(starts("vi", text), ["2024-10-20"]);
    // What is copied later is dated by the story's own head.
    let text = "Lima, 29/8/2024 (Andina) - Ngoại trưởng Peru Rosa Quispe hôm qua tiếp Ngoại trưởng Ghana Kofi Mensah.\n\n(Lan Anh \
                dịch, 31/8/2024)\n";
    assert_eq!(starts("vi", text), ["2024-08-28"]);
    let text = "(Báo Sông Hồng, 15/1/2026) Ngoại trưởng Peru Rosa Quispe tiếp Ngoại trưởng Ghana Kofi Mensah ngày 14/1 tại Lima.";
    assert_eq!(starts("vi", text), ["2026-01-14"]);
}

#[test]
fn a_line_tells_the_page_s_day_more_surely_than_a_sentence() {
    let text = "Ngày 29/7 tại Lima, Ngoại trưởng Peru Rosa Quispe tiếp Ngoại trưởng Ghana Kofi Mensah.\n\nHiệp định có hiệu lực từ ngày \
                1/1/2026.\n\nBáo Sông Hồng, 31-7-2025\n";
    assert_eq!(starts("vi", text), ["2025-07-29"]);
}

#[test]
fn a_title_tells_the_day_before_that_of_the_page() {
    let text = "Hoạt động của Thủ tướng Lê Văn Hòa tại Lima ngày 11/10\n\nLima, 12/10/2024 - Thủ tướng Lê Văn Hòa có lịch trình dày \
                đặc.\n\nThủ tướng gặp Thủ tướng Peru Rosa Quispe.\n";
    assert_eq!(starts("vi", text), ["2024-10-11"]);
    // The journey of which a title alone tells, and the meeting on it.
    let text =
        "Thủ tướng Lê Văn Hòa thăm Peru\n\nLima, 12/10/2024 - Thủ tướng Lê Văn Hòa gặp Thủ tướng Peru Rosa Quispe.\n";
    assert_eq!(starts("vi", text), ["2024-10-12", "2024-10-12"]);
}

#[test]
fn one_day_told_by_two_clocks_is_the_first() {
    for told in [
        "Chiều 12/5 (giờ địa phương, tức rạng sáng 13/5 theo giờ Hà Nội), Ngoại trưởng Ghana Kofi Mensah tiếp Ngoại trưởng Peru Rosa \
         Quispe.",
        "Tối 12/5 theo giờ địa phương (sáng 13/5 theo giờ Việt Nam), Ngoại trưởng Ghana Kofi Mensah tiếp Ngoại trưởng Peru Rosa Quispe.",
    ] {
        assert_eq!(starts("vi", &format!("Accra, 14/5/2025. {told}")), ["2025-05-12"], "{told}");
    }
}

#[test]
fn days_in_brackets_behind_a_journey_are_not_those_of_an_act_on_it() {
    let text = "Lima, ngày 12/8/2025 - Trong khuôn khổ chuyến thăm Peru (11-13/8), Ngoại trưởng Ghana Kofi Mensah đã hội đàm với \
                Ngoại trưởng Peru Rosa Quispe.";
    assert_eq!(spans("vi", text), ["visit 2025-08-11..2025-08-13", "meeting 2025-08-12..2025-08-12"]);
    // Nor is that of a holiday the day on which somebody writes.
    let text = "Hà Nội, 31/1/2024. Ngày 30/1, Ngoại trưởng Ghana Kofi Mensah tiếp Đại sứ Peru Elena Rojas. Nhân dịp Quốc khánh Peru \
                (26/1), Ngoại trưởng Ghana Kofi Mensah gửi điện mừng tới Ngoại trưởng Peru Rosa Quispe.";
    assert_eq!(starts("vi", text), ["2024-01-30", "2024-01-30"]);
}

#[test]
fn a_day_that_a_sentence_speaks_of_is_nearer_than_the_whole_visit() {
    let text = "Tổng thống Ghana Kofi Mensah thăm Peru từ ngày 15 - 18/1/2026.\n\nĐúng 9 giờ sáng 16/1, quốc thiều hai nước được cử \
                lên.\n\nHai nhà lãnh đạo Ghana và Peru đã hội đàm.\n";
    assert_eq!(spans("vi", text), ["visit 2026-01-15..2026-01-18", "meeting 2026-01-16..2026-01-16"]);
}

#[test]
fn a_letter_of_which_nothing_tells_the_day_has_none() {
    let text = "Ngoại trưởng Ghana Kofi Mensah đã gửi điện mừng tới Ngoại trưởng Peru Rosa Quispe.\n\nBáo Sông Hồng, 31/7/2025\n";
    assert_eq!(starts("vi", text), [""]);
    let text = "Ngoại trưởng Ghana Kofi Mensah đã tiếp Ngoại trưởng Peru Rosa Quispe.\n\nBáo Sông Hồng, 31/7/2025\n";
    assert_eq!(starts("vi", text), ["2025-07-31"]);
}

#[test]
fn a_paragraph_that_goes_back_a_day_does_not_date_the_next() {
    let text = "Ngày 12/3/2025, Ngoại trưởng Ghana Kofi Mensah tiếp Ngoại trưởng Peru Rosa Quispe. Trước đó, tối 11/3, Ngoại trưởng Kofi \
                Mensah tiếp Ngoại trưởng Oman Ali Saleh.\n\nNgoại trưởng Kofi Mensah cũng tiếp Ngoại trưởng Kenya Grace Odinga.\n";
    assert_eq!(starts("vi", text), ["2025-03-12", "2025-03-11", "2025-03-12"]);
    // Nor does what was still to come.
    let text = "Lima, 13/3/2025. Ngày 12/3, Ngoại trưởng Ghana Kofi Mensah hội đàm với Ngoại trưởng Peru Rosa Quispe. Ngày 13/3, Ngoại \
                trưởng Kofi Mensah sẽ thăm Chile.\n\nHai Ngoại trưởng đã ký Hiệp định hợp tác văn hóa.\n";
    assert_eq!(starts("vi", text), ["2025-03-12", "2025-03-13", "2025-03-12"]);
}

#[test]
fn days_in_brackets_behind_one_of_several_acts_are_its_own() {
    let text = "Từ ngày 23 - 26/9/2025, Ngoại trưởng Ghana Kofi Mensah thăm Peru.\n\nTrong chuyến thăm, Ngoại trưởng Kofi Mensah hội đàm \
                với Ngoại trưởng Rosa Quispe; chào Tổng thống Peru Luis Rojas (24/9).\n";
    assert_eq!(
        spans("vi", text),
        ["visit 2025-09-23..2025-09-26", "meeting 2025-09-23..2025-09-26", "meeting 2025-09-24..2025-09-24"]
    );
}

#[test]
fn what_is_announced_has_its_own_days() {
    let text =
        "Lima, 26/8/2025. Ngày 25/8, Bộ Ngoại giao Peru thông báo Ngoại trưởng Rosa Quispe sẽ thăm Ghana từ 27-28/8.";
    assert_eq!(spans("vi", text), ["visit 2025-08-27..2025-08-28"]);
}
