//! Who is named where: people with their offices and parties, parties, and words that refer to them.
//!
//! Two passes: the first finds names that an office, an honorific or a party makes certain, and learns who is
//! who; the second finds those people again under shorter names.

mod learning;
mod names;
mod offices;

use std::ops::Range;

use document::{BlockKind, Shape};
use packs::{ClaimType, Form, Gender, Kind, Layer, Level, Link, OfficeKind, Offices, Party, Reference, Value};

use self::offices::Group;
use crate::begins::Begins;
use crate::page::Sentence;
use crate::people::{People, Told};
use crate::places::{Place, place};

/// What may begin a mention.
const OPENS: Begins =
    Begins::CAPITAL.or(Begins::layer(Layer::Names)).or(Begins::layer(Layer::Particles)).or(Begins::link(Link::Spouse));
/// What a verb of the pack begins with.
const VERBS: Begins = Begins::layer(Layer::Triggers).or(Begins::layer(Layer::Speech));
/// What begins nothing that says of what an office is.
const NO_COMPLEMENT: Begins =
    VERBS.or(Begins::layer(Layer::Links)).or(Begins::OFFICE).or(Begins::REFERENCE).or(Begins::HONORIFIC);
/// How many tokens before a person a country may stand, and how many of them are kept.
const NEAR: u32 = 40;
const MOST_NEAR: usize = 4;
/// Within how many tokens behind "where" somebody is met there, and the most tokens of a place before it.
const THERE: u32 = 14;
const LONGEST_PLACE: u32 = 6;
/// How many tokens before whoever invites "at the invitation of" may begin.
const INVITATION: u32 = 6;
/// How many words of offices are kept of one person.
const MOST_TITLES: usize = 40;
/// The fewest bytes of a name before the genitive's ending.
const SHORTEST: usize = 2;
/// How many tokens a long office may have: "the Director for Europe at the Ministry of Foreign Affairs of Mozambique".
const LONGEST_OFFICE: u32 = 20;
/// How many tokens may say of what an office is, where no pack lists it.
const LONGEST_COMPLEMENT: u32 = 11;

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
            Some((party, form, end)) if self.may_lead(form, end) => self.skip_joint(end, party),
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
                .or_else(|| self.shared(at))
                .or_else(|| self.led_delegation(at))
                .or_else(|| self.titled(at, group.end))
                .or_else(|| self.represented(at));
            return self.office(at, group);
        }
        let after_honorifics = self.honorifics(at);
        if after_honorifics.0 > at
            && let Some(end) = self.name(after_honorifics.0)
        {
            return self.named(
                at,
                after_honorifics.0..end,
                Told { party: self.led_delegation(at), gender: after_honorifics.1, certain: true, ..Told::default() },
            );
        }
        if let Some((reference, end)) = self.sentence.reference(at) {
            if reference == Reference::Counterpart
                && let Some(end) = self.counterpart(at, end)
            {
                return end;
            }
            if reference == Reference::Both
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
            let party = if matches!(reference, Reference::Side | Reference::Businesses | Reference::Delegation)
                || reference == Reference::Counterpart
            {
                self.side_of(at, end)
            } else {
                None
            };
            self.out.push(Mention { tokens: at..end, who: Who::Reference(reference, gender), party });
            return end;
        }
        if let Some((party, form, end)) = lead {
            if let Some(side_end) = self.side_after(end) {
                self.out.push(Mention { tokens: at..side_end, who: Who::Party(Form::Name), party: Some(party) });
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
        if let Some(end) = self.name(at) {
            return self.bare_name(at, end);
        }
        // The inside of a city's name begins no person's.
        let listed =
            self.sentence.at(Layer::Names, at).filter(|(_, value)| matches!(value, Value::City(_) | Value::NotName));
        listed.map(|(mark, _)| mark.end).max().unwrap_or(at + 1)
    }

    /// "The ambassadors of Peru (*Inés Rojas*) and Oman (*Saif Balushi*)": who of each party is meant.
    fn envoy(&mut self, at: u32, party: Party) -> Option<u32> {
        let bracket = self.sentence.is(at, "(");
        let (from, gender) = self.honorifics(at + 1);
        let closed = |end: u32| self.sentence.is(end, ")") || self.sentence.is(end, ",");
        let end = self.name(from).filter(|&end| bracket && self.words_of(from..end) > 1 && closed(end))?;
        let told = Told {
            party: Some(party),
            offices: self.offices_before().unwrap_or_default(),
            gender,
            certain: true,
            ..Told::default()
        };
        Some(self.named(from, from..end, told))
    }

    /// The offices of whoever was named last.
    fn offices_before(&self) -> Option<Offices> {
        self.out.iter().rev().find_map(|mention| self.offices_of(mention))
    }

    fn offices_of(&self, mention: &Mention) -> Option<Offices> {
        match &mention.who {
            Who::Person(person) => Some(self.people.all[*person].offices),
            Who::Office(offices) => Some(*offices),
            _ => None,
        }
    }

    /// The offices of whose counterpart somebody is. "Minister X met President Y *and his counterpart*": not Y's.
    fn offices_faced(&self, at: u32) -> Option<Offices> {
        let last = self.out.iter().rposition(|mention| self.offices_of(mention).is_some())?;
        let (met, acts) = (&self.out[last], &self.out[..last]);
        let joined = self.sentence.link(met.tokens.end, Link::And).is_some_and(|end| end == at);
        let who = |mention: &&Mention| {
            let acts = self.offices_of(mention).is_some()
                || matches!(mention.who, Who::Reference(Reference::He | Reference::She, _));
            acts && self.sentence.within(Layer::Triggers, mention.tokens.end..met.tokens.start).next().is_some()
        };
        match acts.iter().rev().find(who).filter(|_| joined) {
            Some(mention) => Some(self.offices_of(mention).unwrap_or_default()),
            None => self.offices_of(met),
        }
    }

    /// Whether an office in the plural, with no name behind it, is a word for both sides: "*utrikesministrarna* enades".
    fn means_both(&self, at: u32, end: u32) -> bool {
        let both =
            self.sentence.reference(at).is_some_and(|(reference, until)| reference == Reference::Both && until >= end);
        both && self.name(self.honorifics(end).0).is_none()
    }

    /// The end of a word for the host country that begins at a token.
    fn host_at(&self, at: u32) -> Option<u32> {
        let (reference, end) = self.sentence.reference(at)?;
        (reference == Reference::Host).then_some(end)
    }

    /// "His Uzbek counterpart Shavkat Mirziyoyev": a person of that party, in the office of the one before.
    fn counterpart(&mut self, at: u32, end: u32) -> Option<u32> {
        let before = self
            .out
            .last()
            .filter(|mention| mention.tokens.end == at && matches!(mention.who, Who::Party(_)))
            .and_then(|mention| mention.party);
        let (party, from) = match self.party_at(end) {
            Some((party, _, after)) if before.is_none() => (Some(party), after),
            _ => (before, end),
        };
        let comma = self.sentence.is(from, ",");
        let (from, gender) = self.honorifics(from + u32::from(comma));
        // "Meeting his Peruvian counterpart, *Sabry suggested* …": who acts then is somebody else.
        let name_end = self.name(from).filter(|&end| !comma || self.may_follow_comma(from, end))?;
        let mine = self.offices_faced(at);
        // "Her counterpart, X": a full name tells who is meant.
        if party.is_none() && (self.words_of(from..name_end) < 2 || mine.is_none()) {
            return None;
        }
        Some(self.named(
            at,
            from..name_end,
            Told { party, offices: mine.unwrap_or_default(), gender, certain: true, ..Told::default() },
        ))
    }

    /// "His wife Ngo Phuong Ly": a person beside the one before.
    fn spouse(&mut self, at: u32) -> Option<u32> {
        let from = self.sentence.link(at, Link::Spouse)?;
        let (from, gender) = self.honorifics(from);
        let from = if self.sentence.is(from, ",") { from + 1 } else { from };
        let party = self
            .out
            .iter()
            .rev()
            .find(|mention| matches!(mention.who, Who::Person(_)))
            .and_then(|mention| self.party_of(mention));
        let Some(end) = self.name(from) else {
            // "The President and his wife", named before.
            let wed = |person: &usize| {
                let known = &self.people.all[*person];
                known.offices.has(OfficeKind::Spouse) && known.party == party && known.seen > 0
            };
            let person = self.people.around(at).rev().find(wed).filter(|_| !self.learning && party.is_some())?;
            self.out.push(Mention { tokens: at..from, who: Who::Person(person), party });
            return Some(from);
        };
        let told = Told {
            party,
            offices: Offices::default().with(OfficeKind::Spouse),
            gender,
            certain: true,
            ..Told::default()
        };
        Some(self.named(at, from..end, told))
    }

    fn party_of(&self, mention: &Mention) -> Option<Party> {
        match mention.who {
            Who::Person(index) => self.people.all[index].party,
            _ => mention.party,
        }
    }

    /// The party that begins at a token: its form, and the token after it.
    #[inline]
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
        found.filter(|&(.., end)| !money(end))
    }

    /// Whether a party of this form may stand right before an office of its own.
    fn may_lead(&self, form: Form, end: u32) -> bool {
        form != Form::Demonym && end < self.sentence.tokens.end && !self.sentence.is(end, ",")
    }

    /// The party of the person before, where "and" joins this one and one party stood before both, or where a list of those
    /// whom somebody met goes on.
    fn shared(&self, at: u32) -> Option<Party> {
        let before = self.out.last().filter(|mention| matches!(mention.who, Who::Person(_)))?;
        let and = |at: u32| self.sentence.link(at, Link::And).is_some();
        let joined = mention_gap(before.tokens.end, at).is_some_and(|mut gap| gap.all(and));
        let listed = || {
            mention_gap(before.tokens.end, at).is_some_and(|mut gap| gap.all(|at| and(at) || self.sentence.is(at, ",")))
        };
        let led = joined && self.party_at(before.tokens.start).is_some();
        let party = before.party.filter(|party| self.sentence.page.world().is_state(*party))?;
        (led || (listed() && self.is_met(before.tokens.start))).then_some(party)
    }

    /// Whether whoever is named at a token is met by somebody named before.
    fn is_met(&self, at: u32) -> bool {
        let meets = |value: &Value| {
            matches!(value, Value::Trigger(trigger)
                if trigger.kind == Kind::Meeting && matches!(trigger.shape, packs::Shape::Verb | packs::Shape::Joint))
        };
        let mut acts = self.sentence.within(Layer::Triggers, self.sentence.tokens.start..at);
        let Some(act) = acts.rfind(|(_, value)| meets(value)).map(|(mark, _)| mark) else { return false };
        let somebody = |mention: &Mention| {
            matches!(mention.who, Who::Person(_) | Who::Office(_) | Who::Reference(Reference::He | Reference::She, _))
        };
        // Nobody else acts between.
        let quiet = (act.end.max(act.tail)..at).all(|at| !self.acts(at));
        // "I går träffade *ministern* …", "På onsdagen hade *ministern* möten med …": who acts may follow the verb.
        let inverts = self.sentence.language.subject_after_verb;
        let acts = |mention: &Mention| {
            let behind = inverts && mention.tokens.start <= act.end && mention.tokens.end < at;
            mention.tokens.end <= act.start.max(act.tail) || behind
        };
        quiet && self.out.iter().any(|mention| acts(mention) && somebody(mention))
    }

    /// The party of the delegation that whoever follows "by" leads.
    fn led_delegation(&self, at: u32) -> Option<Party> {
        let by = (at.saturating_sub(3).max(self.sentence.tokens.start)..at)
            .any(|at| self.sentence.link(at, Link::By).is_some());
        let near = || self.out.iter().rev().take_while(|mention| mention.tokens.end + 14 >= at);
        // "The *delegation* of Peru", "the Peruvian *side*".
        let leads = |mention: &Mention| match mention.who {
            Who::Reference(Reference::Delegation | Reference::Side, _) => true,
            Who::Party(_) => self.side_after(mention.tokens.end - 1).is_some(),
            _ => false,
        };
        let delegation = by && near().any(leads);
        near()
            .find(|mention| matches!(mention.who, Who::Party(_) | Who::Reference(..)) && mention.party.is_some())
            .and_then(|mention| mention.party)
            .filter(|_| delegation)
    }

    /// "The director at the ministry of Mozambique, *Ambassador X*, …": the party that ends a longer office, of which the
    /// title with the name is the holder's.
    fn titled(&self, at: u32, end: u32) -> Option<Party> {
        let [.., before] = self.out.as_slice() else { return None };
        let party = before.party.filter(|_| before.who == Who::Party(Form::Name))?;
        let beside = before.tokens.end + 1 == at && self.sentence.is(before.tokens.end, ",");
        let near = |mention: &&Mention| mention.tokens.start + LONGEST_OFFICE >= at;
        let office = self.out.iter().rev().skip(1).take_while(near).find_map(|mention| match &mention.who {
            Who::Office(_) => Some(mention.party.is_none() && mention.tokens.end > mention.tokens.start),
            Who::Reference(Reference::Side, _) => None,
            _ => Some(false),
        });
        let name = self.name(self.honorifics(end).0);
        let closed = name.is_some_and(|end| self.sentence.is(end, ","));
        let quiet = (before.tokens.start.saturating_sub(LONGEST_OFFICE)..at).all(|at| !self.acts(at));
        (beside && closed && quiet && office == Some(true)).then_some(party)
    }

    /// "Ecuador and Andorra, represented by *Minister X*": the party right before a word that no pack knows and "by".
    fn represented(&self, at: u32) -> Option<Party> {
        let before = self.out.last()?;
        let party = before.party.filter(|_| before.who == Who::Party(Form::Name))?;
        let (comma, word) = (before.tokens.end, before.tokens.end + 1);
        let by = self.sentence.link(word + 1, Link::By) == Some(at);
        let plain = !self.acts(word) && self.sentence.tokens.contains(&word);
        (by && plain && self.sentence.is(comma, ",") && self.sentence.token(word).shape == Shape::Lower)
            .then_some(party)
    }

    /// Skips a hyphen or a short name in brackets between a party and an office: "World Bank Group *(WBG)* President X".
    fn skip_joint(&self, at: u32, party: Party) -> u32 {
        let short = self.sentence.is(at, "(").then(|| self.party_at(at + 1)).flatten();
        match short {
            Some((short, _, end)) if short == party && self.sentence.is(end, ")") => end + 1,
            _ => at + u32::from(self.sentence.is(at, "-")),
        }
    }

    /// The party of "the Japanese side", when "side" begins at `at`.
    fn side_of(&self, at: u32, end: u32) -> Option<Party> {
        let before = self.out.last().filter(|mention| mention.tokens.end == at).and_then(|mention| mention.party);
        before.or_else(|| self.party_at(end).map(|(party, ..)| party))
    }

    fn side_after(&self, at: u32) -> Option<u32> {
        let (reference, end) = self.sentence.reference(at)?;
        matches!(reference, Reference::Side | Reference::Delegation).then_some(end)
    }

    /// An office and what belongs to it: a person, or an office alone.
    fn office(&mut self, start: u32, mut group: Group) -> u32 {
        // Behind it: "Ngoại trưởng *nước chủ nhà* X".
        if let Some(end) =
            self.host_at(group.end).filter(|&end| group.party.is_none() && self.name(self.honorifics(end).0).is_some())
        {
            (group.host, group.end) = (true, end);
        }
        let comma = self.sentence.is(group.end, ",");
        let (from, gender) = self.honorifics(if comma { group.end + 1 } else { group.end });
        let plain = self.honorifics(group.end);
        let told = |gender| Told {
            party: group.party,
            offices: group.offices,
            gender,
            certain: true,
            host: group.host,
            ending: 0,
        };
        if !comma {
            if let Some(end) = self.name(plain.0) {
                let told = told(plain.1);
                return self
                    .couple(start, plain.0..end, &told)
                    .unwrap_or_else(|| self.named(start, plain.0..end, told));
            }
        } else if let Some(end) = self.two_holders(start, group.end, &told(gender)) {
            return end;
        } else if let Some(end) =
            self.name(from).filter(|&end| from > group.end + 1 || self.may_follow_comma(from, end))
        {
            let end = self.named(start, from..end, told(gender));
            return if group.party.is_some() { self.further_holders(end, group.offices) } else { end };
        }
        // "The Speaker of the Legislative Chamber, Nuriddin Ismoilov, …".
        if let Some(comma) = self.complement(group.end) {
            let (from, gender) = self.honorifics(comma + 1);
            if let Some(end) = self.name(from).filter(|&end| self.may_follow_comma(from, end)) {
                return self.named(start, from..end, told(gender));
            }
        }
        // "Ordföranden för den schweiziska handelskammaren Rolf Suter".
        if let Some(from) = self.plain_complement(group.end)
            && let Some(end) = self.name(from).filter(|&end| self.words_of(from..end) > 1)
        {
            return self.named(start, from..end, told(plain.1));
        }
        if let Some(party) = group.party.filter(|_| self.learning) {
            self.people.attach(party);
        }
        self.out.push(Mention { tokens: start..group.end, who: Who::Office(group.offices), party: group.party });
        group.end
    }

    /// "The royal couple *X and Y*": the first holds the office, the other is wed to them.
    fn couple(&mut self, start: u32, name: Range<u32>, told: &Told) -> Option<u32> {
        let wed = Offices::default().with(OfficeKind::Spouse);
        let office = Some(told.offices.without(OfficeKind::Spouse)).filter(|office| !office.is_empty())?;
        let from = self.sentence.link(name.end, Link::And).filter(|_| told.offices != office)?;
        let end = self.name(from)?;
        self.named(start, name, Told { offices: office, ..told.clone() });
        Some(self.named(from, from..end, Told { offices: wed, ..told.clone() }))
    }

    /// "The foreign ministers of Colombia, X, and Panama, Y", "the ambassadors of Peru and Oman": a plural that mostly means
    /// both sides, with the parties behind it.
    fn holders(&mut self, at: u32, end: u32) -> Option<u32> {
        let group =
            (at..end).find_map(|from| self.group(from)).filter(|group| group.end > end && group.party.is_some())?;
        Some(self.office(at, group))
    }

    /// "Her counterparts from South Korea, X, and Türkiye, Y": each in the office of the one before.
    fn counterparts(&mut self, end: u32) -> Option<u32> {
        let from = [Link::From, Link::Of, Link::In].into_iter().find_map(|link| self.sentence.link(end, link))?;
        let (party, _, behind) = self.party_at(from).filter(|(_, form, _)| *form == Form::Name)?;
        let offices = self.offices_before().unwrap_or_default();
        let first = self.holder(end, behind, party, offices)?;
        Some(self.further_holders(first, offices))
    }

    /// Somebody named between commas behind a party, in an office of it.
    fn holder(&mut self, start: u32, comma: u32, party: Party, offices: Offices) -> Option<u32> {
        let (from, gender) = self.honorifics(comma + 1);
        let end = self.name(from).filter(|&end| self.sentence.is(comma, ",") && self.may_follow_comma(from, end))?;
        let told = Told { party: Some(party), offices, gender, certain: true, ..Told::default() };
        Some(self.named(start, from..end, told))
    }

    /// Whoever follows in the same office of further parties: "…, and Panama, Y".
    fn further_holders(&mut self, mut end: u32, offices: Offices) -> u32 {
        loop {
            let comma = end + u32::from(self.sentence.is(end, ","));
            let and = self.sentence.link(comma, Link::And);
            let from = and.unwrap_or(comma);
            let from = self.sentence.link(from, Link::Of).unwrap_or(from);
            let further = self.party_at(from).filter(|(_, form, _)| *form == Form::Name && from > end);
            let Some(next) = further.and_then(|(party, _, behind)| self.holder(from, behind, party, offices)) else {
                return end;
            };
            end = next;
        }
    }

    /// "The Kenyan and Ghanaian foreign ministers, X and Y": each of the two names is of one of the two parties.
    fn two_holders(&mut self, start: u32, comma: u32, told: &Told) -> Option<u32> {
        let first = self.out.last().filter(|before| {
            matches!(before.who, Who::Party(Form::Adjective | Form::Genitive))
                && before.tokens.end + 1 == start
                && self.sentence.link(before.tokens.end, Link::And).is_some()
        })?;
        let (first, from) = (first.party, comma + 1);
        let middle = self.name(from)?;
        let after = self.sentence.link(middle, Link::And)?;
        let end = self.name(after)?;
        self.named(start, from..middle, Told { party: first, ..told.clone() });
        Some(self.named(after, after..end, told.clone()))
    }

    /// The comma that ends what no pack lists of an office: "chair *of the committee on trade*, …".
    fn complement(&self, from: u32) -> Option<u32> {
        let led = [Link::Of, Link::In, Link::To].into_iter().any(|link| self.sentence.link(from, link).is_some());
        let end = (from..(from + LONGEST_COMPLEMENT).min(self.sentence.tokens.end))
            .find(|&at| self.sentence.token(at).shape == Shape::Punctuation && !self.sentence.is(at, "-"))?;
        let plain = |at: u32| !self.acts(at) && !self.unit_begins(at) && self.sentence.link(at, Link::Who).is_none();
        (led && end > from + 1 && self.sentence.is(end, ",") && (from..end).all(plain)).then_some(end)
    }

    /// "The Prime Minister of Canada, Mark Carney, …": the name ends at a comma, a stop or the sentence.
    /// Where the name stands behind what an office is of, in small letters: "ordföranden för handelskammaren *Rolf Suter*".
    fn plain_complement(&self, from: u32) -> Option<u32> {
        // The adjective of a party was taken for whose office it is.
        let party = from > self.sentence.tokens.start && self.sentence.begins(from - 1, Begins::PARTY);
        let begin = self.sentence.link(from, Link::Of).or(party.then_some(from))?;
        let end = (begin + LONGEST_COMPLEMENT).min(self.sentence.tokens.end);
        let of = |at: u32| {
            let small = self.sentence.token(at).shape == Shape::Lower && !self.sentence.begins(at, NO_COMPLEMENT);
            small || self.sentence.begins(at, Begins::PARTY) || self.sentence.is(at, "-")
        };
        let name = (begin..end).find(|&at| !of(at))?;
        (name > begin
            && self.sentence.token(name).shape == Shape::Capital
            && !self.sentence.begins(name, NO_COMPLEMENT))
        .then_some(name)
    }

    fn may_follow_comma(&self, from: u32, end: u32) -> bool {
        let closed = end >= self.sentence.tokens.end || self.sentence.token(end).shape == Shape::Punctuation;
        let goes_on = [Link::And, Link::Who].into_iter().any(|link| self.sentence.link(end, link).is_some());
        self.words_of(from..end) > 1 && (closed || goes_on)
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

    /// A certain name: learns it and what stands behind it.
    fn named(&mut self, start: u32, name: Range<u32>, mut told: Told) -> u32 {
        let mut end = name.end;
        let known = told.party.is_some() && !told.offices.is_empty();
        let full = (self.words_of(name.clone()) > 2 || name.start > start) && !known && !self.fronted(start);
        if let Some((offices, party, after)) = self.apposition(end, full)
            // Another party's office is another person's.
            && (told.party.is_none() || party.is_none() || party == told.party)
        {
            if let Some(party) = party.filter(|_| told.party.is_none()) {
                self.share_back(start, party);
            }
            told.offices = told.offices.and(offices);
            told.party = told.party.or(party);
            end = after;
        }
        if let Some(party) = told.party.filter(|_| self.learning) {
            self.people.attach(party);
        }
        told.ending = self.ending(name.end);
        let words = self.words(name.clone());
        let index = if self.learning || self.people.find(&words, start).is_none() {
            self.people.add(name.clone(), words, told.clone())
        } else {
            self.best(&words, start, &told)
        };
        let titles: Vec<u64> =
            (start..end).filter(|at| !name.contains(at)).filter_map(|at| self.sentence.beginning(at)).collect();
        let realm = self.sentence.within(Layer::Names, start..end).find_map(|(_, value)| match value {
            Value::Office(office) => office.realm,
            _ => None,
        });
        let near = if told.party.is_none() { self.countries_before(start) } else { Vec::new() };
        let told_of = || {
            let there = self.invited_to(start).or_else(|| self.country_there(start));
            there.or_else(|| self.country_ahead(start))
        };
        let there = if told.party.is_none() { told_of() } else { None };
        let wed = told.offices == Offices::default().with(OfficeKind::Spouse) && self.follows_holder(start);
        if let Some(before) = self.joined_to(start) {
            self.people.all[before].beside.get_or_insert(index);
        }
        let known = &mut self.people.all[index];
        known.wed |= wed;
        known.there = known.there.or(there);
        for party in near {
            if known.near.len() < MOST_NEAR && !known.near.contains(&party) {
                known.near.push(party);
            }
        }
        known.seen = start + 1;
        known.realm = known.realm.or(realm);
        for word in titles {
            if known.titles.len() < MOST_TITLES && !known.titles.contains(&word) {
                known.titles.push(word);
            }
        }
        self.out.push(Mention { tokens: start..end, who: Who::Person(index), party: told.party });
        end
    }

    /// Whoever "and" joins to what begins at a token.
    fn joined_to(&self, at: u32) -> Option<usize> {
        let before = self.out.last().filter(|before| self.sentence.link(before.tokens.end, Link::And) == Some(at))?;
        if let Who::Person(person) = before.who { Some(person) } else { None }
    }

    /// Whether somebody named, or an office, stands before a token with nothing between but "and" or a comma.
    fn follows_holder(&self, at: u32) -> bool {
        let joins = |at: u32| self.sentence.link(at, Link::And).is_some() || self.sentence.is(at, ",");
        self.out.last().is_some_and(|before| {
            matches!(before.who, Who::Person(_) | Who::Office(_))
                && (before.tokens.end == at || mention_gap(before.tokens.end, at).is_some_and(|mut gap| gap.all(joins)))
        })
    }

    /// "Visits Peru at the invitation of *Minister X*": the country to which whoever is named at a token invites somebody.
    fn invited_to(&self, at: u32) -> Option<Party> {
        let before = self.sentence.within(Layer::Speech, at.saturating_sub(INVITATION)..at);
        let invites = |(mark, value): (packs::Mark, &Value)| {
            matches!(value, Value::Speech(speech) if speech.level == Some(Level::Drop) && speech.claim == ClaimType::Invitation)
                && mark.end + 1 >= at
        };
        let country = || place(self.sentence, self.sentence.tokens.clone(), &[Link::In, Link::To])?.country;
        if before.into_iter().any(invites) { country() } else { None }
    }

    /// The country that ends right before a "where" that leads a token: "to *Ethiopia*, where he met with …".
    fn country_there(&self, at: u32) -> Option<Party> {
        let from = at.saturating_sub(THERE).max(self.sentence.tokens.start + 1);
        let place = (from..at).rev().find(|&at| self.sentence.link(at, Link::Who).is_some())?;
        let end = if self.sentence.is(place - 1, ",") { place - 1 } else { place };
        let world = self.sentence.page.world();
        let names = self.sentence.within(Layer::Names, end.saturating_sub(LONGEST_PLACE)..end);
        let ends =
            names.filter(|(mark, _)| mark.end == end).filter_map(|(_, value)| Place::named(world, value)?.country);
        ends.rev().find(|&party| world.is_state(party))
    }

    /// The country that heads the sentence in which somebody is met: "In *Tashkent* the Minister holds talks with …".
    fn country_ahead(&self, at: u32) -> Option<Party> {
        let world = self.sentence.page.world();
        let place = self.sentence.link(self.sentence.dateline_end(), Link::In)?;
        let mut named =
            self.sentence.at(Layer::Names, place).filter_map(|(_, value)| Place::named(world, value)?.country);
        let country = named.next();
        let with = (at.saturating_sub(2).max(self.sentence.tokens.start)..at)
            .any(|before| self.sentence.link(before, Link::With) == Some(at));
        // "… with Minister X *and Minister Y*".
        let listed = || {
            let before = self.out.last()?;
            let Who::Person(person) = before.who else { return None };
            let joins = |at: u32| self.sentence.link(at, Link::And).is_some() || self.sentence.is(at, ",");
            mention_gap(before.tokens.end, at).filter(|gap| gap.clone().all(joins))?;
            self.people.all[person].there
        };
        country.filter(|&country| world.is_state(country) && (with || listed() == Some(country)))
    }

    /// "King X and Queen Y *of Denmark*": whoever "and" joins before is of the same party, where nothing else was said.
    fn share_back(&mut self, start: u32, party: Party) {
        let joined = |from: u32| {
            mention_gap(from, start).is_some_and(|mut gap| gap.all(|at| self.sentence.link(at, Link::And).is_some()))
        };
        let before = self.out.last().filter(|mention| mention.party.is_none() && joined(mention.tokens.end));
        let Some(Who::Person(person)) = before.map(|mention| mention.who.clone()) else { return };
        let known = &mut self.people.all[person];
        if !known.said {
            (known.party, known.said) = (Some(party), true);
        }
    }

    /// The countries that stand before a token in its sentence, the nearest first.
    fn countries_before(&self, at: u32) -> Vec<Party> {
        let world = self.sentence.page.world();
        let country = |(_, value): (_, &Value)| match value {
            Value::Party(party, _) => Some(*party),
            Value::City(city) => Some(world.country_of(*city)),
            _ => None,
        };
        let from = at.saturating_sub(NEAR).max(self.sentence.tokens.start);
        let countries = self.sentence.within(Layer::Names, from..at).rev().filter_map(country);
        let found: Vec<Party> = countries.filter(|&party| world.is_state(party)).take(MOST_NEAR).collect();
        if !found.is_empty() {
            return found;
        }
        // "Speaker X conveyed greetings from President Y": of the country of whoever speaks.
        let person = |mention: &&Mention| matches!(mention.who, Who::Person(_)) && mention.tokens.end + NEAR >= at;
        let parties = self.out.iter().rev().filter(person).filter_map(|mention| self.party_of(mention));
        parties.filter(|&party| world.is_state(party)).take(1).collect()
    }

    fn best(&self, words: &[u32], at: u32, told: &Told) -> usize {
        let fits = |index: &usize| {
            let known = &self.people.all[*index];
            told.party.is_none() || known.party == told.party
        };
        self.people.find(words, at).filter(fits).or_else(|| self.people.find(words, at)).unwrap_or(0)
    }

    /// Whether a token of the sentence is one of some signs, and stands apart where it is a dash.
    fn is_sign(&self, at: u32, signs: &str) -> bool {
        self.sentence.tokens.contains(&at)
            && self.sentence.token(at).shape == Shape::Punctuation
            && signs.contains(self.sentence.word(at))
    }

    /// Whether a verb of the pack begins at a token.
    fn acts(&self, at: u32) -> bool {
        self.sentence.begins(at, VERBS)
    }

    /// Whether somebody is whom the sentence begins with an act or a small word about: "Gặp Bộ trưởng X, Phó Thủ tướng đề nghị …",
    /// "Với bà X, Thủ tướng …". An office behind the name is then of whoever acts.
    fn fronted(&self, start: u32) -> bool {
        let sentence = self.sentence;
        let head = (sentence.dateline_end()..start).find(|&at| sentence.token(at).shape != Shape::Punctuation);
        let leads = |head: u32| {
            let small = [Link::With, Link::In, Link::After].into_iter().any(|link| sentence.link(head, link).is_some());
            small || sentence.begins(head, Begins::layer(Layer::Triggers))
        };
        let somebody = |mention: &Mention| !matches!(mention.who, Who::Name | Who::Party(_));
        head.is_some_and(leads) && !self.out.iter().any(somebody)
    }

    /// What stands behind a name: ", Prime Minister of Greece", "(Portugal)", "of Botswana".
    fn apposition(&self, at: u32, full: bool) -> Option<(Offices, Option<Party>, u32)> {
        if self.sentence.is(at, "(") {
            let (party, _, end) = self.party_at(at + 1)?;
            return self.sentence.is(end, ")").then_some((Offices::default(), Some(party), end + 1));
        }
        if let Some(from) = self.sentence.link(at, Link::Of) {
            let (party, form, end) = self.party_at(from).or_else(|| self.party_at(from + 1))?;
            return (form == Form::Name && !self.unit_begins(end)).then_some((Offices::default(), Some(party), end));
        }
        let from = if self.is_sign(at, ",-–—") { at + 1 } else { return None };
        let article = |at: u32| {
            self.sentence.tokens.contains(&at)
                && self.sentence.token(at).shape == Shape::Lower
                && self.sentence.word(at).len() <= 5
                && !self.unit_begins(at)
                && !self.acts(at)
                && [Link::And, Link::With, Link::By, Link::From, Link::To]
                    .into_iter()
                    .all(|link| self.sentence.link(at, link).is_none())
        };
        for skip in 0..3 {
            if skip > 0 && !article(from + skip - 1) {
                break;
            }
            let here = from + skip;
            let (lead, office_from) = match self.party_at(here) {
                Some((party, form, end)) if form != Form::Demonym => (Some(party), end),
                _ => (None, here),
            };
            if let Some(group) = self.group(office_from) {
                // An office with a name of its own is the next person's.
                let next = self.honorifics(group.end).0;
                let taken = self.name(next).is_some()
                    || (self.sentence.is(group.end, ",") && self.honorifics(group.end + 1).0 > group.end + 1);
                let party = lead.or(group.party);
                // "To Mr Mederic, the President said": who is not told of goes on to act.
                let closed =
                    group.end >= self.sentence.tokens.end || self.sentence.token(group.end).shape == Shape::Punctuation;
                // "Receiving Ambassador X, the Prime Minister proposed …": an article begins the next.
                let verb = full && skip == 0 && (self.acts(group.end) || self.acts(group.end + 1));
                if taken || !(closed || party.is_some() || verb) {
                    let end = self.complement(group.end).filter(|_| !taken)?;
                    return Some((group.offices, party, end));
                }
                // "X, member of the Politburo, Minister of Defence, …".
                let (more, other, end) =
                    self.apposition(group.end, full).unwrap_or((Offices::default(), None, group.end));
                return Some((group.offices.and(more), party.or(other), end));
            }
        }
        None
    }

    /// A name with nothing beside it: somebody known, somebody whose office follows, or a loose name.
    fn bare_name(&mut self, at: u32, end: u32) -> u32 {
        let words = self.words(at..end);
        if let Some((offices, party, after)) = self.apposition(end, self.words_of(at..end) > 2) {
            let several = self.words_of(at..end) > 1;
            // "Lastly, the President …": one word at the head of a sentence is no name for that alone.
            let telling =
                (!offices.is_empty() && (several || at > self.sentence.tokens.start)) || (party.is_some() && several);
            if telling && self.sentence.block != BlockKind::Title {
                self.named(
                    at,
                    at..end,
                    Told {
                        party: party.or_else(|| self.led_delegation(at)),
                        offices,
                        certain: !offices.is_empty() || self.words_of(at..end) > 1,
                        ..Told::default()
                    },
                );
                return after;
            }
        }
        // "Presidents Ruto and John Mahama": whoever is joined to a person is one.
        let joined = self.out.last().is_some_and(|before| {
            matches!(before.who, Who::Person(_))
                && mention_gap(before.tokens.end, at)
                    .is_some_and(|mut gap| gap.all(|at| self.sentence.link(at, Link::And).is_some()))
        });
        if self.learning && joined && self.words_of(at..end) > 1 && self.sentence.block != BlockKind::Title {
            self.people.add(at..end, words.clone(), Told::default());
        }
        if self.learning && self.sentence.block != BlockKind::Title {
            self.people.keep(at..end, &words);
        }
        if let Some(index) = self.people.find(&words, at) {
            self.people.all[index].seen = at + 1;
            self.out.push(Mention { tokens: at..end, who: Who::Person(index), party: None });
            return end;
        }
        // Part of the run may be a known name: "Son Deputy", a headline in capitals.
        let several =
            words.len() > 1 && words.iter().any(|&word| self.people.is_borne(word, &self.sentence.language.genitive));
        for from in (at..end).filter(|_| several) {
            if self.word_length(from) <= 2 {
                continue;
            }
            for to in (from + 1..=end).rev() {
                if (from, to) != (at, end) {
                    let words = self.words(from..to);
                    if let Some(index) = self.people.find(&words, at) {
                        self.people.all[index].seen = from + 1;
                        self.out.push(Mention { tokens: from..to, who: Who::Person(index), party: None });
                        return to;
                    }
                }
            }
        }
        self.out.push(Mention { tokens: at..end, who: Who::Name, party: None });
        end
    }

    /// The words of a name by their numbers, without the genitive's ending where the name is known without it.
    fn words(&mut self, tokens: Range<u32>) -> Vec<u32> {
        let sentence = self.sentence;
        let mut words = Vec::with_capacity(tokens.len());
        let (end, ending) = (tokens.end, self.ending(tokens.end) as usize);
        for at in tokens.filter(|&at| sentence.tokens.contains(&at) && sentence.token(at).shape != Shape::Punctuation) {
            let word = sentence.word(at);
            words.push(self.people.word(at, if at + 1 == end { &word[..word.len() - ending] } else { word }));
        }
        if let Some(last) = words.last_mut() {
            *last = self.people.bare(*last, &sentence.language.genitive).unwrap_or(*last);
        }
        words
    }

    /// How many bytes at the end of a name are the genitive's, as far as the noun of an act behind it shows: "Norlander*s*
    /// resa".
    fn ending(&self, end: u32) -> u32 {
        let sentence = self.sentence;
        if !sentence.tokens.contains(&end) || sentence.token(end).shape != Shape::Lower {
            return 0;
        }
        let noun = (end..end + 2).take_while(|at| sentence.tokens.contains(at)).any(|at| {
            sentence
                .at(Layer::Triggers, at)
                .any(|(_, value)| matches!(value, Value::Trigger(trigger) if trigger.shape == packs::Shape::Noun))
        });
        // "Prime Minister Orpo*s* state secretary": and before an office.
        let noun = noun || sentence.begins(end, Begins::OFFICE);
        // "Orpo*s* participation in the summit": and before a matter that is no verb.
        let noun =
            noun || (sentence.begins(end, Begins::layer(Layer::Topics)) && !self.acts(end) && !self.is_listed(end));
        // "Prime Minister Orpo*s* calendar": so is the word that ends a title, where it is none that the pack knows.
        let figure = |at: u32| matches!(sentence.token(at).shape, Shape::Number | Shape::Punctuation);
        let titled = || {
            sentence.block == BlockKind::Title
                && !self.is_small_word(end)
                && !self.people.is_named(sentence.word(end - 1), &[])
                && (end + 1..sentence.tokens.end).all(figure)
        };
        if !(noun || titled()) {
            return 0;
        }
        let word = sentence.word(end - 1);
        let ending = sentence.language.genitive.iter().find(|ending| word.ends_with(ending.as_str()));
        ending.filter(|ending| word.len() > ending.len() + SHORTEST).map_or(0, |ending| ending.len() as u32)
    }

    fn words_of(&self, tokens: Range<u32>) -> usize {
        tokens
            .filter(|&at| self.sentence.tokens.contains(&at) && self.sentence.token(at).shape != Shape::Punctuation)
            .count()
    }
}

/// The one or two tokens between two mentions.
fn mention_gap(from: u32, to: u32) -> Option<Range<u32>> {
    (from < to && to <= from + 2).then_some(from..to)
}
