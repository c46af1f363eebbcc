//! Who takes part in an act.

use std::ops::Range;

use document::{BlockKind, Shape};
use packs::{DateMatch, Form, Kind, Layer, Link, Mark, Occasion, Party, Reference, Shape as Stands, Value};

use crate::acts::{Act, told_of};
use crate::begins::Begins;
use crate::claims::behind_quote;
use crate::drafts::Draft;
use crate::engagements::begins;
use crate::mentions::{Mention, Who};
use crate::occasions::headed;
use crate::page::Sentence;
use crate::places::named_at;
use crate::scene::{Side, follows_verb, led, side};
use crate::sides::{inverted, inviters};
use crate::story::Story;

/// How many tokens, such as the hour, may stand before an act that heads a line of a list.
const HEAD: u32 = 5;

/// Within so many tokens behind its verb a delegation that travels is named.
const BEHIND: u32 = 3;
/// The most words for what stands somewhere in honour of somebody.
const MONUMENT: u32 = 4;
/// What states do with each other that may be told of their capitals; at a conference or an event these are the place.
const BETWEEN_STATES: [Kind; 5] = [Kind::Meeting, Kind::Call, Kind::Consultation, Kind::Message, Kind::Signing];
/// What leads somebody who takes part.
const OF_PEOPLE: Begins = Begins::OFFICE.or(Begins::HONORIFIC).or(Begins::REFERENCE);

