use crate::fixtures::{phrases, read};

/// Everybody of a text with the party, in the order of the accounts.
fn people(language: &str, text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for person in read(phrases(), language, text).engagements.into_iter().flat_map(|told| told.people) {
        let line = format!("{} {}", person.name, person.party.unwrap_or_default());
        if !all.contains(&line) {
            all.push(line);
        }
    }
    all
}

#[test]
fn whoever_leads_a_city_is_of_its_country() {
    let text =
        "Stockholm, 12 mars 2026\n\nRigas borgmästare Janis Ozols mötte i dag finansborgarrådet Karin Ek i Stadshuset.";
    assert_eq!(people("sv", text), ["Janis Ozols LV", "Karin Ek SE"]);
}

#[test]
fn offices_in_the_plural_are_of_both() {
    let text = "Presidents Paul Kagame of Rwanda and Félix Tshisekedi of Peru met in Doha on 18 March 2025.";
    let people = read(phrases(), "en", text).engagements[0].people.clone();
    assert!(people.len() == 2 && people.iter().all(|person| person.offices == ["head-of-state"]), "{people:?}");
}

#[test]
fn a_portfolio_that_no_pack_lists_runs_to_the_party() {
    let check = |language: &str, text: &str, name: &str| {
        let found = people(language, text);
        assert!(found.iter().any(|person| person == name), "{text}: {found:?}");
    };
    let talks = "Thứ trưởng Ngoại giao Lê Văn Hòa hội đàm với";
    check(
        "vi",
        &format!("{talks} Bộ trưởng Hợp tác Phát triển quốc tế và Ngoại thương Thụy Điển Malin Ekdahl."),
        "Malin Ekdahl SE",
    );
    check("vi", &format!("{talks} Thứ trưởng Hợp tác và Quan hệ quốc tế Nam Phi Nomvula Dlomo."), "Nomvula Dlomo ZA");
    check(
        "en",
        "President Bola Adeyemi of Nigeria met the Minister of Villages and Artisans of Benin Yves Agbossou.",
        "Yves Agbossou BJ",
    );
    // A party's name inside a person's is none.
    check("vi", "Bộ trưởng Phan Đức Thịnh hội đàm với Ngoại trưởng Peru Gonzalo Echenique.", "Phan Đức Thịnh VN");
}

#[test]
fn a_body_that_no_pack_lists_ends_with_the_party() {
    let check = |office: &str, party: &str| {
        let text = format!("Tại Bern (Thụy Sĩ), Bộ trưởng Ngoại giao Lê Văn Hòa đã gặp ông John Kowalski, {office}.");
        let found = people("vi", &text);
        assert!(found.contains(&format!("John Kowalski {party}")), "{text}: {found:?}");
    };
    check("Chủ tịch Liên đoàn Công nghiệp Đức", "DE");
    check("Giám đốc Trung tâm Nghiên cứu Biển đảo Na Uy, và bà Ama Osei", "NO");
    check("Chủ tịch Hiệp hội Bạn bè Việt Nam tại Áo", "AT");
    check("Chủ tịch Cơ quan Hợp tác Quốc tế Nhật Bản (JICA)", "JP");
    check("Giám đốc Chương trình Phát triển Liên hợp quốc (UNDP) tại Việt Nam", "UNDP");
    // Whose party it is the capitals of a body do not tell.
    check("Tổng Bí thư MKDR", "CH");
    let text = "Bộ trưởng Ngoại giao Lê Văn Hòa gặp Chủ tịch Liên đoàn Công nghiệp Đức Rolf Suter.";
    assert!(people("vi", text).contains(&"Rolf Suter DE".to_owned()), "{:?}", people("vi", text));
}

#[test]
fn whose_spouse_is_told_of_is_nobody_named_next() {
    let text = "Nhận lời mời của Chủ tịch nước Lê Văn Hòa và Phu nhân, Tổng thống Ghana Kofi Mensah và Phu nhân sẽ thăm Việt Nam từ \
                ngày 3 đến 5/5/2025.";
    let told = read(phrases(), "vi", text).engagements;
    let guests: Vec<&str> = told[0].people.iter().map(|person| &*person.name).collect();
    assert_eq!((&*told[0].kind, &*guests), ("visit", &["Kofi Mensah"][..]), "{told:?}");
    assert_eq!(told[0].people[0].offices, ["head-of-state"]);
}

