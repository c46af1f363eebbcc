//! What is signed, said, sent and held: lists of documents and gatherings, statements, messages.

use super::{days, meetings, told, told_in_swedish, told_of};
use crate::fixtures::{phrases, read};
use crate::reading::Engagement;

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
fn what_is_signed_is_named_with_what_it_is_on() {
    let check = |what: &str, expected: &[&str]| {
        let text = format!("Foreign Minister Rosa Quispe of Peru visited Uruguay on 3 May 2025. {what}");
        let told = told(&text);
        let signed = told.iter().filter(|told| told.kind == "signing").filter_map(|told| told.occasion.as_deref());
        assert_eq!(signed.collect::<Vec<&str>>(), expected, "{text}");
    };
    check(
        "She and Minister Ana Pereira of Uruguay signed a memorandum of understanding on political consultations and discussed trade.",
        &["memorandum of understanding on political consultations"],
    );
    check(
        "During the visit, the Agreement on Cooperation in the Field of Animal Health and the Protocol on Cooperation between the \
         Diplomatic Academies were signed.",
        &[
            "Agreement on Cooperation in the Field of Animal Health",
            "Protocol on Cooperation between the Diplomatic Academies",
        ],
    );
    check(
        "The Convention for the Avoidance of Double Taxation between Peru and Uruguay was signed by the ministers.",
        &["Convention for the Avoidance of Double Taxation between Peru and Uruguay"],
    );
    check(
        "The two ministers signed an agreement on fishing rights to promote trade.",
        &["agreement on fishing rights"],
    );
}

