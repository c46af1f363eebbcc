//! Where an act was.

use std::ops::Range;

use document::Shape;
use packs::{ClaimType, Form, Kind, Layer, Level, Link, Mark, Occasion, OfficeKind, Party, Shape as Stands, Value};

use crate::acts::{Act, told_at};
use crate::dates::Days;
use crate::drafts::{Draft, beside as near, long_before, overlap};
use crate::engagements::days::ahead;
use crate::engagements::who::heads_line;
use crate::mentions::Mention;
use crate::occasions::framed;
use crate::page::Sentence;
use crate::places::{Place, named_at, place};
use crate::scene::Side;
use crate::sides::inviters;
use crate::story::Story;

/// So many tokens behind a verb of speech may say where it was said.
const BESIDE: u32 = 3;

impl Story<'_, '_> {
    /// The place that the words of an act tell; of a visit its object, where nothing else is.
    pub(super) fn told_place(&self, act: &Act<'_>, object: &Side) -> Place {
        let (kind, sentence) = (act.trigger.kind, act.sentence);
        if kind == Kind::Visit && act.trigger.shape == Stands::Passive {
            return self.received_at(act, object);
        }
        if let Some(there) = told_at(act).filter(|_| kind != Kind::Visit) {
            return there;
        }
        if kind == Kind::Visit && act.further {
            // One country of several.
            let named = act.right.clone().find_map(|at| named_at(sentence, at));
            return named.unwrap_or_default();
        }
        let links: &[Link] = if kind == Kind::Visit { &[Link::In, Link::To] } else { &[Link::In] };
        // "Left Colombo on Sunday for a visit to Peru": where he goes stands behind the gap.
        let behind = act.mark.tail.max(act.mark.end)..act.right.end.max(act.mark.tail);
        let gone = if kind == Kind::Visit && act.mark.tail > 0 { place(sentence, behind, links) } else { None };
        // "Before his trip to Armenia, in Tbilisi": what ends the words of a visit leads where it goes.
        let leads = kind == Kind::Visit
            && act.mark.end > act.mark.start
            && links.iter().any(|&link| sentence.link(act.mark.end - 1, link) == Some(act.mark.end));
        let gone = gone.or_else(|| leads.then(|| named_at(sentence, act.mark.end)).flatten());
        // "Met Minister X and agreed on a forum *in Lima* in September": what is said is elsewhere.
        let end =
            if kind == Kind::Visit { act.right.end } else { said_from(act).min(unframed(act)).min(act.right.end) };
        // "“Peace *in Mali* comes first”, said Minister X": a quote tells where what it speaks of is.
        let from = if act.says_behind() { act.mark.end } else { act.left.start };
        // "Peru will open a school *in Quito*, the minister said after talks with Minister X *in Lima*": what is said is elsewhere.
        let said = from..act.mark.start.max(from);
        let reports = |value: &Value| matches!(value, Value::Speech(speech) if speech.level == Some(Level::Report));
        let said = sentence.within(Layer::Speech, said).rfind(|(_, value)| reports(value)).map(|(mark, _)| mark.end);
        let behind = said.and_then(|said| place(sentence, said..end.max(said), links));
        let place = gone.or(behind).or_else(|| place(sentence, from..end.max(from), links));
        // "Welcomed President X *to Strasbourg*".
        let welcomes = kind == Kind::Meeting && act.trigger.host;
        let place = place.or_else(|| if welcomes { welcomed_to(act) } else { None }).unwrap_or_default();
        // "10.00 Meeting with Minister X, *Riga*", in a diary; "Minister X receives Minister Y, *Riga*.", a line of a programme.
        let line = || (self.owner.is_some() && heads_line(act)) || stands_alone(sentence);
        let closes = || kind != Kind::Visit && line();
        let place = if place == Place::default() && closes() { closing(sentence).unwrap_or_default() } else { place };
        if kind != Kind::Visit || place.country.is_some() { place } else { self.visited(act, object).unwrap_or(place) }
    }

    /// "Visited Laos": the object of a visit, where it is a place.
    fn visited(&self, act: &Act<'_>, object: &Side) -> Option<Place> {
        let world = self.page.world();
        let party = object.parties.iter().copied().find(|&party| world.is_state(party) && !self.is_beside(act, party));
        let city = |(_, value): (_, &Value)| if let Value::City(city) = value { Some(*city) } else { None };
        let city = act.sentence.within(Layer::Names, act.right.clone()).find_map(city);
        let city = city.map(|city| Place::of_city(world, city));
        // "Visited *Lima* at the invitation of Peru's President", but not "Peru, on the way home from Nairobi".
        let country = Place { country: party, city: None };
        match party {
            Some(_) => city.filter(|city| city.country == party).or(Some(country)),
            None => city,
        }
    }

