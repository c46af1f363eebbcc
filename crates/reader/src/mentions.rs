//! Who is named where: people with their offices and parties, parties, and words that refer to them.
//!
//! Two passes: the first finds names that an office, an honorific or a party makes certain, and learns who is
//! who; the second finds those people again under shorter names.

use std::ops::Range;

use document::{BlockKind, Shape};
use packs::{Form, Gender, Layer, Link, OfficeKind, Offices, Party, Reference, Role, Value};

use crate::begins::Begins;
use crate::page::Sentence;
use crate::people::{People, Told};

/// Beside a capital, what may begin a mention.
const OPENS: Begins = Begins::layer(Layer::Names).or(Begins::layer(Layer::Particles)).or(Begins::link(Link::Spouse));
/// What begins with a word that is no plain part of a name.
const NAMED: Begins = Begins::PARTY
    .or(Begins::OFFICE)
    .or(Begins::NOT_NAME)
    .or(Begins::CITY)
    .or(Begins::HONORIFIC)
    .or(Begins::layer(Layer::Occasions));
/// What begins with a word that the packs know, so that its capital may be the sentence's.
const LISTED: Begins = Begins::REFERENCE
    .or(Begins::layer(Layer::Links))
    .or(Begins::layer(Layer::Triggers))
    .or(Begins::layer(Layer::Speech))
    .or(Begins::layer(Layer::Verbs))
    .or(Begins::layer(Layer::Figures));
/// What an office may begin with.
const OFFICES: Begins = Begins::OFFICE.or(Begins::PORTFOLIO);

/// The most words that a name has.
const LONGEST_NAME: u32 = 9;
/// How many words of offices are kept of one person.
const MOST_TITLES: usize = 40;

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

/// An office with what stands around it.
struct Group {
    offices: Offices,
    party: Option<Party>,
    end: u32,
}

