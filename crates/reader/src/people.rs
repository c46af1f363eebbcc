//! The people of a document, as it names them from line to line.

use packs::{Gender, OfficeKind, Offices, Party};

/// A person of a document.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// The fullest form of the name, as tokens from and to.
    pub(crate) name: std::ops::Range<u32>,
    /// The words of the fullest form, folded.
    words: Vec<String>,
    pub(crate) party: Option<Party>,
    pub(crate) offices: Offices,
    pub(crate) gender: Option<Gender>,
    /// Where it was last seen, by token; steers what "the minister" means.
    pub(crate) seen: u32,
    /// The words of offices under which it was named, by their lexicon numbers.
    pub(crate) titles: Vec<u32>,
    /// Whether its party was said, not inferred.
    pub(crate) said: bool,
    /// Whether an office, honorific or party once stood beside the name.
    pub(crate) certain: bool,
}

impl Known {
    /// Whether a folded word is one of the name's.
    pub(crate) fn has_word(&self, word: &str) -> bool {
        self.words.iter().any(|known| known == word)
    }
}

impl Known {
    /// Whether somebody else who is said to act for a party holds there what this person holds.
    fn clashes(&self, other: &Self) -> bool {
        const ONE_A_PARTY: [OfficeKind; 5] =
            [OfficeKind::HeadOfState, OfficeKind::HeadOfGovernment, OfficeKind::ForeignMinister, OfficeKind::LegislatureHead, OfficeKind::OrganisationHead];
        other.said && ONE_A_PARTY.iter().any(|&office| self.offices.has(office) && other.offices.has(office))
    }
}

/// All people of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct People {
    pub(crate) all: Vec<Known>,
    /// The party whose page this seems to be.
    pub(crate) home: Option<Party>,
    /// Parties that stood beside somebody's name or office, and how often.
    pub(crate) attached: Vec<(Party, u32)>,
}

/// What one mention tells of a person.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told {
    pub(crate) party: Option<Party>,
    pub(crate) offices: Offices,
    pub(crate) gender: Option<Gender>,
    pub(crate) certain: bool,
}

impl People {
    /// Adds a mention of a full name, to a person already known where the names fit.
    pub(crate) fn add(&mut self, name: std::ops::Range<u32>, words: Vec<String>, told: Told) -> usize {
        let fits = |known: &Known| {
            let same_party = told.party.is_none() || known.party.is_none() || told.party == known.party;
            same_party && (subset(&words, &known.words) || subset(&known.words, &words))
        };
        let found = self.all.iter().rposition(fits);
        let Some(index) = found else {
            let seen = name.start;
            self.all.push(Known { name, words, party: told.party, offices: told.offices, gender: told.gender, seen, titles: Vec::new(), said: told.party.is_some(), certain: told.certain });
            return self.all.len() - 1;
        };
        let known = &mut self.all[index];
        if words.len() > known.words.len() {
            (known.name, known.words) = (name, words);
        }
        known.party = known.party.or(told.party);
        known.said |= told.party.is_some();
        known.offices = joined(known.offices, told.offices);
        known.gender = known.gender.or(told.gender);
        known.certain |= told.certain;
        index
    }

    /// Whether the offices that a person holds are held by others in a party.
    pub(crate) fn held(&self, person: usize, party: Party) -> bool {
        self.all.iter().enumerate().any(|(index, other)| index != person && other.party == Some(party) && self.all[person].clashes(other))
    }

    /// Counts a party that stood beside a name or office.
    pub(crate) fn attach(&mut self, party: Party) {
        match self.attached.iter_mut().find(|(known, _)| *known == party) {
            Some((_, count)) => *count += 1,
            None => self.attached.push((party, 1)),
        }
    }

    /// The person that a bare name means: all its words are of theirs. The one last seen before it, else the first after.
    pub(crate) fn find(&self, words: &[String], at: u32) -> Option<usize> {
        let fits = |known: &&Known| subset(words, &known.words);
        let best = self.all.iter().filter(fits).max_by_key(|known| (known.words.len() == words.len(), known.name.start <= at, known.seen))?;
        self.all.iter().position(|known| std::ptr::eq(known, best))
    }
}

/// The offices of one person told twice: "the Minister" adds nothing to a foreign minister.
fn joined(known: Offices, told: Offices) -> Offices {
    let both = known.and(told);
    let absorb = |both: Offices, special: &[OfficeKind], general: OfficeKind| {
        let had = |offices: Offices| special.iter().any(|&office| offices.has(office));
        let repeated = (had(known) && !had(told)) || (had(told) && !had(known));
        if repeated && both.has(general) { both.without(general) } else { both }
    };
    let both = absorb(both, &[OfficeKind::ForeignMinister, OfficeKind::DeputyForeignMinister, OfficeKind::DeputyMinister], OfficeKind::Minister);
    absorb(both, &[OfficeKind::DeputyForeignMinister], OfficeKind::DeputyMinister)
}

fn subset(small: &[String], large: &[String]) -> bool {
    !small.is_empty() && small.iter().all(|word| large.contains(word))
}

/// Folds a word of a name, so that capitals and marks do not part one person in two.
pub(crate) fn fold(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).collect()
}
