//! Whose people are, and who meets whom.

use super::{shown, told};
use crate::fixtures::{claims, phrases, read};

#[test]
fn whom_a_traveller_meets_is_of_the_country() {
    let sv = "Utrikesministeriet\n\nUtrikesminister Eva Lund besökte Slovenien den 12–13 mars 2025.\n\nI Ljubljana träffade Lund sin \
              slovenska kollega Maja Kos. På eftermiddagen mottogs utrikesministern av president Ana Zupan.\n";
    assert_eq!(told("sv", sv, "meeting"), ["FI,SI Eva Lund,Maja Kos", "FI,SI Ana Zupan,Eva Lund"]);
    let en = "Foreign Minister Ali Sabry of Sri Lanka visited Peru on 12 March 2025. In Lima he met Health Minister Rosa Quispe. \
              Sabry also met Speaker Luis Rojas in Lima.";
    assert_eq!(told("en", en, "meeting"), ["LK,PE Ali Sabry,Rosa Quispe", "LK,PE Ali Sabry,Luis Rojas"]);
}

#[test]
fn an_agency_or_an_address_tells_whose_page_it_is() {
    let told = |text: &str| told("sv", text, "meeting");
    let story = "Premiärminister Le Van Hoa träffade Sveriges statsminister Eva Lund. Sverige är en vän. Sverige och Vietnam \
                 samarbetar.";
    assert_eq!(
        told(&format!("Hanoi (VNA) - {story}\n\nSverige växer, sade Sveriges statsminister.\n")),
        ["SE,VN Le Van Hoa,Eva Lund"]
    );
    assert_eq!(
        told(&format!("Diplomati i veckan\n\n{story}\n\nSverige växer.\n\nKälla: baoquocte.vn\n")),
        ["SE,VN Le Van Hoa,Eva Lund"]
    );
    let text =
        "Havanna, 24 juli 2025 (Prensa Latina) Utrikesminister Rosa Pérez träffade Namibias president Jan Nujoma.\n";
    assert_eq!(told(text), ["CU,NA Rosa Pérez,Jan Nujoma"]);
}

#[test]
fn whose_page_it_is_tells_of_which_party_a_minister_is() {
    let check = |text: &str, expected: &str| {
        let people = read(phrases(), "en", text).engagements.into_iter().flat_map(|told| told.people);
        let of = people.filter(|person| person.name == "Rosa Quispe").find_map(|person| person.party);
        assert_eq!(of.as_deref(), Some(expected), "{text}");
    };
    let story = "Foreign Minister Rosa Quispe met Foreign Minister Ali Sabry of Sri Lanka.";
    // The agency of the dateline, more than where the story was written.
    check(
        &format!(
            "DAR ES SALAAM, 3 May 2025 (Xinhua) - {story} Tanzania will host a fair for goods from many countries next year."
        ),
        "CN",
    );
    // A country behind its city is a place.
    check(
        &format!("Global Affairs Canada, Johannesburg, South Africa, 3 May 2025\n\n{story} Canada will host a fair."),
        "CA",
    );
    // What a story ends with is no line of an issuer.
    check(&format!("LIMA, 3 May 2025\n\n{story}\n\nMr Sabry will stay on in Peru.\n\nThe tour ends in Suva.\n"), "PE");
}

#[test]
fn who_signs_with_the_host_is_the_guests() {
    let text = "BAKU, 3 May 2025\n\nPresident Kofi Mensah of Ghana arrived in Baku on Saturday. Minister of Mines Rosa Quispe and \
                Minister of Transport Luis Vega signed an agreement. Azerbaijan thanks Azerbaijan.\n";
    let told = read(phrases(), "en", text).engagements;
    let signing = told.iter().find(|told| told.kind == "signing").expect("it is signed");
    let parties: Vec<_> = signing.people.iter().map(|person| person.party.as_deref()).collect();
    assert_eq!(parties, [Some("AZ"), Some("GH")]);
}

#[test]
fn who_is_met_beside_a_host_is_of_the_country() {
    let text = "Estlands utrikesministerium\n\nEstlands utrikesminister Mart Tamm besöker Tokyo den 7–9 maj 2025. På onsdagen hade Tamm samtal med Japans \
                finansminister Ken Mori och med talmannen i underhuset, Akira Sato.";
    assert_eq!(told("sv", text, "meeting"), ["EE,JP Mart Tamm,Ken Mori", "EE,JP Mart Tamm,Akira Sato"]);
}

#[test]
fn a_name_stands_behind_what_an_office_is_of() {
    let text = "Premiärminister Le Van Hoa tog emot ordföranden för den schweiziska handelskammaren Rolf Suter.";
    assert!(told("sv", text, "meeting")[0].ends_with("Le Van Hoa,Rolf Suter"));
    let text = "Sverige gästades av Kung Harald V och Drottning Sonja av Norge.";
    assert_eq!(told("sv", text, "visit"), ["NO,SE Harald V,Sonja"]);
}

#[test]
fn a_premier_is_of_another_state() {
    let text =
        "Försvarsminister Eva Lund besökte Kiev i Ukraina den 3 maj 2025. Lund träffade premiärminister Ivan Bondar.";
    assert_eq!(told("sv", text, "meeting"), ["SE,UA Eva Lund,Ivan Bondar"]);
}

