//! The whole cascade over a scanned page: who is named, whose page it is, and the story as it is told.

use std::cmp::Reverse;

use document::BlockKind;
use packs::{Kind, Layer, Link, OfficeKind, Party, Shape, Topic, Topics, Value};
use rustc_hash::FxHashSet;

use crate::claims::{Candidate, DraftClaim};
use crate::dates::Clock;
use crate::drafts::{BACK, Draft};
use crate::mentions::{Mention, Who, mentions};
use crate::page::{Page, Sentence};
use crate::people::{Held, People, rivals};
use crate::story::Story;
use crate::{Settings, claims, drafts, kinds, places};

/// What is weighed while a story is read.
pub(crate) enum Seen<'s, 'a, 'p> {
    /// A piece of a sentence that may make a claim.
    Piece(&'s Sentence<'p>, &'s [Mention], &'s Candidate),
    /// A sentence that may tell of an engagement.
    Sentence(&'s Story<'a, 'p>, &'s Sentence<'p>, &'s [Mention]),
}

/// What looks on while a document is read.
pub(crate) type Watch<'w> = dyn FnMut(Seen<'_, '_, '_>) + 'w;

/// The whole cascade over a scanned page.
pub(crate) fn accounts(
    page: &Page<'_>,
    main: u8,
    settings: &Settings,
    watch: &mut Watch<'_>,
) -> (People, Clock, Vec<Draft>) {
    let sentences: Vec<_> = (0..page.document.sentences().len()).map(|index| page.sentence(index, main)).collect();
    let story = |kind: BlockKind| !matches!(kind, BlockKind::Furniture | BlockKind::Teaser | BlockKind::Source);
    let session = sentences.iter().filter(|sentence| sentence.in_story()).find_map(places::session_year);
    let clock = Clock::new(page, &sentences, settings.published, session);

    let mut people = People::default();
    people.home = homes(page, main, &sentences, &people).first().copied();
    for sentence in sentences.iter().filter(|sentence| story(sentence.block) && sentence.block != BlockKind::Title) {
        mentions(sentence, &mut people, true);
    }
    people.learn_again();
    let homes = homes(page, main, &sentences, &people);
    people.home = homes.first().copied();
    let held = people.held();
    let natives = &page.packs.languages[usize::from(main)].home;
    let named: FxHashSet<Party> = sentences
        .iter()
        .flat_map(|sentence| sentence.marks(Layer::Names))
        .filter_map(|(_, value)| if let Value::Party(party, _) = value { Some(*party) } else { None })
        .collect();
    let host = host(&sentences, people.home);
    for person in &mut people.all {
        if person.host && person.party.is_none() {
            (person.party, person.said) = (host, host.is_some());
        }
        if person.party.is_none() && person.certain {
            let heads = person.offices.has(OfficeKind::OrganisationHead) && person.offices.iter().count() == 1;
            let may = |party: &Party| {
                let info = page.world().info(*party);
                person.may_be_of(*party, info, natives) && (info.state || person.realm.is_none())
            };
            let fits = |party: &Party| {
                !held.takes(*party, person.offices) && page.world().is_state(*party) != heads && may(party)
            };
            // Whose office the page's own has not is of another that the page names.
            let told = |party: &Party| {
                person.realm.is_none() || Some(*party) == homes.first().copied() || named.contains(party)
            };
            let home = homes.iter().copied().filter(told);
            // "The guest brought a message of President X": of a country named before, where the page's own does not fit.
            let own = home.clone().next().into_iter();
            let near = person.near.iter().copied();
            let there = person.there.into_iter();
            person.party =
                there.chain(own).chain(near).chain(home.clone()).find(fits).or_else(|| home.clone().find(may));
        }
    }
    people.all.iter_mut().for_each(|person| person.seen = 0);
    let found: Vec<Vec<Mention>> = sentences
        .iter()
        .map(|sentence| if sentence.in_story() { mentions(sentence, &mut people, false) } else { Vec::new() })
        .collect();

    // Whom only a title names is the page's own.
    let held = people.held();
    if let Some(home) = people.home.filter(|&home| page.world().is_state(home)) {
        let info = page.world().info(home);
        for person in people.all.iter_mut().filter(|person| person.party.is_none() && person.certain) {
            if person.may_be_of(home, info, natives) && !held.takes(home, person.offices) {
                person.party = Some(home);
            }
        }
    }
    let drafts = tell(page, &sentences, &found, &clock, &people, watch);
    if !part_sides(page, natives, &drafts, &homes, &mut people) {
        return (people, clock, drafts);
    }
    let drafts = tell(page, &sentences, &found, &clock, &people, &mut |_| ());
    (people, clock, drafts)
}

