//! Who is named where: people with their offices and parties, parties, and words that refer to them.
//!
//! Two passes: the first finds names that an office, an honorific or a party makes certain, and learns who is
//! who; the second finds those people again under shorter names.

mod holders;
mod learning;
mod names;
mod naming;
mod offices;
mod parties;
mod titles;

use std::ops::Range;

use document::Shape;
use packs::{Form, Gender, Layer, Link, Offices, Party, Reference, Value};

use crate::begins::Begins;
use crate::page::Sentence;
use crate::people::{People, Told};

/// The most words of the name with which somebody signs.
const LONGEST_SIGNED: usize = 4;
/// What may begin a mention.
const OPENS: Begins =
    Begins::CAPITAL.or(Begins::layer(Layer::Names)).or(Begins::layer(Layer::Particles)).or(Begins::link(Link::Spouse));
/// A family's name stands at most so many words before a word of the name that it begins.
const FORENAMES: u32 = 3;
/// The most tokens of the name of a city.
const LONGEST_CITY: u32 = 4;
/// How many countries told near a person are kept.
const MOST_NEAR: usize = 4;

/// Who a mention means.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Who {
    /// A person, by their place in [`People::all`].
    Person(usize),
    /// A name that no pass could place.
    Name,
    /// An office without a name.
    Office(Offices),
    /// A party.
    Party(Form),
    /// A word that refers to somebody named elsewhere.
    Reference(Reference, Option<Gender>),
}

/// Somebody named in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mention {
    pub(crate) tokens: Range<u32>,
    pub(crate) who: Who,
    /// The party itself, or that of the person where the mention says it.
    pub(crate) party: Option<Party>,
}

/// Finds the mentions of a sentence; `learning` people on the first pass.
pub(crate) fn mentions(sentence: &Sentence<'_>, people: &mut People, learning: bool) -> Vec<Mention> {
    let mut finder = Finder { sentence, people, learning, out: Vec::new() };
    let mut at = sentence.next(sentence.tokens.start, OPENS);
    while at < sentence.tokens.end {
        at = sentence.next(finder.step(at).max(at + 1), OPENS);
    }
    if learning {
        finder.learn();
    }
    finder.out
}

/// Learns from titles what no line below them says of somebody whom they name: "*Ukrainas president* Volodymyr Zelenskyj i Oslo"
/// above "Volodymyr Zelenskyj togs emot …".
pub(crate) fn entitle<'s, 'p: 's>(titles: impl Iterator<Item = &'s Sentence<'p>>, people: &mut People) {
    let mut titles = titles.peekable();
    if titles.peek().is_none() || people.all.is_empty() {
        return;
    }
    let mut titled = people.clone();
    titles.for_each(|title| _ = mentions(title, &mut titled, false));
    people.titled = titled.titled;
    for (known, titled) in people.all.iter_mut().zip(titled.all) {
        (known.offices, known.party, known.said) = (titled.offices, titled.party, titled.said);
        (known.realm, known.certain) = (titled.realm, titled.certain);
    }
}

/// Learns whoever signs with a line that begins with their full name: "Eva Lund", "Eva Lund (C), Minister for Trade".
pub(crate) fn sign(sentence: &Sentence<'_>, people: &mut People) -> bool {
    let mut finder = Finder { sentence, people, learning: true, out: Vec::new() };
    let start = sentence.tokens.start;
    let closed = |end: u32| end == sentence.tokens.end || sentence.is(end, ",") || sentence.is(end, "(");
    let name =
        finder.name(start).filter(|&end| closed(end) && (2..=LONGEST_SIGNED).contains(&finder.words_of(start..end)));
    if let Some(end) = name {
        finder.named(start, start..end, Told { certain: true, ..Told::default() });
    }
    name.is_some()
}

struct Finder<'s, 'p> {
    sentence: &'s Sentence<'p>,
    people: &'s mut People,
    learning: bool,
    out: Vec<Mention>,
}

