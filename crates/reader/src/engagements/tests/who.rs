//! Who takes part in what is told.

use super::{days, first, meetings, told, told_in_swedish, told_of};
use crate::fixtures::{phrases, read};
use crate::reading::Engagement;

#[test]
fn sides_without_names_meet() {
    for text in [
        "Peru summoned Chile's ambassador on Monday over the incident at the border.",
        "Kenya and Ghana held talks on visa-free travel in Accra.",
        "Talks between the Finnish and Moroccan defence ministers were held in Rabat.",
    ] {
        let told = told(text);
        assert_eq!(told.len(), 1, "{text}");
        assert_eq!((&*told[0].kind, told[0].parties.len()), ("meeting", 2), "{text}");
    }
}

#[test]
fn an_apposition_ends_at_the_verb() {
    let text = "The President of Kenya, William Ruto, met the President of Ghana, John Mahama, in Accra.";
    let people: Vec<String> = told(text)[0].people.iter().map(|person| person.name.clone()).collect();
    assert_eq!(people, ["William Ruto", "John Mahama"]);
}

#[test]
fn another_minister_is_another_meeting() {
    let text = "Foreign Minister Ali Sabry of Sri Lanka met the Foreign Minister of Oman, Badr al-Busaidi, in Muscat. \
                Mr Sabry also had a meeting with the Omani Minister of Labour.";
    assert_eq!(told(text).len(), 2);
}

#[test]
fn a_guest_is_received_in_the_second_clause() {
    let text =
        "President Nana Osei of Ghana arrived in Copenhagen on Monday and was received by Queen Ingrid of Denmark.";
    let meeting = told(text).into_iter().find(|told| told.kind == "meeting").expect("they meet");
    assert_eq!(meeting.parties.len(), 2);
    assert_eq!(meeting.country.as_deref(), Some("DK"));
}

#[test]
fn who_does_what_is_told_by_the_shape_of_the_sentence() {
    let cases = [
        (
            "President William Ruto of Kenya congratulated Ndaitwah on her election as President of Namibia.",
            "message",
            "KE,NA",
            "William Ruto",
        ),
        (
            "Foreign Minister Ali Sabry of Sri Lanka left Colombo on Sunday for a visit to Peru.",
            "visit",
            "LK,PE",
            "Ali Sabry",
        ),
        (
            "Having met Premier Aksel Holm of Greenland on Monday, President Kofi Osei of Ghana flew on to Berlin.",
            "meeting",
            "GH,GL",
            "Kofi Osei,Aksel Holm",
        ),
        (
            "The Kenyan and Ghanaian foreign ministers, Musalia Mudavadi and Samuel Ablakwa, met in Accra.",
            "meeting",
            "KE,GH",
            "Musalia Mudavadi,Samuel Ablakwa",
        ),
        (
            "Norwegian Deputy Foreign Minister Andreas Kravik held political consultations with Vietnamese Deputy Foreign \
             Minister Le Thi Hoa in Oslo.",
            "consultation",
            "NO,VN",
            "Andreas Kravik,Le Thi Hoa",
        ),
    ];
    for (text, kind, parties, people) in cases {
        let list = |names: &str| names.split(',').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(first(text), (kind.to_owned(), list(parties), list(people)), "{text}");
    }
}

#[test]
fn whoever_was_there_too_takes_part() {
    let check = |language: &str, text: &str, name: &str| {
        let told = read(phrases(), language, text).engagements;
        let names: Vec<&str> = told[0].people.iter().map(|person| &*person.name).collect();
        assert!(names.len() == 3 && names.contains(&name), "{text}: {names:?}");
    };
    check(
        "en",
        "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Tete Antonio of Angola. Also there was Ambassador Nimal \
         Dias.",
        "Nimal Dias",
    );
    check(
        "sv",
        "Utrikesminister Eva Lund träffade Perus utrikesminister Rosa Quispe. Vid bordet satt även ambassadör Olle Berg.",
        "Olle Berg",
    );
    check(
        "vi",
        "Thủ tướng Lê Văn Hòa hội đàm với Tổng thống Peru Rosa Quispe. Đi cùng còn có Đại sứ Trần Văn Minh.",
        "Trần Văn Minh",
    );
}

#[test]
fn whoever_is_met_in_turn_has_a_meeting_each() {
    let check =
        |language: &str, text: &str, expected: &[&str]| assert_eq!(meetings(language, text), expected, "{text}");
    // Whoever was received goes on as the subject.
    check(
        "en",
        "Foreign Minister Ali Sabry of Sri Lanka was received by the President of Peru, Rosa Quispe, and met with the Minister \
         of Energy of Peru, Inés Rojas.",
        &["Ali Sabry+Rosa Quispe", "Ali Sabry+Inés Rojas"],
    );
    check(
        "sv",
        "Utrikesminister Eva Lund från Sverige togs emot av Perus energiminister Inés Rojas och träffade Perus utrikesminister \
         Rosa Quispe.",
        &["Eva Lund+Inés Rojas", "Eva Lund+Rosa Quispe"],
    );
    // A small word leads each.
    check(
        "en",
        "Ambassador Nimal Dias of Sri Lanka was received by the Minister of Labour of Peru, Inés Rojas, and by the Minister of \
         Mines of Peru, Luis Vega.",
        &["Inés Rojas+Nimal Dias", "Luis Vega+Nimal Dias"],
    );
    check(
        "en",
        "Foreign Minister Ali Sabry of Sri Lanka held a meeting with the Foreign Minister of Peru, Rosa Quispe, to discuss \
         trade, and with the Foreign Minister of Oman, Saif Haddad.",
        &["Ali Sabry+Rosa Quispe", "Ali Sabry+Saif Haddad"],
    );
    // Whom the story is about goes on to the next.
    check(
        "en",
        "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru in Cairo. Minister Quispe praised \
         Sri Lanka. He also met Foreign Minister Tete Antonio of Angola. Minister Sabry left on Sunday.",
        &["Ali Sabry+Rosa Quispe", "Ali Sabry+Tete Antonio"],
    );
}

