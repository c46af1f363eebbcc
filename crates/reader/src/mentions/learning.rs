//! Who else is a person: names with no office, honorific or party beside them, by what stands around them.

use std::ops::Range;

use document::BlockKind;
use packs::{Layer, Link, Offices, Party, Reference, Value};

use super::{Finder, Mention, Who};
use crate::people::Told;

/// The most bytes of an article.
const ARTICLE: usize = 3;

impl Finder<'_, '_> {
    /// Learns the people of a sentence whom nothing but their place in it shows.
    pub(super) fn learn(&mut self) {
        if self.sentence.block == BlockKind::Title {
            return;
        }
        self.learn_known();
        self.learn_beside_triggers();
        self.learn_in_lists();
        self.learn_counterparts();
    }

    /// Whom the world knows by a full name is a person wherever it stands.
    fn learn_known(&mut self) {
        let page = self.sentence.page;
        let known = |name: &Range<u32>| page.leader(page.quote(name.clone())).is_some();
        let names = self.out.iter().filter(|mention| mention.who == Who::Name).map(|mention| mention.tokens.clone());
        let full: Vec<Range<u32>> = names.filter(|name| self.words_of(name.clone()) > 1 && known(name)).collect();
        for name in full {
            let words = self.words(name.clone());
            self.people.add(name, words, Told::default());
        }
    }

    /// "The Minister will meet *her counterparts from Peru and Chile*", "met his *Peruvian counterpart*": whoever has a counterpart is
    /// not of the same country.
    fn learn_counterparts(&mut self) {
        let world = self.sentence.page.world();
        for (at, reference) in self.out.iter().enumerate() {
            if !matches!(reference.who, Who::Reference(Reference::Counterpart, _)) {
                continue;
            }
            let Some(person) = self.out[..at].iter().rev().find_map(|before| self.meant(before)) else { continue };
            let before = self.out[..at].last().filter(|before| before.tokens.end == reference.tokens.start);
            let mut countries: Vec<Party> = before.and_then(|before| before.party).into_iter().collect();
            let led = [Link::From, Link::Of].into_iter();
            let mut from = led.filter_map(|link| self.sentence.link(reference.tokens.end, link)).next();
            while let Some((party, _, end)) = from.and_then(|from| self.party_at(from)) {
                countries.push(party);
                let comma = end + u32::from(self.sentence.is(end, ","));
                from = self.sentence.link(comma, Link::And).or((comma > end).then_some(comma));
            }
            countries.retain(|&party| world.is_state(party));
            let known = &mut self.people.all[person];
            countries.into_iter().for_each(|country| known.is_not_of(country));
        }
    }

    /// Whom a mention means while people are learnt: somebody named, or who was named last and may hold an office.
    fn meant(&self, mention: &Mention) -> Option<usize> {
        match mention.who {
            Who::Person(person) => Some(person),
            Who::Office(offices) if mention.party.is_none() => {
                let before = self.people.around(mention.tokens.start);
                let held = before.filter(|&person| self.people.may_hold(person, offices));
                held.max_by_key(|&person| self.people.all[person].seen)
            }
            _ => None,
        }
    }

    /// A full name with nothing to tell who it is, right beside a trigger: somebody whom the act concerns.
    fn learn_beside_triggers(&mut self) {
        for (mark, value) in self.sentence.marks(Layer::Triggers) {
            if !matches!(value, Value::Trigger(trigger) if trigger.shape != packs::Shape::Drop) {
                continue;
            }
            // "Anna Berg *on 3 May* met Kofi Mensah": the day may stand between.
            let end = mark.end.max(mark.tail);
            let dates = self.sentence.dates();
            let start = dates.iter().find(|date| date.end == mark.start).map_or(mark.start, |date| date.start);
            let end = dates.iter().find(|date| date.start == end).map_or(end, |date| date.end);
            let beside = |mention: &&Mention| {
                let after = mention.tokens.start >= end && mention.tokens.start <= end + 2;
                let before = mention.tokens.end <= mark.start && mention.tokens.end + 2 >= start;
                let name = mention.who == Who::Name && self.words_of(mention.tokens.clone()) > 1;
                name && (after || before) && !self.has_article(mention.tokens.start)
            };
            // "Anna Berg met Kofi Mensah": on both sides.
            let found: Vec<Range<u32>> = self.out.iter().filter(beside).map(|mention| mention.tokens.clone()).collect();
            let ends = found.iter().skip(1).map(|name| name.start).chain([self.sentence.tokens.end]);
            found.iter().zip(ends).for_each(|(name, end)| self.learn_beside(name.clone(), end));
        }
    }

