//! Who is named beside an act and takes no part in it: who invites, whose grave it is, who had died.

use std::ops::Range;

use document::Shape;
use packs::{Form, Layer, Link, Party};

use crate::acts::Act;
use crate::begins::Begins;
use crate::mentions::{Mention, Who};
use crate::occasions::headed;
use crate::page::Sentence;
use crate::scene::{Side, side};
use crate::sides::inviters;
use crate::story::Story;

/// The most words for what stands somewhere in honour of somebody.
const MONUMENT: u32 = 4;
/// What leads somebody who takes part.
const OF_PEOPLE: Begins = Begins::OFFICE.or(Begins::HONORIFIC).or(Begins::REFERENCE);

impl Story<'_, '_> {
    /// The sides of a journey without who invites, and without countries that are not visited.
    pub(super) fn travel_alone(&self, act: &Act<'_>, mentions: &[Mention], subject: &mut Side, object: &mut Side) {
        let sentence = act.sentence;
        let part = |tokens| side(sentence, mentions, self.people, &self.focus, tokens);
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

    /// Who writes a message, without those of the addressee's of whom the writer had heard.
    pub(super) fn write_alone(&self, act: &Act<'_>, mentions: &[Mention], subject: &mut Side, object: &Side) {
        if object.people.is_empty() {
            return;
        }
        let part = |tokens| side(act.sentence, mentions, self.people, &self.focus, tokens);
        let before = heard_of(act).map(part).unwrap_or_default();
        let theirs = object.all_parties(self.people);
        let of_them = |person: &usize| self.people.all[*person].party.is_none_or(|party| theirs.contains(&party));
        subject.people.retain(|person| !(before.people.contains(person) && of_them(person)));
    }

    /// The sides of a ceremony without who is honoured there, or whose letter is handed over.
    pub(super) fn honour(&self, act: &Act<'_>, mentions: &[Mention], subject: &mut Side, object: &mut Side) {
        let sentence = act.sentence;
        // "Laid flowers at President Kenyatta's grave".
        let at = |tokens: Range<u32>| side(sentence, mentions, self.people, &self.focus, tokens);
        let spoken: Vec<usize> =
            honoured(sentence, mentions).into_iter().flat_map(|tokens| at(tokens).people).collect();
        subject.people.retain(|person| !spoken.contains(person));
        object.people.retain(|person| !spoken.contains(person));
        // "Presented the letter *of President X* to President Y": whose it is was not there.
        let of = act.mark.end > act.mark.start && sentence.link(act.mark.end - 1, Link::Of) == Some(act.mark.end);
        let sender = mentions.iter().find(|mention| mention.tokens.start == act.mark.end).filter(|_| of);
        if let Some(Who::Person(sender)) = sender.map(|mention| &mention.who).filter(|_| object.people.len() > 1) {
            object.people.retain(|person| person != sender);
        }
    }
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
