//! What is found in a small register, and how it is shown.

mod common;

use common::{DOCUMENTS, PACKS, add, all_shown, asked, find, in_memory, marked};
use register::Register;
use search::{Asked, Index, Query, Sort};

fn made() -> (Register, Index) {
    let mut register = in_memory();
    add(&mut register, &DOCUMENTS);
    let index = Index::in_memory(&register, &PACKS).expect("it is made");
    (register, index)
}

const JAPAN: &str = "meeting 2025-07-10 JP,VN";
const SWISS: &str = "meeting 2025-07-10 CH,VN";
const CALL: &str = "call 2024-03-03 AU,ID";

#[test]
fn finds_engagements() {
    let (register, index) = made();
    for (query, expected) in [
        ("", &[JAPAN, SWISS, CALL][..]),
        // Words in any language, with their endings or without.
        ("meetings", &[JAPAN]),
        ("minister cooperate semiconductor", &[JAPAN]),
        ("länder", &[SWISS]),
        ("năng lượng", &[JAPAN]),
        // Marks or none.
        ("Bui Thanh Son", &[JAPAN, SWISS]),
        ("Bùi Thanh Sơn", &[JAPAN, SWISS]),
        ("nang luong", &[JAPAN]),
        ("fordjupa", &[SWISS]),
        ("So\u{31b}n semiconductors", &[JAPAN]),
        // The name of a topic finds what is about it, whatever it says.
        ("semiconductors kind:meeting", &[JAPAN]),
        ("trade", &[SWISS]),
        ("handel", &[SWISS]),
        // Phrases.
        ("\"energy transition\"", &[JAPAN]),
        ("\"transition energy\"", &[]),
        ("\"thanh son\" iwaya", &[JAPAN]),
        ("-iwaya son", &[SWISS]),
        ("-\"energy transition\"", &[SWISS, CALL]),
        ("-person:\"Penny Wong\" -source:\"sveriges radio\"", &[JAPAN]),
        // Fields.
        ("party:Japan", &[JAPAN]),
        ("party:VN party:Schweiz", &[SWISS]),
        ("-party:VN", &[CALL]),
        ("kind:call", &[CALL]),
        ("kind:call kind:meeting", &[JAPAN, SWISS, CALL]),
        ("from:2025", &[JAPAN, SWISS]),
        ("to:2024-03", &[CALL]),
        ("from:2025-07 to:2025-07-11", &[JAPAN, SWISS]),
        ("from:2025-07-12", &[]),
        ("topic:semiconductors", &[JAPAN]),
        ("type:invitation", &[CALL]),
        ("person:\"Son Bui Thanh\" person:Cassis", &[SWISS]),
        ("person:\"Thanh Iwaya\"", &[]),
        ("person:Marsudi", &[CALL]),
        ("city:\"Kuala Lumpur\" lang:sv", &[SWISS]),
        ("lang:vi", &[JAPAN]),
        ("lang:sv lang:en", &[JAPAN, SWISS, CALL]),
        ("source:\"thế giới\"", &[JAPAN]),
        ("source:reprint.example", &[CALL]),
        ("is:disputed", &[JAPAN]),
        ("-is:disputed", &[SWISS, CALL]),
        ("actor:AU addressee:ID", &[CALL]),
        ("nothingofthekind", &[]),
    ] {
        let asked = Asked { sort: Sort::Date, ..asked() };
        let found = find(&index, &register, query, &asked);
        let mut shown = all_shown(&found);
        assert_eq!(found.total, shown.len(), "{query}");
        // Days may be the same; then the order is not said.
        shown.sort();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(shown, expected, "{query}");
    }
}

#[test]
fn finds_other_entries() {
    let (register, index) = made();
    let check = |query: &str| all_shown(&find(&index, &register, query, &asked()));
    // One says it in another language, of which the topic tells.
    assert_eq!(check("in:claims type:agreement semiconductors").len(), 2);
    assert_eq!(check("in:claims type:agreement \"cooperation in semiconductors\"").len(), 1);
    assert_eq!(check("in:claims lang:vi bán dẫn").len(), 1);
    // Two documents that are copies say it once.
    assert_eq!(check("in:claims invited").len(), 1);
    assert_eq!(check("in:people iwaya"), ["JP:iwaya-takeshi"]);
    assert_eq!(check("in:people person:\"Bùi Thanh Sơn\""), ["VN:bui-son-thanh"]);
    assert_eq!(check("in:people foreign-minister party:CH"), ["CH:cassis-ignazio"]);
    assert_eq!(check("in:matters party:ID"), ["invitation/AU/ID open"]);
    assert_eq!(check("in:matters invitation state:open"), ["invitation/AU/ID open"]);
    assert_eq!(check("in:documents mötena"), ["https://sverigesradio.example/son"]);
    assert_eq!(check("in:documents lĩnh vực"), ["https://baoquocte.example/nhat-ban"]);
    assert_eq!(check("in:people in:documents cassis").len(), 2);
    let found = find(&index, &register, "Iwaya", &asked());
    assert_eq!(found.others, [(search::Entry::Person, 1)].into());
}

