//! Journeys: who travels, and where what they do is.

use super::{days, meetings, told, told_in_swedish, told_of};
use crate::fixtures::{phrases, read};
use crate::reading::Engagement;

#[test]
fn whoever_travels_along_joins_the_journey() {
    let text = "Foreign Minister Ali Sabry of Sri Lanka arrived in Lima on Monday. He met Foreign Minister Rosa Quispe of Peru. The \
                Minister is accompanied by Ambassador Nimal Dias.";
    let told = told(text);
    let names = |kind: &str| -> Vec<&str> {
        let found = told.iter().find(|told| told.kind == kind);
        found.into_iter().flat_map(|told| told.people.iter().map(|person| &*person.name)).collect()
    };
    assert_eq!((names("visit"), names("meeting")), (vec!["Ali Sabry", "Nimal Dias"], vec!["Ali Sabry", "Rosa Quispe"]));
}

#[test]
fn what_somebody_travels_for_leaves_the_journey() {
    let text = "Foreign Minister Subhash Rao of India will visit Peru on 19-21 August 2025 to co-chair the session of the Joint \
                Commission.";
    let kinds: Vec<String> = told(text).into_iter().map(|told| told.kind).collect();
    assert_eq!(kinds, ["visit", "consultation"]);
}

#[test]
fn whoever_is_met_before_a_journey_goes_on_is_not_where_it_leads() {
    let text = "Foreign Minister Penny Wong of Australia concluded talks with Foreign Minister Peter Agovaka of the Solomon Islands in \
                Honiara.\n\nMinister Wong met Prime Minister Jeremiah Manele before departing for Port Vila.";
    let manele = told(text).into_iter().flat_map(|told| told.people).find(|person| person.name == "Jeremiah Manele");
    assert_eq!(manele.expect("they meet").party.as_deref(), Some("SB"));
}

#[test]
fn what_is_said_after_talks_is_elsewhere() {
    let text = "Peru will open a consulate in Novi Sad, Foreign Minister Rosa Quispe said as she met President Aleksandar Vučić of \
                Serbia in Lima on 19 June 2025.";
    assert_eq!(told(text)[0].city.as_deref(), Some("Lima"));
}

#[test]
fn a_journey_is_no_occasion_and_is_nobodys_to_their_own_country() {
    let text = "Foreign Minister Hakan Fidan of Türkiye met his Iraqi counterpart Fuad Hussein as part of his official visit to Baghdad.";
    let told = told(text);
    assert!(told.iter().all(|told| told.occasion.is_none()), "{told:?}");
    let visit = told.iter().find(|told| told.kind == "visit").expect("he travels");
    assert_eq!((&*visit.people[0].name, visit.parties.len()), ("Hakan Fidan", 2));
}

#[test]
fn who_goes_home_visits_nobody() {
    let visits = |text: &str| told(text).iter().filter(|told| told.kind == "visit").count();
    let arrived = "Foreign Minister Ali Sabry of Sri Lanka arrived in Lima on Monday.";
    assert_eq!(
        visits(&format!("{arrived} He travels to Cusco on Friday. Minister Sabry departs for Colombo on Sunday.")),
        1
    );
    assert_eq!(visits(&format!("{arrived} Minister Sabry departs for Santiago on Sunday.")), 2);
}

#[test]
fn what_is_done_beside_a_gathering_is_where_it_is() {
    let text = "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru on the sidelines of the Ocean Forum \
                in Cairo on 5 May 2025.\n\nReceiving Foreign Minister Tete Antonio of Angola, Minister Sabry thanked Angola.\n\nOn \
                20 May 2025 Minister Sabry met Foreign Minister Saif Haddad of Oman.\n";
    let told: Vec<String> = told(text)
        .into_iter()
        .filter(|told| told.kind == "meeting")
        .map(|told| format!("{} {}", told.country.unwrap_or_default(), told.occasion.unwrap_or_default()))
        .collect();
    assert_eq!(told, ["EG Ocean Forum", "EG Ocean Forum", " "]);
}