#[test]
fn his_wife_is_who_was_named_so() {
    let text = "Vietnams president Le Van Hoa och hans fru Ngo Thi Mai besökte Finland den 20–22 oktober 2025. Den 23 oktober besökte \
                Le Van Hoa och hans fru Bulgarien.";
    assert_eq!(told("sv", text, "visit"), ["FI,VN Le Van Hoa,Ngo Thi Mai", "BG,VN Le Van Hoa,Ngo Thi Mai"]);
}

#[test]
fn what_a_ministry_issues_is_the_pages_own() {
    let text = "Hanoi (VNA) - Utrikesministeriet utfärdade beslut nr 12/2025 om planen för ASEAN-toppmötet.";
    assert_eq!(told("sv", text, "publication"), ["VN "]);
}

#[test]
fn a_guest_comes_to_the_pages_own_country() {
    let text = "LIMA, 5 May 2025\n\nForeign Minister Rosa Quispe received the Ambassador of Kenya, Ann Mutua, in Lima. Peru and Kenya are \
                friends. Foreign Minister Ali Sabry of Sri Lanka is on an official visit from 8 to 9 May 2025.\n";
    assert_eq!(told("en", text, "visit"), ["LK,PE Ali Sabry"]);
}

#[test]
fn those_listed_as_met_share_a_party() {
    let text = "STOCKHOLM, 5 februari 2026\n\nHandelsminister Eva Lund kom till Lima på onsdagen. Under onsdagen hade ministern möten \
                med Perus handelsminister Rosa Quispe, utrikesminister Inés Rojas och energiminister Luis Vega. Sverige köper \
                koppar.\n";
    assert_eq!(
        told("sv", text, "meeting"),
        ["PE,SE Eva Lund,Rosa Quispe", "PE,SE Eva Lund,Inés Rojas", "PE,SE Eva Lund,Luis Vega"]
    );
}

#[test]
fn colleagues_are_named_behind_their_countries() {
    let text =
        "Utrikesminister Eva Lund talade i telefon med sina kollegor i Peru, Rosa Quispe, och Oman, Saif Haddad.";
    assert_eq!(told("sv", text, "call"), ["PE,SE Eva Lund,Rosa Quispe", "OM,SE Eva Lund,Saif Haddad"]);
}

#[test]
fn who_is_visited_is_the_host() {
    let text = "STOCKHOLM, 4 mars 2026\n\nPå måndagen gästades riksdagen av en delegation från Kenyas senat. Sverige är en vän.\n";
    assert_eq!(told("sv", text, "visit"), ["KE,SE "]);
    let text = "Perus president Rosa Quispe fick på måndagen besök av Ghanas president Kofi Osei. De två träffades i palatset.";
    assert_eq!(told("sv", text, "meeting"), ["GH,PE Kofi Osei,Rosa Quispe"]);
}

#[test]
fn the_party_of_a_ministry_above_is_the_pages_own() {
    let text = "Estlands utrikesministerium\n\nMöten i Kenya\n\nUtrikesminister Kaja Mets mötte i dag Kenyas utrikesminister Moses \
                Wekesa i Nairobi. Kenya är en vän. Kenya köper datorer. Kenya bygger.\n";
    assert_eq!(told("sv", text, "meeting"), ["EE,KE Kaja Mets,Moses Wekesa"]);
}

#[test]
fn the_federal_president_is_who_was_named_so() {
    let text = "Tysklands förbundspresident Max Adler är på besök i Finland. Finlands president Aino Virtanen tog emot honom i Helsingfors. \
                Förbundspresidenten träffade också talman Olli Salo.";
    let met = told("sv", text, "meeting");
    assert!(met.iter().any(|met| met.contains("Max Adler") && met.contains("Olli Salo")), "{met:?}");
}

#[test]
fn an_office_alone_is_whoever_was_named_so_whosever_page_it_is() {
    let text = "Secretary of State Carol Dawson spoke today with Zambian Foreign Minister Peter Chanda Mwale. The Secretary \
                applauded Zambia’s decision to reform and thanked the Foreign Minister for Lusaka’s help. The Secretary encouraged \
                Zambia to move swiftly. Foreign Minister Chanda Mwale noted Zambia’s interest in trade.";
    let reading = read(phrases(), "en", text);
    let thanks = claims(&reading).find(|claim| claim.kind == "courtesy").expect("somebody thanks");
    assert_eq!((thanks.actors.join(","), thanks.addressees.join(",")), ("US".to_owned(), "ZM".to_owned()));
}

#[test]
fn a_family_name_tells_whose_people_somebody_is() {
    let check = |text: &str, expected: &[(&str, &str)]| {
        let told = read(phrases(), "vi", text).engagements;
        let meeting = told.iter().find(|told| told.kind == "meeting").expect("they meet");
        let party = |name: &str| meeting.people.iter().find(|person| person.name == name)?.party.clone();
        for (name, of) in expected {
            assert_eq!(party(name).as_deref(), Some(*of), "{name}: {text}");
        }
    };
    // On a page of another country, too.
    check(
        "Ngày 5/5/2025, tại Lima, Bộ trưởng Ngoại giao Nguyễn Văn Hòa gặp Bộ trưởng Ngoại giao Rosa Quispe. Peru cảm ơn Peru. Peru mời \
         Peru. Peru là bạn của Peru.",
        &[("Nguyễn Văn Hòa", "VN"), ("Rosa Quispe", "PE")],
    );
    // Who has none is of another that is named.
    check(
        "Hà Nội, 5/5/2025 - Ngoại trưởng Mỹ Marco Rubio thăm Israel. Tại Jerusalem, ông Rubio gặp Thủ tướng Benjamin Netanyahu. Việt Nam \
         theo dõi.",
        &[("Marco Rubio", "US"), ("Benjamin Netanyahu", "IL")],
    );
}

