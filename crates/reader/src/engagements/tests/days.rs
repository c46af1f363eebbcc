//! When it was.

use super::{days, meetings, told, told_in_swedish};
use crate::fixtures::{phrases, read};

#[test]
fn what_is_condemned_was_before() {
    let text = "LIMA, 5 March 2025\n\nThe Ministry of Foreign Affairs of Peru condemns the attack perpetrated yesterday in Peshawar, Pakistan.\n";
    assert_eq!(told(text)[0].start.map(|day| day.to_string()).as_deref(), Some("2025-03-05"));
}

#[test]
fn a_session_to_come_has_its_own_days() {
    let text = "LIMA, 5 May 2025\n\nForeign Minister Rosa Quispe of Peru met Foreign Minister Tete Antonio of Angola.\n\nThe 19th \
                session of the Peru-Ghana Joint Committee will take place in Accra from 20 to 22 May.\n";
    let session = told(text).into_iter().find(|told| told.kind == "consultation").expect("there is a session");
    assert_eq!(session.start.map(|day| day.to_string()).as_deref(), Some("2025-05-20"));
}

#[test]
fn what_somebody_is_invited_to_is_still_to_come() {
    let text = "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru in Cairo. Minister Sabry invited \
                Minister Quispe to visit Sri Lanka and co-chair the political consultations.";
    let kinds: Vec<String> = told(text).into_iter().map(|told| told.kind).collect();
    assert_eq!(kinds, ["meeting"]);
}

#[test]
fn the_date_of_a_paper_that_is_spoken_of_is_no_day_of_what_follows_it() {
    let text = "In accordance with Decree 98 dated 31 December 2023, Foreign Minister Ama Asante of Ghana received Ambassador Luis \
                Vega of Peru.";
    let days = |text: &str| read(phrases(), "en", text).engagements.first().and_then(|told| told.start);
    assert_eq!(days(text), None);
    assert!(days(&text.replace("98 dated", "98. On")).is_some());
}

#[test]
fn talks_that_follow_what_is_to_be_held_are_announced_too() {
    let text = "Theo chương trình, lễ đón chính thức sẽ diễn ra sáng 3/5/2025, ngay sau đó là hội đàm giữa Thủ tướng Phạm Văn Nam và Tổng \
                thống Ghana Kofi Mensah.";
    assert_eq!(meetings("vi", text), ["Kofi Mensah+Phạm Văn Nam"]);
}

#[test]
fn beside_a_gathering_is_on_its_days() {
    let text = "Ngày 17/6/2025, Ngoại trưởng Peru Rosa Quispe dự Hội nghị cấp cao Trung Á tại Lima.\n\nMột ngày trước đó, Ngoại trưởng Peru Rosa Quispe hội đàm với Ngoại trưởng \
                Ghana Kofi Mensah.\n\nBên lề hội nghị, Ngoại trưởng Peru còn tiếp Ngoại trưởng Oman Saif Haddad.";
    let met = |told: &String| told.starts_with("meeting");
    let told: Vec<String> = days("vi", text).into_iter().filter(met).collect();
    assert_eq!(told, ["meeting PE+GH 2025-06-16 2025-06-16", "meeting PE+OM 2025-06-17 2025-06-17"]);
}

#[test]
fn the_day_of_what_is_celebrated_is_not_that_of_the_act() {
    let text = "Nhân dịp Quốc khánh Ghana 6/3, Ngoại trưởng Peru Rosa Quispe gặp Ngoại trưởng Ghana Kofi Mensah.";
    assert_eq!(days("vi", text), ["meeting PE+GH  "]);
    // Another stands beside it.
    let text = text.replace("6/3, ", "6/3, ngày 4/3/2025, ");
    assert_eq!(days("vi", &text), ["meeting PE+GH 2025-03-04 2025-03-04"]);
}