#[test]
fn what_is_said_belongs_to_the_meeting_not_to_the_guests_journey() {
    let text = "Ngày 4/6/2025, Chủ tịch Quốc hội Trần Thanh Mẫn hội đàm với Chủ tịch Thượng viện Ghana Kofi Mensah đang thăm chính thức Việt \
                Nam. Ông Mensah cảm ơn sự đón tiếp nồng hậu và chuyển lời mời của Tổng thống Nana Osei tới Tổng Bí thư Tô Lâm.";
    let told = read(phrases(), "vi", text).engagements;
    let claims: Vec<String> = told.iter().map(|told| format!("{} {}", told.kind, told.claims.len())).collect();
    assert_eq!(claims, ["meeting 2", "visit 0"]);
    // The President is of the country of whoever speaks for him.
    assert_eq!(told[0].claims[1].addressees, ["VN"]);
    let text = "Ngày 22/8/2025, Tổng thống Peru Nana Quispe đã tiếp Bộ trưởng Quốc phòng Ghana Kofi Mensah, nhân dịp ông Mensah sang Lima đồng \
                chủ trì Đối thoại Chính sách quốc phòng hai nước lần thứ ba. Phát biểu tại buổi tiếp, Tổng thống Quispe cảm ơn Ghana.";
    let told = read(phrases(), "vi", text).engagements;
    let thanks: Vec<&str> = told.iter().filter(|told| !told.claims.is_empty()).map(|told| told.kind.as_str()).collect();
    assert_eq!(thanks, ["meeting"]);
}

#[test]
fn countries_visited_in_turn_are_visits_of_their_own() {
    let text =
        "Accra, 11/4/2025. Tổng thống Ghana Nana Osei sẽ lần lượt thăm Peru, Angola và Estonia từ ngày 14 đến 18/4.";
    let told = read(phrases(), "vi", text).engagements;
    let parties: Vec<String> = told.iter().map(|told| format!("{} {}", told.kind, told.parties.join("+"))).collect();
    assert_eq!(parties, ["visit GH+PE", "visit GH+AO", "visit GH+EE"]);
}

#[test]
fn whoever_met_abroad_meets_the_next_there() {
    let text = "LIMA, 5 May 2025\n\nForeign Minister Rosa Quispe of Peru met Foreign Minister Tete Antonio of Angola in Cairo on \
                Monday.\n\nMinister Quispe also met her counterpart from Oman, Saif Haddad, on Monday.\n";
    let told: Vec<String> = told(text)
        .into_iter()
        .map(|told| format!("{} {}", told.parties.join("+"), told.country.unwrap_or_default()))
        .collect();
    assert_eq!(told, ["PE+AO EG", "PE+OM EG"]);
}

#[test]
fn a_country_behind_an_office_is_where_its_holder_goes() {
    let text = "Ghanas regering i juli 2025\n\nDen 8 juli 2025 besökte Yaw Boateng, medlem av centralkommittén och biträdande \
                utrikesminister Kenya och träffade president William Ruto.";
    let told = told_of("sv", text);
    assert!(told.contains(&"visit GH,KE Yaw Boateng".to_owned()), "{told:?}");
}

#[test]
fn a_leg_of_a_journey_is_a_visit_of_its_own() {
    let text = "LIMA, 20 August 2025\n\nForeign Minister Ali Sabry of Sri Lanka concluded a tour of Africa. In Accra, Ghana (10–12 August \
                2025) Sabry met Foreign Minister Kofi Mensah of Ghana. On 11 August 2025 Sabry thanked Ghana.\n";
    assert!(days("en", text).contains(&"visit LK+GH 2025-08-10 2025-08-12".to_owned()), "{:?}", days("en", text));
    // One day alone dates what is told, and a gathering is no journey.
    for text in [
        "Accra, 20/8/2025. Ở Lima (10/8), Bộ trưởng Lê Văn Hòa gặp Ngoại trưởng Peru Rosa Quispe. Bộ trưởng Lê Văn Hòa cảm ơn Peru.",
        "Accra, 20/8/2025. Ở Lima (10-12/8), Bộ trưởng Lê Văn Hòa dự Hội nghị Cấp cao APEC. Bộ trưởng Lê Văn Hòa cảm ơn Peru.",
    ] {
        let told = days("vi", text);
        assert!(told.iter().all(|told| !told.starts_with("visit")), "{told:?}");
    }
}