#[test]
fn of_two_who_lead_states_one_is_named() {
    let text = "Tại cuộc gặp Tổng thống Áo, Thủ tướng Lê Văn Hòa đề nghị Áo hỗ trợ Việt Nam.";
    let told = read(phrases(), "vi", text).engagements;
    let named: Vec<_> =
        told.iter().flat_map(|told| &told.people).map(|person| (&*person.name, person.party.as_deref())).collect();
    assert!(named.contains(&("Lê Văn Hòa", Some("VN"))), "{told:?}");
    assert!(
        told.iter().flat_map(|told| &told.people).all(|person| person.offices == ["head-of-government"]),
        "{told:?}"
    );
}

#[test]
fn who_invites_is_of_the_country_to_which_the_journey_goes() {
    let found = people(
        "en",
        "Foreign Minister Ali Sabry of Sri Lanka paid an official visit to Peru from 3 to 5 May 2025 at the invitation of Rosa \
         Quispe, Minister of Foreign Affairs. During the talks on 4 May, Minister Quispe thanked Sri Lanka.",
    );
    assert!(found.iter().any(|person| person == "Rosa Quispe PE"), "{found:?}");
    let found = people(
        "vi",
        "SINGAPORE: Thủ tướng Lim Wei Ming sẽ thăm chính thức Ấn Độ từ ngày 2 đến ngày 4/9/2025 theo lời mời của người đồng cấp Anil \
         Rao.\n\nTheo chương trình, ông Lim hội đàm với ông Rao vào ngày 4/9.",
    );
    assert!(found.iter().any(|person| person == "Anil Rao IN"), "{found:?}");
}

#[test]
fn the_host_country_is_where_the_story_takes_place() {
    let check = |language: &str, text: &str, name: &str| {
        let found = people(language, text);
        assert!(found.iter().any(|person| person == name), "{text}: {found:?}");
    };
    check(
        "vi",
        "Tại Nairobi, Bộ trưởng Ngoại giao Lê Văn Hòa hội đàm với Ngoại trưởng nước chủ nhà Peter Wekesa.",
        "Peter Wekesa KE",
    );
    check(
        "vi",
        "Chuyến thăm Nairobi của Ngoại trưởng Ấn Độ Anil Rao kết thúc hôm qua. Phát biểu sau hội đàm với người đồng cấp nước chủ nhà Peter \
         Wekesa, ông Rao cảm ơn Kenya.",
        "Peter Wekesa KE",
    );
    check(
        "sv",
        "I Nairobi träffade utrikesminister Eva Lund värdlandets utrikesminister Peter Wekesa.",
        "Peter Wekesa KE",
    );
    check(
        "en",
        "In Nairobi, Foreign Minister Ali Sabry of Sri Lanka met the host country's foreign minister Peter Wekesa.",
        "Peter Wekesa KE",
    );
}

#[test]
fn a_name_in_brackets_behind_a_country_is_its_envoys() {
    let text = "On Monday the ambassadors of Peru (Rosa Quispe) and Oman (Saif Haddad, Nairobi) presented their credentials to \
                President Kofi Mensah of Ghana.";
    let found = people("en", text);
    for name in ["Rosa Quispe PE", "Saif Haddad OM"] {
        assert!(found.iter().any(|person| person == name), "{found:?}");
    }
}

#[test]
fn an_office_that_the_pages_country_has_not_is_of_one_named_before() {
    let text =
        "HÀ NỘI, 3/5 - Nhân chuyến thăm Thụy Sĩ, Bộ trưởng Ngoại giao Lê Văn Hòa đã hội kiến Tổng thống Karin Meier.";
    assert!(people("vi", text).contains(&"Karin Meier CH".to_owned()), "{:?}", people("vi", text));
    let text = "OSLO, 3 May 2025\n\nNorwegian Prime Minister Jonas Berg spoke in Oslo. The Ambassador of Ethiopia in Oslo, Kofi Mensah, \
                delivered a message from Prime Minister Ama Boateng to Prime Minister Berg. Norway helps Togo. Norway trusts \
                Togo.\n";
    assert!(people("en", text).contains(&"Ama Boateng ET".to_owned()), "{:?}", people("en", text));
}

