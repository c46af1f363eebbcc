//! Acts of diplomacy: a trigger opens one, what follows belongs to it until the next.

use std::ops::Range;

use document::{BlockKind, Shape};
use packs::{Kind, Layer, Link, Occasion, Party, Reference, Shape as Stands, Trigger, Value};

pub(crate) use self::again::Along;
use self::again::comes_after;
use self::days::{ahead, day_of_one};
pub(crate) use self::days::{earlier, is_dated, restates};
use self::occasions::{beside, occasion, sessions_of};
use self::who::{attributed, says_he};
use crate::acts::{Act, evidence, sessions};
use crate::dates::Days;
use crate::drafts::{Draft, drop_spoken_of, overlap, within};
use crate::handles::{Comes, Reached, Session, reached};
use crate::mentions::{Mention, Who};
use crate::occasions::headed;
use crate::places::Place;
use crate::scene::{Side, side};
use crate::sides::{led_anew, split};
use crate::story::Story;

mod again;
mod days;
mod journeys;
mod occasions;
mod places;
mod who;

#[cfg(test)]
mod tests;

/// Within so many tokens behind the words that lead to a gathering its noun stands.
const GATHERING_NOUN: u32 = 8;
/// How many tokens beside a verb "also" may stand.
const BESIDE: u32 = 2;
/// Within so many blocks behind what is told of a gathering somebody is said to speak there.
const SPOKEN: u32 = 2;
/// So many tokens before its verb a clause begins that says on what occasion somebody came.
const CLAUSE: u32 = 10;