#[test]
fn whoever_comes_along_takes_part_in_what_is_told_behind() {
    for (text, expected) in [
        (
            "Prime Minister Robert Abela of Malta, accompanied by Foreign Minister Ian Borg and Trade Minister Anna Zammit, received the \
             President of Paraguay, Santiago Peña.",
            &["Anna Zammit+Ian Borg+Robert Abela+Santiago Peña"][..],
        ),
        // Not in what was told before.
        (
            "Prime Minister Robert Abela of Malta met President Kais Saied of Tunisia. Prime Minister Abela, accompanied by Foreign \
             Minister Ian Borg, later received President Santiago Peña of Paraguay.",
            &["Kais Saied+Robert Abela", "Ian Borg+Robert Abela+Santiago Peña"],
        ),
        // Of two acts in the one told last.
        (
            "Prime Minister Robert Abela of Malta received, at the palace, the President of Paraguay, Santiago Peña, who then met \
             Foreign Minister Ian Borg, accompanied by Rubén Ramírez, Minister of Foreign Affairs of Paraguay.",
            &["Robert Abela+Santiago Peña", "Ian Borg+Rubén Ramírez+Santiago Peña"],
        ),
    ] {
        assert_eq!(meetings("en", text), expected, "{text}");
    }
    // Who comes along is of the party of whoever brings them.
    let text = "Prime Minister Robert Abela of Malta received President Santiago Peña of Paraguay, accompanied by Foreign Minister Rubén \
                Ramírez and Trade Minister Ana Vera.";
    let people = told(text)[0].people.clone();
    let parties: Vec<Option<&str>> = people.iter().map(|person| person.party.as_deref()).collect();
    assert_eq!(parties, [Some("MT"), Some("PY"), Some("PY"), Some("PY")]);
}

#[test]
fn of_what_a_counterpart_is_told_is_no_party() {
    let text = "Foreign Minister Ararat Mirzoyan of Armenia received Foreign Minister Zheenbek Kulubaev of Kyrgyzstan in Yerevan.\n\nMinister \
                Mirzoyan briefed his counterpart on the talks with Azerbaijan. The Ministers signed a treaty.";
    let told = told(text);
    assert!(told.iter().all(|told| told.parties == ["AM", "KG"]), "{told:?}");
    assert_eq!(told.len(), 2);
}

#[test]
fn whoever_works_for_somebody_is_met_though_a_clause_says_when() {
    let text = "Foreign Minister Ahmed Attaf of Algeria received, on Sunday in Algiers, Carlos Vera, Senior Advisor to the US President for \
                Africa, the Arab World and the Middle East, on a visit to Algeria.";
    let told = told(text);
    let people: Vec<Vec<&str>> =
        told.iter().map(|told| told.people.iter().map(|person| &*person.name).collect()).collect();
    assert_eq!(people, [vec!["Ahmed Attaf", "Carlos Vera"], vec!["Carlos Vera"]]);
    assert_eq!(told[1].parties, ["US", "DZ"]);
}

#[test]
fn whoever_has_a_counterpart_is_not_of_the_same_country() {
    let text = "The Foreign Minister, Baiba Lapa, will meet her counterparts from Kazakhstan and Malta in Vienna on 4 December 2025.\n\nPeru \
                hosts the next meeting.";
    let lapa = told(text).into_iter().flat_map(|told| told.people).find(|person| person.name == "Baiba Lapa");
    assert_eq!(lapa.expect("she meets them").party.as_deref(), Some("PE"));
}

#[test]
fn a_sovereign_without_a_name_is_no_minister_met_later() {
    let text = "THIMPHU, 31 January 2026\n\nThe King received the Foreign Secretary of India, Vikram Misri, yesterday.\n\nMr. Misri also met \
                Prime Minister Tshering Tobgay of Bhutan.\n";
    assert_eq!(meetings("en", text), ["Vikram Misri", "Tshering Tobgay+Vikram Misri"]);
}

#[test]
fn the_minister_goes_on_to_meet_the_next() {
    let text = "LIMA, 3 May 2025\n\nForeign Minister Rosa Quispe of Peru met Foreign Minister Tete Antonio of Angola. Minister \
                Antonio thanked Minister Quispe. The Minister also met Foreign Minister Saif Haddad of Oman. Minister Quispe \
                spoke of trade.\n";
    assert_eq!(meetings("en", text), ["Rosa Quispe+Tete Antonio", "Rosa Quispe+Saif Haddad"]);
}

#[test]
fn each_whom_a_list_names_is_met_in_turn() {
    let check = |text: &str, expected: &[&str]| assert_eq!(meetings("en", text), expected, "{text}");
    check(
        "Foreign Minister Ali Sabry of Sri Lanka was received by President Rosa Quispe of Peru, who praised Sri Lanka, and by the \
         Speaker of Congress of Peru, Inés Rojas.",
        &["Ali Sabry+Rosa Quispe", "Ali Sabry+Inés Rojas"],
    );
    // Of one who leads a branch and a minister, each.
    check(
        "Foreign Minister Ali Sabry of Sri Lanka met President Rosa Quispe of Peru and Minister of Mines Luis Vega.",
        &["Ali Sabry+Rosa Quispe", "Ali Sabry+Luis Vega"],
    );
    check(
        "Foreign Minister Ali Sabry of Sri Lanka met Minister of Labour Inés Rojas of Peru and Minister of Mines Luis Vega.",
        &["Ali Sabry+Inés Rojas+Luis Vega"],
    );
    // "He" behind "where" is the subject of the sentence.
    check(
        "President Kofi Mensah of Ghana spoke in Accra. Foreign Minister Ali Sabry of Sri Lanka travelled to Lima, where he met \
         Foreign Minister Rosa Quispe of Peru.",
        &["Ali Sabry+Rosa Quispe"],
    );
    check(
        "Foreign Minister Ali Sabry of Sri Lanka received Foreign Minister Rosa Quispe of Peru, who is on a working visit to Sri \
         Lanka from 2 to 4 May 2025.",
        &["Ali Sabry+Rosa Quispe"],
    );
}

#[test]
fn two_who_met_have_met_though_both_seem_of_one_party() {
    let text = "LIMA, 3 May 2025\n\nForeign Minister Rosa Quispe of Peru met Foreign Minister Tete Antonio of Angola. Minister \
                Quispe then received Minister of Mines Luis Vega.\n";
    assert_eq!(meetings("en", text), ["Rosa Quispe+Tete Antonio", "Luis Vega+Rosa Quispe"]);
}

