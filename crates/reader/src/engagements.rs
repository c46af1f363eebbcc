//! Acts of diplomacy: a trigger opens one, what follows belongs to it until the next.

use std::ops::Range;

use document::{BlockKind, Shape};
use packs::{Form, Kind, Layer, Level, Link, Occasion, Offices, Party, Reference, Shape as Stands, Trigger, Value};

use crate::acts::{Act, evidence, sessions, told_of};
use crate::dates::Days;
use crate::drafts::{Draft, alike, is_umbrella, overlap, within};
use crate::handles::{Session, session};
use crate::mentions::{Mention, Who};
use crate::page::Sentence;
use crate::places::{Place, framed, headed, named_at, place};
use crate::scene::{Side, follows_verb, led, side};
use crate::sides::{inverted, inviters, led_anew, split};
use crate::story::Story;

/// How many tokens, such as the hour, may stand before an act that heads a line of a list.
const HEAD: u32 = 5;
/// How many words may stand between an act and the month or year that dates it.
const BESIDE: u32 = 2;
/// How many tokens before a verb, or around a noun, a word may stand that says that it is still to come.
const NEAR: u32 = 4;

impl Story<'_, '_> {
    /// Reads one act; gives its subject.
    pub(crate) fn act(&mut self, act: &Act<'_>, mentions: &[Mention], inherited: Option<&Side>) -> Option<Side> {
        // "Minister X travelled to Y, where he met …": who was its subject before.
        if let Some(inherited) = inherited.filter(|side| side.people.len() == 1 && says_he(act, mentions)) {
            self.focus.subject = inherited.clone();
        }
        let (subject, object) = self.sides(act, mentions, inherited);
        if matches!(act.trigger.shape, Stands::Anaphor | Stands::Noun) && self.refers_back(act, &subject, &object) {
            return Some(subject).filter(|side| !side.is_empty());
        }
        let told = matches!(act.trigger.shape, Stands::Noun | Stands::Anaphor);
        if subject.is_empty() && !told && object.is_empty() {
            return None;
        }
        let page = || self.clock.day().map(|day| ((day.into(), day.into()), "page"));
        let titled = act.sentence.block == BlockKind::Title && act.sentence.dates().is_empty();
        let days = if titled { page() } else { None }.or_else(|| self.days(act));
        for part in sessions(act) {
            let act = &part;
            for (subject, object) in split(act, mentions, &subject, &object, self.people) {
                self.open(act, &subject, &object, days);
            }
        }
        self.open_further(act, mentions, &subject, &object, days);
        // "Was received by the President and met the Minister": whoever was received goes on.
        let goes_on = if act.trigger.shape == Stands::Passive { object } else { subject };
        Some(goes_on).filter(|side| !side.is_empty())
    }

