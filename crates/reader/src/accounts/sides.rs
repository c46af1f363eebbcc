//! Of which party those are whose party nothing says: whoever meets has somebody of another party before him.

use std::cmp::Reverse;

use packs::{Kind, Language, Layer, Link, OfficeKind, Party, Value};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::drafts::{BACK, Draft, overlap};
use crate::page::{Page, Sentence};
use crate::people::{Held, Known, People, rivals};
use crate::places::{self, Place};

/// Within so many sentences before whoever is of the host country stands where that is.
const NEAR: usize = 6;
/// How certain an engagement is at least whose own words name those who take part.
const NAMED: f32 = 0.9;

/// Gives whomever the world knows the party for which they act, where the page does not say one.
pub(super) fn give_known(page: &Page<'_>, people: &mut People) {
    for person in people.all.iter_mut().filter(|person| !person.said) {
        let written = page.quote(person.name.clone());
        let name = &written[..written.len() - person.ending as usize];
        if let Some(party) = page.leader(name) {
            (person.party, person.said) = (Some(party), true);
        }
    }
}

/// "*IAEA Director General* in Kazakhstan", above "Director General X arrived …": gives the first of an office whose party
/// nothing says that of which a title tells without a name.
pub(super) fn give_titled(people: &mut People) {
    let held = people.held();
    for (party, offices, words) in std::mem::take(&mut people.titled) {
        let titled = |person: &Known| !words.is_empty() && words.iter().all(|word| person.titles.contains(word));
        if people.all.iter().any(|person| person.party == Some(party) && titled(person)) {
            continue;
        }
        let Some(person) = people.all.iter_mut().find(|person| titled(person)) else { continue };
        if person.party.is_none() && !held.takes(party, offices) {
            (person.party, person.said) = (Some(party), true);
        }
    }
}