#[test]
fn the_presidents_are_those_who_hold_the_office() {
    let text = "President Kofi Osei of Ghana received President Rosa Quispe of Peru in Accra. Minister of Mines Ama Boateng of \
                Ghana and Minister of Mines Luis Vega of Peru signed an agreement on gold. The presidents adopted a joint \
                statement.";
    let signed: Vec<Engagement> = told(text).into_iter().filter(|told| told.kind == "signing").collect();
    let names: Vec<Vec<&str>> =
        signed.iter().map(|told| told.people.iter().map(|person| &*person.name).collect()).collect();
    assert_eq!(names, [vec!["Ama Boateng", "Luis Vega"], vec!["Kofi Osei", "Rosa Quispe"]]);
}

#[test]
fn whom_a_title_names_is_the_pages_own() {
    let text = "Chuyến thăm Peru của Thủ tướng Lê Văn Hòa\n\nHÀ NỘI - Thủ tướng hội đàm với Tổng thống Peru Rosa Quispe tại Lima.\n";
    let told = read(phrases(), "vi", text).engagements;
    let people: Vec<_> =
        told.into_iter().flat_map(|told| told.people).map(|person| (person.name, person.party)).collect();
    assert!(people.contains(&("Lê Văn Hòa".to_owned(), Some("VN".to_owned()))), "{people:?}");
}

#[test]
fn a_page_has_no_president_where_a_monarch_reigns() {
    let text = "OSLO, 3 May 2025\n\nForeign Minister Espen Barth Eide received President Herzog in Oslo. Norway is a friend.\n";
    let meeting = &told(text)[0];
    let party = |name: &str| {
        meeting.people.iter().find(|person| person.name.ends_with(name)).map(|person| person.party.clone())
    };
    assert_eq!((party("Eide"), party("Herzog")), (Some(Some("NO".to_owned())), Some(None)));
}

#[test]
fn whoever_acts_behind_a_counterpart_is_another() {
    let check = |text: &str, expected: &[&str]| assert_eq!(meetings("en", text), expected, "{text}");
    let met = "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru in Cairo.";
    check(
        &format!("{met} Meeting his Angolan counterpart, Sabry suggested a forum on fishing."),
        &["Ali Sabry+Rosa Quispe", "Ali Sabry"],
    );
    // Whom the story is about goes on, not who spoke last.
    check(
        &format!(
            "{met} Minister Quispe thanked Sri Lanka. Talking with Foreign Minister Tete Antonio of Angola, he spoke of fishing. \
             Minister Sabry left."
        ),
        &["Ali Sabry+Rosa Quispe", "Ali Sabry+Tete Antonio"],
    );
}

#[test]
fn whom_a_further_clause_names_was_met() {
    let text = "Bên lề hội nghị, Ngoại trưởng Peru Rosa Quispe gặp Ngoại trưởng Ghana Kofi Mensah, hai bên đồng ý mở rộng thương mại; gặp \
                Ngoại trưởng Angola Tete Antonio, đề nghị Angola mua gạo của Peru.";
    let told = read(phrases(), "vi", text).engagements;
    let parties: Vec<String> =
        told.iter().filter(|told| told.kind == "meeting").map(|told| told.parties.join("+")).collect();
    assert_eq!(parties, ["PE+GH", "PE+AO"]);
}

#[test]
fn a_counterpart_is_of_who_acts_not_of_who_is_met_beside_him() {
    let text = "Ngày 4/6/2025, Ngoại trưởng Ghana Kofi Mensah gặp Tổng thống Peru Nana Quispe và người đồng cấp Peru Rosa Vega.";
    let told = read(phrases(), "vi", text).engagements;
    let vega = told.iter().flat_map(|told| &told.people).find(|person| person.name == "Rosa Vega").expect("he met her");
    assert_eq!(vega.offices, ["foreign-minister"]);
}

#[test]
fn who_is_received_goes_on_to_the_next() {
    let text = "Ngày 12/5/2025, Ngoại trưởng Ghana Kofi Mensah thăm Peru. Ngoại trưởng được Tổng thống Peru Nana Quispe tiếp kiến, hội đàm với \
                Phó Thủ tướng Peru Rosa Vega.";
    let told: Vec<String> = read(phrases(), "vi", text)
        .engagements
        .into_iter()
        .map(|told| format!("{} {}", told.kind, told.people.len()))
        .collect();
    assert_eq!(told, ["visit 1", "meeting 2", "meeting 2"]);
}

#[test]
fn whoever_invites_is_not_called_on() {
    let text = "Ngoại trưởng Peru Rosa Quispe đến Accra tối 29/1/2024, mở đầu chuyến thăm chính thức theo lời mời của Ngoại trưởng Kofi \
                Mensah.";
    let kinds: Vec<String> = read(phrases(), "vi", text).engagements.into_iter().map(|told| told.kind).collect();
    assert_eq!(kinds, ["visit"]);
}

#[test]
fn whom_somebody_meets_may_be_of_their_own_party() {
    let check = |language: &str, text: &str, expected: &[&str]| assert_eq!(told_of(language, text), expected, "{text}");
    // A community abroad.
    check(
        "en",
        "Deputy Foreign Minister Ama Asante of Ghana met Minister Ole Lund of Denmark on 3 May 2025. On 4 May she met the Ghanaian \
         community in Poland.",
        &["meeting GH,DK Ama Asante,Ole Lund", "meeting GH Ama Asante"],
    );
    // A state's own consul.
    check(
        "en",
        "ACCRA, 3 May 2025. Canada spoke first. Deputy Minister Kojo Antwi received Nakata Takahiro, Ghana's \
         honorary consul in Hokkaido.",
        &["meeting GH Kojo Antwi,Nakata Takahiro"],
    );
    // What an office is of tells whose it is.
    check(
        "en",
        "ACCRA, 3 May 2025. Deputy Foreign Minister Ama Asante of Ghana received Jane Roe, head of the Danish agency for development, \
         on Friday.",
        &["meeting GH,DK Ama Asante,Jane Roe"],
    );
}

