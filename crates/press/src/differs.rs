//! The fields on which the accounts of an engagement differ, with who says what.

use packs::Kind;
use register::FieldValue;

use crate::paper::Sentence;
use crate::story::Story;
use crate::teller::{Teller, sentence, source_of};
use crate::words::Precise;

/// So many parties are named.
const PARTIES: usize = 4;

/// Where the accounts of a story differ.
pub(crate) fn differs(teller: &mut Teller<'_>, story: &Story) -> Vec<Vec<Sentence>> {
    let mut items = Vec::new();
    let words = teller.words;
    let Some(kind) = story.kind() else { return items };
    for dispute in story.engagement.open_disputes() {
        let id = match dispute.field.as_str() {
            "date" => "differs-date",
            "kind" => "differs-kind",
            "country" => "differs-country",
            "city" => "differs-city",
            _ => continue,
        };
        let value = |said: &register::Said| {
            let value = match FieldValue::parse(&dispute.field, &said.value) {
                Ok(FieldValue::Date(Some((from, to)))) => words.date(Precise { from, to }, None),
                Ok(FieldValue::Kind(kind)) => Kind::parse(&kind).map_or(kind, |kind| words.kind_of_one(kind)),
                Ok(FieldValue::Country(Some(country))) => words.party(&country),
                Ok(FieldValue::City(Some(city))) => words.city(&city),
                _ => return None,
            };
            let source = source_of(&story.accounts, &said.accounts);
            Some(words.say("value-by", vec![("value", value.into()), ("source", source.into())]))
        };
        let values: Vec<String> = dispute.values.iter().filter_map(value).collect();
        let parties = words.parties(&teller.seen(&story.engagement.parties), PARTIES);
        let what = words.say("what-of", vec![("kind", words.kind_of_this(kind).into()), ("parties", parties.into())]);
        let text = words.sentence(id, vec![("what", what.into()), ("values", words.list(&values).into())]);
        let mut notes = Vec::new();
        for said in &dispute.values {
            let account = story.accounts.iter().find(|account| said.accounts.contains(&account.id));
            notes.extend(account.map(|account| teller.note(account, &account.engagement.evidence)));
        }
        items.push(vec![sentence(&text, notes)]);
    }
    items
}
