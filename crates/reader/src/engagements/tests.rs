use crate::fixtures::{phrases, read};
use crate::reading::Engagement;

fn told(text: &str) -> Vec<Engagement> {
    read(phrases(), "en", text).engagements
}

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

/// Kind, parties and names of what a text tells of first.
fn first(text: &str) -> (String, Vec<String>, Vec<String>) {
    let first = told(text).into_iter().next().expect("it tells of something");
    (first.kind, first.parties, first.people.into_iter().map(|person| person.name).collect())
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
fn congratulations_are_of_the_sender_alone() {
    let told = told("President William Ruto of Kenya congratulated Ndaitwah on her election as President of Namibia.");
    let claims = &told[0].claims;
    assert_eq!(claims.len(), 1);
    assert_eq!((claims[0].actors.join(","), claims[0].addressees.join(",")), ("KE".to_owned(), "NA".to_owned()));
}

#[test]
fn each_document_of_a_list_is_signed() {
    let lines = "KUWAIT, 26 November 2024\n\nAt the close of the talks between the Prime Minister of Kuwait, Sheikh Ahmad Al-Sabah, and the \
                 Prime Minister of Uzbekistan, Abdulla Aripov, the following documents were signed:\n\n1. Agreement on double \
                 taxation;\n\n2. Memorandum on nurses.\n";
    let inline = "Two instruments were signed by Foreign Minister Tete Antonio of Angola and Foreign Minister Netumbo Ndaitwah of \
                  Namibia in Lubango: (a) Agreement on the Transfer of Sentenced Persons; (b) Protocol on Health.";
    for text in [lines, inline] {
        let signed: Vec<Engagement> = told(text).into_iter().filter(|told| told.kind == "signing").collect();
        assert_eq!(signed.len(), 2, "{text}");
        assert!(signed.iter().all(|told| told.parties.len() == 2 && told.people.len() == 2), "{text}");
        assert_ne!(signed[0].occasion, signed[1].occasion);
    }
}

#[test]
fn who_speaks_at_a_gathering_takes_part() {
    let check = |text: &str, kind: &str, expected: &[&str]| {
        let told = told(text).into_iter().find(|told| told.kind == kind);
        let people: Vec<String> =
            told.map(|told| told.people).unwrap_or_default().into_iter().map(|person| person.name).collect();
        assert_eq!(people, expected, "{text}");
    };
    check(
        "Danish Climate Minister Mads Holm opened a wind laboratory in Nairobi. Kenyan Energy Minister Peter Wekesa said that \
         Kenya needs the wind.",
        "event",
        &["Mads Holm", "Peter Wekesa"],
    );
    check(
        "Prime Minister Rosa Blake of Barbados attended the Summit of Barbados, Guyana and Dominica in Bridgetown. Prime \
         Minister Ann Skelly of Dominica said that the sea was rising.",
        "conference",
        &["Rosa Blake", "Ann Skelly"],
    );
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

/// The names of each meeting of a text, sorted, in its order.
fn meetings(language: &str, text: &str) -> Vec<String> {
    let told = read(phrases(), language, text).engagements.into_iter().filter(|told| told.kind == "meeting");
    told.map(|told| {
        let mut names: Vec<String> = told.people.into_iter().map(|person| person.name).collect();
        names.sort();
        names.join("+")
    })
    .collect()
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
fn what_somebody_travels_for_leaves_the_journey() {
    let text = "Foreign Minister Subhash Rao of India will visit Peru on 19-21 August 2025 to co-chair the session of the Joint \
                Commission.";
    let kinds: Vec<String> = told(text).into_iter().map(|told| told.kind).collect();
    assert_eq!(kinds, ["visit", "consultation"]);
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
fn whoever_is_met_before_a_journey_goes_on_is_not_where_it_leads() {
    let text = "Foreign Minister Penny Wong of Australia concluded talks with Foreign Minister Peter Agovaka of the Solomon Islands in \
                Honiara.\n\nMinister Wong met Prime Minister Jeremiah Manele before departing for Port Vila.";
    let manele = told(text).into_iter().flat_map(|told| told.people).find(|person| person.name == "Jeremiah Manele");
    assert_eq!(manele.expect("they meet").party.as_deref(), Some("SB"));
}

#[test]
fn offices_in_the_plural_are_of_both() {
    let text = "Presidents Paul Kagame of Rwanda and Félix Tshisekedi of Peru met in Doha on 18 March 2025.";
    let people = told(text)[0].people.clone();
    assert!(people.len() == 2 && people.iter().all(|person| person.offices == ["head-of-state"]), "{people:?}");
}

#[test]
fn a_name_may_begin_with_a_sign() {
    let text = "Prime Minister Ali Sabry of Sri Lanka met Tonga's Prime Minister 'Aisake Eke in Doha.";
    assert_eq!(meetings("en", text), ["'Aisake Eke+Ali Sabry"]);
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
fn what_is_condemned_was_before() {
    let text = "LIMA, 5 March 2025\n\nThe Ministry of Foreign Affairs of Peru condemns the attack perpetrated yesterday in Peshawar, Pakistan.\n";
    assert_eq!(told(text)[0].start.map(|day| day.to_string()).as_deref(), Some("2025-03-05"));
}

#[test]
fn a_sovereign_without_a_name_is_no_minister_met_later() {
    let text = "THIMPHU, 31 January 2026\n\nThe King received the Foreign Secretary of India, Vikram Misri, yesterday.\n\nMr. Misri also met \
                Prime Minister Tshering Tobgay of Bhutan.\n";
    assert_eq!(meetings("en", text), ["Vikram Misri", "Tshering Tobgay+Vikram Misri"]);
}

#[test]
fn a_title_is_a_first_name_before_a_small_word() {
    let text = "Foreign Minister Ali Sabry of Sri Lanka met the Minister of State of Qatar, Sultan bin Saad Al Muraikhi, in Doha.";
    assert_eq!(meetings("en", text), ["Ali Sabry+Sultan bin Saad Al Muraikhi"]);
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
fn what_was_signed_between_the_sides_is_signed_by_nobody_named() {
    let text = "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Tete Antonio of Angola in Luanda. A memorandum \
                between the two sides was signed.";
    let signing = told(text).into_iter().find(|told| told.kind == "signing").expect("it is signed");
    assert_eq!((signing.parties.join(","), signing.people.len()), ("LK,AO".to_owned(), 0));
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
fn a_session_to_come_has_its_own_days() {
    let text = "LIMA, 5 May 2025\n\nForeign Minister Rosa Quispe of Peru met Foreign Minister Tete Antonio of Angola.\n\nThe 19th \
                session of the Peru-Ghana Joint Committee will take place in Accra from 20 to 22 May.\n";
    let session = told(text).into_iter().find(|told| told.kind == "consultation").expect("there is a session");
    assert_eq!(session.start.map(|day| day.to_string()).as_deref(), Some("2025-05-20"));
}

#[test]
fn a_forum_in_a_list_is_not_signed() {
    let text = "Foreign Minister Ali Sabry of Sri Lanka attended the Plenary Session; the signing ceremony of the Treaty of Amity and \
                Cooperation with Ireland; the 32nd ASEAN Regional Forum.";
    let kinds: Vec<String> = told(text).into_iter().map(|told| told.kind).collect();
    assert_eq!(kinds.iter().filter(|kind| *kind == "signing").count(), 1, "{kinds:?}");
    assert!(kinds.iter().any(|kind| kind == "conference"), "{kinds:?}");
}

#[test]
fn whoever_speaks_in_a_round_up_has_met_too() {
    let check = |text: &str, expected: &[&str]| assert_eq!(meetings("en", text), expected, "{text}");
    check(
        "Foreign Minister Ali Sabry of Sri Lanka met the foreign ministers of Peru and Oman on the sidelines of the Ocean Forum in \
         Cairo. Peruvian Foreign Minister Rosa Quispe thanked Sri Lanka for its help. Omani Foreign Minister Saif Haddad praised \
         Sri Lanka.",
        &["Ali Sabry+Rosa Quispe", "Ali Sabry+Saif Haddad"],
    );
    // One of a member of an organisation has a meeting of his own.
    check(
        "Foreign Minister Ali Sabry of Sri Lanka met with leaders of ASEAN and Peru on the sidelines of the Ocean Forum in Cairo. \
         Lao Prime Minister Sonexay Siphandone thanked Sri Lanka for its help.",
        &["Ali Sabry", "Ali Sabry", "Ali Sabry+Sonexay Siphandone"],
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
fn what_the_government_issues_is_the_pages_own() {
    let text =
        "Hà Nội, 1/3/2025. Ngày 27/2, Chính phủ ban hành Nghị định số 50/2025/NĐ-CP về quản lý viện trợ nước ngoài.";
    let told: Vec<String> = read(phrases(), "vi", text)
        .engagements
        .into_iter()
        .map(|told| format!("{} {}", told.kind, told.parties.join("+")))
        .collect();
    assert_eq!(told, ["publication VN"]);
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
fn whoever_is_helped_pledges_nothing() {
    let text = "Accra, 30/6/2025. Ngoại trưởng Ghana Kofi Mensah thăm Peru. Ông tuyên bố Accra sẽ sát cánh cùng Peru.";
    let told = read(phrases(), "vi", text).engagements;
    assert_eq!(told[0].claims[0].actors, ["GH"]);
}

#[test]
fn whoever_invites_is_not_called_on() {
    let text = "Ngoại trưởng Peru Rosa Quispe đến Accra tối 29/1/2024, mở đầu chuyến thăm chính thức theo lời mời của Ngoại trưởng Kofi \
                Mensah.";
    let kinds: Vec<String> = read(phrases(), "vi", text).engagements.into_iter().map(|told| told.kind).collect();
    assert_eq!(kinds, ["visit"]);
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
fn what_somebody_is_invited_to_is_still_to_come() {
    let text = "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru in Cairo. Minister Sabry invited \
                Minister Quispe to visit Sri Lanka and co-chair the political consultations.";
    let kinds: Vec<String> = told(text).into_iter().map(|told| told.kind).collect();
    assert_eq!(kinds, ["meeting"]);
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

/// Kind, parties and names of all that a text tells of, in order.
fn told_of(language: &str, text: &str) -> Vec<String> {
    let told = read(phrases(), language, text).engagements.into_iter();
    told.map(|told| {
        let names: Vec<String> = told.people.into_iter().map(|person| person.name).collect();
        format!("{} {} {}", told.kind, told.parties.join(","), names.join(","))
    })
    .collect()
}

#[test]
fn each_gathering_of_a_list_has_its_own_parties() {
    let text = "Ghanas utrikesminister Kofi Mensah deltog i AU:s toppmöte ; var medordförande för AU-Japans utrikesministermöte ; det \
                16:e Afrika-Korea-utrikesministermötet ; undertecknandeceremonin för avtalet om anslutning med Somalia ; \
                ministermötet med partnerna Norge och Kanada ; konferensen för kommissionen för fördraget om vapenfria zoner.";
    assert_eq!(
        told_of("sv", text),
        [
            "conference GH,AfU Kofi Mensah",
            "conference GH,JP,AfU Kofi Mensah",
            "conference GH,KR Kofi Mensah",
            "signing GH,SO Kofi Mensah",
            "conference GH,NO,CA Kofi Mensah",
            "conference GH Kofi Mensah",
        ]
    );
}

#[test]
fn a_country_behind_an_office_is_where_its_holder_goes() {
    let text = "Ghanas regering i juli 2025\n\nDen 8 juli 2025 besökte Yaw Boateng, medlem av centralkommittén och biträdande \
                utrikesminister Kenya och träffade president William Ruto.";
    let told = told_of("sv", text);
    assert!(told.contains(&"visit GH,KE Yaw Boateng".to_owned()), "{told:?}");
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
fn the_date_of_a_paper_that_is_spoken_of_is_no_day_of_what_follows_it() {
    let text = "In accordance with Decree 98 dated 31 December 2023, Foreign Minister Ama Asante of Ghana received Ambassador Luis \
                Vega of Peru.";
    let days = |text: &str| read(phrases(), "en", text).engagements.first().and_then(|told| told.start);
    assert_eq!(days(text), None);
    assert!(days(&text.replace("98 dated", "98. On")).is_some());
}

/// Kind, parties and days of all that a text tells of.
fn days(language: &str, text: &str) -> Vec<String> {
    let told = read(phrases(), language, text).engagements;
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let line = |told: Engagement| {
        let (start, end) = (told.start.and_then(|day| day.as_day()), told.end.and_then(|day| day.as_day()));
        format!("{} {} {} {}", told.kind, told.parties.join("+"), day(start), day(end))
    };
    told.into_iter().map(line).collect()
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
fn the_ministers_of_an_organisation_hold_a_session() {
    let text = "BRUSSELS, 3/6/2025 - NATO họp tại Brussels ngày 3/6.";
    assert_eq!(days("vi", text), ["conference NATO 2025-06-03 2025-06-03"]);
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
fn a_heading_that_announces_an_address_opens_it() {
    let check = |text: &str, parties: &[&str], people: usize| {
        let told = told(text);
        let first = told.iter().find(|told| told.kind == "statement").expect("it is a statement");
        assert_eq!(
            (first.parties.as_slice(), first.people.len()),
            (&parties.iter().map(|&party| party.to_owned()).collect::<Vec<_>>()[..], people),
            "{text}"
        );
    };
    check(
        "Statement by the Minister of Foreign Affairs of Lithuania\n\nVilnius, 20 October 2023\n\nLithuania welcomes the announcement. \
         President Rosa Quispe of Peru visited Vilnius in October 2023.\n",
        &["LT"],
        0,
    );
    // Above news of it the heading tells of nothing more.
    let news = "Speech by President at the state dinner\n\nJakarta, 9 December 2025 — President Prabowo Subianto of Indonesia last night \
                hosted a state banquet for President Rosa Quispe of Peru.\n";
    assert!(told(news).iter().all(|told| told.kind != "statement"));
    // Who holds the office elsewhere, and is told of later, does not speak.
    check(
        "Address by the President of the Republic\n\nLjubljana, 16 December 2024\n\nSlovenia is a small country, and Slovenia is proud. \
         President Rosa Quispe of Peru visited Ljubljana in October.\n",
        &["SI"],
        0,
    );
}

#[test]
fn a_journey_and_whom_one_met_on_it_are_told_in_one_clause() {
    let text = "Ghanas utrikesminister Ama Osei var i Lima och mötte Perus president Rosa Quispe.";
    let told = read(phrases(), "sv", text).engagements;
    let kinds: Vec<&str> = told.iter().map(|told| &*told.kind).collect();
    assert_eq!(kinds, ["visit", "meeting"]);
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
fn whoever_receives_a_guest_somewhere_is_of_it() {
    let text = "Ghanas utrikesminister Ama Osei fick företräde hos kejsaren i Tokyo.";
    let told = read(phrases(), "sv", text).engagements;
    assert_eq!(told[0].parties, ["GH", "JP"]);
}

#[test]
fn what_a_government_tells_somebody_to_do_is_its_own() {
    let text = "Regeringen uppdrar åt Sida att redovisa hur stödet till Peru används. Sveriges utrikesminister Eva Lund är nöjd.";
    let told = read(phrases(), "sv", text).engagements;
    assert_eq!((&*told[0].kind, &*told[0].parties), ("publication", &["SE".to_owned()][..]));
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
fn a_list_of_deeds_has_one_subject() {
    let text = "Từ ngày 3 đến 5/5/2025, Ngoại trưởng Peru Rosa Quispe thăm Ghana. Đoàn đã gặp Thủ tướng Ghana Kofi Mensah; chào bà Ama Osei, \
                Chủ tịch Hội Nông dân Ghana.";
    assert_eq!(meetings("vi", text), ["Kofi Mensah+Rosa Quispe", "Ama Osei+Rosa Quispe"]);
    // No comma parts a verb from who acts.
    let text = "Tổng thống Ghana Kofi Mensah hội kiến Chủ tịch nước Lê Văn Hòa và Thủ tướng Phạm Văn Nam, dự Diễn đàn doanh nghiệp.";
    assert_eq!(meetings("vi", text), ["Kofi Mensah+Lê Văn Hòa", "Kofi Mensah+Phạm Văn Nam"]);
}

#[test]
fn talks_that_follow_what_is_to_be_held_are_announced_too() {
    let text = "Theo chương trình, lễ đón chính thức sẽ diễn ra sáng 3/5/2025, ngay sau đó là hội đàm giữa Thủ tướng Phạm Văn Nam và Tổng \
                thống Ghana Kofi Mensah.";
    assert_eq!(meetings("vi", text), ["Kofi Mensah+Phạm Văn Nam"]);
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
fn of_whom_was_heard_sends_no_message() {
    let text = "Được tin bà Ama Osei được bầu làm Tổng thống Ghana, ngày 9/5/2025, Ngoại trưởng Peru Rosa Quispe đã gửi điện mừng tới Ngoại trưởng Ghana \
                Kofi Mensah.";
    assert_eq!(told_of("vi", text), ["message PE,GH Rosa Quispe,Kofi Mensah"]);
    // Nobody else is written to.
    let text = "Được tin bà Ama Osei được bầu làm Tổng thống Ghana, ngày 9/5/2025, Ngoại trưởng Peru Rosa Quispe đã gửi điện mừng.";
    assert_eq!(told_of("vi", text), ["message GH,PE Ama Osei,Rosa Quispe"]);
}

#[test]
fn a_month_behind_where_somebody_goes_dates_the_journey() {
    let month = |text: &str| {
        let told = read(phrases(), "vi", &format!("20/10/2025\n\n{text}")).engagements;
        told[0].start.map(|day| day.to_string()).unwrap_or_default()
    };
    assert_eq!(month("Ngoại trưởng Peru Rosa Quispe sẽ thăm Ghana vào cuối tháng này."), "2025-10");
    assert_eq!(month("Ngoại trưởng Peru Rosa Quispe sẽ thăm Ghana trong tháng 12."), "2025-12");
    // What stands behind a comma is of something else.
    assert_eq!(month("Ngoại trưởng Peru Rosa Quispe thăm Ghana, nơi tháng 12 sẽ có bầu cử."), "2025-10-20");
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
fn whose_letter_is_presented_was_not_there() {
    let text = "Ngày 3/9/2025, Đại sứ Peru Rosa Quispe đã trình Quốc thư của Tổng thống Peru Luis Vega lên Tổng thống Ghana Kofi Mensah.";
    assert_eq!(told_of("vi", text), ["event PE,GH Rosa Quispe,Kofi Mensah"]);
    let text = "Ngày 3/9/2025, Tổng thống Ghana Kofi Mensah tiếp nhận Quốc thư của Đại sứ Peru Rosa Quispe.";
    assert_eq!(told_of("vi", text), ["event GH,PE Kofi Mensah,Rosa Quispe"]);
}

/// Kind, parties, people, first day and country of all that a Swedish text tells of.
fn told_in_swedish(text: &str) -> Vec<String> {
    let line = |told: crate::reading::Engagement| {
        let people: Vec<&str> = told.people.iter().map(|person| &*person.name).collect();
        let day = told.start.map_or_else(String::new, |day| day.to_string());
        let country = told.country.as_deref().unwrap_or("-");
        format!("{} {} [{}] {day} {country}", told.kind, told.parties.join("+"), people.join("+"))
    };
    read(phrases(), "sv", text).engagements.into_iter().map(line).collect()
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
    assert_eq!(told, ["visit GH+NO [Kofi Mensah+Ama Osei] 2027-03-12 NO"]);
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
fn a_month_between_a_verb_and_where_somebody_goes_is_that_of_the_journey() {
    let text = "Stockholm, 12 mars 2027\n\nUtrikesminister Eva Lund reser i november till Ghana.";
    assert_eq!(told_in_swedish(text), ["visit SE+GH [Eva Lund] 2027-11 GH"]);
}

#[test]
fn whom_somebody_says_that_she_met_was_met() {
    let text = "Stockholm, 12 mars 2027\n\nUtrikesminister Eva Lund säger att hon i går träffade Ghanas utrikesminister Kofi Mensah i Accra.";
    assert_eq!(told_in_swedish(text), ["meeting SE+GH [Eva Lund+Kofi Mensah] 2027-03-11 GH"]);
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
fn who_signs_what_was_told_before_signs_no_other() {
    let text = "Stockholm, 12 mars 2027\n\nSverige och Ghana har ingått ett avtal om energi. Avtalet undertecknades den 10 mars i Accra av \
                Sveriges ambassadör Eva Lund och Ghanas energiminister Kofi Mensah.";
    assert_eq!(told_in_swedish(text), ["signing SE+GH [Eva Lund+Kofi Mensah] 2027-03-10 GH"]);
    // Of what was not told before it is told now.
    let text = "Stockholm, 12 mars 2027\n\nAvtalet undertecknades av Norges utrikesminister Lars Berg och Ghanas utrikesminister Kofi Mensah.";
    assert_eq!(told_in_swedish(text), ["signing NO+GH [Lars Berg+Kofi Mensah] 2027-03-12 SE"]);
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
fn a_line_that_leads_a_list_does_not_end_it() {
    let text = "Stockholm, 12 mars 2027\n\nKungen tog emot nya ambassadörer som överlämnade sina kreditivbrev.\n\nKungen tog vid audienserna \
                emot:\n\nGhanas ambassadör, Hans Excellens Kofi Mensah\nPerus ambassadör, Hennes Excellens Rosa Quispe\n";
    let told = told_in_swedish(text);
    let of = |name: &str| told.iter().any(|told| told.starts_with("event") && told.contains(name));
    assert!(of("[Kofi Mensah]") && of("[Rosa Quispe]"), "{told:?}");
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
fn who_has_come_back_from_a_visit_made_one() {
    let text =
        "Stockholm, 12 mars 2027\n\nUtrikesminister Eva Lund återvände i går från ett tre dagar långt besök i Kenya.";
    let told = read(phrases(), "sv", text).engagements;
    let days = |day: Option<document::PartialDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let visits: Vec<_> = told.iter().map(|told| (days(told.start), days(told.end), told.country.as_deref())).collect();
    assert_eq!(visits, [("2027-03-09".to_owned(), "2027-03-11".to_owned(), Some("KE"))]);
}

#[test]
fn letters_that_begin_an_office_are_none_of_the_name_before_them() {
    let text =
        "Stockholm, 12 mars 2027\n\nI går träffade statsminister Eva Lund FN:s generalsekreterare António Guterres.";
    assert_eq!(told_in_swedish(text), ["meeting SE+UN [Eva Lund+António Guterres] 2027-03-11 SE"]);
}

#[test]
fn who_signs_with_somebody_signs_whatever_it_is_about() {
    let text = "Stockholm, 12 mars 2027\n\nHandelsminister Eva Lund undertecknade i går ett avtal om energi med Ghanas handelsminister Kofi \
                Mensah.";
    assert_eq!(told_in_swedish(text), ["signing SE+GH [Eva Lund+Kofi Mensah] 2027-03-11 SE"]);
}