#[test]
fn a_month_behind_where_somebody_goes_dates_the_journey() {
    let month = |text: &str| {
        let told = read(phrases(), "vi", &format!("20/10/2025\n\n{text}")).engagements;
        told[0].start.map(|day| day.to_string()).unwrap_or_default()
    };
    assert_eq!(month("Ngoại trưởng Peru Rosa Quispe sẽ thăm Ghana vào cuối tháng này."), "2025-10");
    assert_eq!(month("Ngoại trưởng Peru Rosa Quispe sẽ thăm Ghana trong tháng 12."), "2025-12");
    // What stands behind a comma is of something else, and no journey is dated by the page alone.
    assert_eq!(month("Ngoại trưởng Peru Rosa Quispe thăm Ghana, nơi tháng 12 sẽ có bầu cử."), "");
}

#[test]
fn the_day_of_the_matter_is_not_that_of_what_is_said_of_it() {
    let text = "24/4/2025\n\nTrả lời câu hỏi của phóng viên về vụ tấn công khủng bố ngày 22/4 tại Lima, Người phát ngôn Bộ Ngoại giao Ghana Ama Osei nêu \
                rõ Ghana lên án vụ tấn công.";
    assert_eq!(days("vi", text), ["statement GH 2025-04-24 2025-04-24"]);
    // A day with nothing before it is the act's.
    let text = "24/4/2025\n\nTrả lời phỏng vấn báo chí ngày 22/4, Người phát ngôn Bộ Ngoại giao Ghana Ama Osei nêu rõ Ghana lên án vụ tấn công.";
    assert_eq!(days("vi", text), ["statement GH 2025-04-22 2025-04-22"]);
}

#[test]
fn a_diary_may_be_a_list_with_signs() {
    let text = "Hoạt động của Ngoại trưởng Peru Rosa Quispe tại Accra (22-24/9/2025)\n\n- Ngày 22/9: Gặp Ngoại trưởng Oman Saif Haddad.\n\n- Ngày 23/9: Tiếp \
                Đại sứ Kenya Kofi Mensah.";
    assert_eq!(meetings("vi", text), ["Rosa Quispe+Saif Haddad", "Kofi Mensah+Rosa Quispe"]);
}

#[test]
fn a_month_between_a_verb_and_where_somebody_goes_is_that_of_the_journey() {
    let text = "Stockholm, 12 mars 2027\n\nUtrikesminister Eva Lund reser i november till Ghana.";
    assert_eq!(told_in_swedish(text), ["visit SE+GH [Eva Lund] 2027-11 GH"]);
}

#[test]
fn a_month_dates_an_act_whose_clause_it_closes_or_leads() {
    let check = |sentence: &str, expected: &str| {
        let told = told_in_swedish(&format!("Stockholm, 12 mars 2027\n\nUtrikesminister Eva Lund {sentence}"));
        assert_eq!(told, [expected], "{sentence}");
    };
    check(
        "träffade Ghanas president Kofi Mensah i Accra i januari.",
        "meeting SE+GH [Eva Lund+Kofi Mensah] 2027-01 GH",
    );
    // Not what is spoken of.
    check(
        "träffade Ghanas president Kofi Mensah för att förbereda toppmötet i maj.",
        "meeting SE+GH [Eva Lund+Kofi Mensah] 2027-03-12 SE",
    );
    let text = "Stockholm, 12 mars 2027\n\nDet var i november 2025 som utrikesminister Eva Lund besökte Ghana.";
    assert_eq!(told_in_swedish(text), ["visit SE+GH [Eva Lund] 2025-11 GH"]);
}

#[test]
fn who_has_come_back_from_a_visit_made_one() {
    let text =
        "Stockholm, 12 mars 2027\n\nUtrikesminister Eva Lund återvände i går från ett tre dagar långt besök i Kenya.";
    let told = read(phrases(), "sv", text).engagements;
    let days = |day: Option<document::PartialDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let visits: Vec<_> = told.iter().map(|told| (days(told.start), days(told.end), told.country.as_deref())).collect();
    assert_eq!(visits, [("2027-03-09".to_owned(), "2027-03-11".to_owned(), Some("KE"))]);
}

