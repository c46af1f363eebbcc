//! Where a person's name begins and ends, by the shapes of its words and by what the packs know of them.

use document::Shape;
use packs::{Form, Kind, Layer, Link, Mark, OfficeKind, Value};

use super::Finder;
use crate::begins::Begins;

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
/// What a name may begin with.
const INITIAL: Begins = Begins::CAPITAL.or(Begins::layer(Layer::Particles));
/// Within so many tokens before a place stands the verb that says that somebody goes there.
const VISITS: u32 = 16;
/// The most words of an office.
const OFFICE: u32 = 8;
/// The most words that a name has.
const LONGEST_NAME: u32 = 9;

impl Finder<'_, '_> {
    pub(super) fn word_length(&self, at: u32) -> usize {
        self.sentence.word(at).chars().count()
    }

    /// The end of the name that begins at a token.
    #[inline]
    pub(super) fn name(&self, at: u32) -> Option<u32> {
        let from = at + u32::from(self.sentence.tokens.contains(&at) && self.is_glottal(at));
        if self.sentence.begins(from, INITIAL) && self.begins_name(from) { self.name_at(from) } else { None }
    }

    /// "Prime Minister *'Aisake* Valu Eke": whether a sign behind an office is the first letter of a name.
    fn is_glottal(&self, at: u32) -> bool {
        let glued = self.sentence.capital(at + 1) && !self.sentence.token(at + 1).spaced;
        matches!(self.sentence.word(at), "'" | "‘" | "’") && glued && self.ends_office(at)
    }

