//! Parties and cities by the names that people type, in every language of the packs.

use std::path::Path;
use std::sync::LazyLock;

use packs::Packs;

static PACKS: LazyLock<Packs> = LazyLock::new(|| {
    let mut files = packs::files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")).expect("they are there");
    // What was learnt says nothing of names, and takes long to compile.
    files.retain(|file| !file.path.ends_with("model.tsv") && !packs::is_example(&file.path));
    Packs::from_files(&files).expect("they load")
});

#[test]
fn names_parties() {
    let check = |name: &str| PACKS.party_named(name).map(|party| PACKS.world.code(party).to_owned());
    for (name, code) in [
        ("JP", "JP"),
        ("jp", "JP"),
        ("Japan", "JP"),
        (" japan ", "JP"),
        ("Nhật Bản", "JP"),
        ("Förenta staterna", "US"),
        ("förenta STATERNA", "US"),
        ("United States of America", "US"),
        ("Mỹ", "US"),
        ("Việt Nam", "VN"),
        ("Vie\u{302}\u{323}t Nam", "VN"),
        ("vietnam", "VN"),
        ("Schweiz", "CH"),
        ("Thụy Sĩ", "CH"),
        ("Swedish", "SE"),
        ("ASEAN", "ASEAN"),
        ("asean", "ASEAN"),
        ("Liên hợp quốc", "UN"),
    ] {
        assert_eq!(check(name).as_deref(), Some(code), "{name}");
    }
    for name in ["", " ", "Atlantis", "Japan and Vietnam", "\"", "Minister", "…"] {
        assert_eq!(check(name), None, "{name}");
    }
}

#[test]
fn names_cities() {
    let check = |name: &str| PACKS.city_named(name).map(|city| city.name.clone());
    for (name, city) in
        [("Copenhagen", "Copenhagen"), ("Köpenhamn", "Copenhagen"), ("hanoi", "Hanoi"), ("Hà Nội", "Hanoi")]
    {
        assert_eq!(check(name).as_deref(), Some(city), "{name}");
    }
    for name in ["", "Atlantis", "Japan"] {
        assert_eq!(check(name), None, "{name}");
    }
}

#[test]
fn knows_for_whom_the_known_act_and_holds_nobody_for_two() {
    let check = |name: &str| PACKS.world.leader(name).map(|party| PACKS.world.code(party).to_owned());
    assert_eq!(check("emmanuel macron").as_deref(), Some("FR"));
    assert_eq!(check("nobody at all"), None);
    let mut files = packs::files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs")).expect("they are there");
    files.retain(|file| !file.path.ends_with("model.tsv") && !packs::is_example(&file.path));
    let leaders = files.iter_mut().find(|file| file.path == "world/leaders.tsv").expect("it is there");
    leaders.text = "code\tnames\nFR\tAnna Berg|Olle Lund\nSE\tanna berg\nQQ\tIda Ek\n".to_owned();
    let said: Vec<String> = Packs::from_files(&files).expect_err("twice").iter().map(ToString::to_string).collect();
    assert!(said.len() == 2 && said[0].contains("leaders.tsv:3") && said[0].contains("two parties"), "{said:?}");
    assert!(said[1].contains("leaders.tsv:4") && said[1].contains("no party has the code `QQ`"), "{said:?}");
}
