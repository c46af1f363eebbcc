//! Who stands on which side of an act, and whom it brings together one by one.

use packs::{Form, Kind, Layer, Level, Link, OfficeKind, Party, Reference, Shape as Stands, Value};

use crate::acts::Act;
use crate::drafts::Draft;
use crate::mentions::{Mention, Who};
use crate::page::Sentence;
use crate::people::People;
use crate::scene::{Focus, Side, led, side};
use crate::story::Story;

/// How many tokens before somebody's office the small word stands that leads it.
const LED: u32 = 6;

impl Story<'_, '_> {
    /// Guest and host, while a visit is spoken of.
    pub(crate) fn visiting(&self) -> Option<Side> {
        let visit = &self.drafts[self.current?];
        let country = visit.place.country.filter(|_| visit.kind == Kind::Visit && !visit.background)?;
        let guest = *visit.people.iter().find(|&&person| self.people.all[person].party != Some(country))?;
        let guest_party = self.people.all[guest].party?;
        let invited = |person: &usize| self.people.all[*person].party == Some(country);
        let host = self.focus.named.iter().map(|named| named.person).rfind(invited);
        Some(Side {
            people: [Some(guest), host].into_iter().flatten().collect(),
            parties: vec![guest_party, country],
            ..Side::default()
        })
    }

    /// All who take part in what is spoken of; of a visit, guest and host.
    pub(crate) fn everybody(&self) -> Side {
        if let Some(side) = self.visiting() {
            return side;
        }
        let present = &self.focus.present;
        if present.is_joint(self.people) { present.clone() } else { self.focus.pair.clone() }
    }

    /// "*The delegation* laid flowers", where no words tell whose it is: the guest of whom the story speaks, and the host.
    pub(crate) fn delegation(&self, act: &Act<'_>, mentions: &[Mention]) -> Option<Side> {
        let alone = |mention: &Mention| {
            act.left.contains(&mention.tokens.start)
                && mention.party.is_none()
                && matches!(mention.who, Who::Reference(Reference::Delegation, _))
        };
        let told = &self.drafts[self.current.filter(|_| mentions.iter().any(alone))?];
        // "The two sides signed …", of which no words say where: where those who did met before.
        let placed = |draft: &&Draft| {
            draft.place.country.is_some() && draft.people.iter().any(|person| told.people.contains(person))
        };
        let before = || self.drafts[self.recent()].iter().rev().find(placed).and_then(|draft| draft.place.country);
        let host = told.place.country.or_else(before).or(self.people.home)?;
        let guest = |person: &usize| self.people.all[*person].party.is_some_and(|party| party != host);
        let present = self.everybody().people;
        let leader = self.focus.delegation.filter(|leader| present.contains(leader) && guest(leader));
        let guest = leader.or_else(|| present.into_iter().find(guest))?;
        Some(Side { people: vec![guest], parties: vec![self.people.all[guest].party?, host], ..Side::default() })
    }

    /// "Receiving *the delegation*, Vice-President X …", behind others whom it met: whoever leads the journey told of last, of
    /// another party than some.
    pub(crate) fn delegation_received(&self, act: &Act<'_>, mentions: &[Mention], host: &Side) -> Option<Side> {
        let alone = |mention: &Mention| {
            act.right.contains(&mention.tokens.start)
                && mention.party.is_none()
                && matches!(mention.who, Who::Reference(Reference::Delegation, _))
        };
        if act.trigger.kind != Kind::Meeting || !act.trigger.is_finite() || !mentions.iter().any(alone) {
            return None;
        }
        let told = self.drafts[self.recent()].iter().rev().find(|told| told.kind == Kind::Visit && !told.background)?;
        let guest = *told.people.first()?;
        let party = self.people.all[guest].party.filter(|party| !host.all_parties(self.people).contains(party));
        party.map(|party| Side { people: vec![guest], parties: vec![party], ..Side::default() })
    }