#[test]
fn a_ceremony_before_talks_is_of_those_who_talk() {
    let text = "HÀ NỘI, 3/6/2025 - Sau lễ đón chính thức, Chủ tịch Quốc hội Lê Văn Hòa hội đàm với Chủ tịch Quốc hội Peru Rosa Quispe.";
    assert_eq!(days("vi", text), ["event VN+PE 2025-06-03 2025-06-03", "meeting VN+PE 2025-06-03 2025-06-03"]);
    // Told of before, it is the same.
    let text = "LIMA, 3/6/2025 - Đại sứ Việt Nam Lê Văn Hòa trình Thư ủy nhiệm lên Tổng thống Peru Rosa Quispe. Sau lễ trình quốc thư, \
                Tổng thống Rosa Quispe tiếp Đại sứ Lê Văn Hòa.";
    let told = days("vi", text);
    assert_eq!(told.iter().filter(|told| told.starts_with("event")).count(), 1, "{told:?}");
}

#[test]
fn ministers_of_different_matters_are_met_each() {
    let check = |text: &str, expected: &[&str]| assert_eq!(meetings("en", text), expected, "{text}");
    check(
        "Foreign Minister Rosa Quispe of Peru met Ghanaian Foreign Minister Kofi Mensah and Health Minister Ama Boateng.",
        &["Kofi Mensah+Rosa Quispe", "Ama Boateng+Rosa Quispe"],
    );
    // Who comes with a minister is met with him.
    check(
        "Foreign Minister Rosa Quispe of Peru met Ghanaian Foreign Minister Kofi Mensah and Ambassador Ama Boateng.",
        &["Ama Boateng+Kofi Mensah+Rosa Quispe"],
    );
    // The word that ends the phrase stands before both.
    check(
        "State Secretary Rosa Quispe of Peru called on the Ambassador of Ghana, Kofi Mensah, and on the Director of the Bank of \
         Ghana, Ama Boateng.",
        &["Kofi Mensah+Rosa Quispe", "Ama Boateng+Rosa Quispe"],
    );
}

#[test]
fn the_minister_of_a_hosts_page_may_be_the_guest() {
    let text = "Foreign Minister Tete Antonio of Angola paid an official visit to India from 3 to 5 May 2025. External Affairs \
                Minister S. Rao of India received him on 4 May. Minister Rao praised Angola. The Minister called on the Vice \
                President of India, Jagdeep Singh.";
    assert_eq!(meetings("en", text), ["S. Rao+Tete Antonio", "Jagdeep Singh+Tete Antonio"]);
}

#[test]
fn whom_the_story_is_about_turns_to_the_next() {
    let text = "Foreign Minister Ali Sabry of Sri Lanka held meetings in Cairo. He met Foreign Minister Rosa Quispe of Peru, who \
                praised his work. With Foreign Minister Tete Antonio of Angola, he spoke of trade. Minister Sabry left.";
    assert_eq!(meetings("en", text)[1..], ["Ali Sabry+Tete Antonio"]);
}

#[test]
fn a_sovereign_without_a_name_is_of_the_country_visited() {
    let check = |text: &str, expected: &[&str]| {
        let told = told(text).into_iter().filter(|told| told.kind == "meeting");
        let line = |mut told: Engagement| {
            told.parties.sort();
            format!("{} {}", told.parties.join("+"), told.people.len())
        };
        assert_eq!(told.map(line).collect::<Vec<_>>(), expected, "{text}");
    };
    check(
        "Foreign Minister Rosa Quispe of Peru arrived in Bhutan on Tuesday. She was received by the Foreign Minister of Bhutan, \
         Karma Dorji. Later, Quispe called on His Majesty the King and met the Speaker of Bhutan, Ugyen Wangdi.",
        &["BT+PE 2", "BT+PE 1", "BT+PE 2"],
    );
    // Whom nothing places is of no country at all where only one is told of.
    check("Foreign Minister Rosa Quispe of Peru spoke to the mayor.", &[]);
}

#[test]
fn one_more_is_met_behind_a_clause_about_the_first() {
    let met = |text: &str| {
        let meetings = read(phrases(), "sv", text).engagements.into_iter().filter(|told| told.kind == "meeting");
        meetings.map(|told| told.parties.join(",")).collect::<Vec<_>>()
    };
    let two = "Ghanas utrikesminister Ama Osei förde samtal med Perus president Rosa Quispe, som leder rådet, och Omans premiärminister \
               Said Balushi.";
    assert_eq!(met(two), ["GH,PE", "GH,OM"]);
    // Who acts behind the clause was not met.
    let one = "Ghanas utrikesminister Ama Osei förde samtal med Perus president Rosa Quispe, som leder rådet, och Omans premiärminister \
               Said Balushi tackade Peru.";
    assert_eq!(met(one), ["GH,PE"]);
}

#[test]
fn in_whose_honour_a_statue_stands_takes_no_part() {
    for (language, text) in [
        ("vi", "Ngoại trưởng Ghana Kofi Mensah dâng hoa tại tượng đài Mahatma Gandhi ở New Delhi."),
        (
            "en",
            "Foreign Minister Kofi Mensah of Ghana laid a wreath at the statue of President Nelson Mandela in Pretoria.",
        ),
    ] {
        let told = read(phrases(), language, text).engagements;
        let names: Vec<&str> = told[0].people.iter().map(|person| &*person.name).collect();
        assert_eq!((&*told[0].kind, &*names), ("event", &["Kofi Mensah"][..]), "{text}");
    }
}

#[test]
fn a_word_that_refers_back_is_no_occasion() {
    for text in [
        "Chiều 3/5/2025, Thủ tướng Lê Văn Hòa tiếp Đại sứ Ghana Kofi Mensah. Nhân dịp này, Thủ tướng gửi điện mừng tới Tổng thống Ghana Ama Osei.",
        "Chiều 3/5/2025, Thủ tướng Lê Văn Hòa tiếp Ngoại trưởng Ghana Kofi Mensah nhân dịp ông sang thăm Việt Nam.",
    ] {
        let told = read(phrases(), "vi", text).engagements;
        assert!(told.len() > 1 && told.iter().all(|told| told.occasion.is_none()), "{told:?}");
    }
}

#[test]
fn talks_are_spoken_of_by_their_own_word() {
    let text = "Ngày 3/5/2025, Bộ trưởng Ngoại giao Lê Văn Hòa thăm Ghana. Đoàn chào xã giao Tổng thống Ghana Ama Osei; hội đàm với Ngoại trưởng \
                Ghana Kofi Mensah.\n\nTại hội đàm, đồng chí Lê Văn Hòa đề nghị Ghana mua gạo.";
    let told = read(phrases(), "vi", text).engagements;
    let asked: Vec<&str> = told
        .iter()
        .filter(|told| !told.claims.is_empty())
        .flat_map(|told| &told.people)
        .map(|person| &*person.name)
        .collect();
    assert_eq!(asked, ["Lê Văn Hòa", "Kofi Mensah"], "{told:?}");
}