    /// Whether a country is named behind what is visited, not as it: "visited *a school* rebuilt with New Zealand funding".
    fn is_beside(&self, act: &Act<'_>, party: Party) -> bool {
        let sentence = act.sentence;
        let from = act.mark.end.max(act.mark.tail);
        let mut named = sentence.within(Layer::Names, from..act.right.end);
        let Some((mark, _)) = named.find(|(_, value)| matches!(value, Value::Party(named, _) if *named == party))
        else {
            return false;
        };
        let apart = |at: u32| [Link::With, Link::By, Link::From].iter().any(|&link| sentence.is_link(at, link));
        let plain = |at: u32| sentence.token(at).shape != Shape::Punctuation;
        // "Besökte en delegation med svenska *företag* Kenya": what goes before is who travels.
        let travels = sentence.language.subject_after_verb
            && sentence
                .within(Layer::Names, from..mark.start)
                .any(|(before, value)| before.end == mark.start && matches!(value, Value::Reference(_)));
        !travels && (from..mark.start).all(plain) && (from..mark.start).any(apart)
    }

    /// Where guests are received who are named behind: "*Hanoi* had a visit by President X", "*Minister X* had a visit by …",
    /// at home where nothing is said.
    fn received_at(&self, act: &Act<'_>, host: &Side) -> Place {
        let world = self.page.world();
        let words = act.left.start..act.mark.end.max(act.mark.tail);
        let city = |(_, value): (_, &Value)| if let Value::City(city) = value { Some(*city) } else { None };
        if let Some(city) = act.sentence.within(Layer::Names, words).find_map(city) {
            return Place::of_city(world, city);
        }
        let host = host.all_parties(self.people).into_iter().find(|&party| world.is_state(party));
        Place { country: host.or(self.people.home), city: None }
    }

    /// Where a guest is of whom the same sentence says only that he is on a visit: with whoever meets him, "received Minister X,
    /// *who arrived on Monday* on a working visit".
    pub(super) fn received_by(&self, act: &Act<'_>, guest: &Side) -> Option<Party> {
        let met = self.drafts.last().filter(|met| act.sentence.tokens.contains(&met.evidence.start))?;
        let mine = guest.all_parties(self.people);
        let meets = met.kind == Kind::Meeting && guest.people.iter().any(|person| met.people.contains(person));
        let host = |party: &&Party| !mine.contains(party) && self.page.world().is_state(**party);
        let hosts: Vec<Party> = met.parties.iter().filter(host).copied().collect();
        hosts.first().copied().filter(|_| meets && hosts.len() == 1)
    }

    /// Where an act took place whose own words do not tell, as far as the story has told it: where the block was last, where
    /// the guest is whom somebody meets, or where the gathering is.
    pub(super) fn supposed_place(&self, act: &Act<'_>, draft: &Draft) -> Place {
        let Draft { kind, people, parties, .. } = draft;
        if !matches!(kind, Kind::Call | Kind::Message | Kind::Visit) {
            let before = self.place_before(act, draft);
            if before != Place::default() {
                return before;
            }
        }
        let here = |place: &Place| {
            let held = matches!(kind, Kind::Meeting | Kind::Consultation | Kind::Signing | Kind::Event);
            held && !act.trigger.background && place.country.is_some_and(|country| parties.contains(&country))
        };
        // Whom a guest meets, he meets where he is.
        let guest = |draft: &&Draft| {
            draft.kind == Kind::Visit
                && !draft.background
                && here(&draft.place)
                && people.iter().any(|person| draft.people.contains(person))
        };
        let visit = self.drafts[self.recent()].iter().rev().find(guest);
        visit.or_else(|| self.frame(draft)).map(|told| told.place).unwrap_or_default()
    }

    /// What was told of a gathering of which what somebody does is a part: "On the sidelines of the summit in Lima he met …
    /// *Receiving* Minister X, he said …".
    fn frame(&self, draft: &Draft) -> Option<&Draft> {
        let meets = draft.kind == Kind::Meeting;
        if !(meets || matches!(draft.kind, Kind::Conference | Kind::Signing)) || draft.background {
            return None;
        }
        let shares = |people: &[usize]| people.iter().any(|person| draft.people.contains(person));
        let lead = || self.lead.is_some_and(|lead| draft.people.contains(&lead));
        let about = |frame: &Draft| match frame.kind {
            Kind::Conference if frame.background => frame.occasion.is_some() && (shares(&frame.people) || lead()),
            Kind::Conference => frame.place != Place::default() && shares(&frame.people),
            Kind::Meeting => meets && frame.aside && !frame.background && shares(&frame.people),
            _ => false,
        };
        let then = |(old, new)| if meets { near(old, new) } else { overlap(old, new) };
        self.drafts[self.recent()]
            .iter()
            .rev()
            .find(|frame| about(frame) && frame.days.zip(draft.days).is_none_or(then))
    }