    /// Adds the other side to one that stands alone.
    pub(crate) fn complete(&self, side: &mut Side) {
        let mine = side.all_parties(self.people);
        if mine.is_empty() {
            return;
        }
        let everybody = self.everybody();
        let lead = self.lead.filter(|&lead| {
            self.visiting().is_none() && self.people.all[lead].party.is_some_and(|party| !mine.contains(&party))
        });
        let shared =
            everybody.all_parties(self.people).iter().any(|party| mine.contains(party)) || self.visiting().is_some();
        let other = |person: &usize| self.people.all[*person].party.is_some_and(|party| !mine.contains(&party));
        // Of those told of before, the page's own goes on to the next.
        let own = |person: &usize| self.people.all[*person].party == self.people.home && other(person);
        let told = || {
            let people = &everybody.people;
            people.iter().copied().find(own).or_else(|| people.iter().copied().find(other))
        };
        if let Some(person) = lead.or_else(told) {
            side.add_person(person);
        }
        if shared && lead.is_none() {
            everybody.parties.iter().filter(|party| !mine.contains(party)).for_each(|&party| side.add_party(party));
        }
    }
}

/// Subject and object where the subject may follow the verb ("träffade premiärminister Chinh ...").
pub(crate) fn inverted(
    act: &Act<'_>,
    mentions: &[Mention],
    sentence: &Sentence<'_>,
    story: &Story<'_, '_>,
    after: Side,
) -> (Side, Side) {
    let first = mentions.iter().find(|mention| {
        act.right.contains(&mention.tokens.start) && !matches!(mention.who, Who::Name | Who::Party(Form::Adjective))
    });
    let Some(first) = first else { return (Side::default(), after) };
    // The part behind a gap ("tog … emot") parts subject from object; not so in "mötte ministern presidenten *för samtal*".
    let end = subject_end(sentence, mentions, first);
    let inside = |mention: &Mention| {
        (end..act.mark.tail).contains(&mention.tokens.start)
            && matches!(mention.who, Who::Person(_) | Who::Office(_))
            && !led(sentence, mention, end)
    };
    let cut = if mentions.iter().any(inside) { end } else { act.mark.tail.max(end) };
    let part = |tokens| side(sentence, mentions, story.people, &story.focus, tokens);
    (part(act.right.start..cut), part(cut..act.right.end))
}

/// The end of the subject that begins with a mention: it and those joined to it by "and".
fn subject_end(sentence: &Sentence<'_>, mentions: &[Mention], first: &Mention) -> u32 {
    let mut end = first.tokens.end;
    for mention in mentions.iter().filter(|mention| mention.tokens.start >= first.tokens.end) {
        let joined =
            (end..mention.tokens.start).all(|at| sentence.is_link(at, Link::And) || sentence.is_link(at, Link::Spouse));
        let wed = sentence.is_link(mention.tokens.start, Link::Spouse);
        if (mention.tokens.start == end && !wed) || !joined {
            break;
        }
        end = mention.tokens.end;
    }
    end
}

/// People whom a phrase such as "at the invitation of" leads.
pub(crate) fn inviters(sentence: &Sentence<'_>, mentions: &[Mention], people: &People, focus: &Focus) -> Vec<usize> {
    // "Hosted a reception for X" is an act of its own.
    let leads = sentence.marks(Layer::Speech).filter(|(mark, value)| {
        matches!(value, Value::Speech(speech) if speech.level == Some(Level::Drop) || speech.passive)
            && !sentence.opens(mark.start)
    });
    leads
        .filter_map(|(mark, _)| {
            mentions.iter().find(|mention| (mark.end..mark.end + 2).contains(&mention.tokens.start))
        })
        .flat_map(|mention| side(sentence, mentions, people, focus, mention.tokens.clone()).people)
        .collect()
}

