//! Who leads the two parties of a brief.

use jiff::civil::Date;
use packs::{OfficeKind, Packs};
use register::people::{NameKey, Person};
use register::{Register, day};

use super::bounded::Point;
use super::tenure;
use crate::error::PressError;
use crate::teller::Teller;

/// So many people of each party are named.
const PEOPLE: usize = 7;
/// So many holders of one office.
const HOLDERS: usize = 2;
/// Whoever has not been heard of for so many days before the last contact is left out.
const GONE_DAYS: i32 = 2 * 366;
/// Offices whose holders are named, the highest first.
const NAMED: [OfficeKind; 5] = [
    OfficeKind::HeadOfState,
    OfficeKind::HeadOfGovernment,
    OfficeKind::PartyLeader,
    OfficeKind::LegislatureHead,
    OfficeKind::ForeignMinister,
];

/// Who leads both, with the days on which that is on record: whoever holds an office before those who held it.
pub(super) fn leading(
    register: &Register,
    teller: &mut Teller<'_>,
    (a, b): (&str, &str),
    today: Date,
) -> Result<Vec<Point>, PressError> {
    let mut points: Vec<(bool, Point)> = Vec::new();
    for party in [a, b] {
        let mut people = register.store().people(Some(party))?;
        people.retain(|person| person.first <= day(today) && rank(person).is_some());
        let newest = people.iter().map(|person| person.last).max().unwrap_or_default();
        people.retain(|person| newest - person.last <= GONE_DAYS);
        for at in (0..people.len()).rev() {
            if is_of_another(register, teller.packs(), &people[at])? {
                people.remove(at);
            }
        }
        people.sort_by_key(|person| (rank(person), std::cmp::Reverse(person.last), person.id.clone()));
        let mut n_named = 0;
        for people in people.chunk_by(|one, other| rank(one) == rank(other)) {
            for (at, person) in holders(register, people)?.into_iter().enumerate() {
                if n_named == PEOPLE {
                    break;
                }
                let Some(told) = tenure(register, teller, person)? else { continue };
                n_named += 1;
                points.push((at > 0, Point { place: points.len(), sentences: vec![told] }));
            }
        }
    }
    points.sort_by_key(|(held, _)| *held);
    Ok(points.into_iter().map(|(_, point)| point).collect())
}

/// The last two holders of an office: so a change of it is seen. Who is told of in passing alone may act for somebody else, and stands
/// back where others hold it.
fn holders<'a>(register: &Register, people: &'a [Person]) -> Result<Vec<&'a Person>, PressError> {
    let (mut held, mut aside) = (Vec::new(), Vec::new());
    for person in people {
        if held.len() == HOLDERS {
            break;
        }
        let mut told = false;
        for account in person.tenures.iter().flat_map(|tenure| [tenure.from_account, tenure.to_account]) {
            if register.store().sketch(account)?.is_some_and(|sketch| !sketch.background) {
                told = true;
                break;
            }
        }
        if told { &mut held } else { &mut aside }.push(person);
    }
    aside.truncate(HOLDERS);
    Ok(if held.is_empty() { aside } else { held })
}

/// So many mentions are few.
const FEW: usize = 3;

/// Whether somebody of whom little is told is known far better as another state's: documents that tell of two countries take one's
/// president for the other's now and then.
fn is_of_another(register: &Register, packs: &Packs, person: &Person) -> Result<bool, PressError> {
    let store = register.store();
    let Some(key) = NameKey::parse(&person.id).map(|key| NameKey { year: None, ..key }) else { return Ok(false) };
    let n = store.mentions(&key)?.len();
    if n > FEW {
        return Ok(false);
    }
    let states = packs.world.parties.iter().map(|party| &party.code).filter(|code| packs.world.is_state_code(code));
    for state in states.filter(|code| Some(*code) != key.party.as_ref()) {
        let other = NameKey { party: Some(state.clone()), ..key.clone() };
        if store.mentions(&other)?.len() >= 2 * n {
            return Ok(true);
        }
    }
    Ok(false)
}

fn rank(person: &Person) -> Option<usize> {
    let of = |office: &str| NAMED.iter().position(|known| known.as_str() == office);
    person.tenures.iter().filter_map(|tenure| of(&tenure.office)).min()
}
