//! Every message that pages ask for is there, and every one that is there is asked for.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Messages whose names are put together.
const BUILT: [&str; 13] = [
    "problem-",
    "mend-",
    "type-",
    "facet-",
    "field-",
    "ruling-",
    "differs-in-",
    "matter-kind-",
    "queue-",
    "said-",
    "who-",
    "weekday-",
    "source-kind-",
];

fn sources(folder: &Path, all: &mut String) {
    for path in fs::read_dir(folder).expect("it is there").map(|entry| entry.expect("it can be read").path()) {
        if path.is_dir() {
            sources(&path, all);
        } else {
            *all += &fs::read_to_string(&path).expect("it is text");
        }
    }
}

#[test]
fn no_message_is_missing_or_unused() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    sources(&own.join("src"), &mut text);
    sources(&own.join("templates"), &mut text);
    let packs = own.join("../../packs/en");
    let ids = |file: &str| -> BTreeSet<String> {
        let text = fs::read_to_string(packs.join(file)).expect("it is there");
        let heads = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        heads.filter_map(|line| line.split_once(" =")).map(|(id, _)| id.to_owned()).collect()
    };
    let (interface, papers) = (ids("interface.ftl"), ids("messages.ftl"));
    let asked: BTreeSet<String> = [".w(\"", ".n(\"", ".say(\"", ".word(\"", ".sentence(\""]
        .iter()
        .flat_map(|call| text.split(call).skip(1).filter_map(|rest| rest.split_once('"')))
        .map(|(id, _)| id.to_owned())
        .collect();
    let missing: Vec<&String> = asked.iter().filter(|id| !interface.contains(*id) && !papers.contains(*id)).collect();
    assert_eq!(missing, Vec::<&String>::new(), "asked for, and not there");
    let is_built = |id: &String| BUILT.iter().any(|prefix| id.starts_with(prefix));
    let unused = interface.iter().filter(|id| !is_built(id) && !text.contains(&format!("\"{id}\"")));
    assert_eq!(unused.collect::<Vec<_>>(), Vec::<&String>::new(), "there, and never asked for");
}