#[test]
fn what_is_told_of_a_journey_as_a_whole_was_on_any_of_its_days() {
    let text = "Từ ngày 5 đến 8/5/2025, Bộ trưởng Ngoại giao Kenya Peter Wekesa thăm chính thức Việt Nam.\n\nNgày 6/5, Bộ trưởng Ngoại giao Lê \
                Văn Hòa hội đàm với Bộ trưởng Peter Wekesa.\n\nTrong thời gian thăm Việt Nam, Bộ trưởng Peter Wekesa chào xã giao Thủ tướng \
                Phạm Văn Nam.\n\nTrong chuyến thăm, ngày 7/5, Bộ trưởng Peter Wekesa gặp Bộ trưởng Y tế Đào Văn Lan.";
    let met: Vec<String> = days("vi", text).into_iter().filter(|told| told.starts_with("meeting")).collect();
    assert_eq!(
        met,
        [
            "meeting VN+KE 2025-05-06 2025-05-06",
            "meeting KE+VN 2025-05-05 2025-05-08",
            "meeting KE+VN 2025-05-07 2025-05-07",
        ]
    );
}

#[test]
fn a_semicolon_parts_days() {
    let text = "Ngày 1/12/2025, Bộ trưởng Ngoại giao Lê Văn Hòa tiếp Bộ trưởng Ngoại giao Kenya Peter Wekesa. Theo chương trình, chiều 2/12 Bộ \
                trưởng Peter Wekesa sẽ gặp Thủ tướng Phạm Văn Nam; từ ngày 3 đến 5/12 ông ở lại nghỉ.";
    assert_eq!(days("vi", text)[1], "meeting KE+VN 2025-12-02 2025-12-02");
}

#[test]
fn a_day_without_a_month_may_be_soon() {
    let text = "17/11/2025\n\nTừ ngày 19, Tổng thống Ghana Kofi Mensah tới Cairo gặp Tổng thống Ai Cập Ali Sabry, sau đó dự Hội nghị thượng đỉnh \
                G20 tại Johannesburg.";
    let told = read(phrases(), "vi", text).engagements;
    assert_eq!(told[0].start.map(|day| day.to_string()).as_deref(), Some("2025-11-19"), "{told:?}");
    // They meet where he goes for it, not where he goes on to.
    assert_eq!(told[0].city.as_deref(), Some("Cairo"), "{told:?}");
}

#[test]
fn what_is_reported_to_come_was_not_when_it_was_said() {
    let text = "CAIRO, 5 May 2025\n\nYesterday Foreign Minister Ali Sabry of Sri Lanka thanked Ambassador Luis Vega of Peru and said that President \
                Nimal Dias will visit Lima.";
    let visit = told(text).into_iter().find(|told| told.kind == "visit").expect("he will");
    assert_ne!(visit.start.map(|day| day.to_string()).as_deref(), Some("2025-05-04"), "{visit:?}");
    assert_eq!(visit.people.iter().map(|one| &*one.name).collect::<Vec<_>>(), ["Nimal Dias"]);
}

#[test]
fn the_days_of_a_whole_journey_are_more_than_the_day_on_which_somebody_came() {
    let text = "Sáng 20/5/2025, Bộ trưởng Ngoại giao Kenya Peter Wekesa đã tới Hà Nội. Bộ trưởng Peter Wekesa thăm chính thức Việt Nam từ ngày 20 đến \
                22/5.";
    let visits: Vec<String> = days("vi", text).into_iter().filter(|told| told.starts_with("visit")).collect();
    assert_eq!(visits, ["visit KE+VN 2025-05-20 2025-05-22"]);
}