#[test]
fn whoever_has_come_to_a_place_abroad_visits_it() {
    let visits = |text: &str| days("vi", text).into_iter().filter(|told| told.starts_with("visit")).collect::<Vec<_>>();
    let text = "ACCRA, 3/6/2025 - Ngoại trưởng Peru Rosa Quispe ngày 2/6 đã tới Accra.";
    assert_eq!(visits(text), ["visit PE+GH 2025-06-02 2025-06-02"]);
    // At home, for a gathering, or as the envoy there, nobody does.
    for text in [
        "LIMA, 3/6/2025 - Ngoại trưởng Peru Rosa Quispe ngày 2/6 đã tới Lima.",
        "ACCRA, 3/6/2025 - Ngoại trưởng Peru Rosa Quispe ngày 2/6 đã tới Accra dự Hội nghị Cấp cao Phong trào Không liên kết.",
        "ACCRA, 3/6/2025 - Đại sứ Peru Rosa Quispe ngày 2/6 đã tới Accra.",
    ] {
        assert_eq!(visits(text), [""; 0], "{text}");
    }
}

#[test]
fn one_journey_to_several_countries_is_a_visit_to_each() {
    let check = |text: &str, expected: &[&str]| {
        let visits = told(text).into_iter().filter(|told| told.kind == "visit");
        let line = |told: Engagement| {
            let day = told.start.map(|day| day.to_string()).unwrap_or_default();
            format!("{} {} {day}", told.country.unwrap_or_default(), told.people.len())
        };
        assert_eq!(visits.map(line).collect::<Vec<_>>(), expected, "{text}");
    };
    // The days are of all, until those of a later part are told.
    check(
        "LIMA, 2 February 2026\n\nForeign Minister Rosa Quispe of Peru will visit Ghana, Togo and Benin from Tuesday. On Thursday \
         she flies to Cotonou.\n",
        &["GH 1 2026-02-03", "TG 1 2026-02-03", "BJ 1 2026-02-05"],
    );
    // The country of a city is no further one, and who travels along goes with the first.
    check(
        "LIMA, 2 February 2026\n\nForeign Minister Rosa Quispe of Peru travels to Oslo, Norway, on Tuesday.\n",
        &["NO 1 2026-02-03"],
    );
    check(
        "LIMA, 2 February 2026\n\nForeign Minister Rosa Quispe of Peru will make an official visit to Ghana and Togo on Tuesday. \
         The Minister is accompanied by Ambassador Luis Vega.\n",
        &["GH 2 2026-02-03", "TG 1 2026-02-03"],
    );
}

#[test]
fn a_guest_of_whom_nothing_more_is_said_is_with_whoever_meets_him() {
    let text = "Minister Ali Sabry of Sri Lanka received Benin's Director General Serge Yao, who is on a working visit until Friday.";
    let visit = told(text).into_iter().find(|told| told.kind == "visit").expect("he is on a visit");
    assert_eq!((visit.country.as_deref(), &*visit.people[0].name), (Some("LK"), "Serge Yao"));
}

#[test]
fn a_journey_and_whom_one_met_on_it_are_told_in_one_clause() {
    let text = "Ghanas utrikesminister Ama Osei var i Lima och mötte Perus president Rosa Quispe.";
    let told = read(phrases(), "sv", text).engagements;
    let kinds: Vec<&str> = told.iter().map(|told| &*told.kind).collect();
    assert_eq!(kinds, ["visit", "meeting"]);
}

#[test]
fn whoever_receives_a_guest_somewhere_is_of_it() {
    let text = "Ghanas utrikesminister Ama Osei fick företräde hos kejsaren i Tokyo.";
    let told = read(phrases(), "sv", text).engagements;
    assert_eq!(told[0].parties, ["GH", "JP"]);
}

