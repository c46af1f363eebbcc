//! Engagements as they grow, and when two of them are alike.

use std::ops::Range;

use jiff::ToSpan as _;
use jiff::civil::Date;
use packs::{Kind, Offices, Party, Rule};

use crate::claims::DraftClaim;
use crate::dates::Days;
use crate::handles::{Comes, Session};
use crate::people::People;
use crate::places::Place;

/// Among how many engagements, from the last back, a text is taken to speak of one again, so that what a long document
/// takes grows no faster than it does.
pub(crate) const BACK: usize = 64;

/// A sentence that names so many meetings lists them, and within so many engagements of it they are told one by one.
const MANY: usize = 3;
const LISTED: usize = 24;

/// A gathering goes on for so many days before and after one on which it is told of.
const GATHERING_DAYS: i64 = 2;

/// So many days after a journey began its later parts are told.
const SOON: i64 = 14;

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
    /// Whether these are the days of a whole journey, of which it is a later part: its own are told further on.
    pub(crate) later: bool,
    /// Who receives the others, at home: whom a verb of receiving has for its subject, or who is called on.
    pub(crate) host: Option<usize>,
    pub(crate) place: Place,
    pub(crate) occasion: Option<Range<u32>>,
    /// The session that it is itself.
    pub(crate) session: Session,
    /// The session on whose occasion it took place.
    pub(crate) occasion_session: Session,
    /// What relations come to with it.
    pub(crate) level: Option<Comes>,
    /// Whether its occasion is a gathering, beside which it was.
    pub(crate) aside: bool,
    /// Whether a journey told before goes on with it: "the journey goes on to Quito".
    pub(crate) leg: bool,
    /// Whether a word names its sides alone, for which those who met are there.
    pub(crate) bodies: bool,
    /// Whether whoever acts is whose statement it is: the subject of a verb of its own.
    pub(crate) voiced: bool,
    /// Whether it was still to come when it was told of.
    pub(crate) to_come: bool,
    /// Whether "before" or "after" leads a journey: "met Minister X *before departing for Quito*".
    pub(crate) led: bool,
    pub(crate) evidence: Range<u32>,
    /// The words that opened it; none where no phrase did.
    pub(crate) words: Range<u32>,
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
            later: false,
            host: None,
            place: Place::default(),
            occasion: None,
            session: Session::default(),
            occasion_session: Session::default(),
            level: None,
            aside: false,
            leg: false,
            bodies: false,
            voiced: false,
            to_come: false,
            led: false,
            evidence,
            words: 0..0,
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

/// "On 11 July he met leaders of partners such as Peru, Chile and Ghana": drops of the meetings that one sentence names by their parties
/// alone those that are told of by themselves, if on a day beside it.
pub(crate) fn without_heads(drafts: &mut Vec<Draft>) {
    let told = |index: usize| {
        let head = &drafts[index];
        let near = || drafts[index.saturating_sub(LISTED)..drafts.len().min(index + LISTED)].iter();
        let listed = near().filter(|other| other.evidence == head.evidence && other.kind == head.kind).count() >= MANY;
        let itself = |other: &Draft| {
            other.kind == head.kind
                && other.evidence != head.evidence
                && other.people.len() > head.people.len()
                && within(&head.people, &other.people)
                && within(&head.parties, &other.parties)
                && head.days.zip(other.days).is_none_or(|(head, own)| beside(head, own))
        };
        let alone = head.kind == Kind::Meeting && head.claims.is_empty() && head.people.len() < head.parties.len();
        alone && listed && near().any(itself)
    };
    let kept: Vec<bool> = (0..drafts.len()).map(|index| !told(index)).collect();
    let mut kept = kept.into_iter();
    drafts.retain(|_| kept.next() == Some(true));
}

/// Drops where a journey goes on if its country was told with the journey, [`BACK`] before at most: "travels to Peru and
/// Ecuador. … On Friday *the journey goes on to Quito*".
pub(crate) fn without_legs(drafts: &mut Vec<Draft>) {
    let told = |index: usize| {
        let leg = &drafts[index];
        let whole = |draft: &Draft| {
            draft.kind == Kind::Visit
                && !draft.leg
                && within(&leg.people, &draft.people)
                && within(&leg.parties, &draft.parties)
                && draft.days.zip(leg.days).is_none_or(|(whole, own)| overlap(whole, own))
        };
        leg.leg && leg.claims.is_empty() && drafts[index.saturating_sub(BACK)..index].iter().any(whole)
    };
    let kept: Vec<bool> = (0..drafts.len()).map(|index| !told(index)).collect();
    let mut kept = kept.into_iter();
    drafts.retain(|_| kept.next() == Some(true));
}

