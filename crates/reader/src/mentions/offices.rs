//! Where an office begins and ends, and whose it is.

use document::Shape;
use packs::{Form, Layer, Link, Occasion, OfficeKind, Offices, Party, Role, Value};

use super::Finder;
use crate::begins::Begins;

#[cfg(test)]
mod tests;

/// What an office may begin with.
const OFFICES: Begins = Begins::OFFICE.or(Begins::PORTFOLIO);
/// The most words that a portfolio has.
const LONGEST_PORTFOLIO: u32 = 12;
/// Within so many tokens a gloss in brackets ends.
const GLOSS: u32 = 7;
/// So many words of a gathering's name may stand before an office.
const GATHERING: u32 = 4;

/// An office with what stands around it.
pub(super) struct Group {
    pub(super) offices: Offices,
    pub(super) party: Option<Party>,
    pub(super) end: u32,
    /// Whether a word for the host country stands beside it.
    pub(super) host: bool,
}

impl Finder<'_, '_> {
    /// The offices that begin at a token, joined by "and" or a comma, with the party after them.
    #[inline]
    pub(super) fn group(&self, at: u32) -> Option<Group> {
        if self.may_hold_office(at) { self.group_at(at) } else { None }
    }

    fn group_at(&self, at: u32) -> Option<Group> {
        let mut group = self.unit(at)?;
        if let Some(end) = self.charge(group.end).filter(|_| group.party.is_some()) {
            group.end = end;
        }
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
                || self.joint(more.end).is_some()
                || self.object_at(more.end);
            // "For the Danish diplomat, PM X promised …": who leads a state is nobody's official.
            let apart = comma
                && group.offices.iter().all(|office| office == OfficeKind::Official)
                && (more.offices.has(OfficeKind::HeadOfState) || more.offices.has(OfficeKind::HeadOfGovernment));
            // "The King and Minister X", "the King and King Y": who leads a state and is nothing else is another.
            let reigns = !comma && group.offices == Offices::default().with(OfficeKind::HeadOfState);
            let beside = |office| {
                use OfficeKind::{ForeignMinister, HeadOfState, Minister, Spouse};
                matches!(office, HeadOfState | Minister | ForeignMinister | Spouse)
            };
            let apart = apart || (reigns && more.offices.iter().all(beside) && !more.offices.is_empty());
            // "In the talks with the President of Oman, *Prime Minister* X said": of two who lead, one of whom is said to be
            // some state's, the other is named.
            let apart = apart || (comma && group.party.is_some() && rules(group.offices) && rules(more.offices));
            // "The envoy of the President of Oman, *Foreign Minister* X": who leads a state is no minister.
            let heads = group.offices == Offices::default().with(OfficeKind::HeadOfState);
            let apart = apart || (comma && group.party.is_some() && heads && governs(more.offices));
            // "At the invitation of X and *his wife, President* Y …": whoever is named next.
            let apart = apart || (comma && group.offices == Offices::default().with(OfficeKind::Spouse));
            // "The Secretary and Ambassador X discussed …": a minister is no envoy.
            let envoy = OfficeKind::Ambassador;
            let apart = apart || (!comma && governs(group.offices) && more.offices == Offices::default().with(envoy));
            // "The Foreign Secretary and Foreign Minister X".
            let alike = group.offices.has(OfficeKind::ForeignMinister) && more.offices.has(OfficeKind::ForeignMinister);
            let apart = apart || (comma && self.is_compatriot(group.party, more.end));
            if clash || apart || alike || !named || (comma && group.party.is_some() && more.party.is_some()) {
                return Some(group);
            }
            group = Group {
                offices: group.offices.and(more.offices),
                party: group.party.or(lead).or(more.party),
                end: more.end,
                host: false,
            };
        }
    }

    /// "At the invitation of Chile's Defence Minister, *General* X …": whether who is named behind another state's office is of the
    /// page's own people by the family name, and so somebody else.
    pub(super) fn is_compatriot(&self, party: Option<Party>, end: u32) -> bool {
        let language = self.sentence.language;
        let stranger = party.is_some_and(|party| !language.home.contains(&party));
        let from = self.honorifics(end).0;
        let name = self.name(from).filter(|_| stranger).map(|end| self.sentence.page.quote(from..end));
        name.and_then(|name| language.is_native(name)) == Some(true)
    }

    /// What joins two offices of one person: "and", a comma, a stroke.
    fn joint(&self, at: u32) -> Option<u32> {
        if let Some(end) = self.sentence.link(at, Link::And) {
            return Some(end);
        }
        let after = [",", "/", "&", "-"].iter().any(|sign| self.sentence.is(at, sign)).then_some(at + 1)?;
        Some(self.sentence.link(after, Link::And).unwrap_or(after))
    }

    /// Whether an office may begin at a token: a portfolio that no pack lists may stand before "Minister".
    #[inline]
    fn may_hold_office(&self, at: u32) -> bool {
        let unlisted = || self.sentence.capital(at) && self.sentence.begins(at + 1, Begins::OFFICE);
        (self.sentence.begins(at, OFFICES) || unlisted()) && !self.title_in_name(at) && !self.in_gathering(at)
    }

    /// "OSSE:s *ministerråd* samlas": whether a word is of the name of a gathering, as which it may be a rank elsewhere.
    fn in_gathering(&self, at: u32) -> bool {
        let from = at.saturating_sub(GATHERING).max(self.sentence.tokens.start);
        self.sentence
            .within(Layer::Occasions, from..at)
            .any(|(mark, value)| mark.end > at && matches!(value, Value::Occasion(Occasion::Series(_))))
    }

    /// One office with its modifiers, portfolio and party.
    fn unit(&self, at: u32) -> Option<Group> {
        let (mut deputy, mut former) = (false, false);
        if !self.may_hold_office(at) {
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
                        Role::Full | Role::Head | Role::Tail | Role::Suffix | Role::Several => {}
                    },
                    Value::Party(found, _) if here > at => (party, moved) = (Some(*found), Some(mark.end)),
                    _ => {}
                }
            }
            if let Some((offices, end, only)) = self.core(here) {
                let mission = abroad(offices) || offices.has(OfficeKind::Official);
                let body = only.is_some_and(|only| !self.sentence.page.world().is_state(only));
                let there = body && !abroad(offices) && self.sentence.is_link(end, Link::In);
                let (end, after) = match self.party_from_within(here, end) {
                    Some((party, behind)) => (behind, Some(party)),
                    None if there => (end, None),
                    None if mission => self.mission(end),
                    None => self.party_behind(end),
                };
                let (end, bracket) = self.bracket(end);
                let party = party.or(after).or(bracket);
                let party = party.or_else(|| if mission { self.sender(end) } else { None });
                let offices = if former {
                    Offices::default()
                } else if deputy {
                    deputise(offices)
                } else {
                    offices
                };
                return Some(Group { offices, party: party.or(only), end, host: false });
            }
            here = moved?;
        }
    }

    /// Whose an envoy is whom somebody sends: "the special envoy *of the President of Oman*", "adviser *to the Peruvian President*".
    fn sender(&self, at: u32) -> Option<Party> {
        let next = [Link::Of, Link::To].into_iter().find_map(|link| self.sentence.link(at, link))?;
        let lead = |at: u32| match self.party_at(at) {
            Some((party, form, end)) if form != Form::Demonym => (Some(party), end),
            _ => (None, at),
        };
        [next, next + 1].into_iter().find_map(|at| {
            let (own, from) = lead(at);
            let (offices, end, _) = self.core(from).filter(|_| self.may_hold_office(from))?;
            own.or_else(|| self.party_behind(end).1).filter(|_| rules(offices) || governs(offices))
        })
    }

    /// Whose an office is that some parties have, where nothing says it: the page's own, if it is one of them. "Chủ tịch
    /// *Trần* Thanh Mẫn", on a page about Cuba: by the family name behind it that of the language; "Chủ tịch *Thongloun*
    /// Sisoulith", on a page of that: another that the page names.
    fn whose(&self, at: u32, parties: &[Party]) -> Option<Party> {
        let (sentence, home) = (self.sentence, self.people.home.filter(|home| parties.contains(home)));
        let name = self.name(at).filter(|end| end - at > 1);
        let native = name.and_then(|end| sentence.language.is_native(sentence.page.quote(at..end)));
        let own = sentence.language.home.first().copied().filter(|own| parties.contains(own));
        match native {
            Some(true) if own.is_some() => own,
            Some(false) if home == own => {
                let other = |party: &Party| Some(*party) != own && self.people.named.contains(party);
                let mut others = parties.iter().copied().filter(other);
                others.next().filter(|_| others.next().is_none()).or(home)
            }
            _ => home,
        }
    }

    /// The office proper that begins at a token: its offices, end, and the party that it implies.
    fn core(&self, at: u32) -> Option<(Offices, u32, Option<Party>)> {
        let own = self.party_before(at);
        // The longest counts; of those alike the one for the party said, or the page's own, then one for a party that the page
        // names, then the one for all, that for another party, and portfolio and office after what is listed whole.
        let mut best: Option<(Offices, u32, Option<Party>, u32, u8)> = None;
        let mut meant: Option<(Offices, u32, Party)> = None;
        for (mark, value) in self.sentence.at(Layer::Names, at) {
            match value {
                Value::Office(office) => {
                    // "EU:s ambassadör *på Island*", "IAEA Director General *in Peru*": where whoever is sent is.
                    let world = self.sentence.page.world();
                    let body = || office.parties.first().is_some_and(|&party| !world.is_state(party));
                    let sent = (abroad(office.offices) || body()) && self.sentence.is_link(mark.end, Link::In);
                    let said = own.or_else(|| if sent { None } else { self.party_behind(mark.end).1 });
                    let holds = |party: &Party| office.parties.contains(party);
                    let mut named = None;
                    let (rank, party) = match (office.parties.first(), said) {
                        (None, _) => (2, None),
                        (Some(_), Some(said)) if holds(&said) => (3, Some(said)),
                        (Some(_), Some(_)) => continue,
                        (Some(&first), None) => match self.whose(mark.end, &office.parties) {
                            Some(home) => (3, Some(home)),
                            // "The Federal Chancellor", on a page of Austria and Switzerland.
                            None => {
                                named = self.named_among(&office.parties, mark.end);
                                (1, Some(named.unwrap_or(first)))
                            }
                        },
                    };
                    let found = match office.role {
                        Role::Full | Role::Suffix => Some(self.further_portfolios(mark.end, office.offices)),
                        Role::Head => Some(self.portfolio(mark.end, office.offices)),
                        Role::Tail => Some((office.offices, mark.end)),
                        Role::Deputy | Role::Former | Role::Modifier | Role::Several => None,
                    };
                    // "The *Minister of State* of the Emirates": "Minister of State of" needs what follows.
                    let found = found.map(|(offices, end)| {
                        let lacks = office.role == Role::Head && end == mark.end;
                        (offices, end, if lacks { at + 1 } else { end })
                    });
                    // "The Foreign Secretary" is Britain's or anybody's: Britain's where the page names it.
                    if let (Some((offices, _, reach)), Some(named)) = (found, named) {
                        meant = Some((offices, reach, named));
                    }
                    if let Some((offices, end, reach)) = found
                        && best
                            .as_ref()
                            .is_none_or(|(.., best_reach, best_rank)| (reach, rank) > (*best_reach, *best_rank))
                    {
                        best = Some((offices, end, party, reach, rank));
                    }
                }
                Value::Portfolio(foreign) => {
                    if let Some((offices, end)) = self.tail(mark.end)
                        && best.as_ref().is_none_or(|(.., best_reach, _)| end > *best_reach)
                    {
                        best = Some((if *foreign { foreign_minister(offices) } else { offices }, end, None, end, 0));
                    }
                }
                _ => {}
            }
        }
        if let Some((offices, end, party, reach, _)) = best {
            let named = meant.filter(|meant| (meant.0, meant.1) == (offices, reach)).map(|(.., named)| named);
            let party = party.or(named);
            return Some((offices, end, party.filter(|_| own.is_none())));
        }
        // "Supply Minister": a portfolio that no pack lists.
        if self.sentence.capital(at) && self.is_plain(at) && self.sentence.token(at).shape == Shape::Capital {
            let (offices, end) = self.tail(at + 1)?;
            return Some((offices, end, None));
        }
        None
    }

    /// Whose office is meant that several have, behind which stands whose it is or a name: a state that the page names, or
    /// the one organisation; where it names none, "*the Secretary-General*" alone is the first one's.
    fn named_among(&self, parties: &[Party], end: u32) -> Option<Party> {
        let (&first, world) = (parties.first()?, self.sentence.page.world());
        let mut named = parties.iter().copied().filter(|party| self.people.named.contains(party));
        let Some(one) = named.next() else {
            let name = self.honorifics(end + u32::from(self.sentence.is(end, ","))).0;
            let alone = !self.sentence.is_link(end, Link::Of) && self.name(name).is_none();
            return (alone && !world.is_state(first)).then_some(first);
        };
        (world.is_state(one) || named.next().is_none()).then_some(one)
    }

    /// The party whose name begins with the last words of an office: "Chủ tịch *Cơ quan* Hợp tác Quốc tế Nhật Bản".
    fn party_from_within(&self, start: u32, end: u32) -> Option<(Party, u32)> {
        (start + 1..end).find_map(|at| {
            let (party, form, behind) = self.party_at(at)?;
            (form == Form::Name && behind > end).then_some((party, behind))
        })
    }

    /// The party named right before a token, or one word before it that is no verb: "Peru's new *Minister*", but not "X of Peru
    /// received *Minister* Y".
    fn party_before(&self, at: u32) -> Option<Party> {
        let from = at.saturating_sub(4).max(self.sentence.tokens.start);
        let parts =
            |between: u32| self.acts(between) || [",", ":", ";"].iter().any(|sign| self.sentence.is(between, sign));
        self.sentence.within(Layer::Names, from..at).rev().find_map(|(mark, value)| match value {
            Value::Party(party, _) if mark.end == at || (mark.end + 1 == at && !parts(mark.end)) => Some(*party),
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
        if end > from
            && let Some(further) = self.sentence.link(end, Link::And).and_then(|at| self.unlisted(at))
        {
            end = further;
        }
        if let Some((further, more)) = self.run_to_party(end) {
            return (if foreign | more { foreign_minister(offices) } else { offices }, further);
        }
        if end == from {
            // No pack lists it: capitalised words up to a comma, or one word.
            let mut run = from;
            let word = |at: u32| self.is_plain(at) || (at > from && self.sentence.begins(at, Begins::NOT_NAME));
            while self.sentence.capital(run) && word(run) && run < from + 6 {
                run += 1;
                if self.sentence.link(run, Link::And).is_some_and(|next| self.sentence.capital(next)) {
                    run += 1;
                }
            }
            end = if self.sentence.is(run, ",") || run == from { run } else { from + 1 };
        }
        (if foreign { foreign_minister(offices) } else { offices }, end)
    }

    /// The end of a portfolio that no pack lists, as far as the party and the name behind it show it: "Minister of *Regional
    /// Integration and Planning* of Benin X". Tells also whether foreign affairs are of it.
    fn run_to_party(&self, from: u32) -> Option<(u32, bool)> {
        if !self.sentence.tokens.contains(&from) || self.party_behind(from).1.is_some() {
            return None;
        }
        let plain = |at: u32| {
            let sign = self.sentence.token(at).shape == Shape::Punctuation && !self.sentence.is(at, "-");
            let small = [Link::With, Link::By, Link::From, Link::To, Link::In, Link::Who, Link::That, Link::After]
                .into_iter()
                .any(|link| self.sentence.is_link(at, link));
            // Before the first capital a small word of the language ends an office.
            let word = !(from..at + 1).any(|at| self.sentence.capital(at))
                && !self.sentence.is_link(at, Link::And)
                && self.sentence.language.is_function_word(self.sentence.word(at));
            !(sign
                || small
                || word
                || (!self.sentence.capital(at) && self.acts(at))
                || self.unit_begins(at) && self.portfolio_at(at).is_none())
        };
        for at in from..(from + LONGEST_PORTFOLIO).min(self.sentence.tokens.end) {
            if let (end, Some(_)) = self.party_behind(at) {
                // A party's name inside a person's: "Phan *Đức* Thịnh".
                if self.name(from).is_some_and(|name| name > at) {
                    return None;
                }
                if !(from..at).any(|at| self.sentence.capital(at)) {
                    return None;
                }
                let portfolios = || self.sentence.within(Layer::Names, from..at);
                let foreign = || portfolios().any(|(_, value)| matches!(value, Value::Portfolio(true)));
                return self.name(self.honorifics(end).0).map(|_| (at, foreign()));
            }
            if !plain(at) {
                return None;
            }
        }
        None
    }

    /// The end of a portfolio that no pack lists, behind one that is listed: "Energy *and Sustainability Affairs* of …".
    fn unlisted(&self, from: u32) -> Option<u32> {
        let end = (from..from + 4).find(|&at| !self.sentence.capital(at))?;
        let closed = self.sentence.is(end, ",") || self.party_behind(end).1.is_some();
        (end > from && closed && self.is_plain(from) && self.unit(from).is_none() && self.party_at(from).is_none())
            .then_some(end)
    }

    /// The end of what else a minister is minister of: "Minister for Foreign Trade *and Development* of Finland".
    fn further_portfolios(&self, mut end: u32, offices: Offices) -> (Offices, u32) {
        let minister =
            [OfficeKind::Minister, OfficeKind::ForeignMinister].into_iter().any(|office| offices.has(office));
        let deputy = || offices.has(OfficeKind::DeputyMinister) || offices.has(OfficeKind::DeputyForeignMinister);
        // "Chủ tịch Liên đoàn *Công nghiệp Đức* X".
        let official = || offices == Offices::default().with(OfficeKind::Official);
        if (minister || deputy() || official())
            && let Some((further, foreign)) = self.run_to_party(end)
        {
            return (if foreign { foreign_minister(offices) } else { offices }, further);
        }
        if minister {
            while let Some((_, next)) = self
                .joint(end)
                .and_then(|at| self.portfolio_at(at))
                .filter(|&(_, next)| self.tail(next).is_none() && self.party_behind(next).1.is_some())
            {
                end = next;
            }
        }
        (offices, end)
    }

    pub(super) fn portfolio_at(&self, at: u32) -> Option<(bool, u32)> {
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

    /// The end of what somebody is in charge of, where it stands between the party and the name: "Quốc vụ khanh Bỉ *phụ trách
    /// Ngoại thương* Pieter Claes".
    fn charge(&self, at: u32) -> Option<u32> {
        self.portfolio_at(at).map(|(_, end)| end).filter(|&end| self.name(self.honorifics(end).0).is_some())
    }

    /// Whether a party at a token is the object of a verb that whoever stands before it follows, and no part of an office:
    /// "besökte X, biträdande utrikesminister, *Kenya*".
    pub(super) fn object_at(&self, at: u32) -> bool {
        self.sentence.language.subject_after_verb && self.party_at(at).is_some_and(|(_, form, _)| form == Form::Name)
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
                let names = || self.party_in_name(here).is_some();
                let begins = |end: u32| self.unit_begins(end) && self.charge(end).is_none();
                let leads = match of {
                    None => self.object_at(here) || form != Form::Name || begins(end) || names(),
                    // "Speech by the King *at the dinner for Peru's* President", "*at Peru's* national day"; but not "director of
                    // *the IMF's* department".
                    Some(_) => {
                        let occasion = || self.sentence.begins(end, Begins::layer(Layer::Occasions));
                        let other = skip > 0 && self.sentence.begins(here - 1, Begins::layer(Layer::Links));
                        form == Form::Genitive && (other || occasion())
                    }
                };
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
            None => self.gloss(at).unwrap_or((at, None)),
            _ => (at, None),
        }
    }

    /// The end of another word for an office in brackets between it and the name, and the party behind: "President of the
    /// Council of the Nation *(Senate)* Salah Goudjil", "Secretary *(West)* Anil Rao".
    fn gloss(&self, at: u32) -> Option<(u32, Option<Party>)> {
        let word = |at: u32| self.sentence.token(at).shape != Shape::Punctuation;
        let inside = at + 1..(at + 1 + GLOSS).min(self.sentence.tokens.end);
        let close =
            inside.clone().find(|&at| !word(at)).filter(|&close| self.sentence.is(close, ")") && close > inside.start);
        let close = close.filter(|_| self.sentence.is(at, "("))?;
        let (end, party) = self.party_at(close + 1).map_or((close + 1, None), |(party, _, end)| (end, Some(party)));
        let comma = u32::from(self.sentence.is(end, ","));
        self.name(self.honorifics(end + comma).0).map(|_| (end, party))
    }

    /// The party of an envoy, and the end of where he is sent: "of Panama in Quito", "to Vietnam".
    fn mission(&self, at: u32) -> (u32, Option<Party>) {
        let (mut end, mut party) = (at, None);
        if !self.sentence.is_link(at, Link::In) {
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
            // "The Ambassador of Peru to Kenya *and Uganda* X": where else the envoy is sent.
            let named = |end: &u32| self.name(self.honorifics(*end).0).is_some();
            let further = self.sentence.link(end, Link::And).filter(|_| there.is_some()).and_then(place);
            end = further.filter(named).unwrap_or(end);
        }
        // "The Governor of *São Paulo* Tarcísio de Freitas": a city of several words begins nobody's name, nor does one before two
        // words more, "Thị trưởng *Nice* Bernard Colin".
        let full =
            |from: u32| self.name(from).is_some_and(|end| self.sentence.capital(from) && self.words_of(from..end) > 1);
        let city = self.sentence.at(Layer::Names, end).find_map(|(mark, value)| match value {
            Value::City(city) if mark.end > end + 1 || full(mark.end) => {
                Some((mark.end, self.sentence.page.world().country_of(*city)))
            }
            _ => None,
        });
        match city.filter(|&(behind, _)| self.name(self.honorifics(behind).0).is_some()) {
            Some((behind, country)) => (behind, party.or(Some(country))),
            None => match self.name(end).map(|town| self.bracket(town)) {
                // "The Mayor of *Yeosu* (South Korea) X": a town that no pack lists.
                Some((behind, country @ Some(_))) => (behind, party.or(country)),
                _ => (end, party),
            },
        }
    }

    pub(super) fn unit_begins(&self, at: u32) -> bool {
        self.sentence.begins(at, OFFICES)
    }
}

/// Whether one holds an office abroad.
fn abroad(offices: Offices) -> bool {
    [OfficeKind::Ambassador, OfficeKind::HonoraryConsul].into_iter().any(|office| offices.has(office))
}

/// Whether an office is to lead a branch of a state, of which nobody leads two.
fn rules(offices: Offices) -> bool {
    [OfficeKind::HeadOfState, OfficeKind::HeadOfGovernment, OfficeKind::LegislatureHead]
        .into_iter()
        .any(|office| offices.has(office))
}

/// Whether one governs a state.
fn governs(offices: Offices) -> bool {
    use OfficeKind::{ForeignMinister, HeadOfGovernment, HeadOfState, Minister};
    [HeadOfState, HeadOfGovernment, Minister, ForeignMinister].into_iter().any(|office| offices.has(office))
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