/// Gives whoever has no party yet one of the page's likeliest, or of a country that the page names near them.
pub(super) fn give_parties(
    page: &Page<'_>,
    language: &Language,
    sentences: &[Sentence<'_>],
    homes: &[Party],
    people: &mut People,
) {
    let natives = &language.home;
    let held = people.held();
    let mut given = Held::default();
    let names = sentences.iter().flat_map(|sentence| sentence.marks(Layer::Names));
    let named: FxHashSet<Party> =
        names.filter_map(|(_, value)| if let Value::Party(party, _) = value { Some(*party) } else { None }).collect();
    let host = host(sentences, people.home);
    let own = natives.first();
    let unnamed: Vec<Vec<Party>> =
        people.all.iter().map(|person| people.told_unnamed(person.offices).collect()).collect();
    for (index, unnamed) in unnamed.into_iter().enumerate() {
        let faced = people.all[index].faces.and_then(|other| people.all[other].party);
        let person = &mut people.all[index];
        if person.host && person.party.is_none() {
            let host = host_near(sentences, person.name.start, people.home).or(host);
            (person.party, person.said) = (host, host.is_some());
        }
        if person.party.is_some()
            || !(person.certain || language.is_native(page.quote(person.name.clone())) == Some(true))
        {
            continue;
        }
        let heads = person.offices.has(OfficeKind::OrganisationHead) && person.offices.iter().count() == 1;
        let may = |party: &Party| {
            let info = page.world().info(*party);
            person.may_be_of(*party, info, natives)
                && (info.state || person.realm.is_none())
                && !person.not_of.contains(party)
        };
        let fits = |party: &Party| {
            // "Greetings from President X to President Y": one of a party, though nothing tells which.
            let taken = held.takes(*party, person.offices) || given.takes(*party, person.offices);
            // "Prime Ministers X and Y": of one that the page names, each.
            let other = faced.is_none_or(|faced| *party != faced && named.contains(party));
            let free = !taken && other;
            free && page.world().is_state(*party) != heads && may(party)
        };
        // Who is named as those at home are is of them, whosever page it is.
        let native = language.is_native(page.quote(person.name.clone()));
        if let Some(&own) = own.filter(|own| native == Some(true) && may(own)) {
            (person.party, person.said) = (Some(own), true);
            continue;
        }
        let foreign = |party: &Party| native == Some(false) && Some(party) == own;
        // Whose office the page's own has not is of another that the page names.
        let told =
            |party: &Party| person.realm.is_none() || Some(*party) == homes.first().copied() || named.contains(party);
        let home = homes.iter().copied().filter(told);
        // "The guest brought a message of President X": of a country named before, where the page's own does not fit.
        let first = home.clone().next().into_iter();
        let near = || person.near.iter().copied();
        let there = person.there.into_iter();
        // "The Austrian Chancellor … Chancellor Stocker", whose name is none of the page's own people.
        let unnamed = unnamed.iter().copied().filter(|_| native == Some(false));
        let likely = there.chain(first).chain(near()).chain(unnamed).chain(home.clone());
        let found = likely.clone().find(|party| fits(party) && !foreign(party)).or_else(|| likely.clone().find(fits));
        // A foreign minister is a state's.
        let rules = [OfficeKind::HeadOfState, OfficeKind::HeadOfGovernment, OfficeKind::ForeignMinister];
        let state = rules.into_iter().any(|office| person.offices.has(office));
        let suits = |party: &Party| may(party) && (!state || page.world().is_state(*party));
        // "Received the Nga - Việt Society led by Irina Petrova": nor is who has another's name of the page's own, where a country
        // beside them fits.
        let stranger = || near().find(|party| suits(party) && !foreign(party)).filter(|_| native == Some(false));
        person.party = found.or_else(stranger).or_else(|| home.clone().find(suits));
        if let Some(party) = person.party {
            // A parliament may have two speakers.
            given.add(party, person.offices.without(OfficeKind::LegislatureHead));
        }
    }
}

/// The country in which a story takes place: the first that is not the page's own, else that.
fn host(sentences: &[Sentence<'_>], home: Option<Party>) -> Option<Party> {
    let places = || {
        let body = sentences.iter().filter(|sentence| sentence.in_story());
        body.filter_map(|sentence| {
            let told = places::place(sentence, sentence.tokens.clone(), &[Link::In, Link::To]);
            visited(sentence).or(told).or_else(|| places::dateline(sentence))?.country
        })
    };
    places().find(|&country| Some(country) != home).or_else(|| places().next())
}

/// The country of which the sentences up to a token tell last that something takes place there: "in *Panama* … President X of the host
/// country".
fn host_near(sentences: &[Sentence<'_>], at: u32, home: Option<Party>) -> Option<Party> {
    let until = sentences.partition_point(|sentence| sentence.tokens.start <= at);
    let near = sentences[until.saturating_sub(NEAR)..until].iter().rev().filter(|sentence| sentence.in_story());
    let country = |sentence: &Sentence<'_>| {
        visited(sentence).or_else(|| places::place(sentence, sentence.tokens.clone(), &[Link::In, Link::To]))?.country
    };
    near.filter_map(country).find(|&country| Some(country) != home)
}

/// "The visit to Ulan Bator": the place right behind the words for a journey.
fn visited(sentence: &Sentence<'_>) -> Option<Place> {
    let world = sentence.page.world();
    let journeys = sentence.marks(Layer::Triggers);
    let mut journeys =
        journeys.filter(|(_, value)| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Visit));
    journeys.find_map(|(mark, _)| sentence.at(Layer::Names, mark.end).find_map(|(_, value)| Place::named(world, value)))
}

/// Whom only a title names is the page's own, or of those whose names are as theirs.
pub(super) fn give_home(page: &Page<'_>, language: &Language, people: &mut People) {
    let Some(home) = people.home.filter(|&home| page.world().is_state(home)) else { return };
    let natives = &language.home;
    let held = people.held();
    for person in people.all.iter_mut().filter(|person| person.party.is_none() && person.certain) {
        let native = language.is_native(page.quote(person.name.clone())) == Some(true);
        let party = natives.first().copied().filter(|_| native).unwrap_or(home);
        if person.may_be_of(party, page.world().info(party), natives) && !held.takes(party, person.offices) {
            person.party = Some(party);
        }
    }
}

/// A visit with the country visited.
type Visited<'d> = (&'d Draft, Party);

