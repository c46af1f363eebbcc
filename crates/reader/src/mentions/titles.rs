//! An office with what stands behind it: what it is of, and whose it is.

use std::ops::Range;

use document::{BlockKind, Shape};
use packs::{Form, Gender, Layer, Link, Mark, OfficeKind, Offices, Party, Role, Value};

use super::offices::Group;
use super::{Finder, Mention, Who};
use crate::begins::Begins;
use crate::people::Told;

/// What a verb of the pack begins with.
const VERBS: Begins = Begins::layer(Layer::Triggers).or(Begins::layer(Layer::Speech));
/// What begins nothing that says of what an office is.
const NO_COMPLEMENT: Begins =
    VERBS.or(Begins::layer(Layer::Links)).or(Begins::OFFICE).or(Begins::REFERENCE).or(Begins::HONORIFIC);
/// How many tokens may say of what an office is, where no pack lists it.
const LONGEST_COMPLEMENT: u32 = 11;
/// How many offices of which titles tell without a name are kept.
const MOST_TITLED: usize = 8;
/// The most tokens of the name of a party.
const LONGEST_PARTY: u32 = 8;
/// The most bytes of the letters behind a name, and how many of them may stand there.
const LETTERS: u32 = 3;
const MOST_LETTERS: u32 = 3;

impl Finder<'_, '_> {
    /// An office and what belongs to it: a person, or an office alone.
    pub(super) fn office(&mut self, start: u32, mut group: Group) -> u32 {
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
        if let Some(end) = self.pair(start, group.end + u32::from(comma), &told(None)) {
            return end;
        }
        if let Some(end) = self.respective(start, group.end, &told(None)) {
            return end;
        }
        // "The ambassadors of Peru *(Inés Rojas)* and Oman (Saif Balushi)".
        let (inside, called) = self.honorifics(group.end + 1);
        let bracket = group.party.is_some() && self.sentence.is(group.end, "(");
        let closed = |&end: &u32| self.sentence.is(end, ")") && self.words_of(inside..end) > 1;
        if let Some(end) = self.name(inside).filter(closed).filter(|_| bracket) {
            return self.named(start, inside..end, told(called));
        }
        if let Some((name, gender)) = self.body_goes_on(&group).and_then(|comma| self.behind_comma(comma)) {
            return self.named(start, name, told(gender));
        }
        if let Some(end) = self.two_holders(start, group.end + u32::from(comma), &told(gender)) {
            return end;
        }
        if !comma {
            if let Some(end) = self.name(plain.0).or_else(|| self.party_in_name(plain.0)) {
                let told = told(plain.1);
                return self
                    .couple(start, plain.0..end, &told)
                    .unwrap_or_else(|| self.named(start, plain.0..end, told));
            }
        } else if let Some(end) = self
            .name(from)
            .filter(|&end| from > group.end + 1 || self.may_follow_comma(from, end))
            .filter(|_| !self.is_compatriot(group.party, from))
        {
            let end = self.named(start, from..end, told(gender));
            return if group.party.is_some() { self.further_holders(end, group.offices) } else { end };
        }
        // "The Speaker of the Legislative Chamber, Nuriddin Ismoilov, …".
        let served = || self.served(group.end).filter(|&end| self.sentence.is(end, ","));
        if let Some(comma) = self.complement(group.end).or_else(served) {
            if let Some((name, gender)) = self.behind_comma(comma) {
                return self.named(start, name, told(gender));
            }
            if let Some((name, offices, gender)) = self.ranked(comma + 1, &group) {
                return self.named(start, name, Told { offices, ..told(gender) });
            }
        }
        // "Ordföranden för den schweiziska handelskammaren Rolf Suter".
        if let Some(from) = self.plain_complement(group.end)
            && let Some(end) = self.name(from).filter(|&end| self.words_of(from..end) > 1)
        {
            return self.named(start, from..end, told(plain.1));
        }
        // "The Forum *Trade Ministers* Meeting": a gathering is named, and nobody at it.
        if group.party.is_none() && self.gathers(start..group.end) {
            return group.end;
        }
        if let Some(party) = group.party.filter(|_| self.learning) {
            self.people.attach(party);
            self.people.tell_unnamed(party, group.offices);
        }
        if let Some(party) = group.party.filter(|_| !self.learning && self.sentence.block == BlockKind::Title) {
            self.entitled(start, party, &group);
        }
        self.out.push(Mention { tokens: start..group.end, who: Who::Office(group.offices), party: group.party });
        group.end
    }

