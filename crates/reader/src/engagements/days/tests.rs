//! Which day is whose, by texts that tell several.

use crate::fixtures::{phrases, read};

/// Kind, first and last day of all that a text tells of.
fn told(text: &str) -> Vec<String> {
    let day = |day: Option<document::PartialDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let line = |told: crate::reading::Engagement| format!("{} {}..{}", told.kind, day(told.start), day(told.end));
    read(phrases(), "en", text).engagements.into_iter().map(line).collect()
}

#[test]
fn how_long_a_journey_lasts_tells_its_other_days() {
    let check = |sentence: &str, expected: &str| {
        let text = format!("LIMA, 14 May 2025\n\nForeign Minister Kofi Mensah of Ghana {sentence}.\n");
        assert_eq!(told(&text), [expected], "{sentence}");
    };
    check("arrived in Peru on Monday for a three-day visit", "visit 2025-05-12..2025-05-14");
    check("today concluded a two-day visit to Peru", "visit 2025-05-13..2025-05-14");
    check("today concluded his visit to Peru, which began on 9 May", "visit 2025-05-09..2025-05-14");
    check("wraps up tomorrow a visit to Peru (10-15 May)", "visit 2025-05-10..2025-05-15");
    check("is paying a visit to Peru today", "visit 2025-05-14..2025-05-14");
}

#[test]
fn a_day_that_is_spoken_of_is_not_that_of_the_act() {
    let check = |sentence: &str, expected: &str| {
        let text = format!("LIMA, 14 May 2025\n\nForeign Minister Rosa Quispe of Peru {sentence}.\n");
        assert_eq!(told(&text).first().map(String::as_str), Some(expected), "{sentence}");
    };
    check(
        "received Foreign Minister Kofi Mensah of Ghana, who invited her to a forum on 20 June",
        "meeting 2025-05-14..2025-05-14",
    );
    check(
        "met Foreign Minister Kofi Mensah of Ghana to have the bridge open by 20 May",
        "meeting 2025-05-14..2025-05-14",
    );
    check("had met Foreign Minister Kofi Mensah of Ghana the evening before", "meeting 2025-05-13..2025-05-13");
}
