//! Where the parties of engagements have their seats.

use std::collections::BTreeMap;

use super::{Counts, parties};
use crate::desk::Asked;
use crate::problem::Problem;

/// Capitals and seats, with how much their parties have to do.
#[derive(Debug)]
pub(crate) struct Places {
    /// Those of which it is known where they are, the one with most first.
    pub(crate) places: Vec<Place>,
    /// Parties without a seat that is known, with how many engagements they have.
    pub(crate) nowhere: Counts,
}

/// A capital or seat.
#[derive(Debug)]
pub(crate) struct Place {
    /// Its English name.
    pub(crate) city: String,
    /// Degrees north.
    pub(crate) latitude: f64,
    /// Degrees east.
    pub(crate) longitude: f64,
    /// The parties that sit there, with how many engagements each has.
    pub(crate) parties: Counts,
    /// How many these are together.
    pub(crate) n: u64,
}

/// The seats of all parties of which the register tells; of a view, of those with which it has to do.
pub(crate) fn places(asked: &Asked<'_>, view: Option<&str>) -> Result<Places, Problem> {
    let world = &asked.desk.packs.world;
    let mut places: BTreeMap<u16, Place> = BTreeMap::new();
    let mut nowhere = Counts::new();
    for (code, n) in parties(asked, view)?.iter().cloned() {
        let seat = world.party(&code).and_then(|party| world.info(party).capital);
        let known = seat.and_then(|seat| Some((seat, world.cities.get(usize::from(seat))?)));
        let Some((seat, city, [north, east])) = known.and_then(|(seat, city)| Some((seat, city, city.at?))) else {
            nowhere.push((code, n));
            continue;
        };
        let place = places.entry(seat).or_insert_with(|| Place {
            city: city.name.clone(),
            latitude: f64::from(north) / 100.0,
            longitude: f64::from(east) / 100.0,
            parties: Counts::new(),
            n: 0,
        });
        place.parties.push((code, n));
        place.n += n;
    }
    let mut places: Vec<Place> = places.into_values().collect();
    places.sort_by(|a, b| b.n.cmp(&a.n).then_with(|| a.city.cmp(&b.city)));
    Ok(Places { places, nowhere })
}