    /// The name between a comma and a sign or "and", and what the honorifics before it tell.
    fn behind_comma(&self, comma: u32) -> Option<(Range<u32>, Option<Gender>)> {
        let (from, gender) = self.honorifics(comma + 1);
        let end = self.name(from).filter(|&end| self.may_follow_comma(from, end))?;
        Some((from..end, gender))
    }

    /// Whether the noun of an occasion begins among some tokens and ends behind them, in capitals as a name is.
    fn gathers(&self, tokens: Range<u32>) -> bool {
        let sentence = self.sentence;
        let beyond = |(mark, value): (Mark, &Value)| {
            value.names_occasion() && mark.end > tokens.end && sentence.capital(mark.end - 1)
        };
        sentence.within(Layer::Occasions, tokens.clone()).any(beyond)
    }

    /// Notes the office of a party of which a title tells without a name: "*the Cypriot minister* in Lima".
    fn entitled(&mut self, start: u32, party: Party, group: &Group) {
        let tokens = start..group.end;
        let marks = || self.sentence.within(Layer::Names, tokens.clone());
        let many = |value: &Value| matches!(value, Value::Office(office) if office.role == Role::Several);
        if self.people.titled.len() == MOST_TITLED || marks().any(|(_, value)| many(value)) {
            return;
        }
        // An office that is listed with its party is known without it too: "IAEA *Director General*".
        let named = |at: u32| self.party_at(at).is_some();
        let acronym = |at: u32| self.sentence.token(at).shape == Shape::Upper && self.sentence.capital(at + 1);
        let office = |at: u32| {
            marks().any(|(mark, value)| (mark.start..mark.end).contains(&at) && !matches!(value, Value::Party(..)))
        };
        let words = tokens.clone().filter(|&at| office(at) && !named(at) && !(at == start && acronym(at)));
        let words = words.filter_map(|at| self.sentence.beginning(at)).collect();
        self.people.titled.push((party, group.offices, words));
    }

    /// "Sweden's envoy for the Horn of Africa, *Ambassador X*, …": the name behind a comma with a rank of its own, the offices of
    /// both, and the gender that is told.
    fn ranked(&self, at: u32, group: &Group) -> Option<(Range<u32>, Offices, Option<Gender>)> {
        let rank = self.group(at).filter(|rank| rank.party.is_none() && group.party.is_some())?;
        let (from, gender) = self.honorifics(rank.end);
        let end = self.name(from).filter(|&end| self.may_follow_comma(from, end))?;
        Some((from..end, group.offices.and(rank.offices), gender))
    }

    /// The one state that some tokens name: "head of *the American defence ministry's bureau*".
    fn only_state(&self, tokens: Range<u32>) -> Option<Party> {
        let state = |(_, value): (_, &Value)| match value {
            Value::Party(party, _) if self.sentence.page.world().is_state(*party) => Some(*party),
            _ => None,
        };
        let mut states = self.sentence.within(Layer::Names, tokens).filter_map(state);
        let first = states.next()?;
        states.all(|other| other == first).then_some(first)
    }

