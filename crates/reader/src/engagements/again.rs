//! What is told again: words that speak of an engagement already there, and accounts of the same.

use document::BlockKind;
use packs::{Kind, Layer, Link, OfficeKind, Offices, Party, Shape as Stands, Value};

use crate::acts::Act;
use crate::dates::Days;
use crate::drafts::{Draft, alike, is_umbrella, overlap, soon_after, within};
use crate::engagements::days::ahead;
use crate::engagements::who::heads_line;
use crate::places::{Place, place};
use crate::scene::Side;
use crate::story::Story;

/// Within so many blocks behind what was told somebody else is said to have been there, though somebody has spoken since.
const NEAR: u32 = 5;
/// Within so many tokens before it "after" leads what came before.
const BEFORE: u32 = 2;
/// The most bytes that make a noun a known one: "samråd*et*".
const ENDING: usize = 3;

/// Who comes along with whom, named before anything that they do.
#[derive(Clone, Debug)]
pub(crate) struct Along {
    at: u32,
    guests: Vec<usize>,
    people: Vec<usize>,
}

impl Story<'_, '_> {
    /// An anaphor or noun that speaks of an engagement already there: makes it current.
    pub(super) fn refers_back(&mut self, act: &Act<'_>, subject: &Side, object: &Side) -> bool {
        let mut named: Vec<usize> = subject.people.iter().chain(&object.people).copied().collect();
        named.sort_unstable();
        named.dedup();
        if act.trigger.shape == Stands::Anaphor && act.trigger.one {
            self.join_all(act, subject, &named);
            return true;
        }
        if act.refers_to_signing() {
            return self.signed_by(act, &named);
        }
        let parties: Vec<Party> =
            subject.all_parties(self.people).into_iter().chain(object.all_parties(self.people)).collect();
        // Where a journey goes on is where what follows happens, though the journey told of it.
        let leg = act.trigger.kind == Kind::Visit && act.trigger.one;
        let meant = self.meant(act, object, &named, &parties).filter(|&index| !leg || self.drafts[index].leg);
        let Some(index) = meant else {
            return !self.opens(act, object, &named, &parties);
        };
        // "Met for *the third session of the joint commission*": more than a meeting.
        let here = act.sentence.tokens.contains(&self.drafts[index].evidence.start) && !comes_after(act);
        let more = matches!(act.trigger.kind, Kind::Consultation | Kind::Call) && !act.trigger.background;
        if here && more && self.drafts[index].kind == Kind::Meeting {
            self.drafts[index].kind = act.trigger.kind;
        }
        // "Met to prepare *the summit*, which will take place on 12 September in Apia": day and place of what is still to come.
        if ahead(act) && here && !self.drafts[index].to_come {
            self.make_current(index);
            return true;
        }
        if let Some((days, basis)) = self.days(act)
            && (self.drafts[index].days.is_none()
                || told_late(&self.drafts[index], act, days)
                || basis == "sentence" && is_on_day_of(&self.drafts[index], days))
        {
            (self.drafts[index].days, self.drafts[index].days_basis) = (Some(days), Some(basis));
        }
        if self.drafts[index].place == Place::default() {
            self.drafts[index].place = told_city(act).unwrap_or_default();
        }
        self.make_current(index);
        true
    }

    /// "Received Ambassador X, *who came to present his credentials*": whether what a guest comes for is what they are received for
    /// in the same sentence, which is that event then.
    pub(super) fn comes_for(&mut self, act: &Act<'_>, subject: &Side) -> bool {
        let comes = act.trigger.kind == Kind::Event && act.trigger.guest;
        let here = act.sentence.tokens.start..act.mark.start;
        let received = |draft: &Draft| {
            draft.kind == Kind::Meeting
                && here.contains(&draft.evidence.start)
                && subject.people.iter().all(|person| draft.people.contains(person))
        };
        let Some(index) = self.recent().rev().find(|&index| comes && received(&self.drafts[index])) else {
            return false;
        };
        self.drafts[index].kind = Kind::Event;
        self.drafts[index].rule = act.rule;
        self.make_current(index);
        true
    }