/// The country in which a story takes place: the first that is not the page's own, else that.
fn host(sentences: &[Sentence<'_>], home: Option<Party>) -> Option<Party> {
    let places = || {
        let body = sentences.iter().filter(|sentence| sentence.in_story());
        body.filter_map(|sentence| {
            let told = places::place(sentence, sentence.tokens.clone(), &[Link::In, Link::To]);
            told.or_else(|| places::dateline(sentence))?.country
        })
    };
    places().find(|&country| Some(country) != home).or_else(|| places().next())
}

/// A visit with the country visited.
type Visited<'d> = (&'d Draft, Party);

/// A meeting has two sides: where all people who take part are of one party, those whose party was only inferred are of
/// another: of the country visited, or of the other party named, or of the page's own. Gives whether anything changed.
fn part_sides(page: &Page<'_>, natives: &[Party], drafts: &[Draft], homes: &[Party], people: &mut People) -> bool {
    let visits: Vec<(&Draft, Party)> = drafts
        .iter()
        .filter(|draft| draft.kind == Kind::Visit)
        .filter_map(|draft| Some((draft, draft.place.country?)))
        .collect();
    let held = people.held();
    let mut counts = vec![0_u32; people.all.len()];
    drafts.iter().flat_map(|draft| &draft.people).for_each(|&person| counts[person] += 1);
    let mut changed = join_guests(&visits, people);
    for (index, draft) in drafts.iter().enumerate() {
        let signs = draft.kind == Kind::Signing && draft.people.len() == 2;
        if !(signs || matches!(draft.kind, Kind::Meeting | Kind::Call | Kind::Consultation | Kind::Message)) {
            continue;
        }
        changed |= face_guests(draft, &visits, &held, people);
        let Some((party, named)) = one_sided(draft, people) else { continue };
        if let ([person], Some(other)) = (draft.people.as_slice(), named) {
            // "The delegation called on the Vice-President": whoever alone is named on a visit is of the country visited.
            let visited = |(visit, country): &(&Draft, Party)| {
                *country == other && visit.parties.contains(&party) && !visit.people.contains(person)
            };
            if !people.all[*person].said && visits.iter().any(visited) {
                people.all[*person].party = named;
                changed = true;
            }
            continue;
        }
        // Where it took place, unless others gather there too; and the journey told last before it.
        let world = page.world();
        let gathers = |city: u16| {
            let seat = |party: &packs::PartyInfo| !party.state && party.capital == Some(city);
            !world.cities[usize::from(city)].capital && world.parties.iter().any(seat)
        };
        let apart = matches!(draft.kind, Kind::Call | Kind::Message)
            || draft.occasion.is_some()
            || draft.place.city.is_some_and(gathers);
        let place = draft.place.country.filter(|&country| country != party && !apart);
        let abroad_to = |(visit, country): &&(&Draft, Party)| {
            *country != party && visit.people.iter().any(|guest| draft.people.contains(guest))
        };
        let (told, to_come) = around(&visits, draft);
        let visit = told.iter().rfind(abroad_to).or_else(|| to_come.iter().find(abroad_to));
        let country = place.or(visit.map(|(_, country)| *country));
        let guest = |person: &usize| visit.is_some_and(|(visit, _)| visit.people.contains(person));
        let (mut settled, mut inferred): (Vec<usize>, Vec<usize>) =
            draft.people.iter().partition(|&person| people.all[*person].said || guest(person));
        let before = abroad(&drafts[index.saturating_sub(BACK)..index], &draft.people, party);
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
            let most = inferred.iter().copied().min_by_key(|&person| (Reverse(counts[person]), person));
            settled.extend(most);
            inferred.retain(|&person| Some(person) != most);
        }
        let guests = || {
            let here = visits.iter().filter(|(visit, country)| *country == party && !visit.background);
            here.flat_map(|(visit, _)| visit.parties.iter().copied().filter(|&guest| guest != party)).collect()
        };
        let guests: Vec<Party> = if signs { guests() } else { Vec::new() };
        if settled.is_empty() {
            continue;
        }
        for person in inferred {
            let fits = |other: &&Party| {
                let known = &people.all[person];
                **other != party
                    && (page.world().is_state(**other) || (named == Some(**other) && known.realm.is_none()))
                    && !held.takes(**other, known.offices)
                    && known.may_be_of(**other, page.world().info(**other), natives)
            };
            let there = before.iter().map(|(_, country)| country);
            let others = country.iter().chain(&named).chain(there).chain(&guests).chain(homes);
            if let Some(&other) = others.into_iter().find(fits) {
                people.all[person].party = Some(other);
                changed = true;
            }
        }
    }
    changed
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
    let met = draft.kind == Kind::Meeting && draft.people.iter().any(|&person| of(people, person) == Some(country));
    let mut changed = false;
    for &person in draft.people.iter().filter(|person| met && !visit.people.contains(person)) {
        let known = &mut people.all[person];
        if known.party == Some(party) && !known.said && !held.takes(country, known.offices) {
            (known.party, changed) = (Some(country), true);
        }
    }
    changed
}

