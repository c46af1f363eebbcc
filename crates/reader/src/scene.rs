//! Who takes part: mentions turned into people and parties.

use std::cell::LazyCell;
use std::ops::Range;

use packs::{Form, Gender, Layer, Link, Mark, OfficeKind, Offices, Party, Reference, Value};

use crate::begins::Begins;
use crate::drafts::BACK;
use crate::mentions::{Mention, Who};
use crate::page::Sentence;
use crate::people::{Known, People};

/// People and parties on one side of an act.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Side {
    pub(crate) people: Vec<usize>,
    /// Parties named without a person.
    pub(crate) parties: Vec<Party>,
    /// Whether it was said by a word that refers back ("he", "the two sides").
    pub(crate) referred: bool,
    /// Whether that word means all who take part.
    pub(crate) all: bool,
    /// Whether that word names the sides, and nobody who acts for them: "the two countries".
    pub(crate) bodies: bool,
    /// Whether somebody without a name acts for a party there: an office, a delegation, a side.
    pub(crate) unnamed: bool,
    /// The offices of those without a name, by party.
    pub(crate) offices: Vec<(Party, Offices)>,
    /// The offices of those without a name of whom nothing says whose they are: "His Majesty the King".
    pub(crate) unplaced: Offices,
}

impl Side {
    pub(crate) fn is_empty(&self) -> bool {
        self.people.is_empty() && self.parties.is_empty() && !self.all
    }

    pub(crate) fn add_person(&mut self, person: usize) {
        if !self.people.contains(&person) {
            self.people.push(person);
        }
    }

    pub(crate) fn add_party(&mut self, party: Party) {
        if !self.parties.contains(&party) {
            self.parties.push(party);
        }
    }

    /// Adds another side's people and parties.
    pub(crate) fn merge(&mut self, other: &Self) {
        other.people.iter().for_each(|&person| self.add_person(person));
        other.parties.iter().for_each(|&party| self.add_party(party));
        self.all |= other.all;
        self.bodies |= other.bodies;
        self.unnamed |= other.unnamed;
        self.offices.extend(&other.offices);
        self.unplaced = self.unplaced.and(other.unplaced);
    }

    /// Has it hold those who take part in something, and nobody else.
    pub(crate) fn hold(&mut self, people: &[usize], parties: &[Party]) {
        people.clone_into(&mut self.people);
        parties.clone_into(&mut self.parties);
        self.offices.clear();
        self.unplaced = Offices::default();
        (self.referred, self.all, self.unnamed) = (false, false, false);
    }

    /// Whether it is of more than one party.
    pub(crate) fn is_joint(&self, people: &People) -> bool {
        let mut parties =
            self.people.iter().filter_map(|&person| people.all[person].party).chain(self.parties.iter().copied());
        let first = parties.next();
        parties.any(|party| Some(party) != first)
    }

    /// The parties of its people, and those named alone.
    pub(crate) fn all_parties(&self, people: &People) -> Vec<Party> {
        let mut all: Vec<Party> = Vec::with_capacity(self.people.len() + self.parties.len());
        for party in
            self.people.iter().filter_map(|&person| people.all[person].party).chain(self.parties.iter().copied())
        {
            if !all.contains(&party) {
                all.push(party);
            }
        }
        all
    }
}

/// What words that refer back refer to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Focus {
    /// Who was the subject last.
    pub(crate) subject: Side,
    /// Everybody in the engagement spoken of.
    pub(crate) present: Side,
    /// Everybody in the last one that had two parties.
    pub(crate) pair: Side,
    /// Who tells the story, while it is told in the first person.
    pub(crate) author: Option<usize>,
    /// Who leads the delegation spoken of.
    pub(crate) delegation: Option<usize>,
    /// The [`BACK`] people named last, the latest last.
    pub(crate) named: Vec<Named>,
    /// Whom the story is about, if anybody.
    pub(crate) lead: Option<usize>,
    /// Whose diary it is, if anybody's.
    pub(crate) owner: Option<usize>,
    /// Whether it is the diary of somebody at home whom nothing names.
    pub(crate) unnamed_owner: bool,
    /// Whom "he" or "she" meant last.
    pub(crate) called: Option<(usize, Gender)>,
}

