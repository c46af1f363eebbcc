//! Engagements as they grow, and when two of them are alike.

use std::ops::Range;

use packs::{Kind, Offices, Party, Rule};

use crate::claims::DraftClaim;
use crate::dates::Days;
use crate::handles::Session;
use crate::people::People;
use crate::places::Place;

/// Among how many engagements, from the last back, a text is taken to speak of one again, so that what a long document
/// takes grows no faster than it does.
pub(crate) const BACK: usize = 64;

/// An engagement as it grows.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) kind: Kind,
    pub(crate) people: Vec<usize>,
    /// All parties, those of the people among them.
    pub(crate) parties: Vec<Party>,
    /// The offices of those without a name, by party.
    pub(crate) unnamed: Vec<(Party, Offices)>,
    pub(crate) days: Option<Days>,
    pub(crate) days_basis: Option<&'static str>,
    pub(crate) place: Place,
    pub(crate) occasion: Option<Range<u32>>,
    /// The session that it is itself.
    pub(crate) session: Session,
    /// The session on whose occasion it took place.
    pub(crate) occasion_session: Session,
    pub(crate) evidence: Range<u32>,
    pub(crate) rule: Rule,
    pub(crate) background: bool,
    pub(crate) certainty: f32,
    pub(crate) block: u32,
    pub(crate) claims: Vec<DraftClaim>,
}

impl Draft {
    /// An engagement of which nothing is told yet but its kind, its days with what they rest on, and where it is told.
    pub(crate) fn new(
        kind: Kind,
        days: Option<(Days, &'static str)>,
        evidence: Range<u32>,
        block: u32,
        rule: Rule,
    ) -> Self {
        Self {
            kind,
            people: Vec::new(),
            parties: Vec::new(),
            unnamed: Vec::new(),
            days: days.map(|(days, _)| days),
            days_basis: days.map(|(_, basis)| basis),
            place: Place::default(),
            occasion: None,
            session: Session::default(),
            occasion_session: Session::default(),
            evidence,
            rule,
            background: false,
            certainty: 0.6,
            block,
            claims: Vec::new(),
        }
    }
}

/// Whether a meeting names people of one side alone, and several parties on the other.
pub(crate) fn is_umbrella(draft: &Draft, people: &People) -> bool {
    let mut sides = draft.people.iter().map(|&person| people.all[person].party);
    let first = sides.next();
    draft.parties.len() > 2 && sides.all(|side| Some(side) == first)
}

/// Drops a meeting with many where what it names is told one by one, [`BACK`] before or behind it at most.
pub(crate) fn without_umbrellas(drafts: Vec<Draft>, people: &People) -> Vec<Draft> {
    let told = |index: usize, umbrella: &Draft| {
        let alike = |draft: &&Draft| {
            draft.kind == umbrella.kind
                && !is_umbrella(draft, people)
                && umbrella.people.iter().all(|person| draft.people.contains(person))
        };
        drafts[index.saturating_sub(BACK)..drafts.len().min(index + BACK)].iter().filter(alike).nth(1).is_some()
    };
    let drops = |(index, draft): (usize, &Draft)| {
        matches!(draft.kind, Kind::Meeting | Kind::Call)
            && draft.claims.is_empty()
            && is_umbrella(draft, people)
            && told(index, draft)
    };
    let dropped: Vec<bool> = drafts.iter().enumerate().map(drops).collect();
    drafts.into_iter().zip(dropped).filter(|(_, dropped)| !dropped).map(|(draft, _)| draft).collect()
}

/// Whether two spans of days share one.
pub(crate) fn overlap(old: Days, new: Days) -> bool {
    old.0.first_day() <= new.1.last_day() && new.0.first_day() <= old.1.last_day()
}

/// Whether two kinds may speak of one engagement ("the talks" of a consultation).
pub(crate) fn alike(old: Kind, new: Kind) -> bool {
    let talk = |kind| matches!(kind, Kind::Meeting | Kind::Consultation | Kind::Conference | Kind::Call);
    old == new || (talk(old) && talk(new) && !(old == Kind::Call && new != Kind::Meeting))
}

/// Whether all of some are among others.
pub(crate) fn within<T: PartialEq>(some: &[T], others: &[T]) -> bool {
    some.iter().all(|one| others.contains(one))
}