#[test]
fn whom_somebody_says_that_she_met_was_met() {
    let text = "Stockholm, 12 mars 2027\n\nUtrikesminister Eva Lund säger att hon i går träffade Ghanas utrikesminister Kofi Mensah i Accra.";
    assert_eq!(told_in_swedish(text), ["meeting SE+GH [Eva Lund+Kofi Mensah] 2027-03-11 GH"]);
}

#[test]
fn letters_that_begin_an_office_are_none_of_the_name_before_them() {
    let text =
        "Stockholm, 12 mars 2027\n\nI går träffade statsminister Eva Lund FN:s generalsekreterare António Guterres.";
    assert_eq!(told_in_swedish(text), ["meeting SE+UN [Eva Lund+António Guterres] 2027-03-11 SE"]);
}

#[test]
fn the_leader_of_a_country_is_who_was_named_as_one() {
    let text = "President Rosa Quispe of Peru held talks with President Ama Osei of Ghana in Lima on 3 May 2025. Later the Ghanaian \
                leader met Ana Flores, Speaker of the Congress of Peru. She leaves for Quito on Thursday.";
    assert_eq!(
        told_of("en", text),
        ["meeting PE,GH Rosa Quispe,Ama Osei", "meeting GH,PE Ama Osei,Ana Flores", "visit GH,EC Ama Osei"]
    );
    assert_eq!(told_in_swedish("Norges ledare reste till Peru den 3 maj 2025."), ["visit NO+PE [] 2025-05-03 PE"]);
}

#[test]
fn who_spoke_before_met_whom_a_meeting_names_alone() {
    let text = "Chiles utrikesminister Luis Vega lovade den 4 mars 2026 vid en pressträff att soldaterna stannar. ";
    let told =
        told_in_swedish(&(text.to_owned() + "Löftet gavs under ett möte med Ghanas utrikesminister Ama Osei i Accra."));
    assert_eq!(told[1], "meeting CL+GH [Luis Vega+Ama Osei] 2026-03-04 GH", "{told:?}");
    // Who is named before it meets.
    let told = told_in_swedish(
        &(text.to_owned() + "Perus president Rosa Quispe kom från ett möte med Ghanas utrikesminister Ama Osei."),
    );
    assert!(told.iter().all(|told| !told.contains("Luis Vega+Ama Osei")), "{told:?}");
}

#[test]
fn a_rank_behind_an_office_with_its_matter_is_the_same_persons() {
    let text = "Den 4 mars 2026 träffade Ghanas utrikesminister Ama Osei Sveriges särskilda sändebud för Afrikas horn, ambassadör Eva Lund, i Accra.";
    assert_eq!(told_in_swedish(text), ["meeting GH+SE [Ama Osei+Eva Lund] 2026-03-04 GH"]);
    let text = "Den 4 mars 2026 träffade Sveriges generaldirektör Per Ek Ghanas utrikesminister Ama Osei. På torsdagen träffade ministern \
                Sveriges särskilda sändebud för Afrikas horn, ambassadör Eva Lund.";
    let told = told_in_swedish(text);
    assert!(told[1].starts_with("meeting GH+SE [Ama Osei+Eva Lund]"), "{told:?}");
}

#[test]
fn the_title_of_somebody_is_no_gathering() {
    let text = "Ghanas ambassadör Ama Osei överlämnade den 4 mars 2026 sina kreditivbrev i Stockholm. Vid ceremonin närvarade \
                utrikesrådet Eva Lund.";
    let told = told_in_swedish(text);
    assert!(told.iter().all(|told| !told.starts_with("conference")), "{told:?}");
    let text = "Sveriges utrikesminister Eva Lund deltog i utrikesrådet i Bryssel den 4 mars 2026.";
    assert!(told_in_swedish(text)[0].starts_with("conference"));
    // And the word for a rank is none in the name of a gathering.
    let text = "Den 4 mars 2026 reste Sveriges utrikesminister Eva Lund till Wien, där OSSE:s ministerråd samlades.";
    let told = told_in_swedish(text);
    assert!(told.iter().any(|told| told.starts_with("conference") && told.contains("Eva Lund")), "{told:?}");
}

#[test]
fn a_list_of_guests_ends_with_a_stop() {
    let text = "Stockholm den 4 mars 2026\n\nH.M. Konungen tog i dag emot i högtidlig audiens:\n\nGhanas ambassadör, Hennes Excellens Ama Osei,\n\n\
                Perus ambassadör, Hans Excellens Luis Vega, och\n\nKenyas ambassadör, Hennes Excellens Jane Auma.\n";
    let told = told_in_swedish(text);
    assert_eq!(told.len(), 3, "{told:?}");
}

#[test]
fn where_an_envoy_is_sent_is_not_whose_he_is() {
    let text = "Reykjavik, 12 mars 2027\n\nIslands utrikesminister Anna Jónsdóttir tog i dag emot EU:s ambassadör på Island Eva Lund.";
    assert_eq!(told_in_swedish(text), ["meeting IS+EU [Anna Jónsdóttir+Eva Lund] 2027-03-12 IS"]);
}

#[test]
fn members_with_their_letters_are_of_the_state() {
    let text = "Stockholm, 12 mars 2027\n\nUtskottets ordförande Eva Lund (SD) och ledamöterna Ida Ek (C) och Olle Berg (S) träffade i går \
                Ghanas minister Kofi Mensah.";
    let told = read(phrases(), "sv", text).engagements;
    let parties: Vec<Option<&str>> = told[0].people.iter().map(|one| one.party.as_deref()).collect();
    assert_eq!(parties, [Some("SE"), Some("SE"), Some("SE"), Some("GH")], "{told:#?}");
}

#[test]
fn a_family_name_alone_is_whoever_holds_an_office() {
    let text = "Helsingfors den 6 december 2026\n\nRepublikens president Olle Berg och fru Eva Ek-Berg tog emot gästerna. Natos generalsekreterare \
                Luis Vega hade i dag samtal med Berg.";
    let told = told_in_swedish(text);
    assert!(told.iter().any(|told| told.contains("Luis Vega") && told.contains("Olle Berg")), "{told:?}");
    assert!(told.iter().all(|told| !(told.contains("Luis Vega") && told.contains("Ek-Berg"))), "{told:?}");
}