/// What is known of a story that was told once.
struct Told<'a, 'p> {
    page: &'a Page<'p>,
    language: &'a Language,
    homes: &'a [Party],
    drafts: &'a [Draft],
    visits: Vec<Visited<'a>>,
    held: Held,
    /// How many engagements each of the people takes part in.
    counts: Vec<u32>,
    /// Who travels to several countries, or to none that is told.
    travellers: FxHashSet<usize>,
}

/// A meeting has two sides: where all people who take part are of one party, those whose party was only inferred are of
/// another: of the country visited, or of the other party named, or of the page's own. Gives whether anything changed.
pub(super) fn part_sides(
    page: &Page<'_>,
    language: &Language,
    drafts: &[Draft],
    homes: &[Party],
    people: &mut People,
) -> bool {
    let journeys = drafts.iter().filter(|draft| draft.kind == Kind::Visit);
    let visits = journeys.filter_map(|draft| Some((draft, draft.place.country?))).collect();
    let held = people.held();
    let mut counts = vec![0_u32; people.all.len()];
    drafts.iter().flat_map(|draft| &draft.people).for_each(|&person| counts[person] += 1);
    let wide = drafts.iter().filter(|draft| draft.kind == Kind::Visit && draft.place.country.is_none());
    let travellers = wide.flat_map(|draft| draft.people.iter().copied()).collect();
    let told = Told { page, language, homes, drafts, visits, held, counts, travellers };
    let mut changed = told.send_abroad(people);
    changed |= join_guests(&told.visits, people);
    for (index, draft) in drafts.iter().enumerate() {
        changed |= told.seat_host_of_visit(draft, people);
        changed |= told.seat_leader(draft, people);
        let two = matches!(draft.kind, Kind::Meeting | Kind::Call | Kind::Consultation | Kind::Message);
        if two || told.is_signed_by_two(draft) {
            changed |= told.seat_heads(draft, people);
            changed |= told.seat_actor(draft, people);
            changed |= told.seat_host(draft, people);
            changed |= told.seat_there(index, people);
            changed |= face_guests(draft, &told.visits, &told.held, people);
            changed |= told.face_travellers(draft, people);
            changed |= face_rivals(draft, &told.held, people);
            changed |= told.part(index, people);
        }
    }
    changed
}

impl Told<'_, '_> {
    /// Whether nobody else is said to hold somebody's office in a party, and they may hold it there.
    fn may_be_of(&self, known: &Known, party: Party) -> bool {
        let info = self.page.world().info(party);
        !self.held.takes(party, known.offices) && known.may_be_of(party, info, &self.language.home)
    }

    fn is_signed_by_two(&self, draft: &Draft) -> bool {
        draft.kind == Kind::Signing && draft.people.len() == 2
    }

