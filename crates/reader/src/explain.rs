//! Why it read so: each sentence with its marks, the rules that fired and what they gave.

use std::fmt::Write as _;

use document::Document;
use packs::{Layer, Packs, Value};

use crate::accounts::accounts;
use crate::mentions::{Who, mentions};
use crate::page::Page;
use crate::{Settings, read};

const LAYERS: [(Layer, &str); 10] = [
    (Layer::Names, "name"),
    (Layer::Links, "link"),
    (Layer::Figures, "figure"),
    (Layer::Triggers, "trigger"),
    (Layer::Speech, "speech"),
    (Layer::Topics, "topic"),
    (Layer::Occasions, "occasion"),
    (Layer::Particles, "particle"),
    (Layer::Verbs, "verb"),
    (Layer::Handles, "handle"),
];

/// Shows each sentence with its marks, the rules that fired and what they gave, as text for people.
pub fn explain(packs: &Packs, document: &Document, settings: &Settings) -> String {
    let mut out = String::new();
    let reading = read(packs, document, settings);
    let Some(main) = document.language_index() else { return reading.notes.join("\n") + "\n" };
    let page = Page::new(packs, document, main);
    let (mut people, ..) = accounts(&page, main, settings, &mut |_| ());
    for index in 0..document.sentences().len() {
        let sentence = page.sentence(index, main);
        if sentence.tokens.is_empty() {
            continue;
        }
        let bytes = page.bytes(sentence.tokens.clone());
        let _ = writeln!(out, "[{:?}] {}", sentence.block, document.quote(bytes.clone()));
        if !sentence.in_story() {
            continue;
        }
        for (layer, name) in LAYERS {
            for (mark, value) in sentence.marks(layer) {
                let _ = writeln!(
                    out,
                    "    {name:8} {:30} {:40} {}",
                    page.quote(mark.start..mark.end),
                    show(packs, value),
                    packs.place(sentence.entry(mark).rule)
                );
            }
        }
        for date in sentence.dates() {
            let _ = writeln!(
                out,
                "    {:8} {:30} {:40} {}",
                "date",
                page.quote(date.start..date.end),
                format!("{:?}", date.when),
                packs.place(date.rule)
            );
        }
        for mention in mentions(&sentence, &mut people, false) {
            let words = page.quote(mention.tokens.clone());
            let party = |party: Option<packs::Party>| party.map_or("?", |party| packs.world.code(party)).to_owned();
            let (name, told) = match &mention.who {
                Who::Person(person) => {
                    ("person", format!("{} {}", party(people.all[*person].party), offices(people.all[*person].offices)))
                }
                Who::Office(held) => ("unnamed", format!("{} {}", party(mention.party), offices(*held))),
                Who::Name => ("name?", "nothing tells who that is".to_owned()),
                Who::Party(_) | Who::Reference(..) => continue,
            };
            let _ = writeln!(out, "    {name:8} {words:30} {told}");
        }
        let inside = |span: &crate::Span| span[0] < bytes.end && span[1] > bytes.start;
        for engagement in &reading.engagements {
            if inside(&engagement.span) {
                let people: Vec<String> = engagement
                    .people
                    .iter()
                    .map(|person| format!("{} ({})", person.name, person.party.as_deref().unwrap_or("?")))
                    .collect();
                let _ = writeln!(
                    out,
                    "  => {} {} {} [{}] {}  by {}{}",
                    engagement.id,
                    engagement.kind,
                    engagement.start.map_or_else(String::new, |day| day.to_string()),
                    engagement.parties.join(","),
                    people.join(", "),
                    engagement.rule,
                    if engagement.background { "  background" } else { "" }
                );
            }
            for claim in engagement.claims.iter().filter(|claim| inside(&claim.span)) {
                let _ = writeln!(
                    out,
                    "  -> {} {} {} > {} # {}  \"{}\"  by {}",
                    engagement.id,
                    claim.kind,
                    claim.actors.join(","),
                    claim.addressees.join(","),
                    claim.topics.join(","),
                    claim.evidence,
                    claim.rule
                );
            }
        }
    }
    out
}

fn offices(offices: packs::Offices) -> String {
    offices.iter().map(packs::OfficeKind::as_str).collect::<Vec<_>>().join(",")
}

fn show(packs: &Packs, value: &Value) -> String {
    match value {
        Value::Party(party, form) => format!("{} {form:?}", packs.world.code(*party)),
        Value::Voice(party) => packs.world.code(*party).to_owned(),
        Value::City(city) => packs.world.cities[*city as usize].name.clone(),
        Value::Office(office) => format!("{} {}", office.role.as_str(), offices(office.offices)),
        Value::Trigger(trigger) => format!(
            "{} {}{}",
            trigger.kind.as_str(),
            trigger.shape.as_str(),
            if trigger.background { " background" } else { "" }
        ),
        Value::Speech(speech) => format!(
            "{} / {} {}",
            speech.claim.as_str(),
            speech.joint.as_str(),
            speech.level.map_or("cue", packs::Level::as_str)
        ),
        Value::Topic(topics) => topics.iter().map(packs::Topic::as_str).collect::<Vec<_>>().join(","),
        Value::Named(named) => packs.world.named[*named as usize].code.clone(),
        Value::Occasion(packs::Occasion::Series(series)) => packs.world.series[*series as usize].name.clone(),
        Value::Reference(reference) => reference.as_str().to_owned(),
        Value::Link(link) => link.as_str().to_owned(),
        other => format!("{other:?}"),
    }
}