#[test]
fn who_acts_in_a_clause_about_a_place_stands_in_it() {
    let text = "Helsingfors den 9 februari 2027\n\nStatsminister Olle Berg besökte i dag Indien. I morgon fortsätter resan till Mumbai där Berg \
                träffar regeringschefen Ravi Rao.";
    let told = told_in_swedish(text);
    assert!(told.iter().any(|told| told.starts_with("meeting") && told.contains("Olle Berg+Ravi Rao")), "{told:?}");
}

#[test]
fn a_body_whose_name_begins_as_a_title_is_what_an_office_is_of() {
    let text = "Stockholm, 12 mars 2027\n\nGhanas minister Ama Osei möter i dag generaldirektören för Havs- och vattenmyndigheten, Olle Berg.";
    assert_eq!(told_in_swedish(text), ["meeting GH+SE [Ama Osei+Olle Berg] 2027-03-12 SE"]);
}

#[test]
fn whom_a_guest_met_on_a_journey_of_these_days_is_of_the_country() {
    let text = "Köpenhamn den 4 mars 2027\n\nNordiska rådets president Eva Lund leder en delegation som i dagarna besöker Skottland. I går \
                träffade delegationen parlamentets talman Alison Graham.";
    let told = told_in_swedish(text);
    assert!(told.iter().any(|told| told.starts_with("meeting GB") && told.contains("Alison Graham")), "{told:?}");
}

#[test]
fn whom_a_passive_with_its_verb_last_brings_before_a_host_goes_on_from_the_act_before() {
    let text = "Ngày 5/5/2025, Bộ trưởng Ngoại giao Kenya Peter Wekesa hội đàm với Bộ trưởng Ngoại giao Lê Văn Hòa tại Hà Nội và sẽ được Thủ tướng \
                Phạm Văn Nam tiếp.";
    assert_eq!(meetings("vi", text), ["Lê Văn Hòa+Peter Wekesa", "Peter Wekesa+Phạm Văn Nam"]);
}

#[test]
fn whom_somebody_meets_on_a_journey_to_several_countries_is_of_the_one_where_they_meet() {
    let text = "Từ ngày 5 đến 10/5/2025, Phó Chủ tịch Quốc hội Lê Thị Hoa dẫn đầu Đoàn đại biểu Quốc hội Việt Nam thăm, làm việc tại hai nước Ghana \
                và Kenya.\n\nTại Nairobi, ngày 6/5, Phó Chủ tịch Quốc hội hội đàm với Chủ tịch Quốc hội Kenya Peter Wekesa. Cùng ngày, Đoàn có buổi \
                làm việc với Quốc vụ khanh Bộ Nông nghiệp Jane Auma.";
    let told = read(phrases(), "vi", text).engagements;
    assert_ne!(told[0].country.as_deref(), Some("VN"), "{told:?}");
    let auma = told.iter().flat_map(|told| &told.people).find(|person| person.name == "Jane Auma");
    assert_eq!(auma.and_then(|person| person.party.as_deref()), Some("KE"), "{told:?}");
}

#[test]
fn an_envoy_may_be_sent_to_several_countries() {
    let offices = |language: &str, text: &str| {
        let told = read(phrases(), language, text).engagements;
        told[0].people[0].name.clone() + " " + &told[0].people[0].offices.join(",")
    };
    let text = "Ngày 7/5/2025, Đại sứ Việt Nam tại Angola kiêm nhiệm Gabon Lê Văn Hòa đã trình Thư ủy nhiệm lên Tổng thống Gabon Ali Bongo.";
    assert_eq!(offices("vi", text), "Lê Văn Hòa ambassador");
    let text = "On 5 May 2025, Ambassador of Ghana to Kenya and Uganda Kofi Mensah met Speaker Jane Auma of Kenya.";
    assert_eq!(offices("en", text), "Kofi Mensah ambassador");
}

#[test]
fn what_a_line_by_itself_says_is_signed_is_not_by_whom_the_line_before_tells_of() {
    let text = "Hoạt động đối ngoại từ 5 - 11/5/2025\n\n* Bộ trưởng Ngoại giao Lê Văn Hòa tiếp Đại sứ Oman Saleh Suqri (5/5).\n\n* Ký Hiệp định vận \
                tải hàng không với Peru (6/5).";
    assert_eq!(told_of("vi", text)[1], "signing PE,VN ");
    // Nor is a party before a colon that of an office behind it.
    let text = "Ngày 10/5/2025, chúc mừng Quốc khánh Paraguay: Chủ tịch nước Lê Văn Hòa gửi điện mừng tới Tổng thống Luis Vega.";
    let told = read(phrases(), "vi", text).engagements;
    assert_eq!(told[0].people[0].offices, ["head-of-state"], "{told:?}");
}

#[test]
fn a_delegation_goes_on_from_where_it_met() {
    let text = "Ngày 24/4/2025, đoàn công tác tỉnh Bắc Ninh do Phó Chủ tịch tỉnh Lê Quốc Tuấn dẫn đầu đã có buổi làm việc với Phó Thống đốc Gyeonggi \
                (Hàn Quốc) Ko Young-in tại thành phố Suwon.\n\nHai bên ký Bản ghi nhớ hợp tác.\n\nSáng 25/4, đoàn thăm nhà máy của Samsung.";
    let told = read(phrases(), "vi", text).engagements;
    let seen = told.iter().find(|told| told.kind == "event").expect("they saw it");
    assert_eq!(seen.people.iter().map(|one| &*one.name).collect::<Vec<_>>(), ["Lê Quốc Tuấn"], "{told:?}");
}

#[test]
fn of_a_body_that_is_met_nobody_told_of_before_takes_part() {
    let text = "Ngày 24/3/2025, Bộ trưởng Quốc phòng Lê Văn Hòa hội đàm với Bộ trưởng Quốc phòng Kenya Peter Wekesa. Ngày 25/3, ông Wekesa sẽ làm việc \
                với Tập đoàn Viettel.";
    assert_eq!(told_of("vi", text)[1], "meeting KE,VN Peter Wekesa");
}

