//! Of which party somebody is, by the words around the office or the name.

use document::Shape;
use packs::{ClaimType, Form, Kind, Layer, Level, Link, Mark, Party, Reference, Value};

use super::offices::Group;
use super::{Finder, MOST_NEAR, Mention, Who, mention_gap};
use crate::places::{Place, named_at, place, spoken_of};

/// How many tokens before a person a country may stand.
const NEAR: u32 = 40;
/// Within how many tokens behind "where" somebody is met there, and the most tokens of a place before it.
const THERE: u32 = 14;
const LONGEST_PLACE: u32 = 6;
/// How many tokens before whoever invites "at the invitation of" may begin.
const INVITATION: u32 = 6;
/// Within so many tokens behind a name the words stand that say for whom it acts.
const NEAR_DEED: u32 = 4;
/// Within so many tokens behind somebody the verb of a journey begins, and how many countries it may name.
const NEAR_JOURNEY: u32 = 2;
const MOST_GOALS: usize = 6;
/// Within so many tokens before whoever comes along stands what says so, and how many are listed at most.
const COMPANION: u32 = 4;
const MOST_COMPANIONS: usize = 8;
/// How many tokens a long office may have: "the Director for Europe at the Ministry of Foreign Affairs of Mozambique".
const LONGEST_OFFICE: u32 = 20;

/// So many tokens of a ministry's name may stand between two parties that "and" joins, and so many mentions.
const SIDE: usize = 6;

impl Finder<'_, '_> {
    /// The party that a mention is, or for which the person acts whom it names.
    pub(super) fn party_of(&self, mention: &Mention) -> Option<Party> {
        match mention.who {
            Who::Person(index) => self.people.all[index].party,
            _ => mention.party,
        }
    }

    /// The party of the person before, where "and" joins this one and one party stood before both, or where a list of those
    /// whom somebody met goes on.
    pub(super) fn shared(&self, at: u32) -> Option<Party> {
        let before = self.out.last().filter(|mention| matches!(mention.who, Who::Person(_)))?;
        let and = |at: u32| self.sentence.is_link(at, Link::And);
        let joined = mention_gap(before.tokens.end, at).is_some_and(|mut gap| gap.all(and));
        let listed = || {
            mention_gap(before.tokens.end, at).is_some_and(|mut gap| gap.all(|at| and(at) || self.sentence.is(at, ",")))
        };
        let led = joined && self.party_at(before.tokens.start).is_some();
        let party = before.party.filter(|party| self.sentence.page.world().is_state(*party))?;
        (led || (listed() && self.is_met(before.tokens.start))).then_some(party)
    }

    /// "Met Minister X of Peru and Minister *Y of Fiji*": whether the name behind an office says whose it is.
    pub(super) fn says_whose(&self, office: u32) -> bool {
        let from = self.honorifics(office + u32::from(self.sentence.is(office, ","))).0;
        let party = |end: u32| self.apposition(self.letters(end), false).and_then(|(_, party, _)| party);
        self.name(from).and_then(party).is_some()
    }

