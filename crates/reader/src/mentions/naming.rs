//! Which person a name means, and what its mention tells of them.

use std::ops::Range;

use document::{BlockKind, Shape};
use packs::{Layer, Link, OfficeKind, Offices, Role, Value};

use super::{Finder, MOST_NEAR, Mention, Who, mention_gap};
use crate::begins::Begins;
use crate::people::Told;

/// How many words of offices are kept of one person.
const MOST_TITLES: usize = 40;
/// Among so many who are named before stands the office in the plural that somebody shares.
const SHARING: usize = 8;
/// The fewest bytes of a name before the genitive's ending.
const SHORTEST: usize = 2;

impl Finder<'_, '_> {
    /// A certain name: learns it and what stands behind it.
    pub(super) fn named(&mut self, start: u32, name: Range<u32>, mut told: Told) -> u32 {
        let mut end = if self.words_of(name.clone()) > 1 { self.letters(name.end) } else { name.end };
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
        if let Some(office) = self.becomes(end).filter(|office| told.party.is_none() || office.party == told.party) {
            told.offices = told.offices.and(office.offices);
            told.party = told.party.or(office.party);
        }
        told.party = told.party.or_else(|| self.acts_for(end)).or_else(|| self.works_at(end));
        if let Some(party) = told.party.filter(|_| self.learning) {
            self.people.attach(party);
        }
        told.ending = self.ending(name.end);
        let words = self.words(name.clone());
        self.shorten_title(start..name.start, &words, &mut told);
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
            there.or_else(|| self.country_ahead(start)).or_else(|| self.companion_of(start))
        };
        let there = if told.party.is_none() { told_of() } else { None };
        let wed = told.offices == Offices::default().with(OfficeKind::Spouse) && self.follows_holder(start);
        if let Some(before) = self.joined_to(start) {
            self.people.all[before].beside.get_or_insert(index);
        }
        let goes = if self.learning { self.goes_to(end) } else { Vec::new() };
        let known = &mut self.people.all[index];
        goes.into_iter().for_each(|country| known.is_not_of(country));
        if !self.learning && self.sentence.block == BlockKind::Title {
            known.offices = if known.offices.is_empty() { told.offices } else { known.offices };
            (known.party, known.said) =
                (known.party.or(told.party), known.said || known.party.is_none() && told.party.is_some());
            known.certain |= told.certain;
        }
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

    /// "Chủ tịch Quốc hội X … *Chủ tịch X*": of whom a longer office was told, its first word alone tells no other.
    fn shorten_title(&self, title: Range<u32>, words: &[u32], told: &mut Told) {
        let Some(known) = self.people.find(words, title.end).map(|index| &self.people.all[index]) else { return };
        let said = || title.clone().filter_map(|at| self.sentence.beginning(at));
        let shorter = told.offices == Offices::default().with(OfficeKind::HeadOfState)
            && !known.offices.is_empty()
            && !known.offices.has(OfficeKind::HeadOfState)
            && said().next().is_some()
            && said().all(|word| known.titles.contains(&word));
        if shorter {
            told.offices = Offices::default();
        }
    }

    /// Whoever "and" joins to what begins at a token.
    pub(super) fn joined_to(&self, at: u32) -> Option<usize> {
        let before = self.out.last().filter(|before| self.joins(before, at))?;
        if let Who::Person(person) = before.who { Some(person) } else { None }
    }

    /// Whether somebody named, or an office, stands before a token with nothing between but "and" or a comma.
    pub(super) fn follows_holder(&self, at: u32) -> bool {
        let joins = |at: u32| self.sentence.is_link(at, Link::And) || self.sentence.is(at, ",");
        self.out.last().is_some_and(|before| {
            matches!(before.who, Who::Person(_) | Who::Office(_))
                && (before.tokens.end == at || mention_gap(before.tokens.end, at).is_some_and(|mut gap| gap.all(joins)))
        })
    }

    pub(super) fn best(&self, words: &[u32], at: u32, told: &Told) -> usize {
        let fits = |index: &usize| {
            let known = &self.people.all[*index];
            told.party.is_none() || known.party == told.party
        };
        let holding = self.people.find_holding(words, at, told.offices).filter(fits);
        holding.or_else(|| self.people.find(words, at)).unwrap_or(0)
    }

    /// "*Presidents* X of Ghana *and Y* of Peru": the offices of the person before, where they were said in the plural and "and" or a
    /// comma joins the next, and so on.
    fn shared_offices(&self, at: u32) -> Offices {
        let joins = |at: u32| self.sentence.is_link(at, Link::And) || self.sentence.is(at, ",");
        let several = |value: &Value| matches!(value, Value::Office(office) if office.role == Role::Several);
        let mut next = at;
        for before in self.out.iter().rev().take(SHARING) {
            let Who::Person(person) = before.who else { break };
            if !mention_gap(before.tokens.end, next).is_some_and(|mut gap| gap.all(joins)) {
                break;
            }
            if self.sentence.within(Layer::Names, before.tokens.clone()).any(|(_, value)| several(value)) {
                return self.people.all[person].offices;
            }
            next = before.tokens.start;
        }
        Offices::default()
    }

    /// A name with nothing beside it: somebody known, somebody whose office follows, or a loose name.
    pub(super) fn bare_name(&mut self, at: u32, end: u32) -> u32 {
        let words = self.words(at..end);
        let shared = self.shared_offices(at);
        let apposition = self.apposition(end, self.words_of(at..end) > 2);
        if let Some((offices, party, after)) =
            apposition.map(|(offices, party, after)| (offices.and(shared), party, after))
        {
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
                    .is_some_and(|mut gap| gap.all(|at| self.sentence.is_link(at, Link::And)))
        });
        if self.learning && joined && self.words_of(at..end) > 1 && self.sentence.block != BlockKind::Title {
            self.people.add(at..end, words.clone(), Told { offices: shared, ..Told::default() });
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
    pub(super) fn words(&mut self, tokens: Range<u32>) -> Vec<u32> {
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
    pub(super) fn ending(&self, end: u32) -> u32 {
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

    pub(super) fn words_of(&self, tokens: Range<u32>) -> usize {
        tokens
            .filter(|&at| self.sentence.tokens.contains(&at) && self.sentence.token(at).shape != Shape::Punctuation)
            .count()
    }
}