#[test]
fn what_somebody_said_has_days_of_its_own() {
    let text = "15/11/2025\n\nThủ tướng Kenya Peter Wekesa viết trên Facebook rằng ông kêu gọi các bên tuân thủ tuyên bố ký ngày 26/10 tại Lima.";
    let told = days("vi", text);
    assert!(!told[0].contains("2025-10-26"), "{told:?}");
}

#[test]
fn the_day_and_place_of_what_is_prepared_are_not_those_of_the_meeting() {
    for summit in [
        "the summit to be held in Apia on 12 September 2025",
        "the summit which will take place on 12 September 2025 in Apia",
    ] {
        let text = format!(
            "Foreign Minister Tama Rewi of New Zealand met Foreign Minister Ana Levu of Fiji to prepare {summit}."
        );
        let met = told(&text).into_iter().next().expect("they met");
        assert_eq!((met.start, met.country), (None, None), "{text}");
    }
}

#[test]
fn a_title_that_ends_in_a_day_tells_it() {
    let text = "Meetings of the Foreign Minister, 3 September\n\nForeign Minister Tama Rewi of New Zealand met Foreign Minister Ana Levu \
                of Fiji on Wednesday. In October 2025 he goes to Samoa.";
    assert_eq!(days("en", text)[0], "meeting NZ+FJ 2025-09-03 2025-09-03");
}

#[test]
fn each_of_those_met_may_have_a_day_of_their_own() {
    let text = "LIMA, 5 May 2025\n\nPresident Rosa Quispe of Peru met Foreign Minister Tete Antonio of Angola on 2 May and Kenya's Trade \
                Minister, Jane Auma, on 3 May.\n";
    let starts: Vec<String> = told(text).into_iter().filter_map(|told| told.start).map(|day| day.to_string()).collect();
    assert_eq!(starts, ["2025-05-02", "2025-05-03"]);
}

#[test]
fn a_clause_about_somebody_has_its_own_day() {
    let text = "LIMA, 5 May 2025 (Andina) -- Foreign Minister Tete Antonio of Angola, who arrived in Lima on Saturday, met President Rosa Quispe \
                of Peru.\n";
    let meeting = told(text).into_iter().find(|told| told.kind == "meeting").expect("they met");
    assert_eq!(meeting.start.map(|day| day.to_string()).as_deref(), Some("2025-05-05"));
}

#[test]
fn days_of_a_journey_stand_behind_the_noun_that_names_it_once_more() {
    let text =
        "Prime Minister Ama Osei of Ghana arrived in Lima on Monday, 2 December 2024, for a two-day visit to Peru.";
    assert_eq!(days("en", text), ["visit GH+PE 2024-12-02 2024-12-03"]);
}

#[test]
fn a_weekday_with_a_day_of_the_month_heads_a_line_of_a_diary() {
    let text = "Diary of Foreign Minister Ama Osei\n\nAccra, 27 September 2024\n\nMonday 30: Meeting with Ambassador Luis Vega of Peru.\n\n\
                Wednesday 2nd: Working lunch with Ambassador Jone Waqa of Fiji.\n";
    assert_eq!(days("en", text), ["meeting GH+PE 2024-09-30 2024-09-30", "meeting GH+FJ 2024-10-02 2024-10-02"]);
}

#[test]
fn days_may_be_counted_within_a_stay() {
    let text = "Tổng thống Peru Rosa Quispe thăm chính thức Ghana từ ngày 8-10/4/2025.\n\nTrong ngày làm việc đầu tiên, bà hội đàm với Thủ tướng \
                Ghana Kofi Mensah.\n\nNgày thứ hai của chuyến thăm, bà gặp Chủ tịch Quốc hội Ghana Ama Asante.\n\nTrong ngày cuối cùng của \
                chuyến thăm, bà tiếp Ngoại trưởng Ghana Efua Boateng.";
    let met: Vec<String> = days("vi", text).into_iter().filter(|told| told.starts_with("meeting")).collect();
    let on = |day: u32| format!("meeting PE+GH 2025-04-{day:02} 2025-04-{day:02}");
    assert_eq!(met, [on(8), on(9), on(10)]);
}