    /// "Oman and Peru have concluded a treaty. *The treaty was signed* on 3 May by Ministers X and Y": who signed what was told.
    fn signed_by(&mut self, act: &Act<'_>, people: &[usize]) -> bool {
        let Some(signed) = self.signed(act) else { return false };
        let told = self.days(act).filter(|_| self.drafts[signed].days_basis != Some("sentence"));
        let place = place(act.sentence, act.left.start..act.right.end, &[Link::In]);
        let draft = &mut self.drafts[signed];
        if let Some((days, basis)) = told {
            (draft.days, draft.days_basis) = (Some(days), Some(basis));
        }
        if let Some(place) = place.filter(|place| place.city.is_some() || draft.place == Place::default()) {
            draft.place = place;
        }
        people.iter().for_each(|&person| self.join(signed, person));
        self.make_current(signed);
        true
    }

    /// What was signed of which an act speaks again.
    pub(super) fn signed(&self, act: &Act<'_>) -> Option<usize> {
        let own = self.own_days(act);
        self.recent().rev().find(|&index| {
            let draft = &self.drafts[index];
            let then = |days| draft.days_basis != Some("sentence") || draft.days.is_none_or(|old| overlap(old, days));
            draft.kind == Kind::Signing
                && !draft.background
                && draft.block + NEAR >= act.sentence.block_index
                && own.is_none_or(then)
        })
    }

