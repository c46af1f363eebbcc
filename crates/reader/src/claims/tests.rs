//! What sentences claim, by texts that say it.

use std::path::Path;

use packs::Packs;

use crate::fixtures::{claims, phrases, read};

#[test]
fn what_names_no_matter_is_of_that_of_its_paragraph() {
    let check = |text: &str| -> Vec<String> {
        let opening =
            "Foreign Minister Anniken Huitfeldt of Norway met with Foreign Minister Nicu Popescu of Moldova in Oslo.";
        let reading = read(phrases(), "en", &format!("{opening}\n\n{text}"));
        claims(&reading).map(|claim| format!("{} {}", claim.kind, claim.topics.join(","))).collect()
    };
    let cases: [(&str, &[&str]); 3] = [
        (
            "Popescu asked for larger catches of cod. Huitfeldt promised an answer.",
            &["request fisheries", "pledge fisheries"],
        ),
        // Nothing was told before it in its paragraph, nor is it in the document.
        ("Popescu thanked Norway for its kindness.", &["courtesy protocol"]),
        // Among whom something is counts for less than what it is about.
        (
            "Popescu proposed that the two countries develop relations in tourism, fisheries and education.",
            &["request education,tourism,fisheries"],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(check(text), expected, "{text}");
    }
}

#[test]
fn what_goes_on_with_a_list_is_of_its_type() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs"));
    let mut files = packs::files(root).expect("the packs are there");
    files.retain(|file| !file.path.ends_with("model.tsv") || file.path.ends_with("en/model.tsv"));
    let model = files.iter_mut().find(|file| file.path.ends_with("model.tsv")).expect("English has one");
    // Whatever begins amid a sentence is none, for this model.
    model.text =
        "feature\tclass\tweight\nsignal before\tnone\t9\nsignal act:agreement\tagreement\t3\nsignal always\tnone\t1\n"
            .to_owned();
    let packs = Packs::from_files(&files).expect("the packs load");
    let text = "Foreign Minister Anniken Huitfeldt of Norway met with Foreign Minister Nicu Popescu of Moldova in Oslo.\n\nThe two \
                sides agreed to open a port, promote tourism between the coasts, and strengthen the work of engineers; many \
                guests were there.";
    let reading = read(&packs, "en", text);
    let quotes: Vec<&str> = claims(&reading).map(|claim| claim.evidence.as_str()).collect();
    let list = [
        "The two sides agreed to open a port",
        "promote tourism between the coasts",
        "strengthen the work of engineers",
    ];
    assert_eq!(quotes, list);
}