#[test]
fn the_same_day_is_that_on_which_a_stay_ended() {
    let text = "Sáng 19/4/2025, Tổng thống Peru Rosa Quispe rời Accra, kết thúc chuyến thăm chính thức Ghana từ ngày 16/4 đến 19/4 và lên \
                đường thăm chính thức Oman. Chiều cùng ngày, bà hội đàm với Quốc vương Oman Saif Haddad.";
    assert_eq!(
        days("vi", text),
        [
            "visit PE+GH 2025-04-16 2025-04-19",
            "visit PE+OM 2025-04-19 2025-04-19",
            "meeting PE+OM 2025-04-19 2025-04-19"
        ]
    );
}

#[test]
fn what_ended_began_on_the_day_from_which_it_was() {
    let text =
        "Ngày 9/4/2025, Tổng thống Peru Rosa Quispe rời Accra, kết thúc chuyến thăm chính thức Ghana từ ngày 6/4.";
    assert_eq!(days("vi", text), ["visit PE+GH 2025-04-06 2025-04-09"]);
}

#[test]
fn a_day_that_leads_the_next_verb_is_not_of_the_act_before() {
    let text = "Ngày 5/3/2025, Ngoại trưởng Peru Rosa Quispe gặp Ngoại trưởng Ghana Kofi Mensah và sáng 6/3 hội kiến Tổng thống Ghana Ama Asante.";
    assert_eq!(days("vi", text), ["meeting PE+GH 2025-03-05 2025-03-05", "meeting PE+GH 2025-03-06 2025-03-06"]);
}

#[test]
fn what_a_stay_frames_was_on_some_day_of_it() {
    let text = "Từ ngày 8-11/9/2025, Tổng thống Peru Rosa Quispe thăm Ghana. Ngày 9/9, bà hội đàm với Thủ tướng Ghana Kofi Mensah.\n\nTrong \
                chuyến thăm, hai bên đã ký Hiệp định dẫn độ. Tổng thống Rosa Quispe cũng đã gặp Ngoại trưởng Ghana Ama Asante.";
    let told = days("vi", text);
    assert_eq!(
        told[1..],
        [
            "meeting PE+GH 2025-09-09 2025-09-09",
            "signing PE+GH 2025-09-08 2025-09-11",
            "meeting PE+GH 2025-09-08 2025-09-11"
        ]
    );
    let text = text.replace(
        "Trong chuyến thăm, hai bên đã ký Hiệp định dẫn độ.",
        "Hai bên đã ký Hiệp định dẫn độ trong khuôn khổ chuyến thăm.",
    );
    assert_eq!(days("vi", &text)[2], told[2]);
}

#[test]
fn what_was_learnt_was_before() {
    let text = "Ngày 20/5/2025, được tin Thủ tướng Ghana Kofi Mensah từ trần ngày 19/5, Tổng thống Peru Rosa Quispe đã gửi điện thăm hỏi tới \
                Tổng thống Ghana Ama Asante.";
    let told = days("vi", text);
    assert!(told[0].ends_with("2025-05-20 2025-05-20"), "{told:?}");
}

#[test]
fn a_statement_may_be_signed_on_a_day_told_later() {
    let text = "Hoạt động đối ngoại trong tuần\n\nTổng thống Peru Rosa Quispe thăm Ghana từ ngày 22 đến ngày 25/9/2025.\n\nNhân dịp này, hai bên đã ra Tuyên bố chung về nâng cấp quan \
                hệ.\n\nHai bên đánh giá cao hợp tác. Tuyên bố chung được ký ngày 23/9/2025 tại Accra.";
    assert_eq!(days("vi", text), ["visit PE+GH 2025-09-22 2025-09-25", "signing PE+GH 2025-09-23 2025-09-23"]);
}
