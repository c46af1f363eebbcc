use crate::fixtures::{phrases, read};

/// The engagements of a kind as `PARTIES names`, by the packs' phrases alone.
fn told(language: &str, text: &str, kind: &str) -> Vec<String> {
    let told = read(phrases(), language, text).engagements.into_iter().filter(|told| told.kind == kind);
    told.map(|told| {
        let mut parties = told.parties;
        parties.sort();
        let people: Vec<String> = told.people.into_iter().map(|person| person.name).collect();
        parties.join(",") + " " + &people.join(",")
    })
    .collect()
}

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
fn a_journey_that_heads_a_sentence_is_of_whoever_acts_in_it() {
    let text = "Under sitt officiella besök i Algeriet den 18–20 november 2025 höll Vietnams premiärminister Le Van Hoa samtal med \
                Algeriets premiärminister Ali Ghrib.";
    assert_eq!(told("sv", text, "visit"), ["DZ,VN Le Van Hoa"]);
    assert_eq!(told("sv", text, "meeting"), ["DZ,VN Le Van Hoa,Ali Ghrib"]);
}

#[test]
fn who_is_visited_is_met() {
    let visits = "Vietnams premiärminister Le Van Hoa besökte Kuwait den 16–18 november 2025. ";
    let person = format!(
        "{visits}På kvällen besökte premiärministern den tidigare kuwaitiske premiärministern Nasser Al-Sabah."
    );
    assert_eq!(told("sv", &person, "meeting"), ["KW,VN Le Van Hoa,Nasser Al-Sabah"]);
    let place = format!("{visits}Premiärministern besökte också ett varv.");
    assert_eq!(told("sv", &place, "visit"), ["KW,VN Le Van Hoa"]);
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
fn a_second_verb_goes_on_with_the_subject() {
    let first = "Statsminister Eva Lund hade ett möte med Kenyas talman Moses Wekesa";
    let more = format!("{first} och besökte ett varv.");
    assert!(told("sv", &more, "visit").iter().all(|visit| !visit.contains("Wekesa")));
    let more = format!("{first} och nedlade blommor vid Jomo Kenyattas grav.");
    assert!(told("sv", &more, "event")[0].contains("Eva Lund"));
}

#[test]
fn the_second_minister_is_no_second_session() {
    let text = "Vid samtalen med Bruneis andre utrikesminister Erywan Yusof tackade utrikesminister Eva Lund Brunei.";
    assert_eq!(told("sv", text, "consultation"), [""; 0]);
}

#[test]
fn who_is_met_beside_a_host_is_of_the_country() {
    let text = "Estlands utrikesministerium\n\nEstlands utrikesminister Mart Tamm besöker Tokyo den 7–9 maj 2025. På onsdagen hade Tamm samtal med Japans \
                finansminister Ken Mori och med talmannen i underhuset, Akira Sato.";
    assert_eq!(told("sv", text, "meeting"), ["EE,JP Mart Tamm,Ken Mori", "EE,JP Mart Tamm,Akira Sato"]);
}

#[test]
fn who_travels_along_is_on_the_visit() {
    let text = "Utrikesminister Eva Lund besökte Kroatien den 12–13 mars 2025. I Zagreb träffade Lund Kroatiens president Ivo Kos. \
                Under resan åtföljdes Lund av statssekreterare Åsa Holm.";
    assert_eq!(told("sv", text, "visit"), ["HR,SE Eva Lund,Åsa Holm"]);
    assert_eq!(told("sv", text, "meeting"), ["HR,SE Eva Lund,Ivo Kos"]);
}

#[test]
fn a_name_stands_behind_what_an_office_is_of() {
    let text = "Premiärminister Le Van Hoa tog emot ordföranden för den schweiziska handelskammaren Rolf Suter.";
    assert!(told("sv", text, "meeting")[0].ends_with("Le Van Hoa,Rolf Suter"));
    let text = "Sverige gästades av Kung Harald V och Drottning Sonja av Norge.";
    assert_eq!(told("sv", text, "visit"), ["NO,SE Harald V,Sonja"]);
}

#[test]
fn a_list_of_verbs_has_one_subject() {
    let text = "Sveriges utrikesminister Eva Lund var medordförande för samrådet med Kenyas utrikesminister Moses Wekesa, träffade \
                Kenyas handelsminister Ann Mutua samt talmannen Joy Achieng, och lade ner en krans vid Jomo Kenyattas mausoleum.";
    assert_eq!(told("sv", text, "event"), ["SE Eva Lund"]);
    assert!(told("sv", text, "meeting").iter().all(|meeting| meeting.contains("Eva Lund")));
    let text = "Prime Minister Ann Skelly of Dominica received Foreign Minister Ali Sabry of Sri Lanka and Speaker Nimal Dias and \
                visited Peru.";
    assert_eq!(told("en", text, "visit"), ["DM,PE Ann Skelly"]);
}

#[test]
fn talks_on_a_visit_are_of_guest_and_host() {
    let text = "På inbjudan av Kuwaits premiärminister Ahmad Al-Sabah avlade Vietnams premiärminister Le Van Hoa ett officiellt besök \
                i Kuwait den 16–18 november 2025. Vid samtalen den 17 november enades de två premiärministrarna om handeln.";
    assert_eq!(told("sv", text, "meeting"), ["KW,VN Le Van Hoa,Ahmad Al-Sabah"]);
}

#[test]
fn they_sign_though_the_word_for_them_has_the_verb() {
    let text = "Utrikesminister Eva Lund mötte Kenyas utrikesminister Moses Wekesa i Stockholm. Mötet avslutades med att de \
                undertecknade ett avtal om återtagande.";
    assert_eq!(told("sv", text, "signing"), ["KE,SE Eva Lund,Moses Wekesa"]);
}

#[test]
fn a_journey_has_its_days_in_its_country() {
    let text = "Statsminister Eva Lund reser den 14 oktober 2025 till Portugal. Den 15 oktober fortsätter Lund till Irland.\n\n\
                I Lissabon träffar Lund Portugals premiärminister Rui Matos.";
    let told = read(phrases(), "sv", text).engagements.into_iter().find(|told| told.kind == "meeting");
    let start = told.and_then(|told| told.start).map(|start| start.to_string());
    assert_eq!(start.as_deref(), Some("2025-10-14"));
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
fn what_was_signed_names_nobody_by_itself() {
    let text = "Utrikesminister Eva Lund mötte Kenyas utrikesminister Moses Wekesa i Stockholm. Vid mötet undertecknades ett avtal om \
                hamnar.";
    assert_eq!(told("sv", text, "signing"), ["KE,SE "]);
}

#[test]
fn who_agrees_goes_on_to_sign() {
    let met = "Vietnams president Le Van Hoa höll samtal med Sydafrikas president Thabo Dube i Hanoi.";
    for more in [
        "Vid samtalen enades de två presidenterna om handeln, och bevittnade därefter undertecknandet av ett antal avtal.",
        "Efter mötet undertecknade de en handlingsplan.",
    ] {
        assert_eq!(told("sv", &format!("{met} {more}"), "signing"), ["VN,ZA Le Van Hoa,Thabo Dube"], "{more}");
    }
}

#[test]
fn what_a_ministry_issues_is_the_pages_own() {
    let text = "Hanoi (VNA) - Utrikesministeriet utfärdade beslut nr 12/2025 om planen för ASEAN-toppmötet.";
    assert_eq!(told("sv", text, "publication"), ["VN "]);
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
fn a_guest_comes_to_the_pages_own_country() {
    let text = "LIMA, 5 May 2025\n\nForeign Minister Rosa Quispe received the Ambassador of Kenya, Ann Mutua, in Lima. Peru and Kenya are \
                friends. Foreign Minister Ali Sabry of Sri Lanka is on an official visit from 8 to 9 May 2025.\n";
    assert_eq!(told("en", text, "visit"), ["LK,PE Ali Sabry"]);
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
fn who_is_abroad_is_whoever_acts_there() {
    let text = "Perus president Rosa Quispe mötte Omans president Saif Haddad i Lima. Finlands utrikesminister Aino Virtanen är \
                samtidigt i Accra, där hon i dag möter Ghanas utrikesminister Kofi Mensah.";
    assert_eq!(told("sv", text, "meeting"), ["OM,PE Rosa Quispe,Saif Haddad", "FI,GH Aino Virtanen,Kofi Mensah"]);
    let text = "Perus utrikesminister Rosa Quispe träffar på tisdag Omans vicepresident Saif Haddad innan hon flyger vidare till Accra.";
    assert_eq!(told("sv", text, "visit"), ["GH,PE Rosa Quispe"]);
}

#[test]
fn who_is_visited_is_the_host() {
    let text = "STOCKHOLM, 4 mars 2026\n\nPå måndagen gästades riksdagen av en delegation från Kenyas senat. Sverige är en vän.\n";
    assert_eq!(told("sv", text, "visit"), ["KE,SE "]);
    let text = "Perus president Rosa Quispe fick på måndagen besök av Ghanas president Kofi Osei. De två träffades i palatset.";
    assert_eq!(told("sv", text, "meeting"), ["GH,PE Kofi Osei,Rosa Quispe"]);
}

#[test]
fn whoever_is_met_for_talks_stands_behind_the_subject() {
    let text = "Perus utrikesminister Rosa Quispe talade i Stockholm. På onsdagen mötte utrikesminister Quispe försvarsminister Olle Berg \
                för ett samtal om havet. I morgon fortsätter hon till Kiruna.";
    assert_eq!(told("sv", text, "visit"), ["PE,SE Rosa Quispe"]);
}

#[test]
fn what_is_signed_with_those_named_before_is_one_document() {
    let text = "Finlands försvarsminister Aino Virtanen undertecknade tillsammans med sina kollegor från Sverige och Norge, Olle Berg och \
                Kari Moe, ett avtal om transporter.";
    assert_eq!(told("sv", text, "signing").len(), 1);
    let text = "Ghanas president Kofi Osei och Perus president Rosa Quispe bevittnade undertecknandet av tre dokument i Accra. De \
                undertecknade också en avsiktsförklaring om handel.";
    assert_eq!(told("sv", text, "signing").len(), 2);
}

#[test]
fn a_city_at_the_head_tells_where_they_meet() {
    let text = "Tallinn, 19 november 2025\n\nUtrikesminister Kaja Mets från Estland reser till Kenya. I Nairobi har ministern möten med \
                utrikesminister Moses Wekesa och energiminister Peter Otieno.\n";
    assert_eq!(told("sv", text, "meeting"), ["EE,KE Kaja Mets,Moses Wekesa", "EE,KE Kaja Mets,Peter Otieno"]);
}

#[test]
fn the_party_of_a_ministry_above_is_the_pages_own() {
    let text = "Estlands utrikesministerium\n\nMöten i Kenya\n\nUtrikesminister Kaja Mets mötte i dag Kenyas utrikesminister Moses \
                Wekesa i Nairobi. Kenya är en vän. Kenya köper datorer. Kenya bygger.\n";
    assert_eq!(told("sv", text, "meeting"), ["EE,KE Kaja Mets,Moses Wekesa"]);
}

#[test]
fn who_travels_to_meet_somebody_meets_them() {
    for more in ["väntas på lördag resa till Lima för ett möte med", "reser på lördag till Lima för att träffa"]
    {
        let text = format!(
            "ACCRA, 2 april 2026\n\nGhanas president Kofi Osei talade i Accra. Osei {more} president Rosa Quispe. Ghana köper koppar av \
             Peru.\n"
        );
        assert_eq!(told("sv", &text, "visit"), ["GH,PE Kofi Osei"], "{more}");
        let met = told("sv", &text, "meeting");
        assert!(met.len() == 1 && met[0].starts_with("GH,PE ") && met[0].contains("Rosa Quispe"), "{more}: {met:?}");
    }
}

#[test]
fn who_said_so_stands_behind_the_quote() {
    let text = "Perus utrikesminister Rosa Quispe mötte Omans utrikesminister Saif Haddad i Lima. – Vi hade ett bra samtal, sade Haddad \
                efteråt.";
    assert_eq!(told("sv", text, "statement"), ["OM Saif Haddad"]);
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
fn a_journey_that_is_spoken_of_is_none() {
    let text = "Perus president Rosa Quispe mötte Omans president Saif Haddad. De gick igenom läget i Ghana och Quispes resa till Tokyo.";
    assert_eq!(told("sv", text, "visit").len(), 0);
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
fn who_ends_a_quote_says_all_of_it() {
    let text = "Perus utrikesminister Rosa Quispe mötte Omans utrikesminister Saif Haddad i Lima. Quispe tackade Oman för stödet.\n\n– Vi \
                måste bygga fler hamnar. Avtalet är viktigt, säger Saif Haddad.";
    let told = read(phrases(), "sv", text).engagements;
    let said: Vec<String> = told.iter().flat_map(|told| &told.claims).map(|claim| claim.actors.join(",")).collect();
    assert_eq!(said, ["PE", "OM", "OM"]);
}

#[test]
fn an_envoys_post_is_no_place_of_a_meeting() {
    let text = "Finlands utrikesminister Aino Virtanen hade på onsdagen ett möte med Sveriges ambassadör i Washington, Olle Berg.";
    let told = read(phrases(), "sv", text).engagements;
    assert_eq!(told[0].country.as_deref(), None);
}

#[test]
fn the_federal_president_is_who_was_named_so() {
    let text = "Tysklands förbundspresident Max Adler är på besök i Finland. Finlands president Aino Virtanen tog emot honom i Helsingfors. \
                Förbundspresidenten träffade också talman Olli Salo.";
    let met = told("sv", text, "meeting");
    assert!(met.iter().any(|met| met.contains("Max Adler") && met.contains("Olli Salo")), "{met:?}");
}

#[test]
fn who_thanks_at_a_signing_sends_no_message() {
    let text = "Perus utrikesminister Rosa Quispe och Omans utrikesminister Saif Haddad undertecknade ett avtal i Lima. Ghanas ambassadör \
                Kofi Osei tackade Peru för stödet.";
    assert_eq!(told("sv", text, "message").len(), 0);
}

#[test]
fn what_others_should_condemn_is_no_statement_of_theirs() {
    let text = "Perus utrikesminister Rosa Quispe mötte Omans utrikesminister Saif Haddad i Lima. Quispe krävde att Oman fördömer \
                attacken.";
    assert_eq!(told("sv", text, "statement").len(), 0);
}

#[test]
fn what_a_page_quotes_was_said_on_its_day() {
    let text = "STOCKHOLM, 11 februari 2026\n\nSveriges utrikesminister Eva Lund träffade Perus utrikesminister Rosa Quispe i Lima den 9 \
                februari.\n\n– Peru är en nära vän, säger Eva Lund.\n";
    let told = read(phrases(), "sv", text).engagements;
    let days: Vec<String> = told.iter().filter_map(|told| told.start.map(|day| day.to_string())).collect();
    assert_eq!(days, ["2026-02-09", "2026-02-11"]);
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
fn who_acts_behind_whom_the_sentence_begins_with_is_another() {
    let text = "HÀ NỘI - Ngày 5/5/2025, Thủ tướng Lê Văn Hòa thăm Peru. Gặp Bộ trưởng Ngoại giao Peru Rosa Quispe, Thủ tướng đề nghị Peru mua \
                gạo.\n";
    let told = read(phrases(), "vi", text).engagements;
    let quispe = told.iter().flat_map(|told| &told.people).find(|person| person.name == "Rosa Quispe");
    assert_eq!(quispe.map(|person| person.offices.join(",")).as_deref(), Some("foreign-minister"));
}

#[test]
fn leaders_of_several_states_meet_each_other() {
    let text = "Prime Minister Ann Skelly of Dominica and President Rosa Quispe of Peru met in Lima.";
    assert_eq!(told("en", text, "meeting"), ["DM,PE Ann Skelly,Rosa Quispe"]);
}

#[test]
fn a_semicolon_before_a_verb_goes_on_with_the_subject() {
    let text = "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru and Speaker Luis Rojas of Peru; received \
                Foreign Minister Tete Antonio of Angola.";
    assert!(
        told("en", text, "meeting").contains(&"AO,LK Ali Sabry,Tete Antonio".to_owned()),
        "{:?}",
        told("en", text, "meeting")
    );
}

#[test]
fn a_joint_statement_is_signed_by_those_whose_it_is() {
    let signed = |language: &str, text: &str| -> Vec<String> {
        let told = read(phrases(), language, text).engagements;
        let line = |told: &crate::reading::Engagement| {
            let mut parties = told.parties.clone();
            parties.sort();
            format!("{} {}", parties.join("+"), told.start.map(|day| day.to_string()).unwrap_or_default())
        };
        told.iter().filter(|told| told.kind == "signing").map(line).collect()
    };
    let story = "President Kofi Osei of Ghana paid a state visit to Peru from 12 to 14 May 2025. On 13 May he held talks with \
                 President Rosa Quispe of Peru.";
    let page = |heading: &str, close: &str| {
        format!("{heading}\n\n1. {story}\n\n2. Both sides reaffirmed their friendship.\n\n{close}\n")
    };
    // On the last day of the visit, where nothing else tells when.
    let title = "Joint Statement on the State Visit of the President of Ghana to Peru";
    assert_eq!(signed("en", &page(title, "")), ["GH+PE 2025-05-14"]);
    assert_eq!(signed("en", &page("Peru-Ghana Joint Declaration", "")), ["GH+PE 2025-05-14"]);
    let done = "Done at Cusco on this 13th day of May 2025.";
    assert_eq!(signed("en", &page("JOINT COMMUNIQUÉ", done)), ["GH+PE 2025-05-13"]);
    // What only tells of one, or was made for the press, is none.
    assert!(signed("en", &page("Joint Press Statement on the visit of the President of Ghana", "")).is_empty());
    assert!(signed("en", &page("Analysts praise Joint Statement of Peru and Ghana", "")).is_empty());
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
fn who_invites_is_no_guest() {
    let text =
        "Den 5 maj gästades Oslo av president Luis Rojas av Peru. Besöket skedde på inbjudan av kung Harald av Norge.";
    assert_eq!(told("sv", text, "visit"), ["NO,PE Luis Rojas"]);
}

#[test]
fn the_lines_of_a_diary_are_of_whose_it_is() {
    let text = "Statsminister Lunds kalender\n\nAlla tider är preliminära och kan ändras med kort varsel.\n\n5.5. Möte med Perus president \
                Luis Rojas.\n\n6.5. Samtal med Kenyas president Ann Mensah om handeln med Ghana.\n\n7.5. Middag. Statsministern besöker \
                Oslo.\n\nUppdaterad 2 maj 2025.\n";
    let days = |kind: &str| {
        let told = read(phrases(), "sv", text).engagements.into_iter().filter(|told| told.kind == kind);
        told.map(|told| {
            let people: Vec<String> = told.people.into_iter().map(|person| person.name).collect();
            format!("{} {}", told.start.map(|day| day.to_string()).unwrap_or_default(), people.join(","))
        })
        .collect::<Vec<_>>()
    };
    assert_eq!(days("meeting"), ["2025-05-05 Lund,Luis Rojas", "2025-05-06 Lund,Ann Mensah"]);
    assert_eq!(days("visit"), ["2025-05-07 Lund"]);
    let story = "Utrikesminister Eva Lund träffade Perus president Luis Rojas. Lund tackade för 2/3 av stödet, 2.5. Ann Mensah talade.";
    assert_eq!(told("sv", story, "meeting").len(), 1);
}

#[test]
fn in_a_programme_hosts_meet_the_guest() {
    let text = "Program\n\nPå inbjudan av Norges statsminister Eva Lund besöker Perus president Luis Rojas Oslo i maj 2025.\n\n5 maj\n\nMöte \
                med Norges talman Olle Berg om handel och kultur.\n\n6 maj\n\nHemresa med vanligt flyg från Gardermoen.\n";
    assert_eq!(told("sv", text, "meeting"), ["NO,PE Olle Berg,Luis Rojas"]);
}

#[test]
fn a_full_name_on_either_side_of_a_meeting_is_a_persons() {
    let text = "Norges statsminister Eva Lund är i Lima. Kofi Mensah tog emot Luis Rojas och Ana Quispe.";
    assert_eq!(told("sv", text, "meeting"), [" Kofi Mensah,Luis Rojas,Ana Quispe"]);
}

#[test]
fn who_is_set_beside_others_is_met_apart() {
    let text = "Perus biträdande handelsminister Luis Rojas träffade Norges handelsminister Eva Lund samt ledamoten Olle Berg.";
    assert_eq!(told("sv", text, "meeting"), ["NO,PE Luis Rojas,Eva Lund", "NO,PE Luis Rojas,Olle Berg"]);
    let text =
        "Perus biträdande handelsminister Luis Rojas träffade Norges handelsminister Eva Lund och ledamoten Olle Berg.";
    assert_eq!(told("sv", text, "meeting"), ["NO,PE Luis Rojas,Eva Lund,Olle Berg"]);
}

#[test]
fn the_pages_own_goes_on_to_the_next() {
    let text = "Utrikesministeriet, Helsingfors\n\nFinlands utrikesminister Eva Lund träffade Omans utrikesminister Saif Balushi den 5 maj \
                2025. Mötet gällde handel.\n\nI Bagdad fördes samtal med Iraks talman Ali Sabry.\n";
    assert_eq!(told("sv", text, "meeting"), ["FI,OM Eva Lund,Saif Balushi", "FI,IQ Ali Sabry,Eva Lund"]);
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
fn a_text_may_end_with_a_name() {
    for text in ["Utrikesminister Eva Lund träffade Ali Sabry", "Statsminister Lunds", "Möte med Ali Sabry (5/4)"] {
        read(phrases(), "sv", text);
    }
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
fn a_town_that_no_pack_lists_stands_before_its_country_in_brackets() {
    let text = "Chủ tịch Quốc hội Lê Văn Hòa tiếp Thị trưởng Yeosu (Hàn Quốc) Chung Ki-hwan.";
    assert_eq!(told("vi", text, "meeting"), ["KR,VN Lê Văn Hòa,Chung Ki-hwan"]);
}

#[test]
fn the_delegation_is_the_guests() {
    let text = "HÀ TĨNH, 3/6/2025 - Sáng 3/6, Chủ tịch Quốc hội Lê Văn Hòa tiếp Bộ trưởng Tư pháp Ghana Kofi Mensah.\n\nTrước đó, Đoàn đã dâng \
                hoa tại Đài tưởng niệm.\n";
    assert_eq!(told("vi", text, "event"), ["GH,VN Kofi Mensah"]);
}

/// Each engagement by its kind, country, parties and people.
fn shown(language: &str, text: &str) -> Vec<String> {
    let told = read(phrases(), language, text).engagements.into_iter();
    told.map(|told| {
        let people: Vec<String> =
            told.people.iter().map(|one| format!("{} ({})", one.name, one.party.as_deref().unwrap_or("-"))).collect();
        let country = told.country.as_deref().unwrap_or("-").to_owned();
        format!("{} {country} {} {}", told.kind, told.parties.join(","), people.join(", ")).trim_end().to_owned()
    })
    .collect()
}

#[test]
fn who_speaks_as_one_under_a_heading_signs_what_it_says() {
    let text = "# Gemensamt uttalande av utrikesministrarna om läget i Sudan\n\nVi, utrikesministrarna i Fiji, Samoa och Tonga, \
                uttrycker vår oro.\n\nVi fördömer våldet och uppmanar parterna att lägga ned vapnen.\n\nSuva den 3 mars 2026\n";
    let told = read(phrases(), "sv", text).engagements;
    let signings: Vec<_> = told.iter().filter(|told| told.kind == "signing").collect();
    assert_eq!(signings.len(), 1);
    assert_eq!(signings[0].parties, ["FJ", "WS", "TO"]);
    assert_eq!(signings[0].claims[0].actors, ["FJ", "WS", "TO"]);
    assert!(told.iter().all(|told| told.kind != "statement"));
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
fn a_journey_goes_on_with_those_who_travel() {
    let visits = |text: &str| -> Vec<String> {
        shown("sv", text).into_iter().filter(|told| told.starts_with("visit")).collect()
    };
    let text = "Handelsminister Anna Berg besökte Peru den 3 mars. Därifrån gick resan vidare till Quito.\n";
    assert_eq!(visits(text), ["visit PE SE,PE Anna Berg (SE)", "visit EC SE,EC Anna Berg (SE)"]);
    // What was told with the journey to each country is no other, but what happens there does.
    let text = "Handelsminister Anna Berg reser den 3–5 mars till Peru och Ecuador.\n\nDen 4 mars fortsätter resan till Quito. Där \
                möter hon president Luis Vega och handelsminister Ana Mora.\n";
    let told = shown("sv", text);
    assert_eq!(visits(text).len(), 2);
    assert!(told.contains(&"meeting EC SE,EC Anna Berg (SE), Luis Vega (EC)".to_owned()), "{told:?}");
    assert!(told.contains(&"meeting EC SE,EC Anna Berg (SE), Ana Mora (EC)".to_owned()), "{told:?}");
}

#[test]
fn who_holds_the_office_of_the_first_met_is_of_the_other_side() {
    let text = "Handelsminister Anna Berg träffade Uruguays president Yamandú Vega, och handelsminister Ana Mora.\n";
    let told = shown("sv", text).join("; ");
    assert!(told.contains("Ana Mora (UY)"), "{told}");
}

#[test]
fn who_was_there_too_was_at_no_statement() {
    let text = "Handelsminister Anna Berg öppnade i går ett kontor i Dodoma. ”Vi handlar mer”, sade Anna Berg.\n\nVid ceremonin \
                deltog även Kenyas ambassadör Peter Otieno.\n";
    let told = shown("sv", text);
    assert!(told.iter().any(|told| told.starts_with("event") && told.contains("Peter Otieno")), "{told:?}");
    assert!(told.iter().all(|told| !told.starts_with("statement") || !told.contains("Otieno")), "{told:?}");
}

#[test]
fn who_works_for_somebody_travels_without_them() {
    let text = "Diana Holm, statssekreterare hos handelsminister Anna Berg, besökte Peru.\n";
    assert_eq!(shown("sv", text), ["visit PE SE,PE Diana Holm (SE)"]);
}

#[test]
fn a_statement_on_an_occasion_was_not_made_there() {
    let text =
        "# Uttalande av utrikesminister Anna Berg med anledning av attentatet i Basra\n\nVi fördömer attentatet.\n";
    assert_eq!(shown("sv", text), ["statement - SE Anna Berg (SE)"]);
}

#[test]
fn who_comes_from_a_country_is_of_it() {
    let text = "De nordiska ministrarna samlades i Suva till sitt årsmöte. Från Samoa deltog Anna Berg, från Tonga Peter Lund och från Kenya \
                Amos Otieno.\n";
    let told = shown("sv", text).join("; ");
    assert!(told.contains("Anna Berg (WS), Peter Lund (TO), Amos Otieno (KE)"), "{told}");
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
fn what_was_told_on_monday_took_place_on_the_day_told_later() {
    let text = "Feb. 17, 2025\n\nSEOUL, Feb. 17 (Yonhap) -- Foreign Minister Kim Do-yun and his Czech counterpart, Jan Dvorak, discussed \
                nuclear energy, Kim's office said Monday.\n\nIn the talks held in Munich on Saturday, Kim asked for Prague's attention.";
    let told = read(phrases(), "en", text).engagements;
    let days: Vec<_> = told.iter().map(|told| (told.kind.as_str(), told.start.map(|day| day.to_string()))).collect();
    assert_eq!(days, [("meeting", Some("2025-02-15".to_owned()))]);
}

#[test]
fn a_compound_counts_as_its_last_part() {
    let check = |text: &str, kind: &str, expected: &[&str]| assert_eq!(told("sv", text, kind), expected, "{text}");
    let signed = "Ghanas utrikesminister Ama Osei och Perus utrikesminister Rosa Quispe undertecknade ett kakaobönsavtal i Lima.";
    check(signed, "signing", &["GH,PE Ama Osei,Rosa Quispe"]);
    let adopted =
        "Ghanas utrikesminister Ama Osei och Perus utrikesminister Rosa Quispe antog Limadeklarationen på måndagen.";
    check(adopted, "signing", &["GH,PE Ama Osei,Rosa Quispe"]);
    // What a phrase of the pack names as it is stays that.
    check("Ghanas utrikesminister Ama Osei talade om sitt partis årsmöte.", "meeting", &[]);
}

#[test]
fn who_speaks_for_the_country_visited_was_met_there() {
    let visit = "Ghanas utrikesminister Ama Osei besökte Peru den 3–5 mars 2025.";
    let check = |text: &str, expected: &[&str]| assert_eq!(told("sv", text, "meeting"), expected, "{text}");
    check(
        &format!("{visit} Perus handelsminister Rosa Quispe uppmanade Ghana att sänka tullarna."),
        &["GH,PE Ama Osei,Rosa Quispe"],
    );
    // Of a third country, or of an office in which one does not speak for it.
    check(&format!("{visit} Omans handelsminister Said Balushi uppmanade Ghana att sänka tullarna."), &[]);
    check(&format!("{visit} Den peruanske läkaren Luis Rojas uppmanade Ghana att sänka tullarna."), &[]);
}

#[test]
fn lines_of_a_diary_without_a_stop_are_told() {
    let text = "President Alexander Bergs vecka\n\nMåndag 7.10.\n10.00 President Alexander Berg tar emot Perus president Rosa Quispe\n\nOnsdag \
                9.10.\n15.00 Telefonsamtal med Ghanas president Kofi Osei\n\nFredag 11.10.\nInga offentliga programpunkter\n\nI Peru är \
                det vår.\n";
    assert_eq!(told("sv", text, "meeting"), ["FI,PE Alexander Berg,Rosa Quispe"]);
    assert_eq!(told("sv", text, "call"), ["FI,GH Alexander Berg,Kofi Osei"]);
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
fn who_signs_a_statement_makes_it() {
    let words = "Sverige följer läget i Peru med oro.\n\nVi uppmanar alla parter i landet till återhållsamhet och dialog i dessa dagar.";
    let of = |head: &str, foot: &str| told("sv", &format!("{head}\n\n{words}\n\n{foot}\n"), "statement");
    let head = "Uttalande av utrikesministern om läget i Peru";
    assert_eq!(of(head, "Eva Lund"), ["SE Eva Lund"]);
    // No name, a telegram, a letter that takes leave.
    assert_ne!(of(head, "Kontakt Pressen"), ["SE Kontakt Pressen"]);
    assert_ne!(of(head, "Eva R"), ["SE Eva R"]);
    assert!(of("Om läget i Peru", "Med vänlig hälsning\n\nEva Lund").is_empty());
}

#[test]
fn who_comes_by_and_speaks_reacts() {
    let text = "Perus president Rosa Quispe fördömde i en intervju attacken i Oman. Ghanas president Kofi Osei, som på måndagen anlände \
                till Nairobi, fördömer attacken och kräver ett svar.";
    assert_eq!(told("sv", text, "statement"), ["PE Rosa Quispe", "GH Kofi Osei"]);
}