/// Somebody named in the story so far.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named {
    pub(crate) person: usize,
    /// The token at which they were named last, and the one before.
    last: u32,
    before: Option<u32>,
}

impl Focus {
    /// Notes that somebody is named at a token.
    pub(crate) fn name(&mut self, person: usize, at: u32) {
        let known = self.named.iter().rposition(|named| named.person == person);
        let before = known.map(|place| self.named.remove(place)).map(|named| named.last);
        if self.named.len() == BACK {
            self.named.remove(0);
        }
        self.named.push(Named { person, last: at, before });
    }

    /// Whether somebody is named from a token on.
    pub(crate) fn names_since(&self, person: usize, at: u32) -> bool {
        self.named.iter().any(|named| named.person == person && named.last >= at)
    }

    /// Where somebody was named last before a token; 0 where they were not.
    fn named_before(&self, person: usize, at: u32) -> u32 {
        let named = self.named.iter().rev().find(|named| named.person == person);
        let last = named.and_then(|named| Some(named.last).filter(|&last| last < at).or(named.before));
        last.map_or(0, |last| last + 1)
    }

    /// Those spoken of who hold some office in several parties, else the two who were named last before a token: "the
    /// presidents", behind what two ministers signed. Nobody where all who are spoken of hold it.
    fn holders(&self, people: &People, offices: Offices, at: u32) -> Vec<usize> {
        let holds = |&person: &usize| people.all[person].offices.0 & offices.0 != 0;
        let several = |some: &[usize]| {
            let mut parties = some.iter().filter_map(|&person| people.all[person].party);
            let first = parties.next();
            first.is_some() && parties.any(|party| Some(party) != first)
        };
        let present: Vec<usize> = self.present.people.iter().copied().filter(holds).collect();
        if offices == Offices::default() || (several(&present) && present.len() == self.present.people.len()) {
            return Vec::new();
        }
        if several(&present) {
            return present;
        }
        let before = |&person: &usize| self.named_before(person, at) > 0;
        let mut latest = self.named.iter().rev().map(|named| named.person).filter(holds).filter(before);
        let last = latest.next();
        let two = last.and_then(|last| {
            let party = people.all[last].party?;
            Some([latest.find(|&other| people.all[other].party.is_some_and(|other| other != party))?, last])
        });
        two.map(Vec::from).unwrap_or_default()
    }

    /// Whether somebody may be meant by a word of that gender, by their honorifics and by what they were called before.
    pub(crate) fn may_be(&self, people: &People, person: usize, gender: Option<Gender>) -> bool {
        let known = people.all[person].gender.or(self.called.filter(|(called, _)| *called == person).map(|(_, of)| of));
        known.is_none() || gender.is_none() || known == gender
    }
}

/// The side that the mentions within some tokens make.
pub(crate) fn side(
    sentence: &Sentence<'_>,
    mentions: &[Mention],
    people: &People,
    focus: &Focus,
    tokens: Range<u32>,
) -> Side {
    debug_assert!(mentions.is_sorted_by_key(|mention| mention.tokens.start), "they are found from left to right");
    let mut side = Side::default();
    let from = mentions.partition_point(|mention| mention.tokens.start < tokens.start);
    let within = mentions.iter().enumerate().skip(from);
    for (place, mention) in within.take_while(|(_, mention)| mention.tokens.start < tokens.end) {
        let next = mentions.get(place + 1);
        if (side.people.len() == 1 && resumes(sentence, &mentions[..place], mention))
            || employs(sentence, mention, next)
            || come_from(sentence, mention, next)
        {
            continue;
        }
        add(&mut side, sentence, mention, people, focus);
        let shared = shares_office(sentence, mention, next) || one_of_two(sentence, &mentions[..place], mention, next);
        if let Some(party) = mention.party.filter(|_| shared) {
            side.add_party(party);
        }
    }
    side
}