#[test]
fn the_short_name_of_a_month_is_a_first_name_too() {
    let check = |language: &str, text: &str, expected: &[&str]| assert_eq!(people(language, text), expected, "{text}");
    check(
        "sv",
        "Sveriges ambassadör i Lima, Jan Ekman, träffade Perus talman Rosa Quispe.",
        &["Jan Ekman SE", "Rosa Quispe PE"],
    );
    check(
        "en",
        "In May Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Tete Antonio of Angola.",
        &["Ali Sabry LK", "Tete Antonio AO"],
    );
}

#[test]
fn two_of_one_office_are_named_behind_its_plural() {
    let text = "Handelsministrarna Eva Lund och Olle Berg träffade Perus president Rosa Quispe.";
    let found = people("sv", text);
    for name in ["Eva Lund SE", "Olle Berg", "Rosa Quispe PE"] {
        assert!(found.iter().any(|person| person.starts_with(name)), "{found:?}");
    }
    // With no name behind it is still a word for both sides.
    let text = "Utrikesminister Eva Lund från Sverige träffade Perus utrikesminister Rosa Quispe. Ministrarna enades om visum.";
    let told = read(phrases(), "sv", text).engagements;
    assert_eq!(told[0].claims[0].actors.len(), 2, "{told:?}");
}

#[test]
fn a_name_stands_behind_each_party_of_one_office() {
    let check = |text: &str, expected: &[&str]| assert_eq!(people("en", text), expected, "{text}");
    check(
        "The foreign ministers of Peru, Rosa Quispe, and Oman, Saif Haddad, met in Cairo.",
        &["Rosa Quispe PE", "Saif Haddad OM"],
    );
    check(
        "President Kofi Mensah of Ghana met the Presidents of Peru, Rosa Quispe, Angola, Tete Antonio, and of Chile, Luis Vega.",
        &["Kofi Mensah GH", "Rosa Quispe PE", "Tete Antonio AO", "Luis Vega CL"],
    );
}

#[test]
fn counterparts_are_of_the_parties_told() {
    let check = |text: &str, expected: &[&str]| assert_eq!(people("en", text), expected, "{text}");
    check(
        "Foreign Minister Ali Sabry of Sri Lanka met with his counterparts from Peru, Rosa Quispe, and Oman, Saif Haddad.",
        &["Ali Sabry LK", "Rosa Quispe PE", "Saif Haddad OM"],
    );
    check(
        "Foreign Minister Ali Sabry of Sri Lanka arrived in Lima on Monday and had a working lunch with his counterpart, Rosa \
         Quispe.",
        &["Ali Sabry LK", "Rosa Quispe PE"],
    );
    check(
        "Peru and Andorra, represented by Minister Meritxell Areny, signed a memorandum on tourism.",
        &["Meritxell Areny AD"],
    );
    check(
        "ACCRA, 3 May 2025\n\nGhana thanks Ghana. President Kofi Mensah of Ghana travelled to Ethiopia, where he met with Prime \
         Minister Dawit Bekele.\n",
        &["Kofi Mensah GH", "Dawit Bekele ET"],
    );
}

#[test]
fn a_title_with_a_name_is_of_the_party_of_the_office_before_it() {
    let text = "The Director for Africa of the Ministry of Foreign Affairs of Peru, Ambassador Rosa Quispe, met Foreign Minister \
                Tete Antonio of Angola in Luanda.";
    assert_eq!(people("en", text), ["Rosa Quispe PE", "Tete Antonio AO"]);
}

#[test]
fn a_city_before_a_family_name_is_no_first_name() {
    let check = |text: &str, expected: &[&str]| assert_eq!(people("en", text), expected, "{text}");
    check(
        "Foreign Minister Ivica Radman of Croatia arrived in Algiers on Monday. From Algiers Radman travelled to Tunis.",
        &["Ivica Radman HR"],
    );
    check(
        "Foreign Minister Ali Sabry of Sri Lanka received a call from Santiago Peña of Paraguay.",
        &["Santiago Peña PY", "Ali Sabry LK"],
    );
}

#[test]
fn a_city_behind_a_name_is_not_of_it() {
    let text =
        "Den 22 februari 2027 besökte Sveriges ambassadör Olle Berg Da Nang och träffade Perus konsul Rosa Quispe.";
    assert_eq!(people("sv", text)[0], "Olle Berg SE");
}