    /// "The Head of the UNHCR *Representation in Central Asia*, X", "Envoy for the Great Lakes *Region*, X", "chefen för FAO:s
    /// *kontor i Lima*, X": the comma that ends the name of a body or a matter which begins with one that a pack lists, where a
    /// word of it is of no person's name.
    fn body_goes_on(&self, group: &Group) -> Option<u32> {
        let sentence = self.sentence;
        let capital = sentence.capital(group.end);
        let goes_on = |value: &Value| match value {
            Value::Party(_, form) => capital || *form == Form::Genitive,
            Value::Portfolio(_) => capital,
            _ => false,
        };
        let near = group.end.saturating_sub(LONGEST_PARTY).max(sentence.tokens.start)..group.end;
        let mut begun = sentence.within(Layer::Names, near).filter(|(mark, _)| mark.end == group.end);
        let begun = begun.any(|(_, value)| goes_on(value));
        let comma = self.plain_until_sign(group.end).filter(|&end| begun && sentence.is(end, ","))?;
        let lower = |at: u32| sentence.token(at).shape == Shape::Lower;
        let small = |at: u32| {
            sentence.begins(at, Begins::layer(Layer::Links)) || sentence.language.is_function_word(sentence.word(at))
        };
        let of_no_person =
            |at: u32| sentence.begins(at, Begins::NOT_NAME.or(Begins::PORTFOLIO)) || lower(at) && !small(at);
        let mut rest = group.end..comma;
        let named = rest.clone().all(|at| sentence.capital(at) || small(at) || lower(at) && !capital);
        (named && rest.any(of_no_person)).then_some(comma)
    }

    /// The comma that ends what no pack lists of an office: "chair *of the committee on trade*, …".
    pub(super) fn complement(&self, from: u32) -> Option<u32> {
        self.end_of_complement(from).filter(|&end| self.sentence.is(end, ","))
    }

    /// The sign that ends what no pack lists of an office, or the sentence.
    fn end_of_complement(&self, from: u32) -> Option<u32> {
        let led = [Link::Of, Link::In, Link::To].into_iter().any(|link| self.sentence.is_link(from, link));
        // "The envoy *for Libya*, …".
        let small = |at: u32| self.sentence.language.is_function_word(self.sentence.word(at));
        let country = || self.party_at(from + 1).is_some_and(|(.., end)| self.sentence.is(end, ","));
        let led = led || self.sentence.tokens.contains(&from) && small(from) && country();
        let about = self.is_about(from);
        self.plain_until_sign(from).filter(|&end| about || led && end > from + 1)
    }

    /// "The envoy *for Human Rights*, …", "*for the Sahel*": whether what somebody works on is named at a token, in capitals.
    fn is_about(&self, from: u32) -> bool {
        let sentence = self.sentence;
        let within =
            || sentence.link(from - 1, Link::About).filter(|&next| next == from && from > sentence.tokens.start);
        let Some(next) = sentence.link(from, Link::About).or_else(within) else { return false };
        let article = |at: u32| sentence.language.is_function_word(sentence.word(at));
        let named =
            sentence.capital(next) || sentence.tokens.contains(&next) && article(next) && sentence.capital(next + 1);
        named && !sentence.dates().iter().any(|date| date.start <= next + 1 && next < date.end)
    }

    /// The next sign, or the end of the sentence, where no verb and no further office stands before it.
    fn plain_until_sign(&self, from: u32) -> Option<u32> {
        let sentence = self.sentence;
        let until = from + LONGEST_COMPLEMENT;
        let sign = |at: &u32| sentence.token(*at).shape == Shape::Punctuation && !sentence.is(*at, "-");
        let end = (from..until.min(sentence.tokens.end)).find(sign);
        let end = end.or((sentence.tokens.end <= until).then_some(sentence.tokens.end))?;
        let office = |at: u32| self.unit_begins(at) && self.portfolio_at(at).is_none() && self.group(at).is_some();
        let plain = |at: u32| !self.acts(at) && !office(at) && !sentence.is_link(at, Link::Who);
        (from..end).all(plain).then_some(end)
    }