impl Story<'_, '_> {
    /// Subject and object of an act.
    pub(crate) fn sides(&self, act: &Act<'_>, mentions: &[Mention], inherited: Option<&Side>) -> (Side, Side) {
        let sentence = act.sentence;
        let part = |tokens| side(sentence, mentions, self.people, &self.focus, tokens);
        // "*Left* Kuwait *for a visit to* Algeria": of the countries of a journey that behind the gap.
        let left = || {
            let party = |(_, value): (_, &Value)| matches!(value, Value::Party(_, Form::Name));
            sentence.within(Layer::Names, act.mark.end..act.mark.tail).any(party)
        };
        let gone = act.trigger.kind == Kind::Visit
            && act.mark.tail > 0
            && named_at(sentence, act.mark.tail).is_some_and(|to| to.city.is_none())
            && left();
        let from = if gone { act.mark.tail } else { act.right.start };
        // "“*We* want no conditions”, the Minister told reporters": what is quoted does not act.
        let quote = if act.trigger.kind == Kind::Statement { behind_quote(sentence, act.mark.start) } else { None };
        let left = quote.unwrap_or(act.left.start).max(act.left.start)..act.left.end;
        let (mut before, after) = (part(left), part(from..act.right.end.max(from)));
        if before.is_empty() && act.trigger.is_finite() && BETWEEN_STATES.contains(&act.trigger.kind) {
            before.parties = capitals(act);
        }
        if before.is_empty() && after.is_empty() && act.trigger.is_finite() {
            // "Efter mötet undertecknade *de* en handlingsplan", and "agreed on trade and signed a treaty".
            before = part(act.mark.start..act.mark.end);
            if before.is_empty() && inherited.is_none() {
                before = agreed(act, mentions).map(part).unwrap_or_default();
            }
        }
        if before.is_empty() && act.trigger.is_finite() && act.trigger.kind == Kind::Meeting {
            // "*The delegation* has met Speaker X", which the language might turn round.
            before = self.delegation(act, mentions).unwrap_or(before);
        }
        let travels = act.trigger.is_finite() && act.trigger.kind == Kind::Visit;
        let sent = if travels && before.is_empty() { self.sent(act, mentions) } else { None };
        let is_sent = sent.is_some();
        before = sent.unwrap_or(before);
        if before.is_empty() && act.trigger.kind == Kind::Meeting {
            // "Efter mötet med president X sade *president Y* …".
            before = speaks_behind(act, mentions).map(part).unwrap_or(before);
        }
        // "… and met the Minister": the subject of the verb before goes on.
        let attributed = attributed(act, mentions);
        let goes_on = before.is_empty()
            && !attributed
            && inherited.is_some_and(|subject| !subject.people.is_empty())
            && ((act.mark.start.saturating_sub(2)..act.mark.start)
                .any(|at| sentence.link(at, Link::And) == Some(act.mark.start))
                || listed(act)
                || purpose(act));
        // "The Ministry issued …": a body of which nothing says whose it is acts all the same.
        let body = mentions.iter().any(|mention| {
            act.left.contains(&mention.tokens.start)
                && matches!(mention.who, Who::Reference(Reference::Side, _))
                && !led(sentence, mention, act.left.start)
        });
        // Also where the words behind name somebody: "The government instructs Sida to …", "welcomes the decision of President X".
        let acts = match act.trigger.kind {
            Kind::Publication => after.people.is_empty(),
            Kind::Statement => !after.people.is_empty() && !sentence.language.subject_after_verb,
            _ => false,
        };
        if body && before.is_empty() && acts && act.trigger.is_finite() {
            before.parties.extend(self.people.home);
        }
        let inverts = sentence.language.subject_after_verb
            && !goes_on
            && !body
            && !is_sent
            && act.left.end <= act.mark.start
            && (before.is_empty() || attributed || follows_verb(sentence, mentions, &act.left, act.mark.end));
        let (mut subject, mut object) = match act.trigger.shape {
            Stands::Passive if act.mark.tail > 0 => {
                // "Togs presidenten emot av …": who receives stands behind the gap.
                let mut received = part(act.right.start..act.mark.tail);
                let receives = part(act.mark.tail..act.right.end);
                let guest = if before.is_empty() { inherited.cloned().unwrap_or_default() } else { before.clone() };
                if receives.is_empty() && !guest.is_empty() && !sentence.language.subject_after_verb {
                    // "Được Thủ tướng X tiếp", "… và sẽ được Thủ tướng X tiếp": in it.
                    (received, guest)
                } else {
                    received.merge(&before);
                    (receives, received)
                }
            }
            // "Arrived on Monday and was received by Queen X".
            Stands::Passive if before.is_empty() => (after, inherited.cloned().unwrap_or_default()),
            Stands::Passive => (after, before),
            Stands::Verb | Stands::Joint if inverts => {
                let (subject, mut object) = inverted(act, mentions, sentence, self, after);
                // Whom somebody met before a journey is no part of it.
                if act.trigger.kind != Kind::Visit {
                    object.merge(&before);
                }
                (subject, object)
            }
            _ => (before, after),
        };
        if let Some(who) = act.relative.then(|| told_of(sentence, mentions, act.mark.start)).flatten() {
            // "President Murmu, who hosted a banquet": whom the clause is about.
            subject = side(sentence, mentions, self.people, &self.focus, who);
        }
        if act.trigger.kind == Kind::Visit {
            // "At the invitation of President Stubb, …": who invites does not travel.
            let inviters = inviters(sentence, mentions, self.people, &self.focus);
            subject.people.retain(|person| !inviters.contains(person));
            // Nor where nobody else is named: "The visit takes place at the invitation of the King".
            let hosts = object.people.iter().filter(|person| inviters.contains(person));
            let hosts: Vec<Party> = hosts.filter_map(|&person| self.people.all[person].party).collect();
            object.people.retain(|person| !inviters.contains(person));
            hosts.into_iter().for_each(|host| object.add_party(host));
            // "In the country for *the AU-EU Summit*": whose gathering it is is not visited.
            if let Some(gathering) = headed(sentence, act.right.clone()) {
                let theirs = part(gathering).parties;
                object.parties.retain(|party| !theirs.contains(party));
            }
            let left = left_behind(sentence, mentions);
            subject.parties.retain(|party| Some(*party) != left);
            // "Dẫn đầu đoàn đại biểu *Peru* thăm …": whose delegation goes is no country visited.
            if act.mark.tail > act.mark.end {
                let mine = subject.all_parties(self.people);
                let (led, to) = (part(act.mark.end..act.mark.tail), part(act.mark.tail..act.right.end));
                let own =
                    |party: &Party| mine.contains(party) && led.parties.contains(party) && !to.parties.contains(party);
                object.parties.retain(|party| !own(party));
            }
        }
        if act.trigger.kind == Kind::Message && !object.people.is_empty() {
            let before = heard_of(act).map(part).unwrap_or_default();
            let theirs = object.all_parties(self.people);
            let of_them = |person: &usize| self.people.all[*person].party.is_none_or(|party| theirs.contains(&party));
            subject.people.retain(|person| !(before.people.contains(person) && of_them(person)));
        }
        if act.trigger.kind == Kind::Event {
            // "Laid flowers at President Kenyatta's grave".
            let honoured = honoured(sentence, mentions);
            let at = |tokens: Range<u32>| side(sentence, mentions, self.people, &self.focus, tokens);
            let spoken: Vec<usize> = honoured.into_iter().flat_map(|tokens| at(tokens).people).collect();
            subject.people.retain(|person| !spoken.contains(person));
            object.people.retain(|person| !spoken.contains(person));
            // "Presented the letter *of President X* to President Y": whose it is was not there.
            let of = act.mark.end > act.mark.start && sentence.link(act.mark.end - 1, Link::Of) == Some(act.mark.end);
            let sender = mentions.iter().find(|mention| mention.tokens.start == act.mark.end).filter(|_| of);
            if let Some(Who::Person(sender)) = sender.map(|mention| &mention.who).filter(|_| object.people.len() > 1) {
                object.people.retain(|person| person != sender);
            }
        }
        if object.people.is_empty() && briefs(act) {
            object = Side::default();
        }
        if let Some(owner) =
            self.owner.as_ref().filter(|owner| subject.is_empty() && self.is_entry(act, owner, &object))
        {
            subject = owner.clone();
        }
        if object.is_empty()
            && let Some(guests) = self.delegation_received(act, mentions, &subject)
        {
            object = guests;
        }
        if let Some(guest) = self.guest_received(act, mentions, &subject, &object) {
            object = Side { people: vec![guest], ..Side::default() };
        }
        let journey = || act.trigger.kind == Kind::Visit && object.people.is_empty() && !self.at_home(act, inherited);
        // "Attended the plenary; *the signing of the treaty*; the retreat": one more that somebody was at.
        let attended = || act.trigger.kind == Kind::Signing && sentence.is(act.mark.start.max(1) - 1, ";");
        if subject.is_empty() && (act.trigger.shape != Stands::Noun || journey() || attended()) {
            subject = inherited.cloned().unwrap_or(subject);
            self.leave_hosts(act, &mut subject, &object);
        }
        if subject.is_empty() && act.heads_list() {
            subject.people = self.protagonist().into_iter().collect();
        }
        if subject.is_empty() && act.trigger.kind == Kind::Visit && act.trigger.one {
            subject.people = self.travellers();
        }
        if let Some(traveller) = self.traveller_behind(act, mentions, &subject, &object) {
            subject = traveller;
        }
        if let Some(guest) = self.guest_travels(act, mentions, &subject, &object) {
            subject = Side { people: vec![guest], ..Side::default() };
        }
        if let Some(actor) = inherited.filter(|actor| self.actor_travels(act, actor, &subject, &object)) {
            subject = actor.clone();
        }
        if let Some(speaker) = self.spoke_at(act, mentions, &subject, &object) {
            subject = Side { people: vec![speaker], ..Side::default() };
        }
        let goes_on =
            self.goes_on_to_meet(act, mentions, &object).or_else(|| self.guest_meets(act, mentions, &subject, &object));
        if let Some(lead) = goes_on {
            subject = Side { people: vec![lead], ..Side::default() };
        }
        (subject, object)
    }