    /// "Minister X will travel to *Tonga*": whoever visits a country is not of it, but of what else is named with them, or
    /// of the page's own.
    fn send_abroad(&self, people: &mut People) -> bool {
        let world = self.page.world();
        let mut changed = false;
        let mut inferred: FxHashMap<Party, u32> = FxHashMap::default();
        let unsaid = people.all.iter().filter(|person| !person.said);
        unsaid.filter_map(|person| person.party).for_each(|party| *inferred.entry(party).or_default() += 1);
        for (visit, country) in &self.visits {
            let Some(&guest) = visit.people.first() else { continue };
            let known = &people.all[guest];
            // What a model only supposes may be no journey: "stayed on in Bali".
            let supposed = visit.rule == self.language.acts.rule();
            if visit.background || supposed || known.said || known.party != Some(*country) {
                continue;
            }
            let (told, to_come) = around(&self.visits, visit);
            // "From Oslo the ministers went on to Tromsø": one of them is the guest already.
            let guests = |&other: &usize| people.all[other].party.is_some_and(|party| party != *country);
            if visit.people.iter().any(guests) {
                continue;
            }
            // Who travels elsewhere too has a party that fits, and this is another's journey.
            let elsewhere = |(other, there): &Visited<'_>| other.people.contains(&guest) && there != country;
            // Unless its own words name him, and nothing else made the country the page's own: "*Minister X* visited Fiji", and
            // flew on from there.
            let alone = visit.certainty >= NAMED && inferred.get(country) == Some(&1);
            if !alone && told.iter().chain(to_come).any(elsewhere) {
                continue;
            }
            let fits = |party: &Party| party != country && world.is_state(*party) && self.may_be_of(known, *party);
            // Where nothing else is named, nothing tells whose guest it is.
            let home = visit.parties.iter().chain(&known.near).chain(self.homes).copied().find(fits);
            (people.all[guest].party, changed) = (home, true);
        }
        changed
    }

    /// "Peru and Oman held consultations. *The delegations were headed by Deputy Minister X and Director Y*": of two of whom nothing
    /// says whose they are, named behind the two states that met, each is of one, in their order.
    fn seat_heads(&self, draft: &Draft, people: &mut People) -> bool {
        let [one, other] = draft.people[..] else { return false };
        if draft.kind != Kind::Consultation {
            return false;
        }
        let (first, last) = (&people.all[one], &people.all[other]);
        let behind = |known: &Known| !known.said && known.name.start >= draft.evidence.end;
        let states = match draft.parties[..] {
            [first, last] => [first, last],
            // The page's own, of whom they were thought to be.
            [first, last, home] if people.all[one].party == Some(home) => [first, last],
            _ => return false,
        };
        let fits = |known: &Known, party: Party| {
            let info = self.page.world().info(party);
            info.state && known.may_be_of(party, info, &self.language.home)
        };
        if first.party != last.party
            || !(behind(first) && behind(last) && fits(first, states[0]) && fits(last, states[1]))
        {
            return false;
        }
        for (person, state) in [one, other].into_iter().zip(states) {
            (people.all[person].party, people.all[person].said) = (Some(state), true);
        }
        true
    }

    /// "Minister X spoke by telephone with Japan's Minister Y. *Norway supports* Japan's candidacy": whoever was thought to be of the
    /// page's own, which it never names, is of the one other state that says something there.
    fn seat_actor(&self, draft: &Draft, people: &mut People) -> bool {
        let world = self.page.world();
        let Some(home) = people.home.filter(|home| !people.named.contains(home)) else { return false };
        let supposed = |&person: &usize| !people.all[person].said && people.all[person].party == Some(home);
        let mut strangers = draft.people.iter().copied().filter(supposed);
        let (Some(stranger), None) = (strangers.next(), strangers.next()) else { return false };
        let actors = draft.claims.iter().filter(|claim| claim.actors.len() == 1).map(|claim| claim.actors[0]);
        let mut others: Vec<Party> = actors.filter(|party| !draft.parties.contains(party)).collect();
        others.dedup();
        let [state] = others[..] else { return false };
        let fits = world.is_state(state) && self.may_be_of(&people.all[stranger], state);
        if fits {
            (people.all[stranger].party, people.all[stranger].said) = (Some(state), true);
        }
        fits
    }

    /// "President X *hosted* President Y at State House, *Nairobi*": whoever receives is of the country where that is.
    fn seat_host(&self, draft: &Draft, people: &mut People) -> bool {
        let Some(host) = draft.host.filter(|&host| !people.all[host].said) else { return false };
        let (told, to_come) = around(&self.visits, draft);
        if told.iter().chain(to_come).any(|(visit, _)| visit.people.contains(&host)) {
            return false;
        }
        let known = &people.all[host];
        let fits = |country: &Party| {
            known.party != Some(*country) && self.homes.contains(country) && self.may_be_of(known, *country)
        };
        let Some(country) = self.ground(draft).filter(fits) else { return false };
        (people.all[host].party, people.all[host].said) = (Some(country), true);
        true
    }

