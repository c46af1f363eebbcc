//! Where that was which no words place: where what stands near it was, where its titles say, or where the page was written.

use jiff::civil::Date;
use packs::{Kind, Layer, Link, Occasion, OfficeKind, Party, Value, World};
use rustc_hash::FxHashMap;

use crate::drafts::{BACK, Draft, long_before, overlap};
use crate::page::Sentence;
use crate::people::People;
use crate::places::{Place, place};

/// Within so many tokens behind the name of a gathering its place may stand.
const SEATED: u32 = 12;

/// Where a page was written, and when, where that is a single day.
pub(super) struct Written {
    /// The places of its datelines, with the blocks that they head.
    pub(super) places: Vec<(u32, Place)>,
    /// The one place that its titles name: "Minister X in Lima".
    pub(super) titled: Option<Place>,
    /// The place of each gathering of a series, where the page tells one: "the ASEAN Summit in Vientiane".
    pub(super) seats: FxHashMap<u16, Place>,
    /// Where envoys are posted, with the blocks that say so.
    pub(super) posts: Vec<(u32, Party)>,
    pub(super) day: Option<Date>,
}

impl Written {
    /// The place of the dateline above what it tells, else of its first, for what was not long before: "they established
    /// diplomatic relations in 1975" may have been anywhere.
    fn place_of(&self, draft: &Draft) -> Option<Place> {
        let above = self.places.partition_point(|(block, _)| *block <= draft.block);
        self.places.get(above.saturating_sub(1)).map(|(_, place)| *place).filter(|_| !self.long_before(draft))
    }

    /// A country with the city in it in which the page was written, if it was.
    fn city_of(&self, place: Place, draft: &Draft) -> Place {
        let here = self.place_of(draft).filter(|here| here.country == place.country && place.city.is_none());
        here.unwrap_or(place)
    }

    /// The place of its titles, else its own, for the same.
    fn titled_place_of(&self, draft: &Draft) -> Option<Place> {
        self.titled.filter(|_| !self.long_before(draft)).or_else(|| self.place_of(draft))
    }

    /// Whether words beside what is told say that an envoy is posted elsewhere than in a country.
    fn sends(&self, draft: &Draft, country: Party) -> bool {
        let from = self.posts.partition_point(|(block, _)| *block < draft.block);
        let beside = self.posts[from..].iter().take_while(|(block, _)| *block == draft.block);
        beside.into_iter().any(|(_, post)| *post != country)
    }

    /// Where the gathering of a series is held that an engagement is.
    fn seat_of(&self, draft: &Draft) -> Option<Place> {
        let series = draft.session.series.filter(|_| draft.kind == Kind::Conference)?;
        self.seats.get(&series).copied()
    }

    fn long_before(&self, draft: &Draft) -> bool {
        draft.days.zip(self.day).is_some_and(|(days, day)| long_before(days, day))
    }
}