    /// "Minister X *co-chaired the session with Minister Y*, and called on President Z" of Y's country: of two sides whose act goes
    /// on with a meeting, who is of the party met stays behind.
    fn leave_hosts(&self, act: &Act<'_>, subject: &mut Side, object: &Side) {
        let party = |person: &usize| self.people.all[*person].party;
        let theirs: Vec<Party> = object.people.iter().filter_map(party).collect();
        let host = |person: &usize| party(person).is_some_and(|party| theirs.contains(&party));
        let meets = act.trigger.kind == Kind::Meeting && act.trigger.is_finite();
        if meets && subject.people.iter().any(host) && !subject.people.iter().all(host) {
            subject.people.retain(|person| !host(person));
            subject.parties.retain(|party| !theirs.contains(party));
        }
    }

    /// Whom the story is about: whoever is named most, else the first of those in what is told, else who acted last.
    pub(super) fn protagonist(&self) -> Option<usize> {
        let told = || self.drafts[self.current?].people.first().copied();
        self.lead.or_else(told).or_else(|| self.focus.subject.people.first().copied())
    }

    /// "Minister X promised to stay. *The promise was made at a meeting with* Minister Y": who made the statement told last, where
    /// a meeting names one side alone, of another party.
    fn spoke_at(&self, act: &Act<'_>, mentions: &[Mention], subject: &Side, object: &Side) -> Option<usize> {
        let sentence = act.sentence;
        let with = act.mark.end > act.mark.start && sentence.is_link(act.mark.end - 1, Link::With);
        let meets = matches!(act.trigger.kind, Kind::Meeting | Kind::Call) && act.trigger.shape == Stands::Noun;
        let before = |mention: &Mention| mention.tokens.start < act.mark.start && mention.who != Who::Name;
        if !with || !meets || !subject.is_empty() || mentions.iter().any(before) {
            return None;
        }
        let told = &self.drafts[self.current?];
        let [speaker] = told.people[..] else { return None };
        let ours = self.people.all[speaker].party?;
        let theirs = object.all_parties(self.people);
        let near = told.kind == Kind::Statement && !told.background && sentence.block_index <= told.block + 1;
        (near && !object.people.is_empty() && !theirs.contains(&ours)).then_some(speaker)
    }

    /// "*A delegation of the Foreign Affairs Committee* visits Namibia", where nothing tells whose it is: the page's own, or
    /// that of whose journey the story has told.
    fn sent(&self, act: &Act<'_>, mentions: &[Mention]) -> Option<Side> {
        let sentence = act.sentence;
        let inverts = sentence.language.subject_after_verb;
        let acts = |at: u32| act.left.contains(&at) || inverts && (act.mark.end..act.mark.end + BEHIND).contains(&at);
        let body = |mention: &Mention| {
            let word = matches!(mention.who, Who::Reference(Reference::Delegation | Reference::Side, _));
            word && mention.party.is_none() && acts(mention.tokens.start)
        };
        if !mentions.iter().any(body) {
            return None;
        }
        let told = self.drafts[self.recent()].iter().rev().find(|draft| draft.kind == Kind::Visit && !draft.background);
        let Some(told) = told else {
            return Some(Side { parties: self.people.home.into_iter().collect(), unnamed: true, ..Side::default() });
        };
        let guest = told.parties.iter().copied().find(|&party| Some(party) != told.place.country);
        let parties = if told.people.is_empty() { guest.into_iter().collect() } else { Vec::new() };
        Some(Side { people: told.people.clone(), parties, unnamed: true, ..Side::default() })
    }

