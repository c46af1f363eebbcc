//! Who takes part in an act: those on its sides, and whoever else its words or the story bring in.

use std::ops::Range;

use packs::{Form, Kind, Layer, Mark, Occasion, Party, Shape as Stands, Value};

use super::heads_line;
use crate::acts::Act;
use crate::begins::Begins;
use crate::engagements::begins;
use crate::page::Sentence;
use crate::scene::Side;
use crate::story::Story;

impl Story<'_, '_> {
    /// Who takes part in an act: those on its sides, and whoever else its words or the story bring in.
    pub(in crate::engagements) fn taking_part(&self, act: &Act<'_>, subject: &Side, object: &Side) -> Side {
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

    /// "Met the *Vietnamese* community in Denmark": whether whom somebody meets are people of their own party, who hold no
    /// office.
    pub(in crate::engagements) fn meets_own(&self, act: &Act<'_>, subject: &Side, object: &Side) -> bool {
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
    pub(in crate::engagements) fn parties_of(
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
    pub(in crate::engagements) fn organisations(&self, sentence: &Sentence<'_>, tokens: Range<u32>) -> Vec<Party> {
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