    /// Tells of a meeting on whose sidelines it was, where the story has said so before, and at which gathering told before it
    /// those who met were.
    pub(super) fn frame_meeting(&self, draft: &mut Draft) {
        if draft.kind != Kind::Meeting || draft.occasion.is_some() {
            return;
        }
        let there = |frame: &&Draft| {
            let place = [frame.place.country, draft.place.country];
            place[0] == place[1] || place.contains(&None)
        };
        let beside = self.frame(draft).filter(|frame| frame.background || frame.kind == Kind::Meeting).filter(there);
        let gathering = || {
            let together = |frame: &Draft| frame.people.iter().any(|person| draft.people.contains(person));
            let named = |frame: &&Draft| match frame.kind {
                Kind::Conference => together(frame) || frame.parties.iter().any(|party| draft.parties.contains(party)),
                Kind::Visit => together(frame),
                Kind::Meeting => together(frame) && frame.block == draft.block,
                _ => false,
            };
            let then = |frame: &&Draft| frame.days.zip(draft.days).is_none_or(|(old, new)| overlap(old, new));
            let told = self.drafts[self.recent()].iter().rev().filter(|frame| frame.occasion.is_some());
            told.filter(named).filter(there).find(then)
        };
        let Some(frame) = beside.or_else(gathering) else { return };
        draft.aside |= beside.is_some();
        (draft.occasion, draft.occasion_session) = (frame.occasion.clone(), frame.occasion_session.or(frame.session));
    }

    /// "Attended the Korea-Africa Forum. On the margins of *the Forum* …": the name of a gathering told before of which only the noun
    /// is said.
    pub(super) fn named_before(&self, kind: Kind, named: Range<u32>) -> Range<u32> {
        if named.len() > 1 || kind == Kind::Signing {
            return named;
        }
        let noun = self.page.quote(named.clone()).to_lowercase();
        let whole = |told: &Range<u32>| {
            let words = self.page.quote(told.clone()).to_lowercase();
            told.len() > 1 && words.split([' ', '-', '–']).any(|word| word == noun)
        };
        let mut told = self.drafts[self.recent()].iter().rev().filter(|draft| draft.kind != Kind::Signing);
        told.find_map(|draft| draft.occasion.clone().filter(whole)).unwrap_or(named)
    }

    /// The place last named in the block, unless that was of what is long past or long after.
    fn place_before(&self, act: &Act<'_>, draft: &Draft) -> Place {
        let sentence = act.sentence;
        let far = |(a, b): (Days, Days)| long_before(a, b.0.first_day()) || long_before(b, a.0.first_day());
        // "*In Lima*, “…”, said Minister X": before a quote that heads its sentence nothing stands.
        let heads = act.quoted() && sentence.token(sentence.tokens.start).shape == Shape::Punctuation;
        let from = if heads || act.says_behind() && !act.quoted() { act.mark.end } else { sentence.tokens.start };
        let until = said_from(act).min(unframed(act)).min(gone_from(act));
        let here = place(sentence, from..until.max(from), &[Link::In]);
        here.or_else(|| {
            // Of the countries of one journey that of whoever is met there.
            let told = || self.drafts[self.recent()].iter().rev().filter(|told| told.block == sentence.block_index);
            // "Flies on to Rio *to attend the summit*": and that of the leg whose purpose is a gathering.
            let leg = |told: &Draft| {
                matches!(draft.kind, Kind::Conference | Kind::Event) && sentence.tokens.contains(&told.evidence.start)
            };
            let theirs = |told: &&Draft| {
                told.kind != Kind::Visit
                    || told.place.country.is_none_or(|country| draft.parties.contains(&country))
                    || leg(told)
            };
            // "Met Minister X in Constanța. Chairman Y *says* …", who was not there.
            let reports = |value: &Value| matches!(value, Value::Speech(speech) if speech.level == Some(Level::Report));
            let says = || sentence.at(Layer::Speech, act.mark.start).any(|(_, value)| reports(value));
            let apart = draft.kind == Kind::Statement && says();
            let there = |told: &&Draft| !apart || draft.people.iter().any(|person| told.people.contains(person));
            let told = || told().filter(there);
            // "Met X in Tashkent on the 10th and Y of Kyrgyzstan on the 12th", behind a journey to both: in Y's country, where the
            // last was in another's.
            let visited = |told: &&Draft| told.kind == Kind::Visit && !told.background && theirs(told);
            let elsewhere = |last: &Draft| {
                last.kind != Kind::Visit
                    && last.place.country.is_some_and(|country| !draft.parties.contains(&country))
                    && last.parties.iter().any(|party| Some(*party) == last.place.country)
            };
            let last = told().find(theirs).or_else(|| told().next());
            let visit = last.filter(|last| elsewhere(last)).and_then(|_| {
                told().filter(|told| told.people.iter().any(|guest| draft.people.contains(guest))).find(visited)
            });
            visit.or(last).filter(|told| !told.days.zip(draft.days).is_some_and(far)).map(|told| told.place)
        })
        .unwrap_or_default()
    }