    /// "*The Minister* called on the Vice-President", on a page of the host's: where all would be of one party, who goes on to
    /// meet is the guest of whose visit the story tells, or whom it is about.
    fn guest_meets(&self, act: &Act<'_>, mentions: &[Mention], subject: &Side, object: &Side) -> Option<usize> {
        let meets = matches!(act.trigger.kind, Kind::Meeting | Kind::Call) && act.trigger.is_finite();
        let [person] = subject.people[..] else { return None };
        let party = self.people.all[person].party.filter(|_| meets && !object.people.is_empty())?;
        let theirs = |&other: &usize| self.people.all[other].party == Some(party) && other != person;
        let before = |mention: &&Mention| {
            act.left.contains(&mention.tokens.start) && !matches!(mention.who, Who::Name | Who::Party(_))
        };
        let mut acts = mentions.iter().filter(before);
        let (word, None) = (acts.next()?, acts.next()) else { return None };
        let meant = |other: &usize| {
            let fits = match word.who {
                Who::Office(offices) if word.party.is_none() => self.people.may_hold(*other, offices),
                Who::Reference(Reference::He | Reference::She, gender) => {
                    self.focus.may_be(self.people, *other, gender)
                }
                _ => false,
            };
            fits && self.people.all[*other].party.is_some_and(|other| other != party) && !object.people.contains(other)
        };
        let guests =
            self.drafts[self.recent()].iter().rev().filter(|draft| draft.kind == Kind::Visit && !draft.background);
        let mut guests = guests.filter_map(|draft| draft.people.first().copied());
        let found = guests.find(meant).or(self.lead.filter(meant));
        found.filter(|_| object.people.iter().all(theirs))
    }

    /// "Later Prime Minister X received *the President*", on a page of the host's: where all would be of one party, the guest is
    /// meant of whose visit the story tells.
    fn guest_received(&self, act: &Act<'_>, mentions: &[Mention], subject: &Side, object: &Side) -> Option<usize> {
        let ([host], [met]) = (&subject.people[..], &object.people[..]) else { return None };
        let party = self.people.all[*host].party?;
        let office = mentions.iter().find_map(|mention| match mention.who {
            Who::Office(offices) if mention.party.is_none() && act.right.contains(&mention.tokens.start) => {
                Some(offices)
            }
            _ => None,
        })?;
        let named = |mention: &Mention| mention.who == Who::Person(*met) && act.right.contains(&mention.tokens.start);
        let own = act.trigger.host && host != met && self.people.all[*met].party == Some(party);
        let visits =
            self.drafts[self.recent()].iter().rev().filter(|draft| draft.kind == Kind::Visit && !draft.background);
        let mut guests = visits.filter_map(|draft| draft.people.first().copied());
        let comes = |guest: &usize| {
            self.people.may_hold(*guest, office) && self.people.all[*guest].party.is_some_and(|other| other != party)
        };
        if own && !mentions.iter().any(named) { guests.find(comes) } else { None }
    }

    /// "10.00 Meeting with Prime Minister X", in a diary: whether an act heads a line that does not say who does it.
    fn is_entry(&self, act: &Act<'_>, owner: &Side, object: &Side) -> bool {
        let visited = act.trigger.kind == Kind::Visit && !object.people.is_empty();
        act.trigger.shape != Stands::Anaphor
            && !owner.is_empty()
            && heads_line(act)
            && self.faces(owner, object)
            && !visited
    }

    /// "Minister X called on *His Majesty the King*": who holds an office that nobody named holds is of the country that X
    /// visits, else of the page's own.
    pub(super) fn place_unnamed(&self, act: &Act<'_>, one: &Side, other: &mut Side) {
        // "Address by the President", above a speech: of whom only later words tell, he is no guest.
        let titled = act.sentence.block == BlockKind::Title && act.trigger.kind == Kind::Statement;
        if titled && one.is_empty() && other.parties.is_empty() {
            let here = |person: &usize| {
                self.people.all[*person].party == self.people.home
                    || self.focus.names_since(*person, act.sentence.tokens.start)
            };
            let told = other.people.len();
            other.people.retain(here);
            if other.people.len() < told || (told == 0 && !other.unplaced.is_empty()) {
                self.people.home.into_iter().for_each(|home| other.add_party(home));
            }
        }
        let meets = act.trigger.kind == Kind::Meeting && act.trigger.is_finite();
        if !meets || other.unplaced.is_empty() || !other.is_empty() || one.people.is_empty() {
            return;
        }
        let guest = |draft: &&Draft| {
            draft.kind == Kind::Visit
                && !draft.background
                && one.people.iter().any(|person| draft.people.contains(person))
        };
        let visited = self.drafts[self.recent()].iter().rev().find(guest).and_then(|visit| visit.place.country);
        let mine = one.all_parties(self.people);
        // "Was received by the King *in Oslo*".
        let here = self.told_place(act, other).country.filter(|country| !mine.contains(country));
        if let Some(host) = here.or(visited).or(self.people.home).filter(|host| !mine.contains(host)) {
            other.add_party(host);
            other.offices.push((host, other.unplaced));
        }
    }

    /// Whether all people on a side are of other parties than whose diary it is.
    fn faces(&self, owner: &Side, side: &Side) -> bool {
        let mine = owner.all_parties(self.people);
        side.people.iter().all(|&person| {
            self.people.all[person].party.is_none_or(|party| !mine.contains(&party)) && !owner.people.contains(&person)
        })
    }

