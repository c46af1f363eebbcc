//! Who holds an office that is told of several, or only of another: counterparts, envoys, couples and holders in the plural.

use std::ops::Range;

use document::Shape;
use packs::{Form, Layer, Link, OfficeKind, Offices, Party, Reference};

use super::{Finder, Mention, Who};
use crate::begins::Begins;
use crate::people::{Told, rivals};

/// Among so many mentions before whom somebody meets, whoever acts is looked for.
const ACTING: usize = 8;
/// The most tokens between "and" and the word for a counterpart.
const JOINED: u32 = 4;

impl Finder<'_, '_> {
    /// "The ambassadors of Peru (*Inés Rojas*) and Oman (*Saif Balushi*)": who of each party is meant.
    pub(super) fn envoy(&mut self, at: u32, party: Party) -> Option<u32> {
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
    pub(super) fn offices_before(&self) -> Option<Offices> {
        self.out.iter().rev().find_map(|mention| self.offices_of(mention))
    }

    pub(super) fn offices_of(&self, mention: &Mention) -> Option<Offices> {
        match &mention.who {
            Who::Person(person) => Some(self.people.all[*person].offices),
            Who::Office(offices) => Some(*offices),
            _ => None,
        }
    }

    /// The offices of whose counterpart somebody is. "Minister X met President Y *and his counterpart*", "…, where *he met
    /// his counterpart*": not Y's.
    pub(super) fn offices_faced(&self, at: u32) -> Option<Offices> {
        // "At *the head* of a delegation, to chair with his counterpart": whoever is named before is meant.
        let official = |mention: &Mention| mention.who == Who::Office(Offices::default().with(OfficeKind::Official));
        let holds = |mention: &Mention| self.offices_of(mention).is_some();
        let named = self.out.iter().rposition(|mention| holds(mention) && !official(mention));
        // "*He and* his Swedish counterpart X": in the office of whoever was named last before the sentence.
        let Some(last) = named.or_else(|| self.out.iter().rposition(holds)) else { return self.offices_called(at) };
        let (met, acts) = (&self.out[last], &self.out[last.saturating_sub(ACTING)..last]);
        let meets = |mention: &Mention| {
            calls(mention) && self.sentence.within(Layer::Triggers, mention.tokens.end..at).next().is_some()
        };
        if self.out[last + 1..].iter().any(meets) {
            return self.out.iter().find_map(|mention| self.offices_of(mention));
        }
        if !self.joins(met, at) {
            return self.offices_of(met);
        }
        let who = |mention: &&Mention| {
            let acts = self.offices_of(mention).is_some() || calls(mention);
            acts && self.sentence.within(Layer::Triggers, mention.tokens.end..met.tokens.start).next().is_some()
        };
        match acts.iter().rev().find(who) {
            // "He met President Y and his counterpart".
            Some(mention) => Some(self.offices_of(mention).or_else(|| self.offices_last_told(at)).unwrap_or_default()),
            None => self.offices_of(met),
        }
    }

    /// "Minister X and Robert Dussey, *his Togolese counterpart*": the offices of whoever was named before, and the party.
    pub(super) fn counterpart_behind(&self, at: u32) -> Option<(Offices, Option<Party>, u32)> {
        let (party, from) = self.party_at(at).map_or((None, at), |(party, _, end)| (Some(party), end));
        let (reference, end) = self.sentence.reference(from)?;
        let closed = end >= self.sentence.tokens.end || self.sentence.token(end).shape == Shape::Punctuation;
        let faced = || self.out.iter().rev().find(|mention| matches!(mention.who, Who::Person(_)));
        if reference != Reference::Counterpart || !closed {
            return None;
        }
        let envoy = OfficeKind::Ambassador;
        faced().and_then(|mention| self.offices_of(mention)).map(|offices| (offices.without(envoy), party, end))
    }

    /// Whether "and" joins what begins at a token to whom a mention names: "met President Y *and with his Kenyan* counterpart".
    pub(super) fn joins(&self, met: &Mention, at: u32) -> bool {
        let small = |at: u32| self.sentence.token(at).shape == Shape::Lower || self.sentence.begins(at, Begins::PARTY);
        let and = self.sentence.link(met.tokens.end, Link::And);
        and.is_some_and(|from| (from..at).all(small) && at <= from + JOINED)
    }

    /// The offices of whoever "he" or "she" at the head of a sentence means, or "*her* Chinese colleague X" there.
    fn offices_called(&self, at: u32) -> Option<Offices> {
        let start = self.sentence.tokens.start;
        let called =
            || self.out.first().filter(|mention| calls(mention) && mention.tokens.start <= start + 1).is_some();
        let heads = (start + 1..=start + 2).contains(&at);
        if heads || called() { self.offices_last_told(at) } else { None }
    }

    /// The offices of whoever was named last before the sentence.
    fn offices_last_told(&self, at: u32) -> Option<Offices> {
        let (start, all) = (self.sentence.tokens.start, &self.people.all);
        let before = self.people.around(at).filter(|&person| (1..=start).contains(&all[person].seen));
        before.max_by_key(|&person| all[person].seen).map(|person| all[person].offices)
    }

    /// Whether an office in the plural, with no name behind it, is a word for both sides: "*utrikesministrarna* enades".
    pub(super) fn means_both(&self, at: u32, end: u32) -> bool {
        let both = self.sentence.reference(at).is_some_and(|(reference, until)| reference.is_both() && until >= end);
        let named = || self.name(self.honorifics(end).0).is_some();
        both && !named() && self.two_names(end + 1).filter(|_| self.sentence.is(end, ",")).is_none()
    }

    /// "Utrikesministrarna *X och Y*", "the two countries' finance ministers, *X and Y*": both hold the office, and where
    /// nobody has named them before, one for each of the two parties named last.
    pub(super) fn pair(&mut self, start: u32, from: u32, told: &Told) -> Option<u32> {
        let (first, second) = self.two_names(from)?;
        let both = (start..from).find_map(|at| self.sentence.reference(at));
        both.filter(|(reference, _)| reference.is_both())?;
        let [one, other] = [first.clone(), second.clone()].map(|name| {
            let words = self.words(name);
            self.people.find(&words, start)
        });
        let known = [one, other].into_iter().flatten().any(|person| self.people.all[person].party.is_some());
        let world = self.sentence.page.world();
        let sides = self.people.facing().filter(|sides| sides.iter().all(|&party| world.is_state(party)));
        let full = [&first, &second].into_iter().all(|name| self.words_of(name.clone()) > 1);
        let sides = sides.filter(|_| self.learning && full && !known && told.party.is_none());
        let [mine, theirs] = sides.map_or([told.party; 2], |sides| sides.map(Some));
        self.named(start, first, Told { party: mine, ..told.clone() });
        let before = self.out.last().map(|mention| mention.who.clone());
        let end = self.named(second.start, second, Told { party: theirs, ..told.clone() });
        if let (Some(Who::Person(one)), Some(Mention { who: Who::Person(other), .. })) = (before, self.out.last()) {
            self.people.all[*other].faces = Some(one).filter(|one| one != other && rivals(told.offices, told.offices));
        }
        Some(end)
    }

    /// "The foreign ministers of Peru *and Oman, X and Y*": each of the party that stands in the same place.
    pub(super) fn respective(&mut self, start: u32, end: u32, told: &Told) -> Option<u32> {
        let next = self.sentence.link(end, Link::And).filter(|_| told.party.is_some())?;
        let (other, form, end) = self.party_at(next).or_else(|| self.party_at(next + 1))?;
        let from = self.honorifics(end + 1).0;
        let (first, second) = self.two_names(from).filter(|_| form == Form::Name && self.sentence.is(end, ","))?;
        if [&first, &second].into_iter().any(|name| self.words_of(name.clone()) < 2) {
            return None;
        }
        self.named(start, first, told.clone());
        Some(self.named(second.start, second, Told { party: Some(other), ..told.clone() }))
    }

    /// Two names that "and" joins, the first with whose it is: "*X* of Peru and *Y*", "*X* (Peru) and *Y*".
    fn two_names(&self, from: u32) -> Option<(Range<u32>, Range<u32>)> {
        let middle = self.name(from)?;
        let party = |at: u32| self.party_at(at).map(|(.., end)| end);
        let led = self.sentence.link(middle, Link::Of).and_then(party);
        let inside = || self.sentence.is(middle, "(").then(|| party(middle + 1)).flatten().map(|end| end + 1);
        let after = self.sentence.link(led.or_else(inside).unwrap_or(middle), Link::And)?;
        Some((from..middle, after..self.name(after)?))
    }

    /// "His Uzbek counterpart Shavkat Mirziyoyev": a person of that party, in the office of the one before.
    pub(super) fn counterpart(&mut self, at: u32, end: u32) -> Option<u32> {
        let before = self
            .out
            .last()
            .filter(|mention| mention.tokens.end == at && matches!(mention.who, Who::Party(_)))
            .and_then(|mention| mention.party);
        let (party, from) = match self.party_at(end) {
            Some((party, _, after)) if before.is_none() => (Some(party), after),
            _ => (before, end),
        };
        // "His counterpart *of the host country* X".
        let host = self.host_at(from).filter(|_| party.is_none());
        let from = host.unwrap_or(from);
        let comma = self.sentence.is(from, ",");
        let (from, gender) = self.honorifics(from + u32::from(comma));
        // "Meeting his Peruvian counterpart, *Sabry suggested* …": who acts then is somebody else.
        let name_end = self.name(from).filter(|&end| !comma || self.may_follow_comma(from, end))?;
        // "Ambassador" is a rank of whoever else is minister too.
        let envoy = Offices::default().with(OfficeKind::Ambassador);
        let mine =
            self.offices_faced(at).map(|mine| if mine == envoy { mine } else { mine.without(OfficeKind::Ambassador) });
        let named = || self.out.iter().rfind(|mention| matches!(mention.who, Who::Person(_)));
        let joined = || named().filter(|met| self.joins(met, at));
        let party = party.or_else(|| joined().and_then(|met| self.party_of(met)));
        // "Her counterpart, X": a full name tells who is meant.
        if party.is_none() && (self.words_of(from..name_end) < 2 || mine.is_none() && host.is_none()) {
            return None;
        }
        Some(self.named(
            at,
            from..name_end,
            Told {
                party,
                offices: mine.unwrap_or_default(),
                gender,
                certain: true,
                host: host.is_some(),
                ..Told::default()
            },
        ))
    }

    /// "His wife Ngo Phuong Ly": a person beside the one before.
    pub(super) fn spouse(&mut self, at: u32) -> Option<u32> {
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

    /// "The royal couple *X and Y*": the first holds the office, the other is wed to them.
    pub(super) fn couple(&mut self, start: u32, name: Range<u32>, told: &Told) -> Option<u32> {
        let wed = Offices::default().with(OfficeKind::Spouse);
        let office = Some(told.offices.without(OfficeKind::Spouse)).filter(|office| !office.is_empty())?;
        let from = self.sentence.link(name.end, Link::And).filter(|_| told.offices != office)?;
        let end = self.name(from)?;
        self.named(start, name, Told { offices: office, ..told.clone() });
        Some(self.named(from, from..end, Told { offices: wed, ..told.clone() }))
    }

    /// "The foreign ministers of Colombia, X, and Panama, Y", "the ambassadors of Peru and Oman": a plural that mostly means
    /// both sides, with the parties behind it.
    pub(super) fn holders(&mut self, at: u32, end: u32) -> Option<u32> {
        let group = (at..end).find_map(|from| self.group(from)).filter(|group| group.end > end)?;
        // "The two ministers of labour, *X and Y*".
        let named = || self.sentence.is(group.end, ",") && self.two_names(group.end + 1).is_some();
        (group.party.is_some() || named()).then(|| self.office(at, group))
    }

    /// "Her counterparts from South Korea, X, and Türkiye, Y": each in the office of the one before.
    pub(super) fn counterparts(&mut self, end: u32) -> Option<u32> {
        let from = [Link::From, Link::Of, Link::In].into_iter().find_map(|link| self.sentence.link(end, link))?;
        let (party, _, behind) = self.party_at(from).filter(|(_, form, _)| *form == Form::Name)?;
        let offices = self.offices_before().unwrap_or_default();
        let first = self.holder(end, behind, party, offices)?;
        Some(self.further_holders(first, offices))
    }

    /// "His *Somali and Ethiopian* counterparts, X and Y": each of one of the two parties, in the office of the one before.
    pub(super) fn two_counterparts(&mut self, at: u32, end: u32) -> Option<u32> {
        let [.., first, second] = self.out.as_slice() else { return None };
        let adjective = |mention: &Mention| matches!(mention.who, Who::Party(Form::Adjective | Form::Genitive));
        let joined = self.sentence.link(first.tokens.end, Link::And) == Some(second.tokens.start);
        if !(adjective(first) && adjective(second) && joined && second.tokens.end == at) {
            return None;
        }
        let parties = [first.party, second.party];
        let (one, other) = self.two_names(end + u32::from(self.sentence.is(end, ",")))?;
        let offices = self.offices_before().unwrap_or_default();
        let told = |party| Told { party, offices, certain: true, ..Told::default() };
        self.named(one.start, one, told(parties[0]));
        Some(self.named(other.start, other, told(parties[1])))
    }

    /// Somebody named between commas or in brackets behind a party, in an office of it.
    pub(super) fn holder(&mut self, start: u32, sign: u32, party: Party, offices: Offices) -> Option<u32> {
        let (from, gender) = self.honorifics(sign + 1);
        let closed = |end: u32| self.sentence.is(sign, "(") && self.sentence.is(end, ")");
        let follows = |end: u32| self.sentence.is(sign, ",") && self.may_follow_comma(from, end);
        let end = self.name(from).filter(|&end| closed(end) || follows(end))?;
        let behind = end + u32::from(closed(end));
        let told = Told { party: Some(party), offices, gender, certain: true, ..Told::default() };
        Some(self.named(start, from..end, told).max(behind))
    }

    /// Whoever follows in the same office of further parties: "…, and Panama, Y".
    pub(super) fn further_holders(&mut self, mut end: u32, offices: Offices) -> u32 {
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
    pub(super) fn two_holders(&mut self, start: u32, from: u32, told: &Told) -> Option<u32> {
        let first = self.out.last().filter(|before| {
            matches!(before.who, Who::Party(Form::Adjective | Form::Genitive))
                && before.tokens.end + 1 == start
                && self.sentence.is_link(before.tokens.end, Link::And)
        })?;
        let first = first.party;
        let (one, other) = self.two_names(from)?;
        self.named(start, one, Told { party: first, ..told.clone() });
        Some(self.named(other.start, other, told.clone()))
    }
}

/// Whether "he" or "she" is said of somebody.
fn calls(mention: &Mention) -> bool {
    matches!(mention.who, Who::Reference(Reference::He | Reference::She, _))
}
