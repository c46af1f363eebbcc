//! The people of a document, as it names them from line to line.

use std::ops::Range;
use std::rc::Rc;

use document::lower;
use packs::{Gender, OfficeKind, Offices, Party, PartyInfo, Realm};
use rustc_hash::{FxHashMap, FxHashSet};

/// In a document of more people than that, an office or a name means one of so many named first around it.
const AROUND: usize = 256;
/// The most bytes of a small word between the names of a son and a father.
const SMALL: usize = 4;

/// A person of a document.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// The fullest form of the name, as tokens from and to.
    pub(crate) name: Range<u32>,
    /// How many bytes at the end of the name are the genitive's.
    pub(crate) ending: u32,
    /// Where it was first named, by token.
    first: u32,
    /// The words of the fullest form, by their numbers.
    words: Vec<u32>,
    pub(crate) party: Option<Party>,
    pub(crate) offices: Offices,
    pub(crate) gender: Option<Gender>,
    /// Where it was last seen, by token; steers what "the minister" means.
    pub(crate) seen: u32,
    /// How the words of offices begin under which it was named.
    pub(crate) titles: Vec<u64>,
    /// Which states have the office under which it was named.
    pub(crate) realm: Option<Realm>,
    /// Whether its party was said, or is told by the name, not inferred.
    pub(crate) said: bool,
    /// Whether an office, honorific or party once stood beside the name.
    pub(crate) certain: bool,
    /// Whether it was named as of the host country.
    pub(crate) host: bool,
    /// The countries named before it in its sentences.
    pub(crate) near: Vec<Party>,
    /// The country in which somebody was told to be met: "to Ethiopia, where he met with …".
    pub(crate) there: Option<Party>,
    /// The countries to which somebody was told to go, and whose people face them: "Minister X *will visit Peru and Chile*", "met
    /// *his counterparts from Peru*".
    pub(crate) not_of: Vec<Party>,
    /// Whether it was named beside whom they are wed to: "the King and Queen X", of the queens of a page the one meant.
    pub(crate) wed: bool,
    /// Who was first named beside it, with "and" between: "*Crown Princess X* and Prince Y".
    pub(crate) beside: Option<usize>,
    /// Who holds the same office for another party: "the prime ministers *X* and Y".
    pub(crate) faces: Option<usize>,
}

/// All people of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct People {
    pub(crate) all: Vec<Known>,
    /// The party whose page this seems to be.
    pub(crate) home: Option<Party>,
    /// The parties that the document names.
    pub(crate) named: FxHashSet<Party>,
    /// Parties that stood beside somebody's name or office, and how often.
    pub(crate) attached: Vec<(Party, u32)>,
    /// Offices of a party that were told of without a name: "the Austrian Chancellor".
    unnamed: Vec<(Party, Offices)>,
    /// Those of titles, each with the beginnings of its words.
    pub(crate) titled: Vec<(Party, Offices, Vec<u64>)>,
    /// The two of them named last.
    latest: [Option<Party>; 2],
    /// Full names with nothing beside them, and words that were named alone.
    loose: Vec<(Range<u32>, Vec<u32>)>,
    alone: FxHashSet<u32>,
    words: Words,
    /// Who has or had each word in the name, by its number, in the order of `all`.
    bearers: Vec<Vec<usize>>,
}

/// The words of names, folded, each with a number from 1.
#[derive(Clone, Debug, Default)]
struct Words {
    numbers: FxHashMap<Rc<str>, u32>,
    spelled: Vec<Rc<str>>,
    /// The numbers of the tokens asked for so far; 0 for all others.
    of_tokens: Vec<u32>,
    folded: String,
}

impl Words {
    /// The number of the word that stands at a token.
    fn number(&mut self, at: u32, written: &str) -> u32 {
        let at = at as usize;
        if self.of_tokens.len() <= at {
            self.of_tokens.resize(at + 1, 0);
        }
        if self.of_tokens[at] == 0 {
            // Capitals do not part one person in two.
            let folded = lower(written, &mut self.folded);
            self.of_tokens[at] = self.numbers.get(folded).copied().unwrap_or_else(|| {
                let word: Rc<str> = folded.into();
                self.spelled.push(Rc::clone(&word));
                self.numbers.insert(word, self.spelled.len() as u32);
                self.spelled.len() as u32
            });
        }
        self.of_tokens[at]
    }
}