    /// "He also met …" somebody not told of yet: whom the story is about goes on to the next, not who spoke last.
    fn goes_on_to_meet(&self, act: &Act<'_>, mentions: &[Mention], object: &Side) -> Option<usize> {
        let lead = self.lead?;
        let opens = matches!(act.trigger.kind, Kind::Meeting | Kind::Call)
            && matches!(act.trigger.shape, Stands::Verb | Stands::Joint);
        let mut before = mentions.iter().filter(|mention| act.left.contains(&mention.tokens.start));
        let pronoun = before.find(|mention| !matches!(mention.who, Who::Name | Who::Party(_)))?;
        let gender = match pronoun.who {
            Who::Reference(Reference::He | Reference::She, gender) => gender,
            // "The Minister also met …".
            Who::Office(offices) if pronoun.party.is_none() && self.people.may_hold(lead, offices) => None,
            _ => return None,
        };
        let also = act.sentence.has_link(pronoun.tokens.end..act.mark.end, Link::Also);
        let another = |person: &usize| *person != lead && !self.focus.present.people.contains(person);
        let fits = self.focus.present.people.contains(&lead) && self.focus.may_be(self.people, lead, gender);
        (opens && also && fits && !object.people.is_empty() && object.people.iter().all(another)).then_some(lead)
    }

    /// "Bahrain's envoy X brought an aide-mémoire *to the Tongan capital*", in a story about Tonga's Minister Y: whether of two
    /// parties one alone has people, and whom the story is about is of the other.
    fn stands_for(&self, lead: usize, side: &Side) -> bool {
        let party = |person: usize| self.people.all[person].party;
        let (Some(own), Some(theirs)) = (party(lead), side.people.first().and_then(|&person| party(person))) else {
            return false;
        };
        let told = self.drafts[self.recent()].iter().any(|draft| !draft.background && draft.people.contains(&lead));
        own != theirs
            && told
            && side.people.iter().all(|&person| party(person) == Some(theirs))
            && side.parties.iter().all(|&other| other == own || other == theirs)
            && side.parties.contains(&own)
    }

    /// Who takes part in an act: those on its sides, and whoever else its words or the story bring in.
    pub(super) fn taking_part(&self, act: &Act<'_>, subject: &Side, object: &Side) -> Side {
        let (kind, finite) = (act.trigger.kind, act.trigger.is_finite());
        let mut taking_part = Side::default();
        let only_subject = matches!(kind, Kind::Visit | Kind::Statement | Kind::Publication);
        // "The Ministry issued a plan for ASEAN": what is issued is by the page's own, whatever it is about.
        let own = kind == Kind::Publication && finite && subject.is_empty() && object.people.is_empty();
        let issued = own || (matches!(kind, Kind::Publication | Kind::Statement) && !subject.is_empty());
        // "Met *the Vietnamese community* in Hungary": whoever acts is among their own.
        let among = act.trigger.own && !subject.is_empty();
        let only = issued || among || (only_subject && !subject.people.is_empty());
        let sides: &[&Side] = if only { &[subject] } else { &[subject, object] };
        for side in sides {
            side.people.iter().for_each(|&person| taking_part.add_person(person));
            side.parties.iter().for_each(|&party| taking_part.add_party(party));
        }
        // "Colombia severed diplomatic relations *with Oman*" tells of both.
        if let Some(turned) = (kind == Kind::Statement).then(|| begins(act)).flatten() {
            turned.whose.into_iter().for_each(|party| taking_part.add_party(party));
        }
        // "At the meeting with X, both sides …" means the sides of this meeting, "both sides" alone those spoken of.
        let everybody = self.everybody();
        let known = taking_part.people.iter().all(|person| everybody.people.contains(person));
        if sides.iter().any(|side| side.all) && known {
            // "A treaty between the two sides was signed": by whose hand it does not say.
            let unsigned = kind == Kind::Signing && act.trigger.shape == Stands::Noun;
            let people = if unsigned { Vec::new() } else { everybody.people.clone() };
            taking_part.merge(&Side { people, ..everybody.clone() });
        }
        // "*Signed* a new agreement." says no more than that those spoken of did.
        let head = kind == Kind::Signing && finite && subject.is_empty() && object.is_empty() && heads_line(act);
        if head && everybody.all_parties(self.people).len() == 2 {
            taking_part.merge(&everybody);
        }
        // "At the talks on 17 November", on a visit: guest and host.
        let talks = matches!(kind, Kind::Meeting | Kind::Call | Kind::Consultation);
        if talks && act.trigger.shape == Stands::Anaphor && subject.is_empty() && object.is_empty() {
            taking_part.merge(&everybody);
        }
        // "At the talks with President Radev": whoever else is spoken of is the other side.
        let signs = kind == Kind::Signing && act.trigger.shape != Stands::Verb && taking_part.people.len() == 1;
        // Whoever met somebody named has met, though nothing tells of which party one of them is.
        let met = kind == Kind::Meeting && finite && !subject.people.is_empty() && !object.people.is_empty();
        let alone = (signs || matches!(kind, Kind::Meeting | Kind::Call | Kind::Consultation))
            && !met
            && !self.meets_own(act, subject, object)
            && !taking_part.is_joint(self.people)
            && act.trigger.opens()
            && !((finite || act.heads_list()) && self.lists_people(act.sentence));
        if alone {
            // The lines of a diary are each of their own: whoever is alone in one meets whose it is, unless they are of one
            // party, as in a guest's programme that names the host first.
            match self.owner.as_ref().filter(|owner| !owner.is_empty()) {
                Some(owner) if self.faces(owner, &taking_part) => taking_part.merge(owner),
                _ => self.complete(&mut taking_part),
            }
            // "Will work with *the Ministry of Transport*": of whoever a body is it is the party, and nobody told of before.
            let behind = act.mark.end.max(act.mark.tail);
            let owned = self.owner.as_ref().is_some_and(|owner| !owner.is_empty());
            let body = finite && !owned && object.is_empty() && act.sentence.begins(behind, Begins::NOT_NAME);
            if kind == Kind::Meeting && body && act.sentence.capital(behind) {
                for person in taking_part.people.split_off(subject.people.len().min(taking_part.people.len())) {
                    self.people.all[person].party.into_iter().for_each(|party| taking_part.add_party(party));
                }
            }
        }
        if let Some(lead) = self.lead.filter(|_| talks && !finite).filter(|&lead| self.stands_for(lead, &taking_part)) {
            taking_part.add_person(lead);
        }
        // "10.00 Meeting with Prime Minister X", in a list.
        let listed = subject.is_empty() && heads_line(act);
        // "*Drank tea with Prime Minister X*", which no trigger tells.
        let supposed = act.mark.start == act.mark.end;
        let home =
            self.people.home.filter(|_| alone && (finite || supposed || listed || subject.unnamed || object.unnamed));
        if let (Some(home), [party]) = (home, taking_part.all_parties(self.people).as_slice())
            && home != *party
            && (!taking_part.people.is_empty() || subject.unnamed || object.unnamed)
        {
            // Of an act with one side only told, the other is the page's own: "The friendship group met Speaker X".
            taking_part.add_party(home);
        }
        // "* Signing of an agreement with Peru", a line by itself: with the page's own, not with whom the line before was about.
        let entry = || listed && act.sentence.heads_block() && subject.is_empty() && object.parties.len() == 1;
        if let Some(home) = self.people.home.filter(|_| kind == Kind::Signing && entry()) {
            taking_part.add_party(home);
        }
        if matches!(kind, Kind::Signing)
            && !taking_part.is_joint(self.people)
            && taking_part.people.is_empty()
            && self.current.is_some()
        {
            // "A treaty was signed": by whose hand it does not say, unless the same sentence names them.
            let alone = subject.is_empty() && object.is_empty();
            let here = |person: &usize| alone && (finite || self.focus.names_since(*person, act.sentence.tokens.start));
            let mut side = self.everybody();
            side.people.retain(here);
            taking_part.merge(&side);
        }
        taking_part
    }