    /// "A delegation of Nepal's parliament visits the Riksdag. It is led *by Deputy Speaker X*": who leads those who come to the
    /// page's own country is of theirs.
    fn seat_leader(&self, draft: &Draft, people: &mut People) -> bool {
        let (Kind::Visit, [leader], [guest, home]) = (draft.kind, &draft.people[..], &draft.parties[..]) else {
            return false;
        };
        let known = &people.all[*leader];
        let here = draft.place.country.is_none_or(|country| country == *home) && self.homes.first() == Some(home);
        let fits = here
            && draft.host != Some(*leader)
            && !known.said
            && known.party == Some(*home)
            && self.page.world().is_state(*guest)
            && self.may_be_of(known, *guest);
        if fits {
            (people.all[*leader].party, people.all[*leader].said) = (Some(*guest), true);
        }
        fits
    }

    /// "*Host* of the visit was Deputy Speaker X": of the country visited, not of that of the guests.
    fn seat_host_of_visit(&self, draft: &Draft, people: &mut People) -> bool {
        let Some(host) = draft.host.filter(|&host| draft.kind == Kind::Visit && !people.all[host].said) else {
            return false;
        };
        let guests = draft.people.iter().filter(|&&person| person != host);
        let theirs: Vec<Party> = guests.filter_map(|&person| people.all[person].party).collect();
        let known = &people.all[host];
        let fits = |country: &Party| {
            known.party != Some(*country) && !theirs.contains(country) && self.may_be_of(known, *country)
        };
        let Some(country) = draft.place.country.filter(fits) else { return false };
        (people.all[host].party, people.all[host].said) = (Some(country), true);
        true
    }

    /// "Tbilisi: The Secretary General of NATO met *President X* in Baku": whom somebody of another party meets in a third country
    /// is of it, rather than of the page's own, unless they meet elsewhere too.
    fn seat_there(&self, index: usize, people: &mut People) -> bool {
        let draft = &self.drafts[index];
        let [guest, host] = draft.people[..] else { return false };
        let Some(country) = self.ground(draft).filter(|country| self.homes.first() != Some(country)) else {
            return false;
        };
        let (come, known, home) = (&people.all[guest], &people.all[host], self.homes.first().copied());
        let elsewhere = |other: &Draft| other.people.contains(&host) && other.place.country != Some(country);
        let fits = come.said
            && come.party.is_some_and(|party| party != country && home != Some(party))
            && !known.said
            && known.party.is_some_and(|party| home == Some(party))
            && self.may_be_of(known, country);
        let near = &self.drafts[index.saturating_sub(BACK)..(index + BACK).min(self.drafts.len())];
        if !fits || near.iter().any(elsewhere) {
            return false;
        }
        (people.all[host].party, people.all[host].said) = (Some(country), true);
        true
    }

    /// "Visited *two countries* … In Lima the delegation met State Secretary X": whom somebody meets on a journey to several is
    /// of the one where they meet.
    fn face_travellers(&self, draft: &Draft, people: &mut People) -> bool {
        let Some(country) = self.ground(draft).filter(|_| draft.kind == Kind::Meeting) else { return false };
        let travels = |person: &usize| {
            self.travellers.contains(person) && people.all[*person].party.is_some_and(|party| party != country)
        };
        let Some(guest) = draft.people.iter().copied().find(travels) else { return false };
        let party = people.all[guest].party;
        let mut changed = false;
        for &person in draft.people.iter().filter(|&&person| person != guest) {
            let known = &mut people.all[person];
            let other = known.party != Some(country) && known.party != party;
            if other && !known.said && !self.held.takes(country, known.offices) {
                (known.party, changed) = (Some(country), true);
            }
        }
        changed
    }