    /// Learns somebody of an act, with the office that stands near and before the next.
    fn learn_beside(&mut self, name: Range<u32>, end: u32) {
        // "… to Alassane Ouattara on his re-election as President of Côte d'Ivoire".
        let near = name.end..(name.end + 14).min(end);
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

    /// Whether an article, or another small word that leads nobody, stands before a token: "the *Diplomatic Academies*".
    fn has_article(&self, at: u32) -> bool {
        let sentence = self.sentence;
        at > sentence.tokens.start && {
            let before = at - 1;
            let word = sentence.word(before);
            word.len() <= ARTICLE
                && sentence.language.is_function_word(word)
                && sentence.at(Layer::Links, before).next().is_none()
                && sentence.at(Layer::Names, before).next().is_none()
        }
    }

    /// Whoever a list names behind a person, or "and" joins to one: "the members Eva Lund (C), *Olle Berg* (L) and *Ida Ek*".
    fn learn_in_lists(&mut self) {
        let full = |mention: &&Mention| match mention.who {
            Who::Person(_) => true,
            Who::Name => self.words_of(mention.tokens.clone()) > 1,
            _ => false,
        };
        let found: Vec<Mention> = self.out.iter().filter(full).cloned().collect();
        let mut names = Vec::with_capacity(found.len());
        for mention in found {
            let words = self.words(mention.tokens.clone());
            let known =
                matches!(mention.who, Who::Person(_)) || self.people.find(&words, mention.tokens.start).is_some();
            names.push((mention.tokens, words, known));
        }
        let mut from = 0;
        while from < names.len() {
            let joints: Vec<bool> =
                names[from..].windows(2).map_while(|pair| self.joint_between(pair[0].0.end, pair[1].0.start)).collect();
            let list = &mut names[from..=from + joints.len()];
            from += list.len();
            let Some(known) = list.iter().position(|&(.., known)| known).filter(|_| joints.contains(&true)) else {
                continue;
            };
            // "At Camp Osu, President X and Y": what a comma parts from the first person is none.
            let first = if known > 0 && joints[known - 1] { known - 1 } else { known };
            for (tokens, words, known) in &mut list[first..] {
                if !*known {
                    // Whoever has a party's letter behind the name is somebody of a state.
                    let told = Told { certain: self.in_brackets(tokens.end), ..Told::default() };
                    self.people.add(tokens.clone(), std::mem::take(words), told);
                }
            }
        }
    }

    /// Whether "and" joins two names of a list, or only a comma does; a party's letter in brackets may stand behind the first.
    fn joint_between(&self, from: u32, to: u32) -> Option<bool> {
        let from = if self.in_brackets(from) { from + 3 } else { from };
        let comma = self.sentence.is(from, ",");
        let behind = from + u32::from(comma);
        let and = self.sentence.link(behind, Link::And) == Some(to);
        (and || (comma && behind == to)).then_some(and)
    }

    /// Whether one word in brackets stands at a token: "(C)".
    fn in_brackets(&self, at: u32) -> bool {
        self.sentence.is(at, "(") && self.sentence.is(at + 2, ")")
    }
}

#[cfg(test)]
mod tests {
    use crate::fixtures::{phrases, read};

    /// The names of all who take part in what a text tells of.
    fn names(language: &str, text: &str) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for person in read(phrases(), language, text).engagements.into_iter().flat_map(|told| told.people) {
            if !all.contains(&person.name) {
                all.push(person.name);
            }
        }
        all
    }

    #[test]
    fn whom_a_list_names_behind_a_person_is_one() {
        let check =
            |language: &str, text: &str, expected: &[&str]| assert_eq!(names(language, text), expected, "{text}");
        check(
            "sv",
            "Talman Eva Lund besökte Peru i tisdags. Med på resan fanns ledamöterna Ida Ek (C), Olle Berg (L) och Mats Sten (S).",
            &["Eva Lund", "Ida Ek", "Olle Berg", "Mats Sten"],
        );
        check(
            "en",
            "Foreign Minister Ali Sabry of Sri Lanka, Amara Perera and Nimal Dias met Foreign Minister Tete Antonio of Angola.",
            &["Ali Sabry", "Amara Perera", "Nimal Dias", "Tete Antonio"],
        );
        // What stands in front of the first person is a place.
        check(
            "en",
            "At Camp Osu, President Kofi Mensah of Ghana and President Amina Diallo of Guinea met on Monday.",
            &["Kofi Mensah", "Amina Diallo"],
        );
    }

    #[test]
    fn a_full_name_is_a_persons_whose_family_name_stands_alone_elsewhere() {
        assert_eq!(
            names("sv", "Kwesi Oduro är trött. Utrikesminister Eva Lund från Sverige träffade Oduro i Accra i går."),
            ["Eva Lund", "Kwesi Oduro"]
        );
    }

    #[test]
    fn a_day_may_stand_between_a_name_and_its_verb() {
        let text = "Veckan avslutades i Kiev, där Karin Holmstrand den 9 maj träffade utrikesminister Oles Bondar.";
        assert!(names("sv", text).contains(&"Karin Holmstrand".to_owned()));
        let text = "Veckan avslutades i Kiev, där Nya Teatern den 9 maj spelade för utrikesminister Oles Bondar.";
        assert!(!names("sv", text).contains(&"Nya Teatern".to_owned()));
    }
}