    /// Whether somebody is of the country to which an act goes, or no country is told.
    pub(super) fn at_home(&self, act: &Act<'_>, somebody: Option<&Side>) -> bool {
        let country = self.told_place(act, &Side::default()).country;
        let parties = somebody.map(|side| side.all_parties(self.people)).unwrap_or_default();
        country.is_none_or(|country| parties.is_empty() || parties.contains(&country))
    }

    /// Whether somebody who was told to be elsewhere goes back to a country of their own.
    pub(super) fn returns(&self, person: usize, to: Option<Party>) -> bool {
        let own = to.is_some() && self.people.all[person].party == to;
        let away = |draft: &Draft| {
            draft.people.contains(&person) && draft.place.country.is_some_and(|country| Some(country) != to)
        };
        own && self.drafts[self.recent()].iter().any(away)
    }

    /// Whether the place right behind an act is in a country of none of some people, and no gathering is told for which they came.
    pub(super) fn abroad(&self, people: &[usize], act: &Act<'_>) -> bool {
        let there = named_at(act.sentence, act.mark.end.max(act.mark.tail)).and_then(|place| place.country);
        // An envoy is there already.
        let foreign = |&person: &usize| {
            let known = &self.people.all[person];
            known.party.is_some_and(|party| Some(party) != there) && !known.offices.has(OfficeKind::Ambassador)
        };
        let gathers = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Conference);
        let mut triggers = act.sentence.marks(Layer::Triggers);
        let gathered = triggers.any(|(_, value)| gathers(value)) || framed(act.sentence).is_some();
        there.is_some() && !gathered && !people.is_empty() && people.iter().all(foreign)
    }

    /// What a visit to no country or city is: to somebody a meeting; to a place, on a journey already told, an event.
    pub(super) fn called_on(&self, act: &Act<'_>, mentions: &[Mention], subject: &Side, object: &Side) -> Option<Kind> {
        let sentence = act.sentence;
        // "Reste till …" goes somewhere, whatever the place is called.
        let leads = [Link::In, Link::To].into_iter().any(|link| sentence.is_link(act.mark.end.saturating_sub(1), link));
        let country = |party: Party| !self.page.world().is_state(party) || !self.is_beside(act, party);
        let placed = |value: &Value| match value {
            Value::City(_) => true,
            Value::Party(party, Form::Name) => country(*party),
            _ => false,
        };
        let to = act.trigger.kind == Kind::Visit
            && act.trigger.shape == Stands::Verb
            && act.mark.tail == 0
            && !act.trigger.future
            && !leads
            && !sentence.within(Layer::Names, act.mark.start..act.right.end).any(|(_, value)| placed(value));
        if !to {
            return None;
        }
        // At whose invitation somebody comes is no call on whoever invites.
        let inviters = inviters(sentence, mentions, self.people, &self.focus);
        let met = |person: &usize| !subject.people.contains(person) && !inviters.contains(person);
        if !subject.people.is_empty() && object.people.iter().any(met) {
            return Some(Kind::Meeting);
        }
        let travels = |draft: &Draft| {
            draft.kind == Kind::Visit
                && !draft.background
                && subject.people.iter().any(|person| draft.people.contains(person))
        };
        self.drafts[self.recent()].iter().any(travels).then_some(Kind::Event)
    }

    /// What somebody opens or attends abroad is an event of the country too.
    pub(super) fn host_of_event(&self, draft: &mut Draft) {
        let Draft { people: guests, parties, place, .. } = draft;
        let visited = self.visiting().and_then(|visit| {
            let guest = visit.people.first().is_some_and(|guest| guests.contains(guest));
            visit.parties.last().copied().filter(|_| guest)
        });
        let host = place.country.or(visited);
        let abroad = |host: &Party| !guests.is_empty() && parties.len() == 1 && !parties.contains(host);
        parties.extend(host.filter(abroad));
    }
}