#[test]
fn highlights() {
    let (register, index) = made();
    let check = |query: &str| {
        let found = find(&index, &register, query, &asked());
        found.hits.iter().map(marked).collect::<Vec<_>>().join("\n")
    };
    for (query, expected) in [
        (
            "semiconductor energy",
            "At the meeting, the two ministers agreed to step up cooperation in [semiconductors] and the [energy] transition",
        ),
        ("nang luong", "Tại cuộc gặp, hai bên nhất trí đẩy mạnh hợp tác trong lĩnh vực bán dẫn và [năng] [lượng]"),
        (
            "in:documents \"energy transition\" affirm",
            "…the two ministers agreed to step up cooperation in semiconductors and the [energy] [transition]. Minister Iwaya \
             [affirmed] that Japan will continue to support Vietnam's development.",
        ),
        ("in:people iwaya", "Takeshi [Iwaya]"),
    ] {
        assert_eq!(check(query), expected, "{query}");
    }
}

#[test]
fn counts_facets() {
    let (register, index) = made();
    let asked = Asked { facets: true, limit: 1, ..asked() };
    let found = find(&index, &register, "", &asked);
    assert_eq!((found.hits.len(), found.total), (1, 3));
    let facets = found.facets.expect("they were asked for");
    assert_eq!(facets.kind, [("call".to_owned(), 1), ("meeting".to_owned(), 2)].into());
    assert_eq!(facets.year, [(2024, 1), (2025, 2)].into());
    assert_eq!(facets.party["VN"], 2);
    assert_eq!(facets.language, [("en".to_owned(), 2), ("sv".to_owned(), 1), ("vi".to_owned(), 1)].into());
    assert!(facets.topic.contains_key("semiconductors") && facets.claim.contains_key("invitation"));
}

#[test]
fn pages() {
    let (register, index) = made();
    let page = |offset, limit| {
        let asked = Asked { sort: Sort::Date, offset, limit, ..asked() };
        let found = find(&index, &register, "in:engagements in:people", &asked);
        (all_shown(&found), found.total)
    };
    let (all, total) = page(0, 100);
    assert_eq!((all.len(), all[2].as_str()), (total, CALL));
    for limit in [1, 2, 3] {
        let paged: Vec<String> = (0..total).step_by(limit).flat_map(|offset| page(offset, limit).0).collect();
        assert_eq!(paged, all, "{limit}");
    }
    assert_eq!(page(total, 5), (Vec::new(), total));
    assert_eq!(page(usize::MAX, usize::MAX).1, total);
    assert_eq!(page(0, 0), (Vec::new(), total));
}

#[test]
fn chooses_engagements() {
    let (register, index) = made();
    let check = |query: &str| {
        let query = Query::parse(query, &PACKS).expect("it is understood");
        let chosen = index.engagements(&register, &query, asked().today).map_err(|error| error.to_string())?;
        let kind =
            |id| register.store().row(id).expect("it can be read").map(|row| row.kind + " " + &row.parties.join(","));
        let mut kinds: Vec<String> = chosen.into_iter().filter_map(kind).collect();
        kinds.sort();
        Ok::<String, String>(kinds.join("; "))
    };
    assert_eq!(check(""), Ok("call AU,ID; meeting CH,VN; meeting JP,VN".to_owned()));
    assert_eq!(check("party:VN topic:semiconductors"), Ok("meeting JP,VN".to_owned()));
    assert_eq!(check("in:claims type:invitation"), Ok("call AU,ID".to_owned()), "by what was said there");
    assert_eq!(check("pineapples"), Ok(String::new()));
    assert!(check("in:people son").is_err_and(|error| error.contains("leave `in:people` out")));
}