/// What pairs of sides the act brings together: one for each where the objects are met one by one.
pub(crate) fn split(
    act: &Act<'_>,
    mentions: &[Mention],
    subject: &Side,
    object: &Side,
    people: &People,
) -> Vec<(Side, Side)> {
    let whole = || vec![(subject.clone(), object.clone())];
    // "Meetings with X, Y and Z": a noun in the plural has each by itself, "talks with X and with Y" too.
    let each = act.trigger.each || led_apart(act, mentions);
    let several = object.people.len() > 1 || (object.unnamed && object.parties.len() > 1);
    let noun = act.trigger.shape == Stands::Noun && !(each && several);
    if !matches!(act.trigger.kind, Kind::Meeting | Kind::Call)
        || act.trigger.one
        || noun
        || act.trigger.shape == Stands::Anaphor
    {
        return whole();
    }
    let each = each || joined_apart(act, mentions);
    let party = |person: usize| people.all[person].party;
    let mine = subject.all_parties(people);
    let others: Vec<usize> = object
        .people
        .iter()
        .copied()
        .filter(|&person| party(person).is_none_or(|party| !mine.contains(&party)) || mine.is_empty())
        .collect();
    let taken: Vec<Option<Party>> = others.iter().map(|&person| party(person)).collect();
    let several = others.len() > 1 && taken.windows(2).any(|pair| pair[0] != pair[1]);
    let one_by_one = others.len() > 2 || each || each_by_itself(&others, people);
    // Those met whose names are not said: "the ambassadors of Colombia and Panama".
    let unnamed =
        object.parties.iter().copied().filter(|party| !mine.contains(party) && !taken.contains(&Some(*party)));
    // "Met the ministers of Peru and Oman": of whom only a later sentence names one.
    let offices = !mentions
        .iter()
        .any(|mention| act.right.contains(&mention.tokens.start) && matches!(mention.who, Who::Person(_)));
    let unnamed: Vec<Party> =
        if act.trigger.each || others.is_empty() || offices { unnamed.collect() } else { Vec::new() };
    let told = !subject.is_empty() || act.trigger.shape == Stands::Noun;
    let listed = others.is_empty() || (offices && !unnamed.is_empty());
    if others.len() + unnamed.len() > 1 && told && (several || one_by_one || listed) {
        let people = others.into_iter().map(|person| Side { people: vec![person], ..Side::default() });
        let parties = unnamed.into_iter().map(|party| Side { parties: vec![party], ..Side::default() });
        return people.chain(parties).map(|object| (subject.clone(), object)).collect();
    }
    // Leaders of one state are met each in turn, those of several meet each other, and those who receive somebody do so together:
    // "President X and Minister Y *received* …".
    let turns = act.trigger.shape == Stands::Passive && mine.len() == 1 && apart(&subject.people, people);
    if (each || turns) && subject.people.len() > 1 && others.len() <= 1 {
        return subject
            .people
            .iter()
            .map(|&person| (Side { people: vec![person], ..subject.clone() }, object.clone()))
            .collect();
    }
    // "The foreign ministers of Peru and Oman *met separately with* Minister X".
    let theirs = object.all_parties(people);
    let states = subject.parties.iter().copied().filter(|party| !theirs.contains(party));
    if act.trigger.each
        && subject.people.is_empty()
        && others.len() < 2
        && !theirs.is_empty()
        && states.clone().count() > 1
    {
        let one = |party| Side { parties: vec![party], ..subject.clone() };
        return states.map(|party| (one(party), object.clone())).collect();
    }
    whole()
}

/// Whether those met have the small word that leads them again: "received *by* Minister X and *by* President Y", "called on
/// Minister X and *on* Speaker Y".
fn led_apart(act: &Act<'_>, mentions: &[Mention]) -> bool {
    let link = if act.trigger.shape == Stands::Passive { Link::By } else { Link::With };
    mentions.iter().any(|mention| {
        act.right.contains(&mention.tokens.start)
            && matches!(mention.who, Who::Person(_))
            && (led_anew(act.sentence, mention.tokens.start, link) || repeats(act, mention.tokens.start))
    })
}

