use crate::fixtures::{phrases, read};

mod places;
mod sides;

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
fn what_heads_a_list_of_meetings_is_told_by_themselves() {
    let text = "LIMA, 12 July 2025\n\nOn July 11, Foreign Minister Ama Osei of Ghana met with leaders of partner countries such as Chile, Kenya, \
                Fiji and Peru.\n\nPreviously, on July 10, Foreign Minister Ama Osei had a bilateral meeting with Chilean Foreign Minister Luis \
                Vega.";
    let met: Vec<String> =
        read(phrases(), "en", text).engagements.into_iter().map(|told| told.parties.join(",")).collect();
    assert_eq!(met.iter().filter(|parties| parties.contains("CL")).count(), 1, "{met:?}");
    assert!(met.len() > 3, "{met:?}");
}

#[test]
fn a_noun_with_an_ending_means_what_was_told_beside_it() {
    let text = "Ghanas utrikesminister Ama Osei var medordförande för det första politiska samrådet mellan Ghana och Peru.\n\nDen 3 mars höll \
                utrikesminister Ama Osei ett politiskt samråd med Kenyas utrikesminister Jane Auma. Vid samrådet diskuterade de två \
                sidorna handel.";
    let reading = read(phrases(), "sv", text);
    let actors: Vec<&[String]> =
        reading.engagements.iter().flat_map(|told| &told.claims).map(|claim| &*claim.actors).collect();
    assert_eq!(actors, [["GH", "KE"]], "{:#?}", reading.engagements);
}

#[test]
fn a_delegation_that_is_led_to_a_gathering_is_at_it() {
    let kinds = |to: &str| -> Vec<String> {
        let text = format!("Utrikesminister Ama Osei ledde Ghanas delegation till {to} den 8 juli 2025.");
        read(phrases(), "sv", &text).engagements.into_iter().map(|told| told.kind).collect()
    };
    assert_eq!(kinds("Afrikanska unionens toppmöte"), ["conference"]);
    assert_eq!(kinds("Kenya"), ["visit"]);
}