#[test]
fn a_couple_is_who_holds_the_office_and_whom_they_are_wed_to() {
    let text = "Kung Harald och Drottning Eva av Norge besökte Peru den 5 maj 2025. I Lima mottogs det norska kungaparet av president Luis \
                Rojas.";
    assert_eq!(told("sv", text, "visit"), ["NO,PE Harald,Eva"]);
    assert_eq!(told("sv", text, "meeting"), ["NO,PE Luis Rojas,Harald,Eva"]);
    let named = "Presidentparet Luis Rojas och Ana Quispe av Peru besökte Kenya den 5 maj 2025.";
    assert_eq!(told("sv", named, "visit"), ["KE,PE Luis Rojas,Ana Quispe"]);
}

#[test]
fn who_reigns_is_nobody_s_minister() {
    let text = "Kung Harald av Norge fyllde år. Den norske kungen och utrikesminister Eva Lund besöker Peru.";
    assert_eq!(told("sv", text, "visit"), ["NO,PE Harald,Eva Lund"]);
    // Two offices of one person.
    let text = "Perus president och överbefälhavare Luis Rojas träffade Norges statsminister Eva Lund.";
    assert_eq!(told("sv", text, "meeting"), ["NO,PE Luis Rojas,Eva Lund"]);
}

#[test]
fn a_full_name_on_either_side_of_a_meeting_is_a_persons() {
    let text = "Norges statsminister Eva Lund är i Lima. Kofi Mensah tog emot Luis Rojas och Ana Quispe.";
    assert_eq!(told("sv", text, "meeting"), [" Kofi Mensah,Luis Rojas,Ana Quispe"]);
}

#[test]
fn a_name_before_an_office_leaves_its_genitive() {
    let text = "Statsminister Lunds statssekreterare Olle Berg träffade Perus president Luis Rojas. Lund.";
    assert_eq!(told("sv", text, "meeting"), ["PE,SE Olle Berg,Luis Rojas"]);
}

#[test]
fn a_crown_couple_are_those_named_together() {
    let text =
        "Kronprinsessan Eva och prins Olle av Norge är hemma. Det norska kronprinsessparet besöker Kenya i maj 2025.";
    assert_eq!(told("sv", text, "visit"), ["KE,NO Eva,Olle"]);
}

#[test]
fn a_first_name_may_be_a_city_before_a_small_word() {
    let text = "Norges utrikesminister Eva Lund träffade sin palestinske kollega Riyad al-Malki.";
    assert_eq!(told("sv", text, "meeting"), ["NO,PS Eva Lund,Riyad al-Malki"]);
}

#[test]
fn holders_of_an_office_are_those_who_hold_it() {
    let text = "Perus president Luis Rojas, Perus utrikesminister Ana Quispe och Norges utrikesminister Eva Lund möttes i Oslo. \
                Utrikesministrarna undertecknade ett avtal.";
    assert_eq!(told("sv", text, "signing"), ["NO,PE Ana Quispe,Eva Lund"]);
}

/// The people of the first meeting or call of a text, each with the party.
fn met(text: &str) -> Vec<String> {
    let told = read(phrases(), "en", text).engagements;
    let meeting = told.into_iter().find(|told| told.kind == "meeting").expect("they meet");
    meeting.people.into_iter().map(|person| format!("{} {}", person.name, person.party.unwrap_or_default())).collect()
}

#[test]
fn whom_a_guest_joins_on_a_visit_is_the_host() {
    assert_eq!(
        met(
            "HARARE, 5 May 2025 - During his visit to Lima on Monday, Prime Minister of Zimbabwe Tendai Moyo took part with President Luis \
             Vega in a meeting of the delegations and met the press."
        ),
        ["Tendai Moyo ZW", "Luis Vega PE"]
    );
}

#[test]
fn a_delegation_is_led_by_somebody_of_its_party() {
    let text = "The talks were held in Lima on 5 May 2025. The Ghanaian delegation was led by H.E. Kofi Mensah, Minister of Transport, and \
                the Peruvian delegation by Hon. Rosa Quispe, Minister of Transport. Mr Mensah met Mrs Quispe again in the evening.";
    let mut people = met(text);
    people.sort();
    assert_eq!(people, ["Kofi Mensah GH", "Rosa Quispe PE"]);
}

#[test]
fn brackets_stand_between_an_office_and_its_party_or_holder() {
    assert_eq!(
        met(
            "LIMA, 5 May 2025 - African Development Bank (AfDB) President Kofi Mensah and Prime Minister Rosa Quispe held talks in \
             Lima on Monday."
        ),
        ["Kofi Mensah AfDB", "Rosa Quispe PE"]
    );
    assert_eq!(
        met(
            "LIMA, 5 May 2025 - Director General (Europe) Anil Rao of the Indian foreign ministry met Ambassador Rosa Quispe of Peru \
             in Lima."
        ),
        ["Anil Rao IN", "Rosa Quispe PE"]
    );
}