impl Finder<'_, '_> {
    /// Reads what begins at a token; gives the token after it.
    fn step(&mut self, at: u32) -> u32 {
        if let Some(end) = self.spouse(at) {
            return end;
        }
        let lead = self.party_at(at);
        let office_from = match lead {
            Some((party, form, end)) if self.may_lead(form, end) => self.skip_joint(at, end, party),
            // "The host country's foreign minister".
            _ => self.host_at(at).unwrap_or(at),
        };
        let group = self.group(office_from).or_else(|| (office_from != at).then(|| self.group(at)).flatten());
        if let Some(mut group) = group.filter(|group| !self.means_both(at, group.end)) {
            group.host = lead.is_none() && office_from != at;
            if office_from != at {
                group.party = lead.map(|(party, ..)| party).or(group.party);
            }
            // "Australia's Prime Minister X and Foreign Minister Y", "the delegation of … led by the Minister X".
            group.party = group
                .party
                .or_else(|| self.shared(at).filter(|_| !self.says_whose(group.end)))
                .or_else(|| self.led_delegation(at))
                .or_else(|| self.titled(at, group.end))
                .or_else(|| self.represented(at))
                .or_else(|| self.of_city(at));
            return self.office(at, group);
        }
        let after_honorifics = self.honorifics(at);
        let given = || after_honorifics.1.and_then(|_| self.given_name(after_honorifics.0));
        if after_honorifics.0 > at
            && let Some(end) = self.name(after_honorifics.0).or_else(given)
        {
            return self.named(
                at,
                after_honorifics.0..end,
                Told { party: self.led_delegation(at), gender: after_honorifics.1, certain: true, ..Told::default() },
            );
        }
        let reference = self.sentence.reference(at);
        // "*Delegation exchanges*": what only looks like somebody who comes is nobody.
        let nobody = |value: &Value| matches!(value, Value::Trigger(trigger) if !trigger.opens());
        let delegation = |(reference, end): (Reference, u32)| {
            let mut looks = self.sentence.at(Layer::Triggers, at);
            reference == Reference::Delegation && looks.any(|(mark, value)| mark.end > end && nobody(value))
        };
        if let Some((reference, end)) = reference.filter(|&found| !delegation(found)) {
            if reference == Reference::Counterpart
                && let Some(end) = self.two_counterparts(at, end).or_else(|| self.counterpart(at, end))
            {
                return end;
            }
            if reference.is_both()
                && let Some(end) = self.holders(at, end)
            {
                return end;
            }
            if reference == Reference::Counterpart
                && let Some(end) = self.counterparts(end)
            {
                return end;
            }
            let gender = match reference {
                Reference::He => Some(Gender::Male),
                Reference::She => Some(Gender::Female),
                _ => None,
            };
            // "The Japanese side": the party before it is meant.
            let party = if matches!(
                reference,
                Reference::Side
                    | Reference::Leader
                    | Reference::Official
                    | Reference::Businesses
                    | Reference::Delegation
                    | Reference::Counterpart
            ) {
                self.side_of(at, end)
            } else {
                None
            };
            let reference = if reference.is_both() { Reference::Both } else { reference };
            self.out.push(Mention { tokens: at..end, who: Who::Reference(reference, gender), party });
            return end;
        }
        if let Some((party, form, end)) = lead {
            if let Some(side_end) = self.side_after(end) {
                // "The Estonian *side*" is the party, "the Estonian *leader*" somebody of it.
                let word = self.sentence.reference(end).map(|(word, _)| word);
                let somebody = word.filter(|word| matches!(word, Reference::Leader | Reference::Official));
                let who = somebody.map_or(Who::Party(Form::Name), |word| Who::Reference(word, None));
                self.out.push(Mention { tokens: at..side_end, who, party: Some(party) });
                return side_end;
            }
            // "Guyana's Irfaan Ali".
            if matches!(form, Form::Genitive | Form::Adjective)
                && let Some(name_end) = self.name(end).filter(|&name_end| self.words_of(end..name_end) > 1)
            {
                return self.named(
                    at,
                    end..name_end,
                    Told { party: Some(party), certain: form == Form::Genitive, ..Told::default() },
                );
            }
            self.out.push(Mention { tokens: at..end, who: Who::Party(form), party: Some(party) });
            return self.envoy(end, party).unwrap_or(end);
        }
        if let Some((end, party)) = self.name(at).and_then(|end| Some((end, self.comes_from(at, end)?))) {
            return self.named(at, at..end, Told { party: Some(party), certain: true, ..Told::default() });
        }
        if let Some(end) = self.name(at) {
            return self.bare_name(at, end);
        }
        // The inside of what is listed begins no name: "for the *Middle East*".
        let listed = self
            .sentence
            .at(Layer::Names, at)
            .filter(|(_, value)| matches!(value, Value::City(_) | Value::NotName | Value::Portfolio(_)));
        listed.map(|(mark, _)| mark.end).max().unwrap_or(at + 1)
    }

