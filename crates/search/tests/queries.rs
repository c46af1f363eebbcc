//! Queries as people type them: how they are understood, and what is said of those that are not.

use std::sync::LazyLock;

use insta::assert_snapshot;
use packs::Packs;
use proptest::prelude::*;
use search::{Filter, Query, Sought};

static PACKS: LazyLock<Packs> = LazyLock::new(embedded::packs);

/// A query as it was understood, a clause a line, or what is wrong with it.
fn check(text: &str) -> String {
    match Query::parse(text, &PACKS) {
        Ok(query) => {
            let shown = query.clauses.iter().map(|clause| {
                let without = if clause.without { "-" } else { "" };
                match &clause.sought {
                    Sought::Word(word) => format!("{without}{word}"),
                    Sought::Phrase(phrase) => format!("{without}\"{phrase}\""),
                    Sought::Topical(text, topic) => format!("{without}{text}={topic:?}"),
                    Sought::Filter(Filter::From(date)) => format!("{without}From({date})"),
                    Sought::Filter(Filter::To(date)) => format!("{without}To({date})"),
                    Sought::Filter(filter) => format!("{without}{filter:?}"),
                }
            });
            shown.collect::<Vec<_>>().join(" ")
        }
        Err(error) => error.to_string(),
    }
}

#[test]
fn are_understood() {
    for (text, expected) in [
        ("", ""),
        ("Energi -\"năng lượng\" oil", "Energi=Energy -năng lượng=Energy oil"),
        ("  energy   transition ", "energy=Energy transition"),
        ("\"energy transition\"", "\"energy transition\""),
        ("“energy transition” ”grön omställning”", "\"energy transition\" \"grön omställning\""),
        ("-call -\"phone call\" −video", "-call -\"phone call\" -video"),
        ("EU - Vietnam & …", "EU Vietnam"),
        ("COP-29 EU-Japan", "COP-29 EU-Japan"),
        ("10:30", "10:30"),
        ("party:JP", "Party(\"JP\")"),
        ("party:japan", "Party(\"JP\")"),
        ("party:\"Förenta staterna\" party:\"Việt Nam\"", "Party(\"US\") Party(\"VN\")"),
        ("PARTY:Schweiz -party:ASEAN", "Party(\"CH\") -Party(\"ASEAN\")"),
        ("kind:meeting kind:CALL", "Kind(Meeting) Kind(Call)"),
        ("from:2025-07 to:2025-07-11", "From(2025-07) To(2025-07-11)"),
        ("topic:energy type:pledge claim:next-step", "Topic(Energy) Claim(Pledge) Claim(NextStep)"),
        ("person:\"Bùi Thanh Sơn\"", "Person(\"Bùi Thanh Sơn\")"),
        ("country:MY city:\"Kuala Lumpur\"", "Country(\"MY\") City(\"Kuala Lumpur\")"),
        ("city:Köpenhamn city:Nowhere", "City(\"Copenhagen\") City(\"Nowhere\")"),
        ("lang:SV source:mofa.go.jp", "Language(\"sv\") Source(\"mofa.go.jp\")"),
        ("is:disputed -is:background", "Disputed -Background"),
        ("in:claims in:person", "In(Claim) In(Person)"),
        ("state:agreed actor:JP addressee:VN", "State(Agreed) Actor(\"JP\") Addressee(\"VN\")"),
        // What comes apart on the way is put together.
        ("So\u{31b}n", "Sơn"),
    ] {
        assert_eq!(check(text), expected, "{text}");
    }
}

#[test]
fn say_where_they_are_wrong() {
    assert_snapshot!(check("energy party:Atlantis from:2025"), @r#"
    no party is named `Atlantis`; write its code (JP) or its name in quotes ("New Zealand")
      energy party:Atlantis from:2025
                   ^^^^^^^^
    "#);
    assert_snapshot!(check("mötet \"om energi"), @r#"
    a quotation does not end; end it with "
      mötet "om energi
            ^^^^^^^^^^
    "#);
    assert_snapshot!(check("colour:red"), @r"
    there is no field `colour`; there are party: kind: from: to: topic: type: claim: person: country: city: lang: source: is: in: state: actor: addressee:; in quotes it is looked for as text
      colour:red
      ^^^^^^
    ");
    assert_snapshot!(check("kind: meeting"), @r"
    `kind:` says nothing; write a value behind it, without a space
      kind: meeting
      ^^^^^
    ");
    assert_snapshot!(check("from:10.7.2025"), @r"
    `10.7.2025` is not a date; write 2025, 2025-07 or 2025-07-10
      from:10.7.2025
           ^^^^^^^^^
    ");
    assert_snapshot!(check("is:great"), @r"
    nothing is `great`; write is:disputed or is:background
      is:great
         ^^^^^
    ");
    assert_snapshot!(check("in:letters"), @r"
    `letters` is not known here; write one of engagements, claims, people, matters, documents
      in:letters
         ^^^^^^^
    ");
    assert!(check(&"x ".repeat(100)).starts_with("the query has too many parts"));
    assert!(check(&"é".repeat(5000)).starts_with("the query is too long"));
}

/// Text of the parts that queries are made of.
fn text() -> impl Strategy<Value = String> {
    const PARTS: &[&str] = &[
        "party:", "kind:", "from:", "is:", "in:", "city:", "x:", "-", "−", "\"", "“", "”", "„", " ", ":", "JP", "Sơn",
        "2025-07", "meeting", "\u{301}", "\u{200b}", "\u{0}", "\n", "…", "Đ",
    ];
    prop_oneof![
        proptest::collection::vec(prop::sample::select(PARTS), 0..12).prop_map(|parts| parts.concat()),
        "\\PC{0,40}",
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn never_panic(text in text()) {
        if let Err(error) = Query::parse(&text, &PACKS) {
            prop_assert!(error.query.get(error.at.clone()).is_some());
            prop_assert!(error.to_string().lines().count() >= 3);
        }
    }
}
