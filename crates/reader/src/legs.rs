//! The legs of a journey: "*In Astana (30 July–3 August)* the delegation met …".

use packs::{Kind, Layer, Link, Value};

use crate::drafts::{Draft, overlap};
use crate::page::Sentence;
use crate::places::Place;
use crate::story::Story;

/// So many tokens may stand before the place that heads a leg: "still in", "the first leg, in".
const HEAD: u32 = 3;

impl Story<'_, '_> {
    /// Opens the visit that a leg of a journey is, of which the head of a sentence tells the place and, in brackets, its days.
    pub(crate) fn leg(&mut self, sentence: &Sentence<'_>) {
        // "KENYA (5-7/5): …" looks like a dateline.
        let heads = [sentence.dateline_end(), sentence.tokens.start];
        let Some((place, end)) = heads.into_iter().find_map(|start| headed_by(sentence, start)) else { return };
        let Some(country) = place.country else { return };
        let date = sentence.dates().iter().find(|date| date.start == end + 1);
        let Some(days) = date.and_then(|date| self.clock.resolve(date, self.spoken.context, false)) else { return };
        // One day alone dates what is told, not a stay.
        let stays = days.0 != days.1 && days.0.as_day().is_some() && days.1.as_day().is_some();
        let abroad = |person: &usize| self.people.all[*person].party.is_some_and(|party| party != country);
        let travels = |draft: &&Draft| draft.kind == Kind::Visit && draft.people.first().is_some_and(abroad);
        let journey = self.drafts[self.recent()].iter().rev().find(travels).map(|visit| visit.people.clone());
        let mut guests = journey.unwrap_or_else(|| self.lead.filter(abroad).into_iter().collect());
        guests.retain(abroad);
        let gathers = |draft: &Draft| {
            draft.kind == Kind::Conference
                && draft.place.country == Some(country)
                && draft.days.is_some_and(|held| overlap(held, days))
        };
        if !stays || guests.is_empty() || self.drafts[self.recent()].iter().any(gathers) {
            return;
        }
        let own = self.people.all[guests[0]].party.into_iter();
        let draft = Draft {
            people: guests,
            parties: own.chain([country]).collect(),
            place,
            certainty: 0.7,
            ..Draft::new(
                Kind::Visit,
                Some((days, "sentence")),
                sentence.tokens.start..end + 1,
                sentence.block_index,
                sentence.language.acts.rule(),
            )
        };
        // What is told there goes on, whatever the journey was told to be before.
        match self.same(&draft) {
            Some(index) => self.merge(index, draft),
            None => self.drafts.push(draft),
        }
    }
}

/// The place that heads a sentence, with the bracket right behind it: "In *Vienna, Austria* (23–25 July)".
fn headed_by(sentence: &Sentence<'_>, start: u32) -> Option<(Place, u32)> {
    let bracket = (start..sentence.tokens.end.min(start + 3 * HEAD)).find(|&at| sentence.is(at, "("))?;
    let world = sentence.page.world();
    let places = sentence.within(Layer::Names, start..bracket);
    let places: Vec<_> = places.filter_map(|(mark, value)| Some((mark, Place::named(world, value)?))).collect();
    let (last, place) = *places.iter().find(|(mark, _)| mark.end == bracket)?;
    let (first, city) = *places.first()?;
    let one = city.country == place.country && (first.start == last.start || sentence.is(first.end, ","));
    let led = first.start == start || sentence.is_link(first.start - 1, Link::In);
    let gathers = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Conference);
    let gathers = sentence.marks(Layer::Triggers).any(|(_, value)| gathers(value));
    (one && led && first.start <= start + HEAD && !gathers).then_some((city, bracket))
}