/// Whether "and" and the word that ends the phrase of an act stand before whoever is named at a token.
fn repeats(act: &Act<'_>, at: u32) -> bool {
    let (sentence, last) = (act.sentence, act.mark.end - 1);
    // "… and on the Minister of Health, X".
    let at = at - u32::from(sentence.is(at - 1, ","));
    let before = at.saturating_sub(LED).max(act.mark.end + 1)..at;
    let again = |from: u32| sentence.is_link(from - 1, Link::And) && sentence.is(from, sentence.word(last));
    last > act.mark.start && before.rev().take_while(|&from| !sentence.is(from, ",")).any(again)
}

/// Whether a word that sets somebody beside the others joins two of those met: "met Minister X *as well as* Speaker Y".
fn joined_apart(act: &Act<'_>, mentions: &[Mention]) -> bool {
    let met = |mention: &&Mention| act.right.contains(&mention.tokens.start) && matches!(mention.who, Who::Person(_));
    let met: Vec<&Mention> = mentions.iter().filter(met).collect();
    met.windows(2).any(|pair| {
        let between = pair[0].tokens.end..pair[1].tokens.start.min(pair[0].tokens.end + LED);
        act.sentence.has_link(between, Link::Besides)
    })
}

/// Whether "and" and a small word of a class lead whoever is named at a token, with an article and the like between at most:
/// "*and with* the Ibero-American Secretary-General".
pub(crate) fn led_anew(sentence: &Sentence<'_>, at: u32, link: Link) -> bool {
    let before = at.saturating_sub(LED).max(sentence.tokens.start + 1)..at;
    before
        .rev()
        .take_while(|&from| !sentence.is(from, ","))
        .any(|from| sentence.link(from, link).is_some_and(|end| end <= at) && sentence.is_link(from - 1, Link::And))
}

/// Whether one of these leads a branch of a state and the others hold other offices, or all are ministers of different
/// matters, so that each is met in turn: "met President X and Foreign Minister Y", "met Foreign Minister X and Health
/// Minister Y".
fn each_by_itself(some: &[usize], people: &People) -> bool {
    let offices = |person: usize| people.all[person].offices.0;
    let other = |index: usize| {
        let before = some[..index].iter().fold(0, |all, &person| all | offices(person));
        offices(some[index]) != 0 && offices(some[index]) & before == 0
    };
    // "Met President X and his wife Y".
    let wed = |&person: &usize| people.all[person].offices.has(OfficeKind::Spouse);
    let minister = |&person: &usize| {
        let ministers = [OfficeKind::ForeignMinister, OfficeKind::Minister, OfficeKind::DeputyHeadOfGovernment];
        ministers.into_iter().any(|office| people.all[person].offices.has(office))
    };
    let ranks = some.iter().any(|&person| leads(person, people)) || some.iter().all(minister);
    ranks && !some.iter().any(wed) && (0..some.len()).all(other)
}

/// Whether somebody leads a branch of a state.
fn leads(person: usize, people: &People) -> bool {
    [OfficeKind::HeadOfState, OfficeKind::HeadOfGovernment, OfficeKind::LegislatureHead, OfficeKind::PartyLeader]
        .into_iter()
        .any(|office| people.all[person].offices.has(office))
}

/// Whether these lead different branches or bodies of a state, and so are met each in turn.
fn apart(some: &[usize], people: &People) -> bool {
    let branch = |&person: &usize| {
        const LEADING: [OfficeKind; 8] = [
            OfficeKind::HeadOfState,
            OfficeKind::HeadOfGovernment,
            OfficeKind::DeputyHeadOfGovernment,
            OfficeKind::ForeignMinister,
            OfficeKind::Minister,
            OfficeKind::LegislatureHead,
            OfficeKind::LegislatureDeputyHead,
            OfficeKind::PartyLeader,
        ];
        LEADING.into_iter().find(|&office| people.all[person].offices.has(office))
    };
    let branches: Vec<_> = some.iter().map(branch).collect();
    let all_lead = branches.iter().all(Option::is_some);
    all_lead && (1..branches.len()).all(|index| !branches[..index].contains(&branches[index]))
}