impl Story<'_, '_> {
    /// Reads one act; gives its subject.
    pub(crate) fn act(&mut self, act: &Act<'_>, mentions: &[Mention], inherited: Option<&Side>) -> Option<Side> {
        // "*The treaty* was signed", of which nothing was told before, opens what is signed.
        let opens = act.refers_to_signing() && self.signed(act).is_none();
        let trigger = if opens { Trigger { shape: Stands::Noun, ..act.trigger } } else { act.trigger };
        let act = &Act { trigger, ..act.clone() };
        // "Minister X travelled to Y, where he met …": who was its subject before.
        if let Some(inherited) = inherited.filter(|side| side.people.len() == 1 && says_he(act, mentions)) {
            self.focus.subject = inherited.clone();
        }
        let (mut subject, mut object) = self.sides(act, mentions, inherited);
        if subject.is_empty() && act.trigger.is_finite() {
            let led = || self.delegation(act, mentions);
            match act.trigger.kind {
                Kind::Event => subject = led().unwrap_or_default(),
                // "*The delegation* met Speaker X; called on …": the guest of whose journey was told goes on.
                Kind::Meeting => {
                    let theirs = object.all_parties(self.people);
                    let travels = |person: &usize| {
                        let told = &mut self.drafts[self.recent()].iter().rev();
                        let party = self.people.all[*person].party;
                        told.any(|draft| draft.kind == Kind::Visit && draft.people.contains(person))
                            && party.is_none_or(|party| !theirs.contains(&party))
                    };
                    subject.people = led().map(|side| side.people).unwrap_or_default();
                    subject.people.retain(travels);
                }
                _ => {}
            }
        }
        self.place_unnamed(act, &subject, &mut object);
        self.place_unnamed(act, &object, &mut subject);
        if self.comes_for(act, &subject) {
            return Some(subject).filter(|side| !side.is_empty());
        }
        let may_refer = matches!(act.trigger.shape, Stands::Anaphor | Stands::Noun) && !act.heads_list();
        if may_refer && self.refers_back(act, &subject, &object) {
            let ceremony = act.trigger.kind == Kind::Event && subject.is_empty() && object.is_empty();
            // "*In a telephone conversation*, Ministers X and Y discussed …": told of those who are named behind it.
            if matches!(act.trigger.kind, Kind::Call | Kind::Consultation)
                && subject.people.is_empty()
                && object.people.is_empty()
                && !act.trigger.background
                && !comes_after(act)
            {
                self.waiting.session = Some((act.trigger.kind, act.mark.start, act.sentence.block_index));
            }
            self.waiting.ceremony = ceremony.then(|| (evidence(act), act.rule)).or(self.waiting.ceremony.take());
            return Some(subject).filter(|side| !side.is_empty());
        }
        let told = matches!(act.trigger.shape, Stands::Noun | Stands::Anaphor);
        if subject.is_empty() && !told && object.is_empty() {
            return None;
        }
        if self.speaks_there(act, &subject) {
            return Some(subject);
        }
        let trigger = act.trigger.kind;
        let page = || self.clock.day().map(|day| ((day.into(), day.into()), "page"));
        let titled = act.sentence.block == BlockKind::Title && act.sentence.dates().is_empty();
        // "“…”, says Minister X", which was said to whoever publishes it.
        let quoted = act.quoted() && act.sentence.dates().is_empty();
        let days = match () {
            () if titled || quoted => page(),
            () if self.says_of_a_year(act, mentions) => self.days_before(false),
            () => self.days_of_purpose(act),
        };
        let days = days.or_else(|| self.days(act));
        let parts = sessions(act);
        let legs = act.trigger.kind == Kind::Visit && parts.len() > 1;
        let gatherings = parts.len() > 1
            && parts.iter().any(|part| matches!(part.trigger.kind, Kind::Conference | Kind::Consultation));
        // "Will visit Tallinn and Riga on 4–6 February, accompanied by …": what is said of all goes with the first.
        let whole = Some(self.drafts.len()).filter(|_| legs && parts.iter().any(|leg| self.own_days(leg).is_none()));
        for part in parts {
            let act = &part;
            // "… the signing of the treaty; the 32nd Forum": whoever took part in the one before goes on.
            let gathers = act.further && act.trigger.kind == Kind::Conference && trigger != Kind::Conference;
            let whom = || side(act.sentence, mentions, self.people, &self.focus, act.right.clone());
            let people = self.people;
            let split = |subject: &Side, object: &Side| split(act, mentions, subject, object, people);
            let (sides, days) = match inherited.filter(|_| gathers) {
                Some(inherited) => (split(inherited, &whom()), days),
                None if legs => {
                    let object = Side { parties: whom().parties, ..object.clone() };
                    let own = self.days_in_brackets(act).or_else(|| self.own_days(act));
                    let own = own.filter(|_| whole.is_none()).map(|days| (days, "sentence"));
                    let shared = act.trigger.each || whole.is_some();
                    let days = own.or_else(|| if shared { days } else { self.days(act) });
                    (split(&subject, &object), days)
                }
                // "Co-chaired the ASEAN–New Zealand meeting; the Mekong–Japan meeting": each has its own parties.
                None if gatherings => (split(&subject, &whom()), days),
                None => (split(&subject, &object), days),
            };
            let alone = if sides.len() > 1 { self.met_all(&sides) } else { None };
            for (subject, object) in sides {
                let subject = alone.clone().unwrap_or(subject);
                let own = day_of_one(act, mentions, &object)
                    .and_then(|date| self.clock.resolve(date, self.spoken.context, ahead(act)));
                self.open(act, mentions, &subject, &object, own.map(|days| (days, "sentence")).or(days));
            }
        }
        if let Some(first) = whole.filter(|&first| self.drafts.len() > first + 1) {
            self.drafts[first + 1..].iter_mut().for_each(|leg| leg.later = true);
            self.make_current(first);
        }
        self.open_further(act, mentions, &subject, &object, days);
        // "Was received by the President and met the Minister": whoever was received goes on.
        let goes_on = if act.trigger.shape == Stands::Passive { object } else { subject };
        Some(goes_on).filter(|side| !side.is_empty())
    }