impl Words {
    /// Whether some words may be a short form of a name: all are of it, and they are not the father's in it, as "Mohamed bin
    /// Zayed" is in "Hamdan bin *Mohamed bin Zayed*" and "Abdullah II" in "Hussein bin *Abdullah II*".
    fn may_shorten(&self, short: &[u32], full: &[u32]) -> bool {
        let spelled = |word: u32| &self.spelled[word as usize - 1];
        let small = |word: u32| spelled(word).len() <= SMALL;
        let numeral = |word: u32| spelled(word).chars().all(|letter| matches!(letter, 'i' | 'v' | 'x'));
        let all = !short.is_empty() && short.iter().all(|word| full.contains(word));
        let father = || match *short {
            [first, by, ref rest @ ..] => {
                let at = full.iter().position(|&word| word == first);
                let son = |before: u32| (before == by && small(by) && !rest.is_empty()) || small(before) && numeral(by);
                at.is_some_and(|at| at > 1 && son(full[at - 1]))
            }
            _ => false,
        };
        all && !father()
    }
}

/// What one mention tells of a person.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    pub(crate) party: Option<Party>,
    pub(crate) offices: Offices,
    pub(crate) gender: Option<Gender>,
    pub(crate) certain: bool,
    /// Whether it names the host country as the party.
    pub(crate) host: bool,
    /// How many bytes at the end of the name are the genitive's.
    pub(crate) ending: u32,
}

impl People {
    /// Notes that an office of a party was told of without a name.
    pub(crate) fn tell_unnamed(&mut self, party: Party, offices: Offices) {
        match self.unnamed.iter_mut().find(|(known, _)| *known == party) {
            Some((_, all)) => *all = all.and(offices),
            None => self.unnamed.push((party, offices)),
        }
    }

    /// The parties of which an office was told of that is among some.
    pub(crate) fn told_unnamed(&self, offices: Offices) -> impl Iterator<Item = Party> {
        self.unnamed.iter().filter(move |(_, all)| all.0 & offices.0 != 0).map(|&(party, _)| party)
    }

    /// The number of a word of a name, the same however it is written.
    pub(crate) fn word(&mut self, at: u32, written: &str) -> u32 {
        self.words.number(at, written)
    }

    /// A word without the genitive's ending, where somebody is named so who has not the word with it.
    pub(crate) fn bare(&self, word: u32, endings: &[String]) -> Option<u32> {
        let spelled = &self.words.spelled[word as usize - 1];
        let bare =
            endings.iter().filter_map(|ending| self.words.numbers.get(spelled.strip_suffix(ending.as_str())?).copied());
        bare.into_iter().find(|&bare| {
            self.bearers(bare)
                .iter()
                .map(|&person| &self.all[person].words)
                .any(|name| name.contains(&bare) && !name.contains(&word))
        })
    }

    /// Whether anybody may have a word in the name, with or without the genitive's ending.
    pub(crate) fn is_borne(&self, word: u32, endings: &[String]) -> bool {
        !self.bearers(word).is_empty() || self.bare(word, endings).is_some()
    }

    /// Whether somebody has a word in the name, with or without the genitive's ending.
    pub(crate) fn is_named(&self, written: &str, endings: &[String]) -> bool {
        let mut scratch = String::new();
        let folded = lower(written, &mut scratch);
        let bare = endings.iter().filter_map(|ending| folded.strip_suffix(ending.as_str()));
        std::iter::once(folded)
            .chain(bare)
            .filter_map(|word| self.words.numbers.get(word))
            .any(|word| self.bearers(*word).iter().any(|&person| self.all[person].words.contains(word)))
    }

    /// Whether somebody has a word in the name, and nobody of those has another.
    pub(crate) fn is_named_without(&self, written: &str, other: &str) -> bool {
        let mut scratch = String::new();
        let mut number = |word: &str| self.words.numbers.get(lower(word, &mut scratch)).copied();
        let Some(word) = number(written) else { return false };
        let other = number(other);
        let mut named = self.bearers(word).iter().map(|&person| &self.all[person].words).peekable();
        named.peek().is_some() && named.all(|words| other.is_none_or(|other| !words.contains(&other)))
    }

    /// Who has or had a word in the name.
    fn bearers(&self, word: u32) -> &[usize] {
        self.bearers.get(word as usize).map_or(&[], Vec::as_slice)
    }