/// "Sets out for *southern Africa*. … In Lusaka …": drops a journey to no state where whoever goes is then told to be in some
/// state; what was said of it is said of that.
pub(crate) fn without_regions(drafts: &mut Vec<Draft>) {
    let mut kept = vec![true; drafts.len()];
    for index in 0..drafts.len() {
        let whole = &drafts[index];
        let leg = |draft: &Draft| {
            draft.kind == Kind::Visit
                && !draft.background
                && draft.place.country.is_some()
                && draft.parties.len() > 1
                && within(&whole.people, &draft.people)
        };
        let nowhere = whole.kind == Kind::Visit && whole.place.country.is_none() && whole.parties.len() < 2;
        let mut behind = index + 1..drafts.len().min(index + LISTED);
        if let Some(first) = behind.find(|&at| nowhere && !whole.people.is_empty() && leg(&drafts[at])) {
            kept[index] = false;
            let claims = std::mem::take(&mut drafts[index].claims);
            drafts[first].claims.splice(0..0, claims);
        }
    }
    let mut kept = kept.into_iter();
    drafts.retain(|_| kept.next() == Some(true));
}

/// What the two sides sign is by nobody's hand, though those who met are there while it is told.
pub(crate) fn without_hands(draft: &mut Draft) {
    if draft.bodies {
        draft.people.clear();
    }
}

/// Journeys and messages are told of long before and after: where nothing but the page's own age tells a day, they have none.
pub(crate) fn without_supposed_days(draft: &mut Draft) {
    if matches!(draft.kind, Kind::Visit | Kind::Message) && draft.days_basis == Some("page") {
        (draft.days, draft.days_basis) = (None, None);
    }
}

/// Where the people of a meeting are of two parties, others are only spoken of: "met on the border with Belarus".
pub(crate) fn drop_spoken_of(draft: &mut Draft, people: &People) {
    let met = draft.people.iter().map(|&person| people.all[person].party);
    let of: Option<Vec<Party>> = met.collect();
    let Some(of) = of.filter(|_| matches!(draft.kind, Kind::Meeting | Kind::Call)) else { return };
    let two = of.iter().any(|party| *party != of[0]);
    // Of several more somebody may have been there.
    if two && draft.parties.iter().filter(|party| !of.contains(party)).count() == 1 {
        draft.parties.retain(|party| of.contains(party));
    }
}

/// Whether two spans of days share one.
pub(crate) fn overlap(old: Days, new: Days) -> bool {
    old.0.begins_by(new.1) && new.0.begins_by(old.1)
}

/// Whether some days begin on others or soon after.
pub(crate) fn soon_after(old: Days, new: Days) -> bool {
    old.0.begins_by(new.0) && old.1.plus_days(SOON).is_some_and(|end| new.0.begins_by(end))
}

/// Whether two spans of days lie so near each other that one gathering may hold both.
pub(crate) fn beside(old: Days, new: Days) -> bool {
    let wide = |days: Days| Some((days.0.plus_days(-GATHERING_DAYS)?, days.1.plus_days(GATHERING_DAYS)?));
    overlap(wide(old).unwrap_or(old), new)
}

/// Whether some days are more than a year before a day.
pub(crate) fn long_before(days: Days, day: Date) -> bool {
    day.checked_sub(1.year()).is_ok_and(|before| days.1.last_day() < before)
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

#[cfg(test)]
mod tests {
    use crate::fixtures::{phrases, read};

    fn parties(language: &str, text: &str, kind: &str) -> String {
        let told = read(phrases(), language, text).engagements;
        let mut parties = told.into_iter().find(|told| told.kind == kind).map(|told| told.parties).unwrap_or_default();
        parties.sort();
        parties.join(",")
    }

    #[test]
    fn who_is_only_spoken_of_takes_no_part() {
        let meeting = |language, text| parties(language, text, "meeting");
        assert_eq!(
            meeting(
                "en",
                "Polish Foreign Minister Jan Nowak met Latvian Foreign Minister Edvins Krumins on the border with Belarus."
            ),
            "LV,PL"
        );
        assert_eq!(
            meeting(
                "sv",
                "Polens utrikesminister Adam Nowak träffade Lettlands utrikesminister Edvins Krumins om gränsen mot Belarus."
            ),
            "LV,PL"
        );
        // Whose minister is not named takes part.
        assert_eq!(
            meeting("en", "Polish Foreign Minister Jan Nowak met the foreign minister of Latvia in Warsaw."),
            "LV,PL"
        );
    }

    #[test]
    fn money_is_no_party() {
        let text = "Kenya and Ghana signed an agreement worth 130 million US dollars.";
        assert_eq!(parties("en", text, "signing"), "GH,KE");
    }

    #[test]
    fn what_a_guest_opens_is_an_event_of_the_country_too() {
        let event = |language, text| parties(language, text, "event");
        assert_eq!(event("en", "Danish Climate Minister Mads Holm opened a wind laboratory in Nairobi."), "DK,KE");
        assert_eq!(event("en", "Danish Climate Minister Mads Holm opened a wind laboratory in Copenhagen."), "DK");
    }

    #[test]
    fn a_counterpart_without_a_name_is_of_the_party_said() {
        let meeting = |language, text| parties(language, text, "meeting");
        assert_eq!(
            meeting("vi", "Bộ trưởng Ngoại giao Lê Văn Hòa đã gặp người đồng cấp Bangladesh tại Viêng Chăn."),
            "BD,VN"
        );
        assert_eq!(meeting("sv", "Utrikesminister Eva Lund träffade sin norske kollega i Oslo."), "NO,SE");
        assert_eq!(
            meeting("en", "Foreign Minister Ali Sabry of Sri Lanka met his Norwegian counterpart in Oslo."),
            "LK,NO"
        );
    }
}
