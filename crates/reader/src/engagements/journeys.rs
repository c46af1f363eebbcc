//! Who travels, where the words for a journey do not say it themselves.

use packs::{Kind, Shape as Stands};

use super::who::{heads_line, says_he};
use crate::acts::Act;
use crate::drafts::Draft;
use crate::mentions::{Mention, Who};
use crate::scene::{Side, side};
use crate::story::Story;

/// Within so many tokens behind a journey that heads a sentence whoever travels is named.
const JOURNEY: u32 = 30;

impl Story<'_, '_> {
    /// "*Trong chuyến thăm Ghana*, ngày 3/5, Bộ trưởng X hội đàm với …": whoever acts behind a journey that heads the sentence.
    pub(super) fn traveller_behind(
        &self,
        act: &Act<'_>,
        mentions: &[Mention],
        subject: &Side,
        object: &Side,
    ) -> Option<Side> {
        let sentence = act.sentence;
        let journey = act.trigger.kind == Kind::Visit && act.trigger.shape == Stands::Noun && act.trigger.guest;
        if !journey || !subject.is_empty() || !object.people.is_empty() || !heads_line(act) {
            return None;
        }
        let country = self.told_place(act, object).country?;
        let reach = (act.mark.end + JOURNEY).min(sentence.tokens.end);
        let comma = (act.mark.end..reach).find(|&at| sentence.is(at, ","))?;
        let somebody = |mention: &&Mention| matches!(mention.who, Who::Person(_) | Who::Office(_));
        let first = mentions.iter().filter(somebody).find(|mention| mention.tokens.start >= act.mark.end)?;
        let named = side(sentence, mentions, self.people, &self.focus, first.tokens.clone());
        let guest = |&person: &usize| self.people.all[person].party.is_some_and(|party| party != country);
        ((comma..reach).contains(&first.tokens.start) && named.people.iter().any(guest)).then_some(named)
    }

    /// "Minister X received Minister Y on the occasion of *his visit to* X's country": nobody travels to the country of their
    /// own, but whom they met in the same sentence does.
    pub(super) fn guest_travels(
        &self,
        act: &Act<'_>,
        mentions: &[Mention],
        subject: &Side,
        object: &Side,
    ) -> Option<usize> {
        let [host] = subject.people[..] else { return None };
        if act.trigger.kind != Kind::Visit || act.trigger.background {
            return None;
        }
        let of = |person: usize| self.people.all[person].party;
        let country = self.told_place(act, object).country.filter(|&country| of(host) == Some(country))?;
        // "Minister X met his counterpart *Y as part of his visit to* Y's country".
        let named = |mention: &Mention| {
            act.left.contains(&mention.tokens.start)
                && matches!(mention.who, Who::Person(_) | Who::Party(_))
                && mention.who != Who::Person(host)
        };
        if mentions.iter().any(named) {
            return None;
        }
        let guest = |person: &usize| of(*person).is_some_and(|party| party != country);
        let met = self.current.map(|met| &self.drafts[met]);
        let here = |met: &&Draft| act.sentence.tokens.contains(&met.evidence.start) && met.people.contains(&host);
        let met = met.filter(here).and_then(|met| met.people.iter().copied().find(guest));
        // "Says that she spoke of it with Minister Y *when he visited* her country".
        let before = || {
            let mut before = mentions.iter().rev().filter(|mention| mention.tokens.end <= act.left.start);
            before.find_map(|mention| if let Who::Person(person) = mention.who { Some(person) } else { None })
        };
        met.or_else(|| before().filter(guest).filter(|_| says_he(act, mentions)))
    }

    /// "From there *the journey goes on to* Quito": those whose journey was told last.
    pub(super) fn travellers(&self) -> Vec<usize> {
        let mut told = self.drafts[self.recent()].iter().rev();
        let journey = told.find(|draft| draft.kind == Kind::Visit && !draft.background && !draft.people.is_empty());
        journey.map(|journey| journey.people.clone()).unwrap_or_default()
    }

    /// "*Minister X* met Minister Y *during a visit to* Oman": whether who acted travels, to a country that is not his, and not
    /// whoever is named last.
    pub(super) fn actor_travels(&self, act: &Act<'_>, actor: &Side, subject: &Side, object: &Side) -> bool {
        let ([one], [last]) = (&actor.people[..], &subject.people[..]) else { return false };
        let journey = act.trigger.kind == Kind::Visit && act.trigger.shape == Stands::Noun && object.people.is_empty();
        let country = if journey { self.told_place(act, object).country } else { None };
        let own = self.people.all[*one].party;
        one != last && country.zip(own).is_some_and(|(country, own)| country != own)
    }
}