    /// Adds a mention of a full name, to a person already known where the names fit.
    pub(crate) fn add(&mut self, name: Range<u32>, words: Vec<u32>, told: Told) -> usize {
        let fits = |known: &Known| {
            let same_party = told.party.is_none() || known.party.is_none() || told.party == known.party;
            let shortens = |short, full| self.words.may_shorten(short, full);
            same_party && (shortens(&words, &known.words) || shortens(&known.words, &words))
        };
        // "President Ilves", behind "President X Ilves and Mr Y Ilves": whoever holds the office, else who was named last.
        let holds = |person: &usize| self.all[*person].offices.0 & told.offices.0 != 0;
        let found = words
            .iter()
            .filter_map(|&word| {
                let last = self.bearers(word).iter().copied().rev().take(AROUND);
                let mut fitting = last.filter(|&person| fits(&self.all[person]));
                fitting.clone().find(holds).or_else(|| fitting.next())
            })
            .max();
        let Some(index) = found else {
            self.bear(&words, self.all.len());
            let (first, seen) = (name.start, name.start);
            self.all.push(Known {
                name,
                ending: told.ending,
                first,
                words,
                party: told.party,
                offices: told.offices,
                gender: told.gender,
                seen,
                titles: Vec::new(),
                realm: None,
                said: told.party.is_some(),
                certain: told.certain,
                host: told.host,
                near: Vec::new(),
                there: None,
                not_of: Vec::new(),
                wed: false,
                beside: None,
                faces: None,
            });
            return self.all.len() - 1;
        };
        let n_words = self.all[index].words.len();
        if words.len() > n_words || (words.len() == n_words && told.ending < self.all[index].ending) {
            self.bear(&words, index);
            (self.all[index].name, self.all[index].words, self.all[index].ending) = (name, words, told.ending);
        }
        let known = &mut self.all[index];
        known.party = known.party.or(told.party);
        known.said |= told.party.is_some();
        known.offices = joined(known.offices, told.offices);
        known.gender = known.gender.or(told.gender);
        known.certain |= told.certain;
        known.host |= told.host;
        index
    }

    /// Keeps a name with nothing beside it, for [`People::learn_again`].
    pub(crate) fn keep(&mut self, name: Range<u32>, words: &[u32]) {
        match *words {
            [word] => _ = self.alone.insert(word),
            _ => self.loose.push((name, words.to_vec())),
        }
    }

    /// Learns those whose full name stands somewhere and whose family name stands alone elsewhere, as only a person's does.
    pub(crate) fn learn_again(&mut self) {
        for (name, words) in std::mem::take(&mut self.loose) {
            let Some(&last) = words.last() else { continue };
            let short = |&person: &usize| self.all[person].words == [last];
            if self.alone.contains(&last) || self.bearers(last).iter().take(AROUND).any(short) {
                self.add(name, words, Told::default());
            }
        }
    }

    /// Notes whose the words of a name are.
    fn bear(&mut self, words: &[u32], person: usize) {
        for &word in words {
            let word = word as usize;
            if self.bearers.len() <= word {
                self.bearers.resize_with(word + 1, Vec::new);
            }
            if let Err(place) = self.bearers[word].binary_search(&person) {
                self.bearers[word].insert(place, person);
            }
        }
    }

    /// The people of whom a word at a token may speak: all of them, in a long document those first named around it.
    pub(crate) fn around(&self, at: u32) -> Range<usize> {
        around(&self.all, |known| known.first <= at)
    }

    /// The offices that people who are said to act for a party hold in it.
    pub(crate) fn held(&self) -> Held {
        let mut held = Held::default();
        for known in self.all.iter().filter(|known| known.said) {
            known.party.into_iter().for_each(|party| held.add(party, known.offices));
        }
        held
    }

    /// Whether somebody holds one of some offices, as "the Minister" means any minister.
    pub(crate) fn may_hold(&self, person: usize, offices: Offices) -> bool {
        const MINISTERS: [OfficeKind; 2] = [OfficeKind::ForeignMinister, OfficeKind::DeputyForeignMinister];
        let held = self.all[person].offices;
        let minister = offices.has(OfficeKind::Minister) && MINISTERS.into_iter().any(|office| held.has(office));
        held.0 & offices.0 != 0 || minister
    }

    /// Counts a party that stood beside a name or office.
    pub(crate) fn attach(&mut self, party: Party) {
        if self.latest[1] != Some(party) {
            self.latest = [self.latest[1], Some(party)];
        }
        match self.attached.iter_mut().find(|(known, _)| *known == party) {
            Some((_, count)) => *count += 1,
            None => self.attached.push((party, 1)),
        }
    }