    /// Subject and object of an act.
    pub(crate) fn sides(&self, act: &Act<'_>, mentions: &[Mention], inherited: Option<&Side>) -> (Side, Side) {
        let sentence = act.sentence;
        let part = |tokens| side(sentence, mentions, self.people, &self.focus, tokens);
        let (mut before, after) = (part(act.left.clone()), part(act.right.clone()));
        if before.is_empty() && after.is_empty() && finite(act.trigger) {
            // "Efter mötet undertecknade *de* en handlingsplan", and "agreed on trade and signed a treaty".
            before = part(act.mark.start..act.mark.end);
            if before.is_empty() && inherited.is_none() {
                before = agreed(act, mentions).map(part).unwrap_or_default();
            }
        }
        // "… and met the Minister": the subject of the verb before goes on.
        let goes_on = before.is_empty()
            && inherited.is_some_and(|subject| !subject.people.is_empty())
            && ((act.mark.start.saturating_sub(2)..act.mark.start)
                .any(|at| sentence.link(at, Link::And) == Some(act.mark.start))
                || listed(act));
        // "The Ministry issued …": a body of which nothing says whose it is acts all the same.
        let body = mentions.iter().any(|mention| {
            act.left.contains(&mention.tokens.start)
                && matches!(mention.who, Who::Reference(Reference::Side, _))
                && !led(sentence, mention, act.left.start)
        });
        let inverts = sentence.language.subject_after_verb
            && !goes_on
            && !body
            && (before.is_empty() || follows_verb(sentence, mentions, &act.left, act.mark.end));
        let (mut subject, mut object) = match act.trigger.shape {
            Stands::Passive if act.mark.tail > 0 => {
                // "Togs presidenten emot av …": who receives stands behind the gap.
                let mut received = part(act.right.start..act.mark.tail);
                received.merge(&before);
                (part(act.mark.tail..act.right.end), received)
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
        }
        if act.trigger.kind == Kind::Event {
            // "Laid flowers at President Kenyatta's grave".
            let honoured = honoured(sentence, mentions);
            let at = |tokens: Range<u32>| side(sentence, mentions, self.people, &self.focus, tokens);
            let spoken: Vec<usize> = honoured.into_iter().flat_map(|tokens| at(tokens).people).collect();
            subject.people.retain(|person| !spoken.contains(person));
            object.people.retain(|person| !spoken.contains(person));
        }
        let journey = || act.trigger.kind == Kind::Visit && object.people.is_empty() && !self.at_home(act, inherited);
        if subject.is_empty() && (act.trigger.shape != Stands::Noun || journey()) {
            subject = inherited.cloned().unwrap_or_default();
        }
        if let Some(lead) = self.goes_on_to_meet(act, mentions, &object) {
            subject = Side { people: vec![lead], ..Side::default() };
        }
        (subject, object)
    }

    /// Whether somebody is of the country to which an act goes, or no country is told.
    fn at_home(&self, act: &Act<'_>, somebody: Option<&Side>) -> bool {
        let country = self.told_place(act, &Side::default()).country;
        let parties = somebody.map(|side| side.all_parties(self.people)).unwrap_or_default();
        country.is_none_or(|country| parties.is_empty() || parties.contains(&country))
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
        let also = (pronoun.tokens.end..act.mark.end).any(|at| act.sentence.link(at, Link::Also).is_some());
        let another = |person: &usize| *person != lead && !self.focus.present.people.contains(person);
        let fits = self.focus.present.people.contains(&lead) && self.focus.may_be(self.people, lead, gender);
        (opens && also && fits && !object.people.is_empty() && object.people.iter().all(another)).then_some(lead)
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
        let led = |mention: &&Mention| {
            (act.right.end..until).contains(&mention.tokens.start)
                && matches!(mention.who, Who::Person(_))
                && led_anew(sentence, mention.tokens.start, link)
        };
        let found: Vec<Range<u32>> = mentions.iter().filter(led).map(|mention| mention.tokens.clone()).collect();
        for tokens in found {
            let whom = side(sentence, mentions, self.people, &self.focus, tokens.clone());
            let act = Act { left: tokens.start..tokens.start, right: tokens, further: true, ..act.clone() };
            if link == Link::By {
                self.open(&act, &whom, object, days);
            } else {
                self.open(&act, subject, &whom, days);
            }
        }
    }

    /// An anaphor or noun that speaks of an engagement already there: makes it current.
    fn refers_back(&mut self, act: &Act<'_>, subject: &Side, object: &Side) -> bool {
        let mut named: Vec<usize> = subject.people.iter().chain(&object.people).copied().collect();
        named.sort_unstable();
        named.dedup();
        let parties: Vec<Party> =
            subject.all_parties(self.people).into_iter().chain(object.all_parties(self.people)).collect();
        let same_kind = |draft: &Draft| alike(draft.kind, act.trigger.kind);
        let own = self.own_days(act);
        let same_days = |draft: &Draft| draft.days.zip(own).is_none_or(|(old, new)| overlap(old, new));
        let country = Some(act)
            .filter(|act| act.trigger.kind == Kind::Visit)
            .and_then(|act| self.told_place(act, object).country);
        let same_place = |draft: &Draft| draft.place.country.zip(country).is_none_or(|(old, new)| old == new);
        let found = self.recent().rev().find(|&index| {
            let draft = &self.drafts[index];
            // "The talks" within a visit are not those of another paragraph.
            let elsewhere = named.is_empty() && draft.block != act.sentence.block_index && self.visiting().is_some();
            same_kind(draft)
                && same_days(draft)
                && same_place(draft)
                && !elsewhere
                && named.iter().all(|person| draft.people.contains(person))
                && (parties.iter().all(|party| draft.parties.contains(party)))
                && (!named.is_empty()
                    || !parties.is_empty()
                    || Some(index) == self.current
                    || act.trigger.shape == Stands::Anaphor)
        });
        let adding = act.trigger.shape == Stands::Anaphor && act.trigger.one;
        if adding {
            let Some(joined) = self.joined(act, subject) else { return true };
            // "The day before, X had led the session": another.
            let told = self.days_in(act.sentence).zip(self.drafts[joined].days);
            if told.is_some_and(|(new, old)| !overlap(old, new)) {
                return true;
            }
            for person in named {
                self.join(joined, person);
            }
            return true;
        }
        match found {
            Some(index) => {
                let days = self.days(act).filter(|_| self.drafts[index].days.is_none());
                if let Some((days, basis)) = days {
                    (self.drafts[index].days, self.drafts[index].days_basis) = (Some(days), Some(basis));
                }
                self.make_current(index);
                true
            }
            // "Called on the President during his visit": a journey that nothing else tells.
            None if act.trigger.kind == Kind::Visit
                && act.trigger.shape == Stands::Anaphor
                && self.told_place(act, object) == Place::default() =>
            {
                true
            }
            // "During the talks on 17 November" within a visit: host and guest are meant.
            None if matches!(act.trigger.kind, Kind::Conference | Kind::Signing | Kind::Publication)
                && act.trigger.shape == Stands::Noun
                && !parties.is_empty() =>
            {
                false
            }
            // "RESOLUTION", at the head of one: what the page is.
            None if act.trigger.kind == Kind::Publication && act.sentence.block == BlockKind::Title => false,
            // "A memorandum was signed": by those of whom the text speaks.
            None if act.trigger.kind == Kind::Signing && act.trigger.shape == Stands::Noun && named.is_empty() => {
                let current = self.current.map(|current| &self.drafts[current]);
                !current.is_some_and(|current| {
                    current.parties.len() > 1
                        && !current.background
                        && own.is_none_or(|own| current.days.is_none_or(|days| overlap(days, own)))
                })
            }
            None => {
                // "In connection with the summit on 22 November he met …": the meeting stands there.
                let meets = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Meeting && finite(*trigger));
                let behind = act.mark.end..act.sentence.tokens.end;
                let follows = act.sentence.within(Layer::Triggers, behind).any(|(_, value)| meets(value));
                (act.trigger.shape == Stands::Anaphor && follows)
                    || named.is_empty()
                        && parties.len() < 2
                        && !(matches!(act.trigger.kind, Kind::Meeting)
                            && (own.is_some() || act.trigger.shape == Stands::Anaphor)
                            && self.visiting().is_some())
            }
        }
    }

    /// What those join whom an act adds: the journey of a guest whom they accompany, unless its own sentence tells of more;
    /// else what is spoken of.
    fn joined(&self, act: &Act<'_>, guest: &Side) -> Option<usize> {
        let here = |draft: &Draft| act.sentence.tokens.contains(&draft.evidence.start);
        let current = self.current.filter(|&current| here(&self.drafts[current]));
        if act.trigger.kind != Kind::Visit || current.is_some() {
            return self.current;
        }
        let journey = self.recent().rev().find(|&index| {
            let draft = &self.drafts[index];
            let theirs = guest.people.is_empty() || guest.people.iter().any(|person| draft.people.contains(person));
            draft.kind == Kind::Visit && !draft.background && !draft.people.is_empty() && theirs
        });
        journey.or(self.current)
    }

    /// The days that stand beside an act in figures or by name, not by reference.
    fn own_days(&self, act: &Act<'_>) -> Option<Days> {
        let span = act.left.start..act.right.end;
        let dates = act
            .sentence
            .dates()
            .iter()
            .filter(|date| span.contains(&date.start) && !matches!(date.when, packs::When::Context(_)));
        dates
            .filter_map(|date| self.clock.resolve(date, self.context, ahead(act)))
            .find(|days| days.0.as_day().is_some())
    }