    /// Parts the sides of one engagement.
    fn part(&self, index: usize, people: &mut People) -> bool {
        let draft = &self.drafts[index];
        let Some((party, named)) = one_sided(draft, people) else { return false };
        // "Received X, Ghana's honorary consul in Sapporo": a state's own consul is met at home.
        let consul = |&person: &usize| {
            let known = &people.all[person];
            known.said && known.offices.has(OfficeKind::HonoraryConsul)
        };
        if draft.people.iter().any(consul) {
            return false;
        }
        if let ([person], Some(other)) = (draft.people.as_slice(), named) {
            return self.part_alone(draft, *person, party, other, people);
        }
        let signs = self.is_signed_by_two(draft);
        let (told, to_come) = around(&self.visits, draft);
        let abroad_to = |(visit, country): &&Visited<'_>| {
            *country != party && visit.people.iter().any(|guest| draft.people.contains(guest))
        };
        // "Travels to Kazakhstan and Uzbekistan": of the countries of one journey the first.
        let last = told.iter().rfind(abroad_to);
        let journey = |visit: &&Visited<'_>| {
            abroad_to(visit)
                && last.is_some_and(|(last, _)| last.block == visit.0.block && last.people == visit.0.people)
        };
        let visit =
            told.iter().find(journey).or_else(|| to_come.iter().filter(|(visit, _)| !visit.led).find(abroad_to));
        let country = self.ground(draft).filter(|&country| country != party).or(visit.map(|(_, country)| *country));
        let before = abroad(&self.drafts[index.saturating_sub(BACK)..index], &draft.people, party);
        let guest = |person: &usize| visit.is_some_and(|(visit, _)| visit.people.contains(person));
        let (mut settled, mut inferred): (Vec<usize>, Vec<usize>) =
            draft.people.iter().partition(|&person| people.all[*person].said || guest(person));
        if inferred.is_empty() {
            // "During his visit to Kyiv President X met President Y", or two of one office, though one party was said of both:
            // the first is the guest.
            let first = settled.iter().copied().find(guest).or(settled.first().copied());
            let doubtful = |&&person: &&usize| {
                let known = &people.all[person];
                Some(person) != first
                    && (!known.said || first.is_some_and(|first| rivals(people.all[first].offices, known.offices)))
            };
            inferred = settled.iter().filter(doubtful).copied().collect();
            settled.retain(|person| !inferred.contains(person));
        }
        // "The President met President Tokayev": of two who cannot be of one party the first named is the page's own.
        if let [one, other] = inferred[..]
            && rivals(people.all[one].offices, people.all[other].offices)
        {
            (settled, inferred) = (vec![one.min(other)], vec![one.max(other)]);
        } else if let Some((guest, _)) = before.filter(|_| settled.is_empty() && !signs) {
            // Who met others abroad goes on to meet whom nothing places.
            (settled, inferred) = draft.people.iter().partition(|&&person| person == guest);
        } else if signs && settled.is_empty() {
            // "Minister X and Minister Y signed …": the first is the page's own.
            (settled, inferred) = (vec![draft.people[0]], vec![draft.people[1]]);
        }
        // Of those who meet abroad the one told of most is the traveller.
        if settled.is_empty() && inferred.len() > 1 && country.is_some() {
            let most = inferred.iter().copied().min_by_key(|&person| (Reverse(self.counts[person]), person));
            settled.extend(most);
            inferred.retain(|&person| Some(person) != most);
        }
        if settled.is_empty() {
            return false;
        }
        let here = |(visit, country): &&Visited<'_>| signs && *country == party && !visit.background;
        let guests = told.iter().chain(to_come).filter(here).flat_map(|(visit, _)| &visit.parties);
        let there = before.iter().map(|(_, country)| country);
        let others: Vec<Party> = country.iter().chain(&named).chain(there).chain(guests).copied().collect();
        let mut changed = false;
        for person in inferred {
            let known = &people.all[person];
            let name = self.page.quote(known.name.clone());
            let stranger = self.language.is_native(name) == Some(false);
            let unnamed = people.told_unnamed(known.offices).filter(|_| stranger);
            let others: Vec<Party> = others.iter().copied().chain(unnamed).chain(self.homes.iter().copied()).collect();
            let fits = |other: &Party| {
                *other != party
                    && (self.page.world().is_state(*other) || (named == Some(*other) && known.realm.is_none()))
                    && self.may_be_of(known, *other)
            };
            // Nobody whose name is none of theirs is of the page's own, where another fits.
            let foreign = |other: &Party| stranger && self.language.home.first() == Some(other);
            let other = others.iter().copied().find(|other| fits(other) && !foreign(other));
            let other = other.or_else(|| others.iter().copied().find(|other| fits(other)));
            // Of two foreign ministers one at most is of a party, and nothing tells of which the other is.
            let rival = || {
                let certain = |&one: &usize| people.all[one].said && rivals(people.all[one].offices, known.offices);
                !known.said && settled.iter().any(certain)
            };
            // "Received the Ambassador of Peru. *Later* he met Ghana's Minister X": in the one case or the other he met one of his own.
            if other.is_some_and(|other| self.faces(index, person, other, people)) {
                continue;
            }
            if other.is_some() || rival() {
                people.all[person].party = other;
                changed = true;
            }
        }
        changed
    }

    /// Whether somebody meets, near an engagement, none but people who are said to be of a party.
    fn faces(&self, index: usize, person: usize, party: Party, people: &People) -> bool {
        let near = index.saturating_sub(BACK)..(index + BACK).min(self.drafts.len());
        let of = |other: &usize| *other == person || people.all[*other].said && people.all[*other].party == Some(party);
        let meets = |draft: &Draft| {
            matches!(draft.kind, Kind::Meeting | Kind::Call)
                && draft.people.len() > 1
                && draft.people.contains(&person)
                && draft.people.iter().all(of)
        };
        near.filter(|&other| other != index).any(|other| meets(&self.drafts[other]))
    }

    /// "The delegation called on the Vice-President": whoever alone is named on a visit is of the country visited.
    fn part_alone(&self, draft: &Draft, person: usize, party: Party, other: Party, people: &mut People) -> bool {
        let (told, to_come) = around(&self.visits, draft);
        let visited = |(visit, country): &Visited<'_>| {
            *country == other && visit.parties.contains(&party) && !visit.people.contains(&person)
        };
        let parts = !people.all[person].said && told.iter().chain(to_come).any(visited);
        if parts {
            people.all[person].party = Some(other);
        }
        parts
    }

    /// The country where an engagement took place, unless others gather there too.
    fn ground(&self, draft: &Draft) -> Option<Party> {
        let world = self.page.world();
        let gathers = |city: u16| {
            let city = &world.cities[usize::from(city)];
            city.seat && !city.capital
        };
        let apart = matches!(draft.kind, Kind::Call | Kind::Message)
            || draft.occasion.is_some()
            || draft.place.city.is_some_and(gathers);
        draft.place.country.filter(|_| !apart)
    }
}

