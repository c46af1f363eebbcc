//! Whose page it is.

use document::BlockKind;
use packs::{Form, Kind, Layer, Link, Party, Reference, Value};
use rustc_hash::FxHashSet;

use crate::mentions::{Mention, Who};
use crate::page::{Page, Sentence};
use crate::people::People;
use crate::places::{led, named_at, spoken_of};

/// How much a party counts for being named, where it is a place ("in Peru"), and around the story.
const NAME: i32 = 2;
const NAME_OF_PLACE: i32 = 1;
/// How much where it says something itself, in words of "I" or "we": "My Government thanks you. *Peru* calls for an inquiry".
const NAME_SPEAKING: i32 = 4;
const NAME_AROUND: i32 = 12;
/// How much the party that mostly publishes in a language counts.
const PRIOR: i32 = 12;
/// How much it counts where the page never names it.
const PRIOR_UNNAMED: i32 = 8;
/// How much an agency, a ministry or an address of a party counts around the story, and how much within it.
const VOICE: i32 = 20;
const VOICE_WITHIN: i32 = 4;
/// How much it counts where somebody in office has a name of its people.
const NATIVE: i32 = 12;
/// The most tokens of a line that is nothing but who publishes.
const BODY: usize = 6;
/// The most tokens of a city's name and the comma behind it.
const LONGEST_CITY: u32 = 6;
/// How much the city of a dateline counts for its country, and how much where the page names only the city.
const CITY: i32 = 10;
const CITY_ALONE: i32 = 6;
/// What leads a place.
const WHERE: [Link; 2] = [Link::In, Link::To];
/// How much it counts for a country that somebody goes back there.
const BACK: i32 = 8;

/// How much speaks for each party, in the order in which they are named.
#[derive(Clone)]
pub(super) struct Named(Vec<(Party, i32)>);

impl Named {
    fn add(&mut self, party: Party, weight: i32) {
        match self.0.iter_mut().find(|(known, _)| *known == party) {
            Some((_, count)) => *count += weight,
            None => self.0.push((party, weight)),
        }
    }

    /// "President Luis *Montenegro*": what is a word of somebody's name names no party.
    pub(super) fn without_names(&mut self, sentence: &Sentence<'_>, mentions: &[Mention]) {
        let names = mentions.iter().filter(|mention| matches!(mention.who, Who::Person(_)));
        for mention in names.filter(|mention| mention.tokens.len() > 1) {
            for (mark, value) in sentence.within(Layer::Names, mention.tokens.start + 1..mention.tokens.end) {
                if let Value::Party(party, _) = value
                    && sentence.token(mark.start - 1).shape == document::Shape::Capital
                {
                    self.add(*party, -NAME);
                }
            }
        }
        self.0.retain(|&(_, count)| count > 0);
    }

    pub(super) fn all(&self) -> FxHashSet<Party> {
        self.0.iter().map(|&(party, _)| party).collect()
    }

    /// Counts a name less, where a party is named more than once.
    fn lessen(&mut self, party: Party) {
        if let Some((_, count)) = self.0.iter_mut().find(|(known, count)| *known == party && *count > NAME) {
            *count -= NAME;
        }
    }

    fn has(&self, party: Party) -> bool {
        self.0.iter().any(|&(named, _)| named == party)
    }
}