/// Whether somebody is only named for whom another works: "*Prime Minister Orpo's* state secretary X".
fn employs(sentence: &Sentence<'_>, mention: &Mention, next: Option<&Mention>) -> bool {
    let word = || sentence.word(mention.tokens.end - 1);
    matches!(mention.who, Who::Person(_))
        && next.is_some_and(|next| {
            next.tokens.start == mention.tokens.end && matches!(next.who, Who::Person(_) | Who::Office(_))
        })
        && sentence.language.genitive.iter().any(|ending| word().ends_with(ending.as_str()))
}

/// "His *counterparts* from Peru and Ghana": whether whose they are stands behind them, so that no other is meant.
fn come_from(sentence: &Sentence<'_>, mention: &Mention, next: Option<&Mention>) -> bool {
    let end = mention.tokens.end;
    let of = [Link::From, Link::Of].into_iter().find_map(|link| sentence.link(end, link));
    let counterpart = matches!(mention.who, Who::Reference(Reference::Counterpart, _)) && mention.party.is_none();
    counterpart && next.is_some_and(|next| of == Some(next.tokens.start) && next.party.is_some())
}

/// Whether "he" or "she" is who the sentence is about: "Minister X is in Washington, where *she* meets …", but not "Minister
/// X, whom *she* met".
fn resumes(sentence: &Sentence<'_>, before: &[Mention], mention: &Mention) -> bool {
    let pronoun = matches!(mention.who, Who::Reference(Reference::He | Reference::She, _));
    let Some(last) = before.last().filter(|_| pronoun) else { return false };
    let person = before.iter().rev().find(|mention| matches!(mention.who, Who::Person(_)));
    let Some(person) = person else { return false };
    let between = person.tokens.end..mention.tokens.start;
    let mut clauses = between.filter(|&at| sentence.is_link(at, Link::Who));
    let Some(opens) = clauses.next() else { return false };
    // What the clause is about is no person, and nobody else is spoken of.
    person.tokens.end + 1 < opens && last.tokens.end <= opens && clauses.next().is_none()
}

/// Whether an adjective is one of two that "with" or "between" leads: "between the *Finnish* and *Moroccan* ministers".
fn one_of_two(sentence: &Sentence<'_>, before: &[Mention], mention: &Mention, next: Option<&Mention>) -> bool {
    let adjective = |mention: &&Mention| matches!(mention.who, Who::Party(Form::Adjective));
    let pair = |first: &Mention, second: &Mention| {
        let gap = first.tokens.end..second.tokens.start;
        let led = sentence
            .has_link(first.tokens.start.saturating_sub(2).max(sentence.tokens.start)..first.tokens.start, Link::With);
        led && gap.len() == 1 && sentence.is_link(gap.start, Link::And)
    };
    adjective(&mention)
        && (next.filter(adjective).is_some_and(|next| pair(mention, next))
            || before.last().filter(adjective).is_some_and(|before| pair(before, mention)))
}

/// Whether an adjective is joined to the next of those before one office: "the *Finnish* and Moroccan ministers".
fn shares_office(sentence: &Sentence<'_>, mention: &Mention, next: Option<&Mention>) -> bool {
    let adjective = matches!(mention.who, Who::Party(Form::Adjective | Form::Genitive));
    let joined = |next: &Mention| {
        let gap = mention.tokens.end..next.tokens.start;
        let holder = matches!(
            next.who,
            Who::Office(_)
                | Who::Party(Form::Adjective)
                | Who::Reference(Reference::Side | Reference::Leader | Reference::Official | Reference::Delegation, _)
        );
        holder && next.party.is_some() && gap.len() == 1 && sentence.is_link(gap.start, Link::And)
    };
    adjective && next.is_some_and(joined)
}