/// The visits told before something and behind it, [`BACK`] at most of each.
fn around<'v, 'd>(visits: &'v [Visited<'d>], draft: &Draft) -> (&'v [Visited<'d>], &'v [Visited<'d>]) {
    let (told, to_come) =
        visits.split_at(visits.partition_point(|(visit, _)| visit.evidence.start <= draft.evidence.start));
    (&told[told.len().saturating_sub(BACK)..], &to_come[..to_come.len().min(BACK)])
}

/// Of those whom a guest meets together some are said to be of the country visited, and so are the others: "met General
/// Secretary X, President Y of the country and Speaker Z".
fn face_guests(draft: &Draft, visits: &[(&Draft, Party)], held: &Held, people: &mut People) -> bool {
    let of = |people: &People, person: usize| people.all[person].party;
    let journey = around(visits, draft).0.iter().rev().find_map(|(visit, country)| {
        let guest = draft.people.iter().copied().find(|person| visit.people.contains(person))?;
        let party = of(people, guest).filter(|party| party != country)?;
        Some((*visit, party, *country))
    });
    let Some((visit, party, country)) = journey else { return false };
    // "The journey goes on to Quito. There she met President X": whoever is met in the country visited, and not beside a
    // gathering.
    // "Is visiting these days. *Yesterday* …": only the page tells a day of the journey.
    let page = visit.days_basis == Some("page");
    let days = || visit.days.zip(draft.days).is_some_and(|(one, other)| page || overlap(one, other));
    let then = || draft.place.country.is_none() && days();
    let here = (draft.place.country == Some(country) || then()) && draft.occasion.is_none();
    let met =
        draft.kind == Kind::Meeting && (here || draft.people.iter().any(|&person| of(people, person) == Some(country)));
    let mut changed = false;
    for &person in draft.people.iter().filter(|person| met && !visit.people.contains(person)) {
        let known = &mut people.all[person];
        let other = known.party == Some(party) || here && known.party != Some(country);
        if other && !known.said && !held.takes(country, known.offices) {
            (known.party, changed) = (Some(country), true);
        }
    }
    changed
}