#[test]
fn whom_the_host_receives_travels() {
    let guest = |language: &str, text: &str| {
        let told = read(phrases(), language, text).engagements;
        let visit = told.iter().find(|told| told.kind == "visit").unwrap_or_else(|| panic!("{text}: {told:?}"));
        visit.people.iter().map(|person| person.name.clone()).collect::<Vec<_>>()
    };
    for text in [
        "Sáng 3/5/2025, tại Hà Nội, Bộ trưởng Bộ Quốc phòng Lê Văn Hòa chủ trì lễ đón ông Kofi Mensah, Bộ trưởng Quốc phòng Ghana và đoàn \
         đại biểu quân sự sang thăm chính thức Việt Nam.",
        "Sáng 3/5/2025, tại Hà Nội, Bộ trưởng Ngoại giao Lê Văn Hòa hội đàm với Ngoại trưởng Ghana Kofi Mensah, nhân dịp ông dẫn đầu đoàn \
         sang thăm Việt Nam.",
    ] {
        assert_eq!(guest("vi", text), ["Kofi Mensah"], "{text}");
    }
}

#[test]
fn what_others_did_that_week_was_not_at_the_gathering() {
    let text = "* Thủ tướng Lê Văn Hòa tham dự Hội nghị Đại dương lần thứ 3 tại Nice, Pháp (8-10/6/2025).\n\n* Phó Chủ tịch nước Võ Thị Hạnh tiếp \
                Chủ tịch Thượng viện Chile Rosa Quispe, ngày 9/6/2025.";
    let told = read(phrases(), "vi", text).engagements;
    let meeting = told.iter().find(|told| told.kind == "meeting").expect("they meet");
    assert_eq!(meeting.country.as_deref(), None, "{told:?}");
}

#[test]
fn whoever_acts_behind_a_journey_that_heads_the_sentence_travels() {
    let visits = |text: &str| {
        let told = read(phrases(), "vi", text).engagements.into_iter().filter(|told| told.kind == "visit");
        told.map(|told| (told.people[0].name.clone(), told.country.unwrap_or_default())).collect::<Vec<_>>()
    };
    let text = "Trong khuôn khổ chuyến thăm chính thức Ghana, chiều 2/4/2025, Bộ trưởng Ngoại giao Lê Văn Hòa hội kiến Tổng thống Ghana Kofi \
                Mensah.";
    assert_eq!(visits(text), [("Lê Văn Hòa".to_owned(), "GH".to_owned())]);
    // Who is at home travels nowhere.
    let text = "Nhân chuyến thăm Ghana, ngày 2/4/2025, Tổng thống Ghana Kofi Mensah đã gửi điện mừng tới Thủ tướng Lê Văn Hòa.";
    assert_eq!(visits(text), []);
}

#[test]
fn a_country_that_is_left_is_not_visited() {
    let text = "Ngày 3/5/2025, Ngoại trưởng Peru Rosa Quispe rời Kuwait lên đường thăm chính thức Ghana.";
    assert_eq!(days("vi", text), ["visit PE+GH 2025-05-03 2025-05-03"]);
}

#[test]
fn the_delegation_received_is_that_of_the_journey() {
    let text = "Từ ngày 2 đến 9/7/2024, Bộ trưởng Lê Văn Hòa dẫn đầu Đoàn đại biểu Việt Nam thăm Peru và Ghana.\n\nỞ Lima, Đoàn hội đàm với Ngoại \
                trưởng Peru Rosa Quispe.\n\nTại Accra, tiếp Đoàn, Ngoại trưởng Ghana Kofi Mensah cảm ơn Việt Nam.";
    assert_eq!(meetings("vi", text), ["Lê Văn Hòa+Rosa Quispe", "Kofi Mensah+Lê Văn Hòa"]);
}