#[test]
fn an_interview_is_of_whoever_holds_the_office_that_is_asked() {
    let text = "| President Rosa Quispe on her state visit to Ghana on 3-4 March 2025. |\n\nThe year 2024 was the first in which the \
                Ministry of Foreign Affairs of Peru held its own conference. Could the Minister tell us what has been achieved?\n\n\
                As we know, the region has gone through hard years, with floods and a slow economy.\n\nFirst, we strengthened \
                relations with our neighbours; the visit of President Xi Jinping to Lima and the visit of US President Joe \
                Biden showed it.\n\nMinister, what will be the focus of the coming year?\n\nPrime Minister Luis Rojas affirmed it: \
                we will support small companies.\n\n| Foreign Minister Ana Vega. |\n\nPeru hopes that trade will grow.\n";
    let told = read(phrases(), "en", text).engagements;
    let statements: Vec<_> = told.iter().filter(|told| told.kind == "statement").collect();
    let [statement] = &statements[..] else { panic!("{told:#?}") };
    assert_eq!(statement.people.iter().map(|person| &*person.name).collect::<Vec<_>>(), ["Ana Vega"]);
    assert!(statement.claims.len() >= 3, "{statement:#?}");
    assert!(statement.claims.iter().all(|claim| claim.actors == ["PE"]), "{statement:#?}");
    // What is spoken of is told in passing, and only where it says when it was.
    let others: Vec<_> = told.iter().filter(|told| told.kind != "statement").collect();
    assert!(others.iter().all(|told| told.background && told.start.is_some()), "{others:#?}");
    assert_eq!(others.len(), 1, "{others:#?}");
}

#[test]
fn a_country_inside_a_name_is_none() {
    let people = |text: &str| {
        let told = read(phrases(), "vi", text).engagements;
        let people = told.into_iter().flat_map(|told| told.people);
        people.map(|person| format!("{} {}", person.name, person.party.unwrap_or_default())).collect::<Vec<_>>()
    };
    // The wife is of no country that stands in her husband's name.
    let text = "Đặt chân tới Accra tối 22/7/2025, Chủ tịch Quốc hội Lưu Đức Hòa và Phu nhân Cung Thị Lan bắt đầu chuyến thăm chính thức \
                Ghana.";
    assert_eq!(people(text), ["Lưu Đức Hòa VN", "Cung Thị Lan VN"]);
    // Nor is whoever is behind the name's end.
    let text = "Phó Tổng Thư ký ASEAN phụ trách An ninh Đào Đức Dũng tiếp ông Ali Sabry, Đại sứ Peru.";
    assert!(people(text).iter().all(|person| !person.ends_with("DE")), "{:?}", people(text));
    // "Mr" and "Ms" stand before a given name alone.
    let text = "HÀ NỘI, 3/5/2025 - Ông Đức cùng bà Nga tiếp Đại sứ Peru Rosa Quispe.";
    assert_eq!(people(text), ["Đức VN", "Nga VN", "Rosa Quispe PE"]);
}

#[test]
fn the_delegation_is_the_guests() {
    let text = "HÀ TĨNH, 3/6/2025 - Sáng 3/6, Chủ tịch Quốc hội Lê Văn Hòa tiếp Bộ trưởng Tư pháp Ghana Kofi Mensah.\n\nTrước đó, Đoàn đã dâng \
                hoa tại Đài tưởng niệm.\n";
    assert_eq!(told("vi", text, "event"), ["GH,VN Kofi Mensah"]);
}

#[test]
fn who_holds_the_office_of_the_first_met_is_of_the_other_side() {
    let text = "Handelsminister Anna Berg träffade Uruguays president Yamandú Vega, och handelsminister Ana Mora.\n";
    let told = shown("sv", text).join("; ");
    assert!(told.contains("Ana Mora (UY)"), "{told}");
}

#[test]
fn who_works_for_somebody_travels_without_them() {
    let text = "Diana Holm, statssekreterare hos handelsminister Anna Berg, besökte Peru.\n";
    assert_eq!(shown("sv", text), ["visit PE SE,PE Diana Holm (SE)"]);
}

#[test]
fn who_comes_from_a_country_is_of_it() {
    let text = "De nordiska ministrarna samlades i Suva till sitt årsmöte. Från Samoa deltog Anna Berg, från Tonga Peter Lund och från Kenya \
                Amos Otieno.\n";
    let told = shown("sv", text).join("; ");
    assert!(told.contains("Anna Berg (WS), Peter Lund (TO), Amos Otieno (KE)"), "{told}");
}

/// The party of each of the people that a text in English names, by the packs' phrases alone.
fn parties_of(text: &str) -> Vec<(String, Option<String>)> {
    let mut all: Vec<(String, Option<String>)> = Vec::new();
    for person in read(phrases(), "en", text).engagements.into_iter().flat_map(|told| told.people) {
        if !all.iter().any(|(name, _)| *name == person.name) {
            all.push((person.name, person.party));
        }
    }
    all
}