/// How often the parties are named, in the lines around the story above all.
pub(super) fn named(page: &Page<'_>, sentences: &[Sentence<'_>]) -> Named {
    let world = page.world();
    let mut counts = Named(Vec::new());
    let mut cities: Vec<Party> = Vec::new();
    let own = sentences
        .iter()
        .flat_map(|sentence| sentence.marks(Layer::Names))
        .any(|(_, value)| matches!(value, Value::Reference(Reference::I | Reference::We)));
    for sentence in sentences {
        let dateline = sentence.dateline_end();
        let edge = sentence.block_index < 2 || sentence.block_index + 3 >= page.document.blocks().len() as u32;
        // "The tour ends in Suva.", at the foot, is of the story.
        let told = sentence.block_index >= 2 && sentence.is(sentence.tokens.end - 1, ".");
        let issuer = edge
            && sentence.tokens.len() <= 10
            && sentence.marks(Layer::Triggers).next().is_none()
            && stands_alone(sentence);
        // "Estonia's Foreign Ministry", "Moldova's Embassy in Stockholm": a line that is nothing but who publishes.
        let body = |end: u32| issuer && sentence.tokens.len() <= BODY && is_body(sentence, end);
        let line = issuer || matches!(sentence.block, BlockKind::Source | BlockKind::Furniture | BlockKind::Dateline);
        for (mark, value) in sentence.marks(Layer::Names).chain(sentence.marks(Layer::Handles)) {
            let around = line || mark.start < dateline;
            // "Johannesburg, South Africa": where it was written, not by whom.
            let place = around && behind_city(sentence, mark.start, value);
            match value {
                Value::Party(party, _) if body(mark.end) => counts.add(*party, VOICE),
                Value::Party(party, _) if around && !place => counts.add(*party, NAME_AROUND),
                Value::Party(party, _) if spoken_of(sentence, mark.start) => counts.add(*party, 0),
                Value::Party(party, _) if led(sentence, mark.start, &WHERE) => counts.add(*party, NAME_OF_PLACE),
                Value::Party(party, Form::Name) if own && speaks(sentence, mark.end) => {
                    counts.add(*party, NAME_SPEAKING);
                }
                Value::Party(party, _) => counts.add(*party, NAME),
                Value::Voice(party) if line && foreign(sentence, *party) => {}
                Value::Voice(party) => counts.add(*party, if around { VOICE } else { VOICE_WITHIN }),
                // "The Trade Minister *to Nairobi*": where somebody goes is not where it was written.
                Value::City(_) if sentence.block == BlockKind::Title && led(sentence, mark.start, &[Link::To]) => {}
                Value::City(city) if around && !(issuer && told) => cities.push(world.country_of(*city)),
                _ => {}
            }
        }
        goals(sentence).for_each(|party| counts.lessen(party));
        origins(sentence).for_each(|party| counts.add(party, BACK));
        if let Some(party) = line.then(|| address(sentence)).flatten() {
            counts.add(party, VOICE);
        }
    }
    // Who reports from abroad seldom speaks of the country.
    for country in cities {
        counts.add(country, if counts.has(country) { CITY } else { CITY_ALONE });
    }
    counts
}

/// The parties whose page this may be, likeliest first: those most named, but seldom those that had to be said beside a
/// name.
pub(super) fn homes(page: &Page<'_>, main: u8, mut counts: Named, people: &People) -> Vec<Party> {
    for &(party, attached) in &people.attached {
        counts.add(party, -NAME * attached as i32);
    }
    let language = &page.packs.languages[usize::from(main)];
    let natives = &language.home;
    // "Chủ tịch Quốc hội *Trần Thanh Mẫn*": whose people hold offices, by their names.
    let own = natives.first().filter(|&&own| {
        people.all.iter().any(|person| {
            let named = || language.is_native(page.quote(person.name.clone())) == Some(true);
            person.certain && !person.offices.is_empty() && person.party.is_none_or(|party| party == own) && named()
        })
    });
    // Others have such names too: a page that names Finland and never Sweden is none of Sweden's for them.
    let others = natives.iter().skip(1).any(|&party| counts.has(party));
    if let Some(&own) = own.filter(|&&own| counts.has(own) || !others) {
        counts.add(own, NATIVE);
    }
    // What is written in the language of one state is mostly that state's.
    let alone = natives.len() == 1;
    for (place, &party) in natives.iter().enumerate() {
        // A page that never names the state may still be its own, if nothing else speaks for another.
        let prior = if counts.has(party) { PRIOR >> place } else { PRIOR_UNNAMED >> place };
        counts.add(party, if alone { prior + prior / 2 } else { prior });
    }
    counts.0.sort_by_key(|&(_, count)| -count);
    counts.0.into_iter().map(|(party, _)| party).collect()
}