/// Whether who acts stands right behind the verb that ends at `verb`, in a language where it may: a pronoun there, or
/// anybody where all before it are led by a small word ("Vid mötet med ministern tackade presidenten …").
pub(crate) fn follows_verb(sentence: &Sentence<'_>, mentions: &[Mention], before: &Range<u32>, verb: u32) -> bool {
    let acts = |mention: &&Mention| {
        !matches!(mention.who, Who::Name | Who::Party(Form::Adjective | Form::Genitive | Form::Demonym))
    };
    let Some(behind) = mentions.iter().filter(acts).find(|mention| (verb..verb + 3).contains(&mention.tokens.start))
    else {
        return false;
    };
    if matches!(
        behind.who,
        Who::Reference(
            Reference::He | Reference::She | Reference::They | Reference::Both | Reference::I | Reference::We,
            _
        )
    ) {
        return true;
    }
    // "Efter att ha mött statsministern reste presidenten …": a clause in front has its own.
    let clause =
        [Link::After, Link::When, Link::If].into_iter().any(|link| sentence.is_link(sentence.dateline_end(), link));
    clause && behind.tokens.start == verb
        || mentions
            .iter()
            .filter(acts)
            .filter(|mention| before.contains(&mention.tokens.start))
            .all(|mention| led(sentence, mention, before.start))
}

/// Whether a small word such as "with", "in" or "by" leads a mention.
pub(crate) fn led(sentence: &Sentence<'_>, mention: &Mention, from: u32) -> bool {
    let before = mention.tokens.start.saturating_sub(3).max(from)..mention.tokens.start;
    sentence.within(Layer::Links, before).any(|(mark, value)| {
        let small = matches!(
            value,
            Value::Link(Link::With | Link::By | Link::From | Link::To | Link::In | Link::Of | Link::After)
        );
        small && mark.end + 1 >= mention.tokens.start
    })
}

/// "The royal couple": one who holds the office and one who is wed to them; else whoever holds all that a word names.
fn each_of(offices: Offices) -> impl Iterator<Item = Offices> {
    let wed = Some(Offices::default().with(OfficeKind::Spouse))
        .filter(|wed| offices.has(OfficeKind::Spouse) && offices != *wed);
    std::iter::once(if wed.is_some() { offices.without(OfficeKind::Spouse) } else { offices }).chain(wed)
}

/// Who is meant by an office without a name, of a party where that is known.
fn holder(
    sentence: &Sentence<'_>,
    mention: &Mention,
    people: &People,
    focus: &Focus,
    (offices, party): (Offices, Option<Party>),
) -> Option<usize> {
    // "The Minister" may be any; "the Minister of Labour" is not the foreign minister.
    let plain = || {
        !sentence.within(Layer::Names, mention.tokens.clone()).any(|(_, value)| matches!(value, Value::Portfolio(_)))
    };
    let fits = |known: &Known| {
        let office = known.offices.0 & offices.0 != 0
            || (offices.has(OfficeKind::Minister) && known.offices.iter().any(ministerial) && plain())
            || (offices.has(OfficeKind::DeputyMinister)
                && known.offices.has(OfficeKind::DeputyForeignMinister)
                && plain());
        // "The Prime Minister", in a diary of one without a name, is no guest's.
        let own = party.is_some() || !focus.unnamed_owner || known.party == people.home;
        office && own && (party.is_none() || known.party == party)
    };
    // "The Minister", in a diary of one.
    if let Some(owner) = focus.owner.filter(|&owner| mention.party.is_none() && fits(&people.all[owner])) {
        return Some(owner);
    }
    // Whoever was named under the same words, and takes part, is meant; of several the one seen last.
    let words = LazyCell::new(|| mention.tokens.clone().filter_map(|at| sentence.beginning(at)).collect::<Vec<u64>>());
    let shared = |person: usize| words.iter().filter(|word| people.all[person].titles.contains(word)).count();
    let wed = |person: usize| offices.has(OfficeKind::Spouse) && people.all[person].wed;
    let seen = |person: usize| people.all[person].seen;
    // Who was the subject last, then who was named last.
    let told = |person: usize| {
        let subject = mention.party.is_none() && focus.subject.people.contains(&person);
        (subject, focus.named_before(person, mention.tokens.start))
    };
    // "The President" of a page is its own, where several are named.
    let own =
        |person: usize| mention.party.is_none() && people.home.is_some() && people.all[person].party == people.home;
    // "The Hungarian minister" is the one of whom the story tells.
    let lead = |person: usize| mention.party.is_some() && focus.lead == Some(person);
    // Whoever is named only later is not meant yet.
    let before = |person: usize| focus.named_before(person, mention.tokens.start) > 0;
    let present = focus.present.people.iter().copied().filter(|&person| fits(&people.all[person]));
    let present = likeliest(present, |person| {
        (shared(person), wed(person), own(person), lead(person), told(person), seen(person))
    });
    // "The Vice President of the Commission" is no other official who is named later.
    let vague = mention.party.is_none() && offices == Offices::default().with(OfficeKind::Official);
    let behind = |person: usize| {
        mention.party.is_none() && people.home.is_some() && leads_office(sentence, mention, people.all[person].party)
    };
    let known = |person: usize| own(person) || before(person) || !(vague || behind(person));
    let anybody = || {
        let around = people
            .around(mention.tokens.start)
            .filter(|&person| seen(person) > 0 && fits(&people.all[person]) && known(person));
        likeliest(around, |person| {
            let placed = (shared(person), wed(person), own(person), before(person), lead(person));
            (before(person) || own(person), placed, told(person), seen(person))
        })
    };
    // "The Prime Minister" of a page is its own, of whom the story tells, though it spoke last of a journey of another; but
    // "*the Secretary*" is whoever was named so.
    let chief = focus.lead.filter(|&lead| own(lead) && before(lead) && fits(&people.all[lead]));
    let rather = |person: usize| own(person) || chief.is_none_or(|chief| shared(chief) < shared(person));
    present.filter(|&person| rather(person)).or(chief).or_else(anybody)
}