#[test]
fn with_each_of_several_something_is_discussed() {
    let text = "STOCKHOLM, 12 mars 2026\n\nUtrikesminister Eva Lund träffade i går Ghanas utrikesminister Ama Osei. Med Perus \
                handelsminister Luis Vega dryftades frihandel, med Kenyas president Akinyi Otieno läget i Sahel.";
    let parties: Vec<String> = read(phrases(), "sv", text)
        .engagements
        .into_iter()
        .map(|mut told| {
            told.parties.sort();
            format!("{} {}", told.kind, told.parties.join(","))
        })
        .collect();
    assert_eq!(parties, ["meeting GH,SE", "meeting PE,SE", "meeting KE,SE"]);
}

#[test]
fn what_the_two_sides_sign_is_by_nobodys_hand() {
    let check = |sentence: &str, expected: &[&str]| {
        let text = format!(
            "Lima, 26/8/2025. Bộ trưởng Quốc phòng Ghana Kofi Mensah hội đàm với Bộ trưởng Quốc phòng Peru Luis Rojas. {sentence}"
        );
        let signing = read(phrases(), "vi", &text).engagements.into_iter().find(|told| told.kind == "signing");
        let people = signing.map(|told| told.people.into_iter().map(|person| person.name).collect::<Vec<_>>());
        assert_eq!(people.unwrap_or_default(), expected, "{sentence}");
    };
    check("Hai bên ký Biên bản ghi nhớ về quân y.", &[]);
    check("Hai Bộ trưởng ký Biên bản ghi nhớ về quân y.", &["Kofi Mensah", "Luis Rojas"]);
    // What is only supposed is none.
    let text =
        "Lima, 26/8/2025. Bộ trưởng Quốc phòng Ghana Kofi Mensah cho biết Ghana sẽ giúp nếu hai bên ký Bản ghi nhớ.";
    assert!(read(phrases(), "vi", text).engagements.iter().all(|told| told.kind != "signing"));
}

#[test]
fn capitals_that_act_stand_for_their_states() {
    let check = |language: &str, text: &str, expected: &str| {
        assert_eq!(told_of(language, text), [expected], "{text}");
    };
    check("en", "Bratislava and Skopje signed a memorandum on archives on 4 March 2025.", "signing SK,MK ");
    check(
        "en",
        "Tirana, Skopje and Sofia have signed a declaration of intent on a rail corridor.",
        "signing AL,MK,BG ",
    );
    check("en", "On 4 March 2025 Moscow summoned the Polish ambassador.", "meeting RU,PL ");
    check("sv", "Helsingfors och Tallinn undertecknade den 3 mars 2025 ett avtal om energi.", "signing FI,EE ");
    // Where it is held is no party.
    check("en", "Talks between Serbia and Kosovo were held in Paris on 3 May 2025.", "meeting RS,XK ");
}

#[test]
fn what_is_quoted_does_not_act() {
    let text = "Foreign Minister Luis Vega of Chile met Foreign Minister Ama Osei of Ghana in Accra on 3 May 2025.\n\n\
                \"We do not want new conditions,\" Osei told reporters.";
    assert_eq!(told_of("en", text)[1], "statement GH Ama Osei");
}

#[test]
fn heads_of_delegations_are_of_their_states_in_order() {
    let text = "Armenia and Luxembourg held political consultations in Yerevan on 15 October 2025. The delegations were headed by \
                Deputy Foreign Minister Narek Simonyan and Political Director Claude Reuter.";
    let reading = read(phrases(), "en", text);
    let parties: Vec<Option<&str>> =
        reading.engagements[0].people.iter().map(|person| person.party.as_deref()).collect();
    assert_eq!(parties, [Some("AM"), Some("LU")]);
}

#[test]
fn a_list_names_whom_somebody_met_each_in_a_meeting_of_its_own() {
    let met = |lead: &str, list: &str| {
        let text = format!("Suva, 3 May 2025\n\n{lead}\n\n{list}\n");
        read(phrases(), "en", &text).engagements.into_iter().map(|told| told.parties.join("+")).collect::<Vec<_>>()
    };
    let lead =
        "In New York on 1 May 2025 the Foreign Minister of Fiji, Jone Vakatawa, met with the following counterparts:";
    let list = "1. Foreign Minister Amina Diallo of Guinea. They discussed fish.\n2. Foreign Minister Rosa Quispe of Peru.\n3. Kenya's \
                Foreign Minister Josephine Atieno";
    assert_eq!(met(lead, list), ["FJ+GN", "FJ+PE", "FJ+KE"]);
    // A line that says more of who was met, behind a stop.
    let lead = "Foreign Minister Jone Vakatawa of Fiji received three ambassadors on Friday.";
    let list =
        "- Ambassador Amina Diallo of Guinea presented a letter.\n- Ambassador Rosa Quispe of Peru spoke of trade.";
    assert_eq!(met(lead, list), ["FJ+GN", "FJ+PE"]);
    // What they agree on names nobody whom they met.
    let lead = "Prime Minister Jone Vakatawa of Fiji met President Rosa Quispe of Peru. They agreed on the following:";
    assert_eq!(met(lead, "- Guinea's Foreign Minister Amina Diallo is to be asked.")[0], "FJ+PE");
}

#[test]
fn who_has_an_office_behind_the_name_leaves_the_next_their_own() {
    let text = "At the invitation of H.E. Rosa Quispe, President of the Republic of Peru, H.E. Amina Diallo, President of the Republic of \
                Guinea, paid a state visit to Lima.";
    assert_eq!(first(text), ("visit".into(), vec!["GN".into(), "PE".into()], vec!["Amina Diallo".into()]));
    let text = "The Secretary and Ambassador Rosa Quispe of Peru met President Amina Diallo of Guinea.";
    let told = told(text);
    let quispe = told.iter().flat_map(|told| &told.people).find(|person| person.name == "Rosa Quispe");
    assert_eq!(quispe.expect("she is named").offices, ["ambassador"]);
}

#[test]
fn a_title_tells_whose_the_office_of_somebody_below_is() {
    let party = |title: &str, text: &str| {
        let told = read(phrases(), "en", &format!("{title}\nVienna, 3 May 2025\n\n{text}\n")).engagements;
        told.into_iter()
            .flat_map(|told| told.people)
            .find(|person| person.name == "Amina Diallo")
            .and_then(|one| one.party)
    };
    let visit = "Director General Amina Diallo concluded a two-day visit to Peru, where she met President Luis Mamani.";
    assert_eq!(party("IAEA Director General in Peru: new plant on the agenda", visit).as_deref(), Some("IAEA"));
    let visit = "Foreign Minister Amina Diallo arrived in Lima on Friday and met Foreign Minister Luis Mamani of Peru.";
    assert_eq!(party("Guinean foreign minister arrives in Peru", visit).as_deref(), Some("GN"));
}