/// The countries to which a sentence says that somebody goes: "*heads to Vanuatu* on Monday".
fn goals(sentence: &Sentence<'_>) -> impl Iterator<Item = Party> {
    let goes =
        |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Visit && trigger.is_finite());
    let to = sentence.marks(Layer::Triggers).filter(move |(_, value)| goes(value));
    // "Besökte *den 17–18 november* Georgien".
    let behind = |at: u32| sentence.dates().iter().find(|date| date.start == at).map_or(at, |date| date.end);
    to.filter_map(move |(mark, _)| named_at(sentence, behind(mark.end))?.country)
}

/// The countries to which a sentence says that somebody goes back: "*returns to Wellington* on Friday".
fn origins(sentence: &Sentence<'_>) -> impl Iterator<Item = Party> {
    let back = sentence.marks(Layer::Links).filter(|(_, value)| **value == Value::Link(Link::Returns));
    back.filter_map(|(mark, _)| named_at(sentence, mark.end)?.country)
}

/// Whether somebody says something with a verb right at a token.
fn speaks(sentence: &Sentence<'_>, at: u32) -> bool {
    sentence.at(Layer::Speech, at).next().is_some()
}

/// Whether a sentence is a line of its own, and none of a list: "- the Prime Minister of Fiji".
fn stands_alone(sentence: &Sentence<'_>) -> bool {
    let block = &sentence.page.document.blocks()[sentence.block_index as usize];
    let start = sentence.tokens.start;
    let numbered = || {
        let behind = |sign: &str| sentence.is(start + 1, sign);
        sentence.token(start).shape == document::Shape::Number && [".", ")"].into_iter().any(behind)
    };
    let listed = || sentence.token(start).shape == document::Shape::Punctuation || numbered();
    block.kind != BlockKind::Paragraph || (block.sentences.len() == 1 && !listed())
}

/// Whether a ministry, an embassy or the like begins at a token.
fn is_body(sentence: &Sentence<'_>, at: u32) -> bool {
    sentence.reference(at).is_some_and(|(reference, _)| matches!(reference, Reference::Side | Reference::Delegation))
}

/// Whether a country is named right behind a comma behind a city of it.
fn behind_city(sentence: &Sentence<'_>, at: u32, value: &Value) -> bool {
    let Value::Party(party, _) = value else { return false };
    let world = sentence.page.world();
    let from = at.saturating_sub(LONGEST_CITY).max(sentence.tokens.start);
    sentence.within(Layer::Names, from..at).any(|(mark, value)| {
        let beside = mark.end + 1 == at && sentence.is(mark.end, ",");
        beside && matches!(value, Value::City(city) if world.country_of(*city) == *party)
    })
}

/// Whether a line names another party or a city of one: "The Ministry in Kigali" is not the one at home.
fn foreign(sentence: &Sentence<'_>, party: Party) -> bool {
    sentence.marks(Layer::Names).any(|(_, value)| match value {
        Value::Party(other, _) => *other != party,
        Value::City(city) => sentence.page.world().country_of(*city) != party,
        _ => false,
    })
}

/// The state of an address on the web that a line gives, by its end: "baoquocte.vn".
fn address(sentence: &Sentence<'_>) -> Option<Party> {
    let world = sentence.page.world();
    let glued = |at: u32| !sentence.token(at).spaced;
    let ends = |at: u32| glued(at - 1) && glued(at) && sentence.word(at).len() == 2 && sentence.is(at - 1, ".");
    (sentence.tokens.start + 2..sentence.tokens.end).filter(|&at| ends(at)).find_map(|at| {
        let end = sentence.word(at);
        let code = if end == "uk" { "GB".to_owned() } else { end.to_ascii_uppercase() };
        world.party(&code).filter(|&party| world.is_state(party))
    })
}