/// The city behind the last comma of a line, with or without a stop behind it.
fn closing(sentence: &Sentence<'_>) -> Option<Place> {
    let last = sentence.tokens.end - u32::from(sentence.is(sentence.tokens.end - 1, "."));
    let comma = (sentence.tokens.start..last).rev().find(|&at| sentence.is(at, ","))?;
    let mut names = sentence.at(Layer::Names, comma + 1).filter(|(mark, _)| mark.end == last);
    names.find_map(|(_, value)| Place::named(sentence.page.world(), value)).filter(|place| place.city.is_some())
}

/// Whether a sentence is all of its block, as a line of a programme is.
fn stands_alone(sentence: &Sentence<'_>) -> bool {
    sentence.page.document.blocks()[sentence.block_index as usize].sentences.len() == 1
}

/// "The ministers signed a treaty, and *the guest visited* a yard in Linköping": from where somebody else's journey is told.
fn gone_from(act: &Act<'_>) -> u32 {
    let sentence = act.sentence;
    let goes = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Visit && trigger.opens() && trigger.is_finite());
    let behind = act.mark.end.max(act.mark.tail)..sentence.tokens.end;
    let gone = sentence.within(Layer::Triggers, behind).find(|(_, value)| goes(value)).map(|(mark, _)| mark.start);
    let word = |at: u32| sentence.token(at).shape != Shape::Punctuation && !sentence.is_link(at, Link::And);
    gone.filter(|&gone| (act.right.end..gone).any(word)).map_or(sentence.tokens.end, |_| act.right.end)
}

/// "Welcomed President X *to Strasbourg*", "välkomnades *till Stockholm* av …": the place right behind the verb or a name.
fn welcomed_to(act: &Act<'_>) -> Option<Place> {
    let sentence = act.sentence;
    let beside =
        |at: &u32| *at == act.mark.end || *at == act.mark.tail || sentence.token(at - 1).shape == Shape::Capital;
    let mut behind = (act.mark.end..act.right.end).filter(beside);
    behind.find_map(|at| named_at(sentence, sentence.link(at, Link::To)?))
}

/// Where what is said begins behind an act at which people meet, beyond the words right behind its verb ("*warned in
/// Lima* that …"), else the end of its sentence.
fn said_from(act: &Act<'_>) -> u32 {
    let sentence = act.sentence;
    let meets = matches!(act.trigger.kind, Kind::Meeting | Kind::Consultation | Kind::Conference | Kind::Event);
    let says = |value: &Value| matches!(value, Value::Speech(speech) if matches!(speech.level, Some(Level::Act | Level::Report)));
    let behind = sentence.within(Layer::Speech, act.mark.end.max(act.mark.tail)..sentence.tokens.end);
    let said = behind.filter(|(_, value)| meets && says(value)).map(|(mark, value)| {
        // What they discussed they discussed there, but "presented plans *to build* a port in Mombasa".
        if matches!(value, Value::Speech(speech) if speech.claim == ClaimType::Topic) {
            let to_come = |at: u32| [Link::Infinitive, Link::Ahead].iter().any(|&link| sentence.is_link(at, link));
            return (mark.end..sentence.tokens.end).find(|&at| to_come(at));
        }
        Some(mark.end + BESIDE)
    });
    // "Met to prepare the summit, *which will take place in Apia*": what is still to come is elsewhere.
    let past = meets && act.trigger.is_finite() && !ahead(act);
    let to_come = (act.mark.end..sentence.tokens.end).find(|&at| past && sentence.is_link(at, Link::Ahead));
    said.flatten().next().into_iter().chain(to_come).fold(sentence.tokens.end, u32::min)
}

/// Where the words of an act end that may say where it was: "Statement *on the occasion of the attack in Basra*" speaks of what
/// is elsewhere.
fn unframed(act: &Act<'_>) -> u32 {
    let framed = |(mark, value): (Mark, &Value)| (*value == Value::Occasion(Occasion::Frame)).then_some(mark.start);
    let frame = || act.sentence.within(Layer::Occasions, act.mark.start..act.sentence.tokens.end).find_map(framed);
    let announced = act.trigger.kind == Kind::Statement && act.trigger.shape == Stands::Noun;
    if announced { frame() } else { None }.unwrap_or(act.sentence.tokens.end)
}