#[test]
fn who_receives_somebody_is_at_home() {
    let check = |text: &str, expected: &[(&str, Option<&str>)]| {
        let told = parties_of(text);
        let told: Vec<_> = told.iter().map(|(name, party)| (name.as_str(), party.as_deref())).collect();
        assert_eq!(told, expected, "{text}");
    };
    let story = "Latvia and Ghana will deepen cooperation. This was agreed on 3 May 2025 when President Kofi Mensah hosted President \
                 Janis Ozols at Jubilee House, Accra. President Mensah commended Latvia for its support. Latvia is a partner.";
    check(story, &[("Kofi Mensah", Some("GH")), ("Janis Ozols", Some("LV"))]);
    // Not who is on a journey there.
    let guest = "Prime Minister Adrian Tan of Singapore visited Timor-Leste from 3 to 5 May 2025. In Dili, Minister Rui Belo called on \
                 Prime Minister Tan.";
    check(guest, &[("Adrian Tan", Some("SG")), ("Rui Belo", Some("TL"))]);
    // Whom somebody from elsewhere meets in a third country is of it, not of the page's own; where all gather, nothing tells.
    let third =
        "TBILISI, 4 March 2025. Hungarian Foreign Minister Pal Kiss met President Tural Aliyev in Baku on Monday.";
    check(third, &[("Pal Kiss", Some("HU")), ("Tural Aliyev", Some("AZ"))]);
    let margins =
        "TBILISI, 4 March 2025. Hungarian Foreign Minister Pal Kiss met President Gia Beridze in New York on Monday.";
    check(margins, &[("Pal Kiss", Some("HU")), ("Gia Beridze", Some("GE"))]);
    // Of two foreign ministers one is said to be of a party, and nothing tells of the other.
    let unknown = "Minister of Foreign Affairs Kerem Aydin met with Ani Petrosyan, Minister of Foreign Affairs of Armenia, on 12 \
                   April 2025.";
    check(unknown, &[("Kerem Aydin", None), ("Ani Petrosyan", Some("AM"))]);
}

#[test]
fn a_journey_is_not_to_ones_own_country() {
    let text = "Visit to Portugal and Slovakia (7-10 April 2025)\n\nExternal Affairs Minister Dr. A. Ramanathan will visit Portugal \
                and Slovakia from 7 to 10 April 2025. In Lisbon the minister will call on the Prime Minister of Portugal, Mr. Luis \
                Montenegro.";
    assert_eq!(told("en", text, "visit"), ["IN,PT A. Ramanathan", "IN,SK A. Ramanathan"]);
    assert_eq!(told("en", text, "meeting"), ["IN,PT A. Ramanathan,Luis Montenegro"]);
    let text = "Visit to Brunei, 10 to 12 June 2024\n\nMinister for Foreign Affairs Dr Vikram Tan visited Brunei Darussalam from 10 to 12 \
                June 2024 for a dialogue of the youth of Singapore and Brunei. Dr Tan had lunch with Second Minister of Foreign Affairs \
                Dato Azlan Yusof.";
    assert_eq!(told("en", text, "visit"), ["BN,SG Vikram Tan"]);
}

#[test]
fn who_goes_somewhere_and_comes_back_is_of_where_he_comes_back_to() {
    let text = "Foreign Minister Hemi Tane will travel to Vanuatu this week. \"Vanuatu is close to us,\" Mr Tane says.\n\nMr Tane departs on \
                Wednesday and returns to Wellington on Saturday.";
    assert!(parties_of(text).contains(&("Hemi Tane".to_owned(), Some("NZ".to_owned()))), "{:?}", parties_of(text));
}

#[test]
fn a_counterpart_is_of_whom_he_is_met_beside_and_of_who_meets_him() {
    let offices = |text: &str| -> Vec<String> {
        let people = read(phrases(), "en", text).engagements.into_iter().flat_map(|told| told.people);
        people.map(|one| format!("{} {} {}", one.name, one.party.unwrap_or_default(), one.offices.join("+"))).collect()
    };
    let check = |text: &str, expected: &str| {
        let found = offices(text);
        assert!(found.iter().any(|person| person == expected), "{text}: {found:?}");
    };
    let ali = "Foreign Minister Ali Sabry of Sri Lanka";
    check(
        &format!("{ali} met President Rosa Quispe of Peru and with his colleague Luis Vega Arce in Lima."),
        "Luis Vega Arce PE foreign-minister",
    );
    check(
        &format!("{ali} and Prof Kofi Mensah, his Ghanaian counterpart, met in Accra."),
        "Kofi Mensah GH foreign-minister",
    );
    check(
        &format!(
            "{ali} saw President Rosa Quispe of Peru off in Lima, where he met his Ghanaian counterpart, Kofi Mensah."
        ),
        "Kofi Mensah GH foreign-minister",
    );
    // An ambassador's rank is not the office that the other holds too.
    check(
        "The Minister for Foreign Affairs of Sri Lanka, Ambassador Ali Sabry, met his Ghanaian counterpart, Kofi Mensah, in Accra.",
        "Kofi Mensah GH foreign-minister",
    );
}