    /// Whether whoever is named at a token is met by somebody named before.
    pub(super) fn is_met(&self, at: u32) -> bool {
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
    pub(super) fn led_delegation(&self, at: u32) -> Option<Party> {
        let by = self.sentence.has_link(at.saturating_sub(3).max(self.sentence.tokens.start)..at, Link::By);
        let near = || self.out.iter().rev().take_while(|mention| mention.tokens.end + 14 >= at);
        // "The *delegation* of Peru", "the Peruvian *side*".
        let leads = |mention: &Mention| match mention.who {
            Who::Reference(Reference::Delegation | Reference::Side, _) => true,
            Who::Party(_) => self.side_after(mention.tokens.end - 1).is_some(),
            _ => false,
        };
        let delegation = by && near().any(leads);
        let of =
            |mention: &&Mention| matches!(mention.who, Who::Party(_) | Who::Reference(..)) && mention.party.is_some();
        let named = near().find(of).filter(|_| delegation)?;
        // "The delegation of the *Romania–Vietnam* friendship group": of two that a dash joins the first one's.
        let dash =
            |end: u32| end + 1 == named.tokens.start && ["-", "–"].iter().any(|dash| self.sentence.is(end, dash));
        let first = near().filter(of).find(|mention| dash(mention.tokens.end));
        first.or_else(|| self.side_before(named)).map_or(named.party, |first| self.of_two(at, first.party, named.party))
    }

    /// "Between the ministry of Oman and *the ministry of Peru*, led by X and Y": the party that "and" joins with another's.
    fn side_before(&self, named: &Mention) -> Option<&Mention> {
        let before = |side: &&Mention| side.tokens.end <= named.tokens.start;
        let other = |side: &&Mention| side.party.is_some() && side.party != named.party;
        let side = self.out.iter().rev().filter(before).take(SIDE).find(other)?;
        let mut between = side.tokens.end..named.tokens.start;
        let near = between.len() <= SIDE && matches!(side.who, Who::Party(_) | Who::Reference(..));
        (near && between.any(|at| self.sentence.is_link(at, Link::And))).then_some(side)
    }

    /// Of two sides that of whoever is named first, at a token: by the family name that of the language's own people or the other's,
    /// else the first.
    fn of_two(&self, at: u32, first: Option<Party>, second: Option<Party>) -> Option<Party> {
        let language = self.sentence.language;
        let own = |party: &Option<Party>| party.is_some_and(|party| language.home.contains(&party));
        let from = self.honorifics(self.group(at).map_or(at, |group| group.end)).0;
        let name = self.name(from).map(|end| self.sentence.page.quote(from..end));
        let native = name.and_then(|name| language.is_native(name)).filter(|_| own(&first) != own(&second));
        let theirs = native.and_then(|native| [first, second].into_iter().find(|party| own(party) == native));
        theirs.unwrap_or(first)
    }

    /// "The director at the ministry of Mozambique, *Ambassador X*, …": the party that ends a longer office, of which the
    /// title with the name is the holder's.
    pub(super) fn titled(&self, at: u32, end: u32) -> Option<Party> {
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

    /// "Minister X *will visit Peru and Chile*": the countries to which whoever is named before a token goes.
    pub(super) fn goes_to(&self, end: u32) -> Vec<Party> {
        let near = end..(end + NEAR_JOURNEY).min(self.sentence.tokens.end);
        let goes = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Visit && trigger.is_finite());
        let mut journeys = self.sentence.within(Layer::Triggers, near);
        let Some((mark, _)) = journeys.find(|(mark, value)| mark.tail == 0 && goes(value)) else {
            return self.stays_in(end).into_iter().collect();
        };
        // "Minister X *invited* her to visit Peru" says nothing of his journeys.
        if self.sentence.within(Layer::Speech, end..mark.start).next().is_some() {
            return Vec::new();
        }
        let (mut at, mut goals) = (mark.end, Vec::new());
        let world = self.sentence.page.world();
        while let Some((next, country)) = self
            .sentence
            .at(Layer::Names, at)
            .find_map(|(mark, value)| Some((mark.end, Place::named(world, value)?.country?)))
            && goals.len() < MOST_GOALS
        {
            goals.push(country);
            let comma = next + u32::from(self.sentence.is(next, ","));
            let and = self.sentence.link(comma, Link::And).unwrap_or(comma);
            at = self.sentence.link(and, Link::To).unwrap_or(and);
        }
        goals
    }

    /// "Minister X *is in Luanda* from 16 to 18 July": the country in whose city somebody who ends at a token is for some days.
    fn stays_in(&self, end: u32) -> Option<Party> {
        let sentence = self.sentence;
        let end = end + u32::from(sentence.is(end, ","));
        let verb = sentence.tokens.contains(&end) && sentence.language.is_function_word(sentence.word(end));
        let mut led = end..end + 1 + u32::from(verb);
        let place = led.find_map(|at| sentence.link(at, Link::In))?;
        let (behind, city) = sentence.at(Layer::Names, place).find_map(|(mark, value)| match value {
            Value::City(city) => Some((mark.end, *city)),
            _ => None,
        })?;
        let days = |date: &packs::DateMatch| date.start == behind && date.parts.day[1].is_some();
        sentence.dates().iter().any(days).then(|| sentence.page.world().country_of(city))
    }

    /// "*From Norway* came *Espen Berg*, *from Iceland Anna Jónsdóttir*": the party from which whoever is named takes part, with
    /// a verb between at most.
    pub(super) fn comes_from(&self, at: u32, end: u32) -> Option<Party> {
        let before = self.out.last().filter(|before| before.who == Who::Party(Form::Name))?;
        let (start, from) = (self.sentence.tokens.start, before.tokens.start.checked_sub(1)?);
        let led = from >= start && self.sentence.link(from, Link::From) == Some(before.tokens.start);
        let heads = || from == start || self.sentence.is(from - 1, ",") || self.sentence.is_link(from - 1, Link::And);
        let verb = |at: u32| self.sentence.token(at).shape == Shape::Lower;
        let beside = (before.tokens.end..at).len() <= 1 && (before.tokens.end..at).all(verb);
        // "*Från Georgien* fortsatte *Eva Lund till Jerevan*": where somebody was before.
        let goes_on = self.sentence.link(end, Link::To).is_some_and(|to| named_at(self.sentence, to).is_some());
        (led && heads() && beside && !goes_on && self.words_of(at..end) > 1).then_some(before.party).flatten()
    }

    /// "Ecuador and Andorra, represented by *Minister X*": the party right before a word that no pack knows and "by".
    pub(super) fn represented(&self, at: u32) -> Option<Party> {
        let before = self.out.last()?;
        let party = before.party.filter(|_| before.who == Who::Party(Form::Name))?;
        let (comma, word) = (before.tokens.end, before.tokens.end + 1);
        let by = self.sentence.link(word + 1, Link::By) == Some(at);
        let plain = !self.acts(word) && self.sentence.tokens.contains(&word);
        (by && plain && self.sentence.is(comma, ",") && self.sentence.token(word).shape == Shape::Lower)
            .then_some(party)
    }

    /// "Minister X, *signed on behalf of Nigeria*": the state for which whoever is named before a token acts; who speaks on behalf of
    /// an organisation is of a state still.
    pub(super) fn acts_for(&self, end: u32) -> Option<Party> {
        let near = end..(end + NEAR_DEED).min(self.sentence.tokens.end);
        let party = near.into_iter().find_map(|at| self.sentence.link(at, Link::Behalf))?;
        let (party, form, _) = self.party_at(party)?;
        (form == Form::Name && self.sentence.page.world().is_state(party)).then_some(party)
    }

    /// "Congratulated X, *who was elected President* of Ghana": the office to which whoever is named before a token has come.
    pub(super) fn becomes(&self, end: u32) -> Option<Group> {
        let clause = end + u32::from(self.sentence.is(end, ","));
        let from = self.sentence.link(clause, Link::Who).unwrap_or(end);
        self.group(self.sentence.link(from, Link::Becomes)?)
    }

    /// "State Secretary X *at Utrikesdepartementet*": the party of a ministry whose own name is its party's, where whoever is
    /// named before a token works.
    pub(super) fn works_at(&self, end: u32) -> Option<Party> {
        let at = self.sentence.link(end, Link::In)?;
        let (party, form, after) = self.party_at(at)?;
        let body = self.sentence.reference(at) == Some((Reference::Side, after));
        (body && form == Form::Name && self.sentence.page.world().is_state(party)).then_some(party)
    }

    /// The end of a word for the host country that begins at a token.
    pub(super) fn host_at(&self, at: u32) -> Option<u32> {
        let (reference, end) = self.sentence.reference(at)?;
        (reference == Reference::Host).then_some(end)
    }

    /// "Visits Peru at the invitation of *Minister X*": the country to which whoever is named at a token invites somebody.
    pub(super) fn invited_to(&self, at: u32) -> Option<Party> {
        let before = self.sentence.within(Layer::Speech, at.saturating_sub(INVITATION)..at);
        let invites = |(mark, value): (packs::Mark, &Value)| {
            matches!(value, Value::Speech(speech) if speech.level == Some(Level::Drop) && speech.claim == ClaimType::Invitation)
                && mark.end + 1 >= at
        };
        // "Thăm chính thức *Peru* theo lời mời của Bộ trưởng X": right behind the verb.
        let visited = || {
            let acts = self.sentence.within(Layer::Triggers, self.sentence.tokens.clone());
            let mut visits = acts.filter(|(_, value)| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Visit && trigger.is_finite()));
            visits.find_map(|(mark, _)| named_at(self.sentence, mark.tail.max(mark.end))?.country)
        };
        let place = || place(self.sentence, self.sentence.tokens.clone(), &[Link::In, Link::To])?.country;
        let country = || visited().or_else(place);
        if before.into_iter().any(invites) { country() } else { None }
    }