#[test]
fn what_was_signed_between_the_sides_is_signed_by_nobody_named() {
    let text = "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Tete Antonio of Angola in Luanda. A memorandum \
                between the two sides was signed.";
    let signing = told(text).into_iter().find(|told| told.kind == "signing").expect("it is signed");
    assert_eq!((signing.parties.join(","), signing.people.len()), ("LK,AO".to_owned(), 0));
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
fn whoever_is_helped_pledges_nothing() {
    let text = "Accra, 30/6/2025. Ngoại trưởng Ghana Kofi Mensah thăm Peru. Ông tuyên bố Accra sẽ sát cánh cùng Peru.";
    let told = read(phrases(), "vi", text).engagements;
    assert_eq!(told[0].claims[0].actors, ["GH"]);
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
fn the_ministers_of_an_organisation_hold_a_session() {
    let text = "BRUSSELS, 3/6/2025 - NATO họp tại Brussels ngày 3/6.";
    assert_eq!(days("vi", text), ["conference NATO 2025-06-03 2025-06-03"]);
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
fn what_a_government_tells_somebody_to_do_is_its_own() {
    let text = "Regeringen uppdrar åt Sida att redovisa hur stödet till Peru används. Sveriges utrikesminister Eva Lund är nöjd.";
    let told = read(phrases(), "sv", text).engagements;
    assert_eq!((&*told[0].kind, &*told[0].parties), ("publication", &["SE".to_owned()][..]));
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
fn of_whom_was_heard_sends_no_message() {
    let text = "Được tin bà Ama Osei được bầu làm Tổng thống Ghana, ngày 9/5/2025, Ngoại trưởng Peru Rosa Quispe đã gửi điện mừng tới Ngoại trưởng Ghana \
                Kofi Mensah.";
    assert_eq!(told_of("vi", text), ["message PE,GH Rosa Quispe,Kofi Mensah"]);
    // Nobody else is written to.
    let text = "Được tin bà Ama Osei được bầu làm Tổng thống Ghana, ngày 9/5/2025, Ngoại trưởng Peru Rosa Quispe đã gửi điện mừng.";
    assert_eq!(told_of("vi", text), ["message GH,PE Ama Osei,Rosa Quispe"]);
}

#[test]
fn whose_letter_is_presented_was_not_there() {
    let text = "Ngày 3/9/2025, Đại sứ Peru Rosa Quispe đã trình Quốc thư của Tổng thống Peru Luis Vega lên Tổng thống Ghana Kofi Mensah.";
    assert_eq!(told_of("vi", text), ["event PE,GH Rosa Quispe,Kofi Mensah"]);
    let text = "Ngày 3/9/2025, Tổng thống Ghana Kofi Mensah tiếp nhận Quốc thư của Đại sứ Peru Rosa Quispe.";
    assert_eq!(told_of("vi", text), ["event GH,PE Kofi Mensah,Rosa Quispe"]);
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
fn a_line_that_leads_a_list_does_not_end_it() {
    let text = "Stockholm, 12 mars 2027\n\nKungen tog emot nya ambassadörer som överlämnade sina kreditivbrev.\n\nKungen tog vid audienserna \
                emot:\n\nGhanas ambassadör, Hans Excellens Kofi Mensah\nPerus ambassadör, Hennes Excellens Rosa Quispe\n";
    let told = told_in_swedish(text);
    let of = |name: &str| told.iter().any(|told| told.starts_with("event") && told.contains(name));
    assert!(of("[Kofi Mensah]") && of("[Rosa Quispe]"), "{told:?}");
}

#[test]
fn who_signs_with_somebody_signs_whatever_it_is_about() {
    let text = "Stockholm, 12 mars 2027\n\nHandelsminister Eva Lund undertecknade i går ett avtal om energi med Ghanas handelsminister Kofi \
                Mensah.";
    assert_eq!(told_in_swedish(text), ["signing SE+GH [Eva Lund+Kofi Mensah] 2027-03-11 SE"]);
}

#[test]
fn a_name_that_is_a_verb_elsewhere_tells_of_nothing() {
    let text =
        "Bryssel den 12 mars 2027\n\nEU:s höga representant Kaja Kallas väntar på Irans utrikesminister Ali Karimi.";
    assert!(told_in_swedish(text).iter().all(|told| !told.starts_with("meeting")), "{text}");
    // The word itself still does.
    let text = "Stockholm, 12 mars 2027\n\nIrans ambassadör Ali Karimi kallas i dag upp till Utrikesdepartementet.";
    assert!(told_in_swedish(text)[0].starts_with("meeting"), "{text}");
}

#[test]
fn so_many_agreements_are_signed_by_those_who_met() {
    let text = "Stockholm, 12 mars 2027\n\nUtrikesminister Eva Lund träffade i dag Ghanas utrikesminister Ama Osei. Fem samförståndsavtal \
                undertecknades, bland annat om migration.";
    let told = told_in_swedish(text);
    assert!(told.iter().any(|told| told.starts_with("signing SE+GH")), "{told:?}");
}

#[test]
fn whoever_speaks_to_those_gathered_makes_no_statement_of_his_own() {
    let opened =
        "LIMA, 3 May 2025\n\nPresident Rosa Quispe of Peru opened the Pacific Fisheries Forum in Lima on Saturday.";
    let kinds =
        |text: &str| -> Vec<String> { told(&format!("{opened}{text}\n")).into_iter().map(|told| told.kind).collect() };
    let spoke = kinds(" Ghana's Minister Kofi Mensah took the floor to ask for a fund.");
    assert!(!spoke.contains(&"statement".to_owned()), "{spoke:?}");
    // To others than those.
    assert!(
        kinds(" Ghana's Minister Kofi Mensah told reporters that a fund was needed.").contains(&"statement".to_owned())
    );
}

#[test]
fn what_the_words_before_name_is_done_by_those_who_meet_then() {
    let told = |text: &str| told_of("en", text);
    let call = "In a telephone conversation on Monday, Foreign Minister Rosa Quispe of Peru and her Ghanaian counterpart, Kofi \
                Mensah, exchanged opinions on trade.";
    assert_eq!(told(call), ["call PE,GH Rosa Quispe,Kofi Mensah"]);
    let session = "Foreign Minister Rosa Quispe of Peru welcomed Foreign Minister Kofi Mensah of Ghana in Lima for the 6th Joint \
                   Committee Meeting.";
    assert_eq!(told(session), ["consultation PE,GH Rosa Quispe,Kofi Mensah"]);
}

#[test]
fn a_clause_of_its_own_is_not_what_was_asked_for() {
    let met = "Foreign Minister Rosa Quispe of Peru met Foreign Minister Kofi Mensah of Ghana.";
    let signed = |text: &str| told(&format!("{met} {text}")).into_iter().filter(|told| told.kind == "signing").count();
    assert_eq!(signed("Mensah asked for experts; a letter of intent was signed."), 1);
    assert_eq!(signed("The two sides agreed to exchange students, and a plan of cooperation for 2026 was signed."), 1);
    assert_eq!(signed("The two sides agreed to prepare agreements, and a joint statement on trade."), 0);
}

#[test]
fn who_comes_to_hand_over_credentials_is_received_for_that() {
    let check = |language: &str, text: &str| {
        assert_eq!(told_of(language, text), ["event GH,PE Ama Osei,Luis Vega"], "{text}");
    };
    check(
        "en",
        "On 3 May 2025 Foreign Minister Ama Osei of Ghana received Luis Vega, the new ambassador of Peru, who came to present his letters \
         of credence.",
    );
    check(
        "sv",
        "Den 3 maj 2025 tog Ghanas utrikesminister Ama Osei emot Luis Vega, Perus nya ambassadör, som kom för att överlämna sina \
         kreditivbrev.",
    );
    check(
        "vi",
        "Ngày 3/5/2025, Bộ trưởng Ngoại giao Ghana Ama Osei tiếp Đại sứ Peru Luis Vega đến trình bản sao Quốc thư.",
    );
    // What is told in a sentence of its own is another.
    let text = "On 3 May 2025 Ambassador Luis Vega of Peru met Foreign Minister Ama Osei of Ghana. On 5 May he presented his credentials to \
                President Kofi Mensah.";
    let kinds: Vec<String> = told(text).into_iter().map(|told| told.kind).collect();
    assert_eq!(kinds, ["meeting", "event"]);
}

#[test]
fn what_is_announced_as_an_engagement_is_no_pledge() {
    let text = "Foreign Minister Levan Beridze of Georgia will visit Estonia on 22 October 2025. He will be received by President Tiina \
                Saar of Estonia.";
    let told = told(text);
    assert!(told.iter().flat_map(|told| &told.claims).all(|claim| claim.kind != "pledge"), "{told:#?}");
}

#[test]
fn the_ceremony_at_which_one_who_signed_speaks_is_that_of_the_signing() {
    let signed = "Perus minister Rosa Quispe och Ghanas minister Kofi Osei undertecknade i måndags ett avtal i Lima.";
    let kinds = |text: &str| -> Vec<String> {
        told_in_swedish(text).iter().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
    };
    assert_eq!(kinds(&format!("{signed}\n\n– Det är bra, sade Quispe vid ceremonin.")), ["signing"]);
    // Where nothing was signed it is one of its own.
    let met = "Perus minister Rosa Quispe mötte i måndags Ghanas minister Kofi Osei i Lima.";
    assert_eq!(kinds(&format!("{met}\n\nOmans minister Saif Haddad talade vid ceremonin.")), ["meeting", "event"]);
}

#[test]
fn what_is_signed_after_talks_is_no_further_meeting() {
    let text = "President Ama Osei of Ghana met President Rosa Quispe of Peru in Accra. After the talks, Minister Yaw Agyei and Peruvian \
                Minister Luis Vega signed an agreement on ports.";
    assert_eq!(told_of("en", text).len(), 2, "{:?}", told_of("en", text));
}