    /// "X, Tổng Bí thư *MPLA*, …": whether a party is named by its capitals, and nothing else stands there.
    fn is_short_name(&self, at: u32) -> bool {
        let capitals = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
        let closed = at + 1 >= self.sentence.tokens.end || self.is_sign(at + 1, ",;.");
        // A word that the pack knows is no body of which nothing is known.
        let unknown = self.sentence.at(Layer::Names, at).next().is_none();
        self.sentence.tokens.contains(&at) && closed && unknown && capitals(self.sentence.word(at))
    }

    /// The party at the end of a body that no pack lists, right behind an office, and where they end: "X, Chủ tịch *Liên đoàn
    /// Công nghiệp Đức*, …", as far as it closes there; "X, Giám đốc *Học viện Chính trị*, …" tells of no party.
    fn body_of(&self, from: u32) -> Option<(Option<Party>, u32)> {
        let sentence = self.sentence;
        let last = (from + LONGEST_COMPLEMENT).min(sentence.tokens.end);
        let lower = |at: u32| sentence.tokens.contains(&at) && sentence.token(at).shape == Shape::Lower;
        let plain = |at: u32| {
            let sign = sentence.token(at).shape == Shape::Punctuation && !sentence.is(at, "-");
            let led = [Link::Who, Link::That, Link::In, Link::With, Link::By, Link::From, Link::To];
            let led = lower(at) && led.into_iter().any(|link| sentence.is_link(at, link));
            let office = self.unit_begins(at) && self.portfolio_at(at).is_none();
            !(sign || led || office || lower(at) && self.acts(at))
        };
        let ends = (from..last).find(|&at| !plain(at)).unwrap_or(last);
        let closes = |end: u32| {
            end >= sentence.tokens.end
                || sentence.token(end).shape == Shape::Punctuation
                || self.acts(end)
                || [Link::And, Link::In].into_iter().any(|link| sentence.is_link(end, link))
        };
        let named = (from..ends).find_map(|at| Some((at, self.land_at(at)?)));
        let Some((at, (party, end))) = named else {
            // "Hội đồng *Lý luận* Trung ương": no name, for it goes on in small letters.
            let body = sentence.capital(from) && lower(from + 1) && from + 1 < ends;
            let end = (from..ends).find(|&at| sentence.is_link(at, Link::And)).unwrap_or(ends);
            return (body && end < last && closes(end)).then_some((None, end));
        };
        if !(closes(end) && (at > from || self.party_at(at).is_none())) {
            return None;
        }
        let world = sentence.page.world();
        // What friends of a country are at is where they are.
        let place = sentence.link(end, Link::In).filter(|_| world.is_state(party)).and_then(|at| self.party_at(at));
        // "Chương trình Phát triển Liên hợp quốc *(UNDP)*"; who works for a state's own agency is of the state.
        let short = || (!world.is_state(party) && sentence.is(end, "(")).then(|| self.party_at(end + 1)).flatten();
        let short = short().filter(|&(.., end)| sentence.is(end, ")")).map(|(party, form, end)| (party, form, end + 1));
        let (party, end) = place.or(short).map_or((party, end), |(party, _, end)| (party, end));
        Some((Some(party), end))
    }

    /// The party by its name, or that of the city, that begins at a token and ends a body, and the token behind.
    fn land_at(&self, at: u32) -> Option<(Party, u32)> {
        let world = self.sentence.page.world();
        let city = || {
            self.sentence.at(Layer::Names, at).find_map(|(mark, value)| match value {
                Value::City(city) => Some((world.country_of(*city), mark.end)),
                _ => None,
            })
        };
        let party = self.party_at(at).filter(|(_, form, _)| *form == Form::Name).map(|(party, _, end)| (party, end));
        party.or_else(city).filter(|&(_, end)| !self.sentence.is(end, "-"))
    }

    /// The sign behind whoever somebody works for: "adviser *to President Osei*, …", "statssekreterare *hos minister Berg*, …", "adviser
    /// *to the Peruvian President for Africa*".
    fn served(&self, from: u32) -> Option<u32> {
        let next = [Link::In, Link::To, Link::Of].into_iter().find_map(|link| self.sentence.link(from, link))?;
        let behind = |at: u32| self.party_at(at).map(|(.., end)| end);
        let lead = behind(next).or_else(|| behind(next + 1)).unwrap_or(next + 1);
        let group = self.group(next).or_else(|| self.group(lead))?;
        self.plain_until_sign(self.name(self.honorifics(group.end).0).unwrap_or(group.end))
    }