    /// "Met the *Vietnamese* community in Denmark": whether whom somebody meets are people of their own party, who hold no
    /// office.
    pub(super) fn meets_own(&self, act: &Act<'_>, subject: &Side, object: &Side) -> bool {
        let own = subject.people.first().and_then(|&person| self.people.all[person].party);
        let people = |(mark, value): (Mark, &Value)| {
            let theirs = matches!(value, Value::Party(party, Form::Adjective | Form::Demonym) if Some(*party) == own);
            theirs && !act.sentence.begins(mark.end, Begins::OFFICE)
        };
        act.trigger.kind == Kind::Meeting
            && matches!(act.trigger.shape, Stands::Verb | Stands::Joint)
            && own.is_some()
            && object.people.is_empty()
            && act.sentence.within(Layer::Names, act.right.clone()).any(people)
    }

    /// The parties of an engagement: those who take part, and whoever its kind brings in.
    pub(super) fn parties_of(
        &self,
        kind: Kind,
        taking_part: &Side,
        subject: &Side,
        object: &Side,
        organisations: Vec<Party>,
        to: Option<Party>,
    ) -> Vec<Party> {
        let mut parties = Side { parties: taking_part.all_parties(self.people), ..Side::default() };
        let stays = |party: &Party| Some(*party) == to;
        match kind {
            Kind::Visit => {
                object.all_parties(self.people).into_iter().chain(to).for_each(|party| parties.add_party(party))
            }
            Kind::Conference => organisations.into_iter().for_each(|party| parties.add_party(party)),
            Kind::Publication | Kind::Event if parties.is_empty() => parties.parties.extend(self.people.home),
            _ => {}
        }
        let mut parties = parties.parties;
        if kind == Kind::Visit && taking_part.people.is_empty() && parties.iter().all(stays) && subject.unnamed {
            // "The State Secretary travels to Rwanda": the page's own.
            parties.splice(0..0, self.people.home.filter(|home| !stays(home)));
        }
        parties
    }

    /// The organisations that some words name, and those whose row of sessions they name.
    pub(super) fn organisations(&self, sentence: &Sentence<'_>, tokens: Range<u32>) -> Vec<Party> {
        let world = self.page.world();
        let named = sentence.within(Layer::Names, tokens.clone()).filter_map(|(_, value)| match value {
            Value::Party(party, Form::Name | Form::Genitive) if !world.is_state(*party) => Some(*party),
            _ => None,
        });
        let of_series = sentence.within(Layer::Occasions, tokens).filter_map(|(_, value)| match value {
            Value::Occasion(Occasion::Series(series)) => world.series[*series as usize].organisation,
            _ => None,
        });
        named.chain(of_series).collect()
    }
}

