//! On what occasion something took place.

use crate::fixtures::{phrases, read};

/// Each engagement of a text, its kind and its occasion.
fn occasions(language: &str, text: &str) -> Vec<String> {
    let told = read(phrases(), language, text).engagements.into_iter().filter(|told| !told.background);
    told.map(|told| format!("{}: {}", told.kind, told.occasion.unwrap_or_default())).collect()
}

fn check(cases: &[(&str, &str, &[&str])]) {
    for (language, text, expected) in cases {
        assert_eq!(occasions(language, text), *expected, "{text}");
    }
}

#[test]
fn a_gathering_at_which_something_takes_place_is_its_occasion() {
    check(&[
        (
            "en",
            "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru at the Ocean Forum in Cairo on 5 May 2025.",
            &["meeting: Ocean Forum"],
        ),
        (
            "en",
            "During the Third Conference of Ministers of Health, Minister Ali Sabry of Sri Lanka met Minister Rosa Quispe of Peru.",
            &["meeting: Third Conference of Ministers of Health"],
        ),
        (
            "sv",
            "Under jordbruksministerkonferensen GFFA träffade Sveriges landsbygdsminister Eva Lind Perus jordbruksminister Rosa Quispe.",
            &["meeting: jordbruksministerkonferensen GFFA"],
        ),
        (
            "sv",
            "Sveriges utrikesminister Eva Lind träffade Perus utrikesminister Rosa Quispe vid toppmötet i Kairo den 5 maj 2025.",
            &["meeting: toppmötet i Kairo"],
        ),
        (
            "vi",
            "Ngày 5/5/2025, tại Diễn đàn Đại dương, Bộ trưởng Ngoại giao Peru Rosa Quispe gặp Bộ trưởng Ngoại giao Oman Badr Said.",
            &["meeting: Diễn đàn Đại dương"],
        ),
        // What is spoken of is no occasion, nor is what is to come.
        (
            "en",
            "Foreign Minister Ali Sabry of Sri Lanka discussed preparations for the Ocean Forum with Foreign Minister Rosa Quispe of Peru.",
            &["meeting: "],
        ),
        (
            "en",
            "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru, who said that she would be at the Ocean Forum.",
            &["meeting: "],
        ),
    ]);
}

#[test]
fn a_journey_leads_to_its_gathering_and_whoever_is_met_there_is_met_at_it() {
    check(&[
        (
            "en",
            "Foreign Minister Ali Sabry of Sri Lanka travelled to Cairo on 5 May 2025 for the Ocean Forum. There he met Foreign Minister \
             Rosa Quispe of Peru.",
            &["visit: Ocean Forum", "meeting: Ocean Forum"],
        ),
        (
            "en",
            "Foreign Minister Ali Sabry of Sri Lanka took part in the Ocean Forum on 5 May 2025. He met Foreign Minister Rosa Quispe of \
             Peru. On 20 May 2025 he met Foreign Minister Saif Haddad of Oman.",
            &["conference: Ocean Forum", "meeting: Ocean Forum", "meeting: "],
        ),
        // Of which only the noun is said once more.
        (
            "en",
            "Foreign Minister Ali Sabry of Sri Lanka took part in the Ocean Forum on 5 May 2025. On the margins of the Forum he met \
             Foreign Minister Rosa Quispe of Peru.",
            &["conference: Ocean Forum", "meeting: Ocean Forum"],
        ),
        (
            "sv",
            "Sveriges utrikesminister Eva Lind deltog den 5 maj 2025 i Nordiska rådets 77:e session i Oslo. Hon träffade Perus \
             utrikesminister Rosa Quispe.",
            &["conference: Nordiska rådets 77:e session", "meeting: Nordiska rådets 77:e session"],
        ),
    ]);
}

#[test]
fn what_is_signed_has_its_name_if_only_by_its_noun() {
    check(&[
        (
            "en",
            "Foreign Minister Ali Sabry of Sri Lanka and Foreign Minister Rosa Quispe of Peru signed a memorandum in Cairo on 5 May 2025. \
             The memorandum was signed in the presence of guests.",
            &["signing: memorandum"],
        ),
        (
            "en",
            "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru on 5 May 2025 and signed an agreement with her.",
            &["meeting: ", "signing: agreement"],
        ),
    ]);
}
