//! Who is meant where the words of an act name nobody on a side, or only an office or a word that refers back.

use document::BlockKind;
use packs::{Kind, Link, Party, Reference, Shape as Stands};

use super::heads_line;
use crate::acts::Act;
use crate::drafts::Draft;
use crate::mentions::{Mention, Who};
use crate::scene::Side;
use crate::story::Story;

/// Within so many tokens behind its verb a delegation that travels is named.
const BEHIND: u32 = 3;

impl Story<'_, '_> {
    /// The sides of an act, with whom the story knows in place of those whom its words do not name.
    pub(super) fn known_sides(
        &self,
        act: &Act<'_>,
        mentions: &[Mention],
        inherited: Option<&Side>,
        (mut subject, mut object): (Side, Side),
    ) -> (Side, Side) {
        let alone = |person: usize| Side { people: vec![person], ..Side::default() };
        let entry = |owner: &&Side| subject.is_empty() && self.is_entry(act, owner, &object);
        if let Some(owner) = self.owner.as_ref().filter(entry) {
            subject = owner.clone();
        }
        if object.is_empty()
            && let Some(guests) = self.delegation_received(act, mentions, &subject)
        {
            object = guests;
        }
        if let Some(guest) = self.guest_received(act, mentions, &subject, &object) {
            object = alone(guest);
        }
        let journey = || act.trigger.kind == Kind::Visit && object.people.is_empty() && !self.at_home(act, inherited);
        // "Attended the plenary; *the signing of the treaty*; the retreat": one more that somebody was at.
        let attended = || act.trigger.kind == Kind::Signing && act.sentence.is(act.mark.start.max(1) - 1, ";");
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
            subject = alone(guest);
        }
        if let Some(actor) = inherited.filter(|actor| self.actor_travels(act, actor, &subject, &object)) {
            subject = actor.clone();
        }
        if let Some(speaker) = self.spoke_at(act, mentions, &subject, &object) {
            subject = alone(speaker);
        }
        let goes_on =
            self.goes_on_to_meet(act, mentions, &object).or_else(|| self.guest_meets(act, mentions, &subject, &object));
        if let Some(lead) = goes_on {
            subject = alone(lead);
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
    pub(in crate::engagements) fn protagonist(&self) -> Option<usize> {
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
    pub(super) fn sent(&self, act: &Act<'_>, mentions: &[Mention]) -> Option<Side> {
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
    pub(in crate::engagements) fn place_unnamed(&self, act: &Act<'_>, one: &Side, other: &mut Side) {
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
    pub(super) fn faces(&self, owner: &Side, side: &Side) -> bool {
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
}