#[test]
fn a_country_left_behind_is_none_of_the_next_journey() {
    let text = "Ngày 3/5/2025, Ngoại trưởng Peru Rosa Quispe thăm Ghana. Sau Ghana, bà sẽ bay sang Oman dự Hội nghị cấp cao Hàng hải.";
    assert_eq!(
        days("vi", text),
        [
            "visit PE+GH 2025-05-03 2025-05-03",
            "visit PE+OM 2025-05-03 2025-05-03",
            "conference PE 2025-05-03 2025-05-03"
        ]
    );
    // A gathering for which somebody goes somewhere is there.
    let told = read(phrases(), "vi", text).engagements;
    assert_eq!(told[2].country.as_deref(), Some("OM"));
}

#[test]
fn a_journey_amid_the_words_of_a_meeting_parts_no_sides() {
    let text = "Oslo, 12 mars 2027\n\nGhanas utrikesminister Kofi Mensah träffade under sitt besök i Norge även talman Eva Lund.";
    let told = told_in_swedish(text);
    assert!(told[0].starts_with("meeting GH+NO [Kofi Mensah+Eva Lund]"), "{told:?}");
    assert!(told[1].starts_with("visit GH+NO [Kofi Mensah]"), "{told:?}");
}

#[test]
fn who_accompanies_a_guest_is_of_the_guests_party() {
    let text = "Stockholm, 12 mars 2027\n\nGhanas president Kofi Mensah är på besök i Norge. Presidenten åtföljs av energiminister Ama Osei.";
    let told = told_in_swedish(text);
    assert_eq!(told, ["visit GH+NO [Kofi Mensah+Ama Osei]  NO"]);
}

#[test]
fn a_delegation_of_nobodys_is_the_pages_own() {
    let text = "Stockholm, 12 mars 2027\n\nEn delegation från utrikesutskottet besöker Namibia den 5 april 2027. Dagen därpå fortsätter \
                delegationen till Gaborone.";
    let told = told_in_swedish(text);
    assert_eq!(told, ["visit SE+NA [] 2027-04-05 NA", "visit SE+BW [] 2027-04-06 BW"]);
    let text = "Stockholm, 12 mars 2027\n\nI går besökte en delegation med elva svenska företag Kenya.";
    assert_eq!(told_in_swedish(text), ["visit SE+KE [] 2027-03-11 KE"]);
}

#[test]
fn who_came_to_the_country_of_whoever_tells_of_it_is_who_was_named_with_them() {
    let text = "Helsingfors, 14 mars 2027\n\nFinlands utrikesminister Eva Lund säger i en intervju att hon diskuterade saken med sin norske \
                kollega Lars Berg när han besökte Helsingfors i tisdags.";
    let told = told_in_swedish(text);
    assert!(told.iter().any(|told| told == "visit NO+FI [Lars Berg] 2027-03-09 FI"), "{told:?}");
    assert!(told.iter().any(|told| told.starts_with("statement FI [Eva Lund] 2027-03-14")), "{told:?}");
}

#[test]
fn whoever_is_host_of_a_visit_is_of_the_country_visited() {
    let text = "Stockholm, 20 april 2027\n\nKinas vice handelsminister Ling Ji besökte på tisdagen Sverige. Värd för besöket var näringsminister \
                Eva Lund.";
    assert_eq!(told_in_swedish(text), ["visit CN+SE [Ling Ji+Eva Lund] 2027-04-20 SE"]);
    let people = |text: &str| read(phrases(), "sv", text).engagements[0].people.clone();
    assert_eq!(people(text)[1].party.as_deref(), Some("SE"));
}

#[test]
fn where_somebody_goes_is_no_word_of_the_name_before_it() {
    let text = "Stockholm, 12 mars 2027\n\nI dag besöker statsminister Lars Berg Etiopien.";
    assert_eq!(told_in_swedish(text), ["visit SE+ET [Lars Berg] 2027-03-12 ET"]);
    // Nor are the countries behind it one.
    let text = "Stockholm, 12 mars 2027\n\nI går besökte utrikesminister Eva Lund Kenya och Uganda.";
    let told = told_in_swedish(text);
    assert_eq!(told, ["visit SE+KE [Eva Lund] 2027-03-11 KE", "visit SE+UG [Eva Lund] 2027-03-11 UG"]);
}