/// "*The Foreign Minister* meets Kenya's Foreign Minister X", who is not X: whether a party that leads an office is named behind
/// a mention.
fn leads_office(sentence: &Sentence<'_>, mention: &Mention, party: Option<Party>) -> bool {
    let leads = |(mark, value): (Mark, &Value)| {
        matches!(value, Value::Party(named, _) if Some(*named) == party) && sentence.begins(mark.end, Begins::OFFICE)
    };
    sentence.within(Layer::Names, mention.tokens.end..sentence.tokens.end).any(leads)
}

/// Of some people the last of those whose key is greatest; that of one alone is not asked for.
fn likeliest<K: Ord>(mut some: impl Iterator<Item = usize>, key: impl Fn(usize) -> K) -> Option<usize> {
    let first = some.next()?;
    let Some(second) = some.next() else { return Some(first) };
    [first, second].into_iter().chain(some).max_by_key(|&person| key(person))
}

fn add(side: &mut Side, sentence: &Sentence<'_>, mention: &Mention, people: &People, focus: &Focus) {
    match &mention.who {
        Who::Person(person) => side.add_person(*person),
        Who::Office(offices) => {
            let mut of = mention.party;
            let mut first = None;
            for offices in each_of(*offices) {
                // "The Crown Princess and Prince Y", where no office says that they are wed.
                let beside = first.and_then(|first: usize| people.all[first].beside);
                let beside = beside.filter(|&person| people.all[person].party == of);
                let holder = || holder(sentence, mention, people, focus, (offices, of));
                // "Received *ambassadors*": nobody in particular.
                let holder = if mention.party.is_none() && several(sentence, mention) { None } else { holder() };
                if let Some(person) = holder.or(beside) {
                    of = of.or(people.all[person].party);
                    first = first.or(Some(person));
                    side.add_person(person);
                }
            }
            if first.is_none() {
                side.parties.extend(mention.party.filter(|party| !side.parties.contains(party)));
                side.unnamed = true;
                match mention.party {
                    Some(party) => side.offices.push((party, *offices)),
                    None => side.unplaced = side.unplaced.and(*offices),
                }
            }
        }
        Who::Party(form) => {
            let place = led_by_place(sentence, mention.tokens.start)
                || behind_city(sentence, mention.tokens.start, mention.party);
            if let Some(party) = mention.party.filter(|_| matches!(form, Form::Name | Form::Genitive) && !place)
                && !(*form == Form::Genitive
                    && side.people.iter().any(|&person| people.all[person].party == Some(party)))
            {
                side.add_party(party);
            }
        }
        Who::Reference(Reference::Both, _) => {
            let offices = plural_offices(sentence, mention);
            let holders = focus.holders(people, offices, mention.tokens.start);
            // "The two countries' finance ministers", of what two presidents spoke.
            let present = &focus.present.people;
            let others = offices != Offices::default()
                && !present.is_empty()
                && !present
                    .iter()
                    .any(|&person| people.all[person].offices.is_empty() || people.may_hold(person, offices));
            if holders.is_empty() && others {
                focus.present.all_parties(people).into_iter().for_each(|party| side.add_party(party));
                (side.unnamed, side.referred) = (true, true);
                return;
            }
            (side.all, side.referred) = (holders.is_empty(), true);
            let word = sentence.reference(mention.tokens.start).map(|(reference, _)| reference);
            side.bodies = side.all && word == Some(Reference::Sides);
            holders.into_iter().for_each(|person| side.add_person(person));
        }
        // "Met Y to brief him": whoever was named before.
        Who::Reference(Reference::He | Reference::She, _)
            if !side.people.is_empty() && behind_infinitive(sentence, mention.tokens.start) => {}
        Who::Reference(reference, gender) => refer(side, (*reference, *gender), mention, people, focus),
        Who::Name => {}
    }
}