    fn name_at(&self, at: u32) -> Option<u32> {
        let sentence = self.sentence;
        let mut end = at;
        let mut last = at;
        while end < sentence.tokens.end && end < at + LONGEST_NAME * 2 {
            // "Ursula *von der* Leyen", "Alberto *VAN* KLAVEREN".
            if end > at
                && let Some(behind) = self.particle(end)
            {
                end = behind;
                continue;
            }
            let token = sentence.token(end);
            let joined = end > at && !token.spaced;
            match token.shape {
                Shape::Capital | Shape::Upper
                    if end == at
                        || self.continues_name(end)
                        || self.is_inner_title(at, end)
                        || self.is_given_name(at, end) =>
                {
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
                _ => break,
            }
        }
        (last > at).then_some(last)
    }

    /// "Hassan *Sheikh* Mohamud": whether a form of address stands inside a name, between two of its words.
    fn is_inner_title(&self, start: u32, at: u32) -> bool {
        let sentence = self.sentence;
        at > start
            && sentence.begins(at, Begins::HONORIFIC)
            && !sentence.begins(at, Begins::OFFICE)
            && sentence.token(at - 1).shape == Shape::Capital
            && sentence.token(at).shape == Shape::Capital
            && sentence.capital(at + 1)
            && self.continues_name(at + 1)
    }

    /// "Lê Văn *Tuyến*": whether what begins no name by itself is the third word of one that begins with a family's.
    fn is_given_name(&self, start: u32, at: u32) -> bool {
        let sentence = self.sentence;
        let listed =
            || sentence.at(Layer::Names, at).all(|(mark, value)| *value == Value::NotName && mark.end == at + 1);
        at == start + 2
            && sentence.begins(at, Begins::NOT_NAME)
            && sentence.token(at).shape == Shape::Capital
            && sentence.language.is_family(sentence.word(start))
            && !sentence.language.is_function_word(sentence.word(at))
            && !sentence.capital(at + 1)
            && listed()
    }

    /// Whether a word in small letters behind an apostrophe is of the name: "Fa'asavalu", but not "Vietnam's".
    fn goes_on(&self, at: u32) -> bool {
        let ending = |ending: &String| ending.trim_start_matches(['\'', '’']) == self.sentence.word(at);
        self.word_length(at) > 1 && !self.sentence.language.genitive.iter().any(ending)
    }

    /// The end of a small word, or of several ("von der"), that the name goes on behind.
    fn particle(&self, at: u32) -> Option<u32> {
        // "Visited *Da* Nang": a city's first word is no part of the name before it. Nor is "*av* H.M. Konungen", before an office.
        if !self.sentence.begins(at, Begins::layer(Layer::Particles)) || self.sentence.begins(at, Begins::CITY) {
            return None;
        }
        let end = self.sentence.at(Layer::Particles, at).map(|(mark, _)| mark.end).max()?;
        let further = (end..end + 3).any(|at| self.sentence.capital(at) && self.continues_name(at))
            && !self.sentence.begins(end, Begins::OFFICE);
        let beside = self.sentence.capital(end)
            || self.sentence.is(end, "-")
            || self.sentence.begins(end, Begins::layer(Layer::Particles));
        (further && beside).then_some(end)
    }

    fn begins_name(&self, at: u32) -> bool {
        let first = at == self.sentence.tokens.start;
        let token = self.sentence.token(at);
        match token.shape {
            Shape::Capital => {}
            Shape::Upper => {
                // A family name in capitals stands beside a given name; an acronym does not.
                let neighbour =
                    self.sentence.tokens.contains(&(at + 1)) && self.sentence.token(at + 1).shape == Shape::Capital;
                // "Vice President *JD* Vance": two letters are given names behind an office.
                let initials = || token.end - token.start == 2 && !first && self.ends_office(at);
                if !(neighbour && (token.end - token.start > 3 || initials())) {
                    return false;
                }
            }
            // "al-Thani".
            Shape::Lower => return self.particle(at).is_some() && !first && self.sentence.is(at + 1, "-"),
            Shape::Number | Shape::Punctuation => return false,
        }
        if self.sentence.begins(at, Begins::PORTFOLIO)
            || !(self.is_plain(at) || self.city_in_name(at) || self.title_in_name(at))
        {
            return false;
        }
        // A sentence begins with a capital whatever its word is.
        !first
            || !self.is_small_word(at)
            || self.people.is_named(self.sentence.word(at), &self.sentence.language.genitive)
            || (self.sentence.capital(at + 1) && self.is_plain(at + 1) && !self.is_listed(at))
    }

    /// Whether an office or a form of address ends right before a token.
    fn ends_office(&self, at: u32) -> bool {
        let from = at.saturating_sub(OFFICE).max(self.sentence.tokens.start);
        self.sentence
            .within(Layer::Names, from..at)
            .any(|(mark, value)| mark.end == at && matches!(value, Value::Office(_) | Value::Honorific(_)))
    }

    fn continues_name(&self, at: u32) -> bool {
        let token = self.sentence.token(at);
        let acronym =
            token.shape == Shape::Upper && token.end - token.start <= 3 && !self.sentence.word(at).contains('I');
        if acronym || self.is_plain(at) {
            return !acronym;
        }
        let city = !self.sentence.at(Layer::Names, at).any(|(mark, value)| matches!(value, Value::City(city) if mark.end > at + 1 || self.sentence.page.world().cities[*city as usize].capital));
        ((city && self.only_city(at)) || self.only_party(at)) && !self.is_visited(at)
    }

    /// "I dag besöker statsminister *Ulf Kristersson Etiopien*": whether a place stands right behind the name of whoever is told to
    /// go there by a verb before.
    fn is_visited(&self, at: u32) -> bool {
        let sentence = self.sentence;
        let from = at.saturating_sub(VISITS).max(sentence.tokens.start);
        let goes = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Visit && trigger.is_finite());
        let verb = || sentence.within(Layer::Triggers, from..at).rev().find(|(_, value)| goes(value));
        let capital = |at: u32| sentence.token(at).shape == Shape::Capital;
        let who = || {
            let Some((verb, _)) = verb() else { return false };
            let place = |value: &Value| matches!(value, Value::City(_) | Value::Party(_, Form::Name));
            let placed = sentence.within(Layer::Names, verb.end..at).any(|(_, value)| place(value));
            let plain = |at: u32| sentence.token(at).shape != Shape::Punctuation;
            let named = verb.end + 1 < at && capital(at - 1) && (capital(at - 2) || self.ends_office(at - 1));
            named && !placed && (verb.end..at).all(plain)
        };
        sentence.language.subject_after_verb && who()
    }

    /// Whether a token is a party's name of one word behind a word of a name: "Nguyễn Phương *Nga*".
    pub(super) fn only_party(&self, at: u32) -> bool {
        self.is_party_word(at)
            && at > self.sentence.tokens.start
            && self.sentence.token(at - 1).shape == Shape::Capital
            && self.is_plain(at - 1)
            && !self.is_small_word(at - 1)
    }

    /// Whether a party's name of one word begins at a token, and nothing else.
    pub(super) fn is_party_word(&self, at: u32) -> bool {
        let sentence = self.sentence;
        sentence.begins(at, Begins::PARTY)
            && sentence.token(at).shape == Shape::Capital
            && sentence
                .at(Layer::Names, at)
                .all(|(mark, value)| matches!(value, Value::Party(_, Form::Name)) && mark.end == at + 1)
    }

    /// The end of a name behind an office whose first word is a party's too: "President *Duma Boko*". Where what is said of a
    /// noun stands behind it the party is the office's.
    pub(super) fn party_in_name(&self, at: u32) -> Option<u32> {
        let two = self.is_party_word(at) && self.capital_goes_on(at + 1) && !self.sentence.capital(at + 2);
        (two && !self.sentence.language.number_after_noun).then_some(at + 2)
    }