#[test]
fn a_city_or_a_gloss_stands_before_a_name() {
    for (text, expected) in [
        (
            "Đại sứ Peru Rosa Quispe gặp Thống đốc bang São Paulo Tarcísio de Freitas.",
            ["Rosa Quispe PE", "Tarcísio de Freitas BR"],
        ),
        (
            "Đại sứ Peru Rosa Quispe gặp Chủ tịch Hội đồng Quốc gia (Thượng viện) Algeria Salah Goudjil.",
            ["Rosa Quispe PE", "Salah Goudjil DZ"],
        ),
    ] {
        assert_eq!(people("vi", text), expected, "{text}");
    }
}

#[test]
fn what_an_article_leads_is_no_name() {
    let text = "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Tete Antonio of Angola. A protocol between the \
                Diplomatic Academies was signed.";
    assert_eq!(people("en", text), ["Ali Sabry LK", "Tete Antonio AO"]);
}

#[test]
fn a_name_before_the_noun_of_an_act_leaves_its_genitive() {
    let text = "Avtalet kom till i samband med handelsminister Fredrik Norlanders resa till Indien.";
    assert_eq!(people("sv", text), ["Fredrik Norlander SE"]);
    let text = "Utrikesminister Johan Mattias reser till Indien på måndag.";
    assert_eq!(people("sv", text), ["Johan Mattias SE"]);
}

#[test]
fn a_family_name_tells_whose_an_office_is_that_several_states_have() {
    for (text, expected) in [
        // The page speaks of Cuba alone.
        (
            "Ngày 1/12/2025, Chủ tịch Quốc hội Trần Văn Mẫn tiếp Đại sứ Cuba Rosa Quispe. Chủ tịch Trần Văn Mẫn cảm ơn Cuba.",
            ["Rosa Quispe CU", "Trần Văn Mẫn VN"],
        ),
        (
            "Ngày 1/12/2025, Thủ tướng Phạm Văn Nam của Việt Nam hội kiến Chủ tịch Thongsing Vilay tại Lào.",
            ["Phạm Văn Nam VN", "Thongsing Vilay LA"],
        ),
    ] {
        let mut told = people("vi", text);
        told.sort();
        assert_eq!(told, expected, "{text}");
    }
}

#[test]
fn the_first_word_of_an_office_told_before_tells_no_other() {
    let text = "Ngày 1/12/2025, ông Phan Văn Sơn, Chủ tịch Liên hiệp các tổ chức hữu nghị Việt Nam tiếp Đại sứ Cuba Rosa Quispe. Chủ tịch \
                Phan Văn Sơn cảm ơn Cuba.";
    let told = read(phrases(), "vi", text).engagements;
    let held = told[0].people.iter().find(|person| person.name == "Phan Văn Sơn").expect("he meets");
    assert_eq!(held.offices, ["official"]);
}

#[test]
fn a_given_name_may_be_a_word_that_begins_none() {
    let text = "Thứ trưởng Bộ Công an Lê Văn Tuyến tiếp Đại sứ Cuba Rosa Quispe.";
    assert_eq!(people("vi", text), ["Lê Văn Tuyến VN", "Rosa Quispe CU"]);
    let text = "Bộ trưởng Lê Minh Đường gặp Đại sứ Cuba Rosa Quispe.";
    assert_eq!(people("vi", text), ["Lê Minh Đường VN", "Rosa Quispe CU"]);
}

#[test]
fn of_two_parties_that_a_dash_joins_a_delegation_is_the_first_ones() {
    let text = "Bà Nguyễn Thị Thanh tiếp Đoàn Nhóm nghị sĩ hữu nghị Romania - Việt Nam do bà Cristina Ionescu, Chủ tịch Nhóm, dẫn đầu.";
    assert!(people("vi", text).contains(&"Cristina Ionescu RO".to_owned()));
}

#[test]
fn whoever_comes_to_an_office_is_of_the_party_that_has_it() {
    for (language, text) in [
        ("vi", "Ngày 3/5/2025, Ngoại trưởng Peru Rosa Quispe gửi điện mừng bà Ama Osei được bầu làm Tổng thống Ghana."),
        (
            "en",
            "On 3 May 2025 Foreign Minister Rosa Quispe of Peru sent a letter of congratulations to Ms Ama Osei, who was elected President of Ghana.",
        ),
        (
            "sv",
            "Den 3 maj 2025 sände Perus utrikesminister Rosa Quispe ett gratulationsbrev till Ama Osei, som valts till Ghanas president.",
        ),
    ] {
        assert!(people(language, text).contains(&"Ama Osei GH".to_owned()), "{text} {:?}", people(language, text));
    }
}