#[test]
fn whoever_goes_on_from_a_country_is_not_of_it() {
    let text = "Biståndsminister Eva Lund besökte den 4 mars 2026 Georgien. Georgiens talman tog emot och visade Georgiens parlament.\n\n\
                Från Georgien fortsatte Eva Lund till Jerevan, där hon sammanträffade med Armeniens ekonomiminister Ara Petrosjan.";
    let told = told_in_swedish(text);
    assert!(told.iter().any(|told| told.starts_with("visit SE+GE [Eva Lund]")), "{told:?}");
    assert!(told.iter().any(|told| told.starts_with("meeting SE+AM [Eva Lund+Ara Petrosjan]")), "{told:?}");
}

#[test]
fn another_journey_behind_an_act_is_not_where_it_was() {
    let text = "Chiles minister Luis Vega och Ghanas minister Ama Osei möttes i Accra den 4 mars 2026. Ministrarna skrev under ett avtal, \
                och gästen besökte även Hamnverket i Monrovia.";
    let told = told_in_swedish(text);
    assert_eq!(told[1], "signing CL+GH [Luis Vega+Ama Osei] 2026-03-04 GH", "{told:?}");
}

#[test]
fn what_a_quote_says_of_something_is_no_clause_about_its_speaker() {
    let text = "Ghanas minister Ama Osei lade den 4 mars 2026 ned en krans i Accra.\n\n– Det här är ett avtal som stärker handeln, säger \
                Ama Osei.\n";
    let told = read(phrases(), "sv", text).engagements;
    let statement = told.iter().find(|told| told.kind == "statement").expect("she says something");
    assert_eq!(statement.claims.len(), 1, "{told:#?}");
}

#[test]
fn what_somebody_went_for_is_of_the_days_of_the_journey() {
    let text = "Stockholm, 12 mars 2027\n\nStatsminister Eva Lund reste i måndags till Lima. På tisdagen fortsatte resan till Accra för \
                överläggningar med Ghanas president Kofi Mensah.";
    let told = told_in_swedish(text);
    assert!(told.contains(&"meeting GH+SE [Kofi Mensah+Eva Lund] 2027-03-09 GH".to_owned()), "{told:?}");
}

#[test]
fn guests_are_welcomed_to_a_place() {
    let check = |sentence: &str, country: &str| {
        let told = told_in_swedish(&format!("Stockholm, 12 mars 2027\n\n{sentence}"));
        assert!(told[0].starts_with("meeting") && told[0].ends_with(country), "{told:?}");
    };
    check("Statsminister Eva Lund välkomnade i går Ghanas president Kofi Mensah till Malmö.", "2027-03-11 SE");
    check("Ghanas president Kofi Mensah välkomnades i går till Malmö av statsminister Eva Lund.", "2027-03-11 SE");
    // Where a guest goes then is elsewhere.
    check(
        "Statsminister Eva Lund tog i går emot Ghanas president Kofi Mensah före dennes resa till Lima.",
        "2027-03-11 SE",
    );
}

#[test]
fn what_is_said_of_a_place_was_not_said_there() {
    let text = "Stockholm, 12 mars 2027\n\nI måndags träffade försvarsminister Eva Lund Ghanas minister Kofi Mensah i Accra.\n\n– Vi ses i Lima \
                i höst, sade Eva Lund till TT. Utskottsordförande Olle Berg säger till TT att han är nöjd.";
    let told = told_in_swedish(text);
    assert_eq!(told[1..], ["statement SE [Eva Lund] 2027-03-08 SE", "statement SE [Olle Berg] 2027-03-08 SE"]);
}

#[test]
fn what_leads_a_day_leads_no_place() {
    let text = "Thailands utrikesminister Ama Osei kommenterade på lördagen Kambodjas anklagelser. På söndagen, den 2 augusti 2026, fördömde \
                hon på söndagen Kambodja.";
    let told = told_in_swedish(text);
    assert!(told.iter().all(|told| !told.starts_with("statement") || !told.ends_with("KH")), "{told:?}");
}