    /// The end of a given name that is a party's too, alone behind "Mr" or "Ms": "ông *Đức*".
    pub(super) fn given_name(&self, at: u32) -> Option<u32> {
        let alone = self.is_party_word(at) && !self.sentence.capital(at + 1);
        alone.then_some(at + 1)
    }

    /// A first name that is a city's too: "Santiago Peña".
    fn city_in_name(&self, at: u32) -> bool {
        let led = || at > self.sentence.tokens.start && self.sentence.is_link(at - 1, Link::In);
        // "From Algiers Radman travelled on": somebody named without the city.
        let known = || self.people.is_named_without(self.sentence.word(at + 1), self.sentence.word(at));
        self.only_city(at) && !led() && (self.capital_goes_on(at + 1) || self.particle(at + 1).is_some()) && !known()
    }

    /// A first name that is a sovereign's title too: "*Sultan* bin Saad", "Industry Minister *Sultan* Al Harbi".
    pub(super) fn title_in_name(&self, at: u32) -> bool {
        let mut listed = self.sentence.at(Layer::Names, at);
        let title = |(mark, value): (Mark, &Value)| {
            mark.end == at + 1 && matches!(value, Value::Office(office) if office.realm.is_some())
        };
        let lower = || self.particle(at + 1).is_some() && self.sentence.token(at + 1).shape == Shape::Lower;
        self.sentence.begins(at, Begins::OFFICE) && (lower() || self.follows_office(at)) && listed.all(title)
    }

    /// Whether a word with another in capitals behind it stands right behind the office of a minister or an envoy.
    fn follows_office(&self, at: u32) -> bool {
        let from = at.saturating_sub(OFFICE).max(self.sentence.tokens.start);
        let office = |(mark, value): (Mark, &Value)| {
            let lower = matches!(value, Value::Office(office) if office.realm.is_none() && !office.offices.has(OfficeKind::HeadOfState));
            mark.end == at && lower
        };
        self.sentence.capital(at + 1) && self.sentence.within(Layer::Names, from..at).any(office)
    }

    /// Whether a word with a capital, which nothing else begins with, goes on with a name.
    fn capital_goes_on(&self, at: u32) -> bool {
        self.sentence.capital(at)
            && self.sentence.token(at).shape == Shape::Capital
            && self.is_plain(at)
            && !self.is_listed(at)
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
    pub(super) fn is_plain(&self, at: u32) -> bool {
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
        let behind = !first && self.sentence.token(at - 1).shape == Shape::Capital;
        (behind || self.leads_name(at)) && !dated()
    }

    /// Whether the short name of a month is a first name: "*Jan* Olsson", but not "in May Sweden".
    fn leads_name(&self, at: u32) -> bool {
        let led = at > self.sentence.tokens.start && self.sentence.is_link(at - 1, Link::In);
        let next = at + 1;
        !led && self.sentence.capital(next)
            && self.sentence.token(next).shape == Shape::Capital
            && !self.sentence.begins(next, NAMED)
            && !self.sentence.begins(next, Begins::DAY_NAME)
            && !self.is_small_word(next)
    }

    /// Whether a word is one that any layer of the packs knows, so that its capital may be the sentence's.
    pub(super) fn is_small_word(&self, at: u32) -> bool {
        self.is_listed(at) || self.sentence.language.is_function_word(self.sentence.word(at))
    }

    pub(super) fn is_listed(&self, at: u32) -> bool {
        self.sentence.begins(at, LISTED)
    }
}

#[cfg(test)]
mod tests {
    use crate::fixtures::{phrases, read};

    /// The names of those who take part in each engagement of a text.
    fn people(text: &str) -> Vec<Vec<String>> {
        let told = read(phrases(), "en", text).engagements.into_iter();
        told.map(|told| told.people.into_iter().map(|person| person.name).collect()).collect()
    }

    #[test]
    fn a_name_may_begin_with_a_sign() {
        let text = "Prime Minister Ali Sabry of Sri Lanka met Tonga's Prime Minister 'Aisake Eke in Doha.";
        assert_eq!(people(text), [["Ali Sabry", "'Aisake Eke"]]);
    }

    #[test]
    fn a_title_is_a_first_name_before_a_small_word() {
        let text = "Foreign Minister Ali Sabry of Sri Lanka met the Minister of State of Qatar, Sultan bin Saad Al Muraikhi, in Doha.";
        assert_eq!(people(text), [["Ali Sabry", "Sultan bin Saad Al Muraikhi"]]);
    }
}