    /// The days of an act: by its own words, else by those before in the block.
    pub(crate) fn days(&mut self, act: &Act<'_>) -> Option<(Days, &'static str)> {
        let dateline = act.sentence.dateline_end();
        let dates = act.sentence.dates();
        let span = act.left.start.max(dateline)..act.right.end;
        // Those of its own clause first, then the others of the sentence, then the dateline's.
        let rank = |date: &packs::DateMatch| {
            let whole =
                date.parts.day[0].is_none() && date.parts.weekday.is_none() && matches!(date.when, packs::When::Parts);
            let reach = match () {
                () if span.contains(&date.start) => 0,
                () if date.start < dateline => 3,
                () if date.start < act.mark.start => 1,
                () => 2,
            };
            // A day says more than its week.
            let week = matches!(date.when, packs::When::Week(_));
            (reach, whole, week, date.start.abs_diff(act.mark.start))
        };
        let mut ranked: Vec<&packs::DateMatch> =
            dates.iter().filter(|date| rank(date).0 < 2 || !act.trigger.background).collect();
        ranked.sort_by_key(|date| rank(date));
        let told = self.clock.day().is_some();
        let dated = told || self.days_before(false).is_some_and(|(days, _)| days.0.as_day().is_some());
        let found = ranked.into_iter().find_map(|date| {
            let (reach, whole, ..) = rank(date);
            // A year alone dates what is signed or reviewed, seldom the act.
            let year = whole && date.parts.month[0].is_none() && !act.trigger.background;
            // A month or a year that does not stand beside the act dates what is spoken of.
            let beside =
                act.mark.start.abs_diff(date.end).min(act.mark.end.max(act.mark.tail).abs_diff(date.start)) <= BESIDE;
            // "Last month, Minister X received …".
            let fronted = date.start <= dateline.max(act.sentence.tokens.start);
            let beside = beside || (fronted && matches!(date.when, packs::When::Month(_)));
            let coarse = date.parts.day[0].is_none()
                && matches!(date.when, packs::When::Month(_) | packs::When::Year(_))
                && !act.trigger.background;
            // "… to mark the anniversary in 2026", behind an act of a story that has its days.
            let year = year && (told || (dated && date.start > act.mark.start));
            // "…, and is expected to meet Y tomorrow": the day of what is still to come.
            let later = reach == 2
                && !ahead(act)
                && (act.right.end..date.start).any(|at| act.sentence.link(at, Link::Ahead).is_some());
            if (reach == 2 && whole) || year || (coarse && !beside && told) || (later && told) {
                return None;
            }
            let context = matches!(date.when, packs::When::Context(_));
            let before = if context {
                self.context.or_else(|| self.days_before(false).map(|(days, _)| days))
            } else {
                self.context
            };
            let days = self.clock.resolve(date, before, ahead(act))?;
            Some((days, if context { "same-day" } else { "sentence" }))
        });
        if let Some((days, _)) = found {
            self.note_days(days);
            return found;
        }
        if act.trigger.background {
            return None;
        }
        self.journey(act).or_else(|| self.context.map(|days| (days, "opening")))
    }

    /// The days of a journey told before to the country where an act takes place, where the day spoken of is not among
    /// them: "travels on the 14th to Portugal and on the 15th to Ireland. In Lisbon …".
    fn journey(&self, act: &Act<'_>) -> Option<(Days, &'static str)> {
        if act.trigger.kind == Kind::Visit {
            return None;
        }
        let country = place(act.sentence, act.sentence.tokens.clone(), &[Link::In])?.country?;
        let lead = self.lead?;
        let spoken = self.context.or_else(|| self.days_before(false).map(|(days, _)| days))?;
        let to = |draft: &&Draft| {
            draft.kind == Kind::Visit
                && !draft.background
                && draft.place.country == Some(country)
                && draft.people.contains(&lead)
        };
        let days = self.drafts[self.recent()].iter().rev().find(to)?.days?;
        (days.0.as_day().is_some() && !overlap(days, spoken)).then_some((days, "frame"))
    }

    /// Remembers the day spoken of.
    pub(crate) fn note_days(&mut self, days: Days) {
        // What lasts several days does not say on which of them the rest happens.
        let lasts = |day: Days| day.0 == day.1 && days.0 != days.1 && overlap(day, days);
        if days.0.as_day().is_some() && !self.context.is_some_and(lasts) {
            self.context = Some(days);
            self.opening = self.opening.or(self.context);
        }
    }

    /// The days of an engagement that says none of its own: those of the one before it, else the page's.
    pub(crate) fn days_before(&self, background: bool) -> Option<(Days, &'static str)> {
        self.days_of_story(background, false)
    }

    /// The same; of what is past, none of what is still to come.
    fn days_of_story(&self, background: bool, past: bool) -> Option<(Days, &'static str)> {
        if background {
            return None;
        }
        let today = self.clock.day().filter(|_| past);
        let to_come = |days: &Days| today.is_some_and(|today| days.0.first_day() > today);
        let before = self
            .current
            .map(|current| &self.drafts[current])
            .into_iter()
            .chain(self.drafts[self.recent()].iter().rev());
        let mut told = before
            .filter(|draft| !draft.background && draft.days_basis != Some("page"))
            .filter(|draft| draft.block == self.block || !draft.days.as_ref().is_some_and(to_come))
            .filter_map(|draft| draft.days)
            .chain(self.opening);
        // Of a visit of several days the day on which something else was is nearer.
        let told = told.next().map(|last| {
            let within = |day: &Days| day.0 == day.1 && day.0.as_day().is_some() && overlap(*day, last);
            if last.0 == last.1 { last } else { told.find(within).unwrap_or(last) }
        });
        let page = || self.clock.day().map(|day| ((day.into(), day.into()), "page"));
        told.map(|days| (days, "opening")).or_else(page)
    }