/// Whether an act stands at the head of its sentence, behind the day and the hour.
pub(super) fn heads_line(act: &Act<'_>) -> bool {
    let sentence = act.sentence;
    let dated = sentence.dates().first().filter(|date| date.start == sentence.tokens.start).map_or(0, |date| date.end);
    act.mark.start <= sentence.dateline_end().max(dated) + HEAD
}

/// "*Briefed his counterpart* on the talks with Oman": whether the words of an act themselves name whom it is done to, so that what
/// stands behind them is only spoken of.
fn briefs(act: &Act<'_>) -> bool {
    let told = |at: u32| act.sentence.reference(at).filter(|(_, end)| *end == act.mark.end);
    act.trigger.is_finite()
        && !act.sentence.is_link(act.mark.end, Link::Of)
        && (act.mark.start..act.mark.end)
            .any(|at| told(at).is_some_and(|(reference, _)| reference == Reference::Counterpart))
}

/// Whether "he" or "she" stands before an act, and nobody who is named.
pub(super) fn says_he(act: &Act<'_>, mentions: &[Mention]) -> bool {
    let before = || mentions.iter().filter(|mention| act.left.contains(&mention.tokens.start));
    let pronoun = |mention: &Mention| matches!(mention.who, Who::Reference(Reference::He | Reference::She, _));
    before().any(pronoun) && !before().any(|mention| matches!(mention.who, Who::Person(_)))
}

/// "*Bratislava and Skopje* signed a memorandum": the states for whose capitals an act is told, where they stand right before
/// its verb, or before a day and that, and no small word makes them its place.
fn capitals(act: &Act<'_>) -> Vec<Party> {
    let sentence = act.sentence;
    let world = sentence.page.world();
    let mut states = Vec::new();
    let mut from = act.mark.start;
    let cities = sentence.within(Layer::Names, act.left.clone()).rev();
    for (mark, value) in cities {
        let Value::City(city) = value else { break };
        let between = mark.end..from;
        let joined = between.len() == 1 && (sentence.is_link(mark.end, Link::And) || sentence.is(mark.end, ","));
        let dated = |date: &DateMatch| between.contains(&date.start) && date.end == between.end;
        let near = states.is_empty()
            && (between.len() <= 1 && !sentence.is(mark.end, ",") || sentence.dates().iter().any(dated));
        let placed = mark.start > sentence.tokens.start && sentence.begins(mark.start - 1, Begins::layer(Layer::Links));
        let capital = world.cities[usize::from(*city)].capital;
        let joins = mark.start > sentence.tokens.start && sentence.link(mark.start - 1, Link::And) == Some(mark.start);
        if !capital || !(joined || near) || placed && !joins {
            return Vec::new();
        }
        states.insert(0, world.country_of(*city));
        from = mark.start;
    }
    states
}

/// Who stands right behind the verb of speech that ends the words of an act at the head of a sentence, in a language where the
/// subject may: "After the talks with President X *said President Y*".
fn speaks_behind(act: &Act<'_>, mentions: &[Mention]) -> Option<Range<u32>> {
    let sentence = act.sentence;
    let fronted = act.mark.start <= sentence.dateline_end() + 1 && act.trigger.shape == Stands::Noun;
    let said = sentence.at(Layer::Speech, act.right.end).map(|(mark, _)| mark.end).max();
    let said = said.filter(|_| fronted && sentence.language.subject_after_verb)?;
    let speaker = mentions.iter().find(|mention| mention.tokens.start >= said && mention.tokens.start <= said + 1)?;
    matches!(speaker.who, Who::Person(_)).then(|| speaker.tokens.clone())
}

/// Who says something before "and" and a verb that nobody else is the subject of.
fn agreed(act: &Act<'_>, mentions: &[Mention]) -> Option<Range<u32>> {
    let sentence = act.sentence;
    let start = act.mark.start;
    let joined = (start.saturating_sub(2)..start).any(|at| sentence.link(at, Link::And) == Some(start));
    let (said, _) = sentence.within(Layer::Speech, sentence.dateline_end()..start).next().filter(|_| joined)?;
    let acts = |mention: &&Mention| {
        matches!(mention.who, Who::Person(_) | Who::Office(_) | Who::Reference(..)) && mention.tokens.end <= start
    };
    // Right behind the verb where the language allows, else before it.
    let behind = mentions.iter().filter(acts).find(|mention| (said.end..said.end + 2).contains(&mention.tokens.start));
    let before = mentions.iter().filter(acts).rfind(|mention| mention.tokens.end <= said.start);
    let inverts = sentence.language.subject_after_verb;
    behind.filter(|_| inverts).or(before).map(|mention| mention.tokens.clone())
}

/// "Travels to Ankara *to meet* the President": what somebody travels for.
fn purpose(act: &Act<'_>) -> bool {
    act.sentence.has_link(act.mark.start.saturating_sub(1)..act.mark.start + 1, Link::Infinitive)
}