/// "*Foreign Minister* Berg met President Orsi of Uruguay and *Foreign Minister* Lubetkin": who holds the office of the first
/// named, and whose party nothing says, is of the party of the others whom the first met.
fn face_rivals(draft: &Draft, held: &Held, people: &mut People) -> bool {
    let Some((&first, others)) = draft.people.split_first() else { return false };
    let of = |people: &People, person: usize| people.all[person].party;
    let party = of(people, first);
    let Some(other) = others.iter().find_map(|&person| of(people, person).filter(|other| Some(*other) != party)) else {
        return false;
    };
    let mut changed = false;
    for &person in others {
        let (one, known) = (&people.all[first], &people.all[person]);
        let doubtful = !known.said && known.party == party && rivals(one.offices, known.offices);
        if doubtful && draft.parties.len() == 2 && !held.takes(other, known.offices) {
            people.all[person].party = Some(other);
            changed = true;
        }
    }
    changed
}

/// Who travels with a guest is of the guest's party, unless it was said of which, or both lead the same.
fn join_guests(visits: &[(&Draft, Party)], people: &mut People) -> bool {
    let mut changed = false;
    for (visit, country) in visits {
        let Some((&guest, others)) = visit.people.split_first() else { continue };
        let Some(party) = people.all[guest].party.filter(|party| party != country) else { continue };
        let offices = people.all[guest].offices;
        for &other in others {
            let known = &mut people.all[other];
            let goes = visit.host != Some(other) && !rivals(offices, known.offices);
            if goes && !known.said && known.party != Some(party) {
                known.party = Some(party);
                changed = true;
            }
        }
    }
    changed
}

/// Which of some people of a party took part in something abroad last, and where.
fn abroad(drafts: &[Draft], some: &[usize], party: Party) -> Option<(usize, Party)> {
    drafts.iter().rev().filter(|draft| !draft.background).find_map(|draft| {
        let country = draft.place.country.filter(|&country| country != party && draft.parties.contains(&country))?;
        let guest = some.iter().copied().find(|person| draft.people.contains(person))?;
        Some((guest, country))
    })
}

/// The party of all people of an engagement whose party is known, and the one that is named besides; nothing where several
/// are.
fn one_sided(draft: &Draft, people: &People) -> Option<(Party, Option<Party>)> {
    let mut parties = draft.people.iter().filter_map(|&person| people.all[person].party);
    let party = parties.next()?;
    let mut named = draft.parties.iter().copied().filter(|&other| other != party);
    let other = named.next();
    (parties.all(|other| other == party) && named.next().is_none()).then_some((party, other))
}