    /// "The day ended with *meetings with* Minister X and Minister Y": who met them all, where an act names
    /// nobody on the other side.
    fn met_all(&self, sides: &[(Side, Side)]) -> Option<Side> {
        let mut all = Side::default();
        sides.iter().for_each(|(_, object)| all.merge(object));
        let (met, theirs) = (all.people.clone(), all.all_parties(self.people));
        if sides.iter().any(|(subject, _)| !subject.is_empty()) {
            return None;
        }
        self.complete(&mut all);
        let mut people: Vec<usize> = all.people.into_iter().filter(|person| !met.contains(person)).collect();
        let other = |person: &usize| self.people.all[*person].party.is_some_and(|party| !theirs.contains(&party));
        if people.is_empty() {
            people.extend(self.protagonist().filter(other));
        }
        (!people.is_empty()).then(|| Side { people, ..Side::default() })
    }

    /// "The forum opened on Monday. *Taking the floor*, Minister X said …": whoever speaks to those who are gathered takes part
    /// there, and makes no statement of his own. Gives whether something is told at which he can have spoken.
    fn speaks_there(&mut self, act: &Act<'_>, subject: &Side) -> bool {
        let speaks = act.trigger.kind == Kind::Statement && act.trigger.guest && act.trigger.is_finite();
        let [speaker] = subject.people[..] else { return false };
        let own = self.own_days(act);
        let there = |index: &usize| {
            let draft = &self.drafts[*index];
            let gathers = matches!(draft.kind, Kind::Conference | Kind::Event);
            let meets = matches!(draft.kind, Kind::Meeting | Kind::Consultation | Kind::Signing);
            !draft.background
                && draft.block + SPOKEN >= act.sentence.block_index
                && (gathers || meets && draft.people.contains(&speaker))
                && draft.days.zip(own).is_none_or(|(old, new)| overlap(old, new))
        };
        let Some(index) = self.recent().rev().find(there).filter(|_| speaks) else { return false };
        self.join(index, speaker);
        self.make_current(index);
        true
    }

    /// "– Vi bidrar mer *i år*, säger minister X": whether only a quote tells of a time, and of no day.
    fn says_of_a_year(&self, act: &Act<'_>, mentions: &[Mention]) -> bool {
        let dates = act.sentence.dates();
        let before = !dates.is_empty() && dates.iter().all(|date| date.start < act.mark.start);
        let vague = || self.days_in(act.sentence).is_none_or(|days| days.0.as_day().is_none());
        before && (act.quoted() || attributed(act, mentions)) && vague()
    }

    /// "On Tuesday he flew to Oslo *for talks with* Minister X": the days of the journey whose purpose an act is, where that is
    /// told of what has been as well.
    fn days_of_purpose(&self, act: &Act<'_>) -> Option<(Days, &'static str)> {
        let purpose = act.trigger.future && act.trigger.shape == Stands::Noun && act.trigger.kind == Kind::Meeting;
        let told = self.drafts.last().filter(|told| purpose && told.kind == Kind::Visit)?;
        let here = act.sentence.tokens.contains(&told.evidence.start) && told.evidence.start < act.mark.start;
        told.days.zip(told.days_basis).filter(|_| here)
    }