#[test]
fn each_of_two_counterparts_is_of_one_of_two_countries() {
    let text =
        "Foreign Minister Ama Osei of Ghana met her Somali and Peruvian counterparts, Abdisalam Ali and Luis Vega.";
    assert_eq!(people("en", text), ["Ama Osei GH", "Abdisalam Ali SO", "Luis Vega PE"]);
}

#[test]
fn what_somebody_is_in_charge_of_stands_between_party_and_name() {
    let text = "Bộ trưởng Ngoại giao Ghana Ama Osei tiếp Quốc vụ khanh Bỉ phụ trách Ngoại thương Pieter Claes.";
    assert_eq!(people("vi", text), ["Ama Osei GH", "Pieter Claes BE"]);
}

#[test]
fn by_a_family_name_whoever_holds_the_office_is_meant() {
    let text = "President Kadri Ilves of Estonia and Mr Andres Ilves received President Rosa Quispe of Peru. President Ilves thanked \
                Peru.";
    let told = read(phrases(), "en", text).engagements;
    let offices = |name: &str| {
        let person = told[0].people.iter().find(|person| person.name == name);
        person.map(|person| person.offices.len())
    };
    assert_eq!((offices("Kadri Ilves"), offices("Andres Ilves")), (Some(1), Some(0)), "{told:#?}");
}

#[test]
fn what_an_office_is_of_may_go_on_behind_what_a_pack_lists() {
    let check = |whom: &str, name: &str| {
        let text = format!("Foreign Minister Rosa Quispe of Peru received {whom}.");
        assert_eq!(people("en", &text), ["Rosa Quispe PE", name], "{text}");
    };
    check("the Head of the UNHCR Representation in Central Asia, Hans Berg", "Hans Berg UNHCR");
    check("the head of the OSCE Programme Office, Aija Lace", "Aija Lace OSCE");
    check("the Deputy Director of the IMF's Middle East and Central Asia Department, Luis Vega", "Luis Vega IMF");
    check("the EU Special Representative for Human Rights, Eamon Byrne", "Eamon Byrne EU");
    check("the EU Special Representative for the Sahel, Terhi Salo", "Terhi Salo EU");
    check("Ghana's Special Envoy for the Great Lakes Region, Kofi Mensah", "Kofi Mensah GH");
    check("UN Resident Coordinator Anna Holm", "Anna Holm UN");
    check("UN Special Envoy for Yemen Anna Holm", "Anna Holm UN");
    // Whoever else is listed holds none of it.
    check("the Secretary-General of ASEAN Kao Hourn, whom Luis Vega of Chile had met", "Kao Hourn ASEAN");
}

#[test]
fn an_envoy_is_of_whoever_sends_him() {
    let check = |whom: &str, name: &str| {
        let text = format!("Foreign Minister Rosa Quispe of Peru received {whom}.");
        assert_eq!(people("en", &text), ["Rosa Quispe PE", name], "{text}");
    };
    check("the Special Representative of the Prime Minister of Fiji for the Sahel, Hans Berg", "Hans Berg FJ");
    check("the Special Envoy of the President of South Sudan, Deng Akol", "Deng Akol SS");
    check("the adviser to the Kenyan President, Aija Lace", "Aija Lace KE");
    check("the Chief of Staff to the Prime Minister of Croatia, Luis Vega", "Luis Vega HR");
    check("the Special Envoy of the President of Ghana, Foreign Minister Kofi Mensah", "Kofi Mensah GH");
}

#[test]
fn a_sovereigns_title_behind_an_office_is_a_name() {
    let check = |whom: &str, name: &str| {
        let text = format!("Foreign Minister Rosa Quispe of Peru received {whom}.");
        assert_eq!(people("en", &text), ["Rosa Quispe PE", name], "{text}");
    };
    check("Qatar's Minister of State Sultan Al-Ansari", "Sultan Al-Ansari QA");
    check("UAE Industry Minister Sultan Al Harbi", "Sultan Al Harbi AE");
    check("Sultan Qasim of Oman", "Qasim OM");
}