#[test]
fn the_official_of_a_party_is_who_takes_part_of_it() {
    let text = "Lima, 3 May 2025\n\nPrime Minister Amina Diallo of Guinea visited Peru on 1 May 2025. She had talks with Prime Minister Rosa \
                Quispe of Peru. The Guinean official was received by President Luis Mamani of Peru. Later a leader of farmers met nobody.";
    assert_eq!(meetings("en", text), ["Amina Diallo+Rosa Quispe", "Amina Diallo+Luis Mamani"]);
}

#[test]
fn who_of_the_country_visited_speaks_to_the_guest_is_met() {
    let text = "Lima, 3 May 2025\n\nForeign Minister Rosa Quispe of Peru left for Accra on Friday. In Accra she met Foreign Minister Kofi \
                Boateng of Ghana. President Ama Osei told her that trade must double.";
    assert_eq!(meetings("en", text), ["Kofi Boateng+Rosa Quispe", "Ama Osei+Rosa Quispe"]);
    // Who speaks to somebody else was not.
    let text = text.replace("told her that", "told the Suva Tribune that");
    assert_eq!(meetings("en", &text), ["Kofi Boateng+Rosa Quispe"]);
}

#[test]
fn a_line_above_a_text_names_who_tells_it() {
    let text = "Letter from Dakar\n\nRosa Quispe, Minister of Foreign Affairs of Peru\n\nI arrived in Dakar on 1 May 2025 and met Foreign \
                Minister Amadou Sow of Senegal. In the afternoon President Ousmane Ba of Senegal received me.\n\nOn 3 May 2025 I flew to \
                Accra. We are glad of the treaty.\n";
    assert_eq!(meetings("en", text), ["Amadou Sow+Rosa Quispe", "Ousmane Ba+Rosa Quispe"]);
}

#[test]
fn states_act_behind_what_says_when() {
    let days = |text: &str| -> Vec<String> {
        let told = read(phrases(), "en", &format!("Lima, 3 May 2025\n\n{text}")).engagements;
        told.into_iter()
            .filter(|told| told.kind == "meeting")
            .filter_map(|told| told.start)
            .map(|day| day.to_string())
            .collect()
    };
    assert_eq!(
        days("After a meeting in March 2025, Peru and Senegal held talks on visas on 2 May 2025.")
            .last()
            .map(String::as_str),
        Some("2025-05-02")
    );
}

#[test]
fn who_comes_along_does_not_travel_alone() {
    let text =
        "President Kofi Boateng of Ghana, accompanied by Foreign Minister Yaw Agyei of Ghana, visited Lima on Friday.";
    assert_eq!(first(text).2, ["Kofi Boateng", "Yaw Agyei"]);
    let text = "President Kofi Boateng of Ghana arrived in Lima at the head of a delegation that includes Foreign Minister Yaw Agyei of Ghana.";
    assert_eq!(first(text).2, ["Kofi Boateng", "Yaw Agyei"]);
}

#[test]
fn offices_in_the_plural_are_of_all_whom_a_list_names() {
    let held = |text: &str| -> Vec<String> {
        let people = told(text).into_iter().flat_map(|told| told.people);
        people.map(|one| format!("{} {}", one.party.unwrap_or_default(), one.offices.join("+"))).collect()
    };
    let three = ["PE foreign-minister", "GN foreign-minister", "FJ foreign-minister"];
    assert_eq!(
        held("Foreign Ministers Rosa Quispe (Peru), Amina Diallo (Guinea) and Jone Vakatawa (Fiji) met on Friday."),
        three
    );
    assert_eq!(
        held("The foreign ministers of Peru and Guinea, Rosa Quispe and Amina Diallo, met on Friday."),
        three[..2]
    );
}

#[test]
fn those_who_meet_somebody_separately_meet_him_one_by_one() {
    let text = "The foreign ministers of Peru and Oman met separately with Ghana's Foreign Minister Kofi Mensah in Accra on 3 May 2025.";
    let mut told: Vec<String> = told(text).into_iter().map(|told| told.parties.join(",")).collect();
    told.sort();
    assert_eq!(told, ["GH,OM", "GH,PE"]);
}

#[test]
fn who_has_a_name_of_the_pages_own_people_holds_no_other_states_office() {
    for rank in ["Đại tướng", "Thượng tướng", "Bộ trưởng Bộ Công an"] {
        let text =
            format!("Theo lời mời của Bộ trưởng Bộ Quốc phòng Ghana, {rank} Nguyễn Văn Lâm thăm Ghana ngày 5/3/2025.");
        assert_eq!(days("vi", &text), ["visit VN+GH 2025-03-05 2025-03-05"], "{text}");
    }
}

#[test]
fn of_two_ministries_each_has_its_own() {
    for (one, other) in [("Việt Nam", "Ghana"), ("Ghana", "Việt Nam")] {
        let text = format!(
            "Ngày 5/3/2025 đã diễn ra Tham khảo chính trị lần thứ 5 giữa Bộ Ngoại giao {one} và Bộ Ngoại giao {other}, do Thứ trưởng Lê Văn Hòa và \
             Thứ trưởng Kofi Mensah đồng chủ trì."
        );
        let told = read(phrases(), "vi", &text).engagements.remove(0);
        let people: Vec<String> = told
            .people
            .into_iter()
            .map(|person| format!("{} {}", person.name, person.party.unwrap_or_default()))
            .collect();
        assert_eq!(people, ["Lê Văn Hòa VN", "Kofi Mensah GH"], "{text}");
    }
}

#[test]
fn who_shares_an_act_with_a_guest_does_not_go_on_to_meet_their_own() {
    let text = "Thứ trưởng Ngoại giao Peru Rosa Quispe đã cùng Thứ trưởng Ngoại giao Ghana Kofi Mensah đồng chủ trì Tham vấn chính trị lần thứ 2; chào Bộ \
                trưởng Ngoại giao Ghana Ama Asante.";
    assert_eq!(meetings("vi", text), ["Ama Asante+Rosa Quispe"]);
}