    /// The country that ends right before a "where" that leads a token: "to *Ethiopia*, where he met with …".
    pub(super) fn country_there(&self, at: u32) -> Option<Party> {
        let from = at.saturating_sub(THERE).max(self.sentence.tokens.start + 1);
        let place = (from..at).rev().find(|&at| self.sentence.is_link(at, Link::Who))?;
        let end = if self.sentence.is(place - 1, ",") { place - 1 } else { place };
        let world = self.sentence.page.world();
        let names = self.sentence.within(Layer::Names, end.saturating_sub(LONGEST_PLACE)..end);
        let ends =
            names.filter(|(mark, _)| mark.end == end).filter_map(|(_, value)| Place::named(world, value)?.country);
        ends.rev().find(|&party| world.is_state(party))
    }

    /// The country that heads the sentence in which somebody is met: "In *Tashkent* the Minister holds talks with …".
    pub(super) fn country_ahead(&self, at: u32) -> Option<Party> {
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
            let joins = |at: u32| self.sentence.is_link(at, Link::And) || self.sentence.is(at, ",");
            mention_gap(before.tokens.end, at).filter(|gap| gap.clone().all(joins))?;
            self.people.all[person].there
        };
        // "In Singapore I *will meet* Minister X".
        let meets = || {
            let before = self.sentence.within(Layer::Triggers, place..at).rev();
            before.into_iter().any(|(mark, value)| {
                mark.end == at
                    && matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Meeting && trigger.is_finite())
            })
        };
        country.filter(|&country| world.is_state(country) && (with || meets() || listed() == Some(country)))
    }

    /// "Received President X, *accompanied by* Minister Y and Minister Z": the party of whoever brings them along.
    pub(super) fn companion_of(&self, at: u32) -> Option<Party> {
        let joins = |at: u32| self.sentence.is_link(at, Link::And) || self.sentence.is(at, ",");
        let along = |value: &Value| {
            matches!(value, Value::Trigger(trigger)
                if trigger.kind == Kind::Visit && trigger.shape == packs::Shape::Anaphor && trigger.one)
        };
        let mut behind = at;
        for before in self.out.iter().rev().take(MOST_COMPANIONS) {
            let gap = before.tokens.end..behind;
            let mut acts = self.sentence.within(Layer::Triggers, gap.clone());
            let said = |(mark, value): (Mark, &Value)| {
                along(value) && mark.start <= gap.start + 1 && mark.end + COMPANION > behind
            };
            if acts.any(said) {
                return self.party_of(before);
            }
            if !mention_gap(gap.start, gap.end).is_some_and(|mut gap| gap.all(joins)) {
                return None;
            }
            behind = before.tokens.start;
        }
        None
    }

    /// "King X and Queen Y *of Denmark*": whoever "and" joins before is of the same party, where nothing else was said.
    pub(super) fn share_back(&mut self, start: u32, party: Party) {
        let joined = |from: u32| {
            mention_gap(from, start).is_some_and(|mut gap| gap.all(|at| self.sentence.is_link(at, Link::And)))
        };
        let before = self.out.last().filter(|mention| mention.party.is_none() && joined(mention.tokens.end));
        let Some(Who::Person(person)) = before.map(|mention| mention.who.clone()) else { return };
        let known = &mut self.people.all[person];
        if !known.said {
            (known.party, known.said) = (Some(party), true);
        }
    }

    /// The countries that stand before a token in its sentence, the nearest first.
    pub(super) fn countries_before(&self, at: u32) -> Vec<Party> {
        let world = self.sentence.page.world();
        let country = |(_, value): (_, &Value)| match value {
            Value::Party(party, _) => Some(*party),
            Value::City(city) => Some(world.country_of(*city)),
            _ => None,
        };
        let from = at.saturating_sub(NEAR).max(self.sentence.tokens.start);
        // A word inside a person's name is no country: "Lưu *Đức* Nhân".
        let other = |mark: Mark| self.only_party(mark.start) || spoken_of(self.sentence, mark.start);
        let marks = self.sentence.within(Layer::Names, from..at).rev().filter(|(mark, _)| !other(*mark));
        let countries = marks.filter_map(country);
        let found: Vec<Party> = countries.filter(|&party| world.is_state(party)).take(MOST_NEAR).collect();
        if !found.is_empty() {
            return found;
        }
        // "Speaker X conveyed greetings from President Y": of the country of whoever speaks.
        let near = self.out.iter().rev().take_while(|mention| mention.tokens.end + NEAR >= at);
        let people = near.filter(|mention| matches!(mention.who, Who::Person(_)));
        let parties = people.filter_map(|mention| self.party_of(mention));
        parties.filter(|&party| world.is_state(party)).take(1).collect()
    }
}
