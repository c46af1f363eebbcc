//! An engagement as it is told: its sides, and how high they rank.

use std::cell::OnceCell;

use document::PartialDate;
use packs::{Kind, OfficeKind, Packs, Turn};
use register::{Account, AccountId, Engagement, Participant, Readings, Register};

use crate::error::PressError;
use crate::outcomes::{Outcome, outcomes};
use crate::words::Precise;

/// An engagement with its accounts.
#[derive(Debug)]
pub(crate) struct Story {
    /// What all say together.
    pub(crate) engagement: Engagement,
    /// The accounts, in the order of their publication.
    pub(crate) accounts: Vec<Account>,
    /// What came of it, once somebody has asked: a brief asks for every part.
    outcomes: OnceCell<Vec<Outcome>>,
}

/// Who met whom.
#[derive(Debug, Default)]
pub(crate) struct Sides<'a> {
    /// The party from which it is told.
    pub(crate) lead: String,
    /// Its people.
    pub(crate) ours: Vec<&'a Participant>,
    /// The people of others.
    pub(crate) theirs: Vec<&'a Participant>,
    /// The other parties.
    pub(crate) others: Vec<String>,
    /// Those of them that nobody speaks for by name.
    pub(crate) nameless: Vec<String>,
}

/// Of less certainty nothing is told.
const CERTAIN: f32 = 0.6;