    /// Adds people to what they join.
    fn join_all(&mut self, act: &Act<'_>, guest: &Side, people: &[usize]) {
        let sentence = act.sentence;
        let here =
            |draft: &Draft| sentence.tokens.contains(&draft.evidence.start) && draft.evidence.start < act.mark.start;
        let finite = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.opens() && trigger.is_finite());
        let behind =
            || sentence.within(Layer::Triggers, act.mark.end..sentence.tokens.end).any(|(_, value)| finite(value));
        if !guest.people.is_empty() && !self.drafts[self.recent()].iter().any(here) && behind() {
            let others = people.iter().copied().filter(|person| !guest.people.contains(person));
            self.waiting.along =
                Some(Along { at: act.mark.start, guests: guest.people.clone(), people: others.collect() });
            return;
        }
        let Some(joined) = self.joined(act, guest) else { return };
        // "The day before, X had led the session": another.
        let told = self.days_in(act.sentence).zip(self.drafts[joined].days);
        if told.is_none_or(|(new, old)| overlap(old, new)) {
            // What says who else was there tells of nothing more.
            self.touched += people.iter().filter(|person| !self.drafts[joined].people.contains(person)).count();
            people.iter().for_each(|&person| self.join(joined, person));
            // "*Host* of the visit was Minister X": of the country visited.
            let visit = &mut self.drafts[joined];
            if act.trigger.host && visit.kind == Kind::Visit {
                visit.host = people.last().copied();
                let theirs = visit.host.and_then(|host| self.people.all[host].party);
                let guest = visit.parties.first().copied();
                if visit.place == Place::default() && guest != theirs {
                    visit.place.country = theirs.filter(|&party| self.page.world().is_state(party));
                }
            }
            // Whoever "the three" means takes part now.
            if self.current == Some(joined) {
                self.make_current(joined);
            }
        }
    }

    /// "President X, *accompanied by Minister Y*, met …": who comes along takes part in what the sentence then tells.
    pub(super) fn bring_along(&mut self, told: usize, act: &Act<'_>) {
        let before = act.sentence.tokens.start..act.mark.start;
        let comes = |along: &mut Along| {
            let draft = &self.drafts[told];
            before.contains(&along.at) && along.guests.iter().any(|guest| draft.people.contains(guest))
        };
        let Some(along) = self.waiting.along.take_if(comes) else { return };
        along.people.into_iter().for_each(|person| self.join(told, person));
    }

    /// The engagement that an act speaks of again.
    fn meant(&self, act: &Act<'_>, object: &Side, named: &[usize], parties: &[Party]) -> Option<usize> {
        let own = self.own_days(act);
        let country = if act.trigger.kind == Kind::Visit { self.told_place(act, object).country } else { None };
        let fits = |index: usize| {
            let draft = &self.drafts[index];
            // "The talks" within a visit are not those of another paragraph.
            let elsewhere = named.is_empty()
                && draft.block != act.sentence.block_index
                && draft.kind != Kind::Signing
                && self.visiting().is_some();
            let tells = !named.is_empty() || !parties.is_empty();
            // "*At the ceremony*, he said …": at that of the signing told of.
            let signed = draft.kind == Kind::Signing
                && act.trigger.kind == Kind::Event
                && act.trigger.shape == Stands::Anaphor
                && !named.is_empty();
            (alike(draft.kind, act.trigger.kind) || signed)
                && draft.days.zip(own).is_none_or(|(old, new)| overlap(old, new) || told_late(draft, act, new))
                && draft.place.country.zip(country).is_none_or(|(old, new)| old == new)
                && !elsewhere
                && within(named, &draft.people)
                && within(parties, &draft.parties)
                && (tells || Some(index) == self.current || act.trigger.shape == Stands::Anaphor)
        };
        // What is spoken of, else what was told last.
        let found = self.current.into_iter().chain(self.recent().rev()).find(|&index| fits(index))?;
        Some(self.called_so(act, found).filter(|&index| fits(index)).unwrap_or(found))
    }

    /// "Called on President X; *held talks* with Speaker Y. … *At the talks*": what was told in the word by which an act speaks
    /// of it, where what it would mean was not.
    fn called_so(&self, act: &Act<'_>, found: usize) -> Option<usize> {
        if act.trigger.shape != Stands::Anaphor || act.mark.end == act.mark.start {
            return None;
        }
        let noun = act.sentence.word(act.mark.end - 1).to_lowercase();
        let called = |&index: &usize| {
            let draft = &self.drafts[index];
            let mut words = draft.words.clone().map(|at| self.page.quote(at..at + 1).to_lowercase());
            // "Höll ett *samråd*. Vid *samrådet* …": with an ending at most.
            let same = |word: String| noun.strip_prefix(&*word).is_some_and(|ending| ending.len() <= ENDING);
            draft.kind == act.trigger.kind && words.any(same)
        };
        let meant = &self.drafts[found];
        if meant.words.is_empty() || called(&found) {
            return None;
        }
        // What was told beside it.
        self.recent().rev().filter(|&index| self.drafts[index].block == meant.block).find(called)
    }

    /// Whether an act that speaks of nothing told before tells of something new.
    fn opens(&self, act: &Act<'_>, object: &Side, named: &[usize], parties: &[Party]) -> bool {
        let (kind, shape) = (act.trigger.kind, act.trigger.shape);
        match kind {
            // "Called on the President during his visit": a journey that nothing else tells.
            Kind::Visit if shape == Stands::Anaphor && self.told_place(act, object) == Place::default() => false,
            Kind::Conference | Kind::Signing | Kind::Publication if shape == Stands::Noun && !parties.is_empty() => {
                true
            }
            // "RESOLUTION", at the head of one: what the page is.
            Kind::Publication if act.sentence.block == BlockKind::Title => true,
            // "Journey to Tallinn", in a diary of one whom nothing names.
            Kind::Visit if shape == Stands::Noun && named.is_empty() && self.owner.is_some() && heads_line(act) => {
                let country = self.told_place(act, object).country;
                country.is_some_and(|country| parties.iter().any(|party| *party != country))
            }
            // "A memorandum was signed": by those of whom the text speaks.
            Kind::Signing if shape == Stands::Noun && named.is_empty() => {
                let own = self.own_days(act);
                self.current.map(|current| &self.drafts[current]).is_some_and(|current| {
                    let then = own.is_none_or(|own| current.days.is_none_or(|days| overlap(days, own)));
                    current.parties.len() > 1 && !current.background && then
                })
            }
            // "In connection with the summit on 22 November he met …": the meeting stands there.
            _ if shape == Stands::Anaphor && meets_behind(act) => false,
            // "*After the meeting* the spokesman said …": who speaks then need not have been there.
            Kind::Meeting if shape == Stands::Anaphor && named.len() == 1 && comes_after(act) => false,
            // "*After the talks*, Ministers X and Y signed …".
            Kind::Meeting if shape == Stands::Anaphor && comes_after(act) && signs_behind(act) => false,
            _ if !named.is_empty() || parties.len() > 1 => true,
            // "During the talks on 17 November" within a visit: host and guest are meant.
            Kind::Meeting => (shape == Stands::Anaphor || self.own_days(act).is_some()) && self.visiting().is_some(),
            _ => false,
        }
    }

    /// What those join whom an act adds: the journey of a guest whom they accompany, unless its own sentence tells of more;
    /// else what is spoken of.
    fn joined(&self, act: &Act<'_>, guest: &Side) -> Option<usize> {
        let here = |draft: &Draft| act.sentence.tokens.contains(&draft.evidence.start);
        // "Received President X, who then met Minister Y, *accompanied by* Z": the last of the sentence in which those before take part.
        let beside = |index: &usize| {
            let draft = &self.drafts[*index];
            here(draft) && draft.evidence.start < act.mark.start && within(&guest.people, &draft.people)
        };
        if let Some(last) = self.recent().rev().find(|index| !guest.people.is_empty() && beside(index)) {
            return Some(last);
        }
        let current = self.current.filter(|&current| here(&self.drafts[current]));
        if act.trigger.kind != Kind::Visit || current.is_some() {
            // "…, *said Minister X.* Ambassador Y was there too": at what was told before.
            let said = |index: &usize| self.drafts[*index].kind == Kind::Statement;
            let block = act.sentence.block_index;
            let near = |index: &usize| {
                let draft = &self.drafts[*index];
                let spoken = matches!(draft.kind, Kind::Statement | Kind::Publication | Kind::Message);
                !draft.background && !spoken && draft.block + NEAR >= block
            };
            return match self.current {
                Some(current) if said(&current) => self.recent().rev().find(near),
                current => current,
            };
        }
        let journey = self.recent().rev().find(|&index| {
            let draft = &self.drafts[index];
            let theirs = guest.people.is_empty() || guest.people.iter().any(|person| draft.people.contains(person));
            draft.kind == Kind::Visit && !draft.background && !draft.later && !draft.people.is_empty() && theirs
        });
        journey.or(self.current)
    }

    /// An engagement already there that a new account tells again, among the last [`crate::drafts::BACK`].
    pub(crate) fn same(&self, new: &Draft) -> Option<usize> {
        self.recent().rev().find(|&index| self.is_same(&self.drafts[index], new))
    }

    fn is_same(&self, old: &Draft, new: &Draft) -> bool {
        let then = |days: (Days, Days)| overlap(days.0, days.1) || (old.later && soon_after(days.0, days.1));
        if old.kind != new.kind || !old.days.zip(new.days).is_none_or(then) {
            return false;
        }
        // "Statement by the Spokesperson on the executions in Oman": above what the Union then says.
        let titled = || self.page.document.blocks()[old.block as usize].kind == BlockKind::Title;
        if new.kind == Kind::Statement && old.people.is_empty() && new.people.is_empty() && titled() {
            return true;
        }
        let parties = within(&new.parties, &old.parties) || within(&old.parties, &new.parties);
        let people = if new.people.is_empty() || old.people.is_empty() {
            new.people.is_empty() && within(&new.parties, &old.parties)
                || old.people.is_empty() && within(&old.parties, &new.parties)
        } else {
            within(&new.people, &old.people) || within(&old.people, &new.people)
        };
        // "The Minister of Labour" is not the foreign minister met before.
        let others = |people: &[usize], (party, offices): (Party, Offices)| {
            let mut held =
                people.iter().map(|&person| &self.people.all[person]).filter(|known| known.party == Some(party));
            held.clone().next().is_some() && held.all(|known| known.offices.0 & offices.0 == 0)
        };
        // "Had an audience with the King and met Speaker X".
        let reigns = |&&(_, offices): &&(Party, Offices)| offices.has(OfficeKind::HeadOfState);
        let another = || {
            new.unnamed.iter().any(|&unnamed| others(&old.people, unnamed))
                || old.unnamed.iter().filter(reigns).any(|&unnamed| others(&new.people, unnamed))
        };
        if !parties || !people || another() {
            return false;
        }
        let counted = match new.kind {
            // Two ceremonies of one day are two, unless the same words tell of both.
            Kind::Event => old.rule == new.rule || (old.occasion.is_some() && self.same_occasion(old, new)),
            // "The Government decided to …", "it adopted a strategy": what is told in other words, and not in a title, is another.
            Kind::Publication if old.block > 0 && old.rule != new.rule && old.occasion.is_none() => false,
            Kind::Conference | Kind::Publication | Kind::Signing => {
                old.occasion.is_none() || new.occasion.is_none() || self.same_occasion(old, new)
            }
            _ => true,
        };
        let place = !matches!(new.kind, Kind::Visit | Kind::Meeting)
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

    pub(super) fn same_occasion(&self, old: &Draft, new: &Draft) -> bool {
        let text = |draft: &Draft| draft.occasion.clone().map(|tokens| self.page.quote(tokens));
        match (text(old), text(new)) {
            // "Signed a memorandum on archives … The *memorandum* …".
            (Some(one), Some(other)) if new.kind == Kind::Signing => {
                let names = |name: &str, noun: &str| name.split(' ').any(|word| word.eq_ignore_ascii_case(noun));
                names(one, other) || names(other, one) || one == other
            }
            (old, new) => old == new,
        }
    }

    pub(crate) fn merge(&mut self, index: usize, new: Draft) {
        let old = &mut self.drafts[index];
        old.bodies &= new.bodies;
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
        // "Visits Peru and Chile from Monday. … On Wednesday he flies on to Santiago".
        let own = old.later && new.place.country.is_some() && new.days_basis == Some("sentence");
        // "Arrived in Lima on Monday … on a visit *from Monday to Friday*": all its days, of which one was told.
        let holds = |(old, new): (Days, Days)| old.0 == old.1 && new.0 != new.1 && overlap(old, new);
        let whole = old.kind == Kind::Visit
            && !old.background
            && new.days_basis == Some("sentence")
            && old.days.zip(new.days).is_some_and(holds);
        if old.days.is_none() || own || whole {
            old.later = false;
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
        old.level = old.level.max(new.level);
        if old.background && !new.background {
            (old.background, old.evidence) = (false, new.evidence);
        }
        self.make_current(index);
    }
}

/// Whether an act only says what came before: "*after the meeting*".
pub(super) fn comes_after(act: &Act<'_>) -> bool {
    let near = act.mark.start.saturating_sub(BEFORE).max(act.sentence.tokens.start)..act.mark.start + 1;
    act.sentence.has_link(near, Link::After)
}

/// Whether the verb of a meeting stands behind an act in its sentence.
fn meets_behind(act: &Act<'_>) -> bool {
    let meets = |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Meeting && trigger.is_finite());
    act.sentence.within(Layer::Triggers, act.mark.end..act.sentence.tokens.end).any(|(_, value)| meets(value))
}