/// The place of each gathering of a series that a page tells of behind its name, unless it tells of two.
pub(super) fn seats(sentences: &[Sentence<'_>]) -> FxHashMap<u16, Place> {
    let mut seats: FxHashMap<u16, Place> = FxHashMap::default();
    for sentence in sentences.iter().filter(|sentence| sentence.in_story()) {
        for (mark, value) in sentence.marks(Layer::Occasions) {
            let Value::Occasion(Occasion::Series(series)) = value else { continue };
            let behind = mark.end..(mark.end + SEATED).min(sentence.tokens.end);
            if let Some(seat) = place(sentence, behind, &[Link::In]) {
                let known = seats.entry(*series).or_insert(seat);
                if known.country != seat.country {
                    *known = Place::default();
                }
            }
        }
    }
    seats.retain(|_, seat| seat.country.is_some());
    seats
}

/// Gives the engagements that tell of no place the likeliest; `home` is the state whose page it is.
pub(super) fn give_places(
    home: Option<Party>,
    written: &Written,
    people: &People,
    world: &World,
    drafts: &mut [Draft],
) {
    let titled = written.titled.and_then(|place| place.country);
    for draft in drafts.iter_mut() {
        come_to(titled.filter(|_| !written.long_before(draft)), draft);
        come_to(home, draft);
        if let Some(seat) = written.seat_of(draft).filter(|_| draft.place == Place::default()) {
            draft.place = seat;
        }
    }
    let places: Vec<Option<Place>> = (0..drafts.len()).map(|index| supposed(drafts, index)).collect();
    for (draft, near) in drafts.iter_mut().zip(places) {
        if draft.background || draft.place != Place::default() {
            continue;
        }
        let place = match draft.kind {
            Kind::Visit | Kind::Call | Kind::Message | Kind::Publication => None,
            // What somebody says at home.
            Kind::Statement => {
                written.place_of(draft).filter(|place| place.country.is_some_and(|home| draft.parties.contains(&home)))
            }
            _ => {
                near.map(|near| written.city_of(near, draft)).or_else(|| written.titled_place_of(draft)).or_else(|| {
                    let country = accredited(draft, people, world).filter(|&country| !written.sends(draft, country))?;
                    Some(Place { country: Some(country), city: None })
                })
            }
        };
        draft.place = place.unwrap_or_default();
    }
}

/// "*Ambassador X of Peru* called on Speaker Y": the state of two where the envoy of the other is.
fn accredited(draft: &Draft, people: &People, world: &World) -> Option<Party> {
    if !matches!(draft.kind, Kind::Meeting | Kind::Event) {
        return None;
    }
    let mut states = draft.parties.iter().copied().filter(|&party| world.is_state(party));
    let (Some(one), Some(other), None) = (states.next(), states.next(), states.next()) else { return None };
    let sends = |party: Party| {
        draft.people.iter().any(|&person| {
            let known = &people.all[person];
            known.party == Some(party) && known.offices.has(OfficeKind::Ambassador)
        })
    };
    match (sends(one), sends(other)) {
        (true, false) => Some(other),
        (false, true) => Some(one),
        _ => None,
    }
}

/// "President Osei arrives on Thursday": whoever is of another state comes to the one that the titles name, else to the page's
/// own, where nothing tells of another.
fn come_to(country: Option<Party>, draft: &mut Draft) {
    let guest = draft.kind == Kind::Visit && draft.place.country.is_none() && draft.parties.len() == 1;
    if let Some(country) = country.filter(|country| guest && !draft.parties.contains(country)) {
        draft.place.country = Some(country);
        draft.parties.push(country);
    }
}

/// Where something near an engagement was that was held on the same days: a visit of one of its parties to the other, what
/// both took part in, where somebody who took part was that day, or where the gathering of these days is held.
fn supposed(drafts: &[Draft], index: usize) -> Option<Place> {
    let draft = &drafts[index];
    let together =
        |other: &&Draft| other.days.zip(draft.days).is_none_or(|(other, own)| overlap(other, own)) && !other.background;
    let (before, behind) = (&drafts[index.saturating_sub(BACK)..index], &drafts[index + 1..]);
    let near = || before.iter().rev().chain(&behind[..behind.len().min(BACK)]);
    let visited = |visit: &&Draft| {
        let guest = |party: &Party| Some(*party) != visit.place.country && draft.parties.contains(party);
        visit.kind == Kind::Visit
            && visit.place.country.is_some_and(|country| draft.parties.contains(&country))
            && visit.parties.iter().any(guest)
    };
    let held = |other: &&Draft| {
        other.place.country.is_some() && !matches!(other.kind, Kind::Visit | Kind::Call | Kind::Message)
    };
    let both = |other: &&Draft| other.parties.iter().filter(|party| draft.parties.contains(party)).count() > 1;
    let there = |other: &&Draft| {
        other.days.is_some()
            && other.days == draft.days
            && other.people.iter().any(|person| draft.people.contains(person))
    };
    // Of a statement nothing tells that it was made there, nor of what others did that week than who went there.
    let gathering = |other: &&Draft| {
        let theirs = other.people.is_empty() || other.people.iter().any(|person| draft.people.contains(person));
        other.kind == Kind::Conference && other.days.is_some() && draft.days.is_some() && theirs
    };
    let visit = near().filter(visited).find(together);
    let other = visit
        .or_else(|| near().filter(held).filter(both).find(together))
        .or_else(|| near().filter(held).filter(there).find(together))
        .or_else(|| near().filter(held).filter(gathering).find(together));
    other.map(|other| other.place)
}