#[test]
fn who_travels_on_is_who_met_not_who_was_met() {
    let text = "Foreign Minister Ali Sabry of Sri Lanka met President Rosa Quispe of Peru before travelling to Accra.";
    assert_eq!(told("en", text, "visit"), ["GH,LK Ali Sabry"]);
    let text = "Foreign Minister Ali Sabry of Sri Lanka received Minister Rosa Quispe of Peru, on a visit to Colombo.";
    assert_eq!(told("en", text, "visit"), ["LK,PE Rosa Quispe"]);
}

#[test]
fn the_secretary_general_alone_is_the_united_nations() {
    let met = "The Secretary-General met with Foreign Minister Ali Sabry of Sri Lanka in Geneva.";
    assert_eq!(told("en", met, "meeting"), ["LK,UN Ali Sabry"]);
    assert_eq!(told("en", &format!("{met} ASEAN is grateful to Sri Lanka."), "meeting"), ["ASEAN,LK Ali Sabry"]);
    // Named, and of two: nothing tells of which.
    let named = "Secretary-General Rosa Quispe met with Foreign Minister Ali Sabry of Sri Lanka in Geneva.";
    assert_eq!(told("en", named, "meeting"), ["LK Rosa Quispe,Ali Sabry"]);
}

#[test]
fn letters_and_small_names_stand_beside_a_name() {
    let check = |text: &str, name: &str| {
        let found = parties_of(text);
        assert!(found.iter().any(|(known, _)| known == name), "{text}: {found:?}");
    };
    check(
        "The Minister for Foreign Affairs of Ireland, Sean Byrne TD, met President Rosa Quispe of Peru.",
        "Sean Byrne",
    );
    check("Foreign Minister Ali Sabry of Sri Lanka met Vice President JD Moss of Ghana in Accra.", "JD Moss");
    check("President Duma Tau of Botswana met Foreign Minister Ali Sabry of Sri Lanka.", "Duma Tau");
    check("Foreign Minister Gideon Sa'ar of Israel met Foreign Minister Ali Sabry of Sri Lanka.", "Gideon Sa'ar");
    let found = parties_of("President Duma Tau of Botswana met Foreign Minister Ali Sabry of Sri Lanka.");
    assert_eq!(found[0].1.as_deref(), Some("BW"));
}

#[test]
fn who_is_listed_behind_a_ceremony_takes_part() {
    let text = "President Kofi Mensah of Ghana received letters of credence from two ambassadors in Accra. They are Inés Rojas of Peru and \
                Saif Haddad of Oman.";
    assert_eq!(told("en", text, "event"), ["GH,OM,PE Kofi Mensah,Inés Rojas,Saif Haddad"]);
}

#[test]
fn a_statement_that_nobody_signs_is_of_whoever_speaks_in_it() {
    let text = "Statement by the Spokesperson on the death sentences in Oman\n\n16 April 2025\n\nThe European Union welcomes the decision of \
                Oman to commute all death sentences, and calls on Oman to end capital punishment.";
    assert_eq!(told("en", text, "statement"), ["EU "]);
}

#[test]
fn who_speaks_after_a_meeting_was_not_at_it() {
    let text = "President Kofi Mensah of Ghana met President Rosa Quispe of Peru in Accra. After the meeting, the government spokesman, Mr \
                Yaw Owusu, said both were content.";
    assert_eq!(told("en", text, "meeting"), ["GH,PE Kofi Mensah,Rosa Quispe"]);
}

#[test]
fn those_led_anew_are_met_each() {
    let text = "Foreign Minister Ali Sabry of Sri Lanka was in Lima on Monday for talks with the Minister of Health of Peru, Rosa Quispe, \
                and with the Minister of Labour of Peru, Luis Vega.";
    assert_eq!(told("en", text, "meeting"), ["LK,PE Ali Sabry,Rosa Quispe", "LK,PE Ali Sabry,Luis Vega"]);
}

#[test]
fn who_hosts_a_gathering_receives_nobody() {
    let text = "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru. Today she attends the Pacific Ministers' \
                Conference, which Chile hosts in Santiago.";
    assert_eq!(told("en", text, "meeting"), ["LK,PE Ali Sabry,Rosa Quispe"]);
}

#[test]
fn a_father_is_not_his_son() {
    let text = "President Sheikh Mohamed bin Rashid Al Saud of the UAE received President Rosa Quispe of Peru. The meeting was attended by \
                Sheikh Hamdan bin Mohamed bin Rashid Al Saud.";
    let found = parties_of(text);
    assert!(found.iter().any(|(name, _)| name == "Mohamed bin Rashid Al Saud"), "{found:?}");
    let text =
        "King Rashid II of Oman received President Rosa Quispe of Peru. Crown Prince Hussein bin Rashid II attended.";
    let found = parties_of(text);
    assert!(found.iter().any(|(name, _)| name == "Rashid II"), "{found:?}");
}

#[test]
fn a_ministry_that_welcomes_what_another_did_speaks_itself() {
    let text = "Statement by the Ministry of Foreign Affairs of Peru\n\nThe Ministry of Foreign Affairs welcomes the announcement by \
                President Kofi Mensah of Ghana on the port.\n";
    assert_eq!(told("en", text, "statement"), ["PE "]);
}

#[test]
fn a_prime_minister_is_of_a_state_that_has_one() {
    let text = "Prime Minister Levi Adar met with US Special Envoy Jane Moss in Washington on 10 February 2026.";
    assert!(!parties_of(text).contains(&("Levi Adar".to_owned(), Some("US".to_owned()))), "{:?}", parties_of(text));
}