#[test]
fn whom_the_world_knows_acts_for_whom_the_world_knows() {
    let parties = |text: &str| -> Vec<String> {
        let told = read(phrases(), "en", text).engagements.into_iter().flat_map(|told| told.people);
        told.map(|person| person.name + " " + &person.party.unwrap_or_default()).collect()
    };
    let text =
        "SUVA, 5 May 2025\n\nPrime Minister Jone Vula met Emmanuel Macron and President Luis Inácio Prieto on Monday.";
    assert!(parties(text).contains(&"Emmanuel Macron FR".to_owned()), "{:?}", parties(text));
    // What a text says itself counts more.
    let text = "SUVA, 5 May 2025\n\nPrime Minister Jone Vula met Ambassador Emmanuel Macron of Peru on Monday.";
    assert!(parties(text).contains(&"Emmanuel Macron PE".to_owned()), "{:?}", parties(text));
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
fn who_travels_along_is_on_the_visit() {
    let text = "Utrikesminister Eva Lund besökte Kroatien den 12–13 mars 2025. I Zagreb träffade Lund Kroatiens president Ivo Kos. \
                Under resan åtföljdes Lund av statssekreterare Åsa Holm.";
    assert_eq!(told("sv", text, "visit"), ["HR,SE Eva Lund,Åsa Holm"]);
    assert_eq!(told("sv", text, "meeting"), ["HR,SE Eva Lund,Ivo Kos"]);
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
fn who_is_abroad_is_whoever_acts_there() {
    let text = "Perus president Rosa Quispe mötte Omans president Saif Haddad i Lima. Finlands utrikesminister Aino Virtanen är \
                samtidigt i Accra, där hon i dag möter Ghanas utrikesminister Kofi Mensah.";
    assert_eq!(told("sv", text, "meeting"), ["OM,PE Rosa Quispe,Saif Haddad", "FI,GH Aino Virtanen,Kofi Mensah"]);
    let text = "Perus utrikesminister Rosa Quispe träffar på tisdag Omans vicepresident Saif Haddad innan hon flyger vidare till Accra.";
    assert_eq!(told("sv", text, "visit"), ["GH,PE Rosa Quispe"]);
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
fn a_journey_that_is_spoken_of_is_none() {
    let text = "Perus president Rosa Quispe mötte Omans president Saif Haddad. De gick igenom läget i Ghana och Quispes resa till Tokyo.";
    assert_eq!(told("sv", text, "visit").len(), 0);
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
fn a_text_may_end_with_a_name() {
    for text in ["Utrikesminister Eva Lund träffade Ali Sabry", "Statsminister Lunds", "Möte med Ali Sabry (5/4)"] {
        read(phrases(), "sv", text);
    }
}

#[test]
fn a_title_names_who_speaks_behind_by() {
    let text = "Press remarks by Foreign Minister Eva Lund of Finland at the press conference with Prime Minister Ali Ghrib of Algeria\n\n\
                I thank you for the welcome.\n\nWe want to open an office here this year.\n\nI ask that the visa rules be eased.";
    assert_eq!(told("en", text, "statement"), ["FI Eva Lund"]);
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
fn who_was_there_too_was_at_no_statement() {
    let text = "Handelsminister Anna Berg öppnade i går ett kontor i Dodoma. ”Vi handlar mer”, sade Anna Berg.\n\nVid ceremonin \
                deltog även Kenyas ambassadör Peter Otieno.\n";
    let told = shown("sv", text);
    assert!(told.iter().any(|told| told.starts_with("event") && told.contains("Peter Otieno")), "{told:?}");
    assert!(told.iter().all(|told| !told.starts_with("statement") || !told.contains("Otieno")), "{told:?}");
}

#[test]
fn a_statement_on_an_occasion_was_not_made_there() {
    let text =
        "# Uttalande av utrikesminister Anna Berg med anledning av attentatet i Basra\n\nVi fördömer attentatet.\n";
    assert_eq!(shown("sv", text), ["statement - SE Anna Berg (SE)"]);
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

#[test]
fn a_diary_of_one_without_a_name_tells_of_journeys_and_places() {
    let text = "# Statsministerns vecka\n\nPublicerad 5 mars 2027\n\nMåndag 8 mars\n\nResa till Lima\n\n15.00 Möte med Perus \
                president Rosa Quispe\n\nTisdag 9 mars\n\n12.30 Möte med Chiles president Luis Vega, Oslo\n";
    assert_eq!(
        shown("sv", text),
        ["visit PE SE,PE", "meeting PE PE,SE Rosa Quispe (PE)", "meeting NO CL,SE Luis Vega (CL)"]
    );
}

#[test]
fn each_guest_of_a_list_is_received() {
    let text = "Torsdag 14 januari 2027\n\nKungen tog emot avgående ambassadörer i avskedsaudiens på Kungl. Slottet i Stockholm.\n\nKl. \
                10.00 Perus ambassadör Rosa Quispe\n\nKl. 10.20 Chiles ambassadör Luis Vega\n\nPå eftermiddagen sammanträffade \
                statsminister Eva Lund med Kenyas ambassadör Peter Wekesa.\n";
    let events = ["PE,SE Rosa Quispe", "CL,SE Luis Vega"];
    assert_eq!(told("sv", text, "event"), events);
    // Ambassadors in general are not the one who is named.
    let text = "Utrikesminister Eva Lund sammanträffade den 3 mars 2027 med Perus ambassadör Rosa Quispe. Lund höll också ett tal för \
                kvinnliga ambassadörer.";
    let told = read(phrases(), "sv", text).engagements;
    assert!(told.iter().filter(|told| told.kind != "meeting").all(|told| told.people.len() < 2), "{told:?}");
}

#[test]
fn a_letter_is_a_message_of_whoever_signs_it() {
    let check = |title: &str, expected: &str| {
        let text = format!(
            "{title}\n\nAccra, 3 May 2024\n\nYour Excellency,\n\nI have learnt with sorrow of the floods in your country.\n\nOn \
             behalf of the people of Ghana I convey to you our heartfelt condolences.\n\nYours sincerely,\n\nAma Osei\n\nPresident of \
             the Republic of Ghana\n"
        );
        assert_eq!(shown("en", &text), [expected], "{title}");
    };
    check("Letter from the President to the President of Peru", "message - GH,PE Ama Osei (GH)");
    check("Letter to President Rosa Quispe of Peru", "message - GH,PE Ama Osei (GH), Rosa Quispe (PE)");
}

#[test]
fn who_answers_takes_no_part_in_what_others_do() {
    let text = "Press conference\n\n3 May 2024\n\nQuestion: Is the minister coming?\n\nAma Osei: Yes, Foreign Minister Rosa Quispe of Peru \
                will visit Ghana on 6 May. Ghana attaches great importance to that.\n";
    assert_eq!(told("en", text, "visit"), ["GH,PE Rosa Quispe"]);
}

#[test]
fn a_speech_is_of_whoever_holds_the_office_in_its_heading() {
    let words = "Stockholm, 12 mars 2027\n\nHerr president, fru Quispe,\n\nDet är en ära att tala här. Jag tackar Peru för \
                 vänskapen.\n\nJag hoppas att våra företag hittar varandra.\n";
    let party = |heading: &str| told("sv", &format!("{heading}\n{words}"), "statement");
    assert_eq!(party("Tal av H.M. Konungen vid galamiddagen för Perus president"), ["SE "]);
    assert_eq!(party("Tal av Ghanas ambassadör vid nationaldagen"), ["GH "]);
    assert_eq!(party("Tal av Ghanas ambassadör Kofi Osei för president Rosa Quispe"), ["GH Kofi Osei"]);
}