    /// "Met Minister X, to speak of trade, and with the Chairman, Y": who is joined by a small word of their own behind what
    /// is said of the first.
    fn open_further(
        &mut self,
        act: &Act<'_>,
        mentions: &[Mention],
        subject: &Side,
        object: &Side,
        days: Option<(Days, &'static str)>,
    ) {
        let link = match act.trigger.shape {
            Stands::Joint | Stands::Verb => Link::With,
            Stands::Passive => Link::By,
            _ => return,
        };
        if act.trigger.kind != Kind::Meeting || act.trigger.one || object.is_empty() {
            return;
        }
        let sentence = act.sentence;
        let acts = sentence.within(Layer::Triggers, act.right.end..sentence.tokens.end);
        let until = acts.map(|(mark, _)| mark.start).next().unwrap_or(sentence.tokens.end);
        // "Met Minister X, who chairs the council, *and Minister Y*": one more behind a clause about the first.
        let clause = sentence.is_link(act.right.end, Link::Who);
        let joined = |mention: &Mention| {
            let (at, end) = (mention.tokens.start, mention.tokens.end);
            let and = at > sentence.tokens.start + 1 && sentence.link(at - 1, Link::And) == Some(at);
            // Nobody who acts: "…, and Minister Y *thanked* him".
            let closes = end < sentence.tokens.end
                && (sentence.token(end).shape == Shape::Punctuation || sentence.is_link(end, Link::In));
            clause && and && closes && sentence.is(at - 2, ",")
        };
        let led = |mention: &&Mention| {
            (act.right.end..until).contains(&mention.tokens.start)
                && matches!(mention.who, Who::Person(_))
                && (led_anew(sentence, mention.tokens.start, link) || joined(mention))
        };
        let found: Vec<Range<u32>> = mentions.iter().filter(led).map(|mention| mention.tokens.clone()).collect();
        for tokens in found {
            let whom = side(sentence, mentions, self.people, &self.focus, tokens.clone());
            let act = Act { left: tokens.start..tokens.start, right: tokens, further: true, ..act.clone() };
            if link == Link::By {
                self.open(&act, mentions, &whom, object, days);
            } else {
                self.open(&act, mentions, subject, &whom, days);
            }
        }
    }

    /// Opens an engagement, or adds to one that is the same.
    pub(crate) fn open(
        &mut self,
        act: &Act<'_>,
        mentions: &[Mention],
        subject: &Side,
        object: &Side,
        days: Option<(Days, &'static str)>,
    ) {
        if supposed(act) {
            return;
        }
        let mut told_place = self.told_place(act, object);
        if act.trigger.kind == Kind::Visit && act.relative && told_place == Place::default() {
            told_place.country = self.received_by(act, subject);
        }
        let kind = if remotely(act) { Kind::Call } else { act.trigger.kind };
        let kind = self.called_on(act, mentions, subject, object).unwrap_or(kind);
        let kind = self.kind_of_session(kind, act.sentence, act.mark.end == act.mark.start);
        let kind = if told_place == Place::default() && leads_to_gathering(act) { Kind::Conference } else { kind };
        let act = &Act { trigger: Trigger { kind, ..act.trigger }, ..act.clone() };
        let taking_part = self.taking_part(act, subject, object);
        let (session, occasion_session) = sessions_of(act);
        // What a list names further has its own alone.
        let from = if act.left.start > act.mark.start { act.left.start } else { act.mark.start };
        let organisations = self.organisations(act.sentence, from..act.right.end);
        let many = |party: &Party| self.page.world().info(*party).members.len() > 2;
        // "NATO's defence ministers *met* in Brussels".
        let members = kind == Kind::Meeting
            && act.trigger.shape == Stands::Joint
            && subject.people.is_empty()
            && object.is_empty()
            && matches!(subject.parties.as_slice(), [party] if many(party))
            && !of_delegation(act);
        // "Co-chaired the Mekong-Japan Foreign Ministers' Meeting", one of a series.
        let standing = kind == Kind::Consultation && (organisations.iter().any(many) || session.series.is_some());
        let kind = if standing || members { Kind::Conference } else { kind };
        let host = match act.trigger {
            Trigger { host: true, .. } => subject.people.first(),
            Trigger { guest: true, .. } => object.people.first(),
            _ => None,
        };
        let mut draft = Draft {
            host: host.copied(),
            unnamed: subject.offices.iter().chain(&object.offices).copied().collect(),
            parties: self.parties_of(kind, &taking_part, subject, object, organisations, told_place.country),
            people: taking_part.people,
            occasion: occasion(act).map(|named| self.named_before(kind, named)),
            session,
            occasion_session,
            level: begins(act).map(|reached| reached.comes),
            bodies: kind == Kind::Signing && (subject.bodies || object.bodies),
            voiced: kind == Kind::Statement && act.trigger.is_finite() && !subject.is_empty(),
            to_come: ahead(act),
            leg: kind == Kind::Visit && act.trigger.one && act.mark.end > act.mark.start,
            led: kind == Kind::Visit && comes_after(act),
            aside: kind == Kind::Meeting && (occasion_session != Session::default() || beside(act.sentence)),
            background: act.trigger.background || matches!(act.sentence.block, BlockKind::Caption),
            words: if act.further { 0..0 } else { act.mark.start..act.mark.end },
            certainty: if subject.referred || object.referred { 0.7 } else { 0.9 },
            ..Draft::new(kind, days, evidence(act), act.sentence.block_index, act.rule)
        };
        if !self.is_enough(&draft, act, subject, object, told_place.country) || self.is_said_here(&draft) {
            // What tells of nothing new is told all the same.
            self.touched += usize::from(kind == Kind::Visit && !draft.people.is_empty());
            return;
        }
        // "The foreign ministers of Peru and Oman met in Lima": no gathering is named, and two states are no more than a meeting.
        let states = draft.parties.iter().all(|&party| self.page.world().is_state(party));
        let whole = act.trigger.shape == Stands::Noun || subject.people.len() != 1 || object.people.is_empty();
        let together = draft.people.len() == 2 && whole;
        let nameless = draft.occasion.is_none() && draft.session == Session::default();
        if draft.kind == Kind::Conference && nameless && states && draft.parties.len() == 2 && together {
            draft.kind = Kind::Meeting;
        }
        if matches!(draft.level, Some(Comes::Turn(_))) {
            // Whoever breaks relations off comes before those with whom.
            draft.parties.sort_by_key(|party| !subject.parties.contains(party));
        }
        draft.place = match told_place {
            // Who calls is elsewhere.
            _ if kind == Kind::Call => Place::default(),
            told if told != Place::default() => told,
            _ => self.supposed_place(act, &draft),
        };
        if kind == Kind::Event && !act.trigger.own {
            self.host_of_event(&mut draft);
        }
        self.frame_meeting(&mut draft);
        self.tell(draft, act);
    }

    /// Adds an engagement to the story, or what it says to one that is the same.
    fn tell(&mut self, mut draft: Draft, act: &Act<'_>) {
        let another = signs_another(act);
        let told = self.same(&draft).filter(|&index| {
            let same = self.same_occasion(&self.drafts[index], &draft);
            // Where a journey goes on is where what follows happens, though the journey told of it.
            let goes_on = draft.leg && !self.drafts[index].leg;
            !goes_on && (same || !act.further) && (!another || (same && draft.occasion.is_some()))
        });
        if let Some(index) = told {
            self.merge(index, draft);
            self.welcome(index, act);
            self.bring_along(index, act);
            return;
        }
        if draft.days.is_none() {
            let before = self.days_of_story(draft.background, act.trigger.is_finite() && !ahead(act));
            draft.days = before.map(|(days, _)| self.lasting_from(act, days));
            draft.days_basis = before.map(|(_, basis)| basis);
        }
        self.waiting.session = self.waiting.session.filter(|(kind, ..)| *kind != draft.kind);
        self.drafts.push(draft);
        // What an answer tells of in passing takes no later answers.
        let answer = self.interview && self.current.is_some_and(|current| self.drafts[current].kind == Kind::Statement);
        let aside = (act.relative || self.in_passing(act)) && self.current.is_some();
        if !(aside || answer) {
            self.make_current(self.drafts.len() - 1);
        }
        let last = self.drafts.len() - 1;
        self.welcome(last, act);
        self.bring_along(last, act);
    }

    /// "*After the welcoming ceremony*, the two ministers held talks": an event of those who then meet.
    fn welcome(&mut self, met: usize, act: &Act<'_>) {
        let before = act.sentence.tokens.start..act.mark.start;
        if self.waiting.ceremony.is_none() || self.drafts[met].kind != Kind::Meeting || self.drafts[met].background {
            return;
        }
        let mut met = self.drafts[met].clone();
        drop_spoken_of(&mut met, self.people);
        let Some((words, rule)) = self.waiting.ceremony.take().filter(|(words, _)| before.contains(&words.start))
        else {
            return;
        };
        let ceremony = Draft {
            people: met.people,
            parties: met.parties,
            place: met.place,
            certainty: met.certainty,
            ..Draft::new(Kind::Event, met.days.zip(met.days_basis), words, met.block, rule)
        };
        // Told of before: "presented his credentials … *After the ceremony*, the President received him".
        let told = |draft: &Draft| {
            draft.kind == Kind::Event
                && within(&draft.people, &ceremony.people)
                && ceremony.parties.iter().any(|party| draft.parties.contains(party))
                && draft.days.zip(ceremony.days).is_none_or(|(old, new)| overlap(old, new))
        };
        if !self.drafts[self.recent()].iter().any(told) {
            self.drafts.push(ceremony);
        }
    }

    /// Whether what a sentence opens behind a meeting only says of whom was met why he came: "held talks with Minister X, *on a
    /// visit to Ghana*", "received Minister X on the occasion of *his coming to co-chair* …".
    fn in_passing(&self, act: &Act<'_>) -> bool {
        let (Some(draft), Some(current)) = (self.drafts.last(), self.current) else { return false };
        let (met, sentence) = (&self.drafts[current], act.sentence);
        let here = sentence.tokens.contains(&met.evidence.start) && met.evidence.start < act.mark.start;
        if !here || !matches!(met.kind, Kind::Meeting | Kind::Call) || draft.people.is_empty() {
            return false;
        }
        let guest = draft.kind == Kind::Visit
            && within(&draft.people, &met.people)
            && draft.place.country.is_some_and(|country| met.parties.contains(&country));
        let clause = act.mark.start.saturating_sub(CLAUSE).max(met.evidence.start + 1)..act.mark.start;
        let sign = |at: &u32| sentence.token(*at).shape == Shape::Punctuation;
        let from = clause.clone().rev().find(sign).unwrap_or(clause.start);
        let frame = |value: &Value| *value == Value::Occasion(Occasion::Frame);
        guest || sentence.within(Layer::Occasions, from..act.mark.start).any(|(_, value)| frame(value))
    }

    /// Whether what is told makes an engagement of its kind.
    fn is_enough(&self, draft: &Draft, act: &Act<'_>, subject: &Side, object: &Side, to: Option<Party>) -> bool {
        match draft.kind {
            // Of a journey of nobody's to nowhere nothing is told.
            Kind::Visit if draft.parties.is_empty() => false,
            // Somebody must come from elsewhere.
            // "Has come to", of no country of another.
            Kind::Visit if act.trigger.one && act.trigger.is_finite() && !self.abroad(&draft.people, act) => false,
            Kind::Visit if draft.people.is_empty() => !draft.parties.iter().all(|party| Some(*party) == to),
            Kind::Visit => !draft.people.iter().all(|&person| self.returns(person, to)),
            Kind::Meeting | Kind::Call => {
                let finite = act.trigger.is_finite();
                let between = act.trigger.shape == Stands::Noun && object.parties.len() > 1;
                let told = !draft.people.is_empty() || subject.unnamed || object.unnamed || finite || between;
                let met = finite && subject.people.is_empty() && !object.people.is_empty();
                let own = finite && !draft.people.is_empty() && self.meets_own(act, subject, object);
                // "The forum, *which Poland hosts*": nobody is received.
                let receives = act.trigger.host && act.trigger.shape == Stands::Verb;
                if receives && act.relative && object.is_empty() && !object.unnamed {
                    return false;
                }
                // "On the margins she met with the following leaders:", whom lines below name.
                let listed = (finite || act.heads_list())
                    && !draft.people.is_empty()
                    && object.is_empty()
                    && self.lists_people(act.sentence);
                (told && draft.parties.len() > 1) || draft.people.len() > 1 || met || own || listed
            }
            _ => !draft.parties.is_empty() || !draft.people.is_empty(),
        }
    }

    /// Whether a message is only said to whoever is met: who offers condolences to whom he meets sends none.
    fn is_said_here(&self, draft: &Draft) -> bool {
        draft.kind == Kind::Message
            && !draft.people.is_empty()
            && self.current.map(|current| &self.drafts[current]).is_some_and(|current| {
                matches!(current.kind, Kind::Meeting | Kind::Call | Kind::Consultation | Kind::Conference)
                    && within(&draft.people, &current.people)
                    && within(&draft.parties, &current.parties)
            })
    }
}

/// "*The EU delegation* met students": whether a delegation is what acts, and no members of a body among themselves.
fn of_delegation(act: &Act<'_>) -> bool {
    let delegation = |at: u32| matches!(act.sentence.reference(at), Some((Reference::Delegation, _)));
    act.left.clone().any(delegation)
}

/// "Held a *virtual* meeting with Minister X", "met *by videoconference*": whether those who meet are not in one place.
fn remotely(act: &Act<'_>) -> bool {
    let inside = act.mark.start..act.mark.end.max(act.mark.tail);
    // A word alone elsewhere is of something else: "met Minister X and spoke of a *virtual* summit".
    let manner = |at: u32, end: u32| inside.contains(&at) || end > at + 1;
    let words = act.left.start.min(act.mark.start)..act.right.end;
    let after = |at: &u32| act.sentence.is_link(*at, Link::After);
    act.trigger.kind == Kind::Meeting
        && words
            .take_while(|at| !after(at))
            .any(|at| act.sentence.link(at, Link::Remote).is_some_and(|end| manner(at, end)))
}

/// "They *also* signed a treaty": whether an act tells of another document than what was signed before.
fn signs_another(act: &Act<'_>) -> bool {
    let sentence = act.sentence;
    let beside = act.mark.start.saturating_sub(BESIDE)..act.mark.end + BESIDE;
    let head = |value: &Value| matches!(value, Value::Occasion(Occasion::Document));
    act.trigger.kind == Kind::Signing
        && act.trigger.is_finite()
        && sentence.has_link(beside, Link::Also)
        && sentence.within(Layer::Occasions, act.mark.start..act.right.end).any(|(_, value)| head(value))
}

/// What relations come to with what is signed, "established diplomatic relations", or what becomes of them by the act itself:
/// "*severed diplomatic relations* with Oman", but not "said that diplomatic relations were severed".
fn begins(act: &Act<'_>) -> Option<Reached> {
    let words = act.left.start.min(act.mark.start)..act.right.end.max(act.mark.end);
    let reached = reached(act.sentence, words).filter(|reached| !reached.marked)?;
    let said = act.mark.start <= reached.words.start && reached.words.end <= act.mark.end.max(act.mark.tail);
    let turns = matches!(reached.comes, Comes::Turn(_)) && said;
    (turns || act.trigger.kind == Kind::Signing).then_some(reached)
}

/// "Led the delegation *to the ASEAN summit*": whether a journey is to a gathering, wherever that is.
fn leads_to_gathering(act: &Act<'_>) -> bool {
    let (sentence, from) = (act.sentence, act.mark.end.max(act.mark.tail));
    let leads = [Link::To, Link::In].into_iter().any(|link| sentence.link(from.max(1) - 1, link) == Some(from));
    let behind = from..(from + GATHERING_NOUN).min(act.right.end).max(from);
    let goes = act.trigger.kind == Kind::Visit && act.trigger.is_finite() && !act.trigger.future;
    goes && leads && headed(sentence, behind).is_some()
}

/// "Busan may help *if the two cities sign* a memorandum": whether "if" leads the clause of an act, so that it is none.
fn supposed(act: &Act<'_>) -> bool {
    let sentence = act.sentence;
    let before = (sentence.dateline_end()..act.mark.start).rev();
    let mut clause = before.take_while(|&at| sentence.token(at).shape != Shape::Punctuation);
    act.trigger.is_finite() && clause.any(|at| sentence.is_link(at, Link::If))
}