/// "“We had good talks”, *said Minister X* afterwards": whether who speaks stands right behind the verb that ends a quote.
pub(super) fn attributed(act: &Act<'_>, mentions: &[Mention]) -> bool {
    let sentence = act.sentence;
    let before = act.mark.start.saturating_sub(1).max(sentence.tokens.start);
    let ends = before < act.mark.start && sentence.token(before).shape == Shape::Punctuation;
    let behind = |mention: &Mention| {
        (act.mark.start + 1..act.mark.start + 3).contains(&mention.tokens.start)
            && matches!(mention.who, Who::Person(_) | Who::Office(_))
    };
    act.trigger.kind == Kind::Statement && ends && mentions.iter().any(behind)
}

/// Those whose something is the place of a ceremony: a name in the genitive that "at" leads, with a noun behind it, or one
/// behind "at" and a noun: "at the statue of X", "tại tượng đài *X*".
fn honoured(sentence: &Sentence<'_>, mentions: &[Mention]) -> Vec<Range<u32>> {
    let genitive = |mention: &Mention| {
        let last = sentence.word(mention.tokens.end - 1);
        let ends = sentence.language.genitive.iter().any(|ending| last.ends_with(ending.as_str()));
        let noun = sentence.tokens.contains(&mention.tokens.end)
            && sentence.token(mention.tokens.end).shape == Shape::Lower
            && sentence.within(Layer::Links, mention.tokens.end..mention.tokens.end + 1).next().is_none();
        ends && noun
    };
    let at = |mention: &Mention| {
        mention.tokens.start > sentence.tokens.start && sentence.is_link(mention.tokens.start - 1, Link::In)
    };
    let stands = |mention: &Mention| {
        let noun = |at: &u32| {
            let plain = sentence.token(*at).shape == Shape::Lower && !sentence.begins(*at, OF_PEOPLE);
            plain && (sentence.is_link(*at, Link::Of) || !sentence.begins(*at, Begins::layer(Layer::Links)))
        };
        // "På torsdagen emot *Ghanas ambassadör X*": of whom a country is told takes part.
        if sentence.begins(mention.tokens.start, Begins::PARTY) {
            return false;
        }
        let from = mention.tokens.start.saturating_sub(MONUMENT).max(sentence.tokens.start);
        let nouns = (from..mention.tokens.start).rev().take_while(noun).count() as u32;
        let at = mention.tokens.start - nouns;
        nouns > 0 && at > sentence.tokens.start && sentence.is_link(at - 1, Link::In)
    };
    let person = |mention: &&Mention| {
        matches!(mention.who, Who::Person(_)) && (stands(mention) || genitive(mention) && at(mention))
    };
    mentions.iter().filter(person).map(|mention| mention.tokens.clone()).collect()
}

/// "… chaired the talks, met the Minister and laid a wreath": whether a comma right before a verb, or a semicolon, goes on with
/// the one before.
fn listed(act: &Act<'_>) -> bool {
    let sentence = act.sentence;
    let start = act.mark.start;
    // "Attended the plenary; *was* co-chair of …".
    let first = start.saturating_sub(1).max(sentence.tokens.start + 1);
    let begins = (first..start + 1).find(|&at| sentence.is(at - 1, ";"));
    if begins.is_some_and(|at| at == start || sentence.token(at).shape == Shape::Lower) {
        return true;
    }
    if !sentence.is(start.saturating_sub(1), ",") {
        return false;
    }
    let acts = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.is_finite());
    let mut before = sentence.within(Layer::Triggers, sentence.tokens.start..act.mark.start).rev();
    let Some((last, _)) = before.find(|(_, value)| acts(value)) else { return false };
    let clause = [Link::Who, Link::When, Link::After, Link::That];
    (last.end..act.mark.start).all(|at| clause.iter().all(|&link| !sentence.is_link(at, link)))
}

/// "*From Ghana* the Minister flew on to Peru", "*after Ghana* he goes to …": the country at the head of a sentence that is left.
fn left_behind(sentence: &Sentence<'_>, mentions: &[Mention]) -> Option<Party> {
    let head = sentence.dateline_end().max(sentence.tokens.start);
    let named = [Link::From, Link::After, Link::Ends].into_iter().find_map(|link| sentence.link(head, link))?;
    let country = |mention: &&Mention| mention.tokens.start == named && mention.who == Who::Party(Form::Name);
    mentions
        .iter()
        .find(country)
        .filter(|mention| sentence.is(mention.tokens.end, ","))
        .and_then(|mention| mention.party)
}

/// "*On hearing that Cardinal X had been elected*, the President congratulated Pope Y": the clause at the head of a sentence that
/// says upon what a message was sent.
fn heard_of(act: &Act<'_>) -> Option<Range<u32>> {
    let sentence = act.sentence;
    let head = sentence.dateline_end().max(sentence.tokens.start);
    // "On 20 May, *on hearing …": behind a day.
    let dated = sentence.dates().iter().find(|date| date.start == head).map(|date| date.end);
    let head = dated.filter(|&end| sentence.is(end, ",")).map_or(head, |comma| comma + 1);
    let from = sentence.link(head, Link::When)?;
    let end = (from..act.mark.start).find(|&at| sentence.is(at, ","))?;
    sentence.within(Layer::Triggers, from..end).next().is_none().then_some(from..end)
}