    /// The two parties that stood last beside names or offices.
    pub(crate) fn facing(&self) -> Option<[Party; 2]> {
        let [one, other] = self.latest;
        Some([one?, other?])
    }

    /// The person that a bare name means: all its words are of theirs. The one last seen before it, else the first after.
    pub(crate) fn find(&self, words: &[u32], at: u32) -> Option<usize> {
        self.find_holding(words, at, Offices::default())
    }

    /// The same, of those who hold one of some offices if any of them does.
    pub(crate) fn find_holding(&self, words: &[u32], at: u32, offices: Offices) -> Option<usize> {
        let fits = |person: &usize| self.words.may_shorten(words, &self.all[*person].words);
        let best = |person: &usize| {
            let known = &self.all[*person];
            // "President Stubb and his wife Y Innes-Stubb": by the family name whoever holds an office is meant.
            let office = !known.offices.has(OfficeKind::Spouse);
            let holds = known.offices.0 & offices.0 != 0;
            (known.words.len() == words.len(), office, holds, known.name.start <= at, known.seen)
        };
        let bearers = words.iter().map(|&word| self.bearers(word)).min_by_key(|bearers| bearers.len())?;
        bearers[around(bearers, |&person| self.all[person].first <= at)].iter().copied().filter(fits).max_by_key(best)
    }
}

impl Known {
    /// Keeps a country that somebody is not of.
    pub(crate) fn is_not_of(&mut self, country: Party) {
        if !self.not_of.contains(&country) {
            self.not_of.push(country);
        }
    }

    /// Whether a party may be the one for which somebody with this office acts, on a page in the language of some states.
    pub(crate) fn may_be_of(&self, party: Party, info: &PartyInfo, natives: &[Party]) -> bool {
        // A prime minister is of a state that has one.
        let governs = self.offices == Offices::default().with(OfficeKind::HeadOfGovernment);
        !(governs && info.presidential)
            && self.realm.is_none_or(|realm| match realm {
                Realm::Monarchies => info.monarchy,
                Realm::Republics => !info.monarchy,
                Realm::Abroad => !natives.contains(&party),
            })
    }
}

/// The offices that somebody is said to hold in each party.
#[derive(Default)]
pub(crate) struct Held(FxHashMap<Party, Offices>);

impl Held {
    /// Adds what one more holds.
    pub(crate) fn add(&mut self, party: Party, offices: Offices) {
        let held = self.0.entry(party).or_default();
        *held = held.and(offices);
    }

    /// Whether an office that one alone holds in a party is taken there.
    pub(crate) fn takes(&self, party: Party, offices: Offices) -> bool {
        rivals(offices, self.0.get(&party).copied().unwrap_or_default())
    }
}

/// Whether two people hold an office that one alone holds in a party.
pub(crate) fn rivals(one: Offices, other: Offices) -> bool {
    const ONE_A_PARTY: [OfficeKind; 5] = [
        OfficeKind::HeadOfState,
        OfficeKind::HeadOfGovernment,
        OfficeKind::ForeignMinister,
        OfficeKind::LegislatureHead,
        OfficeKind::OrganisationHead,
    ];
    ONE_A_PARTY.iter().any(|&office| one.has(office) && other.has(office))
}

/// The offices of one person told twice: "the Minister" adds nothing to a foreign minister.
fn joined(known: Offices, told: Offices) -> Offices {
    let both = known.and(told);
    let absorb = |both: Offices, special: &[OfficeKind], general: OfficeKind| {
        let had = |offices: Offices| special.iter().any(|&office| offices.has(office));
        let repeated = (had(known) && !had(told)) || (had(told) && !had(known));
        if repeated && both.has(general) { both.without(general) } else { both }
    };
    let both = absorb(
        both,
        &[OfficeKind::ForeignMinister, OfficeKind::DeputyForeignMinister, OfficeKind::DeputyMinister],
        OfficeKind::Minister,
    );
    absorb(both, &[OfficeKind::DeputyForeignMinister], OfficeKind::DeputyMinister)
}

/// The places of [`AROUND`] of some people, those around where others begin to be named first after a word; mostly all.
fn around<T>(some: &[T], before: impl Fn(&T) -> bool) -> Range<usize> {
    if some.len() <= AROUND {
        return 0..some.len();
    }
    let place = some.partition_point(before);
    place.saturating_sub(AROUND / 2)..some.len().min(place + AROUND / 2)
}