/// Whether an office without a name is told of several, of whom none is meant: "met female *ambassadors*", but not "signed by
/// the *transport ministers*", who are those spoken of.
fn several(sentence: &Sentence<'_>, mention: &Mention) -> bool {
    let held = |role: packs::Role| {
        let office = |value: &Value| matches!(value, Value::Office(office) if office.role == role);
        let marks = sentence.within(Layer::Names, mention.tokens.clone());
        marks
            .filter(|&(mark, value)| mark.end == mention.tokens.end && office(value))
            .map(|(mark, _)| mark.start)
            .next()
    };
    let portfolio = || held(packs::Role::Tail).is_some_and(|tail| tail > mention.tokens.start);
    held(packs::Role::Several).is_some() && !portfolio()
}

/// The offices that a word for both sides says that they hold: "*the presidents*", "*utrikesministrarna*".
fn plural_offices(sentence: &Sentence<'_>, mention: &Mention) -> Offices {
    let office = |(mark, value): (packs::Mark, &Value)| match value {
        Value::Office(office) if mark.end == mention.tokens.end => Some(office.offices),
        _ => None,
    };
    sentence.within(Layer::Names, mention.tokens.clone()).find_map(office).unwrap_or_default()
}

/// Whether a word that leads what is to be done stands close before a token: "*to* brief him".
fn behind_infinitive(sentence: &Sentence<'_>, at: u32) -> bool {
    let from = at.saturating_sub(3).max(sentence.tokens.start);
    sentence.has_link(from..at, Link::Infinitive)
}

/// Whether a party says where the city right before it lies: "Kuala Lumpur, Malaysia".
fn behind_city(sentence: &Sentence<'_>, at: u32, party: Option<Party>) -> bool {
    let from = at.saturating_sub(6).max(sentence.tokens.start);
    let world = sentence.page.world();
    sentence.within(Layer::Names, from..at).any(|(mark, value)| {
        let beside = mark.end + 1 == at && (sentence.is(mark.end, ",") || sentence.is(mark.end, "("));
        beside && matches!(value, Value::City(city) if Some(world.country_of(*city)) == party)
    })
}

/// Whether "in" or "from" stands before a party: a place, not somebody who acts.
fn led_by_place(sentence: &Sentence<'_>, at: u32) -> bool {
    let from = at.saturating_sub(2).max(sentence.tokens.start);
    sentence
        .within(Layer::Links, from..at)
        .any(|(mark, value)| matches!(value, Value::Link(Link::In)) && mark.end + 1 >= at)
}

fn ministerial(office: OfficeKind) -> bool {
    matches!(
        office,
        OfficeKind::ForeignMinister
            | OfficeKind::Minister
            | OfficeKind::DeputyForeignMinister
            | OfficeKind::DeputyMinister
    )
}