/// Who travels with a guest is of the guest's party, unless it was said of which.
fn join_guests(visits: &[(&Draft, Party)], people: &mut People) -> bool {
    let mut changed = false;
    for (visit, country) in visits {
        let Some((&guest, others)) = visit.people.split_first() else { continue };
        let Some(party) = people.all[guest].party.filter(|party| party != country) else { continue };
        for &other in others {
            let known = &mut people.all[other];
            if !known.said && known.party == Some(*country) {
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

/// Whether a country is named right behind a comma behind a city of it.
fn behind_city(sentence: &Sentence<'_>, at: u32, value: &Value) -> bool {
    let Value::Party(party, _) = value else { return false };
    let world = sentence.page.world();
    let from = at.saturating_sub(LONGEST_CITY).max(sentence.tokens.start);
    sentence.within(Layer::Names, from..at).any(|(mark, value)| {
        let beside = mark.end + 1 == at && sentence.is(mark.end, ",");
        beside && matches!(value, Value::City(city) if world.cities[usize::from(*city)].country == *party)
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

/// Reads the story: its engagements with their claims, in the order of the text.
fn tell(
    page: &Page<'_>,
    sentences: &[Sentence<'_>],
    found: &[Vec<Mention>],
    clock: &Clock,
    people: &People,
    watch: &mut Watch<'_>,
) -> Vec<Draft> {
    let mut telling = Story::new(page, clock, people);
    telling.follow(found);
    telling.theme = theme(sentences);
    telling.dateline = sentences.iter().find_map(places::dateline);
    let mut pending: Vec<DraftClaim> = Vec::new();
    let own_words = claims::first_person(sentences, found);
    let asks =
        |sentence: &&Sentence<'_>| sentence.block == BlockKind::Paragraph && sentence.is(sentence.tokens.end - 1, "?");
    telling.questioned = !own_words.is_empty() && sentences.iter().filter(asks).count() >= QUESTIONS;
    let author = author(page, sentences, found, &own_words);
    if let Some((index, person)) = author {
        telling.give_voice(&sentences[index], sentences[index].tokens.clone(), person, 0.6);
    }
    // "Statement by the Minister of …", above the words themselves.
    if author.is_none()
        && let Some((sentence, mentions)) = sentences.iter().zip(found).find(|(sentence, _)| announces(sentence))
    {
        telling.sentence(sentence, mentions);
    }
    let body = |kind: BlockKind| matches!(kind, BlockKind::Paragraph | BlockKind::Dateline);
    for (sentence, mentions) in sentences.iter().zip(found) {
        if !body(sentence.block) {
            telling.head(sentence);
            continue;
        }
        let before = telling.focus.subject.clone();
        let first_person = own_words.binary_search(&sentence.block_index).is_ok();
        telling.focus.author = author.map(|(_, person)| person).filter(|_| first_person);
        watch(Seen::Sentence(&telling, sentence, mentions));
        let told = telling.sentence(sentence, mentions);
        let told = told || telling.item(sentence);
        let scores = if told { None } else { kinds::scores(&telling, sentence, mentions) };
        if let Some(scores) = &scores {
            telling.guess(sentence, mentions, scores);
        }
        claims::keep_speaker(&mut telling, sentence, first_person, before.clone());
        let asked = telling.interview && sentence.is(sentence.tokens.end - 1, "?");
        let candidates = if asked { Vec::new() } else { claims::candidates(&telling, sentence, mentions) };
        for candidate in &candidates {
            watch(Seen::Piece(sentence, mentions, candidate));
            telling.speak_together(sentence, candidate);
            let Some(mut claim) = claims::claim(&telling, sentence, mentions, candidate) else { continue };
            if let Some(addressee) = telling.sends(sentence, mentions, candidate, &claim) {
                claim.addressees = vec![addressee];
            } else if telling.speaks_alone(sentence, scores.as_ref(), candidate) {
                claim.actors = telling.drafts[telling.drafts.len() - 1].parties.clone();
            }
            match claims::belongs(&telling) {
                Some(current) => telling.drafts[current].claims.push(claim),
                None => pending.push(claim),
            }
        }
        claims::note_speaker(&mut telling, sentence, mentions, &candidates, before);
    }
    // Much is said, and nothing tells where: the likeliest sentence of the opening.
    if pending.len() >= CLAIMS_WITHOUT && telling.drafts.iter().all(|draft| draft.background) {
        let opening =
            sentences.iter().zip(found).filter(|(sentence, _)| sentence.block == BlockKind::Paragraph).take(OPENING);
        let likely = opening.filter_map(|(sentence, mentions)| {
            Some((sentence, mentions, kinds::likeliest(&telling, sentence, mentions)?))
        });
        let best = likely.max_by(|a, b| a.2.1.total_cmp(&b.2.1));
        if let Some((sentence, mentions, (kind, _))) = best {
            telling.suppose(sentence, mentions, kind, 0.3);
        }
    }
    // Captions and, where the story itself opened nothing, titles.
    let empty = telling.drafts.is_empty();
    for (sentence, mentions) in sentences
        .iter()
        .zip(found)
        .filter(|(sentence, _)| sentence.block == BlockKind::Caption || (empty && sentence.block == BlockKind::Title))
    {
        telling.sentence(sentence, mentions);
    }
    if let Some(first) = telling.drafts.iter().position(|draft| !draft.background) {
        for claim in &mut pending {
            if claim.actors.is_empty() {
                claim.actors.clone_from(&telling.drafts[first].parties);
            }
        }
        telling.drafts[first].claims.splice(0..0, pending);
    }
    let mut drafts = drafts::without_umbrellas(telling.drafts, people);
    drafts.iter_mut().for_each(|draft| drafts::drop_spoken_of(draft, people));
    drafts.sort_by_key(|draft| draft.evidence.start);
    drafts
}

/// Whether a title announces a statement: "Address by the President".
fn announces(sentence: &Sentence<'_>) -> bool {
    let statement = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Statement && trigger.shape == Shape::Noun);
    sentence.block == BlockKind::Title && sentence.marks(Layer::Triggers).any(|(_, value)| statement(value))
}

/// The matter of which a document speaks most, beside relations and visits, where it names one more than once.
fn theme(sentences: &[Sentence<'_>]) -> Option<Topics> {
    let mut counts = [0_u32; Topic::ALL.len()];
    for sentence in sentences.iter().filter(|sentence| sentence.in_story()) {
        for (_, value) in sentence.marks(Layer::Topics) {
            if let Value::Topic(topics) = value {
                topics.iter().for_each(|topic| counts[topic as usize] += 1);
            }
        }
    }
    let matters = Topic::ALL
        .iter()
        .filter(|topic| !matches!(topic, Topic::Relations | Topic::Visits | Topic::Protocol | Topic::Regional));
    let most = matters.rev().max_by_key(|&&topic| counts[topic as usize])?;
    (counts[*most as usize] > 1).then(|| Topics::default().with(*most))
}

/// Who tells a document that is mostly in the first person, and the line around the text that names them.
fn author(
    page: &Page<'_>,
    sentences: &[Sentence<'_>],
    found: &[Vec<Mention>],
    own_words: &[u32],
) -> Option<(usize, usize)> {
    let paragraphs = page.document.blocks().iter().filter(|block| block.kind == BlockKind::Paragraph).count();
    if own_words.len() < LEAST_OWN_WORDS || own_words.len() * 5 < paragraphs * 2 {
        return None;
    }
    let blocks = page.document.blocks().len() as u32;
    let around = |sentence: &Sentence<'_>| {
        let edge = sentence.block_index < EDGE || sentence.block_index + EDGE > blocks;
        let line = edge && sentence.tokens.len() <= BYLINE && own_words.binary_search(&sentence.block_index).is_err();
        line || sentence.block == BlockKind::Title
    };
    let named = |mentions: &[Mention]| {
        let mut people = mentions
            .iter()
            .filter_map(|mention| if let Who::Person(person) = mention.who { Some(person) } else { None });
        let first = people.next()?;
        people.all(|other| other == first).then_some(first)
    };
    (0..sentences.len())
        .filter(|&index| around(&sentences[index]))
        .find_map(|index| Some((index, named(&found[index])?)))
}

/// So many blocks at the head and the foot of a text may name who tells it, in a line of so many tokens.
const EDGE: u32 = 4;
const BYLINE: usize = 30;
/// So many questions make an interview.
const QUESTIONS: usize = 3;
/// In so many blocks somebody says "I" or "we" where a document is theirs.
const LEAST_OWN_WORDS: usize = 2;
/// So many claims without an engagement show that there is one.
const CLAIMS_WITHOUT: usize = 2;
/// How many sentences make the opening of a story.
const OPENING: usize = 6;
/// How much the party that mostly publishes in a language counts, in times named.
const PRIOR: i32 = 6;
/// How much it counts where the page never names it.
const PRIOR_UNNAMED: i32 = 4;
/// How much an agency, a ministry or an address of a party counts around the story, and how much within it.
const VOICE: i32 = 10;
const VOICE_WITHIN: i32 = 2;
/// The most tokens of a city's name and the comma behind it.
const LONGEST_CITY: u32 = 6;
/// How much the city of a dateline counts for its country, and how much where the page names only the city.
const CITY: i32 = 5;
const CITY_ALONE: i32 = 3;

/// Whether a line names another party or a city of one: "The Ministry in Kigali" is not the one at home.
fn foreign(sentence: &Sentence<'_>, party: Party) -> bool {
    sentence.marks(Layer::Names).any(|(_, value)| match value {
        Value::Party(other, _) => *other != party,
        Value::City(city) => sentence.page.world().cities[usize::from(*city)].country != party,
        _ => false,
    })
}

/// The state of an address on the web that a line gives, by its end: "baoquocte.vn".
fn address(sentence: &Sentence<'_>) -> Option<Party> {
    let world = sentence.page.world();
    let glued = |at: u32| !sentence.token(at).spaced;
    (sentence.tokens.start + 2..sentence.tokens.end).find_map(|at| {
        let end = sentence.word(at);
        let ends = end.len() == 2 && sentence.is(at - 1, ".") && glued(at - 1) && glued(at);
        let code = if end == "uk" { "GB".to_owned() } else { end.to_ascii_uppercase() };
        world.party(&code).filter(|&party| ends && world.is_state(party))
    })
}

/// The parties whose page this may be, likeliest first: those most named in the lines around the story and in it, but
/// seldom those that had to be said beside a name.
fn homes(page: &Page<'_>, main: u8, sentences: &[Sentence<'_>], people: &People) -> Vec<Party> {
    let world = page.world();
    let mut counts: Vec<(Party, i32)> = Vec::new();
    let mut cities: Vec<Party> = Vec::new();
    let add = |counts: &mut Vec<(Party, i32)>, party: Party, weight: i32| match counts
        .iter_mut()
        .find(|(known, _)| *known == party)
    {
        Some((_, count)) => *count += weight,
        None => counts.push((party, weight)),
    };
    for sentence in sentences {
        let dateline = sentence.dateline_end();
        let edge = sentence.block_index < 2 || sentence.block_index + 3 >= page.document.blocks().len() as u32;
        // "The tour ends in Suva.", at the foot, is of the story.
        let told = sentence.block_index >= 2 && sentence.is(sentence.tokens.end - 1, ".");
        let issuer = edge && sentence.tokens.len() <= 10 && sentence.marks(Layer::Triggers).next().is_none();
        let line = issuer || matches!(sentence.block, BlockKind::Source | BlockKind::Furniture | BlockKind::Dateline);
        for (mark, value) in sentence.marks(Layer::Names).chain(sentence.marks(Layer::Handles)) {
            let around = line || mark.start < dateline;
            // "Johannesburg, South Africa": where it was written, not by whom.
            let place = around && behind_city(sentence, mark.start, value);
            match value {
                Value::Party(party, _) => add(&mut counts, *party, if around && !place { 6 } else { 1 }),
                Value::Voice(party) if line && foreign(sentence, *party) => {}
                Value::Voice(party) => add(&mut counts, *party, if around { VOICE } else { VOICE_WITHIN }),
                Value::City(city) if around && !(issuer && told) => cities.push(world.cities[*city as usize].country),
                _ => {}
            }
        }
        if let Some(party) = line.then(|| address(sentence)).flatten() {
            add(&mut counts, party, VOICE);
        }
    }
    // Who reports from abroad seldom speaks of the country.
    for country in cities {
        let named = counts.iter().any(|&(named, _)| named == country);
        add(&mut counts, country, if named { CITY } else { CITY_ALONE });
    }
    for &(party, attached) in &people.attached {
        add(&mut counts, party, -(attached as i32));
    }
    for (place, &party) in page.packs.languages[usize::from(main)].home.iter().enumerate() {
        // A page that never names the state may still be its own, if nothing else speaks for another.
        let named = counts.iter().any(|&(named, _)| named == party);
        add(&mut counts, party, if named { PRIOR >> place } else { PRIOR_UNNAMED >> place });
    }
    counts.sort_by_key(|&(_, count)| -count);
    counts.into_iter().map(|(party, _)| party).collect()
}

#[cfg(test)]
mod tests {
    use crate::fixtures::{phrases, read};

    /// The engagements of a kind as `PARTIES names`, by the packs' phrases alone.
    fn told(language: &str, text: &str, kind: &str) -> Vec<String> {
        let told = read(phrases(), language, text).engagements.into_iter().filter(|told| told.kind == kind);
        told.map(|told| {
            let mut parties = told.parties;
            parties.sort();
            let people: Vec<String> = told.people.into_iter().map(|person| person.name).collect();
            parties.join(",") + " " + &people.join(",")
        })
        .collect()
    }

    #[test]
    fn whom_a_traveller_meets_is_of_the_country() {
        let sv = "Utrikesministeriet\n\nUtrikesminister Eva Lund besökte Slovenien den 12–13 mars 2025.\n\nI Ljubljana träffade Lund sin \
                  slovenska kollega Maja Kos. På eftermiddagen mottogs utrikesministern av president Ana Zupan.\n";
        assert_eq!(told("sv", sv, "meeting"), ["FI,SI Eva Lund,Maja Kos", "FI,SI Ana Zupan,Eva Lund"]);
        let en = "Foreign Minister Ali Sabry of Sri Lanka visited Peru on 12 March 2025. In Lima he met Health Minister Rosa Quispe. \
                  Sabry also met Speaker Luis Rojas in Lima.";
        assert_eq!(told("en", en, "meeting"), ["LK,PE Ali Sabry,Rosa Quispe", "LK,PE Ali Sabry,Luis Rojas"]);
    }

    #[test]
    fn an_agency_or_an_address_tells_whose_page_it_is() {
        let told = |text: &str| told("sv", text, "meeting");
        let story = "Premiärminister Le Van Hoa träffade Sveriges statsminister Eva Lund. Sverige är en vän. Sverige och Vietnam \
                     samarbetar.";
        assert_eq!(
            told(&format!("Hanoi (VNA) - {story}\n\nSverige växer, sade Sveriges statsminister.\n")),
            ["SE,VN Le Van Hoa,Eva Lund"]
        );
        assert_eq!(
            told(&format!("Diplomati i veckan\n\n{story}\n\nSverige växer.\n\nKälla: baoquocte.vn\n")),
            ["SE,VN Le Van Hoa,Eva Lund"]
        );
        let text = "Havanna, 24 juli 2025 (Prensa Latina) Utrikesminister Rosa Pérez träffade Namibias president Jan Nujoma.\n";
        assert_eq!(told(text), ["CU,NA Rosa Pérez,Jan Nujoma"]);
    }

    #[test]
    fn a_journey_that_heads_a_sentence_is_of_whoever_acts_in_it() {
        let text = "Under sitt officiella besök i Algeriet den 18–20 november 2025 höll Vietnams premiärminister Le Van Hoa samtal med \
                    Algeriets premiärminister Ali Ghrib.";
        assert_eq!(told("sv", text, "visit"), ["DZ,VN Le Van Hoa"]);
        assert_eq!(told("sv", text, "meeting"), ["DZ,VN Le Van Hoa,Ali Ghrib"]);
    }

    #[test]
    fn who_is_visited_is_met() {
        let visits = "Vietnams premiärminister Le Van Hoa besökte Kuwait den 16–18 november 2025. ";
        let person = format!(
            "{visits}På kvällen besökte premiärministern den tidigare kuwaitiske premiärministern Nasser Al-Sabah."
        );
        assert_eq!(told("sv", &person, "meeting"), ["KW,VN Le Van Hoa,Nasser Al-Sabah"]);
        let place = format!("{visits}Premiärministern besökte också ett varv.");
        assert_eq!(told("sv", &place, "visit"), ["KW,VN Le Van Hoa"]);
    }

    #[test]
    fn whose_page_it_is_tells_of_which_party_a_minister_is() {
        let check = |text: &str, expected: &str| {
            let people = read(phrases(), "en", text).engagements.into_iter().flat_map(|told| told.people);
            let of = people.filter(|person| person.name == "Rosa Quispe").find_map(|person| person.party);
            assert_eq!(of.as_deref(), Some(expected), "{text}");
        };
        let story = "Foreign Minister Rosa Quispe met Foreign Minister Ali Sabry of Sri Lanka.";
        // The agency of the dateline, more than where the story was written.
        check(
            &format!(
                "DAR ES SALAAM, 3 May 2025 (Xinhua) - {story} Tanzania will host a fair for goods from many countries next year."
            ),
            "CN",
        );
        // A country behind its city is a place.
        check(
            &format!(
                "Global Affairs Canada, Johannesburg, South Africa, 3 May 2025\n\n{story} Canada will host a fair."
            ),
            "CA",
        );
        // What a story ends with is no line of an issuer.
        check(
            &format!("LIMA, 3 May 2025\n\n{story}\n\nMr Sabry will stay on in Peru.\n\nThe tour ends in Suva.\n"),
            "PE",
        );
    }

    #[test]
    fn who_signs_with_the_host_is_the_guests() {
        let text = "BAKU, 3 May 2025\n\nPresident Kofi Mensah of Ghana arrived in Baku on Saturday. Minister of Mines Rosa Quispe and \
                    Minister of Transport Luis Vega signed an agreement. Azerbaijan thanks Azerbaijan.\n";
        let told = read(phrases(), "en", text).engagements;
        let signing = told.iter().find(|told| told.kind == "signing").expect("it is signed");
        let parties: Vec<_> = signing.people.iter().map(|person| person.party.as_deref()).collect();
        assert_eq!(parties, [Some("AZ"), Some("GH")]);
    }

    #[test]
    fn a_second_verb_goes_on_with_the_subject() {
        let first = "Statsminister Eva Lund hade ett möte med Kenyas talman Moses Wekesa";
        let more = format!("{first} och besökte ett varv.");
        assert!(told("sv", &more, "visit").iter().all(|visit| !visit.contains("Wekesa")));
        let more = format!("{first} och nedlade blommor vid Jomo Kenyattas grav.");
        assert!(told("sv", &more, "event")[0].contains("Eva Lund"));
    }

    #[test]
    fn the_second_minister_is_no_second_session() {
        let text =
            "Vid samtalen med Bruneis andre utrikesminister Erywan Yusof tackade utrikesminister Eva Lund Brunei.";
        assert_eq!(told("sv", text, "consultation"), [""; 0]);
    }

    #[test]
    fn who_is_met_beside_a_host_is_of_the_country() {
        let text = "Estlands utrikesministerium\n\nEstlands utrikesminister Mart Tamm besöker Tokyo den 7–9 maj 2025. På onsdagen hade Tamm samtal med Japans \
                    finansminister Ken Mori och med talmannen i underhuset, Akira Sato.";
        assert_eq!(told("sv", text, "meeting"), ["EE,JP Mart Tamm,Ken Mori", "EE,JP Mart Tamm,Akira Sato"]);
    }

    #[test]
    fn who_travels_along_is_on_the_visit() {
        let text = "Utrikesminister Eva Lund besökte Kroatien den 12–13 mars 2025. I Zagreb träffade Lund Kroatiens president Ivo Kos. \
                    Under resan åtföljdes Lund av statssekreterare Åsa Holm.";
        assert_eq!(told("sv", text, "visit"), ["HR,SE Eva Lund,Åsa Holm"]);
        assert_eq!(told("sv", text, "meeting"), ["HR,SE Eva Lund,Ivo Kos"]);
    }

    #[test]
    fn a_name_stands_behind_what_an_office_is_of() {
        let text = "Premiärminister Le Van Hoa tog emot ordföranden för den schweiziska handelskammaren Rolf Suter.";
        assert!(told("sv", text, "meeting")[0].ends_with("Le Van Hoa,Rolf Suter"));
        let text = "Sverige gästades av Kung Harald V och Drottning Sonja av Norge.";
        assert_eq!(told("sv", text, "visit"), ["NO,SE Harald V,Sonja"]);
    }

    #[test]
    fn a_list_of_verbs_has_one_subject() {
        let text = "Sveriges utrikesminister Eva Lund var medordförande för samrådet med Kenyas utrikesminister Moses Wekesa, träffade \
                    Kenyas handelsminister Ann Mutua samt talmannen Joy Achieng, och lade ner en krans vid Jomo Kenyattas mausoleum.";
        assert_eq!(told("sv", text, "event"), ["SE Eva Lund"]);
        assert!(told("sv", text, "meeting").iter().all(|meeting| meeting.contains("Eva Lund")));
        let text = "Prime Minister Ann Skelly of Dominica received Foreign Minister Ali Sabry of Sri Lanka and Speaker Nimal Dias and \
                    visited Peru.";
        assert_eq!(told("en", text, "visit"), ["DM,PE Ann Skelly"]);
    }

    #[test]
    fn talks_on_a_visit_are_of_guest_and_host() {
        let text = "På inbjudan av Kuwaits premiärminister Ahmad Al-Sabah avlade Vietnams premiärminister Le Van Hoa ett officiellt besök \
                    i Kuwait den 16–18 november 2025. Vid samtalen den 17 november enades de två premiärministrarna om handeln.";
        assert_eq!(told("sv", text, "meeting"), ["KW,VN Le Van Hoa,Ahmad Al-Sabah"]);
    }

    #[test]
    fn they_sign_though_the_word_for_them_has_the_verb() {
        let text = "Utrikesminister Eva Lund mötte Kenyas utrikesminister Moses Wekesa i Stockholm. Mötet avslutades med att de \
                    undertecknade ett avtal om återtagande.";
        assert_eq!(told("sv", text, "signing"), ["KE,SE Eva Lund,Moses Wekesa"]);
    }

    #[test]
    fn a_journey_has_its_days_in_its_country() {
        let text = "Statsminister Eva Lund reser den 14 oktober 2025 till Portugal. Den 15 oktober fortsätter Lund till Irland.\n\n\
                    I Lissabon träffar Lund Portugals premiärminister Rui Matos.";
        let told = read(phrases(), "sv", text).engagements.into_iter().find(|told| told.kind == "meeting");
        let start = told.and_then(|told| told.start).map(|start| start.to_string());
        assert_eq!(start.as_deref(), Some("2025-10-14"));
    }

    #[test]
    fn a_premier_is_of_another_state() {
        let text = "Försvarsminister Eva Lund besökte Kiev i Ukraina den 3 maj 2025. Lund träffade premiärminister Ivan Bondar.";
        assert_eq!(told("sv", text, "meeting"), ["SE,UA Eva Lund,Ivan Bondar"]);
    }

    #[test]
    fn his_wife_is_who_was_named_so() {
        let text = "Vietnams president Le Van Hoa och hans fru Ngo Thi Mai besökte Finland den 20–22 oktober 2025. Den 23 oktober besökte \
                    Le Van Hoa och hans fru Bulgarien.";
        assert_eq!(told("sv", text, "visit"), ["FI,VN Le Van Hoa,Ngo Thi Mai", "BG,VN Le Van Hoa,Ngo Thi Mai"]);
    }

    #[test]
    fn what_was_signed_names_nobody_by_itself() {
        let text = "Utrikesminister Eva Lund mötte Kenyas utrikesminister Moses Wekesa i Stockholm. Vid mötet undertecknades ett avtal om \
                    hamnar.";
        assert_eq!(told("sv", text, "signing"), ["KE,SE "]);
    }

    #[test]
    fn who_agrees_goes_on_to_sign() {
        let met = "Vietnams president Le Van Hoa höll samtal med Sydafrikas president Thabo Dube i Hanoi.";
        for more in [
            "Vid samtalen enades de två presidenterna om handeln, och bevittnade därefter undertecknandet av ett antal avtal.",
            "Efter mötet undertecknade de en handlingsplan.",
        ] {
            assert_eq!(told("sv", &format!("{met} {more}"), "signing"), ["VN,ZA Le Van Hoa,Thabo Dube"], "{more}");
        }
    }

    #[test]
    fn what_a_ministry_issues_is_the_pages_own() {
        let text = "Hanoi (VNA) - Utrikesministeriet utfärdade beslut nr 12/2025 om planen för ASEAN-toppmötet.";
        assert_eq!(told("sv", text, "publication"), ["VN "]);
    }
}