#[test]
fn a_stranger_holds_the_office_that_was_told_of_without_a_name() {
    let text = "Tổng thống Ghana cho biết ông và Thủ tướng Áo đã nói về khí đốt.\n\nTổng thống Ghana Kofi Mensah điện đàm với Thủ tướng Rolf \
                Suter hôm 3/5/2025, theo văn phòng của ông Mensah.";
    let told = read(phrases(), "vi", text).engagements;
    let call = told.iter().find(|told| told.kind == "call").expect("they speak");
    assert_eq!(call.parties, ["GH", "AT"], "{told:?}");
}

#[test]
fn whose_people_hold_offices_by_their_names_has_the_page() {
    let text = "Geneva (Thụy Sĩ), 30/7/2025 - Tại Geneva, Chủ tịch Quốc hội Lê Văn Hòa gặp Chủ tịch Quốc hội Togo Komi Klassou và Chủ tịch \
                Thượng viện Chile Rosa Quispe.\n\nTiếp đó, tại cuộc gặp với Chủ tịch Thượng viện Chile, Chủ tịch Quốc hội cảm ơn Chile. Chile là \
                bạn của Togo. Togo yêu Chile.";
    let told = read(phrases(), "vi", text).engagements;
    let thanks = crate::fixtures::claims(&read(phrases(), "vi", text))
        .any(|claim| claim.actors == ["VN"] && claim.addressees == ["CL"]);
    assert!(thanks, "{told:?}");
}

#[test]
fn two_of_one_office_are_of_the_two_parties_told() {
    let met = "Norges statsminister Jonas Berg tog emot Perus president Rosa Quispe i Oslo den 3 mars 2027. ";
    let signed = |text: &str| told("sv", &format!("{met}{text}"), "signing");
    let both = ["NO,PE Eva Lund,Luis Vega"];
    assert_eq!(signed("Utrikesministrarna Eva Lund och Luis Vega undertecknade ett avtal om handel."), both);
    assert_eq!(
        signed("De båda ländernas finansministrar, Eva Lund och Luis Vega, undertecknade ett avtal om lån."),
        both
    );
    // Whom nothing names is not those who met.
    assert_eq!(signed("De båda ländernas finansministrar undertecknade ett avtal om lån."), ["NO,PE "]);
    let english = "Prime Minister Jonas Berg of Norway received President Rosa Quispe of Peru in Oslo on 3 March 2027. The two \
                   countries' finance ministers, Eva Lund and Luis Vega, signed an agreement on loans.";
    assert_eq!(told("en", english, "signing"), both);
    // Two prime ministers are of two parties, whatever else is told.
    let alone =
        "Statsministrarna Jonas Berg och Eva Lund undertecknade den 3 mars 2027 ett avtal mellan Sverige och Norge.";
    assert_eq!(told("sv", alone, "signing"), ["NO,SE Jonas Berg,Eva Lund"]);
}

#[test]
fn a_title_tells_what_no_line_below_it_does() {
    let text = "# Perus president Rosa Quispe i Oslo\n\nPublicerad 18 februari 2027\n\nNorges statsminister Jonas Berg tog på torsdagen \
                emot Rosa Quispe.";
    let people = read(phrases(), "sv", text).engagements.remove(0).people;
    let quispe = people.into_iter().find(|one| one.name == "Rosa Quispe").expect("she was received");
    assert_eq!(quispe.party.as_deref(), Some("PE"));
    assert_eq!(quispe.offices, ["head-of-state"]);
}

#[test]
fn a_counterpart_told_of_before_is_meant() {
    let came = "Den 4 februari 2027 besökte Kenyas utrikesminister Peter Wekesa Stockholm. ";
    let signed = |text: &str| told("sv", &format!("{came}{text}"), "signing");
    let both = "Utrikesminister Eva Lund och hennes kenyanske kollega undertecknade en avsiktsförklaring.";
    assert_eq!(signed(both), ["KE,SE Eva Lund,Peter Wekesa"]);
    // Nobody was named who is one.
    let another = "Handelsminister Olle Berg och hans kenyanske kollega undertecknade en avsiktsförklaring.";
    assert_eq!(signed(another), ["KE,SE Olle Berg"]);
    let he = format!("{came}Han och hans svenska kollega Eva Lund undertecknade ett avtal.");
    let told =
        read(phrases(), "sv", &he).engagements.into_iter().find(|told| told.kind == "signing").expect("it is told");
    assert!(told.people.iter().all(|one| one.offices == ["foreign-minister"]), "{told:?}");
}

#[test]
fn of_two_presidents_whose_party_nothing_says_one_is_the_others_guest() {
    let text = "Finlands och Perus försvarsministrar, Antti Berg och Luis Vega, undertecknade den 10 mars 2027 i Lima ett avtal. Berg \
                överlämnade ett brev från president Eino Salo till president Rosa Quispe.";
    let people = read(phrases(), "sv", text).engagements.into_iter().flat_map(|told| told.people);
    let parties: Vec<(String, String)> = people.map(|one| (one.name, one.party.unwrap_or_default())).collect();
    for (name, party) in [("Eino Salo", "FI"), ("Rosa Quispe", "PE")] {
        assert!(parties.iter().all(|(one, of)| one != name || of == party), "{parties:?}");
    }
}