    /// Opens an engagement, or adds to one that is the same.
    pub(crate) fn open(&mut self, act: &Act<'_>, subject: &Side, object: &Side, days: Option<(Days, &'static str)>) {
        let place = self.told_place(act, object);
        let kind = self.called_on(act, subject, object).unwrap_or(act.trigger.kind);
        let act = &Act { trigger: Trigger { kind, ..act.trigger }, ..act.clone() };
        let sentence = act.sentence;
        let finite = finite(act.trigger);
        let taking_part = self.taking_part(act, subject, object, finite);
        let mut parties = taking_part.all_parties(self.people);
        if kind == Kind::Visit {
            parties.extend(object.all_parties(self.people).into_iter().chain(place.country));
        }
        // One document of a list is told apart by its own words, where its noun is no name.
        let listed = || {
            let plain = |at: &u32| sentence.token(*at).shape != Shape::Punctuation;
            let end = act.right.clone().find(|at| !plain(at)).unwrap_or(act.right.end);
            (act.further && end > act.right.start).then_some(act.right.start..end)
        };
        let named = || headed(sentence, act.left.start..act.right.end);
        let occasion = match kind {
            // What is signed, before the occasion on which it is.
            Kind::Signing => named().or_else(listed).or_else(|| framed(sentence)),
            Kind::Conference | Kind::Consultation | Kind::Event => framed(sentence).or_else(named),
            _ => framed(sentence),
        };
        let (session, occasion_session) = sessions_of(act, kind);
        let organisations = self.organisations(sentence, act.mark.start..act.right.end);
        let many = |party: &Party| self.page.world().info(*party).members.len() > 2;
        let kind = if kind == Kind::Consultation && organisations.iter().any(many) { Kind::Conference } else { kind };
        if kind == Kind::Conference {
            parties.extend(organisations);
        }
        if matches!(kind, Kind::Publication | Kind::Event) && parties.is_empty() {
            parties.extend(self.people.home);
        }
        let mut unique: Vec<Party> = Vec::new();
        parties.into_iter().for_each(|party| {
            if !unique.contains(&party) {
                unique.push(party)
            }
        });
        let stays = |party: &Party| Some(*party) == place.country;
        if kind == Kind::Visit && taking_part.people.is_empty() && unique.iter().all(stays) && subject.unnamed {
            // "The State Secretary travels to Rwanda": the page's own.
            unique.splice(0..0, self.people.home.filter(|home| !stays(home)));
        }
        let enough = match kind {
            // Somebody must come from elsewhere.
            Kind::Visit => {
                let home = !taking_part.people.is_empty()
                    && taking_part.people.iter().all(|&person| self.returns(person, place.country));
                !home && (!taking_part.people.is_empty() || !unique.iter().all(stays))
            }
            Kind::Meeting | Kind::Call => {
                let between = act.trigger.shape == Stands::Noun && object.parties.len() > 1;
                let told = !taking_part.people.is_empty() || subject.unnamed || object.unnamed || finite || between;
                let met = finite && subject.people.is_empty() && !object.people.is_empty();
                (told && unique.len() > 1) || taking_part.people.len() > 1 || met
            }
            _ => !unique.is_empty() || !taking_part.people.is_empty(),
        };
        // Who offers condolences to whom he meets sends no message.
        let said_here = kind == Kind::Message
            && !taking_part.people.is_empty()
            && self.current.map(|current| &self.drafts[current]).is_some_and(|current| {
                matches!(current.kind, Kind::Meeting | Kind::Call | Kind::Consultation | Kind::Conference)
                    && within(&taking_part.people, &current.people)
                    && within(&unique, &current.parties)
            });
        if !enough || said_here {
            // What tells of nothing new is told all the same.
            self.touched += usize::from(kind == Kind::Visit && !taking_part.people.is_empty());
            return;
        }
        let place = if place == Place::default() {
            self.supposed_place(act, kind, &taking_part.people, &unique)
        } else {
            place
        };
        if kind == Kind::Event {
            self.host_of_event(&place, &taking_part.people, &mut unique);
        }
        let draft = Draft {
            people: taking_part.people,
            unnamed: subject.offices.iter().chain(&object.offices).copied().collect(),
            parties: unique,
            place,
            occasion,
            session,
            occasion_session,
            background: act.trigger.background || matches!(sentence.block, BlockKind::Caption),
            certainty: if subject.referred || object.referred { 0.7 } else { 0.9 },
            ..Draft::new(kind, days, evidence(act), sentence.block_index, act.rule)
        };
        let told = self.same(&draft);
        match told.filter(|&index| !act.further || self.same_occasion(&self.drafts[index], &draft)) {
            Some(index) => self.merge(index, draft),
            None => {
                let mut draft = draft;
                if draft.days.is_none() {
                    let before = self.days_of_story(draft.background, finite && !ahead(act));
                    (draft.days, draft.days_basis) = (before.map(|(days, _)| days), before.map(|(_, basis)| basis));
                }
                self.drafts.push(draft);
                // What an answer tells of in passing takes no later answers.
                let answer =
                    self.interview && self.current.is_some_and(|current| self.drafts[current].kind == Kind::Statement);
                let aside = act.relative && self.current.is_some();
                if !(aside || answer) {
                    self.make_current(self.drafts.len() - 1);
                }
            }
        }
    }

    /// Whether somebody who was told to be elsewhere goes back to a country of their own.
    fn returns(&self, person: usize, to: Option<Party>) -> bool {
        let own = to.is_some() && self.people.all[person].party == to;
        let away = |draft: &Draft| {
            draft.people.contains(&person) && draft.place.country.is_some_and(|country| Some(country) != to)
        };
        own && self.drafts[self.recent()].iter().any(away)
    }

    /// What a visit to no country or city is: to somebody a meeting; to a place, on a journey already told, an event.
    fn called_on(&self, act: &Act<'_>, subject: &Side, object: &Side) -> Option<Kind> {
        let sentence = act.sentence;
        // "Reste till …" goes somewhere, whatever the place is called.
        let leads =
            [Link::In, Link::To].into_iter().any(|link| sentence.link(act.mark.end.saturating_sub(1), link).is_some());
        let placed = |value: &Value| matches!(value, Value::City(_) | Value::Party(_, Form::Name));
        let to = act.trigger.kind == Kind::Visit
            && act.trigger.shape == Stands::Verb
            && act.mark.tail == 0
            && !act.trigger.future
            && !leads
            && !sentence.within(Layer::Names, act.mark.start..act.right.end).any(|(_, value)| placed(value));
        if !to {
            return None;
        }
        if !subject.people.is_empty() && object.people.iter().any(|person| !subject.people.contains(person)) {
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
    fn host_of_event(&self, place: &Place, guests: &[usize], parties: &mut Vec<Party>) {
        let visited = self.visiting().and_then(|visit| {
            let guest = visit.people.first().is_some_and(|guest| guests.contains(guest));
            visit.parties.last().copied().filter(|_| guest)
        });
        let host = place.country.or(visited);
        let abroad = |host: &Party| !guests.is_empty() && parties.len() == 1 && !parties.contains(host);
        parties.extend(host.filter(abroad));
    }

    /// Who takes part in an act: those on its sides, and whoever else its words or the story bring in.
    fn taking_part(&self, act: &Act<'_>, subject: &Side, object: &Side, finite: bool) -> Side {
        let kind = act.trigger.kind;
        let mut taking_part = Side::default();
        let only_subject = matches!(kind, Kind::Visit | Kind::Statement | Kind::Publication);
        // "The Ministry issued a plan for ASEAN": what is issued is by the page's own, whatever it is about.
        let own = kind == Kind::Publication && finite && subject.is_empty() && object.people.is_empty();
        let issued = own || (matches!(kind, Kind::Publication | Kind::Statement) && !subject.is_empty());
        let sides: &[&Side] =
            if issued || (only_subject && !subject.people.is_empty()) { &[subject] } else { &[subject, object] };
        for side in sides {
            side.people.iter().for_each(|&person| taking_part.add_person(person));
            side.parties.iter().for_each(|&party| taking_part.add_party(party));
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
            && !taking_part.is_joint(self.people)
            && act.trigger.shape != Stands::Drop;
        if alone {
            self.complete(&mut taking_part);
        }
        // "10.00 Meeting with Prime Minister X", in a list.
        let listed = subject.is_empty() && act.mark.start <= act.sentence.dateline_end() + HEAD;
        let home = self.people.home.filter(|_| alone && (finite || listed || subject.unnamed || object.unnamed));
        if let (Some(home), [party]) = (home, taking_part.all_parties(self.people).as_slice())
            && home != *party
            && (!taking_part.people.is_empty() || subject.unnamed || object.unnamed)
        {
            // Of an act with one side only told, the other is the page's own: "The friendship group met Speaker X".
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

    /// The place that the words of an act tell; of a visit its object, where nothing else is.
    fn told_place(&self, act: &Act<'_>, object: &Side) -> Place {
        let (kind, sentence) = (act.trigger.kind, act.sentence);
        let links: &[Link] = if kind == Kind::Visit { &[Link::In, Link::To] } else { &[Link::In] };
        // "Left Colombo on Sunday for a visit to Peru": where he goes stands behind the gap.
        let behind = act.mark.tail.max(act.mark.end)..act.right.end;
        let gone = if kind == Kind::Visit && act.mark.tail > 0 { place(sentence, behind, links) } else { None };
        // "Before his trip to Armenia, in Tbilisi": what ends the words of a visit leads where it goes.
        let leads = kind == Kind::Visit
            && act.mark.end > act.mark.start
            && links.iter().any(|&link| sentence.link(act.mark.end - 1, link) == Some(act.mark.end));
        let gone = gone.or_else(|| leads.then(|| named_at(sentence, act.mark.end)).flatten());
        let place = gone.or_else(|| place(sentence, act.left.start..act.right.end, links)).unwrap_or_default();
        if kind != Kind::Visit || place.country.is_some() {
            return place;
        }
        // "Visited Laos": the object is the place.
        let world = self.page.world();
        let party = object.parties.iter().copied().find(|&party| world.is_state(party));
        let city = || {
            let city = |(_, value): (_, &Value)| if let Value::City(city) = value { Some(*city) } else { None };
            sentence.within(Layer::Names, act.right.clone()).find_map(city)
        };
        match party {
            Some(party) => Place { country: Some(party), city: None },
            None => city().map_or(place, |city| Place {
                country: Some(world.cities[usize::from(city)].country),
                city: Some(city),
            }),
        }
    }

    /// Where an act took place whose own words do not tell: where the block was last, where the guest is whom somebody
    /// meets, or where the page was written.
    fn supposed_place(&self, act: &Act<'_>, kind: Kind, people: &[usize], parties: &[Party]) -> Place {
        if !matches!(kind, Kind::Call | Kind::Message | Kind::Visit) {
            let before = self.place_before(act);
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
        let visit = self.drafts[self.recent()].iter().rev().find(guest).map(|visit| visit.place);
        visit.or_else(|| self.dateline.filter(here)).unwrap_or_default()
    }

    fn organisations(&self, sentence: &Sentence<'_>, tokens: Range<u32>) -> Vec<Party> {
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

    /// The place last named in the block.
    fn place_before(&self, act: &Act<'_>) -> Place {
        let sentence = act.sentence;
        let here = place(sentence, sentence.tokens.clone(), &[Link::In]);
        here.or_else(|| {
            self.drafts[self.recent()]
                .iter()
                .rev()
                .find(|draft| draft.block == sentence.block_index)
                .map(|draft| draft.place)
        })
        .unwrap_or_default()
    }

    /// An engagement already there that a new account tells again, among the last [`crate::drafts::BACK`].
    pub(crate) fn same(&self, new: &Draft) -> Option<usize> {
        self.recent().rev().find(|&index| self.is_same(&self.drafts[index], new))
    }

    fn is_same(&self, old: &Draft, new: &Draft) -> bool {
        if old.kind != new.kind || !old.days.zip(new.days).is_none_or(|(old, new)| overlap(old, new)) {
            return false;
        }
        let parties = within(&new.parties, &old.parties) || within(&old.parties, &new.parties);
        let people = if new.people.is_empty() || old.people.is_empty() {
            new.people.is_empty() && within(&new.parties, &old.parties)
                || old.people.is_empty() && within(&old.parties, &new.parties)
        } else {
            within(&new.people, &old.people) || within(&old.people, &new.people)
        };
        // "The Minister of Labour" is not the foreign minister met before.
        let others = |&(party, offices): &(Party, Offices)| {
            let mut held =
                old.people.iter().map(|&person| &self.people.all[person]).filter(|known| known.party == Some(party));
            held.clone().next().is_some() && held.all(|known| known.offices.0 & offices.0 == 0)
        };
        if !parties || !people || new.unnamed.iter().any(others) {
            return false;
        }
        let counted = match new.kind {
            // Two ceremonies of one day are two, unless the same words tell of both.
            Kind::Event => old.rule == new.rule || (old.occasion.is_some() && self.same_occasion(old, new)),
            Kind::Conference | Kind::Publication | Kind::Signing => {
                old.occasion.is_none() || new.occasion.is_none() || self.same_occasion(old, new)
            }
            _ => true,
        };
        let place = new.kind != Kind::Visit
            || old.place.country == new.place.country
            || old.place.country.is_none()
            || new.place.country.is_none();
        // "Met many leaders": what is told of one of them is a meeting of its own.
        let umbrella = || {
            matches!(new.kind, Kind::Meeting | Kind::Call)
                && !within(&new.people, &old.people)
                && is_umbrella(old, self.people)
        };
        counted && place && !umbrella()
    }

    fn same_occasion(&self, old: &Draft, new: &Draft) -> bool {
        let text = |draft: &Draft| draft.occasion.clone().map(|tokens| self.page.quote(tokens));
        text(old) == text(new)
    }

    fn merge(&mut self, index: usize, new: Draft) {
        let old = &mut self.drafts[index];
        for person in new.people {
            if !old.people.contains(&person) {
                old.people.push(person);
            }
        }
        for party in new.parties {
            if !old.parties.contains(&party) {
                old.parties.push(party);
            }
        }
        if old.days.is_none() {
            (old.days, old.days_basis) = (new.days, new.days_basis);
        }
        if old.place.city.is_none()
            && (old.place.country.is_none() || new.place.country == old.place.country)
            && new.place.country.is_some()
        {
            old.place = new.place;
        }
        old.occasion = old.occasion.take().or(new.occasion);
        old.session = old.session.or(new.session);
        old.occasion_session = old.occasion_session.or(new.occasion_session);
        if old.background && !new.background {
            (old.background, old.evidence) = (false, new.evidence);
        }
        self.make_current(index);
    }
}

/// The session that an act itself is, and the one on whose occasion it took place. Whoever is told to be at one, and
/// nothing else, takes part in it.
fn sessions_of(act: &Act<'_>, kind: Kind) -> (Session, Session) {
    let frame = framed(act.sentence).unwrap_or(act.sentence.tokens.end..act.sentence.tokens.end);
    // "They agreed on what to prepare for the 21st meeting": what is spoken of is no occasion.
    let spoken = act.sentence.within(Layer::Speech, act.mark.start..frame.start.max(act.mark.start)).any(
        |(_, value)| matches!(value, Value::Speech(speech) if matches!(speech.level, Some(Level::Act | Level::Report))),
    );
    let occasion = if spoken { Session::default() } else { session(act.sentence, frame.clone()) };
    if !matches!(kind, Kind::Conference | Kind::Consultation) {
        return (Session::default(), occasion);
    }
    let right = act.mark.start.max(act.left.end).min(act.right.start)..act.right.end;
    let parts = [act.left.clone(), right].map(|part| {
        let cut = part.start..part.end.min(frame.start.max(part.start));
        if part.contains(&frame.start) { cut } else { part }
    });
    let [left, right] = parts.map(|part| session(act.sentence, part));
    let own = right.or(left);
    if own == Session::default() && kind == Kind::Conference { (occasion, own) } else { (own, occasion) }
}

/// Whether "he" or "she" stands before an act, and nobody who is named.
fn says_he(act: &Act<'_>, mentions: &[Mention]) -> bool {
    let before = || mentions.iter().filter(|mention| act.left.contains(&mention.tokens.start));
    let pronoun = |mention: &Mention| matches!(mention.who, Who::Reference(Reference::He | Reference::She, _));
    before().any(pronoun) && !before().any(|mention| matches!(mention.who, Who::Person(_)))
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

/// Whether a trigger is a verb that somebody is the subject of.
fn finite(trigger: Trigger) -> bool {
    matches!(trigger.shape, Stands::Verb | Stands::Joint | Stands::Passive)
}

/// Those whose something is the place of a ceremony: a name in the genitive that "at" leads, with a noun behind it.
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
        mention.tokens.start > sentence.tokens.start && sentence.link(mention.tokens.start - 1, Link::In).is_some()
    };
    let person = |mention: &&Mention| matches!(mention.who, Who::Person(_)) && genitive(mention) && at(mention);
    mentions.iter().filter(person).map(|mention| mention.tokens.clone()).collect()
}

/// "… chaired the talks, met the Minister and laid a wreath": whether a comma right before a verb goes on with the one before.
fn listed(act: &Act<'_>) -> bool {
    let sentence = act.sentence;
    if !sentence.is(act.mark.start.saturating_sub(1), ",") {
        return false;
    }
    let acts = |value: &Value| matches!(value, Value::Trigger(trigger) if finite(*trigger));
    let mut before = sentence.within(Layer::Triggers, sentence.tokens.start..act.mark.start).rev();
    let Some((last, _)) = before.find(|(_, value)| acts(value)) else { return false };
    let clause = [Link::Who, Link::When, Link::After, Link::That];
    (last.end..act.mark.start).all(|at| clause.iter().all(|&link| sentence.link(at, link).is_none()))
}

/// Whether an act is still to come: by the phrase that opens it, or by a small word beside that.
fn ahead(act: &Act<'_>) -> bool {
    let behind = if matches!(act.trigger.shape, Stands::Noun | Stands::Anaphor) { NEAR } else { 0 };
    let near = act.mark.start.saturating_sub(NEAR).max(act.left.start)..(act.mark.end + behind).min(act.right.end);
    act.trigger.future || near.into_iter().any(|at| act.sentence.link(at, Link::Ahead).is_some())
}

#[cfg(test)]
mod tests {
    use crate::fixtures::{phrases, read};
    use crate::reading::Engagement;

    fn told(text: &str) -> Vec<Engagement> {
        read(phrases(), "en", text).engagements
    }

    #[test]
    fn sides_without_names_meet() {
        for text in [
            "Peru summoned Chile's ambassador on Monday over the incident at the border.",
            "Kenya and Ghana held talks on visa-free travel in Accra.",
            "Talks between the Finnish and Moroccan defence ministers were held in Rabat.",
        ] {
            let told = told(text);
            assert_eq!(told.len(), 1, "{text}");
            assert_eq!((&*told[0].kind, told[0].parties.len()), ("meeting", 2), "{text}");
        }
    }

    #[test]
    fn an_apposition_ends_at_the_verb() {
        let text = "The President of Kenya, William Ruto, met the President of Ghana, John Mahama, in Accra.";
        let people: Vec<String> = told(text)[0].people.iter().map(|person| person.name.clone()).collect();
        assert_eq!(people, ["William Ruto", "John Mahama"]);
    }

    #[test]
    fn another_minister_is_another_meeting() {
        let text = "Foreign Minister Ali Sabry of Sri Lanka met the Foreign Minister of Oman, Badr al-Busaidi, in Muscat. \
                    Mr Sabry also had a meeting with the Omani Minister of Labour.";
        assert_eq!(told(text).len(), 2);
    }

    #[test]
    fn a_guest_is_received_in_the_second_clause() {
        let text =
            "President Nana Osei of Ghana arrived in Copenhagen on Monday and was received by Queen Ingrid of Denmark.";
        let meeting = told(text).into_iter().find(|told| told.kind == "meeting").expect("they meet");
        assert_eq!(meeting.parties.len(), 2);
        assert_eq!(meeting.country.as_deref(), Some("DK"));
    }

    /// Kind, parties and names of what a text tells of first.
    fn first(text: &str) -> (String, Vec<String>, Vec<String>) {
        let first = told(text).into_iter().next().expect("it tells of something");
        (first.kind, first.parties, first.people.into_iter().map(|person| person.name).collect())
    }

    #[test]
    fn who_does_what_is_told_by_the_shape_of_the_sentence() {
        let cases = [
            (
                "President William Ruto of Kenya congratulated Ndaitwah on her election as President of Namibia.",
                "message",
                "KE,NA",
                "William Ruto",
            ),
            (
                "Foreign Minister Ali Sabry of Sri Lanka left Colombo on Sunday for a visit to Peru.",
                "visit",
                "LK,PE",
                "Ali Sabry",
            ),
            (
                "Having met Premier Aksel Holm of Greenland on Monday, President Kofi Osei of Ghana flew on to Berlin.",
                "meeting",
                "GH,GL",
                "Kofi Osei,Aksel Holm",
            ),
            (
                "The Kenyan and Ghanaian foreign ministers, Musalia Mudavadi and Samuel Ablakwa, met in Accra.",
                "meeting",
                "KE,GH",
                "Musalia Mudavadi,Samuel Ablakwa",
            ),
            (
                "Norwegian Deputy Foreign Minister Andreas Kravik held political consultations with Vietnamese Deputy Foreign \
                 Minister Le Thi Hoa in Oslo.",
                "consultation",
                "NO,VN",
                "Andreas Kravik,Le Thi Hoa",
            ),
        ];
        for (text, kind, parties, people) in cases {
            let list = |names: &str| names.split(',').map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(first(text), (kind.to_owned(), list(parties), list(people)), "{text}");
        }
    }

    #[test]
    fn congratulations_are_of_the_sender_alone() {
        let told =
            told("President William Ruto of Kenya congratulated Ndaitwah on her election as President of Namibia.");
        let claims = &told[0].claims;
        assert_eq!(claims.len(), 1);
        assert_eq!((claims[0].actors.join(","), claims[0].addressees.join(",")), ("KE".to_owned(), "NA".to_owned()));
    }

    #[test]
    fn each_document_of_a_list_is_signed() {
        let lines = "KUWAIT, 26 November 2024\n\nAt the close of the talks between the Prime Minister of Kuwait, Sheikh Ahmad Al-Sabah, and the \
                     Prime Minister of Uzbekistan, Abdulla Aripov, the following documents were signed:\n\n1. Agreement on double \
                     taxation;\n\n2. Memorandum on nurses.\n";
        let inline = "Two instruments were signed by Foreign Minister Tete Antonio of Angola and Foreign Minister Netumbo Ndaitwah of \
                      Namibia in Lubango: (a) Agreement on the Transfer of Sentenced Persons; (b) Protocol on Health.";
        for text in [lines, inline] {
            let signed: Vec<Engagement> = told(text).into_iter().filter(|told| told.kind == "signing").collect();
            assert_eq!(signed.len(), 2, "{text}");
            assert!(signed.iter().all(|told| told.parties.len() == 2 && told.people.len() == 2), "{text}");
            assert_ne!(signed[0].occasion, signed[1].occasion);
        }
    }

    #[test]
    fn who_speaks_at_a_gathering_takes_part() {
        let check = |text: &str, kind: &str, expected: &[&str]| {
            let told = told(text).into_iter().find(|told| told.kind == kind);
            let people: Vec<String> =
                told.map(|told| told.people).unwrap_or_default().into_iter().map(|person| person.name).collect();
            assert_eq!(people, expected, "{text}");
        };
        check(
            "Danish Climate Minister Mads Holm opened a wind laboratory in Nairobi. Kenyan Energy Minister Peter Wekesa said that \
             Kenya needs the wind.",
            "event",
            &["Mads Holm", "Peter Wekesa"],
        );
        check(
            "Prime Minister Rosa Blake of Barbados attended the Summit of Barbados, Guyana and Dominica in Bridgetown. Prime \
             Minister Ann Skelly of Dominica said that the sea was rising.",
            "conference",
            &["Rosa Blake", "Ann Skelly"],
        );
    }

    #[test]
    fn whoever_was_there_too_takes_part() {
        let check = |language: &str, text: &str, name: &str| {
            let told = read(phrases(), language, text).engagements;
            let names: Vec<&str> = told[0].people.iter().map(|person| &*person.name).collect();
            assert!(names.len() == 3 && names.contains(&name), "{text}: {names:?}");
        };
        check(
            "en",
            "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Tete Antonio of Angola. Also there was Ambassador Nimal \
             Dias.",
            "Nimal Dias",
        );
        check(
            "sv",
            "Utrikesminister Eva Lund träffade Perus utrikesminister Rosa Quispe. Vid bordet satt även ambassadör Olle Berg.",
            "Olle Berg",
        );
        check(
            "vi",
            "Thủ tướng Lê Văn Hòa hội đàm với Tổng thống Peru Rosa Quispe. Đi cùng còn có Đại sứ Trần Văn Minh.",
            "Trần Văn Minh",
        );
    }

    /// The names of each meeting of a text, sorted, in its order.
    fn meetings(language: &str, text: &str) -> Vec<String> {
        let told = read(phrases(), language, text).engagements.into_iter().filter(|told| told.kind == "meeting");
        told.map(|told| {
            let mut names: Vec<String> = told.people.into_iter().map(|person| person.name).collect();
            names.sort();
            names.join("+")
        })
        .collect()
    }

    #[test]
    fn whoever_is_met_in_turn_has_a_meeting_each() {
        let check =
            |language: &str, text: &str, expected: &[&str]| assert_eq!(meetings(language, text), expected, "{text}");
        // Whoever was received goes on as the subject.
        check(
            "en",
            "Foreign Minister Ali Sabry of Sri Lanka was received by the President of Peru, Rosa Quispe, and met with the Minister \
             of Energy of Peru, Inés Rojas.",
            &["Ali Sabry+Rosa Quispe", "Ali Sabry+Inés Rojas"],
        );
        check(
            "sv",
            "Utrikesminister Eva Lund från Sverige togs emot av Perus energiminister Inés Rojas och träffade Perus utrikesminister \
             Rosa Quispe.",
            &["Eva Lund+Inés Rojas", "Eva Lund+Rosa Quispe"],
        );
        // A small word leads each.
        check(
            "en",
            "Ambassador Nimal Dias of Sri Lanka was received by the Minister of Labour of Peru, Inés Rojas, and by the Minister of \
             Mines of Peru, Luis Vega.",
            &["Inés Rojas+Nimal Dias", "Luis Vega+Nimal Dias"],
        );
        check(
            "en",
            "Foreign Minister Ali Sabry of Sri Lanka held a meeting with the Foreign Minister of Peru, Rosa Quispe, to discuss \
             trade, and with the Foreign Minister of Oman, Saif Haddad.",
            &["Ali Sabry+Rosa Quispe", "Ali Sabry+Saif Haddad"],
        );
        // Whom the story is about goes on to the next.
        check(
            "en",
            "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Rosa Quispe of Peru in Cairo. Minister Quispe praised \
             Sri Lanka. He also met Foreign Minister Tete Antonio of Angola. Minister Sabry left on Sunday.",
            &["Ali Sabry+Rosa Quispe", "Ali Sabry+Tete Antonio"],
        );
    }

    #[test]
    fn whoever_travels_along_joins_the_journey() {
        let text = "Foreign Minister Ali Sabry of Sri Lanka arrived in Lima on Monday. He met Foreign Minister Rosa Quispe of Peru. The \
                    Minister is accompanied by Ambassador Nimal Dias.";
        let told = told(text);
        let names = |kind: &str| -> Vec<&str> {
            let found = told.iter().find(|told| told.kind == kind);
            found.into_iter().flat_map(|told| told.people.iter().map(|person| &*person.name)).collect()
        };
        assert_eq!(
            (names("visit"), names("meeting")),
            (vec!["Ali Sabry", "Nimal Dias"], vec!["Ali Sabry", "Rosa Quispe"])
        );
    }

    #[test]
    fn the_minister_goes_on_to_meet_the_next() {
        let text = "LIMA, 3 May 2025\n\nForeign Minister Rosa Quispe of Peru met Foreign Minister Tete Antonio of Angola. Minister \
                    Antonio thanked Minister Quispe. The Minister also met Foreign Minister Saif Haddad of Oman. Minister Quispe \
                    spoke of trade.\n";
        assert_eq!(meetings("en", text), ["Rosa Quispe+Tete Antonio", "Rosa Quispe+Saif Haddad"]);
    }

    #[test]
    fn each_whom_a_list_names_is_met_in_turn() {
        let check = |text: &str, expected: &[&str]| assert_eq!(meetings("en", text), expected, "{text}");
        check(
            "Foreign Minister Ali Sabry of Sri Lanka was received by President Rosa Quispe of Peru, who praised Sri Lanka, and by the \
             Speaker of Congress of Peru, Inés Rojas.",
            &["Ali Sabry+Rosa Quispe", "Ali Sabry+Inés Rojas"],
        );
        // Of one who leads a branch and a minister, each.
        check(
            "Foreign Minister Ali Sabry of Sri Lanka met President Rosa Quispe of Peru and Minister of Mines Luis Vega.",
            &["Ali Sabry+Rosa Quispe", "Ali Sabry+Luis Vega"],
        );
        check(
            "Foreign Minister Ali Sabry of Sri Lanka met Minister of Labour Inés Rojas of Peru and Minister of Mines Luis Vega.",
            &["Ali Sabry+Inés Rojas+Luis Vega"],
        );
        // "He" behind "where" is the subject of the sentence.
        check(
            "President Kofi Mensah of Ghana spoke in Accra. Foreign Minister Ali Sabry of Sri Lanka travelled to Lima, where he met \
             Foreign Minister Rosa Quispe of Peru.",
            &["Ali Sabry+Rosa Quispe"],
        );
        check(
            "Foreign Minister Ali Sabry of Sri Lanka received Foreign Minister Rosa Quispe of Peru, who is on a working visit to Sri \
             Lanka from 2 to 4 May 2025.",
            &["Ali Sabry+Rosa Quispe"],
        );
    }

    #[test]
    fn two_who_met_have_met_though_both_seem_of_one_party() {
        let text = "LIMA, 3 May 2025\n\nForeign Minister Rosa Quispe of Peru met Foreign Minister Tete Antonio of Angola. Minister \
                    Quispe then received Minister of Mines Luis Vega.\n";
        assert_eq!(meetings("en", text), ["Rosa Quispe+Tete Antonio", "Luis Vega+Rosa Quispe"]);
    }

    #[test]
    fn who_goes_home_visits_nobody() {
        let visits = |text: &str| told(text).iter().filter(|told| told.kind == "visit").count();
        let arrived = "Foreign Minister Ali Sabry of Sri Lanka arrived in Lima on Monday.";
        assert_eq!(
            visits(&format!("{arrived} He travels to Cusco on Friday. Minister Sabry departs for Colombo on Sunday.")),
            1
        );
        assert_eq!(visits(&format!("{arrived} Minister Sabry departs for Santiago on Sunday.")), 2);
    }

    #[test]
    fn the_presidents_are_those_who_hold_the_office() {
        let text = "President Kofi Osei of Ghana received President Rosa Quispe of Peru in Accra. Minister of Mines Ama Boateng of \
                    Ghana and Minister of Mines Luis Vega of Peru signed an agreement on gold. The presidents adopted a joint \
                    statement.";
        let signed: Vec<Engagement> = told(text).into_iter().filter(|told| told.kind == "signing").collect();
        let names: Vec<Vec<&str>> =
            signed.iter().map(|told| told.people.iter().map(|person| &*person.name).collect()).collect();
        assert_eq!(names, [vec!["Ama Boateng", "Luis Vega"], vec!["Kofi Osei", "Rosa Quispe"]]);
    }

    #[test]
    fn what_was_signed_between_the_sides_is_signed_by_nobody_named() {
        let text = "Foreign Minister Ali Sabry of Sri Lanka met Foreign Minister Tete Antonio of Angola in Luanda. A memorandum \
                    between the two sides was signed.";
        let signing = told(text).into_iter().find(|told| told.kind == "signing").expect("it is signed");
        assert_eq!((signing.parties.join(","), signing.people.len()), ("LK,AO".to_owned(), 0));
    }

    #[test]
    fn whom_a_title_names_is_the_pages_own() {
        let text = "Chuyến thăm Peru của Thủ tướng Lê Văn Hòa\n\nHÀ NỘI - Thủ tướng hội đàm với Tổng thống Peru Rosa Quispe tại Lima.\n";
        let told = read(phrases(), "vi", text).engagements;
        let people: Vec<_> =
            told.into_iter().flat_map(|told| told.people).map(|person| (person.name, person.party)).collect();
        assert!(people.contains(&("Lê Văn Hòa".to_owned(), Some("VN".to_owned()))), "{people:?}");
    }

    #[test]
    fn a_page_has_no_president_where_a_monarch_reigns() {
        let text = "OSLO, 3 May 2025\n\nForeign Minister Espen Barth Eide received President Herzog in Oslo. Norway is a friend.\n";
        let meeting = &told(text)[0];
        let party = |name: &str| {
            meeting.people.iter().find(|person| person.name.ends_with(name)).map(|person| person.party.clone())
        };
        assert_eq!((party("Eide"), party("Herzog")), (Some(Some("NO".to_owned())), Some(None)));
    }
}