/// Finds the mentions of a sentence; `learning` people on the first pass.
pub(crate) fn mentions(sentence: &Sentence<'_>, people: &mut People, learning: bool) -> Vec<Mention> {
    let mut finder = Finder { sentence, people, learning, out: Vec::new() };
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        let opens = sentence.begins(at, OPENS) || matches!(sentence.token(at).shape, Shape::Capital | Shape::Upper);
        at = if opens { finder.step(at).max(at + 1) } else { at + 1 };
    }
    if learning {
        finder.learn_beside_triggers();
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
            Some((_, form, end)) if self.may_lead(form, end) => self.skip_joint(end),
            _ => at,
        };
        let group = self.group(office_from).or_else(|| (office_from != at).then(|| self.group(at)).flatten());
        if let Some(mut group) = group {
            if office_from != at {
                group.party = lead.map(|(party, ..)| party).or(group.party);
            }
            // "Australia's Prime Minister X and Foreign Minister Y", "the delegation of … led by the Minister X".
            group.party = group.party.or_else(|| self.shared(at)).or_else(|| self.led_delegation(at));
            return self.office(at, group);
        }
        let after_honorifics = self.honorifics(at);
        if after_honorifics.0 > at
            && let Some(end) = self.name(after_honorifics.0)
        {
            return self.named(
                at,
                after_honorifics.0..end,
                Told { gender: after_honorifics.1, certain: true, ..Told::default() },
            );
        }
        if let Some((reference, end)) = self.sentence.reference(at) {
            if reference == Reference::Counterpart
                && let Some(end) = self.counterpart(at, end)
            {
                return end;
            }
            let gender = match reference {
                Reference::He => Some(Gender::Male),
                Reference::She => Some(Gender::Female),
                _ => None,
            };
            // "The Japanese side": the party before it is meant.
            let party = if matches!(reference, Reference::Side | Reference::Businesses | Reference::Delegation) {
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
            return end;
        }
        if let Some(end) = self.name(at) {
            return self.bare_name(at, end);
        }
        // The inside of a city's name begins no person's.
        let listed =
            self.sentence.at(Layer::Names, at).filter(|(_, value)| matches!(value, Value::City(_) | Value::NotName));
        listed.map(|(mark, _)| mark.end).max().unwrap_or(at + 1)
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
        let from = if self.sentence.is(from, ",") { from + 1 } else { from };
        let (from, gender) = self.honorifics(from);
        let name_end = self.name(from)?;
        let mine = self.out.iter().rev().find_map(|mention| match &mention.who {
            Who::Person(person) => Some(self.people.all[*person].offices),
            Who::Office(offices) => Some(*offices),
            _ => None,
        });
        party?;
        Some(self.named(at, from..name_end, Told { party, offices: mine.unwrap_or_default(), gender, certain: true }))
    }

    /// A full name with nothing to tell who it is, right beside a trigger: somebody whom the act concerns.
    fn learn_beside_triggers(&mut self) {
        if self.sentence.block == BlockKind::Title {
            return;
        }
        for (mark, value) in self.sentence.marks(Layer::Triggers) {
            if !matches!(value, Value::Trigger(trigger) if trigger.shape != packs::Shape::Drop) {
                continue;
            }
            let end = mark.end.max(mark.tail);
            let beside = |mention: &&Mention| {
                let after = mention.tokens.start >= end && mention.tokens.start <= end + 2;
                let before = mention.tokens.end <= mark.start && mention.tokens.end + 2 >= mark.start;
                mention.who == Who::Name && (after || before) && self.words_of(mention.tokens.clone()) > 1
            };
            let Some(name) = self.out.iter().find(beside).map(|mention| mention.tokens.clone()) else { continue };
            // "… to Alassane Ouattara on his re-election as President of Côte d'Ivoire".
            let near = name.end..(name.end + 14).min(self.sentence.tokens.end);
            let office = self
                .out
                .iter()
                .find(|mention| near.contains(&mention.tokens.start) && matches!(mention.who, Who::Office(_)));
            let told = Told {
                party: office.and_then(|mention| mention.party),
                offices: match office.map(|mention| &mention.who) {
                    Some(Who::Office(offices)) => *offices,
                    _ => Offices::default(),
                },
                ..Told::default()
            };
            let words = self.words(name.clone());
            self.people.add(name, words, told);
        }
    }

    /// "His wife Ngo Phuong Ly": a person beside the one before.
    fn spouse(&mut self, at: u32) -> Option<u32> {
        let from = self.sentence.link(at, Link::Spouse)?;
        let (from, gender) = self.honorifics(from);
        let from = if self.sentence.is(from, ",") { from + 1 } else { from };
        let end = self.name(from)?;
        let party = self
            .out
            .iter()
            .rev()
            .find(|mention| matches!(mention.who, Who::Person(_)))
            .and_then(|mention| self.party_of(mention));
        let told = Told { party, offices: Offices::default().with(OfficeKind::Spouse), gender, certain: true };
        Some(self.named(at, from..end, told))
    }

    fn party_of(&self, mention: &Mention) -> Option<Party> {
        match mention.who {
            Who::Person(index) => self.people.all[index].party,
            _ => mention.party,
        }
    }

    /// The party that begins at a token: its form, and the token after it.
    fn party_at(&self, at: u32) -> Option<(Party, Form, u32)> {
        if !self.sentence.begins(at, Begins::PARTY) {
            return None;
        }
        self.sentence.at(Layer::Names, at).find_map(|(mark, value)| match value {
            Value::Party(party, form) => Some((*party, *form, mark.end)),
            _ => None,
        })
    }

    /// Whether a party of this form may stand right before an office of its own.
    fn may_lead(&self, form: Form, end: u32) -> bool {
        form != Form::Demonym && end < self.sentence.tokens.end && !self.sentence.is(end, ",")
    }

    /// The party of the person before, where "and" joins this one and one party stood before both.
    fn shared(&self, at: u32) -> Option<Party> {
        let before = self.out.last().filter(|mention| matches!(mention.who, Who::Person(_)))?;
        let joined = mention_gap(before.tokens.end, at)
            .is_some_and(|mut gap| gap.all(|at| self.sentence.link(at, Link::And).is_some()));
        let led = self.party_at(before.tokens.start).is_some();
        before.party.filter(|party| joined && led && self.sentence.page.world().is_state(*party))
    }

    /// The party of the delegation that whoever follows "by" leads.
    fn led_delegation(&self, at: u32) -> Option<Party> {
        let by = (at.saturating_sub(3).max(self.sentence.tokens.start)..at)
            .any(|at| self.sentence.link(at, Link::By).is_some());
        let near = || self.out.iter().rev().take_while(|mention| mention.tokens.end + 14 >= at);
        let delegation = by
            && near().any(|mention| matches!(mention.who, Who::Reference(Reference::Delegation | Reference::Side, _)));
        near()
            .find(|mention| matches!(mention.who, Who::Party(_) | Who::Reference(..)) && mention.party.is_some())
            .and_then(|mention| mention.party)
            .filter(|_| delegation)
    }

    /// Skips a hyphen or a genitive sign between a party and an office.
    fn skip_joint(&self, at: u32) -> u32 {
        if self.sentence.is(at, "-") { at + 1 } else { at }
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
    fn office(&mut self, start: u32, group: Group) -> u32 {
        let comma = self.sentence.is(group.end, ",");
        let (from, gender) = self.honorifics(if comma { group.end + 1 } else { group.end });
        let plain = self.honorifics(group.end);
        let told = |gender| Told { party: group.party, offices: group.offices, gender, certain: true };
        if !comma {
            if let Some(end) = self.name(plain.0) {
                return self.named(start, plain.0..end, told(plain.1));
            }
        } else if let Some(end) =
            self.name(from).filter(|&end| from > group.end + 1 || self.may_follow_comma(from, end))
        {
            return self.named(start, from..end, told(gender));
        }
        if let Some(party) = group.party.filter(|_| self.learning) {
            self.people.attach(party);
        }
        self.out.push(Mention { tokens: start..group.end, who: Who::Office(group.offices), party: group.party });
        group.end
    }

    /// "The Prime Minister of Canada, Mark Carney, …": the name ends at a comma, a stop or the sentence.
    fn may_follow_comma(&self, from: u32, end: u32) -> bool {
        let closed = end >= self.sentence.tokens.end || self.sentence.token(end).shape == Shape::Punctuation;
        self.words_of(from..end) > 1 && (closed || self.sentence.link(end, Link::And).is_some())
    }

    /// The offices that begin at a token, joined by "and" or a comma, with the party after them.
    fn group(&self, at: u32) -> Option<Group> {
        let mut group = self.unit(at)?;
        loop {
            let Some(next) = self.joint(group.end) else { return Some(group) };
            let (lead, from) = match self.party_at(next) {
                Some((party, form, end)) if form != Form::Demonym => (Some(party), end),
                _ => (None, next),
            };
            let Some(more) = self.unit(from) else { return Some(group) };
            let clash = group.party.is_some() && lead.or(more.party).is_some() && lead.or(more.party) != group.party;
            let comma = self.sentence.is(group.end, ",");
            // Two offices are one person's only if one name follows them.
            let named = self.name(self.honorifics(more.end).0).is_some()
                || (self.sentence.is(more.end, ",") && self.name(self.honorifics(more.end + 1).0).is_some())
                || self.joint(more.end).is_some();
            if clash || !named || (comma && group.party.is_some() && more.party.is_some()) {
                return Some(group);
            }
            group = Group {
                offices: group.offices.and(more.offices),
                party: group.party.or(lead).or(more.party),
                end: more.end,
            };
        }
    }

    /// What joins two offices of one person: "and", a comma, a stroke.
    fn joint(&self, at: u32) -> Option<u32> {
        if let Some(end) = self.sentence.link(at, Link::And) {
            return Some(end);
        }
        let after = [",", "/", "&", "-"].iter().any(|sign| self.sentence.is(at, sign)).then_some(at + 1)?;
        Some(self.sentence.link(after, Link::And).unwrap_or(after))
    }

    /// One office with its modifiers, portfolio and party.
    fn unit(&self, at: u32) -> Option<Group> {
        let (mut deputy, mut former) = (false, false);
        // A portfolio that no pack lists may stand before "Minister".
        let unlisted = self.sentence.capital(at) && self.sentence.begins(at + 1, Begins::OFFICE);
        if !(self.sentence.begins(at, OFFICES) || unlisted) {
            return None;
        }
        let mut party = None;
        let mut here = at;
        loop {
            let mut moved = None;
            for (mark, value) in self.sentence.at(Layer::Names, here) {
                match value {
                    Value::Office(office) => match office.role {
                        Role::Deputy => (deputy, moved) = (true, Some(mark.end)),
                        Role::Former => (former, moved) = (true, Some(mark.end)),
                        Role::Modifier => moved = Some(mark.end),
                        Role::Full | Role::Head | Role::Tail | Role::Suffix => {}
                    },
                    Value::Party(found, _) if here > at => (party, moved) = (Some(*found), Some(mark.end)),
                    _ => {}
                }
            }
            if let Some((offices, end, only)) = self.core(here) {
                let mission = [OfficeKind::Ambassador, OfficeKind::HonoraryConsul, OfficeKind::Official]
                    .into_iter()
                    .any(|office| offices.has(office));
                let (end, after) = if mission { self.mission(end) } else { self.party_behind(end) };
                let (end, bracket) = self.bracket(end);
                let party = party.or(after).or(bracket);
                let offices = if former {
                    Offices::default()
                } else if deputy {
                    deputise(offices)
                } else {
                    offices
                };
                return Some(Group { offices, party: party.or(only), end });
            }
            here = moved?;
        }
    }

    /// The office proper that begins at a token: its offices, end, and the party that it implies.
    fn core(&self, at: u32) -> Option<(Offices, u32, Option<Party>)> {
        let own = self.party_before(at);
        // The longest counts; of those alike the one for the party said, or the page's own, before the one for all.
        let mut best: Option<(Offices, u32, Option<Party>, u8)> = None;
        for (mark, value) in self.sentence.at(Layer::Names, at) {
            match value {
                Value::Office(office) => {
                    let said = own.or_else(|| self.party_behind(mark.end).1);
                    let holds = |party: &Party| office.parties.contains(party);
                    let (rank, party) = match (office.parties.first(), said) {
                        (None, _) => (1, None),
                        (Some(_), Some(said)) if holds(&said) => (2, Some(said)),
                        (Some(_), Some(_)) => continue,
                        (Some(&first), None) => {
                            self.people.home.filter(holds).map_or((0, Some(first)), |home| (2, Some(home)))
                        }
                    };
                    let found = match office.role {
                        Role::Full | Role::Suffix => {
                            Some((office.offices, self.further_portfolios(mark.end, office.offices)))
                        }
                        Role::Head => Some(self.portfolio(mark.end, office.offices)),
                        Role::Tail => Some((office.offices, mark.end)),
                        Role::Deputy | Role::Former | Role::Modifier => None,
                    };
                    if let Some((offices, end)) = found
                        && best.as_ref().is_none_or(|(_, best_end, _, best_rank)| (end, rank) > (*best_end, *best_rank))
                    {
                        best = Some((offices, end, party, rank));
                    }
                }
                Value::Portfolio(foreign) => {
                    if let Some((offices, end)) = self.tail(mark.end) {
                        best = Some((if *foreign { foreign_minister(offices) } else { offices }, end, None, 1));
                    }
                }
                _ => {}
            }
        }
        if let Some((offices, end, party, _)) = best {
            return Some((offices, end, party.filter(|_| own.is_none())));
        }
        // "Supply Minister": a portfolio that no pack lists.
        if self.sentence.capital(at) && self.is_plain(at) && self.sentence.token(at).shape == Shape::Capital {
            let (offices, end) = self.tail(at + 1)?;
            return Some((offices, end, None));
        }
        None
    }

    fn party_before(&self, at: u32) -> Option<Party> {
        let from = at.saturating_sub(4).max(self.sentence.tokens.start);
        self.sentence.within(Layer::Names, from..at).rev().find_map(|(mark, value)| match value {
            Value::Party(party, _) if mark.end == at || (mark.end + 1 == at && !self.sentence.is(mark.end, ",")) => {
                Some(*party)
            }
            _ => None,
        })
    }

    /// "Minister" after its portfolio.
    fn tail(&self, at: u32) -> Option<(Offices, u32)> {
        self.sentence.at(Layer::Names, at).find_map(|(mark, value)| match value {
            Value::Office(office) if office.role == Role::Tail => Some((office.offices, mark.end)),
            _ => None,
        })
    }

    /// The portfolio behind "Minister of": whether it is foreign affairs, and where it ends.
    fn portfolio(&self, from: u32, offices: Offices) -> (Offices, u32) {
        let (mut foreign, mut end, mut at) = (false, from, from);
        while let Some((is_foreign, next)) = self.portfolio_at(at) {
            (foreign, end) = (foreign | is_foreign, next);
            let Some(joined) = self.joint(end) else { break };
            at = joined;
        }
        if end == from {
            // No pack lists it: capitalised words up to a comma, or one word.
            let mut run = from;
            while self.sentence.capital(run) && self.is_plain(run) && run < from + 6 {
                run += 1;
                if self.sentence.link(run, Link::And).is_some_and(|next| self.sentence.capital(next)) {
                    run += 1;
                }
            }
            end = if self.sentence.is(run, ",") || run == from { run } else { from + 1 };
        }
        (if foreign { foreign_minister(offices) } else { offices }, end)
    }

    /// The end of what else a minister is minister of: "Minister for Foreign Trade *and Development* of Finland".
    fn further_portfolios(&self, mut end: u32, offices: Offices) -> u32 {
        if offices.has(OfficeKind::Minister) || offices.has(OfficeKind::ForeignMinister) {
            while let Some((_, next)) = self
                .joint(end)
                .and_then(|at| self.portfolio_at(at))
                .filter(|&(_, next)| self.tail(next).is_none() && self.party_behind(next).1.is_some())
            {
                end = next;
            }
        }
        end
    }

    fn portfolio_at(&self, at: u32) -> Option<(bool, u32)> {
        let article = u32::from(
            self.sentence.tokens.contains(&at)
                && self.sentence.token(at).shape == Shape::Lower
                && self.sentence.word(at).len() <= 3,
        );
        [at, at + article].into_iter().find_map(|at| {
            self.sentence.at(Layer::Names, at).find_map(|(mark, value)| match value {
                Value::Portfolio(foreign) => Some((*foreign, mark.end)),
                _ => None,
            })
        })
    }

    /// The party behind an office: "of the Republic of Armenia", or right after it.
    fn party_behind(&self, at: u32) -> (u32, Option<Party>) {
        let of = self.sentence.link(at, Link::Of).or_else(|| self.sentence.link(at, Link::In));
        let from = of.unwrap_or(at);
        for skip in 0..=u32::from(of.is_some()) * 2 {
            let here = from + skip;
            if skip > 0
                && (!self.sentence.tokens.contains(&(here - 1))
                    || self.sentence.token(here - 1).shape == Shape::Punctuation)
            {
                break;
            }
            if let Some((party, form, end)) = self.party_at(here) {
                // "Foreign Minister Saudi Arabia's" leads the next office, it does not end this one.
                let leads = of.is_none() && (form != Form::Name || self.unit_begins(end));
                if !leads {
                    let bracket = self.sentence.is(end, "(") && self.sentence.is(end + 2, ")");
                    return (if bracket { end + 3 } else { end }, Some(party));
                }
            }
        }
        (at, None)
    }

    /// The party in brackets, and their end: "Director-General of the World Health Organization (WHO) Tedros …".
    fn bracket(&self, at: u32) -> (u32, Option<Party>) {
        let party = self.sentence.is(at, "(").then(|| self.party_at(at + 1)).flatten();
        match party {
            Some((party, _, end)) if self.sentence.is(end, ")") && self.name(self.honorifics(end + 1).0).is_some() => {
                (end + 1, Some(party))
            }
            _ => (at, None),
        }
    }

    /// The party of an envoy, and the end of where he is sent: "of Panama in Quito", "to Vietnam".
    fn mission(&self, at: u32) -> (u32, Option<Party>) {
        let (mut end, mut party) = (at, None);
        if self.sentence.link(at, Link::In).is_none() {
            (end, party) = self.party_behind(at);
        }
        let sent = self.sentence.link(end, Link::In).or_else(|| self.sentence.link(end, Link::To));
        if let Some(from) = sent {
            let place = |at: u32| {
                self.sentence.at(Layer::Names, at).find_map(|(mark, value)| {
                    matches!(value, Value::City(_) | Value::Party(_, Form::Name)).then_some(mark.end)
                })
            };
            let there = place(from).or_else(|| place(from + 1));
            end = there.filter(|&end| !self.unit_begins(end)).unwrap_or(end);
        }
        (end, party)
    }

    fn unit_begins(&self, at: u32) -> bool {
        self.sentence.begins(at, OFFICES)
    }

    /// Skips honorifics; gives the token after them and the gender that they tell.
    fn honorifics(&self, from: u32) -> (u32, Option<Gender>) {
        let (mut at, mut gender) = (from, None);
        if !self.sentence.begins(from, Begins::HONORIFIC) {
            return (at, gender);
        }
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
        if let Some((offices, party, after)) =
            self.apposition(end, self.words_of(name.clone()) > 2 || name.start > start)
        {
            told.offices = told.offices.and(offices);
            told.party = told.party.or(party);
            end = after;
        }
        if let Some(party) = told.party.filter(|_| self.learning) {
            self.people.attach(party);
        }
        let words = self.words(name.clone());
        let index = if self.learning || self.people.find(&words, start).is_none() {
            self.people.add(name.clone(), words, told.clone())
        } else {
            self.best(&words, start, &told)
        };
        let titles: Vec<u32> =
            (start..end).filter(|at| !name.contains(at)).map(|at| self.sentence.page.word_number(at)).collect();
        let known = &mut self.people.all[index];
        known.seen = start + 1;
        for word in titles.into_iter().filter(|&word| word != packs::UNKNOWN) {
            if known.titles.len() < MOST_TITLES && !known.titles.contains(&word) {
                known.titles.push(word);
            }
        }
        self.out.push(Mention { tokens: start..end, who: Who::Person(index), party: told.party });
        end
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
                let acts = |at: u32| {
                    [Layer::Triggers, Layer::Speech]
                        .into_iter()
                        .any(|layer| self.sentence.at(layer, at).next().is_some())
                };
                let verb = full && (acts(group.end) || acts(group.end + 1));
                if taken || !(closed || party.is_some() || verb) {
                    return None;
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
                        party,
                        offices,
                        certain: !offices.is_empty() || self.words_of(at..end) > 1,
                        ..Told::default()
                    },
                );
                return after;
            }
        }
        if let Some(index) = self.people.find(&words, at) {
            self.people.all[index].seen = at + 1;
            self.out.push(Mention { tokens: at..end, who: Who::Person(index), party: None });
            return end;
        }
        // Part of the run may be a known name: "Son Deputy", a headline in capitals.
        for from in at..end {
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

    fn word_length(&self, at: u32) -> usize {
        self.sentence.word(at).chars().count()
    }

    /// The end of the name that begins at a token.
    fn name(&self, at: u32) -> Option<u32> {
        let sentence = self.sentence;
        if !self.begins_name(at) {
            return None;
        }
        let mut end = at;
        let mut last = at;
        while end < sentence.tokens.end && end < at + LONGEST_NAME * 2 {
            let token = sentence.token(end);
            let joined = end > at && !token.spaced;
            match token.shape {
                Shape::Capital | Shape::Upper if end == at || self.continues_name(end) => {
                    end += 1;
                    last = end;
                    // An initial with its stop.
                    if sentence.is(end, ".")
                        && !sentence.token(end).spaced
                        && end + 1 < sentence.tokens.end
                        && self.word_length(end - 1) <= 2
                    {
                        end += 1;
                        last = end;
                    }
                }
                Shape::Punctuation
                    if joined
                        && matches!(sentence.word(end), "-" | "'" | "’" | "‑")
                        && end + 1 < sentence.tokens.end =>
                {
                    let next = sentence.token(end + 1);
                    if self.unit_begins(end + 1) {
                        break;
                    }
                    if next.spaced
                        || !matches!(next.shape, Shape::Capital | Shape::Upper | Shape::Lower)
                        || (next.shape == Shape::Lower && sentence.word(end) != "-" && !self.goes_on(end + 1))
                    {
                        break;
                    }
                    end += 2;
                    last = end;
                }
                Shape::Lower if self.particle(end) => end += 1,
                _ => break,
            }
        }
        (last > at).then_some(last)
    }

    /// Whether a word in small letters behind an apostrophe is of the name: "Fa'asavalu", but not "Vietnam's".
    fn goes_on(&self, at: u32) -> bool {
        let ending = |ending: &String| ending.trim_start_matches(['\'', '’']) == self.sentence.word(at);
        self.word_length(at) > 2 && !self.sentence.language.genitive.iter().any(ending)
    }

    fn particle(&self, at: u32) -> bool {
        self.is_particle(at)
            && (1..4).any(|ahead| self.sentence.capital(at + ahead) && self.continues_name(at + ahead))
            && (self.sentence.capital(at + 1) || self.is_particle(at + 1) || self.sentence.is(at + 1, "-"))
    }

    fn is_particle(&self, at: u32) -> bool {
        self.sentence.begins(at, Begins::layer(Layer::Particles))
    }

    fn begins_name(&self, at: u32) -> bool {
        if !self.sentence.tokens.contains(&at) {
            return false;
        }
        let first = at == self.sentence.tokens.start;
        let token = self.sentence.token(at);
        match token.shape {
            Shape::Capital => {}
            Shape::Upper => {
                // A family name in capitals stands beside a given name; an acronym does not.
                let neighbour =
                    self.sentence.tokens.contains(&(at + 1)) && self.sentence.token(at + 1).shape == Shape::Capital;
                if !(neighbour && token.end - token.start > 3) {
                    return false;
                }
            }
            // "al-Thani".
            Shape::Lower => return self.particle(at) && !first && self.sentence.is(at + 1, "-"),
            Shape::Number | Shape::Punctuation => return false,
        }
        if self.sentence.begins(at, Begins::PORTFOLIO) || !(self.is_plain(at) || self.city_in_name(at)) {
            return false;
        }
        // A sentence begins with a capital whatever its word is.
        !first
            || !self.is_small_word(at)
            || self.people.is_named(self.sentence.word(at), &self.sentence.language.genitive)
            || (self.sentence.capital(at + 1) && self.is_plain(at + 1) && !self.is_listed(at))
    }

    fn continues_name(&self, at: u32) -> bool {
        let token = self.sentence.token(at);
        let acronym =
            token.shape == Shape::Upper && token.end - token.start <= 3 && !self.sentence.word(at).contains('I');
        if acronym || self.is_plain(at) {
            return !acronym;
        }
        let city = !self.sentence.at(Layer::Names, at).any(|(mark, value)| matches!(value, Value::City(city) if mark.end > at + 1 || self.sentence.page.world().cities[*city as usize].capital));
        (city && self.only_city(at)) || self.only_party(at)
    }

    /// Whether a token is a party's name of one word behind a word of a name: "Nguyễn Phương *Nga*".
    fn only_party(&self, at: u32) -> bool {
        let sentence = self.sentence;
        let capitals =
            at > sentence.tokens.start && [at - 1, at].into_iter().all(|at| sentence.token(at).shape == Shape::Capital);
        capitals
            && sentence.begins(at, Begins::PARTY)
            && sentence
                .at(Layer::Names, at)
                .all(|(mark, value)| matches!(value, Value::Party(_, Form::Name)) && mark.end == at + 1)
            && self.is_plain(at - 1)
            && !self.is_small_word(at - 1)
    }

    /// A first name that is a city's too: "Santiago Peña".
    fn city_in_name(&self, at: u32) -> bool {
        let led = || at > self.sentence.tokens.start && self.sentence.link(at - 1, Link::In).is_some();
        self.only_city(at)
            && !led()
            && self.sentence.capital(at + 1)
            && self.sentence.token(at + 1).shape == Shape::Capital
            && self.is_plain(at + 1)
            && !self.is_listed(at + 1)
    }

    /// Whether a token is a city's name of one word and nothing else.
    fn only_city(&self, at: u32) -> bool {
        self.sentence.begins(at, Begins::CITY)
            && self
                .sentence
                .at(Layer::Names, at)
                .all(|(mark, value)| matches!(value, Value::City(_)) && mark.end == at + 1)
    }

    /// Whether no party, office, city or other listed name begins at a token.
    fn is_plain(&self, at: u32) -> bool {
        if self.sentence.begins(at, NAMED) {
            return false;
        }
        if !self.sentence.begins(at, Begins::DAY_NAME) {
            return true;
        }
        // "Theresa May", where it is no date.
        let first = at == self.sentence.tokens.start;
        let dated = || {
            self.sentence
                .dates()
                .iter()
                .any(|date| (date.start..date.end).contains(&at) && (date.end - date.start > 1 || first))
        };
        !first && self.sentence.token(at - 1).shape == Shape::Capital && !dated()
    }

    /// Whether a word is one that any layer of the packs knows, so that its capital may be the sentence's.
    fn is_small_word(&self, at: u32) -> bool {
        self.is_listed(at) || self.sentence.language.is_function_word(self.sentence.word(at))
    }

    fn is_listed(&self, at: u32) -> bool {
        self.sentence.begins(at, LISTED)
    }

    /// The words of a name by their numbers, without the genitive's ending where the name is known without it.
    fn words(&mut self, tokens: Range<u32>) -> Vec<u32> {
        let sentence = self.sentence;
        let mut words = Vec::with_capacity(tokens.len());
        for at in tokens.filter(|&at| sentence.tokens.contains(&at) && sentence.token(at).shape != Shape::Punctuation) {
            words.push(self.people.word(at, sentence.word(at)));
        }
        if let Some(last) = words.last_mut() {
            *last = self.people.bare(*last, &sentence.language.genitive).unwrap_or(*last);
        }
        words
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

fn foreign_minister(offices: Offices) -> Offices {
    let mut out = Offices::default();
    for office in offices.iter() {
        out = out.with(match office {
            OfficeKind::Minister => OfficeKind::ForeignMinister,
            OfficeKind::DeputyMinister => OfficeKind::DeputyForeignMinister,
            other => other,
        });
    }
    out
}

fn deputise(offices: Offices) -> Offices {
    let mut out = Offices::default();
    for office in offices.iter() {
        out = out.with(match office {
            OfficeKind::HeadOfGovernment => OfficeKind::DeputyHeadOfGovernment,
            OfficeKind::ForeignMinister => OfficeKind::DeputyForeignMinister,
            OfficeKind::Minister => OfficeKind::DeputyMinister,
            OfficeKind::LegislatureHead => OfficeKind::LegislatureDeputyHead,
            OfficeKind::DeputyHeadOfGovernment
            | OfficeKind::DeputyForeignMinister
            | OfficeKind::DeputyMinister
            | OfficeKind::LegislatureDeputyHead => office,
            _ => OfficeKind::Official,
        });
    }
    out
}