#[test]
fn who_works_at_a_ministry_is_of_its_party() {
    let text = "Vietnamesiska nyhetsbyrån VNA\n\nVietnams ambassad i Stockholm höll den 19 augusti 2027 en mottagning. Statssekreterare Olle Berg vid \
                Utrikesdepartementet träffade ambassadör Tran Van Hoa.";
    assert_eq!(told("sv", text, "meeting"), ["SE,VN Olle Berg,Tran Van Hoa"]);
}

#[test]
fn who_speaks_after_a_meeting_met() {
    let text = "Efter mötet med Lettlands president Rosa Quispe i Riga den 3 mars 2027 sade Finlands president Eino Salo att handeln växer.";
    assert_eq!(told("sv", text, "meeting"), ["FI,LV Eino Salo,Rosa Quispe"]);
}

#[test]
fn whom_the_hosts_receive_without_a_name_is_the_guest() {
    let text = "Perus president Rosa Quispe besöker Helsingfors den 3 mars 2027. Hon välkomnades av Finlands president Eino Salo. \
                Senare tar Finlands statsminister Eva Lund emot presidenten.";
    assert_eq!(told("sv", text, "meeting"), ["FI,PE Eino Salo,Rosa Quispe", "FI,PE Eva Lund,Rosa Quispe"]);
    let text = "En delegation från Perus parlament, ledd av talman Rosa Quispe, är på besök i Sverige den 1–5 mars 2027. Delegationen träffade den 2 \
                mars utrikesminister Eva Lund.";
    assert_eq!(told("sv", text, "meeting"), ["PE,SE Rosa Quispe,Eva Lund"]);
}

#[test]
fn who_was_there_too_is_one_of_those_spoken_of() {
    let text = "Kanadas utrikesminister Rosa Berg invigde den 6 februari 2027 landets konsulat i Nuuk. Med på ceremonin fanns Grönlands \
                regeringschef Aqqaluk Olsen och Danmarks utrikesminister Eva Lund. Innan dess höll de tre ett möte om Arktis.";
    assert_eq!(told("sv", text, "event"), ["CA,DK,GL Rosa Berg,Aqqaluk Olsen,Eva Lund"]);
    assert_eq!(told("sv", text, "meeting"), ["CA,DK,GL Rosa Berg,Aqqaluk Olsen,Eva Lund"]);
}

#[test]
fn an_office_alone_is_not_who_holds_it_elsewhere_and_is_named_behind() {
    let shown = |told: &str| shown("sv", &format!("# Regeringskansliet\n\nStockholm, 14 februari 2027\n\n{told}"));
    let met = "Försvarsministern mötte Perus försvarsminister Luis Vega.";
    assert_eq!(shown(met), ["meeting SE PE,SE Luis Vega (PE)"]);
    // One who was named before is.
    let met =
        "Perus försvarsminister Luis Vega är i Sverige. Försvarsministern mötte Ghanas försvarsminister Kofi Osei.";
    assert_eq!(shown(met), ["meeting SE PE,GH Luis Vega (PE), Kofi Osei (GH)"]);
}

#[test]
fn a_line_of_a_programme_ends_with_its_place() {
    let lines = "Eva Lund, Sveriges försvarsminister, tar emot Perus försvarsminister Luis Vega, Oslo.\n\nStatsrådet Ola Berg: möte med \
                 Ghanas utrikesminister Kofi Osei, Rosenbad.";
    assert_eq!(
        shown("sv", &format!("# Veckans program\n\nStockholm, 14 februari 2027\n\n{lines}")),
        ["meeting NO SE,PE Eva Lund (SE), Luis Vega (PE)", "meeting SE SE,GH Ola Berg (SE), Kofi Osei (GH)"]
    );
}

#[test]
fn whoever_meets_a_minister_of_his_own_country_is_not_of_another() {
    let text = "Accra, 14 October 2025. President Kofi Mensah received Ambassador Luis Vega of Peru. The President later met Ghana's \
                Finance Minister Ato Addo.";
    assert_eq!(shown("en", text)[0], "meeting GH GH,PE Kofi Mensah (GH), Luis Vega (PE)");
}

#[test]
fn who_leads_those_who_come_is_of_theirs_and_the_host_of_the_country_visited() {
    let came = "En delegation från Nepals parlament besöker riksdagen den 29–31 oktober. ";
    let page = "\n\nRiksdagsförvaltningen 28 oktober 2024";
    let led = format!("{came}Delegationen leds av vice talman Prakash Gurung.{page}");
    assert_eq!(shown("sv", &led), ["visit SE NP,SE Prakash Gurung (NP)"]);
    let hosted = format!("{came}Förste vice talman Eva Lund är värd för besöket.{page}");
    assert_eq!(shown("sv", &hosted), ["visit SE NP,SE Eva Lund (SE)"]);
    let own =
        "Riksdagens utrikesutskott reser till Nepal den 29–31 oktober. Delegationen leds av ordföranden Erik Lund.";
    assert_eq!(shown("sv", &format!("{own}{page}")), ["visit NP SE,NP Erik Lund (SE)"]);
}