#[test]
fn a_title_tells_of_the_journey_of_which_the_story_tells_nothing() {
    let title = "Foreign Minister Rosa Quispe of Peru pays a working visit to Ghana";
    let story = "ACCRA, 3 May 2025\n\nForeign Minister Rosa Quispe of Peru held talks with Minister Kofi Mensah of Ghana on Friday.";
    let told = days("en", &format!("{title}\n\n{story}\n"));
    assert_eq!(told, ["visit PE+GH 2025-05-02 2025-05-02", "meeting PE+GH 2025-05-02 2025-05-02"]);
    // Told in the story as well.
    let visited = format!("{title}\n\n{story} She visited Ghana from 1 to 3 May.\n");
    assert_eq!(days("en", &visited).iter().filter(|line| line.starts_with("visit")).count(), 1);
}

#[test]
fn each_country_in_the_gap_of_an_act_is_one_of_its_journey() {
    let visits = |text: &str| -> Vec<String> {
        told_of("en", text).into_iter().filter(|line| line.starts_with("visit")).collect()
    };
    assert_eq!(
        visits(
            "State Secretary Aija Lace of Latvia was in Tashkent and Dushanbe on 12 June 2025 for political consultations."
        ),
        ["visit LV,UZ Aija Lace", "visit LV,TJ Aija Lace"]
    );
    assert_eq!(
        visits(
            "RIGA, 6 May 2025\n\nTomorrow President Oksana Bondar of Ukraine is expected in Riga, and on Friday in Vilnius.\n"
        ),
        ["visit UA,LV Oksana Bondar", "visit UA,LT Oksana Bondar"]
    );
}

#[test]
fn what_tells_of_an_act_governs_none_behind_it() {
    let told = told_of(
        "en",
        "Foreign Minister Kofi Mensah of Ghana called on President Rosa Quispe of Peru, who hosted a luncheon in his honour.",
    );
    assert_eq!(told.len(), 2, "{told:?}");
    // Part of a name says nothing.
    let told = told_of(
        "en",
        "Sayyid Fahd bin Mahmoud Al Said, Deputy Prime Minister of Oman, received Minister Liberata Mkapa of Tanzania, who is \
         currently visiting the Sultanate.",
    );
    assert!(told.contains(&"visit TZ,OM Liberata Mkapa".to_owned()), "{told:?}");
}

#[test]
fn whose_gathering_somebody_comes_for_is_not_visited() {
    let text = "Foreign Minister Kofi Mensah of Ghana received Minister Rosa Quispe of Peru, who is in the country for the EU Summit.";
    assert!(told_of("en", text).contains(&"visit PE,GH Rosa Quispe".to_owned()));
}

#[test]
fn a_journey_to_a_region_is_that_to_its_states() {
    let text = "Sveriges minister Eva Lund inleder den 3 mars 2027 en resa till södra Afrika. Första anhalten är Lusaka. Den 5 mars fortsätter \
                hon till Malawi.";
    assert_eq!(told_in_swedish(text), ["visit SE+ZM [Eva Lund] 2027-03-03 ZM", "visit SE+MW [Eva Lund] 2027-03-05 MW"]);
    // Nothing else is told of it.
    let text = "Sveriges minister Eva Lund inleder den 3 mars 2027 en resa till södra Afrika.";
    assert_eq!(told_in_swedish(text), ["visit SE [Eva Lund] 2027-03-03 -"]);
}

#[test]
fn on_a_journey_to_two_countries_each_is_met_at_home() {
    let text = "Ngoại trưởng Peru Rosa Quispe thăm Ghana và Kenya từ 10 đến 13/11/2025. Theo lịch trình, bà gặp Ngoại trưởng Ghana Kofi \
                Mensah ngày 10/11, hội đàm với Ngoại trưởng Kenya Wanjiru Odhiambo ngày 12/11.";
    let told = read(phrases(), "vi", text).engagements.into_iter().filter(|told| told.kind == "meeting");
    assert_eq!(told.map(|told| told.country.unwrap_or_default()).collect::<Vec<_>>(), ["GH", "KE"]);
}
