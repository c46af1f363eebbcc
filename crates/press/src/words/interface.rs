//! The words of the pages: that every language has the same.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::Entry;
use packs::{ClaimType, Language, Packs};

use super::catalogue::{catalogue, parsed, variables};

/// The messages of a language, each with what is filled into it.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// What is wrong with the words of the pages in a language: what other languages have and it lacks, what it has alone, what is
/// there twice, and where it fills in something else.
pub fn check(packs: &Packs, language: &Language) -> Vec<String> {
    checked(packs, language).err().unwrap_or_default()
}

/// The words of the pages in a language, else what is wrong with them.
pub(super) fn checked(packs: &Packs, language: &Language) -> Result<FluentResource, Vec<String>> {
    if language.interface.is_empty() {
        return Err(vec!["is missing; copy packs/en/interface.ftl and translate it".to_owned()]);
    }
    let resource = parsed(&language.interface)?;
    let mut problems = Vec::new();
    let own = messages(&resource, &mut problems);
    let papers = catalogue();
    problems.extend(
        own.keys().filter(|id| papers.contains_key(*id)).map(|id| format!("`{id}` is a message of papers; rename it")),
    );
    let types = ClaimType::ALL.iter().map(|kind| format!("type-{}", kind.as_str()));
    problems.extend(types.filter(|id| !own.contains_key(id)).map(|id| format!("`{id}` is missing")));
    let others = packs.languages.iter().filter(|other| other.code != language.code && !other.interface.is_empty());
    for other in others {
        // What is wrong with the other is told of the other.
        let Ok(theirs) = parsed(&other.interface) else { continue };
        problems.extend(compared(&own, &messages(&theirs, &mut Vec::new()), &other.code));
    }
    problems.sort_unstable();
    problems.dedup();
    if problems.is_empty() { Ok(resource) } else { Err(problems) }
}

fn messages(resource: &FluentResource, problems: &mut Vec<String>) -> Messages {
    let mut messages = Messages::new();
    for entry in resource.entries() {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        let used = message.value.iter().flat_map(variables).map(str::to_owned).collect();
        if messages.insert(id.to_owned(), used).is_some() {
            problems.push(format!("`{id}` is there twice"));
        }
    }
    messages
}

fn compared(own: &Messages, theirs: &Messages, other: &str) -> Vec<String> {
    let mut problems = Vec::new();
    for (id, filled) in theirs {
        match own.get(id) {
            None => problems.push(format!("`{id}` is missing, which {other} has")),
            Some(used) if used != filled => {
                let names = |names: &BTreeSet<String>| names.iter().map(|name| format!("${name}")).collect::<Vec<_>>();
                let (used, filled) = (names(used).join(", "), names(filled).join(", "));
                problems.push(format!("`{id}` fills in ({used}), but in {other} ({filled})"));
            }
            Some(_) => {}
        }
    }
    problems.extend(own.keys().filter(|id| !theirs.contains_key(*id)).map(|id| format!("`{id}` is not in {other}")));
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_words() {
        let packs = embedded::packs();
        for language in &packs.languages {
            assert_eq!(check(&packs, language), Vec::<String>::new(), "{}", language.code);
        }
    }

    #[test]
    fn tells_what_is_missing_or_filled_in_otherwise() {
        let of = |text: &str| messages(&parsed(text).unwrap(), &mut Vec::new());
        let own = of("next = Next\nfound = { $n } found\nextra = More\n");
        let theirs = of("next = Nästa\nfound = Hittade { $total }\nback = Åter\n");
        assert_eq!(
            compared(&own, &theirs, "sv"),
            ["`back` is missing, which sv has", "`found` fills in ($n), but in sv ($total)", "`extra` is not in sv"]
        );
    }
}