fn refer(
    side: &mut Side,
    (reference, gender): (Reference, Option<Gender>),
    mention: &Mention,
    people: &People,
    focus: &Focus,
) {
    let party = mention.party;
    match reference {
        Reference::They => {
            side.referred = true;
            if focus.subject.people.len() > 1 || focus.subject.all {
                side.people.extend(focus.subject.people.iter().copied());
                side.parties.extend(focus.subject.parties.iter().copied());
                side.all |= focus.subject.all;
            } else {
                side.all = true;
            }
        }
        Reference::I if focus.author.is_some() => side.people.extend(focus.author),
        Reference::He | Reference::She | Reference::I | Reference::We => {
            side.referred = true;
            let fits = |&person: &usize| focus.may_be(people, person, gender);
            let unnamed = focus.subject.unnamed && focus.subject.people.is_empty();
            match focus.subject.people.iter().copied().find(fits) {
                Some(person) => side.add_person(person),
                // "Jordan's Foreign Minister was there. He urged …".
                None if unnamed && focus.subject.parties.len() == 1 => (),
                None => side.people.extend(focus.present.people.iter().copied().filter(fits).take(1)),
            }
            if side.people.is_empty() {
                side.parties.extend(focus.subject.parties.iter().copied().take(1));
            }
        }
        Reference::Side | Reference::Businesses | Reference::Delegation => {
            if let Some(party) = party {
                side.add_party(party);
                side.unnamed = true;
            } else if let Some(leader) = focus.delegation.filter(|_| reference == Reference::Delegation) {
                // "*The delegation* visited a plant": whoever leads it, where nobody else is named beside it.
                let alone = side.people.is_empty() && side.parties.is_empty() && focus.present.people.contains(&leader);
                side.people.extend(Some(leader).filter(|_| alone));
            }
        }
        Reference::Leader | Reference::Official => {
            // "The Estonian *leader*": who was named before of that party and leads it, "the Estonian *official*": who takes part of
            // it, else somebody of it.
            let fits = |&person: &usize| {
                let known = &people.all[person];
                let led = [OfficeKind::HeadOfState, OfficeKind::HeadOfGovernment, OfficeKind::PartyLeader];
                let holds = || match reference {
                    Reference::Leader => led.into_iter().any(|office| known.offices.has(office)),
                    _ => [&focus.present, &focus.subject, &focus.pair].iter().any(|side| side.people.contains(&person)),
                };
                party.is_some()
                    && known.party == party
                    && focus.named_before(person, mention.tokens.start) > 0
                    && holds()
            };
            let named = focus.named.iter().rev().map(|named| named.person).find(fits);
            match named {
                Some(person) => side.add_person(person),
                None => {
                    side.unnamed = party.is_some();
                    party.into_iter().for_each(|party| side.add_party(party));
                }
            }
        }
        Reference::Counterpart if party.is_some() => {
            // "His Rwandan counterpart": who was named of that party in the same office, else somebody of it.
            let whose = side.people.last().or(focus.subject.people.first()).copied();
            let office = whose.map_or_else(Offices::default, |person| people.all[person].offices);
            let holds = |&person: &usize| {
                let known = &people.all[person];
                known.party == party && known.offices.iter().any(|held| office.has(held))
            };
            match focus.named.iter().rev().map(|named| named.person).find(holds) {
                Some(person) => side.add_person(person),
                None => {
                    party.into_iter().for_each(|party| side.add_party(party));
                    side.unnamed = true;
                }
            }
        }
        Reference::OtherSide | Reference::Counterpart => {
            side.referred = true;
            let mine = focus.subject.all_parties(people);
            for party in focus.present.all_parties(people) {
                if !mine.contains(&party) {
                    side.add_party(party);
                }
            }
        }
        Reference::Host | Reference::Guest => {
            side.referred = true;
            // Whoever takes part and is of the page's own party, or of another.
            let own = reference == Reference::Host;
            let fits =
                |&person: &usize| people.all[person].party.is_some_and(|party| (Some(party) == people.home) == own);
            let around = [&focus.present, &focus.subject, &focus.pair];
            let found = around.into_iter().find_map(|side| side.people.iter().copied().find(fits));
            found.into_iter().for_each(|person| side.add_person(person));
            side.unnamed = true;
        }
        Reference::Country | Reference::Both | Reference::Sides => side.referred = true,
    }
}