/// Whether a signing is told behind an act in its sentence.
fn signs_behind(act: &Act<'_>) -> bool {
    let other =
        |value: &Value| matches!(value, Value::Trigger(trigger) if trigger.kind == Kind::Signing && trigger.opens());
    act.sentence.within(Layer::Triggers, act.mark.end..act.sentence.tokens.end).any(|(_, value)| other(value))
}

/// "The ministers discussed …, the ministry said Monday. *In the talks on Saturday* …": whether what has the day of the page
/// for want of its own was on the days before it that are told now.
fn told_late(draft: &Draft, act: &Act<'_>, days: Days) -> bool {
    act.trigger.shape == Stands::Anaphor
        && matches!(draft.days_basis, Some("page" | "dateline"))
        && draft.days.is_some_and(|old| soon_after(days, old))
}

/// "During his visit of 22-25 September they signed a statement. *The statement was signed on the 23rd*": whether some day is one of
/// those on which something was thought to be signed only for want of its own.
fn is_on_day_of(draft: &Draft, day: Days) -> bool {
    let several = |old: Days| old.0 != old.1 && overlap(old, day);
    let signed = draft.kind == Kind::Signing && draft.days_basis != Some("sentence");
    signed && day.0 == day.1 && draft.days.is_some_and(several)
}

/// "At the meeting, which took place *in Oslo*, …": the city that the words right behind an act name, before anything is said.
fn told_city(act: &Act<'_>) -> Option<Place> {
    let sentence = act.sentence;
    let said = sentence.within(Layer::Speech, act.mark.end..sentence.tokens.end).next();
    let words = act.mark.start..said.map_or(sentence.tokens.end, |(mark, _)| mark.start);
    place(sentence, words, &[Link::In]).filter(|place| place.city.is_some())
}