    /// The party that begins at a token: its form, and the token after it.
    #[inline]
    /// "*Riga's* mayor", "Washingtons ambassadör": the country of the city whose office begins at a token.
    fn of_city(&self, at: u32) -> Option<Party> {
        let from = at.saturating_sub(LONGEST_CITY).max(self.sentence.tokens.start);
        let endings = &self.sentence.language.genitive;
        let genitive = |word: &str| endings.iter().any(|ending| word.ends_with(ending.as_str()));
        let mut cities = self.sentence.within(Layer::Names, from..at).filter_map(|(mark, value)| match value {
            Value::City(city) if mark.end == at => Some(*city),
            _ => None,
        });
        let city = cities.next().filter(|_| genitive(self.sentence.word(at - 1)))?;
        Some(self.sentence.page.world().country_of(city))
    }

    fn party_at(&self, at: u32) -> Option<(Party, Form, u32)> {
        if self.sentence.begins(at, Begins::PARTY) { self.party_named(at) } else { None }
    }

    fn party_named(&self, at: u32) -> Option<(Party, Form, u32)> {
        let found = self.sentence.at(Layer::Names, at).find_map(|(mark, value)| match value {
            Value::Party(party, form) => Some((*party, *form, mark.end)),
            _ => None,
        });
        // "US dollars".
        let money = |end: u32| {
            self.sentence.at(Layer::Figures, at).any(|(mark, value)| mark.end > end && matches!(value, Value::Unit(..)))
        };
        found.filter(|&(.., end)| !money(end) && !self.inside_name(at))
    }

    /// Whether a party's word stands inside a name that a family's begins: "Đào *Đức* Dũng", "Hồ Thị Vân *Anh*".
    fn inside_name(&self, at: u32) -> bool {
        let sentence = self.sentence;
        let capital = |at: u32| sentence.tokens.contains(&at) && sentence.token(at).shape == Shape::Capital;
        let family = |at: u32| sentence.language.is_family(sentence.word(at)) && !sentence.begins(at, Begins::OFFICE);
        let before = (1..=FORENAMES).map_while(|back| at.checked_sub(back).filter(|&at| capital(at)));
        self.is_party_word(at) && before.into_iter().any(family)
    }

    /// Whether a party of this form may stand right before an office of its own.
    fn may_lead(&self, form: Form, end: u32) -> bool {
        form != Form::Demonym && end < self.sentence.tokens.end && !self.sentence.is(end, ",")
    }

    /// Skips a hyphen, a short name in brackets or, in a line of a list, a colon between a party, which begins at a token, and an
    /// office: "World Bank Group *(WBG)* President X", "- Peru*:* Foreign Minister X".
    fn skip_joint(&self, start: u32, at: u32, party: Party) -> u32 {
        let short = self.sentence.is(at, "(").then(|| self.party_at(at + 1)).flatten();
        let listed = || start == self.sentence.tokens.start + 1 && self.sentence.lists() && self.sentence.is(at, ":");
        match short {
            Some((short, _, end)) if short == party && self.sentence.is(end, ")") => end + 1,
            _ => at + u32::from(self.sentence.is(at, "-") || listed()),
        }
    }

    /// The party of "the Japanese side", when "side" begins at `at`.
    fn side_of(&self, at: u32, end: u32) -> Option<Party> {
        let before = self.out.last().filter(|mention| mention.tokens.end == at).and_then(|mention| mention.party);
        before.or_else(|| self.party_at(end).map(|(party, ..)| party))
    }

    fn side_after(&self, at: u32) -> Option<u32> {
        let (reference, end) = self.sentence.reference(at)?;
        let stands =
            matches!(reference, Reference::Side | Reference::Leader | Reference::Official | Reference::Delegation);
        stands.then_some(end)
    }

    /// Skips honorifics; gives the token after them and the gender that they tell.
    #[inline]
    fn honorifics(&self, from: u32) -> (u32, Option<Gender>) {
        if self.sentence.begins(from, Begins::HONORIFIC) { self.behind_honorifics(from) } else { (from, None) }
    }

    fn behind_honorifics(&self, from: u32) -> (u32, Option<Gender>) {
        let (mut at, mut gender) = (from, None);
        while let Some((end, told)) = self.sentence.at(Layer::Names, at).find_map(|(mark, value)| match value {
            Value::Honorific(gender) => Some((mark.end, *gender)),
            _ => None,
        }) {
            gender = gender.or(told);
            at = if self.sentence.is(end, ".") { end + 1 } else { end };
        }
        (at, gender)
    }

    /// Whether a token of the sentence is one of some signs, and stands apart where it is a dash.
    fn is_sign(&self, at: u32, signs: &str) -> bool {
        self.sentence.tokens.contains(&at)
            && self.sentence.token(at).shape == Shape::Punctuation
            && signs.contains(self.sentence.word(at))
    }
}

/// The one or two tokens between two mentions.
fn mention_gap(from: u32, to: u32) -> Option<Range<u32>> {
    (from < to && to <= from + 2).then_some(from..to)
}