    /// Where the name stands behind what an office is of, in small letters: "ordföranden för handelskammaren *Rolf Suter*".
    pub(super) fn plain_complement(&self, from: u32) -> Option<u32> {
        // The adjective of a party was taken for whose office it is.
        let party = from > self.sentence.tokens.start && self.sentence.begins(from - 1, Begins::PARTY);
        // "The envoy *for Yemen* X", "đại diện đặc biệt *về nhân quyền* X".
        let led = [Link::Of, Link::About].into_iter().find_map(|link| self.sentence.link(from, link));
        let begin = led.or(party.then_some(from))?;
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

    /// The end of the letters behind a name that tell of a seat or an honour: "Simon Harris *TD*, …", "Penny Wong *AC MP*".
    pub(super) fn letters(&self, mut end: u32) -> u32 {
        let from = end;
        let letters = |at: u32| {
            self.sentence.tokens.contains(&at)
                && self.sentence.token(at).shape == Shape::Upper
                && self.sentence.token(at).end - self.sentence.token(at).start <= LETTERS
                && self.party_at(at).is_none()
                // "Träffade Eva Lund *FN:s* generalsekreterare": what begins an office is behind the name.
                && !self.unit_begins(at)
                && !["-", ":"].iter().any(|&sign| self.sentence.is(at + 1, sign))
        };
        while end < from + MOST_LETTERS && letters(end) {
            end += 1;
        }
        let closed = end >= self.sentence.tokens.end || self.sentence.token(end).shape != Shape::Capital;
        if closed { end } else { from }
    }

    /// "The Prime Minister of Canada, Mark Carney, …": the name ends at a comma, a stop or the sentence.
    pub(super) fn may_follow_comma(&self, from: u32, end: u32) -> bool {
        let end = self.letters(end);
        let closed = end >= self.sentence.tokens.end || self.sentence.token(end).shape == Shape::Punctuation;
        let goes_on = [Link::And, Link::Who].into_iter().any(|link| self.sentence.is_link(end, link));
        self.words_of(from..end) > 1 && (closed || goes_on)
    }

    /// Whether a verb of the pack begins at a token.
    pub(super) fn acts(&self, at: u32) -> bool {
        self.sentence.begins(at, VERBS)
    }

    /// Whether somebody is whom the sentence begins with an act or a small word about: "Gặp Bộ trưởng X, Phó Thủ tướng đề nghị …",
    /// "Với bà X, Thủ tướng …". An office behind the name is then of whoever acts.
    pub(super) fn fronted(&self, start: u32) -> bool {
        let sentence = self.sentence;
        let head = (sentence.dateline_end()..start).find(|&at| sentence.token(at).shape != Shape::Punctuation);
        let leads = |head: u32| {
            let small = [Link::With, Link::In, Link::After].into_iter().any(|link| sentence.is_link(head, link));
            small || sentence.begins(head, Begins::layer(Layer::Triggers))
        };
        let somebody = |mention: &Mention| !matches!(mention.who, Who::Name | Who::Party(_));
        head.is_some_and(leads) && !self.out.iter().any(somebody)
    }

    /// Whether an office with its party stands at a token, an article before it at most, and nobody who holds it.
    fn as_office(&self, at: u32) -> bool {
        let group = self.group(at).or_else(|| self.group(at + 1));
        group.is_some_and(|group| group.party.is_some() && self.name(self.honorifics(group.end).0).is_none())
    }

    /// What stands behind a name: ", Prime Minister of Greece", "(Portugal)", "of Botswana".
    pub(super) fn apposition(&self, at: u32, full: bool) -> Option<(Offices, Option<Party>, u32)> {
        if self.sentence.is(at, "(") {
            let (party, _, end) = self.party_at(at + 1)?;
            return self.sentence.is(end, ")").then_some((Offices::default(), Some(party), end + 1));
        }
        if let Some(from) = self.sentence.link(at, Link::Of) {
            let (party, form, end) = self.party_at(from).or_else(|| self.party_at(from + 1))?;
            return (form == Form::Name && !self.unit_begins(end)).then_some((Offices::default(), Some(party), end));
        }
        // "Accredited X *as the* Representative of Indonesia".
        let from = match self.sentence.link(at, Link::When) {
            Some(end) if end == at + 1 && self.as_office(end) => end,
            _ if self.is_sign(at, ",-–—") => at + 1,
            _ => return None,
        };
        let article = |at: u32| {
            self.sentence.tokens.contains(&at)
                && self.sentence.token(at).shape == Shape::Lower
                && self.sentence.word(at).len() <= 5
                && !self.unit_begins(at)
                && !self.acts(at)
                && [Link::And, Link::With, Link::By, Link::From, Link::To]
                    .into_iter()
                    .all(|link| !self.sentence.is_link(at, link))
        };
        for skip in 0..3 {
            if skip > 0 && !article(from + skip - 1) {
                break;
            }
            let here = from + skip;
            if let Some(found) = self.counterpart_behind(here) {
                return Some(found);
            }
            let (lead, office_from) = match self.party_at(here) {
                Some((party, form, end)) if form != Form::Demonym => (Some(party), end),
                _ => (None, here),
            };
            if let Some(group) = self.group(office_from) {
                // An office with a name of its own is the next person's.
                let next = self.honorifics(group.end).0;
                let name = self.name(next);
                let body = if lead.or(group.party).is_none() { self.body_of(group.end) } else { None };
                // "Queen Ingrid, who was *King Frederik's grandmother*".
                let works = group.offices == Offices::default().with(OfficeKind::Official);
                let body = body.filter(|(party, _)| party.is_some() || works);
                let party_told = lead.or(group.party).is_some();
                // "H.E. X, President of Peru, *H.E. Y, President of Fiji*, …": who has one of their own takes none.
                let titled = |from: u32| {
                    let behind = self.name(from).map(|end| self.letters(end));
                    behind.is_some_and(|end| self.sentence.is(end, ",") && self.as_office(end + 1))
                };
                let follows = || {
                    let from = self.honorifics(group.end + 1).0;
                    from > group.end + 1 && !(party_told && titled(from))
                };
                let taken = name.is_some_and(|name| body.is_none_or(|_| self.words_of(next..name) > 1))
                    || (self.sentence.is(group.end, ",") && follows());
                let party = lead.or(group.party);
                // "To Mr Mederic, the President said": who is not told of goes on to act.
                let closed =
                    group.end >= self.sentence.tokens.end || self.sentence.token(group.end).shape == Shape::Punctuation;
                // "Receiving Ambassador X, the Prime Minister proposed …": an article begins the next.
                let verb = full && skip == 0 && (self.acts(group.end) || self.acts(group.end + 1));
                if taken || !(closed || party.is_some() || verb || self.object_at(group.end)) {
                    let leads = group.offices.has(OfficeKind::PartyLeader);
                    if leads && self.is_short_name(group.end) {
                        return Some((group.offices, party, group.end + 1));
                    }
                    if let Some((party, end)) = body.filter(|_| !taken) {
                        return Some((group.offices, party, end));
                    }
                    let of = || self.end_of_complement(group.end).or_else(|| self.served(group.end));
                    let end = if taken { None } else { of() }?;
                    return Some((group.offices, party.or_else(|| self.only_state(group.end..end)), end));
                }
                // "X, member of the Politburo, Minister of Defence, …".
                let (more, other, end) =
                    self.apposition(group.end, full).unwrap_or((Offices::default(), None, group.end));
                return Some((group.offices.and(more), party.or(other), end));
            }
        }
        None
    }
}
