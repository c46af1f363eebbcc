//! A small register of short documents in three languages.

#![allow(dead_code, reason = "each test uses some of it")]

use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Duration;

use packs::Packs;
use register::{Deposit, Origin, PackReader, Read, Register, Sqlite, day};
use search::{Asked, Found, Hit, Index, Of, Query, Sort};

pub(crate) static PACKS: LazyLock<Packs> = LazyLock::new(embedded::packs);

pub(crate) const JAPAN_EN: &str = "On 10 July 2025, in Kuala Lumpur, Foreign Minister Bui Thanh Son of Vietnam held a meeting with \
    Japanese Foreign Minister Takeshi Iwaya. At the meeting, the two ministers agreed to step up \
    cooperation in semiconductors and the energy transition. Minister Iwaya affirmed that Japan will \
    continue to support Vietnam's development.";
pub(crate) const JAPAN_VI: &str = "Ngày 11/7/2025, tại Kuala Lumpur, Bộ trưởng Ngoại giao Việt Nam Bùi Thanh Sơn đã gặp Bộ trưởng \
    Ngoại giao Nhật Bản Takeshi Iwaya. Tại cuộc gặp, hai bên nhất trí đẩy mạnh hợp tác trong lĩnh \
    vực bán dẫn và năng lượng.";
pub(crate) const SWISS_SV: &str = "Den 10 juli 2025 höll Vietnams utrikesminister Bui Thanh Son samtal med Schweiz utrikesminister \
    Ignazio Cassis i Kuala Lumpur. Ministrarna välkomnade mötena mellan länderna och enades om att \
    fördjupa samarbetet om handel och investeringar.";
pub(crate) const CALL_EN: &str = "On 3 March 2024, Foreign Minister Penny Wong of Australia held a phone call with Indonesian \
    Foreign Minister Retno Marsudi. Minister Wong invited Minister Marsudi to visit Canberra. The \
    two sides discussed fisheries and maritime security.";

/// All documents: text, source and web address.
pub(crate) const DOCUMENTS: [(&str, &str, &str); 5] = [
    (JAPAN_EN, "Ministry of Foreign Affairs", "https://en.mofa.example/japan"),
    (JAPAN_VI, "Báo Thế giới và Việt Nam", "https://baoquocte.example/nhat-ban"),
    (SWISS_SV, "Sveriges Radio", "https://sverigesradio.example/son"),
    (CALL_EN, "DFAT", "https://dfat.example/call"),
    // A copy, of which only the place is new.
    (CALL_EN, "Reprint Daily", "https://reprint.example/call"),
];

pub(crate) fn read((text, source, address): (&str, &str, &str)) -> Read {
    let origin = Origin {
        name: address.to_owned(),
        source: Some(source.to_owned()),
        address: Some(address.to_owned()),
        format: Some("plain".to_owned()),
        ..Origin::default()
    };
    Read { deposit: Deposit::new(text, origin, 1000), reading: None }
}

pub(crate) fn reader() -> PackReader<'static> {
    PackReader::new(&PACKS, NonZeroUsize::MIN)
}

pub(crate) fn add(register: &mut Register, documents: &[(&str, &str, &str)]) {
    let documents = documents.iter().map(|&document| read(document));
    register.add(documents, &reader(), 1000).expect("it is kept");
}

pub(crate) fn in_memory() -> Register {
    Register::new(Box::new(Sqlite::in_memory().expect("there is memory"))).expect("it opens")
}

pub(crate) fn in_file(path: &Path) -> Register {
    Register::new(Box::new(Sqlite::open(path, Duration::ZERO).expect("it opens"))).expect("it opens")
}

/// The day on which the tests ask.
pub(crate) fn asked() -> Asked {
    let today = day("2025-09-01".parse::<document::PartialDate>().expect("a date").first_day());
    Asked { sort: Sort::Relevance, offset: 0, limit: 20, facets: false, today }
}

pub(crate) fn find(index: &Index, register: &Register, query: &str, asked: &Asked) -> Found {
    let query = Query::parse(query, &PACKS).unwrap_or_else(|error| panic!("{error}"));
    index.find(register, &PACKS, &query, asked).expect("it finds")
}

/// A hit in a few words.
pub(crate) fn shown(hit: &Hit) -> String {
    match &hit.of {
        Of::Engagement(engagement) => {
            let start = engagement.start.map_or("-".to_owned(), |start| start.to_string());
            let mut parties = engagement.parties.clone();
            parties.sort();
            format!("{} {start} {}", engagement.kind, parties.join(","))
        }
        Of::Claim(claim) => format!("{} {}", claim.claim.kind, claim.claim.actors.join(",")),
        Of::Person(person) => person.id.clone(),
        Of::Matter(matter) => format!("{} {}", matter.key, matter.state.as_str()),
        Of::Document(document) => document.origin.name.clone(),
    }
}

pub(crate) fn all_shown(found: &Found) -> Vec<String> {
    found.hits.iter().map(shown).collect()
}

/// A quote with its marks in brackets.
pub(crate) fn marked(hit: &Hit) -> String {
    let mut marked = Vec::new();
    for fragment in &hit.fragments {
        let (mut text, mut from) = (String::new(), 0);
        for &[start, end] in &fragment.ranges {
            text += &format!("{}[{}]", &fragment.text[from..start], &fragment.text[start..end]);
            from = end;
        }
        marked.push(text + &fragment.text[from..]);
    }
    marked.join(" | ")
}