impl Story {
    /// The story of an engagement of the register.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub(crate) fn load(register: &Register, id: AccountId) -> Result<Self, PressError> {
        Ok(Self::of(register.engagement(id)?))
    }

    /// The same for whoever goes through many: `readings` are kept from one to the next. `None` where no engagement has the name.
    ///
    /// # Errors
    ///
    /// Where the register fails.
    pub(crate) fn gathered(
        register: &Register,
        id: AccountId,
        readings: &mut Readings,
    ) -> Result<Option<Self>, PressError> {
        Ok(register.gathered(id, readings)?.map(Self::of))
    }

    fn of((engagement, accounts): (Engagement, Vec<Account>)) -> Self {
        Self { engagement, accounts, outcomes: OnceCell::new() }
    }

    /// What came of it by all its accounts, in the order in which it is told.
    pub(crate) fn outcomes(&self, packs: &Packs) -> &[Outcome] {
        self.outcomes.get_or_init(|| outcomes(packs, &self.accounts))
    }

    /// The forum of which it is a session, and the number of the session, as most accounts have it.
    pub(crate) fn forum(&self) -> Option<(String, Option<u16>)> {
        self.most(|account| Some((account.series.clone()?, account.session)))
    }

    /// Whether it is told only in passing, or too uncertain to be printed.
    pub(crate) fn is_faint(&self) -> bool {
        let surest = self.accounts.iter().map(|account| account.engagement.certainty).fold(0.0, f32::max);
        let confirmed = self.accounts.iter().any(|account| account.confirmed);
        !confirmed && (self.engagement.background || surest < CERTAIN)
    }

    /// The level of relations that begins with it.
    pub(crate) fn level(&self) -> Option<&str> {
        self.accounts.iter().find_map(|account| account.engagement.level.as_deref())
    }

    /// Whether what is signed has a name.
    pub(crate) fn signs_by_name(&self, packs: &Packs) -> bool {
        self.outcomes(packs).iter().any(|outcome| !outcome.instruments.is_empty())
    }

    /// The level that its sentence tells of: of relations that a signing raises, or of what else becomes of them.
    pub(crate) fn turned(&self) -> Option<&str> {
        let tells = |level: &&str| self.kind() == Some(Kind::Signing) || Turn::parse(level).is_some();
        self.level().filter(tells).filter(|_| self.engagement.parties.len() > 1)
    }

    /// When it was, as precisely as is known.
    pub(crate) fn dates(&self) -> Option<Precise> {
        let from = self.engagement.start.or(self.engagement.end)?;
        Some(Precise { from, to: self.engagement.end.unwrap_or(from) })
    }

    /// Its first day, for the order of things.
    pub(crate) fn start(&self) -> Option<PartialDate> {
        self.dates().map(|dates| dates.from)
    }

    pub(crate) fn kind(&self) -> Option<Kind> {
        Kind::parse(&self.engagement.kind)
    }

    /// The value that most accounts have.
    pub(crate) fn most<T: PartialEq + Clone>(&self, of: impl Fn(&reader::Engagement) -> Option<T>) -> Option<T> {
        let values: Vec<T> = self.accounts.iter().filter_map(|account| of(&account.engagement)).collect();
        let times = |value: &T| values.iter().filter(|other| *other == value).count();
        values.iter().rev().max_by_key(|value| times(value)).cloned()
    }

    /// The highest rank among those who took part, of a party where one is given; 0 is the highest.
    pub(crate) fn rank(&self, party: Option<&str>) -> usize {
        let of_party = |person: &&Participant| party.is_none() || person.party.as_deref() == party;
        self.engagement.people.iter().filter(of_party).map(rank).min().unwrap_or(usize::MAX)
    }

    /// Whether somebody of a party holds one of some offices.
    pub(crate) fn has_office(&self, party: Option<&str>, offices: &[OfficeKind]) -> bool {
        let of_party = |person: &&Participant| party.is_none() || person.party.as_deref() == party;
        let held = |office: &String| OfficeKind::parse(office).is_some_and(|office| offices.contains(&office));
        self.engagement.people.iter().filter(of_party).any(|person| person.offices.iter().any(held))
    }

    /// Its sides, seen from a party, else from that of whoever ranks highest.
    pub(crate) fn sides(&self, packs: &Packs, view: Option<&str>) -> Sides<'_> {
        let engagement = &self.engagement;
        let mut people: Vec<&Participant> = engagement.people.iter().collect();
        // Who comes along is told only where nobody else is named.
        if people.iter().any(|person| !is_spouse(person)) {
            people.retain(|person| !is_spouse(person));
        }
        let involved = |party: &&str| engagement.parties.iter().any(|known| known == party);
        let highest = || {
            let of = people.iter().filter_map(|person| Some((rank(person), person.party.as_deref().filter(involved)?)));
            of.min_by_key(|(rank, _)| *rank).map(|(_, party)| party)
        };
        let first = || engagement.parties.first().map(String::as_str);
        let Some(lead) = view.filter(involved).or_else(highest).or_else(first) else {
            return Sides { ours: people, ..Sides::default() };
        };
        let (ours, theirs): (Vec<_>, Vec<_>) =
            people.into_iter().partition(|person| person.party.as_deref() == Some(lead));
        let others: Vec<String> = engagement.parties.iter().filter(|party| *party != lead).cloned().collect();
        let is_state = |code: &String| packs.world.is_state_code(code);
        let spoken_for = |code: &String| theirs.iter().any(|person| person.party.as_ref() == Some(code));
        // Beside people and states, an organisation is mostly where they met.
        let beside = |code: &String| !theirs.is_empty() || (!is_state(code) && others.iter().any(is_state));
        let nameless = others.iter().filter(|code| !spoken_for(code) && (is_state(code) || !beside(code)));
        let nameless = nameless.cloned().collect();
        Sides { lead: lead.to_owned(), ours, nameless, theirs, others }
    }

    /// Who went to a visit and the state that received them.
    pub(crate) fn visit(&self, packs: &Packs) -> Option<(String, Option<String>)> {
        let states: Vec<&String> =
            self.engagement.parties.iter().filter(|code| packs.world.is_state_code(code)).collect();
        let country = self.engagement.country.as_ref();
        match (states.as_slice(), country) {
            ([one], Some(host)) if *one != host => Some(((*one).clone(), Some(host.clone()))),
            ([one], _) => Some(((*one).clone(), None)),
            ([_, _], Some(host)) => {
                let guest = states.iter().find(|code| **code != host)?;
                Some(((*guest).clone(), states.contains(&host).then(|| host.clone())))
            }
            // The account names the guest first.
            ([guest, host], None) => Some(((*guest).clone(), Some((*host).clone()))),
            _ => None,
        }
    }
}

/// How high somebody ranks; 0 is the highest.
pub(crate) fn rank(person: &Participant) -> usize {
    let of = |office: &String| OfficeKind::ALL.iter().position(|known| known.as_str() == office);
    person.offices.iter().filter_map(of).min().unwrap_or(OfficeKind::ALL.len())
}

fn is_spouse(person: &Participant) -> bool {
    !person.offices.is_empty() && person.offices.iter().all(|office| office == OfficeKind::Spouse.as_str())
}
